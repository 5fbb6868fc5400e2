"""The clock's work: send what is due, each step once, recorded before it is sent; play a demo's time tick by tick."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot import reminders, rounds, unreached
from bot.clock import DemoClock
from bot.courier import Courier
from bot.desk import Desk
from bot.nudges import Nudges
from bot.reminders import Reminder
from bot.steps import REMEDY
from bot.texts import say

HEARTBEAT = "heartbeat"
PRUNE_AFTER_MS = 40 * 24 * 3600 * 1000
PRUNE_EVERY_MS = 3600 * 1000
JOINING_MS = 10 * 60 * 1000
AGAIN_MS = 60 * 1000


class Ticker:
    """Looks for what is due. Reading every receivable takes time, so it looks again only when the ledger grew or the
    next instant that it found has come."""

    def __init__(self, desk: Desk, courier: Courier) -> None:
        self._desk, self._courier = desk, courier
        self._size = 0
        self._next: int | None = None
        self._looked = self._pruned = 0
        self._nudges = Nudges(desk, Sent(desk))

    async def tick(self) -> int:
        """Send what is due now; how many letters went out. A restart between two ticks repeats none.

        The look holds the ledger still: worker threads sign and submit meanwhile."""
        desk, now = self._desk, self._desk.now()
        with desk.state.message():
            due = self._next is not None and self._next <= now
            if due or desk.ledger.state.size != self._size or now < self._looked:  # a clock that ran ahead was set back
                with desk.ledger.reading():
                    self._look(now)
            self._nudges.look(now)
            if not 0 <= now - self._pruned < PRUNE_EVERY_MS:
                desk.state.buttons.prune(now - PRUNE_AFTER_MS)
                self._pruned = now
        desk.sweep_keys()
        await rounds.tell(desk.state, desk.adviser.corpus, now)
        sent = await self._courier.deliver()
        with desk.state.message():
            unreached.tell(desk, now)
        (desk.data / HEARTBEAT).touch()
        return sent + await self._courier.deliver()

    def _look(self, now: int) -> None:
        desk, size = self._desk, self._desk.ledger.state.size
        found = reminders.due(desk.ledger.state, now, Sent(desk))
        joining = [reminder for reminder in found if _joining(desk, reminder.recipient, now)]
        for reminder in found:
            if reminder not in joining:
                _queue(desk, reminder, now)
        self._next = now + AGAIN_MS if joining else reminders.next_due(desk.ledger.state, now, Sent(desk))
        self._size, self._looked = size, now

    async def advance(self, clock: DemoClock, delta: timedelta) -> None:
        """Hop from one due reminder or round of news to the next until ``delta`` is over, so that all arrive in their
        order."""
        target = clock.now() + delta // timedelta(milliseconds=1)
        await self.tick()
        while (coming := self._coming()) is not None and coming <= target:
            _move(clock, coming)
            await self.tick()
        _move(clock, target)
        await self.tick()

    def _coming(self) -> int | None:
        """When there is something to send next."""
        coming = (self._next, self._nudges.next, rounds.due(self._desk.state))
        return min((at for at in coming if at is not None), default=None)


def _move(clock: DemoClock, instant: int) -> None:
    """Set a demo's clock forward to ``instant``; not at all if it is there."""
    now = clock.now()
    if instant > now:
        clock.advance(timedelta(milliseconds=instant - now))


class Sent:
    """The reminders that were recorded, as a container of their keys."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and self._desk.state.outbox.get(self._desk.state.outbox.key(*key)) is not None


def _joining(desk: Desk, person: str, now: int) -> bool:
    """Whether ``person`` was enrolled a moment ago and their account is not bound yet: they can be told soon."""
    return desk.account_of(person) is None and now - desk.ledger.state.people[person].at < JOINING_MS


def _queue(desk: Desk, reminder: Reminder, now: int) -> None:
    """Put a reminder in the outbox under its first key; the other keys it covers count as sent with it."""
    outbox = desk.state.outbox
    first, *others = (outbox.key(*key) for key in reminder.keys)
    account = desk.account_of(reminder.recipient)
    payload: dict[str, Any] = {"about": _about(reminder)}
    if account is None or account.blocked:
        outbox.claim(first, account.user if account else 0, payload, now)
        outbox.failed(first, "blocked" if account else "no chat", now)
    else:
        language = desk.language(account.user)
        offers = [[say(language, _label(action)), *_tap(action, reminder)] for action in reminder.actions]
        html = reminder.words(language, desk.names)
        outbox.queue(first, account.user, {**payload, "html": html, "offers": offers}, now)
    for key in others:
        if outbox.claim(key, account.user if account else 0, None, now):
            outbox.sent(key, None, now)


def _about(reminder: Reminder) -> dict[str, Any]:
    item = reminder.items[0]
    return {"receivable": item.receivable.id, "side": item.side, "recipient": reminder.recipient}


def _label(action: str) -> str:
    """The key of a button's words."""
    if action == "remedy":
        return "remedy.button.open"
    return f"remedy.button.{action}" if action in REMEDY else f"receivables.button.{action}"


def _tap(action: str, reminder: Reminder) -> tuple[str, dict[str, str]]:
    receivable = reminder.items[0].receivable.id
    if action in ("letter", "show", "remedy"):
        return action, {"receivable": receivable}
    return "begin", {"command": action, "receivable": receivable}
