"""Stacking: the best allowed combination, beside trying every one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from policies.advise import Adviser
from policies.criteria import BenefitOutcome, Combination, Profile, combine
from policies.types import Article, Benefit, Document, Exclusion, Facts, TotalCap, Truth, Validity, Words
from policies.vocabulary import Vocabulary

NOWHERE = Words("某", "some")
PROFILE = Profile({}, Vocabulary({}), date(2022, 6, 1))


def _document(name: str, cap: int | None) -> Document:
    total = TotalCap(Decimal(cap), "year", "第一条") if cap is not None else None
    return Document(name, NOWHERE, NOWHERE, None, "measure", None, NOWHERE, "CN", Validity(None, None), None, total)


def _article(document: Document, number: int) -> Article:
    name = f"{document.id}/{number}"
    return Article(name, document, NOWHERE, NOWHERE, (), "support", (), (), "CN", document.validity)


def _sum(name: str, amount: int, *excludes: str, beneficiary: str = "enterprise") -> BenefitOutcome:
    rivals = tuple(Exclusion(one) for one in excludes)
    benefit = Benefit(name, NOWHERE, "subsidy", beneficiary, "第一条", excludes=rivals)
    return BenefitOutcome(benefit, Truth.MET, Decimal(amount), Decimal(amount), str(amount), (), (True, 1.0))


def _names(found: Combination) -> set[str]:
    return {share.name for share in found.chosen}


def test_sums_of_several_articles_add_up_and_a_document_caps_its_own() -> None:
    first, second = _document("a", 100), _document("b", None)
    found = combine(
        [
            (_article(first, 1), [_sum("x", 80)]),
            (_article(first, 2), [_sum("y", 50)]),
            (_article(second, 1), [_sum("z", 30)]),
        ],
        PROFILE,
    )
    assert found is not None
    assert (_names(found), found.total, found.capped) == ({"a/1#x", "a/2#y", "b/1#z"}, 130, ("a",))


def test_a_benefit_stated_again_by_an_article_that_requires_another_is_one_sum() -> None:
    document = _document("a", None)
    main = _article(document, 1)
    again = replace(_article(document, 2), requires=(main.id,))
    found = combine([(main, [_sum("x", 80)]), (again, [_sum("x", 80), _sum("y", 5)])], PROFILE)
    assert found is not None
    assert (_names(found), found.total, found.left) == ({"a/1#x", "a/2#y"}, 85, ())
    alone = combine([(again, [_sum("x", 80)])], PROFILE)
    assert alone is not None
    assert alone.total == 80


def test_the_stake_of_the_angel_fund_is_told_by_two_articles_and_is_one_sum(adviser: Adviser) -> None:
    text = (
        "我们在昆山做医疗软件，有限公司，员工30人，研发12人，成立三年，有六项软著，股权清楚，没有集团。去年营收900万，"
        "研发花了200万，是区里的主导产业。想请天使基金投300万，占一成。"
    )
    answer = adviser.advise(text, as_of=date(2022, 6, 1))
    sums = {match.article: [one.amount_cny for one in match.benefits if one.amount_cny] for match in answer.matches}
    assert sums["ks-angel-2021/13"] == sums["ks-angel-2021/10"] == [3_000_000]
    assert answer.stack is None


def test_what_excludes_what_reaches_across_articles_and_is_named() -> None:
    one, other = _document("a", None), _document("b", None)
    found = combine(
        [(_article(one, 1), [_sum("x", 80)]), (_article(other, 1), [_sum("y", 90, "a/1#x"), _sum("z", 5)])], PROFILE
    )
    assert found is not None
    assert (_names(found), found.total) == ({"b/1#y", "b/1#z"}, 95)
    assert [(left.share.name, left.rival.name, left.open) for left in found.left] == [("a/1#x", "b/1#y", ())]


def test_two_small_ones_beat_a_large_one_that_excludes_both() -> None:
    article = _article(_document("a", None), 1)
    found = combine([(article, [_sum("x", 100, "y", "z"), _sum("y", 60), _sum("z", 50)])], PROFILE)
    assert found is not None
    assert (_names(found), found.total) == ({"a/1#y", "a/1#z"}, 110)


def test_what_a_bank_gets_is_not_ours() -> None:
    assert combine([(_article(_document("a", None), 1), [_sum("x", 80, beneficiary="bank")])], PROFILE) is None


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(1, 99)), min_size=1, max_size=7),
    st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8),
    st.tuples(*[st.one_of(st.none(), st.integers(1, 150))] * 3),
)
def test_nothing_allowed_comes_to_more(
    sums: list[tuple[int, int]], pairs: set[tuple[int, int]], caps: tuple[int | None, ...]
) -> None:
    documents = [_document(name, cap) for name, cap in zip("abc", caps, strict=True)]
    names = [f"{documents[owner].id}/1#s{number}" for number, (owner, _) in enumerate(sums)]
    barred = {frozenset((names[i], names[j])) for i, j in pairs if i != j and i < len(sums) and j < len(sums)}
    listed = []
    for place, document in enumerate(documents):
        outcomes = []
        for number, (owner, amount) in enumerate(sums):
            if owner == place:
                rivals = [next(iter(pair - {names[number]})) for pair in barred if names[number] in pair]
                outcomes.append(_sum(f"s{number}", amount, *rivals))
        listed.append((_article(document, 1), outcomes))
    found = combine(listed, PROFILE)
    assert found is not None

    def worth(chosen: tuple[int, ...]) -> int:
        total = 0
        for place, cap in enumerate(caps):
            part = sum(sums[number][1] for number in chosen if sums[number][0] == place)
            total += part if cap is None else min(part, cap)
        return total

    allowed = (
        chosen
        for size in range(len(sums) + 1)
        for chosen in combinations(range(len(sums)), size)
        if not any(frozenset((names[i], names[j])) in barred for i, j in combinations(chosen, 2))
    )
    assert found.total == max(worth(chosen) for chosen in allowed)
    assert not any(pair <= _names(found) for pair in barred)
    assert {left.share.name for left in found.left} | _names(found) == set(names)
    assert all(frozenset((left.share.name, left.rival.name)) in barred for left in found.left)


def test_an_answer_says_what_adds_up_and_what_is_left_out(adviser: Adviser) -> None:
    text = (
        "银川有限公司，高新技术企业，80人，去年营收3000万，增长8%，总资产4000万。2022年1月10日从合作银行借了200万，一年期，"
        "利率4.5%，拿两项专利质押，评估费花了3万，担保费10万"
    )
    answer = adviser.advise(text, as_of=date(2022, 6, 1))
    assert answer.stack is not None
    assert answer.stack.total_cny == 107000
    assert set(answer.stack.benefits) == {"nx-techfin-2021/2#guarantee-fee", "nx-techfin-2021/2#ip-valuation-fee"}
    assert ("nx-techfin-2021/2#pledge-loan-interest", "nx-techfin-2021/2#guarantee-fee") in answer.stack.left
    assert answer.stack.because[0].startswith("合计最高107,000元：")
    assert answer.as_json()["combination"]["total_cny"] == 107000


def test_an_exclusion_that_depends_on_what_is_not_known_is_kept_and_said_to_depend(adviser: Adviser) -> None:
    text = (
        "银川有限公司，高新技术企业，80人，去年营收3000万，增长8%，总资产4000万。2022年1月10日从合作银行借了200万，一年期，"
        "利率4.5%，拿两项专利质押，评估费花了3万，科技保险保费16万"
    )
    stack = adviser.advise(text, as_of=date(2022, 6, 1)).stack
    assert stack is not None
    assert ("nx-techfin-2021/2#pledge-loan-interest", "nx-techfin-2021/2#insurance-premium") in stack.left
    assert "“质押贷款利息补助”先不计入：能否与“科技保险保费补助”同时享受，要看以贷款保证保险取得" in stack.because
    told = adviser.advise(text, as_of=date(2022, 6, 1), facts={"loan_insured": False}).stack
    assert told is not None
    assert {"nx-techfin-2021/2#pledge-loan-interest", "nx-techfin-2021/2#insurance-premium"} <= set(told.benefits)


def test_one_sum_alone_is_no_combination(adviser: Adviser) -> None:
    text = "银川有限公司，高新技术企业，去年营收3000万，增长8%，买科技保险，在合作保险公司，保费10万"
    assert adviser.advise(text, as_of=date(2022, 6, 1)).stack is None


def test_a_share_reserved_for_all_is_no_sum_of_ones_own(adviser: Adviser) -> None:
    facts: Facts = {"region": "CN-11", "size": "small", "procurement_budget_cny": 2_000_000}
    match = adviser.evaluate("miit-2020-17dept/8", facts, date(2026, 11, 22))
    assert 600_000 in {benefit.amount_cny for benefit in match.benefits}
    assert match.total_cny is None
    assert adviser.advise("政府采购预留份额", as_of=date(2026, 11, 22), facts=facts).stack is None
