"""The newest checkpoint that enough witnesses signed, kept beside the plain one, and the policy that says how many.

``ledger/cosigned`` holds one signed note: the log's line and the witnesses'. It is replaced, synced, whenever a newer
checkpoint has the quorum, or more witnesses signed the same one. It is behind the newest checkpoint for as long as the
witnesses take; a receipt carries it as soon as it covers the entry, else the newest one, *unwitnessed*.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ledger import kept
from ledger.checkpoint import Note, Signature, Verifier, open_checkpoint
from ledger.conflicts import Conflicts
from ledger.cosignatures import Witness, cosignatures
from ledger.durable import replace_file, storage
from ledger.errors import ForkError, MalformedError
from ledger.replay import Book, log_verifiers
from ledger.types import Checkpoint
from ledger.witness import Visit, with_lines

COSIGNED = "cosigned"


@dataclass(frozen=True, slots=True)
class Policy:
    """Which witnesses are asked, and how many of them are enough. Raises MalformedError for what cannot be."""

    witnesses: tuple[Witness, ...]
    quorum: int

    def __post_init__(self) -> None:
        if len({witness.public.data for witness in self.witnesses}) < len(self.witnesses):
            raise MalformedError("witnesses", "one key is named twice; a witness counts once")
        if not 1 <= self.quorum <= len(self.witnesses):
            raise MalformedError("quorum", f"{self.quorum} of {len(self.witnesses)} witnesses; from 1 to all of them")

    def reached(self, note: bytes) -> bool:
        """Whether enough witnesses signed ``note``. Raises SignatureError if a known one's line is bad."""
        return len(cosignatures(Note.parse(note), self.witnesses)) >= self.quorum


def read(folder: Path) -> bytes | None:
    """The cosigned checkpoint of a ledger's folder, if there is one; nothing in it is verified."""
    path = folder / COSIGNED
    with storage(path):
        return path.read_bytes() if path.exists() else None


def there(folder: Path) -> list[Path]:
    """The file, if there is one, for recovery to hold against the entries: what witnesses saw must be here."""
    return [folder / COSIGNED] if (folder / COSIGNED).exists() else []


def merged(plain: bytes, cosigned: bytes | None) -> bytes:
    """``plain``, with the witnesses' lines if ``cosigned`` is the same checkpoint."""
    if cosigned is None or Note.parse(cosigned).text != Note.parse(plain).text:
        return plain
    return with_lines(plain, Note.parse(cosigned).signatures)


class Cosigned:
    """The file, and what is needed to ask witnesses. ``gate`` is the ledger's: inside it the book stands still."""

    def __init__(self, folder: Path, book: Book, gate: threading.RLock) -> None:
        """Read what is kept; recovery saw that the book extends it (``there``)."""
        self._path, self._book, self._gate = folder / COSIGNED, book, gate
        self.conflicts = Conflicts(folder)
        self.note = read(folder)
        self.checkpoint = None if self.note is None else open_checkpoint(self.note, self._verifiers(), str(self._path))

    def _verifiers(self) -> list[Verifier]:
        """The log's keys, as they are now."""
        return log_verifiers(self._book.state.genesis, self._book.state.eras)

    def covering(self, seq: int) -> tuple[bytes, int] | None:
        """The cosigned note and its size, if entry ``seq`` is in it."""
        if self.note is None or self.checkpoint is None or seq >= self.checkpoint.size:
            return None
        return self.note, self.checkpoint.size

    def extended(self, data: bytes, where: str) -> list[Checkpoint]:
        """The checkpoints in ``data``, which were kept at ``where``. Raises ForkError unless this ledger extends each
        of them, MalformedError or SignatureError if one is not of this log."""
        with self._gate:
            found = kept.checkpoints(data, self._verifiers(), where)
            kept.require_extended(self._book.tree, found, where)
            return found

    def visit(self, witness: Witness, note: bytes, old: int) -> Visit:
        """Bring ``note``, a checkpoint of this ledger, before ``witness``, which is believed to have signed ``old``."""
        checkpoint = open_checkpoint(note, self._verifiers())

        def prove(size: int) -> list[bytes]:
            with self._gate:
                return self._book.tree.consistency(size, checkpoint.size)

        return Visit(witness, note, checkpoint, old, prove)

    def keep(self, note: bytes, lines: Iterable[Signature], policy: Policy) -> bool:
        """Keep ``note``, a checkpoint of this ledger, with the witnesses' ``lines``, if that has the quorum and is not
        older than what is kept; durable on return. Whether it has the quorum. Raises StorageError."""
        with self._gate:
            checkpoint = open_checkpoint(note, self._verifiers())
            if checkpoint.size > self._book.size or self._book.tree.root(checkpoint.size) != checkpoint.root:
                raise ForkError(None, "checkpoint", "not of this ledger's history; nothing was kept")
            whole = with_lines(merged(note, self.note), lines)
            if not policy.reached(whole):
                return False
            if self.checkpoint is None or checkpoint.size >= self.checkpoint.size:
                if whole != self.note:
                    replace_file(self._path, whole)
                self.note, self.checkpoint = whole, checkpoint
            return True
