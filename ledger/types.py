"""Value types of the ledger: what is signed (an event), what is kept (an entry), what vouches for it (a checkpoint).

Money is integer fen, instants are integer milliseconds UTC, civil dates are ISO text (``2026-11-22``) read in
Asia/Shanghai, hashes are lower-case hex of SHA-256, ids of people, parties and requests are 128-bit lower-case hex.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Body: TypeAlias = "Mapping[str, Json]"

VERSION = 1  # the entry format
RULES = 1  # the newest version of the business rules
MAX_ENTRY = 65_535  # bytes, so that an entry fits a C2SP entry bundle
MAX_FEN = 10**13
REGISTRAR_PARTY = "0" * 32
EVENT_TYPE = "application/vnd.tallystick.event+json"
PROPOSAL_LIFE_MS = 7 * 24 * 3600 * 1000

PAYER_KINDS = ("department", "institution", "enterprise")
SIZES = ("large", "medium", "small", "micro")
ROLES = ("administrator", "owner", "maker", "checker", "financier")
"""administrator endorses people; owner acts for a supplier (and administers it); maker proposes for a payer, checker
approves; financier acts for a bank."""
DISPUTE_REASONS = ("QTY", "PRI", "DEL", "PAY", "REF", "UNR", "QUA", "OTH")
"""Quantity, price, delivery, payment terms, references, unrecognised, quality, other (after Peppol)."""

CONFIRMATION_STATES = (
    "registered", "requested", "acknowledged", "queried", "confirmed", "part-confirmed", "disputed", "rejected",
    "withdrawn", "superseded", "unknown",
)  # fmt: skip
PAYMENT_STATES = ("open", "part-paid", "settled")
FACETS = ("confirmation", "holding", "payment", "remedy")
HOLDING_STATES = ("free", "offered", "locked", "pledged", "financed", "assigned", "split")
REMEDY_STATES = (
    "none", "demanded", "complained", "accepted", "passed-on", "received", "answered", "mediated", "closed",
)  # fmt: skip
OFFER_KINDS = ("assignment", "pledge")
COMPLAINT_MATTERS = ("arrears", "silence")
"""Two wrongs (Payment Regulation): what is due is not paid (art. 24); the request goes unanswered (art. 16)."""
REMEDY_OUTCOMES = ("paid", "agreed", "refused", "withdrawn", "other")
MAX_OFFERS = 3  # open at once, each to another financier
OFFER_LIFE_MS = 30 * 24 * 3600 * 1000
LOCK_LIFE_MS = 72 * 3600 * 1000
MAX_PARTS = 100  # of a split

REFS: dict[str, tuple[str, ...]] = {
    "request": ("confirmation", "holding"),
    "acknowledge": ("confirmation", "holding"),
    "query": ("confirmation", "holding"),
    "answer": ("confirmation", "holding"),
    "confirm": ("confirmation", "holding"),
    "dispute": ("confirmation", "holding"),
    "reject": ("confirmation", "holding"),
    "withdraw": FACETS,
    "pay": ("confirmation", "holding", "payment"),
    "receive": ("confirmation", "holding", "payment"),
    "deny": ("confirmation", "holding", "payment"),
    "offer": ("confirmation", "holding", "payment"),
    "accept": ("confirmation", "holding", "payment"),
    "notice": ("confirmation", "holding", "payment"),
    "lock": ("confirmation", "holding", "payment"),
    "pledge": ("confirmation", "holding", "payment"),
    "finance": ("confirmation", "holding", "payment"),
    "release": ("confirmation", "holding", "payment"),
    "split": ("confirmation", "holding", "payment"),
    "correct": FACETS,
    "demand": ("payment", "remedy"),
    "complain": ("payment", "remedy"),
    "accept-complaint": ("payment", "remedy"),
    "pass-on": ("payment", "remedy"),
    "receive-complaint": ("payment", "remedy"),
    "answer-complaint": ("payment", "remedy"),
    "mediate": ("payment", "remedy"),
    "close": ("payment", "remedy"),
}
"""Which facets each receivable event reads: its ``ref`` is the hash of the newest entry among them."""

DIRECTORY_EVENTS = ("enterprise", "invite", "enrol", "revoke", "limits", "rekey", "log-key")
DUAL_EVENTS = ("confirm", "dispute", "reject", "pay")
HOLDING_EVENTS = ("offer", "accept", "notice", "lock", "pledge", "finance", "release")
REMEDY_EVENTS = (
    "demand", "complain", "accept-complaint", "pass-on", "receive-complaint", "answer-complaint", "mediate", "close",
)  # fmt: skip
CONSENT_EVENTS = ("pledge", "finance", "release", "correct")
"""What touches several parties: it may need the consent of each (see ``ledger.consent``)."""
EVENT_TYPES = (*DIRECTORY_EVENTS, "register", *REFS, "propose", "endorse", "return")


@dataclass(frozen=True, slots=True)
class Event:
    """What one person signs. ``body`` depends on ``type``; its shapes are in docs/format.md."""

    ledger: str
    type: str
    party: str
    person: str
    key: str
    request: str
    ref: str
    signed_at: int
    body: Body


@dataclass(frozen=True, slots=True)
class SignedEvent:
    """An event, the canonical bytes that were signed, and the 64-byte Ed25519 signature over their DSSE encoding."""

    event: Event
    payload: bytes
    sig: bytes


@dataclass(frozen=True, slots=True)
class RegistrarKey:
    person: str
    key: str  # standard base64 of the 32-byte public key


@dataclass(frozen=True, slots=True)
class Genesis:
    """Entry 0. Its leaf hash is the ledger's identity; every event carries it."""

    origin: str
    log_keys: tuple[str, ...]  # standard base64
    registrar_keys: tuple[RegistrarKey, ...]
    thresholds: Mapping[str, int]  # {"log": n, "payer": n}: signatures to rotate a log key, registrars to enrol a payer
    demo: bool
    nonce: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as placed in the ledger. ``raw`` are its canonical bytes, ``hash`` = SHA-256(0x00 ‖ raw) in hex."""

    v: int
    rules: int
    seq: int
    at: int
    prev: str
    event: Event | Genesis
    sig: bytes  # empty for genesis
    raw: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Ledger size and Merkle root that the log's key signed (C2SP tlog-checkpoint)."""

    origin: str
    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Actor:
    """Who signs: one person, for one party, with one key."""

    party: str
    person: str
    key: str


