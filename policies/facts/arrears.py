"""How a loan is served: `loan_overdue` (ever late), `loan_repaid`.

Late words without an object ("逾期过一次", "we were late once") are about our loan unless the text speaks of what
others owe us; where it speaks of both, the matter is open. What a customer is late with is no arrears of ours.
"""

from __future__ import annotations

import re

from policies.facts.former import beside_the_point
from policies.facts.found import Findings, Found
from policies.facts.others import OTHER
from policies.facts.scope import NEGATION, Page, of_company
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_LATE = lazy(
    r"逾期(?!利[息率]|贷款利)|迟延|欠息|断供|违约(?!金)|展期|(?:晚|迟|延迟|延后|推迟|延期|"
    r"拖延)了?(?:[\d一二两三四五六七八九十几半]*[天个周月]*多?天?)?(?:才)?(?:还款?|缴|交(?![货付易])|付息|付了?利息)|"
    r"(?:还款?|还|缴|付|(?<![提递上])交)(?:得)?(?:晚|迟)了?|(?:没有?|未|未能|没能)(?:能)?(?:按|准|及|如)(?:时|期|"
    r"约)(?:足额)?(?:还|"
    r"付|缴|归还|偿还)?|没(?:能)?还(?:上|款|清?银行)|"
    r"还不上|未还|忘(?:了|记)(?:还|付)|漏(?:还|付)|拖了[\u4e00-\u9fff\d]{1,6}才(?:还|补|付)|"
    r"晚了[\u4e00-\u9fff\d]{1,6}(?:才)?(?:还|付|到账)|"
    r"(?:欠|拖欠|拖)(?:了|过|着|银行){0,2}[\u4e00-\u9fff\d]{0,5}(?:利息|本金|本息|月供|贷款)|(?:利息|月供|本金|"
    r"本息)[\u4e00-\u9fff\d]{0,4}(?:拖欠|拖着|没付|没给|没交|没还|欠着|遅|迟)|"
    r"(?:没有?|未|未能|没能)(?:能)?按(?:着)?(?:约定|规定|合同|还款)?的?(?:约定的?)?(?:日子|日期|时间|合同|"
    r"计划)(?:约定|准时)?"
    r"(?:还|付|缴|扣|归还)|(?:月供|还款|还贷|利息)[\u4e00-\u9fff]{0,2}(?:停|断)了|有[\u4e00-\u9fff\d]{0,3}期(?:晚|迟|"
    r"没)|(?:不良|关注类|"
    r"次级)贷款|代偿|罚息|(?<![a-z])(?:(?:was|were|been|are|is|being|ran|running|came|come|paid|pay|paying|repaid|"
    r"got)(?: (?!drawn |drew |signed |granted |taken |lent |borrowed |disbursed |opened )[\w'-]+){0,7} late"
    r"(?! (?:19|20)\d\d|-stage)|"
    r"late (?:once|twice|with|on|in pay\w+|pay\w*|repay\w*|instal\w+)|(?:once|twice|ever) late|delayed (?:a |"
    r"one |our |the )?(?:re)?pay\w+|"
    r"overdue|arrears|past due|delinquen\w+|(?:missed|skipped|miss|forgot|bounced) (?:\w+ ){0,4}?(?:payments?|"
    r"repayments?|instal\w+|due dates?|interest)|"
    r"missed (?:it|one|two|any)|defaulted|in default|defaults?|(?:fell|fall|fallen|was|were|are|been|got) behind|"
    r"behind (?:on|with)|"
    r"(?:interest|repayments?|instal\w+|principal) (?:\w+ ){0,3}unpaid|unpaid (?:interest|instal\w+)|"
    r"(?:did not|didn't|couldn't|could not|failed to|unable to) (?:\w+ )?(?:re)?pay\w*(?: \w+){0,4}(?: (?:on time|"
    r"in time|back|when due|interest|"
    r"instal\w+|loan|bank))|(?:days|weeks?|months?) after (?:it|they|the \w+) (?:was|were|fell|had been|came) due|"
    r"accepted (?:it|them|the \w+) (?:\w+ ){1,2}(?:days?|weeks?|months?) later|"
    r"made (?:it|them|that|the \w+) (?:good|up) (?:\w+ ){1,3}(?:days?|weeks?|months?) (?:later|after\w*)|"
    r"(?:could|did|was|were) not (?:be )?(?:re)?paid (?:on|when|by|in) (?:the |its |their )?(?:day|due|"
    r"time)(?: date)?|"
    r"(?:came|arrived|went out|went in|paid|sent) (?:\w+ )?(?:too )?late|(?:days?|weeks?|months?) late|"
    r"(?:days?|weeks?|months?) (?:after|past|beyond) (?:the |its |their |our )?(?:\w+ )?(?:due|payment|repayment|"
    r"value)[- ](?:date|day)|"
    r"(?:charged|paid|pay|added|imposed|levied|billed|cost)(?: \w+){0,3} (?:penalty|late|default|"
    r"punitive) (?:interest|fees?|charges?))(?![a-z])|"
    r"(?:过了|超过|过)(?:还款|[付结缴计]息|到期|扣款|约定)日?[^,。;]{0,10}?(?:才|没)|"
    r"(?:还款|[付结缴计]息|到期|扣款)日(?:之?后|以后|过)[^,。;]{0,8}?才|"
    r"到期(?:日|那天|时)?(?:没钱|没能|没有|没|未|还不[出上]|凑不[齐出上够])|(?:收|扣|交|付|罚|缴|加收|计)(?:了|"
    r"过)?[^,。;没]{0,6}?罚息|"
    r"断过供|没扣(?:成|到|上|下来|着)|(?:余额|存款|钱)不[足够][^。;]{0,12}?(?:扣款|扣不|没还|没付|没扣)|"
    r"第?[一二两三四五六七八九十\d]+天(?:之?后)?(?:才)?补(?:上|交|还|付|缴|齐|进)|"
    r"(?<![a-z])(?:(?:insufficient|not enough|too little) (?:funds|balance|money)(?= (?:on|in|at|when|for|that|"
    r"to))|(?:debit|transfer|instal\w+|interest) (?:\w+ )?"
    r"(?:failed|bounced|(?:did not|didn't) go through))(?![a-z])|扣款(?:失败|没成功|不成功|没扣)|"
    r"[期月]利?息?[^,。;没]{0,4}(?:没扣[成到上]|没还上|没付出)|(?:利息|本息|月供|本金)[^,。;没未]{0,8}?(?:迟|晚|拖)了"
)
_PUNCTUAL = lazy(
    r"(?:还款|还贷|还息|付息|本息|本金利息|按月|利息|每期|月供)(?:(?![没未不])[\u4e00-\u9fff]){0,6}(?:正常|按时|准时|"
    r"按期|如期|及时)|"
    r"(?:(?:按|如|准|依|照|循)(?:时|期|约定?|合同|计划)|及时|正常|定期)(?:都|均|已|就|在|足额|全部|全额|全数|如数|"
    r"主动|地|一并|将[^,。;]{1,6}|把[^,。;]{1,6}){0,3}"
    r"(?:还|付|缴|归还|偿|清偿|结清|扣款|履约)|(?:利息|本息|月供|本金|还款|"
    r"贷款)(?:从来?没有?|从未|一直没有?|也?没有?|未曾?)(?:拖欠|拖|欠|晚|迟|断|逾期|漏)(?:过|一[天次期])|"
    r"一[天次期](?:都|也)?没(?:有)?(?:晚|拖|迟|断|漏)过?|没(?:有)?(?:拖欠|拖|欠|晚)过?一[天次期分]|"
    r"(?<![a-z])(?:repayments? (?:is|are|have been) (?:all |fully )?(?:current|up to date|on time|on schedule)|"
    r"(?:fully |all )?up to date|"
    r"on schedule|repaid (?:in full |it |everything )?(?:and )?on time|(?:paid|pay) (?:back |everything |"
    r"it )?on time|(?:almost|nearly|mostly|usually) (?:always )?on time|"
    r"loan is current|(?:every|all) (?:our )?(?:re)?(?:instal\w+|payments?) (?:\w+\s){0,6}?(?:paid|on time|"
    r"on schedule|made)|"
    r"without fail|in good standing|punctual(?:ly)?|(?:never|not) (?:once |been |be |even |so much as |one day |"
    r"an? (?:single )?(?:day|hour|minute) )*late|"
    r"always (?:been )?(?:paid )?on time)(?![a-z])"
)
_REPAID = lazy(
    r"(?:已经?|都|全部|按期|如期|按时|本息|本金利息|提前)[\u4e00-\u9fff]{0,6}(?:还清|还完|结清|归还|还了)|"
    r"(?:还清|还完|结清|付清)(?:了|本息|$)|(?:本息|贷款|本金|欠款|都|全|一起)(?:我)?(?:都|全|全部|也)?(?:还|结|付|"
    r"清)了(?!一|部)|"
    r"(?:连本带[利息]|本息)[^,。;没未]{0,6}?(?:还|结|付|清)(?:了|清|完|掉)|(?<![a-z])(?:repaid|paid (?:it |"
    r"the loan )?(?:off|back)|fully repaid|settled the loan|cleared the loan)(?![a-z])"
)
_CLAIM = lazy(
    r"欠我|欠着我|欠了我|货款|尾款|工程款|应收|客户|甲方|对方|付款方|账期|回款|买家|采购方|他们|合同|"
    r"(?<![a-z])(?:owe[sd]? us|customers?|clients?|invoices?|receivables?|buyers?|payers?|they|their|debtors?|"
    r"contract|owe[sd]?|(?:its|the|their) bill|bill of)(?![a-z])"
)
WORKED = lazy(
    r"(?<![a-z])(?:we|i)(?:'ve| have| had)? (?:repaired|built|rebuilt|painted|cleaned|printed|fitted|designed|"
    r"decorated|renovated|furnished|serviced|maintained|catered|wired|plumbed|tiled|welded|planted|moved|translated|"
    r"programmed|trained|sewed|baked|drilled|dug) (?:(?!our|my|loan)[\w-]+ ){0,6}?"
    r"(?:[\w-]+(?:'s|s') |(?:for|of|at) (?:an?|the|its|their|one) )(?!bank|loan|owner)"
)
"""Work done for somebody, who owes its price."""
_LOAN = lazy(
    r"贷|借(?!条|口)|银行|月供|还款|利息|本息|本金|(?<![a-z])(?:loans?|borrow\w*|bank|instal\w+|repay\w*|interest|"
    r"principal|lender)(?![a-z])"
)
_BORROWED = lazy(
    r"贷|借(?!条|口)|银行|月供|还款|本息|本金|(?<![a-z])(?:loans?|borrow\w*|bank|instal\w+|repay\w*|principal|"
    r"lender)(?![a-z])"
)
"""Beside a claim of ours interest may be what the debtor owes: it tells of no loan."""
_INTEREST_OWED_US = lazy(
    r"(?<![a-z])(?:(?:late|default|overdue)(?:[- ]payment)? interest|interest (?:on|for) (?:late|overdue|delayed) "
    r"payments?)(?![a-z])|(?:逾期|迟付|迟延|晚付)(?:付款)?(?:的)?利息"
)
"""What a contract or a rule lets one charge a late payer of ours."""
_TERM_OF_IT = lazy(r"[月份这那][一两二三四五六七八九十]?期|第[一二三四五六七八九十\d]+期")
"""An instalment: 三月份那期因客户回款晚，逾期了六天才还."""
_OTHER_DUE = lazy(
    r"年报|报税|申报|纳税|税款|社保|工资|房租|租金|交货|交付|发货|工期|材料|申请|资料|报表|[水电]费|"
    r"(?<![a-z])(?:tax(?:es)?|rent|wages|salar\w+|deliver\w*|shipment|filing|report|train|started|joined|reply|"
    r"deadline|application)(?![a-z])"
)
_THE_REST = lazy(
    r"其余|其他(?:[各的]?[月期次])|剩下|别的[月期]|(?<![a-z])(?:the rest|otherwise|all (?:the )?others?)(?![a-z])"
)
_NOR_LATE = lazy(r"[着了的款]{0,2},?(?:从来?|也|都|一直)?(?:没有?|未|无)(?:过)?(?:逾期|拖|欠|晚|迟|断|违约)")
_TO_THE_CENT = lazy(
    r"(?:[分毛厘文角天日毫块]|分毫|丝毫|一点儿?)(?:都|也|钱)?不[差少短]$|不[差少](?:分毫|毫厘|一[分厘毛天日])$"
)
_NEVER_INSIDE = lazy(r"(?:从来?没有?|从未|未曾|不曾|从不|没有过?)(?:拖|欠|晚|迟|断|逾)")
_PAID_TO_US = lazy(r"货款|尾款|工程款|设备款|房租|租金|(?:客户|甲方|对方|买家|采购方|业主)(?!经理)")
_A_BILL = lazy(r"发票|请款|评级|评估|账单|保费|担保费")
_OURS_TO_PAY = lazy(r"贷|借|银行|本息|本金|月供")
_HAS_TO_ZH = lazy(r"(?:该|应当?|须|必须|得)(?:全部|全额|一次性?)?$")
_ONLY_LATER = lazy(
    r"(?:(?:明年|后年|下个?月|下半年|(?:要|得|须|等)(?:等)?到?(?:今年)?(?:年底|年末|月底))[^,。;没未]{0,8}|"
    r"(?:再过|还有|还要)[^,。;没未]{1,6})(?:才|方)(?:能|会|可以?|算)?(?:全部|全额|如数|把[^,。;]{1,4})?(?:还|结|"
    r"付)(?:清|完)"
)
"""Paid back only later: 要到明年才还完."""
_CURE = lazy(r"没有?|未|从|never|not|no\s|n't|without")
_NAMED = lazy(r"贷款(?!利率)|(?<![a-z])loan|月供")
_FOLLOWS = frozenset({"展期", "代偿", "罚息"})
"""What follows lateness, or is granted without any: alone it leaves the matter open."""
_ASKED_OF_ANY = lazy(r"(?:过)?的(?:企业|公司|人|客户|单位)")
_LET_ALONE = lazy(r"(?:别说|不用说|不要说|甭说|遑论|何况)[^,。;]{0,4}$")
_NOT_DUE = lazy(r"(?:还没有?|尚未|未|没有?)到期|明年|后年|下个?月才?到期")
_LOANS_ONLY = frozenset({"欠息", "断供", "罚息"})
_OURS_LATE = lazy(
    r"(?:[一二三四五六七八九十\d]期|季|个?月)?的?(?:利息|月供|本金|本息|还款|贷款)[^,。;没未不]{0,6}(?:晚|迟|逾期|拖|"
    r"欠)|"
    r"(?<![a-z])(?:our|my|the|one|an|that|this|each|every|first|last) (?:(?!customer|client|buyer|"
    r"supplier)[\w'-]+ ){0,2}(?:instal\w+|repayments?|"
    r"interest|"
    r"principal|coupon|debit)(?: \w+){0,7} (?:late|overdue|behind|unpaid|missed|failed|bounced|in arrears|"
    r"past due|\w+ (?:days?|weeks?|months?) (?:after|past|behind|beyond))(?![a-z])|"
    r"(?:利息|月供|本金|本息)[^,。;没未不]{0,10}(?:之?后|过)[^,。;没未不]{0,8}才"
)
"""An instalment or interest beside its lateness."""
_TO_OURS = lazy(
    r"(?<![a-z])(?:and|but|so|while|hence|thus)(?: that| then| therefore)? (?=(?:our|my|"
    r"the (?:[\w-]+'s )?)(?: ?[\w-]+){0,2}? ?"
    r"(?:instal|interest|repay|principal|coupon|debit|loan)|"
    r"we (?:were|are|had|ran|fell|got|went|came|paid|lagged)(?![a-z]))"
)
"""Where a clause turns from what a customer did to us: "a customer paid late and our interest reached …"."""
_MINE = lazy(r"(?<![a-z])(?:our|my) (?:[\w-]+ ){0,2}(?:instal|repay|interest|principal|coupon)")


