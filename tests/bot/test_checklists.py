"""Checklists beside the golden conversations: what is kept, a corpus that changed, reminders taken back by a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import plans
from bot.journal import load_key
from bot.nudges import Nudges
from bot.render.figures import SHANGHAI
from bot.state import BotState, Checklist
from policies.advise import Adviser
from policies.applying import plan
from policies.types import Article, Paper, Procedure, Validity, Words
from policies.vocabulary import Corpus
from tests.bot.town import Town, Visit, texts

LIN = 7
ARTICLE = "bj-sme-2020/22"
BAKERY = "We are a bakery in Beijing with 20 people and want our first bank loan at the first-loan centre"


# -- what is kept -----------------------------------------------------------------------------------


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    opened = BotState.open(tmp_path / "bot", load_key(tmp_path / "bot.key", create=True))
    yield opened
    opened.close()


def test_one_checklist_a_user_and_article(state: BotState) -> None:
    first, fresh = state.checklists.begin(LIN, "a/1", {"papers": []}, 5)
    assert fresh
    changed = state.checklists.change(first.id, ready=("表",), deadline="2026-12-31")
    again, fresh = state.checklists.begin(LIN, "a/1", {"papers": ["other"]}, 9)
    assert (again, fresh) == (changed, False)
    assert again.ready == ("表",)
    other, fresh = state.checklists.begin(LIN + 1, "a/1", {}, 9)
    assert fresh
    assert other.id != first.id
    assert [each.id for each in state.checklists.of(LIN)] == [first.id]
    assert state.checklists.delete(first.id)
    assert not state.checklists.delete(first.id)
    assert state.checklists.get(first.id) is None


def test_checklists_are_exported_and_erased(state: BotState) -> None:
    state.accounts.touch(LIN, LIN)
    mine, _ = state.checklists.begin(LIN, "a/1", {}, 5)
    state.checklists.change(mine.id, note="ask Ms Chen")
    theirs, _ = state.checklists.begin(LIN + 1, "a/1", {}, 5)
    (kept,) = state.export(LIN)["checklists"].values()
    assert kept["note"] == "ask Ms Chen"
    state.erase(LIN)
    assert state.checklists.get(mine.id) is None
    assert state.checklists.get(theirs.id) is not None


def test_they_outlive_a_restart(tmp_path: Path) -> None:
    key = load_key(tmp_path / "bot.key", create=True)
    before = BotState.open(tmp_path / "bot", key)
    kept, _ = before.checklists.begin(LIN, "a/1", {"stages": []}, 5)
    kept = before.checklists.change(
        kept.id, ready=("甲", "乙"), outcome="granted", outcome_on="2027-01-05", granted=100
    )
    before.close()
    after = BotState.open(tmp_path / "bot", key)
    assert after.checklists.get(kept.id) == kept
    after.close()


def test_a_plan_is_read_back_as_it_was(adviser: Adviser) -> None:
    for name in adviser.corpus.articles:
        made = plan(adviser.corpus, name)
        assert plans.plan_of(plans.plan_json(made)) == made


# -- in conversation --------------------------------------------------------------------------------


async def begun(talk: Visit, town: Town) -> Checklist:
    """Lin has the checklist of the first loan."""
    await talk.say("lin", BAKERY)
    await talk.press("lin", "All correct")
    await talk.press("lin", "Apply")
    (checklist,) = talk.house.desk.state.checklists.of(town.server.user("lin").id)
    return checklist


def changed(adviser: Adviser, *, without: str = "", **articles: Article) -> Adviser:
    corpus = adviser.corpus
    found = {name: each for name, each in corpus.articles.items() if name != without}
    found |= {each.id: each for each in articles.values()}
    return Adviser(Corpus(corpus.documents, found, corpus.vocabulary), adviser._matcher)


def with_papers(adviser: Adviser, *papers: str) -> Adviser:
    listed = tuple(Paper(Words(each, each), catch_all=each == "其他材料") for each in papers)
    stages = tuple(Words(each, each) for each in ("一", "二"))
    article = replace(adviser.corpus.articles[ARTICLE], procedure=Procedure(papers=listed, stages=stages))
    return changed(adviser, article=article)


async def opened(town: Town, adviser: Adviser) -> str:
    """What Lin reads on opening the checklist, with the corpus of ``adviser``."""
    async with town.open() as talk:
        talk.house.desk.adviser = adviser
        return texts(await talk.say("lin", "/checklists 1"), "lin")


async def test_a_catch_all_paper_and_the_rule_against_it(demo_town: Town, adviser: Adviser) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        talk.house.desk.adviser = with_papers(adviser, "申请表", "其他材料")
        await begun(talk, demo_town)
        seen = texts(await talk.say("lin", "/checklists 1"), "lin")
        assert "Beijing's rules forbid such catch-all demands 〔bj-sme-2020/43〕" in seen
        talk.house.desk.adviser = changed(
            adviser, article=replace(with_papers(adviser, "其他材料").corpus.articles[ARTICLE], jurisdiction="CN-64")
        )
        seen = texts(await talk.say("lin", "/checklists 1"), "lin")
        assert "Ask the office which" in seen
        assert "Beijing's rules" not in seen


async def test_changed_papers_are_told_once(demo_town: Town, adviser: Adviser) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        talk.house.desk.adviser = with_papers(adviser, "甲", "乙")
        await begun(talk, demo_town)
        await talk.press("lin", "Ready now: 甲")
        await talk.press("lin", "Ready now: 乙")
        await talk.press("lin", "Next step reached")
    fewer = with_papers(adviser, "乙", "丙")
    seen = await opened(demo_town, fewer)
    assert "changed since you last looked" in seen
    assert "Marked ready, but no longer named: 甲." in seen
    assert "● 乙" in seen
    assert "○ 丙" in seen
    assert "1 of 2 reached" in seen
    assert "changed since you last looked" not in await opened(demo_town, fewer)


async def test_a_stage_that_went_is_told(demo_town: Town, adviser: Adviser) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        talk.house.desk.adviser = with_papers(adviser, "甲")
        await begun(talk, demo_town)
        await talk.press("lin", "Next step reached")
    article = replace(adviser.corpus.articles[ARTICLE], procedure=Procedure(stages=(Words("三", "三"),)))
    assert "The step you had reached is no longer named: 一." in await opened(
        demo_town, changed(adviser, article=article)
    )


async def test_an_article_that_ended_was_replaced_or_went(demo_town: Town, adviser: Adviser) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await begun(talk, demo_town)
        await talk.press("lin", "Note")
        await talk.say("lin", "window 12")
    article = adviser.corpus.articles[ARTICLE]
    ended = replace(article, validity=Validity(None, dt.date(2026, 11, 1)))
    seen = await opened(demo_town, changed(adviser, article=ended))
    assert "this article ended on 1 Nov 2026. Ask the office whether applications are still taken." in seen
    newer = replace(ended, document=replace(article.document, replaced_by="cn-sme-payment-2025"))
    seen = await opened(demo_town, changed(adviser, article=newer))
    assert "ended on 1 Nov 2026; Regulation on Ensuring Payments to Small and Medium-sized Enterprises took its" in seen
    seen = await opened(demo_town, changed(adviser, without=ARTICLE))
    assert "this article is no longer in the corpus. What follows is as it was last shown" in seen
    assert "the first-loan service centre inside a government service centre" in seen
    assert "Note: window 12" in seen


async def test_the_button_of_an_article_that_went(demo_town: Town, adviser: Adviser) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await talk.say("lin", BAKERY)
        await talk.press("lin", "All correct")
        talk.house.desk.adviser = changed(adviser, without=ARTICLE)
        seen = texts(await talk.press("lin", "Apply"), "lin")
        assert "no longer in the corpus, so there is nothing to apply for; nothing was begun" in seen
        assert talk.house.desk.state.checklists.of(demo_town.server.user("lin").id) == []


async def test_a_note_that_is_too_long_changes_nothing(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        checklist = await begun(talk, demo_town)
        await talk.press("lin", "Note")
        seen = texts(await talk.say("lin", "x" * 501), "lin")
        assert "A note holds up to 500 characters; this has 501. Nothing was changed." in seen
        await talk.say("lin", "<b>x</b> & y")
        assert talk.house.desk.state.checklists.get(checklist.id) is not None
        assert "Note: <b>x</b> & y" in texts(await talk.say("lin", "/checklists 1"), "lin")


async def test_a_checklist_that_was_deleted_while_its_deadline_was_asked_for(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        checklist = await begun(talk, demo_town)
        await talk.press("lin", "Set a deadline")
        talk.house.desk.state.checklists.delete(checklist.id)
        assert "That checklist was deleted" in texts(await talk.say("lin", "31 Dec"), "lin")


async def test_nobody_opens_the_checklist_of_another(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en", "wei": "en"}) as talk:
        checklist = await begun(talk, demo_town)
        desk = talk.house.desk
        (nonce,) = desk.buttons(demo_town.server.user("wei").id, [("checklist.open", {"id": checklist.id})], "")
        await talk.say("wei", "/start")
        message = demo_town.server.chat("wei")[-1]
        demo_town.server.press("wei", message.id, nonce)
        await talk.quiet()
        assert "That checklist was deleted" in talk.last("wei")


# -- reminders --------------------------------------------------------------------------------------


def waiting(talk: Visit) -> list[Any]:
    return [each for each in talk.house.desk.state.outbox.in_state("waiting") if each.key.startswith("deadline/")]


def look(talk: Visit, day: dt.date) -> None:
    """The tick's look at nine on ``day``, without the courier: the line to Telegram is down."""
    desk = talk.house.desk
    now = int(dt.datetime.combine(day, dt.time(9), SHANGHAI).timestamp()) * 1000
    Nudges(desk, {}).look(now)


