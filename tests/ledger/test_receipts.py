"""Receipts: what they prove offline, and that nothing else passes for one."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import canonical, receipts
from ledger.chain import leaf_hash, verify_inclusion
from ledger.checkpoint import Note, Signature, Signer
from ledger.cosignatures import Witness, message
from ledger.errors import LedgerError, MalformedError, SignatureError
from ledger.proofs import Proof
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


def test_the_logs_key_alone_is_enough(house: House) -> None:
    """Entry 0 of what the log's key signed is the genesis; who knows its hash from elsewhere checks that, too."""
    receipt = receipts.verify(house.ledger.receipt(3), [house.ledger.log_vkey])
    assert receipt.ledger == house.ledger.id


def opened(data: bytes) -> tuple[Proof, dict[str, Any]]:
    proof = Proof.parse(data)
    assert proof.extra is not None
    return proof, json.loads(proof.extra)


def closed(proof: Proof, extra: dict[str, Any]) -> bytes:
    return replace(proof, extra=canonical.dumps(extra)).format()


def test_nothing_proven_may_be_left_out(house: House) -> None:
    proof, value = opened(house.ledger.receipt(house.endorsed))
    assert len(value["proven"]) > 4
    enrols = 0
    for index, item in enumerate(value["proven"]):
        rest = value["proven"][:index] + value["proven"][index + 1 :]
        with pytest.raises(SignatureError):
            check(house, closed(proof, {**value, "proven": rest}))
        enrols += '"type":"enrol"' in item["entry"]
    assert enrols


def test_another_entry_under_its_index_is_refused(house: House) -> None:
    proof, value = opened(house.ledger.receipt(house.endorsed))
    other = next(item for item in value["proven"] if not item["entry"].startswith('{"at":0'))
    with pytest.raises(SignatureError, match="is not in the checkpoint"):
        check(house, closed(proof, {**value, "entry": other["entry"]}))
    path = tuple(base64.b64decode(item) for item in other["proof"])
    with pytest.raises(SignatureError, match=f"under the index {house.endorsed}"):
        check(house, closed(replace(proof, hashes=path), {**value, "entry": other["entry"]}))


def test_a_proof_that_does_not_carry_its_entry(house: House) -> None:
    proof, _ = opened(house.ledger.receipt(3))
    with pytest.raises(MalformedError, match="a proof without its entry"):
        check(house, replace(proof, extra=None).format())


def test_it_is_a_proof_that_any_tool_checks(house: House) -> None:
    """The frame is the specification's: the entry's bytes, its index, path and checkpoint, nothing of ours needed."""
    proof, value = opened(house.ledger.receipt(5))
    size, root = proof.note.decode().split("\n")[1:3]
    leaf = leaf_hash(value["entry"].encode())
    assert verify_inclusion(proof.index, int(size), leaf, proof.hashes, base64.b64decode(root))


WITNESSES = [
    (Witness(f"witness.example/{n}", key.public), key) for n, key in enumerate(PrivateKey.generate() for _ in range(3))
]


def cosigned(data: bytes, *signers: tuple[Witness, PrivateKey]) -> bytes:
    proof = Proof.parse(data)
    note = Note.parse(proof.note)
    lines = tuple(
        Signature(witness.name, witness.key_id, (9).to_bytes(8, "big") + key.sign_raw(message(9, note.text)))
        for witness, key in signers
    )
    return replace(proof, note=Note(note.text, note.signatures + lines).format()).format()


def test_who_witnessed(house: House) -> None:
    data = cosigned(house.ledger.receipt(4), WITNESSES[0], WITNESSES[2])
    trusted = [witness for witness, _ in WITNESSES]
    found = receipts.verify(data, [house.ledger.log_vkey], witnesses=trusted).cosigned
    assert [item.witness for item in found] == [trusted[0], trusted[2]]
    assert receipts.verify(data, [house.ledger.log_vkey], witnesses=trusted[1:2]).cosigned == ()
    assert check(house, data).cosigned == ()
    liar = cosigned(house.ledger.receipt(4), (trusted[0], WITNESSES[1][1]))
    with pytest.raises(SignatureError, match="cosignature"):
        receipts.verify(liar, [house.ledger.log_vkey], witnesses=trusted)


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ([], "not an object of entry"),
        ({"entry": "", "proven": []}, "not an object of entry"),
        ({"entry": "", "proven": [], "v": True}, "not an object of entry"),
        ({"entry": "", "proven": [], "v": 2}, "version 2 is not known here; use newer software"),
        ({"entry": "", "proven": [], "v": 1, "more": 1}, "not an object of entry"),
        ({"entry": 1, "proven": [], "v": 1}, "not an object of entry"),
        ({"entry": "", "proven": [{}] * 64, "v": 1}, "64 entries; at most 63"),
    ],
)
def test_malformed_receipts(house: House, extra: Any, why: str) -> None:
    proof, _ = opened(house.ledger.receipt(2))
    with pytest.raises(MalformedError, match=why):
        check(house, closed(proof, extra))


@pytest.mark.parametrize("item", [{}, [], {"entry": 1, "proof": []}, {"entry": "", "proof": "x"}])
def test_malformed_items(house: House, item: Any) -> None:
    proof, value = opened(house.ledger.receipt(2))
    with pytest.raises(MalformedError, match=r"receipt.proven\[0\]"):
        check(house, closed(proof, {**value, "proven": [item]}))


def test_what_is_no_proof_at_all(house: House) -> None:
    for data in (b"", b"\xff", b"{}", house.ledger.checkpoint()):
        with pytest.raises(MalformedError, match="does not begin with the line"):
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
    path = tmp_path / "receipt.tlog-proof"
    path.write_bytes(house.ledger.receipt(5))
    vkey, identity = house.ledger.log_vkey, house.ledger.id
    assert receipts.verify(path.read_bytes(), [vkey], identity).entry.seq == 5
