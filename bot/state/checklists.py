"""What somebody keeps about applying under an article: papers at hand, the stage reached, a deadline, the outcome.

One checklist a user and article. ``plan`` is what the source gave when it was last shown, so that a change of the
corpus can be told, and what was noted still makes sense when the article has gone.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.journal import Row
from bot.storage import Store


@dataclass(frozen=True, slots=True)
class Checklist:
    """``ready`` papers and the ``stage`` reached are told by their Chinese names, which outlive a change of order.

    ``begun`` and ``deadline_set`` are ms UTC, ``deadline`` an ISO day; ``outcome`` is granted, refused, withdrawn or
    silence, on the ISO day ``outcome_on``, with the fen that were granted if they were told.
    """

    id: str
    user: int
    article: str
    begun: int
    plan: Mapping[str, Any]
    ready: tuple[str, ...] = ()
    stage: str | None = None
    deadline: str | None = None
    deadline_set: int = 0
    remind: bool = True
    note: str = ""
    outcome: str | None = None
    outcome_on: str | None = None
    granted: int | None = None


class Checklists:
    """Checklists by id, which names nobody. ``changes`` counts what was written since the process began."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.changes = 0

    def get(self, name: str) -> Checklist | None:
        row = self._store.get("checklists", name)
        return None if row is None else _checklist(name, row)

    def of(self, user: int) -> list[Checklist]:
        """A user's checklists, the oldest first."""
        found = [_checklist(name, row) for name, row in self._store.find("checklists", "user", user)]
        return sorted(found, key=lambda each: (each.begun, each.article))

    def all(self) -> Iterator[Checklist]:
        return (_checklist(name, row) for name, row in self._store.rows("checklists"))

    def begin(self, user: int, article: str, plan: Mapping[str, Any], now: int) -> tuple[Checklist, bool]:
        """The user's checklist for ``article``, and whether it is new."""
        known = next((each for each in self.of(user) if each.article == article), None)
        if known is not None:
            return known, False
        checklist = Checklist(secrets.token_hex(8), user, article, now, plan)
        self._put(checklist)
        return checklist, True

    def change(self, name: str, **changes: Any) -> Checklist:
        """The checklist ``name`` with other values; it must exist."""
        known = self.get(name)
        assert known is not None
        changed = Checklist(**{**_values(known), **changes})
        self._put(changed)
        return changed

    def delete(self, name: str) -> bool:
        self.changes += 1
        return self._store.delete("checklists", name)

    def _put(self, checklist: Checklist) -> None:
        self.changes += 1
        row = {**asdict(checklist), "ready": list(checklist.ready)}
        del row["id"]
        self._store.put("checklists", checklist.id, row)


def _checklist(name: str, row: Row) -> Checklist:
    return Checklist(id=name, **{**row, "ready": tuple(row["ready"])})


def _values(checklist: Checklist) -> dict[str, Any]:
    return {name: getattr(checklist, name) for name in Checklist.__slots__}
