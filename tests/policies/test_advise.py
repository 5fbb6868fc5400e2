"""The door: answers as data, single and in batches, corrected profiles, languages, eligibility end to end."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from policies.advise import Adviser
from policies.errors import FactValueError, RequestError, UnknownArticleError, UnknownFactError
from policies.explain import Wording
from policies.requests import match_batch, match_json, match_one
from policies.types import FactValue, Language
from tests.policies import quality

ADVISER = Adviser()
DAY = date(2026, 11, 22)
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")


def test_eligibility_from_free_text() -> None:
    """Verdicts and sums of everyday texts, and above all no false hope."""
    known = quality.judge(ADVISER, quality.cases("tune"))
    assert known.hopes == ()
    assert known.verdicts >= 0.95, known.wrong
    assert known.amounts >= 0.95, known.wrong


def test_eligibility_of_texts_by_other_hands() -> None:
    """Learnt from, but not until each was right: the floors are what was reached, and false hope is never excused."""
    opened = quality.judge(ADVISER, quality.cases("open"))
    assert opened.hopes == ()
    assert opened.verdicts >= 0.97, opened.wrong
    assert opened.amounts >= 0.98, opened.wrong


def test_eligibility_of_cases_that_nothing_was_tuned_on() -> None:
    """The bar is 0.9 (docs/corpus.md), and no false hope: one of 480 is one too many."""
    unseen = quality.judge(ADVISER, quality.cases("unseen"))
    assert len(unseen.hopes) <= 1
    assert unseen.verdicts >= 0.91, unseen.verdicts
    assert unseen.amounts >= 0.95, unseen.amounts


def test_eligibility_of_what_examiners_tell_in_passing() -> None:
    """Unread as well, and harder than what people write: one false hope of 152 is what was reached, not the bar."""
    strict = quality.judge(ADVISER, quality.cases("strict"))
    assert len(strict.hopes) <= 1
    assert strict.verdicts >= 0.83, strict.verdicts


def test_eligibility_of_acceptance_sets() -> None:
    """In the manner of the samples, by three hands, and not read by who writes the code: the bar itself."""
    accepted = quality.judge(ADVISER, quality.cases("accepted"))
    assert accepted.hopes == ()
    assert accepted.verdicts >= 0.9, accepted.verdicts
    assert accepted.amounts >= 0.9, accepted.amounts


def test_json_has_the_documented_shape() -> None:
    text = "我们是银川的科技型中小企业，120人，去年收入8000万，研发占5%"
    answer = json.loads(match_json(ADVISER, text, DAY))
    assert list(answer) == ["id", "language", "as_of", "signals", "facts", "matches", "question"]
    assert (answer["language"], answer["as_of"]) == ("zh-Hans", "2026-11-22")
    for fact in answer["facts"]:
        assert text[fact["span"][0] : fact["span"][1]] == fact["text"]
    match = answer["matches"][0]
    assert match["article"].startswith("nx-techfin-2021/")
    assert {"score", "verdict", "conditions", "missing", "unmet", "benefits", "reasons", "citation"} <= match.keys()
    assert all(set(one) == {"id", "verdict", "because"} for one in match["conditions"])
    assert all({"id", "verdict", "amount_cny", "because"} <= one.keys() for one in match["benefits"])
    assert {"fact", "text"} <= answer["question"].keys()


def test_a_batch_answers_line_by_line_and_survives_bad_lines() -> None:
    lines = [
        '{"id": "a", "text": "国企拖欠货款", "as_of": "2025-07-01"}\n',
        "\n",
        "not json\n",
        '{"id": "b"}\n',
        '{"id": "c", "text": "x", "as_of": "yesterday"}\n',
        '{"id": "d", "text": "银川贷款贴息", "facts": {"employees": "many"}}\n',
        '{"id": "e", "text": "银川贷款贴息", "facts": {"heads": 5}}\n',
        "[1]\n",
        '{"id": "f", "text": "天气", "colour": 1}\n',
        '{"id": "g", "text": "天气"}\n',
    ]
    answers = [json.loads(line) for line in match_batch(ADVISER, lines, DAY)]
    assert [answer["id"] for answer in answers] == ["a", None, "b", "c", "d", "e", None, "f", "g"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True, True, True, False]
    assert answers[0]["as_of"] == "2025-07-01"
    assert "expected text" in answers[2]["error"]
    assert "2026-11-22" in answers[3]["error"]
    assert "expected a number" in answers[4]["error"]
    assert answers[-1]["matches"] == []
    assert answers[-1]["message"]


@pytest.mark.parametrize(
    "request_",
    [{}, {"text": 5}, {"text": "a", "facts": []}, {"text": "a", "declined": "x"}, {"text": "a", "language": "fr"}],
)
def test_bad_requests_name_the_field(request_: dict[str, Any]) -> None:
    with pytest.raises(RequestError) as caught:
        match_one(ADVISER, request_, DAY)
    assert "field" in str(caught.value)


def test_given_facts_win_over_the_text() -> None:
    text = "我们在银川做软件，120人，高新技术企业"
    read = ADVISER.advise(text, as_of=DAY)
    assert read.profile["employees"] == 120
    corrected = ADVISER.advise(text, as_of=DAY, facts={"employees": 12})
    assert corrected.profile["employees"] == 12
    assert "employees" not in [fact.name for fact in corrected.facts]
    assert "region" in [fact.name for fact in corrected.facts]


def test_facts_that_do_not_fit_are_refused() -> None:
    with pytest.raises(FactValueError):
        ADVISER.advise("贷款", as_of=DAY, facts={"employees": "many"})
    with pytest.raises(UnknownFactError):
        ADVISER.advise("贷款", as_of=DAY, facts={"heads": 5})
    with pytest.raises(UnknownArticleError):
        ADVISER.evaluate("nx-techfin-2021/9", {}, DAY)


def test_one_article_can_be_evaluated_in_three_languages() -> None:
    facts = {
        "region": "CN-64",
        "tech_sme": True,
        "rnd_ratio_pct": 2,
        "partner_institution": True,
        "premium_cny": 160_000,
    }
    told = {reader: ADVISER.evaluate("nx-techfin-2021/2", facts, DAY, language=reader) for reader in LANGUAGES}
    sums = {
        language: next(b for b in match.benefits if b.id == "insurance-premium") for language, match in told.items()
    }
    assert {one.amount_cny for one in sums.values()} == {80_000}
    assert sums["en"].because == "160,000 × 50%, cap 200,000"
    assert sums["zh-Hans"].because == "160,000 × 50%，上限200,000"
    assert told["zh-Hant"].conditions[0].because == "在寧夏註冊：符合（註冊地寧夏回族自治區）"
    assert "registered technology SME" in next(c for c in told["en"].conditions if c.id == "title").because
    assert "newspaper" in " ".join(told["en"].notes) or "Ningxia Daily" in " ".join(told["en"].notes)


def test_every_match_explains_and_cites_itself() -> None:
    for text in ("国企拖欠货款怎么办", "We are in Beijing and need a first loan", "銀川高新企業貸款利息補助"):
        for match in ADVISER.advise(text, as_of=DAY).matches:
            assert match.reasons
            assert match.citation
            assert "{" not in " ".join((*match.reasons, *match.notes, match.citation))
            for one in (*match.conditions, *match.benefits):
                assert one.because
                assert "{" not in one.because


def test_the_reader_chooses_the_language() -> None:
    answer = ADVISER.advise("国企拖欠货款怎么办", as_of=DAY, language="en")
    assert answer.language == "en"
    assert answer.matches[0].citation.startswith("Regulation")


def test_the_same_question_gives_the_same_answer() -> None:
    first = json.dumps(ADVISER.advise("hospital owes us 300k since March", as_of=DAY).as_json(), ensure_ascii=False)
    again = json.dumps(Adviser().advise("hospital owes us 300k since March", as_of=DAY).as_json(), ensure_ascii=False)
    assert first == again


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("国企拖欠货款。", "只读了前4,000个字符"),
        ("國企拖欠貨款。", "只讀了前4,000個字元"),
        ("A state-owned firm owes us money. ", "only its first 4,000 characters were read"),
    ],
)
def test_a_very_long_text_is_read_up_to_a_limit_and_says_so(sentence: str, said: str) -> None:
    answer = ADVISER.advise(sentence * 3000, as_of=DAY)
    assert answer.matches
    assert said in answer.as_json()["message"]
    assert "message" not in ADVISER.advise(sentence, as_of=DAY).as_json()


def test_statements_that_do_not_fit_are_passed_on_and_not_taken() -> None:
    answer = ADVISER.advise("软件公司，5个人，600名员工，想贷款", as_of=DAY)
    (conflict,) = answer.as_json()["conflicts"]
    assert (conflict["name"], conflict["reason"]) == ("employees", "contradicted")
    assert [(one["value"], one["text"]) for one in conflict["said"]] == [(5, "5个人"), (600, "600名员工")]
    assert all("软件公司，5个人，600名员工，想贷款"[slice(*one["span"])] == one["text"] for one in conflict["said"])
    assert "employees" not in {fact["name"] for fact in answer.as_json()["facts"]}
    assert answer.profile["employees"] is None


def test_a_corrected_profile_settles_a_contradiction_but_no_impossible_figure() -> None:
    text = "软件公司，5个人，600名员工，想贷款，利润增长-20000000%"
    reasons = [one.reason for one in ADVISER.advise(text, as_of=DAY, facts={"employees": 5}).conflicts]
    assert "contradicted" not in reasons
    assert ADVISER.advise("软件公司，-5个人，想贷款", as_of=DAY, facts={"employees": 5}).conflicts


def test_nothing_is_read_again_where_the_profile_is_all_that_is_known() -> None:
    text = "我们在银川，120人，专利质押贷款，利息能补多少"
    answer = ADVISER.advise(text, as_of=DAY, facts={"region": "CN-64"}, stated=False)
    assert dict(answer.profile) == {"region": "CN-64"}
    assert (answer.facts, answer.conflicts) == ((), ())
    assert answer.matches


@pytest.mark.parametrize(
    ("fact", "value", "english", "simplified", "traditional"),
    [
        (
            "annual_revenue_cny",
            80_000_000,
            "last year's revenue ¥80,000,000",
            "上年度销售收入8,000万元",
            "上年度營收8,000萬元",
        ),
        ("total_assets_cny", 120_000_000, "total assets ¥120,000,000", "资产总额1.2亿元", "資產總額1.2億元"),
        ("premium_cny", 1234.5, "¥1,234.5", "1,234.5元", "1,234.5元"),
        ("loan_rate_pct", 4.2, "loan rate a year 4.2%", "贷款年利率4.2%", "貸款年利率4.2%"),
        ("loan_term_days", 90, "90 days", "90天", "90天"),
        ("loan_date", "2025-09-25", "25 Sep 2025", "2025年9月25日", "2025年9月25日"),
        ("established", "2019-03", "Mar 2019", "2019年3月", "2019年3月"),
        ("established", "2019", "2019", "2019", "2019"),
        ("loan_security", "receivable", "receivables", "应收账款", "應收帳款"),
        ("region", "CN-64/yinchuan", "Yinchuan", "银川市", "銀川市"),
        ("region", "CN", "China", "中国", "中國"),
        ("loan_overdue", True, "yes", "：是", "：是"),
        ("employees", 120, "number of employees 120", "职工人数120", "員工人數120"),
    ],
)
def test_facts_are_shown_as_readers_write_them(
    fact: str, value: FactValue, english: str, simplified: str, traditional: str
) -> None:
    shown = {language: Wording(ADVISER.corpus, language).fact(fact, value) for language in LANGUAGES}
    assert shown["en"].endswith(english)
    assert shown["zh-Hans"].endswith(simplified)
    assert shown["zh-Hant"].endswith(traditional)


def test_citations_name_the_document_its_number_and_the_place_in_it() -> None:
    words = Wording(ADVISER.corpus, "zh-Hans")
    regulation = words.citation(ADVISER.corpus.articles["cn-sme-payment-2025/16"])
    assert "《保障中小企业款项支付条例》" in regulation
    assert "第802号" in regulation
    summary = words.citation(ADVISER.corpus.articles["nx-techfin-2021/2"])
    assert "2021年12月13日" in summary
    assert "二、补助标准" in summary


def test_ranking_without_words_agrees_with_the_answer() -> None:
    text = "银川高新企业，专利质押贷款，利息能补多少"
    ranked = [one.outcome.article.id for one in ADVISER.rank(text, as_of=DAY)]
    assert ranked == [match.article for match in ADVISER.advise(text, as_of=DAY).matches]


@pytest.mark.parametrize("name", ["nx-techfin-2021/2", "bj-sme-2020/22", "cn-sme-payment-2025/17"])
def test_english_notes_are_sentences_with_a_capital_letter(name: str) -> None:
    notes = ADVISER.evaluate(name, {}, DAY, language="en").notes
    for note in notes:
        _, _, judged = note.partition("Left to the authority's judgement: ")
        assert note[0].isupper()
        assert not judged[:1].islower()
    assert notes
