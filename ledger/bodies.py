"""The shapes of event bodies: exactly what docs/format.md says, nothing missing, nothing more, no wrong type.

``check`` is called before any rule reads a body, so the rules need not look twice. A shape is a function that raises
``_ShapeError``; an object adds the name of its field on the way out, so the path costs nothing while all is well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from stdnum.cn import uscc as _uscc
from stdnum.exceptions import ValidationError

from ledger.errors import Refusal
from ledger.types import DISPUTE_REASONS, EVENT_TYPES, MAX_FEN, PAYER_KINDS, ROLES, SIZES, Body, Json

Shape = Callable[[Json], None]

MAX_INT = 2**53 - 1
MAX_DAYS = 3650
MAX_RATE_PPM = 10_000_000  # ten times the sum a year: beyond it somebody mistook the unit
FIRST_YEAR, LAST_YEAR = 1949, 2200
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_MS = 86_400_000
_SHANGHAI_MS = 8 * 3_600_000
_ID = re.compile(r"[0-9a-f]{32}").fullmatch
_HASH = re.compile(r"[0-9a-f]{64}").fullmatch
_KEY = re.compile(r"[A-Za-z0-9+/]{43}=").fullmatch
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


class _ShapeError(Exception):
    def __init__(self, why: str, value: Json = None, code: str = "bad-body") -> None:
        super().__init__(why)
        self.why = why
        self.value = value
        self.code = code
        self.path: list[str] = []


def check(kind: str, body: Body) -> None:
    """Raise ``Refusal`` unless ``body`` is a well-formed body of an event of type ``kind``.

    ``unknown-type`` for a type these rules do not have; ``amount-out-of-range`` (fields ``path``, ``value``, ``least``,
    ``most``, in fen) for an amount; ``bad-body`` (fields ``path``, ``why``) for everything else.
    """
    shape = SHAPES.get(kind)
    if shape is None:
        raise Refusal(
            "unknown-type", f"{kind!r} is not a type of event", f"use one of {', '.join(EVENT_TYPES)}", type=kind
        )
    try:
        shape(body)  # type: ignore[arg-type]  # a parsed body is a dict; anything else is refused by the shape
    except _ShapeError as wrong:
        path = ".".join(("body", *reversed(wrong.path)))
        if wrong.code == "amount-out-of-range":
            raise Refusal(
                wrong.code, f"{path} is {wrong.value} fen", wrong.why, path=path, value=wrong.value, most=MAX_FEN
            ) from None
        raise Refusal(
            "bad-body", f"{path}: {wrong.why}", f"correct {path} and sign again", path=path, why=wrong.why
        ) from None


def obj(**fields: Shape) -> Shape:
    """An object with exactly these fields."""
    names = fields.keys()
    pairs = tuple(fields.items())

    def shape(value: Json) -> None:
        if type(value) is not dict:
            raise _ShapeError("must be an object")
        if value.keys() != names:
            unknown = sorted(value.keys() - names)
            why = f"has an unknown field {unknown[0]!r}" if unknown else f"misses {min(names - value.keys())!r}"
            raise _ShapeError(why)
        try:
            for name, field in pairs:
                field(value[name])
        except _ShapeError as wrong:
            wrong.path.append(name)
            raise

    return shape


def optional(inner: Shape) -> Shape:
    """The inner shape, or null."""

    def shape(value: Json) -> None:
        if value is not None:
            inner(value)

    return shape


def one_of(*names: str) -> Shape:
    """One word of a closed list."""

    def shape(value: Json) -> None:
        if value not in names:
            raise _ShapeError(f"must be one of {', '.join(names)}")

    return shape


def integer(least: int, most: int = MAX_INT) -> Shape:
    """An integer within bounds, both included."""

    def shape(value: Json) -> None:
        if type(value) is not int or not least <= value <= most:
            raise _ShapeError(f"must be an integer from {least} to {most}")

    return shape


def amount(least: int) -> Shape:
    """Fen, from ``least`` to MAX_FEN."""

    def shape(value: Json) -> None:
        if type(value) is not int:
            raise _ShapeError("must be an integer number of fen")
        if not least <= value <= MAX_FEN:
            raise _ShapeError(f"give {least} to {MAX_FEN} fen", value, "amount-out-of-range")

    return shape


def matching(pattern: Callable[[str], object], why: str) -> Shape:
    """Text of a pattern."""

    def shape(value: Json) -> None:
        if type(value) is not str or not pattern(value):
            raise _ShapeError(why)

    return shape


def text(value: Json) -> None:
    """Short text that is not empty: codes and numbers; nothing personal is ever written to the ledger."""
    if type(value) is not str or not 0 < len(value) <= 200:
        raise _ShapeError("must be text of 1 to 200 characters")


def flag(value: Json) -> None:
    """true or false."""
    if type(value) is not bool:
        raise _ShapeError("must be true or false")


def civil(value: Json) -> None:
    """A civil date, ``YYYY-MM-DD``."""
    if type(value) is not str or not _DATE(value):
        raise _ShapeError("must be a date like 2026-11-22")
    try:
        year = date.fromisoformat(value).year
    except ValueError:
        raise _ShapeError("is no day of the calendar") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _ShapeError(f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}")


def roles(value: Json) -> None:
    """A list of distinct roles, not empty."""
    known = type(value) is list and bool(value) and all(role in ROLES for role in value)
    if not known or len(set(value)) != len(value):  # type: ignore[arg-type]  # known: a list of texts
        raise _ShapeError(f"must be a list of distinct roles out of {', '.join(ROLES)}")


hex32 = matching(_ID, "must be 32 lower-case hexadecimal digits")
digest = matching(_HASH, "must be 64 lower-case hexadecimal digits")
key = matching(_KEY, "must be the standard base64 of 32 bytes")
instant = integer(0)
fen = amount(1)
fen_or_none = optional(fen)
fen_from_zero = amount(0)

TERMS = obj(
    contract_on=civil,
    delivered_on=optional(civil),
    acceptance=obj(agreed=flag, accepted_on=optional(civil), deadline_on=optional(civil)),
    settled_on=optional(civil),
    term_days=optional(integer(0, MAX_DAYS)),
    due_on=optional(civil),
    rate_ppm=optional(integer(0, MAX_RATE_PPM)),
    subject=optional(one_of("goods", "works", "services")),
    sme_notice=optional(one_of("given", "not-given")),
    supplier_size=optional(one_of(*SIZES)),
    payer_size=optional(one_of(*SIZES)),
)
_receivable = obj(receivable=digest)
_totals = obj(
    receivable=digest,
    confirmed=fen_from_zero,
    disputed=fen_from_zero,
    rejected=fen_from_zero,
    reason=optional(one_of(*DISPUTE_REASONS)),
    note=optional(digest),
)


def _any_object(value: Json) -> None:
    if type(value) is not dict:
        raise _ShapeError("must be an object")


SHAPES: dict[str, Shape] = {
    "enterprise": obj(
        party=hex32,
        uscc=text,
        name=digest,
        kind=one_of(*PAYER_KINDS),
        state_owned=flag,
        size=one_of(*SIZES),
        size_since=civil,
        payer=flag,
        financier=flag,
        dual_above=optional(fen_from_zero),
    ),
    "invite": obj(
        party=hex32,
        code=digest,
        roles=roles,
        name=digest,
        max_fen=fen_or_none,
        expires_at=optional(instant),
        open_until=instant,
    ),
    "enrol": obj(code=text, public_key=key, custody=one_of("own", "held"), roles=roles),
    "revoke": obj(
        person=hex32,
        key=digest,
        suspect_since=optional(instant),
        reason=one_of("left", "lost", "compromised", "replaced"),
    ),
    "limits": obj(
        person=optional(hex32),
        roles=optional(roles),
        max_fen=fen_or_none,
        expires_at=optional(instant),
        dual_above=optional(fen_from_zero),
    ),
    "register": obj(
        payer=obj(party=optional(hex32), uscc=optional(text), name=optional(digest)),
        amount=fen,
        currency=one_of("CNY"),
        fingerprint=digest,
        terms=TERMS,
        texts=obj(invoice=optional(digest), contract=optional(digest), note=optional(digest)),
    ),
    "request": obj(
        receivable=digest,
        purpose=one_of("financing", "books"),
        nudge=flag,
        service=optional(obj(on=civil, proof=digest)),
    ),
    "acknowledge": _receivable,
    "query": obj(receivable=digest, question=digest),
    "answer": obj(receivable=digest, answer=digest),
    "confirm": _totals,
    "dispute": _totals,
    "reject": _totals,
    "withdraw": _receivable,
    "pay": obj(
        receivable=digest, amount=fen, over=fen_from_zero, payee=hex32, paid_on=civil, reference=optional(digest)
    ),
    "receive": obj(receivable=digest, pay=optional(digest), amount=fen, on=civil),
    "deny": obj(receivable=digest, pay=digest, reason=one_of("not-received", "wrong-amount", "other")),
    "propose": obj(type=text, body=_any_object),
    "endorse": obj(),
    "return": obj(note=optional(digest)),
}


def check_uscc(text: str) -> None:
    """Raise ``bad-uscc`` unless ``text`` is a unified social credit code in its normal form (GB 32100)."""
    plain = unicodedata.normalize("NFKC", text)
    try:
        plain = _uscc.validate(plain)
    except ValidationError:
        raise Refusal(
            "bad-uscc", "a unified social credit code has 18 characters and a check digit", "copy it from the licence"
        ) from None
    if plain != text:
        raise Refusal("bad-uscc", "a unified social credit code is written in its normal form", f"write {plain}")


def civil_day(at: int) -> str:
    """The civil day in Shanghai (UTC+8, no summer time) of an instant in milliseconds UTC."""
    return date.fromordinal(_EPOCH_DAY + (at + _SHANGHAI_MS) // _DAY_MS).isoformat()
