"""Splitting a receivable into parts that add up to it, fen for fen; the parent is frozen from then on.

The holder splits alone: what the payer said, what was paid and who has to be paid stay the same in sum, part by part.
Nothing may be offered, locked, pledged, or reported paid and unanswered. A part's id is the SHA-256 over 0x03, the hash
of the splitting entry and its place (4 bytes, big-endian); numbers go on. What was received goes to the parts in the
order of the days on which it came. All amounts are fen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ledger.claims import Collection, Family, Hold, Remedy
from ledger.confirmation import ASKED, reading
from ledger.consent import Slots, own_slot
from ledger.errors import Refusal
from ledger.receivables import record, require_live, require_state, require_unencumbered
from ledger.state import Receivable, State
from ledger.types import CONFIRMATION_STATES, Event

BUCKETS = ("claimed", "confirmed", "disputed", "rejected", "received")
_DOMAIN = b"\x03"
_STATES = tuple(
    state for state in CONFIRMATION_STATES if state not in ("registered", "withdrawn", "superseded", "unknown")
)


def part_id(split: str, place: int) -> str:
    """The id of a split's part, by its place from 0."""
    return sha256(_DOMAIN + bytes.fromhex(split) + place.to_bytes(4)).hexdigest()


def slots(state: State, receivable: Receivable) -> Slots:
    """The holder alone."""
    return (own_slot(state, receivable.holder),)


def decide(event: Event, receivable: Receivable, at: int) -> None:
    """Raise ``Refusal`` unless the holder may split the receivable into these parts now."""
    body: Any = event.body
    require_live(receivable)
    require_state(receivable, "a split", *_STATES)
    if receivable.outstanding == 0:
        raise Refusal("nothing-changes", "nothing of it is outstanding", "nothing more is needed")
    require_unencumbered(receivable, at, "have it released first")
    reported = sum(payment.pending + payment.over_pending for payment in receivable.payments)
    if reported:
        raise Refusal(
            "encumbered", "what is reported paid is answered before a split", "answer the reports", bound=reported
        )
    for bucket in BUCKETS:
        total, whole = sum(part[bucket] for part in body["parts"]), getattr(receivable, bucket)
        if total != whole:
            raise _bad(f"the parts add up to {total} fen {bucket}, the whole has {whole}", bucket, total, whole)
    for part in body["parts"]:
        decided = part["confirmed"] + part["disputed"] + part["rejected"]
        if decided > part["claimed"]:
            raise _bad("a part has more decided than claimed", "claimed", decided, part["claimed"])
        if part["received"] > part["claimed"] - part["rejected"]:
            raise _bad("a part has more received than it has to get", "received", part["received"], part["claimed"])


def _bad(rule: str, bucket: str, total: int, whole: int) -> Refusal:
    return Refusal("bad-split", rule, "correct the parts", bucket=bucket, total=total, whole=whole)


# The fold.


def apply(
    state: State, event: Event, seq: int, entry_hash: str, at: int, endorsed: tuple[tuple[str, str], ...] = ()
) -> Receivable:
    """Fold an accepted split: the parts are new receivables, the parent is superseded."""
    body: Any = event.body
    parent = state.receivables[body["receivable"]]
    signer = state.people[event.person]
    came = _portions(parent.collections, (part["received"] for part in body["parts"]))
    family = parent.family or Family()
    for place, (part, collections) in enumerate(zip(body["parts"], came, strict=True)):
        child = Receivable(
            id=part_id(entry_hash, place),
            number=len(state.numbers) + 1,
            supplier=parent.supplier,
            payer=parent.payer,
            payer_uscc=parent.payer_uscc,
            payer_name=parent.payer_name,
            claimed=part["claimed"],
            fingerprint=parent.fingerprint,
            packed_terms=parent.packed_terms,
            packed_texts=parent.packed_texts,
            seq=seq,
            at=at,
            person=signer.person,
            key=signer.key,
            facet_heads=((seq, entry_hash),) * 4,
            confirmed=part["confirmed"],
            disputed=part["disputed"],
            rejected=part["rejected"],
            reason=parent.reason,
            requested_at=parent.requested_at,
            purpose=parent.purpose,
            nudge=parent.nudge,
            served_on=parent.served_on,
            acknowledged=parent.acknowledged,
            confirmed_at=parent.confirmed_at if part["confirmed"] else None,
            received=part["received"],
            collections=collections,
            family=Family(parent.id, entry_hash, signer.party),
            remedies=_remedies(parent.remedies),
        )
        child.confirmation = parent.confirmation if parent.confirmation in ASKED else reading(child)
        state.receivables[child.id] = child
        state.numbers.append(child.id)
        family.children += (child.id,)
    _pass_on(parent, [state.receivables[child] for child in family.children])
    parent.family, parent.confirmation = family, "superseded"
    record(state, parent, "holding", event, seq, entry_hash, at, endorsed)
    return parent


def _portions(collections: tuple[Collection, ...], parts: Iterable[int]) -> Iterator[tuple[Collection, ...]]:
    """What came, dealt out in order: each part gets as many fen as it names. What went beyond stays behind."""
    waiting = [replace(one, over=0) for one in sorted(collections, key=lambda one: one.on) if one.amount]
    for wanted in parts:
        got: list[Collection] = []
        while wanted:
            one = waiting.pop(0)
            taken = min(wanted, one.amount)
            got.append(replace(one, amount=taken))
            if taken < one.amount:
                waiting.insert(0, replace(one, amount=one.amount - taken))
            wanted -= taken
        yield tuple(got)


def _pass_on(parent: Receivable, children: list[Receivable]) -> None:
    """Each part belongs to whom the whole belonged to, under the same assignments; each gets its part of what was paid
    out on them."""
    holding = parent.holding
    if holding is None:
        return
    financed = {hold.hash: hold.financed for hold in holding.holds}
    for child in children:
        whole = child.confirmed - child.received
        holds: list[Hold] = []
        for hold in holding.holds:
            if hold.state == "assigned":
                part = financed[hold.hash] if child is children[-1] else min(whole, financed[hold.hash])
                financed[hold.hash] -= part
                holds.append(replace(hold, amount=whole, financed=part))
        child.holding = replace(holding, holds=tuple(holds))


def _remedies(remedy: Remedy | None) -> Remedy | None:
    """A copy: demands and complaints were about every part."""
    if remedy is None:
        return None
    return replace(remedy, complaints=tuple(replace(complaint) for complaint in remedy.complaints))
