"""Products of a few rows with large tables of weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SMALL = 1_000_000  # multiplications up to which OpenBLAS takes two tables as they lie
_FEWEST = 16  # rows of the weights; smaller blocks cost more than they save


def times(rows: Floats, weights: Floats) -> Floats:
    """`rows @ weights`. A few rows go by blocks of the weights: a large product first lays the weights out anew, which
    costs more than the product itself."""
    length, width = weights.shape
    block = _SMALL // max(1, len(rows) * width)
    if not _FEWEST <= block < length:
        return np.asarray(rows @ weights, np.float32)
    found = np.asarray(rows[:, :block] @ weights[:block], np.float32)
    for start in range(block, length, block):
        part = slice(start, start + block)
        found += rows[:, part] @ weights[part]
    return found
