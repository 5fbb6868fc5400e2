"""What a lender lost on a loan: "after collection we are left with a loss of RMB 1.2 million", 追偿后坏账还剩120万.

A loss of the business in a year, damage to goods and a share of the loss that somebody covers are none of it.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.quantities import Quantity
from policies.facts.scope import Page

_SIGNS = (
    "loss",
    "lost",
    "lose",
    "bad debt",
    "written off",
    "write off",
    "wrote off",
    "坏账",
    "损失",
    "核销",
    "呆账",
    "收不回",
    "追不回",
    "要不回",
    "没收回",
)
_LENT = re.compile(
    r"贷|银行|本金|追偿|清收|(?<![a-z])(?:loans?|lent|lend\w*|banks?|branch|lenders?|credit|principal|collection|recover\w*)(?![a-z])"
)
_BEFORE = re.compile(
    r"(?:坏账|呆账|损失|核销|本金损失|净损失|贷款损失)(?:的)?(?:本金|金额|余额|额)?(?:还有|还剩|剩下?|净|一共|总共|共计|合计|"
    r"达到?|计|为|是|了|有|共|约|:|\s){0,4}(?:人民币)?$|"
    r"(?<![a-z])(?:(?:net |final |remaining |bank's |our )*loss(?:es)?(?: on (?:it|the loan|this loan|that))?(?: (?:of|"
    r"is|was|comes? to|came to|amounts? to|amounted to|stands? at|stood at|totals?|totalled|at|about|now|still|"
    r"left))+|(?:lost|loses?|lose|wrote off|written off|write off)(?: (?:us|about|some|a net))?|bad debts?(?: (?:of|"
    r"is|was|comes? to|came to|amounts? to))+) (?:rmb ?|¥)?$"
)
_BEHIND = re.compile(
    r"元?(?:的)?(?:本金)?(?:已经?|都|也|就|是|全|确实)*(?:收不回|没收回|追不回|要不回|成了坏账|变成坏账|坏账|呆账|损失(?!补|的\d))|"
    r"\s?(?:yuan |rmb )?(?:of|in|as a|as) (?:net |final |unrecovered |an? )?(?:bad debts?|loss(?:es)?|"
    r"principal (?:is |was )?(?:lost|gone|written off))(?! cover)"
)
_OTHER = re.compile(
    r"亏损|营业|经营|货|设备|火灾|盘亏|投保|保额|"
    r"(?<![a-z])(?:made|ran|posted|booked|operating|trading|annual|yearly|stock|goods|fire|flood|insured|"
    r"customers?|orders?)(?![a-z])"
)
_LONGEST_LEAD = 80


def find(page: Page) -> Findings:
    """`loan_loss_cny`, where a loan is spoken of."""
    if not any(sign in page.text for sign in _SIGNS) or not _LENT.search(page.text):
        return
    for index, _ in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind == "cny" and not one.vague and lost(page, index, one):
                yield Found("loan_loss_cny", number(one.value), one.start, one.end, 2)


def lost(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is told as what was lost on a loan."""
    clause = page.clauses[index]
    lead = page.text[max(clause.start, one.start - _LONGEST_LEAD) : one.start]
    if _OTHER.search(page.words(index)):
        return False
    return _BEFORE.search(lead) is not None or _BEHIND.match(page.text, one.end, clause.end) is not None
