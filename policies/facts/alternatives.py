"""Two ways of which nobody knows which: "whether it went through the platform or straight to the lab, I cannot find
out", 是走平台的，还是直接找的，我查不到; "48 or 52 million, the audit is not done".

Words that tell one of the two read like a statement. What stands in either is open where the same sentence, or a short
one right behind it, says that it is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.topics import raised
from policies.facts.unknowing import BENEFIT, SELF
from policies.patterns import lazy

_WEIGHT = 9
_WAYS = lazy(
    r"(?:^|(?<=[,。;!?\n])|(?<=[\u4e00-\u9fff]))(?:到底|究竟|当时|当初)?(?:是|算|走|按|用|属于?|通过|经由?|由|从|有)"
    r"[^,。;!?\n]{1,30}(?:,(?=还是|抑或|或是)|(?=还是|抑或))(?:还是|抑或|或是)[^,。;!?\n]{1,30}|"
    r"(?<![a-z])(?:whether|if|either|was it|is it|were they|did (?:we|it|he|she|they))(?![a-z])[^.;!?\n]{1,140}?"
    r"(?<![a-z])or (?!not(?![a-z])|so(?![a-z])|more(?![a-z])|whether(?![a-z]))[^,.;!?\n]{1,80}"
)
_CHOOSING = lazy(
    r"划算|合适|更?好(?=[,。;!?]|$)|该(?!行|笔|企|公)|应当|选(?!上|入)|怎么|"
    r"(?<![a-z])(?:should|better|best|advis\w+|choose|pick|apply|would|could|cheaper|worth)(?![a-z])"
)
"""Which of two ways to take is no doubt of what is."""
_BETWEEN = lazy(
    r"\s?(?:万|亿|元|块|人|名|个)?(?:左右|上下)?,?\s?(?:还是|或者?是?|抑或|也可能是?|(?<![a-z])or(?: (?:rather|maybe|"
    r"perhaps|possibly|even))?(?![a-z]))\s?(?:rmb ?|¥)?"
)
_OR = lazy(r"还是|抑或|或|(?<![a-z])or(?![a-z])")
_SHORT_ZH, _SHORT_EN = 24, 90
_ANYBODYS = frozenset({"region", "industry", "legal_person", "tech_enterprise"})
_DATE = lazy(r"\d{4}(?:-\d\d){0,2}")


def find(page: Page, match: re.Match[str], read: Iterable[Found]) -> Findings:
    """A doubt for each fact that stands in either of two ways, of which words of not knowing (`match`) say so."""
    if not _OR.search(page.text) or strangers(page, match.start()):
        return
    for start, end in _ways(page, match):
        for name, (first, last) in raised(page.text, start, end).items():
            yield Found(name, None, first, last, _WEIGHT)
        for one in read:
            if start <= one.start and one.end <= end and _may_be_either(one):
                yield Found(one.name, None, one.start, one.end, _WEIGHT)
    pairs = _figures(page, match)
    for one in read if pairs else ():
        if any(one.start < last.end and first.start < one.end for first, last in pairs) and _is_figure(one):
            yield Found(one.name, None, one.start, one.end, _WEIGHT)


_FIRMLY = lazy(r"(?:到底|究竟)[^,。;!?]{0,8}$")


def whether(page: Page, match: re.Match[str], end: int, read: Iterable[Found]) -> Findings:
    """A doubt for what is read from words behind 到底是不是, or from the 不是 within a 是不是, up to the comma."""
    firmly = _FIRMLY.search(page.text, max(0, match.start() - 12), match.start()) is not None
    for one in read:
        if match.start() < one.start < (end if firmly else match.end()) and isinstance(one.value, bool):
            yield Found(one.name, None, one.start, one.end, _WEIGHT)


def _may_be_either(one: Found) -> bool:
    """What is so or is not, or is one of several: no figure, date or place that only stands beside."""
    if one.name in _ANYBODYS or one.value is None:
        return False
    return isinstance(one.value, bool) or (isinstance(one.value, str) and not _DATE.fullmatch(one.value))


def _is_figure(one: Found) -> bool:
    return isinstance(one.value, int | float) and not isinstance(one.value, bool)


def _sentences(page: Page, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The sentence of the words, and the one before it where they stand in a short one of their own."""
    index = page.index(match.start())
    start, end = _sentence(page, index)
    yield start, end
    short = _SHORT_EN if page.text[start:end].isascii() else _SHORT_ZH
    first = page.index(start)
    if end - start <= short and first > 0:
        yield _sentence(page, first - 1)


_AROUND = 8  # clauses of a sentence on either side


def _sentence(page: Page, index: int) -> tuple[int, int]:
    return page.clauses[page.opening(index, _AROUND)].start, page.clauses[page.ending(index, _AROUND)].end


def _ways(page: Page, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    for start, end in _sentences(page, match):
        for ways in _WAYS.finditer(page.text, start, end):
            asked = BENEFIT.search(ways[0]) and not SELF.search(ways[0])
            if not asked and not _CHOOSING.search(page.text, ways.start(), end):
                yield ways.span()


def _figures(page: Page, match: re.Match[str]) -> list[tuple[Quantity, Quantity]]:
    """Pairs of figures that the sentence offers in place of each other."""
    pairs = []
    for start, end in _sentences(page, match):
        indices = range(page.index(start), page.index(max(start, end - 1)) + 1)
        told = [one for index in indices for one in page.quantities_in(index)]
        pairs += [pair for pair in pairwise(told) if _instead(page, *pair)]
    return pairs


def _instead(page: Page, one: Quantity, other: Quantity) -> bool:
    return _BETWEEN.fullmatch(page.text, one.end, other.start) is not None
