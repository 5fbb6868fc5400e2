"""What a value inside an event's body may look like: small functions that raise ``ShapeError`` for anything else.

An object adds the name of its field on the way out, so the path costs nothing while all is well. ``bodies`` puts them
together to the shape of every event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ledger.types import MAX_FEN, ROLES, Json

Shape = Callable[[Json], None]

MAX_INT = 2**53 - 1
FIRST_YEAR, LAST_YEAR = 1949, 2200
_ID = re.compile(r"[0-9a-f]{32}").fullmatch
_HASH = re.compile(r"[0-9a-f]{64}").fullmatch
_KEY = re.compile(r"[A-Za-z0-9+/]{43}=").fullmatch
_SIGNATURE = re.compile(r"[A-Za-z0-9+/]{85}[AQgw]==").fullmatch
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


class ShapeError(Exception):
    """``why`` a value does not fit, at ``path`` (from the inside out); ``code`` is the refusal's."""

    def __init__(self, why: str, value: Json = None, code: str = "bad-body") -> None:
        super().__init__(why)
        self.why = why
        self.value = value
        self.code = code
        self.path: list[str] = []


def obj(**fields: Shape) -> Shape:
    """An object with exactly these fields."""
    names = fields.keys()
    pairs = tuple(fields.items())

    def shape(value: Json) -> None:
        if type(value) is not dict:
            raise ShapeError("must be an object")
        if value.keys() != names:
            unknown = sorted(value.keys() - names)
            why = f"has an unknown field {unknown[0]!r}" if unknown else f"misses {min(names - value.keys())!r}"
            raise ShapeError(why)
        try:
            for name, field in pairs:
                field(value[name])
        except ShapeError as wrong:
            wrong.path.append(name)
            raise

    return shape


def optional(inner: Shape) -> Shape:
    """The inner shape, or null."""

    def shape(value: Json) -> None:
        if value is not None:
            inner(value)

    return shape


def list_of(inner: Shape, least: int, most: int) -> Shape:
    """A list of ``least`` to ``most`` items of one shape."""

    def shape(value: Json) -> None:
        if type(value) is not list or not least <= len(value) <= most:
            raise ShapeError(f"must be a list of {least} to {most} items")
        for place, item in enumerate(value):
            try:
                inner(item)
            except ShapeError as wrong:
                wrong.path.append(str(place))
                raise

    return shape


def one_of(*names: str) -> Shape:
    """One word of a closed list."""

    def shape(value: Json) -> None:
        if value not in names:
            raise ShapeError(f"must be one of {', '.join(names)}")

    return shape


def integer(least: int, most: int = MAX_INT) -> Shape:
    """An integer within bounds, both included."""

    def shape(value: Json) -> None:
        if type(value) is not int or not least <= value <= most:
            raise ShapeError(f"must be an integer from {least} to {most}")

    return shape


def amount(least: int) -> Shape:
    """Fen, from ``least`` to MAX_FEN."""

    def shape(value: Json) -> None:
        if type(value) is not int:
            raise ShapeError("must be an integer number of fen")
        if not least <= value <= MAX_FEN:
            raise ShapeError(f"give {least} to {MAX_FEN} fen", value, "amount-out-of-range")

    return shape


def matching(pattern: Callable[[str], object], why: str) -> Shape:
    """Text of a pattern."""

    def shape(value: Json) -> None:
        if type(value) is not str or not pattern(value):
            raise ShapeError(why)

    return shape


def text(value: Json) -> None:
    """Short text that is not empty: codes and numbers; nothing personal is ever written to the ledger."""
    if type(value) is not str or not 0 < len(value) <= 200:
        raise ShapeError("must be text of 1 to 200 characters")


def flag(value: Json) -> None:
    """true or false."""
    if type(value) is not bool:
        raise ShapeError("must be true or false")


def civil(value: Json) -> None:
    """A civil date, ``YYYY-MM-DD``."""
    if type(value) is not str or not _DATE(value):
        raise ShapeError("must be a date like 2026-11-22")
    try:
        year = date.fromisoformat(value).year
    except ValueError:
        raise ShapeError("is no day of the calendar") from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ShapeError(f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}")


def roles(value: Json) -> None:
    """A list of distinct roles, not empty."""
    known = type(value) is list and bool(value) and all(role in ROLES for role in value)
    if not known or len(set(value)) != len(value):  # type: ignore[arg-type]  # known: a list of texts
        raise ShapeError(f"must be a list of distinct roles out of {', '.join(ROLES)}")


def any_object(value: Json) -> None:
    """Any object: what it says is checked elsewhere."""
    if type(value) is not dict:
        raise ShapeError("must be an object")


hex32 = matching(_ID, "must be 32 lower-case hexadecimal digits")
digest = matching(_HASH, "must be 64 lower-case hexadecimal digits")
key = matching(_KEY, "must be the standard base64 of 32 bytes")
signature = matching(_SIGNATURE, "must be the standard base64 of 64 bytes")
instant = integer(0)
fen = amount(1)
fen_or_none = optional(fen)
fen_from_zero = amount(0)
