"""What needs several signers: one proposes an event, others endorse it, and it takes effect with the last of them.

Until then nothing has happened. Whether it can still happen is asked again each time: a proposal is void seven days
after it was made, once its maker may not sign it any more or an earlier endorser is revoked, and as soon as anything
that it refers to has moved. The checker is another person with another key, whom the maker did not choose: neither
invited nor made a checker, nor did the maker choose whoever did.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ledger import acts, bodies
from ledger.authority import REGISTRAR, authorise, chosen_by, require_limit, require_role
from ledger.errors import Refusal
from ledger.receivables import concerned
from ledger.state import Person, Proposal, State
from ledger.types import DUAL_EVENTS, PROPOSAL_LIFE_MS, REGISTRAR_PARTY, Event


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
    event, maker = proposed(state, proposal), state.people[proposal.person]
    try:
        authorise(maker, at)
        acts.require_authority(state, event, maker)
    except Refusal:
        return "maker"
    try:
        for endorser, _ in proposal.endorsed:
            authorise(state.people[endorser], at)
    except Refusal:
        return "endorser"
    if acts.ref_for(state, proposal.type, proposal.party, proposal.body) != proposal.ref:
        return "changed"
    return None


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
    if kind not in (*DUAL_EVENTS, "invite"):
        raise not_dual(kind)
    return replace(event, type=kind, body=inner)


def not_dual(kind: str) -> Refusal:
    """An event of this type is nobody's proposal."""
    return Refusal("not-dual", f"this {kind} needs one person only", "sign it directly", type=kind)


def decide_propose(state: State, inner: Event, maker: Person, at: int) -> None:
    """What is proposed must need several people, and be acceptable now if they all agreed."""
    if acts.needs(state, inner.type, inner.party, inner.body) == 0:
        raise not_dual(inner.type)
    acts.decide(state, inner, maker, at)


def require_authority(proposal: Proposal, event: Event, person: Person) -> None:
    """Who may endorse or return: a checker of the maker's party, or another registrar; the maker may take it back."""
    if event.party != proposal.party:
        raise Refusal("not-yours", "proposals are endorsed by their own side", "let that side sign")
    if event.type == "return" and person.person == proposal.person:
        return
    require_role(person, REGISTRAR if proposal.party == REGISTRAR_PARTY else "checker")


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
    if chosen_by(state, person, proposal.person):
        raise Refusal(
            "invited-by-maker",
            "who proposes does not choose who approves",
            "ask a checker whom somebody else invited",
        )
    if proposal.type != "invite":
        require_limit(person, concerned(state, proposal.type, proposal.body))
    acts.decide(state, proposed(state, proposal), state.people[proposal.person], at)


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
    if len(proposal.endorsed) >= proposal.needs:
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
        needs=acts.needs(state, kind, event.party, body),
    )
