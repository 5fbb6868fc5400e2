"""The title of a specialised SME (专精特新), beside that of a little giant, which is chosen from among them."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北京大兴的专精特新中小企业，做轴承", {"specialised_sme": True}),
        ("我们还不是专精特新", {"specialised_sme": False}),
        ("正在申请专精特新，材料交上去了", {"specialised_sme": None}),
        ("專精特新證書去年過期了", {"specialised_sme": False}),
        ("我們是專精特新「小巨人」企業", {"little_giant": True}),
        ("We are recognised as a specialised, sophisticated and innovative SME", {"specialised_sme": True}),
        ("we are not a specialised and innovative enterprise", {"specialised_sme": False}),
        ("客户是专精特新企业", {}),
        ("专精特新板挂牌有用吗", {}),
        ("our specialised engineers know hydraulics", {}),
    ],
)
def test_the_title_of_a_specialised_sme(text: str, expected: dict[str, bool | None]) -> None:
    reading = read(text, DAY)
    found = {fact.name: fact.value for fact in (*reading.facts, *reading.doubts)}
    titles = {"specialised_sme", "little_giant"}
    assert {name: value for name, value in found.items() if name in titles} == expected
