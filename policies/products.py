"""Products of a few rows with large tables of weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_FEW = 6


def times(rows: Floats, weights: Floats) -> Floats:
    """`rows @ weights`. A few rows go one by one: a product of matrices first lays the weights out anew, which costs
    more than such a product itself."""
    if 1 < len(rows) <= _FEW:
        found = np.empty((len(rows), weights.shape[1]), np.float32)
        for row, into in zip(rows, found, strict=True):
            np.dot(row, weights, out=into)
        return found
    return np.asarray(rows @ weights, np.float32)
