"""A second reader, learnt from labelled texts, for what no recogniser reads (ADR 0028, 0029).

It goes by words, and where the encoder of meanings is installed by the vectors of stretches as well.

It speaks only of facts that the recognisers neither read nor left open, where it is sure; never where a clause wishes,
asks, doubts or speaks mostly of somebody else. Two answers for one fact are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from policies.facts.found import Findings, Found, number
from policies.facts.learned.referee import Referee
from policies.facts.learned.signs import Figure, Signs
from policies.facts.learned.stretches import Passage, Stretches
from policies.facts.learned.weights import NOTHING, Weights, shipped
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.facts.subsidised import elsewhere
from policies.types import FactValue

_SURE_OF_FIGURE, _SURE_OF_CLAUSE = 0.9, 0.7
_FIGURE_MEANT, _CLAUSE_MEANT = 0.7, 0.9  # where vectors are looked at
__all__ = ["Passage", "find", "upheld"]

_MAYBE = 0.15
"""From which likelihood on a clause of doubt may speak of a fact."""
_WISHED = frozenset({"investment_wanted_cny", "fund_stake_pct", "procurement_budget_cny"})
"""Facts that are plans by their nature."""
_LONG = 60  # code points; a statement as long holds more than one figure
_YEAR = 360  # days
_MOSTLY = 0.7  # of a clause that speaks of somebody else
_ASKS = re.compile(r"(?:吗|呢|么|没有?|不)\s*$|[能可行要会是算有](?:不|没)[能可行要会是算有]|怎么|如何|多少")


def find(page: Page, told: Collection[Found], known: Weights | None = None, passage: Passage | None = None) -> Findings:
    """Statements of facts beside those that were `told` by the recognisers, by the shipped weights or others.

    `passage`: the page's text with its vectors; without it words alone are looked at.
    """
    known, signs = known or shipped(), Signs(page)
    stretches = None if passage is None else Stretches(page, signs, passage)
    yield from _once(_figures(page, signs, known, told, stretches))
    yield from _once(_clauses(page, signs, known, {one.name for one in told}, stretches))


def upheld(page: Page, told: Sequence[Found], passage: Passage, known: Weights | None = None) -> list[Found]:
    """Of what recognisers told, what stands beside the meaning of its words."""
    known, signs = known or shipped(), Signs(page)
    return Referee(page, signs, Stretches(page, signs, passage), known).upheld(told)


def _figures(
    page: Page, signs: Signs, known: Weights, told: Collection[Found], stretches: Stretches | None
) -> Findings:
    names = {one.name for one in told}
    spans = [(one.start, one.end) for one in told if one.end - one.start < _LONG]
    left = [
        place
        for place, one in enumerate(signs.figures)
        if not one.vague and not any(start < one.end and one.start < end for start, end in spans)
    ]
    if not left:
        return
    rows, least = (None, _SURE_OF_FIGURE) if stretches is None else (stretches.of_figures(left), _FIGURE_MEANT)
    answers = known.of_figures([(signs.figures[place].kind, signs.of_figure(place)) for place in left], rows)
    for place, (name, sure) in zip(left, answers, strict=True):
        figure = signs.figures[place]
        if name == NOTHING or name in names or sure < least:
            continue
        if not isinstance(figure.value, str) and not known.usual(name, float(figure.value)):
            continue
        if name not in _WISHED and page.wished(page.index(figure.start), figure.start):
            continue
        yield Found(name, _value(name, figure), figure.start, figure.end)


def _value(name: str, figure: Figure) -> FactValue:
    if isinstance(figure.value, str):
        return figure.value
    return number(figure.value / _YEAR if name.endswith("_years") else figure.value)


def _clauses(page: Page, signs: Signs, known: Weights, names: Collection[str], stretches: Stretches | None) -> Findings:
    numbers = [
        index
        for index, clause in enumerate(page.clauses)
        if "?" not in clause.closing
        and not _ASKS.search(page.words(index))
        and signs.theirs(index) < _MOSTLY
        and not page.wished(index)
    ]
    if not numbers:
        return
    rows = None if stretches is None else stretches.of_clauses(numbers)
    answers = known.of_clauses((signs.of_clause(index) for index in numbers), _SURE_OF_CLAUSE, rows, _CLAUSE_MEANT)
    left_open = set() if stretches is None else _left_open(page, known, stretches)
    for index, stated in zip(numbers, answers, strict=True):
        more = [
            one
            for one in stated
            if one[0] not in names and one[0] not in left_open and not _of_others(page, index, one[0])
        ]
        if more and not doubted(page, index):
            clause = page.clauses[index]
            for name, value in more:
                yield Found(name, value, clause.start, clause.end)


def _left_open(page: Page, known: Weights, stretches: Stretches) -> set[str]:
    """Facts that a clause of doubt may speak of: 当时算海淀还是西城我不清楚."""
    numbers = [index for index in range(len(page.clauses)) if doubted(page, index)]
    if not numbers:
        return set()
    maybe = (known.meant_clauses(stretches.of_clauses(numbers)) >= _MAYBE).any(axis=0)
    return {name for (name, _), one in zip(known.clause_classes, maybe, strict=True) if one}


def _of_others(page: Page, index: int, name: str) -> bool:
    """What another department paid is no subsidy of this programme, whatever it was paid for."""
    return name in ("interest_subsidised", "guarantee_fee_subsidised") and elsewhere(page.words(index))


def _once(found: Iterable[Found]) -> Findings:
    """Each fact once; one that is stated in two ways is left out."""
    by_name: dict[str, list[Found]] = {}
    for one in found:
        by_name.setdefault(one.name, []).append(one)
    for statements in by_name.values():
        if len({one.value for one in statements}) == 1:
            yield statements[0]
