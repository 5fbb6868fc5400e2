"""What is ours to answer and what never is: 240 texts, half of them kept out of all tuning, and 676 by other hands.

Ours are short, odd or without a word of business; others are private life, many of them in words that sound like
business. A text is answered if it gets a match. Words were tuned on the rows of part `tune`, the limits of
policies/match.py on the margins of all parts; nobody who writes the code has read a text of `fifth`, `sixth`,
`seventh` and `eighth`, the last three in the manner of everyday life; nothing was set by `eighth`. No text of any part
is in the vocabulary.

The floors are what was reached. Where both cannot be had, refusing is the lesser fault: who is refused is asked to say
more, who is answered beside the point is misled.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policies.advise import Adviser

DATA = Path(__file__).parent / "data"
ROWS = [
    json.loads(line)
    for name in (
        "scope.jsonl",
        "scope_third.jsonl",
        "scope_fourth.jsonl",
        "scope_fifth.jsonl",
        "scope_sixth.jsonl",
        "scope_seventh.jsonl",
        "scope_eighth.jsonl",
    )
    for line in (DATA / name).read_text(encoding="utf-8").splitlines()
]
DAY = date(2026, 11, 22)


def rows(part: str, *, ours: bool) -> list[dict[str, Any]]:
    return [row for row in ROWS if row["part"] == part and row["ours"] is ours]


def answered(adviser: Adviser, text: str) -> bool:
    return bool(adviser.advise(text, as_of=DAY).matches)


@pytest.mark.parametrize(
    ("part", "floor"),
    [
        ("tune", 0.75),
        ("unseen", 0.75),
        ("third", 0.95),
        ("fourth", 0.95),
        ("fifth", 0.95),
        ("sixth", 0.96),
        ("seventh", 0.98),
        ("eighth", 0.98),
    ],
)
def test_what_is_ours_is_answered(adviser: Adviser, part: str, floor: float) -> None:
    asked = rows(part, ours=True)
    missed = [row["text"] for row in asked if not answered(adviser, row["text"])]
    share = 1 - len(missed) / len(asked)
    assert share >= floor, f"{share:.3f} of what is ours is answered; missed: {missed}"


@pytest.mark.parametrize(
    ("part", "floor"),
    [
        ("tune", 1.0),
        ("unseen", 0.98),
        ("third", 1.0),
        ("fourth", 0.97),
        ("fifth", 1.0),
        ("sixth", 0.98),
        ("seventh", 0.98),
        ("eighth", 0.98),
    ],
)
def test_what_is_never_ours_is_refused(adviser: Adviser, part: str, floor: float) -> None:
    asked = rows(part, ours=False)
    missed = [row["text"] for row in asked if answered(adviser, row["text"])]
    share = 1 - len(missed) / len(asked)
    assert share >= floor, f"{share:.3f} of what is never ours is refused; answered: {missed}"


def test_the_set_is_balanced() -> None:
    counts = Counter((row["ours"], row["lang"], row["part"]) for row in ROWS if row["part"] in ("tune", "unseen"))
    assert len(counts) == 12
    assert set(counts.values()) == {20}
    assert len({row["text"] for row in ROWS}) == len(ROWS)


def test_no_text_of_the_set_is_in_the_vocabulary(adviser: Adviser) -> None:
    known = {sentence for group in adviser.corpus.vocabulary.scope.values() for sentence in group}
    assert not known & {row["text"] for row in ROWS}
