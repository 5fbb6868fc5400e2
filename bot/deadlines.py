"""When somebody is reminded of a deadline they set: pure, from the deadlines and the clock.

Reminders fall due at 09:00 in Shanghai 14, 3 and 0 days before the day. People are written to on working days only, and
a reminder after the day is of no use: what falls on a rest day comes on the working day before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from bot.ladders import opening
from bot.render.figures import SHANGHAI, shanghai
from ledger.law import working_day

Key = tuple[str, str, str, str]
"""The word "deadline", the checklist, the day, how many days before."""

DAYS_BEFORE = (14, 3, 0)

_DAY = dt.timedelta(days=1)
_MORNING = dt.time(9)


@dataclass(frozen=True, slots=True)
class Watch:
    """A deadline to be reminded of. ``since`` (ms UTC): what fell due before it was set is not sent."""

    checklist: str
    day: dt.date
    since: int

    def key(self, before: int) -> Key:
        return ("deadline", self.checklist, self.day.isoformat(), str(before))

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(map(self.key, DAYS_BEFORE))


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder to send now: ``left`` days are left; ``keys`` are recorded before it is sent."""

    checklist: str
    day: dt.date
    left: int
    keys: tuple[Key, ...]


def key_prefix(checklist: str) -> str:
    """What the outbox's keys of a checklist's reminders begin with."""
    return f"deadline/{checklist}/"


def due(watches: Iterable[Watch], now: int, sent: Container[Key]) -> list[Due]:
    """What is to be sent at ``now`` (ms UTC); nothing in quiet hours, on rest days, or once the day is over.

    Steps of one deadline that are due at once (after a standstill) are one message.
    """
    if opening(now) != now:
        return []
    today, found = shanghai(now).date(), []
    for watch in watches:
        keys = tuple(key for key, at in _open(watch, sent) if at <= now)
        if keys and today <= watch.day:
            found.append(Due(watch.checklist, watch.day, (watch.day - today).days, keys))
    return found


def next_due(watches: Iterable[Watch], now: int, sent: Container[Key]) -> int | None:
    """The next instant, now or later, at which ``due`` has something to send; None if there is none."""
    instants = (
        at
        for watch in watches
        for _, step in _open(watch, sent)
        if shanghai(at := opening(max(now, step))).date() <= watch.day
    )
    return min(instants, default=None)


def _open(watch: Watch, sent: Container[Key]) -> Iterator[tuple[Key, int]]:
    """The steps that were not sent and fell or fall due after the deadline was set."""
    for before in DAYS_BEFORE:
        at = _morning(watch.day - before * _DAY)
        if at >= watch.since and watch.key(before) not in sent:
            yield watch.key(before), at


def _morning(day: dt.date) -> int:
    """09:00 on ``day``, or on the last working day before it."""
    while not working_day(day)[0]:
        day -= _DAY
    return int(dt.datetime.combine(day, _MORNING, SHANGHAI).timestamp()) * 1000
