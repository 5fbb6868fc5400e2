"""A year's income told in a round figure for talk, and exactly by the accounts: "we say 150 million; the audited report
has RMB 150.32 million", 老板总说一个半亿，审计报告上是1.5032亿元. The accounts count.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from policies.facts.found import Found, number
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_NAME = "annual_revenue_cny"
_EXACTLY = lazy(
    r"审计|审定|查核|决算|汇算|报表|年报|账[上面里]|报税|准确|精确|确切|实际(?:上|是|数)|其实|严格|"
    r"(?<![a-z])(?:audit\w*|exact\w*|precise\w*|"
    r"to be (?:exact|precise)|strictly|accounts|books|ledgers?|annual report|tax return|statements?|"
    r"to the yuan)(?![a-z])"
)
_LOOSELY = lazy(
    r"老板|董事长|总(?:爱|喜欢|是)?说|口头|对外|嘴上|说起来|通常说|一般说|都说|号称|大约|大概|约|差不多|左右|"
    r"整数|取整|笼统|"
    r"(?<![a-z])(?:round(?:ed|ly)?(?: figures?| numbers?| terms?)?|loosely|roughly|about|some|around|"
    r"tell people|people say|likes? to say|we say|"
    r"(?:chairman|boss|owner|director|manager)(?:'s| (?:says|speaks|talks|likes|calls|puts))|to keep it simple|"
    r"generally|in conversation|call it)(?![a-z])"
)
_APART = Decimal("0.05")
_LEAST = 1_000_000
"""A bare number of at least so much is money: "20 million in sales"."""
_OF_INCOME = lazy(
    r"收入|营收|营业额|销售|(?<![a-z])(?:revenues?|sales|turnover|turned over|income|takings|receipts)(?![a-z])"
)
_OTHER = lazy(
    r"利润|资产|现金|存款|余额|补[贴助]|贷|借|研发|投资|前年|上上年|预计|今年|目标|(?<![a-z])(?:profits?|"
    r"assets|cash|deposits?|grants?|loan|borrow\w*|r&d|research|invest\w*|year before|"
    r"forecast|target|this year|plan\w*)(?![a-z])"
)


def told(page: Page, found: Iterable[Found]) -> list[Found]:
    """Statements with the exact income alone, where one loosely told stands before it and they are nearly the same."""
    kept = list(found)
    if not _EXACTLY.search(page.text) or not _LOOSELY.search(page.text) or not _OF_INCOME.search(page.text):
        return kept
    loose = _loose(page)
    exact = next((one for one in page.quantities if _is_exact(page, one, loose)), None) if loose is not None else None
    if exact is None or loose is None:
        return kept
    kept = [one for one in kept if one.name != _NAME or not _near(one, loose.value)]
    return [*kept, Found(_NAME, number(exact.value), exact.start, exact.end, 3)]


def _loose(page: Page) -> Quantity | None:
    """The income of talk: a round sum with the words of income and of talk in its sentence."""
    for one in page.quantities:
        bare = one.kind == "plain" and one.value >= _LEAST
        if not (bare or one.kind == "cny") or page.theirs(one.start):
            continue
        index = page.index(one.start)
        around = page.words(index) + _before(page, index) + _behind(page, index)
        here = page.words(index) + _before(page, index)
        if _OF_INCOME.search(here) and _LOOSELY.search(around) and not _OTHER.search(page.words(index)):
            return one
    return None


def _before(page: Page, index: int) -> str:
    return "" if (before := page.previous(index)) is None else page.words(before)


def _behind(page: Page, index: int) -> str:
    after = index + 1
    same = after < len(page.clauses) and page.clauses[after].sentence == page.clauses[index].sentence
    return page.words(after) if same else ""


def _is_exact(page: Page, one: Quantity, loose: Quantity) -> bool:
    """Whether a sum behind a loose one is nearly the same, has more figures, and is told by the accounts."""
    if one.start <= loose.end or one.kind not in ("cny", "plain") or one.vague or page.theirs(one.start):
        return False
    if one.value == loose.value or abs(one.value - loose.value) > _APART * loose.value:
        return False
    index = page.index(one.start)
    here = page.words(index) + _before(page, index)
    if page.clauses[index].sentence - page.clauses[page.index(loose.start)].sentence > 2 or doubted(page, index):
        return False
    finer = len(one.value.normalize().as_tuple().digits) > len(loose.value.normalize().as_tuple().digits)
    return finer and _EXACTLY.search(here) is not None and not _OTHER.search(page.words(index))


def _near(one: Found, value: Decimal) -> bool:
    said = one.value
    return said is None or (
        isinstance(said, int | float)
        and not isinstance(said, bool)
        and abs(Decimal(str(said)) - value) <= _APART * value
    )
