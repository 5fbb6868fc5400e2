"""Debts told in everyday words."""

from __future__ import annotations

import pytest

from bot.debts import Debt, debt_in


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Helan Water owes us 800k for October pumps", Debt("Helan Water", whole=True)),
        ("The Helan Water Group still owes us 800k", Debt("Helan Water Group", whole=True)),
        ("We make pumps, 46 people: Helan Water has not paid since March", Debt("Helan Water", whole=False)),
        ("贺兰水务欠我们80万", Debt("贺兰水务", whole=True)),
        ("我们做水泵，46人，贺兰水务一直拖欠我们80万", Debt("贺兰水务", whole=False)),
        ("光華電子還欠著我們80萬", Debt("光華電子", whole=True)),
        ("they owe us money", None),
        ("客户欠我们钱", None),
        ("We owe the bank 3 million", None),
        ("我们在银川做工业软件，想贷款", None),
    ],
)
def test_a_debt_is_heard(words: str, found: Debt | None) -> None:
    assert debt_in(words) == found
