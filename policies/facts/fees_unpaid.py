"""A fee that was named and not paid: "quoted at RMB 120,000; we have not paid anything", 報價12萬還沒付.

Only what was paid is given back. The words of not having paid stand in the sentence of the sum or open the next one;
a payment that is told beside them, of this sum or another, leaves the fee to its other readers.
"""

from __future__ import annotations

from policies.facts.fees import MEASURES
from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_FEES = frozenset(f"{measure}_cny" for measure in MEASURES)
_PAY_ZH = r"(?:支付|付款|付费|付[钱过]?|交款|交[钱过]?|缴[费款纳过]?|给[钱过]?|掏[钱过]?|打款|汇款?|花出?)"
_NO_MORE_ZH = r"(?!完|清|齐|足|满|全|利|息|逾|晚|迟|到期|尾款|余款|剩)"
_END_ZH = r"(?=(?:这?[笔个]?(?:钱|款|费用?)|出去|给(?:他们|对方)|呢|呀|,){0,2}(?:$|[,。;!?]|而已|所以|但))"
_PAY_EN = r"(?:paid|settled|transferred|wired|handed over|remitted|spent)"
_NAUGHT_EN = r"(?:anything|a (?:single )?(?:cent|fen|yuan|penny)|any(?: of (?:it|this|that)| money)?|it|this|that)"
_UNPAID = lazy(
    rf"(?:没有?|未|尚未|不曾)(?:有)?(?:实际|真正|正式)?{_PAY_ZH}{_NO_MORE_ZH}{_END_ZH}|"
    rf"(?:一[分毛]|半[分毛]|分)[钱文]?(?:都|也)?(?:还|尚)?(?:没有?|未){_PAY_ZH}?|"
    rf"(?<![a-z])(?:not|n't|never)(?: yet| actually| so far| been)* {_PAY_EN}(?: {_NAUGHT_EN})?"
    r"(?=(?: (?:yet|so far|for it|to (?:them|him|it)|as of today|at all|to date|until now|up to now))*(?:$|[,.;)]))|"
    r"(?<![a-z])(?:(?:yet|still) to (?:be paid|pay)|unpaid|paid nothing|"
    rf"nothing (?:(?:has|had|was|is|been|yet|actually|so far) ){{0,4}}{_PAY_EN}|"
    r"no (?:payment|money)(?: at all)? (?:(?:has|had|was|been|yet|is) ){0,3}(?:made|changed hands|moved|gone out|left))"
    r"(?![a-z])"
)
_PAID = lazy(
    r"(?:付|交|缴|花|给)(?:了|过|掉|清)|已经?(?:付|交|缴|支付)|实[付缴]|"
    r"(?<![a-z])(?:paid|settled|cost us|billed)(?![a-z])"
)
_OTHER = lazy(
    r"费(?=[^,。;]{0,4}\d)|fees? (?:of|is|was)(?![a-z])|"
    r"利息|本金|余款|尾款|剩下|另一|第二|别的|货款|工资|税|(?<![a-z])(?:interest|principal|rest|balance|remainder|"
    r"other|second|invoices?|tax(?:es)?|wages|instal\w+)(?![a-z])"
)
"""What else is not paid: "we have not paid the rest"."""
_CLAUSES_AHEAD = 2
"""Of the next sentence: "The guarantor quoted 120,000. Nothing has been paid yet"."""


def unpaid(page: Page, one: Found) -> bool:
    """Whether a fee that was read is told as not paid."""
    if one.name not in _FEES or one.value is None or not _UNPAID.search(page.text):
        return False
    index = page.index(one.start)
    number = page.clauses[index].sentence
    first, last = page.opening(index, 2), page.ending(index, 3)
    for _ in range(_CLAUSES_AHEAD):
        if last + 1 < len(page.clauses) and page.clauses[last + 1].sentence == number + 1:
            last += 1
    words = page.text[page.clauses[first].start : page.clauses[last].end]
    match = _UNPAID.search(words)
    if match is None or _PAID.search(_UNPAID.sub("", words)):
        return False
    between = words[max(0, one.end - page.clauses[first].start) : match.end()]
    return not _OTHER.search(between)
