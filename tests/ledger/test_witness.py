"""The witness protocol: what is asked, decided, kept and answered; no two cosigned roots of one size, whatever dies."""

from __future__ import annotations

import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import witness, witnessing
from ledger.chain import EMPTY_ROOT
from ledger.checkpoint import Note, sign_checkpoint
from ledger.cosignatures import Witness, cosignatures
from ledger.errors import (
    LockedError,
    MalformedError,
    MissingError,
    SignatureError,
    StorageError,
    WitnessError,
)
from ledger.signing import PrivateKey
from ledger.types import Checkpoint
from ledger.witness import Answer, Request, Visit, judge
from ledger.witnessing import Watcher
from tests.ledger.house import TestClock
from tests.ledger.test_crash import ROOT
from tests.ledger.watched import NOW_MS, Log, post, served

KEY = PrivateKey.from_raw(bytes(range(1, 33)))
WITNESS = Witness("witness.example/w1", KEY.public)


# --- requests as text -----------------------------------------------------------------------------


@given(st.integers(0, 10**18), st.lists(st.binary(min_size=32, max_size=32), max_size=63), st.integers(0, 40))
def test_what_is_formatted_is_parsed(old: int, proof: list[bytes], size: int) -> None:
    request = Request(old, tuple(proof), Log().note(size))
    assert Request.parse(request.format()) == request


HASH = b"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (b"", "line 1: not 'old'"),
        (b"old 01\n\n", "line 1: not 'old'"),
        (b"old -1\n\n", "line 1: not 'old'"),
        (b"old 1 \n\n", "line 1: not 'old'"),
        (b"old 1", "line 1: not 'old'"),
        (b"old 1\n" + HASH, "line 3"),
        (b"old 1\n" + HASH[1:] + b"\n", "line 2"),
        (b"old 1\n" + HASH[:-1] + b"\r\n\n", "line 2"),
        (b"old 1\n\xe2\x80\x94" + HASH + b"\n", "line 2: not ASCII"),
        (b"old 1\n" + HASH * 64 + b"\n", "64 hashes; a proof has at most 63"),
    ],
)
def test_bad_requests(head: bytes, why: str) -> None:
    data = head + Log().note(3)
    with pytest.raises(MalformedError) as fault:
        Request.parse(data)
    assert why in str(fault.value)
    assert Request.parse(b"old 1\n\n" + Log().note(3)).proof == ()


def test_requests_are_bounded() -> None:
    with pytest.raises(MalformedError, match="at most 65536"):
        Request.parse(b"old 0\n\n" + bytes(witness.MAX_BODY))
    with pytest.raises(MalformedError, match="no checkpoint after a blank line"):
        Request.parse(b"old 0\n\n")


# --- decisions ------------------------------------------------------------------------------------


def status(request: Request, log: Log | None, latest: Checkpoint | None) -> int:
    found = judge(request, [log.signer.verifier] if log else [], latest)
    return found.status if isinstance(found, Answer) else 200


def test_the_protocol() -> None:
    log, fork = Log(), Log("b")
    nine = log.checkpoint(9)
    assert status(log.ask(0, 9), log, None) == 200
    assert status(log.ask(9, 20), log, nine) == 200
    assert status(log.ask(9, 9), log, nine) == 200  # again: the same root
    assert status(log.ask(10, 9), log, nine) == 400
    assert status(log.ask(0, 9), None, None) == 404
    assert status(log.ask(0, 20), log, nine) == 409
    assert status(log.ask(8, 20), log, nine) == 409
    assert status(log.ask(9, 20), log, None) == 409
    assert status(fork.ask(9, 20), log, nine) == 422
    assert status(fork.ask(9, 9), log, nine) == 422  # another root of the same size
    assert status(Request(9, (), log.note(20)), log, nine) == 422
    assert status(Request(0, log.ask(9, 20).proof, log.note(20)), log, None) == 422  # from nothing, nothing to prove
    stranger = Log(key=PrivateKey.generate())
    assert status(stranger.ask(0, 9), log, None) == 403
    changed = log.ask(0, 9).note.replace(b"\n9\n", b"\n8\n")
    assert status(Request(0, (), changed), log, None) == 403
    assert status(Request(0, (), b"nothing"), log, None) == 400


