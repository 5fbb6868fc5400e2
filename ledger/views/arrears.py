"""Arrears of a year (逾期尚未支付): what art. 18 of the Payment Regulation has payers disclose of the year before. Fen.

"The number of contracts, the amount and the like" of what was overdue and unpaid to SMEs: departments and institutions
make it public by 31 March, large enterprises put it into their annual report. Institutions and state-owned large
enterprises report it to who supervises them as well (2025 art. 22). The text in force when the year is over counts.

A payer sees its own year, the registrar everybody's. What counts is claims that the payer was asked about, by what the
ledger knows when it is looked at: a payment of December that its payee acknowledged in January was no arrears. Disputed
parts stand apart, since the article leaves open whether they count, and so does what cannot be decided for want of a
fact.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from ledger import law, visibility
from ledger.law.coverage import coverage
from ledger.state import Enterprise, Receivable, State
from ledger.types import REGISTRAR_PARTY
from ledger.views.positions import Counterparty, enrolled, root_of

WEBSITE, ANNUAL_REPORT = "website", "annual-report"
_STANDS = (visibility.PAYER, visibility.REGISTRAR)


@dataclass(frozen=True, slots=True)
class Duty:
    """How a payer discloses under ``article``: where (WEBSITE, ANNUAL_REPORT), until when if it names a day.
    ``supervisor``: the article under which it reports the same to who supervises it; None if it need not."""

    where: str
    until: date | None
    article: str
    supervisor: str | None


@dataclass(frozen=True, slots=True)
class Year:
    """The last day of a year, in sums.

    ``claims`` as they were registered, split or not. ``contracts`` is how many contracts they come from at least: those
    of different suppliers or contract days. ``amount`` was overdue and undisputed: ``confirmed`` by the payer,
    the rest ``undecided``; of it ``reported`` paid by then but not acknowledged. ``disputed`` was overdue, too, and is
    not in the amount. ``interest`` until then; ``no_interest``: claims whose rate is not known. ``paid_since``: of the
    amount. ``open_claims``, ``open_amount``: undisputed, but it is not known when it was due, or, where it was overdue,
    whether the regulation covers the claim.
    """

    claims: int = 0
    contracts: int = 0
    amount: int = 0
    confirmed: int = 0
    undecided: int = 0
    reported: int = 0
    disputed_claims: int = 0
    disputed: int = 0
    interest: int = 0
    no_interest: int = 0
    oldest_due: date | None = None
    paid_since: int = 0
    open_claims: int = 0
    open_amount: int = 0


@dataclass(frozen=True, slots=True)
class ArrearsLine:
    payer: Counterparty
    duty: Duty | None  # None: no text asks this payer to disclose
    year: Year


@dataclass(frozen=True, slots=True)
class Arrears:
    """``day`` is the last of ``year``, or the day looked at while the year is not over."""

    year: int
    day: date
    lines: tuple[ArrearsLine, ...]


@dataclass(slots=True)
class _Sums:
    """What is known of one payer while claims are gone through."""

    roots: set[str] = field(default_factory=set)
    contracts: set[tuple[str, date]] = field(default_factory=set)
    disputed_roots: set[str] = field(default_factory=set)
    open_roots: set[str] = field(default_factory=set)
    year: Year = field(default_factory=Year)


def arrears(state: State, party: str, at: int, year: int) -> Arrears:
    """The figures of ``year``, known at ``at`` (ms UTC), of ``party`` as a payer; of every enrolled payer for the
    registrar. The largest amount first; a payer without arrears has a line of zeros, which is disclosed as well."""
    day = min(date(year, 12, 31), law.today(at))
    payers = [each for each in state.enterprises.values() if each.payer]
    found = {each.party: _Sums() for each in payers if party in (each.party, REGISTRAR_PARTY)}
    for receivable in state.receivables.values():
        payer = state.payer_of(receivable)
        if payer is None or not receivable.live or receivable.requested_at is None:
            continue
        if visibility.reckons(state, receivable, party, at) in _STANDS:
            _take(state, found[payer.party], receivable, payer, day)
    lines = [
        ArrearsLine(enrolled(state.enterprises[each]), duty_of(state.enterprises[each], year), _closed(sums))
        for each, sums in found.items()
    ]
    lines.sort(key=lambda line: (-line.year.amount, line.payer.uscc or ""))
    return Arrears(year, day, tuple(lines))


def duty_of(payer: Enterprise, year: int) -> Duty | None:
    """What art. 18 (2020: art. 16) asks of a payer for ``year``; None for an enterprise that is not large, and before
    there was a text. The size is the one that is enrolled."""
    version = law.version_on(date(year + 1, 1, 1))
    if version is None:
        return None
    article = version.article(version.disclosure)
    reported = version.article(version.supervisor) if version.supervisor is not None else None
    if payer.kind != "enterprise":
        return Duty(WEBSITE, date(year + 1, 3, 31), article, reported if payer.kind == "institution" else None)
    if payer.size != "large":
        return None
    return Duty(ANNUAL_REPORT, None, article, reported if payer.state_owned else None)


def _take(state: State, sums: _Sums, receivable: Receivable, payer: Enterprise, day: date) -> None:
    then = _as_paid_by(receivable, day)
    if then.outstanding == 0:
        return
    supplier = state.enterprises[receivable.supplier]
    seen = law.view(then, supplier, payer, day)
    root, due, year = root_of(state, receivable).id, seen.due.date, sums.year
    contract_on = date.fromisoformat(str(receivable.terms["contract_on"]))
    applies = coverage(receivable.terms, contract_on, supplier, payer).applies
    if applies is False or contract_on > day or (due is not None and seen.overdue_days == 0):
        return
    if due is None or applies is None:
        if seen.undisputed:
            sums.open_roots.add(root)
            sums.year = replace(year, open_amount=year.open_amount + seen.undisputed)
        return
    if seen.disputed:
        sums.disputed_roots.add(root)
        sums.year = year = replace(year, disputed=year.disputed + seen.disputed)
    if seen.undisputed == 0:
        return
    sums.roots.add(root)
    sums.contracts.add((receivable.supplier, contract_on))
    confirmed = min(seen.undisputed, max(0, then.confirmed - then.received))
    sums.year = replace(
        year,
        amount=year.amount + seen.undisputed,
        confirmed=year.confirmed + confirmed,
        undecided=year.undecided + seen.undisputed - confirmed,
        reported=year.reported + min(seen.undisputed, _reported_by(receivable, day)),
        interest=year.interest + (seen.interest.fen if seen.interest is not None else 0),
        no_interest=year.no_interest + int(seen.interest is None),
        oldest_due=due if year.oldest_due is None else min(due, year.oldest_due),
        paid_since=year.paid_since + min(seen.undisputed, receivable.received - then.received),
    )


def _closed(sums: _Sums) -> Year:
    return replace(
        sums.year,
        claims=len(sums.roots),
        contracts=len(sums.contracts),
        disputed_claims=len(sums.disputed_roots),
        open_claims=len(sums.open_roots),
    )


def _as_paid_by(receivable: Receivable, day: date) -> Receivable:
    """The receivable with what had come by the end of ``day``, as its payees say today."""
    came = tuple(part for part in receivable.collections if date.fromisoformat(part.on) <= day)
    return replace(receivable, collections=came, received=sum(part.amount for part in came))


def _reported_by(receivable: Receivable, day: date) -> int:
    """Fen that the payer says it paid by ``day`` and that nobody has acknowledged or denied."""
    return sum(pay.pending for pay in receivable.payments if date.fromisoformat(pay.paid_on) <= day)


def last_over(at: int) -> int:
    """The last year that is over at ``at`` (ms UTC): what is disclosed next."""
    return law.today(at).year - 1
