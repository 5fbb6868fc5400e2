"""Figures that belong together: sales of three years in a row, and payments of one kind with their total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from policies.facts.found import Findings, Found, number
from policies.facts.growth import REVENUE
from policies.facts.quantities import Quantity
from policies.facts.scope import Page

_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)(?:年度?|(?=\s|:))|(?P<word>大前年|前年|去年|上年)")
_BACK = {"去年": 1, "上年": 1, "前年": 2, "大前年": 3}
_BETWEEN = re.compile(
    r"(?:的|全年|公司|总|年|实现|做到?了?|卖了?|为|是|有|达到?|约|:|\s|营业?收入?|收入|销售(?:额|收入)?|营业额|"
    r"业绩|(?:total |annual )?(?:revenues?|sales|turnover|income)|of|was|were|rmb|¥){0,5}"
)
"""All that may stand between a year and its sales."""
_NOT_SALES = re.compile(
    r"利润|净利|资产|研发|员工|人数|税|订单|出口|贷|借|(?<![a-z])(?:profits?|assets|staff|exports?|orders?|loans?)(?![a-z])"
)
_OUT_OF = 3
"""Years whose sales give two years of growth."""


def average_growth(page: Page) -> Findings:
    """`avg_growth_2y_pct`: the mean of the growth of the last two years, from the sales of three, never rounded up."""
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
    growth = [(new.value - old.value) * 100 / old.value for old, new in pairwise(figures)]
    mean = (sum(growth, Decimal(0)) / len(growth)).quantize(Decimal("0.0001"), ROUND_DOWN)
    first, final = sorted(figures, key=lambda one: one.start)[:: _OUT_OF - 1]
    yield Found("avg_growth_2y_pct", number(mean), first.start, final.end, 2)


def total(found: Sequence[Found], name: str) -> Findings:
    """The total among payments of one kind, the sum of all that were told before it: 380万、250万，合计630万."""
    paid = sorted((one for one in found if one.name == name), key=lambda one: one.start)
    for place, one in enumerate(paid[2:], 2):
        parts = [Decimal(str(each.value)) for each in paid[:place]]
        if sum(parts, Decimal(0)) == Decimal(str(one.value)):
            yield Found(name, one.value, one.start, one.end, max(each.weight for each in paid) + 1)
