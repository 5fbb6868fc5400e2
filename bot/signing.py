"""From a summary to an entry: the PIN opens the key, the key signs exactly what was shown, the ledger takes it once.

A sign button carries the event's kind, body and the ``ref`` at the time it was shown; if anything the event reads has
changed since, the ledger's state says so and nothing is signed. The request id comes from the button, so a tap that
arrives twice, or again after a crash, finds the entry it made the first time.

An order may have a sequel (``then``): an invitation that comes to be with the revocation before it, both shown and
signed as one step. Its request id follows from the first one's, and it refers to the first one's entry: if anything
came in between, it is not recorded, and the signer hears so.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Any

from bot import errands, pinpad
from bot.announce import Offer, effect, notices, worded
from bot.errors import Pardon
from bot.talk import Talk, after_the_fact
from ledger.custody import OpenKey
from ledger.errors import LedgerError, Refusal, SignatureError, StorageError
from ledger.types import Body, Entry, Event, SignedEvent


@dataclass(frozen=True, slots=True)
class Draft:
    """An event about to be offered for signing."""

    kind: str
    body: Body
    proposal: str | None = None


def sign_offer(talk: Talk, draft: Draft, key: str) -> Offer:
    """The button that signs ``draft``, bound to what its event reads at this moment."""
    event, _ = talk.desk.ledger.prepare(draft.kind, talk.actor, draft.body, proposal=draft.proposal)
    args = {"kind": draft.kind, "body": dict(draft.body), "proposal": draft.proposal, "ref": event.ref}
    return Offer(worded(key), "sign", args)


def needs_checker(talk: Talk, draft: Draft) -> bool:
    """Whether signing this only proposes it."""
    event, _ = talk.desk.ledger.prepare(draft.kind, talk.actor, draft.body, proposal=draft.proposal)
    return event.type == "propose"


async def press(talk: Talk, args: dict[str, Any], nonce: str) -> Entry | None:
    """A sign button was pressed: sign if the key is open; otherwise ask for the PIN and give None."""
    if not talk.private:
        raise Pardon("account.pin.private")
    person = talk.known()
    request = hashlib.sha256(nonce.encode()).hexdigest()[:32]
    order = {**args, "request": request}
    if not talk.desk.keeps_key(person):
        if person.custody == "held":
            raise Pardon("account.own-key")
        return await _away(talk, order)
    key = talk.desk.open_key(person.person)
    if key is None:
        await pinpad.ask(talk, "sign", order)
        return None
    return await complete(talk, order, key)


async def _away(talk: Talk, order: dict[str, Any]) -> Entry | None:
    """The key is the signer's own: hand out what was shown, to be signed elsewhere. Its entry, if it has one."""
    recorded = talk.desk.ledger.requested(talk.actor, order["request"])
    if recorded is None:
        event, payload = _as_shown(talk, order)
        await errands.hand_out(talk, event, payload)
        errands.out(talk)[event.request]["then"] = order.get("then")
    return recorded


def sequel_out(talk: Talk, event: Event) -> dict[str, Any] | None:
    """What is to follow an event that is out to be signed, if anything is."""
    then: dict[str, Any] | None = errands.out(talk).get(event.request, {}).get("then")
    return then


async def go_on(talk: Talk, then: dict[str, Any], entry: Entry) -> None:
    """Hand out what follows ``entry``, which was signed elsewhere."""
    assert isinstance(entry.event, Event)
    await _away(talk, _sequel(talk, then, entry, entry.event.request))


