"""Files that survive a crash: which system calls, in which order, and why.

A write returns when the bytes are in the page cache; only a sync brings them to the disk. A new name lives in its
folder, so the folder is synced too, else a crash can lose a file whose contents were synced. A name is replaced by
``rename(2)``, which is atomic: a reader and a crash see the old file or the new one, never half of either. After a
failed ``fsync`` the kernel may drop the dirty pages and report success the next time (so did Linux to PostgreSQL in
2018), which is why a failure here is told once, as StorageError, and the process must end: the next start reads what
truly is on the disk.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ledger.errors import StorageError

_REMEDY = {
    errno.ENOSPC: "the disk is full; free some space, then start again",
    errno.EDQUOT: "the disk quota is used up; free some space, then start again",
    errno.EACCES: "no permission to write here; give this user the folder, or choose another one",
    errno.EPERM: "no permission to write here; give this user the folder, or choose another one",
    errno.EROFS: "the file system is read-only; mount it writable, or choose another folder",
    errno.ENOTDIR: "a file stands where a folder is needed; move it away, or choose another folder",
    errno.EFBIG: "the file is larger than this system allows; raise the limit, then start again",
    errno.EIO: "the disk reports an I/O error; check it, then start again",
}


@contextlib.contextmanager
def storage(path: Path) -> Iterator[None]:
    """Turn an OSError inside into a StorageError that names the path and says what to do."""
    try:
        yield
    except OSError as error:
        name = str(error.filename) if isinstance(error.filename, str) else str(path)
        remedy = _REMEDY.get(error.errno or 0, f"{error.strerror or error}; check the folder, then start again")
        raise StorageError(name, remedy) from error


def write_all(fd: int, data: bytes) -> None:
    """``write(2)`` until everything is written: one call may write less than it was given."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def sync_folder(folder: Path) -> None:
    """``fsync`` of the folder itself, which makes names created, replaced or removed in it durable."""
    with storage(folder):
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def make_folder(folder: Path, mode: int = 0o700) -> None:
    """Create ``folder`` and its missing parents, each synced into its parent. No error if it is there."""
    if folder.is_dir():
        return
    if not folder.parent.exists():
        make_folder(folder.parent, mode)
    with storage(folder):
        folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(folder.parent)


def create_file(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write a file that must not exist yet, synced, with its name. Raises StorageError if it exists."""
    with storage(path):
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        try:
            write_all(fd, data)
            os.fsync(fd)
        finally:
            os.close(fd)
    sync_folder(path.parent)


def replace_file(path: Path, data: bytes, mode: int = 0o600, *, more: Iterable[bytes] = ()) -> None:
    """Put ``data``, and ``more`` behind it, at ``path``: a crash at any moment leaves the old contents or the new,
    after return the new.

    Temporary file beside it, write, ``fsync`` (the data before the name: a rename may reach the disk first),
    ``rename``, ``fsync`` of the folder (the name). The temporary name is fixed: callers hold a lock, and a leftover is
    overwritten.
    """
    temporary = path.with_name(path.name + ".tmp")
    with storage(path):
        fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
        try:
            for part in (data, *more):
                write_all(fd, part)
            os.fsync(fd)
        finally:
            os.close(fd)
        temporary.replace(path)
    sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove a name durably; no error if it is gone already."""
    with storage(path):
        path.unlink(missing_ok=True)
    sync_folder(path.parent)
