"""A text that sounds as if something stood in the way: nobody is told that he qualifies (ADR 37)."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from policies.advise import Adviser
from policies.facts import left_open, sounding_barred
from policies.facts.learned import misgivings
from policies.facts.learned.nets import Net
from policies.facts.scope import Page
from policies.match import Matcher
from policies.meaning.vectors import passage
from policies.results import Match
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
    assert stated(adviser, "").verdict is Verdict.ELIGIBLE


STATED = (
    "吴忠的奶粉设备厂，有限责任公司，国家级高新技术企业，证书还没到期。62个员工，总资产3100万，去年卖了4000万，前年3400万。从来没有违法失信。"
    "去年一月跟合作银行借了500万，一年期，利率4.2%，今年一月连本带息准时还了，别的财政资金一分没拿。{}利息能补多少？"
)


def stated(adviser: Adviser, more: str) -> Match:
    matches = adviser.advise(STATED.format(more), as_of=date(2023, 5, 23)).matches
    return next(match for match in matches if match.article == "nx-techfin-2021/1")


def test_what_sounds_barred_is_quoted_and_nothing_is_granted(adviser: Adviser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the net finds grave: here everything that mentions the moon."""
    said = "the moon has not told us"
    assert stated(adviser, "").verdict is Verdict.ELIGIBLE
    monkeypatch.setattr("policies.advise.sounding_barred", lambda *_: said)
    answer = adviser.advise(CASE.format(""), as_of=DAY)
    likely = next(match for match in answer.matches if match.article == "hd-haifan-2013/1.3")
    for match in (likely, stated(adviser, "")):
        assert match.verdict is Verdict.UNKNOWN
        assert any(said in note for note in match.notes)


@pytest.mark.parametrize("more", ["分行那边还没回复。", "有几处谁也说不清。"])
def test_what_is_said_not_to_be_known_leaves_open_what_was_stated(adviser: Adviser, more: str) -> None:
    assert left_open(STATED.format(more), date(2023, 5, 23)).words
    match = stated(adviser, more)
    assert match.verdict is Verdict.UNKNOWN
    assert match.notes


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
    assert of_doubt > of_plain + 0.3


@pytest.mark.parametrize(
    "more",
    [
        "去年五月股东会决定把注册地迁到内蒙古，新执照已经换了。",
        "会计顺口提过，其中有几位其实是做安装的。",
        "The teller spoke of the bank's own money, but an annex names our supplier as entruster.",
    ],
)
def test_a_bar_told_in_passing_makes_a_text_heavier(more: str) -> None:
    assert weight_of(STATED.format(more)) > weight_of(STATED.format("")) + 0.05


def test_a_long_text_is_no_heavier_than_a_short_one() -> None:
    few = weight_of("We make bicycle bells. " * 12)
    assert weight_of("We make bicycle bells. " * 60) == pytest.approx(few, abs=0.4)


def weight_of(text: str) -> float:
    page = Page(text, DAY)
    spans = [page.source.span(clause.start, clause.end) for clause in misgivings.telling(page)]
    return misgivings.weight(misgivings.shipped().sums(np.asarray(passage(text).of(spans), np.float32))[:, 0])


def test_what_is_asked_bars_nobody() -> None:
    page = Page("We have a licence, nobody knows whether it is valid. Can we apply? 能不能拿到钱?", DAY)
    told = [page.text[clause.start : clause.end].strip() for clause in misgivings.telling(page)]
    assert told == ["we have a licence", "nobody knows whether it is valid"]
    assert sounding_barred("Can we apply?", DAY, passage("Can we apply?"), ()) is None


BARRED = (
    "我们是银川的有限公司，科技型中小企业，42人，去年营收2200万，增长两成，资产1900万。跟合作银行借了350万，一年，4.7%，已经还清。"
    "附页上的委托人是谁，经办的人也含糊其辞。"
)


def test_unread_words_are_quoted_and_read_ones_are_not() -> None:
    quoted = sounding_barred(BARRED, DAY, passage(BARRED), ())
    assert quoted
    assert quoted in BARRED
    assert sounding_barred(BARRED, DAY, passage(BARRED), [(0, len(BARRED))]) == ""
    assert sounding_barred(STATED.format(""), DAY, passage(STATED.format("")), ()) is None


def test_what_sounds_barred_is_said_without_a_quote_where_all_was_read(
    adviser: Adviser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policies.advise.sounding_barred", lambda *_: "")
    match = stated(adviser, "")
    assert match.verdict is Verdict.UNKNOWN
    assert any("逐条核对条件" in note for note in match.notes)


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
        texts.append(teach_misgivings.Told(f"hand{number % 12}", deserves, rows, {}))
    net: Net = teach_misgivings.learn(texts)
    mark = np.zeros((2, 512), np.float32)
    mark[0, 0] = mark[1, 1] = 1.0
    kept, doubted = net.sums(mark)[:, 0]
    assert doubted > kept + 1
