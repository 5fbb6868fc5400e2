"""Checking many signatures on all cores: worker processes that do nothing else, fed by one thread each.

Python's threads would do (verifying lets other threads run), but each return from it waits for whoever parses and
folds. The workers are plain child processes of this interpreter that read jobs from their standard input and answer
with the first bad one, so nothing depends on how the calling program was started.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import queue
import select
import struct
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path

from ledger.errors import LedgerError, SignatureError
from ledger.signing import event_pae, public_key, verify

CHUNK = 1024
CROWD = 8  # so many signatures at once are worth handing to a worker
AHEAD = 2  # batches that a worker is sent: the one it checks, and the next
PATIENCE = 30  # seconds that a worker may take for a batch, which is hundreds of times what it needs
PIPE = 1 << 20  # bytes that a worker's input may hold
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

    def __exit__(self, *_error: object) -> None:
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
                    worker.send(jobs)
                    self._note(worker.receive())
            except OSError:
                self._broken = True
            self._queue.task_done()
        self._queue.task_done()
        if worker is not None:
            worker.close()


class Worker:
    """A child process that checks signatures. One thread at a time may use it. Raises OSError if it cannot start."""

    def __init__(self) -> None:
        paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
        command = [sys.executable, "-c", "from ledger.signatures import work; work()"]
        # A process group of its own: Ctrl-C in the terminal is for us, the worker ends with its input.
        environment = {**os.environ, "PYTHONPATH": paths}
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, process_group=0, bufsize=0
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._input, self.answers = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._started = self._greeted = False
        self.since = time.monotonic()  # when it was last sent something, or answered
        os.set_blocking(self._input, False)
        with contextlib.suppress(OSError, AttributeError):  # so that a chunk waits in the pipe, and we do not
            fcntl.fcntl(self._input, fcntl.F_SETPIPE_SZ, PIPE)

    def ready(self) -> bool:
        """Whether it is up, so that asking does not wait for its start."""
        if not self._started:
            self._started = bool(select.select([self.answers], [], [], 0)[0])
        return self._started

    def send(self, jobs: list[Job]) -> None:
        """Hand it ``jobs``, for one answer. Raises OSError if the process is gone, or is ended as it takes no more."""
        self.since = time.monotonic()
        parts = [_COUNT.pack(len(jobs))]
        for seq, public, payload, sig in jobs:
            parts += [_JOB.pack(seq, len(payload), public, sig), payload]
        rest = memoryview(b"".join(parts))
        while rest:
            if not select.select([], [self._input], [], PATIENCE)[1]:
                self.kill()
                raise BrokenPipeError("a process that checks signatures took no more of them")
            rest = rest[os.write(self._input, rest) :]

    def receive(self) -> int | None:
        """The next answer, waiting for it: the first bad entry. Raises OSError if the process is gone."""
        self.since = time.monotonic()
        if not self._greeted:
            self._greeted = bool(self._read(1))
        bad: int = _ANSWER.unpack(self._read(_ANSWER.size))[0]
        return None if bad < 0 else bad

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = os.read(self.answers, size - len(data))
            if not more:
                raise BrokenPipeError("a process that checks signatures ended")
            data += more
        return data

    def close(self) -> None:
        """Let it end, or end it."""
        with contextlib.suppress(OSError):
            try:
                self._process.communicate(timeout=PATIENCE)  # closes its input, which ends it
            except subprocess.TimeoutExpired:
                self.kill()
                self._process.communicate()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


Faults = list[tuple[int, SignatureError]]
"""Of jobs whose signature is bad: their first field, and the error."""


class Verifiers:
    """Checks batches of signatures, a few of them ahead: many in worker processes, few here and now.

    Workers start with the first crowd, and are used once they are up. ``processes`` 1 or less means none: with one core
    there is nothing to win. One thread at a time may use it.
    """

    def __init__(self, processes: int) -> None:
        self._left = processes if processes > 1 else 0
        self._starting: list[Worker] = []
        self._workers: dict[Worker, deque[list[Job]]] = {}  # with what each was sent and has not answered
        self._done: deque[tuple[list[Job], Faults]] = deque()

    def room(self) -> bool:
        """Whether a batch would be begun at once."""
        return not self._workers or any(len(sent) < AHEAD for sent in self._workers.values())

    def send(self, jobs: list[Job]) -> None:
        """Begin to check; ``finished`` tells when it is done."""
        worker = self._choose() if len(jobs) >= CROWD else None
        if worker is not None:
            self._workers[worker].append(jobs)
            try:
                worker.send(jobs)
            except OSError:
                self._lose(worker)
        else:
            self._done.append((jobs, check(jobs)))

    def finished(self, *, wait: bool) -> list[tuple[list[Job], Faults]]:
        """Batches that are checked by now, each with its faults; at least one, if it is to ``wait``."""
        busy = {worker.answers: worker for worker, sent in self._workers.items() if sent}
        if busy:
            waits = wait and not self._done
            answering = select.select(list(busy), [], [], PATIENCE if waits else 0)[0]
            for answers in answering:
                self._answer(busy.pop(answers))
            for worker in busy.values():
                if (waits and not answering) or time.monotonic() - worker.since > PATIENCE:
                    worker.kill()  # stopped, or stuck: the ledger must not be, nor who waits for this one alone
                    self._lose(worker)
        done, self._done = list(self._done), deque()
        return done

    def _answer(self, worker: Worker) -> None:
        try:
            bad = worker.receive()
        except OSError:
            self._lose(worker)
            return
        jobs = self._workers[worker].popleft()
        self._done.append((jobs, [] if bad is None else check(jobs)))

    def _choose(self) -> Worker | None:
        """The worker with the least to do; None while none is up."""
        while self._left > 0:
            self._left -= 1
            with contextlib.suppress(OSError):
                self._starting.append(Worker())
        for worker in [each for each in self._starting if each.ready()]:
            self._starting.remove(worker)
            self._workers[worker] = deque()
        return min(self._workers, key=lambda worker: len(self._workers[worker]), default=None)

    def _lose(self, worker: Worker) -> None:
        """A process that is gone: what it was sent is checked here."""
        self._done.extend((jobs, check(jobs)) for jobs in self._workers.pop(worker))
        worker.close()

    def reset(self) -> None:
        """Forget what was sent, and the workers that have it; others are started when they are needed."""
        workers, self._workers = self._workers, {}
        self._left += len(workers)
        self._done.clear()
        for worker in workers:
            worker.close()

    def close(self) -> None:
        """Let the workers end; what they were sent is checked here, and so is what comes later."""
        self._left = 0
        for worker in list(self._workers):
            self._lose(worker)
        while self._starting:
            self._starting.pop().close()


def check(jobs: list[Job]) -> Faults:
    """Check one after the other, here."""
    faults: Faults = []
    for number, public, payload, sig in jobs:
        try:
            verify(public, payload, sig, "event.sig")
        except SignatureError as error:
            faults.append((number, error))
    return faults


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
