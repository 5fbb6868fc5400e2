"""Who else has to agree: proposals that wait for a checker, or for another party's consent; approved or sent back."""

from __future__ import annotations

from bot import consents, flow, render, signing
from bot.announce import Offer
from bot.arguments import Spoken
from bot.describe import seen_line, what, what_line
from bot.errors import Pardon
from bot.signing import Draft
from bot.talk import Talk, together
from ledger.proposals import standing
from ledger.state import Person, Proposal, State


def waiting(state: State, person: Person, at: int, kind: str = "endorse") -> list[Proposal]:
    """Proposals that wait for ``person`` at ``at``: to be approved, or (``kind`` "return") sent or taken back."""
    able = consents.can_agree if kind == "endorse" else consents.can_return
    return [proposal for proposal in _all(state) if able(state, proposal, person, at)]


def _all(state: State) -> list[Proposal]:
    return list(state.proposals.values())  # a worker thread may be adding one


def _of_own_side(state: State, proposal: Proposal, person: Person, at: int) -> bool:
    return not consents.shared(proposal) and consents.concerns(state, proposal, person, at)


ROLES = ("checker", "maker", "owner", "financier")
"""Who may have something to approve, or to send back."""


async def begin(talk: Talk, kind: str, said: Spoken) -> int:
    """``/approve`` and ``/return``: the only proposal waiting, the one on a named receivable, or a list."""
    person, state = talk.known(*ROLES), talk.desk.ledger.state
    found = waiting(state, person, talk.desk.now(), kind)
    if said.label is not None:
        wanted = flow.find(talk, said.label, person.party)
        found = [proposal for proposal in found if proposal.receivable == wanted.id]
    if not found:
        if kind == "endorse" and any(_of_own_side(state, each, person, talk.desk.now()) for each in _all(state)):
            talk.known("checker")  # it waits for another role
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
    shared = "holding.button.agree" if kind == "endorse" else "holding.button.refuse"
    own = "receivables.button.approve" if kind == "endorse" else "receivables.button.return"
    key = shared if consents.shared(proposal) else own
    sign = signing.sign_offer(talk, draft(kind, proposal.hash), key)
    names, state, person = talk.desk.names, talk.desk.ledger.state, talk.known()
    values: dict[str, str] = {
        "maker": names.person(talk.language, proposal.person),
        "what": what(talk.language, names, state, proposal, person.party),
    }
    if kind == "endorse" and consents.shared(proposal):
        lines = [consents.words(talk.language, names, state, proposal, talk.desk.now(), person.party)]
    elif kind == "endorse":
        values["date"] = render.instant(talk.language, proposal.at)
        lines = [talk.text("receivables.sum.endorse", **values)]
        lines += seen_line(talk.language, names, state, proposal)
    else:
        mine = proposal.person == person.person
        lines = [talk.text("receivables.sum.takeback" if mine else "receivables.sum.return", **values)]
    await talk.send(together(*lines), [sign, flow.cancel_offer()])
