"""What a look at a data folder finds, and the notes that an interrupted look goes on from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ledger.errors import MalformedError
from ledger.types import Checkpoint, Entry, Event, Json

VERSION = 1
TEXT_FIELDS = frozenset(
    {
        "account", "answer", "contract", "invoice", "name", "note", "office", "proof", "question", "reference", "terms",
        "text",
    }
)  # fmt: skip
"""The fields of event bodies that are commitments to texts (``C`` in docs/format.md), where they hold a hash."""
FAULT, NOTE = "fault", "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be told of one file. A *fault* is damage or loss; a *note* harms nothing."""

    kind: str
    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One file (or what stands for one) as a stage saw it: its name in the stage, what it is, what is to be told."""

    name: str
    what: str
    finding: Finding | None = None


Stage = Callable[[str], Iterator[Seen]]
"""Yields what it sees in the order of names, beginning behind the name it is given ('' for the beginning)."""


@dataclass(slots=True)
class Look:
    """What was found so far, which is also what the state file holds."""

    ledger: str = ""
    verified: Checkpoint | None = None  # up to here, entries are sound
    stage: str = ""
    after: str = ""  # the last name that was looked at in the stage
    counts: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def faults(self) -> list[Finding]:
        return [each for each in self.findings if each.kind == FAULT]

    def count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def format(self) -> bytes:
        point = self.verified
        value = {
            "v": VERSION, "ledger": self.ledger, "stage": self.stage, "after": self.after, "counts": self.counts,
            "verified": None if point is None else [point.origin, point.size, point.root.hex()],
            "findings": [[each.kind, each.path, each.why] for each in self.findings],
        }  # fmt: skip
        return json.dumps(value, ensure_ascii=False, sort_keys=True).encode() + b"\n"

    @classmethod
    def parse(cls, data: bytes, where: str) -> Look:
        """Raises MalformedError for what ``format`` did not write."""
        try:
            value: dict[str, Any] = json.loads(data)
            point = value["verified"]
            found = cls(
                ledger=value["ledger"],
                verified=None if point is None else Checkpoint(point[0], point[1], bytes.fromhex(point[2])),
                stage=value["stage"],
                after=value["after"],
                counts=value["counts"],
                findings=[Finding(*each) for each in value["findings"]],
            )
            whole = value["v"] == VERSION and found.format() == data
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            whole = False
        if not whole:
            raise MalformedError(where, "not the notes of an interrupted look; begin anew, without --resume")
        return found


def texts_of(entry: Entry) -> Iterator[str]:
    """The commitments to texts in an entry."""
    if isinstance(entry.event, Event):
        yield from commitments(dict(entry.event.body))


def commitments(body: Json) -> Iterator[str]:
    """The commitments to texts in an event's body, also in one that is wrapped in it."""
    for name, value in body.items() if isinstance(body, dict) else ():
        if isinstance(value, dict):
            yield from commitments(value)
        elif name in TEXT_FIELDS and isinstance(value, str) and len(value) == 64:
            yield value
