"""What the law says of one receivable: JOURNEYS (b) and (c), then each rule on its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger import law
from ledger.law import LawView, interest, reasons
from ledger.state import Receivable
from tests.ledger.factories import Side, World, asking, hex64, make_terms, make_uscc, ms, receiving, totals


def day(text: str) -> date:
    return date.fromisoformat(text)


def codes(found: law.Dated) -> list[str]:
    return [reason.code for reason in found.because]


def all_codes(view: LawView) -> set[str]:
    parts = [view.contract_due, view.statutory_due, view.due, view.duty, *([view.latest] if view.latest else [])]
    found = {reason.code for part in parts for reason in part.because}
    return found | ({reason.code for reason in view.interest.because} if view.interest else set())


class Case:
    """One receivable between a supplier and a payer, looked at on a day."""

    def __init__(self, payer: dict[str, Any] | None = None, supplier: dict[str, Any] | None = None) -> None:
        self.world = World(start="2026-09-01 10:00")
        self.supplier = self.world.supplier(**(supplier or {}))
        self.payer: Side = self.world.payer(**(payer or {}))

    def claim(self, amount: int = 80_000_000, **terms: Any) -> Receivable:
        return self.world.receivable(self.world.register(self.supplier.owner, self.payer.party, amount, terms=terms))

    def look(self, receivable: Receivable, on: str, *, enrolled: bool = True) -> LawView:
        supplier = self.world.enterprise_of(self.supplier.party)
        payer = self.world.enterprise_of(self.payer.party) if enrolled else None
        return law.view(receivable, supplier, payer, day(on))


def test_journey_b_a_large_payer_and_a_longer_term() -> None:
    case = Case()
    claim = case.claim()
    view = case.look(claim, "2026-11-22")
    assert view.contract_due.date == day("2027-02-17")
    assert view.contract_due.provisional
    assert view.statutory_due.date == day("2026-12-21")
    assert not view.statutory_due.provisional
    assert view.statutory_due.article == "cn-sme-payment-2025/9"
    assert codes(view.statutory_due) == [
        "payer-large",
        "supplier-sme",
        "notice-given",
        "contract-on",
        "statutory-term",
        "from-delivery",
        "moved",
    ]
    assert view.due.date == day("2027-02-17")
    assert codes(view.due)[-1] == "longer-must-be-reasonable"
    assert codes(view.duty) == ["not-requested"]
    assert (view.overdue_days, view.interest) == (0, None)

    case.world.now = ms("2026-11-22 10:00")
    case.world.submit("request", case.supplier.owner, asking(claim.id))
    duty = case.look(claim, "2026-11-22").duty
    assert duty.date == day("2026-12-22")
    assert duty.article == "cn-sme-payment-2025/16"
    assert {"requested-on", "purpose-financing", "payer-large", "duty"} <= set(codes(duty))


def journey_c() -> tuple[Case, Receivable]:
    case = Case(payer={"kind": "department", "state_owned": False})
    case.world.now = ms("2026-10-12 09:00")
    claim = case.claim(125_000_000, delivered_on="2026-09-21", term_days=None, sme_notice=None)
    case.world.submit("request", case.supplier.owner, asking(claim.id))
    return case, claim


def test_journey_c_a_silent_department() -> None:
    case, claim = journey_c()
    view = case.look(claim, "2026-11-12")
    assert view.duty.date == day("2026-11-11")
    assert view.duty_late_days == 1
    assert view.due.date == day("2026-10-21")
    assert view.due.missing == ("sme_notice",)
    assert codes(view.due)[-1] == "no-contract-term"
    assert view.overdue_days == 22
    assert view.interest is not None
    assert (view.interest.fen, view.interest.daily_fen) == (1_375_000, 62_500)
    assert (view.interest.basis, view.interest.version) == ("statutory", "2025-06-01")
    assert view.interest.article == "cn-sme-payment-2025/17"
    assert view.interest.segments == (law.Segment(day("2026-10-21"), day("2026-11-12"), 22, 125_000_000, 1_375_000),)


def test_a_query_does_not_suspend_the_duty_and_a_decision_ends_its_lateness() -> None:
    case, claim = journey_c()
    case.world.submit("query", case.payer.maker, {"receivable": claim.id, "question": hex64("why")})
    assert case.look(claim, "2026-11-12").duty_late_days == 1
    case.world.submit("confirm", case.payer.maker, totals(claim.id, 125_000_000))
    assert case.look(claim, "2026-11-12").duty_late_days == 0


def test_the_duty_needs_financing() -> None:
    case = Case()
    claim = case.claim()
    case.world.submit("request", case.supplier.owner, asking(claim.id, purpose="books"))
    duty = case.look(claim, "2026-11-22").duty
    assert duty.date is None
    assert codes(duty) == ["requested-on", "purpose-books"]
    assert duty.missing == ()


@pytest.mark.parametrize(
    ("requested", "purpose", "found", "missing", "last"),
    [
        ("2026-11-22", "financing", "2026-12-22", (), "duty"),
        ("2025-05-31", "financing", None, ("security",), "notice-given"),
        ("2020-08-31", "financing", None, (), "before-law"),
        ("2026-11-22", "books", None, (), "purpose-books"),
    ],
)
def test_the_day_of_the_request_picks_the_text_of_the_duty(
    requested: str, purpose: str, found: str | None, missing: tuple[str, ...], last: str
) -> None:
    case = Case()
    world = case.world
    supplier, payer = world.enterprise_of(case.supplier.party), world.enterprise_of(case.payer.party)
    duty = law.duty(make_terms(contract_on="2020-01-10"), supplier, payer, day(requested), purpose)
    assert duty.date == (day(found) if found else None)
    assert duty.missing == missing
    assert codes(duty)[-1] == last


def test_service_outside_starts_the_duty_of_a_payer_that_is_not_enrolled_but_its_kind_is_missing() -> None:
    case = Case()
    world = case.world
    world.now = ms("2026-10-15 10:00")
    claim = world.receivable(
        world.register(case.supplier.owner, None, 1_000, name=hex64("district"), uscc=make_uscc(900))
    )
    service = {"on": "2026-10-12", "proof": hex64("courier")}
    world.submit("request", case.supplier.owner, asking(claim.id, service=service))
    view = case.look(claim, "2026-11-12", enrolled=False)
    assert law.requested_on(claim) == day("2026-10-12")
    assert view.duty.date is None
    assert view.duty.missing == ("payer_kind",)
    assert view.statutory_due.missing == ("payer_kind",)
    assert view.due.date == day("2027-02-17")
    assert view.due.missing == ("payer_kind",)
    assert codes(view.duty)[0] == "served-on"


@pytest.mark.parametrize(
    ("payer", "supplier", "terms", "date_", "missing", "code"),
    [
        ({}, {}, {}, "2026-12-21", (), "payer-large"),
        ({"kind": "institution", "size": "small"}, {}, {}, "2026-11-19", (), "payer-institution"),
        ({"size": "medium"}, {}, {}, None, (), "payer-not-covered"),
        ({}, {"size": "large"}, {}, None, (), "supplier-not-sme"),
        # An enrolled size younger than the contract does not tell of the contract's day.
        ({"size_since": "2026-09-02"}, {}, {"payer_size": None}, None, ("payer_size",), "supplier-sme"),
        ({"size_since": "2026-09-02"}, {}, {"payer_size": "medium"}, None, (), "payer-not-covered"),
        ({"size_since": "2026-09-02"}, {}, {"payer_size": "large"}, "2026-12-21", (), "payer-large"),
        ({}, {"size_since": "2026-09-02"}, {"supplier_size": None}, None, ("supplier_size",), "payer-large"),
        ({}, {"size_since": "2026-09-02"}, {"supplier_size": "micro"}, "2026-12-21", (), "supplier-sme"),
        ({}, {}, {"sme_notice": None}, "2026-12-21", ("sme_notice",), "payer-large"),
        ({}, {}, {"sme_notice": "not-given"}, "2026-12-21", (), "notice-not-given"),
        ({}, {}, {"delivered_on": None}, None, ("delivered_on",), "statutory-term"),
    ],
)
def test_the_regulation_applies_because_or_a_fact_is_missing(
    payer: dict[str, Any],
    supplier: dict[str, Any],
    terms: dict[str, Any],
    date_: str | None,
    missing: tuple[str, ...],
    code: str,
) -> None:
    case = Case(payer, supplier)
    found = case.look(case.claim(**terms), "2026-11-22").statutory_due
    assert found.date == (day(date_) if date_ else None)
    assert found.missing == missing
    assert code in codes(found)


@pytest.mark.parametrize(
    ("payer", "terms", "due", "last"),
    [
        # Departments: the contract up to 60 days, then 60.
        ({"kind": "department"}, {"term_days": 45}, "2026-12-04", "from-delivery"),
        ({"kind": "department"}, {"term_days": 90}, "2026-12-21", "moved"),
        ({"kind": "department"}, {"term_days": None}, "2026-11-19", "no-contract-term"),
        ({"kind": "department"}, {"due_on": "2027-03-31"}, "2026-12-21", "moved"),
        # A day that the contract names is no period: it does not move.
        ({"kind": "department"}, {"due_on": "2026-12-19"}, "2026-12-19", "contract-day"),
        # Large enterprises under the 2025 text.
        ({}, {"term_days": 30}, "2026-11-19", "from-delivery"),
        ({}, {"term_days": None}, "2026-12-21", "no-contract-term"),
        ({}, {"delivered_on": None}, None, "contract-term"),
        # Under the 2020 text only what was reasonably agreed.
        ({}, {"contract_on": "2025-05-31", "term_days": None}, None, "no-contract-term"),
        ({}, {"contract_on": "2025-05-31", "term_days": 90}, "2027-01-18", "from-delivery"),
        ({"kind": "department"}, {"contract_on": "2025-05-31", "term_days": None}, "2026-11-19", "no-contract-term"),
        # Before the regulation, and where it does not apply: the contract alone.
        ({}, {"contract_on": "2020-08-31"}, "2027-02-17", "from-delivery"),
        ({"size": "small"}, {}, "2027-02-17", "from-delivery"),
        ({"size": "small"}, {"term_days": None}, None, "no-contract-term"),
    ],
)
def test_the_day_that_binds(payer: dict[str, Any], terms: dict[str, Any], due: str | None, last: str) -> None:
    case = Case(payer)
    found = case.look(case.claim(**terms), "2026-11-22").due
    assert found.date == (day(due) if due else None)
    assert codes(found)[-1] == last
    if found.date is None:
        assert found.missing


def test_a_registration_is_looked_at_before_it_is_signed() -> None:
    case = Case()
    body = case.world.claim(case.payer.party, 80_000_000)
    supplier, payer = case.world.enterprise_of(case.supplier.party), case.world.enterprise_of(case.payer.party)
    view = law.preview(body, supplier, payer, day("2026-11-22"))
    assert (view.contract_due.date, view.statutory_due.date) == (day("2027-02-17"), day("2026-12-21"))
    assert codes(law.preview(body, supplier, None, day("2026-11-22")).statutory_due)[-1] == "contract-on"


def late(rate_ppm: int | None, contract_on: str = "2025-07-01", payer: dict[str, Any] | None = None) -> LawView:
    case = Case(payer)
    return case.look(case.claim(contract_on=contract_on, due_on="2026-10-21", rate_ppm=rate_ppm), "2026-11-12")


def test_an_agreed_rate_holds_above_the_floor() -> None:
    found = late(42_000).interest
    assert found is not None
    assert (found.basis, found.rate.ppm, found.missing) == ("agreed", 42_000, ())
    assert found.fen == round(80_000_000 * 42_000 * 22 / 365 / 1_000_000) == 202_521


def test_an_agreed_rate_below_the_lpr_of_the_contract_is_raised_to_it() -> None:
    found = late(10_000).interest
    assert found is not None
    assert (found.basis, found.rate.ppm) == ("lpr", 30_000)
    assert found.because[-1] == reasons.reason("rate-raised-to-lpr", agreed_ppm=10_000, lpr_ppm=30_000)


def test_beyond_the_known_rates_the_floor_is_a_missing_fact_and_the_sum_the_least() -> None:
    found = late(10_000, contract_on="2026-09-01").interest
    assert found is not None
    assert (found.basis, found.rate.ppm, found.missing) == ("agreed", 10_000, ("lpr",))


def test_where_the_regulation_does_not_apply_only_an_agreed_rate_bears_interest() -> None:
    small = {"size": "small"}
    assert late(None, payer=small).interest is None
    found = late(10_000, payer=small).interest
    assert found is not None
    assert (found.basis, found.article) == ("agreed", "")


def test_where_a_fact_is_missing_there_is_no_statutory_interest() -> None:
    case = Case()
    claim = case.claim(due_on="2026-10-21")
    view = case.look(claim, "2026-11-12", enrolled=False)
    assert view.overdue_days == 22
    assert (view.interest, view.interest_missing) == (None, ("payer_kind",))


def test_interest_runs_on_what_is_outstanding_from_day_to_day() -> None:
    case = Case()
    world = case.world
    world.now = ms("2026-11-11 10:00")
    claim = world.receivable(
        world.register(
            case.supplier.owner, None, 100_000_000, name=hex64("x"), terms={"due_on": "2026-10-21", "rate_ppm": 36_500}
        )
    )
    world.submit("receive", case.supplier.owner, receiving(claim.id, None, 40_000_000, "2026-10-31"))
    world.submit("receive", case.supplier.owner, receiving(claim.id, None, 10_000_000, "2026-10-20"))
    found = case.look(claim, "2026-11-10", enrolled=False).interest
    assert found is not None
    assert [(part.days, part.base, part.fen) for part in found.segments] == [
        (10, 90_000_000, 90_000),
        (10, 50_000_000, 50_000),
    ]
    assert (found.fen, found.daily_fen) == (140_000, 5_000)
    earlier = case.look(claim, "2026-10-25", enrolled=False).interest
    assert earlier is not None
    assert earlier.fen == 4 * 9_000


def test_the_undisputed_part_is_late_on_its_own() -> None:
    case, claim = journey_c()
    case.world.submit("dispute", case.payer.maker, totals(claim.id, disputed=25_000_000))
    view = case.look(claim, "2026-11-12")
    assert (view.undisputed, view.disputed) == (100_000_000, 25_000_000)
    assert view.interest is not None
    assert (view.interest.fen, view.interest.disputed_fen) == (1_100_000, 275_000)
    assert view.interest.because[-1] == reasons.reason("disputed-apart", fen=25_000_000)


def test_nothing_is_late_once_it_is_settled_rejected_or_withdrawn() -> None:
    case, claim = journey_c()
    case.world.submit("reject", case.payer.maker, totals(claim.id, rejected=125_000_000))
    view = case.look(claim, "2026-11-12")
    assert (view.overdue_days, view.interest, view.duty_late_days) == (0, None, 0)
    case, claim = journey_c()
    case.world.submit("withdraw", case.supplier.owner, {"receivable": claim.id})
    view = case.look(claim, "2026-11-12")
    assert (view.overdue_days, view.interest, view.duty_late_days) == (0, None, 0)


def test_each_segment_is_rounded_half_up_and_the_table_adds_up() -> None:
    rate = interest.Rate("statutory", 500, 1)
    assert rate.fen(1_000, 1) == 1  # 0.5 fen
    assert rate.fen(999, 1) == 0
    parts = interest.segments(1_000, day("2026-01-01"), day("2026-01-03"), [(day("2026-01-02"), 0)], rate)
    assert [part.fen for part in parts] == [1, 1]


def test_reasons_shown_are_reasons_listed() -> None:
    case, claim = journey_c()
    assert all_codes(case.look(claim, "2026-11-12")) <= set(reasons.REASONS)
