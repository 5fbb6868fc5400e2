"""A ledger in memory, with real keys, real signatures and real entries, for tests that need one to stand on.

``World`` holds a clock, the entries and their fold. ``sign`` makes an event that fits the state, ``submit`` decides,
seals and folds it. Everything is derived from names, so two runs make the same bytes.

    world = World()
    yinhe, helan = world.supplier(), world.payer()
    claim = world.register(yinhe.owner, helan.party, 80_000_000)
    world.submit("request", yinhe.owner, asking(claim))
    world.submit("confirm", helan.maker, totals(claim, confirmed=80_000_000))
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from itertools import count
from typing import Any

from stdnum.cn import uscc

from ledger import canonical, rules
from ledger.chain import FIRST_PREV, seal
from ledger.directory import code_hash
from ledger.parse import event_value
from ledger.signing import PrivateKey
from ledger.state import Enterprise, Receivable, State
from ledger.types import (
    PROPOSAL_LIFE_MS,
    REGISTRAR_PARTY,
    RULES,
    VERSION,
    Entry,
    Event,
    Genesis,
    RegistrarKey,
    SignedEvent,
)

SHANGHAI = timezone(timedelta(hours=8))
DAY = 24 * 3600 * 1000
WEEK = PROPOSAL_LIFE_MS


def ms(text: str) -> int:
    """``2026-11-22`` or ``2026-11-22 10:00`` in Shanghai, as milliseconds UTC."""
    return int(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp() * 1000)


def hex32(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:32]


def hex64(name: str) -> str:
    return sha256(name.encode()).hexdigest()


def make_uscc(number: int) -> str:
    """The ``number``-th valid unified social credit code."""
    stem = f"91640100{number:09d}"
    return stem + uscc.calc_check_digit(stem)


def make_terms(**changed: Any) -> dict[str, Any]:
    """TERMS of JOURNEYS (b), with changes."""
    terms: dict[str, Any] = {
        "contract_on": "2026-09-01",
        "delivered_on": "2026-10-20",
        "acceptance": {"agreed": False, "accepted_on": None, "deadline_on": None},
        "settled_on": None,
        "term_days": 120,
        "due_on": None,
        "rate_ppm": None,
        "subject": "goods",
        "sme_notice": "given",
        "supplier_size": "small",
        "payer_size": "large",
    }
    assert changed.keys() <= terms.keys()
    return {**terms, **changed}


@dataclass(frozen=True)
class Member:
    """A person with a private key."""

    party: str
    person: str
    key: PrivateKey


@dataclass(frozen=True)
class Side:
    """An enterprise and its people by role."""

    party: str
    people: dict[str, Member]

    @property
    def owner(self) -> Member:
        return self.people["owner"]

    @property
    def administrator(self) -> Member:
        return self.people["administrator"]

    @property
    def maker(self) -> Member:
        return self.people["maker"]

    @property
    def checker(self) -> Member:
        return self.people["checker"]

    @property
    def financier(self) -> Member:
        return self.people["financier"]


class World:
    """A ledger with ``registrars`` registrars, ``threshold`` of whom enrol a payer's first administrator."""

    def __init__(self, *, registrars: int = 1, threshold: int = 1, start: str = "2026-11-22 10:00") -> None:
        self.now = ms(start)
        self._numbers = count(1)
        self.registrars = [self._registrar(n) for n in range(registrars)]
        genesis = Genesis(
            origin="tallystick.invalid",
            log_keys=(PrivateKey.from_raw(sha256(b"log").digest()).public.base64,),
            registrar_keys=tuple(RegistrarKey(r.person, r.key.public.base64) for r in self.registrars),
            thresholds={"log": 1, "payer": threshold},
            demo=True,
            nonce=hex32("nonce"),
        )
        self.entries: list[Entry] = [seal(VERSION, RULES, 0, self.now, FIRST_PREV, genesis, b"")]
        self.state: State = rules.genesis_state(self.entries[0])

    @staticmethod
    def _registrar(number: int) -> Member:
        return Member(REGISTRAR_PARTY, hex32(f"registrar {number}"), new_key(f"registrar {number}"))

    @property
    def registrar(self) -> Member:
        return self.registrars[0]

    # Events.

    def sign(self, kind: str, member: Member, body: dict[str, Any], **changed: Any) -> SignedEvent:
        """An event that ``member`` signs now. ``proposal`` gives an endorsement's; other names change fields."""
        proposal = changed.pop("proposal", None)
        key = changed.pop("signing_key", member.key)
        ref = changed.pop("ref", None) or rules.ref_for(self.state, kind, member.party, body, proposal=proposal)
        event = Event(
            ledger=self.state.ledger,
            type=kind,
            party=member.party,
            person=member.person,
            key=member.key.id,
            request=hex32(f"request {next(self._numbers)}"),
            ref=ref,
            signed_at=self.now,
            body=body,
        )
        event = replace(event, **changed)
        payload = canonical.dumps(event_value(event))
        return SignedEvent(event, payload, key.sign(payload))

    def submit(self, kind: str, member: Member, body: dict[str, Any], **changed: Any) -> Entry:
        """Sign, decide, seal and fold; the entry. Raises what ``decide`` raises, and then nothing has changed."""
        return self.accept(self.sign(kind, member, body, **changed))

    def accept(self, signed: SignedEvent) -> Entry:
        rules.decide(self.state, signed, self.now)
        return self.append(signed)

    def append(self, signed: SignedEvent, *, v: int = VERSION, version: int = RULES) -> Entry:
        """Seal and fold without deciding."""
        state = self.state
        entry = seal(v, version, state.size, self.now, state.last_hash, signed.event, signed.sig, signed.payload)
        rules.apply(state, entry)
        self.entries.append(entry)
        return entry

    def propose(self, kind: str, member: Member, body: dict[str, Any], **changed: Any) -> str:
        """The hash of the proposal."""
        return self.submit("propose", member, {"type": kind, "body": body}, **changed).hash

    def endorse(self, member: Member, proposal: str, **changed: Any) -> Entry:
        return self.submit("endorse", member, {}, proposal=proposal, **changed)

    def refold(self) -> State:
        """The entries folded again from nothing."""
        state = rules.genesis_state(self.entries[0])
        for entry in self.entries[1:]:
            rules.apply(state, entry)
        return state

    # People.

    def enterprise(self, **changed: Any) -> str:
        number = next(self._numbers)
        body: dict[str, Any] = {
            "party": hex32(f"party {number}"),
            "uscc": make_uscc(number),
            "name": hex64(f"name {number}"),
            "kind": "enterprise",
            "state_owned": False,
            "size": "small",
            "size_since": "2020-01-01",
            "payer": False,
            "financier": False,
            "dual_above": None,
        }
        assert changed.keys() <= body.keys()
        body.update(changed)
        self.submit("enterprise", self.registrar, body)
        return str(body["party"])

    def invitation(self, party: str, *roles: str, code: str, **changed: Any) -> dict[str, Any]:
        return {
            "party": party,
            "code": code_hash(code),
            "roles": list(roles),
            "name": hex64(f"name {code}"),
            "max_fen": None,
            "expires_at": None,
            "open_until": self.now + WEEK,
            **changed,
        }

    def invite(self, by: Member, party: str, *roles: str, **changed: Any) -> str:
        """Invite somebody, through every endorsement that is needed; the code."""
        code = f"code-{next(self._numbers)}"
        body = self.invitation(party, *roles, code=code, **changed)
        if not rules.needs_two(self.state, by.party, "invite", body):
            self.submit("invite", by, body)
            return code
        proposal = self.propose("invite", by, body)
        for other in self.registrars[1 : self.state.genesis.thresholds["payer"]]:
            self.endorse(other, proposal)
        return code

    def enrol(self, party: str, code: str, *roles: str, **changed: Any) -> Member:
        """The invited person comes with a new key."""
        member = newcomer(party, code)
        self.submit("enrol", member, enrolment(member, code, *roles), **changed)
        return member

    def member(self, by: Member, party: str, *roles: str, **changed: Any) -> Member:
        return self.enrol(party, self.invite(by, party, *roles, **changed), *roles)

    def supplier(self, **changed: Any) -> Side:
        """An SME with an owner."""
        party = self.enterprise(**changed)
        return Side(party, {"owner": self.member(self.registrar, party, "owner")})

    def payer(self, **changed: Any) -> Side:
        """A large state-owned enterprise with an administrator, a maker and a checker; dual control if asked for."""
        party = self.enterprise(**{"payer": True, "size": "large", "state_owned": True, **changed})
        administrator = self.member(self.registrar, party, "administrator")
        people = {role: self.member(administrator, party, role) for role in ("maker", "checker")}
        return Side(party, {"administrator": administrator, **people})

    def bank(self, **changed: Any) -> Side:
        """A financier with somebody who acts for it."""
        party = self.enterprise(**{"financier": True, "size": "large", **changed})
        administrator = self.member(self.registrar, party, "administrator")
        return Side(
            party, {"administrator": administrator, "financier": self.member(administrator, party, "financier")}
        )

    # Receivables.

    def claim(self, payer: str | None, amount: int, **changed: Any) -> dict[str, Any]:
        """The body of a registration; ``terms`` changes the terms, ``uscc`` and ``name`` name a payer not enrolled."""
        number = next(self._numbers)
        terms = make_terms(**changed.pop("terms", {}))
        who = {"party": payer, "uscc": changed.pop("uscc", None), "name": changed.pop("name", None)}
        return {
            "payer": who,
            "amount": amount,
            "currency": "CNY",
            "fingerprint": hex64(f"fingerprint {number}"),
            "terms": terms,
            "texts": {"invoice": hex64(f"invoice {number}"), "contract": None, "note": None},
            **changed,
        }

    def register(self, owner: Member, payer: str | None, amount: int, **changed: Any) -> str:
        """Register a claim; the receivable's id."""
        return self.submit("register", owner, self.claim(payer, amount, **changed)).hash

    def requested(self, owner: Member, payer: str, amount: int, **changed: Any) -> str:
        """Register a claim and ask for its confirmation; the receivable's id."""
        claim = self.register(owner, payer, amount, **changed)
        self.submit("request", owner, asking(claim))
        return claim

    def receivable(self, claim: str) -> Receivable:
        return self.state.receivables[claim]

    def enterprise_of(self, party: str) -> Enterprise:
        return self.state.enterprises[party]


