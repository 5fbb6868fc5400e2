"""Claims: who has to pay, told by what was done for him; how late, reckoned from days; sizes told at signing."""

from __future__ import annotations

from datetime import date

import pytest

from policies.facts import read

DAY = date(2025, 12, 1)


def said(text: str, name: str, day: date = DAY) -> object:
    """The value stated, None if nothing is said or it is doubted."""
    reading = read(text, day)
    return next((fact.value for fact in reading.facts if fact.name == name), None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A county culture bureau signed with us to print its leaflets and has not paid.", "department"),
        ("A municipal bridge office had us paint the rails; the invoice is open.", "department"),
        ("When signing with the subdistrict office we named our price; its bill is late.", "department"),
        ("We rewired the wards of a provincial teaching hospital and the bill is late.", "institution"),
        ("We supplied desks to a public university; nothing is agreed about when it must pay.", "institution"),
        ("The buyer is a public primary school and pays late.", "institution"),
        ("We deliver soap to a large hotel group, which pays after 150 days.", "large-enterprise"),
        ("A large state construction group took us on and asks for a deposit in cash.", "large-enterprise"),
        ("The developer counts as a large enterprise and pays late.", "large-enterprise"),
        ("Our customer is a private fitter with a medium-sized classification, not a large one. It pays late.", "sme"),
        ("They are fifty people, a small enterprise like ourselves, and pay late.", "sme"),
        ("Before signing the buyer showed us its size declaration: medium. It has paid nothing.", "sme"),
        ("我们给镇政府修路灯，款项拖了三个月。", "department"),
        ("县里的中学找我们修操场，验收三个月了还没结款。", "institution"),
        ("一家大型乳品集团向我们订了纸箱，约定90天付款。", "large-enterprise"),
        ("对方签约那时还是中型企业，去年才变成大型企业，货款拖了三个月。", "sme"),
        ("對方是一家三十人左右的民營小公司，工程款拖著不付。", "sme"),
        ("跟一家國有大型企業簽約做水電，要等審計機關的審計結果才付款。", "large-enterprise"),
        ("We complained to the district finance bureau about the unpaid invoice.", None),
        ("We rent from a public university; the invoice to our client is overdue.", None),
        ("I keep the books for a roofing contractor that is small; its client pays late.", None),
        ("跟一家民营医院签的合同，款没付。", None),
        ("科技局认定我们是高企，客户欠我们货款。", None),
        ("客户名称只写某某中心，究竟是事业单位还是民营小公司，我们查不到，款还没付。", None),
    ],
)
def test_who_pays_is_told_by_what_was_done(text: str, kind: object) -> None:
    assert said(text, "payer_kind") == kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The money should have come by 11 November; nothing is in the account, they must pay.", 20),
        ("They should have paid RMB 380,000 by 21 November 2025 and have not.", 10),
        ("We handed the books over on 1 October and the contract gives the library 45 days to pay.", 16),
        ("We handed the books over on 1 November and the contract gives the library 45 days to pay.", 0),
        ("The contract gives them 45 days from delivery to pay and today is only day 38.", 0),
        ("The invoice is due on 15 December and they have not paid.", 0),
        ("The sum was due on 1 October and came in fifty days after that; the invoice was 5,000 yuan.", 50),
        ("货款约定最迟今天付，白天还没到账。", 0),
        ("合同约定11月21日前付13万，一分没到。", 10),
        ("约定10月8号付款，到现在还没付。", 54),
        ("10月2日交货，合同约定收货后45天付款，还没付。", 15),
        ("客户欠的50万服务费逾期正好50天了，没有质量纠纷。", 50),
        ("付款日到今天已經過了45天，還欠我們26萬。", 45),
        ("The loan was due on 1 May and we repaid it.", None),
    ],
)
def test_lateness_is_reckoned_from_days(text: str, days: object) -> None:
    assert said(text, "receivable_overdue_days") == days


