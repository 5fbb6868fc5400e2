"""What the statutes say of a receivable: terms, clocks and interest, effective-dated, each with *applies because…*.

``view`` is the door; ``preview`` looks at a registration and ``duty`` at a request before they are signed,
``duty_end`` is the 30 days alone, ``complaint`` the clocks of a complaint about arrears. Reasons and missing facts are
closed lists in ``reasons``; LPR rows with their source in ``lpr``. Nothing here is stored or decides an entry.
"""

from __future__ import annotations

from ledger.law.calendar import End, period, today, working_day, working_period
from ledger.law.interest import Interest, Rate, Segment
from ledger.law.reasons import MISSING, REASONS, Dated, Reason
from ledger.law.terms import Complaint, Version, complaint, duty_end, version_on
from ledger.law.view import LawView, duty, preview, requested_on, view

__all__ = [
    "MISSING",
    "REASONS",
    "Complaint",
    "Dated",
    "End",
    "Interest",
    "LawView",
    "Rate",
    "Reason",
    "Segment",
    "Version",
    "complaint",
    "duty",
    "duty_end",
    "period",
    "preview",
    "requested_on",
    "today",
    "version_on",
    "view",
    "working_day",
    "working_period",
]
