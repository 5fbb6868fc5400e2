"""A public bid more closely: who buys and where, whose goods are offered, who stands together in the consortium.

For the Beijing SME regulation (art. 28) and the opinions of the seventeen departments (item 8): a company's own tender
is no government procurement, whether the company is private or the state's. `tenders` reads what is said to be none.
"""

from __future__ import annotations

from policies.facts import consortia
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.places import named
from policies.facts.scope import Page
from policies.facts.standing import SUPPOSITION, doubted
from policies.facts.tenders import PUBLIC
from policies.patterns import lazy

_TENDER = lazy(r"标|采购|联合体|(?<![a-z])(?:tender\w*|bid\w*|procur\w+|purchas\w+|consorti\w+)(?![a-z])")

_FIRM = (
    r"(?:央企|国企|国有(?:控股)?(?:大型)?(?:企业|集团|公司)|国营(?:企业|公司|厂)|中央企业|上市公司|集团公司|民企|私企|"
    r"外企|房企|"
    r"房地产(?:公司|企业|商)|地产(?:公司|商|集团)|开发商|(?:民营|私人)(?:的)?[\u4e00-\u9fff]{0,3}?(?:建商|营造[厂商])|商场|酒店|超市|连锁(?:店|集团)|大厂|"
    r"民营[\u4e00-\u9fff]{0,4}(?:企业|公司|集团|"
    r"医院|学校)|私立[\u4e00-\u9fff]{0,3}(?:医院|学校)|"
    r"中石油|中石化|国家电网|国网|中铁|中建|中国移动|中国联通|中国电信|万科|诊所|医美|美容院|会所|健身房|地铁公司|"
    r"公交(?:公司|集团)|自来水公司|供电公司|燃气(?:公司|集团)|城投(?:公司|集团)?|物业公司|"
    r"保险公司)"
)
_FIRM_EN = (
    r"(?:state-owned|state-run|government-owned|city-owned|centrally owned|central|listed|private(?:ly[- ]owned)?|"
    r"commercial|foreign)(?: [\w-]+){0,3}? (?:group|company|firm|enterprise|corporation|conglomerate|utility|railway|"
    r"operator|developer|builder|mall|restaurant|hospital|school|bank|chain|hotel)"
)
_BUYS_EN = r"(?:tenders?|purchases?|purchasing|procurement|bidding|bids?)"
_NAMED = (
    r"(?:京东|腾讯|阿里(?:巴巴)?|百度|字节(?:跳动)?|美团|小米|滴滴|拼多多|网易|比亚迪|宁德时代|富士康|海底捞|沃尔玛|"
    r"万达|碧桂园|首钢|中粮|华润|宝钢|一汽|上汽|顺丰|华为|联想|格力|美的|海尔)"
)
_NAMED_EN = (
    r"(?:tencent|alibaba|jd(?:\.com)?|baidu|bytedance|meituan|xiaomi|huawei|lenovo|byd|catl|foxconn|walmart|didi|"
    r"shougang|sinopec|petrochina|china mobile|[a-z][\w-]+ (?:group|holdings?|corporation|inc|ltd|limited|plc))"
)
_OWN_TENDER = lazy(
    r"(?:(?<!招)投(?!资|诉|保|入)|参加|参与|竞(?!争)|应)(?:了|过|的是|标)*(?!公司)(?!的?公司)"
    r"(?:(?!机关)[^,。;?!政局委府校院和跟与同联我本区县市镇]){1,8}?(?<!教育)(?<!医疗)(?<!医院)(?<!健康)(?:集团|(?<!招标)(?<!代理)(?<!咨询)(?<!投标)"
    r"(?<!采购)(?<!标的)公司)(?:自己|内部)?的?[^,。;?!政机局委府校院和跟与同联代]{0,4}?(?:招标|采购|标(?!准)|集采)|"
    rf"(?:(?<!招)投(?!资|诉|保|入)|参加|参与|应)(?:了|过|的是|标)*{_NAMED}(?:公司|集团)?(?:自己|内部)?的"
    r"[^,。;?!政平联代]{0,5}?(?:招标|采购|标(?!准)|集采)|"
    rf"(?:招标|采购|买)(?:的)?(?:方|人|单位|主体)(?:就)?(?:是|为|系)(?:{_NAMED}|(?:(?!机关)[^,。;政局委府校院区县市镇]){{1,8}}?"
    r"(?<!教育)(?<!医疗)(?<!医院)(?:集团|公司))|"
    rf"(?<![a-z]){_BUYS_EN} (?:of|by|run by|held by|put out by|issued by|called by|from) (?:the )?{_NAMED_EN}(?![a-z])|"
    r"(?<![a-z])(?:tenders?|procurement|purchases?) (?:of|by|run by|held by|put out by) (?:an?|some|one) (?:[\w-]+ )?"
    r"(?:company|firm)(?! like| such| as)(?![a-z])|"
    rf"(?<![a-z])(?:tencent|alibaba|jd|baidu|bytedance|meituan|xiaomi|huawei|lenovo|byd|foxconn|walmart|shougang)"
    rf"(?:'s|s') (?:own )?(?:[\w-]+ ){{0,2}}?{_BUYS_EN}(?![a-z])"
)
"""The purchase of a company by its name."""
_NOT_OURS = lazy(r"对手|竞争者|别人|隔壁|(?<![a-z])(?:rivals?|competitors?|their)(?![a-z])")
_COMPANYS = lazy(
    r"(?:投|参加|参与|竞|应|去|接|标)(?:了|过|标)?(?:一?[家个]|某家?|的是){0,2}[^,。;?!政机局委府校和跟与同]{0,8}?"
    rf"{_FIRM}(?:自己|内部)?(?:搞)?的?[^,。;?!政机局委府和跟与同]{{0,8}}?(?:招标|采购|标(?!准)|集采|项目)|"
    r"(?:投|参加|竞)(?:了|标)?(?:一[家间]|"
    r"某)[^,。;?!政机局委府校院和跟与同]{0,6}(?<!招标)(?<!代理)(?<!咨询)公司(?:自己)?的(?:招标|采购|标(?!准))|"
    rf"(?:招标|采购|买)(?:的)?(?:方|人|单位|主体|家)?(?:就)?(?:是|为|"
    rf"系)(?:一?[家个])?[^,。;政机局委府]{{0,8}}?{_FIRM}|"
    rf"{_FIRM}(?:自己|内部)?的[^,。;?!政机局委府和跟与同]{{0,4}}?(?:招标|采购(?!份额)|集采|标案|标(?=[,。;]|里))|"
    rf"{_FIRM}[^,。;?!政机局委府和跟与同的]{{0,3}}?(?:招标|采购)|"
    rf"(?<![a-z]){_FIRM_EN} (?:is |was )?(?:buys?|buying|bought)(?: [\w-]+){{0,6}}? (?:by|in|through) (?:an? |the )?"
    rf"(?:[\w-]+ ){{0,2}}?(?:tender|bid)|(?<![a-z])(?:shopping (?:mall|centre|center)|"
    rf"hotel)(?:'s)? (?:[\w-]+ ){{0,2}}?tender|"
    rf"(?<![a-z]){_BUYS_EN}(?: [\w-]+){{0,3}}? (?:of|by|from|for|to|at|is|run by|held by|put out by) "
    rf"(?:an?|the|one|our) (?:[\w-]+ ){{0,3}}?{_FIRM_EN}(?![a-z])|"
    rf"(?<![a-z]){_FIRM_EN}(?:'s)? (?:own )?(?:[\w-]+ ){{0,2}}?{_BUYS_EN}(?![a-z])|"
    rf"(?<![a-z])(?:buyer|purchaser|tenderer|client) (?:is|was) (?:an?|the) (?:[\w-]+ ){{0,3}}?{_FIRM_EN}(?![a-z])|"
    rf"(?<![a-z])(?:bid|bidding|tender|tendering|offer|quote) (?:to|for (?:an? |the )?(?:[\w-]+ ){{0,3}}?(?:of|from|"
    rf"at)) "
    rf"(?:an?|the|one) (?:[\w-]+ ){{0,3}}?{_FIRM_EN}(?![a-z])"
)
_PAST = lazy(
    r"以前|过去|曾|之前|往年|[投竞标接]过|平时|平常|通常|上次|上回|"
    r"(?<![a-z])(?:earlier|in the past|previously|once|used to|usually|normally|otherwise|last time|last year)(?![a-z])"
)
_HEARD = lazy(r"听说|据说|听讲|听人|(?<![a-z])(?:heard|hear|told that)(?![a-z])")
_PUBLIC_TOO = lazy(
    r"政府采购|[区县市]政府|(?<![a-z])(?:government|bureau|public) (?:[\w-]+ ){0,2}?(?:procurement|purchas\w+|tender)"
)
_AGENT = lazy(r"代理|受托|(?<![a-z])(?:on behalf of|agent|agency)(?![a-z])")
_NO = lazy(r"(?:不是|并非|不属于?|而非|不再)[^,。;]{0,3}$|(?<![a-z])(?:not|never|n't|rather than)(?: [\w']+){0,2} ?$")

