"""What somebody signs with their own key, away from the service: a prepared event, and what shows its meaning.

The event's bytes are what counts. Beside them lie the genesis (its hash is the event's ``ledger``: name of the ledger,
and whether it is a demo), the register entry of its receivable (its hash is the receivable's id: the claim), for an
endorsement the proposal (its hash is the event's ``ref``), and the texts behind commitments, with their salts. All of
that is checked against the event and so needs no trust. What the operator only says (names, numbers, its own words)
is kept apart as ``told``, for readers to be shown as such.

An ``Invitation`` is the paper for who enrols a key of their own, a ``Replacement`` for who puts one in the place of
another; the new key's owner makes the bytes to sign from it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ledger import canonical, parse, rekey
from ledger.errors import MalformedError
from ledger.signing import PrivateKey
from ledger.types import EVENT_TYPE, EVENT_TYPES, Entry, Event, Genesis, Json, SignedEvent

VERSION = 1
MAX_PREPARED = 1_000_000  # bytes
MAX_TEXT = 4000  # bytes of a text that goes along
INVITATION = "application/vnd.tallystick.invitation+json"
REPLACEMENT = "application/vnd.tallystick.replacement+json"
ANSWERS = ("endorse", "return")


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator says, and nothing here proves: what it showed the signer, names by id, the receivable's number,
    who will see the entry, and until when (ms UTC) it takes the signature."""

    language: str
    words: str
    names: Mapping[str, str] = field(default_factory=dict)
    label: str | None = None
    seen: tuple[str, ...] = ()
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An event to sign, with what was checked against it (None: it does not go with this type, or was not given)."""

    event: Event
    payload: bytes
    genesis: Genesis
    register: Event | None
    proposal: Event | None
    opened: Mapping[str, str]  # commitment → its text
    told: Told

    @property
    def act(self) -> tuple[str, Mapping[str, Any]]:
        """Type and body of what would happen: of a proposal, and of an answer to one, what was proposed."""
        inner = self.proposal or (self.event if self.event.type == "propose" else None)
        if inner is not None:
            return str(inner.body["type"]), inner.body["body"]  # type: ignore[return-value]  # an object: see read
        return self.event.type, self.event.body

    def sign(self, key: PrivateKey) -> SignedEvent:
        """Sign it. Raises MalformedError if the event names another key."""
        if key.id != self.event.key:
            why = f"the event is for key {self.event.key[:16]}…, this is {key.id[:16]}…; use the key that is enrolled"
            raise MalformedError("key", why)
        return SignedEvent(self.event, self.payload, key.sign(self.payload))


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who enrols how: everything that the new person's event needs but the key."""

    ledger: str
    genesis: Genesis
    party: str
    person: str
    ref: str
    code: str
    roles: tuple[str, ...]
    told: Told

    def enrol(self, key: PrivateKey, at: int) -> SignedEvent:
        """The ``enrol`` event at ``at`` (ms UTC), signed by the new key, which proves possession."""
        body: dict[str, Json] = {
            "code": self.code,
            "public_key": key.public.base64,
            "custody": "own",
            "roles": list(self.roles),
        }
        request = os.urandom(16).hex()
        event = Event(self.ledger, "enrol", self.party, self.person, key.id, request, self.ref, at, body)
        payload = canonical.dumps(parse.event_value(event), "event")
        return SignedEvent(event, payload, key.sign(payload))


@dataclass(frozen=True, slots=True)
class Replacement:
    """Whose key is replaced in which ledger: what the new key proves its possession over."""

    ledger: str
    genesis: Genesis
    party: str
    person: str
    key: str  # id of the key in force
    told: Told

    def prove(self, key: PrivateKey) -> bytes:
        """The new key's proof, to be handed in: one line of JSON."""
        return rekey.prove(key, self.ledger, self.party, self.person, self.key)


# Writing.


def _told(told: Told) -> dict[str, Json]:
    return {
        "ends": told.ends, "label": told.label, "language": told.language, "names": dict(told.names),
        "seen": list(told.seen), "words": told.words,
    }  # fmt: skip


def write(
    payload: bytes,
    genesis: Entry,
    told: Told,
    *,
    register: Entry | None = None,
    proposal: Entry | None = None,
    opened: Sequence[tuple[bytes, bytes]] = (),
) -> bytes:
    """The document of a prepared event; ``opened`` are (salt, text). Canonical JSON, with a newline."""
    value: dict[str, Json] = {
        "genesis": genesis.raw.decode(),
        "opened": [{"salt": salt.hex(), "text": text.decode()} for salt, text in opened],
        "payload": payload.decode(),
        "payloadType": EVENT_TYPE,
        "proposal": None if proposal is None else proposal.raw.decode(),
        "register": None if register is None else register.raw.decode(),
        "told": _told(told),
        "v": VERSION,
    }
    return canonical.dumps(value) + b"\n"


def write_invitation(
    genesis: Entry, party: str, person: str, ref: str, code: str, roles: Sequence[str], told: Told
) -> bytes:
    """The paper for who enrols a key of their own."""
    value: dict[str, Json] = {
        "code": code, "genesis": genesis.raw.decode(), "party": party, "payloadType": INVITATION, "person": person,
        "ref": ref, "roles": list(roles), "told": _told(told), "v": VERSION,
    }  # fmt: skip
    return canonical.dumps(value) + b"\n"


