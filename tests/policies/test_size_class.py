"""The official size class: derived from trade, staff and sales (the ministries' standard of 2011), or left open."""

from __future__ import annotations

from datetime import date

import pytest

from policies.criteria import Profile, evaluate
from policies.criteria.values import OneOf
from policies.loader import load_corpus
from policies.types import Facts, Verdict

CORPUS = load_corpus()
DAY = date(2022, 3, 10)
BELOW_LARGE, BELOW_MEDIUM = OneOf(("medium", "small", "micro")), OneOf(("small", "micro"))


def size(**facts: object) -> object:
    """What is known of the size of an enterprise."""
    given: Facts = {name: value for name, value in facts.items() if isinstance(value, int | str)}
    return Profile(given, CORPUS.vocabulary, DAY).get("size")


@pytest.mark.parametrize(
    ("trade", "staff", "sales", "expected"),
    [
        ("machinery", 1000, 400_000_000, "large"),
        ("machinery", 999, 400_000_000, "medium"),
        ("machinery", 1000, 399_999_999, "medium"),
        ("machinery", 300, 20_000_000, "medium"),
        ("machinery", 299, 20_000_000, "small"),
        ("machinery", 20, 3_000_000, "small"),
        ("machinery", 19, 3_000_000, "micro"),
        ("software", 300, 100_000_000, "large"),
        ("software", 299, 100_000_000, "medium"),
        ("software", 100, 10_000_000, "medium"),
        ("software", 10, 500_000, "small"),
        ("software", 9, 500_000, "micro"),
        ("retail", 300, 200_000_000, "large"),
        ("retail", 50, 5_000_000, "medium"),
        ("retail", 49, 5_000_000, "small"),
        ("trade", 200, 400_000_000, "large"),
        ("trade", 5, 10_000_000, "small"),
        ("catering", 300, 100_000_000, "large"),
        ("catering", 10, 1_000_000, "small"),
    ],
)
def test_both_figures_tell_the_class(trade: str, staff: int, sales: int, expected: str) -> None:
    assert size(industry=trade, employees=staff, annual_revenue_cny=sales) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"industry": "machinery", "employees": 999}, BELOW_LARGE),
        ({"industry": "machinery", "employees": 299}, BELOW_MEDIUM),
        ({"industry": "machinery", "annual_revenue_cny": 19_999_999}, BELOW_MEDIUM),
        ({"industry": "machinery", "employees": 19}, "micro"),
        ({"employees": 199, "annual_revenue_cny": 199_999_999}, BELOW_LARGE),
        ({"employees": 200, "annual_revenue_cny": 199_999_999}, None),
        ({"employees": 199}, None),
        ({"industry": "machinery", "employees": 1000}, None),
        ({}, None),
    ],
)
def test_one_figure_leaves_what_it_leaves(facts: dict[str, int | str], expected: object) -> None:
    assert size(**facts) == expected


def test_what_is_said_outweighs_what_is_derived() -> None:
    assert size(size="large", industry="software", employees=5, annual_revenue_cny=1) == "large"


@pytest.mark.parametrize(("staff", "verdict"), [(299, Verdict.LIKELY), (300, Verdict.UNKNOWN), (5000, Verdict.UNKNOWN)])
def test_beside_large_figures_a_small_enterprise_is_not_taken_for_granted(staff: int, verdict: Verdict) -> None:
    article = CORPUS.articles["bj-sme-2020/22"]
    facts: Facts = {"region": "CN-11", "employees": staff, "first_loan": True, "first_loan_centre": True}
    assert evaluate(article, CORPUS, facts, DAY).verdict is verdict
