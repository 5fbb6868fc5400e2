"""The house that owes us, described between its name and its debt: "a private agency with nine employees, a micro
business, owes us", 一家民營公司,九名員工,屬微型企業,欠我們. Its size, its heads and its trade are the payer's.

So is what is said of it behind: 它不是大企業,也沒有政府資金. A private house of fewer than a hundred heads is no large
enterprise, nor is a private one of which the text says so.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_US = (
    r"(?:us|me|(?:our|my) (?:own )?(?:[\w-]+ ){0,3}?(?:studio|firm|company|shop|workshop|business|house|enterprise|"
    r"factory|plant|mill|agency|office))"
)
_OWES_EN = (
    rf"(?:owes? {_US}|owed {_US}|(?:has|have) (?:still |yet |never |not |n't ){{0,2}}(?:to pay|paid) {_US}|"
    rf"(?:has|have)n't paid {_US}|never paid {_US}|"
    rf"(?:will not|won't|refuses to|does not|doesn't) pay {_US})"
)
_SINCE_EN = (
    r"(?:(?:for|since|in|until) (?:[\w-]+ ){0,4}?(?:years?|months?|weeks?|days?|spring|summer|autumn|winter|20\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december),? )?"
)
_SINCE_ZH = (
    r"(?:还|仍|一直|至今|到现在|[去今前]年|上个?月|[从自][^,。;我]{1,8}[起来]|"
    r"[\d一二三四五六七八九十]{1,4}[年月][份底初]?[起来]?){0,3}"
)
_NAMED = (
    lazy(rf"(?:^|(?<=[.;:] )){_SINCE_EN}(?:an?|one|another) (?P<what>[^.;]{{3,160}}?)(?<![a-z]){_OWES_EN}(?![a-z])"),
    lazy(
        r"(?<![a-z])(?:for|to|with|from|by) (?:an?|one|another) (?P<what>[^.;]{3,120}?)(?<![a-z])(?:that|which|who) "
        rf"(?:\w+ )?{_OWES_EN}(?![a-z])"
    ),
    lazy(
        r"(?:^|(?<=[。;,]))(?:有|另)?一[家间個](?P<what>[^。;我咱]{2,60}?)"
        rf"{_SINCE_ZH}"
        r"(?:欠(?:着|了)?(?:我们|我司|本公司|我公司|咱)|(?:没|未|不肯?)付(?:给)?(?:我们|我司|本公司|我公司|咱))"
    ),
)
_BEARING = (
    lazy(
        r"(?<![a-z])(?:the|our|my) (?:[\w-]+ )?(?:customer|client|buyer|debtor|payer)(?:, | is | was )an? "
        r"(?P<what>[^.;,]{3,90}?)(?=[.;,]|$)"
    ),
    lazy(
        r"(?:对方|客户|买家|买方|甲方|欠款方|付款方|欠我们钱的)(?:只?是|"
        r"为)一?[家间个](?P<what>[^。;我咱]{2,40}?)(?=[。;]|$|"
        r",(?!只?有))"
    ),
)
"""The other party by what it is: "our customer, a private printer with nine staff,"."""
_OWED = lazy(
    r"欠|拖|[没未不][付给]|(?<![a-z])(?:owe[sd]?|unpaid|overdue|(?:not|n't|never) (?:\w+ )?pa(?:y|id)|"
    r"paid nothing)(?![a-z])"
)
_OURS = lazy(r"(?<![a-z])(?:we|our|ours|us|my|i)(?![a-z])")
_SIZE = lazy(
    r"(?<![a-z])(?P<no>not |no |never |than )?(?:an? )?(?:officially )?(?:micro|small|medium(?:-sized)?)[- ]"
    r"(?:[\w-]+ ){0,2}?"
    r"(?:business|firm|company|enterprise|house|agency|shop|trader|dealer)(?![a-z])|"
    r"(?P<nein>不是|并非|不属于?|不算)?[^,。;不]{0,6}?(?:小型|微型|中型|小微)企业"
)


_PRIVATE = lazy(
    r"(?<![不非])(?:民营|私营|私人|民企|私企)|(?<![a-z])(?<!not )(?<!non-)(?:private|privately[- ](?:owned|held|run))"
    r"(?![a-z])"
)
_NOT_BY_HEADS = lazy(
    r"建筑|施工|地产|开发|农|养殖|种植|畜牧|林场|银行|投资|控股|集团|[子分]公司|总部|民办|社团|财政|工程师|设计师|"
    r"研发|技术|销售|股东|会员|学校|学院|医院|幼儿园|协会|基金会|"
    r"(?<![a-z])(?:build\w*|construct\w*|contractors?|develop\w*|estates?|farm\w*|breed\w*|plantations?|banks?|"
    r"invest\w*|holdings?|groups?|subsidiary|branch|schools?|colleges?|hospitals?|clinics?|kindergartens?|"
    r"associations?|foundations?|charity|clubs?|society|union|public (?:money|funds)|headquarters|abroad|alone|"
    r"engineers|designers|developers|members|customers|users|shareholders|owners)(?![a-z])"
)
"""Houses whose class goes by turnover or assets alone, that are parts of larger ones or no enterprises; and heads of
which only some are counted."""
_OF_THE_HOUSE = lazy(r"(?:公司|企业|厂|店)的$|'s $")
"""Ahead of heads that owe us themselves: 民营公司的二十名员工."""
_HEADS_OF_A_LARGE = 100
_IT = (
    r"(?:它|他们|对方|[那这]家(?:公司|企业|厂|店)|该(?:公司|企业)|(?<![a-z])(?:it|they|(?:the|that) (?:[\w-]+ ){0,2}?"
    r"(?:house|firm|company|agency|shop|dealer|trader|customer|client|debtor|enterprise|business)))"
)
_NOT_LARGE = lazy(
    rf"{_IT}(?:(?:自己|本身)?(?:也|并|又|根本|肯定|绝对|显然|当然)?(?:不是|不属于|不算|算不上|并非|够不上)"
    rf"(?:什么|一家)?大型?企业|(?: itself)? (?:is|are|was|were)(?:n't| (?:[a-z]+ly )?not)"
    rf" (?:an? )?large(?:-sized)? (?:enterprise|company|firm|business|one)(?![a-z]))"
)
_UNSURE = lazy(
    r"如果|假如|要是|是否|是不是|不知|不清楚|(?<![a-z])(?:if|whether|unless|suppose|unsure|perhaps|maybe)(?![a-z])"
)


def find(page: Page) -> Findings:
    """`payer_kind` an SME, where the naming of who owes us says so, or says that it is private and of few heads."""
    for start, end in _spans(page):
        size = _SIZE.search(page.text, start, end)
        if size is not None and not (size["no"] or size["nein"]):
            yield Found("payer_kind", "sme", size.start(), size.end(), 12)
        opening = page.text[page.clauses[page.index(start)].start : start]
        private = _PRIVATE.search(page.text, start, end)
        if private is None or _UNSURE.search(opening):
            continue
        if (heads := _few_heads(page, start, end)) is not None:
            yield Found("payer_kind", "sme", *heads, 12)
        for denied in _NOT_LARGE.finditer(page.text, end):
            sentence = page.sentence(page.index(denied.end() - 1))
            if not _UNSURE.search(sentence) and not sentence.rstrip().endswith("?"):
                yield Found("payer_kind", "sme", denied.start(), denied.end(), 12)


def _few_heads(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Where a house's heads are counted that make it no large enterprise by the national table."""
    if _NOT_BY_HEADS.search(page.text, start, end) or _UNSURE.search(page.text, start, end):
        return None
    counted = [
        one
        for index in range(page.index(start), page.index(end - 1) + 1)
        for one in page.quantities_in(index)
        if one.kind == "heads" and start <= one.start < end
    ]
    if not counted or any(one.vague or not 0 < one.value < _HEADS_OF_A_LARGE for one in counted):
        return None
    first = counted[0]
    return None if _OF_THE_HOUSE.search(page.text, start, first.start) else (first.start, first.end)


