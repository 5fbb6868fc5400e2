"""Sums of money: revenue, assets, loans, fees, premiums, receivables. Each sum goes to the measure that governs it.

Traps have measures of their own (registered capital, valuation, profit, rent, orders): a sum that they govern is
nobody's fact. Revenue is last year's; another year, a forecast or a wish gives none.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import (
    due,
    fees,
    insurance,
    labels,
    payers,
    payments,
    project_money,
    purposes,
    revenues,
    second_looks,
    series,
    whose_loans,
)
from policies.facts.former import former
from policies.facts.found import Findings, Found, number
from policies.facts.labels import Label
from policies.facts.matters import strangers
from policies.facts.own_lending import lender_writes
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.spoken_sums import spoken, with_units
from policies.facts.unsecured_lending import sole
from policies.facts.wishes import REFUSED, only_wanted, wanted
from policies.patterns import lazy

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
_NEXT = lazy(
    r"\s?(?:yuan|rmb)?\s?(?:的|in|of|from|as|for|for the|on the|on|to have|to)?\s?(?:the|"
    r"our|its)?\s?(?:(?:annual|last year's|yearly|total|bank|patent|patents|ip|"
    r"科技|技改|技术改造|知识产权|专利|信用|流动资金|质押|抵押|短期|经营|银行|纯信用|银行的|"
    r"年度|working[- ]capital|pledge|pledged|secured|unsecured|entrusted|in|premium|sme|"
    r"smes|small[- ]business|小微|中小|企业)[\s-]?){0,3}"
)


def find(page: Page) -> Findings:
    """Sums with their measures; the total of several payments; what the sales of three years say of growth."""
    found = fees.without_other_valuations(page, list(_sums(page)))
    yield from found
    yield from due.sum_due(page, found)
    yield from series.total(found, NAMES["tech_transfer"])
    yield from series.average_growth(page)


def _sums(page: Page) -> Findings:
    carried: tuple[int, str] | None = None  # sentence and measure of the clause before
    earned: Decimal | None = None  # last year's revenue
    named: dict[int, list[Label]] = {}
    for one_label in labels.find(page.text):
        named.setdefault(page.index(one_label.start), []).append(one_label)
    for index, clause in enumerate(page.clauses):
        here = named.get(index, [])
        said = with_units(page, index, here)
        sums = [spoken(page.text, q, here) for q in said if _is_sum(page, q, here)]
        used: set[Label] = set()
        for place, one in enumerate(sums):
            limit = sums[place + 1].start if place + 1 < len(sums) else clause.end
            label = _govern(page.text, one, here, used, limit)
            before = revenues.carried(page, index, one, carried)
            if before is None and _WE_INSTEAD.match(page.words(index)):
                before = _theirs_before(page, index, named)
            measure = purposes.measure_of(page, index, one, label, before)
            measure = second_looks.settled(page, index, one, measure, label) if measure else measure
            if label is not None:
                used.add(label)
            more = revenues.change(page, index, one) if measure == "revenue" and earned is not None else None
            if more is not None and earned is not None and not one.vague:
                yield Found("previous_revenue_cny", number(earned - more), one.start, one.end)
            elif measure in NAMES and (not one.vague or measure == "insured_sum"):
                for found in _state(page, index, one, str(measure), label):
                    earned = one.value if found.name == NAMES["revenue"] else earned
                    yield found
            elif measure == "rnd" and one.value > 0 and not (page.theirs(one.start) or page.wished(index, one.start)):
                yield Found("rnd_invested", True, one.start, one.end)  # 四百多万: some, if not how much
        topic = next((x for x in reversed(here) if x.measure != "staff"), None)
        fee = next((x for x in here if x.measure in fees.MEASURES), None)
        if fee is not None and topic is not None and topic.measure == "loan" and fees.of_the_loan(page.words(index)):
            topic = fee  # 担保费按贷款额1.2%计，实付五万四千元
        if topic is not None and (topic.measure == "receivable" or not page.theirs(topic.start)):
            carried = (clause.sentence, topic.measure)


_WE_INSTEAD = lazy(r"\s?(?:但|而|可|不过|可是|但是)[^,。;\d]{0,8}?(?:我们|我司|本公司|我公司|自己|这家)")


def _theirs_before(page: Page, index: int, named: dict[int, list[Label]]) -> str | None:
    """The measure of a figure of somebody else's that ours is set against: 母公司营收二十三亿，但我们自己只有四千万."""
    before = page.previous(index)
    said = named.get(before, []) if before is not None else []
    last = next((one for one in reversed(said) if one.measure != "staff"), None)
    return last.measure if last is not None and last.measure == "revenue" and page.theirs(last.start) else None


