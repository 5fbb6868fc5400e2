"""One action under way on a receivable: who, on what, what is known so far; the question that it leads to. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.describe import parties
from bot.names import Names
from bot.texts import Html, say
from ledger.service import Ledger
from ledger.state import Person, Receivable, State
from ledger.types import Body

WHOLE = ("all", "full", "全部", "全额", "全額")


@dataclass(slots=True)
class Scene:
    """One action under way: who, on what, and what is known so far (``values`` is the draft, plain JSON)."""

    ledger: Ledger
    names: Names
    person: Person
    language: str
    today: str
    receivable: Receivable
    values: dict[str, Any] = field(default_factory=dict)

    def about(self) -> dict[str, str]:
        return parties(self.language, self.names, self.receivable)

    def say(self, key: str, **values: str) -> Html:
        return say(self.language, key, **{**self.about(), **values})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the field it fills, its text, and values offered as buttons."""

    field: str
    text: Html
    choices: tuple[tuple[Html, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """``on``: which receivables it fits for a party; ``asks``: what is missing (None: nothing); ``body``: the event."""

    command: str
    roles: tuple[str, ...]
    on: Callable[[State, Receivable, str], bool]
    asks: Callable[[Scene], Ask | None]
    body: Callable[[Scene], Body]


def candidates(action: Action, state: State, party: str) -> list[Receivable]:
    """The receivables on which ``party`` can do this now, the newest first."""
    found = (state.receivables[each] for each in reversed(state.numbers))
    return [receivable for receivable in found if action.on(state, receivable, party)]


def is_payer(state: State, receivable: Receivable, party: str) -> bool:
    payer = state.payer_of(receivable)
    return payer is not None and payer.party == party


def visible(state: State, receivable: Receivable, party: str) -> bool:
    """A supplier sees what it registered; a payer what it was asked about; nobody else anything."""
    if receivable.supplier == party:
        return True
    return is_payer(state, receivable, party) and receivable.requested_at is not None


def whole(scene: Scene, name: str, of: int) -> None:
    """“All” of a draft is this much."""
    if scene.values.get(name) == "all":
        scene.values[name] = of
