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
    r"received|is|was|got|from|on|of))(?![a-z])"
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
        held = [one for one in found if one.name == _THREE_YEARS and one.value is True]
        if held:
            found = [one for one in found if one not in held]
            found.append(Found(_THREE_YEARS, value, start, end, 3))
    return found


_THREE_YEARS = "high_tech_certified"


def _run_out(page: Page) -> Iterator[tuple[int, int, bool | None]]:
    """Certificates issued above three years ago: no where it is told that nobody renewed them, else open."""
    if not page.moments:
        return
    for match in TITLES[_THREE_YEARS].finditer(page.text):
        index = page.index(match.start())
        number = page.clauses[index].sentence
        told = next((one for one in page.moments if match.end() <= one.start <= match.end() + _OFFSET), None)
        if told is None or page.clauses[page.index(told.start)].sentence != number or strangers(page, match.start()):
            continue
        between = page.text[match.end() : told.start]
        clause = page.clauses[page.index(told.start)]
        given = _GIVEN.search(between) or _GIVEN.match(page.text, told.end)
        if not given or _OTHER.search(between) or ANY_TITLE.search(between) or _UNTIL.search(between):
            continue
        behind = page.text[match.start() : _two_sentences(page, index)]
        if not _past(told.value, page.as_of.isoformat()) or _PERIOD.search(behind):
            continue
        ended = NOT_WON_ANEW.search(behind)
        rest = NOT_WON_ANEW.sub("", behind)
        if (
            WON_ANEW.search(rest)
            or (not ended and _STILL.search(rest))
            or page.wished(page.index(told.start), told.start)
        ):
            continue
        if sum(clause.start <= one.start < clause.end for one in page.moments) == 1:
            yield match.start(), match.end(), False if ended else None


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
