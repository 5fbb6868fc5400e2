"""Policies of no known kind, branch licences, what is left of titles, firms next door, falls told in money."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

WHEN = date(2022, 4, 12)


def said(text: str, name: str, when: date = WHEN) -> object:
    return stated(text, name, when)


@pytest.mark.parametrize(
    "text",
    [
        "We paid RMB 90,000 in premium to an insurer. The policy just says 'enterprise comprehensive cover'; our agent "
        "shrugs when asked if it belongs to technology insurance.",
        "The premium was RMB 80,000; no one at the insurer could tell us whether that is technology insurance.",
        "We paid a premium of RMB 70,000; what sort of policy it is I honestly do not know.",
        "The premium of RMB 60,000 is paid. The policy is headed 'combined risks'.",
        "Our bookkeeper paid RMB 45,000 of premium, but the type of insurance is not stated on the invoice.",
        "Premium RMB 40,000 to an insurer; the policy does not say what it covers.",
        "Premium 90,000; whether it is R&D cover or property cover nobody can say.",
        "The premium was RMB 80,000. Does it count as technology insurance?",
        "今年4月交保费9万元,保单上只写着企业综合险,业务员也说不上来算不算科技保险。",
        "我们交了6万保费,险种不详。",
        "交了5万元保费,买的什么险我也说不清。",
        "保费9万元,不知道是研发责任险还是财产险,保单找不到了。",
        "向合作保險公司繳了保費9萬元,保單只寫「企業綜合險」,業務員聳聳肩,說不準是否屬於科技保險。",
        "The premium was RMB 80,000. The broker believes it is one of the listed kinds, the bureau has not answered.",
    ],
)
def test_a_cover_of_no_known_kind(text: str) -> None:
    assert said(text, "technology_insurance") == OPEN
    assert said(text, "premium_cny") == OPEN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We paid RMB 90,000 premium for technology insurance to a partner insurer.", 90000),
        ("We paid RMB 90,000 in premium for sci-tech insurance; I do not know if the refund is half.", 90000),
        ("The premium for R&D liability insurance was RMB 90,000; does it belong to technology insurance?", 90000),
        ("保费9万元,买的是产品研发责任险,不知道能补多少。", 90000),
        ("保费9万元,属于科技保险,能补多少?", 90000),
        ("Our premium for comprehensive technology insurance was RMB 90,000.", 90000),
    ],
)
def test_a_cover_whose_kind_is_told(text: str, value: object) -> None:
    assert said(text, "technology_insurance") is None
    assert said(text, "premium_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our business licence, issued in Yinchuan, is a branch licence under the head office in Xi'an.", False),
        ("We trade in Yinchuan under a branch licence.", False),
        ("The licence on our wall says 'branch'.", False),
        ("我们在银川领的是分公司营业执照,总公司在西安。", False),
        ("银川厂的营业执照是分支机构执照,隶属西安总部。", False),
        ("執照上寫的是「某某集團銀川分公司」。", False),
        ("Our branch in Xi'an has a branch licence; we are a limited company in Yinchuan.", True),
        ("Ours is not a branch licence; we are a limited company of our own.", True),
        ("我们有限公司在西安设了分公司,领了分公司执照。", True),
        ("If we had only a branch licence we could not apply.", None),
        ("Our bank's branch licence hangs on the wall.", None),
    ],
)
def test_a_branch_licence(text: str, value: object) -> None:
    assert said(text, "legal_person") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A customer of our branch, a Yinchuan machine-tool limited company, is certified.", "CN-64/yinchuan"),
        ("One of our bank's customers, a Wuzhong dairy-machinery limited company, is certified.", "CN-64/wuzhong"),
        ("A corporate customer of this branch, a Guyuan limited company, is certified.", "CN-64/guyuan"),
        ("石嘴山某铝镁合金公司,有限公司,国家高新技术企业。", "CN-64/shizuishan"),
        ("銀川某機床公司,有限公司,高新技術企業。", "CN-64/yinchuan"),
        ("A customer of ours, a Yinchuan firm, is certified and owes us RMB 2 million.", None),
        ("我们向银川某机床公司供货。", None),
        ("银川某银行贷给我们500万。", None),
    ],
)
def test_where_the_firm_of_a_case_is(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The only other feather in our cap is a second prize at the 2019 contest.", "little_giant"),
        (
            "Apart from the lapsed certificate, all we can show is a third prize at the 2018 contest.",
            "challenge_matched",
        ),
        ("高企过期没再报,剩下的只有2018年大赛的三等奖。", "specialised_sme"),
        ("高企過期了,除此之外只有2018年創新創業大賽三等獎。", "challenge_matched"),
        ("Nor have we ever entered a contest or challenge.", "contest_winner"),
        ("Neither have we taken part in a contest or in a challenge.", "challenge_matched"),
    ],
)
def test_what_is_left_of_titles(text: str, name: str) -> None:
    assert said(text, name) is False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年利润还少了三十来万。", -0.01),
        ("净利润同比减少约40万元。", -0.01),
        ("去年赚的钱比前年少了十来万。", -0.01),
        ("Profit last year was some 300,000 lower than the year before.", -0.01),
        ("Profit slipped by about RMB 200,000.", -0.01),
        ("Profit fell by 5%.", -5),
        ("利润没少,还多了三十来万。", None),
        ("如果利润少了三十万就不行了。", None),
    ],
)
def test_a_profit_that_fell_by_a_sum(text: str, value: object) -> None:
    assert said(text, "profit_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年1月本息一分不差按期还清。", False),
        ("貸款本息一毛不差按期還清。", False),
        ("本息不差分毫按期归还。", False),
        ("贷款没按期还清。", True),
    ],
)
def test_paid_to_the_cent(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("隔壁厂同样的贷款补了利息的一半。", None),
        ("听说对门那家公司利息补了一半。", None),
        ("隔壁廠同樣的貸款補了利息的一半。", None),
        ("A firm across the road had half of its interest subsidised.", None),
        ("隔壁厂没补,我们的贷款补了利息的一半。", True),
        ("跟隔壁厂一样,我们的利息也补了一半。", True),
        ("Like the factory next door, we had half our interest refunded by the science department.", True),
    ],
)
def test_the_interest_of_a_firm_next_door(text: str, value: object) -> None:
    assert said(text, "interest_subsidised") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们在海淀。去年总收入审计数15050万元,要不是那笔50万就刚好到线了。", 150500000),
        ("我们在海淀。去年总收入审定数15050万元。", 150500000),
        ("海淀。去年總收入年報數14900萬元。", 149000000),
    ],
)
def test_the_figure_of_the_accounts(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("我们到底按什么算、补多少?", True),
        ("那我们到底按LPR还是按实际利率补?", True),
        ("员工到底是300还是310人。", False),
    ],
)
def test_by_what_it_is_reckoned_leaves_nothing_open(text: str, asked: bool) -> None:
    assert (not left_open(text, WHEN).words) is asked
