"""What is withheld of a public table cannot be reckoned from what is published."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger import views
from ledger.views.suppression import Group, together, withheld
from tests.ledger.factories import World

LETTERS = "abcdefgh"


def group(claims: int, payers: str, suppliers: str, fen: int | None = None) -> Group:
    return Group(claims, fen if fen is not None else claims * 100, frozenset(payers), frozenset(suppliers))


WIDE = group(9, "abc", "vwx")


@pytest.mark.parametrize(
    ("groups", "hidden"),
    [
        ({"one": WIDE, "two": WIDE}, set()),
        ({"one": WIDE, "two": group(0, "", "")}, set()),  # an empty group is published
        ({"one": WIDE, "two": group(9, "abc", "vw")}, {"one", "two"}),  # too few suppliers; the sum would tell of them
        ({"one": WIDE, "two": group(20, "defg", "vwx"), "three": group(2, "ab", "vwx")}, {"one", "three"}),
        ({"one": WIDE, "two": group(2, "ab", "vw"), "three": group(3, "cd", "wx")}, {"two", "three"}),
        # Three claims in three groups would be one in each: the fourth group joins them.
        (
            {"one": group(1, "a", "v"), "two": group(1, "b", "w"), "three": group(1, "c", "x"), "four": WIDE},
            {"one", "two", "three", "four"},
        ),
        ({}, set()),
    ],
)
def test_withheld(groups: dict[str, Group], hidden: set[str]) -> None:
    assert withheld(groups, 3) == hidden


@pytest.mark.parametrize(
    "groups",
    [
        {"one": group(9, "ab", "vwx")},  # the whole is too small
        {"one": group(1, "a", "v"), "two": group(1, "b", "w"), "three": group(1, "c", "x")},  # and nothing to join
        {"one": group(5, "a", "vwx"), "two": group(5, "b", "vwx")},
    ],
)
def test_tables_that_cannot_be_published(groups: dict[str, Group]) -> None:
    assert withheld(groups, 3) is None


def test_two_parties_know_each_other() -> None:
    with pytest.raises(ValueError, match="at least 3"):
        withheld({"one": WIDE}, 2)


def names(alphabet: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(alphabet), min_size=1)


@st.composite
def filled(draw: st.DrawFn) -> Group:
    payers, suppliers = draw(names(LETTERS)), draw(names(LETTERS.upper()))
    least = max(len(payers), len(suppliers))
    claims = draw(st.integers(least, least + 5))
    return Group(claims, claims + draw(st.integers(0, 1000)), payers, suppliers)


TABLES = st.dictionaries(st.sampled_from(LETTERS), st.one_of(st.just(Group()), filled()), max_size=7)


@given(TABLES, st.integers(3, 6))
def test_nothing_withheld_can_be_recovered(groups: dict[str, Group], k: int) -> None:
    hidden = withheld(groups, k)
    every = together(groups.values())
    if hidden is None:
        return
    shown = {name: each for name, each in groups.items() if name not in hidden}
    assert all(not each.claims or not each.small(k) for each in shown.values())
    # What is published: each group that is shown, and the total. No withheld group is a combination of these …
    order = sorted(groups)
    published = [[int(name == each) for each in order] for name in shown] + [[1] * len(order)]
    for name in hidden:
        assert rank(published) < rank([*published, [int(name == each) for each in order]])
    # … nor the only one that fits: claims and fen are whole numbers, and every withheld group has at least one.
    rest_claims = every.claims - sum(each.claims for each in shown.values())
    rest_fen = every.fen - sum(each.fen for each in shown.values())
    assert not hidden or (len(hidden) > 1 and rest_claims > len(hidden) and rest_fen > len(hidden))
    # The sum of all that is withheld can be had, and tells of k parties on either side.
    assert not hidden or not together(groups[name] for name in hidden).small(k)


@given(TABLES, st.integers(3, 6))
def test_a_table_is_only_given_up_where_nothing_else_helps(groups: dict[str, Group], k: int) -> None:
    every = together(groups.values())
    if withheld(groups, k) is None:
        filled_in = sum(1 for each in groups.values() if each.claims)
        assert every.small(k) or every.claims <= filled_in or filled_in < 2


def rank(rows: list[list[int]]) -> int:
    """Of a matrix of whole numbers, exactly."""
    left = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left = [_less(row, pivot, row[column] / pivot[column]) for row in left]
        found += 1
    return found


def _less(row: list[Fraction], pivot: list[Fraction], times: Fraction) -> list[Fraction]:
    return [value - times * own for value, own in zip(row, pivot, strict=True)]


def test_aggregates() -> None:
    world = World()
    suppliers = [world.supplier(size=size) for size in ("small", "small", "small", "micro", "micro")]
    bureaus = [world.payer(kind="department", state_owned=False) for _ in range(3)]
    works = world.payer()
    terms = {"due_on": "2026-12-01", "term_days": None}
    for number, supplier in enumerate(suppliers):
        for bureau in bureaus:
            world.register(supplier.owner, bureau.party, 100 + number, terms=terms)
        world.register(supplier.owner, works.party, 1_000, terms={"due_on": "2026-11-01", "term_days": None})
    found = views.aggregates(world.state, world.now, 3)
    assert (found.k, found.total.claims, found.total.fen) == (3, 20, 3 * 510 + 5_000)
    tables = {table.by: {figure.name: figure for figure in table.figures} for table in found.tables}
    assert list(tables) == ["payer-kind", "supplier-size", "age", "dispute"]
    # One state-owned payer: withheld, and the departments with it, since the total would tell.
    assert (tables["payer-kind"]["department"].fen, tables["payer-kind"]["state-owned"].fen) == (None, None)
    assert tables["payer-kind"]["institution"] == views.Figure("institution", 0, 0)
    # Two micro suppliers likewise; what is late is owed by one payer.
    assert [tables["supplier-size"][size].claims for size in ("large", "medium", "small", "micro")] == [
        0,
        0,
        None,
        None,
    ]
    assert (tables["age"]["not-due"].fen, tables["age"]["1-30"].fen, tables["age"]["31-60"].fen) == (None, None, 0)
    assert tables["dispute"]["undisputed"] == views.Figure("undisputed", 20, 6_530)
    assert views.aggregates(world.state, world.now, 5) == views.Aggregates(5, views.Figure("total", None, None), ())


def test_payers_that_are_only_named_may_all_be_the_same() -> None:
    world = World()
    for number in range(5):
        world.register(world.supplier().owner, None, 100, name=f"{number:064x}")
    assert views.aggregates(world.state, world.now, 3).tables == ()
