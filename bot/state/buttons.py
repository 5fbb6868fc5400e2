"""Single-use buttons, bound to the user who sees them and to the hash of what they saw.

The buttons of one question form a group: the first that is taken uses up all of them, so that a double tap, a second
thought or a button of an old message has no effect twice. A group that was used or has ended is remembered until
:meth:`Buttons.prune`, so that the answer can say why.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.journal import Row
from bot.storage import Store


class Why(StrEnum):
    """Why a button has no effect."""

    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was taken: what it does, and what its user had seen."""

    nonce: str
    user: int
    action: str
    args: Any
    seen: str
    group: str
    chat: int | None
    message: int | None
    expires_at: int


class Buttons:
    """Nonces are ``<group>.<index>``, 24 characters and more: they fit callback data with a prefix."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def issue(
        self,
        user: int,
        actions: Sequence[tuple[str, Any]],
        *,
        expires_at: int,
        seen: str = "",
        chat: int | None = None,
        single_use: bool = True,
    ) -> list[str]:
        """Nonces for the buttons of one message, in order; each action has a name and JSON arguments.

        With ``single_use`` off the buttons work until they expire (pages, keypads); they are bound all the same.
        """
        group = secrets.token_urlsafe(16)
        self._store.put("buttons", group, {
            "user": user, "chat": chat, "message": None, "seen": seen, "expires_at": expires_at, "used": None,
            "single": single_use, "actions": [[name, args] for name, args in actions],
        })  # fmt: skip
        return [f"{group}.{place}" for place in range(len(actions))]

    def bind(self, nonce: str, chat: int, message: int) -> None:
        """Notes where the buttons were shown, once the message is sent."""
        group = nonce.partition(".")[0]
        if (row := self._store.get("buttons", group)) is not None:
            self._store.put("buttons", group, {**row, "chat": chat, "message": message})

    def look(self, nonce: str, user: int, now: int) -> Pressed | Why:
        """What :meth:`take` would give, without taking it."""
        found = self._find(nonce)
        if found is None:
            return Why.UNKNOWN
        group, row, place = found
        if row["user"] != user:
            return Why.FOREIGN
        if row["used"] is not None:
            return Why.EXPIRED if row.get("dropped") else Why.USED
        if now >= row["expires_at"]:
            return Why.EXPIRED
        action, args = row["actions"][place]
        return Pressed(
            nonce, user, action, args, row["seen"], group, row["chat"], row["message"], row["expires_at"]
        )  # fmt: skip

    def take(self, nonce: str, user: int, now: int) -> Pressed | Why:
        """The button's record, its whole group used up with it; or why it has no effect."""
        pressed = self.look(nonce, user, now)
        if isinstance(pressed, Pressed):
            row = self._store.get("buttons", pressed.group)
            if row is not None and row["single"]:
                self._store.put("buttons", pressed.group, {**row, "used": now})
        return pressed

    def lasts(self, nonce: str, now: int) -> bool:
        """Whether the button goes on working once pressed, and still does."""
        found = self._find(nonce)
        return (
            found is not None and not found[1]["single"] and found[1]["used"] is None and now < found[1]["expires_at"]
        )

    def revoke(self, nonce: str, now: int) -> None:
        """Uses up the group of ``nonce`` without a press: the question has gone."""
        group = nonce.partition(".")[0]
        row = self._store.get("buttons", group)
        if row is not None and row["used"] is None:
            self._store.put("buttons", group, {**row, "used": now, "dropped": True})

    def live(self, user: int, now: int) -> list[tuple[str, Row]]:
        """The groups that the user could still press."""
        return [
            (group, row) for group, row in self._store.find("buttons", "user", user)
            if row["used"] is None and now < row["expires_at"]
        ]  # fmt: skip

    def prune(self, before: int) -> int:
        """Forgets groups that ended before ``before``; returns how many."""
        old = [group for group, row in self._store.rows("buttons") if row["expires_at"] < before]
        with self._store.message():
            for group in old:
                self._store.delete("buttons", group)
        return len(old)

    def erase(self, user: int) -> int:
        return sum(self._store.delete("buttons", group) for group, _ in self._store.find("buttons", "user", user))

    def _find(self, nonce: str) -> tuple[str, Row, int] | None:
        group, _, place = nonce.partition(".")
        row = self._store.get("buttons", group)
        if row is None or not (place.isascii() and place.isdigit()) or int(place) >= len(row["actions"]):
            return None
        return group, row, int(place)
