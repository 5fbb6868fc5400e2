"""A bank's unsecured loans of a year, all together: `credit_loans_lent_cny`.

Only loans of at most five million yuan a client count. A total that says nothing of the size of the single loan, or
counts larger ones in, leaves the fact open; the part of it that is told to be of small ones is what counts.
"""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.own_lending import unsecured_book
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted

MOST = 5_000_000
"""What one client may have borrowed for its loan to count, in yuan."""
_EACH = re.compile(
    r"[单每各](?:一?[户家笔]|个(?:客户|企业))|最[大多高]的?(?:一[户家笔])?|没有?一[户家笔]|都|"
    r"(?<![a-z])(?:each|every|per|single|largest|biggest|none|no (?:one|single|client|customer|borrower|firm|loan|"
    r"company)|nobody|any (?:one|single)|a (?:client|customer|borrower|firm|head)|apiece|individual|up to|all)(?![a-z])"
)
_AT_MOST = re.compile(
    r"不超过?|没有?(?:超过?|多于|高于)|未超|不[到足]|至多|最[多高大]|不[高大多]于|小于|"
    r"(?<![a-z])(?:at most|up to|not? (?:more|larger|bigger|higher) than|(?:none|no [\w ]{0,24}|nobody|never|not|n't)"
    r"(?: [\w-]+){0,4}? (?:above|over|exceed\w*|more than|larger than|beyond|past)|below|under|within|"
    r"maximum(?: of)?|ceiling|capped|largest|biggest)(?![a-z])"
)
_OR_LESS = re.compile(
    r"元?(?:及|或)?(?:以[内下]|之内|封顶|为[限上])|\s?(?:yuan )?(?:or (?:less|under|below|smaller)|at (?:the )?most|"
    r"maximum)(?![a-z])"
)
_OF_WHICH = re.compile(
    r"其中|当中|里面|(?<![a-z])(?:of (?:which|this|that|these|it|them)|out of (?:which|this|that)|including)(?![a-z])"
)
_NOT_HAD = re.compile(
    r"打算|计划|准备|目标|明年|预计|想|前年|(?<![a-z])(?:plan\w*|aim\w*|target|next year|expect\w*|hope|want|will|"
    r"could|would|year before)(?![a-z])"
)
_APART = re.compile(
    r"(?:另外?|此外|还|之外)(?:还|再)?(?:有|给)?[^,。;]{0,4}?(?:[一1](?:家|户|笔|个)|单[户笔])|"
    r"(?<![a-z])(?:one (?:more|other|further)|another|a further|besides,? one)(?: \w+)? "
    r"(?:client|customer|borrower|firm|loan|company)(?![a-z])"
)
_AHEAD = 30


def find(page: Page) -> Findings:
    """The total that a bank tells of its own unsecured loans, if it says that none is too large."""
    book = unsecured_book(page)
    if book is None:
        return
    place = page.index(book.start())
    sentence = page.clauses[place].sentence
    told = [
        (index, one)
        for index in range(max(0, place - 3), min(len(page.clauses), place + 7))
        if sentence <= page.clauses[index].sentence <= sentence + 1
        for one in page.quantities_in(index)
        if one.kind == "cny"
    ]
    limits = [one for index, one in told if _is_limit(page, index, one)]
    totals = [
        (index, one)
        for index, one in told
        if one not in limits and not one.vague and page.clauses[index].sentence == sentence
        if not _is_apart(page, index, one)
    ]
    if not totals:
        return
    index, total = totals[-1]
    whole = totals[0][1]
    parted = _OF_WHICH.search(page.text, whole.end, total.start) is not None
    small = [one for one in limits if one.value <= MOST and (one.start > whole.end or not parted)]
    sure = small and len(small) == len(limits) and (len(totals) == 1 or (len(totals) == 2 and parted))
    if _NOT_HAD.search(page.sentence(index)):
        return
    value = number(total.value) if sure and not doubted(page, index) else None
    yield Found("credit_loans_lent_cny", value, total.start, total.end, 3)


def _is_apart(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is a single loan beside the total that is too large to count: 另外有一家单户放了800万元."""
    start = max(page.clauses[index].start, one.start - _AHEAD)
    return one.value > MOST and _APART.search(page.text, start, one.start) is not None


def _is_limit(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is the most that one client has borrowed: 单户不超过500万元, "none above RMB 5 million"."""
    clause = page.clauses[index]
    first = max((two.end for two in page.quantities_in(index) if two.end <= one.start), default=clause.start)
    lead = page.text[max(first, one.start - _AHEAD) : one.start]
    told = _AT_MOST.search(lead) or _OR_LESS.match(page.text, one.end, clause.end)
    return told is not None and _EACH.search(page.text, clause.start, clause.end) is not None
