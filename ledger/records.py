"""Folded records ↔ compact JSON, derived from the types of their fields: what the snapshot keeps.

A dataclass is the list of its fields' values in their order, so a field that is added is packed like the others, and
one of a type that is not known here fails as soon as its form is made. Two things keep records short: text that recurs
(ids of people and parties, keys, days, words of closed lists) is written once, in ``Words``, and then by its number;
and the hash of an entry whose place stands beside it is left out, because the Merkle tree has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from sys import intern
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from ledger.types import Json

V = TypeVar("V")
SHORT = 40  # characters; longer text (digests) hardly recurs and is written out
Leaf = Callable[[int], str]
"""The hash of an entry by its place, hex."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_names = {"Mapping": Mapping, "Json": Json}
_HASHES = ("hash", "id")


class Words:
    """Text that recurs, each with its number; it only grows."""

    def __init__(self, texts: list[str] | None = None) -> None:
        self.texts = [intern(text) for text in texts or ()]
        self._numbers = {text: number for number, text in enumerate(self.texts)}

    def add(self, text: str) -> int:
        """The number of ``text``, which is given one if it has none."""
        number = self._numbers.setdefault(text, len(self.texts))
        if number == len(self.texts):
            self.texts.append(text)
        return number

    def pack(self, text: str) -> int | str:
        number = self._numbers.get(text)
        if number is not None:
            return number
        return self.add(text) if len(text) <= SHORT else text

    def unpack(self, packed: int | str) -> str:
        return packed if isinstance(packed, str) else self.texts[packed]


class Form(NamedTuple):
    """How a value is packed and unpacked; None: it is written as it is."""

    pack: Callable[[Any], Any] | None
    unpack: Callable[[Any], Any] | None


PLAIN = Form(None, None)


class Codec(Generic[V]):
    """Packs values of one type, into bytes or into what JSON holds."""

    def __init__(self, hint: Any, words: Words, leaf: Leaf) -> None:
        """Raises TypeError if the type, or that of a field, has no form."""
        form = form_of(hint, words, leaf)
        self.value: Callable[[V], Any] = form.pack or _as_it_is
        self.of: Callable[[Any], V] = form.unpack or _as_it_is

    def pack(self, value: V) -> bytes:
        return _encode(self.value(value)).encode()

    def unpack(self, data: bytes) -> V:
        return self.of(json.loads(data))


def _as_it_is(value: Any) -> Any:
    return value


def form_of(hint: Any, words: Words, leaf: Leaf) -> Form:
    """The form of a type, by what its fields' annotations say. Raises TypeError if it has none."""
    if hint in (int, bool, NoneType) or get_origin(hint) is Mapping:
        return PLAIN
    if hint is str:
        return Form(words.pack, words.unpack)
    if hint is bytes:
        return Form(bytes.hex, bytes.fromhex)
    if is_dataclass(hint):
        return _record(hint, words, leaf)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional([each for each in args if each is not NoneType], words, leaf)
    if origin is tuple and args == (int, str):
        return _head(leaf)
    if origin is tuple and args[-1] is not Ellipsis:
        return _row([form_of(each, words, leaf) for each in args])
    if origin in (tuple, list, set):
        return _many(origin, form_of(args[0], words, leaf))
    if origin is dict and args[0] is str:
        return _table(words, form_of(args[1], words, leaf))
    raise TypeError(f"{hint} has no packed form; give it one in ledger.records")


def _optional(kinds: list[Any], words: Words, leaf: Leaf) -> Form:
    if len(kinds) > 1:  # any JSON: text in it is kept once in memory, but written out
        return Form(None, lambda value: intern(value) if type(value) is str else value)
    pack, unpack = form_of(kinds[0], words, leaf)
    return Form(
        pack and (lambda value: None if value is None else pack(value)),
        unpack and (lambda value: None if value is None else unpack(value)),
    )


def _head(leaf: Leaf) -> Form:
    """Place and hash of an entry: the place alone, if the tree has that hash there."""
    return Form(
        lambda head: head[0] if leaf(head[0]) == head[1] else head,
        lambda packed: (packed, leaf(packed)) if type(packed) is int else tuple(packed),
    )


def _row(forms: list[Form]) -> Form:
    def apply(changes: list[Callable[[Any], Any] | None], values: Any) -> list[Any]:
        return [value if change is None else change(value) for change, value in zip(changes, values, strict=True)]

    packs, unpacks = [form.pack for form in forms], [form.unpack for form in forms]
    return Form(lambda values: apply(packs, values), lambda values: tuple(apply(unpacks, values)))


def _many(kind: Any, form: Form) -> Form:
    pack, unpack = form
    ordered = sorted if kind is set else list
    return Form(
        (lambda values: ordered(values)) if pack is None else (lambda values: [pack(each) for each in ordered(values)]),
        kind if unpack is None else (lambda values: kind([unpack(each) for each in values])),
    )


def _table(words: Words, form: Form) -> Form:
    pack, unpack = _row([Form(words.pack, words.unpack), form])
    assert pack is not None
    assert unpack is not None
    return Form(lambda table: [pack(item) for item in table.items()], lambda rows: dict(map(unpack, rows)))


def _record(kind: Any, words: Words, leaf: Leaf) -> Form:
    """A dataclass. Its own hash is left out where its entry's place tells it."""
    names = [each.name for each in fields(kind)]
    forms = [form_of(hint, words, leaf) for hint in hints(kind).values()]
    packs = [(place, form.pack) for place, form in enumerate(forms) if form.pack is not None]
    unpacks = [(place, form.unpack) for place, form in enumerate(forms) if form.unpack is not None]
    read: Callable[[Any], Any] = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    own = next((names.index(name) for name in _HASHES if name in names), -1)
    seq = names.index("seq") if "seq" in names and own >= 0 else -1

    def pack(value: Any) -> list[Any]:
        row = list(read(value))
        if seq >= 0 and row[own] == leaf(row[seq]):
            row[own] = None
        for place, change in packs:
            if row[place] is not None:
                row[place] = change(row[place])
        return row

    def unpack(row: list[Any]) -> Any:
        for place, change in unpacks:
            if row[place] is not None:
                row[place] = change(row[place])
        if seq >= 0 and row[own] is None:
            row[own] = leaf(row[seq])
        return kind(*row)

    return Form(pack, unpack)


def hints(kind: Any) -> dict[str, Any]:
    """The types of a dataclass' fields, in their order."""
    found = get_type_hints(kind, localns=_names)
    return {each.name: found[each.name] for each in fields(kind)}
