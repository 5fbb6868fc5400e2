"""Sentence vectors of asks, kept as bytes under the hash of their text, and the likeness of a text to them.

A text is compared with the mean vector of each article first, then with the asks of the likeliest ones; with other
matters along their principal directions first, then with the likest ones whole: what is read for a text is then a
fraction of all vectors, and the encoder's weights stay in the processor's cache.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policies.meaning import Apart, Messages
from policies.meaning.encoder import encoder
from policies.meaning.kept import Kept, gathered
from policies.meaning.kinship import Kinship
from policies.meaning.passages import Passage
from policies.meaning.sides import Line
from policies.patterns import lazy
from policies.products import times
from policies.types import Article

_NEAREST = 3  # asks of an article that count, as a mean
_MANY = 5_000  # articles beyond which the first look goes by the principal directions alone
_DIRECTIONS = 128
_SHORTLIST = {False: 22, True: 80}  # articles whose asks are compared one by one, by whether there are many
_SENTENCE = lazy(r"(?<=[。！？；!?;\n])|(?<=[.])\s")
_STRANGERS = 2  # sentences on other matters that count, as a mean
_LIKEST = 64  # of them that are compared whole
_PARTS = 7  # sentences that are looked at one by one; the last holds the rest of the text
_SHORT = 12  # characters; a shorter sentence says little alone and goes with its neighbour
Floats = NDArray[np.float32]
Place = slice | NDArray[np.intp]


@lru_cache(maxsize=4)
def passage(text: str) -> Passage:
    """A text with its vectors: read for its facts first, then compared with the articles."""
    return Passage(encoder(), text, sentences(text))


def asks_of(article: Article) -> tuple[str, ...]:
    """What an article is compared by."""
    return (*article.asks_zh, *article.asks_en, *article.heard)


class Beside(NamedTuple):
    """One text beside one article: likeness to its nearest few asks, to the nearest, and to each."""

    few: float
    best: float
    each: Floats


@dataclass(frozen=True, slots=True)
class Near:
    """One text beside the articles: reckoned for the likeliest at once, for any other when it is asked for."""

    _likely: dict[int, Beside]
    _other: Callable[[int], Beside]
    _apart: Callable[[], Apart]

    def apart(self) -> Apart:
        return self._apart()

    def of(self, number: int) -> tuple[float, float]:
        few, best, _ = self._beside(number)
        return few, best

    def nearest(self, count: int) -> list[int]:
        return sorted(self._likely, key=lambda number: (-self._likely[number].few, number))[:count]

    def asks(self, number: int) -> list[float]:
        likeness: list[float] = self._beside(number).each.tolist()
        return likeness

    def _beside(self, number: int) -> Beside:
        return self._likely.get(number) or self._other(number)


class Strangers:
    """Sentences on matters that are never ours."""

    def __init__(self, rows: Floats, basis: Floats) -> None:
        self.rows = rows
        self._along = np.ascontiguousarray((rows @ basis).T)  # a column a sentence

    def nearness(self, queries: Floats, along: Floats) -> float:
        """Mean likeness of a text, given also `along` the principal directions, to the nearest few; 0 if there is none.
        The likest in those directions are compared whole."""
        rows = self.rows
        if not len(rows):
            return 0.0
        if len(rows) > _LIKEST:
            near = times(along, self._along)
            rows = rows[np.argpartition(-(near[0] + near.max(axis=0)), _LIKEST)[:_LIKEST]]
        return float(np.sort(_like(rows, queries))[-_STRANGERS:].mean())


class Vectors:
    """The asks of a list of articles as vectors, and beside them messages that are ours and others that never are."""

    def __init__(self, articles: Sequence[Article], messages: Messages, kept: Path) -> None:
        threading.Thread(target=encoder, name="sentence-encoder").start()  # the first text need not wait for it
        listed = [asks_of(article) for article in articles]
        texts = [text for asks in listed for text in asks]
        self._rows, numbers = gathered([*texts, *messages.strangers, *messages.ours], Kept(kept))
        self._basis = _basis(self._rows)
        self._strangers = Strangers(self._rows[_place([numbers[text] for text in messages.strangers])], self._basis)
        self._asks = [_place([numbers[text] for text in asks]) for asks in listed]
        self._counts = np.array([len(asks) for asks in listed], np.intp)
        ours = self._rows[_place([numbers[text] for text in messages.ours])]
        asked = self._rows[_place(sorted({numbers[text] for text in texts}))]
        self._line = Line(asked, ours, self._strangers.rows)
        means = np.stack([self._rows[asks].mean(axis=0) for asks in self._asks])
        self._many = len(means) > _MANY
        self._means = means @ self._basis if self._many else means
        self._kinship = Kinship(self._means, ours @ self._basis if self._many else ours)

    def passage(self, text: str) -> Passage:
        """The text with vectors of its stretches."""
        return passage(text)

    def of(self, text: str, beside: Iterable[int] = ()) -> Near:
        """Mean likeness to the nearest asks of each article; of a long text, its likest sentence counts as well."""
        queries = _queries(self.passage(text))
        along = queries @ self._basis
        coarse = self._means @ (along[0] if self._many else queries[0])
        most = _SHORTLIST[self._many]
        nearest = np.argpartition(-coarse, most)[:most] if len(coarse) > most else range(len(coarse))
        likely = sorted({*map(int, nearest), *beside})
        found = self._beside(likely, queries)
        apart = partial(self._apart, queries, along, found)
        return Near(found, lambda number: self._beside([number], queries)[number], apart)

    def _beside(self, numbers: Sequence[int], queries: Floats) -> dict[int, Beside]:
        """The text beside each of these articles."""
        columns = np.ascontiguousarray(queries.T)
        near = _blended(np.concatenate([self._rows[self._asks[number]] @ columns for number in numbers]))
        counts = self._counts[numbers]
        ends = np.cumsum(counts)
        nearest = np.partition(_table(near, counts), -_NEAREST, axis=1)[:, -_NEAREST:]
        few, best = nearest.mean(axis=1).tolist(), nearest.max(axis=1).tolist()
        each = np.split(near, ends[:-1])
        return dict(zip(numbers, map(Beside, few, best, each), strict=True))

    def _apart(self, queries: Floats, along: Floats, found: Mapping[int, Beside]) -> Apart:
        ours = max(one.few for one in found.values())
        return Apart(ours, self._strangers.nearness(queries, along), float(self._line.of(queries).max()))

    def usual(self, number: int) -> float:
        """How much nearer than other articles this one lies to any message of an enterprise."""
        return self._kinship.usual(number)

    def akin(self, numbers: Sequence[int], leaders: Sequence[int]) -> Sequence[Sequence[float]]:
        """A row for each of these articles: how akin it is to each of `leaders`, 0 to 1."""
        rows: list[list[float]] = self._kinship.between(numbers, leaders).tolist()
        return rows


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the parts of a text stand that say something alone; together they are the whole text."""
    parts: list[tuple[int, int]] = []
    ends = [*(found.start() for found in _SENTENCE.finditer(text)), len(text)]
    for start, end in zip([0, *ends], ends, strict=False):
        part = text[start:end]
        start, end = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        short = parts and min(end - start, parts[-1][1] - parts[-1][0]) < _SHORT
        if parts and (short or len(parts) == _PARTS):
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, max(start, end)))
    return parts


