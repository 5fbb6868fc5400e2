"""Fees and what they were for: a bill told apart from its service, grades, valuations, partners, money had back."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2023, 9, 19)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We had three trademarks appraised ahead of a merger; the appraiser took 30,000 yuan.", False),
        ("Our patents were valued because of a quarrel with a former partner; a pledge was never planned.", False),
        ("The valuer set a figure on the patent. Its purpose was a sale; no lender, pledge or loan was in it.", False),
        ("The appraisal of the patents was ordered for a shareholder's contribution of capital.", False),
        ("专利评估花了5万，目的是把专利卖给同行，银行、贷款、质押都没有。", False),
        ("请评估机构评了两项专利，是为了股东纠纷才做的，跟银行贷款没有任何关系。", False),
        ("我們的專利因為公司合併請人鑑價，沒有涉及任何銀行、貸款或質押。", False),
        ("We had patents valued for a sale, 50,000 yuan. We also have a bank loan secured by machines.", OPEN),
        ("Patents valued for 48,000 yuan and pledged; the loan was never overdue, the bank no part of us.", None),
        ("专利评估5万，质押给银行贷了款。去年有过一起合同纠纷，已经解决。", None),
        ("为了质押贷款请评估公司评了专利，花了4万元。", None),
        ("Two patents were valued; the valuation was for a pledge and no sale was planned.", None),
        ("The appraiser charged 30,000 yuan for valuing the patents we pledged; we sell pumps.", None),
    ],
)
def test_what_a_valuation_was_made_for(text: str, value: object) -> None:
    assert said(text, "valuation_for_pledge") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("An agency looked at our creditworthiness. Its invoice was RMB 6,500 and is settled.", "rating_fee_cny", 6500),
        ("We had the firm rated by an agency. The invoice, long paid, was RMB 11,000.", "rating_fee_cny", 11000),
        ("We had the firm rated by an agency. The invoice, long paid, was RMB 11,000.", "receivable_amount_cny", None),
        ("今年五月请机构给公司评了信用等级，得了个A。发票已付，是9000元。", "rating_fee_cny", 9000),
        ("評級公司給我們評了BB，那張發票一萬兩千元，已經付清。", "rating_fee_cny", 12000),
        ("The customer ordered ten pumps. The invoice, still open, was RMB 130,000.", "receivable_amount_cny", 130000),
        ("The customer ordered ten pumps. The invoice, still open, was RMB 130,000.", "rating_fee_cny", None),
        ("The agency rates us. A customer owes us an invoice of 300,000 yuan.", "receivable_amount_cny", 300000),
        ("To borrow on a patent we handed 21,000 yuan to an appraiser.", "valuation_fee_cny", 21000),
        ("To borrow on a patent we handed 21,000 yuan to an appraiser.", "loan_amount_cny", None),
        ("To get the loan we paid RMB 30,000 to a guarantor.", "guarantee_fee_cny", 30000),
        ("为拿贷款付了4.8万给评估公司，银行放了300万。", "valuation_fee_cny", 48000),
        ("为拿贷款付了4.8万给评估公司，银行放了300万。", "loan_amount_cny", 3000000),
        ("We took out technology insurance with an insurer. Price: RMB 30,000.", "premium_cny", 30000),
        ("把两家客户的应收账款质押给银行，拿到400万。", "loan_amount_cny", 4000000),
        ("應收帳款押給合作銀行，換得500萬。", "loan_amount_cny", 5000000),
        ("We pledged receivables to the bank and came away with 4 million yuan.", "loan_amount_cny", 4000000),
        ("客户欠我们400万货款，我们拿它质押贷款。", "receivable_amount_cny", 4000000),
    ],
)
def test_what_a_sum_was_paid_or_lent_for(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rating agency, alas, placed us at B+.", "B+"),
        ("An agency graded our credit in May; the outcome was A-.", "A-"),
        ("We landed at BBB- with the rating agency.", "BBB-"),
        ("The agency's verdict on our creditworthiness was A+.", "A+"),
        ("評級機構把我們評為BBB+。", "BBB+"),
        ("评等落在BB-，收费一万二。", "BB-"),
        ("信用评定下来是A，费用八千。", "A"),
        ("The agency grades firms from AAA down to C.", None),
        ("We want at least a BB from the rating agency.", None),
        ("Firms graded BB or above can claim the rating subsidy.", None),
    ],
)
def test_grades_however_they_are_told(text: str, value: object) -> None:
    assert said(text, "credit_rating") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We insured the pilot line with an insurer on the science department's register.", True),
        ("The bank isn't on the science department's books.", False),
        ("保险公司在科技厅的名册上。", True),
        ("那家保险公司不在科技厅名册上。", False),
        ("The guarantor is new here and we have not found out whether it is a partner of the department.", OPEN),
        ("We don't know if the insurer is on the department's roll.", OPEN),
        ("The appraiser may or may not be a partner of the scheme.", OPEN),
        ("保险公司是新来的，是不是合作机构还没打听到。", OPEN),
        ("銀行在不在合作名單裡，我們還沒弄明白。", OPEN),
        ("We have not asked for any other grant and the bank is a partner.", True),
    ],
)
def test_whether_a_house_is_a_partner_and_when_that_is_not_known(text: str, value: object) -> None:
    assert said(text, "partner_institution") == value


INTEREST, FEE = "interest_subsidised", "guarantee_fee_subsidised"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("In May we got 40,000 yuan under the regional scheme towards the interest on this loan.", INTEREST, True),
        ("We were paid 30,000 yuan for the interest on the same loan under the programme.", INTEREST, True),
        ("科技厅春天已经为这笔贷款的利息给了我们8.8万元。", INTEREST, True),
        ("這筆貸款的利息，去年科技廳已經撥了六萬給我們。", INTEREST, True),
        ("春天我們依科技金融辦法領到這筆貸款的利息8.8萬元。", INTEREST, True),
        ("We received 40,000 yuan under the measures for the guarantor's fee of this loan.", FEE, True),
        ("My predecessor might already have cashed the interest subsidy for the loan.", INTEREST, OPEN),
        ("The interest subsidy may well have been collected by a former accountant.", INTEREST, OPEN),
        ("前任会计可能已经领过这笔贷款的利息补助，账单找不到了。", INTEREST, OPEN),
        ("沒用過其他自治區資金或擔保費補助，今年也沒報別的。", FEE, False),
        ("利息没有别的自治区经费补过", INTEREST, False),
        ("We received the bank's bill for the interest on our loan, 88,000 yuan.", INTEREST, None),
        ("Can we receive 88,000 yuan for the interest on our loan under the scheme?", INTEREST, None),
        ("银行收了利息8.8万元。", INTEREST, None),
        ("政府采购合同的钱收到了，贷款利息按时付了3万。", INTEREST, None),
        ("We received the loan and paid 60,000 for the interest; no scheme paid anything.", INTEREST, None),
    ],
)
def test_money_that_came_in_for_the_same_cost_is_its_subsidy(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May we got 40,000 yuan under the regional scheme towards the interest on this loan.", None),
        ("科技厅春天已经为这笔贷款的利息给了我们8.8万元。", None),
        ("We paid 88,000 yuan for the interest on our loan.", 88000),
        ("银行收了利息8.8万元。", 88000),
    ],
)
def test_money_that_came_in_is_no_interest_paid(text: str, value: object) -> None:
    assert said(text, "interest_paid_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An agency graded us in spring and arrived at BBB-, which surprised nobody.", "BBB-"),
        ("We had our credit rated; it's a B+, sadly.", "B+"),
        ("Got the firm rated last month. BB, says the letter of the rating agency.", "BB"),
        ("Our rating went up from B+ to BB.", "BB"),
        ("找机构做了信用评级，弄出来BB-。", "BB-"),
        ("信用評級報告到手，BBB。", "BBB"),
        ("评级从B+升到了BB。", "BB"),
        ("We were rated. The agency thinks BB may come next year.", None),
        ("We had our credit rated. Would BB+ be enough?", None),
        ("We make AA batteries and are having our credit rated.", None),
        ("A rating agency called; our guarantor is rated AA+.", None),
        ("信用评级还在做，希望能到BB。", None),
        ("信用評級要BB以上才補，我們還沒評。", None),
    ],
)
def test_a_grade_told_by_its_letters_alone(text: str, value: object) -> None:
    assert said(text, "credit_rating") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We got ourselves rated by a credit agency. Their invoice was 11k and it's settled.", 11000),
        ("Had our credit rated. It set us back 9,500.", 9500),
        ("信用评级做完了，费用8千。", 8000),
        ("信用評級拿了BB，發票一萬二。", 12000),
        ("We had our credit rated and paid them in 2021.", None),
        ("信用评级的费用分3次付。", None),
    ],
)
def test_the_bill_for_a_rating_in_bare_numbers(text: str, value: object) -> None:
    assert said(text, "rating_fee_cny") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("合作银行那笔贷款的担保费补贴，四月就打到公司账上了。", FEE, True),
        ("担保费的补助去年兑现了，同一笔贷款还想报利息。", FEE, True),
        ("擔保費補助的錢三月匯進我們帳戶了。", FEE, True),
        ("这笔贷款的利息补助早已进账。", INTEREST, True),
        ("The guarantee-fee subsidy for that loan landed in our account in April.", FEE, True),
        ("The interest subsidy on the loan came in last spring.", INTEREST, True),
        ("担保费补助的材料交了，还没到账。", FEE, None),
        ("担保费补助预计下个月拨下来。", FEE, None),
        ("擔保費補助批了，錢還沒到帳。", FEE, OPEN),
        ("利息补助，从没领过。", INTEREST, False),
        ("The guarantee fee subsidy is due to land in our account in June.", FEE, None),
        ("担保费是从我们账户转到担保公司的。", FEE, None),
        ("银行退了我们一部分担保费。", FEE, None),
    ],
)
def test_a_subsidy_that_reached_the_account_or_is_on_its_way(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


def test_the_day_on_which_a_subsidy_came_is_no_day_of_the_loan() -> None:
    assert said("我们从银行贷了300万。贷款的担保费补助，今年4月打到账上了。", "loan_date") is None
    assert said("银行的贷款，今年4月放的款。", "loan_date") == "2023-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("股东要拿专利作价入股，请评估所估了价，不是为了去银行质押借钱。", False),
        ("專利鑑價是股東出資用的，並不是要去銀行抵押貸款。", False),
        ("A shareholder brought in two patents; the valuer charged 40,000. It wasn't for a pledge.", False),
        ("专利评估是为了去银行质押借钱，不是作价入股。", True),
        ("專利鑑價是為了向銀行質押貸款，不是要打官司。", True),
        ("The valuation was made to get a loan, not for a sale.", True),
        ("专利评估花了3万，还没拿到贷款。", None),
    ],
)
def test_a_purpose_denied_beside_the_one_that_was_meant(text: str, value: object) -> None:
    assert said(text, "valuation_for_pledge") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("公司2016年上了新三板，拿股权质押借了钱。", True),
        ("本公司掛了新三板。", True),
        ("我们是新三板公司。", True),
        ("公司也没上过新三板。", False),
        ("We've been on the NEEQ since 2016.", True),
        ("公司打算明年挂新三板。", None),
        ("我们2019年从新三板摘牌了。", None),
        ("We left the NEEQ in 2019.", None),
        ("客户挂了新三板。", None),
        ("The bank is listed in Hong Kong.", None),
    ],
)
def test_whether_our_shares_are_quoted(text: str, value: object) -> None:
    assert said(text, "listed") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们有一项发明专利，评估值800万，去年靠它授权和卖货实际到账520万元。", 5200000),
        ("我們有一項發明專利，去年靠它許可，實際進帳460萬元。", 4600000),
        ("We hold one patent, valued at 9m; licensing it brought in 5.3 million yuan in cash last year.", 5300000),
        ("我们有一项专利，去年靠它质押贷款到账300万元。", None),
        ("我们有一项专利，靠它拿到投资500万元，已到账。", None),
    ],
)
def test_what_a_patent_brought_in(text: str, value: object) -> None:
    assert said(text, "patent_income_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Joint work with a university, two samples so far; small-batch production's scheduled for May.", False),
        ("We develop it with an institute. The small batches are for next year.", False),
        ("与大学联合研发，样机一台，小批量等设备到了再做。", False),
        ("與大學聯合研發，小批量生產打算明年啟動。", False),
        ("与大学联合研发，等模具来了就小批量。", False),
        ("We develop it with an institute; small-batch production's running, mass production's planned for May.", True),
        ("与大学联合研发，已小批量生产，明年计划量产。", True),
        ("與大學聯合研發，等了半年才進入小批量生產。", True),
        ("与大学联合研发，小批量去年下半年就开始了。", True),
    ],
)
def test_a_small_batch_that_is_put_off(text: str, value: object) -> None:
    assert said(text, "small_batch_stage") == value
