"""Two layers over vectors of stretches: what a figure or a clause states, told by its meaning (ADR 0029)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policies.products import times

Floats = NDArray[np.float32]
SCALE = 8.0
"""Unit vectors have small numbers; they are learnt, and read, this many times as large."""
_PARTS = ("inner", "inner_bias", "outer", "outer_bias")


@dataclass(frozen=True, slots=True)
class Net:
    """Weights of a hidden layer that passes what is above 0, and of the classes behind it."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    def sums(self, rows: Floats) -> Floats:
        """What each row speaks for each class: a row a thing, as logits."""
        hidden = np.maximum(times(rows * SCALE, self.inner) + self.inner_bias, 0)
        return np.asarray(times(hidden, self.outer) + self.outer_bias, np.float32)


def packed(name: str, net: Net) -> dict[str, NDArray[Any]]:
    """Arrays of a file: weights as signed bytes with a scale a column, biases as they are."""
    found: dict[str, NDArray[Any]] = {}
    for part in _PARTS:
        values = getattr(net, part)
        if values.ndim == 1:
            found[f"{name}.{part}"] = values.astype(np.float32)
        else:
            scale = np.maximum(np.abs(values).max(axis=0), 1e-6) / 127
            found[f"{name}.{part}"] = np.rint(values / scale).astype(np.int8)
            found[f"{name}.{part}.scale"] = scale.astype(np.float32)
    return found


def parsed(name: str, file: Mapping[str, NDArray[Any]]) -> Net:
    """The net that was packed under a name."""

    def part(of: str) -> Floats:
        values = file[f"{name}.{of}"]
        if values.ndim == 1:
            return values
        return np.asarray(values.astype(np.float32) * file[f"{name}.{of}.scale"], np.float32)

    return Net(*(part(of) for of in _PARTS))
