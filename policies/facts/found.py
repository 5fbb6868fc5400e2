"""What recognisers return, and how one statement is chosen where several are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from policies.facts.scope import Page
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
