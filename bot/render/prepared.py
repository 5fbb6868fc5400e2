"""A prepared event in words, for who signs it away from the chat: what the bytes say, and apart from it what is said.

Everything but the operator's own words, names and numbers is read from the bytes that are signed, or from entries and
texts whose hashes they carry (``ledger.prepared``); so the words hold whoever handed the document over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.render.figures import date, instant, listing, money
from bot.render.words import word
from bot.texts import Html, escape, has, joined, say
from ledger.prepared import Invitation, Prepared, Replacement
from ledger.types import REGISTRAR_PARTY, Event, Genesis

_MONEY = frozenset(
    ("amount", "over", "confirmed", "disputed", "rejected", "claimed", "received", "max_fen", "dual_above")
)
_INSTANT = frozenset(("until", "expires_at", "open_until", "arrived_at"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
_ID = re.compile(r"[0-9a-f]{32}").fullmatch
_HASH = re.compile(r"[0-9a-f]{64}").fullmatch
_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "reason": ("reason", "denial", "revocation"), "roles": ("role",), "purpose": ("purpose",),
    "kind": ("kind", "offer"), "about": ("matter",), "outcome": ("outcome",),
    "size": ("size",), "subject": ("subject",), "supplier_size": ("size",), "payer_size": ("size",),
}  # fmt: skip
_SHOWN_APART = frozenset(("receivable", "code"))
_PROVE_KEYS = frozenset(("rekey", "log-key"))
"""Kinds whose ``proof`` is a signature, which is checked and not read."""


def lines(language: str, found: Prepared) -> list[Html]:
    """What signing ``found`` would say, line by line."""
    kind, body = found.act
    what = word(language, "event", kind)
    shown = [say(language, f"own.sign.{_manner(found.event)}", what=what)]
    shown += _ledger(language, found.genesis, found.event.ledger)
    shown.append(
        say(language, "own.sign.who", enterprise=_named(language, found, found.event.party), key=found.event.key)
    )
    if isinstance(receivable := body.get("receivable"), str):
        shown += _receivable(language, found, receivable)
    shown += [
        say(language, "own.sign.field", name=label(language, path), value=value)
        for path, value in _fields(language, found, _read(kind, body))
    ]
    digest = hashlib.sha256(found.payload).hexdigest()
    shown.append(say(language, "own.sign.bytes", hash=digest, request=found.event.request))
    return shown + _told(language, found)


def _manner(event: Event) -> str:
    return event.type if event.type in ("propose", "endorse", "return") else "event"


def _ledger(language: str, genesis: Genesis, identity: str) -> list[Html]:
    demo = say(language, f"own.sign.{'demo' if genesis.demo else 'real'}")
    return [say(language, "own.sign.ledger", origin=genesis.origin, hash=identity), demo]


def _receivable(language: str, found: Prepared, receivable: str) -> list[Html]:
    label = found.told.label or "?"
    shown = [say(language, "own.sign.receivable", label=label, hash=receivable)]
    if found.register is not None:
        body: Any = found.register.body
        payer = body["payer"]
        owes = payer["party"] or payer["uscc"] or payer["name"]
        shown.append(
            say(
                language,
                "own.sign.claim",
                amount=money(int(body["amount"])),
                supplier=_named(language, found, found.register.party),
                payer=_named(language, found, str(owes)),
            )
        )
    return shown


def _named(language: str, found: Prepared, identity: str) -> Html:
    """A party or person as the operator names it, with the id that the bytes carry."""
    if identity == REGISTRAR_PARTY:
        return say(language, "account.registrar")
    name = found.told.names.get(identity) or found.opened.get(identity)
    return escape(identity) if name is None else say(language, "own.sign.named", name=_flat(name), id=identity)


def _read(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """What of a body is told field by field."""
    apart = _SHOWN_APART | {"proof"} if kind in _PROVE_KEYS else _SHOWN_APART
    return {name: value for name, value in body.items() if name not in apart}


def _fields(language: str, found: Prepared, value: Any, path: str = "") -> Iterator[tuple[str, Html]]:
    """Every stated value of a body, each with its path; nothing that is signed is left out but what is null."""
    if isinstance(value, dict | list) and not _is_codes(value):
        items = value.items() if isinstance(value, dict) else ((str(place), one) for place, one in enumerate(value, 1))
        for name, inner in items:
            if inner is not None:
                yield from _fields(language, found, inner, f"{path}.{name}" if path else name)
    else:
        yield path, _value(language, found, path.rpartition(".")[2], value)


def _is_codes(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _value(language: str, found: Prepared, name: str, value: Any) -> Html:
    if isinstance(value, bool):
        return say(language, f"own.sign.{'yes' if value else 'no'}")
    if isinstance(value, int):
        if name in _MONEY:
            return escape(money(value))
        return escape(instant(language, value) if name in _INSTANT else str(value))
    if isinstance(value, list):
        return listing(language, [_code(language, name, str(each)) for each in value])
    text = str(value)
    if _DAY(text):
        return escape(date(language, text))
    if _HASH(text):
        opened = found.opened.get(text)
        return escape(text) if opened is None else say(language, "own.sign.text", text=_flat(opened))
    return _named(language, found, text) if _ID(text) else _code(language, name, text)


def _code(language: str, name: str, code: str) -> Html:
    for family in _FAMILIES.get(name, ()):
        if has(f"words.{family}.{code}"):
            return word(language, family, code)
    return escape(code)


def label(language: str, path: str) -> Html:
    """What a field is called; for those that have no name yet its own."""
    first, _, last = path.rpartition(".")
    name = say(language, f"own.field.{last}") if has(f"own.field.{last}") else escape(last.replace("_", " "))
    return name if not first else joined([label(language, first), name], " › ")


def _told(language: str, found: Prepared) -> list[Html]:
    """What nothing here proves, told as such."""
    told, shown = found.told, []
    if told.seen:
        shown.append(say(language, "own.sign.seen", who=listing(language, [escape(each) for each in told.seen])))
    if told.words:
        shown.append(say(language, "own.sign.told", words=_flat(told.words)))
    if told.ends is not None:
        shown.append(say(language, "own.sign.ends", date=instant(language, told.ends)))
    return shown


def _flat(text: str) -> str:
    """In one line, so that no text can look like a line of ours."""
    return " ".join(text.split())


def invitation(language: str, found: Invitation, key: str) -> list[Html]:
    """What enrolling ``key`` by an invitation would say."""
    roles = listing(language, [word(language, "role", role) for role in found.roles])
    enterprise = say(language, "own.sign.named", name=_flat(found.told.names.get(found.party, "?")), id=found.party)
    return [
        say(language, "own.enrol.sum", roles=roles, enterprise=enterprise, key=key),
        *_ledger(language, found.genesis, found.ledger),
        say(language, "own.enrol.keep"),
    ]


def replacement(language: str, found: Replacement, key: str) -> list[Html]:
    """What replacing a key by ``key`` would say."""
    shown = say(language, "own.replace.sum", old=found.key, key=key)
    return [shown, *_ledger(language, found.genesis, found.ledger), say(language, "own.enrol.keep")]
