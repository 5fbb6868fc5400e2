"""What a person can do with a receivable, one ``Action`` a command: who may, on which, what must be known.

Pure but for texts, which are kept (encrypted, beside the ledger) when a body that commits to them is built. The ledger
decides again; these rules only spare people a refusal and ask for what is missing, one thing at a time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot import render
from bot.arguments import Spoken, reason
from bot.describe import parties
from bot.errors import Pardon
from bot.names import Names
from bot.parse_input import amount, date
from bot.texts import Html, say
from ledger.service import Ledger
from ledger.state import Payment, Person, Receivable, State
from ledger.types import DISPUTE_REASONS, Body

OPEN = ("requested", "acknowledged", "queried", "part-confirmed", "disputed", "rejected")
WAITING = ("requested", "acknowledged", "queried")
TEXT_LIMIT = 500
WHOLE = ("all", "full", "全部", "全额", "全額")


@dataclass(slots=True)
class Scene:
    """One action under way: who, on what, and what is known so far (``values`` is the draft, plain JSON)."""

    ledger: Ledger
    names: Names
    person: Person
    language: str
    today: str
    receivable: Receivable
    values: dict[str, Any] = field(default_factory=dict)

    def about(self) -> dict[str, str]:
        return parties(self.language, self.names, self.receivable)

    def say(self, key: str, **values: str) -> Html:
        return say(self.language, key, **{**self.about(), **values})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the field it fills, its text, and values offered as buttons."""

    field: str
    text: Html
    choices: tuple[tuple[Html, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """``on``: which receivables it fits for a party; ``asks``: what is missing (None: nothing); ``body``: the event."""

    command: str
    roles: tuple[str, ...]
    on: Callable[[State, Receivable, str], bool]
    asks: Callable[[Scene], Ask | None]
    body: Callable[[Scene], Body]


def candidates(action: Action, state: State, party: str) -> list[Receivable]:
    """The receivables on which ``party`` can do this now, the newest first."""
    found = (state.receivables[each] for each in reversed(state.numbers))
    return [receivable for receivable in found if action.on(state, receivable, party)]


def is_payer(state: State, receivable: Receivable, party: str) -> bool:
    payer = state.payer_of(receivable)
    return payer is not None and payer.party == party


def visible(state: State, receivable: Receivable, party: str) -> bool:
    """A supplier sees what it registered; a payer what it was asked about; nobody else anything."""
    if receivable.supplier == party:
        return True
    return is_payer(state, receivable, party) and receivable.requested_at is not None


# -- reading what was typed into the draft ----------------------------------


def take_spoken(command: str, values: dict[str, Any], said: Spoken, raw: str) -> None:
    """Fill the draft from a command's line."""
    amounts = list(said.amounts)
    if command in ("confirm", "dispute", "reject", "pay"):
        name = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected", "pay": "amount"}[command]
        if amounts:
            values[name] = amounts[0]
        if command == "confirm" and len(amounts) == 2 and said.reason and said.disputed is None:
            values["disputed"] = amounts[1]
        for part in ("disputed", "rejected"):
            if getattr(said, part) is not None:
                values[part] = getattr(said, part)
        if command != "pay" and said.reason:
            values["reason"] = said.reason
        if (
            command == "confirm"
            and raw
            and re.search(r"\b(?:all|full|in full|fully)\b|全部|全額|全额", raw, re.IGNORECASE)
        ):
            values.setdefault("confirmed", "all")
    if command == "receive" and amounts:
        values["amount"] = amounts[0]
    if command in ("pay", "receive") and said.on:
        values["on"] = said.on
    if command in ("query", "answer") and raw:
        values["text"] = raw


def read(scene: Scene, name: str, typed: str) -> None:
    """Take the answer to a question into the draft. Raises ``InputError``."""
    if name in ("confirmed", "disputed", "rejected", "amount"):
        whole = typed.strip().lower() in WHOLE
        scene.values[name] = "all" if whole else amount(typed)
    elif name == "reason":
        code = typed.strip().upper() if typed.strip().upper() in DISPUTE_REASONS else reason(typed)
        if code is None:
            raise Pardon("receivables.input.reason", typed=render.short(typed))
        scene.values["reason"] = code
    elif name == "text":
        scene.values["text"] = typed
    elif name == "on":
        scene.values["on"] = date(typed, dt.date.fromisoformat(scene.today)).isoformat()
    else:
        raise Pardon("receivables.input.choose", typed=render.short(typed))


# -- the payer decides ------------------------------------------------------


def _whole(scene: Scene, name: str, of: int) -> None:
    if scene.values.get(name) == "all":
        scene.values[name] = of


def _decision_asks(scene: Scene, lead: str) -> Ask | None:
    """``lead`` is the part this command moves: confirmed, disputed or rejected."""
    receivable, values = scene.receivable, scene.values
    free = receivable.claimed - receivable.confirmed if lead == "confirmed" else receivable.undecided
    _whole(scene, lead, free if lead != "confirmed" else receivable.claimed)
    if lead not in values:
        money = render.money(receivable.claimed if lead == "confirmed" else free)
        everything = say(scene.language, "receivables.button.confirm.all", amount=money)
        return Ask(lead, _how_much(scene, lead, money), ((everything, "all"),))
    _possible(scene, lead, free)
    if lead == "confirmed":
        asked = _rest_ask(scene)
        if asked is not None:
            return asked
    body = _decision(scene, lead)
    if not values.get("reason") and _reason_needed(receivable, body):
        choices = tuple((render.word(scene.language, "reason", code), code) for code in DISPUTE_REASONS)
        return Ask("reason", scene.say("receivables.ask.reason"), choices)
    return None


def _possible(scene: Scene, lead: str, free: int) -> None:
    """What the ledger would refuse is said before anything more is asked."""
    receivable, value = scene.receivable, scene.values[lead]
    if value > (receivable.claimed if lead == "confirmed" else free):
        del scene.values[lead]
        raise Pardon("refusals.over-claim.with", claimed=render.money(receivable.claimed))
    if lead == "confirmed" and value <= receivable.confirmed:
        del scene.values[lead]
        raise Pardon("refusals.confirmed-falls.with", confirmed=render.money(receivable.confirmed))


def _how_much(scene: Scene, lead: str, money: str) -> Html:
    if lead == "confirmed" and scene.receivable.confirmed:
        sofar = render.money(scene.receivable.confirmed)
        return scene.say("receivables.ask.confirmed.more", amount=money, confirmed=sofar)
    return scene.say(f"receivables.ask.{lead}", amount=money)


def _rest_ask(scene: Scene) -> Ask | None:
    receivable, values = scene.receivable, scene.values
    rest = receivable.claimed - values["confirmed"] - receivable.disputed - receivable.rejected
    decided = values.keys() & {"disputed", "rejected", "rest"}
    if rest <= 0 or decided:
        return None
    choices = tuple(
        (say(scene.language, f"receivables.button.rest.{what}"), what) for what in ("dispute", "reject", "open")
    )
    return Ask("rest", scene.say("receivables.ask.rest", amount=render.money(rest)), choices)


def _decision(scene: Scene, lead: str) -> dict[str, int]:
    """The new totals. What ``confirm`` takes comes from the undecided part first, then from dispute and rejection."""
    receivable, values = scene.receivable, scene.values
    totals = {"confirmed": receivable.confirmed, "disputed": receivable.disputed, "rejected": receivable.rejected}
    if lead == "confirmed":
        totals["confirmed"] = values["confirmed"]
        for part in ("disputed", "rejected"):
            if part in values:
                totals[part] = values[part]
        rest = receivable.claimed - sum(totals.values())
        if values.get("rest") == "dispute":
            totals["disputed"] += rest
        elif values.get("rest") == "reject":
            totals["rejected"] += rest
        _make_room(totals, receivable.claimed)
    else:
        totals[lead] += values[lead]
    return totals


def _make_room(totals: dict[str, int], claimed: int) -> None:
    """Confirming more than is undecided takes back what was disputed, then what was rejected."""
    for part in ("disputed", "rejected"):
        excess = sum(totals.values()) - claimed
        if excess > 0:
            totals[part] -= min(excess, totals[part])


def _reason_needed(receivable: Receivable, totals: dict[str, int]) -> bool:
    return totals["disputed"] > receivable.disputed or totals["rejected"] > receivable.rejected


def _decision_body(scene: Scene, lead: str) -> Body:
    totals = _decision(scene, lead)
    needed = _reason_needed(scene.receivable, totals)
    return {
        "receivable": scene.receivable.id,
        **totals,
        "reason": scene.values["reason"] if needed else None,
        "note": None,
    }


def _decides(command: str, lead: str) -> Action:
    return Action(
        command,
        ("maker",),
        lambda state, receivable, party: (
            is_payer(state, receivable, party)
            and receivable.confirmation in OPEN
            and (receivable.confirmed < receivable.claimed if lead == "confirmed" else receivable.undecided > 0)
        ),
        lambda scene: _decision_asks(scene, lead),
        lambda scene: _decision_body(scene, lead),
    )


# -- short ones -------------------------------------------------------------


def _nothing(_: Scene) -> None:
    return None


def _only(scene: Scene) -> Body:
    return {"receivable": scene.receivable.id}


def _wants_text(scene: Scene, key: str, **values: str) -> Ask | None:
    typed = render.short(str(scene.values.get("text", "")), 10 * TEXT_LIMIT)
    if not typed:
        return Ask("text", scene.say(key, **values))
    if len(typed) > TEXT_LIMIT:
        del scene.values["text"]
        raise Pardon("receivables.input.long", count=len(typed), limit=TEXT_LIMIT)
    return None


def _kept(scene: Scene, name: str) -> Body:
    return {
        "receivable": scene.receivable.id,
        name: scene.ledger.texts.keep(render.short(str(scene.values["text"]), TEXT_LIMIT)),
    }


def question_of(ledger: Ledger, receivable: Receivable) -> str | None:
    """The commitment to the newest question about a receivable."""
    for step in reversed(receivable.steps):
        if step.type == "query":
            event = ledger.entry(step.seq).event
            return str(event.body["question"]) if hasattr(event, "body") else None
    return None


def _answer_asks(scene: Scene) -> Ask | None:
    question = scene.names.text(scene.language, question_of(scene.ledger, scene.receivable))
    return _wants_text(scene, "receivables.ask.answer", question=render.short(question, 300))


# -- payment ----------------------------------------------------------------


def payable(receivable: Receivable) -> int:
    """Fen that can still be reported as paid."""
    return receivable.outstanding - receivable.pending


def _pay_asks(scene: Scene) -> Ask | None:
    free, values = payable(scene.receivable), scene.values
    _past(scene)
    _whole(scene, "amount", free)
    if "amount" not in values:
        everything = say(scene.language, "receivables.button.confirm.all", amount=render.money(free))
        return Ask("amount", scene.say("receivables.ask.paid", amount=render.money(free)), ((everything, "all"),))
    if values["amount"] > free and "over" not in values:
        over = render.money(values["amount"] - free)
        text = scene.say("receivables.ask.over", amount=render.money(free), over=over)
        apart = say(scene.language, "receivables.button.over.apart", amount=render.money(free), over=over)
        return Ask("over", text, ((apart, "apart"), (say(scene.language, "receivables.button.over.change"), "change")))
    return None


def _pay_body(scene: Scene) -> Body:
    free, total = payable(scene.receivable), scene.values["amount"]
    return {
        "receivable": scene.receivable.id,
        "amount": min(total, free),
        "over": max(0, total - free),
        "payee": scene.receivable.holder,
        "paid_on": scene.values.get("on", scene.today),
        "reference": None,
    }


def _past(scene: Scene) -> None:
    """Money comes on a day that was, not on one that will be."""
    on = scene.values.get("on")
    if on is not None and on > scene.today:
        del scene.values["on"]
        raise Pardon("receivables.input.future", date=dt.date.fromisoformat(on))


def open_payments(receivable: Receivable) -> list[Payment]:
    return [each for each in receivable.payments if each.pending or each.over_pending]


def _payment_asks(scene: Scene) -> Ask | None:
    waiting = open_payments(scene.receivable)
    if "pay" not in scene.values and len(waiting) > 1:
        choices = tuple(
            (Html(f"{render.money(each.pending)} ({render.date(scene.language, each.paid_on)})"), each.hash)
            for each in waiting
        )
        return Ask("pay", scene.say("receivables.ask.payment"), choices)
    return None


def _receive_asks(scene: Scene) -> Ask | None:
    _past(scene)
    if scene.ledger.state.payer_of(scene.receivable) is not None:
        return _payment_asks(scene)
    free = payable(scene.receivable)
    _whole(scene, "amount", free)
    if scene.values.get("amount", 0) > free:
        del scene.values["amount"]
        raise Pardon("receivables.input.received-more", amount=render.money(free), label=scene.receivable.label)
    if "amount" in scene.values:
        return None
    everything = say(scene.language, "receivables.button.confirm.all", amount=render.money(free))
    return Ask("amount", scene.say("receivables.ask.received", amount=render.money(free)), ((everything, "all"),))


def _chosen(scene: Scene) -> Payment:
    waiting = open_payments(scene.receivable)
    return next((each for each in waiting if each.hash == scene.values.get("pay")), waiting[0])


def _receive_body(scene: Scene) -> Body:
    if scene.ledger.state.payer_of(scene.receivable) is None:
        amount_fen, pay = scene.values["amount"], None
    else:
        chosen = _chosen(scene)
        amount_fen, pay = scene.values.get("amount", chosen.pending + chosen.over_pending), chosen.hash
    return {
        "receivable": scene.receivable.id,
        "pay": pay,
        "amount": amount_fen,
        "on": scene.values.get("on", scene.today),
    }


def _deny_body(scene: Scene) -> Body:
    return {"receivable": scene.receivable.id, "pay": _chosen(scene).hash, "reason": "not-received"}


ACTIONS: dict[str, Action] = {
    "withdraw": Action(
        "withdraw",
        ("owner",),
        lambda state, it, party: it.supplier == party and it.live and not (it.confirmed or it.received or it.pending),
        _nothing,
        _only,
    ),
    "acknowledge": Action(
        "acknowledge",
        ("maker", "checker"),
        lambda state, it, party: is_payer(state, it, party) and it.confirmation == "requested",
        _nothing,
        _only,
    ),
    "query": Action(
        "query",
        ("maker", "checker"),
        lambda state, it, party: is_payer(state, it, party) and it.confirmation in WAITING,
        lambda scene: _wants_text(scene, "receivables.ask.question"),
        lambda scene: _kept(scene, "question"),
    ),
    "answer": Action(
        "answer",
        ("owner",),
        lambda state, it, party: it.supplier == party and it.confirmation == "queried",
        _answer_asks,
        lambda scene: _kept(scene, "answer"),
    ),
    "confirm": _decides("confirm", "confirmed"),
    "dispute": _decides("dispute", "disputed"),
    "reject": _decides("reject", "rejected"),
    "pay": Action(
        "pay",
        ("maker",),
        lambda state, it, party: (
            is_payer(state, it, party) and it.live and it.requested_at is not None and payable(it) > 0
        ),
        _pay_asks,
        _pay_body,
    ),
    "receive": Action(
        "receive",
        ("owner",),
        lambda state, it, party: (
            it.supplier == party
            and it.live
            and (bool(open_payments(it)) or (state.payer_of(it) is None and payable(it) > 0))
        ),
        _receive_asks,
        _receive_body,
    ),
    "deny": Action(
        "deny",
        ("owner",),
        lambda state, it, party: it.supplier == party and it.live and bool(open_payments(it)),
        _payment_asks,
        _deny_body,
    ),
}
