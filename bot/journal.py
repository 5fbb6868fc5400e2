"""The bot's data on disk: one encrypted snapshot, and one encrypted line for each handled update since.

::

    state.snapshot          header, lines of changes, an end line: everything up to a generation
    state.<n>.journal       header, then one line a unit of work, appended and synced before it counts
    state.torn              what a crash left half written, set aside when the folder was next opened
    lock                    held by the process that has the folder open

A change is ``[table, key, row]``; a row of ``null`` removes. A line is base64 of nonce and ChaCha20-Poly1305 ciphertext
of a JSON list of changes (:mod:`bot.sealing`). Compaction writes the next journal, then swaps the snapshot in, then
removes the old journal: at any moment exactly one pair is valid.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import portalocker

from bot.sealing import Cipher, DamagedError, FolderInUseError, StateError, WriteFailedError, load_key
from ledger.durable import make_folder, replace_file, sync_folder, write_all
from ledger.errors import StorageError

__all__ = ["DamagedError", "FolderInUseError", "Journal", "StateError", "WriteFailedError", "load_key"]

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]
Change = tuple[str, str, Row | None]

TORN = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
COMPACT_AT = 4 * 1024 * 1024
_BATCH = 500

log = logging.getLogger(__name__)


class Journal:
    """An open folder: :attr:`tables` is what it holds, :meth:`append` adds to it."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key
        self._failed = False
        self._handle = -1
        try:
            make_folder(folder)
            self._lock = _take_lock(folder)
        except (OSError, StorageError) as error:
            raise self._failure(error) from error
        try:
            self.tables: Tables = {}
            if not self._snapshot.exists():
                self._begin()
            self._load()
        except BaseException:
            self._lock.close()
            raise

    @property
    def _snapshot(self) -> Path:
        return self._folder / "state.snapshot"

    def _journal(self, generation: int) -> Path:
        return self._folder / f"state.{generation}.journal"

    def append(self, changes: Sequence[Change]) -> None:
        """Keeps ``changes`` as one line, synced: after a crash all of them are there, or none."""
        self._check()
        line = self._cipher.seal(self._lines + 1, changes)
        try:
            write_all(self._handle, line)
            os.fdatasync(self._handle)
        except (OSError, StorageError) as error:
            self._failed = True
            raise self._failure(error) from error
        self._lines += 1
        self._size += len(line)
        _apply(self.tables, changes)

    @property
    def due(self) -> bool:
        """Is the journal long enough to be folded into a new snapshot?"""
        return self._size > max(COMPACT_AT, self._snapshot_size)

    def compact(self) -> None:
        """Writes a new snapshot and begins an empty journal; what was overwritten or removed is then gone from disk."""
        self._check()
        old = self._handle, self._path
        try:
            self._write_pair(self._cipher.generation + 1)
            os.close(old[0])
            old[1].unlink()
            sync_folder(self._folder)
        except (OSError, StorageError) as error:
            self._failed = True
            raise self._failure(error) from error

    def close(self) -> None:
        """Lets the folder go; once is enough, twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        self._lock.close()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _check(self) -> None:
        if self._failed:
            raise WriteFailedError(f"{self._folder}: an earlier write failed; end the process and start it again.")

    def _failure(self, error: OSError | StorageError) -> WriteFailedError:
        if isinstance(error, StorageError):
            return WriteFailedError(str(error))
        return WriteFailedError(f"{self._folder}: {error.strerror}. Make room or mend the disk, then start again.")

    def _begin(self) -> None:
        for path in self._folder.glob("state.*.journal"):
            if path.read_bytes().count(b"\n") > 1:
                raise DamagedError(f"{self._snapshot} is missing, but {path.name} has lines: restore it from a backup.")
            path.unlink()
        self._write_pair(1)
        os.close(self._handle)

    def _write_pair(self, generation: int) -> None:
        cipher, snapshot = (Cipher.fresh(kind, generation, self._key) for kind in ("journal", "snapshot"))
        replace_file(self._journal(generation), cipher.header)
        data = io.BytesIO()
        data.write(snapshot.header)
        lines = 1
        for batch in _batches(self.tables):
            lines += 1
            data.write(snapshot.seal(lines, batch))
        data.write(snapshot.seal(lines + 1, "end"))
        replace_file(self._snapshot, data.getvalue())
        self._use(cipher, 1, len(cipher.header), data.tell())

    def _use(self, cipher: Cipher, lines: int, size: int, snapshot_size: int) -> None:
        self._cipher, self._lines, self._size, self._snapshot_size = cipher, lines, size, snapshot_size
        self._path = self._journal(cipher.generation)
        self._handle = os.open(self._path, os.O_WRONLY | os.O_APPEND)

    def _load(self) -> None:
        data = self._snapshot.read_bytes()
        lines = data.splitlines()
        snapshot = Cipher.of(self._snapshot, lines[0] if lines else b"", "snapshot", self._key)
        values = [snapshot.open(self._snapshot, number, line) for number, line in enumerate(lines[1:], 2)]
        if not values or values.pop() != "end":
            raise DamagedError(f"{self._snapshot}, line {len(lines)}: the end is missing. Restore it from a backup.")
        for batch in values:
            _apply(self.tables, batch)
        path = self._journal(snapshot.generation)
        whole = self._whole(path)
        cipher = Cipher.of(path, whole[0], "journal", self._key)
        for number, line in enumerate(whole[1:], 2):
            _apply(self.tables, cipher.open(path, number, line))
        for other in self._folder.glob("state.*.journal"):
            if other != path:
                other.unlink()
        self._use(cipher, len(whole), path.stat().st_size, len(data))
        os.fsync(self._handle)  # a line that was written but not synced before a crash counts from now on

    def _whole(self, path: Path) -> list[bytes]:
        """The journal's lines; a last one that a crash cut short never counted, and is set aside."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise DamagedError(f"{path} is missing: restore the folder from a backup.") from None
        lines = data.split(b"\n")
        torn = lines.pop()
        if not torn and len(lines) > 1 and b"\0" in lines[-1]:  # a power cut: the length was kept, the bytes were not
            torn = lines.pop() + b"\n"
        if torn and lines:
            with os.fdopen(os.open(self._folder / "state.torn", TORN, 0o600), "ab") as aside:
                aside.write(torn.rstrip(b"\n") + b"\n")
                aside.flush()
                os.fsync(aside.fileno())
            with path.open("r+b") as file:
                file.truncate(len(data) - len(torn))
                os.fsync(file.fileno())
            sync_folder(self._folder)
            log.warning("%s: the last line was cut short by a crash and never counted; set aside in state.torn", path)
        return lines or [b""]


