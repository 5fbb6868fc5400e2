"""Late interest (art. 17; 2020: art. 15) in integer fen, by segments of the outstanding amount.

Late are the days after the due day, up to and with the day looked at; for what was paid, up to and with the day on
which it came. Agreed annual rates divide by 365. Each segment is rounded half up to a fen and the total is the sum of
the segments, so that the table adds up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.law.reasons import Reason

PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Segment:
    """``days`` days late, from the day after ``since`` to ``until``, on ``base`` fen: ``fen`` of interest."""

    since: date
    until: date
    days: int
    base: int
    fen: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: ``ppm`` parts per million of the sum for every ``per_days`` days (1 or 365). ``basis``: agreed, lpr (the
    agreed rate lies below the floor) or statutory."""

    basis: str
    ppm: int
    per_days: int

    def fen(self, base: int, days: int) -> int:
        """Interest in fen on ``base`` fen for ``days`` days, rounded half up."""
        divisor = PPM * self.per_days
        return (2 * base * self.ppm * days + divisor) // (2 * divisor)


@dataclass(frozen=True, slots=True)
class Interest:
    """An estimate, never a promise. ``fen`` so far and ``daily_fen`` from now on, on the undisputed part (art. 15).

    ``disputed_fen`` is what the disputed part would bear if it turns out to be owed. ``missing`` names ``lpr`` where
    the agreed rate could not be held against its floor: then the sum is the least.
    """

    fen: int
    daily_fen: int
    rate: Rate
    segments: tuple[Segment, ...]
    disputed_fen: int
    version: str
    because: tuple[Reason, ...]
    missing: tuple[str, ...]
    article: str

    @property
    def basis(self) -> str:
        return self.rate.basis


def segments(base: int, due: date, on: date, paid: Iterable[tuple[date, int]], rate: Rate) -> tuple[Segment, ...]:
    """The days late from ``due`` to ``on``, cut where money came; ``paid`` are (day, fen). Nothing owed, no segment.

    What was paid by the due day lowers the first segment; what came after ``on`` is not looked at.
    """
    found = []
    since = due
    for day, amount in [*sorted(paid), (on, 0)]:
        until = min(max(day, since), on)
        if base > 0 and until > since:
            days = (until - since).days
            found.append(Segment(since, until, days, base, rate.fen(base, days)))
        since = until
        if day <= on:
            base = max(0, base - amount)
    return tuple(found)
