"""Lists, programmes and houses of the park: Haifan firms, rankings, talent programmes, incubators, recommendations.

A house (incubator, association) and a word of recommending tell a recommendation in any order and either voice; which
house it is, the nearest one named tells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policies.facts import beside_ours, frames, talents
from policies.facts.candidates import put_forward, to_come
from policies.facts.found import Findings, Found
from policies.facts.frames import Frame, denied_behind, words
from policies.facts.lately import had_lately
from policies.facts.matters import Matter, strangers
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_HAIFAN = lazy(
    r"海帆(?:计划)?\"?(?:的)?(?:企业|名单|公司)|(?:(?:入选|列入|纳入|选入|评入|选进)(?:了|进|到)?|进了?|评上了?)"
    r"(?:海淀区?的?)?\"?海帆|"
    r"(?<![a-z])haifan(?: (?:enterprises?|list|roster|firm|company|plan))?(?![a-z])"
)
_NOT_LISTED = lazy(
    r"海帆[^。;]{0,14}(?:名单|名录)[^。;]{0,10}(?:没有?|查不到|找不到|未见)(?:我们|公司|我司|自己)|"
    r"(?<![a-z])haifan (?:list|roster|register)[^.;]{0,60}?(?:does|did|do)(?: not|n't) (?:have|name|show|carry|"
    r"contain|mention|include|list) (?:our name|us|our company)|"
    r"(?<![a-z])haifan[^.;]{0,50}?(?:our name|we|the company)(?: \w+)? (?:does|do|is|are|did)(?: not|n't)(?: \w+)? "
    r"(?:appear|stand|figure|listed|on it|there|among|in it)|"
    r"我们(?:公司|自己|却|并){0,2}(?:不在|没有?(?:进|入选|列入))海帆(?:计划|名单)?"
)
_RHETORICAL = lazy(r"哪(?:配|能|敢)|怎么?配|配(?:叫|当|称)|凭什么|(?<![a-z])do you have to|must (?:one|a firm)")
_KEY_INCUBATOR = lazy(
    r"(?:重点|核心)(?:的)?(?:孵化器|育成中心)|(?<![a-z])key (?:\w+ )?incubators?(?![a-z])|incubators? on the key list"
)
_GROWTH_LIST = lazy(
    r"德勤[\u4e00-\u9fff]{0,8}(?:50|五十|百)?强?|高成长(?:企业)?[\u4e00-\u9fff]{0,6}(?:top\s?100|100强?|百强|"
    r"榜单?|名单)|中关村(?:的)?(?:十大|榜单?)|"
    r"(?<![a-z])(?:deloitte(?:'s)?(?: \w+){0,3} (?:fast )?50|deloitte fast|(?:high|"
    r"fast)[- ]growth (?:enterprises? )?(?:top )?(?:100|list)|zhongguancun (?:top ten|top 10))(?![a-z])"
)
_NO_LIST = lazy(
    r"(?:榜单?|[0百十]强|top ?(?:100|十|10))[^,。;没未]{0,4}(?:我们|公司)?(?:都|也|均|从来?){0,2}"
    r"(?:没有?|未)(?:能)?(?:上|进|入|列)"
)
_TALENT_PROGRAMME = lazy(
    r"千人计划|海聚(?:工程|计划|人才)?|高聚(?:工程|计划|人才)?|海英(?:计划|人才)?|(?<![a-z])(?:thousand talents|"
    r"haiju|gaoju|haiying)(?![a-z])"
)
_TALENT = lazy(
    r"(?:人才(?:计划|工程|项目)|(?:领军|双创|高层次|创新创业|科技创业)(?:型)?人才|"
    r"姑苏(?:创新创业)?(?:领军)?人才|姑苏领军)(?!补贴|公寓|市场|网|引进难)|"
    r"千人计划|海聚工程|高聚工程|(?<![a-z])(?:(?:leading[- ])?talents? (?:programme|program|plan|scheme|"
    r"project)|leading talents?|thousand talents)(?![a-z])"
)
_ENTERED = lazy(
    r"入选|列入|评为|评上|获评|认定|符合|拟引进|引进|拿了|拿到|是|(?<![a-z])(?:in|picked|selected|chosen|named|"
    r"won|admitted|entered|fit|part of|on|accepted|recognised|recognized|not|never|meets?)(?![a-z])"
)
_HOUSED = lazy(
    r"(?:在|入驻|进驻|进了?|住进|搬进|租(?:在|着)?|落户|孵化于|位于|坐落)[\u4e00-\u9fff]{0,14}?(?:孵化器|孵化园|"
    r"孵化基地|育成中心|众创空间|加速器)|在孵(?:的)?[\u4e00-\u9fff]{0,6}?(?:企业|公司)|"
    r"(?:[替代帮]|代表)[^,。;]{0,6}一[家个](?:进驻|入驻|孵化|驻场)(?:的|中的)?[\u4e00-\u9fff]{0,4}?(?:企业|"
    r"公司)(?=[^。;]{0,10}[问询查])|在我们(?:这里|这儿|这边)?(?:孵化|育成)的[^,。;没未不]{0,6}?(?:企业|公司)|"
    r"(?:孵化器|孵化园|育成中心)(?:里|内|中)(?:的)?(?:企业|公司|办公|在孵)?|"
    r"(?:海淀园|管委会|园区)[^,。;没未不]{0,6}认定(?:为|成|的|我们){0,3}[^,。;没未不]{0,4}(?:创业|创新|"
    r"在孵)[\u4e00-\u9fff]{0,4}企业|"
    r"海淀园[^,。;没未不]{0,8}(?:创业|创新|在孵)[\u4e00-\u9fff]{0,4}企业[^,。;没未不]{0,3}(?:认定|证书|称号|资格)|"
    r"(?:创业|创新|在孵)[\u4e00-\u9fff]{0,4}企业的?认定(?=[^。;]{0,12}海淀园)|"
    r"(?<![a-z])recognition as an? (?:\w+ ){0,3}start-?up(?= by the (?:haidian )?park)(?![a-z])|"
    r"(?<![a-z])(?:recogni[sz]ed (?:us )?(?:by [^,.;]{0,40}? )?as an? (?:\w+ ){0,3}start-?ups?|"
    r"start-?ups? (?:that )?(?:\w+ )?(?:was |were )?recogni[sz]ed by (?:the )?(?:haidian )?park)(?![a-z])"
)
_INCUBATOR = r"incubators?|accelerators?"
_IN_ONE = words(rf"{_INCUBATOR}|incubated|incubatee|(?:company|firm|start-?up|business) incubating (?:here|with us)")
_HOUSING = words(
    r"in|inside|within|at|of|out of|from|rent\w*|leas\w+|hous\w+|tenants?|space|desks?|rooms?|floors?|office|"
    r"resid\w+|incubated (?:firm|company|enterprise|start-?up)|member"
)
_NOT_HOUSED = words(
    r"eggs?|chicks?|infants?|neonatal|(?:make|making|sell|build|supply|suppl\w+|design\w*) (?:\w+ )?incubators?|"
    r"next year|thinking|recommend\w*|nominat\w+|forward|vouch\w*|endors\w+|propos\w+|key|used to|left|"
    r"moved out|formerly|considering|rather than|instead of"
)
_KEY_SUPPORT = lazy(
    r"重点(?:支持|扶持|培育)(?:的)?(?:科技|高科技|科创|高新技术|创新)?型?(?:对象|企业|公司|名单|客户)|"
    r"(?<![a-z])(?:singled out for (?:key )?support|(?:key|priority)[- ]support(?:ed)?(?: \w+){0,2}|"
    r"(?:firm|company|enterprise|object)s? (?:of|for|under) key support|priority support (?:list|target|"
    r"firm)|priority (?:firms?|compan\w+|enterprises?|borrowers?))(?![a-z])"
)
_WHO_DECIDES = lazy(
    r"由谁|谁来|怎么|哪些|有没有名单|什么样|(?<![a-z])(?:who decides|which firms)(?![a-z])|"
    r"^(?!.*(?<![a-z])(?:we|us|our|ours|company|firm|it|borrower|client|customer)(?![a-z]))"
    r".*(?:firms|companies|enterprises|borrowers)(?![a-z])"
)

_RECOMMENDING = lazy(
    r"推荐|举荐|引荐|荐举|(?:把|将)我们[^,。;]{0,12}报(?:了)?(?:上去|给|到|送)|"
    r"(?<![a-z])(?:recommend(?:s|ed|ation)?|nominat(?:es|ed|ion)|endors(?:es|ed|ement)|vouch(?:es|ed)|"
    r"sponsor(?:s|ed)|"
    r"propos(?:es|ed)|put(?:s|ting)? (?:our name|us|our (?:company|firm)|the (?:company|firm)) (?:forward|up)|"
    r"backs our (?:application|name)|backed our (?:application|name))(?![a-z])"
)
_HOUSE = lazy(
    r"(?P<incubator>孵化器|孵化园|孵化基地|育成中心|加速器|众创空间|(?<![a-z])(?:incubators?|"
    r"accelerators?)(?![a-z]))|"
    r"(?P<association>私个协|私营个体(?:经济)?协会|个私协会?|个体私营(?:经济)?协会|民营经济协会|"
    r"(?<![a-z])private[- ](?:economy|business|enterprise|sector)(?: \w+)? association(?![a-z])|"
    r"(?<![a-z])association of (?:the )?private(?![a-z])|"
    r"(?:(?<=incubator or )|(?<=incubator nor )|(?<=incubator or an )|(?<=incubator nor an )|(?<=incubator or the ))"
    r"association(?![a-z]))|"
    r"(?P<other>朋友|老乡|银行|客户经理|同学|同行|中介|局(?=推荐|把)|(?<![a-z])(?:friends?|banks?|bank's|agents?|"
    r"consultants?|boss|bureau|account manager|neighbou?rs?|colleagues?|magazines?|newspapers?|doctors?)(?![a-z]))"
)
_INCUBATOR_TOO = lazy(
    r"(?<![a-z])incubator n?or (?:an? |the )?(?:[\w-]+ ){0,3}$|孵化器(?:和|或|、|跟|与)[^,。;]{0,12}协会"
)
_OF_THEM = lazy(
    r"推荐(?:了)?(?:[\d一二三四五六七八九十几两]家|别|其他|隔壁|同)|推荐的?(?:企业|会员|公司)?(?:可以|有什么|都|才|"
    r"能|怎么)|推荐(?:你|这个|这项|什么|哪|一[下款])|(?<![a-z])"
    r"(?:recommend\w*|nominat\w+|endors\w+|propos\w+|sponsor\w*) (?:you|this|that|them|these|your|an? |other|"
    r"three|two|several|its other|products?|what)"
)
_NOT_RECOMMENDED = lazy(
    r"推荐(?:的)?(?:名单|表|函|信)?(?:里|上|中)?[^,。;]{0,4}(?:没有?|未|不)(?:报|列|提|写|把|有|见|包括|"
    r"含)?[^,。;]{0,3}(?:我们|公司|$)"
)
_FACTS = {"incubator": "incubator_recommended", "association": "association_recommended"}
_FARTHEST, _BEHIND = 200, 60
"""Code points before and behind a word of recommending in which its house is looked for."""

_HOUSES_OF_STARTUPS = (
    *("孵化", "育成", "众创", "加速器", "海淀园", "管委会"),
    *("incubat", "accelerator", "haidian park", "start"),
)
_TALENTS = ("人才", "千人", "海聚", "高聚", "海英", "姑苏", "talent", "haiju", "gaoju", "haiying")
_LISTS = ("德勤", "高成长", "中关村", "deloitte", "growth", "zhongguancun", "top", "榜", "fast 50")

MATTERS = (
    Matter("haifan_enterprise", _NOT_LISTED, value=False, bare=True, weight=3, signs=("海帆", "haifan")),
    Matter("haifan_enterprise", _HAIFAN, without=_RHETORICAL, signs=("海帆", "haifan")),
    Matter("key_incubator", _KEY_INCUBATOR, signs=_HOUSES_OF_STARTUPS),
    Matter("recognised_startup", _HOUSED, signs=_HOUSES_OF_STARTUPS),
    Matter("growth_list", _GROWTH_LIST, without=_NO_LIST, signs=_LISTS),
    Matter("growth_list", _NO_LIST, value=False, bare=True, weight=3, signs=_LISTS),
    Matter("talent_programme", _TALENT_PROGRAMME, signs=_TALENTS),
    Matter("talent_project", _TALENT, beside=_ENTERED, without=talents.FITNESS, signs=_TALENTS),
    Matter("key_support_object", _KEY_SUPPORT, without=_WHO_DECIDES, signs=("重点", "support", "priority")),
)
FRAMES = (
    Frame(
        "recognised_startup",
        _IN_ONE,
        beside=_HOUSING,
        without=_NOT_HOUSED,
        signs=("incubat", "accelerator"),
        weight=1,
    ),
    Frame(
        "recognised_startup",
        words(rf"(?:rather than|instead of|outside)(?: \w+){{0,4}} (?:{_INCUBATOR})(?: \w+)?"),
        stated=False,
        denied=None,
        signs=("incubat", "accelerator"),
        bare=True,
    ),
    Frame(
        "growth_list",
        words(r"(?:no|any) (?:\w+ )?(?:rankings?|league tables?)"),
        stated=None,
        denied=False,
        without=words(r"universit\w+|search|credit"),
        signs=("ranking", "league"),
    ),
    Frame("growth_list", words(r"ranking lists?"), stated=None, denied=False, signs=("ranking",)),
    Frame(
        "key_incubator",
        words(r"key ones?|key list|among (?:its|the) key"),
        about=words(_INCUBATOR),
        signs=("incubat", "accelerator"),
    ),
    Frame(
        "growth_list",
        words(
            r"(?:growth|fast[- ]growing|high[- ]growth|zhongguancun|growth[- ]company)(?: \w+){0,2} "
            r"(?:rankings?|lists?|league tables?)|fast 50|high[- ]growth (?:\w+ )?top (?:100|hundred|ten|10)"
        ),
        without=words(r"plan|hope|next year|enter for|aim"),
        signs=_LISTS,
    ),
    Frame(
        "collaboration_base",
        words(r"demonstration[- ]bases?"),
        about=words(r"universit\w+|institutes?|academ\w+|industry|research|colleges?|beihang|tsinghua"),
        without=words(r"next year|apply|applied|customers?|whether|went to|others|another"),
        signs=("demonstration",),
    ),
    Frame(
        "collaboration_base",
        words(
            r"(?:do|did) not (?:have|hold|get|receive) it|don't have it|didn't get it|went to (?:others|"
            r"somebody else)"
        ),
        stated=False,
        denied=False,
        about=words(r"demonstration[- ]bases?"),
        signs=("demonstration",),
        bare=True,
    ),
)
BASE = Matter("collaboration_base", lazy(r"产学研(?:用)?(?:合作|结合|协同)?(?:创新)?示范基地"), signs=("产学研",))
ANY_SCHEME = Matter(
    "talent_programme",
    lazy(
        r"人才(?:计划|工程|项目|称号)(?!补贴|公寓|引进)|"
        r"(?<![a-z])talents? (?:programme|program|plan|scheme|project|title)s?(?![a-z])"
    ),
    weight=1,
    signs=("人才", "talent"),
)
"""Who is in no scheme for talents is in none of the district's four; who is in one may be in another."""
_OF_THE_DISTRICT = lazy(r"海淀|海帆|中关村|核心区|haidian|haifan|zhongguancun|core area")
_OF_A_HOUSE = lazy(r"孵化|育成|众创|加速器|incubat|accelerator")
_FAILED = lazy(
    r"[^。;]{0,20}?(?:落选|没有我们|未获|被拒|"
    r"没(?:有)?(?:能)?(?:评|选|批|列|入|通|轮|当|拿|找|在[^,。;]{0,6}办)(?:上|中|下来|过|到))|"
    r"[^.;]{0,60}?(?<![a-z])(?:something we (?:have )?never|we (?:do|did) not (?:get|have|hold)|"
    r"went to (?:others|somebody)|turned (?:us )?down|was refused|were refused|without success|in vain)(?![a-z])"
)
"""Behind a title that was sought: it was not had."""
_SOUGHT = frozenset({"haifan_enterprise", "collaboration_base", "recognised_startup", "key_support_object"})
_ANY = lazy(
    r"海帆|孵化|育成|众创|加速器|海淀园|管委会|德勤|高成长|中关村|榜|top|人才|千人|海聚|高聚|海英|姑苏|重点|产学研|"
    r"协会|个协|haifan|incubat|accelerator|haidian park|deloitte|growth|zhongguancun|talent|haiju|gaoju|haiying|"
    r"support|priority|demonstration|association|start-?up|ranking|league"
)


