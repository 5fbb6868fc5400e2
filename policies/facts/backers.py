"""Public backers: money of the park's committee (`park_funding`, of the last two years) and of its two groups."""

from __future__ import annotations

import re
from dataclasses import replace

from policies.facts import dates
from policies.facts.found import Findings
from policies.facts.matters import Matter
from policies.facts.matters import find as find_matters
from policies.facts.scope import Page

_PARK = r"(?:中关村(?:管委会|科技园区?(?:管委会)?)|海淀园(?:区)?(?:管委会)?|(?<![区])园区管委会|海淀管委会|管委会)"
_HAD = r"(?:拿|领|获|得|给|批|拨|享受|收|补)(?:到|得|了|过|取){0,2}"
_PARK_MONEY = re.compile(
    rf"{_PARK}[\u4e00-\u9fff]{{0,8}}?(?:资金|补贴|补助|支持|资助|专项|扶持|拨款|奖励|给了|的?钱|拨)|"
    rf"{_HAD}[\u4e00-\u9fff\d]{{0,6}}{_PARK}|"
    r"(?<![a-z])(?:zhongguancun|haidian park)(?:'s)? (?:(?:science )?park |administrative |management |"
    r"administration )*(?:committee|"
    r"administration|management|authorit\w+)(?: \w+){0,5}? "
    r"(?:money|funding|funds?|grant\w*|subsid\w+|support\w*|gave|given|paid|award\w*)|(?:money|funding|funds?|"
    r"grant|subsid\w+|"
    r"support)(?: \w+){0,3} (?:from|of|by) "
    r"(?:the )?(?:zhongguancun|haidian park)(?: \w+){0,3} (?:committee|administration)(?![a-z])"
)
_MONEY_HAD = re.compile(
    r"拿|领|获|得|给|批|拨|享受|收|过|了|有|投|入股|(?<![a-z])(?:invest\w*|backed|supported|granted|lent|put|got|"
    r"received|had|"
    r"have|gave|paid|given|"
    r"awarded|obtained|took|won|no|never)(?![a-z])"
)
_GROUP = r"(?:海科金(?:集团)?|中关村发展(?:集团)?)"
_GROUP_MONEY = re.compile(
    rf"{_GROUP}[\u4e00-\u9fff]{{0,8}}?(?:资金|投资|投了|支持|担保|贷款|给了|入股|借|的?钱|参股)|(?:获|拿|得|"
    rf"接受)[\u4e00-\u9fff\d]{{0,6}}{_GROUP}|"
    r"(?<![a-z])(?:haikejin|zhongguancun development)(?: group)?(?: \w+){0,4}? (?:money|funding|funds?|invest\w*|"
    r"support\w*|backed|gave|lent|put)|"
    r"(?:money|funding|funds|investment|backing|support|invested|backed)(?: \w+){0,2} (?:from|of|"
    r"by) (?:the )?(?:haikejin|zhongguancun development)(?: group)?(?![a-z])"
)
_OF_OTHERS = re.compile(
    r"我们的?(?:竞争对手|对手|同行|客户|供应商)|(?<![a-z])(?:our|a) (?:rival|competitor|customer|supplier)"
)
_PARKS = ("管委会", "中关村", "海淀园", "zhongguancun", "haidian park")
_BACKERS = ("海科金", "中关村发展", "haikejin", "zhongguancun development")

MATTERS = (
    Matter("park_funding", _PARK_MONEY, beside=_MONEY_HAD, signs=_PARKS),
    Matter("group_funding", _GROUP_MONEY, beside=_MONEY_HAD, without=_OF_OTHERS, signs=_BACKERS),
)
_FOUNDED = re.compile(r"成立|创立|创办|注册|(?<![a-z])(?:found|established|set up|started)")
_AGAIN = re.compile(r"又|再|近两年|(?<![a-z])(?:again|since)(?![a-z])")


def find(page: Page) -> Findings:
    """Money had from the park or from a group, denied or open; the park's of more than two years ago is none."""
    if not any(sign in page.text for sign in (*_PARKS, *_BACKERS)):
        return
    for found in find_matters(page, MATTERS):
        old = found.name == "park_funding" and found.value and _old(page, found.start)
        yield replace(found, value=False) if old else found


def _old(page: Page, place: int) -> bool:
    """Whether the clause, or the one that leads up to it, tells only of times more than two years ago."""
    index = page.index(place)
    before = page.previous(index)
    lead = page.words(before) if before is not None and not _FOUNDED.search(page.words(before)) else ""
    words = lead + page.words(index)
    years = [int(moment.value[:4]) for moment in dates.find(words, page.as_of)]
    old = max(years) < page.as_of.year - 2 if years else dates.LONG_AGO.search(words) is not None
    return old and not _AGAIN.search(words)
