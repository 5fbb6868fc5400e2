"""The payment facet: what the payer reports (``pay``) and what its payee says to it (``receive``, ``deny``).

A report moves no money and settles nothing: paid counts when the payee acknowledges it. The payee is the holder, as far
as a notice told the payer of it, or a financier into whose account the payer agreed to pay. Of a report, first
the amount that is owed is acknowledged, then what was paid beyond it, kept apart and never set off. Amounts are fen.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from ledger.errors import Refusal
from ledger.receivables import record, require_live, require_past
from ledger.state import Collection, Payment, Receivable, State
from ledger.types import Event


def decide(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the event may happen to the receivable now; authority was checked before."""
    require_live(receivable)
    if event.type == "pay":
        _decide_pay(event, receivable, at)
    elif event.type == "receive":
        _decide_receive(state, event, receivable, at)
    else:
        payment = _payment(receivable, str(event.body["pay"]))
        if payment.pending + payment.over_pending == 0:
            raise Refusal("nothing-changes", "nothing of this report is open", "look at the payments", pay=payment.hash)


def _decide_pay(event: Event, receivable: Receivable, at: int) -> None:
    """The payer reports a payment to the holder, at most what is outstanding and not reported; the rest is ``over``."""
    body: Any = event.body
    if body["payee"] not in payees(receivable):
        raise Refusal("wrong-payee", "payment goes to the holder", "name the holder", holder=receivable.payee)
    free = receivable.outstanding - receivable.pending
    if body["amount"] > free or (body["over"] > 0 and body["amount"] != free):
        raise _over_payment(free, body["amount"] + body["over"])
    require_past(body["paid_on"], at, "body.paid_on")


def payees(receivable: Receivable) -> tuple[str, ...]:
    """Whom a payment discharges the claim with: the holder as far as the payer was told, and each financier into whose
    account the payer agreed to pay."""
    return (receivable.payee, *(hold.financier for hold in receivable.holds if hold.agreed))


def _over_payment(free: int, amount: int) -> Refusal:
    return Refusal(
        "over-payment",
        f"{free} fen are outstanding and not yet reported paid",
        f"record at most {free} fen as paid and what is beyond them apart",
        outstanding=free,
        amount=amount,
        over=max(0, amount - free),
    )


def _decide_receive(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """The holder acknowledges money that came; of a payer that is not enrolled also without a report."""
    body: Any = event.body
    require_past(body["on"], at, "body.on")
    if body["pay"] is None:
        if state.payer_of(receivable) is not None:
            raise Refusal(
                "unknown-payment",
                "an enrolled payer reports its payments",
                "name the report, or ask the payer to report the payment",
            )
        free = receivable.outstanding - receivable.pending
        if body["amount"] > free:
            raise _over_payment(free, body["amount"])
        return
    payment = _payment(receivable, body["pay"])
    free = payment.pending + payment.over_pending
    if body["amount"] > free:
        raise _over_payment(free, body["amount"])


def _payment(receivable: Receivable, report: str) -> Payment:
    for payment in receivable.payments:
        if payment.hash == report:
            return payment
    raise Refusal("unknown-payment", "there is no such report of payment", "name one of this receivable's reports")


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted event of the payment facet."""
    body: Any = event.body
    receivable = state.receivables[body["receivable"]]
    if event.type == "pay":
        payee = state.enterprises[body["payee"]].party
        receivable.payments += (
            Payment(entry_hash, seq, at, body["amount"], body["over"], payee, intern(body["paid_on"])),
        )
    elif event.type == "receive":
        _apply_receive(receivable, body, seq)
    else:
        payment = _payment(receivable, body["pay"])
        payment.denied += payment.pending
        payment.over_denied += payment.over_pending
        payment.denied_seq = seq
    record(state, receivable, "payment", event, seq, entry_hash, at, endorsed)
    return receivable


def _apply_receive(receivable: Receivable, body: Any, seq: int) -> None:
    amount, over = body["amount"], 0
    if body["pay"] is not None:
        payment = _payment(receivable, body["pay"])
        amount = min(amount, payment.pending)
        over = body["amount"] - amount
        payment.received += amount
        payment.over_received += over
    receivable.received += amount
    receivable.over_received += over
    receivable.collections += (Collection(seq, intern(body["on"]), amount, over, body["pay"]),)
