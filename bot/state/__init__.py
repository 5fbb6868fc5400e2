"""What the bot keeps about its users, apart from the ledger: accounts, profiles, buttons, outbox, inbox.

``BotState.open(folder, key)`` opens the embedded store; every part works on any :class:`bot.storage.Store`. One handled
update is one unit of work::

    with state.message():
        state.profiles.learn(user, {"employees": {"value": 120, "text": "120人"}})
        state.buttons.take(nonce, user, now)
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from bot.journal import Row, StateError
from bot.state.accounts import Account, Accounts, Profile, Profiles
from bot.state.buttons import Buttons, Pressed, Why
from bot.state.checklists import Checklist, Checklists
from bot.state.feedback import REASONS, Feedback, Vote
from bot.state.outbox import GONE, Letter, Outbox
from bot.state.subscriptions import Subscription, Subscriptions
from bot.storage import Store, TinyStore

__all__ = [
    "GONE",
    "REASONS",
    "Account",
    "Accounts",
    "BotState",
    "Buttons",
    "Checklist",
    "Checklists",
    "Feedback",
    "Letter",
    "Meta",
    "Outbox",
    "Pressed",
    "Profile",
    "Profiles",
    "StateError",
    "Subscription",
    "Subscriptions",
    "Vote",
    "Why",
]


class Meta:
    """Named values of the bot as a whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str, default: Any = None) -> Any:
        row = self._store.get("meta", name)
        return default if row is None else row["value"]

    def set(self, name: str, value: Any) -> None:
        self._store.put("meta", name, {"value": value})


class BotState:
    """The parts, on one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.accounts = Accounts(store)
        self.profiles = Profiles(store)
        self.buttons = Buttons(store)
        self.outbox = Outbox(store)
        self.subscriptions = Subscriptions(store)
        self.feedback = Feedback(store)
        self.checklists = Checklists(store)
        self.meta = Meta(store)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> BotState:
        """The embedded state in ``folder``, readable with ``key`` (:func:`bot.journal.load_key`)."""
        return cls(TinyStore(folder, key))

    def message(self, *, apart: bool = False) -> AbstractContextManager[None]:
        """One unit of work: all of it is kept, as one synced line, or none. See :class:`bot.storage.Store`."""
        return self.store.message(apart=apart)

    def commit(self) -> None:
        """Keeps what the unit has changed so far: call it before others can see what depends on it."""
        self.store.commit()

    def abandon(self) -> None:
        """Forgets what the unit has changed: call it first in an error handler."""
        self.store.abandon()

    def export(self, user: int) -> dict[str, Any]:
        """Everything that is kept about one user, as JSON."""
        found: dict[str, Any] = {}
        for table, rows in self._about(user).items():
            if rows:
                found[table] = rows[str(user)] if list(rows) == [str(user)] else rows
        return found

    def erase(self, user: int) -> int:
        """Removes everything that is kept about one user, from the disk as well; returns how many rows went.

        Of sent reminders only the key stays, which names no account, so that none is sent again; of votes the counts.
        """
        gone = 0
        with self.message():
            gone += self.buttons.erase(user) + self.outbox.erase(user) + self.accounts.erase(user)
            gone += self.feedback.erase(user)
            for table, rows in self._about(user).items():
                gone += sum(self.store.delete(table, key) for key in rows)
            self.store.compact()
        return gone

    def close(self) -> None:
        self.store.close()

    def _about(self, user: int) -> dict[str, dict[str, Row]]:
        own = {}
        for table in ("accounts", "profiles", "subscriptions", "ptb_user", "ptb_chat"):
            row = self.store.get(table, str(user))
            own[table] = {} if row is None else {str(user): row}
        for table in ("buttons", "outbox", "sent", "feedback", "inbox", "checklists", "ptb_conversation"):
            own[table] = dict(self.store.find(table, "user", user))
        return own
