"""Whether a text is ours to answer: does it speak of running a business, or of matters that are never ours?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policies.facts.vocabulary import alternatives
from policies.patterns import lazy
from policies.text import normalise


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text speaks of: running a business (`enterprise`); weather, sport and the like (`outside`); or both."""

    enterprise: bool
    outside: bool


class Scope:
    """Reads texts by two closed lists of words (vocabulary/scope.yaml)."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._enterprise = _pattern(words.get("enterprise", ()))
        self._outside = _pattern(words.get("outside", ()))

    def read(self, text: str) -> Subject:
        plain = normalise(text)
        return Subject(bool(self._enterprise.search(plain)), bool(self._outside.search(plain)))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Chinese words anywhere, English ones as whole words."""
    ordered = sorted({normalise(word) for word in words}, key=len, reverse=True)
    chinese = [word for word in ordered if not word.isascii()]
    english = [word for word in ordered if word.isascii()]
    parts = [alternatives(chinese) if chinese else "", rf"\b(?:{alternatives(english)})\b" if english else ""]
    return lazy("|".join(part for part in parts if part) or "(?!)")