def new_key(name: str) -> PrivateKey:
    return PrivateKey.from_raw(sha256(f"key of {name}".encode()).digest())


def newcomer(party: str, name: str) -> Member:
    """Somebody who is not enrolled yet."""
    return Member(party, hex32(f"person {name}"), new_key(name))


def enrolment(member: Member, code: str, *roles: str, custody: str = "own") -> dict[str, Any]:
    public = b64encode(member.key.public.data).decode()
    return {"code": code, "public_key": public, "custody": custody, "roles": list(roles)}


def asking(claim: str, **changed: Any) -> dict[str, Any]:
    return {"receivable": claim, "purpose": "financing", "nudge": True, "service": None, **changed}


def totals(claim: str, confirmed: int = 0, disputed: int = 0, rejected: int = 0, **changed: Any) -> dict[str, Any]:
    """The body of confirm, dispute and reject."""
    reason = "QTY" if disputed or rejected else None
    amounts = {"confirmed": confirmed, "disputed": disputed, "rejected": rejected}
    return {"receivable": claim, **amounts, "reason": reason, "note": None, **changed}


def paying(claim: str, payee: str, amount: int, over: int = 0, **changed: Any) -> dict[str, Any]:
    paid = {"amount": amount, "over": over, "payee": payee, "paid_on": "2026-11-20", "reference": None}
    return {"receivable": claim, **paid, **changed}


def receiving(claim: str, pay: str | None, amount: int, on: str = "2026-11-21") -> dict[str, Any]:
    return {"receivable": claim, "pay": pay, "amount": amount, "on": on}
