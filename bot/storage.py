"""Where the bot keeps its rows: :class:`Store` is all that the rest of the bot knows, :class:`TinyStore` is embedded.

Reads and writes cost what they touch; one unit of work is one durable line of the journal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, cast

from tinydb import where

from bot.journal import Row
from bot.tables import JournalDB, JournalStorage, JournalTable, copy_row


class Store(Protocol):
    """Named tables of JSON rows under text keys, with units of work."""

    def get(self, table: str, key: str) -> Row | None:
        """A copy of the row, or None."""

    def put(self, table: str, key: str, row: Mapping[str, Any]) -> None:
        """Keeps ``row`` in place of whatever was there."""

    def delete(self, table: str, key: str) -> bool:
        """Removes the row; was there one?"""

    def rows(self, table: str) -> Iterator[tuple[str, Row]]:
        """Copies of all rows, oldest key first."""

    def find(self, table: str, field: str, value: object) -> list[tuple[str, Row]]:
        """The rows whose ``field`` equals ``value``."""

    def message(self, *, apart: bool = False) -> AbstractContextManager[None]:
        """One unit of work: kept together at its end, or not at all if it raises.

        Within a unit its own changes can be read; others see them once they are kept. Inside another unit it joins
        that one, unless it is ``apart``: then it is kept on its own, at its own end.
        """

    def commit(self) -> None:
        """Keeps what the unit has changed so far, now; the unit goes on."""

    def abandon(self) -> None:
        """Forgets what the unit has changed since it began, or since its last commit; the unit goes on."""

    def compact(self) -> None:
        """Makes sure that removed rows are gone from disk as well, when the unit ends."""

    def close(self) -> None:
        """Lets go of the files."""


class TinyStore:
    """The embedded :class:`Store`: opens ``folder`` for this process alone. ``db`` is the TinyDB inside."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.db = JournalDB(folder, key)
        self._units = cast("JournalStorage", self.db.storage)

    def get(self, table: str, key: str) -> Row | None:
        return self._of(table).fetch(key)

    def put(self, table: str, key: str, row: Mapping[str, Any]) -> None:
        self._of(table).put(key, row)

    def delete(self, table: str, key: str) -> bool:
        return self._of(table).drop(key)

    def rows(self, table: str) -> Iterator[tuple[str, Row]]:
        return ((key, copy_row(row)) for key, row in list(self._units.table(table).items()))

    def find(self, table: str, field: str, value: object) -> list[tuple[str, Row]]:
        found = self._of(table).search(where(field) == value)
        return [(str(document.doc_id), copy_row(document)) for document in found]

    def message(self, *, apart: bool = False) -> AbstractContextManager[None]:
        return self._units.message(apart=apart)

    def commit(self) -> None:
        self._units.commit()

    def abandon(self) -> None:
        self._units.abandon()

    def compact(self) -> None:
        self._units.compact()

    def close(self) -> None:
        self.db.close()

    def _of(self, table: str) -> JournalTable:
        return cast("JournalTable", self.db.table(table))
