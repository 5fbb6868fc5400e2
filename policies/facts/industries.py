"""What line of business the enterprise is in: one of a closed list, from everyday words with room for slips."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.vocabulary import alternatives, load


@dataclass(frozen=True, slots=True)
class Industries:
    """`words`: everyday word → industry; `labels`: industry → language → name; `spellings` may be misspelt."""

    words: dict[str, str]
    labels: dict[str, dict[str, str]]
    pattern: re.Pattern[str]
    spellings: tuple[str, ...]


@cache
def industries() -> Industries:
    """The shipped list, read once."""
    raw = load("industries.yaml")
    words: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    for name, entry in raw["industries"].items():
        labels[name] = {"zh-Hans": entry["zh"], "zh-Hant": entry["zh-Hant"], "en": entry["en"]}
        for word in [*entry["words_zh"], *entry["words_en"]]:
            words.setdefault(word, name)
    longest = sorted(words, key=len, reverse=True)
    chinese = alternatives([w for w in longest if not w.isascii()])
    english = alternatives([w for w in longest if w.isascii()])
    pattern = re.compile(rf"(?P<zh>{chinese})|(?<![a-z\d])(?P<en>{english})s?(?![a-z\d])")
    return Industries(words, labels, pattern, tuple(w for w in words if w.isascii() and len(w) >= 7 and " " not in w))


def label(industry: str, language: str = "zh-Hans") -> str | None:
    return industries().labels.get(industry, {}).get(language)


_NOT_ZH = re.compile(
    r"著作权|工程师|人才|专业|市场|展会|行情|股|协会|学院|大学|局|厅|部门|版权|"
    r"费|款|许可|系统坏|贷|学校|保险|险|大赛|产业园|园区(?!做)|城|大厦|证|发票|"
    r"合同|监测|政策|补贴|协议|账|商务局|行|布图|布局"
)
_NOT_EN = re.compile(
    r"\s?(?:engineers?|developers?|licen[cs]e|licenses|department|bureau|graduates|"
    r"expo|fair|market|costs?|bill|bills|insurance|costs|loan|subsid|park|zone|"
    r"authority|prices?|salary|tax|stocks?|patents?(?! maker)|project|policy|"
    r"sites?|costs|ministry|layouts?)(?![a-z])"
)
_DOES = re.compile(
    r"(?:做|搞|开|开着|卖|造|从事|主营|主打|主做|主要|专注|专做|经营|是|属于|"
    r"生产|研发|搞的|干|办|行业|种|养|设计|制造|一家|家|个|小|的|老|有|提供|"
    r"在|"
    r"(?<![a-z])(?:make|makes|making|build|builds|building|sell|sells|selling|"
    r"do|does|doing|run|runs|running|design|designs|designing|develop|develops|"
    r"developing|produce|produces|producing|in|own|owns|operate|operates|operating|"
    r"manufacture|manufactures|assemble|assembles|grow|grows|growing|a|an|our|"
    r"my|the|small|family|are|is|into|of|offer|provide))\s?(?:[a-z-]{1,12}\s|"
    r"[\u4e00-\u9fff]{0,4})?$"
)
_FIRM = re.compile(
    r"(?:的)?(?:设备|产品|加工|外包|开发|设计|研发|生产|零件|用品|配件|生意|"
    r"服务)?(?:公司|企业|工厂|厂|店|行业|业者|业务|业|作坊|工作室|商|社|合作社|"
    r"园|吧|馆|铺|的)|"
    r"[\s-]?(?:[a-z-]{1,12}\s)?(?:compan(?:y|ies)|firm|start-?up|startup|maker|"
    r"business|biz|shop|chain|factory|plant|mill|house|studio|enterprise|operator|"
    r"manufacturer|outfit|trader|supplier|producer|contractor|group|industry|"
    r"sector|provider|exporter|workshop|team|sme|operation|owner|developer)(?![a-z])"
)
_OUT = re.compile(
    r"(?:用我们的|给|为|向|帮|替|招|聘|招聘|引进|挖|卖给|供给|供|服务于?|买了?一?[套台个批]?|"
    r"采购|租|用|上了?|客户是|客户|欠|交了?|付了?|跟|和|与|甲方是|原本在|以前在|"
    r"之前在|(?<![a-z])(?:to|for|from|bought|buy|buying|rent|lease|use|using|"
    r"with|supply|supplying|hire|hiring|pay|paid|owes?|by|new))\s?(?:[a-z-]{1,10}\s|"
    r"[\u4e00-\u9fff]{0,2})?$"
)
_NO_LINE = re.compile(
    r"\s?(?:receivables?|debts?|claims?|mark|marks|union|secret|certificates?|register|licen[cs]e)(?![a-z])"
)
"""Behind "trade": another thing than a line of business."""
_TITLE = re.compile(
    r"\s(?:national )?hi(?:gh)?[- ]?tech(?:nology)?(?=[,.;:)]|$| (?:title|status|label|certificate|list|register))|"
    r"业?(?:高新(?:技术)?企业|高企)|\s(?:national )?hi(?:gh)?[- ]?tech(?:nology)? (?:enterprise|company|firm)"
)
_GUEST = re.compile(
    r"(?:(?<!签)订(?:了(?:一?[家间个])?|一?[家间个])|入住|住[在进过])$|"
    r"(?<![a-z])(?:book(?:ed|ing)?|reserv(?:ed?|ing)|stay(?:ed|ing)? (?:at|in))\s(?:a\s|the\s)?$"
)
"""Whoever books a guesthouse runs none."""
_SPENT = re.compile(r"(?:花|投|付|paid|spent|cost)[^,。]{0,10}$")


def find(page: Page) -> Findings:
    """The best founded line of business; nothing where a word only passes by."""
    book = industries()
    best: Found | None = None
    matches = [(m.start(), m.end(), book.words[m["zh"] or m["en"]]) for m in book.pattern.finditer(page.text)]
    matches += _misspelt(page, matches)
    for start, end, name in _heads(page.text, sorted(matches)):
        weight = _weigh(page, start, end)
        if weight and (best is None or weight > best.weight):
            best = Found("industry", name, start, end, weight)
    if best is not None:
        yield best


def _heads(text: str, matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of words in a row (医药物流, logistics software) the last says the business."""
    kept: list[tuple[int, int, str]] = []
    for match in matches:
        if kept and text[kept[-1][1] : match[0]].strip() == "" and match[0] >= kept[-1][1]:
            kept[-1] = (kept[-1][0], match[1], match[2])
        elif not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return kept


