"""What others owe us: how late, who the payer is, what was agreed. The sum itself is in `figures`."""

from __future__ import annotations

import re

from policies.facts import dates
from policies.facts.found import Findings, Found, number
from policies.facts.scope import NEGATION, Page

_OWED = re.compile(
    r"欠|拖|应收|没付|未付|没给|没结|不付|不给钱|不给|货款|尾款|工程款|压着|"
    r"账期|确权|催款|付款|(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|outstanding|"
    r"arrears|receivables?|late|past due|invoices?|hasn't paid|won't pay|not paid|"
    r"payment|confirm\w*)(?![a-z])"
)
_LATE_BEFORE = re.compile(
    r"(?:逾期|超期|过期|拖了?|拖欠了?|拖着|拖我们|欠了?|晚了?|超了?|过了(?:约定|"
    r"付款|合同)?[\u4e00-\u9fff]{0,4}|(?<![a-z])(?:overdue(?: by| for)?|late by|"
    r"past due(?: by)?|behind by|arrears (?:of|for)|(?:hasn't|haven't|has not|have not|not) paid[^.;]{0,40} for|"
    r"unpaid for|outstanding for|dragged (?:on )?for))(?:已经?|已|了|快|整整|"
    r"整|有|我们|都|它|\s|by|for|now|about|exactly){0,4}\s?$"
)
_LATE_AFTER = re.compile(
    r"\s?(?:逾期|没给|没付|没结|未付|未结|不付|不给|还没(?:给|付|结)|过期|超期|"
    r"的?拖欠|(?:days?\s)?(?:overdue|late|past due|in arrears|behind|over the due|"
    r"after the due))"
)
_PAYER: tuple[tuple[str, str | None, bool | None, re.Pattern[str]], ...] = (
    (
        "department",
        "department",
        None,
        re.compile(
            r"(?:教育|住建|水务|财政|交通|卫健|城管|环保|公安|科技|工信|农业农村|民政|"
            r"文旅|税务|园林|水利|应急|人社|市政管理|体育|统计|林业|商务|市监|规划)(?:管理)?(?:局|"
            r"厅|委)|区政府|市政府|县政府|镇政府|街道办|街道办事处|管委会|区公所|机关|"
            r"政府部门|(?<![\u4e00-\u9fff])(?:区|市|县)局|[区市县镇]里(?=欠|拖)|"
            r"(?<![a-z])(?:(?:education|housing|water|finance|transport|health|county|"
            r"district|city|municipal|town|culture|police|environment\w*|agricultur\w*)\s(?:\w+\s)?(?:bureau|"
            r"department|government|commission|council|authority)|government (?:department|"
            r"office|agency|bureau)|local government|bureau|town hall|council)(?![a-z])"
        ),
    ),
    (
        "institution",
        "institution",
        None,
        re.compile(
            r"公立医院|[市县区省]?(?:人民|中心|中医|妇幼|第[一二三四五]|县|市|区)+医院|"
            r"医院|公立学校|(?:小学|中学|高中|大学|学院|学校|幼儿园)(?=[\u4e00-\u9fff]{0,6}(?:欠|"
            r"拖|没付|还没|不付))|事业单位|研究院|疾控中心|(?<![a-z])(?:(?:public|county|"
            r"city|municipal|state|people's|district)\s(?:hospital|school|university|"
            r"college|library|museum|institution)|hospital|school|university|public institution)(?![a-z])"
        ),
    ),
    (
        "state",
        "large-enterprise",
        True,
        re.compile(
            r"央企|(?:大型)?国企|国有企业|国有公司|国有大?型?企业|城投|(?<![a-z])(?:state[- ]owned (?:enterprise|"
            r"company|firm|group|builder|giant)|soe|central (?:state )?enterprise|state enterprise)(?![a-z])"
        ),
    ),
    (
        "large",
        "large-enterprise",
        None,
        re.compile(
            r"大型企业|大企业|大厂|上市公司|五百强|500强|龙头(?:企业)?|大集团|大公司|"
            r"大客户|(?<![a-z])(?:large (?:company|enterprise|firm|corporation|group|"
            r"manufacturer)|listed company|fortune 500|big (?:company|corporation|platform|"
            r"group)|multinational)(?![a-z])"
        ),
    ),
    (
        "sme",
        "sme",
        None,
        re.compile(
            r"(?:一家|个)?(?:小公司|小企业|中小企业|小厂)(?=[\u4e00-\u9fff]{0,4}(?:欠|"
            r"拖|不付|没付))|(?<![a-z])(?:small (?:company|firm|business)|sme) (?:owes|"
            r"that owes|which owes)"
        ),
    ),
    (
        "person",
        "person",
        None,
        re.compile(
            r"(?:个人|私人|个体户|自然人)(?=[\u4e00-\u9fff]{0,4}(?:欠|拖|不付|没付))|"
            r"(?<![a-z])(?:a private person|an individual) owes"
        ),
    ),
)
_PRIVATE = re.compile(
    r"民营|民企|私企|私营|外企|(?<![a-z])(?:private(?:ly[- ]owned)? (?:company|"
    r"firm|enterprise|group)|privately held)(?![a-z])"
)
_CONTRACT = re.compile(
    r"(?:签了?(?:的)?(?:合同|订)|合同签|订约|合同(?:日期)?|(?<![a-z])(?:signed|"
    r"contract(?:ed)?|contract dated))"
)
_DELIVERY = re.compile(
    r"交付|交货|送货|发货|验收|完工|竣工|供货|送达|到货|(?<![a-z])(?:deliver\w*|"
    r"shipped|handed over|completed|supplied|installed)(?![a-z])"
)
_TERM = re.compile(
    r"(?:账期|付款期限?|信用期|付款条件|(?:合同)?约定|(?<![a-z])(?:terms?(?: of)?|"
    r"payment terms?(?: are| of| is)?|net|credit (?:period|of|terms)|payable (?:in|"
    r"within)|due (?:in|within)|pay within))(?:是|为|:|\s|了|验收后|收货后|交货后|"
    r"到货后|in|within|付款|的){0,4}$"
)
_FLAGS: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (
        "contract_term_agreed",
        False,
        re.compile(
            r"(?:合同|协议)?(?:里|中|上)?(?:没有?|未|另未)(?:写|约定|规定|说)(?:明)?(?:付款|"
            r"账期|什么时候付|期限|何时)|合同未另约|(?<![a-z])(?:no (?:payment )?terms? (?:were |"
            r"was )?(?:agreed|in the contract|fixed)|contract (?:says|has) (?:nothing|"
            r"no) (?:\w+\s){0,3}(?:payment|term))"
        ),
    ),
    (
        "contract_term_agreed",
        True,
        re.compile(
            r"(?:合同|协议)(?:里|中|上)?(?:写明?|约定|规定)了?(?:付款|账期|\d+|[一二三四五六七八九十]+)|"
            r"(?<![a-z])contract (?:says|stipulates|provides|gives|sets) (?:\w+\s){0,3}(?:\d+|"
            r"thirty|sixty|ninety)"
        ),
    ),
    (
        "acceptance_agreed",
        True,
        re.compile(
            r"验收(?:合格)?(?:之?后|才)(?:[\u4e00-\u9fff\d]{0,8})(?:付|给|结)|以验收|"
            r"(?<![a-z])(?:pay\w* (?:\w+\s){0,4}(?:after|upon|on) acceptance|(?:after|"
            r"upon|on) acceptance)"
        ),
    ),
    (
        "confirmation_requested",
        True,
        re.compile(
            r"(?:已经?|已|发了|提交了?|提了|寄了|送了|没回我们?的?)[\u4e00-\u9fff]{0,8}确权(?:请求|"
            r"申请|函)?|(?:要求|请|请求)(?:他们|对方|其|它)?确权(?:了|已)|(?<![a-z])(?:asked|"
            r"requested|request(?:ed)?) (?:\w+\s){0,5}(?:to confirm|confirmation)|confirmation request (?:was |"
            r"has been )?(?:sent|filed|made)|sent (?:\w+\s){0,5}confirmation request"
        ),
    ),
    (
        "purpose_financing",
        True,
        re.compile(
            r"(?:拿|用|凭|以|把)(?:这笔)?(?:应收|账款|这笔账|发票|欠款)[\u4e00-\u9fff]{0,8}(?:融资|"
            r"贷款|质押|保理|借)|应收账款(?:质押)?融资|融资确权|(?<![a-z])(?:borrow|"
            r"finance|financing|loan|factor\w*) (?:\w+\s){0,3}(?:against|with|on|using) (?:\w+\s){0,3}(?:receivables?|"
            r"invoices?|claim|it)(?![a-z])"
        ),
    ),
    (
        "sme_notice",
        True,
        re.compile(
            r"(?:告知|告诉|说明|声明|写明)(?:过|了)?[\u4e00-\u9fff]{0,8}(?:是)?中小(?:微)?企业|"
            r"(?<![a-z])(?:told|informed|notified|declared) (?:\w+\s){0,6}(?:an? )?(?:sme|"
            r"small business|small firm)"
        ),
    ),
)


