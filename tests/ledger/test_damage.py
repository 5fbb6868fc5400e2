"""Each file of a ledger removed, emptied, cut short, changed by a bit, taken from an older copy or another ledger.

Whatever it is, the ledger either opens and has everything that was acknowledged, or it does not open and says which
file, and what to do next. What is only used later (a text, a held key) is told when it is used.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ledger import snapshot
from ledger.checkpoint import Verifier, open_checkpoint
from ledger.cosigned import Policy
from ledger.errors import CorruptError, ForkError, MalformedError, MissingError, PinClosed, StorageError, WrongPin
from ledger.service import Ledger
from ledger.types import SignedEvent
from ledger.verify import audit
from tests.ledger.factories import hex32
from tests.ledger.house import House, TestClock
from tests.ledger.test_kept import WITNESSES, lines

PIN = "246810"
PERSON = hex32("keeper")


class Town:
    """A ledger with everything that a folder can hold, an older copy of it, and another ledger."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        house = self._lived(folder / "present")
        house.ledger.close()
        for name in ("data", "data.keys"):
            shutil.copytree(folder / "present" / name, folder / "older" / name)
        house.reopen()
        owner, payer = house.supplier().owner, house.payer()
        self._cosigned(house)
        self.text = house.ledger.texts.keep("a note of today")
        self.event = house.sign("register", owner, house.claim(payer.party, 100))
        self.now, self.vkey, self.id = house.now, house.ledger.log_vkey, house.ledger.id
        self.hashes = [house.ledger.entry(seq).hash for seq in range(house.state.size)]
        self.note = house.ledger.checkpoint()
        house.ledger.close()
        self._lived(folder / "foreign").ledger.close()

    def _lived(self, folder: Path) -> House:
        house = House(folder)
        house.supplier()
        house.ledger.texts.keep("a note")
        house.ledger.custody.create(PERSON, PIN)
        self._cosigned(house)
        return house

    @staticmethod
    def _cosigned(house: House) -> None:
        note = house.ledger.checkpoint()
        assert house.ledger.cosigned.keep(note, lines(note, 0, 1), Policy(WITNESSES, 2))

    def copy(self, to: Path) -> Path:
        shutil.rmtree(to, ignore_errors=True)
        for name in ("data", "data.keys"):
            shutil.copytree(self.folder / "present" / name, to / name)
        return to


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "MINIMUM", 1)  # so small a ledger has one, too
        return Town(tmp_path_factory.mktemp("town"))


def _older(town: Town, path: Path, name: str) -> None:
    older = town.folder / "older" / name
    if older.exists():
        path.write_bytes(older.read_bytes())


def _foreign(town: Town, path: Path, name: str) -> None:
    """The file of the other ledger in the same place; of what has no fixed name any of the same folder."""
    place = (town.folder / "foreign" / name).parent
    if not place.is_dir():
        place = next(each for each in place.parent.iterdir() if each.is_dir())
    wanted = place / path.name
    path.write_bytes((wanted if wanted.exists() else next(iter(place.iterdir()))).read_bytes())


