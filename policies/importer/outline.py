"""From lines to a tree: which markers are true ones, and what lies inside what. Pure.

A true marker follows from its neighbours. Numbers of articles rise; one that does not fit between its neighbours is a
reference that a line break put first (依照本条例 / 第三条 …). A table of contents repeats headings that come later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policies.importer.numbering import FIXED, Kind, Marker, marker
from policies.patterns import lazy

_LEADER = lazy(r"(?:[.…·．]\s?){3,}\s*\d{0,4}\s*$|\s\d{1,4}\s*$")
_SKIP = 3  # numbers that a list may leave out before its next member is taken for a figure


@dataclass(frozen=True, slots=True)
class Line:
    """`place` counts lines from 1; `mark` is set where the line begins a piece."""

    place: int
    text: str
    mark: Marker | None = None


@dataclass(slots=True)
class Node:
    """A piece with the lines of its own (its heading first) and the pieces inside it. The root has no mark."""

    mark: Marker | None = None
    lines: list[Line] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the document."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def all_lines(self) -> list[Line]:
        return [line for node in self.walk() for line in node.lines]


def marked(texts: Sequence[str]) -> list[Line]:
    """Every line with its marker, false ones taken off."""
    lines = [Line(place, text, marker(text) if text else None) for place, text in enumerate(texts, 1)]
    false = _contents(lines) | _references(lines)
    return [Line(line.place, line.text) if line.place in false else line for line in lines]


def _contents(lines: list[Line]) -> set[int]:
    """Places of the lines of a table of contents: runs of headings that all come again, or end in a page number."""
    headings = Counter(_bare(line.text) for line in lines if line.mark)
    found: set[int] = set()
    run: list[Line] = []
    seen: Counter[str] = Counter()
    for line in [*lines, Line(0, "end")]:
        if line.mark is not None and (_comes_again(line, headings, seen) or "…" in line.text or "...." in line.text):
            run.append(line)
        elif line.text:
            if len(run) > 1:
                found.update(each.place for each in run)
            run = []
        if line.mark is not None:
            seen[_bare(line.text)] += 1
    return found


def _comes_again(line: Line, headings: Counter[str], seen: Counter[str]) -> bool:
    return headings[_bare(line.text)] > seen[_bare(line.text)] + 1


def _bare(text: str) -> str:
    """A heading without spaces, dots and the page number behind it."""
    return re.sub(r"\s", "", _LEADER.sub("", text))


def _references(lines: list[Line]) -> set[int]:
    """Places of article numbers that do not rise with the others: references at the head of a line."""
    found: set[int] = set()
    for index, kind in enumerate(FIXED):
        above = FIXED[:index] if kind is not Kind.ARTICLE else ()  # chapters and sections begin anew in what holds them
        group: list[Line] = []
        for line in lines:
            if line.mark is None:
                continue
            if line.mark.kind is kind:
                group.append(line)
            elif line.mark.kind in above:
                found |= _false_in(group)
                group = []
        found |= _false_in(group)
    return found


def _false_in(group: list[Line]) -> set[int]:
    """Places of the false ones among markers of one kind, which may belong to several documents in turn."""
    found: set[int] = set()
    run: list[Line] = []
    last: tuple[int, ...] = ()
    numbers = [line.mark.number for line in group if line.mark is not None]
    for line, (number, following) in zip(group, pairwise([*numbers, None]), strict=True):
        assert number is not None
        if number == (1,) and last > (1,) and _begins_anew(last, following):
            found |= _outliers(run)
            run, last = [], ()
        run.append(line)
        last = number
    return found | _outliers(run)


def _begins_anew(last: tuple[int, ...], following: tuple[int, ...] | None) -> bool:
    """Whether a number 1 opens another document: the next number goes on from it, not from the `last` before it."""
    return following is None or following <= last or following[0] == 2


def _outliers(run: list[Line]) -> set[int]:
    """What does not belong to the longest rising sequence of numbers (the later of equals stays out)."""
    tails: list[tuple[int, ...]] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, line in enumerate(run):
        assert line.mark is not None
        place = bisect_left(tails, line.mark.number)
        before.append(ends[place - 1] if place else None)
        if place == len(tails):
            tails.append(line.mark.number)
            ends.append(index)
        elif line.mark.number < tails[place]:
            tails[place], ends[place] = line.mark.number, index
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(run[at].place)
        at = before[at]
    return {line.place for line in run} - kept


def tree(lines: Sequence[Line]) -> Node:
    """The pieces of one document, nested."""
    root = Node()
    stack = [root]
    last: dict[Kind, int] = {}
    for line in lines:
        if line.mark is None or not _follows(line.mark, stack, last):
            stack[-1].lines.append(Line(line.place, line.text))
            continue
        _close(stack, line.mark.kind)
        node = Node(line.mark, [line])
        stack[-1].children.append(node)
        stack.append(node)
        last[line.mark.kind] = line.mark.number[-1]
    return root


def _follows(mark: Marker, stack: list[Node], last: dict[Kind, int]) -> bool:
    """Whether a number of a list goes on from the one before or begins at 1; other numbers are figures in the text."""
    number = mark.number[-1]
    if mark.kind in FIXED or number == 1 or (mark.kind not in last and len(stack) == 1):
        return True
    if mark.kind is Kind.LETTER and mark.label.strip("()").lower() in ("i", "v", "x"):
        return mark.kind in last
    return mark.kind in last and 0 < number - last[mark.kind] <= _SKIP


def _close(stack: list[Node], kind: Kind) -> None:
    """Close what a piece of this kind cannot lie in: its like, and what its like contains."""
    for depth, node in enumerate(stack):
        if node.mark is None:
            continue
        inside = kind in FIXED and node.mark.kind in FIXED and FIXED.index(node.mark.kind) >= FIXED.index(kind)
        if node.mark.kind is kind or inside:
            del stack[depth:]
            return
