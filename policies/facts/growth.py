"""How revenue and profit changed: last year's growth, the average of two years, and changes told in words."""

from __future__ import annotations

import re

from policies.facts import bounds
from policies.facts.found import Findings, Found, number
from policies.facts.periods import planned, year_of_before
from policies.facts.quantities import Quantity
from policies.facts.scope import EARLIER, FORECAST, Page
from policies.patterns import lazy

_UP = (
    r"增长率?|上涨|涨幅|增幅|增速|成长率?|年增|增加|上升|提高|提升|微增|略增|增了|涨了?|多了|多卖了?|多出|高了|"
    r"高出|升了?|增|扩大|"
    r"长了(?=\d|百分|[一二两三四五六七八九])|(?<=[年去期])(?:又|还|也)?(?:多|高)(?:约|了|近|大概)?$|进步了?|"
    r"上(?:了)?一个台阶|超(?:过|出)?了?(?=前年|上年|上一年|20\d\d|$)|(?<=[年期])(?:还|又|要)?好(?:了|出|过)?$|"
    r"(?<![a-z])(?:(?<!giving )(?<!give )(?<!gives )"
    r"(?<!gave )(?<!takes )(?<!take )(?<!makes )(?<!make )(?<!took )(?<!eats )(?<!set )(?<!set us )up|"
    r"grew|grown|grow|growing|growth|rose|risen|rise|increas\w+|climb\w+|jump\w+|"
    r"inched up|edged up|shot up|crept up|expand\w+|gain\w+|surg\w+|soar\w+|"
    r"(?<=sales )added|(?<=revenue )added|(?<=turnover )added|put on|ahead|higher|more|beat|beats|outdid|"
    r"(?:lifted|raised|pushed|drove|boosted)(?= (?:up )?(?:our |the |its |net )?(?:sales|revenues?|turnover|profits?))|"
    r"topped|improv\w+|advanc\w+(?! us)|exceed\w*|outstrip\w*|surpass\w*|above|better|bigger|larger)(?![a-z])"
)
_DOWN = (
    r"下降|下滑|下跌|减少|缩水|衰退|萎缩|少了|少卖了?|降了?|跌了?|减了?|掉了|(?<=[年去期])(?:又|还|也)?(?:少|"
    r"低)(?:约|了|近|大概)?$|(?<![a-z])(?:down|"
    r"fell|fall|fallen|drop\w*|slip\w*|declin\w+|shrank|shrunk|decreas\w+|lower|"
    r"lost|slid|slide|dipped|contract(?:ed|ion)|retreat\w*|receded|weaken\w*|below|under|less|short of|smaller|"
    r"worse)(?![a-z])"
)
_WEAK = lazy(
    r"(?P<than>above|better|bigger|larger|below|under|less|short of|smaller|worse)|improv\w+|advanc\w+|exceed\w*|lost"
)
"""Words that compare anything: they tell growth only beside what grew, and `than` some year."""
_A_YEAR = lazy(
    r"20\d\d|(?<![a-z])(?:year (?:before|earlier)|(?:last|previous|prior|preceding) (?:year|one)|year[- ]on[- ]year|"
    r"y-?o-?y|than before|in the year|twelve months)(?![a-z])"
)
_HOPED = lazy(r"(?<![a-z])(?:should|ought to|likely to|set to|on course|bound to|due to)(?![a-z])|应该|应当|有望|可望")
CHANGE = lazy(rf"(?P<down>{_DOWN})|(?P<up>{_UP}|(?<![\d%])\+(?=\s?$))")
REVENUE = lazy(
    r"营业?收入?|销售(?:额|收入)?|收入|营业额|流水|业绩|(?<![a-z])(?:revenues?|"
    r"revnue|sales|turnover|income|takings|top line)(?![a-z])"
)
_PROFIT = lazy(
    r"利润|净利|纯利|盈利|盈余|获利|纯益|赚(?:的|得|到|了|钱)|(?<![a-z])(?:profits?|net income|earnings|bottom line|"
    r"net result|(?:we|it|company|firm) earned)(?![a-z])"
)
RND = lazy(
    r"研发|研究|科研|科技人员|技术人员|搞技术|研制|(?:技术|产品|新品|软件)?开发(?:费|投入|支出|经费|开支|成本)|"
    r"(?<![a-z])(?:r&d|r and d|r & d|r\+d|research(?:ers?)?(?: and development)?|scientists|"
    r"(?<!market )(?<!staff )(?<!business )(?<!property )(?<!land )(?<!estate )development (?:costs?|spend(?:ing)?|"
    r"expens\w+|budget|outlays?|bills?|took|takes|ate|eats|swallow\w+)|"
    r"(?:spent|spend|spends|went|goes|put) (?:on|into) (?:product )?development(?! (?:zones?|loans?|land|of)))(?![a-z])"
)
_OTHER = lazy(
    r"(?<!增长)利率|税率|费率|员工|职工|人数|工资|成本|价格|涨价|房租|租金|出口|外销|订单|客户|用户|"
    r"资产|专利|投入|费用|支出|原料|毛利|市场|行业|股份|股权|占股|市占|产量|产能|物价|"
    r"(?<![a-z])(?:staff|headcount|workforce|wages?|costs?|prices?|rents?|exports?|"
    r"orders?|customers?|users|assets|patents|spend(?:ing)?|spent|expenses?|"
    r"market|stake|shares?|equity|margin|output|salar\w+|tax|inflation|discount|interest|deposit)(?![a-z])"
)
_EARLIER_BEHIND = lazy(
    r"\s?(?:in\s)?(?:(?:the )?year before(?: last)?|two years ago|three years ago|(?:this|next) year)(?![a-z])"
)
_YEAR_AHEAD = lazy(r"(?<!\d)(20\d\d)(?:年|\s)")
_WITH_YEAR = lazy(
    r"(?:比|较|跟|与|和|同|than|on|from|of|over|since|自|从|above|below|against|versus|vs|exceeded|surpassed|"
    r"outstripped|beat|topped)\s?(?:the\s|fy\s?)?$"
)
_TWO_YEARS = lazy(
    r"(?:近|过去|最近|前|这|连续|头)?[两二2]年(?:来|间|里|都|的)?|(?<![a-z])(?:(?:past|last|previous|latest|"
    r"these) two (?:full )?years|two years (?:running|in a row|on end)|two-year|each of two years|both years|(?:over|"
    r"for|"
    r"across|through) (?:the )?two (?:full )?years)(?![a-z])"
)
_MEAN = lazy(
    r"平均|年均|均增|复合|cagr|(?<![a-z])(?:averag\w+|annuali[sz]ed|a year|per year|annually|compound)(?![a-z])"
)
_HELD = lazy(r"(?<![a-z])(?:owns?|owned|holds?|held|keeps?) $")
_NO_CHANGE = lazy(r"\s(?:place|prize|more a month|a month|of us)(?![a-z])")
"""A stake, a prize, a rate by the month: no growth, whatever verb stands before."""
_OF_PROFIT = lazy(r"(?:growth|rise|increase|fall|drop) (?:in|of) (?:the |our )?(?:net )?profits?(?![a-z])")
_AVERAGE = lazy(r"平均|年均|均增|复合|cagr|(?<![a-z])averag\w+(?![a-z])")
_EACH = lazy(r"每年|都|各|连续|(?<![a-z])(?:each|every|both|running|in a row)(?![a-z])")
_DOUBLE = lazy(
    r"(?P<zh>翻了?(?:一番|倍|一倍|了倍)|翻倍|增长了?一倍|涨了?一倍)|(?<![a-z])(?P<en>doubled|twice as much)(?![a-z])"
)
_TREBLE = lazy(r"翻了?两番|(?<![a-z])(?:tripled|trebled)(?![a-z])")
_FLAT = lazy(
    r"持平|(?:没有?(?:什么|怎么|太大|多大)?|毫无|几乎没)变化?(?!成|更)|不变|(?:没(?:有|什么)?|未|零)(?:增长|"
    r"成长)(?!点|[^。;\d]{0,3}反而)|没涨|(?:跟|与|和|同)(?:前年|前一?年|上一?年|20\d\d年)的?(?:完全)?(?:一样|相同|"
    r"相等|一模一样)|原地踏步|"
    r"[两二]年(?:都|均|全)(?:是|为|做了)|(?<![a-z])(?:flat|unchanged|no growth|(?:did not|didn't|has not|"
    r"hasn't) gr[eo]wn?(?! (?:by|as|more|much|fast))|stagnant|stood still|stayed put|"
    r"(?:in|for) both years|(?:the same|identical) (?:in|as))(?![a-z])"
)