def _flipped(_: Town, path: Path, __: str) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[len(data) // 2] ^= 1
    path.write_bytes(data)


DAMAGE: dict[str, Callable[[Town, Path, str], object]] = {
    "removed": lambda _, path, __: path.unlink(),
    "emptied": lambda _, path, __: path.write_bytes(b""),
    "halved": lambda _, path, __: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "shorter": lambda _, path, __: path.write_bytes(path.read_bytes()[:-1]),
    "flipped": _flipped,
    "older": _older,
    "foreign": _foreign,
}
STOPS = {
    "data/ledger/entries.jsonl": {*DAMAGE},
    "data/ledger/checkpoint": {*DAMAGE} - {"older"},  # the entries behind it are judged anew
    "data/ledger/cosigned": {*DAMAGE} - {"removed", "older"},
    "data.keys/log.pem": {*DAMAGE} - {"older", "shorter"},  # the last byte is the newline
    "data.keys/wrapping.key": {"removed", "emptied", "halved", "flipped"},
    "data.keys/fingerprint.key": {"removed", "emptied", "halved", "flipped"},
    "data.keys/texts.key": {"removed", "emptied", "halved", "flipped"},
}
"""What does not open."""
EITHER = {
    *((f"data.keys/{name}.key", "flipped") for name in ("wrapping", "fingerprint", "texts")),  # may still be a key
    ("data/ledger/cosigned", "flipped"),  # a line of a witness, whose keys the ledger does not know, is for checkers
}


def files(folder: Path) -> Iterator[str]:
    yield from sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("how", DAMAGE)
def test_each_file(town: Town, tmp_path: Path, how: str) -> None:
    seen = set()
    for name in files(town.folder / "present"):
        folder = town.copy(tmp_path / "copy")
        before = (folder / name).read_bytes()
        DAMAGE[how](town, folder / name, name)
        if (folder / name).exists() and (folder / name).read_bytes() == before:
            continue  # an older copy that is the same
        stopped = opens(town, folder, name)
        seen.add(name)
        if (name, how) not in EITHER:
            assert (stopped is not None) == (how in STOPS.get(name, ())), f"{name} {how}: {stopped}"
    assert {f"data/ledger/{name}" for name in ("entries.jsonl", "checkpoint", "snapshot")} <= seen


def opens(town: Town, folder: Path, name: str) -> str | None:
    """What the ledger says if it does not open. If it does, nothing is missing and nothing forks."""
    try:
        ledger = Ledger.open(folder / "data", clock=TestClock(town.now), scrypt_n=4)
    except (CorruptError, MissingError, MalformedError, StorageError) as error:
        told = str(error)
        places = (Path(name).name, "checkpoint: no signature", "not the keys of the ledger")
        assert any(place in told for place in places) or told.startswith("entry "), told
        return told
    with ledger:
        try:
            assert [ledger.entry(seq).hash for seq in range(ledger.state.size)] == town.hashes
        except CorruptError as error:  # opening from a snapshot reads no entry: who reads it is told, and the audit
            assert name == "data/ledger/entries.jsonl"
            with pytest.raises(CorruptError):
                audit(folder / "data", processes=0)
            return str(error)
        assert ledger.checkpoint() == town.note
        assert recorded(ledger, town.event) == len(town.hashes)
        notes = [town.note, ledger.checkpoint()]
        if name.startswith("data/texts") or name == "data.keys/texts.key":
            used(lambda: ledger.texts.read(town.text))
        if name.startswith("data/held") or name == "data.keys/wrapping.key":
            used(lambda: ledger.custody.unlock(PERSON, PIN))
    verifier = Verifier.from_vkey(town.vkey)
    assert [open_checkpoint(note, [verifier]).size for note in notes] == [len(town.hashes), len(town.hashes) + 1]
    assert audit(folder / "data", ledger=town.id, log_vkey=town.vkey, processes=0).entries == len(town.hashes) + 1
    return None


def recorded(ledger: Ledger, signed: SignedEvent) -> int:
    return ledger.submit(signed).seq


def used(door: Callable[[], object]) -> None:
    """It works, or is told as what it is."""
    with contextlib.suppress(MissingError, MalformedError, WrongPin, PinClosed):
        door()


def test_an_older_whole_is_told_by_what_was_kept_beside_it(town: Town, tmp_path: Path) -> None:
    """Entries and checkpoint from one older copy fit each other; what witnesses saw, and what was kept, is newer."""
    folder = town.copy(tmp_path / "copy")
    older = town.folder / "older" / "data" / "ledger"
    (tmp_path / "kept").write_bytes(town.note)
    for name in ("entries.jsonl", "checkpoint"):
        shutil.copy(older / name, folder / "data" / "ledger" / name)
    with pytest.raises(ForkError, match="this is an older copy; nothing was changed"):
        Ledger.open(folder / "data", clock=TestClock(town.now), scrypt_n=4)
    shutil.copy(older / "cosigned", folder / "data" / "ledger" / "cosigned")
    with pytest.raises(ForkError, match="this is an older copy; nothing was changed"):
        Ledger.open(folder / "data", clock=TestClock(town.now), scrypt_n=4, kept=[tmp_path / "kept"])
    with Ledger.open(folder / "data", clock=TestClock(town.now), scrypt_n=4) as ledger:  # nothing is left that knows
        assert ledger.state.size < len(town.hashes)
