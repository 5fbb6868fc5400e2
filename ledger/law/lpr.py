"""The 1-year loan prime rate (一年期贷款市场报价利率) as announced. After the last known day it is a missing fact.

Source of every row: the announcement of the National Interbank Funding Center (全国银行间同业拆借中心) of that day. A
month without a change has no row; ``KNOWN_UNTIL`` is the last announcement that was looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

SOURCE = "National Interbank Funding Center (全国银行间同业拆借中心), announcement of {day}"


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in parts per million a year (3.00% = 30,000), and the day on which it was announced."""

    announced: date
    ppm: int

    @property
    def source(self) -> str:
        return SOURCE.format(day=self.announced.isoformat())


ROWS = tuple(
    Rate(date.fromisoformat(day), ppm)
    for day, ppm in (
        ("2019-08-20", 42_500),
        ("2019-09-20", 42_000),
        ("2019-11-20", 41_500),
        ("2020-02-20", 40_500),
        ("2020-04-20", 38_500),
        ("2021-12-20", 38_000),
        ("2022-01-20", 37_000),
        ("2022-08-22", 36_500),
        ("2023-06-20", 35_500),
        ("2023-08-21", 34_500),
        ("2024-07-22", 33_500),
        ("2024-10-21", 31_000),
        ("2025-05-20", 30_000),
    )
)
KNOWN_UNTIL = date(2025, 11, 20)
_DAYS = [row.announced for row in ROWS]


def one_year(on: date) -> Rate | None:
    """The rate in force on ``on``; None before the first row and after ``KNOWN_UNTIL``: then it is a missing fact."""
    if not ROWS[0].announced <= on <= KNOWN_UNTIL:
        return None
    return ROWS[bisect_right(_DAYS, on) - 1]