_BUYER = (
    r"(?:省|市|区|县|自治区|州|镇|当地|本地|的|里|某){0,4}[\u4e00-\u9fff]{0,6}?(?:政府|人民医院|医院|学校|大学|中学|"
    r"小学|局|厅|委|机关|"
    r"单位|部门|采购|招标|标(?!准))"
)
_THERE = lazy(rf"{_BUYER}[^,。;?!]{{0,12}}")
_THERE_EN = lazy(
    r"(?:'s)?(?: city| municipal| provincial| district| county| people's| public){0,3} (?:[\w-]+ ){0,3}?"
    r"(?:government|bureau|department|hospital|school|university|office|authority|commission|committee|council|tender|"
    r"procurement|purchas\w+)(?![a-z])"
)
_BIDS = lazy(
    r"投(?!资|诉|保|入)|竞(?:标|争)|参加|参与|应标|招标|采购|(?<![a-z])(?:bid\w*|tender\w*|take part|supply|"
    r"offer\w*)(?![a-z])"
)
_TO_THEM = lazy(r"(?<![a-z])(?:for|of|by|from|in|at|to)(?: the| a)? ?$")
_OUTSIDE = lazy(
    r"(?:投|参加|参与|竞|标|采购)[^,。;?!]{0,10}?(?:外省|外地|外市|别的省|其他省|异地|京外)[^,。;?!]{0,12}?(?:采购|"
    r"招标|标|单位|项目)|"
    r"(?:外省|外地|京外|别的省)(?:市)?的?[^,。;]{0,6}?(?:政府|机关|单位|部门)[^,。;]{0,6}(?:采购|招标|标)|"
    r"(?<![a-z])(?:bid|tender|procurement|purchase|buyer)\w*(?: [\w-]+){0,4}? (?:in|of|from) (?:another|a different|"
    r"some other) "
    r"(?:province|city|region)(?![a-z])"
)

