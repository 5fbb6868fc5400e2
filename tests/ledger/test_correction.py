"""Corrections: endorsed by all whom they touch; both entries stay visible."""

from __future__ import annotations

from typing import Any

import pytest

from ledger import proposals
from ledger.errors import Refusal
from tests.ledger.deals import HOUR, Deal, correcting
from tests.ledger.factories import hex64, receiving


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


@pytest.fixture
def deal() -> Deal:
    return Deal()


def amounts(claim: Any) -> tuple[int, int, int, int]:
    return claim.confirmed, claim.disputed, claim.rejected, claim.undecided


# Totals.


def test_what_was_confirmed_falls_when_holder_and_payer_agree(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    first = claim.steps[-1]
    proposal = deal.world.propose("correct", deal.helan.maker, correcting(claim, first.hash, (700, 300, 0)))
    assert amounts(claim) == (1_000, 0, 0, 0)
    entry = deal.world.endorse(deal.yinhe.owner, proposal)
    assert amounts(claim) == (700, 300, 0, 0)
    assert (claim.confirmation, claim.reason) == ("part-confirmed", "QTY")
    assert [step.type for step in claim.history] == ["register", "request", "confirm", "correct"]
    (correction,) = claim.corrections
    assert (correction.corrects, correction.hash, correction.totals) == (first.hash, entry.hash, True)
    assert claim.heads["confirmation"][1] == entry.hash


def test_a_correction_is_corrected_in_turn(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    first = claim.steps[-1].hash
    second = deal.correct(claim, first, (0, 0, 1_000))
    assert claim.confirmation == "rejected"
    assert claim.fingerprint not in deal.world.state.fingerprints
    with refused("not-correctable"):
        deal.correct(claim, first, (500, 0, 0))
    deal.correct(claim, second, (500, 0, 0))
    assert amounts(claim) == (500, 0, 0, 500)
    assert deal.world.state.fingerprints[claim.fingerprint] == claim.id


def test_a_rejected_claim_whose_invoice_was_claimed_anew_stays_so(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    second = deal.correct(claim, claim.steps[-1].hash, (0, 0, 1_000))
    deal.world.register(deal.yinhe.owner, deal.helan.party, 1_000, fingerprint=claim.fingerprint)
    with refused("duplicate-claim"):
        deal.correct(claim, second, (1, 0, 0))


@pytest.mark.parametrize(
    ("new", "code"),
    [((1_000, 1, 0), "over-claim"), ((1_000, 0, 0), "nothing-changes"), ((0, 0, 901), "over-claim")],
)
def test_new_totals_fit(deal: Deal, new: tuple[int, int, int], code: str) -> None:
    claim = deal.confirmed(1_000)
    deal.pay(claim, 100)
    with refused(code):
        deal.correct(claim, claim.steps[-2].hash, new)


def test_what_is_disputed_has_a_reason(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    body = correcting(claim, claim.steps[-1].hash, (900, 100, 0))
    body["totals"]["reason"] = None
    with refused("bad-body"):
        deal.agree("correct", body, deal.yinhe.owner, deal.helan.maker)


def test_nothing_is_corrected_that_was_not_stated(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000))
    for entry in (hex64("none"), claim.id, claim.steps[-1].hash):
        with refused("not-correctable"):
            deal.correct(claim, entry, (1, 0, 0))
    deal.world.submit("withdraw", deal.yinhe.owner, {"receivable": claim.id})
    with refused("wrong-state"):
        deal.correct(claim, claim.steps[-1].hash, (1, 0, 0))


# Who has to agree.


def test_the_payer_agrees_under_its_dual_control() -> None:
    deal = Deal(dual_above=0)
    claim = deal.confirmed(1_000)
    confirm = claim.steps[-1].hash
    with refused("wrong-role"):
        deal.world.propose("correct", deal.helan.checker, correcting(claim, confirm, (1, 0, 0)))
    with refused("not-yours"):
        deal.world.propose("correct", deal.bank.financier, correcting(claim, confirm, (1, 0, 0)))
    proposal = deal.world.propose("correct", deal.helan.maker, correcting(claim, confirm, (1, 0, 0)))
    deal.world.endorse(deal.yinhe.owner, proposal)
    assert claim.confirmed == 1_000
    with refused("same-person"):
        deal.world.endorse(deal.helan.maker, proposal)
    with refused("not-yours"):
        deal.world.endorse(deal.bank.financier, proposal)
    deal.world.endorse(deal.helan.checker, proposal)
    assert claim.confirmed == 1


def test_every_financier_with_a_live_lock_or_a_pledge_agrees(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.pledged(claim, 300, deal.banks[0])
    second = deal.offer(claim, 300, deal.banks[1])
    deal.offer(claim, 300, deal.banks[2])  # an offer alone touches nobody
    deal.lock(claim, second, 200, deal.banks[1], hours=1)
    confirm = next(step.hash for step in claim.steps if step.type == "confirm")
    body = correcting(claim, confirm, (500, 0, 500))
    proposal = deal.world.propose("correct", deal.yinhe.owner, body)
    for member in (deal.helan.maker, deal.banks[0].financier):
        deal.world.endorse(member, proposal)
        assert claim.confirmed == 1_000
    deal.world.endorse(deal.banks[1].financier, proposal)
    assert claim.confirmed == 500


def test_an_ended_lock_is_asked_no_more(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 300)
    deal.lock(claim, offer, 300, hours=1)
    confirm = next(step.hash for step in claim.steps if step.type == "confirm")
    deal.world.now += HOUR
    deal.correct(claim, confirm, (0, 0, 1_000))
    assert claim.confirmation == "rejected"


def test_what_is_locked_or_pledged_stays_confirmed(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.pledged(claim, 600)
    deal.receive(claim, deal.pay(claim, 100), 50)
    confirm = next(step.hash for step in claim.steps if step.type == "confirm")
    people = (deal.yinhe.owner, deal.helan.maker, deal.bank.financier)
    with refused("encumbered"):
        deal.correct(claim, confirm, (699, 0, 0), *people)
    deal.correct(claim, confirm, (700, 0, 0), *people)
    deal.release(claim, offer)
    deal.correct(claim, claim.steps[-2].hash, (100, 0, 0))


def test_of_an_assigned_claim_the_new_holder_agrees(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.assigned(claim)
    confirm = next(step.hash for step in claim.steps if step.type == "confirm")
    with refused("not-yours"):
        deal.correct(claim, confirm, (900, 0, 100))
    deal.correct(claim, confirm, (900, 0, 100), deal.helan.maker, deal.bank.financier)
    assert amounts(claim) == (900, 0, 100, 0)


def test_a_claim_on_a_payer_not_enrolled_is_its_holders_alone_to_correct(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.register(deal.yinhe.owner, None, 1_000, name=hex64("district")))
    receive = deal.world.submit("receive", deal.yinhe.owner, receiving(claim.id, None, 400)).hash
    deal.correct(claim, receive, None, deal.yinhe.owner)
    assert (claim.received, claim.collections, claim.payment) == (0, (), "open")
    with refused("not-dual"):
        deal.world.submit("receive", deal.yinhe.owner, receiving(claim.id, None, 300))
        deal.world.propose("correct", deal.yinhe.owner, correcting(claim, claim.steps[-1].hash, None))


# Answers to payments.


def test_a_mistaken_receipt_is_taken_back(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.pay(claim, 600)
    first, second = deal.receive(claim, pay, 100), deal.receive(claim, pay, 500)
    deal.correct(claim, second, None)
    assert (claim.received, claim.pending, claim.outstanding) == (100, 500, 900)
    assert [part.amount for part in claim.collections] == [100]
    with refused("not-correctable"):
        deal.correct(claim, second, None)
    deal.correct(claim, first, None, deal.helan.maker, deal.yinhe.owner)
    deal.receive(claim, pay, 600)
    assert claim.received == 600
    assert [step.type for step in claim.steps][2:] == ["pay", "receive", "receive", "correct", "correct", "receive"]


def test_what_was_paid_beyond_is_taken_back_with_it(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    body = {"receivable": claim.id, "amount": 1_000, "over": 50, "payee": deal.yinhe.party, "paid_on": "2026-11-20"}
    pay = deal.world.submit("pay", deal.helan.maker, {**body, "reference": None}).hash
    receive = deal.receive(claim, pay, 1_020)
    deal.correct(claim, receive, None)
    (report,) = claim.payments
    assert (claim.received, claim.over_received, report.pending, report.over_pending) == (0, 0, 1_000, 50)


def test_a_mistaken_denial_is_taken_back(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.pay(claim, 600)
    deal.receive(claim, pay, 100)
    deny = deal.world.submit(
        "deny", deal.yinhe.owner, {"receivable": claim.id, "pay": pay, "reason": "not-received"}
    ).hash
    assert claim.pending == 0
    deal.correct(claim, deny, None)
    assert claim.pending == 500
    with refused("not-correctable"):
        deal.correct(claim, deny, None)
    deal.receive(claim, pay, 500)
    assert claim.received == 600


def test_a_denied_report_comes_back_only_into_what_is_outstanding(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.pay(claim, 600)
    body = {"receivable": claim.id, "pay": pay, "reason": "wrong-amount"}
    deny = deal.world.submit("deny", deal.yinhe.owner, body).hash
    deal.pay(claim, 500)
    with refused("over-payment"):
        deal.correct(claim, deny, None)


def test_who_was_paid_agrees_to_taking_it_back(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.pay(claim, 100)
    deal.receive(claim, pay, 100)
    receive = claim.steps[-1].hash
    deal.assigned(claim)
    body = correcting(claim, receive, None)
    slots = proposals.acts.slots(deal.world.state, "correct", deal.bank.party, body, deal.world.now)
    assert {slot.party for slot in slots} == {deal.bank.party, deal.yinhe.party, deal.helan.party}


def test_totals_and_answers_are_told_apart(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    confirm = claim.steps[-1].hash
    pay = deal.pay(claim, 600)
    receive = deal.receive(claim, pay, 600)
    with refused("not-correctable"):
        deal.correct(claim, confirm, None)
    with refused("not-correctable"):
        deal.correct(claim, receive, (900, 0, 0))
    deal.correct(claim, receive, None)
    deal.correct(claim, confirm, (900, 0, 0))  # the reversal stated no totals
    assert deal.world.refold() == deal.world.state


def test_a_correction_waits_on_every_facet(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    body = correcting(claim, claim.steps[-1].hash, (1, 0, 0))
    proposal = deal.world.propose("correct", deal.yinhe.owner, body)
    deal.world.submit("demand", deal.yinhe.owner, {"receivable": claim.id, "amount": 1, "service": None, "text": None})
    record = deal.world.state.proposals[proposal]
    assert proposals.void_because(deal.world.state, record, deal.world.now) == "changed"
    with refused("proposal-void"):
        deal.world.endorse(deal.helan.maker, proposal)
