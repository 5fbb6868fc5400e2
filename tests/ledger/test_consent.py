"""Consents of several parties: each by another person who may still give it when the last one agrees."""

from __future__ import annotations

from typing import Any

import pytest

from ledger import proposals
from ledger.errors import Refusal
from ledger.state import Proposal, Receivable
from tests.ledger.deals import Deal, correcting, pledging
from tests.ledger.factories import DAY, Member, hex64


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Waiting(Deal):
    """A pledge that the bank proposed; the holder, the payer's maker and its checker have to agree."""

    def __init__(self) -> None:
        super().__init__(dual_above=0)
        self.claim: Receivable = self.confirmed()
        offer = self.offer(self.claim, 600)
        self.lock(self.claim, offer, 600)
        self.body = pledging(self.claim, offer, 600, account=hex64("8812"), acknowledged=True)
        self.proposal = self.world.propose("pledge", self.bank.financier, self.body)

    @property
    def record(self) -> Proposal:
        return self.world.state.proposals[self.proposal]

    def waits_for(self) -> list[str]:
        return [slot.role for slot in proposals.waiting_for(self.world.state, self.record, self.world.now)]

    def why(self) -> str | None:
        return proposals.void_because(self.world.state, self.record, self.world.now)

    def limits(self, by: Member, **changed: Any) -> None:
        body = {"person": None, "roles": None, "max_fen": None, "expires_at": None, "dual_above": None, **changed}
        self.world.submit("limits", by, body)

    def revoke(self, by: Member, other: Member) -> None:
        body = {"person": other.person, "key": other.key.id, "suspect_since": None, "reason": "left"}
        self.world.submit("revoke", by, body)


@pytest.fixture
def deal() -> Waiting:
    return Waiting()


def test_it_says_whom_it_waits_for(deal: Waiting) -> None:
    assert deal.record.needs == 3
    assert deal.waits_for() == ["owner", "maker", "checker"]
    deal.world.endorse(deal.helan.maker, deal.proposal)
    assert deal.waits_for() == ["owner", "checker"]
    deal.world.endorse(deal.yinhe.owner, deal.proposal)
    assert deal.waits_for() == ["checker"]
    deal.world.endorse(deal.helan.checker, deal.proposal)
    assert deal.waits_for() == []
    assert proposals.standing(deal.world.state, deal.record, deal.world.now) == "effective"


def test_dual_control_waits_for_a_checker(deal: Waiting) -> None:
    proposal = deal.world.propose("confirm", deal.helan.maker, _totals(deal))
    record = deal.world.state.proposals[proposal]
    waiting = proposals.waiting_for(deal.world.state, record, deal.world.now)
    assert [(slot.party, slot.role) for slot in waiting] == [(deal.helan.party, "checker")]


def _totals(deal: Waiting) -> dict[str, Any]:
    claim = deal.world.requested(deal.yinhe.owner, deal.helan.party, 5)
    return {"receivable": claim, "confirmed": 5, "disputed": 0, "rejected": 0, "reason": None, "note": None}


def test_one_person_agrees_once_whatever_their_roles(deal: Waiting) -> None:
    both = deal.world.member(deal.helan.administrator, deal.helan.party, "maker", "checker")
    deal.world.endorse(both, deal.proposal)
    with refused("already-endorsed"):
        deal.world.endorse(both, deal.proposal)
    deal.world.endorse(deal.helan.maker, deal.proposal)  # then the other one was the checker
    assert deal.waits_for() == ["owner"]
    with refused("already-endorsed"):
        deal.world.endorse(deal.helan.checker, deal.proposal)


def test_the_proposer_agrees_once_too(deal: Waiting) -> None:
    with refused("same-person"):
        deal.world.endorse(deal.bank.financier, deal.proposal)
    colleague = deal.world.member(deal.bank.administrator, deal.bank.party, "financier")
    with refused("already-endorsed"):
        deal.world.endorse(colleague, deal.proposal)


