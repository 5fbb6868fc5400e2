"""Holding, corrections, splits and remedies in words: what an event says in one sentence, its details, and what it does
in law and what not. The same words stand before signing, in what is recorded, and in what others are told. Pure."""

from __future__ import annotations

from typing import Any

from bot import render
from bot.names import Names
from bot.notices import holder_then, was_assigned
from bot.texts import Html, joined, say
from bot.wording import decision, fen, parties, reasons
from ledger import law
from ledger.claims import Hold
from ledger.remedy import STAGES
from ledger.state import Receivable, State, Step
from ledger.types import HOLDING_EVENTS, REGISTRAR_PARTY, REMEDY_EVENTS, Body

KINDS = frozenset((*HOLDING_EVENTS, *REMEDY_EVENTS, "split", "correct"))
"""Types of events that are worded here."""


def what(
    language: str, names: Names, receivable: Receivable, kind: str, body: Body, party: str, reader: str = ""
) -> Html:
    """What an event of ``party`` says, with its details; the same before it is recorded and after.

    ``reader`` is the party that reads it: what a loan was agreed to be is only its two sides' to read.
    """
    about = {**parties(language, names, receivable), "holder": names.party(language, party)}
    manner = variant(receivable, kind, body, party)
    if kind in REMEDY_EVENTS:
        return _remedy(language, names, manner, kind, body, about)
    if kind == "split":
        return _split(language, body, about)
    if kind == "correct":
        return _correction(language, names, receivable, manner, body, about)
    return _holding(language, names, receivable, manner, kind, body, about, reader)


def in_law(language: str, manner: str) -> Html:
    """What an event of that ``variant`` does in law, and what not."""
    word = manner.split(".")[0]
    if word in STAGES:
        return say(language, "remedy.law.stage")
    if word in REMEDY_EVENTS:
        return say(language, f"remedy.law.{word}")
    return say(language, f"holding.law.{word if word == 'notice' else manner}")


def variant(receivable: Receivable, kind: str, body: Any, party: str) -> str:
    """The kind of an event and, behind a dot, which of its forms it is: the last part of the key of its text."""
    if kind == "offer":
        return f"offer.{body['kind']}"
    if kind in ("notice", "demand"):
        return kind if body["service"] is None else f"{kind}.served"
    if kind == "complain":
        return f"complain.{body['about']}"
    if kind == "close":
        return f"close.{body['outcome']}"
    if kind == "correct" and body["totals"] is None:
        return f"correct.{'deny' if _type_of(receivable, body['corrects']) == 'deny' else 'receive'}"
    if kind == "release":
        return f"release.{_released(receivable, body['offer'], party)}"
    return kind


def _type_of(receivable: Receivable, entry: str) -> str | None:
    step = step_of(receivable, entry)
    return None if step is None else step.type


def step_of(receivable: Receivable, entry: str) -> Step | None:
    """The step of that entry's hash in the history."""
    return next((step for step in receivable.history if step.hash == entry), None)


def _released(receivable: Receivable, offer: str, party: str) -> str:
    """What a release lets go of, whether it has happened or not: an offer taken back or declined, a lock, a pledge, an
    assignment."""
    hold = receivable.hold(offer)
    if hold is None:
        return "declined"
    done = {step.type for step in receivable.steps if step.seq in hold.seqs}
    if was_assigned(receivable, hold):
        return "assignment"
    if "pledge" in done:
        return "pledge"
    if party == hold.by:
        return "back"
    return "lock" if "lock" in done else "declined"


def _holding(
    language: str,
    names: Names,
    receivable: Receivable,
    manner: str,
    kind: str,
    body: Any,
    about: dict[str, str],
    reader: str,
) -> Html:
    hold = receivable.hold(str(body.get("offer")))
    values = {**about, **_of_hold(language, names, hold)}
    if kind == "offer":
        values["financier"] = names.party(language, body["to"])
    if kind == "notice":
        values["holder"] = names.party(language, body["holder"])
        service = body["service"]
        if service is not None:
            values["date"] = render.instant(language, service["arrived_at"])
            values["proof"] = render.short(names.text(language, service["proof"]), 120)
    if "amount" in body:
        values["amount"] = render.money(fen(body, "amount"))
    if "until" in body:
        values["date"] = render.instant(language, fen(body, "until"))
    if "on" in body:
        values["date"] = render.date(language, str(body["on"]))
    lines = [say(language, f"holding.what.{manner}", **values)]
    if kind == "pledge":
        own = hold is not None and reader in (hold.by, hold.financier)
        lines += pledge_lines(language, names, body, values, own=own)
        if hold is not None and (own or hold.agreed):
            lines += _instead(language, names, hold, body, about["payer"])
    return joined(lines)


