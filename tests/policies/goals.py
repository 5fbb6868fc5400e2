"""What each clause of a labelled text should say (ADR 0028): a label says that a text states a fact, not where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from policies.loader import load_corpus
from policies.types import FactValue
from tests.policies.lessons import SILVER, Lesson

LEFT_ALONE = frozenset({"tech_enterprise", "qualification_title", "payer_state_owned", "recognised_startup", "size"})
"""Facts that others decide, or that words alone do not tell."""
_LEAST_TIMES = 6  # that a fact was labelled with a value
_UNASKED = 0.3  # trust in a label's silence on what it was not asked for
Floats = NDArray[np.float32]


class Goals:
    """`classes`: yes-no facts and choices with each value that was labelled often enough."""

    def __init__(self, taught: Sequence[Lesson]) -> None:
        facts = load_corpus().vocabulary.facts
        names = {one.name for one in facts.values() if one.kind in ("boolean", "choice")} - LEFT_ALONE - {"industry"}
        counted: Counter[tuple[str, FactValue]] = Counter(
            (name, value)
            for one in taught
            for name, value in (one.facts or {}).items()
            if name in names and value is not None
        )
        self.classes = sorted((one for one, times in counted.items() if times >= _LEAST_TIMES), key=str)
        self._number = {one: place for place, one in enumerate(self.classes)}
        self._of_fact: dict[str, list[int]] = defaultdict(list)
        for place, (name, _) in enumerate(self.classes):
            self._of_fact[name].append(place)

    def of(self, lesson: Lesson, sums: Callable[[int], Floats], *, first: bool) -> tuple[Floats, Floats]:
        """What each clause should say, and how far that is to be trusted: where recognisers do not tell the clause, the
        one that says it most by `sums` so far, and the `first` time any."""
        count, facts = len(lesson.page.clauses), lesson.facts or {}
        goal = np.zeros((count, len(self.classes)), np.float32)
        trust = np.full_like(goal, self._silence(lesson))
        for name in lesson.asked or ():
            trust[:, self._of_fact.get(name, [])] = 1.0
        by_rules = self._by_rules(lesson)
        for place, clauses in by_rules.items():
            goal[clauses, place], trust[clauses, place] = 1.0, SILVER
        for name, value in facts.items():
            for place in self._of_fact.get(name, ()):
                trust[:, place] = 1.0  # a doubt states neither value
            place = self._number.get((name, value), -1)
            if place < 0:
                continue
            at = by_rules.get(place, [])
            if not at and first and count > 1:
                trust[:, place] = _UNASKED  # not known yet in which clause it is told
                at = list(range(count))
            elif not at:
                at = [int(np.argmax([sums(number)[place] for number in range(count)]))]
                trust[:, place] = 0.5
            goal[at, place] = 1.0
            trust[at, place] = np.maximum(trust[at, place], _UNASKED if len(at) > 1 else 1.0)
        return goal, trust

    @staticmethod
    def _silence(lesson: Lesson) -> float:
        if lesson.facts is None:
            return 0.0
        return 1.0 if lesson.asked is None else _UNASKED

    def _by_rules(self, lesson: Lesson) -> dict[int, list[int]]:
        """The clauses in which recognisers read what the label says, or what it does not speak of."""
        facts = lesson.facts or {}
        found = defaultdict(set)
        for one in lesson.read:
            place = self._number.get((one.name, one.value))
            if place is not None and (one.name not in facts or facts[one.name] == one.value):
                found[place].add(lesson.page.index(one.start))
        return {place: sorted(clauses) for place, clauses in found.items()}
