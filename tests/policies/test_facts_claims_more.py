"""Claims again: payers by apposition and in relative clauses, days of payment, silence on lateness, notice of size."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2026, 2, 10)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A public hospital in the city accepted our work, RMB 260,000 is unpaid.", "institution"),
        ("A county bureau near our town hired us to pave its yard; the bill is late.", "department"),
        ("We put up the signs for a municipal public hospital; the bill is late.", "institution"),
        ("Our studio drew all the wall maps for a provincial museum. The invoice is overdue.", "institution"),
        ("I sewed the new curtains, forty in all, for a district court, which pays late.", "department"),
        ("We set out the flower beds for a large hotel chain, which pays late.", "large-enterprise"),
        ("The customer, a pharmacy chain ranking as a large enterprise, had to pay in May.", "large-enterprise"),
        ("Our client, a steel trader rated as a large enterprise, has paid nothing.", "large-enterprise"),
        ("We told our customer, a large appliance enterprise, about it; it owes us money.", "large-enterprise"),
        ("The buyer, a large listed brewery company, has not paid the invoice.", "large-enterprise"),
        (
            "We supplied a private toy dealer with 12 staff that was itself a small enterprise. It pays late.",
            "sme",
        ),
        ("The invoice went to a wood merchant, which is likewise a micro enterprise, and is late.", "sme"),
        ("我們替一所市立公立醫院裝了招牌，款項拖了三個月。", "institution"),
        ("客户是一家连锁药房，划型属大型企业，货款没付。", "large-enterprise"),
        ("对方本身也是小型企业，货款拖着不付。", "sme"),
        ("We applied for a permit for a public hospital visit; our client pays late.", None),
        ("Our shop in Beijing, which is itself a small enterprise, is owed money.", None),
        ("Is the customer, a pharmacy chain, ranking as a large enterprise? It pays late.", None),
        ("We waited for a public hospital bed; our client pays late.", None),
    ],
)
def test_who_the_payer_is(text: str, kind: object) -> None:
    assert said(text, "payer_kind") == kind


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("My family's firm, 35 people and officially small, installs kitchens.", "small"),
        ("Our firm, 60 people and officially medium, makes locks.", "medium"),
        ("A bureau hired our 45-person scaffolding company, a small one, and has not paid.", "small"),
        ("They owe our printing house, a micro one, RMB 20,000.", "micro"),
        (
            "We own a firm with 30 workers, a small enterprise. The main contractor is a large enterprise by the "
            "national size rules.",
            "small",
        ),
        ("We are a small enterprise. The developer is a large enterprise under the national standard.", "small"),
        ("Our shop, a micro enterprise, supplied a dealer that was itself a small enterprise.", "micro"),
        ("We, a micro enterprise, sold to a merchant which is also a medium-sized enterprise.", "micro"),
        ("本公司屬小型企業，與一家市屬國有的大型建設集團簽了合約。", "small"),
        ("我们是微型企业，给一家省属国有的大型水务公司修泵。", "micro"),
        ("我们属小型企业，客户属外资的大型商超集团，货款没付。", "small"),
        ("We are a main contractor and a large enterprise by the national size rules.", "large"),
        ("A bureau hired our company, not a small one, and has not paid.", None),
        ("They asked our company to find a small one for the job.", None),
        ("The dealer, a small one, owes our company money.", None),
    ],
)
def test_our_size_is_not_the_payers(text: str, size: object) -> None:
    assert said(text, "size") == size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They hired our company, a small one, as we declared when signing in August 2025.", True),
        ("We are a small enterprise, as we had told them at signing.", True),
        ("We own a scaffolding firm, a small enterprise, which our contract of August 2025 states on page one.", True),
        ("Ours is a micro enterprise, as the contract of May also notes.", True),
        ("We are a small builder and told our customer, a large appliance enterprise, so when we signed.", True),
        ("We are a micro enterprise and informed the buyer of it in writing.", True),
        ("自己是小型企业，2025年9月签合同时书面告诉过对方。", True),
        ("我们属小型企业，2025年8月跟一家集团签约，当时已说明我们的规模。", True),
        ("本公司屬小型企業，簽約那天已向對方告知自己的企業規模。", True),
        ("我們是微型企業，投標時聲明過本公司的規模類型。", True),
        ("我们是小型企业，签合同时没有告诉对方。", False),
        ("我们是小型企业，当时没有说明我们的规模。", False),
        ("We are a small enterprise, which our contract does not state.", None),
        ("We are a small enterprise. Should we have told the buyer so?", None),
        ("Our firm is a small enterprise. The customer told us so.", None),
        ("我们是小型企业，要不要告诉对方我们的规模？", None),
    ],
)
def test_notice_of_being_small(text: str, value: object) -> None:
    told = said(text + (" They have not paid." if text.isascii() else "货款没付。"), "sme_notice")
    assert told == value or (value is None and told is OPEN)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The contract fixed payment for last September, but RMB 260,000 is still open.", 133),
        ("The invoice was payable in November 2025 and has not been paid.", 72),
        ("合同约定2025年9月付款，到现在没付。", 133),
        (
            "The customer had to pay RMB 360,000 for delivered boxes by 30 November 2025 under the contract, yet the "
            "money only came on 29 January 2026.",
            60,
        ),
        ("The invoice was due on 1 December 2025. They paid only on 11 December 2025.", 10),
        ("They were to pay us by 1 November 2025 and the money reached us on 31 October 2025.", 0),
        ("合同约定2025年11月30日前付清货款，2026年1月29日才到账。", 60),
        ("貨款應於2025年12月1日付清，對方拖到2025年12月21日才匯過來。", 20),
        ("约定2025年12月1日付款，钱直到12月21日才收到。", 20),
        ("The pallets arrived on 21 July 2025. RMB 800,000 should have reached us by 1 December 2025 and has not.", 71),
        ("The invoice was due on 1 December 2025; only half came on 11 December 2025.", 71),
        ("The invoice is payable in May 2026.", 0),
        ("If they pay on 29 January 2026, what then? The contract fixed payment for 30 March 2026.", 0),
        ("Payment for the September order is fixed in the contract.", None),
        ("We should have repaid the bank by 1 May 2025; the money came on 3 May 2025.", None),
    ],
)
def test_how_late_a_payment_came(text: str, days: object) -> None:
    assert said(text, "receivable_overdue_days") == days


_LAW = (
    "Our customer, a large {}, signed in {}. The machine was delivered on {}, the contract names no date for payment. "
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (_LAW.format("enterprise", "August 2025", "12 December 2025") + "Nothing has come.", 0),
        (_LAW.format("enterprise", "August 2025", "1 December 2025") + "Nothing has come.", 11),
        (_LAW.format("enterprise", "August 2025", "12 December 2025") + "Today is the sixtieth day.", 0),
        (_LAW.format("enterprise", "May 2025", "1 December 2025") + "Nothing has come.", None),
        (
            "A county hospital owes us money. We signed in 2024 and delivered on 1 January 2026; no payment date is "
            "agreed in the contract.",
            10,
        ),
        ("一家大型家电企业2025年8月跟我们签了合同，合同没写付款日期，2025年12月12日交货，钱还没付。", 0),
        (
            "一家大型家电企业2025年8月跟我们签了合同，合同没写付款日期，约定验收后付款，2025年12月1日交货，钱还没付。",
            None,
        ),
        ("客户2025年8月跟我们签了合同，合同没写付款日期，2025年12月1日交货，钱还没付。", None),
    ],
)
def test_days_by_the_regulation_where_none_are_agreed(text: str, days: object) -> None:
    assert said(text, "receivable_overdue_days") == days


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("2025年9月签合同，合同约定2026年1月17日付清200万元货款。", "contract_date", "2025-09"),
        ("We signed in July 2025; the contract fixed payment for 3 January 2026.", "contract_date", "2025-07"),
        ("合同约定2025年11月30日前付款。", "contract_date", None),
        ("The customer had to pay for the delivered boxes by 30 November 2025.", "delivery_date", None),
        ("We delivered on 4 May 2025 and they had to pay by 30 November 2025.", "delivery_date", "2025-05-04"),
        ("The contract of 3 May 2025 obliges them to pay.", "contract_date", "2025-05-03"),
        ("合同是2025年5月3日签的，付款日没写。", "contract_date", "2025-05-03"),
    ],
)
def test_a_day_of_payment_is_no_other_day(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The contract does not mention what happens when payment is late.", 0),
        ("The contract is silent on what follows if the customer pays late.", 0),
        ("Our agreement says nothing about late payment.", 0),
        ("There is no word in the contract about paying late.", 0),
        ("The contract sets no consequence for late payment.", 0),
        ("合同没写晚付怎么办，货款拖了两个月。", 0),
        ("合同对逾期付款的后果只字未提。", 0),
        ("合約沒有約定逾期付款的責任。", 0),
        ("合同里晚付款怎么算没写。", 0),
        ("The contract does not mention what happens when delivery is late; they owe us money.", None),
        ("The contract does not mention when payment is due.", None),
        ("If the contract says nothing about late payment, what then?", None),
        ("The contract says a lot about late payment.", None),
        ("合同没写我们晚交货怎么办，货款没付。", None),
    ],
)
def test_a_contract_silent_on_late_payment(text: str, value: object) -> None:
    assert said(text, "agreed_rate_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Clause 9 of the contract says in so many words that the final bill follows the result of the state audit "
            "office.",
            True,
        ),
        ("We agreed in the contract that the final account follows the audit.", True),
        ("The contract lays down that the settlement sum follows the findings of the audit bureau.", True),
        ("The contract ties the final price to the result of the government audit.", True),
        ("Under clause 4 our final bill depends on the outcome of the state audit.", True),
        ("合同第九条写明最终结算以审计局的审计结果为准。", True),
        ("合約第九條寫明尾款按審計機關的審計結論結算。", True),
        ("The contract does not say that the final bill follows the audit.", False),
        ("They say our bill must follow the audit; does the contract have to agree?", None),
    ],
)
def test_a_bill_that_follows_the_audit(text: str, value: object) -> None:
    told = said(text, "audit_agreed")
    assert told == value or (value is None and told is OPEN)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Our bank's bad-loan ratio over all lending is 1.5%. For small technology borrowers my boss would put into "
            "the rulebook that up to 4.6% may go bad.",
            3.1,
        ),
        ("The bad-loan ratio of all our loans is 1.2%; for small technology firms we tolerate at most 4.2%.", 3),
        ("全行各项贷款不良率1.5%，小微科技企业的不良容忍度定到4.6%。", 3.1),
        ("本行各項貸款不良率1.5%，老闆想把小微科技企業的不良容忍度放到4.6%以內。", 3.1),
        ("The bad-loan ratio of all loans is 1.5%, for technology firms more than 4%.", None),
    ],
)
def test_a_tolerance_of_bad_loans(text: str, value: object) -> None:
    assert said(text, "npl_excess_pct") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("We borrowed elsewhere. RMB 260,000 of our invoice is still open.", "loan_repaid", None),
        ("The bill is still open although we needed a loan.", "loan_repaid", None),
        ("Our loan is still open.", "loan_repaid", False),
        ("My boss quotes the regulator's guidance on bad loans.", "serious_dishonesty", None),
        ("The regulator's opinion allows it.", "serious_dishonesty", None),
        ("The regulator was at our door and nobody knows the outcome.", "serious_dishonesty", OPEN),
        ("Our bad-loan ratio over all lending stands at 1.5%; for technology firms 4%.", "loan_rate_pct", None),
        ("本公司是綠化工程商。", "industry", None),
        ("我们做亮化工程。", "industry", None),
        ("我们是精细化工厂。", "industry", "chemicals"),
        ("The dealer wants to give us a bill that falls due in six months.", "term_days", None),
    ],
)
def test_what_is_said_of_something_else(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "kind", "notice"),
    [
        ("We are a small firm and told the county library so when we signed the contract.", "institution", True),
        ("We are a micro enterprise and informed the city water bureau of it when signing.", "department", True),
        ("We are a small builder and let the municipal museum know so in our offer.", "institution", True),
        ("We are a small firm and never told the public school so when we signed.", None, False),
        ("We are a small firm. We told the county bureau about the noise.", None, None),
        ("We are a small firm and shall we tell the public hospital so when we sign?", None, None),
    ],
)
def test_whom_we_told_of_our_size(text: str, kind: object, notice: object) -> None:
    text += " The invoice of RMB 90,000 is unpaid."
    assert said(text, "payer_kind") == kind
    told = said(text, "sme_notice")
    assert told == notice or (notice is None and told is OPEN)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They had to pay us RMB 380,000 by the end of October; we have not seen the money.", 102),
        ("The museum was to pay RMB 1.5 million in November and still nothing has come.", 72),
        ("RMB 60,000 should have been paid by the end of September and is unpaid.", 133),
        ("The bill was due at the end of December and they have not paid.", 41),
        ("对方应在10月底前付清38万元，到现在没付。", 102),
        ("合同约定九月底前付款，至今没付。", 133),
        ("對方本應於11月底前結清貨款，拖到現在。", 72),
        ("They had to pay us by the end of March; nothing has come.", None),  # of this year or of the last?
        ("They had to pay for the goods delivered in October; nothing has come.", None),
        ("We had to repay the loan by the end of October; they still owe us RMB 9,000.", None),
        ("If they had to pay by the end of October, could we charge for being late?", None),
    ],
)
def test_months_without_their_year(text: str, days: object) -> None:
    assert said(text, "receivable_overdue_days") == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nothing was agreed on late interest; they owe us RMB 9,000.", 0),
        ("Nothing at all is written in the contract about interest for paying late; they owe us.", 0),
        ("We agreed nothing about late interest, and the invoice is overdue.", 0),
        ("Neither side ever fixed anything regarding default interest; the bill is unpaid.", 0),
        ("关于逾期利息双方什么都没谈，货款拖着。", 0),
        ("逾期付款的利息，合同里一个字都没写，货款没付。", 0),
        ("關於逾期利息，雙方什麼也沒約定，貨款拖著。", 0),
        ("Nothing is agreed about interest on our bank loan; a customer owes us RMB 9,000.", None),
        ("Is nothing agreed about the price? They owe us.", None),
        ("Late interest of 8% a year was agreed; they owe us.", 8),
    ],
)
def test_nothing_agreed_about_interest(text: str, value: object) -> None:
    assert said(text, "agreed_rate_pct") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We signed with a large privately held furniture company on 3 June 2025; it owes us.", "2025-06-03"),
        (
            "We signed a contract with one of the biggest listed brewers in the south on 4 May 2025; it owes us.",
            "2025-05-04",
        ),
        ("2025年6月3日我们和一家大型国有控股建筑集团签了合同，货款没付。", "2025-06-03"),
        ("We dealt with a large furniture company and delivered on 3 June 2025; it owes us.", None),
        ("We signed with a bank for a loan on 3 June 2025; a customer owes us.", None),
    ],
)
def test_signed_with_a_party_of_a_long_name(text: str, value: object) -> None:
    assert said(text, "contract_date") == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We sold to a private chain. They were a medium-sized company when we signed; they pay late.", "sme"),
        ("We sold to a firm. By the official test they were a small enterprise; the bill is unpaid.", "sme"),
        ("They were never a small enterprise; the bill is unpaid.", None),
        ("They knew that we were a small enterprise; the bill is unpaid.", None),
        ("We do not know whether they were a small enterprise; the bill is unpaid.", None),
    ],
)
def test_what_the_payer_was(text: str, kind: object) -> None:
    told = said(text, "payer_kind")
    assert told == kind or (kind is None and told is OPEN)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一家二十個人的民營廣告公司去年欠我們30萬元工程款，到現在沒付。", "sme"),
        ("一家私营的装修设计公司，只有十五名员工，从三月起欠我们8万元货款。", "sme"),
        ("有一间九个人的私人印刷厂今年一直没付我们货款。", "sme"),
        ("客户是一家二十人的民营印刷公司，欠我们9万元货款。", "sme"),
        ("一家民營公司欠我們30萬元貨款，它不是大企業，也不用財政的錢。", "sme"),
        ("對方是一家民營貿易公司，欠我們9萬元貨款，它並非大型企業。", "sme"),
        ("For two months a private bindery with 25 employees has owed our small shop RMB 14,000.", "sme"),
        ("Since March a privately owned agency of nine people has not paid our workshop.", "sme"),
        ("Our customer, a private printing house with 30 employees, owes us RMB 9,000.", "sme"),
        ("A private trader owes us RMB 9,000. The trader is clearly not a large enterprise.", "sme"),
        ("一家三百人的民营公司去年欠我们30万元货款。", None),
        ("一家二十人的民营建筑公司去年欠我们30万元货款。", None),
        ("一家国有的二十人的广告公司欠我们30万元货款。", None),
        ("如果一家二十人的民营公司欠我们30万元货款，怎么办？", None),
        ("一家民营公司欠我们30万元货款，不知道它是不是大企业。", OPEN),
        ("We do not know whether our customer is a private firm with 30 employees; it owes us RMB 9,000.", None),
        ("A private firm with 30 engineers owes us RMB 9,000.", None),
        ("A private club with 12 staff that lives on public money owes us RMB 9,000.", None),
        ("A private firm owes us RMB 90,000. We are not a large enterprise.", None),
        ("A private firm owes us RMB 90,000. If it is not a large enterprise, what then?", None),
        ("A trading company owes us RMB 90,000. It is not a large enterprise.", None),
    ],
)
def test_a_private_house_of_few_heads_is_no_large_one(text: str, kind: object) -> None:
    assert said(text, "payer_kind") == kind


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("For two months a private bindery with 25 employees has owed our small shop RMB 14,000.", "employees", None),
        ("A private printing house with 30 employees owes our studio money.", "industry", None),
        ("一家民营公司欠我们30万元货款，它不是大企业，也没有政府资金。", "other_regional_funding", None),
        ("客戶欠我們9萬元貨款，它沒有別的政府資金。", "other_regional_funding", None),
        ("A firm owes us RMB 9,000. It has received no other regional funding.", "other_regional_funding", None),
        ("一家民营公司欠我们30万元货款，我们没有别的政府资金。", "other_regional_funding", False),
        ("我们是家二十个人的民营广告公司，客户欠我们30万元货款。", "employees", 20),
        ("Our printing house with 30 employees is owed money.", "industry", "printing-packaging"),
    ],
)
def test_what_is_said_of_the_debtor_is_not_ours(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We, a small installer in Hefei, wired a hall for a company that certainly counts as large.", "small"),
        ("We, a micro bakery from the north of Wuhu, supplied a hotel that pays late.", "micro"),
        ("We built a hall for a firm that officially ranks as medium; the bill is late.", None),
        ("We supplied goods to a chain which no doubt counts as large and pays late.", None),
        ("Our small studio reads that the regulations for small and medium enterprises forbid it.", "small"),
        ("The rules for micro, small and medium enterprises help us. A customer owes us money.", None),
        ("We are a medium enterprise under the rules for small and medium enterprises.", "medium"),
        ("I work for a company that counts as medium. A customer owes us.", "medium"),
    ],
)
def test_the_size_of_the_house_that_we_deal_with_or_of_a_rule(text: str, size: object) -> None:
    assert said(text, "size") == size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The contract says we are paid 20 days after the completion filing. The filing is still pending. No pay.",
            True,
        ),
        ("We agreed that the balance is due upon the final audit; the audit is still running, so we wait.", True),
        (
            "It is written in the contract: the rest is paid after the final accounts audit, which is not finished.",
            True,
        ),
        ("合同写明竣工验收备案后三十天付尾款，备案还没办完，尾款拖着。", True),
        ("合約約定竣工決算審計完成後才付尾款，審計還在進行，款項沒付。", True),
        ("合同约定竣工备案之后付清余款，备案手续仍在走，我们没收到钱。", None),
        ("The contract does not mention any wait until the completion filing; they say the filing is pending.", None),
        ("合同没有约定要等竣工备案后付款，备案还没办完，他们就不付。", None),
        (
            "The contract says we are paid after the completion filing. It is done; a new director won't pay.",
            None,
        ),
        ("合同写明竣工备案后付款，备案还没完成，可对方说换了领导，不付款。", None),
        (
            "If the contract says we are paid after the completion filing, and it is pending, must they pay?",
            None,
        ),
    ],
)
def test_a_wait_that_the_contract_itself_names(text: str, value: object) -> None:
    assert said(text, "agreed_wait") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "We delivered on 20 January 2026. The buyer has 45 days from delivery to inspect, then it pays.",
            True,
        ),
        ("We delivered on 20 January 2026; acceptance must take place within 30 days. They pay after it.", True),
        ("We delivered on 20 January 2026. They have 30 days for acceptance, then 30 days to pay.", True),
        ("2026年1月20日交货，合同约定买方40天内完成验收，验收合格后付款。", True),
        ("我們2026年1月20日交貨，驗收期限為30天，驗收合格後付款。", True),
        (
            "We delivered on 2 December 2025. The buyer has 45 days from delivery to inspect. It never came.",
            None,
        ),
        ("2025年12月1日交货，合同约定买方40天内完成验收，一直没来验收，货款没付。", None),
        ("We delivered on 20 January 2026. They had 45 days to inspect; the goods passed. Payment is late.", None),
        ("2026年1月20日交货，验收合格后40天内付款，对方没付。", None),
        ("We delivered on 20 January 2026. Payment is due 45 days after acceptance.", None),
    ],
)
def test_the_agreed_time_for_acceptance_runs(text: str, value: object) -> None:
    assert said(text, "acceptance_time_running") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("对方对整批货都有争议，货款不付。", True),
        ("客戶說做壞了，全部貨款都不認，已經打官司。", True),
        ("The buyer disputes the entire invoice and pays us nothing.", True),
        ("In court the whole claim is contested by the developer that owes us money.", True),
        ("两台机器有毛病，其余二十台没问题，全部货款都不认。", None),
        ("They dispute the whole bill although only two of the doors are wrong.", None),
        ("如果对方对全部货款有争议，货款还要付吗？", None),
        ("Nobody disputes the whole bill, they just pay late.", None),
    ],
)
def test_a_dispute_over_the_whole_claim(text: str, value: object) -> None:
    assert said(text, "whole_claim_disputed") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("质保金5万元，质保期还没有满，我们想早点退回来。", True),
        ("保固金3萬元，保固三年，現在才過八個多月，想提早把保證金退回來。", True),
        ("We want the retention back. The warranty period has not run out.", True),
        ("A deposit of RMB 30,000 secures a two-year warranty; only five months have passed. We want it back.", True),
        ("质保金5万元，质保期两年已经满了，对方不退。", None),
        ("The warranty period ended in May and the deposit was not returned.", None),
        ("质保期还没有满，我们想用保函替换质保金，让对方退现金。", None),
        ("我们的质保期还没有满，客户货款没付。", None),
    ],
)
def test_a_deposit_whose_time_runs_on(text: str, value: object) -> None:
    assert said(text, "deposit_time_running") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A builder owes us. We have no contract with the school itself. May we complain about the school?", False),
        ("With the museum we signed no contract; a builder hired us and owes us. Can I report the museum?", False),
        ("我们跟医院没有直接合同，是装修公司叫我们做的，款没付。能投诉医院吗？", False),
        ("我們和學校之間沒有合同關係，承包商欠我們錢，可以投訴學校嗎？", False),
        (
            "We have no contract with the school itself; a builder owes us. May we report the builder?",
            None,
        ),
        ("我们跟医院没有书面合同，但一直供货，款没付，能投诉医院吗？", None),
        ("我们跟医院没有直接合同，是装修公司签的。装修公司欠款，能投诉装修公司吗？", None),
        ("We have a contract with the school, which owes us. May we complain about the school?", None),
    ],
)
def test_no_contract_with_the_body_complained_of(text: str, value: object) -> None:
    assert said(text, "payer_contract") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The contract gives no payment date. Our customer pays late.", "contract_term_agreed", False),
        ("The agreement has no due date; the client owes us RMB 90,000.", "contract_term_agreed", False),
        ("The contract gives a payment date. Our customer pays late.", "contract_term_agreed", True),
        ("The contract gives the buyer 45 days from delivery to inspect. It pays late.", "term_days", None),
        ("The contract gives the buyer 45 days from delivery to pay. It pays late.", "term_days", 45),
        ("The contract has no payment date and no late rate. They owe us.", "agreed_rate_pct", 0),
        ("A chain ordered 300 chairs from our workshop in August 2025 and owes us.", "contract_date", "2025-08"),
        ("A chain ordered 300 chairs that were delivered in August 2025 and owes us.", "contract_date", None),
        ("The bill was paid 12 days after the agreed term had run out.", "receivable_overdue_days", 12),
        ("We are owed RMB 90,000 by a large cable group.", "payer_kind", "large-enterprise"),
        ("We are small and said so to the township government. It pays late.", "payer_kind", "department"),
        ("我们给一所公办中学供了黑板，款没付。", "payer_kind", "institution"),
        ("我們給一所私立中學供了黑板，款沒付。", "payer_kind", None),
        ("客户的股东都是个人，没有任何国有股份，货款没付。", "payer_state_owned", False),
        ("我们是苏州的小型园林公司，客户没付款。", "size", "small"),
        ("本公司是臺中一家微型水電行，客戶沒付款。", "size", "micro"),
        ("我们是苏州的小型园林公司的供应商，客户没付款。", "size", None),
        ("我们不是苏州的小型园林公司，客户没付款。", "size", None),
    ],
)
def test_further_words_of_a_claim(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
