"""What the bot keeps: units of work, accounts, profiles, single-use buttons, the outbox; export and erase."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.inbox import Inbox
from bot.state import BotState, Pressed, StateError, Why
from bot.storage import TinyStore

KEY = bytes(range(32))
LIN, WEI = 11, 22


@pytest.fixture
def state(tmp_path: Path) -> Iterator[BotState]:
    state = BotState.open(tmp_path / "state", KEY)
    yield state
    state.close()


@contextmanager
def failing_unit(state: BotState) -> Iterator[None]:
    """A unit of work that ends with an error."""
    with suppress(ZeroDivisionError), state.message():
        yield
        raise ZeroDivisionError


def reopened(state: BotState, tmp_path: Path) -> BotState:
    state.close()
    return BotState.open(tmp_path / "state", KEY)


# -- units of work ---------------------------------------------------------------------------------------------------


def journal_lines(tmp_path: Path) -> int:
    return next((tmp_path / "state").glob("state.*.journal")).read_bytes().count(b"\n")


def test_one_message_is_one_line(state: BotState, tmp_path: Path) -> None:
    before = journal_lines(tmp_path)
    with state.message():
        state.accounts.link(LIN, "p1")
        state.meta.set("amount", 1)
        assert state.meta.get("amount") == 1
        assert journal_lines(tmp_path) == before
    assert journal_lines(tmp_path) == before + 1
    state.meta.set("amount", 2)  # outside a unit, at once
    assert journal_lines(tmp_path) == before + 2


def test_what_raises_changes_nothing(state: BotState) -> None:
    state.meta.set("amount", 1)
    with failing_unit(state):
        state.meta.set("amount", 2)
        state.meta.set("other", {})
    assert state.meta.get("amount") == 1
    assert state.meta.get("other") is None


def test_commit_abandon_and_joining(state: BotState) -> None:
    with failing_unit(state):
        state.meta.set("a", 1)
        state.commit()
        with state.message():  # joins
            state.meta.set("b", 1)
        state.abandon()
        state.meta.set("c", 1)
        with state.message(apart=True):
            state.meta.set("d", 1)
    assert [state.meta.get(name) for name in "abcd"] == [1, None, None, 1]
    state.commit()
    state.abandon()  # outside a unit there is nothing to do


async def test_tasks_do_not_see_each_others_unfinished_work(state: BotState) -> None:
    halfway, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        with state.message():
            state.meta.set("x", "unfinished")
            halfway.set()
            await go_on.wait()

    task = asyncio.create_task(slow())
    await halfway.wait()
    assert state.meta.get("x") is None
    with state.message():
        state.meta.set("y", 1)
    go_on.set()
    await task
    assert (state.meta.get("x"), state.meta.get("y")) == ("unfinished", 1)


async def test_a_task_that_outlives_its_unit_keeps_on_its_own(state: BotState) -> None:
    async def late() -> None:
        await asyncio.sleep(0.001)
        state.meta.set("late", 1)

    with state.message():
        task = asyncio.create_task(late())
    await task
    assert state.meta.get("late") == 1


def test_rows_are_copies_and_must_be_json(state: BotState) -> None:
    state.meta.set("x", [1])
    state.meta.get("x").append(2)
    assert state.meta.get("x") == [1]
    for bad in ({1, 2}, object(), float("nan")):
        with pytest.raises(StateError, match="Only JSON values can be kept"):
            state.meta.set("x", bad)
    assert state.meta.get("x") == [1]


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["put", "delete", "commit", "abandon", "begin", "end", "raise", "reopen"]),
        st.sampled_from("abc"),
        st.integers(0, 9),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_units_behave_like_a_plain_dict_with_rollback(tmp_path_factory: pytest.TempPathFactory, steps: object) -> None:
    folder = tmp_path_factory.mktemp("model")
    store = TinyStore(folder, KEY)
    kept: dict[str, int] = {}
    seen: dict[str, int] = {}
    unit = None
    for step, key, number in steps:  # type: ignore[attr-defined]
        if step == "put":
            store.put("t", key, {"n": number})
            seen[key] = number
        elif step == "delete":
            assert store.delete("t", key) == (seen.pop(key, None) is not None)
        elif step == "begin" and unit is None:
            unit = store.message()
            unit.__enter__()
        elif step == "end" and unit is not None:
            unit.__exit__(None, None, None)
            unit = None
        elif step == "raise" and unit is not None:
            assert not unit.__exit__(ValueError, ValueError(), None)
            unit, seen = None, dict(kept)
        elif step == "commit":
            store.commit()
            kept = dict(seen)
        elif step == "abandon" and unit is not None:
            store.abandon()
            seen = dict(kept)
        elif step == "reopen":
            if unit is not None:
                unit.__exit__(None, None, None)
                unit = None
            store.close()
            store = TinyStore(folder, KEY)
        if unit is None:
            kept = dict(seen)
        assert {k: row["n"] for k, row in store.rows("t")} == seen
        assert {k for k, _ in store.find("t", "n", number)} == {k for k, n in seen.items() if n == number}
    store.close()


# -- accounts, profiles ----------------------------------------------------------------------------------------------


def test_accounts_and_people_are_one_to_one(state: BotState, tmp_path: Path) -> None:
    assert state.accounts.get(LIN) is None
    assert state.accounts.touch(LIN, 5).chat == 5
    assert state.accounts.link(LIN, "p1").person == "p1"
    assert state.accounts.link(LIN, "p1").chat == 5
    with pytest.raises(StateError, match="already acts for somebody"):
        state.accounts.link(LIN, "p2")
    with pytest.raises(StateError, match="already has a Telegram account"):
        state.accounts.link(WEI, "p1")
    state.accounts.set_language(LIN, "zh-Hant")
    state.accounts.set_blocked(LIN, True)
    state.accounts.set(LIN, "digest", True)
    state.accounts.set(LIN, "gone", 1)
    state.accounts.set(LIN, "gone", None)
    state = reopened(state, tmp_path)
    account = state.accounts.of_person("p1")
    assert account is not None
    assert (account.user, account.language, account.blocked) == (LIN, "zh-Hant", True)
    assert account.settings == {"digest": True}
    state.accounts.unlink(LIN)
    assert state.accounts.of_person("p1") is None
    assert state.accounts.link(WEI, "p1").user == WEI
    assert [a.user for a in state.accounts.all()] == [LIN, WEI]
    state.close()


def test_profiles_keep_facts_with_their_words(state: BotState) -> None:
    state.profiles.learn(LIN, {"employees": {"value": 120, "text": "120人"}})
    state.profiles.learn(LIN, {"region": {"value": "CN-64", "text": "银川"}})
    assert state.profiles.decline(LIN, "credit_rating").declined == ("credit_rating",)
    assert state.profiles.learn(LIN, {"credit_rating": {"value": "A", "text": "A级"}}).declined == ()
    assert set(state.profiles.forget(LIN, "region").facts) == {"employees", "credit_rating"}
    assert [(user, len(profile.facts)) for user, profile in state.profiles.all()] == [(LIN, 2)]
    assert state.profiles.forget(LIN).facts == {}
    assert state.profiles.get(WEI).facts == {}


# -- buttons ---------------------------------------------------------------------------------------------------------


def test_a_button_works_once_and_takes_its_group_along(state: BotState, tmp_path: Path) -> None:
    actions = [("sign", {"fen": 1}), ("cancel", None)]
    sign, cancel = state.buttons.issue(LIN, actions, expires_at=100, seen="abc", chat=LIN)
    assert len(f"b:{sign}".encode()) <= 64
    state.buttons.bind(sign, LIN, 7)
    state = reopened(state, tmp_path)
    assert state.buttons.take(sign, WEI, 1) is Why.FOREIGN
    assert state.buttons.take(sign, LIN, 100) is Why.EXPIRED
    taken = state.buttons.take(sign, LIN, 99)
    assert isinstance(taken, Pressed)
    assert (taken.action, taken.args, taken.seen, taken.chat, taken.message) == ("sign", {"fen": 1}, "abc", LIN, 7)
    assert state.buttons.take(sign, LIN, 99) is Why.USED
    assert state.buttons.take(cancel, LIN, 99) is Why.USED
    state.close()


@pytest.mark.parametrize("nonce", ["", "x", "x.0", ".", "{}.2", "{}.-1", "{}.", "{}.①", "{}.0.0"])
def test_unknown_buttons(state: BotState, nonce: str) -> None:
    group = state.buttons.issue(LIN, [("a", 1), ("b", 2)], expires_at=9)[0].partition(".")[0]
    assert state.buttons.take(nonce.format(group), LIN, 1) is Why.UNKNOWN


def test_buttons_that_work_until_they_expire_revoking_and_pruning(state: BotState) -> None:
    (page,) = state.buttons.issue(LIN, [("page", 2)], expires_at=10, single_use=False)
    assert isinstance(state.buttons.take(page, LIN, 1), Pressed)
    assert isinstance(state.buttons.take(page, LIN, 2), Pressed)
    assert len(state.buttons.live(LIN, 2)) == 1
    state.buttons.revoke(page, 3)
    assert state.buttons.take(page, LIN, 3) is Why.EXPIRED
    assert state.buttons.live(LIN, 3) == []
    assert state.buttons.prune(10) == 0
    assert state.buttons.prune(11) == 1
    assert state.buttons.take(page, LIN, 3) is Why.UNKNOWN


# -- outbox ----------------------------------------------------------------------------------------------------------


def test_a_letter_is_claimed_once_whatever_becomes_of_the_unit(state: BotState, tmp_path: Path) -> None:
    key = state.outbox.key("r1", "confirmation", 7, "p/1")
    assert key == "r1/confirmation/7/p%2F1"
    with failing_unit(state):
        assert state.outbox.claim(key, LIN, {"text": "x"}, 1)
    assert not state.outbox.claim(key, LIN, {"text": "x"}, 2)
    state = reopened(state, tmp_path)
    (letter,) = state.outbox.recover(3)
    assert (letter.state, letter.why) == ("uncertain", "the process ended while it was being sent")
    assert not state.outbox.claim(key, LIN, {}, 4)
    state.close()


def test_a_queued_letter_goes_with_its_unit_and_can_then_be_claimed(state: BotState) -> None:
    with failing_unit(state):
        state.outbox.queue("k", LIN, {"text": "x"}, 1)
    assert state.outbox.get("k") is None
    with state.message():
        assert state.outbox.queue("k", LIN, {"text": "x"}, 1)
        assert not state.outbox.queue("k", LIN, {"text": "y"}, 1)
        assert state.outbox.claim("k", LIN, {"text": "x"}, 1)  # in the unit that queued it
        assert not state.outbox.claim("k", LIN, {"text": "x"}, 1)
    assert not state.outbox.claim("k", LIN, {"text": "x"}, 1)
    state.outbox.sent("k", 42, 2)
    letter = state.outbox.get("k")
    assert letter is not None
    assert (letter.state, letter.message, letter.payload) == ("sent", 42, None)
    assert state.outbox.in_state("sent") == [letter] == list(state.outbox.all())
    assert state.outbox.in_state("waiting") == []
    assert not state.outbox.queue("k", LIN, {"text": "x"}, 3)


def test_what_failed_or_is_uncertain_can_be_listed(state: BotState) -> None:
    for name in "abc":
        state.outbox.claim(name, LIN, {}, 1)
    state.outbox.failed("a", "blocked", 2)
    state.outbox.uncertain("b", "timed out", 2)
    assert [letter.key for letter in state.outbox.in_state("failed")] == ["a"]
    assert [letter.key for letter in state.outbox.in_state("pending")] == ["c"]
    assert len(list(state.outbox.all())) == 3
    with pytest.raises(StateError, match="no letter z"):
        state.outbox.sent("z", None, 3)


# -- a user's data ---------------------------------------------------------------------------------------------------


def fill(state: BotState, user: int, secret: str) -> None:
    state.accounts.link(user, f"p{user}")
    state.profiles.learn(user, {"region": {"value": secret, "text": secret}})
    state.buttons.issue(user, [("sign", secret)], expires_at=9)
    state.outbox.claim(f"sent/{user}", user, {"text": secret}, 1)
    state.outbox.sent(f"sent/{user}", 1, 2)
    state.outbox.queue(f"waiting/{user}", user, {"text": secret}, 1)
    Inbox(state.store).receive([{"update_id": user, "message": {"from": {"id": user}, "text": secret}}])
    state.store.put("ptb_user", str(user), {"data": {"note": secret}})
    state.store.put("ptb_conversation", f"c{user}", {"name": "c", "key": [user], "user": user, "state": 1})


def test_export_is_everything_about_one_user_and_erase_leaves_none_of_it(state: BotState, tmp_path: Path) -> None:
    fill(state, LIN, "lin's secret")
    fill(state, WEI, "wei's secret")
    exported = state.export(LIN)
    assert set(exported) == {
        "accounts", "profiles", "buttons", "outbox", "sent", "inbox", "ptb_user", "ptb_conversation",
    }  # fmt: skip
    assert "lin's secret" in str(exported)
    assert "wei" not in str(exported)
    assert state.erase(LIN) >= 8
    assert state.export(LIN) == {}
    assert state.accounts.of_person(f"p{LIN}") is None
    assert not state.outbox.claim(f"sent/{LIN}", LIN, {}, 5)  # still not twice
    state = reopened(state, tmp_path)
    storage = state.store.db.storage  # type: ignore[attr-defined]
    assert "lin's secret" not in str(storage.read())
    assert journal_lines(tmp_path) == 1  # compacted: the old bytes are gone from disk
    assert len(state.export(WEI)) == 8
    state.close()
