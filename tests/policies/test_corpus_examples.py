"""Every example of the shipped corpus, and what the corpus promises about itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from policies.criteria import Profile, evaluate_for
from policies.expressions import Compare, Criterion, Not, facts_in
from policies.loader import load_corpus, run_example
from policies.text import language
from policies.types import Article, Condition, Example, Verdict, Words

CORPUS = load_corpus()
EXAMPLES = [(article, example) for article in CORPUS.articles.values() for example in article.examples]


@pytest.mark.parametrize(("article", "example"), EXAMPLES, ids=[f"{a.id}: {e.name}" for a, e in EXAMPLES])
def test_example(article: Article, example: Example) -> None:
    assert list(run_example(article, example, CORPUS)) == []


def _limits(criterion: Criterion) -> list[Compare]:
    if isinstance(criterion, Compare):
        return [criterion] if criterion.op in ("<", "<=", ">", ">=") and not isinstance(criterion.value, bool) else []
    parts = (criterion.part,) if isinstance(criterion, Not) else criterion.parts
    return [limit for part in parts for limit in _limits(part)]


def _conditions() -> list[tuple[Article, Condition]]:
    return [(a, c) for a in CORPUS.articles.values() for c in (*a.conditions, *a.exclusions)]


@pytest.mark.parametrize(("article", "condition"), _conditions(), ids=lambda one: one.id)
def test_numeric_limits_of_conditions_have_an_example_on_each_side(article: Article, condition: Condition) -> None:
    for limit in _limits(condition.when):
        if not isinstance(limit.value, (int, float)):
            continue
        told = [e.facts[limit.fact] for e in article.examples if isinstance(e.facts.get(limit.fact), (int, float))]
        values = [value for value in told if isinstance(value, (int, float))]
        assert any(value <= limit.value for value in values), f"{condition.id}: none at or below {limit.value}"
        assert any(value >= limit.value for value in values), f"{condition.id}: none at or above {limit.value}"


@pytest.mark.parametrize("article", CORPUS.articles.values(), ids=lambda article: article.id)
def test_article_says_itself_in_both_languages(article: Article) -> None:
    assert language(article.digest.zh) == "zh-Hans"
    assert language(article.digest.en) == "en"
    assert len(article.digest.zh) <= 400
    if article.use != "general":
        assert len(article.asks_zh) >= 4, "too few asks in Chinese"
        assert len(article.asks_en) >= 4, "too few asks in English"
    assert all(language(ask) == "en" for ask in article.asks_en)
    assert all(re.search("[\u4e00-\u9fff]", ask) for ask in article.asks_zh)


def test_labels_of_what_is_asked_for_come_in_three_scripts() -> None:
    for definition in CORPUS.vocabulary.facts.values():
        for words in (definition.label, definition.question):
            assert words.zh_hant, f"{definition.name} is not written in Traditional"
    for name, words in CORPUS.vocabulary.sentences.items():
        assert words.zh_hant, f"sentence {name} is not written in Traditional"


def test_sentences_take_the_same_values_in_each_language() -> None:
    for name, words in CORPUS.vocabulary.sentences.items():
        if name in ("day", "month"):
            continue  # dates are ordered and abbreviated differently
        assert _slots(words) == [set(re.findall(r"{(\w+)}", words.en))] * 2, name


def _slots(words: Words) -> list[set[str]]:
    return [set(re.findall(r"{(\w+)}", text)) for text in (words.zh, words.zh_hant or words.zh)]


def test_every_fact_that_a_condition_reads_can_be_asked_for() -> None:
    for _, condition in _conditions():
        for name in facts_in(condition.when):
            assert CORPUS.vocabulary.facts[name].question.en.rstrip().endswith("?")


@pytest.mark.parametrize("region", ["CN-11/haidian", "CN-64/yinchuan"])
def test_place_and_size_alone_decide_nothing_where_there_is_nothing_to_apply_for(region: str) -> None:
    profile = Profile({"region": region, "size": "small"}, CORPUS.vocabulary, date(2026, 11, 22))
    decided = {
        article.id
        for article in CORPUS.articles.values()
        if evaluate_for(article, CORPUS, profile).verdict in (Verdict.ELIGIBLE, Verdict.LIKELY)
    }
    assert not [name for name in decided if name.startswith("cbirc-2021-46/")]
    assert not decided & {"bj-sme-2020/32", "bj-sme-2020/36", "bj-sme-2020/47", "cn-sme-payment-2025/6"}


def test_what_is_left_to_an_authority_is_no_remark_on_a_translation() -> None:
    for article in CORPUS.articles.values():
        for words in article.unmodelled:
            assert "译文" not in words.zh, article.id
            assert "translation" not in words.en, article.id
