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
    ("text", "code"),
    [
        # the narrower place of two that are told together
        ("We are a lamp factory in Yinchuan's Jinfeng, 40 people", "CN-64/yinchuan/jinfeng"),
        ("我们在佛山南海做铝窗", "CN-44/foshan/nanhai"),
        ("養羊的，吳忠同心，二十個人", "CN-64/wuzhong/tongxin"),
        ("We are a technology firm in Suzhou, in Wuzhong district to be exact", "CN-32/suzhou/wuzhong"),
        ("公司在惠农，属石嘴山", "CN-64/shizuishan/huinong"),
        ("In Ningxia we make cheese, and our plant is in Litong", "CN-64/wuzhong/litong"),
        ("Our clinic software firm is in Beijing and sits in one of Haidian's key incubators", "CN-11/haidian"),
        ("We are a Beijing company; Haidian Park recognised us as a start-up", "CN-11/haidian"),
        # registered counts before where the desks went
        ("On paper we are in Haidian, but we moved the desks to Daxing in 2022", "CN-11/haidian"),
        ("执照还在深圳龙岗，办公室搬去了东莞", "CN-44/shenzhen/longgang"),
        # set up there by a parent
        ("A Dutch group founded us in 2019 in Kunshan and owns all shares", "CN-32/suzhou/kunshan"),
        ("我們是一家日本公司在崑山設的獨資公司", "CN-32/suzhou/kunshan"),
        ("咱是上海某集团在中宁开的子公司", "CN-64/zhongwei/zhongning"),
        # a move that is only meant
        ("We intend to bring our firm from Changzhou to Kunshan", "CN-32/changzhou"),
        ("打算把公司从无锡搬到昆山", "CN-32/wuxi"),
        # a lender that asks for itself
        ("We are a rural bank in Changshu and lend to small firms", "CN-32/suzhou/changshu"),
        ("我们是海淀的一家小贷公司，去年放了两千万", "CN-11/haidian"),
        ("本行係銀川的農商行", "CN-64/yinchuan"),
        # others' places beside ours
        ("Haidian, lidar, 60 people. The bank, which sits in Xicheng, lent us 3 million", "CN-11/haidian"),
        ("We're a Yinchuan company and our shares are listed in Shenzhen", "CN-64/yinchuan"),
        ("We make tiles near Guyuan. A consultant in Lanzhou wrote the form", "CN-64/guyuan"),
        ("我弟弟在兰州，我的厂在中卫", "CN-64/zhongwei"),
        ("公司在永寧，就在賀蘭山腳下", "CN-64/yinchuan/yongning"),
    ],
)
def test_our_own_place_among_others(text: str, code: str) -> None:
    assert fact(text, "region") == code


@pytest.mark.parametrize(
    "text",
    [
        "We won a cup at the Ningxia start-up contest",
        "去年在寧夏創新創業大賽拿了二等獎",
        "宁夏那场比赛我们没进决赛",
        "Our shares trade in Shenzhen, they have been listed in Shenzhen since 2015",
        "我们的股票在香港上市",
        "A lender in Dalian gave us a loan",
        "We borrowed from a Haidian savings bank",
        "钱是海淀的农商行放的",
        "放款的網點在豐臺",
        "We have a joint venture with a Xi'an firm",
        "卖给了一家河南公司",
        "我們請的是南京一家評估所",
        "The former owner has moved to Hainan",
        "We pledged my wife's apartment in Urumqi to the bank",
        "A lab from Nanjing solved our problem",
    ],
)
def test_a_strangers_place_is_not_ours(text: str) -> None:
    assert fact(text, "region") is None


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        ("We are a food-machinery company", "machinery"),
        ("我们做食品机械", "machinery"),
        ("做光伏板清洗機器人的公司", "robotics"),
        ("We make graphene films", "new-materials"),
        ("厂里做枸杞酒", "food"),
        ("We make insulin pumps", "medical-devices"),
        ("The winery has 30 people", "food"),
        ("A silk mill like ours needs a loan", "textiles"),
        ("I write for a cement company in Helan", "building-materials"),
        ("A brewery owes us money; we make valves", "machinery"),
        ("A trading house owns two thirds of us. We make gearboxes", "machinery"),
        ("买家是一家贸易公司，我们做玩具", "toys"),
        ("縣裡的煤礦欠我們錢，我們做水泵", "machinery"),
    ],
)
def test_our_own_trade_among_others(text: str, industry: str) -> None:
    assert fact(text, "industry") == industry


@pytest.mark.parametrize(
    "text",
    [
        "Our field is not on the list of favoured trades",
        "The loan is likewise mine",
        "Sales are 40 million, growing by a fifth a year",
        "We are on the list of the fastest growing companies",
        "We hold the agricultural high-tech title",
        "The agricultural bank lent us a million",
        "Our customer, a brewery with 300 people, pays late",
        "The hotel next door pays no such fee",
        "This led to a loan",
        "两年前环保罚过我们",
        "補助算法不同嗎",
        "他家软件公司领了补助",
    ],
)
def test_a_strangers_trade_is_not_ours(text: str) -> None:
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
