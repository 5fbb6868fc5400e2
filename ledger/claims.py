"""What hangs on a receivable, as folded: steps, payments, offers and holds, the family of a split, remedies.

Plain mutable records that the facets' modules change. Amounts are fen, instants milliseconds UTC, days civil days,
``seq`` an entry's place, hashes hex. Most receivables have few of them, so each is made only where it exists.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Payment:
    """One report of payment by the payer, and what its payee said to it."""

    hash: str
    seq: int
    at: int
    amount: int
    over: int  # paid beyond what was outstanding, kept apart
    payee: str
    paid_on: str  # as the payer says
    received: int = 0
    denied: int = 0
    over_received: int = 0
    over_denied: int = 0
    denied_seq: int | None = None  # the entry that denied the rest of it

    @property
    def pending(self) -> int:
        """Fen of the claim that were reported paid and neither acknowledged nor denied yet."""
        return self.amount - self.received - self.denied

    @property
    def over_pending(self) -> int:
        return self.over - self.over_received - self.over_denied


@dataclass(slots=True)
class Step:
    """One effective event in a receivable's history. ``hash`` is that of the entry that made it effective."""

    seq: int
    hash: str
    at: int
    type: str
    party: str
    person: str
    key: str
    endorsed: tuple[tuple[str, str], ...] = ()  # (person, key) of those who endorsed it


@dataclass(frozen=True, slots=True)
class Collection:
    """Fen that the payee acknowledged, and the civil day on which they came, as it says."""

    seq: int
    on: str
    amount: int  # of the claim
    over: int  # beyond it, kept apart
    pay: str | None  # hash of the report; None: the payer is not enrolled


# Holding.


@dataclass(slots=True)
class Hold:
    """One offer to one financier and what became of it: offered → locked → pledged, or offered → assigned.

    ``state`` is offered, pledged, assigned or released; whether an offer is still open and a lock live depends on the
    clock, see ``open_at`` and ``locked_at``. Later events name it by ``hash``, that of the offer's entry.
    """

    hash: str
    seq: int
    by: str  # the holder that offered
    financier: str
    kind: str  # OFFER_KINDS
    amount: int  # offered; once pledged or assigned, that
    until: int  # the offer is open before this instant
    state: str = "offered"
    locked: int = 0
    lock_seq: int = 0  # the rank: what is locked or pledged comes in the order of these
    lock_until: int = 0  # the lock is live before this instant
    registry: str | None = None  # number of the pledge in the national registry
    account: str | None = None  # commitment to the account for repayment
    acknowledged: int | None = None  # entry with which the payer agreed to pay into that account
    lapsed: tuple[int, ...] = ()  # entries that named another account, and ended what the payer had agreed to
    terms: str | None = None  # commitment to what the two agreed on the loan
    financed: int = 0  # paid out on it
    seqs: tuple[int, ...] = ()  # of the entries about it after the offer's own

    def locked_at(self, at: int) -> bool:
        """Whether a lock is live at ``at``. It ends by the clock; no entry says so."""
        return self.state == "offered" and self.locked > 0 and at < self.lock_until

    def open_at(self, at: int) -> bool:
        """Whether the financier can still answer the offer at ``at``: before its end, or under its own live lock."""
        return self.state == "offered" and (at < self.until or self.locked_at(at))

    @property
    def pledged(self) -> bool:
        return self.state == "pledged"

    @property
    def agreed(self) -> bool:
        """A pledge into whose account the payer agreed to pay."""
        return self.pledged and self.acknowledged is not None

    @property
    def claimed(self) -> bool:
        """A pledge that is not whole: its registry number or the payer's acknowledgement of the account is missing."""
        return self.pledged and (self.registry is None or self.acknowledged is None)

    def bound_at(self, at: int) -> int:
        """Fen of the claim that nobody else can have at ``at``: locked or pledged."""
        if self.pledged:
            return self.amount
        return self.locked if self.locked_at(at) else 0


@dataclass(slots=True)
class Holding:
    """Made with the first offer of a receivable; from then on its confirmation changes by corrections only."""

    holder: str
    payee: str  # whom the payer has to pay: the holder, as far as it was told by a ``notice``
    noticed_at: int | None = None  # when the newest notice arrived
    holds: tuple[Hold, ...] = ()  # in the order of their entries
    passed_at: int = 0  # when the claim passed to its holder, by an assignment or back; 0: it never did


@dataclass(slots=True)
class Family:
    """How a receivable belongs to a split: its parent, and the parts it was split into."""

    parent: str | None = None
    split: str = ""  # hash of the entry that split the parent
    party: str = ""  # who split it
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: both its own entry and the one that it corrects stay in the history."""

    hash: str
    corrects: str
    totals: bool  # it stated new totals; else it took an answer to a payment back


# Remedy.


@dataclass(frozen=True, slots=True)
class Demand:
    """The holder asked for payment on that day: of the entry, or of service outside."""

    seq: int
    on: str
    amount: int


@dataclass(slots=True)
class Complaint:
    """A complaint to an office, and what the holder (or the registrar) reported of it. Days are those of the office."""

    hash: str
    seq: int
    about: str  # COMPLAINT_MATTERS
    amount: int
    registrar: bool  # lodged with the registrar, which may report on it itself
    filed_on: str
    accepted_on: str | None = None
    passed_on: str | None = None
    received_on: str | None = None
    answered_on: str | None = None

    @property
    def newest(self) -> str:
        """The newest day that was reported of it."""
        days = (self.filed_on, self.accepted_on, self.passed_on, self.received_on, self.answered_on)
        return max(day for day in days if day is not None)


@dataclass(slots=True)
class Remedy:
    """The remedy facet, made with its first event. ``complaints`` in the order of their entries, the newest last."""

    state: str = "none"  # REMEDY_STATES
    demands: tuple[Demand, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    mediated_on: str | None = None
    closed_on: str | None = None
    outcome: str | None = None  # REMEDY_OUTCOMES
