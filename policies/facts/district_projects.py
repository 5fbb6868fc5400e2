"""Projects of a district's plan: research with an academy or with others, kinds of patents, help with them, and honours
of long ago.

"We had a software house in Shenzhen develop it" is no research with a university; 外观设计专利 is neither invention nor
utility model; 2008年上过榜 is not the latest list.
"""

from __future__ import annotations

from policies.facts import new_products
from policies.facts.found import Findings, Found
from policies.facts.lately import had_lately
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_GATE = lazy(
    r"海淀|海帆|中关村|核心区|首购|首台|首套|示范|专利|联盟|推荐|"
    r"(?<![a-z])(?:haidian|haifan|zhongguancun|core area|patents?|alliance|recommend\w*)(?![a-z])"
)


def find(page: Page) -> Findings:
    """What the projects of the plan ask, where the text speaks of such a project."""
    if not _GATE.search(page.text):
        return
    yield from new_products.find(page)
    yield from _academies(page)
    yield from _patents(page)
    yield from _honours(page)


_ACADEMY = lazy(
    r"大学|高校|学院|院所|研究所|研究院|科学院|中科院|社科院|农科院|医科院|清华|北大|北航|北理工?|北师大|北邮|"
    r"北交大|人大附|复旦|交大|浙大|"
    r"中科大|院校|学校|实验室|教授|博导|导师|[一二三四五六七八九十\d]所|[该这那此]所|所里|研究中心|课题组|"
    r"(?<![a-z])(?:universit\w+|beihang|tsinghua|peking u\w*|fudan|jiao ?tong|institutes?|colleges?|academ\w+|"
    r"campus|professors?|"
    r"facult\w+|polytechnic\w*|research (?:cent(?:er|re)s?|laborator\w+|labs?)|national lab\w*|schools?)(?![a-z])"
)
_NO_ACADEMY = lazy(
    r"(?:没有?|无|不是|并非|不涉及|未)[^,。;]{0,6}(?:大学|高校|院校|院所|科研院所|科研机构|研究所|"
    r"研究院)[^,。;]{0,6}(?:参与|介入|合作|没关系|无关|没有关系|$|,|。)|"
    r"(?:大学|高校|院校|院所|研究[所院])[^,。;]{0,4}(?:都|也|并)?(?:没(?:有)?(?:参与|介入|份)|无关|没关系)|"
    r"(?<![a-z])(?:no|without (?:any|an?)|not (?:an?|any)|neither (?:an?)?|isn't an?|"
    r"wasn't an?) (?:\w+ ){0,2}?(?:universit(?:y|ies)|academ\w+|"
    r"college|research institutes?|institutes?)(?: n?or \w+(?: \w+)?)?(?! (?:degree|spin|lab|has|will))"
)
_HOUSE_ZH = (
    r"(?:(?!我们|我司|本公司|自己|推荐|客户)[^,。;]){0,12}?"
    r"(?:公司|企业|工作室|团队|供应商|外包商|厂家|厂商|工厂|程序员|自由职业者|工程师|民企)"
)
_PRIVATE_ZH = lazy(
    rf"(?:委托|外包给|外包|交给|包给|请|找|让|雇了?|聘请|和|跟|与|同|向|从)(?:了|过)?(?P<house>{_HOUSE_ZH})(?:来|"
    rf"去|帮|替|给|为|我们|合作|一起|共同|联合|做|"
    rf"买|购|引进|"
    r"受让|手里|那里|那边|处|了|的){0,6}(?:委托)?(?:开发|研发|研制|设计|技术|专利|工艺|做[^,。;]{0,6}(?:开发|研发)|"
    r"写)"
)
_PRIVATE_EN = lazy(
    r"(?<![a-z])(?:commission(?:ed|ing)?|hired?|engaged?|contract(?:ed)?(?: with)?|outsourc\w+ (?:\w+ ){0,4}?to|"
    r"paid|had|asked|(?:bought|purchased|"
    r"acquired|licen[cs]ed) (?:\w+ ){0,8}?from|together with|jointly with|with|develop\w+ (?:\w+ ){0,4}?by|from) "
    r"(?P<house>(?:an?|another|the|one|two|some) (?:[\w-]+ ){0,4}?(?:company|firm|house|contractor|supplier|"
    r"studio|agency|start-?up|freelancers?|"
    r"consultancy|manufacturer|vendor|corporation|business|engineers?|programmers?|developers?))(?![a-z])"
)
_WORK = lazy(
    r"研发|研制|开发|技术|转让|专利|工艺|设计|(?<![a-z])(?:develop\w*|research|design\w*|transfer\w*|technolog\w+|"
    r"patents?|"
    r"process|r&d)(?![a-z])"
)
_SERVED = lazy(
    r"评级|审计|代理|律师|知识产权(?:服务|公司|机构)|中介|保险|租|厂房|加工|生产|客户|卖|销|推荐|联盟|专利池|"
    r"(?<![a-z])(?:rating|audit\w*|attorney|lawyers?|agency fee|ip (?:firm|agency|services?)|insur\w+|rent\w*|"
    r"customers?|clients?|sold|sells?|sales|"
    r"recommend\w*|alliance|pool|patent (?:agency|attorney|firm|agent)s?|members?)(?![a-z])"
)
_PAID_FOR = lazy(
    r"(?:开发|研发|研制|转让|技术|委托|合作)[^,。;]{0,4}(?:费|款)|[付给花][^,。;]{0,14}(?:开发|研发|研制)|"
    r"(?<![a-z])paid (?:[\w,.]+ ){0,6}?(?:for|to) (?:\w+ ){0,5}?(?:develop\w*|research|r&d|technolog\w+|"
    r"transfer)(?![a-z])|"
    r"(?<![a-z])(?:development|research|transfer) (?:fees?|costs?|money|contract)(?![a-z])"
)
_SPENT = lazy(r"[付费买购]|(?<![a-z])(?:paid|pays?|fees?|bought|spent)(?![a-z])")
_TEST = lazy(
    r"(?:检测|测试|化验|租用|仪器|设备租|机时|培训|会议|咨询)(?:服务)?(?:费|租金|款)|租(?:用|了|"
    r"金)?[^,。;]{0,10}(?:仪器|设备|实验室|机器)|"
    r"(?<![a-z])(?:(?:testing|test|rent\w*|hire of|hiring|instrument\w*|training|conference|"
    r"machine time) (?:\w+ )?(?:fees?|costs?|charges?|bills?)|"
    r"rent(?:ed|ing|s)? (?:\w+ ){0,4}?(?:instruments?|equipment|laborator\w+|labs?|microscopes?))(?![a-z])"
)
_REALLY_DEVELOPED = lazy(
    r"(?:开发|研发|研制|转让|许可)(?:费|款)|委托[^,。;]{0,12}(?:开发|研发|研制)|合作(?:研发|开发)|技术转让|"
    r"(?<![a-z])(?:develop\w*|research|transfer\w*|licen[cs]\w+)(?![a-z])"
)
_MONEY, _ABOVE = "tech_transfer_paid_cny", 6


