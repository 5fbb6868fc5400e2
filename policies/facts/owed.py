"""What others owe us, and how late: the door to payers and agreements. The sum itself is in `figures`."""

from __future__ import annotations

import re

from policies.facts import (
    agreements,
    arrears,
    clock,
    counterparties,
    debtors,
    due,
    left_out,
    long_overdue,
    passing,
    payers,
    standstill,
    statutory,
)
from policies.facts.found import Findings, Found, number
from policies.facts.own_lending import lender_writes
from policies.facts.scope import Page
from policies.patterns import lazy

_OWED = lazy(
    r"欠|拖|应收|没付|未付|没给|没结|不付|不给钱|不给|货款|尾款|工程款|压着|款项|没下来|没有结|收不[回到]|审计|"
    r"账期|确权|确认|催款|付款|该付|到期|融资|保理|(?<![a-z])(?:owe[sd]?|owing|unpaid|overdue|outstanding|"
    r"arrears|receivables?|late|past due|invoices?|hasn't paid|won't pay|not paid|"
    r"payment|to pay|payable|pays|should have (?:been )?paid|confirm\w*|net \d+|factor\w*|borrow\w* against|debtors?|"
    r"pay|paid|paying|payers?|due|settle\w*|behind with us|waiting for|audit\w*|hold(?:s|ing)? back|"
    r"not a (?:single )?(?:penny|cent|yuan|fen)|withh[eo]ld\w*|"
    r"should have (?:come|arrived|reached "
    r"us|landed)|"
    r"must pay|deposits?|retention|performance bond)(?![a-z])|[日号]之?前付|保证金|质保金"
)
_LATE_BEFORE = lazy(
    r"(?:逾期|超期|过期|拖了?|拖欠了?|拖着|拖我们|晚了?|超了?|(?<![才刚])过了(?:约定|"
    r"付款|合同)?[\u4e00-\u9fff]{0,4}|(?<![a-z])(?:overdue(?: by| for)?|late by|"
    r"past due(?: by)?|behind by|arrears (?:of|for)|(?:hasn't|haven't|has not|have not|not) paid[^.;]{0,40} for|"
    r"unpaid for|outstanding for|dragged (?:on )?for))(?:已经?|已|了|快|整整|正好|刚好|恰好|足足|"
    r"整|有|我们|都|它|\s|by|for|now|about|exactly){0,4}\s?$"
)
_LATE_AFTER = lazy(
    r"\s?(?:逾期|没给|没付|没结|未付|未结|不付|不给|还没(?:给|付|结)|过期|超期|"
    r"的?拖欠|(?:days?\s)?(?:overdue|late(?!r)|past due|past (?:its|the|their) (?:due|date)|"
    r"in arrears|behind|over the due|after the due|after (?:the|those|that|its|our) (?:[\w-]+ ){0,2}?(?:days|term|"
    r"period|"
    r"time limit|deadline) (?:had |has |have |was |were )?(?:run out|ran out|ended|expired|up|over|passed)))"
)
_WAS_DUE = lazy(
    r"(?:本该|应该|原本该|早该|该)[\u4e00-\u9fff]{0,6}(?:付|结|给|还)[^,。;]{0,8}$|(?:付款|到期)(?:日|期限|"
    r"时间)?(?:已经?|都|早就)?过(?:了|去)?$|(?<![a-z])(?:should have been (?:paid|settled)|"
    r"(?:was|were|fell|came) due|due date (?:was|passed))\s(?:\w+\s)?$"
)
_WAS_DUE_BEHIND = lazy(r"\s?(?:以?前|之前)(?:就)?(?:该|应该|本该|到期)|\s?ago(?![a-z])")
_DEAL = lazy(
    r"交付|交货|送抵|送达|完工|供货|签的?约|签字|采购合同|供货合同|"
    r"(?<![a-z])(?:supply contract|the deal|delivered|handed over|took delivery|the contract)(?![a-z])"
)
_CREDIT = lazy(
    r"贷|借|基金|融资|研发|大学|研究所|许可|专利|"
    r"(?<![a-z])(?:loans?|banks?|borrow\w*|fund|universit\w+|institutes?|patents?|licen[cs]\w*)(?![a-z])"
)
"""A text of credit or research: its contracts are no sales."""
_NOT_DUE = lazy(
    r"还有[\d一二两三四五六七八九十]+(?:天|个?月|周)(?:才)?到期|"
    r"(?:还没有?|尚未|未|没有?)(?:到期|到(?:付款|约定|还款)?(?:日|期|时间)|逾期|超期)|不到(?:付款|约定)(?:日|期)|"
    r"(?<![a-z])(?:not (?:yet )?(?:\w+ )?(?:due|overdue|fallen due|late)|(?:hasn't|has not|have not|"
    r"haven't) (?:yet )?(?:fallen|come|become) due|not yet payable)(?![a-z])"
)
_CLAIM = lazy(r"款|账|发票|(?<![a-z])(?:invoices?|receivables?|payment|bill)(?![a-z])")
_LOAN = lazy(r"贷款|借款|银行|(?<![a-z])(?:loan|bank|repay\w*|principal)(?![a-z])")
_INTEREST = lazy(r"利息|本息|月供|付息|还款|(?<![a-z])(?:interest|instal\w+|repayments?)(?![a-z])")


