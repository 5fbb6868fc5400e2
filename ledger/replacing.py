"""Keys in the place of others: a person's (``rekey``, see the module of that name), and the log's (``logkeys``)."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from ledger import logkeys, rekey
from ledger.authority import REGISTRAR, require_role
from ledger.errors import LedgerError, Refusal
from ledger.people import FormerKey
from ledger.signing import key_id, public_key
from ledger.state import Person, State
from ledger.types import Event


def new_key(text: str) -> bytes:
    """The 32 bytes of a key that an event brings (base64). Raises ``bad-key``."""
    try:
        data = b64decode(text, validate=True)
        public_key(data)
    except (LedgerError, ValueError) as error:
        raise Refusal("bad-key", f"this key proves nothing: {error}", "make a new key pair") from None
    return data


def decide_rekey(state: State, event: Event) -> None:
    """A person puts a new key in the place of their own: signed by the old one, its possession proven by the new."""
    body: Any = event.body
    data = new_key(body["public_key"])
    new = key_id(data)
    if new in state.keys:
        raise Refusal("key-known", "a key belongs to one person for ever", "make a new key pair")
    message = rekey.message(event.ledger, event.party, event.person, event.key, body["public_key"], body["custody"])
    if not public_key(data).verify(message, b64decode(body["proof"])):
        raise Refusal(
            "bad-possession", "a key is enrolled by its own signature", "prove it with the new key, for this old one"
        )


def decide_log_key(state: State, event: Event, person: Person) -> None:
    """The registrar records it; the log's keys, old and new, decide it."""
    require_role(person, REGISTRAR)
    if key_id(new_key(str(event.body["public_key"]))) in state.keys:
        raise Refusal("key-known", "a key belongs to one person for ever", "make a new key pair")
    logkeys.next_era(state.ledger, state.genesis, state.eras, event.body, state.size)


# The fold.


def rekeyed(state: State, event: Event, seq: int) -> None:
    """Fold an accepted ``rekey``."""
    body: Any = event.body
    person, data = state.people[event.person], b64decode(body["public_key"])
    person.former += (FormerKey(person.key, person.public_key, person.custody, seq),)
    person.key, person.public_key, person.custody = key_id(data), data, body["custody"]
    state.keys[person.key] = person.person


def log_key_replaced(state: State, event: Event, seq: int) -> None:
    """Fold an accepted ``log-key``."""
    state.eras += (logkeys.next_era(state.ledger, state.genesis, state.eras, event.body, seq),)