def test_the_size_of_a_conflict() -> None:
    log = Log()
    assert judge(log.ask(8, 20), [log.signer.verifier], log.checkpoint(9)) == Answer(409, b"9\n", "text/x.tlog.size")
    assert judge(log.ask(8, 20), [log.signer.verifier], None) == Answer(409, b"0\n", "text/x.tlog.size")


def test_an_empty_log() -> None:
    log = Log()
    assert log.checkpoint(0).root == EMPTY_ROOT
    assert status(log.ask(0, 0), log, None) == 200
    assert status(log.ask(0, 5), log, log.checkpoint(0)) == 200
    strange = sign_checkpoint(Checkpoint(log.signer.name, 0, bytes(32)), log.signer)
    assert status(Request(0, (), strange), log, None) == 422


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_only_extensions_are_signed(last: int, old: int, size: int, shared: int) -> None:
    """Of a log that forks after ``shared`` entries, a witness that signed ``last`` of one side."""
    log, fork = Log("a"), Log("b")
    latest = log.checkpoint(last, shared)
    signed = status(fork.ask(old, size, shared), log, latest) == 200
    assert signed == (old == last <= size and (last <= shared or log.tree.root(last) == fork.tree.root(last)))


# --- the folder -----------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    witnessing.create(tmp_path / "w", "witness.example/w1")
    assert witnessing.add_log(tmp_path / "w", Log().vkey)
    return tmp_path / "w"


def opened(folder: Path) -> Watcher:
    return Watcher(folder, TestClock(NOW_MS))


