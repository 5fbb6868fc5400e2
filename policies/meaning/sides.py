"""Ours or not: a line, by least squares, between what enterprises write to us and what is never ours.

Nearness alone knows only sentences like those that are kept. The line weighs every direction of meaning at once, so
that it also tells a pension from a subsidy in words that no kept sentence has. It is found when a corpus is opened,
from its own asks: an operator's policies move it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_DAMPING = 1e-3  # keeps directions that few sentences have from deciding
_MOST = 6_000  # rows of a kind that are read; more say nothing new


class Line:
    """Which side vectors lie on: about 1 for what is ours, about −1 for what never is; 0 where nothing is known."""

    def __init__(self, asks: Floats, ours: Floats, others: Floats) -> None:
        """Messages of enterprises weigh twice what the asks do, which we wrote, and both as much as the others."""
        kinds = [(rows[:: len(rows) // _MOST + 1], share) for rows, share in ((asks, 1), (ours, 2)) if len(rows)]
        self._weights = _fitted(kinds, others) if kinds and len(others) else None

    def of(self, rows: Floats) -> Floats:
        """A number for each row."""
        if self._weights is None:
            return np.zeros(len(rows), np.float32)
        return np.asarray(rows @ self._weights[:-1] + self._weights[-1], np.float32)


def _fitted(ours: Sequence[tuple[Floats, int]], others: Floats) -> Floats:
    width = others.shape[1] + 1
    products, goal = _DAMPING * np.eye(width), np.zeros(width)
    together = sum(share for _, share in ours)
    for rows, side, weight in [*((rows, 1, share / together) for rows, share in ours), (others, -1, 1)]:
        whole = np.hstack([rows, np.ones((len(rows), 1), np.float32)])
        products += (weight / len(rows)) * (whole.T @ whole)
        goal += (side * weight) * whole.mean(axis=0)
    return np.asarray(np.linalg.solve(products, goal), np.float32)
