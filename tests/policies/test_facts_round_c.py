"""Who signed for a loan, work that left the seat, whose rating and whose patent, one of two payers."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.facts import left_open
from tests.policies.stating import OPEN, stated

DAY = date(2022, 8, 15)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The bank lent us 2 million in April. My partner calls it an unsecured loan, but I have not been able to "
            "see "
            "whether a guarantee company co-signed.",
            OPEN,
        ),
        (
            "The boss says the bank loan is a pure credit loan; the annexes are at the notary and I couldn't check "
            "whether "
            "anybody guaranteed it.",
            OPEN,
        ),
        ("The bank loan was unsecured, I hear. I had no chance to look whether a guarantor signed too.", OPEN),
        ("Unsecured, my wife says of the bank loan; I cannot say if there was a guarantor.", OPEN),
        ("The loan was called unsecured, yet a guarantee company may have signed as well.", OPEN),
        ("老板说这笔银行贷款是信用贷,有没有担保公司一起签字我没看到。", OPEN),
        ("會計說銀行這筆是信用貸款,擔保公司有沒有聯名簽字我一直沒能看到。", OPEN),
        ("银行贷款据说是无抵押的,担保公司签没签,我翻不到合同。", OPEN),
        ("经理说是纯信用贷款,不知道有没有第三方担保。", OPEN),
        ("The bank loan is unsecured; I have not been able to see the director this week, he is abroad.", "none"),
        ("The bank lent us 2 million, unsecured. I have not seen whether the grant arrived.", "none"),
        ("Our bank loan was unsecured: no collateral and no guarantor, I saw the contract myself.", "none"),
        ("银行贷款200万,信用贷款,合同我看过,没有担保公司签字。", "none"),
    ],
)
def test_a_loan_called_unsecured_that_somebody_may_have_signed_for(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("和海淀一所大学委托研发,产品去年底已经进入小批量。", True),
        ("跟大學委託研發,產品去年年底進到小批量階段。", True),
        ("和学校合作研发，前年年底就开始小批量了。", True),
        ("与高校合作,产品年底前完成了小批量生产。", True),
        ("和大学合作研发,产品到去年底已小批量供货。", True),
        ("和大学合作研发,产品年底进入小批量。", False),
        ("和学校合作研发,年底才能进入小批量生产。", False),
        ("與大學合作研發,明年底才會進入小批量。", False),
        ("和大学委托研发,到去年底还没进入小批量。", False),
    ],
)
def test_a_small_batch_by_the_end_of_a_year_that_is_over(text: str, value: object) -> None:
    assert said(text, "small_batch_stage") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("公司註冊在海淀核心區,稅也在海淀繳,但辦公室、產線和員工都搬到昌平,海淀只留了信箱地址。", False),
        ("注册地址在海淀，实际办公早就迁到亦庄了，海淀那边没有人。", False),
        ("登記在海淀、繳稅也在海淀，不過生意都在豐台做，海淀沒有人上班。", False),
        ("执照和税都在海淀，可我们从没在海淀办过公，一直在大兴。", False),
        ("公司在海淀登记纳税，两年前全部团队就搬到天津办公了，原址只收信。", False),
        (
            "We are registered and taxed in Haidian, but all staff and the workshop have been in Changping; in "
            "Haidian we "
            "keep only a mailbox.",
            False,
        ),
        ("On paper a Haidian firm, taxed in Haidian, though we do all our work in Tongzhou.", False),
        ("We are registered in Haidian but actually operate out of Changping.", False),
        ("公司注册在海淀,税也在海淀缴,只有仓库搬到昌平了。", True),
        ("We are registered, work and pay tax in Haidian; only the warehouse moved to Changping.", True),
        ("公司登記、經營、納稅都在海淀,一個客戶去年搬到昌平。", True),
        ("公司注册在海淀并在海淀经营纳税，明年打算搬到昌平。", True),
        ("两年前从昌平搬到海淀,现在登记、办公、纳税都在海淀。", True),
    ],
)
def test_work_that_left_the_place_of_the_seat(text: str, value: object) -> None:
    assert said(text, "local_taxpayer") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("我們請信用評級公司評了一次,結果剛好是BB級。朋友公司拿到A級,說BB太低沒有補貼。", "credit_rating", "BB"),
        ("我們請信用評級公司評了一次,結果是BB級。朋友說BB太低沒有補貼。", "other_regional_funding", None),
        ("我们信用评级BBB,隔壁公司拿了AA,笑我们太低。", "credit_rating", "BBB"),
        ("朋友公司信用評級是BB。", "credit_rating", None),
        (
            "We came out BB from the rating agency. A friend whose firm has an A says BB is too low.",
            "credit_rating",
            "BB",
        ),
        ("我們沒有拿過其他補貼。", "other_regional_funding", False),
    ],
)
def test_what_a_friend_says_of_our_rating(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("哥哥在蘇州創辦生物製藥公司,去年營收2億3千萬元。", "CN-32/suzhou"),
        ("姐姐在昆山創辦了一家做檢測的公司，員工20人。", "CN-32/suzhou/kunshan"),
        ("我叔叔在苏州办的软件企业想申请科贷通。", "CN-32/suzhou"),
        ("表弟在蘇州成立了一間生技公司,是市裡認定的科技企業。", "CN-32/suzhou"),
        ("I started a gene-test company with two Finnish partners in the Haidian core area.", "CN-11/haidian"),
        ("哥哥在蘇州念大學。", None),
        ("我们公司在上海，哥哥在苏州开公司，是我们的供应商。", "CN-31"),
        ("我们在昆山,朋友在上海创办的公司欠我们钱。", "CN-32/suzhou/kunshan"),
    ],
)
def test_a_company_of_the_family_or_of_partners(text: str, value: object) -> None:
    assert said(text, "region") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("最后走的是科贷通，还是银行自己的普通产品，没人确认过。", True),
        ("贷款走没走科贷通，谁也没核实过。", True),
        ("借的是科貸通還是一般產品，沒有人跟我們確認過。", True),
        ("是不是科贷通放的，我们没去核实。", True),
        ("Nobody has verified whether the loan was under Kedaitong.", True),
        ("I never got confirmation whether it went through Kedaitong.", True),
        ("贷款走的是科贷通,银行确认过。", False),
        ("The loan ran through Kedaitong, the bank confirmed it.", False),
        ("贷款是科贷通的,没人反对过。", False),
    ],
)
def test_a_product_that_nobody_confirmed(text: str, value: bool) -> None:
    assert bool(left_open(text, DAY).words) is value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("只有一项专利,没有别的知识产权,可这专利登记的是公司还是导师,我们各有各的说法。", "own_ip", OPEN),
        ("只有一项专利,这专利登记的是公司还是导师,还没去查。我们公司在昆山注册。", "region", "CN-32/suzhou/kunshan"),
        ("手上就一項專利,登記在公司還是教授名下,誰也說不準,別的智慧財產權沒有。", "own_ip", OPEN),
        ("公司唯一的专利归谁还在争，没有别的知识产权。", "own_ip", OPEN),
        (
            "The sole patent may belong to the university rather than us; nobody has looked it up. We own no other IP.",
            "own_ip",
            OPEN,
        ),
        ("Who owns the one patent, the firm or the founder's former lab, is disputed.", "own_ip", OPEN),
        ("公司没有任何知识产权。", "own_ip", False),
        ("We own two patents; there is no other IP.", "own_ip", True),
        (
            "We received a grant of 300,000, but it came either from the Haidian park committee or from the commerce "
            "office; my predecessor left no paper.",
            "park_funding",
            OPEN,
        ),
        ("拿过一笔30万的资助，是海淀园管委会给的还是区商务委给的，前任没留下单据。", "park_funding", OPEN),
        ("收到20萬補助,不是海淀園管委會就是區商務委發的,沒有單據。", "park_funding", OPEN),
        ("去年那笔钱要么是中关村管委会给的,要么是街道给的,回单上没写。", "park_funding", OPEN),
        (
            "We had no money from either the Haidian park committee or the Zhongguancun committee.",
            "park_funding",
            False,
        ),
        ("海淀园管委会和中关村管委会都没给过我们钱。", "park_funding", False),
    ],
)
def test_one_of_two_owners_or_payers(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Haidian firm. Last year the main business brought RMB 146 million; renting out one floor and bank "
            "interest "
            "added another 4.3 million.",
            150_300_000,
        ),
        ("We are in Haidian. Main business income last year 148 million, plus 3 million of rent.", 151_000_000),
        ("海淀核心區公司,去年本業收入1億4600萬元,租金和利息另有430萬元。", 150_300_000),
        ("海淀企业，去年主营1.45亿，其他业务收入800万。", 153_000_000),
        ("海淀公司，去年主營業務進帳1億4,800萬，外加投資收益350萬。", 151_500_000),
        (
            "Haidian firm. Last year the main business brought RMB 46 million; we paid bank interest of 1.3 million.",
            46_000_000,
        ),
    ],
)
def test_the_main_business_and_what_came_beside_it(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "I work in a Suzhou bank branch. We lent RMB 5 million; we got 1.5 million from selling its machines and "
            "the "
            "remaining 3.5 million is lost.",
            3_500_000,
        ),
        ("Our branch made a 5m loan. 3.5m of it we shall never see again.", 3_500_000),
        ("The loan was 5 million and we recovered 1 million, so 4 million had to be written off.", 4_000_000),
        ("我行贷款400万，追回120万，其余280万打了水漂。", 2_800_000),
        ("貸款300萬,收回100萬,餘下200萬確定是壞帳。", 2_000_000),
        ("Our bank lent us 5 million. If 3 million is lost, who bears it?", None),
        ("We made a loss of 200,000 on the sale; the bank loan is paid back.", None),
    ],
)
def test_what_was_left_of_a_loan_and_is_lost(text: str, value: object) -> None:
    assert said(text, "loan_loss_cny") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "The licence was issued on 12 June 2017, although real production began only in 2019.",
            "established",
            "2017-06-12",
        ),
        ("Licensed in June 2017; we only started producing in 2019.", "established", "2017-06"),
        ("Business licence dated 12 June 2017. Production proper started in 2019.", "established", "2017-06-12"),
        (
            "Actual operations started in 2019, though the business licence is from June 2017.",
            "established",
            "2017-06",
        ),
        ("執照2017年6月核發,2019年才開始生產。", "established", "2017-06"),
        ("A limited company of three private founders. 45 staff, half of them engineers.", "employees", 45),
        ("我們用網路營運商的頻寬,原本一年6萬6千元,團購後實收6萬元。", "bandwidth_fee_cny", 60_000),
        ("带宽费原价一年8万,团购价6.4万。", "bandwidth_fee_cny", 64_000),
        ("网络运营商的宽带原先要7万一年,现在团购只收5万6。", "bandwidth_fee_cny", 56_000),
        ("频宽费本来一年6万6，谈下来6万。", "bandwidth_fee_cny", 60_000),
        (
            "Our bandwidth would have cost RMB 66,000 a year, but under the group purchase we paid RMB 60,000.",
            "bandwidth_fee_cny",
            60_000,
        ),
        ("Bandwidth: regular price RMB 80,000, group price RMB 72,000.", "bandwidth_fee_cny", 72_000),
        ("带宽费一年6万元。", "bandwidth_fee_cny", 60_000),
    ],
)
def test_the_licence_before_the_work_and_the_price_that_was_paid(text: str, name: str, value: object) -> None:
    assert said(text, name) == value
