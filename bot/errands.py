"""What goes out to be signed with somebody's own key, and is waited for: prepared events, invitations, new keys.

The document holds all that its signer needs, and the envelope that comes back all that the ledger needs. Kept here,
with the user's data, is only which requests are out, until when, and the texts that nothing but they refer to; so
a restart loses nothing, and what is given up or too late is not taken.
"""

from __future__ import annotations

import html
import re
from typing import Any

from bot import deals, render
from bot.errors import Pardon
from bot.talk import Talk
from ledger import prepared
from ledger.directory import code_hash
from ledger.errors import LedgerError
from ledger.prepared import Told
from ledger.state import Invitation, Person, Receivable
from ledger.types import Actor, Event, Json

LIFE_MS = 3 * 24 * 3600 * 1000
MOST = 20  # out at once; the oldest is given up
TEXTS = (
    "name", "invoice", "contract", "question", "answer", "note", "reference", "proof", "text", "account", "terms",
    "office",
)  # fmt: skip
_HASH = re.compile(r"[0-9a-f]{64}").fullmatch


def out(talk: Talk) -> dict[str, Any]:
    """Requests that are out: request id → ``ends`` (ms UTC), ``texts`` (commitments that nothing else refers to),
    ``code`` (of an invitation, which would be lost with the process)."""
    assert talk.context.user_data is not None
    found: dict[str, Any] = talk.context.user_data.setdefault("errands", {})
    return found


async def hand_out(talk: Talk, event: Event, payload: bytes) -> None:
    """Send the document of a prepared event, with what is to be done with it."""
    ends = talk.desk.now() + LIFE_MS
    waiting = out(talk)
    while len(waiting) >= MOST:
        give_up(talk, next(iter(waiting)))
    body: Any = event.body
    code = talk.desk.codes.get(str((body.get("body") or body).get("code")))
    waiting[event.request] = {"ends": ends, "texts": own_texts(talk, body), "code": code}
    data = document(talk, event, payload, ends)
    name = f"event-{event.request[:8]}.json"
    caption = talk.text("own.document", file=name, date=render.instant(talk.language, ends))
    await talk.document(data, name, caption)


def document(talk: Talk, event: Event, payload: bytes, ends: int) -> bytes:
    """The prepared event with everything that shows its meaning."""
    ledger, state = talk.desk.ledger, talk.desk.ledger.state
    answered = state.proposals.get(event.ref) if event.type in prepared.ANSWERS else None
    body: Any = answered.body if answered is not None else event.body
    inner = body.get("body") if event.type == "propose" else body
    kind = answered.type if answered is not None else body["type"] if event.type == "propose" else event.type
    receivable = state.receivables.get(str(inner.get("receivable")))
    proposer = answered.party if answered is not None else event.party
    register = None
    if receivable is not None and (receivable.family is None or receivable.family.parent is None):
        register = ledger.entry(receivable.seq)
    return prepared.write(
        payload,
        ledger.entry(0),
        _told(talk, event, kind, inner, receivable, ends, _words(talk, kind, inner, receivable, proposer)),
        register=register,
        proposal=None if answered is None else ledger.entry(answered.seq),
        opened=_opened(talk, inner, receivable),
    )


def _words(talk: Talk, kind: str, body: Any, receivable: Receivable | None, proposer: str) -> str:
    """What an event of holding or remedy says in a sentence, and what it does in law: its bytes name but its offer."""
    if receivable is None or kind not in deals.KINDS:
        return ""
    party = talk.known().party
    said = deals.what(talk.language, talk.desk.names, receivable, kind, body, proposer, party)
    law = deals.in_law(talk.language, deals.variant(receivable, kind, body, proposer))
    return _plain(f"{said}\n{law}")


def _told(talk: Talk, event: Event, kind: str, body: Any, receivable: Receivable | None, ends: int, words: str) -> Told:
    """What the document says beside what it proves."""
    names, state = talk.desk.names, talk.desk.ledger.state
    seen = [] if receivable is None else _seers(talk, event, kind, body, receivable)
    parties = {event.party, *_strings(body), *seen}
    if receivable is not None:
        parties |= {receivable.supplier, receivable.payee, receivable.payer or ""}
    known = {each: names.party(talk.language, each) for each in parties if each in state.enterprises}
    people = {each: names.person(talk.language, each) for each in _strings(body) if each in state.people}
    return Told(
        language=talk.language,
        words=words,
        names={each: _plain(name) for each, name in {**known, **people}.items()},
        label=None if receivable is None else receivable.label,
        seen=tuple(_plain(known[each]) for each in dict.fromkeys(seen) if each in known),
        ends=ends,
    )


