"""A borrower who wants for itself what a city pays the lender.

The reward for loans on credit is the bank's alone, and so is what a risk pool makes good of a loan that went bad.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.own_lending import bank_speaks, lender_writes
from policies.facts.scope import Page
from policies.patterns import lazy

_REWARD = lazy(r"奖励|奖金|(?<![a-z])(?:rewards?|bonus(?:es)?)(?![a-z])")
_CREDIT = lazy(
    r"信用贷|信用放款|信用借款|无抵押|没有?抵押|免抵押|(?<![a-z])(?:unsecured|credit loans?|on credit|without (?:any )?"
    r"(?:security|collateral)|no (?:security|collateral)|good name)(?![a-z])"
)
_LENDER = lazy(
    r"我行|本行|我们(?:这家)?[支分]?行|(?<![a-z])(?:our (?:\w+ )?(?:bank|branch)|we lent|we lend|as a (?:bank|lender)|"
    r"we are (?:a|the) (?:\w+ )?(?:bank|lender))(?![a-z])"
)
_WE = r"(?:我们|我司|本公司|我公司|敝公司|公司|企业|借款人|借款方|借款企业)"
_FOR_US = lazy(
    rf"奖励?金?[^,。;银行]{{0,6}}?{_WE}(?:作为借款人|自己|直接)?(?:能|可以?|该)(?:不能|不可以|否)?(?:自己|直接|也)?(?:拿|领|得|申|要)|"
    rf"(?:奖励?金?|\d万元?|这笔钱|这(?:一)?笔)[^,。;银行]{{0,6}}?(?:能|可以?|会|该)?(?:不能)?(?:给|发给|打给|打到|付给|拨给|归)"
    rf"(?:到)?{_WE}|{_WE}(?:自己|作为借款人|作为借款企业)?(?:能|可以|可|该|是否能)(?:不能|不可以|否)?(?:也|直接|自己|来)?"
    r"(?:拿|领|得|申请|申领|要)(?:取|到|得)?(?:这|那|到|笔|个|份|项|的|信用贷款|\d|万|元|%)*(?:奖励?|万元?(?=[,。;吗?]))|"
    r"(?<![a-z])(?:paid|transferred|sent|credited|go|goes|come|comes)(?: out| over| straight| directly)? "
    r"(?:in)?to (?:us|our (?:own )?(?:account|firm|company))(?![a-z])|"
    r"(?<![a-z])(?:can|could|may|do|should|shall|will) (?:we|our (?:firm|company))(?:,? (?:the|as) [\w ]{1,14},?)? "
    r"(?:ourselves |also )?(?:have|get|claim|collect|receive|apply for|ask for) (?:the|this|that|a|such a|our|any)"
    r"(?: [\w-]+){0,3}? (?:rewards?|bonus)(?![a-z])"
)
_POOL = lazy(
    r"风险补偿|补偿|代偿|风险(?:资金)?池|资金池|(?<![a-z])(?:compensat\w+|risk (?:pool|fund)|pool|(?:cover|bear|"
    r"shoulder|make|pay|stump|meet|refund|reimburse|absorb|carr|share|tak)\w*(?: up| good| on| out| back)? "
    r"(?:[\w-]+ ){0,2}?"
    r"(?:\d+(?:\.\d+)? ?(?:%|per ?cent)|half|part|share|third))"
)
_BAD = lazy(
    r"还不[上出起清了]|没法还|无法(?:偿|归)?还|还不了|没(?:有)?还|未(?:能)?(?:偿|归)?还|逾期|坏账|呆账|欠|违约|"
    r"(?<![a-z])(?:(?:not|n't|cannot|unable to|failed to|fail to|without) (?:been able to )?(?:\w+ ){0,2}?"
    r"(?:re)?pa(?:y|id|ying)|default\w*|bad (?:loan|debt)s?|went bad|gone bad|overdue|arrears|owe[ds]?|in trouble|"
    r"insolven\w+|behind with|"
    r"turned sour|went sour|unpaid)(?![a-z])"
)
_SUM = (
    r"(?:(?:风险)?(?:补偿|代偿)(?:款|金|资金)?(?:的(?:那|这)?(?:笔|部分)?(?:钱|款|资金|\d+(?:\.\d+)?万元?|部分)?)?|"
    r"(?:这|那)(?:一)?(?:笔|部分|份|些|个)?(?:钱|款|资金|补偿款?|\d+(?:\.\d+)?[万%]元?)|(?<![\d.])\d+(?:\.\d+)?[万%]元?)"
)
_OUR_FIRM = r"(?:我们|我司|本公司|我公司|敝公司|公司|企业|借款人|借款方|借款企业|厂里|我们厂)"
_POOL_TO_US = lazy(
    rf"{_SUM}[^,。;?银行]{{0,8}}?(?:给|打|付|拨|汇|转|划|归|发|进)(?:到|入|给|进|至|回)?{_OUR_FIRM}(?!贷款的|的?贷款|的?银行)|"
    rf"{_OUR_FIRM}(?:自己|作为借款人|作为借款企业)?(?:想|要|希望|打算|能|可以?|该|是否能|能够)(?:不能|不可以|否|够)?(?:也|直接|自己|来|把)*"
    rf"(?:拿|领|得|申请|申领|要|收|用)(?:取|到|得|回)?(?:这|那|到|笔|个|份|项|的|政府)*{_SUM}|"
    rf"(?:想|要|希望|打算|能不能|可不可以|可以|能否|能)把?[^,。;?银行]{{0,6}}?{_SUM}[^,。;?银行]{{0,6}}?"
    rf"(?:拿来|拿去|用来|用于|用作|领|取|打进|打到|汇到|转到|发工资|付货款|进货)|"
    rf"{_SUM}[^,。;?银行]{{0,4}}?{_OUR_FIRM}(?:自己|直接|也)?(?:能|可以?|该|是否能)(?:不能|不可以|否)?(?:自己|直接|也|去|来)*(?:拿|领|得|申|要|收|用)"
)
_MONEY = (
    r"(?:(?:the|this|that|those|these|such|its|their|our|any|a) )(?:\w+ )?(?:\w+ ){0,2}?(?:compensation|half|money|"
    r"sum|payout|share|part|cash|\d+(?:\.\d+)? ?(?:%|per ?cent|million|m\b|thousand)|amount|fund'?s? money)"
)
_POOL_FOR_US = lazy(
    rf"(?<![a-z])(?:transfer\w*|paid|pay|sent|send|credited|wired|remitted|put|released|disbursed|goes|go|come|comes)"
    rf"(?: {_MONEY})?(?: out| over| straight| directly| back)* (?:in)?to (?:us|me|"
    rf"our (?:own |company |company's |firm's |business |bank )*(?:accounts?|firm|company|books|hands))(?![a-z])|"
    rf"(?<![a-z])(?:can|could|may|do|should|shall|will|would|must) (?:we|i|our (?:firm|company))(?:,? (?:the|as) "
    rf"[\w ]{{1,14}},?)? (?:ourselves |myself |also |now |then |directly )?(?:have|get|claim|collect|receive|apply for|"
    rf"ask for|draw|keep|use|pocket|request|spend) {_MONEY}(?! (?:forgiven|written|less))|"
    rf"(?<![a-z])(?:we|i)(?: (?:want|wish|hope|intend|plan|need|expect)|'d like|'d love| would like| should like| "
    rf"would love| are hoping| are going) (?:to (?:have|get|claim|collect|receive|apply for|draw|use|keep|see|spend) )?"
    rf"{_MONEY}(?! (?:forgiven|written))"
)
_IF = lazy(r"如果|假如|要是|(?<![a-z])(?:if|suppos\w+)(?![a-z])")


def find(page: Page) -> Findings:
    """`borrower_claims_reward`: the firm that borrowed asks to be paid what is the lender's."""
    if _REWARD.search(page.text) and _CREDIT.search(page.text):
        patterns = [_FOR_US]
    elif _POOL.search(page.text) and _BAD.search(page.text) and _LOAN.search(page.text):
        patterns = [_FOR_US, _POOL_TO_US, _POOL_FOR_US]
    else:
        return
    if _LENDER.search(page.text) or bank_speaks(page) or lender_writes(page):
        return
    for pattern in patterns:
        for match in pattern.finditer(page.text):
            if not page.theirs(match.start()) and not _IF.search(page.words(page.index(match.start()))):
                yield Found("borrower_claims_reward", True, match.start(), match.end())


_LOAN = lazy(r"贷|借款|(?<![a-z])(?:loans?|kedaitong|borrowed|credit)(?![a-z])")
