"""Civil days in Shanghai, rest days, and how periods end.

The first day is not counted, and a period that would end on a rest day ends on the next working day (Civil Code art.
201 to 203). ``chinesecalendar`` knows the published years with their make-up workdays; elsewhere only weekends rest,
and what was computed with such a year is provisional: compute it again once the calendar is out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

from ledger.bodies import civil_day

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class End:
    """The last day of a period. ``counted`` is the day that counting gives, before it moved off a rest day."""

    day: date
    counted: date
    provisional: bool


def today(at: int) -> date:
    """The civil day in Shanghai of an instant in milliseconds UTC."""
    return date.fromisoformat(civil_day(at))


@lru_cache(maxsize=16_384)
def working_day(day: date) -> tuple[bool, bool]:
    """Whether people work on ``day``, and whether that is provisional (a year whose calendar is not published)."""
    try:
        return bool(chinese_calendar.is_workday(day)), False
    except NotImplementedError:
        return day.weekday() < _SATURDAY, True


def period(start: date, days: int) -> End:
    """The end of ``days`` days from ``start``, which is not counted."""
    return _moved(start + days * _DAY)


def years(start: date, count: int) -> End:
    """The end of ``count`` years from ``start``: its corresponding day, or the last of the month (art. 202)."""
    try:
        return _moved(start.replace(year=start.year + count))
    except ValueError:  # 29 February
        return _moved(date(start.year + count, 2, 28))


def _moved(counted: date) -> End:
    """The day on which a period ends that ends on ``counted`` by counting: it or the next working day (art. 203)."""
    day = counted
    works, provisional = working_day(day)
    while not works:
        day += _DAY
        works, guessed = working_day(day)
        provisional = provisional or guessed
    return End(day, counted, provisional)


def working_period(start: date, days: int) -> End:
    """The end of ``days`` working days (at least one) from ``start``, which is not counted."""
    if days < 1:
        raise ValueError("a period of working days has at least one")
    day, provisional = start, False
    while days > 0:
        day += _DAY
        works, guessed = working_day(day)
        provisional = provisional or guessed
        days -= works
    return End(day, day, provisional)