def _misspelt(page: Page, matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """ "instalation", "phamaceutical": English words one slip away, only beside a word for a firm."""
    book = industries()
    found: list[tuple[int, int, str]] = []
    for m in re.finditer(
        r"(?<![a-z])[a-z]{7,18}(?=\s(?:company|firm|start-?up|business|biz|maker|"
        r"shop|factory|plant))",
        page.text,
    ):
        if any(start <= m.start() < end for start, end, _ in matches):
            continue
        hit = process.extractOne(m[0], book.spellings, scorer=fuzz.ratio, score_cutoff=88)
        if hit is not None and hit[0][0] == m[0][0]:
            found.append((m.start(), m.end(), book.words[hit[0]]))
    return found


def _weigh(page: Page, start: int, end: int) -> int:
    """0: in passing or somebody else's. More where a verb of doing or a word for a firm stands beside it."""
    index = page.index(start)
    clause = page.clauses[index]
    lead, tail = page.text[max(clause.start, start - 30) : start], page.text[end : clause.end]
    if _TITLE.match(tail) or (page.text[start:end] == "trade" and (_NO_LINE.match(tail) or not _FIRM.match(tail))):
        return 0  # the name of a title, held or denied; "our trade", "trade receivables"
    if page.theirs(start) or (_NOT_ZH.match(tail) and not re.match(r"行业|险设备", tail)) or _NOT_EN.match(tail):
        return 0
    if WISH.search(lead) and not re.search(r"做|是", lead[-3:]):
        return 0
    firm, does = bool(_FIRM.match(tail)), bool(_DOES.search(lead))
    if _OUT.search(lead) and not re.search(r"(?:做|搞|开|造|the|a|our|my)\s?$", lead):
        return 0
    if _SPENT.search(lead) or _GUEST.search(lead):
        return 0
    if re.search(r"(?:不是|没有?|不做|not an?|used to be|原来做|以前做)\s?[\u4e00-\u9fff]{0,2}$", lead):
        return 0
    if re.search(r"(?:主营|主打|主要做|从事|主做|专做|专注)[\u4e00-\u9fff]{0,6}$", lead):
        return 5
    if firm and does:
        return 4
    if firm or does:
        return 3
    return 2 if len(lead.strip()) <= 8 and len(tail.strip()) <= 8 else 1 if not lead.strip() else 0
