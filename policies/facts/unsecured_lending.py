"""A bank's unsecured loans of a year, all together: `credit_loans_lent_cny`.

Only loans of at most five million yuan a client count. A total that says nothing of the size of the single loan, or
counts larger ones in, leaves the fact open; the part of it that is told to be of small ones is what counts. Loans that
are told one by one count each by itself.
"""

from __future__ import annotations

from decimal import Decimal

from policies.facts.found import Findings, Found, number
from policies.facts.one_loan import hoped_for, only_one
from policies.facts.own_lending import bank_speaks, unsecured_book
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.standing import doubted
from policies.patterns import lazy

MOST = 5_000_000
"""What one client may have borrowed for its loan to count, in yuan."""
_EACH = lazy(
    r"没有?(?:谁|人|哪家)?(?:超过?|多于|高于|大于)[^,。;没]{1,12}?的(?=[,。;]|$)|"
    r"户户|家家|笔笔|[单每各](?:一?[户家笔]|[个一]?(?:客户|企业|借款人))|最[大多高]的?(?:一[户家笔])?|没有?一[户家笔]|"
    r"都|"
    r"(?<![a-z])(?:each|every|per|single|largest|biggest|none|no (?:one|single|client|customer|borrower|firm|loan|"
    r"company)|nobody|any (?:one|single)|a (?:client|customer|borrower|firm|head)|apiece|individual|up to|all)(?![a-z])"
)
_AT_MOST = lazy(
    r"不超过?|没有?(?:超过?|多于|高于)|未超|不[到足]|至多|最[多高大]|不[高大多]于|小于|"
    r"(?<![a-z])(?:at most|(?<!add )(?<!adds )(?<!added )(?<!adding )(?<!summed )(?<!sum )up to|not? (?:more|"
    r"larger|bigger|higher) than|(?:none|no [\w ]{0,24}|nobody|never|not|n't)"
    r"(?: [\w-]+){0,4}? "
    r"(?:above|over|exceed\w*|(?:more|larger|bigger|greater|higher) than|beyond|past)|below|under|within|"
    r"maximum(?: of)?|ceiling|capped|largest|biggest)(?![a-z])"
)
_OR_LESS = lazy(
    r"元?(?:及|或)?(?:以[内下]|之内|封顶|为[限上])|\s?(?:yuan )?(?:or (?:less|under|below|smaller)|at (?:the )?most|"
    r"maximum)(?![a-z])"
)
_OF_WHICH = lazy(
    r"其中|当中|里面|(?<![a-z])(?:of (?:which|this|that|these|it|them)|out of (?:which|this|that)|including)(?![a-z])"
)
_ABOVE = lazy(
    r"(?:超过?|高于|大于|多于)了?$|"
    r"(?<![a-z])(?:above|over|beyond|exceed\w*|(?:more|larger|bigger|greater|higher) than) (?:rmb ?|¥)?$"
)
_EXCLUDED = lazy(
    r"[不没未](?:有|予)?(?:被)?(?:算|计|列|含|包[含括]|统计)|另[计算]|剔除|扣[除掉]|排除|除外|去掉|"
    r"(?<![a-z])(?:exclud\w+|left out|leaving out|leave out|not (?:\w+ )?(?:in|counted|included)|apart|aside|"
    r"without|taken out|separately)(?![a-z])|n't (?:in|counted|included)"
)
_NOT_ALL = lazy(
    r"[没未](?:有)?(?:做|来得及)?(?:统计|算|拆|分|核|查|数|汇总|弄清)|多少(?:是|在|属)|大多|大部分|多数|主要|"
    r"基本|一般|部分|有[些的]|通常|"
    r"(?<![a-z])(?:how (?:many|much)(?= (?:of|were|was|are|is))|(?<!at )(?<!at the )most(?:ly)?|mainly|largely|"
    r"some|partly|usually|"
    r"generally|half|nobody (?:here )?(?:knows|counted)|not (?:been )?(?:counted|split|sorted|separated))(?![a-z])"
)
"""Not every loan is as small, or nobody has looked."""
_NOT_HAD = lazy(
    r"打算|(?<!行动)计划|准备|目标|明年|预计|想|前年|"
    r"(?<![a-z])(?:(?<!action )plan\w*|aim\w*|target|next year|expect\w*|hope|want|will|"
    r"could|would|year before)(?![a-z])"
)
_APART = lazy(
    r"(?:另外?|此外|还|之外)(?:还|再)?(?:有|给)?[^,。;]{0,4}?(?:(?:[一二两三四五六七八九十几]|\d{1,3})(?:家|户|笔|个)|"
    r"单[户笔])|"
    r"(?<![a-z])(?:(?:one|two|three|four|five|\d{1,2}) (?:more|other|further)|another(?: two| three| four)?|a further|"
    r"besides,? (?:one|two|three))(?: \w+)? (?:clients?|customers?|borrowers?|firms?|loans?|compan(?:y|ies))(?![a-z])"
)
_BUT_ONE = lazy(
    r"(?:只有|唯[有独一]|惟[有独]|仅有?|就|除了?|除开|但|不过|例外)[^。;\d]{0,20}?(?:[一1](?:[家户笔个]|间)|"
    r"那[家户笔个间]|客户)[^。;\d]{0,12}$|"
    r"(?<![a-z])(?:except(?:ing)?|save|only|apart from|other than|but(?: for)?|bar(?:ring)?|aside from|just one|"
    r"the exception)(?![a-z])[^.;\d]{0,20}?(?<![a-z])(?:one|single|an?|the|that)(?![a-z])[^.;\d]{0,70}$"
)
"""The one client whose loan is too large, in the total: 只有做锂电池的那一家批了600万."""
_OF_SOME = lazy(
    r"(?:[一二两三四五六七八九十几]|\d{1,3})(?:家|户|笔|个)(?:客户|企业|贷款)?(?:贷款)?(?:都|各|正好|刚好|恰好|整整|"
    r"是|为|借了?|贷了?|放了?)"
    r"{1,4}$|"
    r"(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|several|\d{1,3}) (?:(?:of them|clients?|customers?|"
    r"borrowers?|firms?|loans?) )(?:(?:of|at|with|had|have|were|was|are|borrowed|took|each|exactly|just|precisely) "
    r"){1,4}"
    r"(?:rmb ?|¥)?$"
)
"""The size of some of the loans, no total: 其中7户正好是500万."""
_AHEAD = 30
_CREDIT = lazy(
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷(?!款))|"
    r"(?<![a-z])(?:unsecured|collateral-free|uncollaterali[sz]ed|credit-only) "
    r"(?:[\w-]+ ){0,2}?(?:loans|lending|credits)(?![a-z])"
)
_CREDIT_ONE = lazy(r"信用|抵押|担保|unsecured|ateral|credit-only|unbacked|clean loan")
_SINGLY = lazy(
    r"分别|各[一1]?[笔户家]|每[家户]一笔|[一1]家一笔|[一1]笔[^,。;]{0,8}\d[^。;]{0,12}[一1]笔|"
    r"[二两三四五六2-6][家户]各|"
    r"(?<![a-z])(?:respectively|one (?:to|for|per) (?:each|every|a)|one each|each to a different|to (?:two|three|four|"
    r"five) (?:different|separate)|(?:two|three|four|five|2|3|4|5) (?:unsecured|collateral-free|such) "
    r"(?:[\w-]+ ){0,2}?loans)(?![a-z])"
)
"""Loans told one by one, each to a client of its own."""


