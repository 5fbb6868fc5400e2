"""The faults of ``test_faults``, by the kernel's own hand: ``python -m tests.ledger.under_strace FOLDER``.

A process that has opened a ledger in FOLDER, on the disk that is to be tried, waits; strace attaches to it and kills it
at the n-th call of a kind, or lets that call fail, for each n until the process gets by unharmed. After each fault the
ledger is opened, judged and audited as the test does. One line a kind and fault says how many were tried; the first
that is not as it should be ends the run with what was wrong. It needs strace and the right to trace one's own children
and takes some minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import count
from pathlib import Path

from tests.ledger.faulty import ROOT, Outcome
from tests.ledger.test_faults import Original, judge, made

CALLS = ("openat", "write", "fdatasync", "fsync", "rename", "close")
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO")


def tried(original: Original, folder: Path, call: str, fault: str) -> Iterator[Outcome]:
    """One outcome for each n, as long as the fault met the process."""
    for number in count(1):
        data = original.copy(folder / "copy")
        log = folder / "strace.log"
        outcome = traced(original, data, ["-o", str(log), "-e", f"inject={call}:{fault}:when={number}"])
        if "INJECTED" not in log.read_text() and outcome.status != -9:
            return
        judge(original, data, outcome)
        assert not outcome.words("ajar"), outcome.words("ajar")
        yield outcome


def traced(original: Original, data: Path, options: list[str]) -> Outcome:
    task = json.dumps(asdict(original.task("append", data, "wait")))
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "tests.ledger.faulty", task]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        strace = ["strace", "-f", *options, "-p", str(child.pid)]
        with subprocess.Popen(strace, stderr=pipe, text=True) as tracer:
            assert tracer.stderr is not None
            attached = tracer.stderr.readline()
            if "attached" not in attached:
                child.kill()
                raise SystemExit(f"strace cannot attach: {attached.strip()}")
            rest, _ = child.communicate(b"\n")
    return Outcome(child.returncode, [json.loads(line) for line in (first + rest).splitlines()])


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    original = made(folder / "original")
    for call in CALLS:
        for fault in FAULTS:
            outcomes = list(tried(original, folder, call, fault))
            killed = sum(outcome.status == -9 for outcome in outcomes)
            told = sum(bool(outcome.words("failed")) for outcome in outcomes)
            line = f"{call} {fault}: {len(outcomes)} calls, {killed} killed, {told} told as failed writes"
            sys.stdout.write(line + "; nothing lost, nothing twice\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
