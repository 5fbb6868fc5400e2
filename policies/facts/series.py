"""Figures that belong together: sales of three years in a row, growth of two, payments of one kind with their total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from policies.facts.found import Findings, Found, number
from policies.facts.growth import CHANGE, REVENUE, subject
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import FORECAST, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)(?:年度?|(?=\s|:))|(?P<word>大前年|前年|去年|上年)")
_BACK = {"去年": 1, "上年": 1, "前年": 2, "大前年": 3}
_BETWEEN = lazy(
    r"(?:的|全年|公司|总|年|实现|做到?了?|卖了?|为|是|有|达到?|约|:|\s|营业?收入?|收入|销售(?:额|收入)?|营业额|"
    r"业绩|(?:total |annual )?(?:revenues?|sales|turnover|income)|of|was|were|rmb|¥){0,5}"
)
"""All that may stand between a year and its sales."""
_NOT_SALES = lazy(
    r"利润|净利|资产|研发|员工|人数|税|订单|出口|贷|借|(?<![a-z])(?:profits?|assets|staff|exports?|orders?|loans?)(?![a-z])"
)
_OUT_OF = 3
"""Years whose sales give two years of growth."""


def average_growth(page: Page) -> Findings:
    """`avg_growth_2y_pct`: the mean growth of the last two years, from the sales of three or each year's growth."""
    yield from _of_three_sums(page)
    yield from _of_each_year(page)


def _of_three_sums(page: Page) -> Findings:
    told: dict[int, Quantity] = {}
    if sum(one.kind == "cny" for one in page.quantities) < _OUT_OF or len(_YEAR.findall(page.text)) < _OUT_OF:
        return
    for index, clause in enumerate(page.clauses):
        words = page.words(index)
        if _NOT_SALES.search(words) or not REVENUE.search(page.sentence(index)):
            continue
        for one in page.quantities_in(index):
            years = list(_YEAR.finditer(page.text, clause.start, one.start))
            if one.kind != "cny" or one.vague or one.value <= 0 or not years or page.theirs(one.start):
                continue
            if not _BETWEEN.fullmatch(page.text, years[-1].end(), one.start) or page.wished(index, one.start):
                continue
            said = years[-1]
            year = int(said["year"]) if said["year"] else page.as_of.year - _BACK[said["word"]]
            if told.setdefault(year, one).value != one.value:
                return  # two sums for one year
    last = page.as_of.year - 1
    three = [told.get(last - back) for back in range(_OUT_OF - 1, -1, -1)]
    figures = [one for one in three if one is not None]
    if len(figures) < _OUT_OF:
        return
    earlier, later = ((new.value - old.value) * 100 / old.value for old, new in pairwise(figures))
    first, final = sorted(figures, key=lambda one: one.start)[:: _OUT_OF - 1]
    yield Found("avg_growth_2y_pct", _mean(earlier, later), first.start, final.end, 2)


def _mean(earlier: Decimal, later: Decimal) -> int | float:
    """The mean of two years, never rounded up."""
    return number(((earlier + later) / 2).quantize(Decimal("0.0001"), ROUND_DOWN))


_WHEN = lazy(
    r"(?P<last>去年|上年度?|(?<![a-z])last year(?![a-z]))|(?P<before>大?前年|前一年|"
    r"(?<![a-z])(?:the )?(?:year before(?: last)?|(?:previous|prior|preceding) year|year earlier)(?![a-z]))|"
    r"(?<!\d)(?P<year>20\d\d)(?!\d)"
)
_COMPARED = lazy(
    r"(?:比|较|跟|与|和|同|(?<![a-z])(?:than|on|from|of|over|above|against|versus|vs|"
    r"(?:compared )?with|to))\s?(?:in )?$"
)
_CLAUSES = 6
"""Clauses of a sentence before a change in which its year may be told."""
_RIGHT_BEHIND = lazy(r"\s?,?\s?(?:in |for |during )?")


def _of_each_year(page: Page) -> Findings:
    """The mean where the growth of each of the two years is told by itself: "15% the year before and 23% last year"."""
    told: dict[int, tuple[Quantity, Decimal, bool]] = {}
    done = 0  # where the words on the figure before end
    for index, clause in enumerate(page.clauses):
        first = index
        while (before := page.previous(first)) is not None and index - first < _CLAUSES:
            first = before
        for one in page.quantities_in(index):
            if one.kind != "pct":
                continue
            start = max(done, page.clauses[first].start)
            back, done = _year_of(page, one, start, clause.end)
            lead = page.text[start : one.start]
            if back is None or one.vague or strangers(page, one.start) or page.wished(index, one.start):
                continue
            change = _change(page, index, lead, page.text[one.end : clause.end], bool(told))
            if change is not None and told.setdefault(back, (one, change * one.value, doubted(page, index)))[0] != one:
                return  # two figures for one year
    if set(told) == {1, 2}:
        (early, earlier, unsure), (late, later, unsure_too) = told[2], told[1]
        value = None if unsure or unsure_too else _mean(earlier, later)
        yield Found("avg_growth_2y_pct", value, min(early.start, late.start), max(early.end, late.end), 2)


def _year_of(page: Page, one: Quantity, start: int, end: int) -> tuple[int | None, int]:
    """How many years back a change was, told right behind it or before it, and where the words on it end."""
    behind = _WHEN.search(page.text, one.end, end)
    if behind is not None and _RIGHT_BEHIND.fullmatch(page.text, one.end, behind.start()):
        return _back(page, behind), behind.end()
    before = [
        m for m in _WHEN.finditer(page.text, start, one.start) if not _COMPARED.search(page.text[start : m.start()])
    ]
    return (_back(page, before[-1]) if before else None), one.end


def _back(page: Page, when: re.Match[str]) -> int:
    if when["year"]:
        return page.as_of.year - int(when["year"])
    return 1 if when["last"] else 3 if when["before"].startswith("大") else 2


def _change(page: Page, index: int, lead: str, tail: str, goes_on: bool) -> int | None:
    """1 for a rise of sales, -1 for a fall; None where something else changed. The second may leave out the verb."""
    changes = list(CHANGE.finditer(lead))
    if FORECAST.search(lead) or subject(page, index, lead, tail) != "revenue":
        return None
    if not changes:
        return 1 if goes_on else None
    named = goes_on or REVENUE.search(page.sentence(index))
    return None if not named else -1 if changes[-1]["down"] else 1


def total(found: Sequence[Found], name: str) -> Findings:
    """The total among payments of one kind, the sum of all that were told before it: 380万、250万，合计630万."""
    paid = sorted((one for one in found if one.name == name), key=lambda one: one.start)
    for place, one in enumerate(paid[2:], 2):
        parts = [Decimal(str(each.value)) for each in paid[:place]]
        if sum(parts, Decimal(0)) == Decimal(str(one.value)):
            yield Found(name, one.value, one.start, one.end, max(each.weight for each in paid) + 1)
