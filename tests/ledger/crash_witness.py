"""A witness that is killed: ``python -m tests.ledger.crash_witness FOLDER [before-state|before-answer]``.

It serves the witness in FOLDER and prints its port. With a second word it kills itself (SIGKILL) at its first decision:
before the state that it wrote is put in place, or between keeping it and answering.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from ledger import witnessing
from ledger.serving import Server
from ledger.witnessing import Watcher
from tests.ledger.crash_writer import SystemClock


def die(*_: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


async def main() -> None:
    when = sys.argv[2] if len(sys.argv) > 2 else ""
    if when == "before-state":
        Path.replace = die  # type: ignore[method-assign]  # the temporary file is written and synced, and not renamed
    if when == "before-answer":
        witnessing.cosign = die
    server = Server(Watcher(Path(sys.argv[1]), SystemClock()))
    _, port = await server.start("127.0.0.1", 0)
    os.write(1, f"{port}\n".encode())
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
