"""A certificate of which two people tell two days of issue: "the boss says 2019, the plant manager 2020".

It lasts three years. Where the earlier day told would have let it run out before the day of asking, nobody can say
whether it is still held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.title_end import NOT_WON_ANEW, WON_ANEW
from policies.facts.title_names import ANY_TITLE, TITLES
from policies.facts.unsettled import SAID_UNKNOWN
from policies.patterns import lazy

_LASTS = 3  # years
_TITLES = ("high_tech_certified", "little_giant", "specialised_sme", "agricultural_high_tech")
_SAYS_ZH = r"(?:说|讲|称|记得|认为|以为|坚持|印象)"
_SAYS_EN = (
    r"(?:says?|said|thinks?|thought|remembers?|believes?|claims?|insists?|swears?|maintains?|recalls?|reckons?|puts?)"
)
_TWO_TELL = lazy(
    r"[^,。;]{1,10}" + _SAYS_ZH + r"[^,。;]{0,10}?(20\d\d)年?[^,。;]{0,12}[,;、](?:但是?|而|可|也|又)?[^,。;]{1,10}?"
    r"(?:" + _SAYS_ZH + r"|则)[^,。;]{0,10}?(20\d\d)|"
    r"(?<![a-z])"
    + _SAYS_EN
    + r"(?![a-z])[^.;]{0,40}?(?<!\d)(20\d\d)(?!\d)[^.;]{0,40}?(?:,|;| and| while| but| whereas)"
    r"[^.;]{2,40}?(?<!\d)(20\d\d)(?!\d)"
)
_ISSUE = lazy(
    r"发(?:的|证|下|给|放)|颁|拿(?:的|到)|认定|取得|获|办|证|"
    r"(?<![a-z])(?:issu\w+|certificate|granted|awarded|obtained|"
    r"recogni[sz]ed|certified|got it|received)(?![a-z])"
)
_OTHER = lazy(
    r"成立|创立|注册|搬|贷|借|开业|"
    r"(?<![a-z])(?:founded|set up|established|registered|moved|loan|borrow\w*|opened)(?![a-z])"
)
_CLEARED = lazy(
    r"后来(?:查|找|确认|弄清|才知)|(?:证书|官网|网)上?(?:写|显示|载明|查到)|"
    r"(?<![a-z])(?:turned out|in fact|it is clear|"
    r"(?:the )?certificate (?:itself )?(?:shows?|says|reads))(?![a-z])"
)
_GIVEN = lazy(
    r"(?:发(?:的|证|下|给|放)|颁发?|核发|认定的?|取得|获|办的|拿(?:的|到)|(?<![a-z])(?:issued|dated|dates|granted|"
    r"awarded|obtained|"
    r"received|is|was|got|from|on|of|in))(?![a-z])"
)
_PERIOD = lazy(
    r"有效期(?:限)?(?:为|是|只有)?(?!三|3)[一二四五六七八九十\d]{1,2}年|(?<![a-z])valid for (?!three|3)\w+ years"
)
_STILL = lazy(
    r"仍|有效期内|(?:还|现在|至今|一直)(?:在有效|有效|是)|没过期|未过期|续|每三年|换证|新证|再次|"
    r"(?<![a-z])(?:still|current|valid (?:until|till|to|through)|not expired|in force|since|again|new (?:one|"
    r"certificate)|"
    r"renewal (?:is|was|has)|extended)(?![a-z])"
)
_APPLIED_ZH = r"(?:申报|申请|申领|认定|送审|送件|参评|提交|去?报(?!告|表|价|销)|办|评|弄)"
_NEW_TO_COME = lazy(
    rf"(?:新的?|下一?张|新证书?)[^,。;已通]{{0,8}}?(?:才|再|要|准备|打算|还没|未|等|将|会|计划)[^,。;已通]{{0,12}}?{_APPLIED_ZH}|"
    rf"(?:准备|打算|要等|等到?|将|计划|还没|尚未)[^,。;已通]{{0,12}}?(?:重新|再次?|新)[^,。;已通]{{0,6}}?{_APPLIED_ZH}|"
    r"(?<![a-z])(?:new one|another(?: one)?|new certificate|renewal|re-?application)(?: (?!not )[\w']+){0,5}? "
    r"(?:go(?:es)? in|will (?!not)|is (?:to be|planned|intended)|are to be|(?:has|have) (?:yet|still) to)(?![a-z])|"
    r"(?<![a-z])(?:will|shall|(?:plan|intend|mean|hope)s? to|going to|about to|yet to)(?: [\w']+){0,3}? "
    r"(?:re-?apply|renew|apply (?:again|anew|afresh|for (?:a|the) (?:new|next|renewal))|be renewed)(?![a-z])"
)
"""A new certificate that is only to be applied for: "the papers for a new one go in this summer"."""
_OFFSET = 40
"""Code points between a title and the day of its issue."""
_NEAR = 2
"""Sentences in which the title is sought: that of the words and the one before."""


def find(page: Page) -> Findings:
    """The title as a doubt, where it may have run out by one of two days that are told of its issue."""
    if not re.search(r"20\d\d", page.text):
        return
    for match in _TWO_TELL.finditer(page.text):
        first, second = sorted(int(year) for year in match.groups() if year)
        if first == second or page.as_of.year - first < _LASTS or strangers(page, match.start()):
            continue
        number = page.clauses[page.index(match.start())].sentence
        named = [
            (one.start(), one.end(), name)
            for name in _TITLES
            for one in TITLES[name].finditer(page.text, 0, match.start() + 1)
            if number - page.clauses[page.index(one.start())].sentence < _NEAR
        ]
        if not named or _CLEARED.search(page.text, match.end()):
            continue
        start, end, name = max(named)
        if _ISSUE.search(page.text, start, match.end() + 30) and not _OTHER.search(match[0]):
            yield Found(name, None, start, end, SAID_UNKNOWN)


def instead(page: Page, found: list[Found]) -> list[Found]:
    """What was found, a certificate left out as held that ran out three years after its issue and was not won anew."""
    for start, end, value in _run_out(page):
        told = [one for one in found if one.name == _THREE_YEARS and one.start >= start and one.start < end + _OFFSET]
        held = [one for one in found if one.name == _THREE_YEARS and one.value is True]
        if value is False:  # an old day of issue alone leaves it open; that nobody renewed it closes it
            held += [one for one in told if one.value is None and one.weight <= _BY_ITS_DAY]
        if held:
            found = [one for one in found if one not in held]
            found.append(Found(_THREE_YEARS, value, start, end, 3))
    return found


_THREE_YEARS = "high_tech_certified"
_BY_ITS_DAY = 3
_WON_AHEAD = lazy(
    r"^[年月底初末尾中春夏秋冬\s的]{0,4}(?:就|才|我们|公司|，|,|又|被|首次|第一次|头一次){0,3}"
    r"(?:拿|领|评|获|取得|认定|通过|发|颁|办|下|批)(?:到|下|上|得|来|证|为|了|的){0,3}(?:的|国家级?|一张|一本|这张|那张){0,3}$"
)
"""Between a day and the title that was won then: 2018年11月拿的高新技术企业证书."""


def _run_out(page: Page) -> Iterator[tuple[int, int, bool | None]]:
    """Certificates issued above three years ago: no where it is told that nobody renewed them, else open."""
    if not page.moments:
        return
    for match in TITLES[_THREE_YEARS].finditer(page.text):
        index = page.index(match.start())
        number = page.clauses[index].sentence
        behind = page.text[match.start() : _two_sentences(page, index)]
        ahead = next((one for one in page.moments if match.start() - _OFFSET < one.end <= match.start()), None)
        won = ahead is not None and _WON_AHEAD.search(page.text[ahead.end : match.start()]) is not None
        if ahead is not None and won and _lapsed(page, ahead.value, behind):
            if not (strangers(page, match.start()) or page.wished(index, match.start())):
                yield match.start(), match.end(), False
            continue
        told = next((one for one in page.moments if match.end() <= one.start <= match.end() + _OFFSET), None)
        if told is None or page.clauses[page.index(told.start)].sentence != number or strangers(page, match.start()):
            continue
        between = page.text[match.end() : told.start]
        clause = page.clauses[page.index(told.start)]
        given = _GIVEN.search(between) or _GIVEN.match(page.text, told.end)
        if not given or _OTHER.search(between) or ANY_TITLE.search(between) or _UNTIL.search(between):
            continue
        if not _past(told.value, page.as_of.isoformat()) or _PERIOD.search(behind):
            continue
        ended = NOT_WON_ANEW.search(behind) or _NEW_TO_COME.search(behind)
        rest = _NEW_TO_COME.sub("", NOT_WON_ANEW.sub("", behind))
        if (
            WON_ANEW.search(rest)
            or (not ended and _STILL.search(rest))
            or page.wished(page.index(told.start), told.start)
        ):
            continue
        if sum(clause.start <= one.start < clause.end for one in page.moments) == 1:
            yield match.start(), match.end(), False if ended else None


def _lapsed(page: Page, won: str, behind: str) -> bool:
    """Whether the words from a title on tell that nobody renewed this one, won so long ago that it is over."""
    ended = NOT_WON_ANEW.search(behind)
    if ended is None or not _past(won, page.as_of.isoformat()) or _PERIOD.search(behind):
        return False
    named = len(ANY_TITLE.findall(behind, 0, ended.end()))
    return named <= 1 and not WON_ANEW.search(NOT_WON_ANEW.sub("", behind))


_UNTIL = lazy(r"到$|至$|有效|届满|过期|(?<![a-z])(?:until|till|through|valid|expir\w+|to|runs?|lapse\w*)(?![a-z])")


def _past(issued: str, today: str) -> bool:
    """Whether the three years from a day (month, year) of issue are surely over."""
    ends = f"{int(issued[:4]) + _LASTS}{issued[4:]}"
    return ends < today[: len(ends)]


def _two_sentences(page: Page, index: int) -> int:
    """Where the sentence behind that of a clause ends."""
    last = index
    while last + 1 < len(page.clauses) and page.clauses[last + 1].sentence <= page.clauses[index].sentence + 1:
        last += 1
    return page.clauses[last].end
