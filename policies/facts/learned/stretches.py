"""The stretches of a text whose vectors the learned reader looks at (ADR 0029): a clause and the sentence around it;
for a figure also what stands left and right of it, up to the next figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from policies.facts.learned.signs import KINDS, Figure, Signs, size
from policies.facts.scope import Page

WIDTH = 512
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
    """The inputs of one page's figures and clauses."""

    def __init__(self, page: Page, signs: Signs, passage: Passage) -> None:
        self._page, self._signs = page, signs
        self._passage = passage
        sentences: dict[int, Span] = {}
        for clause in page.clauses:
            start, _ = sentences.get(clause.sentence, (clause.start, clause.end))
            sentences[clause.sentence] = (start, clause.end)
        self._sentences = sentences
        numbers = {name: len(page.clauses) + at for at, name in enumerate(sentences)}
        self._sentence_of = [numbers[clause.sentence] for clause in page.clauses]
        spans = [*((clause.start, clause.end) for clause in page.clauses), *sentences.values()]
        self._vectors = passage.of([self._original(*span) for span in spans])

    def _original(self, start: int, end: int) -> Span:
        return self._page.source.span(start, end) if start < end else (0, 0)

    def of_clauses(self, numbers: Sequence[int]) -> Floats:
        """A row for each of these clauses: its vector, its sentence's, how much of it speaks of somebody else."""
        theirs = np.array([[_BESIDE * self._signs.theirs(number)] for number in numbers], np.float32)
        around = [self._sentence_of[number] for number in numbers]
        return np.hstack([self._vectors[list(numbers)], self._vectors[around], theirs])

    def of_figures(self, numbers: Sequence[int]) -> Floats:
        """A row for each of these figures: what is left, what is right, its clause, its sentence, its kind and size."""
        figures = self._signs.figures
        if not numbers:
            return np.zeros((0, 4 * WIDTH + len(KINDS) + _SIZES + 1), np.float32)
        sides = self._passage.of([self._original(*side) for number in numbers for side in self._sides(number)])
        clauses = [self._page.index(figures[number].start) for number in numbers]
        around = [self._sentence_of[clause] for clause in clauses]
        plain = np.stack([self._plain(figures[number]) for number in numbers])
        return np.hstack([sides[::2], sides[1::2], self._vectors[clauses], self._vectors[around], plain])

    def _sides(self, number: int) -> tuple[Span, Span]:
        figures = self._signs.figures
        one = figures[number]
        start, end = self._sentences[self._page.clauses[self._page.index(one.start)].sentence]
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
