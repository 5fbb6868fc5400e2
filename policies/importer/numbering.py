"""How official documents number their pieces: the marker at the head of a line, and numbers in four scripts.

`marker` looks at one line alone. Whether a marker is one (and not a reference that happens to begin a line) also
depends on what stands around it; see `outline`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from policies.facts import numerals
from policies.patterns import lazy

_HAN = "零〇一二三四五六七八九十百千两"
_NUMBER = rf"(?:[{_HAN}]{{1,9}}|\d{{1,4}})"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Kind(StrEnum):
    """A level of numbering, named by its first member."""

    BOOK = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_PAREN = "(一)"
    ROMAN = "I."
    ROMAN_PAREN = "(I)"
    NUMBER = "1."
    DOTTED = "1.1"
    NUMBER_PAREN = "(1)"
    HALF_PAREN = "1)"
    LETTER = "(a)"
    CIRCLED = "①"


FIXED = (Kind.BOOK, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE)
"""Levels that contain one another in this order wherever they stand; lists nest as they come."""


@dataclass(frozen=True, slots=True)
class Marker:
    """`number` as integers (第三十一条之一 is 31, 1; 2.3 is 2, 3), `label` as written, `rest` what follows it."""

    kind: Kind
    number: tuple[int, ...]
    label: str
    rest: str


# What follows an article number in the middle of a sentence that was wrapped: 第三条的规定, 第三条第二款, Article 3 of.
_REFERRED = lazy(
    r"\s*(?:第[一二三四五六七八九十\d]{1,4}[款项項]|[、，,；;）)》〉」』”。：])|"
    r"的|款|[项項]下|所[称稱列述指规規]|[规規]定(?!如下)|中的|情形|之(?![一二三四五六七八九十\d])|[和与與及或至到](?:第|本|其)"
)
_REFERRED_EN = lazy(r"\s*(?:[,;)\]]|(?:of|and|or|to|above|below|hereof|herein|thereof|paragraph|through)\b)", re.I)
_TITLED = {
    Kind.BOOK: lazy(rf"第\s?({_NUMBER})\s?[编編](?!辑|制|号)\s*"),
    Kind.CHAPTER: lazy(rf"第\s?({_NUMBER})\s?章\s*"),
    Kind.SECTION: lazy(rf"第\s?({_NUMBER})\s?[节節](?!课|能)\s*"),
    Kind.ARTICLE: lazy(rf"第\s?({_NUMBER})\s?[条條](?:之({_NUMBER}))?\s*"),
}
_ENGLISH = {
    Kind.BOOK: lazy(r"(?:Part|Book|Title)\s+([IVXLC]{1,7}|\d{1,3})\b[.:\s—-]*"),
    Kind.CHAPTER: lazy(r"chapter\s+([IVXLC]{1,7}|\d{1,3})\b[.:\s—-]*", re.I),
    Kind.SECTION: lazy(r"(?:(?:section|sec\.)\s+|§\s?)([IVXLC]{1,7}|\d{1,4})\b[.:—-]?\s*", re.I),
    Kind.ARTICLE: lazy(r"(?:article|art\.)\s+([IVXLC]{1,7}|\d{1,4})(?:-(\d{1,2}))?\b[.:—-]?\s*", re.I),
}
# A figure is no number of a list: 1.5亿元, 3.2%, 10.8个.
_LISTS = (
    (Kind.HAN, lazy(rf"([{_HAN}]{{1,5}})\s?[、.]\s*")),
    (Kind.HAN_PAREN, lazy(rf"\(\s?([{_HAN}]{{1,5}})\s?\)[、.]?\s*")),
    (Kind.DOTTED, lazy(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.、]\s*|\s+|(?=[\u4e00-\u9fff]))"
                             r"(?![%‰万亿元倍个年月日岁人家项吨米℃])")),
    (Kind.NUMBER, lazy(r"(\d{1,3})\s?[.、](?!\d)\s*")),
    (Kind.NUMBER_PAREN, lazy(r"\(\s?(\d{1,3})\s?\)[、.]?\s*")),
    (Kind.HALF_PAREN, lazy(r"(\d{1,3})\s?\)\s*")),
    (Kind.ROMAN, lazy(r"([IVXLC]{1,6})\s?[.、]\s+")),
    (Kind.ROMAN_PAREN, lazy(r"\(\s?([IVXLC]{1,6})\s?\)\s*")),
    (Kind.LETTER, lazy(r"\(\s?([ivxl]{1,6}|[a-z])\s?\)\s*|([a-z])\)\s+")),
)  # fmt: skip
_FIRST = lazy(rf"[第\d({_HAN}①-⑳㉑-㉟§IVXLCa-z]|Chapter|Article|Section|Part|Book|Title|Art\.|Sec\.", re.I)
_CIRCLED = lazy(r"[①-⑳㉑-㉟]")


def marker(line: str) -> Marker | None:
    """The number that a line begins with, if it begins with one."""
    line = line.lstrip()
    if _CIRCLED.match(line):
        return Marker(Kind.CIRCLED, (int(unicodedata.numeric(line[0])),), line[0], line[1:].strip())
    plain = unicodedata.normalize("NFKC", line[:80]) + line[80:]
    if not _FIRST.match(plain):
        return None
    return (
        _titled(plain, _TITLED, _chinese, _REFERRED)
        or _titled(plain, _ENGLISH, _western, _REFERRED_EN)
        or _listed(plain)
    )


def _titled(
    line: str, forms: dict[Kind, re.Pattern[str]], read: Callable[[str], int | None], referred: re.Pattern[str]
) -> Marker | None:
    for kind, pattern in forms.items():
        found = pattern.match(line)
        if found is None:
            continue
        rest = line[found.end() :]
        numbers = [read(group) for group in found.groups() if group]
        if (
            referred.match(line, len(found[0].rstrip()))
            or None in numbers
            or (referred is _REFERRED_EN and rest[:1].islower())
        ):
            return None
        return Marker(kind, tuple(n for n in numbers if n is not None), found[0].strip(), rest.strip())
    return None


def _listed(line: str) -> Marker | None:
    for kind, pattern in _LISTS:
        found = pattern.match(line)
        if found is None:
            continue
        word = found[1] or found[2]
        numbers = [int(n) for n in word.split(".")] if word[0].isdigit() else [_value(kind, word)]
        if all(n is not None and n > 0 for n in numbers):
            return Marker(kind, tuple(n or 0 for n in numbers), found[0].strip(), line[found.end() :].strip())
    return None


def _value(kind: Kind, word: str) -> int | None:
    if kind in (Kind.HAN, Kind.HAN_PAREN):
        return _chinese(word)
    if kind is Kind.LETTER and (len(word) == 1 and word not in "ivx"):
        return ord(word) - ord("a") + 1
    return roman(word)


def _chinese(word: str) -> int | None:
    value = numerals.chinese(word.replace("〇", "零"))
    return int(value) if value is not None and value > 0 else None


def _western(word: str) -> int | None:
    return int(word) if word.isdigit() else roman(word)


def roman(word: str) -> int | None:
    """XIV → 14; None for letters that are no Roman number in its usual form (IIX)."""
    total = 0
    values = [_ROMAN.get(letter, 0) for letter in word.lower()]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if total > 0 and roman_number(total) == word.lower() else None


def roman_number(value: int) -> str:
    """14 → xiv, below 400."""
    steps = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    made = ""
    for size, sign in steps:
        made += sign * (value // size)
        value %= size
    return made


def letter_number(value: int) -> str:
    """3 → c, 27 → aa (as Word counts)."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def chinese_number(value: int) -> str:
    """21 → 二十一, 103 → 一百零三, below ten thousand."""
    made, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            made += ("零" if gap and made else "") + "零一二三四五六七八九"[digit] + sign
        gap = digit == 0
    return made[1:] if made.startswith("一十") else made
