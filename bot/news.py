"""Which articles are news, whom they newly fit and why: pure, from the corpus then and now, profiles and the clock.

News is an article that was added, has begun to be in force, or whose end or terms changed. It fits an enterprise in its
area whose own statements meet its conditions (a verdict of eligible or likely, or at least two decisive conditions, the
place included), or who asked about one of its themes. What has ended, is not yet in force, is addressed to authorities
or does not fit is told to nobody.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.render.figures import SHANGHAI, shanghai
from ledger.law import working_day
from policies.criteria import ConditionOutcome, Profile, evaluate_for, known, lies_in
from policies.errors import FactValueError
from policies.expressions import facts_in
from policies.types import Article, Facts, Truth, Verdict
from policies.vocabulary import Corpus

Kind = Literal["added", "began", "extended", "shortened", "replaced"]
State = Literal["coming", "now", "ended"]
Marks = Mapping[str, str]
"""Article id → :class:`Mark` as text: the corpus as it was at the last announcement."""

ENOUGH = 2
"""Decisive conditions that must be met where the verdict is open."""
SHOWN = 5
"""Articles told in one message; what fits less closely is only counted."""
_OPENS, _CLOSES = dt.time(9), dt.time(10)
_DAY = dt.timedelta(days=1)
_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)
_NEVER = (Verdict.INELIGIBLE, Verdict.EXPIRED, Verdict.NOT_YET)
_BY_THEME = ("support", "right", "procedure")


@dataclass(frozen=True, slots=True)
class Mark:
    """What matters of an article on a day: when it is in force, and its terms as a hash of everything that decides."""

    until: str  # ISO, empty if no end is known
    state: State
    terms: str

    def __str__(self) -> str:
        return f"{self.until}/{self.state}/{self.terms}"

    @classmethod
    def parse(cls, text: str) -> Mark:
        until, state, terms = text.split("/")
        return cls(until, state, terms)  # type: ignore[arg-type]  # written by __str__


@dataclass(frozen=True, slots=True)
class Change:
    """One piece of news; ``mark`` makes it that and no other when it is recorded who heard of it."""

    article: str
    kind: Kind
    mark: str


@dataclass(frozen=True, slots=True)
class Reader:
    """A subscriber: facts as profiles keep them (``value``, ``text``), and what they do not want.

    ``told`` are the (article, mark) of which they have heard.
    """

    user: int
    facts: Mapping[str, Mapping[str, Any]]
    on: bool = True
    asked: frozenset[str] = frozenset()
    muted: frozenset[str] = frozenset()
    unfit: frozenset[str] = frozenset()
    told: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """One article for one reader: the facts that speak for it, themes they asked about, facts that are missing."""

    change: Change
    verdict: Verdict
    facts: tuple[str, ...]
    themes: tuple[str, ...]
    missing: tuple[str, ...]
    met: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """Everything for one reader in one round, the closest first; ``left`` fit less closely and are only counted."""

    reader: Reader
    items: tuple[Item, ...]
    left: tuple[Item, ...] = ()


# --- what is news --------------------


def marks(corpus: Corpus, day: dt.date) -> dict[str, str]:
    """Every article as it stands on ``day``."""
    return {name: str(_mark(article, day)) for name, article in corpus.articles.items()}


def _mark(article: Article, day: dt.date) -> Mark:
    days = article.validity
    state: State = "now"
    if days.since is not None and day < days.since:
        state = "coming"
    elif days.until is not None and days.until < day:
        state = "ended"
    return Mark(days.until.isoformat() if days.until else "", state, _terms(article))


def _terms(article: Article) -> str:
    """A hash of what decides who can have what; wording does not count."""
    conditions = [(each.weight, each.when) for each in article.conditions]
    bars = [(each.weight, each.when) for each in article.exclusions]
    benefits = [
        (each.id, each.kind, each.beneficiary, each.when, each.amount, each.cap_cny, each.period, each.excludes)
        for each in article.benefits
    ]
    told = _plain((article.jurisdiction, article.requires, conditions, bars, benefits))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _plain(value: object) -> str:
    """A value as text that a new optional field of its classes does not change."""
    if isinstance(value, tuple | list):
        return f"({','.join(map(_plain, value))})"
    if dataclasses.is_dataclass(value):
        parts = [
            f"{field.name}={_plain(part)}"
            for field in dataclasses.fields(value)
            if (part := getattr(value, field.name)) is not None and part != field.default
        ]
        return f"{type(value).__name__}({','.join(parts)})"
    return repr(value)


def changes(before: Marks, now: Marks) -> list[Change]:
    """What is news, in the order of the corpus. An article that comes later is news on the first round after it began;
    one that ended is none."""
    found = []
    for name, text in now.items():
        kind = _kind(Mark.parse(before[name]) if name in before else None, Mark.parse(text))
        if kind is not None:
            found.append(Change(name, kind, hashlib.sha256(text.encode()).hexdigest()[:12]))
    return found


def _kind(old: Mark | None, new: Mark) -> Kind | None:
    if new.state != "now":
        return None
    if old is None:
        return "added"
    if old.state == "coming":
        return "began"
    if old.state == "ended":
        return "extended"
    if old.until != new.until:
        longer = not new.until or (old.until and new.until > old.until)
        return "extended" if longer else "shortened"
    return "replaced" if old.terms != new.terms else None


# --- whom it fits --------------------


def messages(news: Iterable[Change], corpus: Corpus, readers: Iterable[Reader], day: dt.date) -> list[Message]:
    """One message for each reader whom something newly fits."""
    listed = [change for change in news if change.article in corpus.articles]
    found = []
    for reader in readers:
        items = _items(listed, corpus, reader, day) if reader.on else []
        if items:
            items.sort(key=lambda item: (item.verdict not in _DECIDED, not item.facts, -item.met))
            found.append(Message(reader, tuple(items[:SHOWN]), tuple(items[SHOWN:])))
    return found


def _items(news: list[Change], corpus: Corpus, reader: Reader, day: dt.date) -> list[Item]:
    profile: Profile | None = None
    found = []
    for change in news:
        article = corpus.articles[change.article]
        if (change.article, change.mark) in reader.told or change.article in reader.unfit:
            continue
        if reader.muted & set(article.themes) or article.use == "internal":
            continue
        profile = profile or Profile(_readable(reader, corpus), corpus.vocabulary, day)
        item = _fit(change, article, corpus, profile, reader.asked)
        if item is not None:
            found.append(item)
    return found


def _readable(reader: Reader, corpus: Corpus) -> Facts:
    """The facts that this corpus can read: a profile may be older than its vocabulary."""
    facts: dict[str, Any] = {}
    for name, fact in reader.facts.items():
        definition = corpus.vocabulary.facts.get(name)
        if definition is None:
            continue
        try:
            if fact["value"] is not None:
                known(definition, fact["value"])
        except FactValueError:
            continue
        facts[name] = fact["value"]
    return facts


def _fit(change: Change, article: Article, corpus: Corpus, profile: Profile, asked: frozenset[str]) -> Item | None:
    """Why an article fits; None if it does not, or if nothing that this person said speaks for it."""
    region = profile.facts.get("region")
    local = article.jurisdiction != "CN"
    if local and (not isinstance(region, str) or lies_in(region, article.jurisdiction) is False):
        return None
    outcome = evaluate_for(article, corpus, profile)
    if outcome.verdict in _NEVER:
        return None
    speaking = [facts for each in outcome.conditions if (facts := _met_by(each, profile))]
    here = local and lies_in(str(region), article.jurisdiction) is True
    if here and not any("region" in facts for facts in speaking):
        speaking.insert(0, ("region",))
    themes = tuple(theme for theme in article.themes if theme in asked) if article.use in _BY_THEME else ()
    enough = 1 if outcome.verdict in _DECIDED else ENOUGH
    if not themes and (outcome.verdict is Verdict.NOT_APPLICABLE or len(speaking) < enough):
        return None
    facts = tuple(dict.fromkeys(name for group in speaking for name in group))
    return Item(change, outcome.verdict, facts, themes, outcome.missing, len(speaking))


def _met_by(outcome: ConditionOutcome, profile: Profile) -> tuple[str, ...]:
    """The statements by which a decisive condition is met, directly or by what follows from them; none otherwise."""
    if outcome.bar or outcome.truth is not Truth.MET or outcome.condition.weight != "decisive":
        return ()
    reads = sorted(facts_in(outcome.condition.when))
    stated = [name for name in reads if profile.stated(name)]
    if stated:
        return tuple(stated)
    rules = [when for name in reads for when, _ in profile.vocabulary.facts[name].derive]
    return tuple(sorted({name for when in rules for name in facts_in(when) if profile.stated(name)}))


# --- when --------------------


def good_hour(at: int) -> int:
    """``at`` itself from 09:00 to 10:00 on a Shanghai working day, else the next 09:00 of one; ms UTC."""
    local = shanghai(at)
    day = local.date()
    if working_day(day)[0] and _OPENS <= local.time() < _CLOSES:
        return at
    if local.time() >= _OPENS:
        day += _DAY
    while not working_day(day)[0]:
        day += _DAY
    return int(dt.datetime.combine(day, _OPENS, SHANGHAI).timestamp()) * 1000
