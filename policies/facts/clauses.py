"""A text cut into clauses and sentences by its marks."""

from __future__ import annotations

from dataclasses import dataclass

from policies.patterns import lazy

_BREAK = lazy(
    r"(?P<strong>[。;!?\n]|\.(?=\s|$)(?<!\br\.)|\.{2,})|(?P<weak>(?<!\d),|,(?!\d{3}(?!\d))|"
    r"[、()]|:(?!\s?[\d¥一二三四五六七八九十两])|"
    r"(?<=逾期|拖欠|欠息|迟缴|迟还|晚还|违约|延误|罚过|出错|问题):(?=20\d\d年)|"
    r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])| - |--)"
)

LONGEST_CLAUSE = 240


@dataclass(frozen=True, slots=True)
class Clause:
    """`start:end` in the normal form; `sentence` counts sentences; `closing` is the mark that ends the clause."""

    start: int
    end: int
    sentence: int
    closing: str


def cut(text: str) -> list[Clause]:
    """The clauses of a text in its normal form, at least one."""
    made: list[Clause] = []
    start = sentence = 0

    def keep(end: int, closing: str) -> None:
        first = start
        while end - first > LONGEST_CLAUSE:  # nobody writes so; the bound keeps every recogniser linear
            made.append(Clause(first, first + LONGEST_CLAUSE, sentence, ""))
            first += LONGEST_CLAUSE
        if text[first:end].strip():
            made.append(Clause(first, end, sentence, closing))

    for match in _BREAK.finditer(text):
        keep(match.start(), match[0])
        start = match.end()
        if match["strong"]:
            sentence += 1
    keep(len(text), "")
    return made or [Clause(0, len(text), 0, "")]
