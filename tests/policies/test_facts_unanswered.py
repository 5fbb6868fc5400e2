"""What somebody was asked and has not answered is open; silence on anything else opens nothing."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2022, 9, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司是不是科技型中小企业，科技局还没回我。", "tech_sme"),
        ("銀行是不是合作機構，承辦人還沒有回覆。", "partner_institution"),
        ("我们有没有进重点支持名单，园区没给准信。", "key_support_object"),
        ("这笔贷款有没有逾期过，信贷员一直没回话。", "loan_overdue"),
        ("貸款有沒有拖欠過利息，會計那邊還在查。", "loan_overdue"),
        ("高新证有没有续上，代办的没说清。", "high_tech_certified"),
        ("专利是登记在公司名下还是老板自己名下，代理所正在核。", "own_ip"),
        ("專利權歸公司還是歸教授，律師還沒講明。", "own_ip"),
        ("这是不是公司的首贷，银行没回音。", "first_loan"),
        ("这笔是不是我们第一次贷款，我要等征信报告。", "first_loan"),
        ("放款的支行在海淀区内还是区外，客户经理还没告诉我。", "lender_in_district"),
        ("职工人数是280还是310，人事说不出。", "employees"),
        ("新产品有没有到小批量生产，车间那边没说。", "small_batch_stage"),
        ("有没有到小批量生产他们没说，我在等生产部的报告。", "small_batch_stage"),
        ("樣機是不是已進入小批量生產，廠長還沒回覆。", "small_batch_stage"),
        ("同一笔贷款有没有拿过自治区的贴息，前任会计还没回我电话。", "other_regional_funding"),
        ("区里的补贴有没有领过，我一时查不到。", "other_regional_funding"),
        ("专利带来的收入没有单独核算，财务说不出有没有过500万。", "patent_income_cny"),
        ("客户是国有企业还是民营企业，对方一直没说。", "payer_state_owned"),
        ("合同是哪天签的，业务员拿不准。", "contract_date"),
        ("股權有沒有代持，大股東還沒給我回話。", "clear_equity"),
        ("是不是走平台预约的，实验室还没回信。", "through_platform"),
        ("孵化器有没有推荐我们，他们没个说法。", "incubator_recommended"),
        ("Whether the bank is on the partner list, the branch manager has not got back to me.", "partner_institution"),
        ("Whether we passed the technology SME evaluation, the bureau has yet to say.", "tech_sme"),
        ("Our accountant is still looking into whether any instalment was ever paid late on the loan.", "loan_overdue"),
        ("We have yet to hear whether we are on the key support list.", "key_support_object"),
        ("We're waiting for the lab's word on whether the test was booked through the platform.", "through_platform"),
        ("Whether the branch is inside the district, nobody at the bank would say.", "lender_in_district"),
        ("It was our first bank loan or perhaps the second; he never told me which.", "first_loan"),
        ("Whether the patents belong to the company as its own intellectual property, the lawyer is still checking.",
         "own_ip"),
        ("Whether the loan had already had a subsidy from the region, I couldn't find out.", "other_regional_funding"),
        ("Whether the product has reached small-batch production the engineers did not say.", "small_batch_stage"),
        ("It is not clear from the papers whether the customer is state-owned.", "payer_state_owned"),
        ("The file doesn't show which day the contract was signed on.", "contract_date"),
        ("Once we had 200,000 yuan from the Haidian park's management committee, but whether that was in 2010 or in "
         "2013 I could not find in the files.", "park_funding"),
        ("We once got a grant from the Zhongguancun committee; was it in 2010 or in 2013, nobody has answered me.",
         "park_funding"),
        ("Is the company still high-tech certified? The agency has not replied.", "high_tech_certified"),
        ("Whether anyone in our team is in the Thousand Talents programme, HR has not come back to me.",
         "talent_programme"),
        ("The incubator was asked whether the software house is a partner; no answer has come.", "partner_institution"),
        ("我们那家银行列没列进合作名单，问了两回都没下文。", "partner_institution"),
        ("高企證書到期沒有，代辦公司到今天沒個說法。", "high_tech_certified"),
        ("公司究竟是小型还是微型，统计局那边还没给信儿。", "size"),
        ("借款到底是老板个人名义还是公司名义，出纳讲不清。", "loan_kind"),
        ("合同上写没写账期，法务在翻。", "contract_term_agreed"),
        ("公司拿没拿过海科金的钱，董事长没正面回答。", "group_funding"),
        ("总资产超没超过一千万，审计报告还在路上。", "total_assets_cny"),
        ("買方是事業單位還是企業，業務員沒問到。", "payer_kind"),
        ("I asked HR how many employees we had last year and they are yet to revert.", "employees"),
        ("Our CA has not reverted on whether the firm is a technology SME.", "tech_sme"),
        ("Is the lender on the cooperation list? Still no word from them.", "partner_institution"),
        ("Which district the branch belongs to I have been unable to learn.", "lender_in_district"),
        ("Did anyone recommend us - the incubator, I mean? They didn't say.", "incubator_recommended"),
        ("I rang twice to ask whether the customer is a state-owned enterprise, and nobody rang back.",
         "payer_state_owned"),
    ],
)  # fmt: skip
def test_what_nobody_has_answered_is_open(text: str, name: str) -> None:
    assert said(text, name) == OPEN


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("我们是小型企业，贷款申请交上去了，银行没回话。", "size", "small"),
        ("公司是高新技术企业，补贴申请还没批。", "high_tech_certified", True),
        ("公司是高新技術企業，補貼能不能領，區裡還沒回我。", "high_tech_certified", True),
        ("我们是科技型中小企业，在等钱到账。", "tech_sme", True),
        ("公司在重点孵化器里，软件商是不是合作企业，孵化器那边还没有回复。", "key_incubator", True),
        ("贷款按时还清，没有逾期。申请贴息的材料交了，窗口还没回我。", "loan_overdue", False),
        ("银行是合作机构。我们申请了，他们没说什么时候给钱。", "partner_institution", True),
        ("We are a small enterprise. The bank has not answered our application.", "size", "small"),
        ("We're a certified high-tech firm and are waiting for the money.", "high_tech_certified", True),
        ("The loan was never overdue. Whether we can have the subsidy, the office has yet to say.", "loan_overdue",
         False),
        ("The bank is a partner institution; it has not got back to me about the new credit line.",
         "partner_institution", True),
        ("We hold the high-tech certificate. We asked how much we would get; nobody has answered.",
         "high_tech_certified", True),
        ("股权没有代持，股东没说过要上市。", "listed", None),
        ("银行是合作机构，贷款是首贷。我问客户经理哪天能放款，他没说。", "first_loan", True),
        ("公司是小微企業，租金有沒有減免，房東還沒回覆。", "size", "small"),
        ("The bank is a partner institution. Nobody has told us when the money will come.", "partner_institution",
         True),
        ("We are a certified high-tech firm. The office did not say how many pages the form has.",
         "high_tech_certified", True),
        ("The loan was never overdue. The bank did not say whether it would lend more.", "loan_overdue", False),
    ],
)  # fmt: skip
def test_silence_on_something_else_leaves_what_is_stated(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    "text",
    [
        "我们是苏州的小企业，买了一份保险，是不是市里支持的那13类里的险种，经纪人还没回我。",
        "公司在海淀，今年换了套软件，那家公司是不是政府谈好的，孵化器那邊還沒有回覆。",
        "The policy is for the lab; whether it is one of the thirteen kinds, our broker has not come back to me.",
        "保單是不是科技保險，經紀人還沒回我。",
        "买的是不是科技保险里的险种，保险公司没讲明。",
        "It isn't written anywhere whether the policy is technology insurance.",
        "The broker promised to look up whether it is technology insurance but hasn't.",
    ],
)
def test_what_is_asked_without_a_name_is_said_to_be_open(text: str) -> None:
    assert left_open(text, DAY).words


@pytest.mark.parametrize(
    "text",
    [
        "我们是小型企业，贷款申请交上去了，银行没回话。",
        "公司是高新技术企业，补贴申请还没批，在等钱到账。",
        "公司是高新技術企業，補貼能不能領，區裡還沒回我。",
        "We are a small enterprise. The bank has not got back to us about the credit line.",
        "We're a certified high-tech firm and are waiting for the money.",
    ],
)
def test_silence_about_an_application_leaves_nothing_open(text: str) -> None:
    assert not left_open(text, DAY).words


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("除了股权没有别的担保，也不是履约保证保险贷款。", "loan_bonded", False),
        ("貸款是純信用的，不是履約保證保險貸款。", "loan_bonded", False),
        ("这笔贷款没有走履约保险，是信用贷款。", "loan_bonded", False),
        ("除利息外没有别的费用，这是履约保证保险贷款。", "loan_bonded", True),
        ("Apart from the shares there was no security, nor is it a performance-bond insurance loan.", "loan_bonded",
         False),
        ("No other support, talent title, ranking list, incubator or association recommendation.",
         "incubator_recommended", False),
        ("No other support, talent title, ranking list, incubator or association recommendation.",
         "association_recommended", False),
        ("No other support, talent title, ranking list, incubator or association recommendation.", "growth_list",
         False),
        ("No talent programme, no list, no recommendation by an incubator or the association.",
         "incubator_recommended", False),
        ("We have neither an incubator nor an association recommendation.", "incubator_recommended", False),
        ("We have an incubator recommendation.", "incubator_recommended", True),
        ("专利是公司名下还是老板名下，律师正在核，除此之外没有软著或别的知识产权。", "own_ip", OPEN),
        ("專利歸誰還在查，另外沒有其他知識產權。", "own_ip", OPEN),
    ],
)  # fmt: skip
def test_denials_beside(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