class Clock(Protocol):
    """Time is injected. ``now`` is milliseconds UTC, ``monotonic`` milliseconds that never go back."""

    def now(self) -> int: ...

    def monotonic(self) -> int: ...


REFUSALS: dict[str, str] = {
    "unknown-ledger": "an event names the ledger it was signed for",
    "unknown-type": "only known event types are recorded",
    "unknown-key": "only enrolled keys sign",
    "key-revoked": "a revoked key signs no more",
    "key-replaced": "a replaced key signs no more",
    "not-enrolled": "people act for the enterprise that enrolled them",
    "enrolment-expired": "an enrolment has an end date",
    "wrong-role": "each event asks for a role",
    "over-limit": "a person signs up to their largest amount",
    "dual-control": "where an enterprise demands two people, the first one's act is a proposal",
    "not-dual": "only what needs two people is proposed",
    "request-reused": "a request id is used once",
    "stale": "an event refers to the newest entry that it reads",
    "bad-body": "an event says exactly what its type asks for",
    "amount-out-of-range": "amounts are 1 to 10,000,000,000,000 fen",
    "over-claim": "confirmed, disputed, rejected and undecided add up to the claim",
    "confirmed-falls": "what was confirmed changes by a correction only",
    "nothing-changes": "an event changes something",
    "duplicate-claim": "one invoice is claimed once",
    "self-claim": "nobody owes themselves",
    "payer-enrolled": "an enrolled payer is named by its enrolment",
    "unknown-receivable": "an event names a receivable in this ledger",
    "not-yours": "only the parties of a receivable act on it",
    "not-payer": "only the payer answers for the payer",
    "not-holder": "only the holder acts for the holder",
    "wrong-state": "each event has states it can happen in",
    "already-requested": "one request at a time",
    "no-service": "a payer that is not enrolled is served outside, and the proof is named",
    "over-payment": "more than is outstanding is kept apart",
    "wrong-payee": "payment goes to the holder",
    "unknown-payment": "an acknowledgement names the payment report",
    "unknown-proposal": "an endorsement names a waiting proposal",
    "proposal-void": "a proposal lives seven days, while its terms and its maker stand",
    "same-person": "two people, two keys",
    "invited-by-maker": "who proposes does not choose who approves",
    "already-endorsed": "each person endorses once",
    "unknown-party": "an enterprise is enrolled by the registrar",
    "party-exists": "one enterprise, one enrolment",
    "bad-uscc": "a unified social credit code has a check digit",
    "bad-invitation": "an invitation is used once, by whom it was given to, before it ends",
    "key-known": "a key belongs to one person for ever",
    "person-known": "a person is enrolled once",
    "bad-possession": "a key is enrolled by its own signature",
    "bad-key": "small-order and non-canonical keys prove nothing",
    "log-threshold": "a log key changes with as many of the present ones as the genesis demands",
    "unknown-version": "an unknown version forbids writing",
    "consent-needed": "what touches others takes effect with the consent of each",
    "correction-needed": "once offered, a confirmation changes by a correction only",
    "not-correctable": "a correction names the newest step of its kind",
    "not-financier": "offers go to enrolled financiers who are no party yet",
    "too-many-offers": "three offers are open at once, each to another financier",
    "unknown-offer": "an act of holding names its offer",
    "not-offered": "only its financier accepts, locks, and lets go of what it has",
    "offer-ended": "an offer ends",
    "over-free": "only fen that are confirmed, unpaid and free are offered, locked, pledged or financed",
    "lock-too-long": "a lock ends within 72 hours",
    "not-locked": "a pledge follows the financier's own lock",
    "whole-claim": "an assignment passes the whole claim, all of it confirmed",
    "encumbered": "what is offered, locked or pledged stays as it is",
    "bad-split": "the parts of a split add up to the whole",
    "wrong-stage": "a complaint goes forward",
}
"""Every stable refusal code, with the rule behind it."""
