"""What is open again when another claim, loan or policy is told of than the one before."""

from __future__ import annotations

from dataclasses import replace

from policies.facts import Reading
from policies.types import Facts
from policies.vocabulary import Vocabulary

_FULLY = 2  # facts of a matter that tell it anew, though none was told before


def opened_anew(reading: Reading, kept: Facts, vocabulary: Vocabulary) -> Reading:
    """The reading with a doubt for each presumption that was told not to hold (`kept`) of one matter (`FactDef.of`),
    where it tells of another and says nothing of it: a subsidy that never came is no price, but the next unpaid sum may
    be one."""
    told = {fact.name: fact for fact in reading.facts}
    said = told.keys() | {fact.name for fact in reading.doubts}
    opened = []
    for name, value in kept.items():
        definition = vocabulary.facts.get(name)
        if definition is None or not definition.of or name in said or value in (None, definition.default):
            continue
        anew = [told[each] for each in definition.of if each in told]
        another = any(kept.get(fact.name) not in (None, fact.value) for fact in anew)
        if another or len(anew) >= _FULLY:
            opened.append(replace(anew[0], name=name, value=None))
    return replace(reading, doubts=(*reading.doubts, *opened))
