"""A second reader, learnt from labelled texts: it reads what no recogniser reads (ADR 0028, 0029) and judges what they
read (ADR 0030).

It goes by words, and where the encoder of meanings is installed by the vectors of stretches as well. It speaks only of
facts that the recognisers neither read nor left open, where it is sure; never where a clause wishes, asks, doubts or
speaks mostly of somebody else. Two answers for one fact are none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from policies.facts.agreements import of_payment
from policies.facts.found import Findings, Found, number
from policies.facts.learned.referee import Clauses, bars, contested, open_ended, unlikely, upheld
from policies.facts.learned.sense import Sense
from policies.facts.learned.signs import YEAR, Figure, Signs
from policies.facts.learned.stretches import Passage
from policies.facts.learned.weights import NOTHING, Weights, logit, shipped
from policies.facts.own_lending import bank_speaks
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import doubted
from policies.facts.subsidised import elsewhere
from policies.patterns import lazy
from policies.types import FactValue

__all__ = ["Passage", "View", "view"]

_SURE_OF_FIGURE, _SURE_OF_CLAUSE = 0.9, 0.7
_FIGURE_MEANT, _CLAUSE_MEANT, _BAR_MEANT = 0.7, 0.9, 0.7  # where vectors are looked at; what bars is believed sooner
_HARDLY_SAID = 0.03
"""How likely words must make that a loan was served on time: 已经还清 is like 按期还清 in meaning, and says less."""
_A_CASE = 2
"""Facts from which on a text describes an enterprise: a plain need is not worth the time of a look by meaning."""
_ANYBODYS = frozenset({"region", "industry"})
_MAYBE, _RATHER = 0.1, 0.4
"""From which likelihood on a clause of doubt may speak of a fact, and another clause of its sentence."""
_WISHED = frozenset({"investment_wanted_cny", "fund_stake_pct", "procurement_budget_cny"})
"""Facts that are plans by their nature."""
_OF_LAST_YEAR = frozenset({"annual_revenue_cny", "revenue_growth_pct", "profit_growth_pct", "rnd_ratio_pct"})
_DOWN = lazy(
    r"少|降|跌|滑|减|退|缩|掉|亏|(?<![a-z])(?:fell|fall|falls|fallen|down|declin\w+|dropp\w+|drop|lower|less|"
    r"shr[aiu]nk\w*|lost|worse)(?![a-z])"
)
_APART = lazy(
    r"高|超|差|多出|(?<![a-z])(?:above|over|more|differen\w+|excess|exceed\w*|points?|gap|beyond|higher)(?![a-z])"
)
_YEAR_TOLD = lazy(r"(?<!\d)20\d\d(?!\d|万|亿|元|人)")
_LONG = 60  # code points; a statement as long holds more than one figure
_MOSTLY = 0.7  # of a clause that speaks of somebody else
_ABOUT = lazy(r"上下|左右|\s?(?:or so|or thereabouts|give or take)(?![a-z])")
_BARELY = lazy(r"(?:才|刚)刚?过(?:了|去)?\s?$")
_ASKS = lazy(r"(?:吗|呢|么|没有?|不)\s*$|([能可行要会是算有够超满到过])(?:不|没)\1|怎么|如何|多少")


Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class View:
    """A page as it was learnt to be looked at: by words, and with `sense` by meaning."""

    page: Page
    signs: Signs
    known: Weights
    stating: Sequence[int]  # clauses that may state something
    doubts: Sequence[int]  # clauses that say a doubt, or stand beside one that does
    unlikely: Mapping[int, Sequence[Found]] = field(default_factory=dict)  # by figure, what its words hardly mean
    sense: Sense | None = None

    def upheld(self, told: Sequence[Found]) -> list[Found]:
        """Of what recognisers told, what stands beside the meaning of its words."""
        if self.sense is None:
            return list(told)
        kept = upheld(self.page, self.signs, self.sense, self.known, told, self.unlikely)
        left = {self.page.index(one.start) for one in open_ended(told)}
        plain = sorted({*self.stating, *left} - {*self.doubts})
        if not plain:
            return kept
        return Clauses(self.page, self.known, plain, self.sense.likely(plain)).mended(kept, _left_open(self))

    def find(self, told: Sequence[Found]) -> Findings:
        """Statements of facts beside those that were `told` by the recognisers."""
        yield from _once(_figures(self, told))
        settled = {one.name for one in told}
        if any(one.name == "valuation_for_pledge" and one.value is False for one in told):
            settled.add("loan_security")  # what was valued for something else secures nothing
        if settled & {"rnd_spending_cny", "rnd_ratio_pct"}:
            settled.add("rnd_invested")  # a figure tells whether there is any
        yield from _once(_clauses(self, settled))


def view(
    page: Page,
    told: Sequence[Found],
    passage: Callable[[], Passage] | None = None,
    known: Weights | None = None,
) -> View:
    """A page by the shipped weights or others. `passage` gives its text with vectors; without it, and where hardly a
    fact is told, words alone count."""
    known, signs = known or shipped(), Signs(page)
    stating = _stating(page, signs)
    doubts = [index for index in range(len(page.clauses)) if doubted(page, index)]
    if passage is None or len({one.name for one in told} - _ANYBODYS) < _A_CASE:
        return View(page, signs, known, stating, doubts)
    apart = contested(told)
    hardly = unlikely(signs, known, told)
    figures = {*_left(signs, told), *_at(signs, apart), *hardly}
    spoken = {page.index(one.start) for one in (*apart, *open_ended(told))}
    clauses = {*stating, *spoken, *_around(page, doubts)}
    sense = Sense(page, signs, known, passage(), clauses, figures)
    return View(page, signs, known, stating, doubts, hardly, sense)


def _around(page: Page, numbers: Sequence[int]) -> list[int]:
    """All clauses of the sentences that hold some."""
    sentences = {page.clauses[number].sentence for number in numbers}
    return [number for number, clause in enumerate(page.clauses) if clause.sentence in sentences]


def _at(signs: Signs, statements: Sequence[Found]) -> list[int]:
    """The figures by which some statements tell."""
    return [
        place
        for place, one in enumerate(signs.figures)
        if any(each.start < one.end and one.start < each.end for each in statements)
    ]


def _left(signs: Signs, told: Sequence[Found]) -> list[int]:
    """The figures that no statement tells by."""
    spans = [(one.start, one.end) for one in told if one.end - one.start < _LONG]
    return [
        place
        for place, one in enumerate(signs.figures)
        if not one.vague and not any(start < one.end and one.start < end for start, end in spans)
    ]


def _stating(page: Page, signs: Signs) -> list[int]:
    """The clauses that neither ask nor wish nor speak mostly of somebody else."""
    return [
        index
        for index, clause in enumerate(page.clauses)
        if "?" not in clause.closing
        and not _ASKS.search(page.words(index))
        and signs.theirs(index) < _MOSTLY
        and not page.wished(index)
    ]


def _figures(view: View, told: Sequence[Found]) -> Findings:
    page, signs, names = view.page, view.signs, {one.name for one in told}
    left = _left(signs, told)
    if view.sense is not None:
        least, left = _FIGURE_MEANT, [place for place in left if place in view.sense.figures]
        answers = [view.sense.figures[place] for place in left]
    else:
        least = _SURE_OF_FIGURE
        answers = view.known.of_figures([(signs.figures[place].kind, signs.of_figure(place)) for place in left])
    for place, likely in zip(left, answers, strict=True):
        figure, (name, sure) = signs.figures[place], max(likely.items(), key=lambda one: one[1])
        if name == NOTHING or name in names or sure < least or _unsettled(page, figure):
            continue
        if not isinstance(figure.value, str) and not view.known.usual(name, float(figure.value)):
            continue
        if not (_of_other_sense(page, figure, name) or _of_no_loan(page, name)):
            yield Found(name, _value(name, figure), figure.start, figure.end)


def _of_other_sense(page: Page, figure: Figure, name: str) -> bool:
    """Whether a figure is wished for, of another year, of a decline, or a bank's bad loans themselves and no excess."""
    if name == "npl_excess_pct" and not _APART.search(page.words(page.index(figure.start))):
        return True
    if name in ("contract_date", "delivery_date") and of_payment(page, figure.start, figure.end):
        return True
    if name in _OF_LAST_YEAR and (_of_an_earlier_year(page, figure) or _declines(page, figure)):
        return True
    return name not in _WISHED and page.wished(page.index(figure.start), figure.start)


