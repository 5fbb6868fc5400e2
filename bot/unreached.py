"""Reminders that did not arrive: the payer's checkers get them instead, and the supplier hears of it, once each."""

from __future__ import annotations

from typing import Any

from bot import render
from bot.announce import acting
from bot.desk import Desk
from bot.scene import HOLDERS
from bot.state import GONE, Letter
from bot.texts import say
from ledger.state import Receivable


def tell(desk: Desk, now: int) -> None:
    """A payer who cannot be reached: its checkers get the reminder instead, and the supplier hears of it, once."""
    outbox, state = desk.state.outbox, desk.ledger.state
    for kind in ("failed", "uncertain"):
        for letter in outbox.in_state(kind):
            about = (letter.payload or {}).get("about")
            told = outbox.key("unreached", letter.key)
            if letter.why == GONE or about is None or about["side"] != "payer" or outbox.get(told) is not None:
                continue
            receivable = state.receivables.get(about["receivable"])
            if receivable is None:  # the ledger is an older copy than the bot's own data
                continue
            checkers = _instead(desk, letter, about, now) if kind == "failed" else []
            key = "unknown" if kind == "uncertain" else "payer.checker" if checkers else "payer"
            _tell_supplier(desk, receivable, f"reminders.unreached.{key}", about["recipient"], told, now)


def _instead(desk: Desk, letter: Letter, about: dict[str, Any], now: int) -> list[str]:
    """Send to the payer's reachable checkers what its maker could not be sent; their ids."""
    state = desk.ledger.state
    receivable = state.receivables[about["receivable"]]
    payer = state.payer_of(receivable)
    recipient = state.people.get(about["recipient"])
    if payer is None or recipient is None or "checker" in recipient.roles:
        return []
    reached = []
    for person in acting(state, payer.party, ["checker"], now):
        account = desk.account_of(person.person)
        if account is not None and not account.blocked:
            language = desk.language(account.user)
            html = say(
                language,
                "receivables.instead",
                label=receivable.label,
                amount=render.money(receivable.undecided),
                supplier=desk.names.party(language, receivable.supplier),
            )
            offers = [[say(language, "receivables.button.show"), "show", {"receivable": receivable.id}]]
            desk.state.outbox.queue(
                desk.state.outbox.key("instead", letter.key, person.person), account.user,
                {"html": html, "offers": offers, "person": person.person}, now,
            )  # fmt: skip
            reached.append(person.person)
    return reached


def _tell_supplier(desk: Desk, receivable: Receivable, key: str, recipient: str, told: str, now: int) -> None:
    state = desk.ledger.state
    person = state.people.get(recipient)
    role = person.roles[0] if person is not None and person.roles else "maker"
    first = True
    for owner in acting(state, receivable.holder, HOLDERS, now):
        account = desk.account_of(owner.person)
        if account is None or account.blocked:
            continue
        language = desk.language(account.user)
        values = {
            "role": render.word(language, "role", role),
            "payer": desk.names.payer(language, receivable),
            "label": receivable.label,
        }
        offers = [[say(language, "receivables.button.letter"), "letter", {"receivable": receivable.id}]]
        name = told if first else desk.state.outbox.key(told, owner.person)
        payload = {"html": say(language, key, **values), "offers": offers, "person": owner.person}
        desk.state.outbox.queue(name, account.user, payload, now)
        first = False
