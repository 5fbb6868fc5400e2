"""Words of others beside our own: partners' grades, parts of a year, slides, seats that moved, tellers who differ."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 10, 14)


def said(text: str, name: str) -> object:
    return stated(text, name, DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我們請機構評信用等級，報告寫的是B級。合夥人另外那家公司倒是評了A。", "B"),
        ("我們信用評級做了，是B級，股東的另一間公司有BBB。", "B"),
        ("评级结果CCC。合伙人名下的另一家评了BB。", "CCC"),
        ("信用等级评下来只有B，老板娘的另一家公司是AA。", "B"),
        ("Our credit rating came out as B. My partner's other company got an A.", "B"),
        ("We had our firm credit rated; the report says grade B, while a co-owner's second firm was given BBB.", "B"),
        ("我们的信用评级是BB，合伙人那家是B。", "BB"),
        ("信用评级的结果是BB+。", "BB+"),
    ],
)
def test_the_grade_of_a_partners_other_firm_is_not_ours(text: str, value: object) -> None:
    assert said(text, "credit_rating") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年上半年我们订单特别旺，收入同比涨了26%。去年销售2800万。", None),
        ("今年到现在营收涨了两成。", None),
        ("今年頭半年營收成長26%，去年的還沒結算。", None),
        ("上半年營業額比去年同期多了26%。", None),
        ("In the first six months of 2022 our revenue rose 26% on the same period.", None),
        ("This year's first half went well: sales grew 26%.", None),
        ("Since January we are 26% up on sales.", None),
        ("Our turnover for the first quarter rose by 12%, the 2021 figure is not audited yet.", None),
        ("去年收入增长8%，今年上半年增长26%。", 8),
        ("今年前三个月收入增长20%，去年全年增长7%。", 7),
        ("Last year sales grew 8%, and 26% in the first half of this year.", 8),
        ("今年上半年贷了300万，去年收入增长8%。", 8),
        ("Sales grew by a quarter last year, 25% in all.", 25),
    ],
)
def test_a_part_of_a_year_is_not_the_year_before(text: str, value: object) -> None:
    assert said(text, "revenue_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "An agent's slide says our company 'grew five per cent'. According to the audit, sales moved from "
            "RMB 80.0 million in 2020 to RMB 83.9 million in 2021.",
            4.875,
        ),
        ("中介的PPT写我们增长了5%，审计报告上2020年收入8000万，2021年8390万。", 4.875),
        ("对外宣传说收入增长5%，账上2020年8000万、2021年8390万。", 4.875),
        ("Our broker claims we grew 5%, but sales went from 80 million in 2020 to 83.9 million in 2021.", 4.875),
        ("营收增长10%，2020年5000万，2021年5500万。", 10),
    ],
)
def test_the_sales_of_two_years_outdo_a_rounded_growth(text: str, value: object) -> None:
    assert said(text, "revenue_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "For nine years our company was registered in Shizuishan, and the workshop is still there. In May the "
            "shareholders moved the registered seat across the border to Wuhai in Inner Mongolia.",
            "CN-15/wuhai",
        ),
        (
            "Our firm was set up in Yinchuan. Last spring the registered office was transferred to Lanzhou.",
            "CN-62/lanzhou",
        ),
        ("公司原来注册在石嘴山，车间还在那里。五月股东把注册地迁到了内蒙古乌海。", "CN-15/wuhai"),
        ("公司註冊地五月搬到內蒙古烏海，廠房仍在石嘴山。", "CN-15/wuhai"),
        ("我司在银川，去年底把工商登记迁去西安了，人和设备都还在银川。", "CN-61/xian"),
        ("公司工厂在中卫，营业执照上的住所今年改成了陕西西安。", "CN-61/xian"),
        ("公司本來登記在蘭州，今年三月註冊地遷到銀川。", "CN-64/yinchuan"),
        ("The registered seat was moved from Lanzhou to Yinchuan in May.", "CN-64/yinchuan"),
        ("公司注册在银川，打算明年把注册地迁到兰州。", "CN-64/yinchuan"),
        ("Our company is registered in Yinchuan; the registered office was never moved to Lanzhou.", "CN-64/yinchuan"),
    ],
)
def test_the_entry_that_moved_tells_the_region(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("没有房产抵押，由一家担保公司做连带责任保证，从银行借了200万。业务员讲没抵押的就叫信用贷款。", "other"),
        ("貸款200萬沒有抵押品，由擔保公司提供連帶保證。", "other"),
        ("銀行貸了200萬，沒押東西，擔保公司收了2%擔保費。", "other"),
        ("借款两百万，房子没押，找了一家融资担保公司作保，银行叫它信用贷款。", "other"),
        ("The bank lent us RMB 2 million with no mortgage; a guarantee company stood surety for it.", "other"),
        (
            "We borrowed 2 million from a bank. No collateral was asked, but a guarantor company vouches for it.",
            "other",
        ),
        ("贷款没有抵押也没有担保公司，纯信用。", "none"),
        ("The loan is unsecured, no guarantee company was involved.", "none"),
    ],
)
def test_a_guarantee_company_makes_it_no_credit_loan(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("老闆對外都說已經小批量生產了；車間主任跟我抱怨，到現在只做過幾片試樣，連一批都湊不出來。", OPEN),
        ("老板说已经小批量生产了，车间主任却说只做了几个样品。", OPEN),
        ("项目报告写着小批量试产，但工程师讲一批也没做出来。", OPEN),
        ("The boss says we are in small batch production; the foreman says only samples have been made so far.", OPEN),
        ("Our director says small-batch production has begun, but they have only made a few test pieces.", OPEN),
        ("已经小批量生产，第一批300件交了货，之前只做过样品。", True),
        ("產品已經小批量生產，工程師說良率不錯。", True),
    ],
)
def test_a_stage_told_in_two_ways_is_open(text: str, value: object) -> None:
    assert said(text, "small_batch_stage") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We applied to become a Haifan enterprise and were turned down in May. Can we still have 20%, as the firm "
            "downstairs, which is on the Haifan list, does?",
            False,
        ),
        ("We were refused as a Haifan enterprise. The neighbour is a Haifan enterprise.", False),
        ("Our application for Haifan status was rejected; the company next door is on the Haifan list.", False),
        ("申请海帆企业五月被退回来了，楼下那家是海帆企业。", False),
        ("去年報海帆企業被刷下來，樓上那家倒是海帆企業。", False),
        ("我们没能入选海帆企业，对面公司入选了。", False),
        ("As the firm downstairs, which is on the Haifan list, does, we would like the 20%.", None),
        ("We are a Haifan enterprise; the firm downstairs was turned down.", True),
        ("我们是海帆企业，楼下那家没评上。", True),
    ],
)
def test_the_list_that_turned_us_down(text: str, value: object) -> None:
    assert said(text, "haifan_enterprise") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("保單名稱是臨床試驗綜合責任險，保費8萬。業務員說應該算在十三類科技保險裡面，但他自己也沒看過清單。", OPEN),
        ("我们买了一份保险，保费5万，不知道算不算科技保险。", OPEN),
        ("投保了一份责任险，保费3万，是不是名录里的险种科技局没答复。", OPEN),
        ("保費8萬，險種還沒有定論。", OPEN),
        ("We took out a policy. The broker believes it is one of the thirteen kinds but has not seen the list.", OPEN),
        ("Premium RMB 80,000. The salesman thinks this cover counts, but he could not show us the list.", OPEN),
        ("买了研发责任险，保费8万，属于十三类科技保险。", None),
        ("The premium for our R&D liability insurance was 80,000.", None),
    ],
)
def test_an_insurance_whose_kind_nobody_confirmed_is_open(text: str, value: object) -> None:
    assert said(text, "technology_insurance") == value


@pytest.mark.parametrize(
    "text",
    [
        "这笔贷款去年收到过5万元财政补助，不知道是市里的还是自治区的。",
        "账上十二月到了一笔6万，备注写贴息，就是这笔贷款的，哪一级财政给的还没问到。",
        "Somebody credited RMB 40,000 to us marked 'loan subsidy'. Whether it was the city or the region that "
        "paid we do "
        "not know yet.",
    ],
)
def test_a_sum_whose_giver_is_not_known_does_not_clear_the_loan(text: str) -> None:
    assert said(text, "other_regional_funding") is not False
