"""Whose loan a sum is, and whether it is one: not a neighbour's, not what an office gave towards it, not a fee."""

from __future__ import annotations

import re

from policies.facts.labels import Label
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_NEIGHBOURS = lazy(
    r"邻厂|隔壁|隔篱|同村|我妻子|我太太|我弟|外甥|亲戚的|房贷|买房|"
    r"(?<![a-z])(?:(?:plant|firm|factory|shop) next door|(?:my|his|her) (?:cousin|brother|wife|neighbour)(?:'s)?|"
    r"his loan)(?![a-z])"
)
"""Whose loan it is, where it is none of ours."""
_TOWARDS = lazy(r"\s(?:yuan )?(?:towards?|of (?:this|the|that) loan's interest)(?![a-z])")
_GRANTED = lazy(
    r"(?:贴|补)(?:了|过|给)|补助[^,。;]{0,12}$|扶持|(?:发|给)过[^,。;]{0,4}$|"
    r"(?<![a-z])(?:granted|refunded|subsid\w+|reimbursed)(?! us a)(?![a-z])"
)
_OFFICE = lazy(
    r"[厅局委部]|政府|财政|自治区|补助|补贴|(?<![a-z])(?:department|bureau|office|county|city|region|district|"
    r"subsid\w+)(?![a-z])"
)
_SPENT = lazy(r"\s?(?:费用|开支|花费|收|收费)(?:了|是|为)?$")
_SUPPOSED = lazy(r"比方|假设|打个比方|以为|(?<![a-z])(?:say we|suppose|imagine)(?![a-z])")
_POLICY = lazy(r"(?<![a-z])(?:policy|policies|insurance)(?![a-z])")
_HIS_OWN = lazy(
    r"(?:老板|总经理|董事长|股东|工程师|他)(?:自己|个人)|个人名义|(?<![a-z])(?:chairman|in (?:his|her|"
    r"my) own name)(?![a-z])"
)


def settled(page: Page, index: int, label: Label | None, lead: str, tail: str) -> str | None:
    """The measure of what was taken for a loan's sum; None where it is nobody's or another's."""
    if label is not None and _given_for_policy(lead, tail):
        return "premium"
    if _NEIGHBOURS.search(lead) or _SUPPOSED.search(lead) or _TOWARDS.match(tail):
        return None
    if label is None and _SPENT.fullmatch(lead):
        return None
    return None if _GRANTED.search(lead) and _OFFICE.search(page.sentence(index)) else "loan"


def _given_for_policy(lead: str, tail: str) -> bool:
    """What a policy for a loan cost: "the policy that insures loans, costing us 22,800"."""
    return re.match(r"\s(?:yuan )?for (?:a |the )?(?:credit |loan )?insurance(?![a-z])", tail) is not None or (
        _POLICY.search(lead) is not None
        and re.search(r"(?<![a-z])(?:costing(?: us)?|cost us|taken for|taken out for) (?:rmb |¥)?$", lead) is not None
    )


_PRIVATELY = lazy(
    r"私人|亲戚|朋友|(?<![a-z])(?:privately|out of (?:his|her|my) own pocket|(?:a|my) friend|(?:a|my) relative|"
    r"my partner)(?![a-z])"
)


def lent_privately(words: str) -> bool:
    """Whether a clause tells of money from a friend or a partner: beside a bank's loan it is not the one meant."""
    if _HIS_OWN.search(words):
        return True
    return _PRIVATELY.search(words) is not None and re.search(r"借给|借了|(?<![a-z])lent(?![a-z])", words) is not None


_WENT_TO = lazy(r"\s(?:yuan )?(?:went|goes|was paid|is paid) to(?![a-z])")
_ANOTHER_OF = lazy(
    r"(?<![a-z])(?:(?:an)?other|second|first|one|loan|third|former|latter|credit|borrowing)(?: loan| one)?"
    r"(?: of|,| for|:)? (?:rmb ?|¥|cny ?)?$"
)
_AND_ITS_FEE = lazy(
    r"\s?(?:yuan|rmb)?,? ?(?:for which|on which|where|whose|which|that|backed|guaranteed|covered|with|under|through|for"
    r" whose)(?![a-z])[^.;]{0,60}?\d"
)
"""Behind the sum of a loan that needs no name again, where its guarantor's fee follows."""
_FEE_OF = lazy(r"(?<![a-z])(?:fees?|charges?|commission) (?:of|was|is|came to) (?:rmb\s?|¥)?$")


