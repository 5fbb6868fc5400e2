"""Money of projects, told apart from what was contracted: paid to a university this year, brought in by a patent.

A contract, its instalments of several years and the rest that falls due stand side by side. Each sum has its part from
the words next to it; what counts is paid in the year of the application, and received in cash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from policies.facts import series
from policies.facts.found import Findings, Found, number
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_ACADEMY = lazy(
    r"大学|高校|学院|院所|研究所|研究院|科学院|中科院|清华|北大|北航|北理工|院校|教授团队|(?<![a-z])(?:universit\w+|"
    r"beihang|"
    r"tsinghua|fudan|jiaotong|institutes?|colleges?|academy)(?![a-z])"
)
_WORK = lazy(
    r"研发|研制|研究开发|开发|技术|转让|许可|委托|(?<![a-z])(?:develop\w*|research|transfer\w*|licen[cs]\w*|"
    r"commission\w*|joint\w*|contract)(?![a-z])"
)
_PATENT = lazy(
    r"专利(?:权)?[^,。;]{0,8}?(?:项目|许可|授权|实施|转化|转让|技术)|(?:授权|许可)(?:合约|合同|协议|费|给)|"
    r"靠[^,。;]{0,8}专利|(?:靠|凭|用|拿)(?:着)?(?:它们?|该项?|此项?|这[项个件])(?:来|去|"
    r"的)?[^,。;\d贷借押投补]{0,4}?(?:许可|授权|转让|卖|销|"
    r"生产|做)|"
    r"这[一]?[项件]专利|(?:实用新型|发明|外观设计)(?:专利)?的?[^,。;]{0,8}(?:项目|产品)|(?:许可|授权|"
    r"转让)[^,。;]{0,6}专利|"
    r"(?<![a-z])(?:patents?(?: (?:project|licen[cs]\w+))?|licen[cs](?:e|es|ing)|royalt(?:y|ies))(?![a-z])"
)
_PAID = lazy(
    r"实际?(?:[付缴]|汇出?|转出|支出)|已经?(?:实际)?[付缴转汇]|付[了清给出]|[付缴]出|支付|打给|汇给|转给|汇出|"
    r"汇去|打过去|"
    r"(?<![a-z])(?:went over|(?:gone|sent) to (?:it|them)|sent (?:it|them|over)|paid|transferred|wired|"
    r"remitted|payments? (?:\w+ ){0,2}(?:made )?to (?:the|that|this|them|it)|payments? (?:\w+ )?made|"
    r"left our account|"
    r"went to|handed over|settled|instal\w+ (?:to|for)|"
    r"pay(?:ing)?(?= it))(?![a-z])"
)
_RECEIVED = lazy(
    r"到账|入账|进账|到手|落袋|入袋|收到|收进|收回|(?:货币|现金)(?:收入)?|"
    r"(?<![a-z])(?:received|come in|came in|in cash|cash|brought (?:us )?in|brought us|earned|yielded|netted|"
    r"collected|"
    r"taken in|reached our account)(?![a-z])"
)
_FROM_US = lazy(r"[^,.;]{0,24}(?<![a-z])from us(?![a-z])")
_CONTRACTED = lazy(
    r"总[价额]|合同[额价]|合约[额价]|合同金额|合约金额|价款|签[了的下]|订单|开票|发票|账面|报价|"
    r"(?<![a-z])(?:contract price|price|worth|value|contracted|signed|in total|totalling|invoiced|booked|orders?|"
    r"quoted|agreed)(?![a-z])"
)
_DUE = lazy(
    r"余款|尾款|剩(?:下|余)|还剩|未付|没付|还没|尚未|待付|待收|明年|后年|将|要等|才(?:会|能)?(?:付|收)|"
    r"(?<![a-z])(?:the rest|balance|remain\w*|due|outstanding|next year|later|still to|will|accru\w+|expect\w*|"
    r"plan\w*|"
    r"hope\w*|forecast\w*|not yet|owed?)(?![a-z])"
)
_NO_INCOME = lazy(
    r"贷|借|补贴|补助|资助|奖|投资|融资|退税|(?<![a-z])(?:loan|borrow\w*|lent|grant|subsid\w*|invest\w*|"
    r"rais(?:ed|ing)|"
    r"bought|buying|purchas(?!ers?)\w*|spent|cost)(?![a-z])|买(?![家方])|购(?!买方)|花"
)
_YEAR = lazy(
    r"(?<!\d)(?P<year>20\d\d)(?!\d)|(?P<this>今年|本年|当年|本年度|(?<![a-z])(?:this year|current (?:\w+ )?year|"
    r"within (?:the|this) (?:\w+ )?(?:application |filing )?year|year of application)(?![a-z]))|"
    r"(?P<last>去年|上年|(?<![a-z])last year(?![a-z]))|(?P<older>前年|(?<![a-z])the year before(?![a-z]))"
)
_OTHERS_TAKING = lazy(
    r"(?<![a-z])(?:valuers?|apprais\w+|agency|insurer|guarantor|attorneys?|lawyers?) (?:\w+ )?(?:received|"
    r"collected)(?![a-z])"
)
_AT_A_RATE = lazy(
    r"利率|年息|质押|(?<![a-z])(?:at (?:about )?[\d.]+ ?(?:%|per ?cent)(?: a year)?|interest|pledged?|in pledge|lent|"
    r"bank)(?![a-z])"
)
_CAME_IN = lazy(r"(?<![a-z])(?:came|come|coming) in(?![a-z])")
_CONTRACTS = lazy(
    r"(?<![a-z])(?:contracts?|licen[cs]es?|orders?|agreements?)(?: \w+)? (?:for|of|on) (?:it|this|them|"
    r"(?:the|this|that) product)(?![a-z])"
)
"""Contracts for what was made of a patent told before: what came in of them is the patent's."""
_TO_ACADEMIES = "tech_transfer_paid_cny"
_REACH, _FAR, _NEAR = 240, 340, 120
"""Code points before a sum in which its contract is looked for."""


