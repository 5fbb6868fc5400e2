"""Group commit: many threads submit; a few of them, as many as the cores can use, do the work for all.

A submission passes two stations. Its signature is verified, by any worker, several at a time; then one worker at a time
takes everything that is verified and has it decided, written and synced as one batch. Workers are callers: whoever
submits while places are free works until its own submission is done, then hands its place to somebody who waits; all
others sleep until they are done or get a place. So a slow disk makes batches larger instead of callers slower, no more
threads compete for the interpreter than can run, and the ledger needs no thread of its own.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from ledger.types import Entry, SignedEvent

MAX_BATCH = 1024  # items committed at once
WORTHWHILE = 64  # tickets that are committed before more are verified
CHUNK = 16  # items verified at once


@dataclass(slots=True)
class Item:
    """One event on its way: what was submitted, if its signature was verified, in the end its entry or its error."""

    signed: SignedEvent
    verified: bool = False
    entry: Entry | None = None
    error: Exception | None = None


@dataclass(slots=True, eq=False)
class _Ticket:
    items: list[Item]
    unverified: int
    wake: threading.Lock = field(default_factory=threading.Lock)  # held; released to wake the thread once
    asleep: bool = False
    placed: bool = False  # its thread has a place to work, which it must give back whatever happens
    done: bool = False


class Committer:
    """Calls ``verify(items)`` in several threads and ``commit(items)`` in one at a time.

    Both leave errors in the items and raise nothing but what ends a thread (KeyboardInterrupt).
    """

    def __init__(
        self, verify: Callable[[list[Item]], None], commit: Callable[[list[Item]], None], workers: int | None = None
    ) -> None:
        self._verify, self._commit = verify, commit
        self._places = workers or (os.cpu_count() or 1) + 1  # one more than cores: one of them waits for the disk
        self._guard = threading.Lock()
        self._incoming: deque[tuple[_Ticket, list[Item]]] = deque()
        self._ready: deque[_Ticket] = deque()
        self._committing = False

    def run(self, items: list[Item]) -> None:
        """Have ``items`` verified and committed, in their order; returns when each has its entry or its error."""
        ticket = _Ticket(items, len(items))
        ticket.wake.acquire()
        with self._guard:
            for start in range(0, len(items), CHUNK):
                self._incoming.append((ticket, items[start : start + CHUNK]))
            ticket.placed = self._places > 0
            self._places -= ticket.placed
            ticket.asleep = not ticket.placed
            placed = ticket.placed
        while not placed or not self._work(ticket):
            self._sleep(ticket)
            placed = ticket.placed
            if not placed:  # woken because it is done
                return

    def _sleep(self, ticket: _Ticket) -> None:
        try:
            ticket.wake.acquire()
        except BaseException:  # interrupted: the others do the work, and nobody hands this thread a place
            with self._guard:
                if ticket.placed:
                    ticket.placed = False
                    self._hand_over()
                ticket.asleep = False
            raise

    def _work(self, own: _Ticket) -> bool:
        """Take tasks until there are none, or ``own`` is done; then give the place away or back.

        Whether ``own`` is done; if not, it counts as asleep from here on, and will be woken exactly once.
        """
        try:
            while not own.done:
                with self._guard:
                    batch = self._take_ready()
                    chunk = None if batch else self._take_incoming()
                if batch:
                    self._commit_batch(batch)
                elif chunk:
                    self._verify_chunk(chunk)
                else:
                    break
        except BaseException:  # interrupted: this thread leaves, its place goes on
            self._leave(own, asleep=False)
            raise
        return self._leave(own, asleep=True)

    def _leave(self, own: _Ticket, *, asleep: bool) -> bool:
        """Give the place of ``own`` away or back; whether it is done. In one step with falling asleep, so that nobody
        who has work for this thread can miss it."""
        with self._guard:
            finished = own.done
            own.placed = False
            own.asleep = asleep and not finished
            self._hand_over()
            return finished

    def _take_ready(self) -> list[_Ticket]:
        """All that is verified, unless somebody commits, or it is little and more can be verified meanwhile."""
        batch: list[_Ticket] = []
        count = 0
        if self._incoming and len(self._ready) < WORTHWHILE:
            return batch
        while self._ready and not self._committing and count < MAX_BATCH:
            ticket = self._ready.popleft()
            batch.append(ticket)
            count += len(ticket.items)
        if batch:
            self._committing = True
        return batch

    def _take_incoming(self) -> list[tuple[_Ticket, list[Item]]]:
        chunk: list[tuple[_Ticket, list[Item]]] = []
        count = 0
        while self._incoming and count < CHUNK:
            ticket, items = self._incoming.popleft()
            chunk.append((ticket, items))
            count += len(items)
        return chunk

    def _verify_chunk(self, chunk: list[tuple[_Ticket, list[Item]]]) -> None:
        try:
            self._verify([item for _, items in chunk for item in items])
        finally:
            with self._guard:
                for ticket, items in chunk:
                    ticket.unverified -= len(items)
                    if ticket.unverified == 0:
                        self._ready.append(ticket)

    def _commit_batch(self, batch: list[_Ticket]) -> None:
        try:
            self._commit([item for ticket in batch for item in ticket.items])
        finally:
            with self._guard:
                self._committing = False
                sleepers = [ticket for ticket in batch if ticket.asleep]
                for ticket in batch:
                    ticket.done, ticket.asleep = True, False
            for ticket in sleepers:  # outside the guard, for which they will all ask at once
                ticket.wake.release()

    def _hand_over(self) -> None:
        """Give this thread's place to a sleeper whose work can be done now, else back."""
        waiting = [self._incoming[0][0]] if self._incoming else []
        if self._ready and not self._committing:
            waiting.insert(0, self._ready[0])
        for ticket in waiting:
            if ticket.asleep:
                ticket.placed, ticket.asleep = True, False
                ticket.wake.release()
                return
        self._places += 1
