"""What the entries add up to: enterprises, people, keys, receivables, proposals: a fold, never stored as truth.

These are plain mutable records. Only the ``apply`` functions of ``rules`` and the modules below it change them;
everybody else reads. Amounts are fen, instants milliseconds UTC, ``seq`` the entry's place, hashes hex.

A million open receivables must fit in memory, so what is rarely read is packed: terms and commitments are tuples behind
mapping properties, the register entry is not repeated in the history, a request costs two digests, and the records that
a snapshot holds are unpacked only when somebody asks for them (``shelf``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from ledger.claims import Collection as Collection
from ledger.claims import Correction, Family, Hold, Holding, Remedy
from ledger.claims import Payment as Payment
from ledger.claims import Step as Step
from ledger.logkeys import Era
from ledger.packed import Digests, Ids, Packed
from ledger.people import Enterprise as Enterprise
from ledger.people import Invitation as Invitation
from ledger.people import Person as Person
from ledger.shelf import Shelf
from ledger.types import FACETS, REGISTRAR_PARTY, Body, Event, Genesis, Json

ACCEPTANCE_FIELDS = ("agreed", "accepted_on", "deadline_on")
TERM_FIELDS = (
    "contract_on", "delivered_on", "settled_on", "term_days", "due_on", "rate_ppm", "subject", "sme_notice",
    "supplier_size", "payer_size",
)  # fmt: skip
"""The keys of TERMS (docs/format.md) but ``acceptance``: ``Receivable.packed_terms`` holds acceptance, then these."""
TEXT_FIELDS = ("invoice", "contract", "note")

REQUEST, SUBMITTED = 16, 24  # bytes of what stands for a request, and of where it was used for what

Values = tuple[Json, ...]
Head = tuple[int, str]
"""Place and hash of the newest entry of one facet."""
_PLACE = {facet: place for place, facet in enumerate(FACETS)}


@dataclass(slots=True)
class Receivable:
    id: str
    number: int  # shown as R-0001
    supplier: str
    payer: str | None  # party; None: it was not enrolled when this was registered (see State.payer_of)
    payer_uscc: str | None
    payer_name: str | None  # commitment, for a payer that is not enrolled
    claimed: int
    fingerprint: str
    packed_terms: Values
    packed_texts: Values
    seq: int
    at: int
    person: str  # who registered it
    key: str
    facet_heads: tuple[Head, Head, Head, Head]  # in the order of FACETS
    confirmation: str = "registered"
    confirmed: int = 0
    disputed: int = 0
    rejected: int = 0
    reason: str | None = None  # DISPUTE_REASONS, of the newest dispute or rejection
    requested_at: int | None = None
    purpose: str | None = None  # "financing" or "books"
    nudge: bool = False
    served_on: str | None = None
    acknowledged: bool = False
    confirmed_at: int | None = None  # of the newest confirmation
    received: int = 0
    over_received: int = 0
    payments: tuple[Payment, ...] = ()
    collections: tuple[Collection, ...] = ()
    steps: tuple[Step, ...] = ()  # after registration
    corrections: tuple[Correction, ...] = ()
    holding: Holding | None = None  # from the first offer on
    family: Family | None = None  # of a split
    remedies: Remedy | None = None  # from the first demand or complaint on

    @property
    def undecided(self) -> int:
        return self.claimed - self.confirmed - self.disputed - self.rejected

    @property
    def pending(self) -> int:
        """Fen reported paid and neither acknowledged nor denied yet."""
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
    def remedy(self) -> str:
        """REMEDY_STATES."""
        return "none" if self.remedies is None else self.remedies.state

    @property
    def live(self) -> bool:
        """Whether anything can still happen to it."""
        return self.confirmation not in ("withdrawn", "superseded", "unknown")

    @property
    def holder(self) -> str:
        """The party that the claim belongs to: the supplier, or to whom it was assigned."""
        return self.supplier if self.holding is None else self.holding.holder

    @property
    def payee(self) -> str:
        """The party that the payer has to pay: the holder, once an assignment was notified."""
        return self.supplier if self.holding is None else self.holding.payee

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Offers, and what became of them, in the order of their entries."""
        return () if self.holding is None else self.holding.holds

    def hold(self, offer: str) -> Hold | None:
        """The offer of that entry hash, and what became of it; None if there is none."""
        return next((hold for hold in self.holds if hold.hash == offer), None)

    def bound(self, at: int) -> int:
        """Fen that are locked or pledged at ``at`` (ms UTC)."""
        return sum(hold.bound_at(at) for hold in self.holds)

    def free(self, at: int) -> int:
        """Fen that can be locked at ``at``: confirmed, neither paid nor reported paid, neither locked nor pledged."""
        if not self.live:
            return 0
        return max(0, self.confirmed - self.received - self.pending - self.bound(at))

    @property
    def label(self) -> str:
        return f"R-{self.number:04d}"

    @property
    def terms(self) -> dict[str, Json]:
        """TERMS of docs/format.md."""
        values: dict[str, Json] = dict(zip(TERM_FIELDS, self.packed_terms[3:], strict=True))
        values["acceptance"] = dict(zip(ACCEPTANCE_FIELDS, self.packed_terms[:3], strict=True))
        return values

    @property
    def texts(self) -> dict[str, Json]:
        """Commitments by field name: invoice, contract, note."""
        return dict(zip(TEXT_FIELDS, self.packed_texts, strict=True))

    @property
    def heads(self) -> dict[str, Head]:
        """Place and hash of the newest entry of each facet."""
        return dict(zip(FACETS, self.facet_heads, strict=True))

    @property
    def history(self) -> tuple[Step, ...]:
        """Every effective event, the registration first; of the part of a split, the split first."""
        if self.family is not None and self.family.parent is not None:
            first = Step(self.seq, self.family.split, self.at, "split", self.family.party, self.person, self.key)
        else:
            first = Step(self.seq, self.id, self.at, "register", self.supplier, self.person, self.key)
        return (first, *self.steps)

    def head(self, facets: tuple[str, ...]) -> str:
        """Hash of the newest entry among ``facets``."""
        return max(self.facet_heads[_PLACE[facet]] for facet in facets)[1]

    def move(self, facet: str, seq: int, entry_hash: str) -> None:
        """Make the entry the newest of ``facet``."""
        heads = list(self.facet_heads)
        heads[_PLACE[facet]] = (seq, entry_hash)
        self.facet_heads = (heads[0], heads[1], heads[2], heads[3])


