"""What the bot owes people: recorded before it is sent, under a key that makes it unique, so that nothing goes twice.

waiting → pending → sent / failed / uncertain. What was sent moves to a table of its own, so that looking for what waits
stays quick however much has gone. A letter that was pending when the process died may or may not have
arrived: it becomes *uncertain*, is shown as such, and is not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from bot.journal import Row, StateError
from bot.storage import Store

GONE = "whoever it was for no longer acts through this account"
State = Literal["waiting", "pending", "sent", "failed", "uncertain"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing to be told to one user. ``payload`` is what is needed to word it; it goes once it was sent."""

    key: str
    state: State
    user: int | None
    payload: Any
    at: int
    message: int | None = None
    why: str | None = None


class Outbox:
    """Letters by key. For a reminder the key is :meth:`key` of receivable, ladder, step and recipient."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @staticmethod
    def key(*parts: object) -> str:
        """One text of several parts; no two lists of parts give the same."""
        return "/".join(str(part).replace("%", "%25").replace("/", "%2F") for part in parts)

    def get(self, key: str) -> Letter | None:
        row = self._row(key)
        return None if row is None else _letter(key, row)

    def queue(self, key: str, user: int, payload: Any, now: int) -> bool:
        """Adds a letter, together with the rest of the unit of work; False if the key is known."""
        if self._row(key) is not None:
            return False
        self._put(key, "waiting", user, payload, now)
        return True

    def cover(self, key: str, user: int, now: int) -> None:
        """Records ``key`` as told, together with the rest of the unit of work: another letter of the unit says it."""
        if self._row(key) is None:
            self._put(key, "sent", user, None, now)

    def drop(self, user: int, prefix: str) -> int:
        """Forgets the waiting letters of ``user`` whose keys begin with ``prefix``; how many."""
        rows = self._store.find("outbox", "user", user)
        keys = [key for key, row in rows if row["state"] == "waiting" and key.startswith(prefix)]
        return sum(self._store.delete("outbox", key) for key in keys)

    def claim(self, key: str, user: int, payload: Any, now: int) -> bool:
        """Records that the letter is about to be sent, durably before it returns; False if it was claimed before.

        Kept on its own even inside a unit of work: whatever becomes of the unit, the letter is not sent twice.
        """
        letter = self.get(key)
        if letter is not None and letter.state != "waiting":
            return False
        with self._store.message(apart=True):
            self._put(key, "pending", user, payload, now)
        if (mine := self.get(key)) is not None and mine.state == "waiting":  # queued by this very unit of work
            self._put(key, "pending", user, payload, now)
        return True

    def release(self, key: str, now: int) -> None:
        """A claimed letter that certainly never left: it waits again."""
        row = self._row(key)
        if row is not None and row["state"] == "pending":
            self._put(key, "waiting", row["user"], row["payload"], now)

    def sent(self, key: str, message: int | None, now: int) -> None:
        self._settle(key, "sent", now, message=message)

    def failed(self, key: str, why: str, now: int) -> None:
        self._settle(key, "failed", now, why=why)

    def uncertain(self, key: str, why: str, now: int) -> None:
        """Nobody knows whether it arrived."""
        self._settle(key, "uncertain", now, why=why)

    def in_state(self, state: State) -> list[Letter]:
        """The letters in one state, oldest first."""
        return [_letter(key, row) for key, row in self._store.find(_table(state), "state", state)]

    def all(self) -> Iterator[Letter]:
        return (_letter(key, row) for table in ("sent", "outbox") for key, row in self._store.rows(table))

    def recover(self, now: int) -> list[Letter]:
        """At start: what was pending when the process ended is uncertain from now on; returns it."""
        with self._store.message():
            for letter in self.in_state("pending"):
                self.uncertain(letter.key, "the process ended while it was being sent", now)
        return self.in_state("uncertain")

    def erase(self, user: int) -> int:
        """Forgets whom and what; the keys of what was sent stay, so that nothing is sent again."""
        rows = [*self._store.find("sent", "user", user), *self._store.find("outbox", "user", user)]
        for key, row in rows:
            if row["state"] == "waiting":
                self._store.delete("outbox", key)
            else:
                self._put(key, row["state"], None, None, row["at"])
        return len(rows)

    def _row(self, key: str) -> Row | None:
        return self._store.get("outbox", key) or self._store.get("sent", key)

    def _settle(self, key: str, state: State, now: int, *, message: int | None = None, why: str | None = None) -> None:
        row = self._row(key)
        if row is None:
            raise StateError(f"There is no letter {key}: claim it before it is sent.")
        payload = None if state == "sent" else row["payload"]
        self._put(key, state, row["user"], payload, now, message=message, why=why)

    def _put(self, key: str, state: State, user: int | None, payload: Any, at: int, **more: Any) -> None:
        row = {"state": state, "user": user, "payload": payload, "at": at}
        self._store.put(_table(state), key, row | {name: value for name, value in more.items() if value is not None})
        self._store.delete("outbox" if state == "sent" else "sent", key)


def _table(state: State) -> str:
    return "sent" if state == "sent" else "outbox"


def _letter(key: str, row: Row) -> Letter:
    return Letter(key, row["state"], row["user"], row["payload"], row["at"], row.get("message"), row.get("why"))
