"""Bytes → values, strictly: what was parsed formats to the same bytes, and everything else is refused with its place.

Canonical JSON sorts keys, so the frame of an entry is one regular expression and only an event's ``body`` goes through
the JSON parser; formatting the body again and comparing catches duplicate keys, white space and odd escapes at once.
What does not fit the expression goes the slow way, which finds the field and says what is wrong with it; a property
test holds both ways equal. Lines end at byte 0x0A only: callers split there and hand in the line without it.
"""

from __future__ import annotations

import json
import json.encoder
import re
from binascii import a2b_base64
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NoReturn

from ledger import canonical
from ledger.canonical import MAX_DEPTH, MAX_INT
from ledger.errors import MalformedError
from ledger.fields import check_genesis, decode_base64, encode_base64, entry_of, event_of
from ledger.types import MAX_ENTRY, Entry, Event, Genesis, Json

__all__ = [
    "check_genesis",
    "decode_base64",
    "encode_base64",
    "entry",
    "entry_value",
    "event",
    "event_value",
    "genesis_value",
    "loads",
    "payload",
]


class _NumberError(ValueError):
    pass


def _no_float(text: str) -> NoReturn:
    raise _NumberError(f"{text} is no integer; write an integer in the field's unit")


def _integer(text: str) -> int:
    if len(text) > 15:
        value = int(text) if len(text) < 18 else MAX_INT + 1
        if not -MAX_INT <= value <= MAX_INT:
            raise _NumberError(f"{text[:20]} is beyond ±(2^53 − 1); use a smaller number")
    return int(text)


_decoder: Any = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float, parse_int=_integer)
_scan: Callable[[str, int], tuple[Json, int]] = _decoder.scan_once  # without the white space that ``decode`` allows


def _encoder() -> Callable[[Json], str]:
    """The canonical encoder of checked values; CPython's inner one is used as it is, made once instead of each time."""
    plain = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    make: Any = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return plain.encode
    quote: Any = json.encoder.encode_basestring
    inner = make(None, plain.default, quote, None, ":", ",", True, False, False)
    return lambda value: "".join(inner(value, 0))


_encode = _encoder()
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
    except _NumberError as error:
        raise MalformedError(where, str(error)) from None
    except RecursionError:
        raise MalformedError(where, f"nested more than {MAX_DEPTH} levels deep; flatten it") from None
    except (StopIteration, ValueError) as error:
        raise MalformedError(where, f"not JSON ({_reason(error)})") from None
    # Equal text means: no duplicate keys, no white space, sorted keys, one spelling of each string and number. What is
    # left to check is rare, and recognised without walking the value: other scripts, deep nesting.
    if not same:
        raise MalformedError(where, _why_not_canonical(text))
    if not text.isascii() or text.count("{") + text.count("[") > MAX_DEPTH:
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


def event(data: bytes) -> Event:
    """An event from its canonical bytes; raises MalformedError naming the field. Bodies are judged by the rules."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("event", f"not UTF-8 at byte {error.start}") from None
    frame = _event_frame(text)
    if frame is None:
        return event_of(_value(text, "event"), "event")
    body, key, ledger, party, person, ref, request, signed_at, kind = frame.groups()
    return Event(ledger, kind, party, person, key, request, ref, _moment(signed_at), _body(body))


def _body(text: str) -> dict[str, Json]:
    value = _value(text, "event.body")
    if type(value) is not dict:
        raise MalformedError("event.body", "not an object")
    return value


def _moment(digits: str) -> int:
    moment = int(digits)
    if moment > MAX_INT:
        raise MalformedError("event.signed_at", "an integer beyond 2^53 − 1; write milliseconds UTC")
    return moment


def entry(line: bytes, seq: int | None = None, *, vouched: bool = False) -> Entry:
    """An entry from its canonical bytes (the line without its 0x0A); raises MalformedError naming the field.

    ``seq`` is the place where the line stands; an entry that says another one is refused. Entry 0 is the genesis.
    ``vouched``: the caller compares the hash of these bytes with a signed root before anybody sees the entry, so that
    they are known to have been parsed strictly once, and the body is not formatted again.
    """
    try:
        if len(line) > MAX_ENTRY:
            raise MalformedError("", f"{len(line)} bytes; an entry has at most {MAX_ENTRY}")
        found = _entry(line, vouched)
        if seq is not None and found.seq != seq:
            raise MalformedError("seq", f"says {found.seq}; an entry was dropped, repeated or moved")
        return found
    except MalformedError as error:
        place = "entry" if seq is None else f"entry {seq}"
        inside = error.where.lstrip(".")
        raise MalformedError(f"{place}.{inside}" if inside else place, error.why) from None


def _entry(line: bytes, vouched: bool) -> Entry:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("", f"not UTF-8 at byte {error.start}") from None
    frame = _entry_frame(text)
    if frame is None:
        found = entry_of(_value(text, ""), line, "")
        _check_frame(found)
        return found
    at, body, key, ledger, party, person, ref, request, signed_at, kind, prev, rules, seq, sig, v = frame.groups()
    if sig[85] not in "AQgw":  # the unused bits of the last letter are zero, else a signature has many spellings
        raise MalformedError("sig", "not the standard base64 of 64 bytes")
    value = _vouched(body) if vouched else _body(body)
    inner = Event(ledger, kind, party, person, key, request, ref, _moment(signed_at), value)
    link = sha256(b"\0" + line).hexdigest()
    found = Entry(int(v), int(rules), int(seq), int(at), prev, inner, a2b_base64(sig), line, link)
    _check_frame(found)
    return found


def _vouched(text: str) -> dict[str, Json]:
    try:
        value, end = _scan(text, 0)
    except (StopIteration, ValueError, RecursionError):
        return _body(text)
    return value if end == len(text) and type(value) is dict else _body(text)


def _check_frame(found: Entry) -> None:
    if found.at > MAX_INT or found.seq > MAX_INT or found.rules > MAX_INT or found.v > MAX_INT:
        raise MalformedError("", "an integer beyond 2^53 − 1")
    if found.v < 1 or found.rules < 1:
        raise MalformedError("", "versions count from 1")
    if (found.seq == 0) != isinstance(found.event, Genesis):
        raise MalformedError("event", "entry 0 is the genesis, and only entry 0")


def payload(found: Entry) -> bytes:
    """The canonical bytes of the entry's event: what was signed."""
    return found.raw[found.raw.index(b'"event":') + 8 : found.raw.rindex(b',"prev":"')]


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
