"""Key pairs, key ids, DSSE pre-authentication encoding, Ed25519 signatures over events (RFC 8032, DSSE 1.0).

``cryptography`` loads any 32 bytes as a public key, also small-order points, under which one fixed signature verifies
every message, and encodings that are not the canonical one of their point, which would give one key two ids.
``PublicKey`` refuses both, and bytes that are no point of the curve.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ledger.errors import MalformedError, SignatureError
from ledger.parse import decode_base64, encode_base64
from ledger.types import EVENT_TYPE

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER_Y = frozenset({0, 1, _P - 1, _ORDER_8, _P - _ORDER_8})
"""The y coordinates of the eight points of order 1, 2, 4 and 8."""


def pae(payload_type: str, body: bytes) -> bytes:
    """DSSE pre-authentication encoding: what is signed says its type and its lengths, so nothing passes for another."""
    kind = payload_type.encode("utf-8")
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(body), body)


_EVENT_PREFIX = b"DSSEv1 %d %b " % (len(EVENT_TYPE), EVENT_TYPE.encode())


def event_pae(payload: bytes) -> bytes:
    """The bytes an event's signature covers: ``pae`` with the event type."""
    return b"%b%d %b" % (_EVENT_PREFIX, len(payload), payload)


def key_id(public: bytes) -> str:
    """A key's id: hex SHA-256 of its 32 public bytes."""
    return hashlib.sha256(public).hexdigest()


def _check_point(data: bytes) -> None:
    """Raise SignatureError unless ``data`` is the canonical encoding (RFC 8032, 5.1.2) of a point that is not small."""
    encoded = int.from_bytes(data, "little")
    y, sign = encoded & (2**255 - 1), encoded >> 255
    if y >= _P:
        raise SignatureError("public key", "not the canonical encoding of a point; make a new key pair")
    if y in _SMALL_ORDER_Y:
        raise SignatureError("public key", "a small-order point, which proves nothing; make a new key pair")
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    if pow(square, (_P - 1) // 2, _P) != 1:
        raise SignatureError("public key", f"no point of the curve (sign bit {sign}); make a new key pair")


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key that may be trusted with a person: 32 bytes, canonical, on the curve, not of small order.

    Raises MalformedError for a wrong length, SignatureError for a point that must not be trusted.
    """

    data: bytes
    _key: Ed25519PublicKey = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.data) != 32:
            raise MalformedError("public key", f"{len(self.data)} bytes; an Ed25519 public key has 32")
        _check_point(self.data)
        object.__setattr__(self, "_key", Ed25519PublicKey.from_public_bytes(self.data))

    @classmethod
    def from_base64(cls, text: str, where: str = "public key") -> PublicKey:
        return cls(decode_base64(text, 32, where))

    @property
    def id(self) -> str:
        return key_id(self.data)

    @property
    def base64(self) -> str:
        return encode_base64(self.data)

    def verify(self, message: bytes, sig: bytes) -> bool:
        """Whether ``sig`` is this key's signature of exactly ``message``."""
        try:
            self._key.verify(sig, message)
        except InvalidSignature:
            return False
        return True


@lru_cache(maxsize=4096)
def public_key(data: bytes) -> PublicKey:
    """``PublicKey(data)``, remembered: the checks cost as much as a signature."""
    return PublicKey(data)


def verify(public: bytes | PublicKey, payload: bytes, sig: bytes, where: str = "sig") -> None:
    """Raise SignatureError unless ``sig`` is ``public``'s signature over the event bytes ``payload`` (DSSE)."""
    key = public if isinstance(public, PublicKey) else public_key(public)
    if not key.verify(event_pae(payload), sig):
        raise SignatureError(where, f"the signature is not by key {key.id[:16]}… over these bytes; sign them again")


class PrivateKey:
    """An Ed25519 private key. Never printed; ``repr`` shows the public half."""

    __slots__ = ("_key", "public")

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.public = PublicKey(key.public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> PrivateKey:
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_raw(cls, seed: bytes) -> PrivateKey:
        if len(seed) != 32:
            raise MalformedError("private key", f"{len(seed)} bytes; an Ed25519 private key has 32")
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @classmethod
    def from_pem(cls, pem: bytes, where: str = "private key", passphrase: bytes | None = None) -> PrivateKey:
        """Read a PKCS#8 PEM, encrypted if a ``passphrase`` is given; raises MalformedError naming ``where``."""
        try:
            key = serialization.load_pem_private_key(pem, password=passphrase)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            why = "not an unencrypted PEM private key"
            if passphrase is not None:
                why = "not an encrypted PEM private key, or not its passphrase"
            raise MalformedError(where, why) from None
        if not isinstance(key, Ed25519PrivateKey):
            raise MalformedError(where, "a private key of another kind; Ed25519 is needed")
        return cls(key)

    def pem(self, passphrase: bytes | None = None) -> bytes:
        """PKCS#8 PEM for a file of mode 0600, encrypted under ``passphrase`` (PBES2, as OpenSSL reads it) or not."""
        sealed: serialization.KeySerializationEncryption = serialization.NoEncryption()
        if passphrase is not None:
            sealed = serialization.BestAvailableEncryption(passphrase)
        return self._key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealed)

    def raw(self) -> bytes:
        return self._key.private_bytes_raw()

    @property
    def id(self) -> str:
        return self.public.id

    def sign(self, payload: bytes) -> bytes:
        """The 64-byte signature over an event's canonical bytes (DSSE)."""
        return self._key.sign(event_pae(payload))

    def sign_raw(self, message: bytes) -> bytes:
        """A signature over exactly ``message``: for checkpoints, whose signed note is its own encoding."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"PrivateKey(public={self.public.id[:16]}…)"
