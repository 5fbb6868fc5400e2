"""The second reader: what it adds on texts that it did not learn from, what it must not say, and its file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pytest

from policies.facts import learned, read
from policies.facts.found import Found
from policies.facts.learned import nets
from policies.facts.learned import weights as kept
from policies.facts.learned.referee import Clauses, unlikely, upheld
from policies.facts.learned.sense import Sense
from policies.facts.learned.signs import Signs, figures
from policies.facts.recognisers import by_recognisers
from policies.facts.scope import Page
from policies.facts.unsettled import SAID_UNKNOWN
from policies.meaning import vectors
from tests.policies import goals, lessons

DAY = date(2022, 11, 14)
HELD = lessons.held()


def test_the_weights_are_those_of_the_texts_beside_them() -> None:
    assert kept.shipped().taught == lessons.fingerprint(), "texts changed: run `make weights`"


@pytest.mark.parametrize(("by_meaning", "least_read", "least_right"), [(False, 0.11, 0.84), (True, 0.22, 0.84)])
def test_it_reads_what_recognisers_leave_and_is_seldom_wrong(
    by_meaning: bool, least_read: float, least_right: float
) -> None:
    """268 paragraphs kept out of all learning: how much is read of what recognisers leave, and how much of what it says
    is labelled so. By meaning twice as much is read as by words."""
    counts: Counter[str] = Counter()
    for one in HELD:
        known = {each.name for each in one.read}
        stated = {name: value for name, value in (one.facts or {}).items() if name not in known}
        said = {each.name: each.value for each in _view(one, by_meaning=by_meaning).find(one.read)}
        counts["left"] += sum(value is not None and name not in goals.LEFT_ALONE for name, value in stated.items())
        counts["right"] += sum(name in stated and stated[name] == value for name, value in said.items())
        counts["said"] += len(said)
    assert len(HELD) == 268
    assert counts["right"] >= counts["left"] * least_read, counts
    assert counts["right"] >= counts["said"] * least_right, counts


def _view(one: lessons.Lesson, *, by_meaning: bool) -> learned.View:
    return learned.view(one.page, one.read, partial(vectors.passage, one.text) if by_meaning else None)


@pytest.mark.parametrize("by_meaning", [False, True])
def test_it_says_nothing_of_what_was_read_or_left_open(by_meaning: bool) -> None:
    for one in HELD[:40]:
        view = _view(one, by_meaning=by_meaning)
        names = [each.name for each in view.find(one.read)]
        assert not {each.name for each in one.read} & set(names)
        assert len(names) == len(set(names))
        everything = [*one.read, *(Found(name, None, 0, 0) for name in lessons.names())]
        assert not list(view.find(everything))


# --- what recognisers told, looked at again --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        # two statements exclude each other, and only one is meant
        (
            "银川的有限公司，高企。跟科技厅签约的合作行给了200万信用贷，一年期，如期还完。没有失信，自治区其他钱一分没拿。",
            "other_regional_funding",
            False,
        ),
        (
            "銀川的有限公司，高企。跟科技廳簽約的合作行給了200萬信用貸，一年期，如期還完。沒有失信，自治區其他錢一分沒拿。",
            "other_regional_funding",
            False,
        ),
        (
            "Our limited company in Yinchuan, 40 staff, had a loan of 2 million drawn in April 2021 from a bank in the "
            "science-finance partnership, repaid on time.",
            "legal_person",
            True,
        ),
        # two that are both meant stay apart
        ("银川的有限公司，高企，员工5人，员工600人。", "employees", None),
    ],
)
def test_of_statements_that_exclude_each_other_the_one_that_is_meant_stands(
    text: str, fact: str, value: bool | None
) -> None:
    assert fact in {one.name for one in read(text, DAY).doubts}
    assert {one.name: one.value for one in read(text, DAY, vectors.passage).facts}.get(fact) == value


def test_without_vectors_what_was_told_stands() -> None:
    for one in HELD[:20]:
        assert _view(one, by_meaning=False).upheld(one.read) == list(one.read)
        mended = _view(one, by_meaning=True).upheld(one.read)
        assert {each.name for each in mended} <= {each.name for each in one.read}


LATE, LATER = Found("loan_overdue", None, 0, 4, 2), Found("loan_overdue", False, 20, 24, 2)
TITLE, NO_TITLE = Found("tech_sme", True, 0, 4), Found("tech_sme", False, 0, 4)
UNKNOWN = Found("loan_overdue", None, 0, 4, SAID_UNKNOWN)
BANK = Found("loan_kind", "bank", 0, 4)


@pytest.mark.parametrize(
    ("told", "likely", "open_", "value"),
    [
        # a bar that a clause means stands in place of what leaves it open, whatever is said of the rest
        ((LATE, LATER), {("loan_overdue", True): 0.9, ("loan_overdue", False): 0.9}, (), {True}),
        ((LATE,), {("loan_overdue", True): 0.8}, (), {None}),
        # what helps is not settled, nor what the writer says not to know
        ((LATE,), {("loan_overdue", False): 0.99}, (), {None}),
        ((UNKNOWN,), {("loan_overdue", True): 0.99}, (), {None}),
        ((LATE,), {("loan_overdue", True): 0.99}, ("loan_overdue",), {None}),
        # what a clause hardly means falls where it surely means another thing; a denied title is not given back
        ((TITLE,), {("tech_sme", False): 0.9}, (), {False}),
        ((TITLE,), {("tech_sme", False): 0.9, ("tech_sme", True): 0.1}, (), {True, None}),
        ((TITLE,), {("tech_sme", False): 0.9, ("tech_sme", True): 0.7}, (), {True}),
        ((TITLE,), {("tech_sme", False): 0.7}, (), {True}),
        ((NO_TITLE,), {("tech_sme", True): 0.99}, (), {False}),
        ((BANK,), {("loan_kind", "personal"): 0.9, ("loan_kind", "non-bank"): 0.3}, (), {"personal"}),
        # nothing was learnt of it
        ((Found("listed", True, 0, 4),), {}, (), {True}),
    ],
)
def test_what_clauses_mean_in_place_of_what_was_told(
    told: tuple[Found, ...], likely: dict[tuple[str, object], float], open_: tuple[str, ...], value: set[object]
) -> None:
    classes: list[tuple[str, object]] = [(name, yes) for name in ("loan_overdue", "tech_sme") for yes in (True, False)]
    classes += [("loan_kind", kind) for kind in ("bank", "personal", "non-bank")]
    known = replace(_known(), clause_classes=classes)
    row = np.array([[likely.get(each, 0.0) for each in classes]], np.float32)
    clauses = Clauses(Page("one clause and no more of it", DAY), known, [0], row)
    assert {one.value for one in clauses.mended(told, open_)} == value


@pytest.mark.parametrize(
    ("share", "value"),
    [(0.95, {True}), (0.75, {False, None}), (0.3, {False})],
)
def test_a_bar_that_another_clause_may_mean(share: float, value: set[object]) -> None:
    """ "The principal was back in time. Only the December interest went out twelve days after the bank's date." """
    page = Page("the principal was back in time. only the interest was not", DAY)
    classes: list[tuple[str, object]] = [("loan_overdue", True), ("loan_overdue", False)]
    known = replace(_known(), clause_classes=classes)
    clauses = Clauses(page, known, [0, 1], np.array([[0.1, 0.9], [share, 0.1]], np.float32))
    assert {one.value for one in clauses.mended([Found("loan_overdue", False, 4, 8, 2)], ())} == value


@pytest.mark.parametrize(
    ("name", "value", "stands"),
    [
        ("loan_amount_cny", 20_000, False),  # the words beside it surely state nothing
        ("loan_amount_cny", -20_000, True),  # figures are learnt without their sign
        ("bandwidth_fee_cny", 20_000, True),  # nothing was learnt of it
    ],
)
def test_a_figure_that_surely_means_something_else(name: str, value: int, stands: bool) -> None:
    text = "the bill of RMB 20,000 is not ours"
    page = Page(text, DAY)
    table = kept.Table({"k:sum": 0}, np.array([[127, 0], [0, 0]], np.int8), np.zeros(2, np.int16))
    wide = nets.Net(np.zeros((2_079, 3)), np.zeros(3), np.zeros((3, 2)), np.array([9.0, -9.0]))  # type: ignore[arg-type]
    known = replace(_known(), figure_classes=[kept.NOTHING, "loan_amount_cny"], figures=table, figure_net=wide)
    signs = Signs(page)
    told = [Found(name, value, signs.figures[0].start, signs.figures[0].end)]
    sense = Sense(page, signs, known, vectors.passage(text), (), (0,))
    hardly = unlikely(signs, known, told)
    assert upheld(page, signs, sense, known, told, hardly) == (told if stands else [])


def test_a_plain_need_is_not_looked_at_by_meaning() -> None:
    def never() -> vectors.Passage:
        raise AssertionError("a need was encoded to read its facts")

    page = Page("我们是北京的面包店，想贷款", DAY)
    assert learned.view(page, by_recognisers(page), never).sense is None


def test_what_a_sentence_of_doubt_may_speak_of_stays_open() -> None:
    told = "海淀的小型企业，2014年2月借了银行200万信用贷款，一年期，已按期还清。"
    near = f"{told}放款的支行在海淀。"
    unsure = f"{told}放款的支行刚好在两区交界，当时算海淀还是西城我不清楚。"
    assert "lender_in_district" in {one.name for one in read(near, DAY, vectors.passage).facts}
    assert "lender_in_district" not in {one.name for one in read(unsure, DAY, vectors.passage).facts}


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
    names = [kept.NOTHING, "premium_cny"]
    return kept.Weights(names, ranges, {"sum": [0, 1]}, figure, classes, clauses, "", _net(2), _net(len(classes)))


def _net(classes: int) -> nets.Net:
    """A net that says nothing of anything."""
    return nets.Net(np.zeros((4, 3)), np.zeros(3), np.zeros((3, classes)), np.full(classes, -9.0))  # type: ignore[arg-type]


def _said(text: str, known: kept.Weights) -> dict[str, object]:
    return {one.name: one.value for one in learned.view(Page(text, DAY), (), known=known).find(())}


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
    order = np.random.default_rng(1)
    net = nets.Net(*(order.normal(0, 1, shape).astype(np.float32) for shape in ((4, 3), (3,), (3, 2), (2,))))
    both = {"figure_net": net, "clause_net": net}
    data = kept.packed(about, {"figures": table, "clauses": table}, both)
    assert data == kept.packed(about, {"figures": table, "clauses": table}, both)
    known = kept.parsed(data)
    rows = order.normal(0, 0.1, (5, 4)).astype(np.float32)
    assert np.abs(known.clause_net.sums(rows) - net.sums(rows)).max() < 0.05
    assert [sum(each.values()) for each in known.of_figures([("sum", []), ("day", [])], rows[:2])] == pytest.approx(
        [1, 1]
    )
    assert known.of_figures([]) == []
    assert known.clauses.sums([["a", "b", "b", "c"], []]).round(2).tolist() == [[-2.5, -5.35], [-3.0, 0.0]]
    assert known.clauses.sums([]).shape == (0, 2)
    assert known.of_figures([("sum", ["b"])])[0]["premium_cny"] > 0.9
    assert known.of_figures([("day", ["b"])]) == [{"none": 1.0}]
    assert known.of_clauses([["b"], ["a"]], 0.7) == [[("listed", False)], []]


def test_what_it_reads_shows_its_words() -> None:
    found = 0
    for one in HELD:
        told = {each.name for each in by_recognisers(one.page)}
        for fact in read(one.text, one.as_of, vectors.passage).facts:
            if fact.name not in told:
                found += 1
                assert fact.text == one.text[fact.span[0] : fact.span[1]]
                assert fact.text.strip()
    assert found
