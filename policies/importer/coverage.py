"""What the corpus models and what it leaves to people, document by document. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from policies.types import Article, Validity
from policies.vocabulary import Corpus

State = Literal["in force", "in force, end not stated", "not yet", "expired", "unknown"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of articles, except `examples`, `benefits_paid` (benefits with a formula), `unmodelled` (reservations) and
    asks (a language). `state` is the document's on the day asked about."""

    id: str
    title: str
    state: State
    articles: int
    with_conditions: int
    with_benefits: int
    benefits_paid: int
    with_procedure: int
    examples: int
    unmodelled: int
    modelled: int
    asks_zh: int
    asks_en: int

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def cover(corpus: Corpus, as_of: dt.date) -> tuple[Coverage, ...]:
    """One row a document, in the corpus' order."""
    rows = []
    for document in corpus.documents.values():
        articles = [article for article in corpus.articles.values() if article.document.id == document.id]
        rows.append(_row(document.id, document.title.en, state(document.validity, as_of), articles))
    return tuple(rows)


def total(rows: Sequence[Coverage]) -> Coverage:
    """All documents together; `state` says nothing here."""
    sums = {
        name: sum(getattr(row, name) for row in rows)
        for name in Coverage.__dataclass_fields__
        if name not in ("id", "title", "state")
    }
    return Coverage("total", f"{len(rows)} documents", "unknown", **sums)


def state(validity: Validity, as_of: dt.date) -> State:
    """Whether something is in force on a day; both ends count."""
    if validity.until is not None and as_of > validity.until:
        return "expired"
    if validity.since is None:
        return "unknown"
    if as_of < validity.since:
        return "not yet"
    return "in force" if validity.until is not None else "in force, end not stated"


def _row(name: str, title: str, in_force: State, articles: Sequence[Article]) -> Coverage:
    return Coverage(
        name,
        title,
        in_force,
        len(articles),
        sum(bool(each.conditions or each.exclusions) for each in articles),
        sum(bool(each.benefits) for each in articles),
        sum(benefit.amount is not None for each in articles for benefit in each.benefits),
        sum(each.procedure is not None for each in articles),
        sum(len(each.examples) for each in articles),
        sum(len(each.unmodelled) for each in articles),
        sum(bool((each.conditions or each.benefits) and not each.unmodelled) for each in articles),
        sum(len(each.asks_zh) for each in articles),
        sum(len(each.asks_en) for each in articles),
    )
