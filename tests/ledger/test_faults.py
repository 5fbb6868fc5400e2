"""Faults at every system call of an append, of opening, of founding: nothing acknowledged is lost, nothing else shown.

After each fault the folder is opened again as after a restart. What was acknowledged is there; what was not is recorded
once when it is submitted again; no checkpoint that was ever signed and left the process contradicts another one of its
size; the audit finds nothing. ``TALLYSTICK_FAULTS=all`` tries every fault at every call, by default each call meets the
kill and one other fault. ``python -m tests.ledger.under_strace`` does the same with the kernel's own hand.
"""

from __future__ import annotations

import base64
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from ledger.checkpoint import Note, Verifier, open_checkpoint
from ledger.errors import LockedError, MalformedError, SignatureError
from ledger.service import Ledger
from ledger.snapshot import SNAPSHOT
from ledger.types import SignedEvent
from ledger.verify import audit
from tests.ledger.faulty import FAULTS, HARMLESS, Nursery, Outcome, Task, packed
from tests.ledger.house import House, TestClock

ALL = os.environ.get("TALLYSTICK_FAULTS") == "all"
EVENTS = 3


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as ready:
        yield ready


@dataclass
class Original:
    """A sound ledger that is copied for each fault, and events that fit it."""

    folder: Path
    now: int
    ledger: str
    vkey: str
    size: int
    events: list[SignedEvent]

    def copy(self, to: Path) -> Path:
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to)
        return to / "data"

    def task(self, what: str, data: Path, fault: str = "none", at: int = 0) -> Task:
        return Task(what, str(data), self.now, tuple(map(packed, self.events)), fault, at)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return made(tmp_path_factory.mktemp("original"))


def made(folder: Path) -> Original:
    house = House(folder)
    yinhe, helan = house.supplier(), house.payer()
    events = [house.sign("register", yinhe.owner, house.claim(helan.party, 100 + number)) for number in range(EVENTS)]
    size = house.state.size
    house.ledger.close()
    return Original(folder, house.now, house.ledger.id, house.ledger.log_vkey, size, events)


# What holds after every fault.


class Notary:
    """Every signed checkpoint that left the process: one root for each size."""

    def __init__(self, vkey: str) -> None:
        self._verifier = Verifier.from_vkey(vkey)
        self.roots: dict[int, bytes] = {}

    def witness(self, note: bytes) -> int:
        found = open_checkpoint(note, [self._verifier])
        assert self.roots.setdefault(found.size, found.root) == found.root, "two signed roots of one size"
        return found.size

    def look(self, folder: Path) -> None:
        """At whatever lies there, also what a crash left."""
        for path in folder.iterdir():
            with_notes = path.name.startswith("checkpoint")
            if with_notes:
                try:
                    Note.parse(path.read_bytes())
                    self.witness(path.read_bytes())
                except (MalformedError, SignatureError):
                    assert path.name != "checkpoint"  # only a temporary file may be torn


def judge(original: Original, data: Path, outcome: Outcome) -> None:
    """Restart and look."""
    notary = Notary(original.vkey)
    for line in (*outcome.words("open"), *outcome.words("checkpoint")):
        notary.witness(base64.b64decode(line[-1]))
    notary.look(data / "ledger")
    acknowledged = {int(seq): entry_hash for seq, entry_hash in outcome.words("acknowledged")}
    with Ledger.open(data, clock=TestClock(original.now), scrypt_n=4) as ledger:
        notary.witness(ledger.checkpoint())
        found = {seq: ledger.entry(seq).hash for seq in range(ledger.state.size)}
        assert acknowledged.items() <= found.items()
        assert original.size + len(acknowledged) <= len(found) <= original.size + EVENTS
        again = [ledger.submit(signed) for signed in original.events]
        assert {entry.seq: entry.hash for entry in again}.items() >= acknowledged.items()
        assert sorted(entry.seq for entry in again) == list(range(original.size, original.size + EVENTS))
        notary.witness(ledger.checkpoint())
    done = audit(data, ledger=original.ledger, log_vkey=original.vkey, processes=0)
    assert (done.entries, done.behind) == (original.size + EVENTS, 0)


def refused_properly(outcome: Outcome, path: str) -> None:
    """A write that failed is told in one sentence that says what to do, and then every door is shut."""
    ((told,),) = outcome.words("failed")
    assert path in told
    assert any(remedy in told for remedy in ("free some space", "check it", "raise the limit", "give this user")), told
    assert not outcome.words("ajar")
    assert [name for name, _ in outcome.words("shut")] == ["submit", "state", "checkpoint", "entry", "receipt"]
    assert {text.split(": ", 1)[1] for _, text in outcome.words("shut")} == {
        "an earlier write failed; end this process and start it again, which recovers"
    }


# Every call, every fault.


