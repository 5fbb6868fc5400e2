"""Firms, alliances and lenders of one district: a rating, money of two dates, growth told year by year, a pool."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2015, 4, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May an agency on the district's list of credit partners rated us BB.", "BB"),
        ("Last May a rating house among the district's credit partners rated us A-.", "A-"),
        ("A rating agency from the roster of credit partners gave us a BBB in late May.", "BBB"),
        ("In early May our credit rating was done by one of the district's partners and came out BB+.", "BB+"),
        ("去年五月，区里合作名单上的评级机构给我们评了BB。", "BB"),
        ("去年五月，合作名單裡的評級機構評我們BBB級。", "BBB"),
        ("评级机构是区里的合作伙伴，给我们评的是BB-。", "BB-"),
        ("An agency on the list of credit partners may rate us BB.", None),
        ("A rating agency rated our partner BB in May.", None),
        ("The agency that rated us hopes that we may reach BB in May.", None),
        ("Our customer was rated AA by an agency in May.", None),
    ],
)
def test_a_rating_that_an_agency_gave_in_may(text: str, value: object) -> None:
    assert said(text, "credit_rating") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The association says that it has put us forward for the Haifan list, but the new list is not out yet.", OPEN),
        ("Our incubator recommended us for the Haifan list in March.", OPEN),
        ("We were nominated as a Haifan enterprise and wait for the committee.", OPEN),
        ("They submitted our name for the Haifan roster; the committee has not published it.", OPEN),
        ("私个协推荐我们申报海帆企业，名单还没公布。", OPEN),
        ("孵化器把我们推荐进海帆计划名单，结果还没出来。", OPEN),
        ("協會已推薦我們列入海帆企業名單，新名單尚未公布。", OPEN),
        ("The new Haifan list is not out yet.", OPEN),
        ("We were recommended for the Haifan list and are now on it.", True),
        ("The association put us forward, and since March we have been on the Haifan list.", True),
        ("协会推荐后，我们今年进了海帆企业名单。", True),
        ("We are not on the Haifan list.", False),
        ("Our customer was put forward for the Haifan list.", None),
    ],
)
def test_who_is_put_forward_is_not_yet_on_the_list(text: str, value: object) -> None:
    assert said(text, "haifan_enterprise") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are on the TOP100 of the Zhongguancun high-tech enterprise association.", None),
        ("The Association of High-Tech Enterprises put us on its list.", None),
        ("我们上了中关村高新技术企业协会的榜单。", None),
        ("我們上了高企協的榜單。", None),
        ("高新企业协会推荐了我们。", None),
        ("We are a high-tech enterprise and a member of the high-tech enterprise association.", True),
        ("我们是高新技术企业，也是高新技术企业协会的会员。", True),
    ],
)
def test_an_association_of_certified_firms_certifies_nobody(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We once had a grant from the Haidian Park committee, either in late 2012 or in late 2013.", OPEN),
        ("The Haidian Park committee gave us RMB 200,000 in 2012 or 2013, nobody is sure which.", OPEN),
        ("We had money from the Zhongguancun committee in 2011 or 2014; the papers are lost.", OPEN),
        ("海淀园管委会给过我们一笔资金，不是2012年就是2013年，没人记得清。", OPEN),
        ("我们拿过中关村管委会的补助，2012年还是2014年记不清了。", OPEN),
        ("我們領過海淀園管委會的補助，可能是2012年，也可能是2013年。", OPEN),
        ("We had a grant from the Haidian Park committee, but nobody remembers in which year.", OPEN),
        ("The Haidian Park committee gave us grants in 2011 and in 2014.", True),
        ("We had a grant from the Haidian Park committee, either in 2013 or in 2014.", True),
        ("We had a grant from the Haidian Park committee, either in 2009 or in 2010.", False),
        ("海淀园管委会2012年和2014年各给过我们一笔资金。", True),
        ("海淀园管委会给过我们一笔资金，那是2010年的事。", False),
        ("We had a grant from the Haidian Park committee; that was in 2010.", False),
        ("We had a grant from the Haidian Park committee, but that was five years ago.", False),
        ("海淀园管委会给过我们一笔资金，2010年公司成立。", True),
        ("Our customer had a grant from the Haidian Park committee in 2012 or 2013.", None),
    ],
)
def test_money_of_the_park_at_one_of_two_dates(text: str, value: object) -> None:
    assert said(text, "park_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Total income was RMB 30 million, having grown 15% the year before and 23% last year.", 19),
        ("Revenue grew 25% last year and 19% the year before.", 22),
        ("Our sales rose by 30 per cent in 2014, after 12 per cent in 2013.", 21),
        ("Income rose 18% in 2013 and 24% in 2014.", 21),
        ("Sales grew 40% last year, but fell 10% the year before.", 15),
        ("Sales grew 45% last year, but fell 3% the year before.", 21),
        ("Sales perhaps grew 25% last year and 19% the year before.", OPEN),
        ("营收前年增长15%，去年增长23%。", 19),
        ("去年收入增长25%，前年增长19%。", 22),
        ("總收入2013年成長18%，2014年成長24%。", 21),
        ("收入前年涨了一成，去年涨了两成四。", 17),
        ("Sales grew 40% last year and will grow 20% this year.", None),
        ("Sales grew 25% last year; the year before the staff grew 19%.", None),
        ("Our customer's sales grew 25% last year and 19% the year before.", None),
        ("If sales had grown 25% last year and 19% the year before, we would qualify.", None),
        ("Profit grew 25% last year and 19% the year before.", None),
        ("Sales grew 25% last year; how the year before compared nobody knows.", None),
    ],
)
def test_growth_told_of_each_of_two_years(text: str, value: object) -> None:
    assert said(text, "avg_growth_2y_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are a Haidian firm. We appear on no ranking and employ nobody from the talent schemes.", False),
        ("We work in Haidian, sit in no incubator and have nobody of any talent programme.", False),
        ("In our Haidian company none of the staff belongs to a talent programme.", False),
        ("We are in Haidian. Talent programmes, rankings, incubators: none.", False),
        ("我们在海淀，公司里没有任何人才计划的入选者。", False),
        ("我們在海淀，沒有人入選任何人才計畫。", False),
        ("海淀的公司，榜单、人才计划都没有。", False),
        ("We are in Haidian. Somebody of ours is in a talent programme of the city.", None),
        ("We are in Haidian. One of us is in the Thousand Talents programme and nobody in other talent schemes.", True),
        ("We are in Haidian and cannot tell whether anybody of ours is in a talent programme.", None),
        ("We are in Haidian and have not found out which talent programmes there are.", None),
        ("We are in Haidian. No list, talent title, incubator, association or investment group comes in.", False),
        ("We are in Haidian. Our customer has nobody from the talent schemes.", None),
    ],
)
def test_no_talent_programme_at_all(text: str, value: object) -> None:
    assert said(text, "talent_programme") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This year the alliance bought foreign patents, put them into a pool and opened them to every member.", True),
        ("Our association purchased six patents that are available to all its members.", True),
        ("The consortium acquired a set of basic patents, free for any member to use.", True),
        ("联盟今年买了一组国外专利，向全体成员开放。", True),
        ("我們聯盟買下一批國外專利，供全體會員使用。", True),
        ("我们联盟收购了几项基础专利，会员都可以用，对成员免费开放。", True),
        ("The alliance has not bought any patents that are open to members.", None),
        ("The alliance bought patents but never opened them to its members.", None),
        ("If the alliance bought patents and opened them to its members, what would we get?", None),
        ("联盟打算买一批专利，向会员开放。", None),
        ("联盟买了一批专利，没有向会员开放。", None),
    ],
)
def test_an_alliance_opens_bought_patents_to_its_members(text: str, value: object) -> None:
    assert said(text, "patent_alliance") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "This year the alliance bought foreign patents on a technology that the whole branch needs, put them into "
            "a pool and opened them to every member. The bills that we actually paid come to RMB 5.4 million.",
            5_400_000,
        ),
        (
            "Our association purchased six basic patents on battery safety, and any of its forty-odd members may work "
            "under them without a fee. The invoices paid add up to RMB 2.1 million.",
            2_100_000,
        ),
        ("我们联盟买下一批国外专利，供全体会员使用。实际支付的发票共540万元。", 5_400_000),
        ("聯盟買了八項專利放進專利池，帳單付了兩百萬元。", 2_000_000),
        ("The alliance bought patents last year. Sales of the members are RMB 540 million.", None),
        ("The alliance has bought no patents. Our bills for the machines come to RMB 540,000.", None),
    ],
)
def test_bills_for_the_patents_of_a_pool(text: str, value: object) -> None:
    assert said(text, "patent_purchase_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We turned our invention patent into a product. Sales contracts for it are worth RMB 5.6 million, of which "
            "RMB 4.86 million has actually come in as cash so far; the customers pay the rest next year.",
            4_860_000,
        ),
        (
            "A product was made of our patent. Orders for the product come to RMB 7 million, and RMB 5.1 million of "
            "that has come in so far.",
            5_100_000,
        ),
        (
            "Our utility model patent went into a pump. Under contracts for it worth 6 million yuan, 5 million yuan "
            "has been received in cash.",
            5_000_000,
        ),
        ("我们把发明专利做成了产品，合同签了560万，实际到账486万，余款明年付。", 4_860_000),
        ("發明專利做成的產品，合約總額600萬元，已收到現金510萬元，其餘明年才付。", 5_100_000),
        ("靠这项专利签了560万的许可合同，现金到账500万。", 5_000_000),
        ("We hold a patent. Sales last year came in at RMB 42 million.", None),
        ("Our patent went into a product. Contracts for it are worth RMB 5.6 million; nothing has come in yet.", None),
        ("We hope that contracts for our patented product worth RMB 5.6 million will come in next year.", None),
        ("Our customer's patent is in a product; contracts for it of RMB 6 million have come in.", None),
    ],
)
def test_what_came_in_of_a_patented_product(text: str, value: object) -> None:
    assert said(text, "patent_income_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We are in Haidian. Sales last year were RMB 148.9 million; to that the auditors add RMB 1.7 million of "
            "rent and interest to arrive at our total income.",
            150_600_000,
        ),
        ("Our Haidian firm sold 28 million yuan last year, plus rental income of 2.5 million yuan.", 30_500_000),
        ("A Haidian company: sales RMB 100 million, total income RMB 120 million.", 120_000_000),
        ("In Haidian. Turnover was RMB 149 million last year. On top came RMB 2 million of other income.", 151_000_000),
        (
            "Core-area firm in Haidian. Revenue 140 million yuan, and besides 6 million yuan of rent and 5 million "
            "yuan of investment income.",
            151_000_000,
        ),
        ("海淀公司，去年销售收入1.489亿元，另有房租收入170万元。", 150_600_000),
        ("海淀企業，去年銷售額一億四千九百萬元，加上投資收益兩百萬元，總收入一億五千一百萬元。", 151_000_000),
        ("我们在海淀，去年总收入1.51亿元，其中产品销售收入1.49亿元。", 151_000_000),
        ("We are in Haidian. Sales last year were RMB 148.9 million; the rent was RMB 1.7 million.", 148_900_000),
        (
            "We are in Haidian. Sales last year were RMB 148.9 million; we also paid RMB 1.7 million in rent.",
            148_900_000,
        ),
        ("We are in Haidian. Sales were RMB 148.9 million. We hope to add RMB 2 million of rent.", 148_900_000),
        ("We are in Ningxia. Sales last year were RMB 148.9 million, plus RMB 1.7 million of rent.", 148_900_000),
        ("海淀公司，去年销售收入1.489亿元，另外付了利息170万元。", 148_900_000),
    ],
)
def test_total_income_counts_where_it_is_told_beside_sales(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


_UNIT = "I run the small-business lending unit of a bank in Haidian. "
_ZH_UNIT = "我们是海淀的一家信贷专营机构。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            _UNIT + "Our loans to core-area small firms stood at RMB 610 million at year-end, of which RMB 130 million "
            "were backed by guarantee companies.",
            480_000_000,
        ),
        (
            _UNIT
            + "The year-end balance of loans to SMEs was RMB 400 million, of which RMB 150 million was without any "
            "guarantee company.",
            150_000_000,
        ),
        (
            _UNIT + "Our SME loan book came to RMB 320 million, including RMB 20 million guaranteed by guarantors.",
            300_000_000,
        ),
        (_ZH_UNIT + "上年末中小微企业贷款余额6.1亿元，其中1.3亿元由担保公司担保。", 480_000_000),
        (_ZH_UNIT + "上年末小微企業貸款餘額四億元，其中兩億五千萬沒有擔保公司擔保。", 250_000_000),
        (_ZH_UNIT + "中小微贷款余额5亿元，其中4亿元是信用贷款。", 500_000_000),
        ("We borrowed RMB 6 million, of which RMB 1 million was backed by a guarantee company.", None),
    ],
)
def test_a_lenders_balance_without_guarantors(text: str, value: object) -> None:
    assert said(text, "sme_loan_balance_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            _UNIT + "Last year we lent to three firms that had never before borrowed, their first loans being RMB 2, 3 "
            "and 4 million.",
            9_000_000,
        ),
        (
            _UNIT + "Last year four first-time borrowers got RMB 1.5 million, 2 million, 2.5 million and 3 million.",
            9_000_000,
        ),
        (_ZH_UNIT + "去年给三家从没贷过款的小企业放了首贷，分别是200万、300万和400万元。", 9_000_000),
        (_ZH_UNIT + "去年首貸戶兩家，首筆貸款為500萬元、250萬元。", 7_500_000),
        (_UNIT + "If we made first loans of RMB 2, 3 and 4 million to small firms, what would we get?", OPEN),
        ("We took out our first loans of RMB 2 and 3 million from a bank in Haidian.", None),
    ],
)
def test_first_loans_told_one_by_one(text: str, value: object) -> None:
    assert said(text, "first_loans_lent_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (_UNIT + "Our loans to small firms that had never borrowed came to RMB 9 million last year.", "CN-11/haidian"),
        ("Our valves go to a bank in Haidian that lends to small firms.", None),
    ],
)
def test_a_lending_unit_is_where_its_bank_is(text: str, value: object) -> None:
    assert said(text, "region") == value
