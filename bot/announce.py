"""Who hears of an entry, and what: pure, from the ledger's state. The words are in the reader's own language."""

from __future__ import annotations

import datetime as dt

from bot import consents, deals, render, told
from bot.describe import decision, fen, paid, parties, proposal_ends, reasons, seen_line, what
from bot.names import Names
from bot.notices import Effect as Effect
from bot.notices import Notice as Notice
from bot.notices import Offer as Offer
from bot.notices import Words as Words
from bot.notices import acting as acting
from bot.notices import effect as effect
from bot.notices import holder_then
from bot.notices import offer as offer
from bot.notices import worded as worded
from bot.render.law import article
from bot.scene import HOLDERS
from bot.texts import Html, joined, say
from ledger import law, visibility
from ledger.state import Collection, Person, Receivable, State
from ledger.types import Entry


def notices(state: State, names: Names, entry: Entry, at: int) -> list[Notice]:
    """Everybody but the signer who is to hear of ``entry``."""
    done = effect(state, entry)
    found: list[Notice] = []
    if done.event.type == "propose":
        found = _proposed(state, names, entry, at)
    elif done.event.type in ("endorse", "return"):
        found = _decided(state, names, done, at)
    if done.kind == "rekey":
        found = _rekeyed(state, names, done, at)
    if done.kind and done.receivable is not None and not _corrected(done):
        found += _told(state, names, done, at)
    return [notice for notice in found if notice.person != done.event.person]


def _corrected(done: Effect) -> bool:
    """Whether the entry was put right since: told late, after a crash, it would be told wrongly."""
    return done.receivable is not None and any(each.corrects == done.entry.hash for each in done.receivable.corrections)


def _rekeyed(state: State, names: Names, done: Effect, at: int) -> list[Notice]:
    """Whoever administers the enterprise hears of a new key: if a thief had the old one, they alone can stop it."""
    person = state.people[done.event.person]

    def words(language: str) -> Html:
        name = names.person(language, person.person)
        return say(language, "own.replace.tell", name=name, key=person.key[:16], seq=done.entry.seq)

    return [Notice(each.person, words) for each in acting(state, person.party, ["administrator", "owner"], at)]


def _proposed(state: State, names: Names, entry: Entry, at: int) -> list[Notice]:
    proposal = state.proposals[entry.hash]
    if consents.shared(proposal):
        return consents.proposed(state, names, proposal, at)

    def words(language: str) -> Html:
        said = say(
            language,
            "receivables.tell.proposed",
            maker=names.person(language, proposal.person),
            what=what(language, names, state, proposal),
            date=proposal_ends(language, state, proposal),
        )
        return joined([said, *seen_line(language, names, state, proposal)])

    offers = [
        offer("receivables.button.approve", "endorse", proposal=proposal.hash),
        offer("receivables.button.return", "return", proposal=proposal.hash),
    ]
    if proposal.receivable is not None:
        offers.append(offer("receivables.button.show", "show", receivable=proposal.receivable))
    return [Notice(person.person, words, tuple(offers)) for person in acting(state, proposal.party, ["checker"], at)]


def _decided(state: State, names: Names, done: Effect, at: int) -> list[Notice]:
    """Whoever proposed it hears what became of it; what took effect for several parties is told as the event itself."""
    proposal = state.proposals[done.event.ref]
    if consents.shared(proposal) and done.event.type == "endorse":
        return [] if done.kind else consents.agreed(state, names, proposal, done.event.person, at)
    key = "receivables.tell.returned" if done.event.type == "return" else "receivables.tell.endorsed"

    def words(language: str) -> Html:
        values: dict[str, str] = {
            "who": names.person(language, done.event.person),
            "what": what(language, names, state, proposal, proposal.party),
        }
        if done.event.type == "endorse":
            values["date"] = render.instant(language, done.entry.at)
        return say(language, key, **values)

    return consents.returned(proposal, words) if consents.shared(proposal) else [Notice(proposal.person, words)]


def _told(state: State, names: Names, done: Effect, at: int) -> list[Notice]:
    receivable, kind = done.receivable, done.kind
    assert receivable is not None
    if kind in deals.KINDS:
        return told.notices(state, names, done, at)
    owners = acting(state, holder_then(receivable, done.entry.seq), HOLDERS, at)
    payer = state.payer_of(receivable)
    makers = acting(state, payer.party, ["maker"], at) if payer is not None else []
    writers = {
        "acknowledge": (owners, _plain(names, done, "acknowledge"), ()),
        "query": (owners, _quoted(names, done, "query", "question"), ("answer",)),
        "confirm": (owners, _decision(state, names, done, at), ()),
        "dispute": (owners, _decision(state, names, done, at), ()),
        "reject": (owners, _decision(state, names, done, at), ()),
        "pay": (_payees(state, done, at), _paid(names, done), ("receive", "deny")),
        "answer": (makers, _quoted(names, done, "answer", "answer"), ("confirm", "dispute")),
        "withdraw": (makers if receivable.requested_at is not None else [], _plain(names, done, "withdraw"), ()),
        "receive": (makers, _received(names, done), ()),
        "deny": (makers, _plain(names, done, "deny"), ()),
    }
    if kind not in writers:
        return []
    people, words, commands = writers[kind]
    offers = [
        offer(f"receivables.button.{command}", "begin", command=command, receivable=receivable.id)
        for command in commands
    ]
    offers.append(offer("receivables.button.show", "show", receivable=receivable.id))
    found = [Notice(person.person, words, tuple(offers)) for person in people]
    return [*found, *_others_told(state, names, done, at)] if kind == "pay" else found


