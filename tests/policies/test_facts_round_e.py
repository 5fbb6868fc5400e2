"""Loans denied to be on credit, principal paid after its month, figures that stay open, bills in telegrams, lenders."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("该笔贷款既非信用贷款，也未投保证保险。", None),
        ("這筆貸款不是信用貸款，也沒有投保。", None),
        ("所借並非純信用貸款，亦未投保。", None),
        ("这笔不属于信用贷款。", None),
        ("The loan was neither an unsecured one nor covered by insurance.", None),
        ("It is not what you would call an unsecured loan, nor is it insured.", None),
        ("这笔银行贷款非信用贷款，有股权质押。", "equity"),
        ("这笔钱既不是信用贷，也没抵押房产，而是应收账款质押借来的。", "receivable"),
        ("贷款既无抵押，也无担保。", "none"),
        ("貸款既未抵押，亦未擔保，純憑信用。", "none"),
        ("The loan has neither collateral nor a guarantor.", "none"),
        ("向银行借的是纯信用贷款100万元。", "none"),
    ],
)
def test_a_loan_that_is_none_on_credit(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("貸款照理三月就該還清。因為客戶拖款，我們四月中才補齊最後那80萬本金。", True),
        ("贷款本该2014年6月还清，最后的20万本金七月底才凑齐还上。", True),
        ("合同约定3月1日到期还本，我们到3月25日才把本金结清。", True),
        ("應於五月底清償的本金，拖到六月初才付清。", True),
        ("The loan should have been cleared in March; the last 800,000 of principal only went in mid-April.", True),
        ("Principal was due on 1 March. We completed it on 20 March.", True),
        ("The loan was to be repaid by end of March, but the last part was not paid until mid April.", True),
        ("利息从没少过，贷款本金晚了半个月才还完。", True),
        ("利息每季都準時付，只是貸款本金因為客戶拖款，晚了二十天才還清。", True),
        ("Interest on the loan was always on time, but the principal was settled three weeks late.", True),
        ("贷款三月到期，我们二月就提前还清了。", None),
        ("贷款三月到期，三月如期还清。", False),
        ("Our loan was due in June 2015 and we paid it off in January 2015.", None),
        ("本金约定3月20日归还，3月18日就还了。", None),
        ("客户三月就该付清货款，四月中才补齐。我们的贷款按时还清。", False),
        ("合同约定三月付款，四月才付。我们的银行贷款按时还。", False),
        ("贷款四月到期，如果五月才还清会怎样？", None),
        ("贷款今年六月到期，我们打算七月才还清。", None),
        ("The bank loan is due in June, and the rent was paid in July.", None),
        ("Our bank loan matured in May; we only repaid it in July.", True),
    ],
)
def test_principal_that_came_after_its_month(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年銷售五千萬上下，多一點還是少一點要等會計師定稿。", OPEN),
        ("Sales last year were about fifty million, a little more or less once the accountant has finished.", OPEN),
        ("去年营收大约5000万，最后多点少点还得看审计。", OPEN),
        ("Turnover came to some 50 million; whether slightly above or below the accountant will say.", OPEN),
        ("去年卖了五千万左右，是过线还是没过线，账还没结。", OPEN),
        ("Revenue of roughly RMB 50 million, exact figure pending audit.", OPEN),
        ("營業額約莫5,000萬，審計尚未出具，或略增或略減。", OPEN),
        ("去年销售五千万，会计已定稿。", 50_000_000),
        ("Sales last year were 50 million, audited.", 50_000_000),
        ("去年收入5200万左右，账已审完。", 52_000_000),
        ("去年销售额五千万，员工多了少了没关系。", 50_000_000),
    ],
)
def test_sales_about_a_limit_with_the_books_open(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bought a credit rating from a listed agency. Result: BB, no plus. Bill: RMB 7,000.", 7000),
        ("Rated A by the approved agency. Fee - RMB 12,000.", 12_000),
        ("Our rating: BB+. Cost: RMB 8,000, paid.", 8000),
        ("首次信用评级，BB级。账单：7000元。", 7000),
        ("評級結果：BB。收費：7,000元。", 7000),
        ("Our rating: BB. Rent: RMB 7,000.", None),
        ("Had our firm rated. Result BB. Quote: RMB 7,000.", None),
    ],
)
def test_a_bill_in_a_telegram(text: str, value: object) -> None:
    assert said(text, "rating_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Puppet animation studio, small company, registered in Haidian.", "size", "small"),
        ("Lens works, small firm.", "size", "small"),
        ("Our customer, small company, registered in Haidian, owes us.", "size", None),
        ("我们去年入选了“海帆计划”。", "haifan_enterprise", True),
        ("我司已被纳入海帆计划。", "haifan_enterprise", True),
        ("海帆计划我们没入选。", "haifan_enterprise", False),
        ("打算明年入选海帆计划。", "haifan_enterprise", None),
    ],
)
def test_small_firms_and_their_list(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


_FIRST, _CREDIT = "first_loans_lent_cny", "credit_loans_lent_cny"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "本行设有专营机构。去年我们借给一家小企业1,200万元，它成立以来从未向任何机构借过钱，这是头一笔。",
            _FIRST,
            12_000_000,
        ),
        ("我行去年给一家从没贷过款的微型企业放了300万元，是它的首笔贷款。", _FIRST, 3_000_000),
        ("本行去年放給一家小企業800萬元，該企業此前未曾貸款。", _FIRST, 8_000_000),
        (
            "We are a lending unit of a bank. We lent 12 million yuan to a small maker that had never borrowed.",
            _FIRST,
            12_000_000,
        ),
        ("银行去年借给我们1200万元，我们成立以来从未借过钱，这是头一笔。", _FIRST, None),
        ("The bank lent us 12 million; we had never borrowed before.", _FIRST, None),
        ("本行打算借給一家從未貸款的小企業500萬元。", _FIRST, None),
        ("我行今年给小公司放的信用贷款，每户都不超过500万，最大的一户正好500万，加起来4260万元。", _CREDIT, 42_600_000),
        ("我行放给小企业的信用贷款，户户不超500万，共2000万元，没有其他。", _CREDIT, 20_000_000),
        (
            "As credit head of a Suzhou bank: the unsecured loans we made to small firms, none above RMB 5 million, "
            "the largest exactly 5 million, come to 42.6 million in all.",
            _CREDIT,
            42_600_000,
        ),
        ("我行今年信用贷款一共4260万元，有几户超过500万。", _CREDIT, OPEN),
        ("我行放的信用贷款，最大的一户800万，加起来4260万元。", _CREDIT, OPEN),
    ],
)
def test_what_a_lender_lent(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
