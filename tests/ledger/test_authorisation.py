"""The authorisation table holds, cell by cell, in a real ledger; and it speaks of every event.

After a change of the rules, ``python -m tests.ledger.authorisation FOLDER`` prints the table as it is then. It is read
cell by cell before it takes the place of ``data/authorisation.csv``.
"""

from __future__ import annotations

import pytest

from ledger.types import CONSENT_EVENTS, DUAL_EVENTS, EVENT_TYPES, REFUSALS
from tests.ledger.authorisation.cast import WHOSE
from tests.ledger.authorisation.table import computed, kept

HEAD, *ROWS = kept()


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    return computed(tmp_path_factory.mktemp("cast"))


def test_the_ledger_answers_as_the_table_says(answered: list[list[str]]) -> None:
    assert answered[0] == HEAD
    said = {tuple(row[:3]): row[3:] for row in ROWS}
    done = {tuple(row[:3]): row[3:] for row in answered[1:]}
    assert list(said) == list(done)
    wrong = [
        f"{event} ({when}), {whose}, {who}: the table says {table}, the ledger {ledger}"
        for (event, when, whose), cells in said.items()
        for who, table, ledger in zip(HEAD[3:], cells, done[event, when, whose], strict=True)
        if table != ledger
    ]
    assert not wrong, "\n".join(wrong)


def test_every_event_has_its_rows() -> None:
    """A new type is not released before somebody said who may sign it."""
    several = [*DUAL_EVENTS, *CONSENT_EVENTS, "invite"]
    wanted = {*EVENT_TYPES} - {"propose", "endorse", "return"}
    wanted |= {f"{word} {kind}" for kind in several for word in ("propose", "endorse", "return")}
    assert {row[0] for row in ROWS} - {"propose query"} == wanted
    assert all([row[2] for row in ROWS[place : place + 3]] == list(WHOSE) for place in range(0, len(ROWS), 3))


def test_every_cell_is_an_answer() -> None:
    assert {cell for row in ROWS for cell in row[3:]} <= {"yes", "-", *REFUSALS}


@pytest.mark.parametrize("event", sorted({row[0] for row in ROWS} - {"propose query"}))
def test_somebody_may(event: str) -> None:
    assert any("yes" in row for row in ROWS if row[0] == event or row[0] == f"propose {event}")


def test_nobody_acts_on_what_is_others() -> None:
    """But the registrar, who enrols strangers, revokes their keys, and is the office of their complaints."""
    registrars = {
        "enterprise", "invite", "propose invite", "endorse invite", "return invite", "revoke", "accept-complaint",
        "pass-on",
    }  # fmt: skip
    may = {
        (row[0], who)
        for row in ROWS
        if row[2] != "own"
        for who, cell in zip(HEAD[3:], row[3:], strict=True)
        if cell == "yes"
    }
    assert may == {(event, "registrar") for event in registrars}


def test_who_was_revoked_or_never_enrolled_does_nothing_but_enrol() -> None:
    for who in ("revoked maker", "not enrolled"):
        place = HEAD.index(who)
        may = {row[0] for row in ROWS if row[place] == "yes"}
        assert may == ({"enrol"} if who == "not enrolled" else set())


def test_administrators_only_administer() -> None:
    for who in ("payer's administrator", "bank's administrator"):
        place = HEAD.index(who)
        assert {row[0] for row in ROWS if row[place] == "yes"} == {"invite", "revoke", "limits", "rekey"}
