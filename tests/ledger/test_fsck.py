"""A look at every file of a data folder: what is damaged, lost, erased or odd; and going on after an interruption."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import fsck, verify
from ledger.checkpoint import Note
from ledger.cosigned import COSIGNED, Policy
from ledger.errors import CorruptError, MalformedError, MissingError
from ledger.findings import FAULT, NOTE, TEXT_FIELDS, Finding, Look, Seen, commitments
from ledger.fsck import Checker
from ledger.types import Checkpoint
from ledger.verify import audit
from tests.ledger.factories import hex64
from tests.ledger.house import House
from tests.ledger.test_kept import WITNESSES, lines

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(tmp_path)
    yield house
    house.ledger.close()


@pytest.fixture
def written(house: House) -> House:
    """A ledger with three claims, each with a note whose text is kept."""
    supplier, payer = house.supplier(), house.payer()
    for number in range(3):
        note = house.ledger.texts.keep(f"note {number}")
        texts = {"invoice": None, "contract": None, "note": note}
        house.register(supplier.owner, payer.party, 100_000 + number, texts=texts)
    house.ledger.custody.create("ab" * 16, "246810")
    return house


def looked(house: House, **more: object) -> Look:
    state = house.data.with_name("look")
    found = Checker(house.data, house.data.with_name("data.keys"), house.clock, state).look(**more)  # type: ignore[arg-type]
    assert not state.exists()
    return found


def told(found: Look, kind: str = FAULT) -> list[str]:
    return [f"{Path(each.path).name}: {each.why}" for each in found.findings if each.kind == kind]


def whole(house: House) -> Look:
    """The house as the factories leave it: its names are hashes without texts, which is told and left aside here."""
    found = looked(house)
    found.findings = [each for each in found.findings if "lost: entry" not in each.why]
    return found


def notes_of(house: House) -> list[str]:
    bodies = [house.ledger.entry(seq).event.body for seq in range(1, house.ledger.state.size)]  # type: ignore[union-attr]
    return [str(body["texts"]["note"]) for body in bodies if "texts" in body]  # type: ignore[index,call-overload]


# --- which fields are texts -----------------------------------------------------------------------


def test_every_commitment_of_the_format_is_known() -> None:
    """docs/format.md marks them ``C``; the names of the fields are all that tells them from other hashes."""
    page = (DOCS / "format.md").read_text("utf-8")
    assert set(re.findall(r'"(\w+)": C\b', page)) == TEXT_FIELDS


def test_commitments_in_a_body() -> None:
    body = {
        "receivable": hex64("r"), "note": hex64("n"), "terms": {"due_on": None}, "account": None,
        "texts": {"invoice": hex64("i"), "contract": None}, "type": "confirm", "body": {"note": hex64("w")},
    }  # fmt: skip
    assert sorted(commitments(body)) == sorted([hex64("n"), hex64("i"), hex64("w")])  # type: ignore[arg-type]


# --- what is found --------------------------------------------------------------------------------


def test_a_sound_folder(written: House) -> None:
    found = whole(written)
    assert found.findings == []
    assert found.counts["entries"] == written.ledger.state.size - 1
    assert found.counts["texts kept"] == found.counts["text files"] == 3
    assert found.counts["held keys"] == 1


def test_erased_is_no_fault_and_lost_is_one(written: House) -> None:
    first, second, third = notes_of(written)
    written.ledger.texts.erase(first)
    (written.data / "texts" / second[:2] / second).unlink()
    path = written.data / "texts" / third[:2] / third
    path.with_name(f"{third}.erased").touch()  # an erasing that a crash cut short: the tombstone came first
    found = looked(written)
    assert found.counts["texts erased"] == 2
    assert found.counts["text files erased"] == 3
    faults = [line for line in told(found) if line.startswith(second)]
    assert len(faults) == 1
    assert "lost: entry" in faults[0]
    assert not [line for line in told(found) if first in line or third in line]
    assert [line for line in told(found, NOTE) if line.startswith(third) and "interrupted" in line]


def test_every_kind_of_damage_is_told(written: House) -> None:
    note = notes_of(written)[0]
    text = written.data / "texts" / note[:2] / note
    text.write_bytes(text.read_bytes()[:-1] + b"\0")
    held = written.data / "held" / ("ab" * 16)
    held.write_bytes(held.read_bytes().replace(b'"v":1', b'"v":2'))
    (written.data / "ledger" / "checkpoint.tmp").write_bytes(b"half")
    (written.data / "ledger" / "quarantine-1.jsonl").write_bytes(b"{}\n")
    (written.data / "texts" / "00").mkdir(exist_ok=True)
    (written.data / "texts" / "00" / "stranger").write_bytes(b"?")
    (written.data / "notes.txt").write_text("mine")
    written.data.with_name("data.keys").chmod(0o755)
    found = whole(written)
    assert [line.split(":")[0] for line in told(found)] == ["ab" * 16, "data.keys"]  # without keys, no text was opened
    assert sorted(line.split(":")[0] for line in told(found, NOTE)) == [
        "checkpoint.tmp", "notes.txt", "quarantine-1.jsonl",
    ]  # fmt: skip
    assert found.counts["text files not opened"] == 4
    written.data.with_name("data.keys").chmod(0o700)
    assert {line.split(":")[0] for line in told(whole(written))} == {"ab" * 16, note, "stranger"}


def test_keys_elsewhere_and_keys_of_another_ledger(written: House, tmp_path: Path) -> None:
    keys = written.data.with_name("data.keys")
    keys.rename(tmp_path / "away")
    found = whole(written)
    assert told(found) == []
    assert [line for line in told(found, NOTE) if "texts and keys were not opened" in line]
    (tmp_path / "b").mkdir()
    other = House(tmp_path / "b")
    other.ledger.close()
    shutil.copytree(tmp_path / "b" / "data.keys", keys)
    assert any("not the keys of the ledger tallystick.invalid" in line for line in told(whole(written)))


def test_entries_and_checkpoints(written: House, tmp_path: Path) -> None:
    note = written.ledger.checkpoint()
    written.ledger.cosigned.keep(note, lines(note, 0), Policy(WITNESSES, 1))
    assert whole(written).findings == []
    written.ledger.close()
    cosigned = written.data / "ledger" / COSIGNED
    good = cosigned.read_bytes()
    for bad in (b"", Note.parse(good).text.encode(), good.replace(b"\n\n", b"x\n\n", 1), good + good):
        cosigned.write_bytes(bad)
        assert [line for line in told(whole(written)) if line.startswith(COSIGNED)]
    cosigned.write_bytes(good)
    with written.entries_file.open("ab") as file:
        file.write(b'{"half')
    (fault,) = told(whole(written))
    assert f"entry {written_size(written)}: the line is cut off" in fault
    written.entries_file.write_bytes(b"".join(written.entries_file.read_bytes().splitlines(keepends=True)[:-2]))
    assert any("missing" in line for line in told(whole(written)))
    written.checkpoint_file.unlink()
    with pytest.raises(CorruptError, match="the checkpoint is missing"):
        looked(written)
    with pytest.raises(MissingError):
        Checker(tmp_path / "nothing", tmp_path / "keys", written.clock, tmp_path / "state")


def written_size(house: House) -> int:
    return len(house.entries_file.read_bytes().splitlines()) - 1


def test_nothing_is_changed(written: House) -> None:
    def contents() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in written.data.rglob("*") if path.is_file()}

    (written.data / "ledger" / "x.tmp").touch()
    before = contents()
    looked(written)
    assert contents() == before


# --- going on -------------------------------------------------------------------------------------


class Interrupted(Exception):
    pass


@pytest.mark.parametrize("after", [1, 4, 9, 13])
def test_an_interrupted_look_goes_on(written: House, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Interrupted at any of its steps, it ends with what an uninterrupted look finds, and looks at little twice."""
    monkeypatch.setattr(verify, "STEP", 1)
    monkeypatch.setattr(verify, "MILESTONE", 4)
    monkeypatch.setattr(fsck, "EVERY", 1)
    written.ledger.texts.erase(notes_of(written)[1])
    (written.data / "odd").touch()
    expected = looked(written)
    state, keys, steps = written.data.with_name("look"), written.data.with_name("data.keys"), [0, 0]

    def interrupt(stage: str, done: int, total: int | None) -> None:
        steps[0] += 1
        if steps[0] == after:
            raise Interrupted

    def count(stage: str, done: int, total: int | None) -> None:
        steps[1] += 1

    with pytest.raises(Interrupted):
        Checker(written.data, keys, written.clock, state, progress=interrupt).look()
    if after > 4:
        assert state.exists()
    again = Checker(written.data, keys, written.clock, state, progress=count).look(resume=True)
    assert (again.counts, sorted(map(str, again.findings))) == (expected.counts, sorted(map(str, expected.findings)))
    assert not state.exists()


