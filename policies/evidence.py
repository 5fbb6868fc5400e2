"""What speaks for each article: words in common, likeness in meaning, the place, names, years and facts of a text.

Every signal is a number; their weights were calibrated on the half of tests/policies/data/queries.jsonl that is open to
tuning. Where no sentence vectors are installed, likeness in words to the nearest asks takes their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul

from rapidfuzz import fuzz

from policies.criteria import Profile, lies_in, read_date
from policies.index import Index, Query
from policies.meaning import Likeness, Meaning
from policies.patterns import lazy
from policies.placenames import place_names
from policies.text import normalise
from policies.types import Article, Words
from policies.vocabulary import Corpus

UNRELATED = 0.25  # likeness in meaning that any two texts may have
_CONSIDERED = 20
_NEAR = 15  # articles near in meaning that are considered without a word in common
_LIKENESS = 1.6  # weight of likeness to asks in words, without vectors
_MEANING, _NEAREST = 4.0, 2.0  # weights of likeness in meaning to the best few asks, and to the best one
_AKIN, _LEADERS = 0.4, 5  # weight of being akin to the likeliest articles, and how many those are
_USE = {"support": 1.0, "right": 1.0, "procedure": 0.96, "duty": 0.85, "general": 0.8, "internal": 0.68}
_TITLE = 88.0  # likeness at which the name of a document counts as named
_HERE, _ANYWHERE, _ELSEWHERE, _ASKED_OF, _NAMED, _TOLD = 1.4, 0.9, 0.6, 1.4, 0.5, 0.7
_RULES = lazy(
    r"市?(?:的|这边的?|那边的?)?(?:[\u4e00-\u9fff]{0,14}?)(?:条例|办法|政策|规定|补[贴助]|优惠|扶持|基金|首贷|投诉|主管|知识产权局)|"
    r"(?:'s)?(?: [\w-]+){0,3}? (?:rules?|regulations?|polic(?:y|ies)|law|scheme|subsid\w+|measures?|vouchers?|"
    r"authorities|"
    r"fund|support|programmes?|platform|office|subsidise|help)(?![a-z])"
)
"""Behind an area's name: its own rules or offices are asked about."""
_RULES_OF = lazy(
    r"(?:rules?|polic(?:y|ies)|schemes?|subsid\w+|vouchers?|funds?|support|programmes?) (?:of|in|from) (?:the )?$"
)
"""Before it, likewise."""
_ENDED, _REPLACED = 0.9, 0.35  # no longer in force: the ground it covers may still be asked for; its text is replaced
_YEAR = lazy(r"(?<!\d)(20[0-3]\d)(?!\d|\s*[万亿人元%])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article with what speaks for it: `evidence` of words and meaning alone, `score` with all the rest."""

    number: int
    article: Article
    evidence: float
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it is compared with articles: what it has in `common` with the likeliest in words, by their number, and
    the likeness in meaning, None without sentence vectors."""

    text: str
    query: Query
    common: Mapping[int, float]
    near: Likeness | None


class Evidence:
    """Weighs the articles of one corpus for a text."""

    def __init__(self, corpus: Corpus, index: Index, meaning: Meaning | None) -> None:
        self._index, self._meaning, self._documents = index, meaning, corpus.documents
        self._titles = {
            head.id: (head.title.zh.split("（")[0], head.title.en.lower()) for head in corpus.documents.values()
        }
        places = corpus.vocabulary.places
        areas = {one.jurisdiction for one in index.articles} & places.keys()
        self._places = {path: _names(label) for path, label in places.items()}
        self._areas = {
            area: sorted({name for path in places if _of(path, area) for name in self._places[path]}) for area in areas
        }

    def read(self, text: str) -> Reading:
        """A text, ready to be compared."""
        query = self._index.read(text)
        common = dict(self._index.candidates(query, _CONSIDERED))
        return Reading(text, query, common, self._meaning.of(text, common) if self._meaning is not None else None)

    def candidates(self, reading: Reading, profile: Profile) -> list[Candidate]:
        """Articles that something speaks for, best first."""
        named, mentioned = self._named(reading.query), self._mentioned(reading.text, profile)
        years = years_named(reading.text, profile)
        found: list[Candidate] = []
        shares: list[float] = []  # of what speaks for an article, how much counts for this text
        for number, common in self._considered(reading).items():
            article = self._index.articles[number]
            here = place(article, profile) or mentioned.get(article.jurisdiction, 0.0)
            if not here:
                continue
            evidence = common / self._index.unseen + self._likeness(reading, number)
            score = evidence + (_NAMED if article.document.id in named else 0.0)
            score += _TOLD * self._share_told(article, profile)
            share = here * _USE[article.use] * self._in_force(article, profile, years)
            if score * share > 0:
                found.append(Candidate(number, article, evidence, score * share))
                shares.append(share)
        found = self._with_kin(found, shares)
        found.sort(key=lambda one: (-one.score, one.number))
        return found

    def _with_kin(self, found: Sequence[Candidate], shares: Sequence[float]) -> list[Candidate]:
        """The candidates, each with the more for being akin to the likeliest of them."""
        if self._meaning is None or not found:
            return list(found)
        leaders = sorted(found, key=lambda one: (-one.score, one.number))[:_LEADERS]
        weights = [one.score / leaders[0].score for one in leaders]
        rows = self._meaning.akin([one.number for one in found], [one.number for one in leaders])
        return [
            Candidate(one.number, one.article, one.evidence, one.score + _AKIN * share * sum(map(mul, row, weights)))
            for one, row, share in zip(found, rows, shares, strict=True)
        ]

    def candidate(self, name: str, evidence: float, score: float) -> Candidate:
        """An article by its id, brought in by another one."""
        number = self._index.number[name]
        return Candidate(number, self._index.articles[number], evidence, score)

    def _considered(self, reading: Reading) -> dict[int, float]:
        """Article numbers with what they have in common in words: the best by words, then the best by meaning."""
        considered = dict(reading.common)
        if reading.near is not None:
            for number in reading.near.nearest(_NEAR):
                considered.setdefault(number, 0.0)
        return considered

    def _likeness(self, reading: Reading, number: int) -> float:
        if reading.near is None:
            return _LIKENESS * self._index.ask_likeness(reading.query, number)
        unrelated = UNRELATED + (self._meaning.usual(number) if self._meaning is not None else 0.0)
        few, best = reading.near.of(number)
        return _MEANING * max(0.0, few - unrelated) + _NEAREST * max(0.0, best - unrelated)

    def _mentioned(self, text: str, profile: Profile) -> dict[str, float]:
        """Areas of articles that the text speaks of by name, and what that is worth to an enterprise of elsewhere: more
        where it asks about the area's own rules, which an adviser then answers with "not yours". The name of the
        enterprise's own place (Wuzhong of Suzhou) is that of no other."""
        plain = normalise(text)
        own = self._places.get(str(profile.facts.get("region")), frozenset())
        found = {}
        for area, names in self._areas.items():
            named = [name for name in names if name in plain and name not in own]
            places = [match.span() for name in named for match in re.finditer(_whole(name), plain)]
            if places:
                asked = any(_RULES.match(plain, end) or _RULES_OF.search(plain, 0, start) for start, end in places)
                found[area] = _ASKED_OF if asked else _ELSEWHERE
        return found

    def _named(self, query: Query) -> set[str]:
        """Documents that the text names, misspelt or not."""
        found: set[str] = set()
        if len(query.text) < 6:
            return found
        written = not query.text.isascii()
        for name, (chinese, english) in self._titles.items():
            near = written and len(chinese) >= 6 and fuzz.partial_ratio(chinese, query.text, score_cutoff=_TITLE)
            if near or fuzz.partial_ratio(english, query.text, score_cutoff=_TITLE + 4):
                found.add(name)
        return found

    def _in_force(self, article: Article, profile: Profile, years: Iterable[int]) -> float:
        """1 for what is in force, or was when the text speaks of; less for what has ended or was replaced.

        A year in which the replacing text took over speaks for neither: the one in force now is meant unless the
        contract is told to be older.
        """
        days, successor = article.validity, article.document.replaced_by
        if days.until is None or profile.as_of <= days.until:
            return 1.0
        last = days.until.year
        if successor is not None:
            if (signed := _signed(profile)) is not None:
                return 1.0 if signed <= days.until else _REPLACED
            follows = self._documents.get(successor)
            if follows is not None and follows.validity.since is not None:
                last = min(last, follows.validity.since.year - 1)
        if any((days.since is None or days.since.year <= year) and year <= last for year in years):
            return 1.0
        return _ENDED if successor is None else _REPLACED

    def _share_told(self, article: Article, profile: Profile) -> float:
        """How many of the facts that the article's conditions read were stated, 0 to 1."""
        reads = article.reads - {"region"}
        return sum(map(profile.stated, reads)) / len(reads) if reads else 0.0


def _names(label: Words) -> frozenset[str]:
    return frozenset(place_names(label) | {label.en.lower()})


def _whole(name: str) -> str:
    """An English name as a whole word: Ili is no part of an ability."""
    return rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name)


