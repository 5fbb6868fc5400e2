"""Asking a payer to confirm: the choice of purpose and reminders, their wording shown before anything is signed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot import asking, flow, render, signing
from bot.announce import Offer, acting, worded
from bot.arguments import Spoken
from bot.describe import line, parties
from bot.errors import Pardon
from bot.reminders import preview
from bot.render.law import article, deadline
from bot.render.law import duty_lines as duty_words
from bot.signing import Draft
from bot.talk import Talk, together
from bot.texts import Html
from ledger import law
from ledger.state import Person, Receivable
from ledger.types import Body


def makers(talk: Talk, receivable: Receivable) -> list[Person]:
    """The people of the payer who could answer here now."""
    payer = talk.desk.ledger.state.payer_of(receivable)
    return [] if payer is None else acting(talk.desk.ledger.state, payer.party, ["maker"], talk.desk.now())


def askable(receivable: Receivable, party: str) -> bool:
    """Whether ``party`` can ask for its confirmation now."""
    return receivable.holder == party and receivable.confirmation == "registered"


async def begin(talk: Talk, said: Spoken) -> int:
    """``/request``: on the named receivable, the only one, or one of a list."""
    person = talk.known("owner")
    state = talk.desk.ledger.state
    if said.label is not None:
        return await offer(talk, flow.find(talk, said.label, person.party))
    found = [state.receivables[each] for each in reversed(state.numbers)]
    found = [each for each in found if askable(each, person.party)]
    if not found:
        raise Pardon("receivables.ask.receivable.none")
    if len(found) == 1:
        return await offer(talk, found[0])
    offers = [_pick(talk, each, person.party) for each in found[: flow.MOST_CHOICES]]
    await talk.say("receivables.ask.receivable", [*offers, flow.cancel_offer()])
    return flow.END


def _pick(talk: Talk, receivable: Receivable, party: str) -> Offer:
    words = line(talk.language, talk.desk.names, receivable, party)
    return Offer(lambda _: words, "request", {"receivable": receivable.id, "nudge": True})


async def offer(
    talk: Talk, receivable: Receivable, *, nudge: bool = True, service: dict[str, Any] | None = None
) -> int:
    """Show the request to sign, for financing or for the books, with or without reminders."""
    unenrolled = talk.desk.ledger.state.payer_of(receivable) is None
    about = parties(talk.language, talk.desk.names, receivable)
    amount = render.money(receivable.claimed)
    if unenrolled and service is None:
        talk.draft = {"flow": "service", "receivable": receivable.id}
        await talk.say("receivables.ask.service", [flow.cancel_offer()], **about)
        return flow.WAITING
    drafts = [_draft(receivable, purpose, nudge and not unenrolled, service) for purpose in ("financing", "books")]
    offers = [
        signing.sign_offer(talk, draft, key)
        for draft, key in zip(drafts, ("receivables.button.finance", "receivables.button.books"), strict=True)
    ]
    if service is not None:
        day = render.date(talk.language, str(service["on"]))
        proof = talk.desk.names.text(talk.language, str(service["proof"]))
        text = talk.text("receivables.sum.request.served", **about, amount=amount, date=day, proof=proof)
        offers.append(flow.cancel_offer(str(service["proof"])))
    else:
        text = talk.text(
            "receivables.sum.request" if nudge else "receivables.sum.request.silent", **about, amount=amount
        )
        key = "receivables.button.silent" if nudge else "receivables.button.nudge"
        offers.append(_again(receivable, key, not nudge))
        if nudge:
            offers.append(Offer(worded("receivables.button.read"), "preview", {"receivable": receivable.id}))
    await talk.send(
        together(text, _duty(talk, receivable, service), talk.text("receivables.sum.request.purpose")), offers
    )
    return flow.END


def _duty(talk: Talk, receivable: Receivable, service: dict[str, Any] | None) -> Html:
    """Until when the payer would have to answer a request that finances, or why that cannot be told."""
    state = talk.desk.ledger.state
    supplier, payer = state.enterprises[receivable.supplier], state.payer_of(receivable)
    on = dt.date.fromisoformat(str(service["on"])) if service else talk.desk.today()
    duty = law.duty(receivable.terms, supplier, payer, on, "financing", served=service is not None)
    if duty.date is None:
        return deadline(talk.language, "duty", duty)
    day, rule = render.date(talk.language, duty.date), article(talk.language, duty.article)
    return talk.text("receivables.sum.request.finance", date=day, law=rule)


def _again(receivable: Receivable, key: str, nudge: bool) -> Offer:
    return Offer(worded(key), "request", {"receivable": receivable.id, "nudge": nudge})


def _draft(receivable: Receivable, purpose: str, nudge: bool, service: dict[str, Any] | None) -> Draft:
    body: Body = {"receivable": receivable.id, "purpose": purpose, "nudge": nudge, "service": service}
    return Draft("request", body)


async def served(talk: Talk, text: str) -> int:
    """The answer to when and how the letter was served: a date, then the proof."""
    on, proof = asking.served(text, talk.desk.today())
    receivable = talk.desk.ledger.state.receivables[talk.draft["receivable"]]
    talk.draft = {}
    kept = talk.desk.ledger.texts.keep(proof)
    return await offer(talk, receivable, service={"on": on.isoformat(), "proof": kept})


async def read_aloud(talk: Talk, receivable: Receivable) -> None:
    """Show the reminders exactly as they will be sent, then the request again."""
    state = talk.desk.ledger.state
    lines = [
        f"〔{words}〕\n{text}"
        for words, text in preview(talk.language, talk.desk.names, state, receivable, talk.desk.now())
    ]
    await talk.send(together(*(Html(line) for line in lines)))
    await offer(talk, receivable)


def duty_lines(talk: Talk, receivable: Receivable) -> list[Html]:
    """When the answer is due and why, or which fact is missing to say so."""
    state = talk.desk.ledger.state
    view = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), talk.desk.today())
    return duty_words(talk.language, view)
