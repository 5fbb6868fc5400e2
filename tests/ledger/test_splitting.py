"""Splits: the parts add up to the whole in every bucket, the parent is frozen, the invoice stays claimed."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest

from ledger import holding
from ledger.errors import Refusal
from ledger.splitting import BUCKETS, part_id
from tests.ledger.deals import Deal, correcting, part
from tests.ledger.factories import hex64, paying, totals


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


@pytest.fixture
def deal() -> Deal:
    return Deal()


def test_the_parts_are_receivables_of_their_own(deal: Deal) -> None:
    claim = deal.confirmed(1_000, confirmed=620)
    deal.world.submit("dispute", deal.helan.maker, totals(claim.id, 620, 180))
    one, two = deal.split(claim, part(620, 620), part(380, disputed=180))
    split = claim.steps[-1]
    assert (split.type, split.hash) == ("split", deal.world.entries[-1].hash)
    assert [one.id, two.id] == [part_id(split.hash, 0), part_id(split.hash, 1)]
    assert one.id == sha256(b"\x03" + bytes.fromhex(split.hash) + bytes(4)).hexdigest()
    assert [one.label, two.label] == ["R-0002", "R-0003"]
    assert deal.world.state.numbered("R-0003") is two
    assert (one.confirmation, two.confirmation) == ("confirmed", "disputed")
    assert (two.disputed, two.undecided, two.reason) == (180, 200, "QTY")
    for child in (one, two):
        assert (child.supplier, child.payer, child.terms, child.texts) == (
            claim.supplier, claim.payer, claim.terms, claim.texts,
        )  # fmt: skip
        assert (child.requested_at, child.purpose, child.nudge) == (claim.requested_at, "financing", True)
        assert {head for _, head in child.heads.values()} == {split.hash}
        assert [(step.type, step.party) for step in child.history] == [("split", deal.yinhe.party)]
    assert (one.confirmed_at, two.confirmed_at) == (claim.confirmed_at, None)
    # What goes on with a part goes on there.
    deal.world.submit("confirm", deal.helan.maker, totals(two.id, 380))
    deal.receive(one, deal.pay(one, 620), 620)
    assert (one.payment, two.confirmation) == ("settled", "confirmed")


def test_the_parent_is_frozen(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    confirm = claim.steps[-1].hash
    deal.split(claim, part(400, 400), part(600, 600))
    assert (claim.confirmation, claim.live) == ("superseded", False)
    assert holding.reading(claim, deal.world.now) == "split"
    owner, maker = deal.yinhe.owner, deal.helan.maker
    pay = paying(claim.id, deal.yinhe.party, 1)
    demand = {"receivable": claim.id, "amount": 1, "service": None, "text": None}
    for act in (
        lambda: deal.world.submit("pay", maker, pay),
        lambda: deal.world.submit("demand", owner, demand),
        lambda: deal.world.submit("withdraw", owner, {"receivable": claim.id}),
        lambda: deal.world.submit("dispute", maker, totals(claim.id, 1_000, 0)),
        lambda: deal.world.propose("correct", owner, correcting(claim, confirm, (1, 0, 0))),
        lambda: deal.offer(claim, 1),
        lambda: deal.split(claim, part(400, 400), part(600, 600)),
    ):
        with refused("wrong-state"):
            act()


@pytest.mark.parametrize("bucket", BUCKETS)
def test_every_bucket_adds_up(deal: Deal, bucket: str) -> None:
    claim = deal.confirmed(1_000, confirmed=600)
    deal.world.submit("dispute", deal.helan.maker, totals(claim.id, 600, 100, 100))
    deal.receive(claim, deal.pay(claim, 50), 50)
    parts = [part(700, 500, 50, 50, 50), part(300, 100, 50, 50, 0)]
    for by in (1, -1):
        wrong = [dict(parts[0]), dict(parts[1])]
        wrong[0][bucket] += by
        with pytest.raises(Refusal) as caught:
            deal.split(claim, *wrong)
        assert (caught.value.code, caught.value.fields["bucket"]) == ("bad-split", bucket)
    deal.split(claim, *parts)


@pytest.mark.parametrize(
    "parts",
    [
        (part(400, 600), part(600, 400)),  # more decided than claimed
        (part(1_000, 1_000),),  # one part is no split
        (part(1_000, 1_000), part(0)),
        (part(500, 500, received=501), part(500, 500, received=-1)),
    ],
)
def test_a_part_holds_what_it_says(deal: Deal, parts: tuple[dict[str, int], ...]) -> None:
    claim = deal.confirmed(1_000)
    with pytest.raises(Refusal) as caught:
        deal.split(claim, *parts)
    assert caught.value.code in ("bad-split", "bad-body", "amount-out-of-range")


def test_no_part_received_more_than_it_gets(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.receive(claim, deal.pay(claim, 600), 600)
    with refused("bad-split"):
        deal.split(claim, part(500, 500, received=600), part(500, 500))


def test_what_was_received_is_dealt_out_by_day(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.world.submit("pay", deal.helan.maker, paying(claim.id, deal.yinhe.party, 300)).hash
    deal.receive(claim, pay, 300)
    last = deal.world.submit("pay", deal.helan.maker, paying(claim.id, deal.yinhe.party, 700, over=9)).hash
    body = {"receivable": claim.id, "pay": last, "amount": 200, "on": "2026-11-20"}
    deal.world.submit("receive", deal.yinhe.owner, body)
    with refused("encumbered"):  # 500 are reported and unanswered
        deal.split(claim, part(500, 500, received=250), part(500, 500, received=250))
    deal.world.submit("deny", deal.yinhe.owner, {"receivable": claim.id, "pay": last, "reason": "other"})
    one, two, three = deal.split(
        claim, part(400, 400, received=250), part(400, 400, received=250), part(200, 200)
    )  # fmt: skip
    assert [(come.on, come.amount) for come in one.collections] == [("2026-11-20", 200), ("2026-11-21", 50)]
    assert [(come.on, come.amount) for come in two.collections] == [("2026-11-21", 250)]
    assert three.collections == ()
    assert [child.received for child in (one, two, three)] == [250, 250, 0]


def test_what_was_paid_beyond_stays_with_the_parent(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    pay = deal.world.submit("pay", deal.helan.maker, paying(claim.id, deal.yinhe.party, 1_000, over=9)).hash
    deal.receive(claim, pay, 1_009)
    with refused("nothing-changes"):  # settled
        deal.split(claim, part(400, 400, received=400), part(600, 600, received=600))
    receive = claim.steps[-1].hash
    deal.correct(claim, receive, None)
    deal.receive(claim, pay, 900)
    deal.world.submit("deny", deal.yinhe.owner, {"receivable": claim.id, "pay": pay, "reason": "other"})
    one, two = deal.split(claim, part(900, 900, received=900), part(100, 100))
    assert (one.payment, two.payment, one.over_received) == ("settled", "open", 0)


@pytest.mark.parametrize("state", ["registered", "offered", "locked", "pledged"])
def test_what_others_lean_on_is_not_split(deal: Deal, state: str) -> None:
    if state == "registered":
        claim = deal.world.receivable(deal.world.register(deal.yinhe.owner, deal.helan.party, 1_000))
        with refused("wrong-state"):
            deal.split(claim, part(400), part(600))
        return
    claim = deal.confirmed(1_000)
    offer = deal.offer(claim, 10)
    if state != "offered":
        deal.lock(claim, offer, 10)
    if state == "pledged":
        deal.pledge(claim, offer, 10)
    with refused("encumbered"):
        deal.split(claim, part(400, 400), part(600, 600))
    deal.release(claim, offer)
    deal.split(claim, part(400, 400), part(600, 600))


def test_an_unanswered_claim_is_split_as_it_is(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000))
    one, two = deal.split(claim, part(400), part(600))
    assert [one.confirmation, two.confirmation] == ["requested", "requested"]
    deal.world.submit("acknowledge", deal.helan.maker, {"receivable": one.id})
    assert (one.confirmation, two.confirmation) == ("acknowledged", "requested")


def test_only_the_holder_splits(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    for member in (deal.helan.maker, deal.bank.financier):
        with refused("not-yours"):
            deal.split(claim, part(400, 400), part(600, 600), by=member)


# Parts and what they come from.


def test_the_family_bars_a_second_claim_until_all_of_it_is_gone(deal: Deal) -> None:
    claim = deal.world.receivable(deal.world.requested(deal.yinhe.owner, deal.helan.party, 1_000))
    world, fingerprint = deal.world, claim.fingerprint
    one, two = deal.split(claim, part(400), part(600))
    three, four = deal.split(two, part(100), part(500))
    for gone in (one, three):
        world.submit("withdraw", deal.yinhe.owner, {"receivable": gone.id})
        with refused("duplicate-claim"):
            world.register(deal.yinhe.owner, deal.helan.party, 5, fingerprint=fingerprint)
    world.submit("reject", deal.helan.maker, totals(four.id, 0, 0, 500))
    world.register(deal.yinhe.owner, deal.helan.party, 5, fingerprint=fingerprint)
    with refused("duplicate-claim"):
        world.submit("confirm", deal.helan.maker, totals(four.id, 500))


def test_parts_go_on_under_the_assignment_of_the_whole(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    offer = deal.assigned(claim)
    deal.finance(claim, offer, 700)
    deal.notice(claim)
    one, two = deal.split(claim, part(400, 400), part(600, 600))
    for child in (one, two):
        assert (child.holder, child.payee, child.supplier) == (deal.bank.party, deal.bank.party, deal.yinhe.party)
        assert holding.reading(child, deal.world.now) == "assigned"
    assert [(child.holds[0].amount, child.holds[0].financed) for child in (one, two)] == [(400, 400), (600, 300)]
    deal.correct(one, one.history[0].hash, (300, 0, 100), deal.bank.financier, deal.helan.maker)
    deal.release(one, offer, deal.bank.financier, deal.yinhe.owner)
    assert (one.holder, two.holder) == (deal.yinhe.party, deal.bank.party)


def test_a_part_is_assigned_while_the_rest_is_disputed(deal: Deal) -> None:
    claim = deal.confirmed(1_000, confirmed=620)
    clean, rest = deal.split(claim, part(620, 620), part(380))
    deal.assigned(clean)
    deal.notice(clean)
    assert (clean.holder, rest.holder) == (deal.bank.party, deal.yinhe.party)


def test_a_part_is_corrected_where_it_was_split(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    confirm = claim.steps[-1].hash
    one, _ = deal.split(claim, part(400, 400), part(600, 600))
    with refused("not-correctable"):
        deal.correct(one, confirm, (300, 0, 100))
    deal.correct(one, one.history[0].hash, (300, 0, 100))
    assert (one.confirmed, one.rejected) == (300, 100)


def test_demands_and_complaints_were_about_every_part(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.world.submit(
        "demand", deal.yinhe.owner, {"receivable": claim.id, "amount": 1_000, "service": None, "text": hex64("t")}
    )
    one, two = deal.split(claim, part(400, 400), part(600, 600))
    deal.world.submit("demand", deal.yinhe.owner, {"receivable": one.id, "amount": 4, "service": None, "text": None})
    assert one.remedies is not None
    assert two.remedies is not None
    assert (len(one.remedies.demands), len(two.remedies.demands)) == (2, 1)
    assert (one.remedy, two.remedy) == ("demanded", "demanded")


def test_the_fold_is_the_same_from_nothing(deal: Deal) -> None:
    claim = deal.confirmed(1_000)
    deal.receive(claim, deal.pay(claim, 100), 100)
    one, two = deal.split(claim, part(400, 400, received=100), part(600, 600))
    deal.split(two, part(1, 1), part(599, 599))
    deal.pledged(one, 300)
    assert deal.world.refold() == deal.world.state
