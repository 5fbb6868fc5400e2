"""What a draft proposes: figures, conditions, dates, issuer, place, flags; each with the words it was read in."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policies.importer import HEADER, Import, build, dump, read, split
from policies.importer.conditions import propose
from policies.importer.figures import find, level
from policies.importer.places import named
from policies.loader import SHIPPED, load_vocabulary

DATA = Path(__file__).parent / "data" / "import"
AT = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
FACTS = load_vocabulary(SHIPPED / "vocabulary").facts


def draft(name: str, part: int = 0) -> dict[str, Any]:
    source = read(DATA / name)
    parts = split(source.lines)
    return build(source, parts[part], Import("林", AT), FACTS, [each for each in parts if each is not parts[part]])


def said(text: str) -> dict[str, Any]:
    """The head of a draft made of these lines."""
    return dict(_draft_of(text)["document"])


def _draft_of(text: str) -> dict[str, Any]:
    source = read(DATA / "prose.txt")
    return build(source, split(text.split("\n"))[0], Import("林", AT), FACTS)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("不超过5万元", "50000", "cny"), ("１.２亿元", "120000000", "cny"), ("五十万元", "500000", "cny"),
        ("300萬元", "3000000", "cny"), ("RMB 2 million", "2000000", "cny"), ("¥1,250,000.50元", "1250000.50", "cny"),
        ("12.5%", "12.5", "pct"), ("百分之三十", "30", "pct"), ("5‰", "0.5", "pct"),
        ("forty per cent", "40", "pct"), ("3个百分点", "3", "pct"), ("十五日内", "15", "days"),
        ("10个工作日", "10", "workdays"), ("六个月", "6", "months"),
        ("2年以上", "2", "years"), ("200人以下", "200", "people"), ("二百名职工", "200", "people"),
        ("30 days", "30", "days"), ("1000家", "1000", "count"), ("twelve months", "12", "months"),
    ],
)  # fmt: skip
def test_figures(text: str, value: str, unit: str) -> None:
    (figure,) = find(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)
    assert text[figure.start : figure.end].strip() == figure.words


@pytest.mark.parametrize(
    "text",
    ["2024年3月1日", "二〇二四年三月", "第三条第二款", "宁云财发〔2024〕17号", "“十四五”规划", "2013-2015年",
     "第88次会议", "人民币", "上年度", "一家小店", "Article 12", "3月31日前"],
)  # fmt: skip
def test_what_is_no_figure_of_a_policy(text: str) -> None:
    assert find(text) == ()


@given(st.text(max_size=80))
def test_level_keeps_places(text: str) -> None:
    assert len(level(text)) == len(text)
    for figure in find(text):
        assert text[figure.start : figure.end].strip() == figure.words


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("职工人数不超过20人", {"fact": "employees", "op": "<=", "value": 20}),
        ("职工应在200人以下", {"fact": "employees", "op": "<=", "value": 200}),
        ("從業人員少於10人", {"fact": "employees", "op": "<", "value": 10}),
        ("no more than 12 employees", {"fact": "employees", "op": "<=", "value": 12}),
        ("上年度营业收入超过300万元", {"fact": "annual_revenue_cny", "op": ">", "value": 3000000}),
        ("净资产不低于100万元", {"fact": "net_assets_cny", "op": ">=", "value": 1000000}),
        ("成立满2年", {"fact": "age_years", "op": ">=", "value": 2}),
        ("成立不超过5年", {"fact": "age_years", "op": "<=", "value": 5}),
        ("established for at least 3 years", {"fact": "age_years", "op": ">=", "value": 3}),
        ("科技人员占职工总数的比例应在10%以上", {"fact": "rnd_staff_pct", "op": ">=", "value": 10}),
        ("研发费用占收入不低于2.5%", {"fact": "rnd_ratio_pct", "op": ">=", "value": "2.5"}),
        ("营业收入或净资产在2000万元以下", {"any": [
            {"fact": "annual_revenue_cny", "op": "<=", "value": 20000000},
            {"fact": "net_assets_cny", "op": "<=", "value": 20000000}]}),
        ("在银川市登记注册", {"fact": "region", "op": "within", "value": "CN-64/yinchuan"}),
        ("registered in Beijing", {"fact": "region", "op": "within", "value": "CN-11"}),
        ("属于高新技术企业", {"fact": "high_tech_certified", "op": "=", "value": True}),
        ("近一年没有失信记录", {"fact": "serious_dishonesty", "op": "=", "value": False}),
    ],
)  # fmt: skip
def test_conditions(text: str, when: dict[str, Any]) -> None:
    (proposal,) = propose(text, find(text), FACTS)
    assert proposal.when == when
    assert proposal.words in text
    assert proposal.label.zh
    assert proposal.label.en


@pytest.mark.parametrize(
    "text", ["年度补助不超过50万元", "资产总额2亿元的企业，补助不超过50万元", "自受理起10日内", "收取1%管理费"]
)
def test_sums_that_are_given_are_no_conditions(text: str) -> None:
    assert propose(text, find(text), FACTS) == ()


def test_conditions_of_an_article_stand_in_its_draft() -> None:
    made = draft("yunling.md")
    article = made["articles"][2]
    assert [each["condition"]["id"] for each in article["draft"]["conditions"]] == [
        "employees", "annual-revenue", "age-years", "serious-dishonesty", "registered",
    ]  # fmt: skip
    assert article["draft"]["conditions"][0]["words"] == "（二）职工人数不超过20人"


def test_the_head_of_a_measure() -> None:
    made = draft("yunling.md")
    document = made["document"]
    assert document["id"] == "ningxia-2024-17"
    assert document["title"] == {"zh": "宁夏云岭小店周转金管理暂行办法", "en": ""}
    assert document["number"] == "宁云财发〔2024〕17号"
    assert document["issuer"]["zh"] == "宁夏云岭市财政局"
    assert (document["kind"], document["jurisdiction"]) == ("measure", "CN-64")
    assert (document["published"], document["validity"]["from"]) == (dt.date(2024, 1, 15), dt.date(2024, 3, 1))
    assert document["validity"]["note"]["en"] == "a temporary measure; its end is not stated"
    words = {each["field"]: each["words"] for each in made["draft"]["proposed"]}
    assert words["validity.from"] == "自2024年3月1日起施行"
    assert words["published"] == "2024年1月15日"


def test_three_years_from_the_first_day() -> None:
    document = draft("yunling-2026.md")["document"]
    assert document["validity"]["until"] == dt.date(2029, 3, 31)
    assert document["validity"]["note"] is None


def test_the_head_in_english() -> None:
    document = draft("harbour.txt")["document"]
    assert document["title"] == {"zh": "", "en": "Grants for Harbour Workshops"}
    assert document["issuer"]["en"] == "Port Meridian Trade Office"
    assert document["published"] == dt.date(2024, 3, 1)
    assert (document["validity"]["from"], document["validity"]["until"]) == (dt.date(2024, 4, 1), dt.date(2027, 3, 31))


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("第二条 本办法自2020年9月1日起施行。", "2020-09-01", None),
        ("第二条 本办法自二〇二〇年九月一日起施行。", "2020-09-01", None),
        ("第二条 自2020年9月1日起实施，有效期至2025年12月31日。", "2020-09-01", "2025-12-31"),
        ("第二条 自2020年9月1日起实施，至2025年8月31日止。", "2020-09-01", "2025-08-31"),
        ("第二条 自2020年2月29日起实施，试行期1年。", "2020-02-29", "2021-02-28"),
        ("第二条 自发布之日起施行。", "2020-08-15", None),
        ("第二条 自发布之日起三十日后施行，有效期2年。", "2020-09-14", "2022-09-13"),
        ("第二条 另行通知。", None, None),
    ],
)
def test_days_in_force(text: str, since: str | None, until: str | None) -> None:
    validity = said(f"云岭办法\n云岭市财政局\n2020年8月15日\n第一条 小店。\n{text}")["validity"]
    assert [day and day.isoformat() for day in (validity["from"], validity["until"])] == [since, until]


def test_a_date_in_a_clause_is_not_the_day_of_publication() -> None:
    assert said("云岭办法\n第一条 申请在2020年8月15日前交。\n第二条 自2021年1月1日起施行。")["published"] is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("北京市海淀区人民政府", ["CN-11/haidian"]), ("昆山市政府", ["CN-32/suzhou/kunshan"]),
        ("宁夏小店办法", ["CN-64"]), ("小店办法", []),
        ("Regulations of Beijing Municipality", ["CN-11"]), ("国务院", []),
        ("寧夏銀川市", ["CN-64/yinchuan"]),
    ],
)  # fmt: skip
def test_places_in_titles(text: str, codes: list[str]) -> None:
    assert [place.code for place in named(text)] == codes


def flags(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {flag["about"]: flag for flag in made["draft"]["flags"]}


def test_flags() -> None:
    found = flags(draft("yunling.md"))
    assert set(found) == {"end", "catch-all"}
    assert found["catch-all"]["article"] == "ningxia-2024-17/4"
    assert "其他相关材料" in found["catch-all"]["words"]
    assert all(flag["settled"] is None for flag in found.values())
    assert set(flags(draft("harbour.txt"))) == {"kind", "jurisdiction", "catch-all"}
    second = flags(draft("bulletin.txt", 1))
    assert second["section"]["article"] == "bulletin/part-3"
    assert second["more"]["note"].startswith("the file holds another document in lines 1-")


def test_gaps_between_numbers_are_flagged() -> None:
    found = flags(_draft_of("云岭办法\n第二条 甲。\n第五条 乙。"))
    assert "numbers that do not occur: 1, 3, 4" in found["gap"]["note"]


def test_a_draft_is_yaml_that_reads_back_and_keeps_every_word() -> None:
    for name in ("yunling.md", "harbour.txt", "page.html"):
        made = draft(name)
        text = dump(made, HEADER)
        assert yaml.safe_load(text) == made
        for line in filter(None, read(DATA / name).lines):
            assert line in text or line.replace("'", "''") in text or line.split(" ", 1)[-1] in text
    assert made["draft"]["imported"]["by"] == "林"
    assert made["draft"]["imported"]["at"] == "2026-11-22T10:00:00+08:00"
    assert len(made["draft"]["imported"]["sha256"]) == 64


def test_digests_and_asks_are_left_to_people() -> None:
    for article in draft("yunling.md")["articles"]:
        assert article["digest"] == {"zh": "", "en": ""}
        assert article["asks"] == {"zh": [], "en": []}
        assert article["draft"]["text"]


def test_places_of_articles_are_cited_in_both_languages() -> None:
    places = [article["place"] for article in draft("yunling.md")["articles"]]
    assert places[3] == {"zh": "第二章 谁能申请，第三条之一", "en": "Chapter II, article 3-1"}
    assert draft("bulletin.txt", 1)["articles"][0]["place"]["zh"] == "一、条件，(一)注册地点"
