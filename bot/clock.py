"""Time, injected: the system's, or a demo's that can be moved forward and goes on where it stood.

Both answer :class:`ledger.types.Clock`: ``now`` is milliseconds UTC, ``monotonic`` milliseconds that never go back.
"""

from __future__ import annotations

import json
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from ledger.durable import replace_file

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
DEMO_START = int(datetime(2026, 11, 22, 10, 0, tzinfo=SHANGHAI).timestamp() * 1000)
_AHEAD_MS = 10_000


class ClockError(Exception):
    """The demo's clock cannot be read, or was asked to go back."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic(self) -> int:
        return time.monotonic_ns() // 1_000_000


class DemoClock:
    """A clock that starts at ``start``, runs, can be advanced, and is kept in the file ``path``.

    What it has ever shown is never after what the file says: the file is written ahead by ten seconds, so that a killed
    demo goes on at most ten seconds later and never earlier. :meth:`close` keeps the exact time. With
    ``running=False`` time stands still between calls of :meth:`advance`.
    """

    def __init__(self, path: Path, start: int = DEMO_START, *, running: bool = True) -> None:
        self._path = path
        self._running = running
        self._lock = threading.Lock()
        self._kept = _read(path)
        self._base = start if self._kept is None else self._kept
        self._began = time.monotonic_ns()
        self._advanced = 0
        self._keep(self._base)

    def now(self) -> int:
        with self._lock:
            return self._reading()

    def monotonic(self) -> int:
        with self._lock:
            return self._elapsed() + self._advanced

    def advance(self, delta: timedelta) -> int:
        """Moves both readings forward by ``delta``, durably; returns the new ``now``."""
        step = delta // timedelta(milliseconds=1)
        if step < 0:
            raise ClockError(f"A clock does not go back: advance it by a positive time, not by {delta}.")
        with self._lock:
            self._advanced += step
            now = self._base + self._elapsed() + self._advanced
            self._keep(now)
            return now

    def close(self) -> None:
        """Keeps the exact time, so that the next start goes on from here."""
        with self._lock:
            self._kept = self._reading()
            replace_file(self._path, json.dumps({"now": self._kept}).encode() + b"\n")

    def _elapsed(self) -> int:
        return (time.monotonic_ns() - self._began) // 1_000_000 if self._running else 0

    def _reading(self) -> int:
        now = self._base + self._elapsed() + self._advanced
        if self._kept is None or now > self._kept:
            self._keep(now + _AHEAD_MS)
        return now

    def _keep(self, until: int) -> None:
        if self._kept is None or until > self._kept:
            replace_file(self._path, json.dumps({"now": until}).encode() + b"\n")
            self._kept = until


def _read(path: Path) -> int | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        value = json.loads(data)["now"]
    except (ValueError, KeyError, TypeError):
        value = None
    if type(value) is not int or value < 0:
        raise ClockError(f'{path}: not a demo clock. It should read {{"now": milliseconds}}; restore or remove it.')
    return value
