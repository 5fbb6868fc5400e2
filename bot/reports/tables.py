"""Views as tables: columns with headings in the reader's language, a row for each line, the total last."""

from __future__ import annotations

import html
from collections.abc import Iterable

from bot.render.law import article
from bot.reports.lines import Name, group
from bot.sheets import COUNT, DATE, FEN, PERCENT, TEXT, Cell, Column
from bot.texts import say
from ledger.views import (
    BUCKETS,
    Ageing,
    Ages,
    Aggregates,
    Arrears,
    Counterparty,
    Exposure,
    Punctuality,
    Record,
    Stakes,
)

Row = tuple[Cell, ...]
Table = tuple[tuple[Column, ...], tuple[Row, ...]]


def _columns(language: str, **kinds: str) -> tuple[Column, ...]:
    return tuple(Column(plain(say(language, f"reports.column.{name}")), kind) for name, kind in kinds.items())


def plain(text: str) -> str:
    """A text outside of HTML."""
    return html.unescape(text)


def _total(language: str) -> str:
    return plain(say(language, "reports.total"))


def _who(about: Counterparty, name: Name) -> Row:
    return name(about), about.uscc


def ageing(language: str, found: Ageing, name: Name) -> Table:
    columns = (
        *_columns(language, **{found.by: TEXT}, uscc=TEXT, number=COUNT, outstanding=FEN),
        *(Column(plain(say(language, f"reports.bucket.{bucket}")), FEN) for bucket in BUCKETS),
        *_columns(language, disputed=FEN, overdue=FEN, reported=FEN, interest=FEN, no_interest=COUNT),
    )
    rows = [(*_who(line.about, name), *_ages(line.ages)) for line in found.lines]
    return columns, (*rows, (_total(language), None, *_ages(found.total)))


def _ages(ages: Ages) -> Row:
    return (
        ages.number, ages.outstanding, *ages.buckets, ages.disputed, ages.overdue, ages.reported, ages.interest,
        ages.no_interest,
    )  # fmt: skip


def exposure(language: str, found: Exposure, name: Name) -> Table:
    columns = _columns(
        language, financier=TEXT, uscc=TEXT, payer=TEXT, payer_uscc=TEXT, standing=COUNT, offered=FEN, locked=FEN,
        claimed=FEN, effective=FEN, assigned=FEN, financed=FEN, backing=FEN, overdue=FEN, released=FEN,
    )  # fmt: skip
    rows = [(*_who(line.financier, name), *_who(line.payer, name), *_stakes(line.stakes)) for line in found.lines]
    return columns, (*rows, (_total(language), None, None, None, *_stakes(found.total)))


def _stakes(stakes: Stakes) -> Row:
    return (
        stakes.standing, stakes.offered, stakes.locked, stakes.claimed, stakes.effective, stakes.assigned,
        stakes.financed, stakes.backing, stakes.overdue, stakes.released,
    )  # fmt: skip


def punctuality(language: str, found: Punctuality, name: Name) -> Table:
    columns = _columns(
        language, payer=TEXT, uscc=TEXT, number=COUNT, amount=FEN, confirmed_claims=COUNT, confirm_days=COUNT,
        silent=COUNT, payments=COUNT, paid=FEN, pay_days=COUNT, matured=FEN, prompt=FEN, prompt_bp=PERCENT, overdue=FEN,
    )  # fmt: skip
    rows = [(*_who(line.payer, name), *_record(line.record)) for line in found.lines]
    return columns, (*rows, (_total(language), None, *_record(found.total)))


def _record(record: Record) -> Row:
    return (
        record.claims, record.amount, record.confirmed, record.confirm_days, record.silent, record.payments,
        record.paid, record.pay_days, record.matured, record.prompt, record.prompt_bp, record.overdue,
    )  # fmt: skip


def arrears(language: str, found: Arrears, name: Name) -> Table:
    """A row a payer, and no total: each discloses its own."""
    columns = _columns(
        language, payer=TEXT, uscc=TEXT, day=DATE, contracts=COUNT, number=COUNT, amount=FEN, confirmed=FEN,
        undecided=FEN, reported=FEN, disputed_claims=COUNT, disputed_apart=FEN, interest=FEN, no_interest=COUNT,
        oldest_due=DATE, paid_since=FEN, open_claims=COUNT, open_amount=FEN, article=TEXT, until=DATE,
    )  # fmt: skip
    rows = []
    for line in found.lines:
        year, duty = line.year, line.duty
        rows.append(
            (
                *_who(line.payer, name), found.day, year.contracts, year.claims, year.amount, year.confirmed,
                year.undecided, year.reported, year.disputed_claims, year.disputed, year.interest, year.no_interest,
                year.oldest_due, year.paid_since, year.open_claims, year.open_amount,
                plain(article(language, duty.article)) if duty is not None else None,
                duty.until if duty is not None else None,
            )
        )  # fmt: skip
    return columns, tuple(rows)


def aggregates(language: str, found: Aggregates) -> Table:
    """What is withheld says so; a row a group, the total last."""
    columns = _columns(language, table=TEXT, group=TEXT, number=COUNT, amount=FEN)
    rows: list[Row] = []
    for table in found.tables:
        title = plain(say(language, f"reports.by.{table.by}"))
        for figure in table.figures:
            name = plain(group(language, table.by, figure.name))
            rows.append((title, name, *_shown(language, (figure.claims, figure.fen))))
    return columns, (*rows, (_total(language), None, *_shown(language, (found.total.claims, found.total.fen))))


def _shown(language: str, cells: Iterable[int | None]) -> Row:
    withheld = plain(say(language, "reports.withheld"))
    return tuple(withheld if cell is None else cell for cell in cells)
