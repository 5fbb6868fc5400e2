"""The holding facet: offers, locks, pledges, assignments; who has to agree, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from ledger import holding, proposals, rules
from ledger.errors import Refusal
from ledger.state import Receivable
from ledger.types import LOCK_LIFE_MS, REFS
from tests.ledger.deals import HOUR, Deal, part, pledging
from tests.ledger.factories import DAY, Side, asking, hex64, paying, receiving, totals


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


@pytest.fixture
def deal() -> Deal:
    return Deal()


def reads(deal: Deal, claim: Receivable) -> str:
    return holding.reading(claim, deal.world.now)


# Offers.


def test_the_holder_offers_what_is_confirmed_unpaid_and_free(deal: Deal) -> None:
    claim = deal.confirmed(1_000, confirmed=700)
    assert reads(deal, claim) == "free"
    pay = deal.pay(claim, 100)
    deal.receive(claim, pay, 60)  # 40 more are reported and unanswered
    with refused("over-free"):
        deal.offer(claim, 601)
    offer = deal.offer(claim, 600)
    assert reads(deal, claim) == "offered"
    (hold,) = claim.holds
    assert (hold.hash, hold.financier, hold.by, hold.amount) == (offer, deal.bank.party, deal.yinhe.party, 600)
    assert claim.free(deal.world.now) == 600  # an offer keeps nothing from others
    assert claim.heads["holding"][1] == offer


def test_nothing_is_offered_before_it_is_confirmed_or_once_it_is_over(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000))
    with refused("over-free"):
        deal.offer(claim, 1)
    deal.world.submit("withdraw", deal.yinhe.owner, {"receivable": claim.id})
    with refused("wrong-state"):
        deal.offer(claim, 1)


def test_an_offer_goes_to_a_financier_who_is_no_party(deal: Deal) -> None:
    claim = deal.confirmed()
    for side in (deal.yinhe, deal.helan, Side("f" * 32, {})):
        with refused("not-financier"):
            deal.offer(claim, 10, side)


def test_three_offers_are_open_each_to_another(deal: Deal) -> None:
    claim = deal.confirmed()
    first = deal.offer(claim, 10, deal.banks[0])
    with refused("too-many-offers"):
        deal.offer(claim, 10, deal.banks[0])
    deal.offer(claim, 1_000, deal.banks[1])
    deal.offer(claim, 10, deal.banks[2])
    with refused("too-many-offers"):
        deal.offer(claim, 10, deal.banks[3])
    deal.release(claim, first, deal.yinhe.owner)
    deal.offer(claim, 10, deal.banks[3])


@pytest.mark.parametrize("days", [0, 31])
def test_an_offer_ends_in_the_future_within_thirty_days(deal: Deal, days: int) -> None:
    with refused("bad-body"):
        deal.offer(deal.confirmed(), 10, until=deal.world.now + days * DAY)


def test_an_offer_ends_by_the_clock(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500, until=deal.world.now + DAY)
    deal.world.now += DAY - 1
    assert reads(deal, claim) == "offered"
    deal.world.now += 1
    assert reads(deal, claim) == "free"
    for act in (lambda: deal.lock(claim, offer, 1), lambda: deal.release(claim, offer, deal.yinhe.owner)):
        with refused("offer-ended"):
            act()


def test_the_holder_takes_an_offer_back_and_the_financier_declines_it(deal: Deal) -> None:
    claim = deal.confirmed()
    for member in (deal.yinhe.owner, deal.bank.financier):
        offer = deal.offer(claim, 500)
        deal.release(claim, offer, member)
        assert reads(deal, claim) == "free"
        with refused("nothing-changes"):
            deal.release(claim, offer, member)


def test_strangers_learn_nothing_of_offers(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500)
    other = deal.banks[1].financier
    body = {"receivable": claim.id, "offer": offer}
    until = deal.world.now + DAY
    for kind, more in (("accept", {}), ("release", {}), ("lock", {"amount": 1, "until": until})):
        for known in (offer, hex64("none")):
            with refused("unknown-offer"):
                deal.world.submit(kind, other, {**body, "offer": known, **more})
    with refused("unknown-offer"):
        deal.world.propose("pledge", deal.helan.maker, pledging(claim, offer, 1, account=hex64("a"), acknowledged=True))
    with refused("not-yours"):
        deal.world.submit("notice", other, {"receivable": claim.id, "holder": other.party, "service": None})
    with refused("not-yours"):
        deal.offer(claim, 1, by=deal.helan.maker)


# Locks.


def test_who_locks_first_has_it(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    first, second = deal.offer(claim, 800), deal.offer(claim, 800, deal.banks[1])
    entry = deal.lock(claim, first, 700)
    assert reads(deal, claim) == "locked"
    assert (claim.bound(deal.world.now), claim.free(deal.world.now)) == (700, 300)
    with refused("over-free"):
        deal.lock(claim, second, 301, deal.banks[1])
    later = deal.lock(claim, second, 300, deal.banks[1])
    assert [hold.lock_seq for hold in claim.holds] == [entry.seq, later.seq]
    with refused("over-free"):
        deal.offer(claim, 1, deal.banks[2])


def test_a_lock_is_of_what_was_offered(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500)
    with refused("over-free"):
        deal.lock(claim, offer, 501)
    deal.lock(claim, offer, 500)
    with refused("nothing-changes"):
        deal.lock(claim, offer, 500)


def test_a_lock_lasts_at_most_seventy_two_hours(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500)
    for hours in (0, 73):
        with refused("lock-too-long"):
            deal.lock(claim, offer, 500, hours=hours)
    deal.lock(claim, offer, 500)
    deal.world.now += LOCK_LIFE_MS - 1
    assert claim.bound(deal.world.now) == 500
    deal.world.now += 1
    assert claim.bound(deal.world.now) == 0
    assert reads(deal, claim) == "offered"
    deal.lock(claim, offer, 400)  # it may lock again what is still free


def test_a_live_lock_keeps_its_offer_open_and_the_holder_from_taking_it_back(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500, until=deal.world.now + HOUR)
    deal.lock(claim, offer, 500)
    with refused("encumbered"):
        deal.release(claim, offer, deal.yinhe.owner)
    deal.world.now += 2 * HOUR
    deal.pledge(claim, offer, 500)
    assert reads(deal, claim) == "pledged"


# Pledges.


def test_a_pledge_needs_financier_and_holder_and_reads_claimed(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 500)
    body = pledging(claim, offer, 400)
    with refused("consent-needed"):
        deal.world.submit("pledge", deal.bank.financier, body)
    proposal = deal.world.propose("pledge", deal.bank.financier, body)
    waiting = proposals.waiting_for(deal.world.state, deal.world.state.proposals[proposal], deal.world.now)
    assert [(slot.party, slot.role) for slot in waiting] == [(deal.yinhe.party, "owner")]
    assert reads(deal, claim) == "locked"
    entry = deal.world.endorse(deal.yinhe.owner, proposal)
    (hold,) = claim.holds
    assert (reads(deal, claim), hold.claimed, hold.amount) == ("pledged", True, 400)
    assert claim.bound(deal.world.now + 100 * DAY) == 400  # a pledge does not end by itself
    step = claim.steps[-1]
    assert (step.type, step.hash, step.person) == ("pledge", entry.hash, deal.bank.financier.person)
    assert [person for person, _ in step.endorsed] == [deal.yinhe.owner.person]


def test_the_holder_may_propose_as_well(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 500)
    deal.pledge(claim, offer, 500, deal.yinhe.owner, deal.bank.financier)
    assert claim.holds[0].pledged


def test_a_pledge_is_whole_with_registry_number_and_acknowledged_account() -> None:
    deal = Deal(dual_above=0)
    claim = deal.confirmed()
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 600)
    whole = {"registry": "0912 3456", "account": hex64("8812"), "acknowledged": True}
    body = pledging(claim, offer, 600, **whole)
    proposal = deal.world.propose("pledge", deal.bank.financier, body)
    for member in (deal.helan.checker, deal.yinhe.owner):  # in any order
        deal.world.endorse(member, proposal)
        assert reads(deal, claim) == "locked"
    with refused("already-endorsed"):
        deal.world.endorse(deal.yinhe.owner, proposal)
    deal.world.endorse(deal.helan.maker, proposal)
    (hold,) = claim.holds
    assert (reads(deal, claim), hold.claimed) == ("pledged", False)
    with refused("already-endorsed"):
        deal.world.endorse(deal.helan.maker, proposal)


def test_what_a_pledge_lacks_comes_later(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.pledged(claim, 600)
    (hold,) = claim.holds
    deal.pledge(claim, offer, 600, deal.bank.financier, registry="0912")  # its own business
    assert hold.claimed
    account = hex64("account")
    deal.pledge(claim, offer, 600, deal.bank.financier, deal.yinhe.owner, registry="0912", account=account)
    assert hold.claimed
    more = {"registry": "0912", "account": account, "acknowledged": True}
    deal.pledge(claim, offer, 600, deal.bank.financier, deal.helan.maker, **more)
    assert not hold.claimed
    with refused("nothing-changes"):
        deal.pledge(claim, offer, 600, deal.bank.financier, **more)
    with refused("bad-body"):
        deal.pledge(claim, offer, 600, deal.bank.financier, account=account)  # the number stays
    with refused("bad-body"):
        deal.pledge(claim, offer, 599, deal.bank.financier, **more)
    # Another account has to be acknowledged anew.
    deal.pledge(claim, offer, 600, deal.bank.financier, deal.yinhe.owner, registry="0912", account=hex64("other"))
    assert hold.claimed
    assert hold.lapsed == (hold.seqs[-1],)


def test_an_account_is_acknowledged_only_if_there_is_one(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 600)
    with refused("bad-body"):
        deal.world.propose("pledge", deal.bank.financier, pledging(claim, offer, 600, acknowledged=True))


def test_a_pledge_follows_the_financiers_own_live_lock(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 600)
    with refused("not-locked"):
        deal.pledge(claim, offer, 600)
    deal.lock(claim, offer, 500, hours=1)
    with refused("over-free"):
        deal.pledge(claim, offer, 501)
    proposal = deal.world.propose("pledge", deal.bank.financier, pledging(claim, offer, 500))
    deal.world.now += HOUR
    with refused("not-locked"):  # it ended while the holder thought
        deal.world.endorse(deal.yinhe.owner, proposal)
    assigning = deal.offer(claim, 1_000, deal.banks[1], kind="assignment")
    deal.lock(claim, assigning, 500, deal.banks[1])
    with refused("not-locked"):  # what is offered to be assigned is not pledged
        deal.pledge(claim, assigning, 500, deal.banks[1].financier, deal.yinhe.owner)


def test_what_is_paid_under_a_lock_is_not_pledged(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 1_000)
    deal.lock(claim, offer, 1_000)
    deal.pay(claim, 300)
    with refused("over-free"):
        deal.pledge(claim, offer, 701)
    deal.pledge(claim, offer, 700)
    assert claim.free(deal.world.now) == 0


def test_parts_are_pledged_to_several_in_order(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.pledged(claim, 600)
    deal.pledged(claim, 400, deal.banks[1])
    first, second = claim.holds
    assert first.lock_seq < second.lock_seq
    assert claim.bound(deal.world.now) == 1_000
    deal.release(claim, first.hash)
    assert (first.state, claim.free(deal.world.now)) == ("released", 600)
    with refused("unknown-offer"):
        deal.release(claim, second.hash)  # by the wrong bank
    with refused("not-offered"):
        deal.release(claim, second.hash, deal.yinhe.owner)


# Paying out.


def test_money_paid_out_is_agreed_by_who_got_it(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 600)
    with refused("not-locked"):
        deal.finance(claim, offer, 1)
    deal.lock(claim, offer, 600)
    deal.pledge(claim, offer, 600)
    deal.finance(claim, offer, 400)
    assert (reads(deal, claim), claim.holds[0].financed) == ("financed", 400)
    with refused("over-free"):
        deal.finance(claim, offer, 201)
    deal.finance(claim, offer, 100, deal.yinhe.owner, deal.bank.financier)
    with refused("bad-body"):
        deal.agree(
            "finance",
            {"receivable": claim.id, "offer": offer, "amount": 1, "on": "2026-11-23"},
            deal.bank.financier,
            deal.yinhe.owner,
        )
    deal.release(claim, offer)
    assert reads(deal, claim) == "free"


def test_nothing_is_paid_out_on_what_was_paid(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.pledged(claim, 600)
    deal.receive(claim, deal.pay(claim, 900), 900)
    with refused("over-free"):
        deal.finance(claim, offer, 101)
    deal.finance(claim, offer, 100)


# Assignments.


def test_an_assignment_passes_the_whole_claim(deal: Deal) -> None:
    claim = deal.confirmed(1_000, confirmed=700)
    with refused("whole-claim"):
        deal.offer(claim, 700, kind="assignment")
    deal.world.submit("reject", deal.helan.maker, totals(claim.id, 700, 0, 300))
    deal.receive(claim, deal.pay(claim, 50), 50)
    offer = deal.offer(claim, 650, kind="assignment")
    other = deal.offer(claim, 100, deal.banks[1])
    deal.accept(claim, offer)
    assert (claim.holder, claim.supplier, claim.payee) == (deal.bank.party, deal.yinhe.party, deal.yinhe.party)
    assert reads(deal, claim) == "assigned"
    with refused("offer-ended"):
        deal.lock(claim, other, 100, deal.banks[1])  # what the old holder offered is over


@pytest.mark.parametrize("between", ["paid", "locked", "pledge"])
def test_an_offer_is_accepted_as_it_was_made(deal: Deal, between: str) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 1_000, kind="pledge" if between == "pledge" else "assignment")
    if between == "paid":
        deal.pay(claim, 10)
    elif between == "locked":
        deal.lock(claim, deal.offer(claim, 10, deal.banks[1]), 10, deal.banks[1])
    codes = {"paid": "whole-claim", "locked": "encumbered", "pledge": "wrong-state"}
    with refused(codes[between]):
        deal.accept(claim, offer)


def test_a_lock_covers_the_time_to_an_assignment(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 1_000, kind="assignment")
    deal.lock(claim, offer, 1_000)
    deal.accept(claim, offer)
    assert claim.bound(deal.world.now) == 0
    deal.finance(claim, offer, 990)
    assert claim.holds[0].financed == 990


def test_the_payer_is_bound_from_the_notice(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.assigned(claim)
    with refused("wrong-payee"):
        deal.pay(claim, 100, deal.bank.party)
    early = deal.pay(claim, 100)  # to the supplier, and rightly
    with refused("not-holder"):
        deal.receive(claim, early, 100, deal.bank.financier)
    deal.receive(claim, early, 100, deal.yinhe.owner)
    with refused("bad-body"):
        deal.notice(claim, holder=deal.yinhe.party)
    deal.notice(claim, deal.yinhe.owner)
    assert claim.payee == deal.bank.party
    assert claim.holding is not None
    assert claim.holding.noticed_at == deal.world.now
    with refused("nothing-changes"):
        deal.notice(claim)
    with refused("wrong-payee"):
        deal.pay(claim, 100, deal.yinhe.party)
    pay = deal.pay(claim, 900)
    with refused("not-holder"):
        deal.receive(claim, pay, 900, deal.yinhe.owner)
    deal.receive(claim, pay, 900)
    assert claim.payment == "settled"


def test_a_notice_that_arrived_outside_names_its_time(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    before = deal.world.now - 1
    deal.assigned(claim)
    since = deal.world.now
    deal.world.now += DAY
    for wrong in (before, deal.world.now + 1):
        with refused("bad-body"):
            deal.notice(claim, service={"arrived_at": wrong, "proof": hex64("receipt")})
    deal.notice(claim, service={"arrived_at": since + HOUR, "proof": hex64("receipt")})
    assert claim.holding is not None
    assert claim.holding.noticed_at == since + HOUR


def test_a_notice_of_a_part_arrives_after_the_whole_was_assigned(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.assigned(claim)
    since = deal.world.now
    deal.world.now += DAY
    first, _ = deal.split(claim, part(400, 400), part(600, 600), by=deal.bank.financier)
    with refused("bad-body"):
        deal.notice(first, service={"arrived_at": since - 1, "proof": hex64("receipt")})
    deal.release(first, deal.offer(first, 100, deal.banks[1]))  # of an offer, by which nothing passes
    deal.notice(first, service={"arrived_at": since + HOUR, "proof": hex64("receipt")})
    assert first.payee == deal.bank.party


def test_an_assigned_claim_is_its_new_holders(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.assigned(claim)
    with refused("not-holder"):
        deal.world.submit("withdraw", deal.yinhe.owner, {"receivable": claim.id})
    with refused("not-yours"):
        deal.offer(claim, 1_000, deal.banks[1], by=deal.yinhe.owner)
    onward = deal.offer(claim, 1_000, deal.banks[1], kind="assignment")
    with refused("encumbered"):
        deal.release(claim, offer, deal.bank.financier, deal.yinhe.owner)
    deal.accept(claim, onward, deal.banks[1])
    with refused("wrong-state"):
        deal.release(claim, offer, deal.bank.financier, deal.yinhe.owner)
    with refused("not-locked"):
        deal.finance(claim, offer, 1)
    deal.release(claim, onward, deal.banks[1].financier, deal.bank.financier)
    deal.release(claim, offer, deal.yinhe.owner, deal.bank.financier)
    assert claim.holder == deal.yinhe.party
    assert reads(deal, claim) == "free"


def test_a_claim_that_went_back_is_notified_again(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.assigned(claim)
    deal.notice(claim)
    with refused("consent-needed"):
        deal.release(claim, offer)
    deal.release(claim, offer, deal.bank.financier, deal.yinhe.owner)
    assert (claim.holder, claim.payee) == (deal.yinhe.party, deal.bank.party)
    deal.notice(claim, deal.bank.financier)
    assert claim.payee == deal.yinhe.party


# What else a hold touches.


def test_once_offered_a_confirmation_stands(deal: Deal) -> None:
    claim = deal.confirmed(1_000, confirmed=500)
    deal.release(claim, deal.offer(claim, 100))
    for kind, amounts in (("confirm", (600, 0, 0)), ("dispute", (500, 1, 0)), ("reject", (500, 0, 1))):
        with refused("correction-needed"):
            deal.world.submit(kind, deal.helan.maker, totals(claim.id, *amounts))


def test_money_into_the_acknowledged_account_pays_the_claim(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.pledged(claim, 600)
    with refused("wrong-payee"):
        deal.pay(claim, 100, deal.bank.party)
    more = {"account": hex64("8812"), "acknowledged": True}
    deal.pledge(claim, offer, 600, deal.bank.financier, deal.yinhe.owner, deal.helan.maker, **more)
    pay = deal.pay(claim, 300, deal.bank.party)
    with refused("not-holder"):
        deal.receive(claim, pay, 300, deal.yinhe.owner)
    deal.receive(claim, pay, 300, deal.bank.financier)
    direct = deal.pay(claim, 100)  # the holder is still right
    deal.receive(claim, direct, 100)
    assert (claim.received, claim.outstanding) == (400, 600)
    deal.release(claim, offer)
    with refused("wrong-payee"):
        deal.pay(claim, 1, deal.bank.party)


def test_holding_events_read_three_facets(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 500)
    body = {"receivable": claim.id, "offer": offer, "amount": 1, "until": deal.world.now + HOUR}
    signed = deal.world.sign("lock", deal.bank.financier, body)
    assert REFS["lock"] == ("confirmation", "holding", "payment")
    deal.pay(claim, 1)
    with refused("stale"):
        deal.world.accept(signed)


def test_limits_hold_for_financiers_and_dual_control_for_the_payers_consent() -> None:
    deal = Deal(dual_above=500)
    claim = deal.confirmed(1_000)
    small = deal.world.member(deal.bank.administrator, deal.bank.party, "financier", max_fen=100)
    offer = deal.offer(claim, 600)
    with refused("over-limit"):
        deal.world.submit(
            "lock", small, {"receivable": claim.id, "offer": offer, "amount": 101, "until": deal.world.now + HOUR}
        )
    deal.lock(claim, offer, 600)
    more = {"account": hex64("8812"), "acknowledged": True}
    big, little = pledging(claim, offer, 501, **more), pledging(claim, offer, 500, **more)
    state, party = deal.world.state, deal.bank.party
    assert [rules.needs_two(state, party, "pledge", body) for body in (big, little)] == [True, True]
    slots = proposals.acts.slots(state, "pledge", party, big, deal.world.now)
    assert [slot.role for slot in slots] == ["financier", "owner", "maker", "checker"]
    assert len(proposals.acts.slots(state, "pledge", party, little, deal.world.now)) == 3


def test_reports_still_name_the_unknown_ones(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    with refused("unknown-payment"):
        deal.world.submit("receive", deal.yinhe.owner, receiving(claim.id, hex64("x"), 1))
    with refused("not-payer"):
        deal.world.submit("pay", deal.yinhe.owner, paying(claim.id, deal.yinhe.party, 1))
    with refused("already-requested"):
        claim = deal.confirmed(1_000, confirmed=1)
        deal.world.submit("request", deal.yinhe.owner, asking(claim.id))


def test_the_fold_is_the_same_from_nothing(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.pledged(claim, 600)
    deal.finance(claim, offer, 400)
    deal.release(claim, offer)
    deal.assigned(claim, deal.banks[1])
    deal.notice(claim)
    assert deal.world.refold() == deal.world.state
