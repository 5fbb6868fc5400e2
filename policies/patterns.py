"""Patterns that are compiled when first used: the recognisers have above two thousand, and any one text asks for a
tenth of them. Compiling them all took half of the time in which the program starts.

A text of ASCII signs alone is searched with what of a pattern can match there, which takes half the time.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any, cast

from policies.ascii_forms import NEVER, ascii_form

_BY_TEXT = ("search", "match", "fullmatch", "finditer")
_WHOLE = ("findall", "sub", "subn", "split")


class _Lazy:
    """What behaves like a compiled pattern, and becomes one with the first thing asked of it but its own text."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling ask for: the text and its flags are all there is
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        short = self.pattern if self._flags else ascii_form(self.pattern)
        for each in _WHOLE:  # from now on these are found without coming here
            setattr(self, each, getattr(compiled, each))
        for each in _BY_TEXT:
            setattr(self, each, _by_text(each, compiled, short))
        return self.__dict__[name] if name in self.__dict__ else getattr(compiled, name)


def _by_text(name: str, whole: re.Pattern[str], short: str) -> Callable[..., Any]:
    """A search that takes the short form of a pattern for a text of ASCII signs, compiled with the first of these."""
    in_any: Callable[..., Any] = getattr(whole, name)
    if short == whole.pattern:
        return in_any
    in_ascii: Callable[..., Any] | None = None

    def find(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        nonlocal in_ascii
        if not text.isascii():
            return in_any(text, start, end)
        if in_ascii is None:
            in_ascii = getattr(re.compile(short), name)
        return in_ascii(text, start, end)

    def find_nothing(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        if not text.isascii():
            return in_any(text, start, end)
        return iter(()) if name == "finditer" else None

    return find_nothing if short == NEVER else find


def lazy(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, as `re.compile` gives it but compiled when first used; re.error is raised then."""
    return cast("re.Pattern[str]", _Lazy(text, flags))
