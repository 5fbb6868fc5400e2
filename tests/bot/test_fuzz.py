"""What people may type, and what nobody should: the chat's readers take it, or refuse it with a code that has words.

Numbers without end, digits of other scripts, directions that are turned, halves of characters, marks on nothing. No
reader breaks, none guesses at what is beyond its range. ``TALLYSTICK_FUZZ=5000`` tries as many of each.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot import arguments, followups, render, statements, whereabouts
from bot.config import ConfigError, read
from bot.parse_input import InputError, amount, date, deadline, rate_ppm, term_days
from bot.texts import LANGUAGES
from ledger.types import MAX_FEN
from tests.spoiling import STRANGE, spoilt, strange_texts

TODAY = dt.date(2026, 11, 22)
FUZZ = settings(
    max_examples=int(os.environ.get("TALLYSTICK_FUZZ", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
PIECES = (
    "R-0001", "R-", "confirm", "确认", "確認", "part", "800k", "80万", "三百五十万八千元", "1.25m", "¥", "2026-11-22",
    "22 Nov", "11月22日", "tomorrow", "next month", "三个月内", "30 days", "4.2%", "四个点", " ", ",", "except", "质量",
    "@lin", "#2", "/confirm", "!advance 31d", "where", "first loan", "保险", "why not?", "papers for no. 2", "-", "+",
)  # fmt: skip
READERS: dict[str, Callable[[str], Any]] = {
    "amount": amount,
    "date": lambda text: date(text, TODAY),
    "date without a year": date,
    "deadline": lambda text: deadline(text, TODAY),
    "rate": rate_ppm,
    "term": term_days,
    "command": lambda text: arguments.spoken(text, TODAY),
    "free text": lambda text: arguments.about(text, TODAY),
    "reason": arguments.reason,
    "doubtful amount": arguments.suspicious,
    "without an amount": arguments.without_amount,
    "followup": followups.recognise,
    "yes or no": statements.agrees,
    "unreadable": statements.unreadable,
    "where": whereabouts.asked,
    "kind of office": whereabouts.kind_in,
    "list of offices": whereabouts.lists,
}


@pytest.mark.parametrize("name", READERS)
def test_whatever_is_typed_is_read_or_refused_in_words(name: str) -> None:
    @FUZZ
    @given(strange_texts(PIECES))
    def typed(text: str) -> None:
        try:
            found = READERS[name](text)
        except InputError as error:
            refused(error)
        else:
            in_range(name, found)

    typed()


@pytest.mark.parametrize("name", READERS)
def test_each_strange_thing_alone_and_beside_something(name: str) -> None:
    for strange in STRANGE:
        for text in (strange, f"R-0001 {strange}", f"{strange}万", f"confirm {strange} 800k", f"2026-{strange}-01"):
            try:
                found = READERS[name](text)
            except InputError as error:
                refused(error)
            else:
                in_range(name, found)


def refused(error: InputError) -> None:
    for language in LANGUAGES:
        assert render.problems.input_error(language, error).strip()


def in_range(name: str, found: Any) -> None:
    if name == "amount":
        assert type(found) is int
        assert 1 <= found <= MAX_FEN
    elif name == "rate":
        assert 0 <= found <= 10_000_000
    elif name == "term":
        assert 0 <= found <= 3_650
    elif name == "command":
        assert all(1 <= each <= MAX_FEN for each in found.amounts)


CONFIG = (
    b'data = "data"\nkeys = "data.keys"\nlanguage = "en"\nregistrar = 5\nwitnesses = "w+01020304+BAAA"\n'
    b'announce = "@channel"\napi = "https://api.telegram.org"\n'
)


@FUZZ
@given(spoilt([CONFIG]))
def test_a_configuration_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "tallystick.toml"
    path.write_bytes(data)
    with contextlib.suppress(ConfigError):
        read({"TALLYSTICK_CONFIG": str(path)}, data=str(folder / "data"), keys=str(folder / "keys"))