def _academies(page: Page) -> Findings:
    """Whether an academy does the work that is paid, and what was paid for something else or long before."""
    academy, denied = _ACADEMY.search(page.text), _NO_ACADEMY.search(page.text)
    tested = _TEST.search(page.text) if academy is not None else None
    if tested is not None and not _REALLY_DEVELOPED.search(_TEST.sub("", page.text)):
        yield Found("academic_partner", False, tested.start(), tested.end(), 3)
        yield Found(_MONEY, None, tested.start(), tested.end(), _ABOVE)
    if not _WORK.search(page.text):
        return
    lone = next((one for one in _LONE.finditer(page.text) if not strangers(page, one.start())), None)
    if lone is not None and page.clauses[page.index(lone.end() - 1)].closing != "?":
        yield Found("academic_partner", None, lone.start(), lone.end(), 4)
    house = next((one for one in _houses(page)), None)
    if house is not None and academy is not None and _SHELL.search(page.words(page.index(house[0]))):
        house = None
    if denied is not None and (house is not None or _SPENT.search(page.text)):
        yield Found("academic_partner", False, denied.start(), denied.end(), 3)
    elif house is not None:
        yield Found("academic_partner", None if academy else False, house[0], house[1], 3)
    elif academy is None and (paid := _PAID_FOR.search(page.text)) is not None and not strangers(page, paid.start()):
        yield Found("academic_partner", None, paid.start(), paid.end(), 1)
    if academy is None:
        return
    oldest = page.as_of.year - (1 if page.as_of.month <= _SPRING else 0)
    paid_at = [one for one in _PAID_IN.finditer(page.text) if not strangers(page, one.start())]
    years = [int(one["year"] or one["later"] or page.as_of.year - 2) for one in paid_at]
    years += [int(one[0]) for at in paid_at for one in _YEAR.finditer(page.text, at.end(), at.end() + 40)]
    if paid_at and max(years) < oldest and not _THIS_YEAR.search(page.text):
        yield Found(_MONEY, None, paid_at[0].start(), paid_at[0].end(), _ABOVE)