def find(page: Page) -> Findings:
    """Everything said about a claim of ours; nothing where the text speaks of no payment."""
    if not _OWED.search(page.text):
        if _DEAL.search(page.text) and not _CREDIT.search(page.text):
            yield from agreements.dates(page)
        return
    told = [*_claims(page), *due.deliveries(page), *statutory.no_term(page), *standstill.find(page)]
    reckoned = (
        *due.from_delivery(page, told),
        *statutory.overdue(page, told),
        *clock.overdue(page, told),
        *standstill.checking(page, told),
    )
    vague = [late for late in long_overdue.find(page, (*told, *reckoned)) if not _of_our_loan(page, late.start)]
    for found in (*told, *reckoned, *vague[:1]):
        if not (found.name in _OF_A_CLAIM and payers.our_debt(page, page.index(found.start))):
            yield found


_OF_A_CLAIM = frozenset({"receivable_overdue_days", "payment_overdue", "payer_kind", "payer_state_owned"})


_SOLD = lazy(
    r"欠(?:着|了)?(?:我|咱|俺|本公司|货款|款|钱|工程|费|账)|[货尾]款|工程款|应收|账款|对方|客户|买家|拖欠|款项|账期|"
    r"验收|甲方|合同|交付|交货|发票|"
    r"(?<![a-z])(?:owe[sd]? (?:us|me|our|it|for)|owed (?:to|by)|we are owed|debtors?|invoices?|receivables?|"
    r"customers?|buyers?|"
    r"clients?|deliver\w+|suppl\w+|shipped|goods|sold|overdue with|bought|ordered|claim|the debt|confirm\w*|poured|"
    r"accept\w*|acceptance|for our \w+|stuck|bills?|late interest|"
    r"(?:it|they|he|she|the \w+) (?:just |simply |still )?(?:does not|do not|doesn't|won't) pay)(?![a-z])|"
    rf"{arrears.WORKED.pattern}"
)
"""A text that speaks of something sold."""
_BORROWED = lazy(
    r"贷|借(?!条|口)|还息|付息|月供|(?<![a-z])(?:loans?|lent|borrow\w*|banks?|lender|instal\w+|interest)(?![a-z])"
)
_WE_WERE_LATE = lazy(
    r"(?:才|上|没)?(?:把)?(?:本金|利息|息|贷款|款)?(?:还|付息|付上息|还上|还清|补)|"
    r"(?<![a-z])(?:we|i) (?:are|were|was|am|came|paid|had been)(?![a-z])|repaid|cleared|went back|instal\w+|"
    r"(?<![a-z])(?:interest|principal|final payment|instal\w+|last slice|loan)(?![a-z])"
)
_OURS_OWED = lazy(r"欠(?:着|了)?(?:我|咱|俺|本公司)|(?<![a-z])owe[sd]? us(?![a-z])|invoice|货款|工程款")


_LATE_INTEREST = lazy(r"(?:late|default|overdue) interest|interest (?:on|for) (?:late|paying)[\w ]*|逾期利息|滞纳金")


def _of_our_loan(page: Page, start: int) -> bool:
    """Whether a lateness is that of a loan of ours: nothing was sold, or its words tell of paying back."""
    if lender_writes(page):
        return True
    if not _BORROWED.search(page.text) or arrears.of_a_payer(page.text):
        return False
    index = page.index(start)
    near = _LATE_INTEREST.sub("", page.words(index))
    return not _SOLD.search(page.text) or (
        _WE_WERE_LATE.search(near) is not None and not _OURS_OWED.search(page.sentence(index))
    )


def _claims(page: Page) -> Findings:
    for late in (*_lateness(page), *due.since_due(page), *due.days_told(page)):
        if not _of_our_loan(page, late.start):
            yield late
    for match in _NOT_DUE.finditer(page.text):
        words = page.words(page.index(match.start()))
        if (
            _CLAIM.search(words)
            and not _LOAN.search(words)
            and not _of_our_loan(page, match.start())
            and not re.search(r"吗|是否|如果|(?<![a-z])if(?![a-z])", words)
        ):
            yield Found("receivable_overdue_days", 0, match.start(), match.end(), 2)
    yield from payers.find(page)
    yield from counterparties.find(page)
    yield from debtors.find(page)
    yield from agreements.find(page)
    yield from left_out.find(page)
    yield from passing.find(page)


def _lateness(page: Page) -> Findings:
    """Days past the due date; weeks, months and years count 7, 30 and 365 days."""
    gone = clock.days_gone(page)
    for index, clause in enumerate(page.clauses):
        lead_words = page.words(index)
        for match in re.finditer(r"(?:大)?半年|half a year", lead_words):
            lead, tail = lead_words[: match.start()], lead_words[match.end() :]
            if (
                _LATE_BEFORE.search(lead) or re.search(r"拖[\u4e00-\u9fff\d.]{1,14}$", lead) or _LATE_AFTER.match(tail)
            ) and match[0] != "大半年":
                yield Found("receivable_overdue_days", 180, clause.start + match.start(), clause.start + match.end())
        for one in page.quantities_in(index):
            if one.kind not in ("days", "years") or one.vague or one in gone:
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if (_LOAN.search(lead_words) and not re.search(r"欠我们|(?<![a-z])owe", lead_words)) or (
                _INTEREST.search(lead_words) and not _CLAIM.search(page.sentence(index))
            ):
                continue  # a loan of ours that was late
            due = _WAS_DUE.search(lead) and (re.match(r"\s?ago(?![a-z])|[以之]?前", tail) or "过" in lead[-3:])
            due = due or (_WAS_DUE_BEHIND.match(tail) and re.match(r"\s?[以之]?前", tail))
            if due or _LATE_BEFORE.search(lead) or _LATE_AFTER.match(tail):
                days = one.value * 365 if one.kind == "years" else one.value
                weight = 2 if re.search(r"逾期|超期|过期|overdue|late|past due", lead[-14:] + tail[:14]) else 1
                yield Found("receivable_overdue_days", number(days), one.start, one.end, weight)
