"""Who hears of an entry of holding, remedy, correction or split: everybody who may see it, with what they can do next.

Pure. The words are in the reader's own language; whoever signed the entry hears its outcome instead.
"""

from __future__ import annotations

from bot import deals, render
from bot.names import Names
from bot.notices import Effect, Notice, Words, acting, offer
from bot.steps import possible
from bot.texts import Html, has, joined, say
from ledger.claims import Hold
from ledger.state import Receivable, State
from ledger.types import REGISTRAR_PARTY

NEXT: dict[str, tuple[str, ...]] = {
    "offer": ("accept", "lock", "release"),
    "accept": ("notice", "finance"),
    "lock": ("pledge",),
    "pledge": ("registry", "account", "finance"),
    "finance": (),
    "release": ("notice", "offer"),
    "split": ("offer",),
    "complain": ("accepted",),
    "accept-complaint": ("passed",),
}
"""What comes after an event of each type, for whoever can do it."""


def notices(state: State, names: Names, done: Effect, at: int) -> list[Notice]:
    """Messages to all who see what ``done`` brought about, the signer's colleagues among them."""
    receivable, kind = done.receivable, done.kind
    assert receivable is not None
    assert kind is not None
    found = []
    for party in _readers(state, receivable, done, at):
        for person in acting(state, party, roles(state, receivable, party), at):
            offers = possible(state, receivable, person, at, NEXT.get(kind, ()))
            if kind == "demand" and _pays(state, receivable, party):
                offers.append(offer("receivables.button.pay", "begin", command="pay", receivable=receivable.id))
            offers.append(offer("receivables.button.show", "show", receivable=receivable.id))
            found.append(Notice(person.person, _words(state, names, done, party), tuple(offers)))
    return found


def _readers(state: State, receivable: Receivable, done: Effect, at: int) -> list[str]:
    """Whoever may see it; of a pledge the payer as well, if it agreed to the account with this very entry."""
    found = deals.seers(state, receivable, str(done.kind), done.body, at, done.entry.seq)
    payer, hold = state.payer_of(receivable), receivable.hold(str(done.body.get("offer")))
    agreed = done.kind == "pledge" and hold is not None and hold.acknowledged == done.entry.seq
    return [*found, payer.party] if agreed and payer is not None and payer.party not in found else found


def roles(state: State, receivable: Receivable, party: str) -> tuple[str, ...]:
    """The roles of the people of ``party`` who hear of a receivable."""
    if party == REGISTRAR_PARTY:
        return ("registrar",)
    return ("maker",) if _pays(state, receivable, party) else ("owner", "financier")


def _pays(state: State, receivable: Receivable, party: str) -> bool:
    payer = state.payer_of(receivable)
    return payer is not None and payer.party == party


def _words(state: State, names: Names, done: Effect, party: str) -> Words:
    receivable, kind = done.receivable, str(done.kind)
    assert receivable is not None
    side = "payer" if _pays(state, receivable, party) else "others"

    hold = receivable.hold(str(done.body.get("offer")))
    if kind == "pledge" and side == "payer" and hold is not None and done.entry.seq in hold.lapsed:
        return lambda language: joined([lapsed(language, names, receivable, hold), _entry(language, done)])

    def words(language: str) -> Html:
        lines = [said(language, names, state, done, party)]
        if has(f"holding.told.{kind}.{side}"):
            payee = names.party(language, receivable.payee)
            lines.append(say(language, f"holding.told.{kind}.{side}", payee=payee))
        if side == "payer":
            later = deals.due_later(language, state, receivable, kind, done.body, done.entry.at)
            lines += [say(language, "remedy.told.early", date=day) for day in later]
        return joined([*lines, _entry(language, done)])

    return words


def _entry(language: str, done: Effect) -> Html:
    return say(language, "holding.entry", seq=str(done.entry.seq))


def lapsed(language: str, names: Names, receivable: Receivable, hold: Hold) -> Html:
    """To the payer: the account that it agreed to no longer counts, and it agreed to no other. The new one is not
    named, so that nobody pays into it unasked."""
    values = {"financier": names.party(language, hold.financier), "payee": names.party(language, receivable.payee)}
    return say(language, "holding.told.pledge.lapsed", label=receivable.label, **values)


def said(language: str, names: Names, state: State, done: Effect, reader: str) -> Html:
    """What the event says to the party ``reader``; of a split its parts as well. It is told of whoever proposed it."""
    receivable = done.receivable
    assert receivable is not None
    party = done.event.party
    if done.event.type == "endorse":
        party = state.proposals[done.event.ref].party
    lines = [deals.what(language, names, receivable, str(done.kind), done.body, party, reader)]
    if done.kind == "split" and receivable.family is not None:
        labels = [state.receivables[child].label for child in receivable.family.children]
        lines.append(say(language, "holding.parts", labels=render.listing(language, labels)))
    return joined(lines)
