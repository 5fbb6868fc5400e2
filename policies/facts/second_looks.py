"""A second look at what a sum is for: the words right around it can gainsay the measure that its label names.

A sum given back by an office is no interest or fee of ours; the sum on which a rate is reckoned is the loan; sales
that others made, a bill that we paid and the takings of a patent are no revenue and no claim.
"""

from __future__ import annotations

import re

from policies.facts import aid_had, losses, payments, service_fees, subsidised, whose_loans
from policies.facts.labels import Label
from policies.facts.own_lending import bank_speaks
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_GIVEN = lazy(
    r"[贴补报领](?:了|过|给|掉)|补得|贴息|报销|"
    r"(?<![a-z])(?:borne|bore|interest returned|refund\w*|reimburs\w*|repaid part|relieved|taken over|subsid\w+|saved|"
    r"(?:has|have|had|already) (?:\w+ )?(?:paid|given|sent) (?:us|back)|covered (?:half|part|one|two)|"
    r"premium aid)(?![a-z])"
)
"""What an office gave towards a cost."""
_AID = lazy(r"\s(?:yuan )?of (?:\w+ )?(?:premium|interest|fee) (?:aid|returned|refunded|subsid)|的?(?:贴息|补[贴助])")
_WHOLE = lazy(r"(?<![a-z])(?:fees?|premium|interest) of (?:rmb |¥)?$|(?:费|利息)(?:是|共|一共)?$")
_COST_US = lazy(
    r"(?<![a-z])(?:cost(?:ing)?(?: us)?|paid(?: the insurer)?|handed over|fee|premium)[^,.;]{0,6}$|"
    r"[付交花收费][^,。;]{0,6}$"
)
_NOT_GIVEN = lazy(
    r"没(?:有)?(?:人|谁|找|领|补|报|贴)?|未|从不|还没|(?<![a-z])(?:no|not|nobody|never|none|nothing|would|could|may|"
    r"to be|can|half of it|unreimbursed|seek|ask\w*)(?![a-z])|n't"
)
_RATE_OF = lazy(
    r"(?:%|per ?cent|百分之[\d一二三四五六七八九十点]+) (?:of|on) (?:the |our |a )?(?:loan of )?(?:rmb |¥)?$"
)
_VOUCHED = lazy(r"(?<![a-z])(?:vouched for|guaranteed) (?:rmb |¥)?$")
_FEE_BEHIND = lazy(r"的(?:贷款)?(?:的)?担保费[用]?(?:是|为|一共)?[\d一二两三四五六七八九]")
_FOR_OUR = lazy(r"\d[^,.;]{0,20} (?:for|on) (?:our|the|a|that) (?:rmb |¥)?$")
_INTEREST_ON = lazy(r"interest (?:on|for) (?:the |our |a |this )?(?:loan of )?(?:rmb |¥)?$")
_OF_LOAN = lazy(r"的?(?:银行)?(?:贷款|借款)(?:的)?利息|(?:都|一直|全都)?按[时月季期]付息|正常付息")
_AN_INSTALMENT = lazy(
    r"(?<![a-z])(?:due on|debit (?:of|failed)|in dispute|failed|topped (?:it )?up|(?:january|february|march|april|"
    r"may|june|july|"
    r"august|september|october|november|december)'s interest)(?![a-z])"
)
_ASKED = lazy(r"(?<![a-z])(?:wants?|asks?|demands?|asked|wanted)(?: for)? (?:rmb |¥)?$")
_COVER = lazy(r"(?<![a-z])(?:cover|coverage|total cover) (?:of|for|over) (?:rmb |¥|up to )?$")
_POLICY = lazy(r"保证保险|履约险|保险单|(?<![a-z])(?:policy|policies|insurance|insurer|performance bond)(?![a-z])")
_LENT = lazy(
    r"(?<![a-z])(?:gave (?:us|it)|and got|got|for security for|as security for|as cover and|lent|advanced|released|"
    r"borrow\w*)(?![a-z])|"
    r"贷到|贷了|借到|借了|放了|放给"
)
_BANK = lazy(r"银行|农商行|信用社|(?<![a-z])(?:banks?|lenders?)(?![a-z])")
_HANDED_OUT = lazy(
    r"(?<![a-z])(?:banks?|lender|branch|cooperative)(?![a-z])[^.;]{0,90}?(?<![a-z])"
    r"(?:granted|advanced|lent|paid out|released|disbursed)(?: us| it)? (?:rmb |¥)?$"
)
"""What a bank parts with is lent, whatever else its sentence names: "on the expected income it paid out 8 million"."""
_BILL = lazy(r"发票|账单|(?<![a-z])(?:bills?|invoices?)(?![a-z])")
_PAYEE = lazy(
    r"评级|评估|鉴价|征信|宽带|[带频]宽|专线|担保公司|保险公司|大学|学校|"
    r"(?<![a-z])(?:apprais\w+|valu(?:er|ation)\w*|agency|rating|raters?|guarantors?|insurers?|universit\w+|institute|"
    r"broadband|bandwidth|leased line|operator|credit bureau|notary|lawyer|attorneys?|research house)(?![a-z])"
)
_WE_PAID = lazy(
    r"(?<![a-z])(?:we (?:have |had )?(?:since |already |duly )?(?:paid|settled)|"
    r"(?:was|were|been|since|already|duly|long|now) (?:since |already |duly )?(?:paid|settled)|paid in full|"
    r"our bill)(?![a-z])|已付|付清|付了"
)
_OWED_US = lazy(
    r"欠(?:了|着)?(?:我|咱|本公司|货款|工程款)|客户|买家|(?<![a-z])(?:owe[sd]? (?:us|me|our)|owed to (?:us|our)|"
    r"customer|"
    r"buyer|debtor|client|we are owed|receivables?)(?![a-z])"
)
_UNPAID = lazy(
    r"欠|没付|未付|拖|(?<![a-z])(?:ordered|handed over|delivered|supplied|shipped|unpaid|overdue|late|owed|owes|"
    r"outstanding|not paid|due)(?![a-z])|n't paid"
)
_OTHERS_CLAIM = lazy(
    r"(?<![a-z])(?:who is owed|owes? (?:others|everyone|many|someone)|i hear|is behind with|of it|of the loan|"
    r"would have been|"
    r"another)(?![a-z])[^,.;]{0,12}$|欠(?:着|了)?(?:[^,。;]{0,4}银行|信用社|学校|大学|供应商|员工)"
)
_STILL_OWED = lazy(r"[还尚]欠(?:着|了)?$")
_BORROWED_TEXT = lazy(r"贷|借的")
_SALE_TEXT = lazy(r"客户|买家|货|工程|合同|合约|发票|交付|款项|标|[\u4e00-\u9fff]费|欠款|局|医院")
_OUR_LOAN = lazy(r"\s?(?:元)?(?:未|没|还没)(?:有)?(?:还|归还)")
_NET = lazy(
    r"净资产|净值|净剩|减掉|减去|扣掉|刨去|还债|真正属于|(?<![a-z])(?:net assets?|net worth|equity|"
    r"after (?:all )?debts?|leaves|"
    r"less (?:all )?debts)(?![a-z])"
)
_MORE_THAN = lazy(r"(?:负债|债务?)比[^,。;]{0,8}多出?$|(?<![a-z])(?:debts?|liabilities)[^,.;]{0,30} by (?:rmb |¥)?$")
_SECURED = lazy(
    r"质押|作质|抵押|设质|押给|担保品|(?<![a-z])(?:pledg\w+|secur\w+|on the strength of|took our|against our|"
    r"as cover)(?![a-z])"
)
_PUT_UP = lazy(r"(?<![a-z])put(?:ting)?(?: [\w']+){0,6}? up(?! with| for sale)(?![a-z])")
_BROUGHT = lazy(
    r"换来|拿回|给了|融得|融到|融了|放|批|贷|借|(?<![a-z])(?:paid out|gave|given|got|advanced|lent|released|"
    r"obtained|received)(?![a-z])"
)
_CAME_OF_IT = lazy(
    r"(?:拿到?|取得|获得|得到?|筹[到得措]?|换(?:得|到|取|回)|套出|弄到|到手|借得)(?:了|的)?(?:现金|资金|贷款|人民币)?$|"
    r"(?<![a-z])(?:came away with|walked (?:out|away) with|in (?:return|exchange) for|brought (?:us|in)|brings us|"
    r"fetched|"
    r"yielded|secured(?: us)?|raised|produced|netted(?: us)?|for a loan of|left with) (?:rmb ?|¥)?$"
)
"""What a claim that was pledged brought stands right before the sum."""
_TO_A_BANK = lazy(
    r"(?<![a-z])(?:owes?|owed(?: to)?) (?:an?|the|our|its) (?:\w+ ){0,2}(?:bank|lender|branch)(?![a-z])|"
    r"本金[仍还尚]欠|欠别人"
)
_SOLD_BY = lazy(
    r"(?<![a-z])(?:hospital|museum|school|university|institute|bank|bureau|insurer|members?(?: together)?|italians|"
    r"(?:that|which|who)(?= sells?)|premium|rental|interest|grant|member [a-z]+|credit company|"
    r"(?<!our )(?<!the )(?<!this )"
    r"company's own|customer [a-z])(?: \w+){0,2} $|(?<![a-z])(?:group|members' (?:combined )?|distributor's|giant's|"
    r"his works|tuition) ?$|"
    r"(?:母企|镇里|行业头部|孵化器|租金|会费)[^,。;我]{0,12}$|会员[^,。;我]{0,14}$|成员[^,。;我]{0,14}$|(?:股东|"
    r"老板)自己[^,。;]{0,6}$"
)
_SALES_OF = lazy(
    r"\sof (?:the|its|our|that|a|this) (?:\w+ )?(?:institute|members?|distributor|customer|parent|group|bank|museum|"
    r"giant|seller|"
    r"competitor|rival|insurer|licensee|hospital|school|university|alliance|debtor|buyer|owner|tenant)(?![a-z])"
)
_WHOSE = lazy(r"(?<![a-z])(?:with|to|from|by|for|of) (?:an?|the) [\w -]{2,40},? whose ")
_ASKS_FOR = lazy(
    r"(?<![a-z])(?:ask(?:s|ed) for|demand(?:s|ed)?|requir(?:es|ed)|must show|calls? for)(?![a-z])[^,.;]{0,20}$"
)
_BILLED = lazy(r"\s(?:us|me|the company|our|to us)(?![a-z])")
_DID = lazy(r"\s(?:get|not|have|ask|receive|pay|buy|borrow|want|apply)(?![a-z])")
_A_PART = lazy(r"\s?(?:yuan |rmb )?of our (?:sales|turnover|revenue|income) (?:went|go|goes|come|comes|came)(?![a-z])")
_BORROWED = lazy(r"\s(?:borrowed|lent to us)(?![a-z])")
_GOODS = lazy(
    r"\s(?:tickets|units|pieces|sets|copies|bottles|tonnes|tons|meals|cars|boxes|parts|items|kg|each|pairs|"
    r"visitors)(?![a-z])"
)
_PATENT = lazy(r"专利|实用新型|(?<![a-z])(?:patent(?:ed|s)?|licen[cs]e[sd]?|invention|utility[- ]model)(?![a-z])")
_TOOK_IN = frozenset({"brought in", "took in", "earned", "made", "grossed", "it made", "we took in"})
_COSTS = frozenset({"interest", "guarantee_fee", "premium"})


