"""Per cents: growth, R&D share, R&D staff, loan rate. Each is told by the words around it, none by default."""

from __future__ import annotations

import re

from policies.facts.found import Findings, Found, number
from policies.facts.quantities import Quantity
from policies.facts.scope import EARLIER, FORECAST, Page

_UP = (
    r"增长率?|上涨|涨幅|增幅|增速|成长率?|年增|增加|上升|提高|提升|微增|略增|增了|涨了?|多了|高了|升了?|增|"
    r"(?<![a-z])(?:(?<!takes )(?<!take )(?<!makes )(?<!make )(?<!took )(?<!eats )(?<!set )up|"
    r"grew|grown|grow|growing|growth|rose|risen|rise|increas\w+|climb\w+|jump\w+|"
    r"inched up|edged up|shot up|crept up|expand\w+|gain\w+|surg\w+|soar\w+|"
    r"ahead|higher|more)(?![a-z])"
)
_DOWN = (
    r"下降|下滑|下跌|减少|缩水|衰退|萎缩|少了|降了?|跌了?|减了?|掉了|(?<![a-z])(?:down|"
    r"fell|fall|fallen|drop\w*|slip\w*|declin\w+|shrank|shrunk|decreas\w+|lower|"
    r"lost|slid|dipped|contract(?:ed|ion))(?![a-z])"
)
_CHANGE = re.compile(rf"(?P<down>{_DOWN})|(?P<up>{_UP})")
_REVENUE = re.compile(
    r"营业?收入?|销售(?:额|收入)?|收入|营业额|流水|业绩|(?<![a-z])(?:revenues?|"
    r"revnue|sales|turnover|income|takings|top line)(?![a-z])"
)
_PROFIT = re.compile(r"利润|净利|盈利|(?<![a-z])(?:profits?|net income|earnings)(?![a-z])")
_RND = re.compile(
    r"研发|研究|科研|科技人员|技术人员|搞技术|(?<![a-z])(?:r&d|r and d|r & d|research(?:ers?)?(?: and development)?|"
    r"scientists)(?![a-z])"
)
_OTHER = re.compile(
    r"员工|职工|人数|工资|成本|价格|涨价|房租|租金|出口|外销|订单|客户|用户|"
    r"资产|专利|投入|费用|支出|原料|毛利|市场|行业|股份|股权|占股|市占|产量|"
    r"产能|物价|"
    r"(?<![a-z])(?:staff|headcount|workforce|wages?|costs?|prices?|rents?|exports?|"
    r"orders?|customers?|users|assets|patents|spend(?:ing)?|spent|expenses?|"
    r"market|stake|shares?|equity|margin|output|salar\w+|tax|inflation|discount|"
    r"deposit)(?![a-z])"
)
_STAFF = re.compile(
    r"人员|员工|职工|团队|人手|岗|人数|(?<![a-z])(?:staff|people|workforce|headcount|"
    r"employees|team|workers|personnel|of us)(?![a-z])"
)
_SPEND = re.compile(
    r"费用?|投入|支出|经费|开支|花|强度|(?<![a-z])(?:spend(?:ing)?|spent|expens\w+|"
    r"cost|invest\w*|budget|intensity)(?![a-z])"
)
_SHARE = re.compile(
    r"占|比例|占比|比重|强度|的|拿出|用于|投|(?<![a-z])(?:of|ratio|share|intensity|"
    r"runs? at|equals?|takes?|took|at|is|work|accounts?|are|into|on|to)(?![a-z])"
)
_RATE = re.compile(
    r"利率|年利|年息|利息|年化|息|(?<![a-z])(?:interest(?: rate)?|rate|a year|"
    r"per annum|p\.a|annual rate|apr|coupon)(?![a-z])"
)
_NOT_RATE = re.compile(r"基准|lpr|报价利率|税|利润率|贴息|benchmark|tax|补")
_LOAN = re.compile(r"贷|借|(?<![a-z])(?:loans?|borrow\w*|lent|lend)(?![a-z])")
_DOUBLE = re.compile(
    r"(?P<zh>翻了?(?:一番|倍|一倍|了倍)|翻倍|增长了?一倍|涨了?一倍)|(?<![a-z])(?P<en>doubled|"
    r"twice as much)(?![a-z])"
)
_TREBLE = re.compile(r"翻了?两番|(?<![a-z])(?:tripled|trebled)(?![a-z])")
_FLAT = re.compile(r"持平|没有?增长|零增长|没涨|原地踏步|(?<![a-z])(?:flat|unchanged|no growth|stagnant)(?![a-z])")


