"""What an editor must settle before a draft can be published: each flag says what was seen and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from policies.importer.figures import level
from policies.importer.head import Head
from policies.importer.numbering import Kind
from policies.importer.source import Source
from policies.importer.splitter import Part, Unit
from policies.patterns import lazy

CATCH_ALL = lazy(
    r"其[他它](?:相关|有关|必要|必需|需要(?:提供|提交)的?|需|所需|应当(?:提供|提交)的?|规定|要求)?(?:的)?(?:证明)?(?:材料|资料|文件)|相关(?:证明)?材料(?:等|。|；|$)|"
    r"\bother (?:relevant |necessary |required |supporting |related )?(?:materials|documents|papers)\b",
    re.IGNORECASE,
)
"""A paper that no applicant can prepare, because nobody says what it is."""
_ENDS = lazy(r"有效期(?!内)|试行期|暂定|至(?:19|20)\d\d年\d{1,2}月\d{1,2}日|valid (?:until|for)")


@dataclass(slots=True)
class Flags:
    """Flags in the order in which they were raised, numbered from 1."""

    found: list[dict[str, Any]] = field(default_factory=list)

    def add(self, about: str, note: str, *, article: str | None = None, words: str = "") -> None:
        flag: dict[str, Any] = {"flag": len(self.found) + 1, "about": about}
        if article is not None:
            flag["article"] = article
        if words:
            flag["words"] = words
        self.found.append(flag | {"note": note, "settled": None})

    def as_yaml(self) -> list[dict[str, Any]]:
        return self.found


def of_document(flags: Flags, source: Source, part: Part, said: Head, others: Sequence[Part]) -> None:
    """What is open about the document as a whole."""
    for note in source.notes:
        flags.add("reading", note)
    for other in others:
        flags.add("more", f"the file holds another document in lines {other.first}-{other.last}, not in this draft")
    for name, one, what in (
        ("title", said.title, "document.title"), ("issuer", said.issuer, "document.issuer"),
        ("kind", said.kind, "document.kind"), ("jurisdiction", said.jurisdiction, "document.jurisdiction"),
        ("published", said.published, "document.published"), ("start", said.since, "document.validity.from"),
    ):  # fmt: skip
        if one.value is None:
            flags.add(name, f"not found in the text: fill {what}, or leave it open and say so", words=one.words)
    if said.temporary and said.until.value is None:
        flags.add(
            "end",
            "a temporary measure that does not state its end: look for one, or keep the note",
            words=said.temporary,
        )
    elif said.until.words and said.until.value is None:
        flags.add(
            "end",
            "an end is stated, but not from which day it counts: fill document.validity.until",
            words=said.until.words,
        )
    missing = _gaps(part)
    if missing:
        flags.add("gap", f"numbers that do not occur: {', '.join(missing)}; left out in the source, or not recognised?")
    if len(part.tail) > 10 or any(len(line.text) > 40 for line in part.tail):  # more than a signature
        flags.add("below", "text stands apart below the last article; see draft.below", words=part.tail[0].text[:60])
    if part.leads:
        flags.add(
            "between", "text stands between headings and articles; see draft.between", words=part.leads[0].text[:60]
        )


def of_article(flags: Flags, article: str, unit: Unit, said: Head) -> None:
    """What is open about one article."""
    flat = level(unit.text)
    for found in CATCH_ALL.finditer(flat):
        flags.add(
            "catch-all",
            'asks for "other materials" that it does not name: mark the paper catch_all (see bj-sme-2020/43)',
            article=article, words=_around(unit.text, found.start(), found.end()),
        )  # fmt: skip
        break
    dated = _ENDS.search(flat)
    if dated is not None and (not said.until.words or said.until.words not in unit.text):
        flags.add(
            "days", "speaks of days of its own: does article validity differ from the document's?",
            article=article, words=_around(unit.text, dated.start(), dated.end()),
        )  # fmt: skip
    if unit.whole and unit.mark is not None:
        flags.add(
            "section", "a section without numbered articles: keep it as an article, or remove it", article=article
        )
    if re.search(r"-[b-z]$", unit.number):
        flags.add("number", "this number stands twice in the document", article=article)


def _around(text: str, start: int, end: int) -> str:
    """The clause that a place stands in, at most some eighty characters of it."""
    low = max((text.rfind(stop, max(0, start - 60), start) for stop in "。；;，\n"), default=-1)
    high = next(
        (place for place in range(end, min(len(text), end + 20)) if text[place] in "。；;，\n"),
        min(len(text), end + 20),
    )
    return " ".join(text[max(low + 1, start - 60) : high].split())


def _gaps(part: Part) -> list[str]:
    """Numbers between the first and the last that are missing, where the numbers run through the document."""
    numbers = [unit.mark.number for unit in part.units if unit.mark is not None and not unit.whole]
    if part.kind in (None, Kind.DOTTED) or any(low >= high for low, high in pairwise(numbers)):
        return []
    there = {number[0] for number in numbers}
    missing = [number for number in range(1, max(there, default=0)) if number not in there]
    return [str(number) for number in missing[:40]]
