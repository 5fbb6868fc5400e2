"""First loans: earlier credit under other names, former times nobody knows, applications not decided, and the seat."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "We got our first bank loan in May. The previous owner may or may not have borrowed in the company's name.",
        "Our first loan came in May. All ledgers before 2014 were lost in a flood, an old credit cannot be ruled out.",
        "Under me the company never had a bank loan before May. What my predecessor did is a mystery to me.",
        "It would be our first loan. My late husband led the firm until 2018 and may have had a small bank credit.",
        "Since I bought the firm it has never borrowed from a bank. The time before is a blank: no files were left.",
        "公司上个月办下第一笔贷款。原来的股东可能以公司名义借过，也可能没有，旧账都没了。",
        "这是我们第一次向银行贷款。不过公司是前年盘下来的，不排除前任老板用公司贷过款。",
        "我接手后从没贷过款，接手以前的账册一本也没交接，贷没贷过我说不上来。",
        "首貸剛下來。原股東交接時沒給舊帳，以前是否借過銀行的錢，不得而知。",
        "公司從沒向銀行借過錢，至少我買下之後是這樣；賣方那時候的事無從查起。",
    ],
)
def test_an_earlier_loan_that_cannot_be_ruled_out(text: str) -> None:
    assert said(text, "first_loan") == OPEN


@pytest.mark.parametrize(
    "text",
    [
        "We never borrowed from a bank. The previous owner confirmed in writing that the firm had no loans either.",
        "Our first bank loan came in May. I bought the firm in 2019; the credit report shows no loan at any time.",
        "We had never borrowed from a bank until May. Perhaps there is a subsidy for a first loan?",
        "我们从没贷过款。首贷补贴可能要排队，不知道能拿多少。",
        "公司从没向银行借过钱，前任老板也没借过，征信报告上是空白。",
        "我们从没向银行借过钱，前任会计走的时候没交接社保账号，不知道找谁。",
        "公司成立六年從沒向銀行借過錢，現在第一筆貸款核准了。",
    ],
)
def test_former_times_that_are_known_or_beside_the_point(text: str) -> None:
    assert said(text, "first_loan") is True


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 a bank financed our milling machine. This May we got our first loan through the centre.",
        "Our first working-capital loan came in May. In 2016 we bought the truck on an instalment plan from a bank.",
        "May brought our first proper loan. Years ago a bank let the firm have an overdraft of 50,000.",
        "Our first loan in cash came in May. In 2019 we took a machine on hire purchase from a bank.",
        "The firm had taken 90,000 from Bank of Beijing in 2017. Is the new one a first loan?",
        "今年五月拿到第一笔流动资金贷款。2018年公司买货车时在银行办过分期，早还清了。",
        "五月的首贷刚到账。2017年公司名下的冷柜车是银行按揭买的，已结清。",
        "公司五月拿到第一筆貸款。2016年公司向銀行辦過車貸，早就還清。",
        "第一筆貸款五月核准。多年前公司在台灣企銀用過透支額度。",
    ],
)
def test_an_earlier_credit_of_a_bank_by_another_name(text: str) -> None:
    assert said(text, "first_loan") is False


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 I bought my own car on a bank loan in my own name. The company never borrowed from a bank until May.",
        "In 2018 a leasing company financed our machine. The company never borrowed from any bank until this May.",
        "In 2018 a bank refused us a credit line. We never borrowed from any bank until May.",
        "In 2016 we considered an overdraft with a bank. We never borrowed from any bank before May.",
        "In 2018 a bank financed our customer's plant. We never borrowed from a bank before this May.",
        "2018年我个人在银行办过房贷。公司五月拿到第一笔银行贷款，以前从没借过。",
        "2016年客户用银行按揭买我们的设备。我们从来没有贷过款。",
        "2018年我們向銀行申請過授信，被拒了。公司從沒向銀行借過錢。",
        "Until this spring the firm was never a borrower at any bank. In May we drew 300,000.",
        "Until April no bank had ever had us on its books as a borrower.",
    ],
)
def test_credit_of_others_or_none_leaves_a_first_loan(text: str) -> None:
    assert said(text, "first_loan") is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We handed in our papers at the first-loan service centre; the bank has not decided yet.", False),
        ("We applied through the first-loan service centre; approval is pending. Can we have the subsidy now?", False),
        ("Our file lies with the first-loan service centre. So far nothing has been approved.", False),
        ("上周在首贷服务中心递了材料，银行还在审，没批下来，贴息现在能领吗？", False),
        ("向首貸服務中心送了件，銀行尚未核准，合約也還沒簽，可以先領貼息嗎？", False),
        ("We applied at the first-loan service centre in March and the bank paid out 500,000 in April.", True),
        ("We filed at the first-loan service centre; after weeks of waiting for the bank 400,000 arrived.", True),
        ("三月在首贷服务中心递的材料，四月银行放了五十万，贴息还没批。", True),
        ("首貸服務中心幫我們辦下六十萬。補貼的申請還在審查。", True),
        ("The loan was granted by the branch next door; at the first-loan service centre I took a leaflet.", False),
        ("贷款是楼下支行直接放的，首贷服务中心只是去问过一次。", False),
        ("貸款是分行直接核的，首貸服務中心我們只打過電話詢問。", False),
        ("We phoned the first-loan service centre once.", OPEN),
    ],
)
def test_what_came_of_the_first_loan_centre(text: str, value: object) -> None:
    assert said(text, "first_loan_centre") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I live in Tongzhou, but our company's licence, office and tax are in Hebei.", "CN-13"),
        ("Our customers are all in Beijing; licence, workshop and tax office are in Hebei.", "CN-13"),
        ("我住在北京通州，客户也大多在北京，但公司的执照、办公和纳税都在河北。", "CN-13"),
        ("我人住北京，公司設在河北，執照和稅籍都在那邊。", "CN-13"),
        ("I live in Hebei, but the company's licence, office and tax are in Haidian, Beijing.", "CN-11/haidian"),
        ("I live in Haidian, Beijing. My company makes sensors.", "CN-11/haidian"),
        ("One shed is in Daxing, Beijing, one in Hebei. I cannot tell on which side the company was registered.", OPEN),
        ("We work in Beijing and in Hebei. No idea where the firm is actually registered.", OPEN),
        (
            "Half our staff sit in Beijing. Whether the company was entered there or in Tianjin I am unable to say.",
            OPEN,
        ),
        ("车间一半在北京大兴，一半在河北固安，公司到底注册在哪一侧我说不清。", OPEN),
        ("廠房橫跨北京與河北的界線，公司登記在哪一頭，我也搞不清楚。", OPEN),
        ("We are in Haidian, Beijing. I don't know where the bank is registered.", "CN-11/haidian"),
        ("We are registered in Haidian, Beijing; I don't know which desk to go to.", "CN-11/haidian"),
    ],
)
def test_papers_tell_the_seat_and_a_home_does_not(text: str, value: object) -> None:
    assert said(text, "region") == value
