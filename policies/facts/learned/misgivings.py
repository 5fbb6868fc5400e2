"""What a case told in free text sounds like, beside what was read of it: as if something stood in the way (ADR 0037).

A verdict is only as good as the reading, and nobody reads everything that people may say: 沒人確認過, "in May the seat
moved across the border", 業務員跟我講. Weights of words were learnt from texts of which only the right verdict was
told: how those are worded that do not get their sum. Where a text has enough of it nobody is told that he qualifies.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from policies.facts.clauses import Clause
from policies.facts.scope import Page
from policies.patterns import lazy
from policies.wording import Weights, read

FILE = Path(__file__).with_name("misgivings.tsv")
_GRAVE = 2.0
"""Weight of a text from which on it counts. Of texts of hands that it was not learnt from, one in fifty that
deserve their sum weighs more, and three in four of those that do not; of ordinary talk none."""
_FEW = 100  # words and runs; what has fewer tells less
_QUOTED = 1.0  # weight from which on a clause is worth quoting
_SHORT = 3  # characters; less says nothing
_ASKING = lazy(
    r"[吗呢么]$|能不能|行不行|可不可以|是不是|够不够|多少|能否|可否|怎么|什么|"
    r"^\W*(?:can|could|would|will|is|are|do|does|how|what|which|should|may|am|whether|shall|has|have)(?![a-z])"
)


def misgivings(page: Page, plain: str, told: Iterable[tuple[int, int]]) -> str | None:
    """None of a text that does not sound so, which is `plain` in matching form without the names of places; of one that
    does the gravest clause, as written, that touches no span of `told`, empty if none of these is grave."""
    weights = shipped()
    if weights.of(plain, _FEW) <= _GRAVE:
        return None
    taken = list(told)
    unread = [
        (much, start, end)
        for clause in telling(page)
        if (much := weights.of(page.text[clause.start : clause.end])) > _QUOTED
        for start, end in (page.source.span(clause.start, clause.end),)
        if not any(start < last and first < end for first, last in taken)
    ]
    if not unread:
        return ""
    _, start, end = max(unread)
    return page.source.original[start:end].strip()


def telling(page: Page) -> list[Clause]:
    """The clauses that tell something: no question, nothing too short."""
    return [clause for clause in page.clauses if _tells(page, clause)]


def _tells(page: Page, clause: Clause) -> bool:
    words = page.text[clause.start : clause.end].strip()
    return len(words) >= _SHORT and "?" not in clause.closing and _ASKING.search(words) is None


@cache
def shipped() -> Weights:
    """The weights of the package, read once a process."""
    return read(FILE)
