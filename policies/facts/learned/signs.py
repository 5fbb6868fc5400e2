"""What the learned reader looks at: the words around a figure, and those of a clause and of its neighbours.

A sign is a text such as ``Lnc:staff`` (left of the figure, near, in its clause). Figures stand for their kind in it, so
that no sign knows an amount or a year. Chinese goes by characters, English by words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policies.facts.scope import Page
from policies.patterns import lazy

_KINDS = {
    "cny": "sum",
    "pct": "share",
    "heads": "count",
    "items": "count",
    "days": "term",
    "years": "term",
    "plain": "bare",
}
KINDS = ("sum", "share", "count", "term", "day", "bare")
_SYMBOLS = {"sum": "Ⓜ", "share": "Ⓟ", "count": "Ⓝ", "term": "Ⓓ", "day": "Ⓣ", "bare": "Ⓞ"}
_WORD = lazy(r"[a-z']+|[\u4e00-\u9fff]|\?")
_MONTH = lazy(r"[\d一二三四五六七八九十]{1,2}月")
"""五月 is no term of five months."""
YEAR = 360
"""Days of a year, as terms count them."""
_LEFT, _RIGHT, _BEFORE = 20, 16, 12  # words looked at on either side, and of the sentence before


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start:end` of the normal form: a sum in yuan, a share in per cent, a count, a term in days, a day as
    ISO text, or a bare number. Foreign money is none."""

    kind: str
    value: Decimal | str
    start: int
    end: int
    vague: bool = False


def figures(page: Page) -> list[Figure]:
    """Figures of a page in order, none within another."""
    days = [Figure("day", one.value, one.start, one.end) for one in page.moments]
    taken = [(one.start, one.end) for one in days]
    found = [
        Figure(_KINDS[one.kind], one.value * YEAR if one.kind == "years" else one.value, one.start, one.end, one.vague)
        for one in page.quantities
        if one.kind in _KINDS
        and not _MONTH.fullmatch(page.text[one.start : one.end])
        and not any(start <= one.start < end for start, end in taken)
    ]
    ordered: list[Figure] = []
    for one in sorted([*days, *found], key=lambda each: each.start):
        if not ordered or one.start >= ordered[-1].end:
            ordered.append(one)
    return ordered


class Signs:
    """The words of a page with its figures as symbols; signs are made from them on demand."""

    def __init__(self, page: Page) -> None:
        self.figures = figures(page)
        self._words: list[str] = []
        self._clauses: list[int] = []  # of each word
        self._at: list[int] = []  # the word that stands for each figure
        position = 0
        for one in self.figures:
            self._take(page, position, one.start)
            self._at.append(len(self._words))
            self._words.append(_SYMBOLS[one.kind])
            self._clauses.append(page.index(one.start))
            position = one.end
        self._take(page, position, len(page.text))
        self._sentences = [clause.sentence for clause in page.clauses]
        self._asked = {clause.sentence for clause in page.clauses if "?" in clause.closing}
        self._spans = _spans(self._clauses)
        self._page = page

    def _take(self, page: Page, start: int, end: int) -> None:
        for match in _WORD.finditer(page.text, start, end):
            self._words.append(match[0])
            self._clauses.append(page.index(match.start()))

    def of_figure(self, number: int) -> list[str]:
        """Signs of one figure: what stands left and right of it, near and far, in its clause and its sentence."""
        at, figure = self._at[number], self.figures[number]
        clause = self._clauses[at]
        sentence = self._sentences[clause]
        signs = [f"k:{figure.kind}", f"size:{figure.kind}:{size(figure.value)}"]
        if sentence in self._asked:
            signs.append("asked")
        if self._page.theirs(figure.start):
            signs.append("theirs")
        left = [n for n in range(at - 1, max(-1, at - 1 - _LEFT), -1) if self._sentence(n) == sentence]
        right = [n for n in range(at + 1, min(len(self._words), at + 1 + _RIGHT)) if self._sentence(n) == sentence]
        signs += self._side("L", left, clause)
        signs += self._side("R", right, clause)
        start = left[-1] if left else at
        signs += [
            f"S:{self._words[n]}"
            for n in range(start - 1, max(-1, start - 1 - _BEFORE), -1)
            if self._sentence(n) == sentence - 1
        ]
        return signs

    def _sentence(self, word: int) -> int:
        return self._sentences[self._clauses[word]]

    def _side(self, side: str, near_first: Sequence[int], clause: int) -> Iterator[str]:
        words = [self._words[number] for number in near_first]
        for place, word in enumerate(words):
            near = "n" if place < (4 if word.isascii() else 6) else "f"
            here = "c" if self._clauses[near_first[place]] == clause else "o"
            yield f"{side}{near}{here}:{word}"
            yield f"{side}{here}:{word}"
            if place + 1 < len(words):
                pair = _joined(side, words[place : place + 2])
                yield f"{side}{near}{here}:{pair}"
                yield f"{side}:{pair}"
                if not word.isascii() and place + 2 < len(words):
                    yield f"{side}{here}:{_joined(side, words[place : place + 3])}"
        for count in range(1, min(4, len(words) + 1)):
            yield f"{side}@{count}:{_joined(side, words[:count])}"

    def of_clause(self, number: int) -> list[str]:
        """Signs of one clause: its words in runs, and those of the clauses before and behind."""
        words = self._of(number)
        chinese = sum(not word.isascii() for word in words) * 2 > len(words)
        signs = [f"0:{word}" for word in words]
        signs.append(f"theirs:{self.theirs(number) * 3:.0f}")
        for length in (2, 3, 4) if chinese else (2, 3):
            signs += [f"0:{'_'.join(words[at : at + length])}" for at in range(len(words) - length + 1)]
        if not chinese:  # words a little apart
            signs += [
                f"0~{words[first]}~{words[second]}"
                for first in range(len(words))
                for second in range(first + 2, min(len(words), first + 5))
            ]
        for beside, name in ((number - 1, "p"), (number + 1, "n")):
            near = self._of(beside)
            signs += [f"{name}:{word}" for word in near]
            signs += [f"{name}:{'_'.join(near[at : at + 2])}" for at in range(len(near) - 1)]
        return signs

    def theirs(self, number: int) -> float:
        """How much of a clause speaks of somebody else, 0 to 1."""
        clause = self._page.clauses[number]
        spans = [(max(start, clause.start), min(end, clause.end)) for start, end in self._page.others]
        return sum(end - start for start, end in spans if start < end) / (clause.end - clause.start)

    def _of(self, clause: int) -> list[str]:
        start, end = self._spans.get(clause, (0, 0))
        return self._words[start:end]


def _spans(clauses: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Where the words of each clause stand among all words."""
    found: dict[int, tuple[int, int]] = {}
    for place, clause in enumerate(clauses):
        start, _ = found.get(clause, (place, place))
        found[clause] = (start, place + 1)
    return found


def _joined(side: str, near_first: Sequence[str]) -> str:
    """Words in the order of the text."""
    return "_".join(reversed(near_first) if side == "L" else near_first)


def size(value: Decimal | str) -> int:
    """Half the powers of ten of a figure, or how exactly a day is told."""
    return len(value) if isinstance(value, str) else int(math.log10(abs(value) + 1) * 2)
