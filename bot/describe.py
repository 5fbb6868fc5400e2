"""Receivable events in words: the summary before signing, the line in a list, the record of what happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot import deals, render
from bot.names import Names
from bot.texts import Html, escape, joined, say
from bot.wording import decision as decision
from bot.wording import fen as fen
from bot.wording import paid as paid
from bot.wording import parties as parties
from bot.wording import reasons as reasons
from ledger.payments import payees
from ledger.state import Proposal, Receivable, State, Step
from ledger.types import PROPOSAL_LIFE_MS, Body

_INVOICE = re.compile(
    r"contract=(?P<contract>.+?) milestone=(?P<milestone>.+)|(?:code=(?P<code>\d+) )?number=(?P<number>\d+)"
)
DECISIONS = ("confirm", "dispute", "reject")


def invoice_text(invoice: Mapping[str, str]) -> str:
    """The invoice of a registration as one line, the text behind its commitment; ``invoice_of`` reads it."""
    return " ".join(f"{name}={value}" for name, value in sorted(invoice.items()))


def invoice_of(text: str) -> dict[str, str] | None:
    """The invoice that ``invoice_text`` wrote; None for another text, such as that of an erased one."""
    found = _INVOICE.fullmatch(text)
    return {name: value for name, value in found.groupdict().items() if value} if found else None


def terms(language: str, invoice: Mapping[str, str] | None, agreed: Mapping[str, Any]) -> dict[str, str]:
    """Invoice, contract, delivery and term as people read them; ``agreed`` is TERMS of docs/format.md."""
    if invoice is None:
        shown = say(language, "receivables.show.erased")
    elif "contract" in invoice:
        shown = say(language, "receivables.value.milestone", **invoice)
    else:
        shown = escape(" ".join(part for part in (invoice.get("code"), invoice["number"]) if part))
    delivered, term = agreed["delivered_on"], agreed["term_days"]
    return {
        "invoice": shown,
        "contract": render.date(language, agreed["contract_on"]),
        "delivery": render.date(language, delivered) if delivered else say(language, "receivables.value.pending"),
        "term": say(language, "receivables.value.none") if term is None else render.days(language, term),
    }


def more_terms(language: str, agreed: Mapping[str, Any]) -> list[Html]:
    """What else is stated of the contract, a line each."""
    acceptance = agreed["acceptance"]
    days = {
        "accepted_on": acceptance["accepted_on"],
        "deadline_on": acceptance["deadline_on"],
        "settled_on": agreed["settled_on"],
    }
    lines = [
        say(language, f"receivables.terms.{name}", date=render.date(language, day)) for name, day in days.items() if day
    ]
    if agreed["rate_ppm"] is not None:
        lines.append(say(language, "receivables.terms.rate", rate=render.percent(agreed["rate_ppm"])))
    if agreed["sme_notice"] is not None:
        lines.append(say(language, f"receivables.terms.notice.{agreed['sme_notice']}"))
    return lines


def terms_of(language: str, names: Names, receivable: Receivable) -> dict[str, str]:
    """The same of a receivable that is recorded."""
    kept = receivable.texts["invoice"]
    invoice = None if kept is None else invoice_of(names.text(language, str(kept)))
    return terms(language, invoice, receivable.terms)


def summary(language: str, names: Names, receivable: Receivable, kind: str, body: Body) -> Html:
    """What is about to be signed: amount, counterparty, who will see it."""
    about = parties(language, names, receivable)
    if kind in DECISIONS:
        decided = decision(language, body, receivable.claimed)
        lines = [say(language, "receivables.sum.decide", **about, **decided), *reasons(language, body["reason"])]
        return joined([*lines, say(language, "receivables.sum.seen", who=about["supplier"])])
    if kind == "pay":
        over, about = fen(body, "over"), paid(language, names, receivable, str(body["payee"]))
        about["who"] = _listed(language, names, _reported_to(receivable, str(body["payee"])))
        values = {"amount": render.money(fen(body, "amount")), "date": render.date(language, str(body["paid_on"]))}
        if over:
            return say(language, "receivables.sum.pay.over", **about, **values, over=render.money(over))
        return say(language, "receivables.sum.pay", **about, **values)
    if kind in ("receive", "deny"):
        report = next((each for each in receivable.payments if each.hash == body["pay"]), None)
        others = [] if report is None else _creditors(receivable, report.payee)[1:]
        who = [about["payer"], *(names.party(language, party) for party in others)]
        about["who"] = render.listing(language, who)
    if kind == "receive":
        return _received(language, about, receivable, body)
    if kind == "deny":
        pay = next(each for each in receivable.payments if each.hash == body["pay"])
        return say(language, "receivables.sum.deny", **about, amount=render.money(pay.pending + pay.over_pending))
    values = {"amount": render.money(receivable.claimed)}
    if kind in ("query", "answer"):
        commitment = str(body["question" if kind == "query" else "answer"])
        values["text"] = render.short(names.text(language, commitment), 300)
    return say(language, f"receivables.sum.{kind}", **about, **values)


def _creditors(receivable: Receivable, payee: str) -> list[str]:
    """Who sees a report of payment, the payee first: the holder and the supplier as well, where they are others."""
    return list(dict.fromkeys((payee, receivable.holder, receivable.supplier)))


def _reported_to(receivable: Receivable, payee: str) -> list[str]:
    """The same, for the payer: a holder of whom it was not told yet is not named, a financier into whose account it
    agreed to pay is."""
    told = (receivable.supplier, *payees(receivable), payee)
    return [party for party in dict.fromkeys((*_creditors(receivable, payee), *payees(receivable))) if party in told]


def _listed(language: str, names: Names, seen: Iterable[str]) -> Html:
    return render.listing(language, [names.party(language, party) for party in seen])


def _received(language: str, about: dict[str, str], receivable: Receivable, body: Body) -> Html:
    """What is acknowledged of a report: first what is owed, then what goes beyond it."""
    amount, report = fen(body, "amount"), next((each for each in receivable.payments if each.hash == body["pay"]), None)
    owed = amount if report is None else min(amount, report.pending)
    if amount == owed:
        key = "receivables.sum.receive" if report is not None else "receivables.sum.receive.unenrolled"
        return say(language, key, **about, amount=render.money(amount))
    values = {"amount": render.money(owed), "over": render.money(amount - owed)}
    return say(language, "receivables.sum.receive.over", **about, **values)


def what(language: str, names: Names, state: State, proposal: Proposal, reader: str = "") -> Html:
    """What a proposal would do, with its reason, as the party ``reader`` may read it."""
    return joined(
        [what_line(language, names, state, proposal, reader), *reasons(language, proposal.body.get("reason"))]
    )


def what_line(language: str, names: Names, state: State, proposal: Proposal, reader: str = "") -> Html:
    """What a proposal would do, in one line."""
    body = proposal.body
    if proposal.receivable is None:
        return render.word(language, "event", proposal.type)
    receivable = state.receivables[proposal.receivable]
    if proposal.type in deals.KINDS:
        return deals.what(language, names, receivable, proposal.type, body, proposal.party, reader)
    about = parties(language, names, receivable)
    if proposal.type == "pay":
        about = paid(language, names, receivable, str(body["payee"]))
    if proposal.type == "pay" and body["over"]:
        over = render.money(fen(body, "over"))
        return say(language, "receivables.what.pay.over", **about, amount=render.money(fen(body, "amount")), over=over)
    if proposal.type == "pay":
        return say(language, "receivables.what.pay", **about, amount=render.money(fen(body, "amount")))
    return say(language, "receivables.what.decide", **about, **decision(language, body, receivable.claimed))


def lapses(state: State, kind: str, body: Body, at: int) -> int:
    """The instant (ms UTC) from which on what is proposed at ``at`` can take effect no more: after seven days, or with
    the lock under which it pledges."""
    ends, receivable = at + PROPOSAL_LIFE_MS, state.receivables.get(str(body.get("receivable")))
    hold = receivable.hold(str(body["offer"])) if kind == "pledge" and receivable is not None else None
    return ends if hold is None or hold.state != "offered" else min(ends, hold.lock_until)


def proposal_ends(language: str, state: State, proposal: Proposal) -> str:
    """The instant until which a waiting proposal can take effect, in words."""
    return render.instant(language, lapses(state, proposal.type, proposal.body, proposal.at))


def state_word(language: str, receivable: Receivable) -> Html:
    """Confirmation and, once money moved, payment, in a few words."""
    confirmation = render.word(language, "confirmation", receivable.confirmation)
    if receivable.payment == "open":
        return confirmation
    payment = render.word(language, "payment", receivable.payment)
    return joined([confirmation, payment], ", " if language == "en" else "，")


def line(language: str, names: Names, receivable: Receivable, party: str) -> Html:
    """One receivable in a list, seen by ``party``."""
    other = names.payer(language, receivable)
    if party not in (receivable.supplier, receivable.holder):
        other = names.party(language, receivable.payee)
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
        name: render.money(getattr(receivable, name)) for name in ("claimed", "received", "pending", "outstanding")
    }
    lines = [say(language, "receivables.show.head", **about, **numbers)]
    if state.payer_of(receivable) is None:
        lines.append(say(language, "receivables.show.unenrolled"))
    lines.append(say(language, "receivables.show.terms", **terms_of(language, names, receivable)))
    lines += more_terms(language, receivable.terms)
    confirmation = render.word(language, "confirmation", receivable.confirmation)
    lines.append(say(language, "receivables.show.state", state=confirmation))
    if receivable.undecided < receivable.claimed:
        decided = {name: getattr(receivable, name) for name in ("confirmed", "disputed", "rejected")}
        lines.append(say(language, "receivables.show.decided", **decision(language, decided, receivable.claimed)))
        if receivable.disputed or receivable.rejected:
            lines += reasons(language, receivable.reason)
    lines.append(say(language, f"receivables.show.{_paid(receivable)}", **numbers))
    over = sum(each.over for each in receivable.payments)
    if over:
        lines.append(say(language, "receivables.show.over", over=render.money(over)))
    contested = state.contested(receivable)
    if contested:
        entries = render.listing(language, [str(step.seq) for step in contested])
        lines.append(say(language, "receivables.show.contested", entries=entries))
    return joined(lines)


def _paid(receivable: Receivable) -> str:
    """Which sentence tells where payment stands."""
    if receivable.payment == "settled":
        return "settled"
    if receivable.pending:
        return "pending"
    return "paid" if receivable.received else "unpaid"


def history(language: str, names: Names, steps: Iterable[Step]) -> Html:
    """Steps of a receivable, oldest first."""
    return joined(_step(language, names, step) for step in steps)


def _step(language: str, names: Names, step: Step) -> Html:
    values = {
        "date": render.instant(language, step.at),
        "what": render.word(language, "event", step.type),
        "who": names.person(language, step.person),
    }
    if not step.endorsed:
        return say(language, "receivables.show.step", **values, seq=step.seq)
    checkers = render.listing(language, [names.person(language, person) for person, _ in step.endorsed])
    return say(language, "receivables.show.step.two", **values, checkers=checkers, seq=step.seq)


def seen_line(language: str, names: Names, state: State, proposal: Proposal) -> list[Html]:
    """Who will see a proposal once it is in force."""
    if proposal.receivable is None:
        return []
    receivable = state.receivables[proposal.receivable]
    payee = str(proposal.body["payee"]) if proposal.type == "pay" else receivable.supplier
    who = _listed(language, names, _reported_to(receivable, payee))
    return [say(language, "receivables.sum.seen", who=who)]
