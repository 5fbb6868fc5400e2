"""The clock's work: send what is due, each step once, recorded before it is sent; play a demo's time tick by tick."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot import reminders, unreached
from bot.clock import DemoClock
from bot.courier import Courier
from bot.desk import Desk
from bot.reminders import Reminder
from bot.texts import say

HEARTBEAT = "heartbeat"
PRUNE_AFTER_MS = 40 * 24 * 3600 * 1000


async def tick(desk: Desk, courier: Courier) -> int:
    """Send what is due now; how many letters went out. A restart between two ticks repeats none."""
    now = desk.now()
    with desk.state.message():
        for reminder in reminders.due(desk.ledger.state, now, Sent(desk)):
            _queue(desk, reminder, now)
        desk.state.buttons.prune(now - PRUNE_AFTER_MS)
    sent = await courier.deliver()
    with desk.state.message():
        unreached.tell(desk, now)
    (desk.data / HEARTBEAT).touch()
    return sent + await courier.deliver()


async def advance(desk: Desk, courier: Courier, clock: DemoClock, delta: timedelta) -> None:
    """Hop from one due reminder to the next until ``delta`` is over, so that all arrive in their order."""
    target = clock.now() + delta // timedelta(milliseconds=1)
    while True:
        now = clock.now()
        instant = reminders.next_due(desk.ledger.state, now, Sent(desk))
        step = min(instant, target) if instant is not None else target
        if step > now:
            clock.advance(timedelta(milliseconds=step - now))
        await tick(desk, courier)
        if instant is None or instant > target:
            return


class Sent:
    """The reminders that were recorded, as a container of their keys."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and self._desk.state.outbox.get(self._desk.state.outbox.key(*key)) is not None


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
        offers = [
            [say(language, f"receivables.button.{action}"), *_tap(action, reminder)] for action in reminder.actions
        ]
        html = reminder.words(language, desk.names)
        outbox.queue(first, account.user, {**payload, "html": html, "offers": offers}, now)
    for key in others:
        if outbox.claim(key, account.user if account else 0, None, now):
            outbox.sent(key, None, now)


def _about(reminder: Reminder) -> dict[str, Any]:
    item = reminder.items[0]
    return {"receivable": item.receivable.id, "side": item.side, "recipient": reminder.recipient}


def _tap(action: str, reminder: Reminder) -> tuple[str, dict[str, str]]:
    receivable = reminder.items[0].receivable.id
    if action in ("letter", "show"):
        return action, {"receivable": receivable}
    return "begin", {"command": action, "receivable": receivable}