def _others_told(state: State, names: Names, done: Effect, at: int) -> list[Notice]:
    """The holder, where the payer paid into the account of a pledge instead; the financier of the pledge, where it paid
    somebody else after all."""
    receivable, body, seq = done.receivable, done.body, done.entry.seq
    assert receivable is not None
    others = dict.fromkeys((holder_then(receivable, seq), *visibility.agreed_then(receivable, seq)))
    others.pop(str(body["payee"]), None)

    def words(language: str) -> Html:
        return say(
            language,
            "receivables.tell.pay.holder",
            **paid(language, names, receivable, str(body["payee"])),
            amount=render.money(fen(body, "amount")),
            date=render.date(language, str(body["paid_on"])),
        )

    show = (offer("receivables.button.show", "show", receivable=receivable.id),)
    return [Notice(person.person, words, show) for party in others for person in acting(state, party, HOLDERS, at)]


def _payees(state: State, done: Effect, at: int) -> list[Person]:
    """The people of whom was paid: the holder's, or a financier's into whose account the payer agreed to pay."""
    return acting(state, str(done.body["payee"]), HOLDERS, at) if done.kind == "pay" else []


def money_of(done: Effect) -> int:
    """The fen an event is about."""
    receivable = done.receivable
    assert receivable is not None
    if done.kind == "receive":
        return _collected(done).amount
    if done.kind == "deny":
        payment = next(each for each in receivable.payments if each.hash == done.body["pay"])
        return payment.denied + payment.over_denied
    return fen(done.body, "amount") if "amount" in done.body else receivable.claimed


def _plain(names: Names, done: Effect, key: str) -> Words:
    receivable = done.receivable
    assert receivable is not None

    def words(language: str) -> Html:
        return say(
            language,
            f"receivables.tell.{key}",
            **paid(
                language, names, receivable, done.event.party if key in ("receive", "deny") else receivable.supplier
            ),
            amount=render.money(money_of(done)),
            outstanding=render.money(receivable.outstanding),
        )

    return words


def _received(names: Names, done: Effect) -> Words:
    plain = _plain(names, done, "receive")
    over = over_of(done)

    def words(language: str) -> Html:
        more = [say(language, "receivables.tell.receive.over", over=render.money(over))] if over else []
        return joined([plain(language), *more])

    return words


def over_of(done: Effect) -> int:
    """Fen beyond the claim that an event reports or acknowledges."""
    if done.kind == "pay":
        return fen(done.body, "over")
    return _collected(done).over if done.kind == "receive" else 0


def _collected(done: Effect) -> Collection:
    """What an acknowledgement took as received; as it says itself, where it was taken back or split since."""
    assert done.receivable is not None
    entry, body = done.entry, done.body
    said = Collection(entry.seq, str(body["on"]), fen(body, "amount"), 0, None)
    return next((each for each in done.receivable.collections if each.seq == entry.seq), said)


def _quoted(names: Names, done: Effect, key: str, field: str) -> Words:
    receivable = done.receivable
    assert receivable is not None

    def words(language: str) -> Html:
        text = render.short(names.text(language, str(done.body[field])), 300)
        return say(language, f"receivables.tell.{key}", **parties(language, names, receivable), text=text)

    return words


def _decision(state: State, names: Names, done: Effect, at: int) -> Words:
    """What the payer decided, when the confirmed part falls due, and that a dispute does not delay it."""
    receivable, body = done.receivable, done.body
    assert receivable is not None
    view = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), law.today(at))
    rule = _undisputed_rule(view, receivable)

    def words(language: str) -> Html:
        about = parties(language, names, receivable)
        lines = [say(language, "receivables.tell.decided", **about, **decision(language, body, receivable.claimed))]
        lines += reasons(language, body["reason"])
        if body["confirmed"] and view.due.date is not None:
            lines.append(say(language, "receivables.tell.due", date=render.date(language, view.due.date)))
        if body["confirmed"] and body["disputed"] and rule:
            lines.append(say(language, "receivables.tell.undisputed", law=article(language, rule)))
        return joined(lines)

    return words


def _undisputed_rule(view: law.LawView, receivable: Receivable) -> str | None:
    """The article by which a dispute about a part does not delay the rest, where the statute has one and applies."""
    version = law.version_on(dt.date.fromisoformat(str(receivable.terms["contract_on"])))
    if version is None or version.undisputed is None or view.statutory_due.date is None:
        return None
    return version.article(version.undisputed)


def _paid(names: Names, done: Effect) -> Words:
    receivable, body = done.receivable, done.body
    assert receivable is not None

    def words(language: str) -> Html:
        values = {
            **parties(language, names, receivable),
            "amount": render.money(fen(body, "amount")),
            "date": render.date(language, str(body["paid_on"])),
        }
        lines = [say(language, "receivables.tell.pay", **values)]
        if body["over"]:
            lines.append(say(language, "receivables.tell.pay.over", over=render.money(fen(body, "over"))))
        return joined(lines)

    return words
