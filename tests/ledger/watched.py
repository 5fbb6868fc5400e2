"""What tests of witnesses need: a log that only signs checkpoints, of any history; a witness on the network."""

from __future__ import annotations

import asyncio
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ledger.chain import MerkleTree, leaf_hash
from ledger.checkpoint import Signer, sign_checkpoint
from ledger.serving import Server
from ledger.signing import PrivateKey
from ledger.types import Checkpoint
from ledger.witness import PATH, Request
from ledger.witnessing import Watcher
from tests.ledger.house import TestClock

NOW_MS = 1_795_320_000_000


class Log:
    """A log of ``history`` (two of one key and different words contradict each other), as large as it is asked for."""

    def __init__(self, history: str = "a", name: str = "log.example/tally", key: PrivateKey | None = None) -> None:
        self.signer = Signer(name, key or PrivateKey.from_raw(bytes(range(32))))
        self.history = history
        self.tree = MerkleTree()

    @property
    def vkey(self) -> str:
        return self.signer.verifier.vkey

    def checkpoint(self, size: int, shared: int = 0) -> Checkpoint:
        """The first ``shared`` leaves are those of every history."""
        while self.tree.size < size:
            history = "" if self.tree.size < shared else self.history
            self.tree.append(leaf_hash(f"{history}{self.tree.size}".encode()))
        return Checkpoint(self.signer.name, size, self.tree.root(size))

    def note(self, size: int, shared: int = 0) -> bytes:
        return sign_checkpoint(self.checkpoint(size, shared), self.signer)

    def ask(self, old: int, size: int, shared: int = 0) -> Request:
        note = self.note(size, shared)
        return Request(old, tuple(self.tree.consistency(old, size)) if old <= size else (), note)


def post(address: tuple[str, int], body: bytes, path: str = PATH) -> tuple[int, bytes, str]:
    """Status, body and content type of one call."""
    connection = http.client.HTTPConnection(*address, timeout=20)
    try:
        connection.request("POST", path, body)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers["Content-Type"]
    finally:
        connection.close()


@contextmanager
def served(folder: Path, watcher: Watcher | None = None) -> Iterator[tuple[str, int]]:
    """The witness in ``folder`` on a port of the loopback interface, until the block ends; its address."""
    watcher = watcher or Watcher(folder, TestClock(NOW_MS))
    loop = asyncio.new_event_loop()
    server = Server(watcher)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield asyncio.run_coroutine_threadsafe(server.start("127.0.0.1", 0), loop).result(20)
    finally:
        asyncio.run_coroutine_threadsafe(_ended(loop, server), loop).result(20)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(20)
        loop.close()
        watcher.close()


async def _ended(loop: asyncio.AbstractEventLoop, server: Server) -> None:
    await server.close()
    await loop.shutdown_default_executor()