def _of_an_earlier_year(page: Page, figure: Figure) -> bool:
    """2021年营收8000万, read in 2024: no last year's figure."""
    start = page.clauses[page.index(figure.start)].start
    years = [int(one[0]) for one in _YEAR_TOLD.finditer(page.text, start, figure.start)]
    return bool(years) and max(years) < page.as_of.year - 1


def _declines(page: Page, figure: Figure) -> bool:
    """利润还少一成: figures are learnt without their sign."""
    return figure.kind == "share" and _DOWN.search(page.words(page.index(figure.start))) is not None


def _unsettled(page: Page, figure: Figure) -> bool:
    """Whether a figure is asked about (超没超两百), only about right (两百上下), or too short a time for
    anything to have come of it (才过了三周)."""
    lead = page.text[max(0, figure.start - 6) : figure.start]
    asked = _ASKS.search(page.words(page.index(figure.start)))
    return bool(asked or _ABOUT.match(page.text, figure.end) or _BARELY.search(lead))


def _value(name: str, figure: Figure) -> FactValue:
    if isinstance(figure.value, str):
        return figure.value
    return number(figure.value / YEAR if name.endswith("_years") else figure.value)


def _clauses(view: View, names: Collection[str]) -> Findings:
    page, known = view.page, view.known
    numbers = view.stating
    if not numbers:
        return
    meant = None if view.sense is None else view.sense.spoken(numbers)
    signs = (view.signs.of_clause(index) for index in numbers)
    answers = known.of_clauses(signs, _SURE_OF_CLAUSE, meant, _limits(tuple(known.clause_classes)))
    unread = {*names, *_left_open(view)}
    for index, stated in zip(numbers, answers, strict=True):
        more = [one for one in stated if one[0] not in unread and not _of_others(page, index, one[0])]
        more = [one for one in more if not (_of_an_auditor(page, index, one[0]) or _of_no_loan(page, one[0]))]
        more = [one for one in more if one != ("rnd_invested", False) or NEGATION.search(page.words(index))]
        if more and index not in view.doubts:
            clause = page.clauses[index]
            for name, value in more:
                yield Found(name, value, clause.start, clause.end)


