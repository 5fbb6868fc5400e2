"""Places named in titles, issuers and conditions, by the closed list of vocabulary/places.yaml."""

from __future__ import annotations

from dataclasses import dataclass

from policies.facts.gazetteer import gazetteer
from policies.importer.figures import level
from policies.types import Words


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the list, as it stands in a text."""

    code: str
    words: Words


def named(text: str) -> tuple[Place, ...]:
    """The places that a text names, the narrowest first; a name that several places share counts with its province.

    北京市海淀区 is CN-11/haidian. A short name that is also a word (小店, a district of Taiyuan) counts only beside the
    place that it lies in, unless it is known across the country (昆山).
    """
    book = gazetteer()
    found: list[tuple[str, ...]] = []
    sure: set[str] = set()
    for match in book.pattern.finditer(level(text)):
        word = match["zh"] or match["en"] or ""
        codes = book.names.get(word)
        if codes is None:
            continue
        alone = len(codes) == 1 and (codes[0] in book.free or codes[0].count("/") == 0 or book.zh.get(codes[0]) == word)
        if alone:
            sure.add(codes[0])
        found.append(codes)
    for codes in found:
        if sure.isdisjoint(codes):
            within = [code for code in codes if any(code.startswith(f"{other}/") for other in sure)]
            sure.update(within[:1] or [code for code in codes if code.count("/") == 0][:1])
    narrow = [code for code in sure if not any(other.startswith(f"{code}/") for other in sure)]
    narrow.sort(key=lambda code: (-code.count("/"), code))
    return tuple(Place(code, Words(book.zh.get(code, code), book.en.get(code, code))) for code in narrow)
