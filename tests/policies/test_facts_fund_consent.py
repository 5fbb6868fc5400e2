"""Whether the committee lets the angel fund go above its ceiling, and what it then puts in (ks-angel-2021/10)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from policies.advise import Adviser
from policies.facts import extract

DAY = date(2022, 7, 20)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Last week the state-assets commission's investment committee agreed to RMB 6.5 million.", True),
        ("We want 8 million. The investment decision committee has approved it.", True),
        ("Our round of 7 million was approved by the city's state-owned assets commission.", True),
        ("市国资委的投资决策委员会已经同意投八百万。", True),
        ("国资委投决会上周点头了,可以投650万。", True),
        ("國資委的投資決策委員會特批了七百萬。", True),
        ("我们拿到了国资委投资决策委员会的批复。", True),
        ("The investment committee turned it down last week.", False),
        ("The state-assets commission's committee has not agreed to more than 5 million.", False),
        ("国资委投决会没有同意超过五百万。", False),
        ("投资决策委员会否决了我们的方案。", False),
        ("If the investment committee agreed, could we have 8 million?", None),
        ("The investment committee is to decide in May whether it is approved.", None),
        ("We hope the state-assets commission's committee approves 8 million.", None),
        ("要等国资委投决会同意才能超过五百万。", None),
        ("投决会能不能同意投八百万？", None),
        ("国资委欠我们货款三个月了。", None),
        ("Our own board agreed to sell shares.", None),
    ],
)
def test_the_committee_has_decided(text: str, value: object) -> None:
    found = {fact.name: fact.value for fact in extract(text, DAY)}
    assert found.get("fund_limit_lifted") is value


CASE = (
    "We develop optical sensors in Kunshan, registered and taxed there since 2020 as an independent limited company: "
    "40 people, 25 in research, 12 patents of our own, research costs of 5 million, net assets of 9 million. The line "
    "is one of the leading industries there; three founders hold all shares, the first of them 52 percent. We want "
    "RMB 7 million from the angel fund at 35 million before the money. {} How much can it put in?"
)


@pytest.mark.parametrize(
    ("more", "sum_"),
    [
        ("The state-assets commission's investment committee has agreed.", 7_000_000),
        ("The state-assets commission's investment committee has refused.", 5_000_000),
        ("The investment committee will look at it in May.", 5_000_000),
    ],
)
def test_what_the_fund_puts_in_at_most(adviser: Adviser, more: str, sum_: int) -> None:
    answer = adviser.advise(CASE.format(more), as_of=DAY)
    match = next(match for match in answer.matches if match.article == "ks-angel-2021/10")
    benefit = next(one for one in match.benefits if one.id == "angel-investment")
    assert benefit.amount_cny == Decimal(sum_)
    assert (benefit.cap_cny is None) == (sum_ == 7_000_000)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("25人做研發，三位創辦人持股，第一大佔52%。", None),
        ("三个创始人，老大占52%，研发25人。", None),
        ("三位创始人持股,研发人员占52%。", 52),
        ("40人，研发占52%，三位创始人持股。", 52),
        ("The founders hold all shares, the first of them 52%; 25 of our 40 people are in research.", None),
        ("52% of our people are in research; three founders hold the shares.", 52),
    ],
)
def test_an_owners_share_is_no_share_of_researchers(text: str, share: object) -> None:
    found = {fact.name: fact.value for fact in extract(text, DAY)}
    assert found.get("rnd_staff_pct") == share
