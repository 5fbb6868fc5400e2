"""Ageing (账龄): what is outstanding, by days after the due day, for every payer or every supplier. Fen.

The disputed part stands apart, whatever its age: it is owed only if the dispute ends so. What the payer reported paid
counts as outstanding until its payee acknowledges it. A claim that was assigned is its new holder's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger import visibility
from ledger.state import State
from ledger.types import REGISTRAR_PARTY
from ledger.views.positions import BUCKETS, LATE, Counterparty, Position, open_positions, payer_of, supplier_of

OWED_TO, OWED_BY, EVERY = "owed-to", "owed-by", "every"
PAYER, SUPPLIER = "payer", "supplier"


@dataclass(frozen=True, slots=True)
class Ages:
    """Sums over claims. ``buckets``: undisputed fen, in the order of BUCKETS. ``reported``: of all that is outstanding,
    what the payer reported paid. ``interest``: late interest so far (art. 17) at the agreed or the statutory rate;
    ``no_interest``: claims that are late and whose rate is not known."""

    number: int = 0
    buckets: tuple[int, ...] = (0,) * len(BUCKETS)
    disputed: int = 0
    reported: int = 0
    interest: int = 0
    no_interest: int = 0

    @property
    def outstanding(self) -> int:
        return sum(self.buckets) + self.disputed

    @property
    def overdue(self) -> int:
        """Fen that are late and not disputed."""
        return sum(amount for name, amount in zip(BUCKETS, self.buckets, strict=True) if name in LATE)

    def __add__(self, other: Ages) -> Ages:
        return Ages(
            self.number + other.number,
            tuple(mine + its for mine, its in zip(self.buckets, other.buckets, strict=True)),
            self.disputed + other.disputed,
            self.reported + other.reported,
            self.interest + other.interest,
            self.no_interest + other.no_interest,
        )


@dataclass(frozen=True, slots=True)
class AgeingLine:
    about: Counterparty
    ages: Ages


@dataclass(frozen=True, slots=True)
class Ageing:
    """``side``: what is owed to the viewer, what it owes, or everything; ``by``: what a line is about."""

    side: str
    by: str
    lines: tuple[AgeingLine, ...]
    total: Ages


def ageing(state: State, party: str, at: int, *, by: str | None = None) -> Ageing:
    """What is outstanding at ``at`` (ms UTC), for ``party``: what others owe it as the holder, by payer; of an enrolled
    payer what it was asked about and owes, by supplier; of the registrar everything, by payer. The largest first.

    ``by`` asks for the other kind of lines. What a payer owes has no payers but itself: by payer it is told what others
    owe it, as it may finance suppliers."""
    side = _side(state, party, by)
    by = by or (SUPPLIER if side == OWED_BY else PAYER)
    found: dict[str, AgeingLine] = {}
    total = Ages()
    for position in open_positions(state, party, at):
        if not _belongs(position, side):
            continue
        about = (payer_of if by == PAYER else supplier_of)(state, position.receivable)
        ages = ages_of(position)
        known = found.get(about.key)
        found[about.key] = AgeingLine(about, ages) if known is None else AgeingLine(known.about, known.ages + ages)
        total += ages
    return Ageing(side, by, _sorted(found.values()), total)


def ages_of(position: Position) -> Ages:
    """One claim as sums."""
    seen = position.law
    late = seen.interest.fen if seen.interest is not None else 0
    return Ages(
        number=1,
        buckets=tuple(seen.undisputed if name == position.bucket else 0 for name in BUCKETS),
        disputed=seen.disputed,
        reported=position.receivable.pending,
        interest=late,
        no_interest=int(seen.overdue_days > 0 and seen.interest is None),
    )


def _side(state: State, party: str, by: str | None) -> str:
    if party == REGISTRAR_PARTY:
        return EVERY
    return OWED_BY if state.enterprises[party].payer and by != PAYER else OWED_TO


def _belongs(position: Position, side: str) -> bool:
    stand = {OWED_TO: visibility.HOLDER, OWED_BY: visibility.PAYER, EVERY: visibility.REGISTRAR}[side]
    return position.stand == stand


def _sorted(lines: Iterable[AgeingLine]) -> tuple[AgeingLine, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.ages.outstanding, line.about.uscc or "", line.about.key)))
