"""Rows of the events of receivables, and of what is proposed, endorsed and returned of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.state import Receivable
from tests.ledger.authorisation.cast import LARGE, SMALL, Act, Scene, scene
from tests.ledger.deals import Deal, correcting, part, pledging
from tests.ledger.factories import Member, asking, hex64, paying, receiving, totals


def asked(deal: Deal, amount: int = SMALL) -> str:
    return deal.world.requested(deal.yinhe.owner, deal.helan.party, amount)


def assigned(deal: Deal, amount: int = SMALL) -> tuple[Receivable, str]:
    """A claim that the bank holds and the payer was told so; the offer."""
    claim = deal.confirmed(amount)
    offer = deal.assigned(claim)
    deal.notice(claim)
    return claim, offer


def locked(deal: Deal, amount: int = SMALL) -> tuple[Receivable, str]:
    claim = deal.confirmed(amount)
    offer = deal.offer(claim, amount)
    deal.lock(claim, offer, amount)
    return claim, offer


def pledged(deal: Deal) -> tuple[Receivable, str]:
    claim = deal.confirmed(SMALL)
    return claim, deal.pledged(claim, SMALL)


def naming(claim: Receivable, offer: str, **more: Any) -> dict[str, Any]:
    return {"receivable": claim.id, "offer": offer, **more}


def offering(deal: Deal, claim: Receivable, bank: int = 0) -> dict[str, Any]:
    until = deal.world.now + 3_600_000
    to = deal.banks[bank].party
    return {"receivable": claim.id, "to": to, "kind": "pledge", "amount": claim.confirmed, "until": until}


def parted(claim: Receivable) -> dict[str, Any]:
    half = claim.claimed // 2
    return {"receivable": claim.id, "parts": [part(half, half), part(half, half)]}


scene("request")(lambda d: Act("request", asking(d.world.register(d.yinhe.owner, d.helan.party, SMALL))))
scene("acknowledge")(lambda d: Act("acknowledge", {"receivable": asked(d)}))
scene("query")(lambda d: Act("query", {"receivable": asked(d), "question": hex64("q")}))


@scene("answer")
def _answer(deal: Deal) -> Act:
    claim = asked(deal)
    deal.world.submit("query", deal.helan.maker, {"receivable": claim, "question": hex64("q")})
    return Act("answer", {"receivable": claim, "answer": hex64("a")})


def _decisions() -> None:
    """Each alone for a small sum; for a large one by a proposal, an endorsement, or the return of one."""
    stated = {"confirm": (1, 0, 0), "dispute": (0, 1, 0), "reject": (0, 0, 1)}
    for kind, parts in stated.items():

        def small(deal: Deal, kind: str = kind, parts: tuple[int, ...] = parts) -> Act:
            return Act(kind, totals(asked(deal), *(each * SMALL for each in parts)))

        def large(deal: Deal, kind: str = kind, parts: tuple[int, ...] = parts) -> Act:
            return Act(kind, totals(asked(deal, LARGE), *(each * LARGE for each in parts)))

        scene(kind, "one person is enough")(small)
        scene(kind, "two people are wanted")(large)
        several(kind, large, lambda deal: deal.helan.maker)


def several(kind: str, alone: Scene, first: Callable[[Deal], Member], when: str = "") -> None:
    """``kind`` proposed, endorsed after ``first`` proposed it, and returned."""

    def proposing(deal: Deal) -> Act:
        act = alone(deal)
        return Act("propose", {"type": kind, "body": act.body})

    def answered(word: str, body: dict[str, Any]) -> Scene:
        return lambda deal: Act(
            word, body, proposal=deal.world.submit("propose", first(deal), proposing(deal).body).hash
        )

    scene(f"propose {kind}", when)(proposing)
    scene(f"endorse {kind}", when)(answered("endorse", {}))
    scene(f"return {kind}", when)(answered("return", {"note": None}))


_decisions()
scene("propose query", "one person is enough")(
    lambda d: Act("propose", {"type": "query", "body": {"receivable": asked(d), "question": hex64("q")}})
)
scene("withdraw")(lambda d: Act("withdraw", {"receivable": asked(d)}))


@scene("pay", "one person is enough")
def _pay(deal: Deal) -> Act:
    return Act("pay", paying(deal.confirmed(SMALL).id, deal.yinhe.party, SMALL))


@scene("pay", "two people are wanted")
def _pay_large(deal: Deal) -> Act:
    return Act("pay", paying(deal.confirmed(LARGE).id, deal.yinhe.party, LARGE))


several("pay", _pay_large, lambda deal: deal.helan.maker)


@scene("receive")
def _receive(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    return Act("receive", receiving(claim.id, deal.pay(claim, SMALL), SMALL))


@scene("receive", "assigned and noticed")
def _receive_assigned(deal: Deal) -> Act:
    claim, _ = assigned(deal)
    return Act("receive", receiving(claim.id, deal.pay(claim, SMALL), SMALL))


@scene("deny")
def _deny(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    return Act("deny", {"receivable": claim.id, "pay": deal.pay(claim, SMALL), "reason": "other"})


@scene("deny", "assigned and noticed")
def _deny_assigned(deal: Deal) -> Act:
    claim, _ = assigned(deal)
    return Act("deny", {"receivable": claim.id, "pay": deal.pay(claim, SMALL), "reason": "other"})


scene("offer")(lambda d: Act("offer", offering(d, d.confirmed(SMALL))))
scene("offer", "assigned and noticed")(lambda d: Act("offer", offering(d, assigned(d)[0], 1)))


@scene("accept")
def _accept(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    return Act("accept", naming(claim, deal.offer(claim, SMALL, kind="assignment")))


@scene("notice")
def _notice(deal: Deal) -> Act:
    """The bank holds the claim, and the payer knows of the supplier: both may tell it."""
    claim = deal.confirmed(SMALL)
    deal.assigned(claim)
    return Act("notice", {"receivable": claim.id, "holder": claim.holder, "service": None})


@scene("lock")
def _lock(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    offer = deal.offer(claim, SMALL)
    return Act("lock", naming(claim, offer, amount=SMALL, until=deal.world.now + 3_600_000))


@scene("pledge")
def _pledge(deal: Deal) -> Act:
    claim, offer = locked(deal)
    return Act("pledge", pledging(claim, offer, SMALL))


def _pledge_acknowledged(deal: Deal) -> Act:
    claim, offer = locked(deal, LARGE)
    return Act("pledge", pledging(claim, offer, LARGE, account=hex64("account"), acknowledged=True))


@scene("pledge", "only its registry number is added")
def _pledge_registered(deal: Deal) -> Act:
    claim, offer = pledged(deal)
    return Act("pledge", pledging(claim, offer, SMALL, registry="0912"))


several("pledge", _pledge, lambda deal: deal.bank.financier)
several("pledge", _pledge_acknowledged, lambda deal: deal.bank.financier, "the payer acknowledges the account")


@scene("finance")
def _finance(deal: Deal) -> Act:
    claim, offer = pledged(deal)
    return Act("finance", naming(claim, offer, amount=SMALL, on="2026-11-22"))


several("finance", _finance, lambda deal: deal.bank.financier)


@scene("release", "of an open offer")
def _release_offer(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    return Act("release", naming(claim, deal.offer(claim, SMALL)))


scene("release", "of a lock")(lambda d: Act("release", naming(*locked(d))))
scene("release", "of a pledge")(lambda d: Act("release", naming(*pledged(d))))


@scene("release", "of an assignment")
def _release_assigned(deal: Deal) -> Act:
    return Act("release", naming(*assigned(deal)))


several("release", _release_assigned, lambda deal: deal.bank.financier, "of an assignment")
scene("split")(lambda d: Act("split", parted(d.confirmed(SMALL))))
scene("split", "assigned and noticed")(lambda d: Act("split", parted(assigned(d)[0])))


@scene("correct")
def _correct(deal: Deal) -> Act:
    claim = deal.confirmed(SMALL)
    return Act("correct", correcting(claim, claim.steps[-1].hash, (SMALL // 2, 0, 0)))


def _correct_pledged(deal: Deal) -> Act:
    claim = deal.confirmed(LARGE)
    deal.pledged(claim, SMALL)
    return Act("correct", correcting(claim, claim.steps[1].hash, (LARGE // 2, 0, 0)))


several("correct", _correct, lambda deal: deal.yinhe.owner)
several("correct", _correct_pledged, lambda deal: deal.yinhe.owner, "pledged, and two people of the payer are wanted")


# Remedy.


def complaining(claim: Receivable, registrar: bool) -> dict[str, Any]:
    return {
        "receivable": claim.id, "about": "arrears", "amount": SMALL, "office": hex64("office"),
        "registrar": registrar, "filed_on": "2026-11-22", "proof": None,
    }  # fmt: skip


def demanding(claim: Receivable) -> dict[str, Any]:
    return {"receivable": claim.id, "amount": SMALL, "service": None, "text": None}


def reported(claim: Receivable, **more: Any) -> dict[str, Any]:
    return {"receivable": claim.id, "on": "2026-11-22", "proof": hex64("proof"), **more}


def complained(deal: Deal, registrar: bool = False) -> Receivable:
    claim = deal.confirmed(SMALL)
    deal.world.submit("complain", deal.yinhe.owner, complaining(claim, registrar))
    return claim


scene("demand")(lambda d: Act("demand", demanding(d.confirmed(SMALL))))
scene("demand", "assigned and noticed")(lambda d: Act("demand", demanding(assigned(d)[0])))
scene("complain")(lambda d: Act("complain", complaining(d.confirmed(SMALL), False)))
scene("complain", "assigned and noticed")(lambda d: Act("complain", complaining(assigned(d)[0], False)))
for word, lodged in (("lodged at another office", False), ("lodged with the registrar", True)):
    scene("accept-complaint", word)(lambda d, lodged=lodged: Act("accept-complaint", reported(complained(d, lodged))))  # type: ignore[misc]
    scene("pass-on", word)(lambda d, lodged=lodged: Act("pass-on", reported(complained(d, lodged), office=hex64("o"))))  # type: ignore[misc]
    scene("receive-complaint", word)(lambda d, lodged=lodged: Act("receive-complaint", reported(complained(d, lodged))))  # type: ignore[misc]
scene("answer-complaint")(lambda d: Act("answer-complaint", reported(complained(d), answer=hex64("a"))))
scene("mediate")(lambda d: Act("mediate", reported(complained(d))))
scene("close")(lambda d: Act("close", {"receivable": complained(d).id, "outcome": "paid"}))
