"""A seat outside the mainland of China, where none of the articles applies: "I own a bakery in Leeds", 在香港注册.

Only what the writer says of the own house counts: where it is registered, or where it is or works with no place of the
mainland beside it. Customers, fairs, parents, branches and warehouses abroad are no seat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from policies.facts.found import Findings, Found
from policies.facts.gazetteer import outlands
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.facts.vocabulary import alternatives
from policies.patterns import lazy

_REGISTERED, _BASED = 7, 4
"""The register's word stands above every other place; where a house merely is, below a move to the mainland."""
_BEFORE_EN = lazy(
    r"(?:^|[.;!?,:(] ?|(?<![a-z])(?:registered|incorporated|domiciled|licensed|(?:we(?:'re)?|i(?:'m)?|our|my)(?![a-z])"
    r"[^.;!?]{0,60}?))(?: ?[^.;!?]{0,40}? )?(?:in|at|near|outside|from|of)(?: (?:the|downtown|central|north(?:ern)?|"
    r"south(?:ern)?|east(?:ern)?|west(?:ern)?|rural|greater|inner))? (?:(?:[\w'-]+ ){0,2}[\w'-]+, )?$"
)
_HOUSE_EN = (
    r"(?:compan(?:y|ies)|firm|business|start-?up|shop|store|bakery|café|cafe|restaurant|bistro|pub|bar|hotel|hostel|"
    r"farm|vineyard|brewery|workshop|factory|plant|mill|studio|salon|agency|practice|garage|stall|stand|boutique|"
    r"kiosk|bookshop|barbershop|florist|clinic|nursery|dairy|orchard|takeaway|food truck|garden centre|enterprise|"
    r"manufacturer|maker|supplier|trader|retailer|consultancy|outfit|smallholding|cooperative|co-op|guesthouse|gym)"
)
_IS_SEAT_EN = lazy(
    rf"(?<![a-z]){_HOUSE_EN}s?(?![a-z])|(?<![a-z])(?:based|seated|located|headquartered|established|founded|operat\w+|"
    r"run(?:ning)?|trad(?:e|ing)|live and work|registered|incorporated|domiciled|licensed)(?![a-z])|"
    r"^(?:we(?:'re| are)|i(?:'m| am)) ?$|(?<![a-z])(?:we|i) (?:make|sell|bake|grow|build|produce|brew|sew|"
    r"repair)(?![a-z])"
)
_NO_SEAT_EN = lazy(
    r"(?<![a-z])(?:customers?|clients?|buyers?|suppliers?|parent|mother|shareholders?|investors?|partners?|rivals?|"
    r"competitors?|fairs?|exhibitions?|trade shows?|branch(?:es)?|warehouses?|subsidiary|subsidiaries|offices?|"
    r"export\w*|ship\w*|deliver\w*|sell (?:\w+ )?(?:to|into)|sold|import\w*|bought|buy|from|listed|stock exchange|"
    r"stud(?:y|ied)|degree|graduated|used to|formerly|until|left|moved|want|would|plan\w*|going|if|set(?:ting)? up|"
    r"open|opening|expand\w*|court|lawsuit|patents?|friend|cousin|brother|sister|neighbou?r|university|lab|machines?|"
    r"trademarks?|platform|orders?|market)(?![a-z])"
)
_NO_SEAT_BEHIND_EN = lazy(
    r"(?:'s)?(?: (?!and |or |with |who )[\w'-]+){0,3} (?:customers?|clients?|buyers?|suppliers?|fair|exhibition|parent|"
    r"market|investor|branch|subsidiary|warehouse|bank|court|university|exchange|machines?|patents?|before)"
    r"(?![a-z])"
)
_HOUSE_ZH = (
    r"(?:公司|企业|厂|店|餐厅|饭店|工作室|农场|农庄|茶餐厅|小吃摊|民宿|酒店|工厂|团队|初创|铺|商行|事务所|诊所|学校|作坊|咖啡馆|"
    r"面包店|超市)"
)
_BEFORE_ZH = lazy(
    rf"(?:^|[,。;!?:\s]|(?:我们?|咱们?|本人|我家|我司|本公司|公司|{_HOUSE_ZH}|(?P<papers>注册|登记|成立)(?:地址?)?))"
    rf"(?:的?{_HOUSE_ZH})?(?:也|都|就|人|目前|现在|一直|是|设|开|办){{0,3}}(?P<at>在|位于|于|系|喺)?(?:英国|美国|德国)?$"
)
_BEHIND_ZH = lazy(
    rf"(?:市|州|那边|这边|本地|当地|岛|特别行政区|岛内)?(?:(?:这边|里)?(?P<papers>注册|登记|成立|设立)(?!商标)|(?:开|办|做|经营|种|卖|养)"
    rf"(?:了|着|过)?(?!拓)|的?(?:一[家间个])?(?:小|老|新|初创)?[\u4e00-\u9fff]{{0,6}}?{_HOUSE_ZH}(?!的客户)|有一?[家间个]|(?=[,。;!?]|$))"
)
_NO_SEAT_ZH = lazy(
    r"客户|客人|买家|供应商|母公司|股东|投资|参展|展会|展览|分公司|子公司|办事处|代表处|仓|出口|卖到|卖去|卖给|发往|发到|"
    r"进口|采购|留学|读书|毕业|上市|交易所|想|打算|计划|准备|曾|以前|之前|原来|回来|回国|回到|朋友|亲戚|同行|大学|研究所|"
    r"官司|法院|设备|机器|专利|商标|订单|市场|平台|代购|旅游|出差|分店"
)
_BRANCH_ZH = lazy(r"了?(?:一?[家间个])?(?:全资)?(?:子公司|分公司|办事处|代表处|仓|分店|分厂|上市|研发中心)")
_MANY = 40
"""Signs before a name that are looked at."""


