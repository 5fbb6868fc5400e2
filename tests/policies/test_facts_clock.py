"""When a payment fell due and how late it is: due days told, terms counted from delivery, money that came late."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

AS_OF = date(2025, 11, 20)
LATE = "receivable_overdue_days"


def _late(text: str, as_of: date = AS_OF) -> object:
    return stated(text, LATE, as_of)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A large chemical enterprise bought our drums under a contract of 3 July 2025. We delivered on 1 "
            "August 2025; "
            "the contract has no date for payment. The money reached us only on 10 November 2025.",
            41,
        ),
        (
            "We signed with a large brewery group on 8 June 2025 and delivered on 1 July 2025. No payment date "
            "was agreed. "
            "It paid in full on 9 September 2025. Is late interest owed?",
            10,
        ),
        (
            "The buyer, a large enterprise, signed on 5 June 2025, with neither a date for payment nor a rate for late "
            "payment in the contract. Delivery was on 2 September 2025 and the RMB 90,000 was in our account on "
            "30 October "
            "2025.",
            0,
        ),
        (
            "The municipal museum took delivery of our cases on 1 September 2025. Nothing was agreed about the "
            "payment date. "
            "The sum arrived on 11 October 2025.",
            10,
        ),
        ("2025年7月5日和一家大型车企签的合同，没写付款日期。8月1日交货，货款10月20日才到账。", 20),
        ("給一所公立醫院供床單，合約沒約定付款期限，2025年9月1日交貨，貨款到10月21日才收到。", 20),
        ("卖给县人民医院的轮椅2025年9月1日交付，合同没约定几时付款，到现在一分没付。", 50),
        ("我们给区教育局供了书柜，合同没写账期，2025年10月25日交的货，还没付款，现在算逾期吗？", 0),
        ("一家大型商超的货款没付：合同2025年7月2日签，写明交货后45天付款，2025年9月20日交货，货款11月14日才到账。", 10),
        (
            "The contract gives the big retailer 45 days from delivery. We delivered on 1 September 2025 and "
            "were paid on "
            "26 October 2025.",
            10,
        ),
        (
            "Delivered to a large steel group on 1 October 2025, payable within 60 days of delivery; nothing "
            "paid so far. "
            "Is it late?",
            0,
        ),
    ],
)
def test_days_are_reckoned_from_delivery_term_and_the_day_the_money_came(text: str, days: int) -> None:
    assert _late(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The contract fixes 1 October 2025 as the payment date, and the money came on 31 October 2025.", 30),
        ("The agreed payment day was 20 October 2025; the buyer settled the invoice on 5 November 2025.", 16),
        ("By the contract the school ought to have paid by the end of September. No money has come.", 51),
        ("The hospital settled the whole invoice only 30 days after the last day the rules allow.", 30),
        ("The bureau paid us 12 days after the last permitted day. Its invoice was RMB 20,000.", 12),
        ("货款晚了18天才到账，对方是大型集团，合同约定的付款日早过了。", 18),
        ("合同定的付款日是2025年10月1日，货款到10月16日才打过来。", 15),
        ("合約訂明2025年9月30日付款，客戶到10月20日才匯來貨款。", 20),
        ("The customer should have settled our bill by the end of October; nothing has come yet.", 20),
    ],
)
def test_days_are_counted_from_a_due_day(text: str, days: int) -> None:
    assert _late(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("大型家电企业的合同写明交货后90天付款，货是9月交的，到今天已经过了60天，能说逾期了吗？", 0),
        ("合約寫交貨後九十天付款，貨交了七十天，客戶沒付，算不算逾期？", 0),
        (
            "We delivered the desks to a public school on 1 October 2025, and it is now seven weeks later "
            "without payment. "
            "The contract says payment within 60 days of delivery.",
            0,
        ),
        ("The contract says they pay 60 days after delivery. 80 days have passed since delivery and nothing came.", 20),
        ("60 days have gone by since we delivered; the agreed term is 90 days, and the buyer has not paid.", 0),
        ("9月20日给一家大型车企交了货，合同没写付款期限，也没写验收条件，才过去40天，货款还没到。", 0),
        ("合同约定验收后一个月付清，验收合格到现在过了100天，尾款还没付。", 70),
        ("It is 50 days since delivery to the county hospital, which has not paid; no payment term was agreed.", 20),
    ],
)
def test_days_gone_since_delivery_are_not_days_overdue(text: str, days: int) -> None:
    assert _late(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "We delivered on 1 August 2025 and were paid; the contract date is not known and no term was agreed "
        "with the trader.",
        "If we had delivered on 1 August 2025 without a payment term, when would the hospital have to pay?",
        "Our sister company delivered to a public hospital on 1 August 2025, no payment date was agreed.",
        "2024年8月和一家大型车企签合同，没写付款日期，2025年8月1日交货，到现在没付。",
        "若合約沒寫付款期限，交貨後多少天算逾期？",
        "The contract says payment after acceptance; we delivered on 1 August 2025 to a county hospital.",
    ],
)
def test_no_lateness_is_made_up(text: str) -> None:
    assert _late(text) in (None, OPEN)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was agreed about late interest. The library's RMB 360,000 arrived only on 14 October 2025, "
        "40 days late.",
        "The contract fixes 4% a year as interest on late payment, on a 365-day year. The RMB 500,000 came "
        "73 days late.",
        "No late interest was agreed with the hotel group, and the price was in our account on 7 November 2025.",
        "The bureau's payment was 20 days late. How much interest on late payment may we ask for?",
        "The museum paid us 15 days late; the contract sets no late interest.",
        "合同没约定逾期利息，公办中学的货款晚了20天才到账。",
        "醫院的貨款拖了四十天才付清，能要多少逾期利息？",
        "按30天算7月31日就该付清40万，校方一分没给，整整逾期60天，能要多少逾期利息？",
    ],
)
def test_a_late_buyer_is_no_loan_of_ours(text: str) -> None:
    for name in ("loan_overdue", "loan_repaid", "loan_term_days"):
        assert stated(text, name, AS_OF) is None, name


def test_a_late_loan_is_still_read() -> None:
    assert stated("Our bank loan came due in May and we repaid it 40 days late.", "loan_overdue", AS_OF) is True
    assert stated("我们向银行借的200万贷款已经付清了本息。", "loan_repaid", AS_OF) is True
    assert stated("We want a loan for 365 days from the bank.", "loan_term_days", AS_OF) == 365


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "We told our customer, a large enterprise, so when we signed on 15 July 2025. The contract fixes 28 "
            "October 2025 "
            "as the payment date. The RMB 500,000 for goods delivered in September came on 9 November 2025.",
            "2025-07-15",
        ),
        ("The contract is of 18 July 2025. Under the contract the last day to pay is 30 September 2025.", "2025-07-18"),
        (
            "Signed on 3 June 2025; by the contract 1 October 2025 is the day of payment, and nothing came.",
            "2025-06-03",
        ),
        ("The contract of 2 July 2025 names 1 October 2025 as the due date, and the buyer has not paid.", "2025-07-02"),
        ("2025年7月3日签的合同，合同约定10月8日为付款日，货款至今没付。", "2025-07-03"),
        ("合約於2025年7月3日簽訂，合約訂明2025年10月8日為付款日，貨款未付。", "2025-07-03"),
    ],
)
def test_the_day_of_payment_is_not_the_day_of_the_contract(text: str, day: str) -> None:
    assert stated(text, "contract_date", AS_OF) == day


def test_money_that_came_is_no_delivery() -> None:
    text = "The RMB 500,000 for moulds delivered in September came on 9 November 2025, long after it was due."
    assert stated(text, "delivery_date", AS_OF) != "2025-11-09"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("给区里的城管局印宣传品，交货后到现在一分没给。", "department"),
        ("替街道办印了三千份手册，合同写30天内付款，钱还没到。", "department"),
        ("幫區公所做了布條，驗收後六十天還沒付款。", "department"),
        ("我们给镇上的综合执法局做制服，货款拖到现在。", "department"),
        ("2025年7月1日给市里一所公办中学交了货，学校当天签收，40万一分没给。", "institution"),
        ("签合同时跟校方说明了我们是小企业，公办小学的课桌椅款40万还没付。", "institution"),
        ("給市立國中裝了冷氣，校方到現在沒付尾款。", "institution"),
        ("The urban management bureau of our district has not paid for the leaflets that we printed.", "department"),
        ("We fitted out a state secondary school; the school still owes us RMB 80,000.", "institution"),
        ("Our customer, a large dairy enterprise, keeps postponing payment.", "large-enterprise"),
        ("We supplied screws to a large rail-equipment group, which holds back the price.", "large-enterprise"),
    ],
)
def test_who_pays(text: str, kind: str) -> None:
    assert stated(text, "payer_kind", AS_OF) == kind


@pytest.mark.parametrize(
    "text",
    [
        "城管局来检查过我们的仓库，客户的货款还没付。",
        "Our buyer has not paid. May we complain to the urban management bureau?",
        "我们给民办中学供课桌，货款还没付。",
    ],
)
def test_an_office_beside_the_matter_does_not_pay(text: str) -> None:
    assert stated(text, "payer_kind", AS_OF) not in ("department", "institution")


@pytest.mark.parametrize(
    "text",
    [
        "Our contract with the dairy says payment falls due 45 days after the machine passes its test.",
        "The contract makes the price payable 30 days after the goods have passed inspection.",
        "Under the contract they pay within 20 days of the equipment passing its trial run.",
        "Payment is due once the line has passed its acceptance test, the contract says; the buyer stalls.",
        "The contract lets them pay a month after the software passes testing, and they will not test it.",
        "合同约定设备试车合格后45天付款，对方一直拖着不试。",
        "合約寫明檢驗合格後三十天付款，客戶遲遲不驗。",
        "约定检测通过后一个月内付款，甲方迟迟不检测。",
    ],
)
def test_payment_after_a_test_is_payment_after_acceptance(text: str) -> None:
    assert stated(text, "acceptance_agreed", AS_OF) is True


@pytest.mark.parametrize(
    "text",
    [
        "The contract says payment is due 45 days after delivery, and the machine has passed its test; they owe us.",
        "合同写交货后45天付款，没有约定验收，设备试车合格了，货款还没付。",
        "The boy's school fee falls due after he passes his test.",
    ],
)
def test_a_test_that_payment_does_not_wait_for(text: str) -> None:
    assert stated(text, "acceptance_agreed", AS_OF) is not True


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was agreed about the payment date, inspection or late interest.",
        "The contract has neither a date for payment nor a rate for late payment.",
        "No payment date, no inspection and no late interest were agreed with the hotel.",
        "We never agreed on when they pay or on interest for late payment in the contract.",
        "The contract is silent on the time of payment and on late interest.",
        "合同没写几天付款，也没写逾期利息。",
        "合約對付款時間和逾期利息都沒有約定。",
        "付款期限、验收、逾期利息合同里都没约定。",
    ],
)
def test_neither_term_nor_rate_agreed(text: str) -> None:
    assert stated(text, "agreed_rate_pct", AS_OF) == 0
    assert stated(text, "contract_term_agreed", AS_OF) is False


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "We hung blinds for a county library. Agreed: nothing on when they pay. Handed over 3 September 2025; "
            "the cash turned up on 20 October 2025.",
            17,
        ),
        (
            "Delivery 1 Sept 2025 to a district government office; the contract leaves the payment day open. Unpaid.",
            50,
        ),
        ("公立学校9月1日收的货，合同没约定付款时间，直到10月31日才把钱打过来。", 30),
        ("对方是区卫健委，2025年8月20日验收，合同约定验收后30天付款，到今天还没付。", 62),
        ("The invoice fell due on 10 October 2025 and was paid on 25 October 2025.", 15),
        ("Payment was to be made by 30 September 2025. The large buyer paid us on 30 September 2025.", 0),
        ("They had until 5 November 2025 to pay under the contract and have not paid.", 15),
        ("付款到期日是2025年11月30日，大集团还没付，现在能要利息吗？", 0),
        ("合同说12月15日前付，现在11月还没到日子，货款还没付。", 0),
        ("Forty-five days have elapsed since the hotel group accepted the goods; it pays 60 days after acceptance.", 0),
        ("It's been 100 days since we delivered, and the contract gives the buyer 90 days. Not a penny so far.", 10),
        ("交货已经75天，合同约定60天内付款，客户是上市公司，钱没到。", 15),
        ("从交货到现在已有40天，约定的是60天付款，对方还没付。", 0),
        ("貨交出去五十天了，合約訂明交貨後三十天付款，對方沒付。", 20),
    ],
)
def test_days_are_read_however_they_are_told(text: str, days: int) -> None:
    assert _late(text) == days
