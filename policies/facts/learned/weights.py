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
        known, none = self.rows, len(self.weights) - 1
        at: list[int] = []
        starts = []
        for signs in things:
            starts.append(len(at))
            at.append(none)
            at += [known[sign] for sign in set(signs) if sign in known]
        if not starts:
            return np.zeros((0, len(self.bias)))
        total = np.add.reduceat(self.weights[at], starts, axis=0, dtype=np.int32) + self.bias
        return np.asarray(total * STEP, np.float64)


@dataclass(frozen=True, slots=True)
class Weights:
    """`figure_classes`: names of facts, and of none; `by_kind`: which of them a kind of figure may state; `ranges`:
    least and greatest figures that were learnt for a fact; `clause_classes`: facts with the value that a clause may
    state; `taught`: the digest of the texts that were learnt from."""

    figure_classes: Sequence[str]
    ranges: Mapping[str, tuple[float, float]]
    by_kind: Mapping[str, Sequence[int]]
    figures: Table
    clause_classes: Sequence[tuple[str, FactValue]]
    clauses: Table
    taught: str

    def of_figures(self, things: Sequence[tuple[str, Iterable[str]]]) -> list[tuple[str, float]]:
        """For each figure, told by its kind and its signs, the likeliest fact and how likely it is, 0 to 1."""
        found = []
        for (kind, _), sums in zip(things, self.figures.sums(signs for _, signs in things), strict=True):
            among = self.by_kind.get(kind, [self.figure_classes.index(NOTHING)])
            best = int(sums[among].argmax())
            likely = float(1 / np.exp(sums[among] - sums[among[best]]).sum())
            found.append((self.figure_classes[among[best]], likely))
        return found

    def usual(self, name: str, value: float) -> bool:
        """Whether a figure is of a size that was learnt for a fact, give or take a few times."""
        least, most = self.ranges.get(name, (-math.inf, math.inf))
        return least / _MANY_TIMES <= value <= most * _MANY_TIMES

    def of_clauses(self, things: Iterable[Iterable[str]], least: float) -> list[list[tuple[str, FactValue]]]:
        """For each clause, told by its signs, what it states as likely as `least`, 0 to 1: facts with their values."""
        edge = math.log(least / (1 - least))
        return [
            [self.clause_classes[int(number)] for number in np.flatnonzero(sums >= edge)]
            for sums in self.clauses.sums(things)
        ]


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
    stated = [(name, value) for name, value in about["clauses"]]
    ranges = {name: (least, most) for name, (least, most) in about["ranges"].items()}
    return Weights(
        about["figures"], ranges, about["kinds"], tables["figures"], stated, tables["clauses"], about["taught"]
    )


def packed(about: Mapping[str, Any], tables: Mapping[str, tuple[Sequence[str], NDArray[Any], NDArray[Any]]]) -> bytes:
    """The file of some classes and of their tables (signs, weights, bias); the same content gives the same bytes."""
    arrays = {"about": _bytes(json.dumps(about, sort_keys=True))}
    for name, (signs, weights, bias) in tables.items():
        arrays[f"{name}.signs"] = _bytes("\n".join(signs))
        arrays[f"{name}.weights"] = np.clip(np.rint(weights / STEP), -127, 127).astype(np.int8)
        arrays[f"{name}.bias"] = np.rint(bias / STEP).astype(np.int16)
    out = io.BytesIO()
    np.savez_compressed(out, allow_pickle=False, **arrays)
    return out.getvalue()


def _bytes(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)
