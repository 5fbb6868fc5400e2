"""The holding facet: offers to financiers, locks, pledges, assignments, and what was paid out on them.

free → offered → assigned, or free → offered → locked → pledged → financed, and back to free by a release. An offer is
the holder's consent and names one financier; later acts name the offer. Only fen that are confirmed, neither paid nor
reported paid, and neither locked nor pledged are free; who locks first has them. Offers and locks end by the clock of
``at``: nothing is recorded at their end. An assignment passes the whole claim, and binds the payer from its notice.
All amounts are fen.
"""

from __future__ import annotations

from sys import intern
from typing import Any

from ledger import pledges
from ledger.claims import Hold, Holding
from ledger.consent import Slots, own_slot
from ledger.errors import Refusal
from ledger.pledges import require_open
from ledger.receivables import record, require_live, require_unencumbered, stranger
from ledger.state import Receivable, State
from ledger.types import MAX_OFFERS, OFFER_LIFE_MS, Event


def hold_of(receivable: Receivable, party: str, body: Any) -> Hold:
    """The offer that a body names, for one of its two sides; ``unknown-offer`` tells others nothing of it."""
    found = receivable.hold(body["offer"])
    if found is None or party not in (found.by, found.financier):
        raise pledges.unknown_offer()
    return found


def reading(receivable: Receivable, at: int) -> str:
    """The state that the facet reads as at ``at`` (ms UTC): HOLDING_STATES."""
    if receivable.confirmation == "superseded":
        return "split"
    holds = receivable.holds
    if any(hold.pledged for hold in holds):
        return "financed" if any(hold.pledged and hold.financed for hold in holds) else "pledged"
    if any(hold.locked_at(at) for hold in holds):
        return "locked"
    if receivable.holder != receivable.supplier:
        return "assigned"
    return "offered" if any(hold.open_at(at) for hold in holds) else "free"


# Who has to agree.


def slots(state: State, kind: str, party: str, receivable: Receivable, body: Any) -> Slots:
    """Whose consent an act of holding needs if ``party`` proposes it. Raises ``not-yours`` or ``unknown-offer``."""
    holder = own_slot(state, receivable.holder)
    if kind == "offer":
        return (holder,)
    if kind == "notice":
        if party not in (receivable.holder, receivable.payee):
            raise stranger()
        return (own_slot(state, party),)
    if kind == "pledge":
        return pledges.pledge_slots(state, party, receivable, body)
    hold = hold_of(receivable, party, body)
    financier = own_slot(state, hold.financier)
    if kind == "finance" or (kind == "release" and hold.state == "assigned"):
        return (financier, own_slot(state, hold.by))
    if kind == "release" and hold.state in ("offered", "released"):
        return (own_slot(state, party),)  # taken back, or declined
    if party != hold.financier:
        raise Refusal("not-offered", "only the financier of an offer does this", "ask the financier to sign")
    return (financier,)


# Rules.


