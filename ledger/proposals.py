"""What needs several signers: one proposes an event, others endorse it, and it takes effect with the last of them.

Until then nothing has happened. Whether it can still happen is asked again each time: a proposal is void seven days
after it was made, once its maker may not sign it any more or an earlier endorser is revoked, and as soon as anything
that it refers to has moved. The checker is another person with another key, whom the maker did not choose: neither
invited nor made a checker, nor did the maker choose whoever did.

Two kinds. Dual control, and a payer's first administrator, ask for so many endorsements of the maker's own side. What
touches several parties (``CONSENT_EVENTS``) asks for one consent of each slot (``ledger.consent``), in any order.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ledger import acts, bodies
from ledger.authority import REGISTRAR, authorise, chosen_by, require_limit, require_role
from ledger.consent import Slot, Slots, filled, roles_of
from ledger.errors import Refusal
from ledger.receivables import concerned, stranger
from ledger.state import Person, Proposal, State
from ledger.types import CONSENT_EVENTS, DUAL_EVENTS, PROPOSAL_LIFE_MS, REGISTRAR_PARTY, Event


def find(state: State, event: Event) -> Proposal:
    """The proposal that an endorsement or a return names by its ``ref``."""
    found = state.proposals.get(event.ref)
    if found is None:
        raise Refusal("unknown-proposal", "there is no such proposal", "refer to the proposal's entry")
    return found


def proposed(state: State, proposal: Proposal) -> Event:
    """The event that takes effect with the last endorsement, as its maker would sign it alone."""
    return Event(
        ledger=state.ledger,
        type=proposal.type,
        party=proposal.party,
        person=proposal.person,
        key=proposal.key,
        request="",
        ref=proposal.ref,
        signed_at=proposal.at,
        body=proposal.body,
    )


def void_because(state: State, proposal: Proposal, at: int) -> str | None:
    """Why a waiting proposal can take effect no more at ``at`` (ms UTC); None if it can.

    expired; maker or endorser: one of them may not sign it any more; changed: what it refers to has moved.
    """
    if at - proposal.at > PROPOSAL_LIFE_MS:
        return "expired"
    moved = acts.ref_for(state, proposal.type, proposal.party, proposal.body) != proposal.ref
    if moved and proposal.type in CONSENT_EVENTS:
        return "changed"  # whose consent it needs can only be asked while it stands
    event, maker = proposed(state, proposal), state.people[proposal.person]
    try:
        authorise(maker, at)
        acts.require_authority(state, event, maker, at)
    except Refusal:
        return "maker"
    try:
        for endorser, _ in proposal.endorsed:
            authorise(state.people[endorser], at)
        if proposal.type in CONSENT_EVENTS:
            _require_consents(state, proposal, at)
    except Refusal:
        return "endorser"
    return "changed" if moved else None


def _require_consents(state: State, proposal: Proposal, at: int) -> None:
    """Raise ``Refusal`` unless whoever agreed so far may still do so, each for a slot of their own."""
    for endorser, _ in proposal.endorsed:
        require_limit(state.people[endorser], concerned(state, proposal.type, proposal.body))
    if filled(state, slots(state, proposal, at), _agreed(state, proposal)) is None:
        raise Refusal("wrong-role", "somebody who agreed has lost the role", "propose it again")


def slots(state: State, proposal: Proposal, at: int) -> Slots:
    """The consents that a proposal of ``CONSENT_EVENTS`` needs at ``at`` (ms UTC)."""
    return acts.slots(state, proposal.type, proposal.party, proposal.body, at)


def _agreed(state: State, proposal: Proposal) -> tuple[Person, ...]:
    return tuple(state.people[person] for person in (proposal.person, *(one for one, _ in proposal.endorsed)))


def _sides(state: State, proposal: Proposal) -> set[str]:
    """The parties that a proposal once asked, as far as they can still be told."""
    receivable = state.receivables[str(proposal.receivable)]
    payer = state.payer_of(receivable)
    agreed = {person.party for person in _agreed(state, proposal)}
    return agreed | {receivable.holder, receivable.supplier} | ({payer.party} if payer is not None else set())


def waiting_for(state: State, proposal: Proposal, at: int) -> tuple[Slot, ...]:
    """Whose endorsement a waiting proposal lacks at ``at`` (ms UTC); () if it waits for nobody any more."""
    if standing(state, proposal, at) != "waiting":
        return ()
    if proposal.type not in CONSENT_EVENTS:
        return (Slot(proposal.party, _checking(proposal)),) * (proposal.needs - len(proposal.endorsed))
    wanted = slots(state, proposal, at)
    taken = filled(state, wanted, _agreed(state, proposal))
    assert taken is not None  # else it were void
    return tuple(slot for place, slot in enumerate(wanted) if place not in taken)


def _checking(proposal: Proposal) -> str:
    return REGISTRAR if proposal.party == REGISTRAR_PARTY else "checker"


def standing(state: State, proposal: Proposal, at: int) -> str:
    """waiting, effective, returned or void, at ``at`` (ms UTC)."""
    if proposal.state == "waiting" and void_because(state, proposal, at) is not None:
        return "void"
    return proposal.state


# Rules.


def unwrap(event: Event) -> Event:
    """The event that a ``propose`` carries; raises ``not-dual``, ``unknown-type`` or ``bad-body`` if it cannot."""
    body: Any = event.body
    kind, inner = body["type"], body["body"]
    bodies.check(kind, inner)
    if kind not in (*DUAL_EVENTS, *CONSENT_EVENTS, "invite"):
        raise not_dual(kind)
    return replace(event, type=kind, body=inner)


def not_dual(kind: str) -> Refusal:
    """An event of this type is nobody's proposal."""
    return Refusal("not-dual", f"this {kind} needs one person only", "sign it directly", type=kind)


