"""Whose something is where nobody knows, a move that nobody asked about, and whose lateness a payment is."""

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2015, 3, 18)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "RMB 60,000 landed in our account for the interest on this loan. We asked whether the sum was the city's "
            "own or came from the autonomous region and got no reply.",
            OPEN,
        ),
        ("这笔贷款的利息，账上进来过6万贴息，是银川市给的还是自治区给的，财政局还没回话。", OPEN),
        ("貸款利息去年到帳補貼5萬，搞不清是自治區的還是市裡的。", OPEN),
        ("利息补贴该向市里申请还是自治区申请？贷款500万。", None),
        ("Should we apply to the city or to the region for the interest on our loan? A grant would help.", None),
        ("贷款500万，我们是市里的企业，还是自治区的高企。", None),
    ],
)
def test_aid_of_one_of_two_purses(text: str, said: object) -> None:
    assert stated(text, "other_regional_funding", DAY) == said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("系统有一项软件著作权，可是登记人写的是公司还是老师任教的大学，证书没找到。", "software_copyrights", OPEN),
        ("系統有一項軟體著作權，可是登記人寫的是公司還是老師任教的大學，證書沒找到。", "software_copyrights", OPEN),
        (
            "We hold one software copyright; whether it is registered to the company or to my old school is unclear.",
            "software_copyrights",
            OPEN,
        ),
        ("我们有两项专利，名字写的是公司还是创始人本人，要等代理回来才知道。", "patents", OPEN),
        ("我们有两项软著，都登记在公司名下。", "software_copyrights", 2),
        ("公司有3项软件著作权，还是两项专利的权利人。", "software_copyrights", 3),
    ],
)
def test_a_right_in_one_of_two_names(text: str, name: str, said: object) -> None:
    assert stated(text, name, DAY) == said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("注册地原来在兰州，去年申请迁到中卫，迁移手续办完没有，办事的同事休产假，我没问到。", "region", OPEN),
        ("注册地去年申请迁到中卫，已经办完了。", "region", "CN-64/zhongwei"),
        ("海淀公司，中关村管委会给过一笔几十万的资金，但到账是2012年还是2014年，账本丢了。", "park_funding", OPEN),
        ("海淀公司，中关村管委会给过一笔几十万的资金，到账是2014年。", "park_funding", True),
        ("海淀公司，中关村管委会给过一笔几十万的资金，到账是2011年。", "park_funding", False),
    ],
)
def test_what_nobody_asked_about(text: str, name: str, said: object) -> None:
    assert stated(text, name, DAY) == said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("We repaired a hospital's boilers, 120 days overdue. Can we get interest?", "receivable_overdue_days", 120),
        ("We repaired a hospital's boilers, 120 days overdue. Can we get interest?", "loan_overdue", None),
        ("We cleaned the offices of a bureau; 60 days overdue, can we charge interest?", "loan_overdue", None),
        ("We repaired the oven with a loan of 500,000 from the bank; it is 40 days late.", "loan_overdue", True),
        ("We have serviced the loan until May. Since then it is overdue.", "loan_overdue", True),
        ("合同说30天付款，货已经交了。", "term_days", 30),
        ("合約講明45天付款，貨已交付。", "term_days", 45),
        ("合同约定工期90天，验收后30天付款。", "term_days", 30),
        ("合同订了50天后才开工，货款没付。", "term_days", None),
    ],
)
def test_work_for_somebody_is_owed_for_and_is_no_loan(text: str, name: str, said: object) -> None:
    assert stated(text, name, date(2026, 11, 23)) == said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("We got a bank loan in Ningxia and paid 90,000 yuan of interest.", "other_regional_funding", None),
        ("The regional industry fund paid half of the interest on our loan.", "other_regional_funding", True),
        ("母公司给我们的贷款做了担保，利率4%。", "loan_kind", None),
        ("母公司給我們的銀行貸款做擔保，利率4%。", "loan_kind", "bank"),
        ("Our loan is guaranteed by our parent company.", "loan_kind", None),
        ("母公司给我们贷款500万。", "loan_kind", "non-bank"),
        ("We have a loan of 5 million from our parent company.", "loan_kind", "non-bank"),
    ],
)
def test_who_paid_and_who_answers_is_not_who_lends_or_gives(text: str, name: str, said: object) -> None:
    assert stated(text, name, date(2026, 11, 23)) == said
