"""How near articles lie to each other, and to what enterprises write at large.

Two articles are akin that are asked for in like words: what is near to the likeliest articles of a text is likelier
itself, even where the text has none of its words. An article that lies near to every message says little by being near
to one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Kinship:
    """The articles of a list by the mean vectors of their asks, beside the vectors of messages of enterprises."""

    def __init__(self, means: Floats, messages: Floats) -> None:
        apart = means - means.mean(axis=0)
        self._apart = apart / np.maximum(np.linalg.norm(apart, axis=1, keepdims=True), 1e-9)
        towards = means @ messages.mean(axis=0) if len(messages) else np.zeros(len(means), np.float32)
        self._usual = towards - towards.mean()

    def usual(self, number: int) -> float:
        """How much nearer than other articles this one lies to any message; below 0 is further off."""
        return float(self._usual[number])

    def between(self, numbers: Sequence[int], leaders: Sequence[int]) -> Floats:
        """A row for each of `numbers`: how akin it is to each of `leaders`, 0 to 1; none is akin to itself."""
        near = np.maximum(self._apart[list(numbers)] @ self._apart[list(leaders)].T, 0)
        near[np.equal.outer(np.asarray(numbers), np.asarray(leaders))] = 0
        return np.asarray(near, np.float32)
