"""Seats told by pointing at a place, by a helper or a founder, or not known to have moved; sales, profit and research
of two years told in one breath."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2023, 7, 19)

said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "As an adviser in Yinchuan I prepare papers for a client: a limited company registered in the city.",
            "CN-64/yinchuan",
        ),
        ("I keep books in Wuzhong, Ningxia. My client is incorporated in the same city.", "CN-64/wuzhong"),
        ("Our accountants sit in Shizuishan, and the company is registered there too.", "CN-64/shizuishan"),
        ("The partner bank is in Yinchuan and our firm is entered in the register there.", "CN-64/yinchuan"),
        ("I am a lawyer in Zhongwei and write for a local limited company, 40 staff.", "CN-64/zhongwei"),
        ("As a consultant in Ningxia I help a limited company registered in the region.", "CN-64"),
        ("我在银川做财务顾问，替一家在本市注册的有限公司准备材料。", "CN-64/yinchuan"),
        ("我是吴忠的会计，帮一家企业问问，它就注册在当地。", "CN-64/wuzhong"),
        ("贷款行在石嘴山，我们公司也登记在同一个市。", "CN-64/shizuishan"),
        ("我在銀川當顧問，客戶是在當地註冊的有限公司，替它整理材料。", "CN-64/yinchuan"),
        ("合作银行在中卫，公司执照也是当地发的。", "CN-64/zhongwei"),
        # the same words of somebody else, denied, supposed, asked
        ("The bank is in Yinchuan; we are not registered in the city.", None),
        ("Our supplier in Yinchuan is a limited company registered in the city.", None),
        ("The lender is in Yinchuan. If we were registered in the city, could we get it?", None),
        ("贷款行在银川，我们没有在当地注册。", None),
        ("Our adviser is in Ningxia. The company is registered in the city.", None),
        ("The bank is in Yinchuan, its parent in Beijing, and we are registered in the city.", None),
        ("客户在银川，是在当地注册的公司。", None),
        (
            "The loan came from a bank in Yinchuan, licensed there; a guarantor registered in the city stood surety.",
            None,
        ),
        ("贷款来自银川，担保公司也在当地注册。", None),
    ],
)
def test_a_seat_that_is_pointed_at(text: str, place: object) -> None:
    assert said(text, "region") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I am the account manager at a bank in Wuhan and write for a client, a "
         "battery-materials limited company registered in Ningdong, Ningxia.", "CN-64"),
        ("I am an accountant writing for a client. The client is registered in Wuzhong, Ningxia.", "CN-64/wuzhong"),
        ("As an adviser in Xi'an I ask on behalf of a client; my client is a firm in Guyuan.", "CN-64/guyuan"),
        ("As the founder of a water-sensor company incorporated in Guyuan I ask for help.", "CN-64/guyuan"),
        ("I'm the CEO of a limited company registered in Shizuishan.", "CN-64/shizuishan"),
        ("I am a co-founder of a pump maker based in Zhongwei.", "CN-64/zhongwei"),
        ("As boss of a raw-materials company registered in Wuzhong, Ningxia, I want advice.", "CN-64/wuzhong"),
        ("我是一家水传感器公司的创始人，公司注册在固原。", "CN-64/guyuan"),
        ("作为固原一家传感器公司的创始人，我想问问贴息。", "CN-64/guyuan"),
        ("我是銀行客戶經理，代客戶詢問：該客戶註冊在寧東，是有限公司。", "CN-64"),
        ("我替一家客户打听，这家客户登记在石嘴山。", "CN-64/shizuishan"),
        # somebody else's
        ("Our client is registered in Wuzhong, Ningxia, and owes us for pumps.", None),
        ("The founder of our customer lives in Guyuan.", None),
        ("客户注册在银川，欠我们货款。", None),
        ("我手上的客户是石嘴山的一家有限公司，去年利润涨了6%。", "CN-64/shizuishan"),
        ("我手頭一位客戶，是吳忠登記的有限公司，去年利潤漲了6%。", "CN-64/wuzhong"),
        ("我手上的客户是石嘴山的一家有限公司，欠我们30万。", None),
    ],
)  # fmt: skip
def test_a_seat_told_by_a_founder_or_by_who_writes_for_a_client(text: str, place: object) -> None:
    assert said(text, "region") == place


@pytest.mark.parametrize(
    "text",
    [
        "We moved our plant from Baiyin in Gansu to Zhongwei. An agent filed to shift the registered seat as well, but "
        "I have not seen whether the new licence was ever issued or whether we are still on the Baiyin register.",
        "We work in Yinchuan. The registered seat was to move from Lanzhou, but nobody has told me if it ever did.",
        "The plant moved from Wuhai to Shizuishan last year; whether the new licence has been issued I cannot say.",
        "Our works came to Zhongwei from Baiyin. I do not know if the registration followed.",
        "All of us are in Wuzhong, Ningxia now. Whether we are still on the Xi'an register is not clear to me.",
        "I could not find out whether our entry in the register was ever carried over from Baotou to Yinchuan.",
        "厂去年从白银搬到中卫，注册地的变更代办说报了，新执照下没下来我没看到。",
        "人都在银川办公，工商登记有没有从兰州迁过来，我没查到。",
        "廠房由烏海遷到石嘴山，註冊地址遷過來了沒有，我不清楚。",
        "公司从西安搬到吴忠，执照换没换成宁夏的，谁也说不清。",
        "去年从包头迁到银川，迁册手续不知道办完没有，也许还登记在包头。",
    ],
)
def test_a_seat_that_may_or_may_not_have_moved(text: str) -> None:
    assert said(text, "region") is OPEN


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We moved from Baiyin to Zhongwei last year, and the new licence was issued in May.", "CN-64/zhongwei"),
        ("We are registered in Yinchuan. I have not seen whether the new contract was issued.", "CN-64/yinchuan"),
        ("We are a Zhongwei firm. Our customer moved; whether it is still on the Baiyin register I do not know.",
         "CN-64/zhongwei"),
        ("我们去年从白银搬到中卫，新执照今年三月已经拿到。", "CN-64/zhongwei"),
        ("公司注册在银川。客户的执照换没换我不清楚。", "CN-64/yinchuan"),
        ("We moved from Jinfeng to Xixia in Yinchuan; if the new licence was issued I cannot say.", "CN-64/yinchuan"),
    ],
)  # fmt: skip
def test_a_seat_that_has_moved_or_that_nobody_doubts(text: str, place: str) -> None:
    told = said(text, "region")
    assert isinstance(told, str)
    assert told.startswith(place)


@pytest.mark.parametrize(
    ("text", "earlier", "last"),
    [
        ("Sales went from RMB 38.0 million in 2021 to RMB 39.9 million in 2022.", 38_000_000, 39_900_000),
        ("Turnover rose from RMB 41.5 million in 2021 to 44.6 million in 2022.", 41_500_000, 44_600_000),
        ("Revenue moved from 20.4m yuan in 2021 to 21.6m yuan in 2022.", 20_400_000, 21_600_000),
        ("Sales: 2021 RMB 38.5 million, 2022 RMB 40.5 million.", 38_500_000, 40_500_000),
        ("Sales were RMB 39.9 million in 2022, from RMB 38.0 million in 2021.", 38_000_000, 39_900_000),
        ("Our sales of RMB 12.5 million in 2021 became RMB 13.5 million in 2022.", 12_500_000, 13_500_000),
        ("sales RMB 60.0 million in 2021 and RMB 62.9 million in 2022", 60_000_000, 62_900_000),
        ("销售额从2021年的3800.5万元做到2022年的3990.5万元。", 38_005_000, 39_905_000),
        ("2021年营收3800万，2022年3990万。", 38_000_000, 39_900_000),
        ("營業額由2021年的3800萬元增至2022年的3990萬元。", 38_000_000, 39_900_000),
    ],
)
@pytest.mark.parametrize("day", [date(2023, 4, 18), date(2023, 7, 19)])
def test_sales_of_two_years_by_their_numbers(text: str, earlier: int, last: int, day: date) -> None:
    assert stated(text, "previous_revenue_cny", day) == earlier
    assert stated(text, "annual_revenue_cny", day) == last


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("Of last year's RMB 58 million in sales we put RMB 1.16 million into development.", 1_160_000),
        ("Out of sales of RMB 58 million we put RMB 1.16 million into developing new controls.", 1_160_000),
        ("Sales were RMB 58 million last year; RMB 1.16 million of it went into product development.", 1_160_000),
        ("On last year's sales of RMB 80 million we ploughed RMB 2.4 million into research.", 2_400_000),
        ("Of RMB 30 million taken last year, RMB 900,000 was spent on development.", 900_000),
        ("We invested RMB 1.5 million in development last year, on sales of RMB 50 million.", 1_500_000),
        ("去年5800万的销售额里，我们拿出116万做研发。", 1_160_000),
        ("去年营收5800万，其中116万投进了研发。", 1_160_000),
        ("去年5800萬營業額裡有116萬用在開發上。", 1_160_000),
        ("Our landlord put RMB 1.16 million into development of the park.", None),
        ("Our customer put RMB 1.16 million into development.", None),
        ("We plan to put RMB 1.16 million into development.", None),
    ],
)
def test_what_of_the_sales_went_into_research(text: str, sum_: int | None) -> None:
    assert said(text, "rnd_spending_cny") == sum_
    assert said(text, "annual_revenue_cny") != sum_ or sum_ is None


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("Sales RMB 60m in 2021 and RMB 62.9m in 2022, profit RMB 5.00 million and then RMB 5.20 million.", 4),
        ("Profit slipped from 2.6 to 2.5 million.", -3.8461),
        ("Net profit of 4.0 million, up from 3.8001 million.", 5.2603),
        ("Profit was RMB 5.00 million in 2021 and RMB 5.20 million in 2022.", 4),
        ("Profit RMB 5 million, then RMB 5.5 million.", 10),
        ("Net profit: RMB 4.0 million in 2021, RMB 4.1 million in 2022.", 2.5),
        ("Profit came to 5.2 million yuan in 2022 against 5 million in 2021.", 4),
        ("2021年利润500万，2022年520万。", 4),
        ("利润2021年500万元、2022年520万元。", 4),
        ("淨利前年500萬，去年520萬。", 4),
        ("Profit was RMB 5.00 million in 2021 and our debts RMB 5.20 million.", None),
        ("Our customer's profit was RMB 5.00 million in 2021 and RMB 5.20 million in 2022.", None),
        ("Profit was RMB 5.00 million in 2019 and RMB 5.20 million in 2020.", None),
        ("Profit RMB 5 million last year and RMB 6 million expected this year.", None),
    ],
)  # fmt: skip
def test_profits_of_two_years(text: str, growth: float | None) -> None:
    assert said(text, "profit_growth_pct") == growth
