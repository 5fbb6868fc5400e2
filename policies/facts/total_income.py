"""Total income where it is told apart from sales: the district's limit is on everything that came in last year.

"Sales were 148.9m; to that come 1.7m of rent and interest" is a total income of 150.6m. Told itself it stands before
the sales; told by its parts it is reckoned. Elsewhere the rules are on sales, and nothing is read here.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import revenues
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_DISTRICT = lazy(r"海淀|海帆|中关村|核心区|haidian|haifan|zhongguancun|core[- ]area")
_TOTAL = lazy(
    r"总收入|收入(?:总额|总计|合计|一?共|总共)|全部收入|(?<![a-z])(?:(?:total|overall|whole|entire|gross) "
    r"(?:\w+ )?income|income (?:in total|altogether|in all|of every kind))(?![a-z])"
)
_SALES = lazy(
    r"(?<!总)(?:销售(?:额|收入)?|卖(?:了|出)|营业额|营业收入|主营(?:业务)?(?:收入)?|(?<!基)(?:本业|主业)(?:收入)?|营收|产品收入|"
    r"(?<!其他)(?<!其它)(?<!他项)业务收入)|"
    r"(?<![a-z])(?:sales|sold|turnover|(?:operating|main|product|sales) (?:revenue|income)|revenues?|"
    r"(?:core|main|principal|primary) (?:business|line|activity|trade|operations?))(?![a-z])"
)
_MAIN = lazy(
    r"(?<![a-z])(?:core|main|principal|primary) (?:business|line|activity|trade|operations?)(?: itself| alone)? "
    r"(?:brought(?: in)?|made|earned|yielded|took in|generated|came to|produced)(?![a-z])"
)
"""Sales that no word of sales names: "the main business brought RMB 146 million"."""
_BESIDE = lazy(
    r"租金|房租|出租|利息|投资(?:收益|收入)|理财(?:收益|收入)?|其[他它](?:的)?(?:业务)?收入|营业外收入|非主营|补贴收入|"
    r"(?<![a-z])(?:rents?|rentals?|rented out|renting|sub-?let(?:ting)?|letting|leasing out|interest|dividends?|"
    r"investment (?:income|gains?|returns?)|(?:other|side|sundry|"
    r"non-operating|extraordinary) (?:income|receipts|earnings)|royalties)(?![a-z])"
)
_ADDED = lazy(
    r"加上|加|其[他它]业务|另有|另外|外加|还有|此外|再有|之外|连同|"
    r"(?<![a-z])(?:adds?|added|adding|plus|on top|besides?|in addition|another|further|also|as well|together with|"
    r"there (?:is|was|were|came)|come|came|comes)(?![a-z])"
)
_SPENT = lazy(
    r"付|缴|支出|交了|贷|借|欠|费用|成本|"
    r"(?<![a-z])(?:paid|pays?|paying|loan|borrow\w*|bank(?! (?:interest|deposit))|owed?|costs?|spent|spend|expens\w+|"
    r"our rent|bill)(?![a-z])"
)
_AFTER = 2
"""Sentences behind the sales in which what is added may stand; a semicolon ends one."""


_LIMIT = 150_000_000
_OVER = lazy(
    r"(?<![不没未])(?<!没有)(?<!是否)(?:超过|超出|超|突破|破|刚刚?过|略过|稍微?过|高于|大于|不止)了?(?:人民币)?$|"
    r"(?<![a-z])(?:(?<!not )over|(?<!not )(?<!no )more than|above|exceed(?:s|ed|ing)) (?:rmb ?|¥)?$"
)
_ODD = lazy(r"(?:元|块)?(?:多(?!了|出)|余|出头|开外|挂零)|(?<=[多余])|(?: yuan)? (?:and a bit|odd|plus)(?![a-z])")
_MORE = lazy(r"[多余]")
_NOT_SO = lazy(
    r"没|未|不(?!止)|是否|会不会|有没有|如果|可能|左右|大概|差不多|预计|(?<![a-z])(?:not|if|whether)(?![a-z])"
)


def _beyond(page: Page) -> Findings:
    """An income of which only is told that it lies above the district's limit: 总收入一亿五千万出头."""
    for index in range(len(page.clauses)):
        for one in page.quantities_in(index):
            if one.kind != "cny" or not one.vague or one.value < _LIMIT:
                continue
            lead = _lead(page, one)
            over = _OVER.search(lead) or _ODD.match(page.text, one.end) or _MORE.search(page.text, one.start, one.end)
            if not over or not (_TOTAL.search(lead) or _SALES.search(lead)) or _NOT_SO.search(page.words(index)):
                continue
            ours = not (strangers(page, one.start) or page.wished(index, one.start))
            if ours and page.clauses[index].closing != "?" and revenues.last_year(page, index, one):
                yield Found("annual_revenue_cny", number(one.value + 1), one.start, one.end, 2)
                return


