"""Where the enterprise is: the closed list of places, and which of the places named is its own.

Codes are paths: `CN-11`, `CN-11/haidian`, `CN-32/suzhou/kunshan`. A county or district counts with its city or
province beside it, or alone where its name is known across the country (昆山, Yiwu). Where a text names several, the
one moved to wins, then the one registered in, then the one it works in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from policies.facts.found import Findings, Found
from policies.facts.gazetteer import gazetteer, known, label
from policies.facts.scope import WISH, Page

__all__ = ["find", "known", "label"]


@dataclass(slots=True)
class Mention:
    """A place named at `start:end`, with the codes that it may mean."""

    codes: tuple[str, ...]
    start: int
    end: int


_NOT_PLACE_ZH = re.compile(
    r"(?:省|市|区|县)?(?:第?[一二三四五六]?(?:人民|中心|中医)?医院|[一二三四五六]?(?:中学|"
    r"小学|中)(?!小)|教育局|住建局|水务|财政局|城投|交投|地铁|[\u4e00-\u9fff]{1,4}局(?!部))|"
    r"银行|大学|学院|证券|保险|路(?!过)|街|大道|大赛|挑战赛|话|菜|人民?(?!币)|"
    r"口味|杯|奖|市场(?!监)|客户|买家|客人|的客户|那边|分公司|办事处|分行|支行|"
    r"一家银行|供应商|政府|科技厅|财政|法院|仓库|海关|时间|港口|总部的客户|的(?:买家|"
    r"客人|银行|大厂|甲方)|某|那个|天使|创新|"
    r"市(?=政府|财政|科技局)|区(?=教育局|住建局)|方言|啤酒|白酒|米粉|拉面|烤鸭"
)
_AWAY_ZH = re.compile(
    r"(?:去|往|到|卖到|销往|出口|发往|运往|搬去|搬到|迁到|迁往|迁去|搬往|落户|"
    r"去到|飞|来自|从|离开|离|供应|供|投|不在|卖给|给|向|与|和|跟|找|听说|以及|"
    r"驻|驻在|除了|比|据说|看到|来|参加|赢得?|仓库在|仓在|分公司在|工厂在|客户在|"
    r"客户都在|买家在|供应商在|"
    r"分店在|门店在|另外在|还在|学校在|老家在?|毕业于|出生在)(?:了)?$"
)
_MOVED_ZH = re.compile(
    r"(?:搬到了?|搬来|迁到了?|迁入|迁至|迁往了|搬至|搬去了|搬进|落户到?了?|迁来|"
    r"移到了?|转到了?|迁)$"
)
_HOME_ZH = re.compile(
    r"(?:注册(?:地)?(?:是|在|于)?|登记在|落户在?|注册地址在?|地址(?:在|是|:)?|"
    r"总部(?:设?在|是|:)?|设在|设立在|成立于|位于|坐落在?|位在|公司(?:就)?在|"
    r"厂(?:房|子)?在|店在|人在|家在|地处|开在|base在?|base|坐标|现在在|目前在|"
    r"驻地|是|在|来自|所在地:?|身在|就在)$"
)
_AWAY_EN = re.compile(
    r"(?:(?<![a-z])(?:to|via|near|visit|toward|towards|export(?:s|ing)? to|ship(?:s|"
    r"ping)? to|sell(?:s|ing)? (?:to|into|in)|supplier in|customers? in|clients? in|"
    r"buyers? in|warehouse in|branch in|factory in|investor (?:in|from)|partner in|"
    r"not in|leave|leaving|left|outside of|bank of|bank in|rain in|weather in|"
    r"studied in|born in|like|than|for|with|by))\s(?:the\s)?$"
)
_HOME_EN = re.compile(
    r"(?:(?<![a-z])(?:registered|incorporated|based|headquartered|located|sited|"
    r"set up|established|founded|company|firm|live|run|operating|operate|work|"
    r"home|we are|we're|here|plant|factory)\s(?:in|at|out of|near|is in)|(?<![a-z])(?:in|"
    r"at|out of|outside|inside|from|around))\s(?:the\s|beautiful\s|downtown\s)?$"
)
_MOVED_EN = re.compile(r"(?:(?<![a-z])(?:moved|relocated|shifted)(?:\s[a-z]+){0,4}?\s(?:to|into))\s(?:the\s)?$")
_NOT_PLACE_EN = re.compile(
    r"\s?(?:(?:county|city|district|municipal|provincial|people's|no\.? ?\d)\s){0,2}(?:schools?|"
    r"hospital|bureau|water|metro|council|authority|treasury|education|housing|"
    r"bank|university|warehouse|market|customers?|clients?|buyers?|suppliers?|"
    r"innovation|contest|competition|stock exchange|government|office|branch|"
    r"beer|dialect|time|airport|railway|court|investors?|fund|science|department|"
    r"'s? (?:bank|government))(?![a-z])"
)


_SELF = re.compile(
    r"我|咱|俺|公司|企业|厂|店|做|开|搞|员工|团队|(?<![a-z])(?:we|we're|our|us|i|i'm|im|my|company|firm|business|shop|"
    r"start-?up|maker|team|staff|employees)(?![a-z])"
)


def find(page: Page) -> Findings:
    """The enterprise's own place; of several the best founded."""
    best: Found | None = None
    for group in _together(page, _mentions(page)):
        code = _resolve(group)
        if code is None:
            continue
        start, end = group[0].start, group[-1].end
        weight = _weigh(page, start, end)
        if weight and (
            best is None or weight > best.weight or (weight == best.weight and code.startswith(f"{best.value}/"))
        ):
            best = Found("region", code, start, end, weight)
    if best is not None:
        yield best


