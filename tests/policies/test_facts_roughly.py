"""What is told roughly: two figures for one, an estimate at a limit, a fall without its size; and what is not known."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2022, 5, 18)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("公司现有职工45人，做研发的大概四五个，具体得问人事。", "employees", 45),
        ("员工45人，做研发的四五个。", "rnd_staff", None),
        ("员工四五个，做软件的。", "employees", None),
        ("去年營收兩三百萬，員工五六個。", "employees", None),
        ("去年營收兩三百萬，員工五六個。", "annual_revenue_cny", None),
        ("研发人员十五六个，员工一百二三十人。", "rnd_staff", None),
        ("员工百八十号人。", "employees", None),
        ("研发人员四、五个，员工50人。", "rnd_staff", None),
        ("研发人员四、五个，员工50人。", "employees", 50),
        ("借了两三百万，三四年期。", "loan_term_days", None),
        ("利率四五个点，贷了300万。", "loan_rate_pct", None),
        ("Our R&D team is four, maybe five.", "rnd_staff", None),
        ("R&D staff: four-five people; total staff 45.", "rnd_staff", None),
        ("R&D staff: four-five people; total staff 45.", "employees", 45),
        ("We have five or six dozen staff.", "employees", None),
        ("员工四十五个。", "employees", 45),
        ("一九九八年成立。", "established", "1998"),
        ("增长率百分之七八。", "revenue_growth_pct", 7),
        ("研发人员占两三成。", "rnd_staff_pct", 20),
        ("R&D takes two or three per cent of sales.", "rnd_ratio_pct", 2),
        ("R&D takes one or two per cent of sales.", "rnd_ratio_pct", None),
        ("营收涨了一两个点。", "revenue_growth_pct", 2),
        ("Sales grew 4 to 6 per cent.", "revenue_growth_pct", None),
        ("Sales fell three or four per cent.", "revenue_growth_pct", -3),
        ("手上专利三五项。", "patents", 3),
    ],
)
def test_two_neighbouring_figures_are_never_one(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Growth was about 5%, maybe a shade less.", "revenue_growth_pct", OPEN),
        ("Sales grew roughly 5%, give or take.", "revenue_growth_pct", OPEN),
        ("R&D was about 2% of sales, could be a touch below.", "rnd_ratio_pct", OPEN),
        ("We have about 300 people, maybe a few less.", "employees", OPEN),
        ("Revenue growth is somewhere near 5.2%.", "revenue_growth_pct", OPEN),
        ("收入增长差不多5%上下。", "revenue_growth_pct", OPEN),
        ("去年营收涨了5%左右，可能还不到一点。", "revenue_growth_pct", OPEN),
        ("研发占比大概刚好卡在2%。", "rnd_ratio_pct", OPEN),
        ("研發人員占比10%上下吧，沒細算。", "rnd_staff_pct", OPEN),
        ("员工300人左右，可能还差几个。", "employees", OPEN),
        ("Sales grew about 12% last year, give or take.", "revenue_growth_pct", 12),
        ("We have about 60 people, give or take a few.", "employees", 60),
        ("公司大概60人。", "employees", 60),
        ("Sales grew exactly 5% last year.", "revenue_growth_pct", 5),
        ("销售收入比前年增加5.0%，正好压线。", "revenue_growth_pct", 5),
        ("Nobody has worked out profit growth or the R&D share yet.", "profit_growth_pct", OPEN),
        ("The accountant hasn't worked out the R&D share.", "rnd_ratio_pct", OPEN),
    ],
)
def test_an_estimate_at_a_limit_is_open(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "name", "fell"),
    [
        ("Profit was slightly lower than the year before.", "profit_growth_pct", True),
        ("Earnings came out a touch below the previous year.", "profit_growth_pct", True),
        ("We made slightly less profit than the year before.", "profit_growth_pct", True),
        ("Sales were up 3%, profit fell too.", "profit_growth_pct", True),
        ("Sales and profit both fell slightly last year.", "profit_growth_pct", True),
        ("利润比前年略低。", "profit_growth_pct", True),
        ("獲利較前一年稍降。", "profit_growth_pct", True),
        ("营收和利润都下降了。", "profit_growth_pct", True),
        ("去年营收比前年略降。", "revenue_growth_pct", True),
        ("Profit was not lower than the year before.", "profit_growth_pct", False),
        ("Profit growth was lower than the year before.", "profit_growth_pct", False),
        ("Our customer's profit was lower than the year before.", "profit_growth_pct", False),
        ("If profit fell, would we still qualify?", "profit_growth_pct", False),
        ("Profit fell in 2019.", "profit_growth_pct", False),
        ("利润低，日子不好过。", "profit_growth_pct", False),
        ("利润没有下降。", "profit_growth_pct", False),
        ("今年利润可能下降。", "profit_growth_pct", False),
    ],
)
def test_a_fall_without_its_size(text: str, name: str, fell: bool) -> None:
    value = said(text, name)
    assert (isinstance(value, float) and value < 0) is fell


def test_a_fall_is_told_best_by_its_figures() -> None:
    text = "Sales were 19 million last year against 20 million the year before. Sales fell."
    assert said(text, "revenue_growth_pct") is None
    assert said("Profit fell too. Profit was down 8% on the year before.", "profit_growth_pct") == -8


@pytest.mark.parametrize(
    "text",
    [
        "驗收是哪一天合格的，現場的同事離職了，我這裡沒有紀錄。",
        "到底是不是通过市里的平台订的，我查不到记录。",
        "做研发的有多少，具体得问人事。",
        "利率多少得问财务。",
        "合同签的日期我没翻到。",
        "前任会计走了，账没交接。",
        "是否入选人才计划，手边没有文件，答不上来。",
        "去年利润增长多少财务那边还没算。",
        "是不是逾期過，唔清楚。",
        "The paperwork on the old loan went with our old accountant.",
        "Whether it was booked through the platform I'd have to ask.",
        "I can't put my hand on the acceptance certificate.",
        "Does it have the certificate? I'll need to check with the office.",
        "The day of the inspection is not written down anywhere.",
        "R&D share: no figures to hand.",
        "Our old accountant took the files with him.",
    ],
)
def test_words_of_not_knowing(text: str) -> None:
    assert left_open(text, DAY).words


@pytest.mark.parametrize(
    "text",
    [
        "我们没有违规记录，也没有逾期记录。",
        "查不到任何失信记录。",
        "我得问老板要不要申请。",
        "We need to ask the bank for a loan of 2 million.",
        "I'd have to ask what papers are needed.",
        "We don't have the certificate here in Wuxi.",
        "我们不是科技企业，就是做餐饮的。",
        "也不是什么科技企业，就是开面馆的。",
        "财务还没给我们发工资。",
    ],
)
def test_words_that_leave_nothing_open(text: str) -> None:
    assert not left_open(text, DAY).words


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("这些服务到底是不是通过市里或区里的中小企业公共服务平台订的。", "through_platform", OPEN),
        ("究竟是不是合作银行放的款，还要问客户经理。", "partner_institution", OPEN),
        ("我們到底是不是高新技術企業啊？", "high_tech_certified", OPEN),
        ("也不是什么科技企业，就是做餐饮的。", "tech_enterprise", False),
        ("我們又不是什麼高新技術企業，就是個小店。", "high_tech_certified", False),
        ("We are not any kind of tech company.", "tech_enterprise", False),
        ("我们不是高企。", "high_tech_certified", False),
    ],
)
def test_a_question_opens_and_a_plain_no_denies(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
