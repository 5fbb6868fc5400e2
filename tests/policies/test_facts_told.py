"""One matter told in many ways, in three scripts: sums in odd clauses, sales of two years, heads in research, lateness
told as a story, ownership, stakes, ratings, and how far a project is.

A case of `facts_told.jsonl` has the shape that `test_facts_bars` describes.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.policies.test_facts_bars import cases, check


@pytest.mark.parametrize(("case", "text"), cases("facts_told.jsonl"))
def test_what_is_told_in_other_words_is_read(case: dict[str, Any], text: str) -> None:
    check(case, text, date(2022, 8, 25))
