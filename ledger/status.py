"""A status statement says what is true now of one receivable: the log's key signs how far it read and what it found.

It is a C2SP signed note by the log's key, whose text has two lines: ``tallystick-status/v1`` and canonical JSON::

    {"at", "contested", "facets", "holder", "ledger", "newest", "number", "origin", "payee", "payer", "receivable",
     "root", "size", "supplier", "v"}

``size`` and ``root`` are those of a checkpoint: of its entries, ``newest`` (``{"hash", "seq"}``) is the last that
touched the receivable, and each of ``facets`` has its ``state``, its sums in fen and its own ``newest``. ``contested``:
something in its history leans on a key that is suspect. ``at`` is the log's clock, milliseconds UTC. The first line
keeps a statement from passing for a checkpoint, and a checkpoint for a statement.

Unlike a receipt it proves nothing by hashes: it is the log's word, and evidence against the log if it was false, since
the entries under ``root`` say otherwise. Whoever pays money against a receivable needs one that was made after their
own lock: ``require_after`` checks that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ledger import canonical, holding, parse
from ledger.canonical import MAX_INT
from ledger.checkpoint import Signer, Verifier, open_note, sign_note, valid_name
from ledger.errors import MalformedError, SignatureError
from ledger.receipts import Receipt
from ledger.state import Head, Receivable, State
from ledger.types import FACETS, Checkpoint, Event, Genesis, Json

HEADER = "tallystick-status/v1"
VERSION = 1
_SUMS = {
    "confirmation": ("claimed", "confirmed", "disputed", "rejected", "undecided"),
    "holding": ("bound", "free"),
    "payment": ("over_received", "pending", "received"),
    "remedy": (),
}
"""The sums of each facet, fen. ``pending`` was reported paid and not answered yet, ``bound`` is locked or pledged, and
``free`` can still be locked."""
_KEYS = {
    "at", "contested", "facets", "holder", "ledger", "newest", "number", "origin", "payee", "payer", "receivable",
    "root", "size", "supplier", "v",
}  # fmt: skip
_STATE = re.compile(r"[a-z][a-z-]{0,31}").fullmatch
_HEX32, _HEX64 = re.compile(r"[0-9a-f]{32}").fullmatch, re.compile(r"[0-9a-f]{64}").fullmatch


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its state (``unknown`` after an entry that the log's software did not know), its sums in fen, and the
    newest entry in it (seq, hash)."""

    state: str
    sums: Mapping[str, int]
    newest: Head


@dataclass(frozen=True, slots=True)
class Statement:
    """What the log says of a receivable at ``checkpoint``. ``at`` is milliseconds UTC."""

    at: int
    ledger: str
    checkpoint: Checkpoint
    receivable: str
    number: int
    supplier: str
    payer: str | None  # None: not enrolled
    holder: str
    payee: str  # whom the payer has to pay: the holder, once it was told of an assignment
    newest: Head
    contested: bool
    facets: Mapping[str, Facet]

    @property
    def label(self) -> str:
        return f"R-{self.number:04d}"


def stated(state: State, receivable: Receivable, checkpoint: Checkpoint, at: int) -> Statement:
    """What is to be said of ``receivable``; ``state`` is folded up to exactly ``checkpoint``."""
    payer = state.payer_of(receivable)
    heads = receivable.heads
    known = not state.frozen and receivable.confirmation != "unknown"
    facets = {
        name: Facet(kind if known else "unknown", sums, heads[name])
        for name, (kind, sums) in _facets(receivable, at).items()
    }
    return Statement(
        at=at,
        ledger=state.ledger,
        checkpoint=checkpoint,
        receivable=receivable.id,
        number=receivable.number,
        supplier=receivable.supplier,
        payer=payer.party if payer is not None else None,
        holder=receivable.holder,
        payee=receivable.payee,
        newest=max(heads.values()),
        contested=bool(state.contested(receivable)),
        facets=facets,
    )


def _facets(receivable: Receivable, at: int) -> dict[str, tuple[str, dict[str, int]]]:
    """State and sums of each facet. Locks and offers end by the clock, so those of holding are as at ``at``."""
    confirmation = {key: getattr(receivable, key) for key in _SUMS["confirmation"]}
    payment = {key: getattr(receivable, key) for key in _SUMS["payment"]}
    bound, free = receivable.bound(at), receivable.free(at)
    return {
        "confirmation": (receivable.confirmation, confirmation),
        "holding": (holding.reading(receivable, at), {"bound": bound, "free": free if receivable.live else 0}),
        "payment": (receivable.payment, payment),
        "remedy": (receivable.remedy, {}),
    }


def sign(statement: Statement, signer: Signer) -> bytes:
    """The statement as a note signed by the log's key, whose name is the origin."""
    body: dict[str, Json] = {
        "at": statement.at,
        "contested": statement.contested,
        "facets": {
            name: {**facet.sums, "newest": _head_value(facet.newest), "state": facet.state}
            for name, facet in statement.facets.items()
        },
        "holder": statement.holder,
        "ledger": statement.ledger,
        "newest": _head_value(statement.newest),
        "number": statement.number,
        "origin": statement.checkpoint.origin,
        "payee": statement.payee,
        "payer": statement.payer,
        "receivable": statement.receivable,
        "root": parse.encode_base64(statement.checkpoint.root),
        "size": statement.checkpoint.size,
        "supplier": statement.supplier,
        "v": VERSION,
    }
    return sign_note(f"{HEADER}\n{canonical.dumps(body).decode()}\n", signer)


def _head_value(head: Head) -> Json:
    return {"hash": head[1], "seq": head[0]}