def fee_or_loan(page: Page, index: int, one: Quantity, measure: str) -> str:
    """The measure of a sum between a fee and its loan: "took a fee of 60,000 for that loan"; empty for no fact."""
    start = page.clauses[index].start
    if measure == "loan" and _FEE_OF.search(page.text, start, one.start):
        return "guarantee_fee" if "guarant" in page.sentence(index) else ""
    if (
        measure == "guarantee_fee"
        and _ANOTHER_OF.search(page.text, start, one.start)
        and _AND_ITS_FEE.match(page.text, one.end)
    ):
        return ""  # "and another of 3 million for which we paid a guarantor 45,000"
    near = page.text[max(start, one.start - 6) : one.start]
    fee = measure in ("guarantee_fee", "valuation_fee", "premium")
    paid = re.search(r"[付交缴花]了?$", near) or _WENT_TO.match(page.text, one.end)
    return "loan" if fee and not paid and re.search(r"(?:贷|担保额|borrow|loan)", near) else measure


_PUT_ASIDE = lazy(
    r"(?:与|跟|和|同)?(?:这次|本次|此次|这笔|本次申请|申请|补贴|贴息|这里|此事)?(?:的)?(?:申请|补贴|贴息)?(?:无关|"
    r"没有?关系|不相干|不搭界)|"
    r"(?:是|属于?|算)?另(?:外)?(?:的)?一?(?:回事|码事|码子事|件事|笔账)|(?:不会|不打算|不|没想)(?:拿来|用来|拿它|为它|"
    r"就它)?(?:申请|申报|要求补)|"
    r"不在(?:这次|本次)?的?(?:申请|申报)(?:范围|之列|之内|里)|不(?:计|算)在内|"
    r"(?<![a-z])(?:(?:not|never|n't) (?:\w+ )?(?:claim\w*|ask\w*|apply\w*|appl(?:y|ied)|seek\w*)(?: [\w']+){0,3}? "
    r"(?:for|on|about|with|under) (?:that|it|this|him|hers?|his|either)(?: one| loan)?|(?:another|a (?:different|"
    r"separate)) "
    r"(?:matter|story|thing|affair)|(?:is|was|has|have|had|'s)(?: got)? nothing to do with (?:this|the claim|the "
    r"company|the firm|it|us|our claim)|not (?:part of|in|under) (?:this|the|our) (?:claim|application|request)|"
    r"unrelated|(?:leave|leaving|left) (?:that|it) (?:aside|out))(?![a-z])"
)
_OF_ONE_SELF = lazy(
    r"房贷|车贷|信用卡|消费贷|住房贷款|(?<![a-z])(?:home|car|private car|student|house) loan|mortgage|credit cards?"
)
"""What nobody takes for a company's loan."""
_CARD_DEBT = lazy(
    r"信用卡[^,。;]{0,6}?(?:欠|逾期|被催|催收|账单|还不上|没还|卡债)|(?:欠|拖)(?:着|了|下)?[^,。;借贷]{0,6}信用卡|卡债|"
    r"(?<![a-z])(?:credit[- ]card (?:debts?|bills?|arrears|dues|payments?)|(?:late|behind|overdue|arrears|owe[sd]?|"
    r"defaulted)"
    r"(?: [\w'-]+){0,5}? credit cards?)(?![a-z])"
)
_FUNDED = lazy(
    r"刷|套现|垫|贷|借|周转|筹|(?<![a-z])(?:fund\w*|financ\w*|borrow\w*|loans?|drew|drawn|paid (?:for|with)|rais\w+|"
    r"used?|put)(?![a-z])"
)


