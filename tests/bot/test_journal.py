"""The journal: what was acknowledged is there after any crash, and what is damaged says so."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from bot import journal as module
from bot.journal import DamagedError, FolderInUseError, Journal, StateError, WriteFailedError, load_key
from bot.storage import TinyStore
from bot.tables import JournalStorage

KEY = bytes(range(32))
WRITER = """
import sys
from pathlib import Path
from typing import Any
from bot import journal
from bot.storage import TinyStore
journal.COMPACT_AT = 20_000  # compact often, so that kills meet it
store = TinyStore(Path(sys.argv[1]), bytes(range(32)))
number = max((row["n"] for _, row in store.rows("acks")), default=0)
while True:
    number += 1
    with store.message():
        store.put("acks", "last", {"n": number})
        store.put("profiles", str(number % 50), {"n": number, "words": "x" * 200})
        store.put("log", str(number), {"n": number})
        store.delete("log", str(number - 100))
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


def _even(number: Any) -> bool:
    return int(number) % 2 == 0


def filled(folder: Path, count: int = 5) -> Path:
    store = TinyStore(folder, KEY)
    for number in range(count):
        store.put("t", str(number), {"n": number})
    store.close()
    return next(folder.glob("state.*.journal"))


def test_killed_at_any_moment_every_acknowledged_update_is_there(folder: Path) -> None:
    acknowledged = 0
    chance = random.Random(7)
    for _ in range(int(os.environ.get("TALLYSTICK_KILLS", "20"))):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged = max(acknowledged, int(writer.stdout.readline()))
            time.sleep(chance.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
            acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
        store = TinyStore(folder, KEY)
        last = store.get("acks", "last")
        assert last is not None
        assert acknowledged <= last["n"] <= acknowledged + 1
        acknowledged = last["n"]
        assert store.get("profiles", str(acknowledged % 50)) == {"n": acknowledged, "words": "x" * 200}
        assert {row["n"] for _, row in store.rows("log")} == set(range(max(1, acknowledged - 99), acknowledged + 1))
        store.close()
    assert acknowledged > 100


def test_a_second_process_is_refused_and_told_the_folder(folder: Path) -> None:
    store = TinyStore(folder, KEY)
    with pytest.raises(FolderInUseError, match="state is open in another process"):
        TinyStore(folder, KEY)
    store.close()
    TinyStore(folder, KEY).close()


@pytest.mark.parametrize("torn", [b"x", b"AAAA" * 100, b"\0" * 40, b"\0" * 40 + b"\n"])
def test_a_torn_last_line_is_set_aside(folder: Path, torn: bytes) -> None:
    path = filled(folder)
    with path.open("ab") as file:
        file.write(torn)
    store = TinyStore(folder, KEY)
    assert len(list(store.rows("t"))) == 5
    store.put("t", "more", {})
    store.close()
    assert torn.rstrip(b"\n") in (folder / "state.torn").read_bytes()
    store = TinyStore(folder, KEY)
    assert len(list(store.rows("t"))) == 6
    store.close()


def test_any_cut_of_the_journal_opens_with_what_came_before(folder: Path) -> None:
    path = filled(folder, 3)
    data = path.read_bytes()
    for length in range(len(data), data.index(b"\n"), -7):
        path.write_bytes(data[:length])
        store = TinyStore(folder, KEY)
        assert len(list(store.rows("t"))) == data[:length].count(b"\n") - 1
        store.close()


def test_a_damaged_line_is_named(folder: Path) -> None:
    path = filled(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    for number in range(1, len(lines)):
        for place in (0, len(lines[number]) // 2):
            bad = bytearray(lines[number])
            bad[place] = ord("B") if bad[place] == ord("A") else ord("A")
            path.write_bytes(b"".join([*lines[:number], bytes(bad), *lines[number + 1 :]]))
            with pytest.raises(DamagedError, match=rf"{path.name}, line {number + 1}: damaged"):
                TinyStore(folder, KEY)


def test_lines_cannot_be_removed_moved_or_repeated(folder: Path) -> None:
    path = filled(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    header, a, b, c, d, e = lines
    for wrong, where_ in [([a, c, d, e], 3), ([b, a, c, d, e], 2), ([a, a, b], 3), ([b], 2)]:
        path.write_bytes(b"".join([header, *wrong]))
        with pytest.raises(DamagedError, match=f"line {where_}: damaged"):
            TinyStore(folder, KEY)


def test_missing_files_are_named(folder: Path) -> None:
    path = filled(folder)
    data = path.read_bytes()
    path.unlink()
    with pytest.raises(DamagedError, match="journal is missing"):
        TinyStore(folder, KEY)
    path.write_bytes(data)
    (folder / "state.snapshot").rename(folder / "elsewhere")
    with pytest.raises(DamagedError, match="snapshot is missing"):
        TinyStore(folder, KEY)
    (folder / "state.snapshot").write_bytes((folder / "elsewhere").read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(DamagedError, match="the end is missing"):
        TinyStore(folder, KEY)
    (folder / "state.snapshot").write_bytes(b"nonsense\n")
    with pytest.raises(DamagedError, match="not the header of a snapshot"):
        TinyStore(folder, KEY)


def test_a_crash_during_the_first_start_leaves_nothing_in_the_way(folder: Path) -> None:
    path = filled(folder, 0)
    (folder / "state.snapshot").unlink()
    TinyStore(folder, KEY).close()
    assert path.exists()


def test_a_crash_during_compaction_leaves_the_old_pair_or_the_new(folder: Path) -> None:
    path = filled(folder)
    old, snapshot = path.read_bytes(), (folder / "state.snapshot").read_bytes()
    store = TinyStore(folder, KEY)
    store.compact()
    store.close()
    assert not path.exists()
    path.write_bytes(old)  # the old journal was not removed yet
    store = TinyStore(folder, KEY)
    assert len(list(store.rows("t"))) == 5
    store.close()
    assert not path.exists()
    path.write_bytes(old)  # the new snapshot was not in place yet
    (folder / "state.snapshot").write_bytes(snapshot)
    store = TinyStore(folder, KEY)
    assert len(list(store.rows("t"))) == 5
    store.close()
    assert [p.name for p in folder.glob("state.*.journal")] == [path.name]


def test_another_key_is_told_from_damage(folder: Path) -> None:
    filled(folder)
    with pytest.raises(DamagedError, match="written with another key"):
        TinyStore(folder, bytes(32))


def test_nothing_on_disk_can_be_read_and_only_the_owner_may_try(folder: Path) -> None:
    store = TinyStore(folder, KEY)
    store.put("profiles", "1", {"secret": "我们在银川"})
    store.compact()
    store.put("profiles", "2", {"secret": "plaintext"})
    for path in folder.iterdir():
        data = path.read_bytes()
        assert "银川".encode() not in data
        assert b"plaintext" not in data
        assert b"profiles" not in data
    for name in ("state.snapshot", "state.2.journal"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    store.close()


def test_compaction_comes_by_itself_and_forgets_what_was_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COMPACT_AT", 10_000)
    store = TinyStore(folder, KEY)
    for number in range(500):
        store.put("t", "same", {"n": number, "words": "x" * 50})
    assert sum(p.stat().st_size for p in folder.iterdir()) < 25_000
    store.close()
    store = TinyStore(folder, KEY)
    assert store.get("t", "same") == {"n": 499, "words": "x" * 50}
    store.close()


def test_a_failed_write_ends_writing(folder: Path) -> None:
    journal = Journal(folder, KEY)
    journal.append([("t", "1", {"n": 1})])
    handle, journal._handle = journal._handle, os.open(folder, os.O_RDONLY)
    with pytest.raises(WriteFailedError, match="Make room or mend the disk"):
        journal.append([("t", "2", {"n": 2})])
    assert "2" not in journal.tables["t"]
    with pytest.raises(WriteFailedError, match="an earlier write failed"):
        journal.append([("t", "3", {"n": 3})])
    journal.close()
    os.close(handle)


def test_the_key_lives_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "data.keys" / "bot.key"
    with pytest.raises(StateError, match=r"bot\.key is missing"):
        load_key(path, create=False)
    key = load_key(path, create=True)
    assert load_key(path, create=False) == load_key(path, create=True) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for bad in (b"", b"short", b"\xff", b"AAAA"):
        path.write_bytes(bad)
        with pytest.raises(StateError, match="is not a key"):
            load_key(path, create=True)


def test_stock_tinydb_tables_work_on_it_too(folder: Path) -> None:
    with TinyDB(folder, KEY, storage=JournalStorage) as database:
        database.insert_multiple({"n": n} for n in range(3))
        database.update({"m": 1}, where("n") == 2)
        database.remove(where("n") == 0)
        assert database.tables() == {"_default"}
    with TinyDB(folder, KEY, storage=JournalStorage) as database:
        assert [dict(d) for d in database.all()] == [{"n": 1}, {"n": 2, "m": 1}]
        database.drop_tables()
        assert database.all() == []


def test_tinydb_queries_work_on_journal_tables(folder: Path) -> None:
    store = TinyStore(folder, KEY)
    table: Any = store.db.table("t")
    for number in range(4):
        store.put("t", f"k{number}", {"n": number, "deep": [number]})
    assert table.update({"even": True}, where("n").test(_even)) == ["k0", "k2"]
    table.update(lambda row: row["deep"].append(9), where("n") == 1)
    assert store.get("t", "k1") == {"n": 1, "deep": [1, 9]}
    with store.message():
        assert table.remove(where("even") == True) == ["k0", "k2"]  # noqa: E712 - TinyDB's way of asking
        assert table.count(where("n") >= 0) == 2
        store.put("t", "new", {"n": 9})
        assert sorted(d.doc_id for d in table) == ["k1", "k3", "new"]
        assert len(table) == 3
    store.close()
    store = TinyStore(folder, KEY)
    assert [key for key, _ in store.rows("t")] == ["k1", "k3", "new"]
    store.close()
