"""Learning the nets of the second reader (ADR 0029): what a figure or a clause states, by vectors of its stretches.

Two layers, moved by the error on a few dozen things at a time (Adam, with half-hidden layers against learning by
heart). The same texts on the same processor give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from policies.facts.learned.nets import SCALE, Net
from policies.facts.learned.stretches import Stretches
from policies.meaning.encoder import encoder
from policies.meaning.passages import Passage
from policies.meaning.vectors import sentences
from tests.policies.lessons import Lesson

Floats = NDArray[np.float32]
Marks = NDArray[np.bool_]
_HIDDEN, _TURNS, _AT_A_TIME = 256, 12, 64
_RATE, _DECAY, _DROPPED = 1e-3, 1e-4, 0.3
_WEIGHED = 16.0
"""Errors of yes-no questions are few in a row of many: they count as much as those of a choice."""
_LOOKED_AGAIN = (0, 2, 4, 6, 9)
"""Turns before which it is looked again which clause states what a text is labelled with."""


def stretches(lesson: Lesson) -> Stretches:
    """The vectors of one lesson."""
    passage = Passage(encoder(), lesson.text, sentences(lesson.text))
    figures = range(len(lesson.signs.figures))
    return Stretches(lesson.page, lesson.signs, passage, range(len(lesson.page.clauses)), figures)


class _Learner:
    """Weights on the move."""

    def __init__(self, width: int, classes: int, bias: float) -> None:
        order = np.random.default_rng(0)
        self.values: dict[str, Floats] = {
            "inner": order.normal(0, 1 / np.sqrt(width), (width, _HIDDEN)).astype(np.float32),
            "inner_bias": np.zeros(_HIDDEN, np.float32),
            "outer": order.normal(0, 0.3 / np.sqrt(_HIDDEN), (_HIDDEN, classes)).astype(np.float32),
            "outer_bias": np.full(classes, bias, np.float32),
        }
        self._mean = {name: np.zeros_like(value) for name, value in self.values.items()}
        self._square = {name: np.zeros_like(value) for name, value in self.values.items()}
        self._steps = 0
        self.order = order

    def net(self) -> Net:
        return Net(**self.values)

    def turn(self, rows: Floats, number: int, error: Callable[[NDArray[np.intp], Floats], Floats]) -> None:
        """Once over all rows in a new order; `error` is how far the sums of some of them are off."""
        rate = _RATE * (1 - 0.9 * number / _TURNS)
        for some in _in_pieces(self.order.permutation(len(rows))):
            here = rows[some] * SCALE
            hidden = np.maximum(here @ self.values["inner"] + self.values["inner_bias"], 0)
            kept = (self.order.random(hidden.shape) > _DROPPED).astype(np.float32) / (1 - _DROPPED)
            seen = hidden * kept
            off = error(some, seen @ self.values["outer"] + self.values["outer_bias"]) / len(some)
            back = (off @ self.values["outer"].T) * kept * (hidden > 0)
            self._move(
                {
                    "inner": here.T @ back + _DECAY * self.values["inner"],
                    "inner_bias": back.sum(axis=0),
                    "outer": seen.T @ off + _DECAY * self.values["outer"],
                    "outer_bias": off.sum(axis=0),
                },
                rate,
            )

    def _move(self, slopes: dict[str, Floats], rate: float) -> None:
        self._steps += 1
        for name, slope in slopes.items():
            mean, square = self._mean[name], self._square[name]
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            step = np.sqrt(square / (1 - 0.999**self._steps)) + 1e-8
            self.values[name] -= rate * (mean / (1 - 0.9**self._steps)) / step


def _in_pieces(numbers: NDArray[np.intp]) -> Iterator[NDArray[np.intp]]:
    for start in range(0, len(numbers), _AT_A_TIME):
        yield numbers[start : start + _AT_A_TIME]


def learn_choice(rows: Floats, classes: Sequence[int], among: Marks, trust: Floats) -> Net:
    """Which one of the classes that are `among` those possible each row is."""
    right, learner = np.asarray(classes, np.intp), _Learner(rows.shape[1], among.shape[1], 0.0)

    def error(some: NDArray[np.intp], sums: Floats) -> Floats:
        sums = np.where(among[some], sums, -np.inf)
        likely = np.exp(sums - sums.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        likely[np.arange(len(some)), right[some]] -= 1
        return np.asarray(likely * trust[some, None], np.float32)

    for turn in range(_TURNS):
        learner.turn(rows, turn, error)
    return learner.net()


def learn_answers(rows: Floats, classes: int, goals: Callable[[Floats, bool], tuple[Floats, Floats]]) -> Net:
    """Which of the classes each row states, each by itself. `goals` says by the sums so far (and whether they are the
    first) what should be stated, and how far that is to be trusted."""
    learner = _Learner(rows.shape[1], classes, -3.0)
    goal = trust = np.zeros(0, np.float32)

    def error(some: NDArray[np.intp], sums: Floats) -> Floats:
        likely = 1 / (1 + np.exp(-np.clip(sums, -30, 30)))
        return np.asarray((likely - goal[some]) * trust[some] * _WEIGHED, np.float32)

    for turn in range(_TURNS):
        if turn in _LOOKED_AGAIN:
            goal, trust = goals(learner.net().sums(rows), turn == 0)
        learner.turn(rows, turn, error)
    return learner.net()
