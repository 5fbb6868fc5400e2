"""What several parties have to agree to: whose consent is needed, who can give it, what each of them hears. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from bot import render
from bot.describe import lapses, proposal_ends, what
from bot.names import Names
from bot.notices import Notice, Offer, Words, acting, offer
from bot.texts import Html, joined, say
from ledger import acts, proposals
from ledger.consent import Slot, filled
from ledger.state import Person, Proposal, State
from ledger.types import CONSENT_EVENTS, Body


def shared(proposal: Proposal) -> bool:
    """Whether a proposal asks several parties, not only a second person of its own side."""
    return proposal.type in CONSENT_EVENTS


def needed(language: str, names: Names, state: State, kind: str, person: Person, body: Body, at: int) -> list[Html]:
    """A line with whose consent is needed beside that of ``person``, who is about to sign; none if nobody's is."""
    if kind not in CONSENT_EVENTS:
        return []
    slots = acts.slots(state, kind, person.party, body, at)
    taken = filled(state, slots, (person,))
    others = [slot for place, slot in enumerate(slots) if place not in (taken or ())]
    if not others:
        return []
    ends = lapses(state, kind, body, at)
    key = "holding.consent.needed.lock" if ends < lapses(state, "", body, at) else "holding.consent.needed"
    return [say(language, key, who=who(language, names, others), date=render.instant(language, ends))]


def who(language: str, names: Names, slots: Iterable[Slot]) -> Html:
    """Whose consents: enterprises with the role in which somebody of them gives it."""
    shown = [
        say(
            language,
            "holding.consent.who",
            enterprise=names.party(language, slot.party),
            role=render.word(language, "role", slot.role),
        )
        for slot in slots
    ]
    return render.listing(language, shown)


def can_agree(state: State, proposal: Proposal, person: Person, at: int) -> bool:
    """Whether ``person`` can give a consent that a waiting proposal lacks."""
    agreed = (proposal.person, *(one for one, _ in proposal.endorsed))
    if person.person in agreed or not concerns(state, proposal, person, at):
        return False
    if not shared(proposal):
        return "checker" in person.roles
    people = tuple(state.people[one] for one in agreed)
    return filled(state, proposals.slots(state, proposal, at), (*people, person)) is not None


def can_return(state: State, proposal: Proposal, person: Person, at: int) -> bool:
    """Whether ``person`` can send a waiting proposal back, or take their own back."""
    if not concerns(state, proposal, person, at):
        return False
    if proposal.person == person.person:
        return True
    if not shared(proposal):
        return "checker" in person.roles
    return any(slot.fits(person) for slot in proposals.slots(state, proposal, at))


def concerned(state: State, proposal: Proposal, person: Person) -> bool:
    """Whether a proposal, waiting or not, is of ``person``'s enterprise, or of one side of what it is about."""
    if proposal.party == person.party:
        return True
    receivable = state.receivables.get(str(proposal.receivable))
    if not shared(proposal) or receivable is None:
        return False
    payer = state.payer_of(receivable)
    sides = {receivable.holder, receivable.supplier, payer.party if payer is not None else None}
    return person.party in sides | {party for hold in receivable.holds for party in (hold.by, hold.financier)}


def concerns(state: State, proposal: Proposal, person: Person, at: int) -> bool:
    """Whether a proposal waits at ``at`` (ms UTC) and is of ``person``'s enterprise, or asks for its consent. A pledge
    whose lock has ended waits for nobody: after another lock it is proposed anew."""
    if proposal.state != "waiting" or not concerned(state, proposal, person):  # most are over, or others'
        return False
    if at >= lapses(state, proposal.type, proposal.body, proposal.at):
        return False
    if proposals.standing(state, proposal, at) != "waiting":
        return False
    if proposal.party == person.party:
        return True
    return any(slot.party == person.party for slot in proposals.slots(state, proposal, at))


def asked(state: State, proposal: Proposal, at: int) -> list[Person]:
    """Everybody who can give a consent that it still lacks."""
    parties = {slot.party: slot.role for slot in proposals.waiting_for(state, proposal, at)}
    roles = {slot.role for slot in proposals.waiting_for(state, proposal, at)}
    people = [person for party in parties for person in acting(state, party, roles, at)]
    return [person for person in people if can_agree(state, proposal, person, at)]


def words(language: str, names: Names, state: State, proposal: Proposal, at: int, reader: str) -> Html:
    """A waiting proposal for the party ``reader``: what it says, what to know before agreeing, who is still needed."""
    lacks = proposals.waiting_for(state, proposal, at)
    said = say(
        language,
        "holding.consent.asked",
        maker=names.person(language, proposal.person),
        enterprise=names.party(language, proposal.party),
        what=what(language, names, state, proposal, reader),
    )
    law = say(language, f"holding.consent.law.{_manner(state, proposal, reader)}")
    until = proposal_ends(language, state, proposal)
    return joined([said, law, say(language, "holding.consent.until", who=who(language, names, lacks), date=until)])


def proposed(state: State, names: Names, proposal: Proposal, at: int) -> list[Notice]:
    """Everybody whose consent it asks hears what is proposed, and can agree or refuse."""

    def told_to(party: str) -> Words:
        return lambda language: words(language, names, state, proposal, at, party)

    people = asked(state, proposal, at)
    return [Notice(person.person, told_to(person.party), _offers(proposal)) for person in people]


def _manner(state: State, proposal: Proposal, reader: str) -> str:
    """What whoever is asked should know before they agree: a payer, that it is to pay into another account."""
    if proposal.type != "pledge":
        return proposal.type
    payer = state.payer_of(state.receivables[str(proposal.receivable)])
    return f"pledge.{'account' if payer is not None and payer.party == reader else 'plain'}"


def _offers(proposal: Proposal) -> tuple[Offer, ...]:
    offers = [
        offer("holding.button.agree", "endorse", proposal=proposal.hash),
        offer("holding.button.refuse", "return", proposal=proposal.hash),
    ]
    if proposal.receivable is not None:
        offers.append(offer("receivables.button.show", "show", receivable=proposal.receivable))
    return tuple(offers)


def agreed(state: State, names: Names, proposal: Proposal, signer: str, at: int) -> list[Notice]:
    """Whoever proposed it hears that one more agreed, and whose consent it still lacks."""
    lacks = proposals.waiting_for(state, proposal, at)

    def told(language: str) -> Html:
        return say(
            language,
            "holding.consent.agreed",
            name=names.person(language, signer),
            what=what(language, names, state, proposal, proposal.party),
            who=who(language, names, lacks),
        )

    return [Notice(proposal.person, told)]


def returned(proposal: Proposal, told: Words) -> list[Notice]:
    """Everybody who agreed hears that nothing came of it."""
    return [Notice(person, told) for person in (proposal.person, *(one for one, _ in proposal.endorsed))]
