"""Ranking quality on the repository's own queries: nDCG@5, recall of certain articles in five, refusals."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUERIES = Path(__file__).parent / "data" / "queries.jsonl"


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over the queries. `refused`: out-of-scope texts without a match; `lost`: in-scope texts without one."""

    ndcg: float
    recall: float
    refused: float
    lost: float
    queries: int


def load(part: str | None = None) -> list[dict[str, Any]]:
    """The queries, or the part that was tuned on (`tune`) or kept unseen (`unseen`)."""
    rows = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def ndcg(found: Sequence[str], relevant: Mapping[str, int], depth: int = 5) -> float:
    """Gain 2^grade − 1, discount log2(rank + 1)."""
    gains = [2 ** relevant.get(article, 0) - 1 for article in found[:depth]]
    best = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:depth]
    ideal = sum(gain / math.log2(rank + 2) for rank, gain in enumerate(best))
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains)) / ideal if ideal else 0.0


def measure(search: Callable[[str], Sequence[str]], rows: Sequence[Mapping[str, Any]]) -> Quality:
    """The quality of a search from text to article ids, best first."""
    scores, recalls, refused, lost, outside = [], [], 0, 0, 0
    for row in rows:
        found = list(search(row["text"]))
        if not row["relevant"]:
            outside += 1
            refused += not found
            continue
        scores.append(ndcg(found, row["relevant"]))
        certain = {article for article, grade in row["relevant"].items() if grade == 2}
        recalls.append(len(certain & set(found[:5])) / len(certain))
        lost += not found
    inside = max(1, len(scores))
    return Quality(sum(scores) / inside, sum(recalls) / inside, refused / max(1, outside), lost / inside, len(rows))