def test_a_day_of_the_month_is_no_term() -> None:
    assert said("约定10月8号付款，到现在还没付。", "term_days") is None


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("The price was 400,000 yuan and they are 30 days late.", "receivable_amount_cny", 400000),
        ("RMB 800,000 should have reached us by 19 September and has not.", "receivable_amount_cny", 800000),
        ("The bank price was 400,000 yuan for the loan, 30 days late.", "receivable_amount_cny", None),
        ("The contract is silent about any rate for paying late.", "agreed_rate_pct", 0),
        ("No rate for late payment was ever agreed, the bill is overdue.", "agreed_rate_pct", 0),
        ("We are a small firm and said so when signing; they must pay.", "sme_notice", True),
        ("We are ten people, small, and the contract mentions it. Payment is due.", "sme_notice", True),
        ("We wrote into the contract that we are small. Payment is due.", "sme_notice", True),
        ("当时报过自己是小微，款还没付。", "sme_notice", True),
        ("Small batches are what we do; we told them so. Payment is due.", "sme_notice", None),
        ("In July 2025 we, a small firm, signed for bed linen; payment is due.", "contract_date", "2025-07"),
        ("A clinic ordered beds from us in August 2025; payment is due.", "contract_date", "2025-08"),
        ("The invoice is open; we are not borrowing or pledging that invoice.", "purpose_financing", False),
        ("The developer, in private hands, pays late.", "payer_state_owned", False),
        ("那家公司国家一股都不占，货款拖着。", "payer_state_owned", False),
        ("合約裡白紙黑字寫著以審計機關的審計結果作為結算依據。現在他們要等審計才結帳。", "audit_agreed", True),
        ("The clause lays down that the price is settled on the result of the government audit.", "audit_agreed", True),
    ],
)
def test_what_a_contract_says(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We are six people, so micro.", "micro"),
        ("forty staff, small in official terms", "small"),
        ("Micro landscaping business in Tongzhou.", "micro"),
        ("Five drivers, a micro courier business.", "micro"),
        ("We grind lenses, a small company, in Fengtai.", "small"),
        ("We supply foam to a sofa workshop, a small company.", None),
        ("When we signed we were a large enterprise; this year we count as medium.", "large"),
        ("签约时我们是大型企业，现在算中型企业。", "large"),
        ("我们厦门的微型企业，签约时有告知是小微企业。", "micro"),
        ("The office counts us as medium. The workshop next to ours, a small enterprise, pays less.", "medium"),
        ("我們依國家劃型標準是微型企業，預算裡專門留給小型、微型企業的那一塊有多少？", "micro"),
        ("Our small parts are late.", None),
    ],
)
def test_sizes_in_everyday_words(text: str, size: object) -> None:
    assert said(text, "size") == size


def test_late_interest_of_a_debtor_is_no_lateness_of_ours() -> None:
    text = "Its bill of 800,000 yuan is 120 days overdue today and no late interest was ever agreed."
    assert (said(text, "loan_overdue"), said(text, "receivable_overdue_days")) == (None, 120)


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("Our company in Shunyi assembles truck axles.", "manufacturing"),
        ("我们公司生产车轴。", "manufacturing"),
        ("We make it up as we go.", None),
        ("A pharmaceutical maker in Changping, we have 1,800 people.", "pharmaceuticals"),
        ("We make circuit boards.", "electronics"),
    ],
)
def test_a_maker_of_anything_manufactures(text: str, trade: object) -> None:
    assert said(text, "industry") == trade


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("We renovated the canteen of a large company; it will settle only later.", "payer_kind", "large-enterprise"),
        ("We laid drains for a developer and are a small enterprise; it pays late.", "size", "small"),
        ("甲方是一家民营的大型地产公司，款还没付。", "payer_kind", "large-enterprise"),
        ("A café owner, officially a micro enterprise, has not paid us 30,000 yuan.", "payer_kind", "sme"),
        ("A café owner, officially a micro enterprise, has not paid us 30,000 yuan.", "size", None),
        ("By our count the thirty days ended on 20 November; they owe us still.", "receivable_overdue_days", 11),
        ("The contract does not say a word about interest; they owe us still.", "agreed_rate_pct", 0),
        ("Its bill was due; a factor would advance us cash against that claim.", "purpose_financing", True),
    ],
)
def test_claims_told_in_other_ways(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We work from Shizuishan, but the licence may still be on the old address in Wuhai, Inner Mongolia.", None),
        ("As owner of a pump firm registered in Yinchuan I ask about interest.", "CN-64/yinchuan"),
        (
            "A bank in Suzhou lends to our firm, which is based in the Wuzhong district of the city.",
            "CN-32/suzhou/wuzhong",
        ),
    ],
)
def test_a_seat_that_may_have_moved_stays_open(text: str, place: object) -> None:
    assert said(text, "region") == place


def test_a_growth_told_roughly_gives_way_to_the_sales() -> None:
    text = "去年收入5035万，前年4800万，会计说涨幅差不多5%了"
    assert said(text, "revenue_growth_pct") is None


@pytest.mark.parametrize("term", ["7.5", "99999999", "0"])
def test_odd_terms_never_raise(term: str) -> None:
    text = f"Delivered on 1 March. The contract gives them {term} days to pay and today is only day 9."
    assert said(text, "receivable_overdue_days") in (None, 0, 9)
