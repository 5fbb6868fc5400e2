"""The inverted index over asks, digests and concepts of the corpus: what a text has in common with which articles.

A term is a stem, a pair of Chinese characters, a concept (`c:首贷`) or a theme (`#credit`). Each term keeps what it
adds to each article (BM25 over three fields, asks weighing most), of very many the largest only. A query reads what
its terms keep, so its work does not grow with the number of articles. Names of places are no terms: where an article
applies is told by its jurisdiction.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from policies.placenames import PlaceNames
from policies.text import normalise, runs, stem, tokens
from policies.types import Article
from policies.vocabulary import Corpus

_WEIGHTS = {"asks": 1.0, "digest": 0.5, "concepts": 0.8}
_LENGTHS = {"asks": 138, "digest": 101, "concepts": 39}  # of a usual article; fixed, so that scores do not drift
_K1, _B = 1.2, 0.4
_CONCEPT, _THEME = 1.3, 1.0  # how much a concept or theme counts beside a word
_DEEPEST = 400  # entries kept, and read, of one term


@dataclass(frozen=True, slots=True)
class Query:
    """A text as the index reads it: terms with weight and worth, and what misspelt words were taken for."""

    text: str
    terms: Mapping[str, float]
    themes: frozenset[str] = frozenset()
    corrected: Mapping[str, str] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """Whether the text names a theme or a concept of the corpus."""
        return any(term.startswith(("#", "c:")) for term in self.terms)


@dataclass(slots=True)
class Posting:
    """Articles (by number) that have a term, and what it adds to each; of very many the largest."""

    articles: array[int]
    impacts: array[float]
    idf: float


class Index:
    """Built once from a corpus; `read` a text, then ask for `candidates`."""

    def __init__(self, corpus: Corpus) -> None:
        self.articles: Sequence[Article] = list(corpus.articles.values())
        self.number = {article.id: i for i, article in enumerate(self.articles)}
        self._places = PlaceNames(corpus.vocabulary, self.articles)
        self._phrases: dict[str, set[str]] = {}
        for theme in corpus.vocabulary.themes.values():
            for word in theme.words:
                self._phrases.setdefault(self._key(word), set()).add("#" + theme.id)
        for article in self.articles:
            for concept in article.concepts:
                if key := self._key(concept):
                    self._phrases.setdefault(key, set()).add("c:" + key)
        self._starts = _starts(self._phrases)
        self._asks: dict[int, list[Ask]] = {}
        self._build()
        self._words: dict[str, list[str]] = {}  # by their first letter
        for term in self.postings:
            if _is_word(term):
                self._words.setdefault(term[0], []).append(term)

    def _key(self, phrase: str) -> str:
        """A phrase as it is looked up: Chinese as it stands, English by its stems."""
        return _joined(runs(self.plain(phrase)))

    def plain(self, text: str) -> str:
        """A text in matching form, names of places left out."""
        return self._places.without(normalise(text))

    def _terms(self, plain: str) -> Counter[str]:
        found = Counter(tokens(plain))
        found.update(self.phrases(plain))
        return found

    def phrases(self, plain: str) -> set[str]:
        """Concepts and themes whose names stand in a text."""
        found: set[str] = set()
        for line in plain.splitlines():
            listed = runs(line)
            keys = [run if not run.isascii() else stem(run) for run in listed]
            for at, run in enumerate(keys):
                longest = self._starts.get(run[:2] if not run.isascii() else run, 0)
                if not run.isascii():
                    self._inside(run, found)
                for end in range(at + 1, min(len(keys), at + longest) + 1):
                    found |= self._phrases.get(" ".join(keys[at:end]), _NOTHING)
        return found

    def _inside(self, run: str, found: set[str]) -> None:
        for start in range(len(run) - 1):
            for end in range(start + 2, min(len(run), start + self._starts.get(run[start : start + 2], 0)) + 1):
                found |= self._phrases.get(run[start:end], _NOTHING)

    # --- building

    def _build(self) -> None:
        gathered: dict[str, _Gathered] = {}
        for number, article in enumerate(self.articles):
            for term, weight in _bm25f(self._fields(article)).items():
                one = gathered.get(term)
                if one is None:
                    one = gathered[term] = _Gathered()
                one.add(number, weight)
        total = len(self.articles)
        self.postings = {term: one.posting(total) for term, one in gathered.items()}
        self.unseen = math.log(1 + (total + 0.5) / 0.5)

    def _fields(self, article: Article) -> dict[str, Counter[str]]:
        asks = self._terms(self.plain("\n".join((*article.asks_zh, *article.asks_en))))
        asks.update(tokens(self.plain("\n".join(article.heard))))
        concepts: Counter[str] = Counter()
        for concept in article.concepts:
            if key := self._key(concept):
                concepts.update(tokens(self.plain(concept)))
                concepts["c:" + key] = 2
        concepts.update({"#" + theme: 2 for theme in article.themes})
        digest = self._terms(self.plain(f"{article.digest.zh} {article.digest.en}"))
        return {"asks": asks, "digest": digest, "concepts": concepts}

    # --- searching

    def read(self, text: str) -> Query:
        """A text as terms. English words that the corpus does not know are taken for the nearest one in spelling."""
        plain = self.plain(text)
        counted = self._terms(plain)
        corrected = self._corrections(counted)
        for wrong, right in corrected.items():
            counted[right] += counted.pop(wrong)
        terms = {term: _weight(term) * min(2, count) for term, count in counted.items()}
        themes = frozenset(term[1:] for term in terms if term.startswith("#"))
        return Query(plain, terms, themes, corrected, {term: self._worth(term) for term in terms})

    def _corrections(self, counted: Iterable[str]) -> dict[str, str]:
        unknown = [term for term in counted if term not in self.postings and _is_word(term)]
        found = {}
        for word in unknown[:6]:
            near = [known for known in self._words.get(word[0], ()) if abs(len(known) - len(word)) <= 2]
            best = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=84)
            if best is not None:
                found[word] = best[0]
        return found

    def candidates(self, query: Query, limit: int = 60) -> list[tuple[int, float]]:
        """Article numbers with what the query has in common with them, best first."""
        scores: dict[int, float] = {}
        for term, weight in query.terms.items():
            posting = self.postings.get(term)
            if posting is None:
                continue
            for number, impact in zip(posting.articles, posting.impacts, strict=True):
                scores[number] = scores.get(number, 0.0) + weight * impact
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def weight_of(self, terms: Iterable[str]) -> float:
        """How much a set of terms says, known to the corpus or not."""
        return sum(self._worth(term) for term in terms)

    def _worth(self, term: str) -> float:
        posting = self.postings.get(term)
        return (posting.idf if posting is not None else self.unseen) * _weight(term)

    def asks(self, number: int) -> list[Ask]:
        """The asks of an article as terms, Chinese ones first."""
        asks = self._asks.get(number)
        if asks is None:
            article = self.articles[number]
            sets = [frozenset(self._terms(self.plain(ask))) for ask in (*article.asks_zh, *article.asks_en)]
            asks = [(terms, math.sqrt(self.weight_of(terms))) for terms in sets]
            if len(self._asks) > _KEPT:
                self._asks.clear()
            self._asks[number] = asks
        return asks

    def likeness(self, query: Query, number: int, part: slice = slice(None)) -> list[float]:
        """How like the text is to each ask of an article, or of `part` of them: 0 to 1, in the order of `asks`."""
        worth = query.worth
        whole = math.sqrt(sum(worth.values())) or 1.0
        mine = worth.keys()
        return [
            sum(worth[term] for term in shared) / (whole * norm) if (shared := mine & terms) else 0.0
            for terms, norm in self.asks(number)[part]
        ]

    def ask_likeness(self, query: Query, number: int) -> float:
        """How like the text is to the article's nearest asks: 0 to 1, the mean of the best three."""
        return sum(heapq.nlargest(3, self.likeness(query, number))) / 3


