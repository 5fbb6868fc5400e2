"""News of policies: what counts as news, whom it fits and why, when it goes; nobody twice, nobody who opted out."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import bulletin, news, rounds
from bot.news import Change, Mark, Reader
from bot.render.figures import shanghai
from bot.state import BotState
from ledger.law import working_day
from policies.loader import load_corpus
from policies.types import Validity, Verdict
from policies.vocabulary import Corpus

SHELF = Path(__file__).parent / "shelf"
DAY = dt.date(2026, 11, 23)
MORNING = int(dt.datetime(2026, 11, 23, 9, tzinfo=dt.timezone(dt.timedelta(hours=8))).timestamp()) * 1000
HOUR = 3_600_000
LIN: dict[str, dict[str, Any]] = {
    "region": {"value": "CN-64/yinchuan", "text": "在银川"},
    "high_tech_certified": {"value": True, "text": "高新企业"},
}
LOAN, FLATS = "demo-2026/2", "demo-2026/3"


@pytest.fixture(scope="module")
def before() -> Corpus:
    return load_corpus()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The shipped corpus with one document more."""
    return load_corpus(more=(SHELF / "first",))


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    opened = BotState.open(tmp_path / "bot", bytes(32))
    yield opened
    opened.close()


def told(corpus: Corpus, reader: Reader, *articles: str) -> list[str]:
    changes = [Change(name, "added", "m") for name in articles or (LOAN, FLATS)]
    found = news.messages(changes, corpus, [reader], DAY)
    assert len(found) <= 1
    return [item.change.article for message in found for item in message.items]


# --- what is news ---------------------------------------------------------------------------------


def test_a_corpus_is_no_news_to_itself(corpus: Corpus) -> None:
    marks = news.marks(corpus, DAY)
    assert news.changes(marks, marks) == []
    assert {str(Mark.parse(mark)) for mark in marks.values()} == set(marks.values())


def test_added_articles_are_news_but_for_those_that_have_ended(before: Corpus, corpus: Corpus) -> None:
    found = news.changes(news.marks(before, DAY), news.marks(corpus, DAY))
    assert [(change.article, change.kind) for change in found] == [(LOAN, "added"), (FLATS, "added")]
    late = dt.date(2027, 1, 1)
    assert news.changes(news.marks(before, late), news.marks(corpus, late)) == []


def test_what_comes_later_is_news_when_it_has_begun(before: Corpus, corpus: Corpus) -> None:
    early = news.marks(corpus, dt.date(2026, 11, 19))
    assert news.changes(news.marks(before, dt.date(2026, 11, 19)), early) == []
    found = news.changes(early, news.marks(corpus, DAY))
    assert {(change.article, change.kind) for change in found} == {(LOAN, "began"), (FLATS, "began")}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2026-12-31", "2027-12-31", "extended"),
        ("2026-12-31", "", "extended"),
        ("", "2026-12-31", "shortened"),
        ("2026-12-31", "2026-12-01", "shortened"),
    ],
)
def test_an_end_that_moves_is_news(old: str, new: str, kind: str) -> None:
    found = news.changes({"a/1": f"{old}/now/x"}, {"a/1": f"{new}/now/x"})
    assert [change.kind for change in found] == [kind]


def test_terms_that_change_are_news_and_wording_is_not(corpus: Corpus) -> None:
    article = corpus.articles[LOAN]
    reworded = replace(article, digest=corpus.articles[FLATS].digest)
    eased = replace(article, conditions=article.conditions[:2])
    marks = news.marks(corpus, DAY)
    for changed, kinds in ((reworded, []), (eased, ["replaced"])):
        now = news.marks(replace(corpus, articles={**corpus.articles, LOAN: changed}), DAY)
        assert [change.kind for change in news.changes(marks, now)] == kinds


def test_what_was_revived_is_extended_and_what_ended_is_silent() -> None:
    assert [c.kind for c in news.changes({"a/1": "2026-01-01/ended/x"}, {"a/1": "2027-01-01/now/x"})] == ["extended"]
    assert news.changes({"a/1": "2026-01-01/now/x"}, {"a/1": "2026-01-01/ended/x"}) == []


# --- whom it fits ---------------------------------------------------------------------------------


def test_two_conditions_met_by_statements_are_enough_and_one_is_not(corpus: Corpus) -> None:
    assert told(corpus, Reader(1, LIN)) == [LOAN]
    assert told(corpus, Reader(1, {"region": LIN["region"]})) == []


def test_an_eligible_enterprise_is_told_and_an_ineligible_one_is_not(corpus: Corpus) -> None:
    partner = {"value": True, "text": "true"}
    assert told(corpus, Reader(1, {**LIN, "partner_institution": partner})) == [LOAN]
    assert told(corpus, Reader(1, {**LIN, "partner_institution": {**partner, "value": False}})) == []


