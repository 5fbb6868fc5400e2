"""What no enterprise can be: figures outside these limits are reported and never taken.

The limits are those of arithmetic and of the world (a share of staff above 100, a revenue beyond the largest company's,
a founding day to come), not of plausibility: an odd figure that may be true is taken.
"""

from __future__ import annotations

from datetime import date

from policies.types import FactValue

_CNY = (0.0, 1e13)  # yuan: the largest enterprise of the country sells 3.3e12 a year
_COUNT = (0.0, 1e6)
_CHANGE = (-100.0, 1e5)
_DAYS = (0.0, 36_500.0)
_LIMITS: dict[str, tuple[float, float]] = {
    "employees": (1, 3e6),
    "age_years": (0.01, 300),
    "net_assets_cny": (-1e13, 1e13),
    "total_assets_cny": (0, 1e14),
    "sme_loan_balance_cny": (0, 1e14),
    "credit_loans_lent_cny": (0, 1e14),
    "revenue_growth_pct": _CHANGE,
    "profit_growth_pct": (-1e5, 1e5),
    "avg_growth_2y_pct": _CHANGE,
    "npl_excess_pct": (-100, 100),
    "rnd_ratio_pct": (0, 100),  # more than all that was sold: asked again rather than believed
    "rnd_staff_pct": (0, 100),
    "fund_stake_pct": (0, 100),
    "loan_rate_pct": (0, 100),
    "agreed_rate_pct": (0, 1000),
    "benchmark_rate_pct": (0, 100),
    "lpr_1y_pct": (0, 100),
    "patents": _COUNT,
    "software_copyrights": _COUNT,
}
_PAST = frozenset({"established", "loan_date"})
"""Dates of what has happened: a later one than the as-of date is impossible."""


def signed(name: str) -> bool:
    """Whether a figure of this name may be below zero."""
    return _limits(name)[0] < 0


def impossible(name: str, value: FactValue, as_of: date) -> bool:
    """Whether no enterprise can have this value on this day."""
    if isinstance(value, bool) or value is None:
        return False
    if isinstance(value, int | float):
        low, high = _limits(name)
        return not low <= value <= high
    if name in _PAST:
        return value > as_of.isoformat()[: len(value)]
    return name.endswith("_date") and int(value[:4]) > as_of.year + 5


def _limits(name: str) -> tuple[float, float]:
    if name in _LIMITS:
        return _LIMITS[name]
    return _CNY if name.endswith("_cny") else _DAYS if name.endswith("_days") else (float("-inf"), float("inf"))
