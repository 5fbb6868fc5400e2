"""Figures that a plan gives: "the business plan speaks of 46 million of sales", 商业计划书上写营收4600万.

What a pitch, a budget or a feasibility study promises nobody has sold yet. A figure that is also told as booked,
audited or last year's stands.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_FIGURES = frozenset({"annual_revenue_cny", "previous_revenue_cny", "profit_cny", "revenue_growth_pct"})
_PLAN = lazy(
    r"商业计划书?|计划书|路演(?:材料|稿)?|融资(?:材料|计划|演示)|可研(?:报告)?|可行性|预算(?:表|里|上|中|书)|规划(?:里|上|中|书)|"
    r"(?<![a-z])(?:business plan|pitch(?: deck)?|slide deck|investor (?:deck|memo\w*|presentation)|feasibility study|"
    r"budget|prospectus|financial model|projections?|roadmap|plan for (?:this|next) year)(?![a-z])"
)
_BOOKED = lazy(
    r"去年|上年|上一年|实际|审计|入账|报表|决算|完成了|做到了|"
    r"(?<![a-z])(?:last year|audited|actual(?:ly)?|booked|realised|realized|achieved|accounts|as well as|also)(?![a-z])"
)
_ANOTHER_BUDGET = lazy(r"采购|招标|项目预算|(?<![a-z])(?:procurement|purchasing|tender)(?![a-z])")


def promised(page: Page, one: Found) -> bool:
    """Whether sales, profit or growth is what a plan named before it in the sentence says."""
    if one.name not in _FIGURES or one.value is None:
        return False
    index = page.index(one.start)
    start = page.clauses[page.opening(index)].start
    if not _PLAN.search(page.text, start, one.start) or _ANOTHER_BUDGET.search(page.text, start, one.start):
        return False
    return _BOOKED.search(page.text, start, page.clauses[index].end) is None
