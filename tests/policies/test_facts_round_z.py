"""Figures of a plan, shares by school, slips of a payment that are missing."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read
from policies.meaning.vectors import passage
from tests.policies.stating import OPEN

DAY = date(2022, 8, 16)


def said(text: str, name: str) -> object:
    """As shipped, with the second reader: it is that one that took degrees for research."""
    reading = read(text, DAY, passage)
    doubted = OPEN if any(doubt.name == name for doubt in reading.doubts) else None
    return next((fact.value for fact in reading.facts if fact.name == name), doubted)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I was given a business plan which speaks of RMB 46 million of sales this year after the new line starts.",
            None,
        ),
        ("Our pitch deck shows sales of RMB 46 million.", None),
        ("The feasibility study puts the revenue at 30 million yuan.", None),
        ("商业计划书上写的营收是4600万元。", None),
        ("融资材料里写销售额3000万元。", None),
        ("路演材料上說營收5000萬元。", None),
        ("Sales last year were RMB 46 million, as in the business plan.", 46_000_000),
        ("去年营收4600万元，和商业计划书一致。", 46_000_000),
        ("The business plan says nothing new. We sold goods for RMB 12 million last year.", 12_000_000),
    ],
)
def test_sales_that_a_plan_promises(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120 staff, 60% with a degree, most of them in sales; how many do research HR has not sorted out.", None),
        ("員工120人，六成是大學畢業，其中多半跑業務和裝機服務，真正做研發的有幾個人，人資還沒分出來。", None),
        ("80个人，七成本科以上学历，研发的有几个还没统计。", None),
        ("Of our 120 staff 60% work in R&D.", 60),
        ("研发人员占六成，都是硕士。", 60),
    ],
)
def test_a_degree_is_no_research(text: str, value: object) -> None:
    assert said(text, "rnd_staff_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The loan is settled in full. The bank's payment slips are in the folder for every quarter but the one "
            "that ended in December.",
            OPEN,
        ),
        ("All interest was paid, only the receipt of the March instalment cannot be found.", OPEN),
        ("The cashier thinks the June interest was paid around the holidays.", OPEN),
        ("the payment slip for June cannot be found", OPEN),
        ("贷款还清了，付息回单唯独缺12月那张。", OPEN),
        ("贷款结清，有一期利息的扣款记录找不到。", OPEN),
        ("貸款已清，前任會計印象中那期利息好像付過。", OPEN),
        ("贷款按期还清，付息回单都在。", False),
        ("One slip is missing, but the bank has since confirmed that every instalment came on time.", False),
        ("The receipt for the premium is missing. The loan was repaid on time.", False),
    ],
)
def test_a_payment_without_its_paper(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value
