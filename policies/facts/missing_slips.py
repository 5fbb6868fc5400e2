"""A payment of the loan for which there is no paper, or whose day somebody only remembers: `loan_overdue` stays open.

"The slips are there for every quarter but one; my predecessor thinks it was paid around New Year", 付息回单缺12月那张:
settled in the end, but nobody can say that it was on the day.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.patterns import lazy

_SLIP_EN = (
    r"(?:slips?|receipts?|vouchers?|(?:bank )?statements?|advices?|payment (?:records?|proofs?|confirmations?)|"
    r"proofs? of payment|debit notes?)"
)
_MISSING_EN = (
    r"(?:missing|lacking|lost|absent|nowhere|gone|not (?:there|in the (?:file|folder|box))|"
    r"(?:for|of) (?:every|all|each)(?: \w+){0,4} (?:but|except|save)|(?:cannot|can't|can not|could not|couldn't|"
    r"did not|didn't|never) (?:be )?(?:find|found|turned? up))"
)
_MISSING = lazy(
    rf"(?<![a-z]){_SLIP_EN}(?![a-z])(?: [\w',-]+){{0,10}}? {_MISSING_EN}(?![a-z])|"
    rf"(?<![a-z]){_MISSING_EN}(?: [\w'-]+){{0,5}}? {_SLIP_EN}(?![a-z])|"
    r"(?:回单|付息单|凭证|付款单|扣款记录|还款记录|流水|收据|单据|单子)[^。;!?]{0,14}?(?:缺(?!点)|少了?(?=[一两\d那最一])|唯独|独独|"
    r"找不到|没找到|找不着|不见|丢了?|差(?=[一两\d那]))|"
    r"(?:缺(?:了)?|少了?|找不到|没找到|丢了)[^,。;!?]{0,10}?(?:回单|付息单|凭证|付款单|扣款记录|还款记录|收据|单据)"
)
_MAN_EN = (
    r"(?:predecessor|cashier|boss|owner|accountant|bookkeeper|colleague|manager|director|father|husband|wife|partner|"
    r"clerk|treasurer)"
)
_REMEMBERED = lazy(
    rf"(?<![a-z]){_MAN_EN} (?:\w+ )?(?:thinks?|believes?|seems? to (?:remember|recall)|vaguely|guess(?:es)?|reckons?|"
    r"supposes?|fancies|has a memory)(?: [\w'-]+){0,8}? (?:paid|settled|transferred|debited|"
    r"went (?:out|through))(?![a-z])|"
    r"(?:前任|老会计|前会计|出纳|会计|老板|同事|财务|经理)[^,。;!?]{0,6}?(?:好像|印象|觉得|以为|估计|模糊|大概|隐约|只?记得好像)"
    r"[^,。;!?]{0,14}?(?:付|还|交|扣|转)(?:过|了|掉)?"
)
_LOAN = lazy(
    r"息|贷|还款|本金|分期|(?<![a-z])(?:interest|loan|instal?ments?|repay\w*|principal|quarter|month|bank|"
    r"payment slips?|debit (?:notes?|advices?))(?![a-z])"
)
_OTHER = lazy(
    r"发票|货款|保费|担保费|评估费|工资|(?<![a-z])(?:invoices?|premiums?|valuation|appraisal|guarant\w+|wages|rent|tax|"
    r"customers?|patents?)(?![a-z])"
)
_KNOWN = lazy(
    r"(?:但|不过|后来|银行)[^。;!?]{0,16}?(?:确认|证明|补打|补出|查到|显示)[^。;!?]{0,12}?(?:按期|按时|准时|当[天日]|没有?逾期)|"
    r"(?<![a-z])(?:but|since|later|bank)(?: [\w',-]+){0,8}? (?:confirm\w*|certif\w*|shows?|printed|reissued)"
    r"(?: [\w',-]+){0,8}? (?:on time|punctual\w*|on the day|when due)(?![a-z])"
)
_WEIGHT = 9


def find(page: Page) -> Findings:
    """`loan_overdue` left open where the paper of a payment is missing, or its day is only remembered."""
    for pattern in (_MISSING, _REMEMBERED):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            words = page.sentence(index)
            if not _LOAN.search(words) or _OTHER.search(words) or _KNOWN.search(page.text, match.start()):
                continue
            if not strangers(page, match.start()) and not words.rstrip().endswith("?"):
                yield Found("loan_overdue", None, match.start(), match.end(), _WEIGHT)
