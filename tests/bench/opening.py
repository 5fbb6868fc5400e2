"""Opening a ledger of a million entries from its snapshot, and what an open receivable costs in memory.

The entries are made as a ledger makes them, but for their signatures, which are 64 zeros: opening checks none, whether
from a snapshot or from the entries (that is the audit's), and making a million would take the time of everything else.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ledger import canonical
from ledger.chain import seal
from ledger.checkpoint import sign_checkpoint
from ledger.keys import Keys, default_folder
from ledger.parse import event_value
from ledger.replay import Book, no_collection
from ledger.service import Ledger
from ledger.snapshot import INTERVAL, SNAPSHOT, freeze
from ledger.store import CHECKPOINT
from ledger.types import RULES, VERSION, Checkpoint, Event
from tests.bench.figures import Figure, figure
from tests.ledger.factories import Member, asking, hex32, ms, totals
from tests.ledger.house import House, TestClock

SIZE = int(os.environ.get("TALLYSTICK_BENCH_ENTRIES", "1000000"))
LIMIT = 1536  # bytes
WRITE = 10_000  # entries written at once
SIGNATURE = bytes(64)


def resident() -> int:
    """Bytes of this process that lie in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Filler:
    """Adds entries to a closed ledger's folder: each claim is registered, asked for and confirmed in part."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.supplier, self.payer = house.supplier(), house.payer()
        self.book: Book = house.ledger._book
        self.lines: list[bytes] = []
        house.ledger.close()

    def fill(self, size: int) -> None:
        """Until there are ``size`` entries. The file is not synced, nor a checkpoint written."""
        owner, maker = self.supplier.owner, self.payer.maker
        with self.house.entries_file.open("ab") as file, no_collection():
            while self.book.size < size:
                body = self.house.claim(self.payer.party, 10_000_000 + self.book.size)
                claim = self._add("register", owner, body, self.book.state.ledger)
                head = self._add("request", owner, asking(claim), claim)
                self._add("confirm", maker, totals(claim, confirmed=9_000_000), head)
                if self.book.size // INTERVAL > (self.book.size - 3) // INTERVAL:
                    self.book.pack()  # as an open ledger does
                if len(self.lines) >= WRITE or self.book.size >= size:
                    file.write(b"".join(self.lines))
                    self.lines.clear()

    def _add(self, kind: str, member: Member, body: dict[str, Any], ref: str) -> str:
        book = self.book
        state, seq = book.state, book.size
        event = Event(
            state.ledger, kind, member.party, member.person, member.key.id, hex32(f"{seq}"), ref, state.last_at, body
        )
        payload = canonical._encode(event_value(event)).encode()
        entry = seal(VERSION, RULES, seq, state.last_at, state.last_hash, event, SIGNATURE, payload)
        book.add(entry)
        self.lines.append(entry.raw + b"\n")
        return entry.hash


def run() -> Iterator[Figure]:
    """Seconds to open, bytes an open receivable: as folded and as opened."""
    with tempfile.TemporaryDirectory(prefix="tallystick-bench-") as folder:
        yield from _run(House(Path(folder)), Path(folder))


def _run(house: House, folder: Path) -> Iterator[Figure]:
    filler = Filler(house)
    gc.collect()
    before = resident()
    filler.fill(SIZE)
    book, ledger = filler.book, house.data / "ledger"
    origin, claims = book.state.genesis.origin, len(book.state.receivables)
    told = f"<= 1; {claims:,} open receivables of three entries, tree and all else included"
    yield figure("ledger.memory.folded", (resident() - before) / claims, "bytes", LIMIT, told)
    signer = Keys.load(default_folder(house.data)).signer(origin, book.state.eras[-1].keys)
    began = time.perf_counter()
    freeze(book).write(ledger / SNAPSHOT, signer)
    yield figure("ledger.snapshot", time.perf_counter() - began, "s", 60, "for information: all of it packed", digits=2)
    checkpoint = Checkpoint(origin, book.size, book.tree.root())
    (ledger / CHECKPOINT).write_bytes(sign_checkpoint(checkpoint, signer))
    command = [sys.executable, "-m", "tests.bench.opening", str(folder)]
    seconds, memory = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    yield figure("ledger.open", seconds, "s", 3, f"<= 1; {book.size:,} entries, from the snapshot", digits=2)
    yield figure("ledger.memory", memory / claims, "bytes", LIMIT, told)


def main(folder: Path) -> None:
    """In a process of its own: open what lies in ``folder``; print the seconds, and the bytes that it took."""
    before, clock = resident(), TestClock(ms("2026-11-22 10:00"))
    began = time.perf_counter()
    ledger = Ledger.open(folder / "data", clock=clock, scrypt_n=4)
    seconds = time.perf_counter() - began
    assert ledger.state.size == ledger._book.snapshot
    sys.stdout.write(json.dumps([seconds, resident() - before]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
