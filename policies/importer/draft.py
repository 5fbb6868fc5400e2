"""A document's parts to a draft: the corpus form of docs/corpus.md with the source beside what is to be written. Pure.

A machine proposes ids, dates, places and conditions, and writes nothing in its own words: digests and asks stay empty
until a person fills them. Everything under a `draft` key is for that person and is left behind on publishing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policies.facts.gazetteer import gazetteer
from policies.importer import conditions, figures, head
from policies.importer.flags import Flags, of_article, of_document
from policies.importer.numbering import Kind, Marker, roman_number
from policies.importer.source import Source
from policies.importer.splitter import Part, Unit
from policies.patterns import lazy
from policies.text import language, simplified
from policies.vocabulary import FactDef

FORM = 1
"""Version of the form of a draft."""
ID = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENGLISH = {Kind.BOOK: "Part", Kind.CHAPTER: "Chapter", Kind.SECTION: "section", Kind.ARTICLE: "article"}


@dataclass(frozen=True, slots=True)
class Import:
    """Who imports what: `by` a person's name, `at` the moment, `known` the raw corpus file of a document of this id."""

    by: str
    at: dt.datetime
    id: str | None = None
    known: Mapping[str, Any] | None = None


def build(
    source: Source, part: Part, request: Import, facts: Mapping[str, FactDef], others: Sequence[Part] = ()
) -> dict[str, Any]:
    """The draft of one document as plain data, ready to be written as YAML. `others` are further parts of the file."""
    said = head.read(part, request.at.date())
    name = request.id or propose_id(said, source)
    known = request.known or {}
    flags = Flags()
    of_document(flags, source, part, said, others)
    old = {str(each["id"]): each for each in known.get("articles", ())}
    articles = [_article(name, unit, said, facts, flags, old.get(f"{name}/{unit.number}")) for unit in part.units]
    gone = [key for key in old if key not in {each["id"] for each in articles}]
    if gone:
        flags.add("gone", f"in the corpus and not in this version: {', '.join(gone)}")
    return {
        "draft": {
            "form": FORM,
            "imported": {
                "file": source.file, "sha256": source.digest, "read_as": source.kind,
                "lines": f"{part.first}-{part.last}", "by": request.by,
                "at": request.at.isoformat(timespec="seconds"), "flags": len(flags.found),
            },
            "status": "draft", "edited_by": [], "flags": flags.as_yaml(), "proposed": _proposed(said),
            "above": _joined(part.head), "between": _joined(part.leads), "below": _joined(part.tail),
        },
        "document": _document(name, said, known.get("document")),
        "articles": articles,
    }  # fmt: skip


def propose_id(said: head.Head, source: Source) -> str:
    """`beijing-2021-46`: place, year and number; without a number the file's name, where that is plain."""
    place = said.jurisdiction.value or "CN"
    short = "cn" if place == "CN" else re.sub(r"[^a-z]+", "-", gazetteer().en[place].lower()).strip("-")
    number = re.findall(r"\d+", said.number.value or "")
    year = (said.published.value or said.since.value or "")[:4]
    if len(number) > 1:
        return f"{short}-{number[-2]}-{number[-1]}"
    if number and year:
        return f"{short}-{year}-{number[0]}"
    stem = re.sub(r"[^a-z0-9]+", "-", source.file.rsplit(".", 1)[0].lower()).strip("-")
    if len(stem) > 3 and not re.fullmatch(r"[\d-]+(?:[0-9a-f]{8,})?", stem):
        return stem[:48].strip("-")
    return f"{short}-{year or 'undated'}"


def _document(name: str, said: head.Head, known: Mapping[str, Any] | None) -> dict[str, Any]:
    """The head of the corpus file; for a known document its own words, with this version's number and dates."""
    title = simplified(said.title.value or "")
    issuer = simplified(said.issuer.value or "")
    zh, en = said.chinese, not said.chinese
    day = said.published.value
    fresh: dict[str, Any] = {
        "id": name,
        "title": {"zh": title if zh else "", "en": title if en else ""},
        "issuer": {"zh": issuer if zh else "", "en": issuer if en else ""},
        "number": said.number.value,
        "kind": said.kind.value or "",
        "published": _day(day),
        "source": _source_words(day),
        "jurisdiction": said.jurisdiction.value or "",
        "validity": {"from": _day(said.since.value), "until": _day(said.until.value), "note": _note(said)},
        "replaced_by": None,
    }
    if known is None:
        return fresh
    kept = dict(known) | {"id": name, "source": fresh["source"], "validity": fresh["validity"], "replaced_by": None}
    return kept | {key: fresh[key] for key in ("number", "published") if fresh[key] is not None}


