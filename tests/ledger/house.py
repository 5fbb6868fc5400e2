"""``World`` on the disk: the same people and events, submitted to a real ``Ledger`` in a folder."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from ledger.service import Ledger
from ledger.state import State
from ledger.types import Entry, RegistrarKey, SignedEvent
from tests.ledger.factories import World, ms


class TestClock:
    """A clock that goes only when told: ``forward`` moves both hands, ``jump`` the wall clock alone."""

    __test__ = False

    def __init__(self, now: int) -> None:
        self.wall = now
        self.ticks = 0

    def now(self) -> int:
        return self.wall

    def monotonic(self) -> int:
        return self.ticks

    def forward(self, ms: int) -> None:
        self.wall += ms
        self.ticks += ms

    def jump(self, ms: int) -> None:
        self.wall += ms


class House(World):
    """A ledger in ``folder / "data"``, its keys in ``folder / "data.keys"``."""

    endorsed: int  # an entry that a test wants to come back to

    def __init__(self, folder: Path, *, registrars: int = 1, threshold: int = 1) -> None:
        self.data = folder / "data"
        self.clock = TestClock(ms("2026-11-22 10:00"))
        self._numbers = count(1)
        self.registrars = [self._registrar(n) for n in range(registrars)]
        self.ledger = Ledger.create(
            self.data,
            origin="tallystick.invalid",
            registrar_keys=[RegistrarKey(r.person, r.key.public.base64) for r in self.registrars],
            thresholds={"log": 1, "payer": threshold},
            demo=True,
            clock=self.clock,
            scrypt_n=4,
        )

    @property
    def now(self) -> int:
        return self.clock.now()

    @now.setter
    def now(self, then: int) -> None:
        self.clock.forward(then - self.clock.now())

    @property
    def state(self) -> State:  # type: ignore[override]
        return self.ledger.state

    def accept(self, signed: SignedEvent) -> Entry:
        return self.ledger.submit(signed)

    def append(self, signed: SignedEvent, **changed: Any) -> Entry:
        raise NotImplementedError("a ledger on the disk takes what it admits")

    def reopen(self) -> Ledger:
        """Close and open again, as after a restart."""
        self.ledger.close()
        self.ledger = Ledger.open(self.data, clock=self.clock, scrypt_n=4)
        return self.ledger

    @property
    def entries_file(self) -> Path:
        return self.data / "ledger" / "entries.jsonl"

    @property
    def checkpoint_file(self) -> Path:
        return self.data / "ledger" / "checkpoint"
