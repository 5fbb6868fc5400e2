"""Figures that look like the enterprise's own and are not: another's, given back, of another loan, of another kind."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts.choice import choose
from policies.facts.recognisers import by_recognisers
from policies.facts.scope import page_of

AS_OF = date(2023, 6, 1)


def told(text: str) -> dict[str, object]:
    """What the hand-written recognisers make of a text; None for what they leave open."""
    by_name: dict[str, list[object]] = {}
    for one in by_recognisers(page_of(text, AS_OF)):
        by_name.setdefault(one.name, []).append(one)
    return {name: choose(found)[0].value for name, found in by_name.items()}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "We are a lender in Suzhou. In 2022 we lent 31 million to shops that had never had a loan; our balance with "
        "small firms, those behind a guarantor left out, was 480 million.",
        "我们是海淀的小贷公司，去年给首贷户放了4400万，年末没有担保公司担保的中小微余额7.3亿。",
        "本行去年對首貸戶放了3,100萬，年底中小微餘額（無擔保公司擔保）6.2億。",
    ],
)
def test_a_lenders_own_business_is_no_loan_of_ours(text: str) -> None:
    found = told(text)
    for name in ("loan_amount_cny", "loan_date", "guarantee_fee_cny", "interest_paid_cny", "receivable_amount_cny"):
        assert name not in found, name


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        ("Our bank's bad loans among small tech firms run 2.2 points above those of the whole book.", 2.2),
        ("我行科技小微的坏账率比全部贷款多出1.9个百分点。", 1.9),
        ("本行科技類小微的不良率高出整體2.7個點。", 2.7),
    ],
)
def test_bad_loans_above_the_rest_are_no_growth(text: str, excess: float) -> None:
    found = told(text)
    assert found.get("npl_excess_pct") == excess
    assert "revenue_growth_pct" not in found


@pytest.mark.parametrize(
    "text",
    [
        "The district gave us 90,000 in 2021 for a new lathe. The bank's loan of 2 million is in good order.",
        "We have borrowed from banks since 2011.",
        "工信厅2022年给这笔贷款贴过一回利息。",
        "2017年就跟銀行借過一回，不是頭次了。",
        "贷款2022年12月断供了一期利息。",
        "高企证书2022年三月批下来，银行贷款照常还。",
    ],
)
def test_days_of_grants_arrears_titles_and_old_loans_are_no_loan_dates(text: str) -> None:
    assert "loan_date" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our valves go to a pump maker with 7,000 workers.",
        "The debtor, forty people in a shed, does not answer.",
        "We are owed 80,000 by a small printer, 12 people, in the next street.",
        "A haulier with 60 people has complained about us.",
        "欠款方是一家民营小厂，员工三十人。",
        "欠錢的是一家小廠，四十個人。",
        "我是一人有限公司的老板。",
    ],
)
def test_heads_of_another_house_are_not_ours(text: str) -> None:
    assert "employees" not in told(text)


def test_our_own_heads_are_still_read() -> None:
    assert told("We are a Haidian maker of pumps with 40 people, and a customer owes us 300,000.")["employees"] == 40
    assert told("客户欠我们货款，我们是小厂，员工36人。")["employees"] == 36


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("Sales were RMB 6.4 million beside 5.9 million.", 6_400_000, 5_900_000),
        ("Turnover of 41 million last year compares with 38 million.", 41_000_000, 38_000_000),
    ],
)
def test_sales_beside_those_of_the_year_before(text: str, now: int, before: int) -> None:
    found = told(text)
    assert (found["annual_revenue_cny"], found["previous_revenue_cny"]) == (now, before)


@pytest.mark.parametrize(
    "text",
    [
        "Sales of the institute are 70 million.",
        "The credit bureau billed us 1,900 yuan for two reports.",
        "The tender asked for sales of 12 million.",
        "Last year 8 million of our sales went to one buyer.",
        "会员企业去年总收入八十亿。",
        "会员里最大的那家营收三十亿。",
    ],
)
def test_sales_of_others_bills_and_bars_are_no_revenue(text: str) -> None:
    assert "annual_revenue_cny" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The city has already borne 25,000 of the interest on our bank loan.",
        "We ask for help with the interest on RMB 9 million from a bank.",
        "工信厅已经给这笔贷款的利息贴了八万。",
        "貸款利息第一年已由科技廳補了二十萬。",
    ],
)
def test_interest_that_others_bore_is_not_what_we_paid(text: str) -> None:
    assert "interest_paid_cny" not in told(text)


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("The guarantor charged 1.5% of RMB 4 million, which came to 60,000 yuan.", 60_000),
        ("去年为两笔银行贷款一共交了40万担保费。", 400_000),
    ],
)
def test_a_guarantee_fee_is_not_the_loan_it_is_reckoned_on(text: str, fee: int) -> None:
    assert told(text)["guarantee_fee_cny"] == fee


@pytest.mark.parametrize(
    "text",
    [
        "The bank took our receivables as security and gave us 3 million.",
        "拿应收账款质押，银行给了二百万。",
        "應收帳款押給銀行，融得一百八十萬。",
        "The appraiser's invoice, RMB 18,000, was paid in May.",
        "We owe the bank 2 million.",
    ],
)
def test_loans_and_bills_are_no_receivables(text: str) -> None:
    assert "receivable_amount_cny" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bank lent us 2 million; we were ten days late with the March interest.",
        "银行贷款三百万，到期晚了十二天才还上。",
        "貸款五百萬，拖了二十天才付息。",
    ],
)
def test_lateness_with_a_loan_is_no_overdue_receivable(text: str) -> None:
    assert "receivable_overdue_days" not in told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A bank lent us 2 million against three patents.", None),
        ("No patents had to be pledged for the loan.", None),
        ("请专利代理帮忙，两件发明都没批。", None),
        ("押了四件發明專利給銀行。", None),
        ("员工48，专利7件。", 7),
        ("一件專利也無。", 0),
    ],
)
def test_patents_pledged_or_refused_are_no_count(text: str, count: int | None) -> None:
    assert told(text).get("patents") == count


def test_what_is_left_after_debts_is_net() -> None:
    found = told("The net assets in the balance sheet are 18.6 million.")
    assert found.get("net_assets_cny") == 18_600_000
    assert "total_assets_cny" not in found


def test_a_friends_money_leaves_the_banks_loan_standing() -> None:
    assert told("The bank lent us 1 million. A friend lent us 300,000 privately, long repaid.")["loan_amount_cny"] == (
        1_000_000
    )
    assert told("银行贷给公司200万，另外合伙人私人借给公司30万，已还。")["loan_amount_cny"] == 2_000_000


def test_a_loan_that_reached_the_account_is_no_patent_income() -> None:
    text = "We pledged orders from a patent licensee; RMB 5m from the bank reached our account at 4.2% a year."
    assert "patent_income_cny" not in told(text)


@pytest.mark.parametrize("text", ["Growth averaged 14%.", "增速平均只有8%。", "去年銷售一億，比前年少了一點。"])
def test_averages_and_a_little_are_no_growth_of_last_year(text: str) -> None:
    assert "revenue_growth_pct" not in told(text)


@pytest.mark.parametrize(
    ("text", "sales"),
    [("去年营收三千六，员工七十人。", 36_000_000), ("去年銷售一億八千五，利潤持平。", 185_000_000)],
)
def test_sums_spoken_without_their_unit(text: str, sales: int) -> None:
    assert told(text)["annual_revenue_cny"] == sales


@pytest.mark.parametrize(
    "text",
    [
        "The plant next door borrowed nine million from a bank.",
        "邻厂贷了四百万，银行很爽快。",
        "隔壁公司貸了三百萬，賠付五成。",
        "比方说贷款一百万，利率5%，能补多少？",
    ],
)
def test_loans_of_neighbours_and_suppositions_are_not_ours(text: str) -> None:
    assert "loan_amount_cny" not in told(text)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Twelve out of 80 people do research.", 12),
        ("The university team has 150 researchers, not us.", None),
        ("校方实验室另养着五十个研究生。", None),
    ],
)
def test_researchers_of_ours(text: str, heads: int | None) -> None:
    assert told(text).get("rnd_staff") == heads


@pytest.mark.parametrize("text", ["A listed group set us up and owns 85% of us.", "纯利跌了14%。"])
def test_stakes_and_profits_are_no_growth_of_sales(text: str) -> None:
    assert "revenue_growth_pct" not in told(text)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Two new lines lifted revenue by 11% in 2022.", "revenue_growth_pct", 11),
        ("Two new lines pushed up our sales by 8% last year.", "revenue_growth_pct", 8),
        ("With 512 on the payroll we are one of the bigger makers of rings.", "employees", 512),
        (
            "The region accepted it as a project for turning research into production, and a bank on the partner "
            "roster granted RMB 24 million for it.",
            "loan_amount_cny",
            24_000_000,
        ),
        (
            "A bank took our future gas fees, the expected income of two plants, in pledge and paid out RMB 8 million.",
            "loan_amount_cny",
            8_000_000,
        ),
        ("We are a listed partner of the regional science office.", "listed", None),
        ("We are a listed company.", "listed", True),
    ],
)
def test_words_beside_a_figure_say_what_it_is(text: str, name: str, value: object) -> None:
    found = told(text)
    assert found.get(name) == value
    assert "rnd_spending_cny" not in found
