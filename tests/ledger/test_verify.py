"""The full audit: a sound ledger says what it holds, a changed one names its first bad entry."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import parse, signatures
from ledger.chain import MerkleTree, leaf_hash, seal
from ledger.checkpoint import Signer, Verifier, open_checkpoint, sign_checkpoint
from ledger.errors import CorruptError, LedgerError, MissingError
from ledger.keys import Keys
from ledger.signatures import Job, Signatures, Verifiers, first_bad_signature
from ledger.signing import PrivateKey
from ledger.types import Checkpoint, Entry, Event
from ledger.verify import Audit, audit
from tests.ledger.factories import asking, totals
from tests.ledger.house import House
from tests.ledger.test_service import write_strange

DAY = 24 * 3600 * 1000


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A closed ledger of some twenty entries on two days, with dual control."""
    house = House(tmp_path_factory.mktemp("verify"))
    supplier, payer = house.supplier(), house.payer(dual_above=0)
    claims = [house.requested(supplier.owner, payer.party, 100 + n) for n in range(3)]
    house.clock.forward(DAY)
    for claim in claims:
        house.endorse(payer.checker, house.propose("confirm", payer.maker, totals(claim, confirmed=100)))
    house.ledger.close()
    yield house
    house.ledger.close()


@pytest.fixture
def copy(sound: House, tmp_path: Path) -> Path:
    """A copy of its folder to spoil."""
    return Path(shutil.copytree(sound.data / "ledger", tmp_path / "ledger"))


def lines_of(folder: Path) -> list[bytes]:
    return (folder / "entries.jsonl").read_bytes().splitlines(keepends=True)


def put(folder: Path, lines: list[bytes]) -> None:
    (folder / "entries.jsonl").write_bytes(b"".join(lines))


def first_bad(folder: Path) -> int | None:
    with pytest.raises(CorruptError) as corrupt:
        audit(folder)
    return corrupt.value.seq


# Sound ledgers.


def test_what_an_audit_says(sound: House) -> None:
    found = audit(sound.data)
    assert found == audit(sound.data / "ledger") == audit(str(sound.data), ledger=found.ledger)
    lines = lines_of(sound.data / "ledger")
    assert found.entries == len(lines) == found.checkpoint.size == found.verified + 1
    assert found.last_at - found.first_at == DAY
    assert (found.behind, found.unknown, found.demo) == (0, None, True)
    assert sum(use.entries for use in found.keys) == len(lines) - 1
    assert {use.custody for use in found.keys} == {"own", "registrar"}
    assert len(found.log_keys) == 1
    assert found.log_keys[0].startswith("tallystick.invalid+")


def test_the_checkers_own_roots(sound: House) -> None:
    with pytest.raises(CorruptError, match="another ledger"):
        audit(sound.data, ledger="0" * 64)
    stranger = Signer("tallystick.invalid", PrivateKey.generate()).verifier.vkey
    with pytest.raises(CorruptError, match="does not name the log key"):
        audit(sound.data, log_vkey=stranger)
    assert audit(sound.data, log_vkey=audit(sound.data).log_keys[0]).entries


def test_from_a_trusted_checkpoint_only_what_is_new(tmp_path: Path) -> None:
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    trusted = open_checkpoint(house.ledger.checkpoint(), [Verifier.from_vkey(house.ledger.log_vkey)])
    house.register(supplier.owner, payer.party, 1)
    house.register(supplier.owner, payer.party, 2)
    house.ledger.close()
    assert audit(house.data, since=trusted).verified == 2
    forked = Checkpoint(trusted.origin, trusted.size, bytes(32))
    with pytest.raises(CorruptError, match="are not those checked before"):
        audit(house.data, since=forked)
    longer = Checkpoint(trusted.origin, trusted.size + 3, trusted.root)
    with pytest.raises(CorruptError, match="were checked before") as corrupt:
        audit(house.data, since=longer)
    assert corrupt.value.seq == trusted.size + 2


def test_a_ledger_in_use_is_audited_up_to_its_checkpoint(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.supplier()
    size = house.state.size
    with house.entries_file.open("ab") as file:
        file.write(b'{"at":17')  # a batch on its way
    assert audit(house.data).entries == size
    house.ledger.close()
    assert first_bad(house.data) == size
    house.reopen()
    house.ledger.close()
    assert audit(house.data).entries == size


def test_good_entries_behind_the_checkpoint_are_counted(tmp_path: Path) -> None:
    house = House(tmp_path)
    old, size = house.ledger.checkpoint(), house.state.size
    house.supplier()
    grown = house.state.size
    house.ledger.close()
    house.checkpoint_file.write_bytes(old)
    found = audit(house.data)
    assert (found.entries, found.checkpoint.size, found.behind) == (grown, size, grown - size)


def test_an_unknown_type_keeps_its_integrity_checked(tmp_path: Path) -> None:
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    claim = house.register(supplier.owner, payer.party, 100)
    size = house.state.size
    write_strange(house, supplier.owner, {"receivable": claim})
    found = audit(house.data)
    assert (found.unknown, found.entries) == (size, size + 1)
    lines = lines_of(house.data / "ledger")
    spoil_signature(house.data / "ledger", lines, size)
    with pytest.raises(CorruptError) as corrupt:
        audit(house.data)
    assert corrupt.value.seq == size


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="nothing"):
        audit(tmp_path / "nothing")


