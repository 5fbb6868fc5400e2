"""``/holding`` and ``/remedy``: two doors to many steps, a view with buttons for what is possible, or the step itself
said in one line."""

from __future__ import annotations

import re

from bot import flow, lines, render
from bot.announce import Offer
from bot.announce import offer as button
from bot.arguments import LABEL
from bot.errors import Pardon
from bot.standing import holding_lines, listed, remedy_lines, stand_of, waiting_lines
from bot.steps import HOLDING, REMEDY, possible
from bot.talk import Talk, together
from ledger import visibility
from ledger.state import Person, Receivable

OF = {"holding": HOLDING, "remedy": REMEDY}


async def begin(talk: Talk, family: str, words: str) -> int:
    """``/holding`` and ``/remedy``: with a step behind them the step itself, else the view of one receivable."""
    person = talk.known()
    found = lines.meant(words, family)
    named = LABEL.search(words)
    if found is not None:
        return await step(talk, *found, label=named[0] if named else None)
    if named is None:
        return await _which(talk, family)
    receivable = flow.find(talk, _label(named), person.party)
    rest = LABEL.sub(" ", words, count=1).strip(" :：,，")
    if rest:
        raise Pardon(
            f"holding.door.{family}.unread",
            tuple(buttons(talk, receivable, family)),
            typed=render.short(rest),
            label=receivable.label,
        )
    await (show_holding if family == "holding" else show_remedy)(talk, receivable)
    return flow.END


def _label(found: re.Match[str]) -> str:
    return f"R-{int(found[1]):04d}"


async def step(talk: Talk, command: str, rest: str, label: str | None) -> int:
    """A step said in a line: on the named receivable, or the one that it can be."""
    named = LABEL.search(label or "")
    receivable = None if named is None else flow.find(talk, _label(named), talk.known().party).id
    return await flow.begin(talk, command, receivable=receivable, line=rest)


async def _which(talk: Talk, family: str) -> int:
    """One of those about which the speaker can do something, or the only one."""
    person, state, now = talk.known(), talk.desk.ledger.state, talk.desk.now()
    listed = [state.receivables[each] for each in reversed(state.numbers)]
    found = [each for each in listed if possible(state, each, person, now, OF[family])]
    if len(found) == 1:
        await (show_holding if family == "holding" else show_remedy)(talk, found[0])
    elif not found:
        raise Pardon(f"holding.door.{family}.none.{nothing_for(person, family)}")
    else:
        offers = [_pick(talk, family, each) for each in found[: flow.MOST_CHOICES]]
        await talk.say(f"holding.door.{family}.which", [*offers, flow.cancel_offer()])
    return flow.END


def nothing_for(person: Person, family: str = "holding") -> str:
    """For whom it is said that there is nothing: each is told how something comes about for somebody like them."""
    if "owner" in person.roles:
        return "yet"
    return "offered" if "financier" in person.roles and family == "holding" else "others"


def _pick(talk: Talk, family: str, receivable: Receivable) -> Offer:
    words = listed(talk, receivable)
    return Offer(lambda _: words, family, {"receivable": receivable.id})


def buttons(talk: Talk, receivable: Receivable, family: str) -> list[Offer]:
    """What the speaker can do with it now, in that family of steps."""
    return possible(talk.desk.ledger.state, receivable, talk.known(), talk.desk.now(), OF[family])


async def show_holding(talk: Talk, receivable: Receivable) -> None:
    """Who holds it, whom the payer pays, offers and what came of them, as far as the speaker sees them."""
    offers = buttons(talk, receivable, "holding")
    shown = holding_lines(talk, receivable)
    if not offers:
        shown.append(talk.text("holding.view.idle"))
    await talk.send(together(*shown, *waiting_lines(talk, receivable)), [*offers, *_around(talk, receivable, "remedy")])


def _around(talk: Talk, receivable: Receivable, other: str) -> list[Offer]:
    """Ways to the rest of what is known of it."""
    stand = stand_of(talk, receivable)
    if stand in (visibility.FINANCIER, visibility.REGISTRAR):
        return [button("receivables.button.receipt", "receipt", receivable=receivable.id)]
    found = [button("receivables.button.show", "show", receivable=receivable.id)]
    if buttons(talk, receivable, other):
        found.append(button(f"{other}.button.open", other, receivable=receivable.id))
    return found


async def show_remedy(talk: Talk, receivable: Receivable) -> None:
    """Demands, the complaint and its clocks, the limitation; to the payer only what it was told."""
    offers = buttons(talk, receivable, "remedy")
    if REMEDY["demand"].on(talk.desk.ledger.state, receivable, talk.known().party, talk.desk.now()):
        offers.append(button("remedy.button.letter", "demand.letter", receivable=receivable.id))
    await talk.send(together(*remedy_lines(talk, receivable)), [*offers, *_around(talk, receivable, "holding")])
