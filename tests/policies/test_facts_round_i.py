"""A house of somebody's behind a loan, a licence of another region, an entruster on paper, a lender's balance."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 12)

said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("银行贷款说是纯信用的，可老板娘名下的那套房子也押给了银行，公司什么都没押。", "property"),
        (
            "向银行借了100万，本来谈的是信用贷，后来客户经理要求股东拿自己的住宅做抵押，企业没提供任何抵押物。",
            "property",
        ),
        ("銀行說是信用貸款，結果撥款前要老闆把自家透天厝設定抵押，公司本身沒有提供任何擔保品。", "property"),
        ("貸款合約寫信用貸款，但我父母的房子抵押給了銀行，公司沒有任何資產抵押。", "property"),
        ("借款300万，公司没有抵押，担保人用他的房子抵押给银行。", "property"),
        ("贷款说是信用贷款，但法人代表把自己的车抵押给了银行，公司没出任何东西。", "other"),
        (
            "The bank first called it a pure credit loan, but before paying out it had me mortgage my own "
            "flat; the company itself put up nothing.",
            "property",
        ),
        (
            "We borrowed 2 million. It was sold to us as an unsecured loan, yet my wife had to sign a "
            "mortgage over our family home before the money came. The firm pledged nothing.",
            "property",
        ),
        (
            "Bank said no collateral needed from company, only director's house was kept as mortgage for the loan.",
            "property",
        ),
        (
            "The loan is unsecured as far as the company goes, but the owner's parents charged their "
            "apartment to the bank.",
            "property",
        ),
        (
            "We took a loan of 3 million. The company gave no security; a shareholder mortgaged his villa for it.",
            "property",
        ),
        (
            "It was meant to be a clean loan, then the bank insisted on a charge over my house. Nothing of "
            "the company's was pledged.",
            "property",
        ),
        (
            "The bank loan was called credit-only, but the guarantor's car was pledged to the bank; nothing "
            "from the firm.",
            "other",
        ),
        ("银行放款500万，合同写的信用贷款，实际上我老婆的房产证被银行收走做了抵押登记。", "property"),
        ("贷款200万，名义上信用放款，其实用老板个人的商铺抵押的，公司账上没抵任何资产。", "property"),
        ("貸了三百萬，銀行起初講係信用貸款，放款前要我將自己層樓按揭畀銀行，公司冇攞任何嘢出嚟。", "property"),
        ("公司没有抵押任何资产，是我岳父拿他的房子给这笔贷款作抵押的。", "property"),
        ("貸款時公司沒有任何抵押，是股東個人的不動產設定了抵押權給銀行。", "property"),
        ("银行说是信用贷款，放款前又要求把机器设备抵押登记了，贷款200万。", "other"),
        ("我们借了200万信用贷款，老板的房子没有抵押，公司也没有拿出任何东西。", "none"),
        ("银行借了200万，纯信用贷款。上一笔贷款抵押了老板的房子，这笔什么都没押。", "none"),
        ("We took an unsecured loan of 2 million; nobody mortgaged a house, and the company put up nothing.", "none"),
        ("借了200万信用贷款。银行本来想让我把自己的房子抵押，我没同意，最后还是信用放款。", "none"),
        ("银行放款200万信用贷款，老板家的房子早年抵押买房按揭，与这笔贷款无关。", "none"),
        (
            "It is an unsecured loan of 2 million. The bank wanted a mortgage on my flat, but I refused and "
            "they lent anyway.",
            "none",
        ),
        ("貸款200萬，信用貸款，客戶的房子抵押給了別家銀行。", "none"),
        ("200万贷款，银行口头讲纯信用，真到放款那天又叫我爸妈把老宅抵了给银行，公司没掏出任何抵押物。", "property"),
        ("银行放贷300万，公司免抵押，但实控人名下两套住宅办了抵押登记。", "property"),
        ("贷款不用公司抵押，抵押的是法人自己的别墅。", "property"),
        ("银行贷了100万，公司没押东西，我自己的货车押给银行了。", "other"),
        ("名為信用貸款三百萬，實際上董事長把他名下土地設定了最高限額抵押權給銀行。", "property"),
        (
            "They sold it as collateral-free. In truth my father-in-law's house stands as security for the loan.",
            "property",
        ),
        (
            "The bank lent us 2 million. No company assets were pledged; my husband and I put up our flat as security.",
            "property",
        ),
        (
            "Loan is unsecured on paper, but bank took a charge over the promoter's residence before disbursing.",
            "property",
        ),
        (
            "The loan of 2 million was granted without collateral from the firm; one shareholder pledged his "
            "apartment to the bank.",
            "property",
        ),
        (
            "Unsecured loan of 1m, said the leaflet. Before drawdown the guarantor had to mortgage her house.",
            "property",
        ),
        ("We borrowed 1m unsecured, they said; two weeks later we had pledged our lathe to them for it.", "other"),
        (
            "Nothing of the company is pledged for the loan. The deeds of my house are with the bank as security.",
            "property",
        ),
        ("我们的贷款是纯信用的，没有抵押房子，也没有担保人。", "none"),
        ("信用贷款200万，如果抵押房子利率会低一点，但我们没有抵押。", "none"),
        ("信用贷款200万。要是拿房子去抵押，能借到更多吗？", "none"),
        ("信用贷款200万，不用抵押房产，银行只看流水。", "none"),
        ("我们借的是信用贷款，同行老王是拿房子抵押借的。", "none"),
        ("The bank lent us 2 million unsecured. A competitor mortgaged his house for his loan.", "none"),
        ("Our loan is unsecured. Should I mortgage my house to get more?", "none"),
        ("We got 2 million unsecured; my house was never mortgaged.", "none"),
        ("Unsecured loan of 2 million; the charge over my flat is for my own home loan.", "none"),
        ("It is an unsecured loan. They asked for a mortgage on the factory and I refused.", "none"),
        ("The loan was unsecured. Mortgage rates on homes went up in our city.", "none"),
        ("信用贷款200万，我们公司做房屋抵押登记系统的软件。", "none"),
        ("我们做汽车质押软件，从银行拿了200万信用贷款，没有抵押。", "none"),
        ("公司借了200万信用贷款，不清楚的朋友问我是不是抵押了房子，没有。", "none"),
        ("Nobody in the family had to mortgage anything; the bank lent on credit alone, 2 million.", "none"),
        ("We make software for mortgaged homes. The bank lent us 2 million unsecured.", "none"),
    ],
)
def test_whose_house_stands_behind_a_loan_makes_no_odds(text: str, value: object) -> None:
    assert said(text, "loan_security") == value


def test_a_mortgage_lifted_on_repayment_stood_behind_the_loan() -> None:
    text = "银行借了200万信用贷款，但又让我把我家房子设定抵押，上个月还清，抵押也涂销了。"
    assert said(text, "loan_security") == "property"


@pytest.mark.parametrize("text", ["银行借了200万，我家房子抵押过，后来解除抵押，改成信用贷款。"])
def test_a_mortgage_lifted_later_leaves_it_open(text: str) -> None:
    assert said(text, "loan_security") == OPEN


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("厂子和工人都在银川，营业执照是内蒙古阿拉善发的，税也在那边交。", "CN-15"),
        ("我们在石嘴山有车间，员工都在石嘴山，但公司是在内蒙古乌海办的照，纳税也在乌海。", "CN-15"),
        ("生产基地在吴忠，执照却是甘肃兰州的，税务关系也在兰州。", "CN-62"),
        ("工厂设在银川，营业执照是陕西榆林市场监管局颁发的，税务登记也在榆林。", "CN-61"),
        ("我司廠房、工人、銀行戶頭都在銀川，可是營業執照是甘肅白銀發的，稅也報在白銀。", "CN-62"),
        ("工厂在海淀，执照是河北廊坊的，税也在廊坊缴。", "CN-13"),
        (
            "Our factory and all eighty workers are in Yinchuan, but the business licence was issued in "
            "Alxa, Inner Mongolia, and we pay tax there.",
            "CN-15",
        ),
        (
            "The plant is in Yinchuan and so is our bank, though the licence comes from Lanzhou and our "
            "taxes go to the Lanzhou tax office.",
            "CN-62",
        ),
        (
            "We make everything in Wuzhong. On paper we are a Gansu company: licence issued by Lanzhou, tax "
            "paid in Lanzhou.",
            "CN-62",
        ),
        (
            "Workers and works are in Shizuishan; our licence is from Wuhai in Inner Mongolia and that is "
            "where we file taxes.",
            "CN-15",
        ),
        ("Factory at Yinchuan, company incorporated at Ordos, GST and all taxes filed at Ordos only.", "CN-15"),
        ("执照是在内蒙古领的，税交内蒙古，只有厂房和工人在银川。", "CN-15"),
        ("公司登記機關是內蒙古鄂爾多斯，只是工廠設在銀川，工人也在銀川。", "CN-15"),
        ("公司是在乌海工商局登记的，只是在银川租了厂房，八十个工人在银川上班。", "CN-15"),
        ("公司执照在银川办的，税也在银川交，工厂在内蒙古阿拉善。", "CN-64"),
        ("营业执照是银川发的，工厂在甘肃白银，税交银川。", "CN-64"),
        (
            "Our licence was issued in Yinchuan and we pay tax there; only the factory is in Alxa, Inner Mongolia.",
            "CN-64",
        ),
        ("工厂在银川，客户的执照是内蒙古的。", "CN-64"),
        ("我们工厂在银川，执照以前是内蒙古的，去年迁到银川了，税也交在银川。", "CN-64"),
        ("執照是內蒙古烏海發的，納稅也在烏海，銀川只有廠房。", "CN-15"),
        ("公司牌照在甘肃庆阳领的，税务登记也在庆阳，只是把生产放在银川。", "CN-62"),
        ("工人厂房设备都在银川，公司的营业执照和税务登记却在陕西榆林。", "CN-61"),
        ("公司登記在內蒙古阿拉善盟，稅籍也在那裡，工廠和員工都在銀川。", "CN-15"),
        ("银川厂里80人，银川贷的款，可执照注册地写的是内蒙古乌海，报税也在那边。", "CN-15"),
        (
            "Eighty people work in our Yinchuan plant. The company itself is registered in Wuhai, Inner "
            "Mongolia, where it also pays its taxes.",
            "CN-15",
        ),
        (
            "Our business licence is a Gansu one, from Baiyin; the plant in Yinchuan is all we have in Ningxia.",
            "CN-62",
        ),
        ("Plant, workers and bank are all in Yinchuan. Licence and tax office: Lanzhou, Gansu.", "CN-62"),
        (
            "The workshop is in Yinchuan, but the market regulator of Wuhai in Inner Mongolia issued our licence.",
            "CN-15",
        ),
        ("厂在银川，客户的执照在内蒙古办的，我们的执照在银川。", "CN-64"),
        ("我们公司执照是银川办的，税也在银川，在内蒙古阿拉善有个工厂八十个工人。", "CN-64"),
        ("打算去内蒙古阿拉善办执照，现在公司和工厂都在银川。", "CN-64"),
        ("Our licence is from Yinchuan; our supplier's licence is from Lanzhou.", "CN-64"),
    ],
)
def test_the_licence_tells_the_region_not_the_plant(text: str, region: str) -> None:
    assert str(said(text, "region")).startswith(region)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("从银行借了500万，客户经理说是银行自营贷款，可是借款合同附件里出现了“委托人”，是一家投资公司。", OPEN),
        ("银行贷款800万，网银里显示流动资金贷款，但合同首页却有委托人一栏，盖着集团的章。", OPEN),
        ("我們向銀行借了三百萬，經理講是自有資金放款，但放款通知書上的「委託方」是一家建材公司，問了沒人答。", OPEN),
        ("贷款合同上写的是流动资金借款，补充协议里又提到委托人和受托人，到底算哪种没人说得清。", OPEN),
        ("银行说用的是它自己的钱，可是回单摘要写着“委贷”二字。", OPEN),
        (
            "We borrowed 8 million from the bank. The clerk said it was the bank's own working-capital loan, "
            'but an annex to the contract has a field "entrusting party" with a supplier\'s name in it.',
            OPEN,
        ),
        (
            "The bank lent us 5 million. Manager told us it is the bank's own money, yet a schedule names an "
            "entruster we have never met; he has left and the branch has not replied.",
            OPEN,
        ),
        (
            "Our bank loan agreement is headed working capital loan, but page 7 speaks of a principal on "
            "whose behalf the bank lends.",
            OPEN,
        ),
        (
            "Bank loan of 3 million. Bank officer says own funds of bank, but the disbursement slip mentions "
            '"entrusted loan". Not clarified till now.',
            OPEN,
        ),
        (
            "The loan came from a bank. The contract calls it a working-capital facility, while the annex "
            'lists a "Principal (Entrustor)": our customer.',
            OPEN,
        ),
        ("银行放的款500万，合同封面是《流动资金借款合同》，里面第三页却把银行写成受托人。", OPEN),
        ("从银行借了500万，合同上没有委托人，是银行自营贷款。", "bank"),
        ("从银行借了500万，流动资金贷款，我们委托会计代办申请，委托人是我本人。", "bank"),
        ("从银行借了500万。委托人是我们公司，受托人是检测机构的那份合同另算。", "bank"),
        ("We borrowed 5 million from the bank; we checked, and no entruster appears anywhere in the papers.", "bank"),
        ("We borrowed 5 million from the bank. The principal and interest were paid on time.", "bank"),
        ("银行贷款500万，附页上曾出现委托人字样，分行书面更正：是打印错误，是银行自营贷款。", "bank"),
        ("银行放了300万给我们，信贷员口头说是流贷，借据背面却印着委托方某某集团。", OPEN),
        ("銀行貸款500萬，合約正文是一般企業貸款，但蓋章頁多了一個委託單位，我們也搞不懂。", OPEN),
        (
            "The bank lent us 4 million. The branch calls it an ordinary bank loan; clause 3, however, says "
            "the bank acts on behalf of our parent group.",
            OPEN,
        ),
        (
            'Bank loan of 4 million: officer said normal bank loan, but in the schedule one "entrusting '
            'unit" is written.',
            OPEN,
        ),
        (
            'We took a bank loan of 4 million. The signed form lists a "consignor", the manager insists it '
            "is the bank's own money.",
            OPEN,
        ),
        (
            "We borrowed 4 million from a bank. In the agreement a third company signs as principal, yet the "
            "officer spoke of own funds.",
            OPEN,
        ),
        (
            "We borrowed 4 million from a bank. Both instalments of principal and interest in the contract "
            "were paid on time.",
            "bank",
        ),
        ("The bank lent us 4 million; the contract shows a principal of 4 million and a rate of 5%.", "bank"),
        ("银行贷款300万，受托支付到供应商账户，合同上写明。", "bank"),
        ("银行贷款300万。另签了一份检测合同，委托方是我们。", "bank"),
        ("The bank lent us 4 million. Our agent signed the contract on our behalf.", "bank"),
        ("银行贷款300万，我委托会计签的合同，授权书上委托人是我。", "bank"),
        ("银行放的300万是委托贷款，合同写明委托人是母公司。", "entrusted"),
        (
            "The loan of 3 million was an entrusted loan: our parent is named as entruster in the contract.",
            "entrusted",
        ),
    ],
)
def test_an_entruster_on_paper_leaves_the_kind_open(text: str, value: object) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "我们是海淀一家银行的小企业信贷专营支行。去年年末给中小微企业的贷款余额7.8亿，里面2.6亿有担保公司担保。",
            520000000,
        ),
        (
            "我们支行是信贷专营机构，2021年末中小微贷款余额7.8亿元，由融资担保公司提供担保的有2.6亿元，剩下的"
            "没有担保公司。",
            520000000,
        ),
        (
            "我们支行专做中小企业放款，去年底这些客户的贷款余额7.8亿，2.6亿靠担保公司担保，其他都是没有担保公司的。",
            520000000,
        ),
        ("我们是小企业信贷专营机构，年底中小微企业贷款余额7.8亿，扣掉担保公司担保的2.6亿。", 520000000),
        ("我行信貸專營部門，去年底中小微企業放款餘額七億八千萬，當中二億六千萬由擔保機構作保。", 520000000),
        (
            "We are an SME lending branch in Haidian. Loans to small firms stood at 780 million at the end "
            "of last year, of which 260 million carry a guarantee company's guarantee; the rest has none.",
            520000000,
        ),
        (
            "We are a lending unit of a bank. At last year-end our outstanding SME loans were 780m: 260m "
            "guaranteed by guarantee companies, the remainder without.",
            520000000,
        ),
        (
            "I work at an SME lending branch. Balance of loans to these small enterprises at the end of last "
            "year was 780 million, 260 million being covered by guarantee companies.",
            520000000,
        ),
        (
            "We run a small-business lending branch. The SME loan balance was 780 million at last year end. "
            "Guarantee companies stood behind 260 million of it.",
            520000000,
        ),
        (
            "我们支行是中小企业信贷专营机构。去年底中小微企业贷款余额7.8亿，没有担保公司参与的是5.2亿，今年涨到了8亿。",
            520000000,
        ),
        (
            "我们支行是中小企业信贷专营机构。去年底中小微企业贷款余额7.8亿，三分之一是担保公司担保的，也就是2.6亿。",
            520000000,
        ),
        ("我们支行是中小企业信贷专营机构。去年底中小微企业贷款余额7.8亿，全部没有担保公司参与。", 780000000),
    ],
)
def test_what_guarantors_cover_is_taken_off_the_balance(text: str, value: object) -> None:
    assert said(text, "sme_loan_balance_cny") == value


def test_the_covered_part_is_no_fee_and_no_loan_of_the_lender() -> None:
    text = (
        "我们支行是中小企业信贷专营机构。去年底这些企业的贷款余额一共6亿，其中1.6亿是担保公司担保的，其余"
        "都没有担保公司。"
    )
    assert said(text, "guarantee_fee_cny") is None
    assert said(text, "loan_security") is None
