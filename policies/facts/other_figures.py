"""Figures of another house: "our parent spends 6% of its sales on R&D", 姐妹公司销售额5000万.

What a parent, a group, a sister firm, a customer or a neighbour earns, spends, employs or grows by is told beside our
own figures to no end, and is none of ours. The house is the subject of the figure's clause (or of the one before, taken
up by a pronoun), or the place where the figure is found. Where we come between it and the figure, the figure is ours.
Nor does a house without research speak where only its other departments have none: 别的部门没有搞研发的.
"""

from __future__ import annotations

from functools import lru_cache

from policies.facts import others_cases, part_year
from policies.facts.clients import is_client
from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_FIGURES = frozenset(
    {
        "rnd_ratio_pct",
        "rnd_spending_cny",
        "rnd_staff",
        "rnd_staff_pct",
        "annual_revenue_cny",
        "previous_revenue_cny",
        "revenue_growth_pct",
        "profit_growth_pct",
        "total_assets_cny",
        "net_assets_cny",
        "employees",
        "patents",
    }
)
_FIRM = r"(?:company|firm|house|plant|factory|works|concern|business|enterprise|unit|entity|outfit|group)"
_ABOVE = (
    rf"(?:(?:parent|mother|holding|sister|daughter|affiliated|associated?|related|fellow|neighbou?ring) {_FIRM}|parent|"
    rf"affiliate|head office|headquarters|(?:majority |main |largest |biggest )?shareholder|"
    rf"holding(?! (?:\d|of|an?|the|no)(?![a-z]))|owner|{_FIRM} (?:that|which) (?:owns|controls|holds) us|(?:whole|"
    rf"entire) group|group (?:as a whole|overall)|group (?:that )?(?:we belong to|we are part of|above us|"
    rf"behind us)|{_FIRM} next door|neighbou?rs?|rivals?|competitors?)"
)
_DEALT = r"(?:customers?|suppliers?|buyers?|debtors?|landlord)"
_CLIENTS = lazy(r"(?<![a-z])clients?(?![a-z])|客户")
_NO_MORE_NOUN = (
    r"(?!'s? (?:loan|money|guarantee|order|contract|share|stake)|[ -](?:portal|service|base|contracts?|orders?|loan|"
    r"relations|support|list|lent|pays?|paid|gave|gives|requires?|wants?|asks?|says?|said|tells?|told|owes?|owed|"
    r"ordered|bought|buys|counts us)(?![a-z]))"
)
_THE = r"(?:our|the|my|their|its|an?|one of our|that|this|both)"
_SUBJECT_EN = lazy(
    rf"(?:^|[,;:(] ?|(?<![a-z])(?:and|but|while|whereas|though|although|because|since|as|only|where|that) )\s?"
    rf"{_THE} (?:(?!we |us )[\w'-]+ ){{0,3}}?(?:{_ABOVE}|{_DEALT})(?![a-z]){_NO_MORE_NOUN}"
)
_PLACE_EN = lazy(
    rf"(?<![a-z])(?:(?:at|in) {_THE} (?:[\w'-]+ ){{0,2}}?(?:{_ABOVE}|{_DEALT})|"
    rf"(?:of|for) {_THE} (?:[\w'-]+ ){{0,2}}?{_ABOVE})(?![a-z]){_NO_MORE_NOUN}"
)
_BEHIND_EN = lazy(
    rf"(?: [\w&'-]+){{0,4}}? (?:at|in|with) {_THE} (?:[\w'-]+ ){{0,2}}?(?:{_ABOVE}|{_DEALT})(?![a-z]){_NO_MORE_NOUN}"
)
_WE_EN = lazy(
    r"(?<![a-z])(?:we|we're|we've|i|(?<!of )ours|us|our (?:own|firm|company|house|sales|revenue|turnover|profits?|"
    r"r&d|research|"
    r"staff|team|spending|headcount|share|ratio)|(?:the|this) (?:company|firm)|subsidiary)(?![a-z])"
)
_TO_US_EN = lazy(
    r"(?<![a-z])(?:us|our (?:r&d|research|work|lab|shop|firm|company|development|project|sales)|ours)(?![a-z])"
)
_PRONOUN = lazy(r"\s?(?:and |but |while )?(?:it|they|which|who)(?![a-z])|(?:而|但)?(?:它们?|他们|人家)")
_ABOVE_ZH = (
    r"(?:母公司|总公司|控股公司|控股方|总部|集团(?:公司|总部|那边|整体|全体|合计)?(?!内|里|下|旗下|的?(?:子公司|成员|"
    r"一员))|"
    r"大股东|姐妹公司|姊妹公司|兄弟公司|关联公司|"
    r"关联企业|关系企业|母企|隔壁(?:那?家?)?(?:的)?(?:厂|公司|企业)?|同行|同业(?!务|拆)|别人|别家(?:公司|厂|企业)?|竞争对手|对手|客户(?!经理|数|端|关系|群|"
    r"服务|订单|合同)|供应商|房东)"
)
_SUBJECT_ZH = lazy(
    rf"(?:^|[,;:(]|而|但|不过|虽然|尽管|因为|听说|据说|只是)(?:我们?的?|咱们?的?|本公司的?|公司的?|我司的?|其)?"
    rf"(?:[\u4e00-\u9fff]{{1,6}}的)?(?:[\u4e00-\u9fff]{{0,3}})?{_ABOVE_ZH}(?!的?(?:贷款|借款|担保|订单|合同|要求|给|"
    rf"投给|借|欠|说|规定|让|向|付|买|下单))"
)
_WE_ZH = lazy(r"我们|我司|本公司|自己|咱|我公司|我厂|本厂|(?:是|属)[^,。;]{0,6}子公司")
_OWN_GROUP = lazy(r"(?:我们|本|咱们?)(?:这个)?集团|(?<![a-z])we are (?:an? |the )(?:[\w-]+ )?group(?![a-z])")
_OTHER_ROOMS = lazy(
    r"(?:别|其[他它余]|另外|剩下|剩余|旁)的?(?:几个|那些|各)?(?:部门?|科室?|车间|人|同事|员工|团队|岗位|地方|处|组|"
    r"厂区)|别处|"
    r"(?:销售|行政|生产|财务|后勤|安装|售后|仓库|车间)(?:部门?|人员|的人|那边)?(?:都|也|全|并|就|里)*(?:不|没)|"
    r"(?:除了|(?<!扣)除(?=[^,。;]{1,10}外)|以外|之外|此外)|"
    r"(?<![a-z])(?:other (?:departments?|people|staff|teams?|units?|rooms?|sections?|workers|employees|colleagues)|"
    r"the (?:rest|others)|"
    r"outside (?:it|them|that|the|our)|apart from|nobody else|no one else|none of the others|elsewhere|"
    r"(?:sales|admin\w*|production|accounts|installation|after-sales|the (?:office|workshop|warehouse))"
    r"(?: (?:and|or|staff|people|department|team|admin\w*|production|sales)){0,3} (?:do|does|did|has|have|"
    r"carr\w+)(?:n't| not)?)(?![a-z])"
)
_APART = lazy(r"\s?(?:除了?|apart from|except|besides|outside)")
_SIGNS = lazy(
    r"母公司|总公司|控股|姐妹|姊妹|兄弟公司|集团|股东|总部|母企|隔壁|同行|同业|别人|别家|对手|客户|供应商|房东|关[联系]企业|"
    r"parent|mother|holding|owner|(?:owns|controls|holds) us|sister|daughter|affiliat|associat|related|fellow|"
    r"neighbo|head|shareholder|group|next door|"
    r"rival|competitor|customer|supplier|buyer|debtor|landlord"
)


