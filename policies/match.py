"""Which articles a text is about, in what order, and why. Out-of-scope text matches nothing.

What counts: words, concepts and themes in common with asks and digest (index); likeness to the nearest asks, in words
and, where sentence vectors are installed, in meaning; the place; whether the article is in force; whom it is for
(`use`); conditions over stated facts; the verdict. The best must have enough in common with the text for anything to be
shown, whatever its place or facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz

from policies.criteria import Outcome, Profile, evaluate_for, facts_in, lies_in
from policies.explain import Found
from policies.index import Index, Query, place_names
from policies.meaning import Likeness, Meaning
from policies.scope import Scope
from policies.text import normalise, say
from policies.types import Article, Corpus, Language, Verdict, Words

SHOWN = 10
_CONSIDERED = 40
_LIKENESS = 1.6  # weight of likeness to asks beside what is in common
_MEANING = 2.0  # weight of likeness in meaning
_UNRELATED = 0.3  # likeness in meaning that any two texts may have
_LIKE = 0.05  # least likeness in words for an ask to be given as the reason
_NEAR = 20  # articles near in meaning that are considered without a word in common
_ENOUGH = 0.33  # least evidence of the best match; calibrated on tests/policies/data/queries.jsonl
_ENOUGH_ALIEN = 1.4  # where the text names nothing of a business, or speaks of weather, sport and the like
_OF_BEST = 0.2  # least score beside the best match
_LEAST = 0.25  # least evidence of any match
_USE = {"support": 1.0, "right": 1.0, "procedure": 0.95, "duty": 0.8, "general": 0.75, "internal": 0.6}
_VERDICT = {Verdict.EXPIRED: 0.35, Verdict.NOT_YET: 0.6, Verdict.INELIGIBLE: 0.9}
_TITLE = 88.0  # likeness at which the name of a document counts as named
_HERE, _ANYWHERE, _ELSEWHERE, _NAMED, _TOLD = 1.2, 0.9, 0.6, 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article that fits the text, evaluated, with why it came up."""

    outcome: Outcome
    found: Found


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    article: Article
    evidence: float
    score: float