_OF_A_HOUSE = frozenset({"size", "employees", "industry"})
_OF_ITS_MONEY = frozenset({"other_regional_funding"})
_OF_ITS_BOOKS = frozenset({"annual_revenue_cny", "previous_revenue_cny", "total_assets_cny", "employees"})
_DEBTOR_ZH = r"(?:客户|买[家方]|对方|甲方|业主|欠款[方人]|债务人|付款方|下游|那家(?:公司|企业|厂)?|他们|它)"
_ITS_OWN = lazy(
    rf"{_DEBTOR_ZH}(?:公司|那边)?(?:自己|本身|自身|自家)(?!的?(?:人|账))[^,。;我欠]{{0,14}}$|"
    r"(?<![a-z])(?:its|their|his) own (?:[\w-]+ ){0,3}(?:revenues?|turnover|sales|income|takings|assets|headcount|"
    r"staff)"
    r"(?![a-z])[^.;,]{0,30}$|(?<![a-z])(?:debtor|customer|buyer|payer|purchaser|"
    r"client)'s own (?:[\w-]+ ){1,4}[^.;,]{0,30}$"
)
"""A debtor's own figures: "its own revenue is 3 billion", 客户自己去年营收二十亿."""
_WHO_OWES = lazy(
    r"(?<![a-z])(?:an?|the|our|one|that|my) (?:[\w-]+ ){0,2}(?:customer|client|buyer|debtor|payer|purchaser|dealer|"
    r"distributor|group|hospital|hotel|chain|retailer)(?![a-z])[^.;]{0,40}?(?<![a-z])(?:owes?|owed|(?:has|have|had|"
    r"will|"
    r"would|does)(?:n't| not| never)|won't|refus\w+)(?![a-z])|(?<![a-z])(?:our|the) debtor(?![a-z])"
)
_ITSELF = lazy(
    r"\s?(?:and |but |yet )?(?:its|it|they|their)(?![a-z])(?: own| itself| themselves| alone)?(?: [\w-]+){0,6} "
    r"(?:rmb ?|¥)?$"
)
_IT_OPENS = lazy(rf"\s?(?:and |but |而且?|但)?{_IT}")
_FARTHEST = 4