_SPRING = 6
"""Until this month the payments of the year before are applied for."""
_PAID_IN = lazy(
    r"(?:(?P<year>20\d\d)年?|(?<!大)前年|大前年)[^,。;\d]{0,10}(?:就|已经?|一次|实际)?(?:付|支付|缴|打|汇|转|结清)|"
    r"(?<![a-z])(?:paid|transferred|wired|remitted|handed over) (?:[^.;]|\.\d){0,50}?(?:in|during|"
    r"back in) (?P<later>20\d\d)(?!\d)"
)
_YEAR = lazy(r"(?<!\d)20\d\d(?!\d)")
_THIS_YEAR = lazy(
    r"(?:今年|本年|当年|申报年|去年)[^。;]{0,24}?(?:付|支付|缴|打给|汇|转给|结清)|(?:付|支付|"
    r"缴)[^,。;]{0,12}(?:今年|本年|去年)|"
    r"(?<![a-z])(?:this|application|filing|reporting|current|last) year(?![a-z])"
)


_LONE = lazy(
    r"(?:大学|学院|清华|北大|北航|北师大|北邮|高校|院校|校)[^,。;没未不]{0,8}?(?:教授|老师|讲师|导师|博士生?|研究生|"
    r"毕业生|学生|校友)"
    r"[^,。;没未不]{0,4}?(?:个人(?!所)|私人|私下|自己开|自己的|开的|办的|名下的)|"
    r"(?<![a-z])(?:graduates?|alumn\w+|students?) (?:of|from) (?:[\w-]+ ){0,3}?(?:university|tsinghua|college|"
    r"institute)"
    r"(?: \w+)? (?:who|working|as a freelancer|on his|on her)|"
    r"(?<![a-z])(?:professor|lecturer|teacher|researcher)(?: (?!not|never)[\w'-]+){0,6}? (?:privately|in private|"
    r"in (?:his|her) own (?:name|time|account)|on (?:his|her) own account|(?:his|her) own (?:company|firm|studio|"
    r"business)|"
    r"who works alone|as a private person)(?![a-z])"
)
"""Somebody of an academy, for himself."""
_SHELL = lazy(
    r"外壳|外观|包装|试产|试制|量产|模具|打样|宣传|网站|网页|商标|(?<![a-z])(?:casings?|housings?|packag\w+|pilot|"
    r"moulds?|molds?|"
    r"trial (?:run|production|batch)|brochures?|websites?|logos?|appearance|shell)(?![a-z])"
)
"""What a house does beside an academy's research."""


def _houses(page: Page) -> list[tuple[int, int]]:
    """Where somebody else than an academy is told to do the work."""
    told = []
    for pattern in (_PRIVATE_ZH, _PRIVATE_EN):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            here = page.words(index)
            if pattern is _PRIVATE_EN and not _WORK.search(page.sentence(index)):
                continue
            near = page.text[match.start() : match.end() + 12]
            if _ACADEMY.search(near) or _SERVED.search(here) or page.wished(index, match.start()):
                continue
            told.append((match.start(), match.end()))
    return told


