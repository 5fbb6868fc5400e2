"""Signed notes and checkpoints (C2SP signed-note, C2SP tlog-checkpoint).

A note is text ending in a newline, a blank line, and signature lines::

    — <name> <base64(4-byte key id ‖ signature)>

The signature covers the text with its final newline, not the blank line. A name is not empty and has no Unicode space
and no ``+``. A key id is the first 4 bytes of SHA-256(name ‖ 0x0A ‖ type byte ‖ public key); type 0x01 is Ed25519. A
verifier key is written ``name+hex8(key id)+base64(type ‖ public key)``. Signatures of unknown (name, key id) are
ignored, a known one that is bad rejects the note, and so does the absence of any known one.

A checkpoint is a note of three lines: origin, decimal size, base64 root hash; ours has no extension lines, and the log
key's name equals the origin. What is parsed formats to the same bytes, else it is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from ledger.errors import MalformedError, SignatureError
from ledger.parse import decode_base64, encode_base64
from ledger.signing import PrivateKey, PublicKey
from ledger.types import Checkpoint

ED25519 = b"\x01"
MAX_SIGNATURES = 100
MAX_NOTE = 1_000_000
NO_KNOWN_KEY = (
    "no signature by a known key; check the verifier key and the origin, and ask the log's operator whether its key "
    "was replaced"
)
_size = re.compile(r"0|[1-9][0-9]{0,18}").fullmatch


def valid_name(name: str) -> bool:
    """Whether a key may be called so: not empty, no white space, no control character, no lone surrogate, no ``+``."""
    bad = any(c.isspace() or ord(c) < 0x20 or "\ud800" <= c <= "\udfff" for c in name)
    return bool(name) and "+" not in name and not bad


def note_key_id(name: str, key: bytes) -> bytes:
    """The 4-byte id of ``key`` (type byte ‖ public key) under ``name``."""
    return hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: who (name and key id), and the signature bytes, whose form depends on the key's type."""

    name: str
    key_id: bytes
    sig: bytes

    def line(self) -> str:
        return f"— {self.name} {encode_base64(self.key_id + self.sig)}\n"

    @classmethod
    def parse(cls, line: str, where: str) -> Signature:
        mark, _, rest = line.partition(" ")
        name, space, encoded = rest.partition(" ")
        if mark != "—" or not space or not valid_name(name):
            raise MalformedError(where, "not '— name base64'")
        data = any_base64(encoded, where)
        if len(data) < 5:
            raise MalformedError(where, "too short for a key id and a signature")
        return cls(name, data[:4], data[4:])


def any_base64(text: str, where: str) -> bytes:
    """Standard base64 of any length; raises MalformedError."""
    length = len(text) // 4 * 3 - text[-2:].count("=")
    return decode_base64(text, length, where)