# Changed ledgers.


def test_every_single_changed_byte_names_its_entry(sound: House, copy: Path) -> None:
    """One byte in each of many places of each line: digits, keys, hex, braces, the newline."""
    lines = lines_of(copy)
    for seq, line in enumerate(lines):
        for place in {*range(0, len(line), 61), 7, len(line) - 1, len(line) - 30}:
            broken = bytearray(line)
            broken[place] ^= 1
            put(copy, [*lines[:seq], bytes(broken), *lines[seq + 1 :]])
            assert first_bad(copy) == seq, (place, line)


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_flipped_byte_is_found(sound: House, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.getbasetemp() / "flipped"
    if not folder.exists():
        shutil.copytree(sound.data / "ledger", folder)
    name = data.draw(st.sampled_from(["entries.jsonl", "entries.jsonl", "checkpoint"]))
    whole = (sound.data / "ledger" / name).read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    (folder / name).write_bytes(broken)
    try:
        with pytest.raises(CorruptError) as corrupt:
            audit(folder)
    finally:
        (folder / name).write_bytes(whole)
    if name == "entries.jsonl":
        assert corrupt.value.seq == whole[:place].count(b"\n")
    else:
        assert corrupt.value.seq is None
        assert "checkpoint" in str(corrupt.value)


Spoil = Callable[[list[bytes], int], list[bytes]]
SPOILS: dict[str, Spoil] = {
    "swapped": lambda lines, n: [*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]],
    "dropped": lambda lines, n: lines[:n] + lines[n + 1 :],
    "repeated": lambda lines, n: [*lines[: n + 1], lines[n], *lines[n + 1 :]],
    "cut": lambda lines, n: lines[:n],
    "blank": lambda lines, n: [*lines[:n], b"\n", *lines[n:]],
    "carriage return": lambda lines, n: [*lines[:n], lines[n][:-1] + b"\r\n", *lines[n + 1 :]],
    "unicode line end": lambda lines, n: [*lines[:n], lines[n][:-1] + "\u2028\n".encode(), *lines[n + 1 :]],
}


@pytest.mark.parametrize("how", SPOILS)
def test_lines_moved_about(copy: Path, how: str) -> None:
    lines = lines_of(copy)
    for seq in range(len(lines) - 1):
        put(copy, SPOILS[how](lines, seq))
        assert first_bad(copy) == (seq + 1 if how == "repeated" else seq)
    put(copy, [*lines, lines[-1]])
    assert first_bad(copy) == len(lines)
    put(copy, lines)
    audit(copy)


def test_files_lost_emptied_or_of_another_ledger(sound: House, copy: Path, tmp_path: Path) -> None:
    lines, note = lines_of(copy), (copy / "checkpoint").read_bytes()
    (copy / "checkpoint").write_bytes(b"")
    with pytest.raises(CorruptError, match=r"checkpoint.*put back the newest copy"):
        audit(copy)
    (copy / "checkpoint").unlink()
    with pytest.raises(CorruptError, match="the checkpoint is missing"):
        audit(copy)
    (copy / "checkpoint").write_bytes(note)
    put(copy, [])
    assert first_bad(copy) == 0
    put(copy, lines)
    other = House(tmp_path / "other")
    other.ledger.close()
    (copy / "checkpoint").write_bytes(other.checkpoint_file.read_bytes())
    with pytest.raises(CorruptError, match="checkpoint"):
        audit(copy)
    put(copy, [lines_of(other.data / "ledger")[0], *lines[1:]])
    (copy / "checkpoint").write_bytes(note)
    assert first_bad(copy) == 0


# An insider with the log's key: everything fits together, but people did not sign it, or the rules forbid it.


def reseal(sound: House, folder: Path, lines: list[bytes]) -> None:
    """Write ``lines`` with all links mended and a true checkpoint over them."""
    keys = Keys.load(sound.data.with_name("data.keys"))
    tree, sealed, prev = MerkleTree(), [], None
    for line in lines:
        entry = parse.entry(line.rstrip(b"\n"))
        if prev is not None:
            payload = parse.payload(entry) if isinstance(entry.event, Event) else None
            place = prev.seq + 1
            entry = seal(entry.v, entry.rules, place, entry.at, prev.hash, entry.event, entry.sig, payload)
        tree.append(leaf_hash(entry.raw))
        sealed.append(entry.raw + b"\n")
        prev = entry
    put(folder, sealed)
    signer = Signer("tallystick.invalid", keys.log)
    (folder / "checkpoint").write_bytes(sign_checkpoint(Checkpoint(signer.name, len(sealed), tree.root()), signer))