def find(page: Page) -> Findings:
    """Lists, programmes, incubators and recommendations, stated, denied or open."""
    if _ANY.search(page.text):
        stated = (*find_matters(page, (*MATTERS, BASE)), *frames.find(page, FRAMES))
        yield from talents.find(page, any(one.name == "talent_project" and one.value for one in stated))
        for found in stated:
            if (
                found.value
                and found.name in _SOUGHT
                and beside_ours.ends_ours(page, _FAILED.match(page.text, found.end))
            ):
                found = replace(found, value=False)
            if found.name == "haifan_enterprise" and found.value and (put_forward(page, found) or to_come(page, found)):
                found = replace(found, value=None, weight=3)
            if found.name == "growth_list" and found.value and had_lately(page, found.start) is False:
                found = replace(found, value=False)
            if found.name == "haifan_enterprise" and beside_ours.of_a_neighbour(page, found):
                continue
            yield found
            if (
                found.name == "recognised_startup"
                and found.value is False
                and _OF_A_HOUSE.search(page.text, found.start, found.end)
            ):  # who is in no incubator is recommended by none
                yield replace(found, name="incubator_recommended", weight=1)
                yield replace(found, name="key_incubator", weight=1)
        yield from _recommended(page)
        if _OF_THE_DISTRICT.search(page.text):
            yield from (one for one in find_matters(page, (ANY_SCHEME,)) if one.value is False)


