"""Whose words, about when, and how sure: clauses with the guards that every recogniser asks.

A figure is ours unless its clause speaks of somebody else (母公司, our customer, the founder); is stated unless the
clause wishes, plans, asks for a threshold or tells a forecast; is last year's unless it names another period.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property, lru_cache

from policies.facts import clients, corrections, righting, round_sums
from policies.facts.clauses import cut
from policies.facts.dates import Moment
from policies.facts.dates import find as find_dates
from policies.facts.go_betweens import for_a_customer
from policies.facts.normal import Text, normalise
from policies.facts.others import spoken_of
from policies.facts.quantities import Quantity
from policies.facts.quantities import find as find_quantities
from policies.patterns import lazy

WISH = lazy(
    r"如果|假如|(?<![摘主纪提概])要是|倘若|若(?!干)|万一|(?<!理)想(?!法|到)|打算|计划(?!单列)|"
    r"准备|希望|目标|争取|拟(?!合)|有意|考虑|能不能|可不可以|可以(?:贷|借)|"
    r"(?<![a-z])(?:if|would|could|plan(?:s|ning)? to|want(?:s|ed)? to|hop(?:e|es|ing) to|aim(?:s|ing)?|"
    r"target(?:s|ing)?|looking to|thinking (?:of|about)|intend|wish|considering|might|(?<!in )(?<!last )(?<!this )"
    r"(?<!since )(?<!until )(?<!of )may (?!\d)|we'd|i'd|we'll|will|going to|need to|about to|unless)(?![a-z])"
)
FORECAST = lazy(
    r"预计|预期(?!收益)|预测|今年|明年|后年|本年度|本年(?!度)|上半年|下半年|"
    r"[一二三四]季度|季度|这个月|本月|上个?月(?!底)|每月|月均|月营收|一个月(?=[^前])|"
    r"(?<![a-z])(?:expect(?:s|ed|ing)?|forecast(?:s|ed)?|projected|this year|"
    r"next year|monthly|per month|a month|this quarter|last quarter|first half|"
    r"half-year|so far|budget(?:ed)?)(?![a-z])"
)
EARLIER = lazy(
    r"前年|大前年|前一年|再前一年|上上年|(?:the )?year before(?: last)?|two years ago|"
    r"three years ago|以前|原来|过去|曾经|高峰|最高峰|巅峰|(?<![a-z])(?:previously|"
    r"formerly|before that|used to|at (?:our|its) peak)(?![a-z])"
)
LAST_YEAR = lazy(
    r"去年|上年|上一年|上年度|上一年度|去年度|(?<![a-z])last (?:year|yr)|past year|"
    r"latest year|最近一年|近一年|last fiscal"
)
THRESHOLD = lazy(
    r"要求|门槛|才能|才可以|才行|必须|规定|条件是|标准是多少|限(?:制|于)|(?<![a-z])(?:do (?:firms|"
    r"companies|we|you|smes|businesses) need|does one need|must|(?<!contract )(?<!as )(?<!bank )required|requirement|"
    r"threshold|"
    r"minimum|limit(?:ed)? to|eligib\w+ (?:if|only)|rule says|companies with|"
    r"firms with|open to|reserved for|only for)(?![a-z])"
)
NEGATION = lazy(
    r"不是|没有|并非|并不|没|无|未|不(?!锈|动产|少|错|过|同|仅|只|但|光|足|到|"
    r"管|断|知|得)|非(?!常)|尚未|还未|从未|(?<![a-z])(?:not|no|n't|never|none|"
    r"without|neither|nor|isnt|arent|havent|dont|lack(?:s|ing)?|yet to)(?![a-z])|n't(?![a-z])"
)


_AROUND = 8  # clauses of a sentence that are read on either side


def of_company(page: Page, words: str) -> str:
    """Words with the client for whom the writer asks called the company: it is the enterprise."""
    return clients.as_company(words, page.for_customer) if page.for_client else words


class Page:
    """A text as recognisers read it. Everything here is computed once a text, in linear time."""

    def __init__(self, original: str, as_of: date) -> None:
        self.as_of = as_of
        self.places: tuple[tuple[str, int, int], ...] | None = None  # filled by `places.named`
        self.source: Text = corrections.apply(righting.set_right(normalise(original)))
        self.text = self.source.normal
        self.clauses = tuple(cut(self.text))
        self.for_client = clients.writes_for(self.text)
        self.for_customer = self.for_client and for_a_customer(self.text)
        self.others = tuple(spoken_of(self.text, self.clauses, self.for_client, self.for_customer))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return round_sums.told(self.text, find_quantities(self.text))

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
        low, high = self.opening(index, _AROUND), self.ending(index, _AROUND)
        return self.text[self.clauses[low].start : self.clauses[high].end + len(self.clauses[high].closing)]

    def opening(self, index: int, most: int | None = None) -> int:
        """The clause that opens the sentence of this one; the furthest of at most so many before it."""
        first, number = index, self.clauses[index].sentence
        least = 0 if most is None else max(0, index - most)
        while first > least and self.clauses[first - 1].sentence == number:
            first -= 1
        return first

    def ending(self, index: int, most: int) -> int:
        """The clause that ends it, likewise among so many behind."""
        last, number = index, self.clauses[index].sentence
        while last < min(len(self.clauses) - 1, index + most) and self.clauses[last + 1].sentence == number:
            last += 1
        return last

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
