"""Delivers what the outbox holds: recorded before it is sent, never twice; who cannot be reached is said to those
whom it concerns.

A send whose outcome is unknown (a time-out) is kept as *uncertain* and shown, not repeated.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.desk import NOTICE_LIFE_MS, Desk
from bot.ladders import opening
from bot.link import never_left
from bot.state import GONE, Account, Letter
from bot.talk import markup, pages, patiently, seconds

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
        account = self._desk.state.accounts.get(letter.user) if letter.user is not None else None
        if account is None or not self._ready(letter, account, now):
            return False
        if not outbox.claim(letter.key, account.user, letter.payload, now):
            return False
        with self._desk.state.message():
            try:
                message = await self._send(account.user, account.chat, letter.payload)
            except Forbidden as fault:
                self._desk.state.accounts.set_blocked(account.user, True)
                outbox.failed(letter.key, str(fault), now)
                return False
            except RetryAfter as wait:
                self._later[account.user] = self._desk.clock.monotonic() + int(seconds(wait) * 1000)
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

    def _ready(self, letter: Letter, account: Account, now: int) -> bool:
        """Whether a letter may go now: it still waits, and for somebody who still acts; reminders and news go in
        their hours."""
        outbox = self._desk.state.outbox
        if outbox.get(letter.key) != letter:
            return False  # erased since
        if account.user in self._later and self._desk.clock.monotonic() < self._later[account.user]:
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
