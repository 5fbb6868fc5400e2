"""Who sees what of a receivable. Pure: a reader of the folded state asks here before showing or sending anything.

The supplier and the holder see it; of holding each sees what it offered itself. The payer sees it once it was asked for
confirmation: what it is told, what it agreed to and the end of that, but no offers, and no complaints. A financier sees
of a receivable what it was offered, as long as the offer is open or something stands on it: amount, due date, payer,
confirmation, the entries of the confirmation, to verify their receipts, and reports of payment to it, or past the
account that the payer agreed to pay into; nothing of other offers, of texts, of demands and complaints, or of the
rest. The registrar sees complaints that were lodged with it. Whoever signed a step sees that step. Admitted auditors
see every entry; texts are nobody's but their parties'. Strangers do not learn that there is such a receivable.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger import law
from ledger.claims import Hold
from ledger.state import Receivable, State, Step
from ledger.types import HOLDING_EVENTS, REGISTRAR_PARTY, REMEDY_EVENTS

HOLDER, SUPPLIER, PAYER, FINANCIER, REGISTRAR, STRANGER = (
    "holder", "supplier", "payer", "financier", "registrar", "stranger",
)  # fmt: skip
_CONFIRMATION = ("confirm", "correct", "split")
_PAYER_TOLD = ("notice", "demand", "mediate")
_AT_OFFICE = ("complain", "accept-complaint", "pass-on", "receive-complaint", "answer-complaint", "close")


@dataclass(frozen=True, slots=True)
class Offered:
    """What a financier sees of an offer to it. Amounts are fen, ``until`` milliseconds UTC.

    ``state``: open, locked, pledged or assigned. ``available`` is what of ``amount`` is still free, or bound for this
    financier itself: 0 if others were first. ``claimed``: a pledge without registry number or acknowledged account.
    """

    receivable: str
    label: str
    offer: str
    kind: str
    state: str
    amount: int
    available: int
    until: int
    claimed: bool
    supplier: str
    payer: str | None
    due: law.Dated
    confirmation: str
    confirmed: int
    unpaid: int  # confirmed, neither received nor reported paid


def stands(state: State, receivable: Receivable, party: str, at: int) -> str:
    """As what ``party`` sees the receivable at ``at`` (ms UTC), the closest first."""
    if party == receivable.holder:
        return HOLDER
    if party == receivable.supplier:
        return SUPPLIER
    payer = state.payer_of(receivable)
    if payer is not None and payer.party == party and receivable.requested_at is not None:
        return PAYER
    if _standing(receivable, party, at) or _is_paid(receivable, party):
        return FINANCIER
    if party == REGISTRAR_PARTY and _lodged(receivable):
        return REGISTRAR
    return STRANGER


def reckons(state: State, receivable: Receivable, party: str, at: int) -> str:
    """As what ``party`` has the receivable in its sums (``views``): as it ``stands``. The registrar, who keeps the
    ledger, reckons with every one, in sums alone."""
    return REGISTRAR if party == REGISTRAR_PARTY else stands(state, receivable, party, at)


def _standing(receivable: Receivable, party: str, at: int) -> list[Hold]:
    return [
        hold
        for hold in receivable.holds
        if hold.financier == party and (hold.open_at(at) or hold.state in ("pledged", "assigned"))
    ]


def _is_paid(receivable: Receivable, party: str) -> bool:
    """Whether the payer is to pay ``party`` still, which gave the claim back, or ``party`` has a report to answer."""
    unanswered = (each for each in receivable.payments if each.pending or each.over_pending)
    return party == receivable.payee or any(each.payee == party for each in unanswered)


def _lodged(receivable: Receivable) -> bool:
    return receivable.remedies is not None and any(one.registrar for one in receivable.remedies.complaints)


def steps(state: State, receivable: Receivable, party: str, at: int, *, auditor: bool = False) -> tuple[Step, ...]:
    """The steps of the history whose entries ``party`` may see at ``at`` (ms UTC), oldest first."""
    history = receivable.history
    if auditor:
        return history
    stand = stands(state, receivable, party, at)
    return tuple(step for step in history if _signed(state, step, party) or _may(stand, receivable, step, party))


def _signed(state: State, step: Step, party: str) -> bool:
    return step.party == party or any(state.people[person].party == party for person, _ in step.endorsed)


def _may(stand: str, receivable: Receivable, step: Step, party: str) -> bool:
    if stand in (HOLDER, SUPPLIER):
        return step.type not in HOLDING_EVENTS or step.type == "notice" or _of_own(receivable, step, party)
    if stand == PAYER:
        told = step.type in _PAYER_TOLD or _ends_account(receivable, step)
        return told or step.type not in (*HOLDING_EVENTS, *REMEDY_EVENTS)
    if stand == FINANCIER:
        return step.type in _CONFIRMATION or _of_own(receivable, step, party) or _paid_to(receivable, step, party)
    return stand == REGISTRAR and step.type in _AT_OFFICE


def _ends_account(receivable: Receivable, step: Step) -> bool:
    """Whether the step releases a pledge into whose account the payer agreed to pay, or names another account."""
    agreed = (hold for hold in receivable.holds if hold.acknowledged is not None)
    released = step.type == "release" and any(step.seq in hold.seqs for hold in agreed)
    return released or any(step.seq in hold.lapsed for hold in receivable.holds)


def _paid_to(receivable: Receivable, step: Step, party: str) -> bool:
    """Whether the step reports a payment to ``party``, which is to say whether it came; or a payment past the account
    of ``party``, into which the payer had agreed to pay."""
    past = party in agreed_then(receivable, step.seq)
    return any(payment.seq == step.seq and (past or payment.payee == party) for payment in receivable.payments)


def agreed_then(receivable: Receivable, seq: int) -> list[str]:
    """The financiers of pledges into whose account the payer had agreed to pay before the entry ``seq``, and still
    does: they hear of every report of payment, whoever it says was paid."""
    return [hold.financier for hold in receivable.holds if hold.agreed and (hold.acknowledged or 0) < seq]


def _of_own(receivable: Receivable, step: Step, party: str) -> bool:
    """Whether the step is an offer from or to ``party``, or what came of one."""
    own = (hold for hold in receivable.holds if party in (hold.by, hold.financier))
    return any(step.seq == hold.seq or step.seq in hold.seqs for hold in own)


def offered(state: State, receivable: Receivable, party: str, at: int) -> tuple[Offered, ...]:
    """What ``party`` was offered of it and can still answer or stands on, at ``at`` (ms UTC), oldest first."""
    payer = state.payer_of(receivable)
    due = law.view(receivable, state.enterprises[receivable.supplier], payer, law.today(at)).due
    unpaid = max(0, receivable.confirmed - receivable.received - receivable.pending)
    return tuple(
        Offered(
            receivable=receivable.id,
            label=receivable.label,
            offer=hold.hash,
            kind=hold.kind,
            state=_word(hold, at),
            amount=hold.amount,
            available=hold.amount if hold.state != "offered" else _available(receivable, hold, at),
            until=hold.lock_until if hold.locked_at(at) else hold.until,
            claimed=hold.claimed,
            supplier=receivable.supplier,
            payer=payer.party if payer is not None else None,
            due=due,
            confirmation=receivable.confirmation,
            confirmed=receivable.confirmed,
            unpaid=unpaid,
        )
        for hold in _standing(receivable, party, at)
    )


def _available(receivable: Receivable, hold: Hold, at: int) -> int:
    return min(hold.amount, receivable.free(at) + hold.bound_at(at))


def _word(hold: Hold, at: int) -> str:
    if hold.state == "offered":
        return "locked" if hold.locked_at(at) else "open"
    return hold.state
