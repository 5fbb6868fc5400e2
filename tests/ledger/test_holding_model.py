"""Random lives of a claim between a supplier, a payer under dual control and three banks.

Whatever they do, directly, by proposals that others endorse, late or out of turn: fen are conserved in every bucket,
also through splits; nothing is locked or pledged that is not confirmed; what touches several takes effect only with
every one of them; a refusal changes nothing; and the entries folded anew give the same.
"""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.errors import Refusal
from ledger.splitting import BUCKETS
from ledger.state import Hold, Receivable, State
from ledger.types import CONSENT_EVENTS, SignedEvent
from tests.ledger.deals import HOUR, Deal, correcting, pledging
from tests.ledger.factories import DAY, Member, hex64, paying, receiving, totals
from tests.ledger.thawing import through_a_snapshot

CLAIMED = 1_000
N = st.integers(0, 7)
FEN = st.sampled_from([1, 100, 250, 400, 500, 999, 1_000, 1_001])
KINDS = st.sampled_from(
    (
        *("offer", "lock", "pledge", "finance", "release", "accept", "notice", "split", "correct", "endorse"),
        *("pay", "receive", "deny", "confirm", "dispute", "reject", "lock", "pledge", "correct", "endorse"),
    )
)


class Lives(RuleBasedStateMachine):
    """``root`` and whatever it is split into."""

    def __init__(self) -> None:
        super().__init__()
        self.deal = Deal(dual_above=300)
        self.world = self.deal.world
        self.root = self.deal.world.receivable(
            self.deal.world.requested(self.deal.yinhe.owner, self.deal.helan.party, CLAIMED)
        )
        sides = (self.deal.yinhe, self.deal.helan, *self.deal.banks[:3])
        self.people: list[Member] = [member for side in sides for member in side.people.values()]
        self.made: list[str] = []

    @initialize(confirmed=FEN)
    def confirm_something(self, confirmed: int) -> None:
        body = totals(self.root.id, min(confirmed, CLAIMED))
        if confirmed > 300:
            self.made.append(self.world.propose("confirm", self.deal.helan.maker, body))
            self.world.endorse(self.deal.helan.checker, self.made[0])
        else:
            self.world.submit("confirm", self.deal.helan.maker, body)

    # What there is.

    def family(self) -> list[Receivable]:
        return [claim for claim in self.world.state.receivables.values() if claim.fingerprint == self.root.fingerprint]

    def leaves(self) -> list[Receivable]:
        return [claim for claim in self.family() if claim.confirmation != "superseded"]

    def side(self, party: str) -> Member:
        deal = self.deal
        side = next(side for side in (deal.yinhe, deal.helan, *deal.banks) if side.party == party)
        return side.people.get("owner") or side.people.get("financier") or side.maker

    # Acting.

    def attempt(self, signed: SignedEvent) -> str | None:
        """Submit; the hash, or None for a refusal, and then nothing has changed. What took effect was agreed."""
        before = copy.deepcopy(self.world.state)
        try:
            done = self.world.accept(signed).hash
        except Refusal as refusal:
            event(f"refused: {refusal.code}")
            assert self.world.state == before
            return None
        event(f"done: {signed.event.type}")
        self.agreed(before, done)
        return done

    def agreed(self, before: State, done: str) -> None:
        """Every step that this entry made effective was signed by each side that it touches, by different people."""
        for claim in self.family():
            for step in claim.steps[-1:]:
                if step.hash != done or step.type not in CONSENT_EVENTS:
                    continue
                people = [step.person, *(person for person, _ in step.endorsed)]
                assert len(set(people)) == len(people)
                sides = Counter(self.world.state.people[person].party for person in people)
                was = before.receivables[claim.id]
                assert sides == self.expected(was, claim, step.type, done), step.type

    def expected(self, was: Receivable, now: Receivable, kind: str, done: str) -> Counter[str]:
        """Who has to have agreed, worked out from what changed."""
        payer = self.deal.helan.party
        if kind == "correct":
            wanted = {was.holder, *(hold.financier for hold in was.holds if hold.bound_at(self.world.now))}
            undone = {part.pay for part in was.collections} - {part.pay for part in now.collections}
            undone |= {
                a.hash
                for a, b in zip(was.payments, now.payments, strict=True)
                if (a.received, a.denied) != (b.received, b.denied)
            }
            wanted |= {pay.payee for pay in was.payments if pay.hash in undone}
            changed = [
                max(getattr(was, name), getattr(now, name))
                for name in ("confirmed", "disputed", "rejected")
                if getattr(was, name) != getattr(now, name)
            ]
            fen = max(changed, default=0) or sum(
                abs(a.received - b.received) + abs(a.denied - b.denied)
                for a, b in zip(was.payments, now.payments, strict=True)
            )
            return Counter(dict.fromkeys(wanted, 1)) + Counter({payer: 2 if fen > 300 else 1})
        old, new = self.changed(was, now)
        wanted = {new.financier}
        found = Counter[str]()
        if kind == "pledge":
            if not old.pledged or (old.account, old.terms) != (new.account, new.terms):
                wanted.add(new.by)
            if new.acknowledged is not None and old.acknowledged != new.acknowledged:
                found[payer] = 2 if new.amount > 300 else 1
        elif kind == "finance" or old.state == "assigned":
            wanted.add(new.by)
        elif old.state == "offered" and not old.locked_at(self.world.now):
            signer = self.world.state.people[now.steps[-1].person].party
            assert signer in (new.by, new.financier)
            wanted = {signer}
        return found + Counter(dict.fromkeys(wanted, 1))

    @staticmethod
    def changed(was: Receivable, now: Receivable) -> tuple[Hold, Hold]:
        return next((old, new) for old, new in zip(was.holds, now.holds, strict=True) if old != new)

    @rule(kind=KINDS, amount=FEN, which=N, who=N, more=N)
    def act(self, kind: str, amount: int, which: int, who: int, more: int) -> None:
        """Somebody does something, mostly who may."""
        if kind == "endorse":
            self.endorse(which)
            return
        leaves = self.leaves()
        claim = leaves[which % len(leaves)]
        bank = self.deal.banks[who % 3]
        hold = claim.holds[more % len(claim.holds)] if claim.holds else None
        offer = hold.hash if hold is not None else hex64("none")
        body = self.body(kind, claim, bank.party, offer, amount, more)
        if body is None:
            return
        member = self.usual(kind, claim, hold) if who < 6 else self.people[more % len(self.people)]
        self.submit(kind, member, body)

    @rule(amount=FEN, which=N, who=N, more=N, assigning=st.booleans())
    def deal_with_a_bank(self, amount: int, which: int, who: int, more: int, assigning: bool) -> None:
        """An offer and what usually follows; any of it may be refused."""
        claim, bank = self.leaves()[which % len(self.leaves())], self.deal.banks[who % 3]
        now, whole = self.world.now, claim.confirmed - claim.received
        size = whole if assigning else min(amount, claim.free(now))
        body = {"receivable": claim.id, "to": bank.party, "kind": "assignment" if assigning else "pledge"}
        body |= {"amount": max(1, size), "until": now + (more + 1) * DAY}
        offer = self.attempt(self.world.sign("offer", self.side(claim.holder), body))
        if offer is None:
            return
        if assigning:
            self.submit("accept", bank.financier, {"receivable": claim.id, "offer": offer})
            if more % 2:
                self.submit("notice", bank.financier, {"receivable": claim.id, "holder": bank.party, "service": None})
            return
        until = now + (more + 1) * 9 * HOUR
        self.submit(
            "lock", bank.financier, {"receivable": claim.id, "offer": offer, "amount": max(1, size), "until": until}
        )
        if more > 3:
            account, acknowledged = (hex64("account"), True) if more > 5 else (None, False)
            pledge = pledging(claim, offer, max(1, size), account=account, acknowledged=acknowledged)
            self.submit("pledge", bank.financier, pledge)

    @rule(amount=FEN, which=N, who=N, more=N)
    def two_banks_race(self, amount: int, which: int, who: int, more: int) -> None:
        """Two are offered the same fen, and both want them."""
        claim, now = self.leaves()[which % len(self.leaves())], self.world.now
        free = claim.free(now)
        banks = [self.deal.banks[who % 3], self.deal.banks[(who + 1) % 3]]
        offers = []
        for bank in banks:
            body = {"receivable": claim.id, "to": bank.party, "kind": "pledge", "amount": max(1, free)}
            offers.append(
                self.attempt(self.world.sign("offer", self.side(claim.holder), {**body, "until": now + 3 * DAY}))
            )
        for bank, offer, part in zip(banks, offers, (min(amount, max(1, free)), max(1, free)), strict=True):
            if offer is not None:
                body = {"receivable": claim.id, "offer": offer, "amount": part, "until": now + (more + 1) * HOUR}
                self.submit("lock", bank.financier, body)

    @rule(low=FEN, which=N)
    def correct_what_was_stated(self, low: int, which: int) -> None:
        """The payer wants to owe less."""
        claim = self.leaves()[which % len(self.leaves())]
        stated = {each.hash for each in claim.corrections if not each.totals}
        kinds = ("confirm", "dispute", "reject", "split", "correct")
        steps = [step for step in claim.history if step.type in kinds and step.hash not in stated]
        if steps:
            confirmed = min(low, claim.claimed)
            new = (confirmed, 0, claim.claimed - confirmed)
            self.submit("correct", self.deal.helan.maker, correcting(claim, steps[-1].hash, new))

    @rule(amount=FEN, which=N, answer=st.sampled_from(["receive", "deny", "correct", "nothing"]))
    def pay_something(self, amount: int, which: int, answer: str) -> None:
        """A report of payment, and what is said to it."""
        claim = self.leaves()[which % len(self.leaves())]
        payees = [claim.payee, *(hold.financier for hold in claim.holds if hold.acknowledged)]
        payee = payees[which % len(payees)]
        amount = max(1, min(amount, claim.outstanding - claim.pending))
        known = len(claim.payments)
        self.submit("pay", self.deal.helan.maker, paying(claim.id, payee, amount))
        if len(claim.payments) == known or answer == "nothing":
            return
        report, member = claim.payments[-1], self.side(payee)
        self.submit("receive", member, receiving(claim.id, report.hash, max(1, amount // 2)))
        if answer == "deny":
            self.submit("deny", member, {"receivable": claim.id, "pay": report.hash, "reason": "other"})
        if answer != "receive":
            self.submit("correct", self.side(claim.holder), correcting(claim, claim.steps[-1].hash, None))

    def body(
        self, kind: str, claim: Receivable, bank: str, offer: str, amount: int, more: int
    ) -> dict[str, Any] | None:
        now, base = self.world.now, {"receivable": claim.id}
        whole = claim.confirmed - claim.received
        pay = claim.payments[more % len(claim.payments)].hash if claim.payments else hex64("none")
        if kind == "offer":
            assigning = more % 3 == 0
            return {
                **base, "to": bank, "kind": "assignment" if assigning else "pledge",
                "amount": max(1, whole if assigning else amount), "until": now + (more + 1) * DAY,
            }  # fmt: skip
        if kind == "lock":
            return {**base, "offer": offer, "amount": amount, "until": now + (more + 1) * 12 * HOUR}
        if kind == "pledge":
            known = next((hold for hold in claim.holds if hold.hash == offer), None)
            size = known.amount if known is not None and known.pledged else amount
            account = hex64("account") if more % 2 else None
            registry = "0912" if more > 3 else None
            return pledging(claim, offer, size, account=account, acknowledged=more in (3, 5), registry=registry)
        if kind == "finance":
            return {**base, "offer": offer, "amount": amount, "on": "2026-11-22"}
        if kind in ("release", "accept"):
            return {**base, "offer": offer}
        if kind == "notice":
            return {**base, "holder": claim.holder, "service": None}
        if kind == "split":
            return {**base, "parts": self.parts(claim, amount)}
        if kind == "correct":
            return self.correction(claim, amount, more)
        if kind == "pay":
            payee = self.people[more % len(self.people)].party if more > 5 else claim.payee
            return paying(claim.id, payee, amount, paid_on="2026-11-20")
        if kind == "receive":
            return receiving(claim.id, pay, amount)
        if kind == "deny":
            return {**base, "pay": pay, "reason": "other"}
        raised = {"confirm": (amount, 0, 0), "dispute": (0, amount, 0), "reject": (0, 0, amount)}[kind]
        return totals(claim.id, *(a + b for a, b in zip(raised, self.buckets(claim), strict=True)), reason="OTH")

    @staticmethod
    def buckets(claim: Receivable) -> tuple[int, int, int]:
        return claim.confirmed, claim.disputed, claim.rejected

    @staticmethod
    def parts(claim: Receivable, amount: int) -> list[dict[str, int]]:
        """Two parts: of each bucket ``amount`` thousandths, and the rest."""
        first = {name: getattr(claim, name) * amount // 1_001 for name in BUCKETS}
        first["claimed"] = max(1, first["claimed"])
        return [first, {name: getattr(claim, name) - first[name] for name in BUCKETS}]

    @staticmethod
    def correction(claim: Receivable, amount: int, more: int) -> dict[str, Any]:
        steps = claim.history
        if more % 2:
            answers = [step for step in steps if step.type in ("receive", "deny")] or list(steps)
            return correcting(claim, answers[more % len(answers)].hash, None)
        stated = [step for step in steps if step.type in ("confirm", "dispute", "reject", "split", "correct")]
        new = (min(amount, claim.claimed), 0, max(0, claim.claimed - amount) if more % 4 else 0)
        return correcting(claim, (stated or list(steps))[-1].hash, new)

    def usual(self, kind: str, claim: Receivable, hold: Hold | None) -> Member:
        if kind in ("pay", "confirm", "dispute", "reject"):
            return self.deal.helan.maker
        if kind in ("lock", "pledge", "finance", "release", "accept") and hold is not None:
            return self.side(hold.financier)
        return self.side(claim.payee if kind in ("receive", "deny") else claim.holder)

    def submit(self, kind: str, member: Member, body: dict[str, Any]) -> None:
        try:
            signed = self.world.sign(kind, member, body)
        except Refusal as refusal:  # the body alone is wrong
            event(f"unsigned: {refusal.code}")
            return
        if self.attempt(signed) is None and kind in (*CONSENT_EVENTS, "confirm", "dispute", "reject", "pay"):
            done = self.attempt(self.world.sign("propose", member, {"type": kind, "body": body}))
            if done is not None:
                self.made.append(done)
                for other in self.people:  # most find everybody at once
                    if len(self.made) % 4 and self.world.state.proposals[done].state == "waiting":
                        self.attempt(self.world.sign("endorse", other, {}, proposal=done))

    def endorse(self, which: int) -> None:
        for proposal in self.made[-1 - which % 3 :]:
            for member in self.people[which % 2 :: 2]:
                if self.world.state.proposals[proposal].state == "waiting":
                    self.attempt(self.world.sign("endorse", member, {}, proposal=proposal))

    @rule(hours=st.sampled_from([1, 24, 80, 200]))
    def wait(self, hours: int) -> None:
        self.world.now += hours * HOUR

    # What always holds.

    @invariant()
    def fen_are_conserved(self) -> None:
        leaves = self.leaves()
        assert sum(claim.claimed for claim in leaves) == CLAIMED
        for claim in leaves:
            assert min(claim.claimed - 1, *self.buckets(claim), claim.undecided, claim.received, claim.pending) >= 0
            assert sum(self.buckets(claim)) + claim.undecided == claim.claimed
            assert claim.outstanding - claim.pending >= 0
            assert sum(part.amount for part in claim.collections) == claim.received
        for claim in self.family():
            if claim.family is not None and claim.family.children:
                children = [self.world.receivable(child) for child in claim.family.children]
                assert sum(child.claimed for child in children) == claim.claimed

    @invariant()
    def only_what_is_confirmed_is_bound(self) -> None:
        now = self.world.now
        for claim in self.leaves():
            assert claim.bound(now) <= claim.confirmed
            assert claim.free(now) >= 0
            ranks = [hold.lock_seq for hold in claim.holds if hold.bound_at(now)]
            assert len(set(ranks)) == len(ranks)
            for hold in claim.holds:
                assert hold.financed <= max(hold.amount, CLAIMED)
                assert hold.lock_until - 72 * HOUR <= now
                if hold.pledged:
                    assert claim.holder == hold.by
                    assert hold.financed <= hold.amount
            assert sum(hold.open_at(now) for hold in claim.holds) <= 3

    @invariant()
    def the_invoice_stays_claimed(self) -> None:
        gone = all(claim.rejected == claim.claimed for claim in self.leaves())
        assert (self.root.fingerprint in self.world.state.fingerprints) == (not gone)

    def teardown(self) -> None:
        assert self.world.refold() == self.world.state
        assert through_a_snapshot(self.world.entries) == self.world.state


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
