"""Who sees what of a receivable."""

from __future__ import annotations

from datetime import date

import pytest

from ledger import visibility
from ledger.state import Receivable
from ledger.types import REGISTRAR_PARTY
from ledger.visibility import Offered
from tests.ledger.deals import Deal, part
from tests.ledger.factories import DAY, Side, hex64


@pytest.fixture
def deal() -> Deal:
    return Deal()


def sees(deal: Deal, claim: Receivable, party: str) -> list[str]:
    return [step.type for step in visibility.steps(deal.world.state, claim, party, deal.world.now)]


def stand(deal: Deal, claim: Receivable, side: Side) -> str:
    return visibility.stands(deal.world.state, claim, side.party, deal.world.now)


def offers(deal: Deal, claim: Receivable, side: Side) -> tuple[Offered, ...]:
    return visibility.offered(deal.world.state, claim, side.party, deal.world.now)


def test_strangers_see_nothing_and_the_payer_what_it_was_asked_about(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.register(deal.yinhe.owner, deal.helan.party, 1_000))
    assert stand(deal, claim, deal.yinhe) == "holder"
    for side in (deal.helan, deal.bank):
        assert stand(deal, claim, side) == "stranger"
        assert sees(deal, claim, side.party) == []
        assert offers(deal, claim, side) == ()
    claim = deal.confirmed()
    assert stand(deal, claim, deal.helan) == "payer"
    assert sees(deal, claim, deal.helan.party) == ["register", "request", "confirm"]


def test_a_financier_sees_what_it_was_offered_and_nothing_else(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    first = deal.offer(claim, 600, deal.banks[0])
    deal.offer(claim, 900, deal.banks[1])
    (seen,) = offers(deal, claim, deal.banks[0])
    assert (seen.receivable, seen.label, seen.offer, seen.kind, seen.state) == (
        claim.id, "R-0001", first, "pledge", "open",
    )  # fmt: skip
    assert (seen.amount, seen.available, seen.confirmed, seen.unpaid) == (600, 600, 1_000, 1_000)
    assert (seen.supplier, seen.payer, seen.confirmation) == (deal.yinhe.party, deal.helan.party, "confirmed")
    assert seen.due.date == date(2027, 2, 17)  # 120 days from 20 October
    assert sees(deal, claim, deal.banks[0].party) == ["confirm", "offer"]
    assert sees(deal, claim, deal.banks[2].party) == []
    # That others were faster shows in what is left, and nowhere else.
    deal.lock(claim, claim.holds[1].hash, 900, deal.banks[1])
    assert [one.available for one in offers(deal, claim, deal.banks[0])] == [100]
    assert sees(deal, claim, deal.banks[0].party) == ["confirm", "offer"]


def test_what_has_ended_is_shown_no_more(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 500, hours=1)
    (seen,) = offers(deal, claim, deal.bank)
    assert (seen.state, seen.available, seen.until) == ("locked", 600, claim.holds[0].lock_until)
    deal.world.now += 7 * DAY
    assert offers(deal, claim, deal.bank) == ()
    assert stand(deal, claim, deal.bank) == "stranger"
    assert sees(deal, claim, deal.bank.party) == ["lock"]  # what it signed itself


def test_the_payer_sees_no_offers_but_what_it_is_told_and_agrees_to(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 600)
    deal.lock(claim, offer, 600)
    more = {"account": hex64("8812"), "acknowledged": True}
    deal.pledge(claim, offer, 600, deal.bank.financier, deal.yinhe.owner, deal.helan.maker, **more)
    deal.pledge(claim, offer, 600, deal.bank.financier, registry="0912", **more)
    deal.finance(claim, offer, 500)
    assert sees(deal, claim, deal.helan.party) == ["register", "request", "confirm", "pledge"]
    (seen,) = offers(deal, claim, deal.bank)
    assert (seen.state, seen.claimed, seen.available) == ("pledged", False, 600)
    assert sees(deal, claim, deal.bank.party) == ["confirm", "offer", "lock", "pledge", "pledge", "finance"]
    pay = deal.pay(claim, 50, payee=deal.bank.party)
    assert sees(deal, claim, deal.bank.party)[-1] == "pay"  # it is asked whether that came
    deal.receive(claim, pay, 50, by=deal.bank.financier)
    deal.pay(claim, 20)
    assert sees(deal, claim, deal.bank.party)[-2:] == ["receive", "pay"]  # past the account that the payer agreed to
    deal.release(claim, offer)
    assert sees(deal, claim, deal.helan.party)[-1] == "release"  # the account that it agreed to pay into ends
    deal.receive(claim, claim.payments[-1].hash, 20)
    deal.assigned(claim)
    assert "accept" not in sees(deal, claim, deal.helan.party)
    deal.notice(claim)
    assert sees(deal, claim, deal.helan.party)[-1] == "notice"


def test_each_holder_sees_its_own_offers(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.assigned(claim)
    deal.notice(claim)
    deal.pledged(claim, 400, deal.banks[1])
    assert (stand(deal, claim, deal.yinhe), stand(deal, claim, deal.bank)) == ("supplier", "holder")
    before = ["register", "request", "confirm", "offer", "accept", "notice"]
    assert sees(deal, claim, deal.yinhe.party) == before
    assert sees(deal, claim, deal.bank.party) == [*before, "offer", "lock", "pledge"]
    assert sees(deal, claim, deal.banks[1].party) == ["confirm", "offer", "lock", "pledge"]


def test_who_gave_the_claim_back_sees_what_is_still_paid_to_it(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.assigned(claim)
    deal.notice(claim)
    deal.release(claim, offer, deal.bank.financier, deal.yinhe.owner)
    pay = deal.pay(claim, 100)  # the payer was not notified anew
    assert stand(deal, claim, deal.bank) == "financier"
    assert offers(deal, claim, deal.bank) == ()
    assert "pay" in sees(deal, claim, deal.bank.party)
    deal.notice(claim)
    assert stand(deal, claim, deal.bank) == "financier"  # the report waits for its word
    deal.receive(claim, pay, 100, by=deal.bank.financier)
    assert stand(deal, claim, deal.bank) == "stranger"


def test_parts_are_seen_like_the_whole(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    one, _ = deal.split(claim, part(400, 400), part(600, 600))
    assert stand(deal, one, deal.helan) == "payer"
    deal.offer(one, 400)
    assert sees(deal, one, deal.bank.party) == ["split", "offer"]
    assert sees(deal, claim, deal.bank.party) == []


def test_complaints_are_the_holders_and_the_offices(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    owner = deal.yinhe.owner
    deal.world.submit("demand", owner, {"receivable": claim.id, "amount": 1, "service": None, "text": None})
    body = {"receivable": claim.id, "about": "arrears", "amount": 1, "office": hex64("o"), "filed_on": "2026-11-22"}
    assert sees(deal, claim, REGISTRAR_PARTY) == []
    deal.world.submit("complain", owner, {**body, "registrar": True, "proof": None})
    reported = {"receivable": claim.id, "on": "2026-11-22", "proof": hex64("p")}
    deal.world.submit("accept-complaint", deal.world.registrar, reported)
    deal.world.submit("mediate", owner, reported)
    assert sees(deal, claim, REGISTRAR_PARTY) == ["complain", "accept-complaint"]
    assert sees(deal, claim, deal.helan.party)[-2:] == ["demand", "mediate"]
    assert "complain" not in sees(deal, claim, deal.helan.party)


def test_an_auditor_sees_every_entry(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.pledged(claim, 400)
    state, now = deal.world.state, deal.world.now
    assert visibility.steps(state, claim, deal.banks[2].party, now, auditor=True) == claim.history
