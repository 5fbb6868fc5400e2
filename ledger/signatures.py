"""Checking many signatures on all cores: worker processes that do nothing else, fed by one thread each.

Python's threads would do (verifying lets other threads run), but each return from it waits for whoever parses and
folds. The workers are plain child processes of this interpreter that read jobs from their standard input and answer
with the first bad one, so nothing depends on how the calling program was started.
"""

from __future__ import annotations

import contextlib
import os
import queue
import select
import struct
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from types import TracebackType

from ledger.errors import LedgerError, SignatureError
from ledger.signing import event_pae, public_key, verify

CHUNK = 1024
CROWD = 8  # so many signatures at once are worth handing to a worker
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
        worker: Worker | None = None
        with contextlib.suppress(OSError):
            worker = Worker()
        while (jobs := self._queue.get()) is not None:
            try:
                if worker is None:
                    self._broken = True
                elif not self._broken:
                    self._note(worker.ask(jobs))
            except OSError:
                self._broken = True
            self._queue.task_done()
        self._queue.task_done()
        if worker is not None:
            worker.close()


class Worker:
    """A child process that checks signatures. One thread at a time may ask it. Raises OSError if it cannot start."""

    def __init__(self) -> None:
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        command = [sys.executable, "-c", "from ledger.signatures import work; work()"]
        pipe = subprocess.PIPE
        # A process group of its own: Ctrl-C in the terminal is for us, the worker ends with its input.
        environment = {**os.environ, "PYTHONPATH": paths}
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter
            command, stdin=pipe, stdout=pipe, env=environment, process_group=0
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout
        self._started = self._greeted = False

    def ready(self) -> bool:
        """Whether it is up, so that asking does not wait for its start."""
        if not self._started:
            self._started = bool(select.select([self._output], [], [], 0)[0])
        return self._started

    def ask(self, jobs: list[Job]) -> int | None:
        """The first bad entry among ``jobs``, waiting for the answer; raises OSError if the process is gone."""
        parts = [_COUNT.pack(len(jobs))]
        for seq, public, payload, sig in jobs:
            parts.append(_JOB.pack(seq, len(payload), public, sig))
            parts.append(payload)
        self._input.write(b"".join(parts))
        self._input.flush()
        if not self._greeted:
            self._greeted = bool(self._output.read(1))
        answer = self._output.read(_ANSWER.size)
        if len(answer) < _ANSWER.size:
            raise BrokenPipeError("a process that checks signatures ended")
        bad: int = _ANSWER.unpack(answer)[0]
        return None if bad < 0 else bad

    def close(self) -> None:
        """Let it end."""
        with contextlib.suppress(OSError):
            self._process.communicate()  # closes its input, which ends it


class Verifiers:
    """Checks signatures for many threads: a few at a time in the thread itself, many in worker processes.

    Workers start with the first crowd, and are used once they are up. ``processes`` 1 or less means none: with one core
    there is nothing to win.
    """

    def __init__(self, processes: int) -> None:
        self._left = processes if processes > 1 else 0
        self._guard = threading.Lock()
        self._idle: deque[Worker] = deque()
        self._closed = False

    def check(self, jobs: list[Job]) -> list[tuple[int, SignatureError]]:
        """For each job (its first field is only a number) whose signature is bad: the number and the error."""
        if len(jobs) >= CROWD and self._all_good(jobs):
            return []
        faults: list[tuple[int, SignatureError]] = []
        for number, public, payload, sig in jobs:
            try:
                verify(public, payload, sig, "event.sig")
            except SignatureError as error:
                faults.append((number, error))
        return faults

    def _all_good(self, jobs: list[Job]) -> bool:
        """Whether a worker found nothing bad; false also if none was free, or it is gone."""
        worker = self._borrow()
        if worker is None:
            return False
        try:
            good = worker.ask(jobs) is None
        except OSError:
            worker.close()
            return False
        self._give_back(worker)
        return good

    def _borrow(self) -> Worker | None:
        with self._guard:
            if self._left > 0:
                self._left -= 1
                with contextlib.suppress(OSError):
                    self._idle.append(Worker())
            for _ in range(len(self._idle)):
                worker = self._idle.popleft()
                if worker.ready():
                    return worker
                self._idle.append(worker)
        return None

    def _give_back(self, worker: Worker) -> None:
        with self._guard:
            if not self._closed:
                self._idle.append(worker)
                return
        worker.close()

    def close(self) -> None:
        """Let the workers end."""
        with self._guard:
            self._closed, self._left = True, 0
            workers, self._idle = list(self._idle), deque()
        for worker in workers:
            worker.close()


def work() -> None:
    """The worker's loop: jobs from standard input, answers to standard output, until the input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    target.write(b"!")  # up and running
    target.flush()
    while head := source.read(_COUNT.size):
        jobs: list[Job] = []
        for _ in range(_COUNT.unpack(head)[0]):
            seq, length, public, sig = _JOB.unpack(source.read(_JOB.size))
            jobs.append((seq, public, source.read(length), sig))
        bad = first_bad_signature(jobs)
        target.write(_ANSWER.pack(-1 if bad is None else bad))
        target.flush()
