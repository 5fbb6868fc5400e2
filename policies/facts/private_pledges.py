"""A house, a car or a machine that stands behind a loan called one on credit: "they first called it pure credit, then
had me mortgage my own flat; the company put up nothing".

Whoever gives it, owner, spouse, parents, shareholder or guarantor: a loan on a mortgage is none on credit alone. What
the bank only wished for and did not get, an earlier loan and somebody else's are no such thing.
"""

from __future__ import annotations

import re

from policies.facts import guarantors
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_HOUSES_ZH = (
    r"(?:(?<![厂库])房(?:子|产证?|屋|本|地产)?(?!租|贷|东|价|款)|厂房|住宅|[老祖自]宅|祖屋|住所|住处|别墅|公寓|"
    r"透天厝?|商铺|店铺|铺面|铺子|店面|门面|"
    r"写字楼|办公楼|楼(?!层)|土地|地皮|地契|屋契|屋企|宅基地|不动产权?证?|物业|仓库|车库|车位)"
)
_THINGS_ZH = (
    r"(?:车子|轿车|汽车|货车|卡车|小车|座驾|(?<=的)车|(?<=辆)车|机器|设备|机床|机械|生产线|挖掘机|存单|定存|"
    r"定期存款|存折|黄金|金条|"
    r"首饰|船|游艇|保单)"
)
_ASSET_ZH = rf"(?:(?P<house>{_HOUSES_ZH})|(?P<thing>{_THINGS_ZH}))"
_GIVEN_ZH = (
    r"(?:抵押|质押|作抵|做抵|抵给|抵畀|抵了给|押给|押畀|押了给|押在|押进|押到|押了|押上|押去|设押|押出去|"
    r"按揭[畀给]|设定(?:了)?"
    r"(?:最高限额)?抵押权?|作保|做保|做了?担保|作了?担保|作为担保|提供(?:了)?(?:抵押)?担保|当担保|做担保品|当抵)"
)
_ZH = lazy(
    rf"{_ASSET_ZH}[^,。;没未不无冇]{{0,14}}?{_GIVEN_ZH}(?!过?(?:率|贷款中心))|"
    r"(?:抵押|质押|押|担保)(?:的|了|物|品|登记的?){1,2}(?:其实|实际上?|却|就|都|全){0,2}(?:是|为|"
    r":)?[^,。;没未不无冇]{0,12}?"
    rf"(?:(?P<house2>{_HOUSES_ZH})|(?P<thing2>{_THINGS_ZH}))(?!里|内|中)"
)
_UNDONE_ZH = lazy(
    r"[没未无冇](?:有|曾|能)?|(?<!得)不(?:用|需|必|要|肯|愿|同意|是|曾|让|准|会|想)|(?<![是无])非(?![要得让叫])|免|"
    r"拒|解除|注销|"
    r"撤销|本来?(?:打算|想|要)|(?<![不])想|打算|"
    r"考虑|准备|提议|建议|如果|要是|假如|倘若|万一|是否|是不是|会不会|要不要|能不能|可不可以|可以|能否|有没有|"
    r"需不需|宁愿|以免"
)
_OTHERS_ZH = lazy(
    r"软件|系统|平台|业务|客户(?!经理)|供应商|对方|欠款|债务人|同行|隔壁|邻居|别[家人的]|另[一外]|其[他它]|以前|"
    r"(?<!款)(?<!约)(?<!账)之前|从前|早先|早年|早就|原来那|"
    r"上一?[笔次回]|前一?[笔次]|(?:前|去|上)年(?:那笔|的那)|那时|当年|买房|购房|房贷|车贷|无关"
)
_REFUSED_ZH = lazy(
    r"[^。;]{0,30}?(?:[没不未](?:有)?(?:同意|答应|肯|办成|照办|签|去办|做成|理会)|拒绝|回绝|谢绝|推掉|作罢|不了了之|"
    r"没成|取消|免了|放弃|与(?:这|本|此)[笔次]|跟这|和这)"
)
_FREED_ZH = lazy(
    r"(?:解押|(?:解除|注销|撤销|涂销)[^,。;]{0,6}抵押|抵押[^,。;]{0,6}(?:解除|注销|撤销|涂销))[^。;]{0,16}?(?:改|"
    r"转|变)[成为做到]?[^,。;]{0,4}信用"
)
"""Lifted while the loan ran on, now on credit; a mortgage lifted when all is repaid stood behind the loan."""

