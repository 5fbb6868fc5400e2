"""Figures that belong together: three years of sales, payments with their total, a figure of ours beside another's."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read
from policies.types import FactValue

AS_OF = date(2023, 10, 22)


def stated(text: str, fact: str) -> FactValue:
    return next((one.value for one in read(text, AS_OF).facts if one.name == fact), None)


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("2020年总收入2100万，2021年2520万，2022年3024万。", 20),
        ("营收：大前年1000万，前年1100万，去年1430万。", 20),
        ("2020年營收5000萬元，2021年4000萬元，2022年5000萬元", 2.5),
        ("2021年总收入2520万，2022年3024万。", None),
        ("2019年总收入2100万，2020年2520万，2021年3024万。", None),
        ("2020年利润50万，2021年60万，2022年72万，收入不方便说。", None),
        ("客户2020年收入2100万，2021年2520万，2022年3024万。", None),
    ],
)
def test_the_sales_of_three_years_tell_the_average_growth_of_two(text: str, average: float | None) -> None:
    assert stated(text, "avg_growth_2y_pct") == average


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("今年实际付给研究所开发费三百八十万、专利转让费二百五十万，合计六百三十万元。", 6_300_000),
        ("今年付了大学研发费120万、技术转让费80万，共200万。", 2_000_000),
        ("今年付了大学研发费120万、技术转让费80万，合同总额是900万。", None),
    ],
)
def test_the_total_of_payments_is_what_was_paid(text: str, paid: int | None) -> None:
    assert stated(text, "tech_transfer_paid_cny") == paid


@pytest.mark.parametrize(
    ("text", "revenue"),
    [
        ("母公司去年营收23亿，但我们自己只有4100万。", 41_000_000),
        ("台灣母公司去年營收二十三億，但蘇州這家自己只有四千一百萬。", 41_000_000),
        ("母公司去年营收23亿，员工4100人。", None),
    ],
)
def test_our_sales_set_against_those_of_a_parent_are_ours(text: str, revenue: int | None) -> None:
    assert stated(text, "annual_revenue_cny") == revenue


def test_profits_of_years_that_run_forward_are_not_read_backwards() -> None:
    assert stated("2020年利润50万，2021年60万，2022年72万。", "profit_growth_pct") is None
    assert stated("2022年利润60万，2021年50万。", "profit_growth_pct") == 20
