"""The remedy facet: demands, complaints with what offices told, mediation, close."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.errors import Refusal
from ledger.remedy import STAGES
from ledger.state import Receivable
from tests.ledger.deals import Deal
from tests.ledger.factories import DAY, Member, hex64, totals

TODAY = "2026-11-22"


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Matter(Deal):
    """A confirmed claim that is not paid."""

    def __init__(self) -> None:
        super().__init__()
        self.claim: Receivable = self.confirmed(1_000)

    def act(self, kind: str, by: Member | None = None, **body: Any) -> str:
        return self.world.submit(kind, by or self.yinhe.owner, {"receivable": self.claim.id, **body}).hash

    def demand(self, amount: int = 1_000, **changed: Any) -> str:
        return self.act("demand", **{"amount": amount, "service": None, "text": hex64("text"), **changed})

    def complain(self, amount: int = 1_000, **changed: Any) -> str:
        body = {"about": "arrears", "amount": amount, "office": hex64("office"), "registrar": False}
        return self.act("complain", **{**body, "filed_on": TODAY, "proof": None, **changed})

    def stage(self, kind: str, on: str = TODAY, by: Member | None = None) -> str:
        body: dict[str, Any] = {"on": on, "proof": hex64("paper")}
        if kind == "pass-on":
            body["office"] = hex64("handling office")
        if kind == "answer-complaint":
            body["answer"] = hex64("result")
        return self.act(kind, by, **body)


@pytest.fixture
def matter() -> Matter:
    return Matter()


def test_a_complaint_runs_its_course(matter: Matter) -> None:
    assert matter.claim.remedy == "none"
    matter.demand(600)
    matter.demand(400, service={"on": "2026-11-20", "proof": hex64("post")})
    assert matter.claim.remedy == "demanded"
    entry = matter.complain()
    assert (matter.claim.remedy, matter.claim.heads["remedy"][1]) == ("complained", entry)
    states = []
    for place, kind in enumerate(STAGES):
        matter.world.now += DAY
        matter.stage(kind, f"2026-11-{23 + place}")
        states.append(matter.claim.remedy)
    assert states == ["accepted", "passed-on", "received", "answered"]
    matter.stage("mediate", "2026-11-26")
    assert matter.claim.remedy == "mediated"
    matter.act("close", outcome="agreed")
    remedies = matter.claim.remedies
    assert remedies is not None
    assert [(demand.on, demand.amount) for demand in remedies.demands] == [(TODAY, 600), ("2026-11-20", 400)]
    (complaint,) = remedies.complaints
    assert (complaint.accepted_on, complaint.passed_on, complaint.received_on, complaint.answered_on) == (
        "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26",
    )  # fmt: skip
    assert (remedies.state, remedies.closed_on, remedies.outcome) == ("closed", "2026-11-26", "agreed")
    assert matter.world.refold() == matter.world.state


def test_stages_that_nobody_told_are_skipped_but_none_goes_back(matter: Matter) -> None:
    for kind in STAGES:
        with refused("wrong-stage"):
            matter.stage(kind)
    matter.complain()
    matter.stage("receive-complaint")
    for kind in ("accept-complaint", "pass-on", "receive-complaint"):
        with refused("wrong-stage"):
            matter.stage(kind)
    matter.stage("mediate")
    matter.stage("answer-complaint")
    assert matter.claim.remedy == "answered"
    with refused("wrong-stage"):
        matter.stage("answer-complaint")


def test_days_go_forward_and_have_come(matter: Matter) -> None:
    with refused("bad-body"):
        matter.complain(filed_on="2026-11-23")
    matter.complain(filed_on="2026-11-20")
    for day in ("2026-11-19", "2026-11-23"):
        with refused("bad-body"):
            matter.stage("accept-complaint", day)
    matter.stage("accept-complaint", "2026-11-21")
    with refused("bad-body"):
        matter.stage("pass-on", "2026-11-20")
    with refused("bad-body"):
        matter.stage("mediate", "2026-11-23")
    with refused("bad-body"):
        matter.demand(service={"on": "2026-11-23", "proof": hex64("post")})


def test_one_complaint_at_a_time_and_a_demand_stops_none(matter: Matter) -> None:
    matter.complain()
    with refused("wrong-stage"):
        matter.complain()
    matter.demand()
    assert matter.claim.remedy == "complained"
    matter.act("close", outcome="refused")
    for kind in ("mediate", *STAGES):
        with refused("wrong-stage"):
            matter.stage(kind)
    with refused("wrong-stage"):
        matter.act("close", outcome="refused")
    matter.complain()
    assert matter.claim.remedies is not None
    assert (matter.claim.remedy, len(matter.claim.remedies.complaints)) == ("complained", 2)
    assert (matter.claim.remedies.closed_on, matter.claim.remedies.outcome) == (None, None)


def test_mediation_follows_a_demand(matter: Matter) -> None:
    with refused("wrong-stage"):
        matter.stage("mediate")
    matter.demand()
    matter.stage("mediate")
    with refused("wrong-stage"):
        matter.stage("mediate")
    matter.complain()  # what mediation did not bring
    assert matter.claim.remedy == "complained"


def test_what_is_asked_for_is_outstanding(matter: Matter) -> None:
    matter.receive(matter.claim, matter.pay(matter.claim, 400), 400)
    for act in (matter.demand, matter.complain):
        with refused("over-payment"):
            act(601)
        act(600)


def test_silence_is_that_of_who_was_asked(matter: Matter) -> None:
    with refused("wrong-stage"):
        matter.complain(about="silence")  # it answered all
    world, owner = matter.world, matter.yinhe.owner
    matter.claim = world.receivable(world.register(owner, matter.helan.party, 1_000))
    with refused("wrong-stage"):
        matter.complain(about="silence")  # it was not asked
    matter.claim = world.receivable(world.requested(owner, matter.helan.party, 1_000))
    matter.complain(about="silence")
    world.submit("confirm", matter.helan.maker, totals(matter.claim.id, 1_000))  # and goes on as before


def test_who_reports(matter: Matter) -> None:
    for member in (matter.helan.maker, matter.bank.financier, matter.world.registrar):
        with refused("not-yours"):
            matter.act("demand", member, amount=1, service=None, text=None)
    matter.complain()
    with refused("not-yours"):
        matter.stage("accept-complaint", by=matter.world.registrar)
    matter.act("close", outcome="withdrawn")
    matter.complain(registrar=True)
    matter.stage("accept-complaint", by=matter.world.registrar)
    matter.stage("pass-on", by=matter.world.registrar)
    with refused("not-yours"):
        matter.stage("receive-complaint", by=matter.world.registrar)
    matter.stage("receive-complaint")
    step = matter.claim.steps[-2]
    assert (step.type, step.person) == ("pass-on", matter.world.registrar.person)


def test_a_payer_not_enrolled_is_demanded_outside(matter: Matter) -> None:
    world = matter.world
    matter.claim = world.receivable(world.register(matter.yinhe.owner, None, 1_000, name=hex64("district")))
    with refused("no-service"):
        matter.demand()
    matter.demand(service={"on": TODAY, "proof": hex64("post")})


def test_a_withdrawn_claim_can_only_be_closed(matter: Matter) -> None:
    world = matter.world
    matter.claim = world.receivable(world.register(matter.yinhe.owner, matter.helan.party, 1_000))
    matter.demand()
    matter.act("withdraw")
    with refused("wrong-state"):
        matter.demand()
    with refused("wrong-state"):
        matter.complain()
    matter.act("close", outcome="withdrawn")
    assert matter.claim.remedy == "closed"


def test_the_new_holder_goes_on(matter: Matter) -> None:
    matter.demand()
    matter.assigned(matter.claim)
    with refused("not-yours"):
        matter.complain()
    body = {"about": "arrears", "amount": 1_000, "office": hex64("office"), "registrar": False}
    matter.act("complain", matter.bank.financier, **body, filed_on=TODAY, proof=None)
    assert matter.claim.remedy == "complained"


def test_remedies_read_payment_and_remedy(matter: Matter) -> None:
    body = {"receivable": matter.claim.id, "amount": 1, "service": None, "text": None}
    signed = matter.world.sign("demand", matter.yinhe.owner, body)
    matter.pay(matter.claim, 5)
    with refused("stale"):
        matter.world.accept(signed)