def test_what_was_signed_is_kept(folder: Path) -> None:
    log, fork = Log(), Log("b")
    watcher = opened(folder)
    answer = watcher.add_checkpoint(log.ask(0, 9).format())
    assert answer.status == 200
    (found,) = cosignatures(Note.parse(log.note(9) + answer.body), [watcher.witness])
    assert (found.witness, found.time) == (watcher.witness, NOW_MS // 1000)
    watcher.close()
    assert watcher.add_checkpoint(log.ask(9, 9).format()).status == 503
    watcher = opened(folder)
    assert watcher.known() == [([log.signer.verifier], log.checkpoint(9))]
    assert watcher.add_checkpoint(fork.ask(0, 9).format()).body == b"9\n"
    assert watcher.add_checkpoint(fork.ask(9, 9).format()).status == 422
    assert watcher.add_checkpoint(log.ask(9, 12).format()).status == 200
    (evidence,) = (folder / "logs").glob("*.conflict-*")
    assert evidence.read_bytes() == fork.note(9)
    watcher.close()


def test_evidence_is_bounded(folder: Path) -> None:
    watcher = opened(folder)
    watcher.add_checkpoint(Log().ask(0, 9).format())
    for number in range(witnessing.MAX_CONFLICTS + 4):
        assert watcher.add_checkpoint(Log(str(number)).ask(9, 9).format()).status == 422
    assert len(list((folder / "logs").glob("*.conflict-*"))) == witnessing.MAX_CONFLICTS
    watcher.close()


def test_logs_are_added_beside_a_running_witness(folder: Path) -> None:
    watcher = opened(folder)
    other = Log(name="other.example")
    assert watcher.add_checkpoint(other.ask(0, 3).format()).status == 404
    assert witnessing.add_log(folder, other.vkey)
    assert not witnessing.add_log(folder, other.vkey)
    assert watcher.add_checkpoint(other.ask(0, 3).format()).status == 200
    rotated = Log(name="other.example", key=PrivateKey.generate())
    assert watcher.add_checkpoint(rotated.ask(3, 5).format()).status == 403
    assert witnessing.add_log(folder, rotated.vkey)  # a second key of the same log: the state goes on
    assert watcher.add_checkpoint(rotated.ask(3, 5).format()).status == 200
    assert watcher.add_checkpoint(other.ask(0, 5).format()).body == b"5\n"
    watcher.close()


def test_a_lost_state_is_no_beginning(folder: Path) -> None:
    watcher = opened(folder)
    watcher.add_checkpoint(Log().ask(0, 9).format())
    (state,) = (folder / "logs").glob("*.state")
    kept = state.read_bytes()
    for damage in (b"", b"never", kept[:-9], b"\xff"):
        state.write_bytes(damage)
        assert watcher.add_checkpoint(Log("b").ask(0, 9).format()).status == 500
    state.unlink()
    assert watcher.add_checkpoint(Log("b").ask(0, 9).format()).status == 500
    assert not witnessing.add_log(folder, Log().vkey)
    assert watcher.add_checkpoint(Log("b").ask(0, 9).format()).status == 500
    state.write_bytes(kept)
    assert watcher.add_checkpoint(Log().ask(9, 10).format()).status == 200
    watcher.close()


def test_a_disk_that_refuses_ends_it(folder: Path) -> None:
    watcher = opened(folder)
    (state,) = (folder / "logs").glob("*.state")
    (folder / "logs" / (state.name + ".tmp")).mkdir()  # nothing can be written there
    assert watcher.add_checkpoint(Log().ask(0, 9).format()).status == 503
    assert isinstance(watcher.fatal, StorageError)
    (folder / "logs" / (state.name + ".tmp")).rmdir()
    assert watcher.add_checkpoint(Log().ask(0, 9).format()).status == 503  # only a new process reads the disk again
    watcher.close()
    watcher = opened(folder)
    assert watcher.add_checkpoint(Log().ask(0, 9).format()).status == 200
    watcher.close()


def test_one_witness_a_folder_and_its_key_a_secret(folder: Path, tmp_path: Path) -> None:
    watcher = opened(folder)
    with pytest.raises(LockedError):
        opened(folder)
    watcher.close()
    (folder / "witness.pem").chmod(0o640)
    with pytest.raises(StorageError, match="others may read this key"):
        opened(folder)
    with pytest.raises(StorageError, match="not empty"):
        witnessing.create(folder, "again")
    with pytest.raises(MalformedError, match="name"):
        witnessing.create(tmp_path / "x", "two words")
    with pytest.raises(MissingError):
        opened(tmp_path / "nothing")
    with pytest.raises(MissingError):
        witnessing.add_log(tmp_path / "nothing", Log().vkey)
    for bad in (WITNESS.vkey, Log().vkey[:-3]):
        with pytest.raises((MalformedError, SignatureError)):
            witnessing.add_log(folder, bad)


# --- the log's side -------------------------------------------------------------------------------


def visit(log: Log, size: int, old: int) -> Visit:
    note = log.note(size)
    return Visit(WITNESS, note, log.checkpoint(size), old, lambda since: log.tree.consistency(since, size))


def line(text: str, key: PrivateKey = KEY, witness_: Witness = WITNESS) -> bytes:
    return witness.cosign(text, witness_, key, 1_795_320_000).line().encode()


def test_an_old_size_is_corrected_by_the_witness() -> None:
    log = Log()
    going = visit(log, 20, old=25)
    assert going.request() == log.ask(20, 20)
    assert going.heard(409, b"9\n") is None
    assert going.request() == log.ask(9, 20)
    found = going.heard(200, line(Note.parse(log.note(20)).text))
    assert found is not None
    assert (found.name, found.key_id) == (WITNESS.name, WITNESS.key_id)


def test_other_lines_in_an_answer_are_ignored() -> None:
    other = PrivateKey.generate()
    text = Note.parse(Log().note(20)).text
    going = visit(Log(), 20, 0)
    going.request()
    both = line(text, other, Witness("someone.else", other.public)) + line(text)
    found = going.heard(200, both)
    assert found is not None
    assert found.line().encode() == line(text)


@pytest.mark.parametrize(
    ("old", "code", "body", "conflict", "why"),
    [
        (0, 409, b"21\n", True, "it signed 21 entries, and 20 are here: this ledger is an older copy"),
        (20, 409, b"20\n", True, "another root of 20 entries: there are two histories"),
        (20, 409, b"", True, "another root of 20 entries"),
        (9, 409, b"9\n", False, "it goes on answering 409 with 9"),
        (9, 409, b"09\n", False, "409 without a size"),
        (9, 422, b"", True, "20 entries here do not extend the 9 it signed"),
        (9, 404, b"unknown log\n", False, "it answered 404: unknown log"),
        (9, 503, b"", False, "it answered 503"),
        (9, 200, b"", False, "its answer"),
        (9, 200, b"\x00", False, "its answer"),
        (9, 200, line("something else\n"), False, "does not verify"),
        (9, 200, line("x\n", PrivateKey.generate(), Witness("a", KEY.public)), False, "no cosignature by the key"),
    ],
)
def test_answers_that_are_told(old: int, code: int, body: bytes, conflict: bool, why: str) -> None:
    going = visit(Log(), 20, old)
    going.request()
    with pytest.raises(WitnessError) as fault:
        going.heard(code, body)
    assert fault.value.conflict is conflict
    assert why in str(fault.value)
    assert "witness witness.example/w1" in str(fault.value)


def test_a_witness_that_never_settles() -> None:
    going = visit(Log(), 20, 0)
    for last in (5, 6):
        going.request()
        assert going.heard(409, b"%d\n" % last) is None
    going.request()
    with pytest.raises(WitnessError, match="goes on answering 409"):
        going.heard(409, b"7\n")


def test_lines_are_added_once() -> None:
    note = Log().note(20)
    one = Note.parse(note + line(Note.parse(note).text)).signatures[1]
    whole = witness.with_lines(note, [one, one])
    assert Note.parse(whole).signatures == (*Note.parse(note).signatures, one)
    assert witness.with_lines(whole, [one]) == whole


# --- on the network -------------------------------------------------------------------------------


def test_over_http(folder: Path) -> None:
    log = Log()
    with served(folder) as address:
        code, body, kind = post(address, log.ask(0, 9).format())
        assert (code, kind) == (200, "text/plain; charset=utf-8")
        assert cosignatures(Note.parse(log.note(9) + body), [opened_key(folder)])
        assert post(address, log.ask(0, 12).format()) == (409, b"9\n", "text/x.tlog.size")
        assert post(address, Log("b").ask(9, 12).format())[0] == 422
        assert post(address, b"hello")[0] == 400
        assert post(address, b"")[0] == 400
        assert post(address, log.ask(9, 12).format(), "/elsewhere")[0] == 404
        assert post(address, bytes(witness.MAX_BODY + 1))[0] == 413


def opened_key(folder: Path) -> Witness:
    return Witness("witness.example/w1", PrivateKey.from_pem((folder / "witness.pem").read_bytes()).public)


def raw(address: tuple[str, int], data: bytes) -> bytes:
    """Everything that comes back for ``data``."""
    with socket.create_connection(address, timeout=20) as line_:
        line_.sendall(data)
        line_.shutdown(socket.SHUT_WR)
        found = b""
        while more := line_.recv(65536):
            found += more
        return found


HEAD = b"POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GET /add-checkpoint HTTP/1.1\r\n\r\n", b"405"),
        (b"GET / HTTP/1.1\r\n\r\n", b"404"),
        (b"nonsense\r\n\r\n", b"400"),
        (HEAD + b"\r\n", b"411"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"501"),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", b"400"),
        (HEAD + b"Content-Length: -5\r\n\r\nhello", b"400"),
        (HEAD + b"Content-Length : 5\r\n\r\nhello", b"400"),
        (HEAD + b"Content-Length: 99999999\r\n\r\n", b"413"),
        (HEAD + b"X: " + b"x" * 9000 + b"\r\n\r\n", b"431"),
        (HEAD + b"Content-Length: 5\r\n\r\nhel", b""),  # cut short: nobody is there to be answered
        (b"", b""),
    ],
)
def test_bad_http(folder: Path, data: bytes, code: bytes) -> None:
    with served(folder) as address:
        assert raw(address, data)[9:12] == code


