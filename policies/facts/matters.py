"""Matters that stand or do not: a table of names with their words, judged where they are said.

Somebody else's matter gives nothing, one that is only sought ("how do we become…", 想申请) gives nothing, one that is
hedged or asked about is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.others import OTHER
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class Matter:
    """`words` say that the fact is `value`; `beside` must be in the sentence, `without` must not be in the clause."""

    name: str
    words: re.Pattern[str]
    value: bool = True
    beside: re.Pattern[str] | None = None
    without: re.Pattern[str] | None = None
    weight: int = 2
    bare: bool = False  # the words hold their own no or yes: no other is looked for
    signs: tuple[str, ...] = ()  # without any of these in the text its words cannot stand there


_INSIDE = lazy(
    r"创始人|创办人|老板|法人代表|股东|大股东|母公司|总公司|集团|控股|基金|投资|合作|东家|"
    r"founder|boss|ceo|fund|investor|partner|parent|holding|mother|head|shareholder|(?:an?|the|"
    r"our) (?:[a-z-]+ ){0,3}group|"
    r"group owner"
)
"""People and houses through whom a matter is still ours: 创始人入选了人才计划."""

_SOUGHT = lazy(
    r"(?<!理)想(?!法|到)|怎么|怎样|如何|能不能|能否|可不可以|可以(?=申|评|进|成|算)|申请(?!过|了)|申报|争取|"
    r"打算|准备|希望|"
    r"能(?=评|进|拿|申|成|算|获)|(?<![a-z])(?:how (?:do|can|to|does)|can we|could we|become|qualify|"
    r"make the grade|apply|"
    r"applying|"
    r"applied|want|hope|hoping|plan|aim|would like|eligible)(?![a-z])"
)


_NO_INSIDE = lazy(r"没|未(?!来)|(?<![a-z])(?:not|never|no)(?![a-z])|n't")


def find(page: Page, matters: Iterable[Matter]) -> Findings:
    """Each matter of a table that the text raises, as it stands."""
    for matter in matters:
        if matter.signs and not any(sign in page.text for sign in matter.signs):
            continue
        for match in matter.words.finditer(page.text):
            yield from _state(page, matter, match)


def _state(page: Page, matter: Matter, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    if (matter.beside is not None and not matter.beside.search(page.sentence(index))) or (
        matter.without is not None and matter.without.search(page.words(index))
    ):
        return
    lead = page.text[page.clauses[index].start : match.start()]
    if strangers(page, match.start()) or (not matter.bare and _SOUGHT.search(lead)):
        return
    if matter.bare:
        standing = judge(page, match.end(), match.end(), ours=True)
        value = matter.value if standing in (Standing.STATED, Standing.DENIED) else None
    else:
        standing = judge(page, match.start(), match.end(), ours=True)
        denied = (standing is Standing.DENIED) ^ bool(_NO_INSIDE.search(match[0]))
        value = None if standing is Standing.OPEN else matter.value is not denied
    if standing is not Standing.SUPPOSED:
        yield Found(matter.name, value, match.start(), match.end(), matter.weight)


def strangers(page: Page, place: int) -> bool:
    """Whether the words here are about somebody outside the house: a customer, a rival, the firm next door."""
    if not page.theirs(place):
        return False
    stretch = page.stretch(place)
    first = OTHER.search(page.text, stretch, place) or _last(page, stretch)
    return first is not None and not _INSIDE.match(first[0])


def _last(page: Page, place: int) -> re.Match[str] | None:
    """Who was spoken of last before this place, in its sentence."""
    index = page.index(place)
    first = index
    while (before := page.previous(first)) is not None and index - first < 8:
        first = before
    nouns = list(OTHER.finditer(page.text, page.clauses[first].start, place))
    return nouns[-1] if nouns else None