_BARE_EN = r"(?:unsecured|collateral-free|uncollaterali[sz]ed|credit-only|unbacked|clean)"
_SOLE = lazy(
    rf"(?<![a-z])(?:(?:only|sole|single|one)(?: and only| such)?) (?:business |"
    rf"corporate )?{_BARE_EN} (?:[\w-]+ ){{0,2}}?"
    r"(?:loan|credit|advance)(?![a-z])[^.;\d]{0,90}?(?<![a-z])(?:was|is|of|for|came to|amounted to|stood at|at)"
    r"(?: (?:of|for|just|exactly|some|one of))?\s(?:rmb ?|¥)?$|"
    rf"(?<![a-z])(?:only|just) one {_BARE_EN} (?:[\w-]+ ){{0,2}}?(?:loan|credit)(?![a-z])[^.;\d]{{0,90}}?(?:rmb ?|¥)?$|"
    r"(?:唯一|只有|只|仅|就)[^,。;\d]{0,10}?(?:一|1)[笔户家单个][^,。;\d]{0,10}?"
    r"(?:信用|无抵押|免抵押|无担保)的?(?:贷款|放款|贷)[^。;\d]{0,14}$"
)
"""The one loan of the year that had no security, up to its sum."""


def sole(page: Page, one: Quantity) -> bool:
    """Whether a sum is that of a writing bank's only unsecured loan: it is no sales, and its base by itself."""
    if one.kind != "cny" or one.vague or not bank_speaks(page):
        return False
    start = page.clauses[max(0, page.index(one.start) - 1)].start
    return _SOLE.search(page.text, start, one.start) is not None


