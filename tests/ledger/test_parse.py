"""Strict parsing: what parses formats to the same bytes, everything else is refused with its place."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import canonical, chain, fields, parse
from ledger.canonical import MAX_INT
from ledger.errors import MalformedError
from ledger.types import Entry, Event
from tests.ledger.factories import World
from tests.ledger.test_canonical import KEYS, VALUES


def hexes(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789abcdef", min_size=length, max_size=length)


MOMENTS = st.integers(0, MAX_INT)
EVENTS = st.builds(
    Event,
    ledger=hexes(64),
    type=st.from_regex(r"[a-z][a-z-]{0,31}", fullmatch=True),
    party=hexes(32),
    person=hexes(32),
    key=hexes(64),
    request=hexes(32),
    ref=hexes(64),
    signed_at=MOMENTS,
    body=st.dictionaries(KEYS, VALUES, max_size=4),
)
ENTRIES = st.builds(
    chain.seal,
    v=st.integers(1, 9),
    rules=st.integers(1, 9),
    seq=st.integers(1, MAX_INT),
    at=MOMENTS,
    prev=hexes(64),
    event=EVENTS,
    sig=st.binary(min_size=64, max_size=64),
)
EVENT = Event("1" * 64, "query", "2" * 32, "3" * 32, "4" * 64, "5" * 32, "6" * 64, 7, {"a": 1})
ENTRY = chain.seal(1, 1, 3, 99, "8" * 64, EVENT, bytes(64))


@given(EVENTS)
def test_events_parse_and_format(event: Event) -> None:
    data = canonical.dumps(parse.event_value(event))
    assert parse.event(data) == event


@given(ENTRIES)
def test_entries_parse_and_format(entry: Entry) -> None:
    assert parse.entry(entry.raw) == entry == parse.entry(entry.raw, vouched=True)
    assert canonical.dumps(parse.entry_value(entry)) == entry.raw
    assert parse.payload(entry) == canonical.dumps(parse.event_value(entry.event))  # type: ignore[arg-type]


@given(ENTRIES, st.data())
@settings(max_examples=200)
def test_the_fast_way_and_the_slow_way_agree(entry: Entry, data: st.DataObject) -> None:
    """Change some bytes: both ways refuse, or both give the same entry, whose bytes these are."""
    raw = bytearray(entry.raw)
    for _ in range(data.draw(st.integers(0, 2))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.sampled_from(b'"{}[]:,\\ 0159aeAEn.-\x00\xc3'))
    line = bytes(raw)
    try:
        slow: Entry | None = fields.entry_of(parse.loads(line), line, "entry")
    except MalformedError:
        slow = None
    try:
        fast: Entry | None = parse.entry(line)
    except MalformedError:
        fast = None
    if slow is not None and slow.seq == 0:
        return
    assert fast == slow
    if fast is not None:
        assert canonical.dumps(parse.entry_value(fast)) == line


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode))
def test_whatever_parses_formats_to_the_same_bytes(data: bytes) -> None:
    try:
        value = parse.loads(data)
    except MalformedError:
        return
    assert canonical.dumps(value) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a":1,"a":2}', "the key 'a' stands there twice"),
        (b'{"b":1,"a":2}', "not canonical JSON"),
        (b'{"a": 1}', "not canonical JSON"),
        (b'{"a":1}\n', "not canonical JSON"),
        (b'{"a":1}x', "not JSON"),
        (b'"\\u0061"', "not canonical JSON"),
        (b'"\\/"', "not canonical JSON"),
        (b"1.0", r"1\.0 is no integer"),
        (b"1e3", "1e3 is no integer"),
        (b"NaN", "NaN is no integer"),
        (b"-Infinity", "-Infinity is no integer"),
        (b"-0", "not canonical JSON"),
        (b"01", "not canonical JSON|not JSON"),
        (b"9007199254740992", "is beyond"),
        (b"-9007199254740992", "is beyond"),
        (b"9" * 5000, "is beyond"),
        (b'"\\ud800"', "not canonical JSON|surrogate"),
        (b'"\xed\xa0\x80"', "not UTF-8 at byte 1"),
        ('"e\u0301"'.encode(), "not in Unicode form NFC"),
        ('{"é":1}'.encode(), "not ASCII"),
        (b'"\x00"', "not JSON"),
        (b"", "not JSON"),
        (b"[" * 60_000, "nested more than|not JSON"),
        (b"[" * 33 + b"]" * 33, "nested more than 32"),
        (b"\xef\xbb\xbf1", "not JSON"),
        (b"tru", "not JSON"),
    ],
)
def test_refused_values(data: bytes, message: str) -> None:
    with pytest.raises(MalformedError, match=message):
        parse.loads(data)


def test_an_escaped_newline_before_a_combining_mark_is_no_letter() -> None:
    """``\\n`` and U+0303 look like ñ in the bytes, and are none."""
    text = "\n\u0303"
    assert unicodedata.is_normalized("NFC", text)
    assert parse.loads(canonical.dumps(text)) == text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "Query"}, r"event\.type: not a type's name"),
        ({"ledger": "1" * 63}, r"event\.ledger: not 64 lower-case"),
        ({"ledger": "A" * 64}, r"event\.ledger: not 64 lower-case"),
        ({"party": 1}, r"event\.party: not 32"),
        ({"signed_at": True}, r"event\.signed_at: not an integer"),
        ({"signed_at": -1}, r"event\.signed_at: not between 0"),
        ({"signed_at": None}, r"event\.signed_at: not an integer"),
        ({"body": []}, r"event\.body: not an object"),
        ({"extra": 1}, r"event\.extra: unknown here; remove it"),
        ({"ref": ...}, r"event\.ref: missing"),
    ],
)
def test_fields_of_an_event(change: dict[str, Any], message: str) -> None:
    value = {**parse.event_value(EVENT), **change}
    data = canonical.dumps({key: item for key, item in value.items() if item is not ...})
    with pytest.raises(MalformedError, match=message):
        parse.event(data)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b'"at":99', b'"at":9.5', "9.5 is no integer"),
        (b'"at":99', b'"at":099', "not"),
        (b'"at":99', b'"at":true', r"entry 3\.at: not an integer"),
        (b'"at":99', b'"at":9007199254740992', "beyond"),
        (b'"rules":1', b'"rules":0', "versions count from 1|not between 1"),
        (b'"v":1}', b'"v":0}', "versions count from 1|not between 1"),
        (b'"seq":3', b'"seq":4', r"entry 3\.seq: says 4; an entry was dropped, repeated or moved"),
        (b'"seq":3', b'"seq":0', "entry 3"),
        (b'A==","v"', b'B==","v"', r"entry 3\.sig: not the standard base64"),
        (b'"sig":"', b'"sig":"-', r"entry 3\.sig: not standard base64"),
        (b'{"a":1}', b'{"a":1.5}', r"entry 3\.event\.body: 1\.5 is no integer"),
        (b'{"a":1}', b'{"a":1,"a":1}', r"entry 3\.event\.body: the key 'a' stands there twice"),
        (b'{"a":1}', b'{"a":9007199254740992}', r"entry 3\.event\.body: 9007199254740992 is beyond"),
        (b'"signed_at":7', b'"signed_at":9007199254740993', r"entry 3\.event\.signed_at"),
        (b'"query"', b'"Query"', r"entry 3\.event\.type"),
        (b'"v":1}', b'"v":1,"w":1}', r"entry 3\.w: unknown here"),
        (b',"v":1}', b"}", r"entry 3\.v: missing"),
    ],
)
def test_fields_of_an_entry(old: bytes, new: bytes, message: str) -> None:
    assert ENTRY.raw.count(old) == 1
    with pytest.raises(MalformedError, match=message):
        parse.entry(ENTRY.raw.replace(old, new), 3)


def test_too_long_an_entry() -> None:
    with pytest.raises(MalformedError, match="entry: 65536 bytes; an entry has at most 65535"):
        parse.entry(b" " * 65_536)


def test_genesis() -> None:
    genesis = World(registrars=2, threshold=2).entries[0]
    assert parse.entry(genesis.raw, 0) == genesis
    assert canonical.dumps(parse.entry_value(genesis)) == genesis.raw


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "query"}, r"type: not 'genesis'"),
        ({"demo": 1}, r"demo: not true or false"),
        ({"demo": False}, "demo's origin"),
        ({"origin": "a b.invalid"}, "without spaces"),
        ({"log_keys": []}, "log_keys: not a list of at least one"),
        ({"log_keys": ["AA"]}, r"log_keys\[0\]"),
        ({"nonce": "0"}, "nonce: not 32"),
        ({"registrar_keys": [{"key": "AA", "person": "0" * 32}]}, r"registrar_keys\[0\]\.key"),
        ({"registrar_keys": [{"person": "0" * 32}]}, r"registrar_keys\[0\]\.key: missing"),
        ({"thresholds": {"log": 1}}, r"thresholds\.payer: missing"),
        ({"thresholds": {"log": 1, "payer": 3}}, r"thresholds\.payer: not between 1 and the 2"),
        ({"thresholds": {"log": 0, "payer": 1}}, r"thresholds\.log: not between 1"),
        ({"extra": None}, "extra: unknown here"),
    ],
)
def test_fields_of_a_genesis(change: dict[str, Any], message: str) -> None:
    value = parse.entry_value(World(registrars=2).entries[0])
    subject = value["event"]
    assert isinstance(subject, dict)
    with pytest.raises(MalformedError, match=message):
        parse.entry(canonical.dumps({**value, "event": {**subject, **change}}), 0)


def test_one_person_or_key_twice_in_the_genesis() -> None:
    value = parse.entry_value(World(registrars=2).entries[0])
    subject: Any = value["event"]
    first, second = subject["registrar_keys"]
    for twice in ([first, {**second, "key": first["key"]}], [first, {**second, "person": first["person"]}]):
        subject["registrar_keys"] = twice
        with pytest.raises(MalformedError, match="another person with another key"):
            parse.entry(canonical.dumps(value), 0)
