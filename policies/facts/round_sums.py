"""Sales and assets told from a round sum: 1.5亿又多8万 is 150.08 million, 差两万到1.5亿 is 149.98 million.

The two figures are one. Only the size of a house is told so: money still owed or to be paid (货款80万还差5万没付)
stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from policies.facts import numerals
from policies.facts.quantities import Quantity
from policies.patterns import lazy

_SIZE = lazy(r"收入|营收|营业额|销售|产值|流水|业绩|进账|卖了|资产|家底|家当")
_DEBT = lazy(r"欠|货款|还款|贷款|借|付|没收到|未收|应收|预算|目标|任务|利润")
_ABOUT = r"(?:了|出|出了|出来|有|约|大概)?"
_MORE = lazy(
    rf"\s?(?:(?:又|还|再|更|而且|另外?)*(?:多|高出|超出?|冒|溢){_ABOUT}|(?:又|还|再|另)?(?:外加|加上?|添上?|挂零|搭){_ABOUT}|零)"
)
_LESS = lazy(rf"\s?(?:还|就|只|仅|才|又)*(?:差|少|缺|短少?){_ABOUT}")
_TO = lazy(r"\s?(?:就|才|便|即)?(?:到|满|够|达到?|凑[够成满]|上|破)(?:了)?")
_OVER = lazy(r"(?:超过|超出|超|高出|多过|突破)了?$")
_SHORT = lazy(r"(?:还|就|只|仅|才)*(?:差|少|缺|短)了?$")
_NOT_OURS = lazy(r"\s?的|出来的")
_SMALL = 20
"""What is told beside a round sum is at most this part of it."""
_AHEAD = 40


def told(text: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities, a round sum and what it lacks or exceeds put into one."""
    if not (_SIZE.search(text) and any(_near(one, other) for one, other in pairwise(found))):
        return found
    return tuple(_joined(text, found))


def _near(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind == "cny" and other.start - one.end <= 8 and min(one.value, other.value) > 0


def _joined(text: str, found: tuple[Quantity, ...]) -> Iterable[Quantity]:
    place = 0
    while place < len(found):
        one = found[place]
        both = _both(text, one, found[place + 1]) if place + 1 < len(found) else None
        yield both or one
        place += 2 if both else 1


def _both(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    """One sum for two, where the words between and before them tell it."""
    if not _near(one, other):
        return None
    lead = re.split(r"[,。;!?\n]", text[max(0, one.start - _AHEAD) : one.start])[-1]
    if not _SIZE.search(lead) or _DEBT.search(lead) or _NOT_OURS.match(text, other.end):
        return None
    gap = text[one.end : other.start]
    value = None
    if numerals.pair(text[one.start : one.end]) or numerals.pair(text[other.start : other.end]):
        return None
    if one.value >= _SMALL * other.value and not other.vague:
        if _MORE.fullmatch(gap) or (_OVER.search(lead) and not gap.strip()):
            value = one.value + other.value
        elif _LESS.fullmatch(gap):
            value = one.value - other.value
    elif other.value >= _SMALL * one.value and _SHORT.search(lead) and _TO.fullmatch(gap):
        value = other.value - one.value
    return None if value is None else replace(one, value=value, end=other.end, vague=False)
