"""The command line of those who keep watch: a witness at work, audits since a checkpoint, fsck, an accepted loss."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot import demo
from bot.clock import SystemClock
from ledger.cosignatures import Witness
from ledger.service import Ledger
from tests.bot.conftest import Run
from tests.ledger.house import House
from tests.ledger.watched import Log, post, served

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A real ledger in ``data``, closed, with a supplier."""
    house = House(tmp_path)
    house.supplier()
    house.ledger.close()
    return house


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A demo in ``data``, closed: its texts are there."""
    demo.create(tmp_path / "data", tmp_path / "data.keys", SystemClock(), scrypt_n=2**4).close()
    return tmp_path / "data"


def settings(folder: Path, *lines: str) -> None:
    (folder / "tallystick.toml").write_text("\n".join(lines) + "\n")


def grow(house: House) -> bytes:
    """Add entries; the newest checkpoint."""
    house.ledger = Ledger.open(house.data, clock=house.clock, scrypt_n=4)
    house.supplier()
    note = house.ledger.checkpoint()
    house.ledger.close()
    return note


# --- a witness at work ----------------------------------------------------------------------------


@contextmanager
def at_work(folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``tallystick witness run`` on a port of its choice; where it listens."""
    command = [sys.executable, "-m", "bot", "witness", "run", "--data", str(folder), "--listen", "127.0.0.1:0"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TALLYSTICK_")}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            yield process.stderr.readline().strip().rpartition(" at ")[2], process
        finally:
            process.kill()


def test_from_init_to_a_witnessed_receipt(run: Run, house: House, tmp_path: Path) -> None:
    vkeys = []
    for number in (1, 2):
        status, out, err = run("witness", "init", "--data", f"w{number}", "--name", f"witness.example/{number}")
        assert status == 0
        assert "publish it" in err
        vkeys.append(Witness.from_vkey(out.strip()).vkey)
        assert run("witness", "add-log", house.ledger.log_vkey, "--data", f"w{number}")[1] == "added\n"
        assert run("witness", "add-log", house.ledger.log_vkey, "--data", f"w{number}")[1] == "known already\n"
    receipt = ("receipt", "verify", "receipt-1.tlog-proof", "--key", house.ledger.log_vkey)
    trusted = ("--witness", vkeys[0], "--witness", vkeys[1], "--quorum", "1")
    with at_work(tmp_path / "w1") as (address, process):
        settings(tmp_path, f'witnesses = ["{address} {vkeys[0]}", "http://127.0.0.1:1 {vkeys[1]}"]', "quorum = 2")
        assert run("ledger", "checkpoint", "--cosigned")[0] == 1
        status, out, err = run("ledger", "cosign")
        assert (status, err) == (1, "")
        assert "signed by witness.example/1" in out
        assert "not signed: witness witness.example/2: http://127.0.0.1:1/add-checkpoint cannot be reached" in out
        assert "witnessed by 1 of 2; 2 wanted: not enough, so it reads unwitnessed" in out
        run("receipt", "make", "1")
        assert "does not verify: unwitnessed; 1 wanted" in run(*receipt, *trusted)[1]
        (tmp_path / "receipt-1.tlog-proof").unlink()
        settings(tmp_path, f'witnesses = ["{address}/ {vkeys[0]}", "http://127.0.0.1:1 {vkeys[1]}"]', "quorum = 1")
        assert run("ledger", "cosign")[0] == 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert "witness.example/1" in run("ledger", "checkpoint")[1]
    assert run("ledger", "checkpoint", "--cosigned")[1] == run("ledger", "checkpoint")[1]
    run("receipt", "make", "1")
    status, out, _ = run(*receipt, *trusted)
    assert status == 0
    assert "witnessed by 1 of 2" in out.splitlines()
    status, out, _ = run("witness", "show", "--data", "w1")
    assert out.splitlines()[1].startswith("tallystick.invalid: signed 4 entries, ")
    assert "tallystick.invalid: nothing signed yet" in run("witness", "show", "--data", "w2")[1]


def test_witnesses_without_sense(run: Run, house: House, tmp_path: Path) -> None:
    assert run("witness", "init", "--data", "w", "--name", "two words")[0] == 2
    assert run("witness", "init", "--data", "data", "--name", "w")[0] == 1
    assert run("witness", "run", "--data", "nowhere")[0] == 1
    with socket.create_server(("127.0.0.1", 0)) as taken:
        run("witness", "init", "--data", "busy", "--name", "w")
        status, _, err = run("witness", "run", "--data", "busy", "--listen", f"127.0.0.1:{taken.getsockname()[1]}")
    assert status == 2
    assert "--listen: 127.0.0.1:" in err
    run("witness", "init", "--data", "w", "--name", "w")
    assert run("witness", "add-log", "nonsense", "--data", "w")[0] == 2
    for listen in ("8080", "host:", ":80", "host:port", "host:99999"):
        status, _, err = run("witness", "run", "--data", "w", "--listen", listen)
        assert status == 2
        assert "is not HOST:PORT" in err
    assert "no file" not in run("ledger", "cosign")[2]
    assert run("ledger", "cosign")[0] == 2  # none are set


# --- audit ----------------------------------------------------------------------------------------


def test_audit_since_a_kept_checkpoint(run: Run, house: House, tmp_path: Path) -> None:
    early = run("ledger", "checkpoint")[1]
    (tmp_path / "kept").write_text(early)
    note = grow(house)
    status, out, err = run("ledger", "audit", "--since", "kept")
    assert status == 1  # the factories' names are hashes of nothing: lost, not erased
    assert "extends: the 7 entries of tallystick.invalid begin with the 4 that were kept" in out
    assert "verified: 3 new entries, each signature and decision" in out
    assert "lost texts were not erased" in out
    assert "3 signatures in" in err
    (tmp_path / "data" / "texts").rename(tmp_path / "texts")  # as in an export
    status, out, _ = run("ledger", "audit", "--since", early, "--json")
    found = json.loads(out)
    assert status == 0
    assert (found["since"]["size"], found["now"]["size"], len(found["proof"])) == (4, 7, 1)
    (tmp_path / "many").write_text(early + "\n" + note.decode())
    assert "nothing is new since then" in run("ledger", "audit", "data", "--since", "many")[1]


def test_audits_that_fail(run: Run, house: House, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "data", tmp_path / "older")
    (tmp_path / "kept").write_bytes(grow(house))
    status, out, _ = run("ledger", "audit", "older", "--since", "kept")
    assert status == 1
    assert "does not verify: entry 4: missing: 7 entries were checked before" in out
    status, out, _ = run("ledger", "audit", "--since", "kept\nnonsense\n", "--json")
    assert status == 1
    assert json.loads(out)["verifies"] is False
    status, _, err = run("ledger", "audit", "--since", "nowhere")
    assert status == 2
    assert "there is no file nowhere" in err
    assert run("ledger", "audit", "empty", "--since", "kept")[0] == 1
    shutil.rmtree(house.data)
    (tmp_path / "b").mkdir()
    other = House(tmp_path / "b")
    other.ledger.close()
    status, out, _ = run("ledger", "audit", "b/data", "--since", "kept")
    assert status == 1
    assert "no signature by a known key" in out


# --- fsck -----------------------------------------------------------------------------------------


def test_fsck(run: Run, data: Path) -> None:
    status, out, err = run("ledger", "fsck")
    assert status == 0
    assert "no faults" in out
    assert "looking at" in err
    assert not (data / "fsck.json").exists()
    text = next(path for path in (data / "texts").rglob("*") if path.is_file())
    text.with_name(text.name + ".erased").touch()
    text.unlink()
    status, out, _ = run("ledger", "fsck", "--json")
    found = json.loads(out)
    assert status == 0
    assert found["counts"]["texts erased"] == 1
    text.with_name(text.name + ".erased").unlink()
    status, out, _ = run("ledger", "fsck")
    assert status == 1
    assert f"fault: {text}: lost: entry" in out
    assert "1 faults" in out


def test_fsck_of_the_bots_data(run: Run, data: Path) -> None:
    from bot.journal import load_key
    from bot.state import BotState

    key = load_key(data.with_name("data.keys") / "bot.key", create=True)
    with_lock = BotState.open(data / "bot", key)
    with_lock.meta.set("a", 1)
    assert "a running bot has it open" in run("ledger", "fsck")[1]
    with_lock.close()
    assert "bot data: 1" in run("ledger", "fsck")[1]
    (journal,) = (data / "bot").glob("state.*.journal")
    whole = journal.read_bytes()
    journal.write_bytes(whole + b"half")
    status, out, _ = run("ledger", "fsck")
    assert status == 0
    assert "cut short by a crash" in out
    journal.write_bytes(whole[:-9] + b"A" + whole[-8:])
    status, out, _ = run("ledger", "fsck")
    assert status == 1
    assert "damaged" in out
    journal.unlink()
    assert run("ledger", "fsck")[0] == 1


def test_fsck_goes_on(run: Run, data: Path) -> None:
    state = data / "fsck.json"
    state.write_text("nonsense")
    status, _, err = run("ledger", "fsck", "--resume")
    assert status == 2
    assert "begin anew, without --resume" in err
    assert run("ledger", "fsck")[0] == 0
    status, _, err = run("ledger", "fsck", "--resume", "--state", "mine")
    assert status == 0
    assert "looking at" in err


# --- kept elsewhere -------------------------------------------------------------------------------


def test_an_older_copy_is_stopped_and_a_loss_accepted(run: Run, tmp_path: Path) -> None:
    settings(tmp_path, 'kept_checkpoint = "far/kept"', 'announce_file = "far/announced"')
    assert run("init", "--origin", "ledger.example.org/sme")[0] == 0
    kept = tmp_path / "far/kept"
    assert kept.read_text() == run("ledger", "checkpoint")[1]
    shutil.copytree(tmp_path / "data", tmp_path / "backup")
    enrol = ("enrol", "--name", "Yinhe", "--uscc", "91640100MA76K3X20Y")
    assert run(*enrol)[0] == 0
    assert run("ledger", "keep")[0] == 0
    (tmp_path / "far/announced").write_bytes(kept.read_bytes())
    shutil.rmtree(tmp_path / "data")
    shutil.copytree(tmp_path / "backup", tmp_path / "data")
    status, _, err = run(*enrol)
    assert status == 1
    assert "speaks of 2 entries, and 1 are here: this is an older copy" in err
    assert "--accept-loss" in err
    assert run("ledger", "keep")[0] == 1
    status, out, err = run("ledger", "keep", "--accept-loss")
    assert status == 0
    assert "receipts of entries from 1 to 1 stand alone now" in err
    assert (tmp_path / "far/kept.lost-1").exists()
    assert (tmp_path / "far/announced.lost-1").exists()
    assert "the checkpoint of 1 entries is kept in" in out
    assert run(*enrol)[0] == 0
    kept.unlink()
    status, _, err = run(*enrol)
    assert status == 2
    assert "is not there: mount its disk" in err


def test_nothing_is_made_over_another_ledgers_checkpoint(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("something")
    settings(tmp_path, 'kept_checkpoint = "kept"')
    status, _, err = run("init", "--origin", "ledger.example.org/sme")
    assert status == 2
    assert "of another ledger" in err
    assert not (tmp_path / "data").exists()
    settings(tmp_path)
    assert run("init", "--origin", "ledger.example.org/sme")[0] == 0
    assert run("ledger", "keep")[0] == 2  # nowhere to keep it
    settings(tmp_path, 'kept_checkpoint = "kept"')
    status, _, err = run("ledger", "keep", "--accept-loss")
    assert status == 1
    assert "no checkpoint of this ledger: name the right file" in err


def test_a_witness_shows_what_contradicts_what_it_signed(run: Run, tmp_path: Path) -> None:
    one, other = Log("a"), Log("b")  # of one key: two histories
    assert run("witness", "init", "--data", "w", "--name", "w")[0] == 0
    assert run("witness", "add-log", one.vkey, "--data", "w")[0] == 0
    assert run("witness", "show", "--data", "w")[0] == 0
    with served(tmp_path / "w") as address:
        assert post(address, one.ask(0, 3).format())[0] == 200
        assert post(address, other.ask(3, 3).format())[0] == 422
    status, out, err = run("witness", "show", "--data", "w")
    assert status == 1
    assert "signed 3 entries" in out
    root = other.checkpoint(3).root.hex()
    assert f"conflict-{root}: 3 entries of log.example/tally, root {root}, were not shown to extend" in out
    assert "to everybody who relies on it" in err
    (path,) = (tmp_path / "w" / "logs").glob("*.conflict-*")
    assert path.read_bytes() == other.note(3)
