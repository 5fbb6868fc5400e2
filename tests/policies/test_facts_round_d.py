"""Fees not paid, clients and local firms, a loan of the owner, lists of no titles, days of issue, projects."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

said = partial(stated, as_of=date(2023, 3, 8))


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("guarantee_fee_cny", 100000, "The guarantee fee was quoted at RMB 120,000 and we paid RMB 100,000."),
        ("guarantee_fee_cny", 120000, "We paid the guarantee company a fee of RMB 120,000."),
        ("guarantee_fee_cny", 120000, "担保费12万元已付清。"),
        ("guarantee_fee_cny", 120000, "擔保費12萬元，已經付了。"),
        ("valuation_fee_cny", 45000, "专利评估费4.5万元，已付。"),
        ("premium_cny", 60000, "科技保险保费6万元，已交。"),
    ],
)
def test_a_fee_that_was_paid(name: str, value: object, text: str) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        (
            "region",
            "CN-64/yinchuan",
            "Client of mine: an independent limited company in Yinchuan that builds conveyor controls.",
        ),
        ("region", "CN-64/wuzhong", "My client: a joint-stock company in Wuzhong making valves."),
        ("region", "CN-64/zhongwei", "For a client: limited company registered in Zhongwei, builds dryers."),
        (
            "region",
            "CN-64/yinchuan",
            "One of my clients is a limited company in Yinchuan that makes pumps. How much can it get?",
        ),
        ("region", "CN-64/yinchuan", "The client is a limited company in Yinchuan. How high can its subsidy go?"),
        ("region", "CN-64/yinchuan", "I keep the books of a limited company in Yinchuan that makes pumps."),
        ("region", "CN-64/yinchuan", "客户一家：银川的有限公司，做输送带控制器。帮它问问能补多少？"),
        ("region", "CN-64/yinchuan", "我的客户是银川的有限公司，做输送带控制器，能补多少？"),
        ("region", "CN-64/yinchuan", "客戶是銀川的有限公司，做輸送帶控制器，想請教能補多少？"),
        (
            "region",
            "CN-64/shizuishan",
            "I work at a Shizuishan bank and ask on behalf of a client who builds truck scales. It is a "
            "local joint-stock company.",
        ),
        (
            "region",
            "CN-64/yinchuan",
            "I am with a Yinchuan bank, asking for a borrower of ours. It is a local limited company that makes pumps.",
        ),
        (
            "region",
            "CN-64/yinchuan",
            "I am an account manager at a bank in Yinchuan. My client, a local limited company, makes pumps.",
        ),
        ("region", "CN-64/shizuishan", "我在石嘴山的银行做客户经理，替一家客户问：它是本地的股份公司，做汽车衡。"),
        (
            "region",
            "CN-61/xian",
            "I work at a Shizuishan bank and ask for a client who sits in Xi'an and builds truck scales.",
        ),
        ("region", "CN-61/xian", "Our customer is a limited company in Yinchuan. We are in Xi'an."),
        (
            "legal_person",
            True,
            "Client of mine: an independent limited company in Yinchuan that builds conveyor controls.",
        ),
        ("legal_person", True, "My client: a joint-stock company in Wuzhong making valves."),
        (
            "little_giant",
            True,
            "Client of mine: a Ningxia technology 'little giant' whose title runs to the end of next year.",
        ),
        (
            "little_giant",
            True,
            "Our company is a Ningxia technology 'little giant'; the title runs until the end of next year.",
        ),
        ("little_giant", True, "We are a technology little giant of Ningxia, a title that holds till June 2024."),
        ("little_giant", True, "My client: a Ningxia technology little giant with a valid title."),
    ],
)
def test_where_a_client_or_a_local_firm_is(name: str, value: object, text: str) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        (
            "loan_kind",
            "personal",
            "My husband owns our limited company. The bank found it quicker to lend the RMB 1.2 million to "
            "him personally; every cent went into our workshop.",
        ),
        (
            "loan_kind",
            "personal",
            "The bank lent the money to my wife personally, as it was faster than lending to the company.",
        ),
        ("loan_kind", "personal", "The loan was made to the owner personally and the company pays the instalments."),
        (
            "loan_kind",
            "personal",
            "The bank preferred to lend to our director in his own name; the money went into the company.",
        ),
        (
            "loan_kind",
            "personal",
            "The bank gave the 1.2 million to my husband as a private borrower; the company repays it.",
        ),
        (
            "loan_kind",
            "personal",
            "The bank put the loan in my father's name; he owns the company and all of it was used there.",
        ),
        (
            "loan_kind",
            "personal",
            "It was my husband himself, the owner, who borrowed the 1.2 million from the bank for the workshop.",
        ),
        ("loan_kind", "personal", "银行嫌公司手续慢，就把120万直接贷给我老公个人了，钱都用在厂里。"),
        ("loan_kind", "personal", "银行说贷给老板个人更快，120万就放给他个人了。"),
        ("loan_kind", "personal", "這筆120萬銀行是貸給我先生個人的，錢全用在廠房。"),
        ("loan_kind", "personal", "銀行說用老闆個人名義比較快，所以120萬是他個人借的，公司還。"),
        (
            "loan_kind",
            "bank",
            "The bank lent RMB 1.2 million to our company; my husband signed personally as guarantor.",
        ),
    ],
)
def test_whose_loan_it_is(name: str, value: object, text: str) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("specialised_sme", False, "高新技术企业证书去年九月到期后没有再申报，科技型中小企业、小巨人这些也都没有。"),
        ("specialised_sme", False, "我们不是高企，科技型中小企业、小巨人之类的也都没有。"),
        ("specialised_sme", False, "高企、小巨人這些統統沒有，只有一個專利。"),
        ("specialised_sme", False, "高企證書過期了，科技型中小企業、小巨人什麼的都沒有。"),
        ("specialised_sme", False, "We are not a high-tech enterprise, a little giant or anything of the kind."),
        ("specialised_sme", False, "We hold no high-tech certificate, nor anything of that sort."),
        ("specialised_sme", None, "贷款逾期、欠息这些都没有。"),
        ("specialised_sme", None, "我们是高企，逾期、罚款这些也都没有。"),
        ("specialised_sme", None, "高企、科技型中小企业这些都没有过期。"),
        (
            "innovation_demonstration",
            False,
            "高新技术企业证书去年九月到期后没有再申报，科技型中小企业、小巨人这些也都没有。",
        ),
        ("innovation_demonstration", False, "我们不是高企，科技型中小企业、小巨人之类的也都没有。"),
        ("innovation_demonstration", False, "高企、小巨人這些統統沒有，只有一個專利。"),
        ("innovation_demonstration", False, "高企證書過期了，科技型中小企業、小巨人什麼的都沒有。"),
        (
            "innovation_demonstration",
            False,
            "We are not a high-tech enterprise, a little giant or anything of the kind.",
        ),
        ("innovation_demonstration", False, "We hold no high-tech certificate, nor anything of that sort."),
        ("innovation_demonstration", None, "贷款逾期、欠息这些都没有。"),
        ("innovation_demonstration", None, "我们是高企，逾期、罚款这些也都没有。"),
        ("innovation_demonstration", None, "高企、科技型中小企业这些都没有过期。"),
        ("high_tech_certified", True, "高企有，科技型中小企业、小巨人这些都没有。"),
        (
            "high_tech_certified",
            OPEN,
            "我們是國家高新技術企業，效期三年，證書弄丟了，老闆說是2019年秋天發的，廠長說是2020年秋天。",
        ),
        ("high_tech_certified", OPEN, "高新技术企业证书有效期三年，会计说是2019年发的，行政说是2020年发的。"),
        ("high_tech_certified", OPEN, "我们是高企，证书找不到了，不知道是2019年还是2020年发的。"),
        ("high_tech_certified", OPEN, "高企证书的发证日期，一个说2019年10月，一个说2020年10月，谁也拿不准。"),
        (
            "high_tech_certified",
            OPEN,
            "We are a certified high-tech enterprise, but the certificate is lost: the boss says it was "
            "issued in 2019, the plant manager says 2020.",
        ),
        (
            "high_tech_certified",
            OPEN,
            "Our high-tech certificate is valid for three years; one colleague remembers 2019 as the year of "
            "issue, another 2020.",
        ),
        (
            "high_tech_certified",
            OPEN,
            "We hold a high-tech certificate. Nobody remembers whether it was issued in autumn 2019 or in autumn 2020.",
        ),
        ("high_tech_certified", OPEN, "高新技術企業證書是2019年還是2020年拿的，沒人記得。"),
        ("high_tech_certified", True, "我們是高新技術企業，證書2020年秋天發的，效期三年。"),
        (
            "high_tech_certified",
            True,
            "We are a certified high-tech enterprise, certificate issued in October 2020 and valid for three years.",
        ),
        ("high_tech_certified", True, "我们是高企，证书2021年发的。老板说公司2009年成立，会计说是2010年。"),
        (
            "high_tech_certified",
            True,
            "We are a certified high-tech enterprise since 2021. The boss says we moved in 2019, the manager "
            "says 2020.",
        ),
    ],
)
def test_titles_denied_as_a_kind_and_days_of_issue(name: str, value: object, text: str) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        (
            "achievement_project",
            True,
            "Our laser-survey process was vetted and accepted by the autonomous region as a science "
            "achievement conversion project, and for exactly that project a bank gave us a loan of RMB 3 "
            "million.",
        ),
        (
            "achievement_project",
            True,
            "The region has examined and recognised our process as a scientific-achievement conversion "
            "project. A bank lent us RMB 3 million for it.",
        ),
        (
            "achievement_project",
            True,
            "Our method is approved by the science department as a scientific achievement transformation "
            "project; the bank's loan is for that project.",
        ),
        (
            "achievement_project",
            True,
            "The loan of 3 million is dedicated to our achievement-commercialisation project, which the "
            "region accepted.",
        ),
        (
            "achievement_project",
            True,
            "The bank loan is for a project of turning a research result into a product, examined and "
            "approved by the science department.",
        ),
        (
            "achievement_project",
            True,
            "A partner bank gave us a loan for our research-conversion project, which the science and "
            "technology department has reviewed and approved.",
        ),
        ("achievement_project", True, "银行的300万贷款专门用于自治区审定的科技成果转化项目。"),
        ("achievement_project", True, "我们的工艺经自治区审核认定为科技成果转化项目，银行就这个项目放了300万贷款。"),
        ("achievement_project", True, "我們的製程經自治區審定為科技成果轉化專案，合作銀行專為這個專案放了300萬貸款。"),
        ("achievement_project", True, "自治區科技廳把我們的製程評定為成果轉化項目，300萬貸款就是給這個項目的。"),
        (
            "achievement_project",
            True,
            "Our laser-survey process was vetted and accepted by the autonomous region as a science "
            "achievement conversion project. For exactly that project a bank gave us a loan of RMB 3 million.",
        ),
        (
            "achievement_project",
            True,
            "The region has recognised our method as a scientific-achievement conversion project. The bank "
            "lent us RMB 3 million for it.",
        ),
        (
            "achievement_project",
            True,
            "Our method was approved by the science department as a scientific achievement transformation "
            "project. It is for this project that the bank lent us RMB 3 million.",
        ),
        (
            "achievement_project",
            True,
            "Our dryer is an achievement-conversion project accepted by the region. A partner bank financed "
            "this very project with a loan of 3 million.",
        ),
        (
            "achievement_project",
            True,
            "我们的工艺经自治区审核认定为科技成果转化项目。合作银行专门为这个项目放了300万贷款。",
        ),
        ("achievement_project", True, "我們的製程經自治區審定為科技成果轉化專案。合作銀行為此專案放了300萬貸款。"),
        (
            "achievement_project",
            False,
            "Our method was approved by the region as a scientific achievement conversion project. The bank "
            "loan of 3 million went into another line.",
        ),
        ("achievement_project", False, "我们的工艺经自治区认定为科技成果转化项目。银行贷款300万用来发工资。"),
    ],
)
def test_a_loan_for_a_project(name: str, value: object, text: str) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("guarantee_fee_cny", "The guarantee fee was quoted at RMB 120,000; we have not paid anything."),
        ("guarantee_fee_cny", "The guarantor quoted RMB 120,000 as its fee. Nothing has been paid yet."),
        ("guarantee_fee_cny", "The guarantee company named a fee of RMB 90,000, which we have yet to pay."),
        ("guarantee_fee_cny", "The guarantee fee has been offered at 80,000 yuan but no money has changed hands."),
        ("guarantee_fee_cny", "担保公司报价12万，还没付。"),
        ("guarantee_fee_cny", "担保费报的是12万元，一分钱没交。"),
        ("guarantee_fee_cny", "担保费12万，对方只是报了个价，我们还没付款。"),
        ("guarantee_fee_cny", "擔保公司報價12萬，還沒付。"),
        ("guarantee_fee_cny", "擔保費報價12萬元，尚未支付。"),
        ("guarantee_fee_cny", "擔保費說好是12萬，目前一毛錢都沒付。"),
        ("valuation_fee_cny", "The appraiser quoted RMB 45,000 for valuing the patents; we have not paid anything."),
        ("valuation_fee_cny", "The patent valuation fee is RMB 45,000 on the quotation, not yet paid."),
        ("valuation_fee_cny", "专利评估费报价4万5，还没付。"),
        ("valuation_fee_cny", "專利評估費報價4萬5，還沒付。"),
        ("valuation_fee_cny", "评估机构开的价是4.5万，钱还没给。"),
        ("valuation_fee_cny", "The valuer's estimate was 45,000 yuan; no payment was made."),
        ("premium_cny", "The technology insurance premium was quoted at RMB 60,000, we have paid nothing so far."),
        ("premium_cny", "科技保险的保费报价6万，还没交。"),
        ("premium_cny", "科技保險的保費報價6萬，還沒繳。"),
        (
            "region",
            "I work at a Shizuishan bank and ask on behalf of a client who builds truck scales. It is a "
            "joint-stock company.",
        ),
        ("loan_kind", "Would a loan to my husband personally count?"),
        (
            "achievement_project",
            "The bank lent us 3 million. We have applied to have our process accepted as a science "
            "achievement conversion project.",
        ),
    ],
)
def test_what_is_not_stated(name: str, text: str) -> None:
    assert said(text, name) in (None, OPEN)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("guarantee_fee_cny", 120000, "担保费12万，我们还没付过逾期利息。"),
        ("guarantee_fee_cny", 90000, "担保费9万元，贷款到期本金还没还。"),
        ("guarantee_fee_cny", 120000, "担保公司收了12万担保费，从未付过其他费用。"),
        ("guarantee_fee_cny", 120000, "担保费12万，评估费3万还没付。"),
        ("guarantee_fee_cny", 120000, "The guarantee fee was RMB 120,000. We have never paid interest late."),
        ("loan_kind", "bank", "The bank lent the money to us; my husband personally guaranteed it."),
        ("loan_kind", "bank", "The bank gave a loan to our company, not to my husband personally."),
    ],
)
def test_what_looks_alike(name: str, value: object, text: str) -> None:
    assert said(text, name) == value
