"""What the entries add up to: enterprises, people, keys, receivables, proposals. State is a fold, never stored as truth.

These are plain mutable records. Only ``directory.apply``, ``receivables.apply`` and ``rules.apply`` change them; everybody
else reads. Amounts are fen, instants milliseconds UTC, ``seq`` the entry's place, hashes hex.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.types import Body, Genesis


@dataclass(slots=True)
class Enterprise:
    party: str
    uscc: str
    name: str  # commitment to the name; the text lives in ledger.texts
    kind: str  # PAYER_KINDS
    state_owned: bool
    size: str  # SIZES, at size_since
    size_since: str  # civil date
    payer: bool  # enrolled as a core payer
    financier: bool
    dual_above: int | None  # fen; dual control for amounts above it, 0 = always, None = never
    seq: int
    hash: str
    head: str  # newest directory entry of this party, what directory events refer to


@dataclass(slots=True)
class Person:
    person: str
    party: str
    name: str  # commitment
    roles: tuple[str, ...]
    max_fen: int | None
    expires_at: int | None
    key: str
    public_key: bytes
    custody: str  # "own": signs a signature; "held": the service keeps it, signs an attestation
    invited_by: str  # person
    seq: int
    at: int
    revoked_seq: int | None = None
    suspect_since: int | None = None


@dataclass(slots=True)
class Invitation:
    hash: str  # of the entry that made it effective
    code_hash: str
    party: str
    roles: tuple[str, ...]
    max_fen: int | None
    expires_at: int | None  # of the enrolment
    open_until: int
    invited_by: str
    used_seq: int | None = None


@dataclass(slots=True)
class Payment:
    """One report of payment by the payer, and what the holder said to it."""

    hash: str
    seq: int
    at: int
    amount: int
    over: int  # paid beyond what was outstanding, kept apart
    payee: str
    paid_on: str
    received: int = 0
    denied: int = 0

    @property
    def pending(self) -> int:
        return self.amount - self.received - self.denied


@dataclass(slots=True)
class Step:
    """One effective event in a receivable's history."""

    seq: int
    hash: str
    at: int
    type: str
    party: str
    person: str
    key: str


@dataclass(slots=True)
class Receivable:
    id: str
    number: int  # shown as R-0001
    supplier: str
    payer: str | None  # party; None while the payer is not enrolled
    payer_uscc: str | None
    payer_name: str | None  # commitment, for a payer that is not enrolled
    claimed: int
    fingerprint: str
    terms: Body  # docs/format.md, "terms"
    texts: Body  # commitments by field name: invoice, contract, note
    seq: int
    at: int
    heads: dict[str, tuple[int, str]]  # facet → (seq, hash) of its newest entry
    confirmation: str = "registered"
    confirmed: int = 0
    disputed: int = 0
    rejected: int = 0
    reason: str | None = None  # DISPUTE_REASONS, of the newest dispute or rejection
    requested_at: int | None = None
    purpose: str | None = None  # "financing" or "books"
    nudge: bool = False
    served_on: str | None = None
    confirmed_at: int | None = None
    received: int = 0
    over_received: int = 0
    payments: list[Payment] = field(default_factory=list)
    history: list[Step] = field(default_factory=list)

    @property
    def undecided(self) -> int:
        return self.claimed - self.confirmed - self.disputed - self.rejected

    @property
    def pending(self) -> int:
        return sum(payment.pending for payment in self.payments)

    @property
    def outstanding(self) -> int:
        """Fen neither rejected nor acknowledged as received."""
        return self.claimed - self.rejected - self.received

    @property
    def payment(self) -> str:
        if self.received == 0:
            return "open"
        return "settled" if self.outstanding == 0 else "part-paid"

    @property
    def holder(self) -> str:
        return self.supplier

    @property
    def label(self) -> str:
        return f"R-{self.number:04d}"

    def head(self, facets: tuple[str, ...]) -> str:
        """Hash of the newest entry among ``facets``."""
        return max(self.heads[facet] for facet in facets)[1]


@dataclass(slots=True)
class Proposal:
    """An event waiting for the people it needs. ``state``: waiting, effective, returned, void."""

    hash: str
    seq: int
    at: int
    type: str
    body: Body
    ref: str
    party: str
    person: str
    key: str
    receivable: str | None
    needs: int  # endorsements beside the proposer's own act
    endorsed: list[tuple[str, str]] = field(default_factory=list)  # (person, key)
    state: str = "waiting"


@dataclass(slots=True)
class State:
    """The whole ledger, folded up to ``size`` entries."""

    ledger: str
    genesis: Genesis
    size: int = 1
    last_at: int = 0
    last_hash: str = ""
    rules: int = 1
    enterprises: dict[str, Enterprise] = field(default_factory=dict)
    by_uscc: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # key id → person, for ever
    invitations: dict[str, Invitation] = field(default_factory=dict)  # by code_hash
    receivables: dict[str, Receivable] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)  # ids in order of registration
    fingerprints: dict[str, str] = field(default_factory=dict)  # fingerprint → id, of those that bar a second claim
    proposals: dict[str, Proposal] = field(default_factory=dict)
    requests: dict[tuple[str, str, str], tuple[str, int]] = field(default_factory=dict)
    """(party, person, request) → (SHA-256 of the event bytes, seq)."""
    unknown: set[str] = field(default_factory=set)  # receivables touched by events this version does not know

    def numbered(self, label: str) -> Receivable | None:
        """The receivable that people call ``R-0001``; None if there is none."""
        digits = label.upper().removeprefix("R-")
        if not digits.isdecimal() or not 1 <= int(digits) <= len(self.numbers):
            return None
        return self.receivables[self.numbers[int(digits) - 1]]

    def people_of(self, party: str) -> list[Person]:
        return [person for person in self.people.values() if person.party == party]
