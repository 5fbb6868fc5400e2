"""How well and how fast facts are read: F1 a script on the open and the held set, milliseconds for 200 characters."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable
from typing import Any

from policies.facts import extract
from tests.policies.test_facts_extract import AS_OF, cases, f1_by_script

REACH_F1 = 0.93
REACH_MS = 5.0


def run() -> Iterable[dict[str, Any]]:
    for name in ("facts.jsonl", "facts_held.jsonl"):
        for script, f1 in sorted(f1_by_script(name).items()):
            yield figure(f"facts F1, {name.removesuffix('.jsonl')}, {script}", f1, "F1", REACH_F1)
    text = " ".join(case["text"] for case in cases("facts.jsonl"))
    pieces = [text[i : i + 200] for i in range(0, len(text), 200)]
    times = []
    for piece in pieces:
        start = time.perf_counter()
        extract(piece, AS_OF)
        times.append(1000 * (time.perf_counter() - start))
    yield figure("facts of 200 characters, median", statistics.median(times), "ms", REACH_MS)


def figure(bench: str, value: float, unit: str, reach: float) -> dict[str, Any]:
    return {"bench": bench, "value": round(value, 3), "unit": unit, "peer": None, "ratio": None, "reach": reach}