_TO_COME = lazy(
    r"(?:将来|未来|预期)[^。;]{0,16}收入[^。;]{0,12}(?:质|押)|(?<![a-z])(?:future|expected) [^.;]{0,30}(?:income|"
    r"revenue|takings|tolls)"
)


def settled(page: Page, index: int, one: Quantity, measure: str, label: Label | None) -> str | None:
    """The measure of a sum once the words beside it are weighed; None where it is nobody's."""
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if measure in ("revenue", "rnd") and _HANDED_OUT.search(page.text, max(0, one.start - 120), one.start):
        return "loan"
    if measure in ("receivable", "loan") and losses.lost(page, index, one) and bank_speaks(page):
        return None  # what a bank lost is neither lent nor owed by a customer
    if measure in _COSTS:
        if subsidised.had_back(page, one.start) or aid_had.is_aid(page, one.start, one.end):
            return None
        return _of_cost(page, index, one, measure, lead, tail)
    if measure == "receivable":
        return _of_claim(page, index, one, lead, tail)
    if measure == "total_assets":
        return _of_assets(lead)
    if measure == "revenue":
        return _of_sales(page, one, label, lead, tail)
    if measure == "loan" and _CHARGED.search(lead):
        return (
            payments.agent(page.sentence(index))
            or payments.agent(_before(page, index) + page.sentence(index))
            or measure
        )
    if measure == "loan":
        return whose_loans.settled(page, index, label, lead, tail)
    return measure


