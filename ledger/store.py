"""Where the entries lie: one canonical entry a line, and the newest signed checkpoint beside them.

Files of ``LocalStore``, in a folder of their own::

    entries.jsonl         one entry a line, each line ending in 0x0A
    checkpoint            the newest signed checkpoint; replaced atomically
    lock                  held by the one process that writes
    quarantine-<n>.jsonl  what recovery took away from behind the checkpoint

The order of durability: entries written and synced, then the checkpoint put in place and synced with its folder, and
only then may anybody be told. So a checkpoint on the disk never speaks of an entry that is not there, and what lies
behind the checkpoint was never acknowledged.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Protocol

import portalocker

from ledger.durable import create_file, make_folder, replace_file, storage, sync_folder, write_all
from ledger.errors import CorruptError, LockedError, MissingError, StorageError
from ledger.types import MAX_ENTRY

ENTRIES = "entries.jsonl"
CHECKPOINT = "checkpoint"
LOCK = "lock"
_log = logging.getLogger(__name__)


class Store(Protocol):
    """What the ledger needs of a place for its entries. One writer; any number of readers."""

    def checkpoint(self) -> bytes:
        """The newest checkpoint's signed note; raises CorruptError if it is missing."""
        ...

    def lines(self, offset: int = 0) -> Iterator[bytes]:
        """Every line with its final 0x0A (the last may lack it), from that byte, which begins one, on."""
        ...

    def append(self, lines: bytes, checkpoint: bytes) -> None:
        """Add whole lines and put ``checkpoint`` in place; both are durable on return. Raises StorageError."""
        ...

    def read(self, offset: int, length: int) -> bytes:
        """Bytes of what ``lines`` gives, from ``offset`` on."""
        ...

    def quarantine(self, offset: int) -> str:
        """Move everything from ``offset`` on away, durably; where it went."""
        ...

    def close(self) -> None:
        """Let another process write."""
        ...


def read_lines(folder: Path, offset: int = 0) -> Iterator[bytes]:
    """The lines of a ledger's folder from that byte on, without its lock. No line is read further than an entry may be
    long."""
    path = folder / ENTRIES
    if not path.is_file():
        raise CorruptError(None, str(path), "there are no entries; restore the folder from a backup")
    with storage(path), path.open("rb", buffering=1 << 20) as file:
        file.seek(offset)
        while line := file.readline(MAX_ENTRY + 2):
            yield line


def read_checkpoint(folder: Path) -> bytes:
    """The checkpoint of a ledger's folder; raises CorruptError if there is none."""
    path = folder / CHECKPOINT
    if not folder.is_dir():
        raise MissingError(f"ledger {folder}")
    if not path.is_file():
        raise CorruptError(
            None, str(path), "the checkpoint is missing; put back the newest copy that was kept, then start again"
        )
    with storage(path):
        return path.read_bytes()


def in_use(folder: Path) -> bool:
    """Whether a process writes this ledger now."""
    path = folder / LOCK
    if not path.exists():
        return False
    with storage(path), path.open("rb") as file:
        try:
            portalocker.lock(file, portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return True
        portalocker.unlock(file)
    return False


class LocalStore:
    """A ``Store`` in a local folder. Its one writer calls one method at a time; ``read`` is safe beside it."""

    def __init__(self, folder: Path) -> None:
        """Open an existing folder for writing. Raises MissingError, LockedError, CorruptError, StorageError."""
        if not folder.is_dir():
            raise MissingError(f"ledger {folder}")
        self.folder = folder
        self._lock = _locked(folder / LOCK)
        try:
            path = folder / ENTRIES
            if not path.is_file():
                raise CorruptError(None, str(path), "there are no entries; restore the folder from a backup")
            with storage(path):
                # O_APPEND: every write lands at the end, whatever was read or truncated before.
                self._fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
        except BaseException:
            self._lock.close()
            raise

    @classmethod
    def create(cls, folder: Path, genesis: bytes, checkpoint: bytes) -> LocalStore:
        """Make the folder with its first line and checkpoint, so that a crash leaves all of it or nothing."""
        if folder.exists():
            raise StorageError(str(folder), "a ledger is here already; open it, or choose another folder")
        make_folder(folder.parent)
        fresh = folder.with_name(folder.name + ".new")
        with storage(fresh):
            if fresh.exists():
                shutil.rmtree(fresh)  # left by a crash in the lines below
            fresh.mkdir(mode=0o700)
        create_file(fresh / ENTRIES, genesis)
        create_file(fresh / CHECKPOINT, checkpoint)
        with storage(folder):
            fresh.rename(folder)
        sync_folder(folder.parent)
        return cls(folder)

    def checkpoint(self) -> bytes:
        return read_checkpoint(self.folder)

    def lines(self, offset: int = 0) -> Iterator[bytes]:
        return read_lines(self.folder, offset)

    def append(self, lines: bytes, checkpoint: bytes) -> None:
        with storage(self.folder / ENTRIES):
            write_all(self._fd, lines)
            # fdatasync brings the data and the file's new length to the disk; times of access can wait.
            os.fdatasync(self._fd)
        replace_file(self.folder / CHECKPOINT, checkpoint)

    def put_checkpoint(self, checkpoint: bytes) -> None:
        """Put a checkpoint over entries that are on the disk already: recovery vouches for what it found good."""
        with storage(self.folder / ENTRIES):
            os.fsync(self._fd)  # they may have been written by a process that died before its own sync
        replace_file(self.folder / CHECKPOINT, checkpoint)

    def read(self, offset: int, length: int) -> bytes:
        with storage(self.folder / ENTRIES):
            return os.pread(self._fd, length, offset)

    def quarantine(self, offset: int) -> str:
        number = 1
        while (path := self.folder / f"quarantine-{number}.jsonl").exists():
            number += 1
        with storage(path):
            with (self.folder / ENTRIES).open("rb") as file:
                file.seek(offset)
                rest = file.read()
            # Copied and synced before anything is cut off: a crash between the two leaves both, and loses nothing.
            create_file(path, rest)
            os.ftruncate(self._fd, offset)
            os.fsync(self._fd)
        _log.warning("%d bytes behind the last good entry were moved to %s", len(rest), path)
        return str(path)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._fd)
        self._lock.close()


def _locked(path: Path) -> IO[bytes]:
    """The lock file, open and locked. The kernel lets go of it when the process ends, however it ends."""
    with storage(path):
        file = path.open("ab")
    try:
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    except portalocker.LockException:
        file.close()
        raise LockedError(str(path.parent)) from None
    except BaseException:
        file.close()
        raise
    return file
