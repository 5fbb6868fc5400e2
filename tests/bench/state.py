"""Embedded bot state at 10,000 profiles: durable updates a second, beside the storage that TinyDB brings along."""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

from bot.inbox import Inbox
from bot.state import BotState
from tests.bench.figures import figure

PROFILES = 10_000
UPDATES = 2_000
REACH = 100


def fact(number: int) -> dict[str, Any]:
    return {
        "employees": {"value": number % 400, "text": f"{number % 400}人"},
        "region": {"value": "CN-64", "text": "在银川做工业软件"},
        "annual_revenue_cny": {"value": 80_000_000 + number, "text": "去年营收8000万"},
    }


def rate(work: Callable[[int], None], seconds: float, most: int) -> float:
    """Runs ``work`` with rising numbers for ``seconds`` or ``most`` times; runs a second."""
    began, count = time.perf_counter(), 0
    while count < most and time.perf_counter() - began < seconds:
        work(count)
        count += 1
    return count / (time.perf_counter() - began)


def journalled(folder: Path) -> tuple[float, float, float]:
    """Updates a second (each: received, a profile, a draft and buttons changed, done), megabytes, seconds to open."""
    key = secrets.token_bytes(32)
    state = BotState.open(folder, key)
    with state.message():
        for user in range(PROFILES):
            state.accounts.touch(user)
            state.profiles.learn(user, fact(user))
    inbox = Inbox(state.store)

    def update(number: int) -> None:
        user = number * 7919 % PROFILES
        inbox.receive([{"update_id": number + 1, "message": {"from": {"id": user}, "text": "120人"}}])
        with state.message():
            state.profiles.learn(user, {"employees": {"value": number, "text": "120人"}})
            state.meta.set("step", number)
            state.buttons.issue(user, [("yes", number), ("no", number)], expires_at=number)
            inbox.done(number + 1)

    speed = rate(update, 20, UPDATES)
    state.close()
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    began = time.perf_counter()
    BotState.open(folder, key).close()
    return speed, size, time.perf_counter() - began


def stock(path: Path) -> float:
    """TinyDB as it comes: one profile replaced at a time, not even synced."""
    with TinyDB(path, ensure_ascii=False) as database:
        table = database.table("profiles")
        table.insert_multiple(Document(fact(user), user) for user in range(PROFILES))

        def update(number: int) -> None:
            user = number * 7919 % PROFILES
            table.update({"employees": {"value": number, "text": "120人"}}, doc_ids=[user])

        return rate(update, 5, UPDATES)


def run() -> Iterable[dict[str, Any]]:
    """The figures."""
    with tempfile.TemporaryDirectory() as folder:
        peer = stock(Path(folder) / "stock.json")
        speed, size, opening = journalled(Path(folder) / "state")
    yield figure("bot.state.update", speed, "updates/s", REACH, ">= 1")
    yield figure("bot.state.update.stock", speed, "updates/s", peer, "> 1, the peer is TinyDB's own storage, unsynced")
    yield figure("bot.state.open", opening, "s", 3, f"<= 1, {PROFILES:,} profiles of {size:.1f} MB", digits=3)
