"""What is denied, doubted or told of another matter in passing: lists, inferences, a county's money, questions."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("We carry no agricultural, demonstration or little-giant title.", "little_giant", False),
        ("Our entry as a technology SME was turned down; they turned our papers down in May.", "tech_sme", False),
        ("The decree lets technology SMEs can deduct more.", "tech_sme", None),
        ("We entered no contests or challenge matches of the region.", "challenge_matched", False),
        ("We entered no contests or challenge matches of the region.", "contest_winner", False),
        ("We have never joined the Ningxia contests.", "challenge_matched", False),
        ("I cannot say whether we count as a high-tech enterprise, a technology SME or the like.", "tech_sme", OPEN),
        ("Nobody knows whether we are a technology-based SME.", "tech_sme", OPEN),
        ("Nobody knows whether we are a technology-based SME.", "size", None),
        ("My uncle says that this makes us a technology company.", "tech_enterprise", OPEN),
        ("会计说这样就算科技企业", "tech_enterprise", OPEN),
        ("我們是一家科技企業", "tech_enterprise", True),
    ],
)
def test_titles_in_lists_and_inferences(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We had never borrowed from a bank before. Is there a subsidy for a first loan?", True),
        ("我们从没贷过款，首贷有补贴吗？", True),
        ("從來沒有跟銀行借過錢，首貸有貼息嗎？", True),
        ("Is there a first loan subsidy? In 2018 the company borrowed RMB 400,000 from a rural bank.", False),
        ("首贷有补贴吗？", OPEN),
    ],
)
def test_a_question_takes_nothing_back(text: str, value: object) -> None:
    assert said(text, "first_loan") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("贷款两百万，利息是自治区商务厅的专项资金补了一半", True),
        ("借款的利息已經由自治區發改委補過一次", True),
        ("贷款两百万。县里补过我们展会的摊位费", None),
        ("貸款兩百萬。鎮上給過我們安全獎勵", None),
        ("We have a bank loan. In 2021 the county gave us a grant towards a boiler.", None),
        ("We have a bank loan. The county refunded part of the interest on it.", OPEN),
        ("贷款两百万。隔壁公司去年补了五千块", None),
        ("这笔贷款没享受过担保费补助和自治区别的资金", False),
    ],
)
def test_whose_money_and_for_what(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("一年期无担保放款已准时结清", "loan_overdue", False),
        ("一年期無抵押貸款已如期結清", "loan_overdue", False),
        ("这笔贷款没享受过担保费补助和自治区别的资金", "guarantee_fee_subsidised", False),
        ("近兩年守法，擔保費補助與自治區另外的資金都沒領", "guarantee_fee_subsidised", False),
        ("The contract names me, the managing partner, as borrower of the loan.", "loan_kind", "personal"),
        ("Our shares in the mill, which is a limited company, were pledged to the bank.", "loan_security", "equity"),
        ("For the loan we pledged the fees expected from our car park.", "loan_security", "expected-income"),
        ("The loan was paid back in May as the contract required, principal and interest.", "loan_repaid", True),
        ("A credit rating agency gave us a rating of BB in June.", "credit_rating", "BB"),
    ],
)
def test_loans_and_what_they_were_had_for(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("海淀园认定的创业企业，微型，做语音", "micro"),
        ("公司在新竹，小型，三十人", "small"),
        ("苏州的厂，中型", "medium"),
        ("Forty of us, and by the ministry's standard small.", "small"),
        ("We rent two rooms there, micro by headcount and income.", "micro"),
        ("我们做微型电机", None),
        ("We make small parts by hand.", None),
    ],
)
def test_sizes_said_in_a_word(text: str, value: object) -> None:
    assert said(text, "size") == value
