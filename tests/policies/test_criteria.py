"""Three-valued conditions, exact amounts, caps, exclusions, days: by example and by property."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.criteria import Profile, evaluate, judge, known, lies_in
from policies.criteria.formulas import at, compute, figures, to_cents
from policies.criteria.values import age
from policies.errors import FactValueError, UnknownFactError
from policies.expressions import All, AnyOf, AsOf, Case, Compare, FactRef, Not, Number, ParamRef, Pct
from policies.expressions import Arithmetic as Sum
from policies.loader import load_corpus
from policies.types import Facts, FactValue, Truth, Verdict

CORPUS = load_corpus()
DAY = date(2022, 3, 10)
SUBSIDY = CORPUS.articles["nx-techfin-2021/2"]
WHO = CORPUS.articles["nx-techfin-2021/1"]
FIRM: dict[str, FactValue] = {
    "region": "CN-64/yinchuan",
    "high_tech_certified": True,
    "revenue_growth_pct": 6,
    "partner_institution": True,
}


def profile(facts: Facts, as_of: date = DAY) -> Profile:
    return Profile(facts, CORPUS.vocabulary, as_of)


def truth(criterion: Compare | All | AnyOf | Not, facts: Facts, as_of: date = DAY) -> Truth:
    return judge(criterion, profile(facts, as_of)).truth


@pytest.mark.parametrize(
    ("employees", "op", "expected"),
    [
        (499, "<=", "met"),
        (500, "<=", "met"),
        (501, "<=", "unmet"),
        (500, "<", "unmet"),
        (500, ">=", "met"),
        (500, ">", "unmet"),
        (500, "=", "met"),
        (500, "!=", "unmet"),
        (0, "<=", "met"),
    ],
)
def test_limits_are_exact(employees: int, op: str, expected: str) -> None:
    assert truth(Compare("employees", op, 500), {"employees": employees}) == expected


def test_a_missing_fact_is_neither_false_nor_zero() -> None:
    judged = judge(Compare("employees", "<=", 500), profile({}))
    assert (judged.truth, judged.missing, judged.doubted) == (Truth.UNKNOWN, ("employees",), False)
    assert truth(Not(Compare("listed", "=", True)), {}) is Truth.UNKNOWN


def test_doubt_is_told_apart_from_silence() -> None:
    assert judge(Compare("listed", "=", True), profile({"listed": None})).doubted


def test_any_and_all_name_only_what_is_missing() -> None:
    either = AnyOf((Compare("revenue_growth_pct", ">=", 5), Compare("rnd_ratio_pct", ">=", 2)))
    assert judge(either, profile({"revenue_growth_pct": 4.9})).missing == ("rnd_ratio_pct",)
    assert truth(either, {"rnd_ratio_pct": 2}) is Truth.MET
    both = All((Compare("employees", "<=", 5), Compare("patents", ">", 0)))
    assert truth(both, {"employees": 6}) is Truth.UNMET
    assert judge(both, profile({"employees": 5})).missing == ("patents",)


@pytest.mark.parametrize(
    ("place", "area", "expected"),
    [
        ("CN-64/yinchuan", "CN-64", True),
        ("CN-64", "CN-64", True),
        ("CN-64", "CN-64/yinchuan", None),
        ("CN", "CN-11", None),
        ("CN-65/urumqi", "CN-64", False),
        ("CN-640", "CN-64", False),
        ("CN-11/haidian", "CN", True),
    ],
)
def test_places_lie_in_places(place: str, area: str, expected: bool | None) -> None:
    assert lies_in(place, area) is expected


@pytest.mark.parametrize(
    ("established", "op", "value", "expected"),
    [
        ("2019", "before", "2020-01-01", "met"),
        ("2019", "before", "2019-06-01", "unknown"),
        ("2019-03", "after", "2019-02-28", "met"),
        ("2019-03-01", "before", "2019-03-01", "unmet"),
        ("2019", "=", "2019", "met"),
        ("2019", "=", "2019-03-05", "unknown"),
        ("2019", "=", "2020", "unmet"),
        ("2020-03-10", ">=", AsOf(years=-2), "met"),
        ("2020-03-09", ">=", AsOf(years=-2), "unmet"),
        ("2020-03", ">=", AsOf(years=-2), "unknown"),
    ],
)
def test_dates_known_by_year_or_month(established: str, op: str, value: str | AsOf, expected: str) -> None:
    assert truth(Compare("established", op, value), {"established": established}) == expected


@pytest.mark.parametrize(
    ("established", "expected"),
    [("2017-03-10", "met"), ("2017-03-09", "unmet"), ("2017-03-11", "met"), ("2017-03", "unknown"), ("2018", "met")],
)
def test_age_follows_from_the_day_of_establishment(established: str, expected: str) -> None:
    assert truth(Compare("age_years", "<=", 5), {"established": established}) == expected


def test_age_of_a_company_founded_on_a_leap_day() -> None:
    assert age(date(2020, 2, 29), date(2022, 2, 28)) == 2
    assert 2 < age(date(2020, 2, 29), date(2022, 3, 1)) < 3


def test_a_title_follows_from_any_named_title_and_is_missing_as_one() -> None:
    test = Compare("qualification_title", "=", True)
    assert truth(test, {"tech_sme": True}) is Truth.MET
    assert judge(test, profile({"high_tech_certified": False})).missing == ("qualification_title",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("employees", "many"),
        ("employees", True),
        ("listed", 1),
        ("size", "tiny"),
        ("established", "March"),
        ("employees", float("nan")),
        ("region", 64),
        ("employees", "120"),
    ],
)
def test_values_that_do_not_fit_are_refused(name: str, value: FactValue) -> None:
    with pytest.raises(FactValueError) as caught:
        known(CORPUS.vocabulary.facts[name], value)
    assert caught.value.fact == name


def test_unknown_facts_are_refused() -> None:
    with pytest.raises(UnknownFactError):
        profile({"headcount": 5})


# --- amounts


def test_a_sum_shows_its_figures_and_names_what_is_missing() -> None:
    formula = Sum("mul", (FactRef("loan_amount_cny"), Pct(FactRef("loan_rate_pct")), Number(Decimal("0.5"))))
    found = compute(formula, profile({"loan_amount_cny": 20_000_000, "loan_rate_pct": 5.2}))
    assert (found.value, found.text) == (Decimal(520_000), "20,000,000 × 5.2% × 50%")
    assert compute(formula, profile({"loan_amount_cny": 1})).missing == ("loan_rate_pct",)


def test_a_case_with_an_unknown_condition_stays_open() -> None:
    case = Case(((Compare("employees", "<=", 500), Number(Decimal(1))), (None, Number(Decimal(2)))))
    assert compute(case, profile({})).missing == ("employees",)
    assert compute(case, profile({"employees": 501})).value == 2


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2019-08-19", None),
        ("2019-08-20", "4.25"),
        ("2021-12-19", "3.85"),
        ("2021-12-20", "3.80"),
        ("2025-05-20", "3.00"),
        ("2025-11-20", "3.00"),
        ("2025-11-21", None),
        ("2026-11-22", None),
    ],
)
def test_lpr_is_known_between_its_first_row_and_its_last_known_day(day: str, rate: str | None) -> None:
    found = at(CORPUS.vocabulary.parameters["lpr-1y"], date.fromisoformat(day))
    assert (None if found is None else str(found)) == rate


@pytest.mark.parametrize(
    ("facts", "text", "missing"),
    [
        ({"loan_date": "2021-07-15"}, "3.85", ()),
        ({"loan_date": "2021-07"}, "3.85", ()),  # one rate all month
        ({"loan_date": "2021"}, "", ("lpr_1y_pct",)),  # it changed in December
        ({}, "", ("loan_date",)),
        ({"loan_date": "2026-01-05"}, "", ("lpr_1y_pct",)),
        ({"loan_date": "2026-01-05", "lpr_1y_pct": 3}, "3", ()),
        ({"lpr_1y_pct": 3.85}, "3.85", ()),
        ({"loan_date": "2021-07-15", "lpr_1y_pct": 9}, "3.85", ()),  # the published rate stands
    ],
)
def test_lpr_at_drawdown(facts: Facts, text: str, missing: tuple[str, ...]) -> None:
    found = compute(ParamRef("lpr-1y", FactRef("loan_date")), profile(facts))
    assert (found.text, found.missing) == (text, missing)


def test_ceilings_are_cut_to_fen() -> None:
    assert to_cents(Decimal("10.129")) == Decimal("10.12")
    assert to_cents(Decimal("10.00")) == 10
    assert figures(Decimal("1234567.50")) == "1,234,567.5"


@given(st.integers(0, 10**12), st.integers(0, 10**6))
def test_a_fee_subsidy_never_exceeds_its_share_nor_its_cap(fee: int, fen: int) -> None:
    paid = fee + fen / 10**6
    outcome = evaluate(SUBSIDY, CORPUS, {**FIRM, "guarantee_fee_cny": paid}, DAY)
    amount = next(one.amount for one in outcome.benefits if one.benefit.id == "guarantee-fee")
    assert amount is not None
    assert amount <= min(Decimal(500_000), Decimal(str(paid)) * Decimal("0.8"))


# --- whole articles


def test_the_last_day_is_still_valid_and_the_day_after_is_not() -> None:
    from dataclasses import replace

    from policies.types import Validity

    last = date(2022, 12, 31)
    article = replace(WHO, validity=Validity(date(2022, 1, 1), last))
    assert evaluate(article, CORPUS, FIRM, last).verdict is Verdict.LIKELY
    assert evaluate(article, CORPUS, FIRM, last + timedelta(days=1)).verdict is Verdict.EXPIRED
    assert evaluate(article, CORPUS, FIRM, date(2022, 1, 1)).verdict is Verdict.LIKELY
    assert evaluate(article, CORPUS, FIRM, date(2021, 12, 31)).verdict is Verdict.NOT_YET


def test_what_is_required_carries_the_verdict() -> None:
    outcome = evaluate(SUBSIDY, CORPUS, {**FIRM, "premium_cny": 10_000, "serious_dishonesty": True}, DAY)
    assert (outcome.verdict, outcome.unmet) == (Verdict.INELIGIBLE, ("clean-record",))


def test_silent_declarations_leave_likely_and_doubted_ones_unknown() -> None:
    assert evaluate(WHO, CORPUS, FIRM, DAY).verdict is Verdict.LIKELY
    doubted = evaluate(WHO, CORPUS, {**FIRM, "other_regional_funding": None}, DAY)
    assert (doubted.verdict, doubted.missing) == (Verdict.UNKNOWN, ("other_regional_funding",))


def test_what_excludes_one_another_is_not_added_up() -> None:
    both = {**FIRM, "guarantee_fee_cny": 100_000, "valuation_fee_cny": 10_000, "loan_security": "ip"}
    loan = {"loan_amount_cny": 5_000_000, "loan_date": "2021-07-15"}
    outcome = evaluate(SUBSIDY, CORPUS, both | loan, DAY)
    assert outcome.total == 192_500 + 9_000  # the pledge loan beats the guarantee fee of 80,000


def test_premium_and_interest_exclude_each_other_only_under_loan_insurance() -> None:
    facts = {
        **FIRM,
        "premium_cny": 100_000,
        "loan_security": "ip",
        "loan_amount_cny": 1_000_000,
        "loan_date": "2021-07-15",
    }
    assert evaluate(SUBSIDY, CORPUS, facts | {"loan_insured": False}, DAY).total == 88_500
    assert evaluate(SUBSIDY, CORPUS, facts | {"loan_insured": True}, DAY).total == 50_000
    assert evaluate(SUBSIDY, CORPUS, facts, DAY).total == 50_000  # unknown: taken as excluded


LOAN: dict[str, FactValue] = {
    "region": "CN-11/haidian",
    "size": "small",
    "loan_amount_cny": 3_000_000,
    "loan_date": "2014-01",
    "loan_security": "none",
    "loan_repaid": True,
    "lender_in_district": True,
}
"""A loan as Haidian's plan of 2013 wants it; interest back: 90,000 yuan."""


