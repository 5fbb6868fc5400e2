"""What the science-finance documents ask of the thing itself: how it is told, and what becomes of the verdict."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.facts import read
from tests.policies.stating import stated

DAY = date(2026, 11, 23)
ADVISER = Adviser()

TOLD: list[tuple[str, str, bool | str | None]] = [
    ("technology_insurance", "我们买的是车险，保费20万元，能补多少？", False),
    ("technology_insurance", "给货车买了车险，保费20万元，能补一半吗？", False),
    ("technology_insurance", "We paid 200,000 yuan premium for car insurance to an insurer.", False),
    (
        "technology_insurance",
        "We insured our delivery vans with a partner insurer and paid a premium of 60,000 yuan.",
        False,
    ),
    (
        "technology_insurance",
        "We bought group medical cover for our staff from a partner institution insurer for 80,000 yuan.",
        False,
    ),
    ("technology_insurance", "在合作保险公司给员工买了补充医疗保险，保费8万元，能不能补？", False),
    ("technology_insurance", "向合作機構的保險公司替員工投保團體醫療險，保費8萬元，可以補助一半嗎？", False),
    ("technology_insurance", "喺保險公司幫員工買咗醫療保險，保費8萬蚊，攞唔攞到一半？", False),
    (
        "technology_insurance",
        "Our partner insurer covers the factory building against fire; the premium was 50,000 yuan.",
        False,
    ),
    ("technology_insurance", "合作保险公司的员工团体意外险，保费8万，能补多少", False),
    ("technology_insurance", "合作保险公司承保的雇主责任险6万元保费能补吗", False),
    (
        "technology_insurance",
        "Our insurer is a partner. The policy covers our two lorries and a forklift, 40,000 a year. Does "
        "half come back as technology insurance?",
        False,
    ),
    ("technology_insurance", "公司几台车的保险，一年保费3万，算科技保险吗", False),
    ("technology_insurance", "厂房投了火险，保费5万，能报一半吗", False),
    ("technology_insurance", "Premium of RMB 45,000 for a health plan for all employees.", False),
    ("technology_insurance", "我哋公司啲貨車買咗車保，保費3萬", False),
    ("technology_insurance", "买了研发责任险，保费20万元，能补多少？", None),
    ("technology_insurance", "保费20万元，能补多少？", None),
    ("technology_insurance", "公司的车也买了车险，另外研发责任险保费20万", None),
    ("technology_insurance", "我们给50名员工交社保，买了科技保险，保费20万", None),
    ("technology_insurance", "不是车险，是关键研发设备险，保费12万", None),
    ("technology_insurance", "给研发人员买了健康险和意外险，保费5万", None),
    ("technology_insurance", "We did not insure our vans; the premium of 90,000 was for R&D liability.", None),
    ("technology_insurance", "We insured our research equipment for 60,000 yuan.", None),
    ("technology_insurance", "隔壁公司给货车买了车险，能补吗？我们买了科技保险保费8万", None),
    ("technology_insurance", "向人寿保险公司投保，保费8万元", None),
    ("technology_insurance", "人保财险承保了我们的专利保险，保费8万元", None),
    (
        "technology_insurance",
        "We have 60 staff, insurance premium 30,000 yuan paid to Ping An Property insurance company.",
        None,
    ),
    ("technology_insurance", "如果买车险，保费能补吗", None),
    ("technology_insurance", "insurance for our lab staff and equipment, premium 80,000", None),
    (
        "risk_pool_loan",
        "苏州的科技企业，去年销售收入3000万元，流动资金抵押贷款500万元没有进科贷通，银行损失了，风险补偿是多少？",
        False,
    ),
    ("risk_pool_loan", "银行贷款500万用来买厂房，不是科贷通，还不上了，银行损失能补偿多少", False),
    ("risk_pool_loan", "我行在苏州放的是银行自己的普通贷款，不属于科贷通，坏账了能拿风险补偿吗", False),
    ("risk_pool_loan", "我们苏州支行这笔是行内自营的流动资金贷款，没纳入风险池，损失能补偿多少", False),
    (
        "risk_pool_loan",
        "We are a bank in Suzhou. The loan was our own ordinary loan, not under the Kedaitong programme. "
        "What compensation do we get?",
        False,
    ),
    (
        "risk_pool_loan",
        "Our Suzhou branch lent 5 million as a normal commercial loan outside the risk pool. Is the loss compensated?",
        False,
    ),
    (
        "risk_pool_loan",
        "The loan is not part of the city's scheme, just the bank's own product; how much of the loss is compensated?",
        False,
    ),
    ("risk_pool_loan", "這筆貸款沒有走科貸通，是銀行自己的普通貸款，損失補償多少？", False),
    ("risk_pool_loan", "呢筆貸款唔係科貸通，係銀行自己嘅普通貸款，蝕咗補幾多？", False),
    ("risk_pool_loan", "It never went through the risk-compensation pool. What is the compensation?", False),
    ("risk_pool_loan", "这笔贷款不知道有没有纳入科贷通，可能不是科贷通，风险补偿是多少", "open"),
    ("risk_pool_loan", "我们苏州支行放了一笔科贷通贷款500万，成了坏账，补偿多少", None),
    ("risk_pool_loan", "不是普通贷款，是科贷通，补偿多少", None),
    ("risk_pool_loan", "What does the risk pool pay for a Kedaitong loan of 5 million?", None),
    ("risk_pool_loan", "This is not an ordinary loan but one under the pool; what compensation?", None),
    ("risk_pool_loan", "普通的科技企业贷款坏了，资金池补多少", None),
    ("risk_pool_loan", "客户的贷款不是科贷通，我们的是，补偿多少", None),
    ("guarantee_for_loan", "向合作担保公司付了担保费8万元，是工程履约保函，能补多少？", False),
    ("guarantee_for_loan", "投标保函的担保费3万，补80%吗", False),
    ("guarantee_for_loan", "We paid a guarantor 80,000 yuan for a performance bond. What comes back?", False),
    ("guarantee_for_loan", "The fee of 50,000 was for a tender guarantee, how much is subsidised?", False),
    ("guarantee_for_loan", "融资租赁的担保费2万，能补吗，租赁担保也算吗", False),
    ("guarantee_for_loan", "擔保費5萬元，是預付款保函", False),
    ("guarantee_for_loan", "担保公司给我们的房租担保收了1万担保费", False),
    ("guarantee_for_loan", "guarantee fee 30,000 for guaranteeing the lease of our workshop", False),
    ("guarantee_for_loan", "付了担保费8万元，能补多少", None),
    ("guarantee_for_loan", "贷款担保费8万元，不是履约保函", None),
    ("guarantee_for_loan", "We paid 80,000 yuan in guarantee fees on our loan", None),
    ("guarantee_for_loan", "担保公司给我们的贷款做了担保，收了5万", None),
    ("guarantee_for_loan", "另外以前开过投标保函，这次是贷款担保费5万", None),
    ("guarantee_for_loan", "the guarantor charged 50,000 for guaranteeing our bank loan", None),
    ("little_giant_other", "我们公司在石嘴山，国家级专精特新“小巨人”企业，去年收入增长8%", True),
    ("little_giant_other", "我们公司在银川，有陕西省认定的科技小巨人称号", True),
    ("little_giant_other", 'We are a national specialised and sophisticated "little giant" in Yinchuan', True),
    ("little_giant_other", "我們是工信部的小巨人", True),
    ("little_giant_other", "We hold the ministry's little giant title", True),
    ("little_giant_other", "Our little giant title was conferred by Shaanxi", True),
    ("little_giant_other", "我哋係專精特新小巨人", True),
    ("little_giant_other", "银川企业，专精特新重点小巨人", True),
    ("little_giant_other", "银川的科技小巨人企业", None),
    ("little_giant_other", "宁夏自治区科技小巨人", None),
    ("little_giant_other", "we are a little giant in Ningxia", None),
    ("little_giant_other", "我们不是专精特新小巨人，是科技小巨人", None),
    ("little_giant_other", "我们是专精特新中小企业，也是科技小巨人", None),
    ("little_giant_other", "We are a specialised SME and also a technology little giant of the region", None),
    ("little_giant_other", "our customer is a national little giant", None),
    (
        "lender_ccb",
        "We are a certified high-tech company in Urumqi and borrowed from ICBC. Can we use the Xinjiang "
        "science-finance cooperation?",
        False,
    ),
    ("lender_ccb", "我们在乌鲁木齐，是高新技术企业，贷款找的是工商银行，能享受吗？", False),
    ("lender_ccb", "石河子的科技公司，在农业银行贷的款", False),
    ("lender_ccb", "昌吉高企，向乌鲁木齐银行借了500万", False),
    ("lender_ccb", "我們在烏魯木齊，貸款是跟招商銀行借的", False),
    ("lender_ccb", "Our Kashgar firm has a loan with Bank of China, not CCB", False),
    ("lender_ccb", "贷款银行不是建行，新疆的", False),
    ("lender_ccb", "我们在乌鲁木齐，是高新技术企业，想找建行贷款", None),
    ("lender_ccb", "之前找工商银行没批，现在去建行，新疆的", None),
    ("lender_ccb", "We are in Urumqi, is there a bank?", None),
    ("lender_ccb", "上海的公司从工商银行贷款", None),
    ("lender_ccb", "We want CCB's quick loan in Xinjiang, ICBC lent nothing", None),
    ("npl_small_tech", "我行给大型科技企业的贷款，不良率比各项贷款高2个百分点，容忍度够吗", False),
    ("npl_small_tech", "我行小微企业（不是科技企业）贷款不良率比各项贷款高2个百分点，不良容忍度可以吗", False),
    (
        "npl_small_tech",
        "Our bank's loans to large technology companies have an NPL ratio 2 points above; is it tolerated?",
        False,
    ),
    ("npl_small_tech", "我行中型科技企业的不良率高2个点", False),
    ("npl_small_tech", "NPL ratio of our lending to medium-sized tech firms is 2 points higher", False),
    ("npl_small_tech", "我行餐饮企业贷款的不良率高2个百分点", False),
    ("npl_small_tech", "Bad loans: our loans to restaurants run 2 points above all loans", False),
    ("npl_small_tech", "我們給大型科技企業的貸款不良率高2個百分點", False),
    ("npl_small_tech", "我行小微科技企业贷款不良率比各项贷款高2个百分点", None),
    ("npl_small_tech", "我们是大型银行，小微型科技企业不良率高2个百分点，可以吗", None),
    ("npl_small_tech", "We are a large bank; NPL of loans to small tech firms 2 points higher", None),
    ("npl_small_tech", "不良率高2个百分点，能容忍吗", None),
    ("npl_small_tech", "科技企业贷款不良率高2.5个百分点", None),
    ("training_abroad_long", "我们是入库科技型中小企业，想派销售经理去德国培训两个星期，国家支持吗", False),
    ("training_abroad_long", "想派两名行政人员去国内培训一周", False),
    ("training_abroad_long", "We want to send our accountants to a training course in Germany", False),
    ("training_abroad_long", "a two-week course in Japan for our engineers, is it encouraged?", False),
    ("training_abroad_long", "送工程师去上海培训半天", False),
    ("training_abroad_long", "想派工程師去國外短期培訓", False),
    ("training_abroad_long", "online training for our developers", False),
    ("training_abroad_long", "技术员去国外培训10天", False),
    ("training_abroad_long", "想派工程师去德国培训一年", None),
    ("training_abroad_long", "派技术骨干到国外中长期培训", None),
    ("training_abroad_long", "We plan to send two engineers to Japan for six months of training", None),
    ("training_abroad_long", "出国培训有支持吗", None),
    ("training_abroad_long", "派研发人员去美国进修半年，先参加一周的国内培训", None),
    ("training_abroad_long", "sending our technicians abroad for training, any support?", None),
    ("foreign_youth_wanted", "入库科技型中小企业，想招两名中国应届博士，国际杰出青年计划能帮吗", False),
    ("foreign_youth_wanted", "一位55岁的国内专家，国际杰出青年计划能对接吗", False),
    ("foreign_youth_wanted", "Could the Outstanding Youth programme bring us two Chinese PhDs?", False),
    (
        "foreign_youth_wanted",
        "Can we find retired experts through the international outstanding youth programme?",
        False,
    ),
    ("foreign_youth_wanted", "國際傑出青年計畫可以幫我們找本地的應屆畢業生嗎", False),
    ("foreign_youth_wanted", "国际杰出青年计划能帮我们找外国青年吗", None),
    ("foreign_youth_wanted", "We want foreign young researchers through the Outstanding Youth programme", None),
    ("foreign_youth_wanted", "国际杰出青年计划，想要印度的博士", None),
    ("foreign_youth_wanted", "想招应届博士", None),
    (
        "foreign_youth_wanted",
        "We are not looking for Chinese graduates but foreigners, Outstanding Youth programme",
        None,
    ),
    ("tech_startup", "我们是科技型初创企业，成立一年", True),
    ("tech_startup", "we are a tech startup founded last year", True),
    ("tech_startup", "我们是做芯片的科技初创公司", True),
    ("tech_startup", "我们成立三年了", None),
    ("tech_startup", "我们的客户是科技初创企业", None),
    ("tech_startup", "我们不是科技型初创企业", False),
    (
        "technology_insurance",
        "The premium, 72,000 yuan, is for hospital and surgery cover for the people on our payroll.",
        False,
    ),
    (
        "technology_insurance",
        "Last spring our insurer, which is on the partner list, took on our five refrigerated vans; we "
        "paid it 46,000 yuan.",
        False,
    ),
    ("technology_insurance", "We renewed the motor policy for the fleet: premium RMB 90,000.", False),
    ("technology_insurance", "Premium 38,000 yuan, a commercial policy on our delivery vehicles.", False),
    (
        "technology_insurance",
        "We pay a partner insurer 120,000 a year so that our 80 employees have private medical insurance.",
        False,
    ),
    ("technology_insurance", "Our workers' medical insurance premium came to RMB 66,000 this year.", False),
    (
        "technology_insurance",
        "A partner insurer sold us a group accident policy for the assembly workers, 25,000 yuan.",
        False,
    ),
    ("technology_insurance", "We took out comprehensive insurance on three lorries, premium 52,000.", False),
    ("technology_insurance", "给30名工人上了团体医疗险，花了6万", False),
    ("technology_insurance", "公司班车和送货车的保险一年交了7万保费", False),
    ("technology_insurance", "保单上写的是机动车商业保险，保费4.5万元", False),
    ("technology_insurance", "投的是员工补充医疗，去年缴了9.6万元保费", False),
    ("technology_insurance", "我们给五辆冷藏车投了保，保费5万元", False),
    ("technology_insurance", "替同事们买了商业医疗保险，保费合计12万", False),
    ("technology_insurance", "公司的商用車保險，保費6萬元，向合作保險公司投保", False),
    ("technology_insurance", "我們幫全體員工加保了團保，保費10萬元", False),
    ("technology_insurance", "幫成班夥計買咗醫療保，保費6萬蚊", False),
    ("technology_insurance", "仓库和办公楼买了财产一切险，保费8万", False),
    ("technology_insurance", "员工体检和大病医疗险，保费5万多，准确是52000元", False),
    ("technology_insurance", "给司机和货车都上了保险，保费三万", False),
    ("technology_insurance", "We insured the clinical trial of our device, premium 80,000.", None),
    ("technology_insurance", "给关键研发设备投了财产险，保费8万", None),
    ("technology_insurance", "Our premium of 100,000 was for a policy on failed product development.", None),
    ("technology_insurance", "专利侵权保险保费3万", None),
    ("technology_insurance", "给小试产线的检测设备上了保险，保费4万元", None),
    ("technology_insurance", "首台套保险保费10万", None),
    ("technology_insurance", "Our medical device company paid a premium of 90,000 yuan to a partner insurer.", None),
    ("technology_insurance", "我们做医疗器械，保费8万元", None),
    ("technology_insurance", "我们是做车载雷达的，科技保险保费8万", None),
    ("technology_insurance", "We build electric vans; premium of 90,000 for product liability.", None),
    ("technology_insurance", "我们是汽车零部件企业，买了保险，保费12万元", None),
    ("technology_insurance", "健康险科技公司，保费7万", None),
    ("technology_insurance", "Our fleet-management software firm paid 70,000 in premiums", None),
    ("risk_pool_loan", "我们银行这笔贷款压根没进科贷通的池子，资金池还赔吗", False),
    ("risk_pool_loan", "这笔款是我们行的自营流贷，跟科贷通没关系，坏账能不能找市里补偿", False),
    (
        "risk_pool_loan",
        "The loan we made was never registered with the city's risk pool; how much of the loss is compensated?",
        False,
    ),
    (
        "risk_pool_loan",
        "It is the bank's own working-capital loan, nothing to do with the programme. Will the pool compensate?",
        False,
    ),
    ("risk_pool_loan", "Not a Kedaitong loan, just an ordinary bank loan. What does the risk fund pay?", False),
    ("risk_pool_loan", "沒有納入風險補償資金池的一般貸款，壞帳了可以補償嗎", False),
    ("risk_pool_loan", "我行的普通经营贷，没报科贷通，出了损失补偿五成吗", False),
    ("risk_pool_loan", "loan from our standard SME product rather than the Kedaitong scheme, compensation?", False),
    ("risk_pool_loan", "客户经理说这笔是行里自己的普通贷款，没有走科贷通，风险补偿能拿多少", False),
    ("risk_pool_loan", "我行通过科贷通给企业放了500万，补偿多少", None),
    ("risk_pool_loan", "The firm got a Kedaitong loan, how much does the pool compensate?", None),
    ("risk_pool_loan", "普通企业（非重点支持对象）的科贷通贷款，损失补偿几成", None),
    ("risk_pool_loan", "we are not under key support; the loan is under the risk pool", None),
    ("risk_pool_loan", "企业没有抵押，走的是科贷通，补偿多少", None),
    ("loan_staff_diligent", "我行信贷员没有尽职调查，不良率高2个百分点，能免责吗", False),
    ("loan_staff_diligent", "信贷员没做贷前调查，科技小微企业贷款坏了，会追责吗，能免责吗", False),
    (
        "loan_staff_diligent",
        "Our loan officer did no due diligence; bad loans of small tech firms run 2 points above. Is he excused?",
        False,
    ),
    (
        "loan_staff_diligent",
        "The officer skipped the checks before the loan; NPL ratio 2 points higher. Is she exempt from blame?",
        False,
    ),
    ("loan_staff_diligent", "信貸員沒有實地走訪就放款，不良率高2個百分點，可以免責嗎", False),
    ("loan_staff_diligent", "我行信贷员尽职调查都做了，不良率高2个百分点，能免责吗", None),
    ("loan_staff_diligent", "有充分证据表明已勤勉尽职，能免责吗", None),
    ("loan_staff_diligent", "不良率高2个百分点，尽职免责能用吗", None),
    ("loan_staff_diligent", "The officer made all the checks required; is he excused if the loan goes bad?", None),
    ("loan_staff_diligent", "没有尽职免责的制度，信贷员不敢放贷", None),
    ("loan_staff_diligent", "I followed every rule before the loan, will I be blamed?", None),
]
"""Statements, questions and other people's cases; None: nothing is told of it."""


