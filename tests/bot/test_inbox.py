"""The durable inbox: nothing that Telegram considers delivered is lost, and nothing has its effect twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.inbox import Inbox, InboxRequest
from bot.loopback import LoopbackRequest, LoopbackServer
from bot.storage import TinyStore

KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TinyStore]:
    store = TinyStore(tmp_path / "state", KEY)
    yield store
    store.close()


def update(number: int, text: str = "x") -> dict[str, Any]:
    return {"update_id": number, "message": {"from": {"id": 7}, "text": text}}


def test_updates_wait_until_they_are_done(store: TinyStore) -> None:
    inbox = Inbox(store)
    assert inbox.receive([update(2), update(1)]) == 2
    assert inbox.receive([update(2), update(3)]) == 1  # 2 came again
    inbox.done(2)
    assert inbox.receive([update(2)]) == 0
    assert inbox.is_done(2)
    assert not inbox.is_done(1)
    assert not inbox.is_done(99)
    assert [u["update_id"] for u in Inbox(store).waiting()] == [1, 3]
    assert inbox.newest() == 3
    assert store.get("inbox", "2") == {"state": "done"}  # its words are gone


def test_an_update_that_never_ends_is_set_aside(store: TinyStore) -> None:
    Inbox(store).receive([update(1)])
    for _ in range(3):
        assert len(Inbox(store).waiting()) == 1
    inbox = Inbox(store)
    assert inbox.waiting() == []
    assert inbox.is_done(1)
    assert inbox.stuck() == [update(1)]


def test_the_window_of_done_ids_is_bounded(store: TinyStore) -> None:
    inbox = Inbox(store, window=20)
    for number in range(1, 101):
        inbox.receive([update(number)])
        inbox.done(number)
    inbox.done(100)
    assert 20 <= len(list(store.rows("inbox"))) <= 22
    assert inbox.is_done(100)
    assert not inbox.is_done(1)


async def test_updates_are_on_disk_before_they_are_handed_on(store: TinyStore) -> None:
    server, inbox = LoopbackServer(), Inbox(store)
    polls = InboxRequest(LoopbackRequest(server), inbox)
    bot: ExtBot[None] = ExtBot(server.token, request=LoopbackRequest(server), get_updates_request=polls)
    async with bot:
        server.say("lin", "我们在银川")
        journal = next((store.db.storage.journal._folder).glob("*.journal"))  # type: ignore[attr-defined]
        before = journal.stat().st_size
        assert [u.update_id for u in await bot.get_updates()] == [1]
        assert journal.stat().st_size > before
        row = store.get("inbox", "1")
        assert row is not None
        assert row["user"] == server.user("lin").id
        assert await bot.get_updates(offset=2) == ()
    assert polls.read_timeout == 5.0


@pytest.mark.parametrize("payload", [b"", b"{}", b"[]", b'{"result": [1, {"update_id": "x"}, {}]}'])
async def test_an_answer_that_makes_no_sense_is_handed_on_as_it_is(store: TinyStore, payload: bytes) -> None:
    class Odd(LoopbackRequest):
        async def do_request(self, *args: Any, **more: Any) -> tuple[int, bytes]:
            return 200, payload

    request = InboxRequest(Odd(LoopbackServer()), Inbox(store))
    assert await request.do_request("https://x/bot1:a/getUpdates", "POST") == (200, payload)
    assert list(store.rows("inbox")) == []


BOT = """
import asyncio, os, signal, sys
from pathlib import Path
from telegram.ext import Application, MessageHandler, filters
from bot.inbox import Inbox, InboxRequest, replay
from bot.loopback import LoopbackRequest, LoopbackServer
from bot.state import BotState
from bot.updates import PerUser

async def main(folder, die, words):
    state = BotState.open(Path(folder), bytes(range(32)))
    inbox = Inbox(state.store)
    server = LoopbackServer(first_id=inbox.newest() + 1)
    server.user("lin")
    async def handle(update, context):
        state.meta.set("count", state.meta.get("count", 0) + 1)
        await asyncio.sleep(0.01)
        if update.message.text == die:
            os.kill(os.getpid(), signal.SIGKILL)
    builder = Application.builder().token(server.token).request(LoopbackRequest(server))
    builder.get_updates_request(InboxRequest(LoopbackRequest(server), inbox))
    app = builder.concurrent_updates(PerUser(state, inbox)).build()
    app.add_handler(MessageHandler(filters.ALL, handle))
    server.attach(app)
    async with app:
        replayed = await replay(app, inbox)
        await app.updater.start_polling()
        await app.start()
        for word in words:
            server.say("lin", word)
        await server.quiet()
        await app.updater.stop()
        await app.stop()
    print(replayed, state.meta.get("count"))
    state.close()

asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
"""


def run(folder: Path, die: str, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", BOT, str(folder), die, *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ)


def test_a_bot_killed_in_a_handler_handles_the_rest_after_its_restart(tmp_path: Path) -> None:
    killed = run(tmp_path / "state", "three", "one", "two", "three", "four", "five")
    assert killed.returncode == -signal.SIGKILL
    again = run(tmp_path / "state", "never", "six")
    assert again.stdout.split() == ["3", "6"], again.stderr  # three, four and five came back, and each counted once
