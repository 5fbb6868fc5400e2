"""The steps of holding and remedy: which of them somebody can take with a receivable now, as buttons. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from bot.correcting import CORRECTING
from bot.deals import variant
from bot.notices import Offer, offer
from bot.offering import OFFERING, releasable
from bot.pledging import PLEDGING
from bot.remedying import REMEDYING
from bot.scene import Action
from ledger.state import Person, Receivable, State

HOLDING: dict[str, Action] = {**OFFERING, **PLEDGING, **CORRECTING}
"""Steps of financing, splitting and correcting, in the order in which they are offered; ``/holding`` leads to them."""
REMEDY: dict[str, Action] = REMEDYING
"""Steps to get what is due; ``/remedy`` leads to them."""
_ALL = {**HOLDING, **REMEDY}


def possible(state: State, receivable: Receivable, person: Person, at: int, commands: Iterable[str]) -> list[Offer]:
    """Buttons for those of ``commands`` that ``person`` can begin at ``at`` (ms UTC), in their order."""
    return [
        offer(_label(receivable, person.party, at, command), "begin", command=command, receivable=receivable.id)
        for command in commands
        if set(_ALL[command].roles) & set(person.roles) and _ALL[command].on(state, receivable, person.party, at)
    ]


def _label(receivable: Receivable, party: str, at: int, command: str) -> str:
    """The key of a button's words; a release says what it lets go of, where it can only be one thing."""
    if command in REMEDY:
        return f"remedy.button.{command}"
    if command == "release":
        own = (hold for hold in receivable.holds if party in (hold.by, hold.financier))
        found = {
            variant(receivable, "release", {"offer": hold.hash}, party)
            for hold in own
            if releasable(receivable, hold, party, at)
        }
        return f"holding.button.{found.pop()}" if len(found) == 1 else "holding.button.release"
    return f"holding.button.{command}"
