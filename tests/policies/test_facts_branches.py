"""Branches of a company, houses that owe us and what is said of them, the focus of a place that a trade fits."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2026, 2, 10))
_HERE = "Our plant in Wuzhong, Ningxia, has 80 people. "


@pytest.mark.parametrize(
    ("text", "legal", "region"),
    [
        (_HERE + "In law it is a branch of our limited company in Lanzhou, Gansu.", False, "CN-62/lanzhou"),
        (_HERE + "We are just a branch with no legal status of a joint-stock company in Xi'an.", False, "CN-61/xian"),
        (_HERE + "It counts as a dependent branch of our Lanzhou company.", False, "CN-62/lanzhou"),
        ("This works is a branch without legal personality of our company seated in Lanzhou.", False, "CN-62/lanzhou"),
        ("我们的厂在宁夏平罗,名义上是甘肃兰州一家有限公司的分公司,没有法人资格。", False, "CN-62/lanzhou"),
        ("我们在宁夏吴忠办厂,法律上是西安某某有限公司的没有法人资格的分公司。", False, "CN-61/xian"),
        ("我們的廠在寧夏平羅,其實是蘭州一家股份有限公司的非法人分支機構。", False, "CN-62/lanzhou"),
        (_HERE + "It is not a branch of our company in Lanzhou but a limited company.", True, "CN-64/wuzhong"),
        (_HERE + "It is a limited company. A customer is a branch of a company in Lanzhou.", True, "CN-64/wuzhong"),
        (_HERE + "It is a limited company. If it were a branch of our company in Lanzhou?", True, "CN-64/wuzhong"),
    ],
)
def test_a_branch_is_its_companys(text: str, legal: object, region: str) -> None:
    assert (said(text, "legal_person"), said(text, "region")) == (legal, region)


def test_a_company_that_tells_of_its_branch_stays_one() -> None:
    text = "Our limited company is registered in Yinchuan. Our plant in Wuzhong is a branch of our company."
    assert said(text, "legal_person") is True
    assert str(said(text, "region")).startswith("CN-64")


_OURS = "We are a small company with 30 people. "
_OURS_ZH = "我们是小型企业，有30人。"


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        (_OURS + "A private stage firm with seven employees, a micro enterprise, owes us RMB 9,000.", "sme"),
        (_OURS + "One caterer of 12 staff, officially a micro business, has not paid us RMB 9,000.", "sme"),
        (_OURS + "We printed flyers for a private gym with 8 employees, a micro firm, which owes us RMB 9,000.", "sme"),
        (_OURS + "Another shop with 15 people, a medium-sized enterprise on paper, never paid us RMB 9,000.", "sme"),
        (_OURS_ZH + "一家民营策划公司，九名员工，属微型企业，欠我们9000元。", "sme"),
        ("我們是小型企業，有30人。一家民營印刷廠，十二個人，屬小型企業，至今沒付我們貨款9000元。", "sme"),
        (_OURS + "A dealer with 900 employees, not a small firm, owes us RMB 9,000.", None),
        (_OURS + "A dealer said that we, a micro business with 5 people, are slow; nobody owes us anything.", None),
    ],
)
def test_a_house_that_owes_us_is_described(text: str, payer: object) -> None:
    assert said(text, "payer_kind") == payer


@pytest.mark.parametrize(
    "text",
    [
        _OURS + "A private stage firm with seven employees, a micro enterprise, owes us RMB 9,000.",
        _OURS_ZH + "一家民营策划公司，九名员工，属微型企业，欠我们9000元。",
    ],
)
def test_its_heads_and_size_are_not_ours(text: str) -> None:
    assert (said(text, "size"), said(text, "employees")) == ("small", 30)


def test_heads_of_a_debtor_alone_are_nobodys() -> None:
    text = "We are a small company. A private agency with nine employees, a micro business, owes us RMB 9,000."
    assert (said(text, "size"), said(text, "employees")) == ("small", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our Kunshan company makes stents, which fits the local medical focus.", True),
        ("Our work on batteries is in line with the district's new energy focus.", True),
        ("We make sensors; this falls within the city's robotics priorities.", True),
        ("Our firm matches Kunshan's optics focus; we fit the zone's focus.", True),
        ("我们做肾病新药，符合当地重点发展的生物医药方向。", True),
        ("我们做传感器，属于昆山主攻的机器人产业。", True),
        ("我們做電池，契合園區聚焦的新能源領域。", True),
        ("We make toys and do not fit the local biomedicine focus.", False),
        ("Our customer fits the local biomedicine focus.", None),
        ("Does our work fit the local biomedicine focus?", OPEN),
        ("If our trade fits the local biomedicine focus, what then?", None),
        ("Our focus is on drugs.", None),
    ],
)
def test_the_focus_of_a_place(text: str, value: object) -> None:
    told = said(text, "leading_industry")
    assert told == value or (value is None and told is OPEN) or (value is OPEN and told is None)
