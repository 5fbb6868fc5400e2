"""A ledger that was written before holding, corrections and remedies were known means today what it meant then.

``data/first-events.jsonl`` are the lines of such a ledger, with every type of event of that time, and
``first-events.json`` what the software of that time made of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ledger import parse, proposals, replay
from ledger.replay import Book, genesis_of
from ledger.state import State
from ledger.types import Event

DATA = Path(__file__).parent / "data"
SAID = (
    "confirmation", "payment", "holder", "confirmed", "disputed", "rejected", "undecided", "received", "over_received",
    "pending", "outstanding", "reason", "purpose", "requested_at", "served_on", "confirmed_at", "live",
)  # fmt: skip


def book() -> Book:
    """Every line read, checked, decided again with its signature, and folded."""
    lines = (DATA / "first-events.jsonl").read_bytes().splitlines(keepends=True)
    read = Book(genesis_of(lines[0]))
    for line in lines[1:]:
        entry = read.check(line)
        read.decide(entry)
        read.add(entry)
    return read


def said(state: State) -> dict[str, Any]:
    return {
        "size": state.size,
        "last_hash": state.last_hash,
        "fingerprints": state.fingerprints,
        "numbers": state.numbers,
        "receivables": {
            claim.id: {name: getattr(claim, name) for name in SAID}
            | {
                "heads": {facet: list(head) for facet, head in claim.heads.items()},
                "steps": [
                    [step.seq, step.hash, step.type, step.party, step.person, [list(one) for one in step.endorsed]]
                    for step in claim.history
                ],
                "contested": [step.seq for step in state.contested(claim)],
            }
            for claim in state.receivables.values()
        },
        "proposals": {
            each.hash: [each.type, each.needs, proposals.standing(state, each, state.last_at)]
            for each in state.proposals.values()
        },
        "requests": len(state.requests),
        "people": {
            person.person: [list(person.roles), person.max_fen, person.revoked_seq] for person in state.people.values()
        },
    }


def test_it_means_what_it_meant() -> None:
    assert said(book().state) == json.loads((DATA / "first-events.json").read_text("utf-8"))


def test_its_bytes_and_types_are_still_known() -> None:
    read = book()
    lines = (DATA / "first-events.jsonl").read_bytes().splitlines()
    kinds = set()
    for seq, line in enumerate(lines):
        entry = parse.entry(line, seq)
        assert replay.is_known(entry)
        assert entry.raw == line
        kinds |= {entry.event.type} if isinstance(entry.event, Event) else set()
    assert len(kinds) == 20
    assert read.unknown is None
    assert all(claim.holding is None and claim.remedies is None for claim in read.state.receivables.values())
