"""The power goes at any moment of an append or of a recovery: what was acknowledged is there, and nothing forks."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest

from ledger import snapshot
from ledger.errors import LedgerError
from ledger.service import Ledger
from tests.ledger.faulty import Nursery, Outcome
from tests.ledger.house import TestClock
from tests.ledger.powercut import Disk, Folder
from tests.ledger.test_faults import BROKEN, Original, judge, left_behind, made

Said = list[list[str]]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return made(tmp_path_factory.mktemp("original"))


class Cuts:
    """Every folder that a cut may leave, each once, with the most that had been said by then."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.said: Said = []
        self.found: dict[frozenset[tuple[str, bytes]], tuple[Folder, Said]] = {}
        self.disk = Disk(folder)
        self.disk.watch(patch.setattr, self.look)

    def say(self, *words: str) -> None:
        self.said.append(list(words))
        self.look()

    def look(self) -> None:
        for folder in self.disk.after_a_cut():
            self.found[frozenset(folder.items())] = (folder, list(self.said))


def laid_out(original: Original, to: Path, folder: Folder) -> Path:
    data = original.copy(to)
    shutil.rmtree(data / "ledger")
    (data / "ledger").mkdir()
    for name, content in folder.items():
        (data / "ledger" / name).write_bytes(content)
    return data


def opened(original: Original, data: Path) -> Ledger:
    return Ledger.open(data, clock=TestClock(original.now), scrypt_n=4)


def test_a_cut_in_an_append(original: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And in closing after it, with a snapshot."""
    data = original.copy(tmp_path / "copy")
    with monkeypatch.context() as patch:
        patch.setattr(snapshot, "MINIMUM", 1)
        cuts = Cuts(data / "ledger", patch)
        with opened(original, data) as ledger:
            for batch in (original.events[:1], original.events[1:]):
                for entry in ledger.submit_many(batch):
                    assert not isinstance(entry, LedgerError)
                    cuts.say("acknowledged", str(entry.seq), entry.hash)
                cuts.say("checkpoint", base64.b64encode(ledger.checkpoint()).decode())
        assert cuts.disk.true_to(data / "ledger")
        assert "snapshot" in cuts.disk.now
    assert len(cuts.found) > 15
    for folder, said in cuts.found.values():
        judge(original, laid_out(original, tmp_path / "cut", folder), Outcome(-9, said))


@pytest.mark.parametrize("broken", [BROKEN, b""])
@pytest.mark.parametrize("synced", [True, False])
def test_a_cut_in_a_recovery(
    original: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, synced: bool, broken: bytes
) -> None:
    """Two good entries lie behind the checkpoint, written by a process that died before or after its sync. Once they
    are shown they stay; a broken one after them is kept aside."""
    with Nursery() as nursery:
        data = left_behind(original, tmp_path / "copy", nursery, broken)
    with monkeypatch.context() as patch:
        cuts = Cuts(data / "ledger", patch)
        if not synced:
            cuts.disk.forget("entries.jsonl", (original.folder / "data" / "ledger" / "entries.jsonl").stat().st_size)
        with opened(original, data) as ledger:
            for seq in range(original.size, original.size + 2):
                cuts.say("acknowledged", str(seq), ledger.entry(seq).hash)
        assert cuts.disk.true_to(data / "ledger")
    assert len(cuts.found) > 3
    for folder, said in cuts.found.values():
        assert any(broken in content for content in folder.values()) or not (synced or said)
        judge(original, laid_out(original, tmp_path / "cut", folder), Outcome(-9, said))
