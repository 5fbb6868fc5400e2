"""A title's paper without a legible day, and a partner whose standing is only assumed."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "A high-tech plaque hangs in our hall. It came with a certificate of which I have only a photocopy on "
            "which the date is cut off.",
            OPEN,
        ),
        ("We are a high-tech enterprise; on the scan of the certificate nobody can make out the expiry date.", OPEN),
        ("The national high-tech certificate is in the drawer, but water got at it and the year is smudged.", OPEN),
        ("There is a high-tech enterprise plaque on the wall with a faded date.", OPEN),
        ("墙上挂着高新技术企业的牌子，证书只找到一张复印件，日期看不清。", OPEN),
        ("我们是高新技术企业，证书照片上有效期那一行被手指挡住了。", OPEN),
        ("高新技術企業的證書影印本我有，可是日期給裁掉了。", OPEN),
        ("公司評過高新技術企業，證書掃描檔上看不出有效期。", OPEN),
        ("We are a high-tech enterprise, certificate valid until 2024; a photo of it is attached.", True),
        (
            "We are a high-tech enterprise; the date on the photocopy is cut off, but the register online says it is "
            "valid until December 2023.",
            True,
        ),
        ("我们是高新技术企业，证书有效期到2023年底。发票复印件上的日期看不清。", True),
        ("高新技术企业证书上日期看不清，不过官网能查到还在有效期内。", True),
    ],
)
def test_a_paper_whose_day_nobody_can_read(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The lender often works with a guarantee company and we paid it 90,000 yuan. I assume that makes it a "
            "partner as well, but I have not seen its name.",
            OPEN,
        ),
        ("Our insurer belongs to the partner bank; I would think that makes it a partner too.", OPEN),
        ("Its owner signed with the department, which I suppose made it a cooperating institution.", OPEN),
    ],
)
def test_a_partner_that_is_only_assumed(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value