def of_ours(page: Page, index: int, place: int) -> str:
    """The words of a clause around a place, cut where they turn to our own payments before or behind it."""
    clause = page.clauses[index]
    turns = list(_TO_OURS.finditer(page.text, clause.start, clause.end))
    start = max((turn.end() for turn in turns if turn.end() <= place), default=clause.start)
    end = min((turn.start() for turn in turns if turn.start() > place), default=clause.end)
    return of_company(page, page.text[start:end])


def of_a_payer(text: str) -> bool:
    """Whether a text speaks of interest for paying late and of no loan: who was late, or settled, pays us."""
    if "逾期" not in text and "迟" not in text and "晚" not in text and "interest" not in text:
        return False
    said = _INTEREST_OWED_US.sub("", text)
    return said != text and not _BORROWED.search(said)


def find(page: Page) -> Findings:
    """What is said about paying a loan back."""
    if not re.search(
        r"[期息还款缴供约偿贷]|late|overdue|arrear|due|pa(?:y|id)|miss|skip|default|behind|unpaid|forgot|current|"
        r"date|schedule|standing|instal|delinq|punctual|interest|debit|transfer|insufficient",
        page.text,
    ):
        return
    charged = of_a_payer(page.text)
    claims = charged or any(one.search(of_company(page, page.text)) for one in (_CLAIM, WORKED))
    loans = not charged and bool((_BORROWED if claims else _LOAN).search(page.text))
    late = [one for match in _LATE.finditer(page.text) for one in _late(page, match, claims, loans)]
    told = any(one.value is True for one in late)
    yield from (one for one in late if not (told and page.text[one.start : one.end] in _FOLLOWS))
    for match in _PUNCTUAL.finditer(page.text):
        index = page.index(match.start())
        words = of_company(page, page.words(index))
        if _CLAIM.search(words) or _THE_REST.search(words):
            continue
        if match[0] == "in good standing" and not loans:
            continue
        standing = judge(page, match.start(), match.end(), ours=_back_to_loan(page, index))
        if standing is Standing.DENIED and _NOR_LATE.match(page.text, match.end()):
            standing = Standing.STATED  # 正常还着没有逾期
        if standing is not Standing.STATED and _TO_THE_CENT.search(page.text, page.clauses[index].start, match.start()):
            standing = Standing.STATED  # 本息一分不差按期还清
        if re.search(r"没有?$|未$|不$|n't\s$|not\s$", page.text[max(0, match.start() - 5) : match.start()]):
            continue  # 没按时还 is a late word of its own
        if standing is Standing.STATED or re.match(r"一[天次期](?:都|也)?没|没", match[0]):
            yield Found("loan_overdue", False, match.start(), match.end(), 2)
        elif standing is not Standing.SUPPOSED:
            yield Found("loan_overdue", None, match.start(), match.end(), 2)
    yield from _repaid(page)


