"""Group commit: many threads submit; one of them at a time does the work for all.

A submission passes two stations. Its signature is verified, several at a time, in other processes if there are many;
then everything that is verified is decided, written and synced as one batch. Whoever submits while nobody works leads:
it sends what waits to be verified, and commits what came back meanwhile, until its own submission is done, then hands
the lead to somebody who waits. All others sleep, and are woken once. So a slow disk makes batches larger instead of
callers slower, the interpreter runs one thread and not a crowd, and the ledger needs no thread of its own.

Those whose batch is done wake each other, one after the other: a hundred woken at once would do nothing but ask for the
interpreter, two hundred times a second each.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from ledger.types import Entry, SignedEvent

MAX_BATCH = 1024  # items committed at once
WORTHWHILE = 96  # verified items that are committed while others are being verified
CHUNK = 48  # items verified at once


@dataclass(slots=True)
class Item:
    """One event on its way: what was submitted, if its signature was verified, in the end its entry or its error."""

    signed: SignedEvent
    verified: bool = False
    entry: Entry | None = None
    error: Exception | None = None


class Station(Protocol):
    """Verifies items, here or elsewhere. One thread at a time calls it. Errors are left in the items."""

    def room(self) -> bool:
        """Whether more items may be sent."""
        ...

    def send(self, items: list[Item]) -> None:
        """Begin to verify."""
        ...

    def finished(self, *, wait: bool) -> list[list[Item]]:
        """Those among the lists sent that are done with by now; at least one, if it is to ``wait``."""
        ...

    def reset(self) -> None:
        """Forget what was sent: nobody will ask for it."""
        ...

    def close(self) -> None:
        """Let go of whatever helps; what was sent or is sent later is verified without it."""
        ...


@dataclass(slots=True, eq=False)
class _Ticket:
    items: list[Item]
    unverified: int
    wake: threading.Lock = field(default_factory=threading.Lock)  # held; released to wake the thread
    asleep: bool = False
    leads: bool = False
    done: bool = False
    next: _Ticket | None = None  # whom its thread wakes in turn


_Chunk = list[tuple[_Ticket, list[Item]]]


class Committer:
    """Has items verified by ``station`` and committed by ``commit(items)``, which leaves errors in the items.

    Both raise nothing but what ends a thread (KeyboardInterrupt).
    """

    def __init__(self, station: Station, commit: Callable[[list[Item]], None]) -> None:
        self._station, self._commit = station, commit
        self._guard = threading.Lock()  # of what callers change: the two queues, who sleeps, who leads
        self._incoming: deque[tuple[_Ticket, list[Item]]] = deque()
        self._line: deque[_Ticket] = deque()  # everybody, in the order in which they came
        self._led = False
        self._step_guard = threading.Lock()  # held while the leader works, for whoever closes
        # The leader's own:
        self._underway: dict[int, _Chunk] = {}  # by the identity of the list that the station was given
        self._ready: deque[_Ticket] = deque()
        self._ready_items = 0

    def run(self, items: list[Item]) -> None:
        """Have ``items`` verified and committed, in their order; returns when each has its entry or its error."""
        ticket = _Ticket(items, len(items))
        ticket.wake.acquire()
        with self._guard:
            for start in range(0, len(items), CHUNK):
                self._incoming.append((ticket, items[start : start + CHUNK]))
            ticket.leads = not self._led
            self._led = True
            if not ticket.leads:
                ticket.asleep = True
                self._line.append(ticket)
        if not ticket.leads:
            self._sleep(ticket)
        if not ticket.done:
            self._lead(ticket)

    def close(self) -> None:
        """Close the station, between two steps of whoever leads."""
        with self._step_guard:
            self._station.close()

    def _sleep(self, ticket: _Ticket) -> None:
        """Until it is done, or is to lead."""
        try:
            ticket.wake.acquire()
        except BaseException:  # interrupted: the others do the work
            with self._guard:
                ticket.asleep = False
                if ticket.leads and not ticket.done:
                    self._hand_over()
            raise
        finally:
            if ticket.next is not None:
                ticket.next.wake.release()

    def _lead(self, own: _Ticket) -> None:
        try:
            while not own.done:
                with self._step_guard:
                    self._step()
        except BaseException:  # what was under way is not verified, and says so
            underway, self._underway = self._underway, {}
            try:
                self._station.reset()
            finally:  # whoever is impatient interrupts this, too
                for chunk in underway.values():
                    self._verified(chunk)
            raise
        finally:
            with self._guard:
                self._hand_over()

    def _hand_over(self) -> None:
        """Wake somebody to lead; nobody leads, and the next to come will, if nobody sleeps. The guard is held."""
        while self._line:
            ticket = self._line.popleft()
            if ticket.asleep and not ticket.done:
                ticket.leads, ticket.asleep = True, False
                ticket.wake.release()
                return
        self._led = False

    def _step(self) -> None:
        """Send what there is room for, take back what is verified, commit what is worth it."""
        while self._station.room() and (chunk := self._take_incoming()):
            items = [item for _, part in chunk for item in part]
            self._underway[id(items)] = chunk
            self._station.send(items)
        worth = self._ready_items >= WORTHWHILE or not self._underway
        if self._underway:
            for items in self._station.finished(wait=not worth):
                self._verified(self._underway.pop(id(items)))
        if self._ready_items >= WORTHWHILE or not self._underway:
            self._commit_batch()

    def _take_incoming(self) -> _Chunk:
        chunk: _Chunk = []
        count = 0
        with self._guard:
            while self._incoming and count < CHUNK:
                ticket, items = self._incoming.popleft()
                chunk.append((ticket, items))
                count += len(items)
        return chunk

    def _verified(self, chunk: _Chunk) -> None:
        for ticket, items in chunk:
            ticket.unverified -= len(items)
            if ticket.unverified == 0:
                self._ready.append(ticket)
                self._ready_items += len(ticket.items)

    def _commit_batch(self) -> None:
        batch: list[_Ticket] = []
        count = 0
        while self._ready and count < MAX_BATCH:
            ticket = self._ready.popleft()
            batch.append(ticket)
            count += len(ticket.items)
        self._ready_items -= count
        try:
            if batch:
                self._commit([item for ticket in batch for item in ticket.items])
        finally:
            with self._guard:
                sleepers = [ticket for ticket in batch if ticket.asleep]
                for ticket, after in pairwise(sleepers):
                    ticket.next = after
                for ticket in batch:
                    ticket.done, ticket.asleep = True, False
            if sleepers:
                sleepers[0].wake.release()