@lru_cache(maxsize=4)
def _others_named(text: str) -> bool:
    return _SIGNS.search(text) is not None and _OWN_GROUP.search(text) is None


def theirs(page: Page, one: Found) -> bool:
    """Whether a figure is that of a house beside, above or behind ours, or of a part of a year only."""
    if part_year.told(page, one) or others_cases.told(page, one):
        return True
    if one.name == "rnd_invested" and one.value is not True:
        clause = page.clauses[page.index(one.start)]
        start = clause.start if (before := page.previous(page.index(one.start))) is None else page.clauses[before].start
        return bool(
            _OTHER_ROOMS.search(page.text, clause.start, clause.end)
            or (_OTHER_ROOMS.search(page.text, start, clause.start) and _APART.match(page.text, start))
        )
    if one.name not in _FIGURES or one.value is None or not _others_named(page.text):
        return False
    index = page.index(one.start)
    clause = page.clauses[index]
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if _PRONOUN.match(lead) and index:
        earlier = page.clauses[index - 1]
        if _told_of(page, page.text[earlier.start : earlier.end], "", pronoun=True):
            return not _WE_EN.search(lead) and not _WE_ZH.search(lead)
    return _told_of(page, lead, tail) or _carried(page, index, one, lead, tail)


_VERB_FIRST = lazy(
    r"\s?(?:also |still |itself )?(?:spen(?:ds?|t)|puts?|invest(?:s|ed)?|reinvest(?:s|ed)?|devotes?d?|has|had|"
    r"employ(?:s|ed)|earn(?:s|ed)|"
    r"ma(?:kes|de)|turn(?:s|ed) over|t(?:akes|ook)|grew|sold|sells)(?![a-z])"
)
_RESEARCH_FIRST = lazy(r"(?:每年|去年|一年)?(?:的)?(?:研发|科研)")


def _carried(page: Page, index: int, one: Found, lead: str, tail: str) -> bool:
    """A house named before an aside, or in the clause before: "our parent, a listed group, spends 6% on R&D"."""
    researching = one.name.startswith("rnd_") and _RESEARCH_FIRST.match(lead) is not None
    if (
        not (researching or _VERB_FIRST.match(lead))
        or _WE_EN.search(lead)
        or _WE_ZH.search(lead)
        or _TO_US_EN.search(tail)
    ):
        return False
    before = page.previous(index)
    for _ in range(1 if researching else 2):
        if before is None:
            return False
        words = page.words(before)
        if _told_of(page, words, "", pronoun=True):
            return not (researching and _CLIENTS.search(words))
        before = page.previous(before)
    return False


def _told_of(page: Page, lead: str, tail: str, *, pronoun: bool = False) -> bool:
    for pattern, ours in ((_SUBJECT_EN, _WE_EN), (_PLACE_EN, _WE_EN), (_SUBJECT_ZH, _WE_ZH)):
        for match in pattern.finditer(lead):
            if page.for_client and (_CLIENTS.search(match[0]) or is_client(lead, match.end(), page.for_customer)):
                continue
            between = lead[match.end() :]
            if pattern is _PLACE_EN and ours.search(lead[: match.start()]):
                continue
            if pronoun and pattern is _PLACE_EN:
                continue
            if not ours.search(between) and not _TO_US_EN.search(tail):
                return True
    if pronoun:
        return False
    behind = _BEHIND_EN.match(tail)
    return behind is not None and not _WE_EN.search(lead)