async def hand_in(talk: Talk, signed: SignedEvent) -> Entry | None:
    """A signature made elsewhere came back: have it recorded, once. None if it was, which the signer is told."""
    person, event = talk.known(), signed.event
    if (event.person, event.party) != (person.person, person.party):
        raise Pardon("own.not-yours")
    recorded = talk.desk.ledger.requested(talk.actor, event.request)
    if recorded is not None:
        errands.done(talk, event.request)
        await talk.say("own.already", seq=recorded.seq)
        return None
    errands.require_out(talk, event.request)
    try:
        entry = await asyncio.to_thread(talk.desk.ledger.submit, signed)
    except SignatureError:
        raise Pardon("own.bad-signature") from None
    except Refusal as fault:
        if fault.code == "stale":
            errands.give_up(talk, event.request)
        raise
    errands.done(talk, event.request)
    pass_on(talk, entry)
    return entry


async def complete(talk: Talk, order: dict[str, Any], key: OpenKey) -> Entry:
    """Sign what was shown, have it recorded, and queue what others are to hear of it; then its sequel. The entry that
    is still to be told."""
    entry = await asyncio.to_thread(record, talk, order, key)
    pass_on(talk, entry)
    if order.get("then") is None:
        return entry
    sequel = _sequel(talk, order["then"], entry, order["request"])
    try:
        following = await asyncio.to_thread(record, talk, sequel, key)
    except StorageError:
        raise
    except LedgerError:
        _forget(talk, sequel["body"]["name"])
        with after_the_fact():
            await talk.say("own.again.alone")
        return entry
    pass_on(talk, following)
    with after_the_fact():
        name = talk.desk.names.person(talk.language, str(order["body"]["person"]))
        await talk.say("account.revoke.done", name=name, seq=entry.seq)
    return following


def _sequel(talk: Talk, then: dict[str, Any], entry: Entry, request: str) -> dict[str, Any]:
    """The order of the invitation that follows a revocation; its name is kept only now, and its code known again."""
    following, body = hashlib.sha256(f"{request}/then".encode()).hexdigest()[:32], dict(then["body"])
    if talk.desk.ledger.requested(talk.actor, following) is None:
        body["name"] = talk.desk.ledger.texts.keep(then["name"])
    talk.desk.codes[body["code"]] = then["code"]
    return {"kind": "invite", "body": body, "proposal": None, "ref": entry.hash, "request": following}


def _forget(talk: Talk, commitment: str) -> None:
    """Erase a text that no entry refers to."""
    talk.desk.ledger.texts.erase(commitment)
    talk.desk.names.forget(commitment)


def pass_on(talk: Talk, entry: Entry) -> None:
    """Queue what others are to hear of an entry, and let go of keys that it ended."""
    for notice in notices(talk.desk.ledger.state, talk.desk.names, entry, talk.desk.now()):
        talk.desk.queue(f"entry:{entry.hash}:{notice.person}", notice)
    done = effect(talk.desk.ledger.state, entry)
    if done.kind == "revoke":
        talk.desk.close_key(str(done.body["person"]))
    if done.kind == "rekey" and not talk.desk.keeps_key(talk.desk.ledger.state.people[done.event.person]):
        talk.desk.close_key(done.event.person)
        talk.desk.ledger.custody.discard(done.event.person)  # what it sealed signs no more


def record(talk: Talk, order: dict[str, Any], key: OpenKey) -> Entry:
    """Prepare, compare with what was shown, sign, submit. The same order gives the same entry again."""
    ledger, actor = talk.desk.ledger, talk.actor
    done = ledger.requested(actor, order["request"])
    if done is not None:
        return done
    event, payload = _as_shown(talk, order)
    return ledger.submit(SignedEvent(event, payload, key.sign(payload)))


def _as_shown(talk: Talk, order: dict[str, Any]) -> tuple[Event, bytes]:
    """Prepare what was shown. Raises ``stale`` if anything that it reads has changed since."""
    event, payload = talk.desk.ledger.prepare(
        order["kind"], talk.actor, order["body"], request=order["request"], proposal=order["proposal"]
    )
    if event.ref != order["ref"]:
        raise Refusal("stale", "an event refers to the newest entry that it reads", "Look at it again and decide anew.")
    return event, payload
