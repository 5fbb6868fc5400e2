"""Votes on matches: one a person and article, counts that outlive the person, and the operator's commands."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.news import tally
from bot.state import BotState, Vote
from tests.bot.conftest import Run
from tests.bot.test_news import SHELF
from tests.bot.town import Town


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    opened = BotState.open(tmp_path / "bot", bytes(32))
    yield opened
    opened.close()


def vote(user: int = 1, article: str = "a/1", *, up: bool = False, day: str = "2026-11-22") -> Vote:
    return Vote(user, article, up, "unknown", "en", day, ("credit",))


def test_a_second_press_changes_the_vote_and_the_same_one_does_not(state: BotState) -> None:
    assert state.feedback.vote(vote())
    assert state.feedback.add(1, "a/1", reason="verdict")
    assert not state.feedback.vote(vote())
    assert state.feedback.of(1, "a/1") == Vote(1, "a/1", False, "unknown", "en", "2026-11-22", ("credit",), "verdict")
    assert state.feedback.vote(vote(up=True))
    assert [(each.up, each.reason) for each in state.feedback.all()] == [(True, None)]


def test_a_reason_needs_a_vote_against(state: BotState) -> None:
    assert not state.feedback.add(1, "a/1", reason="about")
    state.feedback.vote(vote(up=True))
    assert not state.feedback.add(1, "a/1", reason="about")


def test_erasing_a_person_keeps_the_counts_and_nothing_of_theirs(state: BotState) -> None:
    state.accounts.touch(1, 1)
    state.feedback.vote(vote())
    state.feedback.add(1, "a/1", text="我们在银川")
    assert "feedback" in state.export(1)
    state.erase(1)
    (left,) = state.feedback.all()
    assert (left.user, left.text, left.article) == (None, None, "a/1")
    assert "feedback" not in state.export(1)
    assert state.feedback.vote(vote())  # a new beginning is a new vote
    assert len(list(state.feedback.all())) == 2


def test_the_worst_comes_first_and_few_votes_weigh_little() -> None:
    votes = [vote(n, "many/1", up=n > 8) for n in range(10)] + [vote(1, "one/1")] + [vote(1, "good/1", up=True)]
    assert [each.article for each in tally(votes)] == ["many/1", "one/1", "good/1"]
    (row,) = [each for each in tally(votes) if each.article == "many/1"]
    assert (row.up, row.down) == (1, 9)


def test_votes_since_a_day() -> None:
    votes = [vote(1, "a/1", day="2026-11-01"), vote(1, "b/1", day="2026-11-22")]
    assert [each.article for each in tally(votes, dt.date(2026, 11, 2))] == ["b/1"]


# --- the command line -----------------------------------------------------------------------------


async def _conversation(town: Town) -> None:
    async with town.open({"lin": "zh-Hans"}) as talk:
        await talk.say(
            "lin",
            "我们在宁夏做软件，高新企业，增长12%，专利质押贷款500万，放款行是科技金融合作机构，2025年9月25日放款，年息4.2%",
        )
        await talk.press("lin", "都对")
        await talk.press("lin", "👎")
        await talk.press("lin", "判断不对")
        await talk.press("lin", "附上原话")


@pytest.fixture
def used(demo_town: Town) -> Town:
    """A demo in which somebody described an enterprise and voted."""
    asyncio.run(_conversation(demo_town))
    return demo_town


def test_feedback_of_a_stopped_bot(used: Town, run: Run) -> None:
    where = ("--data", str(used.data), "--keys", str(used.folder / "keys"))
    status, out, _ = run("policies", "feedback", *where)
    assert status == 0
    assert "verdict wrong 1" in out
    assert "我们在宁夏做软件" in out
    status, out, _ = run("policies", "feedback", "--json", *where)
    (row,) = json.loads(out)
    assert (row["up"], row["down"], row["reasons"]) == (0, 1, {"verdict": 1})
    assert not {"user", "token"} & set(row)
    status, out, _ = run("policies", "feedback", "--since", "2027-01-01", *where)
    assert (status, out) == (0, "no votes yet since 2027-01-01\n")


def test_announce_looks_first_and_schedules_once(used: Town, run: Run) -> None:
    where = ("--data", str(used.data), "--keys", str(used.folder / "keys"))
    assert run("policies", "announce", *where)[:2] == (0, "nothing is new since the last announcement\n")
    (used.data / "policies").mkdir()
    document = (SHELF / "first" / "demo-2026.yaml").read_text(encoding="utf-8")
    began = document.replace("from: 2026-11-20", "from: 2026-11-01")
    (used.data / "policies" / "demo-2026.yaml").write_text(began, encoding="utf-8")
    status, out, _ = run("policies", "announce", "--dry-run", *where)
    assert status == 0
    assert "1 of 1 subscribers would get one message; nothing was sent or changed" in out
    assert "     1  New: Trial Measures on First-Loan Interest of the Demo Zone, article 2 〔demo-2026/2〕" in out
    assert "高新" not in out
    status, out, _ = run("policies", "announce", *where)
    assert "2 articles, 1 of 1 subscribers as things stand\nscheduled for 23 Nov 2026, 09:00 in Shanghai" in out
    status, out, _ = run("policies", "announce", *where)
    assert out.startswith("nothing is new since the last announcement\nscheduled for 23 Nov 2026, 09:00")


def test_announce_may_tell_nobody(used: Town, run: Run) -> None:
    where = ("--data", str(used.data), "--keys", str(used.folder / "keys"))
    (used.data / "policies").mkdir()
    shutil.copy(SHELF / "first" / "demo-2026.yaml", used.data / "policies")
    status, out, _ = run("policies", "announce", "--tell-nobody", *where)
    assert (status, out) == (0, "2 changed articles taken as known; nobody is told\n")
    assert run("policies", "announce", "--dry-run", *where)[1] == "nothing is new since the last announcement\n"


def test_a_folder_without_a_bot_is_told_so(run: Run, tmp_path: Path) -> None:
    status, _, errors = run("policies", "feedback", "--data", str(tmp_path / "none"))
    assert status == 2
    assert "holds nothing of a bot yet; start it once with 'tallystick run'" in errors
