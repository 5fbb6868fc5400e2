"""Numbers with their units: yuan, per cent, heads, patents, days. What a recogniser weighs, with its exactness.

A *vague* quantity (more than 50, 80多, nearly 3 million, 30 to 40) names a bound, not a figure; it never becomes a
fact. "About 40" is taken as 40: it is the writer's own estimate. A known limit: a figure that corrects a bound
across an ellipsis ("just under... well, 1.2 million") is still read as the bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from policies.facts import numerals
from policies.facts.numerals import Number
from policies.patterns import lazy

Kind = Literal["cny", "foreign", "pct", "heads", "items", "days", "years", "plain"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """`start:end` includes currency and unit. `unit` is the unit's text; heads are people, items are counted things."""

    kind: Kind
    value: Decimal
    start: int
    end: int
    unit: str = ""
    vague: bool = False


_FOREIGN = lazy(
    r"\s?(?:美元|美金|欧元|港币|港元|日元|英镑|台币|新台币|usd|us\s?dollars?|"
    r"dollars?|euros?|eur|hk\$|hkd|nt\$|yen|pounds?|gbp)"
)
_FOREIGN_BEFORE = lazy(r"(?:us\$|hk\$|nt\$|\$|€|£|usd|eur|hkd|gbp|美元|港币|台币)\s?$")
_CNY = lazy(r"\s?(?:人民币|元人民币|元整|元|圆|块钱|块|yuan|rmb|cny|kuai)(?![a-z])")
_CNY_BEFORE = lazy(r"(?:rmb|cny|cn¥|¥|yuan|人民币)\s?$")
_PCT = lazy(
    r"\s?(?:%|per\s?cent(?:age points?)?|percents?|pct|pp(?![a-z])|points?(?![a-z])|个?百分点|个点|点(?!\d)|趴)"
)
_CHENG = lazy(r"成([一二三四五六七八九半]?)(?![立为品本功果交]|员(?!工))")
_HEADS = lazy(
    r"[^\S\n]?-?[^\S\n]?(?:来|多|余)?(?:个|名|位|号|口)?\s?(?:正式|全职|在职|在册|固定|"
    r"在岗|本地)?(?P<who>人(?!民币|次|份|工|才|均|气)|员工|职工|工人|伙计|雇员|职员|同事|同仁|"
    r"people|person|ppl|staff|employees?|emplyees?|empolyees|workers?|persons|"
    r"strong|heads?|of us|souls|hands|full[- ]timers)(?![a-z])|\s?(?:名|位|号)(?=[，,。；;、\s]|$)"
)
_ITEMS = lazy(
    r"\s?(?:件|项(?!目)|个(?!人(?:贷|借|经营|信用|名义|投资|消费))|篇|张|家|台|套|辆|户|亩|吨|次|款|种(?!子)|条(?!件)|"
    r"间(?!接)|栋|座|轮|批|笔|units?|shops?|stores?|patents?)(?![a-z])"
)
_DAYS = lazy(
    r"\s?-?\s?(?:个)?(?P<unit>天|日(?![元报])|周(?![转边围末刊])|星期|礼拜|月(?!份)|季度|年(?![底初末中前以度级])|"
    r"days?|weeks?|months?|years?|yrs?)(?![a-z])"
)
_MONTH_DAYS = {"天": 1, "日": 1, "d": 1, "周": 7, "星": 7, "礼": 7, "w": 7, "月": 30, "季": 90, "m": 30}
_MAGNITUDE = lazy(
    r"[万亿]|(?<=\d)w$|\d\s?(?:k|m|mn|mil|mln|mio|bn|b)$|(?:million|thousand|"
    r"billion|hundred|grand|millions|milion|wan|yi)$"
)
_VAGUE_BEFORE = lazy(
    r"(?:超过|超|多于|不到|不足|未满|不满|将近|接近|近|至少|最少|起码|最多|至多|"
    r"不超过|不少于|低于|高于|小于|大于|少于|上(?=[百千万])|好几|好(?=[百千万])|"
    r"(?:刚刚?|略|稍微?|小)过了?|可能是?|可能有|也许是?|或许是?|几|(?<![总人量件计定报算面际])数|达不到|没到|不超|破|"
    r"(?<![a-z])(?<!turned )(?<!turns )(?<!turn )(?<!handed )(?<!hand )(?<!paid )over|more than|less than|under|"
    r"fewer than|"
    r"nearly|almost|at least|at most|"
    r"(?<!went )(?<!grew )(?<!rose )(?<!climbed )(?<!is )(?<!are )(?<!adds )(?<!add )(?<!added )(?<!adding )up to|"
    r"below|above|exceed(?:s|ed|ing)?|(?:might|may|could) (?:be|have been)|maybe|perhaps|possibly|either|"
    r"not more than|no more than|just short of|close to|beyond|<|>|≤|≥)\s?(?:rmb|¥|cny|人民币)?\s?$"
)
_VAGUE_AFTER = lazy(r"\s?(?:多(?!了|出)|余|\+|以上|以下|以内|之内|出头|开外|plus(?![a-z])|or (?:more|less|fewer)|odd)")
_COMPARED = lazy(r"[比较][^,。;]{0,6}$")
_THAN = lazy(r"元?多(?=[,。;!\s]|$)")  # 比前年的1.7亿多: more than that sum
_RANGE = lazy(
    r"\s?(?:元|万|人|%|名)?\s?(?:-|~|～|到|至|to|或者?|or|还是|,?\s?(?:or )?(?:maybe|perhaps|possibly|也许|或许|"
    r"可能)是?)"
    r"\s?(?:rmb|¥)?\s?$"
)
_LISTED = lazy(r"[零一二两三四五六七八九十百千万亿元个\d]|(?:^|[。;\n])\s?$")
_FRACTIONS = lazy(
    r"百分之(?P<pct>[零一二两三四五六七八九十百点\d.]{1,8})|千分之(?P<mille>[零一二两三四五六七八九十百点\d.]{1,8})|"
    r"(?P<den>[二三四五六七八九十])分之(?P<num>[一二两三四五六七八九])|(?P<half>一半|"
    r"半数|(?<![a-z])half(?= of| are| (?:our|the|my) )|(?<=by )half)|"
    r"(?<![a-z])(?P<word>(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?|sixth|eighth))(?![a-z])|"
    r"(?<![a-z\d])(?P<few>one|two|three|four|five|six|seven|eight|nine|\d{1,3}) (?:in|"
    r"out of)(?: every)? (?P<many>three|four|five|six|eight|ten|twenty|\d{1,4})(?![a-z\d%.])(?! (?:years|"
    r"months|days|cities|places|shops))|(?<![a-z])half (?:a |of (?:a|one) )?(?P<halfpct>per\s?cent(?:age point)?|"
    r"point)|半个(?P<halfpoint>百分点|点)"
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "sixth": 6, "eighth": 8}
_HOW_MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


