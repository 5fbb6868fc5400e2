"""``/news`` and, for the registrar, ``/announce``."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from bot import bulletin, opinions, render, rounds, subscribing
from bot.announce import offer as button
from bot.errors import Pardon
from bot.news import Change, good_hour
from bot.rounds import Plan
from bot.talk import Talk, handler, together
from bot.texts import Html
from ledger.types import REGISTRAR_PARTY

LISTED = 10


@handler
async def news(talk: Talk) -> None:
    """``/news``: messages about new policies, shown and changed."""
    await subscribing.command(talk)


@handler
async def announce(talk: Talk) -> None:
    """``/announce``: how many would be told of what is new, and why; nothing goes without the button."""
    _registrar(talk)
    desk = talk.desk
    waiting = rounds.due(desk.state)
    scheduled = talk.text("news.announce.waiting", when=render.instant(talk.language, waiting)) if waiting else ""
    await desk.reread()
    plan = await rounds.plan(desk.state, desk.adviser.corpus, desk.now())
    if not plan.changes:
        await talk.send(together(talk.text("news.announce.nothing"), scheduled))
        return
    seen = _seen(plan.changes)
    offers = [
        button("news.button.announce", "news.announce", seen=seen, tell=True),
        button("news.button.settle", "news.announce", seen=seen, tell=False),
    ]
    await talk.send(together(*_planned(talk, plan), scheduled), offers)


def _registrar(talk: Talk) -> None:
    person = talk.person
    if person is None or person.party != REGISTRAR_PARTY:
        raise Pardon("news.announce.only")
    talk.known()


def _planned(talk: Talk, plan: Plan) -> list[Html]:
    language, corpus = talk.language, talk.desk.adviser.corpus
    lines = [
        talk.text("news.announce.plan", changes=len(plan.changes), people=plan.people, count=plan.subscribers),
    ]
    for reach in sorted(plan.reaches, key=lambda reach: -reach.people)[:LISTED]:
        head = bulletin.head(language, corpus, reach.change)
        lines.append(talk.text("news.announce.reach", head=head, count=reach.people))
        if reach.example is not None:
            text = bulletin.example(language, corpus, reach.example)
            lines.append(talk.text("news.announce.example", text=text))
    if len(plan.reaches) > LISTED:
        lines.append(talk.text("news.announce.more", count=len(plan.reaches) - LISTED))
    lines.append(talk.text("news.announce.ask", when=render.instant(language, good_hour(talk.desk.now()))))
    return lines


def _seen(changes: Iterable[Change]) -> str:
    """What the operator saw, as a hash: the changes, whoever they reach."""
    listed = "\n".join(f"{change.article} {change.mark}" for change in changes)
    return hashlib.sha256(listed.encode()).hexdigest()


async def confirm(talk: Talk, args: dict[str, Any]) -> None:
    """Announce what was shown, or take it as known and tell nobody."""
    _registrar(talk)
    desk = talk.desk
    state, corpus, now = desk.state, desk.adviser.corpus, desk.now()
    if _seen(rounds.pending(state, corpus, now)) != args["seen"]:
        raise Pardon("news.announce.changed")
    if not args["tell"]:
        rounds.settle(state, corpus, now)
        await talk.say("news.announce.settled")
        return
    at = rounds.announce(state, corpus, now)
    assert at is not None
    await talk.say("news.announce.done", when=render.instant(talk.language, at))


TAPS: dict[str, Callable[[Talk, dict[str, Any]], Awaitable[None]]] = {
    "news.why": subscribing.why,
    "news.unfit": subscribing.unfit,
    "news.fewer": subscribing.fewer,
    "news.mute": subscribing.mute,
    "news.unmute": subscribing.unmute,
    "news.on": subscribing.turn_on,
    "news.off": subscribing.turn_off,
    "news.announce": confirm,
    "vote": opinions.press,
    "vote.reason": opinions.reason,
    "vote.share": opinions.share,
}
"""What the buttons under news, announcements and matches do."""