Ask = tuple[frozenset[str], float]
_NOTHING: set[str] = set()
_KEPT = 4096


def _is_word(term: str) -> bool:
    """An English word long enough to be told from its misspellings."""
    return len(term) > 4 and term.isascii() and term.isalpha()


def _weight(term: str) -> float:
    return _CONCEPT if term.startswith("c:") else (_THEME if term.startswith("#") else 1.0)


def _joined(listed: Iterable[str]) -> str:
    return " ".join(stem(run) if run.isascii() else run for run in listed)


def _starts(phrases: Iterable[str]) -> dict[str, int]:
    """How the phrases begin (a word, or two Chinese characters) → the length of the longest that begins so."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        begins = words[0] if words[0].isascii() else words[0][:2]
        size = max(len(words), len(words[0]) if not words[0].isascii() else 1)
        longest[begins] = max(longest.get(begins, 0), size)
    return longest


class _Gathered:
    """What articles have of one term, while the index is built; never much more than is kept."""

    __slots__ = ("articles", "known", "weights")

    def __init__(self) -> None:
        self.articles, self.weights, self.known = array("I"), array("f"), 0

    def add(self, number: int, weight: float) -> None:
        self.articles.append(number)
        self.weights.append(weight)
        self.known += 1
        if len(self.articles) > 8 * _DEEPEST:
            self._keep_best()

    def _keep_best(self) -> None:
        if len(self.articles) <= _DEEPEST:  # all of it is kept and read, in any order
            return
        order = sorted(range(len(self.articles)), key=lambda i: (-self.weights[i], self.articles[i]))[:_DEEPEST]
        self.articles = array("I", (self.articles[i] for i in order))
        self.weights = array("f", (self.weights[i] for i in order))

    def posting(self, total: int) -> Posting:
        self._keep_best()
        idf = math.log(1 + (total - self.known + 0.5) / (self.known + 0.5))
        return Posting(self.articles, array("f", (weight * idf for weight in self.weights)), idf)


def _bm25f(fields: Mapping[str, Counter[str]]) -> dict[str, float]:
    """Term → saturated, length-normalised frequency over the fields."""
    frequency: dict[str, float] = {}
    for name, weight in _WEIGHTS.items():
        length = sum(fields[name].values())
        scale = weight / (1 - _B + _B * length / _LENGTHS[name])
        for term, count in fields[name].items():
            frequency[term] = frequency.get(term, 0.0) + count * scale
    return {term: value / (_K1 + value) for term, value in frequency.items()}