class Matcher:
    """Ranks the articles of one corpus."""

    def __init__(self, corpus: Corpus, index: Index | None = None, meaning: Meaning | None = None) -> None:
        self.corpus = corpus
        self.index = index if index is not None else Index(corpus)
        self.meaning = meaning
        self._scope = Scope(corpus.vocabulary.scope)
        self._titles = {
            head.id: (head.title.zh.split("（")[0], head.title.en.lower()) for head in corpus.documents.values()
        }
        places = corpus.vocabulary.places
        areas = {one.jurisdiction for one in self.index.articles} & places.keys()
        self._areas = {area: place_names(places[area]) | {places[area].en.lower()} for area in areas}
        self._told: dict[str, frozenset[str]] = {}

    def match(self, text: str, profile: Profile, language: Language) -> list[Ranked]:
        """The articles for a text, best first; none if the text is about something else."""
        query = self.index.read(text)
        near = self.meaning.of(text) if self.meaning is not None else None
        candidates = [one for one in self._candidates(text, query, near, profile) if one.score > 0]
        candidates.sort(key=lambda one: (-one.score, one.number))
        if not candidates or max(one.evidence for one in candidates) < self._enough(text, query, profile):
            return []
        least = candidates[0].score * _OF_BEST
        chosen = [one for one in candidates[: SHOWN + 4] if one.score >= least and one.evidence >= _LEAST]
        best = candidates[0].score
        ranked = [self._rank(one, query, near, profile, language, best) for one in self._whole(chosen)]
        ranked.sort(key=lambda one: -one.found.score)
        return ranked[:SHOWN]

    def _enough(self, text: str, query: Query, profile: Profile) -> float:
        """The evidence that this text needs before anything is shown for it."""
        subject = self._scope.read(text)
        told = _tells(profile) or subject.enterprise
        if subject.outside:
            return _ENOUGH_ALIEN if not told else _ENOUGH * 2
        return _ENOUGH if told or query.named else _ENOUGH_ALIEN

    def _candidates(self, text: str, query: Query, near: Likeness | None, profile: Profile) -> list[_Candidate]:
        named, mentioned = self._named(query), self._mentioned(text)
        unit = self.index.unseen
        found = []
        likeness = near.articles if near is not None else ()
        considered = dict(self.index.candidates(query, _CONSIDERED))
        for number in nlargest(_NEAR, range(len(likeness)), likeness.__getitem__):
            considered.setdefault(number, 0.0)
        for number, common in considered.items():
            article = self.index.articles[number]
            here = _place(article, profile) or (_ELSEWHERE if article.jurisdiction in mentioned else 0.0)
            if not here:
                continue
            evidence = common / unit + _LIKENESS * self.index.ask_likeness(query, number)
            if likeness:
                evidence += _MEANING * max(0.0, likeness[number] - _UNRELATED)
            score = evidence + (_NAMED if article.document.id in named else 0.0)
            score += _TOLD * self._share_told(article, profile)
            found.append(_Candidate(number, article, evidence, score * here * _USE[article.use]))
        return found

    def _mentioned(self, text: str) -> set[str]:
        """Areas of articles that the text speaks of by name: they may be asked about from elsewhere."""
        plain = normalise(text)
        return {area for area, names in self._areas.items() if any(name in plain for name in names)}

    def _named(self, query: Query) -> set[str]:
        """Documents that the text names, misspelt or not."""
        found = set()
        for name, (chinese, english) in self._titles.items():
            if len(query.text) < 6:
                continue
            near = fuzz.partial_ratio(chinese, query.text, score_cutoff=_TITLE) if len(chinese) >= 6 else 0.0
            if near or fuzz.partial_ratio(english, query.text, score_cutoff=_TITLE + 4):
                found.add(name)
        return found

    def _share_told(self, article: Article, profile: Profile) -> float:
        """How many of the facts that the article's conditions read were stated, 0 to 1."""
        reads = self._told.get(article.id)
        if reads is None:
            listed = [facts_in(condition.when) for condition in (*article.conditions, *article.exclusions)]
            reads = self._told[article.id] = frozenset().union(*listed) - {"region"}
        return sum(map(profile.stated, reads)) / len(reads) if reads else 0.0

    def _whole(self, chosen: Sequence[_Candidate]) -> list[_Candidate]:
        """The chosen and, just behind the first that needs it, every article that one of them requires."""
        by_id = {one.article.id: one for one in chosen}
        for one in list(chosen):
            for name in one.article.requires:
                behind = one.score * 0.97
                if name not in by_id or by_id[name].score < behind:
                    article = self.corpus.articles[name]
                    by_id[name] = _Candidate(self.index.number[name], article, one.evidence, behind)
        return list(by_id.values())

    def _rank(
        self, one: _Candidate, query: Query, near: Likeness | None, profile: Profile, language: Language, best: float
    ) -> Ranked:
        outcome = evaluate_for(one.article, self.corpus, profile)
        score = one.score * _VERDICT.get(outcome.verdict, 1.0)
        themes = [theme for theme in one.article.themes if theme in query.themes]
        ask = "" if themes else self._nearest_ask(one, query, near, language)
        shown = min(1.0, score / max(best, 2.0))
        return Ranked(outcome, Found(shown, themes, ask, tuple(query.corrected.values())))

    def _nearest_ask(self, one: _Candidate, query: Query, near: Likeness | None, language: Language) -> str:
        """The ask, in the reader's language, that the text is most like; empty if it is like none."""
        likeness = self.index.likeness(query, one.number)
        least = _LIKE
        if near is not None and max(likeness, default=0.0) <= least:
            likeness, least = list(near.asks(one.number)), _UNRELATED
        chinese = len(one.article.asks_zh)
        asks = one.article.asks_en if language == "en" else one.article.asks_zh
        in_language = likeness[chinese:] if language == "en" else likeness[:chinese]
        best = max(in_language, default=0.0)
        if best <= least:
            return ""
        found = asks[in_language.index(best)]
        return say(Words(found, found), language)


def _tells(profile: Profile) -> bool:
    return any(profile.stated(name) for name in profile.facts if name != "region")


def _place(article: Article, profile: Profile) -> float:
    """1 nationwide, more if the enterprise is in the area, less if its place is not known, 0 if it is elsewhere."""
    region = profile.facts.get("region")
    if article.jurisdiction == "CN":
        return 1.0
    if not isinstance(region, str):
        return _ANYWHERE
    lies = lies_in(region, article.jurisdiction)
    return _HERE if lies else (1.0 if lies is None else 0.0)
