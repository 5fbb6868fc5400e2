"""How far a person may go: the largest amount and the last day, set with an invitation or changed later."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from bot import flow, render, signing
from bot.errors import Pardon
from bot.parse_input import amount, date
from bot.render.figures import SHANGHAI, shanghai
from bot.signing import Draft
from bot.talk import Talk, together
from bot.texts import Html
from ledger.state import Person

NONE = ("none", "no", "无", "無", "-", "不限")


def parts(line: str) -> list[str]:
    """A command's line at its semicolons."""
    return [part.strip() for part in re.split("[;；]", line)]


def bounds(given: list[str], today: dt.date) -> tuple[int | None, int | None]:
    """(largest amount in fen, last instant in ms UTC) of what was typed; ``none`` or nothing sets no bound."""
    typed = [part for part in given if part]
    if len(typed) > 2:
        raise Pardon("account.limits.form")
    max_fen = None if not typed or typed[0].lower() in NONE else amount(typed[0])
    if len(typed) < 2 or typed[1].lower() in NONE:
        return max_fen, None
    last = date(typed[1], today)
    if last < today:
        raise Pardon("account.limits.past", typed=render.short(typed[1]))
    end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), SHANGHAI)
    return max_fen, int(end.timestamp()) * 1000


def lines(talk: Talk, max_fen: int | None = None, expires_at: int | None = None) -> list[Html]:
    """The bounds in words; nothing for those that are not set."""
    found = []
    if max_fen is not None:
        found.append(talk.text("account.limits.amount", amount=render.money(max_fen)))
    if expires_at is not None:
        found.append(talk.text("account.limits.day", date=render.date(talk.language, shanghai(expires_at - 1).date())))
    return found


async def offer(talk: Talk, person: Person, given: list[str]) -> None:
    """The summary of new bounds for ``person``, to sign."""
    max_fen, expires_at = bounds(given, talk.desk.today())
    body: dict[str, Any] = {
        "person": person.person,
        "roles": None,
        "max_fen": max_fen,
        "expires_at": expires_at,
        "dual_above": None,
    }
    sign = signing.sign_offer(talk, Draft("limits", body), "receivables.button.sign")
    names = talk.desk.names
    text = talk.text(
        "account.limits.sum",
        name=names.person(talk.language, person.person),
        roles=talk.roles(person.roles),
        enterprise=names.party(talk.language, person.party),
    )
    shown = lines(talk, max_fen, expires_at) or [talk.text("account.limits.none")]
    await talk.send(together(text, *shown), [sign, flow.cancel_offer()])
