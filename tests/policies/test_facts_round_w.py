"""Who answers for a unit, whose office collects its taxes, who adds up its figures, which funder of a platform lent."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

THEN, DAY = date(2015, 7, 1), date(2022, 7, 14)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The licence on our wall is for an office of the Shanghai company; it shows a "
            "person in charge and no legal representative.",
            False,
        ),
        (
            'Our licence has a "person in charge" line where others have a legal '
            "representative, and Xi'an answers for all our debts.",
            False,
        ),
        (
            "We have no legal personality of our own here; head office in Lanzhou signs and is liable for everything.",
            False,
        ),
        ("Our debts are the debts of the Xi'an company; we are its Yinchuan office.", False),
        (
            "What we run in Yinchuan is an office of a Beijing company; in law the Beijing "
            "company answers for what we sign.",
            False,
        ),
        ("Our contracts and debts are those of Xi'an.", False),
        ("Whatever we sign here binds the Chengdu company, and our debts are its debts.", False),
        ("Our Yinchuan office's licence names a person in charge, not a legal representative.", False),
        ("我们执照上写的是负责人，没有法定代表人，债务由西安总公司承担。", False),
        ("我们在银川的点是西安公司的办事处，合同、债务都算西安公司的。", False),
        ("執照上只有「負責人」一欄，沒有法定代表人，民事責任由西安總公司承擔。", False),
        ("咱这儿签的合同盖西安总部的章，欠账也归总部。", False),
        ("我们的民事责任由总公司承担。", False),
        ("墙上挂的执照是西安公司银川办事处的。", False),
        ("我們在銀川的據點，合約和債務在法律上都是西安公司的。", False),
        ("We have an office in Xi'an; its debts are ours.", None),
        ("Our office in Xi'an has a licence naming a person in charge.", None),
        ("The guarantor answers for our debts to the bank.", None),
        ("If our debts were those of Xi'an, could we apply?", None),
        ("担保公司对我们的债务承担连带责任。", None),
        ("我们在西安的办事处，合同、债务都算我们的。", None),
        ("我们的债务由股东担保。", None),
        ("客户是西安公司的办事处，债务都算西安公司的。", None),
        ("Our customer's licence names a person in charge, its debts are those of the Beijing company.", None),
        ("The contracts and debts of our Xi'an branch are ours.", None),
        ("Our suppliers' debts are those of Xi'an.", None),
        ("Would it matter that our debts are those of the Xi'an company?", None),
        (
            "I am the person in charge of the Zhongwei site; the licence has no legal representative, "
            "because the legal representative sits in Lanzhou.",
            False,
        ),
        ("In the business register we appear as a place of business of a Chengdu company.", False),
        ("Anything we owe is owed by the Hangzhou company, since our office has no legal standing of its own.", False),
        ("Our office cannot sue or be sued; that is for the company in Xi'an.", False),
        (
            "If somebody sued us, it would be Xi'an that stood in court, because we are merely its office in Yinchuan.",
            False,
        ),
        ("我们银川这边打官司要以西安公司的名义，自己没有独立承担责任的能力。", False),
        ("我們在銀川的辦公室不能獨立承擔民事責任，責任由西安的公司承擔。", False),
        ("执照上写的隶属企业是成都某公司。", False),
        ("我们对外不独立承担责任，出了事是杭州总部来赔。", False),
        ("我們營業登記的是外地公司的營業所，總公司在西安。", False),
        ("我们的分公司不能独立承担民事责任。", None),
        ("客户的办事处不能独立承担责任。", None),
        ("We cannot sue the customer who owes us money.", None),
        ("If our office has no legal standing of its own, can we apply?", None),
        ("This is the finance office of a fermentation company in Ningdong.", None),
        ("We are the accounts office of a limited company and owe no debts.", True),
    ],
)
def test_who_answers_for_a_unit_is_the_legal_person(text: str, value: object) -> None:
    assert stated(text, "legal_person", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("账上有一笔8万，备注是自治区工信厅给这笔贷款的贴息。", True),
        ("自治区农业农村厅给的保费补贴5万去年已到账。", True),
        ("这张保单，区财政厅去年拨来4万保费补助，已入账。", True),
        ("農業農村廳已就同一保單發過4萬元補貼。", True),
        ("去年年底收到宁夏商务厅贴息3万，贷款就是这一笔。", True),
        ("我們的擔保費，自治區發改委那邊已經領了3萬獎補。", True),
        ("银行流水里有一笔自治区财政厅打来的利息补贴2万元，就是这笔贷款的。", True),
        (
            "Last December 60,000 arrived marked premium award from the regional department "
            "of agriculture for this policy.",
            True,
        ),
        (
            "Our bank statement shows 60,000 from Ningxia's agriculture department, for this "
            "very policy, and it is booked as other income.",
            True,
        ),
        ("The regional commerce department has met 30,000 of the interest on this loan.", True),
        ("For the guarantee fee the region's industry office granted us 20,000 last year.", True),
        ("自治区工业和信息化厅为这笔担保费奖补我们2万元。", True),
        ("保費24萬。去年底戶頭進來6萬元，摘要是自治區農業農村廳就這張保單給的保費獎補。", True),
        ("想申请农业农村厅给的保费补贴。", None),
        ("农业农村厅给的保费补贴要怎么报？", None),
        ("听说自治区工信厅给这笔贷款贴息。", None),
        ("隔壁厂收到了自治区商务厅给的贷款贴息3万。", None),
        ("自治区农业农村厅对这张保单给的答复还没到。", None),
        ("若自治区工信厅为这笔担保费奖补我们2万元，还能再报吗？", None),
        ("We hope for 60,000 from the regional agriculture department for this policy.", None),
        ("The premium was already helped along: 60,000 came from the regional department of commerce.", True),
        ("The regional finance department has already borne part of this premium, 50,000.", True),
        ("Another department of the autonomous region refunded us a third of this guarantee fee last spring.", True),
        ("Ningxia's industry department put 40,000 towards the interest on the same loan.", True),
        (
            "We booked 60,000 from the autonomous region's agricultural department as a premium award "
            "under this policy.",
            True,
        ),
        ("这笔贷款的利息，自治区农业农村厅去年贴了5万。", True),
        ("同一张保单，自治区工信厅年底补了6万到账。", True),
        ("担保费那边，自治区中小企业局已经退给我们4万。", True),
        ("我們已從自治區文旅廳領到這筆貸款的貼息4萬。", True),
        ("评估费已经由自治区知识产权局报销过一部分。", True),
    ],
)
def test_money_of_another_department(text: str, value: object) -> None:
    assert stated(text, "other_regional_funding", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our shares were admitted to quotation on the national share transfer system in April 2014.", True),
        ("Since 2013 our stock has been quoted on the national SME share transfer system, with hardly a trade.", True),
        ("Our shares are admitted to the National Equities Exchange and Quotations.", True),
        ("We have had a NEEQ code since March 2014.", True),
        (
            "Our stock trades on the Beijing share transfer board for small and medium firms, "
            "the one with the 430-codes.",
            True,
        ),
        ('We were quoted on China\'s over-the-counter national board, the "new OTC market".', True),
        ("我们2014年3月在全国股转系统挂牌，几乎没有成交。", True),
        ("我们公司股票2014年进入全国中小企业股份转让系统公开转让。", True),
        ("我们有股转系统的证券代码，430开头。", True),
        ("我們去年在全國股轉系統掛牌，股份幾乎沒人買賣。", True),
        ("我们的股票在代办股份转让系统挂了牌。", True),
        ("拿到了全国股转公司的同意挂牌函，4月已经挂上去了。", True),
        ("We hope our shares will be admitted to quotation on the national share transfer system next year.", None),
        ("Our customer's shares were admitted to quotation on the national share transfer system.", None),
        ("Were our shares admitted to quotation on the national share transfer system, would we lose it?", None),
        ("我们的股份在北京股权交易中心（四板）挂牌。", None),
    ],
)
def test_shares_quoted_on_the_national_transfer_system(text: str, value: object) -> None:
    assert stated(text, "listed", THEN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Until 2020 we were the camera department of an electronics group with 11,000 "
            "employees; it put up all the starting capital, and every month I send our figures to its "
            "head office to be added into the group accounts.",
            True,
        ),
        ("Our figures are consolidated into the accounts of a steel group.", True),
        ("Each quarter our books go to Shenzhen to be consolidated with those of the listed group.", True),
        ("We are included in the consolidated statements of an electronics group.", True),
        ("I report our monthly results to the group's head office, which adds them into its group accounts.", True),
        (
            "We began as a division of a large corporation, which put up all the starting "
            "capital and still consolidates us.",
            True,
        ),
        ("我们每个月把报表交给集团总部合并。", True),
        ("公司原来是某集团的摄像头事业部，启动资金全由集团出，财务报表并入集团。", True),
        ("我們的財務報表每季都要併進集團的合併報表。", True),
        ("我们是上市公司并表范围内的企业。", True),
        ("集团年报里把我们列为合并报表单位。", True),
        ("本公司納入一家大型集團的合併財務報表範圍。", True),
        ("Our customer consolidates its figures into the accounts of a steel group.", None),
        ("We consolidate the figures of our two shops into our group accounts.", None),
        ("Would it matter if our figures were consolidated into the accounts of a group?", None),
        ("我们给集团客户做合并报表软件。", None),
        ("我们把报表交给会计师合并。", None),
    ],
)
def test_whose_accounts_take_in_our_figures(text: str, value: object) -> None:
    assert stated(text, "group_subsidiary", DAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "去年我们委托清华的课题组开发微型质谱仪。样机手工装了三台，都在实验室里做老化试验，生产线要等明年才订。",
            False,
        ),
        ("我们和北航合作研发，目前手工做出两台样机，在实验室测试，还没有生产线。", False),
        ("委托研究所开发的传感器，做了五个原型，都在实验台上跑，量产线明年才买。", False),
        ("我們委託清大開發，手工組了兩台樣機，還放在實驗室裡做壽命測試，產線明年才開始採購。", False),
        ("跟大学联合研发，现在就三台样机，模具还没开。", False),
        ("技术是委托中科院开发的，样机一共两台，都在实验室里跑测试。", False),
        (
            "We commissioned Tsinghua to develop it; three prototypes were put together by "
            "hand and all sit in the lab on ageing tests, and the production line will not be ordered "
            "until next year.",
            False,
        ),
        (
            "With Beihang we developed a sensor jointly; we have built two units by hand, "
            "both in the laboratory, and no tooling has been ordered.",
            False,
        ),
        ("The university developed it for us; so far there are five hand-made prototypes in our laboratory.", False),
        ("我们委托清华开发，样机去年在实验室测试。", None),
        ("客户的样机还在实验室里做老化试验。", None),
    ],
)
def test_a_handful_made_by_hand_is_no_batch(text: str, value: object) -> None:
    assert stated(text, "small_batch_stage", THEN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我們登記地址在海淀核心區。前年起稅籍也跟著轉過去，增值稅和所得稅都由昌平的稅務所收。", False),
        ("我们在海淀注册，增值税、企业所得税都归昌平税务局征收。", False),
        ("公司在海淀注册，税务关系已经转到通州，每月由通州税务所扣税。", False),
        ("公司登記在海淀，稅籍在昌平。", False),
        ("公司注册地在海淀，主管税务机关是大兴区税务局。", False),
        ("Registered in Haidian, our VAT and income tax are collected by the tax office in Changping.", False),
        ("We are registered in Haidian, but our tax file was moved to Changping in 2013.", False),
        ("Registered in Haidian; the Fengtai tax bureau is the one that collects from us.", False),
        ("我们在海淀注册，税款由顺义的税务所收。", False),
        ("公司註冊在海淀，稅都被昌平收走了。", False),
        ("我们在海淀注册，增值税、所得税都由海淀税务局征收。", True),
        ("Registered in Haidian, our taxes are collected by the Haidian tax office.", True),
        ("我们在海淀注册，客户的税由昌平税务局征收。", None),
        ("昌平的税务局收走了客户的税。", None),
        ("公司注册在海淀，主管税务机关是海淀区税务局。", True),
    ],
)
def test_whose_tax_office_collects(text: str, value: object) -> None:
    assert stated(text, "local_taxpayer", THEN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我管着海淀核心区一家由海淀园认定的孵化器，替园里一家在孵的小微企业来问。", True),
        ("我是海淀一家孵化器的负责人，帮在我们这里孵化的一家公司问。", True),
        ("我们孵化器里有家小公司，老板个人借款，来问能不能补。", True),
        ("我們是海淀園認定的育成中心，代一家進駐的小公司詢問。", True),
        ("这家公司在我们孵化器在孵，实际控制人个人借款。", True),
        ("I run a Haidian incubator and ask for one of the small firms housed with us.", True),
        ("On behalf of a start-up in our incubator: its owner borrowed in person.", True),
        ("我们公司是海淀园孵化器的在孵小微企业。", True),
        ("我管一家孵化器，想知道房租补贴。", None),
        ("在孵的企业可以申请什么？", None),
    ],
)
def test_an_incubator_asks_for_one_that_it_houses(text: str, value: object) -> None:
    assert stated(text, "recognised_startup", THEN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "去年十月在網上融資平台遞表，三天就收到120萬。平台說它接駁了科技廳名單上的銀行，"
            "也接駁幾家小額貸款公司，我們這筆由哪一方出錢，電子合約只寫「資金方」。",
            OPEN,
        ),
        ("我们通过融资平台借了100万，平台上有银行也有小贷公司，这笔是谁放的不清楚。", OPEN),
        ("APP上借的50万，平台说资金方可能是银行，也可能是小额贷款公司，合同没写。", OPEN),
        ("在助贷平台借了80万，合作方里既有银行又有小贷，合同上只写资金提供方。", OPEN),
        (
            "We borrowed 1 million through an online platform that places loans with banks "
            'and with microcredit companies; the contract only says "funding party".',
            OPEN,
        ),
        (
            "The money came through a financing app; it works with partner banks and with "
            "small-loan companies, and which of them lent ours we cannot tell.",
            OPEN,
        ),
        (
            "Our 800,000 came from a loan platform; either a bank or a microloan company "
            'stands behind it, the contract names only "the lender".',
            OPEN,
        ),
        ("去年在小额贷款公司借了100万。", "non-bank"),
        ("平台上有银行也有小贷公司，我们这笔是小贷公司放的。", "non-bank"),
        (
            "The platform works with banks and microcredit companies; ours was lent by a microcredit company.",
            "non-bank",
        ),
        ("我们通过平台找到银行贷了100万，合同只写贷款人是宁夏银行。", "bank"),
    ],
)
def test_a_platform_with_an_unnamed_funder(text: str, value: object) -> None:
    assert stated(text, "loan_kind", DAY) == value
