"""A business licence given out again, or an entry that was changed: 2020年换发的新照, "reissued in August 2020".

Its day is no founding, however new the paper is.
"""

from __future__ import annotations

from policies.facts.scope import Page
from policies.patterns import lazy

_AGAIN = lazy(
    r"换(?:发|领|证|照|成|的|过|了[^,。;]{0,6}[照证])|[更调]换|新照|补[发办领](?!贴)|重新(?:登记|领|核发|发|"
    r"办|注册)|变更|更名|改名|"
    r"(?:地址|名称|股东|法人|法定代表人)(?:变|改|换)|"
    r"(?<![a-z])(?:re-?issu\w+|renew\w*|replac\w+|updat\w+|amend\w*|re-?print\w*|re-?registered|re-?licensed|"
    r"changes? (?:of|to|in)|chang(?:ed|ing) (?:the|our|its)|new (?:address|name|shareholders?|owners?)|"
    r"(?:moved|moving) "
    r"(?:to|from|here|house|office)|renamed)(?![a-z])"
)
_SET_UP = lazy(
    r"成立|设立|创立|创办|开办|(?<![a-z])(?:founded|established|establishment|incorporat\w+|set up|formed|"
    r"born)(?![a-z])"
)
_PAPER = lazy(r"执照|[新换旧]照|登记|名|(?<![a-z])(?:licen[cs]e\w*|registered|registration|certificate)(?![a-z])")
_POINTING = lazy(
    r"\s?(?:那|这)(?:张|个|次)?是|\s?因为|\s?是因|\s?(?:but |and )?(?:that|this|which) (?:is|was)|"
    r"\s?(?:because|as|since|after|when) "
)
_SIGNS = (
    "换",
    "新照",
    "补",
    "重新",
    "变更",
    "改",
    "更名",
    "issu",
    "new",
    "repl",
    "updat",
    "amend",
    "re-",
    "chang",
    "mov",
)


def given_again(page: Page, index: int, start: int, end: int) -> bool:
    """Whether a day is that of a paper that took the place of an older one."""
    if not any(sign in page.text for sign in _SIGNS):
        return False
    clause = page.clauses[index]
    others = [one for one in page.moments if clause.start <= one.start < clause.end]
    first = max((one.end for one in others if one.end <= start), default=clause.start)
    last = min((one.start for one in others if one.start >= end), default=clause.end)
    lead, tail = page.text[first:start], page.text[end:last]
    if _SET_UP.search(lead[-24:]) or _SET_UP.search(tail[:12]):
        return False
    here = lead + "#" + tail
    if _PAPER.search(here) and _AGAIN.search(here):
        return True
    behind = index + 1
    return (
        _PAPER.search(here) is not None
        and behind < len(page.clauses)
        and _POINTING.match(page.words(behind)) is not None
        and _AGAIN.search(page.words(behind)) is not None
        and not _SET_UP.search(page.words(behind))
    )
