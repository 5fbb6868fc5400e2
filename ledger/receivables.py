"""Receivables: registering a claim, and what the events of every facet share. All amounts are fen.

The facets are next door: ``confirmation`` and ``payments``.
"""

from __future__ import annotations

from operator import itemgetter
from sys import intern
from typing import Any

from ledger.bodies import check_uscc, civil_day
from ledger.errors import Refusal
from ledger.state import ACCEPTANCE_FIELDS, TERM_FIELDS, TEXT_FIELDS, Receivable, State, Step
from ledger.types import REFS, Event

PAYER_ACTS = frozenset({"acknowledge", "query", "confirm", "dispute", "reject", "pay"})


def find(state: State, body: Any) -> Receivable:
    """The receivable that a body names; raises ``unknown-receivable``."""
    found = state.receivables.get(body["receivable"])
    if found is None:
        raise Refusal("unknown-receivable", "there is no such receivable in this ledger", "check its number")
    return found


def relate(state: State, kind: str, party: str, receivable: Receivable, body: Any) -> None:
    """Raise ``not-yours``, ``not-payer`` or ``not-holder`` unless ``party`` is the one whose act ``kind`` is.

    A report of payment is answered by its payee: whoever was paid says whether it was.
    """
    payer = state.payer_of(receivable)
    is_payer = payer is not None and payer.party == party
    reports = receivable.payments if kind in ("receive", "deny") else ()
    answering = next((payment.payee for payment in reports if payment.hash == body["pay"]), receivable.holder)
    if not is_payer and party not in (answering, receivable.holder, receivable.supplier):
        raise stranger()
    if kind in PAYER_ACTS and not is_payer:
        raise Refusal("not-payer", "only the payer answers for the payer", "ask the payer's people to sign")
    if kind not in PAYER_ACTS and party != answering:
        raise Refusal("not-holder", "only the holder acts for the holder", "ask the holder's people to sign")


def stranger() -> Refusal:
    """Who is no party learns nothing but that."""
    return Refusal("not-yours", "only the parties of a receivable act on it", "check the receivable's number")


def concerned(state: State, kind: str, body: Any) -> int:
    """The fen that an event is about, for limits and dual control; 0 if it is about no amount.

    For confirm, dispute, reject and correct the largest total that changes, before or after: several small steps weigh
    as much as one large one. For the reversal of a receipt or a denial what comes undone.
    """
    if kind in ("confirm", "dispute", "reject"):
        return _largest(find(state, body), body)
    if kind == "pay":
        return int(body["amount"]) + int(body["over"])
    if kind in _OF_THE_CLAIM:
        return find(state, body).claimed
    if kind in ("accept", "release"):
        hold = find(state, body).hold(body["offer"])
        return hold.amount if hold is not None else 0
    if kind == "correct":
        receivable = find(state, body)
        return _undone(receivable, body) if body["totals"] is None else _largest(receivable, body["totals"])
    return int(body["amount"]) if kind in _OF_AN_AMOUNT else 0


_OF_THE_CLAIM = frozenset({"withdraw", "notice", "split"})
_OF_AN_AMOUNT = frozenset({"register", "receive", "offer", "lock", "pledge", "finance", "demand", "complain"})


def _largest(now: Receivable, totals: Any) -> int:
    pairs = (
        (now.confirmed, totals["confirmed"]),
        (now.disputed, totals["disputed"]),
        (now.rejected, totals["rejected"]),
    )
    return max((max(old, new) for old, new in pairs if old != new), default=0)


def _undone(receivable: Receivable, body: Any) -> int:
    seq = next((step.seq for step in receivable.steps if step.hash == body["corrects"]), -1)
    received = sum(part.amount + part.over for part in receivable.collections if part.seq == seq)
    return received + sum(each.denied + each.over_denied for each in receivable.payments if each.denied_seq == seq)


def ref_for(state: State, kind: str, body: Any) -> str:
    """The hash that a receivable event of this type refers to now."""
    return state.ledger if kind == "register" else find(state, body).head(REFS[kind])


def require_state(receivable: Receivable, kind: str, *states: str) -> None:
    """Raise ``wrong-state`` unless the confirmation facet is in one of ``states``."""
    if receivable.confirmation not in states:
        raise Refusal(
            "wrong-state",
            f"{kind} needs a receivable that is {' or '.join(states)}, {receivable.label} is {receivable.confirmation}",
            "look at its present state and choose what fits",
            state=receivable.confirmation,
            states=states,
        )


def require_live(receivable: Receivable) -> None:
    """Raise ``wrong-state`` once nothing can happen to the receivable any more."""
    if not receivable.live:
        raise Refusal(
            "wrong-state",
            f"nothing is done with a receivable that is {receivable.confirmation}",
            "look at its present state",
            state=receivable.confirmation,
            states=("live",),
        )


def require_unencumbered(receivable: Receivable, at: int, remedy: str) -> None:
    """Raise ``encumbered`` while anything of it is offered, locked or pledged at ``at``."""
    if receivable.bound(at) or any(hold.open_at(at) for hold in receivable.holds):
        raise Refusal(
            "encumbered", "what is offered, locked or pledged stays as it is", remedy, bound=receivable.bound(at)
        )


