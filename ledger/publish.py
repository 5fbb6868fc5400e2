"""Publishing: checkpoint, tiles and entry bundles as files that a static web server can serve (C2SP tlog-tiles).

A public folder takes ``checkpoint`` and ``tile/<L>/…``; another one, for admitted readers alone, ``checkpoint`` and
``tile/entries/…``. Publishing needs no lock of the ledger and no key: it reads the newest checkpoint and the entries
below it, as far as they are not published yet (``reading``), and refuses a folder whose checkpoint this ledger does not
extend, because nobody may be shown a fork.

The order: every new tile is written beside its place, synced and renamed; then the folders are synced; then the
checkpoint is replaced; then partial tiles that full ones have replaced are removed. So whatever a crash leaves is good
to serve, each checkpoint's tiles are there before it is, and the next call writes what is missing and nothing else.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ledger import store, tiles
from ledger.checkpoint import Note, open_checkpoint
from ledger.durable import make_folder, storage, sync_folder, write_all
from ledger.errors import CorruptError, LockedError, MalformedError, SignatureError, StorageError
from ledger.reading import Reading, UnfitError, everything, newer
from ledger.tiles import Tile
from ledger.types import Checkpoint

PUBLIC = 0o755
ADMITTED = 0o700


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: up to which checkpoint, and how many files had to be written."""

    checkpoint: Checkpoint
    tiles: int
    bundles: int


def publish(source: Path, target: Path, entries: Path | None = None, *, note: bytes | None = None) -> Published:
    """Bring ``target`` (and ``entries``) up to the ledger's newest checkpoint, or to ``note``, an older one of it.

    ``source`` is the folder of entries and checkpoint. Folders that are missing are made: ``target`` readable by
    everybody, ``entries`` by this user alone; an ``entries`` folder that is there keeps its mode, which may let a group
    read and nobody else. Raises CorruptError if the entries do not lead to the checkpoint, or a folder holds another
    history; StorageError, LockedError (another process publishes there), MissingError.
    """
    keep_apart(source, target, *([] if entries is None else [entries]))
    given = store.read_checkpoint(source) if note is None else note
    try:
        return _put(source, target, entries, given, newer(source, given, target))
    except UnfitError:
        return _put(source, target, entries, given, everything(source, given))


def _put(source: Path, target: Path, entries: Path | None, note: bytes, found: Reading) -> Published:
    """Write what is missing. Raises UnfitError if something is that was not read; what was written then is synced."""
    with contextlib.ExitStack() as stack:
        public = stack.enter_context(_Place.locked(target, PUBLIC))
        admitted = None if entries is None else stack.enter_context(_Place.locked(entries, ADMITTED))
        places = [place for place in (public, admitted) if place is not None]
        try:
            for place in places:
                place.expect(found)
            for tile in tiles.hash_tiles(found.checkpoint.size):
                public.put(tile, tile.width * tiles.HASH, lambda tile=tile: found.content(tile))  # type: ignore[misc]
            if admitted is not None:
                _put_bundles(source / store.ENTRIES, admitted, found)
        except UnfitError:
            for place in places:
                place.sync()
            raise
        for place in reversed(places):  # who finds a checkpoint in the public folder finds its entries, if admitted
            place.finish(note)
        return Published(found.checkpoint, public.written, 0 if admitted is None else admitted.written)


def keep_apart(*folders: Path) -> None:
    """Raise StorageError if one of the folders lies in another one: what is served must hold nothing else."""
    places = [folder.resolve() for folder in folders]
    for inner in places:
        for outer in places:
            if inner is not outer and (inner == outer or outer in inner.parents):
                raise StorageError(str(inner), f"lies in {outer}; what is published needs a folder of its own")


def _put_bundles(path: Path, place: _Place, found: Reading) -> None:
    with storage(path), path.open("rb") as file:
        for tile in tiles.tiles(tiles.ENTRIES, found.checkpoint.size):
            span = found.span(tile)

            def content(span: tuple[int, int] | None = span) -> bytes:
                if span is None:
                    raise UnfitError
                lines = os.pread(file.fileno(), span[1] - span[0], span[0])
                return tiles.bundle(lines[:-1].split(b"\n"))

            # Two bytes of length for one of 0x0A.
            place.put(tile, None if span is None else span[1] - span[0] + tile.width, content)


