"""Two people who tell the day of founding differently: "my father says 2018, the accountant insists on 2017".

Neither is taken. What a licence or a register is then said to show settles it, and is read where it stands.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.patterns import lazy

_TELLS = lazy(
    r"说|记得|记着|坚持|认为|印象|主张|肯定是|觉得|咬定|讲|(?<![a-z])(?:sa(?:ys?|id)|remember(?:s|ed)?|"
    r"recall(?:s|ed)?|insist(?:s|ed)?|"
    r"thinks?|thought|believe[sd]?|(?:is|am|are) (?:quite |absolutely )?(?:certain|sure|convinced|positive)|swears?|"
    r"maintains?|claims?|reckons?|argues?|puts? it|according to|in \w+ memory)(?![a-z])"
)
_FOUNDED = lazy(
    r"成立|创立|创办|开业|开办|设立|注册(?!资)|登记|执照|办起来|开张|(?<![a-z])(?:found(?:ed|ing)|established|set up|"
    r"incorporat\w+|registered|registration|formed|started|licen[cs]e|opened|began)(?![a-z])"
)
_SHOWN = lazy(
    r"(?:执照|登记证|档案|工商)(?:信息|资料)?(?:上|里)?(?:写|载|显示|查到|印)的?|查(?:了|过)[^,。;]{0,8}(?:是|"
    r"为)|后来(?:查|确认|发现)|"
    r"(?<![a-z])(?:licen[cs]e|certificate|register|registry|file|extract) (?:itself )?(?:says?|shows?|states?|"
    r"gives?|reads?|"
    r"confirms?|settled|bears)(?![a-z])|(?<![a-z])(?:was|were|is) (?:right|wrong)(?![a-z])"
)
_ANOTHER = lazy(
    r"商标|专利|贷款|合同|分公司|子公司|母公司|他们|对方|同行|供应商|客户|(?<![a-z])(?:they|their|suppliers?|customers?|"
    r"rivals?|competitors?|trade ?mark|patent|loan|contract|branch|"
    r"subsidiary|parent)(?![a-z])"
)


def find(page: Page) -> Findings:
    """A doubt of `established` where two tellers in one sentence name two days."""
    if len(page.moments) < 2 or not _TELLS.search(page.text):
        return
    for one, two in pairwise(page.moments):
        first, last = page.index(one.start), page.index(two.start)
        if one.value[:4] == two.value[:4] or first == last:
            continue
        if page.clauses[last].sentence - page.clauses[first].sentence > 1 or last - first > 2:
            continue
        words = [page.text[page.clauses[at].start : page.clauses[at].end] for at in (first, last)]
        between = page.text[one.end : two.start]
        if not (_told(page, first, one.start) and _TELLS.search(between)) or not _FOUNDED.search(" ".join(words)):
            continue
        around = page.sentence(first) + page.sentence(last) + _behind(page, last)
        if _SHOWN.search(around) or _ANOTHER.search(" ".join(words)) or not _about(words):
            continue
        yield Found("established", None, one.start, two.end, 9)


def _told(page: Page, index: int, place: int) -> bool:
    """Whether somebody tells the first of the two days, in its clause."""
    return _TELLS.search(page.text, page.clauses[index].start, place) is not None


def _about(words: list[str]) -> bool:
    """Whether both clauses can be of the founding: one says so, and the other has no matter of its own."""
    own = re.compile(r"利润|营收|收入|贷|获奖|(?<![a-z])(?:profit|sales|revenue|loan|prize|award)")
    return not any(own.search(one) for one in words)


def _behind(page: Page, index: int) -> str:
    number = page.clauses[index].sentence
    later = (at for at in range(index, len(page.clauses)) if page.clauses[at].sentence > number)
    after = next(later, None)
    return "" if after is None else page.sentence(after)
