"""The folded state in a file, signed by the log, so that opening reads what is new and not a million entries again.

The file is a 4-byte big-endian length, a signed note of that length, and sections, one behind the other. The text of
the note binds them (see docs/format.md): format, origin, ledger, size and root hash of the entries that are folded,
version of the rules, digest of the code that folded them, and of each section its name, length and SHA-256. Nothing
of a section is looked at before its digest was found right.

A snapshot is a cache and never the truth. It is read only if the log's key that signed the checkpoint, and that is *in
this process' hands*, signed it, and whatever else is odd about it, the answer is the same: the state is rebuilt from
the entries. It is written over entries that are on the disk under their checkpoint, never over others.
"""

from __future__ import annotations

import contextlib
import json
import logging
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Any

from ledger.chain import MerkleTree
from ledger.checkpoint import Signer, Verifier, open_note, sign_note
from ledger.durable import replace_file, storage
from ledger.errors import LedgerError, MalformedError, MissingError
from ledger.packed import Ids, Packed, Places, from_little, little
from ledger.packing import SHELVES, leaf_of
from ledger.parse import decode_base64, encode_base64
from ledger.records import Codec, Leaf, Words, hints
from ledger.replay import Book, no_collection
from ledger.shelf import Packs, Shelf
from ledger.signing import PrivateKey
from ledger.state import State
from ledger.types import RULES, Entry

SNAPSHOT = "snapshot"
FORMAT = "tallystick-snapshot/1"
INTERVAL = 50_000  # entries between two snapshots of a ledger that is written to; as many are folded again at worst
MINIMUM = 2_000  # entries; closing with fewer new ones writes none, for folding them again takes no time
MAX_NOTE = 65_536
APART = frozenset({"genesis", "numbers", "requests", "fingerprints", *SHELVES})
"""Fields of the state with sections of their own; the genesis is entry 0. All others are in the section ``state``."""
_log = logging.getLogger(__name__)
Section = tuple[str, bytes]


def _code() -> str:
    modules = sorted((each.name, each.read_bytes()) for each in files("ledger").iterdir() if each.name.endswith(".py"))
    return sha256(b"".join(sha256(name.encode() + b"\0" + text).digest() for name, text in modules)).hexdigest()


CODE = _code()  # now, and not when it is needed: an update may come while this process runs
"""SHA-256 of this package's modules: another fold, even with the same rules, folds for itself."""


# Freezing and writing.


@dataclass(frozen=True, slots=True)
class Frozen:
    """A book as it stood at one size, in bytes that nothing changes any more."""

    origin: str
    ledger: str
    size: int
    root: bytes
    sections: list[Section]

    def write(self, path: Path, signer: Signer) -> None:
        """Sign it and put it at ``path``, durably. Raises StorageError."""
        text = _head(self.origin, self.ledger, self.size, self.root)
        text += "".join(f"{name} {len(data)} {sha256(data).hexdigest()}\n" for name, data in self.sections)
        note = sign_note(text, signer)
        try:
            replace_file(path, len(note).to_bytes(4) + note, more=(data for _, data in self.sections))
        except BaseException:  # a full disk is needed for entries
            with contextlib.suppress(OSError):
                path.with_name(path.name + ".tmp").unlink()
            raise


def _head(origin: str, ledger: str, size: int, root: bytes) -> str:
    return f"{FORMAT}\n{origin}\n{ledger}\n{size}\n{encode_base64(root)}\n{RULES}\n{CODE}\n"


def freeze(book: Book) -> Frozen:
    """The book in bytes; packs it."""
    with no_collection():
        book.pack()
    state = book.state
    sections: list[Section] = [("tree", book.tree.dump()), ("lines", _lengths(book.offsets))]
    sections += [("numbers", bytes(state.numbers.data)), *_map("enrolment", book.enrolment.packed)]
    sections += _map("requests", state.requests) + _map("fingerprints", state.fingerprints.packed)
    for name in SHELVES:
        sections += _shelf(name, getattr(state, name))
    rest = {name: codec.value(getattr(state, name)) for name, codec in _codecs(book.words, leaf_of(book.tree)).items()}
    sections += [("state", _json(rest)), ("words", _json(book.words.texts))]  # words last: packing adds to them
    return Frozen(state.genesis.origin, state.ledger, book.size, book.tree.root(), sections)


def _codecs(words: Words, leaf: Leaf) -> dict[str, Codec[Any]]:
    """Of the state's fields that lie together in one section."""
    return {name: Codec(hint, words, leaf) for name, hint in hints(State).items() if name not in APART}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _lengths(offsets: array[int]) -> bytes:
    """The lengths of the lines without their 0x0A: two bytes each, as an entry may be long."""
    return little(array("H", (end - start - 1 for start, end in pairwise(offsets))))


def _map(name: str, packed: Packed) -> list[Section]:
    lengths, data = packed.dump()
    return [(f"{name}.buckets", lengths), (name, data)]


def _shelf(name: str, shelf: Shelf[Any]) -> list[Section]:
    packs = shelf.packs
    return [
        *_map(f"{name}.index", packs.index.packed),
        (f"{name}.keys", bytes(packs.keys.data)),
        (f"{name}.starts", little(packs.starts)),
        (name, packs.data),
    ]


# Reading.


