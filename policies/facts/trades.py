"""Everyday trades of our own: a restaurant, a shop, a hairdresser's. They bring no science project and no new product.

Who makes robots for restaurants keeps none; a trade is ours where we keep it, open it or are it.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_TRADE_ZH = (
    r"(?:火锅店?|餐[厅馆]|饭[店馆]|餐饮(?:店|业|公司|连锁|生意)?|面[馆店]|小吃店?|早餐店?|烧烤店?|奶茶店?|茶饮店?|"
    r"咖啡[馆店厅]|酒吧|理发店|"
    r"发廊|美容院?|美甲店?|超市|便利店|杂货[店铺]|小卖部|士多|服装店|鞋店|花店|水果[店摊]|菜市场|酒店|宾馆|民宿|"
    r"旅馆|网吧|网店|淘宝店|"
    r"洗衣店|健身房|幼儿园|棋牌室|ktv|足[疗浴]店?|按摩店?|面包店|蛋糕店|烘焙店|药店|眼镜店|装修[队公]司?|搬家公司|"
    r"家政公司|"
    r"(?:房地?产|房屋|租房)[中仲]介(?:公司|门店|店)?|[中仲]介门店|(?:(?:牙科|口腔|中医|医美|眼科|皮肤科?|"
    r"宠物)(?:连锁)?(?:诊所|门诊部?|医院)|诊所)|"
    r"劳务派遣|旅行社|二手车行?|修车[行铺]|洗车店?|婚庆公司?|茶餐厅|冰室)"
)
_TRADE_EN = (
    r"(?:(?:(?:noodle|hot ?pot|dumpling|tea|coffee|bubble[- ]tea|snack|barbecue|sushi|fast[- ]food|small|little|"
    r"family) )*"
    r"(?:restaurants?|eater(?:y|ies)|diners?|canteens?|cafes?|cafés?|tea ?houses?|(?:noodle|hot ?pot|tea|coffee|"
    r"sandwich|"
    r"flower|clothes|shoe|book|gift|toy|grocery|corner|barber|nail|souvenir|cake|bread|fruit|pet|"
    r"bicycle) ?(?:shops?|stores?|bars?|houses?|stalls?|salons?)|"
    r"baker(?:y|ies)|hair(?:dresser'?s?| ?salons?)|beauty (?:parlou?rs?|salons?)|supermarkets?|convenience stores?|"
    r"hotels?|hostels?|guest ?houses?|laundr(?:y|ies)|gyms?|fitness clubs?|kindergartens?|karaoke (?:bars?|clubs?)|"
    r"massage (?:parlou?rs?|shops?)|(?:travel|estate|letting|lettings|real[- ]estate|property) agenc(?:y|ies)|estate "
    r"agents?|"
    r"(?:(?:dental|eye|beauty|medical|skin|veterinary) )?clinics?|dental (?:surger|practic)(?:y|ies|es?)|dentists?|"
    r"moving (?:firm|company)|cleaning (?:firm|company)|"
    r"catering (?:firm|company|business)|car wash(?:es)?|night ?clubs?|pubs?))"
)
_OURS = lazy(
    rf"(?:我们|我哋|我|咱们?|公司|本店|小店|两口子|夫妻俩?|主业|主营|生意|就|只|[,。;]|^)(?:公司|自己|家|这边|主要|"
    rf"其实|[在喺](?:昆山|海淀|中关村|本地|这里|呢度)|一直|都|"
    rf"只|现在|目前|还|也|就|是|"
    rf"的)*(?:开(?:了|着|的是|的)?|经营(?:着|的是)?|做(?:的是|着|了)?|搞|办|是)(?:的)?(?:一|两|几|三|四|五)?(?:家|"
    rf"间|个|爿|片|档)?(?:小|老|连锁|网红|"
    rf"社区)?(?P<zh>{_TRADE_ZH})"
    rf"(?!用|里用|机器|系统|软件|设备|管理|平台|客户|机|的(?:机器|系统|软件|设备|传感|管理|供应|saas))|"
    rf"(?<![a-z])(?:we|i|we're|our (?:company|firm|business)|my (?:\w+ ){{0,2}}and i)(?: \w+ly| just| also| only|"
    rf" all)?"
    rf" (?:run|runs|own|owns|operate|operates|keep|keeps|manage|have opened|opened|open|are|am|is|have|"
    rf"has)(?: (?:running|a chain of|in fact))?"
    rf" (?:(?:an?|the|two|three|four|five|some|several|this|chain|of|"
    rf"\w+ly) ){{0,3}}(?:[a-z-]+ ){{0,2}}?(?P<en>{_TRADE_EN})(?![a-z])"
    rf"(?! (?:robots?|software|system|apps?|equipment|supplier|platform|management|machine|automation))"
)
_MAKER = lazy(
    r"研发|开发|芯片|算法|机器人|传感|软件|系统|设备|仪器|(?<![a-z])(?:software|robots?|sensors?|chips?|"
    r"algorithms?|develop\w*|devices?|"
    r"instruments?|machines?)(?![a-z])"
)


def find(page: Page, *names: str) -> Findings:
    """The facts of these names denied by an everyday trade of our own."""
    for match in _OURS.finditer(page.text):
        place = match.start("zh") if match["zh"] else match.start("en")
        clause = page.clauses[page.index(place)]
        if strangers(page, place) or _MAKER.search(page.text, clause.start, clause.end):
            continue
        if judge(page, place, match.end(), ours=True) is Standing.STATED or clause.closing == "?":
            for name in names:
                yield Found(name, False, place, match.end(), 2)
