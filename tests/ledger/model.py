"""What must be true of a ledger, in a few lines: who may sign, who has to agree, where every fen is.

It knows the entries and what they did to a receivable, and works everything out by itself: from the words of
docs/format.md, not from the rules that it holds the ledger to.
"""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ledger.claims import Hold
from ledger.directory import code_hash
from ledger.signing import key_id
from ledger.state import Receivable, State
from ledger.types import REGISTRAR_PARTY, Entry, Event
from tests.ledger.factories import Member

Parties = Counter[str]
STATED = ("confirmed", "disputed", "rejected")
BY_PAYER = {
    "acknowledge": {"maker", "checker"}, "query": {"maker", "checker"}, "confirm": {"maker"}, "dispute": {"maker"},
    "reject": {"maker"}, "pay": {"maker"},
}  # fmt: skip
BY_HOLDER = (
    "request", "answer", "withdraw", "offer", "split", "demand", "complain", "receive-complaint", "answer-complaint",
    "mediate", "close",
)  # fmt: skip


@dataclass
class Signer:
    party: str
    roles: tuple[str, ...]
    key: str
    most: int | None = None
    ends: int | None = None
    gone: bool = False


@dataclass
class Fen:
    """Where the fen of one receivable are."""

    claimed: int
    confirmed: int = 0
    disputed: int = 0
    rejected: int = 0
    received: int = 0
    over: int = 0
    parts: tuple[str, ...] = ()  # of a split
    reports: dict[str, list[int]] = field(default_factory=dict)  # open of the claim, open beyond it
    answers: dict[str, tuple[str | None, int, int, bool]] = field(default_factory=dict)  # report, fen, beyond, denied?


