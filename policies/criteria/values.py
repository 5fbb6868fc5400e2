"""What is known of a fact: a point, an interval (a date known by its month), or a place known by its province."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from policies.errors import FactValueError
from policies.expressions import AsOf
from policies.patterns import lazy
from policies.types import FactValue
from policies.vocabulary import FactDef

_DATE = lazy(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A number or day that lies between `low` and `high`, both included; a point where they are equal."""

    low: Decimal | date
    high: Decimal | date


@dataclass(frozen=True, slots=True)
class OneOf:
    """A choice of which some are left: an enterprise that is surely not large, and no more."""

    values: tuple[str, ...]


Known = Span | str | bool | OneOf


def read_date(text: str) -> Span | None:
    """`2019`, `2019-03` or `2019-03-01` as the first and last day it may mean; None if it is no date."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if month is None:
            return Span(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        return Span(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def number(value: object) -> Decimal | None:
    """An int, a finite float or numeric text as an exact decimal; None for anything else, truth values included."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        return None
    return exact if exact.is_finite() else None


def known(definition: FactDef, value: FactValue | tuple[str, ...]) -> Known:
    """The typed value of a fact; of a choice also those that are left. Raises FactValueError, which names the correct
    form, if it does not fit."""
    name = definition.name
    if isinstance(value, tuple):
        if definition.kind != "choice" or not set(value) <= definition.choices.keys():
            raise FactValueError(name, list(value), "expected some of " + ", ".join(definition.choices))
        return OneOf(value)
    if definition.kind == "number":
        exact = number(value) if not isinstance(value, str) else None
        if exact is None:
            raise FactValueError(name, value, f"expected a number ({definition.unit or 'count'})")
        return Span(exact, exact)
    if definition.kind == "boolean":
        if not isinstance(value, bool):
            raise FactValueError(name, value, "expected true or false")
        return value
    text = value.isoformat() if isinstance(value, date) else value
    if not isinstance(text, str) or not text:
        raise FactValueError(name, value, "expected text")
    if definition.kind == "date":
        span = read_date(text)
        if span is None:
            raise FactValueError(name, value, "expected 2019, 2019-03 or 2019-03-01")
        return span
    if definition.kind == "choice" and text not in definition.choices:
        raise FactValueError(name, value, "expected one of " + ", ".join(definition.choices))
    return text


def moved(as_of: date, by: AsOf) -> date:
    """The as-of date moved by years and months (to the last day where the month is shorter), then by days."""
    months = as_of.year * 12 + as_of.month - 1 + by.years * 12 + by.months
    year, month = divmod(months, 12)
    day = min(as_of.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day) + timedelta(days=by.days)


def age(since: date, as_of: date) -> Decimal:
    """Years between two days: whole years, and the part of the running one. Five years to the day are exactly 5."""
    years = as_of.year - since.year
    if moved(since, AsOf(years=years)) > as_of:
        years -= 1
    start, end = moved(since, AsOf(years=years)), moved(since, AsOf(years=years + 1))
    return Decimal(years) + Decimal((as_of - start).days) / Decimal((end - start).days)


_OWN_LAW = ("CN-71", "CN-81", "CN-82")


def lies_in(place: str, area: str) -> bool | None:
    """Whether a place lies in an area; None where the place is only known by something that contains the area.

    The area CN is the mainland: national regulations are not in force in Hong Kong and Macao (Basic Laws, art. 18), nor
    are they in Taiwan.
    """
    if area == "CN":
        return (place == "CN" or place.startswith("CN-")) and place.split("/")[0] not in _OWN_LAW
    if place == area or place.startswith(area + "/"):
        return True
    if place == "CN" or area.startswith(place + "/"):
        return None
    return False
