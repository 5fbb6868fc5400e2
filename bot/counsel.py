"""What advice says: an article in short and whole, its sums, what is met, missing and to be checked, for one reader."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from bot import render
from bot.announce import Words
from bot.talk import Talk
from bot.texts import Html, escape, joined
from policies import applying
from policies.advise import Answer
from policies.explain import Wording
from policies.results import BenefitResult, Match, Stack
from policies.types import Language

SHOWN = 3
VALUE_LIMIT = 60
SUMS = ("subsidy", "deduction", "investment", "compensation", "interest")  # benefits that are sums of money
FLOOR = "protection"  # a share or a right that is secured for all such enterprises: never "up to … for you"
POSSIBLE = ("eligible", "likely", "unknown")


def wording(talk: Talk, language: str | None = None) -> Wording:
    """The corpus' own words for this reader."""
    return Wording(talk.desk.adviser.corpus, cast("Language", language or talk.language))


def title(talk: Talk, name: str) -> Html:
    article, words = talk.desk.adviser.corpus.articles[name], wording(talk)
    document, place = words.say(article.document.title), words.say(article.place)
    return talk.text("advice.title", document=document, place=place)


def verdict(talk: Talk, match: Match) -> Html:
    """The verdict in words; what has ended or not begun says on which day."""
    days = talk.desk.adviser.corpus.articles[match.article].validity
    if match.verdict == "expired" and days.until is not None:
        return talk.text("advice.verdict.ended", date=render.date(talk.language, days.until))
    if match.verdict == "not_yet" and days.since is not None:
        return talk.text("advice.verdict.begins", date=render.date(talk.language, days.since))
    return talk.text(f"advice.verdict.{match.verdict}")


def question_of(talk: Talk, fact: str) -> str:
    return wording(talk).say(talk.desk.adviser.corpus.vocabulary.facts[fact].question)


def value_of(talk: Talk, name: str, value: Any) -> str:
    """A fact's value for people; None is a matter that the text raised and left open."""
    if value is None:
        return talk.text("advice.value.open")
    return render.short(wording(talk).value(name, value), VALUE_LIMIT)


def stated_line(talk: Talk, name: str, value: Any, words: str) -> Html:
    label, shown = wording(talk).label(name), value_of(talk, name, value)
    if not words:
        return talk.text("advice.fact.told", label=label, value=shown)
    return talk.text("advice.fact", label=label, value=shown, words=render.short(words, VALUE_LIMIT))


def in_short(talk: Talk, answer: Answer) -> list[Html]:
    """The first few matches: title, verdict, what is missing, the first sum; then what all sums come to together."""
    lines = []
    for number, match in enumerate(answer.matches[:SHOWN], 1):
        lines.append(
            talk.text(
                "advice.match",
                number=number,
                title=title(talk, match.article),
                verdict=verdict(talk, match),
                article=match.article,
            )
        )
        lines += sums(talk, match, few=True)
        if match.missing:
            lines.append(talk.text("advice.missing", facts=labels(talk, match.missing)))
        else:
            lines += unmet(talk, match)
    return [*lines, *together_at_most(talk, answer.stack, *(match.article for match in answer.matches))]


def unmet(talk: Talk, match: Match) -> list[Html]:
    """What is not met; where all conditions are, but none of the article's own cases, that."""
    if not match.unmet:
        return []
    if not any(each.verdict == "unmet" for each in match.conditions):
        return no_case(talk, match)
    return [talk.text("advice.unmet", conditions=_conditions(talk, match, "unmet"))]


def no_case(talk: Talk, match: Match) -> list[Html]:
    """All conditions met, but none of the article's own cases."""
    if match.verdict != "ineligible" or any(each.verdict == "unmet" for each in match.conditions):
        return []
    return [talk.text("advice.whynot.case", labels=apart(talk, [each.label for each in match.benefits]))]


def together_at_most(talk: Talk, stack: Stack | None, *articles: str) -> list[Html]:
    """What all sums come to together and what excludes what, if that concerns the benefits of one of ``articles``."""
    if stack is None:
        return []
    named = {*stack.benefits, *(name for pair in stack.left for name in pair)}
    if not {name.partition("#")[0] for name in named} & set(articles):
        return []
    return [ended(talk, sentence) for sentence in stack.because]


def labels(talk: Talk, names: tuple[str, ...]) -> Html:
    return render.listing(talk.language, [wording(talk).label(name) for name in names[:4]])


def _conditions(talk: Talk, match: Match, truth: str) -> Html:
    found = [each.label for each in match.conditions if each.verdict == truth and each.label and not each.bar]
    barred = [each.because for each in match.conditions if each.verdict == truth == "unmet" and each.bar]
    return apart(talk, [*found, *barred])


def apart(talk: Talk, items: Iterable[str]) -> Html:
    """Items that have commas of their own."""
    return joined(items, "; " if talk.language == "en" else "；")


def shown_because(talk: Talk, match: Match) -> list[Html]:
    """Why an article came up; its conditions are told one by one elsewhere."""
    return [ended(talk, reason) for reason in match.why]


