"""English told by what it is about: a word of the matter, the company it keeps, and how it stands in its clause.

A frame is no sentence. `head` names the matter in any form ("late", "miss", "arrears"), `beside` says what must stand
in the same clause, in any order, `about` what the text has spoken of so far, and `standing.judge` how the head stands:
stated, denied ("nobody", "yet to", "neither … nor", "was not asked for"), supposed, asked or hedged. So one frame reads
"no instalment was ever late" and "we have yet to be late with an instalment" without a pattern for either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page, of_company
from policies.facts.standing import Standing, judge
from policies.patterns import lazy
from policies.types import FactValue


def words(pattern: str) -> re.Pattern[str]:
    """A pattern of whole English words."""
    return lazy(rf"(?<![a-z])(?:{pattern})(?![a-z])")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a fact is where `head` is `stated` and where it is `denied`; None: that says nothing of the fact."""

    name: str
    head: re.Pattern[str]
    stated: FactValue = True
    denied: FactValue = False
    beside: re.Pattern[str] | None = None  # in the clause
    about: re.Pattern[str] | None = None  # in the sentence, or in what was told before it
    without: re.Pattern[str] | None = None  # not in the clause
    signs: tuple[str, ...] = ()  # without any of these in the text the head cannot stand there
    item: bool = False  # `without` is looked for in the item of a list only: "a certificate and a faultless record"
    weight: int = 2
    bare: bool = False  # the head holds its own yes or no
    doubt: bool = False  # a head that is hedged or asked about leaves the fact open rather than unread


ENGLISH = lazy(r"(?<![a-z])(?:the|we|our|us|is|was|were|no|of|in|from|at|by|to|and)(?![a-z])")
_NOT_BEHIND = lazy(
    r"\s?(?:(?!(?:but|and|or|which|that|so)\s)[\w'-]+\s){0,4}?(?:(?:is|was|are|were|has|have|had|did|does|do|could|"
    r"can|would|will) ?(?:not|n't|never)|cannot|never|ha(?:d|s|ve) nothing to do|played no part|wanted no|needs? no)"
    r"(?! (?:only|just|always|less|more|until|before)(?![a-z]))(?![a-z])"
)
"""A no that stands in the predicate of a head that is its subject: "security was never asked for"."""
_TO_US = words(r"us|we|ours|ourselves|me|i")
_NO_INSIDE = words(r"no|not|never|nothing|nobody|none|zero|nil|without|hardly")
_FARTHEST = 700
"""Code points before a clause in which what it is about is looked for."""


def find(page: Page, frames: Iterable[Frame]) -> Findings:
    """What each frame of a table reads; nothing in a text without English."""
    if not ENGLISH.search(page.text):
        return
    for frame in frames:
        if frame.signs and not any(sign in page.text for sign in frame.signs):
            continue
        for match in frame.head.finditer(page.text):
            yield from _read(page, frame, match)


def _read(page: Page, frame: Frame, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    clause = page.clauses[index]
    here = with_its_label(page, index)
    if frame.beside is not None and not frame.beside.search(here):
        return
    apart = _item(page, match, index) if frame.item else here
    if frame.without is not None and frame.without.search(of_company(page, apart)):
        return
    if frame.about is not None and not (
        frame.about.search(page.sentence(index))
        or frame.about.search(page.text, max(0, clause.start - _FARTHEST), clause.start)
    ):
        return
    if strangers(page, match.start()) and not _TO_US.search(page.text, clause.start, match.start()):
        return
    standing = _standing(page, frame, match, index)
    value = frame.stated if standing is Standing.STATED else frame.denied if standing is Standing.DENIED else None
    if value is not None or (frame.doubt and standing is Standing.OPEN):
        yield Found(frame.name, value, match.start(), match.end(), frame.weight)


_NEXT_ITEM = lazy(
    r"(?<![a-z])and (?=(?:an?|the|our|its|no|any|without)(?![a-z]))|"
    r"(?<![a-z])(?:maker|manufacturer|producer|firm|company|enterprise|business|plant|works|start-?up)"
    r"(?: [\w-]+){0,6}? (?=with(?:out)? )"
)


def _item(page: Page, match: re.Match[str], index: int) -> str:
    """What the clause says in one breath with the words: neither the item before them nor the one behind."""
    clause = page.clauses[index]
    start = max(
        (one.end() for one in _NEXT_ITEM.finditer(page.text, clause.start, match.start())), default=clause.start
    )
    behind = _NEXT_ITEM.search(page.text, match.end(), clause.end)
    return page.text[start : behind.start() if behind else clause.end]


def _standing(page: Page, frame: Frame, match: re.Match[str], index: int) -> Standing:
    if frame.bare:
        standing = judge(page, match.end(), match.end(), ours=True)
        return Standing.STATED if standing is Standing.DENIED else standing
    standing = judge(page, match.start(), match.end(), ours=True)
    denied = denied_behind(page, match, index) or _NO_INSIDE.search(match[0])
    return Standing.DENIED if standing is Standing.STATED and denied else standing


def with_its_label(page: Page, index: int) -> str:
    """The words of a clause, with those of the label before a colon or of what it labels: "Owners: the founders"."""
    first = last = index
    if index and page.clauses[index - 1].closing == ":":
        first -= 1
    if page.clauses[index].closing == ":" and index + 1 < len(page.clauses):
        last += 1
    return page.text[page.clauses[first].start : page.clauses[last].end]


def denied_behind(page: Page, match: re.Match[str], index: int) -> bool:
    """Whether the predicate behind words that are its subject denies them."""
    return _NOT_BEHIND.match(page.text, match.end(), page.clauses[index].end) is not None
