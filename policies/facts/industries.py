"""What line of business the enterprise is in: one of a closed list, from everyday words with room for slips."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from policies.facts.found import Findings, Found
from policies.facts.scope import WISH, Page
from policies.facts.vocabulary import alternatives, load
from policies.patterns import lazy


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
    pattern = lazy(rf"(?P<zh>{chinese})|(?<![a-z\d])(?P<en>{english})s?(?![a-z\d])")
    return Industries(words, labels, pattern, tuple(w for w in words if w.isascii() and len(w) >= 7 and " " not in w))


def label(industry: str, language: str = "zh-Hans") -> str | None:
    return industries().labels.get(industry, {}).get(language)


_NOT_ZH = lazy(
    r"著作权|工程师|人才|专业|市场|展会|行情|股|协会|学院|大学|局|厅|部门|版权|费|款|许可|系统坏|贷|学校|保险|险|"
    r"大赛|产业园|园区(?!做)|城|大厦|证|发票|合同|监测|政策|补贴|协议|账|商务局|行|布图|布局"
)
_NOT_EN = lazy(
    r"\s?(?:engineers?|developers?|licen[cs]e|licenses|department|bureau|graduates|expo|fair|market|costs?|bill|"
    r"bills|insurance|costs|loan|subsid|park|zone|authority|prices?|salary|tax|stocks?|patents?(?! maker)|project|"
    r"policy|sites?|costs|ministry|layouts?|copyrights?|registrations?|lines?|access|analysis|tests?|sets?(?! up)|"
    r"tools|league|alliance|association|guild)(?![a-z])"
)
_DOES = lazy(
    r"(?:做|搞|开|开着|卖|造|从事|主营|主打|主做|主要|专注|专做|经营|是|属于|生产|研发|搞的|干|办|行业|种|养|设计|"
    r"制造|一家|家|个|小|的|老|有|提供|在|(?<![a-z])(?:make|makes|making|build|builds|building|sell|sells|selling|do|"
    r"does|doing|run|runs|running|design|designs|designing|develop|develops|developing|produce|produces|producing|in|"
    r"own|owns|operate|operates|operating|manufacture|manufactures|assemble|assembles|grow|grows|growing|a|an|our|my|"
    r"the|small|family|are|is|into|of|offer|provide|write|writes|writing|program|programs))\s?(?:[a-z-]{1,12}\s|"
    r"[\u4e00-\u9fff]{0,4})?$"
)
_FIRM = lazy(
    r"(?:的)?(?:设备|产品|加工|外包|开发|设计|研发|生产|零件|用品|配件|生意|服务)?(?:公司|企业|工厂|厂|店|行业|业者|"
    r"业务|业|作坊|工作室|商|社|合作社|园|吧|馆|铺|的)|[\s-]?(?:[a-z-]{1,12}\s)?(?:compan(?:y|ies)|firm|start-?up|"
    r"startup|maker|business|biz|shop|chain|factory|plant|mill|house|studio|enterprise|operator|manufacturer|outfit|"
    r"trader|supplier|producer|contractor|group|industry|sector|provider|exporter|workshop|team|sme|operation|owner|"
    r"developer)(?![a-z])"
)
_OUT = lazy(
    r"(?:用我们的|给|为|向|帮|替|招|聘|招聘|引进|挖|卖给|供给|供|服务于?|买了?一?[套台个批]?|采购|租|用|上了?|客户是|"
    r"客户|欠|交了?|付了?|跟|和|与|甲方是|原本在|以前在|之前在|(?<![a-z])(?:to|for|from|bought|buy|buying|rent|lease|"
    r"use|using|with|supply|supplying|hire|hiring|pay(?!roll)|paid|owes?|by|new))\s?(?:[a-z-]{1,10}\s|"
    r"[\u4e00-\u9fff]{0,2})?$"
)
_NO_LINE = lazy(
    r"\s?(?:receivables?|debts?|claims?|mark|marks|union|secret|certificates?|register|licen[cs]e)(?![a-z])"
)
"""Behind "trade": another thing than a line of business."""
_TITLE = lazy(
    r"\s(?:national )?hi(?:gh)?[- ]?tech(?:nology)?(?=[,.;:)]|$| (?:title|status|label|certificate|list|register))|"
    r"业?(?:高新(?:技术)?企业|高企)|\s(?:national )?hi(?:gh)?[- ]?tech(?:nology)? (?:enterprise|company|firm)"
)
_NO_TRADE = {
    "mine": lazy(r"(?<![a-z])(?!(?:a|an|coal|ore|gold|iron|copper|salt|our) )[a-z']+,? $|^\s*$|[,.;:(] ?$"),
    "film": lazy(r"(?<![a-z])(?:sent|plastic|packaging|thin|optical|graphene|a) $"),
    "growing": lazy(
        r"(?<![a-z])(?:fast|fastest|crystal|still|keeps?|kept|been|profits?|sales|revenue|turnover|is|are|was)[ -]$"
    ),
}
"""Words of a trade that are mostly something else, by the words ahead of them."""
_GROWING_WHAT = lazy(
    r"(?: up)? (?:by|at|about|around|some|over|nearly|steadily|fast|faster|again|\d|industr\w+|compan\w+|firms?|"
    r"business\w*|markets?|list|demand|trades?|pains)|,? ?\d|[,.;]|$"
)
_FARM_TITLE = lazy(
    r"[\s-](?:hi(?:gh)?[\s-]?tech\w*|one|title|badge|bank|paper|college|section|status|technology|company of high|"
    r"office|development bank|certificate|label)(?![a-z])"
)
"""Behind "agricultural", "farming": a title, a bank, a bureau."""
_MACHINES = lazy(r"[\s-](?:equipment|machinery|machines?)(?![a-z])|(?:加工|生产)?(?:设备|机械|机器)(?!租|款)")
_MADE_BY_MACHINES = lazy(
    r"food|agriculture|metals|chemicals|textiles|catering|printing-packaging|building-materials|construction|mining|"
    r"leather-shoes|furniture"
)
"""Trades whose machines are a trade of their own: who makes food machinery makes machinery."""
_HEADS = frozenset(("robotics", "software", "semiconductors", "drones", "machinery"))
_COMPOUND_ZH = lazy(r"[^\W\da-z的和与及跟给是有在为做造搞开写编卖公司厂、]{1,5}")
_FOR_A = lazy(r"(?<![a-z])for an? (?:[\w'-]+ ){0,3}$")
_ON_BEHALF = lazy(
    r"(?<![a-z])(?:writ\w+|ask\w*|speak\w*|act\w*|enquir\w+|inquir\w+|appl\w+|books|accounts|query|questions?|behalf|"
    r"paperwork|contracts|correspondence|letters|pen|minutes)(?![a-z])|^\W*for an? (?:[\w'-]+ ){0,3}$"
)
_THE = lazy(r"(?<![a-z])the(?: (?!company|firm|owner|boss|group)[a-z][\w'-]*)? $")
_ANOTHERS = lazy(
    r"(?<![a-z])(?:another|such|its|his|her|their|neighbou?ring|rival|competing|(?:what|while|at|to|from|by|with|"
    r"against|than|pays?|paid|sells?|supply\w*|asked|told) the)(?: (?!company|firm)[a-z][\w'-]*)? $"
)
_OUR_DOING = lazy(
    r"(?<![a-z])(?:make|makes|build|builds|design\w*|sells?|own|owns|runs?|started|manage|built) the(?: [a-z-]+)? $|"
    r"(?:morning|evening|questions?|greetings|hello|hi|this is|lines(?: come)?|letter|memo|writing|here) from |"
    r"(?<![a-z])i am with a |from the (?:accountant|office|bookkeeper|manager|owner|clerk|secretary) of |"
    r"people with an? "
)
_OURS_BEHIND = lazy(
    r"(?:[\s-][\w-]+){0,2} (?:like (?:ours|us)|(?:that |which )?(?:we|i) (?:make|build|sell|run|manage|own|"
    r"started))(?![a-z])"
)
_HOUSE = lazy(
    r"(?:farms?|winery|foundry|dairy|bakery|brewery|distillery|hotels?|guesthouses?|hostel|restaurants?|cafe|clinic|"
    r"quarry|orchard|vineyard|supermarket|pharmacy|gym|kindergarten|school|studio|shop|store|care home|greenhouses?|"
    r"campsite)$"
)
"""Words that name the business itself: "the winery has 40 people"."""
_AFAR = lazy(
    r"[^,.;]{0,24}(?: beside us| across | next | in the same | two floors| itself| owes?| hasn't| asked| fees?|"
    r" bought| took| is late)"
)
"""Behind "the hotel", "the builder": it stands beside us or owes us."""
_STRANGERS = lazy(
    r"(?<![a-z])(?:to|from|with|by|than|against|what|licensed|affiliate of|arm of|institute of|help of|"
    r"orders (?:which|of|from)) (?:an?|the|two|three) (?:[\w'-]+ ){0,3}$|(?<![a-z])(?:associations?|alliance|league|"
    r"union|guild) of (?:[\w'-]+ ){0,3}$|(?<![a-z])(?:customers?|clients?|buyers?|purchasers?|debtors?|payers?|"
    r"parents?|owners?|shareholders?),? (?:is |was )?(?:an?|the|one of) (?:[\w'-]+ ){0,3}$|(?<![a-z])(?:cousin|"
    r"brother|friend|sister|uncle|daughter|son|wife|husband)(?:'s| in| with| has| runs| owns) (?:[\w'-]+ )?$"
)
_INDEFINITE = lazy(r"^(?:\W*|.*[,;:] )?(?:an?|one|two|nobody at the) (?:[\w'-]+ ){0,3}$")
_OF_US = lazy(r"(?<![a-z])(?:us|ours?|we|my)(?![a-z])")
_PASSED_ZH = lazy(
    r"(?:被|委托[^,。;]{0,12}开发|拿一?[套台]|[他她]家?(?:开)?的?|(?:买[家方]|客户|对方|欠款[人方]|债务人|付款[人方]|"
    r"甲方|业主)(?:是|为|系)[^,。;]{0,14}|补助|补贴|贴息|演|用的|那|给[^,。;]{1,8}做的|送了?[^,。;]{0,3})$"
)
_PUNISHED_ZH = lazy(
    r"[^,。;]{0,8}罚|[^,。;]{0,3}厅|农村|首批次|金融|信商|租金|集团?(?:欠|拖)|(?:集团|公司|大厂|"
    r"总公司)?[^,。;我]{0,4}(?:欠|拖)(?:我|款|着|了)|本来就是|是(?:主导|重点)|所(?![有以])|卷宗|诀窍"
)
_GUEST = lazy(
    r"(?:(?<!签)订(?:了(?:一?[家间个])?|一?[家间个])|入住|住[在进过])$|(?<![a-z])(?:book(?:ed|ing)?|reserv(?:ed?|"
    r"ing)|stay(?:ed|ing)? (?:at|in))\s(?:a\s|the\s)?$"
)
"""Whoever books a guesthouse runs none."""
_SPENT = lazy(r"(?:花|投|付|paid|spent|cost)[^,。]{0,10}$")


_WE_BEHIND = lazy(r"[^,.;]{0,60}, (?:we|our)(?![a-z])")
_WE_MAKE = lazy(
    r"(?:我们|我司|公司|本公司|我厂|厂里)(?:是|主要|专门|一直)?(?:生产|制造|加工|组装)(?!力|成本|用|经营|线|许可|任务|"
    r"计划)|(?:生产|制造|加工)[\u4e00-\u9fff]{1,8}的(?:小|中型|大)?(?:厂|工厂|企业|公司)|"
    r"(?<![a-z])(?:we|(?:our|the) (?:[\w-]+ )?(?:company|firm|plant|factory|workshop|works)(?: in [\w, ]{2,30}?)?),? "
    r"(?:manufactures?|assembles?|machines?|casts?|forges?|moulds?|press(?:es)?|make|makes) (?!it|up|no|do|sure|use|"
    r"any|money|a (?:loss|profit|claim)|an? )[a-z]+"
)
"""A maker of things whose trade no word of the list names: some manufacturing, which is what the size class asks."""


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
        return
    made = _WE_MAKE.search(page.text)
    if made is not None and not page.theirs(made.start()) and not page.wished(page.index(made.start())):
        yield Found("industry", "manufacturing", made.start(), made.end(), 0)


def _heads(text: str, matches: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of words in a row (医药物流, logistics software) the last says the business."""
    kept: list[tuple[int, int, str]] = []
    for match in matches:
        if kept and text[kept[-1][1] : match[0]].strip(" -") == "" and match[0] >= kept[-1][1]:
            if text[match[0] : match[1]] in ("film", "films"):
                continue  # graphene films are graphene
            kept[-1] = (kept[-1][0], match[1], match[2])
        elif kept and match[2] in _HEADS and _COMPOUND_ZH.fullmatch(text, kept[-1][1], match[0]):
            kept[-1] = (kept[-1][0], match[1], match[2])  # 光伏组件清洗机器人 are robots
        elif not kept or match[0] >= kept[-1][1]:
            kept.append(match)
    return [(start, end, _maker(text, start, end, name)) for start, end, name in kept]


