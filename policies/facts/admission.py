"""A partners' list that turned somebody down: 名单我们没申请上, "we applied to be a partner and were not accepted"."""

from __future__ import annotations

from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_REFUSED = lazy(
    r"没(?:有)?(?:申请|申报|报|评|选|考|入|进|挤|列|轮|审|批|谈)(?:得|到)?(?:上|成|进去?|下来|过|到|中|入)|"
    r"没(?:有)?(?:被)?(?:通过|获批|入选|入围|选中|列入|纳入|批准|批下)|未(?:能|被|获)?(?:通过|获批|批准|入选|入围|列入|纳入|选上|选中|进入|核准)|"
    r"落选|被(?:刷|驳回|退回|退件|打回|拒)|(?:申请|申报|报名)[^,。;]{0,6}(?:失败|被拒|没成|没过)|"
    r"(?<![a-z])(?:not|never|n't|without being) (?:\w+ )?(?:accepted|admitted|approved|chosen|selected|taken|"
    r"included|put on|let in|successful)(?![a-z])|"
    r"(?<![a-z])(?:turned (?:us |it )?down|rejected|refused|unsuccessful\w*|in vain|failed to (?:get|be|make)|"
    r"did(?: not|n't) (?:get|make|succeed|pass))(?![a-z])"
)
_BY_NOW_IN = lazy(
    r"(?:今年|后来|现在|如今|目前|不过|但)[^,。;没未不]{0,10}(?:进了|入选|通过了|批了|列入了|在里面|上了|拿到)|补(?:上|进)了|"
    r"(?<![a-z])(?:but|since|now|later|meanwhile|then|this year)(?! not)(?: \w+){0,4} (?:were|was|are|been|got|is|"
    r"have) (?!not |n't |still |never )(?:accepted|admitted|approved|added|included|on it|one|in)(?![a-z])"
)
_LOAN = lazy(r"贷款|放款|授信|借款|(?<![a-z])(?:loans?|credit|lend|lent|borrow\w*)(?![a-z])")
_AHEAD, _BEHIND = 3, 120


def turned_down(page: Page, index: int, end: int) -> bool:
    """Whether the words behind a partner that is named say that it was applied for in vain, and nothing came after."""
    sentence, last = page.clauses[index].sentence, index
    while last + 1 < len(page.clauses) and last - index < _AHEAD and page.clauses[last + 1].sentence == sentence:
        last += 1
    reach = min(page.clauses[last].end, end + _BEHIND)
    match = _REFUSED.search(page.text, end, reach)
    if match is None or _LOAN.search(page.text, end, match.end()) or doubted(page, page.index(match.start())):
        return False
    return _BY_NOW_IN.search(page.text, match.end(), match.end() + _BEHIND) is None
