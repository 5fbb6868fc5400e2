"""Seats outside the mainland of China: read from what is said of the own house, and of nobody else's."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts.gazetteer import known, label
from tests.policies.stating import stated

said = partial(stated, name="region", as_of=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I own a bakery in Leeds, UK. Does the city council give grants for a new shop front?", "GB"),
        ("We are a company registered in Vietnam with 40 staff, we make shoes.", "VN"),
        ("Our start-up is in Singapore, fintech, 12 people; any angel fund?", "SG"),
        ("Small brewery in Cork county, Ireland, eight people.", "IE"),
        ("We're a furniture workshop in Nairobi and the bank wants land as security.", "KE"),
        ("My café in downtown Toronto needs a loan for a new oven.", "CA"),
        ("We run a farm outside Melbourne, is there money for a water tank?", "AU"),
        ("The company is incorporated in the United States and has twelve employees.", "US"),
        ("We are registered in Hong Kong and have a factory in Kunshan, 60 people. Angel fund?", "CN-81"),
        ("我们是在香港注册的公司，做贸易，12个人，有什么贷款支持吗", "CN-81"),
        ("我們公司在台北，做醫材，35人，有政府補助嗎", "CN-71"),
        ("我在新加坡开了一家小餐厅，八个人，想贷款", "SG"),
        ("我們喺旺角開茶餐廳，業主加租", "CN-81"),
        ("越南的鞋厂，四十人，有补贴吗", "VN"),
        ("公司注册地在英国，团队二十人。", "GB"),
        ("澳門的小公司想買機器", "CN-82"),
        ("Does Singapore still pay for consultants? We're registered in Jurong.", "SG"),
    ],
)
def test_the_own_house_is_outside_the_mainland(text: str, code: str) -> None:
    assert said(text) == code
    assert known(code)
    assert label(code, "en")
    assert label(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We make valves in Kunshan and sell to customers in Germany and Japan.", "CN-32/suzhou/kunshan"),
        ("A company in Suzhou whose parent is registered in Hong Kong.", "CN-32/suzhou"),
        ("我们在银川做红酒，卖到英国和德国。", "CN-64/yinchuan"),
        ("公司在苏州，母公司注册在新加坡。", "CN-32/suzhou"),
        ("宁波的厂，想去越南开分厂。", "CN-33/ningbo"),
        ("我从美国留学回来，在海淀创业。", "CN-11/haidian"),
        ("We want to open a shop in London.", None),
        ("I studied in Germany and now look for an angel in China.", None),
        ("We exhibited at a fair in Dubai last year.", None),
        ("Our biggest customer is in Vietnam and pays late.", None),
        ("The machine was bought in Italy.", None),
        ("客户在香港，一直不付钱", None),
        ("我们的货发往美国，被加了税", None),
        ("产品出口到日本，想办信用保险", None),
        ("澳門畢業，兩個同學想弄智能樂器，樣品還在客廳裡做", None),
        ("我们在新加坡设立了子公司", None),
        ("在香港上市的公司欠我们钱", None),
        ("We moved from Singapore to Suzhou in 2024.", "CN-32/suzhou"),
    ],
)
def test_what_else_is_abroad_is_no_seat(text: str, code: object) -> None:
    assert said(text) == code