def test_an_audit_tells_how_far_it_is(written: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "MILESTONE", 4)
    points: list[Checkpoint] = []
    found = audit(written.data, milestone=points.append)
    assert [point.size for point in points] == list(range(4, found.entries + 1, 4))
    again = audit(written.data, since=points[-1])
    assert again.verified == found.entries - points[-1].size
    assert len(again.proof) == len(written.ledger._book.tree.consistency(points[-1].size))


def test_a_forged_state_file(written: House) -> None:
    state, keys = written.data.with_name("look"), written.data.with_name("data.keys")
    for data in (b"", b"{}", b"[]", Look("a").format()[:-1], Look("another ledger").format()):
        state.write_bytes(data)
        with pytest.raises(MalformedError, match="without --resume"):
            Checker(written.data, keys, written.clock, state).look(resume=True)
    forged = Look(written.ledger.id, verified=Checkpoint("tallystick.invalid", 3, bytes(32)), stage="entries")
    state.write_bytes(forged.format())
    found = Checker(written.data, keys, written.clock, state).look(resume=True)
    assert any("not those checked before" in line for line in told(found))


def test_further_stages(written: House) -> None:
    def stage(after: str) -> Iterator[Seen]:
        yield Seen("one", "mine", Finding(FAULT, "one", "broken"))

    keys, state = written.data.with_name("data.keys"), written.data.with_name("look")
    (written.data / "mine").touch()
    checker = Checker(written.data, keys, written.clock, state, more={"mine": stage}, known=["mine"])
    found = checker.look()
    assert "one: broken" in told(found)
    assert not any(each.path.endswith("/mine") for each in found.findings)
