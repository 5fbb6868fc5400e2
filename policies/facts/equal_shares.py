"""Whether the fund would outdo owners who hold equal parts, or of whom even the first holds little.

"Seven friends in seven equal parts", 六个人平分, "nobody has more than 13%", 最大的股东才占15%: what each holds is
thinned by the stake of the fund, and the fund is the largest where its stake is more than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from policies.facts import investment
from policies.facts.found import Findings, Found
from policies.facts.matters import strangers
from policies.facts.numerals import WORDS
from policies.facts.scope import Page
from policies.patterns import lazy

_N = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|both|[2-9]|"
    r"1\d|20)"
)
_MEN = (
    r"(?:of us|(?:\w+ ){0,2}?(?:founders?|co-?founders?|partners?|friends|owners?|shareholders?|people|persons|"
    r"colleagues|engineers|classmates|scientists|researchers|brothers|sisters|siblings|members|individuals|"
    r"professors|doctors|graduates|students))"
)
_EVEN = (
    r"(?:equal(?:ly)?|even(?:ly)?|(?:the )?same (?:number|size|share|part|stake|amount|holding)|identical|"
    r"share and share alike)"
)
_COUNTED_EN = lazy(
    rf"(?<![a-z\d.,])(?:(?P<n>{_N}) {_MEN}(?![a-z])[^.;?%]{{0,50}}?(?<![a-z]){_EVEN}(?![a-z])|"
    rf"(?<![a-z]){_EVEN} (?:parts?|shares?|stakes?|holdings?|portions?|split|division)?[^.;?%]{{0,24}}?"
    rf"(?<![a-z])(?:among|amongst|between|by|of|for|to) (?:the |our |us |all )*(?P<m>{_N})(?![a-z\d%])(?! (?:million|"
    rf"per))|(?<![a-z])(?P<p>{_N}) (?:equal|even|identical) (?:parts|shares|stakes|holdings|portions|slices|owners|"
    rf"partners))"
)
_N_ZH = r"(?:[两二三四五六七八九十]|十[一二三四五六]|\d{1,2})"
_MEN_ZH = (
    r"(?:个|位|名)?(?:老|大|自然|联合|共同)?(?:人|股东|同学|创(?:始|办)人|合伙人|朋友|同事|兄弟|姐妹|工程师|博士|"
    r"老师|教授|校友|室友|发小|伙伴|自然人)"
)
_COUNTED_ZH = lazy(
    rf"(?<![\d一二三四五六七八九十第])(?P<n>{_N_ZH}){_MEN_ZH}[^。;?%\d]{{0,14}}?(?:平分|均分|平摊|平均(?:分|持|"
    rf"占|出)|"
    r"均等|等额|等份|(?:一样|同样)多|(?:占|持|股份|股权|比例)[^,。;?]{0,6}(?:一样|相同|相等|同样)|一样的股)|"
    rf"(?:平分|均分|平均分|等分|分)[^,。;?\d]{{0,4}}(?:成|给)(?P<m>{_N_ZH})(?:等|个?人|份|位)"
)
_HALVES = lazy(
    r"(?:一人|各|各自|两人各|每人)(?:占|持|拿|有)?(?:了|股|公司|的)*(?:一半|50%)|五五(?:开|分)|对半(?:分|持|开)|"
    r"(?<![a-z])(?:half each|half and half|fifty[- ]fifty|50[/-]50)(?![a-z\d])"
)
_NTH = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_EACH_NTH = lazy(
    rf"(?<![a-z])(?:each|every(?:one| one)?)(?: of [^.;,?]{{1,24}}?| \w+)? (?:owns?|holds?|holding|owning|has|have|"
    rf"with|gets?|got) "
    rf"(?:an?|one|an (?:equal|even|identical)|the same)[- ](?P<one>{'|'.join(_NTH)})(?![a-z])|"
    rf"(?<![a-z])(?:in |an? |{_N} )?(?:equal|even|identical) (?P<all>{'|'.join(_NTH[1:])})s?(?![a-z])|"
    rf"(?<![a-z])(?:an?|one)[- ](?P<two>{'|'.join(_NTH)}) (?:each|apiece)(?![a-z])|"
    rf"(?:各|每人|人均|每个人|每位|每名)[^,。;?\d]{{0,6}}?(?P<zh>{_N_ZH})分之一|"
    rf"(?:股份|股权|公司)[^,。;?\d]{{0,6}}?(?P<parts>{_N_ZH})等分"
)
_PCT = r"(?P<pct>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)"
_EACH_PCT = lazy(
    rf"{_PCT} (?:each|apiece)(?![a-z])|(?<![a-z])each (?:of [^.;,?\d]{{1,24}} )?(?:\w+ )?(?:owns?|holds?|holding|"
    rf"owning|has|have|with|at) {_PCT.replace('pct', 'other')}|"
    rf"(?:各|每人|人均|每个人|每位|每名|每个)[^,。;?\d]{{0,8}}?{_PCT.replace('pct', 'zh')}"
)
_OWNER = (
    r"(?:(?:single |individual )?(?:(?:share|stake)holders?|owners?|founders?|partners?|holdings?|stakes?|people|"
    r"person|of us))"
)
_AT_MOST = lazy(
    rf"(?<![a-z])(?:nobody|no one|no-one|none|no(?= ))(?: (?:among|of) [^.;,?\d]{{1,24}}?| {_OWNER}| single| one| "
    rf"individual){{0,3}} (?:owns?|holds?|has|have|holding|with|exceeds?|is|above|over)(?: (?:above|over|"
    rf"more than))? "
    rf"{_PCT}|没有(?:哪|任何|一)?(?:一)?(?:个|位|名)?(?:单个|单一)?(?:股东|人|合伙人|创始人)[^,。;?\d]{{0,8}}?"
    rf"(?:超过|高于|多于|大于|过){_PCT.replace('pct', 'zh')}|"
    rf"(?:谁|哪个|任何人|单个股东|任何股东|每个人|个人)(?:也|都|的|持股|占股|股份|持有)*(?:没有?|不|未)(?:有)?"
    rf"(?:超过|高于|多于|到|满){_PCT.replace('pct', 'who')}"
)
_FIRST = lazy(
    rf"(?<![a-z])(?:largest|biggest|main|principal|leading|top) {_OWNER}(?: among us| of all| now| today|, \w+,)? "
    rf"(?:\w+ ){{0,2}}?(?:owns?|holds?|has|have|holding|with|is|at|of|comes? to|stands? at) "
    rf"(?:only |just |no more than |not more than |at most |merely |about |barely )*{_PCT}|"
    rf"(?:最大|最多|最高|第一大|头号)的?[^,。;?\d]{{0,6}}?(?:股东|人|一个|一位|那个|那位|持股)[^,。;?\d]{{0,4}}?"
    rf"(?:才|只|也|就|仅|不过|占|持|有|股|是|为|到)+{_PCT.replace('pct', 'zh')}"
)
_SIGNS = (
    "equal",
    "even",
    "same",
    "identical",
    "each",
    "apiece",
    "alike",
    "half",
    "fifty",
    "50",
    "nobody",
    "no ",
    "none",
    "no-one",
)
_MORE_SIGNS = (
    "largest",
    "biggest",
    "main",
    "principal",
    "leading",
    "top ",
    "平",
    "均",
    "等",
    "一样",
    "同样",
    "相同",
    "各",
    "每",
    "最",
    "没",
    "谁",
    "对半",
    "五五",
    "一人",
    "第一",
    "头号",
)
_OWNERSHIP = lazy(
    r"股|出资|[创合][始办伙]人|(?<![a-z])(?:(?:company|firm|it) (?:is|was) (?:split|divided)|shares?|own\w*|"
    r"hold\w*|equity|stock|stakes?|\w*holders?|cap table|belongs?)(?![a-z])"
)
_FUND = lazy(r"天使|基金|(?<![a-z])(?:angel|funds?)(?![a-z])")
_REST = lazy(r"其余|剩下|余下|剩余|另外|其他|(?<![a-z])(?:rest|remain\w*|others?|balance|besides)(?![a-z])")
_IF = lazy(
    r"如果|假如|要是|若|原来|以前|曾|当初|(?<![a-z])(?:if|suppose|unless|were|used to|once|originally|"
    r"formerly)(?![a-z])"
)
_AFTER = lazy(
    r"投(?:完|后|资后|资完|进来)|增资后|入股后|稀释后|融资后|届时|到时|(?<![a-z])(?:after(?:wards)?|once the|"
    r"post-money|diluted|would then|will then|then)(?![a-z])"
)
_ZH = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def find(page: Page) -> Findings:
    """`fund_largest_shareholder`, by the stake and by what each, or the first, of the owners holds."""
    text = page.text
    if not any(one in text for one in (*_SIGNS, *_MORE_SIGNS)) or not _FUND.search(text):
        return
    told = next(_holdings(page), None)
    if told is None:
        return
    match, holding, bound = told
    stakes = {Decimal(str(one.value)) for one in investment.find(page) if one.name == "fund_stake_pct"}
    stakes = stakes - {holding} or stakes
    if len(stakes) != 1:
        return
    stake = stakes.pop()
    after = _AFTER.search(page.sentence(page.index(match.start())))
    left = holding if after else holding * (100 - stake) / 100
    if left < stake or (left > stake and not bound):
        yield Found("fund_largest_shareholder", left < stake, match.start(), match.end(), 2)


_Told = tuple[re.Match[str], Decimal, bool]


def _holdings(page: Page) -> Iterator[_Told]:
    """What one owner holds, in per cent, and whether that is only the most that it may be."""
    for pattern in (_AT_MOST, _FIRST, _EACH_NTH, _EACH_PCT, _COUNTED_EN, _COUNTED_ZH, _HALVES):
        for match in pattern.finditer(page.text):
            if not _is_told(page, match):
                continue
            if pattern in (_COUNTED_EN, _COUNTED_ZH, _HALVES) and _REST.search(
                page.sentence(page.index(match.start()))
            ):
                continue
            holding = _share(pattern, match)
            if holding:
                yield match, holding, pattern is _AT_MOST


def _share(pattern: re.Pattern[str], match: re.Match[str]) -> Decimal | None:
    """The share of one owner in per cent."""
    found = next((one for one in match.groups() if one), "both")
    if pattern in (_AT_MOST, _FIRST, _EACH_PCT):
        return Decimal(found)
    if pattern is _EACH_NTH and found in _NTH:
        owners = _NTH.index(found) + 2
    else:
        owners = 2 if found == "both" else WORDS.get(found) or _han(found)
    return Decimal(100) / owners if owners > 1 else None


def _han(text: str) -> int:
    if text.isdigit():
        return int(text)
    return _ZH.get(text) or 10 + _ZH.get(text[1:], 0)


def _is_told(page: Page, match: re.Match[str]) -> bool:
    """Of our shares, and neither supposed nor wished for."""
    index = page.index(match.start())
    sentence = page.sentence(index)
    if strangers(page, match.start()) or _IF.search(page.text, page.clauses[index].start, match.end()):
        return False
    return _OWNERSHIP.search(sentence) is not None and not _NO_SHARE.search(match[0])


_NO_SHARE = lazy(r"市场|营收|销售|研发|客户|(?<![a-z])(?:market|sales|revenue|staff|customers?|votes?)(?![a-z])")
