"""Facts read in haste: a denied list taken for a title, "there" taken for our seat, a loan set aside taken for ours."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)

said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        ("我们没有高新、科技型中小企业等其他任何称号。", "tech_sme", False),
        ("我们没有高新、科技型中小企业等其他任何称号。", "little_giant", False),
        ("公司没有高企、科小、小巨人这类称号。", "tech_sme", False),
        ("我们手上没有高新、专精特新、科技型中小企业之类的资格。", "tech_sme", False),
        ("我們沒有高新、科技型中小企業等任何稱號。", "tech_sme", False),
        ("公司未取得高新、小巨人、科技型中小企業等稱號", "tech_sme", False),
        ("We hold no high-tech, technology SME or any other title.", "tech_sme", False),
        ("We hold no high-tech, technology SME or any other title.", "little_giant", False),
        ("We do not hold high-tech, technology-SME, little giant or any other status.", "tech_sme", False),
        ("We do not hold high-tech, technology-SME, little giant or any other status.", "little_giant", False),
        ("We are a technology SME and hold no high-tech or any other title.", "tech_sme", True),
        ("We are a technology SME with no arrears or other status.", "tech_sme", True),
        ("我们没有欠税、是科技型中小企业。", "tech_sme", True),
        ("我们没有失信、逾期，科技型中小企业在有效期内。", "tech_sme", True),
        ("高新没续、科技型中小企业还在有效期。", "tech_sme", True),
        ("无欠税、其他称号都在有效期，科技型中小企业也在。", "tech_sme", True),
        ("客户没有高新、科技型中小企业等称号，我们是科技型中小企业。", "tech_sme", True),
        ("如果没有高新、科技型中小企业等称号，能申请吗？", "tech_sme", OPEN),
    ],
)
def test_a_denied_list_denies_all_its_items(text: str, title: str, value: object) -> None:
    assert said(text, title) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We are registered in Haidian. The offices, the lab and all 30 people have been in Changping since 2012, "
            "and our taxes are paid there too.",
            False,
        ),
        ("Our registered address is in Haidian but staff and lab are all in Changping and we pay taxes there.", False),
        ("Registered in Haidian. Our whole team has been in Fengtai since 2013.", False),
        ("公司注册在海淀，办公室和实验室、员工都在昌平，税也交在那里。", False),
        ("公司註冊在海淀，團隊2013年搬到昌平，現在在當地經營納稅。", False),
        ("公司註冊在海淀，人和設備都在昌平，稅也在那邊繳。", False),
        ("Registered in Haidian; we work and pay tax there.", True),
        ("Registered in Haidian in 2010, we operate there and pay our taxes there.", True),
        ("Our biggest customer is in Shanghai, we are registered in Haidian. We operate and pay tax here.", True),
        ("Registered in Haidian. Our customers are in Changping. Our taxes are paid in Haidian.", True),
        ("公司在海淀注册，一直在当地经营纳税。", True),
    ],
)
def test_there_is_the_place_named_last(text: str, value: object) -> None:
    assert said(text, "local_taxpayer") == value


def test_taxes_that_are_only_supposed_there() -> None:
    text = "Registered in Haidian. If all our people moved to Changping and taxes were paid there, could we apply?"
    assert said(text, "local_taxpayer") is not True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年利润和前一年一样。", 0),
        ("去年銷售成長4%，利潤跟前一年相同。", 0),
        ("销售额涨4%，净利润则和上一年持平。", 0),
        ("Profit was the same as the year before.", 0),
        ("Sales rose 4%; our profit did not change.", 0),
        ("Net income was equal to the previous year's.", 0),
        ("Our earnings were no higher than in 2020.", 0),
        ("利润和前年一样。", None),
        ("今年利润预计和前一年一样。", None),
        ("客户的利润和前一年一样。", None),
        ("如果利润和前一年一样，能申请吗？", None),
        ("Would we qualify if profit was the same as the year before?", None),
    ],
)
def test_a_profit_like_that_of_the_year_before(text: str, value: object) -> None:
    assert said(text, "profit_growth_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Of our 30 staff, 2 do research; another seven engineers who help us are on the payroll of a college, "
            "not ours.",
            2,
        ),
        ("Of our 40 people, 6 do R&D. Four engineers in our lab are employed by the university.", 6),
        ("我们40人，研发3人；另有9名工程师帮忙，编制在南京的大学。", 3),
        ("公司40人，其中研发4人，另外八名工程師不是我們的員工。", 4),
        ("Of our 40 people, 12 engineers are on our own payroll.", 12),
        ("我们40人，研发人员12人，社保都由公司缴。", 12),
    ],
)
def test_researchers_of_another_house(text: str, value: object) -> None:
    assert said(text, "rnd_staff") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We took a loan of 3 million from a partner bank. My wife also has a private car loan, but we are not "
            "claiming for that.",
            "bank",
        ),
        ("合作银行已经放款300万。另外向小额贷款公司借的一笔钱与这次无关，不会申请。", "bank"),
        ("向銀行借了200萬元，如期還清。老闆的房貸是另一回事。", "bank"),
        ("The bank lent our company 2 million. The director's mortgage is another matter.", "bank"),
        (
            "The bank lent our company 2 million. We also have a micro-credit loan, which has nothing to do with "
            "this claim.",
            "bank",
        ),
        ("公司向银行贷了200万。我另外有一笔车贷，跟补贴没关系。", "bank"),
        ("银行的200万是以我个人名义借的，这跟补贴没关系吧？", "personal"),
        ("The bank lent 2 million in my own name. Is that another matter?", "personal"),
        ("银行贷了200万。另外从小贷公司借了100万，也想申请。", OPEN),
        ("The bank lent 2 million in my own name, but that is another matter.", OPEN),
    ],
)
def test_a_loan_that_is_set_aside(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The guarantor is a partner of the science department, the bank that lent is not on the list. We ask for "
            "the interest subsidy, not the guarantee fee.",
            False,
        ),
        ("担保公司是科技厅合作机构，放款银行不在合作名单上。我们只想申请贴息。", False),
        ("擔保公司是科技廳合作機構，放款銀行不在合作名單上。想要的是貼息，不是擔保費。", False),
        ("The guarantor is a partner of the science department, the bank that lent is not on the list.", OPEN),
        ("The bank is a partner of the science department. We only ask for the interest.", True),
        (
            "The insurer is a partner of the science department, the bank is not on the list. We ask for the premium.",
            OPEN,
        ),
    ],
)
def test_the_lenders_standing_counts_where_interest_is_asked_for(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value