def find(page: Page) -> Findings:
    """Every per cent that states one of the four, and changes told in words (doubled, 持平)."""
    for index, clause in enumerate(page.clauses):
        for one in page.quantities_in(index):
            if (
                one.kind == "pct"
                and not one.vague
                and not page.wished(index, one.start)
                and (not page.theirs(one.start) or _lent(page.words(index)))
            ):
                yield from _read(page, index, one)
        yield from _in_words(page, index, clause.start)


def _lent(words: str) -> bool:
    """A lender's words are about our loan: "a shareholder lent us 2m at 6%"."""
    return bool(re.search(r"(?:借给?|贷给?|批给?)了?我们|(?:lent|gave|granted|charges?|charged) us", words))


def _read(page: Page, index: int, one: Quantity) -> Findings:
    start, end = _window(page, index, one)
    before = page.previous(index)
    before_words = page.words(before) if before is not None else ""
    words = page.text[start:end]
    if (
        before_words
        and re.match(r"\s?(?:约|大概|则|投入|费用|经费)?(?:占|相当于|达到)", page.words(index))
        and _RND.search(before_words)
        and not _RND.search(words)
    ):
        words = before_words + words
    lead, tail = page.text[start : one.start], page.text[one.end : end]
    value = number(one.value)
    if _RND.search(words) and (
        name := _research(words[: len(words) - len(tail)] if len(words) > end - start else lead, tail, before_words)
    ):
        yield Found(name, value, one.start, one.end)
        return
    if _interest(lead, tail, page.sentence(index)):
        if one.value > 0:
            yield Found("loan_rate_pct", value, one.start, one.end)
        return
    yield from _growth(page, index, one, lead, tail)


def _window(page: Page, index: int, one: Quantity) -> tuple[int, int]:
    """The words around one per cent, up to the per cents beside it."""
    clause = page.clauses[index]
    beside = [q for q in page.quantities_in(index) if q.kind == "pct"]
    place = beside.index(one)
    start = beside[place - 1].end if place else clause.start
    end = beside[place + 1].start if place + 1 < len(beside) else clause.end
    return start, end


def _research(lead: str, tail: str, earlier: str) -> str | None:
    """`rnd_staff_pct`, `rnd_ratio_pct`, or None where R&D is only mentioned."""
    words = lead + " # " + tail
    if re.search(
        r"成本|总?(?:支出|开支|费用)的|利润的?|资产的?|(?<![a-z])(?:of|to) (?:\w+ ){0,3}(?:costs?|spending|expens\w+|"
        r"profits?|assets)(?![a-z])",
        words,
    ):
        return None
    level = re.search(r"(?:到|至|to|at)\s$|(?:到|至)$", lead) and re.match(
        r"\s?(?:of|in)?\s?(?:our|its|the)?\s?(?:total\s)?(?:revenue|sales|turnover|"
        r"staff)",
        tail,
    )
    if (
        (_CHANGE.search(lead[-10:]) and not level and "占" not in lead[-8:])
        or re.match(r"\s?(?:更|more|higher)", tail)
        or re.search(r"(?:比|较)(?:前年|去年|上年)", words)
    ):
        return None
    if _STAFF.search(words) and not _SPEND.search(words) and not _REVENUE.search(words):
        return "rnd_staff_pct"
    if _REVENUE.search(words) or re.search(r"强度|intensity", words):
        return "rnd_ratio_pct"
    if _SPEND.search(words) and re.search(r"占|比|ratio|share", words):
        return "rnd_ratio_pct"
    if not re.search(r"占|比|是|搞|做|在|of|are|is|at", words):
        return "rnd_ratio_pct" if _SPEND.search(words) else None
    if re.search(r"\d\s?人|员工|职工|staff|people|team|workers|employees|人$", earlier):
        return "rnd_staff_pct"
    return "rnd_ratio_pct" if _REVENUE.search(earlier) or re.search(r"占|ratio|at", words) else None


def _interest(lead: str, tail: str, sentence: str) -> bool:
    if _NOT_RATE.search(lead[-14:]) or re.match(r"\s?(?:税|lpr)", tail):
        return False
    if _CHANGE.search(lead[-8:]) or re.search(
        r"逾期|迟延|违约|滞纳|late[- ]pay|late interest|overdue", lead[-24:] + tail[:24]
    ):
        return False
    near = _RATE.search(lead[-22:]) or re.match(
        r"\s?(?:的)?(?:年?利率|年息|年化|利息|interest|a year|per annum|p\.a)", tail
    )
    if near:
        return bool(_LOAN.search(sentence) or re.search(r"利率|年息|年利|interest rate", lead + tail))
    at = (
        re.search(r"(?<![a-z])(?:at|@)\s?(?:a rate of\s)?(?:about\s)?$", lead) or re.search(r"[,、]?\s?$", lead) is None
    )
    return bool(at and _LOAN.search(sentence) and not _REVENUE.search(lead[-20:]) and not _RND.search(lead[-20:]))


