"""What the registrar does on the command line: init, enrol, invite, endorse, revoke; what fails leaves nothing."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from bot import demo, enrolment
from bot.clock import SystemClock
from ledger.errors import StorageError
from ledger.service import Ledger
from tests.bot.conftest import Run

PAYER, SUPPLIER = "91640000715044019M", "91640100MA76K3X20Y"


@pytest.fixture
def founded(run: Run) -> Run:
    assert run("init", "--origin", "ledger.example.org/sme")[0] == 0
    assert run("enrol", "--name", "银河精密", "--uscc", SUPPLIER)[0] == 0
    assert run("enrol", "--name", "贺兰水务 | Helan Water", "--uscc", PAYER, "--size", "large", "--payer")[0] == 0
    return run


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


def test_init(run: Run, tmp_path: Path) -> None:
    status, out, err = run("init", "--origin", "ledger.example.org/sme")
    assert status == 0
    assert "log key ledger.example.org/sme+" in out
    assert "registrar-N.pem to its keeper" in err
    secrets = sorted(path.name for path in (tmp_path / "data.keys").iterdir())
    assert secrets == ["fingerprint.key", "log.pem", "registrar-1.pem", "registrar-2.pem", "texts.key", "wrapping.key"]
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (tmp_path / "data.keys").iterdir())
    assert run("ledger", "verify", "data")[0] == 0


def test_init_again_changes_nothing(founded: Run, tmp_path: Path) -> None:
    before = files(tmp_path)
    status, _, err = founded("init", "--origin", "other.example.org")
    assert status == 2
    assert "holds a ledger already" in err
    status, _, err = founded("init", "--origin", "other.example.org", "--data", "two", "--keys", "data.keys")
    assert status == 2
    assert "perhaps it holds another ledger's keys" in err
    assert files(tmp_path) == before
    assert not (tmp_path / "two").exists()


BAD_INIT = [
    (["--origin", "a b"], 1, "genesis.origin"),
    (["--origin", "x.invalid"], 2, "--origin: names that end in .invalid are for demos"),
    (["--origin", "x.org", "--registrars", "0"], 2, "--registrars: from 1 to 16"),
    (["--origin", "x.org", "--payer-threshold", "3"], 2, "--payer-threshold: from 1 to the number of registrars (2)"),
    (["--origin", "x.org", "--payer-threshold", "0"], 2, "--payer-threshold"),
    ([], 2, "--origin"),
]


@pytest.mark.parametrize(("arguments", "expected", "words"), BAD_INIT)
def test_bad_init(run: Run, tmp_path: Path, arguments: list[str], expected: int, words: str) -> None:
    status, out, err = run("init", *arguments)
    assert (status, out) == (expected, "")
    assert words in err
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_of_init(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger is made, then the registrars' keys cannot be written: without them it would be good for nothing."""

    def full(path: Path, data: bytes) -> None:
        raise StorageError(str(path), "the disk is full; free some space, then start again")

    with monkeypatch.context() as patch:
        patch.setattr("bot.cli.founding.create_file", full)
        status, _, err = run("init", "--origin", "x.org")
    assert status == 1
    assert "the disk is full; free some space" in err
    assert list(tmp_path.iterdir()) == []
    assert run("init", "--origin", "x.org")[0] == 0


