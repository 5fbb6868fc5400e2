"""Public bodies, large and small enterprises by their names, and what stands around the name of one that we deal with.

The tables behind `counterparties`: "a county bureau had us paint its corridors", 帮镇政府做绿化.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.patterns import lazy

_PUBLIC = (
    r"(?:public|municipal|county|city|town(?:ship)?|district|provincial|sub-?district|neighbou?rhood|regional|central|"
    r"state|state-run|government|government-run|government-owned|city-run|people's|national|no\. ?\d+)"
)
_OFFICE_EN = (
    rf"(?:(?:\w+ )?(?:bureau|town hall|city hall|street office|sub-?district office|tax office)|"
    rf"{_PUBLIC}(?:'s)? (?:[\w-]+ ){{0,3}}?(?:office|department|commission|committee|council|authority|government|"
    rf"administration|agency|court|police|station|brigade)|(?:township|municipal|local|city|county|district|"
    rf"provincial) government|ministry(?: of \w+)?|government (?:office|department|agency|body))"
)
_HOUSE_EN = (
    rf"(?:{_PUBLIC}(?:'s)? (?:[\w-]+ ){{0,3}}?(?:hospital|clinic|school|kindergarten|nursery|university|college|"
    rf"academy|library|museum|theatre|theater|archive|institute|institution|stadium|park|care home|centre|center)|"
    rf"(?:teaching|primary|middle|secondary|high|vocational) (?:hospital|school)|"
    r"(?:public|city|county|municipal|district) institution|"
    rf"(?:hospital|university|library|museum|kindergarten|polytechnic))"
)
_LARGE_NOUN = (
    r"(?:company|enterprise|firm|corporation|group|manufacturer|maker|retailer|chain|producer|developer|builder|"
    r"contractor|supermarket|platform|operator|trader|conglomerate|carmaker|steelmaker|brewer|grocer|utility|mill|"
    r"assembler|brand|business|dairy|airline|refiner|shipbuilder|[a-z]+(?:builder|maker|works))"
)
_LARGE_EN = (
    rf"(?:(?:very )?(?:large|huge|giant|big)(?:-sized)?,? (?!enough)(?:[\w-]+ ){{0,3}}?{_LARGE_NOUN}|multinational)"
)
_SOE_EN = (
    r"(?:(?:large |big |huge )?(?:(?:state|government|city|provincially)[- ](?:owned|controlled)|state) "
    r"(?:[\w-]+ ){0,3}?" + _LARGE_NOUN + ")"
)
_MIDDLING_EN = rf"(?:(?:small|medium|micro|mid-?sized?)(?:[- ]sized?)?,? (?:[\w-]+ ){{0,3}}?{_LARGE_NOUN})"
_KINDS_EN = (
    ("department", None, _OFFICE_EN),
    ("institution", None, _HOUSE_EN),
    ("large-enterprise", True, _SOE_EN),
    ("large-enterprise", None, _LARGE_EN),
)
_DID = (
    r"(?:ordered|bought|purchased|commissioned|hired|engaged|booked|had us|asked us to|signed|contracted|took delivery|"
    r"placed|awarded|gave us|wanted|accepted|received|owes|owed|has owed|still owes|has sat|sat on|has not paid|hasn't "
    r"paid|have not paid|is our|was our|pays|must pay|paid|"
    r"took us on|takes us on|insists|insisted|demands|wants|made us|agreed to pay|will not pay|won't pay|refuses|"
    r"keeps|kept us)"
)
_AHEAD_EN = (
    r"(?:(?:sign(?:ed|ing)|contract(?:ed)?|agreement|deal|order|job|work(?:ed|ing|s)?|tender|framework|project|agreed|"
    r"deliver(?:ed|s|ing)?|supplied|supply(?:ing)?|supplies|sold|sell|built|repaired|installed|painted|printed|made|"
    r"shipped|provided|"
    r"invoiced?|billed|bills?|cleaned|planted|planting|did|done|fitted|laid|mended|catered|rebound|sewed|handed|"
    r"rewired|serviced|services?|guard(?:ed)?|money|claim|payment|paid|owed|due)(?:(?! (?:complain|report|appl)\w*) "
    r"[\w',%¥-]+){0,9}?(?: (?:with|for|from|by|to|at|on|through|against))? (?:an?|the|one|our|its|their|some) "
    r"(?:[\w'-]+ ){0,2}?)"
)
_MADE_EN = (
    r"(?:(?!appl|wait|look|ask|search|thank|vot|need|want|call|report|complain|rent|leas|hop|prepar|budget|register|"
    r"queue)\w{2,}ed|put|set|made|built|drew|sewed|wove|wrote|dug|cut|hung|laid|ran|did|sold|bound|wound|bent|cast)"
)
"""What a maker did, with its object behind it: "put up the signs", "drew all the maps"."""
_OFFICE_ZH = (
    r"(?:[\u4e00-\u9fff]{0,4}(?:局|厅|委员会|政府|街道办(?:事处)?|管委会|法院|检察院|海关|派出所|公安|(?<!审计)机关(?!审计)|"
    r"住建委|卫健委|教委|水务|交警队|居委会))"
)
_HOUSE_ZH = (
    r"(?:[\u4e00-\u9fff]{0,5}(?:医院|卫生院|保健院|大学|学院|中学|小学|[市县国]立(?:国[中小]|高[中职])|高中|初中|[一二三四五六七八九十]中|幼儿园|图书馆|公办学校|公立学校|职业学校|"
    r"博物馆|文化馆|体育馆|体育中心|科技馆|美术馆|敬老院|福利院|养老院|研究院|研究所|疾控中心|事业单位|公园管理处|园林处))"
)
_LARGE_ZH = (
    r"(?:(?:大型|特大|巨型|超大)(?!企业以外)[\u4e00-\u9fff]{0,7}?(?:集团|企业|公司|厂|商|超市|车企|药企|药厂|电商|平台|连锁|房企)|"
    r"(?:上市|龙头)[\u4e00-\u9fff]{0,5}(?:集团|企业|公司|厂))"
)
_SOE_ZH = r"(?:央企|(?:大型)?国企|国有[\u4e00-\u9fff]{0,6}(?:集团|企业|公司|厂)|城投|中字头)"
_KINDS_ZH = (
    ("department", None, _OFFICE_ZH),
    ("institution", None, _HOUSE_ZH),
    ("large-enterprise", True, _SOE_ZH),
    ("large-enterprise", None, _LARGE_ZH),
)
_AHEAD_ZH = (
    r"(?:(?:给|为|帮|替|跟|和|与|同|向|卖给|供给|供应|交给|接了?|承接|承包|中标了?|被|对方(?:是|为)|客户(?:是|为)|"
    r"付款方(?:是|为)|甲方(?:是|为)|买方(?:是|为)|买家(?:是|为)|欠款(?:方|的)(?:是|为)|对象是|欠债的(?:是|为))"
    r"(?:了|的|我们的)?(?:[\d一两]?[家个所座间]|本地|当地|外地|某|[\u4e00-\u9fff]{2,3}[省市县区镇]|[省市县区镇乡][里上]?的?)?(?:一[家个所座间])?(?:民营|私营|国有|外资|台资|本地|"
    r"当地)?(?:的)?)"
)
_DID_ZH = (
    r"(?:向我|跟我|找我|让我|请我|委托|订了|订购|定了|采购|买了|买走|下单|下了|签|要了|收(?:了|的|到)?货|验收|欠|拖|压着|还没付|没付|不付|"
    r"迟迟|至今|的(?:合同|工程|项目|单子|订单|货款|尾款|工程款|账))"
)
_AROUND_EN = (
    rf"{_AHEAD_EN}BODY",
    r"(?:an?|the|one|our|another) (?:[\w-]+ )?BODY(?:,?[^.;,]{0,40},|,[^.;]{0,40}?,|,"
    r"| (?:in|near|from|outside|across) (?:[\w-]+ ){0,2}[\w-]+)? "
    rf"(?:(?:that|which|who|has|have|had|also|then|still|now|never) ){{0,2}}{_DID}",
    r"(?:an?|the|our) (?:[\w-]+ )?BODY(?:'s)? (?:bill|invoice|contract|order|job|debt|site|building|premises|project|"
    r"payment)",
    r"(?:buyer|customer|client|payer|debtor|purchaser|other side|employer|principal)(?: here)? (?:is|was) "
    r"(?:an?|the|one) (?:[\w-]+ ){0,2}?BODY",
    r"(?:we|i) (?!complain|report|appl|rent|lease|visit)\w+ (?:the|its|their|a|an) (?:[\w-]+ ){1,4}?of (?:an?|the) "
    r"(?:[\w-]+ ){0,2}?BODY",
    r"(?:we|and|which|i) (?:\w+ ){0,2}?(?!apply|wait|look|ask|search|thank|bid)\w+ for (?:an?|the) (?:[\w-]+ "
    r"){0,2}?BODY",
    r"(?:told|informed|notified|let) (?:an?|the|our) (?:[\w-]+ ){0,2}?BODY(?: know)? (?:so|as much|(?:of|about) (?:it|"
    r"this|that|our (?:size|class)))(?:,? [\w']+){0,6}? (?:signed|signing|contract|tender|offer|order)",
    rf"(?:(?:we|i|studio|firm|company|shop|workshop|enterprise|business|house|team),? |, )(?:then |also |have |had )?"
    rf"{_MADE_EN}(?: [\w-]+){{1,6}}?,?(?: [\w-]+){{0,4}}?,? for (?:an?|the|one) (?:[\w-]+ ){{0,2}}?BODY",
)
_SMALL_EN = (
    r"(?:signed|contract|deal|delivered|supplied|sold|invoiced|work(?:ed)?|owed|money|claim)(?: [\w'%¥-]+){0,6}? "
    r"(?:with|for|to|from|by) (?:an?|another|one) BODY"
)
_AROUND_ZH = (
    rf"{_AHEAD_ZH}BODY",
    rf"(?:^|(?<=[,。;、\s家个所座间的]))BODY(?:[在于]?[\d年月日号去今初底]{{3,11}})?{_DID_ZH}",
)
"""What we did for a house, or it did to us, around its name."""


def _frame(around: str, body: str) -> re.Pattern[str]:
    named = around.replace("BODY", f"(?P<body>{body})")
    return lazy(rf"(?<![a-z])(?:{named})(?![a-z])" if around.isascii() else named)


@dataclass(frozen=True, slots=True)
class House:
    """A kind of payer: a `sign` without which no name of it can stand in a text, and the frames in which it is one."""

    kind: str
    state: bool | None
    sign: re.Pattern[str]
    frames: tuple[re.Pattern[str], ...]


_SIGNS_EN = (
    lazy(r"bureau|hall|office|department|commi|council|authorit|govern|admin|agency|court|police|brigade|ministry"),
    lazy(
        r"hospital|clinic|school|kindergarten|nursery|universit|college|academ|librar|museum|theat|archive|institut|"
        r"stadium| park|care home|cent(?:re|er)|polytechnic"
    ),
    lazy(r"state|government|city|provincial"),
    lazy(r"large|huge|giant|big|multinational"),
)
_SIGNS_ZH = (
    lazy(r"局|厅|委|政府|街道|法院|检察院|海关|派出所|公安|机关|水务|交警"),
    lazy(
        r"院|大学|学校|中学|小学|立国[中小]|高[中职]|初中|[一二三四五六七八九十]中|幼儿园|馆|公园|园林|事业单位|体育|疾控"
    ),
    lazy(r"央企|国企|国有|城投|中字头"),
    lazy(r"大型|特大|巨型|超大|上市|龙头"),
)


def _houses(
    kinds: tuple[tuple[str, bool | None, str], ...], signs: tuple[re.Pattern[str], ...], around: tuple[str, ...]
) -> tuple[House, ...]:
    return tuple(
        House(kind, state, sign, tuple(_frame(one, body) for one in around))
        for (kind, state, body), sign in zip(kinds, signs, strict=True)
    )


HOUSES = (
    *_houses(_KINDS_EN, _SIGNS_EN, _AROUND_EN),
    House("sme", None, lazy(r"small|medium|micro|mid-?size"), (_frame(_SMALL_EN, _MIDDLING_EN),)),
    *_houses(_KINDS_ZH, _SIGNS_ZH, _AROUND_ZH),
)