def _back_to_loan(page: Page, index: int) -> bool:
    """Whether a clause is of our loan, the one before of a customer's payment: 货款晚到，贷款利息都按时付了."""
    before = page.previous(index)
    near = page.words(before) if before is not None else ""
    here = page.words(index)
    of_loan = _OURS_TO_PAY.search(here) is not None and not OTHER.search(here)
    return of_loan and _PAID_TO_US.search(near) is not None and not _OURS_TO_PAY.search(near)


def _late(page: Page, match: re.Match[str], claims: bool, loans: bool) -> Findings:
    index = page.index(match.start())
    if beside_the_point(page, index):
        return
    words = of_ours(page, index, match.start())
    named = bool(_LOAN.search(words))
    if _CLAIM.search(words) and not (_NAMED.search(words) or _OURS_LATE.search(words)):
        return
    if _OTHER_DUE.search(words) and not named:
        return
    before = page.previous(index)
    near = page.words(before) if before is not None else ""
    if not named and _CLAIM.search(of_company(page, near)) and not (_LOAN.search(near) or _TERM_OF_IT.search(near)):
        return
    if claims and not loans:
        return
    if re.search(
        r"一[天次期](?:都|也)?没(?:有)?[晚拖迟断漏欠逾]",
        page.text[max(page.clauses[index].start, match.start() - 6) : page.clauses[index].end],
    ):
        return
    if _ASKED_OF_ANY.match(page.text, match.end()) or _LET_ALONE.search(page.text, match.start() - 10, match.start()):
        return  # 逾期过的企业要隔多久; 更别说逾期
    if match[0].endswith(("没还", "未还", "没付")) and _NOT_DUE.search(page.sentence(index)):
        return  # 还没到期，本金没还
    if "剩" in match[0] and match[0].endswith(("没还", "没付", "没交", "没给")):
        return  # 本金还剩两成没还: not yet paid back
    if match[0] == "罚息" and re.search(r"免|减", words):
        return  # what was let off says no more than the lateness told beside it
    standing = judge(page, match.start(), match.end(), ours=_of_ours(words, match[0]))
    if standing is Standing.SUPPOSED:
        return
    value = standing.value_of
    if value and _NEVER_INSIDE.search(match[0]):
        value = False  # 本息从未拖欠
    if value and match[0].endswith("late") and _CURE.search(match[0]):
        value = False  # "was never late"
    if value and re.search(r"房贷|车贷|信用卡|(?<![a-z])(?:mortgage|credit card|car loan)(?![a-z])", words):
        value = None
    if value and (match[0] in _FOLLOWS or (claims and not named and not _LOAN.search(near))):
        value = None
    yield Found("loan_overdue", value, match.start(), match.end(), 2)


