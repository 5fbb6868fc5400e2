"""How a part of a year went: 今年上半年收入涨了26%, "sales in the first half were up 26%".

The rules look at the year before, whole. A half, a quarter or the months so far tell nothing of it, whoever asks.
"""

from __future__ import annotations

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_FIGURES = frozenset({"revenue_growth_pct", "profit_growth_pct"})
_MONTH = r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|few|\d\d?)"
_OF_YEAR = r"(?: (?:of|in) (?:(?:this|last|the|that) (?:year|previous year)|20\d\d|the year))?"
_PART = (
    r"(?:(?:今|去|前|本|上|同|当)年|20\d\d年)?(?:的)?(?:"
    r"[上下前后头]半年|半年(?:报|度)|(?:第)?[一二三四1-4]个?季度?(?:度)?|"
    r"[前头首][一二三四五六七八九十两几\d]{1,2}个?季度?|"
    r"[前头首后][一二三四五六七八九十两几\d]{1,2}个?月|"
    r"(?:[一1]|\d{1,2}|[一二三四五六七八九十]{1,2})月?份?(?:[-~到至](?:\d{1,2}|"
    r"[一二三四五六七八九十]{1,2}))月份?|q[1-4]|h[12])|"
    r"(?:今年|本年|开年|年初|年头)(?:以来|到现在|到目前|至今|到今天|迄今|目前为止|到如今)|"
    r"(?<![a-z])(?:(?:this|last) year's (?:first|second) (?:half|quarter)|"
    rf"(?:(?:first|second|last|latter|other|opening|closing|past|latest|current|third|fourth|final) )"
    rf"(?:half(?:[- ]year)?|quarter|{_NUMBER} months|{_NUMBER} quarters)(?! (?:of|in) (?:our|the) (?:sales|turnover|"
    rf"revenue)){_OF_YEAR}|half[- ]year(?:ly)?|interim|[qh][1-4]{_OF_YEAR}|so far this year|this year so far|"
    rf"(?:the )?year[- ]to[- ]date|since (?:new year|the new year|{_MONTH}|the start of (?:the|this) year)|"
    rf"(?:from )?(?:{_MONTH}) (?:to|till|until|through) (?:{_MONTH}))(?![a-z])"
)
_WHOLE = (
    r"(?:去|上|前|大前)年(?!同期|[上下前后]半年|末|底)|上一?年度|全年|整年|(?:19|20)\d\d年(?!同期|[上下]半年)|"
    r"(?<![a-z])(?:(?:last|the previous|the prior|the preceding) (?:full |whole |calendar |financial |business )?year"
    r"(?!'s (?:first|second|same))|(?:full|whole|entire) year|in (?:fy ?)?20\d\d|20\d\d)(?![a-z\d])"
)
_TIMES = lazy(rf"(?P<part>{_PART})|(?P<whole>{_WHOLE})")
_COMPARED = lazy(
    r"(?:比|较|跟|与|和|同|相对|超过?|高出)(?:于|起|了)?$|"
    r"(?<![a-z])(?:than|on|over|with|to|against|from|versus|vs|of)(?: (?:the|that))?(?: (?:same|like) \w+)?"
    r"(?: (?:of|in))? ?$"
)
_OTHER_MATTER = lazy(
    r"贷|借|放款|证书|认定|认证|专利|搬|迁|注册|成立|招|入职|通过|"
    r"(?<![a-z])(?:loan|lent|borrow\w*|bank|certif\w*|title|patent|moved|registered|hired|founded|repaid)(?![a-z])"
)
_SIGN = lazy(
    r"半年|季|个月|月份|以来|到现在|到目前|至今|迄今|为止|[1-9一]月?[-~到至]|[qh][1-4]|half|quarter|months|"
    r"so far|interim|to[- ]date|"
    r"since|(?<![a-z])(?:to|till|until|through)(?= [jfmasond])"
)


def told(page: Page, one: Found) -> bool:
    """Whether a growth is that of a part of a year only."""
    if one.name not in _FIGURES or one.value is None or not _SIGN.search(page.text):
        return False
    index = page.index(one.start)
    clause = page.clauses[index]
    start = page.clauses[page.opening(index)].start
    ahead = [
        match
        for match in _TIMES.finditer(page.text, start, one.start)
        if match["part"] or not _COMPARED.search(page.text[max(start, match.start() - 24) : match.start()])
    ]
    if ahead:
        last = ahead[-1]
        there = page.index(last.start())
        if last["part"] is None:
            behind = _TIMES.search(page.text, one.end, clause.end)
            return behind is not None and behind["part"] is not None and there != index
        return there == index or not _OTHER_MATTER.search(page.words(there))
    behind = _TIMES.search(page.text, one.end, clause.end)
    return behind is not None and behind["part"] is not None
