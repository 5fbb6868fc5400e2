"""The growth of a profit that is told by its two figures: "profit 5.0 million in 2021 and then 5.2 million",
利润2021年500万、2022年520万, "it went from 4.1 to 4.2 million".

The two figures are those of the last year and of the one before, by the years named with them or by the words between.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_WHEN = (
    r"(?:20\d\d年?度?|大?前年|去年|上年|前一年|"
    r"(?:the )?(?:year before(?: last| that)?|(?:previous|prior) year)|last year)"
)
_PROFIT = lazy(
    r"(?:(?:净|税后|纯)?利润|净利|盈利|获利|(?<![a-z])(?:profits?|net income|earnings)(?: (?:after|before) tax)?)"
    rf"(?:[\s:,]|总额|从|由|为|是|有|的|约|(?:in |for )?{_WHEN}|(?:was|were|of|at|came to|stood at|went|rose|fell|grew|"
    r"moved|climbed|increased|improved|advanced|jumped|edged|inched|slid|slipped|dropped|declined|to|up|down|from|"
    r"just|then|a|rmb)(?![a-z])|¥){0,14}$"
)
"""All that may stand between the word and its first figure."""
_PROFIT_FROM = lazy(
    r"(?:利润|净利)[^,。;\d]{0,8}[从由]$|"
    r"(?<![a-z])(?:profits?|net income|earnings)(?: (?!margin)[a-z]+){0,4} from (?:rmb |¥)?$"
)
"""Or any verb, where a change is told to begin."""
_BETWEEN = lazy(
    rf"(?:[\s,、:]|(?:in |for )?{_WHEN}|元|(?:yuan|rmb|and|then|but|to|from|up|down|rose|fell|grew|was|were|it|came|"
    r"became|followed by|against|versus|vs\.?|after|compared with|a year (?:later|earlier|on)|in|the|next|year|again|"
    r"only|just|for|exactly|precisely|even)(?![a-z])|"
    r"[¥而的则为是有才到至成做涨增升降跌减加少长了变再]|只有|提高|下降|增加|减少|正好|刚好|恰好|随后|之后|后来){1,20}"
)
_WORD = lazy(_WHEN)
_LATER = lazy(r"(?<![a-z])(?:then|to|became|followed|later|next|on)(?![a-z])|[到至成]|随后|之后|后来|再")
_EARLIER = lazy(r"(?<![a-z])(?:against|versus|vs|after|from|compared|earlier)(?![a-z])")
_BEHIND = lazy(rf"\s?(?:yuan|元)?\s?(?:(?:in|for) )?(?P<when>{_WHEN})(?![年度])")
_NO_SECOND = lazy(
    r"\s?(?:yuan|元|of)?\s?(?:expected|forecast|planned|(?:this|next) year|debts?|loss)|元?的?(?:贷款|债)"
)

_MAY = lazy(r"(?<![a-z])(?:should|could|might|would)(?![a-z])")
_RISES_FROM = lazy(r"[从由](?:rmb|¥|\s)*$|(?<![a-z])from (?:rmb |¥)?$")
"""Ahead of the first sum of a change: 去年利润由200万升到210万, where the year is that of the second."""


def find(page: Page, index: int) -> Findings:
    """`profit_growth_pct` by the figures of which the first stands in this clause; never rounded up."""
    told = page.quantities_in(index)
    first = [one for one in told if one.kind == "cny"]
    if not first or any(one.kind == "pct" and not _of_another(page, first, one) for one in told):
        return  # the change is told by itself
    headed = index > 0 and page.clauses[index - 1].closing == ":"
    start = page.clauses[index - headed].start
    for one, other in pairwise((*first, *_next(page, index))):
        lead, gap = page.text[start : one.start], page.text[one.end : other.start]
        if not ((_PROFIT.search(lead) or _PROFIT_FROM.search(lead)) and _BETWEEN.fullmatch(gap)) or not (
            _plain(one) and _plain(other)
        ):
            continue
        behind = page.text[other.end : other.end + 40]
        if FORECAST.search(lead) or _MAY.search(lead) or _NO_SECOND.match(behind) or strangers(page, one.start):
            continue
        if page.wished(index, one.start) or (backs := _years(page, lead, gap, behind)) is None:
            continue
        old, new = (one.value, other.value) if backs[0] > backs[1] else (other.value, one.value)
        change = ((new - old) * 100 / old).quantize(Decimal("0.0001"), ROUND_DOWN)
        yield Found("profit_growth_pct", number(change), one.start, other.end)


_ANOTHER = lazy(
    r"(?<![a-z])(?:and|while|with|but|as|whereas|though)(?![a-z])[^,.;%]{0,24}?(?<![a-z])(?:r&d|research|sales|"
    r"revenues?|"
    r"turnover|income|assets|staff|headcount|debt|loan)(?![a-z])|研发|研究|科研|营收|收入|销售|营业额|资产|负债|人数|利率"
)


def _of_another(page: Page, sums: list[Quantity], share: Quantity) -> bool:
    """Whether a per cent behind the figures is of another matter: "from 12.0 to 12.6 million and R&D was 1.2%"."""
    return sums[-1].end < share.start and _ANOTHER.search(page.text, sums[-1].end, share.start) is not None


_AS_BEFORE = lazy(
    r"(?:净|税后|纯)?(?:利润|净利)(?:总额)?(?:也|却|则|还|倒|仍|就|都|只是){0,2}(?:跟|与|和|同)"
    r"(?:前一?年|上一?年|前一年度|上年度|20\d\d年)的?(?:利润)?(?:完全)?"
    r"(?:一样|一样多|相同|相等|持平|没(?:什么)?(?:差别|变化)|一模一样)|"
    r"(?:净|税后|纯)?利润(?:也|却|则|倒|一分){0,2}(?:都)?(?:没有?|未|毫无)(?:任何|什么)?"
    r"(?:增加|增长|变化|变动|长|涨|变)(?![了过大到超长]|\s?\d|[^,。;]{0,3}[快多])|"
    r"(?<![a-z])(?:profits?|net income|earnings) (?:(?:after tax|was|were|is|are|stayed|remained|came (?:out|in)|only|"
    r"just|exactly|also|though|however) ){0,4}(?:the same as|equal to|no (?:higher|different) (?:than|from)|"
    r"identical (?:to|with)|level with|on a par with|what (?:it|they) (?:was|were)) (?:in )?(?:the (?:year|one) before|"
    r"the (?:previous|prior) year(?:'s)?|20\d\d|before)(?![a-z])|"
    r"(?<![a-z])(?:profits?|net income|earnings) (?:did not|didn't|has not|hasn't|have not) (?:change|changed|move|"
    r"moved|grow|grown|budge|budged)(?: at all)?(?=$|[,.;]| (?:from|since|last|either|in)(?![a-z]))"
)


def unchanged(page: Page) -> Findings:
    """`profit_growth_pct` 0 where the profit is told to be that of the year before: 利润和前一年一样."""
    if not re.search(r"利|profit|income|earnings", page.text):
        return
    yield from by_year(page)
    for match in _AS_BEFORE.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if FORECAST.search(lead) or strangers(page, match.start()) or page.wished(index, match.start()):
            continue
        if re.search(r"前年", match[0] + lead) or doubted(page, index) or page.clauses[index].closing == "?":
            continue
        years = re.findall(r"20\d\d", match[0])
        if not years or int(years[0]) == page.as_of.year - 2:
            yield Found("profit_growth_pct", 0, match.start(), match.end())


_NAMED = lazy(
    r"(?<!毛)(?:净|税后|纯)?(?:利润|净利|盈利|获利)(?:总额)?(?:[为是有约:]|\s)*$|"
    r"(?<![a-z])(?<!gross )(?<!operating )(?:profits?|net income|earnings)(?: (?:was|were|is|of|at|came to|stood at|"
    r"(?:after|before) tax|a|about|rmb)){0,4} (?:rmb ?|¥)?$"
)
_TOLD_BY_SHARE = lazy(
    r"利润?[^,。;\d]{0,8}(?:增|涨|升|降|跌|减|持平)|(?<![a-z])profits? (?:\w+ ){0,2}?(?:grew|rose|fell|dropped|growth|"
    r"up|down|increased|declined)(?![a-z])"
)


def by_year(page: Page) -> Findings:
    """`profit_growth_pct` of two profits that each stand in the accounts of its year: 2020年利润400万；2021年…."""
    if not re.search(r"利润|净利|盈利|获利|profit|income|earnings", page.text) or _TOLD_BY_SHARE.search(page.text):
        return
    told: dict[int, list[Quantity]] = {}
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind != "cny" or not _plain(one) or not _NAMED.search(page.text[clause.start : one.start]):
                continue
            if strangers(page, one.start) or page.wished(index, one.start) or FORECAST.search(page.words(index)):
                return
            if doubted(page, index) or (back := _year_of(page, index, one)) is None:
                return
            told.setdefault(back, []).append(one)
    if not ({1, 2} <= set(told) and len(told[1]) == len(told[2]) == 1):
        return
    new, old = told[1][0], told[2][0]
    change = ((new.value - old.value) * 100 / old.value).quantize(Decimal("0.0001"), ROUND_DOWN)
    yield Found("profit_growth_pct", number(change), min(new.start, old.start), max(new.end, old.end))


def _year_of(page: Page, index: int, one: Quantity) -> int | None:
    """How many years back a profit lies, by the year right behind it or the last one named ahead of it."""
    if behind := _BEHIND.match(page.text, one.end):
        return _back(page, behind["when"])
    named: list[re.Match[str]] = []
    for _ in range(4):
        clause = page.clauses[index]
        named = list(_WORD.finditer(page.text, clause.start, min(clause.end, one.start)))
        before = page.previous(index)
        if named or before is None:
            break
        index = before
    return _back(page, named[-1][0]) if named else None


def _plain(one: Quantity) -> bool:
    return not one.vague and one.value > 0


def _next(page: Page, index: int) -> tuple[Quantity, ...]:
    """The first sum of the next clause of the sentence."""
    after = index + 1
    if after >= len(page.clauses) or page.clauses[after].sentence != page.clauses[index].sentence:
        return ()
    return tuple(one for one in page.quantities_in(after) if one.kind == "cny")[:1]


def _years(page: Page, lead: str, gap: str, behind: str) -> tuple[int, int] | None:
    """How many years back the two figures lie: the last year and the one before, in either order; None otherwise."""
    named, after = _BEHIND.match(gap), _BEHIND.match(behind)
    rest = gap[named.end() :] if named else gap
    ahead, between = list(_WORD.finditer(lead)), list(_WORD.finditer(rest))
    first = named["when"] if named else ahead[-1][0] if ahead else None
    second = after["when"] if after else between[-1][0] if between else None
    if named and not between and not after and not ahead and re.search(r"\d$|[年度]$", gap.strip()):
        first, second = None, named["when"]  # 利润500万、去年520万: the year belongs to the figure behind it
    one, other = _back(page, first), _back(page, second)
    later, earlier = _LATER.search(rest), _EARLIER.search(rest)
    if one is None and other is None:
        return None if not (later or earlier) else (2, 1) if later and not earlier else (1, 2)
    if one == 1 and other is None and not named and later and not earlier and _RISES_FROM.search(lead):
        return (2, 1)
    if one is None:
        one = 3 - (other or 0)
    elif other is None:
        other = one - 1 if later and not earlier else one + 1 if earlier else 0
    return (one, 3 - one) if {one, other} == {1, 2} else None


def _back(page: Page, when: str | None) -> int | None:
    if when is None:
        return None
    if year := re.match(r"\d{4}", when):
        return page.as_of.year - int(year[0])
    return 1 if when in ("去年", "上年", "last year") else 3 if when.startswith("大") else 2