def decide(state: State, event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the event may happen to the receivable now; authority was checked before."""
    body: Any = event.body
    require_live(receivable)
    if event.type == "offer":
        _decide_offer(state, receivable, body, at)
        return
    if event.type == "notice":
        _decide_notice(receivable, body, at)
        return
    hold = hold_of(receivable, event.party, body)
    if event.type == "accept":
        _decide_accept(receivable, hold, at)
    elif event.type == "release":
        _decide_release(receivable, hold, event.party, at)
    else:
        pledges.decide(receivable, hold, event.type, body, at)


def _decide_offer(state: State, receivable: Receivable, body: Any, at: int) -> None:
    """The holder offers free fen to a financier: as a pledge, or the whole claim to be assigned."""
    financier, payer = state.enterprises.get(body["to"]), state.payer_of(receivable)
    if financier is None or not financier.financier or financier.party in (receivable.holder, payer and payer.party):
        raise Refusal("not-financier", "offers go to enrolled financiers who are no party yet", "choose a financier")
    open_now = [hold.financier for hold in receivable.holds if hold.open_at(at)]
    if len(open_now) >= MAX_OFFERS or financier.party in open_now:
        raise Refusal(
            "too-many-offers",
            f"{MAX_OFFERS} offers are open at once, each to another financier",
            "take one back, or wait until it ends",
            most=MAX_OFFERS,
        )
    if not at < body["until"] <= at + OFFER_LIFE_MS:
        why = "an offer ends in the future, within 30 days"
        raise Refusal("bad-body", why, "give another end", path="body.until", why=why)
    pledges.require_free(body["amount"], receivable.free(at))
    if body["kind"] == "assignment":
        _require_whole(receivable, body["amount"])


def _require_whole(receivable: Receivable, amount: int) -> None:
    whole = receivable.confirmed - receivable.received
    if receivable.undecided or receivable.disputed or receivable.pending or amount != whole:
        raise Refusal(
            "whole-claim",
            "an assignment passes the whole claim, all of it confirmed and none of it reported paid",
            "split the confirmed part off, or answer the reports, and offer all of it",
            amount=amount,
            whole=whole,
        )


def _decide_accept(receivable: Receivable, hold: Hold, at: int) -> None:
    """The financier takes the whole claim over."""
    require_open(hold, at)
    if hold.kind != "assignment":
        raise Refusal("wrong-state", "this offer is for a pledge, not for an assignment", "lock and pledge under it")
    others = receivable.bound(at) - hold.bound_at(at)
    if others:
        raise Refusal("encumbered", "others have locked or pledged of it", "wait for their release", bound=others)
    _require_whole(receivable, hold.amount)


def _decide_release(receivable: Receivable, hold: Hold, party: str, at: int) -> None:
    """Somebody lets go: the holder or the financier of an offer, the financier of a lock or a pledge, and both of an
    assignment, which then goes back."""
    if hold.state == "released":
        raise Refusal("nothing-changes", "this was released already", "nothing more is needed")
    if hold.state == "offered":
        require_open(hold, at)
        if hold.locked_at(at) and party != hold.financier:
            raise Refusal(
                "encumbered", "the financier has locked it", "wait for its release or its end", bound=hold.locked
            )
    if hold.state == "assigned":
        if receivable.holder != hold.financier:
            raise Refusal("wrong-state", "the claim was passed on since", "let the present holder give it back first")
        require_unencumbered(receivable, at, "have it released first, the claim then goes back")


def _decide_notice(receivable: Receivable, body: Any, at: int) -> None:
    """The payer is told whom it has to pay: by this entry, or earlier outside with a proof."""
    if body["holder"] != receivable.holder:
        why = "a notice names the present holder"
        raise Refusal("bad-body", why, "name the holder", path="body.holder", why=why)
    if receivable.payee == receivable.holder:
        raise Refusal("nothing-changes", "the payer was told already", "nothing more is needed")
    if body["service"] is not None:
        since = receivable.holding.passed_at if receivable.holding is not None else 0
        if not since <= body["service"]["arrived_at"] <= at:
            why = "a notice arrives after the assignment, and before it is recorded"
            raise Refusal("bad-body", why, "give the time of arrival", path="body.service.arrived_at", why=why)


# The fold.


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted event of the holding facet."""
    body: Any = event.body
    receivable = state.receivables[body["receivable"]]
    if receivable.holding is None:
        receivable.holding = Holding(receivable.holder, receivable.payee)
    holding = receivable.holding
    if event.type == "offer":
        financier = state.enterprises[body["to"]].party
        offered = Hold(entry_hash, seq, holding.holder, financier, intern(body["kind"]), body["amount"], body["until"])
        holding.holds += (offered,)
    elif event.type == "notice":
        holding.payee = holding.holder
        holding.noticed_at = at if body["service"] is None else body["service"]["arrived_at"]
    else:
        hold = receivable.hold(body["offer"])
        assert hold is not None  # it was decided
        if event.type == "accept":
            _apply_accept(holding, hold, at)
        elif event.type == "release":
            if hold.state == "assigned":
                holding.holder, holding.passed_at = hold.by, at
            hold.state = "released"
        else:
            pledges.apply(hold, event.type, body, seq)
        hold.seqs += (seq,)
    record(state, receivable, "holding", event, seq, entry_hash, at, endorsed)
    return receivable


def _apply_accept(holding: Holding, accepted: Hold, at: int) -> None:
    """The claim passes, and what else its old holder offered ends."""
    for hold in holding.holds:
        if hold.state == "offered":
            hold.state = "released"
    accepted.state, accepted.locked = "assigned", 0
    holding.holder, holding.passed_at = accepted.financier, at
