"""Houses without an agreement, interest taken later or returned, pledges meant, titles outlived, one title alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

AS_OF = date(2022, 10, 12)


def said(text: str, name: str) -> object:
    return stated(text, name, AS_OF)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The bank is on the science-finance list. We paid a guarantor from Xi'an RMB 90,000; he "
            "never signed anything with the science people in Ningxia. We are not asking for "
            "interest. Do we get the fee back?",
            False,
        ),
        (
            "Our guarantee fee was RMB 60,000. The guarantee firm has no agreement whatsoever with "
            "the department of science. Can we reclaim the fee?",
            False,
        ),
        (
            "We paid RMB 60,000 to a guarantor who has never had any dealings with the science department of Ningxia.",
            False,
        ),
        (
            "The appraiser charged RMB 30,000 and, as he admits, has not signed up with the science department.",
            False,
        ),
        (
            "The lender is a partner bank. The valuer we paid RMB 30,000 has no contract with the "
            "science department; no interest is claimed.",
            False,
        ),
        (
            "放款的是合作银行。担保公司是西安的，收了我们担保费9万元，老板说他们从没跟科技厅签过什么协议。利息我们不申请，担保费能退吗？",
            False,
        ),
        ("担保费6万元，那家担保公司跟宁夏科技厅没有任何合作。能补吗？", False),
        ("貸款行是合作銀行，擔保費8萬元付給一家外地擔保公司，對方與科技廳並無合作關係。擔保費能退嗎？", False),
        ("评估公司和科技厅没签过约，评估费3万元，能退吗？", False),
        ("擔保公司從未與科技廳簽約，我們付了擔保費10萬元。", False),
        (
            "The guarantor isn't contracted to the Ningxia science authorities at all; the fee was RMB 45,000.",
            False,
        ),
        (
            "Our insurer told us it had never entered into any arrangement with the region's science department.",
            False,
        ),
        ("We never signed anything with the science department, how do we apply?", None),
        ("我们从没跟科技厅签过什么协议，能申请吗？", None),
        ("If the guarantor has no agreement with the science department, is the fee lost?", None),
        (
            "The guarantor, a partner of the science department, took RMB 45,000. Our landlord never "
            "signed anything with the science people.",
            True,
        ),
        (
            "The bank is on the science-finance list and has been paid on time. We are not asking for a guarantee fee.",
            True,
        ),
    ],
)
def test_a_house_without_an_agreement_is_no_partner(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年六月科技厅已经把一半利息拨到我们户口。", True),
        ("科技廳去年把這筆貸款的利息補貼撥進我們帳戶了。", True),
        ("厅里六月份就把一半利息转到公司账上。", True),
        ("那笔贷款的利息，科技厅已经打进我们账户一半。", True),
        ("自治區科技廳已將利息的五成匯入公司帳戶。", True),
        ("这笔贷款一半的利息上半年科技厅已经退到账上了。", True),
        ("In June the science department put half of the interest into our account.", True),
        (
            "Half the interest on that loan was sent to our account by the science department in June.",
            True,
        ),
        ("The department has already returned half of the loan interest to us.", True),
        ("科技厅把利息的一半返到我们公司账户。", True),
        ("银行已经把多扣的利息退到我们账户。", None),
        ("如果科技厅把一半利息拨到我们户口，担保费还能报吗？", None),
    ],
)
def test_interest_that_the_department_returned(text: str, value: object) -> None:
    assert said(text, "interest_subsidised") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("当时交过的担保费12万一直没有人去报。", 120000),
        ("擔保費12萬一次付清。", 120000),
        ("担保费12万一共付了两次。", 120000),
        ("担保费十二万一。", 121000),
        ("担保费八万一起交了。", 80000),
        ("擔保費6萬一併繳了。", 60000),
        (
            "I work at a guarantee company. The customer paid us RMB 128,000 in cash for guaranteeing"
            " a loan from a partner bank.",
            128000,
        ),
        ("We paid RMB 128,000 to a guarantee company for guaranteeing our loan.", 128000),
        (
            "I work at a guarantee company and a customer of ours has asked me what it may have. Our "
            "fee of RMB 50,000 was paid by it.",
            50000,
        ),
        ("We paid the guarantee company RMB 64,000 for guaranteeing a loan of 3 million.", 64000),
        ("The guarantor got RMB 64,000 from us for guaranteeing the bank loan.", 64000),
        ("我在担保公司上班，有个客户让我问。他们付给我们8万元担保费。", 80000),
    ],
)
def test_sums_before_an_adverb_and_fees_told_by_the_guarantor(text: str, value: object) -> None:
    assert said(text, "guarantee_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们公司的银行贷款，九月结息日那天账上钱不够，银行到十月结息时把两个月的利息一并划走。", True),
        ("去年有一期利息，扣款日账户余额不够，下个月银行连同下一期一起扣的。", True),
        ("公司在合作银行贷款，三月的利息当天没扣到，四月份才一起扣走。", True),
        ("貸款結息日戶口錢不夠，銀行下個月才把兩期利息一併扣走，行員說沒關係。", True),
        ("有一次付息日卡里没钱，银行隔了一个月把两期利息一起收走，没罚息。", True),
        (
            "We have a bank loan. On the September interest day there was too little in the account, "
            "and the bank took both months' interest in October.",
            True,
        ),
        (
            "Our loan was served well but once: the March interest was collected together with "
            "April's because the account was short.",
            True,
        ),
        (
            "The account was empty on the due date of our loan, so the bank debited two instalments "
            "the month after. Nobody minded.",
            True,
        ),
        ("银行贷款，七月的利息拖到八月跟着下一期一道扣的。", True),
        (
            "In September the account held too little for the interest on our bank loan, and it was "
            "taken along with October's.",
            True,
        ),
        ("公司的银行贷款按月付息，一直准时，银行每两个月把利息一并划走。", False),
        ("我们在银行贷款，结息日前一天账上钱不够，当天上午就存进去了，按时扣款，从未逾期。", False),
        ("客户说结息日那天账上钱不够，货款下个月和下一笔一起付。", None),
    ],
)
def test_interest_that_was_taken_with_a_later_one(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("為了拿專利質押貸款，我們請評估公司替兩件專利估價，實付38,000元。", True),
        ("为了办专利质押贷款，请评估公司给专利估价，花了3万。", True),
        ("因为要拿专利去银行质押，我们找评估所评了两件专利。评估费3万元。", True),
        ("为了拿专利入股，我们请评估公司给专利估价，花了3万。没有贷款。", False),
        ("To get a patent-backed loan we had two patents valued for RMB 38,000.", True),
    ],
)
def test_a_pledge_meant_by_the_valuation(text: str, value: object) -> None:
    assert said(text, "valuation_for_pledge") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021年9月以公司名义从一家村镇银行借了200万，一年期。", "bank"),
        (
            "以公司名义从一家村镇银行借了200万。银行要我个人签了连带保证，我自己另外还有一笔房贷，去年晚还过一次；公司这笔是一天都没拖。",
            "bank",
        ),
        ("公司从农商行借了200万，我个人签了连带担保。", "bank"),
    ],
)
def test_an_owners_mortgage_beside_the_companys_loan(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Our one title is the national high-tech certificate issued in November 2018, which is "
            "good for three years; the papers for a new one go in with this summer's batch.",
            False,
        ),
        (
            "Our high-tech certificate dates from June 2018 and was valid for three years; we will "
            "apply again this summer.",
            False,
        ),
        ("高新技术企业证书是2018年11月发的，有效期三年，新的要等今年夏天那批再报。", False),
        (
            "Our high-tech certificate, issued in November 2021, is good for three years; a new one is due in 2024.",
            True,
        ),
        ("Our high-tech certificate was issued in June 2018 for three years and renewed in 2021.", True),
        ("高企證書2018年10月核發，效期三年，新的準備今年再申請。", False),
        ("Our high-tech certificate was issued in September 2018; we plan to renew it this winter.", False),
        ("Our high-tech certificate was issued in November 2020; we plan to renew it next year.", True),
        ("我司高新證書於2018年9月核發，三年有效，打算明年重新申請。", False),
        ("Our high-tech certificate was issued in September 2018.", OPEN),
    ],
)
def test_a_certificate_outlived_and_a_new_one_to_come(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales were up 9% last year, no offences and no blacklisting.", False),
        ("Our firm has no convictions and no blacklisting.", False),
        ("No violations, no blacklist entries.", False),
        (
            "The court once put it on the public list of defaulters, in 2017, and struck it off in "
            "2018; nothing since.",
            False,
        ),
        ("2017年曾被法院列入失信名单，2018年移出，此后再没有过。", False),
    ],
)
def test_a_list_of_defaulters_long_left(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I work at a guarantee company in Yinchuan, and a customer has asked me. The customer is "
            "a limited company registered in Helan.",
            "CN-64/yinchuan/helan",
        ),
        ("Our limited company is registered in Helan.", "CN-64/yinchuan/helan"),
        (
            "I am a clerk at a guarantee company in Yinchuan. A customer wants me to find out what it"
            " may have back. It is a limited company in Helan.",
            "CN-64/yinchuan/helan",
        ),
    ],
)
def test_a_customer_of_a_guarantor(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Our one title is the national high-tech certificate issued in November 2018, which is "
            "good for three years.",
            False,
        ),
        ("我们唯一的资质是高新技术企业证书，2018年发的。", False),
        ("The company's only title is the high-tech certificate, which lapsed in 2021.", False),
        ("One title we hold is the high-tech certificate.", None),
        ("Our only title is the technology SME registration.", True),
        ("本公司僅有的證書是高企證書。", False),
    ],
)
def test_one_title_and_no_other(text: str, value: object) -> None:
    assert said(text, "tech_sme") == value
