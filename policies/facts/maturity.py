"""Lateness that two days tell: a loan that was due on one day and paid on another, in English."""

from __future__ import annotations

import re
from datetime import date

from policies.facts.collateral import LOAN
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = (
    r"(?:the )?(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<m>[a-z]{3,9})|(?P<m2>(?!the )[a-z]{3,9}) (?P<d2>\d{1,2})"
    r"(?:st|nd|rd|th)?)"
    r"(?:,? (?P<y>20\d\d))?(?!\d)"
)
_DUE = lazy(
    rf"(?<![a-z])(?:due(?: back| for repayment)?|matured|maturity(?: date)?(?: was)?)(?: on| by|"
    rf",)? {_DAY}"
)
_PAID = lazy(
    rf"(?<![a-z])(?:(?:paid|return(?:ed)?|repaid|repay|pay|settled?|cleared?|transferred|went (?:out|across|back|in)|"
    rf"arrived|helped itself|debited|reached (?:the bank|it|them))(?! (?:out|us)(?![a-z]))[^.;]{{0,48}}? on|"
    rf"(?:not|n't) [^.;]{{0,40}}?(?:until|before)) (?:{_DAY}|the (?P<d3>\d{{1,2}})(?:st|nd|rd|th)(?! of))"
)
_OURS_TO_PAY = lazy(r"(?<![a-z])(?:loan|principal|instal\w+|interest|capital|borrowed|bank)(?![a-z])")
_FARTHEST = 160
"""Code points between the two days at most."""


def find(page: Page) -> Findings:
    """`loan_overdue`, where a due day and the day of payment stand side by side."""
    if "due" not in page.text and "matur" not in page.text:
        return
    if not LOAN.search(page.text) and "principal" not in page.text:
        return
    for due in _DUE.finditer(page.text):
        for paid in _PAID.finditer(page.text):
            start, end = min(due.start(), paid.start()), max(due.end(), paid.end())
            if end - start > _FARTHEST or not _OURS_TO_PAY.search(page.sentence(page.index(paid.start()))):
                continue
            days = _days(due, paid, page.as_of)
            if days is not None and not page.theirs(paid.start()):
                yield Found("loan_overdue", days > 0, start, end, 3 if days > 0 else 2)


def _days(due: re.Match[str], paid: re.Match[str], as_of: date) -> int | None:
    """Days from the due day to the payment; a day without its year takes the other's, or the last one passed."""
    year = int(due["y"] or paid["y"] or as_of.year)
    month = due["m"] or due["m2"]
    try:
        first, last = (
            date(int(one["y"] or year), _MONTHS.index((name or month)[:3]) + 1, int(day))
            for one, name, day in (
                (due, month, due["d"] or due["d2"]),
                (paid, paid["m"] or paid["m2"], paid["d"] or paid["d2"] or paid["d3"]),
            )
        )
    except ValueError:
        return None
    return (last - first).days