def test_the_maker_does_not_choose_the_checker(deal: Waiting) -> None:
    host = deal.world.member(deal.helan.administrator, deal.helan.party, "administrator", "maker")
    friend = deal.world.member(host, deal.helan.party, "checker")
    deal.world.endorse(host, deal.proposal)
    with refused("invited-by-maker"):
        deal.world.endorse(friend, deal.proposal)
    deal.world.endorse(deal.helan.checker, deal.proposal)


def test_strangers_and_other_roles_agree_to_nothing(deal: Waiting) -> None:
    with refused("not-yours"):
        deal.world.endorse(deal.banks[1].financier, deal.proposal)
    with refused("wrong-role"):
        deal.world.endorse(deal.helan.administrator, deal.proposal)
    with refused("not-yours"):
        deal.world.submit("return", deal.banks[1].financier, {"note": None}, proposal=deal.proposal)


def test_whoever_is_asked_may_refuse(deal: Waiting) -> None:
    deal.world.submit("return", deal.helan.checker, {"note": None}, proposal=deal.proposal)
    with refused("proposal-void"):
        deal.world.endorse(deal.yinhe.owner, deal.proposal)
    with refused("not-yours"):
        deal.world.endorse(deal.banks[1].financier, deal.proposal)
    assert deal.waits_for() == []


def test_who_proposed_takes_it_back(deal: Waiting) -> None:
    deal.world.submit("return", deal.bank.financier, {"note": None}, proposal=deal.proposal)
    assert deal.record.state == "returned"


@pytest.mark.parametrize("who", ["maker", "financier"])
def test_who_agreed_must_still_be_able_to(deal: Waiting, who: str) -> None:
    deal.world.endorse(deal.helan.maker, deal.proposal)
    deal.world.endorse(deal.yinhe.owner, deal.proposal)
    if who == "maker":
        deal.revoke(deal.helan.administrator, deal.helan.maker)
    else:
        deal.revoke(deal.bank.administrator, deal.bank.financier)
    assert deal.why() == ("endorser" if who == "maker" else "maker")
    with refused("proposal-void"):
        deal.world.endorse(deal.helan.checker, deal.proposal)
    assert not deal.claim.holds[0].pledged


def test_who_agreed_and_lost_the_role_or_the_limit_has_not_agreed(deal: Waiting) -> None:
    deal.world.endorse(deal.helan.maker, deal.proposal)
    deal.limits(deal.helan.administrator, person=deal.helan.maker.person, roles=["checker"])
    assert deal.waits_for() == ["owner", "maker"]  # and now counts as the checker
    deal.limits(deal.helan.administrator, person=deal.helan.maker.person, roles=["maker"], max_fen=599)
    assert deal.why() == "endorser"


def test_a_payer_that_brings_in_dual_control_agrees_twice(deal: Waiting) -> None:
    deal.limits(deal.helan.administrator, dual_above=600)
    assert deal.waits_for() == ["owner", "maker"]
    deal.limits(deal.helan.administrator, dual_above=599)
    deal.world.endorse(deal.helan.maker, deal.proposal)
    deal.world.endorse(deal.yinhe.owner, deal.proposal)
    assert deal.waits_for() == ["checker"]


def test_it_ends_after_seven_days_and_when_anything_moves(deal: Waiting) -> None:
    claim = deal.claim
    confirm = next(step.hash for step in claim.steps if step.type == "confirm")
    body = correcting(claim, confirm, (900, 0, 100))
    correction = deal.world.propose("correct", deal.yinhe.owner, body)
    deal.release(claim, claim.holds[0].hash)
    assert deal.why() == "changed"
    record = deal.world.state.proposals[correction]
    assert proposals.void_because(deal.world.state, record, deal.world.now) == "changed"
    again = deal.world.propose("correct", deal.yinhe.owner, body)
    deal.world.now += 7 * DAY + 1
    assert proposals.void_because(deal.world.state, deal.world.state.proposals[again], deal.world.now) == "expired"
    with refused("proposal-void"):
        deal.world.endorse(deal.helan.maker, again)


def test_limits_hold_for_everybody_who_agrees(deal: Waiting) -> None:
    deal.limits(deal.helan.administrator, person=deal.helan.checker.person, max_fen=599)
    with refused("over-limit"):
        deal.world.endorse(deal.helan.checker, deal.proposal)
