"""What must hold of a signer before any rule of an event's type is looked at: key, person, role, limit, end."""

from __future__ import annotations

from ledger.errors import Refusal
from ledger.state import Enterprise, Person, State
from ledger.types import Event

REGISTRAR = "registrar"
"""The role of the people in genesis; nobody is ever invited to it."""
ADMINISTRATORS = ("administrator", "owner")


def signer(state: State, event: Event) -> Person:
    """The person to whom the event's key belongs. Raises ``unknown-key``, or ``not-enrolled`` if it is another's."""
    owner = state.keys.get(event.key)
    if owner is None:
        raise Refusal("unknown-key", "only enrolled keys sign", "enrol with an invitation first", key=event.key)
    person = state.people[owner]
    if owner != event.person or person.party != event.party:
        raise Refusal(
            "not-enrolled",
            "people act for the enterprise that enrolled them",
            "sign with your own key for your own side",
        )
    return person


def require_key(person: Person, key: str) -> None:
    """Raise ``key-replaced`` unless ``key`` is the one of the person that is in force."""
    if key != person.key:
        raise Refusal(
            "key-replaced",
            "a replaced key signs no more",
            "sign with the key that took its place",
            seq=person.former[-1].until if person.former else None,
        )


def authorise(person: Person, at: int) -> None:
    """Raise ``key-revoked`` or ``enrolment-expired`` unless the person may sign at all at ``at`` (ms UTC)."""
    if person.revoked_seq is not None:
        raise Refusal(
            "key-revoked",
            "a revoked key signs no more",
            "ask your administrator for a new invitation",
            seq=person.revoked_seq,
        )
    if person.expires_at is not None and at >= person.expires_at:
        raise Refusal(
            "enrolment-expired",
            "this enrolment has ended",
            "ask your administrator to extend it",
            expires_at=person.expires_at,
        )


def require_role(person: Person, *roles: str) -> None:
    """Raise ``wrong-role`` unless the person has one of ``roles``."""
    if not any(role in person.roles for role in roles):
        raise Refusal(
            "wrong-role",
            f"this is done by the {' or '.join(roles)}",
            "ask one of them to sign",
            roles=roles,
            has=person.roles,
        )


def require_limit(person: Person, fen: int) -> None:
    """Raise ``over-limit`` (fields ``amount``, ``most``, in fen) if the amount is beyond what the person may sign."""
    if person.max_fen is not None and fen > person.max_fen:
        raise Refusal(
            "over-limit",
            f"{fen} fen is above this person's largest amount of {person.max_fen} fen",
            "ask somebody with a higher limit, or your administrator to raise it",
            amount=fen,
            most=person.max_fen,
        )


def chosen_by(state: State, person: Person, other: str) -> bool:
    """Whether ``other`` invited this person or gave them a role, or chose somebody who did."""
    seen: set[str] = set()
    waiting = [person]
    while waiting:
        one = waiting.pop()
        for chooser, _ in one.chosen:
            if chooser == other:
                return True
            if chooser not in seen and chooser in state.people:
                seen.add(chooser)
                waiting.append(state.people[chooser])
    return False


def fitting(enterprise: Enterprise) -> tuple[str, ...]:
    """The roles that people of this enterprise can have."""
    fits = ["administrator"]
    if enterprise.payer:
        fits += ["maker", "checker"]
    if enterprise.financier:
        fits.append("financier")
    if not enterprise.payer and not enterprise.financier:
        fits.append("owner")
    return tuple(fits)


def require_fit(enterprise: Enterprise, roles: list[str]) -> None:
    """Raise ``wrong-role`` unless people of this enterprise can have these roles."""
    fits = fitting(enterprise)
    if any(role not in fits for role in roles):
        raise Refusal(
            "wrong-role",
            f"people of this enterprise can be {', '.join(fits)}",
            "choose among these roles",
            roles=fits,
            has=tuple(roles),
        )
