"""Moves of the enterprise: to a place that it went to, or that it only means to leave."""

from __future__ import annotations

import re

from policies.facts.scope import Page
from policies.patterns import lazy

_MOVED_ZH = lazy(
    r"(?:(?<!没)(?<!不)回到了?|搬到了?|搬来|迁到了?|迁入|迁至|迁往了|搬至|搬去了|搬进|落户到?了?|迁来|移到了?|"
    r"转到了?|改到了?|搬迁到了?|搬迁至|迁址到?|迁移到|(?:整体|全部|整个)(?:搬|迁|转)(?:到|至|来|入)|迁)$"
)
_MOVED_EN = lazy(
    r"(?<![a-z])(?:(?:moved|relocated|shifted)(?:\s[a-z]+){0,6}?\s(?:to|into)|(?:we|who) came to)\s(?:the\s)?$"
)
_FOUNDED_THERE = lazy(r"(?!以前|之前|前)[\u4e00-\u9fff]{0,6}?(?:成立|注册|创办|创业|开办|办厂)")
_HAPPENED = lazy(
    r"了|已经?|刚|去年|前年|上个?月|今年|(?:19|20)\d\d年|[一二三四五六\d]年前|整体|"
    r"(?<![将年底])落户|in (?:19|20)\d\d(?!\d)|from|moved|relocated|shifted"
)
_LEAVING = lazy(
    r"(?:从|由)$|(?<![a-z])(?:(?:mov\w+|bring\w*|shift\w*|relocat\w+|removal|transfer\w*)(?: [\w'-]+){0,5} from|"
    r"leav(?:e|ing))\s$"
)
_LEFT_FOR = lazy(r"(?:市|区|县)?(?:整体)?(?:搬|迁|转|移)(?:到|往|去|至|过|入|来)|,? (?:over )?(?:to|for) |, where")
_MEANT = lazy(
    r"(?<![a-z])(?:planned|intend\w*|would|plan|will|want|wish|hope|not going to|given up|should|by (?:summer|"
    r"october|spring))(?![a-z])|打算|准备|计划|的事定了|[想要会拟]|考虑|谈[好妥]"
)
"""A move that is only meant: we are still where it would set out from."""
_PART_MOVED = lazy(
    r"(?:办公|税|人员?|团队|生产|车间|仓库|库房|门店)[^,。;]{0,8}(?:搬|迁|转|移)[^,。;]{0,3}$|"
    r"(?<![a-z])(?:desks?|offices?|"
    r"tax(?:es)?|tax file|staff|people|work|production|warehouse|depot|store)(?: \w+){0,3} moved(?: \w+){0,2} (?:to|"
    r"into)\s$|moved (?:the|"
    r"our) (?:desks?|offices?|tax\w*|staff|people|production)(?: \w+){0,3} (?:to|into)\s$"
)
_SOMEBODY_MOVED = lazy(
    r"(?<![a-z])(?:owner|director|founder|manager|boss|accountant|landlord|partner|he|she)(?: \w+){0,2} moved"
    r"(?: \w+)? (?:to|into)\s$"
)


def only_meant(lead: str, tail: str, words: str) -> bool:
    """Whether a place is one that we only mean to leave, and so are in still."""
    return bool(_LEAVING.search(lead) and _LEFT_FOR.match(tail) and _MEANT.search(words))


def moved_to(lead: str) -> bool:
    """Whether the words ahead of a place speak of moving to it."""
    return bool(_MOVED_ZH.search(lead) or _MOVED_EN.search(lead))


def weigh(page: Page, start: int, lead: str, tail: str) -> int:
    """A move that has happened; of the desks or the taxes alone it tells less than where we are registered."""
    happened = _HAPPENED.search(page.words(page.index(start))) or _FOUNDED_THERE.match(tail)
    to_come = tail.startswith("的事") or re.search(r"谈[好妥]|[要会](?:由|从|搬|迁|转)", lead)
    if not happened or to_come or page.theirs(start) or _SOMEBODY_MOVED.search(lead):
        return 0
    return 3 if _PART_MOVED.search(lead) else 6


_SOME_FIRM = lazy(
    r"(?:省|市|区|县)?(?:的|一家){0,2}某(?:家|个)?(?![^,。;]{0,14}(?:银行|担保|保险|评估|小贷|租赁|信托))"
    r"[^,。;我们]{0,16}?(?:公司|企业|厂|院|所|合作社)(?![的和与]|欠)"
)
_CASE_OPENS = lazy(r"(?:^|\n)(?:案例|情况|背景|咨询|请问)?[一二三\d]?[:,]?\s?$")
"""A text that opens with a firm without a name tells of it: 石嘴山某铝镁合金公司，有限公司，…."""


def opens_a_case(text: str, start: int, end: int) -> bool:
    """Whether the place is that of a firm without a name of which the text begins to tell."""
    return _SOME_FIRM.match(text, end) is not None and _CASE_OPENS.search(text, 0, start) is not None
