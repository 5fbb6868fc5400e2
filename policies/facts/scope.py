"""Whose words, about when, and how sure: clauses with the guards that every recogniser asks.

A figure is ours unless its clause speaks of somebody else (母公司, our customer, the founder); is stated unless the
clause wishes, plans, asks for a threshold or tells a forecast; is last year's unless it names another period.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from policies.facts import corrections
from policies.facts.dates import Moment
from policies.facts.dates import find as find_dates
from policies.facts.normal import Text, normalise
from policies.facts.quantities import Quantity
from policies.facts.quantities import find as find_quantities

_BREAK = re.compile(
    r"(?P<strong>[。;!?\n]|\.(?=\s|$)(?<!\br\.)|\.{2,})|(?P<weak>(?<!\d),|,(?!\d{3}(?!\d))|"
    r"[、()]|:(?!\s?[\d¥一二三四五六七八九十两])|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])| - |--)"
)

_NOUN_ZH = (
    r"母公司|总公司|集团公司|集团(?!贷)|控股方|控股公司|大股东|股东|客户|客人|"
    r"买家|买方|采购方|甲方|对方|竞争对手|对手|同行|同业|供应商|供货商|"
    r"合作方|合作伙伴|投资人|投资方|投资机构|基金|创始人|创办人|老板|法人代表|"
    r"东家|房东|上市公司|大厂|龙头|隔壁|朋友|姐夫|妹夫|(?:先生|太太|老婆|老公|丈夫|妻子)的公司|表[哥弟姐妹]|堂[哥弟姐妹]|舅舅|叔叔|大伯|连襟|兄弟公司|"
    r"姐妹公司|关联公司|关系企业|整个行业|全行业|业界|行业里|整个园区|园区里|全镇|我们镇|全市|全县|主机厂|整车厂|车厂|收购方|"
    r"他们|人家|它们|原公司|前东家|业主|加盟商|[上下]游(?:厂商|企业|厂家|公司)|给我们[\u4e00-\u9fff]{1,6}的(?:那家)?(?:厂|公司|企业)"
)
_NOUN_EN = (
    r"parent(?: company| group| firm)?|holding company|head company|mother company|"
    r"customers?|clients?|buyers?|purchasers?|competitors?|rivals?|suppliers?|vendors?|investors?|"
    r"(?<!leased the )(?<!bursed the )(?<!drew the )(?<!drew )(?<!ceived the )(?<!vanced the )funds?|founders?|"
    r"landlord|(?<!list of )(?<!roster of )(?<!among its )(?<!as )(?<!as a )partners?(?! roster|"
    r" bank| guarant| institution| list)|sister company|shareholders?(?:'s?)?(?: group)?|"
    r"neighbou?rs?|friends?|(?:cousin|uncle|aunt|nephew|brother|sister)(?:-in-law)?'s|boss|ceo|they|their|acquirer|"
    r"the group|our group|another (?:firm|company)|the industry(?! (?:dep|bur|off|com))|prospects?|franchisees?|"
    r"listed company|group owner|(?<!are )(?<!re )(?<!is )an? (?:[a-z-]+ ){0,3}group(?= (?:with|of \d|that|which|"
    r"owns|holds))|mother firm|the (?:workshop|firm|company|shop|factory|plant|business) (?:next (?:door|to (?:us|"
    r"ours))|"
    r"across|beside|opposite|over the road)"
)
OTHER = re.compile(rf"(?P<zh>{_NOUN_ZH})|(?<![a-z])(?P<en>{_NOUN_EN})(?![a-z])")
_OURS = re.compile(
    r"我们自己|我们|我司|本公司|本企业|我公司|敝公司|(?<![\u4e00-\u9fffa-z\d])公司(?![名章法])|咱们|咱|俺们|"
    r"自己(?:公司|厂)?|这家子公司|(?<!的)子公司|我厂|本厂|我这|我家|我就|而我|这边|本身|"
    r"(?<![a-z])(?:we|(?<!of )ours|we're|we've|our own|ourselves|i|im|i'm|my own|this company|"
    r"our unit|us as|the (?:limited |joint-stock )?company (?:itself|proper|is registered)|our (?:firm|company|shop|"
    r"unit|side|plant|factory|team|staff))(?![a-z])"
)
_MODIFIED = re.compile(
    r"(?:给|为|向|帮|替|跟|和|与|被|由|找|卖给|供给|供|除了|不像|比|从|代|把|将|用|拿|以|凭|"
    r"(?<![a-z])(?:to|for|with|by|from|supply|serve|serving|of|unlike|sell|selling|"
    r"via|as))\s?(?:一[家个]|an?|the|our|one|two|big|大|国内|各|many|several|other|some)?\s?"
    r"(?:[a-z-]{1,12}\s){0,2}(?:[\u4e00-\u9fff]{0,4})?$"
)
_LIST_END = re.compile(r"(?:主要|都|大多|以|全|多|基本|一般)(?:是|在|为|来自|分布)")
WISH = re.compile(
    r"如果|假如|要是|倘若|若(?!干)|万一|(?<!理)想(?!法|到)|打算|计划(?!单列)|"
    r"准备|希望|目标|争取|拟(?!合)|有意|考虑|能不能|可不可以|可以(?:贷|借)|"
    r"(?<![a-z])(?:if|would|could|plan(?:s|ning)? to|want(?:s|ed)? to|hop(?:e|es|ing) to|aim(?:s|ing)?|"
    r"target(?:s|ing)?|looking to|thinking (?:of|about)|intend|wish|considering|might|(?<!in )(?<!last )(?<!this )"
    r"(?<!since )(?<!until )(?<!of )may (?!\d)|we'd|i'd|we'll|will|going to|need to|about to|unless)(?![a-z])"
)
FORECAST = re.compile(
    r"预计|预期(?!收益)|预测|今年|明年|后年|本年度|本年(?!度)|上半年|下半年|"
    r"[一二三四]季度|季度|这个月|本月|上个?月(?!底)|每月|月均|月营收|一个月(?=[^前])|"
    r"(?<![a-z])(?:expect(?:s|ed|ing)?|forecast(?:s|ed)?|projected|this year|"
    r"next year|monthly|per month|a month|this quarter|last quarter|first half|"
    r"half-year|so far|budget(?:ed)?)(?![a-z])"
)
EARLIER = re.compile(
    r"前年|大前年|前一年|再前一年|上上年|(?:the )?year before(?: last)?|two years ago|"
    r"three years ago|以前|原来|过去|曾经|高峰|最高峰|巅峰|(?<![a-z])(?:previously|"
    r"formerly|before that|used to|at (?:our|its) peak)(?![a-z])"
)
LAST_YEAR = re.compile(
    r"去年|上年|上一年|上年度|上一年度|去年度|(?<![a-z])last (?:year|yr)|past year|"
    r"latest year|最近一年|近一年|last fiscal"
)
THRESHOLD = re.compile(
    r"要求|门槛|才能|才可以|才行|必须|规定|条件是|标准是多少|限(?:制|于)|(?<![a-z])(?:do (?:firms|"
    r"companies|we|you|smes|businesses) need|does one need|must|(?<!contract )(?<!as )(?<!bank )required|requirement|"
    r"threshold|"
    r"minimum|limit(?:ed)? to|eligib\w+ (?:if|only)|rule says|companies with|"
    r"firms with|open to|reserved for|only for)(?![a-z])"
)
NEGATION = re.compile(
    r"不是|没有|并非|并不|没|无|未|不(?!锈|动产|少|错|过|同|仅|只|但|光|足|到|"
    r"管|断|知|得)|非(?!常)|尚未|还未|从未|(?<![a-z])(?:not|no|n't|never|none|"
    r"without|neither|nor|isnt|arent|havent|dont|lack(?:s|ing)?|yet to)(?![a-z])|n't(?![a-z])"
)


_PASSING = re.compile(
    r"人家|他们|它们|老板|创始人|创办人|法人代表|东家|they|their|founders?|boss|ceo|friends?"
)  # never the subject of a list of figures
_TURN = re.compile(r"\s?(?:但是?|不过|而|可是|可(?!以)|but|while|though|whereas|yet|however)")


LONGEST_CLAUSE = 240


@dataclass(frozen=True, slots=True)
class Clause:
    """`start:end` in the normal form; `sentence` counts sentences; `closing` is the mark that ends the clause."""

    start: int
    end: int
    sentence: int
    closing: str


class Page:
    """A text as recognisers read it. Everything here is computed once a text, in linear time."""

    def __init__(self, original: str, as_of: date) -> None:
        self.as_of = as_of
        self.places: tuple[tuple[str, int, int], ...] | None = None  # filled by `places.named`
        self.source: Text = corrections.apply(normalise(original))
        self.text = self.source.normal
        self.clauses = tuple(_clauses(self.text))
        self.others = tuple(_others(self.text, self.clauses))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return find_quantities(self.text)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Dates of the text."""
        return find_dates(self.text, self.as_of)

    @cached_property
    def _by_clause(self) -> dict[int, tuple[Quantity, ...]]:
        found: dict[int, list[Quantity]] = {}
        for quantity in self.quantities:
            found.setdefault(self.index(quantity.start), []).append(quantity)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def _other_starts(self) -> list[int]:
        return [start for start, _ in self.others]

    @cached_property
    def _wishes(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in WISH.finditer(self.text))

    @cached_property
    def _thresholds(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in THRESHOLD.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [clause.start for clause in self.clauses]

    def index(self, place: int) -> int:
        """Index of the clause that holds this place of the normal form."""
        return max(0, bisect_right(self._starts, place) - 1)

    def quantities_in(self, index: int) -> tuple[Quantity, ...]:
        return self._by_clause.get(index, ())

    def words(self, index: int) -> str:
        clause = self.clauses[index]
        return self.text[clause.start : clause.end]

    def sentence(self, index: int) -> str:
        """The sentence around a clause, at most eight clauses either way, its closing mark included."""
        number = self.clauses[index].sentence
        low = high = index
        while low > max(0, index - 8) and self.clauses[low - 1].sentence == number:
            low -= 1
        while high < min(len(self.clauses) - 1, index + 8) and self.clauses[high + 1].sentence == number:
            high += 1
        return self.text[self.clauses[low].start : self.clauses[high].end + len(self.clauses[high].closing)]

    def previous(self, index: int) -> int | None:
        """The clause before, in the same sentence."""
        before = index - 1
        return before if before >= 0 and self.clauses[before].sentence == self.clauses[index].sentence else None

    def theirs(self, place: int) -> bool:
        """Whether the words at this place speak of somebody else."""
        at = bisect_right(self._other_starts, place) - 1
        return at >= 0 and place < self.others[at][1]

    def stretch(self, place: int) -> int:
        """Where the words about somebody else begin that reach over this place; the place itself if there are none."""
        return self.others[bisect_right(self._other_starts, place) - 1][0] if self.theirs(place) else place

    def wished(self, index: int, place: int | None = None) -> bool:
        """A wish, plan or condition before this place of the clause, or a rule that is asked about: not a statement."""
        clause = self.clauses[index]
        end = clause.end if place is None else place
        return _within(self._wishes, clause.start, end) or _within(self._thresholds, clause.start, clause.end)


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether one of the spans, in order and apart, lies between two places."""
    at = bisect_left(spans, (start, 0))
    return at < len(spans) and spans[at][1] <= end


@lru_cache(maxsize=4)
def page_of(text: str, as_of: date) -> Page:
    """The page of a text; one that was just read for its facts is looked at again for what it leaves open."""
    return Page(text, as_of)


def _clauses(text: str) -> list[Clause]:
    made: list[Clause] = []
    start = sentence = 0

    def keep(end: int, closing: str) -> None:
        first = start
        while end - first > LONGEST_CLAUSE:  # nobody writes so; the bound keeps every recogniser linear
            made.append(Clause(first, first + LONGEST_CLAUSE, sentence, ""))
            first += LONGEST_CLAUSE
        if text[first:end].strip():
            made.append(Clause(first, end, sentence, closing))

    for match in _BREAK.finditer(text):
        keep(match.start(), match[0])
        start = match.end()
        if match["strong"]:
            sentence += 1
    keep(len(text), "")
    return made or [Clause(0, len(text), 0, "")]


def _others(text: str, clauses: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """Stretches that speak of somebody else: from their noun to the clause's end, or on until we are named again."""
    spans: list[tuple[int, int]] = []
    carried: int | None = None  # sentence in which somebody else is still the subject
    bracket = False
    for clause in clauses:
        words = text[clause.start : clause.end]
        named = [m for m in OTHER.finditer(words) if not _ours_after_all(words, m)]
        ours = [m for m in _OURS.finditer(words) if not any(n.start() < m.start() < n.end() for n in named)]
        marks = sorted([(m.start(), "ours") for m in ours] + [(m.start(), "theirs") for m in named])
        begin = clause.start if carried == clause.sentence and not _TURN.match(words) else None
        before = len(spans)
        for at, whose in marks:
            if whose == "theirs":
                begin = clause.start + at if begin is None else begin
            elif (begin is not None and not re.match(r"(?:我们|我司|our|us)的?$", words[at : at + 3])) or _subject(
                words, at
            ):
                if begin is not None and begin < clause.start + at:
                    spans.append((begin, clause.start + at))
                begin = None
        carried = None
        if begin is not None:
            spans.append((begin, clause.end))
            own_first = any(whose == "ours" for at, whose in marks if clause.start + at < begin)
            pronoun = _PASSING.match(words[begin - clause.start :])
            if (
                clause.closing != "("
                and not bracket
                and not own_first
                and not pronoun
                and _is_subject(words, begin - clause.start)
                and not _LIST_END.search(words)
            ):
                carried = clause.sentence
        elif len(spans) == before:
            carried = None
        bracket = clause.closing == "("
    return spans


def _subject(words: str, at: int) -> bool:
    """我们 as a subject, not 欠我们 or 我们的客户."""
    before = words[max(0, at - 2) : at]
    return not re.search(r"(?:欠|给|找|帮|压|拖|对|向|跟|和|让|收购|投资|着|了|是|owe|owes)\s?$", before)


def _is_subject(words: str, at: int) -> bool:
    return at <= 0 or not _MODIFIED.search(words[max(0, at - 24) : at])


def _ours_after_all(words: str, match: re.Match[str]) -> bool:
    """Words that look like somebody else and are not: 股东数, 老板娘 of a shop, "partner bank", 集团 as our own."""
    after = words[match.end() : match.end() + 8]
    before = words[max(0, match.start() - 20) : match.start()]
    if match["en"] in ("friends", "founders", "partners") and re.search(r"we(?:'re| are) (?:[a-z]+ )?$", before):
        return True
    if match["zh"] in ("集团", "上市公司") and re.search(r"我们(?:是|属于)?$", before):
        return True
    if match["zh"] == "老板" and re.match(r"(?:说|看|想|决定|让)", after):
        return True
    if match["zh"] == "股东" and re.match(r"(?:都是|均为)自然人", after):
        return True
    if match["en"] in ("partner", "partners") and re.search(r"(?:also|is|as) a\s$|(?:ment|amme)'s (?:\w+ )?$", before):
        return True
    return bool(
        match["en"] in ("partner", "partners", "fund", "funds")
        and re.match(r"[\s-]?(?:bank|guarant|insur|institution|apprais)", after)
    )