def examine(folder: Path, key: bytes) -> tuple[int, bool]:
    """How many lines of the folder read well, and whether a crash cut a last one short; changes nothing.

    Raises StateError for damage, FolderInUseError while another process has the folder open."""
    lock = _take_lock(folder)
    try:
        path = folder / "state.snapshot"
        lines = path.read_bytes().splitlines() or [b""]
        snapshot = Cipher.of(path, lines[0], "snapshot", key)
        values = [snapshot.open(path, number, line) for number, line in enumerate(lines[1:], 2)]
        if not values or values[-1] != "end":
            raise DamagedError(f"{path}, line {len(lines)}: the end is missing. Restore it from a backup.")
        path = folder / f"state.{snapshot.generation}.journal"
        *whole, torn = path.read_bytes().split(b"\n")
        cipher = Cipher.of(path, whole[0] if whole else b"", "journal", key)
        for number, line in enumerate(whole[1:], 2):
            cipher.open(path, number, line)
        return len(lines) + len(whole), bool(torn)
    except OSError as error:
        raise DamagedError(f"{error.filename}: {error.strerror}. Restore the folder from a backup.") from error
    finally:
        lock.close()


def _take_lock(folder: Path) -> Any:
    handle = (folder / "lock").open("a")
    try:
        portalocker.lock(handle, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    except portalocker.exceptions.LockException:
        handle.close()
        raise FolderInUseError(
            f"{folder} is open in another process: stop that one first, or choose another data folder."
        ) from None
    return handle


def _apply(tables: Tables, changes: Iterable[Sequence[Any]]) -> None:
    for table, key, row in changes:
        if row is None:
            tables.get(table, {}).pop(key, None)
        else:
            tables.setdefault(table, {})[key] = row


def _batches(tables: Tables) -> Iterator[list[Change]]:
    batch: list[Change] = []
    for table, rows in tables.items():
        for key, row in rows.items():
            batch.append((table, key, row))
            if len(batch) == _BATCH:
                yield batch
                batch = []
    if batch:
        yield batch