_LAST = lazy(r"去年|上年|上一年|(?<!\d)20\d\d")
_AND_THEN = lazy(r"(?:%|per ?cent) in 20\d\d,? and (?:by )?$")
"""Ahead of a second change of the same thing: "grew 20% in 2021 and 30% in 2022"."""
_IN_YEAR = lazy(r"\s?in (20\d\d)(?!\d)")


def told(page: Page, index: int, one: Quantity, lead: str, tail: str) -> Findings:
    """What a per cent between `lead` and `tail` says of growth; nothing where it says nothing of it."""
    lead = bounds.before(lead) if one.vague else lead
    changes = list(CHANGE.finditer(lead))
    behind = re.match(rf"\s?(?:的|年)?\s?(?:(?P<down>{_DOWN})|(?P<up>{_UP}|year[- ]on[- ]year))", tail)
    start = page.clauses[index].start
    if not changes and behind is None and (joined := _AND_THEN.search(page.text, start, one.start)):
        lead = page.text[start : joined.start()]
        changes = list(CHANGE.finditer(lead))
    if not changes and behind is None:
        before = page.previous(index)
        if re.fullmatch(r"\s?[+-]\s?", lead) and before is not None and subject(page, index, "", "") == "revenue":
            value = one.value if "+" in lead else -one.value  # "revenue 52 million (+6%)"
            yield Found("revenue_growth_pct", number(value), one.start, one.end)
            return
        words = page.words(before) if before is not None else ""
        told = CHANGE.search(words)  # 收入没怎么涨，就0.3%
        alone = re.fullmatch(r"\s?(?:就|才|只有|只|仅|也就|大概|just|only|by)\s?", lead) and not tail.strip()
        ours = told and told["up"] and REVENUE.search(words) and subject(page, index, words, "") == "revenue"
        if alone and ours:
            yield Found("revenue_growth_pct", number(one.value), one.start, one.end)
        return
    if behind_last := _EARLIER_BEHIND.match(lead):  # "10% the year before last but fell 3%": the year of the first
        lead = lead[behind_last.end() :]
        changes = list(CHANGE.finditer(lead))
    change = changes[-1] if changes else behind
    if change is None:
        return
    at = change.start() if changes else len(lead)
    topic = subject(page, index, lead[:at] if changes else lead, tail)
    if _HELD.search(lead) or _NO_CHANGE.match(tail) or page.text[one.start : one.end] == "一点":
        return  # 少了一点: a little
    if _OF_PROFIT.match(lead, at):
        topic = "profit"
    down = change["down"] is not None
    value = -one.value if down else one.value
    around = page.words(index)
    if topic == "revenue" and _TWO_YEARS.search(around) and (_MEAN.search(around) or _EACH.search(around)):
        yield Found("avg_growth_2y_pct", number(value), one.start, one.end)
        if _MEAN.search(around):
            return
        lead = _TWO_YEARS.sub("", lead)
    elif topic == "revenue" and _AVERAGE.search(around):
        return  # of how many years is not told
    if (year := _IN_YEAR.match(tail)) and int(year[1]) != page.as_of.year - 1:
        return
    if (weak := _WEAK.fullmatch(change[0].strip())) and not _weighed(page, index, one, bool(weak["than"])):
        return
    if _HOPED.search(lead) or planned(page, index):
        return
    if topic is None or _other_time(lead) or _EARLIER_BEHIND.match(tail) or _other_year(page, index, lead):
        return
    name = "profit_growth_pct" if topic == "profit" else "revenue_growth_pct"
    yield Found(name, number(value), one.start, one.end, 2 if REVENUE.search(lead) else 1)


