"""Products of a few rows with large tables of weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SMALL = 1_000_000  # multiplications up to which OpenBLAS takes two tables as they lie
_NARROWEST = 64  # columns; narrower stripes cost more than they save


def times(rows: Floats, weights: Floats) -> Floats:
    """`rows @ weights`. A few rows go by stripes of the weights: a large product first lays the weights out anew, which
    costs more than the product itself."""
    width = weights.shape[1]
    stripe = _SMALL // max(1, rows.size) // 16 * 16
    if not _NARROWEST <= stripe < width:
        return np.asarray(rows @ weights, np.float32)
    found = np.empty((len(rows), width), np.float32)
    for start in range(0, width, stripe):
        part = slice(start, start + stripe)
        np.matmul(rows, weights[:, part], out=found[:, part])
    return found
