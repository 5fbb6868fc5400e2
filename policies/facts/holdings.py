"""Owners told by their shares: where people hold the whole between them, no larger house stands behind.

"I hold 70%, two colleagues the rest", 老大占六成，其余归两个同事: a share that people hold and who holds what
is left, or shares of people that come to a hundred. A sentence that names a corporate owner says nothing here.
"""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.scope import Page
from policies.facts.standing import Standing, judge
from policies.patterns import lazy

_MEN = (
    r"(?:i|we|he|she|me|mine|us|myself|founders?|co-?founders?|(?:two|three|four|five|six|both|\d) (?:of us|founders|"
    r"colleagues|partners|friends|engineers|people|individuals|classmates|scientists|researchers|"
    r"professors)|(?:business )?partners?|colleagues?|"
    r"friends?|wife|husband|brothers?|sisters?|father|mother|son|daughter|cousins?|family|couple|staff|employees|team|"
    r"engineers?|classmates?|director|managers?|boss|ceo|cto|professors?|scientists?|researchers?|doctors?)"
)
_PART = (
    r"(?:about |exactly |just |only |some )?(?P<part>\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)|"
    r"(?:[a-z]+[- ])?[a-z]+ per ?cent|"
    r"half|a (?:third|quarter|fifth|tenth)|(?:two|three|four) (?:thirds|quarters|fifths))"
)
_HOLD = r"(?:hold|holds|held|own|owns|have|has|keep|keeps|control|controls)"
_HELD_EN = lazy(
    rf"(?<![a-z]){_MEN}(?: (?:\w+ ){{0,2}}?)?{_HOLD} {_PART}(?! (?:more|of (?:the|our|all)? ?(?:market|sales|votes|"
    rf"staff|profits?|loan|costs?|time)))|(?:(?<=[,;] )|(?<=and ))(?:hold|own|keep) "
    rf"{_PART.replace('part', 'mine')}(?! (?:more|of (?:the|our|all)? ?(?:market|sales|votes|staff|profits?|loan)))|"
    rf"(?<![a-z]){_PART.replace('part', 'whose')} (?:of (?:it|the (?:shares|equity|"
    rf"company|stock|firm)|our (?:shares|equity)) )?(?:is|are|belongs?|lies?|sits?)(?: (?:with|to|in|held|owned|by|my|"
    rf"our|the|hands|of))* {_MEN}(?![a-z])"
)
_REST_EN = lazy(
    rf"(?<![a-z])(?:(?:{_MEN}'? )?(?:\w+ ){{0,3}}?(?:the |what is )?(?:rest|remainder|remaining|left over|other (?:\d+|"
    rf"half|third|quarter|[a-z]+ty)|balance|others?)|half and half|half each|between (?:us|them)|equally)(?![a-z])"
)
_MORE_EN = lazy(rf"(?<![a-z]){_MEN}(?: (?:{_HOLD}|with|has))? (?P<part>\d{{1,3}}(?:\.\d+)?) ?(?:%|per ?cent)")
_HOUSE_EN = lazy(
    r"(?<![a-z])(?:(?<!no )(?:groups?|corporat\w+|parent|holding|conglomerate|subsidiary|"
    r"(?:with|by|to) (?:an?|the|our) (?:[\w-]+ ){0,2}(?:university|institute|academy)|"
    r"funds?|investors?|listed|bank|"
    r"loan|state-owned|limited|ltd|institution\w*)|compan(?:y|ies) (?:holds?|owns?|has)|another company)(?![a-z])"
)
_MEN_ZH = (
    r"(?:我(?:自己|本人|个人)?|我们[两三四五几]?个?人?|创始人|创办人|老大|老板|大股东|本人|两口子|夫妻俩?|太太|老婆|先生|老公|爱人|哥哥|弟弟|"
    r"姐姐|妹妹|父亲|爸爸|儿子|女儿|同学|同事|朋友|合伙人|团队|员工|骨干|学长|老师|[一二两三四五六七八]位?个?人)"
)
_HELD_ZH = lazy(
    rf"{_MEN_ZH}(?:一共|一人|现在|直接|实际)*(?:占股?|持股?|持有|拿|有|握有)(?:了|公司|的)*(?:约|大概)?"
    r"(?:[一二三四五六七八九]成半?|\d{1,2}(?:\.\d+)?%|百分之[一二三四五六七八九十]+|一半|大头)(?!的?(?:市场|研发|营收|销售))"
)
_REST_ZH = lazy(
    r"(?:剩下?|其余|余下|另外|其他|余者|另)[^。;]{0,14}?(?:人|同学|同事|合伙人|团队|员工|太太|老婆|先生|老公|弟弟?|哥哥?|姐姐?|妹妹?|朋友|"
    r"创始人|骨干|学长|老师|科学家|教授|专家|博士|工程师|研究员|亲戚|持有|持股)"
)
_HALVES_ZH = lazy(
    rf"{_MEN_ZH}[^,。;]{{0,8}}(?:一人一半|各(?:占|持|拿)?(?:一半|[一二三四五]成|\d+%)|[一二三四五六七八九]{{2}}(?:分|开)|对半)"
)
_HOUSE_ZH = lazy(
    r"(?<!没有)(?<!没)(?<!无)(?:集团|母公司|上市公司|央企|国企|控股公司|总公司|投资机构|基金|[\u4e00-\u9fff]{2}公司(?:占|持|出资))"
)
_EQUITY = lazy(
    r"股|自然人|出资|代持|合伙|(?<![a-z])(?:shares?|equity|own\w*|stock|hold\w*|nominee\w*|cap table)(?![a-z])"
)
_WHOLE = 100


def find(page: Page) -> Findings:
    """`group_subsidiary` false, where people are told to hold the whole."""
    if "%" not in page.text and not _ANY.search(page.text):
        return
    for pattern in (_HELD_EN, _HELD_ZH, _HALVES_ZH):
        for match in pattern.finditer(page.text):
            if _theirs_alone(page, match, pattern):
                yield Found("group_subsidiary", False, match.start(), match.end(), 2)


_ANY = lazy(r"成|一半|各|对半|[分开](?=[,。;]|$)|per ?cent|half|third|quarter|fifth")


def _theirs_alone(page: Page, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether people hold what is told and what is left of it, by the words of one sentence."""
    index = page.index(match.start())
    sentence = page.sentence(index)
    if strangers(page, match.start()) or page.wished(index, match.start()) or not _EQUITY.search(page.text):
        return False
    if judge(page, match.start(), match.end(), ours=True) is not Standing.STATED:
        return False
    if pattern is not _HELD_EN:
        whole = pattern is _HALVES_ZH or _REST_ZH.search(sentence) or _all_people(sentence)
        return bool(whole) and not _HOUSE_ZH.search(sentence)
    parts = sum((Decimal(one["part"]) for one in _MORE_EN.finditer(sentence)), Decimal(0))
    return bool(parts == _WHOLE or _REST_EN.search(sentence)) and not _HOUSE_EN.search(sentence)


def _all_people(sentence: str) -> bool:
    """三个创始人都是自然人，老大占六成."""
    return re.search(r"(?:都|全|均)(?:是|为)(?:自然人|个人)", sentence) is not None