def require_past(day: str, at: int, path: str) -> None:
    """Raise ``bad-body`` if the civil day has not come yet in Shanghai at ``at``."""
    today = civil_day(at)
    if day > today:
        why = f"{day} has not come yet: today is {today}"
        raise Refusal("bad-body", why, "give the day on which it happened", path=path, why=why)


# Rules of each type.


def decide_register(state: State, event: Event) -> None:
    """A supplier registers its claim on a payer, named by its enrolment or, if it has none, by name and USCC."""
    body: Any = event.body
    payer, own = body["payer"], state.enterprises[event.party]
    if payer["party"] is not None:
        _decide_enrolled_payer(state, payer, own.party)
    else:
        _decide_named_payer(state, payer, own.uscc)
    if body["fingerprint"] in state.fingerprints:
        raise duplicate()


def _decide_enrolled_payer(state: State, payer: Any, own: str) -> None:
    if payer["uscc"] is not None or payer["name"] is not None:
        why = "an enrolled payer is named by its party alone"
        raise Refusal("bad-body", why, "leave uscc and name null", path="body.payer", why=why)
    if payer["party"] == own:
        raise Refusal("self-claim", "nobody owes themselves", "name the enterprise that owes you")
    enterprise = state.enterprises.get(payer["party"])
    if enterprise is None or not enterprise.payer:
        raise Refusal(
            "unknown-party",
            "no such enterprise is enrolled as a payer",
            "name the payer by its name and code instead",
            party=payer["party"],
        )


def _decide_named_payer(state: State, payer: Any, own_uscc: str) -> None:
    if payer["name"] is None:
        why = "a payer that is not enrolled needs a name"
        raise Refusal("bad-body", why, "give the payer's name", path="body.payer.name", why=why)
    if payer["uscc"] is None:
        return
    check_uscc(payer["uscc"])
    if payer["uscc"] == own_uscc:
        raise Refusal("self-claim", "nobody owes themselves", "name the enterprise that owes you")
    known = state.enterprises.get(state.by_uscc.get(payer["uscc"], ""))
    if known is not None and known.payer:
        raise Refusal(
            "payer-enrolled", "an enrolled payer is named by its enrolment", "name its party", party=known.party
        )


def duplicate() -> Refusal:
    """Says nothing of the other claim: whoever asks may be a stranger to it."""
    return Refusal("duplicate-claim", "one invoice is claimed once", "check the invoice, or withdraw the earlier claim")


# The fold.


_ACCEPTANCE = itemgetter(*ACCEPTANCE_FIELDS)
_TERMS = itemgetter(*TERM_FIELDS)
_TEXTS = itemgetter(*TEXT_FIELDS)


def apply_register(state: State, event: Event, seq: int, entry_hash: str, at: int) -> None:
    """Fold an accepted registration. Dates and words recur in every receivable: one copy of each is kept."""
    body: Any = event.body
    payer, terms, fingerprint = body["payer"], body["terms"], body["fingerprint"]
    signer = state.people[event.person]
    head = (seq, entry_hash)
    values = _ACCEPTANCE(terms["acceptance"]) + _TERMS(terms)
    party = payer["party"]
    state.receivables[entry_hash] = Receivable(
        entry_hash,
        len(state.numbers) + 1,
        signer.party,
        state.enterprises[party].party if party is not None else None,
        payer["uscc"],
        payer["name"],
        body["amount"],
        fingerprint,
        tuple([intern(value) if type(value) is str else value for value in values]),
        _TEXTS(body["texts"]),
        seq,
        at,
        signer.person,
        signer.key,
        (head, head, head, head),
    )
    state.numbers.append(entry_hash)
    state.fingerprints[fingerprint] = entry_hash


def record(
    state: State,
    receivable: Receivable,
    facet: str,
    event: Event,
    seq: int,
    entry_hash: str,
    at: int,
    endorsed: tuple[tuple[str, str], ...],
) -> None:
    """Make the entry the head of ``facet`` and write the step down."""
    signer = state.people[event.person]
    receivable.move(facet, seq, entry_hash)
    receivable.steps += (
        Step(seq, entry_hash, at, intern(event.type), signer.party, signer.person, signer.key, endorsed),
    )


# What bars a second claim: one invoice is claimed once, whatever was split of it since.


def _root(state: State, receivable: Receivable) -> Receivable:
    """The receivable that was registered, of which this one is a part."""
    while receivable.family is not None and receivable.family.parent is not None:
        receivable = state.receivables[receivable.family.parent]
    return receivable


def _bars(state: State, receivable: Receivable) -> bool:
    """Whether anything that is left of it is neither withdrawn nor wholly rejected."""
    if receivable.family is not None and receivable.family.children:
        return any(_bars(state, state.receivables[child]) for child in receivable.family.children)
    return receivable.live and receivable.rejected < receivable.claimed


def bar(state: State, receivable: Receivable) -> None:
    """After a change: the claim bars a second one as long as anything is left of it."""
    root = _root(state, receivable)
    if _bars(state, root):
        state.fingerprints[root.fingerprint] = root.id
    elif state.fingerprints.get(root.fingerprint) == root.id:
        del state.fingerprints[root.fingerprint]


def require_unclaimed(state: State, receivable: Receivable) -> None:
    """Raise ``duplicate-claim`` if its invoice was claimed anew since it barred nothing."""
    root = _root(state, receivable)
    if state.fingerprints.get(root.fingerprint, root.id) != root.id:
        raise duplicate()
