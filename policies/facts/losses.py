"""What a lender lost on a loan: "after collection we are left with a loss of RMB 1.2 million", 追偿后坏账还剩120万.

A loss of the business in a year, damage to goods and a share of the loss that somebody covers are none of it.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found, number
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_SIGNS = (
    "loss",
    "lost",
    "lose",
    "bad debt",
    "written off",
    "write off",
    "wrote off",
    "坏账",
    "水漂",
    "泡汤",
    "never see",
    "损失",
    "核销",
    "呆账",
    "收不回",
    "追不回",
    "要不回",
    "没收回",
    "unrecover",
    "never recover",
    "irrecover",
    "not recover",
    "not be recover",
    "n't recover",
    "n't be recover",
    "uncollect",
)
_LENT = lazy(
    r"贷|银行|支行|放款|本金|追偿|清收|(?<![a-z])(?:loans?|lent|lend\w*|banks?|branch|lenders?|credit|principal|"
    r"collection|recover\w*)(?![a-z])"
)
_BEFORE = lazy(
    r"(?:坏账|呆账|损失|核销|本金损失|净损失|贷款损失)(?:的)?(?:本金|金额|余额|额)?(?:还有|还剩|剩下?|净|一共|"
    r"总共|共计|合计|"
    r"达到?|计|为|是|了|有|共|约|:|\s){0,4}(?:人民币)?$|"
    r"(?<![a-z])(?:(?:net |final |remaining |bank's |our )*loss(?:es)?(?: on (?:it|the loan|this loan|that))?(?: (?:of|"
    r"is|was|comes? to|came to|amounts? to|amounted to|stands? at|stood at|totals?|totalled|at|about|now|still|"
    r"left))+|(?:lost|loses?|lose|wrote off|written off|write off)(?: (?:us|about|some|a net))?|bad debts?(?: (?:of|"
    r"is|was|comes? to|came to|amounts? to))+) (?:rmb ?|¥)?$"
)
_BEHIND = lazy(
    r"元?(?:的)?(?:本金)?(?:已经?|都|也|就|是|全|确实|确定|确认|认定|核定|最终|最后|被|列|计|转|定|为|作|算|只能|没着落|成了?){0,5}(?:收不回|没收回|追不回|要不回|"
    r"成了坏账|变成坏账|坏账|呆账|打了?水漂|泡汤|损失(?!补|的\d))|"
    r"\s?(?:yuan |rmb )?(?:of|in|as a|as) (?:net |final |unrecovered |an? )?(?:bad debts?|loss(?:es)?|"
    r"principal (?:is |was )?(?:lost|gone|written off))(?! cover)"
)
_OTHER = lazy(
    r"亏损|营业|经营|货|设备|火灾|盘亏|投保|保额|"
    r"(?<![a-z])(?:made|ran|posted|booked|operating|trading|annual|yearly|stock|goods|fire|flood|insured|"
    r"customers?|orders?)(?![a-z])"
)
_FIXED = lazy(
    r"(?<![a-z])(?:loss(?:es)?|shortfall|(?:unrecovered|irrecoverable|unrecoverable|uncollected|lost|unpaid) "
    r"(?:principal|balance|part|amount|sum|portion|debt))(?: (?:on|for|from|of) (?:it|(?:the|this|that|our) "
    r"(?:\w+ )?(?:loan|credit|bank|branch|lender)))?,? (?:(?:that|which|it|we) )?(?:(?:has|have|had|was|were|is|"
    r"are|been|"
    r"be|being|finally|now|then|officially|at last|counted|to be) ){0,4}"
    r"(?:(?:fixed|determined|set|put|established|settled|assessed|confirmed|recogni[sz]ed|certified|calculated|"
    r"reckoned|booked|audited|agreed|computed|found|counted|recorded|accepted) (?:(?:at|as|to be|by \w+ at) )?)?"
    r"(?:rmb ?|¥)?$|"
    r"(?<![a-z])(?:(?:could|can|did)(?: not|n't)|cannot|unable to|failed to) (?:be )?(?:recover|get back|collect|"
    r"claw back|recoup) (?:rmb ?|¥)?$|"
    r"(?:坏账|呆账|损失)(?:的)?(?:本金|金额|余额|额)?(?:最后|最终|经?审计|已经?|被|由[^,。;]{1,8})?"
    r"(?:核定|认定|确认|核实|定|确定|核算|审定|计算|评定)(?:下来|出来|的)?(?:是|为|在|成|了)?(?:人民币)?$|"
    r"(?:收|追|要|讨)不回(?:来)?(?:的)?(?:本金|钱|贷款|部分|金额|款)?(?:是|有|共|为|达|一共|总共|合计|还有|"
    r"了){0,2}(?:人民币)?$"
)
"""What a lender's loss was found to be, or what it could not get back of a loan."""
_NOT_BACK = lazy(
    r"元?\s?(?:yuan |rmb )?(?:of (?:it|the loan|the principal|principal) )?(?:(?:could|can|will|did)(?: not|"
    r"n't)(?: ever)? "
    r"be (?:recovered|got back|collected|recouped)|cannot be (?:recovered|got back|collected|recouped)|"
    r"(?:(?:is|was|were|are|has|have|had|to|be|been|now|all|finally|definitely|remains?|unpaid|and) ){1,6}(?:lost|gone|"
    r"written off|a (?:dead|total|pure) loss)|(?:of it )?(?:that )?we (?:shall|will|'ll) never (?:see|get|"
    r"recover)(?! less)|"
    r"(?:was|is|were|are|remains?|remained|stays?|went|proved)(?: left)? (?:never recovered|not recovered|"
    r"irrecoverable|unrecoverable|unrecovered|uncollectable|uncollectible))(?![a-z])"
)
_HEADED = lazy(
    r"(?<![a-z])(?:written off|write[- ]offs?|wrote off|charged off|bad debts?|(?:net |final |credit |loan )?"
    r"loss(?:es)?)(?: [\w'-]+){0,5} ?: ?(?:a (?:net|total|clear) )?(?:rmb ?|¥)?$|"
    r"(?:核销|坏账|呆账|损失)[^,。;:\d赔补]{0,10}:(?:人民币)?$"
)
_CALLED = lazy(
    r"\s?(?:yuan )?[,-]+ ?(?:which is |being )?(?:the |our |a )?(?:whole|entire|full|total|final|net|remaining|"
    r"complete|clear|pure)(?: [\w-]+)? (?:loss|bad debt)(?![a-z])|"
    r"元?,(?:也?就是|算?是|为)?(?:[剩余]下的?|最后的?|全部的?|净|整笔|所有的?){1,3}"
    r"(?:损失|坏账|呆账)(?!补)"
)
"""The name stands over the sum or behind it: "Written off in October: RMB 1.8 million, the whole remaining loss"."""
_OF_A_LOAN = lazy(r"贷|银行|支行|放款|(?<![a-z])(?:loans?|lent|lend\w*|banks?|branch|lenders?|kedaitong)(?![a-z])")
_LONGEST_LEAD = 80


_AHEAD = lazy(r"(?:损失|坏账|亏损|代偿)(?:了|金额|额|是|为|约|共)*$")


def no_sales(page: Page, one: Found) -> bool:
    """Whether a sum that was taken for sales is told as a loss: 坏账120万."""
    if one.name != "annual_revenue_cny" or one.value is None:
        return False
    return _AHEAD.search(page.text[page.clauses[page.index(one.start)].start : one.start]) is not None


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
    if _BEFORE.search(lead) or _BEHIND.match(page.text, one.end, clause.end):
        return True
    if _HEADED.search(page.text, max(0, one.start - _LONGEST_LEAD), one.start) or _CALLED.match(page.text, one.end):
        return _OF_A_LOAN.search(page.text) is not None and not _OTHER.search(page.sentence(index))
    told = _FIXED.search(lead) or (
        _NOT_BACK.match(page.text, one.end, clause.end) and not page.wished(index, one.start)
    )
    return bool(told) and _OF_A_LOAN.search(page.text) is not None
