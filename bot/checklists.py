"""Applying, step by step: a checklist kept for the person, its papers ticked off and its stages passed with buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot import flow, plans, render
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.deadlines import key_prefix
from bot.errors import Pardon
from bot.state import Checklist
from bot.talk import Talk, together
from bot.texts import Html
from policies import applying
from policies.applying import Plan

SHOWN = 12
Step = Callable[[Talk, dict[str, Any]], Awaitable[int]]
"""What a button starts."""
_DECIDES = ("deadline", "remind", "outcome")  # what decides about reminders


# -- opening ---------------------------------------------------------------------------------------


async def begin(talk: Talk, args: dict[str, Any]) -> int:
    """The button under an article: its checklist, begun if there is none yet."""
    corpus, name = talk.desk.adviser.corpus, args["article"]
    if name not in corpus.articles:
        raise Pardon("checklists.begin.gone")
    plan = applying.plan(corpus, name)
    checklist, fresh = talk.desk.state.checklists.begin(talk.user, name, plans.plan_json(plan), talk.desk.now())
    known = [] if fresh else [talk.text("checklists.known", date=_day(talk, checklist.begun))]
    await _show(talk, checklist, *known)
    return flow.END


async def open_(talk: Talk, args: dict[str, Any]) -> int:
    await _show(talk, mine(talk, args))
    return flow.END


async def listed(talk: Talk, words: str = "") -> int:
    """``/checklists``: all of them, what is open and due first; with a number, that one whole."""
    found = _sorted(talk)
    if not found:
        raise Pardon("checklists.none")
    number = words.strip().removeprefix("#")
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(found):
        return await open_(talk, {"id": found[int(number) - 1].id})
    lines = [talk.text("checklists.list", count=len(found))]
    lines += [plans.in_short(talk, place, each) for place, each in enumerate(found[:SHOWN], 1)]
    if len(found) > SHOWN:
        lines.append(talk.text("checklists.list.more", count=len(found) - SHOWN))
    offers = [
        Offer(worded("checklists.button.number", number=place), "checklist.open", {"id": each.id})
        for place, each in enumerate(found[:SHOWN], 1)
    ]
    await talk.send(together(*lines), offers)
    return flow.END


def _sorted(talk: Talk) -> list[Checklist]:
    """Without an outcome first, by their deadlines; those without a deadline in the order they were begun."""
    found = talk.desk.state.checklists.of(talk.user)
    return sorted(found, key=lambda each: (each.outcome is not None, each.deadline is None, each.deadline or ""))


async def _show(talk: Talk, checklist: Checklist, *first: Html) -> None:
    """The whole checklist; a change of the corpus is told once."""
    leave(talk)
    plan = plans.now(talk, checklist)
    lines = plans.whole(talk, checklist, plan)
    kept = plans.plan_json(plan)
    if kept != checklist.plan:
        checklist = talk.desk.state.checklists.change(checklist.id, plan=kept)
    await talk.send(together(*first, *lines), _offers(talk, checklist, plan))


async def go_on(talk: Talk, checklist: Checklist, said: Html) -> int:
    """What was done, in a line, and what can be done next."""
    leave(talk)
    await talk.send(said, _offers(talk, checklist, plans.now(talk, checklist), brief=True))
    return flow.END


def _offers(talk: Talk, checklist: Checklist, plan: Plan, *, brief: bool = False) -> list[Offer]:
    """Everything that can be done with it now."""
    name = checklist.id
    offers = [button("checklists.button.whole", "checklist.open", id=name)] if brief else []
    if checklist.outcome is None:
        offers += [*_papers(talk, checklist, plan), *_stages(checklist, plan)]
        key = "set" if checklist.deadline is None else "change"
        offers.append(button(f"checklists.button.deadline.{key}", "checklist.deadline", id=name))
        if checklist.deadline is not None:
            on = checklist.remind
            key = "off" if on else "on"
            offers.append(button(f"checklists.button.remind.{key}", "checklist.remind", id=name, on=not on))
    offers.append(button("checklists.button.note", "checklist.note", id=name))
    key = "record" if checklist.outcome is None else "change"
    offers.append(button(f"checklists.button.outcome.{key}", "checklist.outcome", id=name))
    return [*offers, button("checklists.button.delete", "checklist.delete", id=name)]


def _papers(talk: Talk, checklist: Checklist, plan: Plan) -> list[Offer]:
    offers = []
    for each in plan.papers:
        ready = each.name.zh in checklist.ready
        words = worded(
            "checklists.button.unready" if ready else "checklists.button.ready", paper=plans.label(talk, each.name)
        )
        offers.append(Offer(words, "checklist.paper", {"id": checklist.id, "paper": each.name.zh, "ready": not ready}))
    return offers


def _stages(checklist: Checklist, plan: Plan) -> list[Offer]:
    """One step on, one step back."""
    names = [None, *(each.zh for each in plan.stages)]
    here = plans.place(checklist, plan)
    offers = []
    if here + 1 < len(names):
        offers.append(button("checklists.button.stage.next", "checklist.stage", id=checklist.id, stage=names[here + 1]))
    if here > 0:
        offers.append(button("checklists.button.stage.back", "checklist.stage", id=checklist.id, stage=names[here - 1]))
    return offers


# -- papers, stages --------------------------------------------------------------------------------


async def paper(talk: Talk, args: dict[str, Any]) -> int:
    """A paper is at hand, or is not after all."""
    checklist = mine(talk, args)
    others = [each for each in checklist.ready if each != args["paper"]]
    checklist = change(talk, checklist, ready=(*others, args["paper"]) if args["ready"] else tuple(others))
    plan = plans.now(talk, checklist)
    key = "checklists.paper.done" if args["ready"] else "checklists.paper.undone"
    named = next((plans.label(talk, each.name) for each in plan.papers if each.name.zh == args["paper"]), args["paper"])
    ready = plans.ready_count(checklist, plan)
    return await go_on(talk, checklist, talk.text(key, paper=named, ready=ready, count=len(plan.papers)))


async def stage(talk: Talk, args: dict[str, Any]) -> int:
    """A stage is reached, or one was not reached after all."""
    checklist = change(talk, mine(talk, args), stage=args["stage"])
    lines = plans.stages(talk, checklist, plans.now(talk, checklist))
    return await go_on(talk, checklist, together(*lines) or talk.text("checklists.changed"))


# -- deleting --------------------------------------------------------------------------------------


async def ask_delete(talk: Talk, args: dict[str, Any]) -> int:
    checklist = mine(talk, args)
    leave(talk)
    offers = [button("checklists.button.delete", "checklist.delete.yes", id=checklist.id), flow.cancel_offer()]
    await talk.say("checklists.delete.ask", offers, title=plans.title(talk, plans.now(talk, checklist)))
    return flow.END


async def delete(talk: Talk, args: dict[str, Any]) -> int:
    checklist = mine(talk, args)
    leave(talk)
    talk.desk.state.outbox.drop(talk.user, key_prefix(checklist.id))
    talk.desk.state.checklists.delete(checklist.id)
    await talk.say("checklists.deleted")
    return flow.END


# -- for whatever changes a checklist --------------------------------------------------------------


def leave(talk: Talk) -> None:
    """What was asked for a checklist is asked no longer; what other forms ask stays."""
    if talk.draft.get("flow") == "checklist":
        talk.draft = {}


def mine(talk: Talk, args: dict[str, Any]) -> Checklist:
    """The checklist a button is about. Raises Pardon if it was deleted."""
    checklist = talk.desk.state.checklists.get(args["id"])
    if checklist is None or checklist.user != talk.user:
        raise Pardon("checklists.missing")
    return checklist


def change(talk: Talk, checklist: Checklist, **changes: Any) -> Checklist:
    """Keeps the change; reminders that wait to go out and no longer hold are taken back."""
    if set(changes) & set(_DECIDES):
        talk.desk.state.outbox.drop(talk.user, key_prefix(checklist.id))
    return talk.desk.state.checklists.change(checklist.id, **changes)


def _day(talk: Talk, at: int) -> str:
    return render.date(talk.language, render.figures.shanghai(at).date())