@pytest.mark.parametrize(("name", "text", "value"), TOLD)
def test_told(name: str, text: str, value: bool | str | None) -> None:
    reading = read(text, DAY)
    told: dict[str, object] = {one.name: one.value for one in reading.facts}
    told |= {one.name: "open" for one in reading.doubts}
    assert told.get(name) is value or told.get(name) == value


VERDICTS = [
    (
        "nx-techfin-2021/2",
        "我们是银川的高新技术企业，去年收入增长8%，合作保险公司，买的是车险，不是科技保险，保费20万元，能补多少？",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "我们是银川的高新技术企业，去年收入增长8%，向科技金融合作机构的保险公司给货车买了车险，保费20万元，"
        "能补一半吗？",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "We are a certified high-tech enterprise in Yinchuan, revenue grew 8% last year. We paid 200,"
        "000 yuan premium for car insurance to an insurer that is a science-finance partner institution. "
        "How much comes back?",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "We are a certified high-tech enterprise in Yinchuan, revenue up 8%. We insured our delivery "
        "vans with a partner insurer and paid a premium of 60,000 yuan. Is half of it subsidised?",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "Our Yinchuan high-tech certified company grew 9%. We bought group medical cover for our staff "
        "from a partner institution insurer for 80,000 yuan. Can we get half the premium back?",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "银川高企，收入增长8%，在合作保险公司给员工买了补充医疗保险，保费8万元，能不能补？",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "銀川的高新技術企業，營收成長8%，向合作機構的保險公司替員工投保團體醫療險，保費8萬元，可以補助一半嗎？",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "我哋係銀川嘅高企，收入升咗8%，喺合作機構嘅保險公司幫員工買咗醫療保險，保費8萬蚊，攞唔攞到一半？",
        "ineligible",
    ),
    ("nx-techfin-2021/2", "银川高企，收入增长8%，合作的保险公司，买了研发责任险，保费20万元，能补多少？", "likely"),
    ("nx-techfin-2021/2", "银川高企，收入增长8%，合作的保险公司，买了科技保险，保费20万元，能补多少？", "likely"),
    ("nx-techfin-2021/2", "银川高企，收入增长8%，合作的保险公司，保费20万元，能补多少？", "likely"),
    (
        "nx-techfin-2021/2",
        "宁夏银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行贷款500万元，利率4%，"
        "公司的车也买了车险，利息能补多少？",
        "likely",
    ),
    (
        "nx-techfin-2021/2",
        "银川高企，收入增长8%，合作的保险公司，买了研发责任险，保费20万元，另外车险花了5万元，科技保险能补多少？",
        "likely",
    ),
    (
        "nx-techfin-2021/2",
        "We are a national high-tech enterprise in Wuzhong, profit up 7%. Our partner insurer covers "
        "the factory building against fire; the premium was 50,000 yuan. How much do we get?",
        "ineligible",
    ),
    ("nx-techfin-2021/2", "宁夏吴忠高企，利润增长7%，合作保险公司的员工团体意外险，保费8万，能补多少", "ineligible"),
    ("nx-techfin-2021/2", "宁夏吴忠高企，利润增长7%，合作保险公司承保的雇主责任险6万元保费能补吗", "ineligible"),
    ("sz-techfin-2021/1", "苏州的科技企业，给货车买了车险，保费20万元，保费能补贴吗", "ineligible"),
    (
        "sz-techfin-2021/1",
        "Our technology firm in Suzhou paid a premium of 90,000 yuan for staff health cover. Is the premium "
        "subsidised?",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "苏州的科技企业，去年销售收入3000万元，流动资金抵押贷款500万元没有进科贷通，银行损失了，风险补偿是多少？",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "苏州的科技企业，去年销售收入3000万元，银行贷款500万用来买厂房，不是科贷通，还不上了，银行损失能补偿多少",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "We are a bank in Suzhou. We lent 5 million to a technology firm with sales of 30 million, our "
        "own ordinary loan, not Kedaitong. The firm defaulted. How much risk compensation do we get?",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "我行是苏州的银行，借给一家科技企业500万元，企业销售收入3000万元，是我行自己的普通贷款，不是科贷通，"
        "坏账后能拿多少风险补偿？",
        "unknown",
    ),
    (
        "sz-techfin-2021/1",
        "我行是苏州的银行，借给一家科技企业500万元，企业销售收入3000万元，是科贷通贷款，坏账后能拿多少风险补偿？",
        "unknown",
    ),
    (
        "sz-techfin-2021/1",
        "我们是苏州的大型科技企业，去年销售收入60亿元，职工4000人，付了科技贷款利息800万元，利息补贴能申请吗？",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "苏州工业园区的高新技术企业，职工4000人，去年销售收入60亿元，买了研发责任险，保费30万元，能补贴吗",
        "unknown",
    ),
    (
        "sz-techfin-2021/1",
        "Our technology company in Suzhou, revenue 30 million, borrowed 2 million from a leasing company. "
        "Is the interest subsidised?",
        "ineligible",
    ),
    ("sz-techfin-2021/1", "苏州的科技企业，销售收入3000万元，银行贷款200万，利息补贴能申请吗", "unknown"),
    ("sz-techfin-2021/1", "苏州的科技企业，贷款利息能补贴吗", "likely"),
    (
        "xj-techfin-2021/1",
        "We are a certified high-tech company in Urumqi and borrowed from ICBC. Can we use the Xinjiang "
        "science-finance cooperation?",
        "ineligible",
    ),
    ("xj-techfin-2021/1", "我们在乌鲁木齐，是高新技术企业，想贷款，能享受新疆科技金融合作吗？", "likely"),
    (
        "cbirc-2021-46/12",
        "我行小微企业（不是科技企业）贷款不良率比各项贷款高2个百分点，不良容忍度可以吗",
        "ineligible",
    ),
    ("cbirc-2021-46/12", "我行给大型科技企业的贷款，不良率比各项贷款高2个百分点，容忍度够吗", "ineligible"),
    ("cbirc-2021-46/12", "我们是小额贷款公司，科技小微企业贷款不良率比各项贷款高2个百分点，容忍度够吗", "ineligible"),
    ("cbirc-2021-46/12", "我行科技小微企业贷款不良率比各项贷款高2个百分点，容忍度够吗", "likely"),
    ("most-2019/17", "我们是入库科技型中小企业，想派销售经理去德国培训两个星期，国家支持吗", "ineligible"),
    ("most-2019/17", "我们是入库科技型中小企业，想派两名行政人员去国内培训一周，国家支持吗", "ineligible"),
    ("most-2019/17", "我们是入库科技型中小企业，想派工程师去德国培训一年，国家支持吗", "likely"),
    ("most-2019/17", "入库科技型中小企业，想招两名中国应届博士，国际杰出青年计划能帮吗", "ineligible"),
    ("most-2019/17", "入库科技型中小企业，想找外国青年博士，国际杰出青年计划能帮吗", "likely"),
    ("most-2019/4", "我们是科技型初创企业，成立一年，没有评科技型中小企业，减税政策能享受吗？", "likely"),
    ("most-2019/4", "我们是入库的科技型中小企业，去年研发花了80万，研发费用加计扣除能享受吗？", "likely"),
    (
        "most-2019/4",
        "We are a tech startup and a registered technology SME, spent 800,000 on R&D, what can we deduct?",
        "likely",
    ),
    (
        "nx-techfin-2021/2",
        "我们公司在石嘴山，国家级专精特新“小巨人”企业，去年收入增长8%。合作银行贷款500万元，年利率4%，"
        "职工80人，去年收入6000万元，资产8000万元。利息能补多少",
        "unknown",
    ),
    (
        "nx-techfin-2021/2",
        "我们公司在石嘴山，科技小巨人企业，去年收入增长8%。合作银行贷款500万元，年利率4%，职工80人，去年收入6000万"
        "元，资产8000万元。利息能补多少",
        "likely",
    ),
    (
        "nx-techfin-2021/2",
        "银川高企，收入增长8%，向合作担保公司付了担保费8万元，是工程履约保函，能补多少",
        "ineligible",
    ),
    ("nx-techfin-2021/2", "银川高企，收入增长8%，向合作担保公司付了担保费8万元，能补多少", "likely"),
    (
        "nx-techfin-2021/2",
        "我们是宁夏的保险公司分公司，是科技金融合作机构，承保了一家高新技术企业的研发责任险，保险金额3000万元，"
        "机构自己能领多少？",
        "likely",
    ),
    (
        "nx-techfin-2021/2",
        "我们是宁夏的保险公司，是科技金融合作机构，承保了一家高新技术企业的车险，保险金额3000万元，机构自己能领多少？",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "宁夏银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，"
        "年利率4%，去年已拿过这笔贷款的利息补助，今年的利息还能再补吗",
        "unknown",
    ),
    (
        "nx-techfin-2021/2",
        "We are a certified high-tech firm in Yinchuan, revenue up 8%. Last year the region subsidised "
        "the first year's interest on our three-year loan of 5 million from a partner bank. Can we claim "
        "this year's interest too?",
        "unknown",
    ),
    (
        "nx-techfin-2021/2",
        "宁夏银川高企，收入增长8%，合作银行贷款500万，这笔贷款的利息去年已经补过了，能再补一次吗",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "宁夏银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行贷款500万，年利率4%，"
        "今年的利息能补多少",
        "likely",
    ),
    (
        "sz-techfin-2021/1",
        "苏州的科技企业，去年销售收入3000万元，银行贷款500万用来买厂房，不是科贷通，还不上了，银行损失能补偿多少",
        "ineligible",
    ),
    (
        "nx-techfin-2021/2",
        "我们是宁夏的保险公司，是科技金融合作机构，承保了一家高新技术企业的车险，保险金额3000万元，机构自己能领多少？",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "我們是蘇州的科技企業，去年銷售3,800萬元。今年拿廠房抵押，向本地銀行借了700萬，走的是銀行自己的一般經營貸"
        "款，沒有申請科貸通，也不屬於各區的科技貸之類產品。銀行經理問：要是我們還不出來，政府補償五成，"
        "也就是350萬，這筆算得進去嗎？",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "We are a Suzhou bank. Our loan of 3 million to a technology SME with sales of 40 million was "
        "the bank's own ordinary loan and not Kedaitong. The firm failed; will the city share the loss?",
        "ineligible",
    ),
    (
        "sz-techfin-2021/1",
        "我行在苏州，给一家科技企业放了500万，企业年销售4000万，是行里自己的普通流动资金贷款，没有走科贷通，"
        "现在坏了，市里分担一半损失吗？",
        "unknown",
    ),
    (
        "sz-techfin-2021/1",
        "We are a Suzhou bank. Our loan of 3 million to a technology SME with sales of 40 million was "
        "under Kedaitong. The firm failed; what does the city's pool pay us?",
        "likely",
    ),
    (
        "sz-techfin-2021/1",
        "我們是蘇州的銀行，貸給科技企業300萬（年銷售4000萬），是本行自己的一般貸款，不是科貸通，可以申請風險補償嗎？",
        "unknown",
    ),
    (
        "sz-techfin-2021/1",
        "我哋係蘇州嘅銀行，借咗300萬俾一間科技企業（年銷售4000萬），係我哋自己嘅普通貸款，唔係科貸通，"
        "可唔可以攞風險補償？",
        "ineligible",
    ),
]


