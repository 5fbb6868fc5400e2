"""For how long a loan runs: `loan_term_days`, a month of 30 days and a year of 360."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from policies.facts.drawing import LOAN
from policies.facts.found import Findings, Found, number
from policies.facts.loan_words import CREDIT, LENDER, lends
from policies.facts.scope import Page
from policies.patterns import lazy

_HALF_YEAR = lazy(
    r"(?:借|贷|期限|为期|期|用|只用|用了|借用)(?:了|是|为|只有)?半年|(?<=[,、])半年期?(?=[,。;、]|$)|半年期|(?<![a-z])(?:for|"
    r"over|term of|of) half a year(?! (?:now|already|late))"
)
_A_YEAR = lazy(
    r"(?<![a-z])(?:(?:for|over|(?:a )?term of|tenor of|length of|of|runs?|ran) "
    r"(?:just |only |exactly |a total of )?(?P<year>an? "
    r"(?:full |whole |single )?year)(?! (?:now|already|late|or|and a half|ago|before|earlier))|"
    r"(?P<adj>year-long|yearlong)(?= (?:\w+ )?(?:loan|facility|line)))(?![a-z])"
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WAITED = lazy(
    r"(?<![a-z])(?:applications?|lay|lain|wait\w*|grew|sales|customers?(?!'s? (?:\w+ ){0,2}(?:invoices|bills|debts))|"
    r"profits?|policy|insur\w+|warranty|leas\w+|"
    r"rent\w*|"
    r"overdue|arrears|late|(?<!customers )owes?|owed|contract|employ\w*|worked|project)(?![a-z])"
)
_QUARTERS = lazy(
    r"(?<![a-z])(?:for|over|runs?|ran(?: for)?|term(?: of|:)?) (?P<n>one|two|three|four|[1-4]) quarters?(?! "
    r"of)(?![a-z])"
)
_MONTH_NAME = lazy(r"(?<!个)月$")
"""7月到期: a month of the calendar, not seven months."""
_UNPAID = lazy(
    r"(?<![a-z])(?:(?:not|n't) (?:yet )?paid|unpaid(?! (?:invoices|bills|debts|receivables)(?: \w+){0,4} (?:received|"
    r"got|given|obtained|borrowed|drew|raised|took))|owed?|overdue|late|arrears)[^.;]*$"
)
_TERM_EN = lazy(
    r"(?<![a-z])(?:loan (?:runs|ran|lasts|lasted)(?: for)?|(?:term|tenor|tenure|maturity|duration|length|life)"
    r"(?: of (?:the|"
    r"this|our) loan)?(?: "
    r"(?:is|was|of|being))?\s?:?|over|repayable (?:after|in|within)|(?:to be )?(?:re)?paid (?:back )?(?:within|after|"
    r"over|in)|due (?:after|in)|runs? (?:for|over)|running (?:for)?|kept (?:it )?for|used (?:it )?for|"
    r"had (?:it|the use of it) for)\s?(?:a term of |a period of )?$"
)
_ONLY_FOR = lazy(r"\s?(?:just |only |all )?(?:for|over)\s")
_GOES_ON = lazy(
    r"\s?(?:$|(?:at|from|with|on|against|under|out of|to|through|by|of|secured|unsecured|backed|"
    r"interest)(?![a-z])|[\d.]+\s?%)"
)
"""What may follow the length of a loan within its clause."""
_DAY_COUNT = lazy(r"\s?(?:year|basis|count)(?![a-z])|-?\s?year (?:basis|of)|制|计息|为一年|一年(?:算|计)")
"""By how many days a year interest is reckoned: "on a 365-day year"."""
_BARELY = frozenset({"", "就", "才", "只", "只有", "整整", "共", "仅", "也就", "a mere", "only", "just"})
_SPAN = lazy(r"\s?(?:-|~|～|to|until|till|through|到|至|起至|起,?到)\s?")


def find(page: Page) -> Findings:
    """The length of a loan, told by a number, by a word (half a year) or by its first and last day."""
    if not CREDIT.search(page.text) and not LENDER.search(page.text) and not LOAN.search(page.text):
        return
    yield from _terms(page)
    yield from _in_words(page)
    yield from _from_day_to_day(page)


def _terms(page: Page) -> Findings:
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind not in ("days", "years") or one.vague or page.wished(index):
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if _UNPAID.search(lead) or _DAY_COUNT.match(tail) or _MONTH_NAME.search(page.text[one.start : one.end]):
                continue
            if _of_a_loan(page, index) and (_is_term(page, index, lead, tail) or _TERM_EN.search(lead)):
                days = one.value * 360 if one.kind == "years" else one.value
                yield Found("loan_term_days", number(days), one.start, one.end)


def _of_a_loan(page: Page, index: int) -> bool:
    """Whether the sentence of a clause, or the clause before it, speaks of a loan."""
    sentence = page.sentence(index)
    return bool(
        LOAN.search(sentence)
        or LOAN.search(page.words(max(0, index - 1)))
        or lends(sentence, page.text[max(0, page.clauses[index].start - 200) : page.clauses[index].start] + sentence)
    )


def _in_words(page: Page) -> Findings:
    """借半年, "for half a year", "for a year": a length that has no number of its own."""
    for match in _HALF_YEAR.finditer(page.text) if "half" in page.text or "半年" in page.text else ():
        index = page.index(match.start())
        if _of_a_loan(page, index) and not page.wished(index):
            yield Found("loan_term_days", 180, match.start(), match.end())
    for match in _A_YEAR.finditer(page.text) if "year" in page.text else ():
        index = page.index(match.start())
        words = page.words(index)
        start = match.start("year" if match["year"] else "adj")
        if _of_a_loan(page, index) and not _WAITED.search(words) and not page.wished(index):
            yield Found("loan_term_days", 360, start, match.end())
    for match in _QUARTERS.finditer(page.text) if "quarter" in page.text else ():
        index = page.index(match.start())
        words = page.words(index)
        if LOAN.search(words) and not _WAITED.search(words) and not page.wished(index):
            yield Found("loan_term_days", 90 * _COUNTS[match["n"]], match.start(), match.end())


def _from_day_to_day(page: Page) -> Findings:
    """ "1 March 2022 to 28 February 2023": the days between, whole months as such."""
    for first, last in pairwise(page.moments):
        if first.value.count("-") != 2 or last.value.count("-") != 2:
            continue
        if not _SPAN.fullmatch(page.text[first.end : last.start]) or not _of_a_loan(page, page.index(first.start)):
            continue
        try:
            days = (date.fromisoformat(last.value) - date.fromisoformat(first.value)).days
        except ValueError:
            continue
        if days > 0:
            months = round(days * 12 / 365.25)
            whole = months and abs(days - months * 365.25 / 12) <= 2
            yield Found("loan_term_days", 30 * months if whole else days, first.start, last.end)


def _is_term(page: Page, index: int, lead: str, tail: str) -> bool:
    """Whether a length of time between `lead` and `tail` is how long the loan runs."""
    if (
        re.match(r"(?:前|内|来|后|期lpr|以来|的?历史|ago|old)", tail.strip())
        or re.search(r"成立|开了|lpr|近|past|last|逾期|拖|owe|欠|证书|certificate", lead[-14:])
        or re.match(r"期?(?:lpr|基准|贷款市场|央行)", tail)
    ):
        return False
    if re.search(
        r"(?:期限|为期|期|借期|贷款期|借|贷|周期|用)(?:了|的是|是|为|只有|就|才|仅|共|约|:|\s)?$|"
        r"提款到还款(?:整整|一共|共|正好|刚好|是)?$",
        lead,
    ) or re.match(
        r"\s?期(?!间|末|初|货)|的?(?:流动资金|短期|信用)?(?:银行)?(?:贷款|借款)|[\s-](?:[a-z-]+\s){0,4}(?:loan|"
        r"credit|facility|advance|term|line|borrowing|overdraft)",
        tail,
    ):
        return True
    if re.search(r"(?:for|over|term of|of)\s$", lead) and not _WAITED.search(lead):
        made = LOAN.search(lead) or lends(lead, page.sentence(index))
        bare = any(q.kind == "cny" for q in page.quantities_in(index)) or _ONLY_FOR.fullmatch(lead)
        if made or (bare and _GOES_ON.match(tail)):
            return True
    alone = tail.strip()
    return lead.strip() in _BARELY and (not alone or alone.startswith(("at", "in all", "in total", "期", "到期")))
