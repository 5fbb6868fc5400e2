"""How well and how fast facts are read: F1 a script on the open and the held set, milliseconds for 200 characters."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable

from policies.facts import extract
from tests.bench.figures import Figure, figure
from tests.policies.test_facts_extract import AS_OF, cases, f1_by_script

REACH_F1 = 0.93
REACH_MS = 5.0


def run() -> Iterable[Figure]:
    for name in ("facts.jsonl", "facts_held.jsonl", "facts_third.jsonl", "facts_fifth.jsonl"):
        for script, f1 in sorted(f1_by_script(name).items()):
            yield figure(f"{name.removesuffix('.jsonl')}.f1.{script}", f1, "F1", REACH_F1, ">= 1", digits=3)
    text = " ".join(case["text"] for case in cases("facts.jsonl"))
    pieces = [text[i : i + 200] for i in range(0, len(text), 200)]
    times = []
    for piece in pieces:
        start = time.perf_counter()
        extract(piece, AS_OF)
        times.append(1000 * (time.perf_counter() - start))
    yield figure("facts.read.median", statistics.median(times), "ms", REACH_MS, "<= 1 for 200 characters", digits=2)
