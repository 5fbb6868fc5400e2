"""Who is behind a Telegram account, and what they told about their enterprise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.journal import Row, StateError
from bot.storage import Store


@dataclass(frozen=True, slots=True)
class Account:
    """One Telegram user. ``person`` is their id in the ledger once they are linked; ``language`` None means unset."""

    user: int
    chat: int
    person: str | None = None
    language: str | None = None
    blocked: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)


class Accounts:
    """Telegram users, one to one with people: an account acts for one person, a person through one account."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, user: int) -> Account | None:
        row = self._store.get("accounts", str(user))
        return None if row is None else _account(row)

    def of_person(self, person: str) -> Account | None:
        row = self._store.get("people", person)
        return None if row is None else self.get(row["user"])

    def all(self) -> Iterator[Account]:
        return (_account(row) for _, row in self._store.rows("accounts"))

    def touch(self, user: int, chat: int | None = None) -> Account:
        """The account of ``user``, begun if it is new; ``chat`` is where to write to them."""
        known = self.get(user)
        if known is None or (chat is not None and known.chat != chat):
            self._change(user, chat=user if chat is None else chat)
        account = self.get(user)
        assert account is not None
        return account

    def link(self, user: int, person: str) -> Account:
        """Binds ``user`` to ``person``; refused where either is bound otherwise."""
        account, other = self.touch(user), self.of_person(person)
        if account.person not in (None, person):
            raise StateError("This Telegram account already acts for somebody: unlink it first.")
        if other is not None and other.user != user:
            raise StateError("This person already has a Telegram account: unlink that one first.")
        self._change(user, person=person)
        self._store.put("people", person, {"user": user})
        return self.touch(user)

    def unlink(self, user: int) -> None:
        account = self.get(user)
        if account is not None and account.person is not None:
            self._store.delete("people", account.person)
            self._change(user, person=None)

    def set_language(self, user: int, language: str | None) -> None:
        self._change(user, language=language)

    def set_blocked(self, user: int, blocked: bool) -> None:
        self._change(user, blocked=blocked)

    def set(self, user: int, name: str, value: Any) -> None:
        """Keeps a setting; None removes it."""
        settings = {**self.touch(user).settings, name: value}
        self._change(user, settings={key: kept for key, kept in settings.items() if kept is not None})

    def erase(self, user: int) -> int:
        account = self.get(user)
        if account is not None and account.person is not None:
            self._store.delete("people", account.person)
        return int(self._store.delete("accounts", str(user)))

    def _change(self, user: int, **changes: Any) -> None:
        row = self._store.get("accounts", str(user)) or {"user": user, "chat": user}
        self._store.put("accounts", str(user), {**row, **changes})


def _account(row: Row) -> Account:
    return Account(
        row["user"], row["chat"], row.get("person"), row.get("language"), row.get("blocked", False),
        row.get("settings", {}),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """What a user told about the enterprise: each fact with its value and the words it came from."""

    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    declined: tuple[str, ...] = ()


class Profiles:
    """Facts by user. A fact is any JSON object; ``{"value": ..., "text": ...}`` is the custom."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, user: int) -> Profile:
        row = self._store.get("profiles", str(user)) or {}
        return Profile(row.get("facts", {}), tuple(row.get("declined", ())))

    def all(self) -> Iterator[tuple[int, Profile]]:
        """Everybody who has told something."""
        for key, row in self._store.rows("profiles"):
            yield int(key), Profile(row.get("facts", {}), tuple(row.get("declined", ())))

    def learn(self, user: int, facts: Mapping[str, Mapping[str, Any]]) -> Profile:
        """Adds or replaces facts; what is told is no longer declined."""
        old = self.get(user)
        return self._put(user, {**old.facts, **facts}, [name for name in old.declined if name not in facts])

    def forget(self, user: int, *names: str) -> Profile:
        """Removes facts; without names, all of them."""
        old = self.get(user)
        kept = {name: fact for name, fact in old.facts.items() if names and name not in names}
        return self._put(user, kept, list(old.declined) if names else [])

    def decline(self, user: int, name: str) -> Profile:
        """The user would rather not say ``name``: not to be asked again."""
        old = self.get(user)
        return self._put(user, dict(old.facts), [*(known for known in old.declined if known != name), name])

    def _put(self, user: int, facts: Mapping[str, Mapping[str, Any]], declined: list[str]) -> Profile:
        self._store.put("profiles", str(user), {"facts": facts, "declined": declined})
        return self.get(user)
