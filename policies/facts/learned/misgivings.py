"""Clauses in which nothing was read and that sound like what stands in the way (ADR 0036).

A verdict that rests on what was not said is only as good as the reading of what was. A small net learnt, from texts of
which only the right verdict was told, what clauses of those sound like that are to be left open: 没人确认过, "the
annexes are with the lawyer". Where one of them was read by nobody, nothing is called likely.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

from policies.facts.clauses import Clause
from policies.facts.learned.nets import Net, packed, parsed
from policies.facts.learned.stretches import Passage
from policies.facts.scope import Page
from policies.patterns import lazy

FILE = Path(__file__).with_name("misgivings.npz")
_NAME = "misgivings"
_GRAVE = 2.7
"""Sum of the net from which on a clause counts. Of texts of hands that it has not seen, one in a hundred that deserve
their sum has such a clause unread, and seven in ten of those that are to be left open have one, read or not."""
_SHORT = 3  # characters; less says nothing
_ASKING = lazy(
    r"[吗呢么]$|能不能|行不行|可不可以|是不是|够不够|多少|能否|可否|怎么|什么|"
    r"^\W*(?:can|could|would|will|is|are|do|does|how|what|which|should|may|am|whether|shall|has|have)(?![a-z])"
)


def telling(page: Page) -> list[Clause]:
    """The clauses that tell something of the house: no question, nothing too short, nothing of a friend's."""
    return [clause for clause in page.clauses if _tells(page, clause)]


def _tells(page: Page, clause: Clause) -> bool:
    if page.theirs((clause.start + clause.end) // 2):
        return False
    words = page.text[clause.start : clause.end].strip()
    return len(words) >= _SHORT and "?" not in clause.closing and _ASKING.search(words) is None


def misgivings(page: Page, passage: Passage, read: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """The words, as written, of clauses that sound so and that touch no span of `read` (of the original text)."""
    taken = list(read)
    spans = [page.source.span(clause.start, clause.end) for clause in telling(page)]
    unread = [span for span in spans if not any(span[0] < end and start < span[1] for start, end in taken)]
    if not unread:
        return ()
    sums = shipped().sums(np.asarray(passage.of(unread), np.float32))[:, 0]
    written = page.source.original
    return tuple(
        written[start:end].strip() for (start, end), much in zip(unread, sums.tolist(), strict=True) if much > _GRAVE
    )


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
