"""A text that sounds as if something stood in the way: nobody is told that he qualifies (ADR 37)."""

from __future__ import annotations

import json
from datetime import date

import pytest

from policies.advise import Adviser
from policies.facts import left_open, sounding_barred
from policies.facts.learned import misgivings
from policies.facts.scope import Page
from policies.match import Matcher
from policies.results import Match
from policies.text import normalise
from policies.types import Verdict
from policies.wording import learning
from tests.policies import quality, teach_misgivings

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
    """Whatever the words weigh: here the moon."""
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
    assert weight_of(text) > weight_of("We make bicycle bells and sell them in three provinces.") + 0.3


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
    return misgivings.shipped().of(normalise(text))


def test_what_is_asked_bars_nobody() -> None:
    page = Page("We have a licence, nobody knows whether it is valid. Can we apply? 能不能拿到钱?", DAY)
    told = [page.text[clause.start : clause.end].strip() for clause in misgivings.telling(page)]
    assert told == ["we have a licence", "nobody knows whether it is valid"]


BARRED = (
    "我们是银川的有限公司，科技型中小企业，42人，去年营收2200万，增长两成，资产1900万。跟合作银行借了350万，一年，4.7%，已经还清。"
    "附页上委托人写的是我们的供应商，经办的人也含糊其辞，问了几次都没有答复。"
)


def barred_by(text: str, *told: tuple[int, int]) -> str | None:
    return sounding_barred(text, normalise(text), DAY, told)


def test_unread_words_are_quoted_and_read_ones_are_not() -> None:
    quoted = barred_by(BARRED)
    assert quoted
    assert quoted in BARRED
    assert barred_by(BARRED, (0, len(BARRED))) == ""
    assert barred_by(STATED.format("")) is None


def test_ordinary_talk_stands_in_nobodys_way() -> None:
    """Of texts that tell facts and no case, which were not learnt from."""
    rows = [json.loads(line) for line in (quality.DATA / "facts_held.jsonl").read_text("utf-8").splitlines()]
    grave = [row["id"] for row in rows if barred_by(row["text"]) is not None]
    assert len(rows) >= 60
    assert len(grave) <= 1, grave


def test_what_sounds_barred_is_said_without_a_quote_where_all_was_read(
    adviser: Adviser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policies.advise.sounding_barred", lambda *_: "")
    match = stated(adviser, "")
    assert match.verdict is Verdict.UNKNOWN
    assert any("逐条核对条件" in note for note in match.notes)


def test_without_vectors_it_sounds_the_same_and_without_a_case_nothing_is_doubted(adviser: Adviser) -> None:
    alone = Adviser(adviser.corpus, Matcher(adviser.corpus))
    assert verdict(alone, "") is Verdict.LIKELY
    assert stated(alone, "").verdict is Verdict.ELIGIBLE
    need = "We are in Haidian and nobody can find the papers."
    assert not any("papers" in note for match in adviser.advise(need, as_of=DAY).matches for note in match.notes)


def test_what_is_kept_are_words_and_what_they_weigh() -> None:
    weights = misgivings.shipped()
    assert len(weights.each) > 5_000
    assert all(gram.strip() == gram != "" for gram in weights.each)
    assert weights.of("") == pytest.approx(weights.usual / 100)


def test_learning_tells_what_separates_the_verdicts() -> None:
    texts = []
    for number in range(120):
        deserves = number % 2 == 0
        plain = f"we make part {number}, " + ("all was paid" if deserves else "the seat moved away")
        texts.append(teach_misgivings.Told(f"hand{number % 12}", deserves, plain, {}))
    weights = learning.weights(teach_misgivings.lesson(texts))
    assert weights.of("the seat of our firm moved away") > weights.of("all our loans were paid") + 1