def _of(path: str, area: str) -> bool:
    """Whether a place is the area, or a city of it: who asks about Yinchuan asks about Ningxia."""
    return path == area or (path.startswith(area + "/") and path.count("/") == 1)


def place(article: Article, profile: Profile) -> float:
    """1 nationwide, more if the enterprise is in the area, less if its place is not known, 0 if it is elsewhere:
    outside the mainland, for what holds nationwide."""
    region = profile.facts.get("region")
    if not isinstance(region, str):
        return 1.0 if article.jurisdiction == "CN" else _ANYWHERE
    lies = lies_in(region, article.jurisdiction)
    if article.jurisdiction == "CN":
        return 1.0 if lies else 0.0
    return _HERE if lies else (1.0 if lies is None else 0.0)


def years_named(text: str, profile: Profile) -> set[int]:
    """Years that the text speaks of, but the one in which the enterprise was founded."""
    founded = profile.facts.get("established")
    years = {int(year) for year in _YEAR.findall(normalise(text))}
    return years - {int(founded[:4])} if isinstance(founded, str) else years


def _signed(profile: Profile) -> date | None:
    """The latest day on which the contract that the text tells of can have been signed."""
    told = profile.facts.get("contract_date")
    span = read_date(told) if isinstance(told, str) else None
    return span.high if span is not None and isinstance(span.high, date) else None
