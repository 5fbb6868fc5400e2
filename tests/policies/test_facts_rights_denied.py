"""A right denied for what the matter is: a private tender, no invention, another insurance, a client's research."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import read
from tests.policies.stating import OPEN, stated

DAY = date(2023, 9, 5)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We bid for 60 lamps; the tender was run by a private hospital group and is not government procurement.",
            False,
        ),
        ("The purchase we tendered for has nothing to do with government procurement.", False),
        ("We are bidding to a shopping centre. The buyer is a private developer and pays itself.", False),
        ("The tender was issued by a private school. Is our price marked down?", False),
        ("It isn't a public tender: a hotel chain bought the chairs.", False),
        ("我们投了一家民营医院自己搞的招标，钱是它自己的。", False),
        ("这次招标的是一家民营集团，不是政府采购。", False),
        ("标是一家商场发的，跟政府采购没有关系。", False),
        ("招標方是一家私立學校，用自有資金，不屬於政府採購。", False),
        ("採購人是外資保險公司，我們的報價能扣減嗎？", False),
        ("Is this tender government procurement or not?", None),
        ("我们在投区教委的标，是政府采购。", None),
        ("这个项目是不是政府采购？", None),
        ("如果不是政府采购，报价还能扣减吗？", None),
        ("We are bidding in a government procurement of the city.", None),
        ("I don't know whether the buyer is a private company; we bid next week.", OPEN),
        (
            "去年那个标的招标方是民营医院，不是政府采购；这回是区教委招标，我们也投了。",
            OPEN,
        ),
    ],
)
def test_a_private_tender_is_no_government_purchase(text: str, value: object) -> None:
    assert said(text, "government_purchase") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We hold five utility models and have never filed for an invention patent.", False),
        ("We have no invention patents.", False),
        ("We own six patents, none of them is an invention.", False),
        ("Our seven patents are all utility models and designs.", False),
        ("We only have utility models. The university's invention patent is its own.", False),
        ("公司只有4件实用新型，从来没有申请过发明专利。", False),
        ("名下8件专利都是外观设计，没有一件是发明。", False),
        ("我们没有发明专利，那件发明专利是大学的。", False),
        ("發明專利一件都沒有。", False),
        ("我們名下全是新型專利，未申請過發明。", False),
        ("我们没有申请过发明专利补贴。", None),
        ("我们有3件发明专利，其余都是实用新型。", None),
        ("手上两件发明在审，还没有拿到发明专利。", None),
        ("我们没有发明专利，正在申请两件。", None),
        ("We have no invention patents granted, but two applications are pending.", None),
        ("客户没有发明专利。", None),
        ("如果没有发明专利，能领吗？", None),
        ("发明专利没有过期，年费能补吗？", None),
        ("We have never applied for an invention patent subsidy.", None),
    ],
)
def test_an_invention_that_the_company_does_not_have(text: str, value: object) -> None:
    assert said(text, "invention_patent") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We insured two vans and the canteen, but have bought no R&D or technology insurance.", False),
        ("We have not taken out any insurance connected with research.", False),
        ("The premium was for ordinary fire insurance on the warehouse.", False),
        ("We only have car insurance.", False),
        ("None of the policies has to do with research equipment.", False),
        ("买的是车险和火险，没有买过科技保险。", False),
        ("我们只买了车险，保费2万。", False),
        ("这几份都不是科技保险。", False),
        ("一份车险一份责任险，没有投保过与技术或者研发有关的保险。", False),
        ("去年從沒投保過研發責任險，只有員工團險。", False),
        ("我們只投了火險。", False),
        ("我们买了研发责任险，没有买过其他科技保险。", None),
        ("这份算不算科技保险？", None),
        ("还没买过科技保险，准备今年买一份。", None),
        ("Neither I nor the salesman can say whether it is technology insurance.", None),
        ("We took out R&D liability insurance and no other technology insurance.", None),
        ("It might be the cover for our key laboratory equipment, or just the ordinary car insurance.", OPEN),
        ("We have one policy: it might cover key equipment used in development, or just the ordinary van cover.", OPEN),
        ("这份保单可能是设备险，也可能只是普通车险。", OPEN),
        ("客户只买了车险。", None),
        ("We bought technology insurance and car insurance.", None),
    ],
)
def test_insurance_that_is_none_of_technology(text: str, value: object) -> None:
    assert said(text, "technology_insurance") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们替客户开发一款泵，费用全部由客户承担，成果归他们。", False),
        ("研制新阀门的材料和人工费都由委托方出，账也记在委托方账上。", False),
        ("開發是甲方立項，費用由甲方支付，列在甲方的研發費。", False),
        ("We developed a valve for a customer; all costs were paid by the customer.", False),
        ("The development was booked in the client's accounts.", False),
        ("For that development the customer bore the full cost.", False),
        ("开发费一半由客户承担，另一半我们自己出。", None),
        ("替客户开发的费用由客户出，我们自己另外花了80万做研发。", None),
        ("如果开发费由客户承担，能扣除吗？", None),
    ],
)
def test_research_that_a_client_paid(text: str, value: object) -> None:
    assert said(text, "rnd_invested") == value


def test_a_sum_that_a_client_bore_is_not_ours() -> None:
    facts = {one.name for one in read("替客户开发泵，研发费90万全由客户出，记在客户账上。", DAY).facts}
    assert "rnd_spending_cny" not in facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A bank lent us 3 million without security. Can we get the reward?", True),
        ("A bank gave us an unsecured loan. Is the reward paid to our account?", True),
        ("We took an unsecured loan of 2m. Will the 5% reward be paid to us?", True),
        ("银行给我们放了300万信用贷款，5%的奖励我们能领吗？", True),
        ("我们借的是信用贷，这15万奖励能打给我们吗？", True),
        ("銀行放了信用貸款給我們，獎勵可以發給我們公司嗎？", True),
        ("银行给我们放了480万信用贷款，光我们这一笔，银行能多得多少奖励？", None),
        ("我行今年放了信用贷款，奖励我们能拿多少？", None),
        ("We have an unsecured loan. How much would it bring the bank in rewards?", None),
        ("As a bank, can we get the reward for unsecured loans?", None),
    ],
)
def test_a_borrower_who_wants_the_banks_reward(text: str, value: object) -> None:
    assert said(text, "borrower_claims_reward") == value