def verify(data: bytes, log_vkeys: Iterable[str], ledger: str | None = None) -> Statement:
    """Check a statement against the checker's own roots of trust, as ``receipts.verify``; what the log says.

    Raises MalformedError or SignatureError saying what does not hold.
    """
    text, signers = open_note(data, [Verifier.from_vkey(vkey) for vkey in log_vkeys], "statement")
    statement = _parse(text)
    if all(signer.name != statement.checkpoint.origin for signer in signers):
        raise SignatureError("statement", f"the origin {statement.checkpoint.origin} is not the name of the key")
    if ledger is not None and statement.ledger != ledger:
        raise SignatureError("statement", "of another ledger: its genesis is not the one you trust")
    return statement


def is_statement(data: bytes) -> bool:
    """Whether the bytes claim to be a statement."""
    return data.startswith(HEADER.encode() + b"\n")


def _parse(text: str) -> Statement:
    header, _, line = text.partition("\n")
    if header != HEADER or not line.endswith("\n"):
        raise MalformedError("statement", f"does not begin with the line {HEADER}")
    value = parse.loads(line[:-1].encode(), "statement")
    if not isinstance(value, dict) or type(version := value.get("v")) is not int:
        raise MalformedError("statement", "not an object with a version")
    if version != VERSION:
        raise MalformedError("statement.v", f"version {version} is not known here; use newer software")
    if set(value) != _KEYS:
        raise MalformedError("statement", f"not an object of {', '.join(sorted(_KEYS))}")
    read = _Reader(value)
    size = read.integer("size", 1, MAX_INT)
    facets = value["facets"]
    if not isinstance(facets, dict) or set(facets) != set(FACETS):
        raise MalformedError("statement.facets", f"not an object of {', '.join(FACETS)}")
    if type(value["contested"]) is not bool or not isinstance(value["root"], str):
        raise MalformedError("statement", "contested is true or false, root base64")
    origin = value["origin"]
    if not isinstance(origin, str) or not valid_name(origin):
        raise MalformedError("statement.origin", "no key name")
    return Statement(
        at=read.integer("at", 0, MAX_INT),
        ledger=read.matching("ledger", _HEX64),
        checkpoint=Checkpoint(origin, size, parse.decode_base64(value["root"], 32, "statement.root")),
        receivable=read.matching("receivable", _HEX64),
        number=read.integer("number", 1, MAX_INT),
        supplier=read.matching("supplier", _HEX32),
        payer=None if value["payer"] is None else read.matching("payer", _HEX32),
        holder=read.matching("holder", _HEX32),
        payee=read.matching("payee", _HEX32),
        newest=read.head("newest", size),
        contested=value["contested"],
        facets={name: _facet(name, facets[name], size) for name in FACETS},
    )


def _facet(name: str, value: Json, size: int) -> Facet:
    where = f"statement.facets.{name}"
    keys = {"newest", "state", *_SUMS[name]}
    if not isinstance(value, dict) or set(value) != keys:
        raise MalformedError(where, f"not an object of {', '.join(sorted(keys))}")
    read = _Reader(value, where)
    return Facet(
        state=read.matching("state", _STATE),
        sums={key: read.integer(key, 0, MAX_INT) for key in _SUMS[name]},
        newest=read.head("newest", size),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Typed reading of an object's members; every fault names its place."""

    value: Mapping[str, Json]
    where: str = "statement"

    def integer(self, key: str, least: int, most: int) -> int:
        found = self.value[key]
        if type(found) is not int or not least <= found <= most:
            raise MalformedError(f"{self.where}.{key}", f"not an integer from {least} to {most}")
        return found

    def matching(self, key: str, pattern: Callable[[str], object]) -> str:
        found = self.value[key]
        if not isinstance(found, str) or not pattern(found):
            raise MalformedError(f"{self.where}.{key}", "not in its form")
        return found

    def head(self, key: str, size: int) -> Head:
        found = self.value[key]
        if not isinstance(found, dict) or set(found) != {"hash", "seq"}:
            raise MalformedError(f"{self.where}.{key}", "not an object of hash and seq")
        inner = _Reader(found, f"{self.where}.{key}")
        return inner.integer("seq", 0, size - 1), inner.matching("hash", _HEX64)


def require_after(statement: Statement, lock: Receipt) -> None:
    """Raise SignatureError unless the statement was made after the entry that ``lock`` proves, and on its receivable.

    This is what whoever pays needs: nothing that others did before the lock can be missing from the statement.
    """
    entry, older = lock.entry, lock.checkpoint
    if statement.ledger != lock.ledger or isinstance(entry.event, Genesis):
        raise SignatureError("statement", "of another ledger than the receipt")
    if older.size == statement.checkpoint.size and older.root != statement.checkpoint.root:
        raise SignatureError("statement", "another history than the receipt's: the log signed two; rely on neither")
    if statement.receivable not in (entry.hash, subject(lock)):
        raise SignatureError("statement", f"about {statement.label}, which the receipt's entry is not about")
    if entry.seq >= statement.checkpoint.size:
        made = f"made at {statement.checkpoint.size} entries, before entry {entry.seq}"
        raise SignatureError("statement", f"{made}; ask for one that was made after it")


def subject(receipt: Receipt) -> str | None:
    """The receivable that a receipt's entry names, or that the proposal names which it answers."""
    event = (receipt.proposal or receipt.entry).event
    if not isinstance(event, Event):
        return None
    body: Any = event.body
    inner = body.get("body")
    found = (
        inner.get("receivable") if event.type == "propose" and isinstance(inner, Mapping) else body.get("receivable")
    )
    return found if isinstance(found, str) else None
