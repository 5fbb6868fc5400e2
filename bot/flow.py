"""From a command to a summary ready to sign: which receivable, what is missing, one question at a time.

The draft under way is plain JSON in the user's data, kept with each update; ``asking`` names the open question.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from typing import Any

from telegram.ext import ConversationHandler

from bot import consents, deals, lines, render, signing
from bot.actions import ACTIONS, read, take_spoken
from bot.announce import Offer, worded
from bot.announce import offer as button
from bot.arguments import Spoken
from bot.describe import DECISIONS, state_word, summary
from bot.errands import own_texts
from bot.errors import Pardon
from bot.parse_input import InputError
from bot.scene import Action, Ask, Scene, candidates, visible
from bot.signing import Draft
from bot.standing import listed
from bot.steps import HOLDING, REMEDY
from bot.talk import Talk, together
from bot.texts import Html
from ledger.errors import LedgerError, MissingError
from ledger.state import Receivable
from ledger.types import Actor, Entry

WAITING = 1
END: int = ConversationHandler.END
MOST_CHOICES = 8


def today(talk: Talk) -> dt.date:
    return render.figures.shanghai(talk.desk.now()).date()


def find(talk: Talk, label: str, party: str) -> Receivable:
    """The receivable that ``label`` names, if ``party`` may see it. Otherwise Pardon, telling strangers nothing."""
    state, now = talk.desk.ledger.state, talk.desk.now()
    found = state.numbered(label)
    if found is not None and visible(state, found, party, now):
        return found
    listed = map(state.receivables.get, reversed(state.numbers))
    seen = next((each for each in listed if each and visible(state, each, party, now)), None)
    if seen is None:
        raise Pardon("receivables.ask.label.unknown", label=label)
    shown = button("receivables.button.show", "show", receivable=seen.id)
    raise Pardon("receivables.ask.label.other", (shown,), label=label, other=seen.label)


async def begin(
    talk: Talk,
    command: str,
    said: Spoken | None = None,
    raw: str = "",
    receivable: str | None = None,
    line: str | None = None,
) -> int:
    """Start ``command`` with what its line says. A step's ``line`` is read once it is known what it is about."""
    action = ACTIONS[command]
    person = talk.known()
    values: dict[str, Any] = {}
    if said is not None:
        take_spoken(command, values, said, raw)
        if said.label is not None:
            receivable = _named(talk, action, said.label, person.party).id
    talk.known(*action.roles)
    if receivable is not None:
        _fits(talk, action, talk.desk.ledger.state.receivables[receivable])
    talk.draft = {"flow": "act", "command": command, "receivable": receivable, "values": values}
    if line:
        talk.draft["line"] = line
    try:
        return await go_on(talk)
    except (Pardon, InputError, LedgerError):
        if "asking" not in talk.draft:  # nothing was asked, so nothing is under way
            talk.draft = {}
        raise


def _named(talk: Talk, action: Action, label: str, party: str) -> Receivable:
    """The named receivable; who is no party to it hears who could act, and nothing else."""
    state = talk.desk.ledger.state
    found = state.numbered(label)
    if found is None or not visible(state, found, party, talk.desk.now()):
        talk.known(*action.roles)
    return find(talk, label, party)


def _fits(talk: Talk, action: Action, receivable: Receivable) -> None:
    """Raise Pardon unless this can be done to the receivable as it stands."""
    party = talk.known().party
    if action.on(talk.desk.ledger.state, receivable, party, talk.desk.now()):
        return
    show = button("receivables.button.show", "show", receivable=receivable.id)
    if action.command in HOLDING or action.command in REMEDY:
        family = "holding" if action.command in HOLDING else "remedy"
        way = button(f"{family}.button.open", family, receivable=receivable.id)
        raise Pardon(f"holding.door.{family}.not-now", (way,), label=receivable.label)
    if action.command in DECISIONS and receivable.holding is not None and receivable.live:
        correct = button("holding.button.correct", "begin", command="correct", receivable=receivable.id)
        raise Pardon("refusals.correction-needed", (correct, show))
    if action.command in ("receive", "deny") and receivable.live:
        raise Pardon("receivables.ask.payment.none", (show,), label=receivable.label)
    stands = state_word(talk.language, receivable)
    raise Pardon("receivables.ask.not-now", (show,), label=receivable.label, state=stands)


async def go_on(talk: Talk) -> int:
    """Ask for the next thing that is missing, or show the summary to sign. What the ledger refuses can be put right:
    the question before it stays open."""
    draft = talk.draft
    action = ACTIONS[draft["command"]]
    if draft["receivable"] is None:
        asked = _which(talk, action)
        if asked is not None:
            return await _ask(talk, asked)
    scene = scene_of(talk, draft)
    try:
        if (said := draft.pop("line", None)) is not None:
            scene.values |= lines.values(scene, action.command, said)
        asked = action.asks(scene)
    finally:
        draft["values"] = scene.values
    if asked is not None:
        return await _ask(talk, asked)
    body = action.body(scene)
    try:
        await offer(talk, Draft(action.event, body), scene.receivable)
    except LedgerError:  # it will not be signed, so nothing refers to its texts
        forget(talk, own_texts(talk, body))
        raise
    talk.draft = {}
    return END


