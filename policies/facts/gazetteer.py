"""The closed list of places as a look-up: every name to the codes it may mean, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from policies.facts.vocabulary import alternatives, load


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names`: word → codes it may mean. `zh` and `en` spell a code's own last part. `free`: may stand alone."""

    zh: dict[str, str]
    en: dict[str, str]
    names: dict[str, tuple[str, ...]]
    free: frozenset[str]
    pattern: re.Pattern[str]
    spellings: tuple[str, ...]


_SUFFIX = re.compile(
    r"(?:特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|省|地区|林区|特区|"
    r"新区|盟|市|区|县|旗)$"
)
_ETHNIC = re.compile(
    r"(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|"
    r"傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|"
    r"撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|"
    r"鄂温克|德昂|保安|裕固|独龙|鄂伦春)族?|各族){0,3}自治[州县旗]$"
)


def short(name: str) -> str:
    """银川市 → 银川, 大理白族自治州 → 大理; two characters at least remain."""
    for pattern in (_ETHNIC, _SUFFIX):
        cut = pattern.sub("", name)
        if cut != name and len(cut) >= 2:
            return cut
    return name


class _Book:
    """The list as it is read: names to codes, codes to names."""

    def __init__(self) -> None:
        self.zh: dict[str, str] = {}
        self.en: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        self.free: set[str] = set()

    def add(self, code: str, chinese: str, english: str, alone: bool) -> None:
        self.zh[code], self.en[code] = chinese, english
        if alone:
            self.free.add(code)
        for word in {chinese, short(chinese), english.lower(), english.lower().replace("'", "").replace(" ", "")}:
            self.name(word, code)

    def name(self, word: str, code: str) -> None:
        codes = self.names.setdefault(word, [])
        if code not in codes:
            codes.append(code)


@cache
def gazetteer() -> Gazetteer:
    """The shipped list, read once."""
    raw = load("places.yaml")
    book = _read(raw)
    kept = {w: tuple(c) for w, c in book.names.items() if len(w) > 1 and w not in raw["never"]}
    chinese_words = sorted((w for w in kept if not w.isascii()), key=len, reverse=True)
    english_words = sorted((w for w in kept if w.isascii() and len(w) > 2), key=len, reverse=True)
    pattern = re.compile(
        "(?P<zh>"
        + alternatives(chinese_words)
        + r")|(?<![a-z])(?P<en>[a-z][a-z']{2,18}(?:\s(?:mongolia|industrial park))?)(?![a-z])"
    )
    spell = tuple(w for w in english_words if len(w) >= 6 and any(c in book.free for c in kept[w]))
    kept = {w: tuple(c for c in codes if not any(c.startswith(f"{o}/") for o in codes)) for w, codes in kept.items()}
    return Gazetteer(book.zh, book.en, kept, frozenset(book.free), pattern, spell)


def _read(raw: dict[str, Any]) -> _Book:
    """Provinces with their cities and counties, then other names, meanings and English spellings."""
    book = _Book()
    known = set(raw["known"])
    for code, province in raw["provinces"].items():
        book.add(code, province["zh"], province["en"], True)
        for slug, name in _pairs(province.get("direct", "")):
            book.add(f"{code}/{slug}", name, slug.capitalize(), f"{code}/{slug}" in known)
        for slug, line in (province.get("cities") or {}).items():
            city, _, counties = line.partition(" > ")
            book.add(f"{code}/{slug}", city, slug.capitalize(), True)
            for part, name in _pairs(counties):
                place = f"{code}/{slug}/{part}"
                book.add(place, name, part.capitalize(), place in known)
    for code, words in raw["also"].items():
        book.free.add(code)
        book.zh.setdefault(code, words[0])
        book.en.setdefault(code, words[-1])
        for word in words:
            book.name(word.lower(), code)
    for word, code in raw["meant"].items():
        book.names[word] = [code, *[c for c in book.names.get(word, []) if c != code]]
    for code, english in raw["english"].items():
        book.en[code] = english
        book.names.setdefault(english.lower(), []).append(code)
    return book


def _pairs(line: str) -> list[tuple[str, str]]:
    return [(slug, name) for slug, _, name in (part.partition(" ") for part in line.split(", ") if part)]


def label(code: str, language: str = "zh-Hans") -> str | None:
    """Name of a place in the reader's language (Simplified for zh-Hant: the caller converts), None if unknown."""
    return (gazetteer().en if language == "en" else gazetteer().zh).get(code)


def known(code: str) -> bool:
    return code in gazetteer().zh
