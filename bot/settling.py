"""Payments as they are reported, acknowledged and denied: amounts, what goes beyond what is owed, and the day."""

from __future__ import annotations

import datetime as dt

from bot import render
from bot.errors import Pardon
from bot.scene import Action, Ask, Scene, is_payer, whole
from bot.texts import Html, say
from ledger.state import Payment, Receivable
from ledger.types import Body


def payable(receivable: Receivable) -> int:
    """Fen that can still be reported as paid."""
    return receivable.outstanding - receivable.pending


def _pay_asks(scene: Scene) -> Ask | None:
    free, values = payable(scene.receivable), scene.values
    _past(scene)
    whole(scene, "amount", free)
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
        "payee": scene.receivable.payee,
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
    whole(scene, "amount", free)
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


PAY = Action(
    "pay",
    ("maker",),
    lambda state, it, party: is_payer(state, it, party) and it.live and it.requested_at is not None and payable(it) > 0,
    _pay_asks,
    _pay_body,
)


RECEIVE = Action(
    "receive",
    ("owner",),
    lambda state, it, party: (
        it.supplier == party
        and it.live
        and (bool(open_payments(it)) or (state.payer_of(it) is None and payable(it) > 0))
    ),
    _receive_asks,
    _receive_body,
)


DENY = Action(
    "deny",
    ("owner",),
    lambda _, it, party: it.supplier == party and it.live and bool(open_payments(it)),
    _payment_asks,
    _deny_body,
)
