"""Loans called unsecured, a person too many, orders pledged, a branch not written down."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 12)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("从银行借了500万，押的是公司那层办公楼，抵押登记都办了。银行其实不看房子，那算信用贷款，能拿吗？", "property"),
        ("拿办公楼押给银行借的300万，老板说这等于信用贷款", "property"),
        ("貸款抵押的是公司辦公樓，老闆說銀行看的是信用，那就算信用貸款吧", "property"),
        ("银行把我们的车间押了去，抵押登记也办了，会计说这其实就是信用贷款", "property"),
        ("公司拿厂房抵押借了300万，那算信用贷款吗", "property"),
        ("The loan is secured on our workshop. He says that counts as an unsecured loan.", "property"),
        ("We mortgaged the factory for it. My uncle insists it is really an unsecured loan.", "property"),
        ("没拿房子抵押，就算信用贷款", "none"),
        ("没有用厂房抵押，那算信用贷款", "none"),
        ("这笔贷款什么都没押，那算信用贷款吗？", "none"),
        ("上一笔押的是厂房，这笔什么都没押，算是信用贷款", "none"),
        ("Nothing was pledged for it, so it counts as an unsecured loan.", "none"),
        ("The earlier loan was secured on our workshop; this one counts as an unsecured loan.", "none"),
    ],
)
def test_a_mortgage_called_unsecured_stays_a_mortgage(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("年底在職員工501人。只多一個人，還是照實際利率的一半補嗎？", 501),
        ("年末员工501人，只多出一个人，也不行吗", 501),
        ("員工499人，少一個人", 499),
        ("公司300人，去年比前年只多一个人", 300),
        ("We had 501 staff. Just one person too many, so no?", 501),
        ("We are 9 people, one person over the limit.", 9),
        ("只多一个人，还能按一半补吗？", None),
        ("公司人不多，9个人", 9),
        ("我们公司人少，8个人", 8),
    ],
)
def test_what_a_line_is_missed_by_is_no_headcount(text: str, value: object) -> None:
    assert said(text, "employees") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021年3月凭三张已签的供货订单作质押，从合作银行拿了2000万，一年期，利率5.2%", 20_000_000),
        ("以兩張訂單質押，合作銀行放給我們900萬", 9_000_000),
        ("订单3000万，从银行拿了500万", 5_000_000),
        ("我们拿着2000万订单去质押", None),
        ("客户给了800万订单，作了质押", None),
        ("手里有2000万的订单，质押贷款还没办", None),
    ],
)
def test_a_sum_had_on_pledged_orders_is_the_loan(text: str, value: object) -> None:
    assert said(text, "loan_amount_cny") == value


_LOAN = "We took a RMB 2 million loan from a bank in March 2014; we are in the Haidian core area. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (_LOAN + "Our cashier never wrote down whether it was a Haidian branch or one in another district.", OPEN),
        (_LOAN + "Nobody noted whether it was a Haidian branch or one in another district.", OPEN),
        ("公司在海淀，借了200万。出纳没记是海淀的支行还是别的区的支行", OPEN),
        ("公司在海淀，貸了200萬。不清楚是海淀支行還是外區支行", OPEN),
        (_LOAN + "It was a branch in another district.", False),
        (_LOAN + "It came from a Haidian branch.", True),
        ("公司在海淀，借了200万。贷款行是海淀的支行，还是老行长批的", True),
    ],
)
def test_a_branch_that_nobody_wrote_down_is_left_open(text: str, value: object) -> None:
    assert said(text, "lender_in_district") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I am in the risk department of a Suzhou bank, and we lent to a technology company here.", "CN-32/suzhou"),
        ("I work at a bank in Suzhou. We lent to a technology company here that makes robots.", "CN-32/suzhou"),
        ("I'm in the credit team of a bank in Suzhou; we lent RMB 3 million to a firm here.", "CN-32/suzhou"),
        ("I am in the loan office at a Wuxi bank, and we lent to a company in Suzhou.", "CN-32/suzhou"),
        ("Our Suzhou bank would not lend to a company here.", None),
        ("We sell to Beijing; a bank lent to a company here.", None),
        ("If our Suzhou bank lent to a company here, would it count?", None),
        ("A bank in Suzhou lent to our firm in Wuxi.", "CN-32/wuxi"),
    ],
)
def test_a_banks_borrower_here_is_of_its_place(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A guarantee company stood behind our bank loan. We paid it RMB 300,000 in fees.", 300_000),
        ("A guarantor on the list stood behind a loan from a bank. We paid it RMB 680,000 in fees this year.", 680_000),
        ("Our loan was guaranteed by a guarantee company. We paid them RMB 200,000 in fees.", 200_000),
        ("The bank lent us money. We paid it RMB 300,000 in fees.", None),
        ("A guarantor backed our loan. We paid it RMB 1,000,000 in June.", None),
        ("If a guarantor stood behind our loan and we paid it RMB 300,000 in fees, would that count?", None),
        ("A guarantee company stood behind our loan. We hired lawyers and we paid them RMB 90,000 in fees.", None),
        ("A guarantee company stood behind our loan. It would want RMB 90,000 in fees.", None),
    ],
)
def test_fees_handed_to_the_guarantor_told_of_before(text: str, value: object) -> None:
    assert said(text, "guarantee_fee_cny") == value
