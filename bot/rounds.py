"""Rounds of news: what the operator announces is scheduled for a good hour, and told once to whom it fits.

The corpus as it was at the last announcement is kept as marks; the first start records them and announces nothing. A
round holds what is news since; who is told is decided when it is due, by the profiles and wishes of that hour. Every
(person, article, mark) is recorded together with the letter that tells of it, before it is sent.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot import bulletin, news
from bot.news import Change, Item, Message, Reader
from bot.render.figures import shanghai
from bot.state import BotState
from policies.vocabulary import Corpus

KNOWN, ROUND = "news.known", "news.round"
_AT_ONCE = 50  # letters a unit of work


@dataclass(frozen=True, slots=True)
class Reach:
    """How many would be told of one change, and one of the reasons, without anybody's words."""

    change: Change
    people: int
    example: Item | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A dry run: ``people`` of ``subscribers`` would get one message each."""

    changes: tuple[Change, ...]
    reaches: tuple[Reach, ...]
    people: int
    subscribers: int


def baseline(state: BotState, corpus: Corpus, now: int) -> None:
    """At the first start: the corpus as it is counts as known."""
    if state.meta.get(KNOWN) is None:
        state.meta.set(KNOWN, news.marks(corpus, _day(now)))


def pending(state: BotState, corpus: Corpus, now: int) -> list[Change]:
    """What is news since the last announcement; nothing where there is no baseline yet."""
    known = state.meta.get(KNOWN)
    return [] if known is None else news.changes(known, news.marks(corpus, _day(now)))


async def plan(state: BotState, corpus: Corpus, now: int) -> Plan:
    """Whom an announcement made now would reach. Changes nothing."""
    found = pending(state, corpus, now)
    everybody = readers(state, found)
    messages = await asyncio.to_thread(news.messages, found, corpus, everybody, _day(now))
    items = [item for message in messages for item in (*message.items, *message.left)]
    reaches = []
    for change in found:
        of_it = [item for item in items if item.change == change]
        reaches.append(Reach(change, len(of_it), max(of_it, key=lambda item: item.met, default=None)))
    return Plan(tuple(found), tuple(reaches), len(messages), sum(reader.on for reader in everybody))


def announce(state: BotState, corpus: Corpus, now: int) -> int | None:
    """Schedule what is news, beside what is scheduled already; when it will be told, None if there is nothing."""
    found = pending(state, corpus, now)
    settle(state, corpus, now)
    if found:
        waiting = state.meta.get(ROUND) or {"changes": []}
        listed = {article: [article, kind, mark] for article, kind, mark in waiting["changes"]}
        for change in found:  # what nobody has been told of yet is still new
            kind = listed[change.article][1] if change.article in listed else change.kind
            listed[change.article] = [change.article, kind, change.mark]
        state.meta.set(ROUND, {"at": news.good_hour(now), "changes": list(listed.values())})
    return due(state)


def settle(state: BotState, corpus: Corpus, now: int) -> None:
    """The corpus as it is counts as known from now on: nobody is told of what changed until now."""
    state.meta.set(KNOWN, news.marks(corpus, _day(now)))


def due(state: BotState) -> int | None:
    """When the scheduled round is to be told; None if there is none."""
    waiting = state.meta.get(ROUND)
    return None if waiting is None else int(waiting["at"])


async def tell(state: BotState, corpus: Corpus, now: int) -> int:
    """Queue the letters of a round that is due, if this is a good hour; how many.

    What a crash cuts short goes on at the next call, and nobody is told twice."""
    waiting = state.meta.get(ROUND)
    if waiting is None or waiting["at"] > now:
        return 0
    hour = news.good_hour(now)
    if hour != now:
        state.meta.set(ROUND, {**waiting, "at": hour})
        return 0
    changes = [Change(*each) for each in waiting["changes"]]
    everybody = readers(state, changes)
    messages = await asyncio.to_thread(news.messages, changes, corpus, everybody, _day(now))
    for start in range(0, len(messages), _AT_ONCE):
        with state.message():
            for message in messages[start : start + _AT_ONCE]:
                _queue(state, corpus, message, changes, now)
        await asyncio.sleep(0)
    state.meta.set(ROUND, None)
    return len(messages)


def readers(state: BotState, changes: Sequence[Change]) -> list[Reader]:
    """Every subscriber who can be written to, with what they have heard of these changes."""
    found = (_reader(state, wish.user, changes) for wish in state.subscriptions.all())
    return [reader for reader in found if reader is not None]


def _reader(state: BotState, user: int, changes: Sequence[Change]) -> Reader | None:
    wish, account = state.subscriptions.get(user), state.accounts.get(user)
    if wish is None or account is None or account.blocked:
        return None
    keys = ((each.article, each.mark) for each in changes)
    told = frozenset(pair for pair in keys if state.outbox.get(_key(state, wish.token, *pair)) is not None)
    facts = state.profiles.get(user).facts
    return Reader(user, facts, wish.on, frozenset(wish.asked), frozenset(wish.muted), frozenset(wish.unfit), told)


def prefix(token: str) -> str:
    """How the keys of a subscriber's letters begin."""
    return f"news/{token}/"


def _key(state: BotState, token: str, article: str, mark: str) -> str:
    return state.outbox.key("news", token, article, mark)


def _queue(state: BotState, corpus: Corpus, message: Message, changes: Sequence[Change], now: int) -> None:
    """One letter, recorded under each article that it tells of; by what is true of its reader at this moment."""
    user = message.reader.user
    reader = _reader(state, user, changes)
    if reader != message.reader:  # their wishes or facts changed while the round was reckoned
        again = news.messages(changes, corpus, [reader] if reader is not None else [], _day(now))
        if not again:
            return
        message = again[0]
    wish, account = state.subscriptions.get(user), state.accounts.get(user)
    assert wish is not None
    assert account is not None
    language = account.language or "en"
    payload: dict[str, Any] = {
        "html": bulletin.letter(language, corpus, message),
        "offers": bulletin.offers(language, message),
        "calm": True,
    }
    every = (*message.items, *message.left)
    first, *others = (_key(state, wish.token, item.change.article, item.change.mark) for item in every)
    state.outbox.queue(first, user, payload, now)
    for key in others:
        state.outbox.cover(key, user, now)
    state.subscriptions.hear(user, [item.change.article for item in message.items], _day(now).isoformat())


def _day(now: int) -> dt.date:
    return shanghai(now).date()