def theirs(page: Page, one: Found) -> bool:
    """Whether a fact stands in the naming of a house that owes us, or in what is said of it: 也没有政府资金."""
    if one.name in _OF_A_HOUSE and any(start <= one.start < end for start, end in _spans(page)):
        return True
    if one.name in _OF_ITS_BOOKS:
        return _of_its_books(page, one)
    return (
        one.name in _OF_ITS_MONEY and _said_of_it(page, page.index(one.start)) and _OWED.search(page.text) is not None
    )


def _of_its_books(page: Page, one: Found) -> bool:
    """Whether a figure is told as the debtor's own, or of "it" right behind the debtor: "It turns over 3 billion"."""
    if page.for_client or not (_OWED.search(page.text) or "debtor" in page.text):
        return False
    index = page.index(one.start)
    lead = page.text[page.clauses[index].start : one.start]
    if _OURS.search(lead) or re.search(r"我|咱|本公司", lead):
        return False
    if _ITS_OWN.search(lead):
        return re.search(r"debtor|customer|buyer|payer|purchaser|client", lead) is not None or (
            not lead.isascii() or _debtor_before(page, index)
        )
    return _ITSELF.fullmatch(lead) is not None and _debtor_before(page, index)


def _debtor_before(page: Page, index: int) -> bool:
    """Whether the sentence before, or the one that a clause stands in, is about a customer who owes us."""
    start = page.clauses[index].start
    before = page.text[max(0, start - 160) : start]
    told = list(_WHO_OWES.finditer(before))
    return bool(told) and not re.search(r"(?<![a-z])(?:we|our (?:company|firm|own))(?![a-z])", before[told[-1].end() :])


def _said_of_it(page: Page, index: int) -> bool:
    """Whether the nearest subject of a clause, or of those before it in its sentence, is the other house."""
    place: int | None = index
    for _ in range(_FARTHEST):
        if place is None:
            return False
        words = page.words(place)
        if _OURS.search(words) or "我" in words or "本公司" in words:
            return False
        if _IT_OPENS.match(words):
            return True
        place = page.previous(place)
    return False


def _spans(page: Page) -> tuple[tuple[int, int], ...]:
    if not _US_AT_ALL.search(page.text):
        return ()
    frames = (*_NAMED, *_BEARING) if _OWED.search(page.text) else _NAMED
    return tuple(
        match.span("what")
        for pattern in frames
        for match in pattern.finditer(page.text)
        if not _OURS.search(match["what"])
    )


_US_AT_ALL = lazy(r"我|公司|(?<![a-z])(?:us|me|our|my)(?![a-z])")
