"""Chinese told by phrases: words that state a fact in themselves, and the company that they must keep.

A phrase is read where it stands in a text of its matter (`told`), beside what it needs (`near`), apart from what gives
it another sense (`without`), and is neither supposed, nor asked about, nor somebody else's. Where it is hedged or has
an exception, the fact is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, doubted, judge
from policies.patterns import lazy
from policies.types import FactValue


@dataclass(frozen=True, slots=True)
class Phrase:
    """`words` say that `name` is `value`, and, where `denied` is given, its denial that it is that."""

    name: str
    value: FactValue
    words: re.Pattern[str]
    near: re.Pattern[str] | None = None  # in the sentence
    told: re.Pattern[str] | None = None  # in the sentence, or in what was told before it
    without: re.Pattern[str] | None = None  # not in the clause
    apart: re.Pattern[str] | None = None  # nowhere in the text
    denied: FactValue = None
    bare: bool = False  # the words hold their own no or yes
    theirs: bool = False  # another's name in the words does not make it another's matter
    firm: bool = False  # not knowing whose or how is what the words say: 归谁谁也说不清
    wish: bool = False  # what is only wished or planned is told as well
    weight: int = 2
    signs: tuple[str, ...] = ()  # without any of these characters the words cannot stand in the text


_CHINESE = lazy(r"[\u4e00-\u9fff]")
_EXCEPT = lazy(r"除了|除(?!夕|此|非)|(?<!除此)[以之]外|只有|仅有|唯独|就(?:那|这)?一[次回期]|偶尔|有时")
_OF_RULES = lazy(
    r"(?<!没)有哪|哪[几些家种]|有什么|什么(?:好处|条件|要求|政策|意思|叫)|怎么(?:申|办|报|评|认|入|找|弄|走|才|样才)|如何|"
    r"怎样|才(?:能|可以)|多久(?:才)?能|的企业[都也才]"
)
"""Questions on the rules: what stands in them is not said of the enterprise."""
_NOT_EVEN = lazy(r"(?:哪怕)?(?:一|半)[天次期回分日个]")
"""从没拖过一天: not so much as one, no bound."""
_FARTHEST = 400
"""Code points before a sentence in which what it is about is looked for."""


def find(page: Page, phrases: Iterable[Phrase]) -> Findings:
    """What each phrase of a table reads; nothing in a text without Chinese."""
    if not _CHINESE.search(page.text):
        return
    for phrase in phrases:
        if phrase.signs and not any(sign in page.text for sign in phrase.signs):
            continue
        for match in phrase.words.finditer(page.text):
            yield from _read(page, phrase, match)


def _read(page: Page, phrase: Phrase, match: re.Match[str]) -> Findings:
    index = page.index(match.start())
    here = page.words(index)
    sentence = page.sentence(index)
    if phrase.without is not None and phrase.without.search(here):
        return
    if phrase.near is not None and not phrase.near.search(sentence):
        return
    if phrase.told is not None and not (
        phrase.told.search(sentence) or phrase.told.search(page.text, max(0, match.start() - _FARTHEST), match.start())
    ):
        return
    if phrase.apart is not None and phrase.apart.search(page.text):
        return
    if _OF_RULES.search(here) or (not phrase.theirs and strangers(page, match.start())):
        return
    standing = judge(page, match.end() if phrase.bare else match.start(), match.end(), ours=True)
    if standing is Standing.SUPPOSED and not phrase.wish:
        return
    value = phrase.denied if standing is Standing.DENIED and not phrase.bare else phrase.value
    if standing is Standing.DENIED and not phrase.bare and phrase.denied is None:
        return
    if standing is Standing.OPEN and phrase.firm:
        standing = Standing.STATED
    if standing is Standing.OPEN and phrase.bare and _NOT_EVEN.match(page.text, match.end()):
        standing = Standing.OPEN if doubted(page, index) else Standing.STATED
    around = (
        page.text[page.clauses[index].start : match.start()] + "#" + page.text[match.end() : page.clauses[index].end]
    )
    if standing is Standing.OPEN or (value is False and _EXCEPT.search(around)):  # 只有样机 is no exception
        value = None
    yield Found(phrase.name, value, match.start(), match.end(), phrase.weight)
