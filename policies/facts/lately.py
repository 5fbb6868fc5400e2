"""Whether what was had once was had within the last two years, by the dates told with it.

A date may stand in the clause itself, in the one that leads up to it, or in one behind that tells nothing else ("that
was in 2010"). Of two dates of which one is true, one within and one before the two years leave it open, as does not
knowing the year at all.
"""

from __future__ import annotations

from policies.facts import dates
from policies.facts.dates import Moment
from policies.facts.scope import Page
from policies.patterns import lazy

_FOUNDED = lazy(r"成立|创立|创办|注册|(?<![a-z])(?:found|established|set up|started)")
_ELSE = lazy(
    rf"{_FOUNDED.pattern}|收入|营收|销售|营业|利润|产值|员工|(?<![a-z])(?:income|revenue|sales|turnover|profits?|staff|employ)"
)
"""What the date behind is of, where it is not of what was had: 上年收入500万."""
_AGAIN = lazy(r"又|再|近两年|(?<![a-z])(?:again|since)(?![a-z])")
_EITHER = lazy(r"还是|或|不是|要么|可能|也许|(?<![a-z])(?:or|either|maybe|perhaps|possibly)(?![a-z])")
_LITTLE = lazy(
    r"(?:\s?(?:but|though|arrived|received|came|paid|credited|and|that|this|it|both|those|these|was|were|is|in|on|of|the|back|either|or|late|early|mid|end|"
    r"start|spring|summer|autumn|winter|some|time|probably|maybe|perhaps|only|already|long|year)(?![a-z])-?|"
    r"[那这是都不在就也要么或还但]|到账的?|入账的?|到手的?|收到的?|拿到的?|进账的?|大概|可能|好像|应该|时间|已经|发生|也许){0,10}\s?"
)
"""All that stands before the date in a clause that tells when, and nothing else."""
_NO_YEAR = lazy(
    r"(?:哪一?年|什么时候|何时|几几年|年份)[^,。;]{0,8}?(?:忘|不记得|记不|想不起|说不|不清|不知|没人|"
    r"不确定|查不)|"
    r"(?:忘|不记得|记不|想不起|说不|不清楚|不知道?|没人(?:记得|知道)|不确定)[^,。;]{0,6}?(?:哪一?年|什么时候|何时|几几年|年份)|"
    r"(?<![a-z])(?:no(?:body|t| one| longer)|none|n't|cannot|forgot\w*|unsure|lost track)(?![a-z])[^.;]{0,40}?"
    r"(?<![a-z])(?:(?:which|what) (?:year|date)|when(?! we| you| i ))(?![a-z])"
)
_YEARS = 2


def had_lately(page: Page, place: int) -> bool | None:
    """True where no date told is older, False where all are, None where that is not known."""
    words = _around(page, place)
    if _NO_YEAR.search(words):
        return None
    told = dates.find(words, page.as_of)
    if not told:
        return dates.LONG_AGO.search(words) is None or _AGAIN.search(words) is not None
    recent = [one for one in told if _within(one, page.as_of.year)]
    if _AGAIN.search(words) or len(recent) == len(told):
        return True
    if not recent:
        return False
    return None if any(_EITHER.search(words, *gap) for gap in _gaps(told)) else True


def _within(one: Moment, year: int) -> bool:
    return int(one.value[:4]) >= year - _YEARS


def _gaps(told: tuple[Moment, ...]) -> list[tuple[int, int]]:
    """The words between each date and the next, those right before the first and behind the last included."""
    edges = [max(0, told[0].start - 10), *(edge for one in told for edge in (one.start, one.end))]
    return [(edges[at], edges[at + 1]) for at in range(0, len(edges) - 1, 2)]


def _around(page: Page, place: int) -> str:
    """The words that may tell when: the clause, the one that leads up to it, those behind that tell only that."""
    index = page.index(place)
    before = page.previous(index)
    lead = page.words(before) if before is not None and not _FOUNDED.search(page.words(before)) else ""
    told, number = lead + page.words(index), page.clauses[index].sentence
    dated = False
    for later in range(index + 1, min(index + 4, len(page.clauses))):
        words = page.words(later)
        first = next((one.start for one in dates.find(words, page.as_of)), None)
        ago = dates.LONG_AGO.search(words)
        first = first if first is not None else ago.start() if ago else None
        alone = first is not None and _LITTLE.fullmatch(words, 0, first) and not _ELSE.search(words)
        goes_on = first is None and dated and page.clauses[later].sentence == number
        if not (alone or goes_on or _NO_YEAR.search(words)):
            break
        dated = dated or bool(alone)
        told += "," + words
    return told
