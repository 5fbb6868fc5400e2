"""Publishing: checkpoint, tiles and entry bundles as files that a static web server can serve (C2SP tlog-tiles).

A public folder takes ``checkpoint`` and ``tile/<L>/…``; another one, for admitted readers alone, ``checkpoint`` and
``tile/entries/…``. Publishing needs no lock of the ledger and no key: it reads the newest checkpoint and the entries
below it, and refuses a folder whose checkpoint this ledger does not extend, because nobody may be shown a fork.

The order: every new tile is written beside its place, synced and renamed; then the folders are synced; then the
checkpoint is replaced; then partial tiles that full ones have replaced are removed. So whatever a crash leaves is good
to serve, each checkpoint's tiles are there before it is, and the next call writes what is missing and nothing else.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ledger import store, tiles
from ledger.chain import MerkleTree, leaf_hash
from ledger.checkpoint import Note, Verifier, open_checkpoint
from ledger.durable import make_folder, storage, sync_folder, write_all
from ledger.errors import CorruptError, LockedError, MalformedError, SignatureError, StorageError
from ledger.replay import eras_of, log_verifiers, trusted_checkpoint, whole
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
    genesis, eras = eras_of(store.read_lines(source))
    checkpoint = trusted_checkpoint(given, genesis, str(source / store.CHECKPOINT), eras)
    tree, offsets = _read(source, checkpoint)
    verifiers = log_verifiers(genesis, eras)
    with contextlib.ExitStack() as stack:
        public = stack.enter_context(_Place.locked(target, PUBLIC))
        admitted = None if entries is None else stack.enter_context(_Place.locked(entries, ADMITTED))
        places = [place for place in (public, admitted) if place is not None]
        for place in places:
            place.expect(verifiers, checkpoint, tree)
        for tile in tiles.hash_tiles(checkpoint.size):
            public.put(tile, tile.width * tiles.HASH, lambda tile=tile: tiles.content(tree, tile))  # type: ignore[misc]
        if admitted is not None:
            _put_bundles(source / store.ENTRIES, admitted, checkpoint.size, offsets)
        for place in reversed(places):  # who finds a checkpoint in the public folder finds its entries, if admitted
            place.finish(given)
        return Published(checkpoint, public.written, 0 if admitted is None else admitted.written)


def keep_apart(*folders: Path) -> None:
    """Raise StorageError if one of the folders lies in another one: what is served must hold nothing else."""
    places = [folder.resolve() for folder in folders]
    for inner in places:
        for outer in places:
            if inner is not outer and (inner == outer or outer in inner.parents):
                raise StorageError(str(inner), f"lies in {outer}; what is published needs a folder of its own")


def _read(source: Path, checkpoint: Checkpoint) -> tuple[MerkleTree, array[int]]:
    """The tree up to the checkpoint, and where each line begins. Raises CorruptError if they do not fit."""
    tree, offsets = MerkleTree(), array("Q", [0])
    for line in store.read_lines(source):
        if tree.size == checkpoint.size:
            break
        try:
            tree.append(leaf_hash(whole(line, tree.size)))
        except MalformedError as error:
            raise CorruptError(tree.size, error.where, error.why) from None
        offsets.append(offsets[-1] + len(line))
    if tree.size < checkpoint.size:
        why = f"missing: the checkpoint speaks of {checkpoint.size} entries, {tree.size} are there"
        raise CorruptError(tree.size, "entries", why)
    if tree.root() != checkpoint.root:
        why = "do not lead to the checkpoint; nothing was published, find out why with 'tallystick ledger verify'"
        raise CorruptError(None, "entries", why)
    return tree, offsets


def _put_bundles(path: Path, place: _Place, size: int, offsets: array[int]) -> None:
    with storage(path), path.open("rb") as file:
        for tile in tiles.tiles(tiles.ENTRIES, size):
            first, end = offsets[tile.start], offsets[tile.end]

            def content(first: int = first, end: int = end) -> bytes:
                lines = os.pread(file.fileno(), end - first, first)
                return tiles.bundle(lines[:-1].split(b"\n"))

            place.put(tile, end - first + tile.width, content)  # two bytes of length for one of 0x0A


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

    def expect(self, verifiers: Iterable[Verifier], checkpoint: Checkpoint, tree: MerkleTree) -> None:
        """Raise CorruptError unless what is published here is a beginning of ``tree``."""
        path = self.folder / store.CHECKPOINT
        with storage(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                return
        try:
            earlier = open_checkpoint(data, verifiers, str(path))
        except (MalformedError, SignatureError) as error:
            why = f"{error.why}; it is not this ledger's: publish into another folder"
            raise CorruptError(None, str(path), why) from None
        if earlier.size > checkpoint.size:
            why = f"{earlier.size} entries are published, this ledger has {checkpoint.size}: it is not the newest"
            raise CorruptError(None, str(path), f"{why}; nothing was changed")
        if tree.root(earlier.size) != earlier.root:
            why = f"the ledger does not extend the {earlier.size} entries that are published: their history differs"
            raise CorruptError(None, str(path), f"{why}; nothing was changed")
        self.size, self._note = earlier.size, Note.parse(data)

    def put(self, tile: Tile, length: int, content: Callable[[], bytes]) -> None:
        """Have ``tile`` in its place. One that the checkpoint here speaks of is taken as it is, if its length is right;
        any other may have been left by a crash, or by another ledger, and is compared."""
        path = self.folder / tile.path
        if not tile.partial:
            self._replaced.append(path.with_name(path.name + ".p"))
        with storage(path):
            there = path.stat().st_size == length if path.exists() else False
            if there and tiles.within(tile, self.size):
                return
            data = content()
            if there and path.read_bytes() == data:
                return
        self._write(path, data)
        self.written += 1

    def finish(self, note: bytes) -> None:
        """Sync what was written, put the checkpoint over it, remove the partial tiles that are full now."""
        for folder in sorted(self._unsynced, reverse=True):  # children before their parents
            sync_folder(folder)
        self._unsynced.clear()
        if self._merged(note) != (self._note.format() if self._note is not None else b""):
            self._write(self.folder / store.CHECKPOINT, self._merged(note))
            sync_folder(self.folder)
        for path in self._replaced:
            if path.is_dir():
                with storage(path):
                    shutil.rmtree(path)

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
