"""Calendar, statute versions, LPR rows and the clock of payment: examples from the regulation and the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger import law
from ledger.law import calendar, clock, lpr, reasons, terms
from tests.ledger.factories import make_terms, ms


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-10-20", 60, "2026-12-21"),  # the 19th is a Saturday
        ("2026-11-22", 30, "2026-12-22"),
        ("2026-09-21", 30, "2026-10-21"),
        ("2026-10-12", 30, "2026-11-11"),
        ("2026-09-01", 30, "2026-10-08"),  # National Day week
        ("2026-12-02", 30, "2027-01-01"),  # beyond the published years only weekends rest
    ],
)
def test_a_period_does_not_count_its_first_day_and_ends_on_a_working_day(start: str, days: int, end: str) -> None:
    assert calendar.period(day(start), days).day == day(end)


def test_a_make_up_workday_is_a_working_day() -> None:
    saturday = day("2026-10-10")
    assert saturday.weekday() == 5
    assert calendar.working_day(saturday) == (True, False)


def test_beyond_the_published_years_a_date_is_provisional_and_never_fails() -> None:
    assert calendar.period(day("2026-10-20"), 120) == calendar.End(day("2027-02-17"), day("2027-02-17"), True)
    assert calendar.period(day("2026-10-20"), 60).provisional is False
    assert calendar.working_day(day("2150-01-01")) == (True, True)
    assert calendar.working_day(day("1990-01-07")) == (False, True)


def test_working_days_skip_rest_days() -> None:
    assert calendar.working_period(day("2026-09-30"), 1).day == day("2026-10-08")
    assert calendar.working_period(day("2026-11-20"), 10).day == day("2026-12-04")
    with pytest.raises(ValueError, match="at least one"):
        calendar.working_period(day("2026-11-20"), 0)


@given(st.dates(date(2005, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_a_period_ends_on_the_first_working_day_from_the_counted_one(start: date, days: int) -> None:
    end = calendar.period(start, days)
    assert end.counted == start + timedelta(days=days)
    assert calendar.working_day(end.day)[0]
    between = (end.counted + timedelta(days=n) for n in range((end.day - end.counted).days))
    assert not any(calendar.working_day(rest)[0] for rest in between)


def test_a_civil_day_is_that_of_shanghai() -> None:
    assert calendar.today(ms("2026-11-22 00:00")) == day("2026-11-22")
    assert calendar.today(ms("2026-11-22 00:00") - 1) == day("2026-11-21")
    assert calendar.today(0) == day("1970-01-01")


def test_the_version_is_the_one_in_force_on_the_day() -> None:
    assert terms.version_on(day("2020-08-31")) is None
    assert [
        version.name for on in ("2020-09-01", "2025-05-31", "2025-06-01") if (version := terms.version_on(day(on)))
    ] == [
        "2020-09-01",
        "2020-09-01",
        "2025-06-01",
    ]


def test_the_duty_to_confirm_ends_thirty_days_after_the_request() -> None:
    assert law.duty_end(day("2026-11-22")).day == day("2026-12-22")
    assert law.duty_end(day("2026-10-12")).day == day("2026-11-11")
    assert law.duty_end(day("2026-10-15")).day == day("2026-11-16")  # the 14th is a Saturday


def test_a_complaint_is_passed_on_in_ten_working_days_and_answered_in_thirty_at_most_ninety() -> None:
    clocks = law.complaint(day("2026-11-12"), day("2026-11-20"), day("2026-12-01"))
    assert clocks is not None
    assert clocks.result is not None
    assert clocks.latest is not None
    assert (clocks.pass_on.day, clocks.result.day, clocks.latest.day) == (
        day("2026-12-04"),
        day("2026-12-31"),
        day("2027-03-01"),
    )
    open_end = law.complaint(day("2026-11-12"), day("2026-11-20"))
    assert open_end is not None
    assert open_end.result is None
    assert law.complaint(day("2025-05-31"), day("2025-06-03")) is None


@pytest.mark.parametrize(
    ("on", "ppm"),
    [
        ("2019-08-19", None),
        ("2019-08-20", 42_500),
        ("2021-12-19", 38_500),
        ("2021-12-20", 38_000),
        ("2025-05-19", 31_000),
        ("2025-05-20", 30_000),
        ("2025-11-20", 30_000),
        ("2025-11-21", None),  # never the last row
        ("2026-09-01", None),
    ],
)
def test_the_rate_of_a_day_is_the_last_one_announced_and_unknown_afterwards(on: str, ppm: int | None) -> None:
    found = lpr.one_year(day(on))
    assert (found.ppm if found else None) == ppm


def test_every_rate_names_its_source() -> None:
    assert [row.announced for row in lpr.ROWS] == sorted({row.announced for row in lpr.ROWS})
    assert "全国银行间同业拆借中心" in lpr.ROWS[0].source
    assert "2019-08-20" in lpr.ROWS[0].source


def codes(start: clock.Start) -> list[str]:
    return [reason.code for reason in start.because]


def acceptance(accepted_on: str | None, deadline_on: str | None) -> dict[str, object]:
    return {"agreed": True, "accepted_on": accepted_on, "deadline_on": deadline_on}


@pytest.mark.parametrize(
    ("changed", "start", "why"),
    [
        ({}, "2026-10-20", ["from-delivery"]),
        ({"delivered_on": None}, None, []),
        ({"settled_on": "2026-10-30"}, "2026-10-30", ["from-settlement"]),
        ({"acceptance": acceptance("2026-10-25", None)}, "2026-10-25", ["from-acceptance"]),
        ({"acceptance": acceptance("2026-10-25", "2026-10-31")}, "2026-10-25", ["from-acceptance"]),
        ({"acceptance": acceptance("2026-11-05", "2026-10-31")}, "2026-10-31", ["from-acceptance-deadline"]),
        ({"acceptance": acceptance(None, "2026-10-31")}, "2026-10-31", ["from-acceptance-deadline"]),
        ({"acceptance": acceptance(None, "2026-12-31")}, None, []),
        ({"acceptance": acceptance(None, None)}, None, []),
    ],
)
def test_the_clock_starts_at_delivery_acceptance_or_settlement(
    changed: dict[str, object], start: str | None, why: list[str]
) -> None:
    found = clock.start(make_terms(**changed), day("2026-11-22"))
    assert found.day == (day(start) if start else None)
    assert codes(found) == why


def test_what_is_missing_to_start_the_clock_is_named() -> None:
    assert clock.start(make_terms(delivered_on=None), day("2026-11-22")).missing == ("delivered_on",)
    waiting = clock.start(make_terms(acceptance=acceptance(None, "2026-12-31")), day("2026-11-22"))
    assert waiting.missing == ("accepted_on",)


def test_a_reason_is_one_of_the_list_with_its_fields() -> None:
    assert reasons.reason("contract-term", days=30).fields == {"days": 30}
    with pytest.raises(ValueError, match="contract-term"):
        reasons.reason("contract-term")
    with pytest.raises(ValueError, match="because"):
        reasons.reason("because")
