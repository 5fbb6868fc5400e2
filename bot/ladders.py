"""The steps of reminding: what would be said about one receivable, to which side, and when. Pure.

Two ladders lead up to payment. **Confirmation**, in days from the request: 0, 7, 15, 25 to the payer's makers (25 to
its checkers as well), and the day after the duty ends to the supplier. **Payment**, in days from the due date: −15, −7,
−3, 0, 1, 7, 15, 30, then every 30 days, to the payer for what it confirmed, else to the supplier alone; once it is
late, to the supplier in any case. Two more are the supplier's alone: a **demand** without payment, after 7 and 30 days,
and a **complaint** of which nothing was reported, the day after each of its clocks (art. 25) ran out.

The supplier is whoever holds the claim by then.
The day 0 is the request itself and is always told; everything else goes to the payer only if the supplier has read the
wording and agreed (``Receivable.nudge``). Steps fall due at 09:00 in Shanghai; what falls on a rest day, or into
22:00–08:00, moves to the next working day at 09:00. Nothing is sent on a guess: no date, no step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.render.figures import SHANGHAI, shanghai
from ledger.law import Dated, Interest, LawView, complaint_clocks, today, view, working_day
from ledger.remedy import newest
from ledger.state import Receivable, State

CONFIRMATION = (0, 7, 15, 25)
TO_CHECKERS = 25
PAYMENT = (-15, -7, -3, 0, 1, 7, 15, 30)
AGAIN_EVERY = 30
PACK_FROM = 30

_DAY = dt.timedelta(days=1)
_MORNING, _OPENS, _CLOSES = dt.time(9), dt.time(8), dt.time(22)
_TURNS = ("confirm", "pay", "deny", "receive")  # events that change to whom the payment ladder speaks
DEMAND = (7, 30)
ACCEPTED_BY = 14
"""Days from filing after which the holder is asked whether a complaint was accepted: the text sets none."""
HOLDERS = ("owner", "financier")
_ENDED = ("rejected", "withdrawn", "superseded", "unknown")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be said about one receivable. ``text`` and ``line`` (in a digest) are keys below ``reminders.``."""

    receivable: Receivable
    ladder: str  # confirmation or payment
    step: str
    at: int  # ms UTC
    since: int  # what came due before this instant is not sent
    side: str  # payer or supplier (the holder)
    roles: tuple[str, ...]
    text: str
    line: str
    amount: int
    due: dt.date | None
    article: str
    actions: tuple[str, ...]  # what buttons to offer
    pending: int = 0  # fen reported paid that wait for the supplier's word
    interest: Interest | None = None


def opening(at: int) -> int:
    """``at`` itself on a working day from 08:00 to 22:00, else 09:00 of the next working day (or of that morning)."""
    local = shanghai(at)
    day = local.date()
    works, _ = working_day(day)
    if works and _OPENS <= local.time() < _CLOSES:
        return at
    return _morning(day if works and local.time() < _OPENS else day + _DAY)


def _morning(day: dt.date) -> int:
    """09:00 on ``day``, or on the first working day after it."""
    while not working_day(day)[0]:
        day += _DAY
    return int(dt.datetime.combine(day, _MORNING, SHANGHAI).timestamp()) * 1000


def items(state: State, receivable: Receivable, now: int) -> Iterator[Item]:
    """The steps of both ladders that stand as things are at ``now``, past and to come, each ladder in order."""
    if receivable.confirmation in _ENDED or receivable.outstanding <= 0:
        return
    law = law_of(state, receivable, now)
    if receivable.requested_at is not None and receivable.undecided > 0:  # the duty covers a part left open, too
        yield from confirmation(state, receivable, law)
    yield from payment(state, receivable, law, today(now))
    if newest(receivable) is None:
        yield from demand(receivable)
    else:
        yield from complaint(receivable, today(now))


def confirmation(state: State, receivable: Receivable, law: LawView) -> Iterator[Item]:
    """From the request to the day after the duty to answer ends."""
    assert receivable.requested_at is not None  # its state is requested, acknowledged or queried
    start, duty = receivable.requested_at, law.duty
    kind = "duty" if duty.date else "open"
    request = Item(
        receivable, "confirmation", "0", opening(start), start, "payer", ("maker",),
        f"confirmation.0.{kind}", f"digest.confirmation.{kind}", receivable.undecided, duty.date, duty.article,
        ("acknowledge", "confirm", "query", "dispute"),
    )  # fmt: skip
    if state.payer_of(receivable) is not None:
        yield request
        for days in CONFIRMATION[1:] if receivable.nudge else ():
            yield replace(
                request,
                step=str(days),
                at=_morning(today(start) + days * _DAY),
                roles=("maker", "checker") if days == TO_CHECKERS else ("maker",),
                text=f"confirmation.{days}.{kind}",
            )
    if duty.date is not None:
        yield replace(
            request,
            step="late",
            at=_morning(duty.date + _DAY),
            side="supplier",
            roles=HOLDERS,
            text="confirmation.late",
            line="digest.confirmation.late",
            actions=("letter", "show"),
        )


