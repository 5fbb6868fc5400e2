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
from functools import partial

import numpy as np
from numpy.typing import NDArray

from policies.facts import learned
from policies.facts.learned import weights as kept
from policies.facts.learned.nets import Net
from policies.meaning.vectors import passage
from tests.policies import nets
from tests.policies.goals import LEFT_ALONE, Goals
from tests.policies.lessons import Kinds, Labelled, Lesson, figures, fingerprint, lessons

_LEAST_SEEN = 2  # things that must have a sign
_LEAST_WEIGHT = 0.2
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


def learn_clauses(taught: Sequence[Lesson], goals: Goals, rounds: int = 5) -> Learner:
    """Which facts a clause states, each with its value answered by itself."""
    signs = [[sorted(set(one.signs.of_clause(n))) for n in range(len(one.page.clauses))] for one in taught]
    learner = Learner([each for one in signs for each in one], len(goals.classes), -3.0, 0.3)
    rows = [[learner.rows(each) for each in one] for one in signs]
    silent = np.full(len(goals.classes), -99, np.float32)
    order = np.random.default_rng(0)
    for turn in range(rounds):
        for place in order.permutation(len(taught)):
            here = rows[place]
            sums = [learner.sums(at) if len(at) else silent for at in here]
            goal, trust = goals.of(taught[place], sums.__getitem__, first=turn == 0)
            for clause, at in enumerate(here):
                if len(at):
                    likely = 1 / (1 + np.exp(-np.clip(learner.sums(at), -30, 30)))
                    learner.move(at, (likely - goal[clause]) * trust[clause])
    return learner


# --- learning by meaning --------------------------------------------------------------------------------


def figure_net(known: Sequence[tuple[Floats, Labelled]], names: Sequence[str], kinds: Mapping[str, list[int]]) -> Net:
    """The net of figures, by the rows of their vectors."""
    among = np.zeros((len(known), len(names)), bool)
    for number, (_, one) in enumerate(known):
        among[number, kinds[one.figure.kind]] = True
    trust = np.array([one.trust for _, one in known], np.float32)
    return nets.learn_choice(
        np.stack([row for row, _ in known]), [names.index(one.name) for _, one in known], among, trust
    )


def clause_net(taught: Sequence[Lesson], rows: Sequence[Floats], goals: Goals) -> Net:
    """The net of clauses, by the rows of their vectors, those of a text together."""
    ends = np.cumsum([len(one) for one in rows]).tolist()

    def aims(sums: Floats, first: bool) -> tuple[Floats, Floats]:
        found = [
            goals.of(lesson, sums[end - len(some) : end].__getitem__, first=first)
            for lesson, some, end in zip(taught, rows, ends, strict=True)
        ]
        return np.concatenate([goal for goal, _ in found]), np.concatenate([trust for _, trust in found])

    return nets.learn_answers(np.concatenate(rows), len(goals.classes), aims)


def learn(taught: Sequence[Lesson]) -> bytes:
    """The file of weights that these texts teach; the same texts give the same bytes."""
    kinds, goals = Kinds(), Goals(taught)
    known: list[Labelled] = []
    figure_rows, clause_rows = [], []
    for lesson in taught:
        told, seen = list(figures(lesson, kinds)), nets.stretches(lesson)
        known += told
        if told:
            figure_rows += list(seen.of_figures([one.place for one in told]))
        clause_rows.append(seen.of_clauses(range(len(lesson.page.clauses))))
    names, by_kind, figure = learn_figures(known)
    clause = learn_clauses(taught, goals)
    by_meaning = {
        "figure_net": figure_net(list(zip(figure_rows, known, strict=True)), names, by_kind),
        "clause_net": clause_net(taught, clause_rows, goals),
    }
    about = {
        "figures": names,
        "kinds": by_kind,
        "ranges": ranges(known),
        "clauses": goals.classes,
        "taught": fingerprint(),
    }
    return kept.packed(about, {"figures": figure.table(), "clauses": clause.table()}, by_meaning)


# --- what is read ---------------------------------------------------------------------------------------


def report(lesson_hand: str, everything: Sequence[Lesson]) -> str:
    """What is read of a hand's texts when nothing of them was learnt."""
    known = kept.parsed(learn([one for one in everything if one.hand != lesson_hand]))
    counts: Counter[str] = Counter()
    for one in everything:
        if one.hand != lesson_hand or one.facts is None:
            continue
        read = {each.name: each.value for each in one.read}
        more = {
            each.name: each.value
            for each in learned.view(one.page, one.read, partial(passage, one.text), known).find(one.read)
        }
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
