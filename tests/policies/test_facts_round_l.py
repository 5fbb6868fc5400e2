"""Records of other houses and of unknown years, papers issued again, titles that ran out, sums told twice."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 4, 12)
said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The firm was once put on the list of dishonest debtors, 'an autumn, 2019 or 2020' says the old manager.",
        "本公司曾被列為失信被執行人，到底是2019年冬還是2020年冬已無人記得。",
        "公司2019年或2021年被列入失信名单。",
        "Our company was once named a dishonest debtor.",
        "曾經上過失信名單，年份各說各話，有人說108年，有人說110年。",
        "我表哥的公司去年上了失信名单，那是他家的事。",
        "A firm run by my brother-in-law was put on the dishonest list, which has nothing to do with us.",
        "我表哥的公司上了失信名单，他持有我们40%股份；我们自己清清白白。",
        "我朋友的公司上了失信名单，他也是我们的法人。我们没有违法记录。",
        "我们给供应商造假，被列入失信名单。我们自己没有违法。",
        "因客户投诉，被行政处罚；我们没有失信。",
        "A customer complained and the bureau fined us for fraud; we have no other breach of trust.",
    ],
)
def test_a_record_that_stays_open(text: str) -> None:
    assert said(text, "serious_dishonesty") is OPEN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Our company was put on the list of dishonest debtors in March 2021.", True),
        ("公司曾于去年被列入失信名单。", True),
        ("有一家供應商去年成了失信被執行人，我們自己近兩年沒有任何失信或違法。", False),
        ("One of our suppliers became a dishonest debtor last year; we ourselves have had no breach of trust.", False),
        (
            "My cousin's firm was blacklisted last year, but we hold no shares in each other. Our own record is "
            "spotless.",
            False,
        ),
        ("樓上那家公司上了失信名單，和我們毫無關係；我們自己清清白白。", False),
        ("我姐夫的厂上过失信名单，两边没有股权关系，我们没有违法记录。", False),
    ],
)
def test_a_record_that_is_plain(text: str, value: bool) -> None:
    assert said(text, "serious_dishonesty") is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我表哥的公司去年拖过银行利息，那是他家的事。我们的贷款一期没晚。", False),
        ("My cousin's company was late with its instalments; our own bank loan has been repaid on time.", False),
        ("我表哥的公司贷款逾期，被银行起诉。", OPEN),
    ],
)
def test_late_instalments_of_another_house(text: str, value: object) -> None:
    assert said(text, "loan_overdue") is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("执照是2020年8月换发的新照，股东也是那时换的；工商档案里成立日期是2017年3月。", "2017-03"),
        ("執照是2020年換發的，公司2015年就成立了。", "2015"),
        ("Our business licence, renewed in June 2021, shows an establishment date of May 2016.", "2016-05"),
        ("We registered the change of name in 2020; the company itself was incorporated in March 2015.", "2015-03"),
        (
            "Our licence is dated 3 May 2021 because we changed the address; the company was set up in April 2016.",
            "2016-04",
        ),
        ("公司成立于2015年并于2020年换发执照。", "2015"),
        ("公司2020年3月注册成立，名称后来变更过。", "2020-03"),
        ("执照是2020年8月新领的。", "2020-08"),
        ("The licence was issued in May 2019.", "2019-05"),
    ],
)
def test_a_paper_issued_again_is_no_founding(text: str, value: str) -> None:
    assert said(text, "established") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("借款人是我們吳忠的乳清蛋白有限公司，向合作銀行借的。", "bank"),
        ("借款人是我司，向银行借了200万。", "bank"),
        ("借款人是我本人，钱给公司用。", "personal"),
        ("借款人是我而不是公司", "personal"),
        ("借款人是我们老板。", "personal"),
        ("借款人是我们公司的法人。", "personal"),
    ],
)
def test_who_the_borrower_is(text: str, value: str) -> None:
    assert said(text, "loan_kind") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018年那时还是高新技术企业；证书2020年底到期后没再去认定。", False),
        (
            "Back then we were a high-tech enterprise. The certificate has since expired and nobody applied again.",
            False,
        ),
        ("We are a high-tech enterprise. Our certificate lapsed in 2020 and we did not apply for a new one.", False),
        ("公司原来是高新技术企业。资格前年失效，没再申报。", False),
        ("我们是高新技术企业。证书2020年到期后又重新认定了。", True),
        ("We hold the high-tech title. The certificate expired last year but was renewed in March.", True),
        ("我们是高新技术企业。专利证书到期后没续。", True),
        ("我们是高新技术企业。证书到期了没有不知道。", OPEN),
    ],
)
def test_a_title_of_which_the_paper_ran_out(text: str, value: object) -> None:
    assert said(text, "high_tech_certified") is value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "In round figures we turned over 150 million last year, as our chairman likes to say; the audited report "
            "has RMB 150.32 million of total income.",
            150_320_000,
        ),
        ("去年營收說起來是一億五，審計報告寫的是1億5032萬元。", 150_320_000),
        ("We tell people last year's revenue was 150 million; the auditor's figure is RMB 149.6 million.", 149_600_000),
        ("口头上说去年营收2000万，账上是2015万元。", 20_150_000),
        ("去年收入大约2000万，账上现金2010万元。", 20_000_000),
        ("去年收入2000万，报税的收入是3500万。", OPEN),
        ("老板说去年营收约2000万，审计报告还没出，可能是2015万。", OPEN),
    ],
)
def test_an_income_told_for_talk_and_by_the_accounts(text: str, value: object) -> None:
    assert said(text, "annual_revenue_cny") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("我是苏州一家银行的客户经理。今年给一家科技企业放了一笔信用贷款，单户800万。这一户能拿40万吗？", 0),
        ("我是苏州一家银行的客户经理。今年给一家科技企业放了400万信用贷款，能拿20万吗？", 4_000_000),
        ("我们支行今年给两家科技企业放信用贷款，分别是300万和700万，奖励能有50万吗？", 3_000_000),
        ("I work at a bank in Suzhou. We made one unsecured loan of RMB 6 million to a technology company.", 0),
        ("我们是苏州的科技企业，银行今年给我们放了信用贷款800万。", None),
    ],
)
def test_one_loan_and_the_reward_hoped_for(text: str, value: object) -> None:
    assert said(text, "credit_loans_lent_cny") == value


def test_fees_and_payments() -> None:
    text = "We paid RMB 8,000 to one of the rating agencies working with the district and got a plain BB."
    assert said(text, "rating_fee_cny") == 8_000
    assert said("We paid one of the partner credit-rating agencies RMB 8,000.", "rating_fee_cny") == 8_000
    text = "我們委託一所大學開發掃描頭，合約500萬，前年付180萬，去年實際匯出320萬。"
    assert said(text, "tech_transfer_paid_cny") == 3_200_000
    assert said("比賽和對接都沒再參加。", "challenge_matched") is False