def several(kind: str) -> Refusal:
    """What one person alone signed of a type that needs more."""
    if kind in CONSENT_EVENTS:
        rule = "this touches others, and takes effect with the consent of each"
        return Refusal("consent-needed", rule, "propose it, and let the others endorse it")
    return Refusal("dual-control", "this needs more than one person", "propose it, and let the others endorse it")


def decide_propose(state: State, inner: Event, maker: Person, at: int) -> None:
    """What is proposed must need several people, and be acceptable now if they all agreed."""
    if acts.needs(state, inner.type, inner.party, inner.body, at) == 0:
        raise not_dual(inner.type)
    acts.decide(state, inner, maker, at)


def require_authority(state: State, proposal: Proposal, event: Event, person: Person, at: int) -> None:
    """Who may endorse or return: a checker of the maker's party, or another registrar; of what touches several parties
    whoever's consent it needs. The maker may take it back."""
    if event.type == "return" and event.party == proposal.party and person.person == proposal.person:
        return
    if proposal.type in CONSENT_EVENTS:
        if standing(state, proposal, at) == "waiting":
            require_role(person, *roles_of(slots(state, proposal, at), event.party))
        elif event.party not in _sides(state, proposal):
            raise stranger()
        return  # ``require_waiting`` refuses what waits no more
    if event.party != proposal.party:
        raise Refusal("not-yours", "proposals are endorsed by their own side", "let that side sign")
    require_role(person, _checking(proposal))


def require_waiting(state: State, proposal: Proposal, at: int) -> None:
    """Raise ``already-endorsed`` if it is effective, ``proposal-void`` (field ``why``) if it cannot become so."""
    if proposal.state == "effective":
        raise Refusal("already-endorsed", "this proposal has taken effect", "nothing more is needed")
    why = "returned" if proposal.state == "returned" else void_because(state, proposal, at)
    if why is not None:
        raise Refusal(
            "proposal-void",
            "a proposal lives seven days, while its terms and its maker stand",
            "let the maker propose again",
            why=why,
            proposed_at=proposal.at,
        )


def decide_endorse(state: State, proposal: Proposal, person: Person, at: int) -> None:
    """Each endorsement is by another person; the last one decides the proposed event again."""
    require_waiting(state, proposal, at)
    if person.person == proposal.person or person.key == proposal.key:
        raise Refusal("same-person", "two people, two keys", "ask a colleague to check it")
    if any(person.person == other or person.key == key for other, key in proposal.endorsed):
        raise Refusal("already-endorsed", "each person endorses once", "ask somebody else")
    if proposal.type in CONSENT_EVENTS:
        _decide_consent(state, proposal, person, at)
    elif chosen_by(state, person, proposal.person):
        raise _chosen()
    if proposal.type != "invite":
        require_limit(person, concerned(state, proposal.type, proposal.body))
    acts.decide(state, proposed(state, proposal), state.people[proposal.person], at)


def _decide_consent(state: State, proposal: Proposal, person: Person, at: int) -> None:
    """The person fills a slot that is still open, beside whoever agreed before."""
    wanted, people = slots(state, proposal, at), (*_agreed(state, proposal), person)
    if filled(state, wanted, people) is not None:
        return
    if filled(state, wanted, people, chosen=True) is not None:
        raise _chosen()
    raise Refusal("already-endorsed", "your side has agreed", "nothing more is needed of it")


def _chosen() -> Refusal:
    return Refusal(
        "invited-by-maker",
        "who proposes does not choose who approves",
        "ask a checker whom somebody else invited",
    )


# The fold.


def apply(state: State, event: Event, seq: int, entry_hash: str, at: int) -> None:
    """Fold an accepted ``propose``, ``endorse`` or ``return``."""
    if event.type == "propose":
        _apply_propose(state, event, seq, entry_hash, at)
        return
    proposal = find(state, event)
    if event.type == "return":
        proposal.state = "returned"
        return
    signer = state.people[event.person]
    proposal.endorsed.append((signer.person, signer.key))
    if proposal.type in CONSENT_EVENTS:
        complete = len(proposal.endorsed) == len(slots(state, proposal, at)) - 1
    else:
        complete = len(proposal.endorsed) >= proposal.needs
    if complete:
        proposal.state = "effective"
        acts.apply(state, proposed(state, proposal), seq, entry_hash, at, tuple(proposal.endorsed))


def _apply_propose(state: State, event: Event, seq: int, entry_hash: str, at: int) -> None:
    wrapped: Any = event.body
    kind, body = wrapped["type"], wrapped["body"]
    signer = state.people[event.person]
    state.proposals[entry_hash] = Proposal(
        hash=entry_hash,
        seq=seq,
        at=at,
        type=kind,
        body=body,
        ref=event.ref,
        party=signer.party,
        person=signer.person,
        key=signer.key,
        receivable=body.get("receivable"),
        about=body["party"] if kind == "invite" else None,
        needs=acts.needs(state, kind, event.party, body, at),
    )
