"""People who want more than they may: alone for two, chosen friends, old invitations, proposals of odd things."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ledger import canonical, rules
from ledger.bodies import check, check_uscc
from ledger.errors import Refusal
from ledger.parse import event_value
from ledger.types import EVENT_TYPES, MAX_FEN, SignedEvent
from tests.ledger.factories import (
    DAY,
    WEEK,
    Member,
    Side,
    World,
    asking,
    enrolment,
    hex64,
    make_uscc,
    newcomer,
    paying,
    totals,
)


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


class Office:
    """A payer that wants two people for everything, and a claim on it of 1,000 fen."""

    def __init__(self, *, registrars: int = 1, threshold: int = 1) -> None:
        self.world = World(registrars=registrars, threshold=threshold)
        self.yinhe: Side = self.world.supplier()
        self.helan: Side = self.world.payer(dual_above=0)
        self.claim = self.world.requested(self.yinhe.owner, self.helan.party, 1_000)

    def limit(self, by: Member, member: Member | None, **changed: Any) -> None:
        body = {"roles": None, "max_fen": None, "expires_at": None, "dual_above": None, **changed}
        self.world.submit("limits", by, {"person": member and member.person, **body})

    def revoke(self, by: Member, member: Member) -> None:
        body = {"person": member.person, "key": member.key.id, "suspect_since": None, "reason": "left"}
        self.world.submit("revoke", by, body)

    def invited(self, by: Member, *roles: str, **changed: Any) -> Member:
        return self.world.member(by, self.helan.party, *roles, **changed)


@pytest.fixture
def office() -> Office:
    return Office()


# One person who wants to be two.


@pytest.mark.parametrize("roles", [["administrator", "maker"], ["administrator", "checker"], ["maker"]])
def test_an_administrator_gives_nobody_roles_who_signs_it_themselves(office: Office, roles: list[str]) -> None:
    with refused("wrong-role"):
        office.limit(office.helan.administrator, office.helan.administrator, roles=roles)
    second = office.invited(office.helan.administrator, "administrator")
    office.limit(second, office.helan.administrator, roles=roles)  # another one may


def test_nobody_raises_their_own_largest_amount_or_end(office: Office) -> None:
    world, end = office.world, office.world.now + WEEK
    owner = world.member(office.yinhe.owner, office.yinhe.party, "owner", max_fen=500, expires_at=end)
    for wider in ({"max_fen": 501, "expires_at": end}, {"expires_at": end}, {"max_fen": 500, "expires_at": end + 1}):
        with refused("wrong-role"):
            office.limit(owner, owner, **wider)
    office.limit(owner, owner, max_fen=499, expires_at=end - 1)
    with refused("over-limit"):
        world.register(owner, office.helan.party, 500)
    office.limit(office.yinhe.owner, owner)


def test_an_administrator_who_is_a_maker_does_not_switch_the_second_pair_of_eyes_off(office: Office) -> None:
    both = office.invited(office.helan.administrator, "administrator", "maker")
    for above in (None, 1, MAX_FEN):
        with refused("wrong-role"):
            office.limit(both, None, dual_above=above)
    office.limit(both, both, roles=["administrator"])  # to lay the role down first does not help:
    office.limit(both, None, dual_above=None)
    with refused("wrong-role"):
        office.limit(both, both, roles=["administrator", "maker"])
    with refused("wrong-role"):
        office.world.submit("confirm", both, totals(office.claim, 1_000))


def test_a_maker_may_tighten_the_control_over_makers(office: Office) -> None:
    both = office.invited(office.helan.administrator, "administrator", "maker")
    office.limit(office.helan.administrator, None, dual_above=500)
    office.limit(both, None, dual_above=499)
    office.limit(office.helan.administrator, None, dual_above=None)
    office.limit(both, None, dual_above=0)


# Chosen friends.


def test_a_maker_does_not_make_somebody_the_checker(office: Office) -> None:
    """Invited by another, but made a checker by the maker."""
    both = office.invited(office.helan.administrator, "administrator", "maker")
    clerk = office.invited(office.helan.administrator, "maker")
    office.limit(both, clerk, roles=["checker"])
    proposal = office.world.propose("confirm", both, totals(office.claim, 1_000))
    with refused("invited-by-maker"):
        office.world.endorse(clerk, proposal)
    office.world.endorse(office.helan.checker, proposal)


def test_a_maker_does_not_choose_who_chooses_the_checker(office: Office) -> None:
    both = office.invited(office.helan.administrator, "administrator", "maker")
    friend = office.invited(both, "administrator")
    checkers = [office.invited(friend, "checker"), office.invited(office.helan.administrator, "maker")]
    office.limit(friend, checkers[1], roles=["checker"])
    proposal = office.world.propose("confirm", both, totals(office.claim, 1_000))
    for checker in checkers:
        with refused("invited-by-maker"):
            office.world.endorse(checker, proposal)


def test_two_who_gave_each_other_roles_are_no_endless_chain(office: Office) -> None:
    first = office.invited(office.helan.administrator, "administrator")
    second = office.invited(office.helan.administrator, "administrator")
    office.limit(first, second, roles=["administrator", "checker"])
    office.limit(second, first, roles=["administrator", "checker"])
    office.world.endorse(first, office.world.propose("confirm", office.helan.maker, totals(office.claim, 1_000)))


def test_one_administrator_inviting_both_is_normal(office: Office) -> None:
    proposal = office.world.propose("confirm", office.helan.maker, totals(office.claim, 1_000))
    office.world.endorse(office.helan.checker, proposal)
    assert office.world.receivable(office.claim).confirmed == 1_000


# Endorsements and proposals of odd things.


def test_what_a_revoked_registrar_endorsed_before_the_last_does_not_count() -> None:
    world = World(registrars=4, threshold=3)
    first, second, third, fourth = world.registrars
    party = world.enterprise(payer=True, size="large")
    proposal = world.propose("invite", first, world.invitation(party, "administrator", code="secret"))
    world.endorse(second, proposal)
    body = {"person": second.person, "key": second.key.id, "suspect_since": None, "reason": "compromised"}
    world.submit("revoke", fourth, body)
    with pytest.raises(Refusal) as caught:
        world.endorse(third, proposal)
    assert (caught.value.code, caught.value.fields["why"]) == ("proposal-void", "endorser")


def test_a_registrar_alone_is_one_of_the_two_that_a_payer_needs() -> None:
    world = World(registrars=2, threshold=2)
    alone, other = world.registrars
    helan = world.payer()
    world.submit(
        "revoke",
        alone,
        {"person": helan.administrator.person, "key": helan.administrator.key.id, "suspect_since": None,
         "reason": "compromised"},
    )  # fmt: skip
    body = world.invitation(helan.party, "administrator", code="mine")
    with refused("dual-control"):
        world.submit("invite", alone, body)
    proposal = world.propose("invite", alone, body)
    with refused("same-person"):
        world.endorse(alone, proposal)
    for role in ("maker", "checker"):
        with refused("wrong-role"):
            world.propose("invite", alone, world.invitation(helan.party, role, code=role))
    world.submit(
        "revoke", alone, {"person": other.person, "key": other.key.id, "suspect_since": None, "reason": "left"}
    )
    with refused("same-person"):  # being the last one left does not make one enough
        world.endorse(alone, proposal)
    with refused("bad-invitation"):
        world.enrol(helan.party, "mine", "administrator")


@pytest.mark.parametrize("kind", [kind for kind in EVENT_TYPES if kind not in ("confirm", "dispute", "reject", "pay")])
def test_a_proposal_of_anything_else_is_refused_before_and_after_signing(office: Office, kind: str) -> None:
    """Who prepares asks for the reference first: there is none to a proposal of a proposal."""
    bodies: dict[str, Any] = {
        "propose": {"type": "confirm", "body": totals(office.claim, 1)},
        "endorse": {},
        "return": {"note": None},
    }
    wrapped = {"type": kind, "body": bodies.get(kind, {"receivable": office.claim})}
    with pytest.raises(Refusal) as caught:
        office.world.submit("propose", office.helan.maker, wrapped, ref=hex64("r"))
    assert caught.value.code in ("not-dual", "bad-body")
    if kind in rules.WRAPPING:
        with refused("not-dual"):
            rules.ref_for(office.world.state, "propose", office.helan.party, wrapped)


def test_somebody_elses_proposal_is_not_endorsed_from_outside(office: Office) -> None:
    world = office.world
    other = world.payer(dual_above=0)
    proposal = world.propose("confirm", office.helan.maker, totals(office.claim, 1_000))
    for member in (other.checker, office.yinhe.owner, world.registrar):
        for kind, body in (("endorse", {}), ("return", {"note": None})):
            with refused("not-yours"):
                world.submit(kind, member, body, proposal=proposal)
    # Nor by the checker under the maker's name, nor by the maker under the checker's.
    for changed in ({"person": office.helan.maker.person}, {"party": other.party}, {"key": office.helan.maker.key.id}):
        with refused("not-enrolled"):
            world.submit("endorse", office.helan.checker, {}, proposal=proposal, **changed)


def test_an_endorsement_holds_for_one_proposal_in_one_ledger(office: Office) -> None:
    world, twin = office.world, Office()
    proposal = world.propose("confirm", office.helan.maker, totals(office.claim, 1_000))
    signed = world.sign("endorse", office.helan.checker, {}, proposal=proposal)
    world.accept(signed)
    with refused("request-reused"):
        world.accept(signed)
    again = world.propose("pay", office.helan.maker, paying(office.claim, office.yinhe.party, 1_000))
    with refused("already-endorsed"):
        world.accept(replace(world.sign("endorse", office.helan.checker, {}, proposal=proposal)))
    assert world.state.proposals[again].state == "waiting"
    assert twin.world.state.ledger == world.state.ledger  # the same names give the same genesis
    third = World(start="2026-11-23 10:00")
    with refused("unknown-ledger"):
        third.accept(signed)


def test_dual_control_raised_or_lifted_while_a_proposal_waits_changes_nothing_for_it(office: Office) -> None:
    for above in (5_000, None, 0):
        proposal = office.world.propose("confirm", office.helan.maker, totals(office.claim, 1_000))
        office.limit(office.helan.administrator, None, dual_above=above)
        if above == 0:
            office.world.endorse(office.helan.checker, proposal)
        else:
            office.world.submit("return", office.helan.maker, {"note": None}, proposal=proposal)
            office.limit(office.helan.administrator, None, dual_above=1)
    assert office.world.receivable(office.claim).confirmed == 1_000


# Invitations.


def demoted(office: Office, second: Member) -> None:
    office.limit(office.helan.administrator, second, roles=["checker"])


def ended(office: Office, second: Member) -> None:
    office.limit(office.helan.administrator, second, expires_at=office.world.now)


def gone(office: Office, second: Member) -> None:
    office.revoke(office.helan.administrator, second)


@pytest.mark.parametrize("falls", [demoted, ended, gone])
def test_an_invitation_falls_with_the_power_to_invite(office: Office, falls: Callable[[Office, Member], None]) -> None:
    world = office.world
    second = office.invited(office.helan.administrator, "administrator")
    code = world.invite(second, office.helan.party, "maker", open_until=world.now + 1_000 * DAY)
    falls(office, second)
    with refused("bad-invitation"):
        world.enrol(office.helan.party, code, "maker")


def test_of_two_who_come_with_one_code_the_first_is_enrolled(office: Office) -> None:
    world, code = office.world, office.world.invite(office.helan.administrator, office.helan.party, "checker")
    signed = []
    for name in ("one", "other"):
        member = newcomer(office.helan.party, name)
        signed.append(world.sign("enrol", member, enrolment(member, code, "checker")))
    world.accept(signed[1])
    before = copy.deepcopy(world.state)
    with refused("bad-invitation"):
        world.accept(signed[0])
    assert world.state == before


@pytest.mark.parametrize("roles", [["maker", "checker"], ["administrator"], []])
def test_who_comes_with_a_code_gets_the_roles_of_the_invitation(office: Office, roles: list[str]) -> None:
    code = office.world.invite(office.helan.administrator, office.helan.party, "maker")
    member = newcomer(office.helan.party, "greedy")
    with pytest.raises(Refusal):
        office.world.submit("enrol", member, enrolment(member, code, *roles))


# What leaned on a stolen key.


def test_what_people_of_a_stolen_administrators_key_sign_is_contested(office: Office) -> None:
    world, administrator = office.world, office.helan.administrator
    early = world.invite(administrator, office.helan.party, "maker")
    stolen = world.state.size
    friend = office.invited(administrator, "administrator")
    maker, checker = office.invited(friend, "maker"), office.invited(friend, "checker")
    honest = world.enrol(office.helan.party, early, "maker")  # invited before the theft
    clerk = office.invited(office.helan.administrator, "maker")
    claims = [world.requested(office.yinhe.owner, office.helan.party, 1_000) for _ in range(3)]
    world.endorse(office.helan.checker, world.propose("confirm", maker, totals(claims[0], 1_000)))
    world.endorse(checker, world.propose("confirm", honest, totals(claims[1], 1_000)))
    world.endorse(office.helan.checker, world.propose("confirm", honest, totals(claims[2], 1_000)))
    assert not any(world.state.contested(world.receivable(claim)) for claim in claims)
    body = {"person": administrator.person, "key": administrator.key.id, "suspect_since": stolen, "reason": "lost"}
    world.submit("revoke", world.registrar, body)
    read = [[step.type for step in world.state.contested(world.receivable(claim))] for claim in claims]
    assert read == [["confirm"], ["confirm"], []]
    assert world.state.people[clerk.person].invited_seq > stolen
    assert world.refold() == world.state


def test_who_got_their_role_from_a_stolen_key_is_contested_from_then_on(office: Office) -> None:
    world = office.world
    second = office.invited(office.helan.administrator, "administrator")
    clerk = office.invited(office.helan.administrator, "maker")
    before, after = (world.requested(office.yinhe.owner, office.helan.party, 1_000) for _ in range(2))
    world.submit("acknowledge", clerk, {"receivable": before})
    stolen = world.state.size
    office.limit(second, clerk, roles=["checker"])
    world.endorse(clerk, world.propose("confirm", office.helan.maker, totals(after, 1_000)))
    body = {"person": second.person, "key": second.key.id, "suspect_since": stolen, "reason": "compromised"}
    world.submit("revoke", office.helan.administrator, body)
    read = [[step.type for step in world.state.contested(world.receivable(claim))] for claim in (before, after)]
    assert read == [[], ["confirm"]]


# Types of tomorrow.


def test_an_unknown_type_makes_every_receivable_unknown_that_it_names(office: Office) -> None:
    world = office.world
    claims = [world.requested(office.yinhe.owner, office.helan.party, 1_000) for _ in range(3)]
    body: dict[str, Any] = {"receivable": None, "parts": [{"of": claims[0], "fen": 1}, {"of": claims[1], "fen": 2}]}
    signed = world.sign("acknowledge", office.helan.maker, {"receivable": office.claim})
    event = replace(signed.event, type="bundle", body=body)
    payload = canonical.dumps(event_value(event))
    world.append(SignedEvent(event, payload, office.helan.maker.key.sign(payload)))
    states = [world.receivable(claim).confirmation for claim in claims]
    assert states == ["unknown", "unknown", "requested"]
    assert world.refold() == world.state


# Shapes and names.


@pytest.mark.parametrize("value", [True, False, 1.0, "1", None, [1], {"fen": 1}, -0.0, 2**53, MAX_FEN + 1, -1, ""])
def test_an_amount_is_an_integer_and_nothing_like_one(office: Office, value: Any) -> None:
    body = office.world.claim(office.helan.party, 1)
    for kind, wrong in (
        ("register", {**body, "amount": value}),
        ("pay", {**paying(office.claim, office.yinhe.party, 1), "amount": value}),
        ("confirm", {**totals(office.claim), "confirmed": value}),
        ("confirm", {**totals(office.claim), "rejected": value}),
    ):
        with pytest.raises(Refusal) as caught:
            check(kind, wrong)
        assert caught.value.code in ("bad-body", "amount-out-of-range")


@pytest.mark.parametrize(
    "change", ["lower", "full-width", "arabic", "cyrillic", "zero-width", "space", "tail", "wrong"]
)
def test_a_code_has_one_spelling(change: str) -> None:
    plain = next(code for n in range(1, 400) if (code := make_uscc(n)).endswith("X"))
    check_uscc(plain)
    other = {
        "lower": plain.lower(),
        "full-width": "".join(chr(ord(c) + 0xFEE0) for c in plain),
        "arabic": plain.translate({ord("0") + n: 0x0660 + n for n in range(10)}),
        "cyrillic": plain.replace("X", "Х"),
        "zero-width": plain[:9] + "\u200b" + plain[9:],
        "space": plain[:8] + " " + plain[8:],
        "tail": plain + "\n",
        "wrong": plain[:17] + "Y",
    }[change]
    with refused("bad-uscc"):
        check_uscc(other)


def test_a_number_is_short(office: Office) -> None:
    state = office.world.state
    assert state.numbered("r-0001") is not None
    for label in ("R-", "R-0", "R-2", "R--1", "R-" + "9" * 10_000, "R-1.0", "R-1 "):
        assert state.numbered(label) is None


def test_limits_of_one_change_nothing_for_another(office: Office) -> None:
    other = office.world.payer()
    with refused("not-enrolled"):
        office.limit(office.helan.administrator, other.maker, max_fen=1)
    before = copy.deepcopy(office.world.state)
    with refused("not-enrolled"):
        office.revoke(office.helan.administrator, other.checker)
    assert office.world.state == before
    signed = office.world.sign("acknowledge", office.helan.maker, {"receivable": office.claim})
    office.world.accept(signed)
    office.world.submit(
        "request", office.yinhe.owner, asking(office.world.register(office.yinhe.owner, other.party, 1))
    )
    assert office.world.refold() == office.world.state
