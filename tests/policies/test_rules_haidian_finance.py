"""Rules on loans, lenders, software and lines in the plan of Haidian's core area, and how their facts are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from policies.advise import Adviser
from policies.types import FactValue
from tests.policies.stating import OPEN, stated

DAY = date(2015, 2, 12)
ADVISER = Adviser()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("软件是跟深圳一家小厂买的，他们和海淀没签过什么协议", False),
        ("The provider of our broadband has nothing to do with the district's scheme.", False),
        ("We took our ERP from a vendor of our own choosing, not one on the district's supplier list.", False),
        ("我们的专线是写字楼物业拉的，不是团购名单上的运营商", False),
        ("寬頻是自己裝的，那家業者跟區裡沒有合作", False),
        ("網路商並不是計畫的合作廠商", False),
        ("Our internet comes straight from a carrier which does not take part in the group purchase.", False),
        ("My bookkeeping software was bought abroad; its maker is not a partner of the plan.", False),
        ("管理系统是自己开发的，不是合作软件商的", False),
        ("個軟件係自己喺網上買，間公司唔係政府合作名單入面", False),
        ("Is it necessary that the carrier is a partner of the district?", None),
        ("我们用的就是合作运营商，不是别家", None),
        ("Our supplier takes part in the group purchase.", None),
        ("听说不用合作运营商的宽带就不能补，我们用的是合作的", None),
        (
            "我们是海淀重点孵化器里的小公司，自己直接跟一家不在合作名单里的宽带商签的，一年带宽费3万，政府补多少？",
            False,
        ),
        ("We bought our own line from a carrier that is not one of the partners.", False),
        ("我们海淀小企业，在海帆名单上，用的是国外的管理软件，不是区里合作软件商的，软件能免费吗？", False),
        ("Our ERP comes from a German vendor that has no agreement with the district.", False),
        ("宽带公司跟区里没有任何合作，是房东介绍的。", False),
        ("我們用的軟體廠商不在合作名單之內，第一年能免嗎？", False),
        ("我哋條寬頻係自己搵嘅電訊公司，唔係合作嘅營運商，一年三萬", False),
        ("The internet line is from a small ISP outside the group purchase.", False),
        ("财务软件是自己在网上买的，没有参加团购。", False),
        ("Our broadband isn't from any of the participating operators.", False),
        ("这家运营商没有和政府合作，价钱倒是便宜。", False),
        ("The carrier is a non-partner; the bill is 40,000 a year.", False),
        ("We use a Hangzhou accounting package rather than the partner supplier's.", False),
        ("软件商不是首批合作企业。", False),
        ("带宽不是走团购的，是跟物业买的", False),
        ("Our software vendor doesn't work with the district.", False),
        ("好像这家软件商不是合作单位", OPEN),
        ("如果软件商不是合作企业，还能免费吗？", None),
        ("宽带是不是必须用合作运营商的？", None),
        ("隔壁公司的宽带不是合作运营商的，所以没补到。", None),
        ("We use one of the partner carriers; the bill is 30,000.", None),
        ("以前的宽带不是合作运营商的，今年换成了合作的那家。", None),
        ("我们没进海帆名单，用合作运营商的宽带", None),
        ("Our carrier is a partner of the plan, not just any firm.", None),
        ("Our previous carrier was not a partner, but in January we switched to one that is.", None),
        ("We are not on the Haifan list but the line comes from a cooperating operator", None),
        ("软件是合作厂商的，今年第一年", None),
        ("软件今年是第一年用", None),
        ("For how many years is the internet bill subsidised, three years?", None),
        ("We went with a cheaper ISP that's not part of the district's group deal.", False),
        ("The accounting software is from SAP, which isn't a partner supplier here.", False),
        ("软件供应商不是区里团购的那几家，是我们自己谈的", False),
        ("宽带是联通的，可联通这次没参加区里的团购", False),
        ("這套ERP是國外買的，跟海淀的計畫沒有關係", False),
        ("Do partner carriers give the discount automatically?", None),
        ("合作运营商的宽带比不合作的便宜多少？", None),
        ("We are not one of the partners; we are a customer with a bandwidth bill of 30,000.", None),
        ("我们不是合作软件商，是用软件的小公司", None),
    ],
)
def test_a_supplier_or_carrier_that_is_no_partner(text: str, value: object) -> None:
    assert stated(text, "partner_supplier", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("管理软件前年就开始用了，早过了第一年，还免费吗", False),
        ("ERP已经是第二个年头了", False),
        ("We are now in year three with the management software.", False),
        ("The partner's accounting software has been running here for three years.", False),
        ("软件刚装了两个月", None),
        ("We began with the ERP in March, so it is the first year.", None),
        ("我们是海帆企业，海淀小公司，合作软件商的管理软件已经用了三年，今年还免费吗？", False),
        ("合作厂商的财务软件，今年是第二年了，还不收钱吗", False),
        ("We have used the partner supplier's ERP for two years. Is it still free?", False),
        ("This is our third year with the accounting software; do we pay?", False),
        ("管理軟體用到第二年，還免費嗎", False),
        ("软件免费期已经过了", False),
        ("我哋個ERP系統今年係第三年", False),
        ("The free year ended in March, the management software now costs us 8,000.", False),
        ("软件从去年就开始用，现在还免费吗", OPEN),
        ("第一年不要钱，那第二年第三年海淀这软件怎么收费", None),
        ("我们是小型软件公司，带宽用合作运营商的，今年是第二年。", None),
        ("What does the recommended accounting system cost in year two?", None),
        ("管理软件用第二年要交多少？", None),
        ("寬頻走的是計畫合作的網路營運商，今年是享受補貼的第二年", None),
    ],
)
def test_software_past_its_first_year(text: str, value: object) -> None:
    assert stated(text, "software_first_year", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("网费补贴已经补满三年了", True),
        ("We already received the 20% on broadband three years running.", True),
        ("网费补贴去年领了第一年", None),
        ("海帆企业，带宽补贴已经连续领了三年，今年第四年，一年带宽费5万", True),
        ("We have had the bandwidth subsidy for three years already.", True),
        ("宽带补贴三年都领完了，还能再领吗", True),
        ("Broadband: this is our fourth year with the carrier and the subsidy.", True),
        ("宽带补贴能连续领三年吗？", None),
        ("带宽补贴连补三年，我们才第二年", None),
    ],
)
def test_three_years_of_the_subsidy_on_a_line(text: str, value: object) -> None:
    assert stated(text, "bandwidth_years_used_up", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("贷款没押任何东西，是集团总部出的保函", True),
        ("贷款由另一家公司提供连带责任保证，没有抵押物。", True),
        ("Another firm of the same owner guaranteed our loan; we pledged nothing.", True),
        ("Our biggest customer vouched for the loan with the bank.", True),
        ("没抵押，银行让一家关联企业作了保才贷给我们", True),
        ("無抵押，找了一間朋友的公司作保，貸了200萬", True),
        ("贷款没有抵押，法定代表人签了连带保证", OPEN),
        ("My husband and I are personally liable as guarantors for the loan.", OPEN),
        ("冇抵押，老細自己簽咗擔保借錢", OPEN),
        ("the bank wanted a guarantor but in the end lent to us without one", None),
        ("信用贷款，母公司没有提供担保", None),
        ("我们有母公司，贷款是自己凭信用借的，保证按时还", None),
        (
            "Small Haidian firm, 3 million from a Haidian bank in January 2014, no collateral, but our parent "
            "company stands as guarantor. Repaid principal and interest in full on time.",
            True,
        ),
        ("没有抵押物，老板和老板娘个人连带担保，向海淀的工商银行支行借了200万，按时还清", OPEN),
        ("没有抵押，母公司给我们做了连带责任担保，贷了300万。", True),
        ("贷款是朋友的公司担保的，没押东西。", True),
        ("The loan was guaranteed by a sister company; nothing was pledged.", True),
        ("银行要我个人签了担保才放的款，公司没押东西", OPEN),
        ("Nothing was pledged, but our founder signed a personal guarantee for the loan.", OPEN),
        ("冇抵押，但係母公司做擔保，借咗二百萬", True),
        ("沒有抵押品，由另一家關係企業擔保借了三百萬", True),
        ("無抵押，集团提供担保，海淀支行放款200万", True),
        ("没有抵押也没有担保人，纯信用贷款。", None),
        ("No mortgage, no pledge, no guarantor, a loan of 600,000.", None),
        ("Neither our parent company nor anybody else guaranteed the loan.", None),
        ("老板没有做担保，银行凭信用放的款", None),
        ("需要母公司担保才能贷款吗？", None),
        ("我们给母公司的贷款做担保", None),
        ("we took a loan on credit, nobody stood surety", None),
        ("银行说没抵押也行，但得有家公司担保，于是我们的投资方公司做了担保，贷了200万", True),
        ("The 2 million loan carried no collateral; an affiliate of ours stood as surety.", True),
        ("The bank took no collateral but the two founders had to sign as personal guarantors for the loan.", OPEN),
        ("The bank needed no guarantee of the founder for the loan.", None),
        ("We ourselves guaranteed another company's loan last year.", None),
        ("贷款无需担保人，纯信用", None),
        ("The branch manager guaranteed us a quick loan.", None),
    ],
)
def test_somebody_who_answers_for_a_loan(text: str, value: object) -> None:
    assert stated(text, "loan_surety", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们用手上的创业板公司股票做质押，从银行贷了200万", True),
        ("As security for the loan the bank took the stake we own in a listed company.", True),
        ("我们自己挂了新三板，质押的是没上市的子公司的股权，贷了200万", False),
        (
            "Small unlisted Haidian firm. A Haidian bank lent us 3 million in January 2014 for one year against "
            "shares we hold in a listed company; repaid in full on time.",
            True,
        ),
        ("我们把手里持有的一家上市公司的股票质押给银行借了300万", True),
        ("質押的是另一家上市公司的股份，貸款三百萬", True),
        ("公司在新三板挂牌，我们把子公司的股权质押借了300万，子公司没上市。", False),
        ("We are quoted on the NEEQ ourselves but pledged our shares in an unlisted subsidiary for the loan.", False),
        ("把参股公司的股权质押给银行贷了200万", OPEN),
        ("我们未上市，大股东把公司股权质押给银行，贷了500万。", None),
        ("the founders pledged their shares in it to a Haidian bank branch for the loan", None),
        ("我们是非上市公司，股权质押贷款200万", None),
        ("我们押了股权，没有押房子，贷了300万", None),
        ("We pledged our shares and no building for the loan", None),
        ("我们未上市，用公司股权向银行质押贷款，投资人是一家上市公司", None),
    ],
)
def test_shares_of_another_house_pledged(text: str, value: object) -> None:
    assert stated(text, "pledged_shares_listed", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "In January 2014 we pledged our own unlisted shares and our office building to a Haidian bank for 3 "
            "million; our parent pledged nothing.",
            True,
        ),
        ("把公司股权和办公楼一起抵押给银行贷了300万", True),
        ("我们押了股权，没有押房子，贷了300万", None),
        ("We pledged our shares and no building for the loan", None),
        ("股权质押贷款，房子是租的", None),
    ],
)
def test_a_house_beside_the_shares(text: str, value: object) -> None:
    assert stated(text, "house_pledged", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("老板用自己名义贷了50万，结果拿去炒股了", False),
        ("I borrowed 300,000 in my own name and used it for my daughter's tuition.", False),
        ("老闆個人名義借的五十萬，是買自己住的房子", False),
        ("老細用個人名義借咗五十萬去買樓", False),
        ("I borrowed in my own name so that the firm could buy machines.", None),
        (
            "公司在海淀的孵化器里，是小型企业。老板以个人信用从海淀的银行借了50万买车自用，没有抵押，2014年1月放"
            "款，已按期还清，能比照企业贴息吗？",
            False,
        ),
        ("Our founder borrowed 500,000 in his own name and bought a flat for his family.", False),
        ("老闆用個人名義借了五十萬，拿去裝修自己家", False),
        ("The owner took the loan on his personal credit to pay off his credit cards.", False),
        ("我以个人名义贷了30万，用来给孩子留学", False),
        ("老板个人名义借的50万，一半拿去还房贷", OPEN),
        ("老板以个人信用借了80万，全部用来发工资买服务器", None),
        ("I borrowed in my own name and used it all to pay wages for the company.", None),
        ("我以个人名义贷款给公司买了辆送货车", None),
        ("老板个人名义借的钱没有拿去买房，都用在公司", None),
        ("我是实际控制人，以个人名义贷了80万", None),
        ("我丈夫是公司的实际控制人，他凭个人信用借了80万贷款", None),
        ("I, the controlling owner, borrowed 500,000 in my own name", None),
        ("老板个人名义借的钱，给公司买了两台车送客户样品", None),
        ("我以个人名义借了50万，公司买设备用了", None),
        ("I borrowed 500,000 in my own name for the company's rent, while my house is rented.", None),
    ],
)
def test_an_owners_loan_spent_on_himself(text: str, value: object) -> None:
    assert stated(text, "loan_for_business", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("以个人信用借款的是公司一名副总，不是控股股东", False),
        ("The loan was taken by one of our engineers in his own name, he is not the controlling shareholder.", False),
        ("小股东(不是控制人)以个人信用在海淀的银行借了30万给公司用", False),
        ("我们的会计用她个人的名义贷了30万给公司周转", False),
        ("A minority shareholder borrowed 300,000 on his own credit for the company's use, loan repaid.", False),
        ("以個人名義借錢的是一名員工，不是實際控制人，貸款30萬", False),
        ("Our accountant took a loan of 300,000 in her own name for us.", False),
    ],
)
def test_a_borrower_without_control(text: str, value: object) -> None:
    assert stated(text, "borrower_controls", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("贷款一年期，半年就还完了，提前结清的", True),
        ("We paid the loan off four months ahead of the due date.", True),
        ("贷款到期当天还清", None),
        ("We would like to repay the loan early, is that fine?", None),
        ("2014年1月借了300万纯信用贷款，三年期，提前还清了", True),
        ("We borrowed 2 million for three years and repaid it early.", True),
        ("一年期贷款，只用了8个月就提前结清了", True),
        ("The two-year loan was paid back ahead of schedule after eight months.", True),
        ("貸款還沒到期就全部還清了", True),
        ("贷款可以提前还吗？", None),
        ("我们没有提前还贷款，到期还的", None),
        ("提前三天还清了贷款", None),
        ("we repaid the loan on the due date", None),
        ("The loan was repaid two days before maturity.", None),
        ("The early loan from 2013 was repaid on time.", None),
        ("我们去年十月就把这笔两年期的贷款提前全部还上了", True),
    ],
)
def test_a_loan_repaid_early(text: str, value: object) -> None:
    assert stated(text, "loan_repaid_early", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一年期贷款，只用了8个月就提前结清了", 240),
        ("The two-year loan was paid back ahead of schedule after eight months.", 240),
    ],
)
def test_how_long_a_loan_ran(text: str, value: object) -> None:
    assert stated(text, "loan_run_days", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("自己找了外地一家评级机构(不在区里合作名单)评了BBB，花了6000元", False),
        ("We were rated BBB; the rating agency is not on the district's list.", False),
        ("评级机构是区里合作的，花了8000", None),
    ],
)
def test_a_rater_that_is_no_partner(text: str, value: object) -> None:
    assert stated(text, "partner_rater", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("老板查了自己的个人征信，花了25元", False),
        ("I bought my own personal credit report for 100 yuan", False),
        ("公司买征信报告花了1500", None),
    ],
)
def test_a_persons_own_report(text: str, value: object) -> None:
    assert stated(text, "company_report", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("本行是普通商业银行的支行，没有设信贷专营机构，中小微贷款余额2亿", False),
        (
            "We are a regular commercial bank branch, none of our units is specialised in SMEs; our SME balance "
            "is 100 million.",
            False,
        ),
        ("我们是银行下面的小企业信贷中心，余额2亿", True),
        ("本機構是專門服務中小微企業的信貸專營機構，餘額兩億", True),
        ("We are a dedicated SME lending unit; balance 100 million", True),
        (
            "我们是海淀的一家综合性银行支行，不是信贷专营机构，去年末中小微企业贷款余额3亿元，风险拨备补贴能拿多少？",
            False,
        ),
        (
            "We are a specialised lender in Haidian; year-end balance 400 million yuan, all lent to SMEs in "
            "Chaoyang. Risk provision?",
            True,
        ),
        (
            "我们是西城区的信贷专营机构，专门服务海淀核心区的小微企业，上年末非担保公司担保的贷款余额2亿元，风险"
            "拨备补贴能拿多少？",
            True,
        ),
        ("我们是海淀的信贷专营机构，去年放了一笔5000万的首笔贷款，增量补贴多少", True),
        ("We are a specialised lender in Haidian and made one first loan of 50 million yuan last year.", True),
        ("我們是海淀的信貸專營機構，去年做了三筆首貸，一共3000萬", True),
        ("We are an ordinary bank branch in Haidian with an SME balance of 300 million. Risk provision?", False),
        ("Our bank isn't a specialised lender; the balance of small loans is 200 million.", False),
        ("我们是信贷专营机构，客户都在朝阳，余额3亿", True),
        ("我们是信贷专营机构，客户一半在朝阳，余额3亿", True),
        ("本行在海淀設有專做中小微企業信貸的專營機構，符合區裡的條件，服務對象都在核心區。", True),
        (
            "I run the specialised small-business lending unit of a bank in Haidian. At the end of last year our "
            "loans to core-area micro, small and medium firms stood at RMB 610 million.",
            True,
        ),
        (
            "I report for the specialised SME lending unit of a bank in Haidian; all our customers are small, "
            "medium and micro firms of the core area.",
            True,
        ),
        (
            "We are a specialist lender; our whole balance, 200 million, is fully guaranteed by guarantee companies.",
            True,
        ),
        (
            "Our bank's small-business credit centre in Haidian meets the district's requirements for "
            "specialised lenders.",
            True,
        ),
        ("Our company borrowed from a specialised lender; we repaid the loan.", None),
    ],
)
def test_what_kind_of_lender_writes(text: str, value: object) -> None:
    assert stated(text, "specialised_lender", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们是信贷专营机构，余额3亿，借款企业全在昌平和通州", False),
        ("We are a specialised lender with a balance of 100 million; none of the borrowers is in Haidian.", False),
        ("本行信貸專營機構餘額3億，客戶全部在朝陽區", False),
        ("We, a specialised lender, lend to small firms outside Haidian only; balance 100 million.", False),
        (
            "We are a specialised lender in Haidian; year-end balance 400 million yuan, all lent to SMEs in "
            "Chaoyang. Risk provision?",
            False,
        ),
        (
            "我们是西城区的信贷专营机构，专门服务海淀核心区的小微企业，上年末非担保公司担保的贷款余额2亿元，风险"
            "拨备补贴能拿多少？",
            True,
        ),
        ("我们是信贷专营机构，客户都在朝阳，余额3亿", False),
        ("我们是信贷专营机构，客户一半在朝阳，余额3亿", OPEN),
        ("本行在海淀設有專做中小微企業信貸的專營機構，符合區裡的條件，服務對象都在核心區。", True),
        (
            "I run the specialised small-business lending unit of a bank in Haidian. At the end of last year our "
            "loans to core-area micro, small and medium firms stood at RMB 610 million.",
            True,
        ),
        (
            "I report for the specialised SME lending unit of a bank in Haidian; all our customers are small, "
            "medium and micro firms of the core area.",
            True,
        ),
    ],
)
def test_to_whom_a_lender_lends(text: str, value: object) -> None:
    assert stated(text, "borrowers_in_district", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们信贷专营机构的余额2亿，每一笔都有担保公司担保", True),
        (
            "Our balance of 200 million as a specialised lender consists entirely of loans that guarantee "
            "companies back.",
            True,
        ),
        ("本行餘額兩億，全數由擔保公司擔保", True),
        ("我们信贷专营机构余额2亿，都没有担保公司担保", None),
        (
            "Our balance of 200 million, none of it guaranteed by guarantee companies, is all to SMEs; we are a "
            "specialised lender.",
            None,
        ),
        ("我们是海淀的银行，中小微企业贷款余额2亿元，全部由担保公司担保", True),
        (
            "We are a specialist lender; our whole balance, 200 million, is fully guaranteed by guarantee companies.",
            True,
        ),
    ],
)
def test_a_balance_that_guarantors_cover(text: str, value: object) -> None:
    assert stated(text, "balance_guarantor_covered", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我们信贷专营机构去年只放了两笔首贷，合计4000万", 2),
        ("Our specialised lending unit made just one first loan last year, 50 million yuan.", 1),
        ("我们是海淀的信贷专营机构，去年放了一笔5000万的首笔贷款，增量补贴多少", 1),
        ("We are a specialised lender in Haidian and made one first loan of 50 million yuan last year.", 1),
        ("我們是海淀的信貸專營機構，去年做了三筆首貸，一共3000萬", 3),
    ],
)
def test_how_many_first_loans(text: str, value: object) -> None:
    assert stated(text, "first_loans_count", DAY) == value


@pytest.mark.parametrize(
    ("article", "day", "verdict", "text"),
    [
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "我们是海淀重点孵化器里的小公司，自己直接跟一家不在合作名单里的宽带商签的，一年带宽费3万，政府补多少？",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "We are a small company in one of Haidian's key incubators and bought our own line from a carrier "
            "that is not one of the partners, 30,000 a year. How much does the government pay?",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "我们海淀小企业，在海帆名单上，用的是国外的管理软件，不是区里合作软件商的，软件能免费吗？",
        ),
        (
            "2.3",
            "2014-06-01",
            "likely",
            "我们海淀小企业，在海帆名单上，用的是区里合作软件商的管理软件，第一年，软件能免费吗？",
        ),
        (
            "2.3",
            "2014-06-01",
            "likely",
            "我们海淀小企业，在海帆名单上，想用管理软件，软件能免费吗？",
        ),
        (
            "2.3",
            "2015-10-01",
            "ineligible",
            "我们是海帆企业，海淀小公司，合作软件商的管理软件已经用了三年，今年还免费吗？",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "我们是海淀的海帆企业，小企业，不在孵化器里，去年因为骗取补贴被列入严重失信名单，宽带费一年3万，能补"
            "两成吗？",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "我哋係海淀嘅海帆企業，細公司，條寬頻係自己搵嘅電訊公司，唔係合作嘅營運商，一年三萬，有冇得補？",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "Small Haidian firm, 3 million from a Haidian bank in January 2014, no collateral, but our parent "
            "company stands as guarantor. Repaid principal and interest in full on time. Interest subsidy?",
        ),
        (
            "1.3",
            "2015-02-10",
            "unknown",
            "海淀小企业，没有抵押物，老板和老板娘个人连带担保，2014年1月向海淀的工商银行支行借了200万，一年期，按"
            "时还清，能贴息吗？",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "Small unlisted Haidian firm. A Haidian bank lent us 3 million in January 2014 for one year against "
            "shares we hold in a listed company; repaid in full on time. How much interest comes back?",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "公司在海淀的孵化器里，是小型企业。老板以个人信用从海淀的银行借了50万买车自用，没有抵押，2014年1月放"
            "款，已按期还清，能比照企业贴息吗？",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "公司在海淀的孵化器里，是小型企业。小股东（不是控制人）以个人信用在海淀的银行借了30万给公司用，没有抵"
            "押，2014年1月放款，已按期还清，能贴息吗？",
        ),
        (
            "1.3",
            "2015-02-10",
            "likely",
            "公司在海淀园认定的孵化器里，是小型企业。老板以个人信用从海淀的银行借了50万给公司发工资，没有抵押，20"
            "14年1月放款，一年期，已按期还清，能比照企业贴息吗？",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "我们是海淀的一家综合性银行支行，不是信贷专营机构，去年末中小微企业贷款余额3亿元，风险拨备补贴能拿多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "We are an ordinary bank in Haidian, not a specialised lender; our SME balance at the end of last "
            "year was 300 million yuan. How much risk provision do we get?",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "We are a specialised lender in Haidian; year-end balance 400 million yuan, all lent to SMEs in "
            "Chaoyang. How much is the risk provision subsidy?",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "我们是海淀的信贷专营机构，上年末中小微企业贷款余额2亿元，全部由担保公司担保，风险拨备补贴多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "unknown",
            "我们是海淀的银行，上年末中小微企业贷款余额2亿元，没有担保公司担保，风险拨备补贴多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "我们是西城区的信贷专营机构，专门服务海淀核心区的小微企业，上年末非担保公司担保的贷款余额2亿元，风险"
            "拨备补贴能拿多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "We are a specialised lender in Xicheng that serves small firms of the Haidian core area; our "
            "year-end balance without guarantors was 200 million yuan. How much risk provision subsidy can we "
            "get?",
        ),
        (
            "1.3",
            "2014-06-01",
            "unknown",
            "我们是西城区的信贷专营机构，上年末非担保公司担保的中小微企业贷款余额2亿元，海淀的风险拨备补贴能拿多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "我们是海淀的信贷专营机构，去年给一家从没借过钱的小企业放了一笔5000万的首笔贷款，增量补贴多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "We are a specialised lender in Haidian and last year made one first loan of 50 million yuan to a "
            "small firm that had never borrowed. How much is the first-loan increment subsidy?",
        ),
        (
            "1.3",
            "2015-02-10",
            "unknown",
            "海淀小企业，2014年1月向海淀的支行借了300万纯信用贷款，三年期，提前还清了，本息没有逾期，能贴息多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "unknown",
            "海淀小公司，自己找了外地一家评级机构（不在区里合作名单）评了BBB，花了6000元，能补多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "海淀小公司，评了BBB，评级费花了6000元，能补多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "海淀小公司，公司买企业信用报告花了1500元，能补多少？",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "海淀小公司，老板查自己的个人征信报告花了150元征信服务费，能补多少？",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "Small Haidian firm, unlisted. In January 2014 we pledged our own unlisted shares and our office "
            "building to a Haidian bank for 3 million for a year; our parent pledged nothing. Repaid on time in "
            "full. Interest subsidy?",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "海淀一家小型企业，没上市，2014年1月把公司股权和办公楼一起抵押给海淀的支行借了300万，一年期，本息按时"
            "还清，能贴息多少？",
        ),
        (
            "1.3",
            "2015-02-10",
            "likely",
            "我们是海淀的小型企业，没上市，2014年1月把公司股权质押给海淀的支行借了300万，一年期，本息按时还清，能"
            "贴息多少？",
        ),
        (
            "1.3",
            "2015-02-10",
            "likely",
            "We are a small enterprise in the Haidian core area. In January 2014 a Haidian bank branch lent us 3 "
            "million for one year on our credit alone, without collateral or guarantor. Principal and interest "
            "were repaid on time. How much interest is refunded?",
        ),
        (
            "1.3",
            "2015-02-10",
            "unknown",
            "We are a small enterprise in the Haidian core area. In January 2014 a Haidian bank branch lent us 3 "
            "million for three years on our credit alone, without collateral or guarantor. We repaid it early, "
            "with all interest. How much interest is refunded?",
        ),
        (
            "1.3",
            "2015-02-10",
            "likely",
            "We are a small enterprise in the Haidian core area. In January 2014 a Haidian bank branch lent us 3 "
            "million for two years on our credit alone, without collateral or guarantor. It was paid back ahead "
            "of schedule after eight months with all interest, never late. How much interest is refunded?",
        ),
        (
            "1.3",
            "2015-02-10",
            "unknown",
            "We are a small enterprise in the Haidian core area. In January 2014 a Haidian bank branch lent us 3 "
            "million for one year without collateral; our founder signed a personal guarantee. Principal and "
            "interest were repaid on time. How much interest is refunded?",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "We are a small enterprise in the Haidian core area. In January 2014 a Haidian bank branch lent us 3 "
            "million for one year without collateral, guaranteed by a sister company. Principal and interest "
            "were repaid on time. How much interest is refunded?",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "我們是海淀核心區的小型企業，2014年1月向海淀的支行借了300萬，沒有抵押，由關係企業連帶保證，一年期，本"
            "息按期還清，可以貼息多少？",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "We are a small firm in an incubator recognised by Haidian Park. Our founder borrowed 500,000 on his "
            "personal credit from a Haidian bank in January 2014 for a year and bought a flat for his family "
            "with it. Nothing pledged, repaid on time. Is interest subsidised as for the firm?",
        ),
        (
            "1.3",
            "2015-02-10",
            "ineligible",
            "We are a small firm in an incubator recognised by Haidian Park. A minority shareholder borrowed "
            "300,000 in his own name from a Haidian bank in January 2014 for the company. Nothing pledged, "
            "repaid in full on time. Is interest subsidised?",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "Our small firm is in a key incubator of Haidian. We have used the partner supplier's ERP for two "
            "years. Is the software still free?",
        ),
        (
            "2.3",
            "2014-06-01",
            "likely",
            "Our small firm is in a key incubator of Haidian. We have used the partner supplier's ERP for two "
            "years. We pay 30,000 a year for bandwidth; what share of the line does the government carry?",
        ),
        (
            "2.3",
            "2015-10-01",
            "ineligible",
            "我們是海帆企業，海淀的小型公司，不在孵化器。頻寬補貼已經領滿三年，今年頻寬費5萬，還可以再領嗎？",
        ),
        (
            "2.3",
            "2014-06-01",
            "ineligible",
            "We are a small Haidian firm on the Haifan list. Our broadband comes from a small ISP outside the "
            "group purchase and costs 40,000 a year. How much is paid back?",
        ),
        (
            "2.3",
            "2014-06-01",
            "likely",
            "We are a small Haidian firm on the Haifan list. Our broadband costs 40,000 a year after the group "
            "discount. How much is paid back?",
        ),
        (
            "1.3",
            "2014-06-01",
            "ineligible",
            "We are a specialised lender in Haidian serving SMEs; our whole balance of 200 million yuan is "
            "guaranteed by guarantee companies. How much is the risk provision subsidy?",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "We are a specialised lender in Haidian serving SMEs of the core area; the balance without "
            "guarantors was 200 million yuan at year-end. How much is the risk provision subsidy?",
        ),
        (
            "1.3",
            "2014-06-01",
            "likely",
            "我們是海淀的信貸專營機構，去年做了三筆首貸給從未借過款的小企業，一共3000萬元，首貸增量補貼多少？",
        ),
    ],
)
def test_what_is_told_decides_the_article(article: str, day: str, verdict: str, text: str) -> None:
    answer = ADVISER.advise(text, as_of=date.fromisoformat(day))
    match = next(one for one in answer.matches if one.article == f"hd-haifan-2013/{article}")
    assert match.verdict == verdict


@pytest.mark.parametrize(
    ("lent", "count", "amount"),
    [
        (9_999_000, 1, "74992.5"),
        (10_000_000, 1, "75000"),
        (50_000_000, 1, "75000"),
        (50_000_000, 3, "225000"),
        (200_000_000, 20, "1000000"),
        (50_000_000, None, "375000"),
    ],
)
def test_first_loans_are_capped_one_by_one(lent: int, count: int | None, amount: str) -> None:
    facts: dict[str, FactValue] = {
        "region": "CN-11/haidian",
        "size": "small",
        "credit_rating": "BB",
        "rating_fee_cny": 100,
        "specialised_lender": True,
        "first_loans_lent_cny": lent,
    }
    if count is not None:
        facts["first_loans_count"] = count
    match = ADVISER.evaluate("hd-haifan-2013/1.3", facts, DAY)
    assert {one.id: one.amount_cny for one in match.benefits}["first-loan-increment"] == Decimal(amount)


CREDIT_LOAN = (
    "Small Haidian company. In May 2013 a bank in the district lent us 1m on credit alone; principal and interest were "
    "repaid on time. "
)
CREDIT_LOAN_ZH = "海淀小微企业，向海淀的银行借了200万信用贷款，按时还清。"


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("loan_surety", CREDIT_LOAN_ZH + "供应商质量有保证", None),
        ("loan_surety", CREDIT_LOAN_ZH + "大客户公司保证每年采购", None),
        ("loan_surety", CREDIT_LOAN_ZH + "孵化器保证我们五年租约", None),
        ("loan_surety", CREDIT_LOAN_ZH + "集团公司给兄弟公司做了担保，和我们无关", None),
        ("loan_surety", CREDIT_LOAN_ZH + "集团公司替兄弟公司做了担保", None),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司担保了子公司的贷款", None),
        ("loan_surety", CREDIT_LOAN_ZH + "合作伙伴保证技术服务", None),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司出了安慰函给银行", OPEN),
        ("loan_surety", CREDIT_LOAN_ZH + "没有母公司的安慰函", None),
        ("loan_surety", CREDIT_LOAN_ZH + "隔壁公司的贷款是母公司担保的", None),
        ("loan_surety", CREDIT_LOAN_ZH + "供應商保證交貨", None),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司也为这笔贷款提供了担保", True),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司出具保函", True),
        ("loan_surety", CREDIT_LOAN_ZH + "大客户公司保证了这笔贷款", True),
        ("loan_surety", CREDIT_LOAN_ZH + "老板保证质量", None),
        ("loan_surety", CREDIT_LOAN_ZH + "老闆保證今年業績", None),
        ("loan_surety", CREDIT_LOAN_ZH + "大客戶公司為我們的貸款作保", True),
        ("loan_surety", CREDIT_LOAN + "Our parent company guaranteed another subsidiary's loan.", None),
        ("loan_surety", CREDIT_LOAN + "Our parent guarantees our lease.", None),
        ("loan_surety", CREDIT_LOAN + "Our main supplier guarantees its parts.", None),
        ("loan_surety", CREDIT_LOAN + "A partner vouches for our quality.", None),
        ("loan_surety", CREDIT_LOAN + "The founder answers for sales.", None),
        (
            "loan_surety",
            CREDIT_LOAN + "The parent put its seal on a comfort letter promising to pay if we failed.",
            OPEN,
        ),
        (
            "loan_surety",
            CREDIT_LOAN + "My uncle's factory would have paid had we failed, as the bank's contract says.",
            OPEN,
        ),
        ("loan_surety", CREDIT_LOAN + "No comfort letter was asked for.", None),
        ("loan_surety", CREDIT_LOAN + "Our parent company guaranteed the loan.", True),
        ("loan_surety", CREDIT_LOAN + "Our parent company guaranteed it.", True),
        ("loan_surety", CREDIT_LOAN + "A sister company stood surety.", True),
        ("loan_surety", CREDIT_LOAN + "The founder gave a personal guarantee.", OPEN),
        ("loan_surety", CREDIT_LOAN + "A customer's company guaranteed our borrowing.", True),
        ("loan_surety", CREDIT_LOAN + "The other company guarantees good service.", None),
        ("loan_surety", CREDIT_LOAN + "Our lease is guaranteed by our parent company.", None),
        ("loan_surety", CREDIT_LOAN + "Our customers pay us even if we could not deliver.", None),
        ("loan_surety", CREDIT_LOAN + "Our parent has no duty to pay if we fail.", None),
        ("loan_for_business", "老板以个人信用向银行贷款60万买了服务器，自己另外存钱买了房", None),
        ("loan_for_business", "以个人名义贷了50万给公司用，孩子留学的钱是另外攒的", None),
        (
            "loan_for_business",
            "I borrowed 300,000 in my own name for the company; I had already bought a house with my savings.",
            None,
        ),
        ("loan_for_business", "I borrowed in my own name and bought a house.", False),
        ("loan_for_business", "老闆個人名義貸了五十萬給公司用，他買樓的錢是父母給的", None),
        (
            "loan_for_business",
            "I borrowed 300,000 in my own name and bought a flat, because I had no savings.",
            False,
        ),
        ("company_report", "海淀小公司，公司买企业信用报告花了1500元，银行同时查了我个人征信", None),
        (
            "company_report",
            "We bought a company credit report for 1,500; the bank also pulled my personal credit report.",
            None,
        ),
        ("company_report", "I bought my own personal credit report for 100 yuan", False),
        ("company_report", "銀行順便查了我的個人徵信，公司買信用報告花了1500", None),
        ("loan_repaid_early", "贷款一年期，提前通知银行后按期还清", None),
        ("loan_repaid_early", "银行提前发短信提醒还款，我们按时还清贷款", None),
        ("loan_repaid_early", "提前准备好资金还的贷款", None),
        ("loan_repaid_early", "The loan ran a year. We paid our salaries early.", None),
        ("loan_repaid_early", CREDIT_LOAN + "We cleared it in month five although it ran a year.", True),
        ("loan_repaid_early", "提前申请还清了贷款", True),
        ("loan_repaid_early", "一年期贷款，第五个月就还清了", True),
        ("loan_repaid_early", "贷款五年期，每个月还清利息", None),
        ("loan_repaid_early", "The loan was repaid after 12 months, one year.", None),
        ("loan_repaid_early", "提前還清貸款", True),
        ("partner_rater", "海淀小微企业，评级A，找的是外地一家名不见经传的公司评的，区里没听过，评级费8000", OPEN),
        ("partner_rater", "A rating agency nobody in Haidian had heard of rated us A.", OPEN),
        ("partner_rater", "Our rating is A; nobody had heard of our product before.", None),
        (
            "balance_guarantor_covered",
            "海淀信贷专营机构，我们给核心区中小微企业年末贷款余额5亿，背后都是中关村担保在扛",
            True,
        ),
        (
            "balance_guarantor_covered",
            "We are a specialised lender; guarantors such as Shouchuang carry the risk of every one of our loans.",
            True,
        ),
        ("balance_guarantor_covered", "我们信贷专营机构余额2亿，都没有担保公司担保", None),
        ("first_loans_count", "海淀信贷专营机构，我们去年首贷两笔，一笔500万一笔800万", 2),
        (
            "borrowers_in_district",
            "我们是海淀信贷专营机构，给核心区小微企业放贷，余额3亿，少数客户在昌平有工厂",
            True,
        ),
        ("borrowers_in_district", "我们是海淀信贷专营机构，客户都在昌平，余额3亿", False),
        ("partner_supplier", "宽带不是通过代理商而是直接跟合作运营商签的", None),
        ("partner_supplier", "带宽年费6万，网是楼里物业拉的私人小宽带", OPEN),
        ("partner_supplier", "Our accounting software came from a shop on Taobao.", OPEN),
        (
            "partner_supplier",
            "Our accounting software did not come from a shop on Taobao but from the partner.",
            None,
        ),
        ("partner_supplier", "软件不是合作软件商的", False),
        ("partner_supplier", "管理軟體是淘寶買的", OPEN),
        ("partner_supplier", "我们卖软件，在淘宝也有店", None),
        ("partner_supplier", "写字楼的物业费一年5万，宽带是合作运营商的", None),
        ("software_first_year", "我们以前的ERP用了三年，现在换成区里合作软件商的", None),
        (
            "software_first_year",
            "We've been using paper for five years; the partner supplier's ERP software starts now.",
            None,
        ),
        ("software_first_year", "合作软件商的ERP用了三年，还免费吗", False),
        (
            "software_first_year",
            "We had the old ERP for five years; the partner supplier's one starts this month.",
            None,
        ),
        ("software_first_year", "以前的ERP用了三年，今年才換成合作廠商的", None),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司保证了我们的办公场地", None),
        ("loan_surety", CREDIT_LOAN_ZH + "集团公司保证今年给我们一千万订单", None),
        ("loan_surety", CREDIT_LOAN_ZH + "厂商保证三年质保", None),
        ("loan_surety", CREDIT_LOAN_ZH + "孵化器给我们的房租作保", None),
        ("loan_surety", CREDIT_LOAN_ZH + "客户公司替我们交了投标保函", None),
        ("loan_surety", CREDIT_LOAN_ZH + "合作伙伴替我们做了技术背书", None),
        ("loan_surety", CREDIT_LOAN_ZH + "银行要求母公司做担保，母公司做了连带担保", True),
        ("loan_surety", CREDIT_LOAN_ZH + "是兄弟公司兜底的", True),
        ("loan_surety", CREDIT_LOAN_ZH + "集團擔保咗", True),
        ("loan_surety", CREDIT_LOAN_ZH + "隔壁企業擔保的", True),
        ("loan_surety", CREDIT_LOAN_ZH + "老婆做了担保", OPEN),
        ("loan_surety", CREDIT_LOAN_ZH + "姊妹公司出具了担保函", True),
        ("loan_surety", CREDIT_LOAN_ZH + "担保方是母公司", True),
        ("loan_surety", CREDIT_LOAN_ZH + "由母公司提供担保", True),
        ("loan_surety", CREDIT_LOAN_ZH + "母公司为我们公司做了担保", True),
        ("loan_surety", CREDIT_LOAN_ZH + "我们给客户的质量保证是三年", None),
        ("loan_surety", CREDIT_LOAN + "Our parent guarantees product quality for all customers.", None),
        ("loan_surety", CREDIT_LOAN + "The incubator guarantees low rent.", None),
        (
            "loan_surety",
            CREDIT_LOAN + "Our group company guaranteed a third party's borrowing, nothing to do with us.",
            None,
        ),
        ("loan_surety", CREDIT_LOAN + "Our holding company was guarantor.", True),
        ("loan_surety", CREDIT_LOAN + "An affiliate acted as guarantor for us.", True),
        ("loan_surety", CREDIT_LOAN + "The bank had our parent company guarantee the repayment.", True),
        ("loan_surety", CREDIT_LOAN + "My wife co-signed the note.", OPEN),
        ("loan_surety", CREDIT_LOAN + "My friend vouches for my character.", None),
        ("loan_surety", CREDIT_LOAN + "Our landlord's company guaranteed the lease.", None),
        ("loan_surety", CREDIT_LOAN + "The owner is liable for taxes.", None),
        ("loan_for_business", "老板以个人信用借了80万，都投进公司，去年他用工资买了车", None),
        ("loan_for_business", "I took the loan in my own name for wages; years earlier I bought a flat.", None),
        ("loan_for_business", "老板个人名义贷款80万全给公司发工资，太太自己攒钱去旅游", None),
        ("loan_for_business", "老板用个人名义贷了50万，拿去给儿子买房", False),
        ("loan_repaid_early", "贷款提前安排好资金，到期归还", None),
        ("loan_repaid_early", "We paid the supplier early and the bank loan on its due date.", None),
        ("loan_repaid_early", "We settled the bill early; the loan at maturity.", None),
        ("loan_repaid_early", "We repaid the bank early.", True),
        ("loan_repaid_early", "貸款提早三個月還清", None),
        ("loan_repaid_early", "The loan of one year: repaid in month twelve.", None),
        ("loan_repaid_early", "Loan for one year, repaid after 12 months in full.", None),
        ("loan_repaid_early", "We repaid it after two years, as agreed, the loan ran two years.", None),
        ("loan_repaid_early", "We repaid it after five months, it was a one-year loan.", True),
        ("partner_supplier", "不是找代理，是直接找的合作运营商的宽带", None),
        ("partner_supplier", "宽带不是物业拉的，是合作运营商的", None),
        ("partner_supplier", "网络以前是物业拉的，现在换成合作运营商的宽带", None),
        ("partner_supplier", "Our broadband used to come from the landlord; now it is the partner carrier's.", None),
        ("software_first_year", "以前手工记账记了五年，今年刚用上合作商的财务软件", None),
        (
            "software_first_year",
            "We have used the partner's ERP for three years and want to "
            "switch to another partner package next year. Is it free?",
            False,
        ),
        ("software_first_year", "管理软件用了两年", False),
        ("balance_guarantor_covered", "我们信贷专营机构，余额2亿，全由我们自己扛，没有担保公司", None),
        ("balance_guarantor_covered", "本行信貸專營機構餘額兩億，全部由擔保公司兜底", True),
        (
            "balance_guarantor_covered",
            "We are a specialised lender; guarantors carry the risk of some loans only, all others are ours.",
            None,
        ),
        ("first_loans_count", "我们信贷专营机构去年首贷3笔共2000万", 3),
        ("first_loans_count", "信贷专营机构，我们的首笔贷款一笔500万", 1),
    ],
)
def test_only_clear_words_of_our_own_loan_and_supplier_are_read(name: str, text: str, value: object) -> None:
    assert stated(text, name, DAY) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (
            "bandwidth_years_used_up",
            "Line from the partner carrier, 60,000 a year; the district has topped it up since 2010. Do we get 20%?",
            True,
        ),
        ("bandwidth_years_used_up", "宽带从2010年起区里就有补贴", True),
        ("bandwidth_years_used_up", "Line since 2010; subsidised since 2013.", None),
        ("bandwidth_years_used_up", "公司从2010年起就用合作运营商的宽带", None),
        ("bandwidth_years_used_up", "宽带补贴从2013年开始领", None),
        ("bandwidth_years_used_up", "頻寬費從2010年起就領補貼", True),
        ("bandwidth_years_used_up", "公司从2009年起就在海淀，去年才领宽带补贴", None),
        ("bandwidth_years_used_up", "We have received the broadband subsidy; founded in 2008.", None),
        ("first_loans_lent_cny", "海淀信贷专营机构，去年给核心区小微首贷两笔，一笔500万一笔800万", 13_000_000),
        ("first_loans_count", "海淀信贷专营机构，去年给核心区小微首贷两笔，一笔500万一笔800万", 2),
    ],
)
def test_years_of_a_line_and_first_loans_told_each(name: str, text: str, value: object) -> None:
    assert stated(text, name, date(2014, 9, 1)) == value
