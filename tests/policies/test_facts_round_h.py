"""Figures of other houses, figures of which a part is doubted, prizes of two years, partners for accounts only."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read

_DAY = date(2022, 4, 12)


def _told(text: str, name: str) -> object:
    """The value read, "open" where it is doubted, None where nothing is read."""
    reading = read(text, _DAY)
    if any(one.name == name for one in reading.doubts):
        return "open"
    return next((one.value for one in reading.facts if one.name == name), None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rnd_ratio_pct", "We put 780,000 into R&D. Our holding company in Xi'an puts 5% of turnover into research."),
        ("rnd_ratio_pct", "The group as a whole devotes 7% of revenue to R&D."),
        ("rnd_ratio_pct", "A sister firm of ours in Suzhou reinvests 6% of its turnover in R&D every year."),
        ("rnd_ratio_pct", "R&D at our parent runs to 6% of turnover."),
        ("rnd_ratio_pct", "Our parent is in Shanghai; it puts 6% of its sales into R&D."),
        ("rnd_ratio_pct", "Our parent firm, a listed group, spends 6.5% of revenue on research."),
        ("rnd_ratio_pct", "The firm that owns us spends 5% of its turnover on R&D."),
        ("rnd_ratio_pct", "姐妹公司研发投入占营收的5%。"),
        ("rnd_ratio_pct", "總公司每年拿營收的6%做研發。"),
        ("rnd_ratio_pct", "我们的母公司在上海，研发投入占销售收入的6%。"),
        ("rnd_spending_cny", "母公司研发投入900万。"),
        ("rnd_spending_cny", "R&D at our sister firm cost 3 million."),
        ("annual_revenue_cny", "Our sister firm had sales of 50 million last year."),
        ("annual_revenue_cny", "Our associate company made sales of 30 million."),
        ("annual_revenue_cny", "我們的姊妹公司去年營收五千萬。"),
        ("revenue_growth_pct", "Our sister firm's turnover went up 12%."),
        ("employees", "There are 900 people at our parent."),
        ("rnd_invested", "別的部門沒有搞研發的。"),
        ("rnd_invested", "其他部门没有做研发的人。"),
        ("rnd_invested", "Sales and admin do no research."),
        ("rnd_invested", "The rest of the staff does no R&D."),
    ],
)
def test_what_another_house_or_room_does_is_none_of_ours(name: str, text: str) -> None:
    assert _told(text, name) is None


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rnd_ratio_pct", "Our parent says we spend 6% of our sales on R&D.", 6),
        ("rnd_ratio_pct", "We spend 6% of our sales on R&D, and our parent pays nothing.", 6),
        ("rnd_ratio_pct", "我们是集团的子公司，研发占营收的6%。", 6),
        ("rnd_ratio_pct", "研发占营收6%，比母公司高。", 6),
        ("annual_revenue_cny", "We sold for 30 million last year, more than our sister firm.", 30_000_000),
        ("annual_revenue_cny", "Our customers are hospitals, and sales were 30 million last year.", 30_000_000),
        ("annual_revenue_cny", "客户主要是医院，去年营收3000万。", 30_000_000),
        ("employees", "The company has 60 employees; its parent has 900.", 60),
        ("employees", "母公司在上海，我们60人。", 60),
        ("rnd_invested", "We trade only and do no R&D.", False),
        ("rnd_invested", "全公司没有一个人搞研发，没有研发投入。", False),
    ],
)
def test_ours_beside_another_house_stays(name: str, text: str, value: object) -> None:
    assert _told(text, name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rnd_spending_cny", "R&D cost was 410,000. Our accountant suspects 30,000 of it is repairs and is checking."),
        (
            "rnd_spending_cny",
            "We booked 900,000 of R&D, of which the tax adviser thinks 50,000 may be travel; no ruling.",
        ),
        (
            "rnd_spending_cny",
            "R&D came to 1.2 million; part of it could turn out to be marketing, the audit will tell.",
        ),
        ("rnd_spending_cny", "研发费用60万，里面有5万块事务所怀疑是日常维护，没下结论。"),
        ("rnd_spending_cny", "帳上研發費用四十一萬，會計師提到其中約三萬看起來像機台保養，她還沒決定。"),
        ("annual_revenue_cny", "Sales were 51 million, though our auditor says some of it may belong to next year."),
        ("annual_revenue_cny", "营业收入两千零五十万，会计怀疑里面有八十万是押金，没查清楚。"),
        ("profit_growth_pct", "利润增长6%，审计说其中一部分可能是补贴，还没定。"),
        (
            "revenue_growth_pct",
            "Sales rose 6%, but our auditor said that part of it may belong to next year; not settled.",
        ),
        (
            "employees",
            "We have 305 staff, though HR remarked that ten of them may be on an agency's payroll; unverified.",
        ),
        ("employees", "全公司305人，人事说其中十来个可能其实是派遣的，还没核实。"),
        ("rnd_staff", "研发人员11人，人事说里面有四个可能其实是做销售的，没核实过。"),
        ("rnd_staff", "R&D has 11 people, though HR mentioned that four of them may do installation; not verified."),
        ("rnd_staff", "研發團隊十一位，當中四位聽說實際在做客服，待查。"),
        ("contest_winner", "大赛拿过三等奖，会计说2019，厂长说2021。"),
        ("contest_winner", "We won third prize in the Ningxia innovation contest; I say 2018, my partner swears 2020."),
        ("contest_winner", "寧夏大賽的三等獎，董事長說是2019年，秘書卻說是2021年。"),
        (
            "contest_winner",
            "We came third in the Ningxia innovation contest. My wife says in 2019; I could swear 2021.",
        ),
    ],
)
def test_a_part_or_a_year_in_doubt_leaves_it_open(name: str, text: str) -> None:
    assert _told(text, name) == "open"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rnd_spending_cny", "R&D cost 410,000, of which 30,000 was materials.", 410_000),
        ("rnd_spending_cny", "R&D cost was 410,000; the auditor confirmed all of it.", 410_000),
        ("rnd_spending_cny", "研发费用41万，其中3万是材料费。", 410_000),
        ("employees", "We are 80 people, some of whom work part-time.", 80),
        ("employees", "公司80人，其中四位可能明年退休。", 80),
        ("rnd_staff", "11 in R&D, four of them women.", 11),
        ("contest_winner", "宁夏创新创业大赛拿过三等奖，我记得是2020年，合伙人说是2021年。", True),
        ("contest_winner", "宁夏创新创业大赛拿过三等奖，我记得是2016年，合伙人说是2017年。", False),
        ("contest_winner", "We won third prize in the Ningxia innovation contest in 2021, my partner says.", True),
    ],
)
def test_a_part_that_is_only_named_opens_nothing(name: str, text: str, value: object) -> None:
    assert _told(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("說這家銀行放款時不是合作機構，不過我們的存款和發薪都在合作銀行。", False),
        ("贷款是村镇银行放的，不在科技厅合作名单上，我们的基本户倒是开在合作银行。", False),
        ("We borrowed 2 million from a village bank. Our payroll runs through a partner bank.", None),
        ("借款的信用社没签约，结算户在合作银行。", None),
        ("Our account is with a partner bank, which also made the loan.", True),
        ("工资代发在合作银行，贷款也是这家合作银行放的。", True),
        ("跟合作銀行借的一百萬。", True),
    ],
)
def test_a_partner_for_accounts_is_no_lender(text: str, value: bool | None) -> None:
    assert _told(text, "partner_institution") is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我是一家銀行的客戶經理。有個客戶是葡萄酒批發商，不做研發，也不是什麼科技企業。", False),
        ("I am a loan officer at a bank. A customer, a wine wholesaler, is no technology company.", False),
        ("We are anything but a technology enterprise.", False),
        ("我是银行客户经理，客户是科技企业，欠贷两百万。", True),
        ("我是银行客户经理，客户是不是科技企业我不清楚。", "open"),
    ],
)
def test_what_the_bank_says_of_its_borrower(text: str, value: object) -> None:
    assert _told(text, "tech_enterprise") == value