@dataclass(slots=True)
class Proposal:
    """An event waiting for the people it needs. ``state`` as folded: waiting, effective, returned; whether a waiting
    one has become void depends on the clock and on what else happened, see ``proposals.standing``."""

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
    about: str | None  # the party that an invitation is for
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
    receivables: Shelf[Receivable] = field(default_factory=Shelf)
    numbers: Ids = field(default_factory=Ids)  # ids in order of registration
    fingerprints: Digests = field(default_factory=Digests)  # fingerprint → id, of those that bar a second claim
    proposals: Shelf[Proposal] = field(default_factory=Shelf)
    requests: Packed = field(default_factory=lambda: Packed(REQUEST, SUBMITTED))  # see ``submitted``
    unknown: set[str] = field(default_factory=set)  # receivables touched by events this version does not know
    frozen: bool = False  # an entry of an unknown version or type was seen: nothing more is written
    eras: tuple[Era, ...] = ()  # of the log's keys, the genesis' first
    registrar_head: str = ""  # newest directory entry of the registrar's own party

    def submitted(self, event: Event) -> tuple[int, bytes] | None:
        """Place of the entry that used this event's request id, and the first 16 bytes of SHA-256 of the event bytes
        that were signed then; None if the id is free. ``rules.submitted`` compares them."""
        found = self.requests.get(request_key(event))
        return None if found is None else (int.from_bytes(found[16:]), found[:16])

    def payer_of(self, receivable: Receivable) -> Enterprise | None:
        """The enrolled payer, also if it was enrolled after the receivable named its USCC; None if there is none."""
        party = receivable.payer
        if party is None and receivable.payer_uscc is not None:
            party = self.by_uscc.get(receivable.payer_uscc)
        enterprise = self.enterprises.get(party) if party is not None else None
        return enterprise if enterprise is not None and enterprise.payer else None

    def directory_head(self, party: str) -> str | None:
        """Hash of the newest directory entry of ``party`` (32 zeros: the registrar); None if it is not enrolled."""
        if party == REGISTRAR_PARTY:
            return self.registrar_head
        enterprise = self.enterprises.get(party)
        return enterprise.head if enterprise is not None else None

    def contested(self, receivable: Receivable) -> tuple[Step, ...]:
        """The steps that lean on a signature made at or after the entry since which its revoked key is suspect: their
        own, or the one that brought in who signed them, and so on back."""
        return tuple(
            step
            for step in receivable.history
            if any(
                self._suspect(person, step.seq) for person in (step.person, *(person for person, _ in step.endorsed))
            )
        )

    def _suspect(self, name: str, seq: int) -> bool:
        """Whether what this person signed with entry ``seq`` leans on a suspect key."""
        person = self.people.get(name)
        if person is None:  # nobody invited the registrar
            return False
        if person.suspect_since is not None and seq >= person.suspect_since:
            return True
        return any(self._suspect(chooser, since) for chooser, since in person.chosen if since < seq)

    def numbered(self, label: str) -> Receivable | None:
        """The receivable that people call ``R-0001``; None if there is none."""
        digits = label.upper().removeprefix("R-")
        if not digits.isdecimal() or len(digits) > 15 or not 1 <= int(digits) <= len(self.numbers):
            return None
        return self.receivables[self.numbers[int(digits) - 1]]

    def people_of(self, party: str) -> list[Person]:
        """Everybody ever enrolled for ``party``, revoked ones too; for 32 zeros the registrar's people."""
        if party == REGISTRAR_PARTY:
            return [self.people[key.person] for key in self.genesis.registrar_keys]
        enterprise = self.enterprises.get(party)
        return [self.people[person] for person in enterprise.people] if enterprise is not None else []


def request_key(event: Event) -> bytes:
    """16 bytes that stand for (party, person, request)."""
    return _request_key(event.party, event.person, event.request)


@lru_cache(maxsize=64)  # asked for three times on the way of one event
def _request_key(party: str, person: str, request: str) -> bytes:
    return sha256(f"{party}{person}{request}".encode()).digest()[:REQUEST]
