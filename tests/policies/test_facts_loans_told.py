"""Of a loan: how it was served, what secures it, who borrowed, what its guarantor and its premium cost and brought."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2023, 2, 21)
LOAN = "The loan: RMB 8 million from a partner bank, one year from January 2022 at 4.5%. "
LOAN_ZH = "2022年1月从合作银行贷款800万元，一年期，利率4.5%。"
LOAN_HANT = "2022年1月向合作銀行貸款800萬元，一年期，利率4.5%。"

said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In June a buyer was slow and our interest reached the bank nine days after the due date.", True),
        ("The March interest got to the lender four days past its date, with penalty interest on top.", True),
        ("Once our interest arrived at the bank a week behind the due day; penalty interest was added.", True),
        ("A client paid us late, so our second instalment landed at the bank eight days after it was due.", True),
        ("The bank booked penalty interest in May, since our interest came in after the due day.", True),
        ("The customer was slow and the quarter's interest was credited to the bank six days late.", True),
        ("六月那期利息到期后第九天才到银行账上，一并付了罚息。", True),
        ("有一季的利息比约定日子晚了五天才到账，银行收了罚息。", True),
        ("三月的利息過了繳息日四天才匯到銀行，另外繳了罰息。", True),
        ("客户回款慢，二季度的利息在结息日之后一周才划到银行。", True),
        ("A customer paid us nine days after the due date, with late interest; our loan was served on time.", False),
        ("If our interest reached the bank nine days after the due date, would we be out?", None),
        ("Our customer's interest reached its own bank nine days after the due date.", None),
        ("Our interest reached the bank two days before each due date, on time.", False),
        ("客户的货款过了到期日九天才到账，贷款利息都按时付了。", False),
        ("如果利息到期后第九天才到银行账上，还能补吗？", None),
    ],
)
def test_interest_that_reached_the_bank_after_its_day(text: str, value: object) -> None:
    loan = LOAN if text.isascii() else LOAN_ZH
    assert said(loan + text, "loan_overdue") == value


BANKER = (
    "I am the account manager at a cooperating bank and write for a client, a limited company. In October 2022 we "
    "gave it a RMB 26 million loan for one year at 4.2%. "
)
BANKER_ZH = "我是合作银行的客户经理，替一家客户来问。2022年1月我行给它放款2600万元，一年期，利率4.2%。"


@pytest.mark.parametrize(
    ("text", "overdue", "repaid"),
    [
        (BANKER + "The client repaid on time.", False, True),
        (BANKER + "The client paid everything back on schedule.", False, True),
        (BANKER + "It repaid principal and interest on the due day.", False, True),
        (BANKER + "The firm has since repaid the loan in full and on time.", False, True),
        (BANKER_ZH + "这家客户按期还清了本息。", False, True),
        (BANKER_ZH + "该客户如期归还了贷款。", False, True),
        (BANKER + "The client did not repay on time.", True, None),
        (BANKER + "The client will repay on time, we hope.", None, None),
        (LOAN + "Our customer repaid its own bank on time.", None, None),
        (LOAN + "We lent a client 200,000 yuan and the client repaid on time.", None, None),
    ],
)
def test_a_banker_tells_of_the_borrower(text: str, overdue: object, repaid: object) -> None:
    assert (said(text, "loan_overdue"), said(text, "loan_repaid")) == (overdue, repaid)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May 2022 it got RMB 4.8 million from a partner bank against what its customers owed it.", "receivable"),
        ("A bank lent us RMB 3 million against what two buyers still owe us.", "receivable"),
        ("We borrowed RMB 2 million from a bank on the sums that three clients owe the company.", "receivable"),
        ("RMB 5 million from a partner bank, secured by the money hospitals owe us.", "receivable"),
        ("The bank advanced us RMB 2 million against money owed to us by distributors.", "receivable"),
        (
            "The bank lent us 2 million; as pledge it took the payments our customers still have to make.",
            "receivable",
        ),
        ("拿客户欠我们的货款作押，银行放了480万元。", "receivable"),
        ("用别人欠公司的钱押给银行，贷了300万元。", "receivable"),
        ("以買家還沒付的貨款設質，銀行貸給我們500萬元。", "receivable"),
        ("Our customers owe us RMB 3 million. The bank loan of RMB 2 million is unsecured.", "none"),
        ("Our supplier borrowed RMB 3 million against what we owe it.", None),
        ("Could we borrow against what our customers owe us?", None),
        ("We borrowed RMB 3 million from a bank. What our customers owe us does not interest it.", None),
        (
            "A partner bank lent us RMB 15 million on the strength of the fees we will earn under a ten-year service "
            "contract, which we pledged.",
            "expected-income",
        ),
        (
            "We pledged the payments we shall receive under an energy-saving contract; a bank lent 3m.",
            "expected-income",
        ),
        (
            "A bank loan of RMB 4 million, secured by the parking charges we will collect until 2030.",
            "expected-income",
        ),
        (
            "The bank lent us RMB 4 million on what our water concession is going to earn, duly pledged.",
            "expected-income",
        ),
        ("以今后十年服务合同要收的服务费质押，银行放了1500万元。", "expected-income"),
        ("拿未来八年的供热收费押给银行，贷了600万元。", "expected-income"),
        ("以將來的停車費收入設質，銀行貸給我們300萬元。", "expected-income"),
        ("A bank lent us 2m. We pledged patents; the fees we will earn under a contract pay the interest.", "ip"),
        ("A bank lent us 2m, unsecured. The fees we will earn under the contract are not pledged.", "none"),
        ("If we pledged the fees we will earn under a service contract, would a bank lend us more?", None),
    ],
)
def test_claims_and_takings_to_come_as_a_pledge(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "fee", "valuation", "loan"),
    [
        (
            "For a patent-backed loan from a partner bank we paid RMB 64,000 to have the patents valued and RMB 90,000 "
            "to a guarantee company.",
            90_000,
            64_000,
            None,
        ),
        (
            "For our bank loan we paid 40,000 yuan to an appraiser and 60,000 yuan to a guarantor.",
            60_000,
            40_000,
            None,
        ),
        ("For the bank loan RMB 52,000 went to a guarantee company.", 52_000, None, None),
        ("A guarantee company got RMB 52,000 from us for standing behind the bank loan.", 52_000, None, None),
        ("To borrow RMB 5 million we handed RMB 75,000 to the guarantor.", 75_000, None, 5_000_000),
        ("为这笔贷款，付给担保公司9万元，付给评估公司6.4万元。", 90_000, 64_000, None),
        ("給擔保公司交了9萬元，銀行貸款600萬元。", 90_000, None, 6_000_000),
        ("A guarantee company stands behind our bank loan of RMB 900,000.", None, None, 900_000),
        ("A guarantee company asked RMB 90,000 for the bank loan, but we declined.", None, None, None),
        ("担保公司为我们担保，银行贷款90万元。", None, None, 900_000),
    ],
)
def test_what_the_guarantor_was_paid(text: str, fee: object, valuation: object, loan: object) -> None:
    told = tuple(said(text, f"{name}_cny") for name in ("guarantee_fee", "valuation_fee", "loan_amount"))
    assert told == (fee, valuation, loan)


SUPPLIED = "我们给一家国有汽车集团供冲压件。"


@pytest.mark.parametrize(
    ("text", "claim", "loan", "rate"),
    [
        (SUPPLIED + "合同约定2023年1月17日付清200万元，迟付按年利率4.38%计息。", 2_000_000, None, None),
        (SUPPLIED + "合同写明1月10日前付清86万元，晚付按年息5%计。到今天一分没付。", 860_000, None, None),
        ("我們供貨給一家大型國企，合約訂明1月20日付清120萬元，遲付按年利率6%計息。", 1_200_000, None, None),
        (
            "We supply a state-owned car group. The contract has it pay RMB 2 million by 17 January 2023, with "
            "interest of 4.38% a year if it pays late. To this day nothing has come.",
            2_000_000,
            None,
            None,
        ),
        (
            "We deliver to a listed group. Under the contract RMB 860,000 was to be paid by 10 January, late payment "
            "bearing interest at 5% a year.",
            860_000,
            None,
            None,
        ),
        ("银行贷款合同约定2023年1月17日还清200万元，年利率4.38%。", None, 2_000_000, 4.38),
        (
            "We borrowed RMB 2 million from a bank at 4.38% a year; by contract it is due on 17 January.",
            None,
            2e6,
            4.38,
        ),
        (SUPPLIED + "另向银行借了200万元，年利率4.38%。", None, 2_000_000, 4.38),
        (
            "We buy steel. Under the contract we were to pay RMB 2 million by 17 January; we are late.",
            None,
            None,
            None,
        ),
        ("我们买钢材。合同约定我们1月17日付清200万元，迟付按年利率4%计息。", None, None, None),
    ],
)
def test_a_price_with_interest_for_delay_is_no_loan(text: str, claim: object, loan: object, rate: object) -> None:
    told = tuple(said(text, name) for name in ("receivable_amount_cny", "loan_amount_cny", "loan_rate_pct"))
    assert told == (claim, loan, rate)


INSURED = "For our RMB 1.5 million bank loan we had to buy loan guarantee insurance. "
INSURED_ZH = "银行贷款150万元，是凭贷款保证保险拿到的。"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (INSURED + "This spring the science department refunded us RMB 18,000 of that premium.", True),
        (INSURED + "The premium has already been subsidised by the science department.", True),
        (INSURED + "In May half of the premium was reimbursed under the region's science-finance measures.", True),
        (INSURED + "We have received the premium subsidy from the science department.", True),
        (INSURED + "The science department paid RMB 18,000 towards the premium last year.", True),
        (INSURED_ZH + "保费的一半，科技厅今年已经补给我们了。", True),
        (INSURED_ZH + "这份保险的保费去年拿过科技厅的补助。", True),
        (INSURED_ZH + "保险费补助5月份到账了。", True),
        ("銀行貸款150萬元，是憑貸款保證保險取得的。保費科技廳已經補助了一半。", True),
        (INSURED + "The science department approved a premium refund but it has not been paid out.", OPEN),
        (INSURED + "The premium was never subsidised.", False),
        (INSURED + "Can the premium be refunded?", None),
        (INSURED + "We want the science department to refund the premium.", None),
        (INSURED + "The insurer refunded us part of the premium.", None),
        (INSURED + "The science department refunded half the premium of our R&D liability insurance.", None),
        (INSURED_ZH + "保费能补多少？", None),
        (INSURED_ZH + "科技厅补过我们研发责任险的保费。", None),
    ],
)
def test_a_premium_that_was_given_back(text: str, value: object) -> None:
    assert said(text, "premium_subsidised") == value
    assert value is None or said(text, "other_regional_funding") is None


UNKNOWN_BORROWER = (
    "I cannot find the contract: some colleagues say the company signed it, others that the founder borrowed it in his "
    "own name."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LOAN + UNKNOWN_BORROWER, OPEN),
        (LOAN + "The clerk says the company took it, the bookkeeper that the owner did, in his own name.", OPEN),
        (LOAN + "It is not clear to me whether the firm or the boss is the borrower.", OPEN),
        (LOAN + "Whether it was the company that borrowed or the director in his own name I cannot tell.", OPEN),
        (LOAN_ZH + "有人说是公司签的，也有人说是老板以个人名义借的。", OPEN),
        (LOAN_ZH + "到底是公司借的还是老板个人借的，没人说得清。", OPEN),
        (LOAN_HANT + "出納說借款人是公司，會計說是負責人個人借的。", OPEN),
        ("Some say the rate was 5%, others 6%. The founder borrowed it from a bank in his own name.", "personal"),
        ("有人说利率高，也有人说不高。这笔贷款是老板以个人名义借的。", "personal"),
        (LOAN + "Some colleagues say the aid is generous, others that it is not.", "bank"),
        (LOAN + "Some say the company can claim, others that the owner must sign the form.", "bank"),
        (
            "One clerk says the firm signed, another that the boss did. It turned out that the boss borrowed RMB 1 "
            "million from a bank in his own name.",
            "personal",
        ),
        (LOAN_ZH + "老板说公司能补，会计说不能。", "bank"),
    ],
)
def test_who_borrowed_is_told_in_two_ways(text: str, kind: object) -> None:
    assert said(text, "loan_kind") == kind
    if kind is OPEN:
        assert said(text, "owner_borrowed") is OPEN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "With the money its customers owe it as security, the firm borrowed RMB 3 million from a bank.",
            "receivable",
        ),
        (
            "Putting up what three hospitals owe it as collateral, it borrowed RMB 5 million from a bank.",
            "receivable",
        ),
        ("The firm borrowed RMB 2 million from a bank, with the sums its buyers owe it as security.", "receivable"),
        ("It got RMB 2 million from a bank; the amounts that its clients owe it were pledged.", "receivable"),
        ("With the money its buyers owe it as security, our customer borrowed RMB 3 million from a bank.", None),
        ("Our supplier gave the money its customers owe it as security for a bank loan.", None),
    ],
)
def test_what_its_own_customers_owe_secures_a_loan(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


NO_OTHER = "No other regional money has gone into the loan."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (LOAN + "We are not applying for interest support on it, and no other regional money has gone into it.", False),
        (LOAN + "We never applied for a grant for it, nor has any other department paid a cent towards it.", False),
        (LOAN + "We haven't applied for other support. " + NO_OTHER, False),
        (LOAN_ZH + "没有申请过贴息补助，其他部门也没有给过钱。", False),
        (LOAN_HANT + "沒有另外申請補助，其他部門也沒有給過錢。", False),
        (LOAN + "We have applied for another subsidy for this loan and are waiting for the answer.", OPEN),
        (LOAN + "We are applying for a grant from another department for this loan.", OPEN),
        (LOAN_ZH + "向工信厅申请了贴息补助，还没批下来。", OPEN),
    ],
)
def test_aid_that_is_not_applied_for_is_no_doubt(text: str, value: object) -> None:
    assert said(text, "other_regional_funding") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Both the valuer and the bank are science-finance partners, and the loan has been served punctually.",
            False,
        ),
        ("The bank and the guarantor are both partners, and every instalment was paid on time.", False),
        ("The bank is a science-finance partner, and the interest has been paid on schedule.", False),
        ("The guarantor and the lender are finance partners, and our repayments are all on schedule.", False),
        ("Our business partners borrowed from their bank, and the loan has been served punctually.", None),
        ("The bank is a science-finance partner, but the third instalment was paid eight days late.", True),
    ],
)
def test_a_partner_of_the_programme_is_not_who_repays(text: str, value: object) -> None:
    told = said(LOAN + text, "loan_overdue")
    assert told == value or (value is None and told is OPEN)


CLIENT = " limited company registered in Lingwu, Ningxia, that makes pumps, is a certified high-tech enterprise."


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("A client of mine, a" + CLIENT, "CN-64/yinchuan/lingwu"),
        ("My client, a" + CLIENT + " What can I tell them to expect?", "CN-64/yinchuan/lingwu"),
        ("One of my clients is a" + CLIENT.replace(" is a certified", " and is a certified"), "CN-64/yinchuan/lingwu"),
        ("Could you check this for my client? It is a" + CLIENT.replace(", is", ", and"), "CN-64/yinchuan/lingwu"),
        ("My client, a" + CLIENT + " It owes us RMB 2 million.", None),
        ("My client, a" + CLIENT + " I sold it machines and it has not paid me.", None),
        ("We make valves. A client of ours, a" + CLIENT, None),
    ],
)
def test_a_client_that_the_writer_asks_for(text: str, region: object) -> None:
    assert said(text, "region") == region
    assert said(text, "high_tech_certified") == (True if region else None)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("我的客户是一家在灵武注册的股份公司，是高新技术企业。", "CN-64/yinchuan/lingwu"),
        ("我有个客户，是在灵武注册的有限公司，去年认定了高新技术企业。", "CN-64/yinchuan/lingwu"),
        ("我手上有一家客户，是在靈武註冊的有限公司，是高新技術企業。", "CN-64/yinchuan/lingwu"),
        ("我的客户是一家在灵武注册的股份公司，是高新技术企业，欠我两百万货款。", None),
    ],
)
def test_a_client_in_chinese(text: str, region: object) -> None:
    assert said(text, "region") == region


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "A customer paid late and we were behind with the loan interest for six weeks, which the bank "
            "recorded as interest in arrears; we have since caught up.",
            True,
        ),
        (
            "A buyer paid us late, and we fell behind with our loan interest for a month; we have caught up since.",
            True,
        ),
        ("Our main client was slow, so we were five weeks behind on the bank interest, which is now settled.", True),
        ("Because a customer paid late, we got behind with the instalments on the loan in May.", True),
        ("A customer did not pay on time and the bank booked our interest as in arrears for two weeks.", True),
        (
            "In spring a client settled late and we ran up interest arrears at the bank for a month, since cleared.",
            True,
        ),
        ("客户回款晚，我们有六周没付上贷款利息，银行记了欠息，后来补上了。", True),
        ("因为客户付款迟，我们的贷款利息拖了一个多月，银行记为欠息，现在已经补齐。", True),
        ("客戶付款晚了，我們的貸款利息拖了六週才繳，銀行列為欠息，之後已補繳。", True),
        ("有個客戶遲付貨款，害我們貸款利息遲繳了一個月，已經補上。", True),
        ("春天客户拖了货款，我们跟着欠了银行一个月利息，早就还上了。", True),
        (
            "We borrowed RMB 5 million from a bank. A customer paid late, but we were never behind with the "
            "loan interest.",
            False,
        ),
        (
            "We borrowed RMB 5 million from a bank. If a customer paid late and we were behind with the loan "
            "interest, would we lose it?",
            OPEN,
        ),
        ("我们向银行贷款500万元。客户付款晚了，但我们的贷款利息从没拖欠过。", False),
        ("Our customer was behind with its own loan interest for six weeks.", OPEN),
        ("The customer has been overdue with RMB 230,000 since September, and the work is undisputed.", None),
        ("A customer paid late and was behind with its bank interest; ours was always paid on time.", False),
        (
            "The customer, a hotel operator, has been overdue with RMB 80,000 since May. It is a privately "
            "owned firm; we told the customer at signing how small we are. Can we file our complaint about "
            "money owed to small firms?",
            None,
        ),
    ],
)
def test_behind_with_interest_since_a_customer_was_late(text: str, value: object) -> None:
    assert said(text, "loan_overdue") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The customer, a privately owned hotel operator, has been overdue with RMB 230,000 since "
            "September. I have no idea whether, at signing, it counted as a large company or only a "
            "medium-sized one.",
            OPEN,
        ),
        (
            "A private builder owes us RMB 90,000. We cannot tell whether, when we signed, it was a large "
            "company or a medium-sized one.",
            OPEN,
        ),
        (
            "Our customer owes us RMB 90,000. Nobody will tell us if, on the day of the contract, it ranked "
            "as medium-sized or large.",
            OPEN,
        ),
        (
            "The customer owes us RMB 90,000. Whether at signing it was a large or a medium-sized company, I "
            "do not know.",
            OPEN,
        ),
        (
            "The buyer owes us RMB 90,000. I don't know whether it then counted as large or just as medium-sized.",
            OPEN,
        ),
        ("客户欠我们9万元货款，签约时它算大型企业还是中型企业，我完全不知道。", OPEN),
        ("客户欠我们9万元货款。我不清楚签合同那会儿它是大型企业还是中型企业。", OPEN),
        ("客戶欠我們9萬元貨款。我沒辦法確定簽約當時它算大型企業還是只算中型企業。", OPEN),
        ("對方欠我們9萬元貨款，簽約當天它是大型還是中型，沒人說得清。", OPEN),
        ("The customer owes us RMB 90,000. At signing, it counted as a medium-sized company.", "sme"),
        (
            "Our customer, a large enterprise, owes us RMB 90,000. I have no idea whether, at signing, we "
            "counted as small or micro.",
            "large-enterprise",
        ),
    ],
)
def test_the_size_of_the_payer_on_that_day_is_not_known(text: str, value: object) -> None:
    assert said(text, "payer_kind") == value