_HOUSES_EN = (
    r"(?:houses?|homes?|flats?|apartments?|villas?|land|plots?|buildings?|premises|shops?|warehouses?|offices?|"
    r"condo\w*|"
    r"bungalows?|propert(?:y|ies)|real estate|cottages?|workshops?|factory|plant|residence|house deeds?|title deeds?)"
)
_THINGS_EN = (
    r"(?:cars?|vans?|trucks?|lorry|lorries|vehicles?|machines?|machinery|equipment|lathes?|excavators?|deposits?|"
    r"savings|"
    r"jewell?e?ry|gold|boats?|insurance policy|life policy|suv)"
)
_WHOSE = (
    r"(?:(?:my|our|his|her|their|the|an?|one|its|[a-z]+s?'s?) "
    r"(?:(?!until |but |before |when |while |was |is )[\w'-]+ ){0,4}?)"
)
_ASSET_EN = rf"{_WHOSE}(?:(?P<house>{_HOUSES_EN})|(?P<thing>{_THINGS_EN}))(?![a-z])"
_ASSET_BEFORE_EN = _ASSET_EN.replace("house>", "house2>").replace("thing>", "thing2>")
_EN = lazy(
    r"(?<![a-z])(?:mortgag(?:e|es|ed|ing)|charged|pledg(?:e|es|ed|ing)|hypothecat(?:e|ed|ing)|staked|"
    r"(?:mortgages?|charges?|liens?|hypothecation|pledge) (?:(?:was|were|had been|is|taken|registered|put|"
    r"placed) ){0,2}(?:over|"
    r"on|against|of)|secured (?:on|against|by)|backed by|(?:put|putting) up|(?:gave|give|handed over|deposited|"
    r"lodged|surrendered) "
    rf"(?=(?:[\w'-]+ ){{1,8}}(?:as|for) (?:the )?(?:security|collateral|mortgage|loan|it)))(?: |$){_ASSET_EN}|"
    rf"(?<![a-z]){_ASSET_BEFORE_EN}(?: (?!not|never)[\w'-]+){{0,4}}? (?:mortgaged|pledged|charged (?:to|in favou?r)|"
    r"hypothecated|put up|staked|(?:as|for) (?:the |a )?(?:mortgage|collateral|security|surety)|"
    r"stands? (?:as security|behind))"
    r"(?![a-z])"
)
_UNDONE_EN = lazy(
    r"(?<![a-z])(?:no|not|never|nobody|none|neither|nor|without|nothing|if|whether|would|could|might|may|can|"
    r"should|want(?:ed|s)?|"
    r"propos\w+|suggest\w+|consider\w*|thought|plan\w*|offer(?:ed)? to|prepared to|ready to|willing|instead of|"
    r"rather than|"
    r"refus\w+|declin\w+|released?|talk\w* (?:of|about)|hop\w+|avoid\w*)(?![a-z])|n't(?![a-z])"
)
_OTHERS_EN = lazy(
    r"(?<![a-z])(?:customers?|clients?|suppliers?|competitors?|neighbou?rs?|debtors?|another|other loan|separate|"
    r"earlier|previous\w*|"
    r"formerly|last loan|years? ago|used to|long ago|once|older?|home loan|housing loan|rate|market|"
    r"unrelated)(?![a-z])"
)
_BETWEEN_EN = lazy(r"(?:,|;| but| until| yet| then| though| while| and then| before \w+ \w+,?)(?= )")
_REFUSED_EN = lazy(
    r"[^.;]{0,90}?(?<![a-z])(?:refus\w+|declin\w+|said no|dropped|withdr\w+|never (?:signed|happened|did|done|went)|"
    r"(?:did|do|was|were|is|has|have)(?:n't| not)|gave up|nothing to do with|another loan|other bank|not for this|"
    r"years ago)(?![a-z])"
)
_FREED_EN = lazy(
    r"(?<![a-z])(?:(?:mortgage|charge|lien|pledge)(?: \w+){0,3} (?:released|discharged|lifted|cancelled|removed)|"
    r"(?:released|discharged|lifted|cancelled) the (?:mortgage|charge|lien|pledge))(?![a-z])[^.;]{0,60}?"
    r"(?:unsecured|on credit|clean)(?![a-z])"
)
_SIGN = lazy(
    r"押|按揭|作保|做保|担保|mortgag|charge|pledg|lien|hypothec|secur|collateral|put up|putting up|staked|backed by"
)
_LOAN = lazy(r"贷|借|放款|拨款|(?<![a-z])(?:loans?|borrow\w*|lent|bank|lender|facility|overdraft|credit)(?![a-z])")


def instead(page: Page, found: list[Found]) -> list[Found]:
    """The statements without a loan on nothing, where somebody's house or goods stand behind it."""
    found = guarantors.instead(page, found)
    told = [one for one in found if one.name == "loan_security"]
    if any(one.value not in (None, "none", "property", "other") for one in told):
        return found
    given = list(find(page))
    if not given:
        return found
    return [one for one in found if one.name != "loan_security" or one.value != "none"] + given


def find(page: Page) -> Findings:
    """What somebody mortgaged for a loan; a doubt where the mortgage was lifted again."""
    if not _SIGN.search(page.text) or not _LOAN.search(page.text):
        return
    for pattern, stands in ((_ZH, _stands_zh), (_EN, _stands_en)):
        for match in pattern.finditer(page.text):
            if not stands(page, match):
                continue
            named = {key for key, said in match.groupdict().items() if said}
            value = "property" if any(key.startswith("house") for key in named) else "other"
            freed = _FREED_ZH.search(page.text) or _FREED_EN.search(page.text)
            yield Found("loan_security", None if freed else value, match.start(), match.end(), 9 if freed else 3)
            return


def _stands_zh(page: Page, match: re.Match[str]) -> bool:
    index = page.index(match.start())
    clause = page.clauses[index]
    here = page.text[clause.start : clause.end]
    if _OTHERS_ZH.search(here) or _UNDONE_ZH.search(page.text, clause.start, match.end()):
        return False
    before = page.previous(index)
    if (
        before is not None
        and _OTHERS_ZH.search(page.words(before))
        and page.clauses[before].sentence == clause.sentence
    ):
        return False
    asked = clause.closing == "?" or page.text[match.end() : clause.end].endswith(("吗", "么", "呢"))
    return not asked and _REFUSED_ZH.match(page.text, match.end()) is None


def _stands_en(page: Page, match: re.Match[str]) -> bool:
    clause = page.clauses[page.index(match.start())]
    lead = page.text[clause.start : match.start()]
    cuts = list(_BETWEEN_EN.finditer(lead))
    lead = lead[cuts[-1].end() :] if cuts else lead
    if _UNDONE_EN.search(lead) or _UNDONE_EN.search(match[0]) or _OTHERS_EN.search(page.text, clause.start, clause.end):
        return False
    return clause.closing != "?" and _REFUSED_EN.match(page.text, match.end()) is None
