"""``ledger view``: what many receivables come to, as of a day, on the screen and in a file. Reads without a lock, also
while the bot runs."""

from __future__ import annotations

import argparse
import datetime as dt
import html
from pathlib import Path
from typing import Any

from bot import reports
from bot.cli import folders
from bot.cli.reading import read_book, texts_beside
from bot.clock import SystemClock
from bot.config import ConfigError, Settings
from bot.names import spelling
from bot.render.figures import SHANGHAI
from bot.reports import KINDS, Asked, Stamp
from bot.reports.lines import Name
from bot.texts import LANGUAGES, say
from ledger import law, past, store, views
from ledger.durable import replace_file
from ledger.errors import LedgerError
from ledger.replay import Book
from ledger.state import State
from ledger.texts import Texts
from ledger.types import REGISTRAR_PARTY
from ledger.views import Counterparty
from ledger.views.suppression import LEAST_K

_DAY = dt.timedelta(days=1)
_OF_ONE = {"by": "ageing", "year": "arrears", "k": "aggregates"}
"""Options that one kind alone takes."""


def add(parts: Any) -> None:
    """The part of ``tallystick ledger``."""
    view = parts.add_parser(
        "view", help="ageing, exposure, punctuality, a year's arrears, public figures",
        description="Sums over receivables: for the registrar (all of them), or for one party what its side may see. "
        "Of an earlier day the ledger is taken as it stood then; every file names size and root hash of what it was "
        "made of. 'aggregates' are for the public and withhold groups of too few parties.",
    )  # fmt: skip
    view.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    view.add_argument("folder", nargs="?", metavar="DIR", help="data folder or export (the data folder of --data)")
    view.add_argument("--as-of", metavar="DATE", type=_day, help="at the end of that day, such as 2026-11-30 (now)")
    view.add_argument("--party", metavar="USCC", help="for whom: its code, or its id in the ledger (the registrar)")
    view.add_argument("--by", choices=("payer", "supplier"), help="ageing: what a line is about")
    view.add_argument("--year", type=int, help="arrears: the year (the last one that is over)")
    view.add_argument("--k", type=_smallest, help=f"aggregates: the smallest group ({views.DEFAULT_K})")
    view.add_argument("--lang", choices=LANGUAGES, default="en", help="of words and headings (en)")
    view.add_argument("--csv", metavar="FILE", type=Path, help="write it as CSV, for any spreadsheet")
    view.add_argument("--xlsx", metavar="FILE", type=Path, help="write it as an Excel workbook")
    folders.add(view)
    view.set_defaults(run=_view)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-30") from None


def _smallest(text: str) -> int:
    if not text.isdecimal() or int(text) < LEAST_K:
        raise argparse.ArgumentTypeError(f"a group has at least {LEAST_K} parties, not {text}")
    return int(text)


def _view(options: argparse.Namespace) -> int:
    for option, kind in _OF_ONE.items():
        if getattr(options, option) is not None and options.kind != kind:
            raise ConfigError(f"--{option} is for {kind}; leave it out")
    settings = folders.settings(options)
    data = Path(options.folder) if options.folder else settings.data
    targets = {form: path for form in ("csv", "xlsx") if (path := getattr(options, form)) is not None}
    for path in targets.values():
        _apart(path, data, settings)
    book, at = _then(data, options.as_of)
    name = _naming(options.lang, texts_beside(data, settings.keys))
    party = _party(book.state, options)
    asked = Asked(
        kind=options.kind,
        party=party,
        who=_who(options.lang, book.state, party, name),
        at=at,
        by=options.by,
        year=_year(options.year, at),
        k=options.k or views.DEFAULT_K,
    )
    stamp = Stamp(book.size, book.tree.root().hex())
    report = reports.made(options.lang, asked, book.state, stamp, name)
    print(html.unescape("\n".join(report.lines)))
    for form, path in targets.items():
        replace_file(path, report.file(form)[1])
        print(f"{path}: {len(report.sheet.rows)} rows, as of {stamp.size} entries, root {stamp.root}")
    return 0


def _who(language: str, state: State, party: str, name: Name) -> str:
    """The viewer's name."""
    if party == REGISTRAR_PARTY:
        return html.unescape(say(language, "account.registrar"))
    enterprise = state.enterprises[party]
    return name(Counterparty(enterprise.party, enterprise.uscc, enterprise.name))


def _then(data: Path, day: dt.date | None) -> tuple[Book, int]:
    """The ledger as it stood at the end of ``day`` (now, if it is today or None), and that instant. Raises ConfigError
    for a day that has not come, or that was before the ledger."""
    book, folder, _ = read_book(data)
    now = max(SystemClock().now(), book.state.last_at)  # a demo's clock may be ahead
    today = law.today(now)
    if day is None or day == today:
        return book, now
    if day > today:
        raise ConfigError(f"--as-of: {day} has not come yet; give a day up to {today}")
    end = int(dt.datetime.combine(day + _DAY, dt.time(), SHANGHAI).timestamp() * 1000)
    before = past.until(book, lambda: store.read_lines(folder), end)
    if before is None:
        raise ConfigError(f"--as-of: this ledger began after {day}; give a later day")
    return before, end - 1


def _party(state: State, options: argparse.Namespace) -> str:
    """The viewer. Raises ConfigError for one that is not enrolled, and beside public figures."""
    if options.party is None:
        return REGISTRAR_PARTY
    if options.kind == "aggregates":
        raise ConfigError("--party: public figures are for everybody; leave it out")
    party: str = state.by_uscc.get(options.party.upper(), options.party.lower())
    if party not in state.enterprises:
        raise ConfigError(f"--party: {options.party} is not enrolled; 'tallystick ledger show people' lists who is")
    if options.kind not in reports.kinds_for(state, party):
        kinds = ", ".join(reports.kinds_for(state, party))
        raise ConfigError(f"--party: {options.kind} tells {options.party} nothing; there are {kinds}")
    return party


def _year(year: int | None, at: int) -> int:
    """The year asked for, of those that have begun. Raises ConfigError."""
    if year is None:
        return views.last_over(at)
    last = views.last_over(at) + 1
    if not reports.FIRST_YEAR <= year <= last:
        raise ConfigError(f"--year: {year} cannot be told; give one from {reports.FIRST_YEAR} to {last}")
    return year


def _apart(path: Path, data: Path, settings: Settings) -> None:
    """Raise ConfigError for a file that would lie among the ledger's own."""
    for folder in (data, settings.data, settings.keys):
        if path.resolve().is_relative_to(folder.resolve()):
            raise ConfigError(f"{path} lies in {folder}, which is the ledger's own; name a file elsewhere")
    if path.is_dir():
        raise ConfigError(f"{path} is a folder; name a file in it")


def _naming(language: str, texts: Texts | None) -> Name:
    """Names as far as they can be read here; else the code."""

    def name(about: Counterparty) -> str:
        unnamed = about.uscc or html.unescape(say(language, "reports.unnamed"))
        if texts is None or about.name is None:
            return unnamed
        try:
            return spelling(language, texts.read(about.name))
        except LedgerError:
            return unnamed

    return name
