"""A condition of which nobody said anything is told as presumed with its reason, in the reader's language."""

from datetime import date

import pytest

from policies.advise import Adviser
from policies.types import Language

DAY = date(2026, 11, 23)
TEXT = "北京的小微企业，想投区教委的标，价格能扣除吗？"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "您没有说，按符合计（"),
        ("zh-Hant", "您沒有說，按符合計（"),
        ("en", "you did not say; taken as met ("),
    ],
)
def test_what_was_not_said_is_not_told_as_said(adviser: Adviser, language: Language, words: str) -> None:
    answer = adviser.advise(TEXT, as_of=DAY, language=language)
    match = next(one for one in answer.matches if one.article == "bj-sme-2020/28")
    presumed = [one.because for one in match.conditions if words in one.because]
    assert presumed
    assert all("{" not in one for one in presumed)


def test_what_was_said_is_told_with_its_words(adviser: Adviser) -> None:
    answer = adviser.advise("北京的小微企业，去投一家民营房企自己的招标，价格能扣除吗？", as_of=DAY, language="zh-Hans")
    match = next(one for one in answer.matches if one.article == "bj-sme-2020/28")
    bought = next(one for one in match.conditions if "采购" in one.label)
    assert bought.verdict == "unmet"
    assert "没有说" not in bought.because
