"""Single conditions: shares on the New Third Board, no other loan on credit, sizes denied, warranties that run on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our shares have been quoted on the New Third Board since June 2013.", True),
        ("Our shares are not listed in Shanghai or Shenzhen, but they are quoted on the New Third Board.", True),
        ("Not listed on any stock exchange, though quoted on the NEEQ.", True),
        ("We are unlisted in the strict sense, but our stock has been on the New Third Board for two years.", True),
        ("The pledged shares are ours, quoted on the National Equities Exchange and Quotations.", True),
        ("我司股票在全国股转系统挂牌。", True),
        ("我们的股份2013年起在股转系统公开转让。", True),
        ("我说没上市，是指没在沪深交易所上市，其实新三板是挂了牌的。", True),
        ("没上市，不过去年挂了新三板。", True),
        ("本公司股票在全國中小企業股份轉讓系統掛牌交易。", True),
        ("我們沒有上市，但已在新三板掛牌。", True),
        ("Our shares are neither listed nor quoted on the New Third Board.", False),
        ("We are unlisted and not on the NEEQ either.", False),
        ("We plan to join the New Third Board next year; for now we are unlisted.", False),
        ("公司既没上市，也没在新三板挂牌。", False),
        ("我们打算明年挂新三板，现在没有上市。", False),
        ("我們未上市，也未在新三板掛牌。", False),
    ],
)
def test_unlisted_and_yet_on_the_new_third_board(text: str, value: object) -> None:
    assert stated(text, "listed", DAY) == value


def test_who_left_the_board_is_not_taken_to_be_on_it() -> None:
    assert stated("2014年从新三板摘牌了，现在没有上市。", "listed", DAY) is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We pledged our shares to the bank for 3 million; we have no other unsecured loan.", "equity"),
        ("We pledged our shares to the bank for 3 million and never took an unsecured loan.", "equity"),
        ("拿自己公司的股权质押给银行借了300万，没有其他信用贷款。", "equity"),
        ("我们的贷款是专利质押的，不是信用贷款。", "ip"),
        ("我們以本公司股權質押向銀行借了300萬，此外沒有任何信用貸款。", "equity"),
        ("银行给了我们300万信用贷款，没有别的贷款。", "none"),
        ("我們向銀行借了沒有抵押的信用貸款300萬元。", "none"),
        ("The bank gave us an unsecured loan of 3 million and no other.", "none"),
    ],
)
def test_a_loan_on_credit_that_there_is_not(text: str, value: str) -> None:
    assert stated(text, "loan_security", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are a medium-sized enterprise, neither small nor micro by the national standard.", "medium"),
        (
            "Our company is medium-sized by the national standard and so neither a small nor a micro enterprise.",
            "medium",
        ),
        ("We are a small enterprise, not a micro one.", "small"),
        ("我们是矿山机械的中型企业，按国家划型标准不属于小型也不属于微型。", "medium"),
        ("我们是中型企业，够不上小型、微型。", "medium"),
        ("我们是小型企业，不是微型，也不是中型。", "small"),
        ("按划型标准我们既不属于中型，也不属于大型，是小型企业。", "small"),
        ("我們公司經劃型屬於中型企業，不屬小型企業，亦不屬微型企業。", "medium"),
        ("我们是海淀的大型企业。", "large"),
        ("Large firm in Beijing bidding for a city order.", "large"),
        ("Large company in Beijing owes us 200,000 yuan.", None),
        ("我们欠款的是北京的大型企业。", None),
        ("不知道我们算中型还是小型。", OPEN),
    ],
)
def test_sizes_that_it_is_not(text: str, value: object) -> None:
    assert stated(text, "size", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We could not find the cash in March, and the interest on our loan was paid five weeks after it was due.",
            True,
        ),
        ("The loan interest for May could not be paid on the day; we made it good five weeks later.", True),
        ("三四月份凑不出钱，那两个月的贷款利息过了五个星期才补上，贷款现在已结清。", True),
        ("那兩個月周轉不過來，銀行利息遲了一個月才繳，貸款已還清。", True),
        ("We could not find whether the interest on the loan was paid five weeks after it was due.", OPEN),
        (
            "The customer paid us five weeks after it was due, but the interest on our loan was always paid on time.",
            False,
        ),
        ("If the interest on the loan is paid five weeks after it is due, do we lose the subsidy?", None),
    ],
)
def test_interest_paid_late_for_want_of_cash(text: str, value: object) -> None:
    assert stated(text, "loan_overdue", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A quality deposit is held until the warranty ends on 30 November 2027. Must it be returned now?", True),
        ("The hospital keeps 5% as retention. The warranty period runs until 1 March 2027. Can we have it back?", True),
        ("The warranty expires in August 2027. Must they refund the quality deposit today?", True),
        ("The warranty still has a year and a half to run. Can the quality deposit be returned now?", True),
        ("质保期到2027年11月30日，质保金能不能现在就退？", True),
        ("质保期2027年6月才到期，我们想现在就要回质量保证金，能退吗？", True),
        ("离质保期结束还有八个月，质保金能先退吗？", True),
        ("保修要到明年十月才满，质保金可以先退给我们吗？", True),
        ("保固期到2027年11月底才屆滿，現在可以要求退還保固保證金嗎？", True),
        ("質保期還剩十個月，保證金可以先拿回來嗎？", True),
        ("The warranty ended on 30 November 2025 and the deposit has not been returned.", None),
        ("The warranty period ran until March 2026. They have not returned the deposit.", None),
        ("They say the warranty runs until March 2027, and will not return our deposit.", None),
        ("质保期2026年3月就到期了，质保金还没退。", None),
        ("对方说质保期还没到，不退质保金。", None),
        ("保固期到2026年1月屆滿，保證金至今未退還。", None),
    ],
)
def test_a_deposit_wanted_back_before_its_time(text: str, value: object) -> None:
    assert stated(text, "deposit_time_running", DAY) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("员工30人，不是集团下属，去年营收600万。", "annual_revenue_cny", 6000000),
        ("我們不屬任何集團，去年營收600萬。", "annual_revenue_cny", 6000000),
        ("客户是集团下属，去年营收6亿。", "annual_revenue_cny", None),
        ("员工30人，其中研发12人，两个工程师自己创办。", "rnd_staff", 12),
        ("30 people of whom 12 do research, a company set up by two engineers.", "rnd_staff", 12),
        (
            "Our founder is in the Kunshan talent programme and our seed-stage company is in Kunshan.",
            "region",
            "CN-32/suzhou/kunshan",
        ),
        ("仪器是私下找教授借的，没走首都科技条件平台，费用给补吗？", "through_platform", False),
        ("儀器是向朋友租的，未經首都科技條件平台，能補助嗎？", "through_platform", False),
        ("我们有商标和专利，买了知识产权保险。", "own_ip", True),
        ("我们没有商标和专利。", "own_ip", None),
        ("我是小公司的副总经理，能申请人才引进吗？", "talent_role", "senior-manager"),
        ("我是小公司的副总经理，想给公司的司机申请人才引进，能办吗？", "talent_role", None),
        ("只有外观设计，没有发明专利，补助轮得到我们吗？", "invention_patent", False),
    ],
)
def test_neighbouring_conditions(text: str, name: str, value: object) -> None:
    assert stated(text, name, DAY) == value
