"""A ledger on a disk that fails, in processes that die: one child for each fault, forked from one that is ready.

``Nursery`` starts ``python -m tests.ledger.faulty`` once and has it fork a child for each ``Task``. The child does real
system calls on a real folder; at the n-th of those that change files (``CALLS``) something happens:

kill        SIGKILL instead of the call
torn        half of what is written reaches the file, then SIGKILL
enospc, eio the call fails and does nothing
half        half of what is written reaches the file, as the call reports; that is no fault
short       the same, and the rest finds the disk full
late        the call does what it should and reports an I/O error nevertheless

The kernel's own faults are tried as well: ``limit`` (a file may grow to so many bytes, then short writes and EFBIG) and
``read-only`` (a folder that the process may not write to). What the child says it says in one write a line, before it
does anything else: an acknowledgement that was said was given.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import errno
import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from ledger import parse, snapshot
from ledger.errors import LedgerError, StorageError
from ledger.service import Ledger
from ledger.types import RegistrarKey, SignedEvent
from tests.ledger.factories import World
from tests.ledger.house import TestClock

ROOT = Path(__file__).parent.parent.parent
CALLS = ("open", "write", "fsync", "fdatasync", "rename", "replace", "ftruncate", "mkdir", "unlink", "rmdir")
FAULTS = ("kill", "torn", "enospc", "eio", "short", "late")
HARMLESS = "half"


@dataclass(frozen=True)
class Task:
    """What a child does, and what befalls it.

    ``what``: append (``events`` one after another), batch (all at once), close (after them, with a snapshot), open (and
    no more), found (a new ledger).
    ``fault`` is one of ``FAULTS`` (or ``HARMLESS``) at call ``at`` (from 1; counting begins once the ledger is open,
    for open and found at once, for close after the events), ``limit`` at so many bytes, ``read-only`` from the
    beginning, ``wait`` for a line on standard input once the ledger is open, so that somebody can attach, or none.
    """

    what: str
    data: str
    now: int  # ms UTC
    events: tuple[tuple[str, str], ...] = ()  # payload and signature, base64
    fault: str = "none"
    at: int = 0


@dataclass(frozen=True)
class Outcome:
    """How the child ended: ``status`` as of ``subprocess`` (-9: killed), what it said, one list of words a line."""

    status: int
    said: list[list[str]]

    def words(self, first: str) -> list[list[str]]:
        return [line[1:] for line in self.said if line[0] == first]

    @property
    def calls(self) -> list[str]:
        return [line[0] for line in self.words("call")]


def packed(signed: SignedEvent) -> tuple[str, str]:
    return base64.b64encode(signed.payload).decode(), base64.b64encode(signed.sig).decode()


class Nursery:
    """The process that forks children; a context manager."""

    def __enter__(self) -> Nursery:
        command = [sys.executable, "-m", "tests.ledger.faulty"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def run(self, task: Task) -> Outcome:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(task)).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Outcome(answer["status"], answer["said"])


# In the child.

_write = os.write  # before anything is put in its place


def _say_to(fd: int) -> Callable[..., None]:
    def say(*words: str) -> None:
        _write(fd, json.dumps(words).encode() + b"\n")

    return say


def _arm(task: Task, say: Callable[..., None]) -> None:
    """Put the fault in the way of the ``at``-th call; without one, each call is told."""
    count = 0

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal count
            if name == "open" and not given[1] & (os.O_WRONLY | os.O_RDWR):
                return real(*given, **named)
            count += 1
            if task.fault == "none":
                say("call", name)
            elif count == task.at or (task.fault == "short" and count == task.at + 1):
                return _fail(task.fault, name, real, given, named, again=count > task.at)
            return real(*given, **named)

        return call

    for name in CALLS:
        setattr(os, name, watched(name, getattr(os, name)))


def _fail(fault: str, name: str, real: Callable[..., Any], given: Any, named: Any, *, again: bool) -> Any:
    part = name == "write" and fault in ("torn", "half", "short") and not again
    done = real(given[0], bytes(given[1])[: len(given[1]) // 2]) if part else None
    if fault == HARMLESS:
        return done if part else real(*given, **named)
    if fault in ("kill", "torn"):
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "short" and part:
        return done
    if fault == "late":
        real(*given, **named)
    code = errno.ENOSPC if fault in ("enospc", "short") else errno.EIO
    raise OSError(code, os.strerror(code))


def _open(task: Task) -> Ledger:
    return Ledger.open(task.data, clock=TestClock(task.now), scrypt_n=4)


def _found(task: Task) -> Ledger:
    registrar = World._registrar(0)
    keys = [RegistrarKey(registrar.person, registrar.key.public.base64)]
    return Ledger.create(
        task.data, origin="faults.invalid", registrar_keys=keys, demo=True, clock=TestClock(task.now), scrypt_n=4
    )


def _may_not_write() -> None:
    """Root may write everywhere, unless it gives that up (CAP_DAC_OVERRIDE, capset(2) of this thread)."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this thread
    data = (ctypes.c_uint32 * 6)()  # nothing effective, permitted, inheritable
    if libc.capset(header, data) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def _child(task: Task, say: Callable[..., None]) -> None:
    early = task.what in ("open", "found")
    if task.fault == "read-only":
        _may_not_write()
    elif task.fault != "limit" and early:
        _arm(task, say)
    try:
        ledger = _found(task) if task.what == "found" else _open(task)
    except LedgerError as error:
        say("closed", type(error).__name__, str(error))
        return
    say("open", str(ledger.state.size), _note(ledger))
    if task.fault == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (task.at, task.at))
    elif task.fault == "wait":
        sys.stdin.readline()
    elif task.fault != "read-only" and task.what in ("append", "batch"):
        _arm(task, say)
    if not early:
        _submit(ledger, task, say)
    if task.what == "close":
        snapshot.MINIMUM = 1
        _arm(task, say)
    with contextlib.suppress(StorageError):
        ledger.close()
    say("end")


