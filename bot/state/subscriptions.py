"""Who is told of new policies, about what not, and under which token their messages are recorded."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.journal import Row
from bot.storage import Store

THEMES = 16
"""Themes asked about that are remembered; the newest stay."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One user's wishes. ``asked`` are themes of what they wrote about, never the text; ``unfit`` are articles.

    ``token`` stands for the user in the keys of what was sent: it is erased with the user, and those keys then name
    nobody. ``heard`` are the articles of the newest message, ``heard_on`` its day.
    """

    user: int
    token: str
    on: bool = True
    asked: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    heard_on: str = ""


class Subscriptions:
    """By user. Who is not here has described nothing and is told nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, user: int) -> Subscription | None:
        row = self._store.get("subscriptions", str(user))
        return None if row is None else _subscription(user, row)

    def all(self) -> Iterator[Subscription]:
        return (_subscription(int(key), row) for key, row in self._store.rows("subscriptions"))

    def begin(self, user: int, *, on: bool = True) -> bool:
        """A subscription for whoever has none yet; False if there is one, which stays as it is."""
        if self.get(user) is not None:
            return False
        self._store.put("subscriptions", str(user), {"token": secrets.token_hex(8), "on": on})
        return True

    def set_on(self, user: int, on: bool) -> None:
        """Everything on or off; begins a subscription where there is none."""
        if not self.begin(user, on=on):
            self._change(user, on=on)

    def ask(self, user: int, themes: Iterable[str]) -> None:
        """Adds themes that a subscriber wrote about; nothing for anybody else."""
        known = self.get(user)
        if known is not None:
            fresh = [theme for theme in themes if theme not in known.asked]
            if fresh:
                self._change(user, asked=[*known.asked, *fresh][-THEMES:])

    def mute(self, user: int, theme: str) -> None:
        """Nothing more about ``theme``."""
        self.begin(user)
        self._add(user, "muted", theme)

    def unmute(self, user: int, theme: str) -> None:
        known = self.get(user)
        if known is not None:
            self._change(user, muted=[each for each in known.muted if each != theme])

    def reject(self, user: int, article: str) -> None:
        """``article`` is not for this user: never told of again, however it changes."""
        self.begin(user)
        self._add(user, "unfit", article)

    def hear(self, user: int, articles: Iterable[str], day: str) -> None:
        """Notes what the newest message is about."""
        self._change(user, heard=list(articles), heard_on=day)

    def _add(self, user: int, name: str, value: str) -> None:
        row = self._store.get("subscriptions", str(user)) or {}
        self._change(user, **{name: [*(each for each in row.get(name, ()) if each != value), value]})

    def _change(self, user: int, **changes: Any) -> None:
        row = self._store.get("subscriptions", str(user))
        if row is not None:  # else erased since
            self._store.put("subscriptions", str(user), {**row, **changes})


def _subscription(user: int, row: Row) -> Subscription:
    lists = {name: tuple(row.get(name, ())) for name in ("asked", "muted", "unfit", "heard")}
    return Subscription(user, row["token"], row["on"], heard_on=row.get("heard_on", ""), **lists)
