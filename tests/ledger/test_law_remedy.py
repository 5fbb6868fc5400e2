"""The clocks of a complaint, the limitation and what interrupts it, and late interest of the parts of a split."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger import law
from ledger.claims import Complaint
from ledger.law import Dated
from ledger.state import Receivable
from tests.ledger.deals import Deal, part
from tests.ledger.factories import hex64, ms, paying, receiving, totals


def codes(dated: Dated) -> list[str]:
    return [reason.code for reason in dated.because]


# Complaints (2025 art. 25).


def complaint(filed: str = "2026-03-02", **days: str) -> Complaint:
    return Complaint("hash", 1, "arrears", 100, False, filed, **days)


def test_a_complaint_is_passed_on_within_ten_working_days() -> None:
    # Accepted on Tuesday 3 March 2026: 4, 5, 6, 9–13, 16, 17 March are the ten working days.
    clocks = law.complaint_clocks(complaint(accepted_on="2026-03-03"), date(2026, 3, 20))
    assert clocks.pass_on.due.date == date(2026, 3, 17)
    assert (clocks.pass_on.done, clocks.pass_on.late_days) == (None, 3)
    assert codes(clocks.pass_on.due) == ["complaint-filed", "complaint-accepted", "pass-on-term"]
    assert (clocks.pass_on.due.article, clocks.pass_on.due.provisional) == ("cn-sme-payment-2025/25", False)
    assert clocks.result.due.missing == ("complaint_received_on",)
    assert (clocks.result.due.date, clocks.result.late_days) == (None, 0)


def test_the_working_days_skip_holidays_and_count_make_up_days() -> None:
    # The Spring Festival of 2026 rests from 15 to 23 February; Saturdays 14 and 28 February are worked.
    clocks = law.complaint_clocks(complaint("2026-02-09", accepted_on="2026-02-10"), date(2026, 3, 1))
    assert clocks.pass_on.due.date == date(2026, 3, 2)


def test_the_result_comes_within_thirty_days_and_at_most_ninety() -> None:
    found = complaint(accepted_on="2026-03-03", passed_on="2026-03-18", received_on="2026-03-19")
    clocks = law.complaint_clocks(found, date(2026, 6, 20))
    assert (clocks.pass_on.done, clocks.pass_on.late_days) == (date(2026, 3, 18), 1)
    assert clocks.result.due.date == date(2026, 4, 20)  # 18 April is a Saturday
    assert codes(clocks.result.due)[-1] == "moved"
    assert clocks.latest.due.date == date(2026, 6, 17)
    assert (clocks.result.late_days, clocks.latest.late_days) == (61, 3)
    found.answered_on = "2026-04-25"
    clocks = law.complaint_clocks(found, date(2026, 6, 20))
    assert (clocks.result.done, clocks.result.late_days, clocks.latest.late_days) == (date(2026, 4, 25), 5, 0)


def test_who_received_it_was_passed_it() -> None:
    found = complaint(accepted_on="2026-03-03", received_on="2026-03-10")
    assert law.complaint_clocks(found, date(2026, 4, 1)).pass_on.late_days == 0


def test_beyond_the_published_calendar_a_clock_is_provisional() -> None:
    clocks = law.complaint_clocks(complaint("2027-03-01", accepted_on="2027-03-02"), date(2027, 3, 2))
    assert clocks.pass_on.due.provisional


def test_the_text_of_2020_named_no_days() -> None:
    clocks = law.complaint_clocks(complaint("2025-05-31", accepted_on="2025-06-02"), date(2026, 1, 1))
    for clock in (clocks.pass_on, clocks.result, clocks.latest):
        assert (clock.due.date, codes(clock.due), clock.late_days) == (None, ["complaint-no-days"], 0)


# Limitation (Civil Code art. 188, 195).


class Owed(Deal):
    """A claim on a large enterprise that was due on 2026-12-21."""

    def __init__(self) -> None:
        super().__init__()
        terms = {"due_on": "2026-12-21", "term_days": None}
        claim = self.world.requested(self.yinhe.owner, self.helan.party, 1_000, terms=terms)
        self.claim: Receivable = self.world.receivable(claim)

    def at(self, day: str) -> None:
        self.world.now = ms(f"{day} 12:00")

    def demand(self) -> None:
        body = {"receivable": self.claim.id, "amount": 1, "service": None, "text": None}
        self.world.submit("demand", self.yinhe.owner, body)

    def limitation(self, on: str, due: Dated | None = None) -> law.Limitation:
        payer = self.world.state.payer_of(self.claim)
        day = date.fromisoformat(on)
        view = law.view(self.claim, self.world.enterprise_of(self.yinhe.party), payer, day)
        return law.limitation(self.claim, due or view.due, day)


@pytest.fixture
def owed() -> Owed:
    return Owed()


def test_three_years_from_the_due_day(owed: Owed) -> None:
    found = owed.limitation("2027-01-01")
    assert found.end.date == date(2029, 12, 21)
    assert codes(found.end) == ["limitation-from", "limitation-years"]
    assert (found.end.article, found.end.provisional) == ("cn-civil-code/188", True)
    assert (found.passed, found.interruptions) == (False, ())
    assert not owed.limitation("2029-12-21").passed
    assert owed.limitation("2029-12-22").passed


@pytest.mark.parametrize(
    ("due", "end"),
    [
        (date(2020, 2, 29), date(2023, 2, 28)),
        (date(2018, 12, 30), date(2021, 12, 30)),
        (date(2019, 1, 27), date(2022, 1, 27)),
        (date(2021, 10, 3), date(2024, 10, 8)),  # the holiday of 2024 rests until 7 October
    ],
)
def test_three_years_end_on_their_day_or_the_next_working_day(owed: Owed, due: date, end: date) -> None:
    assert owed.limitation("2026-12-01", Dated(due)).end.date == end


def test_a_demand_lets_it_run_anew(owed: Owed) -> None:
    owed.demand()  # before it was due
    owed.at("2027-03-01")
    owed.demand()
    owed.at("2028-03-01")
    owed.demand()
    found = owed.limitation("2028-03-02")
    assert found.end.date == date(2031, 3, 3)  # 1 March 2031 is a Saturday
    assert [(one.on, one.counted) for one in found.interruptions] == [
        (date(2026, 11, 22), False), (date(2027, 3, 1), True), (date(2028, 3, 1), True),
    ]  # fmt: skip
    assert codes(found.end).count("interrupted-by-demand") == 2
    assert owed.limitation("2027-12-31").end.date == date(2030, 3, 1)  # seen earlier, less had happened


def test_what_comes_after_the_end_interrupts_nothing(owed: Owed) -> None:
    owed.at("2030-06-03")
    owed.demand()
    found = owed.limitation("2030-06-04")
    assert (found.end.date, found.passed) == (date(2029, 12, 21), True)
    assert [one.counted for one in found.interruptions] == [False]


def test_a_confirmation_and_a_payment_of_part_interrupt_it(owed: Owed) -> None:
    owed.at("2027-02-01")
    confirm = owed.world.submit("confirm", owed.helan.maker, totals(owed.claim.id, 900)).hash
    owed.at("2027-06-01")
    pay = owed.pay(owed.claim, 100)
    body = receiving(owed.claim.id, pay, 100, on="2027-05-31")
    owed.world.submit("receive", owed.yinhe.owner, body)
    found = owed.limitation("2027-07-01")
    assert [(one.on, one.code, one.counted) for one in found.interruptions] == [
        (date(2027, 2, 1), "confirmation", True), (date(2027, 5, 31), "payment", True),
    ]  # fmt: skip
    assert found.end.date == date(2030, 5, 31)
    # What was taken back by all counts no more.
    receive = owed.claim.steps[-1].hash
    owed.correct(owed.claim, receive, None)
    owed.world.submit("deny", owed.yinhe.owner, {"receivable": owed.claim.id, "pay": pay, "reason": "other"})
    owed.correct(owed.claim, confirm, (0, 900, 0))
    assert owed.limitation("2027-07-01").interruptions == ()


def test_a_complaint_may_interrupt_and_is_not_counted(owed: Owed) -> None:
    owed.at("2027-03-01")
    body: dict[str, Any] = {"receivable": owed.claim.id, "about": "arrears", "amount": 1, "office": hex64("office")}
    body |= {"registrar": False, "filed_on": "2027-03-01", "proof": None}
    owed.world.submit("complain", owed.yinhe.owner, body)
    owed.at("2027-05-04")
    owed.world.submit("close", owed.yinhe.owner, {"receivable": owed.claim.id, "outcome": "refused"})
    found = owed.limitation("2027-06-01")
    assert [(one.on, one.code, one.counted) for one in found.interruptions] == [
        (date(2027, 3, 1), "complaint", False), (date(2027, 5, 4), "complaint-end", False),
    ]  # fmt: skip
    assert found.end.date == date(2029, 12, 21)  # never later than the law's
    assert codes(found.end)[2:] == ["interrupted-by-complaint", "interrupted-by-complaint-end"]
    assert owed.claim.remedies is not None
    owed.claim.remedies.complaints[-1].answered_on = "2027-04-30"
    assert owed.limitation("2027-06-01").interruptions[-1].on == date(2027, 4, 30)


def test_without_a_due_day_or_before_the_rule_nothing_is_guessed(owed: Owed) -> None:
    owed.demand()
    unknown = owed.limitation("2027-01-01", Dated(None, missing=("delivered_on",)))
    assert (unknown.end.date, unknown.end.missing, unknown.passed) == (None, ("delivered_on",), False)
    assert [one.counted for one in unknown.interruptions] == [False]
    old = owed.limitation("2027-01-01", Dated(date(2017, 9, 30)))
    assert (old.end.date, codes(old.end)) == (None, ["limitation-before-code"])


# Late interest.


def test_the_parts_of_a_split_bear_what_the_whole_bore() -> None:
    deal = Deal()
    terms = {"due_on": "2026-10-01", "term_days": None, "contract_on": "2026-06-01"}
    claim = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 80_000_000, terms=terms))
    deal.world.submit("confirm", deal.helan.maker, totals(claim.id, 80_000_000))
    body = paying(claim.id, deal.yinhe.party, 20_000_000)
    pay = deal.world.submit("pay", deal.helan.maker, body).hash
    deal.world.submit("receive", deal.yinhe.owner, receiving(claim.id, pay, 20_000_000, on="2026-10-31"))

    def interest(of: Receivable) -> law.Interest:
        payer = deal.world.state.payer_of(of)
        view = law.view(of, deal.world.enterprise_of(deal.yinhe.party), payer, date(2026, 11, 22))
        assert view.interest is not None
        return view.interest

    whole = interest(claim)
    # 30 days on 800,000.00 and 22 days on 600,000.00, at 0.05% a day.
    assert [(one.days, one.base, one.fen) for one in whole.segments] == [
        (30, 80_000_000, 1_200_000), (22, 60_000_000, 660_000),
    ]  # fmt: skip
    assert (whole.basis, whole.version, whole.article) == ("statutory", "2025-06-01", "cn-sme-payment-2025/17")
    parts = deal.split(claim, part(30_000_000, 30_000_000, received=20_000_000), part(50_000_000, 50_000_000))
    assert sum(interest(one).fen for one in parts) == whole.fen == 1_860_000
