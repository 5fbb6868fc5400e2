"""Branches, taxes paid elsewhere, certificates run out, institutions off the list, tries that failed, others' loans."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们公司注册在海淀，税一直交在昌平。", False),
        ("公司設在海淀核心區，稅卻一直繳在昌平。", False),
        ("我们办公在海淀，税款历年都交到朝阳区税务局。", False),
        ("註冊在海淀，稅務關係掛在豐台。", False),
        ("We are registered in Haidian and settle our taxes in Shunyi, not Haidian.", False),
        ("注册在海淀，税一直交在海淀。", True),
        ("我们在海淀，客户的税一直交在昌平。", None),
        ("我们在海淀，税打算明年转到昌平交。", None),
    ],
)
def test_taxes_paid_elsewhere(text: str, value: object) -> None:
    assert said(text, "local_taxpayer") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I run the Yinchuan branch of a Shanghai software company.", False),
        ("The branch is only registered as a branch, with Shanghai liable for everything.", False),
        ("Our office is registered as a branch; head office bears all liabilities.", False),
        ("我们只登记为分公司，责任由总部承担。", False),
        ("我负责深圳某公司在银川的分公司。", False),
        ("We have a branch in Yinchuan.", None),
        ("I run the Yinchuan branch of a Shanghai bank.", None),
        ("I cannot say whether it is a company in its own right or a sole-trader or partnership business.", OPEN),
        ("It may be a company or it may be a sole proprietorship, I don't know.", OPEN),
        ("We are a partnership.", False),
    ],
)
def test_branch_and_form(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("高新技术企业证书是2019年3月2日发的，有效期三年，重新认定我们没去报。", False),
        ("高新技术企业证书是2018年发的，后来没有重新认定。", False),
        ("高企證書2019年1月核發，三年效期，沒有再申請。", False),
        ("Our high-tech certificate was issued on 2 March 2019, valid for three years; we never renewed it.", False),
        ("Our high-tech certificate dates from March 2018 and we did not apply again.", False),
        ("高新技术企业证书是2020年3月2日发的，有效期三年。", True),
        ("高新证书2018年发的，2021年重新认定过了。", True),
        ("Our high-tech certificate was issued in 2018 and renewed in 2021.", True),
        ("We got our high-tech certificate in 2018 and it is still valid.", True),
        ("我们在中卫注册，母公司在北京，高新技术企业证书到2024年才到期。", True),
        ("我们在中卫注册，母公司在北京，是高新技术企业。", None),
        ("母公司在北京，高新技术企业证书到2024年才到期。", None),
    ],
)
def test_certificate(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We looked through the science department's list, and our insurer is not on it.", False),
        ("合作银行放的款，但评估公司我查过不在科技厅名单里。评估费付了9万。", False),
        ("銀行是合作行，可是擔保公司不在科技廳名單上，擔保費付了五萬。", False),
        ("I checked the partner list and the bank is on it.", True),
    ],
)
def test_institution_off_the_list(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Beihang developed it; two earlier prototypes failed, but now we turn out small batches.", True),
        ("Two prototypes came to nothing, but we now produce in small batches.", True),
        ("先前兩次試製沒成，五月起開始小批量生產。", True),
        ("We tried small batches in March and they sell well.", True),
        ("We tried small batches and failed.", OPEN),
        ("We failed twice to get to small batches.", OPEN),
        ("小批量试产失败了。", OPEN),
    ],
)
def test_small_batch_after_failures(text: str, value: object) -> None:
    assert said(text, "small_batch_stage") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We commissioned a Beihang laboratory to develop a chip. The development payments actually made to the "
            "university came to RMB 3.2 million; a further 1 million is agreed but not yet paid.",
            3_200_000,
        ),
        ("We commissioned a university lab; payments to the lab totalled RMB 1.5 million in the year.", 1_500_000),
    ],
)
def test_payments_to_a_university(text: str, value: object) -> None:
    assert said(text, "tech_transfer_paid_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We got a regional grant the year before, but only towards a coating line, nothing for this insurance.",
            False,
        ),
        ("Last year we had regional money for a solar roof, none for this guarantee.", False),
        ("前年拿过一笔自治区补贴，不过是买设备用的，这笔保险一分没有。", False),
        ("去年領過自治區補助，但那是蓋廠房的，這次保險沒拿過任何錢。", False),
        ("We got a regional grant last year, not sure for what.", OPEN),
        ("We got a regional grant towards the interest of our loan, nothing for this insurance.", True),
        ("去年拿过自治区补贴，这笔贷款没到期。", True),
    ],
)
def test_money_for_another_thing(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("公司向合作银行借了500万。老板自己以前也借过个人经营贷，与本次申请无关。", "bank"),
        (
            "The company borrowed 3 million from a bank. The owner once took a loan in his own name; we are not "
            "applying with that one.",
            "bank",
        ),
        ("公司向銀行借了三百萬；老闆幾年前另以個人名義借過一筆，不在這次申請之內。", "bank"),
        ("公司向合作银行借了500万。老板自己以前也借过个人经营贷。", OPEN),
        ("一位已離職的股東自己欠信用卡被催收，會不會連累我們？", None),
        ("A former shareholder is behind on his own credit card; does that hurt us?", None),
        ("We funded it on the owner's credit card.", "personal"),
        ("这笔钱是老板刷信用卡借的。", "personal"),
    ],
)
def test_loans_of_others(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "我在海淀一家银行上班。不靠担保公司担保的中小微企业贷款余额是7.2亿元，另外有担保公司担保的1.5亿。",
            720_000_000,
        ),
        ("我们支行无担保公司担保的小微贷款余额3亿，担保公司担保的还有1亿。", 300_000_000),
        ("我们银行年底中小微贷款余额8.7亿，其中1.5亿由担保公司担保。", 720_000_000),
    ],
)
def test_balance_free_of_guarantors(text: str, value: object) -> None:
    assert said(text, "sme_loan_balance_cny") == value
