"""Prizes by their year, finalists, titles denied but for one, a record long clean, insurers who ask for themselves."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from policies.advise import Adviser
from policies.criteria import asked_for
from policies.text import normalise
from tests.policies.stating import OPEN, stated

DAY = date(2022, 11, 14)
CONTEST = "the Ningxia innovation and entrepreneurship contest"


said = partial(stated, as_of=DAY)


@pytest.fixture(scope="module")
def adviser() -> Adviser:
    return Adviser()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Founded in 2015, we won a third prize in the Ningxia contest in 2021.", True),
        ("公司成立于2012年，2021年获得宁夏创新创业大赛三等奖。", True),
        ("公司2009年註冊，去年在寧夏創新創業大賽拿了二等獎。", True),
        (f"We won third prize in {CONTEST} in 2018 and second prize in 2021.", True),
        ("2018年和2021年都拿过宁夏创新创业大赛三等奖。", True),
        (f"We won a third prize in {CONTEST}, either in 2018 or in 2021.", OPEN),
        (f"We won third prize in {CONTEST}. It was in 2018 or 2021.", OPEN),
        ("我们2018年还是2021年拿过宁夏创新创业大赛三等奖，想不起来了。", OPEN),
        ("寧夏創新創業大賽三等獎我們拿過，2018年或者2021年。", OPEN),
        (f"We won third prize in {CONTEST}. That was in 2017.", False),
        (f"We won third prize in {CONTEST} in 2017 or 2018.", False),
        ("2018年拿过宁夏创新创业大赛三等奖。", False),
        ("Set up in 2010, we won third prize in the Ningxia contest in 2016.", False),
    ],
)
def test_a_prize_counts_by_its_own_year(text: str, value: object) -> None:
    assert said(text, "contest_winner") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"We were finalists of {CONTEST} this June and went home without a prize.", False),
        (f"In {CONTEST} we were shortlisted but were not among the prize-winners.", False),
        (f"We only got a finalist's certificate in {CONTEST}.", False),
        ("今年进了宁夏创新创业大赛决赛，没拿到名次。", False),
        ("今年入圍寧夏創新創業大賽決賽，只拿到入圍證書。", False),
        (f"We reached the final of {CONTEST} and won third prize.", True),
        ("去年宁夏创新创业大赛决赛拿了二等奖。", True),
        ("We were finalists of the Shanghai contest and took no prize home.", None),
        ("Our customer was a finalist of the Ningxia contest and took no prize home.", None),
    ],
)
def test_a_finalist_who_has_nothing_else_is_no_winner(text: str, value: object) -> None:
    rest = " We hold no other title." if text.isascii() else "其他称号都没有。"
    assert said(text + rest, "contest_winner") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Our certificate ran out in 2021. We were finalists of the Ningxia contest without a prize; there is no "
            "other title or list we are on.",
            False,
        ),
        ("高企证到期没续。入围宁夏创新创业大赛，没得奖，其他称号、名单都没有。", False),
        ("高企證到期。今年入圍寧夏創新創業大賽決賽，沒得獎，別的稱號一個也沒有。", False),
        ("Our certificate ran out in 2021; there is no other title we hold.", None),
        ("入围宁夏创新创业大赛，没得奖，其他称号都没有，挑战赛还在谈对接。", OPEN),
    ],
)
def test_who_names_a_contest_denies_the_challenge_with_all_the_rest(text: str, value: object) -> None:
    assert said(text, "challenge_matched") == value


@pytest.mark.parametrize(
    ("text", "denied", "prize"),
    [
        (
            f"We have no certificate or regional title at all, only a third prize in {CONTEST}, and I cannot recall "
            "whether that was in 2018 or in 2021.",
            None,
            OPEN,
        ),
        (f"No certificates whatsoever, just a third prize in last year's {CONTEST[4:]}.", None, True),
        (f"We have no title of any kind, except a second prize in {CONTEST} last year.", None, True),
        ("Titles we have none at all; whether the Ningxia contest gave us a prize nobody remembers.", None, OPEN),
        ("这些称号都没有，高企、小巨人都不是，只有2021年宁夏创新创业大赛二等奖。", None, True),
        ("任何稱號都沒有，只在寧夏創新創業大賽拿過三等獎，記不清是2018年還是2021年了。", None, OPEN),
        ("We have no title of any sort; the high-tech application is under review.", False, None),
        ("We have no title of any sort and never entered a contest.", False, False),
        ("We have no title of any kind. Our customer won a prize in the Ningxia contest.", False, None),
    ],
)
def test_all_titles_denied_but_for_a_prize(text: str, denied: object, prize: object) -> None:
    assert (said(text, "qualification_title"), said(text, "contest_winner")) == (denied, prize)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The company was on the dishonest-debtor list in 2018 and came off in September 2019, with nothing since.", 0),
        ("We were blacklisted from 2017 until March 2019; our record has been clean ever since.", 0),
        ("In 2018 the firm was fined for an illegal discharge, and nothing of the kind has happened since.", 0),
        ("Fined for illegal dumping in 2018, and we have not been fined since.", 0),
        (
            "Five years ago we were on the dishonesty list; we were removed a year later and are clean ever since.",
            0,
        ),
        ("公司2018年上过失信被执行人名单，2019年9月移出，此后再没有任何失信记录。", 0),
        ("公司2018年因违法排污被罚，之后一直守法经营。", 0),
        ("公司2017年被列入失信名單，2019年1月解除，近兩年沒有任何違法失信。", 0),
        ("公司五年前进过黑名单，第二年就移出了，至今没有再犯。", 0),
        ("The company was put on the dishonest-debtor list in 2018, with nothing since.", OPEN),
        ("The company was blacklisted in 2018 and later removed, with nothing since.", OPEN),
        ("The company was blacklisted in 2018 and came off in March 2022, with nothing since.", OPEN),
        ("The company was blacklisted in 2018, taken off in 2019, listed again in 2021, with nothing since.", OPEN),
        ("Blacklisted in 2018 and taken off in 2019; we have never borrowed since.", OPEN),
        ("Our customer was on the dishonest-debtor list in 2018 and came off in 2019, with nothing since.", OPEN),
        ("公司2018年上过失信名单，2019年移出，此后有没有再上不清楚。", OPEN),
        ("公司2018年上过失信名单，2019年移出，近两年没有贷款逾期。", OPEN),
        ("公司去年因违法排污被罚，此后再没有。", 1),
    ],
)
def test_what_is_long_over_leaves_the_record_clean(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The company is a limited one with a high-tech certificate to 2024 and a faultless record.", False),
        ("The loan is being repaid on schedule and the record is spotless.", False),
        ("A safety-equipment maker in Yinchuan with an unblemished record.", False),
        ("We deliver on time and our slate is clean.", False),
        ("We have a faultless delivery record.", None),
        ("The customers have a good record with us.", None),
        ("Is a clean record required of a high-tech firm?", None),
    ],
)
def test_a_clean_record_beside_other_items_of_a_list(text: str, value: object) -> None:
    assert said(text, "serious_dishonesty") == value


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("We are an insurance company in Yinchuan and insured a firm for RMB 20 million. What is there for us?", True),
        ("Our company is a property insurer. We wrote a policy for a customer. How much can we get ourselves?", True),
        ("I am the technology manager of an insurer in Yinchuan. Is anything due to us?", True),
        ("As the insurer, may we claim something too?", True),
        ("我在银川一家财险公司工作，客户有保费补助，我们承保机构能拿多少？", True),
        ("我们是宁夏的保险公司，给一家高企承保了科技保险，我们自己有补助吗？", True),
        ("我們是寧夏的產險公司，承保了三千萬，我方能領多少？", True),
        ("I work at an insurer. Our customer paid RMB 80,000: how much does the customer get back?", False),
        ("We are not an insurer; we bought technology insurance. What do we get?", False),
        ("We are insured by an insurance company in Yinchuan. What do we get?", False),
        ("We paid a premium of RMB 80,000 to a partner insurer. How much do we get?", False),
        ("我在保险公司工作，帮客户问一下：客户交了8万保费，能补多少？", False),
        ("我们向名单上的保险公司投保，保费8万，我们能补多少？", False),
        ("我們是做閥門的，保險公司給我們承保，我們能拿多少？", False),
    ],
)
def test_an_insurer_that_asks_for_itself(adviser: Adviser, text: str, asks: bool) -> None:
    article = adviser.corpus.articles["nx-techfin-2021/2"]
    assert asked_for(article, normalise(text)) == (frozenset({"insurer-subsidy"}) if asks else frozenset())


def test_what_the_insurer_is_to_have_decides(adviser: Adviser) -> None:
    told = (
        "We are a property insurer in Yinchuan and a partner institution of the science department. We wrote "
        "technology insurance with a sum insured of RMB 20 million for a Ningxia limited company with a valid "
        "high-tech certificate, whose sales grew 11% last year and which has no black marks. "
    )
    found = {
        asked: next(m for m in adviser.advise(told + asked, as_of=DAY).matches if m.article == "nx-techfin-2021/2")
        for asked in ("What is there for us?", "What does the customer get?")
    }
    assert [str(match.verdict) for match in found.values()] == ["likely", "unknown"]
    sums = {one.id: one.amount_cny for one in found["What is there for us?"].benefits}
    assert sums["insurer-subsidy"] == 100_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We are an insurer that is a listed science-finance partner of the department.", None),
        ("We are a listed company in Yinchuan.", True),
    ],
)
def test_a_listed_partner_is_not_quoted(text: str, value: object) -> None:
    assert said(text, "listed") == value
