"""The reply to a question about one fact: yes and no in three scripts, numbers with units, dates, places, choices."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from policies.criteria import known, read_date
from policies.errors import AnswerError, FactValueError
from policies.facts import extract
from policies.facts.quantities import Quantity
from policies.facts.quantities import find as quantities
from policies.text import normalise
from policies.types import FactDef, FactValue

_DECLINED = re.compile(
    r"不知道|不清楚|不确定|不晓得|不了解|没数|说不准|不好说|不记得|跳过|不想说|不方便|"
    r"\b(?:don'?t know|do not know|dunno|not sure|no idea|unsure|unknown|skip|rather not|can'?t say|no clue)\b"
)
_NO = re.compile(
    r"\s*(?:不|否|没|无|非|未|从来?没|从来?不|还没|尚未|并没|并不|✗|❌|no\b|nope\b|not\b|n\s*$|false\b|never\b|none\b|"
    r"we (?:do not|don'?t|have not|haven'?t|are not|aren'?t|did not|didn'?t)\b|it (?:isn'?t|is not)\b)"
)
_YES = re.compile(
    r"\s*(?:是|有|对|嗯|好|已|当然|确实|可以|算|属于|能|要|会|在|都|✓|✅|ok\b|yes\b|yep\b|yeah\b|y\s*$|true\b|sure\b|"
    r"correct\b|right\b|we (?:do|have|are|did)\b|it is\b)"
)
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|^\s*(\d{4})\s*年?\s*$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905  # twelve words read better so
_ENGLISH_DAY = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
_RELATIVE = re.compile(
    r"(今天|today)|(昨天|yesterday)|(明天|tomorrow)|(?:(去年|前年|今年|明年)\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号])?)?)"
)
_KINDS = {
    "cny": ("cny", "plain"),
    "pct": ("pct", "plain"),
    "count": ("heads", "items", "plain"),
    "days": ("days", "plain"),
}
_FORM = {
    "number": "a number, such as 120, 4.2% or 800万",
    "boolean": "yes or no",
    "date": "a day, such as 2025-09-25",
    "place": "a province, city or district",
    "choice": "one of the choices",
    "text": "a few words",
}


def read_answer(definition: FactDef, text: str, as_of: date) -> FactValue:
    """The typed value that a reply gives to the question about a fact.

    Raises AnswerError: `declined` if the person does not know or will not say, else with the form that would do.
    """
    plain = normalise(text).strip()
    if not plain:
        raise AnswerError(definition.name, text, correct=_FORM[definition.kind])
    if _DECLINED.search(plain):
        raise AnswerError(definition.name, text, declined=True)
    value = _read(definition, text, plain, as_of)
    if value is not None:
        try:
            known(definition, value)
        except FactValueError as error:
            raise AnswerError(definition.name, text, correct=error.correct) from None
        return value
    raise AnswerError(definition.name, text, correct=_FORM[definition.kind])


def _read(definition: FactDef, text: str, plain: str, as_of: date) -> FactValue:
    if definition.kind == "boolean":
        if _NO.match(plain) or _YES.match(plain):
            return not _NO.match(plain)
        return _extracted(definition, text, as_of)
    if definition.kind == "choice":
        return _choice(definition, plain) or _extracted(definition, text, as_of)
    if definition.kind == "date":
        return _day(plain, as_of) or _extracted(definition, text, as_of)
    if definition.kind == "number":
        value = _number(definition, plain)
        return value if value is not None else _extracted(definition, text, as_of)
    found = _extracted(definition, text, as_of)
    return found if found is not None or definition.kind == "place" else text.strip()


def _extracted(definition: FactDef, text: str, as_of: date) -> FactValue:
    """The fact, if the reply states it in a sentence of its own."""
    found = (fact.value for fact in extract(text, as_of) if fact.name == definition.name)
    return next(found, None)


def _choice(definition: FactDef, plain: str) -> str | None:
    """The choice whose id or name is the reply, or the only one whose name stands in it."""
    names = {
        value: {normalise(value), *(normalise(n) for n in (words.zh, words.en, words.zh_hant or words.zh))}
        for value, words in definition.choices.items()
    }
    for value, listed in names.items():
        if plain in listed:
            return value
    inside = [value for value, listed in names.items() if any(name in plain for name in listed if len(name) > 1)]
    return inside[0] if len(inside) == 1 else None


def _number(definition: FactDef, plain: str) -> int | float | None:
    """The one figure of the reply in the fact's unit; None for bounds, ranges, several figures or another unit."""
    found = [one for one in quantities(plain) if one.kind in _kinds(definition.unit)]
    if len(found) != 1 or found[0].vague:
        return None
    value = _in_unit(found[0], definition.unit)
    if value is None:
        return None
    if re.search(r"(?:下降|减少|下滑|降了?|跌|负|亏|-|−|down|fell|drop|shrank|minus)", plain[: found[0].start][-8:]):
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _kinds(unit: str | None) -> tuple[str, ...]:
    return ("years", "days", "plain") if unit == "years" else _KINDS.get(unit or "count", ("plain",))


def _in_unit(quantity: Quantity, unit: str | None) -> Decimal | None:
    if unit == "years" and quantity.kind == "days":
        return quantity.value / 365 if quantity.value % 365 == 0 else None
    return quantity.value


def _day(plain: str, as_of: date) -> str | None:
    """`2025-09-25`, 2025年9月25日, 25 Sep 2025, 去年9月; as ISO text with the exactness given."""
    if found := _DAY.search(plain):
        year, month, day = found[1] or found[4], found[2], found[3]
        return _iso(year, month, day)
    if found := _ENGLISH_DAY.search(plain):
        if found[2] in _MONTHS:
            return _iso(found[4], str(_MONTHS.index(found[2]) + 1), found[1] or found[3])
        return None
    if found := _RELATIVE.search(plain):
        if not found[4]:
            days = -1 if found[2] else (1 if found[3] else 0)
            return (as_of + timedelta(days=days)).isoformat()
        year = as_of.year + {"前年": -2, "去年": -1, "今年": 0, "明年": 1}[found[4]]
        return _iso(str(year), found[5], found[6])
    return None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    text = year + (f"-{int(month):02d}" if month else "") + (f"-{int(day):02d}" if month and day else "")
    return text if read_date(text) is not None else None
