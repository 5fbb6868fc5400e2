"""What places are called in a text in matching form. Where an article applies is told by its jurisdiction alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policies.patterns import lazy
from policies.text import normalise
from policies.types import Article, Words
from policies.vocabulary import Vocabulary

_LATIN = lazy(r"[a-z]+")
_SUFFIX = lazy(r"(维吾尔自治区|壮族自治区|回族自治区|自治区|特别行政区|自治州|地区|新区|省|市|区|县|盟)$")


def place_names(label: Words) -> set[str]:
    """What a place is called in matching form: in full and in short."""
    full = normalise(label.zh)
    short = _SUFFIX.sub("", full)
    return {full, short if len(short) > 1 else full}


class PlaceNames:
    """Names of provinces, their cities, and of every place that an article is for; takes them out of a text."""

    def __init__(self, vocabulary: Vocabulary, articles: Iterable[Article]) -> None:
        wanted = {path for path in vocabulary.places if path.count("/") <= 1} | {one.jurisdiction for one in articles}
        self._english: set[str] = set()
        self._chinese: dict[str, list[str]] = {}
        for path in sorted(wanted & vocabulary.places.keys()):
            label = vocabulary.places[path]
            self._english.add(label.en.lower())
            for name in place_names(label):
                self._chinese.setdefault(name[0], []).append(name)
        for names in self._chinese.values():
            names.sort(key=len, reverse=True)
        self._start = lazy("[" + re.escape("".join(self._chinese)) + "]") if self._chinese else lazy("(?!)")

    def without(self, normalised: str) -> str:
        """The text in matching form with a blank for each name."""
        parts, at = [], 0
        for start, end in self._in_chinese(normalised):
            parts.append(normalised[at:start])
            at = end
        parts.append(normalised[at:])
        left = " ".join(parts)
        if self._english.isdisjoint(_LATIN.findall(left)):  # as nearly always
            return left
        return _LATIN.sub(lambda m: " " if m.group() in self._english else m.group(), left)

    def _in_chinese(self, plain: str) -> Iterator[tuple[int, int]]:
        at = 0
        for found in self._start.finditer(plain):
            start = found.start()
            if start < at:
                continue
            name = next((n for n in self._chinese[found.group()] if plain.startswith(n, start)), None)
            if name is not None:
                at = start + len(name)
                yield start, at
