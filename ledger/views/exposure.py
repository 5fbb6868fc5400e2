"""Exposure (融资敞口): what each financier was offered, has locked, pledged, taken over and paid out. Fen.

A financier sees its own, another holder that of its own offers, the registrar all. A pledge counts as *claimed* until
its registry number is there and the payer agreed to pay into its account, and as *effective* from then on. The ledger
is not told of repayment: what was paid out counts until the pledge or the assignment is released.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from ledger import law
from ledger.claims import Hold
from ledger.state import Receivable, State
from ledger.types import REGISTRAR_PARTY
from ledger.views.positions import Counterparty, enrolled, payer_of

_TAKEN = ("pledge", "accept")


@dataclass(frozen=True, slots=True)
class Stakes:
    """Sums. ``standing``: how many pledges and assignments stand. ``backing``: of the claims behind them what is
    confirmed and neither paid nor reported paid, at most what was pledged or assigned; ``overdue``: of that what is
    past its due day. ``released``: what was pledged or assigned and let go since."""

    standing: int = 0
    offered: int = 0
    locked: int = 0
    claimed: int = 0
    effective: int = 0
    assigned: int = 0
    financed: int = 0
    backing: int = 0
    overdue: int = 0
    released: int = 0

    def __add__(self, other: Stakes) -> Stakes:
        return Stakes(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(Stakes)))


@dataclass(frozen=True, slots=True)
class ExposureLine:
    """What one financier has on claims against one payer."""

    financier: Counterparty
    payer: Counterparty
    stakes: Stakes


@dataclass(frozen=True, slots=True)
class Exposure:
    """``lines``, and ``total``: their sum, in which no fen of a claim backs more than one financier. A line says what
    the claim has to pay whoever is first, so after a payment two financiers of one claim can have more than the total.
    """

    lines: tuple[ExposureLine, ...]
    total: Stakes


def exposure(state: State, party: str, at: int) -> Exposure:
    """What financiers have at ``at`` (ms UTC), as far as ``party`` is the one, or, if it is no financier itself,
    offered it; the registrar sees all. Sorted by financier, then the largest backing first."""
    found: dict[tuple[str, str], ExposureLine] = {}
    total = Stakes()
    for receivable in state.receivables.values():
        if not receivable.holds:
            continue
        payer, together = payer_of(state, receivable), Stakes()
        for financier, stakes in _of(state, receivable, party, at):
            key = (financier, payer.key)
            known = found.get(key)
            about = enrolled(state.enterprises[financier])
            sums = stakes if known is None else known.stakes + stakes
            found[key] = ExposureLine(about, payer, sums)
            together += stakes
        backing = min(together.backing, _unpaid(receivable))
        total += replace(together, backing=backing, overdue=min(together.overdue, backing))
    lines = sorted(found.values(), key=lambda line: (line.financier.uscc or "", -line.stakes.backing, line.payer.key))
    return Exposure(tuple(lines), total)


def _of(state: State, receivable: Receivable, party: str, at: int) -> Iterator[tuple[str, Stakes]]:
    """Each financier of one receivable whose offers ``party`` sees, and what it has."""
    mine = [hold for hold in receivable.holds if _sees(state, hold, party)]
    for financier in dict.fromkeys(hold.financier for hold in mine):
        stakes = Stakes()
        for hold in mine:
            if hold.financier == financier:
                stakes += _stakes(state, receivable, hold, at)
        stakes += _backed(state, receivable, stakes, law.today(at))
        if stakes != Stakes():
            yield financier, stakes


def _sees(state: State, hold: Hold, party: str) -> bool:
    if party == REGISTRAR_PARTY:
        return True
    return party == (hold.financier if state.enterprises[party].financier else hold.by)


def _stakes(state: State, receivable: Receivable, hold: Hold, at: int) -> Stakes:
    """What one offer came to. Of a claim that was split or passed on, what stands now is with its parts or its holder;
    what was released is told where it happened."""
    if hold.state == "released":
        return Stakes(released=hold.amount) if _was_taken(state, receivable, hold) else Stakes()
    if not receivable.live:
        return Stakes()
    if hold.pledged:
        sums = {"claimed" if hold.claimed else "effective": hold.amount}
        return Stakes(standing=1, financed=hold.financed, **sums)
    if hold.state == "assigned":
        if receivable.holder != hold.financier:
            return Stakes()
        return Stakes(standing=1, financed=hold.financed, assigned=hold.amount)
    if hold.locked_at(at):
        return Stakes(locked=hold.locked)
    return Stakes(offered=hold.amount) if hold.open_at(at) else Stakes()


def _was_taken(state: State, receivable: Receivable, hold: Hold) -> bool:
    """Whether it was a pledge or an assignment before it was released, and not an offer that was declined."""
    one: Receivable | None = receivable
    while one is not None:  # the part of a split has the older steps in its parent
        if any(step.seq in hold.seqs and step.type in _TAKEN for step in one.steps):
            return True
        parent = one.family.parent if one.family is not None else None
        one = state.receivables[parent] if parent is not None else None
    return False


def _backed(state: State, receivable: Receivable, stakes: Stakes, on: date) -> Stakes:
    """What the claim has to pay behind one financier's pledges and assignments of it."""
    taken = stakes.claimed + stakes.effective + stakes.assigned
    backing = min(taken, _unpaid(receivable))
    if backing == 0:
        return Stakes()
    seen = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), on)
    return Stakes(backing=backing, overdue=backing if seen.overdue_days else 0)


def _unpaid(receivable: Receivable) -> int:
    """Fen that are confirmed and neither paid nor reported paid."""
    return max(0, receivable.confirmed - receivable.received - receivable.pending)
