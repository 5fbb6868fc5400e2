"""Key files under a passphrase: asked for and never shown, copied, used by registrars, replaced by an entry."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.clock import SystemClock
from ledger import receipts
from ledger.service import Ledger
from ledger.signing import PrivateKey
from ledger.types import Event
from tests.bot.conftest import Run
from tests.bot.test_enrolment import invite
from tests.bot.test_own_keys import file_of, keep
from tests.bot.town import Town

ROOT = Path(__file__).parent.parent.parent
PAYER = "91640000715044019M"
ONE, TWO = "correct horse battery", "staple of four words"
ENROL = ("enrol", "--name", "贺兰水务", "--uscc", PAYER, "--payer")
INVITE = ("invite", "--uscc", PAYER, "--role", "administrator", "--name", "冯静")


def at_terminal(folder: Path, arguments: tuple[str, ...], *answers: str) -> tuple[int, str]:
    """``tallystick`` at a terminal of its own, each prompt answered in turn: exit status, everything it showed."""
    inner, outer = pty.openpty()
    command = [sys.executable, "-m", "bot", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TALLYSTICK_")}
    shown, left = b"", list(answers)
    environment["PYTHONPATH"] = str(ROOT)
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=outer, stdout=outer, stderr=outer, start_new_session=True
    ) as process:
        os.close(outer)
        ends, asked = time.monotonic() + 60, 0
        while time.monotonic() < ends:
            if not select.select([inner], [], [], 0.2)[0]:
                continue
            try:
                part = os.read(inner, 4096)
            except OSError:  # the other end was closed
                break
            shown += part
            if left and shown[asked:].endswith(b": "):
                asked = len(shown)
                os.write(inner, left.pop(0).encode() + b"\n")
        if time.monotonic() >= ends:
            process.kill()
    os.close(inner)
    assert left == [], shown.decode()
    return process.returncode, shown.decode()


@pytest.fixture
def founded(run: Run, tmp_path: Path) -> Path:
    """A ledger whose two registrars keep their keys under passphrases of their own; their files."""
    assert run("init", "--origin", "ledger.example.org/sme")[0] == 0
    for number, passphrase in ((1, ONE), (2, TWO)):
        (tmp_path / f"passphrase-{number}").write_text(passphrase + "\n")
        plain = tmp_path / "data.keys" / f"registrar-{number}.pem"
        new = ("--new-passphrase-file", f"passphrase-{number}")
        status, out, err = run("key", "copy", str(plain), f"registrar-{number}.pem", *new)
        assert status == 0
        assert out.endswith(", encrypted\n")
        assert "remove it once you have seen that the copy opens" in err
        plain.unlink()
    return tmp_path


def signers(*numbers: int, given: tuple[int, ...] = ()) -> list[str]:
    named = [word for number in numbers for word in ("--registrar", f"registrar-{number}.pem")]
    return [*named, *(word for number in given for word in ("--passphrase-file", f"passphrase-{number}"))]


def test_a_new_key_is_encrypted_and_its_plain_form_is_one_command_away(run: Run, tmp_path: Path) -> None:
    status, shown = at_terminal(tmp_path, ("key", "new", "my.pem"), ONE, ONE)
    assert status == 0, shown
    assert "my.pem: key " in shown
    assert "key copy my.pem PLAIN.pem --no-passphrase" in shown
    assert ONE not in shown
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in (tmp_path / "my.pem").read_bytes()
    status, shown = at_terminal(tmp_path, ("key", "copy", "my.pem", "plain.pem", "--no-passphrase"), ONE)
    assert status == 0, shown
    assert ONE not in shown
    plain = tmp_path / "plain.pem"
    assert plain.stat().st_mode & 0o777 == 0o600
    assert PrivateKey.from_pem(plain.read_bytes()).id in shown
    openssl = shutil.which("openssl")
    if openssl is not None:
        told = subprocess.run([openssl, "pkey", "-in", str(plain), "-noout"], capture_output=True, check=True)
        assert told.stderr == b""
    before = plain.read_bytes()
    assert run("key", "copy", "my.pem", "plain.pem", "--no-passphrase")[0] == 2
    assert plain.read_bytes() == before


@pytest.mark.parametrize(("answer", "status"), [("no", 1), ("\x04", 1), ("yes", 0)])
async def test_nothing_is_signed_at_a_terminal_before_the_words_are_agreed_to(
    demo_town: Town, tmp_path: Path, answer: str, status: int
) -> None:
    """The words come first, then the passphrase's key signs; anything but yes signs nothing."""
    (tmp_path / "my.pem").write_bytes(PrivateKey.generate().pem(ONE.encode()))
    async with demo_town.open({"feng": "en"}) as talk:
        code = await invite(talk, "/invite maker 周兰")
        talk.house.desk.state.accounts.set_language(talk.server.user("zhou").id, "en")
        await talk.say("zhou", f"/start {code}")
        document = keep(tmp_path, file_of(await talk.press("zhou", "A key of my own"), "zhou"))
    found, shown = at_terminal(tmp_path, ("key", "enrol", document.name, "--key", "my.pem"), ONE, answer)
    assert found == status, shown
    assert "You are about to enrol the key" in shown
    assert "as maker of Helan Water Group" in shown
    assert ONE not in shown
    assert (tmp_path / "invitation.json.sig").exists() is (status == 0)
    assert ("nothing was signed" in shown) is (status == 1)


