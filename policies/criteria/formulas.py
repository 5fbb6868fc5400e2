"""Amounts: exact decimals, with the sum in figures (`5,000,000 × 3.00%`) and the facts that are missing for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import reduce

from policies.criteria.logic import judge
from policies.criteria.profile import Profile
from policies.expressions import Arithmetic, Case, FactRef, First, Formula, Number, ParamRef, Pct
from policies.types import Truth
from policies.vocabulary import Parameter

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and how it came about; None where `missing` keeps it open. `atom`: its text needs no brackets."""

    value: Decimal | None
    text: str = ""
    missing: tuple[str, ...] = ()
    atom: bool = True


def figures(value: Decimal) -> str:
    """A number as both languages write it: thousands separated, no trailing zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def to_cents(value: Decimal) -> Decimal:
    """A ceiling in yuan, cut to whole fen: never a fen more than the rule gives."""
    cut = value.quantize(_CENT, rounding=ROUND_DOWN)
    return cut.to_integral_value() if cut == cut.to_integral_value() else cut


def compute(formula: Formula, profile: Profile) -> Amount:
    """The amount for this enterprise; a missing fact leaves it open and is named, it never counts as zero."""
    if isinstance(formula, Number):
        return Amount(formula.value, _factor(formula.value))
    if isinstance(formula, FactRef):
        value = profile.number(formula.fact)
        return Amount(None, missing=(formula.fact,)) if value is None else Amount(value, figures(value))
    if isinstance(formula, ParamRef):
        return _parameter(formula, profile)
    if isinstance(formula, Pct):
        part = compute(formula.part, profile)
        return part if part.value is None else Amount(part.value / 100, part.text + "%")
    if isinstance(formula, Case):
        return _case(formula, profile)
    if isinstance(formula, First):
        found = [compute(part, profile) for part in formula.parts]
        return next((one for one in found if one.value is not None), found[-1])
    return _arithmetic(formula, [compute(part, profile) for part in formula.parts])


def _factor(value: Decimal) -> str:
    return figures(value * 100) + "%" if 0 < value < 1 else figures(value)


def _case(formula: Case, profile: Profile) -> Amount:
    missing: tuple[str, ...] = ()
    for when, then in formula.branches:
        outcome = judge(when, profile) if when is not None else None
        if outcome is None or outcome.truth is Truth.MET:
            return compute(then, profile)
        if outcome.truth is Truth.UNKNOWN:
            missing = outcome.missing
            break
    return Amount(None, missing=missing)


def _parameter(formula: ParamRef, profile: Profile) -> Amount:
    parameter = profile.vocabulary.parameters[formula.param]
    days = profile.day(formula.at.fact) if formula.at else None
    if formula.at is None:
        row = at(parameter, profile.as_of)
    elif days is not None and isinstance(days.low, date) and isinstance(days.high, date):
        row = at(parameter, days.low)
        if row != at(parameter, days.high) or any(days.low < r.since <= days.high for r in parameter.rows):
            row = None
    else:
        row = None
    if row is not None:
        return Amount(row, f"{row}")
    told = profile.number(parameter.fact)
    if told is not None:
        return Amount(told, f"{told}")
    if formula.at is not None and days is None:
        return Amount(None, missing=(formula.at.fact,))
    return Amount(None, missing=(parameter.fact,))


def at(parameter: Parameter, day: date) -> Decimal | None:
    """The value in force on a day, or None before the first row and after the last day that is known."""
    if day > parameter.known_until:
        return None
    rows = [row for row in parameter.rows if row.since <= day]
    return rows[-1].value if rows else None


_FOLD: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "mul": lambda a, b: a * b,
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "div": lambda a, b: a / b,
    "min": min,
    "max": max,
}
_SIGN = {"mul": " × ", "add": " + ", "sub": " − ", "div": "/"}


def _arithmetic(formula: Arithmetic, parts: list[Amount]) -> Amount:
    values = [part.value for part in parts if part.value is not None]
    if len(values) < len(parts):
        return Amount(None, missing=tuple(dict.fromkeys(name for part in parts for name in part.missing)))
    if formula.op == "div" and any(value == 0 for value in values[1:]):
        return Amount(None)
    value = reduce(_FOLD[formula.op], values)
    if formula.op in ("min", "max"):
        return next(Amount(value, part.text, atom=part.atom) for part in parts if part.value == value)
    shown = [part for part in parts if part.value != 1] if formula.op == "mul" else parts
    if len(shown) < 2:
        return Amount(value, shown[0].text if shown else figures(value))
    texts = [part.text if part.atom or formula.op == "add" else f"({part.text})" for part in shown]
    return Amount(value, _SIGN[formula.op].join(texts), atom=formula.op in ("mul", "div"))