def read(folder: Path, genesis: Entry, keys: Sequence[PrivateKey]) -> Book:
    """The book that the snapshot in ``folder`` holds, for the caller to compare with the entries.

    ``keys`` are those of the log's own private keys that are in force: nobody else's snapshot is believed. Raises
    MissingError if there is none, MalformedError or SignatureError if it is not this log's, or not of this software, or
    was changed.
    """
    path = folder / SNAPSHOT
    if not path.is_file():
        raise MissingError(f"snapshot {path}")
    with storage(path), path.open("rb") as file:
        book = Book(genesis)
        size, root, sections = _sections(file, book, keys, str(path))
        try:
            _fill(book, sections)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise MalformedError(str(path), f"cannot be read ({error!r})") from error
    if book.size != size or book.state.size != size or book.tree.root() != root or len(book.offsets) != size + 1:
        raise MalformedError(str(path), f"does not hold the {size} entries that it speaks of")
    book.snapshot = size
    return book


def _sections(
    file: IO[bytes], book: Book, keys: Sequence[PrivateKey], where: str
) -> tuple[int, bytes, dict[str, bytes]]:
    """Size, root and sections, each as the signed note says."""
    length = int.from_bytes(file.read(4))
    if length > MAX_NOTE:
        raise MalformedError(where, "not a snapshot")
    origin = book.state.genesis.origin
    text, _ = open_note(file.read(length), [Verifier(origin, key.public) for key in keys], where)
    lines = text.split("\n")[:-1]
    if len(lines) < 7 or not lines[3].isdecimal():
        raise MalformedError(where, "not a snapshot")
    size, root = int(lines[3]), lines[4]
    if lines[5:7] != [str(RULES), CODE]:
        raise MalformedError(where, "written by another version of this software")
    if lines[:3] != [FORMAT, origin, book.state.ledger]:
        raise MalformedError(where, "of another ledger, or of another format")
    sections = {}
    for line in lines[7:]:
        name, count, digest = line.split(" ")
        data = file.read(int(count))
        if len(data) != int(count) or sha256(data).hexdigest() != digest:
            raise MalformedError(where, f"cut off or changed in its section {name}")
        sections[name] = data
    if file.read(1):
        raise MalformedError(where, "longer than it says")
    return size, decode_base64(root, 32, where), sections


def _fill(book: Book, sections: dict[str, bytes]) -> None:
    state = book.state
    book.words = Words(json.loads(sections["words"]))
    rest = json.loads(sections["state"])
    book.tree = MerkleTree.load(sections["tree"], rest["size"])
    leaf = leaf_of(book.tree)
    for name, codec in _codecs(book.words, leaf).items():
        setattr(state, name, codec.of(rest[name]))
    book.offsets = array("Q", accumulate((length + 1 for length in from_little("H", sections["lines"])), initial=0))
    state.numbers.data += sections["numbers"]
    state.requests.load(*_loaded("requests", sections))
    for name, target in (("enrolment", book.enrolment), ("fingerprints", state.fingerprints)):
        target.packed.load(*_loaded(name, sections))
    for name, kind in SHELVES.items():
        setattr(state, name, _unshelved(name, Codec(kind, book.words, leaf), sections))


def _loaded(name: str, sections: dict[str, bytes]) -> tuple[bytes, bytes]:
    return sections[f"{name}.buckets"], sections[name]


def _unshelved(name: str, codec: Codec[Any], sections: dict[str, bytes]) -> Shelf[Any]:
    index, keys = Places(), Ids()
    index.packed.load(*_loaded(f"{name}.index", sections))
    keys.data += sections[f"{name}.keys"]
    starts = from_little("Q", sections[f"{name}.starts"])
    if not len(index) == len(keys) == len(starts) - 1 or starts[-1] != len(sections[name]):
        raise ValueError(f"the section {name} does not fit its keys")
    return Shelf(Packs(index, keys, starts, sections[name], codec.unpack))


# When.


class Snapshots:
    """Writes the snapshots of an open ledger: every ``INTERVAL`` entries in a thread that lives as long as the write,
    and on closing. Called with the ledger's gate held, when everything folded is on the disk. A snapshot that cannot be
    written is told in the log and missed by nobody but the next start."""

    def __init__(self, folder: Path, book: Book) -> None:
        self._path, self._book = folder / SNAPSHOT, book
        self._size = book.snapshot
        self._thread: threading.Thread | None = None

    def grown(self, signer: Callable[[], Signer]) -> None:
        """Begin a snapshot if it is time for one and none is being written."""
        if self._due(INTERVAL) and (self._thread is None or not self._thread.is_alive()):
            with self._told():
                thread = threading.Thread(target=self._write, args=(self._freeze(), signer()), daemon=True)
                thread.start()
                self._thread = thread

    def close(self, signer: Callable[[], Signer]) -> None:
        """Wait for one that is being written, and write the last one."""
        if self._thread is not None:
            self._thread.join()
        if self._due(MINIMUM):
            with self._told():
                self._write(self._freeze(), signer())

    def _due(self, entries: int) -> bool:
        return self._book.size - self._size >= entries and not self._book.state.frozen

    def _freeze(self) -> Frozen:
        self._size = self._book.size
        return freeze(self._book)

    def _write(self, frozen: Frozen, signer: Signer) -> None:
        with self._told():
            frozen.write(self._path, signer)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """A cache is not worth a ledger that stops: whatever goes wrong is told in the log."""
        try:
            yield
        except Exception as error:
            why = error if isinstance(error, LedgerError) else repr(error)
            _log.warning("no snapshot of the first %d entries was written: %s", self._size, why)
