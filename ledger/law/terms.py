"""The statute by date: the Regulation on Ensuring Payments to SMEs (保障中小企业款项支付条例), 2020 and 2025 texts.

The contract's date picks the version for terms and interest, the request's date that for confirmation, the filing date
that for complaints. Rates are parts per million.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.law.calendar import End, period, working_period

INTEREST_PPM_A_DAY = 500
"""0.05% a day where no rate was agreed (2025 art. 17, 2020 art. 15)."""
DUTY_DAYS = 30
"""To confirm what is owed, from the supplier's request (2025 art. 16, 2020 art. 14)."""
PASS_ON_DAYS = 10
"""Working days to pass a complaint on, from formal acceptance (2025 art. 25)."""
RESULT_DAYS, RESULT_MOST_DAYS = 30, 90
"""From receipt of the papers to the result; at most, where the head of the department extended it (2025 art. 25)."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of the regulation. ``large_days``: the default term of large enterprises, None where it has none."""

    since: date
    document: str
    public_days: int  # departments and institutions, where the contract says nothing
    public_most: int  # what a contract with them may agree
    large_days: int | None
    duty_needs_security: bool  # the duty holds only where the receivable is security for financing (担保融资)
    scope: str  # articles
    notice: str
    term: str
    acceptance: str
    undisputed: str | None
    duty: str
    interest: str
    disclosure: str  # of the arrears of a year
    supervisor: str | None  # they are reported to who supervises, too
    complaint: str

    @property
    def name(self) -> str:
        return self.since.isoformat()

    def article(self, number: str) -> str:
        return f"{self.document}/{number}"


VERSIONS = (
    Version(
        since=date(2020, 9, 1),
        document="cn-sme-payment-2020",
        public_days=30,
        public_most=60,
        large_days=None,
        duty_needs_security=True,
        scope="2",
        notice="3",
        term="8",
        acceptance="9",
        undisputed=None,
        duty="14",
        interest="15",
        disclosure="16",
        supervisor=None,
        complaint="17",
    ),
    Version(
        since=date(2025, 6, 1),
        document="cn-sme-payment-2025",
        public_days=30,
        public_most=60,
        large_days=60,
        duty_needs_security=False,
        scope="2",
        notice="3",
        term="9",
        acceptance="10",
        undisputed="15",
        duty="16",
        interest="17",
        disclosure="18",
        supervisor="22",
        complaint="25",
    ),
)


def version_on(day: date) -> Version | None:
    """The text in force on ``day``; None before 2020-09-01."""
    found = None
    for version in VERSIONS:
        if version.since <= day:
            found = version
    return found


def duty_end(requested: date) -> End:
    """The last day to answer a request for confirmation: 30 days from it. Queries do not suspend it (art. 16)."""
    return period(requested, DUTY_DAYS)


@dataclass(frozen=True, slots=True)
class Complaint:
    """Until when a complaint about arrears must move (2025 art. 25). The last two need the day of receipt."""

    pass_on: End  # 10 working days from formal acceptance
    result: End | None  # 30 days from receipt of the papers
    latest: End | None  # 90 days, where it was extended


def complaint(filed: date, accepted: date, received: date | None = None) -> Complaint | None:
    """The clocks of a complaint; None if it was filed before 2025-06-01, when the text named no days."""
    version = version_on(filed)
    if version is None or version.complaint != "25":
        return None
    return Complaint(
        working_period(accepted, PASS_ON_DAYS),
        period(received, RESULT_DAYS) if received is not None else None,
        period(received, RESULT_MOST_DAYS) if received is not None else None,
    )
