"""Reminders of the deadlines that people set in their checklists, put in the outbox when they are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from typing import Any

from bot import deadlines, plans, render
from bot.deadlines import Due, Key, Watch
from bot.desk import Desk
from bot.state import Checklist
from bot.texts import Html, joined, say


class Nudges:
    """Reads the checklists again only when one was changed or the next instant that it found has come."""

    def __init__(self, desk: Desk, sent: Container[Key]) -> None:
        self._desk, self._sent = desk, sent
        self._seen = -1
        self._looked = 0
        self.next: int | None = None

    def look(self, now: int) -> None:
        """Queue what is due now, within the caller's unit of work; ``next`` is when there is more."""
        changes = self._desk.state.checklists.changes
        waits = self.next is None or now < self.next
        if changes == self._seen and waits and now >= self._looked:  # else a clock that ran ahead was set back
            return
        watches = [watch for each in self._desk.state.checklists.all() if (watch := _watch(each)) is not None]
        for found in deadlines.due(watches, now, self._sent):
            self._queue(found, now)
        self.next = deadlines.next_due(watches, now, self._sent)
        self._seen, self._looked = changes, now

    def _queue(self, found: Due, now: int) -> None:
        """One letter under its first key; the other steps it covers count as sent with it."""
        desk, outbox = self._desk, self._desk.state.outbox
        checklist = desk.state.checklists.get(found.checklist)
        assert checklist is not None  # found among them in this very unit of work
        account = desk.state.accounts.get(checklist.user)
        first, *others = (outbox.key(*key) for key in found.keys)
        if account is None or account.blocked:
            outbox.claim(first, checklist.user, None, now)
            outbox.failed(first, "blocked" if account else "no chat", now)
        else:
            payload = self._payload(desk.language(account.user), checklist, found)
            outbox.queue(first, account.user, payload, now)
        for key in others:
            outbox.cover(key, checklist.user, now)

    def _payload(self, language: str, checklist: Checklist, found: Due) -> dict[str, Any]:
        """The letter; ``calm`` keeps it out of quiet hours if it has to wait."""
        offers = [
            [say(language, "checklists.button.whole"), "checklist.open", {"id": checklist.id}],
            [say(language, "checklists.button.remind.off"), "checklist.remind", {"id": checklist.id, "on": False}],
            [say(language, "checklists.button.outcome.record"), "checklist.outcome", {"id": checklist.id}],
        ]
        return {"calm": True, "html": self._words(language, checklist, found), "offers": offers}

    def _words(self, language: str, checklist: Checklist, found: Due) -> Html:
        plan = plans.current(self._desk.adviser.corpus, checklist)
        title = plans.title_in(self._desk.adviser.corpus, language, plan)
        key = "checklists.reminder" if found.left else "checklists.reminder.today"
        lines = [say(language, key, title=title, date=render.date(language, found.day), count=found.left)]
        if len(plan.papers) > (ready := plans.ready_count(checklist, plan)):
            lines.append(say(language, "checklists.reminder.papers", count=len(plan.papers) - ready))
        return joined(lines)


def _watch(checklist: Checklist) -> Watch | None:
    """The deadline to be reminded of; none once there is an outcome, or where reminders are off."""
    if checklist.deadline is None or checklist.outcome is not None or not checklist.remind:
        return None
    return Watch(checklist.id, dt.date.fromisoformat(checklist.deadline), checklist.deadline_set)
