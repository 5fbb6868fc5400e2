"""How to apply, as far as the sources say it; the directory of offices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from policies.advise import Adviser
from policies.applying import PARTS, applicable, offices, place_in, plan, standing
from policies.types import Article, Paper, Procedure, Validity, Words
from policies.vocabulary import Corpus

TODAY = date(2026, 11, 22)


@pytest.fixture
def corpus(adviser: Adviser) -> Corpus:
    return adviser.corpus


def changed(corpus: Corpus, *articles: Article) -> Corpus:
    return Corpus(corpus.documents, {**corpus.articles, **{each.id: each for each in articles}}, corpus.vocabulary)


def test_an_article_takes_the_procedure_of_its_document(corpus: Corpus) -> None:
    found = plan(corpus, "nx-techfin-2021/2")
    assert found.sources == ("nx-techfin-2021/3",)
    assert [paper.name.zh for paper in found.papers][:2] == ["科技金融补助申请书", "签字的补助承诺书"]
    assert len(found.stages) == 4
    assert found.silent == ("fee", "complaint")


def test_kunshan_has_its_eight_steps_and_not_those_of_leaving(corpus: Corpus) -> None:
    found = plan(corpus, "ks-angel-2021/13")
    assert found.sources == ("ks-angel-2021/15",)
    assert len(found.stages) == 8
    assert plan(corpus, "ks-angel-2021/16").where is None


def test_its_own_procedure_comes_first_and_stands_alone(corpus: Corpus) -> None:
    found = plan(corpus, "cn-sme-payment-2025/16")  # a request to the payer, not a complaint to an office
    assert found.sources == ("cn-sme-payment-2025/16",)
    assert found.papers == ()
    assert "papers" in found.silent


def test_a_procedure_told_in_two_articles_is_one(corpus: Corpus) -> None:
    found = plan(corpus, "cn-sme-payment-2025/24")
    assert found.sources == ("cn-sme-payment-2025/24", "cn-sme-payment-2025/25")
    assert found.where is not None
    assert "平台" in found.where.zh
    assert len(found.stages) == 4
    assert found.complaint is not None


def test_without_any_procedure_everything_is_silent(corpus: Corpus) -> None:
    found = plan(corpus, "cn-sme-payment-2025/17")  # interest is claimed from the payer: no procedure is given
    assert found.sources == ()
    assert found.silent == PARTS


def test_nothing_is_made_up_in_any_plan(corpus: Corpus) -> None:
    for name in corpus.articles:
        found = plan(corpus, name)
        given = [corpus.articles[source].procedure for source in found.sources]
        for part in PARTS:
            value = getattr(found, part)
            assert not value or any(getattr(each, part) == value for each in given), (name, part)


@pytest.mark.parametrize(
    ("name", "verdict", "expected"),
    [
        ("nx-techfin-2021/2", "likely", True),
        ("nx-techfin-2021/2", "eligible", True),
        ("bj-sme-2020/22", "unknown", True),
        ("bj-sme-2020/22", "ineligible", False),
        ("bj-sme-2020/22", "expired", False),
        ("bj-sme-2020/22", "not_applicable", False),
        ("cn-sme-payment-2025/24", "likely", True),  # a complaint
        ("cn-sme-payment-2025/16", "unknown", True),  # a request to the payer
        ("cn-sme-payment-2025/9", "eligible", False),  # a day on which others must pay
        ("cn-sme-payment-2025/17", "eligible", False),
        ("cn-sme-payment-2025/3", "eligible", False),  # a duty
        ("gone/1", "eligible", False),
    ],
)
def test_what_can_be_applied_for(corpus: Corpus, name: str, verdict: str, expected: bool) -> None:
    assert applicable(corpus, name, verdict) is expected


def test_what_only_others_get_is_not_applied_for(corpus: Corpus) -> None:
    article = corpus.articles["bj-sme-2020/22"]
    theirs = tuple(replace(each, beneficiary="bank") for each in article.benefits)
    assert theirs
    assert not applicable(changed(corpus, replace(article, benefits=theirs)), article.id, "likely")


@pytest.mark.parametrize(
    ("name", "rule"), [("bj-sme-2020/22", "bj-sme-2020/43"), ("nx-techfin-2021/2", None), ("ks-angel-2021/13", None)]
)
def test_catch_all_papers_are_forbidden_in_beijing_only(corpus: Corpus, name: str, rule: str | None) -> None:
    article = corpus.articles[name]
    other = Paper(Words("其他材料", "other materials"), catch_all=True)
    found = plan(changed(corpus, replace(article, procedure=Procedure(papers=(other,)))), name)
    assert found.papers == (other,)
    assert found.forbidden_by == rule


def test_how_an_article_stands(corpus: Corpus) -> None:
    assert standing(corpus, "bj-sme-2020/22", TODAY) == "current"
    assert standing(corpus, "bj-sme-2020/22", date(2020, 11, 30)) == "not-yet"
    assert standing(corpus, "hd-haifan-2013/3.2", TODAY) == "expired"
    assert standing(corpus, "cn-sme-payment-2020/17", TODAY) == "replaced"
    assert standing(corpus, "nobody-2020/1", TODAY) == "gone"


# -- the directory ---------------------------------------------------------------------------------


def named(corpus: Corpus, kind: str | None = None, place: str | None = None, as_of: date = TODAY) -> list[str]:
    return [each.article.id for each in offices(corpus, kind, place, as_of=as_of)]


def test_a_district_has_the_offices_of_its_city(corpus: Corpus) -> None:
    assert named(corpus, "first-loan", "CN-11/chaoyang") == ["bj-sme-2020/22"]
    assert named(corpus, "first-loan", "CN-64") == []


def test_the_nearest_come_first_and_the_nationwide_last(corpus: Corpus) -> None:
    found = offices(corpus, None, "CN-32/suzhou/kunshan", as_of=TODAY)
    areas = [each.article.jurisdiction for each in found]
    assert areas[0] == "CN-32/suzhou/kunshan"
    assert areas[-1] == "CN"
    assert areas == sorted(areas, key=lambda area: 0 if area == "CN" else -1 - area.count("/"))
    assert "CN-11" not in areas


def test_a_province_has_the_offices_of_its_cities(corpus: Corpus) -> None:
    assert "sz-techfin-2021/1" in named(corpus, "ip-centre", "CN-32")


def test_offices_of_what_has_ended_are_not_told(corpus: Corpus) -> None:
    assert "miit-2021-200/project-5.2" in named(corpus, "ip-centre", as_of=date(2024, 1, 1))
    assert "miit-2021-200/project-5.2" not in named(corpus, "ip-centre")
    article = replace(corpus.articles["bj-sme-2020/22"], validity=Validity(None, date(2026, 1, 1)))
    assert named(changed(corpus, article), "first-loan", "CN-11") == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Where in Beijing is the first-loan centre?", "CN-11"),
        ("北京首贷中心在哪？", "CN-11"),
        ("北京市朝阳区的首贷中心在哪", "CN-11/chaoyang"),
        ("昆山 天使基金", "CN-32/suzhou/kunshan"),
        ("石嘴山市有服務平台嗎", "CN-64/shizuishan"),
        ("where is the first-loan centre", None),
        ("", None),
    ],
)
def test_the_place_that_a_question_names(words: str, place: str | None) -> None:
    assert place_in(words, TODAY) == place


def test_each_office_once(corpus: Corpus) -> None:
    found = [
        (each.office.name.zh, each.office.kind, each.article.jurisdiction) for each in offices(corpus, as_of=TODAY)
    ]
    assert len(found) == len(set(found)) > 10
