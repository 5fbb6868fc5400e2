"""Bytes → values, strictly: what was parsed formats to the same bytes, and everything else is refused with its place.

Canonical JSON sorts keys, so the frame of an entry is one regular expression and only an event's ``body`` goes through
the JSON parser; formatting the body again and comparing catches duplicate keys, white space and odd escapes at once.
What does not fit the expression goes the slow way, which finds the field and says what is wrong with it; a property
test holds both ways equal. Lines end at byte 0x0A only: callers split there and hand in the line without it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from ledger import canonical
from ledger.canonical import MAX_DEPTH, MAX_INT
from ledger.errors import MalformedError
from ledger.types import MAX_ENTRY, Entry, Event, Genesis, Json, RegistrarKey


class _FloatError(ValueError):
    pass


def _no_float(text: str) -> NoReturn:
    raise _FloatError(text)


_decoder: Any = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float)
_scan: Callable[[str, int], tuple[Json, int]] = _decoder.scan_once  # without the white space that ``decode`` allows
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
_NUMBER = "(0|[1-9][0-9]{0,15})"
_EVENT = (
    r'\{"body":(\{.*\}),"key":"([0-9a-f]{64})","ledger":"([0-9a-f]{64})","party":"([0-9a-f]{32})"'
    r',"person":"([0-9a-f]{32})","ref":"([0-9a-f]{64})","request":"([0-9a-f]{32})"'
    rf',"signed_at":{_NUMBER},"type":"([a-z][a-z-]{{0,31}})"\}}'
)
_event_frame = re.compile(_EVENT, re.DOTALL).fullmatch
_entry_frame = re.compile(
    rf'\{{"at":{_NUMBER},"event":{_EVENT},"prev":"([0-9a-f]{{64}})","rules":{_NUMBER},"seq":{_NUMBER}'
    rf',"sig":"([A-Za-z0-9+/]{{86}}==)","v":{_NUMBER}\}}',
    re.DOTALL,
).fullmatch
_long_number = re.compile(r"[\[:,]-?[0-9]{16}").search
_hex = {length: re.compile(rf"[0-9a-f]{{{length}}}").fullmatch for length in (32, 64)}
_type_name = re.compile(r"[a-z][a-z-]{0,31}").fullmatch

_EVENT_KEYS = ("body", "key", "ledger", "party", "person", "ref", "request", "signed_at", "type")
_ENTRY_KEYS = ("at", "event", "prev", "rules", "seq", "sig", "v")
_GENESIS_KEYS = ("demo", "log_keys", "nonce", "origin", "registrar_keys", "thresholds", "type")


def loads(data: bytes, where: str = "value") -> Json:
    """Parse canonical bytes; raises MalformedError for anything whose canonical bytes are not exactly ``data``."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError(where, f"not UTF-8 at byte {error.start}") from None
    return _value(text, where)


def _value(text: str, where: str) -> Json:
    try:
        value, end = _scan(text, 0)
        same = end == len(text) and _encode(value) == text
    except _FloatError as error:
        raise MalformedError(where, f"{error} is no integer; write an integer in the field's unit") from None
    except RecursionError:
        raise MalformedError(where, f"nested more than {MAX_DEPTH} levels deep; flatten it") from None
    except (StopIteration, ValueError) as error:
        raise MalformedError(where, f"not JSON ({_reason(error)})") from None
    # Equal text means: no duplicate keys, no white space, sorted keys, one spelling of each string and number. What is
    # left to check is rare, and recognised without walking the value: long numbers, other scripts, deep nesting.
    if not same:
        raise MalformedError(where, _why_not_canonical(text))
    if not text.isascii() or text.count("{") + text.count("[") > MAX_DEPTH or _long_number(text) or len(text) < 20:
        canonical.check(value, where)
    return value


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, ValueError) else f"nothing to read at character {error}"


def _why_not_canonical(text: str) -> str:
    duplicates: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        seen: dict[str, object] = {}
        for key, value in items:
            if key in seen:
                duplicates.append(key)
            seen[key] = value
        return seen

    try:
        json.loads(text, object_pairs_hook=pairs)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error})"
    if duplicates:
        return f"the key {duplicates[0]!r} stands there twice"
    return "not canonical JSON (RFC 8785): sorted keys, no white space, no needless escapes"


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


