"""A lender that asks for itself in Haidian: what kind of house it is, to whom it lends, and how many first loans.

"We are an ordinary branch", 不是信贷专营机构 (`specialised_lender`); firms of another district
(`borrowers_in_district`); loans that guarantee companies cover altogether (`balance_guarantor_covered`); one first loan
or three of them (`first_loans_count`).
"""

from __future__ import annotations

from decimal import Decimal

from policies.facts.found import Findings, Found, number
from policies.facts.numerals import chinese, english
from policies.facts.scope import Page
from policies.patterns import lazy

_GATE = lazy(
    r"专营|拨备|首贷|首笔|余额|增量|贷款[^。]{0,40}(?:客户|小微|中小)|放贷|"
    r"(?:specialis|specializ|specialist|provision|balance|first[- ](?:ever )?loan|increment|lender|lend(?:s|ing)?|"
    r"lent|loans)(?![a-z])|specialis|specializ"
)
_SMALL_ZH = r"(?:中小微|小微|中小|小型|小企业)"
_SPECIAL = lazy(
    rf"(?:信贷|贷款|小微|小企业|金融|企业)(?:服务)?专营|专营机构|专门(?:给|为|做|面向|服务|从事|对)"
    rf"[^,。;?!]{{0,14}}?{_SMALL_ZH}[^,。;?!]{{0,10}}?"
    r"(?:放贷|放款|贷款|信贷|融资|机构|支行|部门|中心|单位)|(?:小企业|小微|中小微?企业?|小微企业)(?:信贷|金融|贷款)"
    r"(?:服务)?(?:中心|事业部|支行)|"
    rf"专做(?:[^,。;?!]{{0,6}})?{_SMALL_ZH}|"
    r"(?<![a-z])(?:speciali[sz]ed|specialist|dedicated)(?: [\w-]+| and| &){0,6}?,? (?:lender|lending|credit|loan|"
    r"loans|unit|institution|bank|branch|"
    r"centre|center|arm|house)s?(?![a-z])|(?<![a-z])(?:small[- ]business|smes?|small[- ](?:firm|company)|"
    r"small and medium[\w -]{0,20}?)"
    r" (?:lending|credit|loan|loans|finance) (?:unit|centre|center|arm|department|institution|desk|branch|house)"
    r"(?![a-z])|"
    r"(?<![a-z])(?:we|branch|unit|bank|institution|house) (?:only )?speciali[sz]es? in (?:lending|loans|credit)"
)
_NOT_SPECIAL = lazy(
    r"(?:不是|并非|不属于|不算|非|唔系|没有?(?:设立?|挂牌|取得|拿到|评上)?|未(?:设立?|取得|获))[^,。;?!]{0,8}?专营|"
    r"(?<![a-z])(?:not|no|never|nor|neither|without)(?: [\w'-]+){0,4}? (?:speciali[sz]ed|specialist)(?![a-z])|"
    r"n't(?: [\w'-]+){0,4}? (?:speciali[sz]ed|specialist)(?![a-z])|"
    r"(?<![a-z])non-speciali[sz]ed"
)
_ORDINARY = lazy(
    r"(?:综合性?|全功能|全能型?|普通|一般)(?:的)?(?:商业)?(?:银行|支行|分行|网点|营业部)|"
    r"(?<![a-z])(?:full-service|universal|ordinary|general(?:-purpose)?|normal|all-round|regular)(?: [\w-]+)"
    r"{0,2} (?:bank|branch|lender)(?![a-z])"
)
_OF_OTHERS = lazy(r"(?<![a-z])(?:from|by|with) (?:an?|the|our) $|(?:从|向|跟|找)(?:一[家个])?$")
"""The lender of somebody who borrowed."""
_HERE_ZH = r"(?:海淀|核心区|中关村)"
_ELSEWHERE_ZH = (
    r"(?:朝阳|西城|东城|丰台|石景山|昌平|通州|大兴|顺义|房山|门头沟|怀柔|平谷|密云|延庆|亦庄|外区|别的区|其他区|"
    r"其它区|外地|外省|河北|天津|"
    r"上海|深圳|广州|杭州|南京|苏州|外埠)"
)
_BORROWERS_ZH = rf"(?:客户|借款(?:人|企业)|贷款户|贷给|放给|借给|投给|发放给|投向|面向|服务(?:对象)?|{_SMALL_ZH}企业)"
_AWAY = lazy(
    rf"(?:客户|借款(?:人|企业)|贷款户|贷给|放给|借给|投给|发放给|投向|面向|服务(?:对象)?)(?:的|了|都|全部?|均|是|在|"
    rf"主要|其实|"
    rf"就|为){{0,4}}[^,。;?!没未不海核]{{0,8}}?{_ELSEWHERE_ZH}|"
    rf"(?:客户|借款(?:人|企业)|贷款户|企业)[^,。;?!]{{0,8}}?(?:不在|没有?一[家个户]在|都?不是|没有)(?:我们)"
    rf"?[^,。;?!]{{0,4}}?{_HERE_ZH}|"
    rf"(?:给|向|为){_ELSEWHERE_ZH}[^,。;?!]{{0,6}}?(?:的)?[^,。;?!]{{0,4}}?企业[^,。;?!]{{0,4}}?(?:放|贷|借)|"
    r"(?<![a-z])(?:lent|loans|clients?|customers?|borrowers?|serv(?:e|es|ing)|smes?|firms?|companies|businesses)"
    r"(?: (?!not|never|haidian|core)[\w'-]+){0,8}? "
    r"(?:in|of|from|to) (?:the )?(?:\w+ )?(?:chaoyang|xicheng|dongcheng|fengtai|shijingshan|changping|tongzhou|"
    r"daxing|shunyi|tianjin|hebei|shanghai|shenzhen|"
    r"other districts|another district|other cities)(?![a-z])|"
    r"(?<![a-z])(?:clients?|customers?|borrowers?|firms|smes|companies)(?: [\w'-]+){0,5}? (?:outside|elsewhere|"
    r"beyond)(?: of)? ?(?:haidian|the (?:district|core|capital)|in beijing)?(?![a-z])|"
    r"(?<![a-z])(?:none|not one|no one) of (?:the|our|these|those) (?:clients|customers|borrowers|firms|companies|"
    r"smes)(?: [\w'-]+){0,4}? (?:in|from) (?:haidian|the core)"
)
_CORE = lazy(
    rf"{_BORROWERS_ZH}[^,。;?!没未不外]{{0,12}}?{_HERE_ZH}|{_HERE_ZH}(?:区)?[^,。;?!没未不外]{{0,8}}?(?:{_SMALL_ZH}|"
    rf"企业|客户|公司)|"
    r"(?<![a-z])(?:haidian|core[- ]area)(?:'s)?(?: (?!not|outside|bank|branch)[\w'-]+,?){0,5}? (?:firms|smes|"
    r"businesses|companies|enterprises|clients|borrowers|"
    r"customers)(?![a-z])|(?<![a-z])(?:firms?|smes?|companies|businesses|enterprises|clients|borrowers|customers)"
    r"(?: (?!not|outside|never)[\w'-]+,?){0,7}? "
    r"(?:in|of|from) (?:haidian|(?:the|our) (?:haidian )?core)"
)
_PART = lazy(
    r"一半|部分|有些|有的|多数|大多|大部分|少数|主要|(?:[二三四五六七八九1-9])成|(?<![a-z])(?:half|some|part(?:ly)?|"
    r"most(?:ly)?|mainly|majority|minority|"
    r"few|third|quarter)(?![a-z])"
)
_A_FEW = lazy(
    r"少数|个别|少量|(?:有|设|开)[^,。;?!]{0,4}?(?:工厂|厂房|分厂|仓库|分公司|门店)|"
    r"(?<![a-z])(?:a few|handful|one or two|factor(?:y|ies)|warehouses?|plants?|branch(?:es)? of theirs)(?![a-z])"
)
"""A few clients elsewhere, or clients that also have a works there."""
_ALL_COVERED = lazy(
    r"(?:全部?|都|均|全是|统统|通通|100%|百分之百)(?:是)?(?:由|有|经|靠|带|通过)?[^,。;?!没未不无]{0,8}?(?:担保公司|"
    r"担保机构)(?:来|给|所|为其)?[^,。;?!没未不无]{0,4}?(?:担保|承保|"
    r"保证|兜底|增信|做保)|(?:担保公司|担保机构)(?:全额|全部|全都|都|悉数)(?:提供|做|作|给)?(?:了)?(?:担保|兜底|承担|"
    r"保证)|(?:全部?|都|均|全)(?:是)?担保(?:公司|机构)?(?:担保)?的?贷款|"
    r"(?:都|全|均|全部|统统)(?:是|由|靠|有)?[^,。;?!没未不无]{0,10}?担保(?:公司|机构|集团)?(?:在|来|给|"
    r"帮)?(?:我们)?(?:扛|兜|背|顶|托|"
    r"担着|担风险|承担风险)|"
    r"(?<![a-z])guarant(?:ors|(?:ee|y) (?:companies|firms|houses))(?: (?:such as|like) \w+)? (?:carry|bear|shoulder|"
    r"take) "
    r"(?:all |the )*(?:risks?|losses?)(?: \w+){0,3} (?:all|every|each|whole)(?![a-z])|"
    r"(?<![a-z])(?:all|entirely|wholly|fully|the whole|whole|entire|every (?:one|loan|yuan|penny)|each)(?: (?!not|"
    r"without|except|but)[\w'-]+){0,7}? (?:guaranteed|covered|backed|secured|"
    r"vouched for|underwritten) by (?:an? |the )?(?:[\w-]+ ){0,2}?guarant|"
    r"(?<![a-z])(?:all|entirely|wholly|only)(?: (?!not|without)[\w'-]+){0,5} guarant(?:ors|(?:ee|y) (?:companies|"
    r"firms|houses)) "
    r"(?:back|cover|secure|guarantee|stand behind)(?![a-z])|"
    r"(?<![a-z])guarant(?:ors|(?:ee|y) (?:compan\w+|firms?|houses?)) (?:stand behind|cover|back|secure|guarantee|"
    r"vouch for) (?:all|every|the whole|the entire|each)"
)
_PART_COVERED = lazy(
    r"(?:部分|一些|有的|有些|大半|多数|大部分)(?:是|贷款|客户)?(?:由|有|经|靠|带)[^,。;?!没未不无]{0,6}?担保(?:公司|"
    r"机构)|"
    r"(?<![a-z])(?:some|part|half|most)(?: of)?(?: (?!not|without)[\w'-]+){0,6}? (?:guaranteed|covered|backed|"
    r"secured) by (?:an? |the )?(?:[\w-]+ ){0,2}?guarant"
)
_COUNT_ZH = r"(?P<zh>[一二两三四五六七八九十]|\d{1,3})"
_FIRST_ZH = r"(?:首贷|首笔|首次(?:贷|借)|(?:第|头)一[笔次]|从(?:来)?[没未]|此前(?:从)?[没未]|以前[没未]|之前[没未])"
_COUNT = lazy(
    rf"(?:放|做|发放|贷|批|投放|办|有)(?:了|出|过|给)?(?:了)?{_COUNT_ZH}[笔单](?!业务)[^,。;?!]{{0,16}}?{_FIRST_ZH}|"
    rf"(?:首贷|首笔贷款)(?:业务)?(?:做了|放了|是|:)?(?P<zh3>[一二两三四五六七八九十]|\d{{1,3}})[笔单]|"
    rf"{_FIRST_ZH}[^,。;?!\d]{{0,10}}?(?:共|一共|总共|就|只有|只|仅|有){{1,2}}(?P<zh2>[一二两三四五六七八九十]|"
    rf"\d{{1,3}})[笔单]|"
    r"(?P<one>(?:就|只|仅|只有|仅有|唯独|说|仅此|就此|只报|我们只报)(?:了)?(?:这|那)?一[单笔家户](?=[,。;]|$|去年|别)"
    r"|(?:这是)?(?:唯一|仅有)的?一?[笔单]首贷)|"
    r"(?<![a-z])(?P<en>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|an?(?: single)?|only one|just one|"
    r"a single)(?: such| separate)? "
    r"(?:[\w-]+ )?first(?:-time|-ever)? loans?(?! (?:increment|subsid|balance|allowance|business))(?![a-z])|"
    r"(?<![a-z])(?P<en2>(?:a|one) single|only one|just one) loan(?: (?!second)[\w'-]+,?){0,8}? (?:never|first)"
    r"(?![a-z])|"
    r"(?<![a-z])(?:lent|loans?)(?: [\w'-]+,?){0,6}? to (?P<en3>two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|"
    r"one|an?) (?:such )?(?:[\w-]+ ){0,4}?(?:firms?|companies|company|borrowers?|"
    r"enterprises?|smes?)(?: (?!second)[\w'-]+,?){0,5}? (?:never|first)(?![a-z])"
)
_OURS = lazy(
    r"^(?:北京市?)?海淀区?[^,。;?!]{0,8}专营机构[,。;]|我们|我行|本行|敝行|我司|本机构|我在|我是|我负责|行里|支行|(?<![a-z])(?:we|our|us|i|i'm)(?![a-z])"
)
_LENDS = lazy(
    r"银行|支行|分行|专营|信用社|贷款公司|小贷|余额|首贷|首笔|拨备|(?<![a-z])(?:bank|branch|lender|lending|"
    r"credit (?:centre|center|unit|institution)|loan (?:centre|unit)|"
    r"loans outstanding|provision)"
)
_IF = lazy(r"如果|假如|假设|要是|倘若|万一|打算|计划|(?<![a-z])(?:if|suppose|would|plan to|whether)(?![a-z])")


