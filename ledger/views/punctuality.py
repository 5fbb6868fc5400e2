"""Punctuality (付款及时性): how fast each payer confirms and pays, out of what the ledger was told. Days and fen.

Days are civil days in Shanghai. To confirm: from the first request to the first confirmation. To pay: from the due day
to the day on which money came, as its payee acknowledged it; less than 0 is early. Within 30 days: of claims whose 30
days from delivery, acceptance or settlement (art. 9, 10) are over, what came within them. Disputed fen that nobody paid
count neither way. Medians are the lower of the two in the middle.

A payer sees itself, a supplier or holder each payer as far as its own claims tell, the registrar all. Nothing of it is
public: see ``aggregates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from ledger import law, visibility
from ledger.law.clock import start
from ledger.state import Receivable, State, Step
from ledger.views.positions import Counterparty, payer_of, root_of

PROMPT_DAYS = 30
_STANDS = (visibility.HOLDER, visibility.SUPPLIER, visibility.PAYER, visibility.REGISTRAR)


@dataclass(frozen=True, slots=True)
class Record:
    """``claims`` and ``amount``: what was put to the payer, without what it rejected. ``confirmed``: how many of the
    claims it confirmed, wholly or in part, ``silent`` those on which it missed the day to answer (art. 16).
    ``payments``, ``paid``: what came. ``prompt`` of ``matured`` fen came within 30 days. ``overdue``: fen that are late
    now and not disputed."""

    claims: int
    amount: int
    confirmed: int
    confirm_days: int | None
    silent: int
    payments: int
    paid: int
    pay_days: int | None
    matured: int
    prompt: int
    overdue: int

    @property
    def prompt_bp(self) -> int | None:
        """The share that came within 30 days, in hundredths of a percent, rounded half up; None if none is over."""
        return None if self.matured == 0 else (20_000 * self.prompt + self.matured) // (2 * self.matured)


@dataclass(frozen=True, slots=True)
class PunctualityLine:
    payer: Counterparty
    record: Record


@dataclass(frozen=True, slots=True)
class Punctuality:
    lines: tuple[PunctualityLine, ...]
    total: Record


@dataclass(slots=True)
class _Tally:
    """What is known of one payer while claims are gone through; ``roots`` are claims as they were registered, and
    ``confirmed`` the instants of their first confirmation, as far as it is seen."""

    roots: dict[str, Receivable] = field(default_factory=dict)
    confirmed: dict[str, int] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    came: dict[tuple[str, int], tuple[int | None, int]] = field(default_factory=dict)  # entry → days late, fen
    amount: int = 0
    matured: int = 0
    prompt: int = 0
    overdue: int = 0


def punctuality(state: State, party: str, at: int) -> Punctuality:
    """How each payer stood by ``at`` (ms UTC), in what ``party`` sees. The largest amount first."""
    on = law.today(at)
    tallies: dict[str, tuple[Counterparty, _Tally]] = {}
    total = _Tally()
    for receivable in state.receivables.values():
        if not receivable.live or receivable.requested_at is None:
            continue
        if visibility.reckons(state, receivable, party, at) not in _STANDS:
            continue
        payer = payer_of(state, receivable)
        _, own = tallies.setdefault(payer.key, (payer, _Tally()))
        for tally in (own, total):
            _take(state, tally, receivable, on)
    lines = [PunctualityLine(payer, _record(tally)) for payer, tally in tallies.values()]
    lines.sort(key=lambda line: (-line.record.amount, line.payer.uscc or "", line.payer.key))
    return Punctuality(tuple(lines), _record(total))


def _take(state: State, tally: _Tally, receivable: Receivable, on: date) -> None:
    root = root_of(state, receivable)
    seen = law.view(receivable, state.enterprises[receivable.supplier], state.payer_of(receivable), on)
    tally.roots[root.id] = root
    for step in _steps_to(state, receivable):
        if step.type == "confirm":
            tally.confirmed[root.id] = min(step.at, tally.confirmed.get(root.id, step.at))
    tally.amount += receivable.claimed - receivable.rejected
    if seen.duty_late_days:
        tally.silent.add(root.id)
    if seen.overdue_days:
        tally.overdue += seen.undisputed
    due = seen.due.date
    for part in receivable.collections:
        if part.amount:
            late = (date.fromisoformat(part.on) - due).days if due is not None else None
            _, before = tally.came.get((root.id, part.seq), (None, 0))
            tally.came[root.id, part.seq] = (late, before + part.amount)
    begin = start(receivable.terms, on).day
    if begin is None:
        return
    end = law.period(begin, PROMPT_DAYS).day
    if end < on:
        tally.matured += receivable.received + seen.undisputed
        tally.prompt += sum(part.amount for part in receivable.collections if date.fromisoformat(part.on) <= end)


def _record(tally: _Tally) -> Record:
    days = (_days_to_confirm(tally.roots[root], at) for root, at in tally.confirmed.items())
    to_confirm = [each for each in days if each is not None]
    to_pay = [late for late, _ in tally.came.values() if late is not None]
    return Record(
        claims=len(tally.roots),
        amount=tally.amount,
        confirmed=len(to_confirm),
        confirm_days=_median(to_confirm),
        silent=len(tally.silent),
        payments=len(tally.came),
        paid=sum(fen for _, fen in tally.came.values()),
        pay_days=_median(to_pay),
        matured=tally.matured,
        prompt=tally.prompt,
        overdue=tally.overdue,
    )


def _median(days: Iterable[int]) -> int | None:
    found = list(days)
    return median_low(found) if found else None


def _days_to_confirm(root: Receivable, confirmed: int) -> int | None:
    """From the first request (or its service outside, if that was earlier) to the first confirmation; of a claim that
    was split since, of it or of any part that the viewer has in its sums."""
    asked = next((law.today(step.at) for step in root.steps if step.type == "request"), None)
    if asked is None:
        return None
    if root.served_on is not None:
        asked = min(asked, date.fromisoformat(root.served_on))
    return (law.today(confirmed) - asked).days


def _steps_to(state: State, receivable: Receivable) -> Iterator[Step]:
    """What happened to it, and to what it was split from; what became of the other parts is not its holder's."""
    yield from receivable.steps
    while receivable.family is not None and receivable.family.parent is not None:
        receivable = state.receivables[receivable.family.parent]
        yield from receivable.steps