_BIG = (
    r"(?:大厂|大企业|大型企业|大公司|大型公司|大品牌|大牌|国际品牌|跨国公司|世界500强|上市公司|联想|华为|惠普|戴尔|"
    r"海尔|格力|美的|苹果|"
    r"西门子|飞利浦|央企|国企)"
)
_BIG_EN = (
    r"(?:lenovo|dell|hp|huawei|haier|gree|midea|apple|siemens|philips|(?:big|large|giant|major|multinational|listed|"
    r"world-class|global)(?: [\w-]+){0,3}? (?:makers?|manufacturers?|firms?|compan(?:y|ies)|brands?|groups?|"
    r"factor(?:y|ies)|"
    r"names?|producers?|enterprises?|corporations?))"
)
_KIN = lazy(
    r"(?:我|我们)?(?:表[哥弟姐妹]|堂[哥弟姐妹]|哥哥?|弟弟?|姐姐?|妹妹?|朋友|同学|邻居|同行|别人|隔壁|对手)[^,。;]{0,12}$|"
    r"(?<![a-z])(?:(?:my|our|a|his|her) (?:\w+ )?(?:cousin|brother|sister|friend|neighbou?r|uncle|wife|husband|rival|"
    r"competitor|client|customer))(?:'s)?(?![a-z])[^,.;]*$"
)
_GOODS_EN = (
    r"(?:computers?|laptops?|notebooks?|printers?|copiers?|switches|servers?|phones?|tablets?|air[- ]conditioners?|"
    r"fridges?|refrigerators?|routers?|cameras?|screens?|tvs?|monitors?|scanners?|projectors?|machines?|units?|"
    r"products?|goods|gear|kit|equipment|appliances?)"
)
_BRAND_EN = (
    r"(?:lenovo|dell|hp|huawei|haier|gree|midea|apple|siemens|philips|canon|epson|samsung|sony|panasonic|xiaomi|"
    r"hisense|toshiba|brother|ricoh|xerox|cisco|hikvision)"
)
_BRAND = (
    r"(?:联想|华为|惠普|戴尔|海尔|格力|美的|苹果|西门子|飞利浦|佳能|爱普生|三星|索尼|松下|小米|海信|奥克斯|东芝|"
    r"理光|施乐|思科|海康(?:威视)?|大疆|浪潮)"
)
_WARES = (
    r"(?:空调|电脑|笔记本|打印机|复印机|服务器|交换机|路由器|手机|平板|电视|冰箱|洗衣机|投影仪?|摄像头|监控|显示器|"
    r"扫描仪|一体机|电器|家电|产品|货)"
)
_RESOLD = lazy(
    rf"(?:拿|用|以|带)(?:着|的|了|一批)?{_BRAND}牌?的?{_WARES}[^,。;?做造产装改]{{0,4}}?(?:投|竞|应标|供|交货)|"
    rf"(?:投|卖|供|报|选|提供|供应)的?[^,。;?没不自]{{0,4}}?(?:都|全)?(?:是|系){_BRAND}牌?的?{_WARES}|"
    rf"(?:(?<!招标)(?<!采购)代理(?!机构|公司|方|费|人|是|为|商是)|转售|转卖|倒卖|倒手|经销|分销|贩卖)(?:的)?[^,。;自没不给]{{0,8}}?(?:{_BIG}|进口|国外|外国|洋)|"
    rf"(?:产品|货|商品|卖的|供的|投的|东西|设备|电脑|机器|家具)[^,。;我没不]{{0,6}}?(?:都|全|全部|均|清一色|"
    rf"一律)(?:部)?(?:是|由|来自|系)?"
    rf"[^,。;自没不]{{0,8}}?(?:{_BIG}|进口|国外|外国)|"
    rf"(?:产品|货|商品|卖的|供的|投的|东西|设备|电脑|机器|家具)[^,。;我没不]{{0,4}}?(?:是|由|来自|"
    rf"系)[^,。;自没不]{{0,8}}?{_BIG}[^,。;]{{0,6}}?"
    r"(?:生产|制造|做|出(?!口)|的(?=[,。;?!]|$|产品|货|牌|东西)|货)|"
    r"(?<![a-z])(?:resell\w*|re-sell\w*|distribut\w+|trade in|deal in|dealers?|(?<!ing )agents?)"
    rf" (?:of |for |in |only |just )?(?:(?!(?:to|against|than|is|was|are|with) )[\w'-]+ ){{0,5}}?"
    rf"(?:{_BIG_EN}|imported|foreign-made)(?![a-z])|"
    r"(?<![a-z])(?:sell|selling|offer\w*|supply\w*|bid with|quote|quoting)"
    rf" (?:(?!(?:to|against|than|with|not|no|own|better|lower|cheaper|repairs?|cleaning|"
    rf"maintenance|servic\w+|install\w*|support|training) )[\w'-]+ ){{0,8}}?(?:imported|foreign-made|"
    rf"(?:{_BRAND_EN}|{_BIG_EN})(?:'s|s')? {_GOODS_EN})(?![a-z])|"
    r"(?<![a-z])(?:made|manufactured|built|produced|come|comes|bought in) (?:entirely |all )?(?:by|from) (?:an? |"
    r"the )?"
    rf"(?:[\w-]+ ){{0,2}}?{_BIG_EN}(?![a-z])|"
    r"(?<![a-z])(?:goods|products|wares|machines|computers|all of (?:it|them)|everything)(?: [\w-]+){0,4}? "
    r"(?:is|are) (?:all )?imported(?![a-z])"
)
_ONLY_TRADE = lazy(
    r"自己(?:不|没有?)(?:生产|制造|造|做)(?!不)|(?:只|不过|仅仅?|就)(?:是|做)(?:个)?(?:代理|经销|贸易|转售|中间商|"
    r"二道贩子)|"
    r"(?<![a-z])(?:we|i) (?:do not|don't|never) (?:make|manufacture|produce) (?:them|any\w*|it|the goods|the products)"
    r"(?: ourselves| myself)?(?![a-z])|(?<![a-z])(?:only|merely|just) (?:an? )?(?:resell\w*|dealers?|distributors?|"
    r"traders?)(?![a-z])"
)
_RESELLING = lazy(r"代理|转|倒|经销|分销|贩|resell|re-sell|distribut|trade|deal|agent")
_OWN_MAKE = lazy(
    r"(?:自产|自己(?:生产|制造|造|做)|自家(?:生产|做|造|的产品)|自研|我们(?:自己)?(?:生产|制造)的)|"
    r"(?<![a-z])(?:make|made|build|built|produce|produced|manufacture|manufactured)(?: [\w-]+){0,3}? (?:ourselves|"
    r"in-house|"
    r"in our own)|(?<![a-z])we (?:ourselves )?(?:make|build|produce|manufacture) (?!no|none)"
)