def find(page: Page, named: Sequence[tuple[str, int, int]]) -> Findings:
    """`region` with the code of a country or region outside the mainland, once."""
    for match in _names().finditer(page.text):
        papers = _seat_en(page, match) if match["en"] else _seat_zh(page, match)
        if papers is None or (named and not papers) or strangers(page, match.start()):
            continue
        if judge(page, match.start(), match.end(), ours=True) is Standing.STATED:
            code = outlands().codes[match[0]]
            yield Found("region", code, match.start(), match.end(), _REGISTERED if papers else _BASED)
            return


@cache
def _names() -> re.Pattern[str]:
    words = sorted(outlands().codes, key=len, reverse=True)
    chinese, english = [w for w in words if not w[0].isascii()], [w for w in words if w[0].isascii()]
    return re.compile(rf"(?P<zh>{alternatives(chinese)})|(?<![a-z])(?P<en>{alternatives(english)})(?![a-z])")


def _seat_en(page: Page, match: re.Match[str]) -> bool | None:
    """Whether it is the seat by the register's word (true) or by where the house is (false); None where it is none."""
    index = page.index(match.start())
    first = page.clauses[page.opening(index, 3)].start
    lead = page.text[max(first, match.start() - 2 * _MANY) : match.start()]
    before = _BEFORE_EN.search(lead)
    if before is None or _NO_SEAT_BEHIND_EN.match(page.text, match.end()):
        return None
    words = lead[before.start() :]
    if not _IS_SEAT_EN.search(words) or any(_NO_SEAT_EN.search(one) for one in (words, _of_clause(page, match))):
        return None
    return re.search(r"(?<![a-z])(?:registered|incorporated|domiciled)(?![a-z])", words) is not None


def _of_clause(page: Page, match: re.Match[str]) -> str:
    """The words before a name in its clause."""
    return page.text[page.clauses[page.index(match.start())].start : match.start()]


def _seat_zh(page: Page, match: re.Match[str]) -> bool | None:
    clause = page.clauses[page.index(match.start())]
    lead = page.text[max(clause.start - 1, match.start() - _MANY, 0) : match.start()]
    tail = page.text[match.end() : clause.end]
    before, behind = _BEFORE_ZH.search(lead), _BEHIND_ZH.match(tail)
    if before is None or behind is None or _NO_SEAT_ZH.search(lead):
        return None
    if _NO_SEAT_ZH.search(behind[0]) or _BRANCH_ZH.match(tail, behind.end()):
        return None
    if not before["at"] and not re.search(_HOUSE_ZH, behind[0]):
        return None
    return bool(before["papers"] or behind["papers"])
