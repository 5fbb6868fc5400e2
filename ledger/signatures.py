"""Checking many signatures on all cores: worker processes that do nothing else, fed by one thread each.

Python's threads would do (verifying lets other threads run), but each return from it waits for whoever parses and
folds. The workers are plain child processes of this interpreter that read jobs from their standard input and answer
with the first bad one, so nothing depends on how the calling program was started.
"""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from ledger.errors import LedgerError
from ledger.signing import event_pae, public_key

CHUNK = 1024
_COUNT = struct.Struct(">I")
_JOB = struct.Struct(">QI32s64s")  # entry, length of the event bytes, public key, signature; the event bytes follow
_ANSWER = struct.Struct(">q")  # the first bad entry of a chunk, or -1
Job = tuple[int, bytes, bytes, bytes]


def first_bad_signature(jobs: list[Job]) -> int | None:
    """The first entry among jobs of (entry, public key, event bytes, signature) that is not signed by its key."""
    for seq, public, payload, sig in jobs:
        try:
            if not public_key(public).verify(event_pae(payload), sig):
                return seq
        except LedgerError:
            return seq
    return None


class Signatures:
    """Checks signatures in ``processes`` workers (0: here and now), a few chunks ahead of the caller at most."""

    def __init__(self, processes: int) -> None:
        self.bad: int | None = None
        self.checked = 0
        self._jobs: list[Job] = []
        self._guard = threading.Lock()
        self._broken = False
        self._queue: queue.Queue[list[Job] | None] = queue.Queue(maxsize=max(1, 3 * processes))
        self._threads = [threading.Thread(target=self._feed, daemon=True) for _ in range(processes)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Signatures:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join()

    def add(self, seq: int, public: bytes, payload: bytes, sig: bytes) -> None:
        """Have one signature checked, sooner or later."""
        self._jobs.append((seq, public, payload, sig))
        if len(self._jobs) >= CHUNK:
            self._send()

    def finish(self) -> None:
        """Wait until everything handed in is checked; ``bad`` then is the first bad entry. Raises LedgerError."""
        self._send()
        self._queue.join()
        if self._broken:
            raise LedgerError("a process that checks signatures ended early; run the audit again")

    def _send(self) -> None:
        jobs, self._jobs = self._jobs, []
        self.checked += len(jobs)
        if not self._threads:
            self._note(first_bad_signature(jobs))
        elif jobs:
            self._queue.put(jobs)

    def _note(self, bad: int | None) -> None:
        with self._guard:
            if bad is not None and (self.bad is None or bad < self.bad):
                self.bad = bad

    def _feed(self) -> None:
        """One worker's thread: hand it chunks, take its answers, until told to stop."""
        try:
            worker = _start_worker()
        except OSError:
            worker = None
        while (jobs := self._queue.get()) is not None:
            try:
                if worker is None:
                    self._broken = True
                elif not self._broken:
                    self._note(_ask(worker, jobs))
            except (OSError, struct.error):
                self._broken = True
            self._queue.task_done()
        self._queue.task_done()
        if worker is not None:
            with contextlib.suppress(OSError):
                worker.communicate()  # closes its input, which ends it


def _start_worker() -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    command = [sys.executable, "-c", "from ledger.signatures import work; work()"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)  # noqa: S603  # our own interpreter


def _ask(worker: subprocess.Popen[bytes], jobs: list[Job]) -> int | None:
    assert worker.stdin is not None
    assert worker.stdout is not None
    parts = [_COUNT.pack(len(jobs))]
    for seq, public, payload, sig in jobs:
        parts.append(_JOB.pack(seq, len(payload), public, sig))
        parts.append(payload)
    worker.stdin.write(b"".join(parts))
    worker.stdin.flush()
    bad: int = _ANSWER.unpack(worker.stdout.read(_ANSWER.size))[0]
    return None if bad < 0 else bad


def work() -> None:
    """The worker's loop: jobs from standard input, answers to standard output, until the input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while head := source.read(_COUNT.size):
        jobs: list[Job] = []
        for _ in range(_COUNT.unpack(head)[0]):
            seq, length, public, sig = _JOB.unpack(source.read(_JOB.size))
            jobs.append((seq, public, source.read(length), sig))
        bad = first_bad_signature(jobs)
        target.write(_ANSWER.pack(-1 if bad is None else bad))
        target.flush()
