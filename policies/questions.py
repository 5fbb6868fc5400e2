"""The most decisive next question: the unknown fact whose answer moves the leading articles furthest apart.

For each fact that keeps a leading article or one of its benefits open, plausible answers are tried (yes and no, each
choice, figures at and around the limits); what counts is how far verdicts and sums then differ. Facts that are known or
that the person has declined to give are never asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from policies.criteria import Outcome, Profile, evaluate_for, known
from policies.errors import FactValueError
from policies.explain import Wording
from policies.expressions import All, AnyOf, Compare, Criterion, FactValue, Not, facts_in
from policies.match import Ranked
from policies.results import Question
from policies.types import Article, Condition, Truth, Verdict
from policies.vocabulary import Corpus, FactDef

_LEADING = 3
_OF_BEST = 0.5  # least score beside the best: nothing is asked for the sake of what merely came up too
_FACTS = 8
_NEARER = 1.5  # worth of the last open fact of an article, shared where it takes several to decide
_RANK = {Verdict.ELIGIBLE: 2.0, Verdict.LIKELY: 2.0, Verdict.UNKNOWN: 1.0, Verdict.NOT_APPLICABLE: 1.0}
_TYPICAL = {"cny": (1_000_000.0,), "pct": (4.0,), "days": (90.0,), "years": (3.0,), "count": (50.0,)}


def next_question(
    ranked: Sequence[Ranked], profile: Profile, declined: frozenset[str], corpus: Corpus, wording: Wording
) -> Question | None:
    """The question worth most, or None if no answer would change anything."""
    least = max((one.found.score for one in ranked), default=0.0) * _OF_BEST
    near = [one for one in ranked if one.found.score >= least]
    leading = [one for one in near if one.outcome.verdict in _RANK][:_LEADING]
    best: tuple[float, str] | None = None
    for name in list(_asked_for(leading, profile, declined))[:_FACTS]:
        worth = _worth(name, leading, profile, corpus)
        if worth > 0 and (best is None or worth > best[0] + 1e-9):
            best = (worth, name)
    return None if best is None else _worded(best[1], leading, ranked[0].outcome.article, corpus, wording)


def _asked_for(leading: Sequence[Ranked], profile: Profile, declined: frozenset[str]) -> Iterator[str]:
    """Facts that are open, those of conditions before those of sums, each once."""
    seen = set(declined)
    for one in leading:
        for name in (*_of_conditions(one.outcome, declined), *_of_benefits(one.outcome)):
            if name not in seen and not profile.stated(name):
                seen.add(name)
                yield name


def _of_conditions(outcome: Outcome, declined: frozenset[str]) -> Iterator[str]:
    for condition in outcome.conditions:
        if condition.truth is Truth.UNKNOWN and not condition.silent:
            preferred = condition.condition.ask
            yield from (preferred,) if preferred and preferred not in declined else condition.missing


def _of_benefits(outcome: Outcome) -> Iterator[str]:
    """Facts of the sums that the enterprise has said something about."""
    settled = outcome.verdict is not Verdict.UNKNOWN
    touched = [
        benefit
        for benefit in outcome.benefits
        if benefit.open and benefit.closeness[1] > 0 and not (settled and benefit.applies is Truth.UNKNOWN)
    ]
    for benefit in sorted(touched, key=lambda one: one.closeness, reverse=True):
        yield from benefit.missing
    yield from outcome.missing


def _worth(name: str, leading: Sequence[Ranked], profile: Profile, corpus: Corpus) -> float:
    """How far the plausible answers to one fact move the leading articles apart, weighted by their scores."""
    total = 0.0
    definition = corpus.vocabulary.facts[name]
    articles = [one.outcome.article for one in leading]
    values = list(_plausible(definition, articles, corpus, profile.as_of))
    clear = replace(profile, unsettled=(), sounds_barred=lambda: None)  # the answer to come is to count
    profiles = [clear.told(name, value) for value in values]
    for one in leading:
        if not profiles or not _keeps_open(name, one.outcome):
            continue
        outcomes = [evaluate_for(one.outcome.article, corpus, trial, one.outcome.asked) for trial in profiles]
        ranks = [_RANK.get(outcome.verdict, 0.0) for outcome in outcomes]
        sums = [math.log10(1 + float(outcome.total or 0)) for outcome in outcomes]
        gained = max(ranks) - _RANK.get(one.outcome.verdict, 0.0)
        known_before = math.log10(1 + float(one.outcome.total or 0))
        moved = max(ranks) - min(ranks) + max(0.0, gained)
        nearer = _NEARER / len(one.outcome.missing) if name in one.outcome.missing else 0.0
        worth = moved + nearer + 0.1 * max(max(sums) - min(sums), max(sums) - known_before)
        total += max(0.05, one.found.score**2) * worth  # what stands first counts most
    return total


def _keeps_open(name: str, outcome: Outcome) -> bool:
    conditions = any(name in one.missing for one in outcome.conditions)
    return conditions or any(name in one.missing for one in outcome.benefits)


def _plausible(definition: FactDef, articles: Sequence[Article], corpus: Corpus, as_of: date) -> Iterator[FactValue]:
    """Answers worth trying, at most a handful."""
    if definition.kind == "boolean":
        yield from (True, False)
    elif definition.kind == "choice":
        yield from list(definition.choices)[:8]
    elif definition.kind == "place":
        yield from {article.jurisdiction for article in articles} - {"CN"}
        yield "CN-00"
    elif definition.kind == "date":
        last = min((parameter.known_until for parameter in corpus.vocabulary.parameters.values()), default=as_of)
        yield from (min(last, as_of).isoformat(), as_of.isoformat(), (as_of - timedelta(days=3660)).isoformat())
    else:
        yield from _figures(definition, articles)


def _figures(definition: FactDef, articles: Sequence[Article]) -> Iterator[FactValue]:
    """The limits that the articles set for a fact, and figures on either side; a typical one where they set none."""
    limits = [
        one.value
        for article in articles
        for criterion in _criteria(article)
        for one in _compares(criterion)
        if one.fact == definition.name
    ]
    tried: list[FactValue] = []
    for limit in limits[:4]:
        listed = limit if isinstance(limit, tuple) else (limit,)
        for value in listed[:3]:
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                tried += [value * 0.5 - 1, value, value * 2 + 1]
            elif isinstance(value, str):
                tried += [value, "-"]
    for value in tried or [*_TYPICAL.get(definition.unit or "", ()), *(["-"] if definition.kind == "text" else [])]:
        try:
            known(definition, value)
        except FactValueError:
            continue
        yield value


def _criteria(article: Article) -> Iterator[Criterion]:
    for condition in (*article.conditions, *article.exclusions):
        yield condition.when
    for benefit in article.benefits:
        if benefit.when is not None:
            yield benefit.when


def _compares(criterion: Criterion) -> Iterator[Compare]:
    if isinstance(criterion, Compare):
        yield criterion
    elif isinstance(criterion, Not):
        yield from _compares(criterion.part)
    else:
        assert isinstance(criterion, (All, AnyOf))
        for part in criterion.parts:
            yield from _compares(part)


def _worded(name: str, leading: Sequence[Ranked], first: Article, corpus: Corpus, wording: Wording) -> Question:
    definition = corpus.vocabulary.facts[name]
    return Question(
        name,
        wording.say(definition.question),
        _hangs(name, leading, first, wording),
        definition.kind,
        _choices(definition, wording),
        wording.say(definition.help) if definition.help is not None else "",
    )


def _choices(definition: FactDef, wording: Wording) -> dict[str, str]:
    if definition.kind == "boolean":
        return {"true": wording.sentence("yes"), "false": wording.sentence("no")}
    return {value: wording.say(words) for value, words in definition.choices.items()}


def _hangs(name: str, leading: Sequence[Ranked], first: Article, wording: Wording) -> str:
    """What hangs on the fact: a condition that is open, or else a sum; and in which article, if not in the first."""
    for one in leading:
        for condition in one.outcome.conditions:
            if name in condition.missing and _reads(condition.condition, name):
                what = wording.sentence("hangs-verdict", label=wording.say(condition.condition.label))
                return _decides(what, one.outcome.article, first, wording)
    for one in leading:
        for benefit in one.outcome.benefits:
            if name in benefit.missing:
                what = wording.sentence("hangs-sum", label=wording.say(benefit.benefit.label))
                return _decides(what, one.outcome.article, first, wording)
    return ""


def _decides(what: str, article: Article, first: Article, wording: Wording) -> str:
    if article.id == first.id:
        return wording.sentence("hangs", what=what)
    title, place = wording.say(article.document.title), wording.say(article.place)
    return wording.sentence("hangs-in", what=what, title=title, place=place)


def _reads(condition: Condition, name: str) -> bool:
    return name in facts_in(condition.when)
