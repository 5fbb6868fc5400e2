"""Numbers and quantities in three scripts; what was formatted is read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.facts import numerals, quantities
from policies.facts.normal import normalise

DIGITS = "零一二三四五六七八九"


def spell(value: int) -> str:
    """Chinese numeral of 1 … 99,999,999, the schoolbook way."""
    if value >= 10_000:
        rest = value % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return spell(value // 10_000) + "万" + (gap + spell(rest) if rest else "")
    out, zero = "", False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + word
            zero = False
        else:
            zero = True
    return out


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2亿", "120000000"),
        ("八百万", "8000000"),
        ("三千六百萬", "36000000"),
        ("30万", "300000"),
        ("五十五", "55"),
        ("两个亿", "200000000"),
        ("个把亿", "100000000"),
        ("3万5", "35000"),
        ("四万二", "42000"),
        ("两百八", "280"),
        ("一千零五", "1005"),
        ("十二", "12"),
        ("二〇一七", "2017"),
        ("三点八五", "3.85"),
        ("1,234,567.89", "1234567.89"),
        ("2亿3千5百万", "235000000"),
        ("半个亿", "50000000"),
        ("一亿半", "150000000"),
        ("80w", "800000"),
        ("500k", "500000"),
        ("4.5 million", "4500000"),
        ("6.4 mil", "6400000"),
        ("1.8m", "1800000"),
        ("half a million", "500000"),
        ("a dozen", "12"),
        ("thirty-eight", "38"),
        ("two hundred and ten", "210"),
        ("one and a half million", "1500000"),
        ("1.5 亿", "150000000"),
        ("５０万", "500000"),
    ],
)
def test_numbers_as_people_write_them(text: str, value: str) -> None:
    found = list(numerals.find(normalise(text).normal))
    assert [n.value for n in found] == [Decimal(value)]


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert numerals.chinese(spell(value)) == value


@given(st.integers(0, 10**15 - 1))
def test_arabic_numerals_round_trip(value: int) -> None:
    assert [n.value for n in numerals.find(f"{value:,}")] == [value]
    assert [n.value for n in numerals.find(str(value))] == [value]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("三成", "pct", "30"),
        ("两成五", "pct", "25"),
        ("3个点", "pct", "3"),
        ("百分之五点二", "pct", "5.2"),
        ("half a percent", "pct", "0.5"),
        ("a third of", "pct", "33.33"),
        ("千分之五", "pct", "0.5"),
        ("一半", "pct", "50"),
        ("four in ten", "pct", "40"),
        ("RMB 4.5 million", "cny", "4500000"),
        ("¥52,000", "cny", "52000"),
        ("$5 million", "foreign", "5000000"),
        ("500万美元", "foreign", "5000000"),
        ("五十五人", "heads", "55"),
        ("46-person", "heads", "46"),
        ("一百二十号人", "heads", "120"),
        ("45天", "days", "45"),
        ("三个月", "days", "90"),
        ("two weeks", "days", "14"),
        ("一年半", "years", "1.5"),
    ],
)
def test_quantities_carry_their_unit(text: str, kind: str, value: str) -> None:
    (found,) = quantities.find(normalise(text).normal)
    assert (found.kind, found.value, found.vague) == (kind, Decimal(value), False)


@pytest.mark.parametrize(
    "text",
    [
        "80多人",
        "超过200人",
        "over 200 people",
        "不到50人",
        "nearly 3 million yuan",
        "三百多万",
        "30-40人",
        "三四十人",
        "at least 50 staff",
    ],
)
def test_bounds_and_ranges_are_vague(text: str) -> None:
    assert all(q.vague for q in quantities.find(normalise(text).normal))


def test_a_change_is_not_a_range() -> None:
    old, new = quantities.find("从40人增加到65人")
    assert (old.vague, new.vague, new.value) == (False, False, 65)


@given(st.text(max_size=300))
def test_numbers_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    normal = normalise(text).normal
    for number in numerals.find(normal):
        assert end <= number.start < number.end <= len(normal)
        end = number.end
    for one in quantities.find(normal):
        assert 0 <= one.start < one.end <= len(normal)