def write_replacement(genesis: Entry, party: str, person: str, key: str, told: Told) -> bytes:
    """The paper for who replaces their key by one of their own."""
    value: dict[str, Json] = {
        "genesis": genesis.raw.decode(), "key": key, "party": party, "payloadType": REPLACEMENT, "person": person,
        "told": _told(told), "v": VERSION,
    }  # fmt: skip
    return canonical.dumps(value) + b"\n"


# Reading.


def read(data: bytes, where: str = "prepared event") -> Prepared | Invitation | Replacement:
    """The document in ``data``, checked. Raises MalformedError naming what does not fit."""
    if len(data) > MAX_PREPARED:
        raise MalformedError(where, f"{len(data)} bytes; at most {MAX_PREPARED}")
    value = parse.loads(data.rstrip(b"\n"), where)
    kind = value.get("payloadType") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(kind, str) or kind not in _READERS:
        raise MalformedError(where, "not something that Tallystick asks people to sign; nothing was signed")
    if value.get("v") != VERSION:
        raise MalformedError(f"{where}.v", "another version; use newer software")
    genesis = _entry(value.get("genesis"), f"{where}.genesis")
    if not isinstance(genesis.event, Genesis):
        raise MalformedError(f"{where}.genesis", "no genesis")
    try:
        return _READERS[kind](value, genesis, genesis.event, where)
    except (KeyError, TypeError, ValueError):
        raise MalformedError(where, "something is missing or of another kind; ask for it again") from None


def _entry(raw: Json, where: str) -> Entry:
    if not isinstance(raw, str):
        raise MalformedError(where, "not an entry's text")
    try:
        return parse.entry(raw.encode())
    except MalformedError as error:
        raise MalformedError(where, str(error)) from None


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _object(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return value


def _read_event(value: dict[str, Json], entry: Entry, genesis: Genesis, where: str) -> Prepared:
    payload = _text(value["payload"]).encode()
    event = parse.event(payload)
    if event.type not in EVENT_TYPES:
        raise MalformedError(f"{where}.type", f"{event.type!r} is no type of event that this version can put in words")
    if event.ledger != entry.hash:
        raise MalformedError(f"{where}.genesis", "of another ledger than the event; nothing was signed")
    proposal = _leaning(value["proposal"], event.ref, f"{where}.proposal")
    if event.type in ANSWERS and proposal is None:
        raise MalformedError(f"{where}.proposal", "the proposal that is answered does not go along")
    if (proposal is not None) != (event.type in ANSWERS) or (proposal is not None and proposal.type != "propose"):
        raise MalformedError(f"{where}.proposal", "not the proposal that is answered")
    wrapped = proposal or (event if event.type == "propose" else None)
    if wrapped is not None and wrapped.body["type"] not in EVENT_TYPES:
        raise MalformedError(f"{where}.body", "proposes something that this version cannot put in words")
    body = event.body if wrapped is None else _object(wrapped.body["body"])
    register = _leaning(value["register"], str(body.get("receivable")), f"{where}.register")
    return Prepared(event, payload, genesis, register, proposal, _opened(_list(value["opened"])), _said(value["told"]))


def _leaning(raw: Json, wanted: str, where: str) -> Event | None:
    """The event of an entry whose hash is ``wanted``."""
    if raw is None:
        return None
    entry = _entry(raw, where)
    if entry.hash != wanted or not isinstance(entry.event, Event):
        raise MalformedError(where, "not the entry that the event names; nothing was signed")
    return entry.event


def _opened(items: list[Json]) -> dict[str, str]:
    """Texts by their commitments (docs/format.md): who has salt and text computes the commitment."""
    found: dict[str, str] = {}
    for item in map(_object, items):
        text, salt = _text(item["text"]), bytes.fromhex(_text(item["salt"]))
        found[sha256(b"\x02" + salt + text.encode()).hexdigest()] = text
    return found


def _said(value: Json) -> Told:
    said = _object(value)
    label, ends = said["label"], said["ends"]
    return Told(
        language=_text(said["language"]),
        words=_text(said["words"]),
        names={key: _text(name) for key, name in _object(said["names"]).items()},
        label=None if label is None else _text(label),
        seen=tuple(map(_text, _list(said["seen"]))),
        ends=ends if type(ends) is int else None,
    )


def _read_invitation(value: dict[str, Json], entry: Entry, genesis: Genesis, _: str) -> Invitation:
    party, person, ref, code = (_text(value[name]) for name in ("party", "person", "ref", "code"))
    roles = tuple(map(_text, _list(value["roles"])))
    return Invitation(entry.hash, genesis, party, person, ref, code, roles, _said(value["told"]))


def _read_replacement(value: dict[str, Json], entry: Entry, genesis: Genesis, _: str) -> Replacement:
    party, person, key = (_text(value[name]) for name in ("party", "person", "key"))
    return Replacement(entry.hash, genesis, party, person, key, _said(value["told"]))


_READERS: dict[str, Callable[[dict[str, Json], Entry, Genesis, str], Prepared | Invitation | Replacement]] = {
    EVENT_TYPE: _read_event,
    INVITATION: _read_invitation,
    REPLACEMENT: _read_replacement,
}
