"""Where to go: the offices that articles in force name for the person's place, with what each does and its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot import counsel, flow, plans
from bot.announce import Offer
from bot.announce import Words as Worded
from bot.talk import Talk, together
from bot.texts import Html, escape, joined
from bot.whereabouts import kind_in
from policies import applying
from policies.applying import Entry
from policies.types import Article, Words

MOST_PLACES = 8


async def where(talk: Talk, words: str) -> int:
    """``/where``: what its words name, a kind or a place or both; else all for the person's place."""
    if words:
        talk.language = talk.desk.hear(talk.user, words)
    return await _tell(talk, kind_in(words), _place_in(talk, words) or _place_kept(talk))


async def asked(talk: Talk, kind: str, words: str) -> int:
    """A question in free text where a ``kind`` of office is."""
    talk.language = talk.desk.hear(talk.user, words)
    return await _tell(talk, kind, _place_in(talk, words) or _place_kept(talk))


async def pressed(talk: Talk, args: dict[str, Any]) -> int:
    """The button of a place."""
    return await _tell(talk, args["kind"], args["place"])


def _place_in(talk: Talk, words: str) -> str | None:
    """The place that words name; nothing of them is kept."""
    return applying.place_in(words, talk.desk.today())


def _place_kept(talk: Talk) -> str | None:
    region = talk.desk.state.profiles.get(talk.user).facts.get("region", {}).get("value")
    return str(region) if region is not None else None


async def _tell(talk: Talk, kind: str | None, place: str | None) -> int:
    """The offices near by, then the nationwide ones; places that have some where the person's has none."""
    corpus, today = talk.desk.adviser.corpus, talk.desk.today()
    found = applying.offices(corpus, kind, place, as_of=today)
    near = [each for each in found if each.article.jurisdiction != "CN"] if place is not None else []
    nationwide = [each for each in found if each.article.jurisdiction == "CN"]
    lines = [_head(talk, kind, place, bool(near)), *_entries(talk, near, kind, place)]
    if nationwide:
        lines += [talk.text("directory.nationwide"), *_entries(talk, nationwide, kind, "CN")]
    else:
        lines.append(talk.text("directory.nationwide.none"))
    if near or nationwide:
        lines += [*_sources(talk, [*near, *nationwide]), talk.text("directory.check")]
    offers = _apply(talk, [*near, *nationwide]) if kind is not None else []
    await talk.send(together(*lines), [*offers, *([] if near else _elsewhere(talk, kind, place))])
    return flow.END


def _head(talk: Talk, kind: str | None, place: str | None, near: bool) -> Html:
    what = talk.text(f"directory.kind.{kind}") if kind is not None else talk.text("directory.kinds")
    if place is None:
        return talk.text("directory.where-are-you", what=what)
    named = counsel.wording(talk).place(place)
    return talk.text("directory.near" if near else "directory.near.none", what=what, place=named)


def _entries(talk: Talk, found: list[Entry], kind: str | None, place: str | None) -> list[Html]:
    """Offices by kind, with headings where all kinds were asked for."""
    lines = []
    for one in dict.fromkeys(each.office.kind for each in found):
        if kind is None:
            lines.append(talk.text("directory.heading", kind=talk.text(f"directory.kind.{one}")))
        lines += [_entry(talk, each, place) for each in found if each.office.kind == one]
    return lines


def _entry(talk: Talk, entry: Entry, place: str | None) -> Html:
    """One office: what it does, in which place if that is another than ``place``, where and whom to ask."""
    words, office, article = counsel.wording(talk), entry.office, entry.article
    values = {"name": words.say(office.name), "does": words.say(office.does), "article": article.id}
    if article.jurisdiction == place:
        parts = [talk.text("directory.entry", **values)]
    else:
        parts = [talk.text("directory.entry.in", place=words.place(article.jurisdiction), **values)]
    if office.where is not None:
        parts.append(talk.text("directory.where", where=words.say(office.where)))
    if office.contact is not None:
        parts.append(talk.text("directory.contact", contact=words.say(office.contact)))
    return joined(parts, " " if talk.language == "en" else "")


def _sources(talk: Talk, found: list[Entry]) -> list[Html]:
    """The citations, one a document, with all places in it."""
    articles = {each.article.id: each.article for each in found}
    by_document: dict[str, list[Article]] = {}
    for article in articles.values():
        by_document.setdefault(article.document.id, []).append(article)
    return [talk.text("directory.source", citation=_cited(talk, several)) for several in by_document.values()]


def _cited(talk: Talk, several: list[Article]) -> str:
    places = [each.place for each in several]
    place = Words("、".join(each.zh for each in places), ", ".join(each.en for each in places))
    return counsel.wording(talk).citation(replace(several[0], place=place))


def _apply(talk: Talk, found: list[Entry]) -> list[Offer]:
    """The button of the nearest article under which, as far as is known, this person may apply at such an office."""
    kept = talk.desk.state.profiles.get(talk.user).facts
    facts = {name: fact["value"] for name, fact in kept.items()}
    adviser, today = talk.desk.adviser, talk.desk.today()
    offers = (plans.offers(talk, adviser.evaluate(each.article.id, facts, today)) for each in found)
    return next(filter(None, offers), [])


def _elsewhere(talk: Talk, kind: str | None, place: str | None) -> list[Offer]:
    """Buttons of the places that have such offices."""
    found = applying.offices(talk.desk.adviser.corpus, kind, as_of=talk.desk.today())
    areas = [each.article.jurisdiction for each in found if each.article.jurisdiction not in ("CN", place)]
    return [
        Offer(_named(talk, area), "where.place", {"place": area, "kind": kind})
        for area in sorted(set(areas))[:MOST_PLACES]
    ]


def _named(talk: Talk, area: str) -> Worded:
    return lambda language: escape(counsel.wording(talk, language).place(area))
