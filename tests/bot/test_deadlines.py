"""Deadlines that people set: how they are read, and when somebody is reminded of them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.deadlines import DAYS_BEFORE, Key, Watch, due, key_prefix, next_due
from bot.ladders import opening
from bot.parse_input import InputError, deadline
from bot.render.figures import SHANGHAI, shanghai
from bot.state import Outbox

SUNDAY = dt.date(2026, 11, 22)
HOUR = 3_600_000


# -- reading a day to come --------------------------------------------------------------------------

DAYS = {
    "12月31日": "2026-12-31",
    "十二月三十一日": "2026-12-31",
    "12月31日前": "2026-12-31",
    "截止日期是12月31日": "2026-12-31",
    "2026-12-31": "2026-12-31",
    "by 31 December": "2026-12-31",
    "the deadline is 31 Dec": "2026-12-31",
    "before 5 Jan 2027": "2027-01-05",
    "6月1日": "2027-06-01",  # the next one, though the last is nearer
    "1 June": "2027-06-01",
    "11月22日": "2026-11-22",  # today
    "today": "2026-11-22",
    "明天": "2026-11-23",
    "in two weeks": "2026-12-06",
    "In 2 weeks.": "2026-12-06",
    "within 10 days": "2026-12-02",
    "one week": "2026-11-29",
    "in a month": "2026-12-22",
    "two months from now": "2027-01-22",
    "in a year": "2027-11-22",
    "两周后": "2026-12-06",
    "兩週後": "2026-12-06",
    "3个星期后": "2026-12-13",
    "三天内": "2026-11-25",
    "10天之内": "2026-12-02",
    "一个月后": "2026-12-22",
    "半年后": "2027-05-22",
    "月底": "2026-11-30",
    "下個月底": "2026-12-31",
    "end of next month": "2026-12-31",
    "年底": "2026-12-31",
    "the end of the year": "2026-12-31",
    "2025年1月1日": "2025-01-01",  # a year is taken at its word
    "昨天": "2026-11-21",
}


@pytest.mark.parametrize("words", DAYS)
def test_reads(words: str) -> None:
    assert deadline(words, SUNDAY).isoformat() == DAYS[words]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "date-empty"),
        ("soon", "date-unclear"),
        ("三天前", "date-unclear"),
        ("半个月内", "date-unclear"),
        ("12月", "date-month-only"),
        ("05/06/2027", "date-ambiguous"),
        ("2月30日", "date-nonexistent"),
        ("in 500 years", "date-far"),
        ("x" * 500, "date-unclear"),
    ],
)
def test_refuses(words: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        deadline(words, SUNDAY)
    assert caught.value.code == code


def test_the_last_day_of_a_shorter_month() -> None:
    assert deadline("in one month", dt.date(2027, 1, 31)) == dt.date(2027, 2, 28)
    assert deadline("end of next month", dt.date(2026, 12, 5)) == dt.date(2027, 1, 31)


# -- reminding --------------------------------------------------------------------------------------


def at(text: str) -> int:
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp()) * 1000


def played(watch: Watch, start: int, until: int) -> list[tuple[str, int]]:
    """When reminders go out and how many days they say are left, hopping from one due instant to the next."""
    sent: set[Key] = set()
    now, log = start, []
    while True:
        for each in due([watch], now, sent):
            assert not sent & set(each.keys)
            sent |= set(each.keys)
            log.append((f"{shanghai(now):%Y-%m-%d %H:%M}", each.left))
        coming = next_due([watch], now, sent)
        if coming is None or coming > until:
            return log
        assert coming > now
        now = coming


def test_fourteen_three_and_no_days_before() -> None:
    watch = Watch("c", dt.date(2026, 12, 31), at("2026-11-22 10:00"))
    assert played(watch, watch.since, at("2027-02-01 00:00")) == [
        ("2026-12-17 09:00", 14),
        ("2026-12-28 09:00", 3),
        ("2026-12-31 09:00", 0),
    ]


def test_what_falls_on_a_rest_day_comes_before_it() -> None:
    watch = Watch("c", dt.date(2026, 12, 27), at("2026-11-23 10:00"))  # a Sunday
    assert played(watch, watch.since, at("2027-02-01 00:00")) == [
        ("2026-12-11 09:00", 16),  # the 13th is a Sunday
        ("2026-12-24 09:00", 3),
        ("2026-12-25 09:00", 2),  # nobody is written to on the Sunday, and Monday is too late
    ]


def test_a_long_holiday_brings_one_message_for_two_steps() -> None:
    watch = Watch("c", dt.date(2026, 10, 5), at("2026-09-01 10:00"))  # 1 to 7 October are holidays
    log = played(watch, watch.since, at("2026-11-01 00:00"))
    assert [left for _, left in log] == [14, 5]
    assert len(log) == 2


def test_what_came_before_it_was_set_is_not_sent() -> None:
    watch = Watch("c", dt.date(2026, 11, 27), at("2026-11-24 09:30"))  # three days before, after nine
    assert played(watch, watch.since, at("2027-01-01 00:00")) == [("2026-11-27 09:00", 0)]
    today = Watch("c", dt.date(2026, 11, 24), at("2026-11-24 10:00"))
    assert played(today, today.since, at("2027-01-01 00:00")) == []


def test_after_a_standstill_the_steps_are_one_message_and_nothing_comes_too_late() -> None:
    watch = Watch("c", dt.date(2026, 12, 31), at("2026-11-22 10:00"))
    (found,) = due([watch], at("2026-12-29 11:00"), set())
    assert found.left == 2
    assert found.keys == (watch.key(14), watch.key(3))
    assert due([watch], at("2027-01-04 10:00"), set()) == []
    assert next_due([watch], at("2026-12-31 22:30"), set()) is None


def test_nothing_in_quiet_hours() -> None:
    watch = Watch("c", dt.date(2026, 12, 31), at("2026-11-22 10:00"))
    assert due([watch], at("2026-12-28 07:59"), {watch.key(14)}) == []
    assert due([watch], at("2026-12-28 22:00"), {watch.key(14)}) == []
    assert next_due([watch], at("2026-12-28 22:00"), {watch.key(14)}) == at("2026-12-29 09:00")


def test_keys_name_the_day_so_that_a_changed_deadline_is_told_anew() -> None:
    first, second = (Watch("c", dt.date(2026, 12, day), 0) for day in (30, 31))
    assert not set(first.keys) & set(second.keys)
    assert all(Outbox.key(*key).startswith(key_prefix("c")) for key in first.keys)


@given(
    day=st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ahead=st.integers(0, 60 * 24),
    skipped=st.sets(st.sampled_from(DAYS_BEFORE)),
)
@settings(max_examples=60, deadline=None)
def test_never_in_quiet_hours_never_late_never_twice(day: dt.date, ahead: int, skipped: set[int]) -> None:
    end = int(dt.datetime.combine(day, dt.time(23, 59), SHANGHAI).timestamp()) * 1000
    watch = Watch("c", day, end - ahead * HOUR)
    sent: set[Key] = {watch.key(each) for each in skipped}
    now, told = watch.since, 0
    while (coming := next_due([watch], now, sent)) is not None:
        now = coming
        assert opening(now) == now
        assert shanghai(now).date() <= day
        (found,) = due([watch], now, sent)
        assert found.left >= 0
        sent |= set(found.keys)
        told += 1
    assert told + len(skipped) <= len(DAYS_BEFORE)
