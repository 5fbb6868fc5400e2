"""Buttons: each bound to its user, to what they saw, used once; a keypad's keys apart."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot import (
    advising,
    approvals,
    consents,
    enrolment,
    flow,
    matters,
    outcome,
    ownkeys,
    pinpad,
    profiles,
    register,
    request,
    revoking,
    signing,
)
from bot.desk import LASTING
from bot.errors import Pardon
from bot.handlers import account, checklists, keys, news, people, proofs, records, reports
from bot.scene import visible
from bot.state import Pressed
from bot.talk import Talk, after_the_fact, handler
from ledger.state import Proposal, Receivable
from ledger.types import Entry

Act = Callable[[Talk, dict[str, Any], str], Awaitable[int | None]]


@handler
async def tap(talk: Talk) -> int | None:
    """A button was pressed."""
    query = talk.update.callback_query
    assert query is not None
    data = query.data or ""
    if data.startswith("k:"):
        return await _key(talk, data)
    pressed = talk.desk.state.buttons.take(data, talk.user, talk.desk.now())
    if not isinstance(pressed, Pressed):
        await talk.toast(f"receivables.button.{pressed.value}")
        return None
    if pressed.action not in LASTING:
        await _clear(talk)
    return await ACTS[pressed.action](talk, pressed.args, pressed.nonce)


async def _clear(talk: Talk) -> None:
    """Stop the tap's spinner and take the used buttons off their message; those that last stay."""
    query = talk.update.callback_query
    assert query is not None
    with contextlib.suppress(TelegramError):  # too old, or the line failed: its record decides, not its looks
        await query.answer()
    with contextlib.suppress(TelegramError):
        await query.edit_message_reply_markup(_left(talk, query.message))


def _left(talk: Talk, message: object) -> InlineKeyboardMarkup | None:
    """What stays under a message whose other buttons are used up."""
    if not isinstance(message, Message) or message.reply_markup is None:
        return None
    lasts, now = talk.desk.state.buttons.lasts, talk.desk.now()
    rows = message.reply_markup.inline_keyboard
    kept = [left for row in rows if (left := [each for each in row if lasts(str(each.callback_data), now)])]
    return InlineKeyboardMarkup(kept) if kept else None


async def _key(talk: Talk, data: str) -> int | None:
    """A key of the PIN keypad."""
    query = talk.update.callback_query
    assert query is not None
    with contextlib.suppress(TelegramError):  # too old to answer, or the line failed
        await query.answer()
    done = await pinpad.press(talk, data)
    if done is None:
        return None
    pad, digits = done
    if pad["then"] == "pin.first":
        await enrolment.first(talk, pad["order"], digits)
    elif pad["then"] == "pin.second":
        await enrolment.second(talk, pad["order"], digits)
    elif pad["then"] == "pin.old":
        if await pinpad.unlock(talk, pad, digits) is not None:
            await ownkeys.ask_new(talk)
    elif pad["then"] == "pin.new":
        await ownkeys.first(talk, digits)
    elif pad["then"] == "pin.repeat":
        await ownkeys.second(talk, digits)
    else:
        key = await pinpad.unlock(talk, pad, digits)
        if key is not None:
            await _signed(talk, await signing.complete(talk, pad["order"], key))
    return flow.END


async def _signed(talk: Talk, entry: Entry | None) -> None:
    if entry is None:
        return
    if getattr(entry.event, "type", None) == talk.draft.get("flow"):
        talk.draft = {}  # the registration that was drafted is recorded
    with after_the_fact():
        await outcome.tell(talk, entry)


async def _sign(talk: Talk, args: dict[str, Any], nonce: str) -> int:
    await _signed(talk, await signing.press(talk, args, nonce))
    return flow.END


async def _proposal(kind: str, talk: Talk, args: dict[str, Any], nonce: str) -> int:
    """Approve or return straight from the notice, which showed the proposal whole."""
    approvals.check(talk, _waiting(talk, args))
    draft = approvals.draft(kind, args["proposal"])
    order = {"kind": kind, "body": dict(draft.body), "proposal": args["proposal"], "ref": args["proposal"]}
    await _signed(talk, await signing.press(talk, order, nonce))
    return flow.END


async def _show_proposal(talk: Talk, args: dict[str, Any], _: str) -> int:
    await approvals.show(talk, args["kind"], _waiting(talk, args))
    return flow.END


def _waiting(talk: Talk, args: dict[str, Any]) -> Proposal:
    """The proposal a button is about, if it is one of the presser's enterprise or asked for its consent."""
    person, state = talk.known(*approvals.ROLES), talk.desk.ledger.state
    proposal = state.proposals.get(args["proposal"])
    if proposal is None or not consents.concerned(state, proposal, person):
        raise Pardon("receivables.button.expired")
    return proposal


async def _cancel(talk: Talk, args: dict[str, Any], _: str) -> int:
    flow.forget(talk, args.get("drop", ()))
    recorded = flow.drop_order(talk)
    pinpad.close(talk)
    talk.draft = {}
    if recorded is not None:
        await outcome.tell(talk, recorded)
    else:
        await talk.say("account.cancelled")
    return flow.END


