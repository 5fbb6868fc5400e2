"""What comes first where a message could be several things: a form, a question, a follow-up, a debt, a description."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot import following
from bot.phrasings import KINDS
from policies.advise import Adviser
from tests.bot.town import Town, Visit, texts

FIRST = "我们在银川做软件，高新企业，120人，专利质押贷款500万，利息能补多少"
REGISTER = "/register Helan Water 800k; 26642000000012345678; 2026-09-01; 2026-10-20; none"


@pytest.fixture
async def talk(demo_town: Town) -> AsyncIterator[Visit]:
    async with demo_town.open() as talk:
        yield talk


async def heard(talk: Visit, words: str, user: str = "lin") -> str:
    return texts(await talk.say(user, words), user)


def kept(talk: Visit, user: str = "lin") -> dict[str, object]:
    found: dict[str, object] = talk.house.application.user_data[talk.server.user(user).id].get("advice", {})
    return found


async def registered(talk: Visit) -> None:
    """R-0001, requested from Helan Water."""
    await talk.say("lin", REGISTER)
    await talk.sign("lin", "登记")
    await talk.press("lin", "只为对账")
    assert "R-0001" in await heard(talk, "/receivables")


async def test_a_form_takes_what_could_be_a_followup(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.say("lin", "/register")
    read = await heard(talk, "要什么材料")
    assert "nx-techfin" not in read
    assert talk.house.application.user_data[talk.server.user("lin").id]["draft"]["flow"] == "register"


async def test_where_all_that_is_shown_fits_why_not_says_so(talk: Visit) -> None:
    shown = await heard(
        talk, "We are a small company. We repaired a hospital's boilers in Beijing; the bill is 120 days overdue."
    )
    assert "bj-sme-2020/46" in shown
    read = await heard(talk, "why not?")
    assert "bj-sme-2020/46" in read
    assert "Nothing that you told me stands against it." in read


async def test_amid_a_form_a_language_is_chosen_and_the_form_stays(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.say("lin", "/register")
    assert "English" in await heard(talk, "用英文说一遍")
    assert talk.house.application.user_data[talk.server.user("lin").id]["draft"]["flow"] == "register"
    assert "How much does" in await heard(talk, "Helan Water")


async def test_a_text_for_the_other_side_is_taken_as_it_is(talk: Visit) -> None:
    await registered(talk)
    await talk.say("zhao", "/query R-0001")
    assert "“要什么材料”" in await heard(talk, "要什么材料", "zhao")


async def test_a_followup_does_not_close_the_question(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "先问一项" in texts(await talk.press("lin", "都对"), "lin")
    asked = kept(talk)["question"]
    assert "来源列出的材料" in await heard(talk, "要什么材料")
    assert kept(talk)["question"] == asked
    await heard(talk, "是")
    assert asked in talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts


async def test_what_begins_like_yes_is_no_yes_if_it_is_a_followup(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    for words in ("能一起拿吗", "要什么材料", "有什么条件"):
        await heard(talk, words)
        assert "partner_institution" not in talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts


async def test_a_fact_told_meanwhile_is_no_answer_to_the_question(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    assert "Number of employees was 120; it is now 90" in await heard(talk, "we have 90 people now")
    facts = talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts
    assert facts["employees"]["value"] == 90
    assert "partner_institution" not in facts


@pytest.mark.parametrize("words", ["不對，員工195人，營收1900萬", "No, we have 195 people and revenue of 19 million"])
async def test_no_before_facts_corrects_them_and_answers_nothing(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    await heard(talk, words)
    facts = talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts
    assert (facts["employees"]["value"], facts["annual_revenue_cny"]["value"]) == (195, 19_000_000)
    assert "partner_institution" not in facts


async def test_yes_with_more_facts_is_the_answer_and_the_facts(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    assert "由120改为90" in await heard(talk, "是的，现在有90人")
    facts = talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts
    assert (facts["employees"]["value"], facts["partner_institution"]["value"]) == (90, True)


@pytest.mark.parametrize("words", ["一般要多久能批下来", "帮我写一首诗"])
async def test_a_figure_within_other_words_is_no_answer(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await talk.say("lin", "5 people, 600 staff")  # a question about a number is open now
    before = dict(talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts)
    await heard(talk, words)
    assert talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts == before


async def test_a_lone_figure_answers_before_it_refers(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "nx-techfin" in await heard(talk, "2")  # nothing is asked: the second of the list
    await talk.say("lin", "/profile")
    await talk.press("lin", "改一项")
    await talk.press("lin", "职工人数")
    assert "职工人数由120改为2。" in await heard(talk, "2")


async def test_a_receivables_number_is_no_followup(talk: Visit) -> None:
    await registered(talk)
    await heard(talk, FIRST)
    read = await heard(talk, "R-0001")
    assert "¥800,000.00" in read
    assert "nx-techfin" not in read


async def test_a_debt_is_no_followup(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "Who owes" not in await heard(talk, "what about the 800k")
    assert "保护您" in await heard(talk, "贺兰水务欠我们80万")


async def test_without_advice_a_followup_has_a_way_back_and_a_subject_is_described(talk: Visit) -> None:
    assert "现在没有正在看的结果" in await heard(talk, "要什么材料")
    assert "没看懂这句话，没有任何变更" in await heard(talk, "要什么材料", "zhao")
    assert "最相关的" in await heard(talk, "贷款担保呢")


async def test_small_talk_and_cancel_stay_what_they_are(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "nx-techfin" not in await heard(talk, "谢谢")
    assert "nx-techfin" not in await heard(talk, "算了")


async def test_a_subject_that_states_a_fact_is_a_description(talk: Visit) -> None:
    await heard(talk, FIRST)
    await heard(talk, "那600人呢")
    assert talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts["employees"]["value"] == 600


async def test_numbers_that_were_not_shown(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "没有第90条" in await heard(talk, "第90条要什么材料")
    assert "没有编号为no-such-2021/9的条款" in await heard(talk, "no-such-2021/9要什么材料")
    assert "nx-techfin-2021/3" in await heard(talk, "nx-techfin-2021/3要什么材料")


async def test_a_subject_narrows_to_its_theme_and_keeps_the_profile(talk: Visit, adviser: Adviser) -> None:
    await heard(talk, FIRST)
    before = dict(talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts)
    assert "关于“保险”" in await heard(talk, "那保险呢")
    shown = kept(talk)["shown"]
    assert isinstance(shown, list)
    assert shown
    assert all("insurance" in adviser.corpus.articles[name].themes for name in shown)
    assert dict(talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts) == before


async def test_a_subject_of_nothing_leaves_the_advice(talk: Visit) -> None:
    await heard(talk, FIRST)
    text = kept(talk)["text"]
    assert "没有找到条款" in await heard(talk, "那足球呢")
    assert kept(talk)["text"] == text


async def test_the_language_turns_back_by_itself_unless_it_was_chosen(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "Closest to what you wrote" in await heard(talk, "用英文说一遍")
    assert "来源列出的材料" in await heard(talk, "第一条要什么材料")


async def test_starting_over_keeps_what_is_known(talk: Visit) -> None:
    await heard(talk, FIRST)
    assert "已记下的企业情况保留" in await heard(talk, "重新来")
    assert kept(talk) == {}
    assert "employees" in talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts
    assert "现在没有正在看的结果" in await heard(talk, "重新来")


def test_every_kind_has_an_answer() -> None:
    assert {kind for kind, _ in KINDS} == {
        "restart",
        "undo",
        "apply",
        "both",
        "more",
        "why",
        "detail",
        *following._ANSWERS,
    }


@pytest.mark.parametrize("words", ["yes", "that's right", "对", "是的", "沒錯", "Nice, thank you", "都对，谢谢"])
async def test_yes_to_is_that_right_goes_on(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await heard(talk, words)
    assert kept(talk)["question"] == "partner_institution"
    assert "partner_institution" not in talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts


@pytest.mark.parametrize("words", ["no", "不对", "that's not right", "有错"])
async def test_no_to_is_that_right_asks_which_one(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    assert "改哪一项" in await heard(talk, words)


async def test_a_conflict_is_asked_once_and_then_stands_in_the_profile(talk: Visit) -> None:
    assert "Which is right" in await heard(talk, "5 people, 600 staff")
    assert "Which is right" not in await heard(talk, "We make software in Yinchuan, what subsidy is there?")
    assert "Which is right" in await heard(talk, "/profile")
    assert "it is now 600" in texts(await talk.press("lin", "600 staff"), "lin")
    assert "Which is right" not in await heard(talk, "/profile")


@pytest.mark.parametrize("words", ["能不能拿到", "一定能拿到吗", "一定可以拿到嗎", "Will I definitely get it?"])
async def test_nobody_can_promise(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    read = await heard(talk, words)
    assert "不能保证" in read or "不能保證" in read or "Nobody can promise" in read
    assert "partner_institution" not in talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts


@pytest.mark.parametrize("words", ["apply", "申请", "我要申請"])
async def test_applying_opens_the_checklist(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await heard(talk, words)
    assert talk.house.desk.state.checklists.of(talk.server.user("lin").id)


@pytest.mark.parametrize("words", ["undo", "撤销", "復原", "how do I undo that"])
async def test_undo_in_words(talk: Visit, words: str) -> None:
    await heard(talk, FIRST)
    await heard(talk, "其实有90人")
    await heard(talk, words)
    facts = talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts
    assert facts["employees"]["value"] == 120
    again = await heard(talk, "撤销")
    assert any(said in again for said in ("没有可以撤销", "沒有可以復原", "There is no change"))


async def test_a_chosen_language_is_left_for_one_answer_only(talk: Visit) -> None:
    await talk.say("lin", "/language 简体中文")
    await heard(talk, FIRST)
    assert "looks eligible" in (read := await heard(talk, "in English")) or "cannot be told yet" in read
    assert "我记下的企业情况" in await heard(talk, "/profile")


async def test_a_condition_is_said_once(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    await heard(talk, "1")
    read = texts(await talk.press("lin", "看条件"), "lin")
    assert "：符合" in read
    assert "\n符合：" not in read


async def test_a_pressed_choice_is_not_quoted_as_words(talk: Visit) -> None:
    await heard(talk, FIRST)
    await talk.press("lin", "都对")
    await talk.press("lin", "是")
    row = talk.house.desk.state.profiles.get(talk.server.user("lin").id).facts["partner_institution"]
    assert (row["value"], row["text"]) == (True, "")
    assert "您设定的" in await heard(talk, "/profile")


async def test_what_is_excluded_is_told_as_instead_of_it(talk: Visit) -> None:
    await heard(talk, f"{FIRST}，年息4.2%，营收增长12%，2025年9月25日放款，合作银行")
    read = await heard(talk, "1")
    assert "可以改选、不能同时享受的：一般贷款利息补助" in read
    assert "最高¥150,000.00/年：5,000,000 × 3.00%" in read
    assert "适用的：一般贷款利息补助" not in read


async def test_why_is_about_the_first_that_is_shown_though_it_does_not_fit(talk: Visit) -> None:
    await heard(
        talk, "We are a small firm in Beijing and bid in a private developer's own tender. Is there a price preference?"
    )
    read = await heard(talk, "why?")
    assert "not in a company's own tender: not met" in read


async def test_another_unpaid_sum_is_not_refused_for_what_was_told_of_the_one_before(talk: Visit) -> None:
    """A subsidy that did not come is no price; the hospital's debt may be one, and is asked about."""
    read = await heard(talk, "我们是小型企业，稳岗补贴拖了半年没到账，能投诉拖欠吗")
    assert "欠的是货物、工程或服务的价款：否" in read
    read = await heard(talk, "县医院的货款120天没付，12万，能要利息吗")
    assert "欠的是货物、工程或服务的价款：未定，原为否" in read
    assert "看来不符合" not in read.split("结果有变化")[0]