def _growth(page: Page, index: int, one: Quantity, lead: str, tail: str) -> Findings:
    changes = list(_CHANGE.finditer(lead))
    behind = re.match(rf"\s?(?:的|年)?\s?(?:(?P<down>{_DOWN})|(?P<up>{_UP}|year[- ]on[- ]year))", tail)
    if not changes and behind is None:
        before = page.previous(index)
        words = page.words(before) if before is not None else ""
        told = _CHANGE.search(words)  # 收入没怎么涨，就0.3%
        alone = re.fullmatch(r"\s?(?:就|才|只有|只|仅|也就|大概|just|only|by)\s?", lead) and not tail.strip()
        ours = told and told["up"] and _REVENUE.search(words) and _topic(page, index, words, "") == "revenue"
        if alone and ours:
            yield Found("revenue_growth_pct", number(one.value), one.start, one.end)
        return
    change = changes[-1] if changes else behind
    assert change is not None
    at = change.start() if changes else len(lead)
    topic = _topic(page, index, lead[:at] if changes else lead, tail)
    if topic is None or _other_time(lead):
        return
    down = change["down"] is not None
    value = -one.value if down else one.value
    name = "profit_growth_pct" if topic == "profit" else "revenue_growth_pct"
    yield Found(name, number(value), one.start, one.end, 2 if _REVENUE.search(lead) else 1)


def _topic(page: Page, index: int, lead: str, tail: str) -> str | None:
    """What grew: named before the verb, behind the figure ("8% more revenue"), or still spoken of from before."""
    marks = sorted(
        (m.start(), kind)
        for kind, pattern in (("revenue", _REVENUE), ("profit", _PROFIT), ("other", _OTHER), ("other", _RND))
        for m in pattern.finditer(lead)
    )
    if not marks and (m := re.match(r"\s?(?:more|higher|growth|in|of|rise in)?\s?(?:in|of)?\s?", tail)):
        rest = tail[m.end() :]
        marks = [
            (0, kind)
            for kind, pattern in (("revenue", _REVENUE), ("profit", _PROFIT), ("other", _OTHER))
            if pattern.match(rest)
        ]
    before = page.previous(index)
    for _ in range(4):
        if marks or before is None:
            break
        words = page.words(before)
        marks = sorted(
            (m.start(), kind)
            for kind, pattern in (("revenue", _REVENUE), ("profit", _PROFIT), ("other", _RND))
            for m in pattern.finditer(words)
        )
        if not marks and any(q.kind == "cny" for q in page.quantities_in(before)):
            return "revenue"
        before = page.previous(before)
    if not marks:
        return "revenue"
    return marks[-1][1] if marks[-1][1] != "other" else None


def _other_time(lead: str) -> bool:
    """今年预计增长, 前年涨了: another year than the last. "比前年", "on 2020" only say what it is compared with."""
    earlier = [
        m
        for m in EARLIER.finditer(lead)
        if not re.search(r"(?:比|较|跟|与|和|同|than|on|from|of|over)\s?(?:the\s)?$", lead[: m.start()])
    ]
    return bool(FORECAST.search(lead) or (earlier and not re.search(r"去年|last year", lead[earlier[-1].end() :])))


def _in_words(page: Page, index: int, start: int) -> Findings:
    words = page.words(index)
    if page.wished(index):
        return
    for pattern, value in ((_TREBLE, None), (_DOUBLE, 100), (_FLAT, 0)):
        match = pattern.search(words)
        if match is None or page.theirs(start + match.start()):
            continue
        amount = value if value is not None else (300 if "番" in match[0] else 200)
        if (
            _topic(page, index, words[: match.start()], words[match.end() :]) == "revenue"
            and not _other_time(words[: match.start()])
            and _about_money(page, index)
        ):
            yield Found("revenue_growth_pct", amount, start + match.start(), start + match.end())
        return


def _about_money(page: Page, index: int) -> bool:
    """Words such as doubled need revenue by name, in the clause or the one before."""
    before = page.previous(index)
    return bool(_REVENUE.search(page.words(index)) or (before is not None and _REVENUE.search(page.words(before))))
