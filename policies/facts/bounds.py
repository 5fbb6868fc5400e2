"""Shares told by what they exceed ("more than 20%", 两成多), or between two figures ("three to four per cent",
四五个点): enough where every rule asks for no more than the lower one, or for more than the upper one.

A bound is no figure. One that reaches what the highest rule asks for answers every rule all the same, as does a fall of
at least so much; one that stays under it ("more than 4%" where 5% is asked) says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from policies.facts import exact_sums, numerals
from policies.facts.found import Findings, Found, number
from policies.facts.quantities import Quantity, joined
from policies.facts.scope import NEGATION, Page
from policies.facts.standing import doubted
from policies.patterns import lazy

ENOUGH: dict[str, int] = {
    "revenue_growth_pct": 5,
    "profit_growth_pct": 5,
    "rnd_ratio_pct": 2,
    "rnd_staff_pct": 10,
    "avg_growth_2y_pct": 20,
}
"""The most that any rule of the corpus asks for."""
_AHEAD = lazy(
    r"(?:超过|超出|超|多于|高于|大于|至少|最少|起码|突破|破|不止|(?<![a-z])(?:over|more than|at least|above|"
    r"exceed(?:s|ed|ing)?|upwards of|beyond|[>≥]))(?:了)?\s?$"
)
_BEHIND = lazy(r"\s?(?:多(?!了|出)|余|以上|出头|开外|\+|plus(?![a-z])|or more(?![a-z])|odd(?![a-z]))")
_INSIDE = lazy(r"[多余+]|odd")  # 20多%
_NO_SUCH = lazy(
    r"(?<![a-z])(?:not|no|never|hardly|barely|if|unless|should|must|cannot)(?![a-z])|n't(?![a-z])|不(?!错|过)|没|未"
)


def at_least(page: Page, index: int, one: Quantity) -> bool:
    """Whether a vague per cent is told by what it exceeds, and that neither denied nor guessed."""
    start = page.clauses[index].start
    lead = page.text[start : one.start]
    over = (
        _AHEAD.search(lead) or _BEHIND.match(page.text, one.end) or _INSIDE.search(page.text[one.start : one.end])
    ) is not None
    return over and not (_NO_SUCH.search(lead) or NEGATION.search(lead) or doubted(page, index))


_PARTS = lazy(r"百分之|[%成个点].*$")


def between(page: Page, index: int, one: Quantity) -> tuple[Decimal, Decimal] | None:
    """The two ends of a per cent told by two figures; None for any other, or one that is guessed."""
    if not one.vague or one.kind != "pct" or doubted(page, index):
        return None
    if both := numerals.pair(_PARTS.sub("", page.text[one.start : one.end])):
        return one.value, both[1] * one.value / both[0]
    others = [other for other in page.quantities_in(index) if other.end <= one.start]
    if not others or not joined(page.text, others[-1], one) or others[-1].value >= one.value:
        return None
    return others[-1].value, one.value


def before(lead: str) -> str:
    """The words before a bound, without it: it compares, and tells no rise ("fell by more than 20%")."""
    return _AHEAD.sub("", lead).rstrip() + " " if _AHEAD.search(lead) else lead


def enough(found: Iterable[Found]) -> Findings:
    """What is read from a bound and holds for every rule."""
    for one in found:
        least = ENOUGH.get(one.name)
        if least is not None and isinstance(one.value, int | float) and (one.value >= least or one.value < 0):
            yield one


def decided(found: Iterable[Found], ends: tuple[Decimal, Decimal]) -> Findings:
    """What is read from two figures that lie on the same side of every limit: the end that is nearer to it."""
    low, high = map(number, ends)
    for one in found:
        least = ENOUGH.get(one.name)
        if least is not None and isinstance(one.value, int | float):
            if one.value < 0:
                yield replace(one, value=-low)
            elif low >= least or high < least:
                yield replace(one, value=low if low >= least else high)


FALL = -0.01
"""Stands for any fall of which the size is not told: the rules ask for a growth."""
_ROUNDED = lazy(
    r"差不多|大约|大概|左右|约|将近|接近|近|快|(?<![a-z])(?:about|nearly|almost|roughly|around|close to|some)(?![a-z])"
)


def without_rounded(page: Page, found: list[Found]) -> list[Found]:
    """Statements without a growth told roughly, or a mere fall, where the sales of two years tell it: 差不多5%."""
    found = exact_sums.told(page, found)
    told = {one.name for one in found if one.value is not None}
    if not {"annual_revenue_cny", "previous_revenue_cny"} <= told:
        return found
    exact = [
        one
        for one in found
        if one.name != "revenue_growth_pct"
        or not (one.value == FALL or _ROUNDED.search(page.words(page.index(one.start))))
    ]
    return _by_its_sales(exact)


_NEAR_PCT = 1
"""Points up to which a growth told is the one of the sales told beside it, rounded."""


def _by_its_sales(found: list[Found]) -> list[Found]:
    """A growth that a slide or a memory rounds up ("grew five per cent") as the sales of both years tell it: 4.88."""
    sales = {
        name: [one for one in found if one.name == name] for name in ("annual_revenue_cny", "previous_revenue_cny")
    }
    if any(len({one.value for one in told}) != 1 for told in sales.values()):
        return found
    year, before = sales["annual_revenue_cny"][0], sales["previous_revenue_cny"][0].value
    if not isinstance(year.value, int | float) or not isinstance(before, int | float) or before <= 0:
        return found
    growth = round((year.value / before - 1) * 100, 3)
    return [
        Found(one.name, growth, year.start, year.end, max(one.weight, 3))
        if one.name == "revenue_growth_pct"
        and isinstance(one.value, int | float)
        and growth < one.value <= growth + _NEAR_PCT
        else one
        for one in found
    ]
