"""One spelling for three scripts, with the way back: lower case, NFKC, Simplified characters.

Every code point of the normal form remembers which code point of the original it came from, so that a match in the
normal form is quoted in the writer's own words.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from policies.patterns import lazy
from policies.text import simplified_in_place

_CONTROL = lazy(r"[\x00-\x09\x0b-\x1f\x7f]")
LONGEST = 20_000
"""Text beyond this many code points is not read: nobody describes an enterprise at that length in a chat."""

_SAME = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "「": '"',
    "」": '"',
    "『": '"',
    "』": '"',
    "–": "-",
    "—": "-",
    "−": "-",
    "。": "。",
    "〇": "零",
    "\u3000": " ",
    "￥": "¥",
    "，": ",",
    "；": ";",
    "：": ":",
    "！": "!",
    "？": "?",
}

_WORDS = (
    ("合约", "合同"),
    ("纪录", "记录"),
    ("帐", "账"),
    ("透过", "通过"),
    ("专案", "项目"),
    ("有冇", "是否"),
    ("冇", "没"),
)
"""Words that differ between the scripts beyond their characters; both sides are of one length."""


@dataclass(frozen=True, slots=True)
class Text:
    """`normal` is what recognisers read; `origin[i]` is the place of its code point `i` in `original`."""

    original: str
    normal: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original, of the normal form's `start:end` (not empty)."""
        return self.origin[start], self.origin[end - 1] + 1

    def quote(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.original[first:last]


@lru_cache(maxsize=4096)
def _one(char: str) -> str:
    """Normal form of one code point: may be empty (a control character) or several ("㎡")."""
    if char in _SAME:
        return _SAME[char]
    if char in "\n\r\t":
        return "\n" if char != "\t" else " "
    category = unicodedata.category(char)
    if category.startswith("C"):
        return ""
    return "".join(" " if c.isspace() else c for c in unicodedata.normalize("NFKC", char).lower())


def normalise(original: str) -> Text:
    """Read at most `LONGEST` code points; never raises."""
    if original.isascii() and not _CONTROL.search(original):
        plain = original[:LONGEST].lower()
        return Text(original, plain, tuple(range(len(plain))))
    chars: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(original[:LONGEST]):
        for made in _one(char):
            chars.append(made)
            origin.append(index)
    normal = simplified_in_place("".join(chars))
    for regional, common in _WORDS:
        normal = normal.replace(regional, common)
    return Text(original, normal, tuple(origin))