def faults(number: int) -> tuple[str, ...]:
    """Those that this call meets: the kill and, unless all are wanted, the others in turn."""
    others = FAULTS[1:]
    return FAULTS if ALL else ("kill", others[number % len(others)])


@pytest.mark.parametrize("what", ["append", "batch"])
def test_a_fault_at_every_call_of_an_append(nursery: Nursery, original: Original, tmp_path: Path, what: str) -> None:
    sound = nursery.run(original.task(what, original.copy(tmp_path / "sound")))
    assert (sound.status, len(sound.words("acknowledged"))) == (0, EVENTS)
    judge(original, tmp_path / "sound" / "data", sound)
    assert {"write", "fdatasync", "fsync", "replace"} <= set(sound.calls)
    for number, call in enumerate(sound.calls, 1):
        for fault in faults(number):
            data = original.copy(tmp_path / "copy")
            outcome = nursery.run(original.task(what, data, fault, number))
            assert outcome.status == (-9 if fault in ("kill", "torn") else 0), (call, number, fault)
            if outcome.status == 0:
                refused_properly(outcome, str(data))
            judge(original, data, outcome)


def test_a_fault_at_every_call_of_closing(nursery: Nursery, original: Original, tmp_path: Path) -> None:
    """What closing writes is a snapshot, without which everything is as it was."""
    sound = nursery.run(original.task("close", original.copy(tmp_path / "sound")))
    assert (tmp_path / "sound" / "data" / "ledger" / SNAPSHOT).exists()
    assert {"write", "fsync", "replace"} <= set(sound.calls)
    for number, call in enumerate(sound.calls, 1):
        for fault in faults(number):
            data = original.copy(tmp_path / "copy")
            outcome = nursery.run(original.task("close", data, fault, number))
            assert outcome.status == (-9 if fault in ("kill", "torn") else 0), (call, number, fault)
            assert len(outcome.words("acknowledged")) == EVENTS
            judge(original, data, outcome)


def test_a_write_that_takes_half_is_no_fault(nursery: Nursery, original: Original, tmp_path: Path) -> None:
    sound = nursery.run(original.task("append", original.copy(tmp_path / "copy")))
    for number in [number for number, call in enumerate(sound.calls, 1) if call == "write"]:
        data = original.copy(tmp_path / "copy")
        outcome = nursery.run(original.task("append", data, HARMLESS, number))
        assert len(outcome.words("acknowledged")) == EVENTS
        judge(original, data, outcome)


@pytest.mark.parametrize("room", [0, 1, 200, 700, 1_500, 2_400])
def test_a_file_that_may_not_grow_further(nursery: Nursery, original: Original, tmp_path: Path, room: int) -> None:
    """The kernel writes what fits, and then reports EFBIG."""
    data = original.copy(tmp_path / "copy")
    full = (data / "ledger" / "entries.jsonl").stat().st_size
    outcome = nursery.run(original.task("append", data, "limit", full + room))
    refused_properly(outcome, "entries.jsonl")
    assert "the file is larger than this system allows; raise the limit" in outcome.words("failed")[0][0]
    assert len(outcome.words("acknowledged")) < EVENTS
    judge(original, data, outcome)


# Opening: what a crash left is recovered, or put aside, at whatever call that is interrupted.


BROKEN = b'{"at":1,"event":{"half\n{"and":"more"}'


def left_behind(original: Original, to: Path, nursery: Nursery, broken: bytes = BROKEN) -> Path:
    """Two good entries behind the checkpoint, and what follows them."""
    data = original.copy(to)
    note = (data / "ledger" / "checkpoint").read_bytes()
    outcome = nursery.run(replace(original.task("append", data), events=tuple(map(packed, original.events[:2]))))
    assert len(outcome.words("acknowledged")) == 2
    (data / "ledger" / "checkpoint").write_bytes(note)
    with (data / "ledger" / "entries.jsonl").open("ab") as file:
        file.write(broken)
    return data


def test_a_fault_at_every_call_of_a_recovery(nursery: Nursery, original: Original, tmp_path: Path) -> None:
    prepared = left_behind(original, tmp_path / "prepared", nursery)
    before = (prepared / "ledger" / "entries.jsonl").read_bytes()
    data = tmp_path / "copy" / "data"
    shutil.copytree(prepared.parent, data.parent)
    sound = nursery.run(original.task("open", data))
    assert sound.words("open")[0][0] == str(original.size + 2)
    assert {"write", "fsync", "ftruncate", "replace"} <= set(sound.calls)
    for number, call in enumerate(sound.calls, 1):
        for fault in faults(number):
            shutil.rmtree(data.parent)
            shutil.copytree(prepared.parent, data.parent)
            outcome = nursery.run(original.task("open", data, fault, number))
            assert outcome.status == (-9 if fault in ("kill", "torn") else 0), (call, number, fault)
            for kind, told in outcome.words("closed"):
                assert kind == "StorageError"
                assert "then start again" in told
            judge(original, data, outcome)
            aside = b"".join(path.read_bytes() for path in sorted((data / "ledger").glob("quarantine-*")))
            assert BROKEN in aside, "what was taken away is kept"
            assert before.startswith((data / "ledger" / "entries.jsonl").read_bytes()[: len(before) - len(BROKEN)])


