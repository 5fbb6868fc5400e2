"""What the statutes say of one receivable on one day. Derived, effective-dated, never stored, never legal advice.

Every statutory date comes with the reasons why it applies, or with the facts that are missing; see ``reasons``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ledger.law import lpr
from ledger.law.calendar import period, today
from ledger.law.clock import Start, contract_due, moved, parse_day, start
from ledger.law.coverage import Coverage, coverage
from ledger.law.interest import Interest, Rate, segments
from ledger.law.reasons import Dated, Reason, reason
from ledger.law.terms import DUTY_DAYS, INTEREST_PPM_A_DAY, VERSIONS, Version, duty_end, version_on
from ledger.state import Enterprise, Receivable
from ledger.types import Body


@dataclass(frozen=True, slots=True)
class LawView:
    """``contract_due``: what the contract says. ``statutory_due``: the default where it says nothing. ``latest``: the
    most that a contract with a department or an institution agrees. ``due``: the day that binds, which is shown.

    ``duty``: until when the payer must confirm what it owes (art. 16); ``duty_late_days`` counts from then while part
    of it is undecided and not all is paid. ``overdue_days`` counts from ``due`` while something is outstanding.
    ``interest`` is what late days bore, also on what has come since; None if nothing was late, and where
    ``interest_missing`` names what is not known. Amounts are fen.
    """

    on: date
    contract_due: Dated
    statutory_due: Dated
    latest: Dated | None
    due: Dated
    overdue_days: int
    duty: Dated
    duty_late_days: int
    interest: Interest | None
    interest_missing: tuple[str, ...]
    undisputed: int
    disputed: int


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the law looks at in a receivable, or in a registration that is not signed yet."""

    terms: Body
    owed: int  # claimed and not rejected
    disputed: int
    undecided: int
    received: int
    collected: tuple[tuple[date, int], ...] = ()
    requested: date | None = None
    served: bool = False
    purpose: str | None = None
    live: bool = True


def view(receivable: Receivable, supplier: Enterprise, payer: Enterprise | None, on: date) -> LawView:
    """What the law says of ``receivable`` on the Shanghai civil day ``on``; ``payer`` None: it is not enrolled."""
    claim = _Claim(
        terms=receivable.terms,
        owed=receivable.claimed - receivable.rejected,
        disputed=receivable.disputed,
        undecided=receivable.undecided,
        received=receivable.received,
        collected=tuple((date.fromisoformat(c.on), c.amount) for c in receivable.collections),
        requested=requested_on(receivable),
        served=receivable.served_on is not None,
        purpose=receivable.purpose,
        live=receivable.live,
    )
    return _look(claim, supplier, payer, on)


def preview(body: Body, supplier: Enterprise, payer: Enterprise | None, on: date) -> LawView:
    """The same for the body of a ``register`` event that is not signed yet."""
    fields: Any = body
    amount: int = fields["amount"]
    claim = _Claim(terms=fields["terms"], owed=amount, disputed=0, undecided=amount, received=0)
    return _look(claim, supplier, payer, on)


def requested_on(receivable: Receivable) -> date | None:
    """The day from which the duty to confirm runs: that of service outside, else that of the request; None so far."""
    if receivable.served_on is not None:
        return date.fromisoformat(receivable.served_on)
    return today(receivable.requested_at) if receivable.requested_at is not None else None


def duty(
    terms: Body,
    supplier: Enterprise,
    payer: Enterprise | None,
    requested: date,
    purpose: str,
    *,
    served: bool = False,
) -> Dated:
    """The payer's duty to answer that a request of that day and purpose starts (2025 art. 16, 2020 art. 14).

    Only a supplier that finances with the receivable has it, against a covered payer. Queries do not suspend it.
    """
    version = version_on(requested)
    if version is None:
        return Dated(None, because=(_before_law(requested),))
    article = version.article(version.duty)
    because: tuple[Reason, ...] = (
        reason("served-on" if served else "requested-on", date=requested, version=version.name),
        reason(f"purpose-{purpose}"),
    )
    if purpose != "financing":
        return Dated(None, because=because, article=article)
    covered = coverage(terms, _contract_on(terms), supplier, payer)
    because += covered.because
    if not covered.applies:
        return Dated(None, because=because, missing=covered.missing, article=article)
    if version.duty_needs_security:
        return Dated(None, because=because, missing=("security",), article=article)
    end = duty_end(requested)
    because += (reason("duty", days=DUTY_DAYS), *moved(end))
    return Dated(end.day, end.provisional, because, covered.notice, article)


def _look(claim: _Claim, supplier: Enterprise, payer: Enterprise | None, on: date) -> LawView:
    contract_on = _contract_on(claim.terms)
    version = version_on(contract_on)
    covered = coverage(claim.terms, contract_on, supplier, payer)
    begin = start(claim.terms, on)
    by_contract = contract_due(claim.terms, begin)
    by_statute, latest = _statutory(version, contract_on, covered, begin)
    due = _binding(by_contract, by_statute, latest, covered)
    if claim.requested is None or claim.purpose is None:
        answer = Dated(None, because=(reason("not-requested"),))
    else:
        answer = duty(claim.terms, supplier, payer, claim.requested, claim.purpose, served=claim.served)
    outstanding = claim.owed - claim.received
    disputed = min(claim.disputed, outstanding)
    overdue = _days_after(due.date, on) if claim.live and outstanding > 0 else 0
    late = overdue > 0 or (claim.live and _came_late(claim, due.date, on))
    found, missing = _interest(claim, version, covered, due.date, on) if late else (None, ())
    return LawView(
        on=on,
        contract_due=by_contract,
        statutory_due=by_statute,
        latest=latest,
        due=due,
        overdue_days=overdue,
        duty=answer,
        duty_late_days=_days_after(answer.date, on) if claim.live and min(claim.undecided, outstanding) > 0 else 0,
        interest=found,
        interest_missing=missing,
        undisputed=outstanding - disputed,
        disputed=disputed,
    )


