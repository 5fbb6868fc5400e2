"""What a case told in free text sounds like, beside what was read of it: as if something stood in the way (ADR 0037).

A verdict is only as good as the reading, and nobody reads everything that people may say: 沒人確認過, "in May the seat
moved across the border", 業務員跟我講. A small net learnt, from texts of which only the right verdict was told, what
clauses of those sound like that do not get their sum. Where a text has enough of it nobody is told that he qualifies.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policies.facts.clauses import Clause
from policies.facts.learned.nets import Net, packed, parsed
from policies.facts.learned.stretches import Passage
from policies.facts.scope import Page
from policies.patterns import lazy

FILE = Path(__file__).with_name("misgivings.npz")
_NAME = "misgivings"
_GRAVE = 0.85
"""Weight of a text from which on it counts. Of texts of hands that the net has not seen, one in a hundred that deserve
their sum weighs more, half of those that do not, and three in five of those that other rules wrongly gave one."""
_QUOTED = 1.5  # sum of the net from which on a clause is worth quoting
_NEUTRAL = 2  # clauses that say nothing, counted with those of a text: a few tell less than many
_SHORT = 3  # characters; less says nothing
_ASKING = lazy(
    r"[吗呢么]$|能不能|行不行|可不可以|是不是|够不够|多少|能否|可否|怎么|什么|"
    r"^\W*(?:can|could|would|will|is|are|do|does|how|what|which|should|may|am|whether|shall|has|have)(?![a-z])"
)


def telling(page: Page) -> list[Clause]:
    """The clauses that tell something: no question, nothing too short."""
    return [clause for clause in page.clauses if _tells(page, clause)]


def _tells(page: Page, clause: Clause) -> bool:
    words = page.text[clause.start : clause.end].strip()
    return len(words) >= _SHORT and "?" not in clause.closing and _ASKING.search(words) is None


def misgivings(page: Page, passage: Passage, read: Iterable[tuple[int, int]]) -> str | None:
    """None of a text that does not sound so; of one that does the gravest clause, as written, that touches no span of
    `read`, empty if none of these is grave."""
    spans = [page.source.span(clause.start, clause.end) for clause in telling(page)]
    if not spans:
        return None
    sums = shipped().sums(np.asarray(passage.of(spans), np.float32))[:, 0]
    if weight(sums) <= _GRAVE:
        return None
    taken = list(read)
    unread = [
        (much, start, end)
        for (start, end), much in zip(spans, sums.tolist(), strict=True)
        if much > _QUOTED and not any(start < last and first < end for first, last in taken)
    ]
    if not unread:
        return ""
    _, start, end = max(unread)
    return page.source.original[start:end].strip()


def weight(sums: NDArray[np.float32]) -> float:
    """Of a text, from the net's sums over its clauses: their mean, since what gets no sum sounds so in many of them."""
    return float(sums.sum()) / (len(sums) + _NEUTRAL)


@cache
def shipped() -> Net:
    """The net of the package, read once a process."""
    with np.load(FILE) as file:
        return parsed(_NAME, file)


def as_bytes(net: Net) -> bytes:
    """The file of a net; the same net, the same bytes."""
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, **packed(_NAME, net))
    return out.getvalue()