@pytest.mark.parametrize(
    ("presses", "says"),
    [
        ("Change the deadline", "15 Jan 2027"),
        ("Change the deadline", None),
        ("No reminders", None),
        ("Record the outcome", None),
        ("Delete", None),
    ],
)
async def test_a_waiting_reminder_is_taken_back(demo_town: Town, presses: str, says: str | None) -> None:
    """What waits while Telegram is out of reach and holds no longer is never delivered."""
    async with demo_town.open({"lin": "en"}) as talk:
        await begun(talk, demo_town)
        await talk.press("lin", "Set a deadline")
        await talk.say("lin", "31 Dec")
        look(talk, dt.date(2026, 12, 17))
        assert len(waiting(talk)) == 1
        await talk.press("lin", presses)
        if presses in ("Change the deadline", "Record the outcome", "Delete"):
            follow = {"Record the outcome": "Withdrawn by us", "Delete": "Delete"}.get(presses, "No deadline")
            await (talk.say("lin", says) if says else talk.press("lin", follow))
        assert waiting(talk) == []


async def test_a_reminder_to_somebody_who_blocked_the_bot_is_not_tried_again(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await begun(talk, demo_town)
        await talk.press("lin", "Set a deadline")
        await talk.say("lin", "31 Dec")
        talk.house.desk.state.accounts.set_blocked(demo_town.server.user("lin").id, True)
        seen = await talk.advance(days=26)
        assert texts(seen, "lin") == ""
        (letter,) = [
            each for each in talk.house.desk.state.outbox.in_state("failed") if each.key.startswith("deadline/")
        ]
        assert letter.why == "blocked"


async def test_nothing_goes_twice_after_the_clock_is_seen_again(demo_town: Town) -> None:
    async with demo_town.open({"lin": "en"}) as talk:
        await begun(talk, demo_town)
        await talk.press("lin", "Set a deadline")
        await talk.say("lin", "31 Dec")
        assert "14 days are left" in texts(await talk.advance(days=25), "lin")
    demo_town.snapshot()
    async with demo_town.open() as talk:
        assert texts(await talk.advance(hours=5), "lin") == ""
        await talk.say("lin", "/checklists 1")
        await talk.press("lin", "Change the deadline")
        await talk.say("lin", "31 Dec")  # the same day again
        assert texts(await talk.advance(hours=5), "lin") == ""