def _instead(language: str, names: Names, hold: Hold, body: Any, payer: str) -> list[Html]:
    """The account that is to give way to another: who swaps accounts must not do so unseen."""
    if hold.account is None or hold.account == body["account"]:
        return []
    key = "holding.pledge.account.ends" if ends_agreement(hold, body) else "holding.pledge.account.instead"
    return [say(language, key, account=render.short(names.text(language, hold.account), 200), payer=payer)]


def _of_hold(language: str, names: Names, hold: Hold | None) -> dict[str, str]:
    if hold is None:
        return {}
    return {
        "holder": names.party(language, hold.by),
        "financier": names.party(language, hold.financier),
        "amount": render.money(hold.amount),
    }


def pledge_lines(language: str, names: Names, body: Any, about: dict[str, str], *, own: bool) -> list[Html]:
    """Number and account of a pledge, or that they are missing; to its ``own`` two sides the terms of the loan."""
    lines = [
        say(language, "holding.pledge.registry", registry=body["registry"])
        if body["registry"] is not None
        else say(language, "holding.pledge.registry.none")
    ]
    if body["account"] is None:
        lines.append(say(language, "holding.pledge.account.none"))
    else:
        account = render.short(names.text(language, body["account"]), 200)
        agreed = "agreed" if body["acknowledged"] else "alone"
        lines.append(say(language, f"holding.pledge.account.{agreed}", account=account, payer=about["payer"]))
    if body["terms"] is not None and own:
        terms = render.short(names.text(language, body["terms"]), 300)
        lines.append(say(language, "holding.pledge.terms", terms=terms))
    return lines


def _split(language: str, body: Any, about: dict[str, str]) -> Html:
    lines = [say(language, "holding.what.split", count=len(body["parts"]), **about)]
    for place, part in enumerate(body["parts"], 1):
        lines.append(say(language, "holding.part", place=place, **decision(language, part, part["claimed"])))
        if part["received"]:
            lines.append(say(language, "holding.part.received", amount=render.money(part["received"])))
    return joined(lines)


def _correction(
    language: str, names: Names, receivable: Receivable, manner: str, body: Any, about: dict[str, str]
) -> Html:
    step = step_of(receivable, body["corrects"])
    values = {**about, "seq": str(step.seq if step else "?"), "date": render.instant(language, step.at if step else 0)}
    if body["totals"] is None:
        lines = [say(language, f"holding.what.{manner}", **values)]
    else:
        decided = decision(language, body["totals"], receivable.claimed)
        lines = [
            say(language, "holding.what.correct", **values, **decided),
            *reasons(language, body["totals"]["reason"]),
        ]
    if body["note"] is not None:
        lines.append(say(language, "holding.note", text=render.short(names.text(language, body["note"]), 300)))
    return joined(lines)


def _remedy(language: str, names: Names, manner: str, kind: str, body: Any, about: dict[str, str]) -> Html:
    def text(commitment: str | None, limit: int = 120) -> str:
        return render.short(names.text(language, commitment), limit)

    values = dict(about)
    if "amount" in body:
        values["amount"] = render.money(fen(body, "amount"))
    service = body.get("service")
    day = body.get("on") or body.get("filed_on") or (service and service["on"])
    if day:
        values["date"] = render.date(language, str(day))
    for name in ("office", "proof", "answer"):
        if body.get(name) is not None:
            values[name] = text(body[name], 300 if name == "answer" else 120)
    if service:
        values["proof"] = text(service["proof"])
    lines = [say(language, f"remedy.what.{manner}", **values)]
    if kind == "complain" and body["proof"] is not None:
        lines.append(say(language, "remedy.proof", proof=values["proof"]))
    if kind == "complain" and body["registrar"]:
        lines.append(say(language, "remedy.registrar"))
    if kind == "demand" and body["text"] is not None:
        lines.append(say(language, "remedy.words", text=text(body["text"], 500)))
    return joined(lines)


