"""A list on which a friend's or a neighbour's firm stands, and ours not: "it was chosen for the Haifan plan. We are …,
not in that plan". The list is named once, with the other firm; of us only a bare no is told.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_LIST = lazy(r"海帆|(?<![a-z])haifan(?![a-z])")
_NOT_IN_IT = lazy(
    r"(?<![a-z])(?:not|n't|never|neither) (?:been )?(?:in|on|part of|one of|chosen|picked|admitted|selected|"
    r"covered|among)"
    r"(?: (?:for|to|by|of))?(?: (?:that|this|it|them|those)(?: (?:plan|programme|program|scheme|list|firms?))?)?"
    r"(?: (?:ourselves|at all|too|either|yet))?\s?(?=[,.;)]|and |but |$)|"
    r"(?:不在|没有?(?:入选|进|评上|选上|列入|被选)|未(?:入选|列入)|不是)(?:那个|这个|该|此|其)?(?:计划|"
    r"名单)?(?:之列|[里内中])?(?=[,。;]|$)"
)
_WE = lazy(r"(?<![a-z])(?:we|ours?|us|i)(?![a-z])|我们|我司|本公司|咱")
_FARTHEST = 200
"""Code points from the list's name to the no."""


def find(page: Page) -> Findings:
    """`haifan_enterprise` denied by a bare no behind the list that another firm is told to stand on."""
    named = _LIST.search(page.text)
    if named is None or not page.theirs(named.start()):
        return
    for denied in _NOT_IN_IT.finditer(page.text, named.end(), named.end() + _FARTHEST):
        index = page.index(denied.start())
        apart = page.clauses[index].sentence != page.clauses[page.index(named.start())].sentence
        sentence = page.sentence(index)
        if apart and _WE.search(sentence) and not strangers(page, denied.start()) and "?" not in sentence:
            if not doubted(page, index):
                yield Found("haifan_enterprise", False, denied.start(), denied.end(), 3)
            return
