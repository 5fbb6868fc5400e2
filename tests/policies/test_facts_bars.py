"""Every fact that decides in the shipped corpus, in everyday words: met, barring, and left open, in three scripts.

A case of the data files has a `fact`, a `value` (null: a doubt is expected), and `texts`. `or_open`: a doubt will do,
for a bar that may be read either way but must not be missed. `never`: the fact must not be stated, doubted or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.policies.stating import OPEN
from tests.policies.stating import stated as said

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[Any]:
    return list(_cases(name))


def _cases(name: str) -> Iterator[Any]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        case = json.loads(line)
        for text in case["texts"]:
            yield pytest.param(case, text, id=f"{case['fact']}={case['value']}: {text}")


def check(case: dict[str, Any], text: str, as_of: date) -> None:
    got = said(text, case["fact"], as_of)
    if case.get("never"):
        assert got in (OPEN, None)
    elif case["value"] is None:
        assert got == OPEN
    elif case.get("or_open"):
        assert got in (case["value"], OPEN)
    else:
        assert got == case["value"]
        assert isinstance(got, bool) == isinstance(case["value"], bool)


@pytest.mark.parametrize(("case", "text"), cases("facts_bars.jsonl"))
def test_what_meets_or_bars_is_read(case: dict[str, Any], text: str) -> None:
    check(case, text, date(2022, 8, 25))


@pytest.mark.parametrize(("case", "text"), cases("facts_owed.jsonl"))
def test_what_is_agreed_and_owed_is_read(case: dict[str, Any], text: str) -> None:
    check(case, text, date(2026, 11, 22))


@pytest.mark.parametrize("name", ["loan_overdue", "loan_kind", "serious_dishonesty", "other_regional_funding"])
@pytest.mark.parametrize(
    "text",
    [
        "我们是银川的有限公司，高新技术企业，职工120人，去年营收8000万，向宁夏银行贷款500万，利率4.2%，按时还款。",
        "公司在石嘴山，做机械的，研发占营收3%，想知道贷款贴息能拿多少。",
        "銀川的科技公司，向合作銀行貸款三百萬，準時還款，沒有其他補助。",
        "We borrowed 3 million from a partner bank and pay on time.",
        "How much of our loan interest can the region pay back?",
        "我们给区教育局供货，欠我们80万已经逾期45天，能不能投诉？",
        "The county government owes us 300k for road work, 90 days late. What can we do?",
        "公司用厂房抵押，老板提供担保，向工行借了300万。",
        "We run a leasing company in Yinchuan with 20 staff.",
    ],
)
def test_a_plain_account_raises_no_bar(text: str, name: str) -> None:
    assert said(text, name, date(2022, 8, 25)) in (None, False, "bank")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("没有逾期。不过去年晚还过一次。", "loan_overdue"),
        ("No violations. We were fined in March though.", "serious_dishonesty"),
        ("沒有其他補助。自治區去年已補過這筆利息。", "other_regional_funding"),
        ("银行贷了300万，另外跟股东借了100万。", "loan_kind"),
        ("我们是高企。高企证书去年过期了。", "high_tech_certified"),
    ],
)
def test_a_bar_beside_its_denial_is_open(text: str, name: str) -> None:
    assert said(text, name, date(2022, 8, 25)) == OPEN
