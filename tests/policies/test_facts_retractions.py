"""What a writer told before and takes back, and what sets it right."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts.normal import normalise
from policies.facts.retractions import backs
from policies.facts.righting import set_right
from tests.policies.stating import OPEN, stated

DAY = date(2022, 6, 15)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("I told your colleague that we had 80 staff; in fact it is 64.", "employees", 64),
        (
            "We are a firm in Yinchuan. On the form I put our sales at RMB 48 million, but the audited "
            "figure is RMB 62 million.",
            "annual_revenue_cny",
            62_000_000,
        ),
        (
            "Our bookkeeper originally reported last year's revenue as 31 million. The auditors have "
            "since corrected it to RMB 29.5 million.",
            "annual_revenue_cny",
            29_500_000,
        ),
        ("R&D was 1.9% of sales, not the 2.1% I gave you on the phone.", "rnd_ratio_pct", 1.9),
        (
            "Last year's sales were 22 million rather than the 24 million I first wrote.",
            "annual_revenue_cny",
            22_000_000,
        ),
        (
            "I said in my first mail that our sales grew 4%; having checked with the accountant, it was 8%.",
            "revenue_growth_pct",
            8,
        ),
        (
            "The assets of 40 million that I mentioned earlier were wrong; the right figure is RMB 45 million.",
            "total_assets_cny",
            45_000_000,
        ),
        ("I first noted our loan as RMB 3 million; the contract shows RMB 2.6 million.", "loan_amount_cny", 2_600_000),
        (
            "On the phone I said the interest rate was 5.2%, to be exact it is 5.15%; the loan was RMB 2 million.",
            "loan_rate_pct",
            5.15,
        ),
        (
            "I assumed our total assets were about 40 million. Going through the books I see they are RMB 43 million.",
            "total_assets_cny",
            43_000_000,
        ),
        ("之前跟您说员工80人，其实是64人。", "employees", 64),
        ("表上写的去年营收是4800万，审计后是6200万。", "annual_revenue_cny", 62_000_000),
        ("去年营收原先报的是3100万元，会计师更正后是2950万元。", "annual_revenue_cny", 29_500_000),
        ("電話裡說研發佔營收2.1%，會計師核對後是1.9%。", "rnd_ratio_pct", 1.9),
        ("研发占营收1.9%，不是电话里跟您说的2.1%。", "rnd_ratio_pct", 1.9),
        ("我本来填的是总资产4000万，实际是4500万。", "total_assets_cny", 45_000_000),
        ("贷款金额上次告诉你是300万，翻了合同才发现是260万。", "loan_amount_cny", 2_600_000),
        ("原先報的資產是4,000萬，審計後是4,300萬。", "total_assets_cny", 43_000_000),
        ("先前說利率5.2%，正確應為5.15%，貸款200萬。", "loan_rate_pct", 5.15),
        ("之前跟您說去年營收只成長4%，會計師更正後是成長8%。", "revenue_growth_pct", 8),
        ("我记错了，之前说的80人是前年的，现在员工64人。", "employees", 64),
        ("We put 58 people on the form, but payroll shows 61 people.", "employees", 61),
        (
            "My brother wrote to you that we borrowed 2 million. The correct sum of the loan is RMB 2.4 million.",
            "loan_amount_cny",
            2_400_000,
        ),
        (
            "Sales, which I first gave as 48 million, come to RMB 62 million after the audit.",
            "annual_revenue_cny",
            62_000_000,
        ),
        ("Please read 64 employees instead of the 80 employees I wrote.", "employees", 64),
        ("The auditor corrected our revenue from 48 million to RMB 46 million.", "annual_revenue_cny", 46_000_000),
        ("去年营收由4800万更正为4600万。", "annual_revenue_cny", 46_000_000),
        (
            "In my earlier message I stated our headcount as 120 people. Having counted again, it comes to 98 people.",
            "employees",
            98,
        ),
        (
            "We were under the impression that our sales were 52 million; the accountant says the "
            "audited figure comes to RMB 49.6 million.",
            "annual_revenue_cny",
            49_600_000,
        ),
        (
            "My wife wrote on the application that total assets are RMB 30 million, but the balance "
            "sheet says RMB 36 million.",
            "total_assets_cny",
            36_000_000,
        ),
        (
            "Previously I mentioned a loan of RMB 5 million from the bank; correct amount is RMB 4.5 million.",
            "loan_amount_cny",
            4_500_000,
        ),
        ("Our cashier noted R&D at 3% of sales, in reality it is only 1.8%.", "rnd_ratio_pct", 1.8),
        ("The form says 75 employees, but the social-insurance list shows 82 employees.", "employees", 82),
        ("Earlier we reported profit growth as 6%, after the audit it is 4.5%.", "profit_growth_pct", 4.5),
        ("前面提到的贷款500万，写错了，应该是450万。", "loan_amount_cny", 4_500_000),
        ("電話裡跟你們同事講資產3,000萬，資產負債表上其實是3,600萬。", "total_assets_cny", 36_000_000),
        ("先前回覆說研發費用佔3%，經會計師查核後更正為1.8%。", "rnd_ratio_pct", 1.8),
        ("上封信寫營收5,000萬是估的，結算出來是4,600萬。", "annual_revenue_cny", 46_000_000),
        ("我司原报营业收入4800万元，经审计调整为4600万元。", "annual_revenue_cny", 46_000_000),
        (
            "I told the bank that our sales were RMB 20 million, which was the forecast; the actual "
            "figure was RMB 18 million.",
            "annual_revenue_cny",
            18_000_000,
        ),
        ("Our headcount is 64 (I first wrote 80).", "employees", 64),
        ("員工64人（之前寫成80人）。", "employees", 64),
        (
            "Turnover was RMB 22 million and not 24 million as I wrote in my first letter.",
            "annual_revenue_cny",
            22_000_000,
        ),
        ("去年营收2200万，不是我上次写的2400万。", "annual_revenue_cny", 22_000_000),
        ("營收2,200萬，而不是先前講的2,400萬。", "annual_revenue_cny", 22_000_000),
    ],
)
def test_a_figure_that_is_put_right(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "I believed that we were a certified high-tech enterprise, but it turns out the certificate "
            "lapsed in 2020.",
            "high_tech_certified",
            OPEN,
        ),
        (
            "We always thought we were a certified high-tech enterprise, but it turns out we are not.",
            "high_tech_certified",
            False,
        ),
        (
            "I wrote that the bank was not a partner bank of the science department; it turns out it is "
            "on the partner list.",
            "partner_institution",
            True,
        ),
        (
            "I was told that the bank is a partner bank, but the department says it is not on the list.",
            "partner_institution",
            False,
        ),
        (
            "I told you the loan was overdue once. That was a mistake: every instalment was paid on time.",
            "loan_overdue",
            False,
        ),
        ("我们一直以为银行是科技厅的合作银行，后来查清楚它不在合作名单上。", "partner_institution", False),
        ("一開始以為銀行不是科技廳合作銀行，後來科技廳書面確認它在合作名單內。", "partner_institution", True),
        ("起初以为我们的高企证书还有效，查了才知道去年就到期了。", "high_tech_certified", OPEN),
        (
            "I told you our revenue was 30 million; that was wrong, I will send the audited figure.",
            "annual_revenue_cny",
            OPEN,
        ),
        ("之前说去年营收3000万，那个数字不对，审计报告下周才出。", "annual_revenue_cny", OPEN),
        (
            "I had on the form that we are not listed; to be exact, our shares have been quoted on the "
            "New Third Board since 2013.",
            "listed",
            True,
        ),
        (
            "I described our firm as unlisted; strictly speaking, it has been quoted on the New Third "
            "Board since June 2013.",
            "listed",
            True,
        ),
        ("一開始說客戶是大型企業，後來查清楚是中型企業，欠我們貨款35萬。", "payer_kind", "sme"),
        ("本来写的是没有上市，准确地说我们2013年就在新三板挂牌了。", "listed", True),
        (
            "We had thought the deal was with a large enterprise, yet the register shows the buyer is a "
            "medium-sized company. It owes us RMB 350,000.",
            "payer_kind",
            "sme",
        ),
        (
            "I had told you we had no overdue instalment. Looking at the statement again, one instalment "
            "was two days late.",
            "loan_overdue",
            True,
        ),
        (
            "I used to believe that we were registered as a technology SME; I now find that our "
            "registration ran out last year.",
            "tech_sme",
            OPEN,
        ),
        (
            "I said that no other regional money came in, but going through the books I found that we "
            "got RMB 50,000 from another regional programme.",
            "other_regional_funding",
            OPEN,
        ),
        (
            "We took it that the customer is a large enterprise; according to the register it is a "
            "medium enterprise. It owes us 200,000.",
            "payer_kind",
            OPEN,
        ),
        ("Sorry, what I told you yesterday about our revenue was wrong.", "annual_revenue_cny", None),
        ("我上次说公司是2018年成立的，翻了执照才发现是2017年3月成立的。", "established", "2017-03"),
        ("申请表里填了员工75人，社保名单上是82人。", "employees", OPEN),
        ("原以为没有逾期，查了流水才知道有一期晚了三天。", "loan_overdue", OPEN),
        ("本來以為是第一次向銀行貸款，後來翻舊資料才發現2018年公司向農商行借過30萬。", "first_loan", False),
        (
            "I always said this was our first bank loan. Looking through the old ledger, I find that the "
            "company borrowed RMB 200,000 from a city bank back in 2016.",
            "first_loan",
            False,
        ),
        ("我一直以為客戶是國企，後來查登記才知道是民營企業，欠我們貨款80萬。", "payer_state_owned", False),
        (
            "The business licence dates from March 2017, although we really began trading in 2019.",
            "established",
            "2017-03",
        ),
        ("执照是2017年3月12日发的，2019年才真正开业。", "established", "2017-03-12"),
    ],
)
def test_a_statement_that_is_taken_back(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("At first the bank refused, then it lent us RMB 2 million.", "loan_amount_cny", 2_000_000),
        ("The company was originally founded in 2015 and moved here in 2019.", "established", "2015"),
        ("起初三个人，现在员工80人。", "employees", 80),
        (
            "We reported sales of 30 million last year, and the audited accounts confirm it.",
            "annual_revenue_cny",
            30_000_000,
        ),
        (
            "I told your colleague that we have 80 staff. In fact we are a certified high-tech enterprise.",
            "employees",
            80,
        ),
        ("I told your colleague that we have 80 staff; the audited sales are RMB 62 million.", "employees", 80),
        ("之前跟您说过我们有80名员工，审计后的营收是6200万。", "employees", 80),
        ("之前报的营收3000万，审计后没有变化。", "annual_revenue_cny", 30_000_000),
        ("We originally planned to hire 100 people but in fact have 64 staff.", "employees", 64),
        (
            "As I told you, our sales were 30 million last year, but the profit was in fact only 1 million.",
            "annual_revenue_cny",
            30_000_000,
        ),
        ("We told the tax office that sales were 30 million, and that was right.", "annual_revenue_cny", 30_000_000),
        ("If I had written 80 staff, it would have been wrong; we have 64 staff.", "employees", 64),
        ("We first told the bank about our 64 staff, and it actually lent us RMB 2 million.", "employees", 64),
        ("I wrote to you last week. In fact we have 64 staff and sales of RMB 20 million.", "employees", 64),
        ("我们之前在北京，后来查了政策搬到银川，员工64人。", "employees", 64),
        ("銀行起初說不借，後來查了流水就借給我們200萬。", "loan_amount_cny", 2_000_000),
        (
            "We estimated sales of 20 million at the start of the year, and the year actually closed at "
            "RMB 22 million.",
            "annual_revenue_cny",
            22_000_000,
        ),
        (
            "Our competitor first reported 80 million; the audited figure was 60 million. We have sales "
            "of RMB 20 million.",
            "annual_revenue_cny",
            20_000_000,
        ),
        (
            "I told you we are a certified high-tech enterprise, and the certificate shows it is valid until 2024.",
            "high_tech_certified",
            True,
        ),
        ("之前告诉过您我们是高新技术企业，证书查了，确实有效。", "high_tech_certified", True),
    ],
)
def test_words_that_take_nothing_back(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    "text",
    ["", "We have 64 staff.", "起初三个人，现在80人。", "At first the bank said no, then it lent us 2 million."],
)
def test_a_text_that_takes_nothing_back_stays_as_it_is(text: str) -> None:
    source = normalise(text)
    assert set_right(source) is source
    assert backs(source.normal) == ()


def test_what_is_put_right_is_quoted_from_its_place() -> None:
    text = "On the form I put our sales at RMB 48 million, but the audited figure is RMB 62 million."
    righted = set_right(normalise(text))
    start = righted.normal.index("rmb 62 million")
    assert righted.quote(start, start + 14) == "RMB 62 million"
    assert "48" not in righted.normal


@pytest.mark.parametrize("piece", ["i first wrote 48 million ", "之前跟您说4800万，", "not the 2.1% i ", "(之前说"])
def test_long_texts_are_read_in_linear_time(piece: str) -> None:
    set_right(normalise(piece * 2_000 + "but in fact"))


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "Our licence is dated 12 March 2017, though we only really started work in 2019.",
            "established",
            "2017-03-12",
        ),
        ("The company was registered in May 2018; we began trading in 2020.", "established", "2018-05"),
        ("公司2018年5月注册，2020年才正式营业。", "established", "2018-05"),
        ("We started work in 2019.", "established", "2019"),
        (
            "This was called our first bank loan, but in 2018 we borrowed 300,000 from a rural bank.",
            "first_loan",
            False,
        ),
        ("都说这是首贷，可2016年公司跟农商行借了20万。", "first_loan", False),
        ("This is our first bank loan; in 2018 a friend borrowed 300,000 from a bank.", "first_loan", True),
        (
            "We had RMB 300,000 of project money this year. It came from the Haidian Park Management Committee.",
            "park_funding",
            True,
        ),
        (
            "We had project money this year. I thought that it came from the tax office, but the notice shows it was "
            "the Haidian Park Management Committee.",
            "park_funding",
            True,
        ),
        ("We hope for project money. It came from the tax office.", "park_funding", None),
    ],
)
def test_what_happened_in_fact(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "We delivered desks for RMB 180,000 to a public school on 10 May 2022, and it is now five weeks later "
            "without payment. The contract says payment within 60 days of delivery.",
            0,
        ),
        (
            "We delivered desks for RMB 180,000 to a public school on 1 April 2022, and it is now ten weeks later "
            "without payment. The contract says payment within 60 days of delivery.",
            10,
        ),
    ],
)
def test_time_since_delivery_is_no_lateness_by_itself(text: str, days: int) -> None:
    assert said(text, "receivable_overdue_days") == days


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "We paid our guarantor 130,000 for the loan, or rather 118,000 once I look at the invoice.",
            "guarantee_fee_cny",
            118000,
        ),
        (
            "The guarantee company charged us RMB 90,000, I thought; the invoice says 81,000.",
            "guarantee_fee_cny",
            81000,
        ),
        (
            "We paid the guarantee company RMB 75,000, sorry, 72,000 according to the receipt.",
            "guarantee_fee_cny",
            72000,
        ),
        ("I remembered the guarantee fee as RMB 50,000; the contract has RMB 45,000.", "guarantee_fee_cny", 45000),
        ("I had jotted down 60,000 for the guarantee fee, but the ledger has 56,000.", "guarantee_fee_cny", 56000),
        (
            "I typed 32,000 yuan for the patent valuation fee; the receipt is for 23,000 yuan.",
            "valuation_fee_cny",
            23000,
        ),
        (
            "Our turnover last year was RMB 40 million. Please ignore the 40 million I mentioned; it is RMB "
            "44 million.",
            "annual_revenue_cny",
            44000000,
        ),
        ("Please disregard the RMB 40 million of sales I mentioned; it is 44 million.", "annual_revenue_cny", 44000000),
        ("I gave you 75 employees. It should be 82.", "employees", 82),
        ("My message said 75 employees, forget that, the payroll says 82.", "employees", 82),
        ("We have 60 staff - scrub that, 64.", "employees", 64),
        ("Our loan was RMB 3 million; checking the contract, it was RMB 2.8 million.", "loan_amount_cny", 2800000),
        ("担保费我记得是8万，后来翻合同是7.6万。", "guarantee_fee_cny", 76000),
        ("担保费我先前记成20万，一看发票才18万。", "guarantee_fee_cny", 180000),
        ("評估費我原本記成6萬，翻收據是5.4萬，已付清。", "valuation_fee_cny", 54000),
        ("评估费会计登记的是4万，对了发票是3.5万。", "valuation_fee_cny", 35000),
        ("担保费付了12万，哦写错了，发票上是11万。", "guarantee_fee_cny", 110000),
        ("担保费我打成了15万，实际发票13万。", "guarantee_fee_cny", 130000),
        ("員工我上次填75人，查勞保名冊是82人。", "employees", 82),
        ("我印象里贷款是300万，翻合同是280万。", "loan_amount_cny", 2800000),
        ("起初以为高企证书有效，查了才知道到期了。", "high_tech_certified", OPEN),
        ("原以为没有逾期，查了才知道晚了三天。", "loan_overdue", OPEN),
        ("本來以為沒有逾期，查了才知道有一期晚了三天。", "loan_overdue", OPEN),
        ("担保费去年付了15万，今年翻倍，付了30万。", "loan_amount_cny", None),
    ],
)
def test_a_figure_looked_up_in_a_paper(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
