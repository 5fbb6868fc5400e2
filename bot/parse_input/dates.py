"""Civil dates: ``2026-10-20``, ``20 Oct 2026``, ``2026年10月20日``, ``10月20日`` beside a reference."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from bot.parse_input.typed import InputError, digits, numeral, parser, plain_han

YEARS = range(1990, 2101)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DAY_MONTH = re.compile(rf"([0-9]{{1,2}}){_ORDINAL}[ -]?(?:of )?([a-z]+)\.?,?(?:[ -]?([0-9]{{4}}))?")
_MONTH_DAY = re.compile(rf"([a-z]+)\.? ?([0-9]{{1,2}}){_ORDINAL},?(?: ([0-9]{{4}}))?")
_HAN = "零一二三四五六七八九"
_CHINESE = re.compile(rf"(?:([0-9{_HAN}]{{4}}|[去今明上本])年)?([0-9{_HAN}十]{{1,3}})月([0-9{_HAN}十]{{1,3}})[日号號]?")
_MONTH_ONLY = re.compile(
    rf"[0-9]{{4}}[-/年][0-9]{{1,2}}月?|[0-9]{{1,2}}月|(?:{'|'.join(_MONTHS)})[a-z]*(?: [0-9]{{4}})?"
)
_WORDS = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "yesterday": -1,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "tomorrow": 1,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "後天": 2,
}
_YEAR_WORDS = {"去": -1, "上": -1, "今": 0, "本": 0, "明": 1}


@parser("date")
def date(text: str, reference: dt.date | None = None) -> dt.date:
    """The civil date. Without a year it is the one nearest to ``reference``; ``today`` and 昨天 count from it as well.

    Raises InputError ``date-…``: empty, unclear, ambiguous (``05/06/2026``), nonexistent, no-year, far, month-only.
    """
    if reference and text in _WORDS:
        return reference + dt.timedelta(days=_WORDS[text])
    shown = plain_han(text).replace(" ", "") if re.search("[年月]", text) else text
    year, month, day = _parts(shown, reference)
    if year is not None and year not in YEARS:
        raise InputError("date-far")
    if year is None:
        if reference is None:
            raise InputError("date-no-year")
        return _nearest(month, day, reference)
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise InputError("date-nonexistent") from None


def _parts(text: str, reference: dt.date | None) -> tuple[int | None, int, int]:
    """(year or None, month, day) as written, not yet checked against the calendar."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _YEAR_LAST.fullmatch(text):
        return (int(found[4]), *_month_and_day(int(found[1]), int(found[3])))
    if found := _DAY_MONTH.fullmatch(text):
        return _year(found[3]), _month(found[2]), int(found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _year(found[3]), _month(found[1]), int(found[2])
    if found := _CHINESE.fullmatch(text):
        return _chinese_year(found[1], reference), _small(found[2]), _small(found[3])
    raise InputError("date-month-only" if _MONTH_ONLY.fullmatch(text) else "date-unclear")


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """``20/10/2026`` and ``10/20/2026`` read one way only; ``05/06/2026`` reads two."""
    if first <= 12 and second <= 12 and first != second:
        raise InputError("date-ambiguous")
    return (first, second) if second > 12 else (second, first)


def _year(shown: str | None) -> int | None:
    return int(shown) if shown else None


def _month(name: str) -> int:
    if name in _FULL_MONTHS:
        return _FULL_MONTHS.index(name) + 1
    name = "sep" if name == "sept" else name
    if name not in _MONTHS:
        raise InputError("date-unclear")
    return _MONTHS.index(name) + 1


def _chinese_year(shown: str | None, reference: dt.date | None) -> int | None:
    if shown is None:
        return None
    if shown in _YEAR_WORDS:
        if reference is None:
            raise InputError("date-no-year")
        return reference.year + _YEAR_WORDS[shown]
    return digits(shown)


def _small(shown: str) -> int:
    value = digits(shown) if shown[0].isascii() else numeral(shown)
    if value is None:
        raise InputError("date-unclear")
    return value


def _nearest(month: int, day: int, reference: dt.date) -> dt.date:
    candidates = []
    for year in (reference.year - 1, reference.year, reference.year + 1):
        with suppress(ValueError):  # 29 February
            candidates.append(dt.date(year, month, day))
    if not candidates:
        raise InputError("date-nonexistent")
    return min(candidates, key=lambda candidate: abs(candidate - reference))
