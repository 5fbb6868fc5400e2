"""Sums of money: revenue, assets, loans, fees, premiums, receivables. Each sum goes to the measure that governs it.

Traps have measures of their own (registered capital, valuation, profit, rent, orders): a sum that they govern is
nobody's fact. Revenue is last year's; another year, a forecast or a wish gives none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from policies.facts import insurance, labels, payers, payments, revenues
from policies.facts.found import Findings, Found, number
from policies.facts.labels import Label
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.wishes import REFUSED, only_wanted, wanted

NAMES = {
    "net_assets": "net_assets_cny",
    "total_assets": "total_assets_cny",
    "revenue": "annual_revenue_cny",
    "interest": "interest_paid_cny",
    "guarantee_fee": "guarantee_fee_cny",
    "valuation_fee": "valuation_fee_cny",
    "premium": "premium_cny",
    "insured_sum": "insured_sum_cny",
    "receivable": "receivable_amount_cny",
    "loan": "loan_amount_cny",
    "rnd": "rnd_spending_cny",
    "rating_fee": "rating_fee_cny",
    "credit_report_fee": "credit_report_fee_cny",
    "bandwidth_fee": "bandwidth_fee_cny",
    "tech_transfer": "tech_transfer_paid_cny",
    "patent_income": "patent_income_cny",
    "patent_purchase": "patent_purchase_cny",
    "procurement_budget": "procurement_budget_cny",
    "sme_loan_balance": "sme_loan_balance_cny",
    "first_loans_lent": "first_loans_lent_cny",
}
_FEES = frozenset({"guarantee_fee", "valuation_fee", "premium", "rating_fee", "credit_report_fee", "bandwidth_fee"})
_NEXT = re.compile(
    r"\s?(?:yuan|rmb)?\s?(?:的|in|of|from|as|for|for the|on the|on|to have|to)?\s?(?:the|"
    r"our|its)?\s?(?:(?:annual|last year's|yearly|total|bank|patent|patents|"
    r"ip|"
    r"科技|技改|技术改造|知识产权|专利|信用|流动资金|质押|抵押|短期|经营|银行|纯信用|银行的|"
    r"年度|working[- ]capital|pledge|pledged|secured|unsecured|entrusted|in|"
    r"premium)[\s-]?){0,3}"
)


def find(page: Page) -> Findings:
    """Sums with their measures."""
    carried: tuple[int, str] | None = None  # sentence and measure of the clause before
    earned: Decimal | None = None  # last year's revenue
    named: dict[int, list[Label]] = {}
    for one_label in labels.find(page.text):
        named.setdefault(page.index(one_label.start), []).append(one_label)
    for index, clause in enumerate(page.clauses):
        here = named.get(index, [])
        sums = [q for q in page.quantities_in(index) if _is_sum(page, q, here)]
        used: set[Label] = set()
        for place, one in enumerate(sums):
            limit = sums[place + 1].start if place + 1 < len(sums) else clause.end
            label = _govern(page.text, one, here, used, limit)
            before = carried[1] if carried is not None and carried[0] == clause.sentence else None
            measure = _meant(page, index, one, label, before)
            if label is not None:
                used.add(label)
            more = revenues.change(page, index, one) if measure == "revenue" and earned is not None else None
            if more is not None and earned is not None and not one.vague:
                yield Found("previous_revenue_cny", number(earned - more), one.start, one.end)
            elif measure in NAMES and not one.vague:
                for found in _state(page, index, one, str(measure), label):
                    earned = one.value if found.name == NAMES["revenue"] else earned
                    yield found
            elif (
                measure == "rnd" and one.value > 0 and not page.theirs(one.start) and not page.wished(index, one.start)
            ):
                yield Found("rnd_invested", True, one.start, one.end)  # 四百多万: some, if not how much
        topic = next((x for x in reversed(here) if x.measure != "staff"), None)
        if topic is not None and (topic.measure == "receivable" or not page.theirs(topic.start)):
            carried = (clause.sentence, topic.measure)


def _is_sum(page: Page, one: Quantity, here: list[Label]) -> bool:
    """Yuan, or a bare number of thousands beside a measure ("charged us 21,600")."""
    if one.kind == "cny":
        return True
    fee = any(label.measure in _FEES for label in here) and payments.pays(page.words(page.index(one.start)))
    least = 500 if fee else 2200
    plain = one.kind == "plain" and one.value >= least and any(label.measure in NAMES for label in here)
    plain = plain and not (1900 <= one.value < 2100 and "," not in page.text[one.start : one.end])  # a year
    return plain and not re.match(r"\s?[a-z\u4e00-\u9fff]{0,2}(?:平|亩|吨|台|sq|ton)", page.text[one.end : one.end + 6])


_PER_CENT = re.compile(
    r"\s?(?:是|为|按|才|只|只有|大概|约|一年|每年|:|is|at|of|was|about|charged at|\s){0,4}"
    r"(?:百分之|[\d.一二三四五六七八九十点]{1,6}\s?(?:%|厘|个点|个百分点|per\s?cent|pct))"
)


def _govern(text: str, one: Quantity, here: list[Label], used: set[Label], limit: int) -> Label | None:
    """The measure of a sum: named right behind it, else the last one before it, else the next one after it."""
    after = [
        x
        for x in here
        if one.end <= x.start < limit
        and x.measure != "staff"
        and not (x.measure == "interest" and _PER_CENT.match(text, x.end))  # 借500万利息5%: a rate, no interest paid
    ]
    before = [x for x in here if x.end <= one.start and x.measure != "staff"]
    if after and _NEXT.fullmatch(text[one.end : after[0].start]):
        last = after[0]
        for more in after[1:]:  # "bank loan interest": the last of a row is the head
            if text[last.end : more.start].strip() not in ("", "的"):
                break
            last = more
        return last
    fresh = [x for x in before if x not in used]
    spending = {"花了", "花费", "花", "投入", "cost", "costs", "cost us", "spent", "spending", "price", "priced"}
    if len(fresh) > 1 and fresh[-1].measure == "cost" and text[fresh[-1].start : fresh[-1].end] in spending:
        fresh.pop()  # 评估费花了2万: the verb says nothing that the fee's name has not said
    if fresh:
        strongest = fresh[-1]
        for label in reversed(fresh[:-1]):  # 欠我们货款, 借...贷款, owes us on the invoice: one thing said twice
            if (
                strongest.measure in ("revenue", "cost")
                and label.measure in ("interest", "loan", "receivable")
                and strongest.end > one.start - 1
            ):
                strongest = label
        return strongest
    if after:
        return after[0]
    return before[-1] if before else None


def _state(page: Page, index: int, one: Quantity, measure: str, label: Label | None) -> Findings:
    clause = page.clauses[index]
    lead = page.text[clause.start : one.start]
    if measure == "receivable":
        if _owed_to_us(page, index):
            yield Found(
                NAMES[measure], number(one.value), one.start, one.end, 2 if re.search(r"欠|(?<![a-z])owe", lead) else 1
            )
        return
    if page.theirs(one.start) and not _though_theirs(page, index, measure):
        return
    if measure == "loan" and wanted(page, index, one.start):
        yield Found(NAMES[measure], number(one.value), one.start, one.end)
        return
    if page.wished(index, one.start) or (
        measure in ("premium", "insured_sum") and not insurance.counts(page, index, one)
    ):
        return
    if measure in ("revenue", "loan", "total_assets") and _PART.search(lead):
        return
    if measure == "revenue" and revenues.year_before(page, index, one):
        yield Found("previous_revenue_cny", number(one.value), one.start, one.end)
        return
    if measure in ("revenue", "rnd") and (revenues.OVER_YEARS.search(lead) or not revenues.last_year(page, index, one)):
        return
    if measure == "tech_transfer" and (
        _OTHER_YEAR.match(page.text, one.end, clause.end) or _OTHER_YEAR_BEFORE.search(lead)
    ):
        return  # what counts is paid in the year of the application
    if measure == "loan" and REFUSED.search(page.sentence(index)):
        return
    if _EXPECTED.search(lead) or (measure == "interest" and only_wanted(page, index)):
        return
    if measure == "loan" and re.search(
        r"没(?:有)?(?:贷|借)|从未|never borrowed|担保人|lent (?:to|them)|借给|贷给(?!了?我)", page.words(index)
    ):
        return
    if measure in ("guarantee_fee", "valuation_fee", "premium") and re.search(
        r"(?:贷|担保额|borrow|loan)", page.text[max(clause.start, one.start - 6) : one.start]
    ):
        measure = "loan"
    if measure in ("total_assets", "net_assets") and re.search(
        r"固定资产|无形资产|fixed |intangible |current ",
        page.text[max(clause.start, (label.start if label else one.start) - 12) : one.start],
    ):
        return
    if revenues.begins(page, index, one) and measure != "loan":
        return
    yield Found(NAMES[measure], number(one.value), one.start, one.end, 2 if label else 1)


def _though_theirs(page: Page, index: int, measure: str) -> bool:
    """Whether a sum is ours although its words speak of others: what a bank lent us, what we paid an insurer."""
    words = page.words(index)
    if measure in _FEES:
        return _for_us(words) or bool(_WE.search(words))
    return measure == "procurement_budget" or (measure in ("loan", "interest") and _for_us(words))


def _for_us(words: str) -> bool:
    return bool(
        re.search(
            r"(?:给|借给?|收了?|贷给|批给|批了)(?:了)?我们|(?:lent|charged|gave|cost) us|"
            r"我们|us(?![a-z])",
            words,
        )
    )


_GOES_ON = re.compile(
    r"\s?(?:(?:of (?:that|this|it|which)|its|their|it|they|the (?:bill|invoice|fee|price|whole|report)|this|that|"
    r"altogether|in all|"
    r"all)(?![a-z])|一?共|总共|合计|发票|"
    r"费用|收费|账单|花了|付了|前后|实际|对方|他们|这次|今年|去年|本年度|其中|已经?付|先付|"
    r"(?:rmb |¥)?[\d.,]+\s?(?:million|[mk])?(?: yuan)? (?:was|were|has|have|is) (?:been )?paid)"
)
_CASH = re.compile(r"^(?:实际)?(?:货币|现金)收入$")
_OTHER_YEAR = re.compile(r"[^\d,。;]{0,20}?(?:last year|the year before|去年|前年)")
_OTHER_YEAR_BEFORE = re.compile(r"(?:去年|前年)[^\d]{0,10}$|(?<![a-z])last year,? (?:we )?paid (?:rmb )?$")
_WE = re.compile(r"(?<![a-z])(?:we|ourselves|its invoice|their invoice|its bill|their bill)(?![a-z])")
_WEAK = re.compile(r"[放批][^款]{0,4}|drew|drawn|advanced")
_LOAN = re.compile(
    r"贷|借(?!条)|银行|支行|[工农中建交招商]行|信用社|利率|月息|年息|(?<![a-z])(?:loans?|borrow\w*|banks?|lenders?|"
    r"interest)(?![a-z])"
)
_PART = re.compile(r"其中|当中|(?<![a-z])(?:of which|including)(?![a-z])")
_EXPECTED = re.compile(r"预计|预期(?!收益)|预测|(?<![a-z])(?:expect\w*|forecast\w*|projected)(?![a-z])")
_LENDER = re.compile(
    r"我行|本行|我们(?:是一?家?)?[\u4e00-\u9fff]{0,6}(?:银行|支行|农商行|信用社|小贷公司)(?!贷|借|的?钱|批|放|给)|"
    r"(?<![a-z])(?:our (?:\w+ )?bank|we are an? (?:\w+ ){0,3}(?:bank|lender)|as an? (?:\w+ )?(?:bank|lender)|"
    r"we lend|we lent)(?![a-z])"
)
_ACADEMY = re.compile(
    r"大学|高校|学院|院所|研究所|研究院|科学院|中科院|清华|北大|北航|院校|教授团队|(?<![a-z])(?:universit\w+|"
    r"institutes?|colleges?|academ\w+)(?![a-z])"
)
_TAKEN_IN = re.compile(r"收到|收入|卖给|转让给|赚|(?<![a-z])(?:received|earned|sold|paid us|income)(?![a-z])")


def _meant(page: Page, index: int, one: Quantity, label: Label | None, before: str | None) -> str | None:
    """The measure of a sum: what its label names here, else what the clause before spoke of, else who is paid."""
    around = partial(_told_before, page, index)
    if label is None:
        if before is not None and (before == "receivable" or not page.theirs(one.start)):
            return _shared(page, index) or before if before == "rnd" and payments.commissioned(around()) else before
        if payments.lends(page.words(index)):
            return "loan"
        return payments.agent(around()) or (_shared(page, index) if payments.for_work(around()) else None)
    said = page.text[label.start : label.end]
    if payments.takes_up(said, before):
        return before
    if label.measure in ("cost", "receivable", "valuation"):
        paid = payments.settles(said, around())
        if payments.spent(said) or (label.measure == "cost" and label.start >= one.end):
            paid = payments.agent(around()) or _shared(page, index)
        return paid or label.measure
    if label.measure in ("sme_loan_balance", "first_loans_lent"):  # 首笔贷款 is a lender's total in a lender's mouth
        return label.measure if _LENDER.search(page.text) else "loan"
    if label.measure == "loan" and _WEAK.fullmatch(said):
        return "loan" if _LOAN.search(page.sentence(index)) else None
    if _CASH.search(said) and "专利" not in page.text:
        return "revenue"
    if label.measure == "rnd" and payments.commissioned(around()):
        return _shared(page, index) or label.measure
    if label.measure == "tech_transfer":
        return label.measure if _shared(page, index) else None
    return label.measure


def _told_before(page: Page, index: int) -> str:
    """The sentence of a clause, with the one before where it goes on from there ("its invoice was 90k", 一共花了)."""
    sentence = page.sentence(index)
    first = page.index(page.text.find(sentence, max(0, page.clauses[index].start - len(sentence))))
    goes_on = first > 0 and _GOES_ON.match(sentence)
    return page.sentence(first - 1) + sentence if goes_on else sentence


def _shared(page: Page, index: int) -> str | None:
    """Money for a university or an institute, unless it came from there."""
    named = _ACADEMY.search(page.sentence(index)) or _ACADEMY.search(page.text, 0, page.clauses[index].start)
    return "tech_transfer" if named and not _TAKEN_IN.search(page.words(index)) else None


def _owed_to_us(page: Page, index: int) -> bool:
    """A claim of ours, not a debt of ours."""
    words = page.sentence(index)
    return (
        not payers.our_debt(page, index)
        and not WISHED.search(page.words(index))
        and bool(
            re.search(
                r"欠|拖|押|压|应收|没付|未付|没给|没结|款|账|(?<![a-z])owe|outstanding|unpaid|"
                r"receivable|invoice|arrears|paid",
                words,
            )
        )
    )


WISHED = re.compile(r"如果|假如|要是|(?<![a-z])if(?![a-z])")
