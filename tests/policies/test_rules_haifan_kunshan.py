"""Haidian's plan and Kunshan's angel fund: what each asks, and how it is told."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.advise import Adviser
from policies.types import Verdict
from tests.policies.stating import OPEN, stated

HAIDIAN_DAY, KUNSHAN_DAY = date(2014, 9, 1), date(2022, 9, 1)
ADVISER = Adviser()

in_haidian = partial(stated, as_of=HAIDIAN_DAY)
in_kunshan = partial(stated, as_of=KUNSHAN_DAY)

RESTRICTED = [
    ("We smelt lead in Kunshan, a heavily polluting trade. Can the angel fund invest?", True),
    ("Our plant is energy-intensive and in an overcapacity industry; angel fund?", True),
    ("Our works is on the restricted list of the province, would the fund still come in?", True),
    ("Our line counts as a prohibited industry; angel fund anyway?", True),
    ("我们属于两高行业，昆山天使基金投不投", True),
    ("我们是做水泥的，产能过剩，想要天使基金", True),
    ("我們公司耗能很高，崑山天使基金會投嗎", True),
    ("我哋間廠污染好嚴重，屬限制類，天使基金肯唔肯投", True),
    ("We build and sell flats in Kunshan. Would the angel fund invest?", OPEN),
    ("昆山电镀厂，想要天使基金", OPEN),
    ("我们在昆山搞房地产开发，天使基金投不投", OPEN),
    ("We make filters for heavily polluting factories. Angel fund in Kunshan?", None),
    ("我们给高污染企业做废气治理设备，想找昆山天使基金", None),
    ("我们做电镀厂用的监测传感器，找天使基金", None),
    ("客户是高耗能企业，我们做节能软件，天使基金", None),
    ("Software for property developers, Kunshan, angel fund?", None),
    ("昆山天使基金能投哪些行业", None),
]
ORDINARY = [
    ("入选了昆山双创人才计划，开火锅店的，天使基金投吗", False),
    ("我们经营一家小超市，天使基金投吗", False),
    ("我們在崑山經營三家咖啡館，想找天使基金", False),
    ("我哋喺崑山開茶餐廳，天使基金投唔投", False),
    ("We run a small noodle restaurant in Kunshan, angel fund?", False),
    ("I own two hair salons in Kunshan; would the angel fund invest?", False),
    ("Our company is a travel agency in Kunshan and wants the angel fund in.", False),
    ("我们做餐厅用的送餐机器人，昆山，天使基金", None),
    ("客户是火锅店，我们做油烟净化设备，天使基金", None),
    ("隔壁开火锅店的也想要天使基金，我们做芯片", None),
    ("We make robots for restaurants; angel fund in Kunshan?", None),
    ("Hotels are our customers, we build their access software. Angel fund?", None),
]
NO_SHARES = [
    ("We would rather have a 3 million loan from the angel fund than sell shares.", False),
    ("We want the fund to guarantee our bank loan instead of buying shares. Kunshan angel fund.", False),
    ("could kunshan angel just lend us cash", False),
    ("We don't want to give away any equity. Can the angel fund help?", False),
    ("We keep all our shares, but would like 2 million from the angel fund.", False),
    ("我们想向天使基金借300万，不想让股份", False),
    ("昆山的天使基金能不能先借一笔过桥款给我们周转", False),
    ("不想让基金入股，只想要200万，天使基金行吗", False),
    ("想請天使基金替我們的銀行貸款做擔保", False),
    ("想搵天使基金借錢，唔想俾股份", False),
    ("We ask the angel fund for 3 million against 10%.", None),
    ("We do not want to give up more than 15% of the shares to the angel fund.", None),
    ("The bank loan of 2 million was repaid; now we want the angel fund to invest 3 million.", None),
    ("我们不想让基金占太多股份，一成以内，找昆山天使基金", None),
    ("我们没有银行贷款，希望天使基金投资300万占10%", None),
    ("昆山天使基金入股要占几成", None),
]
RIGHTS = [
    ("In Kunshan, we use three patents licensed from a university. Angel fund?", OPEN),
    ("We hold one trademark of our own as intellectual property; angel fund?", OPEN),
    ("专利是从大学独占许可来的，自己没有专利，昆山天使基金", OPEN),
    ("我們只有一個註冊商標，天使基金行嗎", OPEN),
    ("我们用的专利都是大学的，天使基金投吗", OPEN),
    ("We have three patents of our own, and license two more from a university; angel fund?", True),
]
LARGEST = [
    ("希望天使基金占股20%以上成为大股东", True),
    ("想让昆山天使基金控股，我们做小股东", True),
    ("怕天使基金成为大股东", None),
    ("天使基金会不会变成大股东", None),
    ("想让天使基金投200万、占8%，他们不当大股东", None),
]
NEW_PRODUCT = [
    ("We are a Haidian reseller of printers. Would the government buy them as a first purchase?", False),
    ("In Haidian we import German street lamps; can they be shown on the platform?", False),
    ("It is an old model, nothing new; would Haidian district buy it first?", False),
    ("代理别人的旧款打印机，不是自己的新技术新产品，海淀政府会首购吗", False),
    ("我们是海淀的经销商，卖日本的摄像头，政府会采购吗", False),
    ("我們代理國外的感測器，海淀的平台能展示嗎", False),
    ("我哋喺海淀開茶餐廳，政府會唔會首購", False),
    ("海淀，我们研发了一款智能路灯，政府能首购吗", None),
    ("竞争对手代理国外旧款，我们自己研发的新产品海淀能首购吗", None),
    ("We make a new air monitor in Haidian; would the district be the first buyer?", None),
    ("Our reseller sells our sensors in Haidian; would the government buy the first unit?", None),
]
PUBLIC_FIELD = [
    ("海淀，我们做智能路灯，第一台没人敢装，政府能首购吗", True),
    ("海淀的小區安防攝像頭公司，政府有示範工程嗎", True),
    ("我哋海淀做污水處理新工藝，想搵地方示範", True),
    ("We built the first snow-melting pavement tile in Haidian. Would the district itself buy the first ones?", True),
    ("Haidian firm, fire alarm for old people, could the city use it first?", True),
    ("做了一款新的女装品牌，海淀政府首台首购会用我们的产品吗", False),
    ("海淀，新的化妝品，政府會首購嗎", False),
    ("We make new toys in Haidian, would the government buy the first ones?", False),
    ("海淀，我们有新软件，政府会首购吗", None),
    ("We have a new spectrometer in Haidian; will the government be first to buy?", None),
]
ACADEMY = [
    ("我们是海淀的小公司，委托深圳一家软件公司开发新产品，今年付了80万开发费，已经小批量生产", False),
    ("海淀，和一家民营企业合作研发，付了100万研发费，小批量了", False),
    ("海淀，請上海的設計公司幫我們開發，付了50萬", False),
    ("我哋海淀公司，搵一家外包公司開發，今年俾咗80萬", False),
    ("Haidian small firm: we commissioned a Shenzhen software house to develop it and paid 800,000 this year.", False),
    ("Haidian. We bought the technology from a private company for 900,000. No university had any part in it.", False),
    ("向清华租用仪器做检测，今年付了80万检测费，产品已小批量生产，海淀小公司", False),
    ("海淀小公司，今年付了80万开发费，已经小批量生产，能补多少？", OPEN),
    ("Haidian small firm, we paid 800,000 for development this year, small batch running.", OPEN),
    ("海淀小公司，委托北航开发控制器，今年付了260万，已小批量", None),
    ("海淀，跟清華大學合作研發，實際付給學校50萬", None),
    ("海淀小公司，我们公司委托清华开发，今年付了开发费80万", None),
    ("Haidian small company commissioned Beihang University to develop a valve; paid it 1.85 million.", None),
]
PAID = [
    ("海淀小公司，和清华合作研发，2012年付了80万，今年进入小批量生产，能补多少？", OPEN),
    ("Haidian: we paid Beihang 1.2 million in 2012 for development. Now small-batch production.", OPEN),
    ("海淀小公司，和清华合作研发，2012年签约，今年付了80万，进入小批量生产", 800_000),
    ("We had Beihang develop it for us in Haidian; we paid 600,000 in 2013 and 1.2 million in 2014.", 1_200_000),
]
TECHNICAL = [
    ("海淀小公司，我们的外观设计专利项目今年实际货币收入600万", False),
    ("我們的外觀專利專案現金收入600萬，海淀", False),
    ("不是发明专利，是外观设计专利，收入600万，海淀", False),
    ("Our design patent project brought 6 million yuan in cash. Haidian.", False),
    ("海淀，一件发明专利和一件外观设计专利的项目收入600万", OPEN),
    ("对手只有外观设计专利，我们是发明专利，海淀", None),
    ("Our utility model brought in 6 million in cash. Haidian.", None),
]
AGENCY = [
    ("海淀，自己写的申请，没请中介，拿到发明专利授权，效益明显，能资助吗", False),
    ("海淀，请知识产权公司帮忙，拿到发明专利授权，但还没带来什么效益，能资助吗", False),
    ("我們沒有請代理機構，自己申請，發明專利下來了，效益不錯，海淀", False),
    ("Haidian: we wrote the application ourselves without an agency; the invention patent was granted.", False),
    ("Haidian: an IP firm helped, the invention patent was granted, but it has brought no benefits yet.", False),
    ("海淀，请知识产权机构布局，拿到发明专利授权，销量上来了，能资助吗", True),
    ("Haidian: a hired IP agency did the strategy, the invention patents were granted and sales rose.", True),
]
HONOURS = [
    ("park_funding", "海淀小企业，2009年拿过中关村管委会的资金，上年收入500万", False),
    ("park_funding", "我们2009年成立，去年拿过中关村管委会的资金", True),
    ("park_funding", "2013年拿到海淀园管委会的资助30万", True),
    ("growth_list", "2008年上过德勤高成长50强，海淀", False),
    ("growth_list", "We were in the Deloitte Fast 50 in 2008. Haidian.", False),
    ("growth_list", "公司2008年成立，去年进了德勤高成长50强，海淀", True),
    ("incubator_recommended", "一家普通创业咖啡馆推荐了我们，不是海淀园认定的孵化器，海淀", False),
    ("incubator_recommended", "海淀园认定的孵化器推荐了我们，海淀", True),
]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (name, text, value)
        for name, told in (
            ("restricted_trade", RESTRICTED),
            ("science_project", ORDINARY),
            ("equity_offered", NO_SHARES),
            ("own_ip", RIGHTS),
            ("fund_largest_shareholder", LARGEST),
        )
        for text, value in told
    ],
)
def test_bars_of_the_fund_are_read(name: str, text: str, value: object) -> None:
    assert in_kunshan(text, name) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        *(
            (name, text, value)
            for name, told in (
                ("new_product", NEW_PRODUCT),
                ("public_field_product", PUBLIC_FIELD),
                ("academic_partner", ACADEMY),
                ("tech_transfer_paid_cny", PAID),
                ("technical_patent", TECHNICAL),
                ("ip_service_patents", AGENCY),
            )
            for text, value in told
        ),
        *HONOURS,
    ],
)
def test_projects_of_the_plan_are_read(name: str, text: str, value: object) -> None:
    assert in_haidian(text, name) == value


FIRM = (
    "We are a limited company in Kunshan, founded in {year}, 30 people, 15 of them in R&D, sales of 8 million last "
    "year, three patents, in a leading industry of the district, owned by the two founders, no group behind us. "
)
FUND, FUND_AIM = "ks-angel-2021/13", "ks-angel-2021/9"
PRIORITY, STATUS = "hd-haifan-2013/haifan-2", "hd-haifan-2013/haifan-1"
PURCHASE, SHOWN, RESEARCH = "hd-haifan-2013/3.3", "hd-haifan-2013/3.2", "hd-haifan-2013/4.3"
CASES = [
    (FUND, KUNSHAN_DAY, FIRM + "Can the angel fund invest 3 million?", Verdict.LIKELY),
    (FUND, KUNSHAN_DAY, FIRM + "We smelt lead, a heavily polluting trade. Angel fund, 3 million?", Verdict.INELIGIBLE),
    (FUND, KUNSHAN_DAY, FIRM + "We would rather have a loan from the angel fund than sell shares.", Verdict.INELIGIBLE),
    (FUND, KUNSHAN_DAY, FIRM + "Nobody in our team is in a talent programme or fits one. Angel fund?", Verdict.UNKNOWN),
    (FUND, date(2026, 11, 23), FIRM.replace("{year}", "2023") + "Can the angel fund invest?", Verdict.UNKNOWN),
    (FUND_AIM, KUNSHAN_DAY, "入选了昆山双创人才计划，开火锅店的，天使基金投吗", Verdict.INELIGIBLE),
    (STATUS, HAIDIAN_DAY, "海淀小企业，去年拿过中关村管委会的资金，上年收入500万，能评海帆企业吗", Verdict.LIKELY),
    (
        STATUS,
        HAIDIAN_DAY,
        "A small Haidian firm with last year's income of 5 million and Zhongguancun committee money. We were put on "
        "the serious dishonesty list last year. Can we become a Haifan enterprise?",
        Verdict.INELIGIBLE,
    ),
    (
        PRIORITY,
        HAIDIAN_DAY,
        "我们是海淀的海帆企业，小企业，去年因为骗取补贴被处罚、被列入严重失信名单，海帆的优先推荐还有吗？",
        Verdict.INELIGIBLE,
    ),
    (
        PRIORITY,
        HAIDIAN_DAY,
        "公司注册在海淀，实际在朝阳办公、在朝阳缴税，小企业，上年收入5000万，有千人计划入选人，"
        "海帆企业能优先享受什么？",
        Verdict.UNKNOWN,
    ),
    (
        PURCHASE,
        HAIDIAN_DAY,
        "We are a small Haidian firm with a new snow-melting pavement tile. Would the district buy the first ones as a "
        "first purchase?",
        Verdict.LIKELY,
    ),
    (PURCHASE, HAIDIAN_DAY, "海淀小公司，做了一款新的女装品牌，政府首台首购会用我们的产品吗？", Verdict.INELIGIBLE),
    (SHOWN, HAIDIAN_DAY, "海淀小公司，代理别人的旧款打印机，不是自己的新产品，政府会首购吗？", Verdict.INELIGIBLE),
    (RESEARCH, HAIDIAN_DAY, "海淀小公司，委托北航开发，今年付了80万开发费，已经小批量生产，能补多少？", Verdict.LIKELY),
    (
        RESEARCH,
        HAIDIAN_DAY,
        "我们是海淀的小公司，委托深圳一家软件公司开发新产品，今年付了80万开发费，已经小批量生产，能补多少？",
        Verdict.INELIGIBLE,
    ),
    (RESEARCH, HAIDIAN_DAY, "海淀小公司，外观设计专利项目今年货币收入600万，资助多少？", Verdict.INELIGIBLE),
    (
        RESEARCH,
        HAIDIAN_DAY,
        "We are a large enterprise leading an alliance in Haidian; the alliance bought influential patents "
        "for 3 million and opened them to its members. Subsidy?",
        Verdict.LIKELY,
    ),
]


@pytest.mark.parametrize(("article", "day", "text", "verdict"), CASES)
def test_verdicts(article: str, day: date, text: str, verdict: Verdict) -> None:
    answer = ADVISER.advise(text.replace("{year}", "2020"), as_of=day)
    assert [one.verdict for one in answer.matches if one.article == article] == [verdict]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("new_product", "海淀小公司，我们是日本传感器的中国总代，政府会首购吗", False),
        ("new_product", "海淀小公司，从深圳进一批智能垃圾桶贴自己的标，政府能首购吗", False),
        ("new_product", "海淀小公司，没有新产品推广渠道，区里平台能展示我们的智能路灯吗", None),
        ("new_product", "海淀小公司，智能井盖，之前的老产品卖了十年，新的这款政府能首购吗", None),
        ("new_product", "海淀小公司，我们不是贴牌，自己研发的路灯，能首购吗", None),
        ("new_product", "海淀小公司，我們代理國外的感測器，能展示嗎", False),
        ("new_product", "海淀小公司，没有新产品，只卖旧的，政府会首购吗", False),
        ("new_product", "海淀小公司，我们的路灯替代老产品，能首购吗", None),
        (
            "new_product",
            "Haidian small firm. We bring in German air-quality meters and put our label on them; would the district "
            "buy the first ones?",
            False,
        ),
        (
            "new_product",
            "Haidian small firm. Our flood sensor is brand-new. We import the chips. First purchase by the district?",
            None,
        ),
        (
            "new_product",
            "Haidian small firm. Our street-lamp was made by another firm under contract to our own design. Can the "
            "district buy the first units?",
            None,
        ),
        ("new_product", "Haidian small firm. We have not shown our new sensor yet. Platform?", None),
        (
            "new_product",
            "Haidian small firm. We import German street lamps; can they be shown on the platform?",
            False,
        ),
        ("new_product", "Haidian small firm. It is nothing new; would the district buy it first?", False),
        ("new_product", "Haidian small firm. We have not yet sold our new lamp. First purchase?", None),
        ("academic_partner", "海淀小公司，委托一位清华退休教授个人研发，付了80万，已小批量生产", OPEN),
        ("academic_partner", "海淀小公司，委托北师大一位老师自己开的工作室研发，付了80万，已小批量", OPEN),
        (
            "academic_partner",
            "海淀小公司，委托北航研发控制器，今年付了80万，请了一家设计公司设计外壳，小批量了",
            None,
        ),
        ("academic_partner", "海淀小公司，委托北航研发，今年付了80万，一家民营企业做工艺试产，小批量了", None),
        ("academic_partner", "海淀小公司，和一家民营企业做工艺开发，付了80万", False),
        (
            "academic_partner",
            "Haidian small firm. We paid 800,000 to a graduate of Tsinghua University who works alone to develop it; "
            "small batch.",
            OPEN,
        ),
        (
            "ip_service_patents",
            "海淀，与知识产权服务机构合作，拿到发明专利，产生显著效益，前两年没见效益，今年收入涨了300万",
            True,
        ),
        ("technical_patent", "海淀小公司，发明专利项目今年货币收入600万，也申请了外观专利", None),
        ("technical_patent", "Our invention patent brought 6 million; we also have a design patent. Haidian.", None),
        ("new_product", "海淀小公司，我们从日本进一批芯片，自己做成路灯，政府首购吗", None),
        ("new_product", "海淀小公司，我们做的路灯找代理商代理，能首购吗", None),
        ("new_product", "海淀小公司，我們從德國進貨，換上自己的牌子賣，能首購嗎", False),
        ("new_product", "海淀小公司，我们是做传感器的，代理商卖不动，能首购吗", None),
        ("new_product", "海淀小公司，我们是德国厂家的独家代理，能首购吗", False),
        ("new_product", "海淀小公司，路灯比老款省电一半，能首购吗", None),
        ("new_product", "海淀小公司，我们不做研发，只卖进口灯，能首购吗", False),
        ("new_product", "海淀小公司，智能井盖是我们的新产品，没有贴牌，能首购吗", None),
        ("new_product", "海淀小公司，我们没有自己的新产品，政府会首购吗", False),
        ("new_product", "Haidian small firm. We are the sole agent of a Korean camera maker. First purchase?", False),
        ("new_product", "Haidian small firm. Nobody has bought our new lamp. First purchase by the district?", None),
        ("new_product", "Haidian small firm. It is not a new product; first purchase?", False),
        (
            "new_product",
            "Haidian small firm. We buy sensors from Korea, print our logo on them and sell them; platform?",
            False,
        ),
        ("new_product", "Haidian small firm. Our lamp replaces old models. First purchase?", None),
        (
            "new_product",
            "Haidian small firm. The lamps were made by another company and we only sell them. First purchase?",
            False,
        ),
        (
            "new_product",
            "Haidian small firm. We don't have our own shop window. Could the new lamp be on the platform?",
            None,
        ),
        ("academic_partner", "海淀小公司，委托清华教授团队所在的实验室研发，合同与清华签，付了80万，小批量", None),
        ("academic_partner", "海淀小公司，委託北航一位教授私下研發，付了50萬，小批量", OPEN),
        ("academic_partner", "海淀小公司，我们创始人是清华毕业生，委托北航开发，付了80万，小批量", None),
        ("academic_partner", "海淀小公司，委托北航研发，付了80万，包装请设计公司设计，小批量", None),
        ("ip_service_patents", "海淀，请知识产权机构布局，拿到发明专利，去年没有效益，今年也没有效益", False),
        (
            "ip_service_patents",
            "Haidian: an IP agency helped; invention patents granted. At first no sales, but now sales rose by 3 "
            "million.",
            True,
        ),
        ("technical_patent", "海淀小公司，只有外观设计专利，项目收入600万", False),
        ("technical_patent", "海淀小公司，外观专利项目收入600万，发明专利也申请了但没批", OPEN),
    ],
)
def test_projects_are_barred_by_clear_words_only(name: str, text: str, value: object) -> None:
    assert in_haidian(text, name) == value


APPLICANT = (
    "Kunshan company founded in March 2021 in one of the zone's leading industries, 30 employees with 10 in R&D, "
    "annual "
    "revenue of 5m, we own an invention patent, no group behind us, selected for the Kunshan talent programme, "
    "applying "
    "to the angel fund. "
)
OF_THE_FUND = [
    ("equity_offered", "Can the angel fund back us?", None),
    ("equity_offered", "Would the fund back our project with equity of 2m?", None),
    ("equity_offered", "Does the angel fund secure a board seat?", None),
    ("equity_offered", "Would rather take the angel fund's equity than sell shares to a foreign group.", None),
    ("equity_offered", "希望基金能给我们贷款贴息信息", None),
    ("equity_offered", "We would rather sell shares to the angel fund than to a bank's arm.", None),
    ("equity_offered", "We would not sell shares to anybody else, only to the angel fund.", None),
    ("equity_offered", "天使基金能给我们介绍贷款渠道吗", None),
    ("equity_offered", "The fund should back our bank loan with its guarantee, no shares.", False),
    ("equity_offered", "Could the fund secure our bank loan instead of buying shares?", False),
    (
        "equity_offered",
        "the fund gives interest-free money, which we return in two years, and we stay sole shareholders",
        False,
    ),
    ("equity_offered", "We want interest-free money from the fund and pay it back after two years.", False),
    ("equity_offered", "拿了基金的钱两年后连本还回去，不稀释股份", False),
    ("equity_offered", "想攞天使基金嘅錢，兩年後還返，股份全部自己揸", False),
    ("equity_offered", "we remain the sole shareholders", False),
    ("restricted_trade", "Our batteries suit energy-hungry trades.", None),
    ("restricted_trade", "Our software spots polluters.", None),
    ("restricted_trade", "水泥行业产能过剩，所以我们转做传感器", None),
    ("restricted_trade", "我们以前做电镀的，污染严重，现在转做软件", None),
    ("restricted_trade", "Steel has overcapacity, which is why we moved to sensors.", None),
    ("restricted_trade", "Our camera finds polluters from the air.", None),
    ("restricted_trade", "Our chips go into energy-intensive plants.", None),
    ("restricted_trade", "我們的感測器裝在高污染工廠裡", None),
    ("restricted_trade", "We melt aluminium scrap and use as much power as a town.", True),
    ("restricted_trade", "We are a cement maker.", OPEN),
    ("restricted_trade", "我们是水泥生产商", OPEN),
    ("restricted_trade", "我們是水泥製造商", OPEN),
    ("science_project", "We are an estate agency.", False),
    ("science_project", "We run a chain of dental clinics.", False),
    ("science_project", "我们开连锁口腔诊所", False),
    ("science_project", "我们是房产中介", False),
    ("science_project", "We run an estate agency.", False),
    ("science_project", "我們開房屋仲介", False),
    ("science_project", "We are a dental clinic.", False),
    ("science_project", "我哋開牙科診所", False),
    ("science_project", "We make scanners for dental clinics.", None),
    ("science_project", "我们给口腔诊所做扫描仪", None),
    ("science_project", "我们做房产中介用的软件", None),
    ("science_project", "Our first customers are a chain of dental clinics.", None),
    ("fund_largest_shareholder", "天使基金控股不了我们，最多15%", None),
    ("fund_largest_shareholder", "天使基金控股比例不到15%", None),
    ("fund_largest_shareholder", "天使基金控股唔到我哋", None),
    ("fund_largest_shareholder", "基金不控股，最多15%", None),
    ("fund_largest_shareholder", "天使基金绝不会当大股东", None),
]


@pytest.mark.parametrize(("name", "text", "value"), OF_THE_FUND)
def test_only_clear_words_bar_the_fund(name: str, text: str, value: object) -> None:
    assert in_kunshan(APPLICANT + text, name) == value


def test_plain_wishes_of_the_fund_stay_likely() -> None:
    for text in (
        "Can the angel fund back us?",
        "天使基金控股不了我们，最多15%",
        "Our batteries suit energy-hungry trades.",
    ):
        matches = ADVISER.advise(APPLICANT + text, as_of=KUNSHAN_DAY).matches
        assert [one.verdict for one in matches if one.article == FUND] == [Verdict.LIKELY]