BAD_ACTS = [
    (["enrol", "--name", "X", "--uscc", "abc"], 2, "is not a valid unified social credit code"),
    (["enrol", "--name", "X", "--uscc", SUPPLIER], 1, "this enterprise is enrolled already"),
    (["enrol", "--name", " ", "--uscc", "91640100MA76L8Y53W"], 2, "--name: from 1 to 200"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--size-since", "x"], 2, "--size-since: x is no date"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--dual-above", "much"], 2, "much"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--kind", "club"], 2, "--kind"),
    (["invite", "--uscc", SUPPLIER], 2, "invite: --role, --name must be given"),
    (["invite", "--uscc", "91640100MA76L8Y53W", "--role", "owner", "--name", "L"], 2, "enrol it first"),
    (["invite", "--uscc", SUPPLIER, "--role", "owner", "--name", "L", "--days", "0"], 2, "--days: from 1 to 365"),
    (["invite", "--endorse", "1"], 2, "entry 1 is no invitation that waits"),
    (["invite", "--endorse", "1", "--name", "L"], 2, "--endorse takes no"),
    (["revoke", "--person", "nobody"], 2, "nobody has the id nobody; 'tallystick ledger show people'"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--registrar", "nowhere.pem"], 1, "nowhere.pem"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--registrar", "data.keys/log.pem"], 2, "None of the"),
    (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W", "--registrar", "data/ledger/checkpoint"], 1, "not an"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "expected", "words"), BAD_ACTS)
def test_what_is_refused_changes_nothing(
    founded: Run, tmp_path: Path, arguments: list[str], expected: int, words: str
) -> None:
    before = files(tmp_path)
    status, out, err = founded(*arguments)
    assert (status, out) == (expected, "")
    assert words in err
    assert err.count("\n") == 1 or err.startswith("usage:")
    assert files(tmp_path) == before


def test_enrolling_says_the_id(run: Run) -> None:
    run("init", "--origin", "x.org")
    status, out, _ = run("enrol", "--name", "银河", "--uscc", "９１640100 ma76k3x20y")
    assert status == 0
    assert out.startswith(f"enrolled {SUPPLIER} as ")


def test_both_registrars_at_once(founded: Run) -> None:
    status, out, err = founded("invite", "--uscc", PAYER, "--role", "administrator", "--name", "冯静")
    assert (status, out[:7]) == (0, "/start ")
    assert "works once, for 14 days" in err
    assert "does not work yet" not in err


def test_registrars_one_after_the_other(founded: Run, tmp_path: Path) -> None:
    """Each keeper comes with a key of their own; the code works once all that are needed have signed."""
    one, two = (["--registrar", f"data.keys/registrar-{number}.pem"] for number in (1, 2))
    status, out, err = founded("invite", "--uscc", PAYER, "--role", "administrator", "--name", "冯静", *one)
    code = out.removeprefix("/start ").strip()
    assert status == 0
    assert "does not work yet: entry 3 proposes it" in err
    with Ledger.open(tmp_path / "data", clock=SystemClock()) as ledger:
        assert enrolment.code_hash(code) not in ledger.state.invitations
    status, _, err = founded("invite", "--endorse", "3", *one)
    assert status == 1
    assert "two people, two keys" in err
    status, out, _ = founded("invite", "--endorse", "3", *two)
    assert status == 0
    assert out == "冯静 as administrator of Helan Water\nendorsed; the code works now\n"
    with Ledger.open(tmp_path / "data", clock=SystemClock()) as ledger:
        assert enrolment.code_hash(code) in ledger.state.invitations
    assert founded("invite", "--endorse", "3", *two)[0] == 2


def test_revoking_by_the_name_that_show_prints(founded: Run, tmp_path: Path) -> None:
    _, out, _ = founded("invite", "--uscc", SUPPLIER, "--role", "owner", "--name", "林悦")
    code = out.removeprefix("/start ").strip()
    with Ledger.open(tmp_path / "data", clock=SystemClock(), scrypt_n=2**4) as ledger:
        enrolment.enrol(ledger, ledger.state.invitations[enrolment.code_hash(code)], code, "271828")
    _, out, _ = founded("ledger", "show", "people")
    line = next(line for line in out.splitlines() if "林悦" in line)
    assert f"林悦 owner of {SUPPLIER} 银河精密, key " in line
    assert line.endswith("(held), active")
    assert founded("revoke", "--person", line.split()[0], "--reason", "compromised", "--suspect-since", "4")[0] == 0
    assert "revoked at entry 5" in founded("ledger", "show", "people")[1]
    assert founded("invite", "--uscc", SUPPLIER, "--role", "owner", "--name", "林悦")[0] == 0


def test_no_work_on_a_demo(run: Run, tmp_path: Path) -> None:
    """The demo's PIN is known to everybody: registrars and Telegram refuse it, and leave it as it is."""
    demo.create(tmp_path / "data", tmp_path / "data.keys", SystemClock(), scrypt_n=2**4).close()
    before = files(tmp_path)
    for arguments in (["enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W"], ["revoke", "--person", "x"]):
        status, _, err = run(*arguments)
        assert status == 2
        assert "holds the demo, whose PIN everybody knows" in err
    assert files(tmp_path) == before


def test_a_second_writer(founded: Run, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "data", clock=SystemClock()):
        status, _, err = founded("enrol", "--name", "X", "--uscc", "91640100MA76L8Y53W")
        assert status == 1
        assert "in use by another process; stop that one first" in err
        assert founded("ledger", "verify")[0] == 0
        assert founded("ledger", "show", "people")[0] == 0
    assert json.loads((tmp_path / "data" / "ledger" / "entries.jsonl").read_text().splitlines()[-1])["seq"] == 2


def first_person(run: Run) -> tuple[str, str]:
    """Id and line of the newest person that there is."""
    line = run("ledger", "show", "people")[1].splitlines()[-1]
    return line.split()[0], line


def takes(data: Path, code: str) -> None:
    """Somebody takes an invitation with a PIN."""
    with Ledger.open(data, clock=SystemClock(), scrypt_n=2**4) as ledger:
        invitation = ledger.state.invitations[enrolment.code_hash(code)]
        enrolment.enrol(ledger, invitation, code, demo.PIN)


def test_a_lost_key_is_revoked_and_its_owner_invited_again(founded: Run, tmp_path: Path) -> None:
    """A payer's only administrator: the registrars do it in one call, and again after an interruption."""
    invite = founded("invite", "--uscc", PAYER, "--role", "administrator", "--name", "冯静")
    takes(tmp_path / "data", invite[1].removeprefix("/start ").strip())
    person, line = first_person(founded)
    assert "冯静 administrator" in line
    status, _, err = founded("revoke", "--person", person, "--invite-again", "--days", "0")
    assert status == 2
    assert "--days: from 1 to 365" in err
    assert "active" in first_person(founded)[1]
    status, out, err = founded("revoke", "--person", person, "--invite-again", "--days", "3")
    assert status == 0
    revoked, start = out.splitlines()
    assert revoked.startswith(f"revoked the key of {person} from entry ")
    assert "Give it to 冯静 out of band; it works once, for 3 days." in err
    assert "does not work yet" not in err
    status, out, _ = founded("revoke", "--person", person, "--invite-again")  # interrupted before the code was read
    assert status == 0
    (again,) = out.splitlines()
    assert again != start
    takes(tmp_path / "data", again.removeprefix("/start "))
    second, line = first_person(founded)
    assert second != person
    assert "冯静 administrator" in line
    assert "active" in line
    status, _, err = founded("revoke", "--person", person, "--invite-again")
    assert status == 2
    assert "let its own administrator send /revoke" in err
    assert founded("ledger", "verify")[0] == 0


def test_registrars_one_after_the_other_invite_again(founded: Run, tmp_path: Path) -> None:
    invite = founded("invite", "--uscc", PAYER, "--role", "administrator", "--name", "冯静")
    takes(tmp_path / "data", invite[1].removeprefix("/start ").strip())
    one, two = (["--registrar", f"data.keys/registrar-{number}.pem"] for number in (1, 2))
    person, _ = first_person(founded)
    status, _, err = founded("revoke", "--person", person, "--invite-again", *one)
    assert status == 0
    assert "does not work yet" in err
    seq = err.partition("--endorse ")[2].split()[0]
    assert founded("invite", "--endorse", seq, *two)[0] == 0
