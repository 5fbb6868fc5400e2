"""Group commit: everybody is served once, in order, by a few who work for all; nobody is forgotten."""

from __future__ import annotations

import random
import threading
import time

import pytest

from ledger.commit import MAX_BATCH, Committer, Item
from ledger.errors import LedgerError
from ledger.types import Event, SignedEvent

SIGNED = SignedEvent(Event("", "", "", "", "", "", "", 0, {}), b"", b"")


class Watched:
    """A committer whose two stations note what they see."""

    def __init__(self, workers: int, pause: float = 0.0) -> None:
        self.batches: list[list[Item]] = []
        self.verifying = self.most = self.committing = 0
        self.pause, self.guard = pause, threading.Lock()
        self.committer = Committer(self.verify, self.commit, workers)

    def verify(self, items: list[Item]) -> None:
        with self.guard:
            self.verifying += 1
            self.most = max(self.most, self.verifying)
        time.sleep(random.random() * self.pause)
        for item in items:
            item.verified = True
        with self.guard:
            self.verifying -= 1

    def commit(self, items: list[Item]) -> None:
        self.committing += 1
        assert self.committing == 1
        time.sleep(self.pause)
        for item in items:
            assert item.verified
            assert item.error is None
            item.error = LedgerError("served")
        self.batches.append(items)
        self.committing -= 1


@pytest.mark.parametrize("workers", [1, 2, 3, 9])
@pytest.mark.parametrize("pause", [0.0, 0.001])
def test_everybody_is_served_once(workers: int, pause: float) -> None:
    watched = Watched(workers, pause)
    served: list[Item] = []

    def caller(number: int) -> None:
        for turn in range(20):
            items = [Item(SIGNED) for _ in range(1 + (number + turn) % 40)]
            watched.committer.run(items)
            assert all(item.error is not None for item in items)
            served.extend(items)

    threads = [threading.Thread(target=caller, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "somebody was forgotten"
    committed = [id(item) for batch in watched.batches for item in batch]
    assert sorted(committed) == sorted(id(item) for item in served)
    assert watched.most <= workers
    assert watched.committer._places == workers


def test_callers_share_a_commit() -> None:
    watched = Watched(2, 0.01)
    threads = [threading.Thread(target=watched.committer.run, args=([Item(SIGNED)],)) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(watched.batches) < 40


def test_items_of_one_call_stay_together_and_in_order() -> None:
    watched = Watched(3)
    items = [Item(SIGNED) for _ in range(MAX_BATCH * 2)]
    watched.committer.run(items)
    assert [id(item) for item in watched.batches[0]] == [id(item) for item in items]


def test_an_interrupted_worker_gives_its_place_back() -> None:
    calls = []

    def verify(items: list[Item]) -> None:
        calls.append(items)
        if len(calls) == 1:
            raise KeyboardInterrupt
        items[0].verified = True

    def commit(items: list[Item]) -> None:
        for item in items:
            item.error = LedgerError("verified" if item.verified else "not verified")

    committer = Committer(verify, commit, 1)
    first, second = Item(SIGNED), Item(SIGNED)
    with pytest.raises(KeyboardInterrupt):
        committer.run([first])
    committer.run([second])
    assert str(second.error) == "verified"
    assert str(first.error) == "not verified"  # what was not verified is never taken for verified
