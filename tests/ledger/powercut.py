"""What a disk may hold after the power went: everything that was synced, and of the rest anything or nothing.

``Disk`` watches a folder while real system calls change it, and keeps for each file what a sync has made certain and
what is only in memory; likewise for the folder's names. ``Disk.after_a_cut`` gives every folder that a cut at that
moment may leave: of each file its synced bytes, those and half of the rest, or all; the synced names, or those of now.
That is worse than most file systems are, and what POSIX allows them.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CALLS = ("open", "write", "fsync", "fdatasync", "rename", "replace", "ftruncate", "unlink")
Folder = dict[str, bytes]


@dataclass(eq=False)
class File:
    """A file's bytes, as synced and as of now."""

    synced: bytes
    now: bytes

    def left(self) -> set[bytes]:
        """What a cut may leave of it."""
        if self.synced.startswith(self.now):  # made shorter
            return {self.synced, self.now}
        if not self.now.startswith(self.synced):  # made anew
            return {self.synced, b"", self.now[: len(self.now) // 2], self.now}
        return {self.synced, self.now[: (len(self.synced) + len(self.now)) // 2], self.now}


class Disk:
    """One folder without subfolders, all of it synced when this is made. Writes go to the end of a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.now: dict[str, File] = {}
        for path in folder.iterdir():
            data = path.read_bytes()
            self.now[path.name] = File(data, data)
        self._synced = dict(self.now)
        self._files: dict[int, File | None] = {}  # by descriptor; None: the folder itself

    def forget(self, name: str, length: int) -> None:
        """What is in the file beyond ``length`` was never synced."""
        self.now[name].synced = self.now[name].now[:length]

    def watch(self, patch: Callable[[Any, str, Any], None], after: Callable[[], None]) -> None:
        """See every call that changes files, from now on; ``after`` each of them the disk may be asked."""
        for name in CALLS:
            patch(os, name, self._watched(getattr(os, name), getattr(self, f"_{name}"), after))

    @staticmethod
    def _watched(real: Callable[..., Any], note: Callable[..., None], after: Callable[[], None]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            done = real(*given, **named)
            note(done, *given)
            after()
            return done

        return call

    def _here(self, path: Any) -> str | None:
        whole = Path(os.fsdecode(path))
        return whole.name if whole.parent == self._folder else None

    def _open(self, fd: int, path: Any, flags: int, *_: int) -> None:
        name = self._here(path)
        self._files.pop(fd, None)
        if Path(os.fsdecode(path)) == self._folder:
            self._files[fd] = None
        elif name is not None:
            file = self.now.setdefault(name, File(b"", b""))
            if flags & os.O_TRUNC:
                file.now = b""
            self._files[fd] = file

    def _write(self, done: int, fd: int, data: Any) -> None:
        file = self._files.get(fd)
        if file is not None:
            file.now += bytes(data)[:done]

    def _ftruncate(self, _: None, fd: int, length: int) -> None:
        file = self._files.get(fd)
        if file is not None:
            file.now = file.now[:length]

    def _fsync(self, _: None, fd: int) -> None:
        if fd not in self._files:
            return
        file = self._files[fd]
        if file is None:
            self._synced = dict(self.now)
        else:
            file.synced = file.now

    _fdatasync = _fsync

    def _rename(self, _: None, source: Any, target: Any) -> None:
        old, new = self._here(source), self._here(target)
        if old is not None and new is not None:
            self.now[new] = self.now.pop(old)

    _replace = _rename

    def _unlink(self, _: None, path: Any) -> None:
        name = self._here(path)
        if name is not None:
            self.now.pop(name, None)

    def after_a_cut(self) -> Iterator[Folder]:
        """Every folder that a cut may leave now."""
        for names in (self._synced, self.now):
            files = list({id(file): file for file in names.values()}.values())
            for contents in itertools.product(*(file.left() for file in files)):
                left = dict(zip(map(id, files), contents, strict=True))
                yield {name: left[id(file)] for name, file in names.items()}

    def true_to(self, folder: Path) -> bool:
        """Whether nothing happened there that was not seen."""
        return {path.name: path.read_bytes() for path in folder.iterdir()} == {
            name: file.now for name, file in self.now.items()
        }