def spoil_signature(folder: Path, lines: list[bytes], seq: int) -> None:
    """Replace the signature of one entry and mend everything after it, with the log's own key."""
    entry = parse.entry(lines[seq][:-1])
    forged = seal(entry.v, entry.rules, seq, entry.at, entry.prev, entry.event, bytes(64), parse.payload(entry))
    house = House.__new__(House)
    house.data = folder.parent
    reseal(house, folder, [*lines[:seq], forged.raw + b"\n", *lines[seq + 1 :]])


def test_resealing_as_such_changes_nothing(sound: House, copy: Path) -> None:
    reseal(sound, copy, lines_of(copy))
    assert audit(copy) == audit(sound.data)


@pytest.mark.parametrize("seq", [1, 5, -1])
def test_a_forged_signature(sound: House, copy: Path, seq: int) -> None:
    lines = lines_of(copy)
    seq %= len(lines)
    entry = parse.entry(lines[seq][:-1])
    forged = seal(entry.v, entry.rules, seq, entry.at, entry.prev, entry.event, bytes(64), parse.payload(entry))
    reseal(sound, copy, [*lines[:seq], forged.raw + b"\n", *lines[seq + 1 :]])
    with pytest.raises(CorruptError, match="signature is not by its key") as corrupt:
        audit(copy)
    assert corrupt.value.seq == seq


def test_a_decision_that_the_rules_forbid(sound: House, copy: Path) -> None:
    """The first endorsement is left out by the operator: the second one's turn still stands, but refers to another."""
    lines = lines_of(copy)
    seq = next(n for n, line in enumerate(lines) if b'"type":"invite"' in line)
    reseal(sound, copy, lines[:seq] + lines[seq + 1 :])
    with pytest.raises(CorruptError, match="the rules do not admit it: refused") as corrupt:
        audit(copy)
    assert corrupt.value.seq == seq


def test_time_that_goes_back(sound: House, copy: Path) -> None:
    lines = lines_of(copy)
    entry = parse.entry(lines[3][:-1])
    early = seal(entry.v, entry.rules, 3, entry.at - 1, entry.prev, entry.event, entry.sig, parse.payload(entry))
    reseal(sound, copy, [*lines[:3], early.raw + b"\n", *lines[4:]])
    with pytest.raises(CorruptError, match="before the entry before") as corrupt:
        audit(copy)
    assert corrupt.value.seq == 3


# Signatures on several cores.


def test_workers_find_the_first_bad_one() -> None:
    key = PrivateKey.generate()
    payloads = [b"%d" % n for n in range(3000)]
    with Signatures(2) as checking:
        for seq, payload in enumerate(payloads):
            sig = bytes(64) if seq in (1500, 2900) else key.sign(payload)
            checking.add(seq, key.public.data, payload, sig)
        checking.finish()
        assert (checking.bad, checking.checked) == (1500, 3000)


def test_a_small_order_key_proves_nothing() -> None:
    identity = (1).to_bytes(32, "little")
    assert first_bad_signature([(7, identity, b"{}", identity + bytes(32))]) == 7


def test_a_worker_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures.sys, "executable", "/bin/false")
    with Signatures(1) as checking:
        checking.add(1, bytes(32), b"{}", bytes(64))
        with pytest.raises(LedgerError, match="run the audit again"):
            checking.finish()


def batch(count: int, *bad: int) -> list[Job]:
    key = PrivateKey.generate()
    return [(n, key.public.data, b"%d" % n, bytes(64) if n in bad else key.sign(b"%d" % n)) for n in range(count)]


def checked(verifiers: Verifiers, *batches: list[Job]) -> list[list[int]]:
    """The bad ones of each batch, whatever the order in which they came back."""
    found: dict[int, list[int]] = {}
    for jobs in batches:
        verifiers.send(jobs)
    while len(found) < len(batches):
        for jobs, faults in verifiers.finished(wait=True):
            found[id(jobs)] = [number for number, _ in faults]
    assert verifiers.finished(wait=False) == []
    return [found[id(jobs)] for jobs in batches]


@pytest.fixture
def crew() -> Iterator[Verifiers]:
    """Verifiers with two workers that are up."""
    verifiers = Verifiers(2)
    assert checked(verifiers, batch(3)) == [[]]  # no crowd, no worker
    assert not verifiers._starting
    deadline = time.monotonic() + 30
    while len(verifiers._workers) < 2 and time.monotonic() < deadline:
        assert checked(verifiers, batch(20, 3)) == [[3]]
        time.sleep(0.01)
    yield verifiers
    verifiers.close()
    assert checked(verifiers, batch(20, 3)) == [[3]]
    assert not verifiers._workers


