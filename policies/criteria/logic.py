"""Three-valued evaluation of a criterion. A missing fact is never false and never zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import chain

from policies.criteria.profile import Profile
from policies.criteria.values import Known, OneOf, Span, lies_in, moved, number, read_date
from policies.expressions import All, AnyOf, AsOf, Compare, Criterion, FactValue, Not
from policies.types import Truth

Operand = FactValue | tuple[FactValue, ...] | AsOf


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a criterion came out; if unknown, what is `missing` and whether the enterprise itself `doubted` any of it."""

    truth: Truth
    missing: tuple[str, ...] = ()
    doubted: bool = False


MET, UNMET = Judgement(Truth.MET), Judgement(Truth.UNMET)


def judge(criterion: Criterion, profile: Profile) -> Judgement:
    """The criterion for this enterprise on this day."""
    if isinstance(criterion, Compare):
        return _compare(criterion, profile)
    if isinstance(criterion, Not):
        inner = judge(criterion.part, profile)
        if inner.truth is Truth.UNKNOWN:
            return inner
        return UNMET if inner.truth is Truth.MET else MET
    decides, otherwise = (Truth.UNMET, MET) if isinstance(criterion, All) else (Truth.MET, UNMET)
    open_parts = []
    for part in criterion.parts:
        found = judge(part, profile)
        if found.truth is decides:
            return found
        if found.truth is Truth.UNKNOWN:
            open_parts.append(found)
    return _open(open_parts) if open_parts else otherwise


def is_met(criterion: Criterion, profile: Profile) -> bool:
    """Whether `judge` would find it met, without asking what is missing: the first part that is not met ends an `all`,
    so that a rule on one trade costs an enterprise of another one comparison."""
    if isinstance(criterion, All):
        return all(is_met(part, profile) for part in criterion.parts)
    if isinstance(criterion, AnyOf):
        return any(is_met(part, profile) for part in criterion.parts)
    return judge(criterion, profile).truth is Truth.MET


def _open(parts: list[Judgement]) -> Judgement:
    missing = tuple(dict.fromkeys(chain.from_iterable(part.missing for part in parts)))
    return Judgement(Truth.UNKNOWN, missing, any(part.doubted for part in parts))


def _compare(test: Compare, profile: Profile) -> Judgement:
    have = profile.get(test.fact)
    if have is None:
        return Judgement(Truth.UNKNOWN, (test.fact,), profile.unsure(test.fact))
    outcome = _holds(have, test.op, test.value, profile.as_of)
    if outcome is None:
        return Judgement(Truth.UNKNOWN, (test.fact,))
    return MET if outcome else UNMET


def _holds(have: Known, op: str, value: Operand, as_of: date) -> bool | None:
    if isinstance(have, OneOf):
        outcomes = {_holds(one, op, value, as_of) for one in have.values}
        return outcomes.pop() if len(outcomes) == 1 else None
    if op in ("!=", "not-in"):
        positive = _holds(have, "=" if op == "!=" else "in", value, as_of)
        return None if positive is None else not positive
    if op == "in":
        assert isinstance(value, tuple)
        if not isinstance(have, Span):
            return have in value
        each = [_holds(have, "=", one, as_of) for one in value]
        return True if True in each else (None if None in each else False)
    if op == "within":
        areas = value if isinstance(value, tuple) else (value,)
        lies = [lies_in(str(have), str(area)) for area in areas]
        return True if True in lies else (None if None in lies else False)
    if isinstance(have, Span):
        return _in_order(have, op, _operand(value, have, as_of))
    return have == value


def _operand(value: Operand, have: Span, as_of: date) -> Span:
    """The right side as a span of the left side's type; the loader has checked that it fits."""
    if isinstance(value, AsOf):
        day = moved(as_of, value)
        return Span(day, day)
    if isinstance(have.low, date):
        return _days(str(value))
    return _exactly(value)


@cache  # as many as the corpus has limits
def _days(value: str) -> Span:
    span = read_date(value)
    assert span is not None
    return span


@cache
def _exactly(value: FactValue | tuple[FactValue, ...]) -> Span:
    exact = number(value)
    assert exact is not None
    return Span(exact, exact)


_ORDER: dict[str, Callable[[Decimal | date, Decimal | date], bool]] = {
    "<": lambda a, b: a < b,  # type: ignore[operator]  # both sides are of one type, see _operand
    "<=": lambda a, b: a <= b,  # type: ignore[operator]
}


def _in_order(have: Span, op: str, limit: Span) -> bool | None:
    """Compare two spans: certain only where every point of the left compares so with the right."""
    op = {"before": "<", "after": ">"}.get(op, op)
    if op in (">", ">="):
        below = _in_order(have, "<=" if op == ">" else "<", limit)
        return None if below is None else not below
    if op == "=":
        if have.low == have.high == limit.low == limit.high:
            return True
        apart = _ORDER["<"](have.high, limit.low) or _ORDER["<"](limit.high, have.low)
        inside = _ORDER["<="](limit.low, have.low) and _ORDER["<="](have.high, limit.high)
        return False if apart else (True if inside else None)
    if op == "<":
        if _ORDER["<"](have.high, limit.low):
            return True
        return False if _ORDER["<="](limit.low, have.low) else None
    if _ORDER["<="](have.high, limit.high):
        return True
    return False if _ORDER["<"](limit.high, have.low) else None
