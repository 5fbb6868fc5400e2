"""A process that writes a ledger until it is killed: ``python -m tests.ledger.crash_writer FOLDER SEED``.

It opens (or makes) the ledger, registers claims from several threads, and prints the number of each entry once it is
acknowledged, one a line. What it printed must be there after any ``kill -9``.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from pathlib import Path

from ledger.service import Ledger
from ledger.types import Actor, RegistrarKey
from tests.ledger.factories import World, hex32, hex64, make_terms, make_uscc, new_key

THREADS = 4
ORIGIN = "crash.invalid"


class SystemClock:
    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic(self) -> int:
        return time.monotonic_ns() // 1_000_000


def open_or_create(data: Path) -> Ledger:
    """The ledger with one supplier, enrolled whatever an earlier life got done."""
    clock = SystemClock()
    if not (data / "ledger").exists():
        registrar = World._registrar(0)
        keys = [RegistrarKey(registrar.person, registrar.key.public.base64)]
        return Ledger.create(data, origin=ORIGIN, registrar_keys=keys, demo=True, clock=clock, scrypt_n=4)
    return Ledger.open(data, clock=clock, scrypt_n=4)


def settle(ledger: Ledger) -> Actor:
    """Enrol the supplier and its owner, as far as that has not happened yet."""
    registrar = World._registrar(0)
    by = Actor(registrar.party, registrar.person, registrar.key.id)
    party, owner, code = hex32("supplier"), new_key("owner"), "code"
    if party not in ledger.state.enterprises:
        body = {
            "party": party, "uscc": make_uscc(1), "name": hex64("name"), "kind": "enterprise", "state_owned": False,
            "size": "small", "size_since": "2020-01-01", "payer": False, "financier": False, "dual_above": None,
        }  # fmt: skip
        ledger.sign_and_submit(ledger.prepare("enterprise", by, body)[1], registrar.key)
    if owner.id not in ledger.state.keys:
        invitation = World.invitation(FixedTime(ledger), party, "owner", code=code)  # type: ignore[arg-type]
        if invitation["code"] not in ledger.state.invitations:
            ledger.sign_and_submit(ledger.prepare("invite", by, invitation)[1], registrar.key)
        enrol = {"code": code, "public_key": owner.public.base64, "custody": "own", "roles": ["owner"]}
        actor = Actor(party, hex32("owner"), owner.id)
        ledger.sign_and_submit(ledger.prepare("enrol", actor, enrol)[1], owner)
    return Actor(party, hex32("owner"), owner.id)


class FixedTime:
    def __init__(self, ledger: Ledger) -> None:
        self.now = ledger.state.last_at


def register(ledger: Ledger, actor: Actor, seed: int) -> None:
    """Register claims for ever, printing each acknowledged entry in one write."""
    key, rng = new_key("owner"), random.Random(seed)
    while True:
        body = {
            "payer": {"party": None, "uscc": make_uscc(2), "name": hex64("payer")},
            "amount": rng.randint(1, 10**9), "currency": "CNY", "fingerprint": hex64(str(rng.random())),
            "terms": make_terms(), "texts": {"invoice": None, "contract": None, "note": None},
        }  # fmt: skip
        entry = ledger.sign_and_submit(ledger.prepare("register", actor, body)[1], key)
        os.write(1, f"{entry.seq} {entry.hash}\n".encode())


def main() -> None:
    ledger = open_or_create(Path(sys.argv[1]))
    actor = settle(ledger)
    os.write(1, b"ready\n")
    for number in range(THREADS):
        seed = int(sys.argv[2]) * THREADS + number
        threading.Thread(target=register, args=(ledger, actor, seed), daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
