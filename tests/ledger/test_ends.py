"""Deputies for a time and leavers: what they may do ends by the clock ``at`` of the entry, to the millisecond, whatever
they signed before and whenever they say they signed it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledger import proposals, verify
from ledger.errors import ClockError, Refusal
from tests.ledger.factories import Member, World, enrolment, newcomer, totals
from tests.ledger.house import House
from tests.ledger.test_rekey import proving, replaced

DAY = 24 * 3600 * 1000
SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def midnight(day: str) -> int:
    """The end of a last day: the first instant of the day after it in Shanghai."""
    begins = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), SHANGHAI)
    return int((begins + dt.timedelta(days=1)).timestamp() * 1000)


def limiting(who: Member, ends: int | None) -> dict[str, Any]:
    return {"person": who.person, "roles": None, "max_fen": None, "expires_at": ends, "dual_above": None}


def revoking(who: Member) -> dict[str, Any]:
    return {"person": who.person, "key": who.key.id, "suspect_since": None, "reason": "left"}


class Office:
    """A payer under dual control whose deputies end at midnight after 30 November 2026, a supplier, a claim."""

    def __init__(self) -> None:
        self.world = World()
        self.helan, self.yinhe = self.world.payer(dual_above=0), self.world.supplier()
        self.ends = midnight("2026-11-30")
        by, party = self.helan.administrator, self.helan.party
        self.maker, self.checker, self.administrator = (
            self.world.member(by, party, role, expires_at=self.ends) for role in ("maker", "checker", "administrator")
        )
        self.claim = self.world.requested(self.yinhe.owner, party, 1_000)

    def proposed(self, by: Member) -> str:
        return self.world.propose("confirm", by, totals(self.claim, confirmed=1_000))


@pytest.fixture
def office() -> Office:
    return Office()


def acknowledges(office: Office) -> None:
    office.world.submit("acknowledge", office.maker, {"receivable": office.claim})


def proposes(office: Office) -> None:
    office.proposed(office.maker)


def endorses(office: Office) -> None:
    office.world.endorse(office.checker, office.proposed(office.helan.maker))


def returns(office: Office) -> None:
    office.world.submit("return", office.checker, {"note": None}, proposal=office.proposed(office.helan.maker))


def invites(office: Office) -> None:
    office.world.invite(office.administrator, office.helan.party, "maker")


def revokes(office: Office) -> None:
    office.world.submit("revoke", office.administrator, revoking(office.helan.maker))


def limits(office: Office) -> None:
    office.world.submit("limits", office.administrator, limiting(office.helan.maker, office.ends + DAY))


def replaces(office: Office) -> None:
    replaced(office.world, office.maker)


ACTS = (acknowledges, proposes, endorses, returns, invites, revokes, limits, replaces)


@pytest.mark.parametrize("act", ACTS)
def test_every_act_of_a_deputy_ends_with_the_last_millisecond(office: Office, act: Callable[[Office], None]) -> None:
    office.world.now = office.ends - 1
    act(office)
    again = Office()
    again.world.now = again.ends
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        act(again)


@pytest.mark.parametrize("said", [-DAY, 0, DAY], ids=["before", "now", "after"])
def test_what_was_signed_in_time_and_comes_too_late_is_refused(office: Office, said: int) -> None:
    """Neither the time of signing counts nor what the signer says it was."""
    office.world.now = office.ends - 1
    signed = office.world.sign("acknowledge", office.maker, {"receivable": office.claim}, signed_at=office.ends + said)
    office.world.now = office.ends
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        office.world.accept(signed)


def test_a_proposal_falls_when_its_makers_time_ends(office: Office) -> None:
    office.world.now = office.ends - 2
    proposal = office.proposed(office.maker)
    found = office.world.state.proposals[proposal]
    assert proposals.standing(office.world.state, found, office.ends - 1) == "waiting"
    assert proposals.void_because(office.world.state, found, office.ends) == "maker"
    office.world.now = office.ends
    with pytest.raises(Refusal) as caught:
        office.world.endorse(office.helan.checker, proposal)
    assert (caught.value.code, caught.value.fields["why"]) == ("proposal-void", "maker")
    assert office.world.receivable(office.claim).confirmed == 0


def test_what_a_deputy_approved_in_time_stands(office: Office) -> None:
    office.world.now = office.ends - 1
    endorses(office)
    office.world.now = office.ends + DAY
    assert office.world.receivable(office.claim).confirmed == 1_000
    assert office.world.refold() == office.world.state


def test_an_invitation_ends_with_whoever_gave_it(office: Office) -> None:
    code = office.world.invite(office.administrator, office.helan.party, "maker")
    office.world.now = office.ends
    with pytest.raises(Refusal, match=r"^refused \(bad-invitation\)"):
        office.world.enrol(office.helan.party, code, "maker")


def test_nobody_prolongs_their_own_time_and_a_colleague_may(office: Office) -> None:
    with pytest.raises(Refusal, match=r"^refused \(wrong-role\)"):
        office.world.submit("limits", office.administrator, limiting(office.administrator, office.ends + 1))
    office.world.now = office.ends
    office.world.submit("limits", office.helan.administrator, limiting(office.maker, office.ends + DAY))
    acknowledges(office)
    office.world.now = office.ends + DAY
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        proposes(office)


def test_a_new_key_brings_no_time(office: Office) -> None:
    office.world.now = office.ends - 1
    maker = replaced(office.world, office.maker)
    office.world.now = office.ends
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        office.world.submit("acknowledge", maker, {"receivable": office.claim})


# Leavers.


def test_a_leaver_with_a_last_day_ends_like_a_deputy(office: Office) -> None:
    office.world.submit("limits", office.helan.administrator, limiting(office.helan.maker, office.ends))
    office.world.now = office.ends - 1
    office.world.submit("acknowledge", office.helan.maker, {"receivable": office.claim})
    office.world.now = office.ends
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        office.proposed(office.helan.maker)


def test_a_revoked_leaver_ends_with_the_entry_whatever_the_clock_says(office: Office) -> None:
    """In the very millisecond of the revocation too; what was signed before it and comes after it is refused."""
    world, maker = office.world, office.helan.maker
    signed = world.sign("acknowledge", maker, {"receivable": office.claim})
    taken = world.sign("acknowledge", maker, {"receivable": world.requested(office.yinhe.owner, office.helan.party, 5)})
    world.accept(signed)
    code = world.invite(office.administrator, office.helan.party, "checker")
    world.submit("revoke", office.helan.administrator, revoking(maker))
    world.submit("revoke", office.helan.administrator, revoking(office.administrator))
    with pytest.raises(Refusal, match=r"^refused \(key-revoked\)"):
        world.accept(taken)
    with pytest.raises(Refusal, match=r"^refused \(key-revoked\)"):
        world.submit("rekey", maker, proving(world, maker, newcomer(maker.party, "anew").key))
    with pytest.raises(Refusal, match=r"^refused \(bad-invitation\)"):
        world.enrol(office.helan.party, code, "checker")
    assert world.receivable(office.claim).confirmation == "acknowledged"


# On the disk, by the ledger's own clock.


def test_a_clock_set_back_revives_nobody_and_an_audit_decides_the_same(tmp_path: Path) -> None:
    house = House(tmp_path)
    yinhe, helan = house.supplier(), house.payer()
    ends = house.now + DAY
    maker = house.member(helan.administrator, helan.party, "maker", expires_at=ends)
    claim = house.requested(yinhe.owner, helan.party, 1_000)
    house.now = ends - 1
    house.submit("acknowledge", maker, {"receivable": claim})
    early = house.sign("query", maker, {"receivable": claim, "question": "0" * 64})
    house.now = ends
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        house.accept(early)
    other = house.requested(yinhe.owner, helan.party, 2_000)  # recorded after the end
    house.clock.jump(-2 * 3600 * 1000)
    with pytest.raises(ClockError):
        house.submit("acknowledge", maker, {"receivable": other})
    house.clock.jump(2 * 3600 * 1000)
    house.reopen()
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        house.submit("acknowledge", maker, {"receivable": other})
    assert verify.audit(house.data, processes=0).entries == house.state.size
    house.ledger.close()


def test_an_invitation_that_outlasts_the_enrolment_gives_nobody_a_day(office: Office) -> None:
    """The rules take the enrolment, and nothing that it signs."""
    world = office.world
    code = world.invite(office.helan.administrator, office.helan.party, "maker", expires_at=world.now + 10)
    world.now += 10
    late = newcomer(office.helan.party, code)
    world.submit("enrol", late, enrolment(late, code, "maker"))
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)"):
        world.submit("acknowledge", late, {"receivable": office.claim})
