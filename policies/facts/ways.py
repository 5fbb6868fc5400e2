"""Words that tell how a payer went about it: a table of facts, and what of it a text tells as ours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION
from policies.facts.sums_owed import of_credit
from policies.patterns import lazy


@dataclass(frozen=True, slots=True)
class Way:
    """Words that make a fact `value`, None where they leave it open. `beside` must stand in the text, `without`
    must not; without any of its `signs` its words cannot stand there."""

    name: str
    value: bool | None
    words: re.Pattern[str]
    beside: re.Pattern[str] | None = None
    without: re.Pattern[str] | None = None
    signs: tuple[str, ...] = ()
    not_after: re.Pattern[str] | None = None  # what must not end the text before its words


_ELSE = lazy(
    r"隔壁|邻居|同行|别(?:人|家)|人家公司|亲戚|朋友(?:的|家|公司)|另一家供应商|(?:上|前|头)一?家(?:供应商|公司|"
    r"厂)?(?!付)|"
    r"(?:之前|原来|以前|前任|原先)的?(?:那家)?供应商|"
    r"(?<![a-z])(?:neighbou?r\w*|friends?(?:'s)?|(?:an)?other suppliers?|(?:last|previous|former|"
    r"earlier) suppliers?(?:'s)?|"
    r"predecessors?(?:'s)?|competitors?|rivals?)(?![a-z])"
)
"""Those whose dealings with the payer are not ours."""


_NEVER = lazy(
    r"(?:没有?|未|冇|无|从未)(?:过|出过|发生过?|出现过?|任何|什么|一次|因为?|被){0,3}$|"
    r"(?<![a-z])(?:not|never|nothing|none of (?:our|the|my) [\w-]+|no [\w-]+(?: of ours)?)(?: (?:has|have|was|were|"
    r"ever))* $"
)
"""What denies the words behind it."""


def told(page: Page, ways: Iterable[Way]) -> Findings:
    """Each of the ways that the text tells of ours; nothing of what is supposed or about somebody else."""
    text = page.text
    for way in ways:
        if not any(sign in text for sign in way.signs):
            continue
        if way.words.search(text) is None or not _fits(way, text) or of_credit(text):
            continue
        for match in way.words.finditer(text):
            index = page.index(match.start())
            lead = text[page.clauses[index].start : match.start()]
            if _NEVER.search(lead) or (way.not_after is not None and way.not_after.search(lead)):
                continue
            if not (SUPPOSITION.search(lead) or SUPPOSITION.search(match[0]) or _ELSE.search(page.sentence(index))):
                yield Found(way.name, way.value, match.start(), match.end(), 2)
                break


def _fits(way: Way, text: str) -> bool:
    beside = way.beside is None or way.beside.search(text) is not None
    return beside and (way.without is None or way.without.search(text) is None)