_NOT_MADE = lazy(
    r"(?:不是|没有?|不|并非|唔|冇|非)[^,。;]{0,4}$|(?:n't|(?<![a-z])(?:not|never|nor|nothing|none))(?![a-z])[^,.;]*$"
)


def find(page: Page) -> Findings:
    """`government_purchase`, `purchase_elsewhere`, `large_maker_goods` and `mixed_consortium` of a bid."""
    if not _TENDER.search(page.text):
        return
    yield from _buyer(page)
    yield from _elsewhere(page)
    yield from _goods(page)
    yield from consortia.find(page)


def _buyer(page: Page) -> Findings:
    named_buyers = list(_OWN_TENDER.finditer(page.text))
    for match in (*_COMPANYS.finditer(page.text), *named_buyers):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        words = page.words(index)
        if _PAST.search(words) or SUPPOSITION.search(words) or _NO.search(lead) or _AGENT.search(page.sentence(index)):
            continue
        if match in named_buyers and _NOT_OURS.search(lead):
            continue
        unsure = doubted(page, index)
        if unsure and _HEARD.search(words) and _PUBLIC_TOO.search(page.text):
            continue  # our own purchase is a government's; what is heard of is another
        value = None if unsure or PUBLIC.search(page.text) else False
        yield Found("government_purchase", value, match.start(), match.end())


