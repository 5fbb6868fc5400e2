"""A new key takes the place of an old one: what the new key signs to prove its possession, before the old one signs.

The proof is an Ed25519 signature over the DSSE encoding of canonical JSON, ``{"custody", "key", "ledger", "party",
"person", "public_key"}``: bound to one ledger, one person, and the one key that it replaces.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger import canonical, parse
from ledger.errors import MalformedError
from ledger.signing import PrivateKey, key_id, pae
from ledger.types import Json

REKEY = "application/vnd.tallystick.rekey+json"


def message(ledger: str, party: str, person: str, key: str, public_key: str, custody: str) -> bytes:
    """What a new key signs to take the place of the key with the id ``key``."""
    value: dict[str, Json] = {
        "custody": custody, "key": key, "ledger": ledger, "party": party, "person": person, "public_key": public_key,
    }  # fmt: skip
    return pae(REKEY, canonical.dumps(value))


def prove(new: PrivateKey, ledger: str, party: str, person: str, key: str) -> bytes:
    """The proof of ``new``, which its owner keeps, as one line of JSON."""
    value: dict[str, Json] = {
        "key": key,
        "payloadType": REKEY,
        "proof": parse.encode_base64(new.sign_raw(message(ledger, party, person, key, new.public.base64, "own"))),
        "public_key": new.public.base64,
    }
    return canonical.dumps(value) + b"\n"


@dataclass(frozen=True, slots=True)
class Proof:
    """A new key's proof that it is to replace ``key``; ``sig`` covers ``message``, and is not verified yet."""

    key: str
    public: bytes
    sig: bytes

    @property
    def id(self) -> str:
        return key_id(self.public)


def read(data: bytes, where: str = "proof of the new key") -> Proof:
    """What ``prove`` wrote. Raises MalformedError."""
    value = parse.loads(data.strip(), where)
    if not isinstance(value, dict) or value.get("payloadType") != REKEY:
        raise MalformedError(where, "not the proof that 'tallystick key enrol' writes for a new key")
    key, public, sig = (str(value.get(name)) for name in ("key", "public_key", "proof"))
    public_bytes = parse.decode_base64(public, 32, f"{where}, public_key")
    return Proof(key, public_bytes, parse.decode_base64(sig, 64, f"{where}, proof"))
