"""The slow way of parsing: one field after the other, each fault with its path; and the text forms of single fields.

``parse`` comes here with what its fast frame does not recognise, and with the genesis. Every function takes the place
(``where``) of what it judges and raises MalformedError naming it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from ledger.canonical import MAX_INT
from ledger.errors import MalformedError
from ledger.types import Entry, Event, Genesis, Json, RegistrarKey

_hex = {length: re.compile(rf"[0-9a-f]{{{length}}}").fullmatch for length in (32, 64)}
_type_name = re.compile(r"[a-z][a-z-]{0,31}").fullmatch
_EVENT_KEYS = ("body", "key", "ledger", "party", "person", "ref", "request", "signed_at", "type")
_ENTRY_KEYS = ("at", "event", "prev", "rules", "seq", "sig", "v")
_GENESIS_KEYS = ("demo", "log_keys", "nonce", "origin", "registrar_keys", "thresholds", "type")


def decode_base64(text: str, length: int, where: str) -> bytes:
    """Standard base64 of exactly ``length`` bytes; raises MalformedError for any other spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise MalformedError(where, "not standard base64") from None
    if len(data) != length or encode_base64(data) != text:
        raise MalformedError(where, f"not the standard base64 of {length} bytes")
    return data


def encode_base64(data: bytes) -> str:
    """Standard base64, with padding."""
    return base64.b64encode(data).decode("ascii")


def _object(value: Json, keys: tuple[str, ...], where: str) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise MalformedError(where, "not an object")
    for key in keys:
        if key not in value:
            raise MalformedError(f"{where}.{key}", "missing")
    for key in value:
        if key not in keys:
            raise MalformedError(f"{where}.{key}", "unknown here; remove it")
    return value


def _text(value: Json, where: str) -> str:
    if not isinstance(value, str):
        raise MalformedError(where, "not text")
    return value


def _hexadecimal(value: Json, length: int, where: str) -> str:
    if not isinstance(value, str) or not _hex[length](value):
        raise MalformedError(where, f"not {length} lower-case hexadecimal digits")
    return value


def _integer(value: Json, least: int, where: str) -> int:
    if type(value) is not int:
        raise MalformedError(where, "not an integer")
    if not least <= value <= MAX_INT:
        raise MalformedError(where, f"not between {least} and 2^53 − 1")
    return value


def event_of(value: Json, where: str) -> Event:
    fields = _object(value, _EVENT_KEYS, where)
    kind = _text(fields["type"], f"{where}.type")
    if not _type_name(kind):
        raise MalformedError(f"{where}.type", "not a type's name: lower-case letters and hyphens, 32 at most")
    body = fields["body"]
    if not isinstance(body, dict):
        raise MalformedError(f"{where}.body", "not an object")
    return Event(
        ledger=_hexadecimal(fields["ledger"], 64, f"{where}.ledger"),
        type=kind,
        party=_hexadecimal(fields["party"], 32, f"{where}.party"),
        person=_hexadecimal(fields["person"], 32, f"{where}.person"),
        key=_hexadecimal(fields["key"], 64, f"{where}.key"),
        request=_hexadecimal(fields["request"], 32, f"{where}.request"),
        ref=_hexadecimal(fields["ref"], 64, f"{where}.ref"),
        signed_at=_integer(fields["signed_at"], 0, f"{where}.signed_at"),
        body=body,
    )


def entry_of(value: Json, line: bytes, where: str) -> Entry:
    fields = _object(value, _ENTRY_KEYS, where)
    seq = _integer(fields["seq"], 0, f"{where}.seq")
    inner = fields["event"]
    signature = _text(fields["sig"], f"{where}.sig")
    if seq == 0:
        if signature:
            raise MalformedError(f"{where}.sig", "the genesis carries no signature")
        subject: Event | Genesis = _genesis(inner, f"{where}.event")
        sig = b""
    else:
        subject = event_of(inner, f"{where}.event")
        sig = decode_base64(signature, 64, f"{where}.sig")
    return Entry(
        v=_integer(fields["v"], 1, f"{where}.v"),
        rules=_integer(fields["rules"], 1, f"{where}.rules"),
        seq=seq,
        at=_integer(fields["at"], 0, f"{where}.at"),
        prev=_hexadecimal(fields["prev"], 64, f"{where}.prev"),
        event=subject,
        sig=sig,
        raw=line,
        hash=hashlib.sha256(b"\0" + line).hexdigest(),
    )


def _genesis(value: Json, where: str) -> Genesis:
    fields = _object(value, _GENESIS_KEYS, where)
    if fields["type"] != "genesis":
        raise MalformedError(f"{where}.type", "not 'genesis'")
    if not isinstance(fields["demo"], bool):
        raise MalformedError(f"{where}.demo", "not true or false")
    thresholds = _object(fields["thresholds"], ("log", "payer"), f"{where}.thresholds")
    genesis = Genesis(
        origin=_text(fields["origin"], f"{where}.origin"),
        log_keys=tuple(_keys(fields["log_keys"], f"{where}.log_keys")),
        registrar_keys=tuple(_registrars(fields["registrar_keys"], f"{where}.registrar_keys")),
        thresholds={name: _integer(thresholds[name], 1, f"{where}.thresholds.{name}") for name in ("log", "payer")},
        demo=fields["demo"],
        nonce=_hexadecimal(fields["nonce"], 32, f"{where}.nonce"),
    )
    check_genesis(genesis, where)
    return genesis


def check_genesis(genesis: Genesis, where: str = "genesis") -> None:
    """Raise MalformedError unless the parts of ``genesis`` fit together."""
    origin = genesis.origin
    if not origin or "+" in origin or any(c.isspace() or ord(c) < 0x20 for c in origin):
        raise MalformedError(
            f"{where}.origin", "a name without spaces, control characters and '+', such as example.org/log"
        )
    if genesis.demo != origin.endswith(".invalid"):
        raise MalformedError(f"{where}.origin", "a demo's origin ends in .invalid, and only a demo's")
    people = {registrar.person for registrar in genesis.registrar_keys}
    keys = {registrar.key for registrar in genesis.registrar_keys} | set(genesis.log_keys)
    if len(people) != len(genesis.registrar_keys) or len(keys) != len(genesis.registrar_keys) + len(genesis.log_keys):
        raise MalformedError(f"{where}.registrar_keys", "each registrar is another person with another key")
    if not 1 <= genesis.thresholds["log"] <= len(genesis.log_keys):
        raise MalformedError(f"{where}.thresholds.log", f"not between 1 and the {len(genesis.log_keys)} log keys")
    if not 1 <= genesis.thresholds["payer"] <= len(genesis.registrar_keys):
        raise MalformedError(f"{where}.thresholds.payer", f"not between 1 and the {len(people)} registrars")


def _keys(value: Json, where: str) -> list[str]:
    if not isinstance(value, list) or not value:
        raise MalformedError(where, "not a list of at least one key")
    keys = [_text(key, f"{where}[{index}]") for index, key in enumerate(value)]
    for index, key in enumerate(keys):
        decode_base64(key, 32, f"{where}[{index}]")
    return keys


def _registrars(value: Json, where: str) -> list[RegistrarKey]:
    if not isinstance(value, list) or not value:
        raise MalformedError(where, "not a list of at least one registrar")
    found = []
    for index, item in enumerate(value):
        fields = _object(item, ("key", "person"), f"{where}[{index}]")
        key = _text(fields["key"], f"{where}[{index}].key")
        decode_base64(key, 32, f"{where}[{index}].key")
        found.append(RegistrarKey(_hexadecimal(fields["person"], 32, f"{where}[{index}].person"), key))
    return found
