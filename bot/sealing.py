"""Encryption of the bot's data at rest: the key in the keys folder, and files of sealed lines.

Each file has a key of its own, derived from the key and the file's salt; each line is bound to its number, so that
lines cannot be moved, removed from the middle or taken from another file unseen.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ledger.durable import make_folder, replace_file
from ledger.errors import StorageError

KEY_BYTES = 32
_NONCE = 12


class StateError(Exception):
    """The bot's data cannot be opened, read or kept; says where, and what to do."""


class FolderInUseError(StateError):
    """Another process has the folder open."""


class DamagedError(StateError):
    """A file does not say what was written to it."""


class WriteFailedError(StateError):
    """The disk refused a write or a sync: what was being kept did not count, and the process must end."""


def load_key(path: Path, *, create: bool) -> bytes:
    """The key of the bot's data from the keys folder; with ``create`` a new one where there is none."""
    try:
        text = path.read_text("ascii").strip()
    except FileNotFoundError:
        if not create:
            raise StateError(
                f"{path} is missing: the bot's data cannot be read without its key. Restore the keys folder."
            ) from None
        key = secrets.token_bytes(KEY_BYTES)
        try:
            make_folder(path.parent)
            replace_file(path, base64.b64encode(key) + b"\n")
        except StorageError as error:
            raise WriteFailedError(str(error)) from error
        return key
    except UnicodeDecodeError:
        text = ""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_BYTES:
        raise StateError(f"{path} is not a key of the bot's data ({KEY_BYTES} bytes, base64): restore it from a copy.")
    return key


class Cipher:
    """Header and lines of one file."""

    def __init__(self, kind: str, generation: int, salt: bytes, key: bytes) -> None:
        derived = HKDF(SHA256(), KEY_BYTES + 8, salt, f"tallystick bot {kind} {generation}".encode()).derive(key)
        self._aead = ChaCha20Poly1305(derived[:KEY_BYTES])
        self.kind, self.generation = kind, generation
        self.header = f"tallystick-{kind} 1 {generation} {salt.hex()} {derived[KEY_BYTES:].hex()}\n".encode()

    @classmethod
    def fresh(cls, kind: str, generation: int, key: bytes) -> Cipher:
        return cls(kind, generation, secrets.token_bytes(16), key)

    @classmethod
    def of(cls, path: Path, header: bytes, kind: str, key: bytes) -> Cipher:
        try:
            name, version, generation, salt, _check = header.decode("ascii").split(" ")
            if (name, version) != (f"tallystick-{kind}", "1"):
                raise ValueError
            cipher = cls(kind, int(generation), bytes.fromhex(salt), key)
        except ValueError:
            raise DamagedError(f"{path}, line 1: not the header of a {kind}. Restore it from a backup.") from None
        if cipher.header != header + b"\n":
            raise DamagedError(f"{path} was written with another key, or its header is damaged: use its own keys.")
        return cipher

    def seal(self, number: int, value: object) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return base64.b64encode(nonce + self._aead.encrypt(nonce, text, b"%d" % number)) + b"\n"

    def open(self, path: Path, number: int, line: bytes) -> Any:
        try:
            data = base64.b64decode(line, validate=True)
            return json.loads(self._aead.decrypt(data[:_NONCE], data[_NONCE:], b"%d" % number))
        except (InvalidTag, ValueError):
            raise DamagedError(
                f"{path}, line {number}: damaged. What follows it cannot be trusted; restore the folder from a backup."
            ) from None
