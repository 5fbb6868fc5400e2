"""Weights of words: which of two kinds of sentences a text is like, by what it is worded in.

A word, a pair of words or a short run of Chinese signs weighs as logistic regression found it to tell the two kinds
apart (`learning`). Weights are kept as text, a line each in hundredths, and read without any library: whoever wonders
why a text was taken as it was can look its words up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from policies.patterns import lazy
from policies.text import is_chinese, runs, stem

_LONGEST = 3  # signs of a Chinese run that are weighed together
_STEP, _LEAST = 100, 20  # a weight of 1 as it is kept; the least that is kept
_NOTE = "# "
_NUMBER = lazy(r"\d+")


@dataclass(frozen=True, slots=True)
class Weights:
    """What each word adds to a text, in hundredths; `usual` is that of a text without any of them. `notes` say where
    they come from."""

    usual: int
    each: Mapping[str, int]
    notes: frozenset[str] = frozenset()

    def of(self, plain: str, least: int = 1) -> float:
        """Of a text in matching form, about −4 to 4; above 0 it is likelier of the second kind. A text of fewer than
        `least` words is taken to have more that say nothing."""
        known = [weight for gram in grams(plain) if (weight := self.each.get(gram)) is not None]
        return (self.usual + sum(known) / sqrt(max(least, len(known)))) / _STEP


def grams(plain: str) -> set[str]:
    """What is weighed of a text in matching form: stems of English words and pairs of them, Chinese runs of one to
    three signs. All numbers are one."""
    found: set[str] = set()
    before = ""
    for run in runs(plain):
        if is_chinese(run):
            found.update(run[at : at + size] for size in range(1, _LONGEST + 1) for at in range(len(run) - size + 1))
            before = ""
            continue
        word = stem(_NUMBER.sub("0", run))
        found.update((word, f"{before} {word}") if before else (word,))
        before = word
    return found


def read(kept: Path) -> Weights:
    """Weights as they were kept. Without the file no word weighs anything."""
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    notes = frozenset(line.removeprefix(_NOTE) for line in lines if line.startswith(_NOTE))
    each = {gram: int(step) for gram, _, step in (line.partition("\t") for line in lines[len(notes) :])}
    return Weights(each.pop("", 0), each, notes)


def as_text(usual: float, each: Iterable[tuple[str, float]], notes: Iterable[str] = ()) -> str:
    """How these weights are kept; those that say next to nothing are left out."""
    lines = [f"{_NOTE}{note}" for note in sorted(notes)]
    lines.append(f"\t{round(usual * _STEP)}")
    lines += [f"{gram}\t{step}" for gram, weight in sorted(each) if abs(step := round(weight * _STEP)) >= _LEAST]
    return "\n".join(lines) + "\n"
