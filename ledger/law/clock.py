"""When the clock of payment starts (art. 9, 10; 2020: art. 8, 9) and where it ends. Pure arithmetic on stated terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.law.calendar import End, period
from ledger.law.reasons import Dated, Reason, reason
from ledger.types import Body


@dataclass(frozen=True, slots=True)
class Start:
    """The day from which days are counted, why, and what is missing if there is none."""

    day: date | None
    because: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


def parse_day(value: Any) -> date | None:
    """A civil date of the terms; None stays None."""
    return date.fromisoformat(value) if value is not None else None


def start(terms: Body, on: date) -> Start:
    """The day on which the term of payment starts, seen on ``on``.

    Progress or periodic settlement: when both confirmed the amount. Acceptance agreed: the day it was passed, but the
    agreed last day for it where the payer let that pass (nobody stalls what was not delivered by then). Otherwise
    delivery.
    """
    settled = parse_day(terms["settled_on"])
    if settled is not None:
        return Start(settled, (reason("from-settlement", date=settled),))
    acceptance: Any = terms["acceptance"]
    delivered = parse_day(terms["delivered_on"])
    if acceptance["agreed"]:
        return _acceptance(parse_day(acceptance["accepted_on"]), parse_day(acceptance["deadline_on"]), delivered, on)
    if delivered is None:
        return Start(None, missing=("delivered_on",))
    return Start(delivered, (reason("from-delivery", date=delivered),))


def _acceptance(accepted: date | None, deadline: date | None, delivered: date | None, on: date) -> Start:
    passed = deadline is not None and (accepted > deadline if accepted is not None else on > deadline)
    if deadline is not None and passed:
        if delivered is None:
            return Start(None, missing=("delivered_on",))
        if delivered <= deadline:
            return Start(deadline, (reason("from-acceptance-deadline", date=deadline),))
    if accepted is not None:
        return Start(accepted, (reason("from-acceptance", date=accepted),))
    return Start(None, missing=("accepted_on",))


def moved(end: End) -> tuple[Reason, ...]:
    """The reason why a period ends later than counted, if it does."""
    return (reason("moved", end=end.counted, date=end.day),) if end.day != end.counted else ()


def contract_due(terms: Body, begin: Start) -> Dated:
    """The day on which the contract makes payment due: the one it names, or the end of its term."""
    day = parse_day(terms["due_on"])
    if day is not None:
        return Dated(day, because=(reason("contract-day", date=day),))
    days: Any = terms["term_days"]
    if days is None:
        return Dated(None, because=(reason("no-contract-term"),), missing=("term_days",))
    because = (reason("contract-term", days=days), *begin.because)
    if begin.day is None:
        return Dated(None, because=because, missing=begin.missing)
    end = period(begin.day, days)
    return Dated(end.day, end.provisional, (*because, *moved(end)))