def find(page: Page) -> Findings:
    """What a lender tells of its house and its book."""
    if not _GATE.search(page.text) or not _LENDS.search(page.text) or not _OURS.search(page.text):
        return
    yield from _kind(page)
    yield from _borrowers(page)
    yield from _covered(page)
    yield from _count(page)


def _told(page: Page, place: int) -> bool:
    clause = page.clauses[page.index(place)]
    return _IF.search(page.text, clause.start, clause.end) is None


def _kind(page: Page) -> Findings:
    denied = [one for one in _NOT_SPECIAL.finditer(page.text) if _told(page, one.start())]
    for match in denied:
        asked = page.clauses[page.index(match.end() - 1)].closing == "?"
        yield Found("specialised_lender", None if asked else False, match.start(), match.end(), 4)
    for match in _SPECIAL.finditer(page.text):
        inside = any(one.start() <= match.end() and match.start() <= one.end() for one in denied)
        clause = page.clauses[page.index(match.start())]
        if _OF_OTHERS.search(page.text, max(0, match.start() - 12), match.start()):
            continue
        if not inside and not (clause.closing == "?" and "是不是" in page.words(page.index(match.start()))):
            yield Found("specialised_lender", True, match.start(), match.end(), 3)
    for match in _ORDINARY.finditer(page.text):
        lead = page.text[max(0, match.start() - 3) : match.start()]
        if _told(page, match.start()) and not any(word in lead for word in ("不是", "非", "not")):
            yield Found("specialised_lender", False, match.start(), match.end(), 2)


