"""Words of not knowing: what a text leaves open, whether or not it can be told which fact they are about.

Words on what can be had (我不知道能拿多少) leave nothing open about the enterprise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from policies.facts.learned.misgivings import misgivings
from policies.facts.scope import page_of
from policies.facts.unsettled import open_ends


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Parts of a text, as written, that say that something is not known; `unplaced` are those that name no fact."""

    words: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()


def left_open(text: str, as_of: date) -> LeftOpen:
    """What a text says that it does not know, in its order."""
    page = page_of(text, as_of)
    ends = [(page.source.quote(start, end).strip(), placed) for start, end, placed in sorted(open_ends(page))]
    return LeftOpen(tuple(words for words, _ in ends), tuple(words for words, placed in ends if not placed))


def sounding_barred(text: str, plain: str, as_of: date, told: Iterable[tuple[int, int]]) -> str | None:
    """None of most texts; of one that sounds barred, whatever was read of it (the spans `told`), the gravest unread
    words. `plain` is the text in matching form without the names of places."""
    return misgivings(page_of(text, as_of), plain, told)
