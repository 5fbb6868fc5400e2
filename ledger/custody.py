"""Held keys: private keys that the service keeps for people who sign with a PIN. What they sign is an attestation.

A key is sealed with ChaCha20-Poly1305 (RFC 8439) under HKDF-SHA-256 (RFC 5869) of two secrets: scrypt (RFC 7914) of the
PIN, and the wrapping key, which lies in the folder of keys. So the data folder alone does not open with all 10^6 PINs
tried, and the wrapping key alone does not open without the PIN. Tries are counted on the disk, synced, before the PIN
is tried: killing the process wins no tries. After five the key is closed; a right PIN sets the count back.

Files: ``held/<person>`` (canonical JSON), ``held/<person>.tries`` (a decimal number).
"""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ledger import canonical, parse
from ledger.durable import create_file, make_folder, remove_file, replace_file, storage
from ledger.errors import KeyExpired, MalformedError, MissingError, PinClosed, WrongPin
from ledger.signing import PrivateKey
from ledger.types import Clock, Json

TRIES = 5
OPEN_MS = 10 * 60 * 1000
SCRYPT_N = 2**15
_pin = re.compile(r"[0-9]{6}").fullmatch
_person = re.compile(r"[0-9a-f]{32}").fullmatch
_FIELDS = {"nonce", "public", "salt", "scrypt_n", "sealed", "v"}


class OpenKey:
    """A held key, unlocked for ten minutes by both clocks, in memory only."""

    def __init__(self, person: str, key: PrivateKey, clock: Clock) -> None:
        self.person = person
        self.public = key.public
        self._key: PrivateKey | None = key
        self._clock = clock
        self._until = clock.now() + OPEN_MS
        self._until_monotonic = clock.monotonic() + OPEN_MS

    def expired(self, now: int | None = None) -> bool:
        """Whether the ten minutes are over at ``now`` (milliseconds UTC; the clock's by default)."""
        moment = self._clock.now() if now is None else now
        return self._key is None or moment >= self._until or self._clock.monotonic() >= self._until_monotonic

    def sign(self, payload: bytes) -> bytes:
        """The signature over an event's canonical bytes. Raises KeyExpired when the ten minutes are over."""
        return self.opened().sign(payload)

    def opened(self) -> PrivateKey:
        """The key itself, for the custody that seals it again. Raises KeyExpired as ``sign``."""
        key = self._key  # another thread may close it at any moment
        if key is None or self.expired():
            self.close()
            raise KeyExpired
        return key

    def close(self) -> None:
        """Forget the key now."""
        self._key = None

    def __repr__(self) -> str:
        return f"OpenKey(person={self.person[:8]}…)"