class Model:
    """Fed with every accepted entry by ``took``."""

    def __init__(self, registrars: Iterable[Member]) -> None:
        self.people = {one.person: Signer(one.party, ("registrar",), one.key.id) for one in registrars}
        self.dual: dict[str, int | None] = {}  # of payers
        self.invited: dict[str, tuple[str, Any]] = {}  # code hash → party, body
        self.waiting: dict[str, tuple[Event, list[str]]] = {}  # proposal → what, who has agreed
        self.fen: dict[str, Fen] = {}

    def took(self, entry: Entry, state: State, touched: dict[str, Receivable]) -> str:
        """The type of what took effect with the entry, else of the entry; raises AssertionError if it may not have."""
        event: Any = entry.event
        self._authorised(event, entry.at)
        if event.type == "propose":
            self.waiting[entry.hash] = (event, [event.person])
            return "propose"
        if event.type == "return":
            self.waiting.pop(event.ref)
            return "return"
        kind, body, agreed = event.type, event.body, [event.person]
        if event.type == "endorse":
            proposed, people = self.waiting[event.ref]
            people.append(event.person)
            if state.proposals[event.ref].state != "effective":
                return "endorse"
            kind, body, agreed = proposed.body["type"], proposed.body["body"], people
            del self.waiting[event.ref]
        claim = touched.get(body.get("receivable", ""))
        now = state.receivables[claim.id] if claim is not None else None
        self._agreed(kind, body, agreed, claim, now, state, entry.at)
        self._happened(kind, body, event, entry, state)
        self._agrees(state)
        return str(kind)

    # Who signs.

    def _authorised(self, event: Event, at: int) -> None:
        """The signer was enrolled under this key for this party, and neither revoked nor at an end."""
        if event.type == "enrol":
            return
        signer = self.people[event.person]
        assert (signer.party, signer.key, signer.gone) == (event.party, event.key, False)
        assert signer.ends is None or at < signer.ends

    def _agreed(
        self, kind: str, body: Any, people: list[str], was: Receivable | None, now: Receivable | None, state: State,
        at: int,
    ) -> None:  # fmt: skip
        """Different people with different keys, each still able to sign, of exactly the parties whom it takes."""
        if kind == "enrol":
            return
        signers = [self.people[person] for person in people]
        assert len(set(people)) == len(people) == len({signer.key for signer in signers})
        assert all(not signer.gone and (signer.ends is None or at < signer.ends) for signer in signers)
        most = body.get("amount", 0) + body.get("over", 0) if was is not None else 0
        assert all(signer.most is None or most <= signer.most for signer in signers)
        parties = Parties(signer.party for signer in signers)
        assert parties in self._wanted(kind, body, was, now, state, signers[0].party, at), (kind, parties)
        for signer in signers:
            assert {*signer.roles} & self._roles(kind, signer.party, signers), (kind, signer)

    def _roles(self, kind: str, party: str, signers: list[Signer]) -> set[str]:
        if party == REGISTRAR_PARTY:
            return {"registrar"}
        if kind in ("invite", "revoke", "limits"):
            return {"administrator", "owner"}
        if kind == "rekey":
            return {"administrator", "owner", "maker", "checker", "financier"}
        if party in self.dual:
            both = sum(signer.party == party for signer in signers) > 1
            return BY_PAYER.get(kind, {"maker"}) | ({"checker"} if both else set())
        return {"owner", "financier"}

    def _wanted(
        self, kind: str, body: Any, was: Receivable | None, now: Receivable | None, state: State, first: str, at: int
    ) -> list[Parties]:
        """Every way in which enough have agreed."""
        if kind in ("enterprise", "log-key"):
            return [Parties([REGISTRAR_PARTY])]
        if kind == "invite":
            two = Parties({REGISTRAR_PARTY: 2 if body["party"] in self.dual else 1})
            return [Parties([body["party"]]), two]
        if kind == "revoke":
            return [Parties([REGISTRAR_PARTY]), Parties([self.people[body["person"]].party])]
        if was is None or now is None:  # rekey, limits, register: one's own
            return [Parties([first])]
        payer = state.payer_of(was)
        paying = payer.party if payer is not None else ""
        if kind in BY_HOLDER:
            return [Parties([was.holder])]
        if kind in ("accept-complaint", "pass-on"):
            lodged = was.remedies is not None and was.remedies.complaints[-1].registrar
            return [Parties([was.holder]), *([Parties([REGISTRAR_PARTY])] if lodged else [])]
        if kind in BY_PAYER:
            fen = body["amount"] + body["over"] if kind == "pay" else _changed(was, now)
            dual = kind not in ("acknowledge", "query") and self._two(paying, fen)
            return [Parties({paying: 2 if dual else 1})]
        if kind in ("receive", "deny"):
            paid = [report.payee for report in was.payments if report.hash == body["pay"]]
            return [Parties(paid or [was.holder])]
        if kind == "notice":
            return [Parties([was.holder]), Parties([was.payee])]
        if kind == "correct":
            return [self._correcting(was, now, paying, at)]
        return self._holding(kind, body, was, now, paying, at)

    def _two(self, payer: str, fen: int) -> bool:
        above = self.dual.get(payer)
        return above is not None and fen > above

    def _correcting(self, was: Receivable, now: Receivable, payer: str, at: int) -> Parties:
        wanted = {was.holder, *(hold.financier for hold in was.holds if hold.bound_at(at))}
        pairs = list(zip(was.payments, now.payments, strict=True))
        undone = [(a, b) for a, b in pairs if (a.received, a.over_received, a.denied, a.over_denied) !=
                  (b.received, b.over_received, b.denied, b.over_denied)]  # fmt: skip
        wanted |= {report.payee for report, _ in undone}
        fen = _changed(was, now) or was.received - now.received + was.over_received - now.over_received
        fen = fen or sum(a.denied + a.over_denied for a, _ in undone)
        return Parties(dict.fromkeys(wanted, 1)) + Parties({payer: 2 if self._two(payer, fen) else 1} if payer else {})

    def _holding(self, kind: str, body: Any, was: Receivable, now: Receivable, payer: str, at: int) -> list[Parties]:
        old, new = _hold(was, body["offer"]), _hold(now, body["offer"])
        wanted, extra = {new.financier}, Parties()
        if kind == "pledge":
            if not old.pledged or (old.account, old.terms) != (new.account, new.terms):
                wanted.add(new.by)
            if new.acknowledged is not None and old.acknowledged != new.acknowledged:
                extra[payer] = 2 if self._two(payer, new.amount) else 1
        elif kind == "finance" or old.state == "assigned":
            wanted.add(new.by)
        elif kind == "release" and old.state == "offered" and not old.locked_at(at):
            return [Parties([new.by]), Parties([new.financier])]
        return [Parties(dict.fromkeys(wanted, 1)) + extra]

    # What happens to people and fen.

    def _happened(self, kind: str, body: Any, event: Event, entry: Entry, state: State) -> None:
        if kind == "enterprise" and body["payer"]:
            self.dual[body["party"]] = body["dual_above"]
        elif kind == "invite":
            self.invited[body["code"]] = (body["party"], body)
        elif kind == "enrol":
            party, given = self.invited.pop(code_hash(body["code"]))
            assert (party, given["roles"]) == (event.party, body["roles"])
            assert entry.at <= given["open_until"]
            roles = tuple(given["roles"])
            self.people[event.person] = Signer(party, roles, event.key, given["max_fen"], given["expires_at"])
        elif kind == "revoke":
            self.people[body["person"]].gone = True
        elif kind == "rekey":
            self.people[event.person].key = key_id(b64decode(body["public_key"]))
        elif kind == "limits" and body["person"] is None:
            if event.party in self.dual:
                self.dual[event.party] = body["dual_above"]
        elif kind == "limits":
            person = self.people[body["person"]]
            person.roles = tuple(body["roles"] or person.roles)
            person.most, person.ends = body["max_fen"], body["expires_at"]
        elif kind == "register":
            self.fen[entry.hash] = Fen(body["amount"])
        elif "receivable" in body:
            self._moved(kind, body, entry.hash, self.fen[body["receivable"]], state)

    def _moved(self, kind: str, body: Any, done: str, fen: Fen, state: State) -> None:
        stated = body if kind in ("confirm", "dispute", "reject") else body["totals"] if kind == "correct" else None
        if stated is not None:
            fen.confirmed, fen.disputed, fen.rejected = (stated[name] for name in STATED)
        elif kind == "pay":
            fen.reports[done] = [body["amount"], body["over"]]
        elif kind == "receive":
            left = fen.reports[body["pay"]] if body["pay"] is not None else [body["amount"], 0]
            first = min(body["amount"], left[0])
            fen.answers[done] = (body["pay"], first, body["amount"] - first, False)
            _answer(fen, fen.answers[done], 1)
        elif kind == "deny":
            fen.answers[done] = (body["pay"], *fen.reports[body["pay"]], True)
            _answer(fen, fen.answers[done], 1)
        elif kind == "correct":
            _answer(fen, fen.answers.pop(body["corrects"]), -1)
        elif kind == "split":
            family = state.receivables[body["receivable"]].family
            assert family is not None
            fen.parts = family.children
            for child, part in zip(family.children, body["parts"], strict=True):
                self.fen[child] = Fen(*(part[name] for name in ("claimed", *STATED, "received")))
            for name in ("claimed", *STATED, "received"):
                assert sum(getattr(self.fen[child], name) for child in fen.parts) == getattr(fen, name)

    def _agrees(self, state: State) -> None:
        """Every fen is where it should be: no bucket below 0, no sum but the claim's."""
        assert state.receivables.keys() == self.fen.keys()
        for name, fen in self.fen.items():
            claim = state.receivables[name]
            assert (claim.claimed, claim.confirmed, claim.disputed, claim.rejected) == (
                fen.claimed, fen.confirmed, fen.disputed, fen.rejected,
            )  # fmt: skip
            assert (claim.received, claim.over_received) == (fen.received, fen.over)
            assert claim.pending == sum(report[0] for report in fen.reports.values())
            undecided = fen.claimed - fen.confirmed - fen.disputed - fen.rejected
            assert min(undecided, fen.confirmed, fen.disputed, fen.rejected, fen.received, fen.over) >= 0
            assert all(min(report) >= 0 for report in fen.reports.values())
            assert fen.received + claim.pending <= fen.claimed - fen.rejected
            if fen.parts:
                assert claim.confirmation == "superseded"
                assert sum(self.fen[part].claimed for part in fen.parts) == fen.claimed


def _changed(was: Receivable, now: Receivable) -> int:
    """The largest total that changed, before or after."""
    pairs = ((getattr(was, name), getattr(now, name)) for name in STATED)
    return max((max(pair) for pair in pairs if pair[0] != pair[1]), default=0)


def _hold(claim: Receivable, offer: str) -> Hold:
    found = claim.hold(offer)
    assert found is not None
    return found


def _answer(fen: Fen, answer: tuple[str | None, int, int, bool], sign: int) -> None:
    """What an answer to a payment does, or (-1) undoes."""
    report, first, beyond, denied = answer
    if report is not None:
        fen.reports[report][0] -= sign * first
        fen.reports[report][1] -= sign * beyond
    if not denied:
        fen.received += sign * first
        fen.over += sign * beyond
