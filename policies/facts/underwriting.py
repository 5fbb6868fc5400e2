"""What an insurer that writes has insured, `insured_sum_cny`: "for nine firms, with RMB 20 million as sum insured"."""

from __future__ import annotations

from policies.facts import insurance
from policies.facts.found import Findings, Found, number
from policies.facts.house_seats import insurer_writes
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_INSURED = lazy(
    r"保额|[承投]?保险?金额|保障金额|保险总额|"
    r"(?<![a-z])(?:sums? (?:insured|assured)|(?:total |combined )?(?:insured|covered) (?:sums?|amounts?|value)|"
    r"(?:total|aggregate) cover(?:age)?)(?![a-z])"
)
_NOT_NOW = lazy(
    r"前年|今年|明年|计划|打算|预计|上限|保费|(?<![a-z])(?:year before|next year|plan\w*|expect\w*|hope|want|premiums?|"
    r"limit|at most|fees?)(?![a-z])"
)
_COVERED_FOR = lazy(
    r"(?<![a-z])we (?:have |also )?(?:insured|covered|underwrote|wrote) (?!(?:us|our|ourselves|it)(?![a-z]))"
    r"[^.;?]{3,200}? for (?:rmb ?|¥)?$"
)
_TECHNOLOGY = lazy(
    r"(?<![a-z])(?:technology|research|r&d|tech|clinical|trial|patent|prototype|science)[\w -]{0,24} "
    r"(?:polic(?:y|ies)|insurance|cover(?:age)?)(?![a-z])"
)
_PLANNED = lazy(
    r"(?<!行动)计划|打算|准备|预计|(?<![没未])想[要在]?[承做]|"
    r"(?<![a-z])(?:plan|intend|hope|mean|want|expect) to(?![a-z])"
)
_REACH, _FAR = 90, 240


def find(page: Page) -> Findings:
    """The sum insured, where the sum nearest behind its name is told by the insurer; open where it is planned."""
    if " for " in page.text and _TECHNOLOGY.search(page.text) and insurer_writes(page):
        yield from _covered(page)
    if _INSURED.search(page.text) is None or not insurer_writes(page):
        return
    for match in _INSURED.finditer(page.text):
        index = page.index(match.start())
        one = next((q for q in page.quantities_in(index) if q.start >= match.end() and q.kind == "cny"), None)
        if one is None or one.vague or one.start - match.end() > _REACH or doubted(page, index):
            continue
        before = page.previous(index)
        if before is not None and _PLANNED.search(page.words(before)):
            yield Found("insured_sum_cny", None, one.start, one.end, 3)
            continue
        words = page.text[page.clauses[index].start : one.start]
        if not _NOT_NOW.search(words) and insurance.counts(page, index, one):
            yield Found("insured_sum_cny", number(one.value), one.start, one.end, 2)


def _covered(page: Page) -> Findings:
    """The sum for which it has insured somebody: "we insured one enterprise for RMB 30 million"."""
    for index in range(len(page.clauses)):
        for one in page.quantities_in(index):
            if one.kind != "cny" or one.vague or doubted(page, index):
                continue
            said = page.text[max(0, one.start - _FAR) : one.start]
            if (match := _COVERED_FOR.search(said)) and not _NOT_NOW.search(match[0]):
                yield Found("insured_sum_cny", number(one.value), one.start, one.end, 2)
