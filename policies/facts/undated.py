"""A prize of which nobody can say the year: "the cup bears no date", 奖杯上没刻年份, 哪年记不清了.

A prize counts for two years: undated by such words it may be older, and stays open.
"""

from __future__ import annotations

from policies.facts.scope import Page
from policies.patterns import lazy

_NO_DATE = lazy(
    r"(?:奖杯|奖状|证书|奖牌|牌匾|牌子|上面|杯子|奖)[^,。;]{0,6}?(?:没|未|无)(?:有)?[^,。;]{0,5}?(?:年份|日期|时间|"
    r"年月|哪年|哪一年)|"
    r"(?:哪一?年|哪一?届|第几届|年份|什么时候|具体(?:时间|年份|哪年)|何年)[^,。;]{0,8}?(?:记不|不记|忘|不清|不详|不明|"
    r"不知|查不|说不|没人|"
    r"无从|不确定|待查|搞不|弄不|没写|没刻|没印|看不|难说|无考|模糊)|"
    r"(?:忘|记不|不记|不知|没人|说不|查不|弄不|搞不|想不)[^,。;]{0,10}?(?:哪一?年|哪一?届|年份|第几届)|"
    r"(?<![a-z])(?:undated|(?:bears?|shows?|carr(?:y|ies)|has|have|states?|gives?|mentions?|names?|with|is|there's|"
    r"says) "
    r"(?:neither |no )(?:date|year)|without (?:a|any|the) (?:date|year)|(?:does not|doesn't) (?:\w+ )?(?:say|state|"
    r"show|give|tell|mention|bear) (?:which|what|the|any|a) (?:year|date)|(?:year|date) (?:is |was |has )?(?:not |un|"
    r"il|missing|lost|worn|faded|rubbed|nowhere)|(?:nobody|no one|none of us|cannot|can't|not|n't|forg[eo]t\w*|unsure|"
    r"no idea|never)(?: [\w']+){0,4} (?:which|what|the) year|(?:which|what) year(?: [\w']+){0,6}? (?:nobody|no one|"
    r"unknown|unclear|unsure|forgotten|cannot|can't))"
)
_SOME_TIME = lazy(
    r"前些年|早些年|早几年|前几年|若干年前|有一年|某一?年|"
    r"(?<![a-z])(?:some years (?:ago|back)|some time (?:ago|back)|at some (?:point|time)|(?:a few|a couple of) years "
    r"(?:ago|back)|once upon a time|in years past)(?![a-z])"
)
_MAYBE = lazy(
    r"也许|可能|或许|要么|还是|好像|不是[^,。;]{1,8}就是|(?<![a-z])(?:(?:could|may|might) (?:have been|be)|either|"
    r"perhaps|maybe|"
    r"possibly)(?![a-z])"
)
_SAYS = (
    r"(?:说|讲|称|记得|记成|认为|以为|觉得|坚持|印象|咬定|一口咬定|主张|回忆|(?<![a-z])(?:says?|said|thinks?|thought|"
    r"remembers?|"
    r"believes?|claims?|insists?|swears?|swore|maintains?|recalls?|reckons?|puts?|according to|in (?:my|his|her) "
    r"(?:memory|"
    r"recollection)|by (?:my|his|her|our) (?:memory|recollection|account)|is (?:certain|sure|convinced|positive)|am "
    r"(?:certain|sure))"
    r"(?![a-z]))"
)
_TWO_TELL = lazy(
    rf"{_SAYS}[^。!?]{{1,80}}?(?:{_SAYS}|则是|却是|(?<![a-z])(?:(?:by|to) (?:my|our|his|her) [\w' -]{{1,24}}'s|the "
    rf"other))"
)
_NO_ACCORD = lazy(
    r"说法不一|各执一词|意见不一|说不到一块|争(?:论|执|议)|对不上|(?<![a-z])(?:disagree\w*|differ(?:s|ed)?|"
    r"dispute\w*|argue\w*|cannot agree|"
    r"can't agree|do not agree|don't agree|at odds)(?![a-z])"
)
_CLEARED = lazy(
    r"后来(?:查|找|确认|弄清|翻)|查(?:了|过|到)?(?:证书|奖状|官网)|(?:证书|奖状|奖杯|官网|网)上?(?:写|印|刻|显示|"
    r"载)(?!不)(?:着|明|的|是)|"
    r"(?<![a-z])(?:turned out|the (?:certificate|cup|trophy|plaque|website|paper) (?:itself )?(?:shows?|says|reads|"
    r"bears|gives) "
    r"(?!no)|it is clear|settled it)(?![a-z])"
)
_YEARS = lazy(
    r"(?<!\d)20\d\d(?!\d)|大?前年|去年|(?<![a-z])(?:last year|the year before|two years ago|three years ago)(?![a-z])"
)
_OF_IT = lazy(
    r"奖|杯|牌|证书|大赛|比赛|年份|哪一?[年届]|(?<![a-z])(?:prize|award|cup|trophy|medal|certificate|plaque|contest|"
    r"competition|year|undated)(?![a-z])"
)


def undated(page: Page, index: int) -> bool:
    """Whether the words on a prize, in its sentence or the next one on it, tell that its year is not known."""
    sentence = page.sentence(index)
    if _NO_DATE.search(sentence) or _SOME_TIME.search(sentence):
        return True
    number = page.clauses[index].sentence
    following = next((i for i in range(index + 1, len(page.clauses)) if page.clauses[i].sentence == number + 1), None)
    if following is None:
        return False
    behind = page.sentence(following)
    return _OF_IT.search(behind) is not None and _NO_DATE.search(behind) is not None


def in_doubt(page: Page, index: int) -> bool:
    """Whether a sentence that names several years says that it was one or another of them."""
    return _MAYBE.search(page.sentence(index)) is not None


def two_tell(page: Page, index: int) -> bool:
    """Whether two people tell two years of a prize, in its sentence or the two behind it, and nothing settles it."""
    number = page.clauses[index].sentence
    last = index
    while last + 1 < len(page.clauses) and page.clauses[last + 1].sentence <= number + 2:
        last += 1
    sentence = page.sentence(index)
    start = max(0, page.text.find(sentence, max(0, page.clauses[index].start - len(sentence))))
    words = page.text[start : page.clauses[last].end]
    years = set(_YEARS.findall(words))
    if len(years) < 2 or _CLEARED.search(words) or _all_alike(page, years):
        return False
    for told in (_TWO_TELL, _NO_ACCORD):
        match = told.search(words)
        if match is None:
            continue
        begin, end = (match.start(), match.end() + 40) if told is _TWO_TELL else (match.start() - 60, match.end() + 60)
        if len(set(_YEARS.findall(words, max(0, begin - 40), end))) > 1:
            return True
    return False


def _all_alike(page: Page, years: set[str]) -> bool:
    """Whether the years told are all of the last two, or all older."""
    exact = [int(year) >= page.as_of.year - 2 for year in years if year.isdigit()]
    return len(exact) == len(years) and len(set(exact)) == 1
