"""The ledger's door: creating, submitting, idempotence, refusals, time, failures, recovery."""

from __future__ import annotations

import errno
import logging
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ledger import parse
from ledger.checkpoint import Verifier, open_checkpoint
from ledger.errors import (
    ClockError,
    CorruptError,
    LockedError,
    MalformedError,
    MissingError,
    Refusal,
    SignatureError,
    StorageError,
)
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import Actor, Entry, Event, RegistrarKey, SignedEvent
from tests.ledger.factories import Member, asking, enrolment, newcomer, totals
from tests.ledger.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.ledger.close()


def actor(member: Member) -> Actor:
    return Actor(member.party, member.person, member.key.id)


# Making and opening.


def test_a_new_ledger_is_one_signed_entry(house: House) -> None:
    ledger = house.ledger
    assert ledger.state.size == 1
    assert ledger.entry(0).hash == ledger.id
    checkpoint = open_checkpoint(ledger.checkpoint(), [Verifier.from_vkey(ledger.log_vkey)])
    assert (checkpoint.size, checkpoint.root.hex()) == (1, ledger.id)
    assert ledger.genesis.demo


def test_folders_and_modes(house: House, tmp_path: Path) -> None:
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["held", "ledger", "texts"]
    keys = tmp_path / "data.keys"
    assert sorted(path.name for path in keys.iterdir()) == ["fingerprint.key", "log.pem", "texts.key", "wrapping.key"]
    assert keys.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in keys.iterdir()} == {0o600}


def create(data: Path, keys: Path | None = None, **changed: object) -> Ledger:
    parts: dict[str, object] = {
        "origin": "log.example",
        "registrar_keys": [RegistrarKey("1" * 32, PrivateKey.generate().public.base64)],
    }
    return Ledger.create(data, keys, **{**parts, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"origin": "log example"}, "without spaces"),
        ({"origin": "log.invalid"}, "a demo's origin ends in .invalid"),
        ({"demo": True}, "a demo's origin ends in .invalid"),
        ({"thresholds": {"log": 1, "payer": 2}}, "not between 1 and the 1 registrars"),
        ({"thresholds": {"log": 2, "payer": 1}}, "not between 1 and the 1 log keys"),
        ({"registrar_keys": [RegistrarKey("1" * 32, "AAAA")]}, "base64 of 32 bytes"),
    ],
)
def test_genesis_parts_that_do_not_fit(house: House, tmp_path: Path, changed: dict[str, object], why: str) -> None:
    with pytest.raises(MalformedError, match=why):
        create(tmp_path / "other", clock=house.clock, **changed)
    assert not (tmp_path / "other").exists()
    assert not (tmp_path / "other.keys").exists()


def test_keys_are_never_inside_the_data(house: House, tmp_path: Path) -> None:
    for keys in (tmp_path / "new" / "keys", tmp_path / "new", tmp_path):
        with pytest.raises(StorageError, match="kept apart from the data"):
            create(tmp_path / "new", keys, clock=house.clock)
    with pytest.raises(StorageError, match="kept apart"):
        Ledger.open(house.data, house.data / "keys", house.clock)


def test_a_second_ledger_needs_folders_of_its_own(house: House, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="a ledger is here already"):
        create(house.data, tmp_path / "k", clock=house.clock)
    with pytest.raises(StorageError, match="keys are there already"):
        create(tmp_path / "new", tmp_path / "data.keys", clock=house.clock)


def test_one_writer(house: House) -> None:
    with pytest.raises(LockedError, match="in use by another process; stop that one first"):
        Ledger.open(house.data, clock=house.clock)
    house.ledger.close()
    house.ledger.close()
    with Ledger.open(house.data, clock=house.clock) as again:
        assert again.state.size == 1


def test_missing_folders_and_foreign_keys(house: House, tmp_path: Path) -> None:
    house.ledger.close()
    with pytest.raises(MissingError, match="keys folder"):
        Ledger.open(tmp_path / "nothing", clock=house.clock)
    other = tmp_path / "other"
    other.mkdir()
    create(other / "data", clock=house.clock).close()
    with pytest.raises(MissingError, match=r"ledger .*nothing"):
        Ledger.open(tmp_path / "nothing", other / "data.keys", house.clock)
    with pytest.raises(MalformedError, match=r"not the keys of the ledger tallystick\.invalid"):
        Ledger.open(house.data, other / "data.keys", house.clock)