def event(data: bytes) -> Event:
    """An event from its canonical bytes; raises MalformedError naming the field. Bodies are judged by the rules."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("event", f"not UTF-8 at byte {error.start}") from None
    frame = _event_frame(text)
    if frame is None:
        return _slow_event(_value(text, "event"), "event")
    return _framed_event(frame.groups())


def _framed_event(fields: tuple[str, ...], where: str = "event") -> Event:
    body, key, ledger, party, person, ref, request, signed_at, kind = fields
    value = _value(body, f"{where}.body")
    if type(value) is not dict:
        raise MalformedError(f"{where}.body", "not an object")
    moment = int(signed_at)
    if moment > MAX_INT:
        raise MalformedError(f"{where}.signed_at", "an integer beyond 2^53 − 1; write milliseconds UTC")
    return Event(ledger, kind, party, person, key, request, ref, moment, value)


def entry(line: bytes, seq: int | None = None) -> Entry:
    """An entry from its canonical bytes (the line without its 0x0A); raises MalformedError naming the field.

    ``seq`` is the place where the line stands; an entry that says another one is refused. Entry 0 is the genesis.
    """
    where = "entry" if seq is None else f"entry {seq}"
    if len(line) > MAX_ENTRY:
        raise MalformedError(where, f"{len(line)} bytes; an entry has at most {MAX_ENTRY}")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError(where, f"not UTF-8 at byte {error.start}") from None
    frame = _entry_frame(text)
    if frame is None:
        found = _slow_entry(_value(text, where), line, where)
    else:
        groups = frame.groups()
        inner = _framed_event(groups[1:10], f"{where}.event")
        at, prev, rules, place, sig, v = groups[0], groups[10], groups[11], groups[12], groups[13], groups[14]
        signature = binascii.a2b_base64(sig)
        if sig[85] not in "AQgw":  # the last letter's unused bits must be zero, else one signature has many spellings
            raise MalformedError(f"{where}.sig", "not the standard base64 of 64 bytes")
        link = hashlib.sha256(b"\0" + line).hexdigest()
        found = Entry(int(v), int(rules), int(place), int(at), prev, inner, signature, line, link)
        _check_frame(found, where)
    if seq is not None and found.seq != seq:
        raise MalformedError(f"{where}.seq", f"says {found.seq}; an entry was dropped, repeated or moved")
    return found


def _check_frame(found: Entry, where: str) -> None:
    if found.at > MAX_INT or found.seq > MAX_INT or found.rules > MAX_INT or found.v > MAX_INT:
        raise MalformedError(where, "an integer beyond 2^53 − 1")
    if found.v < 1 or found.rules < 1:
        raise MalformedError(where, "versions count from 1")
    if (found.seq == 0) != isinstance(found.event, Genesis):
        raise MalformedError(f"{where}.event", "entry 0 is the genesis, and only entry 0")


def payload(found: Entry) -> bytes:
    """The canonical bytes of the entry's event: what was signed."""
    return found.raw[found.raw.index(b'"event":') + 8 : found.raw.rindex(b',"prev":"')]


# The slow way: one field after the other, each fault with its path.


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


def _slow_event(value: Json, where: str) -> Event:
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


def _slow_entry(value: Json, line: bytes, where: str) -> Entry:
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
        subject = _slow_event(inner, f"{where}.event")
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


def event_value(subject: Event) -> dict[str, Json]:
    """The JSON value of an event; its canonical bytes are what is signed."""
    return {
        "body": dict(subject.body),
        "key": subject.key,
        "ledger": subject.ledger,
        "party": subject.party,
        "person": subject.person,
        "ref": subject.ref,
        "request": subject.request,
        "signed_at": subject.signed_at,
        "type": subject.type,
    }


def genesis_value(genesis: Genesis) -> dict[str, Json]:
    """The JSON value of a genesis."""
    return {
        "demo": genesis.demo,
        "log_keys": list(genesis.log_keys),
        "nonce": genesis.nonce,
        "origin": genesis.origin,
        "registrar_keys": [{"key": item.key, "person": item.person} for item in genesis.registrar_keys],
        "thresholds": dict(genesis.thresholds),
        "type": "genesis",
    }


def entry_value(found: Entry) -> dict[str, Json]:
    """The JSON value of an entry; its canonical bytes are ``found.raw``."""
    subject = found.event
    return {
        "at": found.at,
        "event": genesis_value(subject) if isinstance(subject, Genesis) else event_value(subject),
        "prev": found.prev,
        "rules": found.rules,
        "seq": found.seq,
        "sig": encode_base64(found.sig),
        "v": found.v,
    }
