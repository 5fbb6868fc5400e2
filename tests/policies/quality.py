"""Quality on the repository's own sets: ranking (nDCG@5, recall, refusals), verdicts, sums, and false hopes."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from policies.advise import Adviser
from policies.types import Verdict

DATA = Path(__file__).parent / "data"
QUERIES = DATA / "queries.jsonl"
_SETS = (
    "",
    "_second",
    "_third",
    "_fourth",
    "_fifth",
    "_sixth",
    "_seventh",
    "_eighth",
    "_ninth",
    "_tenth",
    "_eleventh",
    "_twelfth",
    "_thirteenth",
    "_fourteenth",
    "_fifteenth",
    "_sixteenth",
    "_seventeenth",
    "_eighteenth",
    "_nineteenth",
    "_twentieth",
    "_twentyfirst",
    "_twentysecond",
    "_twentythird",
    "_twentyfourth",
    "_twentyfifth",
    "_twentysixth",
    "_twentyseventh",
    "_twentyeighth",
    "_twentyninth",
    "_thirtieth",
    "_thirtyfirst",
    "_thirtysecond",
    "_thirtythird",
    "_thirtyfourth",
    "_thirtyfifth",
    "_thirtysixth",
    "_thirtyseventh",
    "_thirtyeighth",
    "_thirtyninth",
    "_fortieth",
    "_fortyfirst",
    "_fortysecond",
    "_fortythird",
    "_fortyfourth",
)
ELIGIBILITY = tuple(DATA / f"eligibility{name}.jsonl" for name in _SETS)
_PLAIN = {
    Verdict.LIKELY: "eligible",
    Verdict.EXPIRED: "ineligible",
    Verdict.NOT_YET: "ineligible",
    Verdict.NOT_APPLICABLE: "unknown",
}


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over the queries. `refused`: out-of-scope texts without a match; `lost`: in-scope texts without one."""

    ndcg: float
    recall: float
    refused: float
    lost: float
    queries: int


def load(part: str | None = None) -> list[dict[str, Any]]:
    """The queries, or a part: what was tuned on (`tune`), or kept out of it (`unseen`; `third`, by another hand)."""
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


@dataclass(frozen=True, slots=True)
class Judged:
    """Shares of the cases with the right verdict and the right sums, and the ids of the worst fault: a false hope."""

    verdicts: float
    amounts: float
    hopes: tuple[str, ...]
    wrong: tuple[str, ...]
    cases: int


def cases(part: str | None = None) -> list[dict[str, Any]]:
    """The eligibility cases of a part: text, as_of, the deciding article, its verdict, and sums by benefit.

    `tune`: two sets that were read and mended until they were right; `open`: 3,806 texts of other hands, measured when
    they came, read and learnt from; `unseen`: six sets by yet other hands that nobody has read who writes the code, and
    `strict`: two more by examiners who look for what is told in passing.
    """
    rows = [json.loads(line) for path in ELIGIBILITY for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in (None, row["part"])]


def judge(adviser: Adviser, rows: Sequence[Mapping[str, Any]]) -> Judged:
    """What the adviser answers beside what is right. `likely` counts as eligible, `expired` as ineligible."""
    right, sums, hopes, wrong = 0, 0, [], []
    for row in rows:
        answer = adviser.advise(row["text"], as_of=date.fromisoformat(row["as_of"]))
        document = row["article"].split("/")[0]
        match = next((one for one in answer.matches if one.article == row["article"]), None)
        verdict = _PLAIN.get(match.verdict, str(match.verdict)) if match is not None else "not found"
        paid = {
            benefit.id: benefit.amount_cny
            for one in answer.matches
            if one.article.split("/")[0] == document
            for benefit in one.benefits
        }
        fits = all(paid.get(name) == amount for name, amount in row["amounts"].items())
        expected = _PLAIN.get(row["verdict"], row["verdict"])
        right += verdict == expected
        sums += fits
        if verdict == "eligible" != expected:
            hopes.append(row["id"])
        if verdict != expected or not fits:
            wrong.append(f"{row['id']}: {verdict}, not {expected}; sums {paid}, not {row['amounts']}")
    count = max(1, len(rows))
    return Judged(right / count, sums / count, tuple(hopes), tuple(wrong), len(rows))
