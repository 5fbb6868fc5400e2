"""One update at a time for each user, many users at once; each update is one unit of work and has its effect once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.inbox import Inbox
from bot.journal import WriteFailedError
from bot.state import BotState

log = logging.getLogger(__name__)


class PerUser(BaseUpdateProcessor):
    """Keeps the order of each user's updates, and runs different users' updates side by side.

    Everything that handling changes in the state, what ``persist`` adds (``application.update_persistence``) and the
    inbox's done mark are kept together, or not at all. Updates that were done before are passed over. If the disk
    refuses, ``fatal`` is called once: the process must end, and the next start handles the update again.
    """

    __slots__ = ("_fatal", "_follow", "_inbox", "_locks", "_persist", "_state")

    def __init__(
        self,
        state: BotState,
        inbox: Inbox,
        *,
        persist: Callable[[], Awaitable[None]] | None = None,
        fatal: Callable[[WriteFailedError], None] | None = None,
        at_once: int = 64,
    ) -> None:
        super().__init__(at_once)
        self._state = state
        self._inbox = inbox
        self._persist = persist
        self._fatal = fatal
        self._follow: Callable[[], Awaitable[object]] | None = None
        self._locks: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    def persist_with(self, persist: Callable[[], Awaitable[None]]) -> None:
        """Sets ``persist`` once there is an application: it is built with this processor."""
        self._persist = persist

    def stop_with(self, fatal: Callable[[WriteFailedError], None]) -> None:
        """Sets ``fatal`` once there is an application; the inbox tells it as well."""
        self._fatal = fatal
        self._inbox.stop_with(fatal)

    def follow_with(self, follow: Callable[[], Awaitable[object]]) -> None:
        """``follow`` runs after each update that was kept, outside its unit of work: to send what it has queued."""
        self._follow = follow

    def lock(self, who: Hashable) -> asyncio.Lock:
        """The lock of one user (their Telegram id): hold it to change their state outside an update."""
        if (lock := self._locks.get(who)) is None:
            lock = self._locks[who] = asyncio.Lock()
        return lock

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handles one update under its user's lock, then lets what it has queued be sent."""
        try:
            async with self.lock(_who(update)):
                kept = await self._handle(update, coroutine)
            if kept and self._follow is not None:
                await self._follow()
        except WriteFailedError as error:
            log.critical("%s", error)
            if self._fatal is not None:
                self._fatal(error)

    async def _handle(self, update: object, coroutine: Awaitable[Any]) -> bool:
        update_id = update.update_id if isinstance(update, Update) else None
        if update_id is not None and self._inbox.is_done(update_id):
            log.info("update %d was handled before: passed over", update_id)
            _drop(coroutine)
            return False
        with self._state.message():
            await coroutine
            if self._persist is not None:
                await self._persist()
            if update_id is not None:
                self._inbox.done(update_id)
        return True

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _who(update: object) -> Hashable:
    """Whose order matters: the user, else the chat; updates of nobody share one lock."""
    if not isinstance(update, Update):
        return None
    if update.effective_user is not None:
        return update.effective_user.id
    return update.effective_chat.id if update.effective_chat is not None else None


def _drop(coroutine: Awaitable[Any]) -> None:
    if isinstance(coroutine, Coroutine):
        coroutine.close()
