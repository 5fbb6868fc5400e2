"""Answers to what is asked about one article or all of them: why not, which papers, how much, together, until when, who
pays, where. Sentences about this enterprise, from what it said and what the sources say; what they leave out is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot import counsel, render
from bot.talk import Talk
from bot.texts import Html, joined
from policies.advise import Answer
from policies.criteria import lies_in
from policies.expressions import facts_in
from policies.results import ConditionResult, Match
from policies.types import Condition

_DECIDED = ("eligible", "likely")
_APART = ("where", "contact", "stages")


def head(talk: Talk, match: Match) -> Html:
    """The article and how it stands, in a line."""
    title, stands = counsel.title(talk, match.article), counsel.verdict(talk, match)
    return talk.text("advice.match.one", title=title, verdict=stands, article=match.article)


# --- why not ----------------------------------------------------------------------------------------


def why_not(talk: Talk, match: Match) -> list[Html]:
    """What stands in the way, by what this enterprise said: its days, its place, conditions not met, what is open."""
    lines = [head(talk, match), *counsel.replaced(talk, match.article)]
    if match.verdict in ("expired", "not_yet"):
        lines.append(talk.text(f"advice.whynot.{match.verdict}"))
    if match.verdict == "not_applicable":
        return [*lines, talk.text("advice.whynot.general")]
    lines += _elsewhere(talk, match)
    lines += [_unmet(talk, each) for each in match.conditions if each.verdict == "unmet"]
    lines += counsel.no_case(talk, match)
    open_ = [each for each in match.conditions if each.verdict == "unknown" and not _silent(talk, each)]
    lines += [
        talk.text("advice.whynot.open", label=each.label, facts=counsel.labels(talk, each.missing)) for each in open_
    ]
    named = {name for each in open_ for name in each.missing}
    if left := tuple(name for name in match.missing if name not in named):
        lines.append(talk.text("advice.missing", facts=counsel.labels(talk, left)))
    if match.verdict in _DECIDED:
        lines.append(talk.text("advice.whynot.fits"))
        if match.self_check:
            lines.append(talk.text("advice.check", conditions=counsel.apart(talk, match.self_check)))
    return lines


def _silent(talk: Talk, result: ConditionResult) -> bool:
    """Whether a condition is a declaration that was neither made nor doubted: it stands in nobody's way yet."""
    facts = talk.desk.state.profiles.get(talk.user).facts
    return result.weight == "declaration" and not any(name in facts for name in result.missing)


def _elsewhere(talk: Talk, match: Match) -> list[Html]:
    article, words = talk.desk.adviser.corpus.articles[match.article], counsel.wording(talk)
    region = talk.desk.state.profiles.get(talk.user).facts.get("region", {}).get("value")
    if not isinstance(region, str) or lies_in(region, article.jurisdiction) is not False:
        return []
    unmet = (_condition(talk, each) for each in match.conditions if each.verdict == "unmet")
    if any(each is not None and "region" in facts_in(each.when) for each in unmet):
        return []  # said with the condition
    return [talk.text("advice.whynot.place", area=words.place(article.jurisdiction), place=words.place(region))]


def _unmet(talk: Talk, result: ConditionResult) -> Html:
    """A condition that is not met, with what this enterprise said about it."""
    told = list(_told(talk, result))
    if not told:
        return counsel.ended(talk, result.because)
    return talk.text("advice.whynot.unmet", label=result.label, told=counsel.apart(talk, told))


def _told(talk: Talk, result: ConditionResult) -> Iterator[Html]:
    """The facts that a condition reads, each with the words that it came from."""
    facts, words = talk.desk.state.profiles.get(talk.user).facts, counsel.wording(talk)
    condition = _condition(talk, result)
    for name in sorted(facts_in(condition.when)) if condition is not None else ():
        fact = facts.get(name, {})
        if fact.get("value") is None:
            continue
        values = {"label": words.label(name), "value": counsel.value_of(talk, name, fact["value"])}
        if fact.get("text"):
            yield talk.text("advice.told", **values, words=render.short(fact["text"], counsel.VALUE_LIMIT))
        else:
            yield talk.text("advice.told.set", **values)


def _condition(talk: Talk, result: ConditionResult) -> Condition | None:
    article = talk.desk.adviser.corpus.articles[result.article]
    return next((each for each in (*article.conditions, *article.exclusions) if each.id == result.id), None)


def sure(talk: Talk, match: Match) -> list[Html]:
    """Whether it will be granted: nobody can promise; who decides; what is still open."""
    article, words = talk.desk.adviser.corpus.articles[match.article], counsel.wording(talk)
    lines = [head(talk, match), talk.text("advice.sure", issuer=words.say(article.document.issuer))]
    if match.unmet:
        lines += [_unmet(talk, each) for each in match.conditions if each.verdict == "unmet"]
    if match.missing:
        lines.append(talk.text("advice.missing", facts=counsel.labels(talk, match.missing)))
    if match.self_check:
        lines.append(talk.text("advice.check", conditions=counsel.apart(talk, match.self_check)))
    return lines


