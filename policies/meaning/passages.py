"""A text that goes through the encoder once: vectors of its parts, and of any stretch of it.

The encoder reckons a row of features a token and makes a sentence's vector of their sum. So one pass serves both: the
sums over whole parts, which are what the package itself gives, and those over clauses or the words beside a figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from policies.meaning.encoder import Encoder, Floats
from policies.text import simplified_in_place

_MOST_TOKENS = 384  # that go through at once; a longer part goes alone


class Passage:
    """A text in parts (`spans` of it), read by the encoder."""

    def __init__(self, encoder: Encoder, text: str, spans: Sequence[tuple[int, int]]) -> None:
        plain = simplified_in_place(text)
        self.spans = spans
        read = [encoder.tokens(plain[start:end]) for start, end in spans]
        ids = [one for one, _ in read]
        self._encoder = encoder
        rows = [*_features(encoder, ids), np.zeros((1, encoder.width), np.float32)]  # the last ends the last stretch
        self._rows = np.concatenate(rows)
        ends = np.cumsum([len(one) for one in ids]).tolist()
        self._begins = [start + place for (start, _), (_, places) in zip(spans, read, strict=True) for place in places]
        self._bounds = [(last - len(one), last) for one, last in zip(ids, ends, strict=True)]
        self._parts: Floats | None = None

    @property
    def parts(self) -> Floats:
        """A unit vector for each part, as the package gives it."""
        if self._parts is None:
            self._parts = self._vectors(self._bounds)
        return self._parts

    def of(self, stretches: Sequence[tuple[int, int]]) -> Floats:
        """A unit vector for each stretch of the text; zeroes for one that holds no token. The parts' are reckoned with
        them: reading the weights costs more than a few rows."""
        bounds = [self._within(start, end) for start, end in stretches]
        some = [number for number, (first, last) in enumerate(bounds) if first < last]
        vectors = self._vectors([*self._bounds, *(bounds[number] for number in some)])
        self._parts = vectors[: len(self._bounds)]
        found = np.zeros((len(bounds), 512), np.float32)
        found[some] = vectors[len(self._bounds) :]
        return found

    def _within(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._begins, start), bisect_left(self._begins, end)

    def _vectors(self, bounds: Sequence[tuple[int, int]]) -> Floats:
        ends = np.array(bounds, np.intp)
        sums = np.add.reduceat(self._rows, ends.ravel(), axis=0)[::2]  # every other is what lies between two stretches
        return self._encoder.vectors(sums, ends[:, 1] - ends[:, 0])


def _features(encoder: Encoder, ids: Sequence[Sequence[int]]) -> Iterator[Floats]:
    group: list[Sequence[int]] = []
    count = 0
    for one in ids:
        if group and count + len(one) > _MOST_TOKENS:
            yield encoder.features(group)
            group, count = [], 0
        group.append(one)
        count += len(one)
    yield encoder.features(group)
