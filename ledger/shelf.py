"""Records by the million: packed by a codec, unpacked when they are asked for, behind the mapping that callers know.

A folded receivable costs more than a thousand bytes as an object, a third of that packed. Whoever changes a shelf, or a
record on it, holds the ledger's gate; a look-up or a walk beside a change is safe.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ledger.packed import DIGEST, Ids, Places

V = TypeVar("V")


@dataclass(slots=True)
class Packs(Generic[V]):
    """Records as a codec packed them, in the order in which they came, each with the place where it begins."""

    index: Places
    keys: Ids
    starts: array[int]
    data: bytes
    unpack: Callable[[bytes], V]

    @property
    def count(self) -> int:
        return len(self.starts) - 1

    def place(self, key: str) -> int | None:
        """Where the record of ``key`` is; None if there is none, or if it was not packed to the end."""
        place = self.index.get(key)
        return place if place is not None and place < self.count else None

    def record(self, place: int) -> bytes:
        return self.data[self.starts[place] : self.starts[place + 1]]


@dataclass(slots=True)
class _Content(Generic[V]):
    """What a shelf holds: replaced as a whole, so that a reader in another thread sees one or the other."""

    packs: Packs[V] | None
    opened: dict[str, V]  # of those that are packed: unpacked once, and perhaps changed since
    fresh: dict[str, V]  # not packed yet


class Shelf(MutableMapping[str, V]):
    """Records by their hexadecimal ids, in the order in which they came.

    A record asked for by its id is the same object from then on until the next ``pack``, and may be changed in place;
    ``values`` and ``items`` unpack for the occasion and keep nothing, so that a walk over a million does not fill the
    memory. What is packed is never removed.
    """

    __slots__ = ("_content",)

    def __init__(self, packs: Packs[V] | None = None) -> None:
        self._content: _Content[V] = _Content(packs, {}, {})

    @property
    def packs(self) -> Packs[V]:
        """What is packed. Raises ValueError if nothing is."""
        if self._content.packs is None:
            raise ValueError("nothing is packed yet")
        return self._content.packs

    def __getitem__(self, key: str) -> V:
        content = self._content
        found = content.fresh.get(key)
        if found is None:
            found = content.opened.get(key)
        if found is not None:
            return found
        packs = content.packs
        place = None if packs is None else packs.place(key)
        if packs is None or place is None:
            return content.fresh[key]
        unpacked = packs.unpack(packs.record(place))
        return content.opened.setdefault(key, unpacked)  # another thread may have been quicker

    def __contains__(self, key: object) -> bool:
        content = self._content
        if key in content.fresh:
            return True
        return content.packs is not None and isinstance(key, str) and content.packs.place(key) is not None

    def __setitem__(self, key: str, value: V) -> None:
        content = self._content
        if content.packs is not None and content.packs.place(key) is not None:
            content.opened[key] = value
        else:
            content.fresh[key] = value

    def __delitem__(self, key: str) -> None:
        del self._content.fresh[key]

    def __iter__(self) -> Iterator[str]:
        content = self._content
        fresh = list(content.fresh)
        if content.packs is not None:
            yield from map(content.packs.keys.__getitem__, range(content.packs.count))
        yield from fresh

    def __len__(self) -> int:
        content = self._content
        return len(content.fresh) + (0 if content.packs is None else content.packs.count)

    def items(self) -> Iterator[tuple[str, V]]:  # type: ignore[override]  # a walk, not a view
        content = self._content
        fresh = list(content.fresh.items())
        packs = content.packs
        if packs is not None:
            for place in range(packs.count):
                key = packs.keys[place]
                opened = content.opened.get(key)
                yield key, packs.unpack(packs.record(place)) if opened is None else opened
        yield from fresh

    def values(self) -> Iterator[V]:  # type: ignore[override]  # a walk, not a view
        return (value for _, value in self.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())

    __hash__ = None  # type: ignore[assignment]

    def pack(self, pack: Callable[[V], bytes], unpack: Callable[[bytes], V]) -> None:
        """Pack everything that is not, and what was opened again. Objects given out before are of no use from now on:
        ask for them anew. If it fails, whatever for, the shelf holds what it held, and can be packed another time."""
        content = self._content
        old = content.packs or Packs(Places(), Ids(), array("Q", [0]), b"", unpack)
        changed = {old.index[key]: pack(value) for key, value in content.opened.items()}
        added = {key: pack(value) for key, value in content.fresh.items()}  # before anything changes: it may fail
        parts, starts = _patched(old, changed)
        for record in added.values():
            parts.append(record)
            starts.append(starts[-1] + len(record))
        packs = Packs(old.index, old.keys, starts, b"".join(parts), unpack)
        # Index and keys are too large to copy. What a failure leaves in them lies behind the last record, where
        # ``Packs.place`` does not look, and is overwritten the next time.
        del old.keys.data[old.count * DIGEST :]
        for place, key in enumerate(added, old.count):
            old.index[key] = place
            old.keys.append(key)
        self._content = _Content(packs, {}, {})


def _patched(old: Packs[V], changed: Mapping[int, bytes]) -> tuple[list[bytes | memoryview], array[int]]:
    """The records with some of them replaced: pieces to join, and where each begins."""
    view, parts, at = memoryview(old.data), list[bytes | memoryview](), 0
    starts = array("Q", old.starts)
    shift, places = 0, sorted(changed)
    for number, place in enumerate(places):
        begin, end = old.starts[place], old.starts[place + 1]
        parts += [view[at:begin], changed[place]]
        at = end
        shift += len(changed[place]) - (end - begin)
        if shift:
            until = places[number + 1] if number + 1 < len(places) else len(starts) - 1
            for later in range(place + 1, until + 1):
                starts[later] = old.starts[later] + shift
    parts.append(view[at:])
    return parts, starts