def test_a_fault_at_every_call_of_founding(nursery: Nursery, original: Original, tmp_path: Path) -> None:
    """A ledger that was not founded wholly is founded by another try, or says what is in the way."""
    sound = nursery.run(Task("found", str(tmp_path / "sound" / "data"), original.now))
    assert sound.words("open")
    for number, call in enumerate(sound.calls, 1):
        for fault in faults(number) if ALL else (FAULTS[number % len(FAULTS)],):
            data = tmp_path / "new" / "data"
            shutil.rmtree(data.parent, ignore_errors=True)
            outcome = nursery.run(Task("found", str(data), original.now, fault=fault, at=number))
            assert outcome.status == (-9 if fault in ("kill", "torn") else 0), (call, number, fault)
            there = (data / "ledger").exists()
            again = nursery.run(Task("open" if there else "found", str(data), original.now))
            for kind, told in again.words("closed"):
                assert (kind, there) == ("StorageError", False)
                assert (
                    "keys are there already, perhaps of another ledger; move them away or name another folder" in told
                )
                data.with_name("data.keys").rename(data.with_name("aside"))
                again = nursery.run(Task("found", str(data), original.now))
            assert again.words("open")[0][0] == "1"


# Readers.


def test_nothing_is_shown_before_it_is_on_the_disk(
    original: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the disk takes its time nobody sees the new entry: not in memory, and not in the checkpoint's file."""
    data = original.copy(tmp_path / "copy")
    reached, go, real, seen = threading.Event(), threading.Event(), os.fdatasync, list[int]()

    def slow(fd: int) -> None:
        reached.set()
        go.wait(60)
        real(fd)

    with Ledger.open(data, clock=TestClock(original.now), scrypt_n=4) as ledger:
        before = ledger.checkpoint()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", slow)
            writer = threading.Thread(target=ledger.submit, args=(original.events[0],))
            reader = threading.Thread(target=lambda: seen.append(ledger.state.size))
            writer.start()
            assert reached.wait(60)
            reader.start()
            reader.join(0.2)  # it may wait for the disk; what it sees meanwhile is what was there
            assert seen in ([], [original.size])
            assert (data / "ledger" / "checkpoint").read_bytes() == before
            go.set()
            writer.join(60)
            reader.join(60)
        assert seen in ([original.size], [original.size + 1])
        assert ledger.state.size == original.size + 1


# Folders, processes.


@pytest.mark.parametrize("place", ["ledger", "ledger/entries.jsonl", "ledger/lock"])
def test_what_may_not_be_written(nursery: Nursery, original: Original, tmp_path: Path, place: str) -> None:
    """Wherever that begins, it is told with the path and what to do, and nothing has changed."""
    data = original.copy(tmp_path / "copy")
    locked, mode = data / place, (data / place).stat().st_mode
    locked.chmod(0o500 if locked.is_dir() else 0o400)
    before = (data / "ledger" / "entries.jsonl").read_bytes()
    outcome = nursery.run(original.task("append", data, "read-only"))
    locked.chmod(mode)
    assert outcome.status == 0
    assert not outcome.words("ajar")
    told = [line[-1] for line in (*outcome.words("closed"), *outcome.words("failed"))]
    assert [text.split(": ")[1] for text in told] == [
        "no permission to write here; give this user the folder, or choose another one"
    ]
    assert place in told[0]
    if outcome.words("closed"):
        assert (data / "ledger" / "entries.jsonl").read_bytes() == before
    judge(original, data, outcome)


def test_two_processes(nursery: Nursery, original: Original, tmp_path: Path) -> None:
    """The second one is refused, says why, and has changed nothing; once the first is killed, it may."""
    data = original.copy(tmp_path / "copy")
    with Ledger.open(data, clock=TestClock(original.now), scrypt_n=4) as first:
        for what in ("open", "append"):
            outcome = nursery.run(original.task(what, data))
            ((kind, told),) = outcome.words("closed")
            assert kind == LockedError.__name__
            assert (
                told == f"{data / 'ledger'} is in use by another process; stop that one first, or choose another folder"
            )
        assert first.submit(original.events[0]).seq == original.size
    killed = nursery.run(original.task("append", data, "kill", 3))
    assert killed.status == -9
    outcome = nursery.run(original.task("append", data))
    assert len(outcome.words("acknowledged")) == EVENTS
    judge(original, data, outcome)
