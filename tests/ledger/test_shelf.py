"""Packed collections are the mappings that they stand for, whatever is done to them, in whatever order."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.chain import MerkleTree, leaf_hash
from ledger.packed import LOAD, Digests, Ids, Packed, Places, from_little, little
from ledger.shelf import Shelf


def key(number: int) -> bytes:
    return sha256(b"%d" % number).digest()


def hexed(number: int) -> str:
    return key(number).hex()


ACTS = st.lists(
    st.tuples(st.sampled_from(["put", "put", "drop", "pack"]), st.integers(0, 400), st.integers(0, 255)), max_size=900
)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_packed_is_a_dictionary(acts: list[tuple[str, int, int]]) -> None:
    packed, model = Packed(32, 1), dict[bytes, bytes]()
    for act, number, value in acts:
        if act == "put":
            packed[key(number)] = model[key(number)] = bytes([value])
        elif act == "pack":
            packed.pack()
        elif key(number) in model:
            del packed[key(number)], model[key(number)]
        else:
            with pytest.raises(KeyError):
                del packed[key(number)]
    assert packed == model
    assert len(packed) == len(model)
    assert [packed.get(key(number)) for number in range(401)] == [model.get(key(number)) for number in range(401)]
    again = Packed(32, 1)
    again.load(*packed.dump())
    assert again == model
    again[key(1000)] = b"!"
    assert again[key(1000)] == b"!"


def test_buckets_grow_one_by_one() -> None:
    packed = Packed(32, 5)
    for number in range(10_000):
        packed[key(number)] = number.to_bytes(5)
        if number % 7 == 0:
            packed.pack()
    packed.pack()
    assert len(packed._buckets) == -(-10_000 // LOAD)
    assert max(len(bucket) for bucket in packed._buckets) < 37 * LOAD * 5
    assert all(int.from_bytes(packed[key(number)]) == number for number in range(10_000))


def test_the_same_bytes_across_two_records_are_no_key() -> None:
    packed = Packed(4, 4)
    packed[b"aabb"] = b"ccdd"
    packed.pack()
    assert b"bbcc" not in packed
    assert packed.get(b"bbcc") is None
    packed[b"bbcc"] = b"cccc"
    packed.pack()
    assert packed[b"bbcc"] == b"cccc"
    assert packed[b"aabb"] == b"ccdd"


def test_widths_are_kept() -> None:
    packed = Packed(4, 2)
    with pytest.raises(ValueError, match="keys have 4, values 2"):
        packed[b"abc"] = b"de"
    packed[b"abcd"] = b"ef"
    packed.pack()
    assert b"abc" not in packed
    assert "abcd" not in packed
    for wrong in (b"", b"abc", b"abcde"):
        with pytest.raises(KeyError):
            packed[wrong]
    lengths, data = packed.dump()
    for pair in ((lengths, data[:-1]), (lengths, data + b"x"), (b"", data), (b"\5\0\0\0", data[:5]), (b"\1", data)):
        with pytest.raises(ValueError):
            Packed(4, 2).load(*pair)


@pytest.mark.parametrize(("kind", "value"), [(Digests, hexed), (Places, int)])
def test_hexadecimal_keys(kind: Any, value: Callable[[int], Any]) -> None:
    found = kind()
    for number in range(100):
        found[hexed(number)] = value(number)
    del found[hexed(50)]
    assert found == {hexed(number): value(number) for number in range(100) if number != 50}
    assert len(found) == 99
    for stranger in ("", "unreadable", "ab", hexed(50), hexed(3)[:-2], hexed(3).upper(), f"{hexed(3)} ", 7):
        assert stranger not in found
    assert found.get("unreadable") is None


def test_ids_are_a_list() -> None:
    ids, model = Ids(), [hexed(number) for number in range(5)]
    for each in model:
        ids.append(each)
    assert ids == model
    assert ids != model[1:]
    assert (ids[0], ids[-1], ids[1:3], list(reversed(ids))) == (model[0], model[-1], model[1:3], model[::-1])
    assert (hexed(3) in ids, hexed(9) in ids, ids.index(hexed(2))) == (True, False, 2)
    for place in (5, -6):
        with pytest.raises(IndexError):
            ids[place]


def test_arrays_are_little_endian() -> None:
    assert little(from_little("H", b"\1\0\0\2")) == b"\1\0\0\2"
    assert list(from_little("H", b"\1\0\0\2")) == [1, 512]


class Record:
    """Something that can be changed."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self.value == other.value

    __hash__ = None  # type: ignore[assignment]


def pack(record: Record) -> bytes:
    return json.dumps(record.value).encode()


def unpack(data: bytes) -> Record:
    return Record(json.loads(data))


SHELF_ACTS = st.lists(
    st.tuples(st.sampled_from(["new", "change", "replace", "look", "walk", "pack"]), st.integers(0, 10**6)), max_size=60
)


