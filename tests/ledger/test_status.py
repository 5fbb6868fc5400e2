"""Status statements: what the log says is true now, and that nothing else passes for its word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import canonical, receipts, status
from ledger.checkpoint import Note, Signer, open_checkpoint, parse_checkpoint, sign_note
from ledger.errors import LedgerError, MalformedError, MissingError, SignatureError
from ledger.keys import Keys
from ledger.signing import PrivateKey
from ledger.status import HEADER, Statement
from tests.ledger.deals import HOUR, Deal
from tests.ledger.factories import Side, paying, receiving, totals
from tests.ledger.house import House


@dataclass
class Town:
    house: House
    supplier: Side
    payer: Side
    claim: str
    confirmed: int  # the entry that confirmed

    @property
    def signer(self) -> Signer:
        return Signer(self.house.ledger.genesis.origin, Keys.load(self.house.data.with_name("data.keys")).log)

    def check(self, data: bytes) -> Statement:
        return status.verify(data, [self.house.ledger.log_vkey], self.house.ledger.id)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A claim of 800,000.00, of which 620,000.00 are confirmed and 100,000.00 reported paid, 40,000.00 received."""
    house = House(tmp_path_factory.mktemp("status"))
    supplier, payer = house.supplier(), house.payer(dual_above=None)
    claim = house.requested(supplier.owner, payer.party, 80_000_000)
    body = totals(claim, confirmed=62_000_000, disputed=18_000_000, reason="QTY")
    confirmed = house.submit("confirm", payer.maker, body).seq
    pay = house.submit("pay", payer.maker, paying(claim, supplier.party, 10_000_000))
    house.submit("receive", supplier.owner, receiving(claim, pay.hash, 4_000_000))
    yield Town(house, supplier, payer, claim, confirmed)
    house.ledger.close()


def test_what_is_true_now(town: Town) -> None:
    house = town.house
    found = town.check(house.ledger.status(town.claim))
    size = house.state.size
    assert (found.ledger, found.receivable, found.label, found.at) == (house.ledger.id, town.claim, "R-0001", house.now)
    supplier = town.supplier.party
    assert (found.supplier, found.payer, found.holder, found.payee) == (supplier, town.payer.party, supplier, supplier)
    assert found.checkpoint == open_checkpoint(house.ledger.checkpoint(), [town.signer.verifier])
    assert found.newest == (size - 1, house.ledger.entry(size - 1).hash)
    assert not found.contested
    confirmation, payment = found.facets["confirmation"], found.facets["payment"]
    assert confirmation.state == "part-confirmed"
    assert confirmation.sums == {
        "claimed": 80_000_000, "confirmed": 62_000_000, "disputed": 18_000_000, "rejected": 0, "undecided": 0,
    }  # fmt: skip
    assert confirmation.newest == (town.confirmed, house.ledger.entry(town.confirmed).hash)
    assert payment.state == "part-paid"
    assert payment.sums == {"received": 4_000_000, "pending": 6_000_000, "over_received": 0}
    assert payment.newest == found.newest
    assert (found.facets["holding"].state, found.facets["remedy"].state) == ("free", "none")
    assert found.facets["holding"].sums == {"bound": 0, "free": 62_000_000 - 10_000_000}


def test_a_payer_that_is_not_enrolled(town: Town) -> None:
    claim = town.house.register(town.supplier.owner, None, 500, name="ab" * 32)
    found = town.check(town.house.ledger.status(claim))
    assert found.payer is None
    assert found.facets["confirmation"].state == "registered"


def test_contested(tmp_path_factory: pytest.TempPathFactory) -> None:
    house = House(tmp_path_factory.mktemp("contested"))
    supplier, payer = house.supplier(), house.payer(dual_above=None)
    claim = house.requested(supplier.owner, payer.party, 1000)
    entry = house.submit("confirm", payer.maker, totals(claim, confirmed=1000))
    maker = payer.maker
    body = {"person": maker.person, "key": maker.key.id, "suspect_since": entry.seq, "reason": "compromised"}
    house.submit("revoke", payer.administrator, body)
    assert status.verify(house.ledger.status(claim), [house.ledger.log_vkey]).contested
    house.ledger.close()


def test_no_such_receivable(town: Town) -> None:
    with pytest.raises(MissingError, match="receivable 00"):
        town.house.ledger.status("0" * 64)


