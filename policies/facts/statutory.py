"""A contract without a day for payment, and how late a claim is by the regulation then.

A public body has 30 days from delivery; so it was under the text of 2020 too. A large enterprise has 60, for contracts
made since 1 June 2025 (payment regulation, art. 9). Other payers have no such day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from policies.facts import due
from policies.facts.found import Findings, Found
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_DAY_EN = (
    r"(?:(?:payment|due) (?:date|day|term|deadline|period)|(?:date|day|term|deadline|time limit|period) (?:of|for|by "
    r"which)(?: \w+){0,3}? (?:payment|paying|pay|paid))"
)
_NO_TERM = lazy(
    rf"(?<![a-z])(?:(?:names?|named|sets?|fix(?:es|ed)|gives?|gave|has|had|contains|mentions|states|with) no {_DAY_EN}|"
    rf"no {_DAY_EN} (?:is|was|has been|had been) (?:agreed|fixed|set|named|written|put)|"
    rf"(?:does|did)(?: not|n't) (?:name|set|fix|give|mention|state|say) (?:an?|any) {_DAY_EN})(?![a-z])|"
    r"(?:付款(?:日期?|期限|时间|期)|账期|哪天付|何时付)[^,。;没未]{0,4}(?:没有?|未|并未)(?:约定|写|规定|说|定|载明)"
)
_SIGNS = ("date", "day", "term", "deadline", "period", "time", "付款", "账期", "付")
_LARGE_SINCE = date(2025, 6, 1)
_PUBLIC_SINCE = date(2020, 9, 1)
_PUBLIC_DAYS, _LARGE_DAYS = 30, 60


def no_term(page: Page) -> Findings:
    """`contract_term_agreed` denied in words of the contract."""
    if not any(sign in page.text for sign in _SIGNS):
        return
    for match in _NO_TERM.finditer(page.text):
        if judge(page, match.end(), match.end(), ours=True) in (Standing.STATED, Standing.DENIED):
            yield Found("contract_term_agreed", False, match.start(), match.end(), 2)


def overdue(page: Page, told: Sequence[Found]) -> Findings:
    """Days since the regulation's term ran out, where the contract has none and nothing else tells how late it is."""
    delivered = [one for one in told if one.name == "delivery_date" and len(str(one.value)) == _WHOLE_DATE]
    if len({one.value for one in delivered}) != 1 or _NOT_US.search(page.words(page.index(delivered[0].start))):
        return
    day = date.fromisoformat(str(delivered[0].value))
    since = ((due.came(page) or page.as_of) - day).days
    days = term(told, day, since)
    if days is not None:
        yield Found("receivable_overdue_days", max(0, since - days), delivered[0].start, delivered[0].end)


def term(told: Sequence[Found], delivered: date, gone: int) -> int | None:
    """The regulation's days, where the contract has none and nothing else tells how late a claim is.

    A large enterprise whose contract has no date may be bound by the text of 2020, which knew no number of days: it is
    only sure that nothing is late by the regulation before the days of the new one are over.
    """
    values: dict[str, set[object]] = {}
    for one in told:
        values.setdefault(one.name, set()).add(one.value)
    if values.get("contract_term_agreed") != {False} or not _OPEN_CLAIMS.isdisjoint(values):
        return None
    if True in values.get("acceptance_agreed", ()):
        return None
    payers, contract = _payers(told), _earliest(values.get("contract_date", set()))
    if payers == {"large-enterprise"} and contract is None and delivered >= _LARGE_SINCE and gone <= _LARGE_DAYS:
        return _LARGE_DAYS
    return _term(payers, contract)


_WHOLE_DATE = len("2025-09-04")
_NOT_US = lazy(
    r"姐妹公司|兄弟公司|朋友|隔壁|同行|亲戚|(?<![a-z])(?:(?:sister|affiliated|neighbou?ring) "
    r"(?:company|firm|factory|shop)|"
    r"(?:a|my|our) (?:friend|neighbou?r|brother|cousin|colleague)|another (?:supplier|firm|company))(?![a-z])"
)
"""A delivery by somebody else."""
_OPEN_CLAIMS = frozenset({"receivable_overdue_days", "term_days"})


def _payers(told: Sequence[Found]) -> set[object]:
    """The kinds of payer told with the greatest weight."""
    payers = [one for one in told if one.name == "payer_kind"]
    most = max((one.weight for one in payers), default=0)
    return {one.value for one in payers if one.weight == most}


def _earliest(days: set[object]) -> date | None:
    """The first day that the one date of a contract may mean; None where none, or more than one, is told."""
    told = {str(day) for day in days}
    longest = max(told, key=len, default="")
    if not longest or any(not longest.startswith(day) for day in told):
        return None
    year, month, day = (*map(int, longest.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _term(payers: set[object], contract: date | None) -> int | None:
    if payers and payers <= {"department", "institution"} and (contract is None or contract >= _PUBLIC_SINCE):
        return _PUBLIC_DAYS
    if payers == {"large-enterprise"} and contract is not None and contract >= _LARGE_SINCE:
        return _LARGE_DAYS
    return None
