"""What a text says is not known is a doubt, whatever else stands there; asking what can be had is none."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.facts import left_open
from policies.loader import load_corpus
from policies.match import Matcher
from tests.policies.test_facts_bars import OPEN, said

AS_OF = date(2022, 8, 25)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年的重点支持名单还没公布，我们有没有进去谁也不知道。", "key_support_object"),
        ("我們到底算小型、中型還是大型，會計師還沒給答案。", "size"),
        ("2013年的账还在查核，总收入可能是1.43亿，也可能是1.58亿，下个月才知道。", "annual_revenue_cny"),
        ("自治区工信厅去年发过一批贴息，我们这笔贷款有没有在里面拿到钱，目前还不确定。", "other_regional_funding"),
        ("放款的銀行是不是合作機構，沒有人說得清楚。", "partner_institution"),
        ("贷款有没有逾期过，出纳走了，谁都说不准。", "loan_overdue"),
        ("None of us can tell whether the company ever passed the technology-SME evaluation.", "tech_sme"),
        ("Whether the bank is on the partner list is still being checked.", "partner_institution"),
        ("The help with our loan may have come from the county or from a fund of the autonomous region.",
         "other_regional_funding"),
        ("We may be either small or medium; the accountant has not told us.", "size"),
    ],
)  # fmt: skip
def test_what_is_said_to_be_unknown_is_open(text: str, name: str) -> None:
    assert said(text, name, AS_OF) == OPEN


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("我们是小型企业，不知道能不能申请补贴。", "size", "small"),
        ("公司是高新技术企业，不清楚利息能补多少。", "high_tech_certified", True),
        ("We are a certified high-tech enterprise. I am not sure whether we qualify.", "high_tech_certified", True),
        ("公司是科技型中小企業，不知道該找誰。", "tech_sme", True),
    ],
)
def test_asking_what_can_be_had_leaves_no_fact_open(text: str, name: str, value: object) -> None:
    assert said(text, name, AS_OF) == value


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Suzhou here - not the one with the gardens; ours is the city in northern Anhui.", "CN-34/suzhou"),
        ("We are a technology company in Suzhou, Jiangsu, and sell to Anhui.", "CN-32/suzhou"),
        ("公司在宿州，不是苏州。", "CN-34/suzhou"),
        ("Our company is in Suzhou.", "CN-32/suzhou"),
    ],
)
def test_two_towns_of_one_spelling_are_told_apart_by_their_province(text: str, region: str) -> None:
    assert said(text, "region", AS_OF) == region


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("小微企业有什么政策？", "size"),
        ("海帆企业怎么申请？", "haifan_enterprise"),
        ("支持科技型中小企业的政策有哪些？", "tech_sme"),
        ("合作银行有哪几家？", "partner_institution"),
        ("Does the part for small enterprises fit us?", "size"),
    ],
)
def test_a_name_in_talk_of_the_rules_is_nobodys_own(text: str, name: str) -> None:
    assert said(text, name, AS_OF) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("还款的事她说不准。", ("还款的事她说不准",)),
        ("The lender works online only, and nobody can say yet.", ("and nobody can say yet",)),
        ("我们不知道能拿多少补贴。", ()),
        ("想要的金额还没定。", ()),
        ("会不会逾期不知道，后来查清了没有。", ()),
        ("保险在不在那十三类里，业务员也拿不准。", ("业务员也拿不准",)),
        ("至于线路是不是政府的合作运营商的，我们问了客服也没得到答复。", ("我们问了客服也没得到答复",)),
        ("車間沒有告訴我那批貨現在是還在調試，還是已經交了。", ("車間沒有告訴我那批貨現在是還在調試",)),
        ("They have not told us the rate.", ()),
        ("A friend of ours does not know the percentage.", ()),
        (
            "Which of the two it was will only come out with the audit.",
            ("Which of the two it was will only come out with the audit",),
        ),
        ("一切正常。", ()),
    ],
)
def test_what_is_open_and_nobody_can_tell_what(text: str, expected: tuple[str, ...]) -> None:
    assert left_open(text, AS_OF).unplaced == expected


def test_nothing_is_taken_for_granted_where_something_is_left_open() -> None:
    """A firm that says all, but for what it leaves to its bookkeeper: she cannot tell what."""
    case = (
        "我们是银川的有限公司，科技型中小企业，42人，去年营收2200万，增长两成，资产1900万。"
        "跟合作银行借了350万，一年，4.7%，已经还清。"
    )
    corpus = load_corpus()
    adviser, day = Adviser(corpus, Matcher(corpus)), date(2023, 3, 3)  # by words alone: how it sounds is not asked
    sure = adviser.advise(case, as_of=day)
    unsure = adviser.advise("有件事会计说不准。" + case, as_of=day)
    verdict = {id(each): {one.article: one for one in each.matches} for each in (sure, unsure)}
    assert verdict[id(sure)]["nx-techfin-2021/1"].verdict == "likely"
    left = verdict[id(unsure)]["nx-techfin-2021/1"]
    assert left.verdict == "unknown"
    assert "loan_overdue" in left.missing
    assert any("有件事会计说不准" in note for note in left.notes)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("当初是走科贷通还是普通经营贷，经办人已经离职，我查不到。", "我查不到"),
        ("The loan may have been booked as an ordinary one or under Kedaitong.", "may have been booked"),
        ("Whether our bank took part in the plan nobody can tell any more.", "nobody can tell"),
        ("去年的收入可能四千八百万，也可能五千二百万。", "可能四千八百万"),
    ],
)
def test_what_was_taken_for_granted_is_not_while_something_is_unknown(words: str, quoted: str) -> None:
    """A subsidy of a city whose plan leaves much to its offices is likely at best: and not even that with a doubt."""
    case = "我们是苏州吴江的高新技术企业，今年通过科贷通向银行借了600万，去年收入4200万，不是重点支持对象。"
    adviser, day = Adviser(), date(2022, 3, 30)
    verdicts = []
    for text in (case, case + words):
        match = next(one for one in adviser.advise(text, as_of=day).matches if one.article == "sz-techfin-2021/1")
        verdicts.append(str(match.verdict))
        if len(verdicts) == 2:
            assert any(quoted in note for note in match.notes) or match.missing
    assert verdicts == ["likely", "unknown"]
