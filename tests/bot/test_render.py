"""Figures, words and errors in three languages."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import render
from bot.texts import LANGUAGES, Html, texts
from ledger import errors
from ledger.types import (
    CONFIRMATION_STATES,
    DISPUTE_REASONS,
    EVENT_TYPES,
    PAYER_KINDS,
    PAYMENT_STATES,
    REFUSALS,
    ROLES,
    SIZES,
)

NOON = 1_795_320_000_000  # 2026-11-22 12:00 in Shanghai


def test_money_is_exact() -> None:
    assert render.money(62_000_000) == "¥620,000.00"
    assert render.money(1) == "¥0.01"
    assert render.money(0) == "¥0.00"
    assert render.money(-12_345) == "-¥123.45"
    assert render.money(10**13) == "¥100,000,000,000.00"


@pytest.mark.parametrize(
    ("fen", "english", "simplified", "traditional"),
    [
        (80_000_000, "0.8m", "80万元", "80萬元"),
        (500_000_000, "5m", "500万元", "500萬元"),
        (12_000_000_000, "120m", "1.2亿元", "1.2億元"),
        (2_700_000, "27k", "2.7万元", "2.7萬元"),
        (10**13, "100bn", "1,000亿元", "1,000億元"),
        (81_234_567, "¥812,345.67", "¥812,345.67", "¥812,345.67"),
        (12_345, "¥123.45", "¥123.45", "¥123.45"),
    ],
)
def test_money_in_talk_is_never_rounded(fen: int, english: str, simplified: str, traditional: str) -> None:
    assert [render.money_talk(language, fen) for language in LANGUAGES] == [english, simplified, traditional]


def test_exact_money_beside_talk() -> None:
    assert render.amount_of("zh-Hant", 80_000_000_000) == "¥800,000,000.00（8億元）"
    assert render.amount_of("en", 80_000_000) == "¥800,000.00 (0.8m)"
    assert render.amount_of("en", 12_345) == "¥123.45"


def test_dates_and_instants() -> None:
    assert render.date("en", dt.date(2026, 11, 2)) == "2 Nov 2026"
    assert render.date("zh-Hans", "2026-11-02") == "2026年11月2日"
    assert render.instant("en", NOON) == "22 Nov 2026, 12:00"
    assert render.instant("zh-Hant", NOON) == "2026年11月22日12:00"
    assert render.time_of_day(NOON + 59_999) == "12:00"


def test_numbers_percentages_labels() -> None:
    assert render.number(12_310) == "12,310"
    assert render.percent(42_000) == "4.2%"
    assert render.percent(30_000, 2) == "3.00%"
    assert render.percent(500, 1) == "0.05%"
    assert render.label(12) == "R-0012"
    assert render.label(12_345) == "R-12345"


def test_lists() -> None:
    assert render.listing("en", ["a", "b", "c"]) == "a, b and c"
    assert render.listing("zh-Hans", ["甲", "乙", "丙"]) == "甲、乙和丙"
    assert render.listing("zh-Hant", ["甲", "乙"], either=True) == "甲或乙"
    assert render.listing("en", ["a"]) == "a"
    assert render.listing("en", []) == ""
    assert render.listing("en", ["<", Html("<b>x</b>")]) == "&lt; and <b>x</b>"


def test_durations() -> None:
    hour = 3_600_000
    assert render.days("en", 1) == "1 day"
    assert render.days("zh-Hant", 30) == "30天"
    assert render.duration("en", 72 * hour) == "72 hours"
    assert render.duration("en", 7 * 24 * hour) == "7 days"
    assert render.duration("zh-Hans", 10 * 60_000) == "10分钟"
    assert render.duration("en", 1) == "1 minute"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-CN", "zh-Hans"), ("zh-hans", "zh-Hans"), ("zh", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-Hans-HK", "zh-Hans"), ("yue", "zh-Hant"),
        ("繁體", "zh-Hant"), ("简体", "zh-Hans"), ("en-GB", "en"), ("fr", "en"), ("", "en"), (None, "en"),
    ],
)  # fmt: skip
def test_language_codes(code: str | None, language: str) -> None:
    assert render.language_of(code) == language


def test_what_a_user_wrote_is_bounded() -> None:
    assert render.short("a\x00b\u202e\r\n\t c") == "ab c"
    assert render.short("x" * 61) == "x" * 59 + "…"
    assert render.short("x" * 60) == "x" * 60


@given(st.text(), st.integers(1, 80))
def test_short_is_one_bounded_line(text: str, limit: int) -> None:
    shown = render.short(text, limit)
    assert len(shown) <= limit
    assert shown.isprintable()


def test_every_code_has_a_name() -> None:
    families = {
        "confirmation": CONFIRMATION_STATES, "payment": PAYMENT_STATES, "role": ROLES, "reason": DISPUTE_REASONS,
        "kind": PAYER_KINDS, "size": SIZES, "event": EVENT_TYPES, "language": LANGUAGES,
    }  # fmt: skip
    for family, codes in families.items():
        for code in codes:
            assert f"words.{family}.{code}" in texts()
    assert render.word("zh-Hant", "reason", "QTY") == "數量"
    assert render.word("en", "reason", "<new>") == "&lt;new&gt;"


# --- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_is_told_with_and_without_fields(language: str, code: str) -> None:
    bare = render.refusal(language, errors.Refusal(code, "rule", "remedy"))
    full = errors.Refusal(
        code, "rule", "remedy", amount=5, most=9, state="rejected", claimed=1, confirmed=1, outstanding=1,
        roles=("maker",), expires_at=NOON,
    )  # fmt: skip
    assert bare == render.refusal(language, errors.Refusal(code, "rule", "remedy", odd=object(), amount=None))
    assert render.refusal(language, full)
    assert "{" not in bare


def test_refusals_say_the_figures_they_have() -> None:
    over = errors.Refusal("over-limit", "", "", amount=80_000_000, most=50_000_000)
    assert render.refusal("en", over).startswith("¥800,000.00 is above the ¥500,000.00 that you may sign.")
    role = errors.Refusal("wrong-role", "", "", roles=("maker", "checker"), has=("owner",))
    assert "经办人或复核人" in render.refusal("zh-Hans", role)
    assert render.refusal("en", errors.Refusal("brand-new", "", "")).startswith("The ledger did not admit this")


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_errors_never_show_files_or_log_wording(language: str) -> None:
    kinds: list[errors.LedgerError] = [
        errors.WrongPin(3), errors.WrongPin(1), errors.WrongPin(0), errors.PinClosed(), errors.ClockError("why"),
        errors.StorageError("/data/x", "why"), errors.LockedError("/data/x"), errors.CorruptError(3, "/data/x", "why"),
        errors.SignatureError("/data/x", "why"), errors.MalformedError("/data/x", "why"), errors.ErasedError("ab" * 32),
        errors.LedgerError("/data/x why"), errors.Refusal("stale", "why", "/data/x"),
    ]  # fmt: skip
    for error in kinds:
        told = render.ledger_error(language, error)
        assert told
        assert "/data" not in told
        assert "why" not in told


def test_wrong_pin_counts() -> None:
    assert "You have 3 tries left" in render.ledger_error("en", errors.WrongPin(3))
    assert "One more wrong entry" in render.ledger_error("en", errors.WrongPin(1))
    assert render.ledger_error("en", errors.WrongPin(0)) == render.ledger_error("en", errors.PinClosed())
