"""Messages that only state facts, figures behind a fact's name, and what cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from bot.statements import labelled, only_states, unreadable
from policies.advise import Adviser
from policies.text import normalise

DAY = date(2026, 11, 22)


def states(adviser: Adviser, words: str, *, restates: bool) -> bool:
    reading = adviser.reading(words, DAY)
    spans = [fact.span for fact in (*reading.facts, *reading.doubts)]
    assert spans, words
    themes = [normalise(word) for theme in adviser.corpus.vocabulary.themes.values() for word in theme.words]
    return only_states(words, spans, restates=restates, themes=themes)


@pytest.mark.parametrize(
    "words",
    [
        "我们搬到石嘴山了", "我們搬到石嘴山了", "we moved to Shizuishan", "we now have 90 people",
        "其实去年营收是6000万",
        "其實去年營收是6000萬", "现在有90人", "公司已迁到苏州", "actually our revenue was 60 million",
        "更正：员工50人",
        "sorry, we are 45 people", "120人", "120 people", "去年营收6000万", "贷款金额600万", "我们在银川",
        "we are in Yinchuan",
    ],
)  # fmt: skip
def test_new_values_of_what_is_known(adviser: Adviser, words: str) -> None:
    assert states(adviser, words, restates=True)


@pytest.mark.parametrize("words", ["120人，总资产6000万", "120 people", "we are in Yinchuan", "总资产6000万"])
def test_more_facts_and_nothing_else(adviser: Adviser, words: str) -> None:
    assert states(adviser, words, restates=False)


@pytest.mark.parametrize(
    "words",
    [
        "我们在银川做软件，120人，想贷款500万", "我们搬到石嘴山了，有什么补贴？", "现在有90人，需要培训",
        "银川有什么补贴",
        "we now have 90 people, what support is there?", "20 people, bakery in Beijing, we need a loan",
        "担保费20万能补多少", "北京的公司怎么申请", "we are in Yinchuan and want a grant",
        "去年营收6000万，国企欠我们80万不给，怎么办",
    ],
)  # fmt: skip
def test_a_matter_of_its_own(adviser: Adviser, words: str) -> None:
    assert not states(adviser, words, restates=True)


@pytest.mark.parametrize("words", ["付了担保费20万", "在银川交了科技保险保费8万", "120人，上市辅导花了50万"])
def test_a_theme_named_with_a_new_fact_is_a_matter_of_its_own(adviser: Adviser, words: str) -> None:
    assert not states(adviser, words, restates=False)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("corrected: patents 12", ("patents", "12")), ("patents: 12", ("patents", "12")),
        ("更正：专利数量12", ("patents", "12")),
        ("专利12", ("patents", "12")), ("total assets 5 million", ("total_assets_cny", "5 million")),
        ("资产总额改为500万", ("total_assets_cny", "500万")), ("資產總額改為500萬", ("total_assets_cny", "500万")),
        ("the loan amount is 3m", ("loan_amount_cny", "3m")), ("lunch 12", None), ("800k", None), ("R-0001 12", None),
        ("revenue 60m", None), ("Helan Water 800k", None), ("", None),
    ],
)  # fmt: skip
def test_a_figure_behind_the_name_of_a_fact(adviser: Adviser, words: str, found: tuple[str, str] | None) -> None:
    numbers = (fact for fact in adviser.corpus.vocabulary.facts.values() if fact.kind == "number")
    assert labelled(words, {fact.name: (fact.label.zh, fact.label.en) for fact in numbers}) == found


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("привет как дела", "alphabet"), ("สวัสดีครับ", "alphabet"), ("مرحبا", "alphabet"),
        ("안녕하세요 대출", "alphabet"),
        ("😀😀", "signs"), ("？！……", "signs"), ("👍🏻", "signs"), ("https://a.cn/b?c=d", "links"),
        ("https://a.cn/1 https://b.cn/2", "links"), ("www.example.com", "links"),
        ("银川", None), ("120", None), ("Yinchuan", None), ("软件 https://a.cn", None),
        ("我们想申请 кредит", None), ("café in Beijing", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read(words: str, why: str | None) -> None:
    assert unreadable(words) == why
