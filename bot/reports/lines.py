"""Views as a short text: what matters most first, then a line for each. The words are in ``bot/texts/reports.yaml``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from bot import render
from bot.render.law import article
from bot.texts import Html, joined, say
from ledger import views
from ledger.views import (
    BUCKETS,
    Ageing,
    Ages,
    Aggregates,
    Arrears,
    ArrearsLine,
    Counterparty,
    Duty,
    Exposure,
    Figure,
    Punctuality,
    PunctualityLine,
    Record,
    Table,
)

Name = Callable[[Counterparty], str]
"""What a counterparty is called, in the reader's language."""


def _money(**fen: int) -> dict[str, str]:
    return {name: render.money(amount) for name, amount in fen.items()}


def _list(language: str, parts: Iterable[str]) -> Html:
    return joined(parts, ", " if language == "en" else "，")


def _cut(language: str, lines: Sequence[Html], most: int | None) -> list[Html]:
    """The first lines, and how many more there are."""
    if most is None or len(lines) <= most:
        return list(lines)
    return [*lines[:most], say(language, "reports.more", count=len(lines) - most)]


def ageing(language: str, found: Ageing, who: str, on: dt.date, name: Name, most: int | None) -> list[Html]:
    """``who`` is the viewer's name, ``most`` the number of lines behind the sums (None: all)."""
    if not found.lines:
        return [say(language, "reports.nothing.ageing", date=render.date(language, on))]
    total = found.total
    sums = _money(amount=total.outstanding, overdue=total.overdue, disputed=total.disputed, interest=total.interest)
    values = {"date": render.date(language, on), **sums}
    if found.side == "every":
        head = say(language, "reports.ageing.every", count=total.number, **values)
    else:
        head = say(language, f"reports.ageing.{found.side}", who=who, count=total.number, **values)
    lines = [
        say(
            language,
            "reports.ageing.line",
            who=name(line.about),
            **_money(amount=line.ages.outstanding, overdue=line.ages.overdue, disputed=line.ages.disputed),
        )
        for line in found.lines
    ]
    return [head, *_no_rate(language, total.no_interest), *_buckets(language, total), *_cut(language, lines, most)]


def _no_rate(language: str, claims: int) -> list[Html]:
    """How many late claims are not in the interest, as their rate is not known: what is not known is not nothing."""
    return [say(language, "reports.no-rate", count=claims)] if claims else []


def _buckets(language: str, ages: Ages) -> list[Html]:
    parts = [
        say(language, "reports.part", name=say(language, f"reports.bucket.{bucket}"), amount=render.money(amount))
        for bucket, amount in zip(BUCKETS, ages.buckets, strict=True)
        if amount
    ]
    return [say(language, "reports.ageing.buckets", parts=_list(language, parts))] if parts else []


def exposure(language: str, found: Exposure, on: dt.date, name: Name, most: int | None) -> list[Html]:
    if not found.lines:
        return [say(language, "reports.nothing.exposure", date=render.date(language, on))]
    total = found.total
    sums = _money(
        effective=total.effective,
        claimed=total.claimed,
        assigned=total.assigned,
        locked=total.locked,
        offered=total.offered,
        financed=total.financed,
        backing=total.backing,
        overdue=total.overdue,
        released=total.released,
    )
    head = say(language, "reports.exposure.head", date=render.date(language, on), **sums)
    lines = [
        say(
            language,
            "reports.exposure.line",
            financier=name(line.financier),
            payer=name(line.payer),
            **_money(
                pledged=line.stakes.claimed + line.stakes.effective,
                assigned=line.stakes.assigned,
                financed=line.stakes.financed,
            ),
        )
        for line in found.lines
    ]
    return [head, *_cut(language, lines, most)]


def punctuality(language: str, found: Punctuality, on: dt.date, name: Name, most: int | None) -> list[Html]:
    if not found.lines:
        return [say(language, "reports.nothing.punctuality", date=render.date(language, on))]
    head = say(language, "reports.punctuality.head", date=render.date(language, on))
    lines = [_punctual(language, line, name) for line in found.lines]
    return [head, *_cut(language, lines, most)]


