"""``/key`` and ``/pin``, and signatures that come back from people who keep their own keys."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from bot import enrolment, outcome, ownkeys, reinviting, revoking, signing
from bot.errors import Pardon
from bot.talk import Talk, after_the_fact, handler
from ledger import envelope, prepared, rekey
from ledger.errors import MalformedError, SignatureError

log = logging.getLogger(__name__)
_PAPERS = (prepared.INVITATION.encode(), prepared.REPLACEMENT.encode())


@handler
async def key(talk: Talk) -> None:
    """``/key``: which key acts for the speaker, and how to replace it."""
    await ownkeys.show(talk)


@handler
async def pin(talk: Talk) -> None:
    """``/pin``: another PIN for a key that is kept here."""
    await ownkeys.ask_old(talk)


async def take(talk: Talk, data: bytes) -> None:
    """A signature, as a file or as pasted text."""
    if not talk.private:
        raise Pardon("account.pin.private")
    if b'"signatures"' not in data and (b'"genesis"' in data or any(paper in data for paper in _PAPERS)):
        raise Pardon("own.unsigned")
    try:
        if rekey.REKEY.encode() in data:
            await ownkeys.take_proof(talk, data)
            return
        signed = envelope.read(data).signed
    except (MalformedError, SignatureError) as fault:
        log.info("no signature: %s", fault)
        raise Pardon("own.unreadable") from None
    if signed.event.type == "enrol":
        await ownkeys.enrol(talk, signed)
        return
    then = signing.sequel_out(talk, signed.event)
    entry = await signing.hand_in(talk, signed)
    if entry is None:
        return
    if signed.event.type == talk.draft.get("flow"):
        talk.draft = {}  # the registration that was drafted is recorded
    with after_the_fact():
        await outcome.tell(talk, entry)
    if then is not None:
        await signing.go_on(talk, then, entry)


async def _held(talk: Talk, args: dict[str, Any]) -> None:
    await enrolment.ask_pin(talk, args["code"])


async def _own(talk: Talk, args: dict[str, Any]) -> None:
    await ownkeys.paper(talk, args["code"])


async def _replace(talk: Talk, args: dict[str, Any]) -> None:
    await ownkeys.replace(talk)


async def _pin(talk: Talk, args: dict[str, Any]) -> None:
    await ownkeys.ask_old(talk)


async def _doubt(talk: Talk, args: dict[str, Any]) -> int:
    if args["reason"] == "replaced":  # a forgotten PIN: the key is in nobody's hands
        return await reinviting.offer(talk, args["person"], args["reason"], None)
    return await revoking.doubt(talk, args["person"], args["reason"])


async def _again(talk: Talk, args: dict[str, Any]) -> int:
    return await reinviting.offer(talk, args["person"], args["reason"], args["since"])


async def _since(talk: Talk, args: dict[str, Any]) -> int:
    return await revoking.since(talk, args["person"], args["reason"], args["since"])


TAPS: dict[str, Callable[[Talk, dict[str, Any]], Awaitable[int | None]]] = {
    "enrol": _held,
    "enrol.own": _own,
    "key.replace": _replace,
    "key.pin": _pin,
    "revoke.doubt": _doubt,
    "revoke.since": _since,
    "revoke.again": _again,
}
