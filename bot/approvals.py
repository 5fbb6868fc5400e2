"""The second person: proposals that wait for this checker, shown whole, approved or sent back."""

from __future__ import annotations

from bot import flow, render, signing
from bot.announce import Offer
from bot.arguments import Spoken
from bot.describe import seen_line, what, what_line
from bot.errors import Pardon
from bot.signing import Draft
from bot.talk import Talk, together
from ledger.proposals import standing
from ledger.state import Person, Proposal, State


def waiting(state: State, person: Person, at: int, *, own: bool = False) -> list[Proposal]:
    """Proposals of the person's enterprise that stand at ``at``: other people's, or with ``own`` all of them."""
    return [
        proposal
        for proposal in list(state.proposals.values())  # a worker thread may be adding one
        if proposal.party == person.party
        and standing(state, proposal, at) == "waiting"
        and (own or proposal.person != person.person)
    ]


async def begin(talk: Talk, kind: str, said: Spoken) -> int:
    """``/approve`` and ``/return``: the only proposal waiting, the one on a named receivable, or a list."""
    roles = ("checker",) if kind == "endorse" else ("checker", "maker")
    person = talk.known(*roles)
    state = talk.desk.ledger.state
    found = waiting(state, person, talk.desk.now(), own=kind == "return")
    if said.label is not None:
        wanted = flow.find(talk, said.label, person.party)
        found = [proposal for proposal in found if proposal.receivable == wanted.id]
    if not found:
        raise Pardon("receivables.ask.proposal.none")
    if len(found) == 1:
        await show(talk, kind, found[0])
        return flow.END
    offers = [_pick(talk, kind, proposal) for proposal in found[: flow.MOST_CHOICES]]
    await talk.say("receivables.ask.proposal", [*offers, flow.cancel_offer()])
    return flow.END


def _pick(talk: Talk, kind: str, proposal: Proposal) -> Offer:
    words = what_line(talk.language, talk.desk.names, talk.desk.ledger.state, proposal)
    return Offer(lambda _: words, "proposal", {"kind": kind, "proposal": proposal.hash})


def check(talk: Talk, proposal: Proposal) -> None:
    """Raise Pardon unless the proposal still waits."""
    stands = standing(talk.desk.ledger.state, proposal, talk.desk.now())
    if stands != "waiting":
        raise Pardon("receivables.ask.proposal.over", state=render.word(talk.language, "proposal", stands))


def draft(kind: str, proposal: str) -> Draft:
    """The event that approves or returns a proposal."""
    return Draft(kind, {} if kind == "endorse" else {"note": None}, proposal)


async def show(talk: Talk, kind: str, proposal: Proposal) -> None:
    """The proposal whole, with the button that signs."""
    check(talk, proposal)
    key = "receivables.button.approve" if kind == "endorse" else "receivables.button.return"
    sign = signing.sign_offer(talk, draft(kind, proposal.hash), key)
    values: dict[str, str] = {
        "maker": talk.desk.names.person(talk.language, proposal.person),
        "what": what(talk.language, talk.desk.names, talk.desk.ledger.state, proposal),
    }
    if kind == "endorse":
        values["date"] = render.instant(talk.language, proposal.at)
        lines = [talk.text("receivables.sum.endorse", **values)]
        lines += seen_line(talk.language, talk.desk.names, talk.desk.ledger.state, proposal)
    else:
        own = proposal.person == talk.known().person
        lines = [talk.text("receivables.sum.takeback" if own else "receivables.sum.return", **values)]
    await talk.send(together(*lines), [sign, flow.cancel_offer()])
