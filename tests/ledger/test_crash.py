"""``kill -9`` at random moments of a writing process: every acknowledged entry is there, the ledger opens and verifies.

25 kills by default; ``TALLYSTICK_KILLS=200`` runs as many.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from ledger.verify import audit
from tests.ledger.crash_writer import open_or_create

KILLS = int(os.environ.get("TALLYSTICK_KILLS", "25"))
ROOT = Path(__file__).parent.parent.parent


def run_and_kill(data: Path, seed: int, wait: float, *, early: bool) -> list[str]:
    """Start the writer, kill it after ``wait`` seconds of writing (or of starting); the lines it printed."""
    command = [sys.executable, "-m", "tests.ledger.crash_writer", str(data), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = b"" if early else process.stdout.readline()
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        printed = first + process.stdout.read()
        complaint = process.stderr.read().decode()
    assert "Error" not in complaint, complaint
    return [line for line in printed.decode().split("\n")[:-1] if line != "ready"]


def test_every_acknowledged_entry_survives_kill_9(tmp_path: Path) -> None:
    data, rng = tmp_path / "data", random.Random(20261122)
    acknowledged: dict[int, str] = {}
    open_or_create(data).close()
    for number in range(KILLS):
        early = number % 5 == 4  # while it opens and recovers
        lines = run_and_kill(data, number, rng.uniform(0.0, 0.6 if early else 0.12), early=early)
        for line in lines:
            seq, entry_hash = line.split()
            assert acknowledged.setdefault(int(seq), entry_hash) == entry_hash
        if number % 10 == 9 or number == KILLS - 1:
            check(data, acknowledged)
    assert len(acknowledged) > KILLS


def check(data: Path, acknowledged: dict[int, str]) -> None:
    """Open, compare, close, audit."""
    with open_or_create(data) as ledger:
        for seq, entry_hash in acknowledged.items():
            assert ledger.entry(seq).hash == entry_hash
        size = ledger.state.size
    found = audit(data)
    assert (found.entries, found.behind) == (size, 0)
