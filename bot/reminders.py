"""Who is due to hear what, and when: pure, from the ledger's state and the clock; the steps are those of ``ladders``.

A key (receivable, ladder, step, person) is sent once: the caller records the keys of a reminder before it sends it, and
gives them back as ``sent``. What came due before there was a request, a confirmation or this recipient is never sent;
only the request itself reaches a maker who joins later.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from bot import render
from bot.announce import acting
from bot.ladders import Item, confirmation, items, law_of, opening, payment
from bot.render.figures import shanghai
from bot.render.law import article, interest
from bot.texts import Html, Value, joined, say
from ledger.law import today
from ledger.state import Person, Receivable, State

Key = tuple[str, str, str, str]
"""Receivable id, ladder, step, person."""

DIGEST_ABOVE = 3


class Names(Protocol):
    """Where the names of enterprises come from."""

    def party(self, language: str, party: str, /) -> Html: ...

    def payer(self, language: str, receivable: Receivable, /) -> Html: ...


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message to one person: ``words`` in their language, ``keys`` to be recorded before it is sent."""

    keys: tuple[Key, ...]
    recipient: str
    at: int
    items: tuple[Item, ...]

    @property
    def actions(self) -> tuple[str, ...]:
        """What buttons to offer; none under a digest."""
        return self.items[0].actions if len(self.items) == 1 else ()

    def words(self, language: str, names: Names) -> Html:
        """The message: one matter in full, or a digest of several."""
        if len(self.items) == 1:
            return _full(language, names, self.items[0])
        lines = [say(language, "reminders.digest.title", count=len(self.items))]
        lines += [_said(language, names, item, item.line) for item in self.items]
        if any(item.ladder == "confirmation" for item in self.items):
            lines.append(say(language, "reminders.digest.silence"))
        return joined(lines)


def due(state: State, now: int, sent: Container[Key]) -> list[Reminder]:
    """Everything to be sent at ``now`` (ms UTC), in order; nothing in quiet hours and on rest days.

    Steps of one ladder that are due to a person at once (after a standstill) are one message, worded as the latest.
    Whoever has more than three messages in one tick gets a digest.
    """
    if opening(now) != now:
        return []
    waiting: dict[tuple[str, str, str], tuple[list[Key], Item]] = {}
    for person, item in _unsent(state, now, sent, until=now):
        if item.at <= now:  # a maker who has just joined hears of the request when people work
            keys, _ = waiting.get((person, item.receivable.id, item.ladder), ([], item))
            waiting[person, item.receivable.id, item.ladder] = ([*keys, key(item, person)], item)
    by_person: dict[str, list[Reminder]] = {}
    for (person, _, _), (keys, item) in waiting.items():
        by_person.setdefault(person, []).append(Reminder(tuple(keys), person, item.at, (item,)))
    found = [reminder for reminders in by_person.values() for reminder in _bundled(reminders)]
    return sorted(found, key=lambda reminder: (reminder.at, reminder.items[0].receivable.number, reminder.keys))


def next_due(state: State, now: int, sent: Container[Key]) -> int | None:
    """The next instant, now or later, at which ``due`` has something to send as things stand; None if there is none."""
    instants = [item.at for _, item in _unsent(state, now, sent)]
    return opening(max(now, min(instants))) if instants else None


def preview(language: str, names: Names, state: State, receivable: Receivable, now: int) -> list[tuple[Html, Html]]:
    """What will be sent if confirmation is requested now with reminders: the days and readers, and exactly the wording,
    once where several days share it. The steps about payment are as if all of it were confirmed."""
    asked = replace(receivable, requested_at=now, purpose="financing", nudge=True, confirmation="requested")
    agreed = replace(asked, confirmed=asked.claimed, confirmed_at=now, confirmation="confirmed")
    later = (item for item in payment(state, agreed, law_of(state, agreed, now), today(now)) if item.side == "payer")
    shown: dict[tuple[Html, Html], list[str]] = {}
    for item in (*confirmation(state, asked, law_of(state, asked, now)), *later):
        if item.at >= max(item.since, now):
            readers = item.roles if item.side == "payer" else ("supplier",)
            roles = render.listing(language, [render.word(language, "role", role) for role in readers])
            day = render.date(language, shanghai(item.at).date())
            shown.setdefault((roles, _full(language, names, item)), []).append(day)
    return [
        (say(language, "reminders.preview", days=render.listing(language, days), roles=roles), words)
        for (roles, words), days in shown.items()
    ]


def key(item: Item, person: str) -> Key:
    """What is recorded of ``item`` sent to ``person``."""
    return (item.receivable.id, item.ladder, item.step, person)


def _unsent(state: State, now: int, sent: Container[Key], until: int | None = None) -> Iterator[tuple[str, Item]]:
    """What is due or will be (by ``until``), for whom, and was not sent; the steps of a ladder in order."""
    people: dict[tuple[str, tuple[str, ...]], list[Person]] = {}
    for receivable in state.receivables.values():
        for item in items(state, receivable, now):
            if until is not None and item.at > until:
                continue
            readers = (receivable.holder if item.side == "supplier" else _payer(state, receivable), item.roles)
            if readers not in people:
                people[readers] = acting(state, *readers, now)
            for person in people[readers]:
                if key(item, person.person) in sent:
                    continue
                if item.step == "0" and item.ladder == "confirmation":
                    yield person.person, replace(item, at=max(item.at, opening(person.at)))
                elif item.at >= max(item.since, person.at):
                    yield person.person, item


def _payer(state: State, receivable: Receivable) -> str:
    payer = state.payer_of(receivable)
    assert payer is not None  # the payer's steps exist for an enrolled payer only
    return payer.party


def _bundled(reminders: list[Reminder]) -> list[Reminder]:
    """One digest in place of more than three messages to one person."""
    if len(reminders) <= DIGEST_ABOVE:
        return reminders
    reminders = sorted(reminders, key=lambda reminder: (reminder.at, reminder.items[0].receivable.number))
    keys = tuple(each for reminder in reminders for each in reminder.keys)
    matters = tuple(item for reminder in reminders for item in reminder.items)
    return [Reminder(keys, reminders[0].recipient, reminders[-1].at, matters)]


def _full(language: str, names: Names, item: Item) -> Html:
    lines = [_said(language, names, item, item.text)]
    if item.pending:
        payer, pending = names.payer(language, item.receivable), render.money(item.pending)
        lines.append(say(language, "reminders.payment.supplier.pending", payer=payer, amount=pending))
    if item.interest is not None:
        lines.append(interest(language, item.interest))
    return joined(lines)


def _creditor(item: Item) -> str:
    """Who asks: whoever is to be paid, where it is about payment."""
    return item.receivable.payee if item.ladder == "payment" else item.receivable.supplier


def _said(language: str, names: Names, item: Item, text: str) -> Html:
    values: dict[str, Value] = {
        "supplier": names.party(language, _creditor(item)),
        "payer": names.payer(language, item.receivable),
        "label": item.receivable.label,
        "amount": render.money(item.amount),
    }
    if item.due is not None:
        values["due"] = render.date(language, item.due)
    if item.article:
        values["law"] = article(language, item.article)
    return say(language, f"reminders.{text}", **values)
