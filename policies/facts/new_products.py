"""Products that a city would buy first: new ones of our own, for public use. 代理别人的旧款 is none of our own."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.facts.trades import find as find_trades
from policies.patterns import lazy

_BOUGHT = lazy(
    r"首购|首台|首套|示范|先用|试用|采购|买我们|用我们|买(?:下|来)?我们|率先|带头|推广|展示|平台|样板|新产品|新品|"
    r"(?<![a-z])(?:first (?:units?|purchases?|buyers?|ones?|customers?|users?|to buy|to use)|demonstrat\w+|"
    r"(?:government|district|city|authorit\w+|public|officials?|offices?|it|they|haidian)(?: \w+){0,4} (?:buy|"
    r"buys|use|uses|try|purchase|"
    r"take|install|adopt)|procure\w*|show(?:case|s|n)?|platform|shop window|reference)(?![a-z])"
)
_RESOLD = lazy(
    r"(?:代理|经销|分销|代销|转卖|倒卖|倒腾)(?:的|着|了)?(?:是)?(?:别人|他人|人家|国外|进口|外国|其他|别家|厂家|"
    r"大牌|品牌|某|日本|德国|美国|韩国|几个|一[个款种些])|"
    r"(?:我们|公司)(?:只)?(?:是|做(?!的|了))(?:(?!找|请|给|由|让|想|通过)[^,。;]){0,14}(?:总代(?:理商?)?|代理商?|"
    r"经销商?|分销商?|贸易商|批发商?)(?=[,。;的]|"
    r"$)|"
    r"(?:进|拿|买|采购|批发)(?:了)?(?:一?批|货|来|些)[^。;没未不]{0,16}(?:贴|换|打)(?:上|成)?(?:自己|我们|公司|"
    r"自家)的?(?:标|牌|品牌|商标|logo)|"
    r"只(?:卖|做|销售)(?:进口|别人|代理|国外|外国|日本|德国|美国)|不(?:做|搞)研发|"
    r"(?:不是|并非)(?:我们|公司|自己|本公司)*(?:自己)?的?(?:新技术|新产品|新品|研发|开发|自研|技术|产品)|"
    r"不是(?:什么)?新(?:的)?(?:技术|产品|品|东西)|"
    r"(?:没有?|无)(?:任何|什么|自己的|自主)*(?:新技术|新产品|新品)(?!的?[^,。;]{0,4}(?:推广|渠道|销路|平台|经验|资金|"
    r"案例|市场|销售|展|目录|认证|"
    r"证书|示范))|(?<!不)(?<!不是)(?<!没有)(?<!没)贴牌|"
    r"(?<![a-z])(?:(?:we|our (?:company|firm)) (?:\w+ )?(?:resell|re-sell|distribute|import|trade in)(?! our|"
    r" what we| (?:the |some |its |a few |most |raw |only )*(?:[\w-]+ )?(?:chips?|parts?|components?|materials?|"
    r"modules?|lens(?:es)?|motors?|"
    r"steel|screens?|circuits?|chipsets?|batter(?:y|ies)|resins?|cells?|tools?|machines?|equipment))|"
    r"(?:we|our (?:company|firm)) (?:import|bring in|buy in|buy|source|purchase) (?:[^.;?]{0,60}?) (?:put|stick|"
    r"print|fix|place) "
    r"(?:our|my)(?: own)? (?:labels?|brand|name|logo|stickers?|badges?)|"
    r"(?:are|am|is) (?:only |just |merely )?(?:an? |the )?(?:\w+ ){0,2}(?:resellers?|distributors?|dealers?|"
    r"importers?|wholesalers?|"
    r"sales agents?|trading (?:company|firm)|agents? (?:for|of))|"
    r"(?:not|n't|nothing|neither)(?: (?:really|actually|an?|anything|any|something|very|particularly|that|quite|"
    r"exactly|is|it|"
    r"a product|technology)){0,3} (?:new|our own|of our own|developed by us|invented)(?! (?:money|customers?|"
    r"clients?|shop|channels?|funds?))|"
    r"made by (?:others|somebody else|another (?:firm|company))(?![^.;?]{0,40}(?:our (?:own )?(?:design|drawings|"
    r"order|patent)|for us|"
    r"contract)))(?![a-z])"
)
_OLD = lazy(
    r"(?:旧|老)(?:款|型号|产品|机型)|(?:产品|东西)[^,。;]{0,6}(?:很老|老掉牙|不新)|"
    r"(?:卖|销售|生产|上市)了?(?:快|有)?(?:[五六七八九十]|\d{1,2}|十几|几十|好些|多)多?年|"
    r"(?<![a-z])(?:(?:old|older|outdated|second-?hand|used) (?:models?|products?|machines?|printers?|units?|"
    r"type|version)|(?:on sale|on the market|"
    r"been selling(?: it| this| them)?|sold) for (?:\w+ )?(?:years|decades?))(?![a-z])"
)
_OUR_WORK = lazy(
    r"(?<!不是)(?<!没有)(?<!没)(?<!并非)(?:自己(?:的)?|自主|我们)(?:研发|研制|设计|开发|做成|改造)|"
    r"(?<!非)(?<!不是)自研|"
    r"(?<![a-z])(?:we|i) (?:designed|developed|invented|built|engineered)|(?:designed|developed|"
    r"built) ourselves(?![a-z])"
)
"""Work of our own beside what is bought."""
_COMPARED = lazy(
    r"之前|以前|此前|原来|原先|过去|早先|上一代|比|替[代换]|取代|代替|升级|不同于|区别于|淘汰|改造|"
    r"(?<![a-z])(?:than|replac\w*|instead of|unlike|before|previous\w*|former\w*|earlier|successor|supersed\w*|"
    r"upgrad\w*)"
    r"(?![a-z])"
)
"""The old product beside which a new one stands."""
_NEWLY = lazy(
    r"全新|新一代|(?:这[回次]|现在|如今|刚|已经|正在)[^,。;]{0,8}(?:研发|开发|研制|推出)|我们的?新|"
    r"(?<![a-z])(?:our|brand|a|the|its)[- ](?:[\w-]+ )?new(?![a-z])"
)
"""What is new beside what is old: the old is told for comparison."""
_PUBLIC = lazy(
    r"路灯|井盖|市政|管网|管道|供热|供水|燃气|道路|马路|桥梁|隧道|公交|地铁|停车|交通|红绿灯|车流|环保|环境|污水|"
    r"垃圾|废(?:水|气|料|物|品|油|旧|弃)|回收|"
    r"空气|水质|水处理|净水|雾霾|扬尘|节能|噪声|城管|城市|街道|社区|小区|便民|养老|助老|居民|市民|政务|社保|公厕|"
    r"公园|绿化|智慧|安防|监控|摄像|"
    r"消防|灭火|门禁|报警|应急|安全|扫雪|融雪|防汛|积水|路面|充电桩|医院|盲道|残障|残疾|"
    r"(?<![a-z])(?:street[- ]?(?:lamps?|lights?)|manholes?|sewage|sewers?|waste|garbage|rubbish|trash|litter|"
    r"recycl\w*|air|water|"
    r"smog|dust|pollut\w*|emissions?|traffic|parking|roads?|pavements?|bridges?|tunnels?|subways?|buses|"
    r"bus stops?|snow|flood\w*|drain\w*|"
    r"environment\w*|energy[- ]saving|noise|smart[- ]city|cities|municipal|neighbou?rhoods?|communit\w+|"
    r"residents?|citizens?|elderly|"
    r"surveillance|security|cameras?|fire|smoke|alarms?|emergenc\w+|safety|gas leak\w*|leaks?|parks|toilets?|"
    r"hospitals?|"
    r"urban|charging (?:posts?|piles?|points?))(?![a-z])"
)
_NOT_THE_FIELD = lazy(
    r"环境好|安全感|(?:网络|信息|数据|食品)安全|营商环境|海淀区?[^,。;]{1,8}街道|(?<![a-z])(?:in|at|on|"
    r"from) [\w ]{0,20}road(?![a-z])"
)
_PRIVATE = lazy(
    r"女装|男装|服装|童装|时装|衣服|裙|内衣|鞋|帽|包包|箱包|手袋|玩具|积木|公仔|手办|化妆品|护肤|面膜|口红|香水|"
    r"首饰|珠宝|饰品|手表|零食|饮料|糖果|"
    r"糕点|蛋糕|面条|拉面|奶茶|火锅|白酒|啤酒|红酒|茶叶|咖啡|辣酱|宠物|猫粮|狗粮|手游|网游|游戏|家具|沙发|床垫|"
    r"枕头|美甲|婚纱|漫画|"
    r"(?<![a-z])(?:toys?|dolls?|puzzles?|clothes|clothing|fashion|garments?|dresses|handbags?|shoes|sneakers|"
    r"hats?|cosmetics?|skin ?care|"
    r"lipsticks?|perfumes?|jewell?ery|watches|snacks?|sweets|candy|noodles?|dumplings?|drinks?|lemonade|beers?|"
    r"wines?|tea|coffee|"
    r"chocolates?|cakes?|sauces?|pet food|(?:video|mobile|board|computer) games?|furniture|sofas?|"
    r"mattress(?:es)?|pillows?|comics)(?![a-z])"
)


def _compared(page: Page, match: re.Match[str]) -> bool:
    return _COMPARED.search(page.text, page.clauses[page.index(match.start())].start, match.end()) is not None


def find(page: Page) -> Findings:
    """`new_product` denied, and whether the product is for a public field, in a text about showing or buying it."""
    bought = _BOUGHT.search(page.text)
    if bought is None:
        return
    old = () if _NEWLY.search(page.text) else tuple(one for one in _OLD.finditer(page.text) if not _compared(page, one))
    for match in (*_RESOLD.finditer(page.text), *old):
        index = page.index(match.start())
        idle = page.wished(index, match.start()) or page.clauses[index].closing == "?"
        if not (idle or strangers(page, match.start())):
            open_ = doubted(page, index) or _OUR_WORK.search(page.sentence(index))
            yield Found("new_product", None if open_ else False, match.start(), match.end(), 2)
    yield from find_trades(page, "new_product", "public_field_product")
    public = [one for one in _PUBLIC.finditer(page.text) if not strangers(page, one.start())]
    private = next((one for one in _PRIVATE.finditer(page.text) if not strangers(page, one.start())), None)
    others = [(one.start(), one.end()) for one in _NOT_THE_FIELD.finditer(page.text)]
    public = [one for one in public if not any(start <= one.start() < end for start, end in others)]
    if public and private is None:
        yield Found("public_field_product", True, public[0].start(), public[0].end(), 1)
    elif private is not None and not public:
        yield Found("public_field_product", False, private.start(), private.end(), 1)
