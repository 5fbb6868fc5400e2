"""Days gone since a delivery or an acceptance: no days overdue, as long as the agreed or the lawful term runs.

"Seven weeks later without payment", 货交了七十天, 才过去40天: only what is left after the term is how late a claim is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from policies.facts import statutory
from policies.facts.found import Findings, Found
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_HANDED_ZH = (
    r"(?:交付|交了?货|货(?:都|全|早就|已经?)?交(?:出去?|给[^,。;]{1,8})?|交(?=了)|交(?=了?一?批)|送了?货|发了?货|完工|竣工|"
    r"收了?货|验收(?:合格|通过)?)"
)
_GONE_ZH = r"(?:了|已经?|都|才|刚|只|过去|过|至今|到(?:现在|今天|今日|目前)|距今|有|快|整整|足足|,)"
_SINCE_ZH = lazy(rf"{_HANDED_ZH}(?:之?后|以后|以来)?{_GONE_ZH}{{1,6}}\s?$")
_HANDED_JUST = lazy(rf"{_HANDED_ZH}(?:之?后|以后|以来)?$")
_PASSED_ZH = lazy(r"(?P<only>[才刚只]|不过)?(?:已经?|都|是)?过(?:去)?了?\s?$")
_TO_PAY_ZH = lazy(r"\s?(?:之?内|以内|后|期)?(?:一次性?|全额|再|就|才|要|应|必须|需)?(?:付|支付|结|给|到期|账期)")
_DUE_ZH = lazy(r"到期|该付|该[给结]|应付|付款[日期]|期限|账期|逾期|约定|还款|最[后晚迟]|超")
_HANDED = lazy(rf"{_HANDED_ZH}|(?<![a-z])(?:deliver\w*|handed|shipped|supplied|took over|installed|accept\w+)(?![a-z])")
_EVENT_EN = (
    r"(?:the |our |its |their |full )?(?:delivery|handover|acceptance|receipt)|(?:we|it|they|the \w+) (?:was |were )?"
    r"(?:delivered|handed|accepted|supplied|took)"
)
_SINCE_EN = lazy(
    r" (?:(?:have|had|has|are|is) )?(?:now |already |only )?(?:(?:passed|gone(?: by)?|elapsed|on) )?"
    rf"(?:since|after|from) (?:{_EVENT_EN})(?![a-z])"
)
_LATER_EN = lazy(r" (?:later(?![a-z])|on(?=[,.;]| and)|(?:have|has) (?:now |already )?(?:passed|gone(?: by)?|elapsed))")
_NOW_EN = lazy(r"(?<![a-z])(?:it is|it's|now|today|we are|only|already|and) (?:now |only |already )?$|(?:^|[.;] )$")
_DUE_EN = lazy(
    r"(?<![a-z])(?:due|overdue|pay(?:s|able|ment)?|within|terms?|says?|contract|agreed?|allow\w*|g[ai]ve[sn]?|deadline|"
    r"last day|should|must|shall)(?![a-z])"
)
_SIGNS = lazy(r"[过交验]|since|after|later|passed|gone|elapsed")


def since_delivery(page: Page, one: Quantity) -> bool:
    """Whether a number of days is what has gone since the delivery, or the acceptance."""
    index = page.index(one.start)
    clause = page.clauses[index]
    lead = page.text[clause.start : one.start]
    opening = next(place for place in range(index + 1) if page.clauses[place].sentence == clause.sentence)
    told = page.text[page.clauses[opening].start : one.start]
    if page.text[one.end - 1].isascii() and page.text[one.start].isascii() and told.isascii():
        return _gone_en(page, one, lead, told)
    if _TO_PAY_ZH.match(page.text, one.end):
        return False
    if _SINCE_ZH.search(told[-30:]) or (_HANDED_JUST.search(told[-20:]) and page.text.startswith("了", one.end)):
        return True
    passed = _PASSED_ZH.search(lead)
    if passed is None or _DUE_ZH.search(lead if passed["only"] else told) or not _HANDED.search(page.text):
        return False
    return passed["only"] is not None or _HANDED.search(page.text, 0, one.start) is not None


def _gone_en(page: Page, one: Quantity, lead: str, told: str) -> bool:
    if _SINCE_EN.match(page.text, one.end):
        return not _DUE_EN.search(lead)
    later = _LATER_EN.match(page.text, one.end) is not None and _NOW_EN.search(lead) is not None
    return later and not _DUE_EN.search(told) and _HANDED.search(page.text) is not None


def days_gone(page: Page) -> tuple[Quantity, ...]:
    """The numbers of days that count from the delivery."""
    if not _SIGNS.search(page.text):
        return ()
    return tuple(one for one in page.quantities if one.kind == "days" and not one.vague and since_delivery(page, one))


def overdue(page: Page, told: Sequence[Found]) -> Findings:
    """What the days gone leave after the one agreed or the lawful term; a whole date of delivery tells it better."""
    names = {one.name for one in told}
    dated = any(one.name == "delivery_date" and len(str(one.value)) == len("2025-09-04") for one in told)
    if dated or "receivable_overdue_days" in names:
        return
    terms = {one.value for one in told if one.name == "term_days"}
    for one in days_gone(page):
        gone = int(one.value)
        if len(terms) == 1:
            term = next(iter(terms))
        else:
            term = statutory.term(told, page.as_of - timedelta(days=gone), gone) if not terms else None
        if isinstance(term, int) and not page.wished(page.index(one.start)):
            yield Found("receivable_overdue_days", max(0, gone - term), one.start, one.end, 2)
            return