def test_who_is_elsewhere_or_did_not_say_where_is_not_told_of_a_local_article(corpus: Corpus) -> None:
    asked = frozenset({"first-loan", "talent"})
    assert told(corpus, Reader(1, {**LIN, "region": {"value": "CN-11", "text": "北京"}}, asked=asked)) == []
    assert told(corpus, Reader(1, {}, asked=asked)) == []


def test_a_theme_that_was_asked_about_is_enough(corpus: Corpus) -> None:
    assert told(corpus, Reader(1, {"region": LIN["region"]}, asked=frozenset({"talent"}))) == [FLATS]


def test_what_is_off_muted_unfit_or_told_is_not_told(corpus: Corpus) -> None:
    asked = frozenset({"talent"})
    assert told(corpus, Reader(1, LIN, asked=asked)) == [LOAN, FLATS]
    assert told(corpus, Reader(1, LIN, asked=asked, on=False)) == []
    assert told(corpus, Reader(1, LIN, asked=asked, muted=frozenset({"loan-interest"}))) == [FLATS]
    assert told(corpus, Reader(1, LIN, asked=asked, unfit=frozenset({LOAN}))) == [FLATS]
    assert told(corpus, Reader(1, LIN, asked=asked, told=frozenset({(LOAN, "m")}))) == [FLATS]


def test_what_has_ended_or_not_begun_is_never_told(corpus: Corpus) -> None:
    for days in (Validity(None, dt.date(2026, 1, 1)), Validity(dt.date(2027, 1, 1), None)):
        article = replace(corpus.articles[LOAN], validity=days)
        assert told(replace(corpus, articles={**corpus.articles, LOAN: article}), Reader(1, LIN), LOAN) == []


def test_facts_of_an_older_vocabulary_do_no_harm(corpus: Corpus) -> None:
    odd = {"gone": {"value": 1, "text": "x"}, "employees": {"value": "many", "text": "many"}}
    assert told(corpus, Reader(1, {**LIN, **odd})) == [LOAN]


def test_an_article_that_was_taken_away_again_is_not_told(corpus: Corpus) -> None:
    assert told(corpus, Reader(1, LIN), "gone-2026/1") == []


WISHES = st.builds(
    Reader,
    user=st.integers(1, 9),
    facts=st.fixed_dictionaries(
        {},
        optional={
            "region": st.sampled_from([LIN["region"], {"value": "CN-11/haidian", "text": "海淀"}]),
            "high_tech_certified": st.sampled_from([{"value": True, "text": "高企"}, {"value": False, "text": "否"}]),
            "employees": st.just({"value": 20, "text": "20人"}),
            "first_loan": st.just({"value": True, "text": "首贷"}),
        },
    ),
    on=st.booleans(),
    asked=st.frozensets(st.sampled_from(["credit", "talent", "first-loan", "guarantee", "payment"])),
    muted=st.frozensets(st.sampled_from(["credit", "loan-interest", "talent", "fund"])),
    unfit=st.frozensets(st.sampled_from([LOAN, "bj-sme-2020/16"])),
    told=st.frozensets(st.tuples(st.sampled_from([LOAN, "nx-techfin-2021/1"]), st.just("m"))),
)


@settings(max_examples=40, deadline=None)
@given(readers=st.lists(WISHES, unique_by=lambda reader: reader.user, max_size=4))
def test_one_message_a_person_with_reasons_and_nothing_unwanted(corpus: Corpus, readers: list[Reader]) -> None:
    changes = [Change(name, "added", "m") for name in corpus.articles]
    found = news.messages(changes, corpus, readers, DAY)
    assert len({message.reader.user for message in found}) == len(found)
    for message in found:
        reader = message.reader
        assert reader.on
        assert 0 < len(message.items) <= news.SHOWN
        for item in (*message.items, *message.left):
            article = corpus.articles[item.change.article]
            assert not reader.muted & set(article.themes)
            assert article.id not in reader.unfit
            assert (article.id, "m") not in reader.told
            assert item.verdict not in (Verdict.EXPIRED, Verdict.INELIGIBLE, Verdict.NOT_YET)
            assert item.facts or item.themes
            assert set(item.facts) <= set(reader.facts)
            assert set(item.themes) <= reader.asked


# --- when -----------------------------------------------------------------------------------------


@given(at=st.integers(1_700_000_000_000, 1_800_000_000_000))
def test_a_good_hour_is_nine_on_a_working_day_and_never_before(at: int) -> None:
    hour = news.good_hour(at)
    local = shanghai(hour)
    assert hour >= at
    assert working_day(local.date())[0]
    assert local.hour == 9
    assert news.good_hour(hour) == hour


