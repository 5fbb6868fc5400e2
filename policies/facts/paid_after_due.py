"""A loan paid back in a later month than it was due in: 三月就该还清，四月中才补齐; "due on 1 March, paid on the 20th".

The two times tell the lateness without a word for it. Interest that was always on time does not take back a principal
that was late.
"""

from __future__ import annotations

import re

from policies.facts.dates import MONTHS
from policies.facts.found import Findings, Found
from policies.facts.numerals import chinese
from policies.facts.others import OTHER
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_NUM = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元|正)"
_DAY = r"(?:(?P<{0}>[1-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]|(?P<{0}part>[初中末底上下]))?"
_PAID_ZH = r"(?:还|付|结|偿|缴|清|补|凑|交|归)"
_DUE_ZH = lazy(
    r"(?:照理|按理|依约|按约|照约|合同|约定|规定|本该|本应|原定|原应|理应|应于?|应当|应该|该|须|到期|期满)"
    rf"[^。;没未]{{0,16}}?(?<!\d)(?P<month>{_NUM})月份?(?P<of>{_DAY.format('day')})(?:旬)?[^。;]{{0,10}}?(?:还|付|清|结|到期|偿|期满)|"
    rf"(?<!\d)(?P<month2>{_NUM})月份?(?P<of2>{_DAY.format('day2')})(?:旬)?(?:就|便|即|已|要)?(?:应|该|到期|本该|期满|须)"
)
_PAID_LATER_ZH = lazy(
    rf"(?<!\d)(?P<month>{_NUM})月份?{_DAY.format('day')}(?:旬)?[^,。;没未]{{0,8}}?才[^,。;没未]{{0,14}}?{_PAID_ZH}"
)
_M = "|".join(MONTHS)
_DATE = rf"(?:(?P<{{0}}>[1-3]?\d)(?:st|nd|rd|th)? (?:of )?)?(?P<{{1}}>{_M})[a-z]*"
_DATE += r"(?: (?P<{2}>[1-3]?\d)(?!\d)(?:st|nd|rd|th)?)?"
_DUE_EN = lazy(
    r"(?<![a-z])(?:due|(?:should|ought to) have been (?:\w+ )?(?:cleared|repaid|paid|settled)|"
    r"(?:was|were|had) to (?:be )?"
    r"(?:re)?(?:paid|pay|repaid|cleared|settled?)|matured|fell due|expired|ended|payable)(?: (?:back|off|in full))?"
    r"[^.;\d]{0,20}? (?:by|in|on|at|before)(?: the)?(?: (?:end|beginning|middle|close) of| mid-?| early| late)? ?"
    + _DATE.format("day", "month", "day2")
)
_PAID_EN = lazy(
    r"(?<![a-z])(?:paid|repaid|cleared|settled|completed?|made up|finished|scraped together|managed|closed|went|came|"
    r"handed over|returned)(?![a-z])[^.;]{0,40}? (?:only )?(?:by|in|on|until|before)(?: the)?"
    r"(?: (?:end|beginning|middle) of)?(?: mid-?| early| late)? ?(?:in )?" + _DATE.format("day", "month", "day2")
)
_OWED = lazy(r"本金|本息|贷|借款|尾数|余款|(?<![a-z])(?:principal|loan|balance|borrow\w*|instal\w+|repa\w+)(?![a-z])")
_LOAN = lazy(r"贷|借款|本金|本息|(?<![a-z])(?:loan|borrow\w*|principal|bank)(?![a-z])")
_CLAIM = lazy(r"货款|尾款|工程款|欠我|应收|甲方|(?<![a-z])(?:invoices?|receivables?|owe[sd]?)(?![a-z])")
_EARLIER_OR_GRANTED = lazy(r"提前|展期|续贷|宽限|同意延|(?<![a-z])(?:early|ahead of|extended|extension|grace)(?![a-z])")
_OTHER_DUE = lazy(
    r"房租|租金|税|工资|社保|电费|供应商|保费|定金|(?<![a-z])(?:rent|tax\w*|wages|salar\w+|suppliers?|premiums?|machines?|"
    r"deliver\w*|orders?|building|plant|products?|project|fees?|deposits?)(?![a-z])"
)
"""What else may be paid, or finished, in a later month."""
_REACH = 90


