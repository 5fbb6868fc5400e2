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
        ("Helan Water hasnt paid us for the pumps since august", Debt("Helan Water", whole=True)),
        ("our client Helan Water won't pay us", Debt("Helan Water", whole=True)),
        ("贺兰水务一直没付我们货款", Debt("贺兰水务", whole=True)),
        ("贺兰水务拖着不付我们钱", Debt("贺兰水务", whole=True)),
        ("the hospital hasn't paid us", Debt("hospital", whole=False)),
        ("区政府不给我们结工程款", Debt("区政府", whole=False)),
        ("my customer hasn't paid me", None),
        ("we have not paid our tax", None),
        ("甲方一直不给我们付款", None),
        ("我们公司不付钱", None),
        ("they owe us money", None),
        ("客户欠我们钱", None),
        ("My brother owes me 2000, can I sue him", None),
        ("my roommate still owes me 300", None),
        ("我朋友欠我五千块", None),
        ("表哥一直不给我钱", None),
        ("前女友欠我兩萬", None),
        ("We owe the bank 3 million", None),
        ("贺兰水务没有欠我们钱", None),
        ("賀蘭水務沒有欠我們錢", None),
        ("Helan Water does not owe us anything", None),
        ("Helan Water no longer owes us money", None),
        ("我们在银川做工业软件，想贷款", None),
    ],
)
def test_a_debt_is_heard(words: str, found: Debt | None) -> None:
    assert debt_in(words) == found
