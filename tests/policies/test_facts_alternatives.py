"""Two ways of which nobody knows which, a part beside its whole, owners and what they hold, losses and valuations."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)

said = partial(stated, as_of=DAY)

_VOUCHER = "We want an innovation voucher for a test. "
_VOUCHER_ZH = "想申请科技创新券。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (_VOUCHER + "Whether it was booked through the capital's platform or straight with the lab, I cannot find "
         "out.", OPEN),
        (_VOUCHER + "Was it ordered via the platform or directly? Nobody here can tell.", OPEN),
        (_VOUCHER + "The invoice does not show whether the lab was booked over the platform or by phone.", OPEN),
        (_VOUCHER + "Nothing in the papers says whether it went through the platform or past it.", OPEN),
        (_VOUCHER_ZH + "测试是通过首都科技条件平台约的，还是直接找的实验室，经手人走了，我查不到。", OPEN),
        (_VOUCHER_ZH + "当时走的是科技条件平台还是直接联系的学校，谁也说不清。", OPEN),
        (_VOUCHER_ZH + "仪器到底是从平台订的还是老师自己联系的？没人知道。", OPEN),
        ("想申請科技創新券。儀器是透過平臺預約，還是直接向學校租，檔案裡看不出來。", OPEN),
        ("想申请科技创新券。仪器是通过平台约的，还是老师自己找的，发票上没写。", OPEN),
        ("想申請科技創新券。儀器是透過條件平臺預約的，還是直接向學校租的，承辦人離職，問不到。", OPEN),
        (_VOUCHER + "We booked the microscope through the capital's platform.", True),
        (_VOUCHER_ZH + "仪器是通过首都科技条件平台预约的，发票还没开。", True),
        (_VOUCHER_ZH + "我们没有通过平台，是直接找的实验室。", False),
    ],
)  # fmt: skip
def test_one_of_two_ways_that_nobody_knows(text: str, value: object) -> None:
    assert said(text, "through_platform") == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("去年销售收入五千万上下，审计没做完，可能四千八，也可能五千二。", "annual_revenue_cny"),
        ("去年營收大約五千萬，帳還沒結清，也許四千九百萬，也許五千一百萬。", "annual_revenue_cny"),
        ("去年营收是4900万还是5100万，会计还没算清。", "annual_revenue_cny"),
        ("Sales last year were 48 or 52 million, we cannot tell yet.", "annual_revenue_cny"),
        ("Last year's turnover is about fifty million: it may be 48, it may be 52.", "annual_revenue_cny"),
        ("Our revenue is either 48 million or 52 million, depending on how the "
         "auditor books one order.", "annual_revenue_cny"),
        ("去年营收有的说4800万，有的说5300万，账对不上。", "annual_revenue_cny"),
        ("员工30人左右，大家研发、售后都兼着做，真正算科技人员的有几个还没统计过。", "rnd_staff_pct"),
        ("員工30人，研發人員有幾個一直沒人清點過。", "rnd_staff_pct"),
        ("Of the testers we have never settled whether they belong to development or to production.", "rnd_staff_pct"),
        ("Nobody has been able to tell me whether we are a high-tech enterprise or a technology SME.", "tech_sme"),
        ("当时借的是委托贷款还是银行自己的钱，档案里没写明是哪一种。", "loan_kind"),
    ],
)  # fmt: skip
def test_two_values_and_what_they_are_of(text: str, name: str) -> None:
    assert said(text, name) == OPEN


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("去年营收4800万，今年可能五千，也可能五千二。", "annual_revenue_cny", 48_000_000),
        ("Sales last year were 48 million. Whether we should borrow 2 or 3 million, I do not "
         "know.", "annual_revenue_cny", 48_000_000),
        ("我们是小型企业，不知道是申请贷款贴息还是担保费补助划算。", "size", "small"),
        ("We are a certified high-tech enterprise; I don't know whether to apply for the loan "
         "or for the grant.", "high_tech_certified", True),
        ("客户可能付五千，也可能付六千。去年营收800万。", "annual_revenue_cny", 8_000_000),
        ("去年营收800万，税务从没查过我们。", "annual_revenue_cny", 8_000_000),
    ],
)  # fmt: skip
def test_a_choice_and_a_forecast_leave_nothing_open(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The file does not show whether it was granted under Kedaitong or as an ordinary loan.", True),
        ("Our records never state whether the loan ran under the scheme.", True),
        ("Nothing in the contract says which of the two schemes it was.", True),
        ("No paper tells us whether the city's scheme was used.", True),
        ("It can no longer be established how the loan was booked.", True),
        ("The contract is silent on whether it is a scheme loan.", True),
        ("Nobody has been able to tell me so far.", True),
        ("档案里没写明这笔是科贷通还是普通贷款。", True),
        ("卷宗看不出来到底走的哪个产品。", True),
        ("檔案裡沒註明是不是科貸通。", True),
        ("The file shows that it was granted under Kedaitong.", False),
        ("The contract does not state an interest rate for late payment.", False),
        ("合同里没写账期。", False),
        ("Our books show no bad debts.", False),
    ],
)
def test_papers_that_do_not_show_which(text: str, open_: bool) -> None:
    assert bool(left_open(text, DAY).words) is open_


@pytest.mark.parametrize(
    ("text", "employees", "researchers"),
    [
        ("Of 40 people on the payroll three work on development, the others in sales.", 40, 3),
        ("Of the 60 people we employ nine do research.", 60, 9),
        ("Out of 55 staff on our books six are engineers.", 55, 6),
        ("We have 17 people, 12 in the lab, and two granted patents.", 17, 12),
        ("We are 25 people, eight of them in the lab.", 25, 8),
        ("我们一共17个人，12个在实验室，两项专利。", 17, 12),
        ("公司共30名员工，9人在实验室工作。", 30, 9),
        ("我們共有28人，其中10人在實驗室。", 28, 10),
        ("We have 40 people; our customer keeps 30 in the lab.", 40, None),
        ("We have 40 people and two machines in the lab.", 40, None),
        ("We have 40 people and hope to hire five for the lab.", 40, None),
        ("I hold 70% and the rest belongs to two scientists. We have 40 people.", 40, None),
        ("公司40人，股份归两位科学家。", 40, None),
    ],
)
def test_a_part_of_the_staff_beside_the_whole(text: str, employees: object, researchers: object) -> None:
    assert (said(text, "employees"), said(text, "rnd_staff")) == (employees, researchers)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I founded the company, hold 70%, and the rest belongs to two scientists.", False),
        ("I run it, own 60 per cent of the shares, and the remainder is with three researchers.", False),
        ("My wife owns 55% of the shares and two professors hold the rest.", False),
        ("公司股权我占七成，其余归两位科学家。", False),
        ("创始人持股65%，剩下的由三位工程师持有。", False),
        ("我持股70%，其餘股份歸兩位教授。", False),
        ("I hold 30%, and the rest belongs to a listed group.", None),
        ("I founded it, hold 70%, and the rest belongs to a university.", None),
        ("We hold 70% of the market and the rest belongs to rivals.", None),
        ("If I hold 70% and the rest belongs to two scientists, may the fund invest?", None),
    ],
)
def test_who_holds_the_rest(text: str, value: object) -> None:
    found = said(text, "group_subsidiary")
    assert found is value if value is not None else found is not False


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("We want RMB 3 million on RMB 27 million pre-money from the angel fund.", "fund_stake_pct", 10),
        ("Against a pre-money value of RMB 27 million we ask the angel fund for RMB 3 million.", "fund_stake_pct", 10),
        ("At a pre-money valuation of 12 million we would like 3 million from the fund.", "fund_stake_pct", 20),
        ("The pre-money valuation agreed is RMB 8 million. How much could the angel fund "
         "put in?", "pre_money_cny", 8_000_000),
        ("投前估值800万，天使基金最多能投多少？", "pre_money_cny", 8_000_000),
        ("想要天使基金投200万，投前1800万。", "fund_stake_pct", 10),
        ("投前估值兩千萬，天使基金最多肯投多少？", "pre_money_cny", 20_000_000),
        ("Our rival was valued at RMB 8 million pre-money.", "pre_money_cny", None),
        ("In the previous round the pre-money valuation was RMB 8 million.", "pre_money_cny", None),
        ("投后估值1000万。", "pre_money_cny", None),
        ("员工30人，大家研发、售后都兼着做，去年研发花了150万。", "rnd_invested", None),
        ("大家研发、售后都兼着做。", "rnd_invested", None),
    ],
)  # fmt: skip
def test_what_is_wanted_at_a_valuation(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The borrower went bankrupt, and after collection our bank is left with a loss of RMB 1.2 million.",
            1_200_000,
        ),
        ("Our branch has RMB 900,000 of bad debt from a high-tech firm.", 900_000),
        ("The bank lost RMB 2 million on the loan.", 2_000_000),
        ("After recovery the bank's net loss came to 650,000 yuan.", 650_000),
        ("贷款追偿以后坏账还剩120万。", 1_200_000),
        ("银行这笔贷款最后损失了80万元。", 800_000),
        ("這筆貸款清收後，銀行淨損失90萬元。", 900_000),
        ("银行有60万本金收不回来了。", 600_000),
        ("We made a loss of RMB 2 million last year and want a bank loan.", None),
        ("贷款300万，去年经营亏损80万。", None),
        ("A fire cost us a loss of RMB 1 million; the bank lent 3 million.", None),
        ("The bank lent us RMB 3 million; how much of its loss is covered?", None),
    ],
)
def test_a_lenders_loss(text: str, value: object) -> None:
    assert said(text, "loan_loss_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I work for a bank in Suzhou. We lent to a local technology company.", "CN-32/suzhou"),
        ("I am with a bank in Kunshan; we granted a loan to one local start-up.", "CN-32/suzhou/kunshan"),
        ("我在苏州一家银行工作，我们给一家本地科技企业放了款。", "CN-32/suzhou"),
        ("我在蘇州一家銀行上班，我們貸款給一家當地的科技公司。", "CN-32/suzhou"),
        ("I work for a bank in Suzhou. We lent to a technology company in Wuxi.", "CN-32/wuxi"),
        ("I work for a bank in Suzhou. We lent to a technology company.", None),
        ("I work for a bank in Suzhou. If we lent to a local company, would the city pay?", None),
    ],
)
def test_the_house_of_its_own_place_to_which_a_lender_lent(text: str, value: object) -> None:
    assert said(text, "region") == value
