"""How a loan was taken and is served: date, term, security, kind. Sums are in `figures`, rates in `rates`."""

from __future__ import annotations

import re

from policies.facts import dates
from policies.facts.found import Findings, Found, number
from policies.facts.scope import NEGATION, THRESHOLD, WISH, Page

_LOAN = re.compile(
    r"贷(?!款市场)|借(?!条)|放款|(?<![a-z])(?:loans?|borrow(?:ed|ing)?|lent|"
    r"drew down|drawdown)(?![a-z])"
)
_NOT_LOAN = re.compile(r"没贷过|没有贷|从没贷|欠|注册|成立|创立|创办|(?<![a-z])owes?|founded|established|registered")
_SECURITY: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "none",
        re.compile(
            r"(?:没有?|无|不用|不需要|免)(?:任何|用)?(?:抵押|质押|担保|抵质押)(?:和担保|"
            r"或担保|物|品|担保)?|纯?信用贷款?|信用借款|nothing pledged|no (?:collateral|"
            r"security|pledge)|unsecured|without (?:any )?(?:collateral|security|pledge)|"
            r"clean loan|on credit alone"
        ),
    ),
    (
        "ip",
        re.compile(
            r"(?:知识产权|智慧财产权?|专利|商标|软著|著作权)(?:权|做|作|来|去|给银行|"
            r"出|的|和[\u4e00-\u9fff]{2,4})?(?:了)?(?:质押|抵押|担保|贷)|质押[了的]?[\d一二两三四五六七八九十几]{0,3}[件项个]?(?:发明)?专利|"
            r"(?:拿|用|以|凭)[\u4e00-\u9fff\d]{0,8}(?:知识产权|专利|商标)(?:[\u4e00-\u9fff]{0,4})?(?:质押|"
            r"抵押|贷|借|押)|"
            r"(?:patents?|ip|intellectual property|trademarks?)[- ](?:backed|pledged?|"
            r"secured)|(?:pledg\w+|secured (?:by|on|against)|against|using|backed by)\s(?:\w+\s){0,3}(?:patents?|"
            r"ip(?![a-z])|intellectual property|trademarks?)|patents? as (?:security|"
            r"collateral)"
        ),
    ),
    (
        "receivable",
        re.compile(
            r"应收(?:账款|款|帐款)?(?:做|作|来|的)?(?:质押|抵押|融资|贷)|(?:拿|用|以|"
            r"凭)应收(?:账款|款)?|receivables?[- ](?:backed|pledged?|financ\w+|secured)|"
            r"(?:against|pledg\w+|secured (?:by|on))\s(?:\w+\s){0,3}(?:receivables?|"
            r"invoices?)|invoice financing|factoring|保理"
        ),
    ),
    (
        "order",
        re.compile(
            r"订单(?:质押|贷|融资)|(?:拿|用|以|凭)订单(?:去)?(?:质押|贷|借|融)|(?:order|"
            r"purchase[- ]order)[- ](?:backed|financ\w+|pledged?)|against (?:our |the )?(?:purchase )?orders?"
        ),
    ),
    (
        "equity",
        re.compile(
            r"股权(?:做|作)?(?:质押|抵押|担保)|股份质押|(?:equity|shares?)[- ](?:pledged?|"
            r"backed)|pledg\w+ (?:\w+\s){0,3}(?:shares|equity|stock)|shares as (?:security|"
            r"collateral)"
        ),
    ),
    ("expected-income", re.compile(r"预期收益|收费权|收益权|expected income|future income|future revenue pledge")),
    (
        "property",
        re.compile(
            r"(?:房产|房子|房|厂房|土地|不动产|住宅|设备)(?:做|作|去|来)?(?:抵押|押)|"
            r"抵押了?(?:厂房|房产|房子|土地|设备)|(?:拿|用|以)(?:厂房|房产|房子|土地)|"
            r"mortgag\w+|secured (?:by|on) (?:\w+\s){0,2}(?:property|building|land|house|"
            r"factory|flat)|(?:property|building|land|house) as (?:security|collateral)"
        ),
    ),
)
_KIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("entrusted", re.compile(r"委托贷款|委贷|(?<![a-z])entrust(?:ed|ment)(?: bank)? loan|entrusted lending")),
    (
        "non-bank",
        re.compile(
            r"小贷公司|小额贷款公司|融资租赁|网贷|典当|信托贷款|消费金融|民间借贷|非银行|"
            r"财务公司|p2p|(?<![a-z])(?:micro-?loan company|micro-?lender|leasing company|"
            r"finance company|trust company|pawn\w*|non-bank|private lender|online lender|"
            r"peer[- ]to[- ]peer)(?![a-z])"
        ),
    ),
    (
        "personal",
        re.compile(
            r"个人(?:名义)?(?:的)?(?:经营)?(?:贷|借|信用贷)|以(?:个人|我个人|老板个人|"
            r"法人个人)名义|(?:老板|法人)自己(?:去)?(?:贷|借)|(?<![a-z])(?:personal loan|"
            r"in my own name|in the owner's name|personal name|borrowed personally)(?![a-z])"
        ),
    ),
    (
        "bank",
        re.compile(
            r"(?:银行|农商行|信用社|工行|建行|农行|中行|交行|招行|支行)[\u4e00-\u9fff]{0,8}?(?:贷|"
            r"借|放款|给了)|(?:向|跟|从|在|找)[\u4e00-\u9fff]{0,10}(?:银行|农商行|信用社|"
            r"工行|建行|农行|支行)[\u4e00-\u9fff]{0,6}(?:贷|借|拿)|银行贷款|(?<![a-z])bank loan|"
            r"loan (?:[\w.,%-]+\s){0,8}?from (?:\w+\s){0,6}?bank|"
            r"borrow\w* (?:[\w.,%-]+\s){0,6}?from (?:\w+\s){0,4}?bank|"
            r"bank (?:\w+\s){0,3}?(?:lent|released the money|gave us)"
        ),
    ),
)
_CURRENT = re.compile(
    r"(?:没有?|从未|从没|未|无|不曾|未曾)(?:有|发生|出现|过|任何|一次|贷款)*(?:逾期|"
    r"拖欠|欠息|违约)|(?:还款|还贷|还息|付息|本息|本金利息|按月|利息|每期)[\u4e00-\u9fff]{0,6}(?:正常|"
    r"按时|准时|按期|如期|及时)|(?:按时|按期|准时|如期|及时|正常)(?:都|在)?(?:还|"
    r"付|归还|偿还)|"
    r"(?<![a-z])(?:repayments? (?:is|are) (?:all )?(?:current|up to date|on time|"
    r"on schedule)|(?:fully |all )?up to date|never (?:missed|been late|defaulted)|"
    r"(?:not|never|nothing|no) (?:\w+\s){0,3}?(?:overdue|late|in arrears|missed|"
    r"default\w*)|"
    r"no (?:arrears|defaults?|missed payments?)|on schedule|repaid (?:in full |"
    r"it |everything )?(?:and )?on time|paid (?:back )?on time|loan is current|"
    r"every instal\w+ (?:\w+\s){0,2}(?:paid|on time)|in good standing)(?![a-z])"
)
_LATE = re.compile(
    r"(?:贷款|借款|还款|银行|利息|本息|月供)[\u4e00-\u9fff]{0,8}(?:逾期|欠息|"
    r"没还上|还不上|拖欠|断供|晚了)|(?:逾期|欠息|拖欠)(?:过|了)[\u4e00-\u9fff\d]{0,6}(?:贷款|"
    r"利息|本息|还)|欠了?(?:银行)?[\u4e00-\u9fff\d]{0,4}利息|欠息|(?<![a-z])(?:missed (?:a|"
    r"one|two|some|our|the|\d) (?:\w+\s){0,2}(?:payments?|repayments?|instal\w+)|"
    r"loan is (?:\w+\s){0,2}overdue|behind (?:on|with) (?:\w+\s){0,2}(?:loan|"
    r"repayments?|payments?|interest)|defaulted on|interest (?:is )?(?:in arrears|"
    r"unpaid|overdue))(?![a-z])"
)
_REPAID = re.compile(
    r"(?:已经?|都|全部|按期|如期|按时|本息|本金利息|提前)[\u4e00-\u9fff]{0,6}(?:还清|"
    r"还完|结清|归还|还了)|(?:还清|还完|结清)(?:了|本息|$)|(?<![a-z])(?:repaid|"
    r"paid (?:it |the loan )?(?:off|back)|fully repaid|settled the loan|cleared the loan)(?![a-z])"
)
_FIRST = re.compile(
    r"首贷|第一次(?:向银行|跟银行|从银行|在银行|找银行)?(?:贷|借)|首次(?:向银行|"
    r"从银行)?(?:贷|借|获得)|以前(?:从)?没(?:有)?(?:贷|借)过|(?:从来?没有?|没有?)(?:向银行|"
    r"跟银行|在银行|找银行|银行)?(?:贷过款|贷过|借过)|(?<![a-z])(?:first (?:ever )?(?:bank )?loan|"
    r"never (?:had|taken|got) (?:a|any|out a) (?:bank )?loan|never borrowed|"
    r"first[- ]time borrower)(?![a-z])"
)
_INSURED = re.compile(
    r"贷款保证保险|履约保证保险|loan[- ](?:guarantee|performance|bond) insurance|"
    r"guarantee[- ]insurance loan|performance (?:bond|guarantee) insurance"
)
_PROJECT = re.compile(
    r"成果转化项目|recogni[sz]ed (?:project|commerciali[sz]ation)|(?:achievement|"
    r"results?|technology)[- ](?:conversion|transformation|transfer|commerciali[sz]ation) project"
)
_LPR = re.compile(r"(?:lpr|报价利率)[^\d。;]{0,14}$")


