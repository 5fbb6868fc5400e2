"""Inquiries that run, premiums in a row or of a guarantor, things not pledged, aid for other matters, old titles."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 12)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Our credit file is clean, but in March the tax inspectors opened a case about suspected fake "
        "purchase invoices "
        "from 2021, and they have not told us what they found.",
        "No blacklisting, though the tax bureau has been looking into our 2021 invoices since May and "
        "has not finished.",
        "Our record is spotless, except that customs is examining some of our export declarations and "
        "we don't know the "
        "outcome.",
        "No penalties so far. The market regulator began an inquiry into our advertising in June; no finding yet.",
        "We have a clean record, but the environmental police came in April over the discharge and the file is still "
        "open.",
        "We have no dishonesty record. The tax audit department has a case against us over suspected "
        "false VAT invoices.",
        "Clean credit record. In May an inspector from the labour bureau opened a file on unpaid wages "
        "and we await the "
        "result.",
        "Our credit is clean but we are being investigated by the customs for under-declared imports.",
        "征信没问题，不过税务局五月起在查我们去年的发票，还没有结论。",
        "沒有失信紀錄，但國稅局三月立案調查我們疑似虛開發票，至今沒有通知結果。",
        "信用良好，只是环保局六月来查排污，案子还没结。",
        "近两年没有处罚，可市场监管局正在对我们的广告立案调查。",
        "信用紀錄清白，不過稅局上個月開檔查我哋去年啲發票，未有結果。",
        "信用好，公安经侦去年底来查过账，到现在没个说法。",
    ],
)
def test_a_case_that_is_not_closed_leaves_the_record_open(text: str) -> None:
    assert said(text, "serious_dishonesty") == OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Our credit file is clean, and the tax inspectors who opened a case in 2019 closed it without "
        "finding anything.",
        "Our credit file is clean. In March the tax inspectors opened a case about a supplier of ours "
        "and have not said "
        "what they found.",
        "Clean record. No inquiry has been opened against us by the tax bureau.",
        "Our record is clean; the tax office checks our books every year as a matter of routine.",
        "Our record is clean and the tax office is checking our refund application, still no answer.",
        "信用良好，税务局正在审核我们的退税申请，还没有结果。",
        "近两年无违法失信，从来没有被税务立案调查过。",
        "無違法失信，產品通過海關檢查，市場監管局抽查合格。",
        "No offences; our software helps tax inspectors who are looking at invoices.",
        "Our record is clean. The market bureau opened an inquiry in 2021 and closed it in 2022 without any finding.",
    ],
)
def test_a_case_that_is_closed_or_not_ours_leaves_it_clean(text: str) -> None:
    assert said(text, "serious_dishonesty") is False


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("We bought three technology insurance policies; premiums of RMB 190,000, 128,000 and 100,000.", 418000),
        ("We paid premiums for technology insurance: 190,000, 128,000 and 100,000 yuan.", 418000),
        ("The three technology insurance premiums were 190,000 yuan, 128,000 yuan and 100,000 yuan.", 418000),
        ("买了三份科技保险，保费分别是19万、12.8万和10万元。", 418000),
        ("三張科技保險，保費各為19萬、12.8萬、10萬元。", 418000),
        ("Two science insurance policies, premiums RMB 40,000 and 55,000.", 95000),
        (
            "Technology insurance premiums of 40,000 for equipment, 55,000 for liability and 30,000 for R&D failure.",
            125000,
        ),
        ("设备险保费4万，责任险保费5.5万，研发中断险保费3万，都是科技保险。", 125000),
        ("Premiums of RMB 190,000 in 2021 and 128,000 in 2022 for technology insurance.", OPEN),
        ("Technology insurance premiums of RMB 190,000, of which 128,000 was paid.", 190000),
    ],
)
def test_premiums_in_a_row_are_summed(text: str, sum_: object) -> None:
    assert said(text, "premium_cny") == sum_


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("敝公司貸款找了合作名單上的擔保公司作保，保費付了62.5萬元。", "guarantee_fee_cny", 625000),
        ("敝公司貸款找了合作名單上的擔保公司作保，保費付了62.5萬元。", "premium_cny", None),
        ("貸款由融資擔保公司擔保，保費12萬元。", "guarantee_fee_cny", 120000),
        ("贷款找担保公司作保，担保公司收了保费8万。", "guarantee_fee_cny", 80000),
        ("信保基金保證的貸款，保證手續費6萬元", "guarantee_fee_cny", 60000),
        ("擔保公司作保，科技保險保費付了10萬元。", "guarantee_fee_cny", None),
        ("找担保公司作保没花钱，科技险保费付了8万。", "guarantee_fee_cny", None),
        (
            "There are two loans: RMB 2 million at 5% unsecured, and another of 3 million for which we paid a partner "
            "guarantor 45,000.",
            "guarantee_fee_cny",
            45000,
        ),
        ("The second loan, 3 million, is backed by a guarantor to whom we paid 45,000.", "guarantee_fee_cny", 45000),
        ("A loan of 3 million, for which the guarantor charged us 45,000.", "guarantee_fee_cny", 45000),
    ],
)
def test_what_a_guarantor_was_paid(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We pledged no property and no shares; the bank was content with a guarantee company that we paid to stand "
            "behind the loan.",
            "other",
        ),
        ("We pledged neither property nor patents to the bank for this loan.", "none"),
        ("We pledged not a single share to the bank; the loan is guaranteed by a guarantee company.", "other"),
        ("We have pledged no receivables and no patents to the bank.", "none"),
        ("We pledged no property, only shares, for the bank loan.", None),
        ("We pledged no shares but our patents to the bank.", "ip"),
        ("No shares were pledged and no house mortgaged; a guarantee company stood behind the bank loan.", "other"),
        ("For the bank loan we gave neither shares nor receivables in pledge, but a guarantor signed.", None),
        ("We pledged our shares and two patents to the bank.", "equity"),
    ],
)
def test_what_was_not_pledged_secures_nothing(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The region once paid for our booth at a trade fair, but nobody has put money into this loan.", False),
        ("The province gave us a grant for our website; nothing public has gone into this loan.", False),
        ("The region covered our travel to an expo, but nobody has supported the borrowing.", False),
        ("The region paid for our staff training in 2020; this loan has had no help from anyone.", False),
        ("自治区以前补过我们参展的展位费，但这笔贷款没有任何部门出过钱。", False),
        ("区里去年给过我们一笔稳岗补贴，这笔贷款谁也没补过。", False),
        ("自治區曾經補助過我們的參展攤位費，但這筆貸款沒有人補過一毛錢。", False),
        ("There are two loans. The region has helped with neither so far.", False),
        ("The region has supported neither loan.", False),
        ("The region once paid for our booth, and it has put money into this loan too.", OPEN),
        ("The region has helped with one loan but not the other.", OPEN),
        ("Has the region helped with neither?", OPEN),
        ("The region once paid towards this loan; nobody has put money into the other loan.", OPEN),
    ],
)
def test_aid_for_another_matter(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018年11月拿的高新技术企业证书，三年期，之后没有再申请。", False),
        ("高企證書2018年拿的，三年有效，之後沒有再申請。", False),
        ("高新技术企业证书2018年11月发的，三年期，没有再去弄。", False),
        ("我们2018年底评上高企，证书三年，后面就没再弄了。", False),
        ("We got our high-tech certificate in November 2018 for three years and did not apply again.", False),
        ("Certified high-tech in 2018; the certificate ran three years and we never sought another.", False),
        ("High-tech certificate of 2018, good for three years; nothing filed since.", False),
        ("2020年11月拿的高新技术企业证书，三年期，之后没有再申请别的。", True),
        ("2018年11月拿的高新技术企业证书，三年期，去年重新认定了。", OPEN),
        ("2018年拿的高企证书，2021年续了，之后没有再申请别的称号。", True),
        ("2018年拿的高新技术企业证书，科技型中小企业没有再申请。", OPEN),
    ],
)
def test_a_certificate_of_long_ago_that_nobody_renewed(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our core-area company has a university in Haidian develop a chip for it.", "CN-11/haidian"),
        ("我們是核心區的公司，委託海淀一所大學開發晶片。", "CN-11/haidian"),
        ("We are a small enterprise in the core area.", None),
    ],
)
def test_the_core_area(text: str, value: object) -> None:
    assert said(text, "region") == value
