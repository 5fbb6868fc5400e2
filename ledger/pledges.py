"""What a financier does under an offer: it locks fen, pledges what it locked, and pays out on it.

A lock keeps fen from others for at most 72 hours and ends by the clock. A pledge follows its financier's own live lock
and keeps the lock's rank. It is *claimed* until its number in the national registry is there and the payer agreed to
pay into its account; both may come with it or later. All amounts are fen.
"""

from __future__ import annotations

from typing import Any

from ledger.claims import Hold
from ledger.consent import Slots, own_slot, payer_slots
from ledger.errors import Refusal
from ledger.receivables import require_past
from ledger.state import Receivable, State
from ledger.types import LOCK_LIFE_MS


def unknown_offer() -> Refusal:
    """Says nothing of offers between others."""
    return Refusal("unknown-offer", "there is no such offer to you or from you", "name the offer's entry")


def pledge_slots(state: State, party: str, receivable: Receivable, body: Any) -> Slots:
    """The financier; the holder for what it agreed to; the payer where it acknowledges the account."""
    found = receivable.hold(body["offer"])
    if found is None or party not in (found.by, found.financier):
        raise unknown_offer()
    payer = payer_slots(state, receivable, body["amount"]) if body["acknowledged"] else ()
    agreed = found.pledged and (found.account, found.terms) == (body["account"], body["terms"])
    holder = () if agreed else (own_slot(state, found.by),)
    if agreed and found.acknowledged is not None:
        payer = ()
    return (own_slot(state, found.financier), *holder, *payer)


def require_free(amount: int, free: int) -> None:
    """Raise ``over-free`` (fields ``amount``, ``free``) if there is not as much."""
    if amount > free:
        raise Refusal(
            "over-free",
            f"{free} fen are confirmed, unpaid and free",
            f"take at most {free} fen",
            amount=amount,
            free=free,
        )


def require_open(hold: Hold, at: int) -> None:
    """Raise ``offer-ended`` unless the financier can still answer the offer at ``at``."""
    if not hold.open_at(at):
        raise Refusal("offer-ended", "this offer has ended", "ask the holder for a new offer", until=hold.until)


# Rules.


def decide(receivable: Receivable, hold: Hold, kind: str, body: Any, at: int) -> None:
    """Raise ``Refusal`` unless the lock, pledge or finance may happen now; authority was checked before."""
    if kind == "lock":
        _decide_lock(receivable, hold, body, at)
    elif kind == "pledge":
        _decide_pledge(receivable, hold, body, at)
    else:
        _decide_finance(receivable, hold, body, at)


def _decide_lock(receivable: Receivable, hold: Hold, body: Any, at: int) -> None:
    """The financier keeps fen for itself while it looks and decides, for 72 hours at most."""
    require_open(hold, at)
    if hold.locked_at(at):
        raise Refusal("nothing-changes", "your lock is live", "pledge under it, or release it", until=hold.lock_until)
    if not at < body["until"] <= at + LOCK_LIFE_MS:
        raise Refusal(
            "lock-too-long",
            "a lock ends in the future, within 72 hours",
            "give another end",
            most=at + LOCK_LIFE_MS,
        )
    require_free(body["amount"], min(hold.amount, receivable.free(at)))


def _decide_pledge(receivable: Receivable, hold: Hold, body: Any, at: int) -> None:
    """A pledge under the financier's live lock; or more of one that stands: registry number, account, its payer."""
    if body["acknowledged"] and body["account"] is None:
        why = "an account is acknowledged, so there is one"
        raise Refusal("bad-body", why, "name the account", path="body.account", why=why)
    if hold.pledged:
        _decide_more(hold, body)
        return
    if hold.kind != "pledge" or not hold.locked_at(at):
        raise Refusal("not-locked", "a pledge follows the financier's own live lock", "lock first")
    left = receivable.confirmed - receivable.received - receivable.pending - receivable.bound(at) + hold.locked
    require_free(body["amount"], min(hold.locked, max(0, left)))


def _decide_more(hold: Hold, body: Any) -> None:
    if body["amount"] != hold.amount:
        why = f"{hold.amount} fen are pledged"
        raise Refusal("bad-body", why, "offer and pledge more apart", path="body.amount", why=why)
    if hold.registry is not None and body["registry"] is None:
        why = "a registry number that is there stays, or another takes its place"
        raise Refusal("bad-body", why, "repeat the number", path="body.registry", why=why)
    same = (hold.account, hold.terms, hold.registry) == (body["account"], body["terms"], body["registry"])
    if same and (hold.acknowledged is not None or not body["acknowledged"]):
        raise Refusal("nothing-changes", "the pledge stands like this", "add what it lacks")


def _decide_finance(receivable: Receivable, hold: Hold, body: Any, at: int) -> None:
    """The financier paid out on a pledge or an assignment, and who got it agrees."""
    assigned = hold.state == "assigned" and receivable.holder == hold.financier
    if not hold.pledged and not assigned:
        raise Refusal("not-locked", "money is paid out on a pledge or an assignment", "pledge or accept first")
    left = receivable.confirmed - receivable.received - receivable.pending
    require_free(body["amount"], max(0, min(hold.amount, left) - hold.financed))
    require_past(body["on"], at, "body.on")


# The fold.


def apply(hold: Hold, kind: str, body: Any, seq: int) -> None:
    """Fold an accepted lock, pledge or finance."""
    if kind == "lock":
        hold.locked, hold.lock_seq, hold.lock_until = body["amount"], seq, body["until"]
    elif kind == "finance":
        hold.financed += body["amount"]
    else:
        if not hold.pledged or hold.account != body["account"]:
            if hold.acknowledged is not None and not body["acknowledged"]:
                hold.lapsed += (seq,)
            hold.acknowledged = None
        if body["acknowledged"] and hold.acknowledged is None:
            hold.acknowledged = seq
        hold.state, hold.amount, hold.locked = "pledged", body["amount"], 0
        hold.registry, hold.account, hold.terms = body["registry"], body["account"], body["terms"]
