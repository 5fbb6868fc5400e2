"""TinyDB on the journal: tables that touch only the rows they are asked about, and units of work."""

from __future__ import annotations

import json
import threading
from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from bot.journal import Change, Journal, Row, StateError


class _Unit:
    __slots__ = ("changes", "compact", "open", "outer", "storage")

    def __init__(self, storage: JournalStorage, outer: _Unit | None) -> None:
        self.storage, self.outer = storage, outer
        self.changes: dict[str, dict[str, Row | None]] = {}
        self.compact, self.open = False, True


_CURRENT: ContextVar[_Unit | None] = ContextVar("tallystick_unit", default=None)


class JournalStorage(Storage):
    """A TinyDB storage whose tables live in memory and whose changes go to the journal."""

    def __init__(self, folder: Path, key: bytes) -> None:
        super().__init__()
        self.journal = Journal(folder, key)
        self._mutex = threading.RLock()

    def read(self) -> dict[str, dict[str, Any]]:
        """A copy of everything. Stock tables read so; :class:`JournalTable` does not need it."""
        return {name: {key: copy_row(row) for key, row in self.table(name).items()} for name in self.names()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Makes ``data`` everything there is, keeping only what differs."""
        for name in {*self.names(), *data}:
            old = self.table(name)
            new = {str(key): copy_row(row) for key, row in data.get(name, {}).items()}
            changes: dict[str, Row | None] = {key: None for key in old if key not in new}
            changes.update({key: row for key, row in new.items() if old.get(key) != row})
            self.change(name, changes)

    def names(self) -> list[str]:
        unit = self.unit()
        return list(dict.fromkeys([*self.journal.tables, *(unit.changes if unit else ())]))

    def table(self, name: str) -> Mapping[str, Row]:
        """The rows of a table as this unit sees them. Not to be changed."""
        base = self.journal.tables.get(name, {})
        unit = self.unit()
        if unit is None or name not in unit.changes:
            return base
        return _Merged(base, unit.changes[name])

    def unit(self) -> _Unit | None:
        """The innermost unit of this storage that is still open here."""
        unit = _CURRENT.get()
        while unit is not None and not (unit.open and unit.storage is self):
            unit = unit.outer
        return unit

    def change(self, name: str, changes: dict[str, Row | None]) -> None:
        """Adds to the unit; outside one, keeps at once."""
        if not changes:
            return
        if (unit := self.unit()) is not None:
            unit.changes.setdefault(name, {}).update(changes)
        else:
            self._keep({name: changes}, compact=False)

    @contextmanager
    def message(self, *, apart: bool = False) -> Iterator[None]:
        if not apart and self.unit() is not None:
            yield
            return
        unit = _Unit(self, _CURRENT.get())
        token = _CURRENT.set(unit)
        try:
            yield
            self.commit()
        finally:
            unit.open = False
            _CURRENT.reset(token)

    def commit(self) -> None:
        if (unit := self.unit()) is not None:
            changes, compact = unit.changes, unit.compact
            unit.changes, unit.compact = {}, False
            self._keep(changes, compact=compact)

    def abandon(self) -> None:
        if (unit := self.unit()) is not None:
            unit.changes, unit.compact = {}, False

    def compact(self) -> None:
        if (unit := self.unit()) is not None:
            unit.compact = True
        else:
            self._keep({}, compact=True)

    def close(self) -> None:
        self.journal.close()

    def _keep(self, changes: dict[str, dict[str, Row | None]], *, compact: bool) -> None:
        lines: list[Change] = [(name, key, row) for name, rows in changes.items() for key, row in rows.items()]
        with self._mutex:
            if lines:
                self.journal.append(lines)
            if compact or self.journal.due:
                self.journal.compact()


class JournalTable(Table):
    """A TinyDB table under text keys that touches only the rows it is asked about."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB declares int, and only ever calls it
    default_query_cache_capacity = 0

    def __init__(self, storage: JournalStorage, name: str, **_kwargs: Any) -> None:
        super().__init__(storage, name, cache_size=0)
        self._journal_storage = storage

    def fetch(self, key: str) -> Row | None:
        row = self._read_table().get(key)
        return None if row is None else copy_row(row)

    def put(self, key: str, row: Mapping[str, Any]) -> None:
        self._journal_storage.change(self.name, {key: copy_row(row)})

    def drop(self, key: str) -> bool:
        known = key in self._read_table()
        if known:
            self._journal_storage.change(self.name, {key: None})
        return known

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._journal_storage.table(self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        working = _Working(self._journal_storage.table(self.name))
        updater(cast("dict[int, Mapping[str, Any]]", working))
        self._journal_storage.change(self.name, working.changes())


class JournalDB(TinyDB):
    """TinyDB over a journal: ``JournalDB(folder, key)``."""

    table_class = JournalTable  # type: ignore[assignment]  # made for one kind of storage only
    default_storage_class = JournalStorage  # type: ignore[assignment]  # takes a folder and a key


class _Merged(ChainMap[str, Any]):
    """Kept rows with a unit's changes over them; a change to None hides the row."""

    def __init__(self, base: Mapping[str, Row], changes: Mapping[str, Row | None]) -> None:
        super().__init__({}, cast("dict[str, Any]", changes), cast("dict[str, Any]", base))

    def __getitem__(self, key: str) -> Any:
        row = super().__getitem__(key)
        if row is None:
            raise KeyError(key)
        return row

    def __contains__(self, key: object) -> bool:
        return self.get(cast("str", key)) is not None

    def get(self, key: str, default: Any = None) -> Any:
        for level in self.maps[1:]:
            if key in level:
                row = level[key]
                return default if row is None else row
        return default

    def __iter__(self) -> Iterator[str]:
        changes, base = self.maps[1], self.maps[2]
        yield from (key for key in base if key not in changes or changes[key] is not None)
        yield from (key for key in changes if key not in base and changes[key] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Working(MutableMapping[str, Any]):
    """What a TinyDB updater works on: rows are copied as they are read, and what differs at the end is the change."""

    def __init__(self, base: Mapping[str, Row]) -> None:
        self._base = base
        self._touched: dict[str, Row | None] = {}

    def __getitem__(self, key: object) -> Row:
        name = str(key)
        if name not in self._touched:
            self._touched[name] = copy_row(self._base[name])
        row = self._touched[name]
        if row is None:
            raise KeyError(key)
        return row

    def __setitem__(self, key: object, row: Mapping[str, Any]) -> None:
        self._touched[str(key)] = copy_row(row)

    def __delitem__(self, key: object) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched[str(key)] = None

    def __contains__(self, key: object) -> bool:
        name = str(key)
        return self._touched[name] is not None if name in self._touched else name in self._base

    def __iter__(self) -> Iterator[str]:
        return (key for key in [*self._base, *(k for k in self._touched if k not in self._base)] if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def changes(self) -> dict[str, Row | None]:
        return {key: row for key, row in self._touched.items() if row != self._base.get(key)}


def copy_row(row: Mapping[str, Any]) -> Row:
    """A deep copy by way of JSON: what cannot be kept is refused here, before it is promised."""
    try:
        return cast("Row", json.loads(json.dumps(row, ensure_ascii=False, allow_nan=False)))
    except (TypeError, ValueError) as error:
        raise StateError(f"Only JSON values can be kept: {error}. Convert them first.") from error
