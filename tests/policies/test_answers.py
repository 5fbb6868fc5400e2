"""A typed reply: a figure answers where it stands alone or is said of the fact; questions answer nothing."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.errors import AnswerError
from policies.types import FactValue

ADVISER = Adviser()
DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("employees", "一般要多久能批下来"),
        ("employees", "帮我写一首诗"),
        ("employees", "一定可以拿到嗎"),
        ("employees", "write me 1 poem"),
        ("loan_date", "2026年能拿到吗"),
        ("partner_institution", "能不能拿到"),
        ("partner_institution", "對了，還有一件事"),
        ("partner_institution", "不过我想先看看别的"),
        ("industry", "帮我写一首诗"),
    ],
)
def test_a_question_or_a_request_answers_nothing(fact: str, text: str) -> None:
    with pytest.raises(AnswerError) as caught:
        ADVISER.answer(fact, text, as_of=DAY)
    assert not caught.value.declined


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("employees", "我们现在大概有120名员工左右", 120),
        ("employees", "it's about 120 people", 120),
        ("employees", "不對，員工195人，營收1900萬", 195),
        ("annual_revenue_cny", "around 8 million last year", 8_000_000),
        ("loan_date", "in May 2025", "2025-05"),
    ],
)
def test_a_figure_with_what_goes_with_one_answers(fact: str, text: str, value: FactValue) -> None:
    assert ADVISER.answer(fact, text, as_of=DAY) == value
