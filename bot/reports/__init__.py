"""Reports: a view of the ledger as a short text and as a table, with what holds it against the ledger. Pure.

``made`` is the door, for the chat and for the command line alike.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot import render
from bot.reports import lines, tables
from bot.reports.lines import Name
from bot.reports.tables import Table, plain
from bot.sheets import WRITERS, Sheet
from bot.texts import Html, say
from ledger import law, views
from ledger.state import State
from ledger.types import REGISTRAR_PARTY

KINDS = ("ageing", "exposure", "punctuality", "arrears", "aggregates")
MOST = 20_000
"""Claims that a chat sums up while others wait: a few seconds."""
FIRST_YEAR = 2019
"""The first whose arrears could be asked for: the first text is of 2020."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One report: its kind, for whom (``party``; its name is ``who``), at ``at`` (ms UTC). ``by``: of an ageing, payer
    or supplier; ``year``: of arrears; ``k``: the smallest group of public figures."""

    kind: str
    party: str
    who: str
    at: int
    by: str | None = None
    year: int | None = None
    k: int = views.DEFAULT_K


@dataclass(frozen=True, slots=True)
class Stamp:
    """The prefix of the ledger that a report was made of: so many entries, under this root (hex)."""

    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Report:
    """``lines`` for a message; ``sheet`` for a file, called ``stem`` with the ending of its form behind it."""

    lines: tuple[Html, ...]
    sheet: Sheet
    stem: str

    def file(self, form: str) -> tuple[str, bytes]:
        """Its name and bytes in a form of ``sheets.WRITERS``."""
        return f"{self.stem}.{form}", WRITERS[form](self.sheet)


def kinds_for(state: State, party: str) -> tuple[str, ...]:
    """The reports that tell a party something."""
    if party == REGISTRAR_PARTY:
        return KINDS
    enterprise = state.enterprises[party]
    financing = ("exposure",) if enterprise.financier or not enterprise.payer else ()
    return ("ageing", "punctuality", *(("arrears",) if enterprise.payer else ()), *financing)


def large(state: State, party: str) -> int:
    """How many claims a report for ``party`` would go through, if they are more than fit between two messages; 0 if
    they are not."""
    if party == REGISTRAR_PARTY:
        count = len(state.numbers)
    else:
        count = sum(1 for each in state.receivables.values() if party in (each.supplier, each.payer, each.holder))
    return count if count > MOST else 0


def made(language: str, asked: Asked, state: State, stamp: Stamp, name: Name, *, most: int | None = None) -> Report:
    """The report; ``state`` is folded up to exactly ``stamp``. ``most``: so many lines in the text (None: all)."""
    said, (columns, rows) = _MAKERS[asked.kind](language, asked, state, name, most)
    at = render.figures.shanghai(asked.at)
    sheet = Sheet(
        name=plain(say(language, f"reports.kind.{asked.kind}")),
        columns=columns,
        rows=rows,
        about_name=plain(say(language, "reports.about")),
        about=_about(language, asked, state, stamp, f"{at:%Y-%m-%d %H:%M:%S}"),
        made=at.astimezone(dt.UTC).replace(microsecond=0),
    )
    year = f"-{_year(asked)}" if asked.kind == "arrears" else ""
    return Report(tuple(said), sheet, f"{asked.kind}{year}-{at:%Y-%m-%d}")


def _about(language: str, asked: Asked, state: State, stamp: Stamp, as_of: str) -> tuple[tuple[str, str], ...]:
    viewer = say(language, "reports.viewer.public") if asked.kind == "aggregates" else asked.who
    what = _what(language, asked)
    warnings = [say(language, "reports.incomplete")] if state.frozen else []
    warnings += [say(language, "reports.demo")] if state.genesis.demo else []
    told = (
        ("what", what),
        ("viewer", viewer),
        ("as_of", as_of),
        ("ledger", state.ledger),
        ("origin", state.genesis.origin),
        ("size", str(stamp.size)),
        ("root", stamp.root),
        ("units", say(language, "reports.units")),
        ("check", say(language, "reports.check", size=stamp.size)),
        *(("warning", warning) for warning in warnings),
    )
    return tuple((plain(say(language, f"reports.about.{label}")), plain(text)) for label, text in told)


def _what(language: str, asked: Asked) -> Html:
    if asked.kind == "aggregates":
        return say(language, "reports.what.aggregates", k=asked.k)
    return say(language, f"reports.what.{asked.kind}")


def _year(asked: Asked) -> int:
    return asked.year if asked.year is not None else views.last_over(asked.at)


# One function a kind: its lines, and its table.

_Made = tuple[list[Html], Table]


def _ageing(language: str, asked: Asked, state: State, name: Name, most: int | None) -> _Made:
    found = views.ageing(state, asked.party, asked.at, by=asked.by)
    said = lines.ageing(language, found, asked.who, law.today(asked.at), name, most)
    return said, tables.ageing(language, found, name)


def _exposure(language: str, asked: Asked, state: State, name: Name, most: int | None) -> _Made:
    found = views.exposure(state, asked.party, asked.at)
    said = lines.exposure(language, found, law.today(asked.at), name, most)
    return said, tables.exposure(language, found, name)


def _punctuality(language: str, asked: Asked, state: State, name: Name, most: int | None) -> _Made:
    found = views.punctuality(state, asked.party, asked.at)
    said = lines.punctuality(language, found, law.today(asked.at), name, most)
    return said, tables.punctuality(language, found, name)


def _arrears(language: str, asked: Asked, state: State, name: Name, most: int | None) -> _Made:
    found = views.arrears(state, asked.party, asked.at, _year(asked))
    return lines.arrears(language, found, name, most), tables.arrears(language, found, name)


def _aggregates(language: str, asked: Asked, state: State, _: Name, __: int | None) -> _Made:
    found = views.aggregates(state, asked.at, asked.k)
    return lines.aggregates(language, found, law.today(asked.at)), tables.aggregates(language, found)


_MAKERS: dict[str, Callable[[str, Asked, State, Name, int | None], _Made]] = {
    "ageing": _ageing,
    "exposure": _exposure,
    "punctuality": _punctuality,
    "arrears": _arrears,
    "aggregates": _aggregates,
}
