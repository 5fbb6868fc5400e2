"""Tiles and bundles: names, contents, and that nothing else passes for them (C2SP tlog-tiles)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import tiles
from ledger.chain import MerkleTree, leaf_hash, node_hash
from ledger.errors import MalformedError
from ledger.tiles import ENTRIES, Tile


def tree_of(size: int) -> MerkleTree:
    tree = MerkleTree()
    for number in range(size):
        tree.append(leaf_hash(number.to_bytes(4, "big")))
    return tree


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1234067), "tile/0/x001/x234/067"),  # the example of the specification
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 999), "tile/0/999"),
        (Tile(0, 1000), "tile/0/x001/000"),
        (Tile(1, 273, 112), "tile/1/273.p/112"),
        (Tile(ENTRIES, 1_000_000, 1), "tile/entries/x001/x000/000.p/1"),
        (Tile(63, 7, 255), "tile/63/007.p/255"),
    ],
)
def test_names(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert Tile.parse(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/1", "tile/0/0001", "tile/0/x000/001", "tile/00/001", "tile/64/001", "tile/-1/001", "tile/0/001.p/0",
        "tile/0/001.p/256", "tile/0/001.p/01", "tile/0/001.p/", "tile/0/x001", "tile/0/001/002", "/tile/0/001",
        "tile/0/001\n", "tile/0/../001", "tile/entries/٠٠١", "tile/0/001.p/255/", "tile//001", "",
    ],
)  # fmt: skip
def test_other_names_are_refused(path: str) -> None:
    with pytest.raises(MalformedError, match="not the name of a tile"):
        Tile.parse(path)


@given(st.integers(-1, 63), st.integers(0, 10**12), st.integers(1, 256))
def test_format_and_parse(level: int, number: int, width: int) -> None:
    tile = Tile(level, number, width)
    assert Tile.parse(tile.path) == tile


@given(st.text("tile/entrsx.p0123456789", max_size=24).map(lambda rest: "tile/" + rest))
def test_what_parses_formats_to_the_same(path: str) -> None:
    try:
        tile = Tile.parse(path)
    except MalformedError:
        return
    assert tile.path == path


def test_a_tree_of_70000_as_the_specification_says() -> None:
    found = list(tiles.hash_tiles(70_000))
    assert [tile for tile in found if tile.level == 0] == [*(Tile(0, n) for n in range(273)), Tile(0, 273, 112)]
    assert [tile for tile in found if tile.level] == [Tile(1, 0), Tile(1, 1, 17), Tile(2, 0, 1)]


def test_a_tree_of_256() -> None:
    assert list(tiles.hash_tiles(256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles.tiles(ENTRIES, 257)) == [Tile(ENTRIES, 0), Tile(ENTRIES, 1, 1)]
    assert list(tiles.hash_tiles(0)) == []


def test_which_sizes_have_a_tile() -> None:
    assert tiles.within(Tile(0, 0), 256)
    assert tiles.within(Tile(0, 0), 9999)
    assert not tiles.within(Tile(0, 0), 255)
    assert tiles.within(Tile(0, 0, 7), 7)
    assert not tiles.within(Tile(0, 0, 7), 8)
    assert tiles.within(Tile(1, 0, 1), 300)
    assert tiles.within(Tile(ENTRIES, 1, 44), 300)


def reference(tree: MerkleTree, level: int, number: int) -> bytes:
    """MTH(D[n·256^l : (n+1)·256^l]), from the leaves."""
    width = 256**level
    row = [tree.leaf(number * width + at) for at in range(width)]
    while len(row) > 1:
        row = [node_hash(row[at], row[at + 1]) for at in range(0, len(row), 2)]
    return row[0]


def test_contents_are_the_specifications_hashes() -> None:
    tree = tree_of(70_000)
    for tile in tiles.hash_tiles(70_000):
        data = tiles.content(tree, tile)
        hashes = tiles.parse_hashes(data, tile)
        assert len(hashes) == tile.width
        if tile.level:
            assert hashes[0] == reference(tree, tile.level, tile.start)
            assert hashes[-1] == reference(tree, tile.level, tile.end - 1)
        else:
            assert hashes == [tree.leaf(at) for at in range(tile.start, tile.end)]
    assert len(tiles.content(tree, Tile(0, 3))) == 8192


def test_a_partial_tile_is_the_beginning_of_the_full_one() -> None:
    tree = tree_of(600)
    assert tiles.content(tree, Tile(0, 1)).startswith(tiles.content(tree, Tile(0, 1, 9)))
    with pytest.raises(ValueError, match="not in a tree of 600"):
        tiles.content(tree, Tile(0, 2))
    with pytest.raises(ValueError, match="not in a tree of 600"):
        tiles.content(tree, Tile(2, 0, 1))


def test_a_tile_of_another_length() -> None:
    with pytest.raises(MalformedError, match=r"31 bytes; tile/0/000\.p/1 has 32"):
        tiles.parse_hashes(bytes(31), Tile(0, 0, 1))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
@settings(max_examples=50)
def test_bundles(entries: list[bytes]) -> None:
    tile = Tile(ENTRIES, 0, len(entries))
    data = tiles.bundle(entries)
    assert tiles.parse_bundle(data, tile) == entries
    for broken in (data[:-1], data + b"\0", data + b"\0\0"):
        with pytest.raises(MalformedError):
            tiles.parse_bundle(broken, tile)


def test_an_entry_of_two_bytes_of_length() -> None:
    assert tiles.bundle([b"ab", b""]) == b"\x00\x02ab\x00\x00"
    assert len(tiles.bundle([bytes(65_535)])) == 65_537
    with pytest.raises(MalformedError, match="65536 bytes"):
        tiles.bundle([bytes(65_536)])


# The right edge of a tree, taken from its tiles.

LARGE = tree_of(66_200)  # three levels of tiles
SIZES = st.one_of(
    st.integers(1, 1100), st.integers(65_000, 66_000), st.sampled_from([255, 256, 257, 512, 65_535, 65_536, 65_537])
)


@settings(max_examples=60, deadline=None)
@given(SIZES, st.integers(0, 200))
def test_an_edge_grows_as_the_tree_does(size: int, more: int) -> None:
    asked: list[Tile] = []

    def partial(tile: Tile) -> bytes:
        asked.append(tile)
        return tiles.content(LARGE, tile)

    edge = tiles.Edge(size, partial)
    assert all(tile.partial and tiles.within(tile, size) for tile in asked)
    assert len(asked) <= 3
    assert edge.root() == LARGE.root(size)
    for number in range(size, size + more):
        edge.append(LARGE.leaf(number))
    assert (edge.size, edge.root()) == (size + more, LARGE.root(size + more))
    for tile in tiles.hash_tiles(edge.size):
        if not tiles.within(tile, size):
            assert tiles.content(edge, tile) == LARGE.hashes(8 * tile.level, tile.start, tile.end)


def test_an_edge_knows_nothing_of_what_lies_before_it() -> None:
    edge = tiles.Edge(700, lambda tile: tiles.content(LARGE, tile))
    for level, start, end in ((0, 0, 1), (0, 511, 513), (0, 690, 701), (1, 300, 301), (8, 0, 3), (16, 0, 1)):
        with pytest.raises(ValueError, match="are not at the edge of 700 leaves"):
            edge.hashes(level, start, end)
    with pytest.raises(MalformedError, match=r"tile/0/002\.p/188 has 6016"):
        tiles.Edge(700, lambda tile: tiles.content(LARGE, tile)[:-1])
