"""A new key in the place of an old one: by whose signatures, since which entry, and what stays valid."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ledger import receipts, rekey, verify
from ledger.custody import Custody
from ledger.errors import MalformedError, PinClosed, Refusal, WrongPin
from ledger.signing import PrivateKey
from tests.ledger.factories import Member, Side, World, asking, new_key, totals
from tests.ledger.house import House, TestClock


def proving(world: World, member: Member, new: PrivateKey, **changed: Any) -> dict[str, Any]:
    """The body of a ``rekey``; ``changed`` are fields of what the new key's proof covers."""
    stated = {
        "ledger": world.state.ledger, "party": member.party, "person": member.person, "key": member.key.id,
        "public_key": new.public.base64, "custody": "own", **changed,
    }  # fmt: skip
    proof = b64encode(new.sign_raw(rekey.message(**stated))).decode()
    return {"public_key": new.public.base64, "custody": "own", "proof": proof}


def replaced(world: World, member: Member, name: str = "new") -> Member:
    """The member with another key."""
    new = new_key(name)
    world.submit("rekey", member, proving(world, member, new))
    return replace(member, key=new)


@pytest.fixture
def scene() -> tuple[World, Side, Side, str]:
    world = World()
    supplier, payer = world.supplier(), world.payer()
    return world, supplier, payer, world.requested(supplier.owner, payer.party, 1_000)


def refused(code: str) -> Any:
    return pytest.raises(Refusal, match=rf"^refused \({code}\)")


def test_the_new_key_signs_from_its_entry_on_and_the_old_one_no_more(scene: tuple[World, Side, Side, str]) -> None:
    world, _, payer, claim = scene
    world.submit("acknowledge", payer.maker, {"receivable": claim})
    maker = replaced(world, payer.maker)
    with refused("key-replaced"):
        world.submit("confirm", payer.maker, totals(claim, confirmed=1_000))
    world.submit("confirm", maker, totals(claim, confirmed=1_000))
    person = world.state.people[maker.person]
    assert (person.key, person.custody, person.roles) == (maker.key.id, "own", ("maker",))
    assert [each.key for each in person.former] == [payer.maker.key.id]
    assert world.refold() == world.state


def test_what_the_old_key_submitted_gives_its_entry_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    signed = house.sign("register", supplier.owner, house.claim(payer.party, 500))
    entry = house.accept(signed)
    owner = replaced(house, supplier.owner)
    assert house.accept(signed) == entry
    assert house.register(owner, payer.party, 600)
    house.ledger.close()


def test_a_proof_is_for_one_key_one_person_one_ledger(scene: tuple[World, Side, Side, str]) -> None:
    world, supplier, payer, _ = scene
    new = new_key("new")
    for changed in (
        {"ledger": "0" * 64}, {"person": payer.checker.person}, {"key": payer.checker.key.id}, {"custody": "held"},
    ):  # fmt: skip
        with refused("bad-possession"):
            world.submit("rekey", payer.maker, proving(world, payer.maker, new, **changed))
    with refused("key-known"):
        world.submit("rekey", payer.maker, proving(world, payer.maker, supplier.owner.key))
    replaced(world, payer.maker, "first")
    with refused("key-known"):  # nor does anybody take up a key that was replaced
        world.submit("rekey", payer.checker, proving(world, payer.checker, payer.maker.key))


def test_whoever_is_revoked_replaces_nothing(scene: tuple[World, Side, Side, str]) -> None:
    world, _, payer, _ = scene
    body = {"person": payer.maker.person, "key": payer.maker.key.id, "suspect_since": None, "reason": "lost"}
    world.submit("revoke", payer.administrator, body)
    with refused("key-revoked"):
        replaced(world, payer.maker)


def test_a_revocation_names_the_key_in_force_and_reaches_back_over_both(scene: tuple[World, Side, Side, str]) -> None:
    world, _, payer, claim = scene
    since = world.submit("acknowledge", payer.maker, {"receivable": claim}).seq
    maker = replaced(world, payer.maker)
    body = {"person": maker.person, "key": payer.maker.key.id, "suspect_since": since, "reason": "compromised"}
    with refused("unknown-key"):
        world.submit("revoke", payer.administrator, body)
    world.submit("revoke", payer.administrator, {**body, "key": maker.key.id})
    assert [step.type for step in world.state.contested(world.receivable(claim))] == ["acknowledge"]


def test_receipts_follow_replaced_keys_to_the_registrar_and_the_audit_holds(tmp_path: Path) -> None:
    house = House(tmp_path, registrars=2)
    house.registrars[0] = replaced(house, house.registrar, "registrar anew")
    supplier, payer = house.supplier(), house.payer()
    claim = house.requested(supplier.owner, payer.party, 1_000)
    owner = replaced(house, replaced(house, supplier.owner, "second"), "third")
    house.submit("withdraw", owner, {"receivable": claim})
    for seq in range(1, house.state.size):
        found = receipts.verify(house.ledger.receipt(seq), [house.ledger.log_vkey], house.ledger.id)
        assert found.signer is not None
        assert found.signer.key == getattr(found.entry.event, "key", None)
        assert "registrar" in {each.custody for each in found.chain}
    last = receipts.verify(house.ledger.receipt(house.state.size - 1), [house.ledger.log_vkey], house.ledger.id)
    assert [each.key for each in last.chain[:3]] == [owner.key.id, new_key("second").id, supplier.owner.key.id]
    found = verify.audit(house.data, processes=0)
    assert found.entries == house.state.size
    state = house.state
    assert house.reopen().state == state
    house.ledger.close()


def test_a_new_pin_opens_the_key_and_the_old_one_counts_as_wrong(tmp_path: Path) -> None:
    clock = TestClock(0)
    custody = Custody(tmp_path / "held", bytes(32), clock, scrypt_n=2)
    person = "ab" * 16
    public = custody.create(person, "135791")
    custody.change_pin(custody.unlock(person, "135791"), "246802")
    assert custody.unlock(person, "246802").public.data == public
    assert custody.public(person) == public
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPin, match=f"{left} tries left"):
            custody.unlock(person, "135791")
    with pytest.raises(PinClosed):
        custody.unlock(person, "135791")
    with pytest.raises(PinClosed):
        custody.unlock(person, "246802")


def test_a_pin_changes_for_the_key_that_was_opened_alone(tmp_path: Path) -> None:
    custody = Custody(tmp_path / "held", bytes(32), TestClock(0), scrypt_n=2)
    person = "ab" * 16
    custody.create(person, "135791")
    opened = custody.unlock(person, "135791")
    with pytest.raises(MalformedError, match="six digits"):
        custody.change_pin(opened, "24680")
    custody.discard(person)
    with pytest.raises(MalformedError, match="another one is held now, or none"):
        custody.change_pin(opened, "246802")
    custody.create(person, "135791")
    with pytest.raises(MalformedError, match="another one is held now"):
        custody.change_pin(opened, "246802")


def test_asking_is_by_the_key_in_force(scene: tuple[World, Side, Side, str]) -> None:
    world, supplier, payer, _ = scene
    claim = world.register(supplier.owner, payer.party, 5)
    owner = replaced(world, supplier.owner)
    world.submit("request", owner, asking(claim))
    assert world.receivable(claim).confirmation == "requested"
