"""`python -m tests.policies.teach` (`make weights`): learn the weights of the second reader (ADR 0028).

Labelled texts come from many hands: single statements, bare wordings, whole paragraphs. Beside them the recognisers'
own readings of the open eligibility texts show how statements stand among others. `--without HAND` learns from all
others, writes nothing, and prints what is then read of that hand's texts beside what the recognisers read alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from policies.facts import learned
from policies.facts.learned import weights as kept
from policies.loader import load_corpus
from policies.types import FactValue
from tests.policies.lessons import SILVER, Kinds, Labelled, Lesson, figures, fingerprint, lessons

LEFT_ALONE = frozenset({"tech_enterprise", "qualification_title", "payer_state_owned", "recognised_startup", "size"})
"""Facts that others decide, or that words alone do not tell."""
_LEAST_SEEN = 2  # things that must have a sign
_LEAST_WEIGHT = 0.2
_UNASKED = 0.3  # trust in a label's silence on what it was not asked for
Floats = NDArray[np.float32]


# --- learning -------------------------------------------------------------------------------------------


class Learner:
    """Weights of signs for classes, moved by the error on one thing after the other, each step smaller (AdaGrad)."""

    def __init__(self, signs: Sequence[Sequence[str]], classes: int, bias: float, rate: float) -> None:
        seen = Counter(sign for each in signs for sign in each)
        self.signs = sorted(sign for sign, times in seen.items() if times >= _LEAST_SEEN)
        self._number = {sign: number for number, sign in enumerate(self.signs)}
        self.weights = np.zeros((len(self.signs), classes), np.float32)
        self.bias = np.full(classes, bias, np.float32)
        self._moved = np.full_like(self.weights, 1e-2)
        self._moved_bias = np.full_like(self.bias, 1e-2)
        self._rate = rate

    def rows(self, signs: Sequence[str]) -> NDArray[np.intp]:
        return np.array([self._number[sign] for sign in signs if sign in self._number], np.intp)

    def sums(self, rows: NDArray[np.intp]) -> Floats:
        return np.asarray(self.weights[rows].sum(axis=0) + self.bias, np.float32)

    def move(self, rows: NDArray[np.intp], error: Floats) -> None:
        wrong = np.flatnonzero(np.abs(error) > 1e-3)
        step, at = error[wrong], np.ix_(rows, wrong)
        self._moved[at] += step * step
        self.weights[at] -= self._rate * step / np.sqrt(self._moved[at])
        self._moved_bias[wrong] += step * step
        self.bias[wrong] -= self._rate * step / np.sqrt(self._moved_bias[wrong])

    def table(self) -> tuple[list[str], Floats, Floats]:
        """Signs, their weights and the bias; what weighs next to nothing is left out."""
        weights = np.where(np.abs(self.weights) >= _LEAST_WEIGHT, self.weights, 0)
        told = np.flatnonzero(weights.any(axis=1))
        return [self.signs[number] for number in told], weights[told], self.bias


def learn_figures(known: Sequence[Labelled], rounds: int = 8) -> tuple[list[str], dict[str, list[int]], Learner]:
    """Which fact a figure states, or none: the classes, those of each kind, and what was learnt."""
    classes = sorted({one.name for one in known})
    by_kind = {
        kind: sorted({classes.index(one.name) for one in known if one.figure.kind == kind})
        for kind in sorted({one.figure.kind for one in known})
    }
    learner = Learner([one.signs for one in known], len(classes), 0.0, 0.25)
    rows, order = [learner.rows(one.signs) for one in known], np.random.default_rng(0)
    for _ in range(rounds):
        for number in order.permutation(len(known)):
            one, among = known[number], by_kind[known[number].figure.kind]
            sums = learner.sums(rows[number])[among]
            likely = np.exp(sums - sums.max())
            error = np.zeros(len(classes), np.float32)
            error[among] = likely / likely.sum()
            error[classes.index(one.name)] -= 1
            learner.move(rows[number], error * one.trust)
    return classes, by_kind, learner


def ranges(known: Sequence[Labelled]) -> dict[str, tuple[float, float]]:
    """The least and the greatest figure of each fact that was labelled by a hand; days have none."""
    values: dict[str, list[float]] = defaultdict(list)
    for one in known:
        if one.trust == 1.0 and one.name != kept.NOTHING and not isinstance(one.figure.value, str):
            values[one.name].append(float(one.figure.value))
    return {name: (min(each), max(each)) for name, each in sorted(values.items())}


def learn_clauses(taught: Sequence[Lesson], rounds: int = 5) -> tuple[list[tuple[str, FactValue]], Learner]:
    """Which facts a clause states, each with its value answered by itself: the classes, and what was learnt."""
    facts = load_corpus().vocabulary.facts
    names = {one.name for one in facts.values() if one.kind in ("boolean", "choice")} - LEFT_ALONE - {"industry"}
    counted: Counter[tuple[str, FactValue]] = Counter(
        (name, value)
        for one in taught
        for name, value in (one.facts or {}).items()
        if name in names and value is not None
    )
    classes = sorted((one for one, times in counted.items() if times >= 6), key=str)
    number = {one: place for place, one in enumerate(classes)}
    of_fact: dict[str, list[int]] = defaultdict(list)
    for place, (name, _) in enumerate(classes):
        of_fact[name].append(place)
    signs = [[sorted(set(one.signs.of_clause(n))) for n in range(len(one.page.clauses))] for one in taught]
    learner = Learner([each for one in signs for each in one], len(classes), -3.0, 0.3)
    rows = [[learner.rows(each) for each in one] for one in signs]
    order = np.random.default_rng(0)
    for turn in range(rounds):
        for place in order.permutation(len(taught)):
            goal, trust = _goals(taught[place], rows[place], learner, number, of_fact, first=turn == 0)
            for clause, at in enumerate(rows[place]):
                if len(at):
                    likely = 1 / (1 + np.exp(-np.clip(learner.sums(at), -30, 30)))
                    learner.move(at, (likely - goal[clause]) * trust[clause])
    return classes, learner


def _goals(
    lesson: Lesson,
    rows: Sequence[NDArray[np.intp]],
    learner: Learner,
    number: Mapping[tuple[str, FactValue], int],
    of_fact: Mapping[str, Sequence[int]],
    *,
    first: bool,
) -> tuple[Floats, Floats]:
    """What each clause should say, and how far that is to be trusted."""
    width = len(learner.bias)
    goal, facts = np.zeros((len(rows), width), np.float32), lesson.facts or {}
    silent = 0.0 if lesson.facts is None else 1.0 if lesson.asked is None else _UNASKED
    trust = np.full((len(rows), width), silent, np.float32)
    for name in lesson.asked or ():
        trust[:, of_fact.get(name, [])] = 1.0
    by_rules = defaultdict(set)
    for one in lesson.read:
        place = number.get((one.name, one.value))
        if place is not None and (one.name not in facts or facts[one.name] == one.value):
            by_rules[place].add(lesson.page.index(one.start))
    for place, clauses in by_rules.items():
        at = sorted(clauses)
        goal[at, place], trust[at, place] = 1.0, SILVER
    for name, value in facts.items():
        for place in of_fact.get(name, ()):
            trust[:, place] = 1.0  # a doubt states neither value
        place = number.get((name, value), -1)
        if place < 0:
            continue
        at = sorted(by_rules[place])
        if not at and (first and len(rows) > 1):
            trust[:, place] = _UNASKED  # not known yet in which clause it is told
            at = list(range(len(rows)))
        elif not at:
            at = [int(np.argmax([learner.sums(each)[place] if len(each) else -99 for each in rows]))]
            trust[:, place] = 0.5
        goal[at, place] = 1.0
        trust[at, place] = np.maximum(trust[at, place], _UNASKED if len(at) > 1 else 1.0)
    return goal, trust


def learn(taught: Sequence[Lesson]) -> bytes:
    """The file of weights that these texts teach; the same texts give the same bytes."""
    kinds = Kinds()
    known = [one for lesson in taught for one in figures(lesson, kinds)]
    names, by_kind, figure = learn_figures(known)
    stated, clause = learn_clauses(taught)
    about = {"figures": names, "kinds": by_kind, "ranges": ranges(known), "clauses": stated, "taught": fingerprint()}
    return kept.packed(about, {"figures": figure.table(), "clauses": clause.table()})


# --- what is read ---------------------------------------------------------------------------------------


def report(lesson_hand: str, everything: Sequence[Lesson]) -> str:
    """What is read of a hand's texts when nothing of them was learnt."""
    known = kept.parsed(learn([one for one in everything if one.hand != lesson_hand]))
    counts: Counter[str] = Counter()
    for one in everything:
        if one.hand != lesson_hand or one.facts is None:
            continue
        read = {each.name: each.value for each in one.read}
        more = {each.name: each.value for each in learned.find(one.page, one.read, known)}
        for name, value in one.facts.items():
            if value is None or name in LEFT_ALONE:
                continue
            counts["stated"] += 1
            counts["read by recognisers"] += read.get(name) == value
            if name not in read:
                counts["left"] += 1
                counts["read by the learned reader"] += name in more and more[name] == value
                counts["read wrongly by it"] += name in more and more[name] != value
        asked = one.asked
        counts["read by it though not stated"] += sum(
            name not in one.facts and (asked is None or name in asked) for name in more
        )
    return f"{lesson_hand}: " + ", ".join(f"{times} {name}" for name, times in counts.items())


def main() -> int:
    """Write the weights, or say what is read of a hand that is left out."""
    parser = argparse.ArgumentParser(prog="python -m tests.policies.teach", description=__doc__)
    parser.add_argument("--without", action="append", default=[], metavar="HAND")
    hands = parser.parse_args().without
    everything = lessons()
    for hand in hands:
        sys.stdout.write(report(hand, everything) + "\n")
    if not hands:
        kept.FILE.write_bytes(learn(everything))
        sys.stdout.write(f"{len(everything)} texts, {kept.FILE.stat().st_size // 1024} KiB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
