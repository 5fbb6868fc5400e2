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
from policies.patterns import lazy
from policies.text import normalise
from policies.types import FactValue
from policies.vocabulary import FactDef

_DECLINED = lazy(
    r"不知道|不清楚|不确定|不晓得|不了解|没数|说不准|不好说|不记得|跳过|不想说|不方便|"
    r"\b(?:don'?t know|do not know|dunno|not sure|no idea|unsure|unknown|skip|rather not|can'?t say|no clue)\b"
)
_NO = lazy(
    r"\s*(?:不(?!过|如|管|好意思|客气)|否|没(?!关系|事)|无|非|未|从来?没|从来?不|还没|尚未|并没|并不|✗|❌|no\b|nope\b|not\b|n\s*$|false\b|never\b|none\b|"
    r"we (?:do not|don'?t|have not|haven'?t|are not|aren'?t|did not|didn'?t)\b|it (?:isn'?t|is not)\b)"
)
_YES = lazy(
    r"\s*(?:是(?!不是)|有(?!没有)|对(?!了|不)|嗯|好|已|当然|确实|可以|算|属于|能|要|会|在|都|✓|✅|ok\b|yes\b|yep\b|yeah\b|y\s*$|true\b|sure\b|"
    r"correct\b|right\b|we (?:do|have|are|did)\b|it is\b)"
)
_ASKS = lazy(
    r"[吗么呢]\s*[?？。.!！]*\s*$|能不能|可不可以|是不是|会不会|有没有|要不要|行不行|怎么|如何|什么|多少|多久|多长|为何|为啥|哪[里儿个些家天]|"
    r"几(?:天|年|个|次|家)|[?？]|^\s*(?:请|帮|给我|替我|麻烦)|"
    r"^\s*(?:(?:and|but|so|please|ok|okay|well)\s+)*(?:how|what|which|when|who|whom|why|where|can|could|will|would|do|"
    r"does|did|is|are|should|shall|please|write|tell|show|give|help)\b(?!\s+not\b)"
)
"""A question or a request, which answers nothing."""
_BESIDE_ZH = lazy(
    r"大概|大约|约|差不多|左右|上下|我们|咱们?|我司|我|本公司|公司|企业|单位|一共|总共|合计|共|有|是|为|就|才|只|应该?|其实|更正|改[成为]|"
    r"现在|目前|去年|上年度?|上一年|今年|每年|每月|总数?|全部|全职|大约|员工|职工|研发|人员?|名|位|个|件|项|家|块?钱|元|万|比例|占|"
    r"借了?|贷了?|花了?|用了?|到了?|达到?|年化|利息|增长|增加|增|涨|升|下降|减少|下滑|降|跌|负|亏|年|月|天|岁|期限?|算下来|不到位|"
    r"[的了吧呀啊哦嗯哈]"
)
_BESIDE_EN = frozenset(
    """
    a about all altogether an and annually approximately around at by circa company currently declined decline down
    dropped each employ employees every exactly fell firm for from grew growth had has have i in is it its just
    last make made make making month months my now of or our ours over per percent people pct rose roughly say shrank
    so some staff that the their there they this times to total up us was we were year years yuan rmb cny yes
    actually correct correction ok well minus day days it's we're that's there're
    """.split()  # noqa: SIM905  # so many words read better so
)
_DAY = lazy(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?|^\s*(\d{4})\s*年?\s*$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905  # twelve words read better so
_ENGLISH_DAY = lazy(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
_RELATIVE = lazy(
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
    value = None if _ASKS.search(plain) else _read(definition, text, plain, as_of)
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
    """The one figure of the reply in the fact's unit; None for bounds, ranges, several figures or another unit, and
    where more is said than a figure: 一般要多久 has the sign of one in it."""
    found = [one for one in quantities(plain) if one.kind in _kinds(definition.unit)]
    if len(found) != 1 or found[0].vague or not _alone(definition, plain, found[0]):
        return None
    value = _in_unit(found[0], definition.unit)
    if value is None:
        return None
    if re.search(r"(?:下降|减少|下滑|降了?|跌|负|亏|-|−|down|fell|drop|shrank|minus)", plain[: found[0].start][-8:]):
        value = -value
    return int(value) if value == value.to_integral_value() else float(value)


def _alone(definition: FactDef, plain: str, figure: Quantity) -> bool:
    """Whether nothing stands beside a figure but what goes with one: about, we have, the fact's own name."""
    beside = f"{plain[: figure.start]} {plain[figure.end :]}"
    for label in (definition.label.zh, definition.label.en):
        beside = beside.replace(normalise(label), " ")
    words = re.findall(r"[a-z']+", beside)
    signs = "".join(re.findall(r"[\u3400-\u9fff]+|\d+", beside))
    named = set(re.findall(r"[a-z']+", normalise(definition.label.en)))
    return all(word in _BESIDE_EN or word in named for word in words) and not _BESIDE_ZH.sub("", signs)


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