def test_a_connection_is_kept(folder: Path) -> None:
    log = Log()
    with served(folder) as address:
        first, second = log.ask(0, 9).format(), log.ask(9, 12).format()
        sent = b"".join(
            HEAD + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(body) + body for body in (first, second)
        )
        answers = raw(address, sent)
        assert answers.count(b"HTTP/1.1 200 OK") == answers.count(b"HTTP/1.1 100 Continue") == 2
        closing = HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(second) + second
        assert raw(address, closing * 2).count(b"HTTP/1.1") == 1


def test_too_many_connections(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.serving.MAX_CONNECTIONS", 2)
    with served(folder) as address:
        idle = [socket.create_connection(address, timeout=20) for _ in range(2)]
        try:
            deadline = time.monotonic() + 20
            while raw(address, b"")[9:12] != b"503":
                assert time.monotonic() < deadline
        finally:
            for each in idle:
                each.close()


def test_who_is_slow_is_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.serving.SECONDS", 0.2)
    with served(folder) as address, socket.create_connection(address, timeout=20) as line_:
        line_.sendall(HEAD)
        assert line_.recv(100) == b""


def test_many_at_once_never_roll_back(folder: Path) -> None:
    """Two histories race for every size; of each size at most one root is signed, and the state only grows."""
    sides = [Log("a"), Log("b")]
    for side in sides:
        side.checkpoint(40)
    signed: dict[int, set[bytes]] = {}
    guard = threading.Lock()

    def race(side: Log, seed: int) -> None:
        rng, old = random.Random(seed), 0
        for _ in range(12):
            size = rng.randint(old, 40)
            code, body, _ = post(address, side.ask(old, size).format())
            if code == 200:
                with guard:
                    signed.setdefault(size, set()).add(side.tree.root(size))
            elif code == 409:
                old = int(body)

    with served(folder) as address:
        threads = [threading.Thread(target=race, args=(side, seed)) for seed, side in enumerate(sides * 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert signed
    assert all(len(roots) == 1 for roots in signed.values())


# --- kill -9 --------------------------------------------------------------------------------------


@contextmanager
def process(folder: Path, *when: str) -> Iterator[tuple[subprocess.Popen[bytes], tuple[str, int]]]:
    """A witness in a process of its own, killed at the end of the block at the latest; its address."""
    command = [sys.executable, "-m", "tests.ledger.crash_witness", str(folder), *when]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        try:
            assert running.stdout is not None
            yield running, ("127.0.0.1", int(running.stdout.readline()))
        finally:
            running.kill()


def test_killed_between_keeping_and_answering(folder: Path) -> None:
    log, fork = Log(), Log("b")
    with process(folder, "before-answer") as (running, address):
        with pytest.raises((OSError, HTTPException)):
            post(address, log.ask(0, 9).format())
        assert running.wait(20) == -signal.SIGKILL
    with process(folder) as (_, address):
        assert post(address, fork.ask(0, 9).format())[:2] == (409, b"9\n")
        assert post(address, fork.ask(9, 9).format())[0] == 422
        assert post(address, log.ask(9, 9).format())[0] == 200


def test_killed_before_keeping(folder: Path) -> None:
    log, fork = Log(), Log("b")
    with process(folder, "before-state") as (running, address):
        with pytest.raises((OSError, HTTPException)):
            post(address, log.ask(0, 9).format())
        assert running.wait(20) == -signal.SIGKILL
    with process(folder) as (_, address):  # nothing was signed, so either history may be the first
        assert post(address, fork.ask(0, 9).format())[0] == 200
        assert post(address, log.ask(9, 9).format())[0] == 422


def test_killed_at_any_moment(folder: Path) -> None:
    """Two histories, one witness that is killed again and again: no size ever has two cosigned roots."""
    sides, rng = [Log("a"), Log("b")], random.Random(20261122)
    signed: dict[int, set[bytes]] = {}
    size = 0
    for _ in range(6):
        with process(folder) as (running, address):
            killer = threading.Timer(rng.uniform(0.02, 0.25), running.kill)
            killer.start()
            try:
                while True:
                    side = rng.choice(sides)
                    code, body, _ = post(address, side.ask(size, size + rng.randint(0, 3)).format())
                    newest = side.tree.size
                    if code == 409:
                        size = int(body)
                    elif code == 200:
                        (found,) = [n for n in range(size, newest + 1) if cosigned(side, n, body, folder)]
                        signed.setdefault(found, set()).add(side.tree.root(found))
                        size = found
            except (OSError, HTTPException):
                pass  # it was killed
            finally:
                killer.join()
    assert signed
    assert all(len(roots) == 1 for roots in signed.values())


def cosigned(side: Log, size: int, body: bytes, folder: Path) -> bool:
    try:
        return bool(cosignatures(Note.parse(side.note(size) + body), [opened_key(folder)]))
    except SignatureError:
        return False
