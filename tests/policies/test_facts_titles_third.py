"""Titles denied by a pointing word or all at once, prizes with an opinion beside them, figures without a unit."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)


said = partial(stated, as_of=DAY)


@pytest.mark.parametrize(
    ("text", "title", "value"),
    [
        (
            "In March we applied to be certified as a high-tech enterprise. The office has not answered, so as of now "
            "we hold no such title.",
            "high_tech_certified",
            False,
        ),
        ("We have filed for the technology SME list; we do not yet have that status.", "tech_sme", False),
        ("Our papers to become a little giant are under review. We don't hold the title yet.", "little_giant", False),
        ("We've applied for the high-tech title but aren't certified yet.", "high_tech_certified", False),
        ("去年底报了专精特新中小企业，还在等结果，眼下没有这个称号。", "specialised_sme", False),
        ("小巨人今年申報了，名單還沒公布，這個稱號目前還沒有。", "little_giant", False),
        ("高企和小巨人都在申报，目前这些称号都还没有。", "high_tech_certified", False),
        ("我們申請了高新技術企業，評審中，手上還沒有這塊牌子", "high_tech_certified", False),
        ("科技型中小企业正在申报，眼下还不是。", "tech_sme", False),
        (
            "We hold the high-tech certificate; for little giant we applied but hold no such title yet.",
            "tech_sme",
            None,
        ),
        (
            "We hold the high-tech certificate; for little giant we applied but hold no such title yet.",
            "high_tech_certified",
            True,
        ),
        ("我们是高企，客户没有这个称号。", "high_tech_certified", True),
        ("我们是高企。这个资格没有到期。", "high_tech_certified", True),
        ("We are a high-tech enterprise. Our customer has no such title.", "high_tech_certified", True),
        ("We're a certified high-tech firm and do not have the certificate with us.", "high_tech_certified", True),
        ("If we hold no such title as high-tech enterprise, can we apply?", "high_tech_certified", None),
        ("Can we be shown on the specialised and innovative board?", "specialised_sme", None),
        ("We have filed for the technology SME list.", "tech_sme", OPEN),
        ("We filed six patents and are a certified high-tech enterprise.", "high_tech_certified", True),
        ("We sent in our papers to be recognised as a specialised and innovative firm.", "specialised_sme", OPEN),
    ],
)
def test_a_title_that_is_pointed_at_and_denied(text: str, title: str, value: object) -> None:
    assert said(text, title) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (
            "High-tech certificate lapsed; no other titles, contest prizes or challenge matches.",
            "contest_winner",
            False,
        ),
        ("High-tech certificate lapsed; no other title, prize or match.", "challenge_matched", False),
        ("高企證到期了，沒有其他科技稱號、比賽獎項或挑戰賽對接。", "challenge_matched", False),
        ("高企证过期，别的证书、比赛名次、对接都没有。", "little_giant", False),
        ("高企证过期，其他资格都没有。", "contest_winner", False),
        ("We won a prize in the Ningxia contest in 2017; beyond that we have no titles.", "challenge_matched", False),
        ("2018年拿过宁夏创新创业大赛三等奖，除此之外没有任何称号。", "challenge_matched", False),
        ("去年拿了寧夏創新創業大賽三等獎，剩下的稱號一個也沒有。", "contest_winner", True),
        ("高企证过期，其他称号都没有。", "contest_winner", None),
        ("We hold no other titles and never won a contest.", "challenge_matched", None),
        ("去年挑战赛对接成功，其他资格都没有。", "challenge_matched", True),
        ("高企过期了，其他称号没有，挑战赛正在谈对接。", "challenge_matched", OPEN),
        ("客户其他称号、奖项、对接都没有。", "contest_winner", None),
        ("自治区的称号一个都没有，去年大赛得奖。", "contest_winner", True),
        ("其他资格都没有过期", "tech_sme", None),
    ],
)
def test_all_the_rest_is_denied(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We came third in the Ningxia startup contest last year, so thats our ticket i think.", True),
        ("Finished 2nd at the Ningxia innovation & startup contest last autumn, so perhaps we qualify.", True),
        ("We took silver in the Ningxia startup contest last autumn.", True),
        ("去年拿了宁夏创新创业大赛二等奖，所以应该有资格吧", True),
        ("去年拿了寧夏創新創業大賽二等獎，這應該算有資格", True),
        ("I think we came second in the Ningxia startup contest last year.", OPEN),
        ("我们好像拿了宁夏创新创业大赛二等奖", OPEN),
        ("I think we came second in the Ningxia startup contest, so we qualify.", OPEN),
    ],
)
def test_an_opinion_on_what_follows_is_no_doubt_of_the_prize(text: str, value: object) -> None:
    assert said(text, "contest_winner") == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Revenue of 23 million and net assets of eight.", "net_assets_cny", 8_000_000),
        ("Sales were 23m last year, total assets 40.", "total_assets_cny", 40_000_000),
        ("去年营收两千三百万，净资产九百", "net_assets_cny", 9_000_000),
        ("去年營收2300萬，淨資產900，員工64人", "net_assets_cny", 9_000_000),
        ("We sold 23 million last year, 19 the year before.", "previous_revenue_cny", 19_000_000),
        ("去年营收2300万，前年1900", "previous_revenue_cny", 19_000_000),
        ("营收2300万，净资产900元", "net_assets_cny", 900),
        ("Revenue 23 million, net assets nine per cent lower.", "net_assets_cny", None),
        ("Revenue 23 million, net assets 2021.", "net_assets_cny", None),
        ("Revenue 1.2 billion, net assets nine.", "net_assets_cny", None),
        ("Our customer has revenue of 23 million, net assets nine.", "net_assets_cny", None),
        ("去年营收2300万，利润300万，前年200", "previous_revenue_cny", None),
        ("Revenue 23 million last year, 64 staff against 58 the year before.", "previous_revenue_cny", None),
        ("Product development cost 1.9 per cent of takings.", "rnd_ratio_pct", 1.9),
        ("Development ate 4 per cent of our turnover.", "rnd_ratio_pct", 4),
        ("產品開發支出佔營收3.2%", "rnd_ratio_pct", 3.2),
        ("研发成本占营收2.5%", "rnd_ratio_pct", 2.5),
        ("研发占成本的5%", "rnd_ratio_pct", None),
        ("Market development costs were 5% of sales.", "rnd_ratio_pct", None),
        ("开发成本上涨5%", "rnd_ratio_pct", None),
    ],
)
def test_figures_that_leave_something_out(text: str, name: str, value: object) -> None:
    assert said(text, name) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("本公司屬科技創新型企業", True),
        ("我们是一家小型科技创新公司", True),
        ("We are a small tech innovation company.", True),
        ("我公司为科技企业", True),
        ("我们不是科技创新公司", False),
        ("我们给科技企业做代账", None),
        ("我們替科技創新公司記帳", None),
        ("我们为科技企业提供场地", None),
        ("银行专做科技创新企业贷款", None),
        ("算不算科技创新型公司？", OPEN),
    ],
)
def test_a_firm_of_technology_or_one_that_serves_them(text: str, value: object) -> None:
    assert said(text, "tech_enterprise") == value
