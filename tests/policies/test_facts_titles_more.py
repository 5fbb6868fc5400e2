"""Titles denied in a body, growth told by a bound, fitness for a talent programme, and what is no technology firm."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
import yaml

from policies.facts.bounds import ENOUGH
from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)
CORPUS = Path(__file__).parents[2] / "policies" / "corpus"


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        ("We have no regional title.", "little_giant", False),
        ("We don't hold any regional titles.", "innovation_demonstration", False),
        ("We have no regional title.", "tech_sme", None),
        ("自治区的称号一个都没有", "little_giant", False),
        ("沒有任何自治區級的稱號", "agricultural_high_tech", False),
        ("沒有任何自治區級的稱號", "high_tech_certified", None),
        ("We are a little giant and hold no other regional title.", "little_giant", True),
        ("We are a little giant and hold no other regional title.", "high_tech_certified", None),
        ("We are a technology SME; beyond that we have no titles.", "high_tech_certified", False),
        ("除此之外没有任何称号，就是科技型中小企业", "little_giant", False),
        ("All our titles have lapsed.", "tech_sme", False),
        ("我们的称号都过期了", "tech_sme", False),
        ("ISO的几张证书都过期了", "tech_sme", None),
        ("All our customers' titles have lapsed.", "tech_sme", None),
        ("If we have no regional title, are we out?", "little_giant", None),
        ("We are not sure we have no regional title.", "little_giant", None),
        ("Our customer has no regional title.", "little_giant", None),
        ("没有自治区的财政资金，高企证书有效", "little_giant", None),
    ],
)
def test_titles_denied_in_a_body(text: str, title: str, value: object) -> None:
    assert said(text, title) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("去年利润涨了三成多", "profit_growth_pct", 30),
        ("Sales grew by more than 12% last year.", "revenue_growth_pct", 12),
        ("去年營業額成長一成以上", "revenue_growth_pct", 10),
        ("Earnings rose at least a third last year.", "profit_growth_pct", 33.33),
        ("研發費用佔營收超過3%", "rnd_ratio_pct", 3),
        ("Our profit fell by more than 20% last year.", "profit_growth_pct", -20),
        ("去年利润跌了超过两成", "profit_growth_pct", -20),
        ("Sales last year were over 20% lower than the year before.", "revenue_growth_pct", -20),
        ("Sales grew more than 4% last year.", "revenue_growth_pct", None),
        ("去年营收增长3%以上", "revenue_growth_pct", None),
        ("近两年收入平均每年增长15%以上", "avg_growth_2y_pct", None),
        ("Sales grew by not more than 20% last year.", "revenue_growth_pct", None),
        ("去年收入增长没超过20%", "revenue_growth_pct", None),
        ("去年收入增长将近一成", "revenue_growth_pct", None),
        ("利润可能涨了两成多", "profit_growth_pct", None),
        ("明年收入想增长两成多", "revenue_growth_pct", None),
        ("客户的利润涨了两成多", "profit_growth_pct", None),
    ],
)
def test_a_bound_that_is_enough(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


def test_no_rule_asks_for_more_than_enough() -> None:
    asked = [
        (fact, value)
        for path in CORPUS.glob("*.yaml")
        for fact, value in _thresholds(yaml.safe_load(path.read_text(encoding="utf-8")))
    ]
    assert {fact for fact, _ in asked} == set(ENOUGH)
    assert all(value <= ENOUGH[fact] for fact, value in asked)


def _thresholds(node: object) -> list[tuple[str, float]]:
    """Every share of `ENOUGH` that a rule compares with a figure."""
    if isinstance(node, list):
        return [found for one in node for found in _thresholds(one)]
    if not isinstance(node, dict):
        return []
    here = [(node["fact"], node["value"])] if node.get("fact") in ENOUGH and "op" in node else []
    return here + [found for one in node.values() for found in _thresholds(one)]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("去年卖货2600万，前年刚好2500万", 25_000_000),
        ("去年一共賣2600萬，前年2500萬", 25_000_000),
        ("去年货卖了2600万。前年2500万。", 25_000_000),
        ("Last year we sold 26 million; the year before it was 25 million.", 25_000_000),
        ("去年卖了2600万。前年贷款500万。", None),
        ("Sales were 26 million. The year before we borrowed 5 million.", None),
    ],
)
def test_sales_of_the_year_before(text: str, before: int | None) -> None:
    assert said(text, "previous_revenue_cny") == before


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our founder meets the requirements of the city's talent programme.", True),
        ("We are eligible to apply for the municipal talent plan, but have not been chosen yet.", True),
        ("创始人够得上申报市级人才计划", True),
        ("市級人才計畫的申報條件我們都符合", True),
        ("人才计划没评上，不过条件够", True),
        ("We don't meet the conditions of any talent programme.", False),
        ("团队不符合人才计划的要求", False),
        ("創辦人不具備人才計畫的申報資格", False),
        ("达到人才计划的要求还差两年", False),
        ("团队并不完全符合人才计划的要求", False),
        ("Our team fails to meet the requirements of the talent programme.", False),
        ("我们不仅符合人才计划的条件，材料也交了", True),
        ("带头人不一定符合人才计划条件", OPEN),
        ("None of us is in a talent programme, and we do not know whether we would qualify for one.", OPEN),
        ("我们还没入选人才计划，够不够条件申报也没弄清", OPEN),
        ("Nobody of our team has been chosen for a talent programme.", False),
        ("How does one qualify for the talent programme?", None),
        ("想达到双创人才计划的要求", None),
        ("Our customer's founder qualifies for the talent plan.", None),
        ("企业符合贷款条件", None),
    ],
)
def test_fitness_for_a_talent_programme(text: str, value: object) -> None:
    assert said(text, "talent_project") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们是科技型小公司", True),
        ("一家科技創新型的小企業", True),
        ("We are a technology-based small firm.", True),
        ("我们不是科技型小公司", False),
        ("There is no science or technology of any kind in what we do.", False),
        ("We run a noodle shop, and technology plays no part in our business.", False),
        ("我们开面馆，跟科技完全不沾边", False),
        ("賣早點的，談不上什麼科技", False),
        ("火锅连锁，没有研发团队", False),
        ("We run three restaurants and do no research.", False),
        ("我们给餐厅做软件，没有研发人员离职", None),
        ("开面包房，没拿过研发补贴", None),
        ("The loan has nothing to do with technology.", None),
        ("We have no technology partner of any kind.", None),
        ("We do no research whatsoever.", None),
        ("这笔贷款跟科技无关", None),
        ("我们没有任何技术问题", None),
        ("Is there no technology of any kind in what we do?", None),
        ("客户是科技型小公司", None),
        ("我们是科技公司的供应商", None),
    ],
)
def test_what_is_a_technology_firm(text: str, value: object) -> None:
    assert said(text, "tech_enterprise") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pilot run of forty units is slated for the spring.", False),
        ("Small-batch production has been put off until next year.", False),
        ("只有一台样机，试产排到明年", False),
        ("小批量安排在明年夏天", False),
        ("小批量試產去年就做完了，量產定在明年", True),
        ("The pilot run of forty units was finished in May.", True),
    ],
)
def test_a_small_batch_that_is_only_planned(text: str, value: object) -> None:
    assert (
        said(
            f"跟研究所合作开发，{text}" if not text.isascii() else f"A joint project with an institute. {text}",
            "small_batch_stage",
        )
        == value
    )


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("4.6 per cent of the money lent to technology firms is bad, against 1.9 per cent of all its loans.", 2.7),
        ("Our bank says 3.9% of loans to tech firms are in default against 1.5% of its entire book.", 2.4),
        ("支行放给小微科技企业的钱有4.6%收不回，全部贷款里是1.9%", 2.7),
        ("銀行放給科技企業的貸款4.1%成了壞賬，各項貸款只有1.4%", 2.7),
        ("科技企業的放款，逾放（不良）比率5.1%，全行各類放款合計是1.6%", 3.5),
        ("We pay 4.6% on our loan, and 1.9% of our machines are bad.", None),
        ("Our technology firm grew 5% against 3% the year before, and all our loans are repaid.", None),
    ],
)
def test_bad_loans_without_their_name(text: str, excess: object) -> None:
    assert said(text, "npl_excess_pct") == excess


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The bank released the funds and is paid on schedule.", "loan_overdue", False),
        ("把客户欠的货款质押给银行，借到300万，已准时还完", "loan_overdue", False),
        ("以客戶的貨款作質押，向銀行借了兩百萬，準時還清", "loan_overdue", False),
        ("拿甲方欠的货款质押贷了200万，逾期过一次", "loan_overdue", True),
        ("客户按时还款", "loan_overdue", None),
        ("利息没有别的自治区经费补过", "interest_subsidised", False),
        ("利息有别的自治区经费补过", "other_regional_funding", True),
        ("别的贷款的利息补过", "interest_subsidised", OPEN),
        ("Our file at the credit office is clean.", "serious_dishonesty", False),
        ("The company's record at the public credit registry is spotless.", "serious_dishonesty", False),
        ("The credit office has nothing on us.", "serious_dishonesty", False),
        ("我们的信用档案很干净", "serious_dishonesty", False),
        ("徵信報告乾淨", "serious_dishonesty", False),
        ("Our customer's file at the credit office is clean.", "serious_dishonesty", None),
        ("Our file at the credit office is not clean.", "serious_dishonesty", None),
        ("我们的信用档案不干净", "serious_dishonesty", None),
    ],
)
def test_a_loan_kept_and_a_clean_file(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