@settings(max_examples=150, deadline=None)
@given(SHELF_ACTS)
def test_a_shelf_is_a_dictionary_in_order(acts: list[tuple[str, int]]) -> None:
    shelf, model = Shelf[Record](), dict[str, Record]()
    for act, number in acts:
        some = hexed(number % (len(model) + 1))
        if act == "new":
            shelf[hexed(len(model))] = Record(number)
            model[hexed(len(model))] = Record(number)
        elif act == "pack":
            shelf.pack(pack, unpack)
        elif act == "walk":
            assert [(name, each.value) for name, each in shelf.items()] == [(n, e.value) for n, e in model.items()]
        elif some in model:
            assert shelf[some] is shelf[some]
            if act == "change":
                shelf[some].value = model[some].value = number
            elif act == "replace":
                shelf[some] = model[some] = Record(number)
    assert list(shelf) == list(model)
    assert list(shelf.values()) == list(model.values())
    assert len(shelf) == len(model)
    assert shelf == model
    assert all(name in shelf for name in model)
    assert "unreadable" not in shelf
    assert shelf.get(hexed(len(model))) is None


def test_a_walk_keeps_nothing_and_sees_what_was_changed() -> None:
    shelf = Shelf[Record]()
    for number in range(3):
        shelf[hexed(number)] = Record(number)
    shelf.pack(pack, unpack)
    assert next(shelf.values()) is not next(shelf.values())
    shelf[hexed(1)].value = 10
    assert [each.value for each in shelf.values()] == [0, 10, 2]
    walk = shelf.values()
    next(walk)
    shelf[hexed(3)] = Record(3)
    shelf.pack(pack, unpack)
    shelf[hexed(4)] = Record(4)
    assert [each.value for each in walk] == [10, 2]  # as it was when the walk began


def test_what_is_packed_stays() -> None:
    shelf = Shelf[Record]()
    shelf["odd"] = Record(0)  # a key that is no digest, until it is to be packed
    del shelf["odd"]
    shelf[hexed(1)] = Record(1)
    shelf.pack(pack, unpack)
    with pytest.raises(KeyError):
        del shelf[hexed(1)]


def test_packing_that_fails_changes_nothing() -> None:
    shelf = Shelf[Record]()
    for number in range(3):
        shelf[hexed(number)] = Record(number)
    shelf.pack(pack, unpack)
    shelf[hexed(3)] = Record(3)
    shelf[hexed(4)] = Record(object())  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        shelf.pack(pack, unpack)
    shelf[hexed(4)].value = 4
    assert [each.value for each in shelf.values()] == [0, 1, 2, 3, 4]
    shelf.pack(pack, unpack)
    assert [each.value for each in shelf.values()] == [0, 1, 2, 3, 4]


def test_packing_that_fails_in_its_last_step_changes_nothing() -> None:
    """As it can when the memory does not hold old and new records at once."""
    shelf = Shelf[Record]()
    for number in range(3):
        shelf[hexed(number)] = Record(number)
    shelf.pack(pack, unpack)
    for number in (3, 4):
        shelf[hexed(number)] = Record(number)
    text: Any = "text"  # cannot be joined with the bytes of the others
    with pytest.raises(TypeError):
        shelf.pack(lambda record: text if record.value == 4 else pack(record), unpack)
    shelf[hexed(3)] = Record(30)
    assert [each.value for each in shelf.values()] == [0, 1, 2, 30, 4]
    shelf.pack(pack, unpack)
    shelf[hexed(5)] = Record(5)
    shelf.pack(pack, unpack)
    assert [shelf[hexed(number)].value for number in range(6)] == [0, 1, 2, 30, 4, 5]
    assert [each.value for each in shelf.values()] == [0, 1, 2, 30, 4, 5]
    assert (len(shelf), list(shelf)) == (6, [hexed(number) for number in range(6)])


def test_an_interrupt_between_two_keys_changes_nothing() -> None:
    """What was added to index and keys before it is no record yet, and is none the next time."""
    shelf = Shelf[Record]()
    shelf[hexed(0)] = Record(0)
    shelf.pack(pack, unpack)
    shelf[hexed(1)] = Record(1)
    shelf["no digest"] = Record(2)  # which the index refuses, behind the one that it took
    with pytest.raises(ValueError, match="0 and 5 bytes"):
        shelf.pack(pack, unpack)
    del shelf["no digest"]
    shelf[hexed(1)] = Record(10)
    assert (shelf[hexed(1)].value, len(shelf), list(shelf)) == (10, 2, [hexed(0), hexed(1)])
    shelf[hexed(3)] = Record(3)
    shelf.pack(pack, unpack)
    assert [(key, each.value) for key, each in shelf.items()] == [(hexed(0), 0), (hexed(1), 10), (hexed(3), 3)]
    assert [shelf[hexed(number)].value for number in (0, 1, 3)] == [0, 10, 3]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 300), st.integers(0, 40))
def test_a_tree_comes_back_and_grows(size: int, more: int) -> None:
    tree, whole = MerkleTree(), MerkleTree()
    for number in range(size):
        tree.append(leaf_hash(b"%d" % number))
    again = MerkleTree.load(tree.dump(), size)
    for number in range(size + more):
        whole.append(leaf_hash(b"%d" % number))
        if number >= size:
            again.append(leaf_hash(b"%d" % number))
    assert (again.size, again.root(), again.dump()) == (whole.size, whole.root(), whole.dump())
    with pytest.raises(ValueError, match="no tree of"):
        MerkleTree.load(tree.dump() + b"x", size)
