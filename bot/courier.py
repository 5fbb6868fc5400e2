"""Delivers what the outbox holds: recorded before it is sent, never twice; who cannot be reached is said to those
whom it concerns.

A send whose outcome is unknown (a time-out) is kept as *uncertain* and shown, not repeated.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.desk import NOTICE_LIFE_MS, Desk
from bot.link import never_left
from bot.state import Letter
from bot.talk import markup, pages

log = logging.getLogger(__name__)
PATIENCE = 3


class Courier:
    """Sends waiting letters; one round at a time."""

    def __init__(self, desk: Desk, bot: Bot) -> None:
        self._desk = desk
        self._bot = bot
        self._round = asyncio.Lock()

    async def deliver(self) -> int:
        """Send everything that waits; how many letters went out."""
        async with self._round:
            sent = 0
            for letter in self._desk.state.outbox.in_state("waiting"):
                sent += await self._one(letter)
            return sent

    async def _one(self, letter: Letter) -> bool:
        outbox, now = self._desk.state.outbox, self._desk.now()
        account = self._desk.state.accounts.get(letter.user) if letter.user is not None else None
        if account is None or not outbox.claim(letter.key, account.user, letter.payload, now):
            return False
        with self._desk.state.message():
            try:
                message = await self._send(account.user, account.chat, letter.payload)
            except Forbidden as fault:
                self._desk.state.accounts.set_blocked(account.user, True)
                outbox.failed(letter.key, str(fault), now)
                return False
            except TelegramError as fault:
                if isinstance(fault, NetworkError) and not isinstance(fault, BadRequest):
                    self._unanswered(letter, fault, now)
                    return False
                log.warning("letter %s could not be sent: %s", letter.key, fault)
                outbox.failed(letter.key, str(fault), now)
                return False
            outbox.sent(letter.key, message, now)
        return True

    def _unanswered(self, letter: Letter, fault: NetworkError, now: int) -> None:
        """It waits for a better time if it certainly never left, and in one piece; otherwise nobody knows."""
        if never_left(fault) and len(pages(letter.payload["html"])) == 1:
            self._desk.state.outbox.release(letter.key, now)
        else:
            self._desk.state.outbox.uncertain(letter.key, str(fault) or "no answer in time", now)

    async def _send(self, user: int, chat: int, payload: dict[str, Any]) -> int:
        """One letter, its buttons under its last page; waits when Telegram asks to."""
        *first, last = pages(payload["html"])
        for page in first:
            await self._patient(chat, page, None)
        offers = payload.get("offers", [])
        keys = markup(
            self._desk,
            user,
            [words for words, _, _ in offers],
            [(action, args) for _, action, args in offers],
            last,
            NOTICE_LIFE_MS,
        )
        self._desk.state.commit()  # a quick reader must not press a button that nobody knows yet
        return await self._patient(chat, last, keys)

    async def _patient(self, chat: int, html: str, keys: Any) -> int:
        for attempt in range(PATIENCE):
            try:
                message = await self._bot.send_message(chat, html, parse_mode=ParseMode.HTML, reply_markup=keys)
            except RetryAfter as wait:
                if attempt == PATIENCE - 1:
                    raise
                await asyncio.sleep(wait._retry_after.total_seconds())
            else:
                return message.message_id
        raise BadRequest("Telegram asked to wait too often")
