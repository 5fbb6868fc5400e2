"""The life of a receivable: registration, confirmation, payment."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.errors import Refusal
from ledger.state import Receivable
from ledger.types import MAX_FEN
from tests.ledger.factories import (
    DAY,
    Side,
    World,
    asking,
    hex32,
    hex64,
    make_uscc,
    ms,
    paying,
    receiving,
    totals,
)


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Scene:
    """A supplier and a payer without dual control."""

    def __init__(self) -> None:
        self.world = World()
        self.yinhe: Side = self.world.supplier()
        self.helan: Side = self.world.payer()

    def requested(self, amount: int = 1_000) -> Receivable:
        return self.world.receivable(self.world.requested(self.yinhe.owner, self.helan.party, amount))

    def registered(self, amount: int = 1_000, **changed: Any) -> Receivable:
        return self.world.receivable(self.world.register(self.yinhe.owner, self.helan.party, amount, **changed))

    def unenrolled(self, amount: int = 1_000, uscc: str | None = None) -> Receivable:
        claim = self.world.register(self.yinhe.owner, None, amount, name=hex64("district"), uscc=uscc)
        return self.world.receivable(claim)

    def holder(self, kind: str, claim: Receivable, **body: Any) -> str:
        return self.world.submit(kind, self.yinhe.owner, {"receivable": claim.id, **body}).hash

    def payer(self, kind: str, claim: Receivable, **body: Any) -> str:
        return self.world.submit(kind, self.helan.maker, {"receivable": claim.id, **body}).hash

    def state(self, kind: str, claim: Receivable, *amounts: int, **changed: Any) -> None:
        self.world.submit(kind, self.helan.maker, totals(claim.id, *amounts, **changed))

    def pay(self, claim: Receivable, amount: int, over: int = 0, **changed: Any) -> str:
        body = paying(claim.id, self.yinhe.party, amount, over, **changed)
        return self.world.submit("pay", self.helan.maker, body).hash

    def receive(self, claim: Receivable, pay: str | None, amount: int) -> None:
        self.world.submit("receive", self.yinhe.owner, receiving(claim.id, pay, amount))


@pytest.fixture
def scene() -> Scene:
    return Scene()


# Registration.


def test_a_claim_is_registered_with_its_terms(scene: Scene) -> None:
    claim = scene.registered(80_000_000)
    assert (claim.label, claim.confirmation, claim.payment) == ("R-0001", "registered", "open")
    assert (claim.claimed, claim.undecided, claim.outstanding) == (80_000_000,) * 3
    assert claim.terms == scene.world.entries[-1].event.body["terms"]  # type: ignore[union-attr]
    assert claim.texts == scene.world.entries[-1].event.body["texts"]  # type: ignore[union-attr]
    assert {head for _, head in claim.heads.values()} == {claim.id}
    assert [step.type for step in claim.history] == ["register"]
    assert (claim.holder, claim.payer) == (scene.yinhe.party, scene.helan.party)


def test_people_call_it_by_its_number(scene: Scene) -> None:
    first, second = scene.registered(), scene.registered()
    assert (first.label, second.label) == ("R-0001", "R-0002")
    state = scene.world.state
    assert state.numbered("r-2") is second
    assert [state.numbered(text) for text in ("R-0000", "R-0003", "R-", "x")] == [None] * 4


def test_one_invoice_is_claimed_once_and_a_stranger_learns_nothing(scene: Scene) -> None:
    claim = scene.registered(fingerprint=hex64("invoice"))
    with pytest.raises(Refusal) as caught:
        scene.registered(fingerprint=hex64("invoice"))
    assert (caught.value.code, caught.value.fields) == ("duplicate-claim", {})
    assert claim.id not in str(caught.value)
    scene.holder("withdraw", claim)
    assert scene.registered(fingerprint=hex64("invoice")).number == 2


def test_a_wholly_rejected_claim_bars_no_second_one_but_comes_back_only_if_there_is_none(scene: Scene) -> None:
    first = scene.requested()
    scene.state("reject", first, 0, 0, 1_000)
    assert first.fingerprint not in scene.world.state.fingerprints
    scene.state("confirm", first, 1_000)
    assert scene.world.state.fingerprints[first.fingerprint] == first.id

    second = scene.requested()
    scene.state("reject", second, 0, 0, 1_000)
    scene.registered(fingerprint=second.fingerprint)
    with refused("duplicate-claim"):
        scene.state("confirm", second, 1_000)


def test_nobody_owes_themselves(scene: Scene) -> None:
    uscc = scene.world.enterprise_of(scene.yinhe.party).uscc
    with refused("self-claim"):
        scene.world.register(scene.yinhe.owner, scene.yinhe.party, 1_000)
    with refused("self-claim"):
        scene.unenrolled(uscc=uscc)


def test_an_enrolled_payer_is_named_by_its_enrolment_alone(scene: Scene) -> None:
    uscc = scene.world.enterprise_of(scene.helan.party).uscc
    with pytest.raises(Refusal) as caught:
        scene.unenrolled(uscc=uscc)
    assert (caught.value.code, caught.value.fields["party"]) == ("payer-enrolled", scene.helan.party)
    with refused("bad-body"):
        scene.registered(uscc=uscc)
    with refused("unknown-party"):
        scene.world.register(scene.yinhe.owner, hex32("nobody"), 1_000)
    with refused("unknown-party"):
        scene.world.register(scene.yinhe.owner, scene.world.supplier().party, 1_000)


def test_a_payer_that_is_not_enrolled_is_named_by_name_and_code(scene: Scene) -> None:
    with refused("bad-body"):
        scene.world.register(scene.yinhe.owner, None, 1_000, uscc=make_uscc(7_000))
    with refused("bad-uscc"):
        scene.unenrolled(uscc="91640100000007000X")
    claim = scene.unenrolled(uscc=make_uscc(7_000))
    assert (claim.payer, claim.payer_uscc, claim.payer_name) == (None, make_uscc(7_000), hex64("district"))
    # Somebody enrolled, but not as a payer, is no enrolled payer either.
    other = scene.world.enterprise_of(scene.world.supplier().party)
    assert scene.world.state.payer_of(scene.unenrolled(uscc=other.uscc)) is None


def test_a_payer_enrolled_later_answers_for_what_named_its_code(scene: Scene) -> None:
    world, uscc = scene.world, make_uscc(7_000)
    claim, nameless = scene.unenrolled(uscc=uscc), scene.unenrolled()
    service = {"on": "2026-11-20", "proof": hex64("courier")}
    scene.holder("request", claim, purpose="financing", nudge=False, service=service)
    late = world.payer(uscc=uscc)
    world.submit("confirm", late.maker, totals(claim.id, 1_000))
    assert (claim.confirmation, claim.served_on) == ("confirmed", "2026-11-20")
    with refused("not-yours"):
        world.submit("confirm", late.maker, totals(nameless.id, 1_000))


@pytest.mark.parametrize("amount", [0, -1, MAX_FEN + 1])
def test_amounts_lie_between_one_fen_and_the_most(scene: Scene, amount: int) -> None:
    with pytest.raises(Refusal) as caught:
        scene.registered(amount)
    assert (caught.value.code, caught.value.fields["value"]) == ("amount-out-of-range", amount)


def test_a_person_registers_up_to_their_limit(scene: Scene) -> None:
    world = scene.world
    owner = world.member(scene.yinhe.owner, scene.yinhe.party, "owner", max_fen=500)
    world.register(owner, scene.helan.party, 500)
    with pytest.raises(Refusal) as caught:
        world.register(owner, scene.helan.party, 501)
    assert (caught.value.code, caught.value.fields) == ("over-limit", {"amount": 501, "most": 500})


# Confirmation.


def test_a_request_is_answered_step_by_step(scene: Scene) -> None:
    claim = scene.requested()
    assert (claim.confirmation, claim.purpose, claim.nudge) == ("requested", "financing", True)
    scene.payer("query", claim, question=hex64("which pumps"))
    assert claim.confirmation == "queried"
    scene.holder("answer", claim, answer=hex64("those of October"))
    assert claim.confirmation == "requested"
    scene.payer("acknowledge", claim)
    assert claim.confirmation == "acknowledged"
    scene.payer("query", claim, question=hex64("really"))
    scene.payer("query", claim, question=hex64("really really"))
    scene.holder("answer", claim, answer=hex64("yes"))
    assert claim.confirmation == "acknowledged"
    scene.state("confirm", claim, 620, 180)
    assert (claim.confirmation, claim.reason, claim.undecided) == ("part-confirmed", "QTY", 200)
    scene.state("confirm", claim, 1_000)
    assert (claim.confirmation, claim.disputed, claim.confirmed_at) == ("confirmed", 0, scene.world.now)
    assert [step.type for step in claim.history][-2:] == ["confirm", "confirm"]


@pytest.mark.parametrize(
    ("kind", "amounts", "reads"),
    [
        ("confirm", (1_000, 0, 0), "confirmed"),
        ("confirm", (1, 0, 0), "part-confirmed"),
        ("confirm", (600, 300, 100), "part-confirmed"),
        ("dispute", (0, 1, 0), "disputed"),
        ("dispute", (0, 1, 999), "disputed"),
        ("reject", (0, 0, 1_000), "rejected"),
        ("reject", (0, 0, 999), "acknowledged"),  # one fen still waits for an answer
        ("reject", (0, 500, 500), "disputed"),
    ],
)
def test_the_amounts_say_how_it_reads(scene: Scene, kind: str, amounts: tuple[int, int, int], reads: str) -> None:
    claim = scene.requested()
    scene.state(kind, claim, *amounts)
    assert claim.confirmation == reads
    assert claim.confirmed + claim.disputed + claim.rejected + claim.undecided == claim.claimed


def test_the_payer_may_change_its_mind_upwards(scene: Scene) -> None:
    claim = scene.requested()
    scene.state("reject", claim, 0, 0, 1_000, reason="UNR")
    scene.state("dispute", claim, 0, 1_000, 0, reason="PRI")
    scene.state("confirm", claim, 900, 100)
    with pytest.raises(Refusal) as caught:
        scene.state("confirm", claim, 899)
    assert (caught.value.code, caught.value.fields) == ("confirmed-falls", {"confirmed": 900})
    with refused("confirmed-falls"):
        scene.state("dispute", claim, 0, 1_000)


def test_each_act_changes_what_its_name_says(scene: Scene) -> None:
    claim = scene.requested()
    for code, kind, amounts in (
        ("nothing-changes", "confirm", (0, 100, 0)),
        ("nothing-changes", "dispute", (0, 0, 100)),
        ("nothing-changes", "reject", (0, 100, 0)),
        ("bad-body", "dispute", (100, 100, 0)),
        ("bad-body", "reject", (100, 0, 100)),
        ("over-claim", "confirm", (600, 300, 101)),
    ):
        with refused(code):
            scene.state(kind, claim, *amounts)
    with pytest.raises(Refusal) as caught:
        scene.state("dispute", claim, 0, 100, reason=None)
    assert caught.value.fields["path"] == "body.reason"
    assert claim.confirmation == "requested"


def test_states_in_which_things_happen(scene: Scene) -> None:
    fresh = scene.registered()
    asked, done, gone = scene.requested(), scene.requested(), scene.requested()
    scene.payer("acknowledge", asked)
    scene.state("confirm", done, 1_000)
    scene.holder("withdraw", gone)
    note = {"question": hex64("q")}
    for claim in (fresh, done, gone):
        for kind, body in (("acknowledge", {}), ("query", note)):
            with refused("wrong-state"):
                scene.payer(kind, claim, **body)
        with refused("wrong-state"):
            scene.state("confirm", claim, 1_000)
        with refused("wrong-state"):
            scene.holder("answer", claim, answer=hex64("a"))
    with refused("nothing-changes"):
        scene.payer("acknowledge", asked)
    for claim in (done, gone):
        with refused("wrong-state"):
            scene.world.submit("request", scene.yinhe.owner, asking(claim.id))
        with refused("wrong-state"):
            scene.holder("withdraw", claim)


def test_a_request_is_made_once_and_again_only_to_finance(scene: Scene) -> None:
    world, claim = scene.world, scene.registered()
    world.submit("request", scene.yinhe.owner, asking(claim.id, purpose="books", nudge=False))
    with refused("already-requested"):
        world.submit("request", scene.yinhe.owner, asking(claim.id, purpose="books"))
    world.now += DAY
    world.submit("request", scene.yinhe.owner, asking(claim.id))
    assert (claim.requested_at, claim.purpose) == (world.now, "financing")
    with pytest.raises(Refusal) as caught:
        world.submit("request", scene.yinhe.owner, asking(claim.id))
    assert (caught.value.code, caught.value.fields["requested_at"]) == ("already-requested", world.now)


def test_service_is_for_payers_that_are_not_enrolled(scene: Scene) -> None:
    world, service = scene.world, {"on": "2026-11-20", "proof": hex64("courier")}
    with refused("payer-enrolled"):
        world.submit("request", scene.yinhe.owner, asking(scene.registered().id, service=service))
    claim = scene.unenrolled()
    with refused("no-service"):
        world.submit("request", scene.yinhe.owner, asking(claim.id))
    with refused("bad-body"):
        world.submit("request", scene.yinhe.owner, asking(claim.id, service={**service, "on": "2026-11-23"}))
    world.submit("request", scene.yinhe.owner, asking(claim.id, service={**service, "on": "2026-11-22"}))
    assert claim.served_on == "2026-11-22"


def test_each_side_acts_for_itself(scene: Scene) -> None:
    claim = scene.requested()
    stranger = scene.world.supplier()
    body = {"receivable": claim.id}
    for code, member, kind in (
        ("not-payer", scene.yinhe.owner, "acknowledge"),
        ("not-holder", scene.helan.maker, "withdraw"),
        ("not-yours", stranger.owner, "withdraw"),
        ("wrong-role", scene.helan.administrator, "acknowledge"),
    ):
        with refused(code):
            scene.world.submit(kind, member, body)
    with refused("wrong-role"):
        scene.world.submit("confirm", scene.helan.checker, totals(claim.id, 1_000))
    with refused("unknown-receivable"):
        scene.world.submit("acknowledge", scene.helan.maker, {"receivable": hex64("x")}, ref=hex64("y"))
    scene.world.submit("acknowledge", scene.helan.checker, body)


def test_limits_weigh_the_largest_total_that_changes(scene: Scene) -> None:
    world, claim = scene.world, scene.requested()
    maker = world.member(scene.helan.administrator, scene.helan.party, "maker", max_fen=500)
    for kind, amounts in (("confirm", (501, 0, 0)), ("dispute", (0, 1, 501)), ("confirm", (1, 501, 0))):
        with refused("over-limit"):
            world.submit(kind, maker, totals(claim.id, *amounts))
    world.submit("confirm", maker, totals(claim.id, 500, 500))
    with refused("over-limit"):
        world.submit("confirm", maker, totals(claim.id, 501, 499))


def test_what_leans_on_nothing_is_withdrawn(scene: Scene) -> None:
    for kind, amounts in (("dispute", (0, 1_000, 0)), ("reject", (0, 0, 1_000))):
        claim = scene.requested()
        scene.state(kind, claim, *amounts)
        scene.holder("withdraw", claim)
        assert (claim.confirmation, claim.live) == ("withdrawn", False)
    confirmed, reported = scene.requested(), scene.requested()
    scene.state("confirm", confirmed, 1)
    pay = scene.pay(reported, 1)
    for claim in (confirmed, reported):
        with refused("wrong-state"):
            scene.holder("withdraw", claim)
    scene.holder("deny", reported, pay=pay, reason="not-received")
    scene.holder("withdraw", reported)


# Payment.


def test_paid_counts_when_the_holder_acknowledges_it(scene: Scene) -> None:
    claim = scene.requested()
    scene.state("confirm", claim, 1_000)
    pay = scene.pay(claim, 600)
    assert (claim.payment, claim.pending, claim.outstanding) == ("open", 600, 1_000)
    scene.receive(claim, pay, 250)
    assert (claim.payment, claim.pending, claim.outstanding) == ("part-paid", 350, 750)
    scene.holder("deny", claim, pay=pay, reason="wrong-amount")
    assert (claim.pending, claim.payments[0].denied) == (0, 350)
    scene.receive(claim, scene.pay(claim, 750), 750)
    assert (claim.payment, claim.outstanding) == ("settled", 0)
    assert [(c.amount, c.on) for c in claim.collections] == [(250, "2026-11-21"), (750, "2026-11-21")]
    assert claim.head(("confirmation",)) != claim.head(("payment",)) == scene.world.state.last_hash


def test_more_than_is_outstanding_is_kept_apart(scene: Scene) -> None:
    claim = scene.requested(800)
    with pytest.raises(Refusal) as caught:
        scene.pay(claim, 820)
    assert caught.value.code == "over-payment"
    assert caught.value.fields == {"outstanding": 800, "amount": 820, "over": 20}
    with refused("over-payment"):
        scene.pay(claim, 799, over=1)
    pay = scene.pay(claim, 800, over=20)
    with refused("over-payment"):
        scene.receive(claim, pay, 821)
    scene.receive(claim, pay, 810)
    assert (claim.received, claim.over_received, claim.payment) == (800, 10, "settled")
    assert claim.payments[0].over_pending == 10
    scene.holder("deny", claim, pay=pay, reason="other")
    assert (claim.payments[0].over_denied, claim.payments[0].over_pending) == (10, 0)
    with refused("nothing-changes"):
        scene.holder("deny", claim, pay=pay, reason="other")
    with refused("over-payment"):
        scene.receive(claim, pay, 1)
    with refused("over-payment"):
        scene.pay(claim, 1)


def test_reports_do_not_overlap(scene: Scene) -> None:
    claim = scene.requested()
    scene.pay(claim, 700)
    with refused("over-payment"):
        scene.pay(claim, 301)
    scene.pay(claim, 300)
    with refused("over-claim"):
        scene.state("reject", claim, 0, 0, 1)


def test_payment_goes_to_the_holder_on_a_day_that_has_come(scene: Scene) -> None:
    claim = scene.requested()
    with refused("wrong-payee"):
        scene.world.submit("pay", scene.helan.maker, paying(claim.id, hex32("elsewhere"), 1))
    with refused("bad-body"):
        scene.pay(claim, 1, paid_on="2026-11-23")
    pay = scene.pay(claim, 1, paid_on="2026-11-22")
    with refused("bad-body"):
        scene.world.submit("receive", scene.yinhe.owner, receiving(claim.id, pay, 1, "2026-11-23"))


def test_a_payment_is_named_by_its_report(scene: Scene) -> None:
    claim = scene.requested()
    for kind, body in (
        ("receive", receiving(claim.id, hex64("x"), 1)),
        ("receive", receiving(claim.id, None, 1)),
        ("deny", {"receivable": claim.id, "pay": hex64("x"), "reason": "other"}),
    ):
        with refused("unknown-payment"):
            scene.world.submit(kind, scene.yinhe.owner, body)


def test_money_of_a_payer_that_is_not_enrolled_is_acknowledged_without_a_report(scene: Scene) -> None:
    claim = scene.unenrolled()
    scene.receive(claim, None, 400)
    with refused("over-payment"):
        scene.receive(claim, None, 601)
    scene.receive(claim, None, 600)
    assert claim.payment == "settled"
    with refused("wrong-state"):
        scene.holder("withdraw", claim)


def test_nothing_is_paid_on_what_was_withdrawn(scene: Scene) -> None:
    claim = scene.registered()
    scene.holder("withdraw", claim)
    with refused("wrong-state"):
        scene.pay(claim, 1)


def test_a_reference_to_older_facets_is_stale(scene: Scene) -> None:
    claim = scene.requested()
    old = scene.world.sign("confirm", scene.helan.maker, totals(claim.id, 1_000))
    payment = scene.world.sign("pay", scene.helan.maker, paying(claim.id, scene.yinhe.party, 1_000))
    scene.payer("query", claim, question=hex64("q"))
    with pytest.raises(Refusal) as caught:
        scene.world.accept(old)
    assert (caught.value.code, caught.value.fields["newest"]) == ("stale", scene.world.state.last_hash)
    with refused("stale"):
        scene.world.accept(payment)
    # A payment does not move what a confirmation reads.
    fresh = scene.world.sign("confirm", scene.helan.maker, totals(claim.id, 1_000))
    scene.pay(claim, 500)
    scene.world.accept(fresh)
    assert claim.confirmation == "confirmed"


def test_the_clock_of_the_ledger_is_that_of_shanghai(scene: Scene) -> None:
    scene.world.now = ms("2026-11-23 00:00")
    scene.pay(scene.requested(), 1, paid_on="2026-11-23")
