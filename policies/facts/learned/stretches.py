"""The stretches of a text whose vectors the learned reader looks at (ADR 0029): a clause and the sentence around it;
for a figure also what stands left and right of it, up to the next figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from policies.facts.learned.signs import KINDS, Figure, Signs, size
from policies.facts.scope import Page

_BESIDE = 0.35
"""How much a plain number weighs beside a unit vector."""
_SIZES = 24
Floats = NDArray[np.float32]
Span = tuple[int, int]


class Passage(Protocol):
    """A text whose stretches have vectors."""

    def of(self, stretches: Sequence[Span]) -> Floats:
        """A unit vector for each stretch `start:end` of the original text."""


class Stretches:
    """The inputs of some of a page's clauses and figures (by their numbers), reckoned at once."""

    def __init__(
        self, page: Page, signs: Signs, passage: Passage, clauses: Iterable[int], figures: Iterable[int]
    ) -> None:
        self._page, self._signs = page, signs
        self._sentences: dict[int, Span] = {}
        for clause in page.clauses:
            start, _ = self._sentences.get(clause.sentence, (clause.start, clause.end))
            self._sentences[clause.sentence] = (start, clause.end)
        self.figures = frozenset(figures)
        """The figures that were looked at, by their numbers."""
        numbers = sorted(self.figures)
        asked = sorted({*clauses, *(self._clause_of(number) for number in numbers)})
        spans: dict[Span, int] = {}
        for clause in (page.clauses[number] for number in asked):
            spans.setdefault((clause.start, clause.end), len(spans))
            spans.setdefault(self._sentences[clause.sentence], len(spans))
        for number in numbers:
            for side in self._sides(number):
                spans.setdefault(side, len(spans))
        self._rows = spans
        self._vectors = passage.of([self._original(*span) for span in spans])

    def _original(self, start: int, end: int) -> Span:
        return self._page.source.span(start, end) if start < end else (0, 0)

    def _clause_of(self, figure: int) -> int:
        return self._page.index(self._signs.figures[figure].start)

    def _of(self, spans: Iterable[Span]) -> Floats:
        return self._vectors[[self._rows[span] for span in spans]]

    def _around(self, clause: int) -> tuple[Span, Span]:
        one = self._page.clauses[clause]
        return (one.start, one.end), self._sentences[one.sentence]

    def of_clauses(self, numbers: Sequence[int]) -> Floats:
        """A row for each of these clauses: its vector, its sentence's, how much of it speaks of somebody else."""
        theirs = np.array([[_BESIDE * self._signs.theirs(number)] for number in numbers], np.float32)
        around = [self._around(number) for number in numbers]
        return np.hstack([self._of(own for own, _ in around), self._of(whole for _, whole in around), theirs])

    def of_figures(self, numbers: Sequence[int]) -> Floats:
        """A row for each of these figures: what is left, what is right, its clause, its sentence, its kind and size."""
        sides = [self._sides(number) for number in numbers]
        around = [self._around(self._clause_of(number)) for number in numbers]
        spans = [
            self._of(each)
            for each in zip(*((*side, *near) for side, near in zip(sides, around, strict=True)), strict=True)
        ]
        return np.hstack([*spans, np.stack([self._plain(self._signs.figures[number]) for number in numbers])])

    def _sides(self, number: int) -> tuple[Span, Span]:
        figures = self._signs.figures
        one = figures[number]
        start, end = self._sentences[self._page.clauses[self._clause_of(number)].sentence]
        if number:
            start = max(start, figures[number - 1].end)
        if number + 1 < len(figures):
            end = min(end, figures[number + 1].start)
        return (start, one.start), (one.end, end)

    def _plain(self, one: Figure) -> Floats:
        row = np.zeros(len(KINDS) + _SIZES + 1, np.float32)
        row[KINDS.index(one.kind)] = _BESIDE
        row[len(KINDS) + min(_SIZES - 1, size(one.value))] = _BESIDE
        row[-1] = _BESIDE * self._page.theirs(one.start)
        return row
