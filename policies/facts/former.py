"""A loan of former years, told beside the one that is asked about: "in 2018 the company had already taken 300,000"."""

from __future__ import annotations

from datetime import date

from policies.facts.loan_words import CREDIT
from policies.facts.scope import Page
from policies.patterns import lazy

_FORMER = lazy(
    r"以前|之前(?!要)|早年|曾经?|上一笔|前一笔|上次|当年|早先|先前|从前|[几多三四五六七八九十]年前|那时|"
    r"(?<![a-z])(?:had (?:already|once|previously|earlier|before)|previous(?:ly)?|formerly|earlier loan|"
    r"(?:at|from|with) another bank|old(?:er)? loan|"
    r"used to|once (?:borrowed|had|took)|(?:three|four|five|six|seven|eight|nine|ten|many|several) years (?:ago|before|"
    r"earlier)|long ago)(?![a-z])"
)
_YEARS = 2
"""A loan older than this is no recent one; it counts as former only where the text tells of another."""


def called_former(page: Page, index: int) -> bool:
    """Whether a clause calls the loan that it speaks of a former one."""
    return bool(_FORMER.search(page.words(index)) and CREDIT.search(page.words(index)))


_ASKED_ABOUT = lazy(
    r"(?:问|说|申请)的是(?:后|这|新)|(?<![a-z])the (?:one|loan) (?:that )?(?:i|we) (?:am |are )?(?:asking|ask|"
    r"asked) about|"
    r"(?:is|was) not (?:meant|the one)|(?<![a-z])the (?:one|loan) in question"
)


def beside_the_point(page: Page, index: int) -> bool:
    """Whether a clause is about a former loan in a text that says which other one it asks about."""
    return called_former(page, index) and _ASKED_ABOUT.search(page.text) is not None


def former(page: Page, index: int) -> bool:
    """Whether the words of a clause, or a date in its sentence before them, tell of a loan of former years."""
    if called_former(page, index):
        return True
    first = index
    while (before := page.previous(first)) is not None and index - first < 8:
        first = before
    start, end = page.clauses[first].start, page.clauses[index].end
    told = [one for one in page.moments if start <= one.start < end]
    return bool(told) and all(_old(one.value, page.as_of) for one in told)


def _old(day: str, as_of: date) -> bool:
    return int(day[:4]) < as_of.year - _YEARS
