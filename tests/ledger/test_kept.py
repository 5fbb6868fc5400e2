"""Checkpoints kept elsewhere: a restored backup does not open for writing, and the newest cosigned one is carried."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import kept, receipts
from ledger.checkpoint import Note, Signature
from ledger.cosignatures import Witness
from ledger.cosigned import COSIGNED, Policy, merged
from ledger.errors import CorruptError, ForkError, MalformedError, MissingError, SignatureError, WitnessError
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import Checkpoint
from ledger.witness import cosign
from tests.ledger.house import House
from tests.ledger.watched import Log

KEYS = [PrivateKey.from_raw(bytes([number]) * 32) for number in range(1, 4)]
WITNESSES = tuple(Witness(f"witness.example/{number}", key.public) for number, key in enumerate(KEYS))


# --- notes in files -------------------------------------------------------------------------------


def test_one_note_and_many() -> None:
    log = Log()
    one, two, three = log.note(1), log.note(5), log.note(5)
    assert kept.notes(one) == [one]
    assert kept.notes(one + b"\n" + two + b"\n\n\n" + three) == [one, two, three]
    assert kept.notes(b"\n\n" + one.rstrip(b"\n")) == [one]
    assert kept.notes(one.replace(b"\n", b"\r\n") + two) == [one, two]
    found = kept.checkpoints(two + one, [log.signer.verifier])
    assert kept.newest(found) == log.checkpoint(5)


@pytest.mark.parametrize("data", [b"", b"\n", b"nothing", b"a\n5\nroot\n", b"a\n5\nroot\n\nnot a signature\n"])
def test_what_is_no_checkpoint(data: bytes) -> None:
    with pytest.raises(MalformedError, match=r"no checkpoint .* at byte 0"):
        kept.notes(data)
    with pytest.raises(MalformedError, match="at byte"):
        kept.notes(Log().note(3) + b"\n" + data.strip() + b"\nx")


def test_a_stranger_among_them() -> None:
    log, stranger = Log(), Log(key=PrivateKey.generate())
    with pytest.raises(SignatureError):
        kept.checkpoints(log.note(3) + b"\n" + stranger.note(4), [log.signer.verifier])
    with pytest.raises(MalformedError, match="more than"):
        kept.notes(bytes(kept.MAX_FILE + 1))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_a_proof_from_what_was_kept(old: int, new: int, shared: int) -> None:
    log, fork = Log("a"), Log("b")
    before, now = fork.checkpoint(old, shared), log.checkpoint(new, shared)
    good = old <= new and (old <= shared or log.tree.root(old) == before.root)
    if good:
        assert kept.proof(log.tree, before, now) == log.tree.consistency(old, new)
        kept.require_extended(log.tree, [before], "there")
    else:
        with pytest.raises(ForkError):
            kept.proof(log.tree, before, now)


# --- opening --------------------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.ledger.close()


def restored(house: House, tmp_path: Path) -> tuple[Path, Path]:
    """A backup that is older than the checkpoint kept in the file; the backup is in place."""
    house.ledger.close()
    shutil.copytree(house.data, tmp_path / "backup")
    house.ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)
    house.supplier()
    file = tmp_path / "kept"
    file.write_bytes(house.ledger.checkpoint())
    house.ledger.close()
    shutil.rmtree(house.data)
    shutil.copytree(tmp_path / "backup", house.data)
    return house.data, file


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_restored_backup_does_not_open(house: House, tmp_path: Path) -> None:
    data, file = restored(house, tmp_path)
    with (data / "ledger/entries.jsonl").open("ab") as entries:
        entries.write(b'{"half')  # what a crash left is not touched either
    before = contents(data)
    with pytest.raises(ForkError) as fault:
        Ledger.open(data, clock=house.clock, scrypt_n=4, kept=[file])
    assert "speaks of 4 entries, and 1 are here: this is an older copy" in str(fault.value)
    assert str(file) in str(fault.value)
    assert "--accept-loss" in str(fault.value)
    assert contents(data) == before


def test_a_fork_does_not_open(house: House, tmp_path: Path) -> None:
    data, file = restored(house, tmp_path)
    with Ledger.open(data, clock=house.clock, scrypt_n=4) as house.ledger:
        house.supplier()
        house.payer()
        house.payer()
    with pytest.raises(ForkError, match="another root of its 4 entries than this ledger: history differs"):
        Ledger.open(data, clock=house.clock, scrypt_n=4, kept=[file])


def test_an_older_checkpoint_and_many_in_a_file(house: House, tmp_path: Path) -> None:
    file = tmp_path / "announced"
    notes = [house.ledger.checkpoint()]
    for _ in range(2):
        house.supplier()
        notes.append(house.ledger.checkpoint())
    file.write_bytes(b"\n".join(notes))
    house.ledger.close()
    with Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[file, file]) as ledger:
        assert ledger.checkpoint() == notes[-1]
    file.write_bytes(notes[0] + b"\n" + notes[1].replace(b"4", b"5"))
    with pytest.raises(CorruptError, match="no checkpoint of this ledger: name the right file"):
        Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[file])
    with pytest.raises(MissingError, match="gone"):
        Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[tmp_path / "gone"])


def test_entries_behind_the_checkpoint_count(house: House, tmp_path: Path) -> None:
    """A copy whose checkpoint file is older than its entries is not older than what they lead to."""
    before = house.checkpoint_file.read_bytes()
    house.supplier()
    (tmp_path / "kept").write_bytes(house.ledger.checkpoint())
    house.ledger.close()
    house.checkpoint_file.write_bytes(before)
    with Ledger.open(house.data, clock=house.clock, scrypt_n=4, kept=[tmp_path / "kept"]) as ledger:
        assert ledger.checkpoint() == (tmp_path / "kept").read_bytes()


# --- the cosigned checkpoint ----------------------------------------------------------------------


def lines(note: bytes, *numbers: int) -> list[Signature]:
    text = Note.parse(note).text
    return [cosign(text, WITNESSES[number], KEYS[number], 1_795_320_000) for number in numbers]


def witnessed(ledger: Ledger, seq: int) -> tuple[int, int]:
    """Size of the checkpoint of a receipt, and how many witnesses signed it."""
    found = receipts.verify(ledger.receipt(seq), [ledger.log_vkey], ledger.id, witnesses=WITNESSES)
    return found.checkpoint.size, len(found.cosigned)


def test_what_has_the_quorum_is_kept_and_carried(house: House) -> None:
    policy = Policy(WITNESSES, 2)
    house.supplier()
    first = house.ledger.checkpoint()
    assert not house.ledger.cosigned.keep(first, lines(first, 0), policy)
    assert not (house.data / "ledger" / COSIGNED).exists()
    assert witnessed(house.ledger, 1) == (4, 0)
    assert house.ledger.cosigned.keep(first, lines(first, 0, 2), policy)
    assert witnessed(house.ledger, 1) == (4, 2)
    assert house.ledger.cosigned.keep(first, lines(first, 1), policy)  # a late one is added
    assert witnessed(house.ledger, 3) == (4, 3)
    house.supplier()
    assert witnessed(house.ledger, 1) == (4, 3)
    assert witnessed(house.ledger, 6) == (7, 0)  # newer than what the witnesses saw
    second = house.ledger.checkpoint()
    assert merged(second, house.ledger.cosigned.note) == second
    assert house.ledger.cosigned.keep(second, lines(second, 0, 1), policy)
    assert not house.ledger.cosigned.keep(second, [], Policy(WITNESSES[2:], 1))
    assert house.ledger.cosigned.keep(first, lines(first, 0, 1, 2), policy)  # late, and older: not put back
    house.reopen()
    assert witnessed(house.ledger, 6) == (7, 2)
    assert Note.parse(merged(second, house.ledger.cosigned.note)).signatures[1:] == tuple(lines(second, 0, 1))


def test_a_bad_line_or_a_stranger_is_not_kept(house: House) -> None:
    policy, note = Policy(WITNESSES, 1), house.ledger.checkpoint()
    bad = Signature(WITNESSES[0].name, WITNESSES[0].key_id, bytes(72))
    with pytest.raises(SignatureError):
        house.ledger.cosigned.keep(note, [bad], policy)
    other = Log().note(1)
    with pytest.raises(SignatureError):
        house.ledger.cosigned.keep(other, lines(other, 0), policy)
    assert house.ledger.cosigned.note is None


def test_a_cosigned_checkpoint_stops_an_older_copy(house: House, tmp_path: Path) -> None:
    """Witnesses saw entries that are not here: whoever put an older ``entries`` and ``checkpoint`` back is stopped."""
    shutil.copytree(house.data / "ledger", tmp_path / "old")
    house.supplier()
    note = house.ledger.checkpoint()
    house.ledger.cosigned.keep(note, lines(note, 0), Policy(WITNESSES, 1))
    house.ledger.close()
    for name in ("entries.jsonl", "checkpoint"):
        shutil.copy(tmp_path / "old" / name, house.data / "ledger" / name)
    with pytest.raises(ForkError, match="cosigned: the checkpoint kept there speaks of 4 entries"):
        Ledger.open(house.data, clock=house.clock, scrypt_n=4)
    (house.data / "ledger" / COSIGNED).write_bytes(b"nonsense")
    with pytest.raises(CorruptError, match="no checkpoint of this ledger"):
        Ledger.open(house.data, clock=house.clock, scrypt_n=4)


def test_asking_with_proofs_from_the_ledger(house: House) -> None:
    house.supplier()
    note = house.ledger.checkpoint()
    house.supplier()
    visit = house.ledger.cosigned.visit(WITNESSES[0], note, 1)
    request = visit.request()
    assert (request.old, request.note) == (1, note)
    with pytest.raises(WitnessError):
        visit.heard(422, b"")


@pytest.mark.parametrize(("quorum", "witnesses"), [(0, WITNESSES), (4, WITNESSES), (1, ()), (1, WITNESSES[:1] * 2)])
def test_policies_that_cannot_be(quorum: int, witnesses: tuple[Witness, ...]) -> None:
    with pytest.raises(MalformedError):
        Policy(witnesses, quorum)


def test_an_empty_kept_checkpoint_is_extended_by_all() -> None:
    log = Log()
    log.checkpoint(5)
    kept.require_extended(log.tree, [Checkpoint(log.signer.name, 0, log.tree.root(0))], "there")