def _contract_on(terms: Body) -> date:
    day = parse_day(terms["contract_on"])
    assert day is not None  # the terms of every receivable name it
    return day


def _days_after(day: date | None, on: date) -> int:
    return max(0, (on - day).days) if day is not None else 0


def _came_late(claim: _Claim, due: date | None, on: date) -> bool:
    """Whether money came after the day that was due: paid late, it bore interest until then (art. 17)."""
    return due is not None and any(due < day <= on for day, _ in claim.collected)


def _before_law(day: date) -> Reason:
    return reason("before-law", date=day, since=VERSIONS[0].since)


def _statutory(
    version: Version | None, contract_on: date, covered: Coverage, begin: Start
) -> tuple[Dated, Dated | None]:
    """The statutory default, and the most that a contract may agree where there is such a thing (art. 9)."""
    if version is None:
        return Dated(None, because=(_before_law(contract_on),)), None
    article = version.article(version.term)
    because = (*covered.because, reason("contract-on", date=contract_on, version=version.name))
    if not covered.applies:
        return Dated(None, because=because, missing=covered.missing, article=article), None
    days = version.public_days if covered.public else version.large_days
    if days is None:
        because += (reason("no-statutory-term"),)
        return Dated(None, because=because, missing=("term_days",), article=article), None
    default = _end(begin, days, "statutory-term", because, covered, article)
    if not covered.public:
        return default, None
    return default, _end(begin, version.public_most, "statutory-most", because, covered, article)


def _end(begin: Start, days: int, code: str, because: tuple[Reason, ...], covered: Coverage, article: str) -> Dated:
    because = (*because, reason(code, days=days), *begin.because)
    if begin.day is None:
        return Dated(None, because=because, missing=(*begin.missing, *covered.notice), article=article)
    end = period(begin.day, days)
    return Dated(end.day, end.provisional, (*because, *moved(end)), covered.notice, article)


def _binding(by_contract: Dated, by_statute: Dated, latest: Dated | None, covered: Coverage) -> Dated:
    """The day that binds: the contract's, within what the statute lets it agree; else the statute's."""
    if "term_days" in by_contract.missing:
        if by_statute.date is None and not by_statute.missing:
            return replace(by_contract, because=(*by_statute.because, *by_contract.because))
        return replace(by_statute, because=(*by_statute.because, *by_contract.because))
    if covered.applies is None:
        return replace(by_contract, missing=_union(by_contract.missing, covered.missing))
    if by_contract.date is not None and latest is not None and latest.date is None:
        return replace(by_contract, missing=_union(by_contract.missing, latest.missing))  # it may lie too late
    if by_contract.date is None or by_statute.date is None:
        return by_contract
    if latest is not None and latest.date is not None and by_contract.date > latest.date:
        return latest
    if latest is None and by_contract.date > by_statute.date:
        return replace(
            by_contract,
            because=(*by_contract.because, reason("longer-must-be-reasonable", statutory=by_statute.date)),
            article=by_statute.article,
        )
    return by_contract


def _interest(
    claim: _Claim, version: Version | None, covered: Coverage, due: date | None, on: date
) -> tuple[Interest | None, tuple[str, ...]]:
    assert due is not None  # overdue days are counted from it
    rate, because, missing = _rate(claim.terms, version, covered)
    if rate is None:
        return None, missing
    undisputed = claim.owed - claim.disputed
    own = segments(undisputed, due, on, claim.collected, rate)
    every = segments(claim.owed, due, on, claim.collected, rate)
    total = sum(segment.fen for segment in own)
    if claim.disputed:
        because = (*because, reason("disputed-apart", fen=claim.disputed))
    found = Interest(
        fen=total,
        daily_fen=rate.fen(max(0, undisputed - _sum(claim.collected, on)), 1),
        rate=rate,
        segments=own,
        disputed_fen=max(0, sum(segment.fen for segment in every) - total),
        version=version.name if version is not None else "",
        because=because,
        missing=missing,
        article=version.article(version.interest) if version is not None and covered.applies else "",
    )
    return found, ()


def _sum(collected: Iterable[tuple[date, int]], on: date) -> int:
    return sum(amount for day, amount in collected if day <= on)


def _rate(
    terms: Body, version: Version | None, covered: Coverage
) -> tuple[Rate | None, tuple[Reason, ...], tuple[str, ...]]:
    """The rate of late interest: as agreed, but not below the 1-year LPR at the contract's date; else 0.05% a day.

    Where the regulation does not apply, or may not, only an agreed rate is known.
    """
    agreed: Any = terms["rate_ppm"]
    if agreed is None:
        if version is None or not covered.applies:
            return None, (), covered.missing
        rate = Rate("statutory", INTEREST_PPM_A_DAY, 1)
        return rate, (*covered.because, reason("rate-statutory", ppm_a_day=INTEREST_PPM_A_DAY)), covered.notice
    known = Rate("agreed", agreed, 365)
    because = (*covered.because, reason("rate-agreed", ppm=agreed))
    if version is None or covered.applies is False:
        return known, because, ()
    floor = lpr.one_year(_contract_on(terms))
    if floor is None:
        return known, because, _union(covered.open, ("lpr",))
    if agreed >= floor.ppm or covered.applies is None:
        return known, because, covered.open
    raised = reason("rate-raised-to-lpr", agreed_ppm=agreed, lpr_ppm=floor.ppm)
    return Rate("lpr", floor.ppm, 365), (*covered.because, raised), covered.notice


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(name for name in second if name not in first))
