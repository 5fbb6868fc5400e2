"""Digests and places by the million: fixed-width keys and values in a few bytes each.

A Python dictionary of digests costs 250 bytes an item. ``Packed`` keeps keys and values side by side in small buckets;
``Digests`` and ``Places`` put hexadecimal text before it; ``Ids`` is a list of digests. Whoever changes one holds the
ledger's gate; a look-up beside a change is safe.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Iterator, MutableMapping, Sequence
from typing import TypeVar, overload

V = TypeVar("V")
LOAD = 8  # records a bucket, in the mean
DIGEST = 32
PLACE = 5  # bytes of a sequence number


class Packed(MutableMapping[bytes, bytes]):
    """Keys of one width with values of one width, for keys that are spread evenly (digests are).

    What is new lies in a dictionary, which is quick, until ``pack`` puts it into buckets, which are small: linear
    hashing, one bucket split whenever their mean exceeds ``LOAD``, and within a bucket ``bytearray.find``. There is no
    order.
    """

    __slots__ = ("_buckets", "_count", "_fresh", "_key", "_mask", "_value", "_width")

    def __init__(self, key: int, value: int) -> None:
        self._key, self._value, self._width = key, value, key + value
        self._fresh: dict[bytes, bytes] = {}
        self._buckets: list[bytearray] = [bytearray()]
        self._mask = 0  # the bits of a key that tell its bucket; the highest one only where that bucket is there
        self._count = 0  # of what is in the buckets

    def _bucket(self, key: bytes) -> bytearray:
        place = int.from_bytes(key[:4]) & self._mask
        buckets = self._buckets
        return buckets[place if place < len(buckets) else place & self._mask >> 1]

    def _find(self, bucket: bytearray, key: bytes) -> int:
        """Where the record of ``key`` begins; -1 if there is none."""
        if len(key) != self._key:
            return -1
        at, width = bucket.find(key), self._width
        while at > 0 and at % width:  # the same bytes across two fields are no key
            at = bucket.find(key, at + 1)
        return at

    def get(self, key: bytes, default: V | None = None) -> bytes | V | None:  # type: ignore[override]  # no KeyError made
        found = self._fresh.get(key)
        if found is not None or not self._count:
            return default if found is None else found
        bucket = self._bucket(key)
        at = self._find(bucket, key)
        return default if at < 0 else bytes(bucket[at + self._key : at + self._width])

    def __getitem__(self, key: bytes) -> bytes:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, bytes) and self.get(key) is not None

    def __setitem__(self, key: bytes, value: bytes) -> None:
        if len(key) != self._key or len(value) != self._value:
            raise ValueError(f"{len(key)} and {len(value)} bytes; keys have {self._key}, values {self._value}")
        self._fresh[key] = value  # instead of what a bucket may hold

    def __delitem__(self, key: bytes) -> None:
        bucket = self._bucket(key)
        at = self._find(bucket, key)
        if self._fresh.pop(key, None) is None and at < 0:
            raise KeyError(key)
        if at >= 0:
            del bucket[at : at + self._width]
            self._count -= 1

    def __iter__(self) -> Iterator[bytes]:
        fresh = dict(self._fresh)
        for bucket in list(self._buckets):
            for at in range(0, len(bucket), self._width):
                key = bytes(bucket[at : at + self._key])
                if key not in fresh:
                    yield key
        yield from fresh

    def __len__(self) -> int:
        packed = sum(self._find(self._bucket(key), key) >= 0 for key in self._fresh) if self._count else 0
        return self._count + len(self._fresh) - packed

    def pack(self) -> None:
        """Put what is new into the buckets."""
        for key, value in self._fresh.items():
            bucket = self._bucket(key)
            if key in bucket and (at := self._find(bucket, key)) >= 0:
                bucket[at + self._key : at + self._width] = value
                continue
            bucket += key + value
            self._count += 1
            if self._count > LOAD * len(self._buckets):
                self._split()
        self._fresh = {}

    def _split(self) -> None:
        """Add a bucket, and move there what belongs to it; all of that lies in one bucket so far."""
        fresh = len(self._buckets)
        top = 1 << fresh.bit_length() - 1
        bucket, width = self._buckets[fresh - top], self._width
        stay, go = bytearray(), bytearray()
        for at in range(0, len(bucket), width):
            target = go if int.from_bytes(bucket[at : at + 4]) & top else stay
            target += bucket[at : at + width]
        # A reader beside this finds every record at each moment: first twice, then once.
        self._buckets.append(go)
        self._mask = _mask(fresh + 1)
        self._buckets[fresh - top] = stay

    def dump(self) -> tuple[bytes, bytes]:
        """Pack it; then bytes that ``load`` takes: the buckets' lengths, then the buckets."""
        self.pack()
        lengths = array("I", map(len, self._buckets))
        return little(lengths), b"".join(self._buckets)

    def load(self, lengths: bytes, data: bytes) -> None:
        """Take what ``dump`` gave, in place of what is here. Raises ValueError if it is not of these widths."""
        buckets, at = [], 0
        for length in from_little("I", lengths):
            if length % self._width:
                raise ValueError("a bucket with half a record")
            buckets.append(bytearray(data[at : at + length]))
            at += length
        if at != len(data) or not buckets:
            raise ValueError("buckets that do not add up")
        self._fresh = {}
        self._buckets, self._mask, self._count = buckets, _mask(len(buckets)), at // self._width


