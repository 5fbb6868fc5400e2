"""One of two places or sizes, costs borne in part, loans of the chairman's own, other cases, prices before a cut."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The district has yet to tell us if we rank as a small or a medium-sized enterprise.", OPEN),
        ("The letter that says if we are a small or a medium-sized company is still on its way.", OPEN),
        ("Only our accountant can say whether our numbers make us a medium-sized enterprise.", OPEN),
        ("统计局还没来函说明我们算小型还是中型企业。", OPEN),
        ("統計單位判定我們是小型企業或中型企業的公文還沒到。", OPEN),
        ("We are a small or medium-sized firm.", None),
        ("The bureau's letter says that we are a medium-sized firm.", "medium"),
        ("统计局来函说明我们算中型企业。", "medium"),
        ("我們是海淀區的一家小企業。", "small"),
        ("我们是苏州一家大公司的供应商。", None),
    ],
)
def test_one_of_two_sizes(text: str, value: object) -> None:
    assert said(text, "size") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We have a plant in Yinchuan and an office in Lanzhou; the company is registered in one of the two.", OPEN),
        (
            "There is a factory at Guyuan and another in Lanzhou; I never checked which of the two the licence names.",
            OPEN,
        ),
        ("We make pumps in Zhongwei and sell in Xi'an; I have never seen where the firm was set up.", OPEN),
        ("我们在银川有车间，在乌海有仓库，公司注册在其中一处，我从没看过执照。", OPEN),
        ("老公在吴忠有个厂、在兰州有个店，公司当初是在两地中的一个办的。", OPEN),
        ("我們在蘇州和無錫都有辦公室，公司登記在其中一處。", "CN-32"),
        ("厂子在石嘴山，仓库在乌海，执照上的地址是石嘴山。", "CN-64/shizuishan"),
        (
            "Our sales office is in Suzhou, but the company itself is registered, taxed and working in Wuxi.",
            "CN-32/wuxi",
        ),
        ("Our showroom is in Wuxi, but the firm is registered, pays its taxes and works in Suzhou.", "CN-32/suzhou"),
        (
            "Our depot lies in Yinchuan, the enterprise itself is established, taxed and run in Lanzhou.",
            "CN-62/lanzhou",
        ),
        ("我們在蘇州有業務辦事處，但公司本身登記、繳稅、營運都在無錫。", "CN-32/wuxi"),
    ],
)
def test_one_of_two_places(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("去年底自治區工信部門的資金已經幫我們報了其中三成擔保費。", True),
        ("工信厅的中小企业资金已经给我们报了三成担保费。", True),
        ("自治區財政的資金已替我們出了其中兩成保費。", True),
        ("The regional SME fund has already picked up 30% of the fee; we want the balance here.", True),
        ("The provincial commerce department's money has taken care of part of our guarantee fee.", True),
        ("其中三成利息已由市里的工业资金承担，剩下七成想在这里报。", OPEN),
        ("Yinchuan city has already borne a third of the premium from its own programme.", OPEN),
        ("同行的担保费，自治区工信部门的资金已经报了三成，我们没有。", None),
        ("我们打算向工信部门的中小企业资金申报三成担保费。", None),
        ("去年自治區給了我們一筆人才獎勵，跟貸款毫無關係。這筆貸款沒有拿過任何財政補助。", False),
        ("The region gave us a talent award, wholly unconnected with the loan. The loan had no other subsidy.", False),
        ("自治区给过我们这笔贷款的贴息。", True),
    ],
)
def test_other_money_in_part_or_unconnected(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "We borrowed 2 million from a partner bank and paid on time. The owner's home loan there was late once; "
            "that is his affair.",
            "loan_kind",
            "bank",
        ),
        ("公司的贷款每期都按时还。老板自己的车贷逾期过，跟公司没关系。", "loan_overdue", False),
        ("公司向合作銀行貸款，準時還清；股東私人的房貸遲繳過一次，跟公司無涉。", "loan_overdue", False),
        ("The chairman borrowed 4 million in his own name and passed it to the company.", "loan_kind", "personal"),
        ("Our bank loan fell behind once.", "loan_overdue", True),
        ("The loan was drawn late in June 2021 and every payment was made when due.", "loan_overdue", False),
        ("A bank lent us money in late June 2021; every payment went through on the day.", "loan_overdue", False),
        ("One payment was late in December.", "loan_overdue", True),
        (
            "We lent to a technology firm with sales of 120 million last year. A colleague had half for a start-up "
            "with 20 million in sales.",
            "annual_revenue_cny",
            120_000_000,
        ),
        ("我们是海帆企业，带宽费降价之后全年6万元，降价前要6.5万。", "bandwidth_fee_cny", 60_000),
        ("公司去年进了海淀的“海帆计划”名单。", "haifan_enterprise", True),
        (
            "我在苏州一家银行做信贷，今年给科技企业放的信用贷款总共1.1亿，其中单户不超过500万的有8000万，剩下3000万是大户。",
            "credit_loans_lent_cny",
            80_000_000,
        ),
    ],
)
def test_whose_and_which(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
