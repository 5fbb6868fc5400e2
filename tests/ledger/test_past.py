"""The ledger as it stood at an earlier instant is a prefix of today's, and says so by its root."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import past, store, views
from ledger.chain import verify_consistency
from ledger.errors import CorruptError
from ledger.replay import Book, load
from ledger.types import REGISTRAR_PARTY
from tests.ledger.factories import DAY, asking
from tests.ledger.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A claim a day, three days."""
    house = House(tmp_path)
    yinhe, helan = house.supplier(), house.payer()
    for amount in (100, 200, 400):
        house.clock.forward(DAY)
        claim = house.register(yinhe.owner, helan.party, amount)
        house.submit("request", yinhe.owner, asking(claim))
    yield house
    house.ledger.close()


def book_of(house: House) -> Book:
    folder = house.data / "ledger"
    return load(lambda: store.read_lines(folder), store.read_checkpoint(folder), "checkpoint")[0]


def then(house: House, book: Book, instant: int) -> Book | None:
    return past.until(book, lambda: store.read_lines(house.data / "ledger"), instant)


def test_each_day_has_its_own_ledger(house: House) -> None:
    today = book_of(house)
    for back, outstanding in enumerate((700, 300, 100, 0)):
        instant = house.now - back * DAY + 1
        book = then(house, today, instant)
        assert book is not None
        assert views.ageing(book.state, REGISTRAR_PARTY, instant).total.outstanding == outstanding
        proof = today.tree.consistency(book.size, today.size)
        assert verify_consistency(book.size, today.size, book.tree.root(), today.tree.root(), proof)
    assert then(house, today, house.now + 1) is today


def test_what_was_sealed_at_that_very_instant_is_not_in_it(house: House) -> None:
    today = book_of(house)
    book = then(house, today, house.now)
    assert book is not None
    assert (today.size - book.size, book.state.last_at) == (2, house.now - DAY)


def test_the_past_is_packed_on_its_way(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "PACK", 5)
    book = then(house, book_of(house), house.now)
    assert book is not None
    assert book.state.receivables.packs.count == 2
    assert views.ageing(book.state, REGISTRAR_PARTY, house.now).total.outstanding == 300


def test_before_the_ledger_there_is_none(house: House) -> None:
    assert then(house, book_of(house), house.now - 3 * DAY) is None


def test_lines_that_changed_meanwhile_are_not_taken(house: House) -> None:
    today = book_of(house)
    other = House(house.data.parent / "other")
    try:
        with pytest.raises(CorruptError, match="changed while it was read"):
            past.until(today, lambda: store.read_lines(other.data / "ledger"), house.now)
    finally:
        other.ledger.close()
