"""Who hears what and when, on a ledger with real entries."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ladders import opening
from bot.reminders import Key, Reminder, due, next_due, preview
from bot.render.figures import shanghai
from bot.texts import LANGUAGES, Html, escape, say, texts
from ledger.state import Receivable, State
from tests.ledger.factories import Side, World, asking, ms, paying, receiving, totals

HOUR = 3_600_000


class Names:
    """Yinhe is the supplier, Helan the payer."""

    def party(self, language: str, party: str, /) -> Html:
        return Html("Yinhe")

    def payer(self, language: str, receivable: Receivable, /) -> Html:
        return escape("Helan & Co")


class Office:
    """A supplier, a payer, a clock that hops from tick to tick, and what was sent."""

    def __init__(self, start: str = "2026-11-23 10:00", **payer: Any) -> None:
        self.world = World(start=start)
        self.supplier: Side = self.world.supplier()
        self.payer: Side = self.world.payer(**payer)
        self.world.now += 1000
        self.sent: set[Key] = set()
        self.log: list[tuple[str, str, Reminder]] = []

    @property
    def state(self) -> State:
        return self.world.state

    def requested(
        self, amount: int = 80_000_000, *, nudge: bool = True, purpose: str = "financing", **terms: Any
    ) -> str:
        claim = self.world.register(self.supplier.owner, self.payer.party, amount, terms=terms)
        self.world.submit("request", self.supplier.owner, asking(claim, nudge=nudge, purpose=purpose))
        return claim

    def confirm(self, claim: str, confirmed: int = 80_000_000, **changed: Any) -> None:
        self.world.submit("confirm", self.payer.maker, totals(claim, confirmed, **changed))

    def tick(self) -> list[Reminder]:
        found = due(self.state, self.world.now, self.sent)
        for reminder in found:
            assert not self.sent & set(reminder.keys)
            self.sent |= set(reminder.keys)
            self.log.append((self.clock(), self.name(reminder.recipient), reminder))
        return found

    def advance(self, until: str) -> list[str]:
        """Hop from tick to tick until that instant; what was sent, as ``day who ladder step``."""
        before = len(self.log)
        while (at := next_due(self.state, self.world.now, self.sent)) is not None and at <= ms(until):
            self.world.now = at
            assert self.tick()
        self.world.now = ms(until)
        self.tick()
        return [f"{day} {who} {one[1]} {one[2]}" for day, who, reminder in self.log[before:] for one in reminder.keys]

    def clock(self) -> str:
        return f"{shanghai(self.world.now):%m-%d}"

    def name(self, person: str) -> str:
        for side in (self.supplier, self.payer):
            for role, member in side.people.items():
                if member.person == person:
                    return role
        return person[:6]

    def words(self, language: str = "en") -> list[str]:
        return [reminder.words(language, Names()) for _, _, reminder in self.log]


def confirmation(sent: list[str]) -> list[str]:
    return [line.replace(" confirmation", "") for line in sent if " confirmation " in line]


def payment(sent: list[str]) -> list[str]:
    return [line.replace(" payment", "") for line in sent if " payment " in line]


# --- confirmation


def test_the_confirmation_ladder() -> None:
    office = Office()
    office.requested()
    assert confirmation(office.advance("2026-12-31")) == [
        "11-23 maker 0", "11-30 maker 7", "12-08 maker 15", "12-18 maker 25", "12-18 checker 25", "12-24 owner late",
    ]  # fmt: skip
    assert office.words()[0] == (
        "Yinhe asks Helan &amp; Co to confirm ¥800,000.00 (R-0001).\nPlease check it against contract and invoice and "
        "answer by 23 Dec 2026 (Payment Regulation (2025), art. 16). The answer is seen by Yinhe. "
        "No answer is not a confirmation."
    )
    late = next(reminder for _, who, reminder in office.log if who == "owner")
    assert "Silence is not a confirmation" in late.words("en", Names())
    assert late.actions == ("letter", "show")


def test_without_reminders_the_payer_gets_the_request_alone_and_the_supplier_the_end() -> None:
    office = Office()
    office.requested(nudge=False)
    assert confirmation(office.advance("2026-12-31")) == ["11-23 maker 0", "12-24 owner late"]


def test_a_request_for_the_books_has_no_duty_and_says_no_date() -> None:
    office = Office()
    office.requested(purpose="books")
    sent = confirmation(office.advance("2026-12-31"))
    assert [line.split()[-1] for line in sent] == ["0", "7", "15", "25", "25"]
    assert not any("2026" in words for words in office.words()[:3])


@pytest.mark.parametrize("kind", ["confirm", "dispute", "reject"])
def test_a_decided_request_is_silent(kind: str) -> None:
    office = Office()
    claim = office.requested()
    office.advance("2026-12-01")
    amounts = {
        "confirm": {"confirmed": 80_000_000},
        "dispute": {"disputed": 80_000_000},
        "reject": {"rejected": 80_000_000},
    }
    office.world.submit(kind, office.payer.maker, totals(claim, **amounts[kind]))
    assert confirmation(office.advance("2027-01-10")) == []


def test_a_query_does_not_stop_the_ladder() -> None:
    office = Office()
    claim = office.requested()
    office.advance("2026-12-01")
    office.world.submit("query", office.payer.maker, {"receivable": claim, "question": "ab" * 32})
    assert [line.split()[-1] for line in confirmation(office.advance("2026-12-31"))] == ["15", "25", "25", "late"]


def test_a_payer_that_is_not_enrolled_hears_nothing() -> None:
    office = Office()
    claim = office.world.register(
        office.supplier.owner, None, 80_000_000, uscc=None, name="cd" * 32, terms={"payer_size": "large"}
    )
    served = {"on": "2026-11-20", "proof": "ef" * 32}
    office.world.submit("request", office.supplier.owner, asking(claim, service=served))
    assert (
        confirmation(office.advance("2026-12-31")) == []
    )  # whether it is a department is not known: nothing on a guess
    assert {line.split()[1] for line in payment(office.advance("2027-06-01"))} == {"owner"}


def test_who_joins_later_gets_the_request_and_nothing_that_came_before() -> None:
    office = Office()
    office.requested()
    office.advance("2026-12-02 10:00")
    late = office.world.member(office.payer.administrator, office.payer.party, "maker")
    office.payer.people["newcomer"] = late
    assert confirmation(office.advance("2026-12-10")) == ["12-02 newcomer 0", "12-08 maker 15", "12-08 newcomer 15"]


def test_who_left_hears_nothing() -> None:
    office = Office()
    office.requested()
    office.advance("2026-12-02 10:00")
    gone = office.payer.maker
    body = {"person": gone.person, "key": gone.key.id, "suspect_since": None, "reason": "left"}
    office.world.submit("revoke", office.payer.administrator, body)
    assert confirmation(office.advance("2026-12-31")) == ["12-18 checker 25", "12-24 owner late"]


# --- payment


def test_the_payment_ladder_goes_to_the_payer_for_what_it_confirmed() -> None:
    office = Office(start="2026-11-02 10:00")
    claim = office.requested(term_days=None, due_on="2026-12-31")
    office.world.now += HOUR
    office.confirm(claim, 62_000_000, disputed=18_000_000)
    sent = payment(office.advance("2027-03-10"))
    assert [line for line in sent if "maker" in line] == [
        "12-16 maker -15", "12-24 maker -7", "12-28 maker -3", "12-31 maker 0", "01-01 maker 1", "01-07 maker 7",
        "01-15 maker 15", "02-01 maker 30", "03-01 maker 60",
    ]  # fmt: skip
    assert [line for line in sent if "owner" in line] == [
        "01-01 owner 1", "01-07 owner 7", "01-15 owner 15", "02-01 owner 30", "03-01 owner 60",
    ]  # fmt: skip
    assert "¥620,000.00 that Helan &amp; Co confirmed to Yinhe (R-0001) falls due on 31 Dec 2026." in office.words()[1]
    pack = next(
        reminder
        for _, _, reminder in office.log
        if reminder.keys[0][2] == "30" and "Arrears" in reminder.words("en", Names())
    )
    assert "Late interest, estimated: ¥" in pack.words("en", Names())
    assert "not legal advice" in pack.words("en", Names())


def test_what_is_not_confirmed_is_the_suppliers_alone() -> None:
    office = Office(start="2026-11-02 10:00")
    office.world.register(office.supplier.owner, office.payer.party, 80_000_000, terms={"due_on": "2026-12-31"})
    sent = payment(office.advance("2027-01-10"))
    assert {line.split()[1] for line in sent} == {"owner"}
    assert "nothing was sent to Helan" in office.words()[0]


def test_without_agreement_the_payer_is_not_reminded_of_payment() -> None:
    office = Office(start="2026-11-02 10:00")
    claim = office.requested(nudge=False, due_on="2026-12-31")
    office.confirm(claim)
    assert {line.split()[1] for line in payment(office.advance("2027-01-10"))} == {"owner"}


def test_steps_from_before_the_receivable_are_not_sent() -> None:
    office = Office(start="2026-12-30 10:00")
    office.world.register(office.supplier.owner, office.payer.party, 80_000_000, terms={"due_on": "2026-12-31"})
    assert payment(office.advance("2027-01-03")) == ["12-31 owner 0", "01-01 owner 1"]


def test_steps_from_before_the_confirmation_are_not_sent_to_the_payer() -> None:
    office = Office(start="2026-11-02 10:00")
    claim = office.requested(due_on="2026-12-31")
    office.advance("2026-12-25 10:00")
    office.confirm(claim)
    assert payment(office.advance("2026-12-31 12:00")) == ["12-28 maker -3", "12-31 maker 0"]


def test_payment_reported_waits_for_the_supplier_and_settled_is_silent() -> None:
    office = Office(start="2026-11-02 10:00")
    claim = office.requested(due_on="2026-12-31")
    office.world.now += HOUR
    office.confirm(claim)
    office.advance("2026-12-30")
    pay = office.world.submit("pay", office.payer.maker, paying(claim, office.supplier.party, 80_000_000)).hash
    assert payment(office.advance("2027-01-03")) == ["12-31 owner 0", "01-01 owner 1"]
    assert "Paid counts when you acknowledge it." in office.words()[-1]
    assert office.log[-1][2].actions == ("receive", "deny", "show")
    office.world.submit("receive", office.supplier.owner, receiving(claim, pay, 80_000_000))
    assert office.advance("2028-01-01") == []
    assert next_due(office.state, office.world.now, office.sent) is None


def test_nothing_is_sent_without_a_due_date() -> None:
    office = Office()
    office.world.register(office.supplier.owner, office.payer.party, 80_000_000, terms={"delivered_on": None})
    assert office.advance("2028-01-01") == []


def test_a_withdrawn_receivable_is_silent() -> None:
    office = Office()
    claim = office.requested(due_on="2026-12-31")
    office.advance("2026-12-01")
    office.world.submit("withdraw", office.supplier.owner, {"receivable": claim})
    assert office.advance("2028-01-01") == []


# --- demands and complaints


def of(ladder: str, sent: list[str]) -> list[str]:
    return [line.replace(f" {ladder}", "") for line in sent if f" {ladder} " in line]


def demand(office: Office, claim: str, **more: Any) -> int:
    body = {"receivable": claim, "amount": 50_000_000, "service": None, "text": None, **more}
    return office.world.submit("demand", office.supplier.owner, body).seq


def complain(office: Office, claim: str, filed_on: str) -> int:
    body = {
        "receivable": claim, "about": "arrears", "amount": 50_000_000, "office": "ab" * 32, "registrar": False,
        "filed_on": filed_on, "proof": None,
    }  # fmt: skip
    return office.world.submit("complain", office.supplier.owner, body).seq


def report(at: Office, claim: str, kind: str, on: str, **more: str) -> None:
    body = {"receivable": claim, "on": on, "proof": "cd" * 32, **more}
    at.world.submit(kind, at.supplier.owner, body)


def test_a_demand_is_followed_up_for_its_holder_alone() -> None:
    office = Office()
    claim = office.requested(nudge=False)
    seq = demand(office, claim)
    assert of("demand", office.advance("2027-02-01")) == [f"11-30 owner {seq}.7", f"12-23 owner {seq}.30"]
    told = next(one for _, _, one in office.log if one.items[0].ladder == "demand")
    assert told.actions == ("complain", "remedy")
    assert "you demanded ¥500,000.00 from Helan &amp; Co on 23 Nov 2026; no payment is recorded" in told.words(
        "en", Names()
    )


@pytest.mark.parametrize("how", ["paid", "complained", "closed"])
def test_a_demand_is_not_followed_up_once_something_came_of_it(how: str) -> None:
    office = Office()
    claim = office.requested(nudge=False)
    demand(office, claim)
    if how == "paid":
        office.world.submit("pay", office.payer.maker, paying(claim, office.supplier.party, 10_000_000))
    elif how == "complained":
        complain(office, claim, "2026-11-23")
    else:
        office.world.submit("close", office.supplier.owner, {"receivable": claim, "outcome": "agreed"})
    assert of("demand", office.advance("2027-02-01")) == []


def test_the_clocks_of_a_complaint_are_told_the_day_after() -> None:
    office = Office()
    claim = office.requested(nudge=False)
    seq = complain(office, claim, "2026-11-23")
    assert of("complaint", office.advance("2026-12-08 12:00")) == [f"12-07 owner {seq}.accept"]
    report(office, claim, "accept-complaint", "2026-12-01")
    # Ten working days from 1 December end on the 15th.
    assert of("complaint", office.advance("2026-12-17 12:00")) == [f"12-16 owner {seq}.pass-on"]
    report(office, claim, "receive-complaint", "2026-12-16")
    # Thirty days end on Friday, 15 January; ninety on 16 March.
    assert of("complaint", office.advance("2027-04-01")) == [f"01-18 owner {seq}.result", f"03-17 owner {seq}.longest"]
    told = [one.words("en", Names()) for _, _, one in office.log if one.items[0].ladder == "complaint"]
    assert "Was it formally accepted?" in told[0]
    assert "was to be passed on by 15 Dec 2026 (Payment Regulation (2025), art. 25)" in told[1]
    assert "was due by 15 Jan 2027" in told[2]
    assert "even extended, the result" in told[3]


def test_what_was_reported_in_time_is_not_asked_for() -> None:
    office = Office()
    claim = office.requested(nudge=False)
    complain(office, claim, "2026-11-23")
    report(office, claim, "accept-complaint", "2026-11-23")
    report(office, claim, "pass-on", "2026-11-23", office="ef" * 32)
    report(office, claim, "receive-complaint", "2026-11-23")
    report(office, claim, "answer-complaint", "2026-11-23", answer="ef" * 32)
    assert of("complaint", office.advance("2027-04-01")) == []


def test_a_closed_complaint_and_one_of_before_the_text_have_no_clocks() -> None:
    office = Office()
    closed, old = office.requested(nudge=False), office.requested(nudge=False)
    complain(office, closed, "2026-11-23")
    report(office, closed, "accept-complaint", "2026-11-23")
    office.world.submit("close", office.supplier.owner, {"receivable": closed, "outcome": "paid"})
    complain(office, old, "2025-05-20")
    report(office, old, "accept-complaint", "2025-05-21")
    assert of("complaint", office.advance("2027-04-01")) == []


# --- hours, standstills, digests


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:00"),
        ("2026-11-23 08:00", "2026-11-23 08:00"),
        ("2026-11-23 07:59", "2026-11-23 09:00"),
        ("2026-11-23 22:00", "2026-11-24 09:00"),
        ("2026-11-22 10:00", "2026-11-23 09:00"),  # a Sunday
        ("2026-09-30 23:00", "2026-10-08 09:00"),  # the National Day holidays
        ("2026-10-10 10:00", "2026-10-10 10:00"),  # a Saturday on which people work
    ],
)
def test_quiet_hours_and_rest_days(at: str, opens: str) -> None:
    assert opening(ms(at)) == ms(opens)


def test_after_a_standstill_one_message_stands_for_all_steps() -> None:
    office = Office()
    office.requested()
    office.world.now = ms("2026-12-19 10:00")  # a Saturday
    assert office.tick() == []
    office.world.now = ms("2026-12-21 08:30")
    sent = office.tick()
    assert [[one[2] for one in reminder.keys] for reminder in sent if office.name(reminder.recipient) == "maker"] == [
        ["0", "7", "15", "25"]
    ]
    assert "maker and checker both get this message" in sent[0].words("en", Names())
    assert office.tick() == []


def test_more_than_three_become_a_digest() -> None:
    office = Office()
    for _ in range(3):
        office.requested()
    assert len(office.tick()) == 3
    office.advance("2026-11-29")
    office.requested(due_on="2026-12-22")
    [digest] = [reminder for reminder in _at(office, "2026-12-07 12:00") if len(reminder.items) > 1]
    assert office.name(digest.recipient) == "maker"
    assert digest.actions == ()
    words = digest.words("en", Names())
    assert words.startswith("4 matters wait for you:\nR-0001: Yinhe asks")
    assert words.endswith("No answer is not a confirmation.")


def _at(office: Office, instant: str) -> list[Reminder]:
    office.world.now = ms(instant)
    return office.tick()


# --- beforehand


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_is_what_is_sent(language: str) -> None:
    office = Office()
    terms = {"due_on": "2027-01-29"}
    claim = office.world.register(office.supplier.owner, office.payer.party, 80_000_000, terms=terms)
    shown = preview(language, Names(), office.state, office.world.receivable(claim), office.world.now)
    office.world.submit("request", office.supplier.owner, asking(claim))
    office.advance("2026-12-28")
    asked = set(office.words(language))
    assert asked == {words for _, words in shown[:5]}
    office.confirm(claim)
    office.advance("2027-03-30")
    assert {words for _, words in shown[5:]} <= set(office.words(language))
    if language == "en":
        assert [heading for heading, _ in shown] == [
            "23 Nov 2026, to: maker",
            "30 Nov 2026, to: maker",
            "8 Dec 2026, to: maker",
            "18 Dec 2026, to: maker and checker",
            "24 Dec 2026, to: supplier",
            "14 Jan 2027, 22 Jan 2027 and 26 Jan 2027, to: maker",
            "29 Jan 2027, to: maker",
            "1 Feb 2027, 5 Feb 2027, 15 Feb 2027 and 1 Mar 2027, to: maker",
        ]


def test_who_could_not_be_reached() -> None:
    about = {"role": "經辦人", "payer": "光華電子", "label": "R-0012"}
    told = say("zh-Hant", "reminders.unreached.payer.checker", **about)
    assert told.startswith("發給光華電子經辦人的R-0012訊息未送達，已通知複核人，期限照算。")
    assert "it is not sent twice" in say("en", "reminders.unreached.unknown", **about)
    assert "The dates run on." in say("en", "reminders.unreached.payer", **about)


def test_every_step_has_its_text() -> None:
    known = {key.removeprefix("reminders.") for key in texts() if key.startswith("reminders.")}
    steps = {key for key in known if re.match(r"(confirmation|payment)\.", key)}
    assert steps == {
        *(f"confirmation.{days}.{kind}" for days in (0, 7, 15, 25) for kind in ("duty", "open")),
        "confirmation.late",
        *(f"payment.{side}.{phase}" for side in ("payer", "supplier") for phase in ("before", "due", "late")),
        "payment.supplier.pack",
        "payment.supplier.pending",
    }


# --- for any sequence of ticks


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_each_key_once_in_order_and_never_in_quiet_hours(data: st.DataObject) -> None:
    office = Office()
    claims = [office.requested(due_on=day) for day in ("2026-12-10", "2026-12-31")]
    seen: list[Key] = []
    for hours in data.draw(st.lists(st.integers(1, 400), min_size=1, max_size=12)):
        office.world.now += hours * HOUR
        if claims and data.draw(st.booleans()):
            office.confirm(claims.pop())
        found = due(office.state, office.world.now, office.sent)
        assert not found or opening(office.world.now) == office.world.now
        assert found == due(office.state, office.world.now, set(office.sent))  # a restart with the same record
        for reminder in found:
            assert reminder.at <= office.world.now
            assert not office.sent & set(reminder.keys)
            office.sent |= set(reminder.keys)
            seen += reminder.keys
        assert due(office.state, office.world.now, office.sent) == []
        after = next_due(office.state, office.world.now, office.sent)
        assert after is None or (after >= office.world.now and opening(after) == after)
    assert len(seen) == len(set(seen))
    for ladder in {(one[0], one[1], one[3]) for one in seen}:
        steps = [1000 if one[2] == "late" else int(one[2]) for one in seen if (one[0], one[1], one[3]) == ladder]
        assert steps == sorted(steps)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 500 * 24))
def test_hopping_sends_what_one_long_wait_sends(hours: int) -> None:
    end = ms("2026-11-23 10:00") + hours * HOUR
    hopping, waiting = Office(), Office()
    for office in (hopping, waiting):
        office.requested(due_on="2026-12-31")
    while (at := next_due(hopping.state, hopping.world.now, hopping.sent)) is not None and at <= end:
        hopping.world.now = at
        assert hopping.tick()
    waiting.world.now = opening(end)
    waiting.tick()
    hopping.world.now = opening(end)
    hopping.tick()
    assert hopping.sent == waiting.sent
