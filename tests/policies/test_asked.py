"""What a text asks for by name decides: one benefit of an article, or the rules of another place."""

from __future__ import annotations

from datetime import date

import pytest

from policies.advise import Adviser
from policies.results import Match
from policies.types import Verdict

ADVISER = Adviser()
DAY = date(2022, 11, 14)


def match(text: str, article: str) -> Match | None:
    return next((one for one in ADVISER.advise(text, as_of=DAY).matches if one.article == article), None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "A small firm in Haidian, Beijing, with no research at all. May we deduct research costs extra?",
            "ineligible",
        ),
        (
            "A small firm in Haidian, Beijing, with no research at all. May new machines be depreciated faster?",
            "unknown",
        ),
        ("北京海淀的小型企业，从来没做过研发，研发费用能加计扣除吗？", "ineligible"),
        ("北京海淀的小型企业，从来没做过研发，新买的设备能加速折旧吗？", "unknown"),
        ("北京海淀的小型企業，從來沒做過研發，新買的設備能加速折舊嗎？", "unknown"),
    ],
)
def test_the_benefit_asked_for_by_name_decides(text: str, verdict: str) -> None:
    found = match(text, "bj-sme-2020/34")
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Our micro firm is registered in Langfang, Hebei, with its only workshop there. Does the Beijing rule on "
        "lending against machines and stock cover us?",
        "我们公司注册在河北廊坊，是微型企业，想拿机器和库存去贷款。北京的条例里动产担保融资那条管我们吗？",
        "我們公司登記在河北廊坊，是微型企業，想拿機器和庫存去貸款。北京的條例裡動產擔保融資那條管我們嗎？",
    ],
)
def test_who_asks_about_the_rules_of_another_place_is_told_that_they_are_not_his(text: str) -> None:
    found = match(text, "bj-sme-2020/19")
    assert found is not None
    assert (found.verdict, found.unmet) == (Verdict.INELIGIBLE, ("region",))


def test_another_place_that_is_only_named_stays_further_behind() -> None:
    named = match("我们公司注册在河北廊坊，客户都在北京，想拿机器和库存去贷款", "bj-sme-2020/19")
    asked = match("我们公司注册在河北廊坊，想拿机器和库存去贷款，北京的政策管我们吗", "bj-sme-2020/19")
    assert named is not None
    assert asked is not None
    assert asked.score > named.score


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Small firm in Changping, Beijing. We booked a microscope through the capital's science platform. Can an "
            "innovation voucher cover it?",
            "likely",
        ),
        (
            "Small firm in Changping, Beijing. We hired a microscope from a professor; the capital's science platform "
            "was not involved at any point. Can an innovation voucher cover it?",
            "ineligible",
        ),
        ("北京昌平的小型企业，仪器是跟教授私下租的，没有通过首都科技条件平台，能用创新券吗？", "ineligible"),
        ("北京昌平的小型企業，經首都科技條件平台用了儀器，能用創新券嗎？", "likely"),
    ],
)
def test_vouchers_come_through_the_platform(text: str, verdict: str) -> None:
    found = match(text, "bj-sme-2020/40")
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("asks", "verdict", "missing"),
    [
        ("We paid 80,000 yuan in premium for research liability insurance. Is part of it subsidised?", "likely", ()),
        ("买了研发责任险，保费八万，能补一部分吗？", "likely", ()),
        ("買了研發責任險，保費八萬，能補一部分嗎？", "likely", ()),
        ("If our loan fails, what part of the bank's loss does the city cover?", "unknown", ("annual_revenue_cny",)),
        ("贷款要是还不上，银行的损失市里补几成？", "unknown", ("annual_revenue_cny",)),
    ],
)
def test_a_condition_of_one_benefit_is_not_asked_of_who_asks_for_another(
    asks: str, verdict: str, missing: tuple[str, ...]
) -> None:
    """The class of sales decides how much of a loss is shared, and nothing of premiums."""
    found = match(f"A technology SME in Suzhou, 30 people. {asks}", "sz-techfin-2021/1")
    assert found is not None
    assert (found.verdict, found.missing) == (verdict, missing)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "A technology enterprise in Suzhou. May we post our need for a loan on the city's platform for banks?",
            "likely",
        ),
        (
            "A noodle shop in Suzhou, no technology enterprise. May we post our financing need on the platform?",
            "ineligible",
        ),
        ("我们是苏州相城的科技企业，想把要钱的需求挂到市里的融资平台上，等银行来找我们，可以吗？", "likely"),
        ("我们在苏州开饭店，不是科技企业，能在平台上发布融资需求让银行抢单吗？", "ineligible"),
        ("蘇州的高新技術企業，想把融資需求放上綜合金融服務平台，讓各家銀行來報價，我們能用嗎？", "likely"),
        ("蘇州的科技企業，貸款300萬，若收不回來，政府替銀行補幾成？", "unknown"),
    ],
)
def test_posting_a_need_asks_for_no_class_of_sales(text: str, verdict: str) -> None:
    found = match(text, "sz-techfin-2021/1")
    assert found is not None
    assert found.verdict == verdict


_ONLY_DESIGNS = "certified specialised and innovative, with utility models and designs only, no invention patent"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            f"Small firm in Beijing, {_ONLY_DESIGNS}. Is the cost of filing for invention patents subsidised?",
            "ineligible",
        ),
        (f"Small firm in Beijing, {_ONLY_DESIGNS}. Can the city's office give us training on patents?", "likely"),
        (
            "We insured our trademarks last year. We are a small firm in Beijing, not certified as specialised and "
            "innovative, with one invention patent. Are its maintenance fees subsidised?",
            "ineligible",
        ),
        ("北京小企业，没有评专精特新，有发明专利，维护费能补吗？", "ineligible"),
        ("北京的專精特新小企業，有兩件發明專利，申請和每年的維護費可以補助嗎？", "likely"),
        (
            "北京大興的小型企業，專精特新企業。聽說申請發明專利和每年的維護費都有補助。我們全是實用新型，發明專利一件也沒有，"
            "這些費用可以補助嗎？",
            "ineligible",
        ),
    ],
)
def test_the_fees_of_inventions_are_no_advice_on_patents(text: str, verdict: str) -> None:
    found = match(text, "bj-sme-2020/37")
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("text", "article", "verdict"),
    [
        ("北京的中型企業，單獨參加政府採購，價格可以扣除嗎？", "bj-sme-2020/28", "ineligible"),
        ("北京的小型企業，參加政府採購，評審時價格可以扣除嗎？", "bj-sme-2020/28", "likely"),
        ("北京的中型企业，和小企业组成联合体投政府采购，价格能扣除吗？", "bj-sme-2020/28", "likely"),
        ("北京小企业，仪器是私下找教授借的，没走首都科技条件平台，费用给补吗？", "bj-sme-2020/40", "ineligible"),
        ("Small firm in Beijing. May we enter the city's contest for start-ups?", "bj-sme-2020/40", "likely"),
        ("北京小企业，窗口让我们交“其他材料”，可以不交吗？", "bj-sme-2020/43", "likely"),
        ("北京小企业，检测是自己找的公司，没通过服务平台，能用服务券吗？", "bj-sme-2020/43", "ineligible"),
    ],
)
def test_what_a_text_does_not_ask_for_decides_nothing(text: str, article: str, verdict: str) -> None:
    found = match(text, article)
    assert found is not None
    assert found.verdict == verdict
