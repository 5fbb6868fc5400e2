"""A message to one person, the buttons under it, and what an entry brought about: what announcing is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.texts import Html, say
from ledger.claims import Hold
from ledger.state import Person, Proposal, Receivable, State
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
        kind, body = (proposal.type if _in_force(state, proposal, entry) else None), proposal.body
    target = body.get("receivable")
    receivable = state.receivables.get(str(target)) if target else None
    if kind == "register":
        receivable = state.receivables[entry.hash]
    return Effect(kind, body, receivable, entry, event)


def _in_force(state: State, proposal: Proposal, entry: Entry) -> bool:
    """Whether a proposal took effect with this very endorsement: of several, with the last."""
    receivable = state.receivables.get(str(proposal.receivable))
    last = receivable is None or any(step.seq == entry.seq for step in receivable.steps)
    return proposal.state == "effective" and last


def holder_then(receivable: Receivable, seq: int) -> str:
    """Who held the claim when entry ``seq`` was recorded: what is told late is told to them, not to its new holder."""
    holder = receivable.holder
    for step in reversed(receivable.steps):
        if step.seq <= seq:
            break
        hold = next((each for each in receivable.holds if step.seq in each.seqs), None)
        if hold is not None and step.type == "accept":
            holder = hold.by
        elif hold is not None and step.type == "release" and holder == hold.by and was_assigned(receivable, hold):
            holder = hold.financier
    return holder


def was_assigned(receivable: Receivable, hold: Hold) -> bool:
    """Whether the claim was taken over under that offer: here, or before it was split off, as only assignments pass on
    to the parts of a split."""
    return hold.seq < receivable.seq or any(step.type == "accept" for step in receivable.steps if step.seq in hold.seqs)


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
