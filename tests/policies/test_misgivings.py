"""Clauses that nobody read and that sound like a doubt: nothing is called likely while there is one (ADR 36)."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from policies.advise import Adviser
from policies.facts import doubted_between
from policies.facts.learned import misgivings
from policies.facts.learned.nets import Net
from policies.facts.scope import Page
from policies.match import Matcher
from policies.meaning.vectors import passage
from policies.types import Verdict
from tests.policies import teach_misgivings

DAY = date(2015, 5, 20)
CASE = (
    "We are a small software company in the Haidian core area. In April 2014 a bank branch in the district lent us RMB "
    "2 million for a year on credit alone; the benchmark was 6%, and we paid back everything on the day it was due. {}"
    "How much interest support can we have?"
)


def verdict(adviser: Adviser, more: str) -> Verdict:
    matches = adviser.advise(CASE.format(more), as_of=DAY).matches
    return next(match.verdict for match in matches if match.article == "hd-haifan-2013/1.3")


def test_a_plain_case_stays_likely(adviser: Adviser) -> None:
    assert verdict(adviser, "") is Verdict.LIKELY
    assert verdict(adviser, "Our office has a view of the lake. ") is Verdict.LIKELY


def test_an_unread_doubt_is_quoted_and_nothing_is_likely(adviser: Adviser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the net finds grave: here everything that mentions the moon."""
    said = "the moon has not told us"
    monkeypatch.setattr("policies.advise.doubted_between", lambda *_: (said,))
    answer = adviser.advise(CASE.format(""), as_of=DAY)
    match = next(match for match in answer.matches if match.article == "hd-haifan-2013/1.3")
    assert match.verdict is Verdict.UNKNOWN
    assert any(said in note for note in match.notes)


@pytest.mark.parametrize(
    "text",
    [
        "nobody here has been able to find the contract",
        "我们谁也没看到那份合同",
        "到底算不算,经办的人离职了没人说得清",
        "whether it went through is anybody's guess",
        "文件都找不到了,也问不到人",
    ],
)
def test_what_sounds_like_a_doubt_weighs_more_than_a_plain_statement(text: str) -> None:
    plain = passage("We make bicycle bells and sell them in three provinces.")
    doubt = passage(text)
    net = misgivings.shipped()
    of_doubt = net.sums(np.asarray(doubt.of([(0, len(text))]), np.float32))[0, 0]
    of_plain = net.sums(np.asarray(plain.of([(0, 55)]), np.float32))[0, 0]
    assert of_doubt > of_plain + 0.5


def test_what_was_read_asked_or_said_of_a_friend_is_no_doubt_of_ours() -> None:
    text = "We have a licence, nobody knows whether it is valid. Can we apply? A friend's company lost its papers."
    page = Page(text, DAY)
    told = [page.text[clause.start : clause.end].strip() for clause in misgivings.telling(page)]
    assert not any("apply" in words or "friend" in words for words in told)
    everything = [(0, len(text))]
    assert doubted_between(text, DAY, passage(text), everything) == ()


def test_without_vectors_or_a_case_nothing_is_doubted(adviser: Adviser) -> None:
    alone = Adviser(adviser.corpus, Matcher(adviser.corpus))
    assert verdict(alone, "") is Verdict.LIKELY
    need = "We are in Haidian and nobody can find the papers."
    assert not any("papers" in note for match in adviser.advise(need, as_of=DAY).matches for note in match.notes)


def test_the_net_is_kept_as_it_was_learnt() -> None:
    net = misgivings.shipped()
    assert net.inner.shape[0] == 512
    assert net.outer.shape[1] == 1
    assert misgivings.as_bytes(net) == misgivings.as_bytes(net)


def test_learning_tells_what_separates_the_verdicts() -> None:
    order = np.random.default_rng(1)
    texts = []
    for number in range(120):
        deserves = number % 2 == 0
        rows = order.normal(0, 0.02, (4, 512)).astype(np.float32)
        rows[0, 0 if deserves else 1] = 1.0
        texts.append(teach_misgivings.Told(f"hand{number % 12}", deserves, rows, [(0, 1)] * 4, {}))
    net: Net = teach_misgivings.learn(texts)
    mark = np.zeros((2, 512), np.float32)
    mark[0, 0] = mark[1, 1] = 1.0
    kept, doubted = net.sums(mark)[:, 0]
    assert doubted > kept + 1
