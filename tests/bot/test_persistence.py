"""Persistence: a conversation goes on after a restart where it stood, and user data comes back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, CommandHandler, ConversationHandler, MessageHandler, filters

from bot.inbox import Inbox, InboxRequest
from bot.loopback import LoopbackRequest, LoopbackServer
from bot.persistence import StatePersistence
from bot.state import BotState, StateError
from bot.updates import PerUser
from tests.bot.harness import AnyApplication, talking

KEY = bytes(range(32))
AMOUNT, DATE = range(2)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    state = BotState.open(tmp_path / "state", KEY)
    yield state
    state.close()


def build(server: LoopbackServer, state: BotState) -> AnyApplication:
    inbox = Inbox(state.store)
    processor = PerUser(state, inbox)
    builder: Any = Application.builder().token(server.token).request(LoopbackRequest(server))
    builder.get_updates_request(InboxRequest(LoopbackRequest(server), inbox)).concurrent_updates(processor)
    application: AnyApplication = builder.persistence(StatePersistence(state)).build()
    processor.persist_with(application.update_persistence)

    async def begin(update: Update, _context: Any) -> int:
        assert update.message is not None
        await update.message.reply_text("amount?")
        return AMOUNT

    async def amount(update: Update, context: Any) -> int:
        assert update.message is not None
        context.user_data["amount"] = update.message.text
        await update.message.reply_text("date?")
        return DATE

    async def date(update: Update, context: Any) -> int:
        assert update.message is not None
        await update.message.reply_text(f"{context.user_data['amount']} due {update.message.text}")
        context.user_data.clear()
        return ConversationHandler.END

    text = filters.TEXT & ~filters.COMMAND
    application.add_handler(ConversationHandler(
        [CommandHandler("register", begin)],
        {AMOUNT: [MessageHandler(text, amount)], DATE: [MessageHandler(text, date)]},
        [], name="register", persistent=True,
    ))  # fmt: skip
    return application


async def test_a_conversation_survives_a_crash_after_any_step(state: BotState) -> None:
    """Each step runs in a fresh application that never gets to stop in order: only what each update kept is there."""
    for line, answer in [("/register", "amount?"), ("800k", "date?"), ("17 Feb 2027", "800k due 17 Feb 2027")]:
        server = LoopbackServer(first_id=Inbox(state.store).newest() + 1)
        kept: list[dict[str, Any]] = []
        async with talking(lambda server: build(server, state), server) as talk:
            await talk.say("wang", line)
            assert talk.last("wang") == answer
            kept.append(state.store.db.storage.read())  # type: ignore[attr-defined]
        state.store.db.storage.write(kept[0])  # type: ignore[attr-defined]  # what a crash would have left
    assert list(state.store.rows("ptb_conversation")) == []


async def test_what_json_cannot_keep_is_refused(state: BotState) -> None:
    persistence = StatePersistence(state)
    for bad in ({1: "number as key"}, {"a": (1, 2)}, {"a": {1}}, {"a": object()}):
        with pytest.raises(StateError, match="user data of 5 cannot be kept"):
            await persistence.update_user_data(5, bad)
    assert await persistence.get_user_data() == {}


async def test_data_comes_and_goes(state: BotState) -> None:
    persistence = StatePersistence(state)
    await persistence.update_user_data(5, {})  # nothing to keep
    assert await persistence.get_user_data() == {}
    await persistence.update_user_data(5, {"a": 1})
    await persistence.update_chat_data(6, {"b": [1]})
    await persistence.update_conversation("c", (5, 5), 2)
    await persistence.update_conversation("other", (5, 5), 1)
    assert await persistence.get_user_data() == {5: {"a": 1}}
    assert await persistence.get_chat_data() == {6: {"b": [1]}}
    assert await persistence.get_conversations("c") == {(5, 5): 2}
    await persistence.drop_user_data(5)
    await persistence.drop_chat_data(6)
    await persistence.update_conversation("c", (5, 5), None)
    assert await persistence.get_user_data() == await persistence.get_chat_data() == {}
    assert await persistence.get_conversations("c") == {}
    assert await persistence.get_bot_data() == {}
    await persistence.flush()
