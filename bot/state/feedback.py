"""What people thought of a match: kept for the operator, without their words unless they agreed.

One vote a person and article, the newest. Erasing a person takes their votes off them, with any words of theirs, and
leaves the counts.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.journal import Row
from bot.storage import Store

REASONS = ("about", "verdict", "outdated")
"""What was wrong: not about this, the verdict, out of date."""


@dataclass(frozen=True, slots=True)
class Vote:
    """``user`` is None once it was erased; ``text`` is what the person wrote, if they agreed; ``day`` is ISO."""

    user: int | None
    article: str
    up: bool
    verdict: str
    language: str
    day: str
    themes: tuple[str, ...] = ()
    reason: str | None = None
    text: str | None = None


class Feedback:
    """Votes on articles."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> Iterator[Vote]:
        return (_vote(row) for _, row in self._store.rows("feedback"))

    def of(self, user: int, article: str) -> Vote | None:
        """How ``user`` voted on ``article``."""
        found = self._find(user, article)
        return None if found is None else _vote(found[1])

    def vote(self, vote: Vote) -> bool:
        """Keeps a vote in place of an earlier one on the article; False if that was the same way, and stays."""
        assert vote.user is not None
        found = self._find(vote.user, vote.article)
        if found is not None and found[1]["up"] == vote.up:
            return False
        key = found[0] if found is not None else secrets.token_hex(8)
        self._store.put("feedback", key, {
            "user": vote.user, "article": vote.article, "up": vote.up, "verdict": vote.verdict,
            "language": vote.language, "day": vote.day, "themes": list(vote.themes), "reason": vote.reason,
            "text": None,
        })  # fmt: skip
        return True

    def add(self, user: int, article: str, **more: Any) -> bool:
        """Adds ``reason`` or ``text`` to a vote against; False if there is none (any more)."""
        found = self._find(user, article)
        if found is None or found[1]["up"]:
            return False
        self._store.put("feedback", found[0], {**found[1], **more})
        return True

    def erase(self, user: int) -> int:
        """Takes a person's votes off them; how many there were."""
        rows = self._store.find("feedback", "user", user)
        for key, row in rows:
            self._store.put("feedback", key, {**row, "user": None, "text": None})
        return len(rows)

    def _find(self, user: int, article: str) -> tuple[str, Row] | None:
        rows = self._store.find("feedback", "user", user)
        return next(((key, row) for key, row in rows if row["article"] == article), None)


def _vote(row: Row) -> Vote:
    return Vote(
        row["user"], row["article"], row["up"], row["verdict"], row["language"], row["day"], tuple(row["themes"]),
        row["reason"], row["text"],
    )  # fmt: skip
