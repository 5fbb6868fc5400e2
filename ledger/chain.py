"""The chain and the tree: sealing entries, and the Merkle tree of RFC 6962 over them with its proofs (RFC 9162).

An entry's link is its RFC 6962 leaf hash, so the chain (each entry names the one before) and the tree (a checkpoint
names all of them) speak of the same thing. ``prev`` of entry 0 is 64 zeros.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from hashlib import sha256

from ledger import canonical
from ledger.errors import MalformedError
from ledger.parse import encode_base64, event_value, genesis_value
from ledger.types import MAX_ENTRY, Entry, Event, Genesis

FIRST_PREV = "0" * 64
EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """SHA-256(0x00 ‖ data), RFC 6962 section 2.1."""
    return sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right), RFC 6962 section 2.1."""
    return sha256(b"\1" + left + right).digest()


def seal(
    v: int, rules: int, seq: int, at: int, prev: str, event: Event | Genesis, sig: bytes, payload: bytes | None = None
) -> Entry:
    """Place an event in the ledger: the entry with its canonical bytes and its hash.

    ``payload`` are the event's canonical bytes, if the caller has them. Raises MalformedError if the entry is too long.
    """
    if payload is None:
        value = genesis_value(event) if isinstance(event, Genesis) else event_value(event)
        payload = canonical.dumps(value, "event")
    raw = b'{"at":%d,"event":%b,"prev":"%b","rules":%d,"seq":%d,"sig":"%b","v":%d}' % (
        at, payload, prev.encode(), rules, seq, encode_base64(sig).encode(), v,
    )  # fmt: skip
    if len(raw) > MAX_ENTRY:
        raise MalformedError("event", f"{len(raw)} bytes as an entry; at most {MAX_ENTRY}, so shorten it")
    return Entry(v, rules, seq, at, prev, event, sig, raw, sha256(b"\0" + raw).hexdigest())


class MerkleTree:
    """An append-only Merkle tree that keeps every complete subtree's hash: 64 bytes a leaf.

    Appending is O(1) amortised, roots and proofs of any earlier size O(log n). What was appended never changes, so
    proofs for a size that is no longer growing may be read while another thread appends.
    """

    __slots__ = ("_levels", "size")

    def __init__(self) -> None:
        self._levels: list[bytearray] = [bytearray()]
        self.size = 0

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash (32 bytes, of ``leaf_hash``)."""
        self._levels[0] += leaf
        index, level = self.size, 0
        node = leaf
        while index & 1:
            below = self._levels[level]
            left = bytes(below[(index - 1) * 32 : index * 32])
            node = sha256(b"\1" + left + node).digest()
            level += 1
            index >>= 1
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += node
        self.size += 1

    def truncate(self, size: int) -> None:
        """Forget every leaf from ``size`` on, as if it had never been appended."""
        for level, row in enumerate(self._levels):
            del row[(size >> level) * 32 :]
        self.size = size

    def dump(self) -> bytes:
        """Every hash of the tree, for ``load``: level by level, the leaves first."""
        return b"".join(self._levels)

    @classmethod
    def load(cls, data: bytes, size: int) -> MerkleTree:
        """The tree of ``size`` leaves out of what ``dump`` gave; nothing is hashed. Raises ValueError if the length is
        wrong."""
        tree, at = cls(), 0
        tree._levels, tree.size = [], size
        for level in range(max(1, size.bit_length())):
            end = at + (size >> level) * 32
            tree._levels.append(bytearray(data[at:end]))
            at = end
        if at != len(data):
            raise ValueError(f"{len(data)} bytes are no tree of {size} leaves")
        return tree

    def leaf(self, index: int) -> bytes:
        """The leaf hash at ``index``."""
        return self._node(0, index)

    def _node(self, level: int, index: int) -> bytes:
        return bytes(self._levels[level][index * 32 : index * 32 + 32])

    def hashes(self, level: int, start: int, end: int) -> bytes:
        """The hashes of complete subtrees of 2^``level`` leaves, joined: number ``start`` to before ``end``."""
        if level >= len(self._levels) or not 0 <= start <= end <= self.size >> level:
            raise ValueError(f"subtrees {start} to {end} of height {level} are not in a tree of {self.size}")
        return bytes(self._levels[level][start * 32 : end * 32])

    def root(self, size: int | None = None) -> bytes:
        """The Merkle tree hash of the first ``size`` leaves (all by default)."""
        size = self._checked(size)
        return EMPTY_ROOT if size == 0 else self._range(0, size)

    def _checked(self, size: int | None) -> int:
        if size is None:
            return self.size
        if not 0 <= size <= self.size:
            raise ValueError(f"size {size} is not between 0 and {self.size}")
        return size

    def _range(self, start: int, end: int) -> bytes:
        """Hash of leaves start..end, where start is a multiple of the smallest power of two that holds them."""
        pieces: list[bytes] = []
        while start < end:
            level = (end - start).bit_length() - 1
            pieces.append(self._node(level, start >> level))
            start += 1 << level
        node = pieces.pop()
        while pieces:
            node = node_hash(pieces.pop(), node)
        return node

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """The audit path of leaf ``index`` among ``size`` leaves, from the leaf's sibling upward (RFC 9162, 2.1.3)."""
        size = self._checked(size)
        if not 0 <= index < size:
            raise ValueError(f"leaf {index} is not in a tree of {size}")
        path: list[bytes] = []
        start, end = 0, size
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start = middle
        path.reverse()
        return path

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """The proof that the tree of ``new`` leaves extends the one of ``old`` leaves (RFC 9162, 2.1.4)."""
        new = self._checked(new)
        if not 0 <= old <= new:
            raise ValueError(f"size {old} is not between 0 and {new}")
        if old in (0, new):
            return []
        path: list[bytes] = []
        start, end, whole = 0, new, True
        while old != end:
            middle = start + _split(end - start)
            if old <= middle:
                path.append(self._range(middle, end))
                end = middle
            else:
                path.append(self._range(start, middle))
                start, whole = middle, False
        if not whole:
            path.append(self._range(start, end))
        path.reverse()
        return path


def _split(size: int) -> int:
    """The largest power of two smaller than ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def verify_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether ``proof`` shows ``leaf`` at ``index`` in a tree of ``size`` leaves with ``root`` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or len(leaf) != 32:
        return False
    place, last, node = index, size - 1, leaf
    for item in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            node = node_hash(item, node)
            while not place & 1 and place:
                place >>= 1
                last >>= 1
        else:
            node = node_hash(node, item)
        place >>= 1
        last >>= 1
    return last == 0 and node == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether ``proof`` shows that the tree of ``new`` leaves extends the one of ``old`` leaves (RFC 9162, 2.1.4.2).

    From an empty tree there is nothing to prove, and nothing is proven: false unless both are empty.
    """
    if old < 0 or old > new or (old == 0 and old_root != EMPTY_ROOT):
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0 or not proof:
        return False
    items = list(proof)
    if old & (old - 1) == 0:
        items.insert(0, old_root)
    place, last = old - 1, new - 1
    while place & 1:
        place >>= 1
        last >>= 1
    first = second = items[0]
    for item in items[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(item, first), node_hash(item, second)
            while not place & 1 and place:
                place >>= 1
                last >>= 1
        else:
            second = node_hash(second, item)
        place >>= 1
        last >>= 1
    return last == 0 and first == old_root and second == new_root
