"""Value → bytes: canonical JSON (RFC 8785) of the ledger's float-free profile.

The profile: objects with ASCII keys, arrays, strings in NFC without lone surrogates, ``true``/``false``/``null``,
integers within ±(2^53 − 1), at most ``MAX_DEPTH`` levels deep. Inside it the standard library's C encoder, with sorted
keys and no white space, writes the same bytes as RFC 8785 demands (both escape ``"``, ``\\`` and the controls alike,
and ASCII keys sort the same by UTF-16 and by code point); a property test holds it equal to the ``rfc8785`` package.
"""

from __future__ import annotations

import json
import unicodedata

from ledger.errors import MalformedError
from ledger.types import Json

MAX_INT = 2**53 - 1
MAX_DEPTH = 32

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def dumps(value: Json, where: str = "value") -> bytes:
    """The canonical bytes of ``value``.

    Raises MalformedError naming the path (starting with ``where``) of what the profile does not admit.
    """
    check(value, where)
    return _encode(value).encode("utf-8")


def check(value: object, where: str = "value", depth: int = 0) -> None:
    """Raise MalformedError for the first thing in ``value`` that the profile does not admit."""
    if value is None or value is True or value is False:
        return
    kind = type(value)
    if kind is str:
        _check_text(value, where)  # type: ignore[arg-type]
    elif kind is int:
        if not -MAX_INT <= value <= MAX_INT:  # type: ignore[operator]
            raise MalformedError(where, "an integer beyond ±(2^53 − 1); use a smaller one")
    elif kind is list or kind is dict:
        _check_nested(value, where, depth)  # type: ignore[arg-type]
    elif kind is float:
        raise MalformedError(where, "a floating-point number; write an integer in the field's unit")
    else:
        raise MalformedError(
            where, f"a {kind.__name__} has no canonical form; use text, an integer, a list or an object"
        )


def _check_nested(value: list[object] | dict[object, object], where: str, depth: int) -> None:
    if depth >= MAX_DEPTH:
        raise MalformedError(where, f"nested more than {MAX_DEPTH} levels deep; flatten it")
    if isinstance(value, list):
        for index, item in enumerate(value):
            check(item, f"{where}[{index}]", depth + 1)
        return
    for key, item in value.items():
        if type(key) is not str or not key.isascii():
            raise MalformedError(where, f"the key {key!r} is not ASCII text; rename it")
        check(item, f"{where}.{key}", depth + 1)


def _check_text(text: str, where: str) -> None:
    if text.isascii():
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise MalformedError(where, "a lone surrogate, which is no character; remove it") from None
    if not unicodedata.is_normalized("NFC", text):
        raise MalformedError(where, "text that is not in Unicode form NFC; normalise it first")
