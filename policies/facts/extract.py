"""The door: every recogniser over one page, one statement a fact, contradictions set apart.

A text that says one thing twice gives it once (the better founded words). A text that says two things that cannot
both hold ("5 people, 600 staff", equally well founded) gives neither: the fact is among the doubts, with value None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from policies.facts import (
    arrears,
    declarations,
    figures,
    forms,
    founding,
    funding,
    industries,
    lenders,
    loans,
    owed,
    patents,
    people,
    places,
    rates,
    record,
    shadows,
    titles,
)
from policies.facts.found import Findings, Found, fact
from policies.facts.scope import Page
from policies.types import Fact

_RECOGNISERS: tuple[Callable[[Page], Findings], ...] = (
    places.find,
    industries.find,
    people.find,
    figures.find,
    rates.find,
    founding.find,
    patents.find,
    titles.find,
    forms.find,
    loans.find,
    lenders.find,
    arrears.find,
    funding.find,
    record.find,
    owed.find,
    declarations.find,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`facts` are stated; `doubts` (value None) are raised and left open, or stated in ways that exclude each other."""

    facts: tuple[Fact, ...]
    doubts: tuple[Fact, ...]


def read(text: str, as_of: date) -> Reading:
    """Facts and doubts of a text, in the order of its words. Never raises; an empty text gives nothing."""
    page = Page(text, as_of)
    if not page.text.strip():
        return Reading((), ())
    found = [one for recognise in _RECOGNISERS for one in recognise(page)]
    by_name: dict[str, list[Found]] = {}
    for one in (*found, *shadows.find(page, found)):
        by_name.setdefault(one.name, []).append(one)
    facts: list[Fact] = []
    doubts: list[Fact] = []
    for statements in by_name.values():
        chosen, open_ = _choose(statements)
        (doubts if open_ else facts).append(fact(page, chosen))
    return Reading(tuple(sorted(facts, key=_order)), tuple(sorted(doubts, key=_order)))


def extract(text: str, as_of: date) -> tuple[Fact, ...]:
    """Facts that the text states about the enterprise itself. Doubted ones are left to `doubts`."""
    return read(text, as_of).facts


def doubts(text: str, as_of: date) -> tuple[Fact, ...]:
    """Facts that the text raises and leaves open, each with value None."""
    return read(text, as_of).doubts


def _order(one: Fact) -> tuple[int, str]:
    return one.span[0], one.name


_BARS = frozenset(
    {
        "loan_overdue",
        "serious_dishonesty",
        "other_regional_funding",
        "loan_kind",
        "partner_institution",
        "high_tech_certified",
        "tech_sme",
        "little_giant",
        "legal_person",
    }
)
"""What can bar an enterprise: said in two ways it is open, however well founded one of them is."""

_BARRED_IF = frozenset({"loan_overdue", "serious_dishonesty", "other_regional_funding", "loan_kind"})
"""Of these, what is stated bars (a bank's loan aside): a shadow beside it does not soften it."""

_ONE_OF_MANY = frozenset(
    {
        "loan_amount_cny",
        "loan_rate_pct",
        "loan_date",
        "annual_revenue_cny",
        "revenue_growth_pct",
        "patents",
        "established",
        "receivable_amount_cny",
        "industry",
        "payer_kind",
        "interest_paid_cny",
        "credit_rating",
    }
)


def _choose(statements: list[Found]) -> tuple[Found, bool]:
    """The best founded statement, and whether it stays open: doubted, or contradicted by one as well founded."""
    if statements[0].name in _BARRED_IF and not any(s.value in (False, "bank") for s in statements):
        statements = [s for s in statements if s.weight > 1] or statements  # a shadow adds nothing to a bar
    if statements[0].name in _BARS and len({s.value for s in statements}) > 1:
        first = min(statements, key=lambda s: (s.value is not None, s.start))
        return Found(first.name, None, first.start, first.end), True
    top = max(s.weight for s in statements)
    best = [s for s in statements if s.weight == top]
    first = best[0]
    if any(s.value is None for s in best):
        return next(s for s in best if s.value is None), True
    values = {s.value for s in best}
    if len(values) > 1 and first.name not in _ONE_OF_MANY:
        return Found(first.name, None, first.start, first.end), True
    return first, False