def test_a_crowd_is_checked_by_workers_a_few_ahead(crew: Verifiers) -> None:
    assert len(crew._workers) == 2
    assert checked(crew, batch(20), batch(20, 3, 11), batch(9), batch(2, 0)) == [[], [3, 11], [], [0]]
    assert crew.room()
    for number in range(4):
        crew.send(batch(200, number))
    assert not crew.room()
    assert {len(sent) for sent in crew._workers.values()} == {2}
    found = []
    while len(found) < 4:
        found += [faults[0][0] for _, faults in crew.finished(wait=True)]
    assert sorted(found) == [0, 1, 2, 3]


@pytest.mark.parametrize("when", ["before", "after"])
def test_workers_that_die_are_done_without(crew: Verifiers, when: str) -> None:
    workers, jobs = list(crew._workers), batch(50, 7)
    if when == "after":
        crew.send(jobs)
    for worker in workers:
        worker._process.kill()
        worker._process.wait()
    if when == "before":
        crew.send(jobs)
    (found,) = crew.finished(wait=True)
    assert (found[0] is jobs, [number for number, _ in found[1]]) == (True, [7])
    assert checked(crew, batch(30, 1), batch(30)) == [[1], []]
    assert not crew._workers


def test_workers_that_hang_are_done_without(crew: Verifiers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "PATIENCE", 0.2)
    jobs = batch(50, 7)
    for worker in crew._workers:
        worker._process.send_signal(signal.SIGSTOP)
    crew.send(jobs)
    (found,) = crew.finished(wait=True)
    assert (found[0] is jobs, [number for number, _ in found[1]]) == (True, [7])
    crew.close()  # while patience is short


def test_a_worker_that_hangs_is_ended_while_another_is_busy(crew: Verifiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else whoever waits for the one that hangs would wait as long as others have work for the other."""
    monkeypatch.setattr(signatures, "PATIENCE", 0.2)
    hangs, jobs = next(iter(crew._workers)), batch(50, 7)
    hangs._process.send_signal(signal.SIGSTOP)
    crew.send(jobs)
    assert list(crew._workers[hangs]) == [jobs]
    found: list[int] = []
    deadline = time.monotonic() + 30
    while not found and time.monotonic() < deadline:
        crew.send(batch(20))
        found = [number for done, faults in crew.finished(wait=True) if done is jobs for number, _ in faults]
    assert found == [7]
    assert len(crew._workers) == 1


def test_a_worker_that_takes_no_more_is_ended(crew: Verifiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is sent may be larger than a pipe holds, and nobody is to wait in the middle of it."""
    monkeypatch.setattr(signatures, "PATIENCE", 0.2)
    for worker in crew._workers:
        worker._process.send_signal(signal.SIGSTOP)
    (_, public, _, _), *_ = batch(1)
    jobs = [(number, public, bytes(60_000), bytes(64)) for number in range(40)]
    crew.send(jobs)
    (found,) = crew.finished(wait=True)
    assert (found[0] is jobs, [number for number, _ in found[1]]) == (True, list(range(40)))
    assert len(crew._workers) == 1
    crew.close()  # while patience is short


def test_what_was_sent_is_checked_when_the_workers_end(crew: Verifiers) -> None:
    crew.send(batch(300, 5))
    crew.close()
    assert [faults[0][0] for _, faults in crew.finished(wait=True)] == [5]


def test_what_was_sent_can_be_forgotten(crew: Verifiers) -> None:
    crew.send(batch(300, 5))
    crew.reset()
    assert crew.finished(wait=False) == []
    assert checked(crew, batch(30, 1)) == [[1]]


def test_one_core_has_no_workers() -> None:
    verifiers = Verifiers(1)
    assert checked(verifiers, batch(20)) == [[]]
    assert not verifiers._workers
    assert not verifiers._starting
    verifiers.close()


def test_a_larger_ledger_goes_to_the_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ledger import verify as module

    monkeypatch.setattr(module, "SMALL", 10)
    house = House(tmp_path)
    supplier, payer = house.supplier(), house.payer()
    claims = [house.register(supplier.owner, payer.party, n + 1) for n in range(10)]
    for claim in claims:
        house.submit("request", supplier.owner, asking(claim))
    house.ledger.close()
    found: Audit = audit(house.data, processes=2)
    assert found.verified == found.entries - 1
    lines = lines_of(house.data / "ledger")
    spoil_signature(house.data / "ledger", lines, 15)
    with pytest.raises(CorruptError) as corrupt:
        audit(house.data, processes=2)
    assert corrupt.value.seq == 15
    assert isinstance(parse.entry(lines[15][:-1]), Entry)
