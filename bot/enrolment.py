"""Becoming somebody who can sign: an invitation's code, a PIN chosen twice, a new key that signs its own enrolment."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import secrets
from itertools import pairwise
from typing import Any

from bot import pinpad, render
from bot.announce import Notice, Offer, worded
from bot.errors import Pardon
from bot.render import figures
from bot.talk import Talk, after_the_fact, together
from bot.texts import Html, say
from ledger.errors import StorageError
from ledger.service import Ledger
from ledger.signing import key_id
from ledger.state import Invitation, Person
from ledger.types import Actor, Entry, SignedEvent

CODE_FORM = re.compile(r"[A-Za-z0-9_-]{16,64}")
LIFE_MS = 14 * 24 * 3600 * 1000


def new_code() -> str:
    """A one-time invitation code, 128 bits, fit for a Telegram deep link."""
    return secrets.token_urlsafe(16)


def code_hash(code: str) -> str:
    """What the invitation in the ledger carries in place of the code (docs/format.md)."""
    return hashlib.sha256(b"tallystick/invite/" + code.encode()).hexdigest()


def custody(talk: Talk, person: Person) -> str:
    """``held`` if the service keeps this person's key, else ``own``."""
    return "held" if talk.desk.keeps_key(person) else person.custody


def person_of(code: str) -> str:
    """The id of whoever enrols with ``code``: random as the code is, and the same again if a crash came in between."""
    return hashlib.sha256(b"tallystick/person/" + code.encode()).hexdigest()[:32]


def _unfinished(talk: Talk, code: str) -> bool:
    """Whether ``code`` enrolled somebody and the process ended before the account was bound to them."""
    person, desk = person_of(code), talk.desk
    return (
        person in desk.ledger.state.people
        and desk.ledger.custody.held(person)
        and desk.account_of(person) is None
        and desk.ledger.state.people[person].revoked_seq is None
    )


def open_(talk: Talk, code: str) -> Invitation:
    """The invitation of ``code``, if it can be taken. Raises Pardon."""
    invitation = talk.desk.ledger.state.invitations.get(code_hash(code)) if CODE_FORM.fullmatch(code) else None
    if invitation is None:
        raise Pardon("account.start.code.unknown")
    if _unfinished(talk, code):
        return invitation
    if invitation.used_seq is not None:
        raise Pardon("account.start.code.used")
    ends = ends_at(invitation.open_until, invitation.expires_at)
    if ends <= talk.desk.now():
        raise Pardon(
            "account.start.code.ended",
            date=render.instant(talk.language, ends),
            inviter=talk.desk.names.person(talk.language, invitation.invited_by),
        )
    return invitation


async def show(talk: Talk, code: str) -> None:
    """What the invitation would make of the reader, before a PIN is asked for."""
    invitation = open_(talk, code)
    names, person = talk.desk.names, talk.person
    if person is not None and person.revoked_seq is None:
        raise Pardon(
            "account.start.code.taken",
            name=names.person(talk.language, person.person),
            enterprise=names.party(talk.language, person.party),
        )
    enterprise = talk.desk.ledger.state.enterprises[invitation.party]
    limit = talk.text("account.limit.none")
    shown = talk.text(
        "account.start.code.shows",
        name=names.text(talk.language, invitation.name),
        roles=talk.roles(invitation.roles),
        enterprise=names.party(talk.language, invitation.party),
        uscc=enterprise.uscc,
        inviter=names.person(talk.language, invitation.invited_by),
        limit=limit if invitation.max_fen is None else render.money(invitation.max_fen),
    )
    last = []
    if invitation.expires_at is not None:
        day = figures.shanghai(invitation.expires_at - 1).date()
        last = [talk.text("account.limits.day", date=render.date(talk.language, day))]
    offers = [
        Offer(worded("account.start.code.choose"), "enrol", {"code": code}),
        Offer(worded("own.enrol.choose"), "enrol.own", {"code": code}),
    ]
    await talk.send(together(*last, shown), offers)


def ends_at(open_until: int, expires_at: int | None) -> int:
    """When an invitation ends (ms UTC): no later than the enrolment that it would give."""
    return open_until if expires_at is None else min(open_until, expires_at)


async def ask_pin(talk: Talk, code: str, key: str = "account.pin.new") -> None:
    """Ask for the new PIN the first time."""
    await pinpad.ask(talk, "pin.first", {"code": code}, key)


