"""Listings, forms left open, tellers who differ, one title only, profits by year, shares set against others'."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 8, 15))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "In November 2021 the market regulator put it on the list of seriously unlawful and untrustworthy "
            "enterprises over forged test reports; it was taken off in May 2022.",
            True,
        ),
        (
            "We are a limited company in Yinchuan. We were placed on the list of seriously dishonest enterprises in "
            "March 2021 and removed a year later.",
            True,
        ),
        (
            "The court added us to the blacklist of dishonest judgment debtors in June 2021; we paid and were "
            "struck off in 2022.",
            True,
        ),
        (
            "The tax bureau entered our company on its serious-violation list in December 2021, and the entry was "
            "lifted in June.",
            True,
        ),
        ("市监局2021年11月把我们列入严重违法失信企业名单，今年五月移出了。", True),
        ("2021年3月公司被列入失信被执行人名单，后来还清了，去年底撤下来了。", True),
        ("2021年底公司因偽造檢測報告上了嚴重違法失信名單，今年已經移除。", True),
        ("If the regulator put us on the list of seriously untrustworthy enterprises, would we lose it?", None),
        ("We have never been put on the list of seriously untrustworthy enterprises.", False),
        ("我们在银川，近两年没有任何处罚和失信。", False),
        ("替固原一家做药材的客户问：近两年没有处罚和失信。", False),
    ],
)
def test_the_list_of_the_seriously_unlawful(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("创始人说公司2018年春天成立的，财务却说2017年6月就领了执照，正在查档。", OPEN),
        (
            "My father says the firm was founded in spring 2018, the accountant insists it was registered in June "
            "2017; the registry is still looking.",
            OPEN,
        ),
        ("老闆說公司是2016年成立的，會計說是2018年註冊的，還在等調檔。", OPEN),
        ("One partner remembers that we were set up in 2019, the other is certain it was 2016.", OPEN),
        ("我记得公司是2019年成立的，合伙人坚持说是2016年注册的，工商那边还没回复。", OPEN),
        ("我印象中是2018年開業，表哥卻說2016年就登記了，執照找不到。", OPEN),
        ("公司2018年成立，同行说他们2016年就注册了。", "2018"),
        ("创办人记得是2018年成立的，财务说2017年6月，营业执照上写的是2017年6月。", "2017-06"),
    ],
)
def test_two_tellers_of_one_founding(text: str, value: object) -> None:
    assert said(text, "established") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I honestly cannot say whether the old man set it up as a company or as a partnership.", OPEN),
        ("We do not know whether it was registered as a limited company or a sole proprietorship.", OPEN),
        ("Nobody remembers if it is a partnership or a limited company; the licence is with the notary.", OPEN),
        ("我说不清当初登记的是有限公司还是合伙企业。", OPEN),
        ("不知道老爷子办的到底是个体户还是有限公司，执照在公证处。", OPEN),
        ("搞不清楚我們登記的是合夥還是公司，執照不在手邊。", OPEN),
        ("到底是个人独资还是有限公司，我得回去翻执照。", OPEN),
        ("Is it a company or a partnership? I would have to look at the licence, which I have not seen.", OPEN),
        ("We are a partnership, not a company.", False),
        ("The borrower, my client, is a Qingtongxia-registered limited company making valve castings.", True),
        ("替一家做传感器的客户问一下：有限公司，在西夏区登记。", True),
    ],
)
def test_a_company_or_a_partnership(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("隔壁那家同行研发只花了1%，我们是2.6%。", 2.6),
        ("别人研发占营收1%，我们占2.6%。", 2.6),
        ("Our rival spends 1% of sales on R&D, we 3.2%.", 3.2),
        ("The neighbours put 1% of revenue into research; ours is 3.2%.", 3.2),
        ("While the competitor's R&D is 1% of sales, ours comes to 3.2%.", 3.2),
        ("同業的研發占比是2%，我們則是5%。", 5),
        ("人家研发投入占2%，咱们是5%。", 5),
        ("同行研发花了1%，我们利润增长是2.6%。", None),
        ("隔壁公司研发占1%，我们毛利率是2.6%。", None),
    ],
)
def test_our_share_against_anothers(text: str, value: object) -> None:
    assert said(text, "rnd_ratio_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The borrower, my client, is a Qingtongxia-registered limited company making valve castings.",
            "CN-64/wuzhong/qingtongxia",
        ),
        ("My client is a Yinchuan-registered limited company making valves.", "CN-64/yinchuan"),
        ("The borrower is a Yinchuan-based limited company, and I write for it as its adviser.", "CN-64/yinchuan"),
        ("The applicant, a client of mine, is a company registered in Yinchuan.", "CN-64/yinchuan"),
        ("替银川一家做煤机传感器的客户问一下：有限公司，在西夏区登记。", "CN-64/yinchuan/xixia"),
        ("帮银川一家做阀门的客户打听：有限公司，贷款已还。", "CN-64/yinchuan"),
        ("代吳忠一家做儀表的客戶諮詢：是有限公司，登記在吳忠。", "CN-64/wuzhong"),
    ],
)
def test_where_the_client_is(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("替银川一家做煤机传感器的客户问一下：有限公司，在西夏区登记，科技型中小企业编号今年有效。", True),
    ],
)
def test_a_title_of_the_client(text: str, value: object) -> None:
    assert said(text, "tech_sme") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年拿过自治区一笔研发后补助，是给另一个课题的，跟这笔担保贷款没有关系。", None),
        ("自治区给过一笔研发补助，是另外一个项目的，与这笔贷款无关。", None),
        ("自治區去年發過一筆研發補助，那是別的課題，和本次貸款毫無關係。", None),
    ],
)
def test_money_for_another_project(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I look after lending at a Suzhou bank. The only unsecured loan we made to a business last year was RMB "
            "8 million, to a single chip designer.",
            8000000,
        ),
        (
            "I work at a Suzhou bank. Our one collateral-free loan in 2021 was 8 million yuan, to a chip designer.",
            8000000,
        ),
        ("我们是苏州的银行，去年只放了一笔信用贷款，600万元，给一家芯片公司。", 6000000),
        ("我們是蘇州的銀行，去年唯一一筆信用貸款是600萬元，借給一家晶片公司。", 6000000),
    ],
)
def test_the_one_unsecured_loan(text: str, value: object) -> None:
    assert said(text, "loan_amount_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I look after lending at a Suzhou bank. The only unsecured loan we made to a business last year was RMB "
            "8 million, to a single chip designer.",
            None,
        ),
    ],
)
def test_a_loan_is_no_sales(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2020年营收5,000万、利润400万；2021年营收5,240万、利润418万。", 4.5),
        ("2020年營收5000萬，利潤400萬；2021年營收5240萬，利潤418萬。", 4.5),
        ("2020年销售5000万、净利400万，2021年销售5240万、净利418万。", 4.5),
        (
            "In 2020 revenue was 50 million and profit 4 million; in 2021 revenue was 52.4 million and profit 4.18 "
            "million.",
            4.5,
        ),
        ("前年收入5000万、利润400万，去年收入5240万、利润418万。", 4.5),
        ("2021年營收5,240萬、利潤418萬；2020年營收5,000萬、利潤400萬。", 4.5),
        ("2021年營收5,240萬、利潤418萬；2022年預計利潤500萬。", None),
        ("母公司2020年利润400万；2021年我们利润418万。", None),
    ],
)
def test_profits_beside_the_sales_of_their_year(text: str, value: object) -> None:
    assert said(text, "profit_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We insure our prototype tests against R&D failure with an insurer on the science department's partner "
            "list and paid RMB 390,000 for the year; no loan hangs on it.",
            390000,
        ),
        ("We took out R&D failure insurance with a partner insurer and paid 390,000 yuan for the year.", 390000),
        ("Our R&D equipment is insured with a partner insurer, for which we paid RMB 390,000 this year.", 390000),
        ("研发设备在合作保险公司投了保，一年付了39万元。", 390000),
        ("我們向合作保險公司投保研發責任險，全年付了39萬元。", 390000),
    ],
)
def test_a_premium_paid_where_research_is_insured(text: str, value: object) -> None:
    assert said(text, "premium_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We insure our prototype tests against R&D failure with an insurer on the partner list and paid RMB "
            "390,000 for the year.",
            None,
        ),
    ],
)
def test_a_premium_is_no_research(text: str, value: object) -> None:
    assert said(text, "rnd_spending_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We insure our prototype tests; no loan hangs on it.", None),
        ("We bought a policy. There is no loan behind it. What can we get?", None),
    ],
)
def test_no_loan_hangs_on_it(text: str, value: object) -> None:
    assert said(text, "purpose_financing") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("唯一的头衔是2019年10月创新创业大赛二等奖，其他名号一概没有。", False),
        ("Our only title is a second prize at the innovation contest in October 2019.", False),
    ],
)
def test_a_prize_is_the_only_title(text: str, value: object) -> None:
    assert said(text, "little_giant") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("唯一的头衔是高新技术企业，大赛没得过奖。", True),
    ],
)
def test_the_only_title_is_no_prize(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们是苏州的银行，去年只放了一笔信用贷款，600万元，给一家芯片公司。", 0),
        (
            "I work at a Suzhou bank. The only unsecured loan we made last year was RMB 3 million, to a chip designer.",
            3000000,
        ),
    ],
)
def test_what_counts_of_the_one_loan(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value