def find(page: Page) -> Findings:
    """Everything said about a claim of ours; nothing where the text speaks of no payment."""
    if not _OWED.search(page.text):
        return
    yield from _lateness(page)
    yield from _payers(page)
    yield from _agreed(page)
    for name, value, pattern in _FLAGS:
        for match in pattern.finditer(page.text):
            lead = page.text[page.clauses[page.index(match.start())].start : match.start()]
            if not (value and NEGATION.search(lead[-6:])):
                yield Found(name, value, match.start(), match.end())


def _lateness(page: Page) -> Findings:
    """Days past the due date; weeks, months and years count 7, 30 and 365 days."""
    for index, clause in enumerate(page.clauses):
        lead_words = page.words(index)
        for match in re.finditer(r"(?:大)?半年|half a year", lead_words):
            lead, tail = lead_words[: match.start()], lead_words[match.end() :]
            if (
                _LATE_BEFORE.search(lead) or re.search(r"拖[\u4e00-\u9fff\d.]{1,14}$", lead) or _LATE_AFTER.match(tail)
            ) and match[0] != "大半年":
                yield Found("receivable_overdue_days", 180, clause.start + match.start(), clause.start + match.end())
        for one in page.quantities_in(index):
            if one.kind not in ("days", "years") or one.vague:
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if re.search(r"贷款|银行|loan|repay", page.words(index)) and not re.search(
                r"欠我们|(?<![a-z])owe", page.words(index)
            ):
                continue
            if _LATE_BEFORE.search(lead) or _LATE_AFTER.match(tail):
                days = one.value * 365 if one.kind == "years" else one.value
                weight = 2 if re.search(r"逾期|超期|过期|overdue|late|past due", lead[-14:] + tail[:14]) else 1
                yield Found("receivable_overdue_days", number(days), one.start, one.end, weight)