def test_passphrases_that_differ_or_are_not_given(tmp_path: Path) -> None:
    status, shown = at_terminal(tmp_path, ("key", "new", "my.pem"), ONE, TWO)
    assert status == 2
    assert "the two passphrases differ" in shown
    status, shown = at_terminal(tmp_path, ("key", "new", "my.pem"), "\x04")
    assert status == 2
    assert "no passphrase was given" in shown
    status, shown = at_terminal(tmp_path, ("key", "new", "my.pem"), "short", "short")
    assert status == 2
    assert "12 characters or more" in shown
    assert list(tmp_path.iterdir()) == []


def test_a_passphrase_longer_than_openssl_takes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long").write_text("字" * 342)
    status, _, err = run("key", "new", "my.pem", "--passphrase-file", "long")
    assert status == 2
    assert "up to 1023 bytes" in err
    (tmp_path / "long").write_text("字" * 341)
    assert run("key", "new", "my.pem", "--passphrase-file", "long")[0] == 0
    assert run("key", "show", "my.pem", "--passphrase-file", "long")[0] == 0


def test_a_key_made_elsewhere_opens_with_a_short_passphrase(run: Run, tmp_path: Path) -> None:
    (tmp_path / "short").write_text("short\n")
    (tmp_path / "theirs.pem").write_bytes(PrivateKey.generate().pem(b"short"))
    assert run("key", "show", "theirs.pem", "--passphrase-file", "short")[0] == 0
    status, _, err = run("key", "copy", "theirs.pem", "mine.pem", "--new-passphrase-file", "short")
    assert status == 2
    assert not (tmp_path / "mine.pem").exists()
    assert "no terminal to ask for" in err or "12 characters" in err


def test_registrars_are_asked_for_the_passphrase_of_each_key(run: Run, founded: Path) -> None:
    status, shown = at_terminal(founded, (*ENROL, *signers(1)), ONE)
    assert status == 0, shown
    assert "Passphrase of registrar-1.pem: " in shown
    status, shown = at_terminal(founded, (*INVITE, *signers(1, 2)), ONE, TWO)
    assert status == 0, shown
    assert "/start " in shown
    assert "does not work yet" not in shown
    for secret in (ONE, TWO):
        assert secret not in shown
        for path in (founded / "data").rglob("*"):
            assert path.is_dir() or secret.encode() not in path.read_bytes()
    with Ledger.open(founded / "data", clock=SystemClock()) as ledger:
        found = receipts.verify(ledger.receipt(1), [ledger.log_vkey], ledger.id)
        assert isinstance(found.entry.event, Event)


