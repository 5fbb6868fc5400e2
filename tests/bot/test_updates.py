"""The update processor: order for each user, users side by side, one unit of work and one effect an update."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from bot.inbox import Inbox, InboxRequest
from bot.journal import WriteFailedError
from bot.loopback import LoopbackRequest, LoopbackServer
from bot.state import BotState
from bot.updates import PerUser
from tests.bot.harness import AnyApplication, talking

KEY = bytes(range(32))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    state = BotState.open(tmp_path / "state", KEY)
    yield state
    state.close()


class Desk:
    """Handlers that note when they begin and end, and fail on request."""

    def __init__(self, state: BotState) -> None:
        self.state = state
        self.inbox = Inbox(state.store)
        self.processor = PerUser(state, self.inbox)
        self.order: list[str] = []
        self.wait: dict[str, float] = {}

    def build(self, server: LoopbackServer) -> AnyApplication:
        polls = InboxRequest(LoopbackRequest(server), self.inbox)
        builder: Any = Application.builder().token(server.token).request(LoopbackRequest(server))
        application: AnyApplication = builder.get_updates_request(polls).concurrent_updates(self.processor).build()
        application.add_handler(MessageHandler(filters.ALL, self.handle))
        application.add_error_handler(self.failed)
        return application

    async def handle(self, update: Update, _context: Any) -> None:
        assert update.message is not None
        text = update.message.text or ""
        self.order.append(f"+{text}")
        self.state.meta.set("count", self.state.meta.get("count", 0) + 1)
        await asyncio.sleep(self.wait.get(text, 0))
        if text == "fail":
            raise ValueError(text)
        self.order.append(f"-{text}")

    async def failed(self, _update: object, _context: Any) -> None:
        self.state.abandon()
        self.state.meta.set("failed", True)


async def test_one_users_updates_keep_their_order_and_others_do_not_wait(state: BotState) -> None:
    desk = Desk(state)
    desk.wait = {"a1": 0.05, "a2": 0.01}
    async with talking(desk.build) as talk:
        for user, text in [("ann", "a1"), ("ann", "a2"), ("ann", "a3"), ("ben", "b1")]:
            talk.server.say(user, text)
        await talk.quiet()
    assert [step for step in desk.order if "a" in step] == ["+a1", "-a1", "+a2", "-a2", "+a3", "-a3"]
    assert desk.order.index("-b1") < desk.order.index("-a1")


async def test_an_update_that_comes_twice_counts_once(state: BotState) -> None:
    desk = Desk(state)
    async with talking(desk.build) as talk:
        await talk.say("ann", "one", duplicates=3)
        await talk.say("ann", "two")
        talk.server.repeat(1)  # late, and out of order
        await talk.quiet()
    assert state.meta.get("count") == 2
    assert desk.order == ["+one", "-one", "+two", "-two"]


async def test_a_failed_handler_changes_nothing_and_its_update_is_done(state: BotState) -> None:
    desk = Desk(state)
    async with talking(desk.build) as talk:
        await talk.say("ann", "fail")
        assert desk.inbox.is_done(1)
    assert state.meta.get("count") is None
    assert state.meta.get("failed") is True


async def test_what_persist_adds_belongs_to_the_same_unit(state: BotState, tmp_path: Path) -> None:
    desk = Desk(state)
    journal = next((tmp_path / "state").glob("*.journal"))

    async def persist() -> None:
        state.meta.set("persisted", True)

    desk.processor.persist_with(persist)
    async with talking(desk.build) as talk:
        await talk.say("ann", "one")
    assert state.meta.get("persisted") is True
    assert journal.read_bytes().count(b"\n") == 3  # header, the received update, everything that came of it


async def test_what_follows_an_update_runs_once_it_is_kept(state: BotState) -> None:
    desk = Desk(state)
    counts: list[object] = []

    async def follow() -> None:
        state.abandon()  # no unit is open here: nothing to abandon
        counts.append(state.meta.get("count"))

    desk.processor.follow_with(follow)
    async with talking(desk.build) as talk:
        await talk.say("ann", "one", duplicates=2)
        await talk.say("ann", "two")
    assert counts == [1, 2]


async def test_a_disk_that_refuses_an_update_stops_the_bot_and_telegram_keeps_it(state: BotState) -> None:
    desk = Desk(state)
    told = asyncio.Event()
    desk.processor.stop_with(lambda _error: told.set())
    async with talking(desk.build) as talk:
        state.store.db.storage.journal._failed = True  # type: ignore[attr-defined]
        talk.server.say("ann", "one")
        async with asyncio.timeout(5):
            await told.wait()
        assert [update["update_id"] for update in talk.server.updates.pending] == [1]
    assert desk.order == []


async def test_a_disk_that_refuses_ends_the_process_and_leaves_the_update_undone(state: BotState) -> None:
    desk = Desk(state)
    told: list[WriteFailedError] = []
    desk.processor.stop_with(told.append)
    journal = state.store.db.storage.journal  # type: ignore[attr-defined]

    async with talking(desk.build) as talk:
        await talk.say("ann", "one")
        talk.server.say("ann", "two")
        await asyncio.sleep(0)
        desk.inbox.receive([{"update_id": 2, "message": {}}])
        journal._failed = True
        await talk.quiet()
    assert [type(error) for error in told] == [WriteFailedError]
    assert state.meta.get("count") == 1
    assert not desk.inbox.is_done(2)


async def test_what_is_not_an_update_is_handled_as_it_comes(state: BotState) -> None:
    processor = PerUser(state, Inbox(state.store))
    seen: list[str] = []

    async def work() -> None:
        seen.append("done")

    async with processor:
        await processor.process_update("a string", work())
        await processor.process_update(Update(1), work())
        await processor.process_update(Update(1), work())  # passed over
    assert seen == ["done", "done"]
    assert processor.lock(5) is not processor.lock(6)
