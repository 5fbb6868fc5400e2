"""Whether a digest is in our own words: how much of it stands in the source, run by run. Pure.

Names, titles in 《》 and figures carry over and are not counted. What is left may not repeat a long run of the source,
nor be made of its pieces: both are measured, because a sentence with every tenth word changed has no long run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.patterns import lazy
from policies.text import normalise

LONGEST_RUN_ZH = 16
"""Signs in a row that a digest may not share with its source."""
LONGEST_RUN_EN = 9
"""English words in a row."""
MOST_SHARED = 0.4
"""Share of a digest's short runs (6 signs, 4 words) that may stand in its source. Digests of the shipped corpus
share at most 35% with theirs, and that only in an article of a single sentence."""

_TITLES = lazy(r"《[^》]{1,80}》|“[^”]{1,20}”")


@dataclass(frozen=True, slots=True)
class Closeness:
    """`run` is the longest shared run, `share` the part of the digest's short runs that the source has."""

    run: str
    share: float


def compare(digest: str, source: str, *, chinese: bool) -> Closeness:
    """How close a digest is to its source, both in one language; in different languages nothing is shared."""
    own, theirs = _pieces(digest, chinese=chinese), _pieces(source, chinese=chinese)
    least = LONGEST_RUN_ZH if chinese else LONGEST_RUN_EN
    short = 6 if chinese else 4
    runs, given = _grams(theirs, least), _grams(theirs, short)
    made = [tuple(own[i : i + short]) for i in range(len(own) - short + 1)]
    longest = next(
        (tuple(own[i : i + least]) for i in range(len(own) - least + 1) if tuple(own[i : i + least]) in runs), ()
    )
    share = sum(gram in given for gram in made) / len(made) if made else 0.0
    return Closeness(("" if chinese else " ").join(longest), share)


def too_close(digest: str, source: str, *, chinese: bool) -> str:
    """Why a digest is too close to its source, in a phrase; empty if it is not."""
    found = compare(digest, source, chinese=chinese)
    if found.run:
        return f"repeats the source word for word: {found.run}"
    if found.share > MOST_SHARED:
        return f"{found.share:.0%} of it stands in the source piece by piece"
    return ""


def _pieces(text: str, *, chinese: bool) -> list[str]:
    plain = normalise(_TITLES.sub("，", text))
    if chinese:
        return re.findall(r"[\u3400-\u9fff]", plain)
    return [word for word in re.findall(r"[a-z0-9%]+", plain) if not word[0].isdigit()]


def _grams(pieces: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(pieces[i : i + size]) for i in range(len(pieces) - size + 1)}