def _weighed(page: Page, index: int, one: Quantity, than: bool) -> bool:
    """Whether a comparing word has what grew before it in the sentence, and, for `than`, a year to compare with."""
    start, sentence = page.clauses[index].start, page.sentence(index)
    named = [*REVENUE.finditer(page.words(index)), *_PROFIT.finditer(page.words(index))]
    before = page.previous(index)
    while not named and before is not None:
        named = [*REVENUE.finditer(page.words(before)), *_PROFIT.finditer(page.words(before))]
        before = page.previous(before)
    other = _OTHER.search(page.text, start, one.start)
    return bool(named and not other and (not than or _A_YEAR.search(sentence)))


def subject(page: Page, index: int, lead: str, tail: str) -> str | None:
    """What grew: named before the verb, behind the figure ("8% more revenue"), or still spoken of from before."""
    marks = sorted(
        (m.start(), kind)
        for kind, pattern in (("revenue", REVENUE), ("profit", _PROFIT), ("other", _OTHER), ("other", RND))
        for m in pattern.finditer(lead)
    )
    if not marks and (
        m := re.match(r"\s?(?:(?:more|higher|growth|in|of|rise in)(?![a-z]))?\s?(?:(?:in|of)(?![a-z]))?\s?", tail)
    ):
        rest = tail[m.end() :]
        marks = [
            (0, kind)
            for kind, pattern in (("revenue", REVENUE), ("profit", _PROFIT), ("other", _OTHER))
            if pattern.match(rest)
        ]
    before = page.previous(index)
    for _ in range(4):
        if marks or before is None:
            break
        words = page.words(before)
        marks = sorted(
            (m.start(), kind)
            for kind, pattern in (("revenue", REVENUE), ("profit", _PROFIT), ("other", RND))
            for m in pattern.finditer(words)
        )
        before = page.previous(before)
    if not marks:
        return "revenue"
    return marks[-1][1] if marks[-1][1] != "other" else None


