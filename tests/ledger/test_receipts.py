"""Receipts: what they prove offline, and that nothing else passes for one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import canonical, receipts
from ledger.checkpoint import Signer
from ledger.errors import LedgerError, MalformedError, SignatureError
from ledger.signing import PrivateKey
from ledger.types import Event
from tests.ledger.factories import Member, enrolment, totals
from tests.ledger.house import House


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A ledger whose payer needed two registrars, and whose owner signs with a held key."""
    house = House(tmp_path_factory.mktemp("receipts"), registrars=2, threshold=2)
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    claim = house.requested(supplier.owner, payer.party, 80_000_000)
    proposal = house.propose("confirm", payer.maker, totals(claim, confirmed=80_000_000))
    house.endorsed = house.endorse(payer.checker, proposal).seq
    yield house
    house.ledger.close()


def check(house: House, data: bytes) -> receipts.Receipt:
    return receipts.verify(data, [house.ledger.log_vkey], house.ledger.id)


def test_every_entry_has_a_receipt(house: House) -> None:
    for seq in range(house.state.size):
        receipt = check(house, house.ledger.receipt(seq))
        assert receipt.entry == house.ledger.entry(seq)
        assert receipt.demo
        assert receipt.checkpoint.size == house.state.size
        if not isinstance(receipt.entry.event, Event):
            assert receipt.signer is None
            continue
        assert receipt.signer is not None
        assert receipt.signer.person == receipt.entry.event.person
        if receipt.entry.event.type != "enrol":
            assert "registrar" in {item.custody for item in receipt.chain}


def test_who_signed_and_who_let_them_in(house: House) -> None:
    receipt = check(house, house.ledger.receipt(house.endorsed))
    checker = receipt.signer
    assert checker is not None
    person = house.state.people[checker.person]
    assert (checker.custody, checker.enrolled_seq, checker.enrolled_at) == ("own", person.seq, person.at)
    administrator = next(item for item in receipt.chain if item.person == checker.enrolled_by[0])
    # the payer's administrator came by two registrars: the proposer and the endorser
    assert sorted(administrator.enrolled_by) == sorted(registrar.person for registrar in house.registrars)
    assert {item.custody for item in receipt.chain} == {"own", "registrar"}
    assert receipt.proposal is not None  # what the checker endorsed, and who proposed it
    assert isinstance(receipt.proposal.event, Event)
    assert receipt.proposal.event.body["type"] == "confirm"
    assert receipt.proposal.event.person in {item.person for item in receipt.chain}


def test_an_attestation_is_no_signature(house: House) -> None:
    party = house.enterprise()
    code = house.invite(house.registrar, party, "owner")
    member = Member(party, "7" * 32, PrivateKey.generate())
    entry = house.submit("enrol", member, enrolment(member, code, "owner", custody="held"))
    receipt = check(house, house.ledger.receipt(entry.seq))
    assert receipt.signer is not None
    assert receipt.signer.custody == "held"


def test_roots_of_trust_come_from_the_checker(house: House) -> None:
    data = house.ledger.receipt(3)
    stranger = Signer(house.ledger.genesis.origin, PrivateKey.generate()).verifier.vkey
    with pytest.raises(SignatureError, match="no signature by a known key"):
        receipts.verify(data, [stranger], house.ledger.id)
    with pytest.raises(SignatureError, match="its genesis is not the one you trust"):
        receipts.verify(data, [house.ledger.log_vkey], "0" * 64)


def without(value: dict[str, Any], index: int) -> dict[str, Any]:
    return {**value, "proven": value["proven"][:index] + value["proven"][index + 1 :]}


def test_nothing_proven_may_be_left_out(house: House) -> None:
    value = json.loads(house.ledger.receipt(house.endorsed))
    assert len(value["proven"]) > 4
    enrols = 0
    for index in range(1, len(value["proven"])):
        with pytest.raises(SignatureError):
            check(house, canonical.dumps(without(value, index)))
        enrols += '"type":"enrol"' in value["proven"][index]["entry"]
    assert enrols


def test_another_entry_in_front_proves_only_itself(house: House) -> None:
    value = json.loads(house.ledger.receipt(house.endorsed))
    first, second = value["proven"][:2]
    value["proven"][:2] = [second, first]
    assert check(house, canonical.dumps(value)).entry.seq == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{}", "not an object of checkpoint"),
        (b'{"checkpoint":"","proven":[],"v":1}', "1 to 64 proven entries"),
        (b'{"checkpoint":"","proven":[{}],"v":2}', "version 2 is not known here; use newer software"),
        (b'{"checkpoint":"x","proven":[{}],"v":1}', "no signature lines"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_malformed_receipts(house: House, data: bytes, message: str) -> None:
    with pytest.raises(MalformedError, match=message):
        check(house, data)


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_every_flipped_byte_is_detected(house: House, data: st.DataObject) -> None:
    whole = house.ledger.receipt(7)
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LedgerError):
        check(house, bytes(broken))


def test_a_receipt_reads_without_a_ledger(house: House, tmp_path: Path) -> None:
    path = tmp_path / "receipt.json"
    path.write_bytes(house.ledger.receipt(5))
    vkey, identity = house.ledger.log_vkey, house.ledger.id
    assert receipts.verify(path.read_bytes(), [vkey], identity).entry.seq == 5