def _queries(read: Passage) -> Floats:
    """A vector for the whole, and one for each of several parts.

    That of the whole is the mean of its parts' by their length: each word goes through the encoder once, and on the
    repository's queries it ranks as well as encoding the whole beside them.
    """
    vectors = read.parts
    if len(vectors) == 1:
        return vectors
    whole = np.array([end - start for start, end in read.spans], np.float32) @ vectors
    return np.asarray(np.vstack([whole / np.linalg.norm(whole), vectors]), np.float32)


def _like(rows: Floats, queries: Floats) -> Floats:
    """Likeness of a text to each row: half that of the whole text (the first query), half that of its likest part."""
    return _blended(rows @ queries.T)


def _blended(near: Floats) -> Floats:
    return np.asarray((near[:, 0] + near.max(axis=1)) / 2, np.float32)


def _place(numbers: list[int]) -> Place:
    """Where some rows lie: in one piece, which is read as it stands, or here and there, which is copied."""
    first = numbers[0] if numbers else 0
    if numbers == list(range(first, first + len(numbers))):
        return slice(first, first + len(numbers))
    return np.array(numbers, np.intp)


def _basis(rows: Floats) -> Floats:
    """The principal directions of some thousands of the vectors: a quarter of the numbers tells who is near."""
    some = rows[:: max(1, len(rows) // _MANY)]
    _, directions = np.linalg.eigh(some.T @ some)
    return np.ascontiguousarray(directions[:, -_DIRECTIONS:], np.float32)


def _table(near: Floats, counts: NDArray[np.intp]) -> Floats:
    """Likenesses as rows of one width, so many of them a row, the least likeness where an article has fewer asks."""
    width = max(_NEAREST, int(counts.max()))
    table = np.full((len(counts), width), -1, np.float32)
    table[np.arange(width) < counts[:, None]] = near
    return table
