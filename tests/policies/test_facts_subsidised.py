"""Subsidies that the loan has had already: granted, refused, hoped for, somebody else's, another loan's."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read

INTEREST, FEE = "interest_subsidised", "guarantee_fee_subsidised"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The science department approved RMB 61,000 of interest subsidy on our 2021 loan.", {INTEREST: True}),
        ("這筆貸款的利息補助，科技廳今年一月已經核發給我們了。", {INTEREST: True}),
        ("这笔贷款的贴息去年已经拿到了，担保费还能报吗", {INTEREST: True}),
        ("The interest was refunded last year, what about the guarantor?", {INTEREST: True}),
        ("The guarantee fee subsidy for this loan was paid out in May.", {FEE: True}),
        ("担保费补助已经领了", {FEE: True}),
        ("我们没有拿过利息补助", {INTEREST: False}),
        ("利息補助從來沒領過", {INTEREST: False}),
        ("We never received any interest subsidy or guarantee-fee subsidy.", {INTEREST: False, FEE: False}),
        ("另一笔贷款的利息补助去年拿过", {INTEREST: None}),
        ("We got an interest subsidy on an earlier loan.", {INTEREST: None}),
        ("想申请利息补助，能拿多少", {}),
        ("How much interest subsidy can we get?", {}),
        ("If we had received the interest subsidy we would not ask.", {}),
    ],
)
def test_what_the_loan_has_had_already(text: str, expected: dict[str, bool | None]) -> None:
    reading = read(text, date(2022, 11, 2))
    found = {fact.name: fact.value for fact in (*reading.facts, *reading.doubts) if fact.name in (INTEREST, FEE)}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "去年自治区工信厅搞了个贴息，这笔贷款我们已经领过8万块了",
        "The industry department paid an interest subsidy on this loan last year.",
    ],
)
def test_what_another_department_paid_is_other_money_of_the_region(text: str) -> None:
    reading = read(text, date(2022, 11, 2))
    found = {fact.name: fact.value for fact in (*reading.facts, *reading.doubts)}
    assert found["other_regional_funding"] is not False  # stated, or at least to be asked about
    assert INTEREST not in found