def find(page: Page) -> Findings:
    """`loan_overdue` where the money is told to have come in a month, or on a day, behind the one it was due in."""
    text = page.text
    if not _LOAN.search(text):
        return
    tables = []
    if "才" in text:
        tables.append((_DUE_ZH, _PAID_LATER_ZH))
    if "due" in text or "should" in text or "ought" in text or " to be " in text or "matured" in text:
        tables.append((_DUE_EN, _PAID_EN))
    for due_words, paid_words in tables:
        for due in due_words.finditer(text):
            paid = paid_words.search(text, due.end(), due.end() + _REACH)
            if paid is None or not _late(page, due, paid) or _put_aside(page, due, paid):
                continue
            open_ = doubted(page, page.index(paid.start()))
            yield Found("loan_overdue", None if open_ else True, paid.start(), paid.end(), 3)


def _put_aside(page: Page, due: re.Match[str], paid: re.Match[str]) -> bool:
    """Whether the two times are not of a loan of ours, or are only supposed or agreed."""
    first, last = page.index(due.start()), page.index(paid.end() - 1)
    start, end = page.clauses[first].start, page.clauses[last].end
    told = page.text[start:end]
    if _OTHER_DUE.search(page.words(last)) and not _OWED.search(page.words(last)):
        return True
    near = page.text[max(0, start - _REACH) : start]
    if _CLAIM.search(told) or _EARLIER_OR_GRANTED.search(told):
        return True
    if not _OWED.search(told) and (OTHER.search(near + told) or _CLAIM.search(near) or not _OWED.search(near)):
        return True
    return page.wished(last, paid.end()) or page.sentence(last).rstrip().endswith("?")


def _time(match: re.Match[str]) -> tuple[int, int | None] | None:
    """The month and, where it is told, the day."""
    groups = match.groupdict()
    name = groups.get("month") or groups.get("month2")
    if not name:
        return None
    month = MONTHS.get(name[:3]) if name.isascii() and name.isalpha() else _number(name)
    day = _number(groups.get("day") or groups.get("day2") or "")
    return (month, day) if month else None


def _number(words: str) -> int | None:
    if words in ("元", "正"):
        return 1
    if not words:
        return None
    return int(words) if words.isdigit() else int(chinese(words) or 0) or None


_AFTER, _UNSAID = 9, 3
"""Months behind the due one within which a payment without its year still comes after it: with 才 or "only"; else."""
_ONLY_THEN = lazy(r"才|(?<![a-z])(?:only|until|finally|eventually|at last)(?![a-z])")


def _late(page: Page, due: re.Match[str], paid: re.Match[str]) -> bool:
    first, second = _time(due), _time(paid)
    if first is None or second is None:
        return False
    years = [_year(page, due), _year(page, paid)]
    if all(years) and years[0] != years[1]:
        return str(years[0]) < str(years[1])
    months = second[0] - first[0] if all(years) else (second[0] - first[0]) % 12
    if months == 0:
        return first[1] is not None and second[1] is not None and second[1] > first[1]
    return 0 < months <= (_AFTER if _ONLY_THEN.search(page.text, paid.start() - 6, paid.end()) else _UNSAID)


def _year(page: Page, match: re.Match[str]) -> str | None:
    """The year of a month, where the text tells it."""
    at = match.start("month") if match["month"] else match.start("month2")
    return next((one.value[:4] for one in page.moments if one.start <= at < one.end), None)


_PRINCIPAL = lazy(r"本金|(?<![a-z])principal(?![a-z])")
_ALL = lazy(r"本金|本息|贷款|(?<![a-z])(?:principal|loan|everything|repayments?|instal\w+)(?![a-z])")
_INTEREST = lazy(r"利息|付息|结息|(?<![a-z])interest(?![a-z])")


def but_for_interest(page: Page, found: list[Found]) -> list[Found]:
    """The statements without the punctuality of interest alone, where a principal is told to have been late."""
    late = [one for one in found if one.name == "loan_overdue" and one.value is True]
    if not late or not any(_PRINCIPAL.search(page.sentence(page.index(one.start))) for one in late):
        return found
    return [one for one in found if not (one.name == "loan_overdue" and one.value is False and _of_interest(page, one))]


def _of_interest(page: Page, one: Found) -> bool:
    words = page.words(page.index(one.start))
    return _INTEREST.search(words) is not None and _ALL.search(words) is None