def test_keys_that_others_may_read_are_refused(house: House, tmp_path: Path) -> None:
    house.ledger.close()
    (tmp_path / "data.keys").chmod(0o750)
    with pytest.raises(StorageError, match="set its mode to 0700"):
        Ledger.open(house.data, clock=house.clock)
    (tmp_path / "data.keys").chmod(0o700)
    (tmp_path / "data.keys" / "log.pem").chmod(0o644)
    with pytest.raises(StorageError, match="set its mode to 0600"):
        Ledger.open(house.data, clock=house.clock)


def test_a_damaged_key_file_is_named(house: House, tmp_path: Path) -> None:
    house.ledger.close()
    (tmp_path / "data.keys" / "texts.key").write_text("no")
    with pytest.raises(MalformedError, match=r"texts\.key: not 64 hexadecimal"):
        Ledger.open(house.data, clock=house.clock)
    (tmp_path / "data.keys" / "texts.key").unlink()
    with pytest.raises(MissingError, match=r"texts\.key"):
        Ledger.open(house.data, clock=house.clock)


# Submitting.


def test_a_whole_life_survives_a_restart(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    claim = house.requested(supplier.owner, payer.party, 80_000_000)
    entry = house.submit("confirm", payer.maker, totals(claim, confirmed=80_000_000))
    size = house.state.size
    house.reopen()
    assert house.state.size == size == entry.seq + 1
    assert house.receivable(claim).confirmed == 80_000_000
    assert house.ledger.entry(entry.seq) == entry


def test_the_same_bytes_give_the_same_entry_again(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    signed = house.sign("register", supplier.owner, house.claim(payer.party, 100))
    entry = house.ledger.submit(signed)
    house.submit("request", supplier.owner, asking(entry.hash))
    assert house.ledger.submit(signed) == entry
    house.reopen()
    assert house.ledger.submit(signed) == entry
    assert house.ledger.submit_many([signed, signed]) == [entry, entry]
    house.clock.jump(-1000)  # nothing is sealed, so the clock does not matter
    assert house.ledger.submit(signed) == entry


def test_other_bytes_under_the_same_request_are_refused(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    first = house.sign("register", supplier.owner, house.claim(payer.party, 100))
    house.ledger.submit(first)
    other = house.sign("register", supplier.owner, house.claim(payer.party, 200), request=first.event.request)
    with pytest.raises(Refusal) as refused:
        house.ledger.submit(other)
    assert refused.value.code == "request-reused"


def test_a_batch_repeats_and_refuses_item_by_item(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    good = house.sign("register", supplier.owner, house.claim(payer.party, 100))
    self_claim = house.sign("register", supplier.owner, house.claim(supplier.party, 100))
    forged = replace(good, sig=bytes(64))
    size = house.state.size
    results = house.ledger.submit_many([good, self_claim, good, forged])
    assert isinstance(results[0], Entry)
    assert results[0] == results[2]
    assert isinstance(results[1], Refusal)
    assert isinstance(results[3], SignatureError)
    assert house.state.size == size + 1


def test_order_of_checks(house: House) -> None:
    supplier = house.supplier()
    body = house.claim(supplier.party, 100)  # the rules would refuse it: a claim on oneself
    signed = house.sign("register", supplier.owner, body)
    with pytest.raises(MalformedError):
        house.ledger.submit(replace(signed, payload=signed.payload + b" "))
    foreign = house.sign("register", supplier.owner, body, ledger="0" * 64)
    with pytest.raises(Refusal, match="unknown-ledger"):
        house.ledger.submit(foreign)
    with pytest.raises(SignatureError, match=r"event\.sig"):
        house.ledger.submit(replace(signed, sig=bytes(64)))
    stranger = newcomer(supplier.party, "stranger")
    with pytest.raises(Refusal, match="unknown-key"):
        house.ledger.submit(house.sign("register", stranger, body))
    with pytest.raises(Refusal, match="self-claim"):
        house.ledger.submit(signed)


def test_what_is_recorded_is_what_was_signed(house: House) -> None:
    """The event beside the bytes is a convenience of the caller, never believed."""
    supplier, payer = house.supplier(), house.payer()
    signed = house.sign("register", supplier.owner, house.claim(payer.party, 100))
    lying = SignedEvent(replace(signed.event, type="withdraw"), signed.payload, signed.sig)
    entry = house.ledger.submit(lying)
    assert isinstance(entry.event, Event)
    assert entry.event.type == "register"


def test_a_refusal_consumes_nothing(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    before = house.entries_file.read_bytes(), house.ledger.checkpoint(), house.state.size
    stale = house.sign("register", supplier.owner, house.claim(payer.party, 100), ref="1" * 64)
    with pytest.raises(Refusal, match="stale"):
        house.ledger.submit(stale)
    assert (house.entries_file.read_bytes(), house.ledger.checkpoint(), house.state.size) == before
    again = house.sign("register", supplier.owner, house.claim(payer.party, 100), request=stale.event.request)
    house.ledger.submit(again)


def test_many_threads_one_chain(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    work = [house.sign("register", supplier.owner, house.claim(payer.party, n + 1)) for n in range(120)]
    entries: list[Entry] = []
    errors: list[Exception] = []

    def submit(part: list[SignedEvent]) -> None:
        try:
            for signed in part:
                entry = house.ledger.submit(signed)
                with house.ledger.reading() as state:
                    assert state.size > entry.seq
                    assert sum(1 for _ in state.receivables) == len(state.numbers)
                entries.append(entry)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=submit, args=(work[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert len({entry.seq for entry in entries}) == 120
    size = house.state.size
    house.reopen()
    assert house.state.size == size


# Preparing.


def test_prepare_sign_submit(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    event, payload = house.ledger.prepare("register", actor(supplier.owner), house.claim(payer.party, 100))
    assert parse.event(payload) == event
    entry = house.ledger.sign_and_submit(payload, supplier.owner.key)
    assert entry.event == event
    with pytest.raises(Refusal, match="unknown-receivable"):
        house.ledger.prepare("withdraw", actor(supplier.owner), {"receivable": "0" * 64})
    with pytest.raises(MalformedError, match=r"body\.receivable: a floating-point"):
        house.ledger.prepare("withdraw", actor(supplier.owner), {"receivable": 1.5})  # type: ignore[dict-item]


def test_prepare_wraps_what_needs_two_people(house: House) -> None:
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    claim = house.requested(supplier.owner, payer.party, 100)
    event, payload = house.ledger.prepare("confirm", actor(payer.maker), totals(claim, confirmed=100))
    assert event.type == "propose"
    proposal = house.ledger.sign_and_submit(payload, payer.maker.key)
    assert house.receivable(claim).confirmed == 0
    _, payload = house.ledger.prepare("endorse", actor(payer.checker), {}, proposal=proposal.hash)
    house.ledger.sign_and_submit(payload, payer.checker.key)
    assert house.receivable(claim).confirmed == 100


def test_prepare_enrol_and_held_keys(house: House) -> None:
    party = house.enterprise()
    code = house.invite(house.registrar, party, "owner")
    person = "7" * 32
    public = house.ledger.custody.create(person, "246810")
    open_key = house.ledger.custody.unlock(person, "246810")
    member = Member(party, person, open_key)  # type: ignore[arg-type]
    body = enrolment(member, code, "owner", custody="held")
    _, payload = house.ledger.prepare("enrol", Actor(party, person, open_key.public.id), body)
    house.ledger.sign_and_submit(payload, open_key)
    assert house.state.people[person].public_key == public
    assert house.state.people[person].custody == "held"


# The clock.


def test_a_clock_behind_the_last_entry_seals_nothing(house: House) -> None:
    house.clock.jump(-1)
    house.clock.forward(0)
    with pytest.raises(ClockError, match="1 ms behind the newest entry; nothing was recorded"):
        house.supplier()
    house.clock.jump(1)
    house.supplier()


def test_a_clock_that_jumped_seals_nothing_until_restart(house: House) -> None:
    house.clock.forward(3_600_000)
    house.supplier()
    house.clock.jump(5 * 60_000)
    house.supplier()
    house.clock.jump(5 * 60_000 + 1)
    with pytest.raises(ClockError, match="jumped by 300 s"):
        house.supplier()
    house.reopen()
    house.supplier()


# Failures.


def test_a_failed_write_is_told_once_and_ends_everything(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    supplier, payer = house.supplier(), house.payer()
    size = house.state.size

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    signed = house.sign("register", supplier.owner, house.claim(payer.party, 100))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", full)
        with pytest.raises(StorageError, match=r"entries\.jsonl: the disk is full; free some space, then start again"):
            house.ledger.submit(signed)
    for refuse in (lambda: house.ledger.submit(signed), lambda: house.ledger.state, lambda: house.ledger.entry(0)):
        with pytest.raises(StorageError, match="an earlier write failed; end this process"):
            refuse()
    house.reopen()
    assert house.state.size in (size, size + 1)
    assert house.ledger.submit(signed).seq == size


def test_an_unwritable_folder_says_so(tmp_path: Path, house: House) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"file.*(a file stands where a folder is needed|choose another)"):
        create(tmp_path / "file" / "data", clock=house.clock)


def test_closed_means_closed(house: House) -> None:
    house.ledger.close()
    with pytest.raises(StorageError, match="the ledger is closed; open it again"):
        house.supplier()


# Recovery.


def grown(house: House) -> tuple[bytes, list[bytes]]:
    """A closed ledger with an old checkpoint kept: (the checkpoint, the lines behind it)."""
    supplier, payer = house.supplier(), house.payer()
    old, size = house.ledger.checkpoint(), house.state.size
    for amount in range(1, 5):
        house.register(supplier.owner, payer.party, amount)
    house.ledger.close()
    return old, house.entries_file.read_bytes().splitlines(keepends=True)[size:]


def test_good_entries_behind_the_checkpoint_are_recovered(house: House, caplog: pytest.LogCaptureFixture) -> None:
    old, _ = grown(house)
    newest = house.checkpoint_file.read_bytes()
    house.checkpoint_file.write_bytes(old)
    house.reopen()
    assert house.ledger.checkpoint() == newest
    assert "were recovered" in caplog.text
    assert not list(house.entries_file.parent.glob("quarantine*"))


@pytest.mark.parametrize("damage", ["cut", "sig", "prev", "garbage"])
def test_the_first_bad_entry_behind_the_checkpoint_goes_with_all_after_it(
    house: House, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    old, tail = grown(house)
    house.checkpoint_file.write_bytes(old)
    bad = {
        "cut": tail[3][:-5],
        "sig": tail[3].replace(b'"sig":"' + tail[3].split(b'"sig":"')[1][:4], b'"sig":"AAAA'),
        "prev": tail[3].replace(b'"prev":"' + tail[3].split(b'"prev":"')[1][:4], b'"prev":"0000'),
        "garbage": b"\x00\xff garbage\n",
    }[damage]
    whole = house.entries_file.read_bytes()
    good = whole[: -len(tail[3])]
    house.entries_file.write_bytes(good + bad + tail[0])
    with caplog.at_level(logging.WARNING):
        house.reopen()
    assert house.entries_file.read_bytes() == good
    assert (house.data / "ledger" / "quarantine-1.jsonl").read_bytes() == bad + tail[0]
    assert "quarantine-1.jsonl" in caplog.text
    assert house.state.size == len(good.splitlines())
    house.supplier()
    house.reopen()


def test_quarantines_are_never_overwritten(house: House) -> None:
    for number in (1, 2):
        house.ledger.close()
        with house.entries_file.open("ab") as file:
            file.write(b"torn")
        house.reopen()
        assert (house.data / "ledger" / f"quarantine-{number}.jsonl").read_bytes() == b"torn"


@pytest.mark.parametrize("content", [None, b"", b"log\n1\nAAAA\n"])
def test_a_missing_or_damaged_checkpoint_stops(house: House, content: bytes | None) -> None:
    house.ledger.close()
    house.checkpoint_file.unlink()
    if content is not None:
        house.checkpoint_file.write_bytes(content)
    with pytest.raises(CorruptError, match=r"checkpoint: .*put back the newest copy"):
        house.reopen()


def test_a_change_below_the_checkpoint_stops_and_names_the_entry(house: House) -> None:
    grown(house)
    lines = house.entries_file.read_bytes().splitlines(keepends=True)
    for seq, line in enumerate(lines):
        place = line.index(b'"at":') + 10
        broken = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
        house.entries_file.write_bytes(b"".join([*lines[:seq], broken, *lines[seq + 1 :]]))
        with pytest.raises(CorruptError) as corrupt:
            house.reopen()
        assert corrupt.value.seq == seq, line
    house.entries_file.write_bytes(b"".join(lines))
    house.reopen()


def test_lost_entries_file(house: House) -> None:
    house.ledger.close()
    house.entries_file.unlink()
    with pytest.raises(CorruptError, match="there are no entries; restore"):
        house.reopen()


# What this version does not know.


def test_an_unknown_type_below_the_checkpoint_forbids_writing(house: House) -> None:
    supplier, payer = house.supplier(), house.payer()
    claim = house.register(supplier.owner, payer.party, 100)
    write_strange(house, supplier.owner, {"receivable": claim})
    house.reopen()
    assert house.receivable(claim).confirmation == "unknown"
    with pytest.raises(Refusal, match="unknown-version"):
        house.register(supplier.owner, payer.party, 5)
    with pytest.raises(Refusal, match="unknown-version"):
        house.ledger.prepare("register", actor(supplier.owner), house.claim(payer.party, 5))


def write_strange(house: House, member: Member, body: dict[str, object]) -> None:
    """Close, and add an entry of a type from the future, with a true signature, under a true checkpoint."""
    from ledger.chain import MerkleTree, leaf_hash, seal
    from ledger.checkpoint import Signer, sign_checkpoint
    from ledger.keys import Keys
    from ledger.types import Checkpoint

    state = house.state
    signed = house.sign("withdraw", member, body, type="teleport")
    entry = seal(1, 1, state.size, state.last_at, state.last_hash, signed.event, signed.sig, signed.payload)
    house.ledger.close()
    tree = MerkleTree()
    lines = [*house.entries_file.read_bytes().splitlines(), entry.raw]
    for line in lines:
        tree.append(leaf_hash(line))
    house.entries_file.write_bytes(b"\n".join(lines) + b"\n")
    keys = Keys.load(house.data.with_name("data.keys"))
    signer = Signer(house.ledger.genesis.origin, keys.log)
    house.checkpoint_file.write_bytes(sign_checkpoint(Checkpoint(signer.name, len(lines), tree.root()), signer))


# Fingerprints.


def test_fingerprints_are_normalised_and_keyed(house: House, tmp_path: Path) -> None:
    ledger = house.ledger
    first = ledger.fingerprint("91640100MA", "91640200MB", invoice=("", "24642000000012345678"))
    assert first == ledger.fingerprint(" 91640100ma", "９１６４０２００ＭＢ", invoice=("", "24642000000012345678 "))
    assert first != ledger.fingerprint("91640100MA", "91640200MB", contract=("", "24642000000012345678"))
    assert first == ledger.fingerprint("91640100MA", "another name", invoice=("2464200000 00", "1234-5678"))
    assert first == ledger.fingerprint("91640100МА", "91640200MB", invoice=("", "٢٤٦٤٢٠٠٠٠٠٠٠\u200b12345678"))
    assert first != ledger.fingerprint("91640100MA", "91640200MB", invoice=("", "24642000000012345679"))
    milestone = ledger.fingerprint("91640100MA", "贺兰水务", contract=("HT-001", "2"))
    assert milestone == ledger.fingerprint("91640100MA", "贺兰水务", contract=("HТ\u2011001", "２"))
    assert milestone != ledger.fingerprint("91640100MA", "贺兰水厂", contract=("HT-001", "2"))
    with create(tmp_path / "other", clock=house.clock) as other:
        assert first != other.fingerprint("91640100MA", "91640200MB", invoice=("", "24642000000012345678"))
    for wrong in ({}, {"invoice": ("", "1"), "contract": ("1", "")}, {"invoice": ("", " ")}):
        with pytest.raises(MalformedError, match="fingerprint"):
            ledger.fingerprint("91640100MA", "91640200MB", **wrong)
