"""What a publisher reads of a ledger: everything, or only what is newer than what is published already.

A published folder proves itself: its checkpoint is signed by the log, and the last tile of each level leads to the
checkpoint's root. So a publisher who finds one there goes on from those few hashes, looks up in the file of entries
where the last full tile ended (entries are in the order of their numbers, so a binary search needs no index), and reads
from there; that the whole leads to the new checkpoint's root shows that nothing was mistaken. Whatever does not fit,
all entries are read, and what is wrong is told by that.
"""

from __future__ import annotations

import os
import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger import logkeys, store, tiles
from ledger.chain import MerkleTree, leaf_hash
from ledger.checkpoint import Verifier, open_note
from ledger.durable import storage
from ledger.errors import CorruptError, LedgerError, MalformedError
from ledger.replay import eras_of, genesis_of, log_verifiers, trusted_checkpoint, whole
from ledger.tiles import Edge, Tile
from ledger.types import MAX_ENTRY, Checkpoint, Genesis

_LONGEST = MAX_ENTRY + 1  # bytes of a line with its 0x0A
_seq = re.compile(rb'"seq":(0|[1-9][0-9]{0,15}),"sig":"[A-Za-z0-9+/=]*","v":[0-9]{1,16}\}\n\Z').search


class UnfitError(Exception):
    """What is published cannot be gone on from; everything has to be read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A ledger as read for a checkpoint: hashes, and where each entry lies, from the tile of ``base`` on."""

    checkpoint: Checkpoint
    verifiers: Sequence[Verifier]  # every key of the log
    tree: MerkleTree | Edge
    base: int  # entries that were published already and not read again; 0: everything was read
    first: int  # the entry that ``offsets`` begins with
    offsets: array[int]
    roots: Mapping[int, bytes] = field(default_factory=dict)  # by size, those that an edge cannot tell

    def span(self, tile: Tile) -> tuple[int, int] | None:
        """Where the entries of a bundle begin and end; None if they were not read."""
        if tile.start < self.first:
            return None
        return self.offsets[tile.start - self.first], self.offsets[tile.end - self.first]

    def root(self, size: int) -> bytes:
        """The root of the first ``size`` entries. Raises UnfitError for a size that this reading cannot tell."""
        if isinstance(self.tree, MerkleTree):
            return self.tree.root(size)
        if size not in self.roots:
            raise UnfitError
        return self.roots[size]

    def content(self, tile: Tile) -> bytes:
        """The bytes of a tile of hashes. Raises UnfitError for one that was published already and is needed again."""
        if self.base and tiles.within(tile, self.base):
            raise UnfitError
        return tiles.content(self.tree, tile)


def everything(source: Path, note: bytes) -> Reading:
    """Every entry up to the checkpoint in ``note``. Raises CorruptError if they do not lead to it."""
    genesis, eras = eras_of(store.read_lines(source))
    checkpoint = trusted_checkpoint(note, genesis, str(source / store.CHECKPOINT), eras)
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
    return Reading(checkpoint, log_verifiers(genesis, eras), tree, 0, 0, offsets)


def newer(source: Path, note: bytes, published: Path) -> Reading:
    """What came after what the folder ``published`` holds. Raises UnfitError if that cannot be told."""
    try:
        return _newer(source, note, published)
    except (LedgerError, OSError, ValueError) as error:
        raise UnfitError from error


def _newer(source: Path, note: bytes, published: Path) -> Reading:
    genesis = genesis_of(next(store.read_lines(source), b"")).event
    assert isinstance(genesis, Genesis)
    earlier_note = (published / store.CHECKPOINT).read_bytes()
    earlier, checkpoint = (trusted_checkpoint(each, genesis) for each in (earlier_note, note))
    verifiers = log_verifiers(genesis)
    if earlier.size > checkpoint.size or open_note(earlier_note, verifiers)[1] != open_note(note, verifiers)[1]:
        raise UnfitError  # another key signs: who may is for the entries to say
    edge = Edge(earlier.size, lambda tile: (published / tile.path).read_bytes())
    if edge.root() != earlier.root:
        raise UnfitError
    first, offsets = _go_on(source, edge, checkpoint.size)
    if edge.size != checkpoint.size or edge.root() != checkpoint.root:
        raise UnfitError
    roots = {earlier.size: earlier.root, checkpoint.size: checkpoint.root}
    return Reading(checkpoint, verifiers, edge, earlier.size, first, offsets, roots)


def _go_on(source: Path, edge: Edge, size: int) -> tuple[int, array[int]]:
    """Add to ``edge`` what it lacks; the first entry that was read for it, and where each from there on begins."""
    base = edge.size
    first = base // tiles.WIDTH * tiles.WIDTH
    if first == size:
        return first, array("Q")
    offset = find(source / store.ENTRIES, first)
    offsets = array("Q", [offset])
    for seq, line in enumerate(store.read_lines(source, offset), first):
        if seq == size:
            break
        leaf = leaf_hash(whole(line, seq))
        if seq >= base:
            if logkeys.marked(line):
                raise UnfitError  # perhaps another key signs from here on
            edge.append(leaf)
        elif leaf != edge.hashes(0, seq, seq + 1):
            raise UnfitError
        offsets.append(offsets[-1] + len(line))
    if len(offsets) != size - first + 1:
        raise UnfitError
    return first, offsets


def find(path: Path, seq: int) -> int:
    """Where entry ``seq`` begins in a file of entries, which is believed to be in order. Raises UnfitError if it is not
    found, StorageError."""
    with storage(path), path.open("rb") as file:
        fd, low, high = file.fileno(), 0, path.stat().st_size
        while high - low > _LONGEST:
            middle = (low + high) // 2
            ahead = os.pread(fd, 2 * _LONGEST, middle)
            begin = ahead.find(b"\n") + 1
            line = ahead[begin : ahead.find(b"\n", begin) + 1]
            number = _number(line) if line else None  # None: the middle is in the last line
            if number == seq:
                return middle + begin
            if number is not None and number < seq:
                low = middle + begin
            else:
                high = middle
        rest = os.pread(fd, 2 * _LONGEST, low)
        at = 0
        while at < len(rest):
            end = rest.find(b"\n", at) + 1
            if _number(rest[at:end]) == seq:
                return low + at
            at = end
    raise UnfitError


def _number(line: bytes) -> int:
    """The number that a line gives itself. Raises UnfitError if it is none of an entry."""
    found = _seq(line)
    if found is None:
        raise UnfitError
    return int(found[1])
