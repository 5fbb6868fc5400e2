"""After the match: what one applies with, where and in which steps; and the directory of offices. Pure.

Only what the sources give is told. Whatever a :class:`Plan` leaves empty the source does not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policies.criteria import lies_in
from policies.facts import places
from policies.facts.scope import Page
from policies.types import Article, Office, Procedure, Validity, Verdict, Words
from policies.vocabulary import Corpus

PARTS = ("where", "papers", "fee", "deadline", "contact", "complaint", "stages")
"""What a source may say of a procedure, by the names of the fields of :class:`Plan`."""

_USES = ("support", "procedure", "right")
_OPEN = (Verdict.ELIGIBLE, Verdict.LIKELY, Verdict.UNKNOWN)
_FORBIDS = ("CN-11", "bj-sme-2020/43")
"""Where a rule forbids offices to ask for papers such as "other materials", and which one it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Procedure):
    """What it takes to apply under ``article``: everything as its source gives it, None or empty where it is silent.

    ``sources`` are the articles that the procedure stands in: the article itself, or procedures of its document; none
    where no procedure is known. ``forbidden_by`` is the article that forbids catch-all papers where this one holds.
    """

    article: str
    document: Words
    place: Words
    issuer: Words
    sources: tuple[str, ...] = ()
    forbidden_by: str | None = None

    @property
    def silent(self) -> tuple[str, ...]:
        """The parts that the source does not give."""
        return tuple(name for name in PARTS if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class Entry:
    """One office, and the article that names it."""

    office: Office
    article: Article


def applicable(corpus: Corpus, name: str, verdict: str) -> bool:
    """Whether there is something to apply for under the article ``name``, which came out as ``verdict``.

    Support is applied for, unless all of it goes to somebody else (a bank, an insurer); rights and procedures where it
    is known how to go about them. Nothing where the verdict excludes it.
    """
    article = corpus.articles.get(name)
    if article is None or verdict not in _OPEN or article.use not in _USES:
        return False
    if article.use != "support":
        known = plan(corpus, name)
        return bool(known.where or known.papers or known.stages or known.complaint)
    return not article.benefits or any(each.beneficiary == "enterprise" for each in article.benefits)


def plan(corpus: Corpus, name: str) -> Plan:
    """How to apply under the article ``name``, which must be in the corpus."""
    article = corpus.articles[name]
    found = _procedures(corpus, article)
    merged = Procedure()
    for one in found:
        assert one.procedure is not None
        given = {part: getattr(one.procedure, part) for part in PARTS if not getattr(merged, part)}
        merged = replace(merged, **given)
    area, rule = _FORBIDS
    forbidden = rule if rule in corpus.articles and lies_in(article.jurisdiction, area) else None
    return Plan(
        article=name,
        document=article.document.title,
        place=article.place,
        issuer=article.document.issuer,
        sources=tuple(one.id for one in found),
        **{part: getattr(merged, part) for part in PARTS},
        forbidden_by=forbidden,
    )


def _procedures(corpus: Corpus, article: Article) -> list[Article]:
    """Where the article's procedure stands: in itself, else in the nearest procedure of its document; with it the
    procedures there that have the very same themes, which tell one procedure in parts."""
    if article.use not in _USES:
        return []
    own = [
        each
        for each in corpus.articles.values()
        if each.document.id == article.document.id and each.use == "procedure" and each.procedure is not None
    ]
    if article.procedure is not None:
        first = article
    else:
        near = [each for each in own if _near(article, each)]
        if not near:
            return []
        first = max(near, key=lambda each: len(set(each.themes) & set(article.themes)))
    rest = [each for each in own if each.themes == first.themes and each is not first]
    return [first, *(rest if first.use == "procedure" else [])]


def _near(article: Article, procedure: Article) -> bool:
    """Whether a procedure is about what the article is about: the chief theme of the one is a theme of the other."""
    return article.themes[0] in procedure.themes or procedure.themes[0] in article.themes


def standing(corpus: Corpus, name: str, as_of: date) -> str:
    """How an article stands on a day: ``current``, ``not-yet``, ``expired``, ``replaced`` by another document, or
    ``gone`` from the corpus."""
    article = corpus.articles.get(name)
    if article is None:
        return "gone"
    if article.validity.until is not None and article.validity.until < as_of:
        return "expired" if article.document.replaced_by is None else "replaced"
    if article.validity.since is not None and as_of < article.validity.since:
        return "not-yet"
    return "current"


def offices(corpus: Corpus, kind: str | None = None, place: str | None = None, *, as_of: date) -> list[Entry]:
    """The offices that articles in force on ``as_of`` name, the nearest first, each once.

    ``kind`` is one of the closed list of the loader. ``place`` leaves those that serve it (its own, those of what it
    lies in, the nationwide ones) and those of places within it.
    """
    found: dict[tuple[str, str, str], Entry] = {}
    for each in _named(corpus, as_of):
        found.setdefault((each.office.kind, each.office.name.zh, each.article.jurisdiction), each)
    fitting = [
        each
        for each in found.values()
        if (kind is None or each.office.kind == kind)
        and (place is None or lies_in(place, each.article.jurisdiction) is not False)
    ]
    return sorted(fitting, key=lambda each: -_depth(each.article.jurisdiction))


def place_in(words: str, as_of: date) -> str | None:
    """The place that words name, the narrowest of several, whether it is the speaker's own or not."""
    codes = [code for code, _, _ in places.named(Page(words, as_of))]
    return max(codes, key=_depth, default=None)


def _named(corpus: Corpus, as_of: date) -> Iterator[Entry]:
    """Every office of an article in force, in the order of the corpus."""
    for article in corpus.articles.values():
        if _in_force(article.validity, as_of):
            yield from (Entry(office, article) for office in article.offices)


def _in_force(days: Validity, as_of: date) -> bool:
    return (days.since is None or days.since <= as_of) and (days.until is None or as_of <= days.until)


def _depth(jurisdiction: str) -> int:
    return 0 if jurisdiction == "CN" else 1 + jurisdiction.count("/")
