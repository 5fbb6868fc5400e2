"""The door of the package: text or a corrected profile in; articles, verdicts, sums and the next question out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from policies.answers import read_answer
from policies.collecting import no_collection
from policies.criteria import Profile, asked_of, evaluate_for
from policies.errors import FactValueError, UnknownArticleError, UnknownFactError
from policies.explain import Found, Wording, word_match, word_stack
from policies.facts import Conflict, LeftOpen, Passage, Reading, left_open, sounding_barred
from policies.facts import read as read_facts
from policies.index import Index
from policies.loader import load_corpus
from policies.match import Matcher, Ranked
from policies.meaning import Messages, open_meaning
from policies.questions import next_question
from policies.results import Match, Question, Stack
from policies.text import language as language_of
from policies.text import normalise
from policies.types import Fact, Facts, FactValue, Language
from policies.vocabulary import Corpus

LONGEST = 4000
"""Characters of a text that are read."""
_A_CASE = 4
"""Facts from which on a text describes a case: how it sounds may decide."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known for one enterprise on one day. `facts` were read in the text; `profile` is what was reckoned with.

    `signals` is what matching went by: `words`, and `meaning` where sentence vectors are installed.
    `stack` is the best allowed combination of the matches' sums, where there are several. `conflicts` are words of the
    text that could not be taken: two statements that exclude each other, a figure that no enterprise can have.
    `message` is what remains to be said: a polite way back where nothing matched, or that a long text was not read
    to its end.
    """

    language: Language
    as_of: date
    facts: tuple[Fact, ...]
    profile: Facts
    matches: tuple[Match, ...]
    question: Question | None
    message: str = ""
    stack: Stack | None = None
    signals: tuple[str, ...] = ("words",)
    conflicts: tuple[Conflict, ...] = ()
    id: str = ""

    def as_json(self) -> dict[str, Any]:
        """The answer as plain data, ready for json.dumps; sums as numbers of yuan."""
        question = self.question
        out: dict[str, Any] = {
            "id": self.id,
            "language": self.language,
            "as_of": self.as_of.isoformat(),
            "signals": list(self.signals),
            "facts": [
                {"name": f.name, "value": f.value, "text": f.text, "span": list(f.span)}
                for f in self.facts
                if f.value is not None
            ],
            "matches": [_match_json(match) for match in self.matches],
            "question": None,
        }
        if question is not None:
            out["question"] = {"fact": question.fact, "text": question.text, "because": question.because}
        if self.stack is not None:
            out["combination"] = {
                "total_cny": _yuan(self.stack.total_cny),
                "benefits": list(self.stack.benefits),
                "left": [{"benefit": one, "excluded_by": other} for one, other in self.stack.left],
                "because": list(self.stack.because),
            }
        if self.conflicts:
            out["conflicts"] = [_conflict_json(conflict) for conflict in self.conflicts]
        if self.message:
            out["message"] = self.message
        return out


_USUAL_TEXTS = (
    "我们是一家小型科技公司，2019年成立，有20名员工，去年营收500万元，第一次向银行贷款100万元，利率4.5%，期限一年，"
    "今年上半年已还清，没有逾期，有8件专利，是高新技术企业。国企客户欠我们货款30万元，合同约定验收后30天付款，能申请什么补贴？",
    "We are a small software company, founded in 2019, with 20 staff and 5 million in sales last year. A bank lent us "
    "1 million for a year at 4.5%, our first loan, repaid in June. We hold 8 patents and are certified as high-tech. A "
    "hospital has owed us 300,000 since March though the contract says 30 days. What help is there for us?",
)
"""Cases as they are often told, which touch most kinds of facts."""


class Adviser:
    """Advises over one corpus. Building it indexes the corpus; every call after that is pure."""

    def __init__(self, corpus: Corpus | None = None, matcher: Matcher | None = None) -> None:
        self.corpus = corpus if corpus is not None else load_corpus()
        self._matcher = matcher if matcher is not None else _matcher(self.corpus)

    def warm(self, as_of: date) -> None:
        """Load what is loaded when first used: patterns, weights, and the encoder's tokens. It takes about a second,
        which the first text would cost more than any later one."""
        for text in _USUAL_TEXTS:
            self.advise(text, as_of=as_of)

    @property
    def signals(self) -> tuple[str, ...]:
        """What matching goes by: `words`, and `meaning` where sentence vectors are installed."""
        return ("words",) if self._matcher.meaning is None else ("words", "meaning")

    def advise(
        self,
        text: str,
        *,
        as_of: date,
        facts: Facts | None = None,
        declined: frozenset[str] = frozenset(),
        language: Language | None = None,
        stated: bool = True,
        ours: bool = False,
    ) -> Answer:
        """The answer to a text. `facts` are the user's corrected profile and win over what the text says.

        A fact of `declined` is not asked for. With `stated` False the profile is all that is known: it was read and
        corrected before, and what the text states is not taken again. With `ours` nobody asks whether the text is
        ours to answer: it was found to be, or is made of the corpus's own words. Raises UnknownFactError or
        FactValueError for `facts` that do not fit.
        """
        reader = language or language_of(text)
        own = self.reading(text, as_of)
        reading = own if stated else Reading((), ())
        read = (*reading.facts, *reading.doubts)
        profile = self._profile(text, reading, as_of, facts)
        wording = Wording(self.corpus, reader)
        ranked = self._matcher.match(
            text[:LONGEST], profile, reader, tells=_tells(own, facts if stated else None), ours=ours
        )
        matches = tuple(word_match(one.outcome, profile, one.found, wording) for one in ranked)
        question = next_question(ranked, profile, declined, self.corpus, wording) if ranked else None
        given = facts or {}
        kept = tuple(fact for fact in read if fact.name not in given or given[fact.name] == fact.value)
        said = [] if matches else [wording.sentence("no-article" if profile.facts else "out-of-scope")]
        said += [wording.sentence("read-in-part", limit=f"{LONGEST:,}")] if len(text) > LONGEST else []
        stack = word_stack([one.outcome for one in ranked], profile, wording)
        conflicts = tuple(one for one in reading.conflicts if one.reason == "impossible" or one.name not in given)
        return Answer(
            reader, as_of, kept, profile.facts, matches, question, " ".join(said), stack, self.signals, conflicts
        )

    def rank(self, text: str, *, as_of: date, facts: Facts | None = None) -> list[Ranked]:
        """The articles for a text, evaluated and ranked, without words."""
        reading = self.reading(text, as_of)
        profile = self._profile(text, reading, as_of, facts)
        return self._matcher.match(text[:LONGEST], profile, language_of(text), tells=_tells(reading, facts))

    def _profile(self, text: str, reading: Reading, as_of: date, facts: Facts | None) -> Profile:
        """What a text states and doubts, with the given facts over it. Without a fact it tells a need, not a case: what
        somebody does not know there (我不知道找谁) leaves nothing open."""
        stated: dict[str, FactValue] = {fact.name: fact.value for fact in (*reading.facts, *reading.doubts)}
        told = {**stated, **(facts or {})}
        ends = left_open(text[:LONGEST], as_of) if told else LeftOpen()
        barred = cache(lambda: self._sounding_barred(text[:LONGEST], reading, as_of))
        return Profile(told, self.corpus.vocabulary, as_of, ends.unplaced, ends.words, barred)

    def _sounding_barred(self, text: str, reading: Reading, as_of: date) -> str | None:
        """Whether a case sounds barred, and by what; None where no case is told."""
        if len(reading.facts) < _A_CASE:
            return None
        spans = [fact.span for fact in (*reading.facts, *reading.doubts)]
        return sounding_barred(text, self._matcher.index.plain(text), as_of, spans)

    def evaluate(
        self, article_id: str, facts: Facts, as_of: date, *, language: Language = "en", text: str = ""
    ) -> Match:
        """One article for given facts; a text says no more than what it leaves open. Raises UnknownArticleError."""
        article = self.corpus.articles.get(article_id)
        if article is None:
            raise UnknownArticleError(article_id)
        profile = self._profile(text, Reading((), ()), as_of, facts)
        outcome = evaluate_for(article, self.corpus, profile, asked_of(article, self.corpus, normalise(text)))
        return word_match(outcome, profile, Found(), Wording(self.corpus, language))

    def answer(self, fact: str, text: str, *, as_of: date | None = None) -> FactValue:
        """The typed value of a reply to the question about a fact; relative dates count from `as_of`.

        Raises AnswerError: its `declined` says that the person does not know; pass the fact in `declined` from then on.
        """
        definition = self.corpus.vocabulary.facts.get(fact)
        if definition is None:
            raise UnknownFactError(fact)
        return read_answer(definition, text, as_of or self._last_known_day())

    def _last_known_day(self) -> date:
        """A day to count relative dates from where the caller gave none: the last one that the parameters know."""
        return max((p.known_until for p in self.corpus.vocabulary.parameters.values()), default=date(2025, 1, 1))

    def read(self, text: str, as_of: date) -> list[Fact]:
        """Facts and doubts (value None) of a text, one a name, as far as the vocabulary has them."""
        reading = self.reading(text, as_of)
        return [*reading.facts, *reading.doubts]

    def reading(self, text: str, as_of: date) -> Reading:
        """Facts, doubts and conflicts of a text, as far as the vocabulary has them."""
        meaning = self._matcher.meaning
        reading = _read(text[:LONGEST], as_of, meaning.passage if meaning else None)
        return Reading(
            tuple(fact for fact in reading.facts if self._fits(fact, as_of)),
            tuple(fact for fact in reading.doubts if self._fits(fact, as_of)),
            tuple(one for one in reading.conflicts if one.name in self.corpus.vocabulary.facts),
        )

    def _fits(self, fact: Fact, as_of: date) -> bool:
        """Whether the vocabulary has the fact, and takes its value."""
        if fact.name not in self.corpus.vocabulary.facts:
            return False
        try:
            Profile({fact.name: fact.value}, self.corpus.vocabulary, as_of)
        except FactValueError:
            return False
        return True


@lru_cache(maxsize=4)
def _read(text: str, as_of: date, passage_of: Callable[[str], Passage] | None) -> Reading:
    """A text that was read for its facts is read again for whether it tells any."""
    return read_facts(text, as_of, passage_of)


def _tells(reading: Reading, facts: Facts | None) -> bool:
    """Whether a text, or the profile that goes with it, states a fact; a place or a trade may be anybody's."""
    stated = {fact.name for fact in reading.facts} | {
        name for name, value in (facts or {}).items() if value is not None
    }
    return bool(stated - {"region", "industry"})


def _matcher(corpus: Corpus) -> Matcher:
    scope = corpus.vocabulary.scope
    with no_collection():
        meaning = open_meaning(list(corpus.articles.values()), Messages(scope["ours"], scope["strangers"]))
        return Matcher(corpus, Index(corpus), meaning)


def _conflict_json(conflict: Conflict) -> dict[str, Any]:
    said = [{"value": fact.value, "text": fact.text, "span": list(fact.span)} for fact in conflict.said]
    return {"name": conflict.name, "reason": conflict.reason, "said": said}


def _match_json(match: Match) -> dict[str, Any]:
    return {
        "article": match.article,
        "score": match.score,
        "verdict": str(match.verdict),
        "conditions": [{"id": c.id, "verdict": str(c.verdict), "because": c.because} for c in match.conditions],
        "missing": list(match.missing),
        "unmet": list(match.unmet),
        "benefits": [
            {"id": b.id, "verdict": str(b.verdict), "amount_cny": _yuan(b.amount_cny), "because": b.because}
            for b in match.benefits
        ],
        "self_check": list(match.self_check),
        "notes": list(match.notes),
        "reasons": list(match.reasons),
        "citation": match.citation,
    }


def _yuan(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
