"""Which year a sum of sales belongs to: the last full year, the one before it, or neither.

The year before last is worth knowing where it is told beside the last ("up from 170m the year before", "前年才3900万"):
growth is reckoned from the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts.quantities import Quantity
from policies.facts.scope import EARLIER, FORECAST, LAST_YEAR, NEGATION, Page
from policies.patterns import lazy

OVER_YEARS = lazy(
    r"[两三四五六七八九十几\d]年(?:来|累计|一?共|内|间|总共|加起来)|累计|历年|未来|接下来|(?<![a-z])(?:over|"
    r"in) the (?:last|past|next|coming) \w+ years|in total over"
)
COMPARED = lazy(
    r"(?<![a-z])(?:against|beside|next to|versus|vs\.?|compare[sd] (?:to|with)|(?:up|down|grew|growing|rose|rising|"
    r"climb\w*|"
    r"increas\w*) from|after|than)\s(?:the\s)?(?:rmb|¥)?\s?$"
)
_YEAR = lazy(r"(?<!\d)(20\d\d|1[89]\d\d)(?!\d)(?:年|\s|$|:|'s)")
_YEAR_BEHIND = lazy(r"\s?in (20\d\d)(?!\d)")
_BEFORE_LAST = lazy(
    r"(?<!大)前年|前一年|上上年|再上一年|(?:the )?(?:year before|previous year|prior year)(?: last)?|two years ago"
)
_BEHIND = lazy(
    r"\s?(?:元|yuan|rmb)?(?:'s)?(?: worth)?\s?,?\s?(?:had come in |were sold |in sales )?(?:in\s)?(?:the\s|"
    r"a\s)?(?:year before|"
    r"year earlier|previous year|prior year|"
    r"two years ago)"
)
_ALONE = lazy(
    r"\s?(?:而|那)?(?:再)?(?:前年|前一年|上上年|再上一年)[^,。;\d]{0,4}|\s?(?:and |"
    r"in )?(?:the )?(?:year before(?: last| that)?|"
    r"previous year|prior year),?(?: (?:it|we|they|that|was|were|is|had been|sold|did|made|had|exactly|just|only|about|"
    r"rmb|a round|precisely))*\s?(?:¥|rmb)?\s?"
)
"""Before a sum that stands in a sentence of its own: what the sales just told were the year before."""
_AS_BEFORE = lazy(r"(?:跟|与|和|同)(?:前年|前一?年|上一?年)的?(?:完全)?(?:一样|相同|持平|一模一样)")
"""A comparison that leaves the sum behind it last year's: 跟前年一样是两千一百万."""
_FROM = lazy(r"(?:(?<![a-z])from|从|由)\s?(?:前年|上一年|前一年)?的?\s?(?:rmb|¥)?\s?$")
_TO = lazy(
    r"\s?(?:元|yuan)?\s?(?:一下子?|直接)?(?:增长?|涨|升|提高|增加|做|上升|扩大|发展|跌|降|掉|减少|"
    r"下降)?(?:了)?(?:到|至)|\s?(?:yuan )?(?:the year before )?to\s"
)
_MORE = lazy(
    r"(?:比|较|同比)[^,。;]{0,8}?(?:(?P<up>多|增加|增长|涨|提高|上升)|少|减少|下降|跌|降)(?:了|出|卖|做|收|"
    r"销)*(?:约|大概|近)?$"
)
_MORE_EN = lazy(
    r"\s?(?:yuan|rmb)?\s?(?:(?P<up>more|higher|up)|less|lower|down) (?:than|on|"
    r"from) (?:in )?(?:the )?(?:year before|previous year|20\d\d)"
)


def last_year(page: Page, index: int, one: Quantity) -> bool:
    """Whether a revenue figure is the last full year's, or named without a period."""
    clause = page.clauses[index]
    lead = _AS_BEFORE.sub("", page.text[clause.start : one.start])
    times = [
        (m.start(), kind)
        for kind, pattern in (("last", LAST_YEAR), ("earlier", EARLIER), ("forecast", FORECAST))
        for m in pattern.finditer(lead)
    ]
    years = [(m.start(), int(m[1])) for m in _YEAR.finditer(lead)]
    if times and max(times)[1] != "last":
        return bool(re.match(r"\s?(?:yuan|元)?,?\s?(?:in )?last year", page.text[one.end : one.end + 18]))
    tail = page.text[one.end : clause.end].lstrip(" ,")
    if EARLIER.match(tail) or COMPARED.search(lead) or (not times and FORECAST.match(tail.removeprefix("in "))):
        return False
    if behind := _YEAR_BEHIND.match(tail):
        return int(behind[1]) == page.as_of.year - 1
    if years:
        return years[-1][1] == page.as_of.year - 1
    return not (NEGATION.search(lead) and not re.search(r"不过|不少|没变|not only|不算", lead))


