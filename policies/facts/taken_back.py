"""Statements that their writer takes back in the next breath, and what comes of them.

"I wrote that the bank was no partner; it turns out it is": the first does not count. What sets it right does, as far as
it is read or is a plain yes or no; where it only says that the first was wrong, the fact is left open.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.facts.found import Found
from policies.facts.retractions import THE_OLD, Back, backs
from policies.facts.scope import Page
from policies.patterns import lazy

_STANDS = frozenset({"region", "industry", "legal_person", "tech_enterprise", "size"})
"""What is hardly ever the matter that is taken back."""
_WEIGHT = 10


_BARE_NO = lazy(
    r"(?: that)?,? ?(?:it|they|we|this|that|he|she|there)? ?(?:is|are|was|were|have|has|had|does|do|did)(?:n't| not)"
    r"(?: (?:one|so|the case|any|been|yet|listed|at all))?\s*[,.;]|"
    r"[^,。;]{0,6}?(?:并)?(?:不是|没有|不在|没)[^,。;]{0,3}(?:[,。;]|$)"
)
_BARE_YES = lazy(
    r"(?: that)?,? ?(?:it|they|we|this|that|he|she|there) ?(?:is|are|was|were|have|has|had|does|do|did)\s*[,.;]|"
    r"[^,。;不没]{0,4}?(?<!不)(?:是的|是|有|在)(?:[,。;]|$)"
)


def upheld(page: Page, found: list[Found]) -> list[Found]:
    """Statements without those that the writer takes back, and a doubt for each that nothing sets right."""
    for back in backs(page.text):
        inside = [one for one in found if _told(page, one, back)]
        if inside:
            found = _settled(page, back, inside, found)
    return found


def _told(page: Page, one: Found, back: Back) -> bool:
    if one.start < back.told:
        return one.end <= back.told and THE_OLD.fullmatch(page.text, one.end, back.told) is not None
    return one.start < back.start and one.end <= back.end


def _settled(page: Page, back: Back, inside: list[Found], found: list[Found]) -> list[Found]:
    behind = [one for one in found if back.start <= one.start < back.rest]
    again = {one.name for one in inside} & {one.name for one in behind}
    anew = {name for name in again if {o.value for o in inside if o.name == name} != _values(behind, name)}
    if anew:
        return [one for one in found if one not in inside or one.name not in anew]
    if again:
        return found
    left = [one for one in inside if one.name not in _STANDS]
    plain = {one.name for one in left if isinstance(one.value, bool)}
    turned = False if _BARE_NO.match(page.text, back.end) else True if _BARE_YES.match(page.text, back.end) else None
    if len(plain) == 1 and turned is not None:
        (name,) = plain
        first = next(one for one in left if one.name == name)
        kept = [one for one in found if one not in left or one.name != name]
        return [*kept, Found(name, turned, first.start, first.end, _WEIGHT)]
    if not back.plain or _of_another(inside, behind):
        return found
    doubts = {one.name: Found(one.name, None, one.start, one.end, _WEIGHT) for one in left}
    return [*(one for one in found if one not in left), *doubts.values()]


def _of_another(inside: Sequence[Found], behind: Sequence[Found]) -> bool:
    """Whether only figures are told, and then another matter's: "80 staff; the audited sales are 62 million"."""
    return bool(behind) and all(type(one.value) in (int, float) for one in (*inside, *behind))


def _values(found: Sequence[Found], name: str) -> set[object]:
    return {one.value for one in found if one.name == name}