def weak(pin: str) -> bool:
    """One digit repeated, or a run up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {-1})


async def first(talk: Talk, order: dict[str, Any], digits: str) -> None:
    """The PIN was entered once; it waits in memory for the second time."""
    if weak(digits):
        await ask_pin(talk, order["code"], "account.pin.weak")
        return
    talk.desk.new_pins[talk.user] = digits
    await pinpad.ask(talk, "pin.second", order, "account.pin.again")


async def second(talk: Talk, order: dict[str, Any], digits: str) -> None:
    """The PIN was entered again: make the key and enrol it."""
    if talk.desk.new_pins.pop(talk.user, None) != digits:
        await ask_pin(talk, order["code"], "account.pin.differs")
        return
    code = order["code"]
    invitation, person = open_(talk, code), person_of(code)
    if talk.desk.enrolling.setdefault(person, talk.user) != talk.user:
        raise Pardon("account.start.code.used")  # by another account, at this very moment
    try:
        if _unfinished(talk, code):
            (await asyncio.to_thread(talk.desk.ledger.custody.unlock, person, digits)).close()
        else:
            await asyncio.to_thread(enrol, talk.desk.ledger, invitation, code, digits)
    except Exception:
        del talk.desk.enrolling[person]
        raise
    bind(talk, person)
    entry = talk.desk.ledger.entry(talk.desk.ledger.state.people[person].seq)
    tell_inviter(talk, invitation, entry, person)
    enterprise = talk.desk.names.party(talk.language, invitation.party)
    with after_the_fact():
        await talk.say("account.enrolled", roles=talk.roles(invitation.roles), enterprise=enterprise, seq=entry.seq)


def bind(talk: Talk, person: str) -> None:
    """The account acts for ``person`` from now on; what whom it acted for before was shown or had begun is theirs."""
    desk, former = talk.desk, talk.person
    if former is not None:
        desk.close_key(former.person)
        desk.state.accounts.unlink(talk.user)
        desk.state.buttons.erase(talk.user)
        talk.draft = {}
    desk.state.accounts.link(talk.user, person)


def actor(person: Person) -> Actor:
    """The person as a signer."""
    return Actor(person.party, person.person, person.key)


def invitation(
    party: str,
    role: str,
    name: str,
    code: str,
    open_until: int,
    *,
    max_fen: int | None = None,
    expires_at: int | None = None,
) -> dict[str, Any]:
    """The body of an ``invite``; ``name`` is a commitment, ``code`` stays with the inviter; ``max_fen`` and
    ``expires_at`` limit what the enrolment allows."""
    return {
        "party": party,
        "code": code_hash(code),
        "roles": [role],
        "name": name,
        "max_fen": max_fen,
        "expires_at": expires_at,
        "open_until": ends_at(open_until, expires_at),
    }


def enrol(
    ledger: Ledger, invitation: Invitation, code: str, pin: str, *, person: str | None = None
) -> tuple[Entry, str]:
    """A new person with a held key under ``pin``, enrolled by the key's own signature: the entry, the person's id."""
    person = person or person_of(code)
    if person not in ledger.state.people:
        ledger.custody.discard(person)  # of an enrolment that a crash ended before it was recorded
    public = ledger.custody.create(person, pin)
    body: dict[str, Any] = {
        "code": code,
        "public_key": base64.b64encode(public).decode(),
        "custody": "held",
        "roles": list(invitation.roles),
    }
    try:
        event, payload = ledger.prepare("enrol", Actor(invitation.party, person, key_id(public)), body)
        key = ledger.custody.unlock(person, pin)
        entry = ledger.submit(SignedEvent(event, payload, key.sign(payload)))
        key.close()
    except StorageError:
        raise  # the entry may be on the disk, and the next start may find it good: its key must be there
    except Exception:
        ledger.custody.discard(person)
        raise
    return entry, person


def tell_inviter(talk: Talk, invitation: Invitation, entry: Entry, person: str) -> None:
    """Whoever gave an invitation hears who used it."""
    names = talk.desk.names

    def words(language: str) -> Html:
        return say(
            language,
            "account.enrolled.tell",
            name=names.person(language, person),
            roles=render.listing(language, [render.word(language, "role", role) for role in invitation.roles]),
            enterprise=names.party(language, invitation.party),
            seq=entry.seq,
            key=talk.desk.ledger.state.people[person].key[:16],
        )

    talk.desk.queue(f"entry:{entry.hash}:{invitation.invited_by}", Notice(invitation.invited_by, words))


def since(talk: Talk, person: Person) -> str:
    """The civil day of an enrolment."""
    return render.date(talk.language, figures.shanghai(person.at).date())


async def invited(talk: Talk, code_hash: str) -> None:
    """An invitation was recorded: show its code to the inviter, once."""
    invitation = talk.desk.ledger.state.invitations[code_hash]
    code = talk.desk.codes.pop(code_hash, None)
    if code is None:
        raise Pardon("account.invite.lost")
    await talk.say(
        "account.invite.made",
        name=talk.desk.names.text(talk.language, invitation.name),
        roles=talk.roles(invitation.roles),
        enterprise=talk.desk.names.party(talk.language, invitation.party),
        date=render.instant(talk.language, invitation.open_until),
        code=code,
        link=f"https://t.me/{talk.desk.username}?start={code}",
    )
