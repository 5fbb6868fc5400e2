"""A first loan that other words gainsay: first at this bank or this year only, or one that was borrowed before.

Only the first loan of all counts (Beijing SME regulation, art. 22), so such words leave it open.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.facts import earlier_credit, unruled
from policies.facts.earlier_credit import not_ours
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.facts.unsettled import SAID_UNKNOWN
from policies.patterns import lazy

_QUALIFIED = lazy(
    r"(?:今年|本年|年内|这家银行|[在从跟向](?:这家|该|贵)行|搬[到来迁][^,。;]{0,8}(?:后|以来)|近[\d一二两三四五]+年)[^,。;]{0,6}?"
    r"(?:第一笔|首笔|首次|第一次)[^,。;]{0,4}(?:贷|借)|(?:银行|行里|支行)[^,。;]{0,6}(?:叫|称|算)[^,。;]{0,3}首贷|(?:近|最近|"
    r"过去)[\d一二两三四五]+年[^,。;]{0,4}(?:没有?|未)[^,。;]{0,6}(?:贷|借)|"
    r"(?<![a-z])first (?:ever )?(?:bank )?(?:loan|borrowing) (?:since|this (?:year|spring|month|quarter)|of (?:more "
    r"than|over)|above|over|in (?:\w+ ){1,2}years|(?:at|with) (?:this|the (?:new|present)) |(?:here )?in the capital)|"
    r"(?:calls?|called|counts? (?:it )?as|regards? (?:it )?as|so-called|passes (?:for|as)) (?:an?|our|the|its) "
    r"['\"]?first|"
    r"(?:no bank|nobody|never)(?: \w+){0,4} (?:lent|loan|borrowed)(?: \w+){0,3} in the (?:last|past) \w+ years"
)
_LOAN = lazy(
    r"贷|借|透支|按揭|分期|授信|(?<![a-z])(?:lent|loans?|financed|instal?lment plan|hire[- ]purchase|mortgages?|"
    r"borrow\w*|overdrafts?|credit lines?|(?:we|it|they) (?:had|took) one|"
    r"report (?:shows|showed|has|had) one)(?![a-z])"
)
_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_BEFORE = lazy(
    r"早年|多年前|几年前|前几年|先前|(?<![a-z])(?:(?:some |many |several |\w+ )?years ago|long ago|once before|"
    r"long since (?:paid|repaid)|had (?:already )?(?:re)?paid (?:off |back )?an?)(?![a-z])"
)
_FIRST = lazy(r"首|第一|头一|(?<!银行)从来?没|从未|(?<![a-z])(?:first|never|founded|established|set up|since)(?![a-z])")
_FRESH = 2  # years within which a loan may be the first one itself


def find(page: Page, told: Sequence[Found]) -> Findings:
    """The doubt about a first loan that was `told`, where nothing denies it already."""
    values = {one.value for one in told if one.name == "first_loan"}
    if False in values:
        return
    if earlier := tuple(earlier_credit.find(page)):
        yield from earlier
        return
    yield from unruled.find(page)
    if True not in values:
        return
    for match in _QUALIFIED.finditer(page.text):
        if not page.theirs(match.start()):
            yield Found("first_loan", None, match.start(), match.end(), SAID_UNKNOWN)
    for index, clause in enumerate(page.clauses):
        first = _FIRST.search(page.words(index))
        words = page.words(index)[: first.start() if first else None]
        loan = _LOAN.search(words)
        if loan is None or page.wished(index) or not _earlier(page, words) or not_ours(page, index):
            continue
        start = clause.start + loan.start()
        standing = judge(page, start, start + len(loan[0]), ours=True)
        if not page.theirs(start) and standing in (Standing.STATED, Standing.OPEN):
            yield Found("first_loan", None, start, start + len(loan[0]), SAID_UNKNOWN)


def _earlier(page: Page, words: str) -> bool:
    """Whether words tell of a time before any loan that is spoken of now."""
    old = any(int(year) < page.as_of.year - _FRESH for year in _YEAR.findall(words))
    return old or _BEFORE.search(words) is not None
