"""What is ours in words, and what never is: asks of articles and messages of enterprises, and messages of others."""

from __future__ import annotations

from policies.leaning import by_document, number_of
from policies.placenames import PlaceNames
from policies.text import normalise
from policies.vocabulary import Corpus
from policies.wording import learning

_ASK, _OURS = 1.0, 3.0  # how much an ask counts, and a message of an enterprise; all others as much as all of these


def learnt(corpus: Corpus) -> str:
    """The file of weights that the asks and messages of a corpus teach. Names of places are left out: they make no text
    ours, and none anybody else's."""
    articles, scope = corpus.articles.values(), corpus.vocabulary.scope
    names = PlaceNames(corpus.vocabulary, articles)
    asks = [ask for _, asks in by_document(articles) for ask in asks]
    others = list(scope["strangers"])
    counts = [_ASK] * len(asks) + [_OURS] * len(scope["ours"])
    texts = [names.without(normalise(text)) for text in (*asks, *scope["ours"], *others)]
    lesson = learning.Lesson(
        texts,
        [True] * len(counts) + [False] * len(others),
        [*counts, *[sum(counts) / max(1, len(others))] * len(others)],
    )
    return learning.learnt(lesson, sources(corpus))


def sources(corpus: Corpus) -> frozenset[str]:
    """Numbers of everything that is learnt from: a document's asks, the messages of either kind."""
    documents = (number for number, _ in by_document(corpus.articles.values()))
    return frozenset((*documents, *(number_of(corpus.vocabulary.scope[kind]) for kind in ("ours", "strangers"))))
