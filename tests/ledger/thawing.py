"""A world's entries folded through a snapshot: frozen at a size, signed, written, read, and the rest folded on it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ledger.checkpoint import Signer
from ledger.replay import Book
from ledger.signing import PrivateKey
from ledger.snapshot import SNAPSHOT, freeze, read
from ledger.state import State
from ledger.types import Entry

LOG = PrivateKey.from_raw(sha256(b"log").digest())
"""The log's key of every ``World``."""


def folded(entries: Sequence[Entry]) -> Book:
    book = Book(entries[0])
    for entry in entries[1:]:
        book.add(entry)
    return book


def thawed(entries: Sequence[Entry], cut: int) -> Book:
    """The book of ``entries``, of which the first ``cut`` went through a snapshot."""
    with tempfile.TemporaryDirectory() as folder:
        first = folded(entries[:cut])
        freeze(first).write(Path(folder) / SNAPSHOT, Signer(first.state.genesis.origin, LOG))
        book = read(Path(folder), entries[0], [LOG])
    for entry in entries[cut:]:
        book.add(entry)
    return book


def through_a_snapshot(entries: Sequence[Entry]) -> State:
    """The fold with a snapshot somewhere on the way; where, the newest hash says, so that a failure can be repeated."""
    return thawed(entries, 1 + int(entries[-1].hash[:8], 16) % len(entries)).state
