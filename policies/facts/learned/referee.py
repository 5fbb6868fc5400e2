"""What recognisers read, looked at again by what was learnt (ADR 0029, 0030).

Of several statements that exclude each other those fall that their words do not mean, where those of another do. A
statement that nobody contradicts falls where its words hardly mean it and surely mean another thing. A doubt gives way
to a bar that the text means; what the writer says not to know stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from policies.facts.found import Found
from policies.facts.learned.sense import Sense
from policies.facts.learned.signs import YEAR, Figure, Signs
from policies.facts.learned.weights import Weights
from policies.facts.scope import Page
from policies.facts.subsidised import own_programme
from policies.facts.unsettled import SAID_UNKNOWN

_MEANT, _HARDLY = 0.6, 0.15
"""How likely one of several statements must be at least, and those that fall at most."""
_FIGURE_SURE, _FIGURE_NEVER = 0.9, 0.02
_CLAUSE_SURE, _CLAUSE_NEVER = 0.85, 0.05
"""How likely another meaning must be at least, and one that nobody contradicts may be at most, to fall."""
_MAY_MEAN = 0.7
"""From which likelihood on a clause may mean a bar where another one denies it."""
_NOT_AGAINST = 0.6
"""How likely any clause may make the opposite of a bar that another one means."""
_SALES = frozenset({"annual_revenue_cny", "previous_revenue_cny"})
"""Which year a sum of sales is of is reckoned from the day of asking, which nothing was learnt of."""
BARS = frozenset(
    {"loan_overdue", "serious_dishonesty", "other_regional_funding", "interest_subsidised", "guarantee_fee_subsidised"}
)
"""What bars where it is so; of anything else, that it is not so."""
_LATE = "loan_overdue"
"""Once late and otherwise on time is late: what is said of the rest takes nothing back."""
Floats = NDArray[np.float32]


def contested(told: Sequence[Found]) -> list[Found]:
    """The statements of facts that are told in more than one way."""
    by_name: dict[str, list[Found]] = defaultdict(list)
    for one in told:
        if one.value is not None:
            by_name[one.name].append(one)
    return [one for each in by_name.values() if len({one.value for one in each}) > 1 for one in each]


def open_ended(told: Sequence[Found]) -> list[Found]:
    """Doubts, and what is said both ways of lateness."""
    return [one for one in told if one.value is None] + [one for one in contested(told) if one.name == _LATE]


def unlikely(signs: Signs, known: Weights, told: Sequence[Found]) -> dict[int, list[Found]]:
    """Figures by number with the statements that their words alone hardly mean: worth a look by meaning."""
    by_figure: dict[int, list[Found]] = defaultdict(list)
    for one in told:
        if (number := figure_of(signs, one)) is not None:
            by_figure[number].append(one)
    words = known.of_figures([(signs.figures[number].kind, signs.of_figure(number)) for number in by_figure])
    found = {}
    for (number, statements), likely in zip(by_figure.items(), words, strict=True):
        few = [one for one in statements if likely.get(one.name, 1.0) <= 2 * _FIGURE_NEVER and not _decline(one)]
        if few:
            found[number] = few
    return found


def _decline(one: Found) -> bool:
    """Figures are learnt without their sign."""
    return isinstance(one.value, int | float) and one.value < 0


def figure_of(signs: Signs, one: Found) -> int | None:
    """The figure by which a statement tells, by its number."""
    if one.value is None or isinstance(one.value, bool):
        return None
    return next(
        (
            number
            for number, figure in enumerate(signs.figures)
            if figure.start < one.end and one.start < figure.end and _tells(figure, one)
        ),
        None,
    )


def upheld(
    page: Page,
    signs: Signs,
    sense: Sense,
    known: Weights,
    told: Sequence[Found],
    hardly: Mapping[int, Sequence[Found]],
) -> list[Found]:
    """The statements that stand, in their order: also what is told in one way, or nothing was learnt of. `hardly`: by
    figure, those that are `unlikely`."""
    likely = {one: _likely(page, signs, sense, known, one) for one in contested(told)}
    sure = {one.name for one, share in likely.items() if share is not None and share >= _MEANT}
    kept = [one for one in told if one.name not in sure or _stands(one, likely.get(one))]
    others = {
        one
        for number, statements in hardly.items()
        if max(sense.figures[number].values()) >= _FIGURE_SURE
        for one in statements
        if sense.figures[number].get(one.name, 1.0) <= _FIGURE_NEVER  # "our bill for the year is 45,000 yuan"
        and not {one.name, max(sense.figures[number], key=sense.figures[number].__getitem__)} <= _SALES
    }
    return [one for one in kept if one not in others]


def _stands(one: Found, share: float | None) -> bool:
    """Whether one of several statements is likely enough to stand; a bar falls less easily."""
    return share is None or share > (_CLAUSE_NEVER if bars(one.name, one.value) else _HARDLY)


class Clauses:
    """How likely some clauses of a page, by their numbers, make each yes-no fact and choice: a row a clause."""

    def __init__(self, page: Page, known: Weights, numbers: Sequence[int], likely: Floats) -> None:
        self._page, self._known, self._likely = page, known, likely
        self._rows = {number: row for row, number in enumerate(numbers)}
        self._numbers = numbers
        self._classes: dict[str, list[int]] = defaultdict(list)
        for place, (name, _) in enumerate(known.clause_classes):
            self._classes[name].append(place)

    def mended(self, told: Sequence[Found], open_: Collection[str]) -> list[Found]:
        """The statements with what the clauses mean in place of what they hardly mean, or of a doubt; what the writer
        says not to know, by its words or as a clause of doubt means it (`open_`), stays so."""
        by_name: dict[str, list[Found]] = defaultdict(list)
        for one in told:
            by_name[one.name].append(one)
        found = []
        for name, statements in by_name.items():
            if len(self._classes.get(name, ())) < 2:
                found += statements
            elif any(one.value is None for one in statements) or (name == _LATE and contested(statements)):
                found += statements if name in open_ else self._settled(name, statements)
            else:
                found += self._hinted(name, self._overruled(name, statements))
        return found

    def _settled(self, name: str, statements: list[Found]) -> list[Found]:
        """A bar that some clause means, in place of what leaves it open."""
        if any(one.value is None and one.weight >= SAID_UNKNOWN for one in statements):
            return statements
        most = {place: float(self._likely[:, place].max()) for place in self._classes[name]}
        worst = max((place for place in most if bars(*self._known.clause_classes[place])), key=most.__getitem__)
        against = max((share for place, share in most.items() if place != worst), default=0.0)
        if most[worst] < _CLAUSE_SURE or (against > _NOT_AGAINST and name != _LATE):
            return statements
        value = self._known.clause_classes[worst][1]
        clause = self._page.clauses[self._numbers[int(self._likely[:, worst].argmax())]]
        return [*(one for one in statements if one.value == value), Found(name, value, clause.start, clause.end)]

    def _hinted(self, name: str, statements: list[Found]) -> list[Found]:
        """What helps is left open where another clause may mean the bar, or its own clause means it more: "the
        principal was back in time; only the December interest went out twelve days late"."""
        first = statements[0]
        own = next(
            (place for place in self._classes[name] if self._known.clause_classes[place][1] == first.value), None
        )
        worst = [place for place in self._classes[name] if bars(*self._known.clause_classes[place])]
        if own is None or own in worst or any(one.value != first.value for one in statements):
            return statements
        here = {self._rows.get(self._page.index(one.start)) for one in statements}
        likely = self._likely[:, worst].max(axis=1)
        for row in np.flatnonzero(likely >= _MAY_MEAN).tolist():
            if row in here and not (likely[row] >= _CLAUSE_SURE and self._likely[row, own] <= _HARDLY):
                continue
            if name == "other_regional_funding" and own_programme(self._page.words(self._numbers[row])):
                continue
            clause, weight = self._page.clauses[self._numbers[row]], max(one.weight for one in statements)
            late = name == _LATE and likely[row] >= _CLAUSE_SURE
            if late:
                return [Found(name, True, clause.start, clause.end, weight)]
            return [*statements, Found(name, None, clause.start, clause.end, weight)]
        return statements

    def _overruled(self, name: str, statements: list[Found]) -> list[Found]:
        first, places = statements[0], self._classes[name]
        rows = [self._rows.get(self._page.index(one.start)) for one in statements]
        own = [place for place in places if self._known.clause_classes[place][1] == first.value]
        known = [row for row in rows if row is not None]
        if len(known) < len(rows) or not own or any(one.value != first.value for one in statements):
            return statements
        if bars(name, first.value):
            return statements  # a bar, or a title that is denied, is not taken away by likeness
        shares = self._likely[known][:, places].max(axis=0)
        best = int(shares.argmax())
        if self._likely[known, own[0]].max() > _CLAUSE_NEVER or shares[best] < _CLAUSE_SURE:
            return statements
        value = self._known.clause_classes[places[best]][1]
        return [Found(name, value, first.start, first.end, max(one.weight for one in statements))]


def bars(name: str, value: object) -> bool:
    """Whether a value may stand in the way of help; of a choice, any but a bank's loan."""
    return value is (name in BARS) if isinstance(value, bool) else value != "bank"


def _likely(page: Page, signs: Signs, sense: Sense, known: Weights, one: Found) -> float | None:
    """How likely its words make a statement, 0 to 1; None where nothing was learnt of it."""
    if (one.name, one.value) in known.clause_classes:
        return float(sense.likely([page.index(one.start)])[0, known.clause_classes.index((one.name, one.value))])
    number = figure_of(signs, one)
    return None if number is None else sense.figures[number].get(one.name)


def _tells(figure: Figure, one: Found) -> bool:
    if isinstance(figure.value, str) or isinstance(one.value, str):
        return figure.value == one.value
    if not isinstance(one.value, int | float) or isinstance(one.value, bool):
        return False
    told = Decimal(str(abs(one.value))) * (YEAR if one.name.endswith("_years") else 1)
    return abs(figure.value - told) < Decimal("0.000001") * max(Decimal(1), abs(figure.value))
