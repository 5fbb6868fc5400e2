"""Dates that lie on an edge, facts that are not there, money that comes late: nothing is guessed, nothing vanishes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import law
from ledger.law import LawView, calendar, clock, interest
from ledger.state import Receivable
from tests.ledger.factories import World, asking, hex64, make_terms, ms, paying, receiving, totals


def day(text: str) -> date:
    return date.fromisoformat(text)


class Case:
    """A claim of 1,000,000.00 on a payer that was due on Wednesday 2026-10-21."""

    def __init__(self, kind: str = "department", **terms: Any) -> None:
        self.world = world = World(start="2026-12-01 10:00")
        self.yinhe, self.helan = world.supplier(), world.payer(kind=kind)
        terms = {"delivered_on": "2026-09-21", "term_days": None, **terms}
        claim = world.requested(self.yinhe.owner, self.helan.party, 100_000_000, terms=terms)
        self.claim: Receivable = world.receivable(claim)

    def come(self, amount: int, on: str, over: int = 0) -> None:
        pay = paying(self.claim.id, self.yinhe.party, amount, over, paid_on=on)
        report = self.world.submit("pay", self.helan.maker, pay).hash
        self.world.submit("receive", self.yinhe.owner, receiving(self.claim.id, report, amount + over, on))

    def look(self, on: str) -> LawView:
        supplier, payer = (self.world.enterprise_of(side.party) for side in (self.yinhe, self.helan))
        return law.view(self.claim, supplier, payer, day(on))


# Paid late is late.


def test_interest_stays_when_the_money_has_come_late() -> None:
    case = Case()
    case.come(100_000_000, "2026-11-12")
    view = case.look("2026-12-01")
    assert (view.overdue_days, view.undisputed) == (0, 0)
    assert view.interest is not None
    assert (view.interest.fen, view.interest.daily_fen) == (22 * 50_000, 0)
    assert view.interest.segments == (law.Segment(day("2026-10-21"), day("2026-11-12"), 22, 100_000_000, 1_100_000),)


@pytest.mark.parametrize("on", ["2026-10-21", "2026-10-01", "2026-09-01"])
def test_money_that_came_by_the_day_bears_nothing(on: str) -> None:
    case = Case()
    case.come(100_000_000, on)
    view = case.look("2026-12-01")
    assert (view.overdue_days, view.interest, view.interest_missing) == (0, None, ())


def test_a_part_that_came_late_and_a_rest_that_was_rejected() -> None:
    case = Case()
    case.come(40_000_000, "2026-10-22")
    case.world.submit("reject", case.helan.maker, totals(case.claim.id, rejected=60_000_000))
    found = case.look("2026-12-01").interest
    assert found is not None
    assert (found.fen, found.daily_fen) == (20_000, 0)  # one day on what is owed


def test_what_came_beyond_the_claim_lowers_no_interest() -> None:
    case = Case()
    case.come(100_000_000, "2026-10-31", over=900_000_000)
    found = case.look("2026-12-01").interest
    assert found is not None
    assert found.fen == 10 * 50_000


def test_parts_that_came_on_several_days_and_twice_on_one() -> None:
    case = Case()
    for amount, on in (
        (10_000_000, "2026-10-31"),
        (1, "2026-11-05"),
        (20_000_000, "2026-10-31"),
        (9_999_999, "2026-10-20"),
    ):
        case.come(amount, on)
    view = case.look("2026-11-12")
    assert view.interest is not None
    assert [(part.days, part.base) for part in view.interest.segments] == [
        (10, 90_000_001), (5, 60_000_001), (7, 60_000_000),
    ]  # fmt: skip
    assert view.interest.fen == sum(part.fen for part in view.interest.segments)
    assert sum(part.days for part in view.interest.segments) == view.overdue_days == 22
    assert case.look("2026-10-21").interest is None
    first = case.look("2026-10-22").interest
    assert first is not None
    assert first.fen == 45_000  # 45,000.0005 on one day


@given(
    st.integers(1, 10**13),
    st.lists(st.tuples(st.integers(-40, 400), st.integers(1, 10**13)), max_size=6),
    st.integers(0, 400),
    st.integers(0, 10_000_000),
)
@settings(max_examples=300)
def test_segments_are_whole_fen_over_all_days_late(base: int, paid: list[tuple[int, int]], late: int, ppm: int) -> None:
    due = day("2024-02-20")
    rate = interest.Rate("agreed", ppm, 365)
    money = [(due + timedelta(days=after), amount) for after, amount in paid]
    parts = interest.segments(base, due, due + timedelta(days=late), money, rate)
    for before, after in pairwise(parts):
        assert before.until == after.since
        assert before.base > after.base
    for part in parts:
        left = base - sum(amount for on, amount in money if on <= part.since)
        assert (part.base, part.days) == (left, (part.until - part.since).days)
        assert part.days > 0
        assert abs(part.fen * 365_000_000 - part.base * part.days * ppm) * 2 <= 365_000_000


# Acceptance.


def accepting(accepted_on: str | None, deadline_on: str | None, delivered_on: str | None) -> dict[str, Any]:
    agreed = {"agreed": True, "accepted_on": accepted_on, "deadline_on": deadline_on}
    return make_terms(acceptance=agreed, delivered_on=delivered_on)


@pytest.mark.parametrize(
    ("accepted", "deadline", "delivered", "start", "missing"),
    [
        # The payer let the agreed time pass.
        (None, "2026-11-20", "2026-11-20", "2026-11-20", ()),
        ("2026-11-21", "2026-11-20", "2026-11-01", "2026-11-20", ()),
        ("2026-11-20", "2026-11-20", "2026-11-01", "2026-11-20", ()),
        # The supplier did: delivered behind the day agreed for acceptance.
        (None, "2026-11-20", "2026-11-21", None, ("accepted_on",)),
        ("2026-11-21", "2026-11-20", "2026-11-21", "2026-11-21", ()),
        # Nothing says that there was anything to accept.
        (None, "2026-11-20", None, None, ("delivered_on",)),
        ("2026-11-21", "2026-11-20", None, None, ("delivered_on",)),
        ("2026-11-19", "2026-11-20", None, "2026-11-19", ()),
        # The last day itself is still in time.
        (None, "2026-11-22", "2026-11-01", None, ("accepted_on",)),
        (None, "2026-11-21", "2026-11-01", "2026-11-21", ()),
    ],
)
def test_nobody_stalls_the_acceptance_of_what_was_not_delivered(
    accepted: str | None, deadline: str, delivered: str | None, start: str | None, missing: tuple[str, ...]
) -> None:
    found = clock.start(accepting(accepted, deadline, delivered), day("2026-11-22"))
    assert (found.day, found.missing) == (day(start) if start else None, missing)


def test_the_settlement_counts_before_and_after_acceptance() -> None:
    for settled in ("2026-10-01", "2026-11-30"):
        terms = {**accepting("2026-11-01", "2026-10-31", "2026-10-15"), "settled_on": settled}
        assert clock.start(terms, day("2026-12-31")).day == day(settled)


# Borders of the texts, of the calendar and of terms.


@pytest.mark.parametrize(
    ("contract", "kind", "version", "date_", "missing"),
    [
        ("2020-08-31", "department", None, None, ()),
        ("2020-09-01", "department", "2020-09-01", "2026-10-21", ()),
        ("2025-05-31", "enterprise", "2020-09-01", None, ("term_days",)),
        ("2025-06-01", "enterprise", "2025-06-01", "2026-11-20", ()),
    ],
)
def test_the_contracts_day_picks_the_text(
    contract: str, kind: str, version: str | None, date_: str | None, missing: tuple[str, ...]
) -> None:
    found = Case(kind, contract_on=contract).look("2026-12-01").statutory_due
    assert (found.date, found.missing) == (day(date_) if date_ else None, missing)
    assert [r.fields["version"] for r in found.because if r.code == "contract-on"] == ([version] if version else [])


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2024-01-30", 30, "2024-02-29"),  # a leap day is a day
        ("2024-02-29", 365, "2025-02-28"),
        ("2023-01-30", 30, "2023-03-01"),
        ("2024-02-29", 0, "2024-02-29"),
        ("2026-02-14", 0, "2026-02-14"),  # a Saturday on which people work
        ("2026-02-13", 2, "2026-02-24"),  # into the Spring Festival
        ("2026-01-02", 0, "2026-01-04"),  # a Sunday on which people work, behind New Year's rest
        ("2026-12-31", 1, "2027-01-01"),  # not published yet
    ],
)
def test_ends_of_periods(start: str, days: int, end: str) -> None:
    found = calendar.period(day(start), days)
    assert (found.day, found.provisional) == (day(end), found.day.year > 2026)


def test_the_duty_is_late_from_the_day_after_and_not_before() -> None:
    case = Case()
    assert case.look("2026-12-31").duty.date == day("2026-12-31")
    assert [case.look(on).duty_late_days for on in ("2026-12-30", "2026-12-31", "2027-01-01")] == [0, 0, 1]
    case.world.submit("confirm", case.helan.maker, totals(case.claim.id, 99_999_999))
    assert case.look("2027-01-01").duty_late_days == 1  # a fen is still undecided
    case.world.submit("dispute", case.helan.maker, totals(case.claim.id, 99_999_999, 1))
    assert case.look("2027-01-01").duty_late_days == 0


def test_who_has_paid_everything_need_not_confirm_it() -> None:
    case = Case()
    case.come(99_999_999, "2026-10-01")
    assert case.look("2027-01-01").duty_late_days == 1
    case.come(1, "2026-10-01")
    assert case.look("2027-01-01").duty_late_days == 0


def test_payment_is_late_from_the_day_after_and_not_before() -> None:
    case = Case(term_days=0, delivered_on="2026-10-21")
    assert [case.look(on).overdue_days for on in ("2026-10-20", "2026-10-21", "2026-10-22")] == [0, 0, 1]


def test_a_request_late_in_the_evening_is_of_the_day_in_shanghai() -> None:
    world = World(start="2026-11-21 10:00")
    yinhe, helan = world.supplier(), world.payer()
    for now, requested in (("2026-11-21 23:59", "2026-11-21"), ("2026-11-22 00:00", "2026-11-22")):
        world.now = ms(now)
        claim = world.register(yinhe.owner, helan.party, 1)
        world.submit("request", yinhe.owner, asking(claim))
        assert law.requested_on(world.receivable(claim)) == day(requested)


def test_a_day_in_the_contract_is_not_known_to_hold_against_a_department_without_the_delivery() -> None:
    view = Case(due_on="2027-06-30", delivered_on=None).look("2026-12-01")
    assert view.due.date == day("2027-06-30")
    assert "delivered_on" in view.due.missing  # behind 60 days from it the contract does not bind


@pytest.mark.parametrize("on", ["1949-01-01", "2000-02-29", "2199-12-31", "2200-12-31"])
def test_days_beyond_the_calendar_never_crash(on: str) -> None:
    case = Case(delivered_on=on, contract_on=on, settled_on=on, term_days=365, rate_ppm=0)
    for seen in ("2026-12-01", "2300-01-01"):
        view = case.look(seen)
        assert view.contract_due.date is not None
        assert view.contract_due.provisional


def test_every_combination_of_missing_facts_gives_a_date_with_reasons_or_what_is_missing() -> None:
    world = World(start="2026-12-01 10:00")
    yinhe = world.supplier(size_since="2026-11-01")
    payers = [None, *(world.enterprise_of(world.payer(kind=kind, size_since="2026-11-01").party)
                      for kind in ("department", "institution", "enterprise"))]  # fmt: skip
    supplier = world.enterprise_of(yinhe.party)
    for bits in range(2**7):
        none = [bool(bits & 1 << n) for n in range(7)]
        terms = make_terms(
            contract_on="2025-05-31" if none[0] else "2026-09-01",
            delivered_on=None if none[1] else "2026-10-20",
            acceptance={"agreed": none[2], "accepted_on": None, "deadline_on": "2026-10-30" if none[3] else None},
            term_days=None if none[4] else 120,
            payer_size=None if none[5] else "large",
            supplier_size=None if none[6] else "small",
            sme_notice=None,
        )
        for payer in payers:
            body = world.claim(None, 1_000, name=hex64("x")) | {"terms": terms}
            view = law.preview(body, supplier, payer, day("2026-12-01"))
            for dated in (view.contract_due, view.statutory_due, view.due, *([view.latest] if view.latest else [])):
                assert dated.date is not None or dated.missing
                assert dated.date is None or dated.because
                assert set(dated.missing) <= set(law.MISSING)
