"""Payments as they are reported, acknowledged and denied: amounts, what goes beyond what is owed, and the day."""

from __future__ import annotations

from bot import render
from bot.asking import past
from bot.errors import Pardon
from bot.scene import HOLDERS, Action, Ask, Scene, is_payer, whole
from bot.texts import Html, say
from ledger.payments import payees
from ledger.state import Payment, Receivable, State
from ledger.types import Body


def payable(receivable: Receivable) -> int:
    """Fen that can still be reported as paid."""
    return receivable.outstanding - receivable.pending


def _pay_asks(scene: Scene) -> Ask | None:
    free, values = payable(scene.receivable), scene.values
    past(scene)
    whole(scene, "amount", free)
    if "amount" not in values:
        everything = say(scene.language, "receivables.button.confirm.all", amount=render.money(free))
        return Ask("amount", scene.say("receivables.ask.paid", amount=render.money(free)), ((everything, "all"),))
    if values["amount"] > free and "over" not in values:
        over = render.money(values["amount"] - free)
        text = scene.say("receivables.ask.over", amount=render.money(free), over=over)
        apart = say(scene.language, "receivables.button.over.apart", amount=render.money(free), over=over)
        return Ask("over", text, ((apart, "apart"), (say(scene.language, "receivables.button.over.change"), "change")))
    return _payee_asks(scene)


def _payee_asks(scene: Scene) -> Ask | None:
    """To whom, where a payment can go to the holder or into the account of a pledge that the payer agreed to pay."""
    whom = dict.fromkeys(payees(scene.receivable))
    if len(whom) == 1 or scene.values.get("payee") in whom:
        return None
    choices = tuple((scene.names.party(scene.language, party), party) for party in whom)
    agreed = dict.fromkeys(hold.financier for hold in scene.receivable.holds if hold.agreed)
    names = render.listing(scene.language, [scene.names.party(scene.language, party) for party in agreed])
    return Ask("payee", scene.say("receivables.ask.payee", financier=names), choices)


def _pay_body(scene: Scene) -> Body:
    free, total = payable(scene.receivable), scene.values["amount"]
    return {
        "receivable": scene.receivable.id,
        "amount": min(total, free),
        "over": max(0, total - free),
        "payee": scene.values.get("payee", scene.receivable.payee),
        "paid_on": scene.values.get("on", scene.today),
        "reference": None,
    }


def open_payments(receivable: Receivable, party: str) -> list[Payment]:
    """The reports of payment that wait for the word of ``party``, to whom they say it was paid."""
    return [each for each in receivable.payments if each.payee == party and (each.pending or each.over_pending)]


def _payment_asks(scene: Scene) -> Ask | None:
    waiting = open_payments(scene.receivable, scene.person.party)
    if "pay" not in scene.values and len(waiting) > 1:
        choices = tuple(
            (Html(f"{render.money(each.pending)} ({render.date(scene.language, each.paid_on)})"), each.hash)
            for each in waiting
        )
        return Ask("pay", scene.say("receivables.ask.payment"), choices)
    return None


def _receive_asks(scene: Scene) -> Ask | None:
    past(scene)
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
    waiting = open_payments(scene.receivable, scene.person.party)
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
    lambda state, it, party, _: (
        is_payer(state, it, party) and it.live and it.requested_at is not None and payable(it) > 0
    ),
    _pay_asks,
    _pay_body,
)


def _receivable_by(state: State, receivable: Receivable, party: str) -> bool:
    """Whether ``party`` can acknowledge money on it: reported to it, or come to the holder from who is not enrolled."""
    outside = state.payer_of(receivable) is None and receivable.holder == party and payable(receivable) > 0
    return receivable.live and (outside or bool(open_payments(receivable, party)))


RECEIVE = Action(
    "receive",
    HOLDERS,
    lambda state, it, party, _: _receivable_by(state, it, party),
    _receive_asks,
    _receive_body,
)


DENY = Action(
    "deny",
    HOLDERS,
    lambda _state, it, party, _at: it.live and bool(open_payments(it, party)),
    _payment_asks,
    _deny_body,
)