def _payers(page: Page) -> Findings:
    """The payer's kind, where the sentence says that it owes or must confirm or pay."""
    for place, (_, kind, state, pattern) in enumerate(_PAYER):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            words = page.sentence(index)
            if not re.search(
                r"欠|拖|没付|未付|没给|没回|不付|不给|压着|压了|应收|货款|款|确权|(?<![a-z])(?:owes?|"
                r"owed|overdue|unpaid|pay|paid|late|confirm\w*|invoice|receivable)(?![a-z])",
                words,
            ):
                continue
            if re.search(r"银行|bank", page.text[match.start() : match.end() + 2]) or re.search(
                r"投诉|向|complain\w* to\s(?:the\s)?$", page.text[max(0, match.start() - 14) : match.start()]
            ):
                continue
            if kind:
                yield Found("payer_kind", kind, match.start(), match.end(), 10 - place)
            if state:
                yield Found("payer_state_owned", True, match.start(), match.end())
    for match in _PRIVATE.finditer(page.text):
        if re.search(r"欠|拖|(?<![a-z])owe|overdue|unpaid", page.sentence(page.index(match.start()))):
            yield Found("payer_state_owned", False, match.start(), match.end())


def _agreed(page: Page) -> Findings:
    for moment in dates.find(page.text, page.as_of):
        if "-" not in moment.value:
            continue
        clause = page.clauses[page.index(moment.start)]
        tail = page.text[moment.end : min(clause.end, moment.end + 16)]
        lead = page.text[max(clause.start, moment.start - 16) : moment.start]
        if _CONTRACT.search(tail) or _CONTRACT.search(lead):
            yield Found("contract_date", moment.value, moment.start, moment.end)
        elif _DELIVERY.search(tail) or _DELIVERY.search(lead):
            yield Found("delivery_date", moment.value, moment.start, moment.end)
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if (
                one.kind == "days"
                and not one.vague
                and (
                    _TERM.search(lead)
                    or re.match(r"\s?(?:的)?(?:账期|付款期|信用期|[\s-]?(?:payment )?terms?|credit)", tail)
                )
            ):
                yield Found("term_days", number(one.value), one.start, one.end)
            elif (
                one.kind == "days"
                and not one.vague
                and re.search(r"确权|confirm", page.sentence(index))
                and re.search(r"(?:发|提|寄|送|请求|asked|requested|sent)", page.words(index))
                and re.match(r"\s?(?:了|前|ago|without|没|过去)", tail)
            ):
                yield Found("confirmation_days", number(one.value), one.start, one.end)
            elif one.kind == "pct" and re.search(
                r"(?:逾期|滞纳|违约|late|default)[\u4e00-\u9fff\sa-z]{0,12}(?:利息|利率|"
                r"金|interest|rate)",
                lead,
            ):
                yield Found("agreed_rate_pct", number(one.value), one.start, one.end)
