"""Self-corrections: "80人，不对，是90人", "60 staff. Sorry, 64". The figure taken back is cut out before
anything else reads.

What is cut keeps its place in the original, so spans still point into the writer's own words. A corrected figure
without a unit takes the one of the figure it replaces; where that unit was part of the number ("3000万，说错了，2800")
neither is kept: unknown is safer.
"""

from __future__ import annotations

import re
from itertools import pairwise

from policies.facts import numerals, quantities
from policies.facts.normal import Text
from policies.facts.quantities import Quantity

_BACK = (
    r"不对|(?:说|写|打|记|讲|算|搞|弄)错了?|口误|更正|纠正|改正|[哦噢啊喔]?不(?:是)?(?=[,.。;\s])|抱歉|不好意思|"
    r"对不起|应为|"
    r"(?<![a-z])(?:sorry|correction|scratch that|strike that|i mean(?:t)?|my mistake|oops|make (?:that|it)|no,? wait|"
    r"wait,? no|rather|apologies|that should be|misspoke|no(?=\s?[,.]))(?![a-z])"
)
_MARKS = r"[\s,.。;:!()\-…]{0,4}"
_LINKS = (
    r"应该?是|其实|实际上?|准确(?:地)?说|确切|而|是|有|才|为|我|了|the (?:right )?(?:figure|number) is|it'?s|it is|"
    r"it should be|should be|that should be|we are|we're|we have|there are|actually|make (?:that|it)|i meant?"
)
_GAP = re.compile(
    rf"[\s,.。;:!()\-…元人名个件项年%]{{0,8}}(?:成立|创立|"
    rf"开的)?{_MARKS}(?:{_BACK}){_MARKS}(?:{_BACK})?(?:[\s,:.\-]|{_LINKS}){{0,6}}"
)
_MARK = re.compile(_BACK)
_FARTHEST = 48
"""Code points between the two figures at most."""


def apply(text: Text) -> Text:
    """The text without figures that their writer took back."""
    if not _MARK.search(text.normal):
        return text
    found = quantities.find(text.normal)
    for first, second in reversed([*pairwise(found)]):
        if second.start - first.end <= _FARTHEST and _GAP.fullmatch(text.normal, first.end, second.start):
            text = _corrected(text, first, second)
    return text


def _corrected(text: Text, first: Quantity, second: Quantity) -> Text:
    if first.kind in (second.kind, "plain"):
        return _without(text, first.start, second.start)
    if second.kind != "plain":
        return text
    unit = _unit(text.normal[first.start : first.end])
    if not unit:
        return _without(text, first.start, second.end)
    last = text.origin[second.end - 1]
    return Text(
        text.original,
        text.normal[: first.start] + text.normal[second.start : second.end] + unit + text.normal[second.end :],
        text.origin[: first.start]
        + text.origin[second.start : second.end]
        + (last,) * len(unit)
        + text.origin[second.end :],
    )


def _unit(words: str) -> str:
    """What follows the number in a quantity's words: "人", " people", "%"."""
    said = next(numerals.find(words), None)
    return words[said.end :] if said is not None else ""


def _without(text: Text, start: int, end: int) -> Text:
    return Text(text.original, text.normal[:start] + text.normal[end:], text.origin[:start] + text.origin[end:])