@dataclass(frozen=True, slots=True)
class _Sum:
    said: Quantity
    role: str | None  # paid, received, contracted or due
    year: int  # of the payment; 0 where none is told
    sentence: str


def find(page: Page) -> Findings:
    """`tech_transfer_paid_cny` and `patent_income_cny` where the words next to a sum tell its part."""
    academy, patent = _ACADEMY.search(page.text), _PATENT.search(page.text)
    if academy is None and patent is None:
        return
    sums = list(_sums(page))
    if academy is not None:
        yield from _paid(page, sums)
    if patent is not None:
        for one in sums:
            if one.role == "received" and _told(page, one, _PATENT) and _ours(page, one):
                yield Found("patent_income_cny", number(one.said.value), one.said.start, one.said.end, 4)


def _ours(page: Page, one: _Sum) -> bool:
    """Whether a sum that came in is the patent's: no loan, no valuer's fee, no sales of the year."""
    here = _clause(page, one)
    if _NO_INCOME.search(here) or _OTHERS_TAKING.search(here) or _AT_A_RATE.search(here):
        return False
    if _PATENT.search(one.sentence) is not None or not _CAME_IN.search(here):
        return True
    told = list(_PATENT.finditer(page.text, max(0, one.said.start - _REACH), one.said.start))
    return _CONTRACTS.search(one.sentence) is not None and not any(strangers(page, named.start()) for named in told)


def not_this_year(lead: str, tail: str) -> bool:
    """Whether the words next to a sum for a university say that it was agreed, is to come, or was paid last year."""
    if _OTHER_YEAR.match(tail) or _OTHER_YEAR_BEFORE.search(lead):
        return True
    return _role(lead, tail) in ("contracted", "due")


_OTHER_YEAR = lazy(r"[^\d,。;]{0,20}?(?:last year|the year before|去年|前年)")
_OTHER_YEAR_BEFORE = lazy(r"(?:去年|前年)[^\d]{0,10}$|(?<![a-z])last year,? (?:we )?paid (?:rmb )?$")


def _role(lead: str, tail: str) -> str | None:
    """The part of a sum, by the word of paying, receiving, agreeing or falling due that stands nearest to it."""
    near: list[tuple[int, str]] = []
    for name, pattern in (("due", _DUE), ("contracted", _CONTRACTED), ("received", _RECEIVED), ("paid", _PAID)):
        before = [match.end() for match in pattern.finditer(lead)]
        behind = pattern.search(tail)
        near += [(len(lead) - before[-1], name)] if before else []
        near += [(behind.start() + 2, name)] if behind else []
    role = min(near)[1] if near else None
    if role == "paid" and (_BY_CUSTOMERS.search(lead) or _BY_CUSTOMERS_BEHIND.match(tail)):
        return None if _FOR_ELSE.match(tail) else "received"
    return "paid" if role == "received" and _FROM_US.match(tail) else role


_PAYERS = r"(?:customers?|clients?|buyers?|licensees?|purchasers?|users?)"
_BY_CUSTOMERS = lazy(
    rf"(?<![a-z])(?<!'s )(?<!their )(?<!his ){_PAYERS} (?:in all |together |themselves )?(?:have |has |had |"
    rf"\w+ly |so far |since |in fact |already "
    rf"|to date )*(?:paid|transferred|wired|remitted|settled)(?: us| over| out| only| in)*[^,.;\d]{{0,16}}$|"
    r"(?<![手行们人家]的)(?:客户|买[家方]|用户|甲方|被许可[人方]|购买方|采购方|对方)[^,。;没未将贷借]{0,8}(?:付|"
    r"支付|打|汇|转|结)"
    r"(?:了|过|来|到|清|款|给|进)*(?:我们|我司|公司)?(?:的)?(?:只有?|共|人民币)?[^,。;\d]{0,4}$"
)
_BY_CUSTOMERS_BEHIND = lazy(
    rf"\s(?:yuan |rmb )?(?:of (?:it|them|this|that) )?(?:has|have|had|was|were)(?: \w+ly| so far| now| since|"
    rf" already)* (?:been )?"
    rf"(?:paid|settled)(?: \w+ly| so far| in cash| to us)* by (?:the |our |its )?(?:\w+ )?{_PAYERS}(?![a-z])"
)
"""What a customer pays comes in: "clients have paid 5.2 million to date"."""
_FOR_ELSE = lazy(
    r"\s(?:yuan |rmb )?for (?!it|this|them|(?:the|these) (?:patent|licen|product|device))|"
    r"元?[^,。;]{0,6}(?:买|修|服务|厂房)"
)
_AGREED = lazy(r"合同|合约|签约|订单|许可|专利|(?<![a-z])(?:contract|order|licen|patent|agree|sold|signed)")
"""What stands next to a sum that customers paid where it is the patent's."""


def _sums(page: Page) -> list[_Sum]:
    made: list[_Sum] = []
    for index, clause in enumerate(page.clauses):
        here = [one for one in page.quantities_in(index) if _is_money(page, one) and not one.vague]
        for place, one in enumerate(here):
            start = here[place - 1].end if place else _opening(page, index)
            customers = _BY_CUSTOMERS.search(page.text, max(clause.start, start), one.start)
            if page.wished(index, one.start) or (not customers and strangers(page, one.start)):
                continue
            if customers and not _AGREED.search(page.text, max(0, one.start - _NEAR), one.end + _NEAR // 4):
                continue
            end = here[place + 1].start if place + 1 < len(here) else clause.end
            lead, tail = page.text[start : one.start], page.text[one.end : end]
            role = _role(lead, tail)
            year = _year(lead, tail, page.as_of.year)
            before = page.previous(index) if place == 0 else index
            if role is None and made and before == page.index(made[-1].said.start) and _GOES_ON.search(lead):
                role, year = made[-1].role, year or made[-1].year
            made.append(_Sum(one, role, year, page.sentence(index)))
    return made


_JUST_PAID = lazy(
    r"(?<![a-z])(?:paid|transferred|wired|remitted)(?: (?:it|them|out|over|another|a further|about|"
    r"the [\w-]+)){0,2} $|"
    r"(?<![a-z])(?:last year|the year before|in 20\d\d),? and (?:another |a further )?$"
)
_LEAST = 10_000


def _is_money(page: Page, one: Quantity) -> bool:
    """Yuan, or a large bare number behind a verb of paying: "we paid it 1.2m last year and 3.65m this year"."""
    if one.kind != "plain" or one.value < _LEAST:
        return one.kind == "cny"
    return _JUST_PAID.search(page.text, max(0, one.start - 40), one.start) is not None


_GOES_ON = lazy(
    r"(?:,|、|和|与|及|共计?|合计|总共|[费款]|(?<![a-z])(?:and|total\w*|altogether|in all)(?: of)?)\s?(?:rmb\s?|¥)?$"
)
"""A sum that goes on from the one before, or adds it up: its part is the same."""
_IN = lazy(r"\s(?:in|during) ")
_AT_ONCE, _OF_THE_LAST = lazy(r"\s(?:in |during )?"), lazy(r"(?:year|20\d\d),? and (?:[a-z]+ )*$")
"""A year right behind a sum is its own where the one ahead ends the words on the sum before: "last year and 3m"."""


def _year(lead: str, tail: str, current: int) -> int:
    """The year of a payment: told next to it, behind it or before it; 0 where none is."""
    behind, before = _YEAR.search(tail[:48]), list(_YEAR.finditer(lead))
    own = behind is not None and _AT_ONCE.fullmatch(tail[: behind.start()]) and _OF_THE_LAST.search(lead)
    said = behind if behind is not None and (not before or _IN.match(tail) or own) else before[-1] if before else None
    if said is None:
        return 0
    if said["year"]:
        return int(said["year"])
    return current - (0 if said["this"] else 1 if said["last"] else 2)


def _opening(page: Page, index: int) -> int:
    """Where the words on a clause's first sum begin: at the clause, or at one before it that has no sum of its own."""
    first = index
    while (before := page.previous(first)) is not None and index - first < 2:
        if any(one.kind == "cny" for one in page.quantities_in(before)):
            break
        first = before
    return page.clauses[first].start


def _paid(page: Page, sums: list[_Sum]) -> Findings:
    """What was paid in the latest year that is told, not one long past."""
    told = [one for one in sums if one.role == "paid" and _told(page, one, _ACADEMY) and _told(page, one, _WORK)]
    latest = max((one.year for one in told), default=0)
    oldest = page.as_of.year - (page.as_of.month <= _SPRING)
    found = [
        Found(_TO_ACADEMIES, number(one.said.value), one.said.start, one.said.end, 4)
        for one in told
        if one.year == latest and (one.year == 0 or one.year >= oldest)
    ]
    yield from found
    yield from series.total(found, _TO_ACADEMIES)


_SPRING = 6
"""Until this month the payments of the year before are applied for."""


def _told(page: Page, one: _Sum, pattern: re.Pattern[str]) -> bool:
    clause = page.clauses[page.index(one.said.start)]
    reach = _FAR if _BY_CUSTOMERS.search(page.text, clause.start, one.said.start) else _REACH
    return bool(
        pattern.search(one.sentence) or pattern.search(page.text, max(0, one.said.start - reach), one.said.start)
    )


def _clause(page: Page, one: _Sum) -> str:
    return page.words(page.index(one.said.start))
