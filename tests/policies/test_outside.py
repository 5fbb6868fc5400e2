"""Enterprises outside the mainland: nothing is decided in their favour, and nothing nationwide is shown to them."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.criteria import evaluate, lies_in
from policies.types import Verdict

DAY = date(2026, 11, 22)
IN_FAVOUR = ("eligible", "likely", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "We are a company registered in Vietnam with 40 staff, we make shoes. Which subsidies can we get?",
        "I own a bakery in Leeds, UK. Does the city council give grants for a new shop front?",
        "我们是在香港注册的公司，做贸易，12个人，有什么贷款支持吗",
        "我們公司在台北，做醫材，35人，有政府補助嗎",
    ],
)
def test_nothing_nationwide_is_shown(adviser: Adviser, text: str) -> None:
    assert adviser.advise(text, as_of=DAY).matches == ()


def test_a_plant_in_the_mainland_makes_no_company_there(adviser: Adviser) -> None:
    text = "We are registered in Hong Kong and have a plant in Kunshan, 60 people. Can the angel fund invest in us?"
    found = adviser.advise(text, as_of=DAY)
    assert {str(match.verdict) for match in found.matches}.isdisjoint(IN_FAVOUR)


@pytest.mark.parametrize("region", ["GB", "VN", "CN-71", "CN-81", "CN-82"])
def test_no_article_is_decided_in_their_favour(adviser: Adviser, region: str) -> None:
    for article in adviser.corpus.articles.values():
        verdict = evaluate(article, adviser.corpus, {"region": region}, DAY).verdict
        assert verdict not in (Verdict.ELIGIBLE, Verdict.LIKELY, Verdict.UNKNOWN), article.id


def test_the_mainland_is_what_the_area_says() -> None:
    assert lies_in("CN-32/suzhou", "CN")
    assert lies_in("CN", "CN")
    assert lies_in("CN-81", "CN") is False
    assert lies_in("GB", "CN") is False
    assert lies_in("CN-81", "CN-81")