def _mentions(page: Page) -> list[Mention]:
    book = gazetteer()
    made: list[Mention] = []
    for match in book.pattern.finditer(page.text):
        if match["zh"]:
            made.append(Mention(book.names[match["zh"]], match.start(), match.end()))
            continue
        word = match["en"]
        codes = (
            book.names.get(word)
            or book.names.get(word.replace("'", ""))
            or (book.names.get(word[:-2]) if word.endswith("'s") else None)
        )
        if codes is None and " " not in word:
            codes = _misspelt(page, match)
        if codes:
            made.append(
                Mention(
                    codes,
                    match.start(),
                    match.end() - (2 if word.endswith("'s") and book.names.get(word) is None else 0),
                )
            )
    return made


def _misspelt(page: Page, match: re.Match[str]) -> tuple[str, ...] | None:
    """Yinchaun, Hangzou: a word that stands where a place stands, one slip away from a place that may stand alone."""
    word = match["en"]
    capital = page.source.original[page.source.origin[match.start()]].isupper()
    lead = page.text[max(0, match.start() - 12) : match.start()]
    if len(word) < 6 or not (
        re.search(r"(?<![a-z])(?:in|at|from|based)\s$|在$|base$", lead)
        or (capital and re.match(r"[\s-](?:based|company|firm|limited)|\s?[,.]|$", page.text[match.end() :]))
    ):
        return None
    if not re.search(r"(?:zh|ng|ou|ua|ao|an|en|in|ai|ia|ei|un|iu|qi|xi|hu|ho|gu)", word) or re.search(
        r"(?:ing|tion|ment|ness|ally|ence|able|ough|ght|ess|er|ed|ers|ly)$", word
    ):
        return None
    book = gazetteer()
    hit = process.extractOne(word, book.spellings, scorer=fuzz.ratio, score_cutoff=86)
    if hit is None or hit[0][0] != word[0] or abs(len(hit[0]) - len(word)) > 1:
        return None
    return book.names[hit[0]]


