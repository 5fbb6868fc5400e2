"""Vectors as they are kept in a file: signed bytes under the hash of their text."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from policies.meaning.encoder import Floats, encode


def key(text: str) -> int:
    """What a text's vector is kept under."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


class Kept:
    """Vectors in a file: 64-bit keys in ascending order, a row of signed bytes each, and the row's scale."""

    def __init__(self, path: Path) -> None:
        self.keys: NDArray[np.uint64] = np.zeros(0, np.uint64)
        self._rows: NDArray[np.int8] = np.zeros((0, 512), np.int8)
        self._scales: Floats = np.zeros(0, np.float32)
        if path.exists():
            with np.load(path, allow_pickle=False) as file:
                self.keys, self._rows, self._scales = file["keys"], file["rows"], file["scales"]

    def find(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], Floats]:
        """Which keys are kept, and the vectors of those that are."""
        at = np.searchsorted(self.keys, keys)
        known = np.zeros(len(keys), bool)
        inside = at < len(self.keys)
        known[inside] = self.keys[at[inside]] == keys[inside]
        at = at[known]
        return known, self._rows[at].astype(np.float32) * self._scales[at, None]


def packed(texts: Iterable[str]) -> bytes:
    """The file of vectors of these texts; the same texts give the same bytes."""
    unique = sorted({key(text): text for text in texts}.items())
    vectors = encode([text for _, text in unique])
    scales = np.abs(vectors).max(axis=1) / 127 if len(unique) else np.zeros(0, np.float32)
    out = io.BytesIO()
    np.savez(
        out,
        keys=np.array([one for one, _ in unique], np.uint64),
        rows=np.rint(vectors / scales[:, None]).astype(np.int8) if len(unique) else np.zeros((0, 512), np.int8),
        scales=scales.astype(np.float32),
    )
    return out.getvalue()


def gathered(texts: Iterable[str], kept: Kept) -> tuple[Floats, dict[str, int]]:
    """Vectors of all texts, those that are not kept encoded now, and each text's row, in the order of the texts."""
    ordered = list(dict.fromkeys(texts))
    known, rows = kept.find(np.array([key(text) for text in ordered], np.uint64))
    vectors = np.empty((len(ordered), 512), np.float32)
    vectors[known] = rows
    vectors[~known] = encode([text for text, there in zip(ordered, known, strict=True) if not there])
    return vectors, {text: number for number, text in enumerate(ordered)}
