"""The remedy facet: the holder demands, complains, and records what the offices told it; at last it closes the matter.

none → demanded → complained → accepted → passed-on → received → answered / mediated → closed. Offices are not enrolled:
what they do is recorded as the holder reports it, with a civil day and a commitment to the proof; of complaints that
were lodged with the registrar, the registrar reports acceptance and passing on, too. A complaint goes forward, and may
skip what nobody told the holder. Whether an office is late is no state: ``law`` derives it from the clock.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from ledger.bodies import civil_day
from ledger.claims import Complaint, Demand, Remedy
from ledger.consent import Slots, own_slot
from ledger.errors import Refusal
from ledger.receivables import record, require_live, require_past
from ledger.state import Receivable, State
from ledger.types import REGISTRAR_PARTY, Event

STAGES = {
    "accept-complaint": ("accepted", "accepted_on"),
    "pass-on": ("passed-on", "passed_on"),
    "receive-complaint": ("received", "received_on"),
    "answer-complaint": ("answered", "answered_on"),
}
"""What an office does, in order: the state that it leads to, and where its day is kept."""
BY_REGISTRAR = ("accept-complaint", "pass-on")


def slots(state: State, kind: str, party: str, receivable: Receivable) -> Slots:
    """The holder; for its own complaints also the registrar."""
    if kind in BY_REGISTRAR and party == REGISTRAR_PARTY:
        complaint = newest(receivable)
        if complaint is not None and complaint.registrar:
            return (own_slot(state, party),)
    return (own_slot(state, receivable.holder),)


def newest(receivable: Receivable) -> Complaint | None:
    """The complaint that is under way; None if none is."""
    remedies = receivable.remedies
    if remedies is None or not remedies.complaints or remedies.closed_on is not None:
        return None
    return remedies.complaints[-1]


def decide(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the event may happen to the receivable now; authority was checked before."""
    body: Any = event.body
    kind = event.type
    if kind == "close":
        if receivable.remedy in ("none", "closed"):
            raise _wrong_stage("there is nothing to close", receivable)
        return
    require_live(receivable)
    if kind == "demand":
        _decide_demand(state, receivable, body, at)
    elif kind == "complain":
        _decide_complain(receivable, body, at)
    elif kind == "mediate":
        if receivable.remedy in ("none", "closed", "mediated"):
            raise _wrong_stage("mediation follows a demand or a complaint", receivable)
        require_past(body["on"], at, "body.on")
    else:
        _decide_stage(receivable, kind, body, at)


def _wrong_stage(rule: str, receivable: Receivable) -> Refusal:
    return Refusal("wrong-stage", rule, "look at where it stands", stage=receivable.remedy)


def _require_outstanding(receivable: Receivable, amount: int) -> None:
    if amount > receivable.outstanding:
        raise Refusal(
            "over-payment",
            f"{receivable.outstanding} fen are outstanding",
            "ask for at most that",
            outstanding=receivable.outstanding,
            amount=amount,
        )


def _decide_demand(state: State, receivable: Receivable, body: Any, at: int) -> None:
    """The holder asks for payment: by this entry, or outside with a proof of service. As often as it likes."""
    _require_outstanding(receivable, body["amount"])
    if body["service"] is not None:
        require_past(body["service"]["on"], at, "body.service.on")
    elif state.payer_of(receivable) is None:
        raise Refusal(
            "no-service", "a payer that is not enrolled is served outside", "serve the demand, then name day and proof"
        )


def _decide_complain(receivable: Receivable, body: Any, at: int) -> None:
    """The holder complains to an office, about arrears (art. 24) or about silence (art. 16)."""
    if newest(receivable) is not None:
        raise _wrong_stage("a complaint is under way", receivable)
    _require_outstanding(receivable, body["amount"])
    if body["about"] == "silence" and (receivable.requested_at is None or receivable.undecided == 0):
        raise _wrong_stage("silence is that of a payer who was asked and has not answered all", receivable)
    require_past(body["filed_on"], at, "body.filed_on")


def _decide_stage(receivable: Receivable, kind: str, body: Any, at: int) -> None:
    complaint = newest(receivable)
    if complaint is None:
        raise _wrong_stage("no complaint is under way", receivable)
    places = list(STAGES)
    if any(getattr(complaint, STAGES[later][1]) is not None for later in places[places.index(kind) :]):
        raise _wrong_stage("a complaint goes forward, and was told to be further already", receivable)
    require_past(body["on"], at, "body.on")
    if body["on"] < complaint.newest:
        why = f"the complaint was already treated on {complaint.newest}"
        raise Refusal("bad-body", why, "give the day on which it happened", path="body.on", why=why)


# The fold.


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted event of the remedy facet."""
    body: Any = event.body
    receivable = state.receivables[body["receivable"]]
    if receivable.remedies is None:
        receivable.remedies = Remedy()
    remedies = receivable.remedies
    if event.type == "demand":
        on = civil_day(at) if body["service"] is None else body["service"]["on"]
        remedies.demands += (Demand(seq, intern(on), body["amount"]),)
        if remedies.state in ("none", "demanded", "closed"):
            remedies.state = "demanded"
    elif event.type == "complain":
        complaint = Complaint(
            entry_hash, seq, intern(body["about"]), body["amount"], body["registrar"], intern(body["filed_on"])
        )
        remedies.complaints += (complaint,)
        remedies.state, remedies.closed_on, remedies.outcome = "complained", None, None
    elif event.type == "mediate":
        remedies.state, remedies.mediated_on = "mediated", intern(body["on"])
    elif event.type == "close":
        remedies.state, remedies.closed_on, remedies.outcome = "closed", civil_day(at), intern(body["outcome"])
    else:
        state_word, day = STAGES[event.type]
        setattr(remedies.complaints[-1], day, intern(body["on"]))
        remedies.state = state_word
    record(state, receivable, "remedy", event, seq, entry_hash, at, endorsed)
    return receivable