@pytest.mark.parametrize(("article", "text", "verdict"), VERDICTS)
def test_verdict(article: str, text: str, verdict: str) -> None:
    found = {one.article: one.verdict.value for one in ADVISER.advise(text, as_of=DAY).matches}
    assert found[article] == verdict


PLAIN_AND_CONTRARY: list[tuple[str, str, bool | str | None]] = [
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款500万成了坏账，损失200万，还没有申请资金池补偿，补多少？",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款坏账损失200万，之前没有用过资金池，补多少？",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款损失200万，追偿不走资金池账户可以吗，补多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款坏账200万，还没报资金池补偿，能补多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款坏账，此前从未申请过风险补偿资金池，补多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科貸通貸款壞帳200萬，尚未申請資金池補償，補多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，科贷通贷款坏了，补偿没有超过资金池规模，补多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，这家企业另外还有我行的普通贷款，科贷通这笔损失200万，补多少",
        None,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，坏账损失200万，这笔是我们自己审批的抵押贷款，没在科技局备过案，"
        "资金池补多少？",
        False,
    ),
    ("risk_pool_loan", "我们是苏州的银行，科技企业上年收入3000万，坏账损失200万，这笔从来没备案，资金池补多少", False),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，坏账损失200万，没向科技局备案就放了，补偿多少",
        False,
    ),
    (
        "risk_pool_loan",
        "我们是苏州的银行，科技企业上年收入3000万，壞帳200萬，這筆沒向科技局備過案，資金池補多少",
        False,
    ),
    ("risk_pool_loan", "我们是苏州的银行，科技企业上年收入3000万，坏账损失200万，这笔从没进过资金池，补多少", False),
    ("risk_pool_loan", "我们是苏州的银行，科技企业上年收入3000万，还没有入池就放款了，坏账200万，资金池补多少", False),
    (
        "risk_pool_loan",
        "We are a Suzhou bank; the tech borrower's sales were 30m last year. Loss of 2m; the loan was our own idea "
        "and never reported to the science bureau. What does the pool pay?",
        False,
    ),
    (
        "risk_pool_loan",
        "We are a Suzhou bank; the tech borrower's sales were 30m last year. The loan was never filed with the "
        "science and technology bureau; what does the risk pool compensate?",
        False,
    ),
    ("lender_ccb", "新疆乌鲁木齐高新企业，基本户在工行，想进科技型企业白名单", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，工行贷款太贵，想换一家，白名单能用上吗", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，工行贷款到期了，想改申请善新贷", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，和工行有结算往来，想申请善新贷", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，以前在农行贷过款，已经还清，现在想用白名单", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，原來的貸款在工行，想轉過來用白名單", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，工行没给我们批，白名单行吗", None),
    ("lender_ccb", "新疆乌鲁木齐高新企业，工行的贷款批不下来，白名单能用吗", None),
    ("lender_ccb", "新疆石河子高新企業，郵儲行答應放款500萬，白名單能用上嗎", False),
    ("lender_ccb", "新疆高新企业，哈密市商业银行的贷款500万，白名单能用上吗", False),
    ("lender_ccb", "新疆高新企业，天山农商给我们批了500万，白名单能用上吗", False),
    ("lender_ccb", "新疆高新企业，昆仑银行同意放500万，白名单能用吗", False),
    ("lender_ccb", "我哋係新疆高新企業，農行批咗500萬，用唔用到白名單", False),
    (
        "lender_ccb",
        "Certified high-tech firm in Urumqi, Xinjiang. Kunlun Bank has agreed to lend us 5m. White list?",
        False,
    ),
    ("npl_small_tech", "科技型小微企业不良率高2.5个百分点，坏账都出在软件企业，不是大型企业，容忍吗", None),
    ("npl_small_tech", "科技型小微企业不良率高2.5个百分点，房地产贷款不良另算，容忍吗", None),
    ("npl_small_tech", "科技型小微企业贷款不良率高2个百分点，信用卡不良另有考核，可以吗", None),
    ("npl_small_tech", "小微科技企业不良率高2点，隔壁支行给大型企业的贷款也坏了，容忍吗", None),
    ("npl_small_tech", "科技型小微企業不良率高2.5個百分點，不含房地產貸款，容忍嗎", None),
    ("npl_small_tech", "小型科技公司的不良率高2个点，我们也给大型企业贷款，容忍吗", None),
    (
        "npl_small_tech",
        "The NPL ratio of our loans to small tech firms is 2 points above; credit card bad loans are judged "
        "separately. Tolerated?",
        None,
    ),
    (
        "npl_small_tech",
        "The tech small firms' NPL ratio is 2.5 points above; loans to large firms are sound. Tolerated?",
        None,
    ),
    ("npl_small_tech", "我行专做餐饮老板的贷款，那块不良高2个点，容忍吗", False),
    ("npl_small_tech", "我行规模以上的科技集团客户贷款不良率高2个百分点，能容忍吗", False),
    ("npl_small_tech", "我行專做開餐館的老闆，那塊不良高2個點，容忍嗎", False),
    ("npl_small_tech", "我行主要做开店的个体户，不良高2个点，容忍吗", False),
    ("npl_small_tech", "Our bank lends to restaurant owners only; NPLs are 2 points above. Tolerated?", False),
    ("npl_small_tech", "我行专做餐饮老板的，那块不良高2个点，能容忍吗", False),
    (
        "loan_staff_diligent",
        "I am a loan officer. I did due diligence and visited twice, but the auditors say we had not visited the "
        "warehouse. The small tech loan went bad; am I excused?",
        None,
    ),
    ("loan_staff_diligent", "我做了尽职调查，去了两次，审计说我们没有实地看仓库，小微科技贷款坏了能免责吗", None),
    ("loan_staff_diligent", "审计说我没尽职，其实调查报告都在，小微科技贷款坏了能免责吗", None),
    (
        "loan_staff_diligent",
        "The head office claims I made no checks, which is wrong; small tech loan went bad, am I excused?",
        None,
    ),
    ("loan_staff_diligent", "我是信贷员，小微科技贷款坏了，尽调报告是抄上一年的，能免责吗", False),
    ("loan_staff_diligent", "小微科技贷款坏了，尽调报告是照抄去年的，信贷员能免责吗", False),
    ("loan_staff_diligent", "尽调是补做的、没去现场，小微科技贷款坏了能免责吗", False),
    ("loan_staff_diligent", "信貸員的盡調報告是抄來的，小微科技貸款壞了能免責嗎", False),
    (
        "loan_staff_diligent",
        "The due diligence report was copied from the year before. NPL of small tech loans; is the officer excused?",
        False,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，银行贷款500万，合作担保公司担保费8万，反担保是厂房租赁合同，补多少",
        None,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，合作担保公司收了8万担保费，担保公司为我们的履约能力打了分，补多少",
        None,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，向银行借了500万，银行要担保公司出保函，付担保费8万，补多少",
        None,
    ),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，担保公司给银行出具了保函，担保费8万，补多少", None),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，為了向銀行借500萬，擔保公司開了保函，擔保費8萬", None),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，擔保費8萬，以設備租賃合同作反擔保", None),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，担保公司看了我们的采购合同才担保，担保费8万", None),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，The bank wanted a guarantee, our counter-security was the lease of the "
        "workshop; guarantee fee 80,000 to a partner",
        None,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，签采购合同时对方要预付款担保，我们付了合作的担保公司担保费3万",
        False,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，中标一个项目，业主主要我们开保证，担保公司收了8万担保费，补多少",
        False,
    ),
    (
        "guarantee_for_loan",
        "宁夏高新技术企业，研发占比5%，中标了学校的工程，业主要我们开保证，合作担保公司收了8万担保费",
        False,
    ),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，甲方要质量保函，合作担保公司收了2万担保费", False),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，業主要我們開履約保函，擔保公司收了8萬擔保費", False),
    ("guarantee_for_loan", "宁夏高新技术企业，研发占比5%，业主要求提供担保才签合同，付了合作担保公司担保费3万", False),
    (
        "technology_insurance",
        "宁夏高新技术企业，研发占比5%，合作机构投的网络安全保险保费10万，给多少？车队保险不是我们买的",
        None,
    ),
    (
        "technology_insurance",
        "宁夏高新技术企业，研发占比5%，合作机构投的研发责任险保费10万，车险没有在他们那里买",
        None,
    ),
    (
        "technology_insurance",
        "宁夏高新技术企业，研发占比5%，合作机构投的科技保险保费10万，员工的医疗保险是另外买的",
        None,
    ),
    (
        "technology_insurance",
        "宁夏高新技术企业，研发占比5%，合作机构的科技保险保费10万，我们做物流货车的调度软件",
        None,
    ),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，合作机构给三台研发样机上了保险，保费4万", None),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，公众责任险不是我们付的，科技保险保费10万", None),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，向合作机构投了首台套综合险，保费4万", None),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，合作機構的科技保險保費10萬，車險不是這次的", None),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，在合作机构给三台奥迪上了商业险，保费4万", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，在合作機構幫公司的貨車保了全險，保費4萬", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，合作机构投了公众责任和火灾的综合险，保费4万", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，合作机构投了冰雹和干旱的种植险，保费4万", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，给老板的宝马买了保险，合作机构，保费2万", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，合作機構投了大棚的農業險，保費4萬", False),
    ("technology_insurance", "宁夏高新技术企业，研发占比5%，给两辆特斯拉上了全险，合作机构，保费3万", False),
    (
        "technology_insurance",
        "Certified high-tech firm in Ningxia, R&D share 5%. We bought cover for the boss's Audi and the two delivery "
        "lorries from a partner; premium 40,000.",
        False,
    ),
    (
        "other_regional_funding",
        "银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，年利率4%，"
        "去年利息补过了，今年这笔新贷款利息30万能补多少",
        "open",
    ),
    (
        "other_regional_funding",
        "银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，年利率4%，"
        "去年的利息补过了，今年新借的这笔利息30万能补吗",
        "open",
    ),
    (
        "other_regional_funding",
        "银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，年利率4%，"
        "去年利息領過補助了，今年新貸的利息還能補嗎",
        "open",
    ),
    (
        "other_regional_funding",
        "银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，年利率4%，"
        "上年度利息已补，本年度新增贷款的利息能补吗",
        "open",
    ),
    (
        "other_regional_funding",
        "银川高企，收入增长8%，员工120人，去年收入8000万元，资产6000万元，合作银行三年期贷款500万，年利率4%，"
        "旧贷款的利息去年补过了，新贷款的利息能补吗",
        "open",
    ),
    (
        "other_regional_funding",
        "We are a certified high-tech firm in Yinchuan, revenue up 8%. Last year's interest was subsidised by the "
        "region. Can we claim the interest on this year's new loan from a partner bank?",
        "open",
    ),
    (
        "foreign_youth_wanted",
        "A registered technology SME. Could the Outstanding Youth programme bring us a Kenyan to work beside our "
        "Chinese engineers?",
        None,
    ),
    (
        "foreign_youth_wanted",
        "A registered technology SME. Outstanding Youth programme: a Polish physicist aged 30, introduced by a "
        "Chinese professor",
        None,
    ),
    (
        "foreign_youth_wanted",
        "A registered technology SME. We found a young Indian researcher whose Chinese PhD colleague works here, "
        "Outstanding Youth programme",
        None,
    ),
    ("foreign_youth_wanted", "入库科技型中小企业，国际杰出青年计划，引进一名肯尼亚青年，他的中国博士导师推荐的", None),
    (
        "foreign_youth_wanted",
        "入库科技型中小企业，国际杰出青年计划，想请一位波兰的年轻研究员，和我们的中国博士一起工作",
        None,
    ),
    ("foreign_youth_wanted", "入库科技型中小企业，國際傑出青年計畫，引進一名越南青年，他是國內大學的應屆博士", None),
    (
        "foreign_youth_wanted",
        "入库科技型中小企业，我们还有一位55岁的国内专家带他，国际杰出青年计划引进巴基斯坦人",
        None,
    ),
    ("foreign_youth_wanted", "入库科技型中小企业，国际杰出青年计划能帮我们招两名中国应届博士吗", False),
    ("foreign_youth_wanted", "入库科技型中小企业，国际杰出青年计划，想招清华的国内博士，将来派去越南", False),
    (
        "training_abroad_long",
        "入库科技型中小企业，想送两名研发骨干去德国进修一年，科技部有培训支持吗？出发前先在北京培训三天",
        None,
    ),
    ("training_abroad_long", "入库科技型中小企业，送骨干去日本进修一年。行前有一周国内培训", None),
    ("training_abroad_long", "入库科技型中小企业，派工程师去德国培训一年，去之前参加两周语言培训", None),
    ("training_abroad_long", "入库科技型中小企业，工程师上个月参加了三天的国内培训，现在想送他去美国培训半年", None),
    ("training_abroad_long", "入库科技型中小企业，想送兩名骨幹去德國進修一年，出發前先在台北培訓三天", None),
    ("training_abroad_long", "入库科技型中小企业，想派技术人员去德国培训两三年", None),
    ("training_abroad_long", "入库科技型中小企业，派技术人员出国培训，两周内出发，为期一年", None),
    ("training_abroad_long", "入库科技型中小企业，上次去国外培训了两周，这次想派技术骨干出国培训", None),
    ("training_abroad_long", "入库科技型中小企业，派技术人员出国培训，大约两个礼拜", False),
    ("training_abroad_long", "入库科技型中小企业，工程师去硅谷参加十天的研讨班", False),
    ("training_abroad_long", "入库科技型中小企业，派技術人員出國培訓，大約兩個禮拜", False),
    ("training_abroad_long", "入库科技型中小企业，派工程师出国培训，时间是10天左右", False),
    ("training_abroad_long", "入库科技型中小企业，派工程師去矽谷參加十天嘅研討班", False),
    ("training_abroad_long", "入库科技型中小企业，技术员去德国的培训班，为期两周", False),
    (
        "training_abroad_long",
        "A registered technology SME. Our engineer will go to Munich for a fortnight's class; does the ministry "
        "support such training abroad?",
        False,
    ),
    (
        "training_abroad_long",
        "A registered technology SME. Two technicians go to Japan to be trained for ten days.",
        False,
    ),
]


@pytest.mark.parametrize(("name", "text", "value"), PLAIN_AND_CONTRARY)
def test_only_clear_words_about_this_case_tell_the_contrary(name: str, text: str, value: bool | str | None) -> None:
    assert stated(text, name, as_of=DAY) == value