# --- papers, deadline, who pays, where --------------------------------------------------------------


def papers(talk: Talk, match: Match) -> list[Html]:
    """The papers that the source names, or that it names none."""
    found = counsel.how_to_apply(talk, match.article, "papers")
    if not found:
        found = [talk.text("advice.papers.none"), *counsel.how_to_apply(talk, match.article, "where", "contact")]
    return [head(talk, match), *found]


def deadline(talk: Talk, match: Match) -> list[Html]:
    """By when to apply, and how long the article holds."""
    days = talk.desk.adviser.corpus.articles[match.article].validity
    found = counsel.how_to_apply(talk, match.article, "deadline") or [talk.text("advice.deadline.none")]
    if days.until is not None:
        found.append(talk.text("advice.valid.until", date=render.date(talk.language, days.until)))
    elif days.note is not None:
        found.append(counsel.ended(talk, counsel.wording(talk).say(days.note)))
    else:
        found.append(talk.text("advice.valid.open"))
    return [head(talk, match), *found]


def payer(talk: Talk, match: Match) -> list[Html]:
    """Who issued it, whom the money goes to, and whom to ask: who pays is said only where the source does."""
    article, words = talk.desk.adviser.corpus.articles[match.article], counsel.wording(talk)
    lines = [head(talk, match), talk.text("advice.payer.issuer", issuer=words.say(article.document.issuer))]
    for benefit in match.benefits:
        who = "enterprise" if benefit.beneficiary == "enterprise" else "other"
        key = "advice.payer.floor" if benefit.kind == counsel.FLOOR else f"advice.payer.{who}"
        values = {"label": counsel.begun(benefit.label)}
        if who == "other" and benefit.kind != counsel.FLOOR:
            values["beneficiary"] = talk.text(f"advice.beneficiary.{benefit.beneficiary}")
        lines.append(talk.text(key, **values))
    return [*lines, *counsel.how_to_apply(talk, match.article, "where", "contact")]


def where(talk: Talk, match: Match) -> list[Html]:
    """Where to go and what to do there; the offices that the article names."""
    article, words = talk.desk.adviser.corpus.articles[match.article], counsel.wording(talk)
    lines = counsel.how_to_apply(talk, match.article, *_APART)
    lines += [
        talk.text("advice.office", name=words.say(each.name), does=counsel.ended(talk, words.say(each.does)))
        for each in article.offices
    ]
    return [head(talk, match), *(lines or [talk.text("advice.where.none", issuer=words.say(article.document.issuer))])]


# --- how much, and together -------------------------------------------------------------------------


def amount(talk: Talk, match: Match, answer: Answer) -> list[Html]:
    """What one article comes to for this enterprise."""
    found = counsel.sums(talk, match) if match.verdict in counsel.POSSIBLE else []
    found = found or [talk.text("advice.amount.none")]
    return [head(talk, match), *found, *counsel.together_at_most(talk, answer.stack, match.article)]


def amounts(talk: Talk, answer: Answer) -> list[Html]:
    """What the articles shown come to: each decided sum, what keeps the others open, and all together."""
    lines: list[Html] = []
    for match in answer.matches:
        own = [each for each in match.benefits if each.beneficiary == "enterprise" and each.kind in counsel.SUMS]
        possible = any(each.verdict in counsel.POSSIBLE and (each.amount_cny or each.missing) for each in own)
        if match.verdict in counsel.POSSIBLE and possible and (found := counsel.sums(talk, match, few=True)):
            lines += [head(talk, match), *found]
    if not lines:
        return [talk.text("advice.amount.none")]
    stack = counsel.together_at_most(talk, answer.stack, *(match.article for match in answer.matches))
    return [*lines, *stack, talk.text("advice.not-promise")]


def both(talk: Talk, answer: Answer) -> list[Html]:
    """The best allowed combination; what excludes what, where sums are not decided too."""
    lines = counsel.together_at_most(talk, answer.stack, *(match.article for match in answer.matches))
    rules = [joined([rule]) for match in answer.matches for rule in _rules(talk, match)]
    if not lines:
        lines = [talk.text("advice.both.rules" if rules else "advice.both.none")]
    return [*lines, *dict.fromkeys(rules)]


def _rules(talk: Talk, match: Match) -> Iterator[Html]:
    """Which benefits of an article cannot be had with which, as the source says it."""
    corpus, words = talk.desk.adviser.corpus, counsel.wording(talk)
    if match.verdict not in counsel.POSSIBLE:
        return
    for benefit in match.benefits:
        others = []
        for name in benefit.excludes:
            owner, _, other = name.rpartition("#")
            article = corpus.articles.get(owner or match.article)
            others += [words.say(each.label) for each in article.benefits if each.id == other] if article else []
        if others and benefit.beneficiary == "enterprise" and benefit.verdict in counsel.POSSIBLE:
            yield talk.text(
                "advice.both.excludes", label=counsel.begun(benefit.label), others=counsel.apart(talk, others)
            )
