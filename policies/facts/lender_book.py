"""A lender's own book, told by its parts: the balance without guarantors' cover, first loans one by one, its seat.

"Loans to small firms stood at 610m, of which 130m were backed by guarantee companies" leaves 480m that count; first
loans of "2, 3 and 4 million" are 9m together. The bank that a lending unit belongs to is where the unit is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import numerals, places
from policies.facts.found import Findings, Found, number
from policies.facts.own_lending import bank_speaks, lender_writes
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_BALANCE = lazy(r"余额|存量|结余|(?<![a-z])(?:balance|book|portfolio|outstanding|loans|lending|stock)(?![a-z])")
_SMALL = lazy(r"小微|中小|小企业|小型|(?<![a-z])(?:small\w*|smes?|micro)(?![a-z])")
_COVERED = lazy(
    r"(?<!没)(?<!没有)(?<!未)(?<!无)(?<!不)(?:由|经|有|靠|带|通过)?担保(?:公司|机构)?(?:来|去|给|所|为其)?"
    r"(?:担保|承保|保证|增信|的|[作做提]供?了?(?:担保|保))|"
    r"(?<![a-z])(?:backed|guaranteed|covered|secured|vouched for|supported|carr(?:y|ies|ied|ying)|with (?:a |"
    r"the )?(?:guarantee|"
    r"cover)|under)"
    r"(?: \w+){0,4}? ?(?:guarant\w+|guarantee compan\w+)(?![a-z])|(?<![a-z])guaranteed(?![a-z])|"
    r"(?<![a-z])guarant(?:ors?|(?:ee|y) (?:compan\w+|firms?|houses?)) (?:st(?:and|ood)s? behind|cover\w*|back\w*|"
    r"secure\w*)"
)
_BARE = lazy(
    r"没有?[^,。;]{0,6}担保|未[^,。;]{0,6}担保|无担保|不[经靠带][^,。;]{0,4}担保|"
    r"(?<![a-z])(?:without|not|no|none|free of|un(?=guaranteed))(?![a-z])[^.;]{0,30}guarant|unguaranteed"
)
_OF_WHICH = lazy(
    r"其中|当中|里面|扣(?:除|掉)|减去|除去|(?<![a-z])(?:of (?:which|this|that|these|it|them)|including|out of (?:which|"
    r"this|that)|less|minus|among (?:them|these)|but)(?![a-z])"
)
_NOT_NOW = lazy(
    r"前年|今年|明年|上限|目标|计划|(?<![a-z])(?:year before|this year|next|plan\w*|aim|target|limit)(?![a-z])"
)
_N = r"\d+(?:\.\d+)?"
_LIST = lazy(
    rf"(?P<en>(?:rmb |¥)?{_N}(?: ?(?:million|m))?(?:, (?:rmb |¥)?{_N}(?: ?(?:million|m))?){{0,6}},? and "
    rf"(?:rmb |¥)?{_N}) ?(?P<scale>million|m|thousand)(?![a-z])|"
    rf"(?P<zh>{_N}(?P<one>[万亿])?元?(?:[、,和及]{_N}[万亿]?元?){{1,6}})(?<=[万亿元])"
)
_FIRST = lazy(
    r"首贷|首笔|首次|第一[笔次]|从(?:来)?[没未][^,。;]{0,6}[贷借]|"
    r"(?<![a-z])(?:first (?:\w+ )?(?:loans?|credits?)|first-time borrowers|"
    r"never (?:before |yet )?(?:borrowed|had))(?![a-z])"
)
_REACH, _BACK = 120, 4


def find(page: Page) -> Findings:
    """`sme_loan_balance_cny`, `first_loans_lent_cny` and the region of a lender that writes."""
    if not any(sign in page.text for sign in ("贷", "loan", "lend", "borrow")):
        return
    if not lender_writes(page):
        if bank_speaks(page):
            yield from _seat(page)
        return
    for index in range(len(page.clauses)):
        for one in page.quantities_in(index):
            if one.kind == "cny" and not one.vague and _is_balance(page, index, one):
                yield from _uncovered(page, index, one)
    for match in _LIST.finditer(page.text):
        ahead = page.text[max(0, match.start() - _REACH) : match.start()]
        index = page.index(match.start())
        told = not (doubted(page, index) or page.wished(index, match.start()) or _NOT_NOW.search(ahead[-60:]))
        if _FIRST.search(ahead):
            value = number(_together(match)) if told else None
            yield Found("first_loans_lent_cny", value, match.start(), match.end(), 3)
    yield from _seat(page)


def _is_balance(page: Page, index: int, one: Quantity) -> bool:
    first = index
    while (previous := page.previous(first)) is not None and index - first < _BACK:
        first = previous
    near = (other for at in range(first, index + 1) for other in page.quantities_in(at))
    told_before = (other.end for other in near if other.kind != "plain")  # 一共 is no figure
    before = max((end for end in told_before if end <= one.start), default=0)
    lead = page.text[max(before, page.clauses[first].start, one.start - _REACH) : one.start]
    told = _BALANCE.search(lead) and _SMALL.search(page.text, max(0, one.start - _REACH), one.start)
    return bool(told) and not _NOT_NOW.search(lead) and not doubted(page, index)


def _uncovered(page: Page, index: int, whole: Quantity) -> Findings:
    """What is left of a balance, or the part of it named as free of guarantors."""
    sentence = page.clauses[index].sentence
    ahead = max(
        (one.end for one in page.quantities_in(index) if one.end <= whole.start and one.kind != "plain"), default=0
    )
    if _BARE.search(page.text, max(page.clauses[index].start, ahead, whole.start - _REACH), whole.start):
        yield Found("sme_loan_balance_cny", number(whole.value), whole.start, whole.end, 3)
        return  # what is told is free of guarantors already
    for later in range(index, min(index + 4, len(page.clauses))):
        clause = page.clauses[later]
        if clause.sentence > sentence + 1:
            break
        for part in page.quantities_in(later):
            if part.kind != "cny" or part.vague or not whole.end <= part.start or part.value >= whole.value:
                continue
            said = page.text[max(whole.end, part.start - 40) : clause.end]
            apart = _OF_WHICH.search(page.text, whole.end if clause.sentence == sentence else clause.start, clause.end)
            bare, covered = _BARE.search(said), _COVERED.search(said)
            if apart is None and (clause.sentence != sentence or not (bare or covered)):
                continue
            if bare:
                yield Found("sme_loan_balance_cny", number(part.value), part.start, part.end, 3)
            elif covered:
                yield Found("sme_loan_balance_cny", number(whole.value - part.value), whole.start, part.end, 3)
            return


def _together(match: re.Match[str]) -> Decimal:
    """The sum of a list of which the last scale holds for all that have none of their own."""
    if match["en"]:
        scale = numerals.SCALES[match["scale"]]
        return sum((Decimal(one) * scale for one in re.findall(_N, match["en"])), Decimal(0))
    last = re.findall(r"[万亿]", match["zh"])
    rest = numerals.BIG[last[-1]] if last else 1
    parts = re.findall(rf"({_N})([万亿]?)", match["zh"])
    return sum((Decimal(one) * (numerals.BIG[unit] if unit else rest) for one, unit in parts), Decimal(0))


_OWN_BANK = lazy(
    r"(?<![a-z])(?:i|we) (?:run|head|lead|manage|work (?:in|for)|am|are|belong to)(?![a-z])[^.;]{0,80}"
    r"(?:bank|branch|lender)|我们?(?:行|支行|是|这家)|本行|敝行|信贷专营|"
    r"[我咱]们?在[^,。;我]{0,12}(?:银行|支行|农商行|信用社)"
)


_LENT_TO = lazy(r"(?<![a-z])(?:lent|lend|loans?|credit) (?:[\w ]{0,20} )?to(?![a-z])|[给向]")
"""Before a place: it is the borrower's."""


def _seat(page: Page) -> Findings:
    """Where the only place that is named is the seat of the writer's bank."""
    codes = {(code, start, end) for code, start, end in places.named(page)}
    if len({code for code, _, _ in codes}) != 1 or any(True for _ in places.find(page)):
        return
    code, start, end = min(codes, key=lambda one: one[1])
    clause = page.clauses[page.index(start)]
    if _OWN_BANK.search(page.text, clause.start, clause.end) and not _LENT_TO.search(page.text, clause.start, start):
        yield Found("region", code, start, end)
