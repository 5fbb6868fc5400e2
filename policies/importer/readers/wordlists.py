"""The numbers that Word writes in front of paragraphs: 第一条, （一）, 1., (a), by the lists that a document defines.

Such a number is no text of its paragraph; without it an official document made in Word would have no articles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from policies.importer.numbering import chinese_number, letter_number, roman_number

_HAN = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting",
        "taiwaneseCountingThousand", "chineseLegalSimplified", "ideographTraditional")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass(slots=True)
class Numbers:
    """Counts along the paragraphs of one document, in their order."""

    document: Document
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        part = next((r.target_part for r in self.document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        root = getattr(part, "element", None)
        if root is None:
            return
        for abstract in root.iterchildren(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"))
            for level in abstract.iterchildren(qn("w:lvl")):
                self._levels[name, int(level.get(qn("w:ilvl")))] = _Level(
                    int(_value(level, "w:start") or 1),
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText") or "",
                )
        for number in root.iterchildren(qn("w:num")):
            self._abstract[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId") or ""

    def before(self, paragraph: Paragraph) -> str:
        """What Word writes before this paragraph, with a space behind it; nothing for most, and for bullets."""
        place = self._place(paragraph)
        if place is None or place not in self._levels:
            return ""
        name, depth = place
        level = self._levels[place]
        self._counts[place] = self._counts.get(place, level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((name, deeper), None)
        if level.form in ("bullet", "none"):
            return ""
        return re.sub(r"%(\d)", lambda found: self._shown(name, int(found[1]) - 1), level.text) + " "

    def _shown(self, name: str, depth: int) -> str:
        level = self._levels.get((name, depth))
        if level is None:
            return ""
        count = self._counts.get((name, depth), level.start)
        if level.form in _HAN:
            return chinese_number(count)
        if level.form in ("upperRoman", "lowerRoman"):
            return roman_number(count).upper() if level.form == "upperRoman" else roman_number(count)
        if level.form in ("upperLetter", "lowerLetter"):
            return letter_number(count).upper() if level.form == "upperLetter" else letter_number(count)
        return str(count)

    def _place(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, or its style's."""
        for properties in (paragraph._p.pPr, *_styles(paragraph)):
            numbered = properties.find(qn("w:numPr")) if properties is not None else None
            if numbered is not None:
                number = _value(numbered, "w:numId") or ""
                return (self._abstract.get(number, ""), int(_value(numbered, "w:ilvl") or 0)) if number != "0" else None
        return None


def _styles(paragraph: Paragraph) -> list[Any]:
    """Paragraph properties of the style and of those it is based on."""
    found: list[Any] = []
    style = paragraph.style
    while style is not None and len(found) < 10:
        found.append(style.element.find(qn("w:pPr")))
        style = getattr(style, "base_style", None)
    return found


def _value(owner: Any, tag: str) -> str | None:
    child = owner.find(qn(tag))
    return None if child is None else child.get(qn("w:val"))
