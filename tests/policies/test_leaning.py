"""Which way words lean, what they were learnt from, and how an operator's own articles move them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.advise import Adviser
from policies.leaning import SHIPPED, leaning
from policies.leaning.learning import learnt, sources
from policies.match import Matcher
from policies.types import Article
from policies.vocabulary import Corpus
from policies.wording import as_text, grams, read

DAY = date(2026, 11, 22)


def test_what_is_kept_was_learnt_from_what_is_shipped(adviser: Adviser) -> None:
    assert read(SHIPPED).notes == sources(adviser.corpus), "asks or messages changed: make vectors"


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ("the landlord doubled the rent of our workshop", "the landlord doubled the rent of my flat"),
        ("车间的租金一下涨了一倍", "我住的房子房租一下涨了一倍"),
        ("客户欠我们货款三个月没给", "公司欠我工资三个月没发"),
        ("a customer owes our firm for three months", "my boss owes me three months of wages"),
    ],
)
def test_words_tell_a_business_from_a_household(ours: str, other: str) -> None:
    weights = leaning()
    assert weights.of(ours) > weights.of(other)


def test_what_nobody_has_said_leans_as_anything_does() -> None:
    weights = leaning()
    assert weights.of("") == weights.of("ωωω ξξξ")
    assert leaning(kept=Path("nowhere")).of("any words at all, 任何话") == 0


def test_what_is_weighed() -> None:
    assert grams("paying wages late") == {"pai", "wag", "lat", "pai wag", "wag lat"}
    assert grams("欠货款") == {"欠", "货", "款", "欠货", "货款", "欠货款"}
    assert grams("pay 货款 late") == {"pay", "lat", "货", "款", "货款"}
    assert grams("500万 in 12 days") == {"0", "万", "in", "in 0", "dai", "0 dai"}
    assert grams("") == set()


@given(st.text(max_size=200))
def test_any_text_leans_somewhere(text: str) -> None:
    assert -40 < read(SHIPPED).of(text) < 40


def test_words_that_an_operators_article_is_asked_by_speak_against_nothing(adviser: Adviser) -> None:
    shipped = list(adviser.corpus.articles.values())
    ask = "给幼儿园孩子买校服的钱能退吗"
    own = _asked(shipped[0], ask)
    assert leaning(shipped).of(ask) == leaning().of(ask) < 0
    assert leaning([*shipped, own]).of(ask) > leaning(shipped).of(ask)
    assert all(leaning([*shipped, own]).each.get(gram, 0) >= 0 for gram in grams(ask))


def test_words_alone_refuse_what_is_not_ours(adviser: Adviser) -> None:
    """Where no encoder is installed."""
    plain = Adviser(adviser.corpus, Matcher(adviser.corpus))
    for text in (
        "which exit of the metro for Beijing Zoo with two small children",
        "公司欠我三个月工资，劳动仲裁怎么申请",
        "房東不肯退我租房的押金怎麼辦",
    ):
        assert not plain.advise(text, as_of=DAY).matches, text
    for text in (
        "we pledged patents for a loan, is the interest refunded?",
        "客户欠我们货款半年了怎么办",
        "我們做軟體的小公司，貸款利息有沒有補助",
    ):
        assert plain.advise(text, as_of=DAY).matches, text


def test_the_same_lesson_gives_the_same_file(adviser: Adviser) -> None:
    """Learning is a second's work; another machine may round a hundredth otherwise."""
    corpus = adviser.corpus
    few = Corpus(
        corpus.documents,
        dict(list(corpus.articles.items())[:6]),
        replace(corpus.vocabulary, scope={k: v[:40] for k, v in corpus.vocabulary.scope.items()}),
    )
    assert learnt(few) == learnt(few)
    assert len(learnt(few).splitlines()) > 200


def test_a_word_that_says_next_to_nothing_is_not_kept(tmp_path: Path) -> None:
    kept = tmp_path / "words.tsv"
    kept.write_text(as_text(0.5, [("贷款", 2.0), ("天气", -3.0), ("的", 0.01)], ["abc"]), encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == "# abc\n\t50\n天气\t-300\n贷款\t200\n"
    weights = read(kept)
    assert weights.of("的") == 0.5
    assert weights.of("贷款的天气") == pytest.approx(0.5 - 1 / 2**0.5)
    assert weights.notes == {"abc"}


def _asked(article: Article, ask: str) -> Article:
    document = replace(article.document, id="own-rules")
    return replace(article, id="own-rules/1", document=document, asks_zh=(ask,), asks_en=(), heard=())
