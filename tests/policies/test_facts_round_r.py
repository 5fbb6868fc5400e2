"""Owners in equal parts, covers named by a seller alone, a pool's money wanted by the borrower, and a lender's one
exception."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 12)


said = partial(stated, as_of=DAY)

_ASK = " We want RMB 4 million from the angel fund at a pre-money value of 18 million."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are owned by seven friends from university in seven equal parts." + _ASK, True),
        ("Seven of us hold equal shares." + _ASK, True),
        ("The shares are split equally among six founders." + _ASK, True),
        ("There are eight shareholders with 12.5% each." + _ASK, True),
        ("Nobody among our nine founders holds more than 13% of the shares." + _ASK, True),
        ("Our three founders share the equity equally." + _ASK, False),
        ("The largest shareholder holds only 15%." + _ASK, True),
        ("我们六个同学平分股份，想要天使基金投450万，投前估值2050万。", True),
        ("股权由七位老同学均分，希望天使基金投资450万元，投前估值2050万元。", True),
        ("七個創辦人每人七分之一股份，想申請天使基金投資400萬元，出讓18%股權。", True),
        ("我们五个人各占20%股份，想请天使基金投400万，投前估值1600万。", True),
        ("我们两口子一人一半股份，想要天使基金投300万，投前估值1700万。", False),
        ("股权很散，最大的股东才占15%，希望天使基金投资400万，投前估值1800万。", True),
        ("If the shares were split equally among six of us, fine; in fact we have not agreed." + _ASK, None),
        ("Our six engineers earn equal wages." + _ASK, None),
        ("Six customers buy equal parts of our output." + _ASK, None),
    ],
)
def test_equal_owners_and_the_fund(text: str, value: object) -> None:
    assert said(text, "fund_largest_shareholder") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年花了11萬元保費買責任險，業務員說是科技險的一種，可是市裡補助的險種名單我手邊沒有。", OPEN),
        ("我们交了8万保费买产品责任险，经纪人说属于科技保险，但市里的清单我没有。", OPEN),
        ("保費9萬，保險員話係科技保險，但係市政府嗰張名單我冇。", OPEN),
        ("保费6万，业务员拍胸脯说是科技险，政府的目录没拿到。", OPEN),
        (
            "We paid RMB 60,000 for a liability policy. Our agent calls it technology insurance, but I do not have the "
            "city's list at hand.",
            OPEN,
        ),
        (
            "Premium 70,000. The insurer assured us it is one of the technology kinds, but we never got the list.",
            OPEN,
        ),
        ("我们买了研发责任险，保费8万元。名单我手边没有。", None),
        ("We bought R&D liability insurance for a premium of RMB 80,000. Send us the list of papers.", None),
    ],
)
def test_a_kind_on_a_sellers_word(text: str, value: object) -> None:
    assert said(text, "technology_insurance") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We could not repay the last RMB 3 million of a Kedaitong loan. The risk pool stumps up 40 percent. We "
            "would like those 1.2 million transferred to our own account.",
            True,
        ),
        ("We defaulted on a Kedaitong loan of RMB 2 million. Can we receive the compensation ourselves?", True),
        ("We could not pay back our loan. Half of it is compensated by the city. May we collect that half?", True),
        ("科贷通贷款还不上300万，听说风险资金池补40%。这120万能不能打到我们公司账上？", True),
        ("科貸通還不出來，聽說政府補償一半，這筆補償款可以匯到我們公司帳戶嗎？", True),
        ("我们公司贷款还不上，政府的风险补偿我们能申请吗？", True),
        ("Our bank lost 3 million on a Kedaitong loan to a Suzhou firm. Will the compensation be paid to us?", None),
        ("我们行有一笔科贷通坏账，补偿款能打给我们吗？", None),
        ("我们公司的科贷通贷款逾期了，风险补偿能给银行多少？", None),
        ("We owe RMB 3 million on a Kedaitong loan. How much does the pool pay to our bank?", None),
    ],
)
def test_a_borrower_wants_the_pools_money(text: str, value: object) -> None:
    assert said(text, "borrower_claims_reward") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("本行是苏州的银行，今年放信用贷款总共9200万元，单户都不超过500万，只有一家做电池的批了700万。", 85_000_000),
        (
            "We are a Suzhou bank. Unsecured loans this year came to RMB 80 million in all, none above 5 million "
            "except one client with RMB 7 million.",
            73_000_000,
        ),
        ("我们是苏州的银行，今年信用贷款共6000万元，户户不超过500万；另外有一家单户放了800万元。", 60_000_000),
    ],
)
def test_the_one_that_is_too_large(text: str, value: int) -> None:
    assert said(text, "credit_loans_lent_cny") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("科贷通从我们这儿拿了800万，收回480万，剩下320万确认是坏账。", "loan_loss_cny", 3_200_000),
        ("贷款最后还有210万被认定为损失。", "loan_loss_cny", 2_100_000),
        ("I run the corporate desk of a Suzhou bank. The loan went to a robot maker.", "region", "CN-32/suzhou"),
        ("A client of mine, active in Kunshan, makes robots and has 44 staff.", "region", "CN-32/suzhou/kunshan"),
        (
            "A client of mine, registered and active in Kunshan since 2021, prints circuits. The other 55% belong to a "
            "company in Ningbo.",
            "region",
            "CN-32/suzhou/kunshan",
        ),
        (
            "The list price of our internet line would be RMB 53,000 a year, the group-buying price we actually pay is "
            "48,000.",
            "bandwidth_fee_cny",
            48_000,
        ),
        (
            "Our leased line costs 60,000 yuan on paper; with the district's group rate the bill is 45,000.",
            "bandwidth_fee_cny",
            45_000,
        ),
        ("The provider says our internet line would be RMB 46,000 a year.", "bandwidth_fee_cny", None),
        (
            "In September we signed a contract with a builder and told them we were a small enterprise. Since New Year "
            "we count as a large one.",
            "size",
            "small",
        ),
    ],
)
def test_what_stands_beside_another(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