def test_roots_of_trust_come_from_the_checker(town: Town) -> None:
    data = town.house.ledger.status(town.claim)
    stranger = Signer(town.house.ledger.genesis.origin, PrivateKey.generate())
    with pytest.raises(SignatureError, match="no signature by a known key"):
        status.verify(data, [stranger.verifier.vkey])
    with pytest.raises(SignatureError, match="of another ledger"):
        status.verify(data, [town.house.ledger.log_vkey], "0" * 64)
    other = Signer("somebody.else", PrivateKey.generate())
    with pytest.raises(SignatureError, match="is not the name of the key"):
        status.verify(sign_note(Note.parse(data).text, other), [other.verifier.vkey])


def test_no_statement_passes_for_a_checkpoint_nor_a_checkpoint_for_one(town: Town) -> None:
    data = town.house.ledger.status(town.claim)
    with pytest.raises(MalformedError, match="not three lines"):
        open_checkpoint(data, [town.signer.verifier])
    with pytest.raises(MalformedError):
        parse_checkpoint(Note.parse(data).text)
    with pytest.raises(MalformedError, match="does not begin with"):
        town.check(town.house.ledger.checkpoint())
    assert status.is_statement(data)
    assert not status.is_statement(town.house.ledger.checkpoint())
    assert not status.is_statement(town.house.ledger.receipt(3))


def changed(town: Town, path: str, value: Any) -> bytes:
    """A statement truly signed by the log's key, with one member changed: what the strict parser is for."""
    body = json.loads(Note.parse(town.house.ledger.status(town.claim)).text.split("\n")[1])
    place = body
    *parents, last = path.split(".")
    for name in parents:
        place = place[name]
    if value is None and last != "payer":
        del place[last]
    else:
        place[last] = value
    return sign_note(f"{HEADER}\n{canonical.dumps(body).decode()}\n", town.signer)


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("v", 2, "version 2 is not known here; use newer software"),
        ("v", True, "not an object with a version"),
        ("at", None, "not an object of at, contested"),
        ("more", 1, "not an object of at, contested"),
        ("at", -1, "statement.at: not an integer"),
        ("at", True, "statement.at: not an integer"),
        ("size", 0, "statement.size: not an integer"),
        ("number", 0, "statement.number"),
        ("root", "AAAA", "statement.root"),
        ("root", 7, "root base64"),
        ("contested", 1, "true or false"),
        ("origin", "a b", "statement.origin"),
        ("ledger", "A" * 64, "statement.ledger"),
        ("receivable", "0", "statement.receivable"),
        ("supplier", "0" * 33, "statement.supplier"),
        ("payer", 1, "statement.payer"),
        ("holder", None, "not an object of"),
        ("newest.seq", 10**6, "statement.newest.seq"),
        ("newest.hash", None, "statement.newest: not an object of hash and seq"),
        ("facets.remedy", None, "statement.facets: not an object"),
        ("facets.remedy", [], "statement.facets.remedy: not an object"),
        ("facets.payment.paid", 5, "statement.facets.payment: not an object"),
        ("facets.payment.received", -1, "statement.facets.payment.received"),
        ("facets.confirmation.state", "OK", "statement.facets.confirmation.state"),
        ("facets.holding.newest.seq", True, "statement.facets.holding.newest.seq"),
    ],
)
def test_malformed_statements(town: Town, path: str, value: Any, why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        town.check(changed(town, path, value))


def test_bytes_that_are_not_canonical(town: Town) -> None:
    text = Note.parse(town.house.ledger.status(town.claim)).text
    for other in (
        text.replace(":", ": ", 1),
        text + "\n",
        text.replace("}\n", "}\nmore\n"),
        f"{HEADER}\n[]\n",
        HEADER + "\n",
    ):
        with pytest.raises(MalformedError):
            town.check(sign_note(other, town.signer))


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_every_flipped_byte_is_detected(town: Town, data: st.DataObject) -> None:
    whole = town.house.ledger.status(town.claim)
    broken = bytearray(whole)
    broken[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LedgerError):
        town.check(bytes(broken))


def test_what_was_signed_reads_back(town: Town) -> None:
    found = town.check(town.house.ledger.status(town.claim))
    for statement in (found, replace(found, payer=None, contested=True, at=0)):
        assert town.check(status.sign(statement, town.signer)) == statement


@pytest.fixture(scope="module")
def deal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deal]:
    house = House(tmp_path_factory.mktemp("deal"))
    yield Deal(world=house)
    house.ledger.close()


def said(deal: Deal, claim: str) -> Statement:
    assert isinstance(deal.world, House)
    ledger = deal.world.ledger
    return status.verify(ledger.status(claim), [ledger.log_vkey], ledger.id)


