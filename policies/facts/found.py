"""What recognisers return, and how one statement is chosen where several are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policies.facts.scope import Page
from policies.patterns import lazy
from policies.types import Fact, FactValue


@dataclass(frozen=True, slots=True)
class Found:
    """A statement at `start:end` of the normal form. Among statements of one fact the greatest `weight` wins."""

    name: str
    value: FactValue
    start: int
    end: int
    weight: int = 1


Findings = Iterator[Found]


def number(value: Decimal) -> int | float:
    """An int where the figure is whole, else a float of its decimal digits."""
    return int(value) if value == value.to_integral_value() else float(value)


def fact(page: Page, found: Found) -> Fact:
    start, end = page.source.span(found.start, found.end)
    return Fact(found.name, found.value, page.source.original[start:end], (start, end))


_MINUS = lazy(r"(?:负(?!债|责|担)的?\s?|(?<![a-z])(?:minus|negative)\s|(?<![\da-z)\]+-])-)(?:rmb\s?|¥)?$")


def with_sign(page: Page, found: Found) -> Found:
    """The statement with a minus before its figure heeded: "-5人", 负三百万, "minus 4%"; not a dash between words."""
    if isinstance(found.value, bool) or not isinstance(found.value, int | float) or found.value <= 0:
        return found
    sign = _MINUS.search(page.text, max(0, found.start - 10), found.start)
    if sign is None or (sign[0][0] == "-" and page.source.quote(sign.start(), sign.start() + 1) not in "-−－"):
        return found
    return Found(found.name, -found.value, sign.start(), found.end, found.weight)
