"""Receivable events in words: the summary before signing, the line in a list, the record of what happened."""

from __future__ import annotations

from typing import cast

from bot import render
from bot.names import Names
from bot.texts import Html, joined, say
from ledger.state import Proposal, Receivable, State
from ledger.types import PROPOSAL_LIFE_MS, Body

DECISIONS = ("confirm", "dispute", "reject")


def fen(body: Body, name: str) -> int:
    """An amount of a validated body."""
    return cast(int, body[name])


def amounts(body: Body, claimed: int) -> dict[str, str]:
    """The four parts of a claim after a payer's decision, as money."""
    parts = {name: fen(body, name) for name in ("confirmed", "disputed", "rejected")}
    shown = {name: render.money(value) for name, value in parts.items()}
    return {**shown, "undecided": render.money(claimed - sum(parts.values())), "claimed": render.money(claimed)}


def parties(language: str, names: Names, receivable: Receivable) -> dict[str, str]:
    """Label, supplier and payer of a receivable, for any text about it."""
    return {
        "label": receivable.label,
        "supplier": names.party(language, receivable.supplier),
        "payer": names.payer(language, receivable),
    }


def reason(language: str, code: object) -> Html:
    """A dispute reason's name, or nothing."""
    return render.word(language, "reason", str(code)) if code else Html("")


def summary(language: str, names: Names, receivable: Receivable, kind: str, body: Body) -> Html:
    """What is about to be signed: amount, counterparty, who will see it."""
    about = parties(language, names, receivable)
    if kind in DECISIONS:
        lines = [say(language, "receivables.sum.decide", **about, **amounts(body, receivable.claimed))]
        if body["reason"]:
            lines.append(say(language, "receivables.sum.reason", reason=reason(language, body["reason"])))
        return joined(lines)
    if kind == "pay":
        over = fen(body, "over")
        values = {"amount": render.money(fen(body, "amount")), "date": render.date(language, str(body["paid_on"]))}
        if over:
            return say(language, "receivables.sum.pay.over", **about, **values, over=render.money(over))
        return say(language, "receivables.sum.pay", **about, **values)
    if kind == "receive":
        return say(language, "receivables.sum.receive", **about, amount=render.money(fen(body, "amount")))
    if kind == "deny":
        pay = next(each for each in receivable.payments if each.hash == body["pay"])
        return say(language, "receivables.sum.deny", **about, amount=render.money(pay.pending + pay.over_pending))
    values = {"amount": render.money(receivable.claimed)}
    if kind in ("query", "answer"):
        commitment = str(body["question" if kind == "query" else "answer"])
        values["text"] = render.short(names.text(language, commitment), 300)
    return say(language, f"receivables.sum.{kind}", **about, **values)


def what(language: str, names: Names, state: State, proposal: Proposal) -> Html:
    """What a proposal would do, in one line."""
    body = proposal.body
    if proposal.receivable is None:
        return render.word(language, "event", proposal.type)
    receivable = state.receivables[proposal.receivable]
    about = parties(language, names, receivable)
    if proposal.type == "pay":
        return say(language, "receivables.what.pay", **about, amount=render.money(fen(body, "amount")))
    return say(language, "receivables.what.confirm", **about, **amounts(body, receivable.claimed))


def proposal_ends(language: str, proposal: Proposal) -> str:
    """The instant at which a waiting proposal becomes void."""
    return render.instant(language, proposal.at + PROPOSAL_LIFE_MS)


def state_word(language: str, receivable: Receivable) -> Html:
    """Confirmation and, once money moved, payment, in a few words."""
    confirmation = render.word(language, "confirmation", receivable.confirmation)
    if receivable.payment == "open":
        return confirmation
    return render.listing(language, [confirmation, render.word(language, "payment", receivable.payment)])


def line(language: str, names: Names, receivable: Receivable, party: str) -> Html:
    """One receivable in a list, seen by ``party``."""
    other = names.payer(language, receivable)
    if receivable.supplier != party:
        other = names.party(language, receivable.supplier)
    return say(
        language,
        "receivables.list.line",
        label=receivable.label,
        amount=render.money(receivable.claimed),
        counterparty=other,
        state=state_word(language, receivable),
    )


def record(language: str, names: Names, state: State, receivable: Receivable) -> Html:
    """The whole receivable as it stands, without its history."""
    about = parties(language, names, receivable)
    numbers = {
        name: render.money(getattr(receivable, name))
        for name in ("claimed", "confirmed", "disputed", "rejected", "undecided", "received", "pending", "outstanding")
    }
    lines = [say(language, "receivables.show.head", **about, **numbers)]
    if state.payer_of(receivable) is None:
        lines.append(say(language, "receivables.show.unenrolled"))
    confirmation = render.word(language, "confirmation", receivable.confirmation)
    lines.append(say(language, "receivables.show.state", state=confirmation, **numbers))
    if receivable.reason:
        lines.append(say(language, "receivables.show.dispute", reason=reason(language, receivable.reason)))
    payment = render.word(language, "payment", receivable.payment)
    lines.append(say(language, "receivables.show.paid", state=payment, **numbers))
    over = sum(each.over for each in receivable.payments)
    if over:
        lines.append(say(language, "receivables.show.over", over=render.money(over)))
    return joined(lines)


def history(language: str, names: Names, receivable: Receivable) -> Html:
    """Every step, oldest first."""
    return joined(
        say(
            language,
            "receivables.show.step",
            date=render.instant(language, step.at),
            what=render.word(language, "event", step.type),
            who=names.person(language, step.person),
            seq=step.seq,
        )
        for step in receivable.history
    )