@dataclass(frozen=True, slots=True)
class Note:
    """A text and the signature lines under it, none of them verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    @classmethod
    def parse(cls, data: bytes, where: str = "note") -> Note:
        """Read a note; raises MalformedError. Whose signatures count is for ``open_note`` to say."""
        if len(data) > MAX_NOTE:
            raise MalformedError(where, f"{len(data)} bytes; a note has at most {MAX_NOTE}")
        try:
            whole = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise MalformedError(where, f"not UTF-8 at byte {error.start}") from None
        if any(ord(c) < 0x20 and c != "\n" for c in whole):
            raise MalformedError(where, "a control character; a note has none but newlines")
        text, blank, lines = whole.rpartition("\n\n")
        if not blank or not lines.endswith("\n"):
            raise MalformedError(where, "no signature lines after a blank line")
        items = lines[:-1].split("\n")
        if len(items) > MAX_SIGNATURES:
            raise MalformedError(where, f"{len(items)} signatures; at most {MAX_SIGNATURES}")
        return cls(
            text + "\n",
            tuple(Signature.parse(line, f"{where}, signature {number}") for number, line in enumerate(items, 1)),
        )

    def format(self) -> bytes:
        return (self.text + "\n" + "".join(signature.line() for signature in self.signatures)).encode()


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under a name, which the checker trusts. ``TYPE`` and ``WHAT`` tell its kind of signature."""

    name: str
    public: PublicKey

    TYPE: ClassVar[bytes] = ED25519
    WHAT: ClassVar[str] = "an Ed25519 key"

    @property
    def key_id(self) -> bytes:
        return note_key_id(self.name, self.TYPE + self.public.data)

    @property
    def vkey(self) -> str:
        """The key as text, for configuration files and web pages."""
        return f"{self.name}+{self.key_id.hex()}+{encode_base64(self.TYPE + self.public.data)}"

    @classmethod
    def from_vkey(cls, text: str, where: str = "verifier key") -> Self:
        """Read ``name+hex8+base64``; raises MalformedError, or SignatureError for a key that must not be trusted."""
        name, _, rest = text.partition("+")
        identity, plus, encoded = rest.partition("+")
        if not valid_name(name) or not plus:
            raise MalformedError(where, "not 'name+key id+key'")
        key = any_base64(encoded, where)
        if key[:1] != cls.TYPE or len(key) != 33:
            raise MalformedError(where, f"not {cls.WHAT} (type byte {cls.TYPE[0]} and 32 bytes)")
        verifier = cls(name, PublicKey(key[1:]))
        if identity != verifier.key_id.hex():
            raise MalformedError(where, f"the key id is {verifier.key_id.hex()}, not {identity}; copy the key again")
        return verifier


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key under a name."""

    name: str
    key: PrivateKey

    @property
    def verifier(self) -> Verifier:
        return Verifier(self.name, self.key.public)

    def sign(self, text: str) -> Signature:
        return Signature(self.name, self.verifier.key_id, self.key.sign_raw(text.encode()))


def sign_note(text: str, *signers: Signer) -> bytes:
    """A note over ``text``, signed by each of ``signers``; raises MalformedError for a text that no note can carry."""
    note = Note(text, tuple(signer.sign(text) for signer in signers))
    data = note.format()
    if not text.endswith("\n") or Note.parse(data) != note:
        raise MalformedError("note", "the text must end in a newline and hold no control characters")
    return data


def open_note(data: bytes, verifiers: Iterable[Verifier], where: str = "note") -> tuple[str, tuple[Verifier, ...]]:
    """The text of a note, and which of ``verifiers`` signed it.

    Raises MalformedError, or SignatureError if a known key's signature is bad or no known key signed.
    """
    note = Note.parse(data, where)
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    message = note.text.encode()
    found: dict[tuple[str, bytes], Verifier] = {}
    for signature in note.signatures:
        identity = (signature.name, signature.key_id)
        verifier = known.get(identity)
        if verifier is None or identity in found:
            continue
        if not verifier.public.verify(message, signature.sig):
            raise SignatureError(where, f"the signature of {signature.name} does not verify; the note was changed")
        found[identity] = verifier
    if not found:
        raise SignatureError(where, NO_KNOWN_KEY)
    return note.text, tuple(found.values())


def format_checkpoint(checkpoint: Checkpoint) -> str:
    """The note text of a checkpoint."""
    return f"{checkpoint.origin}\n{checkpoint.size}\n{encode_base64(checkpoint.root)}\n"


def parse_checkpoint(text: str, where: str = "checkpoint") -> Checkpoint:
    """Read a checkpoint's note text; raises MalformedError unless it formats to the same text."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3]:
        raise MalformedError(where, "not three lines (origin, size, root hash)")
    origin, size, root = lines[:3]
    if not valid_name(origin):
        raise MalformedError(where, "the origin is no key name")
    if not _size(size):
        raise MalformedError(where, "the size is no decimal number without leading zeroes")
    return Checkpoint(origin, int(size), decode_base64(root, 32, f"{where}, root hash"))


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """The signed note of a checkpoint by the log's key. No re-parse: this runs with every batch of appends."""
    text = format_checkpoint(checkpoint)
    return Note(text, (signer.sign(text),)).format()


def open_checkpoint(data: bytes, verifiers: Iterable[Verifier], where: str = "checkpoint") -> Checkpoint:
    """The checkpoint in a note signed by one of ``verifiers`` whose name is the origin.

    Raises MalformedError or SignatureError; both say what to do next.
    """
    text, signed = open_note(data, verifiers, where)
    checkpoint = parse_checkpoint(text, where)
    if all(verifier.name != checkpoint.origin for verifier in signed):
        raise SignatureError(where, f"the origin {checkpoint.origin} is not the name of the key that signed")
    return checkpoint