def scene_of(talk: Talk, draft: dict[str, Any]) -> Scene:
    desk = talk.desk
    return Scene(
        ledger=desk.ledger,
        names=desk.names,
        person=talk.known(),
        language=talk.language,
        now=desk.now(),
        today=today(talk).isoformat(),
        receivable=desk.ledger.state.receivables[draft["receivable"]],
        values=dict(draft["values"]),
    )


def _which(talk: Talk, action: Action) -> Ask | None:
    """The question which receivable is meant; None once there is only one it can be."""
    party = talk.known().party
    found = candidates(action, talk.desk.ledger.state, party, talk.desk.now())
    if not found:
        talk.draft = {}
        raise Pardon("receivables.ask.receivable.none")
    if len(found) == 1:
        talk.draft["receivable"] = found[0].id
        return None
    choices = tuple((listed(talk, each), each.id) for each in found[:MOST_CHOICES])
    return Ask("receivable", talk.text("receivables.ask.receivable"), choices)


async def _ask(talk: Talk, ask: Ask) -> int:
    talk.draft["asking"] = ask.field
    offers = [_fill(ask.field, words, value) for words, value in ask.choices]
    offers.append(cancel_offer())
    await talk.send(ask.text, offers)
    return WAITING


def _fill(field: str, words: Html, value: Any) -> Offer:
    return Offer(lambda _: words, "fill", {"field": field, "value": value})


def cancel_offer(*drop: str) -> Offer:
    """A cancel button; ``drop`` are commitments to texts that nothing refers to once it is cancelled."""
    return Offer(worded("receivables.button.cancel"), "cancel", {"drop": list(drop)})


async def fill(talk: Talk, field: str, value: Any) -> int:
    """A choice was pressed."""
    draft = talk.draft
    if draft.get("flow") != "act" or draft.get("asking") != field:
        raise Pardon("receivables.button.expired")
    if field == "receivable":
        _fits(talk, ACTIONS[draft["command"]], talk.desk.ledger.state.receivables[value])
        draft["receivable"] = value
    elif (field, value) == ("over", "change"):
        draft["values"].pop("amount", None)
    else:
        draft["values"][field] = value
    return await go_on(talk)


async def typed(talk: Talk, text: str) -> int:
    """An answer was typed."""
    draft = talk.draft
    if draft["asking"] == "receivable":
        said = talk.desk.spoken(text)
        if said.label is None:
            raise Pardon("receivables.input.choose", typed=render.short(text))
        found = find(talk, said.label, talk.known().party)
        _fits(talk, ACTIONS[draft["command"]], found)
        draft["receivable"] = found.id
        return await go_on(talk)
    scene = scene_of(talk, draft)
    read(scene, draft["asking"], text)
    draft["values"] = scene.values
    return await go_on(talk)


def drop_offers(talk: Talk) -> bool:
    """Use up the speaker's own open questions and summaries, and erase the texts that only they referred to."""
    desk, found = talk.desk, False
    for group, row in desk.state.buttons.live(talk.user, desk.now()):
        if any(action in ("sign", "cancel") for action, _ in row["actions"]):
            desk.state.buttons.revoke(group, desk.now())
            found = True
            for _, args in row["actions"]:
                forget(talk, args.get("drop", ()))
    return found


def drop_order(talk: Talk) -> Entry | None:
    """What waits for a PIN is given up: erase the texts that only it referred to. If a crash kept from the bot that it
    is recorded already: its entry, and nothing is erased."""
    order = (talk.context.user_data or {}).get("pad", {}).get("order", {})
    person = talk.person
    if person is None or "request" not in order:
        return None
    recorded = talk.desk.ledger.requested(Actor(person.party, person.person, person.key), order["request"])
    if recorded is None:
        forget(talk, own_texts(talk, order["body"]))
    return recorded


def forget(talk: Talk, commitments: Iterable[str]) -> None:
    """Erase texts that nothing in the ledger refers to."""
    for commitment in commitments:
        with contextlib.suppress(MissingError):  # lost before, which is as gone as can be
            talk.desk.ledger.texts.erase(commitment)
        talk.desk.names.forget(commitment)


async def offer(talk: Talk, draft: Draft, receivable: Receivable) -> None:
    """Show the summary with a button that signs it."""
    sign = signing.sign_offer(talk, draft, "receivables.button.sign")
    names, state, kind, body = talk.desk.names, talk.desk.ledger.state, draft.kind, draft.body
    if kind in deals.KINDS:
        person, now = talk.known(), talk.desk.now()
        shown = [deals.summary(talk.language, names, state, receivable, kind, body, person.party, now)]
        shown += consents.needed(talk.language, names, state, kind, person, body, now)
    else:
        shown = [summary(talk.language, names, receivable, kind, body)]
    if (kind in DECISIONS or kind == "pay") and signing.needs_checker(talk, draft):
        shown.append(talk.text("receivables.sum.dual"))
    await talk.send(together(*shown), (sign, cancel_offer(*own_texts(talk, body))))
