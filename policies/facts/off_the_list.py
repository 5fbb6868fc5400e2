"""An institution that was looked for in the science department's list and is not there: "I checked the partner list:
that appraiser is not on it".

Where only a fee is asked for (a valuation, a guarantee, a premium), it is the standing of who took the fee that counts,
and the bank's beside it tells nothing.
"""

from __future__ import annotations

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_SURETY = r"(?:guarantors?|insurers?|insurance (?:company|firm)|appraisers?|valuers?|guarantee (?:company|firm))"
OF_SURETY = lazy(rf"担保(?:公司|机构|方)|评估(?:公司|机构|所|师)|保险公司|(?<![a-z]){_SURETY}(?![a-z])")
OF_LENDER = lazy(
    r"银行|[支分]行|农商行|信用社|贷款行|放款行|合作行|(?<![a-z])(?:banks?|branch|lenders?|credit union)(?![a-z])"
)
_LIST = r"(?:list|register|roll|roster|directory|registry|panel|catalogue)"
_HOUSE = rf"(?:{_SURETY}|bank|lender|institution|agency|company|firm|house|it|they|its name|their name|the name)"
_ABSENT = lazy(
    rf"(?<![a-z]){_LIST}(?![a-z])[^.;]{{0,50}}?(?<![a-z])(?:{_HOUSE}(?: [\w'-]+){{0,3}}? (?:(?:is|was|are|were) (?:not|"
    rf"nowhere|"
    r"missing|absent)|isn't|wasn't|aren't|does not (?:appear|figure|feature)|doesn't (?:appear|figure|feature)|"
    r"did not (?:appear|figure)|cannot be found|could not be found)|"
    rf"(?:could not|couldn't|cannot|can't|did not|didn't) find (?:the |that |our |this )?(?:[\w-]+ )?{_HOUSE})(?![a-z])"
)
_LOOKED = lazy(
    r"(?<![a-z])(?:check\w*|look\w*|consult\w*|search\w*|read|went|gone|compar\w+|scann\w+|stud(?:y|"
    r"ied))(?![a-z])[^.;]{0,60}$"
)
_ABOUT = lazy(r"(?<![a-z])(?:partners?|science|sci-?tech|department'?s?)(?![a-z])")
_REACH = 260
_FEES = frozenset({"valuation_fee_cny", "guarantee_fee_cny", "premium_cny"})
_INTEREST = lazy(r"利息|贴息|(?<![a-z])interest(?![a-z])")
_NOT_ASKED = lazy(
    r"(?<![a-z])(?:not|no|n't|never|nothing|neither|nor|without|waived?|renounced?)(?: (?!but )[\w'-]+){0,7}? interest"
    r"(?! rate)(?![a-z])|(?<![a-z])interest (?:is|was|will be|has been)(?: \w+)? "
    r"(?:not|left out|waived|no concern)(?![a-z])|"
    r"(?:利息|贴息)[^,。;]{0,8}?(?:不|没有?|未|放弃)[^,。;]{0,6}?(?:报|领|要|申|求|拿)|"
    r"(?:不|没有?|未|放弃)[^,。;]{0,6}?(?:报|领|要|申[请报领]|求|拿)[^,。;]{0,6}?(?:利息|贴息)(?:补[助贴])?"
)
"""Help with the interest that is not asked for: "we are not asking for interest", 利息我们不申请."""
_NAME = "partner_institution"
_IT = lazy(r"它|他们|这家|那家|该|(?<![a-z])(?:it|they|that one|this one)(?![a-z])")


def find(page: Page) -> Findings:
    """`partner_institution` denied of who is not in the list."""
    for match in _ABSENT.finditer(page.text):
        index = page.index(match.start())
        last = page.index(match.end() - 1)
        if page.clauses[last].closing == "?" or doubted(page, last) or not _ABOUT.search(page.sentence(index)):
            continue
        yield Found(_NAME, False, match.start(), match.end(), 2)


def looked_up(page: Page, start: int, end: int) -> bool:
    """Whether a list that is named there is merely what was looked through, and somebody is not in it."""
    absent = _ABSENT.search(page.text, start, end + 90)
    if absent is None or not start <= absent.start() <= end:
        return False
    return _LOOKED.search(page.text, max(0, start - 80), start) is not None or ":" in page.text[end : absent.end()]


def for_the_fee(page: Page, found: list[Found]) -> list[Found]:
    """What was found, the lender's standing left out where who took the fee has none and no interest is spoken of."""
    fees = any(one.name in _FEES and one.value is not None for one in found)
    if not fees or _INTEREST.search(_NOT_ASKED.sub("", page.text)):
        return found
    if not any(one.name == _NAME and one.value is False and _of_surety(page, one) for one in found):
        return found
    return [one for one in found if one.name != _NAME or one.value is not True or not _of_lender(page, one)]


def _of_surety(page: Page, one: Found) -> bool:
    last = page.index(one.end - 1)
    words = page.text[page.clauses[page.index(one.start)].start : page.clauses[last].end]
    before = page.previous(page.index(one.start))
    near = words if before is None or OF_LENDER.search(words) else page.words(before) + words
    if _IT.search(words) and not OF_LENDER.search(page.sentence(last)):
        near = page.sentence(last)  # 是一家评估所做的，我们查过名单，它不是合作机构
    if OF_SURETY.search(near) is None and OF_LENDER.search(near) is None:
        return _named_last(page, one.start)
    return OF_SURETY.search(near) is not None and OF_LENDER.search(words) is None


def _named_last(page: Page, place: int) -> bool:
    """Whether the house that was last named before a place is no lender."""
    ahead = max(0, place - _REACH)
    houses = [
        (m.start(), house is OF_SURETY)
        for house in (OF_SURETY, OF_LENDER)
        for m in house.finditer(page.text, ahead, place)
    ]
    return bool(houses) and max(houses)[1]


def _of_lender(page: Page, one: Found) -> bool:
    words = page.words(page.index(one.start))
    return OF_LENDER.search(words) is not None and OF_SURETY.search(words) is None
