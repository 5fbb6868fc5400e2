"""Entries below the snapshot, read again after opening: each one that is not the recorded one is found, and named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from ledger import below, snapshot
from ledger.errors import CorruptError
from ledger.snapshot import SNAPSHOT
from tests.ledger.house import House


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A ledger that was opened from a snapshot of all of it."""
    monkeypatch.setattr(snapshot, "MINIMUM", 1)
    monkeypatch.setattr(below, "CHUNK", 4)
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    for number in range(3):
        house.requested(supplier.owner, payer.party, 1_000 + number)
    house.reopen()
    assert house.ledger._book.snapshot == house.state.size
    yield house
    house.ledger.close()


def test_what_is_as_it_was_recorded_is_counted(house: House) -> None:
    size = house.state.size
    steps = house.ledger.below()
    assert next(steps) == 4
    house.supplier()  # the ledger goes on meanwhile
    assert list(steps) == [*range(8, size, 4), size]
    assert house.state.size > size


def test_opened_from_the_entries_there_is_nothing_below(house: House) -> None:
    house.ledger.close()
    (house.data / "ledger" / SNAPSHOT).unlink()
    house.reopen()
    assert list(house.ledger.below()) == []


def test_a_changed_byte_is_found_wherever_it_is(house: House) -> None:
    good = house.entries_file.read_bytes()
    begins = [0] + [at + 1 for at, byte in enumerate(good) if byte == 0x0A]
    for seq, (begin, end) in enumerate(pairwise(begins)):
        for at in (begin, (begin + end) // 2, end - 1):  # the last is the 0x0A
            house.entries_file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            with pytest.raises(CorruptError, match="changed below the snapshot") as found:
                list(house.ledger.below())
            assert found.value.seq == seq
    house.entries_file.write_bytes(good)


def test_missing_entries_are_found(house: House) -> None:
    good, size = house.entries_file.read_bytes(), house.state.size
    house.entries_file.write_bytes(good[:-1])
    with pytest.raises(CorruptError) as found:
        list(house.ledger.below())
    assert found.value.seq == size - 1
    house.entries_file.unlink()
    with pytest.raises(CorruptError, match="there are no entries"):
        list(house.ledger.below())
    house.entries_file.write_bytes(good)
