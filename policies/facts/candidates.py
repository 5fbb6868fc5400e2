"""Who is put forward for a list is not yet on it: recommended for the Haifan list, with nothing heard of the outcome.

A recommendation ends in the list's name ("recommended us for the Haifan list", 推荐我们进海帆名单); that one was taken
on is said behind it, or in a clause of its own.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_FORWARD = lazy(
    r"(?:推荐|举荐|引荐|荐举|提名|上报|申报|报名|报送|报了?|递交|提交)[^,。;]{0,12}$|"
    r"(?<![a-z])(?:recommend(?:s|ed|ing)?|nominat(?:es|ed|ing)|propos(?:es|ed|ing)|endors(?:es|ed|ing)|suggest(?:s|ed)|"
    r"(?:put|puts|putting|sent|sends|entered|enters|submitted|submits|handed) (?:[\w'-]+ ){0,3}?"
    r"(?:forward|in|up|us|names?|papers|application)|candidates?|candidacy|nomination|recommendation)"
    r"(?: (?!and |but |who |which )[\w'-]+){0,4}? (?:for|to|as|into|onto) (?:be )?"
    r"(?:an? |the |its |their |this year's )?(?:[\w-]+ ){0,2}$"
)
_ALREADY = lazy(
    r"[^。;]{0,24}?(?:已经?|也|就|顺利|成功)?(?:进了|入选了?|通过了|批了|评上了?|列入了|上榜了?|选上了)|"
    r"[^.;]{0,60}?(?<![a-z])(?:(?:we |it )?(?:are|were|was|have been|got|is) (?:now |since |duly )?"
    r"(?:on (?:it|the list)|taken on|listed|accepted|included|chosen|selected)|"
    r"(?:which|it) worked|with success|successfully)(?![a-z])"
)
_NOT_ALREADY = lazy(r"没|未|尚|还在|等|(?<![a-z])(?:not|yet|never|whether|if|until|when|waiting)(?![a-z])|n't")
_REACH = 90


def put_forward(page: Page, one: Found) -> bool:
    """Whether the list is named as what we were put forward for, with no word of having been taken on."""
    clause = page.clauses[page.index(one.start)]
    if not _FORWARD.search(page.text, clause.start, one.start):
        return False
    taken = _ALREADY.match(page.text, one.end, min(len(page.text), one.end + _REACH))
    return taken is None or _NOT_ALREADY.search(taken[0]) is not None


_THE_NEW = lazy(
    r"\s?(?:但是?|可是?|不过|而)?(?:今年|新|新的|最新|新一[期批年]|下一[期批]|这[一份]?|区里|海淀园|的){0,4}|"
    r"\s?(?:and |but |so |as |since |though |only )?(?:(?:the|this|that|next|new|latest|coming|final|district's|year's|"
    r"current|updated) ){0,4}"
)
_NOT_OUT = lazy(
    r"(?:名单|企业|公司)?(?:的)?(?:名单)?[^,。;]{0,4}(?:还没|还未|尚未|没有?(?:公布|出)|未(?:公布|出)|要(?:等|到)|什么时候)|"
    r"(?: of \w+)? (?:(?:is|was|has|had)(?: still| yet)?(?: not|n't| yet to)(?: yet)? "
    r"(?:been|be|come|appear\w*|out|up|published|ready|available|finished)|will|comes? out|appears? in|"
    r"is (?:still |only )?(?:due|expected|pending|awaited|being|to be))(?![a-z])"
)


def to_come(page: Page, one: Found) -> bool:
    """Whether the list itself is what a clause speaks of, as one still to come: "the new list is not out yet"."""
    clause = page.clauses[page.index(one.start)]
    return bool(
        _THE_NEW.fullmatch(page.text, clause.start, one.start) and _NOT_OUT.match(page.text, one.end, clause.end)
    )
