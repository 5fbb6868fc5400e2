"""A chat message handled by the whole application: inbox, handler, adviser or ledger, state, answer. Network aside."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot import app, demo
from bot.clock import DemoClock
from bot.loopback import LoopbackServer
from tests.bench.figures import figure

LIMIT_MS = 20
ROUNDS = 60
MESSAGES = (
    "我们在银川做工业软件，高新企业，120人，去年营收8000万、增长12%，想贷款500万",
    "/profile",
    "We are a bakery in Beijing, 12 people, and need our first bank loan",
    "/receivables",
    "R-0001 show",
    "/help",
)


def run() -> Iterable[dict[str, Any]]:
    """The 95th percentile of handling one message, against the limit."""
    times = asyncio.run(_talk())
    times.sort()
    worst = times[int(len(times) * 0.95)] * 1000
    yield figure("chat.message.p95", worst, "ms", LIMIT_MS, "<= 1", digits=2)


async def _talk() -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        data, keys = Path(folder) / "data", Path(folder) / "keys"
        data.mkdir()
        clock = DemoClock(data / "clock.json")
        ledger = demo.create(data, keys, clock, scrypt_n=2)
        desk = app.furnish(ledger, data, keys, clock)
        server = LoopbackServer(now=clock.now)
        demo.link(desk.state, {name: server.user(name).id for name in demo.PEOPLE})
        house = app.build(desk, server=server)
        times: list[float] = []

        async def until() -> None:
            await server.quiet()
            for _ in range(ROUNDS):
                for text in MESSAGES:
                    began = time.perf_counter()
                    server.say("lin", text)
                    await server.quiet()
                    times.append(time.perf_counter() - began)

        await app.run(house, until=until)
        house.close()
        return times
