"""Which of an article's benefits a text asks for by name: what the others come to answers nobody."""

from __future__ import annotations

from policies.types import Article


def asked_for(article: Article, plain: str) -> frozenset[str]:
    """The benefits whose words stand in a text in matching form; none where it names none of them, or all."""
    named = frozenset(one.id for one in article.benefits if any(word in plain for word in one.named))
    return named if len(named) < len(article.benefits) else frozenset()
