"""Two versions of a document beside each other: which article became which, and what changed in it. Pure.

Articles are paired by what they say, not by their numbers alone: an inserted article moves all numbers behind it, and a
comparison by number would call every one of them changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from policies.importer.figures import Figure, find, level
from policies.importer.numbering import marker
from policies.patterns import lazy

ALIKE = 55.0
"""Likeness, of 100, from which two articles are taken for one; below it one is removed and the other added."""
ALIKE_BY_NUMBER = 35.0
"""The same for articles of one number, which are more often one article rewritten."""
_UNIT = r"(?:元|人|个?工作日|日|天|个?月|年)"
_TOKEN = lazy(
    rf"(?:19|20)\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?|\d[\d,]*(?:\.\d+)?(?:[十百千万亿]*{_UNIT}|[%‰])?|"
    rf"[一二三四五六七八九十百千万亿两零]+{_UNIT}|[A-Za-z]+|\s+|.",
    re.DOTALL,
)
_MOST_TOKENS = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of one version: the end of its id, and what it says."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison. `own_words`: from the corpus, whose digests are not the document's wording."""

    name: str
    pieces: tuple[Piece, ...]
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Words taken out and put in at one place; one of the two may be empty."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One article in both versions. `figures` are the edits that touch figures; `edits` all of them, in order."""

    old: str
    new: str
    likeness: float
    figures: tuple[Edit, ...]
    edits: tuple[Edit, ...]

    @property
    def renumbered(self) -> bool:
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Comparison:
    """`changed` with changed figures first; `moved` are those renumbered with their words unchanged."""

    added: tuple[Piece, ...]
    removed: tuple[Piece, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]
    same: int


def compare(old: Version, new: Version) -> Comparison:
    """What became of each article. With a side in our own words, only figures are compared."""
    bodies_old = [_body(piece.text) for piece in old.pieces]
    bodies_new = [_body(piece.text) for piece in new.pieces]
    loose = old.own_words or new.own_words
    pairs = _pairs(old.pieces, new.pieces, bodies_old, bodies_new, loose=loose)
    changes = [
        _change(old.pieces[left], new.pieces[right], bodies_old[left], bodies_new[right], likeness, loose=loose)
        for left, right, likeness in pairs
    ]
    lefts, rights = {left for left, _, _ in pairs}, {right for _, right, _ in pairs}
    changed = [one for one in changes if one.edits or one.figures]
    moved = [one for one in changes if not one.edits and not one.figures and one.renumbered]
    return Comparison(
        tuple(piece for index, piece in enumerate(new.pieces) if index not in rights),
        tuple(piece for index, piece in enumerate(old.pieces) if index not in lefts),
        tuple(moved),
        tuple(sorted(changed, key=lambda one: not one.figures)),
        len(changes) - len(changed) - len(moved),
    )


def _body(text: str) -> str:
    """What an article says, without its own number, line breaks and the spaces that layout puts between signs."""
    first, _, rest = text.partition("\n")
    mark = marker(first)
    if mark is not None and len(mark.rest) < len(first):
        text = first[len(first) - len(mark.rest) :] + "\n" + rest
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", text)


def _pairs(
    old: Sequence[Piece], new: Sequence[Piece], left: Sequence[str], right: Sequence[str], *, loose: bool
) -> list[tuple[int, int, float]]:
    """Pairs in the order of the new version, the likeliest first: same words, then same number, then likeness."""
    found: dict[int, tuple[int, float]] = {}
    free = set(range(len(old)))
    by_body: dict[str, list[int]] = {}
    for index, body in enumerate(left):
        by_body.setdefault(level(body), []).append(index)
    for index, body in enumerate(right):
        same = [each for each in by_body.get(level(body), ()) if each in free]
        if same:
            best = next((each for each in same if old[each].number == new[index].number), same[0])
            found[index] = (best, 100.0)
            free.discard(best)
    if loose:
        scores = _by_number(old, new, free, found)
    else:
        scores = _by_likeness(old, new, left, right, free, found)
    for likeness, index, each in sorted(scores, key=lambda score: (-score[0], score[1], score[2])):
        if index not in found and each in free:
            found[index] = (each, likeness)
            free.discard(each)
    return [(each, index, min(likeness, 100.0)) for index, (each, likeness) in sorted(found.items())]


def _by_number(
    old: Sequence[Piece], new: Sequence[Piece], free: set[int], found: dict[int, tuple[int, float]]
) -> list[tuple[float, int, int]]:
    places = {old[each].number: each for each in free}
    return [(100.0, i, places[p.number]) for i, p in enumerate(new) if i not in found and p.number in places]


def _by_likeness(
    old: Sequence[Piece], new: Sequence[Piece], left: Sequence[str], right: Sequence[str], free: set[int],
    found: dict[int, tuple[int, float]],
) -> list[tuple[float, int, int]]:  # fmt: skip
    scores = []
    for index, body in enumerate(right):
        if index in found:
            continue
        for each in free:
            least = ALIKE_BY_NUMBER if old[each].number == new[index].number else ALIKE
            likeness = fuzz.ratio(body, left[each], score_cutoff=least)
            if likeness:
                scores.append((likeness + (5 if old[each].number == new[index].number else 0), index, each))
    return scores


def _change(old: Piece, new: Piece, left: str, right: str, likeness: float, *, loose: bool) -> Change:
    if loose:
        return Change(old.number, new.number, likeness, tuple(_figures_apart(find(left), find(right))), ())
    edits = tuple(_edits(left, right)) if left != right else ()
    return Change(old.number, new.number, round(likeness, 1), tuple(edit for edit in edits if _has_figure(edit)), edits)


def _edits(old: str, new: str) -> Iterator[Edit]:
    """Word by word: a figure with its unit is one word, a Han character another. Width and script are no change."""
    left, right = _tokens(old), _tokens(new)
    if max(len(left), len(right)) > _MOST_TOKENS:
        yield Edit(old, new)
        return
    pending, held = Edit("", ""), ""
    for step in Levenshtein.opcodes([key for key, _ in left], [key for key, _ in right]):
        before = "".join(word for _, word in left[step.src_start : step.src_end])
        after = "".join(word for _, word in right[step.dest_start : step.dest_end])
        if step.tag != "equal":
            pending, held = Edit(pending.old + held + before, pending.new + held + after), ""
        elif step.src_end - step.src_start == 1 and before.strip() and pending != Edit("", ""):
            held = before  # one sign alike between two changes is chance; behind the last it is none
        elif pending != Edit("", ""):
            yield pending
            pending, held = Edit("", ""), ""
    if pending != Edit("", ""):
        yield pending


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words as they are compared, with how they are written."""
    return [(found[0], text[found.start() : found.end()]) for found in _TOKEN.finditer(level(text))]


def _has_figure(edit: Edit) -> bool:
    return sorted(re.findall(r"\d+(?:\.\d+)?", level(edit.old))) != sorted(
        re.findall(r"\d+(?:\.\d+)?", level(edit.new))
    ) or ([(f.value, f.unit) for f in find(edit.old)] != [(f.value, f.unit) for f in find(edit.new)])


def _figures_apart(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[Edit]:
    """Figures of one side that the other lacks, whatever the words around them."""
    here, there = {(f.value, f.unit): f.words for f in old}, {(f.value, f.unit): f.words for f in new}
    for key, words in here.items():
        if key not in there:
            yield Edit(words, "")
    for key, words in there.items():
        if key not in here:
            yield Edit("", words)
