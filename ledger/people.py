"""Enterprises, people and invitations, as folded: plain mutable records that ``directory`` and ``limits`` change.

Amounts are fen, instants milliseconds UTC, ``seq`` the entry's place, hashes hex.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.signing import key_id


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
    people: list[str] = field(default_factory=list)  # everybody ever enrolled for it


@dataclass(frozen=True, slots=True)
class FormerKey:
    """A key that another one replaced with entry ``until``; what it signed before stays valid."""

    key: str
    public_key: bytes
    custody: str
    until: int


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
    invited_seq: int = 0  # the entry that made the invitation effective
    promoted: tuple[tuple[str, int], ...] = ()  # (person, seq) of those who gave a role beyond the invitation's
    former: tuple[FormerKey, ...] = ()  # keys that were replaced, the first one first

    @property
    def chosen(self) -> tuple[tuple[str, int], ...]:
        """Who chose this person for what they may do, and with which entry: (person, seq)."""
        return ((self.invited_by, self.invited_seq), *self.promoted)

    def public_of(self, key: str) -> bytes:
        """The public bytes of this person's key of that id, in force or replaced; safe beside a fold."""
        public = self.public_key  # read once: another thread may be putting a new key in its place
        if key_id(public) == key:
            return public
        return next((each.public_key for each in self.former if each.key == key), public)

    def since(self, key: str) -> int:
        """The entry that brought the key of that id: this person's enrolment, or the one that replaced the key
        before."""
        keys = [each.key for each in self.former]
        place = keys.index(key) if key in keys else len(keys)
        return self.former[place - 1].until if place else self.seq

    def custody_of(self, key: str) -> str:
        """How the key of that id, in force or replaced, is or was kept."""
        return next((each.custody for each in self.former if each.key == key), self.custody)


@dataclass(slots=True)
class Invitation:
    hash: str  # of the entry that made it effective
    code_hash: str
    party: str
    roles: tuple[str, ...]
    name: str  # commitment to the invited person's name
    max_fen: int | None
    expires_at: int | None  # of the enrolment
    open_until: int
    invited_by: str
    seq: int  # of the entry that made it effective
    used_seq: int | None = None
