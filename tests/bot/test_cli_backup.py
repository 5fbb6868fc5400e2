"""Backups of secrets and held keys: what they bring back, and what they never overwrite."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from bot import demo
from bot.clock import SystemClock
from ledger import backup
from ledger.errors import MalformedError, PinClosed, StorageError, WrongPin
from ledger.service import Ledger
from ledger.types import Actor
from tests.bot.conftest import Run

N = 2**4


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A demo's data, its keys beside it, a passphrase, and a backup of both."""
    data = tmp_path / "town" / "data"
    demo.create(data, data.with_name("data.keys"), SystemClock(), scrypt_n=N).close()
    (tmp_path / "passphrase").write_text("correct horse battery\n")
    return data


def saved(run: Run, town: Path) -> None:
    status, out, err = run(
        "keys", "backup", "--to", "keys.backup", "--passphrase-file", "passphrase", "--data", str(town)
    )
    assert status == 0, err
    assert "held keys" in out


def restored(run: Run, town: Path) -> tuple[int, str, str]:
    return run("keys", "restore", "keys.backup", "--passphrase-file", "passphrase", "--data", str(town))


def keys_of(town: Path) -> Path:
    return town.with_name("data.keys")


def contents(*folders: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in folder.iterdir() if path.is_file()}


def test_what_was_lost_comes_back_and_signs(run: Run, town: Path, tmp_path: Path) -> None:
    before = contents(keys_of(town), town / "held")
    saved(run, town)
    assert (tmp_path / "keys.backup").stat().st_mode & 0o777 == 0o600
    for content in before.values():
        assert content not in (tmp_path / "keys.backup").read_bytes() or len(content) < 8
    shutil.rmtree(keys_of(town))
    shutil.rmtree(town / "held")
    status, out, err = restored(run, town)
    assert (status, err) == (0, "")
    assert f"restored {len(before)} files" in out
    assert contents(keys_of(town), town / "held") == before
    with Ledger.open(town, keys_of(town), SystemClock(), scrypt_n=N) as ledger:
        ledger.custody.unlock(demo.ident("lin"), demo.PIN).close()
    assert "restored 0 files" in restored(run, town)[1]


def test_nothing_that_differs_is_overwritten(run: Run, town: Path) -> None:
    saved(run, town)
    with Ledger.open(town, keys_of(town), SystemClock(), scrypt_n=N) as ledger:
        ledger.custody.change_pin(ledger.custody.unlock(demo.ident("lin"), demo.PIN), "864209")
    (keys_of(town) / "texts.key").unlink()
    before = contents(keys_of(town), town / "held")
    status, out, err = restored(run, town)
    assert (status, out) == (1, "")
    assert "newer than the backup; nothing was restored" in err
    assert contents(keys_of(town), town / "held") == before


def test_wrong_tries_stay_counted(run: Run, town: Path) -> None:
    saved(run, town)
    person = demo.ident("lin")
    with Ledger.open(town, keys_of(town), SystemClock(), scrypt_n=N) as ledger:
        for _ in range(4):
            with pytest.raises(WrongPin):
                ledger.custody.unlock(person, "135790")
        with pytest.raises(PinClosed):
            ledger.custody.unlock(person, "135790")
    (town / "held" / person).unlink()
    assert restored(run, town)[0] == 0
    with Ledger.open(town, keys_of(town), SystemClock(), scrypt_n=N) as ledger, pytest.raises(PinClosed):
        ledger.custody.unlock(person, demo.PIN)


def test_a_revoked_key_does_not_come_back(run: Run, town: Path) -> None:
    saved(run, town)
    clock, person, feng = SystemClock(), demo.ident("zhao"), demo.ident("feng")
    with Ledger.open(town, keys_of(town), clock, scrypt_n=N) as ledger:
        by, other = ledger.state.people[feng], ledger.state.people[person]
        body = {"person": person, "key": other.key, "suspect_since": None, "reason": "left"}
        _, payload = ledger.prepare("revoke", Actor(by.party, by.person, by.key), body)
        ledger.sign_and_submit(payload, ledger.custody.unlock(feng, demo.PIN))
        ledger.custody.discard(person)
    status, _, err = restored(run, town)
    assert status == 0
    assert "left out 1 held keys" in err
    assert not (town / "held" / person).exists()


