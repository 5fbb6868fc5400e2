"""A message to one person, the buttons under it, and what an entry brought about: what announcing is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.texts import Html, say
from ledger.state import Person, Receivable, State
from ledger.types import Body, Entry, Event

Words = Callable[[str], Html]
"""A text, given the reader's language."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button to offer: its words, and the action it starts."""

    words: Words
    action: str
    args: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to one person."""

    person: str
    words: Words
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What an entry brought about: its event, or what its endorsement made effective (``kind`` None: nothing)."""

    kind: str | None
    body: Body
    receivable: Receivable | None
    entry: Entry
    event: Event


def effect(state: State, entry: Entry) -> Effect:
    """Read an accepted entry against the state after it."""
    event = entry.event
    assert isinstance(event, Event)
    kind: str | None = event.type
    body = event.body
    if kind in ("propose", "return"):
        kind = None
    elif kind == "endorse":
        proposal = state.proposals[event.ref]
        kind, body = (proposal.type, proposal.body) if proposal.state == "effective" else (None, proposal.body)
    target = body.get("receivable")
    receivable = state.receivables.get(str(target)) if target else None
    if kind == "register":
        receivable = state.receivables[entry.hash]
    return Effect(kind, body, receivable, entry, event)


def acting(state: State, party: str, roles: Iterable[str], at: int) -> list[Person]:
    """People of ``party`` in one of ``roles`` whose enrolment stands at ``at``."""
    wanted = set(roles)
    return [
        person
        for person in state.people_of(party)
        if wanted & set(person.roles)
        and person.revoked_seq is None
        and (person.expires_at is None or person.expires_at > at)
    ]


def worded(key: str, **values: str | int) -> Words:
    """The text ``key`` in whatever language it will be read."""
    return lambda language: say(language, key, **values)


def offer(key: str, action: str, **args: Any) -> Offer:
    """A button with the words of ``key``."""
    return Offer(worded(key), action, args)
