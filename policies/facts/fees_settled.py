"""A fee that was quoted and one that was paid in the end: "quoted at 120,000, we paid 90,000", 报价15万，实付12万5千.

Only what was paid counts. A first instalment is no settlement, nor is a sum that is still to be paid.
"""

from __future__ import annotations

from policies.facts import labels
from policies.facts.fees import MEASURES
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_QUOTED_ZH = lazy(
    r"(?:报价|开价|叫价|要价|标价|原价|牌价|挂牌价|定价|原报|开口(?:就)?要|原先说|(?:本来|原本|原来|起初|一开始|"
    r"最初)[^,。;\d]{0,4}"
    r"(?:报|要|收|谈|讲|说|开|是|定)|合同(?:上|里|中)?(?:写|约定|签|定|谈|载)?(?:明|好|下)?(?:的(?!是))?(?:担保费|"
    r"保证费|评估费|"
    r"鉴价费|保费|费用)?)(?:的是|的|了|是|为|给|我们|要|收|到|价|"
    r":){0,3}(?:约|人民币)?$"
)
_QUOTED_EN = lazy(
    r"(?<![a-z])(?:quot(?:ed|es|ing|ation)|list price|asking price|asked(?: for)?|wanted|offer(?:ed|s)?|estimate[ds]?|"
    r"asking|first price|(?:fee|price|premium|charge|sum|figure)s? in the (?:contract|agreement)|(?:contract|agreement)"
    r"(?:ual)?(?:'s)? (?:fee|price|premium|figure|said|says|put|puts|named|names|stated|states|showed|shows))"
    r"(?![a-z])[^.;\d]{0,34}$"
)
_QUOTED_BEHIND = lazy(
    r"\s?(?:yuan |rmb )?(?:that (?:had been|was|they(?: had)?) )?(?:first |originally |initially )?(?:quoted|asked|"
    r"wanted)"
    r"(?![a-z])"
)
_DOWN_FROM = lazy(r"(?<![a-z])(?:down from|instead of|rather than|not) (?:the )?(?:rmb ?|¥)?$")
_PAID_ZH = lazy(
    r"(?:实[付收缴支际]|(?:最后|最终|后来|结果|到头来|折后|打折后|优惠后|议价后|杀价后|"
    r"砍价后)[^,。;\d]{0,5}?[付给收交花]?|"
    r"[付交缴花]了|(?:砍|谈|杀|降|讲|还|压|优惠|减|打折|折)到)(?:上|价|付|收|了|的是|只|才|是|为|清|到){0,4}(?:约|"
    r"人民币)?$"
)
_PAID_EN = lazy(
    r"(?<![a-z])(?:(?:we|it|i|actually|finally|eventually|only|was|really|had|in fact) paid|paid|settled (?:for|on|at)|"
    r"came down to|went down to|agreed (?:on|at)|(?:beaten|knocked|brought|bargained|haggled|negotiated)(?: it| them)? "
    r"down to|(?:invoice|bill|receipt)(?: (?:that |which )?we paid)? (?:was|is|came to|says|shows)(?: for)?|"
    r"(?:charged|took|billed|invoiced)(?: us)? (?:only|just|(?:in the end|finally|eventually|at last)(?: was| were| "
    r"came to)?)|"
    r"(?:in the end|finally|eventually|discount|(?:haggl|bargain|negotiat)\w+),? (?:it |they |he |she |the \w+ )?"
    r"(?:charged|took|billed|invoiced|accepted)|ended up (?:paying|charging|costing)|was billed|cost us)(?: (?:only|"
    r"just|was|a|for|about|us|the|guarantee|valuation|fee|"
    r"of|out|them|him)){0,6},?\s(?:rmb ?|¥)?$"
)
_IN_PART = lazy(
    r"首付|首期|先付|预付|定金|订金|一半|头款|第一[期笔]|部分|还没付|没付|未付|(?<![a-z])(?:first (?:instal\w+|half)|"
    r"deposit|so far|half of|part of|on account|advance|not (?:yet )?paid|haven't paid|still owe)(?![a-z])"
)
_ANY = lazy(
    r"价|原本|本来|原来|起初|最初|一开始|原先|合同|开口|原报|(?<![a-z])(?:contract|agreement|quot|list price|ask|want|"
    r"offer|estimate|"
    r"first price)"
)
_FARTHEST = 140


def find(page: Page) -> Findings:
    """The fee as it was paid, where another sum was named for it before or beside."""
    if not _ANY.search(page.text):
        return
    sums = [one for one in page.quantities if one.kind in ("cny", "plain") and one.value >= 100]
    for one in sums:
        if not _quoted(page, one):
            continue
        for other in sums:
            if other is one or abs(other.start - one.start) > _FARTHEST or not _paid(page, other):
                continue
            measure = _fee(page, min(one.start, other.start), max(one.start, other.start))
            if measure is not None and _ours(page, one, other):
                yield Found(f"{measure}_cny", number(other.value), other.start, other.end, 6)
                break


def _lead(page: Page, one: Quantity) -> str:
    return page.text[page.clauses[page.index(one.start)].start : one.start]


def _quoted(page: Page, one: Quantity) -> bool:
    lead = _lead(page, one)
    return bool(
        _QUOTED_ZH.search(lead)
        or (_QUOTED_EN.search(lead) and not _PAID_EN.search(lead))
        or _QUOTED_BEHIND.match(page.text, one.end)
    )


def _paid(page: Page, one: Quantity) -> bool:
    lead = _lead(page, one)
    index = page.index(one.start)
    if lead.strip(" ¥rmb") == "" and page.previous(index) is not None:  # "it charged, and we paid, 175,000"
        lead = page.text[page.clauses[index - 1].start : one.start]
    if _QUOTED_ZH.search(lead) or _DOWN_FROM.search(lead) or _QUOTED_BEHIND.match(page.text, one.end):
        return False
    return bool(_PAID_ZH.search(lead) or _PAID_EN.search(lead))


def _fee(page: Page, first: int, last: int) -> str | None:
    """The fee that the two sums are told of: named last before the first, or between them."""
    named = [one for one in labels.find(page.text) if one.measure in MEASURES]
    before = [one for one in named if first - _FARTHEST < one.start < first]
    between = [one for one in named if first <= one.start < last]
    kinds = {one.measure for one in between} or {one.measure for one in before[-1:]}
    return kinds.pop() if len(kinds) == 1 else None


def _ours(page: Page, quoted: Quantity, paid: Quantity) -> bool:
    index = page.index(paid.start)
    if page.clauses[index].sentence - page.clauses[page.index(quoted.start)].sentence not in (0, 1):
        return False
    beside = page.words(index) + page.words(page.index(quoted.start))
    return not (
        _IN_PART.search(beside)
        or page.wished(index, paid.start)
        or doubted(page, index)
        or page.clauses[index].closing == "?"
        or (strangers(page, paid.start) and "我" not in page.words(index))
    )
