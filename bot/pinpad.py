"""The PIN keypad: digits are pressed, never typed; they live in memory only, and the message shows dots.

What a right PIN leads to is kept with the user's draft, so a restart loses only the digits pressed so far.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.errors import Pardon
from bot.talk import Talk, complaint
from bot.texts import Html
from ledger.errors import WrongPin

DIGITS = 6
ERASE, DONE = "⌫", "OK"
ROWS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), (ERASE, "0", DONE))
KEYS = frozenset(key for row in ROWS for key in row)


async def ask(talk: Talk, then: str, order: dict[str, Any], key: str = "account.pin.enter") -> None:
    """Show a keypad; when six digits are in, what ``then`` names goes on with ``order`` (see handlers.taps)."""
    nonce = secrets.token_urlsafe(9)
    pad = {"nonce": nonce, "then": then, "order": order, "key": key}
    assert talk.context.user_data is not None
    talk.context.user_data["pad"] = pad
    talk.desk.pads.pop(talk.user, None)
    await talk.context.bot.send_message(
        talk.chat, _shown(talk, pad, 0), parse_mode=ParseMode.HTML, reply_markup=_keys(nonce)
    )


def _keys(nonce: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(key, callback_data=f"k:{nonce}:{key}") for key in row] for row in ROWS]
    )


def _shown(talk: Talk, pad: dict[str, Any], count: int) -> Html:
    return talk.text(pad["key"], dots="●" * count + "○" * (DIGITS - count))


async def press(talk: Talk, data: str) -> tuple[dict[str, Any], str] | None:
    """A key was pressed. When the PIN is complete: (the pad, its digits); the pad's message goes away."""
    nonce, _, key = data.removeprefix("k:").partition(":")
    assert talk.context.user_data is not None
    pad = talk.context.user_data.get("pad")
    if pad is None or pad["nonce"] != nonce or key not in KEYS:
        raise Pardon("receivables.button.expired")
    digits = talk.desk.pads.get(talk.user)
    if digits is None and pad.get("entered"):
        pad["entered"] = 0  # digits live in memory only, and the process is another
        talk.desk.pads[talk.user] = ""
        if not await _edit(talk, talk.text("account.pin.lost", dots="○" * DIGITS), nonce):
            await ask(talk, pad["then"], pad["order"], pad["key"])
        return None
    digits = digits or ""
    if key == ERASE:
        digits = digits[:-1]
    elif key != DONE and len(digits) < DIGITS:
        digits += key
    talk.desk.pads[talk.user], pad["entered"] = digits, len(digits)
    if key == DONE and len(digits) == DIGITS:
        talk.desk.pads.pop(talk.user, None)
        del talk.context.user_data["pad"]
        await _remove(talk)
        return pad, digits
    if not await _edit(talk, _shown(talk, pad, len(digits)), nonce):
        await ask(talk, pad["then"], pad["order"], pad["key"])
    return None


async def unlock(talk: Talk, pad: dict[str, Any], digits: str) -> Any:
    """Open the held key of the speaker; after a wrong PIN the keypad comes again. None if it stays shut."""
    person = talk.known()
    try:
        key = await asyncio.to_thread(talk.desk.ledger.custody.unlock, person.person, digits)
    except WrongPin as wrong:
        await talk.send(complaint(talk.language, wrong))
        await ask(talk, pad["then"], pad["order"], pad["key"])
        return None
    talk.desk.keep_open(person.person, key)
    return key


async def _remove(talk: Talk) -> None:
    query = talk.update.callback_query
    if query is not None and isinstance(query.message, Message):
        with contextlib.suppress(TelegramError):  # older than Telegram lets go, or the line failed: its nonce is dead
            await query.message.delete()


async def _edit(talk: Talk, text: Html, nonce: str) -> bool:
    """False if the keypad is gone: the process ended after it was removed and before that was kept."""
    query = talk.update.callback_query
    assert query is not None
    try:
        await query.edit_message_text(text, parse_mode=ParseMode.HTML, reply_markup=_keys(nonce))
    except BadRequest as fault:
        if "to edit not found" in str(fault):
            return False
        if "not modified" not in str(fault):  # pressing OK early changes nothing, which Telegram calls an error
            raise
    except TelegramError:  # the dots lag behind; the digit counts
        return True
    return True


def close(talk: Talk) -> None:
    """Forget the keypad and its digits."""
    talk.desk.pads.pop(talk.user, None)
    talk.desk.new_pins.pop(talk.user, None)
    if talk.context.user_data is not None:
        talk.context.user_data.pop("pad", None)
