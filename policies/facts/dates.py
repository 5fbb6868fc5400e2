"""Dates as people say them: 2019年3月, March 2019, 2019-03-05, 去年9月25日, last May, 二〇一七年五月.

A date is ISO text as exact as it was said: `2019`, `2019-03`, `2019-03-05`. Relative years count from the as-of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policies.facts import numerals
from policies.patterns import lazy

_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_N = r"[\d零一二三四五六七八九十]"
_ZH = lazy(
    rf"(?P<roc>民国\s?(?:\d{{2,3}}|[一二三四五六七八九十百零]{{2,5}})(?=\s?年)|(?<!\d)1[01]\d(?=年\d{{1,2}}月)|"
    rf"(?<!\d)1[01]\d(?=年(?:初|底|末)))"
    rf"年?(?:初|底|末|中)?(?:(?P<rocmonth>{_N}{{1,2}})月份?(?:初|底|末)?(?:(?P<rocday>{_N}{{1,3}})[日号])?)?|"
    rf"(?P<year>(?:19|20)\d\d|(?<!\d)(?:18|2[1-9])\d\d(?=年)|(?<!\d)[0-3]\d(?=年)|[一二]{_N}{{3}}(?=年)|"
    rf"[零一]{_N}(?=年)|去年|前年|大前年|今年|本年|上年)年?(?:初|底|末|中)?的?"
    rf"(?:(?P<month>{_N}{{1,2}})月份?(?:初|底|末|中旬|上旬|下旬)?(?:(?P<day>{_N}{{1,3}})[日号])?)?"
)
_ISO = lazy(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d|(?<=in )(?:18|2[1-9])\d\d)(?:[-/.](?P<month>0?[1-9]|"
    r"1[0-2])(?:[-/.](?P<day>0?[1-9]|[12]\d|3[01]))?)?(?![\d])(?!\s?(?:元|万|人|%|yuan))"
)
_EN = lazy(
    rf"(?<![a-z])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{_MONTH})\s(?:(?P<day2>\d{{1,2}})(?:st|"
    rf"nd|rd|th)?,?\s)?(?:of\s|in\s)?(?P<year>(?:19|20)\d\d|last year|this year|the year before last)(?![a-z\d])|"
    rf"(?<![a-z])(?P<relyear>last year|this year|the year before last),? (?:in |on )?(?:(?P<day3>\d{{1,2}})(?:st|nd|"
    rf"rd|th)? (?:of )?)?(?P<month2>{_MONTH})(?![a-z])(?! (?:19|20)\d\d)|"
    rf"(?<![a-z])last\s(?P<lastmonth>{_MONTH})(?![a-z])|"
    rf"(?<![a-z])this\s(?P<thismonth>(?!may){_MONTH}|may(?=,? (?:we|i|our|a|the|from)(?![a-z])))(?![a-z])"
)
LONG_AGO = lazy(
    r"(?:[三四五六七八九十]|1\d|[3-9]|好几|多)年(?:多)?(?:前|以前|之前)|[两二2]年多(?:以|之)?前|早年|很久以前|多年前|"
    r"(?<![a-z])(?:(?:three|four|five|six|seven|eight|nine|ten|many|several|1\d|[3-9]) years (?:ago|back)|"
    r"(?:over|more than) two years ago|long ago|decades? ago)(?![a-z])"
)
"""Words for more than two years ago."""
_SLASHED = lazy(r"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/])")
_DAY_FIRST = lazy(r"(?<![\d/.])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>20\d\d)(?![\d/])")
"""14/06/2022: the first figure can be no month. 10/06/2022 is left alone: two days are called so."""
_PLAIN_EN = lazy(r"(?<![a-z])(?P<rel>last year|the year before last|this year)(?![a-z])")
_RELATIVE = {
    "去年": 1,
    "上年": 1,
    "前年": 2,
    "大前年": 3,
    "今年": 0,
    "本年": 0,
    "last year": 1,
    "this year": 0,
    "the year before last": 2,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date said at `start:end` of the normal form."""

    value: str
    start: int
    end: int


def find(text: str, as_of: date) -> tuple[Moment, ...]:
    """Dates of the text, longest reading first, never overlapping, in order."""
    made: list[Moment] = []
    for pattern in (_EN, _ZH, _SLASHED, _DAY_FIRST, _ISO, _PLAIN_EN):
        for match in pattern.finditer(text):
            moment = _read(match, as_of)
            if moment is not None:
                made.append(moment)
    made.sort(key=lambda m: (m.start, -m.end))
    return tuple(_apart(made))


_JUST_NOW = 2
"""Months of the same year that are called "this June" in July or August; "last June" is a year earlier then."""


def _apart(made: list[Moment]) -> Iterator[Moment]:
    end = -1
    for moment in made:
        if moment.start >= end:
            end = moment.end
            yield moment


def _read(match: re.Match[str], as_of: date) -> Moment | None:
    groups = match.groupdict()
    if last := groups.get("lastmonth"):
        month = MONTHS[last[:3]]
        year = as_of.year if month < as_of.month - _JUST_NOW else as_of.year - 1
        return Moment(f"{year:04d}-{month:02d}", match.start(), match.end())
    if this := groups.get("thismonth"):
        return Moment(f"{as_of.year:04d}-{MONTHS[this[:3]]:02d}", match.start(), match.end())
    if roc := groups.get("roc"):
        groups = {
            "year": str(1911 + int(_number(roc.removeprefix("民国").strip()) or 0)),
            "month": groups["rocmonth"],
            "day": groups["rocday"],
        }
    year_said = _year(groups.get("year") or groups.get("relyear") or groups.get("rel") or "", as_of)
    if year_said is None:
        return None
    month_said = _month(groups.get("month") or groups.get("month2"))
    if month_said is None:
        return Moment(f"{year_said:04d}", match.start(), match.end())
    day = _number(groups.get("day") or groups.get("day2") or groups.get("day3"))
    if day is None:
        return Moment(f"{year_said:04d}-{month_said:02d}", match.start(), match.end())
    try:
        return Moment(date(year_said, month_said, day).isoformat(), match.start(), match.end())
    except ValueError:
        return Moment(f"{year_said:04d}-{month_said:02d}", match.start(), match.end())


def _year(said: str, as_of: date) -> int | None:
    if said in _RELATIVE:
        return as_of.year - _RELATIVE[said]
    if re.fullmatch(r"[\d零一二三四五六七八九]{2}|[\d零一二三四五六七八九]{4}", said):
        value = int("".join(str(numerals.DIGITS.get(c, c)) for c in said))
        return value if value >= 1800 else 2000 + value if value <= as_of.year % 100 else None
    return None


def _month(said: str | None) -> int | None:
    if said is None:
        return None
    value = MONTHS[said[:3]] if said[0].isascii() and said[0].isalpha() else _number(said)
    return value if value is not None and 1 <= value <= 12 else None


def _number(said: str | None) -> int | None:
    if not said:
        return None
    value = numerals.chinese(said)
    return int(value) if value is not None else None