def _source_words(day: str | None) -> dict[str, str]:
    if day is None:
        return {"zh": "发布机关的原文（发布日期不详）", "en": "the issuer's own text (its date is not stated)"}
    date = dt.date.fromisoformat(day)
    return {
        "zh": f"发布机关{date.year}年{date.month}月{date.day}日的原文",
        "en": f"the issuer's own text of {date.day} {date:%b %Y}",
    }


def _note(said: head.Head) -> dict[str, str] | None:
    if said.until.value is not None:
        return None
    if said.temporary:
        return {"zh": "属暂行或试行，截止日没有写明", "en": "a temporary measure; its end is not stated"}
    return {"zh": "没有写明截止日", "en": "the text states no end date"}


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value is not None else None


def _proposed(said: head.Head) -> list[dict[str, Any]]:
    """Where each proposal of the head was read."""
    fields = {
        "title": said.title, "number": said.number, "issuer": said.issuer, "kind": said.kind,
        "published": said.published,
        "validity.from": said.since, "validity.until": said.until, "jurisdiction": said.jurisdiction,
    }  # fmt: skip
    return [{"field": name, "value": one.value, "words": one.words} for name, one in fields.items() if one.words]


def _joined(lines: Sequence[Any]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.text for line in lines)).strip("\n")


# --- articles --------------------


def _article(
    name: str, unit: Unit, said: head.Head, facts: Mapping[str, FactDef], flags: Flags, known: Mapping[str, Any] | None
) -> dict[str, Any]:
    own = f"{name}/{unit.number}"
    found = figures.find(unit.text)
    place = place_words(unit, chinese=said.chinese)
    proposals = conditions.propose(unit.text, found, facts)
    of_article(flags, own, unit, said)
    if known is not None:
        flags.add("carried", "taken over from the corpus: check it against this text", article=own)
        fresh = {key: value for key, value in known.items() if key != "draft"} | {"place": known.get("place") or place}
    else:
        fresh = {
            "id": own, "place": place, "digest": {"zh": "", "en": ""}, "themes": [], "use": "",
            "asks": {"zh": [], "en": []}, "concepts": [], "unmodelled": [],
        }  # fmt: skip
    source = place["zh"] if said.chinese else place["en"]
    beside = {
        "lines": f"{unit.lines[0].place}-{unit.lines[-1].place}" if unit.lines else "",
        "text": re.sub(r"\n{2,}", "\n", unit.text),
        "figures": [{"words": each.words, "value": figures.plain(each.value), "unit": each.unit} for each in found],
        "conditions": [each.as_yaml(source) for each in proposals],
    }
    return fresh | {"draft": {key: value for key, value in beside.items() if value}}


def place_words(unit: Unit, *, chinese: bool) -> dict[str, str]:
    """Where a unit stands, to be cited: 第三章 资金支持，第十六条; Chapter III, article 16."""
    marks = (*unit.above, unit.mark) if unit.mark is not None else unit.above
    if not marks:
        return {"zh": "全文", "en": "the whole text"}
    zh = "，".join(_chinese(mark, last=mark is unit.mark) for mark in marks)
    en = ", ".join(_western(mark) for mark in marks)
    if not chinese:
        return {"zh": "", "en": en}
    return {"zh": simplified(zh), "en": en}


def _chinese(mark: Marker, *, last: bool) -> str:
    title = "" if last and mark.kind in (Kind.ARTICLE, Kind.NUMBER, Kind.NUMBER_PAREN) else _title(mark)
    return f"{mark.label}{' ' if title and mark.kind in _ENGLISH else ''}{title}".rstrip("、.")


def _title(mark: Marker) -> str:
    """A heading's words; of a unit that begins with its heading only what stands before the first stop."""
    words = re.split(r"[。；;：:]", re.sub(r"\s+", "", mark.rest) if language(mark.rest) != "en" else mark.rest)[0]
    return words if len(words) <= 30 else ""


def _western(mark: Marker) -> str:
    number = "-".join(map(str, mark.number)) if mark.kind is not Kind.DOTTED else ".".join(map(str, mark.number))
    if mark.kind in (Kind.BOOK, Kind.CHAPTER):
        return f"{_ENGLISH[mark.kind]} {roman_number(mark.number[0]).upper()}"
    if mark.kind in _ENGLISH:
        return f"{_ENGLISH[mark.kind]} {number}"
    return f"part {number}" if mark.kind in (Kind.HAN, Kind.ROMAN) else f"item {number}"
