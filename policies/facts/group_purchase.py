"""Software and lines bought through the district's group purchase: `partner_supplier`, and for how long they ran.

"Our carrier is not one of the partners", 软件商不在合作名单里; the third year of the software (`software_first_year`)
and the fourth of the subsidy on the line (`bandwidth_years_used_up`). A year belongs to what was named last.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_GATE = lazy(
    r"软件|软体|系统|erp|带宽|宽带|宽频|频宽|网费|网络|网路|网线|专线|光纤|运营商|营运商|电信|"
    r"(?<![a-z])isp(?![a-z])|carrier|operator|internet|broadband|bandwidth|software|package|vendor|supplier"
)
_SUPPLIER_ZH = (
    r"(?:软件商|软体商|软件公司|软体公司|厂商|供应商|服务商|运营商|营运商|电信商|电信公司|电信业者|网络商|网络公司|"
    r"网路公司|网路业者|业者|宽带商|宽带公司|通信商|开发商|商家|单位|企业|伙伴|机构|方|商|名单|名录|目录|的)"
)
_THE_DISTRICT_ZH = r"(?:海淀区?|中关村|区里|区上|区政府|政府|园区|园里|管委会|计划|官方|你们)(?:的?计划)?"
_NOT_PARTNER_ZH = lazy(
    rf"(?:并|也|都|又|却|根本|可|就){{0,2}}(?:不是|不属于|不算|并非|绝非|唔系)(?:通过|走|靠|跟|经)?(?:(?!而是|而系|"
    rf"才是|是)[^,。;?!]){{0,8}}?"
    rf"合作(?:过)?的?[^,。;?!]{{0,6}}?{_SUPPLIER_ZH}|"
    r"非合作(?:的)?(?:方|商|软|运|营|供|厂|单位|机构|电信)|"
    r"(?:不在|没在|没有在|未列入|没列入|没有列入|不列入|没进|没有进|没有出现在|唔喺)[^,。;?!]{0,10}?"
    r"(?:(?:合作|供应商|团购|运营商|软件商|厂商)[^,。;?!]{0,8}?(?:名单|名录|目录|范围|之列|里|内|当中)|"
    r"(?:合作|团购)之列)|"
    rf"(?:跟|和|与|同){_THE_DISTRICT_ZH}(?:之间)?(?:并|也|都|根本|从来|从)?(?:没有?|无|冇|毫无)(?:任何|什么|签过?|"
    r"达成|有)?(?:过)?[^,。;?!]{0,6}?(?:合作|协议|关系|签约|谈)|"
    rf"(?:没有?|未|冇)(?:有)?(?:跟|和|与|同){_THE_DISTRICT_ZH}[^,。;?!]{{0,6}}?(?:合作|协议|签|谈)|"
    r"(?:没有?|未|不|冇|唔)(?:是)?(?:有)?(?:参加|参与|通过|经过?|走|跟|加入|用|靠|赶上)[^,。;?!]{0,8}?(?:团购|集采)"
    r"(?!价|折)|"
    r"(?:不是|不属于|并非|唔系)[^,。;?!]{0,6}?(?:团购|集采)(?:的)?(?:名单|目录|范围|那[几些]?[家个]|商|方)|"
    r"不是(?:通过|走|跟着?|经)?[^,。;?!]{0,8}?(?:团购|集采)(?:来的|买的|的|价买的|渠道)?(?=[,。;]|$)|"
    r"(?:团购|集采)(?:里|名单里|范围)?(?:没有?|不含|不包括)(?:这|那|它|他们)"
)
_THE_EN = r"(?:(?:the|any|our|its|that|this|your|one|of|a|an|haidian's|district's|plan's|park's|scheme's) ){0,4}"
_SUPPLIER_EN = (
    r"(?:carriers?|operators?|suppliers?|vendors?|providers?|software (?:firms?|houses?|compan(?:y|ies))|firms?|"
    r"compan(?:y|ies)|isps?|telecoms?(?: compan(?:y|ies))?|list|partners?)"
)
_WORKING = (
    r"(?:partner(?:ed|ing)?|co-?operating|participating|approved|listed|affiliated|contracted|selected|designated|"
    r"group-purchase)"
)
_NOT_PARTNER_EN = lazy(
    rf"(?:(?<![a-z])(?:not|never|none|neither|nor|no)|n't)(?: (?:from|with|by|through|via|on|among|in|of|buy from|"
    rf"come from|comes from|bought from|use|using|be|been|actually|even|currently)){{0,2}} {_THE_EN}"
    rf"(?:network |software |telecom |cloud )?(?:{_WORKING} (?:\w+ )?{_SUPPLIER_EN}|partners?(?=[ ,.;?!]|$)(?! (?:in|"
    rf"and) ))|"
    r"(?<![a-z])non-?partner(?![a-z])|"
    r"(?:(?<![a-z])(?:not|none|never)|n't)(?: [\w']+){0,5} (?:supplier|partner|carrier|operator|vendor|"
    r"group-purchase) list(?![a-z])|"
    r"(?<![a-z])nothing to do with (?:the )?(?:haidian|district|plan|scheme|programme|park|government|group purchase)|"
    rf"(?<![a-z])outside {_THE_EN}(?:group[- ](?:purchase|purchasing|buy(?:ing)?|deal)|partner|co-?operation)|"
    r"(?<![a-z])(?:no|not any|n't any|without (?:an?|any)|n't (?:have|got) (?:an?|any)) "
    r"(?:co-?operation |partnership |partner |formal )?(?:agreement|deal|contract|arrangement|ties?|co-?operation|"
    r"partnership|pact)s? with (?:the )?(?:haidian|district|plan|scheme|programme|park|government|group)|"
    r"(?:(?<![a-z])(?:not|never)|n't) (?:yet )?(?:work|co-?operat\w+|worked|working|partner\w*|affiliated|connected)"
    r" with "
    r"(?:the )?(?:haidian|district|plan|scheme|programme|park|government)|"
    r"(?:(?<![a-z])(?:not|never)|n't)(?: \w+){0,2} (?:part of|in|included in|covered by|through|under|via|join|"
    r"joined|use|used"
    rf"|take part in|taken part in) {_THE_EN}group[- ](?:purchase|purchasing|buy(?:ing)?|deal|scheme)|"
    rf"(?<![a-z])(?:rather than|instead of|and not) (?:from |with |using |through )?{_THE_EN}(?:partner(?:'s|s)?|"
    r"co-?operating|group[- ]purchase)(?![a-z])"
)
_ABOUT = lazy(
    r"软件|软体|系统|erp|crm|带宽|宽带|宽频|频宽|网费|上网|网络|网路|网线|专线|光纤|运营商|营运商|电信|线路|平台|工具|"
    r"(?<![a-z])(?:software|package|program|app|tool|erp|crm|carrier|operator|internet|broadband|bandwidth|line|fibre|"
    r"network|isp|vendor|supplier|telecom|subscription)"
)
_SOMEBODY_ELSE = lazy(
    r"隔壁|邻居|同行|朋友(?:的|家|那)|人家|别家公司|别的公司|对手|听说有家|他们公司|"
    r"(?<![a-z])(?:neighbou?r|friend's|friend of|competitor|rival|another (?:firm|company)|some (?:firms|companies))"
)
_IF = lazy(
    r"如果|假如|假设|要是|倘若|若(?!干)|万一|的话|(?<![a-z])(?:if|unless|suppose|whether|in case|what happens)"
    r"(?![a-z])"
)
_OR_NOT = lazy(
    r"是不是|是否|算不算|属不属于|在不在|能不能|可不可以|必须|非得|一定要|(?<![a-z])(?:or not|must|need|have to)"
    r"(?![a-z])"
)
_PAST = lazy(
    r"以前|之前|原来|原先|过去|本来|早先|去年那|上一家|前一家|旧的|老的|"
    r"(?<![a-z])(?:previous\w*|former\w*|before|used to|earlier|old|at first|until)(?![a-z])"
)
_CHANGED = lazy(r"换(?:成|到|了|为)|改用|改成|转用|转到|(?<![a-z])(?:switch\w*|changed|moved|now)(?![a-z])")
_DOUBT = lazy(
    r"好像|似乎|可能|也许|恐怕|不确定|不清楚|不知道|听说|估计|(?<![a-z])(?:maybe|perhaps|probably|not sure|seems?|"
    r"i think|apparently|may|might)(?![a-z])"
)
_WE_ARE = lazy(r"(?:我们|我司|本公司|我公司|我)(?:自己)?$|(?<![a-z])(?:we|i)(?: are| am|'re|'m| were) ?$")
_A_PARTNER = lazy(
    r"(?:并|也|都|又|却){0,2}(?:不是|不属于|不算|并非|唔系)(?!用|走|通过|跟|从|经)|not (?:one of|an?|the) "
)
"""We who are no partner ourselves: a customer."""
_NOT_NOT = lazy(r"(?:不是说|并不是|又不是|不能说)$")

_SOFTWARE = (
    r"(?:(?:软件|软体)(?!园|公司|企业|商|开发|厂|业|工程|外包|服务商|团队|的公司)|erp|crm|(?:管理|财务|记账|记帐|"
    r"会计|云端?)系统|"
    r"(?<![a-z])software(?! (?:firm|compan|house|studio|maker|start|developer|business|outfit|enterprise|supplier|"
    r"vendor|engineer))|(?:accounting|bookkeeping|management) (?:package|program|tool|system|app))"
)
_LINE = (
    r"(?:带宽|宽带|宽频|频宽|网费|上网|网络费|网路费|专线|光纤|运营商|营运商|电信|(?<![a-z])(?:bandwidth|broadband|"
    r"internet|"
    r"carrier|network operator|our line|leased line|fibre|line)(?![a-z]))"
)
_SMALL_SHOP = lazy(
    r"(?:网|宽带|寬頻|专线|网络|网路|光纤)(?:络|路)?[^,。;?!没未不]{0,6}?(?:物业|房东|包租公|二房东|"
    r"业主)[^,。;?!没未不]{0,4}?"
    r"(?:拉|装|接|牵|转租|提供)|"
    r"(?:软件|软体|erp|系统)[^,。;?!没未不]{0,8}?(?:淘宝|咸鱼|闲鱼|拼多多|网店|盗版|破解)|(?:淘宝|闲鱼|"
    r"网店)[^,。;?!没未不]{0,8}?"
    r"(?:软件|软体|erp|系统)|"
    r"(?<![a-z])(?:software|package|erp|system)(?: (?!not|never)[\w'-]+){0,7}? (?:taobao|ebay|pirated|cracked|"
    r"web ?shop|online shop)(?![a-z])|"
    r"(?<![a-z])(?:internet|broadband|line|wi-?fi)(?: (?!not|never)[\w'-]+){0,6}? (?:from|by|through|via) "
    r"(?:the |our |a )?(?:landlord|property (?:manager|management)|building's? (?:management|manager))(?![a-z])"
)
"""A shop or a landlord, of whom nothing is known."""
_SINCE = lazy(
    r"(?:从|自|打)?(?P<zh>20\d\d)年?(?:开始|起|以来|就)[^,。;?!没未]{0,12}?(?:领|拿|享受|补[贴助]|给补)|"
    r"(?<![a-z])(?:top\w* (?:it |us )?up|subsidi\w+|refund\w*|paid (?:a )?(?:part|share|20%)[^.;?]{0,12}|contribut\w+)"
    r"(?: (?!not|never)[\w'%-]+){0,5}? since (?P<en>20\d\d)(?!\d)"
)
"""Helped since a year: three of them are all."""
_NAMED = lazy(rf"(?P<software>{_SOFTWARE})|(?P<line>{_LINE})")
_MANY_ZH = r"(?:两|二|三|四|五|2|3|4|5|好几|几|多)"
_LATER_YEAR = lazy(
    rf"(?:已经?|都|一共|总共|前后)?(?:连续)?(?:用|使用|上|装)(?:了|到|满|足|过)(?:整整|差不多|快|将近)?{_MANY_ZH}个?年|"
    rf"(?:今年|现在|眼下|目前|如今|这)(?:已经?|都|算|就|正|应该)?(?:是|系|算|到|进入|进|为)?(?:使用|用|上)?(?:的)"
    rf"?(?:了)?第[二三四234]个?年|"
    rf"(?:用到|进入|到了|已是|已经是|步入)(?:了)?第[二三四234]个?年|"
    r"(?:免费|第一|头一|首)(?:的)?(?:那一?)?(?:年|期|一年期)[^,。;?!没未]{0,4}?(?:已经?|早就?|刚|都)[^,。;?!没未]{0,3}?"
    r"(?:过|满|完|结束|到期|用掉)|(?:第一|头一|首)年(?:免费)?(?:已经?|都|早就)?(?:过完|过去|用完|满)了|"
    r"(?:早|已经?|都)(?:就)?过了(?:第一|头一|首|免费)(?:的那?一?)?年|"
    r"(?<![a-z])(?:have|has|had|been|we|'ve|it)(?: \w+){0,3} (?:used|using|run|running|ran|had|on)(?: [\w'-]+)"
    r"{0,7}? for "
    r"(?:the (?:last|past) |over |about |nearly |more than |some )?(?:two|three|four|five|several|2|3|4|5) years|"
    r"(?<![a-z])(?:(?:this|it|2014|2015|now)(?:'s| is| being)?(?: now| already)? (?:our|the|its|in its|in the|in our) "
    r"(?:second|third|fourth|2nd|3rd|4th) year|in (?:our|its|the|their) (?:second|third|fourth|2nd|3rd|4th) year|"
    r"in year (?:two|three|four|2|3|4)|"
    r"(?:our|the|its) (?:second|third|fourth) year (?:with|on|of|using|has (?:begun|started)|began|started))|"
    r"(?<![a-z])(?:first|free) year (?:is|was|has been|ended|ran out|expired)(?: now| already)? ?(?:over|up|past|gone|"
    r"behind us|last|in)(?![a-z])|(?<![a-z])(?:first|free) year (?:ended|ran out|expired)(?![a-z])"
)
_LAST_YEAR_ON = lazy(
    r"(?:从|自|打)?(?:去年|前年)[^,。;?!没未]{0,10}?(?:开始|起)(?:就)?(?:一直)?(?:用|使用|上)|"
    r"(?<![a-z])(?:used|using|had|run|on it) (?:\w+ ){0,4}since (?:last year|the year before)"
)
_LONG_AGO = lazy(r"前年|year before")
_USED_UP = lazy(
    r"(?:已经?|都|一共)?(?:连续|连着|连)?(?:领|拿|享受|补|给|报|申请)(?:了|过|满|足|够|完)(?:整整|足足|满)?[三3]年|"
    r"[三3]年(?:期限?|的补[贴助]|补[贴助])?(?:已经?|都|早就|全)?(?:领|拿|享受|补|用)?(?:完|满|到期|过去|够)了|"
    r"(?:今年|现在|这)(?:已经?|都|算)?(?:是|到|进入|算)?(?:领补[贴助]的?)?第[四五45]个?年|"
    r"(?<![a-z])(?:had|received|drawn|claimed|got|collected|enjoyed|been paid|been getting|been receiving|drew)"
    r"(?: [\w'%-]+){0,7}? (?:for )?(?:all |the full |the )?(?:three|3) years|"
    r"(?<![a-z])(?:this|it|now)(?:'s| is| being| would be)? (?:our|the|its) (?:fourth|4th|fifth) year|"
    r"(?<![a-z])(?:three|3)(?: subsidi[sz]ed)? years (?:are|were|have been|have|is)(?: now| already| all)? "
    r"(?:over|up|used up|past|gone|run out|expired)(?![a-z])"
)
_ASKS_LATER = lazy(r"怎么|多少|会不会|会涨|收不收|吗|么$|呢|(?<![a-z])(?:what|how|does|do|will|would|is it)(?![a-z])")
_NOT_BEFORE = lazy(r"(?:没有?|未|还没|不是|不到|冇)[^,。;]{0,4}$|(?<![a-z])(?:not|never|n't|no)(?: \w+){0,3} ?$")
_BACK = 240


def find(page: Page) -> Findings:
    """The supplier or carrier that is no partner, and the year in which software or line are."""
    if not _GATE.search(page.text):
        return
    for match in _SMALL_SHOP.finditer(page.text):
        index = page.index(match.start())
        idle = page.clauses[index].closing == "?" or _NOT_BEFORE.search(match[0]) or _PAST.search(page.words(index))
        if _is_of_us(page, match, index) and not idle:
            yield Found("partner_supplier", None, match.start(), match.end(), 2)
    for pattern in (_NOT_PARTNER_ZH, _NOT_PARTNER_EN):
        for match in pattern.finditer(page.text):
            index = page.index(match.start())
            if _is_of_us(page, match, index) and _ABOUT.search(_near(page, index)):
                open_ = _DOUBT.search(page.words(index)) or page.clauses[page.index(match.end() - 1)].closing == "?"
                yield Found("partner_supplier", None if open_ else False, match.start(), match.end(), 3)
    yield from _years(page)


def _is_of_us(page: Page, match: re.Match[str], index: int) -> bool:
    words = page.words(index)
    if _SOMEBODY_ELSE.search(words) or _IF.search(words) or _OR_NOT.search(words):
        return False
    lead = page.text[page.clauses[index].start : match.start()]
    if _NOT_NOT.search(lead):
        return False
    after = page.text[match.end() : match.end() + 60]
    if _WE_ARE.search(lead) and _A_PARTNER.match(match[0]):
        return False
    return not (_PAST.search(lead) and (_CHANGED.search(after) or not match[0].isascii()))


def _near(page: Page, index: int) -> str:
    """The sentence and the one before."""
    first = page.opening(index, 8)
    if first > 0:
        first = page.opening(first - 1, 4)
    return page.text[page.clauses[first].start : page.clauses[page.ending(index, 4)].end]


def _years(page: Page) -> Findings:
    for match in _SINCE.finditer(page.text):
        ran = page.as_of.year - int(match["zh"] or match["en"])
        words = page.words(page.index(match.start()))
        idle = (
            _IF.search(words)
            or _SOMEBODY_ELSE.search(words)
            or page.clauses[page.index(match.end() - 1)].closing == "?"
        )
        if ran > 2 and not idle and _subject(page, match.start(), match.end()) == "line":
            yield Found("bandwidth_years_used_up", True if ran > 3 else None, match.start(), match.end(), 3)
    for pattern, subject, name, usual in (
        (_LATER_YEAR, "software", "software_first_year", False),
        (_LAST_YEAR_ON, "software", "software_first_year", None),
        (_USED_UP, "line", "bandwidth_years_used_up", True),
    ):
        for match in pattern.finditer(page.text):
            value = False if pattern is _LAST_YEAR_ON and _LONG_AGO.search(match[0]) else usual
            index = page.index(match.start())
            clause = page.clauses[index]
            words = page.words(index)
            lead = page.text[clause.start : match.start()]
            if _NOT_BEFORE.search(lead) or _IF.search(words) or _SOMEBODY_ELSE.search(words):
                continue
            if subject == "software" and _of_the_old(page, match, index):
                continue
            behind = page.text[match.end() : clause.end]
            if _ASKS_LATER.search(behind) or _ASKS_LATER.search(lead):
                continue
            if _subject(page, match.start(), match.end()) == subject:
                yield Found(name, value, match.start(), match.end(), 3)


_ON_PAPER = lazy(r"手工|纸质|纸|表格|excel|(?<![a-z])(?:paper|spreadsheets?|notebooks?|by hand|pen)(?![a-z])")
_TO_THE_NEW = lazy(
    r"换(?:成|到|了|为)|改用|改成|转用|转到|新(?:的|软件|系统|erp)|(?<![a-z])(?:switch\w*|changed|moved|replaced|new|"
    r"(?:starts?|begins?|started|began) (?:now|this|last|in))(?![a-z])"
)


_PLANNED = lazy(
    r"想|打算|准备|计划换|明年|要不要|(?<![a-z])(?:want|plan|would|next year|may|might|will|should)(?![a-z])"
)


def _of_the_old(page: Page, match: re.Match[str], index: int) -> bool:
    """Whether the years are those of what was used before."""
    start = page.clauses[index].start
    if _ON_PAPER.search(page.text, start, match.end() + 12) or _PAST.search(page.text, start, match.end()):
        return True
    after = page.text[match.end() : page.clauses[page.ending(index, 4)].end]
    if _PLANNED.search(after):
        return False
    return _TO_THE_NEW.search(after) is not None and ("合作" in after or "partner" in after)


def _subject(page: Page, start: int, end: int) -> str:
    """What a stretch of years is about: named inside it or last before, else next in its sentence."""
    named = list(_NAMED.finditer(page.text, max(0, start - _BACK), end))
    if named:
        return str(named[-1].lastgroup)
    clause = page.clauses[page.ending(page.index(end), 3)]
    following = _NAMED.search(page.text, end, clause.end)
    return str(following.lastgroup) if following else ""