def _receivable(talk: Talk, args: dict[str, Any]) -> Receivable:
    """What a button is about, as long as whoever presses it may see it: an enrolment can have ended since."""
    person, state = talk.known(), talk.desk.ledger.state
    receivable = state.receivables.get(args["receivable"])
    if receivable is None or not visible(state, receivable, person.party, talk.desk.now()):
        raise Pardon("receivables.button.expired")
    return receivable


async def _begin(talk: Talk, args: dict[str, Any], _: str) -> int:
    return await flow.begin(talk, args["command"], receivable=_receivable(talk, args).id)


async def _fill(talk: Talk, args: dict[str, Any], _: str) -> int:
    return await flow.fill(talk, args["field"], args["value"])


async def _request(talk: Talk, args: dict[str, Any], _: str) -> int:
    return await request.offer(talk, _receivable(talk, args), nudge=args["nudge"])


async def _preview(talk: Talk, args: dict[str, Any], _: str) -> int:
    await request.read_aloud(talk, _receivable(talk, args))
    return flow.END


async def _payer(talk: Talk, args: dict[str, Any], _: str) -> int:
    if talk.draft.get("flow") != "register":
        raise Pardon("receivables.button.expired")
    talk.draft["payer"] = args["payer"]
    return await register.go_on(talk)


async def _amount(talk: Talk, args: dict[str, Any], _: str) -> int:
    if talk.draft.get("flow") != "register":
        raise Pardon("receivables.button.expired")
    talk.draft["amount"] = args["amount"]
    return await register.go_on(talk)


async def _edit(talk: Talk, args: dict[str, Any], _: str) -> int:
    flow.forget(talk, args.get("drop", ()))
    return await register.edit(talk, args.get("field"))


def _about(step: Callable[[Talk, Receivable], Awaitable[None]]) -> Act:
    """A button that shows something of one receivable."""

    async def run(talk: Talk, args: dict[str, Any], _: str) -> None:
        await step(talk, _receivable(talk, args))

    return run


async def _language(talk: Talk, args: dict[str, Any], _: str) -> None:
    await account.choose_language(talk, args["language"])


async def _invite_role(talk: Talk, args: dict[str, Any], _: str) -> int:
    if talk.draft.get("flow") != "invite":
        raise Pardon("receivables.button.expired")
    talk.draft["role"] = args["role"]
    return await people.go_on(talk)


async def _revoke(talk: Talk, args: dict[str, Any], _: str) -> None:
    await revoking.offer(talk, talk.desk.ledger.state.people[args["person"]])


async def _register(talk: Talk, args: dict[str, Any], _: str) -> int:
    return await register.begin(talk, payer=args["payer"])


def _privacy(action: str) -> Act:
    async def run(talk: Talk, args: dict[str, Any], _: str) -> None:
        await account.privacy_tap(talk, action)

    return run


def _plain(step: Callable[[Talk, dict[str, Any]], Awaitable[None]]) -> Act:
    async def run(talk: Talk, args: dict[str, Any], _: str) -> None:
        await step(talk, args)

    return run


def _advice(step: Callable[[Talk, dict[str, Any]], Awaitable[int | None]]) -> Act:
    async def run(talk: Talk, args: dict[str, Any], _: str) -> int | None:
        return await step(talk, args)

    return run


async def _endorse(talk: Talk, args: dict[str, Any], nonce: str) -> int:
    return await _proposal("endorse", talk, args, nonce)


async def _return(talk: Talk, args: dict[str, Any], nonce: str) -> int:
    return await _proposal("return", talk, args, nonce)


ACTS: dict[str, Act] = {
    "sign": _sign,
    "endorse": _endorse,
    "return": _return,
    "proposal": _show_proposal,
    "cancel": _cancel,
    "begin": _begin,
    "fill": _fill,
    "request": _request,
    "preview": _preview,
    "register.payer": _payer,
    "register.amount": _amount,
    "register.edit": _edit,
    "history": _about(records.tell_history),
    "receipt": _about(proofs.send_receipt),
    "letter": _about(records.send_letter),
    "demand.letter": _about(records.send_demand),
    "holding": _about(matters.show_holding),
    "remedy": _about(matters.show_remedy),
    "show": _about(records.show_one),
    "language": _language,
    "invite.role": _invite_role,
    "revoke": _revoke,
    "privacy.export": _privacy("privacy.export"),
    "privacy.ask": _privacy("privacy.ask"),
    "privacy.erase": _privacy("privacy.erase"),
    "advice.register": _register,
    "advice.right": _advice(advising.right),
    "advice.change": _advice(profiles.change),
    "advice.forget": _advice(profiles.forget),
    "advice.answer": _advice(advising.pressed),
    "advice.how": _advice(advising.how),
    "advice.why": _advice(advising.why),
    "advice.more": _advice(advising.more),
    "advice.look": _advice(advising.look),
    "advice.settle": _advice(advising.settle),
    "advice.undo": _advice(profiles.undo),
    **{name: _advice(step) for name, step in (*checklists.TAPS.items(), *keys.TAPS.items())},
    **{action: _plain(step) for action, step in (*news.TAPS.items(), *reports.TAPS.items())},
}