def find(text: str) -> tuple[Quantity, ...]:
    """Quantities of the normal form, left to right. Fractions ("a third", 百分之五, 一半) come as per cents."""
    fractions = list(_fractions(text))
    found: list[Quantity] = []
    for number in numerals.find(text):
        while fractions and fractions[0].start <= number.start:
            found.append(fractions.pop(0))
        if (found and number.start < found[-1].end) or (fractions and fractions[0].start < number.end):
            continue
        found.append(_with_unit(text, number))
    return tuple(_mark_ranges(text, _scaled([*found, *fractions], text)))


_FROM = lazy(r"(?:(?<![a-z])from|从|由)\s?(?:rmb\s?|¥)?$")
_UP_FROM = lazy(
    r"(?:yuan |rmb )?(?:(?:of|in) (?:sales|turnover|revenue))?,?\s?(?:(?:up|down) (?:from|on)|"
    r"against|versus|vs\.?|after|compared with)"
)
_SCALE = lazy(r"(?<=[\d\s.])(?:million|billion|thousand|mn|mio|mln|bn|m|k)(?![a-z])|[万亿]")


def _scaled(found: list[Quantity], text: str) -> list[Quantity]:
    """ "From 5.1 to 5.8 million": the first figure is of the second one's scale."""
    for place, (left, right) in enumerate(pairwise(found)):
        gap = text[left.end : right.start].strip()
        scale = _SCALE.search(text, right.start, right.end)
        first = _SCALE.search(text, left.start, left.end)
        if (
            first
            and (left.kind, right.kind) == ("cny", "plain")
            and right.value < 10_000
            and _UP_FROM.fullmatch(gap)
            and not re.match(r"\s?(?:%|per)", text[right.end : right.end + 4])
        ):  # "18 million, up from 15"
            found[place + 1] = replace(right, kind="cny", value=right.value * _size(first[0]))
        if (
            scale
            and (left.kind, right.kind) == ("plain", "cny")
            and left.value < 10_000
            and gap in ("to", "到", "至")
            and _FROM.search(text, max(0, left.start - 10), left.start)
        ):
            found[place] = replace(left, kind="cny", value=left.value * _size(scale[0]))
    return found


