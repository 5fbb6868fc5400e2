"""Reading: lists, one receivable, the whole ledger."""

from __future__ import annotations

import asyncio

from bot import flow, render
from bot.actions import ACTIONS
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.approvals import waiting
from bot.describe import history, line, proposal_ends, record, what
from bot.errors import Pardon
from bot.letters import notice_letter
from bot.render.law import standing_lines
from bot.request import askable, makers
from bot.scene import visible
from bot.talk import Talk, handler, together
from ledger import law
from ledger.errors import LedgerError
from ledger.state import Receivable
from ledger.verify import audit

SHOWN = 15


@handler
async def receivables(talk: Talk) -> None:
    """``/receivables``: all that the speaker's enterprise may see, the newest first."""
    person = talk.known()
    state = talk.desk.ledger.state
    found = [
        each
        for each in map(state.receivables.__getitem__, reversed(state.numbers))
        if visible(state, each, person.party)
    ]
    if not found:
        raise _nothing(talk)
    lines = [talk.text("receivables.list.title", count=len(found))]
    lines += [line(talk.language, talk.desk.names, each, person.party) for each in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(talk.text("receivables.list.more", count=len(found) - SHOWN))
    await talk.send(together(*lines))


def _nothing(talk: Talk) -> Pardon:
    return Pardon("receivables.list.none" if "owner" in talk.known().roles else "receivables.list.none.others")


@handler
async def show(talk: Talk) -> None:
    """``/show R-0001``: where it stands, what the law says, what can be done."""
    await show_one(talk, named(talk, talk.arguments))


async def show_one(talk: Talk, receivable: Receivable) -> None:
    person, desk = talk.known(), talk.desk
    state = desk.ledger.state
    lines = [record(talk.language, desk.names, state, receivable)]
    if receivable.live and receivable.outstanding > 0:
        payer = state.payer_of(receivable)
        view = law.view(receivable, state.enterprises[receivable.supplier], payer, desk.today())
        lines += standing_lines(talk.language, view)
    for proposal in waiting(state, person, desk.now(), own=True):
        if proposal.receivable == receivable.id:
            said = what(talk.language, desk.names, state, proposal)
            lines.append(talk.text("receivables.show.waiting", what=said, date=proposal_ends(talk.language, proposal)))
    await talk.send(together(*lines), _next(talk, receivable))


def _next(talk: Talk, receivable: Receivable) -> list[Offer]:
    """What the speaker can do with it now."""
    person = talk.known()
    state = talk.desk.ledger.state
    offers = []
    if askable(receivable, person.party) and "owner" in person.roles:
        args = {"receivable": receivable.id, "nudge": True}
        offers.append(Offer(worded("receivables.button.request"), "request", args))
    for command in ("acknowledge", "confirm", "query", "dispute", "answer", "receive", "deny"):
        action = ACTIONS[command]
        if set(action.roles) & set(person.roles) and action.on(state, receivable, person.party):
            offers.append(button(f"receivables.button.{command}", "begin", command=command, receivable=receivable.id))
    if receivable.supplier == person.party and receivable.live and not makers(talk, receivable):
        offers.append(button("receivables.button.letter", "letter", receivable=receivable.id))
    offers.append(button("receivables.button.history", "history", receivable=receivable.id))
    offers.append(button("receivables.button.receipt", "receipt", receivable=receivable.id))
    return offers


async def tell_history(talk: Talk, receivable: Receivable) -> None:
    """Every step, who took it, and the entry that keeps it."""
    await talk.send(history(talk.language, talk.desk.names, receivable))


async def send_letter(talk: Talk, receivable: Receivable) -> None:
    """The letter to a payer that cannot be asked here, to be printed and served."""
    text, name, caption = notice_letter(talk.language, talk.desk, receivable)
    await talk.document(text.encode("utf-8"), name, caption)


def named(talk: Talk, words: str) -> Receivable:
    """The receivable a line names; without one the only one, or a request to name it."""
    person = talk.known()
    said = talk.desk.spoken(words)
    if said.label is not None:
        return flow.find(talk, said.label, person.party)
    state = talk.desk.ledger.state
    found = [each for each in list(state.receivables.values()) if visible(state, each, person.party)]
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
