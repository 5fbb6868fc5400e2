"""A certificate of which two people tell two days of issue: "the boss says 2019, the plant manager 2020".

It lasts three years. Where the earlier day told would have let it run out before the day of asking, nobody can say
whether it is still held.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.title_names import TITLES
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
