"""A day to come: whatever ``dates`` reads, and ``in two weeks``, 两周后, 月底, counted from today."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from contextlib import suppress

from bot.parse_input.dates import YEARS, date
from bot.parse_input.typed import InputError, digits, numeral, plain_han

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_AROUND = re.compile(
    r"^(?:(?:(?:the )?(?:deadline|last day)(?: is)?|by|before|until|on)\b|"
    r"截止(?:日期?)?(?:是|为|為|到|:)?|期限(?:是|为|為|到)?|最晚|到)\s*|"
    r"\s*(?:之前|以前|前|截止|为止|為止|at the latest)[.。]?$|[.。]$"
)
_IN = re.compile(
    r"(?:in |within )?(?P<count>[0-9]{1,4}|an?|[a-z]+) (?P<unit>day|week|month|year)s?(?: from (?:now|today))?"
)
_LATER = re.compile(
    r"(?:再过|再過|过|過)?(?P<count>[0-9]{1,4}|[零一二三四五六七八九十百]{1,5}|半)"
    r"(?P<unit>天|日|周|週|个?星期|個星期|个?礼拜|個禮拜|个月|個月|月|年)(?:之?后|之?後|以后|以後|内|內|之内|之內)"
)
_ENDS = {
    "本月底": "month", "这个月底": "month", "這個月底": "month", "月底": "month", "month end": "month",
    "end of month": "month", "the end of the month": "month", "end of the month": "month", "end of this month": "month",
    "下月底": "next", "下个月底": "next", "下個月底": "next", "end of next month": "next",
    "年底": "year", "今年底": "year", "今年年底": "year", "年末": "year", "end of year": "year",
    "the end of the year": "year", "end of the year": "year", "end of this year": "year",
}  # fmt: skip
_UNITS = {"day": "day", "天": "day", "日": "day", "week": "week", "month": "month", "year": "year", "年": "year"}


def deadline(text: str, today: dt.date) -> dt.date:
    """The civil day meant. Without a year it is the next one, today included; a day with its year may have passed.

    Raises InputError ``date-…`` as :func:`date` does.
    """
    line = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    while (shorter := _AROUND.sub("", line)) != line:
        line = shorter
    found = _relative(plain_han(line), today)
    if found is not None:
        if found.year not in YEARS:
            raise InputError("date-far", typed=text.strip()[:48])
        return found
    try:
        day = date(line, today)
    except InputError as error:
        raise InputError(error.code, **({"typed": text.strip()[:48]} if error.fields else {})) from None
    if day < today and not re.search("[0-9]{4}|年|yesterday|昨|前天", line):
        with suppress(ValueError):  # 29 February
            return day.replace(year=day.year + 1)
    return day


def _relative(line: str, today: dt.date) -> dt.date | None:
    """A day counted from today; None if the line says none."""
    if (end := _ENDS.get(line)) is not None:
        month = 12 if end == "year" else today.month
        last = _last(today.year, month)
        return _last(last.year + last.month // 12, last.month % 12 + 1) if end == "next" else last
    said = _IN.fullmatch(line) or _LATER.fullmatch(line.replace(" ", ""))
    if said is None:
        return None
    count, unit = _count(said["count"]), _unit(said["unit"])
    if said["count"] == "半":
        return _months(today, 6) if unit == "year" else None
    if count is None:
        return None
    if unit in ("month", "year"):
        return _months(today, count * (12 if unit == "year" else 1))
    return today + dt.timedelta(days=count * (7 if unit == "week" else 1))


def _count(said: str) -> int | None:
    if said in ("a", "an"):
        return 1
    if said in _WORDS:
        return _WORDS.index(said) + 1
    return digits(said) if said[0].isascii() else numeral(said)


def _unit(said: str) -> str:
    return _UNITS.get(said) or ("month" if said.endswith("月") else "week")


def _months(day: dt.date, count: int) -> dt.date:
    """The same day ``count`` months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    last = _last(min(day.year + years, dt.MAXYEAR), month + 1)
    return last.replace(day=min(day.day, last.day))


def _last(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
