"""One act of one person, whatever its type: whose it is, who may sign it, what it refers to, its rules and its fold.

``rules`` decides what was submitted; ``proposals`` decides what one person proposed and others endorse. Both end here.
"""

from __future__ import annotations

from typing import Any

from ledger import confirmation, directory, payments, receivables
from ledger.authority import require_limit, require_role
from ledger.errors import Refusal
from ledger.state import Person, State
from ledger.types import DIRECTORY_EVENTS, DUAL_EVENTS, Event

PAYMENT_EVENTS = frozenset({"pay", "receive", "deny"})
_DIRECTORY = frozenset(DIRECTORY_EVENTS)


def needs(state: State, kind: str, party: str, body: Any) -> int:
    """How many people beside the signer an event needs: dual control of a payer, several registrars for a first one."""
    if kind in DUAL_EVENTS:
        enterprise = state.enterprises.get(party)
        above = enterprise.dual_above if enterprise is not None else None
        return 1 if above is not None and receivables.concerned(state, kind, body) > above else 0
    return directory.needs(state, kind, party, body)


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


def require_authority(state: State, event: Event, person: Person) -> None:
    """Raise ``Refusal`` unless ``person`` may sign this type for this receivable and this amount."""
    kind, body = event.type, event.body
    if kind in _DIRECTORY:
        return  # its roles depend on what it changes: see directory.decide
    if kind == "register":
        require_role(person, "owner")
    else:
        receivables.relate(state, kind, event.party, receivables.find(state, body))
        if kind not in receivables.PAYER_ACTS:
            require_role(person, "owner")
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
        receivable = receivables.find(state, event.body)
        facet = payments if event.type in PAYMENT_EVENTS else confirmation
        facet.decide(state, event, receivable, at)


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> None:
    """Fold an event that takes effect with entry ``seq``."""
    if event.type == "register":
        receivables.apply_register(state, event, seq, entry_hash, at)
    elif event.type in _DIRECTORY:
        directory.apply(state, event, seq, entry_hash, at)
    elif event.type in PAYMENT_EVENTS:
        payments.apply(state, event, seq, entry_hash, at, endorsed)
    else:
        confirmation.apply(state, event, seq, entry_hash, at, endorsed)
