"""What the public may know: everything outstanding, by kind of payer, size of supplier, age and dispute. Fen.

Every claim is in one group of each table, so the tables have one total. Groups of too few parties are withheld, see
``suppression``; where a table cannot be published, none is, since they share their total.

What is published twice can be subtracted: two days that differ by one claim would tell of it. So such figures belong on
fixed days, far apart, and nobody is given those of a day of their own choice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ledger.state import State
from ledger.types import REGISTRAR_PARTY, SIZES
from ledger.views.positions import BUCKETS, Position, open_positions
from ledger.views.suppression import Group, together, withheld

DEFAULT_K = 5
BY_PAYER, BY_SUPPLIER, BY_AGE, BY_DISPUTE = "payer-kind", "supplier-size", "age", "dispute"
PAYER_KINDS = ("department", "institution", "state-owned", "large", "other", "not-enrolled")
"""``state-owned``, ``large``: large enterprises; ``other``: enterprises that are not large."""
DISPUTES = ("undisputed", "disputed")


@dataclass(frozen=True, slots=True)
class Figure:
    """One group: how many claims, how many fen; both None if they are withheld."""

    name: str
    claims: int | None
    fen: int | None


@dataclass(frozen=True, slots=True)
class Table:
    by: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Aggregates:
    """``total`` and ``tables``; without tables if there are too few parties for any. ``k``: the smallest group."""

    k: int
    total: Figure
    tables: tuple[Table, ...]


@dataclass(slots=True)
class _Gathered:
    """A group while claims are gone through."""

    claims: int = 0
    fen: int = 0
    payers: set[str] = field(default_factory=set)
    suppliers: set[str] = field(default_factory=set)

    def take(self, position: Position) -> None:
        receivable = position.receivable
        self.claims += 1
        self.fen += receivable.outstanding
        self.payers.add(_who_pays(position))
        self.suppliers.add(receivable.supplier)

    def closed(self) -> Group:
        return Group(self.claims, self.fen, frozenset(self.payers), frozenset(self.suppliers))


def aggregates(state: State, at: int, k: int = DEFAULT_K) -> Aggregates:
    """The public figures at ``at`` (ms UTC). Raises ValueError for a ``k`` below ``suppression.LEAST_K``."""
    gathered = {by: {name: _Gathered() for name in names} for by, (names, _) in _TABLES.items()}
    for position in open_positions(state, REGISTRAR_PARTY, at):
        for by, (_, place) in _TABLES.items():
            gathered[by][place(position)].take(position)
    tables: dict[str, dict[str, Group]] = {
        by: {name: each.closed() for name, each in groups.items()} for by, groups in gathered.items()
    }
    hidden = {by: withheld(groups, k) for by, groups in tables.items()}
    if any(names is None for names in hidden.values()):
        return Aggregates(k, Figure("total", None, None), ())
    every = together(tables[BY_PAYER].values())
    shown = tuple(Table(by, _figures(groups, hidden[by] or frozenset())) for by, groups in tables.items())
    return Aggregates(k, Figure("total", every.claims, every.fen), shown)


def _figures(groups: dict[str, Group], hidden: frozenset[str]) -> tuple[Figure, ...]:
    return tuple(
        Figure(name, None, None) if name in hidden else Figure(name, group.claims, group.fen)
        for name, group in groups.items()
    )


def _who_pays(position: Position) -> str:
    """What tells payers apart. Those that have no code may all be the same one, so they count as one."""
    if position.payer is not None:
        return position.payer.party
    return position.receivable.payer_uscc or ""


def _payer_kind(position: Position) -> str:
    payer = position.payer
    if payer is None:
        return "not-enrolled"
    if payer.kind != "enterprise":
        return payer.kind
    if payer.size != "large":
        return "other"
    return "state-owned" if payer.state_owned else "large"


_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Position], str]]] = {
    BY_PAYER: (PAYER_KINDS, _payer_kind),
    BY_SUPPLIER: (SIZES, lambda position: position.supplier.size),
    BY_AGE: (BUCKETS, lambda position: position.bucket),
    BY_DISPUTE: (DISPUTES, lambda position: DISPUTES[bool(position.law.disputed)]),
}
