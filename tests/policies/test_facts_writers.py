"""Who the enterprise is when somebody else writes, and whose title, loan or rate it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)
LATE = date(2025, 12, 22)


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (
            "The high-tech certificate is held by our sister company in Yinchuan, which belongs to the same owner.",
            "high_tech_certified",
            (OPEN, None),
        ),
        (
            "The high-tech certificate belongs to our sister firm, not to us.",
            "high_tech_certified",
            (None, OPEN, False),
        ),
        (
            "The high-tech certificate is in the name of another company of the same owner.",
            "high_tech_certified",
            (OPEN, None),
        ),
        ("The high-tech certificate is in our landlord's name.", "high_tech_certified", (OPEN, None)),
        ("Our sister company holds the high-tech certificate.", "high_tech_certified", (OPEN, None)),
        ("My previous firm was a certified high-tech enterprise.", "high_tech_certified", (OPEN, None)),
        ("The company I used to work for holds a high-tech certificate.", "high_tech_certified", (OPEN, None)),
        (
            "The other company of our boss is a high-tech enterprise; this one is new.",
            "high_tech_certified",
            (OPEN, None),
        ),
        ("The little giant title sits with the parent.", "little_giant", (OPEN, None)),
        (
            "The certificate as a high-tech enterprise was issued to the mother company in Beijing.",
            "high_tech_certified",
            (OPEN, None),
        ),
        ("It is the sister plant next door that has the high-tech certificate.", "high_tech_certified", (OPEN, None)),
        ("The high-tech title is my brother's firm's, not ours.", "high_tech_certified", (None, OPEN, False)),
        (
            "The high-tech certificate is registered to a company that my wife owns.",
            "high_tech_certified",
            (OPEN, None),
        ),
        ("Only our affiliate in Yinchuan is certified as a high-tech enterprise.", "high_tech_certified", (OPEN, None)),
        (
            "The high-tech certificate hangs on our wall but it was issued to the firm we rent from.",
            "high_tech_certified",
            (OPEN, None),
        ),
        ("高企证书是兄弟公司的，老板是同一个人。", "high_tech_certified", (OPEN, None)),
        ("高企证在银川的姊妹公司名下，老板是同一个人。", "high_tech_certified", (OPEN, None)),
        ("高新技术企业证书挂在我老板另一家公司名下。", "high_tech_certified", (OPEN, None)),
        ("高企资格是母公司拿的，我们是子公司。", "high_tech_certified", (OPEN, None)),
        ("高企证书写的是同一个老板开的另一家公司。", "high_tech_certified", (OPEN, None)),
        ("高新技术企业证书是我以前那家公司的，新公司还没有。", "high_tech_certified", (None, OPEN, False)),
        ("专精特新的牌子是房东公司的，不是我们的。", "specialised_sme", (None, OPEN, False)),
        ("老板名下另一家厂是高新技术企业。", "high_tech_certified", (OPEN, None)),
        ("我们集团里的另一家是高企。", "high_tech_certified", (OPEN, None)),
        ("有高企证的是我们的关联公司。", "high_tech_certified", (OPEN, None)),
        ("高企證書是姊妹公司的，同一個老闆。", "high_tech_certified", (OPEN, None)),
        ("高新技術企業證書登記在關係企業名下。", "high_tech_certified", (OPEN, None)),
        ("高新技術企業的資格在老闆另一間公司手上。", "high_tech_certified", (OPEN, None)),
        ("專精特新是母公司的頭銜。", "specialised_sme", (OPEN, None)),
        ("高企证书的抬头是我们老板的另一家公司。", "high_tech_certified", (OPEN, None)),
        ("高企证不在我们名下，在兄弟公司名下。", "high_tech_certified", (None, OPEN, False)),
        ("We hold the high-tech certificate; our sister company in Yinchuan does not.", "high_tech_certified", (True,)),
        (
            "Our sister company makes castings; we are a certified high-tech enterprise ourselves.",
            "high_tech_certified",
            (True,),
        ),
        ("We have the high-tech certificate, just like our sister company.", "high_tech_certified", (True,)),
        ("The high-tech certificate is held by our company, not by the sister firm.", "high_tech_certified", (True,)),
        (
            "The high-tech certificate is held by us and our sister company does the sales.",
            "high_tech_certified",
            (True,),
        ),
        ("高企证书是我们公司的，不是兄弟公司的。", "high_tech_certified", (True,)),
        ("我们和兄弟公司都是高新技术企业。", "high_tech_certified", (True,)),
        ("高企证书在我们名下，兄弟公司没有。", "high_tech_certified", (True,)),
        ("老板以前在别的公司，2020年创办了我们，我们是高新技术企业。", "high_tech_certified", (True,)),
        ("Both we and our parent are certified high-tech enterprises.", "high_tech_certified", (True,)),
        ("The high-tech certificate is held in the safe of our landlord.", "high_tech_certified", (True, OPEN, None)),
        ("我们是高企，母公司也是高企。", "high_tech_certified", (True,)),
        ("The high-tech certificate, held by us since 2021, is valid.", "high_tech_certified", (True,)),
        ("Which of our firms should hold the high-tech certificate?", "high_tech_certified", (None, OPEN)),
        (
            "The state high-tech certificate bears the name of our sister works in Shizuishan.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "Our sister concern in Yinchuan got the high-tech certification, we never applied.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "The high-tech enterprise certificate on file is that of our mother company.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "My brother's firm, which shares our workshop, is a certified high-tech enterprise.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "Group HQ is certified as a high-tech enterprise; our company is not.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        ("The high-tech title went to our other company.", "high_tech_certified", (OPEN, None, False)),
        (
            "Until 2020 I worked at a certified high-tech enterprise; then I set up my own.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "Before this I ran a high-tech certified firm in Xi'an; it was wound up and this one is new.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "The certificate as national high-tech enterprise is one our landlord holds.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "The co-applicant, a university spin-off, is a certified high-tech enterprise.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "The high-tech certificate was transferred to our affiliate last year.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        (
            "Our boss has two companies. The other one is a certified high-tech enterprise, ours is not yet.",
            "high_tech_certified",
            (OPEN, None, False),
        ),
        ("老板有两家公司，另一家是高企，我们这家还不是。", "high_tech_certified", (OPEN, None, False)),
        ("老板有两家公司，我问的是新的这家，高企是老的那家。", "high_tech_certified", (OPEN, None, False)),
        ("我们和兄弟公司共用厂房，高企证是他们的。", "high_tech_certified", (OPEN, None, False)),
        ("高企证是同一个老板的另一家公司的，我们能用吗？", "high_tech_certified", (OPEN, None, False)),
        ("关联公司持有高新技术企业证书，本公司尚未申请。", "high_tech_certified", (OPEN, None, False)),
        ("我之前在一家高新技术企业上班，去年出来自己开公司。", "high_tech_certified", (OPEN, None, False)),
        ("房东是高新技术企业，我们租他的厂房。", "high_tech_certified", (OPEN, None, False)),
        ("合作的大学才有资质，我们不是高企。", "high_tech_certified", (OPEN, None, False)),
        ("高企证书上的名字是银川的兄弟厂。", "high_tech_certified", (OPEN, None, False)),
        ("高企是总公司评的，我们是分出来的独立公司。", "high_tech_certified", (OPEN, None, False)),
        ("同一個老闆名下，銀川那家才是高新技術企業，我們不是。", "high_tech_certified", (OPEN, None, False)),
        ("高企證是集團總部的，不是我們的。", "high_tech_certified", (OPEN, None, False)),
        ("高新技術企業資格屬於我先生的公司。", "high_tech_certified", (OPEN, None, False)),
        ("聯合申請的對方是高新技術企業，我們還沒有。", "high_tech_certified", (OPEN, None, False)),
        ("高企資格由關聯公司持有。", "high_tech_certified", (OPEN, None, False)),
        ("Our company, a certified high-tech enterprise, sells to other firms.", "high_tech_certified", (True,)),
        (
            "We are a certified high-tech enterprise and the second company of our owner.",
            "high_tech_certified",
            (True,),
        ),
        ("The high-tech certificate is ours; the parent has none.", "high_tech_certified", (True,)),
        (
            "My company is a certified high-tech enterprise. My previous firm was a trading house.",
            "high_tech_certified",
            (True,),
        ),
        ("We have a certified high-tech status, and our affiliate rents us the hall.", "high_tech_certified", (True,)),
        (
            "The high-tech certificate was issued to us in 2021; our landlord is a university.",
            "high_tech_certified",
            (True,),
        ),
        (
            "I left my former employer in 2019 and founded a firm that is now a certified high-tech enterprise.",
            "high_tech_certified",
            (True,),
        ),
        ("We are a certified high-tech enterprise, which our parent is too.", "high_tech_certified", (True,)),
        ("The high-tech certificate of the company is valid until 2024.", "high_tech_certified", (True,)),
        ("我们是高企，房东也是高企。", "high_tech_certified", (True,)),
        ("我们租用兄弟公司的厂房，自己是高新技术企业。", "high_tech_certified", (True,)),
        ("我以前在别的公司上班，现在的公司是高新技术企业。", "high_tech_certified", (True,)),
        ("公司是高新技术企业，股东是另一家公司。", "high_tech_certified", (True,)),
        ("我们公司2021年拿到高企证，母公司在北京。", "high_tech_certified", (True,)),
        ("高企证书是我们自己的，和母公司无关。", "high_tech_certified", (True,)),
        ("原来的公司改了名，高企证书也换了，现在有效。", "high_tech_certified", (True, OPEN, None)),
        ("公司前年评上高新技术企业，证书在有效期。", "high_tech_certified", (True,)),
        ("本公司為高新技術企業，與關係企業共用辦公室。", "high_tech_certified", (True,)),
        ("隔壁公司不是高企，我们是高企。", "high_tech_certified", (True,)),
        ("We, unlike our sister company, are a certified high-tech enterprise.", "high_tech_certified", (True,)),
        (
            "Our company took over the former state plant and is a certified high-tech enterprise.",
            "high_tech_certified",
            (True,),
        ),
    ],
)
def test_a_title_is_its_holders(text: str, name: str, values: tuple[object, ...]) -> None:
    assert stated(text, name, DAY) in values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (
            "When the factory needed cash in 2022 I borrowed RMB 2 million in my own name from a partner bank "
            "at 5.5% and put the money into the business.",
            "loan_kind",
            ("personal",),
        ),
        ("The loan was in the owner's own name; every yuan went into the company.", "loan_kind", ("personal",)),
        (
            "I took out 2 million from the bank in my personal name and handed it to the firm.",
            "loan_kind",
            ("personal",),
        ),
        (
            "My husband borrowed 800,000 from the bank in his own name and put it into the workshop's account.",
            "loan_kind",
            ("personal",),
        ),
        ("The director borrowed RMB 1 million personally and lent it on to the company.", "loan_kind", ("personal",)),
        ("It is a personal loan of mine, though the factory used the money.", "loan_kind", ("personal",)),
        ("The money went to the company but the borrower on the contract is me.", "loan_kind", ("personal",)),
        ("The borrower named in the loan contract is my father, not the company.", "loan_kind", ("personal",)),
        ("I signed for the bank loan as a private person and paid the suppliers with it.", "loan_kind", ("personal",)),
        ("The loan is on my own head, not the company's: the bank lent it to me.", "loan_kind", ("personal",)),
        ("A consumer loan that I took from the bank paid for the machines.", "loan_kind", ("personal",)),
        ("贷款是我个人名义从合作银行借的，钱全用在厂里。", "loan_kind", ("personal",)),
        ("厂里缺钱，我以自己的名义在银行贷了200万投进公司。", "loan_kind", ("personal",)),
        ("借款人写的是我本人，钱打进了公司账户。", "loan_kind", ("personal",)),
        ("老板用自己名字贷了100万给公司周转。", "loan_kind", ("personal",)),
        ("我自己去银行贷了个人经营贷，钱都给公司用了。", "loan_kind", ("personal",)),
        ("合同上借款人是我老公，不是公司。", "loan_kind", ("personal",)),
        ("銀行那筆錢是用我本人名義借的，全數投入工廠。", "loan_kind", ("personal",)),
        ("貸款人寫的是負責人本人，資金給公司週轉。", "loan_kind", ("personal",)),
        ("我以個人身分向銀行借了150萬，轉給公司用。", "loan_kind", ("personal",)),
        ("那笔贷款是我爱人出面借的，公司用。", "loan_kind", ("personal",)),
        ("The company borrowed RMB 2 million in its own name from a partner bank.", "loan_kind", ("bank", None)),
        ("I stood surety in my own name for the company's bank loan.", "loan_kind", ("bank", None)),
        ("The lease is in my own name; the company borrowed 2 million from the bank.", "loan_kind", ("bank", None)),
        ("Would the loan count if I borrowed it in my own name?", "loan_kind", (None, OPEN)),
        ("I did not borrow in my own name; the firm signed the bank loan.", "loan_kind", ("bank", None, OPEN)),
        ("公司向银行贷款200万，我个人名义做了担保。", "loan_kind", ("bank", None)),
        ("没有用个人名义借，是公司向银行贷的款。", "loan_kind", ("bank", None)),
        ("如果我用个人名义去贷，能补吗？", "loan_kind", (None, OPEN)),
        ("贷款不是我个人借的，是公司借的。", "loan_kind", ("bank", None)),
        ("I borrowed RMB 2 million in my own name from a partner bank.", "partner_institution", (True,)),
        ("I took 2 million out of a bank on the partner list in my own name.", "partner_institution", (True,)),
        (
            "When cash ran out in spring the owner signed for RMB 1 million at the bank in his own name and passed "
            "it on to the plant.",
            "loan_kind",
            ("personal",),
        ),
        (
            "I went to the bank as an individual and borrowed 900,000, which I lent to the firm.",
            "loan_kind",
            ("personal",),
        ),
        ("The bank would only lend to me personally, so the 1.2 million is in my name.", "loan_kind", ("personal",)),
        (
            "As proprietor I took the bank's personal loan of 500,000 and bought the looms with it.",
            "loan_kind",
            ("personal",),
        ),
        ("银行不肯贷给公司，我就拿自己名字贷了80万给公司用。", "loan_kind", ("personal",)),
        ("贷款合同签的是我自己的名字，公司只是用款。", "loan_kind", ("personal",)),
        ("那200万是老板娘个人名下的贷款，给厂里买设备了。", "loan_kind", ("personal",)),
        ("銀行只肯借給我個人，所以120萬是我名下的貸款。", "loan_kind", ("personal",)),
        ("負責人以自己名義向合作銀行貸款200萬，投入公司營運。", "loan_kind", ("personal",)),
        ("合作银行的贷款是我个人名义借的，每期按时还。", "partner_institution", (True,)),
        ("我个人名义从合作银行贷了200万。", "partner_institution", (True,)),
        ("When the machine broke we borrowed RMB 1 million from a partner bank.", "partner_institution", (True,)),
        ("When we needed cash the company borrowed from a bank.", "loan_kind", ("bank",)),
        ("My flat, which is in my own name, secures the company's bank loan.", "loan_kind", ("bank", None)),
        ("I own the firm in my own name; the firm borrowed 1 million from the bank.", "loan_kind", ("bank", None)),
        ("公司贷款200万，抵押的房子在我个人名下。", "loan_kind", ("bank", None)),
        ("我个人没有贷款，公司向银行贷了200万。", "loan_kind", ("bank", None)),
        ("贷款不是以我个人名义办的，借款人是公司。", "loan_kind", ("bank", None)),
        ("The borrower is the company, not me personally; the bank lent 2 million.", "loan_kind", ("bank", None)),
    ],
)
def test_a_loan_in_the_owners_name_is_personal(text: str, name: str, values: tuple[object, ...]) -> None:
    assert stated(text, name, DAY) in values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (
            "帮石嘴山的客户问一句，我是银行的客户经理。这家是当地注册的有限公司，2022年4月从我行贷了1500万。",
            "region",
            ("CN-64/shizuishan",),
        ),
        ("我是代账会计，替吴忠的客户问一下，他们公司就在当地注册。", "region", ("CN-64/wuzhong",)),
        ("我們事務所在銀川，幫石嘴山的客戶問，公司在當地登記。", "region", ("CN-64/shizuishan",)),
        (
            "我在苏州一家银行做客户经理，手上有个客户是吴江的科技企业，做激光切割头，去年销售6800万。",
            "region",
            ("CN-32/suzhou/wujiang",),
        ),
        (
            "我在苏州一家银行做客户经理，手上有个客户是吴江的科技企业，做激光切割头，去年销售6800万。",
            "annual_revenue_cny",
            (68000000,),
        ),
        (
            "我在苏州一家银行做客户经理，手上有个客户是吴江的科技企业，做激光切割头，去年销售6800万。",
            "tech_enterprise",
            (True,),
        ),
        ("我是会计事务所的，手头一个客户是昆山的科技公司，去年营收3000万。", "annual_revenue_cny", (30000000,)),
        ("我是会计事务所的，手头一个客户是昆山的科技公司，去年营收3000万。", "region", ("CN-32/suzhou/kunshan",)),
        ("我在孵化器做企业服务，园区里有家企业是海淀注册的科技公司，员工12人。", "employees", (12,)),
        ("我在海淀一家孵化器工作，帮一家入驻企业问：公司注册在海淀，员工12人。", "employees", (12,)),
        ("我是村里的干部，替村里一家合作社问，在吴忠注册，去年营收800万。", "region", ("CN-64/wuzhong",)),
        ("我是律师，代一位客户咨询：客户是银川的小型企业，员工40人。", "employees", (40,)),
        ("我是律師，代一位客戶諮詢：客戶是銀川的小型企業，員工40人。", "region", ("CN-64/yinchuan",)),
        ("我们担保公司有个客户在中卫，做枸杞加工的，员工30人，去年营收2000万。", "annual_revenue_cny", (20000000,)),
        (
            "As a bank clerk in Yinchuan I ask for a customer of ours in Wuzhong, a registered limited company "
            "with 30 staff.",
            "region",
            ("CN-64/wuzhong",),
        ),
        (
            "As a bank clerk in Yinchuan I ask for a customer of ours in Wuzhong, a registered limited company "
            "with 30 staff.",
            "employees",
            (30,),
        ),
        (
            "I am an accountant; one of my clients is a technology company in Kunshan with sales of 30 million "
            "last year.",
            "annual_revenue_cny",
            (30000000,),
        ),
        (
            "I'm a client manager at a bank in Suzhou. A client of mine is a technology firm in Wujiang; its "
            "sales last year were 68 million.",
            "annual_revenue_cny",
            (68000000,),
        ),
        (
            "I'm a client manager at a bank in Suzhou. A client of mine is a technology firm in Wujiang; its "
            "sales last year were 68 million.",
            "region",
            ("CN-32/suzhou/wujiang",),
        ),
        (
            "I run service at an incubator in Haidian. One of our tenants is a robotics firm registered in Haidian "
            "with 12 staff.",
            "employees",
            (12,),
        ),
        (
            "My sister owns a limited company in Zhongwei with 30 staff and asked me to find out about interest "
            "subsidies.",
            "employees",
            (30,),
        ),
        (
            "My sister owns a limited company in Zhongwei with 30 staff and asked me to find out about interest "
            "subsidies.",
            "region",
            ("CN-64/zhongwei",),
        ),
        ("我姐姐在中卫开了家公司，员工30人，她让我帮忙问问贴息。", "employees", (30,)),
        ("我姐姐在中卫开了家公司，员工30人，她让我帮忙问问贴息。", "region", ("CN-64/zhongwei",)),
        ("我是镇政府的工作人员，我们镇上一家企业注册在吴忠，员工50人，想问贴息。", "employees", (50,)),
        (
            "I work for the village committee and ask for a firm in our village, registered in Wuzhong, 25 staff.",
            "employees",
            (25,),
        ),
        (
            "I am a lawyer in Beijing and ask on behalf of a client, a limited company registered in Wuzhong "
            "with 25 staff.",
            "region",
            ("CN-64/wuzhong",),
        ),
        (
            "As lending officer I ask for our borrower, a cable maker registered in Yinchuan with 45 employees.",
            "employees",
            (45,),
        ),
        ("我行有个客户是银川的科技企业，员工45人，去年销售3000万。", "annual_revenue_cny", (30000000,)),
        ("我行一位客户，银川的高新技术企业，去年销售3000万，从我行贷了500万。", "region", ("CN-64/yinchuan",)),
        ("本行客戶是吳江的科技企業，去年銷售額6800萬。", "annual_revenue_cny", (68000000,)),
        ("我们是昆山的公司，手上有个客户是上海的科技企业，年销售6800万。", "annual_revenue_cny", (None,)),
        ("我是开厂的，手上有个客户是吴江的科技企业，去年销售6800万，欠我200万货款。", "annual_revenue_cny", (None,)),
        ("我表哥在银川开了家有限公司，员工30人，去年营收800万，他托我来问问。", "employees", (30,)),
        ("我表哥在银川开了家有限公司，员工30人，去年营收800万，他托我来问问。", "region", ("CN-64/yinchuan",)),
        ("我表哥在银川开了家有限公司，员工30人，去年营收800万，他托我来问问。", "annual_revenue_cny", (8000000,)),
        ("替朋友问一下：他的公司注册在吴忠，去年从银行贷了300万，利率5%。", "loan_amount_cny", (3000000,)),
        ("替朋友问一下：他的公司注册在吴忠，去年从银行贷了300万，利率5%。", "region", ("CN-64/wuzhong",)),
        ("帮我舅舅打听，他在石嘴山办的厂是高新技术企业，员工45人。", "employees", (45,)),
        ("幫我表姐問，她在銀川開的公司是高新技術企業，員工45人。", "high_tech_certified", (True,)),
        ("我爸在中卫有家小厂，员工20人，他让我来问贷款贴息。", "employees", (20,)),
        ("I ask for my uncle, who owns a limited company in Wuzhong with 30 staff.", "employees", (30,)),
        ("I am writing for a friend. His company is registered in Yinchuan and has 45 employees.", "employees", (45,)),
        (
            "My cousin runs a limited company in Zhongwei with 30 staff, and she asked me to find out about subsidies.",
            "employees",
            (30,),
        ),
        (
            "My cousin runs a limited company in Zhongwei, and she asked me to find out about subsidies.",
            "region",
            ("CN-64/zhongwei",),
        ),
        (
            "My brother-in-law's firm in Yinchuan, a certified high-tech enterprise with 40 staff, asked me to "
            "check. I ask for my brother-in-law.",
            "employees",
            (40,),
        ),
        ("Asking for a friend: his firm borrowed 3 million from a bank in 2021 at 5%.", "loan_amount_cny", (3000000,)),
        (
            "My neighbour has a workshop with 12 people. He asked me to write, he does not read forms.",
            "employees",
            (12,),
        ),
        ("我表哥在银川开了家公司，员工30人，我们公司自己有8个人，想问贴息。", "employees", (8,)),
        ("朋友的公司有300人，我们12个人，想问问。", "employees", (12,)),
        ("My cousin's firm has 300 staff, we have 12.", "employees", (12,)),
        ("我们向朋友借了100万，员工12人。", "loan_kind", ("non-bank",)),
    ],
)
def test_who_writes_for_a_client_or_a_relative_tells_of_it(text: str, name: str, values: tuple[object, ...]) -> None:
    assert stated(text, name, DAY) in values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (
            "I manage a guarantee company in Beijing that works mainly for small and micro firms. Over the past "
            "year we cut our guarantee rate from 1.5% to 0.8%.",
            "region",
            ("CN-11",),
        ),
        (
            "I manage a guarantee company in Beijing that works mainly for small and micro firms. Over the past "
            "year we cut our guarantee rate from 1.5% to 0.8%.",
            "loan_rate_pct",
            (None,),
        ),
        (
            "We are a guarantee company in Haidian; our guarantee rate fell from 1.5% to 1%.",
            "region",
            ("CN-11/haidian",),
        ),
        ("We are a guarantee company in Haidian; our guarantee rate fell from 1.5% to 1%.", "loan_rate_pct", (None,)),
        ("I work at a guarantor in Beijing. We lowered our fee rate from 2% to 1%.", "region", ("CN-11",)),
        ("I work at a guarantor in Beijing. We lowered our fee rate from 2% to 1%.", "loan_rate_pct", (None,)),
        ("我们是北京的一家担保公司，担保费率从1.5%降到0.8%。", "region", ("CN-11",)),
        ("我们是北京的一家担保公司，担保费率从1.5%降到0.8%。", "loan_rate_pct", (None,)),
        ("我在北京一家担保公司上班，去年把费率从1.5%降到0.8%，也不要反担保了。", "region", ("CN-11",)),
        ("我在北京一家担保公司上班，去年把费率从1.5%降到0.8%，也不要反担保了。", "loan_rate_pct", (None,)),
        ("本公司是設於北京的擔保機構，擔保費率由1.5%調降至0.8%。", "region", ("CN-11",)),
        ("I run a guarantee house in Chaoyang, Beijing. Our rate is down to 0.8%.", "region", ("CN-11/chaoyang",)),
        (
            "I head the risk desk of a guaranty company in Beijing; the premium we charge is 0.9% now.",
            "loan_rate_pct",
            (None,),
        ),
        (
            "A guarantee company in Beijing vouches for our loan at 5%; we are registered in Yinchuan.",
            "region",
            ("CN-64/yinchuan",),
        ),
        ("Our guarantor is in Beijing; we borrowed at 5%.", "region", (None,)),
        ("A guarantee company in Beijing backs us; the loan's rate is 5%.", "loan_rate_pct", (5,)),
        (
            "As the manager of a guarantee company in Beijing I ask whether we get anything for lower fees.",
            "region",
            ("CN-11",),
        ),
        ("We're a Beijing guarantee company and have dropped counter-guarantees.", "region", ("CN-11",)),
        ("I work for a guarantee company in Yinchuan; one of our clients is a bakery.", "region", (None,)),
        ("我们担保公司设在北京，首贷担保占比从20%升到35%。", "region", ("CN-11",)),
        ("银行利率5%，担保费率1.5%。", "loan_rate_pct", (5,)),
        ("The bank lent at 5% interest and the guarantor took a fee of 1.5%.", "loan_rate_pct", (5,)),
        ("担保公司收1.5%的担保费，贷款年利率4.8%。", "loan_rate_pct", (4.8,)),
    ],
)
def test_a_guarantor_asks_for_itself(text: str, name: str, values: tuple[object, ...]) -> None:
    assert stated(text, name, DAY) in values


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        (
            "一家小型分包公司把一段管沟开挖转给我们做，合同只和这家分包公司签，我们跟上面的大型施工企业没有任"
            "何合同。现在分包公司拖着15万元工钱。我想到国家的拖欠中小企业款项平台上，直接投诉那家大型施工企业"
            "，可以吗？",
            "payer_contract",
            (False,),
        ),
        ("合同只跟分包队签的，分包队欠我们15万。能不能直接投诉总包？", "payer_contract", (False,)),
        ("我們只跟這家下包簽了合約，能投訴上面的大型營造企業嗎？", "payer_contract", (False, None)),
        (
            "We have no contract with the large builder. The subcontractor owes us. Can we complain about the "
            "large builder?",
            "payer_contract",
            (False,),
        ),
        ("合同只和这家大型施工企业签，现在想投诉这家大型施工企业。", "payer_contract", (None,)),
        (
            "Our contract is only with the large builder. Can we complain about the large builder?",
            "payer_contract",
            (None,),
        ),
        ("我们和大型施工企业签了合同，跟分包公司没有合同。想投诉大型施工企业。", "payer_contract", (None,)),
        (
            "Our contract is only with the small subcontractor, and it owes us. Can we complain about it?",
            "payer_contract",
            (None,),
        ),
        (
            "I am credit officer at a bank in Jiaxing and look after a small cable maker. Since August 2025 it "
            "has sold under contract to a large appliance enterprise, to which it made known that it is a small "
            "firm, and RMB 2 million is unpaid. The maker wants to borrow from us against this invoice, and on "
            "20 November 2025 it asked the buyer in writing to confirm the debt. There has been no reply to this "
            "day.",
            "size",
            ("small",),
        ),
        (
            "I am credit officer at a bank in Jiaxing and look after a small cable maker. Since August 2025 it "
            "has sold under contract to a large appliance enterprise, to which it made known that it is a small "
            "firm, and RMB 2 million is unpaid. The maker wants to borrow from us against this invoice, and on "
            "20 November 2025 it asked the buyer in writing to confirm the debt. There has been no reply to this "
            "day.",
            "sme_notice",
            (True,),
        ),
        ("I am a loan clerk and look after a small cable maker in Jiaxing.", "size", ("small",)),
        (
            "As loan officer I advise a micro company that makes cables; a large appliance enterprise owes it "
            "RMB 2 million.",
            "size",
            ("micro",),
        ),
        ("I work at a bank; our borrower is a medium-sized enterprise.", "size", ("medium",)),
        (
            "我是银行信贷员，负责一家小型电缆企业，它供货给一家大型家电企业，签约时告诉对方自己是小企业。",
            "size",
            ("small",),
        ),
        ("我在嘉兴一家银行管信贷，手上有个客户是小型电缆厂，大型家电企业欠它200万。", "size", ("small",)),
        ("I am a bank clerk; a small cable maker owes us RMB 2 million.", "size", (None,)),
        ("We sold to a small cable maker that owes us 2 million.", "size", (None,)),
    ],
)
def test_a_charge_and_a_contract_with_the_party_below(text: str, name: str, values: tuple[object, ...]) -> None:
    assert stated(text, name, LATE) in values
