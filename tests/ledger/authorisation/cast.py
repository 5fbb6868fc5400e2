"""Who tries, what they try, and the rows of the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from ledger import rules
from ledger.errors import Refusal
from ledger.types import SignedEvent
from tests.ledger.deals import Deal
from tests.ledger.factories import Member, hex64, newcomer
from tests.ledger.house import House

WHOSE = ("own", "other's", "nobody's")
NOBODY = hex64("nobody's")
ABOVE = 500  # fen; above it the payer wants two people
SMALL, LARGE = 400, 1_000


@dataclass(frozen=True)
class Act:
    """What somebody tries to sign; ``changed`` are fields of the event that are not as they should be."""

    kind: str
    body: dict[str, Any]
    proposal: str | None = None
    changed: dict[str, Any] = field(default_factory=dict)


class Cast:
    """Two circles of supplier, payer and banks in one ledger: ours and others', and who tries to sign."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder, registrars=3, threshold=2)
        self.ours, self.theirs = (Deal(ABOVE, self.house) for _ in range(2))
        helan = self.ours.helan
        revoked = self.house.member(helan.administrator, helan.party, "maker")
        self.revoke(helan.administrator, revoked)
        self.people: dict[str, Member] = {
            "registrar": self.house.registrar,
            "owner": self.ours.yinhe.owner,
            "payer's administrator": helan.administrator,
            "maker": helan.maker,
            "checker": helan.checker,
            "bank's administrator": self.ours.bank.administrator,
            "financier": self.ours.bank.financier,
            "revoked maker": revoked,
            "not enrolled": newcomer(helan.party, "stranger"),
        }

    made: Act  # the newest act in a scene

    def revoke(self, by: Member, member: Member) -> None:
        self.house.submit("revoke", by, revoking(member))

    def sign(self, member: Member, act: Act) -> SignedEvent:
        """What the member would hand in; where the rules have no reference for it, some other."""
        house = self.house
        try:
            ref = rules.ref_for(house.state, act.kind, member.party, act.body, proposal=act.proposal)
        except Refusal:
            ref = NOBODY
        return house.sign(act.kind, member, act.body, **{"ref": ref, **act.changed})

    def refused(self, signed: SignedEvent) -> str | None:
        """The code with which the ledger refuses it, leaving everything as it was; None for what it would record."""
        house = self.house
        try:
            rules.decide(house.state, signed, house.now)
        except Refusal as refusal:
            code = refusal.code
        else:
            return None
        before = (house.state.size, house.ledger.checkpoint())
        with pytest.raises(Refusal) as caught:
            house.accept(signed)
        assert (caught.value.code, house.state.size, house.ledger.checkpoint()) == (code, *before)
        return code


def revoking(member: Member) -> dict[str, Any]:
    return {"person": member.person, "key": member.key.id, "suspect_since": None, "reason": "left"}


Making = Callable[[Cast, Member, str], Act | None]


@dataclass(frozen=True)
class Row:
    event: str  # a type, or "propose", "endorse" or "return" and the type it is about
    when: str
    make: Making  # None: there is no such case
    personal: bool = False  # made anew for each who tries: it names them, or their enterprise


ROWS: list[Row] = []


# A scene among one circle, in which whoever may sign the event can.

Scene = Callable[[Deal], Act]


def scene(event: str, when: str = "") -> Callable[[Scene], Scene]:
    def add(make: Scene) -> Scene:
        def among(cast: Cast, _: Member, whose: str) -> Act:
            if whose == "nobody's":
                return nobodys(cast.made)
            cast.made = make(cast.theirs if whose == "other's" else cast.ours)
            return cast.made

        ROWS.append(Row(event, when, among))
        return make

    return add


def nobodys(act: Act) -> Act:
    """The same of a receivable, or a proposal, that is not in the ledger."""
    if act.proposal is not None:
        return replace(act, proposal=NOBODY)
    if act.kind == "propose":
        return replace(act, body={**act.body, "body": {**act.body["body"], "receivable": NOBODY}})
    return replace(act, body={**act.body, "receivable": NOBODY})


def row(event: str, when: str = "", *, personal: bool = True) -> Callable[[Making], Making]:
    def add(make: Making) -> Making:
        ROWS.append(Row(event, when, make, personal))
        return make

    return add
