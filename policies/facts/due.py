"""How late a claim is, reckoned from its days: the day on which it fell due, or the delivery and the days agreed.

A day told without its year is the nearest one, and the last one where the words say that it has passed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from policies.facts import arrivals, due_months, payers
from policies.facts.dates import MONTHS
from policies.facts.found import Findings, Found, number
from policies.facts.numerals import chinese
from policies.facts.scope import Page
from policies.patterns import lazy

_MONTH = "|".join(MONTHS)
_DAY_EN = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>(?:{_MONTH})[a-z]*)|"
    rf"(?P<month2>(?:{_MONTH})[a-z]*) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))(?:,? (?P<year>20\d\d|last year|this "
    rf"year))?"
)
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY_ZH = rf"(?:(?P<year>20\d\d年|去年|今年|前年))?的?(?P<month>{_N})月(?P<day>{_N})[日号]"
_PAY_DAY_EN = (
    r"(?:(?:agreed |last |latest |final )?(?:payment|due|pay|settlement) (?:date|day)|"
    r"(?:last |latest |final |agreed )?(?:day|date) (?:of|for|to|on which to) (?:payment|pay|paying|settle))"
    r"(?![a-z])"
)
_DUE = (
    lazy(
        r"(?<![a-z])(?:last day to pay (?:is|was)|(?:days|term|period|time) (?:ended|ran out|expired|was up)(?: "
        r"on)?|(?:it|they|he|she|(?:the|our) \w+) (?:had|has|have) (?:until|till|up to|time until)) (?:the )?"
        rf"{_DAY_EN}"
    ),
    lazy(
        r"(?<![a-z])(?:fix(?:es|ed)|sets?|names?|states?|gives?|agreed|puts?|has|by which|contract,?) (?:the )?"
        rf"{_DAY_EN} (?:as|is|was|for|to be) (?:the |its |our |their )?(?:{_PAY_DAY_EN}|payment(?![a-z]))"
    ),
    lazy(rf"(?<![a-z]){_PAY_DAY_EN}(?: (?!not|no)\w+){{0,4}}? (?:was|is|being|of|as|on|:) (?:the )?{_DAY_EN}"),
    lazy(
        r"(?<![a-z])(?:(?:should|ought to) (?:have|'ve) (?:been )?(?:paid|settled|transferred|come|arrived|"
        r"reached us|landed|in|here)|"
        r"(?:was|were|is|are|fell|came|became|falls|fall) (?:due|payable)|due date (?:was|is|of|being)|due by|"
        r"payable by|"
        r"was to (?:be paid|pay|come)|were to pay|payable|payment (?:was |is )?due|to be (?:paid|made|settled)|"
        r"must pay|ha[sd] to pay|"
        r"(?:fix(?:ed|es)|set|sets) (?:the )?payment|payment (?:was |is )?(?:fixed|set)|"
        rf"promised to pay)(?![a-z])[^.;]{{0,60}}?(?:by|on|before|for) (?:the )?{_DAY_EN}"
    ),
    lazy(
        r"(?:约定|也就是|即为?|写明|写着|合[同约][里上]?说|[订载]明|[订定]为|说好|讲好|谈好|规定|应该?|应当|本该|本应|原定|该|最迟|最晚|期限|到期日|付款日|"
        r"付款期)[^,。;\d贷]{0,12}?"
        rf"{_DAY_ZH}(?:以?之?前|当天)?(?=[^,。;贷]{{0,8}}?(?:付|结|给|到账|打款|到期|支付|汇|,|。|;|$))"
    ),
)
_PASSED = lazy(
    r"本该|本应|原定|(?<![a-z])(?:was|were|had|should|fell|came|became|promised|ended|ran out|expired)(?![a-z])"
)
"""In the words of the day itself: it has passed."""
_STILL = lazy(r"拖|逾|到现在|至今|早就?过|(?<![a-z])(?:overdue|late|to this day|still|ever since|since then)(?![a-z])")
_FAR = 60
"""Days ahead beyond which a day without its year may as well have passed."""
_HANDED_EN = lazy(
    r"(?<![a-z])(?:deliver(?:ed|y)|handed (?:\w+ ){0,3}over|handed over|shipped|completed|finished|supplied|"
    r"installed)(?![a-z])"
    rf"[^.;\d]{{0,50}}?(?:on|dated|was|:) (?:the )?{_DAY_EN}"
)
_HANDED_ZH = lazy(
    rf"{_DAY_ZH}(?:就|已经?|全部?|把[^,。;]{{0,10}}|[货都]){{0,3}}(?:收(?:了|的|到)?货|签收|交的?了?货|交付|交清|送到|送达|送货|发货|供货|完工|"
    rf"交工|交)"
)
_OTHER_START = lazy(
    r"验收|开票|发票|入账|安装|调试|(?<![a-z])(?:accept\w*|invoices?|install\w*|inspect\w*|month-?end)(?![a-z])"
)
"""A term that runs from something else than delivery."""
_LOAN_TOLD = lazy(r"贷款|借款|(?<![a-z])(?:loans?|borrow\w*|lent)(?![a-z])")
_LOAN = lazy(r"贷|借款|利息|还款|(?<![a-z])(?:loans?|bank|repay\w*|principal|interest|instal\w+)(?![a-z])")


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(chinese(words) or 0)


def _day(match: re.Match[str], as_of: date, passed: bool) -> date | None:
    """The day that a match tells; None where there is no such day."""
    groups = match.groupdict()
    month, day = groups["month"] or groups.get("month2"), groups["day"] or groups.get("day2")
    if month is None or day is None:
        return None
    number = MONTHS.get(month[:3]) or _number(month)
    told = groups["year"] or ""
    years = {"去年": 1, "前年": 2, "今年": 0, "last year": 1, "this year": 0}
    try:
        if told[:4].isdigit():
            return date(int(told[:4]), number, _number(day))
        if told:
            return date(as_of.year - years[told], number, _number(day))
        near = [date(as_of.year + shift, number, _number(day)) for shift in (-1, 0, 1)]
    except ValueError:
        return None
    if passed:
        return max(one for one in near if one <= as_of)
    return min(near, key=lambda one: abs((one - as_of).days))


_CAME_EN = arrivals.deed_en(_DAY_EN)
_UNPAID = lazy(
    r"没付|未付|没到账|没给|拖欠|至今|一分|"
    r"(?<![a-z])(?:unpaid|overdue|still|not (?:been )?paid|nothing|ha(?:s|ve) not)(?![a-z])|n't paid"
)
"""Something is open still: an earlier payment was another one."""
_DAY_OF_ZH = lazy(_DAY_ZH)
_UNPAID_NOW = lazy(
    r"至今[^,。;]{0,6}[没未]|(?<![a-z])(?:still (?:owes|unpaid|open)|to this day|remain\w* unpaid)(?![a-z])"
)
"""Something is open still, whatever came before."""


def payment_days(page: Page) -> list[re.Match[str]]:
    """The days that are called the ones to pay on."""
    return [match for pattern in _DUE[:3] for match in pattern.finditer(page.text)]


def arrived(page: Page) -> list[tuple[re.Match[str], date]]:
    """The days on which money came."""
    told = ((match, _day(match, page.as_of, True)) for match in arrivals.days(page, _CAME_EN, _DAY_OF_ZH))
    return [(match, day) for match, day in told if day is not None]


def came(page: Page) -> date | None:
    """The one day on which the money came; None where it is open still."""
    days = {day for _, day in arrived(page)}
    return next(iter(days)) if len(days) == 1 and not _UNPAID_NOW.search(page.text) else None


def since_due(page: Page) -> Findings:
    """Days since the day on which a claim fell due, up to the day on which it was paid; none where it has not come."""
    paid = {day for _, day in arrived(page)}
    yield from due_months.find(page)
    for pattern in _DUE:
        for match in pattern.finditer(page.text):
            sentence = page.sentence(page.index(match.start()))
            if _LOAN.search(sentence) and not re.search(
                r"欠我|owe[sd]? us|invoice|货款|(?:逾期|late) ?(?:利息|interest)|interest (?:on|for) (?:late|overdue)|"
                r"付款(?:到期)?日|能不?能?要利息|"
                r"(?<![a-z])(?:it|they|he|she|the \w+) (?:just |simply |still )?(?:does not|do not|doesn't|won't) pay",
                sentence,
            ):
                continue
            passed = _PASSED.search(match[0]) or _STILL.search(sentence)
            day = _day(match, page.as_of, passed is not None)
            if day is None or page.wished(page.index(match.start())):
                continue
            if len(paid) == 1 and (min(paid) >= day or not _UNPAID.search(page.text)):
                late = max(0, (min(paid) - day).days)
                yield Found("receivable_overdue_days", late, match.start(), match.end(), 3)
                continue
            late = (page.as_of - day).days
            if late < -_FAR and not match.groupdict()["year"]:
                continue
            yield Found("receivable_overdue_days", max(0, late), match.start(), match.end(), 1)


_TODAY = lazy(
    r"(?:最迟|最晚|期限|到期日?|付款日)(?:是|为|到|在|就是)?(?:今天|今日|本日)(?!为止|已|过|都|就)|(?:今天|"
    r"今日)(?:才|刚好?|正好|是)?(?:到期|到付款日|最后一天)|"
    r"(?<![a-z])(?:due|falls due|payable|to be paid|deadline is|due date is) (?:only )?today(?![a-z])|"
    r"today is the (?:last day|due date|day on which)"
)
_AFTER = lazy(r"(?<![a-z])(?:arrived|came|paid|was paid|settled|reached us)(?![a-z])[^.;\d]{0,30}$")


_PRICE = lazy(
    r"总价|货值|价款|[货款服务劳务工程]+费|合同(?:总?额|金额|价)|(?:这|那)[批笔单](?:货|活|单子|业务)|"
    r"(?<![a-z])(?:price|contract (?:sum|value|worth)|worth of|should have (?:been )?(?:paid|reached|come|arrived)|"
    r"was due|fell due|full sum|still open|payment of|(?:\w+ )?worth(?: (?:rmb|¥))?|(?:goods|parts|work|services|"
    r"material) (?:for|worth)|taken "
    r"over|in good order|delivered and accepted)(?![a-z])"
)
_BY_CONTRACT = lazy(
    r"(?:合同|合约|协议|订单)[^,。;我贷借]{0,24}(?:付清|付款|支付|付(?=[\d一二两三四五六七八九十]))|"
    r"(?<![a-z])(?:contract|agreement|purchase order)(?![a-z])[^.;]{0,60} (?:(?:has|have|had|lets?|requires?|"
    r"obliges?|binds) "
    r"(?:it|them|him|the \w+) (?:to )?pay|(?<!we )(?:was|were|is|are) (?:due |supposed |bound )?to (?:be paid|pay)|"
    r"(?:it|they) pays?|(?:must|shall|should) (?:be paid|pay))(?![a-z])"
)
"""A sum that the other side is bound to pay: 合同约定1月17日付清200万元."""
_LATE = lazy(
    r"逾期|拖|[迟晚延]付|没付|未付|没给|不付|(?<![a-z])(?:late|overdue|unpaid|due|owed?|owes|not paid|"
    r"should have)(?![a-z])|"
    r"n't paid"
)


def sum_due(page: Page, told: Sequence[Found]) -> Findings:
    """The one sum of a text on a claim that no other measure takes, where its clause calls it a price or due."""
    taken = [(one.start, one.end) for one in told]
    if (
        any(one.name == "receivable_amount_cny" for one in told)
        or not _LATE.search(page.text)
        or _LOAN_TOLD.search(page.text)
    ):
        return
    left = [
        one for one in page.quantities if one.kind == "cny" and not any(a < one.end and one.start < b for a, b in taken)
    ]
    if len(left) != 1 or left[0].vague:
        return
    index = page.index(left[0].start)
    bound = _BY_CONTRACT.search(page.sentence(index)) is not None and not payers.our_debt(page, index)
    if bound or _PRICE.search(page.sentence(index)):
        yield Found("receivable_amount_cny", number(left[0].value), left[0].start, left[0].end)


_PAST_LAST = lazy(
    r" (?:after|past|beyond|behind) (?:the|its|that|their|this) (?:very )?(?:last|final|latest) (?:\w+ )?"
    r"(?:day|date|moment)(?![a-z])(?! (?:delivery|shipment))"
)
_LATER = lazy(r" (?:after (?:that|it|the due date|the day)|later|too late)(?![a-z])")


def days_told(page: Page) -> Findings:
    """A claim that falls due this very day is not overdue; one that came so many days later was late by them."""
    for match in _TODAY.finditer(page.text):
        if not _LOAN.search(page.sentence(page.index(match.start()))):
            yield Found("receivable_overdue_days", 0, match.start(), match.end(), 2)
    for one in page.quantities:
        behind = _LATER.match(page.text, one.end)
        if one.kind == "days" and _PAST_LAST.match(page.text, one.end) and not page.wished(page.index(one.start)):
            yield Found("receivable_overdue_days", int(one.value), one.start, one.end, 3)
        if one.kind == "days" and behind and _AFTER.search(page.text[max(0, one.start - 50) : one.start]):
            yield Found("receivable_overdue_days", int(one.value), one.start, one.end, 3)


def deliveries(page: Page) -> Findings:
    """Days of delivery that stand without their year: "handed them over on 1 March"."""
    for pattern in (_HANDED_EN, _HANDED_ZH):
        for match in pattern.finditer(page.text):
            day = _day(match, page.as_of, True)
            if (
                day is not None
                and not match.groupdict()["year"]
                and not _LOAN.search(page.words(page.index(match.start())))
            ):
                yield Found("delivery_date", day.isoformat(), match.start(), match.end(), 2)


_NTH_DAY = lazy(
    r"(?<![a-z])(?:today is|it is|this is|we are on|now at) (?:only |just |but )?day (?P<day>\d{1,3})(?!\d)|"
    r"今天(?:才|刚|只)?(?:是|到)?第(?P<day2>\d{1,3})天"
)
"""So many days of a term gone: "today is only day 38"."""

_SINCE_HANDED = lazy(
    r"(?<![a-z])(?:deliver(?:ed|y)|handed (?:\w+ ){0,3}over|shipped|supplied)(?![a-z])[^.;\d]{0,24}?"
    r"(?P<n>[\w-]+) (?:days|weeks|months) ago|"
    r"(?<![a-z])(?:delivered|handed (?:\w+ ){0,3}over|shipped|supplied)(?![a-z])[^.;]{0,120}?(?<![a-z])now "
    r"(?P<on>[\w-]+) (?:days|weeks|months) (?:later|on|since)(?![a-z])"
)


def _from_acceptance(page: Page, start: str, told: Sequence[Found]) -> bool:
    """Whether a term that runs from acceptance has its day: the clause of the one date says that it was accepted."""
    dates = [one for one in told if one.name == "delivery_date"]
    sign = "验收" if start == "验收" else "accepted" if start.startswith("accept") else None
    return sign is not None and bool(dates) and all(sign in page.words(page.index(one.start)) for one in dates)


def from_delivery(page: Page, told: Sequence[Found]) -> Findings:
    """Days since the one agreed term ran out, told by the days gone, or reckoned from the one day of delivery where
    nothing else is told of lateness."""
    terms = {one.value: one for one in told if one.name == "term_days"}
    term, last = next(iter(terms.items()), (None, None))
    if len(terms) != 1 or not isinstance(term, int) or last is None:
        return
    nth = _NTH_DAY.search(page.text)
    if nth is not None:
        late = int(nth["day"] or nth["day2"]) - term
        yield Found("receivable_overdue_days", max(0, late), nth.start(), nth.end(), 4)
    other = _OTHER_START.search(page.sentence(page.index(last.start)))
    if other is not None and not _from_acceptance(page, other[0], told):
        return
    gone = _SINCE_HANDED.search(page.text)
    at = -1 if gone is None else max(gone.start("n"), gone.start("on"))
    count = next((one for one in page.quantities if one.start == at and one.kind == "days"), None)
    if gone is not None and count is not None:
        yield Found("receivable_overdue_days", max(0, int(count.value) - term), gone.start(), gone.end(), 2)
    days = {one.value: one for one in told if one.name == "delivery_date" and len(str(one.value)) == 10}
    if len(days) != 1 or any(one.name == "receivable_overdue_days" for one in told):
        return
    delivered, first = next(iter(days.items()))
    since = ((came(page) or page.as_of) - date.fromisoformat(str(delivered))).days - term
    yield Found("receivable_overdue_days", max(0, since), min(first.start, last.start), max(first.end, last.end), 1)
