"""Cosignatures of witnesses over checkpoints (C2SP tlog-cosignature, Ed25519): parsing and verifying.

A witness signs that it saw the log grow from what it saw before, and when. Its line in the note is like any other, with
a key id of type 0x04 and, as signature, an 8-byte big-endian POSIX time before the 64 bytes of Ed25519 over::

    cosignature/v1
    time <seconds>
    <the checkpoint's whole text>

The message does not say the witness's name: one key under two names is one witness, and counts once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ledger.checkpoint import Note, Signature, Verifier
from ledger.errors import SignatureError

COSIGNATURE = b"\x04"
MAX_TIME = 2**63 - 1


class Witness(Verifier):
    """A witness that the checker trusts: its public key under its name."""

    __slots__ = ()
    TYPE: ClassVar[bytes] = COSIGNATURE
    WHAT: ClassVar[str] = "a witness's Ed25519 key"


@dataclass(frozen=True, slots=True)
class Cosignature:
    """A verified cosignature: who saw the checkpoint, and when (seconds since 1970, as the witness says)."""

    witness: Witness
    time: int


def message(time: int, text: str) -> bytes:
    """What a witness signs: ``text`` is the note's text, the whole checkpoint."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def cosignatures(note: Note, witnesses: Iterable[Witness], where: str = "checkpoint") -> tuple[Cosignature, ...]:
    """The cosignatures of ``note`` by ``witnesses``, each key once.

    Lines of others are ignored. Raises SignatureError if a known witness's line is bad: the note was changed.
    """
    known = {(witness.name, witness.key_id): witness for witness in witnesses}
    found: dict[bytes, Cosignature] = {}
    for line in note.signatures:
        witness = known.get((line.name, line.key_id))
        if witness is not None:
            seen = _verified(line, witness, note.text, where)
            found.setdefault(witness.public.data, seen)
    return tuple(found.values())


def _verified(line: Signature, witness: Witness, text: str, where: str) -> Cosignature:
    time = int.from_bytes(line.sig[:8], "big")
    if len(line.sig) != 72 or time > MAX_TIME or not witness.public.verify(message(time, text), line.sig[8:]):
        raise SignatureError(where, f"the cosignature of {line.name} does not verify; the note was changed")
    return Cosignature(witness, time)
