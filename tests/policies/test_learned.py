"""The second reader: what it adds on texts that it did not learn from, what it must not say, and its file."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest

from policies.facts import learned, read
from policies.facts.extract import by_recognisers
from policies.facts.found import Found
from policies.facts.learned import weights as kept
from policies.facts.learned.signs import Signs, figures
from policies.facts.scope import Page
from tests.policies import lessons, teach

DAY = date(2022, 11, 14)
HELD = lessons.held()


def test_the_weights_are_those_of_the_texts_beside_them() -> None:
    assert kept.shipped().taught == lessons.fingerprint(), "texts changed: run `make weights`"


def test_it_reads_what_recognisers_leave_and_is_seldom_wrong() -> None:
    """75 paragraphs kept out of all learning: of what recognisers do not read, an eighth at least, and four in five of
    what it says is labelled so."""
    counts: Counter[str] = Counter()
    for one in HELD:
        known = {each.name for each in one.read}
        stated = {name: value for name, value in (one.facts or {}).items() if name not in known}
        said = {each.name: each.value for each in learned.find(one.page, one.read)}
        counts["left"] += sum(value is not None and name not in teach.LEFT_ALONE for name, value in stated.items())
        counts["right"] += sum(name in stated and stated[name] == value for name, value in said.items())
        counts["said"] += len(said)
    assert len(HELD) == 75
    assert counts["right"] >= counts["left"] / 8, counts
    assert counts["right"] >= counts["said"] * 0.8, counts


def test_it_says_nothing_of_what_was_read_or_left_open() -> None:
    for one in HELD:
        names = [each.name for each in learned.find(one.page, one.read)]
        assert not {each.name for each in one.read} & set(names)
        assert len(names) == len(set(names))
        everything = [Found(name, None, 0, 0) for name in lessons.names()]
        assert not list(learned.find(one.page, everything))


def _known(**sure: str) -> kept.Weights:
    """Weights by which any clause with a word, or any sum beside one, states a fact for certain."""
    classes = [(fact, True) for fact in sure]
    signs = [f"0:{word}" for word in sure.values()]
    clauses = kept.Table(
        {sign: row for row, sign in enumerate(signs)},
        np.vstack([np.eye(len(signs), dtype=np.int8) * 127, np.zeros((1, len(signs)), np.int8)]),
        np.full(len(signs), -20, np.int16),
    )
    figure = kept.Table({"k:sum": 0}, np.array([[0, 127], [0, 0]], np.int8), np.zeros(2, np.int16))
    ranges = {"premium_cny": (1_000.0, 100_000.0)}
    return kept.Weights([kept.NOTHING, "premium_cny"], ranges, {"sum": [0, 1]}, figure, classes, clauses, "")


def _said(text: str, known: kept.Weights) -> dict[str, object]:
    return {one.name: one.value for one in learned.find(Page(text, DAY), (), known)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the gadget is sealed", True),
        ("is the gadget sealed?", None),
        ("我们有gadget吗", None),
        ("if the gadget were sealed", None),
        ("our customer's gadget is sealed and they keep it", None),
        ("nobody knows whether the gadget is sealed", None),
    ],
)
def test_a_clause_states_only_what_it_says_of_us_for_certain(text: str, value: bool | None) -> None:
    assert _said(text, _known(listed="gadget")).get("listed") is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("they billed us RMB 20,000", 20_000),
        ("they billed us about RMB 20,000 or more", None),  # a bound is no figure
        ("they billed us RMB 20 million", None),  # far from any that was learnt
        ("if they bill us RMB 20,000", None),
        ("RMB 20,000 in May and RMB 30,000 in June", None),  # two answers
        ("it took 20 days", None),  # no kind that was learnt
    ],
)
def test_a_figure_is_taken_where_it_is_exact_usual_and_the_only_one(text: str, value: int | None) -> None:
    assert _said(text, _known(listed="gadget")).get("premium_cny") == value


def test_figures_stand_for_their_kind_in_signs() -> None:
    page = Page("On 15 May 2021 we borrowed RMB 6.4 million at 4.9% for two years; 86 of us, in May. 五月借的", DAY)
    kinds = [(one.kind, str(one.value)) for one in figures(page)]
    assert ("day", "2021-05-15") in kinds
    assert ("sum", "6400000.0") in kinds
    assert ("term", "720") in kinds
    assert not any(kind == "term" and value == "150" for kind, value in kinds)  # 五月 is no term
    signs = Signs(page)
    place = next(place for place, one in enumerate(signs.figures) if one.kind == "sum")
    assert "Lnc:borrowed" in signs.of_figure(place)
    assert not any("6.4" in sign or "million" in sign for sign in signs.of_figure(place))
    assert "0:we_borrowed_Ⓜ" in signs.of_clause(0)


def test_the_file_is_repeatable_and_reads_back() -> None:
    table = (["a", "b"], np.array([[0.5, -9.0], [0.0, 1.0]]), np.array([-3.0, 0.0]))
    about = {
        "figures": ["none", "premium_cny"],
        "kinds": {"sum": [0, 1]},
        "ranges": {"premium_cny": [1, 2]},
        "clauses": [["listed", True], ["listed", False]],
        "taught": "x",
    }
    data = kept.packed(about, {"figures": table, "clauses": table})
    assert data == kept.packed(about, {"figures": table, "clauses": table})
    known = kept.parsed(data)
    assert known.clauses.sums([["a", "b", "b", "c"], []]).round(2).tolist() == [[-2.5, -5.35], [-3.0, 0.0]]
    assert known.clauses.sums([]).shape == (0, 2)
    assert known.of_figures([("sum", ["b"]), ("day", ["b"])])[0][0] == "premium_cny"
    assert known.of_figures([("day", ["b"])]) == [("none", 1.0)]
    assert known.of_clauses([["b"], ["a"]], 0.7) == [[("listed", False)], []]


def test_what_it_reads_shows_its_words() -> None:
    found = 0
    for one in HELD:
        told = {each.name for each in by_recognisers(one.page)}
        for fact in read(one.text, one.as_of).facts:
            if fact.name not in told:
                found += 1
                assert fact.text == one.text[fact.span[0] : fact.span[1]]
                assert fact.text.strip()
    assert found
