"""``/checklists`` and ``/where``."""

from __future__ import annotations

from bot import checklists, directory, milestones
from bot.checklists import Step
from bot.talk import Talk, handler

TAPS: dict[str, Step] = {
    "checklist.begin": checklists.begin,
    "checklist.open": checklists.open_,
    "checklist.paper": checklists.paper,
    "checklist.stage": checklists.stage,
    "checklist.delete": checklists.ask_delete,
    "checklist.delete.yes": checklists.delete,
    "checklist.deadline": milestones.ask_deadline,
    "checklist.deadline.none": milestones.no_deadline,
    "checklist.remind": milestones.remind,
    "checklist.note": milestones.ask_note,
    "checklist.note.none": milestones.no_note,
    "checklist.outcome": milestones.ask_outcome,
    "checklist.outcome.set": milestones.set_outcome,
    "where.place": directory.pressed,
}
"""What each button does."""


@handler
async def checklists_(talk: Talk) -> None:
    """``/checklists``: all of the speaker's, or the one of a number."""
    await checklists.listed(talk, talk.arguments)


@handler
async def where(talk: Talk) -> None:
    """``/where``: offices by kind and place."""
    await directory.where(talk, talk.arguments)
