"""What the clauses and figures of a page mean, by their vectors beside their words: each reckoned once a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from policies.facts.learned.signs import Signs
from policies.facts.learned.stretches import Passage, Stretches
from policies.facts.learned.weights import Weights
from policies.facts.scope import Page

Floats = NDArray[np.float32]


class Sense:
    """Of some clauses and figures of a page, by their numbers."""

    def __init__(
        self,
        page: Page,
        signs: Signs,
        known: Weights,
        passage: Passage,
        clauses: Iterable[int],
        figures: Iterable[int],
    ) -> None:
        listed, numbers = sorted(set(clauses)), sorted(set(figures))
        seen = Stretches(page, signs, passage, listed, numbers)
        self._rows = {number: row for row, number in enumerate(listed)}
        self._sums = known.clause_net.sums(seen.of_clauses(listed)) if listed else None
        things = [(signs.figures[number].kind, signs.of_figure(number)) for number in numbers]
        rows = seen.of_figures(numbers) if numbers else None
        self.figures = dict(zip(numbers, known.of_figures(things, rows), strict=True))
        """How likely each figure tells each fact, and none: 0 to 1 together."""

    def spoken(self, clauses: Sequence[int]) -> Floats:
        """What the clauses speak for each class, as logits: a row a clause. Raises KeyError for one not looked at."""
        if self._sums is None:
            return np.zeros((0, 0), np.float32)
        return np.asarray(self._sums[[self._rows[number] for number in clauses]], np.float32)

    def likely(self, clauses: Sequence[int]) -> Floats:
        """How likely the clauses state each class, each by itself: a row a clause."""
        return np.asarray(1 / (1 + np.exp(-np.clip(self.spoken(clauses), -30, 30))), np.float32)