def _size(scale: str) -> int:
    return numerals.BIG.get(scale) or numerals.SCALES[scale]


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTIONS.finditer(text):
        value: Decimal | None
        if part := match["pct"] or match["mille"]:
            part = part.rstrip("点.")
            both = numerals.pair(part)  # 百分之四五
            value = both[0] if both else numerals.chinese(part)
            if value is not None and match["mille"]:
                value /= 10
        elif match["den"]:
            value = Decimal(100 * numerals.DIGITS[match["num"]]) / Decimal(
                10 if match["den"] == "十" else numerals.DIGITS[match["den"]]
            )
        elif match["half"]:
            value = Decimal(50)
        elif match["few"]:
            value = _ratio(match["few"], match["many"])
        elif match["word"]:
            many, part = re.split(r"[ -]", match["word"])
            value = Decimal(100 * _HOW_MANY[many]) / _PARTS[part.rstrip("s")]
        else:
            value = Decimal("0.5")
        if value is not None:
            vague = bool(_VAGUE_BEFORE.search(text, max(0, match.start() - 16), match.start()))
            vague = vague or numerals.pair(match[0].removeprefix("百分之")) is not None
            yield Quantity("pct", round(value, 2), match.start(), match.end(), "%", vague)


def _ratio(few: str, many: str) -> Decimal | None:
    """ "Four in ten" as a per cent; None where it is no share ("5 in 2021")."""
    part, whole = (
        Decimal(numerals.WORDS[w]) if w in numerals.WORDS else Decimal(20) if w == "twenty" else Decimal(w)
        for w in (few, many)
    )
    return 100 * part / whole if 0 < part < whole <= 1000 else None


_A_YEAR = lazy(r"(?:19|20)\d\d\s(?:rmb|cny|yuan|¥)\s?\d")


