"""A bank asks for itself: the total of its unsecured loans, its reserves, and which of the benefits are its own."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.criteria import asked_for
from policies.loader import load_corpus
from policies.text import normalise
from tests.policies.stating import OPEN, stated

DAY = date(2021, 12, 20)

said = partial(stated, as_of=DAY)
BANK = "I work at a bank in Suzhou. "
BANK_ZH = "我在苏州一家银行负责信贷。"
BANK_HANT = "我在蘇州一家銀行負責放款。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (BANK_ZH + "今年一共给企业发放信用贷款6200万元，单户都不超过500万元。", 62e6),
        (BANK_ZH + "我们行全年放出信用贷款合计1.2亿元，每户最高500万元。", 120e6),
        (BANK_ZH + "今年信用贷款一共放了9000万元，其中单户500万元以内的5400万元。", 54e6),
        (BANK_HANT + "今年總共發放信用貸款3000萬元，每一戶都在300萬元以內。", 30e6),
        (BANK + "This year we lent RMB 54 million in unsecured loans, none above RMB 5 million a client.", 54e6),
        (BANK + "Our unsecured loans of the year came to RMB 30 million, at most RMB 4 million per firm.", 30e6),
        (BANK + "In all, unsecured loans of RMB 70 million were made, each of RMB 5 million or less.", 70e6),
        (BANK + "Our unsecured lending totals RMB 70 million, of which RMB 40 million went to firms borrowing up to "
         "RMB 5 million each.", 40e6),
        (BANK_ZH + "今年一共给企业发放信用贷款6200万元。", OPEN),
        (BANK_ZH + "今年一共给企业发放信用贷款6200万元，单户不超过1000万元。", OPEN),
        (BANK + "This year we lent RMB 54 million in unsecured loans.", OPEN),
        (BANK + "This year we lent RMB 54 million in unsecured loans, none above RMB 8 million a client.", OPEN),
        (BANK_ZH + "明年打算一共发放信用贷款6200万元，单户都不超过500万元。", None),
        ("我们是苏州的科技企业，今年一共向银行借了信用贷款600万元，每笔不超过300万元。", None),
        ("We are a tech firm in Suzhou and have unsecured loans of RMB 6 million altogether, none above RMB 3 million.",
         None),
    ],
)  # fmt: skip
def test_the_total_of_a_banks_unsecured_loans(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value
    assert value is None or said(text, "loan_amount_cny") is None


REWARD = frozenset({"credit-loan-reward"})
BOTH = REWARD | {"risk-compensation"}
NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (BANK_ZH + "信用贷款放了6200万元。能拿多少奖励？", REWARD),
        (BANK_ZH + "信用贷款放了6200万元，我们行可以领多少奖励？", REWARD),
        ("我们支行放了6200万元信用贷款，本行能得到什么奖励，多少？", REWARD),
        (BANK_HANT + "今年發放信用貸款3000萬元，依政策能領多少獎勵？", REWARD),
        (BANK + "We lent RMB 54 million unsecured. How large is the reward for our bank?", REWARD),
        (BANK + "What risk compensation can we get for the loss?", frozenset({"risk-compensation"})),
        ("I lead the lending unit of a bank in Suzhou. How much can the unit get?", BOTH),
        ("I work in the credit department of a bank in Suzhou. What does the city pay the bank?", BOTH),
        (BANK_ZH + "客户是做芯片的，它能拿多少补贴？", NONE),
        (BANK_ZH + "企业能拿多少奖励？", NONE),
        (BANK + "How much could our client get?", NONE),
        ("We borrowed from a bank in Suzhou. How much can we get?", NONE),
        ("我们向苏州一家银行借了300万元，能拿多少奖励？", NONE),
        ("We are a client of a bank's lending unit in Suzhou. How much can we get?", NONE),
    ],
)
def test_a_bank_asks_for_what_is_its_own(text: str, asked: frozenset[str]) -> None:
    article = load_corpus().articles["sz-techfin-2021/1"]
    assert asked_for(article, normalise(text)) == asked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我在苏州一家银行的科技支行做信贷。行里通过科贷通给苏州一家做医用导管的科技企业放了贷款。", "CN-32/suzhou"),
        ("我是银行客户经理，我们行去年向苏州一家做减速器的科技公司发放了一笔贷款，本金损失200万元。", "CN-32/suzhou"),
        ("我在农商行管风险。我们行贷给了昆山一家芯片企业300万元，现在收不回来。", "CN-32/suzhou/kunshan"),
        ("本行经科贷通放款给苏州的一家生物医药企业，贷款成了坏账。", "CN-32/suzhou"),
        ("我在蘇州一家銀行做授信。行裡透過科貸通放款給蘇州一家做感測器的科技企業，呆帳300萬元。", "CN-32/suzhou"),
        ("我在銀行負責催收，我們行貸給蘇州某家光學公司的錢收不回來了。", "CN-32/suzhou"),
        (
            "I handle bad loans at a Suzhou bank. Under Kedaitong we lent to a Suzhou nanomaterials firm.",
            "CN-32/suzhou",
        ),
        (
            "I work for a bank in Suzhou. We granted a loan to a Suzhou-based maker of lasers, which has failed.",
            "CN-32/suzhou",
        ),
        (
            "I am with a lender's recovery desk. Our branch lent RMB 3 million to a technology company in "
            "Suzhou; it is bankrupt.",
            "CN-32/suzhou",
        ),
        (
            "I'm a credit officer at a bank. We had extended credit to one Suzhou biotech company, and it "
            "cannot repay.",
            "CN-32/suzhou",
        ),
        ("I work for a bank. Our loan to a robotics firm based in Kunshan has gone bad.", "CN-32/suzhou/kunshan"),
        ("I work for a bank. If we lent to a Suzhou nanomaterials firm, would the city share the loss?", None),
        ("Our company supplies a bank in Wuxi. That bank lent to a Suzhou nanomaterials firm.", None),
        ("我在银行上班。我们行没有给苏州一家企业放过贷款。", None),
        ("我们的客户银行给苏州一家企业放了贷款。", None),
        ("我在银行上班。另一家银行给苏州一家科技企业放了贷款。", None),
        ("We are a maker of valves. A bank lent RMB 3 million to a Suzhou firm that competes with us.", None),
        ("I work for a bank. We lent to a Suzhou chemicals firm and to a Wuxi optics firm.", None),
    ],
)
def test_where_the_borrower_of_the_bank_that_writes_is(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我在苏州一家银行做信贷。贷款收不回来，本金损失300万元。", None),
        ("我在苏州一家银行做信贷。我们行给苏州一家企业放了贷款，现在收不回来，损失本金300万元。", None),
        ("我在銀行負責催收。貸款收不回來，呆帳300萬元。", None),
        ("本行贷给苏州一家企业的钱收不回，亏了本金120万元。", None),
        ("客户欠我们货款300万元，一直收不回来。", 300e4),
    ],
)
def test_what_a_bank_lost_is_no_claim_on_a_customer(text: str, value: object) -> None:
    assert said(text, "receivable_amount_cny") == value


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("I work at a Suzhou bank. A technology company borrowed from us under Kedaitong and failed.", "CN-32/suzhou"),
        ("我在苏州一家银行管风险，一家科技企业通过科贷通向我们借了钱，倒闭了。", "CN-32/suzhou"),
        ("我在蘇州一家銀行管風險，一家科技企業透過科貸通向我們借了錢，倒閉了。", "CN-32/suzhou"),
        ("I work at a Suzhou bank. A technology company borrowed from us and failed.", None),
        ("I work at a Suzhou bank. Under Kedaitong we lent to a firm in Wuxi, and it failed.", "CN-32/wuxi"),
    ],
)
def test_a_loan_of_the_citys_scheme_went_to_a_firm_of_the_city(text: str, region: str | None) -> None:
    assert stated(text, "region", date(2022, 2, 24)) == region
