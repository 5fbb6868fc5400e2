"""Sums as they are spoken: 营收三千二 is 32 million, 一亿九千五 195 million; the 万 goes without saying."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from policies.facts.labels import Label
from policies.facts.quantities import Quantity

_THOUSANDS = re.compile(r"[二两三四五六七八九一]千(?:[一二两三四五六七八九]百?[一二三四五六七八九]?)?")
_UNITS = re.compile(r"\s?(?:元|块|人|件|个|台|万|亿|多|来|%|份|张)")
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