@pytest.mark.parametrize(
    ("change", "verdict", "unmet", "missing"),
    [
        ({}, "likely", (), ()),
        ({"loan_security": "property"}, "ineligible", ("security",), ()),
        ({"loan_security": "property", "loan_bonded": True}, "likely", (), ()),
        ({"loan_repaid": False, "lender_in_district": False}, "ineligible", ("lender", "repaid"), ()),
        ({"loan_repaid": None}, "unknown", (), ("loan_repaid",)),
        ({"loan_overdue": True}, "ineligible", ("on-time",), ()),
        ({"loan_overdue": None}, "unknown", (), ("loan_overdue",)),
        ({"loan_repaid": False, "credit_report_fee_cny": 600}, "likely", (), ()),
        ({"size": "large"}, "ineligible", ("sme",), ()),
    ],
)
def test_a_benefit_has_conditions_of_its_own(
    change: Facts, verdict: str, unmet: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    facts: dict[str, FactValue] = {**LOAN, **change}
    outcome = evaluate(CORPUS.articles["hd-haifan-2013/1.3"], CORPUS, facts, date(2015, 2, 10))
    assert (outcome.verdict, outcome.unmet, outcome.missing) == (verdict, unmet, missing)
    named = [one.condition.id for one in outcome.conditions if one.truth is Truth.UNMET]
    assert named == list(unmet)  # so that whoever asks why is told the reason, not that some case does not apply


@given(
    st.dictionaries(st.sampled_from(sorted(LOAN | FIRM)), st.none(), max_size=3),
    st.sampled_from(
        [("established", "2016-03"), ("loan_insured", True), ("employees", 700), ("loan_kind", "personal")]
    ),
)
def test_one_fact_told_is_as_if_it_had_always_been_told(doubted: dict[str, None], more: tuple[str, FactValue]) -> None:
    told, names = {**LOAN, **FIRM, **doubted}, list(CORPUS.vocabulary.facts)
    before = profile(told)
    worked_out = [before.get(name) for name in names]
    after, afresh = before.told(*more), profile({**told, more[0]: more[1]})
    assert [after.get(name) for name in names] == [afresh.get(name) for name in names]
    assert [before.get(name) for name in names] == worked_out


def test_everything_together_is_capped_a_year() -> None:
    facts = {**FIRM, "achievement_project": True, "loan_amount_cny": 40_000_000, "loan_date": "2021-07-15"}
    facts |= {"valuation_fee_cny": 300_000}
    assert evaluate(SUBSIDY, CORPUS, facts, DAY).total == 1_000_000


_FACTS = {
    "region": st.sampled_from(["CN", "CN-64", "CN-64/yinchuan", "CN-65", None]),
    "high_tech_certified": st.sampled_from([True, False, None]),
    "revenue_growth_pct": st.sampled_from([-1, 4.9, 5, 30, None]),
    "rnd_ratio_pct": st.sampled_from([0, 1.9, 2, None]),
    "partner_institution": st.sampled_from([True, False, None]),
    "loan_kind": st.sampled_from(["bank", "entrusted", "personal", None]),
    "serious_dishonesty": st.sampled_from([True, False, None]),
}
_SOME = st.fixed_dictionaries({}, optional=_FACTS)


@given(_SOME, st.sampled_from(sorted(_FACTS)))
def test_learning_a_fact_never_turns_a_settled_verdict(facts: Facts, name: str) -> None:
    """What is settled without a fact does not depend on it: nothing was assumed about what is unknown."""
    without = {key: value for key, value in facts.items() if key != name}
    before = evaluate(WHO, CORPUS, without, DAY).verdict
    if name in facts and before in (Verdict.ELIGIBLE, Verdict.INELIGIBLE):
        assert evaluate(WHO, CORPUS, facts, DAY).verdict in (before, Verdict.INELIGIBLE)
        if before is Verdict.INELIGIBLE:
            assert evaluate(WHO, CORPUS, facts, DAY).verdict is Verdict.INELIGIBLE


@given(_SOME)
def test_nothing_decisive_is_open_where_an_article_looks_eligible(facts: Facts) -> None:
    outcome = evaluate(WHO, CORPUS, facts, DAY)
    if outcome.verdict in (Verdict.ELIGIBLE, Verdict.LIKELY):
        decisive = [c for c in outcome.conditions if c.condition.weight == "decisive"]
        assert all(c.truth is Truth.MET for c in decisive)
        assert not outcome.missing
        assert facts.get("region") is not None


@pytest.mark.parametrize("article", CORPUS.articles.values(), ids=lambda one: one.id)
def test_without_a_word_nobody_is_eligible(article: object) -> None:
    from policies.types import Article

    assert isinstance(article, Article)
    outcome = evaluate(article, CORPUS, {}, date(2026, 11, 22))
    assert outcome.verdict not in (Verdict.ELIGIBLE, Verdict.INELIGIBLE)
    decided = (Verdict.ELIGIBLE, Verdict.LIKELY)
    assert not any(one.verdict(outcome.verdict) in decided for one in outcome.benefits if one.missing)


def test_a_benefit_that_was_spoken_of_and_refused_outweighs_those_nobody_spoke_of() -> None:
    article = CORPUS.articles["hd-haifan-2013/4.3"]
    said: dict[str, FactValue] = {"region": "CN-11/haidian", "size": "small", "tech_transfer_paid_cny": 900_000}
    day = date(2014, 11, 5)
    assert evaluate(article, CORPUS, {**said, "small_batch_stage": True}, day).verdict is Verdict.LIKELY
    assert evaluate(article, CORPUS, {**said, "small_batch_stage": False}, day).verdict is Verdict.INELIGIBLE
    assert evaluate(article, CORPUS, said, day).verdict is Verdict.UNKNOWN
    also = {**said, "small_batch_stage": False, "patent_purchase_cny": 1_000_000}
    assert evaluate(article, CORPUS, also, day).verdict is Verdict.UNKNOWN


def test_a_number_is_reckoned_from_others_where_it_was_not_stated() -> None:
    facts: dict[str, FactValue] = {"annual_revenue_cny": 45_000_000, "rnd_spending_cny": 900_000, "employees": 200}
    assert profile(facts).number("rnd_ratio_pct") == 2
    assert profile({**facts, "rnd_ratio_pct": 3}).number("rnd_ratio_pct") == 3
    assert profile({**facts, "rnd_staff": 20}).number("rnd_staff_pct") == 10
    assert profile({**facts, "previous_revenue_cny": 40_000_000}).number("revenue_growth_pct") == Decimal("12.5")
    assert profile({"rnd_spending_cny": 900_000}).number("rnd_ratio_pct") is None
    assert profile({**facts, "previous_revenue_cny": 0}).number("revenue_growth_pct") is None


def test_interest_that_was_paid_stands_for_what_would_be_reckoned() -> None:
    paid: dict[str, FactValue] = {
        **FIRM, "employees": 65, "annual_revenue_cny": 48_000_000, "total_assets_cny": 50_000_000,
        "loan_security": "none", "interest_paid_cny": 214_000,
    }  # fmt: skip
    sums = {one.benefit.id: one.amount for one in evaluate(SUBSIDY, CORPUS, paid, DAY).benefits}
    assert sums["loan-interest"] == 107_000