def test_a_sunday_waits_for_monday_and_a_late_morning_for_tomorrow() -> None:
    assert news.good_hour(MORNING - 23 * HOUR) == MORNING
    assert news.good_hour(MORNING + HOUR) == MORNING + 24 * HOUR


# --- rounds ---------------------------------------------------------------------------------------


def subscribe(state: BotState, user: int, facts: dict[str, Any] = LIN) -> None:
    state.accounts.touch(user, user)
    state.accounts.set_language(user, "zh-Hans")
    state.profiles.learn(user, facts)
    state.subscriptions.begin(user)


def letters(state: BotState) -> list[int]:
    return sorted(letter.user or 0 for letter in state.outbox.in_state("waiting"))


def planned(state: BotState, corpus: Corpus) -> rounds.Plan:
    return asyncio.run(rounds.plan(state, corpus, MORNING))


def tell(state: BotState, corpus: Corpus, now: int) -> int:
    return asyncio.run(rounds.tell(state, corpus, now))


def test_the_first_start_announces_nothing(state: BotState, before: Corpus, corpus: Corpus) -> None:
    subscribe(state, 1)
    assert planned(state, corpus).changes == ()
    rounds.baseline(state, before, MORNING)
    rounds.baseline(state, corpus, MORNING)  # a later start changes nothing
    assert [change.article for change in planned(state, corpus).changes] == [LOAN, FLATS]


def test_a_dry_run_counts_people_without_naming_them(state: BotState, before: Corpus, corpus: Corpus) -> None:
    for user in (1, 2):
        subscribe(state, user)
    subscribe(state, 3, {"region": {"value": "CN-11", "text": "北京"}})
    rounds.baseline(state, before, MORNING)
    kept = state.store.get("meta", rounds.KNOWN)
    plan = planned(state, corpus)
    assert (plan.people, plan.subscribers) == (2, 3)
    assert [(reach.change.article, reach.people) for reach in plan.reaches] == [(LOAN, 2), (FLATS, 0)]
    assert plan.reaches[0].example is not None
    example = bulletin.example("zh-Hans", corpus, plan.reaches[0].example)
    assert "高新企业" not in example
    assert "注册地" in example
    assert state.store.get("meta", rounds.KNOWN) == kept
    assert rounds.due(state) is None


def test_a_round_is_told_once_at_its_hour(state: BotState, before: Corpus, corpus: Corpus) -> None:
    subscribe(state, 1)
    rounds.baseline(state, before, MORNING)
    assert rounds.announce(state, corpus, MORNING - 20 * HOUR) == MORNING
    assert tell(state, corpus, MORNING - HOUR) == 0
    assert tell(state, corpus, MORNING) == 1
    assert letters(state) == [1]
    assert tell(state, corpus, MORNING) == 0
    assert rounds.due(state) is None
    assert planned(state, corpus).changes == ()


def test_a_round_that_was_slept_through_waits_for_the_next_morning(
    state: BotState, before: Corpus, corpus: Corpus
) -> None:
    subscribe(state, 1)
    rounds.baseline(state, before, MORNING)
    rounds.announce(state, corpus, MORNING - HOUR)
    assert tell(state, corpus, MORNING + 5 * HOUR) == 0
    assert rounds.due(state) == MORNING + 24 * HOUR
    assert tell(state, corpus, MORNING + 24 * HOUR) == 1


def test_who_was_told_before_a_crash_is_not_told_again(state: BotState, before: Corpus, corpus: Corpus) -> None:
    for user in (1, 2):
        subscribe(state, user)
    rounds.baseline(state, before, MORNING)
    rounds.announce(state, corpus, MORNING)
    waiting = state.meta.get(rounds.ROUND)
    state.subscriptions.set_on(2, False)
    assert tell(state, corpus, MORNING) == 1
    state.meta.set(rounds.ROUND, waiting)  # as if the process had died before it could close the round
    state.subscriptions.set_on(2, True)
    assert tell(state, corpus, MORNING) == 1
    assert letters(state) == [1, 2]


def test_a_blocked_reader_and_an_erased_one_are_passed_over(state: BotState, before: Corpus, corpus: Corpus) -> None:
    for user in (1, 2):
        subscribe(state, user)
    rounds.baseline(state, before, MORNING)
    rounds.announce(state, corpus, MORNING)
    state.accounts.set_blocked(1, True)
    state.erase(2)
    assert tell(state, corpus, MORNING) == 0


def test_two_announcements_before_the_hour_are_one_message(state: BotState, before: Corpus, corpus: Corpus) -> None:
    subscribe(state, 1)
    rounds.baseline(state, before, MORNING)
    rounds.announce(state, corpus, MORNING - 20 * HOUR)
    later = load_corpus(more=(SHELF / "later",))
    assert rounds.announce(state, later, MORNING - 2 * HOUR) == MORNING
    assert tell(state, later, MORNING) == 1
    (letter,) = state.outbox.in_state("waiting")
    assert "新增：示范区首贷贴息试行办法第二条" in letter.payload["html"]
    assert "延长至" not in letter.payload["html"]


