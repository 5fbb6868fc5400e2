"""What people type: amounts, dates, terms, rates; every refusal by its code."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import render
from bot.parse_input import InputError, amount, date, rate_ppm, term_days
from bot.texts import LANGUAGES, texts
from ledger.types import MAX_FEN

AMOUNTS = {
    "800k": 800_000_00, "800 K": 800_000_00, "620k": 620_000_00, "0.001k": 1_00, "1.25m": 1_250_000_00,
    "RMB 4.5 million": 4_500_000_00, "4.5 million yuan": 4_500_000_00, "2bn": 2_000_000_000_00,
    "¥800,000.00": 800_000_00, "￥800,000.00": 800_000_00, "620,000": 620_000_00, "620 000": 620_000_00,
    "620000.5": 620_000_50, ".5": 50, "0.01": 1, "CNY 5": 5_00, "5元": 5_00, "5块钱": 5_00,
    "80万": 800_000_00, "80萬": 800_000_00, "８０万": 800_000_00, "80 万 元": 800_000_00, "80w": 800_000_00,
    "八十万": 800_000_00, "八十萬元整": 800_000_00, "一百二十万": 1_200_000_00, "壹佰萬元整": 1_000_000_00,
    "两亿": 200_000_000_00, "兩億": 200_000_000_00, "1.2亿": 120_000_000_00, "1亿2000万": 120_000_000_00,
    "三百五十万八千元": 3_508_000_00, "80万5千": 805_000_00, "1.5千万": 15_000_000_00, "3百万": 3_000_000_00,
    "1,000万": 10_000_000_00, "一千零五十万": 10_500_000_00, "十五万": 150_000_00, "三百零五": 305_00,
    "一亿零五百万": 105_000_000_00, "80000萬": 800_000_000_00, "1000亿": MAX_FEN, "人民币八十万元": 800_000_00,
}  # fmt: skip
BAD_AMOUNTS = {
    "": "empty", "  ": "empty", "abc": "unclear", "8e5": "unclear", "-": "unclear", "¥": "unclear", "万": "unclear",
    "百万": "unclear", "一百二": "unclear", "八万五": "unclear", "1万亿": "unclear", "80万90万": "unclear",
    "12 apples": "unclear",
    "5万1亿": "unclear", "1.5万5千": "unclear", "800k or so": "unclear", "9" * 60: "unclear", "٣": "unclear",
    "0": "zero", "0.00": "zero", "零": "zero", "-0": "zero", "-5": "negative", "−5": "negative", "-¥5": "negative",
    "¥-5": "negative",
    "负五万": "negative", "minus 5": "negative", "1.234": "decimals", "620.000": "decimals", "0.001": "decimals",
    "12345678901234": "too-large", "1001亿": "too-large", "100000000000.01": "too-large",
    "62,00": "grouping", "62,0000": "grouping", "620.000,00": "grouping", "1.2.3": "grouping", "1,000 000": "grouping",
    "$5": "currency", "USD 5": "currency", "5 euros": "currency", "100美元": "currency", "HK$80,000": "currency",
    "新台幣5萬": "currency",
}  # fmt: skip
TODAY = dt.date(2026, 11, 22)
DATES = {
    "2026-10-20": "2026-10-20", "2026/1/5": "2026-01-05", "2026.10.20": "2026-10-20", "20261020": "2026-10-20",
    "20 Oct 2026": "2026-10-20", "Oct 20 2026": "2026-10-20", "October 20, 2026": "2026-10-20",
    "20-Oct-2026": "2026-10-20",
    "1 September 2026": "2026-09-01", "1 Sept. 2026": "2026-09-01", "20th of October 2026": "2026-10-20",
    "2026年10月20日": "2026-10-20", "2026年10月20號": "2026-10-20", "２０２６年１０月２０日": "2026-10-20",
    "2026 年 10 月 20 日": "2026-10-20", "二〇二六年十月二十日": "2026-10-20", "20/10/2026": "2026-10-20",
    "10/20/2026": "2026-10-20", "06/06/2026": "2026-06-06", "29 Feb 2028": "2028-02-29",
    "10月20日": "2026-10-20", "20 Oct": "2026-10-20", "12月20日": "2026-12-20", "5 May": "2027-05-05",
    "去年12月5号": "2025-12-05",
    "明年1月3日": "2027-01-03", "今年三月一日": "2026-03-01", "today": "2026-11-22", "昨天": "2026-11-21",
    "前天": "2026-11-20",
}  # fmt: skip
BAD_DATES = {
    "": "empty", "banana": "unclear", "1 Foo 2026": "unclear", "99999": "unclear", "2026": "unclear",
    "20 Oct 26": "unclear",
    "2026-10/20": "unclear", "十十月五日": "unclear", "x" * 60: "unclear", "05/06/2026": "ambiguous",
    "5.6.2026": "ambiguous",
    "31 Feb 2026": "nonexistent", "2026年2月31日": "nonexistent", "2026-13-01": "nonexistent",
    "13/13/2026": "nonexistent",
    "2月30日": "nonexistent", "0月5日": "nonexistent", "29 Feb 2026": "nonexistent", "2月29日": "nonexistent",
    "1850-01-01": "far", "9999-12-31": "far", "Oct 2026": "month-only", "2026年10月": "month-only",
    "2026-10": "month-only", "10月": "month-only",
}  # fmt: skip
TERMS = {
    "120 days": 120, "1 day": 1, "120天": 120, "60日": 60, "net 60": 60, "Net 30 days": 30, "60": 60, "0": 0,
    "六十天": 60,
    "一百二十天": 120, "30日内": 30, "within 45 days": 45, "货到30天付款": 30, "賬期90天": 90, "90d": 90,
}  # fmt: skip
BAD_TERMS = {
    "": "empty", "soon": "unclear", "-5 days": "unclear", "1.5 days": "unclear", "60 days or 90 days": "unclear",
    "一百二": "unclear",
    "3 months": "not-days", "3个月": "not-days", "月结60天": "not-days", "two weeks": "not-days", "3651": "too-long",
}  # fmt: skip
RATES = {
    "4.2%": 42_000,
    "4.35 %": 43_500,
    "年化4.2%": 42_000,
    "5 percent": 50_000,
    "3个点": 30_000,
    "0.0001%": 1,
    "6% p.a.": 60_000,
}
BAD_RATES = {
    "": "empty",
    "0.05": "unclear",
    "high": "unclear",
    "-4%": "unclear",
    "0%": "range",
    "101%": "range",
    "0.00001%": "range",
}


@pytest.mark.parametrize("typed", AMOUNTS)
def test_amounts(typed: str) -> None:
    assert amount(typed) == AMOUNTS[typed]


@pytest.mark.parametrize("typed", DATES)
def test_dates(typed: str) -> None:
    assert date(typed, TODAY) == dt.date.fromisoformat(DATES[typed])


@pytest.mark.parametrize("typed", TERMS)
def test_terms(typed: str) -> None:
    assert term_days(typed) == TERMS[typed]


@pytest.mark.parametrize("typed", RATES)
def test_rates(typed: str) -> None:
    assert rate_ppm(typed) == RATES[typed]


@pytest.mark.parametrize("typed", BAD_AMOUNTS)
def test_amounts_that_are_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        amount(typed)
    assert caught.value.code == f"amount-{BAD_AMOUNTS[typed]}"


@pytest.mark.parametrize("typed", BAD_DATES)
def test_dates_that_are_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        date(typed, TODAY)
    assert caught.value.code == f"date-{BAD_DATES[typed]}"


@pytest.mark.parametrize("typed", ["10月20日", "20 Oct", "去年12月5号"])
def test_a_date_without_a_year_needs_a_reference(typed: str) -> None:
    with pytest.raises(InputError, match="date-no-year"):
        date(typed)


@pytest.mark.parametrize("typed", BAD_TERMS)
def test_terms_that_are_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        term_days(typed)
    assert caught.value.code == f"term-{BAD_TERMS[typed]}"


@pytest.mark.parametrize("typed", BAD_RATES)
def test_rates_that_are_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        rate_ppm(typed)
    assert caught.value.code == f"rate-{BAD_RATES[typed]}"


def test_every_refusal_is_worded() -> None:
    codes = {f"amount-{code}" for code in BAD_AMOUNTS.values()} | {f"date-{code}" for code in BAD_DATES.values()}
    codes |= {f"term-{code}" for code in BAD_TERMS.values()} | {f"rate-{code}" for code in BAD_RATES.values()}
    codes.add("date-no-year")
    assert {key.removeprefix("errors.input.") for key in texts() if key.startswith("errors.input.")} == codes


def test_what_was_typed_is_shown_back_safely() -> None:
    with pytest.raises(InputError) as caught:
        amount("<b>\u202e80\x00x")
    assert "“&lt;b&gt;80x”" in render.input_error("en", caught.value)


@given(st.integers(1, MAX_FEN))
def test_money_reads_back(fen: int) -> None:
    assert amount(render.money(fen)) == fen
    for language in LANGUAGES:
        assert amount(render.money_talk(language, fen)) == fen


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_dates_read_back(day: dt.date) -> None:
    for language in LANGUAGES:
        assert date(render.date(language, day)) == day
    assert date(day.isoformat()) == day


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    for parse in (amount, date, term_days, rate_ppm):
        try:
            parse(typed)
        except InputError as error:
            told = [render.input_error(language, error) for language in LANGUAGES]
            assert len(set(told)) > 1  # any text may be read, too
