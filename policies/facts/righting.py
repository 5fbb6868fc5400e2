"""A text with what its writer takes back cut out, before anything else reads, and what sets it right in its place.

"I put our sales at 48 million, but the audited figure is 62 million" comes to "our sales at 62 million", and "the bank
was no partner; it turns out it is on the list" to "the bank is on the list". What cannot be put so is left to
`taken_back`. Spans still point into the writer's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from policies.facts import corrections, labels, quantities
from policies.facts.normal import Text
from policies.facts.quantities import Quantity
from policies.facts.retractions import MOST, SIGNS, STOP, THE_OLD, WHEN_ZH, Back, backs
from policies.patterns import lazy

_APART = 60
"""Code points from a figure to what sets it right."""
_GIVER = r"(?:i|we|our \w+|my \w+)"
_GAVE = (
    r"(?:(?:have|had|first|at first|originally|earlier|wrongly) ){0,2}(?:gave|given|told|said|wrote|written|put|noted|"
    r"reported|quoted|mentioned|stated)(?![a-z])"
)
_OLD = r"(?:[^,.;]|\.(?=\d)|,(?=\d)){1,60}?"
_NOT_OLD_EN = lazy(
    rf"(?<![a-z])(?:(?:and |but )?not|rather than|instead of) (?:the )?(?P<old>{_OLD}) (?:that |which |as )?{_GIVER} "
    rf"{_GAVE}[^,.;]{{0,40}}|, (?:which|that) {_GIVER} {_GAVE} (?:as|at|to be) {_OLD},|"
    rf"\((?:{_GIVER} {_GAVE}|not the) [^()]{{1,60}}\)|(?:(?<=corrected )|(?<=revised ))from [\d.,]{{1,12}} "
    r"(?:\w+ )?to (?=(?:rmb |¥|about )?\d)"
)
_NOT_OLD_ZH = lazy(
    rf"(?:而|并)?不是(?:{WHEN_ZH}|我)[^,。;\d]{{0,10}}(?:说|报|写|填|讲|提|告诉)[^,。;\d]{{0,6}}的[^,。;]{{1,14}}|"
    rf"\((?:{WHEN_ZH})[^(),。;\d]{{0,8}}(?:说|报|写|填|讲)[^()]{{1,24}}\)|"
    r"(?:从|由)[\d.,]{1,12} ?[^,。;\d]{0,10}?(?:更正|修正|订正|改正|改|纠正)[为成到]?"
)
"""What sets right stands around it: "1.9%, not the 2.1% I gave on the phone", 由4800万更正为4600万."""
_FIGURE = lazy(r"[\d零一二三四五六七八九十百千]|(?<![a-z])(?:two|three|four|five|six|seven|eight|nine|ten)(?![a-z])")


def set_right(text: Text) -> Text:
    """The text with what its writer takes back cut out, and what sets it right in its place."""
    if not any(sign in text.normal for sign in SIGNS):
        return text
    pattern = _NOT_OLD_EN if text.normal.isascii() else _NOT_OLD_ZH
    for gone in reversed(list(islice(pattern.finditer(text.normal), MOST))):
        if _FIGURE.search(gone.groupdict().get("old") or gone[0]):
            text = _without(text, gone.start(), gone.end())
    taken = backs(text.normal)
    if not taken:
        return text
    found = quantities.find(text.normal)
    for back in reversed(taken):
        text = _figure(text, back, found) or _predicate(text, back) or text
    return text


_IGNORE = lazy(r"(?<![a-z])(?:please )?(?:ignore|disregard|forget(?: about)?|discard|strike) (?=(?:the )?[^,.;]*$)")
_LINK = lazy(
    r"[^.。;!?]{0,60}?(?<![a-z])(?:is|was|are|were|at|to|as|of|shows?|says?|said|puts?|gives?|makes?|figure|be|had|"
    r"have|has|"
    r"found|only|about|rmb|¥|exact|fact|actually|:|,)[\s¥]*(?:only |about |exactly |rmb ?|¥)*|"
    r"[^。;!?\d]{0,16}?[^,。;\da-z]{0,10}"
)


def _figure(text: Text, back: Back, found: Sequence[Quantity]) -> Text | None:
    """One figure put right, if what sets it right is a bare figure of its kind: "the audited figure is 62 million"."""
    normal = text.normal
    new = next((one for one in found if back.start <= one.start < min(back.end + 80, back.rest)), None)
    old = next((one for one in reversed(found) if one.end <= back.start), None)
    if new is None or old is None or (new.kind != old.kind and not _plain(new)):
        return None
    if old.start < back.told and not THE_OLD.fullmatch(normal, old.end, back.told):
        return None
    if old.start >= back.told and back.start - old.end > _APART:
        return None
    behind = normal[back.end : new.start]
    told = _measures(normal[max(0, min(old.start, back.told) - 20) : old.end + 24])
    if not (_measures(behind) | _measures(_last(normal[old.end : back.start]))) <= told or not _LINK.fullmatch(behind):
        return None
    if old.start < back.told and (ahead := _IGNORE.search(normal, max(0, old.start - _APART), old.start)):
        for same in found:
            if same.end <= ahead.start() and same.value == old.value and old.kind in (same.kind, "plain"):
                return corrections.corrected(text, same, new, ahead.start())
        text = _without(text, *ahead.span())
        gone = ahead.end() - ahead.start()
        old, new = (replace(one, start=one.start - gone, end=one.end - gone) for one in (old, new))
        return corrections.corrected(text, old, new, back.told - gone)
    kept = back.start if old.start > back.told and _measures(normal[old.end : back.start]) else 0
    made = corrections.corrected(text, old, new, kept)
    return _without(made, back.told, back.said) if back.told < old.start else made


def _plain(one: Quantity) -> bool:
    """A bare number that is no year."""
    return one.kind == "plain" and not 1900 <= one.value < 2100


def _measures(words: str) -> set[str]:
    return {one.measure for one in labels.find(words)}


def _last(words: str) -> str:
    """Words behind the last break of a stretch: there another figure may be named."""
    return re.split(r"[,;。]|\.(?=\s|$)|(?<![a-z])(?:but|and|while)(?![a-z])", words)[-1]


_COPULA = lazy(
    r"(?<![a-z])(?:is|was|are|were|had been|has been|have been|(?:came|comes|come) from)(?:n't| not)?(?![a-z])|"
    r"(?:并?不|都|也|还|就)?(?:是|属于|在)(?!否)"
)
_AGAIN = lazy(
    r"[ ,:]{0,2}(?:that |at (?:the|that) time |by (?:then|now) )?(?:it|they|he|she|this|that|those|we) "
    r"(?P<en>(?:is|was|are|were|has been|have been|came from|comes from)(?:n't| not)?(?= (?!not(?![a-z]))\w))|"
    r"[^。;!?\d,]{0,3},?[^。;!?\d,]{0,8}?(?P<zh>(?:(?:并?不|还|仍|仍然|其实|确实|就)|(?<![不没未非]))(?:是|属于|"
    r"在)(?!否)(?=[^,。;!?的])|没在(?=\S))"
)


def _predicate(text: Text, back: Back) -> Text | None:
    """What a thing is put right: "the bank was no partner; it turns out it is on the list"."""
    normal = text.normal
    if not back.plain:
        return None
    was = _COPULA.search(normal, back.said, back.start)
    now = _AGAIN.match(normal, back.end, back.rest)
    if was is None or now is None or was.start() - back.said > 80 or back.start - was.end() > 110:
        return None
    if _FIGURE.search(normal, was.end(), back.start) or STOP.search(normal, was.end(), back.start - 2):
        return None
    start = now.start("en") if now["en"] else now.start("zh")
    if was[0].endswith("from") and normal[start:].startswith(("is ", "was ", "are ", "were ")):
        cut = _without(text, was.end(), start + len(now["en"]))
    else:
        cut = _without(text, was.start(), start)
    return _without(cut, back.told, back.said)


def _without(text: Text, start: int, end: int) -> Text:
    return Text(text.original, text.normal[:start] + text.normal[end:], text.origin[:start] + text.origin[end:])