def test_keys_of_what_was_told_name_nobody_once_erased(state: BotState, before: Corpus, corpus: Corpus) -> None:
    subscribe(state, 1, {**LIN, "rnd_staff": {"value": 12, "text": "12人研发"}})
    rounds.baseline(state, before, MORNING)
    rounds.announce(state, corpus, MORNING)
    tell(state, corpus, MORNING)
    (letter,) = state.outbox.in_state("waiting")
    state.outbox.claim(letter.key, 1, letter.payload, MORNING)
    state.outbox.sent(letter.key, 5, MORNING)
    assert len(list(state.outbox.all())) == 2  # one message, recorded for both articles
    assert "subscriptions" in state.export(1)
    state.erase(1)
    assert state.subscriptions.get(1) is None
    assert all(each.user is None for each in state.outbox.all())
    assert state.export(1) == {}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    acts=st.lists(st.sampled_from(["announce", "tell", "crash", "off", "on", "mute", "unmute", "later"]), max_size=12)
)
def test_whatever_happens_nobody_hears_twice_or_after_opting_out(
    tmp_path_factory: pytest.TempPathFactory, before: Corpus, corpus: Corpus, acts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    state = BotState.open(folder, bytes(32))
    shelves, shelf, now = [corpus, LATER(corpus)], 0, MORNING
    subscribe(state, 1)
    rounds.baseline(state, before, now)
    heard: list[tuple[str, str]] = []
    for act in acts:
        wish = state.subscriptions.get(1)
        assert wish is not None
        if act == "announce":
            rounds.announce(state, shelves[shelf], now)
        elif act == "tell":
            now += 24 * HOUR
            while news.good_hour(now) != now:
                now += HOUR
            tell(state, shelves[shelf], now)
            for letter in state.outbox.in_state("waiting"):
                assert wish.on
                assert "first-loan" not in wish.muted
                heard.append((letter.key, letter.payload["html"]))
                state.outbox.claim(letter.key, 1, letter.payload, now)
                state.outbox.sent(letter.key, 1, now)
        elif act == "crash":
            state.close()
            state = BotState.open(folder, bytes(32))
        elif act in ("off", "on"):
            state.subscriptions.set_on(1, act == "on")
        elif act == "mute":
            state.subscriptions.mute(1, "first-loan")
        elif act == "unmute":
            state.subscriptions.unmute(1, "first-loan")
        else:
            shelf = 1
    state.close()
    assert len(set(heard)) == len(heard) <= 2


def LATER(corpus: Corpus) -> Corpus:  # noqa: N802 - a value made from a fixture
    """The corpus with the article's end moved by a year."""
    article = corpus.articles[LOAN]
    moved = replace(article, validity=replace(article.validity, until=dt.date(2027, 12, 31)))
    return replace(corpus, articles={**corpus.articles, LOAN: moved})


# --- words ----------------------------------------------------------------------------------------


def test_a_message_gives_own_words_and_for_mere_answers_what_was_told(corpus: Corpus) -> None:
    facts = {"region": LIN["region"], "high_tech_certified": {"value": True, "text": "true"}}
    (message,) = news.messages([Change(LOAN, "added", "m")], corpus, [Reader(1, facts)], DAY)
    assert "因为您写过“在银川”。" in bulletin.letter("zh-Hans", corpus, message)
    told_only = {name: {**fact, "text": ""} for name, fact in facts.items()}
    (message,) = news.messages([Change(LOAN, "added", "m")], corpus, [Reader(1, told_only)], DAY)
    assert "by what you told me: " in bulletin.letter("en", corpus, message)


def test_markup_in_own_words_is_harmless(corpus: Corpus) -> None:
    facts = {**LIN, "region": {"value": "CN-64/yinchuan", "text": "<b>银川"}}
    (message,) = news.messages([Change(LOAN, "added", "m")], corpus, [Reader(1, facts)], DAY)
    assert "&lt;b&gt;银川" in bulletin.letter("zh-Hant", corpus, message)


def test_what_fits_less_closely_is_counted(corpus: Corpus) -> None:
    changes = [Change(name, "added", "m") for name in corpus.articles]
    asked = frozenset(corpus.vocabulary.themes)
    (message,) = news.messages(changes, corpus, [Reader(1, LIN, asked=asked)], DAY)
    assert len(message.items) == news.SHOWN
    assert f"{len(message.left)} more fit less closely" in bulletin.letter("en", corpus, message)
