"""Sealing, the Merkle tree and its proofs: published vectors first, then invariants."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import chain, parse
from ledger.errors import MalformedError
from ledger.types import Event

VECTORS = Path(__file__).parent.parent / "data" / "merkle"
LEAVES = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
ROOT_OF_8 = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def cases(folder: str) -> list[Path]:
    return sorted((VECTORS / folder).glob("*.json"))


def test_all_published_vectors_are_there() -> None:
    assert len(cases("inclusion")) + len(cases("consistency")) == 196


def decoded(items: list[str] | None) -> list[bytes]:
    return [base64.b64decode(item) for item in items or []]


@pytest.mark.parametrize("path", cases("inclusion"), ids=lambda path: path.stem)
def test_published_inclusion(path: Path) -> None:
    case = json.loads(path.read_text())
    root, leaf = base64.b64decode(case["root"]), base64.b64decode(case["leafHash"] or "")
    ok = chain.verify_inclusion(case["leafIdx"], case["treeSize"], leaf, decoded(case["proof"]), root)
    assert ok is not case["wantErr"]


@pytest.mark.parametrize("path", cases("consistency"), ids=lambda path: path.stem)
def test_published_consistency(path: Path) -> None:
    case = json.loads(path.read_text())
    first, second = base64.b64decode(case["root1"]), base64.b64decode(case["root2"])
    ok = chain.verify_consistency(case["size1"], case["size2"], first, second, decoded(case["proof"]))
    assert ok is not case["wantErr"]


def tree_of(leaves: list[bytes]) -> chain.MerkleTree:
    tree = chain.MerkleTree()
    for leaf in leaves:
        tree.append(chain.leaf_hash(leaf))
    return tree


def reference_root(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if not leaves:
        return chain.EMPTY_ROOT
    if len(leaves) == 1:
        return chain.leaf_hash(leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return chain.node_hash(reference_root(leaves[:k]), reference_root(leaves[k:]))


def test_standard_leaves() -> None:
    tree = tree_of([bytes.fromhex(leaf) for leaf in LEAVES])
    assert tree.root().hex() == ROOT_OF_8
    assert tree.root(0) == chain.EMPTY_ROOT


def test_every_size_agrees_with_the_definition() -> None:
    leaves = [bytes([i]) for i in range(70)]
    tree = tree_of(leaves)
    for size in range(71):
        assert tree.root(size) == reference_root(leaves[:size])


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_proofs_verify_and_nothing_else_does(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 200))
    tree = tree_of([i.to_bytes(2, "big") for i in range(size + 3)])
    index = data.draw(st.integers(0, size - 1))
    proof, leaf = tree.inclusion(index, size), tree.leaf(index)
    assert chain.verify_inclusion(index, size, leaf, proof, tree.root(size))
    assert not chain.verify_inclusion(index, size, leaf, [*proof, leaf], tree.root(size))
    other = data.draw(st.integers(0, size - 1).filter(lambda i: i != index)) if size > 1 else index + 1
    assert not chain.verify_inclusion(other, size, leaf, proof, tree.root(size))
    old = data.draw(st.integers(1, size))
    steps = tree.consistency(old, size)
    assert chain.verify_consistency(old, size, tree.root(old), tree.root(size), steps)
    assert not chain.verify_consistency(old, size, tree.root(old), tree.root(size + 1), steps)


def test_truncate_forgets() -> None:
    leaves = [bytes([i]) for i in range(40)]
    for keep in range(41):
        tree = tree_of(leaves)
        tree.truncate(keep)
        assert (tree.size, tree.root()) == (keep, reference_root(leaves[:keep]))
        tree.append(chain.leaf_hash(b"new"))
        assert tree.root() == reference_root([*leaves[:keep], b"new"])


def test_what_is_not_there_is_an_error() -> None:
    tree = tree_of([b"a", b"b"])
    with pytest.raises(ValueError, match="leaf 2"):
        tree.inclusion(2)
    with pytest.raises(ValueError, match="size 3"):
        tree.root(3)
    with pytest.raises(ValueError, match="size 3"):
        tree.consistency(3)


def event(body: dict[str, object]) -> Event:
    return Event("ab" * 32, "query", "1" * 32, "2" * 32, "3" * 64, "4" * 32, "5" * 64, 1, body)  # type: ignore[arg-type]


def test_sealing_gives_canonical_bytes() -> None:
    entry = chain.seal(1, 1, 7, 99, "cd" * 32, event({"note": "确权"}), bytes(64))
    assert parse.entry(entry.raw, 7) == entry
    assert entry.hash == chain.leaf_hash(entry.raw).hex()


def test_too_long_an_entry() -> None:
    with pytest.raises(MalformedError, match="at most 65535"):
        chain.seal(1, 1, 7, 99, "cd" * 32, event({"note": "x" * 66_000}), bytes(64))
