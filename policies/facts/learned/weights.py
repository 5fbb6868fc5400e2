"""What each sign speaks for: weights learnt from labelled texts, and the likelihoods that they add up to.

The file is written by `make weights` (tests/policies/teach.py) and read once a process, when the first text comes.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policies.facts.learned.nets import Net
from policies.facts.learned.nets import packed as net_packed
from policies.facts.learned.nets import parsed as net_of
from policies.types import FactValue

FILE = Path(__file__).with_name("weights.npz")
NOTHING = "none"
"""The class of figures that state no fact."""
STEP = 0.05
"""What a kept weight of 1 stands for."""
_MANY_TIMES = 4
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Table:
    """A row of weights a sign, a column a class, and a last row of zeroes; `bias` is what each class has before any
    sign. Both in steps."""

    rows: Mapping[str, int]
    weights: NDArray[np.int8]
    bias: NDArray[np.int16]

    def sums(self, things: Iterable[Iterable[str]]) -> Floats:
        """What the signs of each thing, each counted once, speak for each class: a row a thing."""
        rows, none = self.rows, len(self.weights) - 1
        known, row_of = rows.keys(), rows.__getitem__
        at: list[int] = []
        starts = []
        for signs in things:
            starts.append(len(at))
            at.append(none)
            at += map(row_of, known & signs)
        if not starts:
            return np.zeros((0, len(self.bias)))
        total = np.add.reduceat(self.weights[at], starts, axis=0, dtype=np.int32) + self.bias
        return np.asarray(total * STEP, np.float64)


@dataclass(frozen=True, slots=True)
class Weights:
    """`figure_classes`: names of facts, and of none; `by_kind`: which of them a kind of figure may state; `ranges`:
    least and greatest figures that were learnt for a fact; `clause_classes`: facts with the value that a clause may
    state; `figure_net`, `clause_net`: the same classes by meaning; `taught`: the digest of the texts learnt from."""

    figure_classes: Sequence[str]
    ranges: Mapping[str, tuple[float, float]]
    by_kind: Mapping[str, Sequence[int]]
    figures: Table
    clause_classes: Sequence[tuple[str, FactValue]]
    clauses: Table
    taught: str
    figure_net: Net
    clause_net: Net

    def of_figures(
        self, things: Sequence[tuple[str, Iterable[str]]], rows: NDArray[np.float32] | None = None
    ) -> list[dict[str, float]]:
        """For each figure, told by its kind and its signs, how likely each fact is that it may state, and none: 0 to 1
        together. With its `rows` of vectors, what its words and its meaning make likely count half each."""
        if not things:
            return []
        words = self.figures.sums(signs for _, signs in things)
        meant = None if rows is None else self.figure_net.sums(rows)
        found = []
        for number, (kind, _) in enumerate(things):
            among = self.by_kind.get(kind, [self.figure_classes.index(NOTHING)])
            likely = _shares(words[number, among])
            if meant is not None:
                likely = (likely + _shares(meant[number, among])) / 2
            found.append(dict(zip((self.figure_classes[one] for one in among), likely.tolist(), strict=True)))
        return found

    def usual(self, name: str, value: float) -> bool:
        """Whether a figure is of a size that was learnt for a fact, give or take a few times."""
        least, most = self.ranges.get(name, (-math.inf, math.inf))
        return least / _MANY_TIMES <= value <= most * _MANY_TIMES

    def of_clauses(
        self,
        things: Iterable[Iterable[str]],
        least: float,
        meant: NDArray[np.float32] | None = None,
        limits: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None,
    ) -> list[list[tuple[str, FactValue]]]:
        """For each clause, told by its signs, what it states as likely as `least`, 0 to 1: facts with their values; and
        where what is `meant` and its words both reach the `limits`: logits with one a class."""
        words = self.clauses.sums(things)
        sure = words >= logit(least)
        if meant is not None and limits is not None:
            sure |= (meant >= limits[0]) & (words >= limits[1])
        return [[self.clause_classes[int(number)] for number in np.flatnonzero(one)] for one in sure]


def _shares(sums: NDArray[Any]) -> Floats:
    likely = np.exp(sums - sums.max())
    return np.asarray(likely / likely.sum(), np.float64)


def logit(likely: float) -> float:
    """The logit of a likelihood, 0 to 1."""
    return math.log(likely / (1 - likely)) if 0 < likely < 1 else math.copysign(math.inf, likely - 0.5)


@cache
def shipped() -> Weights:
    """The shipped weights."""
    return parsed(FILE.read_bytes())


def parsed(data: bytes) -> Weights:
    """The weights of a file's bytes."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        about = json.loads(file["about"].tobytes())
        tables = {
            name: Table(
                {sign: row for row, sign in enumerate(file[f"{name}.signs"].tobytes().decode().split("\n"))},
                np.vstack([file[f"{name}.weights"], np.zeros((1, len(file[f"{name}.bias"])), np.int8)]),
                file[f"{name}.bias"],
            )
            for name in ("figures", "clauses")
        }
        figure_net, clause_net = net_of("figure_net", file), net_of("clause_net", file)
    stated = [(name, value) for name, value in about["clauses"]]
    ranges = {name: (least, most) for name, (least, most) in about["ranges"].items()}
    return Weights(
        about["figures"],
        ranges,
        about["kinds"],
        tables["figures"],
        stated,
        tables["clauses"],
        about["taught"],
        figure_net,
        clause_net,
    )


def packed(
    about: Mapping[str, Any],
    tables: Mapping[str, tuple[Sequence[str], NDArray[Any], NDArray[Any]]],
    nets: Mapping[str, Net],
) -> bytes:
    """The file of some classes, of their tables (signs, weights, bias) and nets; the same content, the same bytes."""
    arrays: dict[str, NDArray[Any]] = {"about": _bytes(json.dumps(about, sort_keys=True))}
    for name, net in nets.items():
        arrays |= net_packed(name, net)
    for name, (signs, weights, bias) in tables.items():
        arrays[f"{name}.signs"] = _bytes("\n".join(signs))
        arrays[f"{name}.weights"] = np.clip(np.rint(weights / STEP), -127, 127).astype(np.int8)
        arrays[f"{name}.bias"] = np.rint(bias / STEP).astype(np.int16)
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, **arrays)
    return out.getvalue()


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)
