"""Likeness in meaning: an optional signal beside words, offline, with kept vectors of the shipped asks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

import policies.meaning
from policies.advise import Adviser
from policies.loader import load_corpus
from policies.match import Matcher
from policies.meaning import NO_MESSAGES, SHIPPED, Messages, open_meaning, vectors
from policies.meaning.__main__ import main
from policies.meaning.encoder import encode
from policies.meaning.kept import Kept, key, packed
from policies.meaning.vectors import Vectors, asks_of

AS_OF = date(2026, 11, 22)
ARTICLES = list(load_corpus(SHIPPED.parent / "nx-techfin-2021.yaml").articles.values())


def test_every_shipped_ask_has_its_vector_kept() -> None:
    corpus = load_corpus()
    asks = {ask for article in corpus.articles.values() for ask in asks_of(article)}
    asks |= {*corpus.vocabulary.scope["ours"], *corpus.vocabulary.scope["strangers"]}
    keys = np.array([key(ask) for ask in sorted(asks)], np.uint64)
    known, _ = Kept(SHIPPED).find(keys)
    stale = [ask for ask, there in zip(sorted(asks), known, strict=True) if not there]
    assert not stale, f"{len(stale)} asks without a vector: run `make vectors`"


def test_kept_vectors_are_those_of_the_encoder() -> None:
    asks = [ask for article in ARTICLES for ask in asks_of(article)][:20]
    _, kept = Kept(SHIPPED).find(np.array([key(ask) for ask in asks], np.uint64))
    likeness = (kept * encode(asks)).sum(axis=1)
    assert likeness.min() > 0.999


def test_the_same_need_in_another_language_is_near_and_another_is_not() -> None:
    loan, same, other = encode(
        ["我们想用专利向银行借钱", "We want to borrow from a bank against our patents", "茶叶包装怎么设计才好看"]
    )
    assert loan @ same > 0.5 > loan @ other


def test_packing_is_repeatable_and_reads_back(tmp_path: Path) -> None:
    texts = ["想贷款", "no money for wages", "想貸款"]
    assert packed(texts) == packed([*reversed(texts), "想贷款"])
    file = tmp_path / "v.npz"
    file.write_bytes(packed(texts))
    known, rows = Kept(file).find(np.array([key("no money for wages"), key("never kept")], np.uint64))
    assert known.tolist() == [True, False]
    assert rows[0] @ encode(["no money for wages"])[0] > 0.999


def test_asks_that_are_not_kept_are_encoded_when_opened(tmp_path: Path) -> None:
    text = "银川的厂子拿专利贷了款，利息能补吗"
    kept, fresh = (
        Vectors(ARTICLES, NO_MESSAGES, SHIPPED).of(text),
        Vectors(ARTICLES, NO_MESSAGES, tmp_path / "none.npz").of(text),
    )
    assert np.allclose([kept.of(one) for one in range(3)], [fresh.of(one) for one in range(3)], atol=0.01)
    assert len(kept.asks(0)) == len(asks_of(ARTICLES[0]))


def test_the_likeliest_articles_are_compared_exactly_and_the_others_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    everything = list(load_corpus().articles.values())
    opened = Vectors(everything, NO_MESSAGES, SHIPPED)
    text = "欠我们的货款拖了半年，对方是国企"
    quick = opened.of(text)
    monkeypatch.setattr(vectors, "_SHORTLIST", {False: len(everything)})
    exact = opened.of(text)
    assert quick.nearest(5) == exact.nearest(5)
    assert quick.apart() == pytest.approx(exact.apart(), abs=1e-5)
    numbers = range(len(everything))
    assert np.allclose([quick.of(one) for one in numbers], [exact.of(one) for one in numbers], atol=1e-5)
    far = exact.nearest(len(everything))[-1]
    assert quick.asks(far) == pytest.approx(exact.asks(far), abs=1e-5)
    monkeypatch.setattr(vectors, "_SHORTLIST", {False: 1})
    beside = opened.of(text, [far])
    assert len(beside.nearest(10)) == 2
    assert far in beside.nearest(10)


def test_among_many_articles_the_first_look_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = list(load_corpus().articles.values())
    texts = ["欠我们的货款拖了半年，对方是国企", "we pledged patents, is the interest refunded?", "做外贸的被反倾销了"]
    whole = Vectors(everything, NO_MESSAGES, SHIPPED)
    monkeypatch.setattr(vectors, "_MANY", 100)
    quick = Vectors(everything, NO_MESSAGES, SHIPPED)
    for text in texts:
        best = whole.of(text).nearest(3)
        assert quick.of(text).nearest(3) == best
        assert quick.of(text).of(best[0]) == pytest.approx(whole.of(text).of(best[0]), abs=1e-5)


def test_a_line_tells_messages_that_no_kept_one_is_like() -> None:
    """Found from the asks, some messages that are ours, and others that are not; without others there is no line."""
    scope = load_corpus().vocabulary.scope
    opened = Vectors(ARTICLES, Messages(scope["ours"], scope["strangers"]), SHIPPED)
    for text in ("the pattern maker retires and nobody can read his drawings", "两百号人的厂，冬天的气费快把我压垮了"):
        assert opened.of(text).apart().side > 0
    for text in ("my aunt's passport photo was turned down twice", "合唱团周三的排练改到几点了"):
        assert opened.of(text).apart().side < -0.5
    assert Vectors(ARTICLES, Messages(scope["ours"]), SHIPPED).of("两百号人的厂").apart().side == 0
    assert Vectors(ARTICLES, Messages((), scope["strangers"]), SHIPPED).of("合唱团周三的排练").apart().side < -0.5


def test_a_profile_without_a_word_in_common_finds_what_it_means(adviser: Adviser) -> None:
    plain = Adviser(adviser.corpus, Matcher(adviser.corpus))
    text = "景德镇烧瓷器的，一直替别人做白坯，赚不到几个钱，想有自己的名号"
    assert "meaning" in adviser.signals
    assert plain.signals == ("words",)
    found = [match.article for match in adviser.advise(text, as_of=AS_OF).matches]
    assert "miit-2021-200/project-8.2" in found[:3]


def test_without_the_encoder_matching_goes_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(policies.meaning, "available", lambda: False)
    assert open_meaning(ARTICLES) is None
    adviser = Adviser()
    answer = adviser.advise("银川的高新企业贷了款，利息能补吗", as_of=AS_OF)
    assert answer.matches
    assert answer.as_json()["signals"] == ["words"]
    monkeypatch.setattr("policies.meaning.__main__.available", lambda: False)
    assert main() == 1
    assert "pip install 'tallystick[meaning]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "我家的猫总是半夜叫，怎么办呀",
        "I forgot the password of my game account",
        "老師出的數學題不會算，幫我解一下",
        "公司旁边哪家火锅好吃",
        "which bank holiday comes first in May",
    ],
)
def test_what_is_never_ours_is_not_answered(adviser: Adviser, text: str) -> None:
    assert not adviser.advise(text, as_of=AS_OF).matches
