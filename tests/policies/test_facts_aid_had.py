"""Aid that was had is no cost, a share of what was just told, small loans beside a large one, no technology at all."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.advise import Adviser
from tests.policies.stating import stated

DAY = date(2022, 12, 1)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("今年八月我们已经拿到这笔贷款的科技金融担保费补助5.6万元。", None),
        ("去年我們已領到擔保費補貼56000元。", None),
        ("这笔贷款的担保费补了5.6万元，八月到账。", None),
        ("5.6万元担保费补助八月已经到账。", None),
        ("科技厅退给我们担保费4万元。", None),
        ("In August we received the guarantee-fee subsidy of RMB 56,000 for this loan.", None),
        ("We have had RMB 56,000 refunded on the guarantee fee of this loan.", None),
        ("The department paid us RMB 56,000 towards the guarantee fee in August.", None),
        ("我们付了担保费5.6万元，想申请担保费补助。", 56_000),
        ("担保费5.6万元，能补多少？", 56_000),
        ("To get the guarantee fee subsidy we paid the guarantor RMB 56,000.", 56_000),
        ("担保费7万元，已经补助5.6万元。", 70_000),
        ("We paid a guarantee fee of RMB 70,000, of which RMB 56,000 has been refunded.", 70_000),
    ],
)
def test_aid_is_no_fee(text: str, fee: object) -> None:
    assert said(text, "guarantee_fee_cny") == fee


_FIRM_ZH = (
    "我们是银川做污水处理设备的有限公司，科技型中小企业，去年销售增长16%，没有违法失信。"
    "去年十一月从合作银行借了600万元，利率4.7%，"
)
_FIRM_EN = (
    "We are a limited company in Yinchuan, a technology SME, sales grew 16% last year, no record of dishonesty. Last "
    "November we borrowed RMB 6 million from a partner bank at 4.7%, guaranteed by a partner guarantee company, and "
    "repaid it on time this November. "
)


@pytest.mark.parametrize(
    "text",
    [
        _FIRM_ZH
        + "今年十一月按时还清。八月已经拿到这笔贷款的担保费补助5.6万元。现在想就同一笔贷款再申请利息补助，可以吗？",
        _FIRM_ZH + "今年十一月按时還清。今年八月已領到這筆貸款的擔保費補貼56000元。擔保費還能再補一次嗎？",
        _FIRM_EN + "In August we received the guarantee-fee subsidy of RMB 56,000 for this loan. Can we have the "
        "interest subsidised too?",
    ],
)
def test_a_fee_that_was_subsidised_brings_neither_interest_nor_the_fee_again(text: str) -> None:
    answer = Adviser().advise(text, as_of=DAY)
    match = next(one for one in answer.matches if one.article == "nx-techfin-2021/2")
    assert {"loan-interest", "guarantee-fee"} <= {one.id for one in match.benefits if one.amount_cny is None}
    assert str(match.verdict) not in ("likely", "eligible")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2021年销售收入1.2亿元，研发花掉了其中的3.1%，年末总资产1.6亿元。", 3.1),
        ("Sales in 2021 were RMB 120 million, of which 3.1% went into research.", 3.1),
        ("2021年營業額1.2億元，當中3.1%投入研發。", 3.1),
        ("去年營收8000萬元，研發用掉其中的4%。", 4),
        ("去年营收8000万元，研发吃掉了里面的4%。", 4),
        ("Revenue of RMB 80 million, 4% of which we spent on development.", 4),
        ("Turnover was 80 million; R&D took 4% of it.", 4),
        ("去年利润900万元，研发花掉了其中的4%。", None),
        ("客户去年销售收入1.2亿元，研发花掉了其中的3.1%。", None),
        ("去年销售收入8000万元，研发费用200万元，其中30%是人工。", None),
        ("Profit was 9 million, of which 4% went into research.", None),
    ],
)
def test_a_share_of_what_was_just_told(text: str, share: object) -> None:
    assert said(text, "rnd_ratio_pct") == share


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        (
            "我们是一家银行的科技支行，今年给30家科技企业放了信用贷款，每家都不超过500万元，合计4200万元；另外有一家单户放了800万元。",
            42e6,
        ),
        (
            "我們是一家銀行，今年給20家科技企業放了信用貸款，每戶都不超過500萬元，一共3000萬元，另有一戶放了900萬元。",
            30e6,
        ),
        (
            "We are a bank. This year we made unsecured loans to 30 technology firms, none above RMB 5 million, RMB 42 "
            "million in all; one more client had RMB 8 million.",
            42e6,
        ),
        ("我们公司从银行拿了信用贷款，不超过500万元，合计两笔420万元。", None),
        ("我们是一家银行，明年打算给30家企业放信用贷款，每家都不超过500万元，合计4200万元。", None),
    ],
)
def test_small_loans_beside_a_large_one(text: str, lent: object) -> None:
    assert said(text, "credit_loans_lent_cny") == lent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We do no development, own no patents and hold no technology title.", False),
        ("We carry out no development, have no patents and hold no titles.", False),
        ("There is no development done here, no patent, no technology title.", False),
        ("我们不搞开发，没有专利，也没有任何科技称号。", False),
        ("我們不做開發，沒有專利，也沒有科技稱號。", False),
        ("公司没有开发活动，名下没有专利，没有科技企业称号。", False),
        ("We do no development.", None),
        ("We own no patents.", None),
        ("我們沒有科技稱號。", None),
        ("Our supplier does no development, owns no patents and holds no technology title.", None),
        ("Do firms that do no development, own no patents and hold no technology title qualify?", None),
    ],
)
def test_no_technology_at_all(text: str, value: object) -> None:
    assert said(text, "tech_enterprise") == value
