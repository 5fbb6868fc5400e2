"""Criteria and amounts as closed trees of values. There is no eval: what is not listed here cannot be said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FactValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Compare:
    """`fact op value`. `value` is of the fact's type, a tuple for `in` and `not-in`, `AsOf` for moving dates."""

    fact: str
    op: str
    value: FactValue | tuple[FactValue, ...] | AsOf


@dataclass(frozen=True, slots=True)
class AsOf:
    """The as-of date moved by whole years, months and days."""

    years: int = 0
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Criterion


Criterion = Compare | All | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class FactRef:
    fact: str


@dataclass(frozen=True, slots=True)
class ParamRef:
    """A dated parameter (`lpr-1y`), read on the date that `at` names; None reads it on the as-of date."""

    param: str
    at: FactRef | None = None


@dataclass(frozen=True, slots=True)
class Pct:
    part: Formula


@dataclass(frozen=True, slots=True)
class Arithmetic:
    op: Literal["mul", "add", "sub", "div", "min", "max"]
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The first branch whose `when` is met; an unknown `when` before it leaves the amount unknown."""

    branches: tuple[tuple[Criterion | None, Formula], ...]


@dataclass(frozen=True, slots=True)
class First:
    """The first part that can be reckoned from what is known; if none can, the last one says what is missing."""

    parts: tuple[Formula, ...]


Formula = Number | FactRef | ParamRef | Pct | Arithmetic | Case | First


def facts_in(criterion: Criterion) -> frozenset[str]:
    """Names of the facts that a criterion reads."""
    if isinstance(criterion, Compare):
        return frozenset({criterion.fact})
    parts = (criterion.part,) if isinstance(criterion, Not) else criterion.parts
    return frozenset().union(*(facts_in(part) for part in parts))


def facts_in_formula(formula: Formula) -> frozenset[str]:
    """Names of the facts that an amount reads, those of its cases included."""
    if isinstance(formula, Number):
        return frozenset()
    if isinstance(formula, FactRef):
        return frozenset({formula.fact})
    if isinstance(formula, ParamRef):
        return frozenset({formula.at.fact}) if formula.at else frozenset()
    if isinstance(formula, Pct):
        return facts_in_formula(formula.part)
    if isinstance(formula, Case):
        whens = [facts_in(when) for when, _ in formula.branches if when is not None]
        return frozenset().union(*whens, *(facts_in_formula(then) for _, then in formula.branches))
    assert isinstance(formula, (Arithmetic, First))
    return frozenset().union(*(facts_in_formula(part) for part in formula.parts))