def card_debt(words: str) -> bool:
    """Whether a clause tells of what somebody owes on his credit card, and not of money had by it."""
    return _CARD_DEBT.search(words) is not None and _FUNDED.search(words) is None


_A_SECOND = lazy(
    r"另外|另有|也(?:曾)?(?:借|贷)|以前|早年|当年|多年前|[几两三四五]年前|(?<![a-z])(?:once|years ago|earlier|"
    r"in the past)(?![a-z])|还(?:有|从|向|跟|找)|此外|(?<![a-z])(?:another|also|besides|in addition|separately|"
    r"a second)(?![a-z])"
)
_COMPANY_LENT = lazy(r"银行|[支分]行|农商行|信用社|(?<![a-z])(?:banks?|branch|lender)(?![a-z])")


def put_aside(page: Page, start: int, end: int) -> bool:
    """Whether a loan is named only to be set aside ("my wife has a car loan, but we do not claim for that"): one
    beside the loan of a bank that other sentences tell of."""
    index = page.index(start)
    if card_debt(page.words(index)):
        return True
    number = page.clauses[index].sentence
    sentence = page.sentence(index)
    if not (_OF_ONE_SELF.search(page.words(index)) or _A_SECOND.search(sentence)) or sentence.rstrip().endswith("?"):
        return False
    said = _PUT_ASIDE.search(page.text, end, min(len(page.text), end + 90))
    if said is None or page.clauses[page.index(said.start())].sentence - number > (
        ";" in page.text[end : said.start()]
    ):
        return False
    if _SUPPOSED.search(sentence) or page.wished(index, start):
        return False
    return any(page.clauses[page.index(one.start())].sentence != number for one in _COMPANY_LENT.finditer(page.text))


_AT_A_RATE = lazy(
    r"\s?(?:yuan|rmb)?,? ?(?:borrowed |lent |drawn )?at (?:an? )?(?:interest )?(?:rate of )?\d{1,2}(?:\.\d+)?\s?(?:%|"
    r"per ?cent)"
    r"(?! (?:of|on)(?![a-z]))|元?,?(?:的?年?利率|年?利息|年化|年息)(?:是|为|约|按)?\d{1,2}(?:\.\d+)?(?:%|厘|个?点)"
)
_FROM_A_BANK = lazy(r"\s?(?:yuan |rmb )?(?:from|lent by) (?:an?|the|our) (?:[\w-]+ ){0,3}bank(?! account)(?![a-z])")
_BACK = 3
"""Clauses before a principal in which its interest is told."""


def principal(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is what the interest just told was paid on: "173,400 over the year: 3.4m at 5.1% from a bank"."""
    if _FROM_A_BANK.match(page.text, one.end):
        return True
    if not _AT_A_RATE.match(page.text, one.end):
        return False
    number = page.clauses[index].sentence
    near = [i for i in range(max(0, index - _BACK), index + 1) if page.clauses[i].sentence == number]
    told = (q for i in near for q in page.quantities_in(i) if q.start < one.start)
    return any(q.kind == "cny" and 2 * q.value < one.value for q in told)


_OF_PRINCIPAL = lazy(r"\s?(?:yuan )?of (?:the |our |that |its )?(?:principal|capital)(?![a-z])|元?的?本金")


def of_principal(behind: str) -> bool:
    """Whether a sum is a part of the principal: "the last 200,000 of the principal"."""
    return _OF_PRINCIPAL.match(behind) is not None


_PLEDGED_TO = lazy(r"质押|设质|出质|抵押|押给|抵给")
_GOT = lazy(
    r"(?:我们|公司)?(?:就|便|才|也|共)?(?:拿|借|贷|取得|获得|得|换|筹)(?:到|了|来|得)?[\d一二两三四五六七八九十百千]"
)


def brought(page: Page, index: int) -> str:
    """What a clause that pledges something to a bank brought, told in the next: 把货款押给银行，借到八百万."""
    behind = index + 1
    if behind >= len(page.clauses) or not _PLEDGED_TO.search(page.words(index)):
        return ""
    words = page.words(behind)
    return "," + words if _GOT.match(words) else ""
