"""What the signer hears once an entry is recorded, and what can be done next."""

from __future__ import annotations

from bot import consents, deals, render, request, told
from bot.announce import Effect, Offer, acting, effect, money_of, over_of
from bot.describe import DECISIONS, decision, paid, parties, proposal_ends, reasons, what
from bot.enrolment import invited
from bot.steps import possible
from bot.talk import Talk, together
from bot.texts import Html, has
from ledger.proposals import waiting_for
from ledger.state import Proposal, Receivable
from ledger.types import Entry


def custody_line(talk: Talk, entry: Entry) -> Html:
    """Whether it was an attestation or a signature, and where it stands."""
    person = talk.desk.ledger.state.people.get(getattr(entry.event, "person", ""))
    held = person is None or person.custody_of(getattr(entry.event, "key", "")) == "held"
    return talk.text("receivables.attested" if held else "receivables.signed", seq=entry.seq)


async def tell(talk: Talk, entry: Entry) -> None:
    """Word the outcome of ``entry`` for its signer."""
    done = effect(talk.desk.ledger.state, entry)
    lines = _lines(talk, done)
    lines.append(custody_line(talk, entry))
    await talk.send(together(*lines), _next(talk, done))
    if done.kind == "register" and done.receivable is not None:
        await request.offer(talk, done.receivable)
    if done.kind == "invite":
        await invited(talk, str(done.body["code"]))


def _next(talk: Talk, done: Effect) -> list[Offer]:
    """What the signer can do next about holding and remedy."""
    if done.kind not in deals.KINDS or done.kind == "offer" or done.receivable is None:
        return []
    return possible(
        talk.desk.ledger.state, done.receivable, talk.known(), talk.desk.now(), told.NEXT.get(done.kind, ())
    )


def _deal_lines(talk: Talk, done: Effect) -> list[Html]:
    """What was recorded about holding or remedy, and what that leaves to be done."""
    said = told.said(talk.language, talk.desk.names, talk.desk.ledger.state, done, talk.known().party)
    lines = [talk.text("holding.done", what=said)]
    after = f"holding.after.{done.kind}"
    return [*lines, talk.text(after)] if has(after) else lines


def _lines(talk: Talk, done: Effect) -> list[Html]:
    if done.kind in deals.KINDS:
        return _deal_lines(talk, done)
    if done.event.type in ("propose", "endorse", "return"):
        return _proposal_lines(talk, done)
    receivable = done.receivable
    if receivable is None:
        return _people_lines(talk, done)
    about = _about(talk, done, receivable)
    if done.kind in DECISIONS:
        decided = decision(talk.language, done.body, receivable.claimed)
        return [
            talk.text("receivables.done.decide", **about, **decided),
            *reasons(talk.language, done.body["reason"]),
        ]
    served = done.kind == "request" and receivable.served_on is not None
    lines = [
        talk.text(
            "receivables.done.request.served" if served else f"receivables.done.{done.kind}",
            **about,
            amount=render.money(money_of(done)),
            outstanding=render.money(receivable.outstanding),
            date=render.date(talk.language, str(receivable.served_on) if served else talk.desk.today()),
        )
    ]
    if over_of(done):
        lines.append(talk.text("receivables.done.pay.over", over=render.money(over_of(done))))
    if done.kind == "request":
        if not served and not request.makers(talk, receivable):
            lines.append(talk.text("receivables.done.request.nobody", **about))
        lines += request.duty_lines(talk, receivable)
    return lines


def _about(talk: Talk, done: Effect, receivable: Receivable) -> dict[str, str]:
    """Who is who in it; a payment goes to its payee, who need not be the supplier."""
    names = talk.desk.names
    if done.kind == "pay":
        return paid(talk.language, names, receivable, str(done.body["payee"]))
    return parties(talk.language, names, receivable)


def _proposal_lines(talk: Talk, done: Effect) -> list[Html]:
    desk, state = talk.desk, talk.desk.ledger.state
    hash_of = done.entry.hash if done.event.type == "propose" else done.event.ref
    proposal = state.proposals[hash_of]
    said = what(talk.language, desk.names, state, proposal, talk.known().party)
    if consents.shared(proposal) and done.event.type in ("propose", "endorse"):
        return _consent_lines(talk, proposal, said, done.event.type)
    if done.event.type == "endorse":
        return [talk.text("receivables.done.endorse", what=said)]
    if done.event.type == "return":
        own = proposal.person == done.event.person
        return [talk.text("receivables.done.takeback" if own else "receivables.done.return", what=said)]
    ends = proposal_ends(talk.language, state, proposal)
    checkers = [
        desk.names.person(talk.language, each.person)
        for each in acting(state, proposal.party, ["checker"], desk.now())
        if each.person != proposal.person
    ]
    return [
        talk.text(
            "receivables.done.propose",
            what=said,
        ),
        talk.text("receivables.done.propose.who", checkers=render.listing(talk.language, checkers), date=ends)
        if checkers
        else talk.text("receivables.done.propose.nobody", date=ends),
    ]


def _consent_lines(talk: Talk, proposal: Proposal, said: Html, kind: str) -> list[Html]:
    """What was proposed or agreed to, whose consent it lacks, and whom nobody can be asked of."""
    desk, state, now = talk.desk, talk.desk.ledger.state, talk.desk.now()
    lacks = waiting_for(state, proposal, now)
    asked = {person.party for person in consents.asked(state, proposal, now)}
    who, ends = consents.who(talk.language, desk.names, lacks), proposal_ends(talk.language, state, proposal)
    key = "receivables.done.propose" if kind == "propose" else "holding.consent.given"
    lines = [talk.text(key, what=said), talk.text("holding.consent.until", who=who, date=ends)]
    silent = dict.fromkeys(slot.party for slot in lacks if slot.party not in asked)
    names = [desk.names.party(talk.language, party) for party in silent]
    return lines + [talk.text("holding.consent.nobody", enterprise=name) for name in names]


def _people_lines(talk: Talk, done: Effect) -> list[Html]:
    if done.kind == "revoke":
        name = talk.desk.names.person(talk.language, str(done.body["person"]))
        return [talk.text("account.revoke.done", name=name, seq=done.entry.seq)]
    if done.kind == "rekey":
        person = talk.desk.ledger.state.people[done.event.person]
        return [talk.text("own.replace.done", key=person.key[:16], seq=done.entry.seq)]
    if done.kind == "limits":
        name = talk.desk.names.person(talk.language, str(done.body["person"]))
        return [talk.text("account.limits.done", name=name, seq=done.entry.seq)]
    return []
