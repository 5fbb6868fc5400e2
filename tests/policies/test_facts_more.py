"""Facts about belonging, fees, projects, investment and wishes: stated, denied, left open and somebody else's.

A case of `facts_more.jsonl` has a `fact`, a `value` (null: a doubt is expected; with `never`: nothing may be stated),
and `texts` in three scripts. `facts_second.jsonl` holds whole texts; its half `unseen` was never tuned on.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from policies.facts import Conflict, Reading, read
from tests.policies.test_facts_bars import DATA, cases, check

AS_OF = date(2026, 11, 22)


def rows(part: str) -> list[dict[str, Any]]:
    lines = (DATA / "facts_second.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["part"] == part]


def reading(row: dict[str, Any]) -> Reading:
    return read(row["text"], date.fromisoformat(row.get("as_of", AS_OF.isoformat())))


def said(conflict: Conflict) -> tuple[str, str, list[tuple[object, str]]]:
    return conflict.name, conflict.reason, [(fact.value, fact.text) for fact in conflict.said]


def f1(part: str) -> float:
    """F1 over every fact of the vocabulary: a fact that is not in the row counts as an error."""
    right: Counter[str] = Counter()
    for row in rows(part):
        got = {fact.name: fact.value for fact in reading(row).facts}
        right["both"] += sum(got.get(name) == value for name, value in row["facts"].items())
        right["said"] += len(got) + len(row["facts"])
    return 2 * right["both"] / right["said"]


@pytest.mark.parametrize(("case", "text"), cases("facts_more.jsonl"))
def test_belonging_fees_and_projects(case: dict[str, Any], text: str) -> None:
    check(case, text, AS_OF)


@pytest.mark.parametrize("row", rows("tune"), ids=lambda row: row["id"])
def test_whole_texts(row: dict[str, Any]) -> None:
    got = reading(row)
    assert {fact.name: fact.value for fact in got.facts} == row["facts"]
    assert [c.name for c in got.conflicts if c.reason == "contradicted"] == row.get("conflicts", [])
    assert [c.name for c in got.conflicts if c.reason == "impossible"] == row.get("impossible", [])
    assert set(row.get("open", [])) <= {doubt.name for doubt in got.doubts}


def test_unseen_texts_stay_above_their_bar() -> None:
    assert f1("unseen") >= 0.85


@pytest.mark.parametrize(
    ("text", "conflict"),
    [
        ("5 people, 600 staff", ("employees", "contradicted", [(5, "5 people"), (600, "600 staff")])),
        ("員工五人，員工六百人。", ("employees", "contradicted", [(5, "五人"), (600, "六百人")])),
        (
            "去年营收3000万。去年营收5000万。",
            ("annual_revenue_cny", "contradicted", [(30_000_000, "3000万"), (50_000_000, "5000万")]),
        ),
        ("2018年成立，公司成立于2019年。", ("established", "contradicted", [("2018", "2018年"), ("2019", "2019年")])),
        ("研发占营收3%，研发占营收5%。", ("rnd_ratio_pct", "contradicted", [(3, "3%"), (5, "5%")])),
        ("我们是高企。我们不是高企。", ("high_tech_certified", "contradicted", [(True, "高企"), (False, "高企")])),
        ("员工-5人", ("employees", "impossible", [(-5, "-5人")])),
        ("員工負五人", ("employees", "impossible", [(-5, "負五人")])),
        ("0 people", ("employees", "impossible", [(0, "0 people")])),
        ("研发人员占300%", ("rnd_staff_pct", "impossible", [(300, "300%")])),
        ("去年营收10^20元", ("annual_revenue_cny", "impossible", [(10**20, "10^20元")])),
        ("Revenue was 1e20 yuan last year.", ("annual_revenue_cny", "impossible", [(10**20, "1e20 yuan")])),
        ("营收10的20次方元", ("annual_revenue_cny", "impossible", [(10**20, "10的20次方元")])),
        ("公司2100年成立", ("established", "impossible", [("2100", "2100年")])),
        ("We were founded in 2100.", ("established", "impossible", [("2100", "2100")])),
        ("去年營收負三百萬", ("annual_revenue_cny", "impossible", [(-3_000_000, "負三百萬")])),
        ("贷款利率300%，借了100万", ("loan_rate_pct", "impossible", [(300, "300%")])),
    ],
)
def test_contradictions_and_impossible_figures_are_told(text: str, conflict: tuple[str, str, list[Any]]) -> None:
    got = read(text, AS_OF)
    name, reason, statements = conflict
    assert name not in {fact.name for fact in got.facts}
    if statements:
        assert said(got.conflicts[0]) == conflict
        assert all(text[one.span[0] : one.span[1]] == one.text for one in got.conflicts[0].said)
    assert (name in {doubt.name for doubt in got.doubts}) is (reason == "contradicted")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("公司员工80人，不对，是90人。", "employees", 90),
        ("員工八十人，說錯了，九十人。", "employees", 90),
        ("We have 80 staff. Sorry, 90.", "employees", 90),
        ("80 people, no, make that 90.", "employees", 90),
        ("员工80人，不，90人", "employees", 90),
        ("去年营收3000万，说错了，3500万。", "annual_revenue_cny", 35_000_000),
        ("Revenue was 30 million yuan, correction, 35 million yuan.", "annual_revenue_cny", 35_000_000),
        ("成立于2018年，不对，2019年3月成立。", "established", "2019-03"),
        ("研發占營收3%，更正，5%。", "rnd_ratio_pct", 5),
        ("贷款500万，不对，300万，从工行借的。", "loan_amount_cny", 3_000_000),
    ],
)
def test_who_corrects_himself_is_believed(text: str, name: str, value: object) -> None:
    got = read(text, AS_OF)
    fact = next(fact for fact in got.facts if fact.name == name)
    assert fact.value == value
    assert text[fact.span[0] : fact.span[1]] == fact.text
    assert got.conflicts == ()


def test_a_correction_without_its_unit_leaves_the_figure_open() -> None:
    got = read("去年营收3000万，说错了，2800。", AS_OF)
    assert got.facts == ()


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("营收增长-5%", "revenue_growth_pct", -5),
        ("净资产-200万", "net_assets_cny", -2_000_000),
        ("员工—41人", "employees", 41),
        ("Staff - 41 people", "employees", 41),
        ("成立于2018年，2018年3月15日成立。", "established", "2018-03-15"),
        ("不好意思，我们有60人，去年营收4000万。", "employees", 60),
        ("员工80人，负债300万。", "employees", 80),
        ("一车间20人，二车间30人，员工总共50人。", "employees", 50),
        ("研发费用是收入的0.9倍，90%。研发占收入90%。", "rnd_ratio_pct", 90),
    ],
)
def test_what_only_looks_wrong_is_taken(text: str, name: str, value: object) -> None:
    got = read(text, AS_OF)
    assert {fact.name: fact.value for fact in got.facts}.get(name) == value
    assert got.conflicts == ()
