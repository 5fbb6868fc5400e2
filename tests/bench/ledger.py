"""How fast the ledger appends, audits and opens, beside the bare cost of verifying as many Ed25519 signatures."""

from __future__ import annotations

import os
import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from ledger import parse
from ledger.chain import MerkleTree, leaf_hash
from ledger.keys import Keys, default_folder
from ledger.publish import publish
from ledger.replay import load
from ledger.signing import event_pae
from ledger.snapshot import SNAPSHOT
from ledger.store import read_checkpoint, read_lines
from ledger.types import Entry, SignedEvent
from ledger.verify import audit
from tests.bench import opening
from tests.bench.figures import Figure, figure
from tests.bench.rival import SqliteLedger
from tests.ledger.factories import Side, asking, totals
from tests.ledger.house import House

CLAIMS = int(os.environ.get("TALLYSTICK_BENCH_CLAIMS", "10000"))
CALLERS = 256
RIVALS = 1500  # entries that SQLite is given: it is slower
LEAVES = 1_000_000
PROOFS = 2000


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def bare_rate(side: Side, signed: SignedEvent, count: int = 4000) -> float:
    """Ed25519 verifications a second on one core, over an event of the usual length, with nothing around them."""
    verify, message = side.owner.key.public._key.verify, event_pae(signed.payload)

    def loop() -> None:
        for _ in range(count):
            verify(signed.sig, message)

    return count / timed(loop)


class Door(Protocol):
    def submit(self, signed: SignedEvent) -> Entry: ...


def submit_all(ledger: Door, work: Sequence[SignedEvent], callers: int) -> float:
    """Entries a second when ``callers`` threads submit one event after the other."""

    def caller(part: Sequence[SignedEvent]) -> None:
        for signed in part:
            ledger.submit(signed)

    threads = [threading.Thread(target=caller, args=(work[number::callers],)) for number in range(callers)]

    def all_of_them() -> None:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return len(work) / timed(all_of_them)


def run() -> Iterator[Figure]:
    """The figures of design section 7 that concern the ledger."""
    yield from opening.run()  # first: it counts this process' memory
    with tempfile.TemporaryDirectory(prefix="tallystick-bench-") as folder:
        yield from _run(House(Path(folder)))
    yield from _proofs()


def _run(house: House) -> Iterator[Figure]:
    supplier, payer = house.supplier(), house.payer()
    cores = os.cpu_count() or 1
    work = [house.sign("register", supplier.owner, house.claim(payer.party, n + 1)) for n in range(CLAIMS)]
    rival = _rival(house, work[:RIVALS])
    peer = bare_rate(supplier, work[0])
    rate = submit_all(house.ledger, work, CALLERS)
    peer = (peer + bare_rate(supplier, work[0])) / 2
    yield figure("ledger.append", rate, "entries/s", peer, ">= 0.8 of one core's bare verify rate")
    yield figure("ledger.append.cores", rate, "entries/s", peer * cores, ">= 0.7 of bare verify rate x cores")
    told = "> 1, the peer is SQLite (WAL, synchronous=FULL), as many callers, the same checks, a transaction an entry"
    yield figure("ledger.append.sqlite", rate, "entries/s", rival, told)
    single = [house.sign("register", supplier.owner, house.claim(payer.party, n + 1)) for n in range(300)]
    alone = submit_all(house.ledger, single, 1)
    yield figure("ledger.append.one-caller", alone, "entries/s", peer, "for information: each waits for its own sync")
    _confirm_all(house, supplier, payer)
    size = house.state.size
    house.ledger.close()
    before = bare_rate(supplier, work[0])
    seconds = timed(lambda: audit(house.data))
    peer = (before + bare_rate(supplier, work[0])) / 2 * cores
    yield figure("ledger.audit", size / seconds, "entries/s", peer, ">= 0.8 of bare verify rate x cores")
    (house.data / "ledger" / SNAPSHOT).unlink()
    seconds = timed(house.reopen)
    yield figure("ledger.rebuild", size / seconds, "entries/s", 40_000, ">= 1")
    lines = [line[:-1] for line in house.entries_file.read_bytes().splitlines(keepends=True)]
    seconds = timed(lambda: [parse.entry(line) for line in lines])
    yield figure("ledger.parse", size / seconds, "entries/s", 60_000, ">= 1")
    house.ledger.close()
    yield from _tiles(house, lines)


def _rival(house: House, work: Sequence[SignedEvent]) -> float:
    """Entries a second of SQLite, which begins where the ledger stands."""
    folder = house.data / "ledger"
    book, *_ = load(lambda: read_lines(folder), read_checkpoint(folder), str(folder))
    signer = Keys.load(default_folder(house.data)).signer(book.state.genesis.origin, book.state.eras[-1].keys)
    rival = SqliteLedger(house.data.with_name("rival.sqlite"), book, signer)
    rate = submit_all(rival, work, CALLERS)
    rival.close()
    return rate


def _tiles(house: House, lines: Sequence[bytes]) -> Iterator[Figure]:
    """Publishing all of it, each file synced, beside the bare cost of hashing as many entries; then once more."""
    source, public, admitted = house.data / "ledger", house.data.with_name("public"), house.data.with_name("admitted")
    bare = len(lines) / timed(lambda: [leaf_hash(line) for line in lines])
    seconds = timed(lambda: publish(source, public, admitted))
    yield figure("ledger.tiles", len(lines) / seconds, "entries/s", bare, "for information: into empty folders")
    again = timed(lambda: publish(source, public, admitted))
    yield figure("ledger.tiles.again", again * 1000, "ms", seconds * 1000, "for information: nothing new to write")


def _proofs() -> Iterator[Figure]:
    """The 99th of 100 proofs from a tree of a million leaves, of leaves and older sizes at random."""
    tree = MerkleTree()
    leaves = [leaf_hash(number.to_bytes(4, "big")) for number in range(LEAVES)]

    def grow() -> None:
        for leaf in leaves:
            tree.append(leaf)

    seconds = timed(grow)
    yield figure("ledger.tree", LEAVES / seconds, "leaves/s", 40_000, ">= 1")  # the rate of rebuilding a state
    chosen = random.Random(1).sample(range(1, LEAVES), PROOFS)
    for name, make in (("ledger.proof", tree.inclusion), ("ledger.proof.consistency", tree.consistency)):
        slow = sorted(timed(partial(make, at)) for at in chosen)[PROOFS * 99 // 100]
        yield figure(name, slow * 1000, "ms", 1.0, "<= 1", digits=3)


def _confirm_all(house: House, supplier: Side, payer: Side) -> None:
    """Request and confirm the claims, so that audit and opening meet a life and not one type of entry."""
    claims = list(house.state.numbers)[:CLAIMS]
    requests = [house.sign("request", supplier.owner, asking(claim)) for claim in claims]
    house.ledger.submit_many(requests)
    confirms = [
        house.sign("confirm", payer.maker, totals(claim, confirmed=house.receivable(claim).claimed)) for claim in claims
    ]
    house.ledger.submit_many(confirms)