@lru_cache(maxsize=4)
def _limits(classes: tuple[tuple[str, FactValue], ...]) -> tuple[Floats, Floats]:
    """How likely meaning, and words beside it, must make a statement of each class, as logits."""
    meant = [_BAR_MEANT if bars(*each) else _CLAUSE_MEANT for each in classes]
    worded = [_HARDLY_SAID if each == ("loan_overdue", False) else 0.0 for each in classes]
    return np.array([logit(each) for each in meant], np.float32), np.array([logit(each) for each in worded], np.float32)


def _left_open(view: View) -> set[str]:
    """Facts that a clause of doubt, or its sentence, may speak of: 那家支行在两区交界, 当时算海淀还是西城我不清楚."""
    if view.sense is None or not view.doubts:
        return set()
    around = _around(view.page, view.doubts)
    likely = view.sense.likely(around)
    least = np.array([_MAYBE if number in view.doubts else _RATHER for number in around])
    found = np.flatnonzero((likely >= least[:, None]).any(axis=0))
    return {view.known.clause_classes[int(number)][0] for number in found}


_AUDITOR = lazy(r"审计|(?<![a-z])audit")
_CREDIT = lazy(
    r"贷|借|融资|银行|月供|本息|本金|还款|放款|"
    r"(?<![a-z])(?:loans?|borrow\w*|len[dt]\w*|banks?|credit\w*|instal\w+|repa\w+|principal|financ\w+|advance\w*|"
    r"drew|facility)"
    r"(?![a-z])"
)
_OF_LOANS = frozenset({"loan_overdue", "loan_repaid", "loan_date", "loan_kind"})


def _of_an_auditor(page: Page, index: int, name: str) -> bool:
    """An office that audits pays nothing, and what somebody insists on was not agreed."""
    return name in ("payer_kind", "audit_agreed") and _AUDITOR.search(page.words(index)) is not None


def _of_no_loan(page: Page, name: str) -> bool:
    """Whether a text that nowhere speaks of credit would be made to tell of a loan."""
    return name in _OF_LOANS and _CREDIT.search(page.text) is None


def _of_others(page: Page, index: int, name: str) -> bool:
    """What another department paid is no subsidy of this programme, whatever it was paid for; and a bank that writes of
    a district's loan products tells of no line of business."""
    if name == "leading_industry":
        return ("product" in page.words(index) or "产品" in page.words(index)) and bank_speaks(page)
    return name in ("interest_subsidised", "guarantee_fee_subsidised") and elsewhere(page.sentence(index))


def _once(found: Iterable[Found]) -> Findings:
    """Each fact once; one that is stated in two ways is left out."""
    by_name: dict[str, list[Found]] = {}
    for one in found:
        by_name.setdefault(one.name, []).append(one)
    for statements in by_name.values():
        if len({one.value for one in statements}) == 1:
            yield statements[0]
