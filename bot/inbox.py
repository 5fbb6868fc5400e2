"""A durable inbox: an update is on disk before Telegram hears that it arrived, and has its effect once.

python-telegram-bot confirms an update while its handler still runs, so that a crash would lose it.
:class:`InboxRequest` stands between the application and Telegram, keeps what ``getUpdates`` brings, as one synced line,
and only then hands it on. The update processor (:mod:`bot.updates`) marks each update done in the same unit of work as
its effects; :func:`replay` gives the application what an earlier process left undone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from bot.journal import Row, WriteFailedError
from bot.storage import Store

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

TRIES = 3
WINDOW = 10_000

log = logging.getLogger(__name__)


class Inbox:
    """Updates by id: waiting with their content, done without it, or stuck after too many tries.

    The newest ``window`` done ids are remembered; Telegram repeats an update for a day at most.
    """

    def __init__(self, store: Store, *, window: int = WINDOW) -> None:
        self._store = store
        self._window = window
        self._fatal: Callable[[WriteFailedError], None] | None = None
        self._done = sum(row["state"] == "done" for _, row in store.rows("inbox"))

    def receive(self, updates: Iterable[dict[str, Any]]) -> int:
        """Keeps new updates durably; returns how many were new."""
        new = [update for update in updates if self._store.get("inbox", str(update["update_id"])) is None]
        try:
            with self._store.message(apart=True):
                for update in new:
                    row = {"state": "waiting", "user": _sender(update), "tries": 0, "update": update}
                    self._store.put("inbox", str(update["update_id"]), row)
        except WriteFailedError as error:
            if self._fatal is not None:
                self._fatal(error)
            raise
        return len(new)

    def stop_with(self, fatal: Callable[[WriteFailedError], None]) -> None:
        """``fatal`` is told when the disk refuses an update: the process must end, Telegram keeps the update."""
        self._fatal = fatal

    def is_done(self, update_id: int) -> bool:
        """Did the update have its effect already (or was it given up)?"""
        row = self._store.get("inbox", str(update_id))
        return row is not None and row["state"] != "waiting"

    def done(self, update_id: int) -> None:
        """Marks an update handled; part of the unit of work that holds its effects."""
        row = self._store.get("inbox", str(update_id))
        if row is None or row["state"] != "done":
            self._store.put("inbox", str(update_id), {"state": "done"})
            self._done += 1
        if self._done > self._window + self._window // 10:
            self._prune()

    def waiting(self) -> list[dict[str, Any]]:
        """What an earlier process left undone, in order; for the start only, as each reading counts as a try.

        An update that was tried three times without an end is set aside as stuck, so that it cannot stop every start.
        """
        rows = sorted(self._store.find("inbox", "state", "waiting"), key=lambda found: int(found[0]))
        with self._store.message():
            return [row["update"] for key, row in rows if self._try(key, row)]

    def stuck(self) -> list[dict[str, Any]]:
        """Updates that were given up."""
        return [row["update"] for _, row in self._store.find("inbox", "state", "stuck")]

    def newest(self) -> int:
        """The largest update id ever kept, 0 for none."""
        return max((int(key) for key, _ in self._store.rows("inbox")), default=0)

    def _try(self, key: str, row: Row) -> bool:
        stuck = row["tries"] >= TRIES
        if stuck:
            log.error("update %s was begun %d times and never ended: set aside, not to be tried again", key, TRIES)
        self._store.put("inbox", key, {**row, "tries": row["tries"] + 1, "state": "stuck" if stuck else "waiting"})
        return not stuck

    def _prune(self) -> None:
        done = sorted(int(key) for key, row in self._store.rows("inbox") if row["state"] == "done")
        for update_id in done[: -self._window]:
            self._store.delete("inbox", str(update_id))
        self._done = min(len(done), self._window)


class InboxRequest(BaseRequest):
    """A transport that keeps updates before it hands them on; everything else passes through to ``inner``."""

    __slots__ = ("_inbox", "_inner")

    def __init__(self, inner: BaseRequest, inbox: Inbox) -> None:
        self._inner = inner
        self._inbox = inbox

    @property
    def read_timeout(self) -> float | None:
        return self._inner.read_timeout

    async def initialize(self) -> None:
        await self._inner.initialize()

    async def shutdown(self) -> None:
        await self._inner.shutdown()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The inner transport's answer; updates in it are on disk by the time it is given."""
        code, payload = await self._inner.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code == 200 and url.rpartition("/")[2].lower() == "getupdates":
            self._inbox.receive(_updates(payload))
        return code, payload


async def replay(application: Application[Any, Any, Any, Any, Any, Any], inbox: Inbox) -> int:
    """Queues what was left undone, before polling starts; returns how many updates that were."""
    waiting = inbox.waiting()
    for raw in waiting:
        await application.update_queue.put(Update.de_json(raw, application.bot))
    return len(waiting)


def _updates(payload: bytes) -> list[dict[str, Any]]:
    """The updates of a ``getUpdates`` answer; one that makes no sense is left to the application to complain about."""
    try:
        found = json.loads(payload)["result"]
    except (ValueError, KeyError, TypeError):
        return []
    return [one for one in found if isinstance(one, dict) and type(one.get("update_id")) is int]


def _sender(update: dict[str, Any]) -> int | None:
    for content in update.values():
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            sender = content["from"].get("id")
            return sender if type(sender) is int else None
    return None
