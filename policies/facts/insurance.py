"""Which insurance a premium or a sum insured is for: technology's counts, that of cars, fire or staff does not."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import UNSURE, Standing, judge
from policies.patterns import lazy

KINDS = lazy(
    r"(?P<tech>(?:贷款|履约)?保证(?:保险|险)|科技(?:型?企业)?(?:类)?(?:的)?(?:保险|险)|(?:产品)?研发[^,。;]{0,10}?(?:保险|险)|"
    r"关键研发[^,。;]{0,12}?险|"
    r"专利[^,。;]{0,8}?(?:保险|险)|首台套[^,。;]{0,6}?险|成果转化[^,。;]{0,6}?险|高新技术[^,。;]{0,12}?险|"
    r"(?<![a-z])(?:(?:loan[- ](?:guarantee|performance|surety|repayment)(?:[- ]\w+){0,1}|credit[- ]surety|surety) "
    r"(?:insurance|cover(?:age)?|policy)|(?:sci-?tech|"
    r"science|tech(?:nology)?|r&d|research|patent|innovation)(?:[- ]\w+){0,4}? "
    r"(?:insurance|cover(?:age)?|policy)|(?:insur\w+|cover(?:age)?|policy) (?:\w+ ){0,3}?(?:r&d|research|technology))"
    r"(?![a-z]))|"
    r"(?P<other>车险|车辆[^,。;]{0,4}险|汽车[^,。;]{0,4}险|交强险|商业三者险|三者险|第三方责任险|火灾?险|"
    r"火灾[^,。;]{0,4}险|水险|财产(?:综合|一切)?(?:保险|险)(?!公司)|财险(?!公司)|产险(?!公司)|企财险|厂房[^,。;]{0,4}险|房屋[^,。;]{0,4}险|"
    r"医疗?(?:保险|险|保)|健康(?:保险|险)|意外(?:伤害)?(?:保险|险)|人身(?:保险|险)|人寿(?:保险)?(?!保险|公司)|寿险(?!公司)|重疾险|团体?险|"
    r"(?:社会保险|社保|五险|劳保|健保|养老(?:保险|险|金)?|失业(?:保险|险)|工伤(?:保险|险)|生育(?:保险|险))|"
    r"雇主[^,。;]{0,4}险|"
    r"旅[游行][^,。;]{0,2}险|货[运物][^,。;]{0,4}险|运输[^,。;]{0,4}险|船舶[^,。;]{0,2}险|农业(?:保险|险)|公众责任险|"
    r"(?<![a-z])(?:(?:car|motor|vehicle|auto(?:mobile)?|truck|van|fleet|fire|flood|property|building|premises|"
    r"contents|"
    r"home|medical|health|dental|social|life|accident|pension|unemployment|travel|cargo|freight|transit|marine|"
    r"crop|third-party|public[- ]liability|employer'?s'?(?:[- ]liability)?|workers'? compensation|staff|group life)"
    r"(?:[- ]\w+){0,2}? (?:insurance|cover(?:age)?|policy|policies|premiums?)|social security|"
    r"(?:insur\w+|cover(?:age)?|polic(?:y|ies)|premiums?) (?:\w+ ){0,2}?(?:cars?|vehicles?|trucks?|vans?|fleet|fire|"
    r"building|premises|health|staff|life))(?![a-z]))"
)
_NAMED_BEHIND = lazy(r"\s?(?:元|yuan|rmb)?\s?(?:a year |per year )?(?:的|for|on|in|of|as)\s?(?:the |our |an? |its )?")


def counts(page: Page, index: int, one: Quantity) -> bool:
    """Whether a premium may be technology insurance's: named so, or of no kind that is named."""
    clause = page.clauses[index]
    sums = page.quantities_in(index)
    place = sums.index(one) if one in sums else 0
    start = sums[place - 1].end if place else clause.start
    end = sums[place + 1].start if place + 1 < len(sums) else clause.end
    behind = KINDS.search(page.text, one.end, end)
    if behind and _NAMED_BEHIND.fullmatch(page.text, one.end, behind.start()):
        return behind["tech"] is not None
    before = list(KINDS.finditer(page.text, start, one.start))
    named = before[-1] if before else behind or _told_earlier(page, index, start)
    return named is None or named["tech"] is not None


