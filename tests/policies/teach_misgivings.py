"""`python -m tests.policies.teach_misgivings` (part of `make weights`): what sounds as if it stood in the way.

Learnt from texts of which only the right verdict is told (the sets open to tuning): a clause of one that does not get
its sum, or must be left open, is one example, a clause of one that gets it the other. Most clauses say nothing either
way, and the net is unsure of them; a text weighs by all of its clauses. `--apart` learns from five sixths of the hands
at a time and prints how many texts of the rest would lose a sum that they deserve, and how many others are heavier.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from policies.advise import Adviser
from policies.facts.learned import misgivings
from policies.facts.learned.nets import Net
from policies.facts.scope import Page
from policies.meaning.passages import Passage
from policies.meaning.vectors import encoder, sentences
from tests.policies import nets, quality

Floats = NDArray[np.float32]
_FOLDS, _NETS = 6, 4
_SURE = ("eligible", "likely")


@dataclass(frozen=True, slots=True)
class Told:
    """A text: the vectors of its telling clauses, and whether it deserves its sum."""

    hand: str
    deserves: bool
    rows: Floats
    row: dict[str, object]


def told() -> list[Told]:
    """Every text that is open to tuning."""
    found = []
    for hand, row in enumerate([*quality.cases("tune"), *quality.cases("open")]):
        if row["verdict"] == "expired":
            continue
        text, page = row["text"], Page(row["text"], date.fromisoformat(row["as_of"]))
        spans = [page.source.span(clause.start, clause.end) for clause in misgivings.telling(page)]
        if spans:
            rows = np.asarray(Passage(encoder(), text, sentences(text)).of(spans), np.float32)
            found.append(Told(row["id"].rstrip("0123456789") or str(hand), row["verdict"] in _SURE, rows, row))
    return found


def learn(texts: Sequence[Told]) -> Net:
    """The mean of several nets, each of which has not seen a few of the hands: what only one hand says weighs less."""
    hands = sorted({one.hand for one in texts})
    some = [_learn([one for one in texts if one.hand not in hands[part::_NETS]]) for part in range(_NETS)]
    return Net(
        np.concatenate([net.inner for net in some], axis=1),
        np.concatenate([net.inner_bias for net in some]),
        np.concatenate([net.outer for net in some]) / _NETS,
        np.mean([net.outer_bias for net in some], axis=0),
    )


def _learn(texts: Sequence[Told]) -> Net:
    rows = np.concatenate([one.rows for one in texts])
    against = np.concatenate([np.full((len(one.rows), 1), not one.deserves, np.float32) for one in texts])
    return nets.learn_answers(rows, 1, lambda _sums, _first: (against, np.ones_like(against)))


def apart(texts: Sequence[Told]) -> str:
    """What the rest would be told by a net that has not seen their hands, for several limits."""
    adviser, hands = Adviser(), sorted({one.hand for one in texts})
    lost: list[float] = []
    due: list[float] = []
    for fold in range(_FOLDS):
        rest = set(hands[fold::_FOLDS])
        net = learn([one for one in texts if one.hand not in rest])
        for one in (each for each in texts if each.hand in rest):
            heavy = misgivings.weight(net.sums(one.rows)[:, 0])
            if not one.deserves:
                due.append(heavy)
            elif _given(adviser, one):
                lost.append(heavy)
    limits = [float(np.percentile(lost, 100 - share)) for share in (0.5, 1, 2, 3)]
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
    """Write the net, or say how it does on hands that it has not seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.policies.teach_misgivings", description=__doc__)
    parser.add_argument("--apart", action="store_true")
    texts = told()
    if parser.parse_args().apart:
        sys.stdout.write(apart(texts) + "\n")
    else:
        misgivings.FILE.write_bytes(misgivings.as_bytes(learn(texts)))
        sys.stdout.write(f"{len(texts)} texts, {misgivings.FILE.stat().st_size // 1024} KiB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