def of_last_year(page: Page, index: int, lead: str) -> bool:
    """Whether what is told behind these words is the last year's."""
    return not (_HOPED.search(lead) or planned(page, index) or _other_time(lead) or _other_year(page, index, lead))


def _other_time(lead: str) -> bool:
    """今年预计增长, 前年涨了: another year than the last. "比前年", "on 2020" only say what it is compared with."""
    earlier = [
        m
        for m in EARLIER.finditer(lead)
        if not re.search(
            r"(?:比|较|跟|与|和|同|超|超过|高出|多出|高过|胜过|than|on|from|of|over|beat|topped|outdid|above|below|"
            r"under)"
            r"\s?(?:the\s)?$",
            lead[: m.start()],
        )
    ]
    return bool(FORECAST.search(lead) or (earlier and not re.search(r"去年|last year", lead[earlier[-1].end() :])))


def _other_year(page: Page, index: int, lead: str) -> bool:
    """A year named before the change that is not the last one ("2020年增长10%"), and not only compared with."""
    if not re.search(r"20\d\d|去年|上年|last year", lead):
        lead = year_of_before(page, index) + lead
    years = [m for m in _YEAR_AHEAD.finditer(lead) if not _WITH_YEAR.search(lead[: m.start()])]
    return bool(
        years
        and int(years[-1][1]) < page.as_of.year - 1
        and not re.search(r"成立|创立|创办|注册|found|established|set up|started|去年|last year", lead)
    )


def told_in_words(page: Page) -> bool:
    """Whether the text has a word such as doubled or 持平 anywhere."""
    return any(pattern.search(page.text) for pattern in (_TREBLE, _DOUBLE, _FLAT))


def in_words(page: Page, index: int, start: int) -> Findings:
    """Revenue or profit doubled, trebled, or the same in both years."""
    words = page.words(index)
    if page.wished(index) or planned(page, index):
        return
    for pattern, value in ((_TREBLE, None), (_DOUBLE, 100), (_FLAT, 0)):
        match = pattern.search(words)
        if match is None or page.theirs(start + match.start()):
            continue
        amount = value if value is not None else (300 if "番" in match[0] else 200)
        lead = words[: match.start()]
        topic = subject(page, index, lead, words[match.end() :])
        if "前年" in match[0] and not _LAST.search(lead):
            return  # 利润和前年一样: of which year is not said
        if topic == "profit" and _PROFIT.search(lead) and not _other_time(lead):
            yield Found("profit_growth_pct", amount, start + match.start(), start + match.end())
        if topic == "revenue" and not _other_time(lead) and _about_money(page, index):
            yield Found("revenue_growth_pct", amount, start + match.start(), start + match.end())
        return


def _about_money(page: Page, index: int) -> bool:
    """Words such as doubled need revenue by name, in the clause or the one before."""
    before = page.previous(index)
    return bool(REVENUE.search(page.words(index)) or (before is not None and REVENUE.search(page.words(before))))
