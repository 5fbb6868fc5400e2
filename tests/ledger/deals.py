"""Receivables that are offered, locked, pledged, assigned, split and corrected: what such tests stand on.

deal = Deal()
claim = deal.confirmed(1_000)
offer = deal.offer(claim, 600)
deal.lock(claim, offer, 600)
deal.pledge(claim, offer, 600)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger import rules
from ledger.state import Receivable
from ledger.types import Entry
from tests.ledger.factories import DAY, Member, Side, World, hex64, paying, receiving, totals

HOUR = 3_600_000


class Deal:
    """A supplier, a payer (``dual_above`` as told) and four banks."""

    def __init__(self, dual_above: int | None = None, world: World | None = None) -> None:
        self.world = world or World()
        self.yinhe: Side = self.world.supplier()
        self.helan: Side = self.world.payer(dual_above=dual_above)
        self.banks = [self.world.bank() for _ in range(4)]

    @property
    def bank(self) -> Side:
        return self.banks[0]

    def confirmed(self, amount: int = 1_000, confirmed: int | None = None, **changed: Any) -> Receivable:
        """A claim of which the payer confirmed all, or so much."""
        claim = self.world.requested(self.yinhe.owner, self.helan.party, amount, **changed)
        body = totals(claim, amount if confirmed is None else confirmed)
        if rules.needs_two(self.world.state, self.helan.party, "confirm", body):
            self.world.endorse(self.helan.checker, self.world.propose("confirm", self.helan.maker, body))
        else:
            self.world.submit("confirm", self.helan.maker, body)
        return self.world.receivable(claim)

    # Single acts.

    def offer(self, claim: Receivable, amount: int, bank: Side | None = None, **changed: Any) -> str:
        body = {"receivable": claim.id, "to": (bank or self.bank).party, "kind": "pledge", "amount": amount}
        body |= {"until": self.world.now + 7 * DAY, **changed}
        by = changed.pop("by", None) or self.holder(claim)
        body.pop("by", None)
        return self.world.submit("offer", by, body).hash

    def holder(self, claim: Receivable) -> Member:
        sides = (self.yinhe, *self.banks)
        side = next(each for each in sides if each.party == claim.holder)
        return side.people.get("owner") or side.financier

    def lock(self, claim: Receivable, offer: str, amount: int, bank: Side | None = None, hours: int = 72) -> Entry:
        body = {"receivable": claim.id, "offer": offer, "amount": amount, "until": self.world.now + hours * HOUR}
        return self.world.submit("lock", (bank or self.bank).financier, body)

    def accept(self, claim: Receivable, offer: str, bank: Side | None = None) -> Entry:
        return self.world.submit("accept", (bank or self.bank).financier, {"receivable": claim.id, "offer": offer})

    def notice(self, claim: Receivable, by: Member | None = None, **changed: Any) -> Entry:
        body = {"receivable": claim.id, "holder": claim.holder, "service": None, **changed}
        return self.world.submit("notice", by or self.holder(claim), body)

    def pay(self, claim: Receivable, amount: int, payee: str | None = None) -> str:
        body = paying(claim.id, payee or claim.payee, amount)
        return self.world.submit("pay", self.helan.maker, body).hash

    def receive(self, claim: Receivable, pay: str, amount: int, by: Member | None = None) -> str:
        return self.world.submit("receive", by or self.holder(claim), receiving(claim.id, pay, amount)).hash

    def split(self, claim: Receivable, *parts: dict[str, int], by: Member | None = None) -> list[Receivable]:
        body = {"receivable": claim.id, "parts": list(parts)}
        self.world.submit("split", by or self.holder(claim), body)
        family = claim.family
        assert family is not None
        return [self.world.receivable(child) for child in family.children]

    # Acts that several agree to.

    def agree(self, kind: str, body: dict[str, Any], *people: Member) -> str:
        """The first proposes, the others endorse; of one alone signed directly. The hash that made it effective."""
        if len(people) == 1:
            return self.world.submit(kind, people[0], body).hash
        proposal = self.world.propose(kind, people[0], body)
        return [self.world.endorse(member, proposal).hash for member in people[1:]][-1]

    def pledge(self, claim: Receivable, offer: str, amount: int, *people: Member, **changed: Any) -> str:
        """Pledge; by the financier and the holder unless others are named."""
        who = people or (self.bank.financier, self.holder(claim))
        return self.agree("pledge", pledging(claim, offer, amount, **changed), *who)

    def finance(self, claim: Receivable, offer: str, amount: int, *people: Member) -> str:
        body = {"receivable": claim.id, "offer": offer, "amount": amount, "on": "2026-11-22"}
        return self.agree("finance", body, *(people or (self.bank.financier, self.yinhe.owner)))

    def release(self, claim: Receivable, offer: str, *people: Member) -> str:
        return self.agree("release", {"receivable": claim.id, "offer": offer}, *(people or (self.bank.financier,)))

    def correct(self, claim: Receivable, corrects: str, new: tuple[int, int, int] | None, *people: Member) -> str:
        return self.agree(
            "correct", correcting(claim, corrects, new), *(people or (self.yinhe.owner, self.helan.maker))
        )

    def pledged(self, claim: Receivable, amount: int, bank: Side | None = None) -> str:
        """Offer, lock and pledge; the offer."""
        side = bank or self.bank
        offer = self.offer(claim, amount, side)
        self.lock(claim, offer, amount, side)
        self.pledge(claim, offer, amount, side.financier, self.holder(claim))
        return offer

    def assigned(self, claim: Receivable, bank: Side | None = None) -> str:
        """Offer and accept the whole claim; the offer."""
        offer = self.offer(claim, claim.confirmed - claim.received, bank, kind="assignment")
        self.accept(claim, offer, bank)
        return offer


def pledging(claim: Receivable, offer: str, amount: int, **changed: Any) -> dict[str, Any]:
    body = {"receivable": claim.id, "offer": offer, "amount": amount, "registry": None, "account": None}
    return {**body, "acknowledged": False, "terms": None, **changed}


def correcting(claim: Receivable, corrects: str, new: tuple[int, int, int] | None) -> dict[str, Any]:
    stated = None
    if new is not None:
        reason = "QTY" if new[1] or new[2] else None
        stated = {"confirmed": new[0], "disputed": new[1], "rejected": new[2], "reason": reason}
    return {"receivable": claim.id, "corrects": corrects, "totals": stated, "note": None}


def part(claimed: int, confirmed: int = 0, disputed: int = 0, rejected: int = 0, received: int = 0) -> dict[str, int]:
    return {
        "claimed": claimed, "confirmed": confirmed, "disputed": disputed, "rejected": rejected, "received": received,
    }  # fmt: skip


# One way to meet each refusal of this part of the ledger.


def _late(deal: Deal) -> None:
    claim = deal.confirmed()
    offer = deal.offer(claim, 500)
    deal.world.now += 7 * DAY
    deal.lock(claim, offer, 500)


def _too_many(deal: Deal) -> None:
    claim = deal.confirmed()
    for bank in deal.banks:
        deal.offer(claim, 100, bank)


def _twice_stated(deal: Deal) -> None:
    claim = deal.confirmed(confirmed=400)
    first = claim.steps[-1].hash
    deal.world.submit("confirm", deal.helan.maker, totals(claim.id, 500))
    deal.correct(claim, first, (300, 0, 0))


def _offered_then_confirmed(deal: Deal) -> None:
    claim = deal.confirmed(confirmed=400)
    deal.offer(claim, 100)
    deal.world.submit("confirm", deal.helan.maker, totals(claim.id, 500))


def _split_while_pledged(deal: Deal) -> None:
    claim = deal.confirmed()
    deal.pledged(claim, 10)
    deal.split(claim, part(500, 500), part(500, 500))


def _alone(deal: Deal) -> None:
    claim = deal.confirmed()
    deal.world.submit("correct", deal.yinhe.owner, correcting(claim, claim.steps[-1].hash, (1, 0, 0)))


def _locked_by_the_holder(deal: Deal) -> None:
    claim = deal.confirmed()
    deal.lock(claim, deal.offer(claim, 10), 10, Side(deal.yinhe.party, {"financier": deal.yinhe.owner}))


def _long_lock(deal: Deal) -> None:
    claim = deal.confirmed()
    deal.lock(claim, deal.offer(claim, 10), 10, hours=73)


def _pledge_unlocked(deal: Deal) -> None:
    claim = deal.confirmed()
    deal.pledge(claim, deal.offer(claim, 10), 10)


def _accept_unknown(deal: Deal) -> None:
    deal.accept(deal.confirmed(), hex64("offer"))


CASES: dict[str, Callable[[Deal], Any]] = {
    "consent-needed": _alone,
    "correction-needed": _offered_then_confirmed,
    "not-correctable": _twice_stated,
    "not-financier": lambda deal: deal.offer(deal.confirmed(), 10, deal.helan),
    "too-many-offers": _too_many,
    "unknown-offer": _accept_unknown,
    "offer-ended": _late,
    "not-offered": _locked_by_the_holder,
    "over-free": lambda deal: deal.offer(deal.confirmed(confirmed=400), 401),
    "lock-too-long": _long_lock,
    "not-locked": _pledge_unlocked,
    "whole-claim": lambda deal: deal.offer(deal.confirmed(), 999, kind="assignment"),
    "encumbered": _split_while_pledged,
    "bad-split": lambda deal: deal.split(deal.confirmed(), part(500, 500), part(499, 499)),
    "wrong-stage": lambda deal: deal.world.submit(
        "close", deal.yinhe.owner, {"receivable": deal.confirmed().id, "outcome": "paid"}
    ),
}
