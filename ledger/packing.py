"""The folded state made small: its records packed, which are unpacked again when somebody asks for one."""

from __future__ import annotations

from typing import Any

from ledger.chain import MerkleTree
from ledger.records import Codec, Leaf, Words
from ledger.shelf import Shelf
from ledger.state import Proposal, Receivable, State

SHELVES: dict[str, Any] = {"receivables": Receivable, "proposals": Proposal}
"""The fields of the state that are shelves, and what lies on them."""
RECENT = 64  # hashes


def leaf_of(tree: MerkleTree) -> Leaf:
    """Hashes of entries by their place. The newest asked for are remembered: a record names each of its entries a few
    times, and is to hold one text of each."""
    recent: dict[int, str] = {}

    def leaf(seq: int) -> str:
        found = recent.get(seq)
        if found is None:
            if len(recent) >= RECENT:
                recent.clear()
            found = recent[seq] = tree.leaf(seq).hex()
        return found

    return leaf


def pack(state: State, words: Words, tree: MerkleTree) -> None:
    """Pack everything that can be; ``words`` grow. Records given out before are to be asked for anew."""
    leaf = leaf_of(tree)
    for key in state.keys:  # digests, but they recur
        words.add(key)
    for name, kind in SHELVES.items():
        codec: Codec[Any] = Codec(kind, words, leaf)
        shelf: Shelf[Any] = getattr(state, name)
        shelf.pack(codec.pack, codec.unpack)
    state.requests.pack()
    state.fingerprints.packed.pack()
