"""Group commit: many threads submit, one of them at a time decides, writes and syncs for all who wait.

A thread puts its ticket into the queue. If nobody leads, it leads: it takes what waits, has the whole batch committed
with one write and one sync, wakes the others, and hands the lead to the first who came meanwhile. So a slow disk makes
batches larger instead of callers slower, and no thread of the ledger's own is needed.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from ledger.types import Entry, SignedEvent

MAX_BATCH = 1024


@dataclass(slots=True)
class Item:
    """One event on its way: what was submitted, and in the end its entry or its error."""

    signed: SignedEvent
    entry: Entry | None = None
    error: Exception | None = None


@dataclass(slots=True)
class _Ticket:
    items: list[Item]
    wake: threading.Lock = field(default_factory=threading.Lock)
    done: bool = False


class Committer:
    """Calls ``commit(items)`` from one thread at a time. ``commit`` fills in every item and does not raise."""

    def __init__(self, commit: Callable[[list[Item]], None]) -> None:
        self._commit = commit
        self._guard = threading.Lock()
        self._queue: deque[_Ticket] = deque()
        self._leading = False

    def run(self, items: list[Item]) -> None:
        """Have ``items`` committed, in their order; returns when each has its entry or its error."""
        ticket = _Ticket(items)
        ticket.wake.acquire()
        with self._guard:
            self._queue.append(ticket)
            lead = not self._leading
            self._leading = True
        if not lead:
            ticket.wake.acquire()  # released when the items are done, or when this thread is to lead
            if ticket.done:
                return
        self._lead()

    def _lead(self) -> None:
        batch: list[_Ticket] = []
        with self._guard:
            count = 0
            while self._queue and count < MAX_BATCH:
                ticket = self._queue.popleft()
                batch.append(ticket)
                count += len(ticket.items)
        try:
            self._commit([item for ticket in batch for item in ticket.items])
        finally:
            with self._guard:
                heir = self._queue[0] if self._queue else None
                self._leading = heir is not None
            for ticket in batch:
                ticket.done = True
                ticket.wake.release()
            if heir is not None:
                heir.wake.release()