def _is_sum(page: Page, one: Quantity, here: list[Label]) -> bool:
    """Yuan, or a bare number of thousands beside a measure ("charged us 21,600")."""
    if one.kind == "cny":
        return True
    fee = any(label.measure in fees.MEASURES for label in here) and payments.pays(page.words(page.index(one.start)))
    least = 500 if fee else 2200
    plain = one.kind == "plain" and one.value >= least and any(label.measure in NAMES for label in here)
    plain = plain and not (1900 <= one.value < 2100 and "," not in page.text[one.start : one.end])  # a year
    return plain and not re.match(r"\s?[a-z\u4e00-\u9fff]{0,2}(?:平|亩|吨|台|sq|ton)", page.text[one.end : one.end + 6])


_PER_CENT = lazy(
    r"\s?(?:是|为|按|才|只|只有|大概|约|一年|每年|:|is|at|of|was|about|charged at|\s){0,4}"
    r"(?:百分之|[\d.一二三四五六七八九十点]{1,6}\s?(?:%|厘|个点|个百分点|per\s?cent|pct))"
)


_AT_RATE = lazy(r"(?:[年月]期|[\d.一二三四五六七八九](?:%|个?点|个百分点))[^,。;]{0,6}$")
"""800万一年期5个点的利息: a loan's sum, its rate, and interest of which no sum is told."""
_ON_THE_LOAN = lazy(r"(?:贷款?|借款?)(?:了|的)?$")
"""贷款800万的利息: the sum is the loan's."""


_OF_THE_NEXT = lazy(
    r"\s(?:of|at|is|was|were|came to|reached|totalling|totaling|being|=)\s(?:rmb\s?|¥|about )?(?=\d|(?:one|two|three|"
    r"four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|half)(?![a-z]))"
)

_SPENDING = lazy("花了|花费|花|投入|costs?|cost us|spent|spending|spend|priced?")


def _govern(text: str, one: Quantity, here: list[Label], used: set[Label], limit: int) -> Label | None:
    """The measure of a sum: named right behind it, else the last one before it, else the next one after it."""
    after = [
        x
        for x in here
        if one.end <= x.start < limit
        and x.measure != "staff"
        and not (
            x.measure == "interest" and (_PER_CENT.match(text, x.end) or _AT_RATE.search(text, one.end, x.start))
        )  # 借500万利息5%: a rate, no interest paid
    ]
    before = [x for x in here if x.end <= one.start and x.measure != "staff"]
    if (payee := fees.paid_to(text, one, after)) is not None:
        return payee
    if after and _OF_THE_NEXT.match(text, after[0].end):
        after = []  # "cost us 640,000 on sales of 21 million": the sales are the next sum's
    if (
        after
        and _NEXT.fullmatch(text[one.end : after[0].start])
        and not fees.AGENT.fullmatch(text, after[0].start, after[0].end)
    ):
        last = after[0]
        if last.measure == "interest" and _ON_THE_LOAN.search(text[max(0, one.start - 12) : one.start]):
            return next((x for x in reversed(before) if x.measure == "loan"), None)
        for more in after[1:]:  # "bank loan interest": the last of a row is the head
            if text[last.end : more.start].strip() not in ("", "的"):
                break
            last = more
        return last
    fresh = [x for x in before if x not in used]
    if len(fresh) > 1 and fresh[-1].measure == "cost" and _SPENDING.fullmatch(text, fresh[-1].start, fresh[-1].end):
        fresh.pop()  # 评估费花了2万: the verb says nothing that the fee's name has not said
    if fresh:
        strongest = fresh[-1]
        for label in reversed(fresh[:-1]):  # 欠我们货款, 借...贷款, owes us on the invoice: one thing said twice
            if (
                strongest.measure in ("revenue", "cost")
                and label.measure in ("interest", "loan", "receivable")
                and strongest.end > one.start - 1
            ) or (strongest.measure == "valuation" and label.measure == "total_assets"):
                strongest = label  # "all we own is worth 31 million"
        return strongest
    if after:
        return after[0]
    return before[-1] if before else None


