"""``health``: whether a bot is alive on this data folder, for a container's or a supervisor's check."""

from __future__ import annotations

import argparse
import time
from typing import Any

from bot.cli import folders
from bot.ticks import HEARTBEAT
from ledger import store

STALE_SECONDS = 180


def add(commands: Any) -> None:
    health = commands.add_parser(
        "health", help="is the bot alive",
        description="Exit status 0 if a bot has this ledger open and gave a sign of life in the last three minutes, "
        "otherwise 1.",
    )  # fmt: skip
    folders.add(health)
    health.set_defaults(run=_health)


def _health(options: argparse.Namespace) -> int:
    data = folders.settings(options).data
    store.read_checkpoint(data / "ledger")
    beat = data / HEARTBEAT
    age = time.time() - beat.stat().st_mtime if beat.exists() else None
    if age is None or age > STALE_SECONDS:
        told = "never gave a sign of life" if age is None else f"gave its last sign of life {age:.0f} s ago"
        print(f"unhealthy: the bot on {data} {told}; see its log")
        return 1
    if not store.in_use(data / "ledger"):
        print(f"unhealthy: no bot is running on {data}")
        return 1
    print(f"healthy: a sign of life {max(age, 0):.0f} s ago")
    return 0