def sums(talk: Talk, match: Match, *, few: bool = False) -> list[Html]:
    """Benefits with their ceilings and how they are reckoned; those that depend on more; whose they are if not ours."""
    possible = [each for each in match.benefits if each.verdict in POSSIBLE]
    ours = [each for each in possible if each.beneficiary == "enterprise"]
    lines = [_sum(talk, each) for each in ours if each.amount_cny is not None]
    open_now = [each for each in ours if each.amount_cny is None and each.missing]
    instead = [
        each for each in open_now if any(_exclude(each, other) for other in ours if other.amount_cny is not None)
    ]
    waiting = [each for each in open_now if each not in instead]
    others = [_to_others(talk, each) for each in possible if each.beneficiary != "enterprise"]
    if few:
        near = sorted(waiting, key=lambda each: -len(set(each.missing) & set(match.missing)))
        open_ = [_open(talk, each) for each in near if each.kind in SUMS][:1]
        return lines[:2] or open_ or ([] if ours else others[:1])
    lines += [talk.text("advice.benefit.plain", label=begun(each.label)) for each in ours if _plain(each)]
    if len(waiting) == 1:
        lines.append(_open(talk, waiting[0]))
    elif waiting:
        lines.append(talk.text("advice.benefit.others", labels=apart(talk, [each.label for each in waiting])))
    if instead:
        lines.append(talk.text("advice.benefit.instead", labels=apart(talk, [each.label for each in instead])))
    return lines + others


def _exclude(one: BenefitResult, other: BenefitResult) -> bool:
    """Whether two benefits of an article cannot be had together."""
    return one.id in other.excludes or other.id in one.excludes


def total(match: Match) -> Decimal | None:
    """What the article's own sums of money come to at most, in yuan; None where there is none that is decided."""
    decided = [each for each in match.benefits if each.amount_cny is not None and each.kind != FLOOR]
    return match.total_cny if any(each.beneficiary == "enterprise" for each in decided) else None


def _to_others(talk: Talk, benefit: BenefitResult) -> Html:
    paid_to = talk.text(f"advice.beneficiary.{benefit.beneficiary}")
    return talk.text("advice.benefit.other", label=begun(benefit.label), beneficiary=paid_to)


def begun(label: str) -> str:
    """A label at the beginning of a sentence."""
    return label[:1].upper() + label[1:]


def _plain(benefit: BenefitResult) -> bool:
    return benefit.amount_cny is None and not benefit.missing


def _sum(talk: Talk, benefit: BenefitResult) -> Html:
    assert benefit.amount_cny is not None
    key = "advice.benefit.year" if benefit.period == "year" else "advice.benefit"
    key = "advice.benefit.floor" if benefit.kind == FLOOR else key
    amount = render.money(int(benefit.amount_cny * 100))
    return talk.text(key, label=begun(benefit.label), amount=amount, sum=benefit.because)


def _open(talk: Talk, benefit: BenefitResult) -> Html:
    key = "advice.benefit.open" if benefit.kind in SUMS else "advice.benefit.depends"
    return talk.text(key, label=begun(benefit.label), facts=labels(talk, benefit.missing))


def whole(talk: Talk, match: Match, stack: Stack | None = None) -> list[Html]:
    """One article: how it stands, what it brings, what is met, missing and to be checked, and where it is written."""
    lines = [
        talk.text(
            "advice.match.one",
            title=title(talk, match.article),
            verdict=verdict(talk, match),
            article=match.article,
        ),
        *replaced(talk, match.article),
        escape(match.digest),
        *sums(talk, match),
        *together_at_most(talk, stack, match.article),
    ]
    met = _conditions(talk, match, "met")
    if met:
        lines.append(talk.text("advice.met", conditions=met))
    lines += unmet(talk, match)
    if match.missing:
        lines.append(talk.text("advice.missing", facts=labels(talk, match.missing)))
    if match.self_check:
        lines.append(talk.text("advice.check", conditions=apart(talk, match.self_check)))
    lines += [ended(talk, note) for note in match.notes]
    lines.append(escape(match.citation))
    if match.verdict != "not_applicable":
        lines.append(talk.text("advice.not-promise"))
    return lines


def replaced(talk: Talk, name: str) -> list[Html]:
    """By what the article's document has been replaced, where the corpus knows."""
    corpus, words = talk.desk.adviser.corpus, wording(talk)
    document = corpus.articles[name].document
    if document.replaced_by is None or document.replaced_by not in corpus.documents:
        return []
    title_ = words.say(corpus.documents[document.replaced_by].title)
    return [talk.text("advice.replaced", title=words.say(document.title), other=title_)]


def how_to_apply(talk: Talk, name: str, *parts: str) -> list[Html]:
    """Where, with what papers, by when and to whom, as far as the sources say it; of these the ``parts``, or all."""
    words, found = wording(talk), applying.plan(talk.desk.adviser.corpus, name)
    said = {
        "where": [found.where] if found.where is not None else [],
        "deadline": [found.deadline] if found.deadline is not None else [],
        "contact": [found.contact] if found.contact is not None else [],
        "papers": [each.name for each in found.papers],
        "stages": list(found.stages),
    }
    return [
        talk.text(f"advice.apply.{part}", text=apart(talk, map(words.say, texts)))
        for part, texts in said.items()
        if texts and (not parts or part in parts)
    ]


def ended(talk: Talk, note: str) -> Html:
    """A note of the corpus as a sentence."""
    if note.endswith((".", "。", "）", ")")):
        return escape(note)
    return escape(note + ("." if talk.language == "en" else "。"))


def named(talk: Talk, fact: str) -> Words:
    return lambda language: escape(wording(talk, language).label(fact))
