"""What of a pattern can match in a text of ASCII signs alone: most patterns are Chinese words or English ones, and an
English text need not try the Chinese at each of its places.

A pattern is read as far as that takes: alternatives, groups, looks ahead and behind, classes, signs and how often each
may stand. What has a group to capture is kept, so that groups keep their numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NEVER = r"(?!)"
_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|:))?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)", re.DOTALL)
_OFTEN = re.compile(r"(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?")
_MAY_LACK = re.compile(r"[*?]|\{0?,|\{0\}")
_FOREIGN = r"(?:[^\x00-\x7f]|\\u(?!00[0-7])[\da-fA-F]{4})"
_FOREIGN_SIGN = re.compile(_FOREIGN)
_FOREIGN_CLASS = re.compile(rf"\[(?:{_FOREIGN}(?:-{_FOREIGN})?)+\]")


class _UnreadError(Exception):
    """A construct that this reader does not know."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern as it is kept; whether it is `foreign`, matched by no ASCII text, and whether it captures."""

    kept: str
    foreign: bool
    captures: bool = False


def ascii_form(pattern: str) -> str:
    """A pattern that finds in any text of ASCII signs what this one finds there, group for group; the same if there is
    nothing to leave out, `NEVER` if it finds nothing there."""
    try:
        read, end = _alternatives(pattern, 0)
    except _UnreadError:
        return pattern
    if end != len(pattern):
        return pattern
    return NEVER if read.foreign and not read.captures else read.kept


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    """The alternatives from here to the bracket that closes them, without those that are foreign."""
    found = []
    while True:
        one, at = _sequence(pattern, at)
        found.append(one)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    kept = [one for one in found if one.captures or not one.foreign] or found[:1]
    return _Part("|".join(one.kept for one in kept), all(one.foreign for one in found), _capture(found)), at


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    parts = []
    while at < len(pattern) and pattern[at] not in "|)":
        one, at = _piece(pattern, at)
        often = _OFTEN.match(pattern, at)
        if often is not None:
            at = often.end()
            lacks = one.foreign and _MAY_LACK.match(often[0]) is not None
            if lacks and not one.captures:
                continue
            one = _Part(one.kept + often[0], one.foreign and not lacks, one.captures)
        parts.append(one)
    return _Part("".join(one.kept for one in parts), any(one.foreign for one in parts), _capture(parts)), at


def _capture(parts: list[_Part]) -> bool:
    return any(one.captures for one in parts)


def _piece(pattern: str, at: int) -> tuple[_Part, int]:
    """A sign, a class or a group."""
    if pattern[at] == "(":
        return _group(pattern, at)
    if pattern[at] == "[":
        found = _CLASS.match(pattern, at)
        if found is None:
            raise _UnreadError
        return _Part(found[0], _FOREIGN_CLASS.fullmatch(found[0]) is not None), found.end()
    if pattern[at] == "\\":
        found = _ESCAPE.match(pattern, at)
        if found is None:
            raise _UnreadError
        return _Part(found[0], _FOREIGN_SIGN.fullmatch(found[0]) is not None), found.end()
    return _Part(pattern[at], not pattern[at].isascii()), at + 1


def _group(pattern: str, at: int) -> tuple[_Part, int]:
    opening = _OPENING.match(pattern, at)
    if opening is None or pattern[opening.end() : opening.end() + 1] == "?":
        raise _UnreadError
    inner, end = _alternatives(pattern, opening.end())
    if pattern[end : end + 1] != ")":
        raise _UnreadError
    captures = inner.captures or opening[0] == "(" or "P<" in opening[0]
    if opening[0].endswith("!"):  # what cannot be there is not there
        return _Part("" if inner.foreign and not captures else f"{opening[0]}{inner.kept})", False, captures), end + 1
    return _Part(f"{opening[0]}{inner.kept})", inner.foreign, captures), end + 1
