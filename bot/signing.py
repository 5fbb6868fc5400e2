"""From a summary to an entry: the PIN opens the key, the key signs exactly what was shown, the ledger takes it once.

A sign button carries the event's kind, body and the ``ref`` at the time it was shown; if anything the event reads has
changed since, the ledger's state says so and nothing is signed. The request id comes from the button, so a tap that
arrives twice, or again after a crash, finds the entry it made the first time.
"""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Any

from bot import pinpad
from bot.announce import Offer, effect, notices, worded
from bot.errors import Pardon
from bot.talk import Talk
from ledger.custody import OpenKey
from ledger.errors import Refusal
from ledger.types import Body, Entry, SignedEvent


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
    if not talk.desk.ledger.custody.held(person.person):
        raise Pardon("account.own-key")
    key = talk.desk.open_key(person.person)
    if key is None:
        await pinpad.ask(talk, "sign", order)
        return None
    return await complete(talk, order, key)


async def complete(talk: Talk, order: dict[str, Any], key: OpenKey) -> Entry:
    """Sign what was shown, have it recorded, and queue what others are to hear of it."""
    entry = await asyncio.to_thread(record, talk, order, key)
    for notice in notices(talk.desk.ledger.state, talk.desk.names, entry, talk.desk.now()):
        talk.desk.queue(f"entry:{entry.hash}:{notice.person}", notice)
    done = effect(talk.desk.ledger.state, entry)
    if done.kind == "revoke":
        talk.desk.close_key(str(done.body["person"]))
    return entry


def record(talk: Talk, order: dict[str, Any], key: OpenKey) -> Entry:
    """Prepare, compare with what was shown, sign, submit. The same order gives the same entry again."""
    ledger, actor = talk.desk.ledger, talk.actor
    done = ledger.requested(actor, order["request"])
    if done is not None:
        return done
    event, payload = ledger.prepare(
        order["kind"], actor, order["body"], request=order["request"], proposal=order["proposal"]
    )
    if event.ref != order["ref"]:
        raise Refusal("stale", "an event refers to the newest entry that it reads", "Look at it again and decide anew.")
    return ledger.submit(SignedEvent(event, payload, key.sign(payload)))
