"""One action under way on a receivable: who, on what, what is known so far; the question that it leads to. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.describe import parties
from bot.names import Names
from bot.texts import Html, say
from ledger import visibility
from ledger.service import Ledger
from ledger.state import Person, Receivable, State
from ledger.types import Body

WHOLE = ("all", "full", "全部", "全额", "全額")


@dataclass(slots=True)
class Scene:
    """One action under way: who, on what, and what is known so far (``values`` is the draft, plain JSON).

    ``now`` is milliseconds UTC, ``today`` its civil day in Shanghai.
    """

    ledger: Ledger
    names: Names
    person: Person
    language: str
    now: int
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
    """``on``: which receivables it fits for a party at an instant; ``asks``: what is missing (None: nothing); ``body``:
    the event, whose type is ``kind`` where it is not the command's name."""

    command: str
    roles: tuple[str, ...]
    on: Callable[[State, Receivable, str, int], bool]
    asks: Callable[[Scene], Ask | None]
    body: Callable[[Scene], Body]
    kind: str = ""

    @property
    def event(self) -> str:
        """The type of the event that it signs."""
        return self.kind or self.command


HOLDERS = ("owner", "financier")
"""Roles in which people act for the holder of a receivable: a supplier's, or a financier's once it was assigned."""


def candidates(action: Action, state: State, party: str, at: int) -> list[Receivable]:
    """The receivables on which ``party`` can do this at ``at`` (ms UTC), the newest first."""
    found = (state.receivables[each] for each in reversed(state.numbers))
    return [receivable for receivable in found if action.on(state, receivable, party, at)]


def is_payer(state: State, receivable: Receivable, party: str) -> bool:
    payer = state.payer_of(receivable)
    return payer is not None and payer.party == party


def visible(state: State, receivable: Receivable, party: str, at: int) -> bool:
    """Whether ``party`` may know at ``at`` (ms UTC) that there is such a receivable."""
    return visibility.stands(state, receivable, party, at) != visibility.STRANGER


def whole(scene: Scene, name: str, of: int) -> None:
    """“All” of a draft is this much."""
    if scene.values.get(name) == "all":
        scene.values[name] = of
