"""The three-year limitation (诉讼时效) of a receivable, and what interrupts it. Information with its source, no advice.

Three years from the day on which payment was due (Civil Code art. 188; General Provisions art. 188, the same, since
2017-10-01). A demand, the debtor's agreeing to perform, a suit and what is like one interrupt the period, and it runs
anew (art. 195): here a demand, a confirmation by the payer, a payment of part. Whether a complaint to an office is like
a suit depends on the office (Supreme People's Court, provisions on limitation, art. 12): it is named as what may
interrupt, and counted as if it did not, so that the day shown is never later than the law's. So is a confirmation that
was corrected to nothing. What came before the due day or after the end interrupts nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.law.calendar import today, years
from ledger.law.clock import moved
from ledger.law.reasons import Dated, Reason, reason
from ledger.state import Receivable

YEARS = 3
SINCE = date(2017, 10, 1)
"""From then on three years are the rule."""
ARTICLE, INTERRUPTION_ARTICLE = "cn-civil-code/188", "cn-civil-code/195"
INTERRUPTIONS = ("demand", "confirmation", "payment", "complaint", "complaint-end")
_POSSIBLE = ("complaint", "complaint-end")


@dataclass(frozen=True, slots=True)
class Interruption:
    """What happened on a day that interrupts a limitation: of ``INTERRUPTIONS``. ``counted``: the period shown runs
    anew from it; else it came outside the period, or may not interrupt at all."""

    on: date
    code: str
    counted: bool

    @property
    def reason(self) -> Reason:
        return reason(f"interrupted-by-{self.code}", date=self.on)


@dataclass(frozen=True, slots=True)
class Limitation:
    """``end``: the last day of the period, with what is missing if it cannot be told. ``passed``: it lies behind."""

    end: Dated
    passed: bool
    interruptions: tuple[Interruption, ...]


def limitation(receivable: Receivable, due: Dated, on: date) -> Limitation:
    """The limitation of ``receivable``, seen on ``on``; ``due`` is the day that binds (``LawView.due``)."""
    happened = sorted(found for found in _happened(receivable) if found[0] <= on)
    if due.date is None:
        found = tuple(Interruption(day, code, False) for day, code in happened)
        return Limitation(Dated(None, because=due.because, missing=due.missing, article=ARTICLE), False, found)
    if due.date < SINCE:
        old = reason("limitation-before-code", date=due.date)
        return Limitation(Dated(None, because=(old,), article=ARTICLE), False, ())
    since, interruptions = due.date, []
    for day, code in happened:
        counted = code not in _POSSIBLE and since < day <= years(since, YEARS).day
        if counted:
            since = day
        interruptions.append(Interruption(day, code, counted))
    end = years(since, YEARS)
    breaks = (one.reason for one in interruptions if one.on > due.date and (one.counted or one.code in _POSSIBLE))
    because = (reason("limitation-from", date=due.date), reason("limitation-years"), *breaks, *moved(end))
    dated = Dated(end.day, end.provisional or due.provisional, because, article=ARTICLE)
    return Limitation(dated, on > end.day, tuple(interruptions))


def _happened(receivable: Receivable) -> list[tuple[date, str]]:
    """Every day and what happened on it that can interrupt."""
    found = [(today(step.at), "confirmation") for step in receivable.steps if step.type == "confirm"]
    if receivable.confirmed_at is not None:
        found.append((today(receivable.confirmed_at), "confirmation"))
    if not receivable.confirmed:
        found = []  # a correction took it all back
    found += [(date.fromisoformat(part.on), "payment") for part in receivable.collections if part.amount]
    remedies = receivable.remedies
    if remedies is not None:
        found += [(date.fromisoformat(demand.on), "demand") for demand in remedies.demands]
        for complaint in remedies.complaints:
            found.append((date.fromisoformat(complaint.filed_on), "complaint"))
            ended = complaint.answered_on
            if ended is None and complaint is remedies.complaints[-1]:
                ended = remedies.closed_on
            if ended is not None:
                found.append((date.fromisoformat(ended), "complaint-end"))
    return list(dict.fromkeys(found))
