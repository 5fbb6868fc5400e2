"""python-telegram-bot's persistence on the bot's own state: conversations and user data survive with each update.

Values must be JSON with text keys, as the state keeps nothing else. Call ``application.update_persistence()`` after
each update, inside its unit of work (:class:`bot.updates.PerUser` does): a conversation's step is then kept together
with what the step did. Bot data and callback data are not kept here: they belong in ``state.meta`` and
``state.buttons``.
"""

from __future__ import annotations

import json
from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

from bot.journal import StateError
from bot.state import BotState

Data = dict[Any, Any]
Key = tuple[int | str, ...]


class StatePersistence(BasePersistence[Data, Data, Data]):
    """User data, chat data and conversation states in tables of the state."""

    def __init__(self, state: BotState, *, update_interval: float = 60) -> None:
        kinds = PersistenceInput(bot_data=False, chat_data=True, user_data=True, callback_data=False)
        super().__init__(kinds, update_interval)
        self._store = state.store

    async def get_user_data(self) -> dict[int, Data]:
        return {int(key): row["data"] for key, row in self._store.rows("ptb_user")}

    async def get_chat_data(self) -> dict[int, Data]:
        return {int(key): row["data"] for key, row in self._store.rows("ptb_chat")}

    async def get_bot_data(self) -> Data:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def get_conversations(self, name: str) -> dict[Key, object]:
        found = self._store.find("ptb_conversation", "name", name)
        return {tuple(row["key"]): row["state"] for _, row in found}

    async def update_conversation(self, name: str, key: Key, new_state: object | None) -> None:
        row_key = json.dumps([name, *key], ensure_ascii=False)
        if new_state is None:
            self._store.delete("ptb_conversation", row_key)
            return
        user = key[-1] if type(key[-1]) is int else None
        row = {"name": name, "key": list(key), "user": user, "state": new_state}
        self._put("ptb_conversation", row_key, row, f"the state of conversation {name}")

    async def update_user_data(self, user_id: int, data: Data) -> None:
        self._put("ptb_user", str(user_id), {"data": data}, f"user data of {user_id}")

    async def update_chat_data(self, chat_id: int, data: Data) -> None:
        self._put("ptb_chat", str(chat_id), {"data": data}, f"chat data of {chat_id}")

    async def update_bot_data(self, data: Data) -> None:
        """Not kept."""

    async def update_callback_data(self, data: Any) -> None:
        """Not kept."""

    async def drop_user_data(self, user_id: int) -> None:
        self._store.delete("ptb_user", str(user_id))

    async def drop_chat_data(self, chat_id: int) -> None:
        self._store.delete("ptb_chat", str(chat_id))

    async def refresh_user_data(self, user_id: int, user_data: Data) -> None:
        """The application's copy is the newest."""

    async def refresh_chat_data(self, chat_id: int, chat_data: Data) -> None:
        """The application's copy is the newest."""

    async def refresh_bot_data(self, bot_data: Data) -> None:
        """The application's copy is the newest."""

    async def flush(self) -> None:
        """Everything was synced when it was kept."""

    def _put(self, table: str, key: str, row: dict[str, Any], what: str) -> None:
        old = self._store.get(table, key)
        if old == row or (old is None and row.get("data") == {}):
            return
        try:
            same = json.loads(json.dumps(row)) == row
        except (TypeError, ValueError):
            same = False
        if not same:
            raise StateError(f"{what} cannot be kept: use JSON values under text keys only.")
        self._store.put(table, key, row)
