"""Self-corrections: "80人，不对，是90人", "60 staff. Sorry, 64". The figure taken back is cut out before anything reads.

What is cut keeps its place in the original, so spans still point into the writer's own words. Where the corrected
figure comes without the unit that the first one had ("3000万，说错了，2800"), neither is kept: unknown is safer.
"""

from __future__ import annotations

import re

from policies.facts import quantities
from policies.facts.normal import Text
from policies.facts.quantities import Quantity

_BACK = (
    r"不对|说错了?|写错了?|打错了?|记错了?|讲错了?|算错了?|搞错了?|弄错了?|口误|更正|纠正|改正|[哦噢啊喔]?不(?:是)?(?=[,.。;\s])|"
    r"抱歉|不好意思|对不起|应为|(?<![a-z])(?:sorry|correction|scratch that|strike that|i mean(?:t)?|my mistake|"
    r"oops|make (?:that|it)|no,? wait|wait,? no|rather|apologies|that should be|misspoke|no(?=\s?[,.]))(?![a-z])"
)
_GAP = re.compile(
    rf"[\s,.。;:!()\-…元人名个件项年%]{{0,8}}(?:成立|创立|开的)?[\s,.。;:!()\-…]{{0,4}}(?:{_BACK})"
    rf"[\s,.。;:!()\-…]{{0,4}}(?:{_BACK})?"
    r"(?:[\s,:.\-]|应该?是|其实|实际上?|准确(?:地)?说|确切|而|是|有|才|为|我|了|the (?:right )?(?:figure|number) is|"
    r"it'?s|it is|it should be|should be|that should be|we are|we're|we have|there are|actually|make (?:that|it)|i meant?)"
    r"{0,6}"
)
_MARK = re.compile(_BACK)


def apply(text: Text) -> Text:
    """The text without figures that their writer took back."""
    if not _MARK.search(text.normal):
        return text
    found = quantities.find(text.normal)
    cuts = [
        cut
        for first, second in zip(found, found[1:], strict=False)
        if second.start - first.end <= 48 and (cut := _cut(text.normal, first, second))
    ]
    for start, end in reversed(cuts):
        text = Text(
            text.original, text.normal[:start] + text.normal[end:], text.origin[:start] + text.origin[end:]
        )
    return text


def _cut(text: str, first: Quantity, second: Quantity) -> tuple[int, int] | None:
    """The stretch to leave out, or None where the second figure corrects nothing."""
    if not _GAP.fullmatch(text, first.end, second.start):
        return None
    if first.kind == second.kind or first.kind == "plain" or _bare_heads(first, second):
        return first.start, second.start
    return (first.start, second.end) if second.kind == "plain" else None


def _bare_heads(first: Quantity, second: Quantity) -> bool:
    """ "80人，不对，90": of counted things the unit may be left out."""
    return second.kind == "plain" and first.kind in ("heads", "items")
