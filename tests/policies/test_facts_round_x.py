"""Premiums by their parts, policies of the owner's own, money for another thing, sums that are asked for."""

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
        ("去年交了34万保费：研发设备的科技保险25万，普通货车险和仓库火险加起来9万。", 250000),
        ("保费一共34万，其中科技保险25万，车险9万。", 250000),
        ("保費總共三十四萬，科技險二十五萬，其餘是車險。", 250000),
        ("我們交了保費二十萬：科技研發責任險十二萬，員工團體險八萬。", 120000),
        (
            "We paid RMB 340,000 in premiums: 250,000 for technology insurance and 90,000 for trucks and the warehou"
            "se.",
            250000,
        ),
        (
            "Premiums came to RMB 340,000 in all, of which 250,000 was R&D equipment cover and the rest fire and mot"
            "or.",
            250000,
        ),
        (
            "Premiums of RMB 200,000 were paid last year, RMB 120,000 on the R&D equipment policy and RMB 80,000 on "
            "our vans.",
            120000,
        ),
        ("保费一共34万，其中科技保险25万，另一份9万。", OPEN),
        ("保费34万，研发设备险25万，专利险9万。", 340000),
        ("科技保险保费一共34万，其中设备的25万，责任的9万。", 340000),
        ("科技保险保费付了12万，6万能到手吗？", 120000),
        ("两份科技保险保费分别付了12万，6万。", 180000),
        ("同行交了34万保费，科技保险25万，车险9万。", None),
        ("保费12万能补吗？", 120000),
    ],
)
def test_a_premium_by_its_parts(text: str, value: object) -> None:
    assert said(text, "premium_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("那張科技保險，要保人和被保險人都寫董事長本人，公司後來把保費報銷給他。", "personal"),
        ("科技保险的投保人填的是我自己，保费公司出的。", "personal"),
        ("研发设备的保险是以老板个人名义投保的，发票也开给了他。", "personal"),
        ("那張科技保單掛在老闆娘名下，公司付錢。", "personal"),
        ("The R&D policy is in my own name, the company refunded me the premium.", "personal"),
        ("The policyholder is our founder, not the company.", "personal"),
        ("Our technology policy names the director as policyholder.", "personal"),
        ("The technology insurance was taken out by the owner personally.", "personal"),
        ("投保人写的是我，后来已经改成公司了。", OPEN),
        ("投保人是公司，被保险人是董事长本人。", None),
        ("科技保险的投保人不是我个人，是公司。", None),
        ("The policyholder is the company, and the insured is our founder.", None),
        ("If the policy were in my own name, would that count?", None),
        ("我车险的投保人是我自己，科技保险是公司买的。", None),
        ("The insurer's director signed the policy.", None),
    ],
)
def test_a_policy_of_the_owners_own(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("前年自治区给过我们20万建实验室，跟这笔贷款和评估没有关系，别的没有了。", False),
        ("自治区2020年给过15万买检测仪，与本次担保无关，其他没有。", False),
        ("區裡前年撥過三十萬蓋溫室，跟這張保單不相干，其他沒有。", False),
        (
            "The region gave us 200,000 two years ago for a laboratory; it has nothing to do with this loan, and there "
            "was nothing else.",
            False,
        ),
        ("去年贷款180万。农业农村厅给过一笔设备补贴，跟这笔贷款没关系。", OPEN),
        ("自治区给过我们20万，跟这笔贷款有没有关系说不清。", OPEN),
        ("自治区给过我们20万建实验室，跟这笔贷款有没有关系说不清，别的没有了。", OPEN),
        ("自治区给过20万付这笔贷款的利息，别的没有了。", OPEN),
        ("自治区给过我们20万建实验室，别的没有了。", OPEN),
    ],
)
def test_money_for_another_thing(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("评估机构出了报告，付了9万元。听说知识产权评估费能报九成，8.1万能拿到吗？", 90000),
        ("知识产权评估费付了4万，3.6万可以领到吗？", 40000),
        ("專利鑑價費付了五萬元，四萬五能不能退回來？", 50000),
        ("评估费3万能报吗？", 30000),
    ],
)
def test_a_sum_that_is_hoped_for_is_no_fee(text: str, value: object) -> None:
    assert said(text, "valuation_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Back in September 2019 we came second in the Ningxia innovation and entrepreneurship contest, and that is "
            "the one distinction our limited company can show.",
            False,
        ),
        ("A third prize of 2018 in the Ningxia contest is the one title we hold.", False),
        ("2018年宁夏创新创业大赛三等奖，是公司拿得出的唯一荣誉。", False),
        ("We won the Ningxia contest in 2021 and that is the one title that counts with customers.", None),
        ("2021年宁夏大赛二等奖是我们很看重的荣誉。", None),
    ],
)
def test_a_prize_that_is_all_there_is(text: str, value: object) -> None:
    assert said(text, "tech_sme") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The loan was cleared on time. My guess is half the interest, RMB 276,000.", False),
        ("The bank loan was repaid on time. My guess is that we get half.", False),
        ("The loan was paid on time, but that is only a guess.", OPEN),
    ],
)
def test_a_guess_at_the_aid_doubts_no_repayment(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value
