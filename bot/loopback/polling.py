"""Updates that wait for the bot: ids, long polls, and confirmation by offset."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.loopback.faults import ApiError
from bot.loopback.model import LoopbackError

KEPT = 1000


class Updates:
    """The queue behind ``getUpdates``. An update stays pending until a later poll names an offset above its id."""

    def __init__(self, first_id: int) -> None:
        self.newest = first_id - 1
        self.pending: list[dict[str, Any]] = []
        self._past: list[dict[str, Any]] = []
        self._allowed: tuple[str, ...] = ()
        self._arrived = asyncio.Event()
        self._emptied = asyncio.Event()
        self._emptied.set()
        self._poll = 0

    def add(self, kind: str, content: dict[str, Any]) -> int:
        """A new update; returns its id."""
        self.newest += 1
        update = {"update_id": self.newest, kind: content}
        self._past = [*self._past[-KEPT:], update]
        if not self._allowed or kind in self._allowed:
            self._deliver(update)
        return self.newest

    def repeat(self, update_id: int | None) -> None:
        """The same update once more, with the same id."""
        wanted = self.newest if update_id is None else update_id
        update = next((u for u in self._past if u["update_id"] == wanted), None)
        if update is None:
            raise LoopbackError(f"There was no update {wanted} lately: repeat one of the last {KEPT}.")
        self._deliver(update)

    async def poll(self, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """``getUpdates``: waits up to ``timeout`` seconds for the first update at or above ``offset``."""
        if (allowed := parameters.get("allowed_updates")) is not None:
            self._allowed = tuple(allowed)
        self._confirm(int(parameters.get("offset") or 0))
        self._poll += 1
        mine = self._poll
        self._arrived.set()  # wakes an older poll, which then finds that it was replaced
        self._arrived = asyncio.Event()
        limit = max(1, min(100, int(parameters.get("limit") or 100)))
        try:
            async with asyncio.timeout(float(parameters.get("timeout") or 0)):
                while not self.pending and mine == self._poll:
                    await self._arrived.wait()
        except TimeoutError:
            return []
        if mine != self._poll:
            reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise ApiError(409, f"Conflict: {reason}")
        return self.pending[:limit]

    def drop(self) -> None:
        """Forgets what is pending."""
        self.pending = []
        self._emptied.set()

    async def confirmed(self) -> None:
        """Waits until no update is pending."""
        await self._emptied.wait()

    def _deliver(self, update: dict[str, Any]) -> None:
        self.pending.append(update)
        self._emptied.clear()
        self._arrived.set()

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        elif offset < 0:
            self.pending = self.pending[offset:]
        if not self.pending:
            self._emptied.set()