def _state(page: Page, index: int, one: Quantity, measure: str, label: Label | None) -> Findings:
    clause = page.clauses[index]
    lead = page.text[clause.start : one.start]
    if (measure in _NONE_OF_A_LENDER and lender_writes(page)) or (measure == "revenue" and sole(page, one)):
        return
    if measure == "receivable":
        if payers.owed_to_us(page, index):
            yield Found(
                NAMES[measure], number(one.value), one.start, one.end, 2 if re.search(r"欠|(?<![a-z])owe", lead) else 1
            )
        return
    theirs = page.theirs(one.start) or _THEIR_HOUSE.match(page.text, one.end, clause.end)
    if theirs and not _though_theirs(page, index, measure, one.start):
        return
    if measure == "loan" and wanted(page, index, one.start):
        yield Found(NAMES[measure], number(one.value), one.start, one.end)
        return
    if page.wished(index, one.start) or (
        measure in ("premium", "insured_sum") and not insurance.counts(page, index, one)
    ):
        return
    if (measure in fees.MEASURES or measure == "insured_sum") and fees.not_taken(page, index):
        return
    if measure in ("revenue", "loan", "rnd", "total_assets") and one.value < 1000:
        return
    if measure in ("revenue", "loan", "total_assets") and _PART.search(lead):
        return
    if measure == "revenue" and revenues.year_before(page, index, one):
        yield Found("previous_revenue_cny", number(one.value), one.start, one.end)
        return
    if measure in ("revenue", "rnd") and (revenues.OVER_YEARS.search(lead) or not revenues.last_year(page, index, one)):
        return
    if measure == "tech_transfer" and project_money.not_this_year(lead, page.text[one.end : clause.end]):
        return
    if measure == "loan" and REFUSED.search(page.sentence(index)):
        return
    expected = _EXPECTED.search(lead)
    if (expected and not (expected[0][0] == "算" and measure in _TOLD_BY_COUNTING)) or (
        measure == "interest" and (only_wanted(page, index) or _GIVEN.search(page.words(index)))
    ):
        return
    if measure == "loan" and re.search(
        r"没(?:有)?(?:贷|借)|从未|never borrowed|担保人|lent (?:to|them)|(?:借|贷)给(?!了?(?:我|咱|本公司|公司))",
        page.words(index),
    ):
        return
    measure = whose_loans.fee_or_loan(page, index, one, measure)
    if not measure:
        return
    if measure in ("total_assets", "net_assets") and re.search(
        r"固定资产|无形资产|fixed |intangible |current ",
        page.text[max(clause.start, (label.start if label else one.start) - 12) : one.start],
    ):
        return
    if measure == "valuation_fee" and fees.found_by_valuer(page.text[label.end if label else clause.start : one.start]):
        return  # what the appraiser found, not what it cost
    if revenues.begins(page, index, one) and measure != "loan":
        return
    beside = measure == "loan" and (former(page, index) or whose_loans.lent_privately(page.words(index)))
    weight = (2 if label else 1) - 2 * beside
    yield Found(NAMES[measure], number(one.value), one.start, one.end, weight)


def _though_theirs(page: Page, index: int, measure: str, place: int) -> bool:
    """Whether a sum is ours although its words speak of others: what a bank lent us, what we paid an insurer."""
    words = page.words(index)
    if measure in fees.MEASURES or measure == "insured_sum":
        return _for_us(words) or bool(_WE.search(words)) or not strangers(page, place)
    return measure == "procurement_budget" or (measure in ("loan", "interest") and _for_us(words))


def _for_us(words: str) -> bool:
    return bool(re.search(r"我们|(?:给|为|替)[本我]?公司|us(?![a-z])|lent (?:it|the company|our)(?![a-z])", words))


_NONE_OF_A_LENDER = frozenset({"loan", "receivable", "interest", "guarantee_fee"})
_GIVEN = lazy(
    r"一半|差的|剩下?的|可以?补|能补|补得|(?<![a-z])half (?:of )?(?:the|our) interest|"
    r"(?<![a-z])(?:(?:paid|gave|refunded|sent|granted) us|towards? (?:the|our|its) interest|"
    r"subsid\w+)(?![a-z])"
)
"""Somebody else's money for our interest, not interest that we paid."""
_WE = lazy(
    r"(?<![a-z])(?:we|ourselves|our (?:[\w&-]+ ){0,4}(?:polic(?:y|ies)|insurance|cover)|"
    r"its invoice|their invoice|its bill|their bill)(?![a-z])"
)
_PART = lazy(r"其中|当中|(?<![a-z])(?:of which|including)(?![a-z])")
_THEIR_HOUSE = lazy(r"元?的[\u4e00-\u9fff]{0,4}?(?:集团|母公司|上市公司|央企|国企|大厂|大公司|客户|股东|对手|同行)")
"""一家年收入四十亿的上市集团: a figure that describes another house."""
_TOLD_BY_COUNTING = frozenset({"revenue", "total_assets", "net_assets"})
"""家当算下来四千二百万: counted together, not reckoned ahead."""
_EXPECTED = lazy(
    r"预计|算(?:出来|下来|了一下|过)|估算|预期(?!收益)|预测|(?<![a-z])(?:expect\w*|forecast\w*|"
    r"projected)(?![a-z])"
)
