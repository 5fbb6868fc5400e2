"""Claims told to be overdue without a figure of days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2026, 3, 2)


def said(text: str, name: str) -> object:
    return stated(text, name, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "去年给公立医院做的导视牌，合同写的是验收后一个月付清，到现在过了五个多月，还差32万没给。",
        "区城管局欠我们货款12万，已经逾期好几个月了。",
        "大型车企的货款早就到期了，一分没付。",
        "學校欠我們的工程款拖了大半年還沒給。",
        "市政府的這筆貨款已逾期多時。",
        "约定的付款日早过了，甲方就是不给货款。",
        "A state hospital owes us RMB 320,000 and the invoice is months overdue.",
        "The bill is long past due and the buyer, a large enterprise, does not pay.",
        "The due date has long passed and the city library has not paid our invoice.",
        "They should have paid months ago; the school still owes us 80,000 yuan.",
        "Our customer's payment is more than eight months late.",
    ],
)
def test_overdue_for_some_time(text: str) -> None:
    assert said(text, "payment_overdue") is True
    assert said(text, "receivable_overdue_days") is None


@pytest.mark.parametrize(
    "text",
    [
        "货款还没逾期，下个月才到期。",
        "货款要是逾期好几个月，我们能要利息吗？",
        "不知道货款算不算逾期。",
        "我们的贷款逾期过几个月，银行催过。",
        "If the invoice were months overdue, could we claim interest?",
        "Our payment to the landlord is months late, but nobody owes us anything.",
        "The buyer has never been late; the invoice is not overdue.",
        "We do not know whether the invoice is overdue.",
        "隔壁厂的货款被拖了大半年。",
        "客户付款一向准时，没有拖过几个月的。",
    ],
)
def test_not_told_to_be_overdue(text: str) -> None:
    assert said(text, "payment_overdue") in (None, OPEN)


def test_days_are_told_by_themselves() -> None:
    text = "区城管局欠我们货款12万，已经逾期45天。"
    assert said(text, "receivable_overdue_days") == 45
    assert said(text, "payment_overdue") is None