def proven(deal: Deal, seq: int) -> receipts.Receipt:
    assert isinstance(deal.world, House)
    return receipts.verify(deal.world.ledger.receipt(seq), [deal.world.ledger.log_vkey])


def test_made_after_the_own_lock(deal: Deal) -> None:
    claim = deal.confirmed(1000)
    offer = deal.offer(claim, 600)
    before = said(deal, claim.id)
    assert (before.facets["holding"].state, before.facets["holding"].sums) == ("offered", {"bound": 0, "free": 1000})
    entry = deal.lock(claim, offer, 600)
    lock = proven(deal, entry.seq)
    with pytest.raises(SignatureError, match=f"before entry {entry.seq}; ask for one"):
        status.require_after(before, lock)
    now = said(deal, claim.id)
    assert (now.facets["holding"].state, now.facets["holding"].sums) == ("locked", {"bound": 600, "free": 400})
    assert now.newest == now.facets["holding"].newest == (entry.seq, entry.hash)
    status.require_after(now, lock)
    with pytest.raises(SignatureError, match="which the receipt's entry is not about"):
        status.require_after(said(deal, deal.confirmed(700).id), lock)
    with pytest.raises(SignatureError, match="another history"):
        status.require_after(replace(now, checkpoint=replace(now.checkpoint, root=bytes(32))), lock)
    with pytest.raises(SignatureError, match="of another ledger"):
        status.require_after(replace(now, ledger="0" * 64), lock)
    with pytest.raises(SignatureError, match="of another ledger"):
        status.require_after(now, proven(deal, 0))


def test_a_lock_ends_by_the_clock(deal: Deal) -> None:
    claim = deal.confirmed(1000)
    deal.lock(claim, deal.offer(claim, 1000), 1000, hours=2)
    assert said(deal, claim.id).facets["holding"].sums == {"bound": 1000, "free": 0}
    assert isinstance(deal.world, House)
    deal.world.clock.forward(2 * HOUR)
    after = said(deal, claim.id)
    assert (after.facets["holding"].state, after.facets["holding"].sums) == ("offered", {"bound": 0, "free": 1000})


def test_a_pledge_and_a_split(deal: Deal) -> None:
    claim = deal.confirmed(1000)
    offer = deal.offer(claim, 300)
    deal.lock(claim, offer, 300)
    deal.pledge(claim, offer, 300)
    found = said(deal, claim.id)
    assert (found.facets["holding"].state, found.facets["holding"].sums) == ("pledged", {"bound": 300, "free": 700})
    whole = deal.confirmed(1000)
    half = {"claimed": 500, "confirmed": 500, "disputed": 0, "rejected": 0, "received": 0}
    parts = deal.split(whole, half, half)
    parent = said(deal, whole.id)
    assert (parent.facets["confirmation"].state, parent.facets["holding"].state) == ("superseded", "split")
    assert parent.facets["holding"].sums == {"bound": 0, "free": 0}
    for part in parts:
        child = said(deal, part.id)
        assert (child.label, child.facets["confirmation"].sums["claimed"]) == (part.label, 500)
    lock = deal.lock(parts[0], deal.offer(parts[0], 500), 500)
    status.require_after(said(deal, parts[0].id), proven(deal, lock.seq))


def test_an_assignment_binds_the_payer_from_its_notice(deal: Deal) -> None:
    claim = deal.confirmed(1000)
    deal.accept(claim, deal.offer(claim, 1000, kind="assignment"))
    found = said(deal, claim.id)
    assert (found.supplier, found.holder, found.payee) == (deal.yinhe.party, deal.bank.party, deal.yinhe.party)
    assert found.facets["holding"].state == "assigned"
    deal.notice(claim)
    assert said(deal, claim.id).payee == deal.bank.party


def test_registration_and_endorsement_name_their_receivable(town: Town) -> None:
    house, vkey = town.house, town.house.ledger.log_vkey
    payer = house.payer(dual_above=0)
    claim = house.requested(town.supplier.owner, payer.party, 900)
    proposal = house.propose("confirm", payer.maker, totals(claim, confirmed=900))
    approved = house.endorse(payer.checker, proposal).seq
    now = town.check(house.ledger.status(claim))
    registered = house.receivable(claim).seq
    for seq in (registered, approved - 1, approved):
        status.require_after(now, receipts.verify(house.ledger.receipt(seq), [vkey]))