@dataclass(slots=True)
class _Place:
    """One folder that is published, held by this process."""

    folder: Path
    mode: int  # of folders made in it; files get the same without the x
    size: int = 0  # of the checkpoint that is published there: its tiles are complete
    written: int = 0
    _note: Note | None = None
    _unsynced: set[Path] = field(default_factory=set)
    _replaced: list[Path] = field(default_factory=list)

    @classmethod
    @contextlib.contextmanager
    def locked(cls, folder: Path, mode: int) -> Iterator[_Place]:
        """The folder, made if need be, for one publisher at a time: the kernel's lock lies on the folder itself, so
        that nothing but tiles is ever served."""
        fresh = not folder.exists()
        if fresh:
            _make(folder, mode)
        with storage(folder):
            fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise LockedError(str(folder)) from None
            found = os.fstat(fd).st_mode & 0o777
            if mode == ADMITTED and found & 0o007:
                why = f"everybody may read it (mode {found:04o}); entries go to admitted readers: chmod o-rwx"
                raise StorageError(str(folder), why)
            yield cls(folder, found if mode == ADMITTED else mode)
        finally:
            os.close(fd)

    def expect(self, found: Reading) -> None:
        """Raise CorruptError unless what is published here is a beginning of what was read; UnfitError if too little
        was read to tell."""
        path = self.folder / store.CHECKPOINT
        with storage(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                if found.base:
                    raise UnfitError from None  # one of the two folders is new
                return
        try:
            earlier = open_checkpoint(data, found.verifiers, str(path))
        except (MalformedError, SignatureError) as error:
            why = f"{error.why}; it is not this ledger's: publish into another folder"
            raise CorruptError(None, str(path), why) from None
        if earlier.size > found.checkpoint.size:
            why = f"{earlier.size} entries are published, this ledger has {found.checkpoint.size}: it is not the newest"
            raise CorruptError(None, str(path), f"{why}; nothing was changed")
        if found.root(earlier.size) != earlier.root:
            why = f"the ledger does not extend the {earlier.size} entries that are published: their history differs"
            raise CorruptError(None, str(path), f"{why}; nothing was changed")
        self.size, self._note = earlier.size, Note.parse(data)

    def put(self, tile: Tile, length: int | None, content: Callable[[], bytes]) -> None:
        """Have ``tile`` in its place. One that the checkpoint here speaks of is taken as it is, if its length is right
        (None: that is not known); any other may have been left by a crash, or by another ledger, and is compared."""
        path = self.folder / tile.path
        if not tile.partial:
            self._replaced.append(path.with_name(path.name + ".p"))
        with storage(path):
            there = path.exists() and length in (None, path.stat().st_size)
            if there and tiles.within(tile, self.size):
                return
            data = content()
            if there and path.read_bytes() == data:
                return
        self._write(path, data)
        self.written += 1

    def finish(self, note: bytes) -> None:
        """Sync what was written, put the checkpoint over it, remove the partial tiles that are full now."""
        self.sync()
        if self._merged(note) != (self._note.format() if self._note is not None else b""):
            self._write(self.folder / store.CHECKPOINT, self._merged(note))
            sync_folder(self.folder)
        for path in self._replaced:
            if path.is_dir():
                with storage(path):
                    shutil.rmtree(path)

    def sync(self) -> None:
        """Make the names of what was written durable; its bytes are."""
        for folder in sorted(self._unsynced, reverse=True):  # children before their parents
            sync_folder(folder)
        self._unsynced.clear()

    def _merged(self, note: bytes) -> bytes:
        """The checkpoint to publish; over the same tree it keeps the cosignatures that are published already."""
        fresh = Note.parse(note)
        if self._note is None or self._note.text != fresh.text:
            return note
        more = tuple(line for line in self._note.signatures if line not in fresh.signatures)
        return Note(fresh.text, fresh.signatures + more).format()

    def _write(self, path: Path, data: bytes) -> None:
        """Bytes, then name; the folder is synced in ``finish``. The mode is set whatever the umask is."""
        self._folders(path.parent)
        temporary = path.with_name(path.name + ".tmp")
        with storage(path):
            fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            try:
                write_all(fd, data)
                os.fchmod(fd, self.mode & 0o666)
                os.fsync(fd)
            finally:
                os.close(fd)
            temporary.replace(path)
        self._unsynced.add(path.parent)

    def _folders(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._folders(folder.parent)
        with storage(folder):
            folder.mkdir(self.mode)
            folder.chmod(self.mode)
        self._unsynced.add(folder.parent)


def _make(folder: Path, mode: int) -> None:
    """A folder with its parents, whatever the umask is; only the last is given ``mode``."""
    with storage(folder):
        make_folder(folder.parent, 0o755)
        folder.mkdir(mode)
        folder.chmod(mode)
    sync_folder(folder.parent)