def _maker(text: str, start: int, end: int, name: str) -> str:
    """Who makes the machines of a trade is in machinery; irrigation is all equipment."""
    machines = _MADE_BY_MACHINES.fullmatch(name) and _MACHINES.match(text, end) is not None
    return "machinery" if machines and text[start:end] not in ("灌溉", "irrigation") else name


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
    if _TITLE.match(tail) or (
        page.text[start:end] in ("trade", "trades") and (_NO_LINE.match(tail) or not _FIRM.match(tail))
    ):
        return 0  # the name of a title, held or denied; "our trade", "trade receivables"
    if page.text.startswith("化工程", start) or _passing(page, start, end, lead, tail):  # 绿化工程
        return 0
    if _THE.search(lead) and not _OUR_DOING.search(lead) and not _OURS_BEHIND.match(tail):
        house = (
            _HOUSE.search(page.text[start:end]) or _FIRM.match(tail) or re.match(r"[\s-](?:works|farm)(?![a-z])", tail)
        )
        return 0 if not house or page.theirs(start) or _NOT_EN.match(tail) or _AFAR.match(tail) else 1
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


def _passing(page: Page, start: int, end: int, lead: str, tail: str) -> bool:
    """Whether the word is no trade here, or the trade of somebody who is only spoken of."""
    word = page.text[start:end]
    if word[-1:].isascii():
        return _passing_en(page, start, word, lead, tail)
    return bool(_PASSED_ZH.search(lead) or _PUNISHED_ZH.match(tail))


def _passing_en(page: Page, start: int, word: str, lead: str, tail: str) -> bool:
    if word == "trades" or (word == "led" and page.source.original[page.source.origin[start]].islower()):
        return True
    if (other := _NO_TRADE.get(word)) is not None and other.search(lead):
        return True
    if word == "growing" and _GROWING_WHAT.match(tail):
        return True
    if word in ("agricultural", "farming", "farm", "agri") and _FARM_TITLE.match(tail):
        return True
    if _OUR_DOING.search(lead) or _OURS_BEHIND.match(tail):
        return False
    if _ANOTHERS.search(lead) or _STRANGERS.search(lead):
        return not re.match(r"\s(?:trade|business|industry|sector|line)(?![a-z])", tail)
    if _FOR_A.search(lead) and not _ON_BEHALF.search(lead):
        return True
    sentence = page.sentence(page.index(start))
    at = sentence.find(word)
    before = sentence[:at]
    if _WE_BEHIND.match(sentence, at):
        return False  # "a drug maker in Changping, we have 1,800 people"
    return bool(_INDEFINITE.match(before) and _OF_US.search(sentence[at:]) and not _OF_US.search(before))
