"""The clocks of a recorded complaint (2025 art. 25): passed on, answered, answered at the latest. Never stored.

Ten working days from formal acceptance to pass it on; the result within 30 days of receipt of the papers, with approval
within 90. The day of filing picks the text: that of 2020 named no days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.claims import Complaint
from ledger.law.calendar import End
from ledger.law.clock import moved
from ledger.law.reasons import Dated, Reason, reason
from ledger.law.terms import PASS_ON_DAYS, RESULT_DAYS, RESULT_MOST_DAYS, complaint, version_on


@dataclass(frozen=True, slots=True)
class Clock:
    """``due``: the last day. ``done``: the day of the deed, as reported. ``late_days`` until then, or so far."""

    due: Dated
    done: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class Clocks:
    """``latest`` is ``result`` where the head of the department extended it, which the ledger is not told."""

    pass_on: Clock
    result: Clock
    latest: Clock


def complaint_clocks(found: Complaint, on: date) -> Clocks:
    """The clocks of a complaint, seen on ``on``."""
    filed, accepted, passed, received, answered = (
        None if day is None else date.fromisoformat(day)
        for day in (found.filed_on, found.accepted_on, found.passed_on, found.received_on, found.answered_on)
    )
    assert filed is not None  # every complaint was filed on a day
    version = version_on(filed)
    if version is None or complaint(filed, filed) is None:
        none = Clock(Dated(None, because=(reason("complaint-no-days", date=filed),)), None, 0)
        return Clocks(none, none, none)
    article = version.article(version.complaint)
    because = (reason("complaint-filed", date=filed, version=version.name),)
    by_acceptance = complaint(filed, accepted) if accepted is not None else None
    by_receipt = complaint(filed, received, received) if received is not None else None

    def clock(end: End | None, start: Reason | None, term: Reason, missing: str, done: date | None) -> Clock:
        if end is None or start is None:
            return Clock(Dated(None, because=(*because, term), missing=(missing,), article=article), done, 0)
        due = Dated(end.day, end.provisional, (*because, start, term, *moved(end)), article=article)
        return Clock(due, done, max(0, ((done or on) - end.day).days))

    began = reason("complaint-accepted", date=accepted) if accepted is not None else None
    arrived = reason("complaint-received", date=received) if received is not None else None
    done = passed or received  # who received it was passed it
    return Clocks(
        clock(
            by_acceptance.pass_on if by_acceptance is not None else None,
            began, reason("pass-on-term", days=PASS_ON_DAYS), "complaint_accepted_on", done,
        ),
        clock(
            by_receipt.result if by_receipt is not None else None,
            arrived, reason("result-term", days=RESULT_DAYS), "complaint_received_on", answered,
        ),
        clock(
            by_receipt.latest if by_receipt is not None else None,
            arrived, reason("result-most", days=RESULT_MOST_DAYS), "complaint_received_on", answered,
        ),
    )  # fmt: skip
