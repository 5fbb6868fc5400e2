"""A clock that is wrong: an hour back, ten years on, in the midst of a batch, across a restart.

Nothing is sealed at a time that cannot be believed, what was sealed stays, and what was refused for the clock alone is
recorded once the clock is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.errors import ClockError, LedgerError
from ledger.sealing import MAX_JUMP_MS
from ledger.service import Ledger
from ledger.types import Entry, SignedEvent
from tests.ledger.house import House, TestClock

HOUR = 3_600_000
TEN_YEARS = 10 * 365 * 24 * HOUR
WRONG = [-HOUR, TEN_YEARS, -TEN_YEARS, MAX_JUMP_MS + 1]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.ledger.close()


def claims(house: House, count: int) -> list[SignedEvent]:
    owner, payer = house.supplier().owner, house.payer()
    return [house.sign("register", owner, house.claim(payer.party, 100 + number)) for number in range(count)]


def tells(error: object) -> None:
    assert isinstance(error, ClockError)
    assert "nothing was recorded, set the clock right and try again" in str(error)


@pytest.mark.parametrize("wrong", WRONG)
def test_nothing_is_recorded_until_the_clock_is_right_again(house: House, wrong: int) -> None:
    (signed,) = claims(house, 1)
    before = (house.state.size, house.ledger.checkpoint())
    house.clock.jump(wrong)
    for _ in range(2):
        with pytest.raises(ClockError) as caught:
            house.ledger.submit(signed)
        tells(caught.value)
        assert (house.state.size, house.ledger.checkpoint()) == before  # reading goes on
    house.clock.jump(-wrong)
    assert house.ledger.submit(signed).seq == before[0]


class Stumbling(TestClock):
    """Wrong by ``wrong`` when it is asked for the n-th time, for each n in ``when``; ``count`` starts the counting."""

    def __init__(self, now: int, wrong: int, when: range) -> None:
        super().__init__(now)
        self._wrong, self._when = wrong, when
        self.count: int | None = None

    def now(self) -> int:
        if self.count is None:
            return self.wall
        self.count += 1
        return self.wall + (self._wrong if self.count in self._when else 0)


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("last", [3, 99])
def test_in_the_midst_of_a_batch(house: House, wrong: int, last: int) -> None:
    """Of four, those that found the clock wrong are refused; the others are recorded, with their neighbours' times."""
    signed = claims(house, 4)
    size, now = house.state.size, house.now
    house.ledger.close()
    clock = Stumbling(now, wrong, range(2, last + 1))
    with Ledger.open(house.data, clock=clock, scrypt_n=4) as ledger:
        clock.count = 0
        found = ledger.submit_many(signed)
        refused = [place for place, each in enumerate(found) if isinstance(each, LedgerError)]
        assert refused == ([1, 2] if last == 3 else [1, 2, 3])
        for place in refused:
            tells(found[place])
        entries = [each for each in found if isinstance(each, Entry)]
        assert [(entry.seq, entry.at) for entry in entries] == [(size + n, now) for n in range(len(entries))]
        assert ledger.state.size == size + len(entries)
    house.reopen()
    again = house.ledger.submit_many(signed)
    assert sorted(each.seq for each in again if isinstance(each, Entry)) == list(range(size, size + 4))
    assert [again[0]] == entries[:1]


def test_an_hour_back_across_a_restart(house: House) -> None:
    (signed,) = claims(house, 1)
    house.clock.jump(-HOUR)
    house.reopen()
    assert house.ledger.entry(1).seq == 1
    with pytest.raises(ClockError, match=f"the clock is {HOUR} ms behind the newest entry") as caught:
        house.ledger.submit(signed)
    tells(caught.value)
    house.clock.jump(HOUR)
    with pytest.raises(ClockError, match=r"jumped by 3600 s since the last entry \(restart to accept a true clock\)"):
        house.ledger.submit(signed)
    house.reopen()
    house.ledger.submit(signed)


def test_ten_years_asleep(house: House) -> None:
    """Both hands moved: a machine that slept, or that was started after a long time. What has ended has ended."""
    (signed,) = claims(house, 1)
    house.clock.forward(TEN_YEARS)
    entry = house.ledger.submit(signed)
    assert entry.at == house.now
    house.clock.jump(-TEN_YEARS)
    with pytest.raises(ClockError, match="behind the newest entry"):
        house.supplier()


def test_what_was_sealed_is_recovered_whatever_the_clock_says(house: House) -> None:
    """Entries behind the checkpoint are judged at their own time."""
    before = house.checkpoint_file.read_bytes()
    (signed,) = claims(house, 1)
    entry = house.ledger.submit(signed)
    for wrong in WRONG:
        house.ledger.close()
        house.checkpoint_file.write_bytes(before)
        house.ledger = Ledger.open(house.data, clock=TestClock(house.now + wrong), scrypt_n=4)
        assert house.ledger.entry(entry.seq) == entry
