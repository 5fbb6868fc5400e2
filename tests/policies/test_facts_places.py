"""Places, industries and dates: closed lists read from everyday words."""

from datetime import date

import pytest

from policies.facts import dates, extract
from policies.facts.gazetteer import gazetteer, label
from policies.facts.industries import industries

AS_OF = date(2026, 11, 22)


def fact(text: str, name: str) -> object:
    return {f.name: f.value for f in extract(text, AS_OF)}.get(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("我们在海淀", "CN-11/haidian"),
        ("公司在北京亦庄", "CN-11/yizhuang"),
        ("AI team in Zhongguancun", "CN-11/haidian"),
        ("我們在崑山", "CN-32/suzhou/kunshan"),
        ("江苏省苏州市昆山市的公司", "CN-32/suzhou/kunshan"),
        ("a firm in Kunshan, Jiangsu", "CN-32/suzhou/kunshan"),
        ("公司在銀川", "CN-64/yinchuan"),
        ("a workshop in Yinchaun", "CN-64/yinchuan"),
        ("新疆烏魯木齊的公司", "CN-65/urumqi"),
        ("based in Urumqi", "CN-65/urumqi"),
        ("我们在广东佛山顺德", "CN-44/foshan/shunde"),
        ("We're from Inner Mongolia", "CN-15"),
        ("company in Xi'an", "CN-61/xian"),
        ("公司在呼和浩特", "CN-15/hohhot"),
        ("我们在大理", "CN-53/dali"),
        ("Suzhou in Anhui is our home", "CN-34/suzhou"),
        ("从上海搬到合肥了", "CN-34/hefei"),
        ("We moved from Wuxi to Hefei", "CN-34/hefei"),
        ("注册在银川，客户在北京", "CN-64/yinchuan"),
        ("北京银行给我们贷款，公司在廊坊", "CN-13/langfang"),
        ("公司不在北京，在河北廊坊", "CN-13/langfang"),
        ("我们在西城区", "CN-11/xicheng"),
        ("公司在門頭溝區", "CN-11/mentougou"),
        ("a firm in Fangshan", "CN-11/fangshan"),
        ("公司在昆山巴城", "CN-32/suzhou/kunshan"),
        ("我们在千灯做模具", "CN-32/suzhou/kunshan"),
        ("公司註冊在蘇州高新區", "CN-32/suzhou/huqiu"),
        ("a studio in Gusu", "CN-32/suzhou/gusu"),
        ("我们在舞钢市", "CN-41/pingdingshan/wugang"),
        ("公司在仙桃市", "CN-42/xiantao"),
        ("a dairy in Korla", "CN-65/bayingolin/kuerlei"),
        ("我们在霍尔果斯", "CN-65/ili/huoerguosi"),
        ("公司在五家渠", "CN-65/wujiaqu"),
        ("我們在永寧縣", "CN-64/yinchuan/yongning"),
        ("北京的养猪场", "CN-11"),
    ],
)
def test_our_own_place(text: str, code: str) -> None:
    assert fact(text, "region") == code


@pytest.mark.parametrize(
    "text",
    [
        "听说北京有补贴",
        "客户都在广州",
        "卖到上海去",
        "Beijing Bank lent us money",
        "宁夏创新创业大赛获奖",
        "和平发展",
        "我们在和平区",
        "we had a long meeting",
    ],
)
def test_no_place_of_ours(text: str) -> None:
    assert fact(text, "region") is None


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("我们做软件的", "software"),
        ("做医药物流的公司", "logistics"),
        ("my bakery", "catering"),
        ("a textile mill", "textiles"),
        ("半導體公司", "semiconductors"),
        ("a phamaceutical company", "pharmaceuticals"),
        ("我们开饭馆", "catering"),
        ("a goji farm", "agriculture"),
        ("We make robots", "robotics"),
    ],
)
def test_line_of_business(text: str, industry: str) -> None:
    assert fact(text, "industry") == industry


@pytest.mark.parametrize(
    "text",
    [
        "我们全家周末订了民宿",
        "我們在旅途中住過民宿",
        "We booked a guesthouse for the weekend",
        "我们有12项软件著作权",
        "We want to hire software engineers",
        "给汽车厂送货",
        "客户是医药公司",
        "tourism bureau owes us 30k",
    ],
)
def test_a_passing_word_is_no_line_of_business(text: str) -> None:
    assert fact(text, "industry") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019年3月", "2019-03"),
        ("二〇一七年五月", "2017-05"),
        ("march 2019", "2019-03"),
        ("2019-03-05", "2019-03-05"),
        ("5 june 2020", "2020-06-05"),
        ("june 5, 2020", "2020-06-05"),
        ("去年9月25日", "2025-09-25"),
        ("前年", "2024"),
        ("last may", "2026-05"),
        ("18年6月", "2018-06"),
        ("2019年13月", "2019"),
        ("2019年2月30日", "2019-02"),
    ],
)
def test_dates(text: str, value: str) -> None:
    assert [m.value for m in dates.find(text.replace("〇", "零"), AS_OF)][:1] == [value]


def test_the_lists_are_whole() -> None:
    book = gazetteer()
    assert sum(code.count("/") == 0 for code in book.zh) >= 31
    assert sum(code.count("/") == 1 for code in book.zh) >= 333
    assert all(code.split("/")[0].startswith("CN-") for code in book.zh)
    assert all(code in book.zh for codes in book.names.values() for code in codes)
    assert (label("CN-64/yinchuan"), label("CN-64/yinchuan", "en"), label("CN-99")) == ("银川市", "Yinchuan", None)
    assert all({"zh-Hans", "zh-Hant", "en"} == set(names) for names in industries().labels.values())
    assert 35 <= len(industries().labels) <= 50
