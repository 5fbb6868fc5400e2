"""The command line: help, usage, exit statuses; reading and verifying a ledger; what was tampered with is named."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot import demo
from bot.cli import logs, parser
from bot.clock import SystemClock
from ledger.service import Ledger
from ledger.store import CHECKPOINT, ENTRIES
from tests.bot.conftest import Run

OFFLINE = {
    ("receipt",), ("receipt", "verify"), ("status",), ("status", "verify"), ("ledger", "published"), ("key",),
    ("key", "new"), ("key", "show"), ("key", "copy"), ("key", "enrol"), ("sign",), ("keys",),
    ("witness",), ("witness", "init"), ("witness", "add-log"), ("witness", "run"), ("witness", "show"),
}  # fmt: skip
MATCH = {"article", "score", "verdict", "conditions", "missing", "unmet", "benefits", "reasons", "citation"}
TOKEN = "1234567890:" + "a1_-Z" * 7


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with some twenty entries. Read only."""
    data = tmp_path_factory.mktemp("town") / "data"
    demo.create(data, data.with_name("data.keys"), SystemClock(), scrypt_n=2**4).close()
    return data


def commands(found: argparse.ArgumentParser, name: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and part of one."""
    parts = [action for action in found._actions if isinstance(action, argparse._SubParsersAction)]
    yield name
    for action in parts:
        for word, part in action.choices.items():
            yield from commands(part, (*name, word))


@pytest.mark.parametrize("command", list(commands(parser())), ids=" ".join)
def test_help(run: Run, command: tuple[str, ...]) -> None:
    status, out, err = run(*command, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: tallystick {' '.join(command)}".strip())
    if command not in OFFLINE | {(), ("ledger",), ("match",), ("policies",)}:
        assert "--data DIR" in out
        assert "--keys DIR" in out


def test_the_commands_that_there_are() -> None:
    found = {" ".join(command) for command in commands(parser())}
    assert found == {
        "", "run", "chat", "match", "init", "enrol", "invite", "revoke", "ledger", "ledger verify", "ledger show",
        "ledger export", "ledger publish", "ledger published", "ledger audit", "ledger fsck", "ledger checkpoint",
        "ledger keep", "ledger cosign", "ledger status", "ledger view", "witness", "witness init", "witness add-log",
        "witness run", "witness show", "receipt", "receipt verify", "receipt make", "status",
        "status verify", "health", "key", "key new", "key show", "key copy", "key enrol", "sign", "keys", "keys backup",
        "keys restore", "keys rotate-log", "keys rotate-registrar",
        "policies", "policies import", "policies compare", "policies publish",
        "policies lint", "policies show", "policies search", "policies coverage", "policies announce",
            "policies feedback",
    }  # fmt: skip


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["ledger"], ["ledger", "mend"], ["run", "--fast"], ["enrol"]])
def test_bad_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: tallystick")
    assert list(tmp_path.iterdir()) == []


# What is there, and what is not.

ABSENT = [
    (["ledger", "verify"], 1, "nothing is kept under this name"),
    (["ledger", "verify", "nowhere"], 1, "ledger nowhere: nothing is kept"),
    (["ledger", "show"], 1, "nothing is kept"),
    (["ledger", "export", "out"], 1, "nothing is kept"),
    (["health"], 1, "nothing is kept"),
    (["enrol", "--name", "X", "--uscc", "91640000715044019M"], 2, "holds no ledger yet; make one with"),
    (["run", "--telegram"], 2, "no token is set: put it into TALLYSTICK_TOKEN"),
]


@pytest.mark.parametrize(("arguments", "expected", "words"), ABSENT)
def test_no_ledger(run: Run, tmp_path: Path, arguments: list[str], expected: int, words: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (expected, "")
    assert words in err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_a_token_without_a_ledger(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYSTICK_TOKEN", TOKEN)
    status, _, err = run("run")
    assert status == 2
    assert "holds no ledger yet; make one with 'tallystick init'" in err
    assert list(tmp_path.iterdir()) == []


def test_a_token_refuses_the_demo(run: Run, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALLYSTICK_TOKEN", TOKEN)
    before = files(town)
    status, _, err = run("run", "--data", str(town))
    assert status == 2
    assert "holds the demo, whose PIN everybody knows" in err
    assert files(town) == before


def test_the_terminal_refuses_a_real_ledger(run: Run, tmp_path: Path) -> None:
    assert run("init", "--origin", "x.org")[0] == 0
    before = files(tmp_path)
    assert run("run")[2].startswith("tallystick: no token is set")
    status, _, err = run("chat")
    assert status == 2
    assert "holds a real ledger; the terminal chat is for demos" in err
    assert files(tmp_path) == before


def test_folders_that_cannot_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, _, err = run("init", "--origin", "x.org", "--data", "file")
    assert (status, err.count("\n")) == (2, 1)
    assert "is a file; name a folder with --data" in err
    status, _, err = run("init", "--origin", "x.org", "--data", "file/data", "--keys", "k")
    assert (status, err.count("\n")) == (1, 1)
    assert "a file stands where a folder is needed" in err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    status, _, err = run("init", "--origin", "x.org", "--data", "d", "--keys", "d/keys")
    assert status == 2
    assert "keys (" in err


def test_a_folder_that_cannot_be_written(run: Run) -> None:
    """``/proc`` takes no new folders, not even from root."""
    status, _, err = run("init", "--origin", "x.org", "--data", "/proc/tallystick", "--keys", "k")
    assert (status, err.count("\n")) == (1, 1)
    assert err.startswith("tallystick: /proc/tallystick: ")
    assert not Path("k").exists()


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file can grow beyond ``room`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk(run: Run, tmp_path: Path) -> None:
    """What does not fit is told in a sentence, and the ledger is as it was."""
    assert run("init", "--origin", "x.org")[0] == 0
    size = (tmp_path / "data" / "ledger" / ENTRIES).stat().st_size
    with full_disk(size + 100):
        status, _, err = run("enrol", "--name", "X", "--uscc", "91640000715044019M")
    assert status == 1
    assert "raise the limit, then start again" in err.splitlines()[-1]
    status, out, _ = run("ledger", "verify")
    assert (status, out[:26]) == (1, "does not verify: entry 1: ")  # half a line, that nobody was told of
    assert run("enrol", "--name", "X", "--uscc", "91640000715044019M")[0] == 0  # starting recovers
    status, out, _ = run("ledger", "verify")
    assert (status, out[:19]) == (0, "verified: 2 entries")
    with full_disk(40):
        status, _, err = run("init", "--origin", "x.org", "--data", "two")
    assert status == 1
    assert not (tmp_path / "two").exists()
    assert not (tmp_path / "two.keys").exists()


def test_keys_missing_and_of_another_ledger(run: Run, tmp_path: Path) -> None:
    act = ["enrol", "--name", "X", "--uscc", "91640000715044019M"]
    run("init", "--origin", "x.org")
    run("init", "--origin", "y.org", "--data", "other")
    status, _, err = run(*act, "--keys", "other.keys")
    assert status == 1
    assert "these are not the keys of the ledger x.org; name its own folder" in err
    pem = str(tmp_path / "registrar.pem")
    (tmp_path / "data.keys" / "registrar-1.pem").rename(pem)
    (tmp_path / "data.keys" / "log.pem").rename("log.pem")
    status, _, err = run(*act, "--registrar", pem)
    assert status == 1
    assert "log.pem" in err
    (tmp_path / "data.keys").rename("gone")
    status, _, err = run(*act, "--registrar", pem)
    assert status == 1
    assert "keys folder" in err


# Verifying.


def test_verify_says_what_it_found(run: Run, town: Path) -> None:
    status, out, err = run("ledger", "verify", str(town))
    assert status == 0
    count = len((town / "ledger" / ENTRIES).read_bytes().splitlines())
    assert out.startswith(f"verified: {count} entries, from ")
    assert "a demo" in out
    assert "log key demo.tallystick.invalid+" in out
    assert " held: " in out
    assert " registrar: " in out
    assert f"{count - 1} signatures in " in err
    found = json.loads(run("ledger", "verify", str(town), "--json")[1])
    assert (found["entries"], found["size"], found["behind"], found["unknown"]) == (count, count, 0, None)
    assert run("ledger", "verify", str(town), "--id", found["ledger"], "--key", found["log_keys"][0])[0] == 0


def test_verify_against_roots_from_elsewhere(run: Run, town: Path) -> None:
    assert run("ledger", "verify", str(town), "--id", "0" * 64)[0] == 1
    status, out, _ = run("ledger", "verify", str(town), "--key", "x+00000000+AAAA")
    assert status == 1
    assert "does not verify: entry 0" in out


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


def copy(town: Path, to: Path, lines: list[bytes]) -> Path:
    to.mkdir()
    (to / ENTRIES).write_bytes(b"".join(lines))
    (to / CHECKPOINT).write_bytes((town / "ledger" / CHECKPOINT).read_bytes())
    return to


def test_a_byte_flipped_anywhere(run: Run, town: Path, tmp_path: Path) -> None:
    """In every region of several lines: the entry is named, whatever was hit."""
    lines = (town / "ledger" / ENTRIES).read_bytes().splitlines(keepends=True)
    for number in (0, 1, len(lines) // 2, len(lines) - 1):
        line = lines[number]
        for place in range(0, len(line), max(1, len(line) // 12)):
            bad = line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :]
            folder = copy(town, tmp_path / f"{number}-{place}", [*lines[:number], bad, *lines[number + 1 :]])
            status, out, err = run("ledger", "verify", str(folder))
            assert status == 1, (number, place)
            assert out.startswith(f"does not verify: entry {number}: "), (number, place, out)
            assert "Traceback" not in err


def test_lines_moved_dropped_repeated_cut(run: Run, town: Path, tmp_path: Path) -> None:
    lines = (town / "ledger" / ENTRIES).read_bytes().splitlines(keepends=True)
    last = len(lines) - 1
    cases = {
        "swapped": ([*lines[:5], lines[6], lines[5], *lines[7:]], 5),
        "dropped": ([*lines[:5], *lines[6:]], 5),
        "repeated": ([*lines[:6], lines[5], *lines[6:]], 6),
        "last dropped": (lines[:-1], last),
        "last cut": ([*lines[:-1], lines[-1][:-20]], last),
        "newline cut": ([*lines[:-1], lines[-1][:-1]], last),
        "first dropped": (lines[1:], 0),
        "all dropped": ([], 0),
        "blank line": ([*lines[:3], b"\n", *lines[3:]], 3),
        "carriage return": ([*lines[:3], lines[3][:-1] + b"\r\n", *lines[4:]], 3),
        "added": ([*lines, lines[-1]], last + 1),
    }
    for name, (changed, entry) in cases.items():
        status, out, _ = run("ledger", "verify", str(copy(town, tmp_path / name, changed)))
        assert (status, out.partition(": ")[2].partition(": ")[0]) == (1, f"entry {entry}"), (name, out)


def test_a_checkpoint_changed_or_missing(run: Run, town: Path, tmp_path: Path) -> None:
    lines = (town / "ledger" / ENTRIES).read_bytes().splitlines(keepends=True)
    folder = copy(town, tmp_path / "copy", lines)
    note = (folder / CHECKPOINT).read_bytes()
    for place in range(0, len(note), 7):
        (folder / CHECKPOINT).write_bytes(note[:place] + bytes([note[place] ^ 1]) + note[place + 1 :])
        status, out, _ = run("ledger", "verify", str(folder))
        assert (status, out[:17]) == (1, "does not verify: "), place
    (folder / CHECKPOINT).unlink()
    status, out, _ = run("ledger", "verify", str(folder))
    assert status == 1
    assert "the checkpoint is missing; put back the newest copy" in out


def test_a_checkpoint_kept_elsewhere(run: Run, tmp_path: Path) -> None:
    """What was checked before is not checked again; a ledger that does not lead through it is found out."""
    run("init", "--origin", "x.org")
    run("enrol", "--name", "A", "--uscc", "91640000715044019M")
    lines = (tmp_path / "data" / "ledger" / ENTRIES).read_bytes()
    kept = tmp_path / "kept"
    kept.write_bytes((tmp_path / "data" / "ledger" / CHECKPOINT).read_bytes())
    run("enrol", "--name", "B", "--uscc", "91640100MA76K3X20Y")
    status, out, err = run("ledger", "verify", "--since", "kept")
    assert status == 0
    assert "extends the checkpoint of 2 entries in kept" in out
    assert "1 signatures" in err
    assert run("ledger", "verify", "--since", "nowhere")[0] == 1
    newer = tmp_path / "newer"
    newer.write_bytes((tmp_path / "data" / "ledger" / CHECKPOINT).read_bytes())
    (tmp_path / "data" / "ledger" / CHECKPOINT).write_bytes(kept.read_bytes())  # an old backup
    (tmp_path / "data" / "ledger" / ENTRIES).write_bytes(lines)
    assert run("ledger", "verify")[0] == 0
    status, out, _ = run("ledger", "verify", "--since", "newer")
    assert status == 1
    assert "does not verify" in out


def test_show(run: Run, town: Path) -> None:
    assert run("ledger", "show", "--data", str(town))[:2] == (0, "")
    people = run("ledger", "show", "people", "--data", str(town))[1]
    assert "林悦 | Lin Yue" in people
    assert "maker of 91640000715044019M" in people
    assert json.loads(run("ledger", "show", "0", "--data", str(town))[1])["event"]["type"] == "genesis"
    for what in ("R-0001", "999", "-1", "lin"):
        status, out, err = run("ledger", "show", "--data", str(town), "--", what)
        assert (status, out) == (1, "")
        assert f"there is no {what}" in err or f"there is no entry {what}" in err


def test_show_without_keys_shows_no_names(run: Run, town: Path) -> None:
    status, out, _ = run("ledger", "show", "people", "--data", str(town), "--keys", "nowhere")
    assert status == 0
    assert "maker of 91640000715044019M, key" in out


def test_export(run: Run, town: Path, tmp_path: Path) -> None:
    status, out, _ = run("ledger", "export", "out/copy", "--data", str(town))
    assert status == 0
    assert "tallystick ledger verify out/copy" in out
    assert {path.name for path in (tmp_path / "out" / "copy").iterdir()} == {ENTRIES, CHECKPOINT}
    assert run("ledger", "verify", "out/copy")[0] == 0
    assert run("ledger", "show", "people", "--data", "out/copy")[0] == 0
    status, _, err = run("ledger", "export", "out/copy", "--data", str(town))
    assert status == 2
    assert "not an empty folder" in err
    with full_disk(1000):
        status, _, err = run("ledger", "export", "small", "--data", str(town))
    assert status == 1
    assert list((tmp_path / "small").iterdir()) == []


def test_health(run: Run, tmp_path: Path) -> None:
    run("init", "--origin", "x.org")
    status, out, _ = run("health")
    assert status == 1
    assert "never gave a sign of life" in out
    beat = tmp_path / "data" / "heartbeat"
    beat.touch()
    assert "no bot is running" in run("health")[1]
    with Ledger.open(tmp_path / "data", clock=SystemClock()):
        assert run("health")[:2] == (0, "healthy: a sign of life 0 s ago\n")
        os.utime(beat, (time.time() - 600,) * 2)
        status, out, _ = run("health")
        assert status == 1
        assert "last sign of life 600 s ago" in out


# Matching.


def test_match_json(run: Run) -> None:
    status, out, _ = run("match", "--json", "--as-of", "2026-11-22", "我们在银川做工业软件，120人，去年营收8000万")
    answer = json.loads(out)
    assert status == 0
    assert (answer["language"], answer["as_of"]) == ("zh-Hans", "2026-11-22")
    fact = next(fact for fact in answer["facts"] if fact["name"] == "employees")
    assert (fact["value"], fact["text"]) == (120, "120人")
    for match in answer["matches"]:
        assert {
            "article",
            "score",
            "verdict",
            "conditions",
            "missing",
            "unmet",
            "benefits",
            "reasons",
            "citation",
        } <= set(match)
        assert all({"id", "verdict", "because"} <= set(condition) for condition in match["conditions"])
        assert all({"id", "verdict", "amount_cny", "because"} <= set(benefit) for benefit in match["benefits"])
    assert {"fact", "text"} <= set(answer["question"])


def test_match_batch_with_bad_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    good = '{"id": "a", "text": "银川的软件企业，120人", "as_of": "2026-11-22", "facts": {"employees": 90}}'
    bad = ["{", "[]", '{"id": "b"}', '{"id": "c", "text": "x", "as_of": "soon"}', '{"id": "d", "text": "", "facts": 3}',
           '{"id": "e", "text": "x", "colour": 1}', '{"id": "g", "text": "x", "facts": {"nonsense": 1}}']  # fmt: skip
    raw = "\n".join([good, "", *bad]).encode() + b'\n{"id": "f", "text": "\xff"}\n' + b"\xff\xfe\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
    status, out, err = run("match", "--batch")
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [answer["id"] for answer in answers] == ["a", None, None, "b", "c", "d", "e", "g", "f", None]
    assert ["error" in answer for answer in answers] == [False, *[True] * 7, False, True]
    assert any(fact == {"name": "employees", "value": 90} | fact for fact in answers[0]["facts"])


def test_match_tells_what_does_not_fit(run: Run) -> None:
    text = "软件公司，5个人，600名员工，想贷款，研发人员-3人"
    _, out, _ = run("match", "--json", text)
    conflicts = {one["name"]: one for one in json.loads(out)["conflicts"]}
    assert [one["text"] for one in conflicts["employees"]["said"]] == ["5个人", "600名员工"]
    assert conflicts["employees"]["reason"] == "contradicted"
    _, out, _ = run("match", text)
    assert "您写了“5个人”，又写了“600名员工”" in out
    _, out, _ = run("match", "our", "software", "company", "has", "-5", "employees")
    assert "“-5 employees” cannot be right" in out
    _, out, _ = run("match", "--json", "国企拖欠货款。" * 3000)
    assert "只读了前4,000个字符" in json.loads(out)["message"]
    _, out, _ = run("match", "国企拖欠货款。" * 3000)
    assert "只读了前4,000个字符" in out


def test_match_says_why_something_does_not_fit(run: Run) -> None:
    text = "海淀的小微企业，做信用评级花了6000元，评的是B级，能补吗"
    _, out, _ = run("match", "--as-of", "2015-02-10", text)
    assert "1. hd-haifan-2013/1.3  看来不符合" in out
    assert "   评级在BB级以上：不符合（信用评级B）" in out


def test_match_usage(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("match", "--batch", "text")[0] == 2
    assert run("match", "--as-of", "soon", "text")[0] == 2
    status, out, _ = run("match", "What", "is", "the", "weather?")
    assert status == 1
    assert out.count("\n") == 1
    monkeypatch.setattr(sys, "stdin", io.StringIO("We are a bakery in Beijing and look for a first loan"))
    assert run("match")[0] == 0


# Logs.


def test_no_token_in_any_log() -> None:
    """Libraries put it into addresses, messages and reprs; a refusal of Telegram's is a line, not a traceback."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logs.Formatter())
    log = logging.Logger("tests.token")
    log.addHandler(handler)
    log.warning("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    for fault in (InvalidToken(f"The token `{TOKEN}` was rejected by the server."), ValueError(TOKEN)):
        try:
            raise fault
        except (InvalidToken, ValueError):
            log.exception("fault")
    assert TOKEN[11:] not in out.getvalue()
    assert "bot<token>/getMe" in out.getvalue()
    assert out.getvalue().count("Traceback") == 1


def test_libraries_tell_only_what_is_wrong() -> None:
    """httpx writes every address at INFO, with the token in it."""
    logs.setup()
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    before = list(logging.getLogger().handlers)
    logs.setup()
    assert logging.getLogger().handlers == before


# As a process.


def test_a_reader_that_goes_away(town: Path) -> None:
    """``tallystick ledger show people | head -0`` ends without a traceback."""
    command = [sys.executable, "-m", "bot", "ledger", "show", "people", "--data", str(town)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) in (0, 1)


def test_the_terminal_ends_with_its_input(tmp_path: Path) -> None:
    """``make run < transcript``: the demo is made, the lines are carried out, and the process ends by itself."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TALLYSTICK_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run", "--data", "demo"], input="@lin /start\n", capture_output=True, text=True,
        encoding="utf-8", cwd=tmp_path, env=clean, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "bot → @lin> " in done.stdout
