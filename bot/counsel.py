"""What advice says: an article in short and whole, its sums, what is met, missing and to be checked, for one reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from bot import render
from bot.announce import Words
from bot.talk import Talk
from bot.texts import Html, escape, joined
from policies import applying
from policies.advise import Answer
from policies.explain import Wording
from policies.results import BenefitResult, Match
from policies.types import Language

SHOWN = 3
VALUE_LIMIT = 60
SUMS = ("subsidy", "deduction", "investment", "compensation", "interest")  # benefits that are sums of money


def wording(talk: Talk, language: str | None = None) -> Wording:
    """The corpus' own words for this reader."""
    return Wording(talk.desk.adviser.corpus, cast("Language", language or talk.language))


def title(talk: Talk, name: str) -> Html:
    article, words = talk.desk.adviser.corpus.articles[name], wording(talk)
    document, place = words.say(article.document.title), words.say(article.place)
    return talk.text("advice.title", document=document, place=place)


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
                verdict=talk.text(f"advice.verdict.{match.verdict}"),
                article=match.article,
            )
        )
        lines += _sums(talk, match, few=True)
        if match.missing:
            lines.append(talk.text("advice.missing", facts=labels(talk, match.missing)))
        elif match.unmet:
            lines.append(talk.text("advice.unmet", conditions=_conditions(talk, match, "unmet")))
    if answer.stack is not None:
        lines += [ended(talk, sentence) for sentence in answer.stack.because]
    return lines


def labels(talk: Talk, names: tuple[str, ...]) -> Html:
    return render.listing(talk.language, [wording(talk).label(name) for name in names[:4]])


def _conditions(talk: Talk, match: Match, verdict: str) -> Html:
    found = [each.label for each in match.conditions if each.verdict == verdict and each.label and not each.bar]
    barred = [each.because for each in match.conditions if each.verdict == verdict == "unmet" and each.bar]
    return _apart(talk, [*found, *barred])


def _apart(talk: Talk, items: Iterable[str]) -> Html:
    """Items that have commas of their own."""
    return joined(items, "; " if talk.language == "en" else "；")


def _sums(talk: Talk, match: Match, *, few: bool = False) -> list[Html]:
    """Benefits with their ceilings and how they are reckoned; those that depend on more; whose they are if not ours."""
    possible = [each for each in match.benefits if each.verdict in ("eligible", "likely", "unknown")]
    ours = [each for each in possible if each.beneficiary == "enterprise"]
    lines = [_sum(talk, each) for each in ours if each.amount_cny is not None]
    waiting = [each for each in ours if each.amount_cny is None and each.missing]
    if few:
        near = sorted(waiting, key=lambda each: -len(set(each.missing) & set(match.missing)))
        return lines[:2] or [_open(talk, each) for each in near if each.kind in SUMS][:1]
    lines += [talk.text("advice.benefit.plain", label=_begun(each.label)) for each in ours if _plain(each)]
    if len(waiting) == 1:
        lines.append(_open(talk, waiting[0]))
    elif waiting:
        lines.append(talk.text("advice.benefit.others", labels=_apart(talk, [each.label for each in waiting])))
    for each in possible:
        if each.beneficiary != "enterprise":
            paid_to = talk.text(f"advice.beneficiary.{each.beneficiary}")
            lines.append(talk.text("advice.benefit.other", label=_begun(each.label), beneficiary=paid_to))
    return lines


def _begun(label: str) -> str:
    """A label at the beginning of a sentence."""
    return label[:1].upper() + label[1:]


def _plain(benefit: BenefitResult) -> bool:
    return benefit.amount_cny is None and not benefit.missing


def _sum(talk: Talk, benefit: BenefitResult) -> Html:
    assert benefit.amount_cny is not None
    key = "advice.benefit.year" if benefit.period == "year" else "advice.benefit"
    amount = render.money(int(benefit.amount_cny * 100))
    return talk.text(key, label=_begun(benefit.label), amount=amount, sum=benefit.because)


def _open(talk: Talk, benefit: BenefitResult) -> Html:
    key = "advice.benefit.open" if benefit.kind in SUMS else "advice.benefit.depends"
    return talk.text(key, label=_begun(benefit.label), facts=labels(talk, benefit.missing))


def whole(talk: Talk, match: Match) -> list[Html]:
    lines = [
        talk.text(
            "advice.match.one",
            title=title(talk, match.article),
            verdict=talk.text(f"advice.verdict.{match.verdict}"),
            article=match.article,
        ),
        escape(match.digest),
        *_sums(talk, match),
    ]
    met = _conditions(talk, match, "met")
    if met:
        lines.append(talk.text("advice.met", conditions=met))
    if match.unmet:
        lines.append(talk.text("advice.unmet", conditions=_conditions(talk, match, "unmet")))
    if match.missing:
        lines.append(talk.text("advice.missing", facts=labels(talk, match.missing)))
    if match.self_check:
        lines.append(talk.text("advice.check", conditions=_apart(talk, match.self_check)))
    lines += [ended(talk, note) for note in match.notes]
    lines.append(escape(match.citation))
    if match.verdict != "not_applicable":
        lines.append(talk.text("advice.not-promise"))
    return lines


def how_to_apply(talk: Talk, name: str) -> list[Html]:
    """Where, with what papers, by when and to whom, as far as the sources say it."""
    words, found = wording(talk), applying.plan(talk.desk.adviser.corpus, name)
    lines = []
    for key, part in (("where", found.where), ("deadline", found.deadline), ("contact", found.contact)):
        if part is not None:
            lines.append(talk.text(f"advice.apply.{key}", text=words.say(part)))
    if found.papers:
        papers = _apart(talk, [words.say(each.name) for each in found.papers])
        lines.append(talk.text("advice.apply.papers", text=papers))
    if found.stages:
        lines.append(talk.text("advice.apply.stages", text=_apart(talk, [words.say(each) for each in found.stages])))
    return lines


def ended(talk: Talk, note: str) -> Html:
    """A note of the corpus as a sentence."""
    if note.endswith((".", "。", "）", ")")):
        return escape(note)
    return escape(note + ("." if talk.language == "en" else "。"))


def named(talk: Talk, fact: str) -> Words:
    return lambda language: escape(wording(talk, language).label(fact))
