"""Counts of heads that describe another house: "orders from a car maker with 30,000 workers", 欠款方…员工两百."""

from __future__ import annotations

import re

from policies.facts.own_lending import lender_writes
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_OURS = lazy(
    r"我[们司厂公家]|咱|本公司|自己|(?<![a-z])(?:we(?!bsite)|we're|i|i'm|my|our (?:own )?(?:staff|team|headcount|"
    r"firm|company|shop|"
    r"people|workforce|house|plant|factory|works|business)|ours (?:is|has|are)|(?:this|the) (?:company|firm)|"
    r"it is us)(?![a-z])"
)
"""A subject that is the writer's house."""
_OUTSIDER = lazy(
    r"欠款?(?:方|人|的)|欠[钱账](?:方|人|的)|债务人|付款方|成员单位|会员里|买主|那边的团队|"
    r"(?<![a-z])(?:debtors?|borrower|insurers?|headquarters|head office|tenants?|seller|lender|guarantor|insured|"
    r"affiliate|licensee|caterer|builder|sister (?:plant|firm|company|works)|(?:whom|which|who|that) owes? us|"
    r"owed (?:\S+ ){0,3}by|"
    r"our mother(?: concern)?|our hq|(?:the|our) (?:hq|mother) has|members? (?:alone )?(?:have|has|had)|(?:one|"
    r"the first) (?:airline|of the chains) has|not the [\w-]+ one|studio (?:next|two|across|above|below)|bank itself|"
    r"the bank (?:has|with|counts))(?![a-z])"
)
_WE_ARE = lazy(r"(?<![a-z])(?:we are|we're|i am|i'm|i run|as|ours is|it is)(?: an?| the)(?: [\w-]+){0,3} $")
_NAMED = (
    r"(?:(?<![a-z])(?:an?|the|another|one|some)(?: [\w'’&-]+){1,7}? (?:with(?: its)?|which has|that has|has|had|"
    r"counting|"
    r"(?<=firm )of|(?<=company )of|(?<=group )of|(?<=shop )of|(?<=house )of|(?<=maker )of|(?<=concern )of|"
    r"employing)(?: about| some| only| just)? $)"
)
_NP = lazy(_NAMED)
_BEHIND = lazy(
    r"(?<![a-z])(?:to|from|by|against|than|into|with|whose|one is|gone to|went to|sold|owed)(?: the| such)?\s?$"
)
"""What leads up to a house that somebody deals with: "orders from a car maker with …"."""
_OF_MINE = lazy(
    r"(?<![a-z])(?:i (?:write|work|ask|speak|keep|run|do|am|manage|write this)|on behalf|writing|working|speaking|"
    r"accountant|"
    r"bookkeeper|manager|owner|director)(?![a-z])"
)
_DOES = lazy(
    r"\s?(?:that |which |who )?(?:owns?|owes|holds?|took|takes|paid|pays|gets?|got|bought|buys|won|ordered|"
    r"(?:has|have) (?:complained|claimed|taken|asked|bought|founded|ordered|paid|not paid)|was (?:given|told)|"
    r"complained|owed|founded|established us)(?![a-z])"
)
"""What a house does that is not the writer's: "a trading house with 1,100 employees owns two thirds of us"."""
_APART = lazy(
    r"\s?(?:one of (?:the|our|them)|another|(?:the|our) (?:seller|parent|mother|buyer|customer|insured|licensee|"
    r"owner|other|largest|"
    r"biggest|debtor|shareholder))(?![a-z])"
)
_ONE_OF_THEM = lazy(r"\s?(?:(?:and|but|for) )?(?:he|she|they|it)(?:'s|'re| is| are| has| have| had)(?![a-z])")
_IN_DEBT = lazy(r"(?<![a-z])(?:owes?|owed|overdue|debtor|buyer|customer|stiffed|claim against)(?![a-z])|欠|拖着")
_FIRST = lazy(r"\s?(?:the company|our (?:company|firm)|we|i|this company)(?![a-z])")


def counts_theirs(page: Page, index: int, one: Quantity) -> bool:
    """Whether the heads that a clause counts are another house's."""
    clause = page.clauses[index]
    first = index
    while (before := page.previous(first)) is not None and index - first < 8:
        first = before
    opening = page.text[page.clauses[first].start : one.start]
    said = [one for one in _OUTSIDER.finditer(opening) if not _WE_ARE.search(opening, 0, one.start())]
    if said and not _OURS.search(opening, said[-1].end()) and not lender_writes(page):
        return True
    lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
    if _dealt_with(page, first, index, lead, tail):
        return True
    return bool(
        _ONE_OF_THEM.match(opening)
        and not _OURS.search(opening)
        and first
        and _IN_DEBT.search(page.sentence(first - 1))
        and not _FIRST.match(page.sentence(first - 1))
    )


def _dealt_with(page: Page, first: int, index: int, lead: str, tail: str) -> bool:
    """A house named with its heads, as one that others deal with, that does something to us, or as an aside."""
    named = _NP.search(lead)
    if named is None:
        return False
    ahead = lead[: named.start()]
    if re.search(r"(?<![a-z])(?:rule|standard|table|definition|measure|class)", named[0]):
        return False
    if _BEHIND.search(ahead):
        return not _OF_MINE.search(page.text, page.clauses[first].start, page.clauses[index].start + len(ahead))
    if ahead.strip() not in ("", "and", "but", "while"):
        return False
    if _DOES.match(tail) or (not tail.strip() and _DOES.match(_next(page, index))):
        return True
    opening = page.text[page.clauses[first].start : page.clauses[index].start]
    return first < index and _APART.match(opening) is not None and not _OURS.search(opening)


def _next(page: Page, index: int) -> str:
    following = index + 1
    same = following < len(page.clauses) and page.clauses[following].sentence == page.clauses[index].sentence
    return page.words(following) if same else ""
