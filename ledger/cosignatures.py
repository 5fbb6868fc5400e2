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

from ledger.checkpoint import Note, Signature, any_base64, note_key_id, valid_name
from ledger.errors import MalformedError, SignatureError
from ledger.parse import encode_base64
from ledger.signing import PublicKey

COSIGNATURE = b"\x04"
MAX_TIME = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness that the checker trusts: its public key under its name."""

    name: str
    public: PublicKey

    @property
    def key_id(self) -> bytes:
        return note_key_id(self.name, COSIGNATURE + self.public.data)

    @property
    def vkey(self) -> str:
        """The key as text, for configuration files and web pages."""
        return f"{self.name}+{self.key_id.hex()}+{encode_base64(COSIGNATURE + self.public.data)}"

    @classmethod
    def from_vkey(cls, text: str, where: str = "witness key") -> Witness:
        """Read ``name+hex8+base64``; raises MalformedError, or SignatureError for a key that must not be trusted."""
        name, _, rest = text.partition("+")
        identity, plus, encoded = rest.partition("+")
        if not valid_name(name) or not plus:
            raise MalformedError(where, "not 'name+key id+key'")
        key = any_base64(encoded, where)
        if key[:1] != COSIGNATURE or len(key) != 33:
            raise MalformedError(where, "not a witness's Ed25519 key (type byte 4 and 32 bytes)")
        witness = cls(name, PublicKey(key[1:]))
        if identity != witness.key_id.hex():
            raise MalformedError(where, f"the key id is {witness.key_id.hex()}, not {identity}; copy the key again")
        return witness


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