_DESIGN = lazy(
    r"外观(?:设计)?(?:的)?专利|专利[^,。;]{0,6}(?:是|属于?)[^,。;]{0,4}外观|(?<![a-z])(?:registered designs?|"
    r"design[- ]patents?|"
    r"patents? (?:is|are|was) (?:only )?(?:on|for|of) (?:the |an? |its |our )?(?:designs?|looks?|shape|appearance)|"
    r"patents? (?:for|on) (?:the |a |our )?designs?)(?![a-z])"
)
_TECHNICAL = lazy(r"发明(?!人)|实用新型|(?<![a-z])(?:inventions?|utility)(?![a-z])")
_NOT_TECHNICAL = lazy(
    r"(?:不是|并非|没有?|无|非)[^,。;]{0,4}(?:发明|实用新型)|(?<![a-z])(?:not|no|n't|neither|"
    r"without)(?: \w+){0,3} (?:invention|"
    r"utility)"
)
_ALSO = lazy(
    r"(?<!再)(?:也|还|另外|同时|顺便)(?:申请|拿|有|获|取得|报|做)|(?<![a-z])(?:also|as well|too|besides)(?![a-z])"
)
_AT_FIRST = lazy(
    r"前[一二两三几]?年|以前|之前|起初|起先|刚开始|一开始|最初|头[一两几]年|第一年|去年|(?<![a-z])(?:at first|before|"
    r"earlier|"
    r"initially|in the beginning|(?:first|last|previous) (?:\w+ )?years?|until)(?![a-z])"
)
_SINCE_THEN = lazy(
    r"(?:今年|现在|后来|如今|眼下|目前)[^。;没未不]{0,16}?(?:涨|增|升|翻|有了|见效|赚|卖|收入)|"
    r"(?<![a-z])(?:now|this year|since|then|today)(?: (?!no|not|nothing)[\w'%,.-]+){0,10}? (?:rose|risen|grew|grown|"
    r"up|earn\w*|"
    r"sales|profits?|revenue|benefits?|brought|brings)(?![a-z])"
)
"""No benefit in the first years, and one afterwards."""
_NO_AGENCY = lazy(
    r"(?:没|没有|未|不|从未|从没)(?:有)?(?:再|去)?(?:请|找|用|委托|聘请?|雇|通过|经过|经)(?:过|"
    r"了)?[^,。;]{0,8}(?:中介|代理|机构|事务所|服务|顾问|律师)|"
    r"(?:自己|我们自己|公司自己|自行|亲自|员工|工程师)(?:动手)?(?:写|撰写|申请|递交|办|跑|提交|弄|搞)的?|"
    r"(?<![a-z])(?:(?:without|no|never (?:used|hired|had)|not (?:use|hire|through)|n't (?:use|hire|have|engage|"
    r"go through)) (?:\w+ ){0,4}?(?:agen(?:cy|cies|t|ts)|attorneys?|"
    r"ip (?:firm|services?|house)|consultants?|intermediar\w+|outside help|hired help)|"
    r"(?:wrote|drafted|filed|prepared|did|handled) (?:\w+ ){0,4}?(?:ourselves|in-?house|by ourselves|"
    r"on our own))(?![a-z])"
)
_NO_BENEFIT = lazy(
    r"(?:没|没有|还没|尚未|未|暂未|尚无|暂无|并无|看不到|看不出|谈不上|毫无)(?:有)?(?:带来|产生|见|见到|看到|形成|"
    r"任何|什么|明显|显著|多少|半点|的)*(?:经济)?(?:效益|收益|"
    r"利润|收入|销量|销售|订单|好处)|"
    r"(?:效益|收益|销量|收入|利润)(?:还|都|也|一直|至今|目前|并|很|几乎|暂时)*(?:没有?|不明显|不显著|为零|是零|"
    r"没见|不好|谈不上)|"
    r"(?:一分钱|分文|一毛钱)[^,。;]{0,6}(?:没|未)|(?<![a-z])(?:no|not|n't|without|nothing|hardly any|never|zero|"
    r"yet to)(?: \w+){0,5} "
    r"(?:benefits?|sales|profits?|revenues?|earn\w*|income|orders|paid off|pay off|brought (?:us )?(?:anything|"
    r"in))(?![a-z])"
)
_IP_GRANT = lazy(r"发明(?:专利)?|专利|(?<![a-z])patents?(?![a-z])")
_IP_AID = lazy(
    r"中介|代理|知识产权(?:服务|公司|机构|事务所)|事务所|顾问|(?<![a-z])(?:agen(?:cy|cies|ts?)|attorneys?|"
    r"ip (?:firm|services?|house)|"
    r"consultants?|ourselves|intellectual[- ]property (?:firm|services?|agency))(?![a-z])"
)
_POOL = lazy(r"联盟|专利池|(?<![a-z])(?:alliance|patent pool|pool)(?![a-z])")
_ORDINARY = lazy(
    r"餐饮|火锅|餐厅|饭店|服装|美容|美发|理发|零售|食品|奶茶|茶叶|白酒|家具|玩具|珠宝|旅游|酒店|化妆品|物业|家政|"
    r"烘焙|宠物|"
    r"(?<![a-z])(?:catering|restaurants?|hot ?pot|noodles?|clothing|garments?|fashion|beauty|hairdress\w+|"
    r"retail\w*|food|bakery|bakeries|tea|liquor|furniture|"
    r"toys?|jewell?ery|tourism|hotels?|cosmetics?|pet)(?![a-z])"
)