def _sole(page: Page) -> list[Found]:
    for index, _ in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if sole(page, one) and not (_NOT_HAD.search(page.sentence(index)) or doubted(page, index)):
                return _of_one(one)
    return []


def _of_one(one: Quantity | None) -> list[Found]:
    if one is None:
        return []
    counted = one.value if one.value <= MOST else Decimal(0)
    return [
        Found("credit_loans_lent_cny", number(counted), one.start, one.end, 3),
        Found("loan_amount_cny", number(one.value), one.start, one.end, 4),
    ]


def find(page: Page) -> Findings:
    """The total that a bank tells of its own unsecured loans, if it says that none is too large."""
    if singles := _singles(page) or (_CREDIT_ONE.search(page.text) and (_sole(page) or _of_one(only_one(page)))):
        yield from singles
        return
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
        if one.kind == "cny" and not _left_out(page, index, one) and not _size_of_some(page, index, one)
        if not hoped_for(page, index, one)
    ]
    limits = [one for index, one in told if _is_limit(page, index, one)]
    excepted = [one for _, one in told if one not in limits and _but_one(page, one)]
    totals = [
        (index, one)
        for index, one in told
        if one not in limits and not one.vague and page.clauses[index].sentence == sentence
        if one not in excepted
        if not _is_apart(page, index, one)
    ]
    if not totals:
        return
    index, total = totals[-1]
    whole = totals[0][1]
    parted = _OF_WHICH.search(page.text, whole.end, total.start) is not None
    small = [one for one in limits if one.value <= MOST and (one.start > whole.end or not parted)]
    loose = any(_NOT_ALL.search(page.words(i)) or doubted(page, i) for i, one in told if one in limits)
    sure = small and not loose and len(small) == len(limits) and (len(totals) == 1 or (len(totals) == 2 and parted))
    if _NOT_HAD.search(page.sentence(index)):
        return
    if parted and not loose and (part := _small_part(page, totals, limits)) is not None:
        yield Found("credit_loans_lent_cny", number(part.value), part.start, part.end, 3)
        return
    counted = total.value - sum((one.value for one in excepted), Decimal(0))
    value = number(counted) if sure and counted > 0 and not doubted(page, index) else None
    yield Found("credit_loans_lent_cny", value, total.start, total.end, 3)


_THE_REST = lazy(
    r"(?:剩下|其余|余下|剩余|另外|其[他它])的?(?:那|有)?$|"
    r"(?<![a-z])(?:the (?:other|remaining|rest(?: of)?)|another|the balance of)(?: rmb| ¥)? ?$"
)