def _recommended(page: Page) -> Findings:
    for match in _RECOMMENDING.finditer(page.text):
        house = _house(page, match)
        index = page.index(match.start())
        if house not in _FACTS or strangers(page, match.start()) or _OF_THEM.match(page.text, match.start()):
            continue
        standing = judge(page, match.start(), match.end(), ours=True)
        if standing is Standing.SUPPOSED:
            continue
        denied = denied_behind(page, match, index) or _NOT_RECOMMENDED.match(page.text, match.start())
        value = None if standing is Standing.OPEN else standing is Standing.STATED and not denied
        yield Found(_FACTS[house], value, match.start(), match.end(), 2)
        if house == "association" and _INCUBATOR_TOO.search(page.text, page.clauses[index].start, match.start()):
            yield Found(_FACTS["incubator"], value, match.start(), match.end(), 2)


def _house(page: Page, match: re.Match[str]) -> str | None:
    """The house that recommends: in the clause, else the last one named before it, else the first one behind."""
    clause = page.clauses[page.index(match.start())]
    for start, end in (
        (clause.start, clause.end),
        (max(0, match.start() - _FARTHEST), match.start()),
        (match.end(), match.end() + _BEHIND),
    ):
        named = list(_HOUSE.finditer(page.text, start, end))
        if named:
            return min(named, key=lambda one: abs(one.start() - match.start())).lastgroup
    return None
