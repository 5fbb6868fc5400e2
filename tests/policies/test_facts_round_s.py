"""Penalties of open gravity, lapsed papers, a bank's customer, a private loan beside the firm's, premiums repaid."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2022, 9, 12)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018年因为发票的事被罚过一次，之后再没出过问题。", False),
        ("2017年因发票问题被税务罚过款，此后没有再犯。", False),
        ("2016年有一次因為發票被裁罰，近三年完全沒有不良紀錄。", False),
        ("The tax people fined us over an invoice in 2018, and there has been no trouble since then.", False),
        ("去年因为发票的事被罚过一次，算不算严重不清楚。", OPEN),
        ("2018年因为发票被罚过，去年又被罚了一次，不知算不算严重。", OPEN),
        ("去年货款开票晚，被客户罚款五千。", None),
        ("客户去年因发票开晚了罚了我们三万违约金。", None),
        ("去年十一月環保局罰過我哋一次，計唔計嚴重違法，律師話仲要看上訴結果和公示。", OPEN),
        ("去年被罚过一次，够不够得上严重，主管部门还没答复。", OPEN),
        ("上年俾稅局罰過錢，算唔算嚴重我哋都唔知。", OPEN),
        ("Last November the environment bureau fined us; whether it counts as serious depends on the appeal.", OPEN),
        ("Last year we got a penalty from the tax office. Is it serious? Nobody has ruled yet.", OPEN),
        ("今年一月安监局罚了我们八万，性质严不严重还在听证。", OPEN),
        ("The bureau fined us last autumn, we have appealed and the result is still pending.", OPEN),
        ("去年因偷税被税务局罚款，属于严重违法失信。", True),
        ("公司冇嚴重違法失信", False),
        ("我哋冇俾人罰過", False),
        ("近兩年冇行政處罰", False),
    ],
)
def test_gravity_of_a_penalty(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("我哋筆銀行貸款冇逾期", "loan_overdue", False),
        ("貸款冇拖欠利息", "loan_overdue", False),
        ("我哋冇高新技術企業證書", "high_tech_certified", False),
        ("放款銀行冇喺合作名單入面", "partner_institution", False),
        ("我哋筆貸款有冇逾期，會計都唔知", "loan_overdue", OPEN),
    ],
)
def test_no_in_cantonese(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We have been in the high-tech programme for years: our company's certificate ran from August 2018 to "
            "August 2021, and the renewal was turned down.",
            False,
        ),
        ("The high-tech certificate covered 2018 to 2021; our application to renew it was rejected.", False),
        ("高新技術企業證書自2018年8月至2021年8月，續證被駁回。", False),
        ("高企資格冇續", False),
        ("高企證書今年三月先到期，之後冇續。", False),
        ("高新技術企業證書2023年底先到期。", True),
        ("高新技術企業張證書，2023年尾先到期。", True),
        ("高企證書仲有一年先到期。", True),
        ("We are in the high-tech zone; our patent certificate ran to 2021 and the renewal was refused.", None),
        ("Our high-tech certificate ran to August 2021 and was renewed.", OPEN),
    ],
)
def test_end_of_the_paper(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


CLERK = (
    "I'm a clerk at a bank that is on Ningxia's list of science-finance partners, asking for a customer who sells "
    "mine-safety software from Yinchuan. The customer is a limited company with a high-tech certificate valid through "
    "2024, no serious breaches, no other regional subsidy."
)
HANDLER = (
    "I handle loans at a bank and am enquiring for a customer based in Yinchuan. The customer is a limited company, "
    "holds a valid high-tech certificate and has committed no serious violations."
)
CANTONESE = "我係銀行職員，幫一個客問：客戶喺銀川註冊嘅有限公司，高新技術企業，冇嚴重違法失信。"


@pytest.mark.parametrize("text", [CLERK, HANDLER, CANTONESE])
def test_the_customer_of_a_clerk(text: str) -> None:
    assert said(text, "region") == "CN-64/yinchuan"
    assert said(text, "legal_person") is True
    assert said(text, "high_tech_certified") is True
    assert said(text, "serious_dishonesty") is False


def test_customers_of_others() -> None:
    ours = "We are a limited company in Yinchuan. The customer is a certified high-tech enterprise in Wuzhong."
    assert said(ours, "high_tech_certified") is None
    assert said(ours, "region") == "CN-64/yinchuan"


@pytest.mark.parametrize(
    "text",
    [
        "老闆自己的車貸去年遲繳過兩期,不過公司名下的貸款一次都沒逾期:2021年11月跟合作銀行借240萬,一年期,上個月已如期還清。",
        "老板自己的房贷断供过一次，但公司的贷款从没逾期：去年向合作银行借了200万，按时还清。",
        "負責人私人的信用卡曾遲繳，公司向合作銀行借的300萬都準時還，未曾逾期。",
        "老細自己個車貸遲過供款，公司向合作銀行借嘅240萬就次次準時還，冇逾期。",
        "The owner's own car loan was late twice, but the company's loan has never been overdue: in November 2021 it "
        "borrowed RMB 2.4 million from a partner bank, and repaid on time.",
        "My private car loan went overdue for a month last year; the company's RMB 3 million loan from a partner bank "
        "has been served punctually throughout.",
    ],
)
def test_private_loan_beside_the_companys(text: str) -> None:
    assert said(text, "loan_kind") == "bank"
    assert said(text, "loan_overdue") is False
    assert said(text, "partner_institution") is True


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("老板用个人名义向银行借了200万投进公司。", "loan_kind", "personal"),
        ("老板自己的房贷200万，钱给公司用了。", "loan_kind", "personal"),
        ("公司的贷款去年逾期过两次，老板自己的车贷一直按时还。", "loan_overdue", OPEN),
        ("我们的银行不是合作银行，贷款没逾期。", "partner_institution", False),
    ],
)
def test_private_loan_that_is_meant(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我們在銀川有個據點，辦了營業執照，是蘭州總公司的分公司，稅也在當地繳。總公司是高新技術企業。", False),
        ("銀川的據點登記為蘭州某公司的分公司。", False),
        ("我哋喺銀川嘅係分公司，總公司喺蘭州。", False),
        ("The Yinchuan outfit is a branch, the head office being in Lanzhou.", False),
        ("分公司可以申请吗？", None),
        ("我们在兰州开了家分公司，想问分公司能不能申请。", None),
        ("公司是有限公司，跟我们合作的是建行银川分行。", True),
        ("客户是兰州总公司的分公司，我们是有限公司。", True),
    ],
)
def test_branch_of_a_head_office(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


INSURED = "我們買了「中小企業貸款保證保險」，憑保單從合作銀行拿到200萬元貸款。"
INSURED_EN = "We bought SME loan guarantee insurance and got RMB 2 million from a partner bank with the policy. "


@pytest.mark.parametrize(
    "text",
    [
        INSURED + "保費三萬六，今年七月已經收到科技廳的一萬八補助，其他自治區資助就沒有。",
        INSURED + "保费3.6万，七月份科技厅补了1.8万，自治区其他补贴没有。",
        INSURED + "保費三萬六，科技廳七月已經補返一萬八，冇其他資助。",
        INSURED_EN + "The premium was 36,000, and in July the science department already paid us 18,000 of it; no "
        "other regional money.",
        INSURED_EN + "For the premium of RMB 36,000 we had RMB 18,000 back from the science and technology department "
        "in July, but no other regional subsidy.",
    ],
)
def test_premium_paid_back(text: str) -> None:
    assert said(text, "premium_subsidised") is True
    assert said(text, "other_regional_funding") is False


@pytest.mark.parametrize(
    "text",
    [
        INSURED + "保費三萬六，科技廳能補一萬八嗎？",
        INSURED + "保費三萬六，準備向科技廳申請補助。",
        INSURED_EN + "The premium was 36,000, and we hope the science department will have paid us half of it soon.",
    ],
)
def test_premium_to_be_paid_back(text: str) -> None:
    assert said(text, "premium_subsidised") is not True


@pytest.mark.parametrize(
    "text",
    ["A percentage I have not found anywhere.", "I have not found a percentage.", "The amount I have not found."],
)
def test_share_not_found_leaves_no_fact_open(text: str) -> None:
    told = "We are a technology SME in Suzhou and paid a premium of RMB 68,000. " + text
    assert left_open(told, DAY).unplaced == ()