def _punctual(language: str, line: PunctualityLine, name: Name) -> Html:
    record = line.record
    return say(
        language,
        "reports.punctuality.line",
        payer=name(line.payer),
        count=record.claims,
        silent=record.silent,
        confirm=_confirms(language, record),
        pay=_pays(language, record),
        prompt=_prompt(language, record),
        **_money(amount=record.amount, overdue=record.overdue),
    )


def _confirms(language: str, record: Record) -> Html:
    if record.confirm_days is None:
        return say(language, "reports.confirm.none")
    return say(language, "reports.confirm.days", count=record.confirm_days)


def _pays(language: str, record: Record) -> Html:
    days = record.pay_days
    if days is None:
        return say(language, "reports.pay.none")
    if days == 0:
        return say(language, "reports.pay.on")
    return say(language, "reports.pay.late" if days > 0 else "reports.pay.early", count=abs(days))


def _prompt(language: str, record: Record) -> Html:
    if record.prompt_bp is None:
        return say(language, "reports.prompt.none")
    share = render.percent(record.prompt_bp * 100, 2)
    return say(language, "reports.prompt.share", share=share, matured=render.money(record.matured))


def arrears(language: str, found: Arrears, name: Name, most: int | None) -> list[Html]:
    if not found.lines:
        return [say(language, "reports.nothing.arrears", year=str(found.year))]
    lines = [joined(_arrears_of(language, found, line, name)) for line in found.lines]
    said = _cut(language, lines, most)
    if found.day < dt.date(found.year, 12, 31):
        date = render.date(language, found.day)
        said.append(say(language, "reports.unfinished", year=str(found.year), date=date))
    return said


def _arrears_of(language: str, found: Arrears, line: ArrearsLine, name: Name) -> list[Html]:
    year = line.year
    sums = _money(
        amount=year.amount,
        confirmed=year.confirmed,
        undecided=year.undecided,
        disputed=year.disputed,
        interest=year.interest,
        since=year.paid_since,
    )
    lines = [
        say(
            language,
            "reports.arrears.line",
            payer=name(line.payer),
            year=str(found.year),
            date=render.date(language, found.day),
            count=year.claims,
            contracts=year.contracts,
            **sums,
        )
    ]
    lines += _no_rate(language, year.no_interest)
    if year.open_claims:
        amount = render.money(year.open_amount)
        lines.append(say(language, "reports.arrears.open", count=year.open_claims, amount=amount))
    return [*lines, *_duty(language, line.duty)]


def _duty(language: str, duty: Duty | None) -> list[Html]:
    if duty is None:
        return [say(language, "reports.duty.none")]
    cited = article(language, duty.article)
    if duty.until is not None:
        until = render.date(language, duty.until)
        lines = [say(language, "reports.duty.website", until=until, article=cited)]
    else:
        lines = [say(language, "reports.duty.annual-report", article=cited)]
    if duty.supervisor is not None:
        lines.append(say(language, "reports.duty.supervisor", article=article(language, duty.supervisor)))
    return lines


def aggregates(language: str, found: Aggregates, on: dt.date) -> list[Html]:
    date = render.date(language, on)
    total = found.total
    if total.claims is None or total.fen is None:
        return [say(language, "reports.aggregates.none", date=date, k=found.k)]
    if not total.claims:
        return [say(language, "reports.nothing.ageing", date=date)]
    amount = render.money(total.fen)
    head = say(language, "reports.aggregates.head", date=date, amount=amount, count=total.claims, k=found.k)
    return [head, *(_table(language, table) for table in found.tables)]


def _table(language: str, table: Table) -> Html:
    parts = [_figure(language, table.by, figure) for figure in table.figures if figure.claims != 0]
    title = say(language, f"reports.by.{table.by}")
    return say(language, "reports.aggregates.table", table=title, parts=_list(language, parts))


def _figure(language: str, by: str, figure: Figure) -> Html:
    name = group(language, by, figure.name)
    if figure.claims is None or figure.fen is None:
        return say(language, "reports.part", name=name, amount=say(language, "reports.withheld"))
    return say(language, "reports.part.claims", name=name, amount=render.money(figure.fen), claims=figure.claims)


def group(language: str, by: str, name: str) -> Html:
    """A group of a public table by its name."""
    if by == views.BY_SUPPLIER:
        return render.word(language, "size", name)
    return say(language, f"reports.bucket.{name}" if by == views.BY_AGE else f"reports.{by}.{name}")
