"""Group commit: everybody is served once, in order, by a few who work for all; nobody is forgotten."""

from __future__ import annotations

import random
import threading
import time

import pytest

from ledger.commit import CHUNK, MAX_BATCH, Committer, Item
from ledger.errors import LedgerError
from ledger.types import Event, SignedEvent

SIGNED = SignedEvent(Event("", "", "", "", "", "", "", 0, {}), b"", b"")


class Watched:
    """A committer whose two stations note what they see; verifying takes a while, and up to ``places`` lists."""

    def __init__(self, places: int, pause: float = 0.0) -> None:
        self.batches: list[list[Item]] = []
        self.sent: list[list[Item]] = []
        self.most = self.inside = 0
        self.places, self.pause, self.closed = places, pause, False
        self.committer = Committer(self, self.commit)

    def alone(self) -> None:
        """One thread at a time works."""
        self.inside += 1
        assert self.inside == 1
        time.sleep(random.random() * self.pause)
        self.inside -= 1

    def room(self) -> bool:
        return len(self.sent) < self.places

    def send(self, items: list[Item]) -> None:
        self.alone()
        assert self.room()
        assert len(items) <= 2 * CHUNK
        self.sent.append(items)
        self.most = max(self.most, len(self.sent))

    def finished(self, *, wait: bool) -> list[list[Item]]:
        self.alone()
        count = random.randint(int(wait), len(self.sent))
        random.shuffle(self.sent)
        found, self.sent = self.sent[:count], self.sent[count:]
        for items in found:
            for item in items:
                item.verified = True
        return found

    def reset(self) -> None:
        self.sent.clear()

    def close(self) -> None:
        self.alone()
        self.closed = True

    def commit(self, items: list[Item]) -> None:
        self.alone()
        for item in items:
            assert item.error is None
            item.error = LedgerError("verified" if item.verified else "not verified")
        self.batches.append(items)


def join(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), "somebody was forgotten"


@pytest.mark.parametrize("places", [1, 2, 4])
@pytest.mark.parametrize("pause", [0.0, 0.001])
def test_everybody_is_served_once(places: int, pause: float) -> None:
    watched = Watched(places, pause)
    served: list[Item] = []

    def caller(number: int) -> None:
        for turn in range(20):
            items = [Item(SIGNED) for _ in range(1 + (number + turn) % 140)]
            watched.committer.run(items)
            assert all(str(item.error) == "verified" for item in items)
            served.extend(items)

    join([threading.Thread(target=caller, args=(number,)) for number in range(12)])
    committed = [id(item) for batch in watched.batches for item in batch]
    assert sorted(committed) == sorted(id(item) for item in served)
    assert watched.most <= places
    assert not watched.committer._led
    assert not watched.committer._underway


def test_callers_share_a_commit() -> None:
    watched = Watched(2, 0.01)
    join([threading.Thread(target=watched.committer.run, args=([Item(SIGNED)],)) for _ in range(50)])
    assert len(watched.batches) < 40


def test_items_of_one_call_stay_together_and_in_order() -> None:
    watched = Watched(3)
    items = [Item(SIGNED) for _ in range(MAX_BATCH * 2)]
    watched.committer.run(items)
    assert [id(item) for item in watched.batches[0]] == [id(item) for item in items]


def test_closing_comes_between_two_steps() -> None:
    watched = Watched(2, 0.002)
    threads = [threading.Thread(target=watched.committer.run, args=([Item(SIGNED)],)) for _ in range(40)]
    threads.insert(20, threading.Thread(target=watched.committer.close))
    join(threads)
    assert watched.closed
    assert sum(map(len, watched.batches)) == 40


class Interrupted(Watched):
    """The first call of one kind is interrupted."""

    def __init__(self, where: str) -> None:
        super().__init__(4)
        self.where, self.calls = where, 0

    def interrupt(self, where: str) -> None:
        if where == self.where:
            self.calls += 1
            if self.calls == 1:
                raise KeyboardInterrupt

    def send(self, items: list[Item]) -> None:
        super().send(items)
        self.interrupt("send")

    def finished(self, *, wait: bool) -> list[list[Item]]:
        self.interrupt("finished")
        return super().finished(wait=wait)

    def commit(self, items: list[Item]) -> None:
        self.interrupt("commit")
        super().commit(items)


@pytest.mark.parametrize("where", ["send", "finished"])
def test_an_interrupted_leader_hands_on_what_it_left(where: str) -> None:
    watched = Interrupted(where)
    first, second = Item(SIGNED), Item(SIGNED)
    with pytest.raises(KeyboardInterrupt):
        watched.committer.run([first])
    assert not watched.sent
    watched.committer.run([second])
    assert str(second.error) == "verified"
    assert str(first.error) == "not verified"  # what was not verified is never taken for verified


@pytest.mark.parametrize("where", ["send", "finished", "commit"])
def test_nobody_is_forgotten_when_the_leader_is_interrupted(where: str) -> None:
    watched = Interrupted(where)
    ended: list[str] = []

    def caller() -> None:
        try:
            watched.committer.run([Item(SIGNED)])
            ended.append("served")
        except KeyboardInterrupt:
            ended.append("interrupted")

    join([threading.Thread(target=caller) for _ in range(30)])
    assert sorted(ended) == ["interrupted"] + ["served"] * 29
    assert not watched.committer._led


def test_nobody_is_forgotten_when_the_leader_is_interrupted_twice() -> None:
    """The second time while it lets go of what it sent, which can take a while."""

    class Impatient(Interrupted):
        def reset(self) -> None:
            super().reset()
            raise KeyboardInterrupt

    watched = Impatient("finished")
    first, second = Item(SIGNED), Item(SIGNED)
    with pytest.raises(KeyboardInterrupt):
        watched.committer.run([first])
    watched.committer.run([second])
    assert (str(first.error), str(second.error)) == ("not verified", "verified")
    assert not watched.committer._underway
