"""What the second reader learns from (ADR 0028): texts with their facts, and what each of their figures means."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from policies.facts.found import Found
from policies.facts.learned.signs import Figure, Signs
from policies.facts.learned.weights import NOTHING
from policies.facts.recognisers import by_recognisers
from policies.facts.scope import Page
from policies.loader import load_corpus
from policies.types import FactValue
from tests.policies import quality

DATA = Path(__file__).parent / "data"
_DAY = date(2022, 11, 14)
_WHOLE = ("facts", "facts_held", "facts_second")
_BY_FACT = ("facts_more", "facts_told", "facts_bars", "facts_owed", "statements")
_EXAMPLES = tuple(
    f"eligibility{name}"
    for name in ("", "_second", "_third", "_fourth", "_sixth", "_eighth", "_ninth", "_tenth", "_eleventh")
)
SILVER = 0.7
"""Trust in what the recognisers read where nothing is labelled; their silence teaches nothing, as much
that they lose is told."""


@dataclass(slots=True)
class Lesson:
    """A text with what is known of it. `facts` None: only what recognisers read; `asked` None: everything is told."""

    hand: str
    text: str
    as_of: date
    facts: Mapping[str, FactValue] | None
    asked: frozenset[str] | None = None
    page: Page = field(init=False)
    signs: Signs = field(init=False)
    read: Sequence[Found] = field(init=False)

    def __post_init__(self) -> None:
        self.page = Page(self.text, self.as_of)
        self.signs = Signs(self.page)
        self.read = by_recognisers(self.page)


def lessons() -> list[Lesson]:
    """Every text that may be learnt from: no part that is kept unread is among them."""
    found = []
    for name in _WHOLE:
        found += [
            Lesson(name, row["text"], date.fromisoformat(row.get("as_of", "2026-01-15")), row["facts"])
            for row in _rows(name)
        ]
    for name in _BY_FACT:
        for row in _rows(name):
            stated = {} if row["value"] is None else {row["fact"]: row["value"]}
            found += [Lesson(name, text, _DAY, stated, frozenset([row["fact"]])) for text in row["texts"]]
    for name in ("wordings_en", "wordings_zh"):
        for row in _rows(name):
            stated = {} if row["value"] is None else {row["fact"]: row["value"]}
            found.append(Lesson(name, row["text"], _DAY, stated, frozenset([row["fact"]])))
    told = _rows("told")
    asked: dict[str, set[str]] = defaultdict(set)
    for row in told:
        asked[row["hand"]] |= row["facts"].keys()
    for row in told:
        names = None if row["whole"] else frozenset(asked[row["hand"]])
        found.append(Lesson(row["hand"], row["text"], date.fromisoformat(row["as_of"]), row["facts"], names))
    for row in (*quality.cases("tune"), *quality.cases("open")):
        found.append(Lesson("eligibility", row["text"], date.fromisoformat(row["as_of"]), None))
    return found


def held() -> list[Lesson]:
    """Paragraphs that are kept out of all learning."""
    return [
        Lesson(row["hand"], row["text"], date.fromisoformat(row["as_of"]), row["facts"]) for row in _rows("told_held")
    ]


def names() -> frozenset[str]:
    """Every fact of the vocabulary."""
    return frozenset(load_corpus().vocabulary.facts)


def fingerprint() -> str:
    """What was learnt from: the digest of every file that `lessons` reads. Recognisers may change beside it."""
    names = sorted((*_WHOLE, *_BY_FACT, "wordings_en", "wordings_zh", "told", *_EXAMPLES))
    files = ((DATA / f"{name}.jsonl").read_bytes() for name in names)
    return hashlib.sha256(b"".join(hashlib.sha256(file).digest() for file in files)).hexdigest()


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


# --- figures --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Labelled:
    """One figure with the fact that it states, or none."""

    place: int  # of the figure among those of its text
    signs: tuple[str, ...]
    figure: Figure
    name: str
    trust: float


class Kinds:
    """Which kind of figure tells which fact."""

    def __init__(self) -> None:
        units = {"cny": "sum", "pct": "share", "count": "count", "days": "term", "years": "term"}
        facts = load_corpus().vocabulary.facts.values()
        self._kinds = {one.name: units[str(one.unit)] for one in facts if one.kind == "number"}
        self._kinds |= {one.name: "day" for one in facts if one.kind == "date"}
        del self._kinds["age_years"]  # a founding day tells it better, and is told beside it

    def states(self, figure: Figure, name: str, value: FactValue) -> bool:
        """Whether a figure is the one that a fact was labelled with."""
        kind = self._kinds.get(name)
        if kind is None or value is None or figure.kind not in (kind, "bare"):
            return False
        if isinstance(figure.value, str):
            return kind == "day" and figure.value == value
        if kind == "day" or isinstance(value, bool | str | tuple):
            return False
        scale = 360 if name.endswith("_years") else 1
        return abs(float(figure.value) - float(value) * scale) < 1e-6 * max(1.0, float(value))


def figures(lesson: Lesson, kinds: Kinds) -> Iterator[Labelled]:
    """The figures of a text whose meaning is known."""
    for place, figure in enumerate(lesson.signs.figures):
        if figure.vague:
            continue
        silver = {
            one.name
            for one in lesson.read
            if one.start < figure.end and figure.start < one.end and kinds.states(figure, one.name, one.value)
        }
        name, trust = _meaning(lesson, figure, silver, kinds)
        if name is not None:
            yield Labelled(place, tuple(set(lesson.signs.of_figure(place))), figure, name, trust)


def _meaning(lesson: Lesson, figure: Figure, silver: set[str], kinds: Kinds) -> tuple[str | None, float]:
    if lesson.facts is None:
        return (next(iter(silver)), SILVER) if len(silver) == 1 else (None, 0.0)
    gold = [name for name, value in lesson.facts.items() if kinds.states(figure, name, value)]
    both = silver & set(gold)
    if len(gold) == 1 or len(both) == 1:
        return (gold[0] if len(gold) == 1 else next(iter(both))), 1.0
    if gold:
        return None, 0.0
    if lesson.asked is None or not lesson.facts:
        return NOTHING, 1.0
    other = [name for name in silver if name not in lesson.asked]
    return (other[0], SILVER) if len(other) == 1 else (None, 0.0)
