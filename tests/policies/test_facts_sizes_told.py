"""Sizes told by post, by a standard or on the day of signing; the buyer's size and figures; the post of a person."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2025, 11, 20)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "One of our colleagues has worked as a receptionist for two years; she has no management "
            "duties and does no technical work. May she get a work residence permit?",
            "other",
        ),
        ("Could our van driver get a Beijing work residence permit?", "other"),
        ("我们公司的前台想办北京工作居住证，可以吗？", "other"),
        ("本公司櫃檯的文員想申請北京工作居住證", "other"),
        ("公司出纳是河北人，不做管理，也不碰技术，想办工作居住证", "other"),
        ("Our general manager is from Hebei. Can he have a work residence permit?", "senior-manager"),
        ("我们的总工想办北京工作居住证", "core-technical"),
        ("副总经理是外地户口，能申请人才引进吗", "senior-manager"),
        ("她是公司的核心技术人员，想办工作居住证", "core-technical"),
        ("他是技術骨幹，想辦北京工作居住證", "core-technical"),
        ("The woman who leads our development would need a Beijing work residence permit.", "core-technical"),
        ("I am the general manager and ask about a work residence permit for our receptionist.", "other"),
        ("I am the general manager of a small firm in Beijing. Can I get a work residence permit?", "senior-manager"),
        ("我是公司会计，我们总工想办居住证", "core-technical"),
        ("The rule is for senior managers and core technical staff. One colleague wants the residence permit.", None),
        ("规定只给高管和核心技术人员办居住证，我们有个同事也想办", None),
        ("Our general manager says our cleaner should ask for a residence permit. Can she?", "other"),
        ("We want residence permits for our chief engineer and our receptionist.", OPEN),
        ("Our engineer wants a Beijing work residence permit.", None),
        ("Our customer's chief engineer has a Beijing residence permit; a colleague of ours wants one.", None),
        ("Does our receptionist count as core technical staff for the residence permit?", "other"),
        ("Our driver is paid well. Can we get a loan?", None),
        ("Next year she will become general manager; can she have a residence permit today?", None),
        ("She is neither a manager nor does she do any technical work. Can we get her a Beijing hukou?", "other"),
        ("他既不是高管也不是技术骨干，能落户吗", "other"),
        ("He is not core technical staff. Residence permit?", None),
    ],
)
def test_whose_permit_is_wanted(text: str, role: object) -> None:
    assert said(text, "talent_role") == role


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "We have 2,400 employees and under the national standard we are classed as a large industrial enterprise.",
            "large",
        ),
        ("By the national standard we are a large enterprise.", "large"),
        ("We are large under the national standard.", "large"),
        ("Our staff and sales made us a large enterprise long ago.", "large"),
        ("按国家划型标准，我们属于大型工业企业。", "large"),
        ("我司依國家標準劃為大型企業", "large"),
        ("我们公司被认定为大型企业", "large"),
        ("We are not classed as a large enterprise.", None),
        ("Are we classed as a large enterprise?", OPEN),
        ("If we were classed as a large enterprise, what then?", None),
        ("Our customer is classed as a large enterprise.", None),
        ("I keep the ledger of a small medical-linen company in Nanchang.", "small"),
        ("I handle wages for a medium-sized biotech company in Yizhuang, Beijing.", "medium"),
        ("I am the accountant of a micro enterprise in Xi'an.", "micro"),
        ("I'm in charge of contracts at a medium-sized pump maker.", "medium"),
        ("I do the books for a small family bakery in Harbin.", "small"),
        ("I look after the budget of a large steel enterprise.", "large"),
        ("我在一家小型医用布草公司管账", "small"),
        ("我在一家中型泵業公司做出納", "medium"),
        ("I am the supplier of a small company in Wuhan.", None),
        ("I deliver linen to a small hotel company.", None),
        ("I sell flowers to a medium-sized retail company.", None),
        ("我给一家中型泵业公司供货", None),
        (
            "When we signed in July 2025 we had 1,300 employees and sales of RMB 700 million, which "
            "made us a large enterprise. In December we sold a division, so that we now count as medium-sized.",
            "large",
        ),
        ("When we signed the contract in May we were medium-sized; today we are a large enterprise.", "medium"),
        ("签合同时我们还是小型企业，今年已属于中型企业", "small"),
        ("簽約時我們算大型企業，現在縮成中型", "large"),
        ("When we signed we counted as a small enterprise; by now we rank as medium.", "small"),
    ],
)
def test_a_size_by_post_standard_or_day_of_signing(text: str, size: object) -> None:
    assert said(text, "size") == size


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (
            "payer_kind",
            "Our small firm has won a contract from the city's transport bureau, which asks for a "
            "performance bond of RMB 120,000.",
            "department",
        ),
        (
            "payer_kind",
            "We're small; I told the county's public hospital so when we signed. They owe us RMB 10,000.",
            "institution",
        ),
        (
            "payer_kind",
            "In August 2025 I delivered zips to the bag workshop across the road, a private firm with "
            "fifteen people, so a small fish like ourselves. It has not paid.",
            "sme",
        ),
        (
            "payer_kind",
            "We sold glue to a box maker in our village, a small firm just like us, and it has not paid.",
            "sme",
        ),
        ("payer_kind", "我给隔壁包厂送了7万元拉链，人家也就是个小厂，一直没付款", "sme"),
        ("payer_kind", "我把貨賣給對面的紙盒廠，跟我們一樣是小廠，貨款到現在沒給", "sme"),
        (
            "payer_kind",
            "We delivered lamps to the county hospital, and a small firm like us cannot wait to be paid.",
            "institution",
        ),
        ("payer_kind", "The county hospital owes us money. Does the law help small fish like us?", "institution"),
        (
            "payer_kind",
            "The buyer is privately owned and owes us RMB 310,000; it will not tell us whether it is a "
            "large or a medium-sized company.",
            OPEN,
        ),
        ("payer_kind", "The customer has not paid. We don't know whether it was large or medium when we signed.", OPEN),
        ("payer_kind", "对方欠我们货款，它是大型企业还是中型企业，我们一直查不到", OPEN),
        ("payer_kind", "客戶欠款三個月，我們不知道它是大型還是中型企業", OPEN),
        (
            "payer_kind",
            "The buyer is a large enterprise and owes us money. We do not know whether it is listed.",
            "large-enterprise",
        ),
        (
            "payer_kind",
            "The county bureau owes us money. Nobody here knows whether the company is still small or already medium.",
            "department",
        ),
        (
            "sme_notice",
            "We won a contract from the city's bureau, which knows from our tender that we are a small enterprise.",
            True,
        ),
        (
            "sme_notice",
            "The hospital knew from our offer that we were a micro enterprise when we signed the "
            "contract. It has not paid.",
            True,
        ),
        (
            "sme_notice",
            "The buyer has not paid; it learned by our quotation of our size; we are a medium-sized firm.",
            True,
        ),
        ("sme_notice", "医院欠我们货款，它从我们的投标文件里就知道我们是小型企业", True),
        ("sme_notice", "局裡欠我們貨款，他們從我們的標書裡了解到我們是一家中型企業", True),
        ("sme_notice", "I told the county's public hospital so when we signed; we are small.", None),
        (
            "sme_notice",
            "We're a small enterprise, and I told the county's public hospital so when we signed the "
            "contract. It has not paid.",
            True,
        ),
        (
            "sme_notice",
            "The bureau has not paid and did not know from our tender that we are a small enterprise.",
            False,
        ),
        (
            "sme_notice",
            "The bureau has not paid. Does the bureau know from our tender that we are a small enterprise?",
            OPEN,
        ),
        ("contract_date", "It has owed us RMB 310,000 since the end of September 2025 under a contract.", None),
        ("contract_date", "We signed the contract in September 2025.", "2025-09"),
        (
            "employees",
            "I delivered zips to the bag workshop across the road, a private firm with fifteen people.",
            None,
        ),
        ("employees", "We are a bag workshop with fifteen people.", 15),
        (
            "annual_revenue_cny",
            "I delivered zips to the bag workshop across the road, a private firm with fifteen people "
            "and about 4 million in turnover.",
            None,
        ),
    ],
)
def test_the_buyer_and_what_it_was_told(name: str, text: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("The contract doesn't say a word about interest for paying late.", False),
        ("The contract does not say anything about default interest.", False),
        ("The contract didn't say a single word on late interest.", False),
        ("The bank doesn't say a word about whether we are in arrears.", True),
        ("The file does not say whether we were late.", True),
    ],
)
def test_a_contract_silent_on_interest_leaves_nothing_open(text: str, open_: bool) -> None:
    assert bool(left_open(text, DAY).words) is open_


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "When we signed the contract with a large state-owned dockyard in the south in July 2025, we were a large "
            "enterprise. We have sold two plants since and count as a medium-sized one.",
            "large",
        ),
        ("签约时按国家标准我们自己还是大型企业，后来卖了两块业务，现在按标准已经是中型企业。", "large"),
        ("簽這份合同的時候我們還是小型企業，今年做大了，現在是中型企業。", "small"),
        ("When they signed with us they were a large enterprise. We are a small enterprise.", "small"),
    ],
)
def test_the_size_is_that_of_the_day_of_the_contract(text: str, size: str) -> None:
    """Payment regulation, art. 3."""
    assert said(text, "size") == size
