"""Banks, insurers and lending houses that ask for themselves: where they stand, what counts, what is not asked."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.advise import Adviser
from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 21)
said = partial(stated, as_of=DAY)
ADVISER = Adviser()

YINCHUAN, SUZHOU, HAIDIAN = "CN-64/yinchuan", "CN-32/suzhou", "CN-11/haidian"
INSURER = "I work at a property insurer incorporated in Yinchuan, a partner institution of the science department. "
WROTE = "Last year we wrote technology insurance for nine firms with a sum insured of RMB 20 million in all. "
INSURER_ZH = "我们是总部设在银川的财产保险公司，是科技厅的科技金融合作机构。"
WROTE_ZH = "去年给九家企业承保科技保险，保险金额合计2000万元。"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (
            "I look after claims at a property insurer that is incorporated and has its head office in Yinchuan.",
            YINCHUAN,
        ),
        ("I work for an insurer whose head office is in Yinchuan.", YINCHUAN),
        ("Our insurance company is registered in Yinchuan. We underwrote cover for six firms.", YINCHUAN),
        ("I do the books at a specialist small-business lender in Haidian.", HAIDIAN),
        ("I am in charge of lending at a bank in Suzhou.", SUZHOU),
        ("We are a bank. Our branch is in Suzhou.", SUZHOU),
        ("I run the corporate desk at a Suzhou bank.", SUZHOU),
        ("我是苏州一家银行的公司部经理。", SUZHOU),
        ("我们支行在苏州，去年放了两笔贷款。", SUZHOU),
        ("我們分行在蘇州，去年做了三筆信用貸款。", SUZHOU),
        ("本行設在蘇州，專做科技企業。", SUZHOU),
        ("我们是银川的一家产险公司。", YINCHUAN),
        ("敝公司是設在銀川的財產保險公司。", YINCHUAN),
        ("We are a valve maker. Our bank is in Suzhou.", None),
        ("We bought a policy from an insurer in Yinchuan.", None),
        ("I look after insurance at a foundry; the insurer's branch is in Yinchuan.", None),
        ("我们做阀门，开户银行在苏州。", None),
        ("我們向銀川一家產險公司投保。", None),
    ],
)
def test_where_the_house_that_writes_stands(text: str, region: object) -> None:
    assert said(text, "region") == region


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("合作机构名单，去年我们没申请上，到现在也不在里面。保险公司在银川。", False),
        ("科技廳的科技金融合作機構名單，去年我們沒申請上，保險公司還在等。", False),
        ("科技厅合作机构的名单我们没被选中，我们是保险公司。", False),
        ("We, an insurer, applied to be a partner institution but were not accepted.", False),
        ("Our bank applied to be a partner bank of the science department and was turned down.", False),
        ("我们保险公司去年就进了科技厅合作机构名单。", True),
        ("科技厅合作机构名单上有这家银行，但我们没批下来贷款。", OPEN),
        ("The insurer is a partner institution of the science department.", True),
    ],
)
def test_a_list_that_turned_the_house_down(text: str, value: object) -> None:
    found = said(text, "partner_institution")
    assert found == value or (value is OPEN and found in (OPEN, True))


@pytest.mark.parametrize(
    ("text", "lent", "least"),
    [
        ("我们支行在苏州，去年放了三笔信用贷款，分别是600万、800万和1200万。", 0, 6e6),
        ("我們分行去年只做了兩筆科技企業的信用貸款，一筆700萬，一筆900萬。", 0, 7e6),
        ("我们银行去年放了四笔信用贷款，分别是100万、200万、300万和800万，每家一笔。", 6e6, None),
        ("Our branch made only two unsecured loans, of RMB 7 million and RMB 9 million, one to each.", 0, 7e6),
        ("I work at a bank. We made two unsecured loans, of RMB 2 million and RMB 4 million, one each.", 6e6, None),
        ("我们向银行借了两笔信用贷款，分别是600万和800万。", None, OPEN),
    ],
)
def test_unsecured_loans_told_one_by_one(text: str, lent: object, least: object) -> None:
    assert said(text, "credit_loans_lent_cny") == lent
    if least is not None:
        assert said(text, "loan_amount_cny") == least


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我在苏州一家银行做信贷。我行按行动计划放给企业的信用贷款，单户都不超过500万元，总额5000万元。", 50e6),
        ("我在蘇州一家銀行。我們行依行動計畫放給企業的信用貸款，每戶都沒有超過500萬元，總共8,600萬元。", 86e6),
        (
            "I work at a bank. We made unsecured loans under the action plan, none bigger than RMB 5 million, RMB 72 "
            "million taken together.",
            72e6,
        ),
        ("我在苏州一家银行做信贷。我行计划今年放信用贷款总额5000万元，单户都不超过500万元。", None),
        ("I work at a bank. We plan to have lent RMB 72 million unsecured, none bigger than RMB 5 million.", None),
    ],
)
def test_an_action_plan_is_no_plan_of_the_bank(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value


@pytest.mark.parametrize(
    ("text", "article", "verdict", "missing"),
    [
        (INSURER + WROTE + "What is there for us?", "nx-techfin-2021/2", "likely", ()),
        (INSURER + WROTE + "What is there for us?", "nx-techfin-2021/1", "likely", ()),
        (INSURER_ZH + WROTE_ZH + "我们承保的一方能拿多少？", "nx-techfin-2021/2", "likely", ()),
        (
            "我们是银川的产险公司。" + WROTE_ZH + "科技厅的合作机构名单没申请上。承保补助能拿吗？",
            "nx-techfin-2021/2",
            "ineligible",
            (),
        ),
        (
            "我們是銀川的產險公司，去年承保科技保險，保險金額1800萬元。承保補助能拿嗎？",
            "nx-techfin-2021/2",
            "unknown",
            ("partner_institution",),
        ),
        (
            "我们支行在苏州，放了两笔信用贷款，一笔700万，一笔900万。能拿信用贷款奖励吗？",
            "sz-techfin-2021/1",
            "ineligible",
            (),
        ),
    ],
)
def test_what_makes_an_enterprise_is_not_asked_of_a_house(
    text: str, article: str, verdict: str, missing: tuple[str, ...]
) -> None:
    found = next(one for one in ADVISER.advise(text, as_of=DAY).matches if one.article == article)
    assert (found.verdict, found.missing) == (verdict, missing)


def test_an_insured_firm_still_needs_its_title() -> None:
    text = "我们是银川的公司，买了科技保险，保费8万元，保险公司是合作机构。我们能补多少？"
    found = next(one for one in ADVISER.advise(text, as_of=DAY).matches if one.article == "nx-techfin-2021/2")
    assert found.verdict == "unknown"
    assert "qualification_title" in found.missing


@pytest.mark.parametrize(
    "text",
    [
        "我在海淀一家给中小微企业放款的信贷专营机构。上年末没有找担保公司担保的贷款余额是1.2亿元。风险拨备补贴有多少？",
        "我在海淀一家給中小微企業放款的信貸專營機構當會計。去年底沒有擔保公司擔保的貸款餘額是1.2億元。風險撥備補貼有多少？",
        "I keep the books at a specialist lender in Haidian. Loans to SMEs not backed by any guarantee company stood "
        "at 120 million yuan at the end of last year. How much is the risk provision subsidy?",
    ],
)
def test_a_lender_of_the_district_needs_no_size(text: str) -> None:
    answer = ADVISER.advise(text, as_of=date(2015, 3, 12))
    found = next(one for one in answer.matches if one.article == "hd-haifan-2013/1.3")
    assert {one.id: one.amount_cny for one in found.benefits}["risk-provision"] == 600_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (INSURER + WROTE, 20e6),
        ("I work for an insurer. The sum insured under our R&D policies for tech companies was RMB 55 million.", 55e6),
        (INSURER_ZH + WROTE_ZH, 20e6),
        ("我們是產險公司，去年承保科技保險，保險金額合計1,800萬元。", 18e6),
        (INSURER + "Premiums of RMB 610,000 came in.", None),
        ("我们是保险公司，计划今年承保科技保险，保险金额2000万元。", OPEN),
    ],
)
def test_what_an_insurer_has_insured(text: str, value: object) -> None:
    assert said(text, "insured_sum_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At our Suzhou bank branch a loan has gone bad, and the loss has been fixed at RMB 3 million.", 3e6),
        ("The bank's loss was determined to be RMB 2 million.", 2e6),
        ("Our bank lent to it and the unrecovered principal was put at RMB 4 million.", 4e6),
        ("The loan failed and the bank could not recover RMB 1.5 million.", 1.5e6),
        ("Its bank granted the loan, the company failed, and RMB 2.5 million could not be recovered.", 2.5e6),
        ("The loan went bad; RMB 2 million of the principal was never recovered.", 2e6),
        ("我在银行做催收，科贷通坏了，损失核定为200万元。", 2e6),
        ("我們行放的科貸通成了壞帳，核定的損失是300萬元。", 3e6),
        ("贷款还不上，处置完抵押物以后还有200万元收不回来。", 2e6),
        ("A customer did not pay and we could not recover RMB 3 million from him.", None),
        ("The sum insured was fixed at RMB 3 million.", None),
        ("货款200万元收不回来，对方跑路了。", None),
    ],
)
def test_what_a_lender_could_not_get_back(text: str, value: object) -> None:
    assert said(text, "loan_loss_cny") == value


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("I am a consultant to a Suzhou technology company making gene sequencers.", SUZHOU),
        ("I advise a Suzhou robotics firm. Its bank lent it RMB 2 million.", SUZHOU),
        ("As adviser to a Suzhou technology company I was asked by its bank.", SUZHOU),
        ("我给苏州一家科技公司做顾问，它的银行托我来问。", SUZHOU),
        ("我替蘇州一家企業當會計，銀行託我來問。", SUZHOU),
        ("Our bank in Suzhou takes part in the action plan.", SUZHOU),
        ("I am a credit manager at our bank's Suzhou branch.", SUZHOU),
        ("We supply parts to a Suzhou technology company.", None),
        ("We hired a consultant to a Suzhou firm for advice.", None),
        ("我们给苏州一家科技公司做配套。", None),
        ("Our bank in Suzhou made us wait for the loan.", None),
    ],
)
def test_where_the_firm_stands_that_an_adviser_writes_of(text: str, region: object) -> None:
    assert said(text, "region") == region


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们银行在苏州，去年发放的信用贷款，单户500万元以内的共4000万元，再大的没有算在内。", 40e6),
        ("我們銀行參加行動計劃。去年放的信用貸款裡，單戶500萬元以內的加起來是8,000萬元，更大的沒有算進去。", 80e6),
        ("本行去年放的信用貸款中，每戶500萬以下的合計6,500萬元，超過的已經剔除。", 65e6),
        ("我們分行今年度做的信用貸款，單一客戶500萬元以內的加總3,000萬元，超過500萬的另計不算。", 30e6),
        (
            "I am a credit manager at our bank's branch. The unsecured loans we made last year, counting only "
            "borrowers with at most RMB 5 million each, came to RMB 50 million.",
            50e6,
        ),
        (
            "Our bank takes part in the action plan. Last year's unsecured loans of up to RMB 5 million per client "
            "added up to RMB 90 million; bigger ones are left out.",
            90e6,
        ),
        ("我们银行去年放的信用贷款加起来1.2亿元，里面有多少是单户500万以内的还没统计。", OPEN),
        ("我们银行去年放的信用贷款加起来8000万元，大多数单户不超过500万元。", OPEN),
        (
            "Our branch has lent RMB 80 million in unsecured loans in all, most of them of at most RMB 5 million each.",
            OPEN,
        ),
        ("我们银行去年放的信用贷款合计1.2亿元，超过500万元的也算在里面。", OPEN),
        ("我们向银行借的信用贷款里，单户500万元以内的加起来是800万元。", None),
    ],
)
def test_what_a_bank_lent_without_the_larger_ones(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value


INSURED = "I work at an insurer in Yinchuan. We wrote technology insurance for a limited company. "
INSURED_ZH = "我在银川一家保险公司做科技险。今年给一家有限公司承保研发中断险。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (INSURED + "The customer has no serious violations.", None),
        (INSURED + "The client has never been penalised.", None),
        (INSURED_ZH + "客户没有严重违法失信。", None),
        (INSURED + "The customer was fined heavily last year.", OPEN),
        (INSURED + "We do not know whether the customer has serious violations.", OPEN),
        (INSURED_ZH + "客户去年被罚款50万元。", OPEN),
        ("We are a valve maker. The customer has no serious violations.", OPEN),
    ],
)
def test_a_clean_record_of_the_insured_is_no_doubt(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We insured one high-tech enterprise for RMB 30 million under a technology policy.", 30e6),
        ("Our insurer covered us for RMB 30 million under a technology policy.", None),
    ],
)
def test_the_sum_for_which_an_insurer_covers(text: str, value: object) -> None:
    assert said(text, "insured_sum_cny") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("我們行在蘇州，一家列入重點支持的科技企業借了科貸通。", "key_support_object", True),
        ("我們行在蘇州，一家列入重點支持的科技企業借了科貸通。", "tech_enterprise", True),
        ("我们支行放给一家重点支持的科技公司的科贷通坏了。", "key_support_object", True),
        ("银行重点支持科技企业，我们是做阀门的。", "tech_enterprise", None),
        (
            "I am a workout officer in our branch in Suzhou. A Kedaitong loan to a technology firm there, whose yearly "
            "sales were RMB 240 million, defaulted.",
            "annual_revenue_cny",
            240e6,
        ),
        (
            "I am a workout officer in our Kunshan branch in Suzhou. A Kedaitong loan defaulted.",
            "region",
            f"{SUZHOU}/kunshan",
        ),
    ],
)
def test_the_borrower_of_a_bank_that_writes(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


ONE = "One entry is a technology company with one unsecured loan of RMB 6.2 million, its only loan with us. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "As a credit officer of a bank in Suzhou I list our loans for the reward. " + ONE + "May we get 5% of it?",
            "ineligible",
        ),
        ("我行在苏州，信用贷款就放了一笔，给一家科技公司680万元。这笔能拿到5%的奖励吗？", "ineligible"),
        ("本行在蘇州，唯一一筆信用貸款放了900萬元給一家科技公司。獎勵有多少？", "ineligible"),
        (
            "I handle unsecured lending at a bank in Suzhou. This year we made just one such loan, RMB 3 million, to a "
            "technology company. What reward do we get for it?",
            "likely",
        ),
        ("我们银行在苏州，去年放的信用贷款，单户500万元以内的共4000万元。每年能拿多少奖励？", "likely"),
        ("我们是苏州的科技公司，信用贷款680万元。我们能申请科贷通吗？", "unknown"),
    ],
)
def test_the_reward_needs_no_class_of_sales(text: str, verdict: str) -> None:
    found = next(one for one in ADVISER.advise(text, as_of=DAY).matches if one.article == "sz-techfin-2021/1")
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I manage a guarantee company in Beijing. Last year we cut our guarantee rate from 1.5% to 0.8%.", True),
        ("我们是北京的担保公司，去年免去了反担保。", True),
        ("我在北京一家融資擔保公司負責業務，去年首貸擔保占比從15%提高到20%。", True),
        ("我们是北京的担保公司，去年把担保费率从1.2%调高到1.6%，仍然要求反担保，首贷担保占比从20%降到15%。", False),
        ("We are a guarantor in Beijing; we raised our fees and still ask for counter-guarantees.", False),
        ("我们公司贷款由担保公司担保，担保费降低了。", None),
        ("Our loan is backed by a guarantee company, which cut its fee.", None),
    ],
)
def test_what_a_guarantor_did_for_its_clients(text: str, value: object) -> None:
    assert stated(text, "guarantee_terms_eased", date(2022, 5, 5)) == value
