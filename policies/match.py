"""Which articles a text is about, in what order, and why. Out-of-scope text matches nothing.

`evidence` weighs what speaks for each article; here the best are evaluated for the enterprise, and what they require
comes with them, as does what requires them and pays this enterprise a sum. The best must have enough in common with
the text for anything to be shown, whatever its place or facts; a text nearer to matters that are never ours is answered
with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from policies.criteria import Outcome, Profile, asked_of, evaluate_for
from policies.evidence import UNRELATED, Candidate, Evidence, Reading
from policies.explain import Found
from policies.index import Index
from policies.leaning import leaning
from policies.meaning import Meaning
from policies.scope import Scope, Subject
from policies.text import say
from policies.types import Language, Verdict, Words
from policies.vocabulary import Corpus

SHOWN = 10
# Least evidence of the best match, by words alone and with likeness in meaning; calibrated on the tuning half of
# tests/policies/data/queries.jsonl. It must be more where the text speaks of weather, sport and the like and of an
# enterprise, more again where it names nothing of a business, most where it speaks of such matters only.
_ENOUGH = {"words": (0.33, 0.66, 1.4, 1.4), "meaning": (0.4, 0.8, 0.8, 1.2)}
_OF_BEST = 0.2  # least score beside the best match
_LEAST = 0.25  # least evidence of any match
_LIKE = 0.05  # least likeness in words for an ask to be given as the reason
# How near a text must be to an ask, how near it is to matters that are never ours being taken off, what side of the
# line it lies on and how its words lean being counted: nearer where it speaks of other matters, less near where facts
# are told or a theme is named, least in a few words of a business, whose vector says little. Calibrated on the margins
# of all sets of texts in tests/policies/data.
_STRANGE, _SIDE, _LEANING = 1.5, 0.2, 0.08
_OTHER_MATTERS, _BOTH = 0.0, -0.305
_USUAL = {False: -0.012, True: -0.215}  # by whether a theme or a concept of the corpus is named
_TOLD = {False: -0.277, True: -0.4}  # by whether the text is so long that its vector is about everything
_BRIEF, _BRIEF_BUSINESS = {False: -0.166, True: -0.3}, -0.55
_LEANS = {False: 0.0, True: -2.0}  # how far words alone must lean to us, by whether facts are told
_BRIEF_BYTES, _LONG_BYTES = 56, 3_000  # 18 Chinese characters, about ten English words; a page
_VERDICT = {Verdict.NOT_YET: 0.6, Verdict.INELIGIBLE: 0.9}
_PLACES = 3  # read first; what has ended and has no successor stands last of them only by more than _CLEAR
_CLEAR = 0.9
_BEHIND = 0.97  # of the score of the article that it stands behind
_ENTITLED = (Verdict.ELIGIBLE, Verdict.LIKELY)
_OPEN = (Verdict.ELIGIBLE, Verdict.LIKELY, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Ranked:
    """An article that fits the text, evaluated, with why it came up."""

    outcome: Outcome
    found: Found


class Matcher:
    """Ranks the articles of one corpus."""

    def __init__(self, corpus: Corpus, index: Index | None = None, meaning: Meaning | None = None) -> None:
        self.corpus = corpus
        self.index = index if index is not None else Index(corpus)
        self.meaning = meaning
        self._evidence = Evidence(corpus, self.index, meaning)
        self._scope = Scope(corpus.vocabulary.scope)
        self._leaning = leaning(self.index.articles)
        self._resting: dict[str, list[str]] = {}  # by article, those that require it
        for article in corpus.articles.values():
            for name in article.requires:
                self._resting.setdefault(name, []).append(article.id)

    def match(
        self, text: str, profile: Profile, language: Language, *, tells: bool, ours: bool = False
    ) -> list[Ranked]:
        """The articles for a text, best first; none if the text is about something else, unless it is `ours`.

        `tells`: whether the text states a fact of an enterprise; what is known of the writer makes no text ours.
        """
        reading, subject = self._evidence.read(text), self._scope.read(text)
        candidates = self._evidence.candidates(reading, profile)
        most = max((one.evidence for one in candidates), default=0.0)
        if not candidates or (not ours and self._strange(reading, subject, tells=tells)):
            return []
        if most < _enough(reading, subject, tells=tells or ours):
            return []
        best = candidates[0].score
        chosen = [one for one in candidates[: SHOWN + 4] if one.score >= best * _OF_BEST and one.evidence >= _LEAST]
        rank = partial(self._rank, reading=reading, profile=profile, language=language, best=best)
        ranked = self._with_paying(_foremost(self._whole(chosen), rank, best), rank)
        ranked.sort(key=lambda one: -one.found.score)
        return third_in_force(ranked)[:SHOWN]

    def _strange(self, reading: Reading, subject: Subject, *, tells: bool) -> bool:
        """Whether the text is nearer to a matter that is never ours than to any article, by how its words lean and,
        with vectors, by its meaning."""
        size, leans = len(reading.text.encode()), self._leaning.of(reading.query.text)
        if reading.near is None:
            return leans < _LEANS[tells]
        near = reading.near.apart()
        margin = near.ours - _STRANGE * near.strange + _SIDE * near.side + _LEANING * leans
        return margin < _margin(size, subject, named=reading.query.named, tells=tells)

    def _whole(self, chosen: Sequence[Candidate]) -> list[Candidate]:
        """The chosen and, just behind the first that needs it, every article that one of them requires."""
        by_id = {one.article.id: one for one in chosen}
        for one in list(chosen):
            for name in one.article.requires:
                behind = one.score * _BEHIND
                if name not in by_id or by_id[name].score < behind:
                    by_id[name] = self._evidence.candidate(name, one.evidence, behind)
        return list(by_id.values())

    def _with_paying(
        self, ranked: Sequence[tuple[Candidate, Ranked]], rank: Callable[[Candidate], Ranked]
    ) -> list[Ranked]:
        """The list with every article that has a sum for this enterprise by one that it is entitled to just behind that
        one, though nothing in the text speaks for it: who tells his whole loan and asks "what could come back to us?"
        named no benefit."""
        found = {one.outcome.article.id: one for _, one in ranked}
        for candidate, one in ranked:
            for name in self._resting.get(candidate.article.id, ()) if one.outcome.verdict in _ENTITLED else ():
                if name in found and not found[name].outcome.total:
                    continue
                behind = rank(self._evidence.candidate(name, candidate.evidence, candidate.score * _BEHIND))
                if behind.outcome.total and (name not in found or found[name].found.score < behind.found.score):
                    found[name] = behind
        return list(found.values())

    def _rank(self, one: Candidate, reading: Reading, profile: Profile, language: Language, best: float) -> Ranked:
        asked = asked_of(one.article, self.corpus, reading.query.text)
        outcome = evaluate_for(one.article, self.corpus, profile, asked)
        score = one.score * _VERDICT.get(outcome.verdict, 1.0)
        themes = [theme for theme in one.article.themes if theme in reading.query.themes]
        ask = "" if themes else self._nearest_ask(one, reading, language)
        shown = _shown(score, best)
        return Ranked(outcome, Found(shown, themes, ask, tuple(reading.query.corrected.values())))

    def _nearest_ask(self, one: Candidate, reading: Reading, language: Language) -> str:
        """The ask, in the reader's language, that the text is most like; empty if it is like none."""
        chinese = len(one.article.asks_zh)
        asks, part = one.article.asks_zh, slice(chinese)
        if language == "en":
            asks, part = one.article.asks_en, slice(chinese, chinese + len(one.article.asks_en))
        likeness, least = self.index.likeness(reading.query, one.number, part), _LIKE
        if reading.near is not None and max(likeness, default=0.0) <= least:
            likeness, least = list(reading.near.asks(one.number))[part], UNRELATED
        best = max(likeness, default=0.0)
        if best <= least:
            return ""
        found = asks[likeness.index(best)]
        return say(Words(found, found), language)


