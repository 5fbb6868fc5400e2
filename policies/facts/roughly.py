"""Estimates near a limit: "about 5%, maybe a shade less", 差不多5%上下, 大概刚好卡在2%. They are not reckoned.

A rough figure far from every limit decides like an exact one, and stays. Near a limit a hedge at the figure leaves the
fact open; on the limit itself a plain "about" does.
"""

from __future__ import annotations

from collections.abc import Iterable

from policies.facts.bounds import ENOUGH
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_WEIGHT = 9
_NEAR = 0.25
"""Of a per cent's limit: a growth of 4 to 6 may be one of 5."""
_BESIDE = 0.05
"""Of any other limit."""
_LIMITS: dict[str, tuple[float, ...]] = {
    "employees": (5, 10, 20, 50, 100, 200, 300, 500, 1000),
    "annual_revenue_cny": tuple(1e6 * n for n in (0.5, 1, 3, 5, 10, 20, 30, 50, 100, 150, 200, 400)),
    "net_assets_cny": (20e6,),
    "total_assets_cny": (200e6,),
}
"""Where the rules of the corpus draw a line."""

_ROUGH = lazy(
    r"差不多|大约|大概|左右|上下|约|将近|接近|估|粗[略算]|"
    r"(?<![a-z])(?:about|nearly|roughly|around|approx\w*|circa|close to|some|or so|in the region of|"
    r"just about)(?![a-z])"
)
_ROUGH_ZH = lazy(r"差不多|大约|大概(?:齐)?|约|估[摸计算]?|粗略?算?|毛估")
_BEHIND_ZH = lazy(r"[^,。;\d]{0,3}?(?:上下|左右|吧)")
_EDGE = lazy(
    r"边[上缘](?!贸)|(?:毛|粗|大致|大概)(?:略)?(?:估|算)|估[摸算]|拍脑袋|凭(?:印象|感觉|记忆)|没(?:有)?(?:细|仔细|精确|认真|正经|"
    r"具体)算|"
    r"(?<![a-z])(?:give or take|more or less|or thereabouts|thereabouts|ball ?park|plus or minus|"
    r"guess(?:es|ed|timate|work)?|hover\w+|off the top of my head|from memory|rough (?:sums?|figures?|"
    r"estimates?|calculations?|idea)|(?:reckons?|reckoned|estimates?|estimated|guesses) (?:it |that |sales |"
    r"at )*(?:roughly|about|"
    r"around|some)|don't (?:hold|quote) me|somewhere (?:near|around|about|in)|not (?:worked out )?(?:exact\w*|"
    r"precise\w*)|touch and go|hair's breadth)(?![a-z])"
)
"""Words that hedge a figure by themselves, before or behind it."""
_MAYBE = lazy(
    r"[^,。;\d]{0,6},?(?:也|还|或|又)?(?:可能|也许|或许|说不定|没准|搞不好|兴许|弄不好|大概|未必|估计|或者?)(?:还|也|"
    r"都|就|会|要|"
    r"略|稍|再|是|有)*(?:不到|没到|没有|达不到|到不了|差|低|少|高|多|出头|欠|够不[着上]|有)|"
    r"[^,。;\d]{0,6},?(?:不到|差)一?(?:点|丁点)(?:点|儿)?|"
    r"[^.;\d]{0,24}?[,(-]?\s?(?:and |but |or |though )?(?:maybe|perhaps|possibly|conceivably|might|may|could|if that|"
    r"or|"
    r"probably|likely)(?: (?:be|have been|even|well|just|only|it|a|an|was|is|the tiniest|slightly|little|bit|touch|"
    r"shade|tad|"
    r"hair|whisker|fraction|few|couple|trifle|people|heads?|of|them)){0,6} (?:less|under|below|lower|short|fewer|"
    r"more|over|"
    r"above|higher|off|not quite)(?![a-z])"
)
"""Behind a figure: it may lie on the other side."""
_EITHER_SIDE = lazy(
    r"多一?(?:点|些|一些)?(?:还是|或者?|、|,)?(?:是)?少一?(?:点|些)|[多超过](?:了|线|出来)?还是(?:少|没[到过超]|不到)|(?:略|稍|微)"
    r"[有微]?[增多高升超][^。;\d]{0,6}?(?:略|稍|微)[有微]?[减少低降]|上一?点(?:还是|或者?)?下一?点|"
    r"(?<![a-z])(?:(?:a (?:little|bit|shade|touch|trifle|hair)|slightly|just|somewhat) )?(?:more|above|over|higher|up)"
    r" or (?:(?:a (?:little|bit|shade|touch|hair)|slightly|just|somewhat) )?(?:less|below|under|lower|down)(?![a-z])|"
    r"(?<![a-z])which side of (?:it|that|the (?:line|mark|limit))(?![a-z])"
)
"""On which side of the round figure it lies is still to come."""
_TO_BE_CLOSED = lazy(
    r"(?:会计|审计|决算|账|帐|报表|年报)[^,。;]{0,6}(?:还|尚|仍)?(?:没|未)(?:有)?(?:审|结|出|做|定|算|轧|关|最终)|"
    r"[等待候看][^,。;]{0,6}(?:会计|审计|年报|决算|报表)|(?:审计|会计师?|年报)[^,。;]{0,4}(?:为准|才(?:知道|能定|算))|"
    r"(?<![a-z])(?:(?:until|once|when|after|till|before|pending)(?: [\w'-]+){0,4}? (?:accountants?|auditors?|audit|"
    r"books|accounts|bookkeeper)|(?:accountants?|auditors?|audit|books|accounts|bookkeeper)(?:'s)? (?:[\w']+ ){0,3}?"
    r"(?:not (?:yet )?|still |to (?:be )?|yet to (?:be )?|will )(?:be )?(?:clos\w+|finish\w*|final\w*|done|tell|say|"
    r"sign\w*|working|confirm\w*|complete\w*|know)|pending (?:the )?audit)(?![a-z])"
)
"""Accounts that are not closed: with a rough figure they may show either side of a limit."""
_AHEAD, _FAR = 60, 70


