"""What people may sign: the administrator of an enterprise sets roles, largest amounts, ends, and dual control.

Nobody widens their own limits, and no maker loosens the control over makers: else one person could confirm alone what
the enterprise wants two for.
"""

from __future__ import annotations

from typing import Any

from ledger.authority import ADMINISTRATORS, require_fit, require_role
from ledger.errors import Refusal
from ledger.state import Enterprise, Person, State
from ledger.types import Event


def decide(state: State, event: Event, person: Person) -> None:
    """The enterprise's administrator changes a person's roles, largest amount and end, or the dual control of all."""
    body: Any = event.body
    require_role(person, *ADMINISTRATORS)
    enterprise = state.enterprises[event.party]
    if body["person"] is None:
        if any(body[name] is not None for name in ("roles", "max_fen", "expires_at")):
            why = "roles, max_fen and expires_at belong to a person"
            raise Refusal("bad-body", why, "name the person, or give dual_above alone", path="body.person", why=why)
        changed = body["dual_above"] != enterprise.dual_above
        _require_control(enterprise, person, body["dual_above"])
    else:
        if body["dual_above"] is not None:
            why = "dual control belongs to the enterprise, not to a person"
            raise Refusal("bad-body", why, "leave dual_above null", path="body.dual_above", why=why)
        changed = _person_changes(state, enterprise, body)
        if body["person"] == person.person:
            _require_narrower(person, body)
    if not changed:
        raise Refusal("nothing-changes", "these are the limits now", "change at least one of them")


def _person_changes(state: State, enterprise: Enterprise, body: Any) -> bool:
    other = state.people.get(body["person"])
    if other is None or other.party != enterprise.party:
        raise Refusal("not-enrolled", "this person is not enrolled for this enterprise", "check the person's id")
    if other.revoked_seq is not None:
        raise Refusal("key-revoked", "a revoked person has no limits", "invite the person again", seq=other.revoked_seq)
    if body["roles"] is not None:
        require_fit(enterprise, body["roles"])
    roles = other.roles if body["roles"] is None else tuple(body["roles"])
    return (roles, body["max_fen"], body["expires_at"]) != (other.roles, other.max_fen, other.expires_at)


def _require_control(enterprise: Enterprise, person: Person, above: int | None) -> None:
    now = enterprise.dual_above
    if now is not None and (above is None or above > now) and "maker" in person.roles:
        raise Refusal(
            "wrong-role",
            "no maker loosens the control over makers",
            "ask an administrator who is no maker",
        )


def _require_narrower(person: Person, body: Any) -> None:
    roles = person.roles if body["roles"] is None else body["roles"]
    wider = (
        not set(roles) <= set(person.roles)
        or _wider(person.max_fen, body["max_fen"])
        or _wider(person.expires_at, body["expires_at"])
    )
    if wider:
        raise Refusal("wrong-role", "nobody widens their own limits", "ask another administrator")


def _wider(now: int | None, then: int | None) -> bool:
    return now is not None and (then is None or then > now)


# The fold.


def apply(state: State, event: Event, seq: int) -> None:
    """Fold accepted limits."""
    body: Any = event.body
    if body["person"] is None:
        state.enterprises[event.party].dual_above = body["dual_above"]
        return
    person = state.people[body["person"]]
    if body["roles"] is not None:
        if not set(body["roles"]) <= set(person.roles):
            person.promoted += ((state.people[event.person].person, seq),)
        person.roles = tuple(body["roles"])
    person.max_fen, person.expires_at = body["max_fen"], body["expires_at"]
