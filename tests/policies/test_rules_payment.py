"""The payment regulation and Beijing's article on arrears: what is owed, by whom, and how the payer went about it."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from policies.advise import Adviser
from policies.facts import read

NOW = date(2026, 11, 23)
THEN = date(2023, 6, 15)


@cache
def _adviser() -> Adviser:
    return Adviser()


def _read(text: str) -> dict[str, object]:
    reading = read(text, NOW)
    doubts: dict[str, object] = {one.name: None for one in reading.doubts}
    return doubts | {one.name: one.value for one in reading.facts}


_LATE = {"size": "small", "payer_kind": "department", "payment_overdue": True}
_LARGE = {"size": "small", "payer_kind": "large-enterprise"}
_NEW = {"contract_date": "2025-09-01"}


@pytest.mark.parametrize(
    ("article", "facts", "verdict"),
    [
        ("cn-sme-payment-2025/24", _LATE, "eligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "supply_debt": True, "payer_contract": True}, "eligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "supply_debt": False}, "ineligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "supply_debt": None}, "unknown"),
        ("cn-sme-payment-2025/24", {**_LATE, "payer_contract": False}, "ineligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "payer_kind": "military"}, "ineligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "payer_kind": "funded-organisation"}, "eligible"),
        ("cn-sme-payment-2025/24", {**_LATE, "whole_claim_disputed": True}, "eligible"),
        ("cn-sme-payment-2025/2", {"size": "small", "payer_kind": "institution"}, "eligible"),
        ("cn-sme-payment-2025/2", {"size": "small", "payer_kind": "institution", "supply_debt": False}, "ineligible"),
        ("cn-sme-payment-2025/17", {**_LATE, "sme_notice": True, "contract_date": "2025-09-01"}, "eligible"),
        ("cn-sme-payment-2025/17", {**_LATE, "whole_claim_disputed": True}, "unknown"),
        ("cn-sme-payment-2025/17", {**_LATE, "whole_claim_disputed": True, "delivery_proper": True}, "likely"),
        ("cn-sme-payment-2025/17", {**_LATE, "whole_claim_disputed": True, "delivery_proper": False}, "ineligible"),
        ("cn-sme-payment-2025/10", {**_LARGE, "acceptance_agreed": True}, "likely"),
        ("cn-sme-payment-2025/10", {**_LARGE, "acceptance_agreed": True, "acceptance_failed": True}, "ineligible"),
        ("cn-sme-payment-2025/11", {**_LARGE, "bills_agreed_freely": False}, "likely"),
        ("cn-sme-payment-2025/11", {**_LARGE, "bills_agreed_freely": True}, "ineligible"),
        ("cn-sme-payment-2025/12", {**_LATE, **_NEW}, "likely"),
        ("cn-sme-payment-2025/12", {**_LATE, **_NEW, "state_audit": False}, "ineligible"),
        ("cn-sme-payment-2025/12", {**_LATE, **_NEW, "audit_agreed": True}, "unknown"),
        ("cn-sme-payment-2025/12", {**_LATE, **_NEW, "audit_agreed": True, "audit_forced": True}, "likely"),
        ("cn-sme-payment-2025/15", {**_LARGE, **_NEW}, "likely"),
        ("cn-sme-payment-2025/15", {**_LARGE, **_NEW, "dispute_affects_rest": True}, "ineligible"),
        ("cn-sme-payment-2025/20", {**_LARGE, "reprisal": False}, "ineligible"),
        ("cn-sme-payment-2025/26", _LARGE, "likely"),
        ("cn-sme-payment-2025/26", {**_LARGE, "size": "large"}, "ineligible"),
        ("cn-sme-payment-2025/26", {**_LARGE, "receivable_overdue_days": 0}, "ineligible"),
        ("cn-sme-payment-2025/26", {**_LARGE, "receivable_overdue_days": 1}, "likely"),
        ("cn-sme-payment-2025/30", {**_LARGE, "payment_dispute": False}, "ineligible"),
        ("cn-sme-payment-2025/31", {"size": "small", "payer_kind": "department"}, "likely"),
        ("cn-sme-payment-2025/31", {**_LATE, "payment_overdue": False}, "unknown"),
        ("cn-sme-payment-2025/31", {**_LATE, "payment_overdue": False, "payer_breach": True}, "likely"),
        ("cn-sme-payment-2025/31", {**_LATE, "payment_overdue": False, "payer_breach": False}, "ineligible"),
        ("cn-sme-payment-2025/32", {"payer_kind": "department", "budget_breach": False}, "ineligible"),
        ("cn-sme-payment-2025/33", {**_LARGE, "payer_state_owned": True}, "likely"),
        ("cn-sme-payment-2025/33", {**_LARGE, "payer_state_owned": True, "payment_overdue": False}, "unknown"),
        ("cn-sme-payment-2025/34", _LARGE, "likely"),
        ("cn-sme-payment-2025/34", {**_LARGE, "arrears_undisclosed": False}, "ineligible"),
        ("cn-sme-payment-2025/34", {**_LARGE, "size": "large"}, "ineligible"),
        ("cn-sme-payment-2025/34", {**_LARGE, "payment_overdue": False}, "ineligible"),
        ("cn-sme-payment-2025/35", {**_LARGE, "reprisal": False}, "ineligible"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11"}, "likely"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11", "supply_debt": False}, "ineligible"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11", "payer_contract": False}, "ineligible"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11", "whole_claim_disputed": True}, "unknown"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11", "payer_kind": "funded-organisation"}, "likely"),
        ("bj-sme-2020/46", {**_LATE, "region": "CN-11", "payer_kind": "military"}, "ineligible"),
    ],
)
def test_what_the_articles_ask(article: str, facts: dict[str, object], verdict: str) -> None:
    assert _adviser().evaluate(article, facts, NOW).verdict == verdict


@pytest.mark.parametrize(
    ("article", "facts", "verdict"),
    [
        ("cn-sme-payment-2020/5", {"size": "small", "payer_kind": "person"}, "ineligible"),
        ("cn-sme-payment-2020/5", _LARGE, "likely"),
        ("cn-sme-payment-2020/15", {**_LATE, "whole_claim_disputed": True}, "unknown"),
        ("cn-sme-payment-2020/18", _LARGE, "likely"),
        ("cn-sme-payment-2020/18", {**_LARGE, "complaint_filed": False}, "ineligible"),
        ("cn-sme-payment-2020/19", {"size": "large", "payer_kind": "department"}, "ineligible"),
        ("cn-sme-payment-2020/19", {**_LATE, "payment_overdue": False}, "ineligible"),
        ("cn-sme-payment-2020/19", _LATE, "likely"),
    ],
)
def test_what_the_earlier_text_asks(article: str, facts: dict[str, object], verdict: str) -> None:
    assert _adviser().evaluate(article, facts, THEN).verdict == verdict


@pytest.mark.parametrize("article", ["cn-sme-payment-2025/13", "cn-sme-payment-2020/12"])
def test_a_running_deposit_may_be_a_guarantee_instead_of_cash(article: str) -> None:
    facts = {**_LARGE, "deposit_time_running": True, "contract_date": "2022-03-01"}
    day = NOW if "2025" in article else THEN
    assert _adviser().evaluate(article, facts, day).verdict == "ineligible"
    match = _adviser().evaluate(article, {**facts, "guarantee_by_bank": False}, day)
    found = {one.id: one.verdict for one in match.benefits}
    assert found["guarantee-instead-of-cash"] == "ineligible"


_READINGS = [
    ("supply_debt", False, "市里答应给我们的高新补贴拖了八个月没到账，能投诉吗"),
    ("supply_debt", False, "鎮政府欠我們的拆遷補償款,逾期一年多了"),
    ("supply_debt", False, "上市公司說好的分紅一直沒發,可以投訴拖欠嗎"),
    ("supply_debt", False, "我们去年借给一家大型企业八十万，到期三个月没还，想投诉"),
    ("supply_debt", False, "有间大公司收购咗我哋嘅股份，股权转让款冇俾，可以投诉吗"),
    ("supply_debt", False, "The district still owes us relocation compensation, 200 days overdue."),
    ("supply_debt", False, "We lent 300,000 yuan to a large enterprise; repayment is 60 days overdue."),
    ("supply_debt", None, "厂房租给一家大型企业，房租逾期三个月没付，能投诉吗"),
    ("supply_debt", "-", "区医院说财政补助没下来，所以一直欠着我们的钱"),
    ("supply_debt", "-", "区政府欠我们工程款，另外今年的稳岗补贴也没到账"),
    ("supply_debt", "-", "大型企业租我们的吊车，租金拖了三个月没付"),
    ("supply_debt", "-", "我们从合作银行贷款三百万，别的补贴一分没拿，能补多少利息"),
    ("supply_debt", "-", "The bureau says its grant has not arrived and so it does not pay our invoice."),
    ("payer_kind", "military", "我们小型企业给某部队食堂送菜，欠了九十天"),
    ("payer_kind", "military", "我哋帮军营整空调，拖咗三个月未找数"),
    ("payer_kind", "military", "An army barracks owes our small firm for boots, 90 days overdue."),
    ("payer_kind", "department", "我是退役军人，开了家小公司，区政府欠我们货款"),
    ("payer_kind", "funded-organisation", "县残联欠我们印刷费，逾期三个月"),
    ("payer_contract", False, "我们和市水务局没有合同，只是给它的总包供料，逾期四个月，想投诉水务局"),
    ("payer_contract", False, "We have no contract with the school, only with a builder. Can we report the school?"),
    ("payer_contract", "-", "我们和医院没签书面合同，口头下的订单，货都送了，能投诉医院吗"),
    ("payer_contract", "-", "和总包签的合同，总包是大型企业，逾期90天，想投诉总包"),
    ("acceptance_failed", True, "合同约定验收合格付款，他们验了说不合格，要退回返工"),
    ("acceptance_failed", True, "They inspected our machine and rejected it as defective."),
    ("acceptance_failed", "-", "第一次验收没通过，返工后重新验收通过了"),
    ("acceptance_failed", "-", "如果验收不合格怎么办"),
    ("acceptance_failed", "-", "对方故意说验收不合格来拖时间"),
    ("whole_claim_disputed", True, "因为我们交的设备质量不合格，它拒付全款，逾期90天了"),
    ("whole_claim_disputed", True, "欠款逾期一百日，全款都有爭議，對方說我們沒交貨"),
    ("whole_claim_disputed", "-", "对方借口我们的货质量不合格，一直拒付"),
    ("whole_claim_disputed", "-", "十台里有两台有争议，其余八台也不付"),
    ("state_audit", False, "区政府要按它内部审计部门的结果结算"),
    ("state_audit", False, "The group wants to settle by its own cost consultant's figure."),
    ("state_audit", "-", "区政府非要等审计局的结果才结算"),
    ("audit_forced", False, "双方自愿约定以审计局的审计结果结算"),
    ("audit_demanded", False, "国企按时付款，没要审计，能让上级处分它负责人吗"),
    ("payer_breach", False, "区教育局已经按时付清了，能让上级责令它改正吗"),
    ("payer_breach", "-", "区教育局从来不按时付款"),
    ("payer_breach", "-", "每期都按时付，利率5%，能补多少利息"),
    ("arrears_undisclosed", False, "它已经在年报里如实公示了欠我们的款"),
    ("arrears_undisclosed", "-", "它在年报里写零欠款，明明欠我们五十万"),
    ("construction_works", False, "采购合同，不是工程建设，对方收了一笔诚信保证金"),
    ("guarantee_by_bank", False, "想用我们母公司出的担保函代替现金保证金"),
    ("bills_agreed_freely", True, "合同里双方自愿约定用承兑汇票付款，能拒收吗"),
    ("bills_agreed_freely", "-", "大企业硬塞商票给我们，我们不是自愿的"),
    ("complaint_filed", False, "我哋仲未投诉，佢就恐吓我哋"),
    ("reprisal", False, "催款时对方没有威胁也没有报复，只是不回电话"),
    ("size_disputed", False, "没有人质疑我们的规模，想申请规模认定"),
    ("payment_dispute", False, "和区教育局没有付款纠纷，只想找人起草合同"),
    ("dispute_affects_rest", True, "有争议的部分是控制系统，影响整条线运行"),
    ("dispute_affects_rest", "-", "有争议的两台不影响其他八台"),
    ("budget_breach", False, "采购按批准的预算来的，也没让我们垫资，就是付款慢"),
]


@pytest.mark.parametrize(("name", "value", "text"), _READINGS)
def test_what_is_read(name: str, value: object, text: str) -> None:
    assert _read(text).get(name, "-") == value


@pytest.mark.parametrize(
    ("text", "article", "verdict"),
    [
        ("我们是小型企业，给区教育局供桌椅，货款逾期90天没付，能投诉吗", "cn-sme-payment-2025/24", "eligible"),
        ("我們是小型企業,給區教育局供桌椅,貨款逾期90天沒付,能投訴嗎", "cn-sme-payment-2025/24", "eligible"),
        (
            "We are a small company. We supplied desks to a county hospital and the invoice is 90 days overdue. "
            "Can we complain?",
            "cn-sme-payment-2025/24",
            "eligible",
        ),
        ("我们是小型企业，区政府的拆迁补偿款逾期200天还没付，可以投诉拖欠吗", "cn-sme-payment-2025/24", "ineligible"),
        ("我们小型企业给部队供菜，部队欠我们三十万，逾期九十天，能投诉吗", "cn-sme-payment-2025/24", "ineligible"),
        (
            "We are a small subcontractor. The client is a city government department; we have no contract with it, "
            "only with a builder. 90 days overdue. Can we complain about the department and get interest?",
            "cn-sme-payment-2025/24",
            "ineligible",
        ),
        (
            "北京小型企业，大型企业欠款已逾期90天，因为我们交的设备质量不合格它拒付全款，能要逾期利息吗",
            "cn-sme-payment-2025/17",
            "unknown",
        ),
        ("北京小型企业，给区政府供货，货款逾期九十天，能投诉拖欠吗", "bj-sme-2020/46", "likely"),
        ("北京小型企业，区政府答应给我们的产业补贴八十万拖了半年没到账，能投诉拖欠吗", "bj-sme-2020/46", "ineligible"),
    ],
)
def test_what_is_advised(text: str, article: str, verdict: str) -> None:
    found = {one.article: one.verdict for one in _adviser().advise(text, as_of=NOW).matches}
    assert found[article] == verdict
