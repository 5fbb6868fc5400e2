"""A document's lines to its citable units: one part for each document in the file, one unit for each article. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from policies.importer.numbering import FIXED, Kind, Marker
from policies.importer.outline import Line, Node, marked, tree
from policies.patterns import lazy

_TITLE = lazy(
    r"法|条例|條例|办法|辦法|规定|規定|细则|細則|意见|意見|通知|方案|规划|規劃|计划|計劃|措施|公告|决定|決定|解读|指引|指南|政策|批复|"
    r"\b(?:law|regulations?|measures|rules|opinions?|notice|plan|provisions|guidelines|decision|act|policy|policies)\b",
    re.IGNORECASE,
)
_ANNEX = lazy(
    r"(?:附件|附表|附录|附錄)\s?[\d一二三四五六七八九十]{0,3}\s?[:：]?|(?:Annex|Appendix|Attachment)\b", re.IGNORECASE
)
_CLOSED = lazy(r"[。；：！？;:.!?，,、]\s*$")
_DATED = lazy(
    r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}"
)
_LONGEST_TITLE = 90
_LONGEST_SIGNATURE = 40
_SHORTEST_UNIT = 60  # characters: shorter members of a list below the top level are its items, not units of their own


@dataclass(frozen=True, slots=True)
class Unit:
    """One citable piece. `number` is the end of its id, `label` its number as written, `above` the headings over it.

    `whole` says that it is a heading's text without a numbered unit of the kind that the document is cited by.
    """

    number: str
    label: str
    mark: Marker | None
    above: tuple[Marker, ...]
    lines: tuple[Line, ...]
    whole: bool = False

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines).strip("\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file. `head` are the lines above its first piece, `leads` text between headings and units,
    `tail` what stands apart below the last: a signature, or another text that numbers nothing."""

    first: int
    last: int
    head: tuple[Line, ...]
    units: tuple[Unit, ...]
    leads: tuple[Line, ...]
    tail: tuple[Line, ...]
    kind: Kind | None


def split(texts: Sequence[str], unit: Kind | None = None, *, whole: bool = False) -> tuple[Part, ...]:
    """The documents of a file with their units; `unit` is the level to cite by where the document's own is not wanted.

    `whole` takes the text as one document of one unit. Without it, a part without any numbering has no units.
    """
    lines = marked(texts)
    if whole:
        return (_whole(lines),)
    bounds = [0, *_beginnings(lines), len(lines)]
    return tuple(_part(lines[low:high], unit) for low, high in pairwise(bounds))


def _whole(lines: list[Line]) -> Part:
    text = tuple(line for line in lines if line.text)
    first, last = (text[0].place, text[-1].place) if text else (1, 1)
    inside = tuple(line for line in lines if first <= line.place <= last)
    return Part(first, last, text[:1], (Unit("1", "", None, (), inside, whole=True),), (), (), None)


# --- several documents in one file --------------------


def _beginnings(lines: list[Line]) -> list[int]:
    """Indices of the lines that begin a further document: where the numbering of the top level begins anew."""
    found: list[int] = []
    top: Kind | None = None
    seen: dict[Kind, tuple[int, ...]] = {}
    before = 0
    usual = _usual_gap(lines)
    for index, line in enumerate(lines):
        if line.mark is None:
            continue
        kind, number = line.mark.kind, line.mark.number
        top = top or kind
        if number == (1,) and _anew(kind, top, seen):
            found.append(_boundary(lines, before + 1, index, usual))
            top, seen = kind, {}
        seen[kind] = max(number, seen.get(kind, number))
        before = index
    return found


def _anew(kind: Kind, top: Kind, seen: dict[Kind, tuple[int, ...]]) -> bool:
    """A 1 of the top level after a 2, or articles after a list of the top level that had none."""
    if kind is Kind.ARTICLE:
        return seen.get(kind, (0,)) > (1,) or (top not in FIXED and seen.get(top, (0,)) > (1,) and kind not in seen)
    if kind in FIXED:
        return (kind is top and seen.get(kind, (0,)) > (1,)) or (top not in FIXED and seen.get(top, (0,)) > (1,))
    return kind is top and seen.get(kind, (0,)) > (1,)


def _boundary(lines: list[Line], low: int, high: int, usual: float) -> int:
    """Where, between the last piece of one document and the first of the next, the next one begins.

    At an annex's heading; else behind the last wide gap; else at the last title; else at its first piece.
    """
    gaps = [(_gap(lines, index), index) for index in range(low, high) if lines[index].text]
    for _, index in gaps:
        if _ANNEX.match(lines[index].text) and len(lines[index].text) < _LONGEST_TITLE:
            return index
    wide = [index for gap, index in gaps if gap >= 2 and gap > usual]
    if wide:
        return wide[-1]
    titles = [index for _, index in gaps if title_like(lines[index].text)]
    return titles[-1] if titles else high


def _signature(lines: list[Line], last: int) -> int:
    """Where the issuer's name and the date below the last piece begin; the end where there is no date."""
    start, dated = len(lines), False
    for index in range(len(lines) - 1, last, -1):
        text = lines[index].text
        if len(text) > _LONGEST_SIGNATURE or _CLOSED.search(text):
            break
        dated = dated or bool(_DATED.search(text))
        start = index if text else start
    return start if dated else len(lines)


def _usual_gap(lines: list[Line]) -> float:
    """Blank lines that stand before half of the lines."""
    return median([_gap(lines, index) for index, line in enumerate(lines) if line.text] or [0])


def _gap(lines: list[Line], index: int) -> int:
    """Blank lines before a line."""
    count = 0
    while index - count > 0 and not lines[index - count - 1].text:
        count += 1
    return count