def find(page: Page) -> Findings:
    """`annual_revenue_cny` as the total income of last year, where other income is told beside the sales."""
    if not _DISTRICT.search(page.text):
        return
    yield from _beyond(page)
    if not (_TOTAL.search(page.text) or _BESIDE.search(page.text) or _MAIN.search(page.text)):
        return
    sums = list(_sums(page))
    total = next((one for one in sums if _is_total(page, one[1])), None)
    sales = next((one for one in sums if one is not total and _SALES.search(_lead(page, one[1]))), None)
    if total is not None and sales is not None:
        yield Found("annual_revenue_cny", number(total[1].value), total[1].start, total[1].end, 3)
    elif sales is not None:
        others = [one[1] for one in sums if _is_added(page, sales, one)]
        if others:
            whole = sum((one.value for one in others), sales[1].value)
            yield Found("annual_revenue_cny", number(Decimal(whole)), sales[1].start, others[-1].end, 3)
        elif _MAIN.search(_lead(page, sales[1])):
            yield Found("annual_revenue_cny", number(sales[1].value), sales[1].start, sales[1].end, 1)


def _sums(page: Page) -> list[tuple[int, Quantity]]:
    """Our own sums of last year, or of no year that is named, each with its clause."""
    return [
        (index, one)
        for index in range(len(page.clauses))
        for one in page.quantities_in(index)
        if one.kind == "cny"
        and not (one.vague or strangers(page, one.start) or page.wished(index, one.start))
        and revenues.last_year(page, index, one)
    ]


def _lead(page: Page, one: Quantity) -> str:
    """The words before a sum, from the sum before it or the beginning of its clause."""
    index = page.index(one.start)
    start = page.clauses[index].start
    last = max((other.end for other in page.quantities_in(index) if other.end <= one.start), default=0)
    return page.text[max(start, last, one.start - 80) : one.start]


def _is_total(page: Page, one: Quantity) -> bool:
    named = list(_TOTAL.finditer(_lead(page, one)))
    behind = re.match(r"\s(?:yuan )?(?:of|in|as) (?:our )?", page.text[one.end : one.end + 16])
    if behind is not None and _TOTAL.match(page.text, one.end + behind.end()):
        return True
    return bool(named) and not _SALES.search(_lead(page, one), named[-1].end())


def _is_added(page: Page, sales: tuple[int, Quantity], one: tuple[int, Quantity]) -> bool:
    """Whether a sum behind the sales is other income that came on top of them."""
    index, said = one
    if said.start <= sales[1].end or page.clauses[index].sentence - page.clauses[sales[0]].sentence > _AFTER:
        return False
    following = (other.start for other in page.quantities_in(index) if other.start >= said.end)
    end = next(following, page.clauses[index].end)
    around = _lead(page, said) + " # " + page.text[said.end : end]
    before = page.previous(index)
    opening = page.words(before) if before is not None and before > sales[0] else ""
    added = _ADDED.search(opening + around) or _ADDED.search(page.text, sales[1].end, said.start)
    return bool(added and _BESIDE.search(around)) and not _SPENT.search(opening + around)
