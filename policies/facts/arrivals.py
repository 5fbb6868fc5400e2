"""The day on which a late payment came: a claim that was settled is late from its due day to that day, no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.scope import Page
from policies.patterns import lazy

_DEED_EN = (
    r"(?:came(?: in)?|turned up|got here|arrived|reached us|reached our account|landed|"
    r"paid(?: us| up| it| the [\w ,]{2,20}?)?|settled(?: it| the "
    r"(?:\w+ )?\w+)?|transferred(?: it)?|was credited|hit our (?:bank )?account|"
    r"(?:was|were|stood|is) in our (?:bank )?account)(?: in full| in one (?:go|sum|piece))?(?: only| at last| "
    r"finally)?,? (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
)
_NOT_YET_EN = lazy(
    r"(?<![a-z])(?:should|would|will|to|must|be|been|if|until|not|never|nothing|we|i|may|might|could)(?: have| be| "
    r"\w+ly)? $|n't $"
)
"""Ahead of a deed that did not happen, or is ours."""
_MOVED = lazy(r"came|turned up|got here|arrived|reached us|landed|(?:was|were|stood|is) in")
_MONEY_AHEAD = lazy(
    r"(?<![a-z])(?:money|payments?|sums?|cash|transfer|amount|rmb|yuan|million|funds|price|everything)(?![a-z])|¥"
)
"""Goods arrive as well as money."""
_IN_PART = lazy(
    r"部分|一半|首[期笔付]|定金|预付|剩|[一二三几]成|%|(?<![a-z])(?:half|part|partly|some|third|quarter|rest|first|deposit|"
    r"instal\w+|advance|remainder|balance)(?![a-z])"
)
_CAME_ZH = lazy(
    r"(?:(?:直到|拖到|等到|到了?|迟至|拖至|在|于)?(?P<mark>才|方才|方|终于|总算|最后)|(?=[^,。;]{0,6}(?:到账|付清|收到|结清|入账|进账|打(?:过|进)?来|汇来)))"
    r"(?:把)?[^,。;\d没未]{0,8}?(?:付|到账|给|结清|打|汇|收到|进账|入账)"
)
_AGREED_ZH = lazy(r"(?:约定|写明|写着|应该?于?|应当|须|最迟|最晚|规定|定于|本该|本应|交货|交付|验收|签)[^,。;]{0,6}$")


def deed_en(day: str) -> re.Pattern[str]:
    """The frame of a payment that came on a day, whose pattern is given."""
    return lazy(rf"(?<![a-z])(?P<deed>{_DEED_EN}){day}")


def days(page: Page, english: re.Pattern[str], chinese: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The days, matched by their patterns, on which money came."""
    for match in english.finditer(page.text):
        index = page.index(match.start())
        lead = page.text[max(page.clauses[index].start, match.start() - 60) : match.start()]
        moved = _MOVED.match(match["deed"]) is None or _MONEY_AHEAD.search(lead) is not None
        if moved and not (_NOT_YET_EN.search(lead) or _IN_PART.search(page.words(index)) or page.wished(index)):
            yield match
    for match in chinese.finditer(page.text):
        index = page.index(match.start())
        clause = page.clauses[index]
        told = _CAME_ZH.match(page.text, match.end(), clause.end)
        agreed = _AGREED_ZH.search(page.text[clause.start : match.start()])
        if told and not agreed and not _IN_PART.search(page.words(index)) and not page.wished(index):
            yield match
