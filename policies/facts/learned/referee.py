"""What recognisers read, looked at again by what was learnt (ADR 0029): of several statements that exclude each other
those fall that their words do not mean, where those of another do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from policies.facts.found import Found
from policies.facts.learned.signs import YEAR, Figure, Signs
from policies.facts.learned.stretches import Stretches
from policies.facts.learned.weights import Weights
from policies.facts.scope import Page

_MEANT, _HARDLY = 0.6, 0.15
"""How likely one of them must be at least, and those that fall at most."""


def contested(told: Sequence[Found]) -> list[Found]:
    """The statements of facts that are told in more than one way."""
    by_name: dict[str, list[Found]] = defaultdict(list)
    for one in told:
        if one.value is not None:
            by_name[one.name].append(one)
    return [one for each in by_name.values() if len({one.value for one in each}) > 1 for one in each]


def upheld(page: Page, signs: Signs, stretches: Stretches, known: Weights, told: Sequence[Found]) -> list[Found]:
    """The statements that stand, in their order: also what is told in one way, or nothing was learnt of."""
    likely = {one: _likely(page, signs, stretches, known, one) for one in contested(told)}
    sure = {one.name for one, share in likely.items() if share is not None and share >= _MEANT}
    return [one for one in told if one.name not in sure or (share := likely.get(one)) is None or share > _HARDLY]


def _likely(page: Page, signs: Signs, stretches: Stretches, known: Weights, one: Found) -> float | None:
    """How likely its words make a statement, 0 to 1; None where nothing was learnt of it."""
    if (one.name, one.value) in known.clause_classes:
        row = stretches.of_clauses([page.index(one.start)])
        return float(known.meant_clauses(row)[0, known.clause_classes.index((one.name, one.value))])
    for number, figure in enumerate(signs.figures):
        if figure.start < one.end and one.start < figure.end and _tells(figure, one):
            thing = (figure.kind, signs.of_figure(number))
            return known.of_figures([thing], stretches.of_figures([number]))[0].get(one.name)
    return None


def _tells(figure: Figure, one: Found) -> bool:
    if isinstance(figure.value, str) or isinstance(one.value, str):
        return figure.value == one.value
    if not isinstance(one.value, int | float) or isinstance(one.value, bool):
        return False
    told = Decimal(str(abs(one.value))) * (YEAR if one.name.endswith("_years") else 1)
    return abs(figure.value - told) < Decimal("0.000001") * max(Decimal(1), abs(figure.value))
