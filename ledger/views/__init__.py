"""Views: what many receivables come to, for one viewer, at one instant. Pure, derived from ``State``, never stored.

Every view but ``aggregates`` is for a party: a supplier or holder sees what is its own, a payer what it was asked
about, a financier what it was offered, the registrar (32 zeros) all; ``ledger.visibility`` says so for each receivable.
``aggregates`` is for everybody and tells of nobody. Amounts are integer fen, instants milliseconds UTC, days civil days
in Shanghai. A view of an earlier day is a view of the ledger's prefix of that day: see ``ledger.past``.
"""

from __future__ import annotations

from ledger.views.ageing import Ageing, AgeingLine, Ages, ageing
from ledger.views.aggregates import BY_AGE, BY_SUPPLIER, DEFAULT_K, Aggregates, Figure, Table, aggregates
from ledger.views.arrears import Arrears, ArrearsLine, Duty, Year, arrears, duty_of, last_over
from ledger.views.exposure import Exposure, ExposureLine, Stakes, exposure
from ledger.views.positions import BUCKETS, Counterparty
from ledger.views.punctuality import Punctuality, PunctualityLine, Record, punctuality

__all__ = [
    "BUCKETS",
    "BY_AGE",
    "BY_SUPPLIER",
    "DEFAULT_K",
    "Ageing",
    "AgeingLine",
    "Ages",
    "Aggregates",
    "Arrears",
    "ArrearsLine",
    "Counterparty",
    "Duty",
    "Exposure",
    "ExposureLine",
    "Figure",
    "Punctuality",
    "PunctualityLine",
    "Record",
    "Stakes",
    "Table",
    "Year",
    "ageing",
    "aggregates",
    "arrears",
    "duty_of",
    "exposure",
    "last_over",
    "punctuality",
]
