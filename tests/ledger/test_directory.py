"""Enterprises, people and keys: who may sign for whom, since and until which entry."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest

from ledger.bodies import check, check_uscc
from ledger.directory import code_hash
from ledger.errors import Refusal, SignatureError
from tests.ledger.factories import (
    DAY,
    WEEK,
    Side,
    World,
    asking,
    enrolment,
    hex32,
    hex64,
    make_uscc,
    new_key,
    newcomer,
    totals,
)


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


def revoking(person: Any, **changed: Any) -> dict[str, Any]:
    return {"person": person.person, "key": person.key.id, "suspect_since": None, "reason": "left", **changed}


def limiting(person: Any | None, **changed: Any) -> dict[str, Any]:
    who = person.person if person is not None else None
    return {"person": who, "roles": None, "max_fen": None, "expires_at": None, "dual_above": None, **changed}


def test_an_invitation_hides_its_code() -> None:
    assert code_hash("7QX2") == sha256(b"tallystick/invite/7QX2").hexdigest()


@pytest.mark.parametrize("text", ["91640100000000001", "916401000000000010", "91640100000000001I", ""])
def test_a_code_without_its_check_digit_is_refused(text: str) -> None:
    with refused("bad-uscc"):
        check_uscc(text)


def test_a_code_is_written_in_its_normal_form() -> None:
    plain = make_uscc(1)
    check_uscc(plain)
    for other in (plain.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}), plain[:8] + " " + plain[8:]):
        with pytest.raises(Refusal, match=f"write {plain}"):
            check_uscc(other)


def test_an_enterprise_is_enrolled_once_under_its_code_by_the_registrar() -> None:
    world = World()
    party = world.enterprise(payer=True, size="large", dual_above=0)
    found = world.enterprise_of(party)
    assert (found.payer, found.dual_above, found.head) == (True, 0, world.state.last_hash)
    with refused("party-exists"):
        world.enterprise(uscc=found.uscc)
    with refused("party-exists"):
        world.enterprise(party=party)
    with refused("party-exists"):
        world.enterprise(party="0" * 32)
    owner = world.supplier().owner
    body = dict(world.entries[1].event.body)  # type: ignore[union-attr]
    with refused("wrong-role"):
        world.submit("enterprise", owner, body)


def test_the_first_administrator_comes_from_the_registrar_and_the_others_from_the_administrator() -> None:
    world = World()
    helan = world.payer()
    administrator, maker = (world.state.people[m.person] for m in (helan.administrator, helan.maker))
    assert (administrator.invited_by, maker.invited_by) == (world.registrar.person, administrator.person)
    assert maker.roles == ("maker",)
    assert world.state.keys[helan.maker.key.id] == maker.person
    with refused("not-enrolled"):
        world.invite(world.registrar, helan.party, "administrator")
    with refused("wrong-role"):
        world.invite(world.registrar, helan.party, "maker")
    with refused("wrong-role"):
        world.invite(helan.maker, helan.party, "maker")


def test_people_are_invited_by_their_own_side_with_roles_that_fit_it() -> None:
    world = World()
    helan, yinhe = world.payer(), world.supplier()
    bank = world.enterprise(financier=True, size="large")
    with refused("not-enrolled"):
        world.invite(yinhe.owner, helan.party, "maker")
    for by, party, role in (
        (yinhe.owner, yinhe.party, "maker"),
        (helan.administrator, helan.party, "owner"),
        (helan.administrator, helan.party, "financier"),
        (world.registrar, bank, "owner"),
    ):
        with refused("wrong-role"):
            world.invite(by, party, role)
    banker = world.member(world.registrar, bank, "administrator")
    assert world.state.people[world.member(banker, bank, "financier").person].roles == ("financier",)
    with refused("unknown-party"):
        world.submit("invite", world.registrar, world.invitation(hex32("nobody"), "owner", code="x"), ref=hex64("x"))


def test_nobody_is_invited_to_be_a_registrar() -> None:
    world = World()
    with refused("unknown-party"):
        world.submit("invite", world.registrar, world.invitation("0" * 32, "administrator", code="x"))


def test_a_gone_administrator_makes_way_for_a_new_first_one() -> None:
    world = World()
    helan = world.payer()
    world.submit("revoke", world.registrar, revoking(helan.administrator))
    again = world.member(world.registrar, helan.party, "administrator")
    assert world.state.people[again.person].revoked_seq is None


def test_an_invitation_is_used_once_by_whom_it_was_given_to_before_it_ends() -> None:
    world = World()
    helan = world.payer()
    code = world.invite(helan.administrator, helan.party, "maker")
    maker = newcomer(helan.party, "somebody")
    for party, roles in ((helan.party, ["checker"]), (world.supplier().party, ["maker"])):
        other = newcomer(party, "other")
        with refused("bad-invitation"):
            world.submit("enrol", other, enrolment(other, code, *roles))
    with refused("bad-invitation"):
        world.submit("enrol", maker, enrolment(maker, "guessed", "maker"), ref=hex64("x"))
    world.now += WEEK + 1
    with refused("bad-invitation"):
        world.submit("enrol", maker, enrolment(maker, code, "maker"))
    world.now -= 1
    world.enrol(helan.party, code, "maker")
    with refused("bad-invitation"):
        world.submit("enrol", maker, enrolment(maker, code, "maker"))


def test_an_invitation_falls_with_whoever_gave_it() -> None:
    world = World()
    helan = world.payer()
    second = world.member(helan.administrator, helan.party, "administrator")
    code = world.invite(second, helan.party, "checker")
    world.submit("revoke", helan.administrator, revoking(second, reason="compromised"))
    with refused("bad-invitation"):
        world.enrol(helan.party, code, "checker")


def test_of_two_first_invitations_one_is_used() -> None:
    world = World()
    party = world.enterprise()
    first, second = (world.invite(world.registrar, party, "owner") for _ in range(2))
    world.enrol(party, first, "owner")
    with refused("bad-invitation"):
        world.enrol(party, second, "owner")


def test_an_invitation_looks_ahead_and_has_a_new_code() -> None:
    world = World()
    yinhe = world.supplier()
    for changed in ({"open_until": world.now}, {"expires_at": world.now}):
        with refused("bad-invitation"):
            world.submit("invite", yinhe.owner, world.invitation(yinhe.party, "owner", code="new", **changed))
    body = world.invitation(yinhe.party, "owner", code="new")
    world.submit("invite", yinhe.owner, body)
    with refused("bad-invitation"):
        world.submit("invite", yinhe.owner, body)


def test_a_key_and_a_person_are_enrolled_once_for_ever() -> None:
    world = World()
    helan = world.payer()
    gone = helan.maker
    world.submit("revoke", helan.administrator, revoking(gone))
    code = world.invite(helan.administrator, helan.party, "maker")
    with refused("person-known"):
        fresh = type(gone)(gone.party, gone.person, new_key("fresh"))
        world.submit("enrol", fresh, enrolment(fresh, code, "maker"))
    with refused("key-known"):
        same_key = type(gone)(gone.party, hex32("another"), gone.key)
        world.submit("enrol", same_key, enrolment(same_key, code, "maker"))


def test_enrolling_proves_possession_of_a_key_that_proves_something() -> None:
    world = World()
    helan = world.payer()
    code = world.invite(helan.administrator, helan.party, "maker")
    maker = newcomer(helan.party, "maker")
    body = enrolment(maker, code, "maker")
    with refused("bad-possession"):
        world.submit("enrol", maker, body, signing_key=new_key("thief"))
    with refused("bad-possession"):
        world.submit("enrol", maker, body, key=new_key("thief").id)
    small_order = b64encode(b"\x01" + bytes(31)).decode()
    not_canonical = b64encode((2**255 - 18).to_bytes(32, "little")).decode()
    for key in (small_order, not_canonical):
        with refused("bad-key"):
            world.submit("enrol", maker, {**body, "public_key": key})
    assert maker.person not in world.state.people


def test_a_revoked_key_signs_no_more_and_what_it_signed_stays() -> None:
    world = World()
    yinhe, helan = world.supplier(), world.payer()
    claim = world.requested(yinhe.owner, helan.party, 1_000)
    world.submit("confirm", helan.maker, totals(claim, confirmed=400))
    signed = world.state.size - 1
    world.submit("revoke", helan.administrator, revoking(helan.maker, reason="compromised", suspect_since=signed))
    with refused("key-revoked"):
        world.submit("confirm", helan.maker, totals(claim, confirmed=500))
    receivable = world.receivable(claim)
    assert receivable.confirmed == 400
    assert [step.type for step in world.state.contested(receivable)] == ["confirm"]
    with refused("key-revoked"):
        world.submit("revoke", helan.administrator, revoking(helan.maker))


def test_a_revocation_names_the_person_with_the_key_and_a_sensible_entry() -> None:
    world = World()
    helan, yinhe = world.payer(), world.supplier()
    with refused("not-enrolled"):
        world.submit("revoke", yinhe.owner, revoking(helan.maker))
    with refused("not-enrolled"):
        world.submit("revoke", yinhe.owner, revoking(newcomer(yinhe.party, "nobody")))
    with refused("unknown-key"):
        world.submit("revoke", helan.administrator, revoking(helan.maker, key=helan.checker.key.id))
    with refused("wrong-role"):
        world.submit("revoke", helan.maker, revoking(helan.checker))
    for since in (0, world.state.size + 1):
        with refused("bad-body"):
            world.submit("revoke", helan.administrator, revoking(helan.maker, suspect_since=since))


def test_registrars_come_and_go_but_one_stays() -> None:
    world = World(registrars=2)
    first, second = world.registrars
    with refused("not-enrolled"):
        world.submit("revoke", world.supplier().owner, revoking(first))
    world.submit("revoke", first, revoking(second))
    with refused("wrong-state"):
        world.submit("revoke", first, revoking(first))
    assert world.state.registrar_head == world.state.last_hash


def test_limits_change_a_person_or_the_dual_control_of_all() -> None:
    world = World()
    helan = world.payer()
    world.submit("limits", helan.administrator, limiting(helan.maker, max_fen=500, expires_at=world.now + DAY))
    maker = world.state.people[helan.maker.person]
    assert (maker.max_fen, maker.expires_at, maker.roles) == (500, world.now + DAY, ("maker",))
    world.submit("limits", helan.administrator, limiting(helan.maker, roles=["maker", "checker"]))
    assert (maker.max_fen, maker.roles) == (None, ("maker", "checker"))
    world.submit("limits", helan.administrator, limiting(None, dual_above=0))
    assert world.enterprise_of(helan.party).dual_above == 0


def test_limits_say_what_they_change() -> None:
    world = World()
    helan, yinhe = world.payer(), world.supplier()
    world.submit("revoke", helan.administrator, revoking(helan.checker))
    for code, by, body in (
        ("nothing-changes", helan.administrator, limiting(None)),
        ("nothing-changes", helan.administrator, limiting(helan.maker)),
        ("bad-body", helan.administrator, limiting(None, max_fen=5)),
        ("bad-body", helan.administrator, limiting(helan.maker, dual_above=5)),
        ("wrong-role", helan.administrator, limiting(helan.maker, roles=["owner"])),
        ("wrong-role", helan.maker, limiting(helan.maker, max_fen=5)),
        ("not-enrolled", helan.administrator, limiting(yinhe.owner, max_fen=5)),
        ("key-revoked", helan.administrator, limiting(helan.checker, max_fen=5)),
    ):
        with refused(code):
            world.submit("limits", by, body)
    with refused("wrong-role"):
        world.submit("limits", world.registrar, limiting(helan.maker, max_fen=5))


def test_an_enrolment_ends() -> None:
    world = World()
    helan, yinhe = world.payer(), world.supplier()
    maker = world.member(helan.administrator, helan.party, "maker", expires_at=world.now + DAY)
    claim = world.requested(yinhe.owner, helan.party, 1_000)
    world.now += DAY
    with pytest.raises(Refusal, match=r"^refused \(enrolment-expired\)") as caught:
        world.submit("acknowledge", maker, {"receivable": claim})
    assert caught.value.fields == {"expires_at": world.now}


def test_a_stale_directory_is_looked_at_again() -> None:
    world = World()
    helan = world.payer()
    old = world.sign("limits", helan.administrator, limiting(None, dual_above=0))
    world.submit("limits", helan.administrator, limiting(helan.maker, max_fen=5))
    with refused("stale"):
        world.accept(old)


def test_two_registrars_enrol_the_first_administrator_of_a_payer() -> None:
    world = World(registrars=3, threshold=2)
    first, second, third = world.registrars
    party = world.enterprise(payer=True, size="large")
    body = world.invitation(party, "administrator", code="secret")
    with refused("dual-control"):
        world.submit("invite", first, body)
    proposal = world.propose("invite", first, body)
    assert code_hash("secret") not in world.state.invitations
    with refused("same-person"):
        world.endorse(first, proposal)
    world.endorse(second, proposal)
    assert world.state.invitations[code_hash("secret")].hash == world.state.last_hash
    with refused("already-endorsed"):
        world.endorse(third, proposal)
    administrator = world.enrol(party, "secret", "administrator")
    assert world.state.people[administrator.person].invited_by == first.person
    # Neither its own people nor those of a supplier need two.
    world.member(administrator, party, "maker")
    world.supplier()


def test_three_registrars_endorse_one_after_the_other() -> None:
    world = World(registrars=3, threshold=3)
    first, second, third = world.registrars
    party = world.enterprise(payer=True, size="large")
    proposal = world.propose("invite", first, world.invitation(party, "administrator", code="secret"))
    world.endorse(second, proposal)
    assert world.state.proposals[proposal].state == "waiting"
    with refused("already-endorsed"):
        world.endorse(second, proposal)
    world.endorse(third, proposal)
    assert world.state.proposals[proposal].state == "effective"


def test_somebody_elses_key_and_a_broken_signature_are_refused() -> None:
    world = World()
    yinhe, helan = world.supplier(), world.payer()
    body = world.claim(helan.party, 1_000)
    with refused("unknown-key"):
        world.submit("register", newcomer(yinhe.party, "nobody"), body)
    with refused("not-enrolled"):
        world.submit("register", yinhe.owner, body, person=helan.maker.person)
    with refused("not-enrolled"):
        world.submit("register", yinhe.owner, body, party=helan.party)
    with pytest.raises(SignatureError):
        world.submit("register", yinhe.owner, body, signing_key=helan.maker.key)


def test_what_a_body_lacks_or_has_too_much_is_named() -> None:
    world = World()
    good = world.claim(hex32("payer"), 1_000)
    check("register", good)
    for path, value in (
        ("body.amount", {**good, "amount": True}),
        ("body.currency", {**good, "currency": "USD"}),
        ("body.fingerprint", {**good, "fingerprint": "AB"}),
        ("body", {**good, "extra": 1}),
        ("body", {key: good[key] for key in good if key != "terms"}),
        ("body.payer", {**good, "payer": []}),
        ("body.payer.party", {**good, "payer": {**good["payer"], "party": "x"}}),
        ("body.payer.uscc", {**good, "payer": {**good["payer"], "uscc": ""}}),
        ("body.terms.contract_on", {**good, "terms": {**good["terms"], "contract_on": "2026-02-30"}}),
        ("body.terms.contract_on", {**good, "terms": {**good["terms"], "contract_on": "20260203"}}),
        ("body.terms.contract_on", {**good, "terms": {**good["terms"], "contract_on": "9999-01-01"}}),
        ("body.terms.term_days", {**good, "terms": {**good["terms"], "term_days": 3651}}),
        ("body.terms.acceptance.agreed", {**good, "terms": {**good["terms"], "acceptance": acceptance_of(good, 1)}}),
    ):
        with pytest.raises(Refusal) as caught:
            check("register", value)
        assert (caught.value.code, caught.value.fields["path"]) == ("bad-body", path)
    for roles in ([], ["owner", "owner"], ["king"], "owner", [["owner"]]):
        with refused("bad-body"):
            check("invite", {**world.invitation(hex32("p"), "owner", code="c"), "roles": roles})
    with refused("bad-body"):
        check("propose", {"type": "confirm", "body": None})


def acceptance_of(body: dict[str, Any], agreed: Any) -> dict[str, Any]:
    return {**body["terms"]["acceptance"], "agreed": agreed}


def test_people_of_a_side_are_found() -> None:
    world = World(registrars=2)
    helan: Side = world.payer()
    assert {p.person for p in world.state.people_of(helan.party)} == {m.person for m in helan.people.values()}
    assert len(world.state.people_of("0" * 32)) == 2
    assert world.state.people_of(hex32("nobody")) == []
    assert world.state.directory_head(hex32("nobody")) is None
    assert asking("x")["purpose"] == "financing"
