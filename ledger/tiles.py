"""The tree and the entries as files for a static web server (C2SP tlog-tiles): names, contents, strict parsers.

::

    tile/<L>/<N>[.p/<W>]         hashes of level 8·L of the tree, 256 in a full tile, W in a partial one
    tile/entries/<N>[.p/<W>]     the entries under tile 0/<N>, each as a 2-byte big-endian length and its bytes

``N`` is written in groups of three digits, all but the last behind an ``x``: 1234067 is ``x001/x234/067``. A tile never
changes; a partial one is the beginning of the full one that comes in its place. Nothing is read or written here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ledger.chain import MerkleTree, node_hash
from ledger.errors import MalformedError
from ledger.types import MAX_ENTRY

HEIGHT = 8
WIDTH = 256
HASH = 32
ENTRIES = -1  # the level of entry bundles
MAX_LEVEL = 63
_path = re.compile(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([0-9]{1,3}))?").fullmatch


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """Which tile: its level (``ENTRIES`` for a bundle), its number in the level, and how many hashes it holds."""

    level: int
    number: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Its name under the log's prefix."""
        digits = f"{self.number:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
        number = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
        level = "entries" if self.level == ENTRIES else str(self.level)
        return f"tile/{level}/{number}" + (f".p/{self.width}" if self.partial else "")

    @property
    def partial(self) -> bool:
        return self.width < WIDTH

    @property
    def start(self) -> int:
        """Number of its first hash among those of its level; for a bundle the first entry."""
        return self.number * WIDTH

    @property
    def end(self) -> int:
        return self.start + self.width

    @classmethod
    def parse(cls, path: str, where: str = "tile") -> Tile:
        """The tile of a name; raises MalformedError unless it is written exactly so."""
        found = _path(path)
        if found is not None:
            level, groups, width = found.groups()
            number = int(groups.replace("/", "").replace("x", ""))
            tile = cls(ENTRIES if level == "entries" else int(level), number, WIDTH if width is None else int(width))
            if tile.path == path and tile.level <= MAX_LEVEL and 1 <= tile.width <= WIDTH:
                return tile
        raise MalformedError(where, f"{path[:80]!r} is not the name of a tile")


def tiles(level: int, size: int) -> Iterator[Tile]:
    """All tiles of one level (``ENTRIES`` too) of a tree of ``size`` leaves, the partial one, if any, last."""
    count = size >> (HEIGHT * max(level, 0))
    for number in range(count // WIDTH):
        yield Tile(level, number)
    if count % WIDTH:
        yield Tile(level, count // WIDTH, count % WIDTH)


def hash_tiles(size: int) -> Iterator[Tile]:
    """All tiles of hashes of a tree of ``size`` leaves, from the leaves upward."""
    level = 0
    while size >> (HEIGHT * level):
        yield from tiles(level, size)
        level += 1


def within(tile: Tile, size: int) -> bool:
    """Whether a tree of ``size`` leaves has exactly this tile."""
    count = size >> (HEIGHT * max(tile.level, 0))
    return tile.end <= count and (not tile.partial or tile.end == count)


class Edge:
    """The right edge of a tree: all that is needed to let it grow, taken from the last tile of each level.

    What was there before is believed; whoever makes one compares ``root`` with a checkpoint that is signed.
    """

    __slots__ = ("_rows", "_starts", "size")

    def __init__(self, size: int, partial: Callable[[Tile], bytes]) -> None:
        """``partial`` gives the bytes of a partial tile of hashes. Raises MalformedError for a wrong length."""
        self.size = size
        self._rows: list[list[bytes]] = []  # of each level of tiles, the hashes from its last full tile on
        self._starts: list[int] = []
        while count := size >> (HEIGHT * len(self._rows)):
            tile = Tile(len(self._rows), count // WIDTH, count % WIDTH)
            self._rows.append(parse_hashes(partial(tile), tile) if tile.width else [])
            self._starts.append(tile.start)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash, and the hash of each tile that it fills to the level above."""
        self.size += 1
        node, level = leaf, 0
        while True:
            if level == len(self._rows):
                self._rows.append([])
                self._starts.append(0)
            row = self._rows[level]
            row.append(node)
            if (self._starts[level] + len(row)) % WIDTH:
                return
            node = _joined(row[-WIDTH:])
            level += 1

    def hashes(self, level: int, start: int, end: int) -> bytes:
        """As of ``MerkleTree``, of what the edge has."""
        place, remainder = divmod(level, HEIGHT)
        if remainder or place >= len(self._rows) or not self._starts[place] <= start <= end <= self.size >> level:
            raise ValueError(f"subtrees {start} to {end} of height {level} are not at the edge of {self.size} leaves")
        first = self._starts[place]
        return b"".join(self._rows[place][start - first : end - first])

    def root(self) -> bytes:
        """The Merkle tree hash of all leaves, at least one."""
        pieces: list[bytes] = []
        for row, start in zip(reversed(self._rows), reversed(self._starts), strict=True):
            at = len(row) - (start + len(row)) % WIDTH
            while at < len(row):
                step = 1 << (len(row) - at).bit_length() - 1
                pieces.append(_joined(row[at : at + step]))
                at += step
        node = pieces.pop()
        while pieces:
            node = node_hash(pieces.pop(), node)
        return node


def _joined(nodes: list[bytes]) -> bytes:
    """The root over a power of two of them."""
    while len(nodes) > 1:
        nodes = [node_hash(left, right) for left, right in zip(nodes[::2], nodes[1::2], strict=True)]
    return nodes[0]


def content(tree: MerkleTree | Edge, tile: Tile) -> bytes:
    """The bytes of a tile of hashes. Raises ValueError if the tree is too small."""
    return tree.hashes(HEIGHT * tile.level, tile.start, tile.end)


def parse_hashes(data: bytes, tile: Tile, where: str = "tile") -> list[bytes]:
    """The hashes in a tile; raises MalformedError unless there are exactly as many as its name says."""
    if len(data) != tile.width * HASH:
        raise MalformedError(where, f"{len(data)} bytes; {tile.path} has {tile.width * HASH}")
    return [data[at : at + HASH] for at in range(0, len(data), HASH)]


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries as a bundle holds them. Raises MalformedError for one that is too long."""
    parts = []
    for raw in entries:
        if len(raw) > MAX_ENTRY:
            raise MalformedError("entry", f"{len(raw)} bytes; an entry has at most {MAX_ENTRY}")
        parts.append(len(raw).to_bytes(2, "big") + raw)
    return b"".join(parts)


def parse_bundle(data: bytes, tile: Tile, where: str = "bundle") -> list[bytes]:
    """The entries in a bundle; raises MalformedError unless there are exactly as many as its name says."""
    found: list[bytes] = []
    at = 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if at + 2 > len(data) or end > len(data):
            raise MalformedError(where, f"cut off in entry {len(found)} of {tile.path}")
        found.append(data[at + 2 : end])
        at = end
    if len(found) != tile.width:
        raise MalformedError(where, f"{len(found)} entries; {tile.path} has {tile.width}")
    return found
