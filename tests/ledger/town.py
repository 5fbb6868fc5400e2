"""A town that lives by its ledger: a supplier, a payer, two banks, two registrars, and everything that they can sign.

``Town.attempt`` has somebody try an event of a type, with a body that mostly fits what is there (``deeds``), on a real
ledger in a folder. ``Model`` knows in a few lines who may sign, who has to agree, and where every fen is; whatever the
ledger admits is held against it at once.
"""

from __future__ import annotations

import copy
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from ledger.errors import Refusal
from ledger.state import Receivable
from ledger.types import CONSENT_EVENTS, DUAL_EVENTS, Entry, SignedEvent
from tests.ledger.factories import Member, new_key
from tests.ledger.house import House
from tests.ledger.model import Model

Body = dict[str, Any]


class Town(House):
    """``folder`` is new. ``signed`` are all accepted submissions with their entries, ``refused`` the codes met,
    ``happened`` what took effect by type since the town began to live."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, registrars=2, threshold=2)
        self.model = Model(self.registrars)
        self.signed: list[tuple[SignedEvent, Entry]] = []
        self.refused: Counter[str] = Counter()
        self.happened: Counter[str] = Counter()
        self.codes: list[tuple[str, str, str]] = []  # party, code, role
        self.proposals: list[str] = []
        self.yinhe, self.helan = self.supplier(), self.payer(dual_above=300)
        self.banks = [self.bank() for _ in range(2)]
        sides = (self.yinhe, self.helan, *self.banks)
        self.people = [*self.registrars, *(member for side in sides for member in side.people.values())]
        self.core = {member.person for member in self.people}  # who is never revoked, so that the town goes on
        self.happened.clear()

    # Submitting, always through here.

    def accept(self, signed: SignedEvent) -> Entry:
        """Submit. A refusal changes nothing; what is admitted is what the model expects."""
        state = self.state
        before = (state.size, self.ledger.checkpoint())
        touched = {claim.id: copy.deepcopy(claim) for claim in self._touched(signed)}
        try:
            entry = super().accept(signed)
        except Refusal as refusal:
            self.refused[refusal.code] += 1
            assert (state.size, self.ledger.checkpoint()) == before
            raise
        assert (entry.seq, state.size) == (before[0], before[0] + 1)
        self.signed.append((signed, entry))
        for kind in {signed.event.type, self.model.took(entry, state, touched)}:
            self.happened[kind] += 1
        return entry

    def _touched(self, signed: SignedEvent) -> list[Receivable]:
        body: Any = signed.event.body
        proposal = self.state.proposals.get(signed.event.ref) if signed.event.type == "endorse" else None
        name = str(proposal.receivable if proposal is not None else body.get("receivable"))
        return [self.state.receivables[name]] if name in self.state.receivables else []

    def tried(self, kind: str, member: Member, body: Body, **changed: Any) -> Entry | None:
        """The entry, or None for a refusal, of the reference already or of the event."""
        try:
            return self.submit(kind, member, body, **changed)
        except Refusal:
            return None

    # Somebody tries something.

    def attempt(self, kind: str, making: tuple[Member, Body], dice: Random) -> Entry | None:
        """Who usually does it, or now and then anybody, tries it; if it takes several, mostly all of them."""
        usual, body = making
        member = usual if dice.random() < 0.9 else dice.choice(self.people)
        done = self.tried(kind, member, body)
        if done is not None:
            self._changed(kind, member, body, done)
        elif kind in (*DUAL_EVENTS, *CONSENT_EVENTS, "invite"):
            proposed = self.tried("propose", member, {"type": kind, "body": body})
            if proposed is not None:
                self.proposals.append(proposed.hash)
                done = self.seconded(proposed.hash, dice) if dice.random() < 0.8 else None
        return done

    def _changed(self, kind: str, member: Member, body: Body, done: Entry) -> None:
        """Who there is after it."""
        if kind == "enrol":
            self.people.append(member)
        elif kind == "rekey":
            key = new_key(f"{member.person} {done.seq}")
            assert key.public.base64 == body["public_key"]
            self.people[self.people.index(member)] = Member(member.party, member.person, key)
            self.registrars = [each for each in self.people if each.party == self.registrars[0].party]

    def seconded(self, proposal: str, dice: Random) -> Entry | None:
        """Everybody tries to endorse it; the last one who could."""
        found = None
        for member in dice.sample(self.people, len(self.people)):
            if self.state.proposals[proposal].state == "waiting":
                found = self.tried("endorse", member, {}, proposal=proposal) or found
        return found

    def returned(self, proposal: str, dice: Random) -> Entry | None:
        for member in dice.sample(self.people, len(self.people)):
            found = self.tried("return", member, {"note": None}, proposal=proposal)
            if found is not None:
                return found
        return None

    # Who there is.

    def of(self, party: str, *roles: str) -> Member:
        """Somebody of the party, in one of the roles if there is one."""
        own = [member for member in self.people if member.party == party]
        able = [member for member in own if {*self.model.people[member.person].roles} & {*roles}]
        return (able or own)[0]

    def acting(self, party: str) -> Member:
        """Who acts for a supplier or a bank."""
        return self.of(party, "owner", "financier")
