"""Whose name a loan is in, receipts and rents, prizes after lean years, lists looked through, policies for a loan."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "owner", "kind"),
    [
        ("去年五月公司以自己的名义从银行借了1000万", False, "bank"),
        ("公司用自己的名义向合作银行贷了300万", False, "bank"),
        ("厂里以自己名义跟农商行借的500万", False, "bank"),
        ("我司拿自己的名義向合作銀行借了600萬", False, "bank"),
        ("The company borrowed RMB 3 million from a bank in its own name.", False, "bank"),
        ("Our company, acting in its own name, borrowed 5 million from the bank.", False, "bank"),
        ("The bank lent 2 million to the company in its own right.", False, "bank"),
        ("我以自己的名义从银行借了300万给公司用", True, "personal"),
        ("公司周转不开，我就以自己的名义从银行借了100万", True, "personal"),
        ("公司让我以自己的名义去银行贷了100万", True, "personal"),
        ("厂里缺钱，老板拿自己名义向銀行借了兩百萬", True, "personal"),
        ("如果公司以自己的名义去银行借300万，行不行？", None, None),
    ],
)
def test_a_name_of_its_own_is_the_borrowers(text: str, owner: object, kind: object) -> None:
    assert said(text, "owner_borrowed") == owner
    assert said(text, "loan_kind") == kind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("前年没有、去年才拿到宁夏创新创业大赛三等奖", True),
        ("前年參賽落空，去年終於拿到寧夏創新創業大賽優勝獎", True),
        ("2020年没得奖，2021年拿了宁夏创新创业大赛一等奖", True),
        ("宁夏创新创业大赛前年没获奖，去年得了三等奖", True),
        ("We won nothing in 2020 but took second prize in the Ningxia startup contest last year.", True),
        ("After coming away empty-handed in 2020, we won third prize in the Ningxia startup contest in 2021.", True),
        ("It took us two tries to win the Ningxia startup contest: no prize in 2020, third in 2021.", True),
        ("前年没有、去年也没有拿到宁夏创新创业大赛的奖", False),
        ("2016年拿过宁夏创新创业大赛二等奖，去年没拿到", False),
        ("We won third prize in the Ningxia startup contest in 2016 and won nothing last year.", False),
        ("宁夏创新创业大赛前年没得奖，去年拿了市里比赛的一等奖", False),
    ],
)
def test_a_prize_after_a_year_without(text: str, value: object) -> None:
    assert said(text, "contest_winner") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("看不出这家保险公司在不在科技金融合作机构名单里", OPEN),
        ("翻遍了合同也没看出保险公司在不在合作名单里", OPEN),
        ("承保的保險公司在不在科技金融合作名單內，我們看不出來", OPEN),
        ("Nothing on the invoice shows whether the insurer is a science-finance partner institution.", OPEN),
        ("我们查了名单，这家保险公司不在科技金融合作机构名单里", False),
        ("查了科技金融合作机构名单，没有这家保险公司", False),
        ("科技金融合作名單我們翻過，裡面沒有這家銀行", False),
        ("合作名单里看得到这家保险公司", True),
    ],
)
def test_a_list_that_was_looked_through(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("今年花14万元买了科技保险，保费能补7万吗？", "premium_cny", 140_000),
        ("買科技保險花了9萬，保險費可以補4.5萬嗎？", "premium_cny", 90_000),
        ("保险费交了10万元，保费补5万对不对？", "premium_cny", 100_000),
        ("The premium was RMB 96,000. Can we get 48,000 of the premium back?", "premium_cny", 96_000),
        ("We paid 80,000 yuan for loan surety insurance so that the bank would lend us 2m.", "premium_cny", 80_000),
        (
            "We paid 80,000 yuan for loan surety insurance so that the bank would lend us 2m.",
            "loan_amount_cny",
            2_000_000,
        ),
        ("SME loan surety insurance cost us RMB 90,000.", "premium_cny", 90_000),
        ("公司花12万买了小微企业贷款保证保险，银行才放了250万", "premium_cny", 120_000),
        ("公司花12万买了小微企业贷款保证保险，银行才放了250万", "loan_amount_cny", 2_500_000),
        ("為了向銀行借250萬，付了12萬元貸款保證保險", "premium_cny", 120_000),
        ("We paid RMB 120,000 for car insurance and borrowed 2.5 million.", "premium_cny", None),
        ("If we paid 120,000 for loan surety insurance, could we claim?", "premium_cny", None),
        ("我们用贷款保证保险借了300万", "premium_cny", None),
        ("We pledged shares so the company could borrow 8 million; it was repaid.", "loan_amount_cny", 8_000_000),
        ("They took the patents so that we could borrow RMB 15 million for a year.", "loan_amount_cny", 15_000_000),
    ],
)
def test_what_a_policy_cost_and_what_it_brought(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There is an 80,000 receipt from the regional industry department for this very loan.", True),
        ("80,000 came in from the region's industry department for this loan. Nobody paid the remaining half.", True),
        ("The regional agriculture department credited us with 30,000 for the interest on this loan.", True),
        ("自治区工信厅就这笔贷款的利息给过8万，剩下的16万没人补过", True),
        ("这笔贷款工信厅的贴息资金已经进账8万，其余没补过", True),
        ("In my ledger there is no receipt from the region for this loan.", False),
        ("Is a receipt from the regional industry department for this loan a bar?", None),
        ("In my ledger there is a receipt from the bank for this loan.", None),
        (
            "A bank loan. The city, from its own purse, gave us a rent subsidy, and nothing has come from the region.",
            False,
        ),
        ("Wuzhong city gave us a rent subsidy of 30,000 and no regional money went into this loan.", False),
        ("县里补过水电费，自治区的补助没拿过，贷款是银行的", False),
        ("Yinchuan city gave us a 30,000 subsidy for this loan.", OPEN),
        ("市里给这笔贷款补了三万利息。", OPEN),
    ],
)
def test_money_for_this_loan_or_for_the_rent(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018年因为欠货款进过失信名单，2019年初还清就撤下来了，之后到现在干干净净。", False),
        ("我们2017年上过失信名单，2018年还完钱就撤了，从那以后清清白白。", False),
        ("2018年公司被列入失信名單，2019年初還清後就撤下，之後到現在清清白白。", False),
        (
            "In 2017 we were on the debtors list; it was taken down in early 2018 and we have been clean ever since.",
            False,
        ),
        ("去年进过失信名单，今年还清就撤下来了，之后到现在干干净净。", OPEN),
        ("2018年进过失信名单，今年年初还清就撤下来了，之后干干净净。", OPEN),
        ("2018年进过失信名单，后来还清了。", OPEN),
    ],
)
def test_a_listing_that_ended(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第二笔500万是拿两张采购订单质押借的，没有担保", "order"),
        ("這筆貸款用專利質押借的，沒有擔保", "ip"),
        ("这笔贷款没有担保，也没有抵押", "none"),
        ("公司向银行借了300万，没有担保", "none"),
    ],
)
def test_no_surety_beside_a_pledge(text: str, value: object) -> None:
    assert said(text, "loan_security") == value
