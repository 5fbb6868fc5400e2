"""Rates that are not our loan's: the benchmark, the LPR that was told, and by how much bad loans exceed the rest."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_LPR = lazy(r"(?:lpr|报价利率)[^\d。;]{0,14}$")
_BENCHMARK = lazy(
    r"基准(?:贷款)?(?:年)?利率[^\d。;]{0,12}$|基准(?:是|为)?$|(?<![a-z])benchmark(?:\s(?:loan|lending|interest|"
    r"one-year|rate)){0,3}(?:\s\w+){0,5}\s$"
)
_BENCHMARK_BEHIND = lazy(r"\s?的?(?:央行)?(?:一年期)?(?:贷款)?基准|\s(?:\w+\s){0,2}benchmark(?![a-z])")
_BENCHMARKS = lazy(r"基准|benchmark")
_BAD = lazy(
    r"不良(?:贷款)?(?:率|容忍度?)|坏账率|逾放|不良(?=[^,。;]{0,4}[占比]比?)|"
    r"(?<![a-z])(?:bad[- ]loans?|gone bad|npl|non-?performing)(?: loan)?s?(?: ratio| rate)?(?![a-z])"
)
_TURNED_BAD = lazy(
    r"(?:放(?:出去|给)?|贷(?:出去|款|给)?|借出去)[^。;]{0,24}?(?:坏(?:了|掉)|变坏|收不回|成了?坏账|烂(?:了|掉|账))|"
    r"(?<![a-z])(?:money lent|lent (?:out )?to|lending|loans?|loan book|(?:loan )?portfolio|advances|book)"
    r"(?![a-z])[^.;\d]{0,80}?(?<![a-z])(?:(?:is|are|was|were|has|have|had|went|go(?:es)?) (?:now |all )?(?:bad|sour|"
    r"in default|in trouble|unrecoverable|doubtful)|(?:has|have|had) (?:gone|turned) (?:bad|sour)|turned (?:bad|sour)|"
    r"(?:not|n't|never) (?:being |been )?(?:paid back|repaid|recovered)|go unpaid|(?:in|into) default|written off)"
    r"(?![a-z])"
)
"""Bad loans that go without their name: "4.8 per cent of the money lent to technology firms is bad"."""
_STOOD = lazy(r"(?<![a-z])(?:stood|stands|stand|is|was|are|were)(?: at)? $")
"""Ahead of a ratio told without its sign: "across the entire book the figure stood at 1.4"."""
_ABOVE = lazy(
    r"高(?:出|了|于)?[^\d。;]{0,10}$|多(?:出|了)[^\d。;]{0,4}$|超(?:出|过)?(?:了)?[^\d。;]{0,8}$|"
    r"(?<![a-z])(?:exceeds?|exceeded|higher|above|over|more)(?: [\w']+){0,6} by\s(?:about\s)?$"
)
_ABOVE_BEHIND = lazy(
    r"\s?(?:points?\s)?(?:above|higher|over|more)(?! (?:all|our|the whole|everything|its|"
    r"the entire))(?![a-z])"
)
_BELOW = lazy(r"低(?:出|了|于)?[^\d。;]{0,10}$|少(?:了)[^\d。;]{0,4}$|(?<![a-z])(?:lower|below)(?: [\w']+){0,6} by\s$")
_BELOW_BEHIND = lazy(r"\s?(?:points?\s)?(?:below|lower|under)(?![a-z])")


_WHOLE = lazy(
    r"各[项类](?:贷款|放款)|(?:我行|本行|全行)(?:目前|现在|去年|的|整体|平均)*不良|"
    r"全部贷款|总体|整体|全行|所有贷款|(?<![a-z])(?:whole|overall|all (?:our |its )?(?:loans|lending)|total|"
    r"entire|taken together|every kind of (?:loan|lending)|across)(?![a-z])"
)
_TECHNICAL = lazy(r"科技|(?<![a-z])(?:tech|technology|science)(?![a-z])")


_CEILING = lazy(r"(?:up to|at most|no more than|not more than|最多|至多|不超过)\s?$")
"""Ahead of the share of bad loans that a lender means to bear."""
_WITHIN = lazy(r"\s?(?:以内|之内|以下)")
_POINTS = lazy(r"point|点")
_BACK = 4
"""Clauses before a share in which the loans that it is of may be named."""


def _two_ratios(page: Page) -> Findings:
    """The excess of one ratio of bad loans over another, where each is told by itself: one of the whole book, and one
    of loans to technology firms, or else the only other one."""
    if not _of_bad_loans(page.text):
        return
    whole: list[Quantity] = []
    technical: list[Quantity] = []
    others: list[Quantity] = []
    ceilings: list[Quantity] = []
    for index in range(len(page.clauses)):
        for one in page.quantities_in(index):
            words = _around(page, index, one)
            if one.value >= 30 or strangers(page, one.start):
                continue
            if one.vague:
                if _ceiling(page, one):
                    ceilings.append(one)
                continue
            if one.kind != "pct" and not (one.kind == "plain" and _STOOD.search(page.text, 0, one.start)):
                continue
            before, back = page.previous(index), 0
            while before is not None and back < _BACK and not (_WHOLE.search(words) or _TECHNICAL.search(words)):
                if any(other.kind in ("pct", "plain") for other in page.quantities_in(before)):
                    break  # what is said there is said of another share
                words = page.words(before)  # 小微科技企业的放款,逾放(不良)比率来到4.6%
                before, back = page.previous(before), back + 1
            of_whole, of_technical = _WHOLE.search(words), _TECHNICAL.search(words)
            (whole if of_whole else technical if of_technical else others).append(one)
    special = technical or ((others or ceilings) if _TECHNICAL.search(page.text) else [])
    if len(whole) == len(special) == 1:
        first, last = sorted((whole[0], special[0]), key=lambda one: one.start)
        yield Found("npl_excess_pct", number(special[0].value - whole[0].value), first.start, last.end, 1)


def _ceiling(page: Page, one: Quantity) -> bool:
    """Whether a share is the most that may go bad, told as a ratio and not in points above another."""
    told = _CEILING.search(page.text, max(0, one.start - 12), one.start) or _WITHIN.match(page.text, one.end)
    return told is not None and _POINTS.search(page.text, one.start, one.end) is None


def _of_bad_loans(words: str) -> bool:
    return _BAD.search(words) is not None or _TURNED_BAD.search(words) is not None


def _around(page: Page, index: int, one: Quantity) -> str:
    """The words that a share of a clause is of: those behind it up to the next share, else the whole clause."""
    shares = [other for other in page.quantities_in(index) if other.kind in ("pct", "plain")]
    clause = page.clauses[index]
    if len(shares) == 1:
        return page.words(index)
    following = next((other.start for other in shares if other.start > one.start), clause.end)
    behind = page.text[one.end : following]
    preceding = max((other.end for other in shares if other.start < one.start), default=clause.start)
    return behind if _OF_IT.match(behind) else page.text[preceding : one.start]


_OF_IT = lazy(r"\s?(?:of|on|for|across|in|among|的)(?![a-z])")


def find(page: Page) -> Findings:
    """`benchmark_rate_pct`, `lpr_1y_pct` and `npl_excess_pct`."""
    if "lpr" in page.text or "报价利率" in page.text:
        yield from _lpr(page)
    if not (_BENCHMARKS.search(page.text) or _of_bad_loans(page.text)):
        return
    yield from _two_ratios(page)
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if one.kind != "pct" or one.vague:
                continue
            lead, tail = page.text[clause.start : one.start], page.text[one.end : clause.end]
            if one.value < 20 and (_BENCHMARK.search(lead[-48:]) or _BENCHMARK_BEHIND.match(tail)):
                if not re.search(r"(?:上浮|下浮|高|低|加|减|above|below|plus|times)[^\d]{0,6}$", lead):
                    yield Found("benchmark_rate_pct", number(one.value), one.start, one.end, 2)
            elif _of_bad_loans(page.sentence(index)):
                if _ABOVE.search(lead) or _ABOVE_BEHIND.match(tail):
                    yield Found("npl_excess_pct", number(one.value), one.start, one.end, 2)
                elif _BELOW.search(lead) or _BELOW_BEHIND.match(tail):
                    yield Found("npl_excess_pct", number(-one.value), one.start, one.end, 2)


def _lpr(page: Page) -> Findings:
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            named = _LPR.search(page.text[max(clause.start, one.start - 30) : one.start])
            if one.kind == "pct" and named and 0 < one.value < 20:
                yield Found("lpr_1y_pct", number(one.value), one.start, one.end)
