"""`python -m tests.policies.teach_misgivings` (part of `make weights`): what sounds as if it stood in the way.

Learnt from texts of which only the right verdict is told (the sets open to tuning): those that get their sum, and those
that do not or must be left open. Texts that tell facts and no case count among the former: ordinary talk stands in
nobody's way; and short sentences of somebody who does not know among the latter. `--apart` learns from five sixths of
the hands at a time and prints how many texts of the rest would lose a sum that they deserve, and how many of the others
are heavier, for several limits.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from policies.advise import Adviser
from policies.facts.learned import misgivings
from policies.loader import load_corpus
from policies.placenames import PlaceNames
from policies.text import normalise
from policies.wording import learning
from tests.policies import quality

_FOLDS = 6
_TALK, _DOUBTS = ("facts", "facts_fourth"), ("doubts",)
_SURE = ("eligible", "likely")


@dataclass(frozen=True, slots=True)
class Told:
    """A text in matching form without the names of places, whose hand wrote it, and whether it deserves its sum."""

    hand: str
    deserves: bool
    plain: str
    row: dict[str, object]


def told() -> list[Told]:
    """Every text that is open to tuning."""
    plain = _matching()
    return [
        Told(row["id"].rstrip("0123456789") or str(hand), row["verdict"] in _SURE, plain(row["text"]), row)
        for hand, row in enumerate([*quality.cases("tune"), *quality.cases("open")])
        if row["verdict"] != "expired"
    ]


def talk(names: Sequence[str] = _TALK) -> list[str]:
    """Texts in matching form that tell facts and no case; or, of `_DOUBTS`, that something is not known."""
    plain = _matching()
    files = (quality.DATA / f"{name}.jsonl" for name in names)
    return [plain(json.loads(line)["text"]) for file in files for line in file.read_text("utf-8").splitlines()]


def _matching() -> Callable[[str], str]:
    corpus = load_corpus()
    names = PlaceNames(corpus.vocabulary, corpus.articles.values())
    return lambda text: names.without(normalise(text))


def lesson(texts: Sequence[Told]) -> learning.Lesson:
    """Each text counts alike."""
    ordinary, doubts = talk(), talk(_DOUBTS)
    return learning.Lesson(
        [*(one.plain for one in texts), *ordinary, *doubts],
        [*(not one.deserves for one in texts), *(False for _ in ordinary), *(True for _ in doubts)],
        [1.0] * (len(texts) + len(ordinary) + len(doubts)),
    )


def apart(texts: Sequence[Told]) -> str:
    """What the rest would be told by weights that were learnt without their hands, for several limits."""
    adviser, hands = Adviser(), sorted({one.hand for one in texts})
    lost: list[float] = []
    due: list[float] = []
    for fold in range(_FOLDS):
        rest = set(hands[fold::_FOLDS])
        weights = learning.weights(lesson([one for one in texts if one.hand not in rest]))
        for one in (each for each in texts if each.hand in rest):
            heavy = weights.of(one.plain)
            if not one.deserves:
                due.append(heavy)
            elif _given(adviser, one):
                lost.append(heavy)
    limits = [float(np.percentile(lost, 100 - share)) for share in (0.5, 1, 2, 3, 5)]
    return "\n".join(
        f"above {limit:.2f}: lost {np.mean(np.array(lost) > limit):.3f}, due {np.mean(np.array(due) > limit):.3f}"
        for limit in limits
    )


def _given(adviser: Adviser, one: Told) -> bool:
    """Whether the adviser gives a text its sum, or would but for how it sounds."""
    text, day = str(one.row["text"]), date.fromisoformat(str(one.row["as_of"]))
    match = next((m for m in adviser.advise(text, as_of=day).matches if m.article == one.row["article"]), None)
    return match is not None and (str(match.verdict) in _SURE or not match.missing)


def main() -> int:
    """Write the weights, or say how they do on hands that they were not learnt from."""
    parser = argparse.ArgumentParser(prog="python -m tests.policies.teach_misgivings", description=__doc__)
    parser.add_argument("--apart", action="store_true")
    texts = told()
    if parser.parse_args().apart:
        sys.stdout.write(apart(texts) + "\n")
    else:
        misgivings.FILE.write_text(learning.learnt(lesson(texts)), encoding="utf-8")
        sys.stdout.write(f"{len(texts)} texts, {misgivings.FILE.stat().st_size // 1024} KiB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
