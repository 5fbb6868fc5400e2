"""Which way the words of a text lean: to what enterprises write to us, or to matters that are never ours.

Likeness in meaning blurs words: a landlord who raises the rent of a flat lies near to one who raises that of a shop.
The weights were learnt from the asks of the shipped articles and the messages of vocabulary/messages.yaml (`make
vectors`). No encoder is needed to read a text by them.

Articles of an operator were not learnt from. What they are asked by may be anybody's everyday word to the shipped
corpus; such words speak against nothing as soon as an article stands for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from policies.types import Article
from policies.wording import Weights, grams, read

SHIPPED = Path(__file__).resolve().parent.parent / "corpus" / "leaning.tsv"
_MOST_ASKS = 3_000  # of articles not learnt from that are read; more say nothing new


def leaning(articles: Sequence[Article] = (), kept: Path = SHIPPED) -> Weights:
    """Weights as they were learnt, above 0 to what is ours, but for words that the `articles` not learnt from are asked
    by: those are never less than 0."""
    weights = read(kept)
    asks = [ask for number, some in by_document(articles) if number not in weights.notes for ask in some]
    said = {gram for ask in asks[:: len(asks) // _MOST_ASKS + 1] for gram in grams(ask)}
    each = {gram: max(0, weight) if gram in said else weight for gram, weight in weights.each.items()}
    return Weights(weights.usual, each, weights.notes)


def by_document(articles: Iterable[Article]) -> Iterator[tuple[str, Sequence[str]]]:
    """The asks of each document, under a number that changes with them."""
    asks: dict[str, list[str]] = {}
    for article in articles:
        asks.setdefault(article.document.id, []).extend((*article.asks_zh, *article.asks_en, *article.heard))
    return ((number_of(found), found) for found in asks.values())


def number_of(sentences: Iterable[str]) -> str:
    """Under what sentences are noted as learnt from."""
    return hashlib.sha256("\n".join(sentences).encode()).hexdigest()[:16]
