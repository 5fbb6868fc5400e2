"""The next question: decisive, never about what is known or declined, and its answer changes the verdict."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.errors import AnswerError, UnknownFactError
from policies.types import FactValue, Language, Verdict

ADVISER = Adviser()
DAY = date(2026, 11, 22)
VISIT = (
    "我们在银川做工业软件，高新企业，120人，去年营收8000万、增长12%；"
    "去年9月25日拿了知识产权质押贷款500万，年息4.2%，评估费3万"
)
PROFILE: dict[str, FactValue] = {
    "region": "CN-64/yinchuan",
    "high_tech_certified": True,
    "employees": 120,
    "annual_revenue_cny": 80_000_000,
    "revenue_growth_pct": 12,
    "loan_security": "ip",
    "loan_amount_cny": 5_000_000,
    "loan_rate_pct": 4.2,
    "loan_date": "2025-09-25",
    "valuation_fee_cny": 30_000,
}


def test_the_first_visit_asks_what_decides_and_the_answer_decides() -> None:
    asked = ADVISER.advise(VISIT, as_of=DAY, facts=PROFILE)
    assert asked.question is not None
    assert asked.question.fact == "partner_institution"
    assert "不猜" in asked.question.help
    assert "“业务在科技金融合作机构办理”" in asked.question.because
    before = {match.article: match for match in asked.matches}["nx-techfin-2021/2"]
    assert (before.verdict, before.missing) == (Verdict.UNKNOWN, ("partner_institution",))
    assert all(benefit.amount_cny is None for benefit in before.benefits)

    told = {**PROFILE, "partner_institution": ADVISER.answer("partner_institution", "是")}
    after = {m.article: m for m in ADVISER.advise(VISIT, as_of=DAY, facts=told).matches}["nx-techfin-2021/2"]
    sums = {benefit.id: benefit for benefit in after.benefits}
    assert after.verdict is Verdict.LIKELY
    assert sums["pledge-loan-interest"].amount_cny == 150_000
    assert sums["pledge-loan-interest"].because.startswith("5,000,000 × 3.00%")
    assert "这是最多能补的数" in sums["pledge-loan-interest"].because
    assert sums["ip-valuation-fee"].amount_cny == 27_000
    assert "近两年无严重失信、违法" in after.self_check

    refused = {**PROFILE, "partner_institution": ADVISER.answer("partner_institution", "不是")}
    none = {m.article: m for m in ADVISER.advise(VISIT, as_of=DAY, facts=refused).matches}["nx-techfin-2021/2"]
    assert (none.verdict, none.unmet) == (Verdict.INELIGIBLE, ("partner",))


def test_the_wish_to_borrow_against_receivables_is_asked_about_the_partner_first() -> None:
    text = "我们是银川的科技型中小企业，120人，去年收入8000万，研发占5%，想拿应收账款质押贷款1000万"
    answer = ADVISER.advise(text, as_of=DAY)
    match = {m.article: m for m in answer.matches}["nx-techfin-2021/2"]
    assert answer.matches[0].article == "nx-techfin-2021/2"
    assert match.verdict is Verdict.UNKNOWN
    assert "partner_institution" in match.missing
    assert answer.question is not None
    assert answer.question.fact == "partner_institution"


def test_nothing_is_asked_for_the_sake_of_an_article_that_merely_came_up_too() -> None:
    text = (
        "银川高新企业，合作银行，去年营收增长12%，质押专利贷款500万，年息4.2%，2025年9月25日放款，一年期，"
        "职工120人，营收8000万，资产1亿，贷款利息能补多少"
    )
    answer = ADVISER.advise(text, as_of=DAY)
    assert (answer.matches[0].article, answer.matches[0].verdict) == ("nx-techfin-2021/2", Verdict.LIKELY)
    assert any(match.verdict is Verdict.UNKNOWN for match in answer.matches[1:])
    assert answer.question is None


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("zh-Hans", "《保障中小企业款项支付条例》第二章第十四条的“"),
        ("en", ", in "),
        ("zh-Hant", "》第二章第十四條的「"),
    ],
)
def test_a_question_that_another_article_hangs_on_names_it(language: Language, named: str) -> None:
    answer = ADVISER.advise("2019年签的合同，利息按新规定还是旧规定", as_of=DAY, language=language)
    assert answer.matches[0].article == "cn-sme-payment-2025/37"
    assert answer.question is not None
    assert answer.question.fact == "size"
    assert named in answer.question.because


def test_a_declined_fact_is_not_asked_for_again() -> None:
    asked, declined = set(), frozenset[str]()
    for _ in range(6):
        question = ADVISER.advise(VISIT, as_of=DAY, facts=PROFILE, declined=declined).question
        if question is None:
            break
        assert question.fact not in asked
        asked.add(question.fact)
        declined |= {question.fact}
    assert "partner_institution" in asked


def test_what_is_known_is_never_asked_for() -> None:
    for text in (
        VISIT,
        "甲方国企拖欠货款，验收半年了",
        "first bank loan for our Beijing bakery",
        "hospital owes us 300k",
    ):
        answer = ADVISER.advise(text, as_of=DAY)
        if answer.question is not None:
            assert answer.profile.get(answer.question.fact) is None


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("partner_institution", "是", True),
        ("partner_institution", "不是", False),
        ("partner_institution", "對，是合作銀行", True),
        ("partner_institution", "No, it isn't", False),
        ("partner_institution", "yes", True),
        ("serious_dishonesty", "没有", False),
        ("serious_dishonesty", "有", True),
        ("high_tech_certified", "We do", True),
        ("loan_rate_pct", "4.2%", 4.2),
        ("loan_rate_pct", "4.2", 4.2),
        ("employees", "120", 120),
        ("employees", "一百二十人", 120),
        ("annual_revenue_cny", "8000万", 80_000_000),
        ("annual_revenue_cny", "RMB 4.5 million", 4_500_000),
        ("revenue_growth_pct", "下降了3%", -3),
        ("loan_term_days", "90天", 90),
        ("loan_date", "2025-09-25", "2025-09-25"),
        ("loan_date", "2025年9月25日", "2025-09-25"),
        ("loan_date", "25 Sep 2025", "2025-09-25"),
        ("loan_date", "Sept 25, 2025", "2025-09-25"),
        ("loan_date", "去年9月", "2025-09"),
        ("established", "2019", "2019"),
        ("loan_security", "應收帳款", "receivable"),
        ("loan_security", "receivables", "receivable"),
        ("size", "小型企业", "small"),
        ("region", "银川", "CN-64/yinchuan"),
        ("credit_rating", "AA", "AA"),
    ],
)
def test_replies_are_read_in_the_type_of_the_fact(fact: str, text: str, value: FactValue) -> None:
    assert ADVISER.answer(fact, text, as_of=DAY) == value


@pytest.mark.parametrize("text", ["不知道", "不清楚诶", "I don't know", "no idea", "不確定", "skip"])
def test_not_knowing_is_an_answer(text: str) -> None:
    with pytest.raises(AnswerError) as caught:
        ADVISER.answer("partner_institution", text)
    assert caught.value.declined


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("employees", "很多"),
        ("employees", "50到100人"),
        ("employees", "100多"),
        ("loan_rate_pct", "500万"),
        ("loan_date", "最近"),
        ("loan_date", "2025-13-40"),
        ("size", "差不多"),
        ("region", "火星"),
        ("partner_institution", "大漠银行"),
        ("employees", ""),
    ],
)
def test_what_is_no_answer_says_what_would_be(fact: str, text: str) -> None:
    with pytest.raises(AnswerError) as caught:
        ADVISER.answer(fact, text, as_of=DAY)
    assert not caught.value.declined
    assert caught.value.correct


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(UnknownFactError):
        ADVISER.answer("headcount", "5")
