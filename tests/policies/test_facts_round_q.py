"""Conclusions that nobody has checked, moves that are not entered, and sums told apart from their names."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

_told = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    "text",
    [
        "An insurer of that size must surely be on the department's partner list.",
        "A bank that large can hardly be missing from the partner list.",
        "I should imagine the bank is a partner institution.",
        "It stands to reason that the biggest insurer in China is a science-finance partner.",
        "Surely the insurer is one of the cooperating institutions.",
        "The insurer is on the partner list, I imagine.",
        "I'd be surprised if the insurer were not on the partner list.",
        "Our bank ought to be on the partner list.",
        "这么大的保险公司，想必在科技厅的合作名单上。",
        "这么大的银行，肯定是合作机构吧。",
        "按理说，这家银行在合作名单上。",
        "我觉得这家银行肯定在名单上，毕竟是大行。",
        "保险公司是合作机构，我猜。",
        "以它的規模，理當列在合作機構名單之中。",
        "我想這種大公司不會不在合作機構名單上。",
    ],
)
def test_a_house_concluded_to_be_a_partner_is_left_open(text: str) -> None:
    assert _told(text, "partner_institution") == OPEN


@pytest.mark.parametrize(
    "text",
    [
        "The bank is on the partner list, I checked myself.",
        "I thought so big an insurer was bound to be on the list, and it is: the department confirmed it.",
        "I suppose you will want to know: the insurer is on the department's partner list.",
        "We reckon the loan cost us 40,000; the bank is on the partner list.",
        "The insurer is bound by contract and is on the partner list.",
        "这么大的银行想必是合作机构，我们查过了，确实在名单上。",
        "我想申请贴息，银行是合作银行。",
        "应该补多少？保险公司是合作机构。",
    ],
)
def test_a_partner_that_is_told_or_looked_up_is_one(text: str) -> None:
    assert _told(text, "partner_institution") is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Founded in Wuhai; the agent filed the transfer of our seat to Yinchuan; no news whether it went through.",
            OPEN,
        ),
        (
            "The agent applied to move our registration from Wuhai to Yinchuan; I don't know if it was approved.",
            OPEN,
        ),
        ("公司在乌海成立，代理夏天递交了迁到石嘴山的申请，有没有办成我没听说。", OPEN),
        ("公司在烏海成立，代辦夏天送件遷到石嘴山，至今沒聽說辦好了沒有。", OPEN),
        ("公司去年从乌海迁到银川，手续办完了，执照也换了。", "CN-64/yinchuan"),
        (
            "We applied to move our registration from Wuhai to Yinchuan and it was approved in May; "
            "I have not heard whether the subsidy exists.",
            "CN-64/yinchuan",
        ),
    ],
)
def test_a_seat_is_open_while_its_move_is_not_known_to_be_entered(text: str, value: object) -> None:
    assert _told(text, "region") == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("legal_person", "On our business licence we are a branch of a Xi'an joint-stock company.", False),
        ("legal_person", "We trade as the Yinchuan branch office of a limited company from Xi'an.", False),
        ("legal_person", "我们其实是西安一家有限公司的银川分公司。", False),
        ("legal_person", "我们是有限公司，在北京有分公司。", True),
        ("legal_person", "We are not a branch of a Xi'an company but a limited company.", True),
        ("challenge_matched", "高新證書過期了，沒有其他稱號或獎項。", False),
        ("challenge_matched", "Our high-tech certificate expired and we hold no other science title or award.", False),
        ("challenge_matched", "高企证书过期了，没有其他称号。", None),
        ("premium_cny", "Premium paid in 2022 for our technology policies (key equipment): RMB 430,000.", 430_000),
        ("premium_cny", "Premium settled during 2022 for cover of our research equipment: RMB 75,000.", 75_000),
        ("premium_cny", "We paid in 2021 for insurance of our R&D equipment.", None),
        ("premium_cny", "Premium subsidy for technology policies: RMB 20,000.", None),
        ("employees", "人有点多，501个，所以听说不算中小微了。", 501),
        ("employees", "员工嘛，501个。", 501),
        ("employees", "人多，有530个。", 530),
        ("employees", "客户人多，有530个。", None),
        ("patent_purchase_cny", "五百萬，實際付出去的，三項專利，從一家芬蘭公司買的。放進聯盟的專利池。", 5_000_000),
        (
            "patent_purchase_cny",
            "RMB 5 million, paid in full: three patents, bought of a Finnish firm for our pool.",
            5_000_000,
        ),
        ("patent_purchase_cny", "五百万，是报价，三项专利，想买来放进联盟专利池，还没付。", None),
    ],
)
def test_what_the_enterprise_is_and_paid(name: str, text: str, value: object) -> None:
    assert _told(text, name) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (
            "loan_loss_cny",
            "Written off in May: RMB 1.8 million, the whole remaining loss. We are a bank; a Kedaitong loan.",
            1_800_000,
        ),
        ("loan_loss_cny", "We, a Suzhou bank, charged off RMB 700,000, the entire loss on that loan.", 700_000),
        ("loan_loss_cny", "十月核销：180万元，剩下的全部损失。我们是苏州的银行，放的科贷通贷款。", 1_800_000),
        ("loan_loss_cny", "The insurer paid for a fire loss: RMB 200,000; our bank loan is fine.", None),
        (
            "credit_loans_lent_cny",
            "我们是苏州的银行。去年十二户，每户都在500万以内，一共3000万，都是信用贷款。",
            30_000_000,
        ),
        (
            "credit_loans_lent_cny",
            "Fourteen firms, none above RMB 5 million, RMB 39 million together, all unsecured. We are a Suzhou bank.",
            39_000_000,
        ),
        (
            "partner_institution",
            "专利评估花了7万，是北京一家评估所做的，我们查过名单，它不是合作机构。钱是向合作银行借的。",
            False,
        ),
        ("credit_loans_lent_cny", "二十户，最高的一户800万，总共6000万，都是信用贷款，我们是苏州的银行。", OPEN),
        ("loan_amount_cny", "我行今年只放了一笔信用贷款，客户是一家科技企业。该户的余额为600万元。", 6_000_000),
        ("loan_amount_cny", "我行今年放了一笔信用贷款给一家企业。奖励听说有30万。", None),
        (
            "first_loans_lent_cny",
            "我们是支行里的信贷专营机构，服务核心区的中小微企业。"
            "做试剂的小公司，去年九月，800万，第一次放款。它以前没从任何银行借过钱。",
            8_000_000,
        ),
    ],
)
def test_what_a_bank_lent_and_lost(name: str, text: str, value: object) -> None:
    assert _told(text, name) == value
