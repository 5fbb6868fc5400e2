"""Seats: registered elsewhere with only a works here, set up here by a parent, homes of staff, where the bank sits."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The works is in Shizuishan, but the firm is registered over the provincial line in Ordos.", "CN-15/ordos"),
        ("Our licence was issued in Wuhai; the factory stands in Shizuishan.", "CN-15/wuhai"),
        ("The books and the licence say Baotou; only a production line runs in Yinchuan.", "CN-15/baotou"),
        ("We press panels in Yinchuan, but legally we are a firm of Ordos, Inner Mongolia.", "CN-15/ordos"),
        ("Our registration and our only works are in Sanhe, Hebei.", "CN-13/langfang/sanhe"),
        ("Head office registered in Xi'an, production in Yinchuan, no company of its own there.", "CN-61/xian"),
        ("厂房在石嘴山，公司登记在黄河对岸的乌海。", "CN-15/wuhai"),
        ("总公司在西安登记，在吴忠只建了一个分厂，没有另外成立公司。", "CN-61/xian"),
        ("公司在三河注册，海淀只有一个仓库。", "CN-13/langfang/sanhe"),
        ("总厂在兰州注册，银川这边是生产基地，没有单独注册公司。", "CN-62/lanzhou"),
        ("總公司登記在蘭州，銀川只是生產線所在地。", "CN-62/lanzhou"),
        ("我們在銀川設廠，公司主體登記在西安。", "CN-61/xian"),
        ("海淀企業，稅卻在河北繳納。", "CN-11/haidian"),
        ("We have a works in Ningxia but no company there.", None),
        ("宁夏这边没有单独成立公司，只有一个厂。", None),
        ("在中衛只設了生產廠，沒有另外成立公司。", None),
        # ours all the same
        ("We are registered in Haidian, with a plant in Sanhe, Hebei, without a company of its own.", "CN-11/haidian"),
        ("Our Haidian company has never set up a company abroad.", "CN-11/haidian"),
        ("Our trademark is registered in Shanghai; the firm is in Kunshan.", "CN-32/suzhou/kunshan"),
        ("我们公司在昆山，只有一个厂，三十个人。", "CN-32/suzhou/kunshan"),
        ("总公司在上海登记，我们昆山公司是独立法人。", "CN-32/suzhou/kunshan"),
        ("集團總部在上海，我們這家在銀川。", "CN-64/yinchuan"),
        ("我们在海淀，没有设立子公司。", "CN-11/haidian"),
    ],
)
def test_the_register_tells_the_seat_and_a_works_does_not(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("台灣母公司在吳忠投資的食品廠，本身是獨立法人。", "CN-64/wuzhong"),
        ("上海集团在石嘴山投资设立的子公司，独立法人。", "CN-64/shizuishan"),
        ("我们是香港母公司在银川独资开的电子厂。", "CN-64/yinchuan"),
        ("Our Taipei parent invested in a plant in Yinchuan; it is a limited company.", "CN-64/yinchuan"),
        ("The Japanese group set up our works in Yinchuan in 2015.", "CN-64/yinchuan"),
        ("客户是日本母公司在昆山投资的工厂，我们在太仓。", "CN-32/suzhou/taicang"),
        ("我們供貨給日本母公司在昆山投資的工廠，公司在太倉。", "CN-32/suzhou/taicang"),
    ],
)
def test_a_company_that_a_parent_set_up_sits_where_it_was_set_up(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Our chief chemist, the soul of the firm, lives in Tongzhou. We are registered in Sanhe.",
            "CN-13/langfang/sanhe",
        ),
        ("Most of our staff live in Tongzhou, the company is in Langfang.", "CN-13/langfang"),
        ("Our CTO's flat is in Haidian, the company in Baoding.", "CN-13/baoding"),
        ("One of the engineers rents a flat in Haidian.", None),
        ("总工家在北京海淀，每天过河来上班，公司和厂都在河北廊坊。", "CN-13/langfang"),
        ("我们的会计住在通州，公司注册在三河。", "CN-13/langfang/sanhe"),
        ("研發總監住在昆山，公司在上海嘉定。", "CN-31/jiading"),
        ("員工大多住在北京通州，公司登記與廠房都在河北三河。", "CN-13/langfang/sanhe"),
        ("海淀的软件公司，员工都住在昌平。", "CN-11/haidian"),
        ("我住在海淀，开一家做软件的小公司。", "CN-11/haidian"),
    ],
)
def test_homes_of_staff_are_no_seat(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("海淀企业，从朝阳国贸一家银行借了200万，海淀这边没有银行经手。", False),
        ("海淀公司，海淀没有一家银行肯贷，最后是东城王府井的支行放的款。", False),
        ("海淀的企业，贷款不是海淀的银行放的，是西城金融街的分行。", False),
        ("海淀企業，放款的分行在望京，借了一百萬。", False),
        ("海淀企業，貸款一百萬，不是海淀的銀行放的。", False),
        ("Haidian firm; the loan came from a bank branch in Yizhuang, not in Haidian.", False),
        ("海淀公司，中关村的支行放的贷款100万。", True),
        ("海淀公司，放款的支行就在上地，贷款100万。", True),
        ("Haidian company; we borrowed 1m from a Zhongguancun branch.", True),
    ],
)
def test_where_the_bank_sits(text: str, value: object) -> None:
    assert said(text, "lender_in_district") == value
    assert said(text, "region") == "CN-11/haidian"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们在海淀注册，税在朝阳交。", False),
        ("公司在海淀，稅是在昌平繳的。", False),
        ("Registered in Haidian, but the tax goes to Changping.", False),
        ("公司在海淀，税都在海淀交。", True),
        ("Our taxes are due in Haidian, where the firm is registered.", True),
    ],
)
def test_where_the_taxes_go(text: str, value: object) -> None:
    assert said(text, "local_taxpayer") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The works in Yinchuan is not a separate company, only a part of the Lanzhou firm.", False),
        ("We have no licence of our own.", False),
        ("厂子不是单独的公司，归兰州总公司管。", False),
        ("我們只是集團的一個生產基地。", False),
        ("我们是集团的一个车间，没有自己的营业执照。", False),
        ("我们公司在海淀注册，在河北没有另外成立公司。", None),
        ("Our customer's plant is not a separate company.", None),
    ],
)
def test_a_works_that_is_no_company(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


@pytest.mark.parametrize(
    "text",
    [
        "We keep a depot in Yinchuan, which isn't a company of its own. The firm is registered in Lanzhou.",
        "Business licence says Wuhai; a workshop is in Shizuishan, and we have no separate company there.",
        "公司登记在兰州，银川的厂不是单独的公司。",
    ],
)
def test_a_depot_says_nothing_of_the_company_that_keeps_it(text: str) -> None:
    assert said(text, "legal_person") is not False
    assert str(said(text, "region"))[:5] in ("CN-62", "CN-15")
