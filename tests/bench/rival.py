"""The append's peer: SQLite with the same checks. Entries and the signed checkpoint in one transaction an entry."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from ledger import parse, rules
from ledger.chain import seal
from ledger.checkpoint import Signer, sign_checkpoint
from ledger.replay import Book
from ledger.signing import verify
from ledger.types import RULES, VERSION, Checkpoint, Entry, SignedEvent


class SqliteLedger:
    """What somebody would write who needs no more than a database: a lock, and a transaction around each entry."""

    def __init__(self, path: Path, book: Book, signer: Signer) -> None:
        self._book, self._signer, self._lock = book, signer, threading.Lock()
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=FULL")
        self._database.execute("CREATE TABLE entries (seq INTEGER PRIMARY KEY, raw BLOB NOT NULL)")
        self._database.execute("CREATE TABLE checkpoint (one INTEGER PRIMARY KEY, note BLOB NOT NULL)")

    def submit(self, signed: SignedEvent) -> Entry:
        """Parse, verify, decide, seal, fold, write; durable on return."""
        state = self._book.state
        event = parse.event(signed.payload)
        verify(rules.signer_key(state, event), signed.payload, signed.sig)
        with self._lock:
            rules.decide(state, signed, state.last_at, verified=True)
            entry = seal(
                VERSION, RULES, state.size, state.last_at, state.last_hash, event, signed.sig, signed.payload
            )  # fmt: skip
            self._book.add(entry)
            point = Checkpoint(state.genesis.origin, self._book.size, self._book.tree.root())
            note = sign_checkpoint(point, self._signer)
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute("INSERT INTO entries VALUES (?, ?)", (entry.seq, entry.raw))
            self._database.execute("INSERT OR REPLACE INTO checkpoint VALUES (1, ?)", (note,))
            self._database.execute("COMMIT")
        return entry

    def close(self) -> None:
        self._database.close()
