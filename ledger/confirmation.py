"""The confirmation facet (确权): the holder asks, the payer says what it owes.

registered → requested → (acknowledged, queried) → confirmed / part-confirmed / disputed / rejected, or withdrawn.
Always claimed = confirmed + disputed + rejected + undecided. Silence never confirms, and lateness is no state: ``law``
derives it from the clock. All amounts are fen.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from ledger.errors import Refusal
from ledger.receivables import (
    bar,
    record,
    require_past,
    require_state,
    require_unclaimed,
    require_unencumbered,
)
from ledger.state import Receivable, State
from ledger.types import Event

ASKED = ("requested", "acknowledged", "queried")
"""The payer was asked and has decided nothing yet."""
OPEN = (*ASKED, "part-confirmed", "disputed", "rejected")
"""The payer was asked, and something can still change."""
DECISIONS = ("confirm", "dispute", "reject")


def decide(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the event may happen to the receivable now; authority was checked before."""
    kind = event.type
    if kind in DECISIONS:
        _decide_totals(state, event, receivable)
    elif kind == "request":
        _decide_request(state, event, receivable, at)
    elif kind == "acknowledge":
        if receivable.confirmation == "acknowledged":
            raise Refusal("nothing-changes", "this request is acknowledged", "confirm, query, dispute or reject next")
        require_state(receivable, "an acknowledgement", "requested")
    elif kind == "query":
        require_state(receivable, "a query", *ASKED)
    elif kind == "answer":
        require_state(receivable, "an answer", "queried")
    else:
        _decide_withdraw(receivable, at)