def _of_ours(words: str, late: str) -> bool:
    """Whether a clause tells of an instalment of ours that was late, whoever was named before as the cause of it."""
    told = late in _LOANS_ONLY or _OURS_LATE.search(words) is not None
    return told and (_MINE.search(words) is not None or not OTHER.search(words))


def _repaid(page: Page) -> Findings:
    for match in _REPAID.finditer(page.text):
        if match[0].isascii():
            continue  # English is read by its frames
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if _HAS_TO_ZH.search(lead):
            continue  # 该付清: it was not
        if ((of_a_payer(page.text) or not _LOAN.search(page.text)) and "本" not in match[0]) or (
            _A_BILL.search(page.sentence(index)) and not _OURS_TO_PAY.search(page.sentence(index))
        ):
            continue  # 评级发票已付清
        if _PAID_TO_US.search(of_company(page, page.words(index))) and not _OURS_TO_PAY.search(page.words(index)):
            continue  # 客户把货款付清了
        if _ONLY_LATER.search(page.words(index)):
            if _LOAN.search(page.text):
                yield Found("loan_repaid", False, match.start(), match.end(), 4)
            continue
        if (
            not page.wished(index)
            and not re.search(r"(?:还没|没有?|未|尚未|not|n't)(?:[\u4e00-\u9fff]{0,3}|\s(?:yet\s)?)$", lead)
            and not re.search(r"(?<![a-z])owe|欠", lead)
            and not NEGATION.search(lead[-4:])
        ):
            yield Found("loan_repaid", True, match.start(), match.end(), 1)
