"""Sureties beside banks, patents for a pool or for one firm, what customers paid, equal sixths, rumours of a house."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2022, 4, 12))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("合作担保公司给我们在合作银行的贷款做担保，担保费14万", "bank"),
        ("贷款是中国银行放的，担保公司给我们提供了保证。", "bank"),
        ("银行贷款300万，担保公司给了我们一份保函。", "bank"),
        ("担保公司给我们增信，银行才批了200万。", "bank"),
        ("擔保公司給的費率是1.5%，銀行放款500萬。", "bank"),
        ("担保公司给我们放了一笔200万的贷款。", "non-bank"),
        ("担保公司给了我们200万借款。", "non-bank"),
        ("投资公司给了我们一笔200万的借款。", "non-bank"),
    ],
)
def test_a_surety_is_no_lender(text: str, kind: str) -> None:
    assert said(text, "loan_kind") == kind


_FIRM = "We are a small firm. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "我是導航產業聯盟的秘書。去年向一家芬蘭公司買下一批關鍵專利，花了750萬元，組成專利池，所有成員都可以使用。",
            True,
        ),
        ("我们是海淀LED产业联盟。今年从日本公司买进五件关键专利，花了300万，会员单位谁都能用。", True),
        ("我在光伏技术联盟当秘书长。联盟花420万收购了六件核心专利，各会员企业都可以用。", True),
        (
            "I am secretary of an alliance. We purchased a set of patents for 4 million; all members can use them.",
            True,
        ),
        ("今年从国外买进四件核心专利，只供自家产品使用，不会许可给同行。", False),
        ("我们单独买了三件国外专利，自己用，不对外开放。", False),
        ("專利是我們一家買的，僅供本公司內部使用。", False),
        ("花180万买的两件德国专利，我们自己独用，同行想用也不给。", False),
        (
            _FIRM + "We bought four foreign patents for our own products only and will not license them to anyone.",
            False,
        ),
        (_FIRM + "We purchased three key patents from abroad. No other firm may use them.", False),
        ("我们公司加入了光伏联盟。联盟买了六件专利，各会员都可以用。", None),
        ("We are members of an alliance. It purchased patents; all members can use them.", None),
        ("If we bought patents only for our own use, would that count?", None),
        ("我们有8件发明专利，只用在自家产品上。", None),
        ("竞争对手买的专利只供自己使用。", None),
    ],
)
def test_for_whom_patents_were_bought(text: str, value: object) -> None:
    assert said(text, "patent_alliance") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our patent project has contracts of 6 million yuan; clients have paid 5.2 million yuan to date.", 5_200_000),
        (
            "We hold a patent. Contracts of RMB 5.6 million are signed. Customers have paid RMB 3.9 million of it.",
            3_900_000,
        ),
        (
            "Our patent project: orders of RMB 7 million, of which RMB 4.8 million has been paid by customers.",
            4_800_000,
        ),
        ("这个发明专利项目签了560万合同，客户实际付了390万，余下的两年内付清。", 3_900_000),
        ("專利項目合同額600萬，買方實付給我們510萬。", 5_100_000),
        ("我们的发明专利项目签约700万元，客户已付款480万元，剩下的还没到期。", 4_800_000),
        ("Our patent is young. Customers have paid us RMB 6 million for repairs.", None),
        ("Our patent project: our rival's customers have paid 6 million for the same.", None),
        ("我们有发明专利项目。对手的客户付了600万。", None),
        ("If customers had paid RMB 5 million for the patented device, would we qualify?", None),
    ],
)
def test_what_customers_paid_for_a_patent(text: str, value: object) -> None:
    assert said(text, "patent_income_cny") == value


_FUND = " We want RMB 5 million in new shares from the angel fund at RMB 21 million before the money."


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (_FUND, "fund_stake_pct", 19.23),
        ("We ask the angel fund for RMB 3 million on RMB 15 million before the money.", "fund_stake_pct", 16.67),
        ("We want RMB 4 million from the angel fund at RMB 20 million after the money.", "fund_stake_pct", 20),
        (
            "Six of us founded the firm, each with an equal sixth of the shares." + _FUND,
            "fund_largest_shareholder",
            True,
        ),
        ("Two founders each hold an equal half of the shares." + _FUND, "fund_largest_shareholder", False),
        ("六个创始人各占六分之一，想请天使基金投500万，投前估值2100万。", "fund_largest_shareholder", True),
        ("股份六等分，每位創始人一份，想讓天使基金投500萬，投前2100萬。", "fund_largest_shareholder", True),
    ],
)
def test_equal_parts_and_the_value_before_the_money(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("另外55%在一家投資公司手裡，有人說它是某大型上市集團專門設立的，我們問了也沒有得到答覆。", OPEN),
        ("最大股东是一家投资公司，听说背后是某上市集团，没人能确认。", OPEN),
        ("大股東是一間投資公司，坊間傳聞它屬於某上市公司，對方沒有回覆。", OPEN),
        (
            "There is a rumour that the company holding 55% of us was set up by a listed group; we got no answer.",
            OPEN,
        ),
        ("Some say our main shareholder belongs to a big corporation; we do not know.", OPEN),
        ("People say that the company that owns 60% of us is a vehicle of a state-owned group.", OPEN),
        ("我们公司是某大型上市集团设立的。", True),
        ("We were set up by a large listed group, which owns 55% of us.", True),
    ],
)
def test_a_rumour_of_a_house_behind_an_owner(text: str, value: object) -> None:
    assert said(text, "group_subsidiary") == value