def test_another_ledgers_backup_is_refused(run: Run, town: Path, tmp_path: Path) -> None:
    saved(run, town)
    other = tmp_path / "other" / "data"
    demo.create(other, other.with_name("data.keys"), SystemClock(), scrypt_n=N).close()
    status, _, err = restored(run, other)
    assert status == 2
    assert "is of ledger" in err


def test_where_a_backup_may_lie(run: Run, town: Path, tmp_path: Path) -> None:
    inside = str(keys_of(town) / "keys.backup")
    arguments = ("--passphrase-file", "passphrase", "--data", str(town))
    assert "where it would be lost with it" in run("keys", "backup", "--to", inside, *arguments)[2]
    (tmp_path / "keys.backup").touch()
    assert "is there already" in run("keys", "backup", "--to", "keys.backup", *arguments)[2]
    assert "no terminal to ask" in run("keys", "backup", "--to", "new", "--data", str(town))[2]
    assert "holds no ledger" in run("keys", "backup", "--to", "new", "--data", str(tmp_path / "none"))[2]


def sample() -> tuple[backup.Backup, bytes]:
    found = backup.Backup("ab" * 32, 5, {"keys/log.pem": b"secret", f"held/{'1' * 32}": b"{}"})
    return found, backup.seal(found, b"correct horse", scrypt_n=2)


def test_one_flipped_bit_anywhere_is_seen() -> None:
    found, sealed = sample()
    assert backup.unseal(sealed, b"correct horse") == found
    pick = random.Random(1)
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1 << pick.randrange(8)
        with pytest.raises(MalformedError):
            backup.unseal(bytes(changed), b"correct horse")
    for cut in range(0, len(sealed), 7):
        with pytest.raises(MalformedError):
            backup.unseal(sealed[:cut], b"correct horse")
    with pytest.raises(MalformedError, match="not its passphrase"):
        backup.unseal(sealed, b"correct hors")


def test_a_backup_writes_nowhere_else(tmp_path: Path) -> None:
    for name in ("keys/../log.pem", "held/../../x", "texts/aa", "keys/.ssh", "held/" + "g" * 32):
        sealed = backup.seal(backup.Backup("ab" * 32, 5, {name: b"x"}), b"correct horse", scrypt_n=2)
        with pytest.raises(MalformedError, match="no file of keys"):
            backup.unseal(sealed, b"correct horse")
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "my notes.txt").touch()
    with pytest.raises(StorageError, match="move it away"):
        backup.collect(tmp_path / "data", tmp_path / "keys")


def test_its_secrets_are_in_no_repr() -> None:
    found, _ = sample()
    assert "secret" not in repr(found)


def test_the_logs_key_is_replaced_on_the_command_line(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "real"
    assert run("init", "--origin", "ledger.example.org/sme", "--registrars", "1", "--data", str(data))[0] == 0
    before = run("ledger", "verify", str(data))[1]
    status, out, err = run("keys", "rotate-log", "--data", str(data))
    assert status == 0, err
    assert "log key replaced with entry 1" in out
    new = re.findall(r"log key (ledger\S+)", out)[0]
    assert new not in before
    assert "receipts of before need the old one still" in err
    assert "Give it to your witnesses" in err
    status, after, err = run("ledger", "verify", str(data), "--key", new)
    assert status == 0, err
    assert re.findall(r"log key (\S+)", after) == [*re.findall(r"log key (\S+)", before), new]
    assert sorted(path.name for path in data.with_name("real.keys").glob("log*"))[0].endswith(".retired.pem")
    code = run("enrol", "--name", "Yinhe", "--uscc", "91640000715044019M", "--data", str(data))
    assert code[0] == 0, code[2]
    status, _, err = run("receipt", "make", "2", "--data", str(data))
    assert status == 0, err
    assert run("receipt", "verify", "receipt-2.tlog-proof", "--key", new)[0] == 0
