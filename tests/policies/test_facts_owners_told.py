"""The owner's own loan, the house behind "they", claims pledged, projects and bandwidth, in an owner's words."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk said it'd be quicker if I took the RMB 2 million out under my own name, so that's what I did.",
        "The clerk suggested I take the 2 million out under my own name, so I did. The bank paid it out in May.",
        "The loan for the firm stands under my name because the bank would not take the company.",
        "On the bank's advice the legal representative took the loan out under his own name.",
        "It's my name on the loan contract, not the company's.",
        "Strictly speaking the bank loan is mine; I just put the money into the company.",
        "The loan was drawn against my own ID card and all of it went into the firm.",
        "I borrowed the 2 million from the bank in my private capacity and lent it to the company.",
        "The loan agreement bears my name.",
        "信贷员说挂在我这个法定代表人名下批得快，我就这么贷了200万。",
        "贷款是用我身份证办的，钱都进了公司账。",
        "银行经理说用法人代表个人名义贷快些，我照做了。",
        "我以自然人身分向銀行借了一百萬，全數投入公司。",
        "銀行說以我私人的名義貸會比較快，我就答應了，兩百萬全進了公司。",
    ],
)
def test_a_loan_that_the_owner_took_himself(text: str) -> None:
    assert said(text, "loan_kind") == "personal"
    assert said(text, "owner_borrowed") is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The clerk said it would be quicker if I took the loan out under my own name, but I refused.", None),
        ("The clerk said it would be quicker if I took the loan out under my own name.", OPEN),
        ("Would it count if I took the loan out under my own name?", None),
        ("The neighbour took the loan under his own name.", OPEN),
        ("信贷员说挂我名下批得快，我没同意，还是以公司名义贷的。", OPEN),
    ],
)
def test_a_loan_in_his_name_that_was_only_proposed_or_is_not_his(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our mother company is a listed appliance group; they founded us in 2020 and own every share.", True),
        ("Behind us stands an industrial group of 4,000 people. They set us up and hold all our shares.", True),
        ("We belong to a chemical group with plants in six provinces, and it owns the whole company.", True),
        ("There is a big listed group upstairs: every share of ours is theirs.", True),
        ("A state-owned enterprise looks after us. We were founded by it in 2019.", True),
        ("All of the shares sit with a conglomerate in Shanghai which set us up in 2018.", True),
        ("The group pays our rent and lets us be. We're their wholly owned subsidiary.", True),
        ("上头是一家上市的家电集团，三万人，他们2020年办了我们，股份一股不剩全在他们手里。", True),
        ("母公司待我们不薄：它是家上市公司，2019年出钱成立了我们，持有全部股份。", True),
        ("背后是一家化工集团，股权百分之百归它。", True),
        ("我們上面有家上市集團，人家2020年設立了我們，股份全部在人家手裡。", True),
        ("母公司是國企，我們是它2018年投資設立的，全部股權都歸它。", True),
        ("Our biggest customer is a listed group, and they own every share of their suppliers.", None),
        (
            "We once belonged to a group; they founded us in 2012 but sold all the shares to the four of us.",
            False,
        ),
        ("Will it count if a group sets us up and they own every share?", None),
        ("A listed group buys from us. The founders are brothers: they own every share.", False),
        ("两个创始人从集团出来，他们办了我们，股份全在他们手里。", None),
        ("以前是集团的，他们2012年办了我们，2019年把股份卖掉了，现在全归我们四个人。", None),
    ],
)
def test_who_they_are(text: str, value: object) -> None:
    assert said(text, "group_subsidiary") == value


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "Our customers are slow, which is how I came to pledge what they owe us to the bank. That was March "
            "2022: RMB 5 million for one year at 4.6%.",
            5_000_000,
        ),
        (
            "Our buyers take ages, so that's how we ended up pledging what they owe us to the bank. It was June 2021: "
            "RMB 3 million for a year at 5%.",
            3_000_000,
        ),
        ("The hospitals pay late; I pledged what they owe us to a bank. RMB 2.4 million, one year, 4.5%.", 2_400_000),
        ("客户付款慢，所以我把他们欠我们的钱押给了银行。那是2022年3月的事：500万，一年期，利率4.6%。", 5_000_000),
        ("甲方欠的钱押给了银行，是2022年5月：240万元，为期一年，利率4.5%。", 2_400_000),
        ("客戶拖得兇，我就把應收帳款押給銀行。2021年6月：300萬元，一年，年利率5%。", 3_000_000),
    ],
)
def test_a_loan_on_what_customers_owe(text: str, total: int) -> None:
    assert said(text, "loan_security") == "receivable"
    assert said(text, "loan_amount_cny") == total


@pytest.mark.parametrize(
    "text",
    [
        "How can we pledge what our customers owe us to a bank?",
        "If we pledged what they owe us to the bank, would that do?",
        "Our supplier pledged to the bank what we owe it.",
    ],
)
def test_claims_that_are_not_pledged(text: str) -> None:
    assert said(text, "loan_security") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "You'll have heard of our wolfberry line, the one the region put on its approved list of science results "
            "being turned into real production. To build it the company borrowed RMB 30 million.",
            True,
        ),
        (
            "The drying line is on the region's list of research results to be turned into products; the bank lent "
            "us 10 million for it.",
            True,
        ),
        (
            "Ningxia has recognised our vaccine line as a project that brings laboratory results into production, and "
            "the loan built it.",
            True,
        ),
        (
            "It is one of the research results that the department has approved for turning into production. For it "
            "we borrowed 8 million.",
            True,
        ),
        ("我们那条枸杞提取线，上了自治区认定的科研成果转产名单。为建它向银行借了3000万。", True),
        ("这个项目是科研成果变产品的，自治区科技厅批过，贷款就是给它用的。", True),
        ("贷款用在自治区审定的科研成果落地项目上。", True),
        ("這條生產線是自治區核定的科研成果產業化項目，為它貸了3000萬。", True),
        ("我们没上自治区认定的科研成果转产名单，贷款是普通的。", False),
        ("如果上了自治区认定的科研成果转产名单，贷款能补更多吗？", None),
        (
            "Our customer is on the region's list of research results to be turned into products; a bank lent it.",
            None,
        ),
        ("Would a line on the region's list of research results being turned into production get a loan?", None),
    ],
)
def test_a_project_told_by_what_it_does(text: str, value: object) -> None:
    assert said(text, "achievement_project") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The loan behind it comes from a partner bank too, I've never been a day late.", False),
        ("The loan behind this comes from a partner bank and has been paid on time.", False),
        ("The money behind them was lent by a bank.", None),
        ("Our loan fell behind in May.", True),
        ("We are on that loan behind by two weeks.", OPEN),
    ],
)
def test_what_stands_behind_is_not_late(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        (
            "We're with one of the network operators that cooperates with the plan, and after the group-buying "
            "discount was knocked off, last year's bill came to RMB 48,000.",
            48_000,
        ),
        ("Our line comes from a partner telecom operator; after the group discount we paid RMB 36,000.", 36_000),
        ("One of the plan's network providers carries our video. Last year it charged us RMB 61,000.", 61_000),
        ("The ISP, a partner of the plan, billed us RMB 24,000 for the year after the group discount.", 24_000),
        ("我们用的是合作的网络运营商，团购折扣后，去年的账单是4.8万元。", 48_000),
        ("网是跟计划合作的电信公司拉的，团购打完折去年一年交了48000元。", 48_000),
        ("我們用合作的電信業者，扣掉團購折扣，去年帳單四萬八千元。", 48_000),
        ("We supply network operators; last year's bill came to RMB 48,000.", None),
        ("Two telecom operators are customers of ours, and last year they paid RMB 480,000.", None),
        ("The operator quoted us 48,000 yuan for the line; nothing bought yet.", None),
    ],
)
def test_the_bill_of_an_operator(text: str, fee: int | None) -> None:
    assert said(text, "bandwidth_fee_cny") == fee


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("公司百分之百由一家年營收上百億的上市汽車零件集團出資，但平常我們自己經營。", True),
        ("公司由一家年收入几十亿的家电集团全资设立，日常我们自己管。", True),
        ("我们公司的股份百分之百在一家上市集团手里。", True),
        ("公司的全部股权由一家上市车企集团持有，经营上各管各的。", True),
        ("公司是上市集團全資投資的，團隊自己經營。", True),
        ("公司由一家做光伏的大型集团控股，平时独立运作。", True),
        ("我們的資本全部來自一家上市電子集團。", True),
        ("公司的註冊資本全由一家市值百億的集團認繳。", True),
        ("The company is wholly funded by a listed car-parts group, though we run it ourselves.", True),
        ("Our whole capital comes from a listed electronics group with sales in the billions.", True),
        ("All of our share capital was put up by a large listed group; day to day we decide ourselves.", True),
        (
            "We are 100% financed by a stock-exchange-listed appliance corporation, which leaves us to run the firm.",
            True,
        ),
        ("A listed chemicals group paid in the entire registered capital of our company.", True),
        ("公司由三位创始人百分之百出资，没有集团参与。", False),
        ("公司不是由上市集团出资的。", False),
        ("如果公司由一家上市集团全资控股，还能申请吗？", None),
        ("我们的客户由一家上市汽车集团全资控股。", None),
        ("Our customer is wholly funded by a listed group.", None),
        ("If the company were wholly funded by a listed group, would we be out?", None),
        ("公司由创始人和一家上市集团共同出资。", None),
        ("Our customer's entire share capital was put up by a listed group.", None),
        ("Our machine was fully paid for by a listed group.", None),
        ("We are wholly owned by our three founders; no group has put in money.", False),
        ("一家上市家電集團全資成立了我們公司，但不插手經營。", True),
        ("我們公司的唯一股東是一家上市食品集團。", True),
        ("It is wholly owned by a quoted machine-tool corporation, but we, the management, run the company.", True),
    ],
)
def test_a_house_that_paid_in_the_whole_capital(text: str, value: object) -> None:
    assert said(text, "group_subsidiary") == value
