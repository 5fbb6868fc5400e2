"""One act of one person, whatever its type: whose it is, who may sign it, what it refers to, its rules and its fold.

``rules`` decides what was submitted; ``proposals`` decides what one person proposed and others endorse. Both end here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger import confirmation, correction, directory, holding, payments, receivables, remedy, splitting
from ledger.authority import require_limit, require_role
from ledger.consent import Slots, own_slot, roles_of
from ledger.errors import Refusal
from ledger.state import Person, State
from ledger.types import DIRECTORY_EVENTS, DUAL_EVENTS, HOLDING_EVENTS, REMEDY_EVENTS, Event

PAYMENT_EVENTS = frozenset({"pay", "receive", "deny"})
SLOTTED = frozenset((*HOLDING_EVENTS, *REMEDY_EVENTS, "split", "correct"))
"""Types whose signers are told by slots (``ledger.consent``)."""
_DIRECTORY = frozenset(DIRECTORY_EVENTS)
_HOLDING = frozenset(HOLDING_EVENTS)
_REMEDY = frozenset(REMEDY_EVENTS)


def needs(state: State, kind: str, party: str, body: Any, at: int) -> int:
    """How many people beside the signer an event needs at ``at``: dual control of a payer, several registrars for a
    first administrator, everybody whom a pledge or a correction touches."""
    if kind in DUAL_EVENTS:
        enterprise = state.enterprises.get(party)
        above = enterprise.dual_above if enterprise is not None else None
        return 1 if above is not None and receivables.concerned(state, kind, body) > above else 0
    if kind in SLOTTED:
        return len(slots(state, kind, party, body, at)) - 1
    return directory.needs(state, kind, party, body)


def slots(state: State, kind: str, party: str, body: Any, at: int) -> Slots:
    """The consents that an event of a type in ``SLOTTED`` needs if somebody of ``party`` signs or proposes it."""
    receivable = receivables.find(state, body)
    if kind in _HOLDING:
        return holding.slots(state, kind, party, receivable, body)
    if kind in _REMEDY:
        return remedy.slots(state, kind, party, receivable)
    if kind == "split":
        return splitting.slots(state, receivable)
    return correction.slots(state, receivable, body, at)


def ref_for(state: State, kind: str, party: str, body: Any) -> str:
    """The hash of the newest entry that an event of this type reads (``ledger.types.REFS``)."""
    if kind in _DIRECTORY:
        return directory.ref_for(state, kind, party, body)
    return receivables.ref_for(state, kind, body)


def require_ref(ref: str, newest: str) -> None:
    """Raise ``stale`` unless ``ref`` is the newest hash that the event reads."""
    if ref != newest:
        raise Refusal(
            "stale", "something happened since this was prepared", "look at it again and sign anew", newest=newest
        )


def require_authority(state: State, event: Event, person: Person, at: int) -> None:
    """Raise ``Refusal`` unless ``person`` may sign (or propose) this type for this receivable and this amount."""
    kind, body = event.type, event.body
    if kind in _DIRECTORY:
        return  # its roles depend on what it changes: see directory.decide
    if kind == "register":
        require_role(person, "owner")
    elif kind in SLOTTED:
        require_role(person, roles_of(slots(state, kind, event.party, body, at), event.party)[0])
    else:
        receivables.relate(state, kind, event.party, receivables.find(state, body), body)
        if kind not in receivables.PAYER_ACTS:
            require_role(person, own_slot(state, event.party).role)
        elif kind in DUAL_EVENTS:
            require_role(person, "maker")
        else:
            require_role(person, "maker", "checker")
    require_limit(person, receivables.concerned(state, kind, body))


def decide(state: State, event: Event, person: Person, at: int) -> None:
    """Raise ``Refusal`` unless the rules of the event's own type admit it at ``at`` (ms UTC)."""
    if event.type in _DIRECTORY:
        directory.decide(state, event, person, at)
    elif event.type == "register":
        receivables.decide_register(state, event)
    else:
        _decide_facet(state, event, at)


def _decide_facet(state: State, event: Event, at: int) -> None:
    receivable = receivables.find(state, event.body)
    if event.type in PAYMENT_EVENTS:
        payments.decide(state, event, receivable, at)
    elif event.type in _HOLDING:
        holding.decide(state, event, receivable, at)
    elif event.type in _REMEDY:
        remedy.decide(state, event, receivable, at)
    elif event.type == "split":
        splitting.decide(event, receivable, at)
    elif event.type == "correct":
        correction.decide(state, event, receivable, at)
    else:
        confirmation.decide(state, event, receivable, at)


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> None:
    """Fold an event that takes effect with entry ``seq``."""
    if event.type == "register":
        receivables.apply_register(state, event, seq, entry_hash, at)
    elif event.type in _DIRECTORY:
        directory.apply(state, event, seq, entry_hash, at)
    else:
        _FOLDS.get(event.type, confirmation.apply)(state, event, seq, entry_hash, at, endorsed)


_FOLDS: dict[str, Callable[[State, Event, int, str, int, tuple[tuple[str, str], ...]], object]] = {
    **dict.fromkeys(PAYMENT_EVENTS, payments.apply),
    **dict.fromkeys(HOLDING_EVENTS, holding.apply),
    **dict.fromkeys(REMEDY_EVENTS, remedy.apply),
    "split": splitting.apply,
    "correct": correction.apply,
}
"""The fold of each facet; what is not here is of the confirmation facet."""
