"""Single statements in many wordings: how many are read, and how rarely a fact is read that they do not state.

A row is a text, a fact and its value; null where the text does not state it: a wish, a question, somebody else's,
another thing. Rows marked `held` were kept out while the readers were mended. A fact read that is not stated can make
a false "eligible", so precision has the higher floor.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policies.facts import read

DATA = Path(__file__).parent / "data"
AS_OF = {"wordings_en.jsonl": date(2023, 6, 15), "wordings_zh.jsonl": date(2022, 8, 25)}
FLOORS = {
    ("wordings_en.jsonl", "tune"): (0.975, 0.91),
    ("wordings_en.jsonl", "held"): (0.95, 0.85),
    ("wordings_zh.jsonl", "tune"): (0.98, 0.95),
    ("wordings_zh.jsonl", "held"): (0.96, 0.92),
}
"""Precision and recall a file and part."""


def load(name: str, part: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]
    return [row for row in rows if row["part"] == part]


def precision_and_recall(rows: Iterable[Mapping[str, Any]], as_of: date) -> tuple[float, float]:
    """The share of what was read that is stated so, and the share of what is stated that was read so."""
    right = said = stated = 0
    for row in rows:
        got = next((one.value for one in read(row["text"], as_of).facts if one.name == row["fact"]), None)
        right += got is not None and got == row["value"]
        said += got is not None
        stated += row["value"] is not None
    return right / max(1, said), right / max(1, stated)


@pytest.mark.parametrize(("name", "part"), FLOORS)
def test_wordings_are_read_and_nothing_else(name: str, part: str) -> None:
    precision, recall = precision_and_recall(load(name, part), AS_OF[name])
    least_precision, least_recall = FLOORS[name, part]
    assert precision >= least_precision
    assert recall >= least_recall
