"""What recognisers read, looked at again by what was learnt (ADR 0029): of several statements that exclude each other
those fall that their words do not mean, where those of another do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from policies.facts.found import Found
from policies.facts.learned.signs import Figure, Signs
from policies.facts.learned.stretches import Stretches
from policies.facts.learned.weights import Weights
from policies.facts.scope import Page

_MEANT, _HARDLY = 0.6, 0.15
"""How likely one of them must be at least, and those that fall at most."""
_YEAR = 360  # days


class Referee:
    """Knows how likely each statement is by the vectors of its words."""

    def __init__(self, page: Page, signs: Signs, stretches: Stretches, known: Weights) -> None:
        self._page, self._known, self._figures, self._stretches = page, known, signs.figures, stretches

    def upheld(self, told: Sequence[Found]) -> list[Found]:
        """The statements that stand, in their order: also what is told in one way, or nothing was learnt of."""
        by_name: dict[str, list[Found]] = defaultdict(list)
        for one in told:
            if one.value is not None:
                by_name[one.name].append(one)
        apart = [one for each in by_name.values() if len({one.value for one in each}) > 1 for one in each]
        likely = {id(one): self._likely(one) for one in apart}
        sure = {one.name for one in apart if (likely[id(one)] or 0) >= _MEANT}
        fallen = {
            number
            for number, one in enumerate(told)
            if one.name in sure and (share := likely.get(id(one))) is not None and share <= _HARDLY
        }
        return [one for number, one in enumerate(told) if number not in fallen]

    def _likely(self, one: Found) -> float | None:
        """How likely a statement is, 0 to 1; None where nothing was learnt of it."""
        if (one.name, one.value) in self._known.clause_classes:
            row = self._stretches.of_clauses([self._page.index(one.start)])
            return float(self._known.meant_clauses(row)[0, self._known.clause_classes.index((one.name, one.value))])
        for number, figure in enumerate(self._figures):
            if figure.start < one.end and one.start < figure.end and _tells(figure, one):
                row = self._stretches.of_figures([number])
                return self._known.meant_figures([figure.kind], row)[0].get(one.name)
        return None


def _tells(figure: Figure, one: Found) -> bool:
    if isinstance(figure.value, str) or isinstance(one.value, str):
        return figure.value == one.value
    if not isinstance(one.value, int | float) or isinstance(one.value, bool):
        return False
    scale = _YEAR if one.name.endswith("_years") else 1
    return abs(figure.value - Decimal(str(abs(one.value))) * scale) < Decimal("0.000001") * max(1, abs(figure.value))