def _elsewhere(page: Page) -> Findings:
    for match in _OUTSIDE.finditer(page.text):
        if not SUPPOSITION.search(page.words(page.index(match.start()))) and not strangers(page, match.start()):
            yield Found("purchase_elsewhere", True, match.start(), match.end())
    if not _BIDS.search(page.text):
        return
    for code, start, end in named(page):
        if code.startswith("CN-11") or code == "CN":
            continue
        index = page.index(start)
        clause = page.clauses[index]
        lead = page.text[clause.start : start]
        there = _THERE.match(page.text, end, clause.end) or (
            _THERE_EN.match(page.text, end, clause.end) if not lead or lead.isascii() else None
        )
        english = lead.isascii() and (_TO_THEM.search(lead) or there)
        if SUPPOSITION.search(page.words(index)) or not _BIDS.search(lead if lead.strip() else page.words(index)):
            continue
        if strangers(page, start) or _KIN.search(lead) or _PAST.search(page.words(index)):
            continue
        if there or english:
            value = None if doubted(page, index) else True
            yield Found("purchase_elsewhere", value, start, there.end() if there else end)


def _goods(page: Page) -> Findings:
    told = False
    own = any(
        not _NOT_MADE.search(page.text[page.clauses[page.index(one.start())].start : one.start()])
        and not strangers(page, one.start())
        for one in _OWN_MAKE.finditer(page.text)
    )
    for match in _RESOLD.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[page.clauses[index].start : match.start()]
        if strangers(page, match.start()) or SUPPOSITION.search(page.words(index)) or _NO.search(lead):
            continue
        if _NOT_MADE.search(lead) or (own and not _RESELLING.match(match[0])):
            continue
        told = True
        value = None if own or doubted(page, index) else True
        yield Found("large_maker_goods", value, match.start(), match.end(), 2)
    trade = None if told or own else _ONLY_TRADE.search(page.text)
    if trade and not strangers(page, trade.start()):
        yield Found("large_maker_goods", None, trade.start(), trade.end())
