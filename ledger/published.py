"""Checking a published folder: its tiles, its entry bundles, and that it extends a checkpoint that was kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ledger import parse, store, tiles
from ledger.chain import FIRST_PREV, MerkleTree
from ledger.checkpoint import Verifier, open_checkpoint
from ledger.durable import storage
from ledger.errors import CorruptError, MalformedError, SignatureError
from ledger.tiles import Tile
from ledger.types import Checkpoint


def check(
    folder: Path, verifiers: Sequence[Verifier], *, kept: Iterable[Checkpoint] = (), entries: Path | None = None
) -> Checkpoint:
    """The checkpoint that ``folder`` publishes, if every tile leads to it.

    ``verifiers`` are the log's keys as the checker knows them; ``kept`` are checkpoints that the checker verified
    before, each of which the published one must extend; ``entries`` is the folder of bundles, whose entries must be
    those that the tiles speak of, each linked to the one before. Signatures and decisions of entries are the audit's.
    Raises CorruptError naming the file or the first bad entry, StorageError.
    """
    checkpoint = _checkpoint(folder, verifiers)
    tree = MerkleTree()
    for tile in tiles.tiles(0, checkpoint.size):
        for leaf in _hashes(folder, tile):
            tree.append(leaf)
    for tile in tiles.hash_tiles(checkpoint.size):
        if tile.level and b"".join(_hashes(folder, tile)) != tiles.content(tree, tile):
            raise CorruptError(None, str(folder / tile.path), "does not fit the tiles below it")
    if tree.root() != checkpoint.root:
        raise CorruptError(None, str(folder / "tile"), "the tiles do not lead to the checkpoint's root")
    for each in kept:
        _extends(folder, checkpoint, each, tree)
    if entries is not None:
        _check_bundles(entries, _checkpoint(entries, verifiers), checkpoint, tree)
    return checkpoint


def _read(path: Path) -> bytes:
    with storage(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            raise CorruptError(None, str(path), "missing; publish again") from None


def _checkpoint(folder: Path, verifiers: Iterable[Verifier]) -> Checkpoint:
    path = folder / store.CHECKPOINT
    try:
        return open_checkpoint(_read(path), verifiers, str(path))
    except (MalformedError, SignatureError) as error:
        raise CorruptError(None, str(path), error.why) from None


def _hashes(folder: Path, tile: Tile) -> list[bytes]:
    path = folder / tile.path
    try:
        return tiles.parse_hashes(_read(path), tile, str(path))
    except MalformedError as error:
        raise CorruptError(None, str(path), error.why) from None


def _extends(folder: Path, checkpoint: Checkpoint, kept: Checkpoint, tree: MerkleTree) -> None:
    path = str(folder / store.CHECKPOINT)
    if kept.origin != checkpoint.origin:
        raise CorruptError(None, path, f"of {checkpoint.origin}, the one kept is of {kept.origin}")
    if kept.size > checkpoint.size:
        raise CorruptError(None, path, f"{checkpoint.size} entries; the checkpoint that was kept had {kept.size}")
    if tree.root(kept.size) != kept.root:
        why = f"does not extend the checkpoint of {kept.size} entries that was kept: history was changed"
        raise CorruptError(None, path, f"{why}; keep both, each is signed by the log")


def _check_bundles(folder: Path, own: Checkpoint, checkpoint: Checkpoint, tree: MerkleTree) -> None:
    if own != checkpoint:
        why = f"of {own.size} entries, the tiles are of {checkpoint.size}; publish both again"
        raise CorruptError(None, str(folder / store.CHECKPOINT), why)
    link = FIRST_PREV
    for tile in tiles.tiles(tiles.ENTRIES, checkpoint.size):
        link = _check_bundle(folder / tile.path, tile, tree, link)


def _check_bundle(path: Path, tile: Tile, tree: MerkleTree, link: str) -> str:
    """The hash of the bundle's last entry, if all of them are in the tree and linked."""
    seq = tile.start
    try:
        for raw in tiles.parse_bundle(_read(path), tile, str(path)):
            entry = parse.entry(raw, seq)
            if bytes.fromhex(entry.hash) != tree.leaf(seq) or entry.prev != link:
                raise CorruptError(seq, str(path), f"not the entry that the tiles speak of (in {path})")
            link = entry.hash
            seq += 1
    except MalformedError as error:
        raise CorruptError(seq, str(path), f"{error.where}: {error.why}") from None
    return link