def payment(state: State, receivable: Receivable, law: LawView, on: dt.date) -> Iterator[Item]:
    """Around the due date, and on to the first step after ``on``."""
    due = law.due.date
    if due is None:
        return
    open_fen = receivable.confirmed - receivable.received - receivable.pending
    turned = max((step.at for step in receivable.steps if step.type in _TURNS), default=receivable.at)
    payer = receivable.nudge and open_fen > 0 and state.payer_of(receivable) is not None
    for days in _payment_days((on - due).days):
        phase = "before" if days < 0 else "due" if days == 0 else "late"
        line = "digest.payment.late" if days > 0 else "digest.payment.before"
        at = _morning(due + days * _DAY)
        if payer:
            yield Item(
                receivable, "payment", str(days), at, turned, "payer", ("maker",),
                f"payment.payer.{phase}", line, open_fen, due, "", ("pay", "show"),
            )  # fmt: skip
        if not payer or days > 0:
            since = receivable.at if days > 0 else turned
            yield Item(
                receivable, "payment", str(days), at, since, "supplier", HOLDERS,
                f"payment.supplier.{'pack' if days >= PACK_FROM else phase}", line, receivable.outstanding, due, "",
                ("receive", "deny", "show") if receivable.pending else ("show",),
                receivable.pending, law.interest if days > 0 else None,
            )  # fmt: skip


def demand(receivable: Receivable) -> Iterator[Item]:
    """After the newest demand, while nothing was paid or reported paid since."""
    remedies = receivable.remedies
    if remedies is None or remedies.state != "demanded":
        return
    last = remedies.demands[-1]
    at = _recorded(receivable, last.seq)
    if any(step.type in ("pay", "receive") and step.seq > last.seq for step in receivable.steps):
        return
    on = dt.date.fromisoformat(last.on)
    for days in DEMAND:
        yield _to_holder(
            receivable, "demand", f"{last.seq}.{days}", on + days * _DAY, at, last.amount, on, "", ("complain",)
        )


def complaint(receivable: Receivable, on: dt.date) -> Iterator[Item]:
    """What nobody reported of a complaint by the day on which it was due."""
    found = newest(receivable)
    if found is None or found.answered_on is not None:
        return
    at, clocks = _recorded(receivable, found.seq), complaint_clocks(found, on)
    if found.accepted_on is None and found.newest == found.filed_on:
        filed = dt.date.fromisoformat(found.filed_on)
        yield _to_holder(
            receivable, "complaint.accept", f"{found.seq}.accept", filed + ACCEPTED_BY * _DAY, at, found.amount, filed,
            "", ("accepted",),
        )  # fmt: skip
    waits: list[tuple[str, Dated, tuple[str, ...]]] = []
    if clocks.pass_on.done is None:
        waits.append(("pass-on", clocks.pass_on.due, ("passed", "received")))
    waits += [("result", clocks.result.due, ("answered",)), ("longest", clocks.latest.due, ("answered",))]
    for step, due, actions in waits:
        if due.date is not None:
            yield _to_holder(
                receivable, f"complaint.{step}", f"{found.seq}.{step}", due.date + _DAY, at, found.amount, due.date,
                due.article, actions,
            )  # fmt: skip


def _recorded(receivable: Receivable, seq: int) -> int:
    """When entry ``seq`` was recorded; for a part of a split, of which it is the whole's, when it was split."""
    return next((step.at for step in receivable.steps if step.seq == seq), receivable.at)


def _to_holder(
    receivable: Receivable, text: str, step: str, day: dt.date, since: int, amount: int, due: dt.date, article: str,
    actions: tuple[str, ...],
) -> Item:  # fmt: skip
    ladder = text.partition(".")[0]
    return Item(
        receivable, ladder, step, _morning(day), since, "supplier", HOLDERS, text, f"digest.{ladder}", amount, due,
        article, (*actions, "remedy"),
    )  # fmt: skip


def _payment_days(passed: int) -> Iterator[int]:
    """The steps of the payment ladder, and of those that go on for ever as many as have passed and the next one."""
    yield from PAYMENT
    days = PAYMENT[-1]
    while days <= passed:
        days += AGAIN_EVERY
        yield days


def law_of(state: State, receivable: Receivable, now: int) -> LawView:
    """What the law says of it on the civil day of ``now``."""
    supplier = state.enterprises[receivable.supplier]
    return view(receivable, supplier, state.payer_of(receivable), today(now))
