"""What the whole house promises, across its packages."""

from __future__ import annotations

from decimal import Decimal

from ledger.law import lpr
from policies.loader import load_corpus


def test_both_packages_know_the_same_lpr() -> None:
    """They never import each other, so each keeps the rows; a rate known to one alone would give two answers."""
    parameter = load_corpus().vocabulary.parameters["lpr-1y"]
    assert [(row.since, int(row.value * 10_000)) for row in parameter.rows] == [
        (row.announced, row.ppm) for row in lpr.ROWS
    ]
    assert all(row.value == Decimal(int(row.value * 10_000)) / 10_000 for row in parameter.rows)
    assert parameter.known_until == lpr.KNOWN_UNTIL
