"""Delivers what the outbox holds: recorded before it is sent, never twice; who cannot be reached is said to those
whom it concerns.

A send whose outcome is unknown (a time-out) is kept as *uncertain* and shown, not repeated.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.desk import NOTICE_LIFE_MS, Desk
from bot.ladders import opening
from bot.link import never_left
from bot.state import GONE, Account, Letter
from bot.talk import markup, pages, patiently, seconds

CHANNEL = 0  # no account of anybody

log = logging.getLogger(__name__)


class Courier:
    """Sends waiting letters; one round at a time."""

    def __init__(self, desk: Desk, bot: Bot) -> None:
        self._desk = desk
        self._bot = bot
        self._round = asyncio.Lock()
        self._later: dict[int, int] = {}  # accounts that Telegram asks to leave alone, until when (monotonic)

    async def deliver(self) -> int:
        """Send everything that waits; how many letters went out."""
        async with self._round:
            sent = 0
            for letter in self._desk.state.outbox.in_state("waiting"):
                sent += await self._one(letter)
            return sent

    async def _one(self, letter: Letter) -> bool:
        outbox, now = self._desk.state.outbox, self._desk.now()
        channel = (letter.payload or {}).get("channel")
        if channel is not None:
            return await self._post(letter, channel, now)
        account = self._desk.state.accounts.get(letter.user) if letter.user is not None else None
        if account is None or not self._ready(letter, account, now):
            return False
        if not outbox.claim(letter.key, account.user, letter.payload, now):
            return False
        with self._desk.state.message():
            return await self._attempt(
                letter, account.user, self._send(account.user, account.chat, letter.payload), now
            )

    async def _post(self, letter: Letter, channel: str, now: int) -> bool:
        """A letter to a channel, which is nobody's account and has no buttons."""
        if self._waits(CHANNEL) or not self._desk.state.outbox.claim(letter.key, CHANNEL, letter.payload, now):
            return False

        async def send() -> int:
            return (await patiently(self._bot, channel, letter.payload["html"], None)).message_id

        with self._desk.state.message():
            return await self._attempt(letter, CHANNEL, send(), now)

    async def _attempt(self, letter: Letter, user: int, sending: Coroutine[Any, Any, int], now: int) -> bool:
        """Whether it went out; what became of it is recorded."""
        outbox = self._desk.state.outbox
        try:
            message = await sending
        except Forbidden as fault:
            if user != CHANNEL:
                self._desk.state.accounts.set_blocked(user, True)
            else:
                log.warning(
                    "letter %s could not be posted (%s): make the bot an administrator there", letter.key, fault
                )
            outbox.failed(letter.key, str(fault), now)
            return False
        except RetryAfter as wait:
            self._later[user] = self._desk.clock.monotonic() + int(seconds(wait) * 1000)
            self._unanswered(letter, wait, now)
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

    def _waits(self, user: int) -> bool:
        """Whether Telegram asked to leave this account or channel alone for now."""
        return user in self._later and self._desk.clock.monotonic() < self._later[user]

    def _ready(self, letter: Letter, account: Account, now: int) -> bool:
        """Whether a letter may go now: it still waits, and for somebody who still acts; reminders and news go in
        their hours."""
        outbox = self._desk.state.outbox
        if outbox.get(letter.key) != letter:
            return False  # erased since
        if self._waits(account.user):
            return False
        about = letter.payload.get("about")
        recipient = about["recipient"] if about else letter.payload.get("person")
        person = self._desk.ledger.state.people.get(recipient) if recipient else None
        if person is not None and (
            account.person != recipient
            or person.revoked_seq is not None
            or (person.expires_at is not None and person.expires_at <= now)
        ):
            outbox.failed(letter.key, GONE, now)
            return False
        anytime = about is None and not letter.payload.get("calm")
        return anytime or opening(now) == now

    def _unanswered(self, letter: Letter, fault: TelegramError, now: int) -> None:
        """It waits for a better time if it certainly never left, and in one piece; otherwise nobody knows."""
        refused = isinstance(fault, RetryAfter) or never_left(fault)
        if refused and len(pages(letter.payload["html"])) == 1:
            self._desk.state.outbox.release(letter.key, now)
        else:
            self._desk.state.outbox.uncertain(letter.key, str(fault) or "no answer in time", now)

    async def _send(self, user: int, chat: int, payload: dict[str, Any]) -> int:
        """One letter, its buttons under its last page; waits when Telegram asks to."""
        *first, last = pages(payload["html"])
        for page in first:
            await patiently(self._bot, chat, page, None)
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
        return (await patiently(self._bot, chat, last, keys)).message_id