def year_before(page: Page, index: int, one: Quantity) -> bool:
    """Whether a revenue figure is that of the year before the last full one."""
    clause = page.clauses[index]
    lead, tail = _AS_BEFORE.sub("", page.text[clause.start : one.start]), page.text[one.end : clause.end]
    if OVER_YEARS.search(lead) or FORECAST.search(lead):
        return False
    if _BEHIND.match(tail):
        return True
    compared = COMPARED.search(lead)
    if compared and (behind := _YEAR_BEHIND.match(tail.lstrip(" "))):  # "70 million after 67 million in 2020"
        return page.as_of.year - int(behind[1]) in ((2, 3) if page.as_of.month <= _ACCOUNTS_CLOSED else (2,))
    if compared and _YEAR.search(lead) and int(_YEAR.findall(lead)[-1]) == page.as_of.year - 1:
        return True  # "2024 sales 84m vs 77m"
    years = [int(m[1]) for m in (*_YEAR.finditer(lead), *filter(None, [_YEAR_BEHIND.match(tail.lstrip(" "))]))]
    if years:
        early = page.as_of.month <= _ACCOUNTS_CLOSED and _named(page, page.as_of.year - 2)
        return years[-1] == page.as_of.year - (3 if early else 2)
    if _BEHIND.match(tail) or (_FROM.search(lead) and _TO.match(tail)):
        return True
    said = list(_BEFORE_LAST.finditer(lead))
    return bool(COMPARED.search(lead) or (said and not LAST_YEAR.search(lead, said[-1].end())))


_ACCOUNTS_CLOSED = 5
"""Until this month the last full year that a company can speak of may be the one before the last."""


def _named(page: Page, year: int) -> bool:
    """Whether a year is the latest but this one that the text names beside a sum."""
    said = {int(m[1]) for m in re.finditer(r"(?<!\d)(20\d\d)(?!\d)", page.text)}
    return year in said and not re.search(
        rf"(?:revenue|sales|turnover|income|sold)(?:[^.;]|\.(?=\d)){{0,60}}{year + 1}|"
        rf"{year + 1}[^.;]{{0,24}}(?:revenue|sales|turnover|income)"
        rf"|(?:营收|收入|销售|卖了?|营业额)[^,。;]{{0,16}}{year + 1}|{year + 1}年?[^,。;]{{0,12}}(?:营收|收入|销售|"
        rf"卖|营业额)"
        rf"|(?:营收|收入|销售|卖|营业额)[^。;贷借]{{0,30}}{year + 1}年?度?(?:的|全年|为|是|做了?|则|到){{0,2}}\d"
        rf"|last year|去年",
        page.text,
    )


def carried(page: Page, index: int, one: Quantity, told: tuple[int, str] | None) -> str | None:
    """The measure that the clause before spoke of: in its sentence, or of sales, where a year is set against theirs."""
    if told is None:
        return None
    sentence, measure = told
    here, start = page.clauses[index].sentence, page.clauses[index].start
    against = sentence == here - 1 and measure == "revenue" and _ALONE.fullmatch(page.text, start, one.start)
    return measure if sentence == here or against else None


def begins(page: Page, index: int, one: Quantity) -> bool:
    """Whether a figure is where a change began: "从1.7亿做到1.85亿"."""
    return bool(_FROM.search(page.text, page.clauses[index].start, one.start))


def change(page: Page, index: int, one: Quantity) -> Decimal | None:
    """By how much the last year's revenue exceeded the year before's, told as a sum: "比前年多了600万"."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    told = _MORE.search(lead) or _MORE_EN.match(tail)
    if told is None or FORECAST.search(lead):
        return None
    return one.value if told["up"] else -one.value
