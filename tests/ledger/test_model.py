"""The confirmation and payment facets against a model that fits in a dictionary.

Makers and checkers of a payer and the owner of a supplier act at random: directly, through proposals, with events that
were prepared earlier, while people are revoked and dual control changes. The model says what must come of it.
"""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import HealthCheck, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.errors import Refusal
from ledger.types import DUAL_EVENTS, REFS, SignedEvent
from tests.ledger.factories import DAY, Member, World, asking, hex64, paying, receiving, totals
from tests.ledger.thawing import through_a_snapshot

CLAIMED = 1_000
DUAL = st.sampled_from([None, 0, 400])
KINDS = (
    *("confirm", "pay", "receive", "dispute", "reject", "pay", "receive", "confirm", "deny", "acknowledge"),
    *("query", "answer", "request"),
)
HOW = ("fits", "fits", "fits", "fits", "direct", "propose", "later", "past")
UPSETS = ("dual", "day", "return", "dual", "half a week", "revoke", "day", "withdraw")
Dice = tuple[int, int, int, int]
DICE = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3))


def pick(dice: int, *choices: int) -> int:
    return choices[dice % len(choices)]


class Facets(RuleBasedStateMachine):
    """One receivable, one supplier, one payer with two makers and two checkers (one invited by a maker)."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.owner = self.world.supplier().owner
        helan = self.world.payer(dual_above=0)
        self.party, self.administrator = helan.party, helan.administrator
        both = self.world.member(self.administrator, self.party, "administrator", "maker", "checker")
        friend = self.world.member(both, self.party, "checker")
        self.team = [helan.maker, helan.checker, both, friend]
        self.roles = [{"maker"}, {"checker"}, {"maker", "checker"}, {"checker"}]
        self.gone: set[str] = set()
        self.friend, self.friends_host = friend.person, both.person
        self.id = self.world.register(self.owner, self.party, CLAIMED)
        self.model: dict[str, Any] = {
            "confirmed": 0,
            "disputed": 0,
            "rejected": 0,
            "received": 0,
            "over_received": 0,
            "reports": {},  # hash → [open fen of the claim, open fen beyond it]
            "confirmation": self.id,  # newest hash of the facet
            "payment": self.id,
            "order": [self.id],
            "dual": 0,
            "live": True,
        }
        self.made: dict[str, tuple[str, dict[str, Any], str, int]] = {}  # proposal → kind, body, maker, at
        self.closed: set[str] = set()  # proposals that took effect or went back
        self.prepared: list[tuple[str, Member, dict[str, Any], SignedEvent]] = []

    @initialize(asked=st.sampled_from([True, True, True, False]), dual=DUAL)
    def begin(self, asked: bool, dual: int | None) -> None:
        """Most of what can happen needs a request first."""
        if dual != 0:
            self.upset("dual", 0, dual)
        if asked:
            body = asking(self.id)
            self.direct("request", self.owner, body, self.world.sign("request", self.owner, body))

    # What the model knows.

    def newest(self, kind: str) -> str:
        order = self.model["order"]
        facets = {self.model[f] for f in ("confirmation", "payment") if f in REFS[kind]}
        return str(max(facets, key=order.index))

    def free(self) -> int:
        model = self.model
        return int(CLAIMED - model["rejected"] - model["received"] - sum(part[0] for part in model["reports"].values()))

    def concerned(self, kind: str, body: dict[str, Any]) -> int:
        if kind == "pay":
            return int(body["amount"] + body["over"])
        names = ("confirmed", "disputed", "rejected")
        return max((max(self.model[n], body[n]) for n in names if self.model[n] != body[n]), default=0)

    def two(self, kind: str, body: dict[str, Any]) -> bool:
        dual = self.model["dual"]
        return kind in DUAL_EVENTS and dual is not None and self.concerned(kind, body) > dual

    def admissible(self, kind: str, body: dict[str, Any]) -> bool:
        """Whether amounts allow it; the state of the facet is not modelled but for withdrawal."""
        model = self.model
        if kind == "pay":
            free = self.free()
            return model["live"] and 0 < body["amount"] <= free and (body["over"] == 0 or body["amount"] == free)
        if kind in ("receive", "deny"):
            rest = sum(model["reports"].get(body["pay"], [0, 0]))
            return model["live"] and 0 < body.get("amount", rest) <= rest
        if kind in ("confirm", "dispute", "reject"):
            names = ("confirmed", "disputed", "rejected")
            raised = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected"}[kind]
            same = kind == "confirm" or body["confirmed"] == model["confirmed"]
            paid = CLAIMED - model["rejected"] - self.free()
            fits = sum(body[n] for n in names) <= CLAIMED and body["rejected"] + paid <= CLAIMED
            return model["live"] and same and fits and body[raised] > model[raised]
        if kind == "withdraw":
            return model["live"] and not (
                model["confirmed"] or model["received"] or any(map(sum, model["reports"].values()))
            )
        return bool(model["live"])

    def happened(self, kind: str, body: dict[str, Any], entry_hash: str) -> None:
        event(kind)
        model = self.model
        model["order"].append(entry_hash)
        model["payment" if kind in ("pay", "receive", "deny") else "confirmation"] = entry_hash
        if kind in ("confirm", "dispute", "reject"):
            model.update({n: body[n] for n in ("confirmed", "disputed", "rejected")})
        elif kind == "pay":
            model["reports"][entry_hash] = [body["amount"], body["over"]]
        elif kind == "receive":
            rest = model["reports"][body["pay"]]
            first = min(body["amount"], rest[0])
            model["received"] += first
            model["over_received"] += body["amount"] - first
            rest[0] -= first
            rest[1] -= body["amount"] - first
        elif kind == "deny":
            model["reports"][body["pay"]] = [0, 0]
        elif kind == "withdraw":
            model["live"] = False

    # Acting.

    def attempt(self, signed: SignedEvent) -> str | None:
        """Submit; the entry's hash, or None if it was refused, and then nothing has changed."""
        before = copy.deepcopy(self.world.state)
        try:
            return self.world.accept(signed).hash
        except Refusal:
            assert self.world.state == before
            return None

    def direct(self, kind: str, member: Member, body: dict[str, Any], signed: SignedEvent) -> None:
        current = signed.event.ref == self.newest(kind)
        allowed = (
            current and self.admissible(kind, body) and not self.two(kind, body) and member.person not in self.gone
        )
        done = self.attempt(signed)
        if done is not None:
            assert allowed
            if kind in DUAL_EVENTS:
                assert "maker" in self.roles[self.team.index(member)]
            self.happened(kind, body, done)
        elif allowed and kind in ("pay", "receive", "deny", "withdraw"):
            assert kind in DUAL_EVENTS, "refused for no reason"
            assert "maker" not in self.roles[self.team.index(member)], "refused for no reason"

    def deed(self, kind: str, dice: Dice) -> dict[str, Any]:
        """A body for ``kind``: mostly one that fits, now and then one that is a fen too much or changes nothing."""
        reports = list(self.model["reports"]) or [hex64("none")]
        pay = reports[dice[3] % len(reports)]
        if kind in ("confirm", "dispute", "reject"):
            return totals(self.id, *self._totals(kind, dice)) | {"reason": "OTH"}
        if kind == "pay":
            amount = max(1, pick(dice[0], self.free(), self.free() // 2, 1, self.free() + 1))
            return paying(self.id, self.owner.party, amount, pick(dice[1], 0, 0, 25))
        if kind == "receive":
            rest = sum(self.model["reports"].get(pay, [0, 0]))
            return receiving(self.id, pay, max(1, pick(dice[0], rest, rest // 2, 1, rest + 1)))
        bodies: dict[str, dict[str, Any]] = {
            "request": asking(self.id),
            "query": {"receivable": self.id, "question": hex64("q")},
            "answer": {"receivable": self.id, "answer": hex64("a")},
            "deny": {"receivable": self.id, "pay": pay, "reason": "other"},
        }
        return bodies.get(kind, {"receivable": self.id})

    def _totals(self, kind: str, dice: Dice) -> list[int]:
        model = self.model
        amounts = {name: model[name] for name in ("confirmed", "disputed", "rejected")}
        raised = {"confirm": "confirmed", "dispute": "disputed", "reject": "rejected"}[kind]
        for name in ("disputed", "rejected"):
            if name != raised:
                amounts[name] = pick(dice[1], amounts[name], 0, amounts[name] // 2)
        rest = CLAIMED - sum(amounts.values())
        amounts[raised] += pick(dice[0], rest // 3, rest // 2, 1, rest, rest + 1, 0)
        return list(amounts.values())

    def actor(self, kind: str, who: int) -> Member:
        return self.owner if kind in ("request", "answer", "withdraw", "receive", "deny") else self.team[who]

    @rule(kind=st.sampled_from(KINDS), dice=DICE, how=st.sampled_from(HOW))
    def act(self, kind: str, dice: Dice, how: str) -> None:
        """Do something in the way that fits, in one that may not, or prepare it and do it later."""
        if how == "past" and self.prepared:
            self.direct(*self.prepared.pop(dice[2] % len(self.prepared)))
            return
        member, body = self.actor(kind, dice[2]), self.deed(kind, dice)
        if how == "fits" and kind in DUAL_EVENTS:
            makers = [m for m in (self.team[0], self.team[2]) if m.person not in self.gone]
            member = makers[dice[1] % len(makers)]
        if how == "propose" or (how == "fits" and self.two(kind, body)):
            self.propose(kind, member, body)
            if how == "fits" and dice[3] < 2:
                self.endorse(0, 1 + dice[2] % 3)
            return
        signed = self.world.sign(kind, member, body)
        if how == "later":
            self.prepared.append((kind, member, body, signed))
        else:
            self.direct(kind, member, body, signed)
            self.endorse(dice[1], 1)

    def propose(self, kind: str, member: Member, body: dict[str, Any]) -> None:
        done = self.attempt(self.world.sign("propose", member, {"type": kind, "body": body}))
        if done is not None:
            event("propose")
            assert "maker" in self.roles[self.team.index(member)]
            assert member.person not in self.gone
            assert self.two(kind, body)
            assert self.admissible(kind, body)
            self.made[done] = (kind, body, member.person, self.world.now)

    @rule(which=st.integers(0, 3), who=st.integers(0, 3))
    def endorse(self, which: int, who: int) -> None:
        """Somebody endorses one of the newest proposals; it takes effect exactly if the model says so."""
        if not self.made:
            return
        proposal = list(self.made)[-1 - which % len(self.made)]
        member = self.team[who]
        kind, body, maker, at = self.made[proposal]
        record = self.world.state.proposals[proposal]
        fits = record.ref == self.newest(kind) and self.world.now - at <= 7 * DAY and maker not in self.gone
        other = member.person != maker and not (member.person == self.friend and maker == self.friends_host)
        able = "checker" in self.roles[who] and member.person not in self.gone
        done = self.attempt(self.world.sign("endorse", member, {}, proposal=proposal))
        expected = record.hash not in self.closed and fits and other and able
        assert (done is not None) == expected
        if done is None:
            event(f"endorsement refused: {'fits' if fits else 'void'} {other} {able}")
            return
        event("endorse")
        self.closed.add(proposal)
        assert self.admissible(kind, body)
        self.happened(kind, body, done)
        step = self.world.receivable(self.id).history[-1]
        assert (step.type, step.person, step.hash) == (kind, maker, done)
        assert [person for person, _ in step.endorsed] == [member.person]
        assert len({step.person, *(person for person, _ in step.endorsed)}) == 2

    @rule(kind=st.sampled_from(DUAL_EVENTS), dice=DICE, what=st.sampled_from(["revoke", "wait", "move", "nothing"]))
    def wait_for_the_checker(self, kind: str, dice: Dice, what: str) -> None:
        """A proposal, something in between, and its endorsement."""
        self.upset("dual", 0, 0)
        makers = [m for m in (self.team[0], self.team[2]) if m.person not in self.gone]
        maker = makers[dice[3] % len(makers)]
        self.propose(kind, maker, self.deed(kind, dice))
        if what == "revoke" and maker is self.team[0]:
            self.upset("revoke", 0, None)
        elif what == "wait":
            self.world.now += (6 + dice[3] % 3) * DAY
        elif what == "move":
            self.act("query", dice, "direct")
        self.endorse(0, 1 + dice[2] % 3)

    @rule(what=st.sampled_from(UPSETS), who=st.integers(0, 3), dual=DUAL)
    def upset(self, what: str, who: int, dual: int | None) -> None:
        """Something around the receivable changes."""
        member = self.team[who]
        if what == "return" and self.made:
            proposal = list(self.made)[-1]
            if self.attempt(self.world.sign("return", self.team[1], {"note": None}, proposal=proposal)) is not None:
                self.closed.add(proposal)
        elif what == "revoke" and not self.gone and who != 2:
            body = {"person": member.person, "key": member.key.id, "suspect_since": None, "reason": "left"}
            self.world.submit("revoke", self.administrator, body)
            self.gone.add(member.person)
        elif what == "withdraw" and who == 3:
            body = {"receivable": self.id}
            self.direct("withdraw", self.owner, body, self.world.sign("withdraw", self.owner, body))
        elif what == "dual" and dual != self.model["dual"]:
            limits = {"person": None, "roles": None, "max_fen": None, "expires_at": None, "dual_above": dual}
            self.world.submit("limits", self.administrator, limits)
            self.model["dual"] = dual
        else:
            self.world.now += DAY if what == "day" else 4 * DAY
        self.endorse(0, 1 if who % 2 else 2)  # does what was waiting still stand?

    # What always holds.

    @invariant()
    def amounts_agree(self) -> None:
        found, model = self.world.receivable(self.id), self.model
        for name in ("confirmed", "disputed", "rejected", "received", "over_received"):
            assert getattr(found, name) == model[name]
        assert min(found.confirmed, found.disputed, found.rejected, found.undecided) >= 0
        assert found.confirmed + found.disputed + found.rejected + found.undecided == CLAIMED
        assert found.outstanding - found.pending == self.free() >= 0

    @invariant()
    def no_fen_is_lost(self) -> None:
        found = self.world.receivable(self.id)
        for payment in found.payments:
            assert min(payment.received, payment.denied, payment.pending, payment.over_pending) >= 0
            assert [payment.pending, payment.over_pending] == self.model["reports"][payment.hash]
        assert sum(payment.received for payment in found.payments) == found.received
        assert sum(payment.over_received for payment in found.payments) == found.over_received
        assert sum(part.amount + part.over for part in found.collections) == found.received + found.over_received

    @invariant()
    def facets_point_to_their_newest(self) -> None:
        found = self.world.receivable(self.id)
        for facet in ("confirmation", "payment"):
            assert found.heads[facet][1] == self.model[facet]
        assert [step.hash for step in found.history] == self.model["order"]

    def teardown(self) -> None:
        assert self.world.refold() == self.world.state
        assert through_a_snapshot(self.world.entries) == self.world.state


TestFacets = Facets.TestCase
TestFacets.settings = settings(
    max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
