"""Who speaks: start, help, language, privacy, cancel."""

from __future__ import annotations

import json
from typing import Any

from bot import enrolment, errands, flow, outcome, pinpad, render
from bot.announce import Offer
from bot.announce import offer as button
from bot.errors import Pardon
from bot.talk import Talk, handler, together
from bot.texts import LANGUAGES, say
from ledger.types import REGISTRAR_PARTY

ENGLISH = ("en", "english", "英文", "英语", "英語")


@handler
async def start(talk: Talk) -> None:
    """``/start``: who one is and what to try; with an invitation's code, enrolment."""
    code = talk.arguments
    if code:
        if not talk.private:
            raise Pardon("account.pin.private")
        await enrolment.show(talk, code)
        return
    await welcome(talk)


async def welcome(talk: Talk) -> None:
    """Who one is here, and what to try."""
    person = talk.person
    if person is None:
        await talk.say("account.start.stranger")
        return
    talk.known()
    names, kept = talk.desk.names, talk.text(f"account.custody.{enrolment.custody(talk, person)}")
    if person.party == REGISTRAR_PARTY:
        await talk.say("account.start.registrar", date=enrolment.since(talk, person), custody=kept)
        return
    payer = {"maker", "checker", "administrator"} & set(person.roles) and "owner" not in person.roles
    await talk.say(
        "account.start.member.payer" if payer else "account.start.member",
        name=names.person(talk.language, person.person),
        roles=talk.roles(person.roles),
        enterprise=names.party(talk.language, person.party),
        date=enrolment.since(talk, person),
        inviter=names.person(talk.language, person.invited_by),
        custody=kept,
    )


@handler
async def help_(talk: Talk) -> None:
    """``/help``: what this person can do."""
    lines = [talk.text("account.help.title"), talk.text("account.help.everyone")]
    person = talk.person
    standing = person is not None and person.revoked_seq is None
    lines += [talk.text(f"account.help.{role}") for role in (person.roles if person is not None and standing else ())]
    await talk.send(together(*lines))


@handler
async def language(talk: Talk) -> None:
    """``/language``: with a name sets it, without one offers the three."""
    wanted = talk.arguments
    code = render.language_of(wanted)
    if wanted and (code != "en" or wanted.lower() in ENGLISH):
        await choose_language(talk, code)
        return
    offers = [
        Offer(lambda _, code=code: render.word(code, "language", code), "language", {"language": code})  # type: ignore[misc]
        for code in LANGUAGES
    ]
    await talk.say("account.language.ask", offers)


async def choose_language(talk: Talk, code: str) -> None:
    talk.desk.state.accounts.set_language(talk.user, code)
    talk.desk.state.accounts.set(talk.user, "language_chosen", True)
    talk.language = code
    await talk.say("account.language.set")


@handler
async def privacy(talk: Talk) -> None:
    """``/privacy``: what is kept, as a file on request, erased on request."""
    offers = [
        button("account.privacy.export", "privacy.export"),
        button("account.privacy.erase", "privacy.ask"),
    ]
    await talk.say("account.privacy.text", offers)


async def privacy_tap(talk: Talk, action: str) -> None:
    """The buttons of ``/privacy``."""
    if action == "privacy.export":
        kept = {**talk.desk.state.export(talk.user), **_enrolment(talk)}
        data = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
        caption = talk.text("account.privacy.file", date=render.date(talk.language, talk.desk.today()))
        await talk.document(data.encode("utf-8"), "tallystick-my-data.json", caption)
    elif action == "privacy.ask":
        offers = [button("account.privacy.erase", "privacy.erase"), flow.cancel_offer()]
        await talk.say("account.privacy.erase.ask", offers)
    else:
        await _erase(talk)


def _enrolment(talk: Talk) -> dict[str, Any]:
    """What the ledger and its texts hold of the speaker; no key leaves the house."""
    person, names = talk.person, talk.desk.names
    if person is None:
        return {}
    told = ("person", "party", "roles", "custody", "key", "seq", "at", "revoked_seq", "expires_at", "max_fen")
    own = {name: getattr(person, name) for name in told}
    return {"person": {**own, "name": str(names.text(talk.language, person.name))}}


async def _erase(talk: Talk) -> None:
    """The person's name in the ledger's texts goes with the account; what they signed stays."""
    person, chosen = talk.person, talk.language
    if person is not None:
        talk.desk.close_key(person.person)
        talk.desk.ledger.custody.discard(person.person)
        if person.party != REGISTRAR_PARTY:  # whose people have no names here
            flow.forget(talk, [person.name])
    pinpad.close(talk)
    errands.give_up_all(talk)
    if talk.context.user_data is not None:
        talk.context.user_data.clear()
    talk.context.application.drop_user_data(talk.user)
    talk.desk.state.erase(talk.user)
    await talk.send(say(chosen, "account.privacy.erased"))


@handler
async def cancel(talk: Talk) -> int:
    """``/cancel``: drop what is under way."""
    await drop(talk)
    return flow.END


async def drop(talk: Talk) -> None:
    """What is asked, entered or waits to be signed; what others offer (a proposal to approve) stays."""
    data = talk.context.user_data or {}
    asked = [data.get("advice", {}).pop(name, None) for name in ("question", "changing")]
    busy = bool(data.get("draft") or data.get("pad") or any(asked))
    busy = flow.drop_offers(talk) or busy
    busy = errands.give_up_all(talk) or busy
    recorded = flow.drop_order(talk)
    pinpad.close(talk)
    talk.draft = {}
    if recorded is not None:
        await outcome.tell(talk, recorded)
    else:
        await talk.say("account.cancelled" if busy else "account.cancelled.nothing")


@handler
async def in_group(talk: Talk) -> None:
    """A command in a group: what it is about is nobody else's business."""
    await talk.say("account.private")
