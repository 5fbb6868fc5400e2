"""Checkpoints that were kept: one signed note, or a file of many, as announced; and whether a tree extends them.

In a file of many, notes follow each other with a blank line between them. Whoever keeps a checkpoint elsewhere can
later show that the ledger was changed or cut short; and a ledger that is restored from an older copy stops there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ledger.chain import MerkleTree, verify_consistency
from ledger.checkpoint import Verifier, open_checkpoint
from ledger.durable import storage
from ledger.errors import ForkError, MalformedError, MissingError
from ledger.types import Checkpoint

MAX_FILE = 16 * 1024 * 1024  # bytes; a checkpoint a day for a century
_note = re.compile(rb"(?:[^\n]+\n)+\n(?:\xe2\x80\x94 [^\n]*\n)+").match


def notes(data: bytes, where: str = "checkpoint") -> list[bytes]:
    """The signed notes in ``data``, in their order, at least one. Line ends of another system, and blank lines around,
    are forgiven, for a note may have come through a chat. Raises MalformedError."""
    if len(data) > MAX_FILE:
        raise MalformedError(where, f"more than {MAX_FILE} bytes; keep the newest checkpoints in a file of their own")
    rest = data.replace(b"\r\n", b"\n").strip(b"\n") + b"\n"
    found, at = [], 0
    while at < len(rest):
        match = _note(rest, at)
        if match is None:
            raise MalformedError(where, f"no checkpoint (origin, size, root, blank line, signatures) at byte {at}")
        found.append(match[0])
        at = match.end()
        while rest[at : at + 1] == b"\n":
            at += 1
    return found


def read(path: Path) -> bytes:
    """A file of checkpoints. Raises MissingError, StorageError."""
    with storage(path):
        if not path.exists():
            raise MissingError(f"kept checkpoint {path}")
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)


def checkpoints(data: bytes, verifiers: Sequence[Verifier], where: str = "checkpoint") -> list[Checkpoint]:
    """What the notes in ``data`` say, each signed by the log; the newest is the largest. Raises MalformedError, or
    SignatureError if one of them is not the log's."""
    return [open_checkpoint(note, verifiers, where) for note in notes(data, where)]


def newest(found: Iterable[Checkpoint]) -> Checkpoint:
    """The checkpoint of the most entries."""
    return max(found, key=lambda each: each.size)


def require_extended(tree: MerkleTree, kept: Iterable[Checkpoint], where: str) -> None:
    """Raise ForkError unless ``tree`` extends every checkpoint in ``kept``, the oldest fault first."""
    for each in sorted(kept, key=lambda item: item.size):
        if each.size > tree.size:
            why = f"the checkpoint kept there speaks of {each.size} entries, and {tree.size} are here"
            raise ForkError(None, where, f"{why}: this is an older copy; {_REMEDY}")
        if tree.root(each.size) != each.root:
            why = f"the checkpoint kept there has another root of its {each.size} entries than this ledger"
            raise ForkError(None, where, f"{why}: history differs; {_REMEDY}")


_REMEDY = (
    "nothing was changed. Restore the newer copy; if none exists, read 'Restore' in docs/operating.md, then accept the "
    "loss with 'tallystick ledger keep --accept-loss'"
)


def proof(tree: MerkleTree, old: Checkpoint, new: Checkpoint) -> list[bytes]:
    """The consistency proof from ``old`` to ``new``, checked as a stranger would. Raises ForkError if there is none."""
    if old.origin != new.origin:
        raise ForkError(None, old.origin, f"the checkpoint kept is of {old.origin}, this ledger is {new.origin}")
    if old.size > new.size:
        raise ForkError(None, "entries", f"missing: the checkpoint kept speaks of {old.size}, {new.size} are here")
    found = tree.consistency(old.size, new.size)
    holds = verify_consistency(old.size, new.size, old.root, new.root, found)
    if not holds and old.size > 0:
        why = f"the first {old.size} entries are not those of the checkpoint kept: history was changed; keep both"
        raise ForkError(None, "entries", why)
    return found
