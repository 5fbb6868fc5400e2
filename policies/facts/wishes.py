"""Loans that are wanted and do not exist yet: they have a sum and a security, but no date, rate or interest."""

from __future__ import annotations

from policies.facts.scope import THRESHOLD, Page
from policies.patterns import lazy

_WANTED = lazy(
    r"(?<!理)想(?!法|到|不到)|打算|计划(?!单列)|准备|希望|争取|拟(?!合)|考虑|需要|缺|申请(?!过|不)|能不能|"
    r"可不可以|可以(?:贷|借)|能(?:贷|借)|"
    r"(?<![a-z])(?:want\w*|would like|(?:we|i)'d like|need\w*|seek\w*|looking (?:for|to)|hop(?:e|es|ing)|plan\w*|"
    r"appl(?:y|ied|ying)|"
    r"intend\w*|can we|could we|thinking of|going to|(?:would|will|could|ready to|willing to|prepared to|offers? to|"
    r"promised to|"
    r"agreed to) (?:\w+ )?(?:lend|advance|give)|(?:so(?: that)?|in order that) (?:[\w'-]+ ){1,5}?"
    r"(?:could|might|would) (?:\w+ )?(?:borrow|draw|take out|get|obtain|raise|have))(?![a-z])"
)
_NOT_WANTED = lazy(
    r"不(?:想|打算|准备|需要|考虑)|如果|假如|要是|万一|(?<![a-z])(?:if|unless|would have|(?:do not|don't|"
    r"no) (?:want|plan|need))(?![a-z])"
)
_LENT_OUT = lazy(r"(?:借|贷)给(?!了?(?:我|咱|本公司|公司))|(?<![a-z])lent? (?:to|them)")
REFUSED = lazy(
    r"(?<![a-z])(?:had |was |been )?offered?(?![a-z])[^.;]{0,60}(?:turned down|declined|refused|rejected|not? take|"
    r"fell through)|"
    r"(?:报|开|给|谈)[^。;]{0,24}(?:没要|没接受|没答应|拒绝|拒了|推掉|没签|没谈成|没谈拢)|口头(?:上)?(?:说|答应|承诺)|八字(?:还)?没一撇"
)
"""A loan that was offered and not taken."""
_LOAN = lazy(r"贷(?!款市场)|借(?!条)|(?<![a-z])(?:loans?|borrow\w*)(?![a-z])")


def wanted(page: Page, index: int, place: int) -> bool:
    """Whether the enterprise itself wants what stands at this place of the clause."""
    lead = page.text[page.clauses[index].start : place]
    return bool(
        _WANTED.search(lead)
        and not _NOT_WANTED.search(lead)
        and not THRESHOLD.search(page.words(index))
        and not _LENT_OUT.search(lead)
    )


def only_wanted(page: Page, index: int) -> bool:
    """Whether every loan of the sentence around a clause is wanted, and none is had."""
    number = page.clauses[index].sentence
    told = [
        _WANTED.search(page.text, clause.start, match.start()) is not None
        for i in range(max(0, index - 8), min(len(page.clauses), index + 9))
        if (clause := page.clauses[i]).sentence == number
        for match in [_LOAN.search(page.text, clause.start, clause.end)]
        if match
    ]
    return bool(told) and all(told)
