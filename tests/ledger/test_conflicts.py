"""Notes of who spoke of another history: once while it lasts, kept afterwards, never more than so many."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger import conflicts
from ledger.conflicts import CONFLICTS, KINDS, MOST, Conflict, Conflicts, read
from ledger.errors import MalformedError
from ledger.types import Checkpoint

SHOWN = Checkpoint("log.example/tally", 7, bytes(range(32)))
WHY = "witness w: it signed 9 entries, and 7 are here: this ledger is an older copy"


@pytest.fixture
def noted(tmp_path: Path) -> Conflicts:
    return Conflicts(tmp_path)


def test_it_is_noted_once_while_it_lasts_and_again_when_it_comes_back(noted: Conflicts, tmp_path: Path) -> None:
    assert read(tmp_path) == ()
    first = noted.begun("w", "longer", WHY, SHOWN, 1)
    assert first == Conflict("w", "longer", WHY, 7, SHOWN.root.hex(), 1)
    assert noted.begun("w", "longer", "in other words", SHOWN, 2) is None
    assert Conflicts(tmp_path).begun("w", "longer", WHY, SHOWN, 3) is None
    assert noted.begun("w", "fork", WHY, SHOWN, 4) is not None
    assert noted.begun("v", "longer", WHY, SHOWN, 5) is not None
    assert [(each.about, each.over) for each in noted.over("w", 6)] == [("w", 6), ("w", 6)]
    assert noted.over("w", 7) == ()
    assert [(each.about, each.kind, each.over) for each in read(tmp_path)] == [
        ("w", "longer", 6), ("w", "fork", 6), ("v", "longer", None),
    ]  # fmt: skip
    assert noted.begun("w", "longer", WHY, SHOWN, 8) is not None
    assert len(read(tmp_path)) == 4


def test_no_more_are_kept_than_so_many_and_none_that_lasts_goes(
    noted: Conflicts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflicts, "MOST", 5)
    noted.begun("lasting", "fork", WHY, SHOWN, 0)
    for at in range(1, 9):
        noted.begun("w", "longer", WHY, SHOWN, at)
        noted.over("w", at)
    assert [each.at for each in read(tmp_path)] == [0, 5, 6, 7, 8]
    assert MOST >= 100


def test_every_kind_is_read_back(noted: Conflicts, tmp_path: Path) -> None:
    for kind in KINDS:
        noted.begun("文件/路径", kind, WHY, SHOWN, 1)
    assert [each.kind for each in read(tmp_path)] == list(KINDS)


@pytest.mark.parametrize(
    "line",
    [b"nonsense", b"[]", b"{}", b'{"about":"w","at":"1","kind":"fork","over":null,"root":"","size":1,"why":""}',
     b'{"about":"w","at":1,"kind":"quarrel","over":null,"root":"","size":1,"why":""}',
     b'{"about":1,"at":1,"kind":"fork","over":null,"root":"","size":1,"why":""}'],
)  # fmt: skip
def test_what_is_no_note_is_named_and_not_overwritten(noted: Conflicts, tmp_path: Path, line: bytes) -> None:
    noted.begun("w", "fork", WHY, SHOWN, 1)
    path = tmp_path / CONFLICTS
    path.write_bytes(path.read_bytes() + line + b"\n")
    before = path.read_bytes()
    for act in (lambda: read(tmp_path), lambda: noted.over("w", 2), lambda: noted.begun("v", "fork", WHY, SHOWN, 2)):
        with pytest.raises(MalformedError, match="conflicts, line 2"):
            act()
    assert path.read_bytes() == before
