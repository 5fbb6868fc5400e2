"""What the statutes say of a receivable: terms, clocks and interest, effective-dated, each with *applies because…*.

``view`` is the door; ``preview`` looks at a registration and ``duty`` at a request before they are signed,
``duty_end`` is the 30 days alone, ``complaint`` the clocks of a complaint, ``complaint_clocks`` those of a recorded
one with reasons, ``limitation`` the three years after which the payer may refuse, and what interrupted them. Reasons
and missing facts are closed lists in ``reasons``; LPR rows with their source in ``lpr``. Nothing here is stored or
decides an entry.
"""

from __future__ import annotations

from ledger.law.calendar import End, period, today, working_day, working_period
from ledger.law.complaints import Clock, Clocks, complaint_clocks
from ledger.law.interest import Interest, Rate, Segment
from ledger.law.limitation import INTERRUPTIONS, Interruption, Limitation, limitation
from ledger.law.reasons import MISSING, REASONS, Dated, Reason
from ledger.law.terms import Complaint, Version, complaint, duty_end, version_on
from ledger.law.view import LawView, duty, preview, requested_on, view

__all__ = [
    "INTERRUPTIONS",
    "MISSING",
    "REASONS",
    "Clock",
    "Clocks",
    "Complaint",
    "Dated",
    "End",
    "Interest",
    "Interruption",
    "LawView",
    "Limitation",
    "Rate",
    "Reason",
    "Segment",
    "Version",
    "complaint",
    "complaint_clocks",
    "duty",
    "duty_end",
    "limitation",
    "period",
    "preview",
    "requested_on",
    "today",
    "version_on",
    "view",
    "working_day",
    "working_period",
]
