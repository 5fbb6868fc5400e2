"""Beijing's SME regulation and the opinions of the seventeen departments: what each asks, and how it is told."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.advise import Adviser
from tests.policies.stating import stated

DAY = date(2026, 11, 22)
ADVISER = Adviser()

said = partial(stated, as_of=DAY)

GOVERNMENT = [
    ("北京小型企业，投一家央企的物资招标，价格扣除有吗", False),
    ("小微企业，投央企的物资采购，有价格评审优惠吗", False),
    ("我们是上海的小微企业，去投一家民营房企的招标，能有价格优惠和预留份额吗", False),
    ("采购方是一家国有集团，我们小厂报价能打折比吗", False),
    ("我哋係細廠，投緊一間國企嘅採購，報價有冇扣減？", False),
    ("想參加國有控股公司的招標，小型企業有預留份額嗎？", False),
    ("We are a micro firm bidding in a purchase of a state-owned group. Is there a price deduction?", False),
    ("Our small shop answers the tender of a listed company. Do we get the price preference?", False),
    ("The buyer is a state-owned railway operator; does the set-aside apply to its tender?", False),
    ("A hotel chain: we bid for a private developer's tender next week. Price deduction?", False),
    ("投区教委的政府采购，对手是一家国企，我们小厂有价格扣除吗", None),
    ("和一家央企组成联合体投市政府的采购，价格扣除有吗", None),
    ("招标代理公司替市水务局办的采购，我们小厂能享受预留份额吗", None),
    ("We bid for a district education committee's tender together with a state-owned group.", None),
    ("如果是国企的招标，还有价格扣除吗", None),
    ("We bid in a government procurement of the city; a large company is our rival.", None),
]
ELSEWHERE = [
    ("我们是北京的小微企业，去投河北省石家庄市财政局的政府采购，能享受预留份额和价格扣除吗", True),
    ("北京小厂，想投天津市教委的采购标，有预留吗", True),
    ("北京海淀的公司，参加深圳市公安局的招标，报价能扣减吗", True),
    ("北京小企業，投標上海市立醫院的採購，有價格扣除嗎", True),
    ("北京細公司，去投廣州市政府嘅採購，有冇預留份額？", True),
    ("Beijing micro firm, bidding for a tender of the Tianjin education bureau. Price deduction?", True),
    ("We are in Beijing and bid in Hangzhou for the city government's desks; is a share set aside?", True),
    ("北京的小企业，投外省一个县政府的采购，价格扣除有吗", True),
    ("We sit in Beijing and bid for a public buyer in another province.", True),
    ("北京朝阳的小厂，投区教委的采购，有预留份额吗", None),
    ("公司设在北京，工厂在河北，投北京市财政局的采购，有价格扣除吗", None),
    ("We are registered in Fengtai, our plant is in Langfang; we bid for a Beijing bureau's tender.", None),
    ("对手是一家深圳的公司，我们投北京市水务局的标", None),
    ("如果投天津市政府的采购，也有预留吗", None),
]
GOODS = [
    ("参加区政府采购，卖的电脑全是联想这种大厂生产的，我们只是代理，价格扣除能享受吗", True),
    ("投标的产品全是进口的，我们小微能价格扣除吗", True),
    ("我们代理华为的交换机去投标，报价能扣吗", True),
    ("投標的設備都是大企業製造的，我們是小型企業，有報價扣除嗎", True),
    ("標書入面啲電腦全部係大廠出嘅，我哋細公司有冇價格扣除？", True),
    ("We resell Lenovo computers in this tender. Does the price deduction apply to us?", True),
    ("Everything we offer in the bid is made by a large manufacturer; we are micro.", True),
    ("In this procurement we sell imported microscopes. Price deduction?", True),
    ("We are a small dealer; the machines in our bid come from a multinational company.", True),
    ("投标的家具是自家小厂生产的，有价格扣除吗", None),
    ("竞争对手卖的电脑全是大厂生产的，我们自产，投标有价格扣除吗", None),
    ("We make the lamps ourselves and bid against a large manufacturer.", None),
    ("产品不是大企业生产的，是我们做的，投标价格扣除有吗", None),
    ("如果卖的是联想的电脑，投标还能价格扣除吗", None),
    ("We bid for the tender of a large hospital with our own machines.", None),
]
CONSORTIUM = [
    ("两家小微组联合体投区教委的政府采购，联合体能价格扣除吗", False),
    ("北京中型企业，和一家大型企业组成联合体参加政府采购，没有小微成员，联合体价格扣除有吗", False),
    ("我们单独投标，不搞联合体，价格扣除有吗", False),
    ("我們三家都是小型企業，組成聯合體投標，有扣除嗎？", False),
    ("我哋同另外兩間都係微型企業，組聯合體投標", False),
    ("Two micro firms form a consortium for a public tender. Deduction?", False),
    ("Both members of our consortium are small enterprises; we bid for the city's tender.", False),
    ("We bid alone, not in a consortium.", False),
    ("我们是小型企业，和一家大型企业组成联合体投标，有价格扣除吗", True),
    ("我们是大型企业，带着两家小微企业组联合体投区里的采购", True),
    ("中型企業，找了一家小型企業組成聯合體投標，可以扣減報價嗎？", True),
    ("We are a small firm and bid jointly with a large company as one consortium.", True),
    ("Our small firm has formed a consortium with a medium-sized integrator for the tender.", True),
    ("组成联合体投标有什么好处", None),
    ("如果和大企业组联合体投标，我们小微能扣吗", None),
]
PROJECT = [
    ("北京小微企业，自己内部做了个研发项目，没有承担任何政府科技项目，也不打算申报，能拿科技项目资金支持吗", False),
    ("我们从没申报过市里的科技计划项目，能拿支持吗", False),
    ("只是公司自己立的一个研发项目，市科委会给钱吗", False),
    ("我們沒有參與任何政府的科技專案計畫，可以領支持資金嗎", False),
    ("This is an in-house R&D project of ours; does the science commission fund it?", False),
    ("We do not take part in any public programme, can we have project money?", False),
    ("想牵头申报市里的科技重大专项，有资金支持吗", True),
    ("和一家央企一起接下了市科委的科技计划项目，有资金吗", True),
    ("我們和大廠聯合承擔了市科委的科技計畫專案，有支持嗎", True),
    ("我哋想申報科委個重大科技項目，有冇資金支持？", True),
    ("We want to take on a project under the city's science and technology plan.", True),
    ("Our firm was selected to carry part of a national science programme.", True),
    ("北京小型面馆，想要科技项目的资金支持", None),
    ("隔壁公司承担了市里的科技计划项目", None),
    ("如果申报科技重大专项，有钱吗", None),
]
DEPRECIATION = [
    ("买了几辆普通轿车自用，没有什么技术更新的原因，想加速折旧", False),
    ("The cars are not outdated at all, may we write them off faster?", False),
    ("机床不会过时，只是想早点折旧抵税", False),
    ("设备更新换代太快，想加速折旧", True),
    ("這批機器三年就淘汰了，可以加速折舊嗎", True),
    ("啲機好快過時，可唔可以加速折舊？", True),
    ("Our chip testers become obsolete within three years; may we depreciate them faster?", True),
    ("The line was overtaken by newer technology; accelerated depreciation?", True),
    ("想把新买的写字楼加速折旧，行吗", None),
    ("May we use accelerated depreciation for the new machine?", None),
    ("如果设备过时了，能加速折旧吗", None),
]
INSURANCE = [
    ("北京小微企业，有三项专利，给仓库买了财产保险，保费能补贴吗", False),
    ("我们有商标，买的是车险，保费补吗", False),
    ("公司有專利，投保了雇主責任險，保費有補助嗎", False),
    ("我哋有專利，買咗火險，保費有冇補貼？", False),
    ("We own two patents and bought fire insurance for the workshop. Is the premium subsidised?", False),
    ("We have patents; does Beijing subsidise the premium of our cargo cover?", False),
    ("给三项专利买了保险，保费能补贴吗", None),
    ("买了知识产权保险，还有财产保险，保费能补吗", None),
    ("We took out patent insurance. Is the premium subsidised?", None),
    ("Our patents are insured; is there a premium subsidy?", None),
]
RESOURCES = [
    ("北京小微企业，自己花钱买了一台大型科研仪器，科技创新券能补吗", False),
    ("北京小微企业，想用科技创新券买办公软件和电脑", False),
    ("創新券可以拿來購買設備嗎，我們想買兩台打印機", False),
    ("我哋想用創新券買部顯微鏡", False),
    ("Can innovation vouchers pay for the spectrometer we bought?", False),
    ("We would like to purchase laptops with the innovation voucher.", False),
    ("想拿创新券付房租", False),
    ("通过首都科技条件平台用了大型电镜，创新券能补吗", None),
    ("We booked time on a large microscope; does the voucher cover it?", None),
    ("买了12小时机时，创新券能抵吗", None),
    ("我们没买仪器，是租用的，创新券能补吗", None),
    ("如果自己买仪器，创新券能补吗", None),
]
GOODS_VOUCHER = [
    ("通过平台买了五台打印机，服务券能抵吗", True),
    ("想用服务券买电脑", True),
    ("We bought printers on the platform; will the service voucher pay?", True),
    ("在平台上買了辦公桌椅，服務券可以抵嗎", True),
    ("通过平台做了管理咨询，服务券能抵吗", None),
    ("We ordered consulting on the platform; will the voucher pay part?", None),
    ("买了一套管理系统的服务，服务券能报吗", None),
]
PAPERS = [
    ("去银行贷款，银行要求写着“其他材料”，这样合规吗", False),
    ("房东让我们交“其他材料”才肯签约，行吗", False),
    ("客戶的清單寫著「其他資料」，可以這樣嗎", False),
    ("The bank's checklist says 'other documents'; is that allowed?", False),
    ("Our landlord demands 'other papers' without naming them.", False),
    ("区里的窗口要“其他材料”，这样合规吗", None),
    ("市监局的清单写着其他材料", None),
    ("The bureau asks for 'other documents'.", None),
    ("申请表上写着其他材料", None),
]
FUND = [
    ("北京朝阳的小公司，经营二十五年已进入成熟期，市中小企业发展基金能投我们吗", True),
    ("我们早过了成长期，公家的基金还会入股吗", True),
    ("公司已經處於成熟階段，市裡的基金會投嗎", True),
    ("We are a mature company; would the city fund take a stake?", True),
    ("Our firm is long past the growth stage. Does the fund still invest?", True),
    ("刚开一年半，想找基金入股", None),
    ("技术已经成熟，公司刚起步，市里的基金投吗", None),
    ("公司还没到成熟期，基金会投吗", None),
    ("开了二十年的印刷厂想换成数字化生产线，能不能让国资入股", None),
    ("A growing firm looks for a fund to take a stake.", None),
]
LOAN_ONLY = [
    ("不想让别人入股，只想市中小企业发展基金借钱给我们", True),
    ("老板不愿稀释股权，能让市基金借款吗", True),
    ("我們不想釋股，基金可以借錢嗎", True),
    ("我哋唔想人入股，個基金借唔借錢？", True),
    ("We do not want to give up any shares; can the city fund lend to us?", True),
    ("The owners refuse to sell a stake. Could the fund give a loan?", True),
    ("不想再借债，想让市里的基金入股", None),
    ("Banks laugh and we would rather give up some ownership than borrow; is there a fund?", None),
    ("民营机构都不愿入股，市里的基金会投吗", None),
    ("Private investors do not want shares in us; would the city fund?", None),
]
LOSSES = [
    ("我们是北京的融资担保公司，代偿率高达15%，远超行业水平，能拿代偿补偿吗", False),
    ("我們擔保公司代償率過高，可以拿補償嗎", False),
    ("We are a guarantor whose pay-out rate is far above the industry. Compensation?", False),
    ("我們係擔保公司，代償率偏高，有冇補償？", False),
    ("我们担保公司代偿率一直不高，能拿补偿吗", None),
    ("代偿率没有超过规定，能拿代偿补偿吗", None),
    ("Our pay-out rate is not above the average.", None),
]
TAX = [
    ("税务局说我们不符合小型微利企业条件，所得税还能减免吗", False),
    ("我们超过了小型微利企业的标准，能减税吗", False),
    ("公司不屬於小型微利企業，可以減稅嗎", False),
    ("We no longer count as a small low-profit enterprise. Is our tax reduced?", False),
    ("我们是小型微利企业，所得税能减免吗", True),
    ("We are a small low-profit enterprise; is income tax reduced?", True),
    ("小店一年交多少税能减免", None),
]
RENEWAL = [
    ("北京小微企业，办的是无还本续贷，能享受担保费率优惠吗", True),
    ("續貸時不用還本金，擔保費率有優惠嗎", True),
    ("We renewed our loan without repaying the principal; is the guarantee fee lower?", True),
    ("续贷，不过先还清了再借，担保费率优惠吗", None),
    ("第二笔贷款，担保费率有优惠吗", None),
]
UNGUARANTEED = [
    ("第一笔银行贷款，没找担保公司，担保费率优惠有吗", False),
    ("首貸沒有找擔保，擔保費率優惠有嗎", False),
    ("Our first loan has no guarantor. Is there a lower guarantee fee?", False),
    ("第一笔贷款找了担保公司，担保费率有优惠吗", None),
]
UTILITY = [
    ("北京专精特新中小企业，申请的是实用新型专利，申请费能资助吗", False),
    ("我們申請的是外觀設計，專精特新，申請費有補助嗎", False),
    ("We filed for a utility model; does Beijing pay the filing fee?", False),
    ("申请的是发明专利，申请费能资助吗", None),
    ("除了实用新型，我们还申请了发明专利，申请费能资助吗", None),
]
SETTLED = [
    ("客户是国企，但我们的债已经付清了，想让它在平台确认", True),
    ("國企的貨款早就結清了，還能在平台確認嗎", True),
    ("The state-owned customer has already paid in full; can it still confirm on the platform?", True),
    ("国企欠我们货款还没付清，想让它在平台确认", None),
    ("A state-owned customer owes us; will it confirm on the platform?", None),
]
MOVABLE = [
    ("没有抵押物，只有一堆应收账款，能拿去质押借款吗", True),
    ("名下没房，只有一车间机床和一屋子货，能押给银行贷款吗", True),
    ("沒有房產，想拿兩件專利質押借款，行嗎", True),
    ("Without any real estate, can we pledge machines and stock for a loan?", True),
    ("想用厂房房产抵押向银行贷款", None),
    ("wants an unsecured loan without collateral", None),
]
TABLES = {
    "movable_security": MOVABLE,
    "debt_settled": SETTLED,
    "government_purchase": GOVERNMENT,
    "purchase_elsewhere": ELSEWHERE,
    "large_maker_goods": GOODS,
    "mixed_consortium": CONSORTIUM,
    "public_science_project": PROJECT,
    "assets_outdated_fast": DEPRECIATION,
    "ip_insurance": INSURANCE,
    "uses_science_resources": RESOURCES,
    "voucher_for_goods": GOODS_VOUCHER,
    "asked_by_office": PAPERS,
    "mature_stage": FUND,
    "refuses_equity": LOAN_ONLY,
    "guarantor_losses_reasonable": LOSSES,
    "tax_small_profit": TAX,
    "renewal_without_repayment": RENEWAL,
    "loan_guaranteed": UNGUARANTEED,
    "invention_patent": UTILITY,
}


@pytest.mark.parametrize(
    ("name", "text", "value"), [(name, text, value) for name, table in TABLES.items() for text, value in table]
)
def test_what_is_told_is_read(name: str, text: str, value: object) -> None:
    assert said(text, name) == value


LIKELY, INELIGIBLE, UNKNOWN = "likely", "ineligible", "unknown"
BJ, M17 = "bj-sme-2020", "miit-2020-17dept"


@pytest.mark.parametrize(
    ("article", "facts", "verdict"),
    [
        (f"{BJ}/16", {"mature_stage": True}, INELIGIBLE),
        (f"{BJ}/16", {"refuses_equity": True}, INELIGIBLE),
        (f"{BJ}/16", {"mature_stage": None}, UNKNOWN),
        (f"{BJ}/16", {}, LIKELY),
        (f"{BJ}/19", {"loan_security": "none"}, UNKNOWN),
        (f"{BJ}/19", {"loan_security": "property"}, UNKNOWN),
        (f"{BJ}/19", {"loan_security": "none", "movable_security": True}, LIKELY),
        (f"{BJ}/19", {"loan_security": "none", "movable_security": False}, INELIGIBLE),
        (f"{BJ}/19", {"loan_security": "receivable"}, LIKELY),
        (f"{BJ}/22", {"first_loan": True, "first_loan_centre": False}, INELIGIBLE),
        (f"{BJ}/22", {"first_loan": True, "owner_borrowed": True}, UNKNOWN),
        (f"{BJ}/24", {"specialised_sme": False}, LIKELY),
        (f"{BJ}/28", {"purchase_elsewhere": True}, INELIGIBLE),
        (f"{BJ}/28", {"government_purchase": False}, INELIGIBLE),
        (f"{BJ}/28", {"size": "large"}, INELIGIBLE),
        (f"{BJ}/28", {"size": "large", "mixed_consortium": True, "leads_mixed_consortium": True}, LIKELY),
        (f"{BJ}/33", {}, UNKNOWN),
        (f"{BJ}/33", {"public_science_project": False}, INELIGIBLE),
        (f"{BJ}/33", {"public_science_project": True}, LIKELY),
        (f"{BJ}/39", {"tech_enterprise": True, "legal_person": False}, INELIGIBLE),
        (f"{BJ}/39", {"tech_enterprise": True}, LIKELY),
        (f"{M17}/8", {"government_purchase": False}, INELIGIBLE),
        (f"{M17}/8", {}, LIKELY),
    ],
)
def test_an_article_refuses_what_its_text_leaves_out(article: str, facts: dict[str, object], verdict: str) -> None:
    told = {"region": "CN-11", "size": "small", **facts}
    assert ADVISER.evaluate(article, told, DAY).verdict.value == verdict


@pytest.mark.parametrize(
    ("article", "benefit", "facts", "verdict"),
    [
        (f"{BJ}/19", "debt-confirmation", {"payer_kind": "institution", "payer_state_owned": False}, LIKELY),
        (f"{BJ}/19", "debt-confirmation", {"payer_kind": "large-enterprise", "payer_state_owned": False}, UNKNOWN),
        (f"{BJ}/19", "debt-confirmation", {"payer_state_owned": True, "debt_settled": True}, INELIGIBLE),
        (f"{BJ}/20", "guarantor-loss-compensation", {"guarantor_losses_reasonable": False}, INELIGIBLE),
        (f"{BJ}/20", "guarantor-loss-compensation", {}, LIKELY),
        (f"{BJ}/28", "price-deduction", {"large_maker_goods": True}, INELIGIBLE),
        (f"{BJ}/28", "price-deduction", {"large_maker_goods": None}, UNKNOWN),
        (f"{BJ}/28", "price-deduction", {"size": "medium"}, INELIGIBLE),
        (f"{BJ}/28", "consortium-price-deduction", {}, UNKNOWN),
        (f"{BJ}/28", "consortium-price-deduction", {"mixed_consortium": False}, INELIGIBLE),
        (f"{BJ}/34", "accelerated-depreciation", {}, UNKNOWN),
        (f"{BJ}/34", "accelerated-depreciation", {"assets_outdated_fast": True}, LIKELY),
        (f"{BJ}/34", "accelerated-depreciation", {"assets_outdated_fast": False}, INELIGIBLE),
        (f"{BJ}/37", "ip-insurance-premium", {"patents": 2, "ip_insurance": False}, INELIGIBLE),
        (f"{BJ}/37", "ip-insurance-premium", {"patents": 2}, LIKELY),
        (f"{BJ}/40", "innovation-voucher", {"uses_science_resources": False}, INELIGIBLE),
        (f"{BJ}/43", "service-voucher", {"voucher_for_goods": True}, INELIGIBLE),
        (f"{BJ}/43", "clear-requirements", {"asked_by_office": False}, INELIGIBLE),
        (f"{BJ}/43", "clear-requirements", {}, LIKELY),
        (f"{M17}/7", "tax-relief", {"tax_small_profit": False}, INELIGIBLE),
        (f"{M17}/7", "tax-relief", {"tax_small_profit": None}, UNKNOWN),
        (f"{M17}/7", "fee-relief", {"tax_small_profit": False}, LIKELY),
    ],
)
def test_a_benefit_is_refused_alone(article: str, benefit: str, facts: dict[str, object], verdict: str) -> None:
    outcome = ADVISER.evaluate(article, {"region": "CN-11", "size": "small", **facts}, DAY)
    assert next(one.verdict.value for one in outcome.benefits if one.id == benefit) == verdict


@pytest.mark.parametrize(
    ("article", "text", "verdict"),
    [
        (f"{BJ}/28", "我们是北京通州的小型企业，自己做校服，准备投区教委的采购标，评审时报价能打折算吗", LIKELY),
        (f"{BJ}/28", "我哋喺北京大興做枱凳嘅細廠，微型企業，投區政府嘅採購，報價可唔可以扣減？", LIKELY),
        (
            f"{BJ}/28",
            "本公司設在北京海淀，小型企業，與一家大型資通訊公司組成聯合體，投標市教委的標案，聯合體報價可以扣除嗎",
            LIKELY,
        ),
        (
            f"{BJ}/28",
            "We are a small cleaning firm in Fengtai, Beijing, bidding for a city bureau's tender. The other "
            "bidder is a state-owned giant. Is our price marked down?",
            LIKELY,
        ),
        (
            f"{BJ}/28",
            "Micro firm in Daxing, Beijing; we bid in a public procurement of a district hospital, selling lamps "
            "we make. Any price deduction?",
            LIKELY,
        ),
        (f"{BJ}/28", "北京顺义小型企业，平时给几家国企供货，这回投市水务局的政府采购，有预留份额吗", LIKELY),
        (f"{BJ}/28", "北京小型企业，老家在河北，投市财政局的政府采购，有预留份额吗", LIKELY),
        (f"{BJ}/28", "北京小微企业，零件是进口的，整机自己组装，投区政府采购，价格扣除有吗", LIKELY),
        (f"{BJ}/28", "北京小型企業，投清華大學的採購標，評標時小廠報價有優惠嗎", LIKELY),
        (f"{M17}/8", "我们是成都的小型企业，投市教育局的采购，预留份额有多少，他们全年预算3000万", LIKELY),
        (f"{M17}/8", "小型企业，投县医院的采购，竞争对手都是上市公司，有价格优惠吗", LIKELY),
        (
            f"{M17}/8",
            "A small firm in Wuhan bids for desks that the education bureau buys; its yearly budget is 20 "
            "million yuan. How much is kept for us?",
            LIKELY,
        ),
        (f"{BJ}/33", "北京昌平小型企业，跟大企业一起申报市科技计划项目，我们能拿资金吗", LIKELY),
        (f"{BJ}/33", "我們是北京的小型企業，獲選參與國家重點研發計畫的一個課題，市裡有配套支持嗎", LIKELY),
        (
            f"{BJ}/33",
            "Small firm in Beijing, we won a task in a city science programme. Can we get guidance and money?",
            LIKELY,
        ),
        (f"{BJ}/33", "我哋係北京嘅細公司，同間大學一齊接咗科委個科技項目，有冇錢支持？", LIKELY),
        (f"{BJ}/34", "北京小型企业，去年研发花了200万，加计扣除能享受吗", LIKELY),
        (
            f"{BJ}/34",
            "Our small Beijing firm's testers go out of date every two years; can we depreciate them faster?",
            LIKELY,
        ),
        (f"{BJ}/34", "北京小型企業，想用公共科技服務平台做檢測服務", LIKELY),
        (f"{BJ}/37", "北京小型企业，给五件发明专利投了侵权保险，保费有补贴吗", LIKELY),
        (f"{BJ}/40", "北京小型企業，透過首都科技條件平台租用質譜儀做測試，創新券能抵多少", LIKELY),
        (
            f"{BJ}/40",
            "Small Beijing firm: we rented time on a big electron microscope through the capital's science "
            "platform. Voucher?",
            LIKELY,
        ),
        (f"{BJ}/40", "我们在北京做芯片，小型企业，自己买不起大型仪器，想用平台的，创新券能用吗", LIKELY),
        (f"{BJ}/43", "北京小微企业，在公共服务平台上买了管理咨询服务，服务券能抵吗", LIKELY),
        (f"{BJ}/43", "北京小企业，去街道办补贴，材料清单最后一条是“其他材料”，可以这样写吗", LIKELY),
        (f"{BJ}/16", "我们在北京做传感器，刚成立两年，不想再向银行借钱，想找市里的基金入股", LIKELY),
        (
            f"{BJ}/16",
            "Small Beijing start-up; private funds refuse to take a stake in us. Would the city's SME fund invest?",
            LIKELY,
        ),
        (f"{BJ}/16", "北京小型企業，產品成熟、市場剛打開，市裡中小企業發展基金會投嗎", LIKELY),
        (f"{BJ}/19", "北京小企业，名下没房，只有一车间机床和一屋子货，能押给银行贷款吗", LIKELY),
        (
            f"{BJ}/19",
            "We are a small Beijing firm without any real estate; can we pledge machines and stock for a loan?",
            LIKELY,
        ),
        (f"{BJ}/19", "北京小型企業，沒有房產，想拿兩件專利質押借款，行嗎", LIKELY),
        (f"{BJ}/19", "北京小企业，以前办过信用贷款，这次想用应收账款质押贷款", LIKELY),
        (f"{BJ}/20", "我们是北京的小微企业，缺抵押，想找政府性担保机构给贷款作保", LIKELY),
        (f"{BJ}/22", "北京小微企业，头一回向银行贷款，在首贷中心办的，找了担保公司，担保费率能优惠吗", LIKELY),
        (
            f"{BJ}/22",
            "北京微型企业，成立以来第一笔银行贷款，通过首贷服务中心办的，信用贷款没有担保，财政贴息能拿吗",
            LIKELY,
        ),
        (f"{BJ}/24", "北京小型企業，想在區域性股權市場出讓一部分股權籌錢，有支持嗎", LIKELY),
        (
            f"{BJ}/24",
            "We are a small Beijing firm and would like to raise equity on the city's regional equity market. "
            "Any support?",
            LIKELY,
        ),
        (f"{BJ}/39", "北京小型科技公司，有限公司，想给创始人每股十票，可以吗", LIKELY),
        (f"{M17}/7", "小型企业，在长沙开打印店，增值税能减免吗", LIKELY),
        (f"{M17}/7", "小微企業，行政規費可以減免嗎", LIKELY),
        (
            f"{M17}/7",
            "Our small firm in Chengdu: are income tax and administrative fees cut for firms like ours?",
            LIKELY,
        ),
        (f"{BJ}/28", "北京小企业，招标方是一所民办大学，报价有扣除吗", INELIGIBLE),
        (f"{BJ}/28", "我们是北京小型企业，中石油的物资采购，投标有价格扣除吗", INELIGIBLE),
        (f"{BJ}/28", "北京小型企業，投一間醫美診所的招標，報價有扣除嗎", INELIGIBLE),
        (f"{BJ}/28", "北京小微企业，只做贸易，货都是从格力美的拿的，投区政府采购空调，价格扣除有吗", INELIGIBLE),
        (f"{BJ}/28", "北京小微企业，卖的空调是格力的，投区政府采购，价格扣除有吗", INELIGIBLE),
        (f"{BJ}/28", "北京小微企业，投雄安新区管委会的采购，有预留份额吗", INELIGIBLE),
        (f"{BJ}/40", "想用创新券给公司换一批电脑，北京小微企业", INELIGIBLE),
        (f"{BJ}/43", "北京小微企业，跟商场签租约，商场要我们交'其他材料'，合规吗", INELIGIBLE),
        (f"{BJ}/43", "Small Beijing firm; the bank form ends with 'other documents'. Allowed?", INELIGIBLE),
        (f"{BJ}/16", "北京老厂，早就过了成长阶段，业务稳定不再扩张，市中小企业发展基金能投吗", INELIGIBLE),
        (
            f"{BJ}/16",
            "Small Beijing firm: we want the city SME fund's money as a loan, not as a shareholder.",
            INELIGIBLE,
        ),
        (f"{BJ}/37", "北京小型企業，有專利，員工團體險的保費有補助嗎", INELIGIBLE),
        (f"{BJ}/34", "北京小型企业，新买的货车想加速折旧，行吗", UNKNOWN),
        (f"{BJ}/33", "北京小公司，我们自己掏钱搞研发，市里的科技项目资金能给吗", UNKNOWN),
        (f"{BJ}/28", "北京微型企业，和另一家微型企业组联合体投区教委采购，联合体有扣除吗", INELIGIBLE),
        (f"{BJ}/19", "北京小企业，客户是国企，但我们的债已经付清了，想让它在平台确认", INELIGIBLE),
        (f"{BJ}/28", "北京小型企业，投一家央企的物资招标，价格扣除有吗", INELIGIBLE),
        (f"{M17}/8", "小微企业，投央企的物资采购，有价格评审优惠吗", INELIGIBLE),
        (f"{M17}/8", "我们是上海的小微企业，去投一家民营房企的招标，能有价格优惠和预留份额吗", INELIGIBLE),
        (
            f"{BJ}/28",
            "北京中型企业，和一家大型企业组成联合体参加政府采购，没有小微成员，联合体价格扣除有吗",
            INELIGIBLE,
        ),
        (f"{BJ}/28", "我们是北京的大型企业，带着两家小微企业组成联合体投区教委的政府采购，联合体能价格扣除吗", LIKELY),
        (f"{BJ}/28", "北京小型企业，和一家大型企业组成联合体投区教委的政府采购，联合体能价格扣除吗", LIKELY),
        (
            f"{BJ}/28",
            "北京小微企业，参加区政府采购，卖的电脑全是联想这种大厂生产的，我们只是代理，价格扣除能享受吗",
            INELIGIBLE,
        ),
        (
            f"{BJ}/28",
            "我们是北京的小微企业，去投河北省石家庄市财政局的政府采购，能享受预留份额和价格扣除吗",
            INELIGIBLE,
        ),
        (f"{BJ}/28", "北京的微型企业，投区教委的桌椅采购，自己生产，评审时价格扣除有吗", LIKELY),
        (
            f"{BJ}/33",
            "北京小微企业，自己内部做了个研发项目，没有承担任何政府科技项目，也不打算申报，能拿科技项目资金支持吗",
            INELIGIBLE,
        ),
        (f"{BJ}/33", "北京小型面馆，想要科技项目的资金支持", UNKNOWN),
        (f"{BJ}/33", "北京小型企业，想牵头申报市里的科技重大专项，有资金支持吗", LIKELY),
        (f"{BJ}/34", "北京小型企业，买了几辆普通轿车自用，没有什么技术更新的原因，想加速折旧", INELIGIBLE),
        (f"{BJ}/34", "北京小型企业，想把新买的写字楼加速折旧，行吗", UNKNOWN),
        (f"{BJ}/34", "北京小型企业，设备更新换代太快，想加速折旧，行吗", LIKELY),
        (f"{BJ}/37", "北京小微企业，有三项专利，给仓库买了财产保险，保费能补贴吗", INELIGIBLE),
        (f"{BJ}/37", "北京小微企业，有三项专利，给专利买了保险，保费能补贴吗", LIKELY),
        (f"{BJ}/37", "北京专精特新中小企业，申请的是实用新型专利，申请费能资助吗", INELIGIBLE),
        (f"{BJ}/40", "北京小微企业，自己花钱买了一台大型科研仪器，科技创新券能补吗", INELIGIBLE),
        (f"{BJ}/40", "北京小微企业，想用科技创新券买办公软件和电脑", INELIGIBLE),
        (f"{BJ}/40", "北京小微企业，通过首都科技条件平台用了大型电镜，科技创新券能补吗", LIKELY),
        (f"{BJ}/43", "北京小微企业，去银行贷款，银行要求写着“其他材料”，这样合规吗", INELIGIBLE),
        (f"{BJ}/43", "北京小微企业，区里的窗口要“其他材料”，这样合规吗", LIKELY),
        (f"{BJ}/43", "北京小微企业，通过公共服务平台买了五台打印机，服务券能抵吗", INELIGIBLE),
        (f"{BJ}/16", "北京朝阳的小公司，经营二十五年已进入成熟期，市中小企业发展基金能投我们吗", INELIGIBLE),
        (f"{BJ}/16", "北京小型企业，不想让别人入股，只想市中小企业发展基金借钱给我们", INELIGIBLE),
        (f"{BJ}/16", "北京小型企业，刚开一年半，想让市中小企业发展基金入股", LIKELY),
        (f"{BJ}/20", "我们是北京的融资担保公司，代偿率高达15%，远超行业水平，能拿代偿补偿吗", INELIGIBLE),
        (f"{BJ}/19", "北京小型企业，想无抵押信用贷款，能享受第十九条担保融资吗", UNKNOWN),
        (f"{BJ}/19", "北京小型企业，想用厂房房产抵押向银行贷款，能享受第十九条担保融资吗", UNKNOWN),
        (f"{BJ}/19", "北京小型企业，想用应收账款质押向银行贷款，能享受第十九条担保融资吗", LIKELY),
        (f"{BJ}/19", "北京小型企业，客户是县医院，欠我们货款，能让它在供应链债权债务平台确认吗", LIKELY),
        (f"{M17}/7", "我们是小型工业企业，一年应纳税所得额600万，能享受小微企业所得税减免吗", UNKNOWN),
        (f"{M17}/7", "我们是小型工业企业，税务局说我们不符合小型微利企业，能享受小微企业所得税减免吗", INELIGIBLE),
        (f"{M17}/7", "我们是小型工业企业，能享受小微企业所得税减免吗", LIKELY),
        (f"{M17}/7", "我们小型企业，房地产中介，欠税被列非正常户，能减免增值税吗", UNKNOWN),
        (f"{BJ}/22", "北京小微企业，办的是无还本续贷，能享受担保费率优惠吗", LIKELY),
        (f"{BJ}/22", "北京小微企业，第一笔银行贷款，没找担保公司，担保费率优惠有吗", INELIGIBLE),
        (f"{BJ}/22", "北京小微企业，第一笔银行贷款，没经过首贷中心，有贴息吗", INELIGIBLE),
        (f"{BJ}/24", "北京小企业，不是专精特新，想在区域性股权市场做股权融资", LIKELY),
        (f"{BJ}/24", "北京小企业，不是专精特新，想上专精特新板挂牌", INELIGIBLE),
        (f"{BJ}/39", "北京小型科技企业，是合伙企业，能发每股多票的股份吗", INELIGIBLE),
        (f"{BJ}/39", "北京小型科技有限公司，能发每股多票的股份吗", LIKELY),
        (f"{BJ}/34", "北京小型企业，替客户做的委托开发，客户付钱，研发费加计扣除能享受吗", UNKNOWN),
        (f"{BJ}/20", "北京的担保公司，代偿太多，代偿率超过行业平均一倍，代偿补偿能拿吗", INELIGIBLE),
        (f"{BJ}/19", "北京小企业，没有抵押物，只有一堆应收账款，能拿去质押借款吗", LIKELY),
        (f"{BJ}/22", "北京小企业，老贷款到期，银行让我们不还本金直接续，担保费率有优惠吗", LIKELY),
        (f"{BJ}/28", "北京細公司，微型企業，投港資商場嘅標，報價有冇扣減", INELIGIBLE),
        (f"{BJ}/40", "北京小企业，租不到仪器，干脆自己买了台电镜，创新券补不补", INELIGIBLE),
        (f"{M17}/7", "小型企业，从业人员280人，资产总额九千万，小微所得税减免能享受吗", UNKNOWN),
        (f"{M17}/8", "小型企业，民营医院招标采购病床，有预留份额吗", INELIGIBLE),
        (f"{M17}/8", "微型企業，投市公安局的採購，有價格優惠嗎", LIKELY),
    ],
)
def test_a_message_gets_its_verdict(article: str, text: str, verdict: str) -> None:
    answer = ADVISER.advise(text, as_of=DAY)
    found = next((one for one in answer.matches if one.article == article), None)
    assert (found or ADVISER.evaluate(article, answer.profile, DAY)).verdict.value == verdict