_CHARGED = lazy(
    r"(?<![a-z])(?:(?:charged|billed|invoiced)(?: us| the company)?|(?:its|the|their|whose) (?:bill|invoice|charge) "
    r"of) (?:rmb |¥)?$|(?<![a-z])paid (?:an?|the|our) (?:\w+ )?(?:guarantor|valuer|appraiser|insurer|agency|"
    r"guarantee company)"
    r"[^,.;\d]{0,40} (?:rmb |¥)?$"
)
"""A sum that a house of services asked for, whatever loan is spoken of behind it."""


def _before(page: Page, index: int) -> str:
    """The sentence before the one of a clause."""
    first = index
    while first and page.clauses[first].sentence == page.clauses[index].sentence:
        first -= 1
    return page.sentence(first) + " " if page.clauses[first].sentence != page.clauses[index].sentence else ""


def _of_cost(page: Page, index: int, one: Quantity, measure: str, lead: str, tail: str) -> str | None:
    if measure == "guarantee_fee" and (_VOUCHED.search(lead) or _FEE_BEHIND.match(tail)):
        return "loan"
    if measure == "guarantee_fee" and re.search(r"注册资本|(?<![a-z])capital(?![a-z])", lead):
        return None
    if _RATE_OF.search(lead) or (measure == "guarantee_fee" and _FOR_OUR.search(lead)):
        return "loan"
    if measure == "interest":
        if _INTEREST_ON.search(lead) or _OF_LOAN.match(tail) or whose_loans.principal(page, index, one):
            return "loan"
        if whose_loans.of_principal(tail):
            return None
        if _AN_INSTALMENT.search(lead + tail) or _ASKED.search(lead):
            return None
    if measure == "premium" and _COVER.search(lead):
        return "insured_sum"
    if measure == "guarantee_fee" and _POLICY.search(lead) and "guarantee fee" not in lead and "担保费" not in lead:
        return "premium" if _COST_US.search(lead) else None
    if _WHOLE.search(lead):
        return measure
    before = page.previous(index)
    given = lead if lead.strip() or before is None else page.words(before) + lead
    return None if (_GIVEN.search(given) and not _NOT_GIVEN.search(given)) or _AID.match(tail) else measure


