"""Two versions beside each other, and what the corpus covers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.importer import Comparison, Edit, Piece, Version, compare, cover, read, split, state, total
from policies.loader import load_corpus
from policies.types import Validity

DATA = Path(__file__).parent / "data" / "import"


def version(*texts: str, own: bool = False) -> Version:
    return Version("x", tuple(Piece(str(n), text) for n, text in enumerate(texts, 1)), own_words=own)


def from_file(name: str) -> Version:
    (part,) = split(read(DATA / name).lines)
    return Version(name, tuple(Piece(unit.number, unit.text) for unit in part.units))


def test_a_new_version_of_a_measure() -> None:
    found = compare(from_file("yunling.md"), from_file("yunling-2026.md"))
    assert [piece.number for piece in found.added] == ["4"]
    assert [piece.number for piece in found.removed] == ["3-1"]
    assert [(change.old, change.new) for change in found.moved] == [("4", "5"), ("6", "7")]
    assert [(change.old, change.new) for change in found.changed] == [("3", "3"), ("5", "6"), ("7", "8")]
    assert found.changed[0].figures == (Edit("20人", "30人"),)
    assert found.changed[1].figures == (Edit("5万元", "8万元"),)
    assert Edit("2024年3月1日", "2026年4月1日") in found.changed[2].edits
    assert found.same == 2


def test_changed_figures_come_first() -> None:
    old = version("小店每年报一次账，由街道收。", "每家最高五万元，分三次到账。")
    new = version("小店每年交一次账，由街道收。", "每家最高八万元，分三次到账。")
    first, second = compare(old, new).changed
    assert (first.new, second.new) == ("2", "1")
    assert first.figures == (Edit("五万元", "八万元"),)
    assert second.figures == ()
    assert second.edits == (Edit("报", "交"),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("第三条 小店，每家５万元。", "第三条　小店,每家5万元。"),
        ("第三條 小店補貼。", "第三条 小店补贴。"),
        ("小店\n补贴。", "小店补贴。"),
    ],
)
def test_width_script_and_layout_are_no_change(old: str, new: str) -> None:
    assert compare(version(old), version(new)).same == 1


def test_an_article_rewritten_under_its_number_is_changed_not_replaced() -> None:
    old = "小店向街道办事处申请，街道办事处十日内答复，不答复的可以向财政局询问。"
    new = "小店在网上申请，街道办事处五日内答复；材料不齐的一次说清，由本人补交。"
    found = compare(version(old), version(new))
    assert (len(found.changed), found.added, found.removed) == (1, (), ())


def test_nothing_alike() -> None:
    found = compare(version("小店淡季补贴周转金。"), version("The quay is closed at night."))
    assert (len(found.added), len(found.removed), found.changed) == (1, 1, ())
    assert compare(version(), version("a")).added == (Piece("1", "a"),)
    assert compare(version(), version()) == Comparison((), (), (), (), 0)


def test_our_own_words_are_compared_by_their_figures_alone() -> None:
    digest = version("二十人以内的铺子最多拿五万元。", own=True)
    source = version("第一条 职工二十人以内的小店，每家最高八万元。", "第二条 无关。")
    found = compare(digest, source)
    assert found.changed[0].figures == (Edit("五万元", ""), Edit("", "八万元"))
    assert [piece.number for piece in found.added] == ["2"]


@given(st.lists(st.text(min_size=1, max_size=20), max_size=6), st.lists(st.text(min_size=1, max_size=20), max_size=6))
def test_every_article_is_accounted_for_once(old: list[str], new: list[str]) -> None:
    found = compare(version(*old), version(*new))
    paired = len(found.changed) + len(found.moved) + found.same
    assert paired + len(found.added) == len(new)
    assert paired + len(found.removed) == len(old)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=6))
def test_a_version_against_itself(texts: list[str]) -> None:
    found = compare(version(*texts), version(*texts))
    assert (found.added, found.removed, found.changed) == ((), (), ())


@given(st.text("小店补贴5万元 ab", max_size=30), st.text("小店补贴8万元 ab", max_size=30))
def test_edits_lead_from_one_to_the_other(old: str, new: str) -> None:
    """Length is kept: what the edits take out and put in is the difference of the two."""
    for change in compare(version("第一条 " + old), version("第一条 " + new)).changed:
        taken, put = (sum(len(getattr(edit, side)) for edit in change.edits) for side in ("old", "new"))
        assert taken <= len(old)
        assert put <= len(new)


# --- coverage --------------------


def test_coverage_counts_what_the_corpus_has() -> None:
    corpus = load_corpus()
    rows = cover(corpus, dt.date(2026, 11, 22))
    every = total(rows)
    assert [row.id for row in rows] == list(corpus.documents)
    assert every.articles == len(corpus.articles)
    assert every.examples == sum(len(article.examples) for article in corpus.articles.values())
    row = next(row for row in rows if row.id == "nx-techfin-2021")
    assert (row.articles, row.with_conditions, row.with_benefits, row.with_procedure) == (3, 1, 1, 1)
    assert row.state == "in force, end not stated"
    assert row.as_json()["asks_zh"] == row.asks_zh


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, "unknown"),
        ("2026-01-01", None, "in force, end not stated"),
        ("2026-01-01", "2026-12-31", "in force"),
        ("2026-11-22", "2026-11-22", "in force"),
        ("2026-11-23", None, "not yet"),
        ("2026-01-01", "2026-11-21", "expired"),
        (None, "2026-11-21", "expired"),
    ],
)
def test_states(since: str | None, until: str | None, expected: str) -> None:
    days = Validity(*(dt.date.fromisoformat(day) if day else None for day in (since, until)))
    assert state(days, dt.date(2026, 11, 22)) == expected
