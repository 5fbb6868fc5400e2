"""Of which time a sentence speaks, where the clause of a figure does not say: a plan, or a year told before it."""

from __future__ import annotations

from policies.facts.scope import LAST_YEAR, Page
from policies.patterns import lazy

_PLAN = lazy(
    r"目标|计划(?!单列)|打算|预计|预期|明年|后年|希望|争取|(?<![a-z])(?:plan|target|aim|goal|forecast|budget)s?(?![a-z])"
)


def planned(page: Page, index: int) -> bool:
    """今年目标是收入破五千万，增长两成: a plan that the sentence spoke of before, and no last year since."""
    start, end = page.clauses[page.opening(index, 4)].start, page.clauses[index].start
    plans = list(_PLAN.finditer(page.text, start, end))
    return bool(plans) and not LAST_YEAR.search(page.text, plans[-1].end(), page.clauses[index].end)


_OPENS = lazy(
    r"\s?(?:in |for |our )?(?P<year>20\d\d)(?:年(?:那一?年)?|\s|$)"
    r"(?![^,。;]{0,12}(?:成立|创立|注册|设立|开业|founded|set up))"
)
_OF_SALES = lazy(
    r"那一?年|营收|收入|销售|营业额|业绩|赚|(?<![a-z])(?:sales|revenue|turnover|profits?)(?![a-z])|^\s?in 20\d\d$|"
    r"^\s?20\d\d (?:was|had been|saw|brought)(?![a-z])"
)


def year_of_before(page: Page, index: int) -> str:
    """The year of the figures with which the sentence began, as a lead: 2016年赚得最多，营收六千万."""
    number, first = page.clauses[index].sentence, index
    while first > 0 and page.clauses[first - 1].sentence == number and index - first < 3:
        first -= 1
        words = page.words(first)
        if LAST_YEAR.search(words):
            return ""
        opens = _OPENS.match(words)
        if opens and _OF_SALES.search(words):
            return f"{opens['year']}年"
    return ""
