"""The entries below a snapshot, read again while the ledger is at work.

Opening goes on from a snapshot without reading them. What the snapshot brings is their hashes, whose root the signed
checkpoint states; so whether an entry on the disk is still the one that was recorded is seen by its own hash alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ledger.chain import MerkleTree, leaf_hash
from ledger.errors import CorruptError
from ledger.store import ENTRIES, read_lines

CHUNK = 4_096  # entries read in one go: some hundredths of a second


def reread(folder: Path, tree: MerkleTree, size: int) -> Iterator[int]:
    """Hold the first ``size`` entries in ``folder`` against ``tree``, a chunk at a time: how many are done after each.

    Needs no lock: entries and hashes are only ever added to. Raises CorruptError naming the first entry that is another
    one, or not there; StorageError.
    """
    lines = read_lines(folder)
    for seq in range(size):
        line = next(lines, b"")
        if not line.endswith(b"\n") or leaf_hash(line[:-1]) != tree.leaf(seq):
            why = "not the entry that was recorded: it was changed below the snapshot"
            raise CorruptError(seq, str(folder / ENTRIES), why)
        if (seq + 1) % CHUNK == 0 or seq + 1 == size:
            yield seq + 1
