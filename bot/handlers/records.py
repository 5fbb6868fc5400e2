"""Reading: lists, one receivable, the whole ledger."""

from __future__ import annotations

import asyncio

from bot import flow, matters, render
from bot.actions import ACTIONS
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.describe import history, record
from bot.errors import Pardon
from bot.letters import notice_letter
from bot.render.law import standing_lines
from bot.request import askable, makers
from bot.scene import visible
from bot.standing import demand_lines, holding_lines, listed, stand_of, waiting_lines
from bot.talk import Talk, handler, together
from ledger import law, visibility
from ledger.errors import LedgerError
from ledger.state import Receivable
from ledger.verify import audit

SHOWN = 15


@handler
async def receivables(talk: Talk) -> None:
    """``/receivables``: all that the speaker's enterprise may see, the newest first."""
    person, state, now = talk.known(), talk.desk.ledger.state, talk.desk.now()
    found = [
        each
        for each in map(state.receivables.__getitem__, reversed(state.numbers))
        if visible(state, each, person.party, now)
    ]
    if not found:
        raise _nothing(talk)
    lines = [talk.text("receivables.list.title", count=len(found))]
    lines += [listed(talk, each) for each in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(talk.text("receivables.list.more", count=len(found) - SHOWN))
    await talk.send(together(*lines))


def _nothing(talk: Talk) -> Pardon:
    whose = matters.nothing_for(talk.known())
    return Pardon("receivables.list.none" if whose == "yet" else f"receivables.list.none.{whose}")


@handler
async def show(talk: Talk) -> None:
    """``/show R-0001``: where it stands, what the law says, what can be done."""
    await show_one(talk, named(talk, talk.arguments))


async def show_one(talk: Talk, receivable: Receivable) -> None:
    """To who sees all of it, the whole; to a financier what it was offered, to the registrar its complaint."""
    desk, state, stand = talk.desk, talk.desk.ledger.state, stand_of(talk, receivable)
    if stand == visibility.FINANCIER:
        return await matters.show_holding(talk, receivable)
    if stand == visibility.REGISTRAR:
        return await matters.show_remedy(talk, receivable)
    lines = [record(talk.language, desk.names, state, receivable)]
    if receivable.holding is not None or receivable.family is not None:
        lines += holding_lines(talk, receivable)
    if receivable.live and receivable.outstanding > 0:
        payer = state.payer_of(receivable)
        view = law.view(receivable, state.enterprises[receivable.supplier], payer, desk.today())
        lines += standing_lines(talk.language, view)
    lines += [*demand_lines(talk, receivable), *waiting_lines(talk, receivable)]
    await talk.send(together(*lines), _next(talk, receivable))
    return None


def _next(talk: Talk, receivable: Receivable) -> list[Offer]:
    """What the speaker can do with it now."""
    person, state, now = talk.known(), talk.desk.ledger.state, talk.desk.now()
    offers = []
    if askable(receivable, person.party) and "owner" in person.roles:
        args = {"receivable": receivable.id, "nudge": True}
        offers.append(Offer(worded("receivables.button.request"), "request", args))
    for command in ("acknowledge", "confirm", "query", "dispute", "answer", "receive", "deny"):
        action = ACTIONS[command]
        if set(action.roles) & set(person.roles) and action.on(state, receivable, person.party, now):
            offers.append(button(f"receivables.button.{command}", "begin", command=command, receivable=receivable.id))
    if receivable.holder == person.party and receivable.live and not makers(talk, receivable):
        offers.append(button("receivables.button.letter", "letter", receivable=receivable.id))
    families = [family for family in matters.OF if matters.buttons(talk, receivable, family)]
    if "remedy" in families and not _late(talk, receivable):
        families.remove("remedy")
    offers += [button(f"{family}.button.open", family, receivable=receivable.id) for family in families]
    offers.append(button("receivables.button.history", "history", receivable=receivable.id))
    offers.append(button("receivables.button.receipt", "receipt", receivable=receivable.id))
    return offers


def _late(talk: Talk, receivable: Receivable) -> bool:
    """Whether there is something to get remedied: it is overdue or unanswered, or was demanded already."""
    state = talk.desk.ledger.state
    payer = state.payer_of(receivable)
    view = law.view(receivable, state.enterprises[receivable.supplier], payer, talk.desk.today())
    return bool(view.overdue_days or view.duty_late_days or receivable.remedies)


async def tell_history(talk: Talk, receivable: Receivable) -> None:
    """Every step that the speaker may see, who took it, and the entry that keeps it."""
    state = talk.desk.ledger.state
    steps = visibility.steps(state, receivable, talk.known().party, talk.desk.now())
    await talk.send(history(talk.language, talk.desk.names, steps))


async def send_letter(talk: Talk, receivable: Receivable) -> None:
    """The letter to a payer that cannot be asked here, to be printed and served."""
    text, name, caption = notice_letter(talk.language, talk.desk, receivable)
    await talk.document(text.encode("utf-8"), name, caption)


async def send_demand(talk: Talk, receivable: Receivable) -> None:
    """The demand for payment, to be printed and served."""
    text, name, caption = notice_letter(talk.language, talk.desk, receivable, "demand")
    await talk.document(text.encode("utf-8"), name, caption)


def named(talk: Talk, words: str) -> Receivable:
    """The receivable a line names; without one the only one, or a request to name it."""
    person = talk.known()
    said = talk.desk.spoken(words)
    if said.label is not None:
        return flow.find(talk, said.label, person.party)
    state = talk.desk.ledger.state
    found = [each for each in list(state.receivables.values()) if visible(state, each, person.party, talk.desk.now())]
    if len(found) == 1:
        return found[0]
    raise Pardon("receivables.ask.label.which") if found else _nothing(talk)


@handler
async def verify(talk: Talk) -> None:
    """``/verify``: decide every entry again, and show the checkpoint to keep."""
    ledger = talk.desk.ledger
    try:
        async with talk.desk.auditing:  # one at a time, whoever asks: it takes every core
            found = await asyncio.to_thread(audit, talk.desk.data, ledger=ledger.id, log_vkey=ledger.log_vkey)
    except LedgerError as fault:
        await talk.say("receivables.verify.bad", why=str(fault))
        return
    await talk.say(
        "receivables.verify.good",
        count=found.entries,
        first=render.instant(talk.language, found.first_at),
        last=render.instant(talk.language, found.last_at),
        note=ledger.checkpoint().decode("utf-8").strip(),
        key=ledger.log_vkey,
    )
