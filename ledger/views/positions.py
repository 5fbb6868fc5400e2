"""What every view starts from: the receivables that a party has in its sums, each with what the law says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger import law, visibility
from ledger.state import Enterprise, Receivable, State

BOUNDS = (30, 60, 90, 180, 365)
"""Days overdue, each the last of its bucket."""
BUCKETS = ("not-due", "1-30", "31-60", "61-90", "91-180", "181-365", "over-365", "no-date")
"""By days after the due day, which itself is not late. ``no-date``: what decides the due day is not known."""
LATE = BUCKETS[1:-1]


@dataclass(frozen=True, slots=True)
class Counterparty:
    """An enterprise in a view: enrolled (``party``), or only named by its payer's ``uscc`` or ``name``.

    ``name`` is the commitment to the name; the text lies beside the ledger.
    """

    party: str | None
    uscc: str | None
    name: str | None

    @property
    def key(self) -> str:
        """What tells it from others: its party, else its code, else the name of one claim alone."""
        return self.party or self.uscc or self.name or ""


@dataclass(frozen=True, slots=True)
class Position:
    """A receivable with something outstanding, as ``stand`` of ``ledger.visibility``, seen on the day of ``law``."""

    receivable: Receivable
    stand: str
    supplier: Enterprise
    payer: Enterprise | None
    law: law.LawView

    @property
    def bucket(self) -> str:
        """Where its due day puts it: one of BUCKETS."""
        if self.law.due.date is None:
            return "no-date"
        days = self.law.overdue_days
        return BUCKETS[0] if days == 0 else BUCKETS[1 + sum(days > bound for bound in BOUNDS)]


def open_positions(state: State, party: str, at: int) -> Iterator[Position]:
    """Everything outstanding that ``party`` has in its sums at ``at`` (ms UTC), in the order of registration."""
    on = law.today(at)
    for receivable in state.receivables.values():  # by id, each would stay unpacked
        if not receivable.live or receivable.outstanding == 0:
            continue
        stand = visibility.reckons(state, receivable, party, at)
        if stand != visibility.STRANGER:
            supplier, payer = state.enterprises[receivable.supplier], state.payer_of(receivable)
            yield Position(receivable, stand, supplier, payer, law.view(receivable, supplier, payer, on))


def enrolled(enterprise: Enterprise) -> Counterparty:
    """An enrolled enterprise as a counterparty."""
    return Counterparty(enterprise.party, enterprise.uscc, enterprise.name)


def payer_of(state: State, receivable: Receivable) -> Counterparty:
    """The payer as a counterparty. One that is only named is told apart by its code, or else is one of its own."""
    payer = state.payer_of(receivable)
    if payer is not None:
        return enrolled(payer)
    uscc = receivable.payer_uscc
    return Counterparty(None, uscc, receivable.payer_name)


def supplier_of(state: State, receivable: Receivable) -> Counterparty:
    """The supplier as a counterparty."""
    return enrolled(state.enterprises[receivable.supplier])


def root_of(state: State, receivable: Receivable) -> Receivable:
    """The receivable that was registered, of which this one is a part: itself, if nothing was split."""
    while receivable.family is not None and receivable.family.parent is not None:
        receivable = state.receivables[receivable.family.parent]
    return receivable
