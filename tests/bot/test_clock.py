"""Clocks: the demo's starts where it should, moves both readings together, and never goes back."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import DEMO_START, ClockError, DemoClock, SystemClock


def test_the_demo_starts_on_its_day_in_shanghai() -> None:
    assert datetime.fromtimestamp(DEMO_START / 1000, UTC).isoformat() == "2026-11-22T02:00:00+00:00"


def test_the_system_clock_gives_milliseconds() -> None:
    clock = SystemClock()
    assert abs(clock.now() - time.time() * 1000) < 1000
    assert 0 <= clock.monotonic() - time.monotonic() * 1000 + 1 < 1000


def test_it_runs(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock")
    first, since = clock.now(), clock.monotonic()
    time.sleep(0.02)
    assert DEMO_START <= first < clock.now() < first + 5000
    assert clock.monotonic() > since


def test_it_stands_still_on_request(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock", running=False)
    time.sleep(0.005)
    assert (clock.now(), clock.monotonic()) == (DEMO_START, 0)


def test_advancing_moves_both_readings_and_is_kept(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock", running=False)
    month = 31 * 24 * 3600 * 1000
    assert clock.advance(timedelta(days=31)) == clock.now() == DEMO_START + month
    assert clock.monotonic() == month
    assert DemoClock(tmp_path / "clock").now() >= DEMO_START + month  # without a close


def test_it_goes_on_exactly_where_it_was_closed(tmp_path: Path) -> None:
    clock = DemoClock(tmp_path / "clock")
    clock.advance(timedelta(hours=3))
    clock.now()
    clock.close()
    closed = clock.now()
    clock.close()
    assert 0 <= DemoClock(tmp_path / "clock").now() - closed < 1000


def test_a_killed_demo_never_goes_back(tmp_path: Path) -> None:
    shown = 0
    for _ in range(5):
        clock = DemoClock(tmp_path / "clock")
        assert clock.now() >= shown
        clock.advance(timedelta(milliseconds=7))
        shown = clock.now()
        assert shown <= DEMO_START + 60_000


def test_going_back_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClockError, match="does not go back"):
        DemoClock(tmp_path / "clock").advance(timedelta(days=-1))


@pytest.mark.parametrize("text", ["", "{}", '{"now": "x"}', '{"now": -5}', '{"now": true}', "[]"])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "clock").write_text(text)
    with pytest.raises(ClockError, match="clock: not a demo clock"):
        DemoClock(tmp_path / "clock")