def _told_earlier(page: Page, index: int, end: int) -> re.Match[str] | None:
    """The kind named last before, in this sentence or the one before it."""
    number = page.clauses[index].sentence
    first = index
    while first and page.clauses[first - 1].sentence >= number - 1 and index - first < 8:
        first -= 1
    kinds = list(KINDS.finditer(page.text, page.clauses[first].start, end))
    return kinds[-1] if kinds else None


_TECH_EN = r"(?:r&d|research|technolog\w+|sci-?tech|innovation|development)"
_NO_TECH = lazy(
    r"(?:从来没有?|从没|没有?|从未|未)(?:再)?(?:买|投保?|参加|办|上|购买)(?:保|了)?过?(?!其[他它]|别的|另外|更多)[^,。;其]{0,6}?"
    r"(?:科技|研发|技术)[^,。;]{0,16}?(?:保险|险)(?!公司|补)|"
    r"(?<!算)(?<!是)(?:都|全|均|也|根本|并)?(?:不是|不属于?|不算|并非)(?:什么|任何)?科技(?:类)?(?:保险|险)(?!公司)|"
    rf"(?<![a-z])(?:no|never|not|n't|nothing|none|neither|without)(?! (?:other|sure|further|more))"
    rf"(?: (?!other|sure)[\w']+){{0,6}}? {_TECH_EN}(?:[- ](?!other)[\w-]+){{0,4}}?[- ]"
    r"(?:insurance|cover(?:age)?|policy|policies)(?![a-z])|"
    r"(?<![a-z])(?:no|never|not|n't|none|nothing)(?! (?:other|sure|further|more))(?: (?!other|sure)[\w']+){0,5}? "
    r"(?:insurance|cover|polic(?:y|ies)|insured|of (?:it|them|these|which)) (?:[\w'-]+ ){0,3}?(?:for|on|against|with|"
    rf"to|about|of|concern\w*) (?:[\w'-]+ ){{0,2}}?{_TECH_EN}(?![a-z])"
)
"""No insurance of technology was taken out: one that is not known to be of those kinds is left open elsewhere."""
_ONLY = lazy(
    r"(?:只|仅|就|光|普通)(?:是|有|买|投|上|交|保|付|了|过|一份|一般|普通|的){0,4}$|都是$|全是$|"
    r"(?<![a-z])(?:only|just|nothing but|merely|ordinary|plain)(?: [\w'-]+){0,4} $|(?<![a-z])(?:ordinary|plain|only) $"
)
_TO_BUY = lazy(
    r"(?:准备|打算|计划|想|拟)[^,。;]{0,6}(?:买|投保|上)|"
    r"(?<![a-z])(?:plan\w*|intend\w*|about|going|want|hope|hoping|thinking|like) (?:to|of) (?:buy|take|insur|tak|get)"
)
_EITHER = lazy(r"可能|也许|或者|还是|要么|(?<![a-z])(?:might|may|perhaps|either)(?![a-z])")
"""What one of two policies may be is not said."""


def find(page: Page) -> Findings:
    """`technology_insurance` no: none was taken out, or only cover of another kind."""
    if "险" not in page.text and not re.search(r"insur|polic|cover|premium", page.text):
        return
    if _TO_BUY.search(page.text):
        return
    for match in (*_NO_TECH.finditer(page.text), *_only_others(page)):
        if page.theirs(match.start()) or page.wished(page.index(match.start()), match.start()):
            continue
        standing = judge(page, match.end(), match.end(), ours=True)
        if standing is not Standing.SUPPOSED:
            either = "other" in match.re.groupindex and _EITHER.search(page.sentence(page.index(match.start())))
            value = None if either or (standing is Standing.OPEN and _doubted(page, match)) else False
            yield Found("technology_insurance", value, match.start(), match.end())


def _doubted(page: Page, match: re.Match[str]) -> bool:
    """Whether the clause hedges or asks; 只有 behind a denial only goes on."""
    clause = page.clauses[page.index(match.start())]
    words = page.text[clause.start : clause.end]
    return clause.closing == "?" or "吗" in words or UNSURE.search(words) is not None


def _only_others(page: Page) -> list[re.Match[str]]:
    """Cover of cars, fire or staff that is said to be all there is."""
    return [
        match
        for match in KINDS.finditer(page.text)
        if match["other"] and _ONLY.search(page.text, page.clauses[page.index(match.start())].start, match.start())
    ]