def _decide_request(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """The holder asks for confirmation, once; again only to tell that it now finances with the receivable (art. 16)."""
    body: Any = event.body
    if receivable.confirmation in ASKED or (receivable.confirmation in OPEN and receivable.undecided > 0):
        if not (receivable.purpose == "books" and body["purpose"] == "financing"):
            raise Refusal(
                "already-requested",
                f"confirmation of {receivable.label} was requested already",
                "wait for the payer's answer, or answer its question",
                requested_at=receivable.requested_at,
                purpose=receivable.purpose,
            )
    else:
        require_state(receivable, "a request", "registered")
    enrolled = state.payer_of(receivable) is not None
    if enrolled and body["service"] is not None:
        raise Refusal("payer-enrolled", "an enrolled payer is asked here", "leave the service null")
    if not enrolled and body["service"] is None:
        raise Refusal(
            "no-service",
            "a payer that is not enrolled is served outside",
            "serve the letter, then name the day and the proof",
        )
    if body["service"] is not None:
        require_past(body["service"]["on"], at, "body.service.on")


def _decide_totals(state: State, event: Event, receivable: Receivable) -> None:
    """The payer states the new totals of what it confirms, disputes and rejects."""
    body: Any = event.body
    require_state(receivable, f"to {event.type}", *OPEN)
    disputed, rejected = body["disputed"], body["rejected"]
    require_sum(receivable, body)
    if receivable.holding is not None:
        raise Refusal(
            "correction-needed",
            f"{receivable.label} was offered: what is said of it changes by a correction only",
            "propose a correction, which holder, payer and financiers endorse",
        )
    _require_rise(event.type, receivable, body)
    if body["reason"] is None and (disputed > receivable.disputed or rejected > receivable.rejected):
        why = "what is disputed or rejected has a reason"
        raise Refusal("bad-body", why, "choose a reason", path="body.reason", why=why)
    require_unpaid(receivable, rejected)
    if receivable.rejected == receivable.claimed > rejected:
        require_unclaimed(state, receivable)


def require_sum(receivable: Receivable, totals: Any) -> None:
    """Raise ``over-claim`` unless the totals fit into the claim; what they leave is undecided."""
    total = totals["confirmed"] + totals["disputed"] + totals["rejected"]
    if total > receivable.claimed:
        raise Refusal(
            "over-claim",
            f"confirmed, disputed and rejected add up to {total} fen, {receivable.claimed} fen were claimed",
            "correct the amounts",
            total=total,
            claimed=receivable.claimed,
        )


def require_unpaid(receivable: Receivable, rejected: int) -> None:
    """Raise ``over-claim`` if as much is rejected that it reaches into what is paid or reported paid."""
    paid = receivable.received + receivable.pending
    if rejected > receivable.claimed - paid:
        raise Refusal(
            "over-claim",
            f"{paid} fen are paid or reported paid and cannot be rejected",
            "reject at most the rest",
            total=rejected + paid,
            claimed=receivable.claimed,
        )


def _require_rise(kind: str, receivable: Receivable, body: Any) -> None:
    if body["confirmed"] < receivable.confirmed:
        raise Refusal(
            "confirmed-falls",
            f"{receivable.confirmed} fen are confirmed, and stay so",
            "ask for a correction if that was wrong",
            confirmed=receivable.confirmed,
        )
    if kind != "confirm" and body["confirmed"] > receivable.confirmed:
        why = f"{kind} leaves what is confirmed"
        raise Refusal("bad-body", why, "sign a confirm for the higher amount", path="body.confirmed", why=why)
    field = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected"}[kind]
    now: int = getattr(receivable, field)
    if body[field] <= now:
        raise Refusal(
            "nothing-changes",
            f"{kind} raises what is {field}: it is {now} fen now",
            "give a higher amount, or sign the act that fits",
            field=field,
            now=now,
        )


def _decide_withdraw(receivable: Receivable, at: int) -> None:
    """The holder takes the claim back, while nothing leans on it."""
    require_state(receivable, "a withdrawal", "registered", *OPEN)
    reported = sum(p.amount - p.denied + p.over - p.over_denied for p in receivable.payments)
    if receivable.confirmed or receivable.received or reported:
        raise Refusal(
            "wrong-state",
            "what is confirmed, reported paid or received is not withdrawn",
            "let the payer pay, or ask for a correction",
            state=receivable.confirmation,
            confirmed=receivable.confirmed,
            received=receivable.received,
            reported=reported,
        )
    require_unencumbered(receivable, at, "take the offers back first")


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted event of the confirmation facet; ``endorsed`` names who approved it beside its signer."""
    body: Any = event.body
    receivable = state.receivables[body["receivable"]]
    kind = event.type
    if kind in ("confirm", "dispute", "reject"):
        apply_totals(state, receivable, body, at)
    elif kind == "request":
        if receivable.confirmation not in OPEN or receivable.confirmation in ASKED:
            receivable.confirmation = "requested"
        receivable.requested_at, receivable.purpose, receivable.nudge = at, intern(body["purpose"]), body["nudge"]
        receivable.served_on = body["service"]["on"] if body["service"] is not None else None
    elif kind == "acknowledge":
        receivable.confirmation = "acknowledged"
        receivable.acknowledged = True
    elif kind == "query":
        receivable.confirmation = "queried"
    elif kind == "answer":
        receivable.confirmation = "acknowledged" if receivable.acknowledged else "requested"
    else:
        receivable.confirmation = "withdrawn"
        bar(state, receivable)
    record(state, receivable, "confirmation", event, seq, entry_hash, at, endorsed)
    return receivable


def apply_totals(state: State, receivable: Receivable, body: Any, at: int) -> None:
    """Fold new totals, of a decision or of a correction."""
    if body["confirmed"] > receivable.confirmed:
        receivable.confirmed_at = at
    receivable.confirmed, receivable.disputed, receivable.rejected = (
        body["confirmed"],
        body["disputed"],
        body["rejected"],
    )
    if body["reason"] is not None:
        receivable.reason = intern(body["reason"])
    receivable.acknowledged = True
    receivable.confirmation = reading(receivable)
    bar(state, receivable)


def reading(receivable: Receivable) -> str:
    """The state that the amounts read as, once the payer has decided about some of them.

    A claim of which a part is rejected and the rest undecided reads *acknowledged*: that rest is unanswered.
    """
    if receivable.confirmed == receivable.claimed:
        return "confirmed"
    if receivable.confirmed > 0:
        return "part-confirmed"
    if receivable.disputed > 0:
        return "disputed"
    return "rejected" if receivable.rejected == receivable.claimed else "acknowledged"