def find(page: Page, found: Iterable[Found]) -> Findings:
    """A doubt for each figure at a limit that the writer only estimates."""
    for one in found:
        value, least = one.value, ENOUGH.get(one.name)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            continue
        limits, near = ((least,), _NEAR) if least is not None else (_LIMITS.get(one.name, ()), _BESIDE)
        for limit in limits:
            if abs(value - limit) <= near * limit and _hedged(page, one, least is not None and value == limit):
                yield Found(one.name, None, one.start, one.end, _WEIGHT)
                break


def _hedged(page: Page, one: Found, exactly: bool) -> bool:
    """Whether the writer says right at the figure that he does not know it so well."""
    index = page.index(one.start)
    clause = page.clauses[index]
    lead = page.text[max(clause.start, one.start - _AHEAD) : one.start]
    tail = page.text[one.end : clause.end]
    if exactly and (_ROUGH.search(lead[-24:]) or _ROUGH.match(tail.lstrip()[:12])):
        return True
    behind = page.text[one.end : min(one.end + _FAR, _end(page, index))]
    told = page.text[one.end : one.end + _FAR].partition("\n")[0].partition("。")[0].partition(". ")[0]
    sums = [q.start - one.end for q in page.quantities if one.end <= q.start < one.end + len(told) and q.kind == "cny"]
    if _EITHER_SIDE.search(told[: min(sums)] if sums else told):
        return True
    rough = _ROUGH.search(lead[-24:]) or _ROUGH.match(tail.lstrip()[:12])
    if rough and _TO_BE_CLOSED.search(_to_next_figure(page, one, behind)):
        return True
    if _MAYBE.match(behind) or _EDGE.search(lead) or _EDGE.search(_to_next_figure(page, one, behind)):
        return True
    return _ROUGH_ZH.search(lead[-8:]) is not None and _BEHIND_ZH.match(tail) is not None


def _end(page: Page, index: int) -> int:
    """The end of the next clause of the sentence."""
    after = index + 1
    if after < len(page.clauses) and page.clauses[after].sentence == page.clauses[index].sentence:
        return page.clauses[after].end
    return page.clauses[index].end


def _to_next_figure(page: Page, one: Found, behind: str) -> str:
    following = [q.start for q in page.quantities if one.end <= q.start < one.end + len(behind)]
    return behind[: min(following) - one.end] if following else behind