def _patents(page: Page) -> Findings:
    """Designs, help with patents that was not had or brought nothing, and pools of an ordinary trade."""
    if not _IP_GRANT.search(page.text):
        return
    design = next((one for one in _DESIGN.finditer(page.text) if not strangers(page, one.start())), None)
    if (
        design is not None
        and _TECHNICAL.search(page.text)
        and _ALSO.search(page.text, max(0, design.start() - 16), design.end())
    ):
        design = None
    if design is not None:
        technical = _TECHNICAL.search(_NOT_TECHNICAL.sub("", page.text))
        yield Found("technical_patent", None if technical else False, design.start(), design.end(), 2)
    denied = _NOT_TECHNICAL.search(page.text) if design is None else None
    if denied is not None and not _TECHNICAL.search(_NOT_TECHNICAL.sub("", page.text)):
        yield Found("technical_patent", None, denied.start(), denied.end(), 1)
    if _IP_AID.search(page.text) or _NO_AGENCY.search(page.text):
        for pattern in (_NO_AGENCY, _NO_BENEFIT):
            for match in pattern.finditer(page.text):
                index = page.index(match.start())
                if pattern is _NO_BENEFIT and _AT_FIRST.search(page.words(index)) and _SINCE_THEN.search(page.text):
                    continue
                if not (strangers(page, match.start()) or page.clauses[index].closing == "?" or doubted(page, index)):
                    yield Found("ip_service_patents", False, match.start(), match.end(), 4)
    if _POOL.search(page.text) and (ordinary := _ORDINARY.search(page.text)) is not None:
        yield Found("key_industry_patents", None, ordinary.start(), ordinary.end(), 1)


_LIST = lazy(r"德勤|高成长|十大|百强|榜|(?<![a-z])(?:deloitte|fast 50|top 100|top ten|growth list)(?![a-z])")
_UNRECOGNISED = lazy(
    r"(?:不是|并非|不属于|不算|没(?:有)?(?:被|经|经过|得到|拿到)?|未(?:被|经|获|得到)?|非)[^,。;]{0,10}?(?:认定|"
    r"认可|备案|承认)(?:的|为|过|"
    r"成)?[^,。;]{0,4}(?:孵化器|众创|加速器)?|"
    r"(?<![a-z])(?:not|never|n't|without being|un)[- ]?(?: \w+){0,3}? ?(?:recogni[sz]ed|accredited|approved|"
    r"certified|official)(?: \w+){0,4}?(?: incubator)?(?![a-z])"
)
_RECOMMENDER = lazy(
    r"孵化|众创|创业咖啡|加速器|创业园|"
    r"(?<![a-z])(?:incubators?|accelerators?|co-?working|start-?up cafe)(?![a-z])"
)
_RECOMMENDED = lazy(r"推荐|举荐|(?<![a-z])(?:recommend\w*|nominat\w+|vouch\w*|endors\w+)(?![a-z])")


def _honours(page: Page) -> Findings:
    """A ranking or the park's money of long ago, and a house that is recognised by nobody."""
    for match in _LIST.finditer(page.text):
        if not strangers(page, match.start()) and had_lately(page, match.start()) is False:
            yield Found("growth_list", False, match.start(), match.end(), 3)
    if not (_RECOMMENDED.search(page.text) and _RECOMMENDER.search(page.text)):
        return
    for match in _UNRECOGNISED.finditer(page.text):
        index = page.index(match.start())
        beside = _RECOMMENDER.search(page.sentence(index))
        idle = page.clauses[index].closing == "?" or doubted(page, index)
        if beside and not idle and not strangers(page, match.start()):
            yield Found("incubator_recommended", False, match.start(), match.end(), 4)