def _note(ledger: Ledger) -> str:
    return base64.b64encode(ledger.checkpoint()).decode()


def _submit(ledger: Ledger, task: Task, say: Callable[..., None]) -> None:
    events = [
        SignedEvent(parse.event(base64.b64decode(payload)), base64.b64decode(payload), base64.b64decode(sig))
        for payload, sig in task.events
    ]
    batches = [events] if task.what == "batch" else [[signed] for signed in events]
    try:
        for batch in batches:
            for entry in ledger.submit_many(batch):
                if isinstance(entry, LedgerError):
                    raise entry
                say("acknowledged", str(entry.seq), entry.hash)
            say("checkpoint", _note(ledger))
    except StorageError as error:
        say("failed", str(error))
        _knock(ledger, events[-1], say)


def _knock(ledger: Ledger, signed: SignedEvent, say: Callable[..., None]) -> None:
    """After a failed write every door is shut, and says what to do."""
    doors: dict[str, Callable[[], object]] = {
        "submit": lambda: ledger.submit(signed),
        "state": lambda: ledger.state,
        "checkpoint": ledger.checkpoint,
        "entry": lambda: ledger.entry(0),
        "receipt": lambda: ledger.receipt(0),
    }
    for name, door in doors.items():
        try:
            door()
        except StorageError as error:
            say("shut", name, str(error))
        else:
            say("ajar", name)


def unpacked(line: str) -> Task:
    fields = json.loads(line)
    return Task(**{**fields, "events": tuple(map(tuple, fields["events"]))})


def serve() -> None:
    """Fork a child for each task that comes in, one after another."""
    for line in sys.stdin:
        task = unpacked(line)
        ear, mouth = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(ear)
            status = 1
            try:
                _child(task, _say_to(mouth))
                status = 0
            finally:
                os._exit(status)
        os.close(mouth)
        with os.fdopen(ear) as heard:
            said = [json.loads(each) for each in heard]
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        sys.stdout.write(json.dumps({"status": status, "said": said}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:]:
        _child(unpacked(sys.argv[1]), _say_to(sys.stdout.fileno()))
    else:
        serve()