def test_passphrase_files_belong_to_the_encrypted_keys_in_their_order(run: Run, founded: Path) -> None:
    size = (founded / "data/ledger/entries.jsonl").stat().st_size
    status, _, err = run(*ENROL, *signers(1))
    assert status == 2
    assert "no terminal to ask for the passphrase; name a file with --passphrase-file" in err
    status, _, err = run(*ENROL, *signers(1, given=(2,)))
    assert status == 1
    assert "registrar-1.pem: not an encrypted PEM private key, or not its passphrase" in err
    assert TWO not in err
    status, _, err = run(*ENROL, *signers(1, given=(1, 2)))
    assert status == 2
    assert "passphrase-2 belongs to no key" in err
    assert (founded / "data/ledger/entries.jsonl").stat().st_size == size
    assert run(*ENROL, *signers(1, given=(1,)))[0] == 0
    assert run(*INVITE, *signers(2, 1, given=(2, 1)))[0] == 0
    status, out, _ = run("ledger", "show", "people")
    person = out.split()[0]
    assert run("revoke", "--person", person, "--reason", "left", *signers(2, given=(2,)))[0] == 0
    status, out, _ = run("keys", "rotate-log", *signers(2, given=(2,)))
    assert status == 0
    assert "log key replaced with entry" in out


def test_a_plain_key_that_others_may_read_is_told_of(run: Run, tmp_path: Path) -> None:
    run("init", "--origin", "x.org")
    key = tmp_path / "data.keys" / "registrar-1.pem"
    shutil.copy(key, tmp_path / "open.pem")
    (tmp_path / "open.pem").chmod(0o644)
    status, _, err = run(*ENROL, "--registrar", "open.pem")
    assert status == 0
    assert "open.pem is not encrypted, and others may read it (mode 0644)" in err


def test_registrars_who_made_their_keys_themselves(run: Run, tmp_path: Path) -> None:
    (tmp_path / "passphrase-1").write_text(ONE)
    publics = []
    for name in ("registrar-1.pem", "registrar-2.pem"):
        assert run("key", "new", name, "--passphrase-file", "passphrase-1")[0] == 0
        shown = run("key", "show", name, "--passphrase-file", "passphrase-1")[1]
        publics += ["--registrar-public", shown.splitlines()[1].split()[1]]
    status, _, err = run("init", "--origin", "x.org", *publics[:2], "--registrar-public", "nonsense")
    assert status == 2
    assert "what 'tallystick key show' prints behind 'public'" in err
    assert run("init", "--origin", "x.org", *publics[:2], *publics[:2])[0] == 2
    assert run("init", "--origin", "x.org", *publics, "--registrars", "2")[0] == 2
    assert not (tmp_path / "data").exists()
    status, _, err = run("init", "--origin", "x.org", *publics)
    assert status == 0
    assert "to its keeper" not in err
    assert list((tmp_path / "data.keys").glob("registrar*")) == []
    assert run(*ENROL, *signers(1, given=(1,)))[0] == 0
    status, out, err = run(*INVITE, *signers(1, 2, given=(1, 1)))
    assert (status, out[:7]) == (0, "/start ")
    assert "does not work yet" not in err


def test_a_registrars_key_is_replaced_by_an_entry(run: Run, founded: Path) -> None:
    assert run("key", "new", "registrar-3.pem", "--passphrase-file", "passphrase-2")[0] == 0
    replace = ("keys", "rotate-registrar", "registrar-3.pem")
    status, _, err = run(*replace, *signers(1, 2, given=(1, 2, 2)))
    assert status == 2
    assert "name the one key that is to be replaced" in err
    status, out, err = run(*replace, *signers(1, given=(1, 2)))
    assert status == 0, err
    assert "registrar's key replaced with entry 1" in out
    status, _, err = run(*ENROL, *signers(1, given=(1,)))
    assert status == 2
    assert "None of the given keys is a registrar's key" in err
    assert run(*ENROL, *signers(3, given=(2,)))[0] == 0
    status, _, err = run(*replace, *signers(2, given=(2, 2)))
    assert status == 1
    assert "a key belongs to one person for ever" in err
    assert run("ledger", "verify")[0] == 0
