"""Errors of the ledger and of input, in the reader's language: what happened, what did not change, what next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from bot.parse_input import InputError
from bot.render.figures import date, instant, label, listing, money, number, short
from bot.render.words import word
from bot.texts import Html, has, placeholders, say
from ledger.errors import (
    ClockError,
    CorruptError,
    ErasedError,
    LedgerError,
    LockedError,
    MalformedError,
    PinClosed,
    Refusal,
    SignatureError,
    StorageError,
    WrongPin,
)

_KINDS: tuple[tuple[type[LedgerError], str], ...] = (
    (PinClosed, "errors.ledger.pin-closed"),
    (ClockError, "errors.ledger.clock"),
    (StorageError, "errors.ledger.storage"),
    (LockedError, "errors.ledger.locked"),
    (CorruptError, "errors.ledger.corrupt"),
    (SignatureError, "errors.ledger.signature"),
    (MalformedError, "errors.ledger.malformed"),
    (ErasedError, "errors.ledger.erased"),
)
_FEN = frozenset({"amount", "most", "outstanding", "undecided", "claimed", "confirmed", "over", "pending"})
_INSTANTS = frozenset({"until", "expires_at", "open_until"})
_DATES = frozenset({"due", "on"})


def refusal(language: str, error: Refusal) -> Html:
    """Why the rules did not admit it; the richer ``<code>.with`` where the refusal has all that it speaks of."""
    key = f"refusals.{error.code}"
    if not has(key):
        return say(language, "refusals.other")
    richer = f"{key}.with"
    if has(richer):
        values = _values(language, error.fields)
        if placeholders(richer) <= values.keys():
            return say(language, richer, **values)
    return say(language, key)


def ledger_error(language: str, error: LedgerError) -> Html:
    """Any complaint of the ledger; never the English or the file names that are meant for logs."""
    if isinstance(error, Refusal):
        return refusal(language, error)
    if isinstance(error, WrongPin):
        return say(language, "errors.ledger.pin-closed") if error.left < 1 else _wrong_pin(language, error.left)
    for kind, key in _KINDS:
        if isinstance(error, kind):
            return say(language, key)
    return say(language, "errors.ledger.other")


def input_error(language: str, error: InputError) -> Html:
    """What could not be read, and how to write it."""
    fields = {name: short(value) if isinstance(value, str) else value for name, value in error.fields.items()}
    return say(language, f"errors.input.{error.code}", **fields)


def _wrong_pin(language: str, left: int) -> Html:
    return say(language, "errors.ledger.wrong-pin", count=left)


def _values(language: str, fields: Mapping[str, object]) -> dict[str, str]:
    """The fields that can be shown, as the reader writes them; the others are left out."""
    shown = ((name, _shown(language, name, value)) for name, value in fields.items())
    return {name: value for name, value in shown if value is not None}


def _shown(language: str, name: str, value: object) -> str | None:
    if isinstance(value, dt.date):
        return date(language, value)
    if isinstance(value, int) and not isinstance(value, bool):
        if name in _FEN:
            return money(value)
        if name in _INSTANTS:
            return instant(language, value)
        return label(value) if name == "number" else number(value)
    if isinstance(value, tuple | list) and name == "roles":
        return listing(language, (word(language, "role", str(role)) for role in value), either=True) or None
    if not isinstance(value, str) or not value:
        return None
    if name in _DATES:
        return date(language, value)
    families = {"state": "confirmation", "role": "role", "reason": "reason"}
    return word(language, families[name], value) if name in families else short(value)