class Custody:
    """The folder of held keys. Safe for many threads: one PIN of a person is tried at a time.

    ``scrypt_n`` is the cost of trying a PIN (0.15 s at the default); tests take a small one.
    """

    def __init__(self, folder: Path, wrapping_key: bytes, clock: Clock, *, scrypt_n: int = SCRYPT_N) -> None:
        self._folder = folder
        self._wrapping = wrapping_key
        self._clock = clock
        self._n = scrypt_n
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        make_folder(folder)

    def create(self, person: str, pin: str, key: PrivateKey | None = None) -> bytes:
        """Make (or take over ``key``) and keep a key for ``person``; the 32 public bytes.

        Raises MalformedError if one is held already, or the PIN is not six digits.
        """
        check_pin(pin)
        path = self._path(person)
        with self._lock(person):
            if path.exists():
                raise MalformedError(f"held key of {person[:8]}…", "one is held already; discard it first")
            key = key or PrivateKey.generate()
            document = self._sealed(person, pin, key)
            self._count(person, 0)
            create_file(path, document)
            return key.public.data

    def _sealed(self, person: str, pin: str, key: PrivateKey) -> bytes:
        """The file of a held key, under a new salt and nonce."""
        salt, nonce = os.urandom(16), os.urandom(12)
        secret = _derive(pin, salt, self._n, self._wrapping, person)
        sealed = ChaCha20Poly1305(secret).encrypt(nonce, key.raw(), _bound(person, key.public.data))
        document: dict[str, Json] = {
            "nonce": nonce.hex(),
            "public": key.public.data.hex(),
            "salt": salt.hex(),
            "scrypt_n": self._n,
            "sealed": sealed.hex(),
            "v": 1,
        }
        return canonical.dumps(document)

    def unlock(self, person: str, pin: str) -> OpenKey:
        """Open the key of ``person`` for ten minutes.

        Raises WrongPin with the tries left, PinClosed from the fifth wrong one on, MissingError if no key is held,
        MalformedError if its file was changed.
        """
        path = self._path(person)
        with self._lock(person):
            if not path.exists():
                raise MissingError(f"held key of {person[:8]}…")
            tries = self._tries(person)
            if tries >= TRIES:
                raise PinClosed
            salt, nonce, sealed, public, n = self._document(path)
            self._count(person, tries + 1)
            # Only now is the PIN tried: a process killed from here on has used the try up.
            try:
                check_pin(pin)
                secret = _derive(pin, salt, n, self._wrapping, person)
                raw = ChaCha20Poly1305(secret).decrypt(nonce, sealed, _bound(person, public))
            except (InvalidTag, MalformedError):
                if tries + 1 >= TRIES:
                    raise PinClosed from None
                raise WrongPin(TRIES - tries - 1) from None
            self._count(person, 0)
            return OpenKey(person, PrivateKey.from_raw(raw), self._clock)

    def held(self, person: str) -> bool:
        """Whether a key of ``person`` is held here."""
        return self._path(person).exists()

    def public(self, person: str) -> bytes | None:
        """The public half of the key held for ``person``; None if none is held. Raises MalformedError if its file was
        changed."""
        path = self._path(person)
        return self._document(path)[3] if path.exists() else None

    def change_pin(self, key: OpenKey, pin: str) -> None:
        """Seal a held key, which its present PIN opened, under a new PIN: at any moment one of the two opens it.

        Raises MalformedError if the new PIN is not six digits, or another key is held now; KeyExpired.
        """
        check_pin(pin)
        path = self._path(key.person)
        with self._lock(key.person):
            if not path.exists() or self._document(path)[3] != key.public.data:
                raise MalformedError(f"held key of {key.person[:8]}…", "another one is held now, or none")
            replace_file(path, self._sealed(key.person, pin, key.opened()))

    def check(self, person: str) -> None:
        """Raise MalformedError unless what is kept for ``person`` reads as a held key; no PIN is tried."""
        self._document(self._path(person))

    def tries_left(self, person: str) -> int:
        """How many wrong PINs this key still bears; 0 when it is closed."""
        return max(0, TRIES - self._tries(person))

    def discard(self, person: str) -> None:
        """Remove the key of ``person`` for ever. No error if none is held."""
        path = self._path(person)
        with self._lock(person):
            remove_file(path)
            remove_file(self._counter(person))

    def _path(self, person: str) -> Path:
        if not _person(person):
            raise MalformedError("person", "not 32 lower-case hexadecimal digits")
        return self._folder / person

    def _counter(self, person: str) -> Path:
        return self._folder / f"{person}.tries"

    def _lock(self, person: str) -> threading.Lock:
        with self._guard:
            return self._locks.setdefault(person, threading.Lock())

    def _tries(self, person: str) -> int:
        path = self._counter(person)
        if not path.exists():
            return TRIES  # a lost counter closes the key: removing it must not win tries
        with storage(path):
            text = path.read_text("ascii", errors="replace").strip()
        return int(text) if text.isdecimal() and len(text) < 5 else TRIES

    def _count(self, person: str, tries: int) -> None:
        replace_file(self._counter(person), f"{tries}\n".encode())

    def _document(self, path: Path) -> tuple[bytes, bytes, bytes, bytes, int]:
        with storage(path):
            data = path.read_bytes()
        value = parse.loads(data, str(path))
        if not isinstance(value, dict) or set(value) != _FIELDS or value["v"] != 1:
            raise MalformedError(str(path), "not a held key of version 1; restore it from a backup")
        try:
            salt, nonce, sealed, public = (
                bytes.fromhex(str(value[name])) for name in ("salt", "nonce", "sealed", "public")
            )
        except ValueError:
            raise MalformedError(str(path), "not hexadecimal; restore it from a backup") from None
        if len(nonce) != 12:
            raise MalformedError(str(path), "no nonce of 12 bytes; restore it from a backup")
        n = value["scrypt_n"]
        if type(n) is not int or not 2 <= n <= 2**20 or n & (n - 1):
            raise MalformedError(str(path), "no scrypt cost; restore it from a backup")
        return salt, nonce, sealed, public, n


def check_pin(pin: str) -> None:
    """Raise MalformedError unless ``pin`` is six digits."""
    if not _pin(pin):
        raise MalformedError("PIN", "not six digits")


def _derive(pin: str, salt: bytes, n: int, wrapping: bytes, person: str) -> bytes:
    stretched = Scrypt(salt=salt, length=32, n=n, r=8, p=1).derive(pin.encode())
    info = b"tallystick/held/1/" + person.encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(stretched + wrapping)


def _bound(person: str, public: bytes) -> bytes:
    """Associated data: a sealed key opens only as the key of its person."""
    return person.encode() + public