def title_like(text: str) -> bool:
    """Short, not the end of a sentence, and with a word that documents are called by."""
    return len(text) <= 2 * _LONGEST_TITLE and not _CLOSED.search(text) and bool(_TITLE.search(text))


# --- one document --------------------


def _part(lines: list[Line], unit: Kind | None) -> Part:
    end = _end(lines)
    root = tree(lines[:end])
    kind = unit or _cited_by(root)
    leads: list[Line] = []
    units: list[Unit] = []
    composite = kind is not None and not _rising(root, kind)
    for child in root.children:
        _collect(child, (), kind, composite, units, leads)
    written = [line.place for line in lines if line.text] or [1]
    return Part(
        written[0],
        written[-1],
        tuple(root.lines),
        tuple(_unique(units)),
        tuple(line for line in leads if line.text),
        tuple(line for line in lines[end:] if line.text),
        kind,
    )


def _end(lines: list[Line]) -> int:
    """Where the last piece ends: at a gap that is wider than the document's own, or at the end."""
    last = max((index for index, line in enumerate(lines) if line.mark), default=len(lines))
    signed = _signature(lines, last)
    lines = lines[:signed]
    usual = _usual_gap(lines)
    wide = (i for i in range(last + 1, len(lines)) if lines[i].text and _gap(lines, i) > max(1, usual))
    return next(wide, len(lines))


def _numbers(root: Node, kind: Kind) -> list[tuple[int, ...]]:
    return [node.mark.number for node in root.walk() if node.mark is not None and node.mark.kind is kind]


def _rising(root: Node, kind: Kind) -> bool:
    """Whether the numbers of a kind run through the document without beginning anew."""
    numbers = _numbers(root, kind)
    return all(low < high for low, high in pairwise(numbers))


def _cited_by(root: Node) -> Kind | None:
    """The level that the document is cited by: articles, else the list that runs through it, else the second level."""
    counts: dict[Kind, int] = {}
    for node in root.walk():
        if node.mark is not None:
            counts[node.mark.kind] = counts.get(node.mark.kind, 0) + 1
    if not counts:
        return None
    if counts.get(Kind.ARTICLE, 0) >= 2 or set(counts) <= {Kind.ARTICLE}:
        return Kind.ARTICLE
    top = root.children[0].mark
    assert top is not None
    if counts.get(Kind.DOTTED, 0) >= 2 and top.kind in (Kind.NUMBER, Kind.DOTTED, Kind.CHAPTER):
        return Kind.DOTTED
    running = [kind for kind, count in counts.items() if count >= 2 and _rising(root, kind) and _stands(root, kind)]
    best = max(running, key=lambda kind: (counts[kind], kind is top.kind), default=top.kind)
    if best is not top.kind:
        return best
    below = [child.mark.kind for node in root.children for child in node.children if child.mark is not None]
    second = max(set(below), key=lambda kind: (below.count(kind), kind), default=None)
    if second is not None and below.count(second) > counts[top.kind] and _stands(root, second):
        return second
    return top.kind


def _stands(root: Node, kind: Kind) -> bool:
    """Whether the pieces of a kind are units: long enough, and not the items of a sentence that ends in a colon."""
    if root.children and root.children[0].mark is not None and root.children[0].mark.kind is kind:
        return True
    lengths: list[int] = []
    listed = 0
    for node in root.walk():
        members = [child for child in node.children if child.mark is not None and child.mark.kind is kind]
        lengths += [sum(len(line.text) for line in child.all_lines()) for child in members]
        words = [line.text for line in node.lines if line.text]
        if words and words[-1].endswith((":", "：")):
            listed += len(members)
    return bool(lengths) and median(lengths) >= _SHORTEST_UNIT and listed * 2 < len(lengths)


def _collect(
    node: Node, above: tuple[Marker, ...], kind: Kind | None, composite: bool, units: list[Unit], leads: list[Line]
) -> None:
    """Add the units of a piece, in order. What is cited by no unit becomes one of its own, so that nothing is lost."""
    mark = node.mark
    assert mark is not None
    path = ".".join("-".join(map(str, each.number)) for each in (*above, mark))
    if mark.kind is kind:
        own = ".".join(map(str, mark.number)) if kind is Kind.DOTTED else "-".join(map(str, mark.number))
        units.append(Unit(path if composite else own, mark.label, mark, above, tuple(node.all_lines())))
    elif not any(each.mark is not None and each.mark.kind is kind for each in node.walk()):
        if mark.kind in FIXED and not [line for line in node.all_lines()[1:] if line.text]:
            leads.extend(node.lines)  # a chapter's heading with nothing below it
        else:
            units.append(Unit(f"part-{path}", mark.label, mark, above, tuple(node.all_lines()), whole=True))
    else:
        title = _titled(node)
        leads.extend(node.lines[2 if title is not mark else 1 :])
        for child in node.children:
            _collect(child, (*above, title), kind, composite, units, leads)


def _titled(node: Node) -> Marker:
    """The heading of a piece, with its title where that stands on a line of its own."""
    mark = node.mark
    assert mark is not None
    following = [line.text for line in node.lines[1:2] if line.text]
    if not mark.rest and following and len(following[0]) <= _LONGEST_TITLE and not _CLOSED.search(following[0]):
        return Marker(mark.kind, mark.number, mark.label, following[0])
    return mark


def _unique(units: list[Unit]) -> list[Unit]:
    """Ids that stand once: a number that comes again gets -b, -c behind it."""
    seen: dict[str, int] = {}
    made = []
    for unit in units:
        seen[unit.number] = seen.get(unit.number, 0) + 1
        again = seen[unit.number]
        number = unit.number if again == 1 else f"{unit.number}-{chr(96 + min(again, 26))}"
        made.append(Unit(number, unit.label, unit.mark, unit.above, unit.lines, unit.whole))
    return made
