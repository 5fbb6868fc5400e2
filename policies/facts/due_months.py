"""Months for which payment was fixed: how late a claim is since the month's last day.

With its year the month is taken as told ("payable in November 2025"); without one it is the last that has ended, where
the words say that it has passed: "had to pay RMB 380,000 by the end of January".
"""

from __future__ import annotations

from datetime import date, timedelta

from policies.facts.dates import MONTHS
from policies.facts.found import Findings, Found
from policies.facts.numerals import chinese
from policies.facts.scope import Page
from policies.patterns import lazy

_LOAN = lazy(r"贷|借款|利息|还款|(?<![a-z])(?:loans?|bank|repay\w*|principal|interest|instal\w+)(?![a-z])")
_VERBS = (
    r"(?:due|payable|(?:fix(?:ed|es)|set|sets) (?:the )?payment|payment (?:(?:was|is) )?(?:due|fixed|set)|(?:ha[sd]|"
    r"must|was|were|is|are) (?:to )?(?:pay|be paid|settle|be settled)(?: us)?|"
    r"(?:should|ought to) have (?:been )?(?:paid|settled))"
)
_GAP = r"(?:[^.;\d]|\d[\d,.]*(?=[\s\d%]))"
"""Words and sums, not the end of a sentence."""
_UNTIL = r" (?P<how>in|for|by|during|(?:by|at|before) the end of|(?:by|at) end of|at the close of) (?:the month of )?"
_IN_MONTH_EN = lazy(rf"(?<![a-z]){_VERBS}(?![a-z])(?P<gap>{_GAP}{{0,60}}?){_UNTIL}$")
_IN_MONTH_ZH = lazy(r"(?:约定|写明|写着|应于?|应当|应该|须|最迟|最晚|规定|定于|定在|本该|本应)(?:在|于)?$")
_PAID_BEHIND = lazy(r"(?:月?[底末])?(?:以?之?前|内)?(?:把?[^,。;没未]{0,10}?)?(?:一次)?(?:付|支付|结清|结账|到账|打款)")
_OTHER_DEED = lazy(
    r"(?<![a-z])(?:sign\w*|deliver\w*|shipped|accepted|handed|order\w*|contract|finished|completed|done|work\w* in)"
    r"(?![a-z])"
)
_MONTH_ONLY, _PART_OF_MONTH = len("2025-09"), lazy(r"[初中旬]")
_BARE_EN = lazy(
    rf"(?<![a-z]){_VERBS}(?![a-z])(?P<gap>{_GAP}{{0,60}}?){_UNTIL}(?P<month>{'|'.join(MONTHS)})[a-z]*"
    r"(?! \d)(?!,? (?:19|20)\d\d)(?! (?:last|this|next) year)(?![a-z])"
)
_BARE_ZH = lazy(
    r"(?:约定|写明|写着|应于?|应当|应该|须|最迟|最晚|规定|定于|定在|本该|本应|该)(?:在|于)?(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
    r"月(?:份)?(?:[底末])(?:以?之?前|内)?(?:把?[^,。;没未贷]{0,14}?)?(?:付|支付|结清|结账|到账|打款)"
)
_PASSED = lazy(r"本该|本应|(?<![a-z])(?:was|were|had|should|ought|fell|fixed)(?![a-z])")
_OPEN_STILL = lazy(
    r"没[付给结收见有]|未[付收]|拖|欠|至今|到现在|(?<![a-z])(?:unpaid|overdue|late|still|nothing|"
    r"not (?:been )?(?:paid|seen|received|come)|no money|ha(?:s|ve) not|owes?|delay\w*)(?![a-z])|"
    r"n't (?:been )?(?:paid|seen|received|come)"
)


def find(page: Page) -> Findings:
    """Days since the last day of the month for which payment was fixed."""
    for moment in page.moments:
        if len(moment.value) != _MONTH_ONLY or _PART_OF_MONTH.search(page.text, moment.start, moment.end):
            continue
        index = page.index(moment.start)
        clause = page.clauses[index]
        lead = page.text[max(clause.start, moment.start - 120) : moment.start]
        english = _IN_MONTH_EN.search(lead)
        fixed = (english is not None and not _OTHER_DEED.search(english["gap"])) or (
            _IN_MONTH_ZH.search(lead) and _PAID_BEHIND.match(page.text, moment.end, clause.end)
        )
        if fixed and not _LOAN.search(page.sentence(index)) and not page.wished(index):
            year, month = map(int, moment.value.split("-"))
            late = max(0, (page.as_of - _last_day(year, month)).days)
            yield Found("receivable_overdue_days", late, moment.start, moment.end, 1)
    yield from _without_year(page)


def _without_year(page: Page) -> Findings:
    if not _OPEN_STILL.search(page.text):
        return
    for match in (*_BARE_EN.finditer(page.text), *_BARE_ZH.finditer(page.text)):
        index = page.index(match.end() - 1)
        dated = any(match.start("month") <= one.start < match.end() for one in page.moments)
        gap = match.groupdict().get("gap") or ""
        if dated or _OTHER_DEED.search(gap) or _LOAN.search(page.sentence(index)) or page.wished(index):
            continue
        told = match["month"]
        month = MONTHS.get(told[:3]) or (int(told) if told.isdigit() else int(chinese(told) or 0))
        ended = max(
            one for shift in (-1, 0) if (one := _last_day(page.as_of.year + shift, month)) < page.as_of or shift
        )
        ahead = (_last_day(page.as_of.year, month) - page.as_of).days
        if not 0 <= ahead <= _MAY_COME and (
            match[0].isascii() is False or _PASSED.search(page.text, page.clauses[index].start, match.end())
        ):
            yield Found("receivable_overdue_days", (page.as_of - ended).days, match.start("month"), match.end(), 1)


_MAY_COME = 92
"""A month that ends within so many days may be the one to come: then it is not said which is meant."""


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