def _shown(score: float, best: float) -> float:
    """A score as it is shown, 0 to 1, beside the best of the list."""
    return min(1.0, score / max(best, 2.0))


def _foremost(
    whole: Sequence[Candidate], rank: Callable[[Candidate], Ranked], best: float
) -> list[tuple[Candidate, Ranked]]:
    """The candidates evaluated, best first, down to where none can come among those that are shown: a verdict only
    lowers a score."""
    found: list[tuple[Candidate, Ranked]] = []
    for one in sorted(whole, key=lambda one: -one.score):
        scores = sorted((each.found.score for _, each in found), reverse=True)
        if len(scores) >= SHOWN and _shown(one.score, best) < scores[SHOWN - 1]:
            break
        found.append((one, rank(one)))
    return found


def _enough(reading: Reading, subject: Subject, *, tells: bool) -> float:
    """The evidence that a text needs before anything is shown for it."""
    told = tells or subject.enterprise
    usual, mixed, vague, outside = _ENOUGH["words" if reading.near is None else "meaning"]
    if subject.outside:
        return mixed if told else outside
    return usual if told or reading.query.named else vague


def _margin(size: int, subject: Subject, *, named: bool, tells: bool) -> float:
    """The least margin of a text of so many bytes that is answered."""
    if subject.outside:
        return _BOTH if tells or subject.enterprise else _OTHER_MATTERS
    if tells:
        return _TOLD[size > _LONG_BYTES]
    if size >= _BRIEF_BYTES:
        return _USUAL[named]
    return _BRIEF_BUSINESS if subject.enterprise else _BRIEF[named]


def third_in_force(ranked: list[Ranked]) -> list[Ranked]:
    """The list with an ended plan out of the third place where something in force is nearly as near to the text."""
    place = _PLACES - 1
    if len(ranked) <= place or not _ended(ranked[place]):
        return ranked
    least = ranked[place].found.score * _CLEAR
    for number, one in enumerate(ranked[_PLACES:], _PLACES):
        if one.found.score < least:
            break
        if one.outcome.verdict in _OPEN:
            passed = [replace(p, found=replace(p.found, score=one.found.score)) for p in ranked[place:number]]
            return [*ranked[:place], one, *passed, *ranked[number + 1 :]]
    return ranked


def _ended(one: Ranked) -> bool:
    return one.outcome.verdict is Verdict.EXPIRED and one.outcome.article.document.replaced_by is None
