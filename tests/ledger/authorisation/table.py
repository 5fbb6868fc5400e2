"""The table: computed, and as it is kept."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from ledger.keys import Keys
from tests.ledger.authorisation import people, receivables
from tests.ledger.authorisation.cast import ROWS, WHOSE, Act, Cast, Row
from tests.ledger.factories import Member

TABLE = Path(__file__).parent.parent / "data" / "authorisation.csv"
SCENES = (people, receivables)
"""Importing them fills ``ROWS``, in the order of the table."""


Cell = tuple[str, str, str]  # event, when, whose
Answers = dict[str, str]  # by who tries
LAST = ("log-key", "rekey", "enrol")
"""What changes who tries."""


def tried(folder: Path) -> Iterator[tuple[Cell, Answers]]:
    """Every row as the ledger answers. What changes those who try comes last."""
    cast = Cast(folder)
    try:
        for each in sorted(ROWS, key=lambda one: LAST.index(one.event) if one.event in LAST else -1):
            if each.event == "log-key":
                Keys.load(folder / "data.keys").begin_rotation(folder / "data.keys")
                cast.house.reopen()
            for whose in ("other's", "own", "nobody's"):  # what their own keys sign comes late: see rekey
                yield (each.event, each.when, whose), _answers(cast, each, whose)
    finally:
        cast.house.ledger.close()


def _answers(cast: Cast, each: Row, whose: str) -> Answers:
    """What each of them is told. The first whose act would be recorded has it recorded in the end."""
    found: Answers = {}
    admitted: list[tuple[Member, Act]] = []
    act: Act | None = None
    for name, member in cast.people.items():
        if act is None or each.personal:
            act = each.make(cast, member, whose)
        if act is None:
            found[name] = "-"
            continue
        code = cast.refused(cast.sign(member, act))
        found[name] = code or "yes"
        admitted += [(member, act)] if code is None else []
    if admitted:
        size = cast.house.state.size
        assert cast.house.accept(cast.sign(*admitted[0])).seq == size
    return found


def computed(folder: Path) -> list[list[str]]:
    """The whole table, in the order of the rows, with its head."""
    answers = dict(tried(folder))
    head = ["event", "when", "whose", *next(iter(answers.values()))]
    cells = [(each.event, each.when, whose) for each in ROWS for whose in WHOSE]
    return [head, *([*cell, *answers[cell].values()] for cell in cells)]


def kept() -> list[list[str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