def _borrowers(page: Page) -> Findings:
    told = (one for one in _AWAY.finditer(page.text) if _told(page, one.start()))
    away = next((one for one in told if not _A_FEW.search(page.words(page.index(one.start())))), None)
    core = [
        one
        for one in _CORE.finditer(page.text)
        if away is None or one.end() <= away.start() or one.start() >= away.end()
    ]
    if away is not None:
        part = _PART.search(page.words(page.index(away.start())))
        asked = page.clauses[page.index(away.end() - 1)].closing == "?"
        sentence = page.clauses[page.index(away.start())].sentence
        mixed = any(page.clauses[page.index(one.start())].sentence == sentence for one in core)
        yield Found("borrowers_in_district", None if part or mixed or asked else False, away.start(), away.end(), 4)
        return
    for match in core:
        if _told(page, match.start()):
            yield Found("borrowers_in_district", True, match.start(), match.end(), 2)
            return


def _covered(page: Page) -> Findings:
    for pattern, value in ((_ALL_COVERED, True), (_PART_COVERED, None)):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            counted = value or not page.quantities_in(index)
            if counted and _told(page, match.start()) and page.clauses[index].closing != "?":
                yield Found("balance_guarantor_covered", value, match.start(), match.end(), 3)
                return


def _one_by_one(page: Page, count: int) -> Findings:
    """The sum of first loans that are told each: 一笔500万, 一笔800万."""
    each = [
        one
        for one in page.quantities
        if one.kind == "cny" and not one.vague and _EACH.search(page.text, max(0, one.start - 14), one.start)
    ]
    if count > 1 and len(each) == count:
        whole = number(sum((one.value for one in each), Decimal(0)))
        yield Found("first_loans_lent_cny", whole, each[0].start, each[-1].end, 5)


_EACH = lazy(
    r"(?:另外?|第)?[一二三]笔(?:是|为|放了)?$|(?<![a-z])(?:one|another|the other|the second|the third|second)"
    r"(?: loan)?(?: of| was| for)? (?:rmb |yuan |cny )?$"
)


def _count(page: Page) -> Findings:
    told: dict[int, Found] = {}
    for match in _COUNT.finditer(page.text):
        if not _told(page, match.start()):
            continue
        named = match["zh"] or match["zh2"] or match["zh3"] or match["en"] or match["en3"] or "one"
        number = int(chinese(named) or english(named.split()[-1]) or 1)
        told[number] = Found("first_loans_count", number, match.start(), match.end(), 2)
    if len(told) == 1:
        yield from told.values()
        yield from _one_by_one(page, *told)
