"""Which groups of a public table are withheld, so that no figure speaks of too few. Pure.

A table is a partition of claims into groups, published with its total. A group of fewer than ``k`` payers or fewer than
``k`` suppliers is withheld. What is withheld can be had in sum, as the total less what is published: so the withheld
groups together are treated as a group of their own. They must be two at least, of ``k`` payers and ``k`` suppliers, and
of more claims than they are groups (else every one of them would have exactly one). Until that holds, the smallest
published group is withheld with them; where it cannot hold, the table is withheld whole. An empty group is published as
empty: that nothing is owed there is no figure of anybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST_K = 3
"""Of two, each knows the other."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims with something outstanding: how many, how many fen, of whom and owed to whom."""

    claims: int = 0
    fen: int = 0
    payers: frozenset[str] = frozenset()
    suppliers: frozenset[str] = frozenset()

    def __add__(self, other: Group) -> Group:
        return Group(
            self.claims + other.claims,
            self.fen + other.fen,
            self.payers | other.payers,
            self.suppliers | other.suppliers,
        )

    def small(self, k: int) -> bool:
        """Whether it has too few payers or suppliers to be published."""
        return min(len(self.payers), len(self.suppliers)) < k


def withheld(groups: Mapping[str, Group], k: int) -> frozenset[str] | None:
    """The names of the groups to withhold; None if the table, its total among it, cannot be published at all.

    Raises ValueError for a ``k`` below LEAST_K.
    """
    if k < LEAST_K:
        raise ValueError(f"a group has at least {LEAST_K} parties, not {k}")
    filled = {name: group for name, group in groups.items() if group.claims}
    hidden = {name for name, group in filled.items() if group.small(k)}
    if filled and together(filled.values()).small(k):
        return None
    while hidden and not _covers([filled[name] for name in hidden], k):
        shown = [name for name in filled if name not in hidden]
        if not shown:
            return None
        hidden.add(min(shown, key=lambda name: (filled[name].fen, name)))
    return frozenset(hidden)


def together(groups: Iterable[Group]) -> Group:
    """Several groups as one."""
    return sum(groups, Group())


def _covers(hidden: list[Group], k: int) -> bool:
    """Whether the sum of what is withheld, which anybody can reckon, tells neither of too few nor of a single group."""
    union = together(hidden)
    return len(hidden) > 1 and not union.small(k) and union.claims > len(hidden)