def _seers(talk: Talk, event: Event, kind: str, body: Any, receivable: Receivable) -> list[str]:
    """Who will see it. A payer reads of no holder of whom it was not notified."""
    if kind in deals.KINDS:
        return deals.seers(talk.desk.ledger.state, receivable, kind, body, talk.desk.now())
    creditor = receivable.holder if event.party in (receivable.holder, receivable.supplier) else receivable.payee
    seen = [receivable.supplier, creditor]
    if receivable.requested_at is not None or event.type == "request":
        seen.append(receivable.payer or "")
    return seen


def _plain(words: str) -> str:
    """Words for people as text alone."""
    return str(html.unescape(words))


def _strings(value: Json | Any) -> set[str]:
    """Every text inside a body."""
    if isinstance(value, str):
        return {value}
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for item in items for text in _strings(item)}


def _opened(talk: Talk, body: Any, receivable: Receivable | None) -> list[tuple[bytes, bytes]]:
    """Salt and text of the commitments in a body, of those that are short text. What a loan was agreed to be is only
    its two sides' to read."""
    found = []
    hold = receivable.hold(str(body.get("offer"))) if receivable is not None else None
    foreign = hold is not None and talk.known().party not in (hold.by, hold.financier)
    hidden = {body.get("terms")} if foreign else set()
    for commitment in sorted(set(filter(_HASH, _strings(body))) - hidden):
        try:
            salt, data = talk.desk.ledger.texts.reveal(commitment)
            data.decode()
        except (LedgerError, UnicodeDecodeError):  # another hash, an attachment, erased: shown as it is
            continue
        if len(data) <= prepared.MAX_TEXT:
            found.append((salt, data))
    return found


def texts_in(body: Any) -> list[str]:
    """The commitments to texts in an event's body."""
    found = []
    for name, value in body.items() if isinstance(body, dict) else ():
        if name in TEXTS and isinstance(value, str):
            found.append(value)
        found += texts_in(value)
    return found


def own_texts(talk: Talk, body: Any) -> list[str]:
    """The same, but for those that stand in the ledger already: what is added to a pledge repeats its account and its
    terms."""
    inner: Any = body.get("body") if isinstance(body.get("body"), dict) else body
    receivable = talk.desk.ledger.state.receivables.get(str(inner.get("receivable")))
    holds = receivable.holds if receivable is not None else ()
    recorded = {text for hold in holds for text in (hold.account, hold.terms)}
    return [text for text in texts_in(body) if text not in recorded]


def invitation(talk: Talk, found: Invitation, code: str, person: str) -> bytes:
    """The paper for who enrols a key of their own."""
    names = {found.party: _plain(talk.desk.names.party(talk.language, found.party))}
    told = Told(language=talk.language, words="", names=names, ends=found.open_until)
    genesis = talk.desk.ledger.entry(0)
    return prepared.write_invitation(genesis, found.party, person, found.hash, code, found.roles, told)


def replacement(talk: Talk, person: Person) -> bytes:
    """The paper for who puts a key of their own in the place of the present one."""
    told = Told(language=talk.language, words="")
    return prepared.write_replacement(talk.desk.ledger.entry(0), person.party, person.person, person.key, told)


def require_out(talk: Talk, request: str) -> None:
    """Raise Pardon unless this request is out and still taken."""
    errand = out(talk).get(request)
    if errand is None:
        raise Pardon("own.not-out")
    if errand["ends"] <= talk.desk.now():
        ended = render.instant(talk.language, errand["ends"])
        give_up(talk, request)
        raise Pardon("own.ended", date=ended)


def done(talk: Talk, request: str) -> None:
    """It is recorded: nothing waits any more, and its texts belong to the entry."""
    errand = out(talk).pop(request, None)
    if errand is not None and errand["code"]:
        talk.desk.codes[code_hash(errand["code"])] = errand["code"]


def give_up(talk: Talk, request: str) -> None:
    """Take nothing for this request any more, and erase the texts that only it referred to."""
    errand, person = out(talk).pop(request, None), talk.person
    if person is not None:
        actor = Actor(person.party, person.person, person.key)
        if talk.desk.ledger.requested(actor, request) is not None:  # a crash kept from the bot that it is recorded
            return
    for commitment in errand["texts"] if errand is not None else ():
        try:
            talk.desk.ledger.texts.erase(commitment)
        except LedgerError:  # lost before, which is as gone as can be
            continue
        talk.desk.names.forget(commitment)


def give_up_all(talk: Talk) -> bool:
    """Give up whatever is out; whether anything was."""
    waiting = list(out(talk))
    for request in waiting:
        give_up(talk, request)
    return bool(waiting)