def _together(page: Page, mentions: list[Mention]) -> list[list[Mention]]:
    """Names that make one address: 北京海淀, 江苏省苏州市昆山, "Haidian, Beijing", "Kunshan in Jiangsu"."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and len(groups[-1]) < 4:
            last = groups[-1][-1]
            gap = page.text[last.end : mention.start]
            if re.fullmatch(
                r"(?:省|市|区|县|的|自治区|地区|\s|·|-|,\s?|\s?(?:district|county|city|prefecture|"
                r"province)?,?\s?(?:in|of)?\s?(?:the)?\s?){1,2}|",
                gap,
            ) and _fits([*groups[-1], mention]):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return groups


def _fits(group: list[Mention]) -> bool:
    """Whether one path leads through all of the names."""
    return _path(group) is not None


def _path(group: list[Mention]) -> str | None:
    paths = [""]
    ordered = sorted(group, key=lambda m: min(c.count("/") for c in m.codes))
    for mention in ordered:
        paths = [
            (code if len(code) >= len(path) else path)
            for path in paths
            for code in mention.codes
            if not path or code.startswith(f"{path}/") or path.startswith(f"{code}/") or code == path
        ]
    return max(paths, key=len) if paths else None


def _resolve(group: list[Mention]) -> str | None:
    code = _path(group)
    if code is None:
        return None
    if len(group) == 1:
        standing = [c for c in group[0].codes if c in gazetteer().free]
        return standing[0] if standing else None
    return code


def _weigh(page: Page, start: int, end: int) -> int:
    """0: not where we are. 5 moved to, 4 registered or based, 2 in, 1 merely named at the head of a description."""
    index = page.index(start)
    clause = page.clauses[index]
    lead, tail = page.text[max(clause.start, start - 40) : start], page.text[end : clause.end]
    tail = re.sub(r"^(?:省|市|区|县|自治区|地区|新区)+", "", tail)
    wished = WISH.search(lead) or re.search(r"(?:之前|以前|原来|原先|过去)在?$", lead)
    if re.search(r"(?<![a-z])(?:used to be|previously|formerly)(?:\s[a-z]+)?\s(?:in|at)\s$", lead):
        return 0
    if _MOVED_ZH.search(lead) or _MOVED_EN.search(lead):
        happened = not wished and (
            bool(re.search(r"了|已经?|刚|去年|上个?月|今年|from|moved|relocated|shifted", page.words(index)))
        )
        return 5 if happened else 0
    if wished or page.theirs(start):
        return 0
    if re.search(r"[?吗呢]\s?[?]?$", page.sentence(index)) and not _SELF.search(page.text):
        return 0  # a question about a place by somebody who says nothing of a business
    if lead[-1:].isascii() and _AWAY_EN.search(lead):
        return 0
    if re.search(
        r"(?<![a-z])(?:buy|import|bought|borrow\w*|loan|receiv\w+|orders?|customers?|"
        r"clients?|investors?|funding|money|moved|relocated|hir\w+|came|tourists|"
        r"visitors|suppliers?|goods|parts)\s(?:[a-z]+\s){0,3}from\s$",
        lead,
    ):
        return 0
    if _AWAY_ZH.search(lead) and not re.search(r"(?:我们|公司|企业|我)来自$|厂在$", lead):
        return 0
    if re.match(r"的(?:母公司|总公司|集团|股东|控股公司)", tail):
        return 0
    if _NOT_PLACE_ZH.match(tail) or _NOT_PLACE_ZH.match(tail.removeprefix("的")) or _NOT_PLACE_EN.match(tail):
        return 0
    if re.search(r"(?<![a-z])(?:owes?|owed) us|欠我们|欠了?我", tail):
        return 0
    if re.match(r"\s?(?:有|开了?|设)(?:一?个|一?家)?(?:分|仓|办事|门店|代表处)", tail):
        return 0
    if re.search(
        r"注册(?!资)|登记|总部|headquarter|registered|incorporated|based in|位于|"
        r"地址|成立于|公司在|设在",
        lead[-24:],
    ) or re.match(r"\s?(?:注册|登记|创立|成立|-based|-registered|registered)", tail):
        return 4
    if _HOME_ZH.search(lead) or _HOME_EN.search(lead):
        return 3
    return (
        2
        if not lead.strip()
        or re.search(
            r"(?:我们|我司|公司|是一?家|一家|做|our|we're a|we are a|an?|my|the|,)\s?(?:small |"
            r"young |little |小)?$",
            lead,
        )
        or not re.search(r"政策|规定|听说|policy|rule|weather|天气", page.words(index))
        else 0
    )
