"""One loan of a lender that writes, to a small firm that had none before: 我们借给一家小企业1200万元，它从未借过钱.

The sum of a single first loan is the total of first loans where the lender tells of no other.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found, number
from policies.facts.own_lending import bank_speaks, lender_writes
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_LENT = lazy(
    r"(?:借|贷|放|发放|投放)(?:款|出|了)*给|[给向替][^,。;]{1,24}(?:放|贷|发|投|批|借)(?:放|了|出|款)|"
    r"(?<![a-z])(?:lent|granted|advanced|gave|issued|made)(?![a-z])"
)
_TO_US = lazy(
    r"(?:借|贷|放|发)(?:款|了)*给(?:了)?我|给我们(?:公司|厂)?(?:放|贷|借)|"
    r"(?<![a-z])(?:lent|granted|gave) (?:us|me|our)(?![a-z])"
)
_SMALL = lazy(
    r"小微|微型|微企|中小|小企业|小型|小公司|小厂|小店|中型|(?<![a-z])(?:small|micro|medium-sized|smes?)(?![a-z])"
)
_ALL_SMALL = lazy(
    r"(?:客户|借款人|贷款户)(?:全部?|都|均|清一色)(?:是|为|属于?)[^,。;不非]{0,10}?(?:小微|中小|小企业|小型|微型)|"
    r"只(?:做|给|服务)[^,。;]{0,6}(?:小微|中小)|(?<![a-z])(?:all (?:of )?our (?:customers|clients|borrowers)(?: are|,)|"
    r"our (?:customers|clients|borrowers) are all|we (?:only )?(?:lend|serve) (?:only )?(?:to )?)[^.;]{0,20}?"
    r"(?:small|micro|smes?)(?![a-z])"
)
_NONE_BEFORE = lazy(
    r"(?:从来?|此前|之前|以前|先前|过去|成立以来)[^,。;]{0,8}?(?:没有?|未|无|不)[^,。;]{0,14}?(?:贷|借)|(?:没有?|"
    r"未)[^,。;]{0,6}(?:贷过|借过)|"
    r"(?:头|第)一[笔次回]|首[笔次]|"
    r"(?<![a-z])(?:never (?:before |yet |once )?(?:\w+ )?(?:borrow\w*|had|taken|drawn)|no (?:earlier|"
    r"previous|prior|loan|bank) (?:loans?|borrowing|history|credit)|first (?:\w+ )?(?:loan|credit|borrowing))(?![a-z])"
)
_NOT_HAD = lazy(
    r"打算|准备|拟|计划|想|如果|假如|明年|前年|"
    r"(?<![a-z])(?:plan\w*|would|if|will|intend\w*|next year|year before)(?![a-z])"
)
_REACH = 120


def find(page: Page) -> Findings:
    """`first_loans_lent_cny` of the only loan that is told, and the size of customers that are all small."""
    if not any(sign in page.text for sign in ("借", "贷", "loan", "lent", "borrow")):
        return
    if not _NONE_BEFORE.search(page.text) or not (bank_speaks(page) or lender_writes(page)) or _TO_US.search(page.text):
        return
    if all_small := _ALL_SMALL.search(page.text):
        yield Found("size", "small", all_small.start(), all_small.end())
    told = []
    for index, clause in enumerate(page.clauses):
        sums = [one for one in page.quantities_in(index) if one.kind == "cny" and one.value > 0]
        if not sums or not _LENT.search(page.text, clause.start, clause.end):
            continue
        told += [(index, one) for one in sums]
    told = told or _beside(page)
    if len(told) != 1:
        return
    index, one = told[0]
    around = page.text[max(0, page.clauses[index].start - _REACH) : one.end + _REACH]
    if (
        (_SMALL.search(page.sentence(index)) or _ALL_SMALL.search(page.text))
        and _NONE_BEFORE.search(around)
        and not _NOT_HAD.search(page.sentence(index))
    ):
        value = None if one.vague or doubted(page, index) else number(one.value)
        yield Found("first_loans_lent_cny", value, one.start, one.end, 1)


def _beside(page: Page) -> list[tuple[int, Quantity]]:
    """The sums of sentences that tell of a loan in another clause: 做试剂的小公司，去年九月，800万，第一次放款."""
    return [
        (index, one)
        for index in range(len(page.clauses))
        for one in page.quantities_in(index)
        if one.kind == "cny" and one.value > 0 and _A_LOAN.search(page.sentence(index))
    ]


_A_LOAN = lazy(r"放款|贷款|首贷|放贷|放的|借出|(?<![a-z])(?:loan|lent|lending|advance|drawdown)(?![a-z])")
