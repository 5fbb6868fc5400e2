"""Corrections: what was said wrongly is put right by all whom it touches; both stay in the history.

A correction names the entry that it corrects. Of a confirmation it states the new totals, which may be lower; of an
acknowledged or denied payment it takes the effect back, and the report waits for an answer again. It touches the
holder, the payer (under its dual control), every financier with a live lock or a pledge, and who was paid. All amounts
are fen.
"""

from __future__ import annotations

from typing import Any

from ledger.claims import Collection, Correction, Payment
from ledger.confirmation import apply_totals, require_sum, require_unpaid
from ledger.consent import Slots, distinct, own_slot, payer_slots
from ledger.errors import Refusal
from ledger.receivables import concerned, record, require_live, require_unclaimed
from ledger.state import Receivable, State, Step
from ledger.types import Event

STATED = ("confirm", "dispute", "reject", "split")
"""Steps that state totals, beside corrections."""


def slots(state: State, receivable: Receivable, body: Any, at: int) -> Slots:
    """Everybody whom the correction touches at ``at`` (ms UTC)."""
    parties = [receivable.holder, *(hold.financier for hold in receivable.holds if hold.bound_at(at))]
    if body["totals"] is None:
        parties += [pay.payee for pay in receivable.payments if _undoes(receivable, body, pay)]
    own = (own_slot(state, party) for party in parties)
    return distinct((*own, *payer_slots(state, receivable, concerned(state, "correct", body))))


def _undoes(receivable: Receivable, body: Any, payment: Payment) -> bool:
    step = _step(receivable, body)
    if step is None:
        return False
    part = _collection(receivable, step)
    return payment.denied_seq == step.seq or (part is not None and part.pay == payment.hash)


def _step(receivable: Receivable, body: Any) -> Step | None:
    return next((step for step in receivable.history if step.hash == body["corrects"]), None)


def _collection(receivable: Receivable, step: Step) -> Collection | None:
    return next((part for part in receivable.collections if part.seq == step.seq), None)


def decide(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the correction may happen now, if all agreed."""
    body: Any = event.body
    require_live(receivable)
    step = _step(receivable, body)
    if step is None:
        raise Refusal("not-correctable", "there is no such entry in its history", "name one of its entries")
    if body["totals"] is None:
        _decide_reversal(receivable, step)
    else:
        _decide_totals(state, receivable, step, body["totals"], at)


def _decide_totals(state: State, receivable: Receivable, step: Step, totals: Any, at: int) -> None:
    reversals = {each.hash for each in receivable.corrections if not each.totals}
    stated = [
        each.hash
        for each in receivable.history
        if each.type in STATED or (each.type == "correct" and each.hash not in reversals)
    ]
    if not stated or step.hash != stated[-1]:
        raise Refusal(
            "not-correctable",
            "totals are corrected where they were stated last",
            "name the newest confirmation, dispute, rejection or correction",
        )
    require_sum(receivable, totals)
    now = (receivable.confirmed, receivable.disputed, receivable.rejected)
    if (totals["confirmed"], totals["disputed"], totals["rejected"]) == now:
        raise Refusal("nothing-changes", "these are the totals now", "give others")
    if totals["reason"] is None and (totals["disputed"] > now[1] or totals["rejected"] > now[2]):
        why = "what is disputed or rejected has a reason"
        raise Refusal("bad-body", why, "choose a reason", path="body.totals.reason", why=why)
    require_unpaid(receivable, totals["rejected"])
    if receivable.rejected == receivable.claimed > totals["rejected"]:
        require_unclaimed(state, receivable)
    left = totals["confirmed"] - receivable.received - receivable.pending
    if totals["confirmed"] < receivable.confirmed and left < receivable.bound(at):
        raise Refusal(
            "encumbered",
            f"{receivable.bound(at)} fen are locked or pledged, and stay confirmed and unpaid",
            "let the financier release them first",
            bound=receivable.bound(at),
        )


def _decide_reversal(receivable: Receivable, step: Step) -> None:
    part, denied = _collection(receivable, step), _denied(receivable, step)
    if part is None and denied is None:
        raise Refusal(
            "not-correctable",
            "only an answer to a payment that still has its effect is taken back",
            "name such an answer, or give the new totals",
        )
    if denied is not None and denied.denied > receivable.outstanding - receivable.pending:
        free = receivable.outstanding - receivable.pending
        raise Refusal(
            "over-payment",
            f"{free} fen are outstanding and not yet reported paid",
            "let the payer report what was paid again",
            outstanding=free,
            amount=denied.denied,
        )


def _denied(receivable: Receivable, step: Step) -> Payment | None:
    return next((payment for payment in receivable.payments if payment.denied_seq == step.seq), None)


# The fold.


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted correction."""
    body: Any = event.body
    receivable = state.receivables[body["receivable"]]
    step = _step(receivable, body)
    assert step is not None  # it was decided
    if body["totals"] is not None:
        apply_totals(state, receivable, body["totals"], at)
        facet = "confirmation"
    else:
        _apply_reversal(receivable, step)
        facet = "payment"
    receivable.corrections += (Correction(entry_hash, step.hash, body["totals"] is not None),)
    record(state, receivable, facet, event, seq, entry_hash, at, endorsed)
    return receivable


def _apply_reversal(receivable: Receivable, step: Step) -> None:
    part, denied = _collection(receivable, step), _denied(receivable, step)
    if denied is not None:
        denied.denied, denied.over_denied, denied.denied_seq = 0, 0, None
        return
    assert part is not None  # it was decided
    receivable.collections = tuple(each for each in receivable.collections if each is not part)
    receivable.received -= part.amount
    receivable.over_received -= part.over
    for payment in receivable.payments:
        if payment.hash == part.pay:
            payment.received -= part.amount
            payment.over_received -= part.over