# Who sees it.


def seers(state: State, receivable: Receivable, kind: str, body: Any, at: int, seq: int | None = None) -> list[str]:
    """The parties that see an event of ``at`` (ms UTC), the signer's own among them, as visibility has it; ``seq`` is
    its entry's, once it is recorded."""
    holder = receivable.holder if seq is None else holder_then(receivable, seq)
    payer = state.payer_of(receivable)
    told = [payer.party] if payer is not None and receivable.requested_at is not None else []
    hold = receivable.hold(str(body.get("offer")))
    sides = [] if hold is None else [hold.by, hold.financier]
    if kind == "offer":
        found = [holder, body["to"]]
    elif kind == "pledge":
        ends = hold is not None and (ends_agreement(hold, body) if seq is None else seq in hold.lapsed)
        found = [*sides, *(told if ends or asks_payer(hold, body) else [])]
    elif kind == "release":
        found = [*sides, *(told if hold is not None and hold.acknowledged is not None else [])]
    elif kind in HOLDING_EVENTS and kind != "notice":
        found = sides
    elif kind == "correct":
        found = [holder, receivable.supplier, *told, *_bound(receivable, at, seq)]
    elif kind in REMEDY_EVENTS and kind not in ("demand", "mediate"):
        found = [holder, receivable.supplier, *([REGISTRAR_PARTY] if lodged(receivable, body) else [])]
    else:  # notice, split, demand, mediate
        found = [holder, receivable.supplier, *([] if seq is not None else [receivable.payee]), *told]
    return list(dict.fromkeys(found))


def asks_payer(hold: Hold | None, body: Any) -> bool:
    """Whether a pledge, or what is added to one, asks the payer to agree to its account: it has not done so yet."""
    agreed = hold is not None and hold.acknowledged is not None and hold.account == body["account"]
    return bool(body["acknowledged"]) and not agreed


def ends_agreement(hold: Hold, body: Any) -> bool:
    """Whether what is about to be added to a pledge names another account, to which the payer is not asked to agree."""
    return hold.agreed and hold.account != body["account"] and not body["acknowledged"]


def _bound(receivable: Receivable, at: int, seq: int | None) -> list[str]:
    return [hold.financier for hold in receivable.holds if hold.bound_at(at) and (seq is None or hold.seq < seq)]


def lodged(receivable: Receivable, body: Any) -> bool:
    """Whether the complaint in question is lodged with the registrar, which then sees what becomes of it."""
    if "registrar" in body:
        return bool(body["registrar"])
    return receivable.remedies is not None and any(one.registrar for one in receivable.remedies.complaints)


def seen(language: str, names: Names, state: State, receivable: Receivable, kind: str, body: Body, at: int) -> Html:
    """Who will see it, in a line."""
    who = [names.party(language, party) for party in seers(state, receivable, kind, body, at)]
    return say(language, "receivables.sum.seen", who=render.listing(language, who))


def summary(
    language: str, names: Names, state: State, receivable: Receivable, kind: str, body: Body, party: str, at: int
) -> Html:
    """What is about to be signed: what it says, what it does in law and what not, who will see it."""
    said = what(language, names, receivable, kind, body, party, party)
    law_words = in_law(language, variant(receivable, kind, body, party))
    days = due_later(language, state, receivable, kind, body, at)
    early = [say(language, "remedy.law.early", date=day) for day in days]
    return joined([said, law_words, *early, seen(language, names, state, receivable, kind, body, at)])


def due_later(language: str, state: State, receivable: Receivable, kind: str, body: Any, at: int) -> list[str]:
    """The due day, where payment is demanded or complained about before it came at ``at`` (ms UTC); nothing else."""
    if kind != "demand" and (kind != "complain" or body["about"] != "arrears"):
        return []
    today = law.today(at)
    view = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), today)
    due = view.due.date
    return [render.date(language, due)] if due is not None and due > today else []