def _of_claim(page: Page, index: int, one: Quantity, lead: str, tail: str) -> str | None:
    sentence = page.sentence(index)
    if _STILL_OWED.search(lead) and _BORROWED_TEXT.search(page.text) and not _SALE_TEXT.search(page.text):
        return None
    if _OTHERS_CLAIM.search(lead) or _OUR_LOAN.match(tail):
        return None if not _OWED_US.search(lead) else "receivable"
    if _TO_A_BANK.search(lead) or re.match(r"\s(?:yuan )?owed to (?:an?|the|our) (?:\w+ ){0,2}(?:bank|lender)", tail):
        return None
    if _CAME_OF_IT.search(lead) and _SECURED.search(sentence):
        return "loan"
    brought = list(_BROUGHT.finditer(lead))
    secured = _SECURED.search(sentence) or (_PUT_UP.search(sentence) and _BANK.search(sentence))
    if brought and secured and not re.search(r"欠|owe", lead[brought[-1].end() :]):
        return "loan"  # 拿应收账款质押，银行给了两百万
    lent = list(_LENT.finditer(lead))
    if lent and _BANK.search(sentence) and not re.search(r"欠|(?<![a-z])owes?(?![a-z])", lead[lent[-1].end() :]):
        return "loan"
    if _BILL.search(lead) and not (_OWED_US.search(page.text) or _UNPAID.search(page.text)):
        return None
    if (
        _BILL.search(sentence)
        and (_PAYEE.search(sentence) or _WE_PAID.search(sentence) or service_fees.for_a_service(page, one))
        and not _OWED_US.search(sentence)
    ):
        return None
    return "receivable"


_HIS_OWN = lazy(r"(?:个人|自己|我家|老板)的?(?:全部|所有)?的?(?:家[当底业]|身家)|[我他她]名下[^,。;]{0,5}东西")


def _of_assets(lead: str) -> str | None:
    """What is left of the assets is net; by how much debts exceed them is neither."""
    if _MORE_THAN.search(lead) or _HIS_OWN.search(lead):
        return None
    net = list(_NET.finditer(lead))
    whole = net and re.search(r"总资产|资产总|total assets", lead[net[-1].end() :])
    return "net_assets" if net and not whole else "total_assets"


def _of_sales(page: Page, one: Quantity, label: Label | None, lead: str, tail: str) -> str | None:
    if _BORROWED.match(tail):
        return "loan"
    if _TO_COME.search(lead) and _BANK.search(page.sentence(page.index(one.start))):
        return "loan"  # 拿将来的票房收入质押，银行给了八百万
    if _A_PART.match(tail) or _ASKS_FOR.search(lead) or (one.kind == "plain" and _GOODS.match(tail)):
        return None
    if label is None:
        return "revenue"
    said, ahead = page.text[label.start : label.end], lead[: max(0, len(lead) - (one.start - label.start))]
    if label.start > one.start:
        return None if _SALES_OF.match(page.text, label.end) else "revenue"
    behind = page.text[label.end : one.start]
    if _SOLD_BY.search(ahead) or _SALES_OF.match(behind):
        return None
    if _WHOSE.search(page.text, label.start - 60, label.start) and not bank_speaks(page):
        return None
    if re.match(r"\s(?:per|a) head(?![a-z])", behind):
        return None
    if said == "billed" and _PAYEE.search(ahead):
        return None
    if said == "billed" and (_BILLED.match(behind) or re.search(r"(?<![a-z])(?:was|were|been|be) $", ahead)):
        return None
    if said in ("we did", "it did") and _DID.match(behind):
        return None
    if (said in _TOOK_IN and _PATENT.search(ahead)) or re.match(r" of the (?:\w+ )?patent", behind):
        return "patent_income"
    return "revenue"
