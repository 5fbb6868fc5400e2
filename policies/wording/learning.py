"""How weights of words are learnt: logistic regression over what sentences hold, the same weights every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from policies.wording import Weights, as_text, grams

_SEEN = 3  # sentences that have a word before it is weighed
_TURNS, _RATE, _DAMPING = 80, 0.1, 3e-7
_KEEP, _KEEP_SQUARES, _LEAST = 0.9, 0.999, 1e-8  # Adam's; Kingma and Ba 2015, algorithm 1
_HUNDREDTHS = 100
Floats = NDArray[np.float64]


class Lesson(NamedTuple):
    """Sentences in matching form, whether each is of the second kind, and how much it counts."""

    sentences: Sequence[str]
    second: Sequence[bool]
    counts: Sequence[float]


def learnt(lesson: Lesson, notes: Iterable[str] = ()) -> str:
    """The weights that tell both kinds apart, as they are kept."""
    words, values = _weighed(lesson)
    return as_text(values[-1], zip(words, values[:-1].tolist(), strict=True), notes)


def weights(lesson: Lesson) -> Weights:
    """The same, to be used at once."""
    words, values = _weighed(lesson)
    steps = np.rint(values * _HUNDREDTHS).astype(int).tolist()
    return Weights(steps[-1], dict(zip(words, steps[:-1], strict=True)))


def _weighed(lesson: Lesson) -> tuple[list[str], Floats]:
    """The words in order and their weights, that of a sentence without any of them last."""
    held = [grams(sentence) for sentence in lesson.sentences]
    seen = Counter(gram for one in held for gram in one)
    words = sorted(gram for gram, count in seen.items() if count >= _SEEN)
    number = {gram: place for place, gram in enumerate(words)}
    rows = [sorted(number[gram] for gram in one if gram in number) for one in held]
    sizes = np.array([len(row) for row in rows])
    row, column = np.repeat(np.arange(len(rows)), sizes), np.array([one for each in rows for one in each], np.intp)
    share = 1 / np.sqrt(np.maximum(1, sizes))[row]
    goal, counts = np.array(lesson.second, np.float64), np.array(lesson.counts, np.float64) / sum(lesson.counts)
    values, mean, squares = np.zeros((3, len(words) + 1))
    for turn in range(1, _TURNS + 1):
        sums = values[-1] + np.bincount(row, values[column] * share, len(rows))
        error = (1 / (1 + np.exp(-sums)) - goal) * counts
        slope = np.append(np.bincount(column, error[row] * share, len(words)) + _DAMPING * values[:-1], error.sum())
        mean += (1 - _KEEP) * (slope - mean)
        squares += (1 - _KEEP_SQUARES) * (slope * slope - squares)
        step = np.sqrt(squares / (1 - _KEEP_SQUARES**turn)) + _LEAST
        values -= _RATE * mean / (1 - _KEEP**turn) / step
    return words, values
