"""Kin of the likeliest articles, articles that lie near to every message, and what people were heard to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.advise import Adviser
from policies.errors import PolicyError
from policies.index import Index
from policies.loader import load_corpus
from policies.match import Matcher
from policies.meaning import NO_MESSAGES, SHIPPED, open_meaning
from policies.meaning.kinship import Kinship

DAY = date(2026, 11, 22)


def kinship(rows: list[list[float]], messages: list[list[float]] | None = None) -> Kinship:
    width = len(rows[0])
    return Kinship(np.array(rows, np.float32), np.array(messages or [], np.float32).reshape(-1, width))


def test_articles_of_one_matter_are_akin_and_none_is_akin_to_itself() -> None:
    loans, more_loans, names = [1.0, 0.1, 0.0], [0.9, 0.2, 0.0], [0.0, 0.1, 1.0]
    rows = kinship([loans, more_loans, names]).between([0, 1, 2], [0])
    assert rows[0, 0] == 0
    assert rows[1, 0] > 0.9
    assert rows[2, 0] == 0


def test_what_lies_near_to_every_message_is_told_apart() -> None:
    near = kinship([[1.0, 0.0], [0.0, 1.0]], messages=[[0.9, 0.1], [1.0, 0.0]])
    assert near.usual(0) > 0 > near.usual(1)
    assert kinship([[1.0, 0.0], [0.0, 1.0]]).usual(0) == 0


@given(st.lists(st.lists(st.floats(-1, 1, width=16), min_size=3, max_size=3), min_size=1, max_size=6))
def test_kinship_is_a_share_and_the_usual_nearness_cancels_out(rows: list[list[float]]) -> None:
    found = kinship(rows, messages=[[0.3, 0.2, 0.1]])
    everyone = list(range(len(rows)))
    between = found.between(everyone, everyone)
    assert ((between >= 0) & (between <= 1.001)).all()
    assert abs(sum(found.usual(number) for number in everyone)) < 1e-3


def _hearing(*heard: str) -> Adviser:
    """An adviser over Ningxia's articles, of which the second was heard to be asked for in these words."""
    corpus = load_corpus(SHIPPED.parent / "nx-techfin-2021.yaml")
    second = corpus.articles["nx-techfin-2021/2"]
    corpus = replace(corpus, articles={**corpus.articles, second.id: replace(second, heard=heard)})
    return Adviser(corpus, Matcher(corpus, Index(corpus), open_meaning(list(corpus.articles.values()))))


def test_what_was_heard_speaks_for_its_article_and_is_never_shown() -> None:
    said = "our kiln eats money, does the desert province chip in for the borrowing"
    plain, hearing = (_hearing(*words).advise(said, as_of=DAY, ours=True).matches for words in ((), (said,)))
    assert "nx-techfin-2021/2" in [match.article for match in hearing]
    assert [match.article for match in hearing] != [match.article for match in plain] or len(hearing) > len(plain)
    assert all(said not in reason for match in hearing for reason in match.reasons)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_reason_quotes_what_was_only_heard(language: str) -> None:
    corpus = load_corpus()
    heard = {text for article in corpus.articles.values() for text in article.heard}
    texts = sorted(text for text in heard if text.isascii() == (language == "en"))[::150]
    adviser = Adviser(corpus)
    reasons = [
        reason
        for text in texts
        for match in adviser.advise(text, as_of=DAY, ours=True).matches
        for reason in match.reasons
    ]
    assert texts
    assert reasons
    assert not [reason for reason in reasons if any(text in reason for text in heard)]


def test_heard_is_a_list_of_texts(tmp_path: Path) -> None:
    source = (SHIPPED.parent / "cn-green-14fyp.yaml").read_text("utf-8")
    head, _, _ = source.partition("    heard:\n")
    broken = tmp_path / "cn-green-14fyp.yaml"
    broken.write_text(head + "    heard: {en: x}\n", "utf-8")
    with pytest.raises(PolicyError, match="heard"):
        load_corpus(broken)


def test_without_vectors_nothing_is_akin() -> None:
    corpus = load_corpus(SHIPPED.parent / "nx-techfin-2021.yaml")
    answer = Adviser(corpus, Matcher(corpus)).advise("Is part of our loan interest in Yinchuan paid?", as_of=DAY)
    assert answer.signals == ("words",)
    assert answer.matches


def test_an_empty_list_of_messages_opens() -> None:
    articles = list(load_corpus(SHIPPED.parent / "nx-techfin-2021.yaml").articles.values())
    meaning = open_meaning(articles, NO_MESSAGES)
    assert meaning is not None
    assert meaning.usual(0) == 0