def _mask(buckets: int) -> int:
    return (1 << (buckets - 1).bit_length()) - 1


class _ByDigest(MutableMapping[str, V]):
    """Values of one width by hexadecimal digests of 64 digits; other text is no key."""

    __slots__ = ("packed",)

    def __init__(self, width: int) -> None:
        self.packed = Packed(DIGEST, width)

    @abstractmethod
    def _bytes(self, value: V) -> bytes: ...

    @abstractmethod
    def _value(self, data: bytes) -> V: ...

    def __getitem__(self, key: str) -> V:
        return self._value(self.packed[_digest(key)])

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and _digest(key) in self.packed

    def __setitem__(self, key: str, value: V) -> None:
        self.packed[_digest(key)] = self._bytes(value)

    def __delitem__(self, key: str) -> None:
        del self.packed[_digest(key)]

    def __iter__(self) -> Iterator[str]:
        return (key.hex() for key in self.packed)

    def __len__(self) -> int:
        return len(self.packed)


class Digests(_ByDigest[str]):
    """Hexadecimal digests by hexadecimal digests."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(DIGEST)

    def _bytes(self, value: str) -> bytes:
        return bytes.fromhex(value)

    def _value(self, data: bytes) -> str:
        return data.hex()


class Places(_ByDigest[int]):
    """Sequence numbers by hexadecimal digests."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(PLACE)

    def _bytes(self, value: int) -> bytes:
        return value.to_bytes(PLACE)

    def _value(self, data: bytes) -> int:
        return int.from_bytes(data)


def _digest(key: str) -> bytes:
    """The bytes of a digest; no bytes, which nothing is kept under, for other text, were it the same in capitals."""
    try:
        found = bytes.fromhex(key)
    except ValueError:
        return b""
    return found if found.hex() == key else b""


class Ids(Sequence[str]):
    """Hexadecimal digests of 64 digits, in order."""

    __slots__ = ("data",)

    def __init__(self) -> None:
        self.data = bytearray()

    def append(self, digest: str) -> None:
        self.data += bytes.fromhex(digest)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        at = place if place >= 0 else place + len(self)
        if not 0 <= at < len(self):
            raise IndexError(place)
        return self.data[at * DIGEST : (at + 1) * DIGEST].hex()

    def __len__(self) -> int:
        return len(self.data) // DIGEST

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def little(numbers: array[int]) -> bytes:
    """The bytes of an array, little-endian on every machine."""
    return numbers.tobytes() if _LITTLE else _swapped(numbers).tobytes()


def from_little(kind: str, data: bytes) -> array[int]:
    """The array of ``little``. Raises ValueError if the bytes do not fill whole numbers."""
    numbers: array[int] = array(kind)
    numbers.frombytes(data)
    return numbers if _LITTLE else _swapped(numbers)


_LITTLE = array("H", [1]).tobytes() == b"\1\0"


def _swapped(numbers: array[int]) -> array[int]:
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped
