"""Per cents: growth, R&D share and staff, loan rate, a lender's bad loans; each told by the words around."""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import bounds, growth, own_lending, profits
from policies.facts.found import Findings, Found, number
from policies.facts.growth import CHANGE, REVENUE, RND
from policies.facts.matters import strangers
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.facts.wishes import REFUSED, only_wanted
from policies.patterns import lazy

_STAFF = lazy(
    r"人员|员工|职工|团队|人手|岗|人数|(?<![a-z])(?:staff|people|workforce|headcount|"
    r"empl[a-z]*ees|team|workers|personnel|of us)(?![a-z])"
)
_SPEND = lazy(
    r"费用?|投入|支出|经费|开支|花|强度|(?<![a-z])(?:spend(?:ing)?|spent|expens\w+|"
    r"cost|invest\w*|budget|intensity)(?![a-z])"
)
_RATE = lazy(
    r"利率|年利|年息|利息|年化|息|(?<![a-z])(?:interest(?: rate)?|rate|a year|"
    r"per annum|p\.a|annual rate|apr|coupon)(?![a-z])"
)
_NOT_RATE = lazy(r"基准|lpr|报价利率|税|利润率|贴息|benchmark|tax|补")
_LOAN = lazy(
    r"贷|借|放的?款|(?:银行|[支分]行)[^,。;]{0,12}[放批]|(?<![a-z])(?:loans?|borrow\w*|lent|lend|drew|drawn|"
    r"banks?|icbc|ccb|cmb|spdb|trust company|leasing company|micro-?(?:credit|loan)\w*|lender|coupon)(?![a-z])"
)
_BARE = lazy(
    r"(?:贷|借|放)[^。;]{0,40}?[万亿元][^。;%增涨长]{0,24}?[\d.]+(?:%|个点)|(?<![a-z])(?:loan|borrowed|lent|"
    r"drew)[^.;%]{0,60}(?:year|months?),? [\d.]+ ?(?:%|per)|"
    r"(?<![a-z])(?:loan|borrowed|lent|drew)(?![^.;%]{0,60}(?:sales|revenue|turnover|"
    r"profit))[^.;%]{0,30}\d[^.;%]{0,30},\s?(?:at )?[\d.]+ ?(?:%|per)"
)
_GOES_ON = lazy(r"\s?(?:we paid|it|they|this|that|the (?:rate|money|loan|term))(?![a-z])|(?:期限|为期|年限|这笔)")
_INTEREST_ON = lazy(r"(?<![a-z])interest (?:on|for|of) [^,.;%]{0,40} (?:is|was|at|of|runs at)\s$")
_HEADCOUNT = lazy(
    r"(?:[\d一二三四五六七八九十百零两]\s?[人位名]|同事|员工|职工|staff|people|team|workers|employees|人$)"
)
_BOUND = lazy(r"(?:超过|不到|低于|不足|高于|多于)[\u4e00-\u9fff]{1,6}的?$")  # 没有超过营收的3%
_AND_SHARE = lazy(
    r"\s?(?:of (?:our |the |its )?(?:staff|people|team|employees|workforce|revenue|sales|turnover))?\s?(?:and|,|及|"
    r"和|、)\s?$|\s?(?:of (?:our |the )?)?(?:\w+ )?(?:and|及|和|、)\s?"
)


def find(page: Page) -> Findings:
    """Every per cent that states one of the four, and changes told in words (doubled, 持平)."""
    in_words = growth.told_in_words(page)
    yield from _bare_rates(page)
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            two = bounds.between(page, index, one)
            bound = one.vague and two is None and bounds.at_least(page, index, one)
            if (
                one.kind == "pct"
                and (bound or two or not one.vague)
                and not page.wished(index, one.start)
                and (not page.theirs(one.start) or _lent(page.words(index)))
            ):
                if two is not None:
                    yield from bounds.decided(_read(page, index, one), two)
                else:
                    yield from bounds.enough(_read(page, index, one)) if bound else _read(page, index, one)
        yield from profits.find(page, index)
        if in_words:
            yield from growth.in_words(page, index, clause.start)


_BARE_RATE = lazy(
    r"(?<![a-z])(?:at|@|interest (?:of|at|is|was)|rate (?:of|is|was)|rate:|"
    r"interest:)\s(?P<n>\d{1,2}\.\d{1,3})(?=\s?(?:[,.;:)]\s|$|"
    r"(?:interest|flat|fixed|all in|a year|yearly|for|and|on)(?![a-z])))"
)


def _bare_rates(page: Page) -> Findings:
    """ "2.4 million for twelve months at 4.9": a rate that goes without its sign beside a loan that was made."""
    for match in _BARE_RATE.finditer(page.text):
        index = page.index(match.start())
        words = page.words(index)
        told = re.search(
            r"(?<![a-z])(?:loan|borrowed|lent|drew|gave us|advanced|took|bank)(?![a-z])", page.sentence(index)
        )
        if told and not page.wished(index, match.start()) and not strangers(page, match.start()) and "lpr" not in words:
            yield Found("loan_rate_pct", number(Decimal(match["n"])), match.start("n"), match.end("n"))


def _lent(words: str) -> bool:
    """A lender's words are about our loan: "a shareholder lent us 2m at 6%"."""
    return bool(re.search(r"(?:借给?|贷给?|批给?)了?我们|(?:lent|gave|granted|charges?|charged) us", words))


def _read(page: Page, index: int, one: Quantity) -> Findings:
    start, end = _window(page, index, one)
    before = page.previous(index)
    before_words = page.words(before) if before is not None else ""
    words = page.text[start:end]
    if (
        start > page.clauses[index].start
        and _AND_SHARE.match(words)
        and RND.search(page.text, page.clauses[index].start, start)
    ):
        words = "研发" + words  # "four in ten of the staff and 6% of sales": still of R&D
    if (
        before_words
        and re.match(
            r"\s?(?:约|大概|则|投入|费用|经费)?(?:占|相当于|达到|正确(?:的)?是|实际(?:上)?是|准确(?:地说)?是)",
            page.words(index),
        )
        and RND.search(before_words)
        and not RND.search(words)
    ):
        words = before_words + words
    lead, tail = page.text[start : one.start], page.text[one.end : end]
    value = number(one.value)
    if _BOUND.search(lead) or re.search(r"(?<![a-z])not (?:at|of)\s$", lead):
        return
    if _DEVELOPING.search(words) and _STAFF.search(words) and not re.search(r"customers|clients|users", words):
        yield Found("rnd_staff_pct", value, one.start, one.end)
        return
    if RND.search(words) and (
        name := _research(
            words[: len(words) - len(tail)] if len(words) > end - start else lead,
            tail,
            before_words,
            _next(page, index),
        )
    ):
        yield Found(name, value, one.start, one.end)
        return
    if _interest(lead, tail, _spoken_of(page, index)) or _in_a_list(page, index, one, lead + tail):
        little = re.search(r"[高低多少大小早晚快慢]$", lead) and page.text[one.start : one.end] == "一点"  # 利率低一点
        if one.value > 0 and not little and not only_wanted(page, index) and not REFUSED.search(page.sentence(index)):
            yield Found("loan_rate_pct", value, one.start, one.end)
        return
    if own_lending.lender_writes(page) and not REVENUE.search(lead):
        yield from own_lending.bad_excess(page, index, one)
        return
    yield from growth.told(page, index, one, lead, tail)


_LIST = lazy(r"(?<![a-z])loan(?![a-z])(?![^%]*(?:growth|grew|rose|sales|revenue|profit|r&d|stake))[^%]*[;,\n]\s?-?\s?$")


def _in_a_list(page: Page, index: int, one: Quantity, beside: str) -> bool:
    """A per cent that stands alone in a list about a loan: "Loan: RMB 4m; 12 months; 4.7%; unsecured"."""
    if beside.strip() or one.value >= 30:
        return False
    start = page.clauses[index].start
    return _LIST.search(page.text, max(0, start - 120), start) is not None


def _spoken_of(page: Page, index: int) -> str:
    """The sentence, with the one before where it goes on from there ("It runs for a year at 4.35%")."""
    sentence = page.sentence(index)
    label = page.words(index - 1) if index and page.clauses[index - 1].closing == ":" else ""
    if (
        _OF_ITS_OWN.match(page.words(index))
        or _OF_ITS_OWN.fullmatch(label)
        or page.words(index).lstrip().startswith("rate:")
    ):
        return page.text[max(0, page.clauses[index].start - 400) : page.clauses[index].end]
    first = page.index(page.text.find(sentence, max(0, page.clauses[index].start - len(sentence))))
    return page.sentence(first - 1) + sentence if first and _GOES_ON.match(sentence) else sentence


def _next(page: Page, index: int) -> str:
    """The clause behind, in the same sentence."""
    follow = index + 1
    same = follow < len(page.clauses) and page.clauses[follow].sentence == page.clauses[index].sentence
    return page.words(follow) if same else ""


def _window(page: Page, index: int, one: Quantity) -> tuple[int, int]:
    """The words around one per cent, up to the per cents beside it."""
    clause = page.clauses[index]
    beside = [q for q in page.quantities_in(index) if q.kind == "pct"]
    place = beside.index(one)
    start = beside[place - 1].end if place else clause.start
    end = beside[place + 1].start if place + 1 < len(beside) else clause.end
    return start, end


def _research(lead: str, tail: str, earlier: str, later: str) -> str | None:
    """`rnd_staff_pct`, `rnd_ratio_pct`, or None where R&D is only mentioned."""
    words = lead + " # " + tail
    if re.search(
        r"(?<![研开]发)成本|总?(?:支出|开支|费用)的|利润的?|资产的?|(?<![a-z])(?:of|to) (?:\w+ ){0,3}(?:costs?|"
        r"spending|expens\w+|profits?|assets)(?![a-z])",
        words,
    ):
        return None
    if _OF_THAT.search(lead) and not REVENUE.search(earlier) and _OF_OTHER_SUM.search(earlier):
        return None  # 利润900万元，研发花掉了其中的4%
    level = re.search(r"(?:到|至|to|at)\s$|(?:到|至)$", lead) and re.match(
        r"\s?(?:of|in)?\s?(?:our|its|the)?\s?(?:total\s)?(?:revenue|sales|turnover|"
        r"staff)",
        tail,
    )
    if (
        (CHANGE.search(lead[-10:]) and not level and "占" not in lead[-8:] and not _OF_THAT.search(lead))
        or re.match(r"\s?(?:更|more|higher)", tail)
        or re.search(r"(?:比|较)(?:前年|去年|上年)", words)
    ):
        return None
    if _STAFF.search(words) and not _SPEND.search(words) and not REVENUE.search(words):
        return "rnd_staff_pct"
    if REVENUE.search(words) or re.search(r"强度|intensity", words):
        return "rnd_ratio_pct"
    if _OF_THAT.search(lead) and REVENUE.search(earlier):
        return "rnd_ratio_pct"
    if _SPEND.search(words) and re.search(r"占|比|ratio|share", words):
        return "rnd_ratio_pct"
    if _WENT.match(tail) and REVENUE.search(earlier):
        return None if _AHEAD.search(earlier + lead + tail[:8]) else "rnd_ratio_pct"
    if not re.search(r"占|比|是|搞|做|在|of|are|is|at|(?<![a-z])in(?![a-z])", words):
        return "rnd_ratio_pct" if _SPEND.search(words) else None
    if _HEADCOUNT.search(earlier) or (not _SPEND.search(words) and _HEADCOUNT.search(later)):
        return "rnd_staff_pct"
    return "rnd_ratio_pct" if REVENUE.search(earlier) or re.search(r"占|ratio|at", words) else None


_WENT = lazy(
    r"\s?(?:of (?:it|that|them) )?(?:(?:was|were|is|are|has been|have been) )?(?:went|goes|go|gone|going|put|"
    r"ploughed|poured|fed|"
    r"spent|laid out|used) (?:on|into|in|for|to)(?![a-z])"
)
"""What became of a share of the sales that the clause before told: "of last year's sales, 6% went on research"."""
_AHEAD = lazy(r"(?<![a-z])(?:next|this|coming) year|明年|今年| (?:is|are) to(?![a-z])")
_OF_THAT = lazy(r"(?:其中|当中|里面)的?(?:约|大约|大概|近)?$")
"""A share of what the clause before has told: 销售收入1.2亿元，研发花掉了其中的3.1%."""
_OF_OTHER_SUM = lazy(r"利润|净利|资产|成本|支出|预算|融资|贷款|补[助贴]|经费")
_DEVELOPING = lazy(
    r"(?<![a-z])(?:(?:spends? (?:their|all) (?:days|time|working hours)(?: on| in)?|works? (?:on|in)|are (?:busy "
    r")?(?:in|with)?|"
    r"do|does) ?(?:developing|designing|development|new (?:designs|products|processes))|develop (?:new )?(?:products|"
    r"software|processes)|write (?:code|software|firmware))(?![a-z])"
)
_PER_YEAR = lazy(
    r"(?:^|[^近这那去第])(?:一年|每年)$|(?:票面|执行|定价|资金成本|综合成本)(?:是|为|约|:)?$|"
    r"(?<![a-z])(?:(?:we|company|firm) (?:paid|pay)|"
    r"charged(?: us)?|priced at|bears|bore)\s$"
)
_FIXED = lazy(r"\s(?:fixed|flat|floating|nominal|all in|all-in|simple)(?=\s?(?:$|[,.;)]|interest|a year|p\.a))")
_OF_ITS_OWN = lazy(r"\s?(?:the )?(?:interest )?rate\s?$|[^,.;]*(?<![a-z])with interest(?: at| of)?(?![a-z])")
"""A rate in a sentence of its own, of the loan that was spoken of before: "Rate: 4.35%", "with interest at 3.9%"."""


_OF_BAD_LOANS = lazy(
    r"(?:不良(?:贷款)?|坏账)(?:率|容忍度)|逾放比|(?<![a-z])(?:bad[- ](?:loan|debt)s?|npl|non-?performing(?: loans?)?) "
    r"(?:ratio|rate|share)"
)


def _interest(lead: str, tail: str, sentence: str) -> bool:
    if _OF_BAD_LOANS.search(lead):
        return False
    if (
        re.search(r"基准(?!.*利率.*利率)|benchmark", lead[-32:])
        or _NOT_RATE.search(lead[-14:])
        or re.match(r"\s?(?:税|lpr)", tail)
    ):
        return False
    if CHANGE.search(lead[-8:]) or re.search(
        r"逾期|迟延|[迟晚延拖]付|违约|滞纳|late[- ]pay|late interest|overdue", lead[-24:] + tail[:24]
    ):
        return False
    if not lead.strip() and _FIXED.match(tail) and _LOAN.search(sentence):
        return True  # "three-year loan, 7.5m, 5.4% fixed"
    if not lead.strip() and not tail.strip() and _BARE.search(sentence):
        return True  # 信用的，一年，4.05%
    near = (
        _RATE.search(lead[-22:])
        or (_PER_YEAR.search(lead) and not REVENUE.search(lead) and _LOAN.search(sentence))
        or _INTEREST_ON.search(lead)
        or re.match(r"\s?(?:的)?(?:年?利率|年息|年化|利息|interest|a year|per annum|p\.a)", tail)
    )
    if near:
        return bool(_LOAN.search(sentence) or re.search(r"利率|年息|年利|interest rate", lead + tail))
    bears = re.search(
        r"(?<![a-z])(?:bears?|bearing|carries|carrying|carried|costs?(?: us)?)\s(?:interest (?:at|of)\s)?$", lead
    )
    at = bears or (
        re.search(r"(?<![a-z])(?:at|@)\s?(?:a rate of\s)?(?:about\s)?$", lead) or re.search(r"[,、]?\s?$", lead) is None
    )
    return bool(at and _LOAN.search(sentence) and not REVENUE.search(lead[-20:]) and not RND.search(lead[-20:]))
