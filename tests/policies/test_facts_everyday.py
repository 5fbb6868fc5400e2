"""Everyday words for figures, titles, loans and conduct: what is put up, what is empty, what the zone is after."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 5, 18))


@pytest.mark.parametrize(
    "text",
    [
        "We put up our customers' unpaid invoices and received RMB 8 million for one year at 5.5% from a bank.",
        "We handed the bank our customers' unpaid bills as security and received RMB 8 million for one year at 5.5%.",
        "We put up what our customers owe us and were given RMB 8 million at 5.5% by a bank for one year.",
        "Against invoices our buyers had not settled, a bank gave us 8 million for one year at 5.5%.",
        "把客户欠的货款押给银行，银行放了800万，一年，利率5.5%。",
        "公司以應收帳款向銀行設質，取得800萬元，為期一年，年利率5.5%。",
    ],
)
def test_what_pledged_invoices_brought_is_the_loan(text: str) -> None:
    for name, value in (
        ("loan_amount_cny", 8_000_000),
        ("loan_rate_pct", 5.5),
        ("loan_term_days", 360),
        ("loan_kind", "bank"),
        ("loan_security", "receivable"),
        ("receivable_amount_cny", None),
    ):
        assert said(text, name) == value, name


@pytest.mark.parametrize(
    ("text", "loan", "claim"),
    [
        ("Our customers' unpaid invoices come to RMB 8 million.", None, 8_000_000),
        ("A supplier of ours put up its invoices and received RMB 8 million from a bank.", None, None),
        ("A hospital owes us RMB 8 million on unpaid invoices.", None, 8_000_000),
    ],
)
def test_invoices_that_stay_a_claim(text: str, loan: object, claim: object) -> None:
    assert (said(text, "loan_amount_cny"), said(text, "receivable_amount_cny")) == (loan, claim)


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("When we took a bank loan, a surety company stood behind us and charged RMB 240,000.", 240_000),
        ("A surety firm vouched for us at the bank and took RMB 240,000 for it.", 240_000),
        ("A bonding company backed our bank loan and charged us RMB 240,000.", 240_000),
        ("We paid a surety company RMB 240,000 to stand behind our bank loan.", 240_000),
        ("贷款时由一家保证公司替我们出保，收了24万元。", 240_000),
        ("銀行放款時由保證機構為我們作保，收費24萬元，已經付清。", 240_000),
        ("A surety company stood behind us; the bank lent us RMB 240,000.", None),
        ("A surety company would charge RMB 240,000.", None),
        ("We asked a surety company, it wanted RMB 240,000 and we declined.", None),
    ],
)
def test_what_a_surety_charged(text: str, fee: object) -> None:
    assert said(text, "guarantee_fee_cny") == fee


@pytest.mark.parametrize(
    "text",
    [
        "We have never gone in for the Ningxia contest or challenge.",
        "We've never tried our luck in the Ningxia contest or challenge.",
        "We have not had a go at the region's contest or its innovation challenge.",
        "We never put our name down for the Ningxia contest or challenge.",
        "We've stayed away from the Ningxia contest and the innovation challenge.",
        "We took no part in the Ningxia contest or challenge.",
        "大赛、挑战赛一概没参加。",
        "寧夏的創新大賽跟挑戰賽，我們一次也沒報名過。",
        "我們從沒打過寧夏的大賽或挑戰賽。",
    ],
)
def test_never_entered(text: str) -> None:
    assert (said(text, "contest_winner"), said(text, "challenge_matched")) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        "We never went in for debt.",
        "Our customer has never gone in for the Ningxia contest or challenge.",
        "Should we go in for the Ningxia contest?",
    ],
)
def test_no_word_of_our_own_contests(text: str) -> None:
    assert said(text, "contest_winner") is None


def test_the_only_contest_won_is_too_old_and_no_other_title_is_held() -> None:
    text = "We hold no other science or innovation title, and the only contest we ever won in Ningxia was back in 2018."
    for name in ("contest_winner", "challenge_matched", "little_giant", "tech_sme", "agricultural_high_tech"):
        assert said(text, name) is False, name
    assert said("宁夏创新创业大赛我们只在2018年拿过一次奖。", "contest_winner") is False
    assert said("宁夏创新创业大赛我们去年拿过一次奖。", "contest_winner") is True


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("The bank lent us RMB 4 million. Everything is paid as due.", False),
        ("We took a bank loan and the bank never had to ring us once.", False),
        ("Loan from the bank repaid; they never once had to phone us.", False),
        ("Not once did the bank have to call about an instalment.", False),
        ("The bank loan runs without a hitch.", False),
        ("銀行從來不用打電話來催繳貸款。", False),
        ("We paid the loan's interest on time, but the last of the principal not until three weeks afterwards.", True),
        ("The interest on our loan was always on time, the principal only three weeks after the date.", True),
        ("贷款四月到期，利息按时付了，最后20万本金却到三个星期后才还。", True),
        ("貸款四月到期，利息準時繳，最後二十萬本金拖到三週後才還。", True),
        ("The hospital never had to ring us once about deliveries.", None),
        ("We drew the loan in April, the last part of the principal only three weeks later.", None),
        ("Our customer paid the last RMB 200,000 not until three weeks after the date.", None),
        ("The machine runs without a hitch.", None),
        ("Will the loan be paid as due?", None),
    ],
)
def test_how_the_loan_was_served(text: str, late: object) -> None:
    assert said(text, "loan_overdue") == late


@pytest.mark.parametrize(
    "text",
    [
        "We sold 26 million yuan's worth last year against 24 million the year before.",
        "We sold 26 million's worth last year, 24 million the year before.",
        "We shifted 26 million yuan worth of juice last year and 24 million worth the year before.",
        "去年賣了兩千六百萬，前一年兩千四百萬。",
    ],
)
def test_what_was_sold_in_two_years(text: str) -> None:
    assert (said(text, "annual_revenue_cny"), said(text, "previous_revenue_cny")) == (26_000_000, 24_000_000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("All we own together is worth about 31 million.", 31_000_000),
        ("What we own comes to 31 million all told.", 31_000_000),
        ("The whole lot we own is worth 31 million.", 31_000_000),
        ("The company's possessions are worth 31 million in all.", 31_000_000),
        ("公司所有的家當加起來值三千一百萬。", 31_000_000),
        ("厂子里里外外的东西加一起值三千一百万。", 31_000_000),
        ("The patents we own are worth 31 million.", None),
        ("All we owe together is about 31 million.", None),
        ("我个人的家当值3100万。", None),
    ],
)
def test_all_we_own(text: str, value: object) -> None:
    assert said(text, "total_assets_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are a firm; of last year's sales, 6% went on research.", 6),
        ("Out of last year's turnover 6% was put into research.", 6),
        ("去年營收中，6%投入研發。", 6),
        ("Of last year's sales, 6% went on advertising.", None),
        ("Of the profit, 6% went on research.", None),
    ],
)
def test_a_share_of_sales_that_went_on_research(text: str, value: object) -> None:
    assert said(text, "rnd_ratio_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the last five years my file of penalties has stayed empty.", False),
        ("Our penalty file is empty.", False),
        ("The page for fines in our register has stayed blank.", False),
        ("Under penalties our ledger shows zero.", False),
        ("Fines: the box stays empty.", False),
        ("Number of penalties on our file: 0.", False),
        ("There is not a single fine in the books.", False),
        ("我的处罚文件夹五年来空空如也。", False),
        ("處罰紀錄那一頁至今空白。", False),
        ("罰單夾子裡一張也沒有。", False),
        ("We were fined for fraud; the warehouse stayed empty.", True),
        ("I do not know whether our penalty file is empty.", OPEN),
        ("My file of penalties is no longer empty.", OPEN),
        ("Our penalty file is almost empty.", OPEN),
        ("Our supplier's penalty file is empty.", None),
    ],
)
def test_an_empty_file_of_penalties(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    "text",
    [
        "Interest on the firm's loan came to 173,400 yuan over the year: 3.4 million at 5.1% from a bank.",
        "The loan cost us 173,400 yuan in interest over the year, on 3.4 million at 5.1% from a bank.",
        "Our interest bill for the bank loan was 173,400 yuan (3.4 million at 5.1%).",
        "The bank took 173,400 yuan interest off us on 3.4 million at 5.1%.",
        "贷款利息一年共173400元：银行的340万，利率5.1%。",
        "銀行貸款的利息一年共十七萬三千四，本金三百四十萬，利率5.1%。",
    ],
)
def test_interest_beside_its_principal(text: str) -> None:
    told = [said(text, name) for name in ("interest_paid_cny", "loan_amount_cny", "loan_rate_pct")]
    assert told == [173_400, 3_400_000, 5.1]


def test_a_part_of_the_principal_is_no_interest() -> None:
    text = "On our bank loan we paid the interest on time, but the last RMB 200,000 of the principal a week later."
    assert said(text, "interest_paid_cny") is None
    assert said("Interest on our bank loan came to 40,000 yuan at 5.1%.", "interest_paid_cny") == 40_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The company makes payment-security chips there, just what the zone wants.", True),
        ("We make payment chips, exactly what the zone is looking for.", True),
        ("Our line is one the zone is after.", True),
        ("Our field is right up the zone's street.", True),
        ("公司做支付安全芯片，正是园区想要的。", True),
        ("我們做的晶片剛好是園區要的產業。", True),
        ("我们这行正对园区的胃口。", True),
        ("We make chairs, not what the zone wants.", False),
        ("Our line is not one the zone is after.", False),
        ("The zone wants chips.", None),
        ("The customer wants chips, just what we make.", None),
        ("We asked what the zone wants.", None),
    ],
)
def test_what_the_zone_is_after(text: str, value: object) -> None:
    assert said(text, "leading_industry") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bank that lent us RMB 4 million is in the tech-finance cooperation.", True),
        ("The lending bank is within the science-and-technology finance cooperation.", True),
        ("The bank that lent us RMB 4 million is not in the tech-finance cooperation.", False),
        ("Our bank is outside the tech-finance cooperation.", False),
    ],
)
def test_a_bank_in_the_cooperation(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value