def _with_unit(text: str, number: Number) -> Quantity:
    start, end, value = number.start, number.end, number.value
    lead = text[max(0, start - 16) : start]
    vague = number.vague or bool(_VAGUE_BEFORE.search(lead) and not re.search(r"[以马网路晚加跟赶早]上$", lead))
    words = text[start:end]
    kind: Kind = "plain"
    unit = ""
    more = None if _COMPARED.search(lead) and _THAN.match(text, end) else _VAGUE_AFTER.match(text, end)
    if more is not None:
        vague = True
    at = more.end() if more is not None and more[0].strip() in ("多", "余", "+") else end
    if match := _FOREIGN_BEFORE.search(lead):
        return Quantity("foreign", value, start - len(match[0]), end, match[0], vague)
    if match := _FOREIGN.match(text, at):
        return Quantity("foreign", value, start, match.end(), match[0], vague)
    if before := _CNY_BEFORE.search(lead):
        after = _CNY.match(text, at)
        return Quantity("cny", value, start - len(before[0]), after.end() if after else end, "元", vague)
    if _A_YEAR.match(text, start):
        kind = "plain"  # "sales 2021 RMB 27m"
    elif match := _CNY.match(text, at):
        kind, unit, end = "cny", "元", match.end()
    elif match := _PCT.match(text, at):
        kind, unit, end = "pct", "%", match.end()
    elif (match := _CHENG.match(text, at)) and value <= 10:
        tail = match[1]
        value = value * 10 + (Decimal(5) if tail == "半" else Decimal(numerals.DIGITS.get(tail, 0)))
        kind, unit, end = "pct", "%", match.end()
    elif match := _HEADS.match(text, at):
        kind, unit, end = "heads", match[0].strip(" -"), match.end()
    elif match := _DAYS.match(text, at):
        return _duration(number, match, vague)
    elif match := _ITEMS.match(text, at):
        kind, unit, end = "items", match[0].strip(), match.end()
    elif _MAGNITUDE.search(words) and not re.match(
        r"\s?(?:次|平|亩|吨|台|users?|sq|tonn?es|units|views|followers|粉丝|用户|"
        r"customers|visitors|km|公里)",
        text[at : at + 12],
    ):
        kind = "cny"
    if not vague and _VAGUE_AFTER.match(text, end) and not (_COMPARED.search(lead) and _THAN.match(text, end)):
        vague = True
    return Quantity(kind, value, start, end, unit, vague)


def _duration(number: Number, match: re.Match[str], vague: bool) -> Quantity:
    unit = match["unit"]
    vague = vague or bool(
        re.match(r"[多余]", match.string[match.end() : match.end() + 1])
        or _VAGUE_AFTER.match(match.string, match.end())
    )
    if unit[0] in "年y":
        if number.value >= 1000:  # 2016年 is a date
            return Quantity("plain", number.value, number.start, number.end, "", vague)
        half = re.match(r"半", match.string[match.end() : match.end() + 1])
        value = number.value + (Decimal("0.5") if half else 0)
        return Quantity("years", value, number.start, match.end(), unit, vague)
    return Quantity("days", number.value * _MONTH_DAYS[unit[0]], number.start, match.end(), unit, vague)


def _mark_ranges(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """30-40人 and "between 30 and 40": neither end is a figure. "从40人增加到65人" is a change, not a range."""
    for index, one in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        before = found[index - 1] if index else None
        pair = (after is not None and joined(text, one, after)) or (before is not None and joined(text, before, one))
        yield Quantity(one.kind, one.value, one.start, one.end, one.unit, True) if pair else one


_LONGEST_GAP = 14


def _neighbours(text: str, left: Quantity, right: Quantity) -> bool:
    """四、五个人 and 三、四十人: two neighbouring digits, which the mark of a list parts."""
    first, second = text[left.start : left.end], text[right.start : right.start + 1]
    one, other = (numerals.DIGITS.get(sign, int(sign) if sign.isdigit() else -1) for sign in (first, second))
    listed = left.start == 0 or _LISTED.search(text, left.start - 1, left.start) is not None
    return len(first) == 1 and left.kind == "plain" and 0 < one == other - 1 and not listed


def joined(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two figures are told for one: 30-40, "four or five", 三、四十."""
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP or left.value == right.value or left.kind not in (right.kind, "plain"):
        return False
    if gap == "、":
        return _neighbours(text, left, right)
    if left.kind == "plain" != right.kind and 1990 <= left.value < 2100 and left.end - left.start == 4:
        return False  # "from 88 million in 2021 to 84 million": a year
    if re.search(r"between\s(?:rmb\s|¥)?$", text[max(0, left.start - 14) : left.start]):
        return gap.strip() == "and"
    if re.search(r"(?:从|由|from)\s?(?:去年|前年)?的?$", text[max(0, left.start - 6) : left.start]) and gap.strip() in (
        "到",
        "至",
        "to",
    ):
        return False
    return bool(_RANGE.fullmatch(gap)) and right.kind not in ("days", "years")
