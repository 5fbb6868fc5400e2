"""The local store, and the system calls under it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ledger import durable, store
from ledger.errors import CorruptError, LockedError, MissingError, StorageError
from ledger.store import LocalStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "ledger"
    LocalStore.create(place, b"genesis\n", b"first").close()
    return place


def test_create_append_read(folder: Path) -> None:
    local = LocalStore(folder)
    local.append(b"one\ntwo\n", b"second")
    assert list(local.lines()) == [b"genesis\n", b"one\n", b"two\n"]
    assert local.checkpoint() == b"second"
    assert local.read(8, 3) == b"one"
    local.close()
    assert list(store.read_lines(folder)) == [b"genesis\n", b"one\n", b"two\n"]


def test_create_leaves_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", die)
        with pytest.raises(KeyboardInterrupt):
            LocalStore.create(tmp_path / "ledger", b"genesis\n", b"first")
    assert not (tmp_path / "ledger").exists()
    LocalStore.create(tmp_path / "ledger", b"genesis\n", b"first").close()
    with pytest.raises(StorageError, match="a ledger is here already"):
        LocalStore.create(tmp_path / "ledger", b"genesis\n", b"first")


def test_locking(folder: Path) -> None:
    assert not store.in_use(folder)
    local = LocalStore(folder)
    assert store.in_use(folder)
    with pytest.raises(LockedError) as locked:
        LocalStore(folder)
    assert locked.value.path == str(folder)
    local.close()
    assert not store.in_use(folder)


def test_missing_parts(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(MissingError, match="nothing"):
        LocalStore(tmp_path / "nothing")
    with pytest.raises(MissingError):
        store.read_checkpoint(tmp_path / "nothing")
    (folder / "checkpoint").unlink()
    with pytest.raises(CorruptError, match="the checkpoint is missing; put back"):
        store.read_checkpoint(folder)
    (folder / "entries.jsonl").unlink()
    with pytest.raises(CorruptError, match="there are no entries"):
        LocalStore(folder)
    with pytest.raises(CorruptError, match="there are no entries"):
        list(store.read_lines(folder))
    assert not store.in_use(folder)


def test_the_checkpoint_comes_after_the_synced_entries(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of system calls is the promise; each is watched as it happens."""
    local = LocalStore(folder)
    calls: list[str] = []

    def watch(name: str, real: object) -> None:
        def call(*given: object) -> object:
            calls.append(name)
            return real(*given)  # type: ignore[operator]

        monkeypatch.setattr(os, name, call)

    for name in ("write", "fdatasync", "fsync"):
        watch(name, getattr(os, name))
    real_replace = Path.replace

    def replace(path: Path, target: Path) -> Path:
        calls.append("rename")
        return real_replace(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    local.append(b"one\n", b"second")
    local.close()
    assert calls == ["write", "fdatasync", "write", "fsync", "rename", "fsync"]


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:3]))
    durable.create_file(tmp_path / "file", b"0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EDQUOT, "the disk quota is used up"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "no permission to write here"),
        (errno.EIO, "the disk reports an I/O error"),
        (errno.ENXIO, "check the folder, then start again"),
    ],
)
def test_failures_say_where_and_what_to_do(tmp_path: Path, code: int, remedy: str) -> None:
    with pytest.raises(StorageError, match=f"place: .*{remedy}"), durable.storage(tmp_path / "place"):
        raise OSError(code, os.strerror(code))


def test_a_full_disk_is_told_and_the_old_checkpoint_stays(folder: Path) -> None:
    """/dev/full is a disk that is always full."""
    local = LocalStore(folder)
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, local._fd)
    os.close(full)
    with pytest.raises(StorageError, match=r"entries\.jsonl: the disk is full"):
        local.append(b"one\n", b"second")
    local.close()
    assert store.read_checkpoint(folder) == b"first"


def test_replacing_keeps_the_old_contents_until_the_new_are_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    durable.replace_file(path, b"old")

    def fail(fd: int) -> None:
        raise OSError(errno.EIO, "I/O error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(StorageError, match="I/O error; check it"):
            durable.replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    durable.replace_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_quarantine_moves_the_rest(folder: Path) -> None:
    local = LocalStore(folder)
    local.append(b"good\nbad\nworse", b"second")
    moved = local.quarantine(13)
    assert Path(moved).read_bytes() == b"bad\nworse"
    local.append(b"new\n", b"third")
    local.close()
    assert list(store.read_lines(folder)) == [b"genesis\n", b"good\n", b"new\n"]


def test_no_line_is_read_without_end(folder: Path) -> None:
    with (folder / "entries.jsonl").open("ab") as file:
        file.write(b"x" * 200_000)
    assert max(len(line) for line in store.read_lines(folder)) == 65_537


def test_removing_and_making_twice(tmp_path: Path) -> None:
    durable.make_folder(tmp_path / "a" / "b")
    durable.make_folder(tmp_path / "a" / "b")
    durable.create_file(tmp_path / "a" / "b" / "c", b"")
    with pytest.raises(StorageError, match="File exists"):
        durable.create_file(tmp_path / "a" / "b" / "c", b"")
    durable.remove_file(tmp_path / "a" / "b" / "c")
    durable.remove_file(tmp_path / "a" / "b" / "c")