def _small_part(page: Page, totals: list[tuple[int, Quantity]], limits: list[Quantity]) -> Quantity | None:
    """The one part of a total that is told to be of small loans, where the rest is told too."""
    whole, parts = totals[0][1], [one for one in totals[1:] if one[1].value < totals[0][1].value]
    small = [
        one
        for index, one in parts
        if any(page.index(limit.start) == index and limit.value <= MOST for limit in limits)
        and not _THE_REST.search(page.text, max(0, one.start - _AHEAD), one.start)
    ]
    if len(parts) != 2 or len(small) != 1 or sum(one.value for _, one in parts) != whole.value:
        return None
    return small[0]


def _singles(page: Page) -> list[Found]:
    """What counts of loans that a bank tells one by one; where all are too large, none, and the least of them."""
    match = _CREDIT.search(page.text)
    if match is None or not bank_speaks(page) or not _SINGLY.search(page.text):
        return []
    place = page.index(match.start())
    sentence = page.sentence(place)
    if not _SINGLY.search(sentence) or _OF_WHICH.search(sentence) or _NOT_HAD.search(sentence) or doubted(page, place):
        return []
    told = [
        one
        for index in range(place, min(len(page.clauses), place + 8))
        if page.clauses[index].sentence == page.clauses[place].sentence
        for one in page.quantities_in(index)
        if one.kind == "cny" and not hoped_for(page, index, one)
    ]
    if len(told) > 2 and told[-1].value == sum(one.value for one in told[:-1]):
        told = told[:-1]
    if len(told) < 2 or any(one.vague or one.start < match.start() for one in told):
        return []
    if any(_is_limit(page, page.index(one.start), one) for one in told):
        return []
    small = [one for one in told if one.value <= MOST]
    start, end = told[0].start, told[-1].end
    total = Found("credit_loans_lent_cny", number(sum((one.value for one in small), Decimal(0))), start, end, 3)
    if small:
        return [total]
    least = min(told, key=lambda one: one.value)
    return [total, Found("loan_amount_cny", number(least.value), least.start, least.end, 4)]


def _is_apart(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is a single loan beside the total that is too large to count: 另外有一家单户放了800万元."""
    start = max(page.clauses[index].start, one.start - _AHEAD)
    return one.value > MOST and _APART.search(page.text, start, one.start) is not None


def _but_one(page: Page, one: Quantity) -> bool:
    """Whether a sum is the one loan of the total that is too large to count."""
    start = page.text.rfind("。", 0, one.start) + 1
    return (
        one.value > MOST
        and not one.vague
        and not _is_apart(page, page.index(one.start), one)
        and _BUT_ONE.search(page.text, max(start, one.start - _BEFORE_ONE), one.start) is not None
    )


_BEFORE_ONE = 110


def _size_of_some(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is what some clients borrowed, each of them small enough to count."""
    start = max(page.clauses[index].start, one.start - 2 * _AHEAD)
    told = one.value <= MOST and _OF_SOME.search(page.text, start, one.start) is not None
    return told and not _is_limit(page, index, one)


def _left_out(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is the size above which loans are not in the total: 超过500万的没有算进去."""
    lead = page.text[max(page.clauses[index].start, one.start - _AHEAD) : one.start]
    end = page.clauses[min(index + 1, len(page.clauses) - 1)].end
    return (
        one.value <= MOST
        and _ABOVE.search(lead) is not None
        and not _AT_MOST.search(lead)
        and _EXCLUDED.search(page.text, page.clauses[index].start, end) is not None
    )


def _is_limit(page: Page, index: int, one: Quantity) -> bool:
    """Whether a sum is the most that one client has borrowed: 单户不超过500万元, "none above RMB 5 million"."""
    clause = page.clauses[index]
    sums = (two.end for two in page.quantities_in(index) if two.end <= one.start and two.kind == "cny")
    first = max(sums, default=clause.start)  # 最大的一户正好500万
    lead = page.text[max(first, one.start - _AHEAD) : one.start]
    told = _AT_MOST.search(lead) or _OR_LESS.match(page.text, one.end, clause.end)
    return told is not None and _EACH.search(page.text, clause.start, clause.end) is not None
