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
    (
        "supply_debt",
        "-",
        "我们是小型企业，区教育局欠我们校服钱十八万，逾期90天，另外我们自己的稳岗补贴也还没到账，这个另说",
    ),
    (
        "supply_debt",
        "-",
        "A district bureau is late: it owes us 80,000 for desks, and my sister's subsidy never arrived.",
    ),
    (
        "supply_debt",
        "-",
        "The county hospital owes us 80,000 for lunch boxes, 90 days late, and my sister's subsidy never arrived.",
    ),
    ("supply_debt", "-", "我们给人社局开发了补贴申报系统，人社局欠我们开发款一年没付"),
    ("supply_debt", "-", "县政府欠我们印刷费八万没付，拆迁补偿款我们另外去谈，也没到账"),
    ("supply_debt", "-", "街道办欠我们保洁费三个月，还有去年的奖励也没发"),
    ("supply_debt", "-", "镇政府欠我们苗木钱二十万，补贴也没到账"),
    ("supply_debt", "-", "區政府欠咱們評估費五萬，補貼也沒下來"),
    ("supply_debt", "-", "我们给区征收办做评估，征收款评估费八万,半年没给"),
    (
        "supply_debt",
        "-",
        "The county is late with our bill for leaflets; the relocation money of the villagers is not paid either",
    ),
    ("supply_debt", "-", "We sold dividends software to a big listed firm, which has not paid us"),
    (
        "supply_debt",
        "-",
        "We make a subsidy management platform for the city bureau and the bureau has not paid us for a year",
    ),
    ("supply_debt", "-", "大型企业定金退了又要我们重供,一年未付"),
    ("supply_debt", "-", "村民的征地款没给，我们的树苗也没给钱"),
    (
        "supply_debt",
        "-",
        "We lent the big listed company two machines for a trial; the firm bought them and the 200,000 are overdue",
    ),
    (
        "supply_debt",
        "-",
        "We lent a large company our forklift for a week, it then kept it and has not paid the price, 90 days overdue",
    ),
    ("supply_debt", "-", "去年我们借给大型企业两台机器试用，后来它买下了，二十万逾期没还"),
    ("supply_debt", False, "We lent a big listed company 300,000 yuan and it has not repaid us"),
    ("supply_debt", False, "我们借给一家国企五十万周转，逾期半年没还"),
    ("supply_debt", "-", "A big airline rented our coaches with drivers; the rent is 90 days overdue"),
    ("supply_debt", "-", "A large enterprise has not paid the annual rent for our software licences, 90 days overdue"),
    ("supply_debt", "-", "一家国企租我们的场地办年会，租金和餐费都没付"),
    ("supply_debt", "-", "国企在我们酒店办会，场地租金和住宿费逾期三个月没付"),
    ("supply_debt", None, "国企租我们的铺面，租金拖了半年没付"),
    ("supply_debt", None, "The large enterprise is our tenant and the rent is overdue by 90 days"),
    ("payer_kind", "department", "我们小型企业给海军路派出所修空调，派出所欠我们三万，逾期90天"),
    ("payer_kind", "institution", "Army Road public primary school owes us for desks, 90 days overdue"),
    (
        "payer_kind",
        "institution",
        "We made blue navy uniforms for the city's public school, which owes us 80,000, 90 days overdue",
    ),
    ("payer_kind", "department", "县政府欠我们货款三个月，那里和武警合用一栋楼"),
    ("payer_kind", "department", "县政府（合用楼有武警）欠我们货款九十天"),
    ("payer_kind", "large-enterprise", "一家大型房企欠我们货款逾期90天，它公司在部队大院对面"),
    (
        "payer_kind",
        "large-enterprise",
        "A large navy-blue-themed hotel chain (a large enterprise) owes us for towels, 90 days overdue",
    ),
    ("payer_kind", "institution", "团委旁边的市第二中学欠我们桌椅钱九十天"),
    ("payer_kind", "institution", "妇联隔壁的公立医院欠我们货款三个月"),
    ("payer_kind", "military", "武警支队欠我们菜钱，九十天没付"),
    ("payer_kind", "military", "我们给空军某部送被装，欠了八十万"),
    ("payer_kind", "military", "The navy owes us for rope, 90 days overdue"),
    ("payer_kind", "military", "部队医院拖欠我们货款九十天"),
    ("payer_kind", "funded-organisation", "区团委欠我们活动费三个月没付"),
    ("payer_kind", "funded-organisation", "The Youth League of our district owes us for shirts, 90 days overdue"),
    ("state_audit", "-", "我们自己内审结算没问题，区住建局非要等区里审计完才付款"),
    ("state_audit", "-", "我们请的会计事务所对完账,国企结算款还是不付，说等审计"),
    ("state_audit", "-", "Our cost consultant checked the bill; the district government wants an audit before it pays"),
    ("state_audit", "-", "我哋請嘅會計師事務所審完結算，區政府仲要等審計局"),
    (
        "state_audit",
        "-",
        "We had the invoice checked by our own outside auditors; the county insists on an audit to settle",
    ),
    ("state_audit", False, "区政府要按它请的会计事务所的结果结算"),
    ("state_audit", False, "The bureau wants to settle by the figure of a cost consultant it hired"),
    ("bills_agreed_freely", "-", "国企说是我们自愿收的商票，其实不签就没单"),
    ("bills_agreed_freely", "-", "It claims we freely agreed to bills in the contract; that's a lie"),
    ("bills_agreed_freely", "-", "對方話我哋自願收商票，根本唔係"),
    ("bills_agreed_freely", "-", "国企要我们在合同上写自愿接受商业汇票，不写不给单"),
    ("bills_agreed_freely", "-", "大企业让我们签了自愿收商票的承诺书，没办法"),
    ("bills_agreed_freely", "-", "We signed that we freely accept drafts because otherwise no order"),
    (
        "reprisal",
        "-",
        "The large enterprise never threatened us openly, but since we complained it has struck us off its list",
    ),
    ("reprisal", "-", "国企没有威胁我们，但我们投诉后它把我们踢出了供应商名单"),
    ("reprisal", "-", "國企冇恐嚇過我哋，但投訴之後就冇再俾單"),
    ("reprisal", "-", "对方没说威胁的话，可是投诉以后停了我们所有订单"),
    (
        "reprisal",
        False,
        "They never threatened us and nothing happened to us after the complaint, they simply do not pay",
    ),
    ("arrears_undisclosed", "-", "年报里都写了一堆账款，可我们的欠款没有"),
    ("arrears_undisclosed", "-", "国企年报里也公示了逾期账款，就是没有我们那笔"),
    ("arrears_undisclosed", "-", "Its annual report did list other debts, ours is missing"),
    ("arrears_undisclosed", "-", "年報都有寫逾期款，偏偏冇我哋嗰筆"),
    ("acceptance_failed", "-", "初验没过后来修好复验没问题，大型企业还是不付"),
    ("acceptance_failed", "-", "我们的货没有抽检不合格的记录，国企还是拖着不验收"),
    ("acceptance_failed", "-", "The last supplier's pumps failed the test, ours are fine, but the firm still stalls"),
    ("acceptance_failed", "-", "从来没有过验收不合格，一直拖着"),
    ("acceptance_failed", "-", "上一家供应商验收没通过，我们的没问题"),
    ("acceptance_failed", "-", "None of our goods failed the inspection"),
    ("acceptance_failed", "-", "They failed the first inspection, we fixed them and the second check was fine"),
    ("acceptance_failed", "-", "初驗唔合格，整返好之後複驗冇問題"),
    ("payer_contract", False, "总包是家私人建筑队，我们跟总包签的合同，想直接让医院付我们工程款和利息"),
    ("payer_contract", False, "我們同判頭(總包)簽的合約，想直接叫醫院付錢"),
    ("payer_contract", False, "我们跟中间商签的合同，能直接找教育局要钱吗"),
    ("payer_contract", False, "Our paper is with the builder, who has gone quiet. Can we complain about the hospital?"),
    ("payer_contract", False, "We signed only with the general contractor. Can we make the school pay us interest?"),
    ("payer_contract", "-", "我们跟总包签的合同，想让总包付我们工程款"),
    ("payer_contract", "-", "We signed with the builder. Can we make the builder pay?"),
    ("payer_contract", "-", "我们是总包，跟医院签的合同，想让医院付工程款"),
    ("reprisal", False, "对方客客气气，只是没钱付。国企，欠小微企业40万，能说它打击报复吗？"),
    (
        "reprisal",
        False,
        "They are always friendly, just short of cash. A state firm owes us 400,000. Can we call it retaliation?",
    ),
    ("reprisal", False, "佢哋好客氣,只係話冇錢，算唔算打擊報復"),
    ("reprisal", "-", "以前客客气气，我们投诉后就威胁我们"),
    ("arrears_undisclosed", False, "年报里我们那笔一分不少都登了，能让证监局处理它吗"),
    (
        "arrears_undisclosed",
        False,
        "It owes us 400,000 and its annual report gives exactly that number. Can it be punished?",
    ),
    ("arrears_undisclosed", False, "佢年報寫得清清楚楚欠我哋四十萬，可唔可以罰佢"),
    ("bills_agreed_freely", True, "係我哋自己話收商票都得，大型國企"),
    ("bills_agreed_freely", True, "我们主动要求国企用商票付，现在能拒收吗"),
    ("bills_agreed_freely", True, "It was our idea to be paid by commercial drafts"),
    ("bills_agreed_freely", True, "是我们提出来用商业汇票结算的"),
    ("bills_agreed_freely", "-", "It was their idea to pay by commercial drafts"),
    ("bills_agreed_freely", "-", "我们主动要求用现金付，它非给商票"),
    ("state_audit", False, "The bureau wants our bill checked by a firm of auditors it hired before it pays"),
    ("state_audit", False, "The bureau settles only by the figures of Deloitte, the price is cut"),
    ("state_audit", False, "它集團審計部的結果來結算"),
    ("state_audit", False, "国企要按德勤的数结算"),
    (
        "state_audit",
        "-",
        "We want our bill checked by a firm of auditors; the district waits for the state audit to settle",
    ),
    (
        "acceptance_failed",
        True,
        "The whole lot of wheelchairs broke in a week, so the county hospital wants none of them and pays nothing",
    ),
    (
        "whole_claim_disputed",
        True,
        "The whole lot of wheelchairs broke in a week, so the county hospital wants none of them and pays nothing",
    ),
    ("whole_claim_disputed", True, "驗完話批貨唔得，要我哋全部攞返走"),
    ("whole_claim_disputed", True, "一分钱不付，我们承认确实做坏了"),
    ("whole_claim_disputed", True, "验收说我们的床不行，要求重做，全都不付"),
    ("acceptance_failed", True, "驗完話批貨唔得，要我哋全部攞返走"),
    ("acceptance_failed", True, "验收说我们的床不行，要求重做"),
    ("supply_debt", False, "厂房被区里征用拆了，说好赔三百万，给了一百万，剩下两百万拖了两年"),
    ("supply_debt", False, "The district knocked down our workshop and promised us 2 million, overdue by a year"),
    ("supply_debt", False, "開發區答應俾我哋嘅落戶獎拖咗一年冇俾"),
    (
        "supply_debt",
        False,
        "A state firm hit our warehouse with its truck and agreed to pay 200,000, which is 90 days overdue",
    ),
    ("supply_debt", False, "国企向我们拆借了一百万，逾期半年没还"),
    ("payer_kind", "military", "武装部食堂欠我们菜钱九十天"),
    ("payer_kind", "military", "国防大学欠我们货款逾期九十天"),
    ("supply_debt", False, "The district promised us a subsidy of 300,000 and has not paid it for a year"),
    ("supply_debt", False, "我们做玩具的，区里答应的搬迁费一直没给"),
    ("supply_debt", False, "区政府欠我们落户奖金五十万，一年没发"),
    ("supply_debt", False, "A state company tore down our wall and agreed to compensate us, 90 days overdue"),
    ("supply_debt", False, "国企施工队撞坏了我们的大门，说好赔十万，拖了三个月没给"),
    ("supply_debt", False, "我們跟一家國企合辦公司，分紅拖了兩年沒發"),
    ("supply_debt", "-", "国企欠我们货款，去年的分红股东们还没拿到"),
    ("supply_debt", "-", "We run a clinic; a city bureau hit our sales and its bill is overdue"),
    ("supply_debt", "-", "区政府让我们把旧楼拆了，我们给它拆的，钱逾期90天没付，说赔不起"),
    ("supply_debt", "-", "我们做征收评估的，区政府拖了半年没付评估费"),
    ("supply_debt", None, "国企租我们的厂房，租金和物业费都没付，拖了三个月"),
    ("payer_kind", "department", "区政府欠我们军训服装钱，逾期90天"),
    ("payer_kind", "military", "县武警中队欠我们菜钱两万，逾期90天"),
    ("payer_kind", "military", "The garrison hospital has not paid our invoice, 90 days overdue"),
    ("payer_kind", "institution", "The county hospital opposite the barracks owes us for beds, 90 days overdue"),
    ("payer_kind", "institution", "The county hospital next to the army base owes us for beds, 90 days overdue"),
    ("payer_kind", "funded-organisation", "市残联还没付我们轮椅的钱，逾期90天"),
    ("payer_kind", "military", "空軍某部欠我哋餸錢三個月"),
    ("payer_kind", "department", "县政府和部队共建食堂，县政府欠我们菜钱九十天"),
    ("payer_contract", "-", "我们和施工方签的合同，施工方是一家国企，想让国企付工程款和利息"),
    (
        "payer_contract",
        "-",
        "We signed with the contractor. The contractor is a state-owned group. Can we make the state-owned group pay?",
    ),
    ("payer_contract", "-", "我们跟总包签的合同，货都送了，总包说等医院付款，能让它付利息吗"),
    (
        "payer_contract",
        "-",
        "We signed with the contractor, a large listed builder, which does not pay. Can we complain about it?",
    ),
    ("payer_contract", False, "我们跟建筑公司签的合同，能叫教育局付吗"),
    ("payer_contract", "-", "合同是跟国企签的，国企让我们找总包要钱，能叫国企付吗"),
    ("state_audit", "-", "我司请的造价咨询公司已审定结算，区政府还要区里审计"),
    ("state_audit", False, "对方请的造价咨询公司审减了我们的工程款"),
    (
        "state_audit",
        "-",
        "The district insists on the county audit before it settles our bill; our accounting firm agrees with us",
    ),
    ("bills_agreed_freely", "-", "对方说我们自己提出要商票的，不是真的"),
    ("bills_agreed_freely", "-", "It was not our idea to be paid by drafts"),
    ("bills_agreed_freely", "-", "我们自己提出不收商票，它不肯"),
    ("bills_agreed_freely", True, "我们自愿收的商票，双方商量好的"),
    ("bills_agreed_freely", True, "We freely agreed to be paid by bank drafts"),
    ("reprisal", "-", "它没有威胁，只是把我们拉黑了"),
    ("reprisal", False, "没有威胁也没有报复，就是不付"),
    ("reprisal", False, "佢哋一直好客气，冇钱俾啫，算唔算报复"),
    ("reprisal", "-", "他们当面很客气，背后报复我们"),
    ("arrears_undisclosed", False, "年报如实公示了欠我们的款，但没有还"),
    ("arrears_undisclosed", "-", "它年报里都写了欠款，但我们的漏了"),
    ("arrears_undisclosed", False, "Its annual report honestly disclosed the debt to us"),
    ("acceptance_failed", True, "复验还是不合格，被退货"),
    ("acceptance_failed", True, "第一次和第二次验收都没通过"),
    ("acceptance_failed", True, "Our pumps failed the acceptance test"),
    ("acceptance_failed", "-", "医院没有说验收不行，只是一直拖"),
    ("acceptance_failed", "-", "要求我们重新报价"),
    ("whole_claim_disputed", "-", "有两台验收说不行，要求重做，其余的也不付"),
    ("whole_claim_disputed", True, "They inspected everything, we admit our work was faulty, and they pay nothing"),
    ("whole_claim_disputed", "-", "我们承认交货晚了两天，对方不付"),
    ("dispute_affects_rest", "-", "争议没有影响其他台"),
    ("supply_debt", "-", "区政府欠我们绿化钱，拆迁办说补偿款没到账所以不付"),
    ("supply_debt", "-", "区教育局欠我们午餐钱，自己的奖励也没发给老师"),
    (
        "supply_debt",
        "-",
        "The city museum has not paid for our chairs for 90 days. Separately our training grant is also late.",
    ),
    ("supply_debt", "-", "小企业，医院欠我们床单钱，工人的工资没发，补贴没到"),
    ("supply_debt", "-", "镇政府逾期没给我们树款，另外征地款也没下来"),
    ("supply_debt", "-", "我們送盒飯畀街道辦，街道辦欠三個月，另外穩崗補貼都未到"),
    ("supply_debt", "-", "区里欠我们宣传册的钱，扶持资金也没给"),
    ("supply_debt", False, "区里说好的扶持资金没给，拖了一年"),
    ("supply_debt", False, "区里欠我们拆迁补偿的钱，逾期一年"),
    ("supply_debt", False, "厂子拆迁的钱区政府还欠我们八十万补偿款"),
    ("supply_debt", "-", "A listed company is 90 days late with our invoice, and its dividends are not paid either"),
    ("supply_debt", "-", "大型国企欠我们广告制作费，它欠股东的分红也没付"),
    ("payer_kind", "department", "区政府欠我们打印机钱，我们公司在海军大院里"),
    (
        "payer_kind",
        "department",
        "The district government owes us for chairs; our office is in an old military building",
    ),
    ("payer_kind", "department", "区政府欠我们菜钱，老板以前在部队"),
    ("payer_kind", "large-enterprise", "大型国企欠我们货款，货是迷彩服，军队风格，逾期90天"),
    ("payer_kind", "institution", "八一小学是公立学校，在军区旁边，欠我们桌椅钱90天"),
    (
        "payer_kind",
        "large-enterprise",
        "We are a small firm making army knives; a large company owes us, 90 days overdue",
    ),
    ("payer_contract", "-", "我们是分包，和总包签了合同，可业主医院也跟我们签了三方协议，想让医院付"),
    ("payer_contract", "-", "我们直接跟医院签的合同，总包只是监管，想叫医院付利息"),
    ("acceptance_failed", "-", "验收时说了句不行，后来整改完通过了"),
    ("state_audit", "-", "区审计局委托的会计师事务所审完才结算"),
    ("bills_agreed_freely", "-", "他们硬说是我们主动要求用商票的"),
    ("bills_agreed_freely", "-", "They say it was our idea to be paid by commercial drafts"),
    ("supply_debt", False, "区里答应的补贴到现在也没给"),
    ("supply_debt", False, "区政府的落户奖励没发，人才补贴也没到账"),
    ("supply_debt", False, "The district has not paid our relocation compensation, and our subsidy is late too"),
    ("supply_debt", False, "拆迁的钱拖了两年没给"),
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
        (
            "我们是小型企业，区教育局欠我们校服钱十八万，逾期90天，另外我们自己的稳岗补贴也还没到账，能投诉吗",
            "cn-sme-payment-2025/24",
            "eligible",
        ),
        (
            "北京小型企业，给人社局开发了补贴申报系统，人社局欠我们开发款一年没付，能投诉拖欠吗",
            "bj-sme-2020/46",
            "likely",
        ),
        (
            "我們小型企業跟總包簽的合約，工程款逾期90天沒付，想直接叫公立醫院付逾期利息",
            "cn-sme-payment-2025/7",
            "ineligible",
        ),
        (
            "我们是小型企业，大型国企欠40万，一直客客气气，只是没钱付，能说它打击报复吗",
            "cn-sme-payment-2025/20",
            "ineligible",
        ),
    ],
)
def test_what_is_advised(text: str, article: str, verdict: str) -> None:
    found = {one.article: one.verdict for one in _adviser().advise(text, as_of=NOW).matches}
    assert found[article] == verdict
