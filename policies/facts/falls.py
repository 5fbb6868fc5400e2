"""A profit, or sales, told to have fallen, and not by how much: 利润比前年略低, "profit was slightly lower".

How far below zero the growth lies is not said; that it lies there is enough for every rule, so it is given as the least
of falls. A figure told anywhere in the text outdoes it.
"""

from __future__ import annotations

import re

from policies.facts import bounds
from policies.facts.found import Findings, Found
from policies.facts.growth import of_last_year
from policies.facts.matters import strangers
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

_SIGNS = lazy(r"利|赚|收入|营收|营业额|销售|profit|earning|income|sales|revenue|turnover")
_A_LITTLE_ZH = (
    r"(?:都|也|还|又|却|同比|倒|反而|反倒|则|均|双双?|略有?|稍微?|稍稍|小幅|微|轻微|有所|有点|一点|些|地|的|了|是|要)"
)
_YEAR_ZH = r"(?:前一?年|上一?年|上年度|前一年度|上一年度|前一个年度|20\d\d年?)"
_THAN_ZH = rf"(?:比|较|跟|与|和|同){_YEAR_ZH}(?:同期)?(?:相比|比)?"
_FELL_ZH = (
    r"(?:下降|下滑|下跌|减少|降低|走低|回落|缩水|滑落|降|跌|减|少|低|差|倒退|缩)(?:了|一?点儿?|些|一些|不少|"
    r"很多|许多)*"
)
_A_SUM_ZH = (
    r"(?:(?:大?约|差不多|大概|将近|接近|近|整整|好几?|足足){0,2}[\d一二两三四五六七八九十百千几数.]{1,6}(?:来|"
    r"多|余|几)?个?"
    r"(?:千|百)?[万亿]多?(?:元|块)?(?:钱|左右|上下|多|出头)?)"
)
"""By how much in money, which no share can be reckoned from: 利润还少了三十来万."""
_FALL_ZH = lazy(
    r"(?:(?P<sales>(?:营业|销售)?收入|营收|营业额|销售额?)(?P<both>[和与、]净?利润)?|"
    r"(?P<profit>(?:净|税后|纯)?利润(?:总额)?(?!率)|盈利|获利|净利|赚的?钱?|赚头))(?:去年|上年|上年度)?,?"
    rf"(?:{_A_LITTLE_ZH}|{_THAN_ZH}){{0,6}}(?:{_FELL_ZH}{_A_SUM_ZH}?|不如{_YEAR_ZH}|不及{_YEAR_ZH})"
    rf"(?=$|[,。;!?)、]|{_YEAR_ZH})"
)
_A_LITTLE_EN = (
    r"(?:also|both|actually|only|just|even|however|though|then|a|an|the|slightly|marginally|somewhat|modestly|"
    r"fractionally|little|bit|touch|shade|tad|hair|trifle|fraction|too|rather|sadly|unfortunately|last|year|was|were|"
    r"is|came|out|in|at|has|have|had|been|ended|finished|for|after|tax)"
)
_YEAR_EN = (
    r"(?:(?:in |that of |those of |what it was )?(?:in )?(?:the )?(?:(?:year|one) (?:before(?! last)|earlier)|"
    r"(?:previous|prior|"
    r"preceding) (?:year|one)(?:'s)?|20\d\d(?:'s)?))"
)
_A_SUM_EN = (
    r"(?:(?:by )?(?:(?:about|around|roughly|some|almost|nearly|approximately|over|under|close to) ){0,2}(?:rmb |"
    r"¥|cny )?"
    r"(?:[\d.,]*\d(?: ?(?:million|m|k|thousand))?|(?:a few|several|some) (?:hundred )?thousand)(?: yuan| rmb)?)"
)
_FALL_EN = lazy(
    r"(?<![a-z])(?:(?P<sales>sales|revenues?|turnover)(?P<both> and (?:net )?(?:profits?|earnings))?|"
    r"(?P<profit>(?:net )?(?:profits?|earnings)|net income)(?P<too> and (?:sales|revenues?|turnover))?)"
    r"(?! (?:margin|share|growth|per))"
    rf"(?: {_A_LITTLE_EN}){{0,7}} "
    rf"(?:(?:fell|dropped|slipped|declined|shrank|dipped|decreased|slid|eased|went down|gone down|fallen|down|sank)"
    rf"(?: (?:{_A_SUM_EN}(?![%\d.]| ?(?:%|per ?cent|to(?![a-z])))|back|off|slightly|marginally|modestly|"
    rf"a (?:little|bit|touch|shade|tad)|somewhat|too|as well|also|"
    rf"last year|"
    rf"(?:on|from|against|versus|compared (?:with|to)|since) {_YEAR_EN}))*|"
    rf"(?:{_A_SUM_EN} )?(?:lower|less|worse|weaker|smaller|poorer|below|under|down)(?: than| on| from| against|"
    rf" compared (?:with|to))? "
    rf"{_YEAR_EN})(?=$|[,.;!)]| (?:and|but|while|though|too|as|so)(?![a-z]))|"
    r"(?<![a-z])(?:made|earned|had|booked) (?:(?:slightly|a little|a bit|somewhat) )?less (?P<less>profit|money) "
    rf"than {_YEAR_EN}"
)
_COMPARED = lazy(r"20\d\d")
_SMALL = lazy(r"[少低差]$")
_THAN = lazy(_THAN_ZH)


def find(page: Page) -> Findings:
    """`profit_growth_pct` and `revenue_growth_pct` as a fall without a size; nothing where it is denied or not ours."""
    if not _SIGNS.search(page.text):
        return
    for pattern in (_FALL_ZH, _FALL_EN):
        for match in pattern.finditer(page.text):
            names = [name for group, name in _NAMES if match.groupdict().get(group) is not None]
            if names and _stated(page, match):
                for name in dict.fromkeys(names):
                    yield Found(name, bounds.FALL, match.start(), match.end(), 0)


_NAMES = (
    ("profit", "profit_growth_pct"),
    ("less", "profit_growth_pct"),
    ("both", "profit_growth_pct"),
    ("sales", "revenue_growth_pct"),
    ("too", "revenue_growth_pct"),
)


def _stated(page: Page, match: re.Match[str]) -> bool:
    if _SMALL.search(match[0]) and not _THAN.search(match[0]):
        return False  # 利润低: small, not smaller
    index = page.index(match.start())
    clause = page.clauses[index]
    lead = page.text[clause.start : match.start()]
    if strangers(page, match.start()) or page.wished(index, match.start()) or doubted(page, index):
        return False
    if NEGATION.search(lead[-12:]) or clause.closing == "?" or page.clauses[page.index(match.end() - 1)].closing == "?":
        return False
    years = [int(year) for year in _COMPARED.findall(match[0])]
    return all(year == page.as_of.year - 2 for year in years) and of_last_year(page, index, lead)
