"""Houses that ask for one client, fees agreed and paid, premiums without their name, totals with some sizes told."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts.clients import writes_for
from policies.facts.normal import normalise
from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)

said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "I work in the credit team of a bank. A client, a limited company in Wuzhong, borrowed 5 million from us.",
        "As a loan officer at a rural bank I was asked. One of our clients is a drone maker; we lent it 8 million.",
        "We are an accounting firm. Our client is a sensor maker in Yinchuan with 40 staff.",
        "I'm with an insurance broker; my client, a producer of vaccines in Haidian, paid us a premium of 60,000.",
        "I sell policies for an insurer in Yinchuan and a client asked me this. She owns a limited company in Guyuan.",
        "我在苏州的银行做客户经理，我们有一家客户，是做芯片的公司，从我们这里借了500万。",
        "我们是担保公司，一家客户来问：公司在吴忠，担保费付了我们12万，能补多少？",
        "我是代账会计，手头有个客户想问贴息，公司在银川，有高企证书。",
        "我在會計師事務所上班，有一家客戶想了解補助，公司設在寧夏。",
        "敝人任職於保險公司，我們的一個客戶想問保費補助，企業在固原。",
    ],
)
def test_a_house_that_asks_for_one_client(text: str) -> None:
    assert writes_for(normalise(text).normal)


@pytest.mark.parametrize(
    "text",
    [
        "I run a bank branch in Suzhou. A client, a chip maker, got 3 million from us. What reward can we claim?",
        "I work for an insurer. A client wants cover on its R&D equipment; what do we get for insuring it?",
        "We make valves in Yinchuan. A client has not paid us for six months.",
        "I am the sales manager of a toy maker in Suzhou. Our client is a retailer in Beijing and wants longer terms.",
        "I am the accountant of a limited company in Wuzhong; our client is a hospital that owes us 2 million.",
        "我们在银川做泵，有个客户是国企，欠我们300万。",
        "我在银行工作，有个客户是高企，从我们行借了500万，我们行能拿多少奖励？",
        "我们支行去年给三百家客户放了款，客户都是小微企业。",
        "我在擔保公司上班，有個客戶的貸款我們擔保了，我們公司能得多少補助？",
        "我是银川一家公司的财务，有个客户是医院，我们卖给它设备。",
    ],
)
def test_a_house_that_asks_for_itself(text: str) -> None:
    assert not writes_for(normalise(text).normal)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "I manage accounts at a bank. My client, a limited company in Ningdong with the little giant title, "
            "drew RMB 24 million from us.",
            "region",
            "CN-64",
        ),
        ("我在担保公司做客户经理。有个客户是在宁东注册的有限公司，我们给它做了担保。", "region", "CN-64"),
        ("我在保险公司做保证保险。客户是海淀核心区的一家小型企业，凭我们的保单借了260万。", "size", "small"),
        ("我在评估公司上班，有个客户是吴忠的科技公司，我们帮它做专利评估。", "region", "CN-64/wuzhong"),
        ("我在担保公司做客户经理。有个客户是科技小巨人，没有失信违法，我们给它做了担保。", "serious_dishonesty", False),
        ("我在擔保公司做事，有個客戶是科技小巨人，我們替它擔保。", "little_giant", True),
        ("我们给固原的客户供货，客户是一家银川的国企，拖欠我们货款。", "region", None),
    ],
)
def test_what_is_told_of_that_client(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The guarantor quoted us 210,000 but in the end charged, and we paid, 175,000; a neighbour paid 300,000.",
            175000,
        ),
        ("The guarantor wanted 150,000 at first; what it charged us in the end was 120,000.", 120000),
        ("The guarantee company asked 90,000 for the loan but after a discount took only 80,000 from us.", 80000),
        ("The guarantee fee in the contract was 480,000; after the discount we actually paid 365,000.", 365000),
        ("The guarantor's first offer was 60,000. We ended up paying 52,000.", 52000),
        ("合同上写的担保费是48万，打折后它实际付了36万5。", 365000),
        ("合同约定担保费30万，优惠后我们实际只交了25万。", 250000),
        ("擔保合約裡擔保費報價20萬，議價之後實際付了18萬。", 180000),
        ("The guarantor asked 90,000 and so far we have paid only 30,000.", OPEN),
    ],
)
def test_a_fee_agreed_and_another_paid(text: str, value: object) -> None:
    assert said(text, "guarantee_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The firm paid RMB 430,000 this year for cover on key research equipment.", 430000),
        ("We paid 120,000 to insure our key R&D equipment.", 120000),
        ("Our insurance of research equipment cost 80,000 last year.", 80000),
        ("We spent RMB 90,000 on product-development liability cover.", 90000),
        ("The company bought key research equipment insurance for 60,000.", 60000),
        ("We paid the insurer 70,000 for a policy covering research staff and equipment.", 70000),
        ("我们花了20万给关键研发设备上了保险。", 200000),
        ("我們花了9萬元替研發設備投保。", 90000),
        ("We paid 430,000 this year for cover on our delivery vans.", None),
        ("We paid 300,000 for key research equipment.", None),
        ("We paid 300,000 for research into policy.", None),
        ("Next year we will pay 50,000 for cover on research equipment.", None),
        ("Our rival paid 90,000 for cover on its research equipment.", None),
        ("客户花了20万给研发设备上了保险。", None),
        ("我们花20万买了研发设备，另外买了车险。", None),
    ],
)
def test_a_premium_without_its_name(text: str, value: object) -> None:
    assert said(text, "premium_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit rose from 12.0 million to 12.6 million and R&D was 1.2% of sales.", 5),
        ("Net profit went from RMB 4 million to RMB 4.2 million, while R&D was 1.1% of sales.", 5),
        ("Profit climbed to 5.3 million from 5 million.", 6),
        ("利润从1200万升到1260万而研发占销售1.2%。", 5),
        ("Profit should rise from 12.0 million to 12.6 million and R&D was 1.2% of sales.", None),
        ("Our rival's profit rose from 12.0 million to 12.6 million and its R&D was 1.2% of sales.", None),
    ],
)
def test_a_profit_beside_another_share(text: str, value: object) -> None:
    assert said(text, "profit_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sales RMB 180 million (1% less than before); profit rose from 12.0 to 12.6 million and R&D was 1.2%.",
            "previous_revenue_cny",
        ),
        ("The bank lent us 18 million. My colleague hopes for half the interest, 414,000 yuan.", "interest_paid_cny"),
        ("银行借了1000万。同事说能补一半利息，41万4。", "interest_paid_cny"),
        ("贷了1000万，会计想着能补利息的一半，20万。", "interest_paid_cny"),
    ],
)
def test_what_is_no_such_figure(text: str, name: str) -> None:
    assert said(text, name) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "我们是苏州一家银行。去年放的信用贷款里，单户500万以内的合计8600万，其中有7户正好是500万；另外两户各800万。",
            86000000,
        ),
        ("我们是苏州一家银行，去年放的信用贷款，单户不超过500万的共6000万，另有三户各900万。", 60000000),
        (
            "We are a bank in Suzhou. Last year's unsecured loans of up to 5 million per client came to 86 million in "
            "all, seven clients of exactly 5 million included; two more clients had 8 million each.",
            86000000,
        ),
        ("我行去年科技企業信用貸款，單戶500萬以下共8600萬，其中3戶剛好500萬。", 86000000),
        ("我们是苏州的银行，去年信用贷款合计8600万，其中7户各500万，另外两户各800万。", OPEN),
    ],
)
def test_a_total_with_the_size_of_some(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value
