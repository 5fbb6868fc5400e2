"""A checklist in words: what the source gives and what it leaves open, what is ready, how far it has come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, cast

from bot import counsel, render
from bot.announce import Offer
from bot.announce import offer as button
from bot.state import Checklist
from bot.talk import Talk
from bot.texts import Html, escape, say
from policies import applying
from policies.applying import Plan
from policies.explain import Wording
from policies.results import Match
from policies.types import Language, Paper, Words
from policies.vocabulary import Corpus

LABEL_LIMIT = 30


# -- what is kept of a plan ------------------------------------------------------------------------


def plan_json(plan: Plan) -> dict[str, Any]:
    """A plan as plain data; ``plan_of`` reads it back."""
    return {each.name: _plain(getattr(plan, each.name)) for each in fields(plan)}


def _plain(value: Any) -> Any:
    if isinstance(value, Words):
        return {"zh": value.zh, "en": value.en, "zh_hant": value.zh_hant}
    if isinstance(value, Paper):
        return {"name": _plain(value.name), "catch_all": value.catch_all}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def plan_of(kept: Mapping[str, Any]) -> Plan:
    """The plan that ``plan_json`` wrote."""
    words = ("document", "place", "issuer", "where", "fee", "deadline", "contact", "complaint")
    values = {name: Words(**kept[name]) if kept.get(name) else None for name in words}
    return Plan(
        article=kept["article"],
        sources=tuple(kept["sources"]),
        papers=tuple(Paper(Words(**each["name"]), each["catch_all"]) for each in kept["papers"]),
        stages=tuple(Words(**each) for each in kept["stages"]),
        forbidden_by=kept["forbidden_by"],
        **values,  # type: ignore[arg-type]  # document, place and issuer are always there
    )


def current(corpus: Corpus, checklist: Checklist) -> Plan:
    """The plan as the corpus has it now; as it was last shown if the article has gone."""
    known = checklist.article in corpus.articles
    return applying.plan(corpus, checklist.article) if known else plan_of(checklist.plan)


def now(talk: Talk, checklist: Checklist) -> Plan:
    """``current`` by the corpus of the desk."""
    return current(talk.desk.adviser.corpus, checklist)


# -- words -----------------------------------------------------------------------------------------


def title(talk: Talk, plan: Plan) -> Html:
    return title_in(talk.desk.adviser.corpus, talk.language, plan)


def title_in(corpus: Corpus, language: str, plan: Plan) -> Html:
    """Document and place, for a reader of ``language``."""
    words = Wording(corpus, cast("Language", language))
    return say(language, "advice.title", document=words.say(plan.document), place=words.say(plan.place))


def whole(talk: Talk, checklist: Checklist, plan: Plan) -> list[Html]:
    """All of it."""
    lines = [talk.text("checklists.title", title=title(talk, plan), article=plan.article)]
    lines += standing(talk, checklist, plan)
    if checklist.outcome is not None:
        lines.append(outcome(talk, checklist))
    lines += [*papers(talk, checklist, plan), *stages(talk, checklist, plan), *_given(talk, plan)]
    lines += own(talk, checklist)
    citation = counsel.wording(talk).citation
    known = talk.desk.adviser.corpus.articles
    sources = [citation(known[name]) for name in plan.sources or (plan.article,) if name in known]
    lines += [talk.text("checklists.source", citation=each) for each in sources]
    return [*lines, talk.text("checklists.not-promise")]


def standing(talk: Talk, checklist: Checklist, plan: Plan) -> list[Html]:
    """What became of the article since the checklist was begun; nothing if all is as it was."""
    corpus, today = talk.desk.adviser.corpus, talk.desk.today()
    how = applying.standing(corpus, checklist.article, today)
    if how == "gone":
        return [talk.text("checklists.gone")]
    lines = []
    article = corpus.articles[checklist.article]
    if how in ("expired", "replaced") and article.validity.until is not None:
        until = render.date(talk.language, article.validity.until)
        newer = corpus.documents.get(article.document.replaced_by or "")
        if newer is None:
            lines.append(talk.text("checklists.expired", date=until))
        else:
            instead = counsel.wording(talk).say(newer.title)
            lines.append(talk.text("checklists.replaced", date=until, document=instead))
    elif how == "not-yet" and article.validity.since is not None:
        lines.append(talk.text("checklists.not-yet", date=render.date(talk.language, article.validity.since)))
    if plan_json(plan) != checklist.plan:
        lines.append(talk.text("checklists.changed"))
        left = [name for name in checklist.ready if name not in {each.name.zh for each in plan.papers}]
        if left:
            lines.append(talk.text("checklists.changed.papers", papers=_apart(talk, left)))
        if checklist.stage is not None and place(checklist, plan) == 0:
            lines.append(talk.text("checklists.changed.stage", stage=checklist.stage))
    return lines


def papers(talk: Talk, checklist: Checklist, plan: Plan) -> list[Html]:
    """The papers, those at hand marked; a catch-all one with what to do about it."""
    if not plan.papers:
        return []
    words, ready = counsel.wording(talk), ready_count(checklist, plan)
    lines = [talk.text("checklists.papers", count=len(plan.papers), ready=ready)]
    for each in plan.papers:
        key = "checklists.paper.ready" if each.name.zh in checklist.ready else "checklists.paper"
        lines.append(talk.text(key, paper=words.say(each.name)))
        if each.catch_all and plan.forbidden_by is not None:
            lines.append(talk.text("checklists.catch-all.forbidden", article=plan.forbidden_by))
        elif each.catch_all:
            lines.append(talk.text("checklists.catch-all"))
    return lines


def ready_count(checklist: Checklist, plan: Plan) -> int:
    return sum(each.name.zh in checklist.ready for each in plan.papers)


def stages(talk: Talk, checklist: Checklist, plan: Plan) -> list[Html]:
    """The steps, those reached marked."""
    if not plan.stages:
        return []
    words, reached = counsel.wording(talk), place(checklist, plan)
    head = talk.text("checklists.stages", count=len(plan.stages), reached=reached)
    lines = [head if reached else talk.text("checklists.stages.none", count=len(plan.stages))]
    for number, each in enumerate(plan.stages, 1):
        key = "checklists.stage.reached" if number <= reached else "checklists.stage"
        lines.append(talk.text(key, number=number, stage=words.say(each)))
    return lines


def place(checklist: Checklist, plan: Plan) -> int:
    """How many stages are reached."""
    return next((number for number, each in enumerate(plan.stages, 1) if each.zh == checklist.stage), 0)


def _given(talk: Talk, plan: Plan) -> list[Html]:
    """Where, fee, term, contact and channel as the source has them; then, in one sentence, what it does not say."""
    words = counsel.wording(talk)
    lines = []
    for part in ("where", "fee", "deadline", "contact", "complaint"):
        given = getattr(plan, part)
        if given is not None:
            lines.append(talk.text(f"checklists.given.{part}", text=words.say(given)))
    if plan.silent:
        parts = render.listing(talk.language, [talk.text(f"checklists.part.{part}") for part in plan.silent])
        lines.append(talk.text("checklists.silent", parts=parts, issuer=words.say(plan.issuer)))
    return lines


def own(talk: Talk, checklist: Checklist) -> list[Html]:
    """What the person set: the deadline with its reminders, and the note."""
    lines = []
    if checklist.deadline is not None:
        lines.append(deadline(talk, checklist))
    if checklist.note:
        lines.append(talk.text("checklists.note", note=checklist.note))
    return lines


def deadline(talk: Talk, checklist: Checklist) -> Html:
    """The deadline the person set, and whether reminders come."""
    assert checklist.deadline is not None
    day = dt.date.fromisoformat(checklist.deadline)
    shown = render.date(talk.language, day)
    if day < talk.desk.today():
        return talk.text("checklists.deadline.over", date=shown)
    on = checklist.remind and checklist.outcome is None
    return talk.text("checklists.deadline.on" if on else "checklists.deadline.off", date=shown)


def outcome(talk: Talk, checklist: Checklist) -> Html:
    """How it ended."""
    day = render.date(talk.language, checklist.outcome_on or talk.desk.today())
    if checklist.granted is not None:
        return talk.text("checklists.outcome.sum", amount=render.money(checklist.granted), date=day)
    return talk.text(f"checklists.outcome.{checklist.outcome}", date=day)


def in_short(talk: Talk, number: int, checklist: Checklist) -> Html:
    """One line of the list."""
    plan = now(talk, checklist)
    if checklist.outcome is not None:
        state = talk.text(f"checklists.state.{checklist.outcome}")
    elif applying.standing(talk.desk.adviser.corpus, checklist.article, talk.desk.today()) not in (
        "current",
        "not-yet",
    ):
        state = talk.text("checklists.state.ended")
    elif checklist.deadline is not None:
        state = talk.text("checklists.state.deadline", date=render.date(talk.language, checklist.deadline))
    else:
        state = talk.text("checklists.state.open")
    return talk.text("checklists.line", number=number, title=title(talk, plan), state=state)


def label(talk: Talk, words: Words) -> str:
    """A paper's name, short enough for a button."""
    return render.short(counsel.wording(talk).say(words), LABEL_LIMIT)


def _apart(talk: Talk, items: list[str]) -> Html:
    return Html(("; " if talk.language == "en" else "；").join(map(escape, items)))


def offers(talk: Talk, match: Match) -> list[Offer]:
    """Under an article: the button that begins its checklist, if there is something to apply for."""
    if not applying.applicable(talk.desk.adviser.corpus, match.article, match.verdict):
        return []
    return [button("checklists.button.apply", "checklist.begin", article=match.article)]