def find(page: Page) -> Findings:
    """Everything said about a loan of ours."""
    if (
        not _LOAN.search(page.text)
        and not _CURRENT.search(page.text)
        and not re.search(r"担保|质押|guarantee|pledge|保理|factoring", page.text)
    ):
        return
    yield from _dates(page)
    yield from _terms(page)
    for name, table in (("loan_security", _SECURITY), ("loan_kind", _KIND)):
        for place, (value, pattern) in enumerate(table):
            for match in pattern.finditer(page.text):
                if _stated(page, match, value):
                    yield Found(name, value, match.start(), match.end(), 10 - place)
                    break
    yield from _served(page)
    for name, pattern in (("first_loan", _FIRST), ("loan_insured", _INSURED), ("achievement_project", _PROJECT)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            lead = page.text[page.clauses[index].start : match.start()]
            if not WISH.search(lead) and not page.theirs(match.start()):
                yield Found(
                    name, not (name != "first_loan" and NEGATION.search(lead[-12:])), match.start(), match.end()
                )


def _stated(page: Page, match: re.Match[str], value: str) -> bool:
    index = page.index(match.start())
    lead = page.text[page.clauses[index].start : match.start()]
    if (
        WISH.search(lead)
        or THRESHOLD.search(lead)
        or re.search(r"能不能|可以|怎么|is there a way|how (?:can|do)|can we|can i", lead + page.words(index))
    ):
        return False
    return value == "none" or not NEGATION.search(lead[-8:])


def _dates(page: Page) -> Findings:
    for moment in dates.find(page.text, page.as_of):
        index = page.index(moment.start)
        clause = page.clauses[index]
        near = page.text[clause.start : min(clause.end, moment.end + 60)]
        after = (
            page.text[clause.end : page.clauses[index + 1].end]
            if index + 1 < len(page.clauses)
            and page.clauses[index + 1].sentence == clause.sentence
            and len(page.words(index)) < 45
            else ""
        )
        if page.wished(index) or not (
            _LOAN.search(near)
            or (_LOAN.search(after) and page.words(index).strip().startswith(page.text[moment.start : moment.end]))
        ):
            continue
        if _NOT_LOAN.search(near) or (
            re.search(
                r"还清|归还|还完|结清|到期|repaid|matur|due|until|sales|营收|收入|利息付|"
                r"付了?利息|竞赛|大赛|contest|paid interest|interest of",
                near,
            )
            and not re.search(r"(?:贷|借|borrow|took|loan)", page.text[moment.end : moment.end + 30])
        ):
            continue
        yield Found("loan_date", moment.value, moment.start, moment.end, 1 + moment.value.count("-"))


def _terms(page: Page) -> Findings:
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind not in ("days", "years") or one.vague or page.wished(index):
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if (
                re.match(r"(?:前|内|来|后|期lpr|以来|的?历史|ago|old)", tail.strip())
                or re.search(r"成立|开了|lpr|近|past|last|逾期|拖|owe|欠|证书|certificate", lead[-14:])
                or re.match(r"期?(?:lpr|基准|贷款市场|央行)", tail)
            ):
                continue
            termed = (
                re.search(r"(?:期限|为期|期|借期|贷款期)(?:是|为|:|\s)?$", lead)
                or re.match(
                    r"\s?期(?!间|末|初|货)|的?(?:流动资金|短期|信用)?(?:银行)?(?:贷款|借款)|"
                    r"[\s-](?:[a-z-]+\s){0,4}(?:loan|term)",
                    tail,
                )
                or (re.search(r"(?:for|over|term of|of)\s$", lead) and _LOAN.search(lead))
                or (lead.strip() == "" and tail.strip().startswith(("at", "期")))
            )
            if termed and (_LOAN.search(page.sentence(index)) or _LOAN.search(page.words(max(0, index - 1)))):
                yield Found(
                    "loan_term_days", number(one.value * 360 if one.kind == "years" else one.value), one.start, one.end
                )


def _served(page: Page) -> Findings:
    for match in _CURRENT.finditer(page.text):
        index = page.index(match.start())
        if not page.wished(index) and not re.search(r"欠我们|(?<![a-z])owes? us|customer|客户", page.words(index)):
            yield Found("loan_overdue", False, match.start(), match.end(), 2)
    for match in _LATE.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if (
            not page.wished(index)
            and not NEGATION.search(lead[-12:] + match[0])
            and not re.search(r"欠我们|(?<![a-z])owes? us", page.words(index))
        ):
            yield Found("loan_overdue", True, match.start(), match.end(), 3)
    for match in _REPAID.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[index]
        lead = page.text[clause.start : match.start()]
        if (
            not page.wished(index)
            and not re.search(r"(?:还没|没有?|未|尚未|not|n't)(?:[\u4e00-\u9fff]{0,3}|\s(?:yet\s)?)$", lead)
            and not re.search(r"(?<![a-z])owe|欠", lead)
        ):
            yield Found("loan_repaid", True, match.start(), match.end(), 1)
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if (
                one.kind == "pct"
                and _LPR.search(page.text[max(clause.start, one.start - 30) : one.start])
                and 0 < one.value < 20
            ):
                yield Found("lpr_1y_pct", number(one.value), one.start, one.end)
