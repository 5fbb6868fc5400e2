"""Sums as they are spoken: 营收三千二 is 32 million, 一亿九千五 195 million; the 万 goes without saying.

So does the unit of the figure before: "revenue 23 million, net assets nine", 营收2300万，净资产900.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from policies.facts import revenues
from policies.facts.labels import Label
from policies.facts.quantities import Quantity
from policies.facts.scope import Page
from policies.patterns import lazy

_THOUSANDS = lazy(r"[二两三四五六七八九一]千(?:[一二两三四五六七八九]百?[一二三四五六七八九]?)?")
_UNITS = lazy(r"\s?(?:元|块|人|件|个|台|万|亿|多|来|%|份|张)")
_OF_HOUSES = frozenset({"revenue", "total_assets", "net_assets"})
_WAN, _YI = Decimal(10_000), Decimal(100_000_000)


def spoken(text: str, one: Quantity, here: Sequence[Label]) -> Quantity:
    """The sum with its 万 supplied, where what it measures is counted in 万 and no unit stands behind it."""
    said = text[one.start : one.end]
    if "亿" in said and "万" not in said and 1000 <= one.value % _YI < _WAN and not _UNITS.match(text, one.end):
        rest = one.value % _YI
        return replace(one, value=one.value - rest + rest * _WAN)
    before = [label for label in here if label.end <= one.start]
    if not before or before[-1].measure not in _OF_HOUSES or not _THOUSANDS.fullmatch(said):
        return one
    return one if _UNITS.match(text, one.end) else replace(one, kind="cny", value=one.value * _WAN)


_MEASURED = (
    r"\s?(?:of|is|are|was|were|at|about|around|some|just|come to|stand at|stood at|only|大约|大概|约|是|为|有|才|只有|"
    r"也就)?\s?"
)
_LAST = lazy(r"\s?(?=$|[,。;!)]|\.(?!\d))|\s(?:or so|and|but|while|with)(?![a-z])")
_MILLION = lazy(r"(?<![a-z])(?:millions?|milion|mln|mio|mn|mil)$|\d\s?m$")
_SALES = lazy(r"营收|收入|营业额|销售|流水|卖|(?<![a-z])(?:revenues?|sales|turnover|takings|sold|turned over)(?![a-z])")
_YEAR_BEHIND = lazy(r",? (?:in )?(?:the )?(?:year before|year earlier|previous year|prior year|20\d\d)(?![a-z\d])")
_FARTHEST = 3
"""How many times the sales of one year those of the next may be, for a figure to be taken for them."""
_LEAST_WAN = 10
"""Below so many 万 a bare figure is something else."""


def with_units(page: Page, index: int, here: Sequence[Label]) -> list[Quantity]:
    """The quantities of a clause; a bare figure of a house's size takes the unit of such a sum just before it."""
    said = list(page.quantities_in(index))
    for place, one in enumerate(said):
        if one.kind != "plain" or one.vague or one.value <= 0:
            continue
        before = _just_before(page, index, said, place)
        unit = _unit(page.text[before.start : before.end]) if before else None
        if before is None or unit is None or (unit == _WAN and one.value < _LEAST_WAN):
            continue
        label = next((x for x in reversed(here) if x.end <= one.start), None)
        if (one.value < 1000 and _measured(page, label, one)) or _year_before(page, index, one, before.value / unit):
            said[place] = replace(one, kind="cny", value=one.value * unit)
    return said


def _measured(page: Page, label: Label | None, one: Quantity) -> bool:
    """Whether the name of a house's size stands right before a figure, and nothing behind it."""
    named = label is not None and label.measure in _OF_HOUSES
    between = page.text[label.end : one.start] if label else ""
    return named and re.fullmatch(_MEASURED, between) is not None and _LAST.match(page.text, one.end) is not None


def _year_before(page: Page, index: int, one: Quantity, last: Decimal) -> bool:
    """Sales of the year before set against the last year's: "23 million, up from 19 the year before"."""
    alike = last / _FARTHEST <= one.value <= last * _FARTHEST
    end = _LAST.match(page.text, one.end) or _YEAR_BEHIND.match(page.text, one.end)
    sold = _SALES.search(page.sentence(index))
    return bool(alike and end and sold and revenues.year_before(page, index, one))


def _unit(said: str) -> Decimal | None:
    """What the figure before was counted in; a hundred million is too coarse to go without saying."""
    if _MILLION.search(said):
        return Decimal(1_000_000)
    return _WAN if said.rstrip("元").endswith("万") and "亿" not in said else None


def _just_before(page: Page, index: int, here: Sequence[Quantity], place: int) -> Quantity | None:
    """The sum of a house's size that stands right before: in the clause, or in the one before it."""
    if place:
        return here[place - 1] if here[place - 1].kind == "cny" else None
    earlier = page.quantities_in(index - 1) if index else ()
    if not earlier or earlier[-1].kind != "cny" or not _SIZE.search(page.words(index - 1)):
        return None
    return earlier[-1]


_SIZE = lazy(
    r"营收|收入|营业额|销售|流水|资产|(?<![a-z])(?:revenues?|sales|turnover|income|takings|assets|net worth|equity|"
    r"sold|turned over)(?![a-z])"
)
