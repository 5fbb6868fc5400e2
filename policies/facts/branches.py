"""A branch is no legal person; the company whose branch it is has its seat where that is told.

"It is a branch without legal personality of our limited company in Lanzhou", 我们只是兰州一家有限公司的分公司: what is
said of the company ("limited") does not contradict what the branch is, and the company's place is where we are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_BRANCH_EN = lazy(
    r"(?<![a-z])(?:it|we|this|which|that|ours|(?:our|the|this) (?:[\w-]+ ){0,2}?(?:plant|works|factory|site|"
    r"workshop|office|unit|laboratory|mill)(?: (?:here|there|in [\w -]{2,30}?))?,?)"
    r"(?:'s|'re| (?:(?!not|never|no)\w+ ){0,2}?(?:is|are|counts?|ranks?))(?: (?!not |never |no )\w+){0,3}?"
    r" an? (?:[\w-]+ ){0,2}?branch(?: office)?"
    r"(?:,? (?:without|with no|that has no|which has no|having no|lacking)(?: [\w]+){0,3}? (?:personality|legal person|"
    r"entity|status),?)? of (?:our|an?|the|its|my)(?P<house> (?:[\w-]+ ){0,4}?(?:company|firm|corporation|"
    r"enterprise)(?: limited)?(?![a-z])(?:,? (?:(?:which|that) is )?(?:registered|seated|based|entered|"
    r"located))?(?: (?:in|at) )?)"
)
_BRANCH_ZH = lazy(
    r"(?:我们|我厂|我司|咱|这边|这里|厂子?|它|上|其实|只|就)(?:[^,。;不没非是]{0,6})是"
    r"(?P<house>[^,。;不没]{0,22}?(?:公司|集团|总厂))(?:设|开|办)?(?:在[^,。;]{2,10}?)?(?:下属)?的(?:一[个家])?"
    r"(?:(?:不具备?|不具有|没有|无)(?:独立)?(?:的)?法人(?:资格|地位)的?|非独立(?:法人)?的?|非法人的?)?"
    r"(?:分公司|分支机构|分厂)(?!的)"
)
_ENTERED = lazy(r"注册(?!资)|登记|(?<![a-z])(?:registered|incorporated)(?![a-z])")
"""A company that tells, apart from its branch, where it is registered writes for itself."""
_ASKED = lazy(r"是不是|是否|算不算|(?<![a-z])(?:whether|if)(?![a-z])")


def _branches(page: Page) -> Iterator[re.Match[str]]:
    if "branch" not in page.text and "分" not in page.text:
        return
    for pattern in (_BRANCH_EN, _BRANCH_ZH):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            asked = page.sentence(index).rstrip().endswith(("?", "吗。"))
            before = page.text[page.clauses[index].start : match.end()]
            if not asked and not _ASKED.search(before) and not page.wished(index, match.start()):
                yield match


def find(page: Page) -> Findings:
    """`legal_person` no: we are a branch of a company."""
    for match in _branches(page):
        if not _ENTERED.search(page.text[: match.start()] + " " + page.text[match.end() :]):
            yield Found("legal_person", False, match.start(), match.end(), 3)


def of_the_company(page: Page, place: int) -> bool:
    """Whether a place of the text lies in the naming of the company whose branch we are, or right behind it."""
    return any(match.start("house") <= place <= match.end("house") for match in _branches(page))
