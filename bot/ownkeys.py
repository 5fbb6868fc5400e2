"""Keys: one's own by invitation, another in its place, and the PIN of one that is kept here."""

from __future__ import annotations

import asyncio
from typing import Any

from bot import enrolment, errands, flow, pinpad, render
from bot.announce import Offer, worded
from bot.errors import Pardon
from bot.signing import Draft, sign_offer
from bot.talk import Talk, after_the_fact
from ledger import rekey
from ledger.errors import Refusal
from ledger.parse import encode_base64
from ledger.types import SignedEvent

# An invitation, taken with a key of one's own.


async def paper(talk: Talk, code: str) -> None:
    """Hand out the invitation as a document; from now on this account may answer it with a signature."""
    invitation = enrolment.open_(talk, code)
    assert talk.context.user_data is not None
    talk.context.user_data["own_code"] = code
    data = errands.invitation(talk, invitation, code, enrolment.person_of(code))
    await talk.document(data, "invitation.json", talk.text("own.enrol.document"))


async def enrol(talk: Talk, signed: SignedEvent) -> None:
    """The signature of a new key over its enrolment came back: record it, and bind this account to the person."""
    event, desk, data = signed.event, talk.desk, talk.context.user_data or {}
    code, person = str(event.body.get("code")), talk.person
    if person is not None and person.person == event.person:
        await talk.say("own.already", seq=person.seq)
        return
    if person is not None and person.revoked_seq is None:
        enterprise = desk.names.party(talk.language, person.party)
        name = desk.names.person(talk.language, person.person)
        raise Pardon("account.start.code.taken", name=name, enterprise=enterprise)
    if data.get("own_code") != code or event.person != enrolment.person_of(code):
        raise Pardon("own.enrol.unasked")
    if desk.account_of(event.person) is not None:
        raise Pardon("account.start.code.used")
    if event.person not in desk.ledger.state.people:
        enrolment.open_(talk, code)
    try:
        entry = await asyncio.to_thread(desk.ledger.submit, signed)
    except Refusal as refusal:
        if refusal.code != "bad-possession":
            raise
        raise Pardon("own.bad-signature") from None
    enrolment.bind(talk, event.person)
    data.pop("own_code")
    invitation = desk.ledger.state.invitations[enrolment.code_hash(code)]
    enrolment.tell_inviter(talk, invitation, entry, event.person)
    enterprise = desk.names.party(talk.language, invitation.party)
    with after_the_fact():
        await talk.say("own.enrolled", roles=talk.roles(invitation.roles), enterprise=enterprise, seq=entry.seq)


# The key in force.


async def show(talk: Talk) -> None:
    """Which key acts for the speaker, who keeps it, and what can be done."""
    person = talk.known()
    kept = enrolment.custody(talk, person)
    replace = Offer(worded(f"own.replace.from.{kept}"), "key.replace", {})
    offers = [Offer(worded("own.pin.change"), "key.pin", {}), replace] if kept == "held" else [replace]
    since = person.since(person.key)
    at = talk.desk.ledger.entry(since).at
    await talk.say(
        "own.key",
        offers,
        key=person.key[:16],
        seq=since,
        date=render.instant(talk.language, at),
        custody=talk.text(f"account.custody.{kept}"),
    )


async def replace(talk: Talk) -> None:
    """Hand out the paper over which a new key proves its possession."""
    data = errands.replacement(talk, talk.known())
    await talk.document(data, "new-key.json", talk.text("own.replace.document"))


async def take_proof(talk: Talk, data: bytes) -> None:
    """A new key proved its possession: offer what the key in force signs."""
    person, found = talk.known(), rekey.read(data)
    if found.key != person.key:
        raise Pardon("own.replace.other")
    body: dict[str, Any] = {
        "public_key": encode_base64(found.public),
        "custody": "own",
        "proof": encode_base64(found.sig),
    }
    sign = sign_offer(talk, Draft("rekey", body), "receivables.button.sign")
    await talk.say("own.replace.ask", [sign, flow.cancel_offer()], old=person.key[:16], key=found.id[:16])


# The PIN of a held key.


async def ask_old(talk: Talk) -> None:
    """The present PIN first, though the key may be open: whoever holds the phone may not be its owner."""
    if not talk.private:
        raise Pardon("account.pin.private")
    if not talk.desk.keeps_key(talk.known()):
        raise Pardon("own.pin.none")
    await pinpad.ask(talk, "pin.old", {}, "own.pin.old")


async def ask_new(talk: Talk, key: str = "account.pin.new") -> None:
    await pinpad.ask(talk, "pin.new", {}, key)


async def first(talk: Talk, digits: str) -> None:
    """The new PIN was entered once; it waits in memory."""
    if enrolment.weak(digits):
        await ask_new(talk, "account.pin.weak")
        return
    talk.desk.new_pins[talk.user] = digits
    await pinpad.ask(talk, "pin.repeat", {}, "account.pin.again")


async def second(talk: Talk, digits: str) -> None:
    """The new PIN was entered again: seal the key under it."""
    if talk.desk.new_pins.pop(talk.user, None) != digits:
        await ask_new(talk, "account.pin.differs")
        return
    key = talk.desk.open_key(talk.known().person)
    if key is None:
        raise Pardon("own.pin.late")
    await asyncio.to_thread(talk.desk.ledger.custody.change_pin, key, digits)
    with after_the_fact():
        await talk.say("own.pin.changed")
