"""Figures of an article with the words they stand in: sums, shares, spans of time, heads. Pure.

Figures carry over into the corpus as they are, so an editor needs them all in sight, and none made up: what is no
figure of the policy (dates, numbers of articles and documents) is not one here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from policies.facts import numerals
from policies.patterns import lazy
from policies.text import simplified

Unit = Literal["cny", "pct", "days", "workdays", "months", "years", "people", "count"]

_HAN = "零〇一二三四五六七八九十百千万亿两"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_MASKED = lazy(
    rf"(?:19|20)\d\d\s?年(?:\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?)?|[二一][{_HAN}]{{3}}年(?:[{_HAN}]{{1,3}}月)?(?:[{_HAN}]{{1,3}}日)?|"
    rf"\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|[〔\[(](?:19|20)\d\d[)\]〕]\s?\d{{1,5}}\s?号|第\s?[{_HAN}\d]{{1,7}}\s?[条款项章节号届次期批类个步年]|"
    r"(?:19|20)\d\d-(?:\d\d?-\d\d?|(?:19|20)\d\d)|十[一二三四五]五|(?<![a-z])(?:article|chapter|section|part|no\.)\s?\d+",
    re.IGNORECASE,
)
_AFTER = (
    ("pct", r"\s?(?:%|个?百分点|per ?cent(?:age points?)?\b)"),
    ("permille", r"\s?‰"),
    ("cny", r"\s?(?:元|圆|yuan\b|rmb\b|cny\b)(?:\s?人民币)?"),
    ("workdays", r"\s?(?:个?工作日|working days?\b|business days?\b|workdays?\b)"),
    ("months", r"\s?(?:个月|months?\b)"),
    ("days", r"\s?(?:日(?!报|常|益|内瓦)|天(?!使)|days?\b)"),
    ("years", r"\s?(?:周?年(?!度|均|末|底|初|报|化|龄|级|薪)|years?\b)"),
    ("people", r"\s?(?:人(?!民|才|均|次|员|工|大|力|口|身)|名|位|people\b|persons?\b|employees?\b|staff\b|workers?\b)"),
    ("count", r"\s?(?:家|户|项(?!目)|件|个(?!月|工作|百分|人)|倍|次|笔|台|套|种|亩|平方米|times\b|patents?\b)"),
)  # fmt: skip
_NUMBER = lazy(
    rf"(?P<before>百分之|千分之|(?:rmb|cny|¥|人民币)\s?)?(?P<number>(?:{_DIGITS})(?:\s?[十百千万亿]{{1,3}}|\s(?:hundred|thousand|million|billion)\b)?|"
    rf"(?<![{_HAN}第\d])[{_HAN}]{{1,9}})(?P<unit>{'|'.join(f'(?P<{name}>{form})' for name, form in _AFTER)})?",
    re.IGNORECASE,
)
_ENGLISH = lazy(
    r"\b(?P<number>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|eighteen)(?: hundred| thousand| million)?)(?P<unit>"
    + "|".join(
        f"(?P<{name}>{form})"
        for name, form in _AFTER
        if name in ("pct", "workdays", "months", "days", "years", "people")
    )
    + ")",
    re.IGNORECASE,
)
_FEW = frozenset("一两二三")


@dataclass(frozen=True, slots=True)
class Figure:
    """`words` as they stand at `start:end` of the text; sums in yuan, shares in per cent."""

    words: str
    value: Decimal
    unit: Unit
    start: int
    end: int


def level(text: str) -> str:
    """The text in one script and width, character for character: places in it are places in the text."""
    flat = "".join(_narrow(char) for char in text)
    same = simplified(flat)
    return (same if len(same) == len(flat) else flat).lower()


def _narrow(char: str) -> str:
    made = unicodedata.normalize("NFKC", char)
    return made if len(made) == 1 and len(made.lower()) == 1 else char


def find(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order."""
    flat = level(text)
    masked = _MASKED.sub(lambda found: "\0" * len(found[0]), flat)
    made = [*_figures(_NUMBER, masked, text), *_figures(_ENGLISH, masked, text)]
    return tuple(sorted(made, key=lambda figure: figure.start))


def _figures(pattern: re.Pattern[str], flat: str, text: str) -> Iterator[Figure]:
    for found in pattern.finditer(flat):
        number = found["number"]
        unit = next((name for name, _ in _AFTER if name in found.groupdict() and found[name]), None)
        before = found.groupdict().get("before") or ""
        if before.startswith(("百分之", "千分之")):
            unit = "pct" if before == "百分之" else "permille"
        elif before:
            unit = "cny"
        if unit is None or (unit == "count" and number in _FEW) or (unit == "people" and number == "一"):
            continue
        value = _value(number)
        if value is None:
            continue
        if unit == "permille":
            unit, value = "pct", value / 10
        start, end = found.span()
        yield Figure(text[start:end].strip(), value, unit, start, end)  # type: ignore[arg-type]  # a name of _AFTER


def _value(number: str) -> Decimal | None:
    words = re.fullmatch(rf"({_DIGITS})\s(hundred|thousand|million|billion)", number)
    if words is not None:
        return Decimal(words[1].replace(",", "")) * numerals.SCALES[words[2]]
    if number[0].isascii() and number[0].isalpha():
        return numerals.english(number)
    digits = re.fullmatch(rf"({_DIGITS})\s?([十百千万亿]*)", number)
    if digits is None:
        return numerals.chinese(number)
    size = Decimal(1)
    for sign in digits[2]:
        size *= numerals.STEPS.get(sign, numerals.BIG.get(sign, 1))
    return Decimal(digits[1].replace(",", "")) * size


def plain(value: Decimal) -> str:
    """200, 2.5, 500000: without an exponent and without zeros behind the point."""
    made = f"{value:f}"
    return made.rstrip("0").rstrip(".") if "." in made else made
