"""What somebody enters in a checklist: the deadline with its reminders, a note, the outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot import flow, plans, render
from bot.announce import Offer
from bot.announce import offer as button
from bot.checklists import change, go_on, leave, mine
from bot.errors import Pardon
from bot.parse_input import amount, deadline
from bot.state import Checklist
from bot.talk import Talk, together
from bot.texts import Html

NOTE_LIMIT = 500
OUTCOMES = ("granted", "refused", "withdrawn", "silence")


# -- deadline and reminders ------------------------------------------------------------------------


async def ask_deadline(talk: Talk, args: dict[str, Any]) -> int:
    checklist = mine(talk, args)
    offers = []
    if checklist.deadline is not None:
        offers.append(button("checklists.button.deadline.none", "checklist.deadline.none", id=checklist.id))
    return await _ask(talk, checklist, "deadline", offers)


async def no_deadline(talk: Talk, args: dict[str, Any]) -> int:
    checklist = change(talk, mine(talk, args), deadline=None)
    return await go_on(talk, checklist, talk.text("checklists.deadline.removed"))


async def remind(talk: Talk, args: dict[str, Any]) -> int:
    """Reminders of this checklist on or off. Those that fell due while they were off are not sent afterwards."""
    checklist = mine(talk, args)
    checklist = change(talk, checklist, remind=args["on"], deadline_set=talk.desk.now())
    key = "checklists.remind.on" if args["on"] else "checklists.remind.off"
    return await go_on(talk, checklist, talk.text(key))


def _set_deadline(talk: Talk, checklist: Checklist, words: str) -> tuple[Checklist, Html]:
    today = talk.desk.today()
    day = deadline(words, today)
    if day < today:
        raise Pardon("checklists.deadline.past", date=day, today=today)
    checklist = change(talk, checklist, deadline=day.isoformat(), deadline_set=talk.desk.now())
    return checklist, plans.deadline(talk, checklist)


# -- note and outcome ------------------------------------------------------------------------------


async def ask_note(talk: Talk, args: dict[str, Any]) -> int:
    checklist = mine(talk, args)
    offers = []
    if checklist.note:
        offers.append(button("checklists.button.note.none", "checklist.note.none", id=checklist.id))
    return await _ask(talk, checklist, "note", offers)


async def no_note(talk: Talk, args: dict[str, Any]) -> int:
    checklist = change(talk, mine(talk, args), note="")
    return await go_on(talk, checklist, talk.text("checklists.note.removed"))


def _set_note(talk: Talk, checklist: Checklist, words: str) -> tuple[Checklist, Html]:
    if len(words) > NOTE_LIMIT:
        raise Pardon("checklists.note.long", count=len(words), limit=NOTE_LIMIT)
    checklist = change(talk, checklist, note=render.short(words, NOTE_LIMIT))
    return checklist, talk.text("checklists.note", note=checklist.note)


async def ask_outcome(talk: Talk, args: dict[str, Any]) -> int:
    """How did it end? With an outcome, also: it is still under way."""
    checklist = mine(talk, args)
    leave(talk)
    offers = [
        button(f"checklists.button.outcome.{each}", "checklist.outcome.set", id=checklist.id, outcome=each)
        for each in OUTCOMES
    ]
    if checklist.outcome is not None:
        offers.append(button("checklists.button.outcome.none", "checklist.outcome.set", id=checklist.id, outcome=None))
    await talk.say("checklists.outcome.ask", [*offers, flow.cancel_offer()])
    return flow.END


async def set_outcome(talk: Talk, args: dict[str, Any]) -> int:
    """An outcome ends the reminders; if it was granted, the amount is asked for, which may stay open."""
    kind, today = args["outcome"], talk.desk.today().isoformat()
    changes = {"outcome": kind, "outcome_on": today if kind else None, "granted": None}
    if kind is None:
        changes["deadline_set"] = talk.desk.now()
    checklist = change(talk, mine(talk, args), **changes)
    if kind is None:
        return await go_on(talk, checklist, talk.text("checklists.outcome.removed"))
    if kind == "granted":
        skip = button("checklists.button.amount.none", "checklist.open", id=checklist.id)
        return await _ask(talk, checklist, "amount", [skip], plans.outcome(talk, checklist))
    return await go_on(talk, checklist, plans.outcome(talk, checklist))


def _set_amount(talk: Talk, checklist: Checklist, words: str) -> tuple[Checklist, Html]:
    fen = amount(words)
    if checklist.outcome != "granted":  # changed from elsewhere meanwhile
        raise Pardon("checklists.missing")
    checklist = change(talk, checklist, granted=fen)
    return checklist, plans.outcome(talk, checklist)


# -- typing ----------------------------------------------------------------------------------------

Taken = Callable[[Talk, Checklist, str], tuple[Checklist, Html]]
_TAKES: dict[str, Taken] = {"deadline": _set_deadline, "note": _set_note, "amount": _set_amount}


async def _ask(talk: Talk, checklist: Checklist, asking: str, offers: list[Offer], *first: Html) -> int:
    talk.draft = {"flow": "checklist", "asking": asking, "checklist": checklist.id}
    asked = talk.text(f"checklists.ask.{asking}")
    await talk.send(together(*first, asked), [*offers, flow.cancel_offer()])
    return flow.WAITING


async def typed(talk: Talk, words: str) -> int:
    """The deadline, note or amount that was asked for."""
    draft = talk.draft
    checklist = talk.desk.state.checklists.get(draft["checklist"])
    if checklist is None:
        leave(talk)
        raise Pardon("checklists.missing")
    return await go_on(talk, *_TAKES[draft["asking"]](talk, checklist, words))
